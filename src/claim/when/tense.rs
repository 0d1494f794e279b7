//! What the verb of a claim and its auxiliaries say of its time.
//!
//! Decided on the modal verb where there is one ([`MODALS`]), else on what is wanted, due or expected, then on the finite
//! verb ([`RULES`]).

use super::WhenRule;
use crate::analysis::{Analysis, Word};
use crate::claim::ClauseKind;
use crate::claim::clause::Clause;
use crate::claim::modality::{
    FUTURE, POSSIBLE, ahead, auxiliaries, holders, is_demanded, is_liking, modals, obligation,
};
use crate::grammar::{Deprel, Feature, Upos};
use crate::span::ByteSpan;
use crate::terms::{CueType, Period};

/// The time that a verb speaks of.
#[derive(Debug, Clone)]
pub(super) struct Tense {
    /// Where it lies from the date of writing.
    pub period: Period,
    /// The rule that decided.
    pub rule: WhenRule,
    /// Whether it is a present perfect, whose lengths of time end at the date of writing.
    pub perfect: bool,
    /// Whether that perfect with a length of time tells of what goes on: "has run the ferry since 2020".
    pub lasts: bool,
    cues: Vec<usize>,
}

impl Tense {
    /// The words that decided.
    pub fn spans(&self, analysis: &Analysis) -> Vec<ByteSpan> {
        let cues = self.cues.iter();
        cues.map(|&token| analysis.words[token].span).collect()
    }
}

/// A rule for claims with a modal verb.
struct ModalRule {
    period: Period,
    test: fn(&Modal) -> bool,
    /// A sentence with one claim, which it decides.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
}

#[rustfmt::skip]
static MODALS: &[ModalRule] = &[
    ModalRule { period: Period::Future, test: is_will,
                example: "The mill will close." },
    ModalRule { period: Period::Past, test: is_perfect,
                example: "The mill may have closed." },
    ModalRule { period: Period::Past, test: is_had,
                example: "They'd left the town." },
    ModalRule { period: Period::Present, test: is_wish,
                example: "The opposition would rather build a bridge." },
    ModalRule { period: Period::Past, test: is_past_ability,
                example: "The owner could not sell the mill." },
    ModalRule { period: Period::Present, test: is_ability,
                example: "The ferry can carry bicycles." },
    ModalRule { period: Period::Present, test: is_possible_state,
                example: "The mill may be empty." },
    ModalRule { period: Period::Future, test: always,
                example: "The council should close the mill." },
];

/// A rule for claims without a modal verb, with the words on which it decides, if it does.
struct Rule {
    name: WhenRule,
    period: Period,
    test: fn(&Question) -> Option<Vec<usize>>,
    /// A sentence with one claim, which it decides.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: WhenRule::Demanded, period: Period::Future, test: demanded,
           example: "The mayor demands that the council close the mill." },
    Rule { name: WhenRule::Obligation, period: Period::Future, test: obliged,
           example: "The council has to close the mill." },
    // "was expected to" too: papers write so of what still lies ahead.
    Rule { name: WhenRule::Expectation, period: Period::Future, test: expected,
           example: "The mill is expected to close." },
    Rule { name: WhenRule::Auxiliary, period: Period::Present, test: has_been_doing,
           example: "The mill has been losing money." },
    Rule { name: WhenRule::Auxiliary, period: Period::Past, test: has_done,
           example: "The mill has closed." },
    Rule { name: WhenRule::Auxiliary, period: Period::Past, test: auxiliary_in_past,
           example: "The council had closed the mill." },
    Rule { name: WhenRule::Tense, period: Period::Past, test: verb_in_past,
           example: "The mill closed." },
    Rule { name: WhenRule::Auxiliary, period: Period::Present, test: auxiliary_in_present,
           example: "The council is closing the mill." },
    Rule { name: WhenRule::Tense, period: Period::Present, test: verb_in_present,
           example: "The mill is old." },
    Rule { name: WhenRule::Demanded, period: Period::Future, test: intended,
           example: "The mayor vowed \"to close the mill\"." },
];

