//! Whether a claim was cut where a sentence can begin and end: not through what belongs together, nor where the parser is
//! unsure what belongs to it.

use super::Wording;
use crate::analysis::{Analysis, Word};
use crate::claim::ClauseKind;
use crate::claim::clause::Clause;
use crate::grammar::{Deprel, Feature, Upos};

/// Most words of its sentence that may be expected on the wrong side of the borders of a claim, where these were drawn
/// within it. What is left of a main clause makes a sentence more often.
const MOST_MISPLACED: f32 = 1.0;

/// Whether a sentence can begin where the claim begins and end where it ends.
pub(super) fn are_sound(wording: &Wording) -> bool {
    let drawn = wording.clause.kind == ClauseKind::Main || misplaced(wording) < MOST_MISPLACED;
    drawn && !is_cut(wording)
}

/// How many words are to be expected on the wrong side by the probabilities of the heads that were not chosen. Words that
/// hang across the border were cut on purpose.
fn misplaced(wording: &Wording) -> f32 {
    let words = &wording.analysis.words;
    let inside: Vec<bool> = words
        .iter()
        .map(|word| wording.piece(word.span).is_some())
        .collect();
    let mut sum = 0.0;
    for (word, &side) in words.iter().zip(&inside) {
        if !word.is_punctuation() && word.head.is_some_and(|head| inside[head] == side) {
            sum += word
                .rivals
                .iter()
                .filter(|&&(head, _)| inside[head] != side)
                .map(|&(_, probability)| probability)
                .sum::<f32>();
        }
    }
    sum
}

/// Whether the words next to the claim show that it was cut through where the tree was wrong.
fn is_cut(wording: &Wording) -> bool {
    let Wording {
        analysis, clause, ..
    } = *wording;
    let words = &analysis.words;
    let (Some(&first), Some(&last)) = (clause.tokens.first(), clause.tokens.last()) else {
        return true;
    };
    let before = first.checked_sub(1).map(|before| &words[before]);
    let opened = own_subject(analysis, clause) == Some(first)
        && before.is_some_and(|before| is_qualified(before, clause));
    let next = words
        .get(last + 1)
        .filter(|next| wording.piece(next.span).is_none());
    let closed = next.is_some_and(goes_on) || hangs(analysis, clause, last);
    opened || closed
}

/// "We could create and expose | tools", "This raises the chances | we will fall", "Adding it | is easy", "the thought | that he
/// lied": what follows a claim without a mark or conjunction belongs to it, if only in part.
fn goes_on(next: &Word) -> bool {
    match next.upos {
        Upos::Noun
        | Upos::Propn
        | Upos::Num
        | Upos::Det
        | Upos::Adj
        | Upos::Aux
        | Upos::Verb
        | Upos::Part => true,
        Upos::Pron => !next.has(Feature::PronTypeRel),
        Upos::Adp => next.lower != "as",
        _ => next.lower == "that",
    }
}

/// "burgers | he was frying": a clause behind a bare noun says which one.
fn is_qualified(before: &Word, clause: &Clause) -> bool {
    let apart = matches!(clause.kind, ClauseKind::Coordinated | ClauseKind::Parataxis);
    apart && matches!(before.upos, Upos::Noun | Upos::Pron)
}

/// The first word of a subject that stands with its predicate.
fn own_subject(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let subject = analysis
        .children_with(clause.predicate, &[Deprel::Nsubj])
        .next()?;
    analysis.subtree(subject).into_iter().next()
}

/// A preposition, article or conjunction at the end whose noun or clause was cut off.
fn hangs(analysis: &Analysis, clause: &Clause, last: usize) -> bool {
    let word = &analysis.words[last];
    if word.upos == Upos::Sconj || word.lower == "even" {
        return true;
    }
    let cut = word
        .head
        .is_some_and(|head| head > last && !clause.tokens.contains(&head));
    cut && matches!(
        word.deprel.base(),
        Deprel::Case | Deprel::Det | Deprel::Amod | Deprel::Nummod | Deprel::Compound
    )
}
