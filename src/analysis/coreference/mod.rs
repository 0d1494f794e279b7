//! Which mentions refer to one thing.
//!
//! Mentions are read off the trees, and from left to right each joins the entity of an earlier one or begins its own,
//! whichever a linear scorer likes best (mention ranking, Denis & Baldridge 2008; features of Durrett & Klein 2013).
//! Known to go wrong where knowledge of the world decides: that "the capital" is "Orrin".

mod agreement;
pub mod feature;
mod mention;
mod quoted;
mod reference;
mod score;
#[cfg(test)]
mod tests;

pub use agreement::is_title;
pub use mention::{Form, Mention};
pub use reference::{Coreference, Reference, resolve};
pub use score::Scorer;

use crate::analysis::Analysis;
use crate::sentence::Sentence;
use agreement::Agreement;
use feature::Features;
use std::collections::HashMap;

/// A text with its mentions.
pub struct Document<'a> {
    /// The trees.
    pub analyses: &'a [Analysis],
    /// The mentions, in the order of their first words.
    pub mentions: Vec<Mention>,
    /// What is asked of each mention for each pair.
    traits: Vec<feature::Traits>,
    /// Who speaks where.
    quotations: quoted::Quotations,
    /// For each mention how many mentions of its sentence stand before it.
    position: Vec<usize>,
    /// For each mention how often its name or head is said in the whole text.
    said: Vec<usize>,
    /// For each mention what of its words was said before.
    earlier: Vec<Earlier>,
}

/// What was said before a mention with the same words.
#[derive(Default, Debug)]
struct Earlier {
    same_lemma: usize,
    same_content: usize,
    same_name: usize,
    nearest_same_lemma: Option<usize>,
    /// Further back than the window: mentions with the same head or a word of the name.
    far: Vec<usize>,
}

/// What is known of an entity while its mentions are read.
#[derive(Debug, Clone)]
pub struct Entity {
    first: usize,
    last: usize,
    n_mentions: usize,
    n_subjects: usize,
    agreement: Agreement,
    named: bool,
    /// A bit for each pronoun that has referred to it.
    pronouns: u32,
    lemmas: Vec<u32>,
    roles: Vec<u32>,
    contents: Vec<u32>,
}

/// How many mentions back a referent is looked for, unless it has the same head or name.
const WINDOW: usize = 50;

/// How many mentions of the same head or name further back are looked at.
const FAR: usize = 4;

/// How many words of an entity's mentions are remembered.
const MOST_WORDS: usize = 20;

/// A word as a number (FNV-1a).
fn text_hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

impl<'a> Document<'a> {
    /// Finds the mentions of a text. Linear.
    pub fn new(text: &str, sentences: &[Sentence], analyses: &'a [Analysis]) -> Self {
        let quotations = quoted::find(sentences, analyses);
        let mentions = mention::mentions(text, sentences, analyses, &quotations.of);
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
        let traits = mentions.iter().map(|mention| feature::Traits::new(mention, &analyses[mention.sentence])).collect();
        Document { analyses, mentions, traits, quotations, position, said, earlier }
    }

