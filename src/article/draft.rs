//! Blocks on the way to an article: pieces of text that know their source, joined, mended and laid out.

use super::{Article, Block, SourceMap, lines};
use crate::report::BlockKind;
use crate::span::ByteSpan;

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
        Draft { kind, runs: Vec::new() }
    }

    /// Adds a stretch that stands in the source as it is.
    pub fn push_verbatim(&mut self, source: &str, span: ByteSpan) {
        self.runs.push(Run { text: span.of(source).to_string(), source: span });
    }

    /// The words, white space collapsed.
    pub fn text(&self) -> String {
        let whole: String = self.runs.iter().map(|run| run.text.as_str()).collect();
        whole.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// From the first to the last byte in the source.
    pub fn source_span(&self) -> Option<ByteSpan> {
        Some(self.runs.first()?.source.cover(self.runs.last()?.source))
    }
}

/// Joins paragraphs that a page break or a hard wrap has cut in two; lines of the page between the halves stay apart.
pub(super) fn mend(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut mended: Vec<Draft> = Vec::new();
    for draft in drafts {
        let last = mended.iter().rposition(|earlier| !matches!(earlier.kind, BlockKind::Credit | BlockKind::Caption | BlockKind::Related | BlockKind::Furniture));
        let joined = last.filter(|&last| {
            mended[last].kind == BlockKind::Paragraph
                && draft.kind == BlockKind::Paragraph
                && lines::goes_on(&mended[last].text(), &draft.text())
        });
        match joined {
            Some(last) => {
                let at = mended[last].runs.last().map_or(0, |run| run.source.end);
                mended[last].runs.push(Run { text: " ".into(), source: ByteSpan::new(at, at) });
                mended[last].runs.extend(draft.runs);
            }
            None => mended.push(draft),
        }
    }
    mended
}

/// Whether blocks of a kind are part of the plain text.
fn in_text(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Title | BlockKind::Standfirst | BlockKind::Heading | BlockKind::Paragraph | BlockKind::Quotation | BlockKind::ListItem
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
            source_spans.extend(draft.runs.iter().map(|run| run.source).filter(|span| !span.is_empty()));
            None
        };
        article.blocks.push(Block { kind: draft.kind, span, text: draft.text(), source_spans });
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
            if run.text.chars().all(char::is_whitespace) {
                blank = blank.or(Some(run.source));
                continue;
            }
            write_blank(&mut blank, start, text, map);
            let at = text.len();
            text.push_str(&run.text);
            map.push(ByteSpan::new(at, text.len()), run.source);
            continue;
        }
        let mut at = 0;
        while at < run.text.len() {
            let rest = &run.text[at..];
            let solid = rest.find(char::is_whitespace).unwrap_or(rest.len());
            if solid > 0 {
                write_blank(&mut blank, start, text, map);
                let plain = text.len();
                text.push_str(&rest[..solid]);
                let from = run.source.start + at;
                map.push(ByteSpan::new(plain, text.len()), ByteSpan::new(from, from + solid));
                at += solid;
            }
            let rest = &run.text[at..];
            let white = rest.find(|letter: char| !letter.is_whitespace()).unwrap_or(rest.len());
            if white > 0 {
                let from = run.source.start + at;
                blank = blank.or(Some(ByteSpan::new(from, from + white)));
                at += white;
            }
        }
    }
}

fn write_blank(blank: &mut Option<ByteSpan>, start: usize, text: &mut String, map: &mut SourceMap) {
    if let Some(source) = blank.take()
        && text.len() > start
    {
        text.push(' ');
        if !source.is_empty() {
            map.push(ByteSpan::new(text.len() - 1, text.len()), source);
        }
    }
}
