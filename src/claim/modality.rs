//! Modal verbs and other words that put a predicate off: what has to be, may be or lies ahead.
//!
//! Shared by the rules of kind, certainty, polarity and time.

use super::ClauseKind;
use super::clause::Clause;
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Feature, Upos};
use crate::terms::CueType;

/// Auxiliaries that put what a verb says ahead, whatever else is said.
pub(super) const FUTURE: [&str; 4] = ["will", "'ll", "wo", "shall"];

/// Auxiliaries that leave open whether it is so.
pub(super) const POSSIBLE: [&str; 3] = ["may", "might", "could"];

/// All modal auxiliaries, with the forms that stand before "n't".
const MODALS: [&str; 15] = [
    "will", "'ll", "wo", "shall", "would", "'d", "may", "might", "could", "can", "ca", "should",
    "must", "ought", "need",
];

/// Words before "to" and a verb that put what it says ahead: "is due to open".
const AHEAD: [&str; 10] = [
    "likely", "going", "expected", "due", "set", "bound", "poised", "unlikely", "certain", "about",
];

/// Words that do so as the predicate, whatever follows.
const LIKELY: [&str; 2] = ["likely", "unlikely"];

/// Forms of "be" before "to" and a verb: "The frames are to be welded".
const BE: [&str; 4] = ["is", "are", "'s", "'re"];

/// Words behind "would" that make it a liking: "would rather".
const LIKINGS: [&str; 3] = ["rather", "like", "prefer"];

/// Lemmas of verbs that oblige before "to": "has to", "needs to".
const OBLIGING: [&str; 2] = ["have", "need"];

/// How many verbs may complete one another: keeps the work linear.
const MOST_HOLDERS: usize = 4;

/// Whether "would" says what somebody likes: "The opposition would rather build".
pub(super) fn is_liking(words: &[Word], would: usize) -> bool {
    words.get(would + 1).is_some_and(|next| next.is(&LIKINGS))
}

/// Whether the clause is what somebody wants done: "asked that the council close it", "asked that the road be closed". `cue_type` is that of the cue in front.
pub(super) fn is_demanded(analysis: &Analysis, clause: &Clause, cue_type: CueType) -> bool {
    let word = &analysis.words[clause.predicate];
    let bare_be = || {
        analysis
            .children_with(clause.predicate, &[Deprel::Aux, Deprel::Cop])
            .next()
            .is_some_and(|first| analysis.words[first].is(&["be"]))
    };
    let plain = word.has(Feature::VerbFormInf)
        || word.has(Feature::MoodSub)
        || word.lower == word.lemma
        || bare_be();
    cue_type == CueType::Intention && plain && clause.subject.is_some()
}

/// "has to", "needs to": the verb that obliges, where it is the predicate or governs it.
pub(super) fn obligation(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let words = &analysis.words;
    let obliges = |token: &usize| {
        let word = &words[*token];
        let governs = *token == clause.predicate || words[clause.predicate].head == Some(*token);
        governs
            && word.upos == Upos::Verb
            && (word.has_lemma(&OBLIGING)
                && !word.has(Feature::TensePast)
                && to_follows(words, *token)
                || is_got_to(analysis, *token)
                || is_our_need(analysis, clause, *token))
    };
    clause.tokens.iter().copied().find(obliges)
}

/// "We've got to back away".
fn is_got_to(analysis: &Analysis, token: usize) -> bool {
    let words = &analysis.words;
    words[token].is(&["got"])
        && to_follows(words, token)
        && analysis
            .auxiliary(token, &["have", "has", "'ve", "'s"])
            .is_some()
}

/// "We need an agreement", "we need governments to act": what one says of all calls for it.
fn is_our_need(analysis: &Analysis, clause: &Clause, token: usize) -> bool {
    let words = &analysis.words;
    let of_us = |subject: usize| words[subject].is(&["we"]);
    words[token].has_lemma(&["need"])
        && !words[token].has(Feature::TensePast)
        && !analysis.is_negated(token)
        && clause.subject.is_some_and(of_us)
        && analysis.child(token, Deprel::Obj).is_some()
}

