//! Words that only introduce a clause and are taken off it: "because", "But", "First", "however" between commas.

use super::edge::{is_break, marks};
use super::runs;
use crate::analysis::Analysis;
use crate::claim::ClauseKind;
use crate::claim::marker;
use crate::grammar::{Deprel, Upos};
use crate::span::ByteSpan;

/// Words that a second conjunct repeats: "He said that visits fell and *that* the fund is empty".
const REPEATED: [&str; 5] = ["that", "because", "although", "while", "if"];

/// "After" and the like, in front of a clause.
const TEMPORAL: [&str; 4] = ["after", "before", "once", "until"];

/// Whether a word, in lower case, puts a clause before or after another.
pub(in crate::claim) fn is_temporal(form: &str) -> bool {
    TEMPORAL.contains(&form)
}

/// Takes off the words that only introduce the clause; gives their places in order.
pub(super) fn take_markers(
    analysis: &Analysis,
    predicate: usize,
    kind: ClauseKind,
    tokens: &mut Vec<usize>,
) -> Vec<ByteSpan> {
    let mut taken = subordinators(analysis, predicate, kind, tokens);
    tokens.retain(|token| !taken.contains(token));
    taken.extend(take_openers(analysis, tokens));
    let between_commas = parentheses(analysis, tokens);
    tokens.retain(|token| !between_commas.contains(token));
    taken.extend(between_commas);
    taken.sort_unstable();
    runs(&taken)
        .into_iter()
        .map(|(first, last)| analysis.words[first].span.cover(analysis.words[last].span))
        .collect()
}

/// The subordinating words that say nothing of the clause itself.
fn subordinators(
    analysis: &Analysis,
    predicate: usize,
    kind: ClauseKind,
    tokens: &[usize],
) -> Vec<usize> {
    let words = &analysis.words;
    let is_taken = |&mark: &usize| match kind {
        ClauseKind::Reason
        | ClauseKind::Concession
        | ClauseKind::Contrast
        | ClauseKind::Complement
        | ClauseKind::Result => true,
        ClauseKind::Coordinated => {
            words[mark].is(&REPEATED) || opens_with_time(analysis, mark, tokens)
        }
        ClauseKind::Main | ClauseKind::Relative | ClauseKind::Parataxis => {
            words[mark].is(&["that"]) || opens_with_time(analysis, mark, tokens)
        }
    };
    let mut marks = marks(analysis, predicate);
    marks.retain(|mark| is_taken(mark) && !leads_to_predicate(analysis, *mark, tokens));
    marks
}

/// "After rebels rose in 2003", cut off from what it tells the time of.
fn opens_with_time(analysis: &Analysis, mark: usize, tokens: &[usize]) -> bool {
    tokens.first() == Some(&mark) && is_temporal(&analysis.words[mark].lower)
}

/// "The plan is *that* nobody pays" has its subject in front.
fn leads_to_predicate(analysis: &Analysis, mark: usize, tokens: &[usize]) -> bool {
    let mut before = tokens.iter().take_while(|&&token| token < mark);
    analysis.words[mark].is(&["that"])
        && before.any(|&token| analysis.words[token].upos.is_nominal())
}

/// Takes off conjunctions, interjections and discourse markers at the start, but never all words.
fn take_openers(analysis: &Analysis, tokens: &mut Vec<usize>) -> Vec<usize> {
    let mut taken = Vec::new();
    while let Some(&first) = tokens.first() {
        let length = if is_conjunction(analysis, first) {
            1
        } else {
            marker::length_at(analysis, first)
        };
        if length == 0 || length >= tokens.len() {
            break;
        }
        taken.extend(tokens.drain(..length));
    }
    taken
}

/// "And", "Well"; but not "Rather than waste time, …", and not "Nor does it pay", which denies.
fn is_conjunction(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    if word.is(&["nor", "neither"]) {
        return false;
    }
    let conjoins = word.deprel == Deprel::Cc || matches!(word.upos, Upos::Cconj | Upos::Intj);
    let next = analysis.words.get(token + 1);
    conjoins && next.is_none_or(|next| !next.is(&["than"]))
}

