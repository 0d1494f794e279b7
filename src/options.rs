//! What a caller may set.

use serde::{Deserialize, Serialize};

/// How a source is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Decide by the look of the source.
    #[default]
    Auto,
    /// An HTML page or a fragment of one.
    Html,
    /// Markdown (CommonMark with GitHub's additions).
    Markdown,
    /// Plain text, hard-wrapped or not.
    Text,
}

/// Options of one analysis. All have defaults.
///
/// ```
/// let options = averral::Options { date: Some("2026-11-02".into()), ..Default::default() };
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    /// How the source is written; `auto` decides by its look.
    pub format: Format,
    /// The date (`YYYY-MM-DD`) that relative times count from. It wins over the article's own date.
    pub date: Option<String>,
    /// The article's address. It wins over the one that the article states.
    pub url: Option<String>,
    /// Longest accepted source, in bytes of UTF-8 (20 MB unless set). Longer ones are the error `too_long`.
    pub max_bytes: usize,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            format: Format::Auto,
            date: None,
            url: None,
            max_bytes: 20_000_000,
        }
    }
}

impl Options {
    /// Whether the options make sense and a source of that many bytes is within the limits.
    pub(crate) fn check(&self, bytes: usize) -> Result<(), crate::Error> {
        if bytes > self.max_bytes {
            return Err(crate::Error::TooLong {
                bytes,
                limit: self.max_bytes,
            });
        }
        if let Some(date) = &self.date {
            if date.parse::<jiff::civil::Date>().is_err() {
                return Err(crate::Error::Option(format!(
                    "the option `date` is {date:?}; give a date as YYYY-MM-DD"
                )));
            }
        }
        Ok(())
    }
}