/// Modal verbs that can stand alone where their verb is left out: "The others will".
const ALONE: [&str; 8] = [
    "will", "would", "should", "must", "may", "might", "could", "can",
];

/// Lemmas of verbs of what is so, rather than of what happens.
const STATES: [&str; 16] = [
    "seem", "sound", "look", "appear", "feel", "know", "want", "like", "think", "believe", "mean",
    "need", "exist", "belong", "contain", "include",
];

/// Lemmas of verbs of what comes to an end in itself: "has halved since 2021" is done, "has run it since 2020" goes on.
const CHANGES: [&str; 55] = [
    "rise", "fall", "grow", "drop", "shrink", "climb", "increase", "decrease", "decline", "double",
    "triple", "halve", "improve", "worsen", "become", "change", "begin", "start", "end", "stop",
    "finish", "open", "close", "shut", "die", "kill", "lose", "win", "gain", "leave", "arrive",
    "return", "come", "go", "move", "buy", "sell", "build", "cut", "raise", "add", "reach", "make",
    "turn", "sour", "see", "reduce", "expand", "emerge", "collapse", "recover", "happen",
    "publish", "release", "announce",
];

/// Lemmas of changes whose outcome lasts in the passive: "has been closed since March".
const KEPT: [&str; 3] = ["open", "close", "shut"];

/// Forms that are past whatever their features.
const PAST: [&str; 4] = ["was", "were", "had", "did"];

/// Verbs whose past is their plain form: beside a single subject that form has no "-s" and is past.
const UNCHANGED: [&str; 18] = [
    "beat", "bet", "bid", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit",
    "read", "set", "shed", "shut", "split", "spread",
];

/// The tense of a claim; `None` where its words show none. `cue_type` is that of the attribution's cue.
pub(super) fn tense(
    analysis: &Analysis,
    clause: &Clause,
    cue_type: Option<CueType>,
) -> Option<Tense> {
    let auxiliaries = auxiliaries(analysis, clause);
    if let Some(token) = first_modal(analysis, clause) {
        let modal = Modal {
            analysis,
            clause,
            auxiliaries,
            token,
        };
        let rule = MODALS.iter().find(|rule| (rule.test)(&modal))?;
        return Some(Tense {
            period: rule.period,
            rule: WhenRule::Auxiliary,
            perfect: false,
            lasts: false,
            cues: [Some(token), modal.have()].into_iter().flatten().collect(),
        });
    }
    let question = Question::new(analysis, clause, cue_type, auxiliaries);
    let decided = RULES
        .iter()
        .find_map(|rule| Some((rule, (rule.test)(&question)?)));
    let (rule, cues) = decided?;
    let perfect = rule.name == WhenRule::Auxiliary && question.is_present_perfect();
    Some(Tense {
        period: rule.period,
        rule: rule.name,
        perfect,
        lasts: perfect && question.lasts(),
        cues,
    })
}

fn first_modal(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let modal = modals(analysis, clause).first().copied();
    modal.or(Some(clause.predicate).filter(|&token| analysis.words[token].is(&ALONE)))
}

/// The first modal verb of a claim, with what stands around it.
struct Modal<'a> {
    analysis: &'a Analysis,
    clause: &'a Clause,
    /// Auxiliaries and copula of the predicate, the modal verb among them.
    auxiliaries: Vec<usize>,
    token: usize,
}

