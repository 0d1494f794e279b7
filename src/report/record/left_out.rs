//! What is no claim: questions, and words that were left out.

use super::*;
use crate::span::Utf16Span;
use crate::terms::record;

record! {
    /// A question of the article.
    pub struct QuestionRecord {
        /// Its words.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// Place in [`ArticleRecord::text`].
        pub text_spans: Vec<Utf16Span>,
    }

    /// Words that were read and are no claim.
    pub struct LeftOut {
        /// The words.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// Why they are no claim.
        pub reason: LeftOutReason,
    }
}
