//! What a claim rests on and does not hold itself, put back into its sentence: the condition, the time at which it is so,
//! and the author's stance where the claim alone would say more than the author does.

use crate::analysis::Analysis;
use crate::claim::ClauseKind;
use crate::claim::clause::Clause;
use crate::grammar::{Deprel, Upos};
use crate::span::ByteSpan;

/// Words of the same sentence that are put back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Restored {
    pub span: ByteSpan,
    pub reason: &'static str,
    /// What parts them from the claim behind them.
    pub mark: &'static str,
}

/// Stances that affirm what they are taken to: the claim says it as well without them.
const AFFIRMING: [&str; 34] = [
    "accept",
    "acknowledge",
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
    "evident",
    "expect",
    "fact",
    "feel",
    "grant",
    "guess",
    "insist",
    "know",
    "maintain",
    "obvious",
    "plain",
    "predict",
    "reckon",
    "say",
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

/// What is put back, in the order of the text. `None` where the claim rests on what can't be put back: its stance stands in
/// front of another clause, its condition in front of several.
pub(super) fn restored(
    analysis: &Analysis,
    clause: &Clause,
    own: &[ByteSpan],
) -> Option<Vec<Restored>> {
    let condition = clause
        .condition
        .as_ref()
        .and_then(|&(head, _)| part(analysis, head));
    // "As described above" tells no circumstance.
    let pointing = |head: usize| {
        analysis.subject_of_clause(head).is_none()
            && analysis
                .children_with(head, &[Deprel::Mark])
                .any(|mark| analysis.words[mark].lower == "as")
    };
    let setting = clause
        .setting
        .filter(|&head| !pointing(head))
        .and_then(|head| part(analysis, head));
    let condition = condition.map(|span| Restored {
        span,
        reason: "condition put back",
        mark: ", ",
    });
    let setting = setting.map(|span| Restored {
        span,
        reason: "circumstance put back",
        mark: ", ",
    });
    let stance = match weak_stance(analysis, clause) {
        Some(outermost) => Some(Restored {
            span: stance(analysis, outermost, own)?,
            reason: "stance put back",
            mark: " ",
        }),
        None => None,
    };
    if condition.is_none()
        && matches!(
            clause.kind,
            ClauseKind::Main | ClauseKind::Coordinated | ClauseKind::Parataxis
        )
        && opens_with_condition(analysis, clause)
    {
        return None;
    }
    let mut found: Vec<Restored> = [condition, setting, stance].into_iter().flatten().collect();
    found.sort_by_key(|restored| restored.span.start);
    found.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    found.retain(|restored| !own.iter().any(|piece| piece.overlaps(restored.span)));
    Some(found)
}

/// "Unless we act, prices will rise and wages will fall", for a claim without the "unless".
fn opens_with_condition(analysis: &Analysis, clause: &Clause) -> bool {
    let words = &analysis.words;
    let first = (0..words.len())
        .find(|&token| !words[token].is_punctuation() && words[token].upos != Upos::Cconj);
    first.is_some_and(|first| {
        matches!(words[first].lower.as_str(), "if" | "unless") && !clause.tokens.contains(&first)
    })
}

/// The outermost stance that does not simply affirm.
fn weak_stance(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    clause.stance.iter().copied().rev().find(|&token| {
        !AFFIRMING.contains(&analysis.words[token].lemma.as_str()) || analysis.is_negated(token)
    })
}

/// A subordinate clause without the marks around it, where it stands together.
fn part(analysis: &Analysis, head: usize) -> Option<ByteSpan> {
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

/// "I doubt that", "It is unlikely that": from its subject to the claim.
fn stance(analysis: &Analysis, outermost: usize, own: &[ByteSpan]) -> Option<ByteSpan> {
    let words = &analysis.words;
    let start = own.first()?.start;
    // "As culture changes, I hope that": from the subject on.
    let first = analysis
        .subject_of_clause(outermost)
        .filter(|&subject| subject < outermost)?;
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
