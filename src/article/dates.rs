//! Dates as articles print them.

use jiff::civil::Date;
use std::fmt;

/// A date, with the time of day and its zone as far as they are stated. Written as ISO 8601.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The date.
    pub date: Date,
    /// `T07:45:00+01:00`; empty where no time is stated.
    clock: String,
}

impl From<Date> for Moment {
    fn from(date: Date) -> Self {
        Moment {
            date,
            clock: String::new(),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.date, self.clock)
    }
}

/// Years in which articles were written.
const YEARS: std::ops::RangeInclusive<i16> = 1500..=2200;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words that may stand beside a date on its line.
const BESIDE: [&str; 56] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "published",
    "updated",
    "posted",
    "on",
    "at",
    "last",
    "first",
    "modified",
    "gmt",
    "bst",
    "utc",
    "est",
    "edt",
    "et",
    "cst",
    "cdt",
    "ct",
    "mst",
    "mdt",
    "mt",
    "pst",
    "pdt",
    "pt",
    "cet",
    "cest",
    "eet",
    "ist",
    "jst",
    "aest",
    "aedt",
    "am",
    "pm",
    "a.m",
    "p.m",
    "date",
    "created",
    "of",
    "the",
    "@",
];

/// The number (1 to 12) of a month, in full or shortened to three letters or more.
pub(super) fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let fits = |month: &&str| {
        *month == word
            || (word.len() >= 3 && month.starts_with(&word) && (word.len() == 3 || word == "sept"))
    };
    MONTHS.iter().position(fits).map(|index| index as i8 + 1)
}

/// Whether a word may stand in a date or beside it.
pub(super) fn is_of_date(word: &str) -> bool {
    let lower = word.trim_matches(['(', ')', '.', ':']).to_lowercase();
    lower.is_empty()
        || lower.starts_with(|letter: char| letter.is_ascii_digit())
        || month(&lower).is_some()
        || BESIDE.contains(&lower.as_str())
}

/// The date of a line that holds nothing else: "March 18, 2024", "Saturday 9 November 2024",
/// "Published 14 May 2025, 08:45", "2025-05-14". A date of two readings, such as 03/04/2025, is none.
pub(super) fn of_line(line: &str) -> Option<Date> {
    if line.len() > 80 {
        return None;
    }
    let (mut day, mut month_number, mut year) = (None, None, None);
    // "5 min read" beside it.
    let parts = line
        .split(['|', '•', '·'])
        .filter(|part| !(part.trim_end().ends_with("read") && part.contains("min")));
    for word in parts
        .flat_map(|part| part.split([' ', ',', '\u{a0}']))
        .filter(|word| !word.is_empty())
    {
        let word = word.trim_matches(['(', ')', '.', ':', '–', '-']);
        let ordinal = word
            .trim_end_matches("st")
            .trim_end_matches("nd")
            .trim_end_matches("rd")
            .trim_end_matches("th");
        if let Some(date) = iso(word).or_else(|| numeric(word)) {
            return Some(date);
        } else if let Some(found) = month(word).filter(|_| month_number.is_none()) {
            month_number = Some(found);
        } else if let Ok(number) = ordinal.parse::<i16>() {
            match number {
                1..=31 if day.is_none() => day = Some(number as i8),
                1500..=2200 if year.is_none() => year = Some(number),
                _ => return None,
            }
        } else {
            let lower = word.to_lowercase();
            let time = lower.trim_end_matches("am").trim_end_matches("pm");
            let is_time = time.contains([':', '.'])
                && time
                    .chars()
                    .all(|letter| letter.is_ascii_digit() || matches!(letter, ':' | '.'));
            let hour = lower != time && time.parse::<u8>().is_ok();
            if !is_time && !hour && !word.is_empty() && !BESIDE.contains(&lower.as_str()) {
                return None;
            }
        }
    }
    Date::new(year?, month_number?, day?).ok()
}

