//! Sentences in which the weights see no verb, though one word may well be it: "The fall *hurt* exports", "Rents *doubled*".

use super::decode::RULED_OUT;
use crate::grammar::{Feature, Upos};
use crate::inference::Decisions;

/// What ends a sentence that states something; a heading has no mark.
const FULL_STOPS: [&str; 2] = [".", "!"];

/// How far the likeliest word may be from a verb, as a logarithm of odds. On the dev parts of EWT and GUM a limit of 4 costs
/// .0007 of LAS, this one nothing.
const FARTHEST: f32 = 2.5;

/// Reads the likeliest word as the finite verb, the root of the tree, where a sentence has none.
///
/// In front of it stands a noun or pronoun, which may be its subject.
pub(super) fn find_verb(forms: &[&str], decisions: &mut Decisions) {
    let Some(verb) = missing_verb(forms, decisions) else {
        return;
    };
    let Some(reading) = decisions.as_verbs[verb].clone() else {
        return;
    };
    decisions.tags[verb] = reading.tag;
    decisions.lemmas[verb] = reading.lemma;
    for (word, scores) in decisions.arcs.iter_mut().enumerate() {
        if word != verb {
            scores[0] = RULED_OUT;
        }
    }
}

fn missing_verb(forms: &[&str], decisions: &Decisions) -> Option<usize> {
    let tags = &decisions.tags;
    let last = tags.iter().rposition(|tag| tag.upos != Upos::Punct)?;
    let states = forms[last + 1..]
        .iter()
        .any(|form| FULL_STOPS.contains(form));
    if !states
        || tags
            .iter()
            .any(|tag| tag.features.has(Feature::VerbFormFin))
    {
        return None;
    }
    let subject = tags.iter().position(|tag| tag.upos.is_nominal())?;
    // "with the technology built into cars"
    let is_object = tags[..subject].iter().any(|tag| tag.upos == Upos::Adp);
    let short = |word: usize| {
        let reading = decisions.as_verbs[word].as_ref()?;
        // "a place to catch up", "hairstyles that last"
        let is_bound =
            tags[word - 1].upos == Upos::Part || tags[word - 1].features.has(Feature::PronTypeRel);
        let is_near = reading.short <= FARTHEST && !is_bound;
        let may_be_verb = matches!(tags[word].upos, Upos::Noun | Upos::Verb);
        (is_near && may_be_verb).then_some((word, reading.short))
    };
    (subject + 1..=last)
        .filter(|_| !is_object)
        .filter_map(short)
        .reduce(|best, other| if other.1 < best.1 { other } else { best })
        .map(|(verb, _)| verb)
}

#[cfg(test)]
mod tests {
    use crate::testing::{WEIGHTS, report};

    /// The root of the one sentence, with its part of speech.
    fn root(text: &str) -> String {
        let drafts = crate::sentence::split_text(text, 0, 0);
        let (_, analyses) = crate::analysis::parse(&WEIGHTS, text, &drafts);
        let root = analyses[0].words.iter().find(|word| word.head.is_none());
        root.map_or_else(String::new, |word| format!("{} {}", word.form, word.upos))
    }

    #[test]
    fn a_sentence_without_a_verb_gets_the_likeliest() {
        let table = [
            ("The fall hurt exports.", "hurt VERB"),
            ("Rents doubled in two years.", "doubled VERB"),
            ("The plant houses 340 workers.", "houses VERB"),
            // A heading, a sentence with a verb, and one in which no word may be one.
            ("The fall of exports", "fall NOUN"),
            ("The fall was cheap.", "cheap ADJ"),
            ("A disaster for the town.", "disaster NOUN"),
            ("A great place to catch up.", "place NOUN"),
            ("So with the ships in the harbour.", "ships NOUN"),
        ];
        for (text, expected) in table {
            assert_eq!(root(text), expected, "{text}");
        }
    }

    #[test]
    fn its_subject_and_object_are_a_claim() {
        let report = report("The plant houses 340 workers.");
        let claims: Vec<&str> = report.claims.iter().map(|claim| &*claim.text).collect();
        assert_eq!(claims, ["The plant houses 340 workers"]);
    }
}
