//! Expressions that belong together: "10 p.m. Wednesday", "Friday, Oct. 23", "July last year", "early next year".

use super::lexicon::weekday;
use super::{Expression, Tagger};
use crate::terms::TimeType;

/// What may stand between a clock time and its day: "9 a.m. EST Tuesday".
const BETWEEN_CLOCK_AND_DAY: [&str; 13] = [
    "est", "edt", "gmt", "et", "pt", "pst", "pdt", "cet", "bst", ",", "on", "local", "time",
];

impl Tagger<'_> {
    /// Joins neighbours, gives clock times their day and takes in the words that modify an expression.
    pub fn join(&self, expressions: Vec<Expression>) -> Vec<Expression> {
        let mut joined: Vec<Expression> = Vec::new();
        for next in expressions {
            let last = joined.last_mut();
            match last.and_then(|last| self.united(last, &next).map(|united| (last, united))) {
                Some((last, united)) => *last = united,
                None => joined.push(next),
            }
        }
        self.date_clocks(&mut joined);
        let mut end = 0;
        for expression in &mut joined {
            self.take_in_modifiers(expression, end);
            end = expression.end();
        }
        joined
    }

    fn united(&self, first: &Expression, second: &Expression) -> Option<Expression> {
        let between: Vec<&str> = (first.end()..second.start.min(first.end() + 4))
            .map(|at| self.lower(at))
            .collect();
        if second.start > first.end() + 3 {
            return None;
        }
        let whole = |value: String, time_type| {
            Some(Expression {
                start: first.start,
                length: second.end() - first.start,
                time_type,
                value,
                counted: first.counted || second.counted,
                names: true,
                alternative: None,
            })
        };
        let is_day = |expression: &Expression| {
            expression.time_type == TimeType::Date
                && expression.value.len() == 10
                && expression.value.as_bytes()[7] == b'-'
        };
        if first.time_type == TimeType::Time
            && first.value.starts_with('T')
            && is_day(second)
            && between
                .iter()
                .all(|word| BETWEEN_CLOCK_AND_DAY.contains(word))
        {
            return whole(format!("{}{}", second.value, first.value), TimeType::Time);
        }
        // "Friday, Oct. 23"
        let named_day = weekday(self.lower(first.end() - 1)).is_some();
        if named_day
            && is_day(second)
            && matches!(between[..], [] | [","])
            && weekday(self.lower(second.start)).is_none()
        {
            return whole(second.value.clone(), TimeType::Date);
        }
        // "July last year", "this year's third quarter"
        let is_year = |expression: &Expression| {
            expression.value.len() == 4 && expression.time_type == TimeType::Date
        };
        let part = |value: &str| value.len() > 4 && value.as_bytes()[4] == b'-' && value.len() <= 7;
        if part(&first.value) && is_year(second) && matches!(between[..], [] | ["of"] | [","]) {
            return whole(
                format!("{}{}", second.value, &first.value[4..]),
                TimeType::Date,
            );
        }
        if is_year(first)
            && part(&second.value)
            && !second.value[5..].starts_with(|digit: char| digit.is_ascii_digit())
            && matches!(between[..], ["'s"] | [])
        {
            return whole(
                format!("{}{}", first.value, &second.value[4..]),
                TimeType::Date,
            );
        }
        None
    }

    /// A clock time is that of the day named beside it in the sentence, else of the day of writing.
    fn date_clocks(&self, expressions: &mut [Expression]) {
        let day = expressions
            .iter()
            .find(|expression| {
                expression.time_type != TimeType::Duration
                    && expression.value.len() >= 10
                    && !expression.value.contains('W')
            })
            .map(|expression| expression.value[..10].to_string());
        let day = day.or_else(|| self.anchor.map(|anchor| anchor.to_string()));
        for clock in expressions
            .iter_mut()
            .filter(|expression| expression.value.starts_with('T'))
        {
            clock.value = format!("{}{}", day.as_deref().unwrap_or("XXXX-XX-XX"), clock.value);
            clock.counted = self.anchor.is_some();
        }
    }

    /// "early next year", "the end of 1990", "nearly two months": as far as the expression before.
    fn take_in_modifiers(&self, expression: &mut Expression, floor: usize) {
        let reference = expression.value.ends_with("_REF");
        loop {
            let room = expression.start - floor;
            let one = if room > 0 {
                self.before(expression.start, 1)
            } else {
                ""
            };
            let two = if room > 1 {
                self.before(expression.start, 2)
            } else {
                ""
            };
            let three = if room > 2 {
                self.before(expression.start, 3)
            } else {
                ""
            };
            let dated = expression.time_type == TimeType::Date && !reference;
            let take = match (three, two, one) {
                ("the", "end" | "beginning" | "start" | "middle", "of") if dated => 3,
                (_, "more" | "less" | "fewer", "than") | (_, "at", "least")
                    if expression.time_type == TimeType::Duration
                        || self.lower(expression.end() - 1) == "ago" =>
                {
                    2
                }
                (_, _, "early" | "late" | "mid")
                    if dated || expression.time_type == TimeType::Time =>
                {
                    1
                }
                (_, _, "earlier" | "later")
                    if dated && self.is(expression.start, &["this", "that", "in", "today"]) =>
                {
                    1
                }
                (_, _, "nearly" | "almost") if !reference => 1,
                (_, _, "-") if matches!(two, "mid" | "early" | "late") => 2,
                (_, "the", "early" | "late") => 2,
                (_, _, "the") if dated && takes_article(&expression.value) => 1,
                _ => return,
            };
            expression.start -= take;
            expression.length += take;
        }
    }
}

/// Quarters, halves, decades, centuries and seasons have an article: "the third quarter", "the 1990s".
fn takes_article(value: &str) -> bool {
    value.contains("-Q")
        || value.contains("-H")
        || value.len() < 4
        || ["-SP", "-SU", "-FA", "-WI"]
            .iter()
            .any(|season| value.ends_with(season))
}
