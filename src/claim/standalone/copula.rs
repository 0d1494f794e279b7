//! The verb that a name lacks to be a sentence: "called the policy a mistake" → *The policy is a mistake*.

use super::{Change, Wording};
use crate::grammar::{Deprel, Feature, Upos};
use crate::span::ByteSpan;

pub(super) fn change(wording: &Wording) -> Option<Change> {
    let Wording {
        analysis,
        clause,
        own,
        ..
    } = wording;
    let words = &analysis.words;
    // What is named hangs on the name or beside it, as the parser takes it.
    let subject = analysis.child(clause.predicate, Deprel::Nsubj);
    let within = analysis.subtree(clause.predicate);
    let of_subject = subject.map_or(Vec::new(), |subject| analysis.subtree(subject));
    let before = clause
        .tokens
        .iter()
        .copied()
        .find(|token| within.contains(token) && !of_subject.contains(token))?;
    let named: Vec<usize> = clause
        .tokens
        .iter()
        .copied()
        .take_while(|&token| token < before)
        .collect();
    let heads_out = |token: usize| words[token].head.is_none_or(|head| !named.contains(&head));
    let head = named
        .iter()
        .copied()
        .find(|&token| matches!(words[token].upos, Upos::Noun | Upos::Propn) && heads_out(token))?;
    let is_name = matches!(
        words[clause.predicate].upos,
        Upos::Noun | Upos::Propn | Upos::Adj
    ) && words[before].upos != Upos::Adp;
    let is_clause = analysis
        .children_with(clause.predicate, &[Deprel::Cop, Deprel::Aux, Deprel::Mark])
        .next()
        .is_some();
    if !is_name || is_clause {
        return None;
    }
    let verb = if words[head].has(Feature::NumberPlur) {
        "are"
    } else {
        "is"
    };
    let behind = words[*named.last()?].span.end;
    let piece = own
        .iter()
        .find(|piece| piece.contains(words[before].span))?;
    let (at, to) = if piece.start > behind {
        (piece.start, format!("{verb} "))
    } else {
        (behind, format!(" {verb}"))
    };
    Some(Change {
        at: ByteSpan::new(at, at),
        to,
        reason: "verb put in",
        origin: None,
        probability: None,
    })
}
