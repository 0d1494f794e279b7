//! Blocks on the way to an article: pieces of text that know their source, joined, mended and laid out.

use super::{Article, Block, SourceMap, lines};
use crate::span::ByteSpan;
use crate::terms::BlockKind;

/// A stretch of a block. `source` is where it stands; of equal length means byte for byte.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub text: String,
    pub source: ByteSpan,
}

/// A block before it is laid out.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub kind: BlockKind,
    pub runs: Vec<Run>,
}

impl Draft {
    pub fn new(kind: BlockKind) -> Self {
        Draft {
            kind,
            runs: Vec::new(),
        }
    }

    /// Adds a stretch that stands in the source as it is.
    pub fn push_verbatim(&mut self, source: &str, span: ByteSpan) {
        self.runs.push(Run {
            text: span.of(source).to_string(),
            source: span,
        });
    }

    /// The words, white space collapsed and letters mended.
    pub fn text(&self) -> String {
        let mut whole: String = self.runs.iter().map(|run| run.text.as_str()).collect();
        if whole.contains(|letter| mended(letter).is_some()) {
            whole = with_mended(&whole);
        }
        whole.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The end of the words: the last 400 bytes or so.
    fn tail(&self) -> String {
        let mut pieces: Vec<&str> = Vec::new();
        let mut length = 0;
        for run in self.runs.iter().rev().take(400) {
            let from = run.text.len().saturating_sub(400 - length);
            let from = (from..=run.text.len())
                .find(|&from| run.text.is_char_boundary(from))
                .unwrap_or(0);
            pieces.push(&run.text[from..]);
            length += run.text.len() - from;
            if length >= 400 {
                break;
            }
        }
        pieces.reverse();
        pieces.concat()
    }

    /// Before `next` is added: a word cut at the end of a line, "mea-" before "surements", loses its hyphen, and there is no
    /// blank in between; "twenty-" before "five" keeps it. Whether such a word was found.
    pub fn join_word(&mut self, next: &str) -> bool {
        let Some(run) = self.runs.last_mut() else {
            return false;
        };
        let text = run.text.trim_end();
        let Some(word) = text.strip_suffix('-') else {
            return false;
        };
        let first = word
            .rsplit(|letter: char| !letter.is_alphabetic())
            .next()
            .unwrap_or("");
        if first.is_empty()
            || !next.starts_with(char::is_lowercase)
            || run.text.len() != run.source.len()
        {
            return false;
        }
        let length = if COMPOUNDS.contains(&first.to_lowercase().as_str()) {
            text.len()
        } else {
            word.len()
        };
        run.text.truncate(length);
        run.source.end = run.source.start + length;
        true
    }

    /// From the first to the last byte in the source.
    pub fn source_span(&self) -> Option<ByteSpan> {
        Some(self.runs.first()?.source.cover(self.runs.last()?.source))
    }
}

/// First parts of words that are written with a hyphen.
const COMPOUNDS: [&str; 17] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "self", "well",
    "non", "half", "ex", "co", "so", "long", "short",
];

/// What plain text has in the place of a letter: nothing for soft hyphens and characters without a width, the letters of
/// a ligature; `None` for all others.
fn mended(letter: char) -> Option<&'static str> {
    match letter {
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => Some(""),
        'ﬀ' => Some("ff"),
        'ﬁ' => Some("fi"),
        'ﬂ' => Some("fl"),
        'ﬃ' => Some("ffi"),
        'ﬄ' => Some("ffl"),
        'ﬅ' | 'ﬆ' => Some("st"),
        _ => None,
    }
}

fn with_mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match mended(letter) {
            Some(letters) => out.push_str(letters),
            None => out.push(letter),
        }
    }
    out
}

/// Joins paragraphs that a page break or a hard wrap has cut in two; lines of the page between the halves stay apart.
/// Linear: of what has been joined only the end is read again.
pub(super) fn mend(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut mended: Vec<Draft> = Vec::new();
    let mut last: Option<usize> = None;
    for draft in drafts {
        let joined = last.filter(|&last| {
            mended[last].kind == BlockKind::Paragraph
                && draft.kind == BlockKind::Paragraph
                && lines::goes_on(&mended[last].tail(), &draft.text())
        });
        if let Some(last) = joined {
            let earlier = &mut mended[last];
            let at = earlier.runs.last().map_or(0, |run| run.source.end);
            let drop_cap = earlier.runs.len() == 1 && lines::is_drop_cap(&earlier.text());
            if !drop_cap && !earlier.join_word(&draft.text()) {
                earlier.runs.push(Run {
                    text: " ".into(),
                    source: ByteSpan::new(at, at),
                });
            }
            earlier.runs.extend(draft.runs);
            continue;
        }
        use BlockKind::{Caption, Credit, Furniture, Related};
        if !matches!(draft.kind, Credit | Caption | Related | Furniture) {
            last = Some(mended.len());
        }
        mended.push(draft);
    }
    mended
}

