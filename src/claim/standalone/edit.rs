//! Edits: what was changed between the words of a claim and its sentence, and why.

use crate::labels::labels;
use crate::span::ByteSpan;
use crate::terms::EditOperation;

labels! {
    /// The sorts of edit. The label is the key under which `reliability.tsv` counts how often an edit is right.
    pub enum EditReason {
        PersonalPronoun = "personal_pronoun",
        ThingPronoun = "thing_pronoun",
        PluralPronoun = "plural_pronoun",
        ShortName = "short_name",
        Role = "role",
        DefinitePhrase = "definite_phrase",
        DemonstrativePhrase = "demonstrative_phrase",
        Government = "government",
        Speaker = "speaker",
        RelativePronoun = "relative_pronoun",
        Date = "date",
        Condition = "condition",
        Circumstance = "circumstance",
        Stance = "stance",
        Denial = "denial",
        Verb = "verb",
        Marker = "marker",
        Capital = "capital",
        ClosingQuote = "closing_quote",
        FullStop = "full_stop",
    }
}

impl EditReason {
    /// The reason in words, as reports tell it.
    pub const fn text(self) -> &'static str {
        match self {
            EditReason::PersonalPronoun => "pronoun for a person",
            EditReason::ThingPronoun => "pronoun for a thing",
            EditReason::PluralPronoun => "plural pronoun",
            EditReason::ShortName => "short name",
            EditReason::Role => "role of a person",
            EditReason::DefinitePhrase => "definite noun phrase",
            EditReason::DemonstrativePhrase => "demonstrative noun phrase",
            EditReason::Government => "place for its government",
            EditReason::Speaker => "said of who speaks",
            EditReason::RelativePronoun => "relative pronoun replaced",
            EditReason::Date => "time counted from the date of publication",
            EditReason::Condition => "condition put back",
            EditReason::Circumstance => "circumstance put back",
            EditReason::Stance => "stance put back",
            EditReason::Denial => "denial put back",
            EditReason::Verb => "verb put in",
            EditReason::Marker => "marker dropped",
            EditReason::Capital => "capital at the start",
            EditReason::ClosingQuote => "quotation closed",
            EditReason::FullStop => "full stop at the end",
        }
    }
}

/// One change between the words of a claim and its standalone sentence.
#[derive(Debug, Clone)]
pub struct Edit {
    /// What was done.
    pub operation: EditOperation,
    /// Words taken away.
    pub from: String,
    /// Words put in.
    pub to: String,
    /// Why.
    pub reason: EditReason,
    /// Place of `to` in [`Standalone::text`](super::Standalone::text).
    pub at: ByteSpan,
    /// Place of `from` in the article's text.
    pub span: Option<ByteSpan>,
    /// Place of what `to` rests on in the article's text.
    pub origin: Option<ByteSpan>,
    /// Probability that it is right, where it was weighed.
    pub probability: Option<f32>,
}

/// Words of the article to be put for others; the writer makes an [`Edit`] of it.
#[derive(Debug, Clone)]
pub(super) struct Change {
    /// The words taken away; empty where some are only put in.
    pub at: ByteSpan,
    pub to: String,
    pub reason: EditReason,
    /// What `to` rests on.
    pub origin: Option<ByteSpan>,
    pub probability: Option<f32>,
}

impl Change {
    /// A change that rests on no other words and was not weighed.
    pub fn new(at: ByteSpan, to: impl Into<String>, reason: EditReason) -> Self {
        Change {
            at,
            to: to.into(),
            reason,
            origin: None,
            probability: None,
        }
    }

    /// The change, resting on those words of the article.
    pub fn resting_on(mut self, origin: ByteSpan) -> Self {
        self.origin = Some(origin);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_reason_has_words_of_its_own() {
        let texts: BTreeSet<&str> = EditReason::ALL.iter().map(|reason| reason.text()).collect();
        assert_eq!(texts.len(), EditReason::ALL.len());
    }

    #[test]
    fn reliability_counts_reasons_that_exist() {
        let counted: Vec<EditReason> = include_str!("../../report/reliability.tsv")
            .lines()
            .filter_map(|line| line.strip_prefix("standalone\t"))
            .map(|line| line.split('\t').next().unwrap().parse().unwrap())
            .collect();
        assert!(counted.contains(&EditReason::Condition));
    }
}
