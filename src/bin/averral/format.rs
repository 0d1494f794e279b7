//! What `averral FILE…` can print: two forms of its own, and every export of the library.

use crate::people::Page;
use averral::Report;
use averral::export::{ExportFile, ExportFormat, ExportOptions, export};
use clap::builder::PossibleValue;
use std::sync::LazyLock;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The claims for people, the holder of each first.
    Text,
    /// A line of JSON for each file: its name and its report.
    Jsonl,
    /// What the library exports. Of several files JSON is an array, each with its file, and CSV one table, with their names in front.
    Export(ExportFormat),
}

impl clap::ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Format] {
        static ALL: LazyLock<Vec<Format>> = LazyLock::new(|| {
            let exports = ExportFormat::ALL.iter().copied().map(Format::Export);
            [Format::Text, Format::Jsonl]
                .into_iter()
                .chain(exports)
                .collect()
        });
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// A report with the name of its file.
pub struct Named<'a> {
    pub name: &'a str,
    pub report: &'a Report,
    /// Whether several files were asked for.
    pub many: bool,
    /// Whether nothing was written before it.
    pub first: bool,
}

/// A report with its file, as JSON has it; the same as a line of `averral batch`.
#[derive(serde::Serialize)]
struct Entry<'a> {
    id: &'a str,
    report: &'a Report,
}

const JSON: Format = Format::Export(ExportFormat::Json);
const CSV: Format = Format::Export(ExportFormat::Csv);

impl Format {
    /// As the command line has it.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Jsonl => "jsonl",
            Format::Export(format) => format.name(),
        }
    }

    /// Whether the text has colours for a terminal that wants them.
    pub fn is_styled(self) -> bool {
        self == Format::Text
    }

    /// Whether several articles can follow each other in it.
    pub fn takes_many(self) -> bool {
        matches!(self, Format::Text | Format::Jsonl) || self == JSON || self == CSV
    }

    /// Whether an article is several files in it, which no pipe can take.
    pub fn needs_folder(self) -> bool {
        self == Format::Export(ExportFormat::Brat)
    }

    /// What stands in front of all reports.
    pub fn before(self, many: bool) -> &'static str {
        if self == JSON && many { "[\n" } else { "" }
    }

    /// What stands behind all reports.
    pub fn after(self, many: bool) -> &'static str {
        if self == JSON && many { "\n]\n" } else { "" }
    }

    /// One report of those that are asked for.
    pub fn write(self, named: &Named, page: &Page) -> String {
        let Named {
            name: id, report, ..
        } = *named;
        match self {
            Format::Text => {
                let between = if named.first { "" } else { "\n" };
                format!("{between}{}", page.write(id, report))
            }
            Format::Export(ExportFormat::Json) if named.many => {
                let between = if named.first { "" } else { ",\n" };
                format!("{between}{}", pretty(&Entry { id, report }))
            }
            Format::Jsonl => line(&Entry { id, report }),
            Format::Export(ExportFormat::Csv) if named.many => table(named),
            Format::Export(format) => files(report, format).swap_remove(0).text,
        }
    }
}

/// An export of all claims.
pub fn files(report: &Report, format: ExportFormat) -> Vec<ExportFile> {
    // No claims are asked for by an id that the report may not have.
    export(report, format, &ExportOptions::default()).expect("all claims can be exported")
}

fn pretty(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).expect("reports have keys of text and finite numbers")
}

/// The value as one line of JSON.
pub fn line(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("reports have keys of text and finite numbers") + "\n"
}

/// The rows of one file for a table of several: the name in front of each, the headings once.
fn table(named: &Named) -> String {
    let csv = &files(named.report, ExportFormat::Csv)[0].text;
    // Names of files that a spreadsheet would take for a formula are guarded as the library guards cells.
    let guard = if named.name.starts_with(['=', '+', '-', '@']) {
        "'"
    } else {
        ""
    };
    let name = format!("\"{guard}{}\"", named.name.replace('"', "\"\""));
    let mut out = String::new();
    for (index, row) in rows(csv).enumerate() {
        match index {
            0 if !named.first => {}
            0 => out.push_str(&format!("file,{row}")),
            _ => out.push_str(&format!("{name},{row}")),
        }
    }
    out
}

/// The rows of a CSV with their ends. Line ends between quotation marks are part of a cell.
fn rows(csv: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    csv.split_inclusive(move |character| {
        quoted ^= character == '"';
        character == '\n' && !quoted
    })
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn line_ends_inside_cells_part_no_rows() {
        let csv = "id,text\r\nc1,\"a \"\"b\"\"\r\nc\"\r\nc2,d\r\n";
        let found: Vec<&str> = rows(csv).collect();
        assert_eq!(
            found,
            ["id,text\r\n", "c1,\"a \"\"b\"\"\r\nc\"\r\n", "c2,d\r\n"]
        );
    }
}
