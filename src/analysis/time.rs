//! Temporal expressions and their TIMEX3 values (TimeML 1.2.1).

use crate::report::TimeType;
use crate::span::ByteSpan;

/// A temporal expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// Place in the article's text.
    pub span: ByteSpan,
    /// DATE, TIME, DURATION or SET.
    pub time_type: TimeType,
    /// Normalised value, such as `2021-01-20`, `P6M`, `PAST_REF`.
    pub value: String,
    /// The date (`YYYY-MM-DD`) that the value was counted from, where it was.
    pub anchor: Option<String>,
}

/// Finds the temporal expressions of a sentence.
pub(super) fn find(text: &str, sentence: &crate::sentence::Sentence, words: &[super::Word], anchor: Option<&str>) -> Vec<Time> {
    let _ = (text, sentence, words, anchor);
    Vec::new()
}