/// Auxiliaries and copula of the predicate, or of the verb that it completes ("ought to raise"), in order.
pub(super) fn auxiliaries(analysis: &Analysis, clause: &Clause) -> Vec<usize> {
    let words = &analysis.words;
    let holders = holders(analysis, clause);
    // "The council should publish it and raise the fee": put back from the first of the coordinated verbs.
    let shared = |token: usize, head: usize| {
        clause.kind == ClauseKind::Coordinated
            && token < clause.predicate
            && (!clause.tokens.contains(&head) || words[clause.predicate].head == Some(head))
    };
    let governs = |token: usize| {
        let head = words[token].head;
        head.is_some_and(|head| holders.contains(&head) || shared(token, head))
    };
    let is_auxiliary = |token: &usize| {
        matches!(words[*token].deprel.base(), Deprel::Aux | Deprel::Cop) && governs(*token)
    };
    clause.tokens.iter().copied().filter(is_auxiliary).collect()
}

/// The predicate, and the verbs that it completes.
pub(super) fn holders(analysis: &Analysis, clause: &Clause) -> Vec<usize> {
    let words = &analysis.words;
    let completes = |token: &usize| {
        let word = &words[*token];
        word.head.filter(|_| word.deprel.base() == Deprel::Xcomp)
    };
    std::iter::successors(Some(clause.predicate), completes)
        .take(MOST_HOLDERS)
        .collect()
}

/// Modal auxiliaries of the predicate, or of the verb that it completes ("ought to raise").
pub(super) fn modals(analysis: &Analysis, clause: &Clause) -> Vec<usize> {
    let words = &analysis.words;
    let holders = holders(analysis, clause);
    let auxiliaries = auxiliaries(analysis, clause);
    let is_modal = |token: &usize| {
        let word = &words[*token];
        let governs = word.deprel.base() == Deprel::Aux && auxiliaries.contains(token);
        let is_auxiliary = governs && (word.lower != "need" || word.upos == Upos::Aux);
        // Some trees have "ought" as a full verb.
        let is_full_verb = word.is(&["ought"]) && holders.contains(token);
        word.is(&MODALS) && (is_auxiliary || is_full_verb) && word.upos != Upos::Noun
    };
    clause.tokens.iter().copied().filter(is_modal).collect()
}

/// The word that puts a claim ahead without a modal verb: "is going to", "is expected to", "the frames are to be welded".
pub(super) fn ahead(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let tokens = || clause.tokens.iter().copied();
    tokens()
        .find(|&token| is_plan(analysis, clause, token))
        .or_else(|| tokens().find(|&token| is_outlook(analysis, clause, token)))
}

/// "are" in "The frames are to be welded".
fn is_plan(analysis: &Analysis, clause: &Clause, token: usize) -> bool {
    let words = &analysis.words;
    let word = &words[token];
    word.is(&BE)
        && word.upos == Upos::Aux
        && word.head == Some(clause.predicate)
        && words[clause.predicate].upos == Upos::Verb
        && to_follows(words, token)
        && follows_to(words, token, &[Upos::Verb, Upos::Aux])
}

/// "due" in "is due to open", "likely" in "A delay is likely", and "expect" in "Drivers can expect delays".
fn is_outlook(analysis: &Analysis, clause: &Clause, token: usize) -> bool {
    let words = &analysis.words;
    let word = &words[token];
    let is_predicate = token == clause.predicate;
    let is_near = is_predicate
        || words[clause.predicate].head == Some(token)
        || word.head == Some(clause.predicate);
    let before_verb =
        to_follows(words, token) && follows_to(words, token, &[Upos::Verb, Upos::Aux, Upos::Adv]);
    let can_expect =
        is_predicate && word.lemma == "expect" && analysis.auxiliary(token, &["can"]).is_some();
    is_near && (before_verb && word.is(&AHEAD) || is_predicate && word.is(&LIKELY)) || can_expect
}

fn to_follows(words: &[Word], token: usize) -> bool {
    words.get(token + 1).is_some_and(|next| next.is(&["to"]))
}

/// Whether the word after "to" is one of those parts of speech.
fn follows_to(words: &[Word], token: usize, parts: &[Upos]) -> bool {
    words
        .get(token + 2)
        .is_some_and(|next| parts.contains(&next.upos))
}

#[cfg(test)]
mod tests;
