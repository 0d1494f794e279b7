//! When what a claim says holds or happens: past, present or future, and between which days.
//!
//! Decided on the date that the words state for the claim's own predicate (`when/expression.rs` finds it, `when/stated.rs`
//! reads it), else on the tense of its verb and auxiliaries (`when/tense.rs`). A coordinated clause shares the date in
//! front of the one that it goes on from: "In 2019 the mill closed and the town shrank". A date in a subordinate clause, in
//! a condition or deep in a noun phrase ("the 2012 report") is not the claim's. Known to go wrong where a past tense
//! reports what still holds ("said that the plant was old"), and on what "would" and "could" tell of the past.

mod expression;
mod stated;
mod tense;

use super::clause::Clause;
use super::{Claim, ClauseKind};
use crate::analysis::Analysis;
use crate::attribution::Attribution;
use crate::span::ByteSpan;
use crate::terms::Period;
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
    /// Name of the rule.
    pub rule: &'static str,
    /// The words that decided.
    pub cues: Vec<ByteSpan>,
    /// What the verb alone says.
    tense: Option<Period>,
}

/// Decides when a claim holds or happens; `None` where neither a date nor a tense tells.
pub(super) fn decide(
    analysis: &Analysis,
    clause: &Clause,
    attribution: Option<&Attribution>,
    anchor: Option<Date>,
) -> Option<When> {
    let tense = tense::tense(analysis, clause, attribution);
    if let Some(stated) = stated::stated(
        analysis,
        clause,
        attribution.is_some(),
        tense.as_ref(),
        anchor,
    ) {
        if let Some(when) = by_expression(analysis, &stated, tense.as_ref(), anchor) {
            return Some(when);
        }
    }
    let tense = tense?;
    Some(When {
        period: tense.period,
        from: None,
        to: None,
        rule: tense.rule,
        cues: tense.spans(analysis),
        tense: Some(tense.period),
    })
}

fn by_expression(
    analysis: &Analysis,
    stated: &Stated,
    tense: Option<&Tense>,
    anchor: Option<Date>,
) -> Option<When> {
    let own = tense.map(|tense| tense.period);
    let told = stated.period(own, anchor);
    let Stated { from, to, .. } = *stated;
    // "has been shut since March" lasts, "has risen since March" has happened.
    let lasts = stated.lasting && tense.is_some_and(|tense| tense.lasts);
    let period = told
        .or_else(|| lasts.then_some(Period::Present))
        .or(own)
        .or((from.is_some() || to.is_some()).then_some(Period::Present))?;
    let mut cues = stated.cues.clone();
    if told.is_none() {
        cues.extend(tense.into_iter().flat_map(|tense| tense.spans(analysis)));
    }
    Some(When {
        period,
        from,
        to,
        rule: "expression",
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
    if claim.clause != ClauseKind::Coordinated
        || claim
            .when
            .as_ref()
            .is_some_and(|own| own.rule == "expression")
    {
        return None;
    }
    let goes_on = |other: &&Claim| {
        Some(other.predicate) == claim.governor && other.attribution == claim.attribution
    };
    let theirs = claims.iter().find(goes_on)?.when.as_ref()?;
    let first = analysis
        .words
        .get(claim.governor?.min(claim.predicate))?
        .span;
    let in_front = theirs
        .cues
        .first()
        .is_some_and(|cue| cue.end <= first.start);
    let dated = theirs.rule == "expression" && in_front;
    match &claim.when {
        Some(own) => (dated && theirs.tense == own.tense).then(|| When {
            rule: "neighbour",
            ..theirs.clone()
        }),
        None if dated || theirs.rule != "expression" => Some(When {
            rule: "neighbour",
            ..theirs.clone()
        }),
        None => theirs.tense.map(|period| When {
            period,
            from: None,
            to: None,
            rule: "neighbour",
            ..theirs.clone()
        }),
    }
}

#[cfg(test)]
mod tests;