/// "The fall, *however*, was small": markers between commas.
fn parentheses(analysis: &Analysis, tokens: &[usize]) -> Vec<usize> {
    let words = &analysis.words;
    let inner = tokens.iter().take(tokens.len().saturating_sub(1)).skip(1);
    inner
        .copied()
        .filter(|&token| {
            marker::is_parenthetical(&words[token].lower)
                && is_break(&words[token - 1])
                && words.get(token + 1).is_some_and(is_break)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{say, tree_by_hand};

    /// The words that are taken off and those that stay of the clause whose head is "fell".
    fn taken(kind: ClauseKind, tree: &str) -> String {
        let analysis = tree_by_hand(tree);
        let text = say(&analysis, &(0..analysis.words.len()).collect::<Vec<_>>());
        let predicate = analysis.words.iter().position(|word| word.lower == "fell");
        let mut tokens: Vec<usize> = (0..analysis.words.len())
            .filter(|&token| !analysis.words[token].is_punctuation())
            .collect();
        let places = take_markers(&analysis, predicate.unwrap(), kind, &mut tokens);
        let markers: Vec<&str> = places.iter().map(|place| place.of(&text)).collect();
        format!("{} | {}", markers.join(", "), say(&analysis, &tokens))
    }

    #[test]
    fn subordinating_words_go_where_the_kind_says_so() {
        let because = "because/SCONJ/mark/3 visits/NOUN/nsubj/3 fell/VERB/root/0";
        let that = "that/SCONJ/mark/3 visits/NOUN/nsubj/3 fell/VERB/root/0";
        let after = "after/SCONJ/mark/3 visits/NOUN/nsubj/3 fell/VERB/root/0";
        let off = |word: &str| format!("{word} | visits fell");
        let kept = |word: &str| format!(" | {word} visits fell");
        for kind in [
            ClauseKind::Reason,
            ClauseKind::Concession,
            ClauseKind::Contrast,
            ClauseKind::Complement,
            ClauseKind::Result,
        ] {
            assert_eq!(taken(kind, because), off("because"), "{kind:?}");
            assert_eq!(taken(kind, that), off("that"), "{kind:?}");
        }
        for kind in [
            ClauseKind::Main,
            ClauseKind::Relative,
            ClauseKind::Parataxis,
        ] {
            assert_eq!(taken(kind, because), kept("because"), "{kind:?}");
            assert_eq!(taken(kind, that), off("that"), "{kind:?}");
            assert_eq!(taken(kind, after), off("after"), "{kind:?}");
        }
        assert_eq!(taken(ClauseKind::Coordinated, because), off("because"));
        assert_eq!(taken(ClauseKind::Coordinated, after), off("after"));
        let unless = "unless/SCONJ/mark/3 visits/NOUN/nsubj/3 fell/VERB/root/0";
        assert_eq!(taken(ClauseKind::Coordinated, unless), kept("unless"));
        // Behind the first word, "after" is no opener.
        let inner = "visits/NOUN/nsubj/3 after/SCONJ/mark/3 fell/VERB/root/0";
        assert_eq!(taken(ClauseKind::Main, inner), " | visits after fell");
    }

    #[test]
    fn that_behind_the_subject_stays() {
        let table = [
            (
                "plan/NOUN/nsubj/3 that/SCONJ/mark/3 fell/VERB/root/0",
                " | plan that fell",
            ),
            (
                "plan/NOUN/nsubj/3 because/SCONJ/mark/3 fell/VERB/root/0",
                "because | plan fell",
            ),
            (
                "now/ADV/advmod/3 that/SCONJ/mark/3 fell/VERB/root/0",
                "that | now fell",
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(taken(ClauseKind::Complement, tree), expected, "{tree}");
        }
    }

    #[test]
    fn openers_and_words_between_commas_go() {
        let table = [
            (
                "But/CCONJ/dep/3 visits/NOUN/nsubj/3 fell/VERB/root/0",
                "But | visits fell",
            ),
            (
                "Nor/X/cc/3 visits/NOUN/nsubj/3 fell/VERB/root/0",
                " | Nor visits fell",
            ),
            (
                "neither/CCONJ/cc/3 visits/NOUN/nsubj/3 fell/VERB/root/0",
                " | neither visits fell",
            ),
            (
                "Well/INTJ/dep/3 visits/NOUN/nsubj/3 fell/VERB/root/0",
                "Well | visits fell",
            ),
            // Two of them, one behind the other.
            (
                "But/CCONJ/cc/5 first/ADV/advmod/5 ,/PUNCT/punct/5 visits/NOUN/nsubj/5 fell/VERB/root/0",
                "But first | visits fell",
            ),
            (
                "Rather/CCONJ/cc/4 than/ADP/dep/4 this/PRON/nsubj/4 fell/VERB/root/0",
                " | Rather than this fell",
            ),
            (
                "first/ADJ/amod/2 visits/NOUN/nsubj/3 fell/VERB/root/0",
                " | first visits fell",
            ),
            // At least one word is kept.
            ("and/CCONJ/cc/2 fell/CCONJ/root/0", "and | fell"),
            (
                "visits/NOUN/nsubj/5 ,/PUNCT/punct/5 however/ADV/advmod/5 ,/PUNCT/punct/5 fell/VERB/root/0",
                "however | visits fell",
            ),
            (
                "visits/NOUN/nsubj/4 however/ADV/advmod/4 ,/PUNCT/punct/4 fell/VERB/root/0",
                " | visits however fell",
            ),
            (
                "visits/NOUN/nsubj/4 ,/PUNCT/punct/4 however/ADV/advmod/4 fell/VERB/root/0",
                " | visits however fell",
            ),
            (
                "visits/NOUN/nsubj/5 ,/PUNCT/punct/5 today/ADV/advmod/5 ,/PUNCT/punct/5 fell/VERB/root/0",
                " | visits today fell",
            ),
            // At the end, behind a comma, it stays.
            (
                "visits/NOUN/nsubj/2 fell/VERB/root/0 ,/PUNCT/punct/2 however/ADV/advmod/2 ,/PUNCT/punct/2",
                " | visits fell however",
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(taken(ClauseKind::Main, tree), expected, "{tree}");
        }
    }

    #[test]
    fn after_and_before_put_a_clause_in_time() {
        assert!(is_temporal("after") && is_temporal("until") && !is_temporal("because"));
    }
}
