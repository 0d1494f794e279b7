//! Bytes → [`Article`]: the plain text of an article, its blocks, what it says of itself, and where each character
//! of the plain text stands in the source.

mod byline;
mod dates;
mod draft;
mod encoding;
mod format;
mod front_matter;
mod genre;
mod html;
mod language;
mod lines;
mod mail;
mod markdown;
mod metadata;
mod page_lines;
mod plain_text;
mod source_map;
mod stated;

pub use dates::Moment;
pub use encoding::decode;
pub use source_map::SourceMap;

use crate::labels::labels;
use crate::options::{Format, Options};
use crate::span::ByteSpan;
use crate::terms::{BlockKind, Genre, Note};
use jiff::civil::Date;

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

/// Bytes of plain text above which it is mostly no article but a story, a manual or an encyclopedia's page. Set by
/// reading sentences: above it "it" and "they" were more often replaced wrongly. Long reportage is treated alike.
const LONG: usize = 24_000;

impl Article {
    /// Whether there is so much text that it speaks of more than an article does and of other days than its own.
    pub fn is_long(&self) -> bool {
        self.text.len() > LONG
    }
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
    /// Whether it is in another language than English.
    pub foreign: bool,
}

/// What an article says of itself.
#[derive(Debug, Clone, Default)]
pub struct Metadata {
    /// Title without the site's name.
    pub title: Option<Found>,
    /// Lines under the title that sum the article up.
    pub standfirst: Option<Found>,
    /// Names of the authors.
    pub byline: Vec<Found>,
    /// When it was published.
    pub published: Option<Found<Moment>>,
    /// When it was last changed.
    pub updated: Option<Found<Moment>>,
    /// Name of the paper or site.
    pub publisher: Option<Found>,
    /// Section of the paper.
    pub section: Option<Found>,
    /// What kind of piece it is, and the words that say so.
    pub genre: Option<(Genre, Found)>,
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

labels! {
    /// Where a piece of metadata was found.
    pub enum Origin {
        JsonLd = "json_ld",
        OpenGraph = "open_graph",
        Meta = "meta",
        Microdata = "microdata",
        TimeElement = "time_element",
        FrontMatter = "front_matter",
        VisibleText = "visible_text",
        Address = "address",
    }
}

/// A piece of metadata and where it was found.
#[derive(Debug, Clone)]
pub struct Found<T = String> {
    /// The value; of words with white space collapsed.
    pub value: T,
    /// Where it was found.
    pub origin: Origin,
    /// Place in the source, in bytes.
    pub source_span: Option<ByteSpan>,
}

impl<T> Found<T> {
    /// Another value, found at the same place.
    fn with<U>(&self, value: U) -> Found<U> {
        Found {
            value,
            origin: self.origin,
            source_span: self.source_span,
        }
    }
}

impl Found<Moment> {
    /// The date as reports write it, ISO 8601.
    pub fn written(&self) -> Found {
        self.with(self.value.to_string())
    }
}

/// Reads an article.
///
/// Any source gives an article; doubts are in [`Article::notes`]. Linear in the length of the source.
pub fn read(source: &str, options: &Options) -> Article {
    if let Some(note) = unreadable(source) {
        return Article {
            format: Format::Text,
            notes: vec![note],
            ..Article::default()
        };
    }
    let format = if options.format == Format::Auto {
        format::detect(source)
    } else {
        options.format
    };
    let mut metadata = Metadata::default();
    let mut facts = html::Facts::default();
    let drafts = match format {
        Format::Html => html::read(source, &mut facts, &mut metadata),
        Format::Markdown => markdown::read(source, &mut metadata),
        Format::Text | Format::Auto => plain_text::read(source),
    };
    let mut drafts = draft::mend(drafts);
    metadata::of_blocks(&drafts, &mut metadata);
    about_author(&mut drafts, &mut metadata);
    metadata.genre = genre::decide(&facts, &drafts, &metadata);
    let mut article = draft::lay_out(&drafts);
    article.notes.extend(facts.notes(&drafts));
    let stated = metadata
        .language
        .take()
        .filter(|found| found.value.len() <= 35);
    let english = language::is_english(&article.text);
    language::mark_foreign(&mut article.blocks, english.unwrap_or(true));
    match english {
        Some(true) => {
            let stated = stated.filter(|found| found.value.to_lowercase().starts_with("en"));
            let detected = || Found {
                value: "en".into(),
                origin: Origin::VisibleText,
                source_span: None,
            };
            metadata.language = Some(stated.unwrap_or_else(detected));
        }
        Some(false) => {
            metadata.language =
                stated.filter(|found| !found.value.to_lowercase().starts_with("en"));
            let message = "Few of the words are English, and averral reads English only: what is not was not searched for claims.";
            article.notes.push(Note {
                code: "not_english".into(),
                message: message.into(),
            });
        }
        None => metadata.language = stated,
    }
    if article.text.is_empty() {
        article.notes.push(Note {
            code: "no_text".into(),
            message: "There is no text of an article in this source.".into(),
        });
    }
    Article {
        metadata,
        format,
        ..article
    }
}

/// The closing lines that tell of the author are notices.
fn about_author(drafts: &mut [draft::Draft], metadata: &mut Metadata) {
    let authors: Vec<String> = metadata
        .byline
        .iter()
        .map(|found| found.value.clone())
        .collect();
    let n_drafts = drafts.len();
    for (index, draft) in drafts.iter_mut().enumerate().skip(1) {
        if index + 5 >= n_drafts
            && draft.kind == BlockKind::Paragraph
            && lines::is_about_author(&draft.text(), &authors)
        {
            draft.kind = BlockKind::Notice;
            metadata.notices.push(Found {
                value: draft.text(),
                origin: Origin::VisibleText,
                source_span: draft.source_span(),
            });
        }
    }
}

/// A note for sources that hold no text: nothing at all, or the bytes of a picture or program.
fn unreadable(source: &str) -> Option<Note> {
    if source.trim().is_empty() {
        return Some(Note {
            code: "empty".into(),
            message: "The source is empty.".into(),
        });
    }
    let sample = source.chars().take(4096);
    let (mut n_letters, mut n_odd) = (0usize, 0usize);
    for letter in sample {
        n_letters += 1;
        let odd = letter == '\u{fffd}'
            || letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{c}' | '\u{b}');
        n_odd += usize::from(odd);
    }
    let message =
        "These are the bytes of a file that is no text: a picture, a program or the like.";
    (n_odd * 10 > n_letters).then(|| Note {
        code: "binary".into(),
        message: message.into(),
    })
}

impl Article {
    /// The date that relative times count from: the option, else the article's own.
    pub fn anchor(&self, options: &Options) -> Option<Date> {
        match &options.date {
            Some(date) => date.get(..10)?.parse().ok(),
            None => Some(self.metadata.published.as_ref()?.value.date),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Reads a source and asks what holds of any: blocks cut their words out of the plain text, and their places are
    /// places of the source.
    pub(super) fn read_lawfully(source: &str, format: Format) -> Article {
        let article = read(
            source,
            &Options {
                format,
                ..Options::default()
            },
        );
        for block in &article.blocks {
            assert!(
                block
                    .span
                    .is_none_or(|span| span.of(&article.text) == block.text),
                "{:?}",
                block.text
            );
            assert!(
                block
                    .source_spans
                    .iter()
                    .all(|span| source.get(span.start..span.end).is_some())
            );
        }
        article
    }

    #[test]
    fn code_over_several_lines_keeps_its_place() {
        let article = read_lawfully(
            "Call `shut()\n   and wait`, or `a\r\n  b`, said she.",
            Format::Markdown,
        );
        assert_eq!(article.text, "Call shut() and wait, or a b, said she.");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn anything_like_a_page(
            source in "(<(p|div|h1|li|b|a href=x|/p|/div|script|!--|/|td|svg|time|sup)>|&(amp|lt|eacute|#39|NewLine|nGt|x);?|[a-zA-Z `📚é\u{ad}\u{fb01}.,;\r\n*#>-]{1,20}|\n\n|The ferry was late, said the mayor[.,]? ){0,40}"
        ) {
            for format in [Format::Html, Format::Markdown, Format::Text] {
                read_lawfully(&source, format);
            }
        }
    }
}
