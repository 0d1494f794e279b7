//! The part of each claim in the argument.
//!
//! [`RULES`] are asked in their order; the first that decides wins. They look at place, kind, holder and markers: an op-ed
//! states its thesis at its head and says it again at its end, puts reasons at the head of paragraphs and evidence behind
//! them, and grants before it turns with "but". Known to go wrong on essays that tell a story first, and on theses that are
//! never said outright.

use super::Part;
use super::argues::argues;
use super::concession;
use super::enumeration::{Ordinal, ordinals};
use super::overlap::{content_words, dice};
use super::text::Text;
use super::thesis::{paragraphs, thesis};
use crate::claim::{ClauseKind, Decision};
use crate::labels::labels;
use crate::span::ByteSpan;
use crate::terms::{BlockKind, Kind, Role};
use std::collections::BTreeSet;

labels! {
    /// The rules that decide the role of a claim.
    pub enum RoleRule {
        ThesisByPlaceAndTitle = "thesis_by_place_and_title",
        Standfirst = "standfirst",
        RestatesThesis = "restates_thesis",
        Enumeration = "enumeration",
        ConcessiveClause = "concessive_clause",
        TurnedAgainst = "turned_against",
        ParagraphTurnedAgainst = "paragraph_turned_against",
        GrantingWords = "granting_words",
        OtherSide = "other_side",
        ClosingDemand = "closing_demand",
        OpeningFact = "opening_fact",
        AuthorJudges = "author_judges",
        Aside = "aside",
        FactOrTestimony = "fact_or_testimony",
    }
}

/// A rule: the role that it gives, an example, and the words on which it decides, if it does.
struct Rule {
    name: RoleRule,
    role: Role,
    /// Part of an op-ed, in which it decides the claim in brackets: `¶` parts paragraphs, `…` stands for the opening or
    /// the close of the op-ed (`tests.rs` has them).
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
    test: fn(&Question) -> Option<Vec<ByteSpan>>,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: RoleRule::ThesisByPlaceAndTitle, role: Role::Thesis, test: is_thesis,
           example: "Keep the night ferry ¶ [The council should keep the night ferry]. ¶ …" },
    Rule { name: RoleRule::Standfirst, role: Role::Thesis, test: in_standfirst,
           example: "Keep the night ferry ¶ [The old bridge has many holes] ¶ By Ana Lee ¶ The council should keep the night ferry. ¶ …" },
    Rule { name: RoleRule::RestatesThesis, role: Role::Thesis, test: restates_thesis,
           example: "… ¶ The bridge is a disgrace. ¶ [The council must keep the night ferry]. ¶ …" },
    Rule { name: RoleRule::Enumeration, role: Role::Reason, test: is_enumerated,
           example: "… ¶ First, [the boats are cheap]. ¶ …" },
    Rule { name: RoleRule::ConcessiveClause, role: Role::Concession, test: in_concessive_clause,
           example: "… ¶ Although [the ferry costs money], the bridge is a disgrace. ¶ …" },
    Rule { name: RoleRule::TurnedAgainst, role: Role::Concession, test: is_turned_against,
           example: "… ¶ The mayor says that [the boats are old]. But the boats are safe. ¶ …" },
    Rule { name: RoleRule::ParagraphTurnedAgainst, role: Role::Concession, test: in_paragraph_turned_against,
           example: "… ¶ [The boats are old]. The mayor says that they are loud. ¶ But the boats are safe. ¶ …" },
    Rule { name: RoleRule::GrantingWords, role: Role::Concession, test: granted,
           example: "… ¶ Of course [the boats are old]. ¶ …" },
    Rule { name: RoleRule::OtherSide, role: Role::Concession, test: of_other_side,
           example: "… ¶ Critics say that [the boats are old]. ¶ …" },
    Rule { name: RoleRule::ClosingDemand, role: Role::Thesis, test: demanded_at_close,
           example: "… ¶ [The mayor must resign]." },
    Rule { name: RoleRule::OpeningFact, role: Role::Context, test: fact_at_opening,
           example: "Keep the night ferry ¶ [The mayor opened the bridge in 1931]. ¶ …" },
    Rule { name: RoleRule::AuthorJudges, role: Role::Reason, test: author_judges,
           example: "… ¶ [The bridge is a disgrace]. ¶ …" },
    Rule { name: RoleRule::Aside, role: Role::Context, test: is_aside,
           example: "… ¶ The bridge, [which opened in 1931], has two lanes. ¶ …" },
    Rule { name: RoleRule::FactOrTestimony, role: Role::Evidence, test: always,
           example: "… ¶ [The boats carried 900 passengers in May]. ¶ …" },
];

