//! What has a name.

use super::{Builder, all, rounded};
use crate::analysis::entity::Entity;
use crate::grammar;
use crate::report::record::*;
use crate::span::ByteSpan;

impl Builder<'_> {
    pub(super) fn entity(&self, entity: &Entity) -> EntityRecord {
        EntityRecord {
            name: entity.name.clone(),
            entity_type: entity_type(entity.kind),
            mentions: all(&entity.mentions, |&span| self.mention(span)),
            salience: rounded(entity.salience),
        }
    }

    fn mention(&self, span: ByteSpan) -> MentionRecord {
        MentionRecord {
            text: self.words(&[span]),
            spans: self.places(&[span]),
            text_spans: vec![self.text_units.span(span)],
        }
    }
}

/// The report's word for a type of the weights.
fn entity_type(tagged: grammar::EntityType) -> EntityType {
    match tagged {
        grammar::EntityType::Person => EntityType::Person,
        grammar::EntityType::Organization => EntityType::Organisation,
        grammar::EntityType::Location => EntityType::Place,
        grammar::EntityType::Facility => EntityType::Facility,
        grammar::EntityType::Norp => EntityType::Nationality,
        grammar::EntityType::Product => EntityType::Product,
        _ => EntityType::Other,
    }
}
