//! Named entities and their mentions, from the tags of the weights and from what was found to refer to them.

use super::chunk::chunks;
use super::coreference::Coreference;
use super::{Analysis, Word};
use crate::grammar::EntityType;
use crate::span::ByteSpan;
use std::collections::BTreeMap;

/// A named entity where it is named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention {
    /// Place in the article's text.
    pub span: ByteSpan,
    /// What it is (English Worldwide Newswire, Shan et al. 2023).
    pub kind: EntityType,
}

/// The mentions in one sentence, in the order of the text.
pub fn mentions(words: &[Word]) -> impl Iterator<Item = Mention> {
    chunks(words.iter().map(|word| word.entity))
        .into_iter()
        .map(|(found, kind)| Mention {
            span: words[found.start].span.cover(words[found.end - 1].span),
            kind,
        })
}

/// A person, organisation, place or other thing with a name, and where it is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// The fullest name.
    pub name: String,
    /// What most of its mentions are tagged as; on a tie, what reached the number first.
    pub kind: EntityType,
    /// Its mentions in the order of the text: names, pronouns, noun phrases.
    pub mentions: Vec<ByteSpan>,
    /// How many mentions it has for each one of the entity that has most.
    pub salience: f64,
}

/// The entities of an article in the order in which they are named first.
///
/// Equal names are one entity, and a person's single name is the person last named in full whose name begins or ends with
/// it: "Maria Okafor" … "Okafor"; capitals are the only thing that has them as its initials: "World Trade Forum" … "WTF".
/// Dates and sums of money are none. What refers to a name is a mention of its entity. `n log n` in the number of mentions.
pub fn entities(text: &str, analyses: &[Analysis], coreference: &Coreference) -> Vec<Entity> {
    let mut register = Register::default();
    let mentions = analyses
        .iter()
        .flat_map(|analysis| mentions(&analysis.words));
    for mention in mentions {
        register.enter(text, mention);
    }
    let mut entities: Vec<Entity> = register
        .entities
        .into_iter()
        .map(|entity| entity.0)
        .collect();
    add_references(&mut entities, coreference);
    let most = entities
        .iter()
        .map(|entity| entity.mentions.len())
        .max()
        .unwrap_or(1);
    for entity in &mut entities {
        entity.salience = entity.mentions.len() as f64 / most as f64;
    }
    entities
}

/// The entities that were named so far, with the ways to find them.
#[derive(Default)]
struct Register {
    /// Each with how often it was tagged as what.
    entities: Vec<(Entity, BTreeMap<EntityType, usize>)>,
    by_name: BTreeMap<String, usize>,
    /// By the first and the last word of a person's full name.
    by_part: BTreeMap<String, usize>,
    /// By the initials of a name that is no person's; `None` where several have the same.
    by_initials: BTreeMap<String, Option<usize>>,
}

impl Register {
    /// Adds a mention to its entity, which it may begin.
    fn enter(&mut self, text: &str, mention: Mention) {
        let words: Vec<&str> = mention
            .span
            .of(text)
            .split_whitespace()
            .skip_while(|word| word.eq_ignore_ascii_case("the"))
            .collect();
        if words.is_empty() || matches!(mention.kind, EntityType::Date | EntityType::Money) {
            return;
        }
        let name = words.join(" ");
        let person = mention.kind == EntityType::Person;
        let known = if person {
            self.known_person(&name, &words)
        } else {
            self.known_thing(&name, &words)
        };
        let index = known.unwrap_or(self.entities.len());
        if index == self.entities.len() {
            let entity = Entity {
                name: name.clone(),
                kind: mention.kind,
                mentions: Vec::new(),
                salience: 0.0,
            };
            self.entities.push((entity, BTreeMap::new()));
        }
        let (entity, kinds) = &mut self.entities[index];
        entity.mentions.push(mention.span);
        *kinds.entry(mention.kind).or_default() += 1;
        if kinds[&mention.kind] > kinds[&entity.kind] {
            entity.kind = mention.kind;
        }
        if words.len() > 1 && person {
            self.note_full_name(index, &name, &words);
        } else if words.len() > 1 {
            self.note_initials(index, &name, &words);
        }
        self.by_name.insert(name, index);
    }

    fn known_person(&self, name: &str, words: &[&str]) -> Option<usize> {
        if words.len() == 1 {
            return self
                .by_part
                .get(name)
                .or_else(|| self.by_name.get(name))
                .copied();
        }
        // "Okafor" was named before "Maria Okafor".
        let shorter = || {
            let last = words[words.len() - 1];
            let &shorter = self.by_name.get(last)?;
            let entity = &self.entities[shorter].0;
            (entity.kind == EntityType::Person && entity.name == last).then_some(shorter)
        };
        self.by_name.get(name).copied().or_else(shorter)
    }

    fn known_thing(&self, name: &str, words: &[&str]) -> Option<usize> {
        let same = self.by_name.get(name).copied();
        if words.len() == 1 {
            return same.or_else(|| *self.by_initials.get(name)?);
        }
        // "WTF" was named before "World Trade Forum".
        let shorter = || {
            let initials = initials(words);
            let &shorter = self.by_name.get(&initials)?;
            (self.entities[shorter].0.name == initials).then_some(shorter)
        };
        same.or_else(shorter)
    }

    fn note_full_name(&mut self, index: usize, name: &str, words: &[&str]) {
        let (first, last) = (words[0], words[words.len() - 1]);
        self.by_part
            .extend([first, last].map(|part| (part.to_string(), index)));
        let entity = &mut self.entities[index].0;
        if entity.name == last {
            entity.name = name.to_string();
        }
    }

    fn note_initials(&mut self, index: usize, name: &str, words: &[&str]) {
        let initials = initials(words);
        let entity = &mut self.entities[index].0;
        if entity.name == initials {
            entity.name = name.to_string();
        }
        if initials.chars().count() > 1 {
            self.by_initials
                .entry(initials)
                .and_modify(|known| *known = known.filter(|&known| known == index))
                .or_insert(Some(index));
        }
    }
}

/// The first letters of the words with a capital: "WTF" of "World Trade Forum".
fn initials(words: &[&str]) -> String {
    words
        .iter()
        .filter_map(|word| word.chars().next())
        .filter(|letter| letter.is_uppercase())
        .collect()
}

/// Adds what refers to the names of entities to their mentions.
fn add_references(entities: &mut [Entity], coreference: &Coreference) {
    let named: BTreeMap<usize, (ByteSpan, usize)> = entities
        .iter()
        .enumerate()
        .flat_map(|(index, entity)| {
            entity
                .mentions
                .iter()
                .map(move |&mention| (mention.start, (mention, index)))
        })
        .collect();
    let at = |span: ByteSpan| {
        let (_, &(mention, index)) = named.range(..span.end).next_back()?;
        // "The French government" is not "French".
        (mention.overlaps(span) && mention.end >= span.end).then_some(index)
    };
    for reference in coreference.references() {
        if let Some(index) = at(reference.antecedent) {
            if at(reference.mention).is_none() {
                entities[index].mentions.push(reference.mention);
            }
        }
    }
    for entity in entities {
        entity.mentions.sort_unstable();
    }
}

#[cfg(test)]
mod tests;
