//! Dates as articles print them.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
];

/// Words that may stand beside a date on its line.
const BESIDE: [&str; 32] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur",
    "thurs", "fri", "sat", "sun", "published", "updated", "posted", "on", "at", "last", "first", "modified", "gmt", "bst",
    "utc", "est", "edt", "am", "pm",
];

/// The number (1 to 12) of a month, in full or shortened to three letters or more.
pub(super) fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let fits = |month: &&str| *month == word || (word.len() >= 3 && month.starts_with(&word) && (word.len() == 3 || word == "sept"));
    MONTHS.iter().position(fits).map(|index| index as i8 + 1)
}

/// The date of a line that holds nothing else, as `YYYY-MM-DD`: "March 18, 2024", "Saturday 9 November 2024",
/// "Published 14 May 2025, 08:45", "2025-05-14". A date of two readings, such as 03/04/2025, is none.
pub(super) fn of_line(line: &str) -> Option<String> {
    if line.len() > 80 {
        return None;
    }
    let (mut day, mut month_number, mut year) = (None, None, None);
    for word in line.split([' ', ',', '|', '•', '·', '\u{a0}']).filter(|word| !word.is_empty()) {
        let word = word.trim_matches(['(', ')', '.', ':', '–', '-']);
        let ordinal = word.trim_end_matches("st").trim_end_matches("nd").trim_end_matches("rd").trim_end_matches("th");
        if let Some(date) = iso(word) {
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
            let is_time = time.contains([':', '.']) && time.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ':' | '.'));
            let hour = lower != time && time.parse::<u8>().is_ok();
            if !is_time && !hour && !word.is_empty() && !BESIDE.contains(&lower.as_str()) {
                return None;
            }
        }
    }
    Date::new(year?, month_number?, day?).ok().map(|date| date.to_string())
}

/// An ISO 8601 date or date and time, checked, as written; of other forms the date that it names.
pub(super) fn of_attribute(value: &str) -> Option<String> {
    let value = value.trim();
    iso(value).map(|date| if value.len() > 10 && value.as_bytes()[10] == b'T' { value.to_string() } else { date }).or_else(|| of_line(value))
}

fn iso(word: &str) -> Option<String> {
    let date = word.get(..10)?;
    let plain = word.len() == 10 || matches!(word.as_bytes()[10], b'T' | b' ');
    (plain && date.parse::<Date>().is_ok()).then(|| date.to_string())
}

/// The date in an address: `/2024/03/18/`, `/2024-03-18-`.
pub(super) fn of_address(address: &str) -> Option<String> {
    let pieces: Vec<&str> = address.split(['/', '-']).collect();
    pieces.windows(3).find_map(|three| {
        let [year, month, day] = three else { return None };
        if year.len() != 4 || month.len() > 2 || day.len() > 2 {
            return None;
        }
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
        (1990..2100).contains(&date.year()).then(|| date.to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::{of_address, of_attribute, of_line};

    #[test]
    fn lines_that_are_dates() {
        for line in ["March 18, 2024", "Mon 18 Mar 2024", "Published 18th March 2024, 08:45", "2024-03-18", "18 March 2024 at 10.15pm"] {
            assert_eq!(of_line(line).as_deref(), Some("2024-03-18"), "{line}");
        }
        for line in ["In March 2024 the ferry sank", "03/04/2024", "2024", "31 February 2024", "May be 3 of 2024"] {
            assert_eq!(of_line(line), None, "{line}");
        }
    }

    #[test]
    fn attributes_and_addresses() {
        assert_eq!(of_attribute("2025-05-14T07:45:00Z").as_deref(), Some("2025-05-14T07:45:00Z"));
        assert_eq!(of_attribute("tomorrow"), None);
        assert_eq!(of_address("https://paper.example/2024/03/18/ferry").as_deref(), Some("2024-03-18"));
    }
}
