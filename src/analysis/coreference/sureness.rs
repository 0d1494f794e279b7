//! How likely a name that the ranker picked for a pronoun is right: whether it may be written in.
//!
//! The ranker compares candidates with each other; that none of them may be meant ("It takes patience", a whole sentence, people
//! never named) it hardly sees. So a logistic regression for each sort of pronoun weighs what the ranker was sure of and where
//! both stand ([`Signal`]); its weights are `sureness.tsv`, learned by `training/sureness.py` on gold coreference. What gold of
//! short texts is too rare to weigh are [`DOUBTS`]: a name that has one is never sure. Goes wrong where knowledge of the world
//! decides, "it" most: that a protocol and not the bug in it has features.

use super::agreement::is_group;
use super::candidates::WINDOW;
use super::mention::{Form, Mention, Pronoun};
use super::names::Names;
use crate::analysis::Word;
use crate::grammar::{Deprel, EntityType, Upos};
use crate::labels::labels;
use std::sync::LazyLock;

labels! {
    /// What speaks for or against a name for a pronoun.
    pub enum Signal {
        Always = "always",
        Probability = "odds of its probability",
        Margin = "margin before the second",
        Chain = "mentioned last by a pronoun",
        PassedSubject = "fitting subject passed over",
        Rivals = "fitting rivals near",
        Animate = "antecedent is animate",
        Mentions = "mentions so far",
        Distance = "sentences since it was mentioned",
        Opens = "pronoun opens the sentence",
    }
}

/// The value of each signal, in the order of [`Signal::ALL`].
pub type Signals = [f32; Signal::ALL.len()];

/// What the ranker makes of a pronoun.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guess {
    /// The mention that names it.
    pub antecedent: usize,
    /// Its entity.
    pub entity: usize,
    /// How likely it is among what fits.
    pub share: f32,
    /// How likely it is among all.
    pub probability: f32,
    /// How likely the second is among all.
    pub second: f32,
}

labels! {
    /// Why a name for "it" or "they" is never sure.
    pub enum Doubt {
        Renamed = "named last in other words",
        ThingActs = "a thing acts like a person",
        PartOfName = "part of a longer name",
        Bare = "one thing without an article",
    }
}

/// A doubt, an example, and what it asks of a pronoun and what the ranker picked for it.
struct DoubtRule {
    name: Doubt,
    /// A text whose last pronoun it keeps.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
    test: fn(&Names, usize, &Guess) -> bool,
}

#[rustfmt::skip]
static DOUBTS: &[DoubtRule] = &[
    DoubtRule { name: Doubt::Renamed, test: renamed,
                example: "The Marsh Company lost money. The Harbour Bank did well. The company said that it would close." },
    DoubtRule { name: Doubt::ThingActs, test: thing_acts,
                example: "The ferry is late, and it refused to say why." },
    DoubtRule { name: Doubt::PartOfName, test: part_of_name,
                example: "Tarn’s Sea Watch Live is slow. It costs too much." },
    DoubtRule { name: Doubt::Bare, test: bare,
                example: "The captain loves coffee because it is strong." },
];

/// How likely a name that is doubted is right at most.
const DOUBTED: f32 = 0.5;

/// Odds are told up to here.
const MOST_ODDS: f32 = 5.0;

/// How many sentences are told apart.
const MOST_SENTENCES: usize = 4;

/// What people and bodies do, and things don't.
#[rustfmt::skip]
const ACTS: [&str; 40] = [
    "say", "tell", "add", "announce", "think", "believe", "want", "plan", "hope", "decide", "know", "refuse", "agree",
    "expect", "try", "feel", "hire", "ask", "argue", "claim", "warn", "admit", "deny", "promise", "find", "attempt",
    "fight", "hesitate", "offer", "sell", "buy", "like", "love", "wish", "understand", "realize", "notice", "learn",
    "talk", "speak",
];

/// "The company said that it would": which company that is, where two were named, is a guess of its own.
fn renamed(names: &Names, index: usize, guess: &Guess) -> bool {
    let mentions = &names.document.mentions;
    let named = &mentions[guess.antecedent];
    let Some(at) = names.last_named(index, guess.entity) else {
        return false;
    };
    let last = &mentions[at];
    let shares = |word: &u32| named.name_words.contains(word);
    let called =
        || names.is_called(guess.antecedent, last) && !names.passes_body(at, guess.antecedent);
    match named.name {
        Some(_) => !last.name_words.iter().any(shares) && !called(),
        None => last.lemma != named.lemma,
    }
}