/// The date, or date and time, of a value that a page states: of "2025-05-14 07:45:00 +0100",
/// "Wed, 14 May 2025 07:45:00 GMT", "20250514074500", 1747208700 (seconds since 1970). Of other forms the date that they
/// name; a date of two readings is none.
pub(super) fn of_attribute(value: &str) -> Option<Moment> {
    let value = value.trim();
    if let Some(date) = value.get(..10).and_then(iso) {
        let clock = clock(&value[10..]).unwrap_or_default();
        return Some(Moment { date, clock });
    }
    let digits = value.len() >= 8 && value.bytes().all(|byte| byte.is_ascii_digit());
    if digits {
        return compact(value);
    }
    if let Some(date) = value.split([' ', ',']).next().and_then(numeric) {
        return Some(date.into());
    }
    // RFC 2822 and the like: a time behind the year.
    let clock_at = value.find(':').and_then(|colon| value[..colon].rfind(' '));
    match clock_at.filter(|&at| value[..at].split_whitespace().count() >= 3) {
        Some(at) => {
            let date = of_line(
                value[..at]
                    .trim_end_matches([',', ' '])
                    .trim_end_matches(" at"),
            )?;
            let clock = clock(&value[at..]).unwrap_or_default();
            Some(Moment { date, clock })
        }
        None => of_line(value).map(Moment::from),
    }
}

/// Published and updated date of a line that holds nothing else: "Published: 3 November 2024 | Updated: 4 November 2024
/// 14:05 GMT", "Last updated on 14 May 2025".
pub(super) fn of_dateline(line: &str) -> Option<(Option<Moment>, Option<Moment>)> {
    let lower = line.to_ascii_lowercase();
    let label = ["updated", "modified", "edited"]
        .iter()
        .filter_map(|label| Some((lower.find(label)?, label.len())));
    let Some((at, length)) = label.min() else {
        return Some((Some(with_time(line)?), None));
    };
    let before = lower[..at].trim_end().trim_end_matches("last").len();
    let before =
        line[..before].trim_matches([' ', '|', '•', '·', '—', '–', '-', ',', '(', ';', '/']);
    let updated = with_time(line[at + length..].trim_start_matches(':'))?;
    if before.is_empty() {
        Some((None, Some(updated)))
    } else {
        Some((Some(with_time(before)?), Some(updated)))
    }
}

/// The date of a line that holds nothing else, with its time of day where the line has one.
fn with_time(line: &str) -> Option<Moment> {
    let date = of_line(line)?;
    let starts = |letter: char| letter.is_ascii_digit() || letter.is_ascii_uppercase();
    let labels = [
        "Published",
        "PUBLISHED",
        "Posted",
        "First published",
        "on",
        ":",
        "at",
        " ",
    ];
    let mut bare = line.trim();
    while let Some(rest) = labels.iter().find_map(|label| bare.strip_prefix(label)) {
        bare = rest;
    }
    Some(
        of_attribute(bare)
            .filter(|full| bare.starts_with(starts) && full.date == date)
            .unwrap_or(date.into()),
    )
}

/// `T07:45:00+01:00` of "T07:45:00+0100", " 07:45 GMT", "7.45am BST"; `None` for what is no time of day.
fn clock(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['T', 't', ' ']);
    let length = text
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'))
        .count();
    let (time, zone) = text.split_at(length);
    let mark = time.find([':', '.'])?;
    let mut hour: u8 = time[..mark].parse().ok()?;
    let minute: u8 = time.get(mark + 1..mark + 3)?.parse().ok()?;
    let seconds = &time[mark + 3..];
    let zone = zone.trim().to_ascii_uppercase();
    let half = ["AM", "A.M.", "PM", "P.M."]
        .iter()
        .find_map(|half| Some((half.starts_with('P'), zone.strip_prefix(half)?)));
    if let Some((afternoon, _)) = half {
        hour = hour % 12 + if afternoon { 12 } else { 0 };
    }
    if mark > 2
        || hour > 24
        || minute > 59
        || !(seconds.is_empty() || seconds.starts_with([':', '.']))
    {
        return None;
    }
    let zone = half.map_or(zone.as_str(), |(_, zone)| zone);
    // "GMT+0100 (Central European Time)".
    let zone = zone
        .trim()
        .trim_start_matches('(')
        .split(['(', ')'])
        .next()
        .unwrap_or(zone)
        .trim();
    let zone = ["GMT", "UTC"]
        .iter()
        .find_map(|name| {
            zone.strip_prefix(name)
                .filter(|rest| rest.starts_with(['+', '-']))
        })
        .unwrap_or(zone);
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let zone = match zone {
        "Z" | "GMT" | "UTC" => "Z".to_string(),
        "EST" | "CDT" => "-05:00".to_string(),
        "EDT" => "-04:00".to_string(),
        "CST" | "MDT" => "-06:00".to_string(),
        "MST" | "PDT" => "-07:00".to_string(),
        "PST" => "-08:00".to_string(),
        "BST" | "CET" => "+01:00".to_string(),
        "CEST" | "EET" => "+02:00".to_string(),
        _ if zone.starts_with(['+', '-']) && digits.len() == 4 => {
            format!("{}{}:{}", &zone[..1], &digits[..2], &digits[2..])
        }
        _ if zone.starts_with(['+', '-']) && digits.len() == 2 => format!("{zone}:00"),
        _ => String::new(),
    };
    Some(format!("T{hour:02}:{minute:02}{seconds}{zone}"))
}

