//! CSV (RFC 4180): a row a claim, for spreadsheets.

use crate::report::{ClaimRecord, HolderKind, Report};
use crate::span::Utf16Span;
use serde::Serialize;
use std::fmt::Write;

const COLUMNS: &str = "id,holder,holder_type,cue,mode,kind,certainty,polarity,standalone,text,condition,time_text,time_value,\
                       checkworthiness,role,relations,start,end,spans,quote_url";

/// How to write CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct CsvOptions {
    /// What parts the cells: a comma in files, a tab on the clipboard, so that a paste fills a grid.
    pub separator: char,
    /// Whether cells that a spreadsheet would take for a formula stay as they are. Else they get a leading `'`
    /// (OWASP ASVS 1.2.10).
    pub raw: bool,
}

impl Default for CsvOptions {
    fn default() -> Self {
        CsvOptions {
            separator: ',',
            raw: false,
        }
    }
}

impl CsvOptions {
    /// These options with another [`separator`](CsvOptions::separator).
    ///
    /// ```
    /// assert_eq!(averral::export::CsvOptions::default().with_separator('\t').separator, '\t');
    /// ```
    #[must_use]
    pub fn with_separator(mut self, separator: char) -> Self {
        self.separator = separator;
        self
    }

    /// These options with cells [`raw`](CsvOptions::raw) or not.
    ///
    /// ```
    /// assert!(averral::export::CsvOptions::default().with_raw(true).raw);
    /// ```
    #[must_use]
    pub fn with_raw(mut self, raw: bool) -> Self {
        self.raw = raw;
        self
    }
}

/// The claims of a report, with a line of headings first; lines end with CR LF, lists are joined with `;`.
///
/// ```
/// # let weights = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/weights/averral-en.weights")).unwrap();
/// let extractor = averral::Extractor::new(&weights)?;
/// let report = extractor.analyze("The ferry is late. The town must buy a new one.", &Default::default())?;
/// let csv = averral::export::csv(&report, &Default::default());
/// assert!(csv.starts_with("id,holder,"));
/// assert_eq!(csv.lines().count(), 1 + report.claims.len());
/// # Ok::<(), averral::Error>(())
/// ```
pub fn csv(report: &Report, options: &CsvOptions) -> String {
    let mut out = COLUMNS.replace(',', &options.separator.to_string());
    out.push_str("\r\n");
    for claim in &report.claims {
        let cells = cells(report, claim).map(|cell| quoted(&cell, options));
        out.push_str(&cells.join(&options.separator.to_string()));
        out.push_str("\r\n");
    }
    out
}

fn cells(report: &Report, claim: &ClaimRecord) -> [String; 20] {
    let innermost = claim.attribution.last();
    let joined = |values: Vec<String>| values.join(";");
    let relations = report
        .relations
        .iter()
        .filter(|relation| relation.from == claim.id);
    let holder = match claim.holder.kind {
        HolderKind::Author => "author".to_string(),
        HolderKind::Source => claim.holder.name.clone().unwrap_or_default(),
    };
    let edge = |pick: fn(&Utf16Span) -> u32, span: Option<&Utf16Span>| {
        span.map(|span| pick(span).to_string()).unwrap_or_default()
    };
    [
        claim.id.clone(),
        holder,
        word(&claim.holder.source_type),
        innermost
            .map(|attribution| attribution.cue.text.clone())
            .unwrap_or_default(),
        innermost
            .map(|attribution| word(&attribution.mode))
            .unwrap_or_default(),
        word(&claim.kind),
        word(&claim.certainty),
        word(&claim.polarity),
        claim.standalone.clone().unwrap_or_default(),
        claim.text.clone(),
        claim
            .condition
            .as_ref()
            .map(|condition| condition.text.clone())
            .unwrap_or_default(),
        joined(claim.times.iter().map(|time| time.text.clone()).collect()),
        joined(claim.times.iter().map(|time| time.value.clone()).collect()),
        claim
            .checkworthiness
            .map(|probability| probability.to_string())
            .unwrap_or_default(),
        word(&claim.role),
        joined(
            relations
                .map(|relation| format!("{}:{}", word(&relation.kind), relation.to))
                .collect(),
        ),
        edge(|span| span.0, claim.spans.first()),
        edge(|span| span.1, claim.spans.last()),
        joined(
            claim
                .spans
                .iter()
                .map(|span| format!("{}-{}", span.0, span.1))
                .collect(),
        ),
        report
            .article
            .url
            .as_ref()
            .map(|url| quote_url(url, &claim.text))
            .unwrap_or_default(),
    ]
}

/// The word that a value is written as in JSON; empty for none.
fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The address with a text fragment that shows the words: the first and last ones where they are many.
fn quote_url(url: &str, text: &str) -> String {
    let piece = text
        .split(" … ")
        .max_by_key(|piece| piece.len())
        .unwrap_or(text);
    let words: Vec<&str> = piece.split_whitespace().collect();
    let encoded = |words: &[&str]| {
        words
            .iter()
            .map(|word| percent_encoded(word))
            .collect::<Vec<_>>()
            .join("%20")
    };
    let directive = if words.len() > 8 {
        format!(
            "{},{}",
            encoded(&words[..4]),
            encoded(&words[words.len() - 3..])
        )
    } else {
        encoded(&words)
    };
    // An article may state any address; a line break would part the row.
    let base: String = url
        .split('#')
        .next()
        .unwrap_or(url)
        .chars()
        .filter(|letter| !letter.is_control())
        .collect();
    format!("{base}#:~:text={directive}")
}

/// Percent-encodes all but unreserved characters; `-` too, which parts the directive.
fn percent_encoded(word: &str) -> String {
    let mut out = String::new();
    for byte in word.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a string can't fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn quoted(cell: &str, options: &CsvOptions) -> String {
    // Spreadsheets pass over blanks in front, and take the signs of full width for the others.
    let formula = cell
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\0'])
        || cell.starts_with(['\t', '\r', '\n']);
    let formula = formula && !options.raw;
    let cell = if formula {
        format!("'{cell}")
    } else {
        cell.to_string()
    };
    // Where the comma is the decimal sign, spreadsheets part cells at `;`.
    if cell.contains(['"', '\n', '\r', ';', '\t', options.separator]) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_guarded() {
        let options = CsvOptions::default();
        assert_eq!(quoted("a, \"b\"", &options), "\"a, \"\"b\"\"\"");
        assert_eq!(quoted("=1+1", &options), "'=1+1");
        assert_eq!(quoted("=1+1", &options.with_raw(true)), "=1+1");
        for sign in ["＝", "＋", "－", "＠", "@", " ="] {
            assert_eq!(quoted(&format!("{sign}1"), &options), format!("'{sign}1"));
        }
        assert_eq!(quoted("\n=1", &options), "\"'\n=1\"");
        assert_eq!(quoted("1-3;5-9", &options), "\"1-3;5-9\"");
    }

    #[test]
    fn quote_urls_name_the_first_and_last_words() {
        let text = "visits to the branch rose 12 percent last year";
        assert_eq!(
            quote_url("https://a.example/x#top", text),
            "https://a.example/x#:~:text=visits%20to%20the%20branch,percent%20last%20year"
        );
        assert_eq!(
            quote_url("https://a.example/\r\n=x", "late"),
            "https://a.example/=x#:~:text=late"
        );
    }
}
