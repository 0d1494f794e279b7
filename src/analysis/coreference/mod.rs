//! Which mentions refer to one thing.
//!
//! Mentions are read off the trees, and from left to right each joins the entity of an earlier one or begins its own,
//! whichever a linear scorer likes best (mention ranking, Denis & Baldridge 2008; features of Durrett & Klein 2013).
//! Known to go wrong where knowledge of the world decides: that "the capital" is "Orrin".

mod agreement;
mod expletive;
pub mod feature;
mod mention;
mod metonym;
mod quoted;
mod reference;
mod score;
#[cfg(test)]
mod tests;

pub use agreement::{Gender, agreement, gender_of, is_title};
pub use expletive::is_expletive;
pub use mention::{Form, Mention, is_reflexive};
pub use metonym::FOR_GOVERNMENT;
pub use reference::{Coreference, Reference, genitive, lowered, resolve};
pub use score::Scorer;

use crate::analysis::Analysis;
use crate::grammar::{Deprel, Upos};
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
    /// For each mention that says what something is the mention of that.
    described: Vec<Option<usize>>,
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

/// How many entities are remembered that a mention may refer to.
const MOST_REFERENTS: usize = 8;

/// How likely a pronoun in front of a subject is of it rather than of what was named before, where nothing is likelier.
const CATAPHORIC: f32 = 0.4;

/// How many words of an entity's mentions are remembered.
const MOST_WORDS: usize = 20;

