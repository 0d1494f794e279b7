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
/// may command.
pub(super) fn has_verb_in_front(candidate: &Candidate) -> bool {
    let first = candidate.first();
    let word = candidate.word(first);
    let predicate = candidate.clause.predicate;
    (first == predicate || word.head == Some(predicate))
        && word.upos == Upos::Aux
        && !word.has(Feature::VerbFormGer)
        && word.lower != "be"
        && !word.has_lemma(&["do", "let"])
}
