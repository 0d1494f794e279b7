//! Fact, prediction, value or policy.
//!
//! [`RULES`] are asked in their order; the first that decides wins. They look at modal verbs, tense and time, and the act
//! that a cue reports; where none of these tells, evaluative words (`evaluative.txt`) and the weights, which have seen
//! what people say in comments and speeches, tell a judgement from a fact together. Known to go wrong on judgements put
//! in neutral words, on "should" that expects rather than demands, and on "may not" that forbids.

use super::Decision;
use super::clause::Clause;
use super::evaluative::evaluative_word;
use super::modality::{FUTURE, POSSIBLE, ahead, is_demanded, is_liking, modals, obligation};
use crate::analysis::time::Time;
use crate::analysis::{Analysis, Word};
use crate::attribution::Attribution;
use crate::grammar::{Deprel, Feature, Proposition, Upos, Verifiability};
use crate::inference::{Stretch, Weights, odds};
use crate::labels::labels;
use crate::span::ByteSpan;
use crate::terms::Kind;
use std::cell::OnceCell;

labels! {
    /// The rules that decide the kind of a claim.
    pub enum KindRule {
        Naming = "naming",
        Demanded = "demanded",
        ModalExpectation = "modal_expectation",
        ModalInference = "modal_inference",
        ModalPerfect = "modal_perfect",
        ModalObligation = "modal_obligation",
        Obligation = "obligation",
        HighTime = "high_time",
        Future = "future",
        EvaluativeConditional = "evaluative_conditional",
        PastHabit = "past_habit",
        ConditionalMood = "conditional_mood",
        ModalPossibilityState = "modal_possibility_state",
        PastAbility = "past_ability",
        ModalPossibility = "modal_possibility",
        Expectation = "expectation",
        FutureTime = "future_time",
        WeightsDemand = "weights_demand",
        EvaluativePredicate = "evaluative_predicate",
        EvaluativeWordInReport = "evaluative_word_in_report",
        EvaluativeWord = "evaluative_word",
        WeightsJudge = "weights_judge",
        WeightsWaver = "weights_waver",
        Unmarked = "unmarked",
    }
}

/// A rule: the kind that it gives, the second best, an example, and the words on which it decides, if it does.
struct Rule {
    name: KindRule,
    kind: Kind,
    runner_up: Kind,
    /// A sentence whose claim, in brackets where there are several, it decides.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
    test: fn(&Question) -> Option<Vec<ByteSpan>>,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: KindRule::Demanded, kind: Kind::Policy, runner_up: Kind::Fact, test: demanded,
           example: "Teachers demand that the council drop the plan." },
    Rule { name: KindRule::ModalExpectation, kind: Kind::Prediction, runner_up: Kind::Policy, test: expected_to_happen,
           example: "The train should arrive at nine." },
    Rule { name: KindRule::ModalInference, kind: Kind::Fact, runner_up: Kind::Value, test: must_have_been,
           example: "The mayor must have seen the letter." },
    Rule { name: KindRule::ModalPerfect, kind: Kind::Value, runner_up: Kind::Policy, test: should_have,
           example: "The council should have asked the schools." },
    Rule { name: KindRule::ModalObligation, kind: Kind::Policy, runner_up: Kind::Value, test: obliged_by_modal,
           example: "The council must reopen the branch." },
    Rule { name: KindRule::Obligation, kind: Kind::Policy, runner_up: Kind::Fact, test: obliged_by_verb,
           example: "The council has to repair the bridge." },
    Rule { name: KindRule::HighTime, kind: Kind::Policy, runner_up: Kind::Value, test: it_is_time,
           example: "It is time to close the school." },
    Rule { name: KindRule::Future, kind: Kind::Prediction, runner_up: Kind::Fact, test: future,
           example: "The bridge will close in May." },
    Rule { name: KindRule::EvaluativeConditional, kind: Kind::Value, runner_up: Kind::Prediction, test: would_be_good,
           example: "A second ferry would be useful." },
    Rule { name: KindRule::PastHabit, kind: Kind::Fact, runner_up: Kind::Prediction, test: would_in_the_past,
           example: "They would meet on Mondays in those years." },
    Rule { name: KindRule::ConditionalMood, kind: Kind::Prediction, runner_up: Kind::Value, test: would,
           example: "A merged service would cost more." },
    Rule { name: KindRule::ModalPossibilityState, kind: Kind::Value, runner_up: Kind::Prediction, test: may_be_such,
           example: "The plan may be legal." },
    Rule { name: KindRule::PastAbility, kind: Kind::Fact, runner_up: Kind::Prediction, test: was_able,
           example: "The old ferry could not carry bicycles." },
    Rule { name: KindRule::ModalPossibility, kind: Kind::Prediction, runner_up: Kind::Fact, test: may,
           example: "The bridge might close in May." },
    Rule { name: KindRule::Expectation, kind: Kind::Prediction, runner_up: Kind::Fact, test: lies_ahead,
           example: "The bridge is expected to close." },
    Rule { name: KindRule::FutureTime, kind: Kind::Prediction, runner_up: Kind::Fact, test: dated_ahead,
           example: "The lease ends in 2031." },
    Rule { name: KindRule::WeightsDemand, kind: Kind::Policy, runner_up: Kind::Value, test: weights_demand,
           example: "What the council should do is build a bridge." },
    Rule { name: KindRule::EvaluativePredicate, kind: Kind::Value, runner_up: Kind::Fact, test: subject_is_judged,
           example: "The consultation was a farce." },
    Rule { name: KindRule::EvaluativeWordInReport, kind: Kind::Fact, runner_up: Kind::Value, test: judging_word_in_report,
           example: "The mayor did not keep that promise in 2019." },
    Rule { name: KindRule::EvaluativeWord, kind: Kind::Value, runner_up: Kind::Fact, test: judging_word,
           example: "The plan is unfair." },
    Rule { name: KindRule::WeightsJudge, kind: Kind::Value, runner_up: Kind::Fact, test: weights_judge,
           example: "The alternative is a fiction." },
    Rule { name: KindRule::WeightsWaver, kind: Kind::Fact, runner_up: Kind::Value, test: weights_waver,
           example: "Farmers depend on the river." },
    Rule { name: KindRule::Unmarked, kind: Kind::Fact, runner_up: Kind::Value, test: always,
           example: "The bridge opened on 3 May." },
];