/// Words for bodies, which act, beside those of groups.
#[rustfmt::skip]
const BODIES: [&str; 26] = [
    "administration", "agency", "association", "authority", "bank", "charity", "church", "city", "club", "commission", "country", "court",
    "department", "foundation", "hospital", "ministry", "museum", "network", "office", "parliament", "school", "state", "town", "trust",
    "union", "university",
];

/// "It refused to say why" is no ferry's.
fn thing_acts(names: &Names, index: usize, guess: &Guess) -> bool {
    let mention = &names.document.mentions[index];
    let named = &names.document.mentions[guess.antecedent];
    let words = &names.document.analyses[mention.sentence].words;
    let word = &words[mention.head];
    let acts = word.deprel.base() == Deprel::Nsubj
        && word.head.is_some_and(|verb| words[verb].has_lemma(&ACTS));
    let head = head_of(names, named);
    let body = named.entity == Some(EntityType::Organization)
        || is_group(&head.lemma.to_lowercase())
        || head.has_lemma(&BODIES);
    acts && !body && named.agreement.animate != Some(true)
}

/// "You wanted item"; stuff ("technology") is seldom what a pronoun refers to.
fn bare(names: &Names, _: usize, guess: &Guess) -> bool {
    let named = &names.document.mentions[guess.antecedent];
    let head = head_of(names, named);
    // "DNP"
    let lower = head.form.starts_with(char::is_lowercase) || named.head == 0;
    named.form == Form::Bare
        && head.upos == Upos::Noun
        && named.agreement.plural != Some(true)
        && !named.coordinated
        && lower
}

/// "Pro" of "Vision Pro".
fn part_of_name(names: &Names, _: usize, guess: &Guess) -> bool {
    let named = &names.document.mentions[guess.antecedent];
    let Some((put, _)) = names.naming(named) else {
        return false;
    };
    let words = &names.document.analyses[named.sentence].words;
    let capital = |word: &Word| word.form.starts_with(char::is_uppercase);
    let proper = |at: usize| {
        let word = &words[at];
        word.upos == Upos::Propn || at > 0 && word.upos == Upos::Noun && capital(word)
    };
    let begins = words.iter().position(|word| word.span.start == put.start);
    let before = begins.and_then(|at| at.checked_sub(1));
    let behind = words.iter().position(|word| word.span.start >= put.end);
    let cut = before.is_some_and(proper) || behind.is_some_and(proper);
    begins.is_some_and(|at| capital(&words[at])) && !named.coordinated && cut
}

/// The word that heads a mention.
fn head_of<'a>(names: &'a Names, mention: &Mention) -> &'a Word {
    &names.document.analyses[mention.sentence].words[mention.head]
}

/// The weights of each sort of pronoun: "it", "they", and "he" or "she".
static WEIGHTS: LazyLock<[Signals; 3]> = LazyLock::new(|| {
    let mut weights = [[0.0; Signal::ALL.len()]; 3];
    let rows = include_str!("sureness.tsv").lines();
    for row in rows.filter(|row| !row.starts_with('#')) {
        let mut fields = row.split('\t');
        let signal = fields.next().and_then(|label| label.parse::<Signal>().ok());
        for (of_sort, field) in weights.iter_mut().zip(fields) {
            if let (Some(signal), Ok(weight)) = (signal, field.parse()) {
                of_sort[signal as usize] = weight;
            }
        }
    }
    weights
});