impl Modal<'_> {
    fn word(&self) -> &Word {
        &self.analysis.words[self.token]
    }

    fn predicate(&self) -> &Word {
        &self.analysis.words[self.clause.predicate]
    }

    /// "have" behind it: "may have closed".
    fn have(&self) -> Option<usize> {
        let mut auxiliaries = self.auxiliaries.iter().copied();
        auxiliaries.find(|&token| token > self.token && self.analysis.words[token].is(&["have"]))
    }

    /// Whether "not" denies a comparison, which then is one of today: "The two could not differ more."
    fn denies_comparison(&self) -> bool {
        let mut tokens = self.clause.tokens.iter();
        self.is_negated()
            && tokens.any(|&token| {
                token > self.token && self.analysis.words[token].has(Feature::DegreeCmp)
            })
    }

    fn is_negated(&self) -> bool {
        self.analysis.is_negated(self.clause.predicate)
    }
}

fn is_will(modal: &Modal) -> bool {
    modal.word().is(&FUTURE)
}

fn is_perfect(modal: &Modal) -> bool {
    modal.have().is_some()
}

/// "'d" for "had".
fn is_had(modal: &Modal) -> bool {
    let participle = modal.predicate().has(Feature::VerbFormPart) && modal.auxiliaries.len() == 1;
    modal.word().is(&["'d"]) && (modal.word().has_lemma(&["have"]) || participle)
}

fn is_wish(modal: &Modal) -> bool {
    modal.word().is(&["would", "'d"]) && is_liking(&modal.analysis.words, modal.token)
}

fn is_past_ability(modal: &Modal) -> bool {
    modal.word().is(&["could"]) && modal.is_negated() && !modal.denies_comparison()
}

fn is_ability(modal: &Modal) -> bool {
    modal.word().is(&["can", "ca"])
}

/// "The depot may be empty" speaks of now, "may close" does not.
fn is_possible_state(modal: &Modal) -> bool {
    let words = &modal.analysis.words;
    let is_copula = |token: &usize| {
        let word = &words[*token];
        word.deprel.base() == Deprel::Cop && word.head == Some(modal.clause.predicate)
    };
    let is_state = modal.auxiliaries.iter().any(is_copula) || modal.predicate().has_lemma(&STATES);
    modal.word().is(&POSSIBLE) && (is_state || modal.denies_comparison())
}

fn always(_: &Modal) -> bool {
    true
}

/// A claim without a modal verb.
struct Question<'a> {
    analysis: &'a Analysis,
    clause: &'a Clause,
    /// The act that the cue of its attribution reports.
    cue_type: Option<CueType>,
    /// Auxiliaries and copula of the predicate.
    auxiliaries: Vec<usize>,
    /// The word that bears the tense: the first auxiliary, else the first finite verb, else the predicate.
    bearer: usize,
}

impl<'a> Question<'a> {
    fn new(
        analysis: &'a Analysis,
        clause: &'a Clause,
        cue_type: Option<CueType>,
        auxiliaries: Vec<usize>,
    ) -> Self {
        let finite = |token: &usize| analysis.words[*token].has(Feature::VerbFormFin);
        let bearer = auxiliaries
            .first()
            .copied()
            .or_else(|| holders(analysis, clause).into_iter().find(finite));
        Question {
            analysis,
            clause,
            cue_type,
            auxiliaries,
            bearer: bearer.unwrap_or(clause.predicate),
        }
    }

    fn predicate(&self) -> &Word {
        &self.analysis.words[self.clause.predicate]
    }

    fn bearer(&self) -> &Word {
        &self.analysis.words[self.bearer]
    }

    /// The bearer and the predicate, where the bearer is an auxiliary; a copula is none.
    fn auxiliary(&self) -> Option<Vec<usize>> {
        let is_auxiliary =
            self.auxiliaries.contains(&self.bearer) && self.bearer().deprel.base() == Deprel::Aux;
        is_auxiliary.then(|| vec![self.bearer, self.clause.predicate])
    }

    /// A participle without an auxiliary, in a headline or where the parser took a past tense for one, is past too.
    fn is_past(&self) -> bool {
        self.bearer().has(Feature::TensePast) || self.bearer().is(&PAST) || self.is_unchanged_past()
    }

