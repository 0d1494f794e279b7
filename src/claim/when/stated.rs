//! The days that a claim's words state for its own predicate.
//!
//! Decided on the values of the expressions that hang on the predicate, their prepositions, the tense and the date of
//! writing.

use super::expression::{Expression, Leading, expression};
use super::tense::Tense;
use crate::analysis::Analysis;
use crate::analysis::time::range;
use crate::claim::clause::Clause;
use crate::span::ByteSpan;
use crate::terms::{Period, TimeType};
use jiff::civil::Date;

/// How many words may lie between "from 2012" and "to 2015".
const BETWEEN: usize = 3;

/// What is stated.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    /// First day, `None` at an open end.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Whether it says how long something has lasted by now: "since March", "for three years".
    pub lasting: bool,
    /// The expressions with their prepositions, in order.
    pub cues: Vec<ByteSpan>,
    /// What the expression says without a date ("soon"), or of a date that is not reached: "by 2030".
    hint: Option<Period>,
}

impl Stated {
    /// Where it lies from the date of writing, as far as the verb's tense allows; `None` where only the verb can tell.
    pub fn period(&self, tense: Option<Period>, anchor: Option<Date>) -> Option<Period> {
        let anchored = anchor.and_then(|anchor| match () {
            _ if self.to.is_some_and(|to| to < anchor) => Some(Period::Past),
            _ if self.from.is_some_and(|from| from > anchor) => Some(Period::Future),
            _ => None,
        });
        // "soon became", "was now empty": a story, told from where it stands.
        let fits = |hint: &Period| match hint {
            Period::Past => tense != Some(Period::Future),
            Period::Present => matches!(tense, None | Some(Period::Present)),
            Period::Future => tense != Some(Period::Past),
        };
        anchored.or_else(|| self.hint.filter(fits))
    }

    /// Whether an expression that may belong to a noun goes with the tense: "remembers the war in 2003" is present. `loose`:
    /// whether it hangs on that noun, or only stands behind the verb.
    fn agrees(&self, tense: Option<Period>, anchor: Option<Date>, loose: bool) -> bool {
        match self.period(None, anchor) {
            Some(Period::Past) => !matches!(tense, Some(Period::Present | Period::Future)),
            Some(Period::Future) => !loose || tense != Some(Period::Past),
            _ => true,
        }
    }

    fn is_dated(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// Both together: the narrower of two where one lies in the other ("on Tuesday this week"), else from the first to the
    /// last day ("in 2012 and 2015").
    fn with(self, other: Stated) -> Stated {
        let (Some(from), Some(to), Some(other_from), Some(other_to)) =
            (self.from, self.to, other.from, other.to)
        else {
            return if self.is_dated() || !other.is_dated() {
                self
            } else {
                other
            };
        };
        let cues = [self.cues.clone(), other.cues.clone()].concat();
        match () {
            _ if other_from >= from && other_to <= to => Stated { cues, ..other },
            _ if from >= other_from && to <= other_to => Stated { cues, ..self },
            _ => Stated {
                from: Some(from.min(other_from)),
                to: Some(to.max(other_to)),
                cues,
                ..self
            },
        }
    }
}

/// What the claim's words state for its predicate; `None` where they state nothing.
pub(super) fn stated(
    analysis: &Analysis,
    clause: &Clause,
    attributed: bool,
    tense: Option<&Tense>,
    anchor: Option<Date>,
) -> Option<Stated> {
    let found: Vec<Expression> = analysis
        .times
        .iter()
        .filter_map(|time| expression(analysis, clause, time))
        .collect();
    let period = tense.map(|tense| tense.period);
    let reader = Reader {
        analysis,
        tense,
        anchor,
    };
    let mut close: Option<Stated> = None;
    let mut loose: Option<Stated> = None;
    let mut rest = found.iter().peekable();
    while let Some(expression) = rest.next() {
        let pair = rest.peek().and_then(|next| reader.pair(expression, next));
        if pair.is_some() {
            rest.next();
        }
        let Some(stated) = pair.or_else(|| reader.alone(expression)) else {
            continue;
        };
        let slot = if expression.loose {
            &mut loose
        } else {
            &mut close
        };
        // What the predicate's own complement says without a date is of the complement: "the glow of the near future".
        let vague = expression.loose && !stated.is_dated();
        // What a source foresees does not lie behind: "said on Monday that there would be no vote" at times has its Monday.
        let checked = expression.loose
            || expression.tokens.start > clause.predicate
            || attributed && period == Some(Period::Future);
        if !vague && (!checked || stated.agrees(period, anchor, expression.loose)) {
            *slot = Some(match slot.take() {
                Some(before) => before.with(stated),
                None => stated,
            });
        }
    }
    match (close, loose) {
        (Some(close), Some(loose)) if !close.is_dated() && loose.is_dated() => Some(loose),
        (close, loose) => close.or(loose),
    }
}

/// What expressions mean beside a tense and a date of writing.
struct Reader<'a> {
    analysis: &'a Analysis,
    tense: Option<&'a Tense>,
    anchor: Option<Date>,
}

