//! What a name asks for in place of an auxiliary that leans on a pronoun: "they're" → "the Harls are".

use crate::analysis::Analysis;
use crate::grammar::{Deprel, Feature, Upos};

/// Verbs that have no passive.
const NO_PASSIVE: [&str; 12] = [
    "appear", "arrive", "be", "become", "begin", "come", "fall", "get", "go", "grow", "happen",
    "rise",
];

/// What stands behind a name for the contracted auxiliary at `token`; `None` where none leans there.
pub(super) fn written_out(analysis: &Analysis, token: usize) -> Option<&'static str> {
    let word = analysis.words.get(token)?;
    // "It's come up with": neither lemma nor relation tell, but a verb without an object has no passive.
    let perfect = word.head.is_some_and(|head| {
        let verb = &analysis.words[head];
        let active = NO_PASSIVE.contains(&verb.lemma.as_str()) && !verb.lower.ends_with("ing");
        head > token
            && (active
                || word.deprel == Deprel::Aux
                    && verb.has(Feature::VerbFormPart)
                    && verb.has(Feature::TensePast))
    });
    let form = word.lower.strip_prefix(['\'', '’'])?;
    Some(match (word.upos, form, word.lemma.as_str()) {
        (Upos::Aux | Upos::Verb, "s", "have") => " has",
        (Upos::Aux, "s", _) if perfect => " has",
        (Upos::Aux | Upos::Verb, "s", _) => " is",
        (Upos::Aux | Upos::Verb, "d", "have") => " had",
        (_, "d", _)
            if analysis
                .words
                .get(token + 1)
                .is_some_and(|next| next.lower == "better") =>
        {
            " had"
        }
        (Upos::Aux | Upos::Verb, "d", _) => " would",
        (_, "re", _) => " are",
        (_, "ve", _) => " have",
        (_, "ll", _) => " will",
        _ => return None,
    })
}
