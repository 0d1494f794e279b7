//! Dates of the calendar: "March 18, 2024", "30 June", "January 2019", "2019", "the 1990s", "the third quarter".

use super::lexicon::{month, month_beside_day, number, ordinal, season, tens, unit};
use super::tense::Direction;
use super::{Expression, Tagger};
use crate::analysis::Word;
use crate::grammar::{Deprel, Feature, Upos};
use jiff::civil::Date;

/// Months whose names, or whose short forms, are other words or names of people too: a month stands behind one of
/// [`BEFORE_MONTH`].
const AMBIGUOUS_MONTHS: [&str; 5] = ["may", "march", "april", "june", "august"];

/// Words in front of a month.
const BEFORE_MONTH: [&str; 22] = [
    "in", "since", "until", "by", "from", "to", "of", "last", "next", "this", "each", "every",
    "early", "late", "and", "through", "for", "before", "after", "between", "during", "till",
];

/// What stands at "the 90s" without being a decade.
const MEASURED: [&str; 5] = ["temperature", "high", "low", "degree", "speed"];

/// How many words in front of "the 90s" what is measured is sought.
const REACH_OF_MEASURE: usize = 4;

/// Words in front of a season.
const BEFORE_SEASON: [&str; 8] = ["the", "in", "this", "since", "by", "until", "late", "early"];

