//! What a name asks for in place of an auxiliary that leans on a pronoun: "they're" → "the Harls are".

use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Feature, Upos};

/// Verbs that have no passive.
const NO_PASSIVE: [&str; 12] = [
    "appear", "arrive", "be", "become", "begin", "come", "fall", "get", "go", "grow", "happen",
    "rise",
];

/// What stands behind a name for the contracted auxiliary at `token`, blank included; `None` where none leans there.
pub(super) fn written_out(analysis: &Analysis, token: usize) -> Option<&'static str> {
    let word = analysis.words.get(token)?;
    let is_verb = matches!(word.upos, Upos::Aux | Upos::Verb);
    match word.lower.strip_prefix('\'')? {
        "s" if is_verb => Some(if is_has(analysis, word, token) {
            " has"
        } else {
            " is"
        }),
        "d" if is_had(analysis, word, token) => Some(" had"),
        "d" if is_verb => Some(" would"),
        "re" => Some(" are"),
        "ve" => Some(" have"),
        "ll" => Some(" will"),
        _ => None,
    }
}

/// Whether "'s" is "has". "It's come up with": neither lemma nor relation tell, but a verb without an object has no passive.
fn is_has(analysis: &Analysis, word: &Word, token: usize) -> bool {
    let behind = word.head.filter(|&head| head > token);
    let perfect = behind.is_some_and(|head| {
        let verb = &analysis.words[head];
        let active = verb.has_lemma(&NO_PASSIVE) && !verb.lower.ends_with("ing");
        let participle = verb.has(Feature::VerbFormPart) && verb.has(Feature::TensePast);
        active || participle && word.deprel == Deprel::Aux
    });
    word.lemma == "have" || perfect && word.upos == Upos::Aux
}

/// Whether "'d" is "had": "they'd better go".
fn is_had(analysis: &Analysis, word: &Word, token: usize) -> bool {
    let next = analysis.words.get(token + 1);
    let full = word.lemma == "have" && matches!(word.upos, Upos::Aux | Upos::Verb);
    full || next.is_some_and(|next| next.lower == "better")
}

#[cfg(test)]
mod tests {
    use super::super::hand::Built;
    use super::*;
    use crate::claim::ClauseKind;

    #[test]
    fn contracted_auxiliaries_are_written_out() {
        for (sentence, expected) in [
            (
                "it/PRON/nsubj/3 's~be/AUX/cop/3 *late/ADJ/root/0",
                Some(" is"),
            ),
            (
                "it/PRON/nsubj/3 's~have/AUX/aux/3 *late/ADJ/root/0",
                Some(" has"),
            ),
            (
                "it/PRON/nsubj/2 *'s~be/VERB/root/0 late/ADJ/xcomp/2",
                Some(" is"),
            ),
            ("it/PRON/nmod/3 's/PART/case/1 *late/ADJ/root/0", None),
            // A participle behind "'s" as a plain auxiliary, or a verb without a passive.
            (
                "it/PRON/nsubj/3 's~be/AUX/aux/3 *sold~sell/VERB|Tense=Past|VerbForm=Part/root/0",
                Some(" has"),
            ),
            (
                "it/PRON/nsubj/3 's~be/AUX/aux:pass/3 *sold~sell/VERB|Tense=Past|VerbForm=Part/root/0",
                Some(" is"),
            ),
            (
                "it/PRON/nsubj/3 's~be/AUX/aux/3 *selling~sell/VERB|VerbForm=Part/root/0",
                Some(" is"),
            ),
            (
                "it/PRON/nsubj/3 's~be/AUX/aux/3 *sold~sell/VERB|Tense=Past/root/0",
                Some(" is"),
            ),
            (
                "it/PRON/nsubj/3 's~be/AUX/aux:pass/3 *come/VERB/root/0",
                Some(" has"),
            ),
            (
                "it/PRON/nsubj/3 's~be/VERB/aux:pass/3 *come/VERB/root/0",
                Some(" is"),
            ),
            (
                "it/PRON/nsubj/3 's~be/AUX/aux/3 *coming~come/VERB/root/0",
                Some(" is"),
            ),
            ("*come/VERB/root/0 's~be/AUX/aux/1", Some(" is")),
            (
                "he/PRON/nsubj/3 'd~have/AUX/aux/3 *sold/VERB/root/0",
                Some(" had"),
            ),
            ("he/PRON/nsubj/3 'd~have/X/aux/3 *sold/VERB/root/0", None),
            (
                "he/PRON/nsubj/4 'd~would/AUX/aux/4 better/ADV/advmod/4 *go/VERB/root/0",
                Some(" had"),
            ),
            (
                "he/PRON/nsubj/3 'd~would/AUX/aux/3 *go/VERB/root/0",
                Some(" would"),
            ),
            (
                "they/PRON/nsubj/3 're~be/AUX/cop/3 *late/ADJ/root/0",
                Some(" are"),
            ),
            (
                "they/PRON/nsubj/3 've~have/AUX/aux/3 *gone/VERB/root/0",
                Some(" have"),
            ),
            (
                "they/PRON/nsubj/3 'll~will/AUX/aux/3 *go/VERB/root/0",
                Some(" will"),
            ),
            ("they/PRON/nsubj/3 are~be/AUX/cop/3 *late/ADJ/root/0", None),
            ("*late/ADJ/root/0", None),
        ] {
            let built = Built::new(ClauseKind::Main, sentence);
            assert_eq!(written_out(&built.analysis, 1), expected, "{sentence}");
        }
    }
}
