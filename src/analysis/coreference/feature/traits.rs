//! What is asked of a mention for each pair that it is in.

use super::super::hash::{mix, text_hash};
use super::super::mention::{Form, Mention, Pronoun};
use super::option;
use crate::analysis::{Analysis, time};
use crate::grammar::{Deprel, EntityType, Upos};

/// What is asked of a mention for each pair that it is in, as numbers; 0 where there is nothing.
#[derive(Debug, Clone, Copy)]
pub struct Traits {
    /// The pronoun itself, or the form with its entity type.
    pub(super) sort: u32,
    pub(super) pronoun: u32,
    pub(super) entity: u32,
    pub(super) relation: u32,
    pub(super) base_relation: u32,
    pub(super) governor_relation: u32,
    pub(super) governor_base_relation: u32,
    pub(super) governor_lemma: u32,
    /// Whether it is the subject of a clause.
    pub subject: bool,
    /// Whether it is a number, a date or a length of time.
    pub counts: bool,
}

impl Traits {
    /// Those of a mention in its sentence.
    pub fn new(mention: &Mention, analysis: &Analysis) -> Self {
        let word = &analysis.words[mention.head];
        let governor = word.head.map(|head| &analysis.words[head]);
        let entity = if mention.form == Form::Name {
            entity_hash(mention.entity)
        } else {
            0
        };
        let sort = match mention.form {
            Form::Pronoun => pronoun_hash(mention.pronoun),
            form => mix(
                100 + form as u32 + 10 * u32::from(mention.coordinated),
                entity,
            ),
        };
        Traits {
            sort,
            pronoun: pronoun_hash(mention.pronoun),
            entity: entity_hash(mention.entity),
            relation: text_hash(word.deprel.label()),
            base_relation: option(Some(word.deprel.base().label()), text_hash),
            governor_relation: option(governor, |governor| text_hash(governor.deprel.label())),
            governor_base_relation: option(governor, |governor| {
                text_hash(governor.deprel.base().label())
            }),
            governor_lemma: governor.map_or(0, |governor| text_hash(&governor.lemma)),
            subject: word.deprel.base() == Deprel::Nsubj,
            counts: word.upos == Upos::Num
                || word.deprel.base() != Deprel::Nsubj
                    && time::is_named(&word.lemma.to_lowercase()),
        }
    }
}

/// As [`text_hash`] of the type's name; of no entity as of no text.
fn entity_hash(entity: Option<EntityType>) -> u32 {
    text_hash(entity.map_or("", EntityType::label))
}

/// As [`text_hash`] of the pronoun's basic form; of none as of no text.
pub fn pronoun_hash(pronoun: Option<Pronoun>) -> u32 {
    text_hash(pronoun.map_or("", Pronoun::label))
}
