//! Which stretches of a sentence are propositions of their own.
//!
//! Decided on the dependency tree (Universal Dependencies v2): the root, coordinated predicates, clauses of reason,
//! concession, contrast and result, clauses set beside the main one, non-restrictive relative clauses, and complements
//! of attributing cues and of the author's own stance are clauses of their own; everything else stays inside the
//! clause that contains it. Known to go wrong where the parser attaches a coordinated verb too high or too low.

mod adverbial;
mod condition;
mod coordination;
mod edge;
mod hung;
mod introduced;
mod part;
mod predicate;
mod relative;
mod shared;
mod stance;
#[cfg(test)]
mod tests;

use crate::analysis::Analysis;
use crate::claim::ClauseKind;
use crate::grammar::Upos;
use crate::span::ByteSpan;
use part::{Part, parts};
pub(super) use {
    introduced::is_temporal,
    predicate::{is_finite, is_predicate},
    stance::{asks_whether, is_denied},
};

/// A clause that may be a claim. Token indices are those of its sentence.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// Head of the predicate.
    pub predicate: usize,
    /// Tokens of the clause without punctuation, in order; a shared subject and auxiliary are put back.
    pub tokens: Vec<usize>,
    /// Head of the subject, its own or a shared one.
    pub subject: Option<usize>,
    /// How the clause stands in the sentence.
    pub kind: ClauseKind,
    /// Predicate of the clause that it hangs on.
    pub governor: Option<usize>,
    /// Words that introduce it and are no part of it: "because", "But", "First".
    pub markers: Vec<ByteSpan>,
    /// Head of the clause that it depends on, with the tokens of that clause's marker.
    pub condition: Option<(usize, Vec<usize>)>,
    /// Head of a clause in front that says when it is so: "When it rains, the road floods".
    pub setting: Option<usize>,
    /// Predicates of the author's stance that were taken off: "I doubt that", "It is clear that".
    pub stance: Vec<usize>,
}

/// Cuts a sentence into clauses, in the order of their predicates.
///
/// `is_cue` tells of a token whether it heads the cue of an attribution. Linear in the number of tokens but for deep
/// trees, where each subtree is walked once per clause above it.
pub(super) fn clauses(analysis: &Analysis, is_cue: &dyn Fn(usize) -> bool) -> Vec<Clause> {
    let parts = parts(analysis, is_cue);
    let heads = parts.iter().enumerate();
    heads
        .filter_map(|(predicate, part)| match part {
            Some(Part::Clause(kind)) => Some(clause(analysis, &parts, predicate, *kind)),
            _ => None,
        })
        .filter(|clause| !clause.tokens.is_empty())
        .collect()
}

fn clause(
    analysis: &Analysis,
    parts: &[Option<Part>],
    predicate: usize,
    kind: ClauseKind,
) -> Clause {
    let mut tokens = own_tokens(analysis, parts, predicate);
    let markers = introduced::take_markers(analysis, predicate, kind, &mut tokens);
    let own_subject = analysis.subject_of_clause(predicate);
    let shared = match kind {
        ClauseKind::Coordinated if own_subject.is_none() => {
            shared::put_back(analysis, parts, predicate, &mut tokens)
        }
        ClauseKind::Relative => {
            relative::put_back_antecedent(analysis, parts, predicate, &mut tokens)
        }
        _ => None,
    };
    Clause {
        predicate,
        tokens,
        subject: own_subject.or(shared),
        kind,
        governor: hung::governor(analysis, parts, predicate),
        markers,
        condition: hung::condition(analysis, parts, predicate),
        setting: hung::setting(analysis, parts, predicate),
        stance: hung::stances(analysis, parts, predicate),
    }
}

/// The subtree without punctuation and without the clauses that stand on their own.
fn own_tokens(analysis: &Analysis, parts: &[Option<Part>], head: usize) -> Vec<usize> {
    let mut tokens = vec![head];
    let mut next = 0;
    while next < tokens.len() && tokens.len() <= analysis.words.len() {
        let below = analysis.children(tokens[next]).iter();
        tokens.extend(below.filter(|&&child| parts[child].is_none()));
        next += 1;
    }
    tokens.retain(|&token| analysis.words[token].upos != Upos::Punct);
    tokens.sort_unstable();
    tokens
}

/// Runs of neighbouring indices as (first, last).
pub(super) fn runs(tokens: &[usize]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &token in tokens {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == token => *last = token,
            _ => runs.push((token, token)),
        }
    }
    runs
}
