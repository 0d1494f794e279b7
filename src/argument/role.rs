//! The part of each claim in the argument.
//!
//! Decided on place, kind, holder and markers: an op-ed states its thesis at its head and says it again at its end,
//! puts reasons at the head of paragraphs and evidence behind them, and grants before it turns with "but". Known to go
//! wrong on essays that tell a story first, and on theses that are never said outright.

use super::similarity::{content_words, dice};
use super::{Part, Text};
use crate::claim::ClauseKind;
use crate::span::ByteSpan;
use crate::terms::{BlockKind, Kind, Role};

/// The part of each claim; all without a role where the text argues for nothing.
pub(super) fn parts(text: &Text) -> Vec<Part> {
    let n_claims = text.claims.len();
    let mut parts = vec![Part::default(); n_claims];
    ordinals(text, &mut parts);
    if !argues(text) {
        return parts;
    }
    let paragraphs = body_blocks(text);
    let thesis = thesis(text, &paragraphs);
    for claim in 0..n_claims {
        let (role, rule, cues) = role(text, claim, thesis, &paragraphs, &parts);
        parts[claim] = Part {
            role: Some(role),
            rule,
            cues,
            ordinal: parts[claim].ordinal,
        };
    }
    parts
}

/// Whether the author judges or demands often enough: reports leave that to their sources.
fn argues(text: &Text) -> bool {
    let n_claims = text.claims.len();
    let opinions = (0..n_claims).filter(|&claim| {
        text.is_author(claim) && matches!(text.kind(claim), Some(Kind::Value | Kind::Policy))
    });
    let n_attributed = (0..n_claims)
        .filter(|&claim| !text.is_author(claim))
        .count();
    let first_person = text
        .analyses
        .iter()
        .flat_map(|analysis| &analysis.words)
        .filter(|word| matches!(word.lower.as_str(), "i" | "my"));
    let n_opinions = opinions.count();
    n_claims >= 3
        && n_attributed * 2 < n_claims
        && (n_opinions * 15 >= n_claims || first_person.count() >= 2)
}

/// Numbers the claims of an enumeration: "First", "Second", "Finally"; "For one thing", "For another".
fn ordinals(text: &Text, parts: &mut [Part]) {
    let mut count = 0;
    for (claim, part) in parts.iter_mut().enumerate() {
        for (marker, span) in text.markers(claim) {
            let number = match marker.as_str() {
                "first" | "firstly" | "first of all" | "to begin with" | "for one"
                | "for one thing" | "in the first place" | "for a start" => 1,
                "second" | "secondly" | "in the second place" => 2,
                "third" | "thirdly" => 3,
                "fourth" => 4,
                "for another" | "for another thing" | "next" | "then" | "finally" | "last"
                | "lastly"
                    if count > 0 =>
                {
                    count + 1
                }
                _ => continue,
            };
            count = number;
            part.ordinal = Some(number);
            part.cues.push(span);
        }
    }
}

/// The major claim: among the author's claims in standfirst, opening and close that judge, demand or foresee, the one
/// that shares most with the title; earlier ones win.
fn thesis(text: &Text, paragraphs: &[usize]) -> Option<usize> {
    let title = text
        .article
        .metadata
        .title
        .as_ref()
        .map(|title| title.value.to_lowercase())
        .unwrap_or_default();
    let last_block = text
        .claims
        .last()
        .map(|claim| text.sentences[claim.sentence].block)?;
    let score = |claim: usize| {
        let block = text.block(claim);
        let place = paragraphs.iter().position(|&paragraph| paragraph == block);
        let standfirst = text.article.blocks[block].kind == BlockKind::Standfirst;
        let kind = match text.kind(claim)? {
            Kind::Policy => 1.0,
            Kind::Value => 1.2,
            Kind::Prediction => 0.7,
            Kind::Fact => return None,
        };
        let place = match place {
            _ if standfirst => 1.6,
            // The last claim of the opening paragraphs is where the author turns to the point.
            Some(0 | 1) => {
                1.0 + if claim + 1 == text.claims.len() || text.block(claim + 1) != block {
                    0.6
                } else {
                    0.0
                }
            }
            Some(2) => 0.5,
            _ if block == last_block => 0.7,
            _ => return None,
        };
        let shared = content_words(text, claim)
            .iter()
            .filter(|word| word.len() > 3 && title.contains(word.as_str()))
            .count();
        (text.is_author(claim) && text.claims[claim].clause != ClauseKind::Concession)
            .then_some((kind + place) + 0.4 * shared as f64)
    };
    let mut best: Option<(f64, usize)> = None;
    for claim in 0..text.claims.len() {
        if let Some(score) = score(claim) {
            if best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, claim));
            }
        }
    }
    best.map(|(_, claim)| claim)
}

/// Blocks of the body that hold claims, in order.
fn body_blocks(text: &Text) -> Vec<usize> {
    let mut blocks: Vec<usize> = (0..text.claims.len())
        .map(|claim| text.block(claim))
        .filter(|&block| text.article.blocks[block].kind == BlockKind::Paragraph)
        .collect();
    blocks.dedup();
    blocks
}

