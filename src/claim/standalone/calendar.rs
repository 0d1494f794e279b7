//! TIMEX3 values in words: "2026-11-24" → *on 24 November 2026*.

use crate::analysis::time::range;
use jiff::civil::Date;

/// A time by the calendar, and the preposition that it takes.
#[derive(Debug, PartialEq)]
pub(super) struct Spoken {
    pub preposition: &'static str,
    pub phrase: String,
}

const QUARTERS: [(&str, &str); 4] = [
    ("Q1", "first"),
    ("Q2", "second"),
    ("Q3", "third"),
    ("Q4", "fourth"),
];

const SEASONS: [(&str, &str); 4] = [
    ("SP", "spring"),
    ("SU", "summer"),
    ("FA", "autumn"),
    ("WI", "winter"),
];

const PARTS_OF_DAY: [(&str, &str); 4] = [
    ("MO", "morning"),
    ("AF", "afternoon"),
    ("EV", "evening"),
    ("NI", "night"),
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A value in words; `None` for times of the clock, decades and what else has no short name.
pub(super) fn spoken(value: &str) -> Option<Spoken> {
    let (date, part_of_day) = value
        .split_once('T')
        .map_or((value, None), |(date, part)| (date, Some(part)));
    let mut fields = date.split('-');
    let year = fields
        .next()
        .filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let (preposition, phrase) = match (fields.next(), fields.next(), part_of_day) {
        (None, None, None) => ("in", year.to_string()),
        (Some(week), None, None) if is_week(week) => {
            ("in", format!("the week of {}", first(value)?))
        }
        (Some(week), Some(_), None) if is_week(week) => {
            ("on", format!("the weekend of {}", first(value)?))
        }
        (Some(part), None, None) => ("in", part_of_year(part, year)?),
        (Some(_), Some(_), None) => ("on", day(date.parse().ok()?)),
        (Some(_), Some(_), Some(part)) => {
            let part = name(&PARTS_OF_DAY, part)?;
            ("on", format!("the {part} of {}", day(date.parse().ok()?)))
        }
        _ => return None,
    };
    Some(Spoken {
        preposition,
        phrase,
    })
}

/// "W47"
fn is_week(field: &str) -> bool {
    field.starts_with('W') && field.len() == 3
}

/// The first day of a value.
fn first(value: &str) -> Option<String> {
    Some(day(range::days(value)?.0))
}

fn part_of_year(part: &str, year: &str) -> Option<String> {
    if let Some(quarter) = name(&QUARTERS, part) {
        return Some(format!("the {quarter} quarter of {year}"));
    }
    if let Some(season) = name(&SEASONS, part) {
        return Some(format!("the {season} of {year}"));
    }
    Some(format!("{} {year}", month(part.parse().ok()?)?))
}

fn name(table: &[(&str, &'static str)], key: &str) -> Option<&'static str> {
    let row = table.iter().find(|(known, _)| *known == key)?;
    Some(row.1)
}

fn day(date: Date) -> String {
    let month = month(date.month()).unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

fn month(number: i8) -> Option<&'static str> {
    let index = usize::try_from(number).ok()?.checked_sub(1)?;
    MONTHS.get(index).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_told_in_words() {
        for (value, expected) in [
            ("2026", "in 2026"),
            ("2026-11", "in November 2026"),
            ("2026-01", "in January 2026"),
            ("2026-12", "in December 2026"),
            ("2026-11-24", "on 24 November 2026"),
            ("2026-W47", "in the week of 16 November 2026"),
            ("2026-W47-WE", "on the weekend of 21 November 2026"),
            ("2026-Q1", "in the first quarter of 2026"),
            ("2026-Q4", "in the fourth quarter of 2026"),
            ("2026-SP", "in the spring of 2026"),
            ("2026-WI", "in the winter of 2026"),
            ("2026-11-24TMO", "on the morning of 24 November 2026"),
            ("2026-11-24TNI", "on the night of 24 November 2026"),
        ] {
            let spoken = spoken(value).unwrap();
            assert_eq!(
                format!("{} {}", spoken.preposition, spoken.phrase),
                expected
            );
        }
    }

    #[test]
    fn what_has_no_short_name_keeps_its_words() {
        for value in [
            "202",
            "20XX",
            "2026-Q5",
            "2026-H1",
            "2026-13",
            "2026-00",
            "2026-W5",
            "2026-X47",
            "2026-11-24T09:00",
            "2026-11T09",
            "2026TMO",
            "2026-11-31",
            "PAST_REF",
            "P6M",
            "",
        ] {
            assert_eq!(spoken(value), None, "{value}");
        }
    }
}
