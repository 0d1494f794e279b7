//! The words of time: numbers, units, months, days, parts of the day, feasts.

use crate::grammar::Upos;
use jiff::civil::{Date, Weekday};

#[rustfmt::skip]
const NUMBERS: [&str; 21] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
];

const TENS: [(&str, i64); 8] = [
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

const ORDINALS: [&str; 13] = [
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth",
];

#[rustfmt::skip]
const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
];

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// Its designator in a duration: `D`, `Y`; hours, minutes and seconds stand behind a `T`.
    pub letter: &'static str,
    /// How many of the designator's units it is: a decade is ten years.
    pub times: i64,
    /// Whether it is a part of a day.
    pub of_day: bool,
}

impl Unit {
    /// ISO 8601 duration of `count` units; `None` for an unknown number.
    pub fn duration(self, count: Option<i64>) -> String {
        let count = count.map_or(Upos::X.to_string(), |count| {
            (count * self.times).to_string()
        });
        format!(
            "P{}{count}{}",
            if self.of_day { "T" } else { "" },
            self.letter
        )
    }
}

/// The unit that a word names, singular or plural.
pub fn unit(lower: &str) -> Option<Unit> {
    let one = |letter, times, of_day| {
        Some(Unit {
            letter,
            times,
            of_day,
        })
    };
    match lower.strip_suffix('s').unwrap_or(lower) {
        "second" => one("S", 1, true),
        "minute" => one("M", 1, true),
        "hour" => one("H", 1, true),
        "day" => one("D", 1, false),
        "week" => one("W", 1, false),
        "fortnight" => one("W", 2, false),
        "month" => one("M", 1, false),
        "quarter" => one("Q", 1, false),
        "year" => one("Y", 1, false),
        "decade" => one("Y", 10, false),
        "century" | "centurie" => one("Y", 100, false),
        _ => None,
    }
}

/// A whole number in digits or one word: `12`, `1,200`, `twelve`, `twenty-five`.
pub fn number(lower: &str) -> Option<i64> {
    let plain = lower.replace(',', "");
    if let Ok(number) = plain.parse::<i64>() {
        return Some(number);
    }
    let small = |word: &str| {
        NUMBERS
            .iter()
            .position(|name| *name == word)
            .map(|index| index as i64)
    };
    small(lower).or_else(|| tens(lower)).or_else(|| {
        let (first, ones) = lower.split_once('-')?;
        Some(tens(first)? + small(ones)?)
    })
}

pub fn tens(lower: &str) -> Option<i64> {
    TENS.iter()
        .find(|(name, _)| *name == lower)
        .map(|&(_, tens)| tens)
}

/// "third", "3rd", "20th".
pub fn ordinal(lower: &str) -> Option<i64> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| lower.strip_suffix(ending))
        .and_then(|digits| digits.parse().ok());
    digits.or_else(|| {
        ORDINALS
            .iter()
            .position(|name| *name == lower && !name.is_empty())
            .map(|index| index as i64)
    })
}

pub fn month(lower: &str) -> Option<i8> {
    let bare = lower.trim_end_matches('.');
    let short = |month: &&str| bare.len() == 3 && lower.ends_with('.') && month.starts_with(bare);
    let fits = |month: &&str| {
        **month == *bare || bare == "sept" && **month == *"september" || short(month)
    };
    MONTHS.iter().position(fits).map(|index| index as i8 + 1)
}

/// A month without the full stop of its abbreviation, where a day stands beside it: "5 Jan 2013".
pub fn month_beside_day(lower: &str) -> Option<i8> {
    month(lower).or_else(|| {
        MONTHS
            .iter()
            .position(|month| lower.len() == 3 && month.starts_with(lower))
            .map(|index| index as i8 + 1)
    })
}

pub fn weekday(lower: &str) -> Option<Weekday> {
    Some(match lower.trim_end_matches('.') {
        "monday" | "mondays" => Weekday::Monday,
        "tuesday" | "tuesdays" => Weekday::Tuesday,
        "wednesday" | "wednesdays" => Weekday::Wednesday,
        "thursday" | "thursdays" => Weekday::Thursday,
        "friday" | "fridays" => Weekday::Friday,
        "saturday" | "saturdays" => Weekday::Saturday,
        "sunday" | "sundays" => Weekday::Sunday,
        _ => return None,
    })
}

pub fn season(lower: &str) -> Option<&'static str> {
    Some(match lower {
        "spring" => "SP",
        "summer" => "SU",
        "autumn" | "fall" => "FA",
        "winter" => "WI",
        _ => return None,
    })
}

/// The designator of a part of the day.
pub fn part_of_day(lower: &str) -> Option<&'static str> {
    Some(match lower {
        "morning" | "mornings" | "midmorning" | "mid-morning" => "TMO",
        "afternoon" | "afternoons" | "midafternoon" | "mid-afternoon" => "TAF",
        "evening" | "evenings" => "TEV",
        "night" | "nights" => "TNI",
        "noon" | "midday" => "T12:00",
        "midnight" => "T24:00",
        _ => return None,
    })
}

/// The day of a feast in a year.
type Feast = fn(i16) -> Option<Date>;

/// A feast whose day follows from the year, by its words, and how many words name it.
pub fn feast(words: [&str; 3]) -> Option<(usize, Feast)> {
    let found: (usize, Feast) = match words {
        ["christmas", "eve", _] => (2, |year| Date::new(year, 12, 24).ok()),
        ["christmas", "day", _] => (2, |year| Date::new(year, 12, 25).ok()),
        ["christmas", ..] => (1, |year| Date::new(year, 12, 25).ok()),
        ["boxing", "day", _] => (2, |year| Date::new(year, 12, 26).ok()),
        ["new", "year", "'s"] => (3, |year| Date::new(year, 1, 1).ok()),
        ["valentine", "'s", "day"] => (3, |year| Date::new(year, 2, 14).ok()),
        ["veterans", "day", _] => (2, |year| Date::new(year, 11, 11).ok()),
        ["independence", "day", _] => (2, |year| Date::new(year, 7, 4).ok()),
        ["halloween", ..] => (1, |year| Date::new(year, 10, 31).ok()),
        ["good", "friday", _] => (2, |year| {
            easter(year)?.checked_sub(jiff::Span::new().days(2)).ok()
        }),
        ["easter", "monday", _] => (2, |year| easter(year)?.tomorrow().ok()),
        ["easter", "sunday", _] => (2, easter),
        ["easter", ..] => (1, easter),
        ["thanksgiving", "day", _] => (2, thanksgiving),
        ["thanksgiving", ..] => (1, thanksgiving),
        ["labor", "day", _] => (2, |year| nth(year, 9, 1, Weekday::Monday)),
        ["memorial", "day", _] => (2, |year| nth(year, 5, -1, Weekday::Monday)),
        ["columbus", "day", _] => (2, |year| nth(year, 10, 2, Weekday::Monday)),
        ["mother", "'s", "day"] => (3, |year| nth(year, 5, 2, Weekday::Sunday)),
        ["father", "'s", "day"] => (3, |year| nth(year, 6, 3, Weekday::Sunday)),
        _ => return None,
    };
    Some(found)
}

fn nth(year: i16, month: i8, nth: i8, day: Weekday) -> Option<Date> {
    Date::new(year, month, 1)
        .ok()?
        .nth_weekday_of_month(nth, day)
        .ok()
}

fn thanksgiving(year: i16) -> Option<Date> {
    nth(year, 11, 4, Weekday::Thursday)
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