fn role(
    text: &Text,
    claim: usize,
    thesis: Option<usize>,
    paragraphs: &[usize],
    parts: &[Part],
) -> (Role, &'static str, Vec<ByteSpan>) {
    let found = &text.claims[claim];
    let block = text.block(claim);
    let author = text.is_author(claim);
    let kind = text.kind(claim);
    let place = paragraphs.iter().position(|&paragraph| paragraph == block);
    let opinion = matches!(kind, Some(Kind::Value | Kind::Policy));
    if Some(claim) == thesis {
        return (Role::Thesis, "thesis_by_place_and_title", Vec::new());
    }
    if text.article.blocks[block].kind == BlockKind::Standfirst && author {
        return (Role::Thesis, "standfirst", Vec::new());
    }
    if let Some(thesis) = thesis {
        if author
            && opinion
            && dice(&content_words(text, claim), &content_words(text, thesis)) >= 0.5
        {
            return (Role::Thesis, "restates_thesis", Vec::new());
        }
    }
    if parts[claim].ordinal.is_some() {
        return (Role::Reason, "enumeration", parts[claim].cues.clone());
    }
    if found.clause == ClauseKind::Concession {
        return (Role::Concession, "concessive_clause", found.markers.clone());
    }
    if let Some(turn) = turned_against(text, claim) {
        return (Role::Concession, "turned_against", vec![turn]);
    }
    if let Some(turn) = paragraph_turned_against(text, claim) {
        return (Role::Concession, "paragraph_turned_against", vec![turn]);
    }
    if author && grants(&text.opening(claim)) {
        return (Role::Concession, "granting_words", Vec::new());
    }
    let others = [
        "supporter",
        "opponent",
        "critic",
        "defender",
        "advocate",
        "some",
        "many",
        "they",
    ];
    let other_side = found
        .attribution
        .and_then(|attribution| text.attributions[attribution].source.as_ref());
    if other_side.is_some_and(|source| {
        others
            .iter()
            .any(|word| source.name.to_lowercase().contains(word))
    }) {
        return (Role::Concession, "other_side", Vec::new());
    }
    if place.is_some_and(|place| place + 1 == paragraphs.len())
        && author
        && kind == Some(Kind::Policy)
    {
        return (Role::Thesis, "closing_demand", Vec::new());
    }
    let first_in_block = claim == 0 || text.block(claim - 1) != block;
    if place == Some(0) && kind == Some(Kind::Fact) {
        return (Role::Context, "opening_fact", Vec::new());
    }
    if author && (opinion || kind == Some(Kind::Prediction) && first_in_block) {
        return (Role::Reason, "author_judges", Vec::new());
    }
    if found.clause == ClauseKind::Relative {
        return (Role::Context, "aside", Vec::new());
    }
    (Role::Evidence, "fact_or_testimony", Vec::new())
}

/// The marker that opens the next paragraph, where it turns against this one and somebody else speaks in this one or it
/// opens by granting: "My son says that … He may be right. ¶ But I have been to towns where …".
fn paragraph_turned_against(text: &Text, claim: usize) -> Option<ByteSpan> {
    let block = text.block(claim);
    let last = (claim..text.claims.len())
        .take_while(|&later| text.block(later) == block)
        .last()?;
    let next = last + 1;
    let here = text.claims.get(next).filter(|_| text.is_author(next))?;
    let turn = text
        .contrast(next)
        .filter(|span| span.start < text.sentences[here.sentence].span.start + 8)?;
    let first = (0..=claim)
        .rev()
        .take_while(|&earlier| text.block(earlier) == block)
        .last()?;
    // A contrast within the paragraph has answered it already.
    let answered = (first..=last).any(|other| {
        text.contrast(other).is_some_and(|span| {
            span.start == text.sentences[text.claims[other].sentence].span.start
        })
    });
    let others = (first..=last)
        .filter(|&other| !text.is_author(other))
        .count();
    (!answered && (others > 0 || grants(&text.opening(first)))).then_some(turn)
}

/// Words with which an author grants a point.
fn grants(opening: &str) -> bool {
    const GRANTS: [&str; 17] = [
        "it is true",
        "they have a point",
        "that is true",
        "i understand",
        "granted",
        "of course",
        "to be sure",
        "admittedly",
        "nor is",
        "none of this",
        "it may be",
        "he may be",
        "she may be",
        "they may be",
        "perhaps",
        "no doubt",
        "nobody should pretend",
    ];
    GRANTS.iter().any(|words| opening.starts_with(words))
}

/// The marker of the next claim where it turns against this one, in the same or the next sentence: "X. But Y."
fn turned_against(text: &Text, claim: usize) -> Option<ByteSpan> {
    let next = claim + 1;
    let here = text
        .claims
        .get(next)
        .filter(|_| text.block(next) == text.block(claim))?;
    let turn = text.contrast(next)?;
    let same_sentence = here.sentence == text.claims[claim].sentence;
    let held_by_other = !text.is_author(claim);
    (same_sentence || held_by_other || grants(&text.opening(claim))).then_some(turn)
}
