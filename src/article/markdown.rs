//! Markdown → drafts: CommonMark by pulldown-cmark, then the layout of a newspaper page saved as Markdown.

use super::draft::{Draft, Run};
use super::{Metadata, front_matter, lines};
use crate::span::ByteSpan;
use crate::terms::BlockKind;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Reads Markdown. Front matter fills `metadata`. Linear.
pub(super) fn read(source: &str, metadata: &mut Metadata) -> Vec<Draft> {
    let body = front_matter::read(source, metadata);
    let titled = metadata.title.is_some();
    let mut walker = Walker {
        source,
        base: body,
        drafts: Vec::new(),
        open: Vec::new(),
        strong: 0,
        emphasis: 0,
        bold_only: true,
        italic_only: true,
        image: 0,
        quoted: 0,
        item: 0,
        footnote: false,
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    for (event, range) in Parser::new_ext(&source[body..], options).into_offset_iter() {
        walker.event(event, ByteSpan::new(range.start + body, range.end + body));
    }
    walker.close_all();
    typed(walker.drafts, titled)
}

/// A draft with how it was set: paragraphs wholly in bold or italics mean something in a newspaper's layout.
struct Set {
    draft: Draft,
    bold: bool,
    italic: bool,
    level: u8,
}

struct Walker<'s> {
    source: &'s str,
    base: usize,
    drafts: Vec<Set>,
    open: Vec<Set>,
    strong: usize,
    emphasis: usize,
    bold_only: bool,
    italic_only: bool,
    image: usize,
    quoted: usize,
    item: usize,
    footnote: bool,
}

impl Walker<'_> {
    fn event(&mut self, event: Event, span: ByteSpan) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.text(&text, span),
            Event::SoftBreak | Event::HardBreak => self.run(" ", span),
            Event::InlineHtml(_) | Event::Html(_) | Event::FootnoteReference(_) | Event::Rule => {}
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Paragraph => {
                let kind = match () {
                    _ if self.footnote => BlockKind::Footnote,
                    _ if self.quoted > 0 => BlockKind::Quotation,
                    _ if self.item > 0 => BlockKind::ListItem,
                    _ => BlockKind::Paragraph,
                };
                self.open(kind, 0);
            }
            Tag::Heading { level, .. } => self.open(BlockKind::Heading, *level as u8),
            Tag::Item => {
                self.item += 1;
                self.open(BlockKind::ListItem, 0);
            }
            Tag::CodeBlock(_) | Tag::Table(_) => self.open(BlockKind::Table, 0),
            Tag::FootnoteDefinition(_) => {
                self.footnote = true;
                self.open(BlockKind::Footnote, 0);
            }
            Tag::BlockQuote(_) => self.quoted += 1,
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Image { .. } => self.image += 1,
            Tag::TableCell => self.run(" ", ByteSpan::default()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::FootnoteDefinition => {
                self.footnote = false;
                self.close();
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Table => {
                self.close()
            }
            TagEnd::Item => {
                self.item = self.item.saturating_sub(1);
                self.close();
            }
            TagEnd::BlockQuote(_) => self.quoted = self.quoted.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Image => self.image = self.image.saturating_sub(1),
            _ => {}
        }
    }

    /// Opens a block; what an outer one has gathered (an item with a list inside) is closed first.
    fn open(&mut self, kind: BlockKind, level: u8) {
        if let Some(outer) = self.open.last_mut() {
            if !outer.draft.runs.is_empty() {
                let inner = Set {
                    draft: Draft::new(outer.draft.kind),
                    bold: false,
                    italic: false,
                    level: 0,
                };
                let full = std::mem::replace(outer, inner);
                self.drafts.push(full);
            }
        }
        (self.bold_only, self.italic_only) = (true, true);
        self.open.push(Set {
            draft: Draft::new(kind),
            bold: false,
            italic: false,
            level,
        });
    }

    fn close(&mut self) {
        if let Some(mut set) = self.open.pop() {
            set.bold = self.bold_only;
            set.italic = self.italic_only;
            if !set.draft.runs.is_empty() {
                self.drafts.push(set);
            }
        }
    }

    fn close_all(&mut self) {
        while !self.open.is_empty() {
            self.close();
        }
    }

    fn text(&mut self, text: &str, span: ByteSpan) {
        if self.image > 0 {
            return;
        }
        if !text.trim().is_empty() {
            self.bold_only &= self.strong > 0;
            self.italic_only &= self.emphasis > 0;
        }
        // The parser's range holds the markup of code and escapes: the words are looked up inside.
        let outer = span.of(self.source);
        // Line ends in code have become blanks.
        match outer
            .find(text)
            .or_else(|| outer.replace('\n', " ").find(text))
        {
            Some(at) => {
                let span = ByteSpan::new(span.start + at, span.start + at + text.len());
                self.run(span.of(self.source), span);
            }
            None => self.run(text, span),
        }
    }

    fn run(&mut self, text: &str, span: ByteSpan) {
        debug_assert!(span.is_empty() || span.start >= self.base);
        if self.image > 0 {
            return;
        }
        if self.open.is_empty() {
            self.open(BlockKind::Paragraph, 0);
        }
        if let Some(set) = self.open.last_mut() {
            set.draft.runs.push(Run {
                text: text.to_string(),
                source: span,
            });
        }
    }
}

