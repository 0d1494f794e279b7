//! From the stages' results to a [`Report`]: bytes become UTF-16, indices become ids. A file for each part of the report.

mod article;
mod attribution;
mod claim;
mod entity;
mod evidence;
#[cfg(test)]
pub(super) use evidence::NO_ATTRIBUTION;
mod standalone;
mod time;

use super::record::*;
use crate::Options;
use crate::analysis::entity::Entity;
use crate::argument::{Argument, Relation};
use crate::attribution::Attribution;
use crate::claim::Extraction;
use crate::reading::Reading;
use crate::span::{ByteSpan, Utf16Span, Utf16Table};

/// What all stages found.
pub(crate) struct Stages<'a> {
    pub source: &'a str,
    pub options: &'a Options,
    pub weights_version: &'a str,
    pub reading: &'a Reading<'a>,
    pub entities: &'a [Entity],
    pub attributions: &'a [Attribution],
    pub extraction: &'a Extraction,
    pub argument: &'a Argument,
}

/// The report. Linear in the number of findings.
pub(crate) fn build(stages: &Stages) -> Report {
    let builder = Builder {
        stages,
        source_units: Utf16Table::new(stages.source),
        text_units: Utf16Table::new(&stages.reading.article.text),
    };
    builder.report()
}

/// Stages with the two tables of units.
struct Builder<'a> {
    stages: &'a Stages<'a>,
    source_units: Utf16Table<'a>,
    text_units: Utf16Table<'a>,
}

impl Builder<'_> {
    fn report(&self) -> Report {
        let Stages {
            entities,
            extraction,
            argument,
            ..
        } = self.stages;
        let claims = 0..extraction.claims.len();
        let questions = extraction.questions.iter();
        let left_out = extraction.left_out.iter();
        Report {
            version: self.version(),
            article: self.article(),
            claims: claims.map(|index| self.claim(index)).collect(),
            relations: all(&argument.relations, |relation| self.relation(relation)),
            questions: questions.map(|&span| self.question(span)).collect(),
            entities: Some(all(entities, |entity| self.entity(entity))),
            left_out: left_out
                .map(|(spans, reason)| self.left_out(spans, *reason))
                .collect(),
            notes: self.notes(),
        }
    }

    fn version(&self) -> Version {
        Version {
            averral: env!("CARGO_PKG_VERSION").to_string(),
            weights: self.stages.weights_version.to_string(),
            options: self.stages.options.clone(),
        }
    }

    fn relation(&self, relation: &Relation) -> RelationRecord {
        RelationRecord {
            from: id(relation.from),
            to: id(relation.to),
            kind: relation.kind,
            rule: relation.rule.to_string(),
            marker: relation.marker.map(|span| self.cue_word(span)),
            similarity: relation.similarity.map(rounded),
        }
    }

    fn question(&self, span: ByteSpan) -> QuestionRecord {
        QuestionRecord {
            text: self.words(&[span]),
            spans: self.places(&[span]),
            text_spans: vec![self.text_units.span(span)],
        }
    }

    fn left_out(&self, spans: &[ByteSpan], reason: LeftOutReason) -> LeftOut {
        LeftOut {
            text: self.words(spans),
            spans: self.places(spans),
            reason,
        }
    }

    /// What reading the article left to tell, and that there are no claims where nothing else says why.
    fn notes(&self) -> Vec<Note> {
        let mut notes = self.stages.reading.article.notes.clone();
        if self.stages.extraction.claims.is_empty() && notes.is_empty() {
            let n_sentences = self.stages.reading.sentences.len();
            notes.push(Note {
                code: "no_claims".into(),
                message: format!("Nothing in these {n_sentences} sentences claims anything."),
            });
        }
        notes
    }

    fn cue_word(&self, span: ByteSpan) -> CueWord {
        CueWord {
            text: self.words(&[span]),
            spans: self.places(&[span]),
        }
    }

    fn cue_words(&self, spans: &[ByteSpan]) -> Vec<CueWord> {
        all(spans, |&span| self.cue_word(span))
    }

    /// The words of some stretches of plain text.
    fn words(&self, spans: &[ByteSpan]) -> String {
        let text = &self.stages.reading.article.text;
        let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
        words.join(" … ")
    }

    /// The places in the source of words in the article's text.
    fn places(&self, spans: &[ByteSpan]) -> Vec<Utf16Span> {
        let map = &self.stages.reading.article.source_map;
        let source = spans.iter().flat_map(|&span| map.source_spans(span));
        source.map(|span| self.source_units.span(span)).collect()
    }

    /// These places as one, from the first character to the last, with what stands between: markup, soft hyphens.
    fn whole_place(&self, span: ByteSpan) -> Option<Utf16Span> {
        let places = self.places(&[span]);
        let start = places.iter().map(|place| place.0).min()?;
        Some(Utf16Span(start, places.iter().map(|place| place.1).max()?))
    }
}

/// A record of each.
fn all<T, R>(found: &[T], record: impl Fn(&T) -> R) -> Vec<R> {
    found.iter().map(record).collect()
}

fn id(index: usize) -> String {
    format!("c{}", index + 1)
}

/// Four decimals: what a probability is good for, and the same on every machine.
fn rounded(probability: f64) -> f64 {
    (probability * 10_000.0).round() / 10_000.0
}

/// The word that a value is written as in JSON.
fn word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
