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
    /// The date that relative times count from: `YYYY-MM-DD`, from the year 1000 on; a time of the day may follow
    /// (`2026-11-02T10:20:00Z`) and changes nothing. It wins over the article's own date.
    pub date: Option<String>,
    /// The article's address, which begins with `http://` or `https://`. It wins over the one that the article states.
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
        let refused = |name, value: &str, why| OptionError::new(Some(name), &value.into(), why);
        if let Some(date) = self.date.as_deref().filter(|date| !is_date(date)) {
            return Err(refused("date", date, "give a date as YYYY-MM-DD").into());
        }
        if let Some(url) = self.url.as_deref().filter(|url| !is_address(url)) {
            let why = "give an address that begins with http:// or https:// and has no blanks";
            return Err(refused("url", url, why).into());
        }
        Ok(())
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

/// `2026-11-02`, alone or before a time of the day. Years of other than four digits would not be written as they are read,
/// and what is said to be centuries before the first ones would have none.
fn is_date(date: &str) -> bool {
    let Some((day, time)) = date.split_at_checked(10) else {
        return false;
    };
    let digits = |at: usize| day.as_bytes()[at].is_ascii_digit();
    let written = (0..10).all(|at| digits(at) || matches!(at, 4 | 7) && day.as_bytes()[at] == b'-');
    let clock = |time: &str| {
        time.starts_with(['T', ' '])
            && !time.contains('[')
            && format!("{day}{}", time.trim_end_matches('Z'))
                .parse::<jiff::civil::DateTime>()
                .is_ok()
    };
    written
        && !day.starts_with('0')
        && day.parse::<jiff::civil::Date>().is_ok()
        && (time.is_empty() || clock(time))
}

/// What may be followed: reports and spreadsheets show it as a link.
fn is_address(url: &str) -> bool {
    let scheme = ["http://", "https://"].into_iter().find_map(|scheme| {
        url.get(..scheme.len())
            .filter(|head| head.eq_ignore_ascii_case(scheme))
    });
    scheme.is_some_and(|scheme| url.len() > scheme.len())
        && !url.contains(|letter: char| letter.is_whitespace() || letter.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_one_way() {
        for date in [
            "2026-11-02",
            "2026-11-02T10:20:00Z",
            "2026-11-02T10:20:00.000Z",
            "2026-11-02 10:20",
            "2026-11-02T10:20+01:00",
        ] {
            assert_eq!(
                Options::default().with_date(date).check(0),
                Ok(()),
                "{date}"
            );
        }
        for date in [
            "",
            "20261102",
            "+002026-11-02",
            "2026-11-02[UTC]",
            "2026-11-02T10:20[UTC]",
            "0000-01-01",
            "0999-01-01",
            "2026-02-30",
            "2026-11-2",
            "2026-11-02T",
            "2026-11-02x",
            "２026-11-02",
            "2026-11-0é",
        ] {
            let error = Options::default().with_date(date).check(0).unwrap_err();
            assert!(
                matches!(error, Error::Option(error) if error.name() == Some("date")),
                "{date}"
            );
        }
    }

    #[test]
    fn addresses_are_of_the_web() {
        for url in [
            "https://a.example/x?y=1#z",
            "HTTP://a.example",
            "https://a.example/é",
        ] {
            assert_eq!(Options::default().with_url(url).check(0), Ok(()), "{url}");
        }
        for url in [
            "",
            "javascript:alert(1)",
            "data:text/html,x",
            "a.example",
            "https://",
            "https://a.example/\n=1",
            " https://a.example",
            "/path",
        ] {
            let error = Options::default().with_url(url).check(0).unwrap_err();
            assert!(
                matches!(error, Error::Option(error) if error.name() == Some("url")),
                "{url}"
            );
        }
    }
}
