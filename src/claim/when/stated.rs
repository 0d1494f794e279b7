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

    /// Whether it has a first or a last day.
    pub fn is_dated(&self) -> bool {
        self.from.is_some() || self.to.is_some()
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
    let expressions: Vec<Expression> = analysis
        .times
        .iter()
        .filter_map(|time| expression(analysis, clause, time))
        .collect();
    let period = tense.map(|tense| tense.period);
    let context = Context {
        analysis,
        tense,
        anchor,
    };
    let mut close: Option<Stated> = None;
    let mut loose: Option<Stated> = None;
    let mut rest = expressions.iter().peekable();
    while let Some(expression) = rest.next() {
        let pair = rest.peek().and_then(|next| context.pair(expression, next));
        if pair.is_some() {
            rest.next();
        }
        let Some(stated) = pair.or_else(|| context.alone(expression)) else {
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

/// What expressions without a date say behind a preposition: "recently", "now", "from now", "soon".
const REFERENCES: [(&str, Leading, Period); 5] = [
    ("PAST_REF", Leading::At, Period::Past),
    ("PAST_REF", Leading::Since, Period::Past),
    ("PRESENT_REF", Leading::At, Period::Present),
    ("PRESENT_REF", Leading::From, Period::Future),
    ("FUTURE_REF", Leading::At, Period::Future),
];

/// Ends of the values of seasons.
const SEASONS: [&str; 4] = ["-SP", "-SU", "-FA", "-WI"];

/// A length of time that is counted from the date of writing.
#[derive(Debug, PartialEq)]
struct Counted {
    /// As TIMEX3 writes it: `P6M`.
    length: String,
    /// Whether it is counted forward.
    ahead: bool,
}

/// What expressions are read beside.
struct Context<'a> {
    analysis: &'a Analysis,
    tense: Option<&'a Tense>,
    anchor: Option<Date>,
}

impl Context<'_> {
    /// "from 2012 to 2015", "between May and July".
    fn pair(&self, first: &Expression, second: &Expression) -> Option<Stated> {
        let near = second.tokens.start <= first.tokens.end + BETWEEN;
        let joins = |forms: &[&str]| {
            let between = first.tokens.end..second.tokens.start;
            let mut words = self.analysis.words.get(between).unwrap_or_default().iter();
            let word = words.find(|word| !word.is_punctuation());
            word.is_some_and(|word| word.is(forms))
        };
        let joined = match (first.leading, second.leading) {
            (Leading::From, Leading::To | Leading::Until) | (Leading::At, Leading::To) => true,
            (Leading::Between, _) => joins(&["and"]),
            (Leading::From, _) => joins(&["to", "until", "through"]),
            _ => false,
        };
        if !near || !joined {
            return None;
        }
        let (from, _) = range::days(&first.time.value)?;
        let (_, to) = range::days(&second.time.value)?;
        (from <= to).then(|| Stated {
            from: Some(from),
            to: Some(to),
            lasting: false,
            cues: vec![first.span.cover(second.span)],
            hint: None,
        })
    }

    /// An expression that is no part of a pair.
    fn alone(&self, expression: &Expression) -> Option<Stated> {
        let reference = REFERENCES.iter().find(|(value, leading, _)| {
            *value == expression.time.value && *leading == expression.leading
        });
        let (from, to, hint) = if let Some((_, _, period)) = reference {
            (None, None, Some(*period))
        } else if let Some(counted) = self.counted(expression) {
            counted.days(self.anchor?)
        } else {
            self.days(expression)?
        };
        Some(Stated {
            from,
            to,
            lasting: expression.leading == Leading::Since || expression.preposition == "for",
            cues: vec![expression.span],
            hint,
        })
    }

    /// First and last day of a date behind its preposition, and the period that the preposition hints at.
    fn days(&self, expression: &Expression) -> Option<Days> {
        let (first, last) = self.edge(expression, range::days(&expression.time.value)?);
        let period = self.tense.map(|tense| tense.period);
        match expression.leading {
            // "Pipes burst in winter" speaks of all winters.
            Leading::At if self.is_any_season(expression) => None,
            Leading::At | Leading::Between => Some((Some(first), Some(last), None)),
            Leading::Since if self.anchor.is_some_and(|anchor| anchor < first) => None,
            Leading::Since => Some((Some(first), self.anchor, None)),
            // "rose from last year": what it is compared with.
            Leading::From if period == Some(Period::Past) => None,
            Leading::From => Some((Some(first), None, None)),
            Leading::By => Some((None, Some(last), Some(Period::Future))),
            Leading::Until => Some((None, Some(last), None)),
            Leading::Before => Some((None, first.yesterday().ok(), None)),
            Leading::After => Some((last.tomorrow().ok(), None, None)),
            Leading::To => None,
        }
    }

    /// The day that "the start of 2020" or "the end of the month" comes down to behind "by", "since", "until"; "at the end
    /// of the month" keeps the month.
    fn edge(&self, expression: &Expression, (first, last): (Date, Date)) -> (Date, Date) {
        let words = self.analysis.words.get(expression.tokens.clone());
        let has =
            |forms: &[&str]| words.is_some_and(|words| words.iter().any(|word| word.is(forms)));
        match expression.leading {
            Leading::At | Leading::Between => (first, last),
            _ if has(&["start", "beginning"]) => (first, first),
            _ if has(&["end"]) => (last, last),
            _ => (first, last),
        }
    }

    /// "in winter", in the present.
    fn is_any_season(&self, expression: &Expression) -> bool {
        let value = &expression.time.value;
        let present = |tense: &Tense| tense.period == Period::Present;
        SEASONS.iter().any(|season| value.ends_with(season))
            && expression.tokens.len() == 1
            && self.tense.is_some_and(present)
    }

    /// The length of time that an expression counts from the date of writing: "over the past year", "for three years".
    fn counted(&self, expression: &Expression) -> Option<Counted> {
        let behind = self.analysis.words.get(expression.tokens.end);
        // "the last years of his life" end with it.
        let of = behind.is_some_and(|next| next.is(&["of"]));
        if of || expression.leading != Leading::At {
            return None;
        }
        match expression.time.time_type {
            TimeType::Date => self.counted_unit(expression),
            TimeType::Duration => self.counted_length(expression),
            TimeType::Time | TimeType::Set => None,
        }
    }

    /// "over the past year", "over the last year": the one that ends now.
    fn counted_unit(&self, expression: &Expression) -> Option<Counted> {
        let words = self.analysis.words.get(expression.tokens.clone())?;
        let value = &expression.time.value;
        let length = match value.len() {
            4 if words.last()?.is(&["decade"]) => "P10Y",
            4 => "P1Y",
            7 if value.contains('Q') => "P1Q",
            7 => "P1M",
            8 => "P1W",
            _ => return None,
        };
        let counts = words.iter().any(|word| word.is(&["past"]))
            || words.first()?.is(&["the"]) && words.iter().any(|word| word.is(&["last"]));
        counts.then(|| Counted {
            length: length.to_string(),
            ahead: false,
        })
    }

    /// "the past six months", "for three years", "within two years".
    fn counted_length(&self, expression: &Expression) -> Option<Counted> {
        let words = self.analysis.words.get(expression.tokens.clone())?;
        let has = |forms: &[&str]| words.iter().any(|word| word.is(forms));
        let perfect = self.tense.is_some_and(|tense| tense.perfect);
        let future = self
            .tense
            .is_some_and(|tense| tense.period == Period::Future);
        let ahead = match expression.preposition {
            _ if has(&["first", "final", "following"]) => return None,
            _ if has(&["past", "last"]) => false,
            _ if has(&["next", "coming"]) => true,
            "for" | "in" | "over" | "" if perfect => false,
            "in" | "within" if future => true,
            _ => return None,
        };
        Some(Counted {
            length: expression.time.value.clone(),
            ahead,
        })
    }
}

/// First day, last day, and what is hinted at without them.
type Days = (Option<Date>, Option<Date>, Option<Period>);

impl Counted {
    /// The days from or up to the date of writing; an open end where the length is unknown.
    fn days(&self, anchor: Date) -> Days {
        let length = range::length(&self.length);
        if self.ahead {
            let end = length.and_then(|length| anchor.checked_add(length).ok());
            return (Some(anchor), end, Some(Period::Future));
        }
        let start = length.and_then(|length| anchor.checked_sub(length).ok());
        (start.filter(|day| day.year() > 0), Some(anchor), None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A day of November 2020, whose ninth is the date of writing.
    fn day(day: i8) -> Date {
        Date::constant(2020, 11, day)
    }

    fn of_days(from: Option<i8>, to: Option<i8>, hint: Option<Period>) -> Stated {
        Stated {
            from: from.map(day),
            to: to.map(day),
            lasting: false,
            cues: vec![ByteSpan::new(0, 1)],
            hint,
        }
    }

    const PAST: Option<Period> = Some(Period::Past);
    const PRESENT: Option<Period> = Some(Period::Present);
    const FUTURE: Option<Period> = Some(Period::Future);

    #[test]
    fn days_before_or_after_the_date_of_writing_tell_the_period() {
        let anchor = Some(day(9));
        for (from, to, expected) in [
            (Some(1), Some(8), PAST),
            (Some(1), Some(9), None),
            (Some(9), Some(20), None),
            (Some(10), Some(20), FUTURE),
            (None, Some(8), PAST),
            (Some(10), None, FUTURE),
            (None, None, None),
        ] {
            let stated = of_days(from, to, None);
            assert_eq!(stated.period(PRESENT, anchor), expected, "{from:?} {to:?}");
            assert_eq!(stated.period(PRESENT, None), None);
            assert_eq!(stated.is_dated(), from.is_some() || to.is_some());
        }
        // The days go before the hint.
        assert_eq!(of_days(None, Some(8), FUTURE).period(None, anchor), PAST);
    }

    #[test]
    fn a_hint_counts_where_the_tense_allows_it() {
        for (hint, tense, expected) in [
            (PAST, PAST, PAST),
            (PAST, PRESENT, PAST),
            (PAST, FUTURE, None),
            (PRESENT, PAST, None),
            (PRESENT, None, PRESENT),
            (PRESENT, PRESENT, PRESENT),
            (PRESENT, FUTURE, None),
            (FUTURE, PAST, None),
            (FUTURE, PRESENT, FUTURE),
            (FUTURE, FUTURE, FUTURE),
        ] {
            let stated = of_days(None, None, hint);
            assert_eq!(stated.period(tense, None), expected, "{hint:?} {tense:?}");
        }
    }

    #[test]
    fn what_may_belong_to_a_noun_has_to_go_with_the_tense() {
        let anchor = Some(day(9));
        let past = of_days(Some(1), Some(2), None);
        let future = of_days(Some(20), Some(21), None);
        let now = of_days(Some(9), Some(9), None);
        for loose in [true, false] {
            assert!(past.agrees(PAST, anchor, loose) && past.agrees(None, anchor, loose));
            assert!(!past.agrees(PRESENT, anchor, loose) && !past.agrees(FUTURE, anchor, loose));
            assert!(future.agrees(FUTURE, anchor, loose) && future.agrees(PRESENT, anchor, loose));
            assert!(now.agrees(PAST, anchor, loose) && now.agrees(FUTURE, anchor, loose));
        }
        assert!(future.agrees(PAST, anchor, false) && !future.agrees(PAST, anchor, true));
    }

    #[test]
    fn two_dates_are_the_narrower_one_or_both_ends() {
        let joined = |first: (i8, i8), second: (i8, i8)| {
            let first = of_days(Some(first.0), Some(first.1), None);
            let joined = first.with(of_days(Some(second.0), Some(second.1), None));
            assert_eq!(joined.cues.len(), 2);
            (joined.from.unwrap().day(), joined.to.unwrap().day())
        };
        assert_eq!(joined((1, 9), (3, 4)), (3, 4));
        assert_eq!(joined((3, 4), (1, 9)), (3, 4));
        assert_eq!(joined((1, 9), (1, 4)), (1, 4));
        assert_eq!(joined((1, 9), (3, 9)), (3, 9));
        assert_eq!(joined((1, 4), (1, 9)), (1, 4));
        assert_eq!(joined((3, 9), (1, 9)), (3, 9));
        assert_eq!(joined((1, 2), (5, 6)), (1, 6));
        assert_eq!(joined((5, 6), (1, 2)), (1, 6));
        assert_eq!(joined((1, 5), (3, 9)), (1, 9));
        assert_eq!(joined((3, 9), (1, 5)), (1, 9));
    }

    #[test]
    fn a_date_goes_before_what_has_none() {
        let dated = of_days(None, Some(5), None);
        let vague = of_days(None, None, PAST);
        assert!(dated.clone().with(vague.clone()).is_dated());
        assert!(vague.clone().with(dated.clone()).is_dated());
        // Of two with an open end the first counts.
        let other = of_days(Some(7), None, None);
        assert_eq!(dated.clone().with(other).to, dated.to);
        let soon = of_days(None, None, FUTURE);
        assert_eq!(vague.with(soon).hint, PAST);
    }

    #[test]
    fn lengths_of_time_are_counted_from_the_date_of_writing() {
        let days = |length: &str, ahead: bool| {
            let counted = Counted {
                length: length.to_string(),
                ahead,
            };
            counted.days(day(9))
        };
        assert_eq!(days("P1W", false), (Some(day(2)), Some(day(9)), None));
        assert_eq!(days("P1W", true), (Some(day(9)), Some(day(16)), FUTURE));
        assert_eq!(days("PXY", false), (None, Some(day(9)), None));
        assert_eq!(days("PXY", true), (Some(day(9)), None, FUTURE));
        // Before our era there is no first day.
        assert_eq!(days("P2020Y", false), (None, Some(day(9)), None));
        assert_eq!(days("P2019Y", false).0.map(Date::year), Some(1));
    }
}
