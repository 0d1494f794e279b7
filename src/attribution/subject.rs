//! Who does what a verb says, where the parser hangs the doer elsewhere.

use crate::analysis::Analysis;
use crate::grammar::{Deprel, Upos};

/// How many verbs above a verb may lend it their subject.
const MOST_STEPS: usize = 5;

/// What stands between the words of a quotation and the name of its speaker.
const CLOSING_MARKS: [&str; 4] = ["\"", "”", "’", ","];

/// The subject that a verb shares with the verb above it, or the noun that it is said of: "The mayor rose and said",
/// "She used the speech to warn", "a report warning that".
pub(super) fn shared_subject(analysis: &Analysis, verb: usize) -> Option<usize> {
    let shares = [Deprel::Conj, Deprel::Xcomp, Deprel::Advcl, Deprel::Acl];
    let mut lower = verb;
    for above in analysis.ancestors(verb).take(MOST_STEPS) {
        let relation = analysis.words[lower].deprel.base();
        if !shares.contains(&relation) {
            return None;
        }
        if relation == Deprel::Acl && analysis.words[above].upos != Upos::Verb {
            return Some(above);
        }
        let subject = analysis.child(above, Deprel::Nsubj);
        if subject.is_some() {
            return subject;
        }
        lower = above;
    }
    None
}

/// The name or pronoun between a quotation and its cue that the parser gave to a verb of the quotation: “…,” Liv Orr told.
pub(super) fn stranded_subject(analysis: &Analysis, cue: usize) -> Option<usize> {
    let words = &analysis.words;
    let first = (0..cue)
        .rev()
        .take_while(|&at| {
            words[at].upos.is_nominal() || matches!(words[at].upos, Upos::Det | Upos::Adj)
        })
        .last()?;
    let before = words.get(first.checked_sub(1)?)?;
    if !CLOSING_MARKS.contains(&before.form.as_str()) {
        return None;
    }
    let is_head = |&at: &usize| {
        words[at].upos.is_nominal()
            && words[at]
                .head
                .is_none_or(|head| head < first || head >= cue)
    };
    (first..cue).find(is_head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::tree_by_hand;

    #[test]
    fn a_verb_shares_the_subject_of_the_verb_or_noun_above_it() {
        let table = [
            // Joined, aiming at something, beside something.
            (
                "mayor/NOUN/nsubj/2 rose/VERB/root/0 and/CCONJ/cc/4 said/VERB/conj/2",
                3,
                Some(0),
            ),
            (
                "she/PRON/nsubj/2 used/VERB/root/0 it/PRON/obj/2 to/PART/mark/5 warn/VERB/xcomp/2",
                4,
                Some(0),
            ),
            (
                "she/PRON/nsubj/2 left/VERB/root/0 ,/PUNCT/punct/4 warning/VERB/advcl/2",
                3,
                Some(0),
            ),
            // Said of a noun, but not of a verb.
            (
                "report/NOUN/nsubj/3 warning/VERB/acl/1 came/VERB/root/0",
                1,
                Some(0),
            ),
            (
                "she/PRON/nsubj/2 tried/VERB/root/0 warning/VERB/acl/2",
                2,
                Some(0),
            ),
            // A joined verb is no part of the noun above the first.
            (
                "report/NOUN/nsubj/3 came/VERB/conj/1 said/VERB/conj/2",
                2,
                None,
            ),
            // Through several verbs, up to five.
            (
                "she/PRON/nsubj/2 a/VERB/root/0 b/VERB/conj/2 c/VERB/conj/3 d/VERB/conj/4",
                4,
                Some(0),
            ),
            (
                "she/PRON/nsubj/2 a/VERB/root/0 b/VERB/conj/2 c/VERB/conj/3 d/VERB/conj/4 e/VERB/conj/5 f/VERB/conj/6",
                6,
                Some(0),
            ),
            (
                "she/PRON/nsubj/2 a/VERB/root/0 b/VERB/conj/2 c/VERB/conj/3 d/VERB/conj/4 e/VERB/conj/5 f/VERB/conj/6 g/VERB/conj/7",
                7,
                None,
            ),
            // What is said has a subject of its own, and the root has nothing above it.
            (
                "she/PRON/nsubj/2 said/VERB/root/0 rains/VERB/ccomp/2",
                2,
                None,
            ),
            ("said/VERB/root/0 she/PRON/nsubj/1", 0, None),
        ];
        for (line, verb, expected) in table {
            assert_eq!(
                shared_subject(&tree_by_hand(line), verb),
                expected,
                "{line}"
            );
        }
    }

    #[test]
    fn a_name_between_quotation_and_cue_is_the_speaker() {
        let table = [
            (
                "“ Go/VERB/ccomp/6 ” Liv/PROPN/nsubj/2 Orr/PROPN/flat/4 told/VERB/root/0",
                5,
                Some(3),
            ),
            (
                "Go/VERB/ccomp/4 , she/PRON/nsubj/1 said/VERB/root/0",
                3,
                Some(2),
            ),
            (
                "Go/VERB/ccomp/6 \" the/DET/det/5 old/ADJ/amod/5 man/NOUN/nsubj/1 said/VERB/root/0",
                5,
                Some(4),
            ),
            // Hung on the cue itself; the head of the name, not what stands in it.
            (
                "Go/VERB/ccomp/4 , she/PRON/obj/4 said/VERB/root/0",
                3,
                Some(2),
            ),
            (
                "Go/VERB/ccomp/5 , city/NOUN/compound/4 mayor/NOUN/nsubj/1 said/VERB/root/0",
                4,
                Some(3),
            ),
            // Nothing parts them, nobody stands there, or the sentence begins with the name.
            (
                "Go/VERB/ccomp/4 for/ADP/case/3 she/PRON/nsubj/1 said/VERB/root/0",
                3,
                None,
            ),
            ("Go/VERB/ccomp/3 , said/VERB/root/0", 2, None),
            ("she/PRON/nsubj/2 said/VERB/root/0", 1, None),
            (", the/DET/det/1 old/ADJ/amod/1 said/VERB/root/0", 3, None),
        ];
        for (line, cue, expected) in table {
            assert_eq!(
                stranded_subject(&tree_by_hand(line), cue),
                expected,
                "{line}"
            );
        }
    }
}
