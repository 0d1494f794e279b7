//! Modal verbs and other words that put a predicate off: what has to be, may be or lies ahead.

use super::ClauseKind;
use super::clause::Clause;
use crate::analysis::{Analysis, Word};
use crate::attribution::Attribution;
use crate::grammar::{Deprel, Feature, Upos};
use crate::terms::CueType;

/// Auxiliaries that put what a verb says ahead, whatever else is said.
pub(super) const FUTURE: [&str; 4] = ["will", "'ll", "wo", "shall"];

/// All modal auxiliaries, with the forms that stand before "n't".
const MODALS: [&str; 15] = [
    "will", "'ll", "wo", "shall", "would", "'d", "may", "might", "could", "can", "ca", "should",
    "must", "ought", "need",
];

/// Words before "to" and a verb that put what it says ahead: "is due to open".
const AHEAD: [&str; 9] = [
    "likely", "going", "expected", "due", "set", "bound", "poised", "unlikely", "certain",
];

/// Whether "would" says what somebody likes: "The opposition would rather build".
pub(super) fn is_liking(words: &[Word], would: usize) -> bool {
    words
        .get(would + 1)
        .is_some_and(|next| next.is(&["rather", "like", "prefer"]))
}

/// Whether the clause is what somebody wants done: "asked that the road be closed".
pub(super) fn is_demanded(analysis: &Analysis, clause: &Clause, attribution: &Attribution) -> bool {
    let word = &analysis.words[clause.predicate];
    let plain =
        word.has(Feature::VerbFormInf) || word.has(Feature::MoodSub) || word.lower == word.lemma;
    attribution.cue_type == CueType::Intention && plain && clause.subject.is_some()
}

/// "has to", "needs to"
pub(super) fn obligation(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let words = &analysis.words;
    clause.tokens.iter().copied().find(|&token| {
        let to_follows = words.get(token + 1).is_some_and(|next| next.lower == "to");
        let verb = words[token].upos == Upos::Verb
            && (token == clause.predicate || words[clause.predicate].head == Some(token));
        verb && to_follows
            && words[token].has_lemma(&["have", "need"])
            && !words[token].has(Feature::TensePast)
    })
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
    let governs = |token: &usize| {
        words[*token]
            .head
            .is_some_and(|head| holders.contains(&head) || shared(*token, head))
    };
    let auxiliary = |token: &usize| {
        matches!(words[*token].deprel.base(), Deprel::Aux | Deprel::Cop) && governs(token)
    };
    clause.tokens.iter().copied().filter(auxiliary).collect()
}

/// The predicate, and the verbs that it completes.
pub(super) fn holders(analysis: &Analysis, clause: &Clause) -> Vec<usize> {
    let words = &analysis.words;
    let mut holders = vec![clause.predicate];
    let mut above = clause.predicate;
    while let Some(head) = words[above]
        .head
        .filter(|_| words[above].deprel.base() == Deprel::Xcomp && holders.len() < 4)
    {
        holders.push(head);
        above = head;
    }
    holders
}

/// Modal auxiliaries of the predicate, or of the verb that it completes ("ought to raise").
pub(super) fn modals(analysis: &Analysis, clause: &Clause) -> Vec<usize> {
    let words = &analysis.words;
    let holders = holders(analysis, clause);
    let auxiliaries = auxiliaries(analysis, clause);
    let modal = |token: &usize| {
        let word = &words[*token];
        let governs = word.deprel.base() == Deprel::Aux && auxiliaries.contains(token);
        let full = holders.contains(token) && word.lower == "ought";
        let auxiliary = governs && (word.lower != "need" || word.upos == Upos::Aux);
        word.is(&MODALS) && (auxiliary || full) && word.upos != Upos::Noun
    };
    clause.tokens.iter().copied().filter(modal).collect()
}

/// "is likely to", "is going to", "plans to", "is expected to", "is due to"; "the frames are to be welded".
pub(super) fn ahead(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let words = &analysis.words;
    let plan = clause.tokens.iter().copied().find(|&token| {
        let to_follows = words.get(token + 1).is_some_and(|next| next.lower == "to");
        let verb_follows = words
            .get(token + 2)
            .is_some_and(|next| matches!(next.upos, Upos::Verb | Upos::Aux));
        let present = words[token].is(&["is", "are", "'s", "'re"]);
        present
            && words[token].upos == Upos::Aux
            && to_follows
            && verb_follows
            && words[token].head == Some(clause.predicate)
            && words[clause.predicate].upos == Upos::Verb
    });
    plan.or_else(|| {
        clause.tokens.iter().copied().find(|&token| {
            let verb_follows = words
                .get(token + 2)
                .is_some_and(|next| matches!(next.upos, Upos::Verb | Upos::Aux | Upos::Adv));
            let to_follows =
                words.get(token + 1).is_some_and(|next| next.lower == "to") && verb_follows;
            let near = token == clause.predicate
                || words[clause.predicate].head == Some(token)
                || analysis.children(clause.predicate).contains(&token);
            near && (to_follows && words[token].is(&AHEAD)
                || words[token].is(&["unlikely", "likely"]) && token == clause.predicate)
        })
    })
}
