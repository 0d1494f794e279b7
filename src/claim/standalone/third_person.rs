//! Verbs of "I" and "we" put in the third person: "I carry" → *she carries*.

use super::edit::{Change, EditReason};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Feature, Upos};

/// Forms that don't follow the rule. A contracted form is written out.
const IRREGULAR: [(&str, &str); 7] = [
    ("am", "is"),
    ("are", "is"),
    ("have", "has"),
    ("do", "does"),
    ("'ve", " has"),
    ("'re", " is"),
    ("'m", " is"),
];

/// Words beside which "were" may be of no time: "If we were rich".
const UNREAL: [&str; 4] = ["if", "wish", "though", "unless"];

/// Endings of verbs that take "es".
const HISSING: [&str; 6] = ["s", "x", "z", "ch", "sh", "o"];

/// The changes of the verbs that agree with a subject.
pub(super) fn changes(analysis: &Analysis, subject: usize) -> Vec<Change> {
    let verbs = agreeing_verbs(analysis, subject).into_iter();
    let change = |verb: usize| {
        let to = in_third_person(&analysis.words, verb)?;
        Some(Change::new(
            analysis.words[verb].span,
            to,
            EditReason::Speaker,
        ))
    };
    verbs.filter_map(change).collect()
}

/// The words that agree with a subject: the first auxiliary of its verb and of those coordinated with it, else the verb.
/// None for "I and my brother run".
fn agreeing_verbs(analysis: &Analysis, subject: usize) -> Vec<usize> {
    let words = &analysis.words;
    let mut beside = analysis.children_with(subject, &[Deprel::Conj]);
    let Some(predicate) = words[subject].head else {
        return Vec::new();
    };
    if words[subject].deprel.base() != Deprel::Nsubj || beside.next().is_some() {
        return Vec::new();
    }
    let shares_subject = |&verb: &usize| analysis.child(verb, Deprel::Nsubj).is_none();
    let coordinated = analysis
        .children_with(predicate, &[Deprel::Conj])
        .filter(shares_subject);
    let agrees = |verb: usize| auxiliary_of(analysis, verb, subject).unwrap_or(verb);
    std::iter::once(predicate)
        .chain(coordinated)
        .map(agrees)
        .collect()
}

/// The first auxiliary of a verb. "One of my strengths is I have": not the "is" in front of the subject.
fn auxiliary_of(analysis: &Analysis, verb: usize, subject: usize) -> Option<usize> {
    let words = &analysis.words;
    analysis
        .children_with(verb, &[Deprel::Aux, Deprel::Cop])
        .find(|&auxiliary| words[auxiliary].upos == Upos::Aux)
        .filter(|&auxiliary| auxiliary > subject || !words[verb].has(Feature::VerbFormFin))
}

/// The third person of a verb; `None` where it is the same.
fn in_third_person(words: &[Word], verb: usize) -> Option<String> {
    let word = &words[verb];
    if let Some((_, third)) = IRREGULAR.iter().find(|(form, _)| *form == word.lower) {
        return Some(third.to_string());
    }
    let unreal = || words.iter().any(|word| word.is(&UNREAL));
    if word.lower == "were" && !unreal() {
        return Some("was".to_string());
    }
    let present = word.upos == Upos::Verb
        && word.has(Feature::TensePres)
        && word.has(Feature::VerbFormFin)
        && word.lower == word.lemma;
    present.then(|| inflected(&word.lower))
}