/// Gives each draft its kind: title, standfirst, byline and so on, by setting, place and wording.
fn typed(sets: Vec<Set>, titled: bool) -> Vec<Draft> {
    // Below a title of front matter, or below the body's first words, a second heading is no title.
    let long = |set: &Set| {
        set.draft.kind == BlockKind::Paragraph && set.draft.text().split_whitespace().count() > 30
    };
    let head = sets.iter().position(long).unwrap_or(sets.len());
    let second = || {
        sets[..head]
            .iter()
            .position(|set| set.level == 2 && set.draft.kind == BlockKind::Heading)
    };
    let title = sets
        .iter()
        .position(|set| set.level == 1)
        .or_else(|| second().filter(|_| !titled));
    let mut drafts: Vec<Draft> = Vec::new();
    let mut body_seen = false;
    let mut standfirst_seen = false;
    let mut address_follows = false;
    for (index, set) in sets.into_iter().enumerate() {
        let Set {
            mut draft,
            bold,
            italic,
            ..
        } = set;
        let text = draft.text();
        let n_words = text.split_whitespace().count();
        let paragraph = draft.kind == BlockKind::Paragraph;
        if Some(index) == title {
            draft.kind = BlockKind::Title;
        } else if let Some(kind) =
            lines::recognise(&text).filter(|kind| paragraph || *kind != BlockKind::Furniture)
        {
            // A byline in the body is a sentence: "By noon Ellery Quay was full".
            let kind_fits =
                !(body_seen && matches!(kind, BlockKind::Byline | BlockKind::Date) && n_words > 6);
            if kind_fits {
                draft.kind = kind;
            }
        } else if address_follows || is_address_label(&text) {
            draft.kind = BlockKind::Address;
        } else if paragraph
            && title.is_some_and(|title| index > title)
            && !body_seen
            && !standfirst_seen
            && (bold || italic)
            && n_words >= 5
        {
            draft.kind = BlockKind::Standfirst;
            standfirst_seen = true;
        } else if paragraph && bold && n_words <= 12 && !text.ends_with(['.', '!', '?']) {
            draft.kind = BlockKind::Heading;
        }
        address_follows = is_address_label(&text) && n_words <= 4 && !text.contains("://");
        body_seen |= draft.kind == BlockKind::Paragraph && n_words > 20;
        drafts.push(draft);
    }
    drafts
}

fn is_address_label(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "original url:",
        "original article:",
        "source url:",
        "url:",
        "source:",
        "link:",
    ]
    .iter()
    .any(|label| lower.starts_with(label))
}
