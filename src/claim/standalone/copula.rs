//! The verb that a name lacks to be a sentence: "called the policy a mistake" → *The policy is a mistake*.

use super::{Change, Wording};
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
    let subject = analysis.child(clause.predicate, "nsubj");
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
    let head = named.iter().copied().find(|&token| {
        matches!(words[token].upos.as_str(), "NOUN" | "PROPN") && heads_out(token)
    })?;
    let is_name = matches!(
        words[clause.predicate].upos.as_str(),
        "NOUN" | "PROPN" | "ADJ"
    ) && words[before].upos != "ADP";
    let is_clause = analysis
        .children_with(clause.predicate, &["cop", "aux", "mark"])
        .next()
        .is_some();
    if !is_name || is_clause {
        return None;
    }
    let verb = if words[head].has("Number=Plur") {
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
