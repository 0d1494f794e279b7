//! Whether the claim opens as a sentence does: not as a question, a subordinate clause or a condition.

use super::obstacle::Candidate;
use crate::claim::ClauseKind;
use crate::claim::clause::is_temporal;
use crate::grammar::{Deprel, Feature, Upos};

/// How many words may stand before a word that asks: "in which", "exactly what".
const FIRST_WORDS: usize = 3;

/// "which of the two will be used", "in which all offices were held", "Exactly what is going on": part of a sentence that
/// asks or relates. "What matters is trust" is whole.
pub(super) fn is_question(candidate: &Candidate) -> bool {
    let asks = |token: usize| {
        let word = candidate.word(token);
        word.has(Feature::PronTypeInt) || word.has(Feature::PronTypeRel)
    };
    let mut first = candidate.clause.tokens.iter().take(FIRST_WORDS).copied();
    first.any(|token| asks(token) && opens(candidate, token) && !candidate.is_below(token))
}

/// Whether the word makes a question of its clause where it stands: "what" only behind an adverb, "who" only in front.
fn opens(candidate: &Candidate, token: usize) -> bool {
    let word = candidate.word(token);
    let behind_adverb = || {
        let before = token.checked_sub(1);
        before
            .is_some_and(|before| candidate.word(before).upos == Upos::Adv && candidate.has(before))
    };
    match word.lower.as_str() {
        "what" => behind_adverb(),
        _ => word.is(&["which", "whom", "whose", "how"]) || candidate.first() == token,
    }
}

/// "After the vote was lost": the "after" was taken off, but no other clause is left.
pub(super) fn lost_conjunction(candidate: &Candidate) -> bool {
    let predicate = candidate.clause.predicate;
    candidate
        .analysis
        .children_with(predicate, &[Deprel::Mark])
        .any(|mark| {
            is_temporal(&candidate.word(mark).lower) && !candidate.has(mark) && mark < predicate
        })
}

/// "because, until two days ago, I was on the board", "that she left", "Given that", "In case".
pub(super) fn is_subordinate(candidate: &Candidate) -> bool {
    opens_with_conjunction(candidate) || opens_with_that(candidate) || opens_with_case(candidate)
}

fn opens_with_conjunction(candidate: &Candidate) -> bool {
    let word = candidate.word(candidate.first());
    word.deprel.base() == Deprel::Mark
        && word.lower != "to"
        && word.head == Some(candidate.clause.predicate)
}

/// "that the council sold it"; "that plan" is a subject.
fn opens_with_that(candidate: &Candidate) -> bool {
    let first = candidate.first();
    candidate.word(first).lower == "that"
        && candidate
            .next(first)
            .is_some_and(|next| matches!(next.upos, Upos::Det | Upos::Pron | Upos::Propn))
}

/// "Given that the vote is lost", "In case the vote is lost", with no clause that goes on.
fn opens_with_case(candidate: &Candidate) -> bool {
    let first = candidate.first();
    let second = candidate.clause.tokens.get(1);
    let in_case = candidate.word(first).lower == "in"
        && second.is_some_and(|&second| candidate.word(second).lower == "case");
    (in_case || candidate.word(first).lower == "given")
        && candidate.clause.kind == ClauseKind::Main
        && !candidate.is_below(first)
}

/// "Should the vote fail", "Was the road closed": what has its verb in front asks, or is a condition. A form of "do"
/// may command. "Only if the vote passes will the toll rise" has its condition in front.
pub(super) fn has_verb_in_front(candidate: &Candidate) -> bool {
    let behind_only_if = candidate
        .clause
        .condition
        .as_ref()
        .is_some_and(|(_, marks)| {
            let only = |&mark: &usize| candidate.word(mark).lower == "only";
            marks.iter().any(only) && marks.iter().all(|&mark| mark < candidate.first())
        });
    if behind_only_if {
        return false;
    }
    let first = candidate.first();
    let word = candidate.word(first);
    let predicate = candidate.clause.predicate;
    (first == predicate || word.head == Some(predicate))
        && word.upos == Upos::Aux
        && !word.has(Feature::VerbFormGer)
        && word.lower != "be"
        && !word.has_lemma(&["do", "let"])
}

#[cfg(test)]
mod tests {
    use super::super::hand::{Built, check_rule};
    use super::*;

