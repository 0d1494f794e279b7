//! The claim as a sentence of its own: references replaced, "I" said of who speaks, times counted out, markers gone, a
//! capital and a full stop, every edit listed.
//!
//! Only what earlier stages are sure of is changed; a reference that stays as it was is listed. A claim that would be no
//! sentence even so, for want of a subject, of what "which" stands for or of half a bracket, is not said alone.

mod border;
mod contraction;
mod copula;
mod correlative;
mod date;
mod joint;
mod reference;
mod relative;
mod restored;
mod sentence;
mod speaker;
mod writer;

use super::clause::Clause;
use super::{ClauseKind, Standalone};
use crate::analysis::Analysis;
use crate::analysis::coreference::Coreference;
use crate::article::Article;
use crate::span::ByteSpan;
use restored::Restored;
pub(super) use speaker::Speaker;

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
    /// `own` are the pieces of the claim in the order of the text.
    pub(super) fn new(
        article: &'a Article,
        (sentence, analysis): (usize, &'a Analysis),
        own: &'a [ByteSpan],
        clause: &'a Clause,
        coreference: &'a Coreference,
        speaker: Option<Speaker>,
    ) -> Option<Self> {
        let restored = restored::restored(analysis, clause, own)?;
        Some(Wording {
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

/// Words that are put for others.
#[derive(Debug, Clone)]
struct Change {
    /// The words taken away; empty where some are only put in.
    at: ByteSpan,
    to: String,
    reason: &'static str,
    /// What `to` rests on.
    origin: Option<ByteSpan>,
    probability: Option<f32>,
}

/// Says a claim so that it can be read alone. Linear in its words but for the few pieces and changes.
pub(super) fn standalone(wording: &Wording) -> Option<Standalone> {
    let Wording {
        article,
        analysis,
        own,
        clause,
        ..
    } = wording;
    let relative = relative::relative(article, analysis, clause, own);
    // What the attribution names, not any words without a verb.
    let naming = clause.kind == ClauseKind::Complement && clause.governor.is_none();
    let copula = if naming {
        copula::change(wording)
    } else {
        None
    };
    let related = relative.is_some();
    let unrelated = clause.kind == ClauseKind::Relative && !related;
    let named = copula.is_some();
    if unrelated
        || !named && !sentence::states(analysis, clause)
        || !sentence::is_whole(analysis, clause, related, naming)
    {
        return None;
    }
    if !border::are_sound(wording)
        || !related && !naming && !joint::are_sound(analysis, clause, own)
    {
        return None;
    }
    let mut changes: Vec<Change> = relative
        .iter()
        .flat_map(|relative| relative::changes(wording, relative))
        .collect();
    changes.extend(copula);
    changes.extend(correlative::change(wording));
    changes.extend(speaker::changes(wording));
    changes.extend(reference::changes(wording));
    changes.extend(date::changes(wording));
    changes.sort_by_key(|change| change.at.start);
    let standalone = writer::write(wording, &changes, &reference::unresolved(wording));
    sentence::is_balanced(&standalone.text).then_some(standalone)
}