    /// The mentions that a mention may share its referent with, the nearest first, each with the number of fitting ones
    /// that stand nearer: all, and those that compete most, people with a name for "she", subjects for "it".
    pub fn candidates(&self, index: usize) -> Vec<(usize, (usize, usize))> {
        let mention = &self.mentions[index];
        let from = index.saturating_sub(WINDOW);
        // "It" is no year.
        let personal = matches!(mention.pronoun, "he" | "she" | "it" | "they");
        let mut rank = (0, 0);
        let near = (from..index).rev();
        let far = self.earlier[index].far.iter().rev().copied().filter(|&at| at < from);
        let mut candidates = Vec::new();
        for at in near.chain(far) {
            let other = &self.mentions[at];
            if other.head == mention.head && other.sentence == mention.sentence || personal && self.traits[at].counts {
                continue;
            }
            candidates.push((at, rank));
            let fits = mention.agreement.fits(other.agreement);
            rank.0 += usize::from(fits);
            let competes = match mention.pronoun {
                "he" | "she" => other.agreement.animate == Some(true) && other.form == Form::Name,
                _ => self.traits[at].subject && other.agreement.animate != Some(true),
            };
            rank.1 += usize::from(fits && competes);
        }
        candidates
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
            entity.pronouns |= 1 << (text_hash(mention.pronoun) % 31);
        } else if entity.lemmas.len() < MOST_WORDS {
            entity.lemmas.push(mention.lemma);
            entity.contents.push(mention.content);
        }
    }

    /// Features for a mention being the first of its entity.
    pub fn new_features(&self, index: usize, features: &mut Features) {
        feature::of_new(self, index, features);
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
        feature::of_pair(self, index, candidate, rank, entity, features);
    }

    /// Which entity each mention belongs to. Linear: candidates are bounded.
    pub fn resolve(&self, scorer: &Scorer) -> Resolution {
        let mut resolution = Resolution::default();
        let mut features = Features::default();
        for index in 0..self.mentions.len() {
            let options = self.options(scorer, index, &resolution, &mut features);
            let largest = options.iter().map(|option| option.score).fold(f32::MIN, f32::max);
            let power = |option: &Choice| libm::expf(option.score - largest);
            let total: f32 = options.iter().map(power).sum();
            // An entity is as likely as all its mentions together; of equals the nearest.
            let share = |entity: Option<usize>, weigh: &dyn Fn(&Choice) -> f32| {
                options.iter().filter(|option| option.entity == entity).map(weigh).sum::<f32>() / total
            };
            let mut best = (None, share(None, &power));
            let mut seen = vec![None];
            for option in &options {
                if !seen.contains(&option.entity) {
                    seen.push(option.entity);
                    let share = share(option.entity, &power);
                    if share > best.1 {
                        best = (option.entity, share);
                    }
                }
            }
            // As sure as the link itself and the links of what it leads to.
            let probability = share(best.0, &|option| power(option) * option.trust(self, &resolution));
            let entity = best.0.unwrap_or(resolution.entities.len());
            match resolution.entities.get_mut(entity) {
                Some(entity) => self.join(entity, index),
                None => resolution.entities.push(self.begin(index)),
            }
            resolution.entity_of.push(entity);
            resolution.probabilities.push(if best.0.is_none() { 1.0 } else { probability });
        }
        resolution
    }

    /// Which of two names, given as mentions, a mention shares its referent with more likely; `None` where it could be neither.
    #[cfg_attr(not(feature = "_internals"), expect(dead_code, reason = "called by the evaluation alone"))]
    pub fn choose(
        &self,
        scorer: &Scorer,
        index: usize,
        names: [&[usize]; 2],
        resolution: &Resolution,
    ) -> Option<usize> {
        let entity = |list: &&[usize], entity: usize| {
            list.iter().any(|&mention| resolution.entity_of[mention] == entity)
        };
        let of = |found: usize| names.iter().position(|list| entity(list, found));
        if let Some(list) = of(resolution.entity_of[index]) {
            return Some(list);
        }
        let options = self.options(scorer, index, resolution, &mut Features::default());
        let fitting = options.iter().filter_map(|option| Some((of(option.entity?)?, option.score)));
        fitting.reduce(|best, other| if other.1 > best.1 { other } else { best }).map(|(list, _)| list)
    }

    /// What a mention may do, with its score: begin an entity, then join that of an earlier mention, the nearest first.
    fn options(
        &self,
        scorer: &Scorer,
        index: usize,
        resolution: &Resolution,
        features: &mut Features,
    ) -> Vec<Choice> {
        self.new_features(index, features);
        let mut options = vec![Choice { entity: None, candidate: index, score: scorer.score(&features.places) }];
        for (candidate, rank) in self.candidates(index) {
            let entity = resolution.entity_of[candidate];
            self.pair_features(index, candidate, rank, &resolution.entities[entity], features);
            options.push(Choice { entity: Some(entity), candidate, score: scorer.score(&features.places) });
        }
        options
    }
}

/// Which mentions refer to one thing.
#[derive(Debug, Clone, Default)]
pub struct Resolution {
    /// The entity of each mention, counted in the order of their first mentions.
    pub entity_of: Vec<usize>,
    /// How likely each mention is to belong there; what begins an entity is sure.
    pub probabilities: Vec<f32>,
    /// What is known of each entity.
    entities: Vec<Entity>,
}

impl Resolution {
    /// The mentions of each entity, in the order of the text.
    pub fn clusters(&self) -> Vec<Vec<usize>> {
        let mut clusters = vec![Vec::new(); self.entities.len()];
        for (mention, &entity) in self.entity_of.iter().enumerate() {
            clusters[entity].push(mention);
        }
        clusters
    }
}

/// A mention's choice: the entity to join, `None` for one of its own.
#[derive(Debug, Clone, Copy)]
struct Choice {
    entity: Option<usize>,
    candidate: usize,
    score: f32,
}

impl Choice {
    /// How likely the earlier mention belongs to its entity.
    fn trust(&self, document: &Document, resolution: &Resolution) -> f32 {
        let probability = resolution.probabilities.get(self.candidate).copied().unwrap_or(1.0);
        match document.mentions[self.candidate].form {
            Form::Name => 1.0,
            Form::Pronoun => probability,
            // The phrase itself names something, whatever it was linked to.
            _ => (1.0 + probability) / 2.0,
        }
    }
}

/// For each mention how often its name or its head is said in the whole text, whichever is said more.
fn said(analyses: &[Analysis], mentions: &[Mention]) -> Vec<usize> {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for word in analyses.iter().flat_map(|analysis| &analysis.words) {
        if matches!(word.upos.as_str(), "PROPN" | "NOUN") {
            *counts.entry(text_hash(&word.lemma.to_lowercase())).or_default() += 1;
        }
    }
    let count = |word: &u32| counts.get(word).copied().unwrap_or(0);
    mentions
        .iter()
        .map(|mention| mention.name_words.iter().chain([&mention.lemma]).map(count).max().unwrap_or(0))
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
        if let Some(found) = by_lemma.get(&mention.lemma) {
            earlier.same_lemma = found.len();
            earlier.nearest_same_lemma = found.last().copied();
        }
        for key in keys() {
            let found = by_lemma.get(&key).map_or(&[][..], Vec::as_slice);
            earlier.far.extend(found.iter().rev().take(FAR));
            earlier.far.extend(found.first());
            earlier.same_name += usize::from(key != mention.lemma && !found.is_empty());
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
