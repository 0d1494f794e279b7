//! Links between claims: supports, attacks, restates, causes.
//!
//! Drawn where a marker, an enumeration or the order of a paragraph gives the link; never between claims that merely
//! stand near each other. Known to miss links across paragraphs.

use super::similarity::{Content, content, likeness};
use super::{Part, Relation, Text};
use crate::claim::ClauseKind;
use crate::inference::{Senses, Weights};
use crate::span::ByteSpan;
use crate::terms::{Kind, RelationKind, Role};

/// From which likeness on two claims are taken to say the same. `evaluation/score_restatements.py` counts that few pairs below
/// it do; of those above, most are near 1, so that .9 would do as well.
const RESTATES: f64 = 0.8;

/// How many claims are compared with each other.
const MOST_COMPARED: usize = 200;

/// All links, in the order of the claims that they start from.
pub(super) fn relations(weights: &Weights, text: &Text, parts: &[Part]) -> Vec<Relation> {
    let mut relations = Vec::new();
    let thesis = parts.iter().position(|part| {
        part.role == Some(Role::Thesis) && part.rule == "thesis_by_place_and_title"
    });
    for claim in 0..text.claims.len() {
        let found = &text.claims[claim];
        let marker = found.markers.first().copied();
        let governor = found
            .governor
            .and_then(|governor| claim_of(text, found.sentence, governor));
        match (found.clause, governor) {
            (ClauseKind::Reason, Some(governor)) => {
                let facts =
                    text.kind(claim) == Some(Kind::Fact) && text.kind(governor) == Some(Kind::Fact);
                let kind = if facts {
                    RelationKind::Causes
                } else {
                    RelationKind::Supports
                };
                relations.push(link(claim, governor, kind, "reason_clause", marker));
            }
            (ClauseKind::Concession | ClauseKind::Contrast, Some(governor)) => {
                relations.push(link(
                    claim,
                    governor,
                    RelationKind::Attacks,
                    "concessive_clause",
                    marker,
                ));
            }
            _ => {}
        }
        let role = parts[claim].role;
        if let Some(thesis) = thesis.filter(|&thesis| thesis != claim) {
            if parts[claim].ordinal.is_some()
                || parts[claim].rule == "author_judges" && opens_paragraph(text, claim)
            {
                let announced = announcing(text, claim, parts).unwrap_or(thesis);
                relations.push(link(
                    claim,
                    announced,
                    RelationKind::Supports,
                    "reason_for_thesis",
                    parts[claim].cues.first().copied(),
                ));
            }
            if parts[claim].rule == "other_side" {
                relations.push(link(
                    claim,
                    thesis,
                    RelationKind::Attacks,
                    "other_side",
                    None,
                ));
            }
        }
        if role == Some(Role::Evidence) {
            if let Some(reason) = reason_above(text, claim, parts) {
                relations.push(link(
                    claim,
                    reason,
                    RelationKind::Supports,
                    "evidence_behind_reason",
                    None,
                ));
            }
        }
        if let Some(turn) = text.contrast(claim) {
            if claim > 0
                && text.block(claim - 1) == text.block(claim)
                && (!text.is_author(claim - 1) || text.claims[claim - 1].sentence == found.sentence)
            {
                relations.push(link(
                    claim,
                    claim - 1,
                    RelationKind::Attacks,
                    "turns_against",
                    Some(turn),
                ));
            }
        }
    }
    relations.extend(restatements(weights, text));
    relations.sort_by_key(|relation| (relation.from, relation.to));
    relations.dedup_by_key(|relation| (relation.from, relation.to, relation.kind));
    relations
}

fn link(
    from: usize,
    to: usize,
    kind: RelationKind,
    rule: &'static str,
    marker: Option<ByteSpan>,
) -> Relation {
    Relation {
        from,
        to,
        kind,
        rule,
        marker,
        similarity: None,
    }
}

fn claim_of(text: &Text, sentence: usize, predicate: usize) -> Option<usize> {
    text.claims
        .iter()
        .position(|claim| claim.sentence == sentence && claim.predicate == predicate)
}

fn opens_paragraph(text: &Text, claim: usize) -> bool {
    text.opens_sentence(claim) && (claim == 0 || text.block(claim - 1) != text.block(claim))
}

/// The claim of the same paragraph that an enumeration within it elaborates: "There are better ways. For one thing, …".
fn announcing(text: &Text, claim: usize, parts: &[Part]) -> Option<usize> {
    parts[claim].ordinal?;
    let first = (0..claim)
        .rev()
        .take_while(|&earlier| text.block(earlier) == text.block(claim))
        .last()?;
    (parts[first].ordinal.is_none() && parts[first].role.is_some()).then_some(first)
}

/// The reason that a piece of evidence stands behind: the first one of its paragraph.
fn reason_above(text: &Text, claim: usize, parts: &[Part]) -> Option<usize> {
    let earlier = (0..claim)
        .rev()
        .take_while(|&earlier| text.block(earlier) == text.block(claim));
    earlier
        .filter(|&earlier| parts[earlier].role == Some(Role::Reason))
        .last()
}

/// Pairs of the author's claims that say the same in other words; the later one restates.
fn restatements(weights: &Weights, text: &Text) -> Vec<Relation> {
    let mut senses = Senses::new(weights);
    let own = (0..text.claims.len())
        .filter(|&claim| text.is_author(claim))
        .take(MOST_COMPARED);
    let contents: Vec<(usize, Content)> = own
        .map(|claim| (claim, content(&mut senses, text, claim)))
        .collect();
    let mut found = Vec::new();
    for (index, (later, words)) in contents.iter().enumerate() {
        let alike = contents[..index]
            .iter()
            .map(|(earlier, others)| (likeness(&senses, words, others), *earlier));
        let nearest = alike
            .filter(|(similarity, _)| *similarity >= RESTATES)
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((similarity, earlier)) = nearest {
            found.push(Relation {
                from: *later,
                to: earlier,
                kind: RelationKind::Restates,
                rule: "similar_sense",
                marker: None,
                similarity: Some(similarity),
            });
        }
    }
    found
}
