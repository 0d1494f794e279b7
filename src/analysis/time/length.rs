//! Lengths of time and repeated times: "eighteen months", "the past six months", "two-year", "every year", "daily".

use super::lexicon::{month, number, part_of_day, season, unit, weekday};
use super::{Expression, Tagger};
use crate::grammar::{Feature, Upos};
use crate::terms::TimeType;

/// What frames a length: "the past six months".
const FRAMES: [&str; 8] = [
    "past",
    "last",
    "next",
    "first",
    "final",
    "coming",
    "previous",
    "following",
];

/// Words between a number and its unit: "three more years".
const BEFORE_UNIT: [&str; 8] = [
    "more",
    "further",
    "full",
    "straight",
    "consecutive",
    "additional",
    "whole",
    "-",
];

/// Words in front of "a year" that make it a length.
const BEFORE_LENGTH: [&str; 23] = [
    "for", "in", "within", "over", "about", "after", "than", "nearly", "almost", "least", "around",
    "of", "took", "takes", "take", "last", "lasted", "just", "only", "half", "spent", "spend",
    "quite",
];

impl Tagger<'_> {
    pub fn length(&self, at: usize) -> Option<Expression> {
        self.set(at)
            .or_else(|| self.framed(at))
            .or_else(|| self.uncounted(at))
            .or_else(|| self.counted_units(at))
    }

    /// "every year", "each Thursday", "daily", "310,000 a year".
    fn set(&self, at: usize) -> Option<Expression> {
        let set = |length, value: String| Expression::new(length, TimeType::Set, value);
        let adverb = match self.lower(at) {
            "daily" => Some("P1D"),
            "weekly" => Some("P1W"),
            "monthly" => Some("P1M"),
            "annually" | "yearly" => Some("P1Y"),
            "hourly" => Some("PT1H"),
            _ => None,
        };
        if let Some(value) = adverb.filter(|_| self.words[at].upos != Upos::Propn) {
            return set(1, value.into());
        }
        if let "every" | "each" | "per" = self.lower(at) {
            let named = self.lower(at + 1);
            if let Some(day) = weekday(named) {
                let part = part_of_day(self.lower(at + 2));
                return set(
                    2 + usize::from(part.is_some()),
                    format!(
                        "XXXX-WXX-{}{}",
                        day.to_monday_one_offset(),
                        part.unwrap_or("")
                    ),
                );
            }
            if let Some(month) = month(named) {
                return set(2, format!("XXXX-{month:02}"));
            }
            if let Some(season) = season(named) {
                return set(2, format!("XXXX-{season}"));
            }
            if let Some(part) = part_of_day(named) {
                return set(2, format!("XXXX-XX-XX{part}"));
            }
            if let Some(count) = number(named) {
                if let Some(unit) = unit(self.lower(at + 2)) {
                    return set(3, unit.duration(Some(count)));
                }
            }
            return set(2, self.unit(at + 1)?.duration(Some(1)));
        }
        let rate = self.is(at, &["a", "an"])
            && at > 0
            && (matches!(self.words[at - 1].upos, Upos::Num | Upos::Noun)
                || self.lower(at - 1) == "%");
        let behind = !self.is(at + 2, &["ago", "later", "earlier", "before", "or"]);
        let unit = self
            .unit(at + 1)
            .filter(|_| rate && behind && self.words[at + 1].has(Feature::NumberSing))?;
        set(2, unit.duration(Some(1)))
    }

    /// "the past six months", "the first nine months", "the next few days", "the last decade".
    fn framed(&self, at: usize) -> Option<Expression> {
        let the = usize::from(self.lower(at) == "the");
        if !self.is(at + the, &FRAMES) {
            return None;
        }
        let (count, words) = match self.count(at + the + 1) {
            Some((Some(1), 1)) if self.lower(at + the + 1) != "one" => return None,
            Some(found) => found,
            None if self.unit(at + the + 1).is_some_and(|unit| unit.times > 1)
                && self.is(at + the, &["past", "last"]) =>
            {
                (Some(1), 0)
            }
            None => return None,
        };
        let unit = self.unit(at + the + 1 + words)?;
        Expression::new(the + 2 + words, TimeType::Duration, unit.duration(count))
    }

    /// "for years", "within weeks"; "for decades" has the decade's own letter.
    fn uncounted(&self, at: usize) -> Option<Expression> {
        let unit = self
            .unit(at)
            .filter(|_| self.is_before(at, 1, &["for", "within"]))?;
        if !self.words[at].has(Feature::NumberPlur) || self.is(at + 1, &["old", "of", "-"]) {
            return None;
        }
        let value = match unit.times {
            10 => "PXE".into(),
            100 => "PXC".into(),
            _ => unit.duration(None),
        };
        Expression::new(1, TimeType::Duration, value)
    }

    /// "eighteen months", "two-year", "a week", "an hour and a half", "two and a half years".
    fn counted_units(&self, at: usize) -> Option<Expression> {
        let the = usize::from(
            self.lower(at) == "the"
                && number(self.lower(at + 1)).is_some()
                && self.lower(at + 2) != "-",
        );
        // "the 1988 quarter", "three-quarters of"
        if self.year(at + the).is_some() && self.lower(at + the + 1) == "quarter" {
            return None;
        }
        let (mut count, mut words) = match (self.lower(at), self.lower(at + 1)) {
            ("half", "a" | "an") => {
                let unit = self.unit(at + 2)?;
                let halved = match unit.letter {
                    "Y" if unit.times == 10 => "P5Y",
                    "Y" if unit.times == 100 => "P50Y",
                    "Y" => "P6M",
                    "D" => "PT12H",
                    "H" => "PT30M",
                    _ => return None,
                };
                return Expression::new(3, TimeType::Duration, halved);
            }
            _ => self.count(at + the)?,
        };
        words += the;
        let half = self.lower(at + words) == "and"
            && self.lower(at + words + 1) == "a"
            && self.lower(at + words + 2) == "half"
            || self.lower(at + words) == "1/2";
        if half {
            words += if self.lower(at + words) == "and" {
                3
            } else {
                1
            };
        }
        if self.is(at + words, &BEFORE_UNIT) {
            words += 1;
        }
        let unit = self.unit(at + words)?;
        words += 1;
        if unit.letter == "Q" && self.lower(at + words) == "of" {
            return None;
        }
        // An age is no length of time that something takes.
        let age = self.lower(at + words) == "old"
            || self.lower(at + words) == "-" && self.lower(at + words + 1) == "old"
            || self.lower(at + words) == "of" && self.lower(at + words + 1) == "age";
        if age {
            return None;
        }
        if self.is(at, &["a", "an"]) && count == Some(1) && !self.spans(at, at + words) {
            return None;
        }
        if self.lower(at + words) == "and"
            && self.lower(at + words + 1) == "a"
            && self.lower(at + words + 2) == "half"
        {
            words += 3;
            count = count.map(|count| 10 * count + 5);
            let value = halves(unit.letter, count?, unit.times)?;
            return Expression::new(words, TimeType::Duration, value);
        }
        if half {
            let value = halves(unit.letter, 10 * count? + 5, unit.times)?;
            return Expression::new(words, TimeType::Duration, value);
        }
        if count.is_some_and(|count| count > 1_000_000_000) {
            return None;
        }
        Expression::new(words, TimeType::Duration, unit.duration(count))
    }

    /// Whether "a year" is a length: behind a preposition or in front of its "long".
    fn spans(&self, at: usize, end: usize) -> bool {
        self.is_before(at, 1, &BEFORE_LENGTH) && self.lower(end) != "of"
    }

    fn unit(&self, at: usize) -> Option<super::lexicon::Unit> {
        self.words
            .get(at)
            .filter(|word| word.upos.is_noun())
            .and_then(|word| unit(&word.lower))
    }
}

/// A length in tenths of a unit as whole smaller ones.
fn halves(letter: &str, tenths: i64, times: i64) -> Option<String> {
    let whole = tenths / 10;
    Some(match (letter, times) {
        ("Y", 1) => format!("P{whole}Y6M"),
        ("Y", _) => format!("P{}Y", tenths * times / 10),
        ("H", _) => format!("PT{whole}H30M"),
        ("M", 1) => format!("P{whole}.5M"),
        _ => format!("P{whole}.5{letter}"),
    })
}
