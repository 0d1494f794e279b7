//! Temporal expressions and their TIMEX3 values (TimeML 1.2.1).
//!
//! Decided by patterns over words, the date of writing and the tense around the expression: "on Tuesday" in the past
//! is the last one. Without a date of writing, values stay underspecified (`XXXX-06-30`). Known to go wrong on dates
//! that count from another event ("two days after the vote") and on numbers that are years by chance.

use super::Word;
use crate::report::TimeType;
use crate::span::ByteSpan;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A temporal expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// Place in the article's text.
    pub span: ByteSpan,
    /// DATE, TIME, DURATION or SET.
    pub time_type: TimeType,
    /// Normalised value, such as `2021-01-20`, `P6M`, `PAST_REF`.
    pub value: String,
    /// The date (`YYYY-MM-DD`) that the value was counted from, where it was.
    pub anchor: Option<String>,
}

/// Finds the temporal expressions of all sentences. `anchor` (`YYYY-MM-DD`) is the date of writing.
pub fn find_all(analyses: &mut [super::Analysis], anchor: Option<&str>) {
    for analysis in analyses {
        analysis.times = find(&analysis.words, anchor);
    }
}

/// Finds the temporal expressions of a sentence, in order and without overlap. Linear in its words.
fn find(words: &[Word], anchor: Option<&str>) -> Vec<Time> {
    let anchor = anchor.and_then(|anchor| anchor.parse::<Date>().ok());
    let reader = Reader { words, anchor };
    let mut times = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match reader.expression(at) {
            Some(found) if found.length > 0 => {
                let last = (at + found.length - 1).min(words.len() - 1);
                times.push(Time {
                    span: words[at].span.cover(words[last].span),
                    time_type: found.time_type,
                    value: found.value,
                    anchor: anchor.filter(|_| found.counted).map(|anchor| anchor.to_string()),
                });
                at = last + 1;
            }
            _ => at += 1,
        }
    }
    times
}

/// What stands at a word.
struct Found {
    length: usize,
    time_type: TimeType,
    value: String,
    /// Whether the value was counted from the date of writing.
    counted: bool,
}

impl Found {
    fn date(length: usize, value: impl Into<String>) -> Option<Found> {
        Some(Found { length, time_type: TimeType::Date, value: value.into(), counted: false })
    }

    fn counted(length: usize, value: impl Into<String>) -> Option<Found> {
        Some(Found { length, time_type: TimeType::Date, value: value.into(), counted: true })
    }

    fn of(length: usize, time_type: TimeType, value: impl Into<String>) -> Option<Found> {
        Some(Found { length, time_type, value: value.into(), counted: false })
    }
}

/// Where an expression lies from the date of writing.
#[derive(Clone, Copy, PartialEq)]
enum Direction {
    Past,
    Future,
}

struct Reader<'a> {
    words: &'a [Word],
    anchor: Option<Date>,
}

const NUMBERS: [&str; 21] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
];

const TENS: [(&str, i64); 8] = [
    ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
];

/// Units of time with their designator and whether they are parts of a day.
const UNITS: [(&str, &str, bool); 10] = [
    ("second", "S", true), ("minute", "M", true), ("hour", "H", true), ("day", "D", false), ("week", "W", false),
    ("fortnight", "2W", false), ("month", "M", false), ("year", "Y", false), ("decade", "0Y", false), ("century", "00Y", false),
];

/// A whole number in digits or words.
pub(super) fn number(lower: &str) -> Option<i64> {
    let plain = lower.replace(',', "");
    if let Ok(number) = plain.parse::<i64>() {
        return Some(number);
    }
    let small = |word: &str| NUMBERS.iter().position(|name| *name == word).map(|index| index as i64);
    small(lower).or_else(|| TENS.iter().find(|(name, _)| *name == lower).map(|&(_, tens)| tens)).or_else(|| {
        let (tens, ones) = lower.split_once('-')?;
        Some(TENS.iter().find(|(name, _)| *name == tens)?.1 + small(ones)?)
    })
}

