//! What a caller may set of an export.

use crate::error::Error;
use serde::{Deserialize, Serialize};

/// Options of one export. All have defaults.
///
/// ```
/// let options = averral::export::ExportOptions::default().with_claims(["c1", "c4"]).with_tabs(true);
/// assert_eq!(options.claims.unwrap(), ["c1", "c4"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct ExportOptions {
    /// Ids of the claims to export, and of the relations between these; `null` for all. They keep the order of the report.
    pub claims: Option<Vec<String>>,
    /// CSV with tabs in place of commas: what a spreadsheet wants from the clipboard.
    pub tabs: bool,
    /// CSV: leaves cells as they are that a spreadsheet would take for a formula. Else they get a leading `'`.
    pub raw: bool,
    /// schema.org: writes claims of all kinds, not facts alone.
    pub all_kinds: bool,
}

impl ExportOptions {
    /// These options for some [`claims`](ExportOptions::claims) only.
    ///
    /// ```
    /// assert!(averral::export::ExportOptions::default().with_claims(["c1"]).claims.is_some());
    /// ```
    #[must_use]
    pub fn with_claims<I: Into<String>>(mut self, ids: impl IntoIterator<Item = I>) -> Self {
        self.claims = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// These options with [`tabs`](ExportOptions::tabs) or commas.
    ///
    /// ```
    /// assert!(averral::export::ExportOptions::default().with_tabs(true).tabs);
    /// ```
    #[must_use]
    pub fn with_tabs(mut self, tabs: bool) -> Self {
        self.tabs = tabs;
        self
    }

    /// These options with cells [`raw`](ExportOptions::raw) or guarded.
    ///
    /// ```
    /// assert!(averral::export::ExportOptions::default().with_raw(true).raw);
    /// ```
    #[must_use]
    pub fn with_raw(mut self, raw: bool) -> Self {
        self.raw = raw;
        self
    }

    /// These options with [all kinds](ExportOptions::all_kinds) of claims, or facts alone.
    ///
    /// ```
    /// assert!(averral::export::ExportOptions::default().with_all_kinds(true).all_kinds);
    /// ```
    #[must_use]
    pub fn with_all_kinds(mut self, all_kinds: bool) -> Self {
        self.all_kinds = all_kinds;
        self
    }

    /// Options from JSON: an object whose keys are the names of the fields, `all_kinds` as `allKinds`. What it leaves out
    /// has its default.
    ///
    /// # Errors
    /// [`Error::Option`] with name and value of an option that is unknown or can't be read.
    ///
    /// ```
    /// let options = averral::export::ExportOptions::from_json(r#"{"allKinds": true}"#)?;
    /// assert!(options.all_kinds);
    /// # Ok::<(), averral::Error>(())
    /// ```
    pub fn from_json(json: &str) -> Result<ExportOptions, Error> {
        crate::options::read(json)
    }
}
