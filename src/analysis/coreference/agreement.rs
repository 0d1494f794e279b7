//! Number, gender, animacy and person of a mention, from its words.
//!
//! Gender rests on pronouns, titles, kinship words and a short list of given names; a name that is not in it has none.

use super::mention::Pronoun;
use crate::analysis::{Analysis, Word};
use crate::grammar::{Chunk, EntityType, Feature, Upos};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Gender that English pronouns tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// "he"
    Masculine,
    /// "she"
    Feminine,
}

/// What two mentions of one thing share. `None` where the words don't tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Agreement {
    /// Whether it is more than one.
    pub plural: Option<bool>,
    /// Gender of a person.
    pub gender: Option<Gender>,
    /// Whether it is a person or people.
    pub animate: Option<bool>,
    /// 1, 2 or 3.
    pub person: u8,
}

impl Agreement {
    /// Whether nothing speaks against both being one thing.
    pub fn fits(self, other: Agreement) -> bool {
        fn fit<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.is_none() || other.is_none() || one == other
        }
        fit(self.plural, other.plural)
            && fit(self.gender, other.gender)
            && fit(self.animate, other.animate)
    }

    /// Both together; of what contradicts, the first.
    pub fn and(self, other: Agreement) -> Agreement {
        Agreement {
            plural: self.plural.or(other.plural),
            gender: self.gender.or(other.gender),
            animate: self.animate.or(other.animate),
            person: self.person,
        }
    }
}

/// Words for people and given names, with their gender where they tell it.
static PEOPLE: LazyLock<HashMap<&str, Option<Gender>>> =
    LazyLock::new(|| words(include_str!("people.txt")));
static GIVEN_NAMES: LazyLock<HashMap<&str, Option<Gender>>> =
    LazyLock::new(|| words(include_str!("given_names.txt")));

/// Lines of `m`, `f` or `-`, a colon, and words parted by blanks.
fn words(list: &'static str) -> HashMap<&'static str, Option<Gender>> {
    let entries = list.lines().filter(|line| !line.starts_with('#'));
    let lines = entries.filter_map(|line| line.split_once(": "));
    lines
        .flat_map(|(gender, words)| {
            let gender = match gender {
                "m" => Some(Gender::Masculine),
                "f" => Some(Gender::Feminine),
                _ => None,
            };
            words.split_whitespace().map(move |word| (word, gender))
        })
        .collect()
}

/// Whether a lemma is a word for people.
pub(super) fn is_person(lemma: &str) -> bool {
    PEOPLE.contains_key(lemma)
}

/// Whether a lemma is a word for a group.
pub(super) fn is_group(lemma: &str) -> bool {
    GROUPS.contains(&lemma)
}

/// Words before a name that are no part of it, without their full stop.
const TITLES: [&str; 16] = [
    "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "prof", "rep", "sen", "gov", "capt",
    "gen", "rev", "st",
];

/// Titles, also of rulers, that tell a gender.
const OF_MEN: [&str; 5] = ["mr", "sir", "king", "prince", "lord"];
const OF_WOMEN: [&str; 6] = ["mrs", "ms", "miss", "queen", "princess", "lady"];

/// Words for groups, which may be "it" or "they".
#[rustfmt::skip]
const GROUPS: [&str; 21] = [
    "team", "group", "family", "government", "company", "council", "committee", "police", "staff",
    "party", "band", "couple", "crowd", "public", "crew", "board", "jury", "army", "majority",
    "class", "firm",
];

/// "Mr", "Dr.": words before a name that are no part of it.
pub fn is_title(lower: &str) -> bool {
    TITLES.contains(&lower.trim_end_matches('.'))
}

/// The gender that a title or given name tells: "Mrs Harl", "Maria Okafor".
pub fn gender_of(name: &str) -> Option<Gender> {
    let first = name.split_whitespace().next()?.to_lowercase();
    title(&first).or_else(|| given_name(std::iter::once(first.as_str())))
}

fn title(lower: &str) -> Option<Gender> {
    let bare = lower.trim_end_matches('.');
    if OF_MEN.contains(&bare) {
        Some(Gender::Masculine)
    } else if OF_WOMEN.contains(&bare) {
        Some(Gender::Feminine)
    } else {
        None
    }
}

fn given_name<'a>(mut lower: impl Iterator<Item = &'a str>) -> Option<Gender> {
    lower
        .find(|word| !is_title(word))
        .and_then(|word| GIVEN_NAMES.get(word).copied().flatten())
}

