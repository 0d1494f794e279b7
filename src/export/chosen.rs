//! What of a report is exported: the chosen claims, the relations between them, and the plain text with its units.

use super::ExportOptions;
use crate::error::{Error, OptionError};
use crate::report::{ClaimRecord, RelationRecord, Report};
use crate::span::{ByteSpan, Utf16Span, Utf16Table};
use std::collections::{HashMap, HashSet};

/// The claims to export, in the order of the report.
pub(super) struct Chosen<'r> {
    pub report: &'r Report,
    pub options: &'r ExportOptions,
    pub claims: Vec<&'r ClaimRecord>,
    /// Those between chosen claims, and of no claim with itself.
    pub relations: Vec<&'r RelationRecord>,
    positions: HashMap<&'r str, usize>,
    units: Utf16Table<'r>,
}

impl<'r> Chosen<'r> {
    /// # Errors
    /// [`Error::Option`] for an id that the report has not.
    pub fn new(report: &'r Report, options: &'r ExportOptions) -> Result<Self, Error> {
        let mut claims: Vec<&ClaimRecord> = report.claims.iter().collect();
        if let Some(ids) = &options.claims {
            let known: HashSet<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
            if let Some(id) = ids.iter().find(|id| !known.contains(id.as_str())) {
                let why = "the report has no claim of this id";
                return Err(OptionError::new(Some("claims"), &id.as_str().into(), why).into());
            }
            let wanted: HashSet<&str> = ids.iter().map(String::as_str).collect();
            claims.retain(|claim| wanted.contains(claim.id.as_str()));
        }
        let positions: HashMap<&str, usize> = claims
            .iter()
            .enumerate()
            .map(|(position, claim)| (claim.id.as_str(), position))
            .collect();
        let is_here = |relation: &&RelationRecord| {
            let known = |id: &String| positions.contains_key(id.as_str());
            relation.from != relation.to && known(&relation.from) && known(&relation.to)
        };
        Ok(Chosen {
            report,
            options,
            relations: report.relations.iter().filter(is_here).collect(),
            claims,
            positions,
            units: Utf16Table::new(&report.article.text),
        })
    }

    /// The plain text of the article.
    pub fn text(&self) -> &'r str {
        &self.report.article.text
    }

    /// The place among the chosen claims of one of them.
    pub fn position(&self, id: &str) -> usize {
        self.positions.get(id).copied().unwrap_or_default()
    }

    /// A place of the plain text in bytes.
    pub fn bytes(&self, span: Utf16Span) -> ByteSpan {
        self.units.bytes(span)
    }

    /// The pieces of a claim in the plain text, in bytes. Of a report that was changed they may be empty or overlap.
    pub fn pieces(&self, claim: &ClaimRecord) -> Vec<ByteSpan> {
        let pieces = claim.text_spans.iter().map(|&span| self.bytes(span));
        pieces.filter(|piece| !piece.is_empty()).collect()
    }

    /// For each chosen claim the relations that one of their ends (`from` or `to`) has there.
    pub fn relations_by(
        &self,
        end: fn(&RelationRecord) -> &String,
    ) -> Vec<Vec<&'r RelationRecord>> {
        let mut by_claim = vec![Vec::new(); self.claims.len()];
        for &relation in &self.relations {
            by_claim[self.position(end(relation))].push(relation);
        }
        by_claim
    }
}