fn month(lower: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];
    let bare = lower.trim_end_matches('.');
    let fits = |month: &&str| **month == *bare || bare == "sept" && **month == *"september" || bare.len() == 3 && lower.ends_with('.') && month.starts_with(bare);
    MONTHS.iter().position(fits).map(|index| index as i8 + 1)
}

fn weekday(lower: &str) -> Option<Weekday> {
    Some(match lower {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

fn season(lower: &str) -> Option<&'static str> {
    Some(match lower {
        "spring" => "SP",
        "summer" => "SU",
        "autumn" => "FA",
        "winter" => "WI",
        _ => return None,
    })
}

/// Easter Sunday of a year (Meeus, Jones and Butcher's algorithm).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year as i16, month as i8, day as i8).ok()
}

/// How many words away a word may tell something of an expression: keeps the work linear in endless sentences.
const REACH: usize = 128;

impl Reader<'_> {
    /// The words near one, with their places.
    fn near(&self, at: usize) -> impl Iterator<Item = (usize, &Word)> {
        let first = at.saturating_sub(REACH);
        self.words.iter().enumerate().skip(first).take(at - first + REACH)
    }

    fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.lower)
    }

    fn expression(&self, at: usize) -> Option<Found> {
        self.calendar(at)
            .or_else(|| self.relative(at))
            .or_else(|| self.clock(at))
            .or_else(|| self.counted(at))
            .or_else(|| self.named(at))
    }

    /// Past or future, by the nearest verb that tells; the past where none does.
    fn direction(&self, at: usize) -> Direction {
        let nearest = |test: &dyn Fn(&Word) -> bool| {
            let fitting = self.near(at).filter(|(_, word)| test(word));
            fitting.map(|(index, _)| index.abs_diff(at)).min().unwrap_or(usize::MAX)
        };
        let future = nearest(&|word| matches!(word.lower.as_str(), "will" | "'ll" | "would" | "shall" | "could" | "may" | "might"));
        let past = nearest(&|word| word.has("Tense=Past") && matches!(word.upos.as_str(), "VERB" | "AUX"));
        let hedged = nearest(&|word| matches!(word.lower.as_str(), "before" | "by" | "until" | "unlikely" | "expected"));
        let ahead = if past == usize::MAX { future.min(hedged) } else { future };
        if ahead < past { Direction::Future } else { Direction::Past }
    }

    fn year(&self, at: usize) -> Option<i16> {
        let form = self.lower(at);
        let year: i16 = (form.len() == 4).then(|| form.parse().ok())??;
        (1000..2200).contains(&year).then_some(year)
    }

    fn day(&self, at: usize) -> Option<i8> {
        let form = self.lower(at);
        let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| form.strip_suffix(ending)).unwrap_or(form);
        bare.parse::<i8>().ok().filter(|day| (1..=31).contains(day))
    }

    /// "March 18, 2024", "30 June", "January 2019", "in 2019", "2024-03-18", "the 1990s".
    fn calendar(&self, at: usize) -> Option<Found> {
        let form = self.lower(at);
        if form.len() == 10 && form.parse::<Date>().is_ok() {
            return Found::date(1, form);
        }
        if let Some(decade) = form.strip_suffix("0s").filter(|decade| decade.len() == 3 && decade.bytes().all(|byte| byte.is_ascii_digit())) {
            return Found::date(1, decade);
        }
        let with_year = |at: usize| {
            let comma = usize::from(self.lower(at) == ",");
            self.year(at + comma).map(|year| (year, comma + 1))
        };
        let dated = |month_number: i8, day: i8, length: usize| {
            let (value, extra, counted) = match with_year(at + length) {
                Some((year, extra)) => (Date::new(year, month_number, day).ok()?.to_string(), extra, false),
                None => (self.near_date(at, month_number, day), 0, true),
            };
            Some(Found { length: length + extra, time_type: TimeType::Date, value, counted })
        };
        if let (Some(day), Some(month_number)) = (self.day(at), month(self.lower(at + 1))) {
            return dated(month_number, day, 2);
        }
        if let (Some(day), "of", Some(month_number)) = (self.day(at), self.lower(at + 1), month(self.lower(at + 2))) {
            return dated(month_number, day, 3);
        }
        if let Some(month_number) = month(form).filter(|_| self.words[at].form.starts_with(char::is_uppercase)) {
            if let Some(day) = self.day(at + 1).filter(|_| self.year(at + 1).is_none()) {
                return dated(month_number, day, 2);
            }
            if let Some((year, extra)) = with_year(at + 1) {
                return Found::date(1 + extra, format!("{year}-{month_number:02}"));
            }
            // "may" and "march" are names of months only where a preposition or a name's place says so.
            let named = matches!(self.words[at].upos.as_str(), "PROPN" | "NOUN");
            return named.then(|| self.near_month(at, month_number)).and_then(|value| Found::counted(1, value));
        }
        let year = self.year(at)?;
        let counts = self.words.get(at + 1).is_some_and(|next| next.upos == "NOUN" && !matches!(next.base_relation(), "root")) && self.words[at].base_relation() == "nummod";
        let money = at > 0 && matches!(self.lower(at - 1), "$" | "£" | "€");
        (!counts && !money && (1500..2150).contains(&year)).then(|| Found::date(1, year.to_string()))?
    }

    fn near_date(&self, at: usize, month: i8, day: i8) -> String {
        let Some(anchor) = self.anchor else { return format!("XXXX-{month:02}-{day:02}") };
        let this_year = Date::new(anchor.year(), month, day).ok();
        let year = match (this_year, self.direction(at)) {
            (Some(date), Direction::Past) if date > anchor => anchor.year() - 1,
            (Some(date), Direction::Future) if date < anchor => anchor.year() + 1,
            _ => anchor.year(),
        };
        format!("{year:04}-{month:02}-{day:02}")
    }

    fn near_month(&self, at: usize, month: i8) -> String {
        let Some(anchor) = self.anchor else { return format!("XXXX-{month:02}") };
        let year = match self.direction(at) {
            Direction::Past if month > anchor.month() => anchor.year() - 1,
            Direction::Future if month < anchor.month() => anchor.year() + 1,
            _ => anchor.year(),
        };
        format!("{year}-{month:02}")
    }

    /// "last year", "next April", "this week", "last Thursday", "on Tuesday night", "the autumn".
    fn relative(&self, at: usize) -> Option<Found> {
        let shift = match self.lower(at) {
            "last" | "previous" => Some(-1),
            "next" | "coming" => Some(1),
            "this" | "current" => Some(0),
            _ => None,
        };
        if let Some(shift) = shift {
            return self.shifted(at, shift);
        }
        if let Some(day) = weekday(self.lower(at)) {
            return self.weekday(at, 1, day, None);
        }
        let season = season(self.lower(at)).filter(|_| at > 0 && matches!(self.lower(at - 1), "the" | "in" | "this" | "since"))?;
        let value = self.anchor.map_or_else(|| format!("XXXX-{season}"), |anchor| format!("{}-{season}", anchor.year()));
        Found::counted(1, value)
    }

    fn shifted(&self, at: usize, shift: i64) -> Option<Found> {
        let unit = self.lower(at + 1);
        if let Some(day) = weekday(unit) {
            return self.weekday(at, 2, day, Some(shift));
        }
        let anchor = self.anchor;
        let year = |value: &str| anchor.map_or_else(|| format!("XXXX{value}"), |anchor| format!("{}{value}", i64::from(anchor.year()) + shift));
        if let Some(season) = season(unit) {
            return Found::counted(2, year(&format!("-{season}")));
        }
        if let Some(month) = month(unit) {
            let value = anchor.map(|anchor| {
                let passed = month < anchor.month() || month == anchor.month() && shift != 0;
                let year = i64::from(anchor.year()) + match shift {
                    -1 if passed => 0,
                    1 if !passed => 0,
                    other => other,
                };
                format!("{year}-{month:02}")
            });
            return Found::counted(2, value.unwrap_or_else(|| format!("XXXX-{month:02}")));
        }
        let value = match unit {
            "year" => year(""),
            "month" => match anchor {
                Some(anchor) => anchor.checked_add(shift.months()).ok().map(|date| format!("{}-{:02}", date.year(), date.month()))?,
                None => "XXXX-XX".into(),
            },
            "week" => match anchor {
                Some(anchor) => anchor.checked_add(shift.weeks()).ok().map(iso_week)?,
                None => "XXXX-WXX".into(),
            },
            "decade" => anchor.map(|anchor| (i64::from(anchor.year()) / 10 + shift).to_string())?,
            "century" => anchor.map(|anchor| (i64::from(anchor.year()) / 100 + shift).to_string())?,
            "night" if shift == -1 => return Found::of(2, TimeType::Time, self.offset_days(-1, "TNI")?),
            "weekend" => anchor.and_then(|anchor| anchor.checked_add(shift.weeks()).ok()).map(|date| format!("{}-WE", iso_week(date)))?,
            _ => return None,
        };
        Found::counted(2, value)
    }

    fn offset_days(&self, days: i64, suffix: &str) -> Option<String> {
        Some(match self.anchor {
            Some(anchor) => format!("{}{suffix}", anchor.checked_add(days.days()).ok()?),
            None => format!("XXXX-XX-XX{suffix}"),
        })
    }

    fn weekday(&self, at: usize, length: usize, day: Weekday, shift: Option<i64>) -> Option<Found> {
        let part = match self.lower(at + length) {
            "morning" => Some("TMO"),
            "afternoon" => Some("TAF"),
            "evening" => Some("TEV"),
            "night" => Some("TNI"),
            _ => None,
        };
        let Some(anchor) = self.anchor else { return Found::counted(length, "XXXX-XX-XX") };
        let forward = match shift {
            Some(shift) => shift > 0,
            None => self.direction(at) == Direction::Future,
        };
        let date = if forward || anchor.weekday() != day || shift == Some(-1) {
            anchor.nth_weekday(if forward { 1 } else { -1 }, day).ok()?
        } else {
            anchor
        };
        let length = length + usize::from(part.is_some());
        let time_type = if part.is_some() { TimeType::Time } else { TimeType::Date };
        Some(Found { length, time_type, value: format!("{date}{}", part.unwrap_or("")), counted: true })
    }

    /// "10:20", "six o'clock", "8 pm", "ten past six", "after six" is none.
    fn clock(&self, at: usize) -> Option<Found> {
        let form = self.lower(at);
        let evening = || self.near(at).any(|(_, word)| matches!(word.lower.as_str(), "evening" | "afternoon" | "night" | "tonight"));
        let hour_of = |at: usize| number(self.lower(at)).filter(|hour| (0..=24).contains(hour));
        let late = |hour: i64, at: usize| {
            let marked = matches!(self.lower(at).replace('.', "").as_str(), "pm");
            if (marked || evening()) && hour < 12 { hour + 12 } else { hour }
        };
        if let Some((hour, minute)) = form.split_once(':')
            && let (Ok(hour), Ok(minute)) = (hour.parse::<i64>(), minute.parse::<i64>())
            && hour < 25
            && minute < 60
        {
            let half = usize::from(matches!(self.lower(at + 1).replace('.', "").as_str(), "am" | "pm"));
            return Found::of(1 + half, TimeType::Time, format!("T{:02}:{minute:02}", late(hour, at + 1)));
        }
        if let (Some(minutes), "past", Some(hour)) = (hour_of(at).or_else(|| number(form)), self.lower(at + 1), hour_of(at + 2)) {
            return Found::of(3, TimeType::Time, format!("T{:02}:{minutes:02}", late(hour, at + 3)));
        }
        let hour = hour_of(at)?;
        let behind = self.lower(at + 1).replace('.', "");
        if matches!(behind.as_str(), "am" | "pm" | "o'clock") {
            return Found::of(2, TimeType::Time, format!("T{:02}:00", late(hour, at + 1)));
        }
        let in_the = self.lower(at + 1) == "in" && self.lower(at + 2) == "the" && matches!(self.lower(at + 3), "morning" | "evening" | "afternoon");
        (in_the && at > 0 && self.lower(at - 1) == "at").then(|| {
            let hour = if self.lower(at + 3) == "morning" { hour } else { hour % 12 + 12 };
            Found::of(4, TimeType::Time, format!("T{hour:02}:00"))
        })?
    }

    /// "eighteen months", "two years ago", "four years from now", "the past six months", "every year".
    fn counted(&self, at: usize) -> Option<Found> {
        if let "every" | "each" | "per" = self.lower(at) {
            let (_, letter, of_day) = self.unit(at + 1)?;
            return Found::of(2, TimeType::Set, designated(1, letter, of_day));
        }
        // "310,000 a year", "fewer than 300 passengers a day"
        if matches!(self.lower(at), "a" | "an") && at > 0 && (self.words[at - 1].upos == "NUM" || self.words[at - 1].upos == "NOUN" || self.lower(at - 1) == "%")
            && let Some((_, letter, of_day)) = self.unit(at + 1)
            && self.words[at + 1].has("Number=Sing")
            && !matches!(self.lower(at + 2), "ago" | "later" | "earlier" | "before")
        {
            return Found::of(2, TimeType::Set, designated(1, letter, of_day));
        }
        let (count, mut length) = match self.lower(at) {
            "a" | "an" if self.ago(at + 2) => (1, 1),
            "several" | "many" if self.unit(at + 1).is_some() => (0, 1),
            form => {
                let first = number(form)?;
                // "two hundred", "twenty - five"
                let rest = if self.lower(at + 1) == "-" { number(self.lower(at + 2)).filter(|&ones| first >= 20 && ones < 10 && ones > 0) } else { None };
                rest.map_or((first, 1), |ones| (first + ones, 3))
            }
        };
        if matches!(self.lower(at + length), "more" | "further" | "full" | "straight" | "consecutive" | "-") {
            length += 1;
        }
        let (_, letter, of_day) = self.unit(at + length)?;
        length += 1;
        let duration = if count == 0 { designated_vague(letter, of_day) } else { designated(count, letter, of_day) };
        let late = self.lower(at + length) == "'s" || self.lower(at + length) == "'";
        if self.ago(at + length) {
            return self.away(-count, letter, length + 1);
        }
        if self.lower(at + length) == "from" && self.lower(at + length + 1) == "now" {
            return self.away(count, letter, length + 2);
        }
        if late && self.lower(at + length + 1) == "time" {
            return self.away(count, letter, length + 2);
        }
        Found::of(length, TimeType::Duration, duration)
    }

    fn ago(&self, at: usize) -> bool {
        self.lower(at) == "ago"
    }

    fn unit(&self, at: usize) -> Option<(&'static str, &'static str, bool)> {
        let word = self.words.get(at).filter(|word| matches!(word.upos.as_str(), "NOUN" | "PROPN"))?;
        let lower = word.lower.as_str();
        UNITS.iter().find(|(name, _, _)| *name == lower || lower.strip_suffix('s') == Some(name) || lower == "centuries" && *name == "century").copied()
    }

    /// A date some units from the date of writing, as fine as the unit.
    fn away(&self, count: i64, letter: &str, length: usize) -> Option<Found> {
        let Some(anchor) = self.anchor else {
            return Found::of(length, TimeType::Date, if count < 0 { "PAST_REF" } else { "FUTURE_REF" });
        };
        let value = match letter {
            "Y" => (i64::from(anchor.year()) + count).to_string(),
            "0Y" => (i64::from(anchor.year()) + 10 * count).to_string(),
            "00Y" => (i64::from(anchor.year()) + 100 * count).to_string(),
            "M" => anchor.checked_add(count.checked_rem(12_000)?.months()).ok().map(|date| format!("{}-{:02}", date.year(), date.month()))?,
            "W" => anchor.checked_add(count.checked_rem(10_000)?.weeks()).ok().map(iso_week)?,
            "D" => anchor.checked_add(count.checked_rem(100_000)?.days()).ok()?.to_string(),
            _ => anchor.to_string(),
        };
        Found::counted(length, value)
    }

    /// "yesterday", "tonight", "now", "Easter", "at present".
    fn named(&self, at: usize) -> Option<Found> {
        let anchor_year = self.anchor.map(Date::year);
        match self.lower(at) {
            "today" => Found::counted(1, self.offset_days(0, "")?),
            "yesterday" => Found::counted(1, self.offset_days(-1, "")?),
            "tomorrow" => Found::counted(1, self.offset_days(1, "")?),
            "tonight" => Found::of(1, TimeType::Time, self.offset_days(0, "TNI")?),
            "now" | "currently" | "nowadays" => Found::date(1, "PRESENT_REF"),
            "recently" | "lately" => Found::date(1, "PAST_REF"),
            "soon" => Found::date(1, "FUTURE_REF"),
            "easter" | "christmas" => {
                let christmas = self.lower(at) == "christmas";
                let year = anchor_year.map(|year| match self.direction(at) {
                    Direction::Past if christmas => year - 1,
                    Direction::Past if easter(year).zip(self.anchor).is_some_and(|(day, anchor)| day > anchor) => year - 1,
                    Direction::Future if !christmas && easter(year).zip(self.anchor).is_some_and(|(day, anchor)| day < anchor) => year + 1,
                    _ => year,
                });
                let value = match (year, christmas) {
                    (Some(year), true) => format!("{year}-12-25"),
                    (Some(year), false) => easter(year)?.to_string(),
                    (None, true) => "XXXX-12-25".into(),
                    (None, false) => return None,
                };
                Found::counted(1, value)
            }
            _ => None,
        }
    }
}

