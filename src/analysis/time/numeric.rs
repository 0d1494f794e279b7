//! Dates and years in figures: "2024-03-18", "3/18/2024", "19-Nov-12", "06/2005", "2010-2012", "2013/14".

use super::lexicon::month_beside_day;
use super::{Expression, Tagger};
use jiff::civil::Date;

/// Years within which years in figures are believed.
const YEARS: std::ops::Range<i16> = 1500..2150;

impl Tagger<'_> {
    pub fn numeric(&self, at: usize) -> Option<Expression> {
        let form = self.lower(at);
        if form.len() == 10 && form.parse::<Date>().is_ok() {
            return Expression::date(1, form);
        }
        // Known to every reader by its day alone.
        if form == "9/11" {
            return Expression::date(1, "2001-09-11").map(|expression| Expression {
                names: false,
                ..expression
            });
        }
        self.day_month_year(at)
            .or_else(|| month_and_year(form))
            .or_else(|| years(form))
            .or_else(|| self.hyphened(at))
            .or_else(|| self.years_in_three(at))
    }

    /// "3/18/2024", "4.3.2018", "2018/04/03": month first between slashes, day first between full stops; the other order
    /// is the alternative where both may be.
    fn day_month_year(&self, at: usize) -> Option<Expression> {
        let form = self.lower(at);
        let dots = form.contains('.');
        let parts: Vec<i16> = form
            .split(if dots { '.' } else { '/' })
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()?;
        let [first, second, third] = parts[..] else {
            return None;
        };
        if first > 999 && !dots {
            return Expression::date(1, date(first, second, third)?);
        }
        // "4.3.18" is rather a version.
        if dots && !YEARS.contains(&third) {
            return None;
        }
        let year = full_year(third);
        let month_first = date(year, first, second);
        let day_first = date(year, second, first);
        let (value, other) = if dots {
            (day_first, month_first)
        } else {
            (month_first, day_first)
        };
        let value = value.or(other.clone())?;
        let other = other.filter(|other| *other != value);
        Expression::date(1, value)?.or(other)
    }

    /// "19-Nov-12"
    fn hyphened(&self, at: usize) -> Option<Expression> {
        let day = self.lower(at).parse().ok()?;
        let month = month_beside_day(self.lower(at + 2))?;
        let year = self.lower(at + 4);
        if self.lower(at + 1) != "-" || self.lower(at + 3) != "-" || !matches!(year.len(), 2 | 4) {
            return None;
        }
        let year = full_year(year.parse().ok()?);
        Expression::date(5, date(year, i16::from(month), day)?)
    }

    /// "2017–18" in three words without blanks.
    fn years_in_three(&self, at: usize) -> Option<Expression> {
        let [first, dash, second] = self.words.get(at..at + 3)? else {
            return None;
        };
        let close = first.span.end == dash.span.start && dash.span.end == second.span.start;
        if !close || !dash.is(&["–", "-"]) || second.lower.len() != 2 {
            return None;
        }
        let expression = years(&format!("{}-{}", first.lower, second.lower))?;
        Some(Expression {
            length: 3,
            ..expression
        })
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<String> {
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Some(date.ok()?.to_string())
}

/// The year that two digits stand for.
fn full_year(year: i16) -> i16 {
    match year {
        0..=50 => 2000 + year,
        51..=99 => 1900 + year,
        _ => year,
    }
}

/// "06/2005"
fn month_and_year(form: &str) -> Option<Expression> {
    let (month, year) = form.split_once('/')?;
    let (month, number): (i16, i16) = (month.parse().ok()?, year.parse().ok()?);
    let fits = year.len() == 4 && YEARS.contains(&number) && (1..=12).contains(&month);
    fits.then(|| Expression::date(1, format!("{number}-{month:02}")))?
}

/// "2010-2012", "2017-18", "2013/14" as an interval of ISO 8601; a slash joins neighbouring years alone.
/// Nothing counts from it.
fn years(form: &str) -> Option<Expression> {
    let slash = form.contains('/');
    let (first, last) = form.split_once(['-', '–', '/'])?;
    let start: i16 = (first.len() == 4).then(|| first.parse().ok())??;
    let number: i16 = last.parse().ok()?;
    let end = match last.len() {
        4 => number,
        // "1999-00" ends in the next century.
        2 => start - start % 100 + number + if number < start % 100 { 100 } else { 0 },
        _ => return None,
    };
    let most = if slash { 1 } else { 99 };
    let fits = YEARS.contains(&start) && end > start && end <= start + most;
    let interval = fits.then(|| Expression::date(1, format!("{start}/{end}")))?;
    interval.map(|interval| Expression {
        names: false,
        ..interval
    })
}
