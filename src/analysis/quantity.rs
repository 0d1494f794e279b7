//! Numbers with what they count.

use crate::span::ByteSpan;

/// A quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Place in the article's text.
    pub span: ByteSpan,
    /// The number, or the lower end of a range.
    pub number: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// What is counted or measured.
    pub unit: Option<String>,
    /// "nearly", "at least", …
    pub approximator: Option<String>,
}

/// Finds the quantities of a sentence.
pub(super) fn find(words: &[super::Word], times: &[super::time::Time]) -> Vec<Quantity> {
    let _ = (words, times);
    Vec::new()
}
