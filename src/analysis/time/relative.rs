//! Times told from the date of writing or from a date named before: "last year", "on Tuesday night", "two days
//! later", "the quarter", "now".

use super::lexicon::{
    Unit, feast, month, number, ordinal, part_of_day, season, tens, unit, weekday,
};
use super::tense::Direction;
use super::{Found, Reader};
use crate::grammar::{Deprel, Feature, Upos};
use crate::terms::TimeType;
use jiff::Span;
use jiff::civil::{Date, Weekday};

/// Counts beyond which no date is meant.
const MOST: i64 = 9_000;

impl Reader<'_> {
    pub fn relative(&self, at: usize) -> Option<Found> {
        let again = || {
            self.again(at).map(|found| Found {
                names: false,
                ..found
            })
        };
        if let Some(found) = self.shifted(at).or_else(|| self.vague(at)).or_else(again) {
            return Some(found);
        }
        if let Some(day) = weekday(self.lower(at)) {
            return self.weekday(at, 1, day, None);
        }
        if self.lower(at) == "the" {
            if let Some(found) = self.definite(at) {
                return Some(found);
            }
        }
        self.deictic(at)
    }

    /// "last year", "next April", "this week", "last Thursday", "this morning".
    fn shifted(&self, at: usize) -> Option<Found> {
        let the = usize::from(self.lower(at) == "the");
        let shift = match self.lower(at + the) {
            "last" | "previous" => -1,
            "past" if the == 1 => -1,
            "next" | "coming" => 1,
            "this" | "current" => 0,
            _ => return None,
        };
        let counts_back = self.lower(at + the) == "previous" || the == 1 && shift == 1;
        if counts_back && self.lower(at + the) != "coming" {
            return self.shifted_reference(at, the, shift);
        }
        self.shifted_anchor(at, at + the + 1, the + 2, shift)
    }

    fn shifted_anchor(&self, at: usize, named: usize, length: usize, shift: i64) -> Option<Found> {
        let word = self.lower(named);
        let length = if word == "fiscal" || word == "calendar" {
            length + 1
        } else {
            length
        };
        let named = named + usize::from(word == "fiscal" || word == "calendar");
        let word = self.lower(named);
        if let Some(day) = weekday(word) {
            return self.weekday(at, length, day, Some(shift));
        }
        let year = |suffix: &str| {
            self.anchor.map_or_else(
                || format!("XXXX{suffix}"),
                |anchor| format!("{:04}{suffix}", i64::from(anchor.year()) + shift),
            )
        };
        if let Some(season) = season(word) {
            return Found::counted(length, self.shifted_season(season, shift));
        }
        // "This may help" tells no month.
        if let Some(month) = month(word).filter(|_| {
            !matches!(word, "may" | "march")
                || self.words[named].form.starts_with(char::is_uppercase)
        }) {
            let value = self.anchor.map_or_else(
                || format!("XXXX-{month:02}"),
                |anchor| {
                    let ahead = month > anchor.month();
                    let behind = month < anchor.month();
                    let year = i64::from(anchor.year())
                        + if shift == -1 && behind || shift == 1 && ahead {
                            0
                        } else {
                            shift
                        };
                    format!("{year:04}-{month:02}")
                },
            );
            return Found::counted(length, value);
        }
        if let Some(part) = part_of_day(word).filter(|_| shift == 0 || word == "night") {
            return Found::of(length, TimeType::Time, self.day_at(shift, part)).map(|found| {
                Found {
                    counted: true,
                    ..found
                }
            });
        }
        if let Some((words, day)) = feast([word, self.lower(named + 1), self.lower(named + 2)]) {
            let anchor = self.anchor?;
            let years = (-1..=1).filter_map(|by| day(anchor.year() + by));
            let date = if shift < 0 {
                years.filter(|date| *date < anchor).max()
            } else {
                years.filter(|date| *date >= anchor).min()
            };
            return Found::counted(length + words - 1, date?.to_string());
        }
        let value = match word {
            "year" => year(""),
            "weekend" => self
                .week(shift)
                .map(|week| format!("{week}-WE"))
                .unwrap_or("XXXX-WXX-WE".into()),
            "summit" => return None,
            _ => {
                let found = unit(word)
                    .filter(|unit| !unit.of_day && self.words[named].has(Feature::NumberSing))?;
                // "last day", "this day" are no dates.
                if found.letter == "D" {
                    return None;
                }
                self.away(found, shift, self.anchor)?
            }
        };
        Found::counted(length, value)
    }

    /// "the next day", "the previous year", "the following week": counted from the date named before.
    fn shifted_reference(&self, at: usize, the: usize, shift: i64) -> Option<Found> {
        let named = at + the + 1;
        let counted = unit(self.lower(named))
            .filter(|unit| !unit.of_day && self.words[named].has(Feature::NumberSing));
        let Some(found) = counted else {
            return self.shifted_anchor(at, named, the + 2, shift);
        };
        let reference = if found.letter == "D" {
            self.reference_day()
        } else {
            self.reference_day().or(self.anchor)
        };
        Found::counted(the + 2, self.away(found, shift, reference)?)
    }

    /// "recent years", "the coming months", "the future", "these days", "years ago".
    fn vague(&self, at: usize) -> Option<Found> {
        let the = usize::from(self.lower(at) == "the");
        let first = self.lower(at + the);
        let plural = unit(self.lower(at + the + 1))
            .filter(|_| self.words[at + the + 1].has(Feature::NumberPlur));
        match (first, plural) {
            ("recent", Some(_)) => return Found::date(the + 2, "PAST_REF"),
            ("coming", Some(_)) => return Found::date(the + 2, "FUTURE_REF"),
            ("these", Some(found)) if found.letter == "D" => return Found::date(2, "PRESENT_REF"),
            _ => {}
        }
        let noun = self
            .words
            .get(at + the)
            .is_some_and(|word| word.upos == Upos::Noun)
            && self
                .words
                .get(at + the + 1)
                .is_none_or(|next| next.upos != Upos::Noun);
        match first {
            "future" if noun && (the == 1 || self.words[at].deprel.base() != Deprel::Compound) => {
                Found::date(the + 1, "FUTURE_REF")
            }
            "past" if noun && the == 1 => Found::date(2, "PAST_REF"),
            _ if unit(first).is_some()
                && the == 0
                && self.lower(at + 1) == "ago"
                && self.words[at].has(Feature::NumberPlur) =>
            {
                Found::date(2, "PAST_REF")
            }
            _ => None,
        }
    }

    /// "a year earlier", "two days later", "year-ago", "four years from now", "a decade ago", "the same day".
    fn again(&self, at: usize) -> Option<Found> {
        let the = usize::from(
            matches!(self.lower(at), "the" | "that")
                && matches!(self.lower(at + 1), "same" | "following"),
        );
        if let ("that" | "same" | "following", Some(found)) =
            (self.lower(at + the), unit(self.lower(at + the + 1)))
        {
            if self.words[at + the + 1].has(Feature::NumberSing) && !found.of_day {
                let reference = self.reference_day()?;
                let shift = i64::from(self.lower(at + the) == "following");
                return Found::counted(the + 2, self.away(found, shift, Some(reference))?);
            }
        }
        // "the year-earlier quarter"
        if self.lower(at) == "year"
            && self.lower(at + 1) == "-"
            && matches!(self.lower(at + 2), "earlier" | "ago")
        {
            let value = self.year_before()?;
            let nth = usize::from(ordinal(self.lower(at + 3)).is_some());
            let more = if matches!(self.lower(at + 3 + nth), "quarter" | "period") {
                nth + 1
            } else {
                0
            };
            return Found::counted(3 + more, value);
        }
        let (count, words) = self.count(at)?;
        let found = unit(self.lower(at + words))?;
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
            return Found::date(length, if shift < 0 { "PAST_REF" } else { "FUTURE_REF" });
        };
        if found.of_day {
            return Found::counted(
                length,
                self.anchor
                    .map_or("PAST_REF".into(), |anchor| anchor.to_string()),
            );
        }
        if found.letter == "Y"
            && found.times == 1
            && count == 1
            && shift < 0
            && (!from_here || self.named.quarter.is_some())
        {
            return Found::counted(length, self.year_before()?);
        }
        let reference = if from_here {
            self.anchor
        } else {
            self.reference_day().or(self.anchor)
        };
        let value = self.away(found, shift * count.min(MOST), reference);
        Found::counted(
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

    /// A number of units: "two", "twenty-five", "a", "several" (no number), and the words it takes.
    pub fn count(&self, at: usize) -> Option<(Option<i64>, usize)> {
        let form = self.lower(at);
        let next = self.lower(at + 1);
        match (form, next) {
            ("a", "few") => return Some((None, 2)),
            ("a", "couple") => return Some((Some(2), 2 + usize::from(self.lower(at + 2) == "of"))),
            ("a", "dozen") => return Some((Some(12), 2)),
            ("a", "hundred") => return Some((Some(100), 2)),
            ("a", "thousand") => return Some((Some(1000), 2)),
            ("a" | "an" | "one", _) => return Some((Some(1), 1)),
            ("several" | "few" | "many" | "some", _) => return Some((None, 1)),
            _ => {}
        }
        let first = number(form)?;
        let (mut value, mut words) = (first, 1);
        let hyphen = usize::from(next == "-");
        if tens(form).is_some() {
            if let Some(ones) =
                number(self.lower(at + 1 + hyphen)).filter(|ones| (1..10).contains(ones))
            {
                value += ones;
                words += 1 + hyphen;
            }
        }
        match self.lower(at + words) {
            "hundred" => (value, words) = (value.saturating_mul(100), words + 1),
            "thousand" => (value, words) = (value.saturating_mul(1000), words + 1),
            "million" => (value, words) = (value.saturating_mul(1_000_000), words + 1),
            _ => {}
        }
        Some((Some(value), words))
    }

    /// "the quarter", "the latest quarter", "the weekend", "the week", "the day before yesterday".
    fn definite(&self, at: usize) -> Option<Found> {
        let latest = usize::from(matches!(self.lower(at + 1), "latest" | "full"));
        let named = at + 1 + latest;
        let clear = !matches!(self.lower(named + 1), "of" | "that" | "when" | "-")
            && self
                .words
                .get(named + 1)
                .is_none_or(|next| next.upos != Upos::Noun);
        match self.lower(named) {
            "day" if self.lower(named + 1) == "before" && self.lower(named + 2) == "yesterday" => {
                Found::counted(4, self.day_at(-2, ""))
            }
            "day" if self.lower(named + 1) == "after" && self.lower(named + 2) == "tomorrow" => {
                Found::counted(4, self.day_at(2, ""))
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
                Found::counted(2 + latest, value?)
            }
            "weekend" if clear => Found::counted(
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
                    && (latest == 1
                        || matches!(self.before(at, 1), "for" | "during" | "throughout")) =>
            {
                Found::counted(2 + latest, format!("{:04}", self.anchor?.year()))
            }
            _ => None,
        }
    }

    fn weekday(&self, at: usize, length: usize, day: Weekday, shift: Option<i64>) -> Option<Found> {
        if self.lower(at).ends_with("days") {
            let number = day.to_monday_one_offset();
            return Found::of(length, TimeType::Set, format!("XXXX-WXX-{number}"));
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
            return Found::of(length, time_type, format!("XXXX-XX-XX{part}"));
        };
        let direction = self.direction(at);
        let forward = shift.map_or(direction == Some(Direction::Future), |shift| shift > 0);
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
        let next = anchor.nth_weekday(1, day).ok().filter(|_| undecided);
        Found {
            counted: true,
            ..Found::of(length, time_type, format!("{date}{part}"))?
        }
        .or(next.map(|next| format!("{next}{part}")))
    }

    /// That day in the week of writing.
    fn day_of_week(&self, day: Weekday) -> Option<Date> {
        let anchor = self.anchor?;
        let ahead = i64::from(day.to_monday_zero_offset())
            - i64::from(anchor.weekday().to_monday_zero_offset());
        anchor.checked_add(Span::new().days(ahead)).ok()
    }

    /// A day some days from the date of writing, with a part of the day.
    fn day_at(&self, days: i64, part: &str) -> String {
        let date = self
            .anchor
            .and_then(|anchor| anchor.checked_add(Span::new().days(days)).ok());
        date.map_or_else(
            || format!("XXXX-XX-XX{part}"),
            |date| format!("{date}{part}"),
        )
    }

    fn week(&self, shift: i64) -> Option<String> {
        self.anchor?
            .checked_add(Span::new().weeks(shift))
            .ok()
            .map(iso_week)
    }

    fn shifted_season(&self, season: &str, shift: i64) -> String {
        let Some(anchor) = self.anchor else {
            return format!("XXXX-{season}");
        };
        // A winter has the year that it begins in: January is the thirteenth month of the year before.
        let (year, month) = match (season, anchor.month()) {
            ("WI", month @ ..3) => (anchor.year() - 1, month + 12),
            (_, month) => (anchor.year(), month),
        };
        let last = match season {
            "SP" => 5,
            "SU" => 8,
            "FA" => 11,
            _ => 14,
        };
        let over = month > last;
        let back = if shift == -1 && over || shift == 1 && !over {
            0
        } else {
            shift
        };
        format!("{:04}-{season}", i64::from(year) + back)
    }

    /// The day that a date named before began with, or the date of writing.
    fn reference_day(&self) -> Option<Date> {
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

    /// "yesterday", "tonight", "now".
    fn deictic(&self, at: usize) -> Option<Found> {
        let part = part_of_day(self.lower(at + 1))
            .filter(|_| !matches!(self.lower(at + 1), "noon" | "midnight"));
        let day = |shift: i64| {
            let (time_type, part, length) =
                part.map_or((TimeType::Date, "", 1), |part| (TimeType::Time, part, 2));
            Found::of(length, time_type, self.day_at(shift, part)).map(|found| Found {
                counted: true,
                ..found
            })
        };
        match self.lower(at) {
            // "Today most towns have one" is of no day.
            "today" => day(0)?.or(self.direction(at).is_none().then(|| "PRESENT_REF".into())),
            "yesterday" => day(-1),
            "tomorrow" if self.before(at, 1) != "of" => day(1),
            "tonight" => Found::of(1, TimeType::Time, self.day_at(0, "TNI")).map(|found| Found {
                counted: true,
                ..found
            }),
            "overnight" if self.words[at].upos == Upos::Adv => {
                Found::of(1, TimeType::Time, self.day_at(0, "TNI")).map(|found| Found {
                    counted: true,
                    ..found
                })
            }
            "current" if self.words[at].upos == Upos::Adj => Found::date(1, "PRESENT_REF"),
            "now" | "currently" | "nowadays" | "presently" => Found::date(1, "PRESENT_REF"),
            "recently" | "lately" => Found::date(1, "PAST_REF"),
            "soon"
                if !matches!(self.before(at, 1), "as" | "too" | "so")
                    && !matches!(self.lower(at + 1), "after" | "as") =>
            {
                Found::date(1, "FUTURE_REF")
            }
            _ => None,
        }
    }

    /// "Easter", "Thanksgiving Day", "Christmas Eve": the nearest that the tense allows.
    pub fn named_day(&self, at: usize) -> Option<Found> {
        let (length, day) = feast([self.lower(at), self.lower(at + 1), self.lower(at + 2)])?;
        let words = &self.words[at];
        if !words.form.starts_with(char::is_uppercase)
            && !matches!(words.lower.as_str(), "christmas" | "easter")
        {
            return None;
        }
        let eve = self.lower(at) == "new" && matches!(self.lower(at + 3), "eve" | "day");
        let length = length + usize::from(eve);
        if let Some(year) = self.year(at + length) {
            return Found::date(length + 1, day(year)?.to_string());
        }
        let Some(anchor) = self.anchor else {
            return Found::date(length, "XXXX-XX-XX");
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
        Found::counted(length, date.to_string())
    }
}

fn iso_week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}
