//! How alike the words of two claims are.

use super::Text;
use std::collections::BTreeSet;

/// Lemmas of the words that carry sense.
pub(super) fn content_words(text: &Text, claim: usize) -> BTreeSet<String> {
    let claim = &text.claims[claim];
    let words = &text.analyses[claim.sentence].words;
    words
        .iter()
        .filter(|word| claim.spans.iter().any(|span| span.contains(word.span)))
        .filter(|word| matches!(word.upos.as_str(), "NOUN" | "PROPN" | "VERB" | "ADJ" | "NUM"))
        .map(|word| word.lemma.to_lowercase())
        .collect()
}

/// Shared words over the words of both (Dice), 0 to 1.
pub(super) fn dice(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let shared = a.intersection(b).count();
    if shared == 0 { 0.0 } else { 2.0 * shared as f64 / (a.len() + b.len()) as f64 }
}