/// Whether blocks of a kind are part of the plain text.
fn in_text(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Title
            | BlockKind::Standfirst
            | BlockKind::Heading
            | BlockKind::Paragraph
            | BlockKind::Quotation
            | BlockKind::ListItem
    )
}

/// Lays the drafts out: plain text, blocks and the map between plain text and source. Linear.
pub(super) fn lay_out(drafts: &[Draft]) -> Article {
    let mut article = Article::default();
    for draft in drafts {
        let mut source_spans = Vec::new();
        let span = if in_text(draft.kind) {
            let separator = if article.text.is_empty() { "" } else { "\n\n" };
            let before = article.text.len();
            article.text.push_str(separator);
            let start = article.text.len();
            lay_out_runs(&draft.runs, &mut article.text, &mut article.source_map);
            let span = ByteSpan::new(start, article.text.len());
            if span.is_empty() {
                article.text.truncate(before);
                continue;
            }
            source_spans.extend(article.source_map.source_spans(span));
            Some(span)
        } else {
            source_spans.extend(
                draft
                    .runs
                    .iter()
                    .map(|run| run.source)
                    .filter(|span| !span.is_empty()),
            );
            None
        };
        article.blocks.push(Block {
            kind: draft.kind,
            span,
            text: draft.text(),
            source_spans,
            foreign: false,
        });
    }
    article
}

/// Writes runs with white space collapsed to single blanks, none at the edges.
fn lay_out_runs(runs: &[Run], text: &mut String, map: &mut SourceMap) {
    let start = text.len();
    let mut blank: Option<ByteSpan> = None;
    for run in runs {
        let verbatim = run.text.len() == run.source.len();
        if !verbatim {
            // A character reference or the like: mapped as a whole.
            let whole = with_mended(&run.text);
            let letters = whole.split_whitespace().collect::<Vec<_>>().join(" ");
            if letters.is_empty() {
                blank = blank.or((!whole.is_empty()).then_some(run.source));
                continue;
            }
            let edge = |at: usize| Some(ByteSpan::new(at, at));
            if whole.starts_with(char::is_whitespace) {
                blank = blank.or(edge(run.source.start));
            }
            write_blank(&mut blank, start, text, map);
            write_whole(&letters, run.source, text, map);
            if whole.ends_with(char::is_whitespace) {
                blank = edge(run.source.end);
            }
            continue;
        }
        let mut at = 0;
        while at < run.text.len() {
            let rest = &run.text[at..];
            let odd = |letter: char| letter.is_whitespace() || mended(letter).is_some();
            let solid = rest.find(odd).unwrap_or(rest.len());
            if solid > 0 {
                write_blank(&mut blank, start, text, map);
                let plain = text.len();
                text.push_str(&rest[..solid]);
                let from = run.source.start + at;
                map.push(
                    ByteSpan::new(plain, text.len()),
                    ByteSpan::new(from, from + solid),
                );
                at += solid;
            }
            let rest = &run.text[at..];
            let first = rest.chars().next();
            if let Some((letter, letters)) =
                first.and_then(|letter| Some((letter, mended(letter)?)))
            {
                if !letters.is_empty() {
                    write_blank(&mut blank, start, text, map);
                    let from = run.source.start + at;
                    write_whole(
                        letters,
                        ByteSpan::new(from, from + letter.len_utf8()),
                        text,
                        map,
                    );
                }
                at += letter.len_utf8();
                continue;
            }
            let white = rest
                .find(|letter: char| !letter.is_whitespace())
                .unwrap_or(rest.len());
            if white > 0 {
                let from = run.source.start + at;
                blank = blank.or(Some(ByteSpan::new(from, from + white)));
                at += white;
            }
        }
    }
}

/// Writes letters that stand as a whole for a stretch of the source.
fn write_whole(letters: &str, source: ByteSpan, text: &mut String, map: &mut SourceMap) {
    let at = text.len();
    text.push_str(letters);
    // Ranges of equal length would be taken for the same bytes: the first letter stands for all.
    let first = if letters.len() == source.len() {
        at + letters.chars().next().map_or(0, char::len_utf8)
    } else {
        text.len()
    };
    map.push(ByteSpan::new(at, first), source);
    map.push(
        ByteSpan::new(first, text.len()),
        ByteSpan::new(source.end, source.end),
    );
}

fn write_blank(blank: &mut Option<ByteSpan>, start: usize, text: &mut String, map: &mut SourceMap) {
    if let Some(source) = blank.take() {
        if text.len() > start {
            text.push(' ');
            if !source.is_empty() {
                map.push(ByteSpan::new(text.len() - 1, text.len()), source);
            }
        }
    }
}