fn designated(count: i64, letter: &str, of_day: bool) -> String {
    let scaled = if letter == "2W" { format!("{}W", count * 2) } else { format!("{count}{letter}") };
    format!("P{}{scaled}", if of_day { "T" } else { "" })
}

fn designated_vague(letter: &str, of_day: bool) -> String {
    format!("P{}X{}", if of_day { "T" } else { "" }, letter.trim_start_matches('0').trim_start_matches('2'))
}

fn iso_week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{}-W{:02}", week.year(), week.week())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values of a sentence written on a Monday, 9 November 2020; capitals mark names, a leading `^` a past verb.
    fn check(sentence: &str, expected: &str) {
        let words: Vec<Word> = sentence
            .split(' ')
            .map(|form| {
                let past = form.starts_with('^');
                let form = form.trim_start_matches('^');
                let upos = match form {
                    _ if past => "VERB",
                    _ if number(&form.to_lowercase()).is_some() => "NUM",
                    _ if form.starts_with(char::is_uppercase) => "PROPN",
                    _ => "NOUN",
                };
                let features = if past { "Tense=Past|VerbForm=Fin" } else if form.ends_with('s') { "Number=Plur" } else { "Number=Sing" };
                Word { form: form.into(), lower: form.to_lowercase(), upos: upos.into(), features: features.into(), ..Word::default() }
            })
            .collect();
        let found: Vec<String> = find(&words, Some("2020-11-09")).into_iter().map(|time| time.value).collect();
        assert_eq!(found.join(" "), expected, "{sentence}");
    }

    #[test]
    fn dates() {
        check("it ^shut on March 18 , 2019", "2019-03-18");
        check("it ^shut on 30 June", "2020-06-30");
        check("it will shut on 30 June", "2021-06-30");
        check("it ^began in January", "2020-01");
        check("since 2012 and in the 1990s", "2012 199");
        check("the price ^rose to £ 2012", "");
    }

    #[test]
    fn counted_from_the_date_of_writing() {
        check("it ^lost money last year", "2019");
        check("the vote comes next month", "2020-12");
        check("work could begin next April", "2021-04");
        check("they ^met on Tuesday night", "2020-11-03TNI");
        check("it ^came last Thursday", "2020-11-05");
        check("four years from now", "2024");
        check("two days ago", "2020-11-07");
        check("in two years ' time", "2022");
        check("yesterday and tomorrow", "2020-11-08 2020-11-10");
        check("he ^has known since Easter", "2020-04-12");
    }

    #[test]
    fn lengths_sets_and_clocks() {
        check("within eighteen months", "P18M");
        check("35 minutes instead of nine", "PT35M");
        check("three more years", "P3Y");
        check("it leaves every year", "P1Y");
        check("at 10:20 or 8 pm", "T10:20 T20:00");
    }
}
