//! The times that a claim names, and its own.

use super::Builder;
use super::claim::has_words;
use crate::analysis::time::Time;
use crate::claim::{self, Claim};
use crate::report::record::*;

impl Builder<'_> {
    pub(super) fn times(&self, claim: &Claim) -> Vec<TimeRecord> {
        let times = &self.stages.reading.analyses[claim.sentence].times;
        let inside = times.iter().filter(|time| has_words(claim, time.span));
        inside.map(|time| self.time(time)).collect()
    }

    fn time(&self, time: &Time) -> TimeRecord {
        TimeRecord {
            text: self.words(&[time.span]),
            spans: self.places(&[time.span]),
            time_type: time.time_type,
            value: time.value.clone(),
            anchor: time.anchor.clone(),
            alternative: time.alternative.clone(),
        }
    }

    pub(super) fn when(&self, when: &claim::When) -> When {
        When {
            period: when.period,
            from: when.from.map(|day| day.to_string()),
            to: when.to.map(|day| day.to_string()),
            rule: when.rule.to_string(),
            cues: self.cue_words(&when.cues),
        }
    }
}
