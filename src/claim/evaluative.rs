//! Words that judge: "farce", "fairest", "sillier".
//!
//! Decided on the list in `evaluative.txt`, by form or lemma. Known to go wrong on words that judge in one sense alone
//! ("a fair at the weekend").

use crate::analysis::Word;
use crate::grammar::Upos;
use std::collections::HashSet;
use std::sync::LazyLock;

static EVALUATIVE: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("evaluative.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect()
});

/// Endings of the degrees of an adjective or adverb.
const DEGREES: [&str; 2] = ["est", "er"];

/// Least length of what stands before such an ending: "er" in "her" is none.
const LEAST_STEM: usize = 3;

/// Whether the word is evaluative, or a degree of one that is: "fairest", "sillier".
pub(super) fn judges(word: &Word) -> bool {
    is_listed(&word.lemma) || is_listed(&word.lower) || is_degree(word)
}

fn is_listed(form: &str) -> bool {
    EVALUATIVE.contains(form)
}

/// "fairest", "wiser", "sillier": the stem, or with the letter that the ending took, is listed.
fn is_degree(word: &Word) -> bool {
    let stem = DEGREES
        .iter()
        .find_map(|ending| word.lower.strip_suffix(ending));
    let Some(stem) = stem.filter(|stem| stem.len() >= LEAST_STEM) else {
        return false;
    };
    let silly = stem.strip_suffix('i').map(|stem| format!("{stem}y"));
    matches!(word.upos, Upos::Adj | Upos::Adv)
        && (is_listed(stem)
            || is_listed(&format!("{stem}e"))
            || silly.is_some_and(|form| is_listed(&form)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_of_a_judging_word_judge() {
        let word = |lower: &str, lemma: &str, upos: Upos| Word {
            lower: lower.into(),
            lemma: lemma.into(),
            upos,
            ..Word::default()
        };
        for (lower, lemma, upos, expected) in [
            ("fair", "fair", Upos::Adj, true),
            ("fair", "x", Upos::Noun, true),
            ("x", "fair", Upos::Noun, true),
            ("fairest", "fairest", Upos::Adj, true),
            ("fairer", "fairer", Upos::Adv, true),
            ("sillier", "sillier", Upos::Adj, true),
            ("wiser", "wiser", Upos::Adj, true),
            // A fair is no judgement, and "-er" of a noun no degree.
            ("fairer", "fairer", Upos::Noun, false),
            ("water", "water", Upos::Noun, false),
            ("older", "older", Upos::Adj, false),
            ("odder", "odder", Upos::Adj, true),
            ("lier", "lier", Upos::Adj, false),
            ("ferries", "ferry", Upos::Noun, false),
        ] {
            assert_eq!(judges(&word(lower, lemma, upos)), expected, "{lower}");
        }
    }
}