/// The agreement of the word that heads a phrase.
pub fn agreement(analysis: &Analysis, head: usize) -> Agreement {
    agreement_of_phrase(analysis, head, false, None)
}

/// The agreement of a pronoun; `None` for "here" and "there", which have that of any word.
pub(super) fn agreement_of_pronoun(pronoun: Pronoun) -> Option<Agreement> {
    let (plural, gender, animate, person) = match pronoun {
        Pronoun::I => (Some(false), None, Some(true), 1),
        Pronoun::We => (Some(true), None, Some(true), 1),
        Pronoun::You => (None, None, Some(true), 2),
        Pronoun::He => (Some(false), Some(Gender::Masculine), Some(true), 3),
        Pronoun::She => (Some(false), Some(Gender::Feminine), Some(true), 3),
        Pronoun::It | Pronoun::This | Pronoun::That => (Some(false), None, Some(false), 3),
        Pronoun::They => (Some(true), None, None, 3),
        Pronoun::These | Pronoun::Those => (Some(true), None, Some(false), 3),
        Pronoun::Here | Pronoun::There => return None,
    };
    Some(Agreement {
        plural,
        gender,
        animate,
        person,
    })
}

/// The agreement of the noun phrase with that head; `name` are the first and the last word of the name in it.
pub(super) fn agreement_of_phrase(
    analysis: &Analysis,
    head: usize,
    coordinated: bool,
    name: Option<(usize, usize)>,
) -> Agreement {
    let word = &analysis.words[head];
    let mut agreement = Agreement {
        plural: number(word, coordinated),
        person: 3,
        ..of_noun(word)
    };
    if let Some(name) = name {
        add_name(&mut agreement, analysis, word, name);
    }
    agreement
}

/// Gender and animacy that the noun itself tells, or the type of its named entity.
fn of_noun(word: &Word) -> Agreement {
    let lemma = word.lemma.to_lowercase();
    let animate = match word.entity.map(Chunk::kind) {
        Some(EntityType::Person) => Some(true),
        Some(EntityType::Norp) | None => None,
        Some(_) => Some(false),
    };
    if let Some(&gender) = PEOPLE.get(lemma.as_str()) {
        return Agreement {
            animate: animate.or(Some(true)),
            gender,
            ..Agreement::default()
        };
    }
    let of_people = word.upos == Upos::Noun
        && animate.is_none()
        && ["person", "man", "woman"]
            .iter()
            .any(|end| lemma.ends_with(end));
    let gender = match () {
        () if !of_people => None,
        () if lemma.ends_with("woman") => Some(Gender::Feminine),
        () if lemma.ends_with("man") => Some(Gender::Masculine),
        () => None,
    };
    Agreement {
        animate: if of_people { Some(true) } else { animate },
        gender,
        ..Agreement::default()
    }
}

/// Gender and animacy that a name tells by its title or its given name.
fn add_name(
    agreement: &mut Agreement,
    analysis: &Analysis,
    head: &Word,
    (first, last): (usize, usize),
) {
    // "Mrs Harl", "Dr. Mrs Harl": titles stand before the name.
    let titled = &analysis.words[first.saturating_sub(2)..=last];
    let title = titled.iter().find_map(|word| title(&word.lower));
    let is_person = matches!(
        head.entity.map(Chunk::kind),
        Some(EntityType::Person) | None
    );
    let name = &analysis.words[first..=last];
    let given = given_name(name.iter().map(|word| word.lower.as_str())).filter(|_| is_person);
    agreement.gender = title.or(given).or(agreement.gender);
    // "Mrs Harl" is a person even where the entity was taken for a firm.
    let addressed = title.is_some() && titled.iter().any(|word| is_title(&word.lower));
    if agreement.gender.is_some() && is_person || addressed {
        agreement.animate = Some(true);
    }
}

/// Whether it is several; a team or a firm may be "they".
fn number(word: &Word, coordinated: bool) -> Option<bool> {
    let plural = word.has(Feature::NumberPlur);
    let organisation = word.entity.map(Chunk::kind) == Some(EntityType::Organization);
    let group = organisation || !plural && is_group(&word.lemma.to_lowercase());
    match () {
        () if coordinated => Some(true),
        () if group => None,
        () if plural => Some(true),
        () if word.has(Feature::NumberSing) => Some(false),
        () => None,
    }
}

#[cfg(test)]
mod tests;
