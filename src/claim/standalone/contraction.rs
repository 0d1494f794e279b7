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
