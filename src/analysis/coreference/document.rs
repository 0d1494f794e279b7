//! A text with its mentions, and what is asked of each of them again and again.

use super::agreement::Agreement;
use super::expletive::is_expletive;
use super::feature::{self, Features};
use super::hash::text_hash;
use super::mention::{self, Form, Mention, Pronoun};
use super::quoted;
use crate::analysis::Analysis;
use crate::grammar::Deprel;
use crate::sentence::Sentence;
use std::collections::HashMap;

/// A text with its mentions.
pub struct Document<'a> {
    /// The trees.
    pub analyses: &'a [Analysis],
    /// The mentions, in the order of their first words.
    pub mentions: Vec<Mention>,
    /// What is asked of each mention for each pair.
    pub(super) traits: Vec<feature::Traits>,
    /// For each mention that says what something is the mention of that.
    pub(super) described: Vec<Option<usize>>,
    /// Who speaks where.
    pub(super) quotations: quoted::Quotations,
    /// For each mention how many mentions of its sentence stand before it.
    pub(super) position: Vec<usize>,
    /// For each mention how often its name or head is said in the whole text.
    pub(super) said: Vec<usize>,
    /// For each mention what of its words was said before.
    pub(super) earlier: Vec<Earlier>,
}

/// What was said before a mention with the same words.
#[derive(Default, Debug)]
pub(super) struct Earlier {
    pub(super) same_lemma: usize,
    pub(super) same_content: usize,
    pub(super) same_name: usize,
    pub(super) nearest_same_lemma: Option<usize>,
    /// Further back than the window: mentions with the same head or a word of the name.
    pub(super) far: Vec<usize>,
}

/// What is known of an entity while its mentions are read.
#[derive(Debug, Clone)]
pub struct Entity {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) n_mentions: usize,
    pub(super) n_subjects: usize,
    pub(super) agreement: Agreement,
    pub(super) named: bool,
    /// A bit for each pronoun that has referred to it.
    pub(super) pronouns: u32,
    pub(super) lemmas: Vec<u32>,
    pub(super) roles: Vec<u32>,
    pub(super) contents: Vec<u32>,
}

/// How many mentions of the same head or name further back are looked at.
const FAR: usize = 4;

/// How many words of an entity's mentions are remembered.
const MOST_WORDS: usize = 20;

impl<'a> Document<'a> {
    /// Finds the mentions of a text. Linear.
    pub fn new(text: &str, sentences: &[Sentence], analyses: &'a [Analysis]) -> Self {
        let quotations = quoted::find(sentences, analyses);
        let mentions = mention::mentions(text, sentences, analyses, &quotations.by_word);
        let mut position = Vec::with_capacity(mentions.len());
        for (index, mention) in mentions.iter().enumerate() {
            let before = if index > 0 && mentions[index - 1].sentence == mention.sentence {
                position[index - 1] + 1
            } else {
                0
            };
            position.push(before);
        }
        let earlier = earlier(&mentions);
        let said = said(analyses, &mentions);
        let traits = mentions
            .iter()
            .map(|mention| feature::Traits::new(mention, &analyses[mention.sentence]))
            .collect();
        let described = (0..mentions.len())
            .map(|index| described(analyses, &mentions, index))
            .collect();
        Document {
            analyses,
            mentions,
            traits,
            described,
            quotations,
            position,
            said,
            earlier,
        }
    }

    /// What an entity of this mention alone is.
    pub fn begin(&self, index: usize) -> Entity {
        let mention = &self.mentions[index];
        let mut entity = Entity {
            first: index,
            last: index,
            n_mentions: 0,
            n_subjects: 0,
            agreement: mention.agreement,
            named: false,
            pronouns: 0,
            lemmas: Vec::new(),
            roles: Vec::new(),
            contents: Vec::new(),
        };
        self.join(&mut entity, index);
        entity
    }

    /// Adds a mention to an entity.
    pub fn join(&self, entity: &mut Entity, index: usize) {
        let mention = &self.mentions[index];
        entity.last = index;
        entity.n_mentions += 1;
        entity.n_subjects += usize::from(self.traits[index].subject);
        entity.agreement = entity.agreement.and(mention.agreement);
        entity.named |= mention.form == Form::Name;
        if entity.roles.len() < MOST_WORDS {
            entity.roles.extend(&mention.roles);
        }
        if mention.form == Form::Pronoun {
            entity.pronouns |= 1 << (feature::pronoun_hash(mention.pronoun) % 31);
        } else if entity.lemmas.len() < MOST_WORDS {
            entity.lemmas.push(mention.lemma);
            entity.contents.push(mention.content);
        }
    }

