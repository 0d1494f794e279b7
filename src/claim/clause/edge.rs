//! What stands at the edges of a clause: its subordinating words, and the marks in front of it and behind.

use crate::analysis::{Analysis, Word};
use crate::grammar::Deprel;

/// Marks that set clauses apart.
const BREAKS: [&str; 10] = [",", ";", ":", "-", "--", "–", "—", "―", "(", "…"];

/// Adverbs that belong to a subordinating word: "even if", "only because", "so that", "as long as".
const STRENGTHENING: [&str; 4] = ["even", "only", "so", "long"];

/// Words behind such an adverb that lead the clause in with it.
const LED_ON: [&str; 5] = ["if", "as", "that", "long", "because"];

/// Whether a word is a mark that sets clauses apart.
pub(super) fn is_break(word: &Word) -> bool {
    word.is(&BREAKS)
}

/// The subordinating words of a clause, in order, with an adverb that strengthens them. "to" is a part of its infinitive.
pub(super) fn marks(analysis: &Analysis, predicate: usize) -> Vec<usize> {
    let subordinates = |&child: &usize| {
        let word = &analysis.words[child];
        match word.deprel {
            Deprel::Mark => !word.is(&["to"]),
            // "so that", "as long as", ", so it failed"; not "if we are so good".
            Deprel::Advmod => {
                let next = analysis.words.get(child + 1);
                let leads = |next: &Word| next.deprel == Deprel::Mark || next.is(&LED_ON);
                let goes_on =
                    word.is(&["so"]) && child > 0 && analysis.words[child - 1].is_punctuation();
                word.is(&STRENGTHENING) && (goes_on || next.is_some_and(leads))
            }
            _ => false,
        }
    };
    let children = analysis.children(predicate).iter().copied();
    let mut marks: Vec<usize> = children
        .filter(|&child| child < predicate)
        .filter(subordinates)
        .flat_map(|child| analysis.subtree(child))
        .collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// Whether a break stands in front of a subtree.
pub(super) fn has_break_before(analysis: &Analysis, head: usize) -> bool {
    words_below(analysis, head)
        .next()
        .and_then(|first| first.checked_sub(1))
        .is_some_and(|before| is_break(&analysis.words[before]))
}

/// Whether a break stands behind a subtree.
pub(super) fn has_break_behind(analysis: &Analysis, head: usize) -> bool {
    words_below(analysis, head)
        .last()
        .and_then(|last| analysis.words.get(last + 1))
        .is_some_and(is_break)
}

/// The words of a subtree, marks left aside.
fn words_below(analysis: &Analysis, head: usize) -> impl Iterator<Item = usize> + '_ {
    let tokens = analysis.subtree(head).into_iter();
    tokens.filter(|&token| !analysis.words[token].is_punctuation())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{say, tree_by_hand};

    #[test]
    fn marks_are_words_in_front_that_subordinate() {
        let table = [
            ("because/SCONJ/mark/2 rains/VERB/root/0", "because"),
            (
                "even/ADV/advmod/3 if/SCONJ/mark/3 rains/VERB/root/0",
                "even if",
            ),
            (
                "so/SCONJ/mark/3 that/SCONJ/fixed/1 rains/VERB/root/0",
                "so that",
            ),
            (
                ",/PUNCT/punct/4 so/ADV/advmod/4 it/PRON/nsubj/4 closed/VERB/root/0",
                "so",
            ),
            (
                "if/SCONJ/mark/4 it/PRON/nsubj/4 so/ADV/advmod/4 rains/VERB/root/0",
                "if",
            ),
            ("to/PART/mark/2 rain/VERB/root/0", ""),
            ("then/ADV/advmod/2 rains/VERB/root/0", ""),
            ("even/NOUN/nsubj/2 rains/VERB/root/0", ""),
            ("rains/VERB/root/0 though/SCONJ/mark/1", ""),
        ];
        for (tree, expected) in table {
            let analysis = tree_by_hand(tree);
            let root = analysis.words.iter().position(|word| word.head.is_none());
            assert_eq!(
                say(&analysis, &marks(&analysis, root.unwrap())),
                expected,
                "{tree}"
            );
        }
    }

    #[test]
    fn breaks_are_looked_for_right_in_front_and_behind() {
        let analysis = tree_by_hand(
            "it/PRON/nsubj/2 ran/VERB/root/0 ,/PUNCT/punct/5 fast/ADV/advmod/5 home/ADV/advmod/2 :/PUNCT/punct/7 now/ADV/advmod/2",
        );
        assert!(has_break_before(&analysis, 4) && has_break_before(&analysis, 6));
        assert!(has_break_behind(&analysis, 4));
        assert!(!has_break_before(&analysis, 0) && !has_break_behind(&analysis, 0));
        assert!(!has_break_before(&analysis, 1) && !has_break_behind(&analysis, 6));
        assert!(has_break_before(&analysis, 3) && !has_break_behind(&analysis, 3));
    }
}
