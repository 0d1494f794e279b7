//! What a claim rests on and does not hold itself, put back into its sentence: the condition, the time at which it is so,
//! and the author's stance where the claim alone would say more than the author does.

use super::edit::EditReason;
use super::obstacle::Obstacle;
use crate::analysis::Analysis;
use crate::analysis::conditional::{INVERTED, LEADING};
use crate::claim::ClauseKind;
use crate::claim::clause::{Clause, asks_whether};
use crate::grammar::{Deprel, Upos};
use crate::span::ByteSpan;

/// Words of the same sentence that are put back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Restored {
    pub span: ByteSpan,
    pub reason: EditReason,
    /// What parts them from the claim behind them.
    pub mark: &'static str,
}

/// Stances that affirm what they are taken to: the claim says it as well without them.
const AFFIRMING: [&str; 42] = [
    "accept",
    "acknowledge",
    "add",
    "admit",
    "agree",
    "argue",
    "believe",
    "bet",
    "certain",
    "clear",
    "concede",
    "confess",
    "confident",
    "convinced",
    "emphasise",
    "emphasize",
    "evident",
    "expect",
    "fact",
    "feel",
    "grant",
    "guess",
    "insist",
    "know",
    "maintain",
    "mention",
    "note",
    "obvious",
    "plain",
    "predict",
    "recall",
    "reckon",
    "remember",
    "say",
    "stress",
    "suppose",
    "sure",
    "think",
    "true",
    "turn",
    "undeniable",
    "undoubted",
];

/// How many words a stance has at most.
const LONGEST_STANCE: usize = 8;

/// What is put back, in the order of the text.
///
/// # Errors
/// Where the claim rests on what can't be put back: its stance stands in front of another clause, its condition in front of
/// several.
pub(super) fn restored(
    analysis: &Analysis,
    clause: &Clause,
    own: &[ByteSpan],
) -> Result<Vec<Restored>, Obstacle> {
    let condition = condition(analysis, clause);
    if condition.is_none() && lost_condition(analysis, clause) {
        return Err(Obstacle::ConditionApart);
    }
    let stance = match weak_stance(analysis, clause) {
        Some(outermost) => {
            let span = stance(analysis, outermost, own).ok_or(Obstacle::StanceApart)?;
            Some(Restored {
                span,
                reason: EditReason::Stance,
                mark: " ",
            })
        }
        None => None,
    };
    let parts = [condition, circumstance(analysis, clause), stance];
    let mut restored: Vec<Restored> = parts.into_iter().flatten().collect();
    restored.sort_by_key(|part| part.span.start);
    restored.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    restored.retain(|part| !own.iter().any(|piece| piece.overlaps(part.span)));
    Ok(restored)
}

/// "If we wait"
fn condition(analysis: &Analysis, clause: &Clause) -> Option<Restored> {
    let &(head, _) = clause.condition.as_ref()?;
    Some(Restored {
        span: bare_clause(analysis, head)?,
        reason: EditReason::Condition,
        mark: ", ",
    })
}

/// "When it rains"; "As described above" tells none.
fn circumstance(analysis: &Analysis, clause: &Clause) -> Option<Restored> {
    let head = clause.setting?;
    let points_elsewhere = analysis.subject_of_clause(head).is_none()
        && analysis
            .children_with(head, &[Deprel::Mark])
            .any(|mark| analysis.words[mark].lower == "as");
    if points_elsewhere {
        return None;
    }
    Some(Restored {
        span: bare_clause(analysis, head)?,
        reason: EditReason::Circumstance,
        mark: ", ",
    })
}

/// "Unless we act, prices will rise, but wages will fall", for a claim without the "unless".
fn lost_condition(analysis: &Analysis, clause: &Clause) -> bool {
    let words = &analysis.words;
    let first = (0..words.len())
        .find(|&token| !words[token].is_punctuation() && words[token].upos != Upos::Cconj);
    let opens = first.is_some_and(|first| {
        (words[first].is(&LEADING) || words[first].is(&INVERTED)) && !clause.tokens.contains(&first)
    });
    opens
        && matches!(
            clause.kind,
            ClauseKind::Main | ClauseKind::Coordinated | ClauseKind::Parataxis
        )
}

/// The outermost stance that does not simply affirm.
fn weak_stance(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let affirms = |token: usize| {
        analysis.words[token].has_lemma(&AFFIRMING)
            && !analysis.is_negated(token)
            && !asks_whether(analysis, clause.predicate)
    };
    clause
        .stance
        .iter()
        .copied()
        .rfind(|&token| !affirms(token))
}

/// A subordinate clause without the marks around it, where it stands together.
fn bare_clause(analysis: &Analysis, head: usize) -> Option<ByteSpan> {
    let words = &analysis.words;
    let tokens: Vec<usize> = analysis
        .subtree(head)
        .into_iter()
        .filter(|&token| !words[token].is_punctuation())
        .collect();
    let (&first, &last) = (tokens.first()?, tokens.last()?);
    let together =
        (first..=last).all(|token| words[token].is_punctuation() || tokens.contains(&token));
    together.then(|| words[first].span.cover(words[last].span))
}

/// "I doubt that", "It is unlikely that": from its subject to the claim. "As culture changes, I hope that" has more in front,
/// which is left out.
fn stance(analysis: &Analysis, outermost: usize, own: &[ByteSpan]) -> Option<ByteSpan> {
    let words = &analysis.words;
    let start = own.first()?.start;
    let first = analysis
        .children_with(outermost, &[Deprel::Nsubj, Deprel::Expl])
        .find(|&subject| subject < outermost)?;
    let before: Vec<usize> = (first..words.len())
        .take_while(|&token| words[token].span.end <= start)
        .collect();
    let last = before
        .iter()
        .copied()
        .rfind(|&token| !words[token].is_punctuation())?;
    (before.len() <= LONGEST_STANCE && outermost <= last)
        .then(|| words[first].span.cover(words[last].span))
}
