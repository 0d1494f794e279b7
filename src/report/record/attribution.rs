//! Who is committed to a claim, and who says so.

use super::*;
use crate::span::Utf16Span;
use crate::terms::record;

record! {
    /// Who is committed to a claim.
    pub struct HolderRecord {
        /// The author (an averral) or a source (an attribution).
        pub kind: HolderKind,
        /// The name: the author's where the byline gives one, else that of the source, a pronoun resolved.
        pub name: Option<String>,
        /// What the source is; `null` for the author and where unknown.
        #[serde(rename = "type")]
        pub source_type: Option<SourceType>,
        /// The words that name the source at the claim; empty for the author.
        pub text: Option<String>,
        /// Their place in the source text.
        pub spans: Vec<Utf16Span>,
    }

    /// One attribution: source, cue and content.
    pub struct AttributionRecord {
        /// Who says it; `null` where the text names nobody.
        pub source: Option<SourceRecord>,
        /// The words that attribute; none in a block quotation of which nothing else says whose it is.
        pub cue: CueRecord,
        /// What is said, in the source text: ranges in its order that do not overlap.
        pub content: Vec<Utf16Span>,
        /// Direct quotation, indirect, or mixed.
        pub mode: Mode,
    }

    /// A source at its mention.
    pub struct SourceRecord {
        /// The words of the mention.
        pub text: String,
        /// The resolved name.
        pub name: String,
        /// What it is; `null` where unknown.
        #[serde(rename = "type")]
        pub source_type: Option<SourceType>,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
    }

    /// The words that attribute: "said", "according to".
    pub struct CueRecord {
        /// The words; empty where there are none.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// What kind of act they report.
        #[serde(rename = "type")]
        pub cue_type: CueType,
    }
}