/// "go" → "goes", "carry" → "carries".
fn inflected(lower: &str) -> String {
    let consonant_y = lower
        .strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    match consonant_y {
        Some(stem) => format!("{stem}ies"),
        None if HISSING.iter().any(|ending| lower.ends_with(ending)) => format!("{lower}es"),
        None => format!("{lower}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::hand::Built;
    use super::*;
    use crate::claim::ClauseKind;

    #[test]
    fn verbs_in_the_present_take_an_ending() {
        for (lower, expected) in [
            ("go", "goes"),
            ("carry", "carries"),
            ("play", "plays"),
            ("fix", "fixes"),
            ("teach", "teaches"),
            ("want", "wants"),
            ("see", "sees"),
        ] {
            assert_eq!(inflected(lower), expected);
        }
    }

    #[test]
    fn each_verb_of_the_subject_agrees() {
        let present = "VERB|Tense=Pres|VerbForm=Fin";
        for (sentence, expected) in [
            (format!("I/PRON/nsubj/2 *go/{present}/root/0"), "goes"),
            (
                format!(
                    "I/PRON/nsubj/2 *go/{present}/root/0 and/CCONJ/cc/4 carry/{present}/conj/2"
                ),
                "goes carries",
            ),
            (
                format!(
                    "I/PRON/nsubj/2 *go/{present}/root/0 they/PRON/nsubj/4 carry/{present}/conj/2"
                ),
                "goes",
            ),
            (
                format!("I/PRON/nsubj/3 and/CCONJ/cc/3 *go/{present}/root/0 you/PRON/conj/1"),
                "",
            ),
            (format!("me/PRON/obj/2 *go/{present}/root/0"), ""),
            ("I/PRON/root/0".to_string(), ""),
            (
                "I/PRON/nsubj/2 *went~go/VERB|Tense=Past|VerbForm=Fin/root/0".to_string(),
                "",
            ),
            (
                "I/PRON/nsubj/2 *go/VERB|Tense=Pres|VerbForm=Inf/root/0".to_string(),
                "",
            ),
            (
                "I/PRON/nsubj/2 *go/VERB|VerbForm=Fin/root/0".to_string(),
                "",
            ),
            (
                "I/PRON/nsubj/2 *can/AUX|Tense=Pres|VerbForm=Fin/root/0".to_string(),
                "",
            ),
            (format!("I/PRON/nsubj/2 *goeth~go/{present}/root/0"), ""),
            // The auxiliary agrees, not the verb.
            (
                "I/PRON/nsubj/3 do/AUX/aux/3 *go/VERB|VerbForm=Inf/root/0".to_string(),
                "does",
            ),
            (
                "I/PRON/nsubj/3 am~be/AUX/cop/3 *late/ADJ/root/0".to_string(),
                "is",
            ),
            (
                "we/PRON/nsubj/3 are~be/AUX/cop/3 *late/ADJ/root/0".to_string(),
                "is",
            ),
            (
                "we/PRON/nsubj/3 were~be/AUX/cop/3 *late/ADJ/root/0".to_string(),
                "was",
            ),
            (
                "we/PRON/nsubj/3 were~be/AUX/cop/3 *late/ADJ/root/0 if/SCONJ/mark/3".to_string(),
                "",
            ),
            (
                "we/PRON/nsubj/3 'm~be/AUX/cop/3 *late/ADJ/root/0".to_string(),
                " is",
            ),
            (
                "we/PRON/nsubj/3 're~be/AUX/cop/3 *late/ADJ/root/0".to_string(),
                " is",
            ),
            (
                "we/PRON/nsubj/3 've~have/AUX/aux/3 *gone/VERB/root/0".to_string(),
                " has",
            ),
            (
                "we/PRON/nsubj/3 have/AUX/aux/3 *gone/VERB/root/0".to_string(),
                "has",
            ),
            // "One is I have", but "Are we late".
            (
                format!("is~be/AUX/cop/3 I/PRON/nsubj/3 *have/{present}/root/0"),
                "has",
            ),
            (
                "are~be/AUX/cop/3 we/PRON/nsubj/3 *late/ADJ/root/0".to_string(),
                "is",
            ),
        ] {
            let built = Built::new(ClauseKind::Main, &sentence);
            let subject = built
                .analysis
                .words
                .iter()
                .position(|word| word.is(&["i", "we", "me"]))
                .unwrap();
            let changed: Vec<String> = changes(&built.analysis, subject)
                .into_iter()
                .map(|change| change.to)
                .collect();
            assert_eq!(changed.join(" ").trim_end(), expected, "{sentence}");
        }
    }
}
