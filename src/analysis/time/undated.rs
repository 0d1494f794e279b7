//! Dates without a year: "30 June", "in January", "the fall". The nearest, where the tense has its say, or one of the year
//! that is told of.

use super::Tagger;
use super::tense::Direction;
use crate::grammar::Deprel;
use jiff::civil::Date;

/// Days by which a date must be nearer to be taken against the tense of its verb: "payable Dec. 1" in a past report.
const AGAINST_TENSE: i32 = 200;

impl Tagger<'_> {
    /// A day without its year: the nearest, where the tense has its say, or one of the year that is told of. Beside it,
    /// where no tense has, the nearest on the other side of the date of writing.
    pub fn near_date(&self, at: usize, month: i8, day: i8) -> (String, Option<String>) {
        if let Some(year) = self.year_told_of(at) {
            return (format!("{year:04}-{month:02}-{day:02}"), None);
        }
        let Some(anchor) = self.anchor else {
            return (format!("XXXX-{month:02}-{day:02}"), None);
        };
        let candidates =
            (-1..=1).filter_map(|shift| Date::new(anchor.year() + shift, month, day).ok());
        let direction = self.direction(at);
        let distance = |date: &Date| {
            let against = match direction {
                Some(Direction::Past) => *date > anchor,
                Some(Direction::Future) => *date < anchor,
                None => false,
            };
            anchor.until(*date).map_or(i32::MAX, |span| {
                span.get_days().abs() + if against { AGAINST_TENSE } else { 0 }
            })
        };
        let Some(nearest) = candidates.min_by_key(distance) else {
            return (format!("{:04}-{month:02}-{day:02}", anchor.year()), None);
        };
        let other = nearest.year() + if nearest < anchor { 1 } else { -1 };
        let undecided = direction.is_none() && nearest != anchor;
        (
            nearest.to_string(),
            Date::new(other, month, day)
                .ok()
                .filter(|_| undecided)
                .map(|date| date.to_string()),
        )
    }

    /// The year of a story long before the date of writing.
    pub fn year_told_of(&self, at: usize) -> Option<i16> {
        let (year, _) = self.named.year?;
        let long_ago = self.anchor.is_none_or(|anchor| year < anchor.year() - 1);
        (long_ago && self.direction(at) != Some(Direction::Future)).then_some(year)
    }

    /// The same for a month.
    pub fn near_month(&self, at: usize, month: i8) -> (String, Option<String>) {
        if let Some(year) = self.year_told_of(at) {
            return (format!("{year:04}-{month:02}"), None);
        }
        let Some(anchor) = self.anchor else {
            return (format!("XXXX-{month:02}"), None);
        };
        let ahead = i32::from(month) - i32::from(anchor.month());
        // "October's flood" was.
        let direction = if self.words[at].deprel == Deprel::NmodPoss {
            Some(Direction::Past)
        } else {
            self.direction(at)
        };
        let shift = match direction {
            Some(Direction::Past) if ahead > 0 => -1,
            Some(Direction::Future) if ahead < 0 => 1,
            None if ahead > 6 => -1,
            None if ahead < -6 => 1,
            _ => 0,
        };
        let year = anchor.year() + shift;
        let before = (year, month) < (anchor.year(), anchor.month());
        let undecided = direction.is_none() && ahead != 0;
        let other = if before { year + 1 } else { year - 1 };
        (
            format!("{year:04}-{month:02}"),
            undecided.then(|| format!("{other:04}-{month:02}")),
        )
    }

    pub fn near_season(&self, at: usize, season: &str) -> String {
        let Some(anchor) = self.anchor else {
            return format!("XXXX-{season}");
        };
        let first = match season {
            "SP" => 3,
            "SU" => 6,
            "FA" => 9,
            _ => 12,
        };
        let shift = match self.direction(at) {
            Some(Direction::Past) if first > anchor.month() => -1,
            Some(Direction::Future) if first + 3 <= anchor.month() => 1,
            _ => 0,
        };
        format!("{:04}-{season}", anchor.year() + shift)
    }
}