/// The part of each claim; all without a role where the text argues for nothing.
pub(super) fn parts(text: &Text) -> Vec<Part> {
    let ordinals = ordinals(text);
    let roles = if argues(text) {
        roles(text, &ordinals)
    } else {
        vec![None; ordinals.len()]
    };
    let part = |(role, ordinal): (_, Option<Ordinal>)| Part {
        role,
        ordinal: ordinal.map(|ordinal| ordinal.number),
    };
    roles.into_iter().zip(ordinals).map(part).collect()
}

/// The role of each claim of a text that argues.
fn roles(text: &Text, ordinals: &[Option<Ordinal>]) -> Vec<Option<Decision<Role, RoleRule>>> {
    let paragraphs = paragraphs(text);
    let thesis = thesis(text);
    let thesis_words = thesis.map(|thesis| content_words(text, thesis));
    let decide = |claim: usize| {
        let block = text.block(claim);
        let question = Question {
            text,
            claim,
            is_thesis: thesis == Some(claim),
            thesis_words: thesis_words.as_ref(),
            paragraph: paragraphs.iter().position(|&paragraph| paragraph == block),
            n_paragraphs: paragraphs.len(),
            ordinal: ordinals[claim].as_ref(),
        };
        question.decide()
    };
    (0..text.claims.len()).map(decide).collect()
}

/// A claim whose role is asked for, with what several rules look at.
struct Question<'a> {
    text: &'a Text<'a>,
    claim: usize,
    is_thesis: bool,
    /// Content words of the thesis, where there is one.
    thesis_words: Option<&'a BTreeSet<String>>,
    /// Which of the paragraphs that hold claims it stands in, from 0.
    paragraph: Option<usize>,
    n_paragraphs: usize,
    ordinal: Option<&'a Ordinal>,
}

impl Question<'_> {
    fn decide(&self) -> Option<Decision<Role, RoleRule>> {
        let decided = RULES
            .iter()
            .find_map(|rule| Some((rule, (rule.test)(self)?)));
        decided.map(|(rule, cues)| Decision {
            value: rule.role,
            runner_up: None,
            rule: rule.name,
            cues,
        })
    }

    /// Whether the author, not a source, judges or demands.
    fn is_opinion_of_author(&self) -> bool {
        self.text.is_author(self.claim) && self.text.is_opinion(self.claim)
    }
}

/// The answer of a rule that decides by place alone, with no words to show.
fn when(decides: bool) -> Option<Vec<ByteSpan>> {
    decides.then(Vec::new)
}

fn is_thesis(question: &Question) -> Option<Vec<ByteSpan>> {
    when(question.is_thesis)
}

/// The lines under the title sum the article up.
fn in_standfirst(question: &Question) -> Option<Vec<ByteSpan>> {
    let &Question { text, claim, .. } = question;
    when(text.block_kind(claim) == BlockKind::Standfirst && text.is_author(claim))
}

/// From which share of words on a judgement says the thesis again; set by hand.
const RESTATES_THESIS: f64 = 0.5;

fn restates_thesis(question: &Question) -> Option<Vec<ByteSpan>> {
    let thesis = question.thesis_words?;
    let words = || content_words(question.text, question.claim);
    when(question.is_opinion_of_author() && dice(&words(), thesis) >= RESTATES_THESIS)
}

fn is_enumerated(question: &Question) -> Option<Vec<ByteSpan>> {
    question.ordinal.map(|ordinal| ordinal.cues.clone())
}

fn in_concessive_clause(question: &Question) -> Option<Vec<ByteSpan>> {
    let claim = &question.text.claims[question.claim];
    (claim.clause == ClauseKind::Concession).then(|| claim.markers.clone())
}

fn is_turned_against(question: &Question) -> Option<Vec<ByteSpan>> {
    concession::turned_against(question.text, question.claim).map(|turn| vec![turn])
}

fn in_paragraph_turned_against(question: &Question) -> Option<Vec<ByteSpan>> {
    concession::paragraph_turned_against(question.text, question.claim).map(|turn| vec![turn])
}

fn granted(question: &Question) -> Option<Vec<ByteSpan>> {
    let &Question { text, claim, .. } = question;
    when(text.is_author(claim) && concession::grants(text, claim))
}

fn of_other_side(question: &Question) -> Option<Vec<ByteSpan>> {
    when(concession::is_of_other_side(question.text, question.claim))
}

