//! Content that is no clause, and clauses that end in a cue.
//!
//! "Critics called the decision a trap" names, "he was “deeply concerned”" quotes: both hold a claim although the content
//! has no verb of its own.

use super::ClauseKind;
use super::clause::{Clause, is_finite};
use super::holder::holds;
use crate::analysis::Analysis;
use crate::attribution::Attribution;
use crate::grammar::{Deprel, Upos};

/// The content of an attribution as a clause: its predicate is the last word that hangs outside. `None` for some words in
/// quotation marks beside a cue that reports something else: users may leave “tailored adverts”.
pub(super) fn named(analysis: &Analysis, attribution: &Attribution) -> Option<Clause> {
    let words = &analysis.words;
    let tokens: Vec<usize> = (0..words.len())
        .filter(|&token| holds(attribution, words[token].span) && !words[token].is_punctuation())
        .collect();
    let hangs_outside = |token: &&usize| {
        let head = words[**token].head;
        head.is_none_or(|head| !tokens.contains(&head))
    };
    let predicate = *tokens.iter().rfind(hangs_outside)?;
    let is_statement = || tokens.iter().any(|&token| is_finite(analysis, token));
    if attribution.rule == "beside_quotation" && !is_statement() {
        return None;
    }
    let subject = tokens
        .iter()
        .copied()
        .find(|&token| token != predicate && words[token].upos != Upos::Det);
    Some(Clause {
        predicate,
        subject,
        tokens,
        kind: ClauseKind::Complement,
        governor: None,
        markers: Vec::new(),
        condition: None,
        setting: None,
        stance: Vec::new(),
    })
}

/// The clause without a cue at its end whose content is a claim of its own: "the firm cut its rates, *while claiming* that
/// …". `None` where nothing is left to claim: "Society may choose to believe that …".
pub(super) fn without_cue_at_end(
    analysis: &Analysis,
    attributions: &[&Attribution],
    mut clause: Clause,
) -> Option<Clause> {
    let words = &analysis.words;
    let last = clause
        .tokens
        .iter()
        .copied()
        .rfind(|&token| !words[token].is_punctuation())?;
    let is_cue = attributions.iter().any(|attribution| {
        let mut content = attribution.content.iter();
        attribution.cue_token == last && content.all(|span| span.start > words[last].span.start)
    });
    if !is_cue || last == clause.predicate {
        return Some(clause);
    }
    let aside = std::iter::once(last)
        .chain(analysis.ancestors(last))
        .take_while(|&above| above != clause.predicate)
        .filter(|&above| words[above].deprel.base() == Deprel::Advcl)
        .last()?;
    let taken = analysis.subtree(aside);
    clause.tokens.retain(|token| !taken.contains(token));
    clause.tokens.contains(&clause.predicate).then_some(clause)
}
