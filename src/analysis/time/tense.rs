//! Past or future: what the words around an expression say of it.

use super::Tagger;
use crate::analysis::Word;
use crate::grammar::{Deprel, Feature, Upos};

/// Where an expression lies from the date of writing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Direction {
    Past,
    Future,
}

/// How far up the tree the governing verb is sought, and how far its auxiliaries lie: keeps the work linear.
const REACH: usize = 24;

/// Modal verbs that put something ahead, or may.
const AHEAD: [&str; 11] = [
    "will", "'ll", "wo", "shall", "may", "might", "could", "would", "should", "must", "can",
];

/// Those of them that may tell of the past as well: "he would come on Tuesday".
const TOLD: [&str; 3] = ["could", "would", "might"];

/// Predicates by which something has a date ahead: "is scheduled for Monday".
const BOOKED: [&str; 6] = ["expect", "schedule", "due", "set", "slate", "postpone"];

/// Predicates whose infinitive lies ahead: "plans to close on Monday".
const PLANNED: [&str; 15] = [
    "expect", "schedule", "plan", "due", "set", "slate", "intend", "hope", "aim", "promise",
    "likely", "unlikely", "postpone", "want", "agree",
];

/// Prepositions that put a time ahead.
const BEFORE_FUTURE: [&str; 5] = ["until", "till", "by", "starting", "beginning"];

/// Words between a preposition and its time.
const BEFORE_TIME: [&str; 6] = ["the", "early", "late", "mid", "about", "around"];

impl Tagger<'_> {
    /// By the preposition, then the governing verb; `None` where neither tells.
    pub fn direction(&self, at: usize) -> Option<Direction> {
        let near = (1..4)
            .map(|back| self.before(at, back))
            .find(|word| !BEFORE_TIME.contains(word));
        match near {
            Some("since") => return Some(Direction::Past),
            Some(word) if BEFORE_FUTURE.contains(&word) => return Some(Direction::Future),
            _ => {}
        }
        // "as soon as Tuesday"
        if self.before(at, 1) == "as" && self.before(at, 2) == "soon" {
            return Some(Direction::Future);
        }
        // "The vote is on Tuesday."
        let is = |other: &Word| {
            other.head == Some(at) && other.deprel == Deprel::Cop && other.has(Feature::TensePres)
        };
        if self.words[at.saturating_sub(REACH)..at].iter().any(is) {
            return Some(Direction::Future);
        }
        let mut word = at;
        for _ in 0..REACH {
            word = self.words.get(word)?.head?;
            if let Some(direction) = self.tense(word) {
                return Some(direction);
            }
        }
        None
    }

    /// Whether a day hangs on a plain present: "The court rules Friday" has a date ahead, if papers' headlines have one
    /// behind.
    pub fn is_scheduled(&self, at: usize) -> bool {
        let head = self.words.get(at).and_then(|word| word.head);
        head.map(|head| &self.words[head]).is_some_and(|verb| {
            verb.upos == Upos::Verb
                && verb.has(Feature::TensePres)
                && verb.has(Feature::VerbFormFin)
        })
    }

    /// What a verb and its auxiliaries say. A bare participle or infinitive leaves it to what governs it, but one that
    /// something is planned or expected to do lies ahead.
    fn tense(&self, verb: usize) -> Option<Direction> {
        let word = &self.words[verb];
        let first = verb.saturating_sub(REACH);
        let auxiliaries: Vec<&Word> = self.words[first..verb]
            .iter()
            .filter(|other| other.head == Some(verb) && other.upos == Upos::Aux)
            .collect();
        let copula = !auxiliaries.is_empty();
        if !matches!(word.upos, Upos::Verb | Upos::Aux) && !copula {
            return None;
        }
        // "The court is to rule on Friday."
        let is =
            |auxiliary: &&Word| auxiliary.has_lemma(&["be"]) && auxiliary.has(Feature::TensePres);
        if word.has(Feature::VerbFormInf) && auxiliaries.iter().any(is) {
            return Some(Direction::Future);
        }
        if auxiliaries.iter().any(|auxiliary| auxiliary.is(&AHEAD)) {
            // "could have closed"
            let perfect = auxiliaries
                .iter()
                .any(|auxiliary| auxiliary.lemma == "have");
            let told = auxiliaries.iter().any(|auxiliary| auxiliary.is(&TOLD));
            return if perfect {
                Some(Direction::Past)
            } else {
                (!told).then_some(Direction::Future)
            };
        }
        if auxiliaries
            .iter()
            .any(|auxiliary| auxiliary.has(Feature::TensePast) || auxiliary.lemma == "have")
            || word.has(Feature::TensePast) && word.has(Feature::VerbFormFin)
        {
            return Some(if booked(word) {
                Direction::Future
            } else {
                Direction::Past
            });
        }
        if word.has(Feature::VerbFormInf) {
            let governed = word.head.map(|head| &self.words[head]);
            return governed.is_some_and(planned).then_some(Direction::Future);
        }
        let present = auxiliaries
            .iter()
            .any(|auxiliary| auxiliary.has(Feature::TensePres));
        if word.has(Feature::TensePast) && word.has(Feature::VerbFormPart) && !present {
            return Some(if booked(word) {
                Direction::Future
            } else {
                Direction::Past
            });
        }
        (present && booked(word)).then_some(Direction::Future)
    }
}

/// "is scheduled for Monday", but "were promised it in May".
fn booked(word: &Word) -> bool {
    word.has_lemma(&BOOKED)
}

/// "plans to close on Monday"
fn planned(word: &Word) -> bool {
    word.has_lemma(&PLANNED)
}