    #[test]
    fn a_clause_opens_as_a_question() {
        check_rule(
            is_question,
            &[
                ("who/PRON|PronType=Int/nsubj/2 *pays/VERB/root/0", true),
                ("who/PRON|PronType=Rel/nsubj/2 *pays/VERB/root/0", true),
                ("who/PRON/nsubj/2 *pays/VERB/root/0", false),
                (
                    "he/PRON/nsubj/3 who/PRON|PronType=Rel/nsubj/3 *pays/VERB/root/0",
                    false,
                ),
                (
                    "in/ADP/case/2 which/PRON|PronType=Rel/obl/3 *swim/VERB/root/0",
                    true,
                ),
                (
                    "a/X/dep/5 b/X/dep/5 c/X/dep/5 which/PRON|PronType=Rel/obl/5 *swim/VERB/root/0",
                    false,
                ),
                // "What matters is trust"
                ("what/PRON|PronType=Int/nsubj/2 *matters/VERB/root/0", false),
                (
                    "exactly/ADV/advmod/2 what/PRON|PronType=Int/nsubj/3 *matters/VERB/root/0",
                    true,
                ),
                (
                    "^exactly/ADV/advmod/2 what/PRON|PronType=Int/nsubj/3 *matters/VERB/root/0",
                    false,
                ),
                (
                    "says/VERB/dep/3 what/PRON|PronType=Int/nsubj/3 *matters/VERB/root/0",
                    false,
                ),
                // "Which ship sank is unknown"
                (
                    "which/PRON|PronType=Int/nsubj/2 sank/VERB/csubj/3 *unknown/ADJ/root/0",
                    false,
                ),
            ],
        );
    }

    #[test]
    fn a_clause_opens_with_a_conjunction_or_has_lost_one() {
        check_rule(
            lost_conjunction,
            &[
                ("^after/SCONJ/mark/2 *lost/VERB/root/0", true),
                ("after/SCONJ/mark/2 *lost/VERB/root/0", false),
                ("^because/SCONJ/mark/2 *lost/VERB/root/0", false),
                ("*lost/VERB/root/0 ^after/SCONJ/mark/1", false),
            ],
        );
        check_rule(
            is_subordinate,
            &[
                ("because/SCONJ/mark/2 *lost/VERB/root/0", true),
                ("to/PART/mark/2 *lose/VERB/root/0", false),
                (
                    "because/SCONJ/mark/2 he/PRON/obj/3 *lost/VERB/root/0",
                    false,
                ),
                ("now/ADV/advmod/2 *lost/VERB/root/0", false),
                ("that/SCONJ/dep/3 she/PRON/nsubj/3 *left/VERB/root/0", true),
                (
                    "that/DET/det/2 plan/NOUN/nsubj/3 *failed/VERB/root/0",
                    false,
                ),
                ("now/ADV/dep/3 she/PRON/nsubj/3 *left/VERB/root/0", false),
                (
                    "given/VERB/dep/3 votes/NOUN/nsubj/3 *lost/VERB/root/0",
                    true,
                ),
                // "Given time, they swim"
                (
                    "given/VERB/advcl/3 they/PRON/nsubj/3 *swim/VERB/root/0",
                    false,
                ),
                ("in/ADP/case/2 case/NOUN/obl/3 *lost/VERB/root/0", true),
                ("in/ADP/case/2 town/NOUN/obl/3 *lost/VERB/root/0", false),
                ("the/DET/det/2 case/NOUN/nsubj/3 *closed/VERB/root/0", false),
            ],
        );
        let given = "given/VERB/dep/3 votes/NOUN/nsubj/3 *lost/VERB/root/0";
        assert!(!Built::new(ClauseKind::Coordinated, given).ask(is_subordinate));
    }

    #[test]
    fn a_verb_in_front_asks() {
        check_rule(
            has_verb_in_front,
            &[
                (
                    "should/AUX/aux/3 storms/NOUN/nsubj/3 *last/VERB/root/0",
                    true,
                ),
                ("*was~be/AUX/root/0 it/PRON/nsubj/1", true),
                (
                    "should/AUX/aux/2 go/VERB/csubj/3 *matters/VERB/root/0",
                    false,
                ),
                ("go/VERB/aux/2 *swim/VERB/root/0", false),
                (
                    "having~have/AUX|VerbForm=Ger/aux/2 *swum/VERB/root/0",
                    false,
                ),
                ("be/AUX/cop/2 *brave/ADJ/root/0", false),
                ("do/AUX/aux/2 *swim/VERB/root/0", false),
                ("let/AUX/aux/2 *swim/VERB/root/0", false),
            ],
        );
    }
}
