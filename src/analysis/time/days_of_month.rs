//! Days told within their month: "the first Sunday of June", "from 3 to 7 June 2018", "May 2-9", "the week of March 6".

use super::lexicon::{month, month_beside_day, ordinal, weekday};
use super::reference::iso_week;
use super::{Expression, Tagger};
use jiff::civil::Date;

/// What joins the first and the last day of a range.
const JOINING: [&str; 7] = ["–", "-", "to", "and", "through", "until", "till"];

impl Tagger<'_> {
    /// "the first Sunday of June", "the last Friday in April last year"
    pub fn nth_weekday(&self, at: usize) -> Option<Expression> {
        let the = usize::from(self.lower(at) == "the");
        let nth = match self.lower(at + the) {
            "last" => -1,
            form => i8::try_from(ordinal(form).filter(|nth| (1..6).contains(nth))?).ok()?,
        };
        let day = weekday(self.lower(at + the + 1))?;
        let named = at + the + 3;
        let month = month(self.lower(named)).filter(|_| self.is(named - 1, &["of", "in"]))?;
        let of = |year: i16| {
            let first = Date::new(year, month, 1).ok()?;
            Some(first.nth_weekday_of_month(nth, day).ok()?.to_string())
        };
        if let Some((year, more)) = self.year_behind(named + 1) {
            return Expression::date(the + 4 + more, of(year)?);
        }
        let shift = match (self.lower(named + 1), self.lower(named + 2)) {
            ("last", "year") => Some(-1),
            ("this", "year") => Some(0),
            ("next", "year") => Some(1),
            _ => None,
        };
        if let (Some(shift), Some(anchor)) = (shift, self.anchor) {
            return Expression::counted(the + 6, of(anchor.year() + shift)?);
        }
        let (value, other) = self.near_month(named, month);
        let day_in = |value: &str| of(value.get(..4)?.parse().ok()?);
        let value = day_in(&value).unwrap_or_else(|| "XXXX-XX-XX".into());
        Expression::counted(the + 4, value)?.or(other.and_then(|other| day_in(&other)))
    }

    /// "the week of March 6"
    pub fn week_of(&self, at: usize) -> Option<Expression> {
        let the = usize::from(self.lower(at) == "the");
        if self.lower(at + the) != "week" || self.lower(at + the + 1) != "of" {
            return None;
        }
        let day = self.day_and_month(at + the + 2)?;
        let week = |value: &str| value.parse().ok().map(iso_week);
        Some(Expression {
            length: the + 2 + day.length,
            value: week(&day.value)?,
            alternative: day.alternative.as_deref().and_then(week),
            ..day
        })
    }

    /// "3-7 June 2018", "May 2-9"; of "from 3 to 7 June 2018" the first day.
    pub fn days_of_month(&self, at: usize) -> Option<Expression> {
        if let Some((first, last)) = two_days(self.lower(at)) {
            let month = month_beside_day(self.lower(at + 1))?;
            return self.interval(at, (first, last), month, 2);
        }
        if let Some((first, last)) = two_days(self.lower(at + 1)) {
            let month = month_beside_day(self.lower(at))
                .filter(|_| self.words[at].form.starts_with(char::is_uppercase))?;
            return self.interval(at, (first, last), month, 2);
        }
        let first = self.day(at)?;
        let joins = self.is(at + 1, &JOINING) && self.is_before(at, 1, &["from", "between"]);
        let last = self.day(at + 2).filter(|&last| joins && first < last)?;
        let month = month_beside_day(self.lower(at + 3))?;
        let value = match self.year_behind(at + 4) {
            Some((year, _)) => Date::new(year, month, first).ok()?.to_string(),
            None => {
                let (value, _) = self.near_date(at + 2, month, last);
                format!("{}{first:02}", value.get(..8)?)
            }
        };
        Expression::counted(1, value)
    }

    fn interval(
        &self,
        at: usize,
        (first, last): (i8, i8),
        month: i8,
        length: usize,
    ) -> Option<Expression> {
        let both = |year: i16| {
            let first = Date::new(year, month, first).ok()?;
            Some(format!("{first}/{}", Date::new(year, month, last).ok()?))
        };
        if let Some((year, more)) = self.year_behind(at + length) {
            return Expression::date(length + more, both(year)?);
        }
        let (value, other) = self.near_date(at, month, first);
        let both_in = |value: &str| both(value.get(..4)?.parse().ok()?);
        Expression::counted(length, both_in(&value)?)?.or(other.and_then(|other| both_in(&other)))
    }

    /// The last day of a range behind its first one: "November 18–December 3, 2017", "Jan. 1 and March 31, 2018". Only one
    /// with its year.
    pub fn end_behind(&self, at: usize) -> Option<Date> {
        if !self.is(at, &JOINING) {
            return None;
        }
        let (month, day) = match month_beside_day(self.lower(at + 1)) {
            Some(month) => (month, self.day(at + 2)?),
            None => (month_beside_day(self.lower(at + 2))?, self.day(at + 1)?),
        };
        let (year, _) = self.year_behind(at + 3)?;
        Date::new(year, month, day).ok()
    }
}

/// "3-7"
fn two_days(form: &str) -> Option<(i8, i8)> {
    let (first, last) = form.split_once(['-', '–'])?;
    let (first, last): (i8, i8) = (first.parse().ok()?, last.parse().ok()?);
    (1 <= first && first < last && last <= 31).then_some((first, last))
}
