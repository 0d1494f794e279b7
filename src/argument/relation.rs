//! Links between claims: supports, attacks, restates, causes.
//!
//! All [`RULES`] are asked of each claim. They draw a link where a marker, an enumeration, the order of a paragraph or the
//! sense of the words gives one; never between claims that merely stand near each other. Known to miss links across
//! paragraphs, and to give evidence to the first reason of a paragraph that has several.

use super::concession::contrast;
use super::restatement::restated;
use super::text::Text;
use super::{Part, Relation, RoleRule};
use crate::claim::ClauseKind;
use crate::inference::Weights;
use crate::labels::labels;
use crate::span::ByteSpan;
use crate::terms::{Kind, RelationKind, Role};

labels! {
    /// The rules that draw relations.
    pub enum RelationRule {
        ReasonClause = "reason_clause",
        ConcessiveClause = "concessive_clause",
        ReasonForThesis = "reason_for_thesis",
        OtherSide = "other_side",
        EvidenceBehindReason = "evidence_behind_reason",
        TurnsAgainst = "turns_against",
        SimilarSense = "similar_sense",
    }
}

/// A rule: an example, and the link that it draws, if it does.
struct Rule {
    name: RelationRule,
    /// Part of an op-ed, in which it links the claim in brackets to the claim in braces: `¶` parts paragraphs, `…` stands for
    /// the opening or the close of the op-ed (`tests.rs` has them).
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
    test: fn(&Question) -> Option<Link>,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: RelationRule::ReasonClause, test: reason_clause,
           example: "{Visits fell} because [the library cut its hours]." },
    Rule { name: RelationRule::ConcessiveClause, test: concessive_clause,
           example: "Although [the ferry costs money], {the council bought two boats}." },
    Rule { name: RelationRule::ReasonForThesis, test: reason_for_thesis,
           example: "Keep the night ferry ¶ {The council should keep the night ferry}. ¶ [The bridge is a disgrace]. ¶ …" },
    Rule { name: RelationRule::OtherSide, test: other_side,
           example: "Keep the night ferry ¶ {The council should keep the night ferry}. ¶ Critics say that [the boats are old]. ¶ …" },
    Rule { name: RelationRule::EvidenceBehindReason, test: evidence_behind_reason,
           example: "… ¶ {The bridge is a disgrace}. [Three cyclists fell there in 2024]. ¶ …" },
    Rule { name: RelationRule::TurnsAgainst, test: turns_against,
           example: "The mayor says that {the boats are old}. But [the boats carried 900 passengers]." },
    Rule { name: RelationRule::SimilarSense, test: similar_sense,
           example: "Keep the night ferry ¶ {The council should keep the night ferry}. ¶ [The council must keep the night ferry]. ¶ …" },
];

/// All links, in the order of the claims that they start from.
pub(super) fn relations(weights: &Weights, text: &Text, parts: &[Part]) -> Vec<Relation> {
    let restated = restated(weights, text);
    let thesis = (0..parts.len())
        .find(|&claim| rule_of(parts, claim) == Some(RoleRule::ThesisByPlaceAndTitle));
    let mut relations = Vec::new();
    for (from, &restated) in restated.iter().enumerate() {
        let question = Question {
            text,
            parts,
            thesis,
            claim: from,
            restated,
        };
        relations.extend(RULES.iter().filter_map(|rule| {
            let link = (rule.test)(&question)?;
            Some(Relation {
                from,
                to: link.to,
                kind: link.kind,
                rule: rule.name,
                marker: link.marker,
                similarity: link.similarity,
            })
        }));
    }
    relations.sort_by_key(|relation| (relation.from, relation.to));
    relations.dedup_by_key(|relation| (relation.from, relation.to, relation.kind));
    relations
}

/// The rule that gave a claim its role.
fn rule_of(parts: &[Part], claim: usize) -> Option<RoleRule> {
    parts[claim].role.as_ref().map(|role| role.rule)
}

/// A claim whose links to others are asked for.
struct Question<'a> {
    text: &'a Text<'a>,
    parts: &'a [Part],
    thesis: Option<usize>,
    claim: usize,
    /// The claim that it restates, and how alike they are.
    restated: Option<(usize, f64)>,
}

impl Question<'_> {
    fn role(&self, claim: usize) -> Option<Role> {
        self.parts[claim].role.as_ref().map(|role| role.value)
    }

    fn rule(&self) -> Option<RoleRule> {
        rule_of(self.parts, self.claim)
    }

    /// The claim of the clause that this one depends on.
    fn governor(&self) -> Option<usize> {
        let claim = &self.text.claims[self.claim];
        let governor = claim.governor?;
        self.text
            .claims
            .iter()
            .position(|other| other.sentence == claim.sentence && other.predicate == governor)
    }

    /// The first marker of the claim.
    fn marker(&self) -> Option<ByteSpan> {
        self.text.claims[self.claim].markers.first().copied()
    }
}

