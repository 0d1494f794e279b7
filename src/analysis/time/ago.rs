//! Days told twice: "a year ago Tuesday", "ten years ago today", "two years ago this week", "a week from Friday".

use super::lexicon::{Unit, unit, weekday};
use super::reference::iso_week;
use super::relative::MOST;
use super::{Expression, Tagger};
use jiff::Span;
use jiff::civil::Date;

impl Tagger<'_> {
    pub fn ago_on(&self, at: usize) -> Option<Expression> {
        let anchor = self.anchor?;
        let (count, words) = self.count(at)?;
        let count = count.filter(|count| (1..MOST).contains(count))?;
        let counted = unit(self.lower(at + words)).filter(|unit| !unit.of_day)?;
        let behind = at + words + 1;
        let (value, end) = match self.lower(behind) {
            "ago" => self.day_then(behind + 1, moved(anchor, counted, -count)?)?,
            "from" => {
                let day = weekday(self.lower(behind + 1))?;
                let next = anchor.nth_weekday(1, day).ok()?;
                (moved(next, counted, count)?.to_string(), behind + 2)
            }
            _ => return None,
        };
        Expression::counted(end - at, value)
    }

    /// What the words behind "ago" say of the day so long ago, and the word behind them.
    fn day_then(&self, at: usize, then: Date) -> Option<(String, usize)> {
        let on = usize::from(self.lower(at) == "on");
        if let Some(day) = weekday(self.lower(at + on)) {
            let ahead = i64::from(day.to_monday_zero_offset())
                - i64::from(then.weekday().to_monday_zero_offset());
            let date = then.checked_add(Span::new().days(ahead)).ok()?;
            return Some((date.to_string(), at + on + 1));
        }
        match (self.lower(at), self.lower(at + 1)) {
            ("today", _) => Some((then.to_string(), at + 1)),
            ("this", "week") => Some((iso_week(then), at + 2)),
            ("this", "month") => Some((format!("{:04}-{:02}", then.year(), then.month()), at + 2)),
            _ => None,
        }
    }
}

/// A day some units from another; `None` for quarters, and out of the calendar.
fn moved(from: Date, unit: Unit, count: i64) -> Option<Date> {
    let count = count.checked_mul(unit.times)?;
    let span = match unit.letter {
        "Y" => Span::new().try_years(count),
        "M" => Span::new().try_months(count),
        "W" => Span::new().try_weeks(count),
        "D" => Span::new().try_days(count),
        _ => return None,
    };
    from.checked_add(span.ok()?).ok()
}
