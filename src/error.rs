//! What can fail: options, weights and limits. Text never does.

use std::fmt;

/// Why averral gave no report. [`Error::code`] is the stable word to switch on, the same in Rust and JavaScript.
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
    /// An option holds what it can't mean; the text names the option, the value and what is accepted.
    Option(String),
    /// The weights file can't be used; the text says what is wrong with it.
    Weights(String),
}

impl Error {
    /// `too_long`, `bad_option` or `bad_weights`.
    ///
    /// ```
    /// let error = averral::Error::TooLong { bytes: 11, limit: 10 };
    /// assert_eq!(error.code(), "too_long");
    /// ```
    pub fn code(&self) -> &'static str {
        match self {
            Error::TooLong { .. } => "too_long",
            Error::Option(_) => "bad_option",
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
            Error::Option(what) => write!(f, "{what}"),
            Error::Weights(what) => write!(f, "these weights can't be used: {what}"),
        }
    }
}

impl std::error::Error for Error {}
