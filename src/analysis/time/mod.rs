//! Temporal expressions and their TIMEX3 values (TimeML 1.2.1).
//!
//! Decided by patterns over words, the date of writing, the tense of the verb that governs the expression, and the
//! dates named before: "on Tuesday" in the past is the last one, "a year earlier" counts from the date before it.
//! Without a date of writing, values stay underspecified (`XXXX-06-30`). Known to go wrong on dates that count from
//! another event ("two days after the vote") and on numbers that are years by chance.

mod ago;
mod calendar;
mod clock;
mod count;
mod day;
mod days_of_month;
mod edge;
mod join;
mod length;
mod lexicon;
mod numeric;
pub mod range;
mod reference;
mod relative;
mod tense;
mod undated;

pub(super) use lexicon::{number, tens};

use super::{Analysis, Word};
use crate::span::ByteSpan;
use crate::terms::TimeType;
use jiff::civil::Date;

/// A temporal expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// Place in the article's text.
    pub span: ByteSpan,
    /// DATE, TIME, DURATION or SET.
    pub time_type: TimeType,
    /// Normalised value, such as `2021-01-20`, `P6M`, `PAST_REF`.
    pub value: String,
    /// The date (`YYYY-MM-DD`) that the value was counted from, where it was.
    pub anchor: Option<String>,
    /// The value of the other reading, where neither words nor tense decide: "on Tuesday" is the last or the next.
    pub alternative: Option<String>,
}

/// Whether a lemma in lower case is a unit of time, a month, a weekday or a season.
pub fn is_named(lemma: &str) -> bool {
    lexicon::unit(lemma).is_some()
        || lexicon::month(lemma).is_some()
        || lexicon::weekday(lemma).is_some()
        || lexicon::season(lemma).is_some()
}

/// Whether a word in lower case is a day of the week or a month.
pub fn is_day_or_month(lower: &str) -> bool {
    lexicon::month(lower).is_some() || lexicon::weekday(lower).is_some()
}

/// Finds the temporal expressions of all sentences, in order and without overlap. `anchor` (`YYYY-MM-DD`, a time of day
/// after it is ignored) is the date of writing. Linear in the number of words.
pub fn find_all(analyses: &mut [Analysis], anchor: Option<Date>) {
    let mut named = Named::default();
    for analysis in analyses {
        analysis.times = find(&analysis.words, anchor, &mut named);
        named.year = named
            .year
            .map(|(year, ago)| (year, ago + 1))
            .filter(|&(_, ago)| ago < STORY);
    }
}

/// For how many sentences a year that was written out dates the days that follow: "On 2 June" in a life of Galois.
const STORY: usize = 4;

/// Dates that the article named before, from which later expressions count.
#[derive(Debug, Default)]
struct Named {
    /// The last date: a year, quarter, month or day.
    last: Option<String>,
    /// The last quarter, of which financial news speaks throughout.
    quarter: Option<String>,
    /// The last year written out, and how many sentences ago.
    year: Option<(i16, usize)>,
}

fn find(words: &[Word], anchor: Option<Date>, named: &mut Named) -> Vec<Time> {
    let mut expressions: Vec<Expression> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let tagger = Tagger {
            words,
            anchor,
            named,
        };
        match tagger.expression(at) {
            Some(expression) if expression.length > 0 => {
                let expression = Expression {
                    start: at,
                    ..expression
                };
                named.note(&expression);
                at = expression.end().min(words.len());
                expressions.push(expression);
            }
            _ => at += 1,
        }
    }
    let tagger = Tagger {
        words,
        anchor,
        named,
    };
    tagger
        .join(expressions)
        .into_iter()
        .map(|expression| Time {
            span: words[expression.start]
                .span
                .cover(words[(expression.end() - 1).min(words.len() - 1)].span),
            time_type: expression.time_type,
            value: expression.value,
            anchor: anchor
                .filter(|_| expression.counted)
                .map(|anchor| anchor.to_string()),
            alternative: expression.alternative,
        })
        .collect()
}

impl Named {
    fn note(&mut self, expression: &Expression) {
        if !expression.names
            || expression.time_type != TimeType::Date
            || !expression
                .value
                .starts_with(|letter: char| letter.is_ascii_digit())
        {
            return;
        }
        if expression.value.contains("-Q") {
            self.quarter = Some(expression.value.clone());
        }
        // "1832" alone may be a passing remark; "30 May 1832" is a story.
        if !expression.counted && expression.value.len() >= 7 {
            self.year = expression
                .value
                .get(..4)
                .and_then(|year| year.parse().ok())
                .map(|year| (year, 0));
        }
        self.last = Some(expression.value.clone());
    }
}

/// A temporal expression at a word.
#[derive(Debug, Clone)]
struct Expression {
    start: usize,
    length: usize,
    time_type: TimeType,
    value: String,
    /// Whether the value was counted from the date of writing.
    counted: bool,
    /// Whether later expressions count from it.
    names: bool,
    /// The value of the other reading, where neither words nor tense decide.
    alternative: Option<String>,
}

impl Expression {
    fn date(length: usize, value: impl Into<String>) -> Option<Expression> {
        Expression::new(length, TimeType::Date, value)
    }

    fn counted(length: usize, value: impl Into<String>) -> Option<Expression> {
        Expression::date(length, value).map(|expression| Expression {
            counted: true,
            ..expression
        })
    }

    fn new(length: usize, time_type: TimeType, value: impl Into<String>) -> Option<Expression> {
        Some(Expression {
            start: 0,
            length,
            time_type,
            value: value.into(),
            counted: false,
            names: true,
            alternative: None,
        })
    }

    fn or(self, alternative: Option<String>) -> Option<Expression> {
        Some(Expression {
            alternative,
            ..self
        })
    }

    fn end(&self) -> usize {
        self.start + self.length
    }
}

/// Tags one sentence: each method asks what stands at a word, and `None` is nothing of its sort.
struct Tagger<'a> {
    words: &'a [Word],
    anchor: Option<Date>,
    named: &'a Named,
}

impl Tagger<'_> {
    fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.lower)
    }

    fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.lower(at))
    }

    /// Whether the word there, in lower case, is one of those.
    fn is(&self, at: usize, forms: &[&str]) -> bool {
        forms.contains(&self.lower(at))
    }

    /// Whether the word so many places in front is one of those.
    fn is_before(&self, at: usize, back: usize, forms: &[&str]) -> bool {
        forms.contains(&self.before(at, back))
    }

    fn expression(&self, at: usize) -> Option<Expression> {
        self.calendar(at)
            .or_else(|| self.relative(at))
            .or_else(|| self.clock(at))
            .or_else(|| self.length(at))
            .or_else(|| self.named_day(at))
    }
}

#[cfg(test)]
mod tests;