/// Decides the kind of a claim.
pub(super) fn decide(
    weights: &Weights,
    analysis: &Analysis,
    clause: &Clause,
    attribution: Option<&Attribution>,
    anchor_year: Option<i32>,
) -> Decision<Kind, KindRule> {
    let question = Question::new(weights, analysis, clause, attribution, anchor_year);
    let decided = RULES
        .iter()
        .find_map(|rule| Some((rule, (rule.test)(&question)?)));
    // The last rule always decides.
    let (rule, cues) = decided.unwrap_or((&RULES[RULES.len() - 1], Vec::new()));
    let judged = rule.name == KindRule::Future && question.evaluative.is_some();
    let runner_up = if judged { Kind::Value } else { rule.runner_up };
    Decision {
        value: rule.kind,
        runner_up: Some(runner_up),
        rule: rule.name,
        cues,
    }
}

/// The kind of a name that somebody gives: "called the decision a farce" judges.
pub(super) fn of_name(cue: ByteSpan) -> Decision<Kind, KindRule> {
    Decision {
        value: Kind::Value,
        runner_up: Some(Kind::Fact),
        rule: KindRule::Naming,
        cues: vec![cue],
    }
}

/// A claim whose kind is asked for, with what several rules look at.
struct Question<'a> {
    weights: &'a Weights,
    analysis: &'a Analysis,
    clause: &'a Clause,
    attribution: Option<&'a Attribution>,
    anchor_year: Option<i32>,
    predicate: &'a Word,
    /// The evaluative word that the claim turns on.
    evaluative: Option<usize>,
    /// Auxiliary that puts it ahead: one of `FUTURE`, as "will".
    future: Option<usize>,
    /// "would", where it does not say what somebody likes.
    conditional: Option<usize>,
    /// "may", "might", "could".
    possible: Option<usize>,
    /// "should", "must", "ought", "need".
    obliging: Option<usize>,
    /// Whether "have" is among its auxiliaries.
    perfect: bool,
    /// What the weights make of its words; asked where no word tells.
    leaning: OnceCell<Option<Leaning>>,
}