/// Where a link leads, and what it is.
struct Link {
    to: usize,
    kind: RelationKind,
    marker: Option<ByteSpan>,
    similarity: Option<f64>,
}

impl Link {
    fn new(to: usize, kind: RelationKind, marker: Option<ByteSpan>) -> Self {
        Link {
            to,
            kind,
            marker,
            similarity: None,
        }
    }
}

/// A fact is the cause of a fact, and a reason for all else.
fn reason_clause(question: &Question) -> Option<Link> {
    let &Question { text, claim, .. } = question;
    if text.clause(claim) != ClauseKind::Reason {
        return None;
    }
    let governor = question.governor()?;
    let is_fact = |claim: usize| text.kind(claim) == Some(Kind::Fact);
    let kind = if is_fact(claim) && is_fact(governor) {
        RelationKind::Causes
    } else {
        RelationKind::Supports
    };
    Some(Link::new(governor, kind, question.marker()))
}

fn concessive_clause(question: &Question) -> Option<Link> {
    let clause = question.text.clause(question.claim);
    if !matches!(clause, ClauseKind::Concession | ClauseKind::Contrast) {
        return None;
    }
    let governor = question.governor()?;
    Some(Link::new(
        governor,
        RelationKind::Attacks,
        question.marker(),
    ))
}

/// What is enumerated, and what the author judges at the head of a paragraph, is a reason for what the enumeration
/// elaborates, else for the thesis.
fn reason_for_thesis(question: &Question) -> Option<Link> {
    let &Question {
        text, parts, claim, ..
    } = question;
    let thesis = question.thesis.filter(|&thesis| thesis != claim)?;
    let enumerated = parts[claim].ordinal.is_some();
    let heads_paragraph =
        question.rule() == Some(RoleRule::AuthorJudges) && text.opens_block(claim);
    if !enumerated && !heads_paragraph {
        return None;
    }
    let to = elaborated(question).unwrap_or(thesis);
    let cue = parts[claim]
        .role
        .as_ref()
        .and_then(|role| role.cues.first());
    Some(Link::new(to, RelationKind::Supports, cue.copied()))
}

/// The claim at the head of the paragraph, which an enumeration within it elaborates: "There are better ways. For one
/// thing, …".
fn elaborated(question: &Question) -> Option<usize> {
    let first = question.text.claims_of_block(question.claim).start;
    let announces = question.parts[first].ordinal.is_none();
    (first < question.claim && announces).then_some(first)
}

/// What the other side says speaks against the thesis.
fn other_side(question: &Question) -> Option<Link> {
    let thesis = question.thesis.filter(|&thesis| thesis != question.claim)?;
    (question.rule() == Some(RoleRule::OtherSide))
        .then(|| Link::new(thesis, RelationKind::Attacks, None))
}

/// Evidence stands behind the first reason of its paragraph.
fn evidence_behind_reason(question: &Question) -> Option<Link> {
    let &Question { text, claim, .. } = question;
    if question.role(claim) != Some(Role::Evidence) {
        return None;
    }
    let reason = (text.claims_of_block(claim).start..claim)
        .find(|&earlier| question.role(earlier) == Some(Role::Reason))?;
    Some(Link::new(reason, RelationKind::Supports, None))
}

/// A contrast marker turns against the claim before, of the same sentence or of somebody else.
fn turns_against(question: &Question) -> Option<Link> {
    let &Question { text, claim, .. } = question;
    let turn = contrast(text, claim)?;
    if text.opens_block(claim) {
        return None;
    }
    let before = claim - 1;
    let same_sentence = text.claims[before].sentence == text.claims[claim].sentence;
    (same_sentence || !text.is_author(before))
        .then(|| Link::new(before, RelationKind::Attacks, Some(turn)))
}

