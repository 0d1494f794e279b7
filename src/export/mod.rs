//! Report → other formats, one file each: pure functions of a report, fresh or read back from JSON.
//!
//! Wherever a claim stands in another format, its holder and its denial stand with it (`said.rs`); nothing is written that
//! the report doesn't hold, least of all a verdict. The same report gives the same bytes.

mod aif;
mod argdown;
mod brat;
mod chosen;
mod code_points;
mod csv;
mod dot;
mod hash;
mod identity;
mod json;
mod markdown;
mod options;
mod place;
mod quote_url;
mod said;
mod schema_org;
mod svg;
#[cfg(test)]
mod tests;
mod web_annotation;
mod wrapped;

pub use options::ExportOptions;

use crate::error::{Error, OptionError};
use crate::report::Report;
use crate::terms::record;
use chosen::Chosen;
use serde::Serialize;
use std::str::FromStr;

/// How a report is written for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ExportFormat {
    /// The report itself.
    Json,
    /// A row a claim, for spreadsheets (RFC 4180).
    Csv,
    /// A report to read.
    Markdown,
    /// W3C Web Annotation (JSON-LD), for annotation tools.
    WebAnnotation,
    /// Argument Interchange Format, as AIFdb has it.
    Aif,
    /// AIF with the text and the kinds of claims, for OVA3.
    Xaif,
    /// Argdown, for argument maps that are edited as text.
    Argdown,
    /// `Claim`s of schema.org; facts only, unless asked for all kinds.
    SchemaOrg,
    /// Drafts of a `ClaimReview` of schema.org, without author, date or rating: these are the fact-checker's.
    ClaimReview,
    /// The argument map for Graphviz.
    Dot,
    /// brat standoff: text, annotations and the types that they use.
    Brat,
    /// A picture of the argument map.
    Svg,
}

impl ExportFormat {
    /// All formats.
    pub const ALL: &[ExportFormat] = &[
        ExportFormat::Json,
        ExportFormat::Csv,
        ExportFormat::Markdown,
        ExportFormat::WebAnnotation,
        ExportFormat::Aif,
        ExportFormat::Xaif,
        ExportFormat::Argdown,
        ExportFormat::SchemaOrg,
        ExportFormat::ClaimReview,
        ExportFormat::Dot,
        ExportFormat::Brat,
        ExportFormat::Svg,
    ];

    /// The word for it, in JavaScript as well; a string is parsed back by it.
    ///
    /// ```
    /// use averral::export::ExportFormat;
    /// assert_eq!(ExportFormat::WebAnnotation.name(), "web_annotation");
    /// assert_eq!("dot".parse(), Ok(ExportFormat::Dot));
    /// ```
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// Its media type; of several files, of the first.
    ///
    /// ```
    /// assert_eq!(averral::export::ExportFormat::Svg.media_type(), "image/svg+xml");
    /// ```
    pub fn media_type(self) -> &'static str {
        self.row().1
    }

    /// What ends the name of its file, without the full stop in front; of several files, of the first.
    ///
    /// ```
    /// assert_eq!(averral::export::ExportFormat::Xaif.extension(), "xaif.json");
    /// ```
    pub fn extension(self) -> &'static str {
        self.row().2
    }

    fn row(self) -> (&'static str, &'static str, &'static str) {
        match self {
            ExportFormat::Json => ("json", "application/json", "json"),
            ExportFormat::Csv => ("csv", "text/csv", "csv"),
            ExportFormat::Markdown => ("markdown", "text/markdown", "md"),
            ExportFormat::WebAnnotation => (
                "web_annotation",
                "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
                "annotations.jsonld",
            ),
            ExportFormat::Aif => ("aif", "application/json", "aif.json"),
            ExportFormat::Xaif => ("xaif", "application/json", "xaif.json"),
            ExportFormat::Argdown => ("argdown", "text/plain", "argdown"),
            ExportFormat::SchemaOrg => ("schema_org", "application/ld+json", "claims.jsonld"),
            ExportFormat::ClaimReview => (
                "claim_review",
                "application/ld+json",
                "claim-review-draft.jsonld",
            ),
            ExportFormat::Dot => ("dot", "text/vnd.graphviz", "dot"),
            ExportFormat::Brat => ("brat", "text/plain", "ann"),
            ExportFormat::Svg => ("svg", "image/svg+xml", "svg"),
        }
    }
}