/// How likely a name is right for a pronoun, by its signals alone.
fn weighed(pronoun: Option<Pronoun>, signals: &Signals) -> f32 {
    let sort = match pronoun {
        Some(Pronoun::It) => 0,
        Some(Pronoun::They) => 1,
        _ => 2,
    };
    let pairs = WEIGHTS[sort].iter().zip(signals);
    let sum = pairs.fold(0.0, |sum, (weight, signal)| sum + weight * signal);
    1.0 / (1.0 + libm::expf(-sum))
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

/// More of it tells less and less.
fn damped(count: usize) -> f32 {
    libm::logf(1.0 + count as f32)
}

impl Names<'_> {
    /// How likely the name that the ranker picked for a pronoun is right.
    pub fn sureness(&self, index: usize, guess: &Guess) -> f32 {
        let pronoun = self.document.mentions[index].pronoun;
        let probability = weighed(pronoun, &self.signals(index, guess));
        match self.doubt(index, guess) {
            Some(_) => probability.min(DOUBTED),
            None => probability,
        }
    }

    /// Why the name for an "it" or "they" is never sure.
    pub fn doubt(&self, index: usize, guess: &Guess) -> Option<Doubt> {
        let doubted = !self.document.mentions[index].is_he_or_she();
        let mut rules = DOUBTS.iter().filter(|_| doubted);
        rules
            .find(|rule| (rule.test)(self, index, guess))
            .map(|rule| rule.name)
    }

    /// What speaks for and against what the ranker picked for a pronoun.
    pub fn signals(&self, index: usize, guess: &Guess) -> Signals {
        let mentions = &self.document.mentions;
        let mention = &mentions[index];
        let members = &self.members[guess.entity];
        let n_before = members.partition_point(|&other| other < index);
        let nearest = members[..n_before].last().copied();
        let distance = nearest.map_or(0, |nearest| mention.sentence - mentions[nearest].sentence);
        let rivals = self.rivals(index, guess.entity, nearest);
        let odds = libm::logf(guess.probability / (1.0 - guess.probability));
        let margin = libm::logf(guess.probability / guess.second.max(f32::MIN_POSITIVE));
        let animate = mentions[guess.antecedent].agreement.animate == Some(true);
        let mut signals = [0.0; Signal::ALL.len()];
        for &signal in Signal::ALL {
            signals[signal as usize] = match signal {
                Signal::Always => 1.0,
                Signal::Probability => odds.clamp(-MOST_ODDS, MOST_ODDS),
                Signal::Margin => margin.clamp(-MOST_ODDS, MOST_ODDS),
                Signal::Chain => flag(nearest.is_some_and(|at| mentions[at].form == Form::Pronoun)),
                Signal::PassedSubject => flag(rivals.passed_subject),
                Signal::Rivals => damped(rivals.entities.len()),
                Signal::Animate => flag(animate),
                Signal::Mentions => damped(n_before),
                Signal::Distance => distance.min(MOST_SENTENCES) as f32,
                Signal::Opens => flag(mention.first == 0),
            };
        }
        signals
    }

    /// The last name or noun phrase of an entity before a mention.
    fn last_named(&self, index: usize, entity: usize) -> Option<usize> {
        let named = &self.named[entity];
        named[..named.partition_point(|&other| other < index)]
            .last()
            .copied()
    }

    /// What else a pronoun might be of; `nearest` is the last mention of what was picked.
    fn rivals(&self, index: usize, entity: usize, nearest: Option<usize>) -> Rivals {
        let mentions = &self.document.mentions;
        let mention = &mentions[index];
        let mut rivals = Rivals::default();
        for at in (index.saturating_sub(WINDOW)..index).rev() {
            let other = &mentions[at];
            // "Okafor is the mayor": what she is is no rival.
            let of = self.document.entity(at, self.resolution);
            // "The mayor of its town" is not "it".
            let around = other.sentence == mention.sentence
                && (other.first..=other.last).contains(&mention.head);
            let fits = other.form != Form::Pronoun
                && of != entity
                && !around
                && !self.document.traits[at].counts
                && (!mention.is_he_or_she() || other.agreement.animate == Some(true))
                && (!other.coordinated || mention.pronoun == Some(Pronoun::They))
                && mention.agreement.fits(other.agreement);
            if !fits {
                continue;
            }
            let passed = nearest.is_some_and(|nearest| at > nearest);
            rivals.passed_subject |= passed && self.document.traits[at].subject;
            if mention.sentence - other.sentence <= 1 && !rivals.entities.contains(&of) {
                rivals.entities.push(of);
            }
        }
        rivals
    }
}

/// What else a pronoun might be of.
#[derive(Default)]
struct Rivals {
    /// Whether a subject that fits stands nearer.
    passed_subject: bool,
    /// Named in the same sentence or the one before.
    entities: Vec<usize>,
}

#[cfg(test)]
mod tests;
