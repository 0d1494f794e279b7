//! What averral says of an article: plain data, and the contract with everybody outside.
//!
//! `CLAIMS.md` says what each field means. Spans are `[start, end)` in UTF-16 code units of the source as passed in;
//! a field that this version can't decide is `null`. The JSON Schema (`report.schema.json`) and the TypeScript types
//! are generated from the types below.

mod build;
mod record;
mod reliability;

pub(crate) use build::{Stages, build};
pub use record::*;

impl Report {
    /// A report from its JSON, as this version writes it.
    ///
    /// # Errors
    /// [`Error::Report`](crate::Error::Report) where it can't be read as one.
    ///
    /// ```
    /// assert_eq!(averral::Report::from_json("{}").unwrap_err().code(), "bad_report");
    /// ```
    pub fn from_json(json: &str) -> Result<Report, crate::Error> {
        serde_json::from_str(json).map_err(|error| crate::Error::Report(error.to_string()))
    }
}