impl FromStr for ExportFormat {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let known = ExportFormat::ALL.iter().find(|known| known.name() == name);
        known.copied().ok_or_else(|| {
            let names: Vec<&str> = ExportFormat::ALL.iter().map(|known| known.name()).collect();
            let why = format!("give one of {}", names.join(", "));
            OptionError::new(Some("format"), &name.into(), why).into()
        })
    }
}

record! {
    /// A file of an export.
    pub struct ExportFile {
        /// A name made of the article's date and title, and the extension of the format.
        pub name: String,
        /// Its media type; all files are UTF-8.
        pub media_type: String,
        /// What is in it.
        pub text: String,
    }
}

/// The files of a report in a format: one, or of brat three (annotations, text, types).
///
/// Linear in the report.
///
/// # Errors
/// [`Error::Option`] where the options name a claim that the report has not.
///
/// ```
/// use averral::export::{ExportFormat, ExportOptions, export};
/// # let weights = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/weights/averral-en.weights")).unwrap();
/// let extractor = averral::Extractor::new(&weights)?;
/// let report = extractor.analyze("# The ferry\n\nThe ferry is late.", &Default::default())?;
///
/// let [file] = &export(&report, ExportFormat::Csv, &ExportOptions::default())?[..] else { panic!("one file") };
/// assert_eq!(file.name, "the-ferry.csv");
/// assert_eq!(file.text.lines().count(), 1 + report.claims.len());
///
/// let missing = ExportOptions::default().with_claims(["c9"]);
/// assert_eq!(export(&report, ExportFormat::Csv, &missing).unwrap_err().code(), "bad_option");
/// # Ok::<(), averral::Error>(())
/// ```
pub fn export(
    report: &Report,
    format: ExportFormat,
    options: &ExportOptions,
) -> Result<Vec<ExportFile>, Error> {
    let chosen = Chosen::new(report, options)?;
    let text = match format {
        ExportFormat::Json => json::json(&chosen),
        ExportFormat::Csv => csv::csv(&chosen),
        ExportFormat::Markdown => markdown::markdown(&chosen),
        ExportFormat::WebAnnotation => pretty(&web_annotation::web_annotation(&chosen)),
        ExportFormat::Aif => pretty(&aif::aif(&chosen)),
        ExportFormat::Xaif => pretty(&aif::xaif(&chosen)),
        ExportFormat::Argdown => argdown::argdown(&chosen),
        ExportFormat::SchemaOrg => pretty(&schema_org::claims(&chosen)),
        ExportFormat::ClaimReview => pretty(&schema_org::reviews(&chosen)),
        ExportFormat::Dot => dot::dot(&chosen),
        ExportFormat::Brat => brat::brat(&chosen),
        ExportFormat::Svg => svg::svg(&chosen),
    };
    let base = base_name(report);
    let file = |name: String, media_type: &str, text: String| ExportFile {
        name,
        media_type: media_type.to_string(),
        text,
    };
    let name = format!("{base}.{}", format.extension());
    let mut files = vec![file(name, format.media_type(), text)];
    if format == ExportFormat::Brat {
        files.push(file(
            format!("{base}.txt"),
            "text/plain",
            report.article.text.clone(),
        ));
        files.push(file(
            "annotation.conf".into(),
            "text/plain",
            brat::CONFIGURATION.into(),
        ));
    }
    Ok(files)
}

fn pretty(value: &serde_json::Value) -> String {
    // Values have strings for keys: they can always be written.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// Date and title of the article, as any file system takes them.
fn base_name(report: &Report) -> String {
    let article = &report.article;
    let date = article
        .published
        .as_deref()
        .map(|date| date.get(..10).unwrap_or(date));
    let words = [date, Some(article.title.as_deref().unwrap_or("article"))];
    let words = words
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase();
    let words: Vec<&str> = words
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut name = String::new();
    for word in words {
        if name.len() + word.len() > 60 && !name.is_empty() {
            break;
        }
        name += if name.is_empty() { "" } else { "-" };
        name += &word[..word.len().min(60)];
    }
    if name.is_empty() {
        "article".into()
    } else {
        name
    }
}
