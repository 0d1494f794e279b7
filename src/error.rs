//! What can fail: options, weights, limits and reports handed back. Text never does.

pub use crate::inference::WeightsError;
use std::fmt;

/// Why averral gave no report, or no export of one. [`Error::code`] is the stable word to switch on, the same in Rust and JavaScript.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The source is longer than [`Options::max_bytes`](crate::Options::max_bytes).
    TooLong {
        /// Length of the source in bytes of UTF-8.
        bytes: usize,
        /// The limit that it exceeds.
        limit: usize,
    },
    /// An option holds what it can't mean.
    Option(OptionError),
    /// What was handed back as a report can't be read as one; why, for people.
    Report(String),
    /// The weights file can't be used; also the [`source`](std::error::Error::source) of this error.
    Weights(WeightsError),
}

impl Error {
    /// `too_long`, `bad_option`, `bad_report` or `bad_weights`.
    ///
    /// ```
    /// let error = averral::Error::TooLong { bytes: 11, limit: 10 };
    /// assert_eq!(error.code(), "too_long");
    /// ```
    pub fn code(&self) -> &'static str {
        match self {
            Error::TooLong { .. } => "too_long",
            Error::Option(_) => "bad_option",
            Error::Report(_) => "bad_report",
            Error::Weights(_) => "bad_weights",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::TooLong { bytes, limit } => write!(
                f,
                "the source has {bytes} bytes, more than the limit of {limit}; raise the option `maxBytes` or pass less"
            ),
            Error::Option(error) => write!(f, "{error}"),
            Error::Report(why) => write!(f, "this is no report of averral's: {why}"),
            Error::Weights(error) => write!(f, "these weights can't be used: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Weights(error) => Some(error),
            // Their message is the whole of this one.
            Error::Option(_) | Error::Report(_) | Error::TooLong { .. } => None,
        }
    }
}

impl From<WeightsError> for Error {
    fn from(error: WeightsError) -> Self {
        Error::Weights(error)
    }
}

impl From<OptionError> for Error {
    fn from(error: OptionError) -> Self {
        Error::Option(error)
    }
}

/// An option that can't be used, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionError {
    name: Option<String>,
    value: String,
    why: String,
}

impl OptionError {
    pub(crate) fn new(
        name: Option<&str>,
        value: &serde_json::Value,
        why: impl fmt::Display,
    ) -> Self {
        OptionError {
            name: name.map(str::to_string),
            value: value.to_string(),
            why: why.to_string(),
        }
    }

    /// The option, as JSON writes it: `date`, `maxBytes`. `None` where what was passed has no options at all.
    ///
    /// ```
    /// let error = averral::Options::from_json(r#"{"date": 3}"#).unwrap_err();
    /// assert!(matches!(error, averral::Error::Option(error) if error.name() == Some("date")));
    /// ```
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// What it was set to, as JSON; what was passed where there is no name.
    ///
    /// ```
    /// let error = averral::Options::from_json(r#"{"date": 3}"#).unwrap_err();
    /// assert!(matches!(error, averral::Error::Option(error) if error.value() == "3"));
    /// ```
    pub fn value(&self) -> &str {
        &self.value
    }
}

impl fmt::Display for OptionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let OptionError { name, value, why } = self;
        match name {
            Some(name) => write!(f, "the option `{name}` is {value}; {why}"),
            None => write!(f, "the options are {value}; {why}"),
        }
    }
}

impl std::error::Error for OptionError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Extractor, Options};
    use std::error::Error as _;

    #[test]
    fn bad_weights_are_told_with_their_cause() {
        let error = Extractor::new(b"not weights").err().unwrap();
        assert_eq!(error, Error::Weights(WeightsError::Magic));
        assert_eq!(error.code(), "bad_weights");
        assert_eq!(
            error.to_string(),
            "these weights can't be used: this is no weights file"
        );
        let source = error.source().unwrap().downcast_ref();
        assert_eq!(source, Some(&WeightsError::Magic));
    }

    #[test]
    fn long_sources_are_told_with_the_limit() {
        let options = Options::default().with_max_bytes(3);
        let error = options.check(4).unwrap_err();
        assert_eq!(error, Error::TooLong { bytes: 4, limit: 3 });
        assert_eq!(error.code(), "too_long");
        assert!(error.to_string().contains("4 bytes") && error.to_string().contains("limit of 3"));
        assert!(error.source().is_none());
        assert_eq!(options.check(3), Ok(()));
    }

    #[test]
    fn options_are_told_with_name_and_value() {
        let told = |error: Error| match error {
            Error::Option(error) => (
                error.name().map(str::to_string),
                error.value().to_string(),
                error.to_string(),
            ),
            other => panic!("{other}"),
        };
        let date = Options::default().with_date("yesterday").check(0);
        let json = |json: &str| Options::from_json(json).unwrap_err();
        for (error, name, value, message) in [
            (
                date.unwrap_err(),
                Some("date"),
                "\"yesterday\"",
                "the option `date` is \"yesterday\"; give a date as YYYY-MM-DD",
            ),
            (
                json(r#"{"url": null, "format": "pdf"}"#),
                Some("format"),
                "\"pdf\"",
                "the option `format` is \"pdf\"; unknown variant `pdf`, expected one of `auto`, `html`, `markdown`, `text`",
            ),
            (
                json(r#"{"fromat": "html"}"#),
                Some("fromat"),
                "\"html\"",
                "the option `fromat` is \"html\"; unknown field `fromat`, expected one of `format`, `date`, `url`, `maxBytes`",
            ),
            (
                json("\"html\""),
                None,
                "\"html\"",
                "the options are \"html\"; give an object",
            ),
            (
                json("{"),
                None,
                "\"{\"",
                "the options are \"{\"; EOF while parsing an object at line 1 column 1",
            ),
        ] {
            assert_eq!(error.code(), "bad_option");
            let expected = (name.map(str::to_string), value.into(), message.to_string());
            assert_eq!(told(error), expected);
        }
    }
}
