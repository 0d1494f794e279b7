//! The week, month, year or decade of writing, whose end or start is meant: "by the end of the year", "year-end".

use super::lexicon::unit;
use super::{Expression, Tagger};
use crate::grammar::Feature;

/// Ends of a stretch of time.
const EDGES: [&str; 4] = ["end", "start", "beginning", "middle"];

impl Tagger<'_> {
    /// The value is the whole stretch, as TIMEX3 has it; where a story of another year is told, none.
    pub fn edge(&self, at: usize) -> Option<Expression> {
        let (named, length) = self.edge_of_unit(at).or_else(|| self.unit_end(at))?;
        let counted = unit(self.lower(named)).filter(|unit| !unit.of_day && unit.letter != "D")?;
        let told = self.year_told_of(at).is_some();
        if told || self.words[named].has(Feature::NumberPlur) {
            return None;
        }
        let value = self.away(counted, 0, Some(self.anchor?))?;
        Expression::counted(length, value)
    }

    /// "the end of the month"
    fn edge_of_unit(&self, at: usize) -> Option<(usize, usize)> {
        let the = usize::from(self.lower(at) == "the");
        let edge = self.is(at + the, &EDGES)
            && self.lower(at + the + 1) == "of"
            && self.lower(at + the + 2) == "the";
        // "the end of the year 2012", "the end of the week of talks"
        let named = at + the + 3;
        let whole = !self.is(named + 1, &["of", "that", "when", "-", "'s"])
            && self.year(named + 1).is_none();
        (edge && whole).then_some((named, the + 4))
    }

    /// "year-end", "year's end"; "year-end figures" tell no day.
    fn unit_end(&self, at: usize) -> Option<(usize, usize)> {
        let joined = self.is(at + 1, &["-", "'s", "’s"]);
        let end = at + 1 + usize::from(joined);
        let the = self.before(at, 1) == "the" && self.lower(at + 1) == "'s";
        let led = self.is_before(at, 1, &["by", "before", "at", "until", "since", "around"]) || the;
        let ends = self.lower(end) == "end"
            && self
                .words
                .get(end + 1)
                .is_none_or(|next| !next.upos.is_noun());
        (led && ends && self.is(at, &["year", "month", "week"])).then_some((at, end + 1 - at))
    }
}
