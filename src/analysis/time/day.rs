//! Days told from the date of writing: "on Tuesday night", "yesterday", "now", "Easter".

use super::lexicon::{feast, part_of_day};
use super::reference::iso_week;
use super::tense::Direction;
use super::{Expression, Tagger};
use crate::grammar::Upos;
use crate::terms::TimeType;
use jiff::Span;
use jiff::civil::{Date, Weekday};

impl Tagger<'_> {
    pub fn weekday(
        &self,
        at: usize,
        length: usize,
        day: Weekday,
        shift: Option<i64>,
    ) -> Option<Expression> {
        if self.lower(at).ends_with("days") {
            let number = day.to_monday_one_offset();
            return Expression::new(length, TimeType::Set, format!("XXXX-WXX-{number}"));
        }
        let part = part_of_day(self.lower(at + length));
        let length = length + usize::from(part.is_some());
        let time_type = if part.is_some() {
            TimeType::Time
        } else {
            TimeType::Date
        };
        let part = part.unwrap_or("");
        let Some(anchor) = self.anchor else {
            return Expression::new(length, time_type, format!("XXXX-XX-XX{part}"));
        };
        let direction = self.direction(at);
        let scheduled = direction.is_none() && self.is_scheduled(at);
        let ahead = direction == Some(Direction::Future) || scheduled;
        let forward = shift.map_or(ahead, |shift| shift > 0);
        let today = anchor.weekday() == day && shift != Some(-1) && shift != Some(1);
        let date = if today {
            anchor
        } else {
            anchor.nth_weekday(if forward { 1 } else { -1 }, day).ok()?
        };
        let date = if shift == Some(0) && !today {
            self.day_of_week(day).unwrap_or(date)
        } else {
            date
        };
        let undecided = shift.is_none() && direction.is_none() && !today;
        let other = if scheduled { -1 } else { 1 };
        let other = anchor.nth_weekday(other, day).ok().filter(|_| undecided);
        Expression {
            counted: true,
            ..Expression::new(length, time_type, format!("{date}{part}"))?
        }
        .or(other.map(|other| format!("{other}{part}")))
    }

    /// That day in the week of writing.
    fn day_of_week(&self, day: Weekday) -> Option<Date> {
        let anchor = self.anchor?;
        let ahead = i64::from(day.to_monday_zero_offset())
            - i64::from(anchor.weekday().to_monday_zero_offset());
        anchor.checked_add(Span::new().days(ahead)).ok()
    }

    /// A day some days from the date of writing, with a part of the day.
    pub fn day_at(&self, days: i64, part: &str) -> String {
        let date = self
            .anchor
            .and_then(|anchor| anchor.checked_add(Span::new().days(days)).ok());
        date.map_or_else(
            || format!("XXXX-XX-XX{part}"),
            |date| format!("{date}{part}"),
        )
    }

    pub fn week(&self, shift: i64) -> Option<String> {
        self.anchor?
            .checked_add(Span::new().weeks(shift))
            .ok()
            .map(iso_week)
    }

    /// "yesterday", "tonight", "now".
    pub fn deictic(&self, at: usize) -> Option<Expression> {
        let part =
            part_of_day(self.lower(at + 1)).filter(|_| !self.is(at + 1, &["noon", "midnight"]));
        let day = |shift: i64| {
            let (time_type, part, length) =
                part.map_or((TimeType::Date, "", 1), |part| (TimeType::Time, part, 2));
            Expression::new(length, time_type, self.day_at(shift, part)).map(|expression| {
                Expression {
                    counted: true,
                    ..expression
                }
            })
        };
        match self.lower(at) {
            // "Today most towns have one" is of no day.
            "today" => day(0)?.or(self.direction(at).is_none().then(|| "PRESENT_REF".into())),
            "yesterday" => day(-1),
            "tomorrow" if self.before(at, 1) != "of" => day(1),
            "tonight" => {
                Expression::new(1, TimeType::Time, self.day_at(0, "TNI")).map(|expression| {
                    Expression {
                        counted: true,
                        ..expression
                    }
                })
            }
            "overnight" if self.words[at].upos == Upos::Adv => {
                Expression::new(1, TimeType::Time, self.day_at(0, "TNI")).map(|expression| {
                    Expression {
                        counted: true,
                        ..expression
                    }
                })
            }
            "current" if self.words[at].upos == Upos::Adj => Expression::date(1, "PRESENT_REF"),
            "now" | "currently" | "nowadays" | "presently" => Expression::date(1, "PRESENT_REF"),
            "recently" | "lately" => Expression::date(1, "PAST_REF"),
            "soon"
                if !self.is_before(at, 1, &["as", "too", "so"])
                    && !self.is(at + 1, &["after", "as"]) =>
            {
                Expression::date(1, "FUTURE_REF")
            }
            _ => None,
        }
    }

    /// "Easter", "Thanksgiving Day", "Christmas Eve": the nearest that the tense allows.
    pub fn named_day(&self, at: usize) -> Option<Expression> {
        let (length, day) = feast([self.lower(at), self.lower(at + 1), self.lower(at + 2)])?;
        let words = &self.words[at];
        if !words.form.starts_with(char::is_uppercase) && !words.is(&["christmas", "easter"]) {
            return None;
        }
        let eve = self.lower(at) == "new" && self.is(at + 3, &["eve", "day"]);
        let length = length + usize::from(eve);
        if let Some(year) = self.year(at + length) {
            return Expression::date(length + 1, day(year)?.to_string());
        }
        let Some(anchor) = self.anchor else {
            return Expression::date(length, "XXXX-XX-XX");
        };
        let direction = self.direction(at);
        let candidates = (-1..=1).filter_map(|shift| day(anchor.year() + shift));
        let fits = |date: &Date| match direction {
            Some(Direction::Past) => *date <= anchor,
            Some(Direction::Future) => *date >= anchor,
            None => true,
        };
        let date = candidates.filter(fits).min_by_key(|date| {
            anchor
                .until(*date)
                .map_or(i32::MAX, |span| span.get_days().abs())
        })?;
        let date = if eve && self.lower(at + 3) == "eve" {
            date.yesterday().ok()?
        } else {
            date
        };
        Expression::counted(length, date.to_string())
    }
}
