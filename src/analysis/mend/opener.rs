//! A word that opens a clause belongs to the clause right behind it.

use super::{attach, is_subordinating};
use crate::analysis::Word;
use crate::grammar::{Deprel, Upos};

/// Words that open a clause which stands for a thing: "*what* the town needs is a bridge".
const ASKING: [&str; 4] = ["what", "how", "where", "why"];

/// Gives "if", "when" and "what" to the first clause behind them, where the tree has them open the second: "Holm said *if* the
/// toll *stays*, drivers will leave", "*what* the town *needs* is a bridge".
pub(super) fn give_openers_to_first_clause(words: &mut [Word]) {
    for opener in 0..words.len() {
        let Some((first, second)) = clauses_behind(words, opener) else {
            continue;
        };
        let comma = words[first..second].iter().any(|word| word.form == ",");
        if is_subordinating(&words[opener]) && comma {
            attach(words, first, second, Deprel::Advcl);
            words[opener].head = Some(first);
        } else if ASKING.contains(&words[opener].lower.as_str()) && !comma {
            attach(words, first, second, Deprel::Csubj);
            attach(words, opener, first, Deprel::Obj);
        } else {
            continue;
        }
        if let Some(subject) = subject_between(words, opener, first, second) {
            words[subject].head = Some(first);
        }
    }
}

/// The predicate of a clause with a subject right behind a word that opens it, and of the clause that it hangs on, which the
/// word hangs on as well. The subject may hang on either.
fn clauses_behind(words: &[Word], opener: usize) -> Option<(usize, usize)> {
    let second = words[opener].head.filter(|&second| second > opener)?;
    let of = |predicate: usize| move |&at: &usize| words[at].head == Some(predicate);
    let is_clause = |&first: &usize| match words[first].deprel.base() {
        Deprel::Advcl => true,
        Deprel::Nsubj | Deprel::Csubj | Deprel::Ccomp => words[first].upos == Upos::Verb,
        _ => false,
    };
    let mut behind = (opener + 1..second).filter(of(second));
    let first = behind.find(is_clause)?;
    subject_between(words, opener, first, second)?;
    // It has no opening word of its own.
    let marked = (opener + 1..first)
        .filter(of(first))
        .any(|at| words[at].deprel == Deprel::Mark);
    (!marked).then_some((first, second))
}

/// The subject between an opening word and the first predicate, which hangs on that or on the second.
fn subject_between(words: &[Word], opener: usize, first: usize, second: usize) -> Option<usize> {
    (opener + 1..first).find(|&at| {
        let of_either = words[at].head == Some(first) || words[at].head == Some(second);
        of_either && words[at].deprel.base() == Deprel::Nsubj
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::mend::testing::mended;

    #[test]
    fn a_word_opens_the_clause_right_behind_it() {
        let table: [(&str, &[usize], &[&str]); 7] = [
            (
                "if/SCONJ/mark/7 tolls/NOUN/nsubj/3 stay/VERB/advcl/7 ,/PUNCT/punct/3 men/NOUN/nsubj/7 will/AUX/aux/7 leave/VERB/root/0",
                &[0, 2],
                &["if mark 3", "stay advcl 7"],
            ),
            (
                "when/ADV/advmod/6 tolls/NOUN/nsubj/3 rose/VERB/nsubj/6 ,/PUNCT/punct/3 men/NOUN/nsubj/6 left/VERB/root/0",
                &[0, 2],
                &["when advmod 3", "rose advcl 6"],
            ),
            (
                "what/PRON/mark/6 towns/NOUN/nsubj/3 need/VERB/nsubj/6 is/AUX/cop/6 a/DET/det/6 bridge/NOUN/root/0",
                &[0, 2],
                &["what obj 3", "need csubj 6"],
            ),
            // The first subject was given to the second clause.
            (
                "what/PRON/mark/6 towns/NOUN/nsubj/6 need/VERB/nsubj/6 is/AUX/cop/6 a/DET/det/6 bridge/NOUN/root/0",
                &[0, 1, 2],
                &["what obj 3", "towns nsubj 3", "need csubj 6"],
            ),
            // The first clause has an opening word of its own; there is but one clause; no comma parts the clauses.
            (
                "that/SCONJ/mark/8 if/SCONJ/mark/4 tolls/NOUN/nsubj/4 stay/VERB/advcl/8 ,/PUNCT/punct/4 men/NOUN/nsubj/8 will/AUX/aux/8 leave/VERB/root/0",
                &[0, 3],
                &["that mark 8", "stay advcl 8"],
            ),
            (
                "if/SCONJ/mark/3 men/NOUN/nsubj/3 leave/VERB/root/0",
                &[0],
                &["if mark 3"],
            ),
            (
                "if/SCONJ/mark/6 tolls/NOUN/nsubj/3 stay/VERB/csubj/6 men/NOUN/nsubj/6 will/AUX/aux/6 leave/VERB/root/0",
                &[0, 2],
                &["if mark 6", "stay csubj 6"],
            ),
        ];
        for (tree, places, expected) in table {
            assert_eq!(mended(tree, places), expected, "{tree}");
        }
    }
}