/// `20250514`, `20250514074500`, or seconds or milliseconds since 1970.
fn compact(digits: &str) -> Option<Moment> {
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
    if matches!(digits.len(), 8 | 12 | 14) {
        let date = Date::new(part(0, 4)?, part(4, 6)? as i8, part(6, 8)? as i8).ok();
        if let Some(date) = date.filter(is_likely) {
            return Some(date.into());
        }
    }
    let seconds: i64 = match digits.len() {
        10 => digits.parse().ok()?,
        13 => digits[..10].parse().ok()?,
        _ => return None,
    };
    let written = jiff::Timestamp::from_second(seconds).ok()?.to_string();
    let (date, clock) = written.split_at_checked(10)?;
    Some(Moment {
        date: date.parse().ok()?,
        clock: clock.to_string(),
    })
}

/// The date of "14/05/2025", "14.5.2025", "2025/05/14"; none where day and month may be either, but with full stops the day
/// comes first.
fn numeric(word: &str) -> Option<Date> {
    let numbers: Vec<&str> = word.split(['/', '.']).collect();
    let [first, second, last] = numbers[..] else {
        return None;
    };
    let small = |text: &str| text.parse::<i8>().ok().filter(|_| text.len() <= 2);
    if first.len() == 4 {
        return Date::new(first.parse().ok()?, small(second)?, small(last)?)
            .ok()
            .filter(is_likely);
    }
    let (first, second) = (small(first)?, small(second)?);
    let day_first = first > 12 || first == second || word.contains('.');
    if last.len() != 4 || !day_first && second <= 12 {
        return None;
    }
    let (day, month) = if day_first {
        (first, second)
    } else {
        (second, first)
    };
    Date::new(last.parse().ok()?, month, day)
        .ok()
        .filter(is_likely)
}

fn iso(word: &str) -> Option<Date> {
    let date = word.get(..10)?;
    let plain = word.len() == 10 || matches!(word.as_bytes()[10], b'T' | b' ');
    date.parse().ok().filter(|_| plain).filter(is_likely)
}

/// A page that has no date to state writes `0001-01-01`.
fn is_likely(date: &Date) -> bool {
    YEARS.contains(&date.year())
}

/// The date in a short line that says when it was published: "Posted on Tuesday 15 October 2019 by Jo Lind",
/// "2/26/2015 7:11 AM by Jo Lind". Dates behind "updated" and the like are passed over.
pub(super) fn within(line: &str) -> Option<Date> {
    if line.len() > 200 {
        return None;
    }
    let words: Vec<&str> = line
        .split([' ', ',', '|', '•', '·', '\u{a0}'])
        .filter(|word| !word.is_empty())
        .collect();
    let (mut changed, mut ever) = (false, false);
    for at in 0..words.len() {
        let word = words[at].trim_matches(['(', ')', ':', '–', '-', '.']);
        changed = match word.to_lowercase().as_str() {
            "updated" | "modified" | "edited" | "changed" | "revised" | "since" | "until"
            | "expires" => true,
            "published" | "posted" | "written" | "created" | "by" => false,
            _ => changed,
        };
        let numbers = || word.matches(['/', '.']).count() == 2 && word.len() <= 10;
        let three = || of_line(&words.get(at..at + 3)?.join(" "));
        let found = iso(word)
            .or_else(|| cjk(word))
            .or_else(|| {
                numbers()
                    .then(|| of_attribute(word))?
                    .map(|moment| moment.date)
            })
            .or_else(three);
        if found.is_some() && !changed {
            return found;
        }
        ever |= changed;
    }
    // "Dec 28 Sat 2013"
    if ever { None } else { of_line(line) }
}

