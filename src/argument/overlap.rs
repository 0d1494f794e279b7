//! The words that carry the sense of a claim, and the share of them that two claims have in common.

use super::text::Text;
use crate::grammar::Upos;
use std::collections::BTreeSet;

/// Parts of speech of words that carry sense.
const CONTENT: [Upos; 5] = [Upos::Noun, Upos::Propn, Upos::Verb, Upos::Adj, Upos::Num];

/// Lemmas of a claim's words that carry sense.
pub(super) fn content_words(text: &Text, claim: usize) -> BTreeSet<String> {
    text.words(claim)
        .filter(|word| CONTENT.contains(&word.upos))
        .map(|word| word.lemma.to_lowercase())
        .collect()
}

/// Shared words over the words of both (Dice), 0 to 1; 0 where both have none.
pub(super) fn dice(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let n_words = a.len() + b.len();
    if n_words == 0 {
        return 0.0;
    }
    2.0 * a.intersection(b).count() as f64 / n_words as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dice_is_twice_the_shared_over_all_words() {
        let set = |words: &str| -> BTreeSet<String> {
            words.split_whitespace().map(String::from).collect()
        };
        let of = |a: &str, b: &str| dice(&set(a), &set(b));
        assert_eq!(of("keep ferry", "keep ferry"), 1.0);
        assert_eq!(of("keep night ferry", "keep"), 0.5);
        assert_eq!(of("keep ferry", "close bridge"), 0.0);
        assert_eq!(of("", ""), 0.0);
    }
}
