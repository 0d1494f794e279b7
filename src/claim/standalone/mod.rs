//! The claim as a sentence of its own: references replaced, "I" said of who speaks, times counted out, markers gone, a
//! capital and a full stop, every edit listed.
//!
//! Only what earlier stages are sure of is changed; a reference that stays as it was is listed. A claim that would be no
//! sentence even so, for want of a subject, of what "which" stands for or of half a bracket, is not said alone; [`Obstacle`]
//! says why. Known to go wrong where the parser hangs a clause on the wrong word, so that a sentence says more or less than
//! the claim.

mod border;
mod calendar;
mod complement;
mod contraction;
mod copula;
mod correlative;
mod date;
mod denial;
mod edit;
mod first_person;
mod gap;
#[cfg(test)]
mod hand;
mod obstacle;
mod opening;
mod reference;
mod relative;
mod restored;
mod speaker;
mod subject;
#[cfg(test)]
mod tests;
mod third_person;
mod unresolved;
mod verb;
mod writer;

use super::clause::Clause;
use crate::analysis::Analysis;
use crate::analysis::coreference::Coreference;
use crate::article::Article;
use crate::attribution::Attribution;
use crate::span::ByteSpan;
use edit::Change;
pub use edit::{Edit, EditReason};
use obstacle::Candidate;
pub use obstacle::Obstacle;
use restored::Restored;
pub(super) use speaker::Speaker;

/// A claim said so that it can be read alone.
#[derive(Debug, Clone, Default)]
pub struct Standalone {
    /// The sentence.
    pub text: String,
    /// What was changed, in the order of `text`.
    pub edits: Vec<Edit>,
    /// The references that stay as they were, in the order of `text`.
    pub unresolved: Vec<Unresolved>,
}

/// A reference of which nobody is sure, so that its words stay.
#[derive(Debug, Clone)]
pub struct Unresolved {
    /// Place in the article's text.
    pub span: ByteSpan,
    /// Place in [`Standalone::text`].
    pub at: ByteSpan,
    /// What it may refer to, and how likely.
    pub guess: Option<(String, f32)>,
}

/// Says a claim so that it can be read alone. Linear in its words but for the few pieces and changes.
///
/// # Errors
/// What keeps it from being a sentence.
pub(super) fn standalone(wording: &Wording) -> Result<Standalone, Obstacle> {
    let candidate = Candidate::new(wording);
    if let Some(obstacle) = obstacle::first(&candidate) {
        return Err(obstacle);
    }
    let changes = changes(candidate);
    let sentence = writer::write(wording, &changes, &unresolved::unresolved(wording));
    if obstacle::is_balanced(&sentence.text) {
        Ok(sentence)
    } else {
        Err(Obstacle::HalfPair)
    }
}

/// All changes, by place; of several at one place the first named here is first.
fn changes(candidate: Candidate) -> Vec<Change> {
    let wording = candidate.wording;
    let relative = candidate.relative.iter();
    let mut changes: Vec<Change> = relative
        .flat_map(|relative| relative::changes(wording, relative))
        .collect();
    changes.extend(candidate.copula);
    changes.extend(correlative::change(wording));
    changes.extend(first_person::changes(wording));
    changes.extend(reference::changes(wording));
    changes.extend(date::changes(wording));
    for change in &mut changes {
        if !change.to.is_empty() && names(change.reason) && is_quoted(wording, change.at) {
            change.to = format!("[{}]", change.to);
        }
    }
    changes.sort_by_key(|change| change.at.start);
    changes
}

/// Whether a change puts other words for somebody's own, which editors set in square brackets.
fn names(reason: EditReason) -> bool {
    !matches!(
        reason,
        EditReason::Marker | EditReason::Capital | EditReason::ClosingQuote | EditReason::FullStop
    )
}

/// Whether a quotation mark of the claim is still open at a place.
fn is_quoted(wording: &Wording, at: ByteSpan) -> bool {
    let before = wording.own.iter().filter(|piece| piece.start < at.start);
    let (mut curved, mut straight) = (0, 0);
    for piece in before {
        let said = ByteSpan::new(piece.start, piece.end.min(at.start));
        for letter in said.of(&wording.article.text).chars() {
            match letter {
                '“' => curved += 1,
                '”' => curved -= 1,
                '"' => straight += 1,
                _ => {}
            }
        }
    }
    curved > 0 || straight % 2 == 1
}

/// A claim that is to be said alone.
pub(super) struct Wording<'a> {
    article: &'a Article,
    sentence: usize,
    analysis: &'a Analysis,
    /// Its pieces in the order of the text.
    own: &'a [ByteSpan],
    /// What of its sentence is put back.
    restored: Vec<Restored>,
    clause: &'a Clause,
    coreference: &'a Coreference,
    /// Who speaks, where the claim is somebody's own words.
    speaker: Option<Speaker>,
}

impl<'a> Wording<'a> {
    /// `own` are the pieces of the claim in the order of the text, `attributions` those that hold it, the innermost first.
    ///
    /// # Errors
    /// Where what the claim rests on can't be put back.
    pub(super) fn new(
        article: &'a Article,
        (sentence, analysis): (usize, &'a Analysis),
        own: &'a [ByteSpan],
        clause: &'a Clause,
        coreference: &'a Coreference,
        attributions: &[&Attribution],
        speaker: Option<Speaker>,
    ) -> Result<Self, Obstacle> {
        let mut restored = denial::restored((sentence, analysis), own, attributions)?;
        restored.extend(restored::restored(analysis, clause, own)?);
        Ok(Wording {
            article,
            sentence,
            analysis,
            own,
            restored,
            clause,
            coreference,
            speaker,
        })
    }

    /// All pieces of its sentence.
    fn pieces(&self) -> impl Iterator<Item = ByteSpan> {
        self.own
            .iter()
            .copied()
            .chain(self.restored.iter().map(|restored| restored.span))
    }

    /// The piece that words stand in.
    fn piece(&self, span: ByteSpan) -> Option<ByteSpan> {
        self.pieces().find(|piece| piece.contains(span))
    }
}