    /// Features for a mention being the first of its entity.
    pub fn new_features(&self, index: usize, features: &mut Features) {
        feature::first_features(self, index, features);
    }

    /// Features for a mention being of an earlier one's entity.
    pub fn pair_features(
        &self,
        index: usize,
        candidate: usize,
        rank: (usize, usize),
        entity: &Entity,
        features: &mut Features,
    ) {
        feature::pair_features(self, index, candidate, rank, entity, features);
    }
}

/// For what is said of something, "Corvane, the largest maker of bicycles", "Corvane is the largest maker", the mention of
/// what it is said of.
fn described(analyses: &[Analysis], mentions: &[Mention], index: usize) -> Option<usize> {
    let mention = &mentions[index];
    let analysis = &analyses[mention.sentence];
    let word = &analysis.words[mention.head];
    let predicate = || {
        analysis.has_child_with(mention.head, &[Deprel::Cop]) && !analysis.is_negated(mention.head)
    };
    let named = match word.deprel.base() {
        _ if mention.form == Form::Pronoun => None,
        Deprel::Appos => word.head,
        // "The mayor is Maria Okafor" says who the mayor is.
        _ if mention.form != Form::Name && predicate() => analysis
            .children_with(mention.head, &[Deprel::Nsubj])
            .next(),
        _ => None,
    };
    let named = named.filter(|&named| !is_expletive(analysis, named))?;
    let fits = |other: &Mention| {
        let refers = other.pronoun.is_none_or(Pronoun::is_third_person);
        // Number tells "Okafor" from "Okafor and Lund"; gender is often guessed.
        let several = other.agreement.plural == Some(true);
        other.head == named
            && refers
            && mention
                .agreement
                .plural
                .is_none_or(|plural| plural == several || other.agreement.plural.is_none())
    };
    let mut near = (0..index)
        .rev()
        .take_while(|&at| mentions[at].sentence == mention.sentence);
    near.find(|&at| fits(&mentions[at]))
}

/// For each mention how often its name or its head is said in the whole text, whichever is said more.
fn said(analyses: &[Analysis], mentions: &[Mention]) -> Vec<usize> {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for word in analyses.iter().flat_map(|analysis| &analysis.words) {
        if word.upos.is_noun() {
            *counts
                .entry(text_hash(&word.lemma.to_lowercase()))
                .or_default() += 1;
        }
    }
    let count = |word: &u32| counts.get(word).copied().unwrap_or(0);
    mentions
        .iter()
        .map(|mention| {
            mention
                .name_words
                .iter()
                .chain([&mention.lemma])
                .map(count)
                .max()
                .unwrap_or(0)
        })
        .collect()
}

fn earlier(mentions: &[Mention]) -> Vec<Earlier> {
    let mut by_lemma: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut by_content: HashMap<u32, usize> = HashMap::new();
    let mut all = Vec::with_capacity(mentions.len());
    for (index, mention) in mentions.iter().enumerate() {
        if mention.form == Form::Pronoun {
            all.push(Earlier::default());
            continue;
        }
        let mut earlier = Earlier::default();
        let keys = || mention.name_words.iter().chain([&mention.lemma]).copied();
        if let Some(earlier_mentions) = by_lemma.get(&mention.lemma) {
            earlier.same_lemma = earlier_mentions.len();
            earlier.nearest_same_lemma = earlier_mentions.last().copied();
        }
        for key in keys() {
            let earlier_mentions = by_lemma.get(&key).map_or(&[][..], Vec::as_slice);
            earlier.far.extend(earlier_mentions.iter().rev().take(FAR));
            earlier.far.extend(earlier_mentions.first());
            earlier.same_name += usize::from(key != mention.lemma && !earlier_mentions.is_empty());
        }
        earlier.far.sort_unstable();
        earlier.far.dedup();
        earlier.same_content = by_content.get(&mention.content).copied().unwrap_or(0);
        *by_content.entry(mention.content).or_default() += 1;
        let mut seen: Vec<u32> = keys().collect();
        seen.sort_unstable();
        seen.dedup();
        for key in seen {
            by_lemma.entry(key).or_default().push(index);
        }
        all.push(earlier);
    }
    all
}

#[cfg(test)]
mod tests;
