//! Who speaks the words of a claim, and how they are named in the middle of a sentence.

use crate::analysis::Analysis;
use crate::analysis::coreference::{Coreference, Gender, gender_of};
use crate::article::Article;
use crate::attribution::Attribution;
use crate::grammar::Feature;
use crate::span::ByteSpan;
use crate::terms::{Mode, SourceType};

/// Who speaks the words of a claim.
#[derive(Debug, Clone)]
pub(crate) struct Speaker {
    /// How they are named in the middle of a sentence.
    pub(super) name: String,
    /// Where the words name them.
    pub(super) span: ByteSpan,
    /// A body says "we" of itself, a person "I".
    pub(super) is_person: bool,
    /// The forms of "he" or "she", where the article says which.
    pub(super) pronoun: Option<&'static Forms>,
    /// Whether all words of the claim are theirs, not those in quotation marks alone.
    pub(super) is_whole: bool,
}

/// The forms of a pronoun of the third person.
#[derive(Debug, PartialEq)]
pub(super) struct Forms {
    pub subject: &'static str,
    pub object: &'static str,
    pub possessive: &'static str,
    pub reflexive: &'static str,
}

static HE: Forms = Forms {
    subject: "he",
    object: "him",
    possessive: "his",
    reflexive: "himself",
};

static SHE: Forms = Forms {
    subject: "she",
    object: "her",
    possessive: "her",
    reflexive: "herself",
};

static IT: Forms = Forms {
    subject: "it",
    object: "it",
    possessive: "its",
    reflexive: "itself",
};

/// How many words a name has at most that is put for "I".
const LONGEST_NAME: usize = 6;

/// First words of phrases that name nobody: pronouns, quantifiers, and what belongs to somebody who is not named.
const NAMELESS: [&str; 25] = [
    "i", "he", "she", "we", "they", "it", "you", "this", "that", "one", "another", "some", "many",
    "several", "both", "all", "no", "his", "her", "its", "their", "my", "our", "your", "who",
];

impl Speaker {
    /// The source of an attribution whose content is in its own words. `None` where nobody is named, or several are.
    pub fn of_attribution(
        article: &Article,
        attribution: &Attribution,
        analysis: &Analysis,
        coreference: &Coreference,
    ) -> Option<Speaker> {
        let source = attribution
            .source
            .as_ref()
            .filter(|_| attribution.mode != Mode::Indirect)?;
        // Whom "he" and "she" are of is unsure in a long text.
        if article.is_long() && !source.span.of(&article.text).contains(&source.name) {
            return None;
        }
        let is_person = match source.source_type? {
            SourceType::Person => true,
            SourceType::Organisation => false,
            _ => return None,
        };
        let mut named = analysis
            .words
            .iter()
            .filter(|word| source.span.contains(word.span));
        let is_plural = named.any(|word| word.has(Feature::NumberPlur) && word.upos.is_noun());
        if is_plural {
            return None;
        }
        Some(Speaker {
            name: name_in_sentence(&source.name)?,
            span: source.span,
            is_person,
            pronoun: if is_person {
                personal_pronoun(&source.name, coreference)
            } else {
                Some(&IT)
            },
            is_whole: attribution.mode == Mode::Direct,
        })
    }
}

/// What the article calls somebody, else what their first name tells.
fn personal_pronoun(name: &str, coreference: &Coreference) -> Option<&'static Forms> {
    let gender = coreference.called(name).or_else(|| gender_of(name))?;
    let is_he = gender == Gender::Masculine;
    Some(if is_he { &HE } else { &SHE })
}

/// "A spokesman" is known by now: "the spokesman". Names keep their capital; what begins otherwise ("one of them", "he")
/// names nobody, and neither do several or a long phrase.
fn name_in_sentence(name: &str) -> Option<String> {
    let is_several = name.contains([',', '(', '"', '“']) || name.contains(" and ");
    if is_several || name.split_whitespace().count() > LONGEST_NAME {
        return None;
    }
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    let first = first.to_lowercase();
    if ["a", "an", "the"].contains(&first.as_str()) {
        return Some(format!("the {rest}"));
    }
    let names = name.starts_with(char::is_uppercase) && !NAMELESS.contains(&first.as_str());
    names.then(|| name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_said_as_in_the_middle_of_a_sentence() {
        for (name, expected) in [
            ("Maria Okafor", Some("Maria Okafor")),
            ("A spokesman", Some("the spokesman")),
            ("an officer of the port", Some("the officer of the port")),
            ("The mayor", Some("the mayor")),
            ("the old mayor of a town", Some("the old mayor of a town")),
            // Seven words.
            ("the very old mayor of a town", None),
            ("Okafor and Brandt", None),
            ("Okafor, the mayor", None),
            ("Okafor (left", None),
            ("Peter \"Pit\" Brandt", None),
            ("One of them", None),
            ("His lawyer", None),
            ("She", None),
            ("officials", None),
        ] {
            assert_eq!(name_in_sentence(name).as_deref(), expected, "{name}");
        }
    }
}
