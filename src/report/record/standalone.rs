//! How the standalone sentence of a claim came about, and what it leaves open.

use super::*;
use crate::span::Utf16Span;
use crate::terms::record;

record! {
    /// One change between a claim's words and its standalone sentence.
    pub struct Edit {
        /// What was done.
        pub operation: EditOperation,
        /// The words taken away, empty for an insertion.
        pub from: String,
        /// The words put in, empty for a deletion.
        pub to: String,
        /// Why, in a few words for people.
        pub reason: String,
        /// Place in `standalone` of the words put in.
        pub standalone_span: Utf16Span,
        /// Place in the source of the words taken away, from the first character to the last; `null` for an insertion. Cut
        /// out, it is `from` as the source writes it: with the soft hyphens, markup and line breaks between its characters,
        /// and with character references and ligatures unread.
        pub span: Option<Utf16Span>,
        /// Place in the source of what the words put in rest on; `null` where they rest on no words.
        pub origin: Option<Utf16Span>,
        /// Probability that the edit is right: as the ranker of references weighs it, or else by the share of edits for that
        /// reason that were right where they were read one by one, drawn towards the share of all by four more such edits;
        /// `null` for marks, capitals and reasons that were not read.
        pub probability: Option<f64>,
    }

    /// A reference that stays in a standalone sentence: "he", "its", the "this" of "this plan", "such".
    pub struct Unresolved {
        /// The word.
        pub text: String,
        /// Place in `standalone`.
        pub standalone_span: Utf16Span,
        /// Place in the source, from the first character to the last.
        pub span: Option<Utf16Span>,
        /// What it may refer to; `null` where nothing is likely enough to be named.
        pub guess: Option<String>,
        /// Probability of `guess`.
        pub probability: Option<f64>,
    }
}