impl<'a> Question<'a> {
    fn new(
        weights: &'a Weights,
        analysis: &'a Analysis,
        clause: &'a Clause,
        attribution: Option<&'a Attribution>,
        anchor_year: Option<i32>,
    ) -> Self {
        let words = &analysis.words;
        let modals = modals(analysis, clause);
        let modal = |forms: &[&str]| modals.iter().copied().find(|&token| words[token].is(forms));
        Question {
            weights,
            analysis,
            clause,
            attribution,
            anchor_year,
            predicate: &words[clause.predicate],
            evaluative: evaluative_word(analysis, clause),
            future: modal(&FUTURE),
            conditional: modal(&["would", "'d"]).filter(|&token| !is_liking(words, token)),
            possible: modal(&POSSIBLE),
            obliging: modal(&["should", "must", "ought", "need"]),
            perfect: analysis.auxiliary(clause.predicate, &["have"]).is_some(),
            leaning: OnceCell::new(),
        }
    }

    /// Whether the subject is said to be so: "is striking", "is quite a good bank", but what is counted is no judgement: "was seven points".
    fn is_said(&self, judging: usize) -> bool {
        let predicate = self.clause.predicate;
        let is_part = judging == predicate
            || self.analysis.words[judging].head == Some(predicate)
                && self.analysis.words[judging].deprel == Deprel::Amod;
        let is_counted = self.analysis.has_child_with(predicate, &[Deprel::Nummod]);
        is_part && !is_counted && self.analysis.has_child_with(predicate, &[Deprel::Cop])
    }

    fn span(&self, token: usize) -> ByteSpan {
        self.analysis.words[token].span
    }

    /// The words as cues.
    fn cues(&self, tokens: &[usize]) -> Option<Vec<ByteSpan>> {
        Some(tokens.iter().map(|&token| self.span(token)).collect())
    }

    /// Whether the predicate is a state: an adjective, a noun or a pronoun with a copula.
    fn is_state(&self) -> bool {
        matches!(self.predicate.upos, Upos::Adj | Upos::Noun | Upos::Pron)
    }

    /// The expressions of time inside the claim.
    fn times(&self) -> Vec<&Time> {
        let tokens = &self.clause.tokens;
        let (Some(&first), Some(&last)) = (tokens.first(), tokens.last()) else {
            return Vec::new();
        };
        let inside = self.span(first).cover(self.span(last));
        let times = self.analysis.times.iter();
        times.filter(|time| inside.contains(time.span)).collect()
    }

    /// Whether the claim names a time before the year of writing, or "those years", "those days".
    fn is_of_the_past(&self) -> bool {
        let words = &self.analysis.words;
        let earlier = |time: &&Time| {
            // A decade has three digits, a century two.
            let digits = time
                .value
                .bytes()
                .take(4)
                .take_while(u8::is_ascii_digit)
                .count();
            let year = time
                .value
                .get(..digits)
                .and_then(|year| year.parse::<i32>().ok());
            let power = 10_i32.pow(4 - digits as u32);
            let ends = year.map(|year| (year + 1) * power - 1);
            digits > 0
                && ends
                    .zip(self.anchor_year)
                    .is_some_and(|(ends, anchor)| ends < anchor)
        };
        let in_those = |&&token: &&usize| {
            let next = words.get(token + 1);
            words[token].is(&["those"]) && next.is_some_and(|next| next.is(&["years", "days"]))
        };
        self.times().iter().any(earlier) || self.clause.tokens.iter().any(|token| in_those(&token))
    }

    fn leaning(&self) -> Option<&Leaning> {
        let make = || Leaning::new(self.weights, self.analysis, self.clause);
        self.leaning.get_or_init(make).as_ref()
    }
}

fn demanded(question: &Question) -> Option<Vec<ByteSpan>> {
    let attribution = question.attribution?;
    let open = question.future.is_none() && question.conditional.is_none();
    let demanded = open && is_demanded(question.analysis, question.clause, attribution.cue_type);
    demanded.then(|| vec![question.predicate.span])
}

/// "The train should arrive at nine" and "The result should be known on Friday" expect; "The council should reopen it"
/// does not.
fn expected_to_happen(question: &Question) -> Option<Vec<ByteSpan>> {
    let token = question.obliging?;
    let predicate = question.predicate;
    let is_state = predicate.has_lemma(&EXPECTED_STATES)
        && question
            .analysis
            .has_child_with(question.clause.predicate, &[Deprel::Cop, Deprel::Aux]);
    let expects = predicate.has_lemma(&HAPPENING) || is_state && !question.times().is_empty();
    let should = question.analysis.words[token].is(&["should"]);
    (should && expects && !question.perfect).then(|| vec![question.span(token)])
}