impl Reader<'_> {
    /// "from 2012 to 2015", "between May and July".
    fn pair(&self, first: &Expression, second: &Expression) -> Option<Stated> {
        let near = second.tokens.start <= first.tokens.end + BETWEEN;
        let between = || {
            self.analysis
                .words
                .get(first.tokens.end..second.tokens.start)?
                .iter()
                .find(|word| !word.is_punctuation())
        };
        let joined = match (first.leading, second.leading) {
            (Leading::From, Leading::To | Leading::Until) | (Leading::At, Leading::To) => true,
            (Leading::Between, _) => between().is_some_and(|word| word.lower == "and"),
            (Leading::From, _) => between()
                .is_some_and(|word| matches!(word.lower.as_str(), "to" | "until" | "through")),
            _ => false,
        };
        if !near || !joined {
            return None;
        }
        let ((from, _), (_, to)) = (
            range::days(&first.time.value)?,
            range::days(&second.time.value)?,
        );
        (from <= to).then(|| Stated {
            from: Some(from),
            to: Some(to),
            lasting: false,
            cues: vec![first.span.cover(second.span)],
            hint: None,
        })
    }

    fn alone(&self, expression: &Expression) -> Option<Stated> {
        let lasting = expression.leading == Leading::Since || expression.preposition == "for";
        let stated = |from, to, hint| {
            Some(Stated {
                from,
                to,
                lasting,
                hint,
                cues: vec![expression.span],
            })
        };
        let time = expression.time;
        match (time.value.as_str(), expression.leading) {
            ("PAST_REF", Leading::At | Leading::Since) => {
                return stated(None, None, Some(Period::Past));
            }
            ("PRESENT_REF", Leading::At) => return stated(None, None, Some(Period::Present)),
            ("PRESENT_REF", Leading::From) | ("FUTURE_REF", Leading::At) => {
                return stated(None, None, Some(Period::Future));
            }
            _ => {}
        }
        if let Some((value, forward)) = self.counted(expression) {
            let anchor = self.anchor?;
            let span = range::length(&value);
            return match forward {
                true => stated(
                    Some(anchor),
                    span.and_then(|span| anchor.checked_add(span).ok()),
                    Some(Period::Future),
                ),
                false => stated(
                    span.and_then(|span| anchor.checked_sub(span).ok())
                        .filter(|day| day.year() > 0),
                    Some(anchor),
                    None,
                ),
            };
        }
        let (first, last) = range::days(&time.value)?;
        let period = self.tense.map(|tense| tense.period);
        match expression.leading {
            // "Pipes burst in winter" speaks of all winters.
            Leading::At if self.is_any_season(expression) => None,
            Leading::At | Leading::Between => stated(Some(first), Some(last), None),
            Leading::Since if self.anchor.is_some_and(|anchor| anchor < first) => None,
            Leading::Since => stated(Some(first), self.anchor, None),
            // "rose from last year": what it is compared with.
            Leading::From if period == Some(Period::Past) => None,
            Leading::From => stated(Some(first), None, None),
            Leading::By => stated(None, Some(last), Some(Period::Future)),
            Leading::Until => stated(None, Some(last), None),
            Leading::Before => stated(None, first.yesterday().ok(), None),
            Leading::After => stated(last.tomorrow().ok(), None, None),
            Leading::To => None,
        }
    }

    fn is_any_season(&self, expression: &Expression) -> bool {
        let season = ["-SP", "-SU", "-FA", "-WI"]
            .iter()
            .any(|season| expression.time.value.ends_with(season));
        season
            && expression.tokens.len() == 1
            && self
                .tense
                .is_some_and(|tense| tense.period == Period::Present)
    }

    /// The length of time that an expression counts from the date of writing, and whether it counts forward.
    fn counted(&self, expression: &Expression) -> Option<(String, bool)> {
        let words = self.analysis.words.get(expression.tokens.clone())?;
        let has = |forms: &[&str]| {
            words
                .iter()
                .any(|word| forms.contains(&word.lower.as_str()))
        };
        let value = expression.time.value.as_str();
        if expression.leading != Leading::At {
            return None;
        }
        // "the last years of his life" end with it.
        let of = self
            .analysis
            .words
            .get(expression.tokens.end)
            .is_some_and(|next| next.lower == "of");
        if expression.time.time_type == TimeType::Date {
            // "over the past year", "over the last year": the one that ends now.
            let unit = match value.len() {
                4 => "P1Y",
                7 if value.contains('Q') => "P1Q",
                7 => "P1M",
                8 => "P1W",
                _ => return None,
            };
            let unit = if words.last()?.lower == "decade" {
                "P10Y"
            } else {
                unit
            };
            let counts = has(&["past"]) || words.first()?.lower == "the" && has(&["last"]);
            return (counts && !of).then(|| (unit.to_string(), false));
        }
        if expression.time.time_type != TimeType::Duration
            || of
            || has(&["first", "final", "following"])
        {
            return None;
        }
        let tense = self.tense;
        let forward = match expression.preposition {
            _ if has(&["past", "last"]) => false,
            _ if has(&["next", "coming"]) => true,
            "for" | "in" | "over" | "" if tense.is_some_and(|tense| tense.perfect) => false,
            "in" | "within" if tense.is_some_and(|tense| tense.period == Period::Future) => true,
            _ => return None,
        };
        Some((value.to_string(), forward))
    }
}
