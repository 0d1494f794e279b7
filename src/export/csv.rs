//! CSV (RFC 4180): a row a claim, for spreadsheets.

use super::chosen::Chosen;
use super::identity;
use super::quote_url::quote_url;
use super::said::{holder, holder_type, word};
use crate::report::{ClaimRecord, HolderKind, RelationRecord};
use crate::span::Utf16Span;

const COLUMNS: [&str; 23] = [
    "article",
    "id",
    "holder",
    "holder_type",
    "cue",
    "mode",
    "kind",
    "certainty",
    "polarity",
    "standalone",
    "text",
    "condition",
    "time_text",
    "time_value",
    "checkworthiness",
    "confidence",
    "unsure",
    "role",
    "relations",
    "start",
    "end",
    "spans",
    "quote_url",
];

/// A line of headings, then the claims; lines end with CR LF, lists are joined with `;`.
pub(super) fn csv(chosen: &Chosen) -> String {
    let (source, url) = (
        identity::source(chosen.report),
        identity::web_address(chosen.report),
    );
    let separator = if chosen.options.tabs { '\t' } else { ',' };
    let mut out = String::new();
    let mut row = |cells: &[String]| {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| quoted(cell, separator, chosen.options.raw))
            .collect();
        out += &cells.join(&separator.to_string());
        out += "\r\n";
    };
    row(&COLUMNS.map(String::from));
    let relations = chosen.relations_by(|relation| &relation.from);
    for (claim, relations) in chosen.claims.iter().zip(relations) {
        row(&cells(claim, &relations, &source, url.as_deref()));
    }
    out
}

fn cells(
    claim: &ClaimRecord,
    relations: &[&RelationRecord],
    source: &str,
    url: Option<&str>,
) -> [String; 23] {
    let innermost = claim.attribution.last();
    let holder = match (claim.holder.kind, &claim.holder.name) {
        (HolderKind::Author, None) => "author",
        _ => holder(claim),
    };
    let edge = |place: Option<u32>| place.map(|place| place.to_string()).unwrap_or_default();
    let span = |span: &Utf16Span| format!("{}-{}", span.0, span.1);
    [
        source.to_string(),
        claim.id.clone(),
        holder.to_string(),
        holder_type(claim),
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
        joined(&claim.times, |time| time.text.clone()),
        joined(&claim.times, |time| time.value.clone()),
        claim
            .checkworthiness
            .map(|probability| probability.to_string())
            .unwrap_or_default(),
        claim.confidence.to_string(),
        claim.unsure.to_string(),
        word(&claim.role),
        joined(relations, |relation| {
            format!("{}:{}", word(&relation.kind), relation.to)
        }),
        edge(claim.spans.first().map(|span| span.0)),
        edge(claim.spans.last().map(|span| span.1)),
        joined(&claim.spans, span),
        url.map(|url| quote_url(url, &claim.text))
            .unwrap_or_default(),
    ]
}

fn joined<T>(values: &[T], cell: impl Fn(&T) -> String) -> String {
    values.iter().map(cell).collect::<Vec<_>>().join(";")
}

/// A cell; what a spreadsheet would take for a formula gets a leading `'` (OWASP ASVS 1.2.10), unless `raw`.
fn quoted(cell: &str, separator: char, raw: bool) -> String {
    // Spreadsheets pass over blanks in front, and take the signs of full width for the others.
    let formula = cell
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\0'])
        || cell.starts_with(['\t', '\r', '\n']);
    let mark = if formula && !raw { "'" } else { "" };
    let cell = format!("{mark}{cell}");
    // Where the comma is the decimal sign, spreadsheets part cells at `;`.
    if cell.contains(['"', '\n', '\r', ';', '\t', separator]) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn cells_are_quoted_and_guarded() {
        for (cell, written) in [
            ("plain", "plain"),
            ("a, \"b\"", "\"a, \"\"b\"\"\""),
            ("=1+1", "'=1+1"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠1", "'＠1"),
            (" =1", "' =1"),
            ("\t=1", "\"'\t=1\""),
            ("\n=1", "\"'\n=1\""),
            ("two\nlines", "\"two\nlines\""),
            ("1-3;5-9", "\"1-3;5-9\""),
        ] {
            assert_eq!(quoted(cell, ',', false), written);
        }
        assert_eq!(quoted("=1+1", ',', true), "=1+1");
        assert_eq!(quoted("a,\tb", '\t', true), "\"a,\tb\"");
    }
}
