//! A verb has one clause as its complement.

use super::{attach, is_subordinating};
use crate::analysis::Word;
use crate::grammar::Deprel;

/// A verb has one clause as its complement. A second one is joined to the first: "Police said the man *stole* a car, *hit* a
/// wall"; or the first says when and on which condition: "Holm said when the toll *rose*, drivers *left*". Clauses on either
/// side of the verb are two quotations: “It works,” Holm said, “and it is cheap.”
pub(super) fn join_complements(words: &mut [Word]) {
    for second in 1..words.len() {
        let Some(first) = earlier_complement(words, second) else {
            continue;
        };
        if is_subordinate(words, first) && !is_subordinate(words, second) {
            attach(words, first, second, Deprel::Advcl);
        } else {
            attach(words, second, first, Deprel::Conj);
        }
    }
}

/// The first complement clause of the verb that has this one too, on the same side of it.
fn earlier_complement(words: &[Word], second: usize) -> Option<usize> {
    let is_complement = |word: &Word| word.deprel == Deprel::Ccomp;
    let verb = words[second]
        .head
        .filter(|_| is_complement(&words[second]))?;
    let same_side = if verb < second {
        verb + 1..second
    } else {
        0..second
    };
    let mut before = same_side;
    before.find(|&first| words[first].head == Some(verb) && is_complement(&words[first]))
}

/// Whether a subordinating word opens the clause of a predicate.
fn is_subordinate(words: &[Word], predicate: usize) -> bool {
    let opens = |word: &Word| word.head == Some(predicate) && is_subordinating(word);
    words[..predicate].iter().any(opens)
}

#[cfg(test)]
mod tests {
    use crate::analysis::mend::testing::mended;

    #[test]
    fn a_verb_has_one_clause_as_its_complement() {
        let table: [(&str, &[usize], &[&str]); 5] = [
            // A list, of which the third is joined to the first as well.
            (
                "police/NOUN/nsubj/2 said/VERB/root/0 he/PRON/nsubj/4 stole/VERB/ccomp/2 hit/VERB/ccomp/2 and/CCONJ/cc/7 fled/VERB/ccomp/2",
                &[3, 4, 6],
                &["stole ccomp 2", "hit conj 4", "fled conj 4"],
            ),
            // In front of the verb.
            (
                "it/PRON/nsubj/2 works/VERB/ccomp/6 we/PRON/nsubj/4 know/VERB/ccomp/6 he/PRON/nsubj/6 said/VERB/root/0",
                &[1, 3],
                &["works ccomp 6", "know conj 2"],
            ),
            (
                "he/PRON/nsubj/2 said/VERB/root/0 when/ADV/advmod/5 it/PRON/nsubj/5 rose/VERB/ccomp/2 they/PRON/nsubj/7 left/VERB/ccomp/2",
                &[4, 6],
                &["rose advcl 7", "left ccomp 2"],
            ),
            // On either side of the verb, and of two verbs.
            (
                "it/PRON/nsubj/2 works/VERB/ccomp/4 he/PRON/nsubj/4 said/VERB/root/0 it/PRON/nsubj/6 pays/VERB/ccomp/4",
                &[1, 5],
                &["works ccomp 4", "pays ccomp 4"],
            ),
            (
                "he/PRON/nsubj/2 said/VERB/root/0 she/PRON/nsubj/4 knows/VERB/ccomp/2 it/PRON/nsubj/6 pays/VERB/ccomp/4",
                &[3, 5],
                &["knows ccomp 2", "pays ccomp 4"],
            ),
        ];
        for (tree, places, expected) in table {
            assert_eq!(mended(tree, places), expected, "{tree}");
        }
    }
}
