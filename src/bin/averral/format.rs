//! What `averral FILE…` can print. For another export, add a word to [`Format`] and its arm in [`Format::write`].

use crate::people::Page;
use averral::Report;
use averral::export::{ExportFormat, ExportOptions, export};

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// The claims for people, the holder of each first
    Text,
    /// The report; an array of them, each with its file, where there are several
    Json,
    /// A line of JSON for each file: its name and its report
    Jsonl,
    /// A row for each claim; several files have one table, with their name in front
    Csv,
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

impl Format {
    /// Whether the text has colours for a terminal that wants them.
    pub fn is_styled(self) -> bool {
        self == Format::Text
    }

    /// What stands in front of all reports.
    pub fn before(self, many: bool) -> &'static str {
        if self == Format::Json && many {
            "[\n"
        } else {
            ""
        }
    }

    /// What stands behind all reports.
    pub fn after(self, many: bool) -> &'static str {
        if self == Format::Json && many {
            "\n]\n"
        } else {
            ""
        }
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
            Format::Json if named.many => {
                let between = if named.first { "" } else { ",\n" };
                format!("{between}{}", pretty(&Entry { id, report }))
            }
            Format::Json => pretty(report) + "\n",
            Format::Jsonl => line(&Entry { id, report }),
            Format::Csv if named.many => table(named),
            Format::Csv => csv(report),
        }
    }
}

fn pretty(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).expect("reports have keys of text and finite numbers")
}

/// The value as one line of JSON.
pub fn line(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("reports have keys of text and finite numbers") + "\n"
}

fn csv(report: &Report) -> String {
    let files = export(report, ExportFormat::Csv, &ExportOptions::default());
    // No claims are asked for by an id that the report may not have.
    files.expect("all claims can be exported").remove(0).text
}

/// The rows of one file for a table of several: the name in front of each, the headings once.
fn table(named: &Named) -> String {
    let csv = csv(named.report);
    // Names of files that a spreadsheet would take for a formula are guarded as the library guards cells.
    let guard = if named.name.starts_with(['=', '+', '-', '@']) {
        "'"
    } else {
        ""
    };
    let name = format!("\"{guard}{}\"", named.name.replace('"', "\"\""));
    let mut out = String::new();
    for (index, row) in rows(&csv).enumerate() {
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
