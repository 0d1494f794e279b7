//! Number, gender, animacy and person of a mention, from its words.
//!
//! Gender rests on pronouns, titles, kinship words and a short list of given names; a name that is not in it has none.

use crate::analysis::Analysis;
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
    let lines = list.lines().filter_map(|line| line.split_once(": "));
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
pub fn is_person(lemma: &str) -> bool {
    PEOPLE.contains_key(lemma)
}

/// "Mr", "Dr.": words before a name that are no part of it.
pub fn is_title(lower: &str) -> bool {
    matches!(
        lower.trim_end_matches('.'),
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "dr"
            | "sir"
            | "lord"
            | "lady"
            | "prof"
            | "rep"
            | "sen"
            | "gov"
            | "capt"
            | "gen"
            | "rev"
            | "st"
    )
}

/// The gender that a title or given name tells: "Mrs Harl", "Maria Okafor".
pub fn gender_of(name: &str) -> Option<Gender> {
    let first = name.split_whitespace().next()?.to_lowercase();
    title(&first).or_else(|| given_name(std::iter::once(first.as_str())))
}

fn title(lower: &str) -> Option<Gender> {
    match lower.trim_end_matches('.') {
        "mr" | "sir" | "king" | "prince" | "lord" => Some(Gender::Masculine),
        "mrs" | "ms" | "miss" | "queen" | "princess" | "lady" => Some(Gender::Feminine),
        _ => None,
    }
}

fn given_name<'a>(mut lower: impl Iterator<Item = &'a str>) -> Option<Gender> {
    lower
        .find(|word| !is_title(word))
        .and_then(|word| GIVEN_NAMES.get(word).copied().flatten())
}

/// The agreement of the word that heads a phrase.
pub fn agreement(analysis: &Analysis, head: usize) -> Agreement {
    of(analysis, head, "", false, None)
}

/// The agreement of the mention with that head.
pub fn of(
    analysis: &Analysis,
    head: usize,
    pronoun: &str,
    coordinated: bool,
    name: Option<(usize, usize)>,
) -> Agreement {
    let known = |plural, gender, animate, person| Agreement {
        plural,
        gender,
        animate,
        person,
    };
    match pronoun {
        "i" => return known(Some(false), None, Some(true), 1),
        "we" => return known(Some(true), None, Some(true), 1),
        "you" => return known(None, None, Some(true), 2),
        "he" => return known(Some(false), Some(Gender::Masculine), Some(true), 3),
        "she" => return known(Some(false), Some(Gender::Feminine), Some(true), 3),
        "it" | "this" | "that" => return known(Some(false), None, Some(false), 3),
        "they" => return known(Some(true), None, None, 3),
        "these" | "those" => return known(Some(true), None, Some(false), 3),
        _ => {}
    }
    let words = &analysis.words;
    let word = &words[head];
    let lemma = word.lemma.to_lowercase();
    let kind = word.entity.map(Chunk::of);
    let mut gender = None;
    let mut animate = match kind {
        Some(EntityType::Person) => Some(true),
        Some(EntityType::Norp) | None => None,
        Some(_) => Some(false),
    };
    if let Some(&found) = PEOPLE.get(lemma.as_str()) {
        animate = animate.or(Some(true));
        gender = found;
    } else if word.upos == Upos::Noun && animate.is_none() {
        animate = if ["person", "man", "woman"]
            .iter()
            .any(|end| lemma.ends_with(end))
        {
            Some(true)
        } else {
            None
        };
        gender = if lemma.ends_with("woman") {
            Some(Gender::Feminine)
        } else if lemma.ends_with("man") && animate == Some(true) {
            Some(Gender::Masculine)
        } else {
            None
        };
    }
    if let Some((first, last)) = name {
        let before = first.saturating_sub(2);
        let title = words[before..=last]
            .iter()
            .find_map(|word| title(&word.lower));
        let is_person = matches!(kind, Some(EntityType::Person) | None);
        let given = given_name(words[first..=last].iter().map(|word| word.lower.as_str()))
            .filter(|_| is_person);
        gender = title.or(given).or(gender);
        // "Mrs Harl" is a person even where the entity was taken for a firm.
        let addressed = title.is_some()
            && words[before..=last]
                .iter()
                .any(|word| is_title(&word.lower));
        if gender.is_some() && is_person || addressed {
            animate = Some(true);
        }
    }
    // A team or a firm may be "they".
    let group = kind == Some(EntityType::Organization)
        || !word.has(Feature::NumberPlur)
            && matches!(
                lemma.as_str(),
                "team"
                    | "group"
                    | "family"
                    | "government"
                    | "company"
                    | "council"
                    | "committee"
                    | "police"
                    | "staff"
                    | "party"
                    | "band"
                    | "couple"
                    | "crowd"
                    | "public"
                    | "crew"
                    | "board"
                    | "jury"
                    | "army"
                    | "majority"
                    | "class"
                    | "firm"
            );
    let plural = match () {
        () if coordinated => Some(true),
        () if group => None,
        () if word.has(Feature::NumberPlur) => Some(true),
        () if word.has(Feature::NumberSing) => Some(false),
        () => None,
    };
    Agreement {
        plural,
        gender,
        animate,
        person: 3,
    }
}
