//! Words that judge: "farce", "fairest", "sillier".

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

/// Whether the word is evaluative, or a degree of one that is: "fairest", "sillier".
pub(super) fn judges(word: &Word) -> bool {
    let known = |form: &str| EVALUATIVE.contains(form);
    let graded = || {
        let stem = word
            .lower
            .strip_suffix("est")
            .or_else(|| word.lower.strip_suffix("er"))
            .filter(|stem| stem.len() > 2)?;
        let graded = matches!(word.upos, Upos::Adj | Upos::Adv);
        Some(
            graded
                && (known(stem)
                    || known(&format!("{stem}e"))
                    || stem
                        .strip_suffix('i')
                        .is_some_and(|stem| known(&format!("{stem}y")))),
        )
    };
    known(&word.lemma) || known(&word.lower) || graded().unwrap_or(false)
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
            ("fairest", "fairest", Upos::Adj, true),
            ("sillier", "sillier", Upos::Adj, true),
            ("wiser", "wiser", Upos::Adj, true),
            // A fair is no judgement, and "-er" of a noun no degree.
            ("fairer", "fairer", Upos::Noun, false),
            ("water", "water", Upos::Noun, false),
            ("ferries", "ferry", Upos::Noun, false),
        ] {
            assert_eq!(judges(&word(lower, lemma, upos)), expected, "{lower}");
        }
    }
}
