//! The predicates of a sentence with all that they say, and how sure it is that it belongs together.

use super::conjunct::alternatives;
use crate::analysis::Analysis;
use crate::claim::tuple::frame::Frame;
use crate::claim::tuple::phrase::phrase;
use crate::claim::tuple::subject::subject;
use crate::claim::tuple::verb_group::{chained_complement, heads_clause};
use crate::grammar::{Deprel, Feature, Upos};

/// A predicate with what fills its slots.
pub(super) struct Stated {
    pub frame: Frame,
    /// How sure it is that all this belongs together, 0 to 1.
    pub confidence: f32,
}

/// What becomes of coordinated phrases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Coordination {
    /// One phrase for each: "the bridge", "the ferry".
    Split,
    /// One for all: "the bridge and the ferry".
    Whole,
}

/// Confidence in a frame whose predicate has a subject of its own and two arguments at most; what each step to a subject
/// further away and each further argument takes from it; and the least that is left. Chosen on the training part of the
/// corpus that `score_openie.py` reads.
const SUREST: f32 = 0.9;
const LOST_PER_STEP: f32 = 0.12;
const LOST_PER_ARGUMENT: f32 = 0.05;
const SAFE_ARGUMENTS: usize = 2;
const LEAST: f32 = 0.05;

/// Pronouns that are no subject to be told by: their noun is unknown.
const PRONOUNS: [&str; 5] = ["who", "which", "that", "whom", "what"];

/// The frame of a token that heads a predicate with a subject; `None` for any other.
pub(super) fn stated(
    analysis: &Analysis,
    predicate: usize,
    coordination: Coordination,
) -> Option<Stated> {
    let words = &analysis.words;
    if !heads_clause(analysis, predicate) || chained_complement(analysis, predicate).is_some() {
        return None;
    }
    let subject = subject(analysis, predicate)?;
    let word = &words[subject.head];
    if word.upos == Upos::Pron && word.is(&PRONOUNS) {
        return None;
    }
    let phrases = |head, but| match coordination {
        Coordination::Split => alternatives(analysis, head, but),
        Coordination::Whole => vec![phrase(analysis, head, true, but)],
    };
    let mut frame = Frame::new(
        analysis,
        predicate,
        phrases(subject.head, subject.modifier),
        &|_, head| phrases(head, None),
    );
    if is_bare_participle(analysis, &frame) {
        let plural = word.has(Feature::NumberPlur);
        frame.implied = if plural { "are" } else { "is" };
    }
    let further = frame.arguments.len().saturating_sub(SAFE_ARGUMENTS);
    let lost = LOST_PER_STEP * subject.distance as f32 + LOST_PER_ARGUMENT * further as f32;
    Some(Stated {
        frame,
        confidence: (SUREST - lost).max(LEAST),
    })
}

/// "a letter *sent* in May": a past participle that modifies a noun and has no auxiliary.
fn is_bare_participle(analysis: &Analysis, frame: &Frame) -> bool {
    let word = &analysis.words[frame.predicate];
    word.deprel.base() == Deprel::Acl
        && word.has(Feature::VerbFormPart)
        && word.has(Feature::TensePast)
        && frame.relation.len() == 1
}
