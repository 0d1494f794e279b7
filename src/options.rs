//! What a caller may set.

use crate::error::{Error, OptionError};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How a source is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
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
/// let options = averral::Options::default().with_date("2026-11-02");
/// assert_eq!(options.date.as_deref(), Some("2026-11-02"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[non_exhaustive]
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
    /// These options with another [`format`](Options::format).
    ///
    /// ```
    /// use averral::options::{Format, Options};
    /// assert_eq!(Options::default().with_format(Format::Html).format, Format::Html);
    /// ```
    #[must_use]
    pub fn with_format(mut self, format: Format) -> Self {
        self.format = format;
        self
    }

    /// These options with a [`date`](Options::date), `YYYY-MM-DD`.
    ///
    /// ```
    /// let options = averral::Options::default().with_date("2026-11-02");
    /// assert_eq!(options.date.as_deref(), Some("2026-11-02"));
    /// ```
    #[must_use]
    pub fn with_date(mut self, date: impl Into<String>) -> Self {
        self.date = Some(date.into());
        self
    }

    /// These options with an [`address`](Options::url) of the article.
    ///
    /// ```
    /// let options = averral::Options::default().with_url("https://a.example/ferry");
    /// assert_eq!(options.url.as_deref(), Some("https://a.example/ferry"));
    /// ```
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// These options with another [limit](Options::max_bytes).
    ///
    /// ```
    /// assert_eq!(averral::Options::default().with_max_bytes(9).max_bytes, 9);
    /// ```
    #[must_use]
    pub fn with_max_bytes(mut self, max_bytes: usize) -> Self {
        self.max_bytes = max_bytes;
        self
    }

    /// Options from JSON: an object whose keys are the names of the fields, `max_bytes` as `maxBytes`. What it leaves out
    /// has its default.
    ///
    /// # Errors
    /// [`Error::Option`] with name and value of an option that is unknown or can't be read.
    ///
    /// ```
    /// let options = averral::Options::from_json(r#"{"format": "text"}"#)?;
    /// assert_eq!(options.format, averral::options::Format::Text);
    /// # Ok::<(), averral::Error>(())
    /// ```
    pub fn from_json(json: &str) -> Result<Options, Error> {
        read(json)
    }

    /// Whether the options make sense and a source of that many bytes is within the limits.
    pub(crate) fn check(&self, bytes: usize) -> Result<(), Error> {
        if bytes > self.max_bytes {
            return Err(Error::TooLong {
                bytes,
                limit: self.max_bytes,
            });
        }
        match &self.date {
            Some(date) if date.parse::<jiff::civil::Date>().is_err() => {
                let value = date.as_str().into();
                Err(OptionError::new(Some("date"), &value, "give a date as YYYY-MM-DD").into())
            }
            _ => Ok(()),
        }
    }
}

/// Options of a sort from the JSON of an object.
pub(crate) fn read<T: DeserializeOwned>(json: &str) -> Result<T, Error> {
    let value: Value =
        serde_json::from_str(json).map_err(|error| OptionError::new(None, &json.into(), error))?;
    let Value::Object(options) = &value else {
        return Err(OptionError::new(None, &value, "give an object").into());
    };
    // Each alone, so that the error has a name.
    for (name, value) in options {
        let alone = serde_json::Map::from_iter([(name.clone(), value.clone())]);
        serde_json::from_value::<T>(Value::Object(alone))
            .map_err(|error| OptionError::new(Some(name), value, error))?;
    }
    serde_json::from_value(value.clone())
        .map_err(|error| OptionError::new(None, &value, error).into())
}
