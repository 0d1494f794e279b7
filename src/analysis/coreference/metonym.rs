//! Places that stand for their governments: "Orrin refused" for the Orrinese government, where the article has named that
//! one before.
//!
//! A place stands for its government as the subject of what only somebody can do ([`ACTS`]), where the article has spoken of
//! that government by the place's name, by its people's, or by the country of which the place is the capital. Known to go
//! wrong where a team or a company bears the name of the place.

use super::mention::{Form, Mention};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Chunk, Deprel, EntityType, Feature, Upos};
use std::collections::BTreeMap;

/// Words for those who govern a place.
const GOVERNING: [&str; 5] = [
    "administration",
    "authority",
    "cabinet",
    "government",
    "regime",
];

/// What governments do and places do not.
#[rustfmt::skip]
const ACTS: [&str; 46] = [
    "accept", "accuse", "agree", "announce", "appeal", "argue", "ask", "ban", "believe", "blame",
    "call", "claim", "complain", "condemn", "decide", "declare", "demand", "deny", "expect",
    "expel", "fear", "hope", "insist", "intend", "negotiate", "offer", "oppose", "order", "plan",
    "pledge", "promise", "propose", "protest", "ratify", "refuse", "reject", "respond", "say",
    "sign", "tell", "threaten", "urge", "veto", "vow", "want", "warn",
];

/// Names of peoples that don't begin as their country's does.
const IRREGULAR: [(&str, &str); 12] = [
    ("danish", "denmark"),
    ("dutch", "netherlands"),
    ("english", "england"),
    ("finnish", "finland"),
    ("french", "france"),
    ("greek", "greece"),
    ("irish", "ireland"),
    ("peruvian", "peru"),
    ("polish", "poland"),
    ("spanish", "spain"),
    ("swiss", "switzerland"),
    ("welsh", "wales"),
];

/// How many names of governments are remembered.
const MOST_GOVERNMENTS: usize = 32;

/// A government that the text has named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Government {
    /// Its mention.
    pub mention: usize,
    /// The word of its sentence that says of what place it is: "Orrin", "Orrinese".
    pub place: usize,
}

/// For mentions of places that stand for a government that one, as it was named last. Linear.
pub(super) fn governments(
    mentions: &[Mention],
    analyses: &[Analysis],
) -> BTreeMap<usize, Government> {
    let mut known = Known {
        mentions,
        governed: BTreeMap::new(),
        capitals: BTreeMap::new(),
        located: located(analyses),
    };
    let mut governments = BTreeMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        if mention.coordinated {
            continue;
        }
        let analysis = &analyses[mention.sentence];
        if governs(analysis, mention) {
            for place in places(analysis, mention.head) {
                let name = analysis.words[place].lower.as_str();
                known.note(
                    name,
                    Government {
                        mention: index,
                        place,
                    },
                );
            }
        }
        known.capitals.extend(capital(analysis, mention.head));
        let acts = mention.form == Form::Name
            && mention.name_words.len() == 1
            && acts(analysis, mention.head);
        if acts {
            let place = analysis.words[mention.head].lower.as_str();
            governments.extend(known.government_of(place).map(|found| (index, found)));
        }
    }
    governments
}

/// What the text has said of governments and places so far.
struct Known<'a> {
    mentions: &'a [Mention],
    /// Governments by the word that says of what place they are.
    governed: BTreeMap<&'a str, Government>,
    /// Capitals, with the word for their country: "Orrin, the Tarnish capital".
    capitals: BTreeMap<&'a str, &'a str>,
    /// For each word of names how much more often it is taken for a place's than for another's.
    located: BTreeMap<&'a str, i32>,
}

impl<'a> Known<'a> {
    fn note(&mut self, name: &'a str, government: Government) {
        if self.governed.len() < MOST_GOVERNMENTS || self.governed.contains_key(name) {
            self.governed.insert(name, government);
        }
    }

    /// The government of a place, or of the country whose capital it is, that was named last.
    fn government_of(&self, place: &str) -> Option<Government> {
        let country = self.capitals.get(place);
        let of_country = |name: &str| {
            country.is_some_and(|country| {
                name == *country || is_of(name, country) || is_of(country, name)
            })
        };
        self.governed
            .iter()
            .filter(|(name, government)| self.is_same(name, place, government) || of_country(name))
            .map(|(_, government)| *government)
            .max_by_key(|government| government.mention)
    }

