//! Times of the day: "10:20", "6 o'clock", "8 pm", "ten past six", "noon".

use super::lexicon::{number, part_of_day};
use super::{Expression, Tagger};
use crate::terms::TimeType;

/// How far around a clock time the words are searched for the part of the day: keeps the work linear.
const REACH: usize = 40;

/// Parts of the day after noon: "at the evening show, which begins at 8".
const LATE_PARTS: [&str; 4] = ["evening", "afternoon", "night", "tonight"];

impl Tagger<'_> {
    /// Values begin with `T`; the day is added where expressions are joined.
    pub fn clock(&self, at: usize) -> Option<Expression> {
        let form = self.lower(at);
        let hour_of = |at: usize| number(self.lower(at)).filter(|hour| (0..=24).contains(hour));
        let time = |length, hour: i64, minute: i64| {
            Expression::new(length, TimeType::Time, format!("T{hour:02}:{minute:02}"))
        };
        if let Some((hour, minute)) = form.split_once(':') {
            if let (Ok(hour), Ok(minute)) = (hour.parse::<i64>(), minute.parse::<i64>()) {
                if (0..25).contains(&hour) && (0..60).contains(&minute) {
                    let half = usize::from(half_of_day(self.lower(at + 1)).is_some());
                    return time(1 + half, self.late(hour, at + 1), minute);
                }
            }
        }
        // "Noon" alone is a time; "in the morning" needs its article, and "a night" is a length.
        if self.is(at, &["noon", "midnight", "midday"]) {
            let value = part_of_day(form)?;
            return Expression::new(1, TimeType::Time, value);
        }
        if let (Some(minutes), "past", Some(hour)) = (
            number(form).filter(|minutes| (1..60).contains(minutes)),
            self.lower(at + 1),
            hour_of(at + 2),
        ) {
            return time(3, self.late(hour, at + 3), minutes);
        }
        if let ("half", "past", Some(hour)) = (form, self.lower(at + 1), hour_of(at + 2)) {
            return time(3, self.late(hour, at + 3), 30);
        }
        let hour = hour_of(at)?;
        if half_of_day(self.lower(at + 1)).is_some() || self.lower(at + 1) == "o'clock" {
            return time(2, self.late(hour, at + 1), 0);
        }
        let in_the = self.lower(at + 1) == "in"
            && self.lower(at + 2) == "the"
            && self.is(at + 3, &["morning", "evening", "afternoon"]);
        (in_the && self.before(at, 1) == "at").then(|| {
            let hour = if self.lower(at + 3) == "morning" {
                hour
            } else {
                hour % 12 + 12
            };
            time(4, hour, 0)
        })?
    }

    /// The hour of twenty-four, by "pm" at `at` or the part of the day that is spoken of.
    fn late(&self, hour: i64, at: usize) -> i64 {
        match half_of_day(self.lower(at)) {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            Some(_) => hour,
            None => {
                let first = at.saturating_sub(REACH);
                let near = self.words.iter().skip(first).take(at - first + REACH);
                let evening = near.into_iter().any(|word| word.is(&LATE_PARTS));
                if evening && hour < 12 {
                    hour + 12
                } else {
                    hour
                }
            }
        }
    }
}

/// Whether a word is "p.m." (or "a.m.").
fn half_of_day(lower: &str) -> Option<bool> {
    match lower.replace('.', "").as_str() {
        "am" => Some(false),
        "pm" => Some(true),
        _ => None,
    }
}