/// "must have seen the letter", "must be raining": concluded, not demanded.
fn must_have_been(question: &Question) -> Option<Vec<ByteSpan>> {
    let token = question.obliging?;
    let (analysis, predicate) = (question.analysis, question.clause.predicate);
    let progressive = question.predicate.upos == Upos::Verb
        && question.predicate.lower.ends_with("ing")
        && analysis.auxiliary(predicate, &["be"]).is_some();
    let must = analysis.words[token].is(&["must"]);
    (must && (question.perfect || progressive)).then(|| vec![question.span(token)])
}

fn should_have(question: &Question) -> Option<Vec<ByteSpan>> {
    question
        .obliging
        .filter(|_| question.perfect)
        .map(|token| vec![question.span(token)])
}

fn obliged_by_modal(question: &Question) -> Option<Vec<ByteSpan>> {
    question.obliging.map(|token| vec![question.span(token)])
}

fn obliged_by_verb(question: &Question) -> Option<Vec<ByteSpan>> {
    let modal = question
        .future
        .or(question.conditional)
        .or(question.possible);
    if modal.is_some() {
        return None;
    }
    question.cues(&[obligation(question.analysis, question.clause)?])
}

/// "It is time to close the school", "It is time for the council to act".
fn it_is_time(question: &Question) -> Option<Vec<ByteSpan>> {
    let (analysis, predicate) = (question.analysis, question.clause.predicate);
    let words = &analysis.words;
    let of_it = question
        .clause
        .subject
        .is_some_and(|subject| words[subject].is(&["it"]));
    let now = analysis
        .children_with(predicate, &[Deprel::Cop])
        .any(|copula| words[copula].is(&["is", "'s"]));
    let to_do = analysis
        .children_with(predicate, &[Deprel::Acl, Deprel::Advcl, Deprel::Csubj])
        .any(|below| words[below].upos == Upos::Verb && below > predicate);
    // "It is this long time that …" speaks of a time.
    let bare = !analysis.has_child_with(predicate, &[Deprel::Det]);
    let is_time = question.predicate.lemma == "time" && bare && of_it && now && to_do;
    is_time.then(|| vec![question.predicate.span])
}

fn future(question: &Question) -> Option<Vec<ByteSpan>> {
    question.cues(&[question.future?])
}

fn would_be_good(question: &Question) -> Option<Vec<ByteSpan>> {
    let (would, judging) = (question.conditional?, question.evaluative?);
    let judges = !question.perfect && question.is_state() && question.clause.condition.is_none();
    judges.then(|| vec![question.span(would), question.span(judging)])
}

/// "would cost more", and under a condition "would have cost more", which never happened.
fn would(question: &Question) -> Option<Vec<ByteSpan>> {
    let is_unreal = !question.perfect || question.clause.condition.is_some();
    question.cues(&[question.conditional.filter(|_| is_unreal)?])
}

fn may_be_such(question: &Question) -> Option<Vec<ByteSpan>> {
    may(question).filter(|_| question.is_state())
}

/// "They would meet on Mondays in those years", said by the author of the past, not under a condition.
fn would_in_the_past(question: &Question) -> Option<Vec<ByteSpan>> {
    let habit = question.attribution.is_none()
        && question.clause.condition.is_none()
        && question.is_of_the_past();
    would(question).filter(|_| habit)
}

/// "It could not carry bicycles", "It could carry 40 cars in the 1990s": of the past.
fn was_able(question: &Question) -> Option<Vec<ByteSpan>> {
    let could = question
        .possible
        .is_some_and(|token| question.analysis.words[token].is(&["could"]));
    let could_not = question.analysis.is_negated(question.clause.predicate);
    may(question).filter(|_| could && (could_not || question.is_of_the_past()))
}

fn may(question: &Question) -> Option<Vec<ByteSpan>> {
    question.cues(&[question.possible.filter(|_| !question.perfect)?])
}

fn lies_ahead(question: &Question) -> Option<Vec<ByteSpan>> {
    question.cues(&[ahead(question.analysis, question.clause)?])
}

/// A date after the year of writing, or one that the expression itself puts ahead.
fn dated_ahead(question: &Question) -> Option<Vec<ByteSpan>> {
    let anchor_year = question.anchor_year?;
    let later = |value: &str| {
        let year = value.get(..4).and_then(|year| year.parse::<i32>().ok());
        year.is_some_and(|year| year > anchor_year) || value == "FUTURE_REF"
    };
    let mut times = question.times().into_iter();
    let time = times.find(|time| later(&time.value))?;
    (!question.predicate.has(Feature::TensePast)).then(|| vec![time.span])
}

