//! From left to right each mention joins the entity of an earlier one or begins its own.

use super::Scorer;
use super::document::{Document, Entity};
use super::feature::Features;
use super::mention::Form;
use std::collections::HashMap;

/// How many entities are remembered that a mention may refer to.
const MOST_REFERENTS: usize = 8;

/// How likely a mention must be of an entity to count as one of its mentions.
pub(super) const LIKELY_ONE: f32 = 0.5;

/// How likely a pronoun in front of a subject is of it rather than of what was named before, where nothing is likelier.
const CATAPHORIC: f32 = 0.4;

/// How likely a mention refers to what.
#[derive(Debug, Clone, Default)]
pub struct Referents {
    /// That it is the first of its entity.
    pub none: f32,
    /// Entities, each with its probability; what is least likely is forgotten.
    pub entities: Vec<(usize, f32)>,
}

impl Referents {
    /// How likely an entity is the one.
    pub fn probability(&self, entity: usize) -> Option<f32> {
        let found = self.entities.iter().find(|(known, _)| *known == entity);
        found.map(|&(_, probability)| probability)
    }

    fn add(&mut self, entity: usize, probability: f32) {
        match self.entities.iter_mut().find(|(known, _)| *known == entity) {
            Some((_, sum)) => *sum += probability,
            None => self.entities.push((entity, probability)),
        }
    }

    /// Gives an entity a share of all.
    fn share(&mut self, entity: usize, share: f32) {
        self.none *= 1.0 - share;
        self.entities
            .iter_mut()
            .for_each(|(_, probability)| *probability *= 1.0 - share);
        self.add(entity, share);
        self.keep();
    }

    fn keep(&mut self) {
        self.entities
            .sort_by(|one, other| other.1.total_cmp(&one.1));
        self.entities.truncate(MOST_REFERENTS);
    }
}

/// Which mentions refer to one thing.
#[derive(Debug, Clone, Default)]
pub struct Resolution {
    /// The entity of each mention, counted in the order in which they were begun; one that a pronoun began in front of its
    /// subject may have no mention left.
    pub entity_of: Vec<usize>,
    /// What each mention may refer to.
    pub referents: Vec<Referents>,
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

impl Document<'_> {
    /// Which entity each mention belongs to. Linear: candidates are bounded.
    pub fn resolve(&self, scorer: &Scorer) -> Resolution {
        let mut resolution = Resolution::default();
        let mut features = Features::default();
        // For subjects the pronouns in front that wait for them.
        let mut waiting: HashMap<usize, Vec<usize>> = HashMap::new();
        for index in 0..self.mentions.len() {
            let options = self.options(scorer, index, &resolution, &mut features);
            let referents = self.referents(&options, &resolution);
            // Of equals the nearest.
            let best = referents
                .entities
                .iter()
                .copied()
                .reduce(|best, other| if other.1 > best.1 { other } else { best });
            let mut joined = best
                .filter(|best| best.1 > referents.none)
                .map(|best| best.0);
            // "Her" can't refer to a council.
            let personal = self.mentions[index].is_he_or_she();
            let likely = |&(entity, probability): &(usize, f32)| {
                probability >= CATAPHORIC
                    && (!personal || resolution.entities[entity].agreement.animate == Some(true))
            };
            if let Some(subject) = self
                .subject_behind(index)
                .filter(|_| !best.iter().any(likely))
            {
                waiting.entry(subject).or_default().push(index);
                joined = None;
            }
            let before = waiting.remove(&index).unwrap_or_default();
            let entity = joined
                .or(before.first().map(|&pronoun| resolution.entity_of[pronoun]))
                .unwrap_or(resolution.entities.len());
            for pronoun in before {
                if resolution.entity_of[pronoun] != entity {
                    self.join(&mut resolution.entities[entity], pronoun);
                }
                resolution.entity_of[pronoun] = entity;
                resolution.referents[pronoun].share(entity, CATAPHORIC);
            }
            match resolution.entities.get_mut(entity) {
                Some(entity) => self.join(entity, index),
                None => resolution.entities.push(self.begin(index)),
            }
            resolution.entity_of.push(entity);
            resolution.referents.push(referents);
        }
        resolution
    }

    /// How likely each entity is what a mention refers to: an earlier pronoun leads to what it may refer to itself, each
    /// as likely as there, so that a long chain of "he" does not lose its name for one unsure link.
    fn referents(&self, options: &[Choice], resolution: &Resolution) -> Referents {
        let largest = options
            .iter()
            .map(|option| option.score)
            .fold(f32::MIN, f32::max);
        let powers: Vec<f32> = options
            .iter()
            .map(|option| libm::expf(option.score - largest))
            .collect();
        let total: f32 = powers.iter().sum();
        let mut referents = Referents::default();
        for (option, power) in options.iter().zip(powers) {
            let share = power / total;
            let Some(entity) = option.entity else {
                referents.none += share;
                continue;
            };
            let known = &resolution.referents[option.candidate];
            if self.mentions[option.candidate].form == Form::Pronoun && !known.entities.is_empty() {
                for &(entity, probability) in &known.entities {
                    referents.add(entity, share * probability);
                }
                referents.add(entity, share * known.none);
            } else {
                referents.add(entity, share);
            }
        }
        referents.keep();
        referents
    }

    /// Which of two names, given as mentions, a mention shares its referent with more likely; `None` where it could be neither.
    #[cfg(any(test, feature = "_internals"))]
    pub fn choose(
        &self,
        scorer: &Scorer,
        index: usize,
        names: [&[usize]; 2],
        resolution: &Resolution,
    ) -> Option<usize> {
        let entity = |list: &&[usize], entity: usize| {
            list.iter().any(|&mention| {
                resolution.entity_of[mention] == entity
                    || self.entity(mention, resolution) == entity
            })
        };
        let list_of =
            |entity_index: usize| names.iter().position(|list| entity(list, entity_index));
        if let Some(list) = list_of(resolution.entity_of[index]) {
            return Some(list);
        }
        let options = self.options(scorer, index, resolution, &mut Features::default());
        let fitting = options
            .iter()
            .filter_map(|option| Some((list_of(option.entity?)?, option.score)));
        fitting
            .reduce(|best, other| if other.1 > best.1 { other } else { best })
            .map(|(list, _)| list)
    }

    /// The entity that a mention speaks of, be it by saying what it is.
    pub(super) fn entity(&self, mention: usize, resolution: &Resolution) -> usize {
        resolution.entity_of[self.described[mention].unwrap_or(mention)]
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
        let mut options = vec![Choice {
            entity: None,
            candidate: index,
            score: scorer.score(&features.places),
        }];
        let sentence = self.mentions[index].sentence;
        // Neither the subject itself, which is no candidate, nor another mention of what the subject is.
        let bound: Vec<usize> = (0..index)
            .rev()
            .take_while(|&at| self.mentions[at].sentence == sentence)
            .filter(|&at| self.binds(at, index))
            .map(|at| resolution.entity_of[at])
            .collect();
        for (candidate, rank) in self.candidates(index) {
            let entity = self.entity(candidate, resolution);
            if bound.contains(&entity) {
                continue;
            }
            self.pair_features(
                index,
                candidate,
                rank,
                &resolution.entities[resolution.entity_of[candidate]],
                features,
            );
            options.push(Choice {
                entity: Some(entity),
                candidate,
                score: scorer.score(&features.places),
            });
        }
        options
    }
}

#[cfg(test)]
mod tests;
