//! Bytes → [`Article`]: the plain text of an article, its blocks, what it says of itself, and where each character
//! of the plain text stands in the source.

mod source_map;

pub use source_map::SourceMap;

use crate::options::{Format, Options};
use crate::report::{BlockKind, Note};
use crate::span::ByteSpan;

/// An article as read.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// Plain text: title, standfirst and body blocks, parted by `"\n\n"`. All byte spans of later stages refer to it.
    pub text: String,
    /// Where the plain text stands in the source.
    pub source_map: SourceMap,
    /// All blocks in the order of the source, those outside the plain text too.
    pub blocks: Vec<Block>,
    /// What the article says of itself.
    pub metadata: Metadata,
    /// How the source was read; never [`Format::Auto`].
    pub format: Format,
    /// Doubts about the reading.
    pub notes: Vec<Note>,
}

/// A heading, paragraph, quotation, caption and so on.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its place in [`Article::text`]; `None` for blocks that are no part of the plain text (byline, caption, …).
    pub span: Option<ByteSpan>,
    /// Its words, white space collapsed; for blocks in the plain text the same as `span.of(&article.text)`.
    pub text: String,
    /// Its place in the source in bytes, one range for each stretch between markup.
    pub source_spans: Vec<ByteSpan>,
}

/// What an article says of itself. Dates are ISO 8601.
#[derive(Debug, Clone, Default)]
pub struct Metadata {
    /// Title without the site's name.
    pub title: Option<Found>,
    /// Lines under the title that sum the article up.
    pub standfirst: Option<Found>,
    /// Names of the authors.
    pub byline: Vec<Found>,
    /// Publication date, `YYYY-MM-DD` or date and time with zone.
    pub published: Option<Found>,
    /// Date of the last change.
    pub updated: Option<Found>,
    /// Name of the paper or site.
    pub publisher: Option<Found>,
    /// Section of the paper.
    pub section: Option<Found>,
    /// Canonical address.
    pub url: Option<Found>,
    /// Language tag as stated or detected.
    pub language: Option<Found>,
    /// Captions, credits, related lines and notices, in the order of the source.
    pub captions: Vec<Found>,
    /// Credits of pictures.
    pub credits: Vec<Found>,
    /// Lines that point to other articles.
    pub related: Vec<Found>,
    /// Disclaimers, corrections, copyright lines, lines about the author.
    pub notices: Vec<Found>,
}

/// A piece of metadata and where it was found.
#[derive(Debug, Clone)]
pub struct Found {
    /// The value, white space collapsed.
    pub value: String,
    /// `option`, `json_ld`, `open_graph`, `meta`, `time_element`, `front_matter`, `visible_text` or `address`.
    pub origin: &'static str,
    /// Place in the source, in bytes.
    pub source_span: Option<ByteSpan>,
}

/// Reads an article.
///
/// Any source gives an article; doubts are in [`Article::notes`]. Linear in the length of the source.
pub fn read(source: &str, options: &Options) -> Article {
    let _ = (source, options);
    Article::default()
}

/// Decodes a file's bytes; gives the text and the name of the encoding (Encoding Standard).
///
/// A byte order mark decides; then a `meta` element; then UTF-8 where the bytes are valid; then UTF-16 by its zero
/// bytes; then Windows-1252. Malformed bytes become U+FFFD.
pub fn decode(bytes: &[u8]) -> (String, &'static str) {
    (String::from_utf8_lossy(bytes).into_owned(), "UTF-8")
}

impl Article {
    /// The date (`YYYY-MM-DD`) that relative times count from: the option, else the article's own.
    pub fn anchor(&self, options: &Options) -> Option<String> {
        let stated = || self.metadata.published.as_ref().and_then(|found| found.value.get(..10)).map(str::to_string);
        options.date.clone().or_else(stated)
    }
}
