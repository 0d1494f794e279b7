//! The verb that a name lacks to be a sentence: "called the policy a mistake" → *The policy is a mistake*.

use super::Wording;
use super::edit::{Change, EditReason};
use crate::grammar::{Deprel, Feature, Upos};
use crate::span::ByteSpan;

/// "is" or "are" between what is named and its name; `None` where the claim is no name or has a verb.
pub(super) fn change(wording: &Wording) -> Option<Change> {
    if !is_name(wording) {
        return None;
    }
    let words = &wording.analysis.words;
    let name = name_start(wording)?;
    if words[name].upos == Upos::Adp {
        return None;
    }
    let tokens = wording.clause.tokens.iter().copied();
    let named: Vec<usize> = tokens.take_while(|&token| token < name).collect();
    let verb = if words[head_noun(wording, &named)?].has(Feature::NumberPlur) {
        "are"
    } else {
        "is"
    };
    let behind = words[*named.last()?].span.end;
    let piece = wording
        .own
        .iter()
        .find(|piece| piece.contains(words[name].span))?;
    // The name may be a piece of its own: its blank stands in front of it.
    let (at, to) = if piece.start > behind {
        (piece.start, format!("{verb} "))
    } else {
        (behind, format!(" {verb}"))
    };
    Some(Change::new(ByteSpan::new(at, at), to, EditReason::Verb))
}

/// Whether the claim is headed by a noun or an adjective without a verb.
fn is_name(wording: &Wording) -> bool {
    let predicate = wording.clause.predicate;
    let mut verbs = wording
        .analysis
        .children_with(predicate, &[Deprel::Cop, Deprel::Aux, Deprel::Mark]);
    verbs.next().is_none()
        && matches!(
            wording.analysis.words[predicate].upos,
            Upos::Noun | Upos::Propn | Upos::Adj
        )
}

/// The first word of the name. What is named hangs on the name as its subject or stands beside it, as the parser takes it.
fn name_start(wording: &Wording) -> Option<usize> {
    let analysis = wording.analysis;
    let predicate = wording.clause.predicate;
    let of_name = analysis.subtree(predicate);
    let subject = analysis.child(predicate, Deprel::Nsubj);
    let of_subject = subject.map_or(Vec::new(), |subject| analysis.subtree(subject));
    let mut tokens = wording.clause.tokens.iter().copied();
    tokens.find(|token| of_name.contains(token) && !of_subject.contains(token))
}

/// The noun of a phrase that hangs on nothing inside it.
fn head_noun(wording: &Wording, phrase: &[usize]) -> Option<usize> {
    let words = &wording.analysis.words;
    let heads_out = |token: usize| words[token].head.is_none_or(|head| !phrase.contains(&head));
    phrase
        .iter()
        .copied()
        .find(|&token| words[token].upos.is_noun() && heads_out(token))
}
