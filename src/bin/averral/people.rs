//! A report for people: who holds each claim, what was decided of it, and the claim so that it can be read alone.

mod wrap;

use anstyle::{AnsiColor, Style};
use averral::Utf16Span;
use averral::report::{Certainty, ClaimRecord, HolderKind, Polarity, Report};
use std::fmt::Write;

const TITLE: Style = Style::new().bold();
const HOLDER: Style = AnsiColor::Cyan.on_default().bold();
const DENIAL: Style = AnsiColor::Red.on_default();
const FAINT: Style = Style::new().dimmed();

/// How a report is laid out.
pub struct Page {
    /// Whether the file's name stands above.
    pub named: bool,
    /// Columns to stay within; `None` breaks no line.
    pub width: Option<usize>,
}

impl Page {
    /// The text, with escape sequences for colours. The article's own control characters are left out: they could
    /// do anything to a terminal.
    pub fn write(&self, name: &str, report: &Report) -> String {
        let mut lines = Lines {
            text: String::new(),
            width: self.width,
        };
        if self.named {
            lines.line(0, &[(FAINT, &format!("== {name}"))]);
        }
        let article = &report.article;
        if let Some(title) = &article.title {
            lines.line(0, &[(TITLE, title)]);
        }
        let facts = [
            article.byline.join(", "),
            article.published.clone().unwrap_or_default(),
            article.url.clone().unwrap_or_default(),
            counted(report),
        ];
        let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
        lines.line(0, &[(FAINT, &joined(&facts))]);
        for claim in &report.claims {
            lines.text.push('\n');
            write_claim(&mut lines, report, claim);
        }
        let asides = report
            .questions
            .iter()
            .map(|question| ("?", &question.text));
        let notes = report.notes.iter().map(|note| ("!", &note.message));
        for (index, (mark, text)) in asides.chain(notes).enumerate() {
            if index == 0 {
                lines.text.push('\n');
            }
            lines.line(2, &[(FAINT, mark), (Style::new(), text)]);
        }
        lines.text
    }
}

fn write_claim(lines: &mut Lines, report: &Report, claim: &ClaimRecord) {
    // What is plain goes without saying.
    let certainty = claim
        .certainty
        .filter(|&certainty| certainty != Certainty::Certain);
    let negative = claim
        .polarity
        .filter(|&polarity| polarity == Polarity::Negative);
    let holder = holder(claim);
    let decided = [
        (FAINT, word(claim.kind)),
        (FAINT, word(certainty)),
        (DENIAL, word(negative)),
        (FAINT, word(claim.role)),
        (FAINT, claim.id.clone()),
    ];
    let mut head = vec![(HOLDER, holder.as_str())];
    for (style, word) in decided.iter().filter(|(_, word)| !word.is_empty()) {
        let mark = if head.len() == 1 { "—" } else { "·" };
        head.extend([(FAINT, mark), (*style, word)]);
    }
    lines.line(0, &head);
    match &claim.standalone {
        Some(standalone) => lines.line(4, &[(Style::new(), standalone)]),
        None => {
            let denial = denial_outside(claim).map(|cue| format!("[{cue}]"));
            let denial = denial.unwrap_or_default();
            lines.line(4, &[(DENIAL, &denial), (Style::new(), &claim.text)]);
        }
    }
    // A sentence that can be said alone has its condition.
    if let (None, Some(condition)) = (&claim.standalone, &claim.condition) {
        let marker = condition
            .marker
            .as_ref()
            .map_or("if", |marker| &marker.text);
        lines.line(4, &[(FAINT, &format!("{marker} {}", condition.text))]);
    }
    for relation in report
        .relations
        .iter()
        .filter(|relation| relation.from == claim.id)
    {
        let words = format!("{} {}", word(Some(relation.kind)), relation.to);
        lines.line(4, &[(FAINT, &words)]);
    }
}

/// Who holds the claim, and who says so, the nearest first.
fn holder(claim: &ClaimRecord) -> String {
    let name = claim.holder.name.clone();
    let mut holder = match claim.holder.kind {
        HolderKind::Author => {
            name.map_or_else(|| "The author".into(), |name| format!("{name} (author)"))
        }
        HolderKind::Source => name.unwrap_or_else(|| "Somebody".into()),
    };
    // The last attribution is the holder's own.
    for attribution in claim.attribution.iter().rev().skip(1) {
        let by = attribution
            .source
            .as_ref()
            .map_or("somebody", |source| &source.name);
        // Writing to a string can't fail.
        let _ = write!(holder, ", as {by} says");
    }
    holder
}

/// The words that deny the claim, where they are not among its own: `denies` in front of "it laundered money".
fn denial_outside(claim: &ClaimRecord) -> Option<String> {
    if claim.polarity != Some(Polarity::Negative) {
        return None;
    }
    let evidence = claim
        .evidence
        .iter()
        .find(|evidence| evidence.field == "polarity")?;
    let inside = |span: &Utf16Span| {
        claim
            .spans
            .iter()
            .any(|own| own.0 <= span.0 && span.1 <= own.1)
    };
    let outside = |cue: &&averral::report::CueWord| !cue.spans.iter().any(inside);
    let words: Vec<&str> = evidence
        .cues
        .iter()
        .filter(outside)
        .map(|cue| cue.text.as_str())
        .collect();
    (!words.is_empty() && words.len() == evidence.cues.len()).then(|| words.join(" "))
}

fn counted(report: &Report) -> String {
    let number = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    format!(
        "{}, {}",
        number(report.article.sentences as usize, "sentence"),
        number(report.claims.len(), "claim")
    )
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

/// The word that a value is written as in JSON; empty for none.
fn word(value: Option<impl serde::Serialize>) -> String {
    match value.map(serde_json::to_value) {
        Some(Ok(serde_json::Value::String(word))) => word.replace('_', " "),
        _ => String::new(),
    }
}

/// Lines of styled pieces, broken at blanks to stay within the width.
struct Lines {
    text: String,
    width: Option<usize>,
}

impl Lines {
    /// Pieces parted by a blank, after an indent that broken lines keep. Empty pieces are left out.
    fn line(&mut self, indent: usize, pieces: &[(Style, &str)]) {
        let words = pieces
            .iter()
            .flat_map(|(style, text)| wrap::words(text).map(move |word| (*style, word)));
        let words: Vec<(Style, String)> = words.collect();
        for line in wrap::lines(&words, self.width.map(|width| width.saturating_sub(indent))) {
            self.text.push_str(&" ".repeat(indent));
            let mut styled: Option<Style> = None;
            for (index, (style, word)) in line.iter().enumerate() {
                if styled != Some(*style) {
                    if let Some(before) = styled {
                        let _ = write!(self.text, "{before:#}");
                    }
                }
                if index > 0 {
                    self.text.push(' ');
                }
                if styled != Some(*style) {
                    let _ = write!(self.text, "{style}");
                    styled = Some(*style);
                }
                self.text.push_str(word);
            }
            if let Some(style) = styled {
                let _ = write!(self.text, "{style:#}");
            }
            self.text.push('\n');
        }
    }
}
