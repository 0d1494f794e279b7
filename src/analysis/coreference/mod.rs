//! What refers to what, and which name may be put for it.
//!
//! Mentions are read off the trees ([`mention`]), and from left to right each joins the entity of an earlier one or begins
//! its own ([`resolution`]), whichever a linear scorer likes best (mention ranking, Denis & Baldridge 2008; features of
//! Durrett & Klein 2013). What then may be put for a mention is decided by the rules of [`reference`]. Known to go wrong
//! where knowledge of the world decides: that "the capital" is "Orrin".

mod agreement;
mod candidates;
mod document;
mod expletive;
pub mod feature;
mod hash;
mod mention;
mod metonym;
mod names;
mod naming;
mod quoted;
mod reference;
mod resolution;
mod score;
mod sureness;
#[cfg(test)]
mod tests;

pub use agreement::{Gender, agreement, gender_of, is_title};
pub use document::Document;
// What the trainer and the evaluation name.
#[cfg(feature = "_internals")]
pub use document::Entity;
pub use expletive::is_expletive;
pub use mention::{Form, Mention, Pronoun};
pub use naming::{genitive, lowered};
pub use reference::ReferenceRule;
#[cfg(feature = "_internals")]
pub use resolution::Resolution;
pub use score::Scorer;
#[cfg(feature = "_internals")]
pub use sureness::{Doubt, Signal, Signals};

use crate::analysis::Analysis;
use crate::article::Article;
use crate::sentence::Sentence;
use crate::span::ByteSpan;
use names::Names;
use resolution::LIKELY_ONE;
use std::collections::BTreeMap;

/// References that were resolved, by sentence and token.
#[derive(Debug, Clone, Default)]
pub struct Coreference {
    references: BTreeMap<(usize, usize), Reference>,
    /// The gender of "he" or "she" for each name that one of them refers to.
    called: BTreeMap<String, Gender>,
    /// The entity of each mention that is likely of one.
    entities: BTreeMap<(usize, usize), usize>,
    /// For each entity the head words of the names and noun phrases for it, in order.
    heads: Vec<Vec<ByteSpan>>,
}

/// What a mention refers to.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The words that refer.
    pub mention: ByteSpan,
    /// The name to put for them.
    pub name: String,
    /// Where the name stands.
    pub antecedent: ByteSpan,
    /// The rule that found it; its label is the reason of the edit.
    pub rule: ReferenceRule,
    /// The pronoun in its basic form, where it is one.
    pub pronoun: Option<Pronoun>,
    /// Whether it is a person.
    pub person: bool,
    /// How likely the mention refers to it, as the ranker weighs it; `None` where a rule decides.
    pub probability: Option<f32>,
    /// Whether that is enough to put the name for the mention.
    pub sure: bool,
}

/// Resolves pronouns, short names and bare noun phrases ("the treaty", "this treaty") of an article. Linear.
pub fn resolve(article: &Article, sentences: &[Sentence], analyses: &[Analysis]) -> Coreference {
    let document = Document::new(&article.text, sentences, analyses);
    let resolution = document.resolve(Scorer::learned());
    let names = Names::new(article, &document, &resolution);
    let references: BTreeMap<(usize, usize), Reference> = (0..document.mentions.len())
        .filter_map(|index| {
            let mention = &document.mentions[index];
            let reference = names.reference(index)?;
            Some(((mention.sentence, mention.head), reference))
        })
        .collect();
    let place = |mention: &Mention| (mention.sentence, mention.head);
    let likely = |&index: &usize| {
        let entity = resolution.entity_of[index];
        let probability = resolution.referents[index].probability(entity);
        let behind = document.subject_behind(index);
        document.mentions[index].form != Form::Pronoun
            // "In her speech, Maria Okafor": a name is not put, but the words name her.
            || behind.is_some_and(|subject| resolution.entity_of[subject] == entity)
            || probability.is_some_and(|probability| probability >= LIKELY_ONE)
    };
    let entities = (0..document.mentions.len())
        .filter(likely)
        .map(|index| {
            (
                place(&document.mentions[index]),
                resolution.entity_of[index],
            )
        })
        .collect();
    let says_what = |&&mention: &&usize| document.mentions[mention].form != Form::Demonstrative;
    let head = |&mention: &usize| {
        let (sentence, head) = place(&document.mentions[mention]);
        analyses[sentence].words[head].span
    };
    let heads = names
        .named
        .iter()
        .map(|phrases| phrases.iter().filter(says_what).map(head).collect())
        .collect();
    // Of several the first.
    let called = references
        .values()
        .rev()
        .filter(|reference| reference.sure)
        .filter_map(|reference| Some((reference.name.clone(), reference.pronoun?.gender()?)))
        .collect();
    Coreference {
        references,
        called,
        entities,
        heads,
    }
}

/// A pronoun with what may be put for it, as the trainer of [`Signal`]s asks for it.
#[cfg(feature = "_internals")]
#[derive(Debug, Clone)]
pub struct Weighed {
    /// The reference.
    pub reference: Reference,
    /// The word that heads what names it, and that mention.
    pub head: ByteSpan,
    /// The mention that names it.
    pub antecedent: ByteSpan,
    /// What speaks for and against.
    pub signals: Signals,
    /// Why it is never sure.
    pub doubt: Option<Doubt>,
}

/// All pronouns for which something may be put, with what speaks for and against it.
#[cfg(feature = "_internals")]
pub fn weigh(article: &Article, sentences: &[Sentence], analyses: &[Analysis]) -> Vec<Weighed> {
    let document = Document::new(&article.text, sentences, analyses);
    let resolution = document.resolve(Scorer::learned());
    let names = Names::new(article, &document, &resolution);
    let pronouns =
        (0..document.mentions.len()).filter(|&index| document.mentions[index].is_third_person());
    let weighed = pronouns.filter_map(|index| {
        let reference = names.reference(index)?;
        let guess = names.guess(index)?;
        let antecedent = &document.mentions[guess.antecedent];
        Some(Weighed {
            reference,
            head: analyses[antecedent.sentence].words[antecedent.head].span,
            antecedent: antecedent.span,
            signals: names.signals(index, &guess),
            doubt: names.doubt(index, &guess),
        })
    });
    weighed.collect()
}

impl Coreference {
    /// The reference whose mention is headed by a token, where it is sure.
    pub fn sure(&self, sentence: usize, token: usize) -> Option<&Reference> {
        self.likely(sentence, token)
            .filter(|reference| reference.sure)
    }

    /// The same, where it is but likely.
    pub fn likely(&self, sentence: usize, token: usize) -> Option<&Reference> {
        self.references.get(&(sentence, token))
    }

    /// The head words of the names and noun phrases that share their referent with the mention headed by a token, in order.
    pub fn antecedents(&self, sentence: usize, token: usize) -> &[ByteSpan] {
        let entity = self.entities.get(&(sentence, token));
        entity
            .and_then(|&entity| self.heads.get(entity))
            .map_or(&[], Vec::as_slice)
    }

    /// The gender of "he" or "she", where one of them surely refers to a name.
    pub fn called(&self, name: &str) -> Option<Gender> {
        self.called.get(name).copied()
    }

    /// All references that are rather right than wrong, in the order of the text.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.references.values().filter(|reference| {
            let least = |probability| probability >= LIKELY_ONE;
            reference.sure
                || reference.pronoun.is_some() && reference.probability.is_some_and(least)
        })
    }
}