fn similar_sense(question: &Question) -> Option<Link> {
    let (earlier, similarity) = question.restated?;
    Some(Link {
        similarity: Some(similarity),
        ..Link::new(earlier, RelationKind::Restates, None)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, links, op_ed};
    use super::*;
    use crate::testing::report;

    #[test]
    fn each_rule_draws_the_link_of_its_example() {
        for rule in RULES {
            let links = links(rule.example);
            let named = links.split(['(', ')', ',']).nth(1);
            assert_eq!(named, Some(rule.name.label()), "{}: {links}", rule.example);
        }
    }

    #[test]
    fn every_rule_stands_in_the_table_once() {
        let named: Vec<RelationRule> = RULES.iter().map(|rule| rule.name).collect();
        assert_eq!(named, RelationRule::ALL);
    }

    #[test]
    fn what_looks_alike_is_told_apart() {
        #[rustfmt::skip]
        check(links, &[
            // Facts cause facts; where one of the two judges, it is supported.
            ("{Visits fell} because [the library cut its hours].", "causes (reason_clause, because)"),
            ("{The council cut the hours} because [the library is a disgrace].", "supports (reason_clause, because)"),
            ("{The bridge is a disgrace} because [it opened in 1931].", "supports (reason_clause, because)"),
            ("[{Visits fell when the library cut its hours}].", "-"),
            ("{Visits fell} because [opening hours shrank].", "causes (reason_clause, because)"),
            ("Although [the ferry costs money], {the bridge is a disgrace}.", "attacks (concessive_clause, Although)"),
            ("While [the mayor backs the plan], {engaging the schools could still change it}.", "attacks (concessive_clause, While)"),
            ("{The boats are slow}, whereas [the bridge is fast].", "attacks (concessive_clause, whereas)"),
            ("{The boats are slow} and [the bridge is fast].", "-"),
            // "But" turns against the same sentence and against others, not across a paragraph or against oneself.
            ("The mayor says that {the boats are old}. But [the boats carried 900 passengers].", "attacks (turns_against, But)"),
            ("{The boats are old}, but [they carried 900 passengers].", "attacks (turns_against, but)"),
            ("{The boats are old}. But [the boats carried 900 passengers].", "-"),
            ("The mayor says that {the boats are old}. ¶ But [the boats carried 900 passengers].", "-"),
            ("The mayor says that {the boats are old}. [The boats carried 900 passengers].", "-"),
            // An enumeration supports what announces it, else the thesis.
            ("… ¶ {There are better ways}. For one thing, [the bridge is dangerous]. ¶ …", "supports (reason_for_thesis, For one thing)"),
            ("… ¶ {There are better ways}. For one thing, the bridge is dangerous. For another, [the quay is a disgrace]. ¶ …", "supports (reason_for_thesis, For another)"),
            ("… ¶ First, {the boats are cheap}. Second, [the bridge is dangerous]. ¶ …", "-"),
            ("Keep the night ferry ¶ {The council should keep the night ferry}. ¶ First, the boats are cheap. Second, [the bridge is dangerous]. ¶ …", "supports (reason_for_thesis, Second)"),
            ("Keep the night ferry ¶ {The council should keep the night ferry}. ¶ There are better ways. For one thing, [the bridge is dangerous]. ¶ …", "-"),
            // A judgement is a reason for the thesis at the head of its paragraph alone.
            ("Keep the night ferry ¶ {The council should keep the night ferry}. ¶ The mayor opened the bridge in 1931. [The bridge is a disgrace]. ¶ …", "-"),
            ("Keep the night ferry ¶ {The council should keep the night ferry}. ¶ [The mayor opened the bridge in 1931]. ¶ …", "-"),
            ("Keep the night ferry ¶ {The council should keep the night ferry}. ¶ The mayor says that [the boats are old]. ¶ …", "-"),
            // What the other side says is answered, not set against the thesis, where the next sentence turns.
            ("Keep the night ferry ¶ {The council should keep the night ferry}. ¶ Critics say that [the boats are old]. But the boats are safe. ¶ …", "-"),
            // Without an argument there is no thesis to speak against.
            ("{The mayor bought two boats}. Critics say that [the boats are old].", "-"),
            // Evidence stands behind a reason, not before it and not in the next paragraph.
            ("… ¶ [The mayor opened the bridge in 1931]. {The bridge is a disgrace}. ¶ …", "-"),
            ("… ¶ {The bridge is a disgrace}. ¶ [Three cyclists fell there in 2024]. ¶ …", "-"),
            ("… ¶ {The mayor opened the bridge in 1931}. [Three cyclists fell there in 2024]. ¶ …", "-"),
            // Wrong: the second piece of evidence stands behind the second reason.
            ("… ¶ {The bridge is a disgrace}. The quay is dangerous. [Three cyclists fell there in 2024]. ¶ …", "supports (evidence_behind_reason)"),
            ("… ¶ The bridge is a disgrace. {The quay is dangerous}. [Three cyclists fell there in 2024]. ¶ …", "-"),
        ]);
    }

    #[test]
    fn relations_stand_in_the_order_of_their_claims() {
        let report = report(&op_ed(
            "… ¶ There are better ways. For one thing, the bridge is dangerous. Three cyclists fell there in 2024. ¶ …",
        ));
        let ends: Vec<(&str, &str)> = report
            .relations
            .iter()
            .map(|relation| (relation.from.as_str(), relation.to.as_str()))
            .collect();
        assert_eq!(
            ends,
            [("c3", "c1"), ("c4", "c3"), ("c5", "c3"), ("c6", "c1")]
        );
    }
}
