//! What has a name.

use super::*;
use crate::span::Utf16Span;
use crate::terms::record;

record! {
    /// Something with a name, and where it is mentioned.
    pub struct EntityRecord {
        /// The fullest name.
        pub name: String,
        /// What it is.
        #[serde(rename = "type")]
        pub entity_type: EntityType,
        /// Its mentions in the order of the text.
        pub mentions: Vec<MentionRecord>,
        /// How often it is mentioned, from 0 to 1: 1 for the entity that is mentioned most.
        pub salience: f64,
    }

    /// A name, pronoun or noun phrase that refers to an entity.
    pub struct MentionRecord {
        /// Its words.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// Place in [`ArticleRecord::text`].
        pub text_spans: Vec<Utf16Span>,
    }
}