impl Tagger<'_> {
    pub fn calendar(&self, at: usize) -> Option<Expression> {
        self.numeric(at)
            .or_else(|| self.nth_weekday(at))
            .or_else(|| self.week_of(at))
            .or_else(|| self.days_of_month(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.day_and_month(at))
            .or_else(|| self.month_or_year(at))
            .or_else(|| self.part_of_year(at))
            .or_else(|| self.century(at))
    }

    /// "1990s", "'90s", "the nineties".
    fn decade(&self, at: usize) -> Option<Expression> {
        let form = self.lower(at).trim_start_matches("mid-").replace("'s", "s");
        let digits = form
            .strip_suffix("0s")
            .map(|digits| digits.trim_start_matches('\''));
        if let Some(digits) =
            digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
        {
            if digits.len() == 1 && self.measures(at) {
                return None;
            }
            return match digits.len() {
                3 => Expression::date(1, digits),
                1 if form.starts_with('\'') || self.before(at, 1) == "the" => {
                    Expression::date(1, format!("19{digits}"))
                }
                _ => None,
            };
        }
        let word = form.strip_suffix("ies").map(|stem| format!("{stem}y"))?;
        let decade = tens(&word)? / 10;
        self.is_before(at, 1, &["the", "early", "late", "mid"])
            .then(|| Expression::date(1, format!("19{decade}")))?
    }

    /// "80s mph", "temperatures were in the 90s"
    fn measures(&self, at: usize) -> bool {
        let degrees = |word: &Word| word.has_lemma(&MEASURED);
        let first = at.saturating_sub(REACH_OF_MEASURE);
        self.is(at + 1, &["mph", "kph", "degrees", "fahrenheit"])
            || self.words[first..at].iter().any(degrees)
    }

    pub fn year(&self, at: usize) -> Option<i16> {
        let form = self
            .lower(at)
            .trim_start_matches("mid-")
            .trim_start_matches("post-")
            .trim_start_matches("pre-");
        let year: i16 = (form.len() == 4).then(|| form.parse().ok())??;
        (1000..2200).contains(&year).then_some(year)
    }

    pub fn day(&self, at: usize) -> Option<i8> {
        let form = self.lower(at);
        let bare = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|ending| form.strip_suffix(ending))
            .unwrap_or(form);
        bare.parse::<i8>().ok().filter(|day| (1..=31).contains(day))
    }

    /// The year at a word, or behind a comma, and the words it takes; "nineteen ninety-six" too.
    pub fn year_behind(&self, at: usize) -> Option<(i16, usize)> {
        let comma = usize::from(self.lower(at) == ",");
        self.year(at + comma)
            .map(|year| (year, comma + 1))
            .or_else(|| self.spelled_year(at))
    }

    fn spelled_year(&self, at: usize) -> Option<(i16, usize)> {
        let century = match self.lower(at) {
            "nineteen" => 1900,
            "eighteen" => 1800,
            "twenty" => 2000,
            _ => return None,
        };
        let (rest, length) = match (tens(self.lower(at + 1)), self.lower(at + 2)) {
            (Some(tens), "-") => (
                tens + number(self.lower(at + 3)).filter(|ones| (1..10).contains(ones))?,
                4,
            ),
            _ => (
                number(self.lower(at + 1)).filter(|rest| (10..100).contains(rest))?,
                2,
            ),
        };
        Some((century + rest as i16, length))
    }

    pub fn day_and_month(&self, at: usize) -> Option<Expression> {
        let dated = |month: i8, day: i8, length: usize| {
            if let Some((year, extra)) = self.year_behind(at + length) {
                return Expression::date(
                    length + extra,
                    Date::new(year, month, day).ok()?.to_string(),
                );
            }
            if let Some(end) = self.end_behind(at + length) {
                let year = end.year() - i16::from((month, day) > (end.month(), end.day()));
                return Expression::date(length, Date::new(year, month, day).ok()?.to_string());
            }
            let (value, alternative) = self.near_date(at, month, day);
            Expression::counted(length, value)?.or(alternative)
        };
        if let Some(day) = self.day(at) {
            if let Some(month) = month_beside_day(self.lower(at + 1)) {
                return dated(month, day, 2);
            }
            if let ("of", Some(month)) = (self.lower(at + 1), month(self.lower(at + 2))) {
                return dated(month, day, 3);
            }
        }
        // "the Fourth of July"
        if let ("of", Some(month), "the") = (
            self.lower(at + 1),
            month(self.lower(at + 2)),
            self.before(at, 1),
        ) {
            if let Some(day) = self.spelled_day(at) {
                return dated(month, day, 3);
            }
        }
        let month = month_beside_day(self.lower(at))
            .filter(|_| self.words[at].form.starts_with(char::is_uppercase))?;
        if let Some(day) = self.day(at + 1) {
            return dated(month, day, 2);
        }
        // "May eighth, 2010", but "In May first reports came"
        let day = self.spelled_day(at + 1)?;
        (self.year_behind(at + 2).is_some() || self.before(at, 1) == "on")
            .then(|| dated(month, day, 2))?
    }

    /// "eighth"
    fn spelled_day(&self, at: usize) -> Option<i8> {
        let day = i8::try_from(ordinal(self.lower(at))?).ok()?;
        (1..=31).contains(&day).then_some(day)
    }

    fn month_or_year(&self, at: usize) -> Option<Expression> {
        let word = &self.words[at];
        if let Some(month) = month(word.lower.trim_start_matches("mid-"))
            .filter(|_| word.form.contains(char::is_uppercase))
        {
            let of = usize::from(self.lower(at + 1) == "of");
            if let Some((year, extra)) = self.year_behind(at + 1 + of) {
                return Expression::date(1 + of + extra, format!("{year}-{month:02}"));
            }
            // "July 42nd" is none.
            if ordinal(self.lower(at + 1)).is_some_and(|day| day > 31) {
                return None;
            }
            let ambiguous = word.is(&AMBIGUOUS_MONTHS);
            let placed = self.is_before(at, 1, &BEFORE_MONTH);
            let month_like = word.upos.is_noun() && (!ambiguous || placed);
            return month_like
                .then(|| self.near_month(at, month))
                .and_then(|(value, alternative)| Expression::counted(1, value)?.or(alternative));
        }
        if let Some((year, length)) = self.spelled_year(at) {
            return Expression::date(length, year.to_string());
        }
        let year = self.year(at)?;
        let counts = self
            .words
            .get(at + 1)
            .is_some_and(|next| next.upos == Upos::Noun && next.has(Feature::NumberPlur))
            && word.deprel.base() == Deprel::Nummod;
        let money = self.is_before(at, 1, &["$", "£", "€"]);
        (!counts && !money && (1500..2150).contains(&year))
            .then(|| Expression::date(1, year.to_string()))?
    }

    /// "the third quarter", "the first half of 1990", "the winter of 1994", "the fall", "the quarter".
    fn part_of_year(&self, at: usize) -> Option<Expression> {
        let fiscal = usize::from(self.lower(at) == "fiscal");
        if fiscal == 1 {
            if let Some((year, extra)) = self.year_behind(at + 1) {
                return Expression::date(1 + extra, year.to_string());
            }
        }
        if let Some(season) = season(self.lower(at)) {
            let of = usize::from(self.lower(at + 1) == "of");
            if let Some((year, extra)) = self.year_behind(at + 1 + of) {
                return Expression::date(1 + of + extra, format!("{year}-{season}"));
            }
            let placed = self.is_before(at, 1, &BEFORE_SEASON) && self.words[at].upos == Upos::Noun;
            let feels = self.lower(at) == "fall"
                && self.before(at, 1) == "the"
                && !self.is_before(at, 2, &["in", "by", "until", "since", "for"]);
            return (placed && !feels)
                .then(|| self.near_season(at, season))
                .and_then(|value| Expression::counted(1, value));
        }
        let short = self.short_part(at);
        let (nth, letter, length) = match short {
            Some((nth, letter)) => (nth, letter, 1),
            None => {
                let nth = ordinal(self.lower(at + fiscal)).filter(|nth| (1..5).contains(nth))?;
                let hyphen = usize::from(self.lower(at + fiscal + 1) == "-");
                let letter = match self.lower(at + fiscal + 1 + hyphen) {
                    "quarter" => "Q",
                    "half" if nth < 3 => "H",
                    _ => return None,
                };
                (nth, letter, fiscal + 2 + hyphen)
            }
        };
        let at_unit = at + length - 1;
        let of = usize::from(self.lower(at_unit + 1) == "of");
        if let Some((year, extra)) = self.year_behind(at_unit + 1 + of) {
            return Expression::date(length + of + extra, format!("{year}-{letter}{nth}"));
        }
        if let (1, "the" | "this", "year", Some(anchor)) = (
            of,
            self.lower(at_unit + 2),
            self.lower(at_unit + 3),
            self.anchor,
        ) {
            let value = format!("{:04}-{letter}{nth}", anchor.year());
            return Expression::counted(length + 3, value);
        }
        if letter == "H" && of == 1 {
            return None;
        }
        let months = if letter == "Q" { 3 } else { 6 };
        let value = self.anchor.map_or(format!("XXXX-{letter}{nth}"), |anchor| {
            let now = (i64::from(anchor.month()) - 1) / months + 1;
            let last = nth > now && self.direction(at) != Some(Direction::Future);
            let year = anchor.year() - i16::from(last);
            format!("{year}-{letter}{nth}")
        });
        Expression::counted(length, value)
    }

    /// "Q3", "H1", "1H", as companies report.
    fn short_part(&self, at: usize) -> Option<(i64, &'static str)> {
        let form = self.words.get(at)?.form.as_str();
        Some(match form {
            "Q1" => (1, "Q"),
            "Q2" => (2, "Q"),
            "Q3" => (3, "Q"),
            "Q4" => (4, "Q"),
            "H1" | "1H" => (1, "H"),
            "H2" | "2H" => (2, "H"),
            _ => return None,
        })
    }

    /// "the 20th century".
    fn century(&self, at: usize) -> Option<Expression> {
        let nth = ordinal(self.lower(at))?;
        let hyphen = usize::from(self.lower(at + 1) == "-");
        (unit(self.lower(at + 1 + hyphen))?.times == 100 && (1..30).contains(&nth))
            .then(|| Expression::date(2 + hyphen, format!("{:02}", nth - 1)))?
    }
}
