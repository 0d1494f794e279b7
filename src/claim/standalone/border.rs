//! Whether a claim was cut where a sentence can begin and end: not through what belongs together, nor where the parser is
//! unsure what belongs to it.

use super::Wording;
use super::obstacle::Candidate;
use crate::analysis::Word;
use crate::claim::ClauseKind;
use crate::grammar::{Deprel, Feature, Upos};

/// From how many words of the sentence on that are to be expected on the wrong side of its borders a claim is not said
/// alone. Set by reading sentences on either side of it.
pub(super) const MOST_MISPLACED: f32 = 1.0;

/// Words that go on with what stands before them, where no mark or conjunction parts the two.
const GOING_ON: [Upos; 8] = [
    Upos::Noun,
    Upos::Propn,
    Upos::Num,
    Upos::Det,
    Upos::Adj,
    Upos::Aux,
    Upos::Verb,
    Upos::Part,
];

/// Relations of words that can't be said without the noun behind them.
const LEADING: [Deprel; 5] = [
    Deprel::Case,
    Deprel::Det,
    Deprel::Amod,
    Deprel::Nummod,
    Deprel::Compound,
];

/// How many words are to be expected on the wrong side by the probabilities of the heads that were not chosen. Words that
/// hang across the border were cut on purpose.
pub(super) fn misplaced(wording: &Wording) -> f32 {
    let words = &wording.analysis.words;
    let inside: Vec<bool> = words
        .iter()
        .map(|word| wording.piece(word.span).is_some())
        .collect();
    let cut_on_purpose =
        |word: &Word, side: bool| word.head.is_none_or(|head| inside[head] != side);
    let counted = words
        .iter()
        .zip(&inside)
        .filter(|&(word, &side)| !word.is_punctuation() && !cut_on_purpose(word, side));
    let across = counted.map(|(word, &side)| {
        let rivals = word
            .rivals
            .iter()
            .filter(|&&(head, _)| inside[head] != side);
        rivals.map(|&(_, probability)| probability).sum::<f32>()
    });
    across.fold(0.0, |sum, probability| sum + probability)
}

/// "burgers | he was frying": a clause behind a bare noun says which one.
pub(super) fn qualifies_noun(candidate: &Candidate) -> bool {
    let first = candidate.first();
    let before = first.checked_sub(1).map(|before| candidate.word(before));
    matches!(
        candidate.clause.kind,
        ClauseKind::Coordinated | ClauseKind::Parataxis
    ) && before.is_some_and(|before| matches!(before.upos, Upos::Noun | Upos::Pron))
        && own_subject(candidate) == Some(first)
}

/// The first word of a subject that stands with its predicate.
fn own_subject(candidate: &Candidate) -> Option<usize> {
    let subject = candidate
        .analysis
        .children_with(candidate.clause.predicate, &[Deprel::Nsubj])
        .next()?;
    candidate.analysis.subtree(subject).first().copied()
}

/// "We could create and expose | tools", "This raises the chances | we will fall", "Adding it | is easy", "the thought | that he
/// lied": what follows a claim without a mark or conjunction belongs to it, if only in part.
pub(super) fn goes_on(candidate: &Candidate) -> bool {
    let next = candidate
        .next(candidate.last())
        .filter(|next| candidate.wording.piece(next.span).is_none());
    next.is_some_and(|next| match next.upos {
        Upos::Pron => !next.has(Feature::PronTypeRel),
        Upos::Adp => next.lower != "as",
        upos => GOING_ON.contains(&upos) || next.lower == "that",
    })
}

/// A preposition, article or conjunction at the end whose noun or clause was cut off.
pub(super) fn end_hangs(candidate: &Candidate) -> bool {
    let last = candidate.last();
    let word = candidate.word(last);
    let head_cut = word
        .head
        .is_some_and(|head| head > last && !candidate.has(head));
    word.upos == Upos::Sconj
        || word.lower == "even"
        || head_cut && LEADING.contains(&word.deprel.base())
}
