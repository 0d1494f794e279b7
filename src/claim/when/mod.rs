//! When what a claim says holds or happens: past, present or future, and between which days.
//!
//! Decided on the date that the words state for the claim's own predicate (`expression.rs` finds it, `stated.rs` reads
//! it), else on the tense of its verb and auxiliaries (`tense.rs`). A coordinated clause shares the date in front of the
//! one that it goes on from: "In 2019 the mill closed and the town shrank". A date in a subordinate clause, in a condition
//! or deep in a noun phrase ("the 2012 report") is not the claim's. Known to go wrong where a past tense reports what
//! still holds ("said that the plant was old"), and on what "would" and "could" tell of the past.

mod expression;
mod stated;
mod tense;

use super::clause::Clause;
use super::{Claim, ClauseKind};
use crate::analysis::Analysis;
use crate::labels::labels;
use crate::span::ByteSpan;
use crate::terms::{CueType, Period};
use jiff::civil::Date;
use stated::Stated;
use tense::Tense;

/// When a claim holds or happens.
#[derive(Debug, Clone, PartialEq)]
pub struct When {
    /// Where it lies from the date of writing.
    pub period: Period,
    /// First day of what is stated; `None` at an open end, and where nothing is stated.
    pub from: Option<Date>,
    /// Last day of it.
    pub to: Option<Date>,
    /// The rule that decided.
    pub rule: WhenRule,
    /// The words that decided.
    pub cues: Vec<ByteSpan>,
    /// What the verb alone says.
    tense: Option<Period>,
}

labels! {
    /// The rules that decide when a claim holds or happens.
    pub enum WhenRule {
        Expression = "expression",
        Neighbour = "neighbour",
        Demanded = "demanded",
        Obligation = "obligation",
        Expectation = "expectation",
        Auxiliary = "auxiliary",
        Tense = "tense",
    }
}

/// Decides when a claim holds or happens; `None` where neither a date nor a tense tells. `cue_type` is that of the cue of
/// its attribution, where it has one.
pub(super) fn decide(
    analysis: &Analysis,
    clause: &Clause,
    cue_type: Option<CueType>,
    anchor: Option<Date>,
) -> Option<When> {
    let tense = tense::tense(analysis, clause, cue_type);
    let attributed = cue_type.is_some();
    stated::stated(analysis, clause, attributed, tense.as_ref(), anchor)
        .and_then(|stated| by_expression(analysis, &stated, tense.as_ref(), anchor))
        .or_else(|| Some(by_tense(analysis, &tense?)))
}

fn by_tense(analysis: &Analysis, tense: &Tense) -> When {
    When {
        period: tense.period,
        from: None,
        to: None,
        rule: tense.rule,
        cues: tense.spans(analysis),
        tense: Some(tense.period),
    }
}

fn by_expression(
    analysis: &Analysis,
    stated: &Stated,
    tense: Option<&Tense>,
    anchor: Option<Date>,
) -> Option<When> {
    let own = tense.map(|tense| tense.period);
    let told = stated.period(own, anchor);
    // "has been shut since March" lasts, "has risen since March" has happened.
    let lasts = stated.lasting && tense.is_some_and(|tense| tense.lasts);
    let period = told
        .or_else(|| lasts.then_some(Period::Present))
        .or(own)
        .or_else(|| stated.is_dated().then_some(Period::Present))?;
    let mut cues = stated.cues.clone();
    if told.is_none() {
        cues.extend(tense.into_iter().flat_map(|tense| tense.spans(analysis)));
    }
    Some(When {
        period,
        from: stated.from,
        to: stated.to,
        rule: WhenRule::Expression,
        cues,
        tense: own,
    })
}

/// Gives the claims of one sentence that go on from another what they share with it: the date that stands in front of both
/// in the same tense, and without a verb of their own the tense ("It should cut the fare and let dogs on").
pub(super) fn share(analysis: &Analysis, claims: &mut [Claim]) {
    for index in 0..claims.len() {
        if let Some(when) = shared(analysis, claims, &claims[index]) {
            claims[index].when = Some(when);
        }
    }
}

fn shared(analysis: &Analysis, claims: &[Claim], claim: &Claim) -> Option<When> {
    let own = claim.when.as_ref();
    if claim.clause != ClauseKind::Coordinated || own.is_some_and(When::is_by_expression) {
        return None;
    }
    let goes_on = |other: &&Claim| {
        Some(other.predicate) == claim.governor && other.attribution == claim.attribution
    };
    let theirs = claims.iter().find(goes_on)?.when.as_ref()?;
    let first = claim.governor?.min(claim.predicate);
    let start = analysis.words.get(first)?.span.start;
    let in_front = theirs.cues.first().is_some_and(|cue| cue.end <= start);
    let dated = theirs.is_by_expression() && in_front;
    let all = When {
        rule: WhenRule::Neighbour,
        ..theirs.clone()
    };
    match own {
        Some(own) => (dated && theirs.tense == own.tense).then_some(all),
        None if dated || !theirs.is_by_expression() => Some(all),
        // The date stands behind the other's verb: the tense alone is shared.
        None => theirs.tense.map(|period| When {
            period,
            from: None,
            to: None,
            ..all
        }),
    }
}

impl When {
    /// Whether words that name a time decided, rather than the verb or the clause beside it.
    fn is_by_expression(&self) -> bool {
        self.rule == WhenRule::Expression
    }
}

#[cfg(test)]
mod tests;