/// `2016年10月14日07:17`.
fn cjk(word: &str) -> Option<Date> {
    let (year, rest) = word.split_once('年')?;
    let year = year
        .rsplit(|letter: char| !letter.is_ascii_digit())
        .next()?;
    let (month, rest) = rest.split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A line up to the date in it: "Jo Lind" of "Jo Lind on Friday, May 14, 2025". `None` without a date behind words.
pub(super) fn words_before(line: &str) -> Option<&str> {
    const BLANKS: [char; 3] = [' ', ',', '\u{a0}'];
    let mut end = 0;
    let words: Vec<(usize, &str)> = line
        .split_inclusive(BLANKS)
        .map(|piece| {
            end += piece.len();
            (end - piece.len(), piece.trim_end_matches(BLANKS))
        })
        .filter(|(_, word)| !word.is_empty())
        .take(40)
        .collect();
    let is_number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    let opens_date = |at: usize| {
        let (word, next) = (words[at].1, words.get(at + 1).map_or("", |(_, next)| next));
        iso(word).or_else(|| numeric(word)).is_some()
            || is_number(word) && month(next).is_some()
            || month(word).is_some() && is_number(next)
    };
    let mut at = (1..words.len()).find(|&at| opens_date(at))?;
    let is_beside = |word: &str| {
        let word = word.trim_matches(['|', '•', '·', '-', '–', '—', '.', ':', '(']);
        word.is_empty() || BESIDE.contains(&word.to_lowercase().as_str())
    };
    while at > 1 && is_beside(words[at - 1].1) {
        at -= 1;
    }
    Some(line[..words[at].0].trim_end_matches(BLANKS))
}

/// The date before the first words of a text: "Feb. 23, 2015 -- The ferry", "LOW ORMSEY, March 3, 2015 — The ferry".
pub(super) fn of_opening(text: &str) -> Option<Date> {
    let head: String = text.chars().take(60).collect();
    let end = [" -- ", " — ", " – ", " - "]
        .iter()
        .filter_map(|dash| head.find(dash))
        .min()?;
    let words: Vec<&str> = head[..end].split_whitespace().collect();
    (3..=6)
        .contains(&words.len())
        .then(|| of_line(&words[words.len() - 3..].join(" ")))?
}

/// The date in an address: `/2024/03/18/`, `/2024-03-18-`, `/20240318/`.
pub(super) fn of_address(address: &str) -> Option<Date> {
    let certain = |date: Date| (1990..2100).contains(&date.year()).then_some(date);
    let pieces: Vec<&str> = address.split(['/', '-', '=', '?', '&', '_']).collect();
    let whole = pieces.windows(3).find_map(|three| {
        let [year, month, day] = three else {
            return None;
        };
        if year.len() != 4 || month.len() > 2 || day.len() > 2 {
            return None;
        }
        certain(Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?)
    });
    let digits =
        |piece: &&&str| piece.len() == 8 && piece.bytes().all(|byte| byte.is_ascii_digit());
    whole.or_else(|| {
        let piece = pieces.iter().find(digits)?;
        certain(
            Date::new(
                piece[..4].parse().ok()?,
                piece[4..6].parse().ok()?,
                piece[6..].parse().ok()?,
            )
            .ok()?,
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{of_address, of_attribute, of_dateline, of_line, of_opening, within};

    #[test]
    fn lines_that_are_dates() {
        for line in [
            "March 18, 2024",
            "Mon 18 Mar 2024",
            "Published 18th March 2024, 08:45",
            "2024-03-18",
            "18 March 2024 at 10.15pm",
            "18.3.2024",
            "03/18/2024",
            "18 Mar 2024 · 5 min read",
            "March 18, 2024 9:12 AM ET",
            "18/03/2024 09:12",
        ] {
            assert_eq!(
                of_line(line).map(|date| date.to_string()).as_deref(),
                Some("2024-03-18"),
                "{line}"
            );
        }
        for line in [
            "In March 2024 the ferry sank",
            "03/04/2024",
            "2024",
            "31 February 2024",
            "May be 3 of 2024",
        ] {
            assert_eq!(of_line(line), None, "{line}");
        }
    }

    #[test]
    fn lines_of_two_dates() {
        let dates = |line| {
            of_dateline(line).map(|(published, updated)| {
                let written = |moment: Option<super::Moment>| {
                    moment.map_or_else(String::new, |moment| moment.to_string())
                };
                (written(published), written(updated))
            })
        };
        for (line, published, updated) in [
            (
                "Published: 3 November 2024 | Updated: 4 November 2024 14:05 GMT",
                "2024-11-03",
                "2024-11-04T14:05Z",
            ),
            (
                "November 3, 2024 at 9:05 pm EST (Last updated November 4, 2024)",
                "2024-11-03T21:05-05:00",
                "2024-11-04",
            ),
            (
                "Last modified on Mon 4 Nov 2024 10.15 GMT",
                "",
                "2024-11-04",
            ),
            ("Published 18th March 2024, 08:45", "2024-03-18T08:45", ""),
        ] {
            assert_eq!(
                dates(line),
                Some((published.into(), updated.into())),
                "{line}"
            );
        }
        assert_eq!(dates("The list was updated on 4 November 2024"), None);
    }

    #[test]
    fn attributes_and_addresses() {
        assert_eq!(
            of_attribute("2025-05-14T07:45:00Z")
                .map(|date| date.to_string())
                .as_deref(),
            Some("2025-05-14T07:45:00Z")
        );
        for (value, date) in [
            ("2025-05-14 07:45:00.000000", "2025-05-14T07:45:00.000000"),
            ("2025-05-14T07:45:00+0100", "2025-05-14T07:45:00+01:00"),
            ("Wed, 14 May 2025 07:45:00 GMT", "2025-05-14T07:45:00Z"),
            ("May 14, 2025 at 07:45", "2025-05-14T07:45"),
            ("May 14, 2025 7:45 PM EDT", "2025-05-14T19:45-04:00"),
            ("May 14, 2025 12:05am", "2025-05-14T00:05"),
            (
                "Wed May 14 2025 07:45:00 GMT+0100 (CET)",
                "2025-05-14T07:45:00+01:00",
            ),
            ("2025/05/14", "2025-05-14"),
            ("4.5.2025", "2025-05-04"),
            (
                "2025-05-14T07:45:00.123+02",
                "2025-05-14T07:45:00.123+02:00",
            ),
            ("20250514074500", "2025-05-14"),
            ("1747208700", "2025-05-14T07:45:00Z"),
            ("14/05/2025", "2025-05-14"),
            ("05/14/2025 07:45", "2025-05-14"),
        ] {
            assert_eq!(
                of_attribute(value).map(|date| date.to_string()).as_deref(),
                Some(date),
                "{value}"
            );
        }
        for value in [
            "tomorrow",
            "04/05/2025",
            "",
            "12345678901234567890",
            "2025-13-01",
            "0001-01-01T00:00:00",
            "01/01/0001",
            "á0251-05-1",
        ] {
            assert_eq!(of_attribute(value), None, "{value}");
        }
        assert_eq!(
            of_address("https://paper.example/2024/03/18/ferry")
                .map(|date| date.to_string())
                .as_deref(),
            Some("2024-03-18")
        );
    }

    #[test]
    fn dates_inside_a_line() {
        for line in [
            "Posted on Monday 18 March 2024 at 09:11 by Jo Lind.",
            "Posted by Jo, Max on 2024-03-18, all posts",
            "3/18/2024 7:11 AM PST BY FEN STAFF",
            "posted on March 18, 2024, at 11:29 a.m.",
            "芬邮报2024年3月18日07:17",
            "Mar 18 Mon 2024 00:21",
            "Updated 19 March 2024, published 18 March 2024",
        ] {
            assert_eq!(
                within(line).map(|date| date.to_string()).as_deref(),
                Some("2024-03-18"),
                "{line}"
            );
        }
        for line in [
            "Last updated 18 March 2024",
            "3/4/2024 by Jo Lind",
            "Version 1.2.3",
            "By Jo Lind",
        ] {
            assert_eq!(within(line), None, "{line}");
        }
        assert_eq!(
            of_opening("March 18, 2024 -- The ferry sank.")
                .map(|date| date.to_string())
                .as_deref(),
            Some("2024-03-18")
        );
        assert_eq!(
            of_opening("LOW ORMSEY, Mar. 18, 2024 — The ferry")
                .map(|date| date.to_string())
                .as_deref(),
            Some("2024-03-18")
        );
        assert_eq!(
            of_opening("On March 18, 2024 the ferry sank - and nobody knew."),
            None
        );
        assert_eq!(
            of_attribute("07.12.2017")
                .map(|date| date.to_string())
                .as_deref(),
            Some("2017-12-07")
        );
        assert_eq!(
            of_address("https://paper.example/news/20240318/ferry")
                .map(|date| date.to_string())
                .as_deref(),
            Some("2024-03-18")
        );
        assert_eq!(
            of_address("https://paper.example/news/20249918/ferry"),
            None
        );
    }
}
