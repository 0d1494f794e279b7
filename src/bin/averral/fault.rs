//! Why one document has no report, which ends nothing.

use std::fmt;
use std::io;

/// A document's error: a stable word to switch on, and a sentence for people.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Fault {
    /// `missing_file`, `unreadable`, `too_long`, `bad_utf8`, `bad_json`, `bad_document`, `crashed`, or a code of
    /// [`averral::Error`].
    pub code: &'static str,
    /// What is wrong, and what to do.
    pub message: String,
}

impl Fault {
    pub fn new(code: &'static str, message: impl Into<String>) -> Fault {
        let message = message.into();
        Fault { code, message }
    }

    pub fn too_long(limit: usize) -> Fault {
        Fault::new(
            "too_long",
            format!("longer than the limit of {limit} bytes; --max-bytes raises it"),
        )
    }
}

impl From<&io::Error> for Fault {
    fn from(error: &io::Error) -> Fault {
        let code = match error.kind() {
            io::ErrorKind::NotFound => "missing_file",
            _ => "unreadable",
        };
        Fault::new(code, crate::stop::reason(error))
    }
}

impl From<averral::Error> for Fault {
    fn from(error: averral::Error) -> Fault {
        Fault::new(error.code(), error.to_string())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.code)
    }
}
