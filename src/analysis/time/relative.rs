//! Times told from the date of writing or from a date named before: "last year", "on Tuesday night", "two days
//! later", "the quarter", "now".

use super::lexicon::{feast, month, ordinal, part_of_day, season, unit, weekday};
use super::{Expression, Tagger};
use crate::grammar::{Deprel, Feature, Upos};
use crate::terms::TimeType;

/// Counts beyond which no date is meant.
pub(super) const MOST: i64 = 9_000;

impl Tagger<'_> {
    pub fn relative(&self, at: usize) -> Option<Expression> {
        let again = || {
            self.again(at).map(|expression| Expression {
                names: false,
                ..expression
            })
        };
        let told = self
            .ago_on(at)
            .or_else(|| self.shifted(at))
            .or_else(|| self.vague(at))
            .or_else(again)
            .or_else(|| self.edge(at));
        if told.is_some() {
            return told;
        }
        // "the first Tuesday after the vote" is no Tuesday of this week.
        if let Some(day) = weekday(self.lower(at)).filter(|_| ordinal(self.before(at, 1)).is_none())
        {
            return self.weekday(at, 1, day, None);
        }
        if self.lower(at) == "the" {
            if let Some(expression) = self.definite(at) {
                return Some(expression);
            }
        }
        self.deictic(at)
    }

    /// "last year", "next April", "this week", "last Thursday", "this morning".
    fn shifted(&self, at: usize) -> Option<Expression> {
        let the = usize::from(self.lower(at) == "the");
        let long = unit(self.lower(at + the + 1)).is_some_and(|unit| unit.times > 2);
        if the == 1 && long && self.is(at + 1, &["last", "past"]) {
            return None; // "the last decade" is a length that ends now.
        }
        // "this past spring"
        if self.lower(at) == "this" && self.is(at + 1, &["past", "coming"]) {
            let shift = if self.lower(at + 1) == "past" { -1 } else { 1 };
            return self.shifted_anchor(at, at + 2, 3, shift);
        }
        let shift = match self.lower(at + the) {
            "last" | "previous" => -1,
            "past" if the == 1 => -1,
            "next" | "coming" => 1,
            "this" | "current" => 0,
            _ => return None,
        };
        let counts_back = self.lower(at + the) == "previous" || the == 1 && shift == 1;
        if counts_back && self.lower(at + the) != "coming" {
            return self.shifted_reference(at, the, shift);
        }
        self.shifted_anchor(at, at + the + 1, the + 2, shift)
    }

    pub fn shifted_anchor(
        &self,
        at: usize,
        named: usize,
        length: usize,
        shift: i64,
    ) -> Option<Expression> {
        let word = self.lower(named);
        let length = if word == "fiscal" || word == "calendar" {
            length + 1
        } else {
            length
        };
        let named = named + usize::from(word == "fiscal" || word == "calendar");
        let word = self.lower(named);
        if let Some(day) = weekday(word) {
            return self.weekday(at, length, day, Some(shift));
        }
        let year = |suffix: &str| {
            self.anchor.map_or_else(
                || format!("XXXX{suffix}"),
                |anchor| format!("{:04}{suffix}", i64::from(anchor.year()) + shift),
            )
        };
        if let Some(season) = season(word) {
            return Expression::counted(length, self.shifted_season(season, shift));
        }
        // "This may help" tells no month.
        if let Some(month) = month(word).filter(|_| {
            !matches!(word, "may" | "march")
                || self.words[named].form.starts_with(char::is_uppercase)
        }) {
            let value = self.anchor.map_or_else(
                || format!("XXXX-{month:02}"),
                |anchor| {
                    let ahead = month > anchor.month();
                    let behind = month < anchor.month();
                    let year = i64::from(anchor.year())
                        + if shift == -1 && behind || shift == 1 && ahead {
                            0
                        } else {
                            shift
                        };
                    format!("{year:04}-{month:02}")
                },
            );
            return Expression::counted(length, value);
        }
        if let Some(part) = part_of_day(word).filter(|_| shift == 0 || word == "night") {
            return Expression::new(length, TimeType::Time, self.day_at(shift, part)).map(
                |expression| Expression {
                    counted: true,
                    ..expression
                },
            );
        }
        if let Some((words, day)) = feast([word, self.lower(named + 1), self.lower(named + 2)]) {
            let anchor = self.anchor?;
            let years = (-1..=1).filter_map(|by| day(anchor.year() + by));
            let date = if shift < 0 {
                years.filter(|date| *date < anchor).max()
            } else {
                years.filter(|date| *date >= anchor).min()
            };
            return Expression::counted(length + words - 1, date?.to_string());
        }
        let value = match word {
            "year" => year(""),
            "weekend" => self
                .week(shift)
                .map(|week| format!("{week}-WE"))
                .unwrap_or("XXXX-WXX-WE".into()),
            "summit" => return None,
            _ => {
                let counted_unit = unit(word)
                    .filter(|unit| !unit.of_day && self.words[named].has(Feature::NumberSing))?;
                // "last day", "this day" are no dates.
                if counted_unit.letter == "D" {
                    return None;
                }
                match (counted_unit.times, self.anchor) {
                    // "last decade"
                    (10, Some(anchor)) => {
                        format!("{:03}", i64::from(anchor.year()) / 10 + shift)
                    }
                    _ => self.away(counted_unit, shift, self.anchor)?,
                }
            }
        };
        Expression::counted(length, value)
    }

    /// "recent years", "the coming months", "the future", "these days", "years ago".
    fn vague(&self, at: usize) -> Option<Expression> {
        let the = usize::from(self.lower(at) == "the");
        let first = self.lower(at + the);
        let plural = unit(self.lower(at + the + 1))
            .filter(|_| self.words[at + the + 1].has(Feature::NumberPlur));
        match (first, plural) {
            ("recent", Some(_)) => return Expression::date(the + 2, "PAST_REF"),
            ("coming", Some(_)) => return Expression::date(the + 2, "FUTURE_REF"),
            ("these", Some(counted_unit)) if counted_unit.letter == "D" => {
                return Expression::date(2, "PRESENT_REF");
            }
            _ => {}
        }
        let noun = self
            .words
            .get(at + the)
            .is_some_and(|word| word.upos == Upos::Noun)
            && self
                .words
                .get(at + the + 1)
                .is_none_or(|next| next.upos != Upos::Noun);
        match first {
            "future" if noun && (the == 1 || self.words[at].deprel.base() != Deprel::Compound) => {
                Expression::date(the + 1, "FUTURE_REF")
            }
            "past" if noun && the == 1 => Expression::date(2, "PAST_REF"),
            _ if unit(first).is_some()
                && the == 0
                && self.lower(at + 1) == "ago"
                && self.words[at].has(Feature::NumberPlur) =>
            {
                Expression::date(2, "PAST_REF")
            }
            _ => None,
        }
    }

    fn shifted_season(&self, season: &str, shift: i64) -> String {
        let Some(anchor) = self.anchor else {
            return format!("XXXX-{season}");
        };
        // A winter has the year that it begins in: January is the thirteenth month of the year before.
        let (year, month) = match (season, anchor.month()) {
            ("WI", month @ ..3) => (anchor.year() - 1, month + 12),
            (_, month) => (anchor.year(), month),
        };
        let first = match season {
            "SP" => 3,
            "SU" => 6,
            "FA" => 9,
            _ => 12,
        };
        // "Next spring", said in May, is that of the next year.
        let back = if shift == -1 && month > first + 2 || shift == 1 && month < first {
            0
        } else {
            shift
        };
        format!("{:04}-{season}", i64::from(year) + back)
    }
}