/// A word as a number (FNV-1a).
fn text_hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
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

    /// The mentions that a mention may share its referent with, the nearest first, each with the number of fitting ones
    /// that stand nearer: all, and those that compete most, people with a name for "she", subjects for "it".
    pub fn candidates(&self, index: usize) -> Vec<(usize, (usize, usize))> {
        let mention = &self.mentions[index];
        let from = index.saturating_sub(WINDOW);
        // "It" is no year.
        let personal = matches!(mention.pronoun, "he" | "she" | "it" | "they");
        let mut rank = (0, 0);
        let near = (from..index).rev();
        let far = self.earlier[index]
            .far
            .iter()
            .rev()
            .copied()
            .filter(|&at| at < from);
        let mut candidates = Vec::new();
        let person = self.follows_person(index);
        for at in near.chain(far) {
            let other = &self.mentions[at];
            if other.form == Form::Pronoun && other.block != mention.block && person {
                continue;
            }
            if other.head == mention.head && other.sentence == mention.sentence
                || personal && self.traits[at].counts
                || self.binds(at, index)
            {
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

    /// Whether somebody that "he" or "she" may be is named as a subject in front of it, in its paragraph and the window: a
    /// pronoun of an earlier paragraph, of somebody whom this one doesn't name, is then none to go by.
    fn follows_person(&self, index: usize) -> bool {
        let mention = &self.mentions[index];
        if !matches!(mention.pronoun, "he" | "she") {
            return false;
        }
        // "Okafor looked at him": who does it is not whom it is done to.
        let free = matches!(
            self.analyses[mention.sentence].words[mention.head]
                .deprel
                .base(),
            Deprel::Nsubj | Deprel::Nmod
        );
        let fits = |other: &Mention| {
            let one = other.agreement.animate == Some(true)
                && other.agreement.plural != Some(true)
                && other.form != Form::Pronoun;
            one && other.quotation == mention.quotation
                && mention.agreement.fits(other.agreement)
                && (free || other.sentence < mention.sentence)
        };
        let mut near = (index.saturating_sub(WINDOW)..index)
            .rev()
            .take_while(|&at| self.mentions[at].block == mention.block);
        near.any(|at| self.traits[at].subject && fits(&self.mentions[at]))
    }

    /// The subject, a name or noun phrase, of the clause that a pronoun stands in front of: "In her speech, Okafor said".
    fn subject_behind(&self, index: usize) -> Option<usize> {
        let mention = &self.mentions[index];
        if !matches!(mention.pronoun, "he" | "she" | "it" | "they") {
            return None;
        }
        let analysis = &self.analyses[mention.sentence];
        let above =
            std::iter::successors(Some(mention.head), |&at| analysis.words[at].head).take(8);
        let fronted = above.filter(|&at| {
            matches!(
                analysis.words[at].deprel.base(),
                Deprel::Advcl | Deprel::Obl
            )
        });
        let subject = fronted.filter_map(|at| {
            let verb = analysis.words[at].head?;
            analysis
                .children_with(verb, &[Deprel::Nsubj])
                .find(|&subject| subject > at && subject > mention.head)
        });
        let subject = subject.last()?;
        let mut behind = (index + 1..self.mentions.len())
            .take_while(|&at| self.mentions[at].sentence == mention.sentence);
        let fits = |other: &Mention| {
            let sort = match mention.pronoun {
                "he" | "she" => other.form == Form::Name && other.agreement.animate == Some(true),
                "it" => {
                    matches!(other.form, Form::Name | Form::Definite | Form::Possessive)
                        && other.agreement.animate != Some(true)
                }
                _ => other.form != Form::Pronoun && other.agreement.plural == Some(true),
            };
            other.head == subject && sort && other.agreement.fits(mention.agreement)
        };
        behind.find(|&at| fits(&self.mentions[at]))
    }

    /// Whether two mentions are subject and object of one verb and so no one thing (principle B of Chomsky 1981): "people
    /// take them", "people stop and take them".
    fn binds(&self, subject: usize, object: usize) -> bool {
        let (one, other) = (&self.mentions[subject], &self.mentions[object]);
        let words = &self.analyses[other.sentence].words;
        let object = &words[other.head];
        let is_object = one.sentence == other.sentence
            && matches!(other.pronoun, "he" | "she" | "it" | "they")
            && matches!(object.deprel.base(), Deprel::Obj | Deprel::Iobj)
            && !mention::is_reflexive(&object.lower);
        is_object
            && words[one.head].deprel.base() == Deprel::Nsubj
            && words[one.head].head.is_some()
            && words[one.head].head == self.with_subject(other.sentence, object.head)
    }

    /// The verb whose subject is that of a verb: the one that it is coordinated with or that controls it, where it has no
    /// subject of its own, "rule out asking them", "closed it to save it".
    fn with_subject(&self, sentence: usize, verb: Option<usize>) -> Option<usize> {
        let analysis = &self.analyses[sentence];
        let shared = |&verb: &usize| {
            let above = analysis.words[verb].head?;
            let has = |verb: usize, relations: &[Deprel]| {
                analysis.children_with(verb, relations).next().is_some()
            };
            // "lost the vote, forcing it to reopen talks": there the loss does it.
            let apart = verb
                .checked_sub(1)
                .is_some_and(|before| analysis.words[before].is_punctuation());
            let shares = match analysis.words[verb].deprel.base() {
                Deprel::Conj => true,
                Deprel::Xcomp | Deprel::Ccomp => !has(above, &[Deprel::Obj, Deprel::Iobj]),
                Deprel::Advcl => !apart,
                _ => false,
            };
            (shares && !has(verb, &[Deprel::Nsubj, Deprel::Csubj, Deprel::Expl])).then_some(above)
        };
        std::iter::successors(verb, shared)
            .take(analysis.words.len())
            .last()
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
        // For subjects the pronouns in front that wait for them.
        let mut waiting: HashMap<usize, Vec<usize>> = HashMap::new();
        for index in 0..self.mentions.len() {
            let options = self.options(scorer, index, &resolution, &mut features);
            let referents = self.referents(&options, &resolution);
            // Of equals the nearest.
            let best = referents
                .of
                .iter()
                .copied()
                .reduce(|best, other| if other.1 > best.1 { other } else { best });
            let mut joined = best
                .filter(|best| best.1 > referents.none)
                .map(|best| best.0);
            // "Her" is of no council.
            let personal = matches!(self.mentions[index].pronoun, "he" | "she");
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
            if self.mentions[option.candidate].form == Form::Pronoun && !known.of.is_empty() {
                for &(entity, probability) in &known.of {
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
    #[cfg_attr(
        not(feature = "_internals"),
        expect(dead_code, reason = "called by the evaluation alone")
    )]
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
        let of = |found: usize| names.iter().position(|list| entity(list, found));
        if let Some(list) = of(resolution.entity_of[index]) {
            return Some(list);
        }
        let options = self.options(scorer, index, resolution, &mut Features::default());
        let fitting = options
            .iter()
            .filter_map(|option| Some((of(option.entity?)?, option.score)));
        fitting
            .reduce(|best, other| if other.1 > best.1 { other } else { best })
            .map(|(list, _)| list)
    }

    /// The entity that a mention speaks of, be it by saying what it is.
    fn entity(&self, mention: usize, resolution: &Resolution) -> usize {
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

/// How likely a mention refers to what.
#[derive(Debug, Clone, Default)]
pub struct Referents {
    /// That it is the first of its entity.
    pub none: f32,
    /// Entities, each with its probability; what is least likely is forgotten.
    pub of: Vec<(usize, f32)>,
}

impl Referents {
    fn add(&mut self, entity: usize, probability: f32) {
        match self.of.iter_mut().find(|(known, _)| *known == entity) {
            Some((_, sum)) => *sum += probability,
            None => self.of.push((entity, probability)),
        }
    }

    /// Gives an entity a share of all.
    fn share(&mut self, entity: usize, share: f32) {
        self.none *= 1.0 - share;
        self.of
            .iter_mut()
            .for_each(|(_, probability)| *probability *= 1.0 - share);
        self.add(entity, share);
        self.keep();
    }

    fn keep(&mut self) {
        self.of.sort_by(|one, other| other.1.total_cmp(&one.1));
        self.of.truncate(MOST_REFERENTS);
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

/// For what is said of something, "Corvane, the largest maker of bicycles", "Corvane is the largest maker", the mention of
/// what it is said of.
fn described(analyses: &[Analysis], mentions: &[Mention], index: usize) -> Option<usize> {
    let mention = &mentions[index];
    let analysis = &analyses[mention.sentence];
    let word = &analysis.words[mention.head];
    let predicate = || {
        analysis
            .children_with(mention.head, &[Deprel::Cop])
            .next()
            .is_some()
            && !analysis.is_negated(mention.head)
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
        let refers = matches!(other.pronoun, "" | "he" | "she" | "it" | "they");
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
        if matches!(word.upos, Upos::Propn | Upos::Noun) {
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