    /// Whether a government is that of a place by name: "Brandt said" is not of "Brandt's government", nor "Scott" of the
    /// Scottish one, unless the name is a place's.
    fn is_same(&self, name: &str, place: &str, government: &Government) -> bool {
        let located = self.located.get(place).is_some_and(|&balance| balance > 0);
        let behind = government.place > self.mentions[government.mention].head;
        name == place && (located || behind) || located && is_of(name, place)
    }
}

/// "The Orrinese government", "Orrin's government"; not "its government", "every government", "governments".
fn governs(analysis: &Analysis, mention: &Mention) -> bool {
    let words = &analysis.words;
    let head = &words[mention.head];
    let known = match mention.form {
        Form::Definite => true,
        Form::Possessive => words[mention.first].upos != Upos::Pron,
        _ => false,
    };
    let several = head.has(Feature::NumberPlur) && head.lemma != "authority";
    known && !several && head.upos == Upos::Noun && head.has_lemma(&GOVERNING)
}

/// For each word of names how much more often it is taken for a place's than for another's.
fn located(analyses: &[Analysis]) -> BTreeMap<&str, i32> {
    let mut balances = BTreeMap::new();
    for word in analyses
        .iter()
        .flat_map(|analysis| &analysis.words)
        .filter(|word| word.entity.is_some())
    {
        *balances.entry(word.lower.as_str()).or_default() +=
            if word.entity.map(Chunk::kind) == Some(EntityType::Location) {
                1
            } else {
                -1
            };
    }
    balances
}

/// The words that say of what place something is: "Orrin's", "of Orrin", "Orrin", "Orrinese" before or behind it.
fn places(analysis: &Analysis, head: usize) -> impl Iterator<Item = usize> + '_ {
    analysis
        .children_with(head, &[Deprel::Nmod, Deprel::Compound, Deprel::Amod])
        .filter(|&child| names(&analysis.words[child]))
}

/// A capital and of what it is.
fn capital(analysis: &Analysis, head: usize) -> Option<(&str, &str)> {
    let words = &analysis.words;
    let beside = analysis.children_with(head, &[Deprel::Appos]).next()?;
    let (name, noun) = if words[head].lemma == "capital" {
        (beside, head)
    } else {
        (head, beside)
    };
    let country = places(analysis, noun)
        .next()
        .filter(|_| words[noun].lemma == "capital" && words[name].upos == Upos::Propn)?;
    Some((words[name].lower.as_str(), words[country].lower.as_str()))
}

/// A name, or an adjective of one.
fn names(word: &Word) -> bool {
    matches!(word.upos, Upos::Propn | Upos::Adj) && word.form.starts_with(char::is_uppercase)
}

/// Whether a mention is the subject of what only somebody can do.
fn acts(analysis: &Analysis, head: usize) -> bool {
    let word = &analysis.words[head];
    let verb = word.head.map(|verb| &analysis.words[verb]);
    word.deprel == Deprel::Nsubj
        && verb.is_some_and(|verb| verb.upos == Upos::Verb && verb.has_lemma(&ACTS))
}

/// How many letters an adjective has at least of its place's name.
const LEAST_SHARED: usize = 4;

/// Endings of adjectives for peoples: "Norwegian", "Chinese", "Iraqi".
const ENDINGS_OF_PEOPLES: [&str; 7] = ["an", "ese", "ish", "i", "ic", "er", "ite"];

/// Whether an adjective is of a place: "Norwegian" of "Norway", "French" of "France".
fn is_of(adjective: &str, place: &str) -> bool {
    let shared = adjective
        .chars()
        .zip(place.chars())
        .take_while(|(one, other)| one == other)
        .count();
    let ends = ENDINGS_OF_PEOPLES
        .iter()
        .any(|ending| adjective.ends_with(ending));
    ends && shared >= LEAST_SHARED || IRREGULAR.contains(&(adjective, place))
}

#[cfg(test)]
mod tests;
