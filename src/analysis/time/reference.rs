//! Times told from a date named before: "the next day", "a year earlier", "two days later", "the quarter".

use super::lexicon::{Unit, ordinal, unit, weekday};
use super::relative::MOST;
use super::tense::Direction;
use super::{Expression, Tagger};
use crate::grammar::{Feature, Upos};
use jiff::Span;
use jiff::civil::Date;

impl Tagger<'_> {
    /// "a year earlier", "two days later", "year-ago", "four years from now", "a decade ago", "the same day".
    pub fn again(&self, at: usize) -> Option<Expression> {
        let the =
            usize::from(self.is(at, &["the", "that"]) && self.is(at + 1, &["same", "following"]));
        if let ("that" | "same" | "following", Some(counted_unit)) =
            (self.lower(at + the), unit(self.lower(at + the + 1)))
        {
            if self.words[at + the + 1].has(Feature::NumberSing) && !counted_unit.of_day {
                let reference = self.reference_day()?;
                let shift = i64::from(self.lower(at + the) == "following");
                return Expression::counted(
                    the + 2,
                    self.away(counted_unit, shift, Some(reference))?,
                );
            }
        }
        // "the year-earlier quarter"
        if self.lower(at) == "year"
            && self.lower(at + 1) == "-"
            && self.is(at + 2, &["earlier", "ago"])
        {
            let value = self.year_before()?;
            let nth = usize::from(ordinal(self.lower(at + 3)).is_some());
            let more = if self.is(at + 3 + nth, &["quarter", "period"]) {
                nth + 1
            } else {
                0
            };
            return Expression::counted(3 + more, value);
        }
        let (count, words) = self.count(at)?;
        let counted_unit = unit(self.lower(at + words))?;
        let behind = at + words + 1;
        let so = if self.lower(behind) == "or" && self.lower(behind + 1) == "so" {
            2
        } else {
            0
        };
        let (shift, from_here, more) = match (self.lower(behind + so), self.lower(behind + so + 1))
        {
            ("ago", _) => (-1, true, 1),
            ("from", "now") => (1, true, 2),
            ("'s" | "'", "time") => (1, true, 2),
            ("hence", _) => (1, true, 1),
            ("earlier" | "before", next)
                if self.lower(behind) == "earlier"
                    || self
                        .words
                        .get(behind + 1)
                        .is_none_or(|word| word.is_punctuation())
                    || next.is_empty() =>
            {
                (-1, false, 1)
            }
            ("later", _) => (1, false, 1),
            _ => return None,
        };
        let length = words + 1 + so + more;
        let Some(count) = count else {
            return Expression::date(length, if shift < 0 { "PAST_REF" } else { "FUTURE_REF" });
        };
        if counted_unit.of_day {
            return Expression::counted(
                length,
                self.anchor
                    .map_or("PAST_REF".into(), |anchor| anchor.to_string()),
            );
        }
        if counted_unit.letter == "Y"
            && counted_unit.times == 1
            && count == 1
            && shift < 0
            && (!from_here || self.named.quarter.is_some())
        {
            return Expression::counted(length, self.year_before()?);
        }
        let reference = if from_here {
            self.anchor
        } else {
            self.reference_day().or(self.anchor)
        };
        let value = self.away(counted_unit, shift * count.min(MOST), reference);
        Expression::counted(
            length,
            value.unwrap_or_else(|| if shift < 0 { "PAST_REF" } else { "FUTURE_REF" }.into()),
        )
    }

    /// A year before the quarter or date named last.
    fn year_before(&self) -> Option<String> {
        let last = self.named.quarter.as_ref().or(self.named.last.as_ref());
        let Some(last) = last else {
            return self
                .anchor
                .map(|anchor| format!("{:04}", anchor.year() - 1));
        };
        let (year, rest) = last.split_at_checked(4)?;
        let rest = if rest.contains('W') || rest.len() > 3 {
            ""
        } else {
            rest
        };
        Some(format!("{:04}{rest}", year.parse::<i16>().ok()? - 1))
    }

    /// "the quarter", "the latest quarter", "the weekend", "the week", "the day before yesterday".
    pub fn definite(&self, at: usize) -> Option<Expression> {
        let latest = usize::from(self.is(at + 1, &["latest", "full"]));
        let named = at + 1 + latest;
        let clear = !self.is(named + 1, &["of", "that", "when", "-"])
            && self
                .words
                .get(named + 1)
                .is_none_or(|next| next.upos != Upos::Noun);
        match self.lower(named) {
            "day" if self.lower(named + 1) == "before" && self.lower(named + 2) == "yesterday" => {
                Expression::counted(4, self.day_at(-2, ""))
            }
            "day" if self.lower(named + 1) == "after" && self.lower(named + 2) == "tomorrow" => {
                Expression::counted(4, self.day_at(2, ""))
            }
            "week" | "month" | "year"
                if latest == 0
                    && matches!(
                        (self.lower(named + 1), self.lower(named + 2)),
                        ("after", "next") | ("before", "last")
                    ) =>
            {
                let shift = if self.lower(named + 2) == "next" {
                    2
                } else {
                    -2
                };
                Expression::counted(4, self.away(unit(self.lower(named))?, shift, self.anchor)?)
            }
            "quarter" if clear => {
                let value = self.named.quarter.clone().or_else(|| {
                    let before = self.anchor?.checked_sub(Span::new().months(3)).ok()?;
                    Some(format!(
                        "{:04}-Q{}",
                        before.year(),
                        (before.month() - 1) / 3 + 1
                    ))
                });
                Expression::counted(2 + latest, value?)
            }
            "weekend" if clear => Expression::counted(
                2,
                format!(
                    "{}-WE",
                    self.week(if self.direction(at) == Some(Direction::Future) {
                        0
                    } else {
                        -1
                    })?
                ),
            ),
            "year"
                if clear
                    && (latest == 1 || self.is_before(at, 1, &["for", "during", "throughout"])) =>
            {
                Expression::counted(2 + latest, format!("{:04}", self.anchor?.year()))
            }
            _ => None,
        }
    }

    /// "the next day", "the previous year", "the following week": counted from the date named before.
    pub fn shifted_reference(&self, at: usize, the: usize, shift: i64) -> Option<Expression> {
        let named = at + the + 1;
        let counted = unit(self.lower(named))
            .filter(|unit| !unit.of_day && self.words[named].has(Feature::NumberSing));
        if let Some(date) = self.shifted_weekday(named, shift) {
            return Expression::counted(the + 2, date);
        }
        let Some(counted_unit) = counted else {
            return self.shifted_anchor(at, named, the + 2, shift);
        };
        let reference = if counted_unit.letter == "D" {
            self.reference_day()
        } else {
            self.reference_day().or(self.anchor)
        };
        Expression::counted(the + 2, self.away(counted_unit, shift, reference)?)
    }

    /// "the previous Thursday", counted from a day named before.
    fn shifted_weekday(&self, named: usize, shift: i64) -> Option<String> {
        let day = weekday(self.lower(named))?;
        let last = self.named.last.as_deref().filter(|last| last.len() == 10)?;
        let date: Date = last.parse().ok()?;
        Some(date.nth_weekday(shift as i32, day).ok()?.to_string())
    }

    /// The day that a date named before began with, or the date of writing.
    pub fn reference_day(&self) -> Option<Date> {
        let last = self.named.last.as_deref().unwrap_or("");
        let day = match last.len() {
            10.. => last.get(..10)?.parse().ok(),
            7 => format!("{last}-01").parse().ok(),
            4 => format!("{last}-01-01").parse().ok(),
            _ => None,
        };
        day.or(self.anchor)
    }

    /// A date some units from another, as fine as the unit.
    pub fn away(&self, unit: Unit, count: i64, from: Option<Date>) -> Option<String> {
        let Some(from) = from else {
            return Some(
                match unit.letter {
                    "Y" => "XXXX",
                    "M" => "XXXX-XX",
                    "W" => "XXXX-WXX",
                    _ => "XXXX-XX-XX",
                }
                .to_string(),
            );
        };
        if count.abs() > MOST {
            return None;
        }
        let year = i64::from(from.year());
        Some(match (unit.letter, unit.times) {
            ("Y", 100) => format!("{:02}", year / 100 + count),
            ("Y", 10) if count == 0 => format!("{:03}", year / 10),
            ("Y", times) => {
                let year = year + times * count;
                (1..9999).contains(&year).then(|| format!("{year:04}"))?
            }
            ("Q", _) => {
                let date = from.checked_add(Span::new().months(3 * count)).ok()?;
                format!("{:04}-Q{}", date.year(), (date.month() - 1) / 3 + 1)
            }
            ("M", _) => from
                .checked_add(Span::new().months(count))
                .ok()
                .map(|date| format!("{:04}-{:02}", date.year(), date.month()))?,
            ("W", times) => from
                .checked_add(Span::new().weeks(times * count))
                .ok()
                .map(iso_week)?,
            _ => from.checked_add(Span::new().days(count)).ok()?.to_string(),
        })
    }
}

pub(super) fn iso_week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}