fn weights_demand(question: &Question) -> Option<Vec<ByteSpan>> {
    let demands = question
        .leaning()
        .is_some_and(|leaning| leaning.demand >= LEAST_DEMAND);
    (question.evaluative.is_none() && demands).then(Vec::new)
}

/// "The consultation was a farce": a noun that judges, said of the subject, whatever the weights make of the rest. What is
/// counted does not judge: "the lead was seven points".
fn subject_is_judged(question: &Question) -> Option<Vec<ByteSpan>> {
    let (analysis, predicate) = (question.analysis, question.clause.predicate);
    let judges = question.evaluative == Some(predicate) && question.predicate.upos == Upos::Noun;
    let is_said = analysis.has_child_with(predicate, &[Deprel::Cop]);
    let is_counted = analysis.has_child_with(predicate, &[Deprel::Nummod]);
    (judges && is_said && !is_counted).then(|| vec![question.predicate.span])
}

fn judging_word_in_report(question: &Question) -> Option<Vec<ByteSpan>> {
    let judging = question
        .evaluative
        .filter(|&judging| !question.is_said(judging))?;
    let reports = question
        .leaning()
        .is_some_and(|leaning| leaning.judgement < MOST_OF_REPORT);
    reports.then(|| vec![question.span(judging)])
}

fn judging_word(question: &Question) -> Option<Vec<ByteSpan>> {
    question.cues(&[question.evaluative?])
}

fn weights_judge(question: &Question) -> Option<Vec<ByteSpan>> {
    let judges = question
        .leaning()
        .is_some_and(|leaning| leaning.judgement >= LEAST_JUDGEMENT);
    (question.evaluative.is_none() && judges).then(Vec::new)
}

fn weights_waver(question: &Question) -> Option<Vec<ByteSpan>> {
    let wavers = question
        .leaning()
        .is_some_and(|leaning| leaning.judgement >= LEAST_DOUBT);
    (question.evaluative.is_none() && wavers).then(Vec::new)
}

fn always(_: &Question) -> Option<Vec<ByteSpan>> {
    Some(Vec::new())
}

/// Lemmas of verbs of what happens, rather than of what somebody does.
const HAPPENING: [&str; 5] = ["last", "arrive", "take", "improve", "recover"];

/// Lemmas of states that are expected by a time: "should be known on Friday".
const EXPECTED_STATES: [&str; 8] = [
    "know",
    "over",
    "ready",
    "available",
    "back",
    "complete",
    "finish",
    "clear",
];

/// Probability from which on the weights take a claim for a demand, and log-odds that part judgements from facts: where
/// they are sure of a judgement, where they waver, and below which a judging word only reports. Chosen on the open gold
/// articles; `cargo xtask calibrate` counts how often each rule is right.
const LEAST_DEMAND: f32 = 0.9;
const LEAST_JUDGEMENT: f32 = 1.6;
const LEAST_DOUBT: f32 = -1.0;
const MOST_OF_REPORT: f32 = -0.4;

/// However sure, no head outweighs the other: most log-odds that one of them gives.
const MOST_LEANING: f32 = 5.0;

/// What the weights make of a claim's words.
struct Leaning {
    /// Log-odds of a judgement against what could be verified: the mean of two heads, one trained on comments of citizens
    /// (CDCP, Park & Cardie 2018), one on political speech (PoliClaim).
    judgement: f32,
    /// Probability of a demand.
    demand: f32,
}

impl Leaning {
    fn new(weights: &Weights, analysis: &Analysis, clause: &Clause) -> Option<Self> {
        let stretch = Stretch::new(weights, &analysis.vectors_of(&clause.tokens))?;
        let puts_forward = stretch.kind();
        let [value, fact, testimony] = [
            Proposition::Value,
            Proposition::Fact,
            Proposition::Testimony,
        ]
        .map(|label| puts_forward.of_label(label));
        let judged = value / (value + fact + testimony).max(f32::EPSILON);
        let verifiable = stretch.policlaim().of_label(Verifiability::Verifiable);
        let leaning = |probability| odds(probability).clamp(-MOST_LEANING, MOST_LEANING);
        Some(Leaning {
            judgement: (leaning(judged) - leaning(verifiable)) / 2.0,
            demand: puts_forward.of_label(Proposition::Policy),
        })
    }
}

#[cfg(test)]
mod tests;
