//! The article as it was read.

use super::*;
use crate::options::Format;
use crate::span::Utf16Span;
use crate::terms::record;

record! {
    /// The article as it was read.
    pub struct ArticleRecord {
        /// How the source was read: the option `format`, or what was found.
        pub format: Format,
        /// Character encoding of the bytes, as the Encoding Standard names it; `null` where a string was passed.
        pub encoding: Option<String>,
        /// Language tag (BCP 47), `en` for English; `null` where the text is too short to tell.
        pub language: Option<String>,
        /// The title, without the name of the site.
        pub title: Option<String>,
        /// The standfirst (deck, sub-heading): the lines under the title that sum the article up.
        pub standfirst: Option<String>,
        /// Names of the authors.
        pub byline: Vec<String>,
        /// Publication date, or date and time with zone, as ISO 8601.
        pub published: Option<String>,
        /// Date of the last change, as ISO 8601.
        pub updated: Option<String>,
        /// Name of the paper or site.
        pub publisher: Option<String>,
        /// Section of the paper, such as `Opinion`.
        pub section: Option<String>,
        /// What kind of piece it is; its evidence is in `provenance`. `null` where nothing names it.
        pub genre: Option<Genre>,
        /// Canonical address.
        pub url: Option<String>,
        /// Captions of pictures.
        pub captions: Vec<String>,
        /// Credits of pictures.
        pub credits: Vec<String>,
        /// Lines that point to other articles.
        pub related: Vec<String>,
        /// Disclaimers, corrections, copyright lines, lines about the author.
        pub notices: Vec<String>,
        /// Where each piece of metadata was found.
        pub provenance: Vec<Provenance>,
        /// The date (`YYYY-MM-DD`) that relative times count from; `null` where none is known.
        pub anchor: Option<String>,
        /// The plain text: title, standfirst and body, blocks parted by an empty line.
        pub text: String,
        /// The blocks in the order of the text.
        pub blocks: Vec<BlockRecord>,
        /// Number of sentences that were searched for claims.
        pub sentences: u32,
        /// Number of tokens in them.
        pub tokens: u32,
    }

    /// Where a field of the article was found.
    pub struct Provenance {
        /// The field, as it is called in [`ArticleRecord`].
        pub field: String,
        /// The place: `json_ld`, `open_graph`, `meta`, `microdata`, `time_element`, `front_matter`, `visible_text`,
        /// `address`.
        pub origin: String,
        /// Place in the source; `null` where the value has none of its own.
        pub span: Option<Utf16Span>,
    }

    /// A block of the article: heading, paragraph, quotation, list item and so on.
    pub struct BlockRecord {
        /// What the block is.
        pub kind: BlockKind,
        /// Place in [`ArticleRecord::text`]; `null` for blocks that are not part of the plain text.
        pub text_span: Option<Utf16Span>,
        /// Place in the source: one range for each stretch between markup.
        pub spans: Vec<Utf16Span>,
    }
}
