//! How the standalone sentence of a claim came about, and what it leaves open.

use super::{Builder, all, rounded};
use crate::claim::{self, Standalone};
use crate::report::record::*;
use crate::report::reliability::{Field, probabilities};
use crate::span::Utf16Table;

impl Builder<'_> {
    pub(super) fn edits(&self, standalone: &Standalone) -> Vec<Edit> {
        let units = Utf16Table::new(&standalone.text);
        all(&standalone.edits, |edit| self.edit(edit, &units))
    }

    fn edit(&self, edit: &claim::Edit, units: &Utf16Table) -> Edit {
        let weighed = edit
            .probability
            .map(|probability| rounded(probability.into()));
        let counted =
            probabilities(Field::Standalone, edit.reason.label()).map(|counted| counted.value);
        Edit {
            operation: edit.operation,
            from: edit.from.clone(),
            to: edit.to.clone(),
            reason: edit.reason.text().to_string(),
            standalone_span: units.span(edit.at),
            span: edit.span.and_then(|span| self.whole_place(span)),
            origin: edit.origin.and_then(|span| self.whole_place(span)),
            probability: weighed.or(counted),
        }
    }

    pub(super) fn unresolved(&self, standalone: &Standalone) -> Vec<Unresolved> {
        let units = Utf16Table::new(&standalone.text);
        let record = |open: &claim::Unresolved| Unresolved {
            text: open.at.of(&standalone.text).to_string(),
            standalone_span: units.span(open.at),
            span: self.whole_place(open.span),
            guess: open.guess.as_ref().map(|(name, _)| name.clone()),
            probability: open
                .guess
                .as_ref()
                .map(|&(_, probability)| rounded(probability.into())),
        };
        all(&standalone.unresolved, record)
    }
}