/// What the last paragraph demands is what the article is written for.
fn demanded_at_close(question: &Question) -> Option<Vec<ByteSpan>> {
    let &Question { text, claim, .. } = question;
    let in_last = question
        .paragraph
        .is_some_and(|paragraph| paragraph + 1 == question.n_paragraphs);
    when(in_last && text.is_author(claim) && text.kind(claim) == Some(Kind::Policy))
}

/// The first paragraph says what the article is about.
fn fact_at_opening(question: &Question) -> Option<Vec<ByteSpan>> {
    when(question.paragraph == Some(0) && question.text.kind(question.claim) == Some(Kind::Fact))
}

/// The author judges or demands, or foresees at the head of a paragraph.
fn author_judges(question: &Question) -> Option<Vec<ByteSpan>> {
    let &Question { text, claim, .. } = question;
    let foresees = text.is_author(claim)
        && text.kind(claim) == Some(Kind::Prediction)
        && text.opens_block(claim);
    when(question.is_opinion_of_author() || foresees)
}

fn is_aside(question: &Question) -> Option<Vec<ByteSpan>> {
    when(question.text.clause(question.claim) == ClauseKind::Relative)
}

fn always(_: &Question) -> Option<Vec<ByteSpan>> {
    Some(Vec::new())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, op_ed, role};
    use super::*;
    use crate::testing::report;

    #[test]
    fn each_rule_decides_its_example() {
        for rule in RULES {
            let expected = format!("{:?} ({})", rule.role, rule.name).to_lowercase();
            assert_eq!(role(rule.example), expected, "{}", rule.example);
        }
    }

    #[test]
    fn every_rule_stands_in_the_table_once() {
        let named: Vec<RoleRule> = RULES.iter().map(|rule| rule.name).collect();
        assert_eq!(named, RoleRule::ALL);
    }

    #[test]
    fn what_looks_alike_is_told_apart() {
        #[rustfmt::skip]
        check(role, &[
            // A judgement in other words is a reason, and a fact in the words of the thesis is none.
            ("… ¶ [The council should sell the bridge]. ¶ …", "reason (author_judges)"),
            ("… ¶ [The council kept the night ferry]. ¶ …", "evidence (fact_or_testimony)"),
            ("… ¶ The mayor says that [the council should keep the night ferry]. ¶ …", "evidence (fact_or_testimony)"),
            // What somebody else says under the title is not what the article argues for.
            ("Keep the night ferry ¶ The mayor says that [the town must keep the boats] ¶ By Ana Lee ¶ The council should keep the night ferry. ¶ …", "evidence (fact_or_testimony)"),
            // Half of the words are enough.
            ("… ¶ [The council must keep the old bridge]. ¶ …", "thesis (restates_thesis)"),
            // A first boat and a first year count nothing.
            ("… ¶ [The first boat was cheap]. ¶ …", "reason (author_judges)"),
            ("… ¶ [In his first year the mayor sold the boats]. ¶ …", "evidence (fact_or_testimony)"),
            // What somebody says and nobody turns against is testimony; so is what the author himself says before "but" in a
            // sentence of its own.
            ("… ¶ The mayor says that [the boats are old]. ¶ …", "evidence (fact_or_testimony)"),
            ("… ¶ The mayor says that [the boats are old]. The boats are safe. ¶ …", "evidence (fact_or_testimony)"),
            ("… ¶ [The mayor bought two boats]. But the boats are safe. ¶ …", "evidence (fact_or_testimony)"),
            ("… ¶ The mayor says that [the boats are old]. However, the boats are safe. ¶ …", "concession (turned_against)"),
            ("… ¶ [The boats are cheap], but they carried nobody. ¶ …", "concession (turned_against)"),
            ("… ¶ Of course [the boats are old]. But the boats are safe. ¶ …", "concession (turned_against)"),
            // "But" at the head of the next paragraph turns against the whole one, not "but" further on.
            ("… ¶ The mayor says that [the boats are old]. ¶ The boats are safe, but they carried nobody. ¶ …", "evidence (fact_or_testimony)"),
            ("… ¶ The mayor says that [the boats are old]. ¶ The boats, however, are safe. ¶ …", "evidence (fact_or_testimony)"),
            ("… ¶ The mayor says that [the boats are old]. ¶ A boat, however, is safe. ¶ …", "evidence (fact_or_testimony)"),
            ("… ¶ The mayor says that [the boats are old]. ¶ Boats, however, are safe. ¶ …", "concession (paragraph_turned_against)"),
            ("… ¶ The mayor says that [the boats are old]. ¶ But the teachers say that the boats are safe. ¶ …", "evidence (fact_or_testimony)"),
            ("… ¶ The mayor says that [the boats are old]. ¶ The boats are safe. ¶ …", "evidence (fact_or_testimony)"),
            // Of a paragraph in which only the author speaks it must grant, and not have been answered.
            ("… ¶ [The boats were sold in 2020]. They were cheap. ¶ But the boats are safe. ¶ …", "evidence (fact_or_testimony)"),
            ("… ¶ Of course the boats are old. [The bridge opened in 1931]. ¶ But the boats are safe. ¶ …", "concession (paragraph_turned_against)"),
            ("… ¶ [The bridge opened in 1931]. Of course the boats are old. ¶ But the boats are safe. ¶ …", "evidence (fact_or_testimony)"),
            ("… ¶ The mayor says that the boats are old. But [the boats carried nobody]. ¶ But the boats are safe. ¶ …", "evidence (fact_or_testimony)"),
            // Words that grant stand at the head.
            ("… ¶ [Perhaps the boats are old]. ¶ …", "concession (granting_words)"),
            ("… ¶ [It may be a park]. ¶ …", "concession (granting_words)"),
            ("… ¶ [It may become a park]. ¶ …", "reason (author_judges)"),
            ("… ¶ [The course was granted in May]. ¶ …", "evidence (fact_or_testimony)"),
            // "some", "many" and "they" are others; a country whose name has them is not.
            ("… ¶ Some say that [the boats are old]. ¶ …", "concession (other_side)"),
            ("… ¶ Opponents of the ferry say that [the boats are old]. ¶ …", "concession (other_side)"),
            ("… ¶ Germany says that [the boats are old]. ¶ …", "evidence (fact_or_testimony)"),
            // A demand in front of the close is a reason, and so is what the close judges.
            ("… ¶ [The mayor must resign]. ¶ …", "reason (author_judges)"),
            ("… ¶ [The bridge is a disgrace].", "reason (author_judges)"),
            ("… ¶ The teachers demand that [the mayor resign].", "evidence (fact_or_testimony)"),
            // A fact of the first paragraph is background, of the second evidence.
            ("Keep the night ferry ¶ The council should keep the night ferry. ¶ [The mayor opened the bridge in 1931]. ¶ …", "evidence (fact_or_testimony)"),
            ("Keep the night ferry ¶ [The bridge is a disgrace]. ¶ The council should keep the night ferry. ¶ …", "reason (author_judges)"),
            // What will come is a reason at the head of its paragraph alone.
            ("… ¶ [The bridge will cost millions]. ¶ …", "reason (author_judges)"),
            ("… ¶ The bridge opened in 1931. [The bridge will cost millions]. ¶ …", "evidence (fact_or_testimony)"),
            ("… ¶ The mayor says that [the bridge will cost millions]. ¶ …", "evidence (fact_or_testimony)"),
            ("… ¶ The mayor says that [the bridge is a disgrace]. ¶ …", "evidence (fact_or_testimony)"),
        ]);
    }

    #[test]
    fn the_words_that_a_role_rests_on_are_told() {
        let cues = |example: &str| -> Vec<Vec<String>> {
            let text = op_ed(example);
            let evidence = report(&text)
                .claims
                .into_iter()
                .flat_map(|claim| claim.evidence);
            let roles = evidence.filter(|evidence| evidence.field == "role");
            let cues = roles.map(|role| role.cues.into_iter().map(|cue| cue.text).collect());
            cues.filter(|cues: &Vec<String>| !cues.is_empty()).collect()
        };
        assert_eq!(
            cues(
                "… ¶ First, the boats are cheap. ¶ Although the ferry costs money, the bridge is a disgrace. ¶ …"
            ),
            [["First"], ["Although"]]
        );
        assert_eq!(
            cues(
                "… ¶ The mayor says that the boats are old. But the boats are safe. ¶ Critics say that the bridge is old. ¶ Yet the bridge is safe. ¶ …"
            ),
            [["But"], ["Yet"]]
        );
    }

    #[test]
    fn an_enumeration_is_counted() {
        let ordinals = |example: &str| -> Vec<Option<u32>> {
            let report = report(&op_ed(example));
            report.claims.iter().map(|claim| claim.ordinal).collect()
        };
        assert_eq!(
            ordinals(
                "The bridge opened in 1931. First, the bridge is dangerous. Second, the quay is old. Finally, the boats are loud."
            ),
            [None, Some(1), Some(2), Some(3)]
        );
        assert_eq!(ordinals("Finally, the boats are loud."), [None]);
    }
}
