//! Lemmas, by the edit script that the weights choose.
//!
//! A script such as `l2|y` lower-cases (`l`) or keeps the case (`k`), takes letters off the end and puts letters on. The
//! weights choose well among frequent words and badly among rare ones ("deni" of "denied"), so irregular verbs are looked up
//! (`irregular.txt`), and other words only lose the endings that English has, where possible to give a known word
//! (after Morphy, Miller et al. 1990).

use super::weights::Weights;
use crate::grammar::{Feature, Tag, Upos};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Form to lemma.
static IRREGULAR: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("irregular.txt")
        .lines()
        .filter_map(|line| line.split_once(": "));
    lines
        .flat_map(|(lemma, forms)| forms.split(' ').map(move |form| (form, lemma)))
        .collect()
});

/// The lemma that the scores of the scripts speak for. Linear in the number of scripts.
pub(super) fn choose(weights: &Weights, scores: &[f32], form: &str, tag: Tag) -> String {
    let labels = &weights.lemma.labels;
    let lower = form.to_lowercase().replace(['‘', '’'], "'");
    // "Found" of the present is no form of "find".
    let past =
        tag.features.has(Feature::TensePast) || lower.ends_with('s') || lower.starts_with('\'');
    if let Some(lemma) = IRREGULAR
        .get(lower.as_str())
        .filter(|_| tag.upos == Upos::Verb && past)
    {
        return lemma.to_string();
    }
    let better = |best: usize, script: usize| {
        if scores[script] > scores[best] {
            script
        } else {
            best
        }
    };
    let Some(best) = (0..scores.len()).reduce(better) else {
        return lower;
    };
    let Some(lemma) = apply(form, &lower, &labels[best]) else {
        return if tag.upos == Upos::Propn {
            form.to_string()
        } else {
            lower
        };
    };
    let inflected = matches!(tag.upos, Upos::Verb | Upos::Noun | Upos::Adj | Upos::Adv)
        && lemma != lower
        && labels[best].starts_with('l');
    if !inflected || regular(&lower, &labels[best]) && weights.vocabulary.has(&lemma) {
        return lemma;
    }
    let regular = || (0..scores.len()).filter(|&script| regular(&lower, &labels[script]));
    let known = |script: &usize| {
        apply(form, &lower, &labels[*script]).is_some_and(|lemma| weights.vocabulary.has(&lemma))
    };
    let found = regular()
        .filter(known)
        .reduce(better)
        .or_else(|| regular().reduce(better));
    found
        .and_then(|script| apply(form, &lower, &labels[script]))
        .unwrap_or(lemma)
}

/// Whether a script takes one of the regular endings off: "-s", "-ed", "-ing", "-er", "-est".
fn regular(lower: &str, script: &str) -> bool {
    let Some((off, on)) = script
        .strip_prefix('l')
        .and_then(|rest| rest.split_once('|'))
    else {
        return false;
    };
    let Some(cut) = off
        .parse()
        .ok()
        .and_then(|off: usize| lower.len().checked_sub(off))
    else {
        return false;
    };
    let Some((stem, ending)) = lower.split_at_checked(cut) else {
        return false;
    };
    let last = stem.chars().next_back();
    match on {
        "" => match ending {
            "s" => last != Some('s'),
            "es" => {
                stem.ends_with(['s', 'x', 'z', 'o']) || stem.ends_with("ch") || stem.ends_with("sh")
            }
            "d" | "r" | "st" => last == Some('e'),
            "ed" | "ing" | "er" | "est" => true,
            // "stopped": the last letter stands twice.
            _ => {
                ending.chars().next() == last
                    && matches!(ending.get(1..), Some("ed" | "ing" | "er" | "est"))
            }
        },
        "e" => ending == "ing",
        "y" => matches!(ending, "ies" | "ied" | "ier" | "iest"),
        _ => false,
    }
}

/// What a script makes of a word; `None` where it does not fit.
fn apply(form: &str, lower: &str, script: &str) -> Option<String> {
    let start = if script.starts_with('k') { form } else { lower };
    let (off, on) = script.get(1..)?.split_once('|')?;
    let keep = start.chars().count().checked_sub(off.parse().ok()?)?;
    let stem: String = start.chars().take(keep).collect();
    (!stem.is_empty() || !on.is_empty()).then(|| stem + on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inference::Encoder;

    #[test]
    fn scripts_are_applied_where_they_fit() {
        assert_eq!(
            apply("Parties", "parties", "l3|y").as_deref(),
            Some("party")
        );
        assert_eq!(apply("Kyiv", "kyiv", "k0|").as_deref(), Some("Kyiv"));
        assert_eq!(apply("was", "was", "l3|be").as_deref(), Some("be"));
        assert_eq!(apply("a", "a", "l3|be"), None);
        assert_eq!(apply("a", "a", "l1|"), None);
    }

    #[test]
    fn endings_are_those_of_english() {
        assert!(
            ["l1|", "l3|y", "l3|", "l3|e", "l2|"]
                .iter()
                .zip(["cats", "denied", "stopped", "hoping", "boxes"])
                .all(|(script, word)| regular(word, script))
        );
        assert!(
            ["l1|", "l2|y", "l2|", "l3|e", "l2|"]
                .iter()
                .zip(["built", "added", "hates", "wrote", "œuvré"])
                .all(|(script, word)| !regular(word, script))
        );
    }

    #[test]
    fn a_lemma_is_a_word() {
        let bytes = std::fs::read(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/weights/averral-en.weights"
        ))
        .unwrap();
        let weights = Weights::read(&bytes).unwrap();
        let line = [
            "Penhale", "denied", "it", ",", "Torrance", "added", ",", "and", "she", "wrote",
            "that", "they", "built", "it", ".",
        ];
        let encoded = Encoder::new(&weights).read(&[&line]);
        let whole = 0..line.len();
        let decisions = encoded.decide(std::slice::from_ref(&whole));
        let found: Vec<&str> = [1, 5, 9, 12]
            .map(|word| decisions[0].lemmas[word].as_str())
            .to_vec();
        assert_eq!(found, ["deny", "add", "write", "build"]);
    }
}