    /// "The mayor cut the fare", whatever the parser makes of the form.
    fn is_unchanged_past(&self) -> bool {
        let words = &self.analysis.words;
        let single = |subject: usize| {
            let word = &words[subject];
            let joined = self.analysis.has_child_with(subject, &[Deprel::Conj]);
            word.has(Feature::NumberSing) && !joined && !word.is(&["i", "you"])
        };
        let bearer = self.bearer();
        bearer.upos == Upos::Verb
            && bearer.is(&UNCHANGED)
            && self.auxiliaries.is_empty()
            && !self.is_marked_with_to()
            && self
                .analysis
                .subject_of_clause(self.bearer)
                .is_some_and(single)
    }

    fn is_present(&self) -> bool {
        let bearer = self.bearer();
        bearer.has(Feature::TensePres) && bearer.has(Feature::VerbFormFin) || self.is_plain_form()
    }

    /// "Attitudes depend on it": the plain form, which the parser may take for an infinitive.
    fn is_plain_form(&self) -> bool {
        let bearer = self.bearer();
        bearer.upos == Upos::Verb
            && bearer.lower == bearer.lemma
            && self.clause.kind != ClauseKind::Coordinated
            && self.analysis.subject_of_clause(self.bearer).is_some()
            && !self.is_marked_with_to()
    }

    fn is_marked_with_to(&self) -> bool {
        let mut marks = self.analysis.children_with(self.bearer, &[Deprel::Mark]);
        marks.any(|mark| self.analysis.words[mark].is(&["to"]))
    }

    fn is_present_perfect(&self) -> bool {
        self.auxiliary().is_some() && self.bearer().has_lemma(&["have"]) && !self.is_past()
    }

    /// "has been losing money"
    fn goes_on(&self) -> bool {
        let predicate = self.predicate();
        predicate.has(Feature::VerbFormGer)
            || predicate.upos == Upos::Verb && predicate.lower.ends_with("ing")
    }

    /// Whether a perfect tells of what goes on.
    fn lasts(&self) -> bool {
        let mut auxiliaries = self.auxiliaries.iter();
        let kept = self.predicate().has_lemma(&KEPT)
            && auxiliaries.any(|&token| self.analysis.words[token].is(&["been"]));
        self.goes_on() || kept || !self.predicate().has_lemma(&CHANGES)
    }
}

fn demanded(question: &Question) -> Option<Vec<usize>> {
    let demanded = is_demanded(question.analysis, question.clause, question.cue_type?);
    demanded.then(|| vec![question.clause.predicate])
}

fn obliged(question: &Question) -> Option<Vec<usize>> {
    Some(vec![obligation(question.analysis, question.clause)?])
}

fn expected(question: &Question) -> Option<Vec<usize>> {
    Some(vec![ahead(question.analysis, question.clause)?])
}

fn has_been_doing(question: &Question) -> Option<Vec<usize>> {
    has_done(question).filter(|_| question.goes_on())
}

fn has_done(question: &Question) -> Option<Vec<usize>> {
    question
        .auxiliary()
        .filter(|_| question.is_present_perfect())
}

fn auxiliary_in_past(question: &Question) -> Option<Vec<usize>> {
    question.auxiliary().filter(|_| question.is_past())
}

fn verb_in_past(question: &Question) -> Option<Vec<usize>> {
    question.is_past().then(|| vec![question.bearer])
}

fn auxiliary_in_present(question: &Question) -> Option<Vec<usize>> {
    question.auxiliary().filter(|_| question.is_present())
}

fn verb_in_present(question: &Question) -> Option<Vec<usize>> {
    question.is_present().then(|| vec![question.bearer])
}

/// "vowed to close the mill": what somebody means to do lies ahead.
fn intended(question: &Question) -> Option<Vec<usize>> {
    let intention = question.cue_type == Some(CueType::Intention);
    let infinitive = question.predicate().has(Feature::VerbFormInf);
    (intention && infinitive).then(|| vec![question.clause.predicate])
}

#[cfg(test)]
mod tests;
