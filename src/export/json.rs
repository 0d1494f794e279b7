//! The report itself, the only form that loses nothing; of chosen claims, the report with these alone.

use super::chosen::Chosen;
use crate::report::Report;
use std::borrow::Cow;

pub(super) fn json(chosen: &Chosen) -> String {
    let report = match &chosen.options.claims {
        None => Cow::Borrowed(chosen.report),
        Some(_) => Cow::Owned(Report {
            claims: chosen.claims.iter().copied().cloned().collect(),
            relations: chosen.relations.iter().copied().cloned().collect(),
            ..chosen.report.clone()
        }),
    };
    // Records have strings for keys: they can always be written.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}
