//! The days that a TIMEX3 value covers.
//!
//! Seasons are the whole months of the north, and a winter has the year that it begins in. A time of the day covers its
//! day. What a value leaves open (`XXXX-06-30`, `PXY`, `PAST_REF`) covers no days that can be told.

use jiff::Span;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// First and last day of a value of the calendar, such as `2021-01-20`, `2019-Q3`, `199`, `2020-W45-WE`, `2010/2012`.
pub fn days(value: &str) -> Option<(Date, Date)> {
    if let Some((first, last)) = value.split_once('/') {
        return Some((days_of_one(first)?.0, days_of_one(last)?.1));
    }
    days_of_one(value)
}

fn days_of_one(value: &str) -> Option<(Date, Date)> {
    let date = value.split_once('T').map_or(value, |(date, _)| date);
    let mut parts = date.split('-');
    match (parts.next()?, parts.next(), parts.next()) {
        (years, None, _) => {
            let years_each = match years.len() {
                2 => 100,
                3 => 10,
                4 => 1,
                _ => return None,
            };
            let first = number(years)? * years_each;
            Some((
                Date::new(first, 1, 1).ok()?,
                Date::new(first + years_each - 1, 12, 31).ok()?,
            ))
        }
        (year, Some(part), None) => part_of_year(number(year)?, part),
        (year, Some(part), Some("WE")) => {
            let (_, sunday) = part_of_year(number(year)?, part)?;
            Some((sunday.yesterday().ok()?, sunday))
        }
        _ => date.parse().ok().map(|day| (day, day)),
    }
}

/// A length of time, such as `P6M`; `None` for one of an unknown number and for halves of months and weeks.
pub fn length(value: &str) -> Option<Span> {
    match value
        .strip_prefix('P')
        .and_then(|rest| rest.strip_suffix('Q'))
    {
        Some(quarters) => Span::new()
            .try_months(quarters.parse::<i64>().ok()?.checked_mul(3)?)
            .ok(),
        None => value.starts_with('P').then(|| value.parse().ok())?,
    }
}

fn part_of_year(year: i16, part: &str) -> Option<(Date, Date)> {
    if let Some(week) = part.strip_prefix('W').filter(|week| !week.starts_with('I')) {
        let monday = ISOWeekDate::new(year, week.parse().ok()?, Weekday::Monday)
            .ok()?
            .date();
        return Some((monday, monday.checked_add(Span::new().days(6)).ok()?));
    }
    let (first, n_months) = match part {
        "SP" => (3, 3),
        "SU" => (6, 3),
        "FA" => (9, 3),
        "WI" => (12, 3),
        "H1" => (1, 6),
        "H2" => (7, 6),
        "Q1" => (1, 3),
        "Q2" => (4, 3),
        "Q3" => (7, 3),
        "Q4" => (10, 3),
        month => (month.parse().ok()?, 1),
    };
    let first = Date::new(year, first, 1).ok()?;
    Some((
        first,
        first
            .checked_add(Span::new().months(n_months))
            .ok()?
            .yesterday()
            .ok()?,
    ))
}

/// Digits alone: `XXXX` and `+1` are none.
fn number(digits: &str) -> Option<i16> {
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_the_calendar_cover_days() {
        let table = [
            ("2021-01-20", "2021-01-20 2021-01-20"),
            ("2021-01-20T09:00", "2021-01-20 2021-01-20"),
            ("2020-11-03TNI", "2020-11-03 2020-11-03"),
            ("2020-02", "2020-02-01 2020-02-29"),
            ("2019", "2019-01-01 2019-12-31"),
            ("199", "1990-01-01 1999-12-31"),
            ("19", "1900-01-01 1999-12-31"),
            ("2020-W01", "2019-12-30 2020-01-05"),
            ("2020-W45-WE", "2020-11-07 2020-11-08"),
            ("2019-Q3", "2019-07-01 2019-09-30"),
            ("2019-H2", "2019-07-01 2019-12-31"),
            ("2019-FA", "2019-09-01 2019-11-30"),
            ("2019-WI", "2019-12-01 2020-02-29"),
            ("2010/2012", "2010-01-01 2012-12-31"),
            ("2018-06-03/2018-06-07", "2018-06-03 2018-06-07"),
        ];
        for (value, expected) in table {
            let found = days(value).map(|(first, last)| format!("{first} {last}"));
            assert_eq!(found.as_deref(), Some(expected), "{value}");
        }
    }

    #[test]
    fn what_is_open_covers_none() {
        let open = [
            "XXXX-06-30",
            "XXXX",
            "2020-XX",
            "PAST_REF",
            "P6M",
            "T09:00",
            "2020-13",
            "2020-W60",
            "2020-02-30",
            "",
            "9999-WI",
            "２０２０",
        ];
        for value in open {
            assert_eq!(days(value), None, "{value}");
        }
    }

    #[test]
    fn lengths_are_counted_back() {
        let day: Date = "2020-11-09".parse().unwrap();
        let back = |value: &str| Some(day.checked_sub(length(value)?).ok()?.to_string());
        for (value, expected) in [
            ("P6M", "2020-05-09"),
            ("P3Y", "2017-11-09"),
            ("P2W", "2020-10-26"),
            ("P1Y6M", "2019-05-09"),
            ("PT48H", "2020-11-07"),
            ("P2Q", "2020-05-09"),
        ] {
            assert_eq!(back(value).as_deref(), Some(expected), "{value}");
        }
        for value in ["PXY", "P1.5M", "2020", "PAST_REF", "P99999999999Q", ""] {
            assert_eq!(back(value), None, "{value}");
        }
    }
}
