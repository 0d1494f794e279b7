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
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "read by people and by the tests")
    )]
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
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "read by people and by the tests")
    )]
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
        self.bearer().has(Feature::TensePast) || self.bearer().is(&PAST)
    }

    fn is_present(&self) -> bool {
        let bearer = self.bearer();
        bearer.has(Feature::TensePres) && bearer.has(Feature::VerbFormFin) || self.is_plain_form()
    }

    /// "Attitudes depend on it": the plain form, which the parser may take for an infinitive.
    fn is_plain_form(&self) -> bool {
        let bearer = self.bearer();
        let mut marks = self.analysis.children_with(self.bearer, &[Deprel::Mark]);
        bearer.upos == Upos::Verb
            && bearer.lower == bearer.lemma
            && self.clause.kind != ClauseKind::Coordinated
            && self.analysis.subject_of_clause(self.bearer).is_some()
            && !marks.any(|mark| self.analysis.words[mark].is(&["to"]))
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
mod tests {
    use super::*;
    use crate::claim::testing::{tree, whole_clause};
    use crate::testing::claim;

    /// Period and rule of a text's claim.
    fn of_text(text: &str) -> String {
        let when = claim(text).when.unwrap();
        format!("{:?} ({})", when.period, when.rule).to_lowercase()
    }

    /// Period and rule of a clause, and with "lasts" or "ends" whether a present perfect goes on.
    fn of_clause(analysis: &Analysis, clause: &Clause, cue_type: Option<CueType>) -> String {
        let Some(tense) = tense(analysis, clause, cue_type) else {
            return "-".into();
        };
        let decided = format!("{:?} ({})", tense.period, tense.rule).to_lowercase();
        match (tense.perfect, tense.lasts) {
            (false, false) => decided,
            (false, true) => format!("{decided} lasts without a perfect"),
            (true, true) => format!("{decided} lasts"),
            (true, false) => format!("{decided} ends"),
        }
    }

    /// The same of all words of a tree.
    fn of_tree(words: &str) -> String {
        let analysis = tree(words);
        of_clause(&analysis, &whole_clause(&analysis), None)
    }

    fn check(table: &[(&str, &str)]) {
        for (words, expected) in table {
            assert_eq!(of_tree(words), *expected, "{words}");
        }
    }

    #[test]
    fn each_rule_decides_its_example() {
        for rule in MODALS {
            let period = format!("{:?} (auxiliary)", rule.period).to_lowercase();
            assert_eq!(of_text(rule.example), period, "{}", rule.example);
        }
        for rule in RULES {
            let period = format!("{:?} ({})", rule.period, rule.name).to_lowercase();
            assert_eq!(of_text(rule.example), period, "{}", rule.example);
        }
    }

    #[test]
    fn the_words_that_decided_are_cues() {
        for (text, expected) in [
            ("The mill may have closed.", &["may", "have"][..]),
            ("The mill will close.", &["will"]),
            ("The mill has closed.", &["has", "closed"]),
            ("The mill is old.", &["is"]),
            ("The mill closed.", &["closed"]),
            ("The council has to close the mill.", &["has"]),
            ("The mill is expected to close.", &["expected"]),
        ] {
            let cues = claim(text).when.unwrap().cues.into_iter();
            let cues: Vec<String> = cues.map(|cue| cue.text).collect();
            assert_eq!(cues, expected, "{text}");
        }
    }

    #[test]
    fn a_modal_verb_tells_with_what_stands_around_it() {
        for modal in FUTURE {
            let words = format!("it/PRON/nsubj/3 {modal}/AUX/aux/3 rain/VERB/root/0");
            assert_eq!(of_tree(&words), "future (auxiliary)", "{modal}");
            let words =
                format!("it/PRON/nsubj/4 {modal}/AUX/aux/4 have/AUX/aux/4 rained/VERB/root/0");
            assert_eq!(of_tree(&words), "future (auxiliary)", "{modal}");
        }
        for modal in ["can", "ca"] {
            let words = format!("it/PRON/nsubj/3 {modal}/AUX/aux/3 rain/VERB/root/0");
            assert_eq!(of_tree(&words), "present (auxiliary)", "{modal}");
        }
        for modal in POSSIBLE {
            for state in STATES {
                let words = format!("it/PRON/nsubj/3 {modal}/AUX/aux/3 {state}/VERB/root/0");
                assert_eq!(of_tree(&words), "present (auxiliary)", "{modal} {state}");
            }
            for (words, expected) in [
                ("rain/VERB/root/0", "future (auxiliary)"),
                ("old/ADJ/root/0 be/AUX/cop/3", "present (auxiliary)"),
                ("seen/VERB/root/0 be/AUX/aux:pass/3", "future (auxiliary)"),
                ("rained/VERB/root/0 have/AUX/aux/3", "past (auxiliary)"),
                ("seem/VERB/root/0 have/AUX/aux/3", "past (auxiliary)"),
            ] {
                let words = format!("it/PRON/nsubj/3 {modal}/AUX/aux/3 {words}");
                assert_eq!(of_tree(&words), expected, "{words}");
            }
        }
        check(&[
            ("should/AUX/aux/2 seem/VERB/root/0", "future (auxiliary)"),
            ("would/AUX/aux/2 rain/VERB/root/0", "future (auxiliary)"),
            ("would/AUX/aux/2 like/VERB/root/0", "present (auxiliary)"),
            ("'d/AUX/aux/2 like/VERB/root/0", "present (auxiliary)"),
            ("should/AUX/aux/2 like/VERB/root/0", "future (auxiliary)"),
            // "have" in front of the modal verb is another one's.
            (
                "have/AUX/aux/3 must/AUX/aux/3 rain/VERB/root/0",
                "future (auxiliary)",
            ),
            (
                "must/AUX/aux/3 been/AUX/aux/3 rain/VERB/root/0",
                "future (auxiliary)",
            ),
            // The copula of another word.
            (
                "may/AUX/aux/2 come/VERB/root/0 be/AUX/cop/4 old/ADJ/xcomp/2",
                "future (auxiliary)",
            ),
        ]);
    }

    #[test]
    fn d_is_had_before_a_participle() {
        check(&[
            ("'d~have/AUX/aux/2 come/VERB/root/0", "past (auxiliary)"),
            (
                "'d/AUX/aux/2 left/VERB|VerbForm=Part/root/0",
                "past (auxiliary)",
            ),
            (
                "'d/AUX/aux/2 leave/VERB|VerbForm=Inf/root/0",
                "future (auxiliary)",
            ),
            (
                "would/AUX/aux/2 left/VERB|VerbForm=Part/root/0",
                "future (auxiliary)",
            ),
            // "They'd be left alone."
            (
                "'d/AUX/aux/3 be/AUX/aux:pass/3 left/VERB|VerbForm=Part/root/0",
                "future (auxiliary)",
            ),
        ]);
    }

    #[test]
    fn could_not_is_past_unless_it_denies_a_comparison() {
        check(&[
            (
                "could/AUX/aux/3 not/PART/advmod/3 rain/VERB/root/0",
                "past (auxiliary)",
            ),
            (
                "may/AUX/aux/3 not/PART/advmod/3 rain/VERB/root/0",
                "future (auxiliary)",
            ),
            (
                "could/AUX/aux/3 not/PART/advmod/3 differ/VERB/root/0 more/ADV|Degree=Cmp/advmod/3",
                "present (auxiliary)",
            ),
            (
                "could/AUX/aux/2 differ/VERB/root/0 more/ADV|Degree=Cmp/advmod/2",
                "future (auxiliary)",
            ),
            // What is compared stands in front: "The older ferry could not carry bicycles."
            (
                "older/ADJ|Degree=Cmp/nsubj/4 could/AUX/aux/4 not/PART/advmod/4 rain/VERB/root/0",
                "past (auxiliary)",
            ),
        ]);
    }

    #[test]
    fn a_modal_verb_can_stand_alone() {
        for modal in ALONE {
            let words = format!("others/NOUN/nsubj/2 {modal}/AUX/root/0");
            let expected = if modal == "can" {
                "present (auxiliary)"
            } else {
                "future (auxiliary)"
            };
            assert_eq!(of_tree(&words), expected, "{modal}");
        }
        assert_eq!(of_tree("others/NOUN/nsubj/2 do/AUX/root/0"), "-");
    }

    #[test]
    fn a_perfect_of_a_change_ends_and_others_last() {
        let perfect = |lemma: &str| {
            of_tree(&format!(
                "it/PRON/nsubj/3 has~have/AUX/aux/3 x~{lemma}/VERB/root/0"
            ))
        };
        for lemma in CHANGES {
            assert_eq!(perfect(lemma), "past (auxiliary) ends", "{lemma}");
        }
        for lemma in ["run", "own"] {
            assert_eq!(perfect(lemma), "past (auxiliary) lasts", "{lemma}");
        }
        for lemma in KEPT {
            let words = format!("has~have/AUX/aux/3 been~be/AUX/aux:pass/3 x~{lemma}/VERB/root/0");
            assert_eq!(of_tree(&words), "past (auxiliary) lasts", "{lemma}");
        }
        check(&[
            (
                "has~have/AUX/aux/3 been~be/AUX/aux:pass/3 sold~sell/VERB/root/0",
                "past (auxiliary) ends",
            ),
            (
                "has~have/AUX/aux/3 been~be/AUX/aux/3 falling~fall/VERB/root/0",
                "present (auxiliary) lasts",
            ),
            (
                "has~have/AUX/aux/2 x~fall/VERB|VerbForm=Ger/root/0",
                "present (auxiliary) lasts",
            ),
            (
                "has~have/AUX/aux/2 king/NOUN/root/0",
                "past (auxiliary) lasts",
            ),
            // No present perfect.
            ("had~have/AUX/aux/2 x~fall/VERB/root/0", "past (auxiliary)"),
            (
                "has~have/AUX|Tense=Past/aux/2 x~own/VERB/root/0",
                "past (auxiliary)",
            ),
            (
                "is~be/AUX|Tense=Pres|VerbForm=Fin/aux/2 falling~fall/VERB/root/0",
                "present (auxiliary)",
            ),
            (
                "has~have/VERB|Tense=Pres|VerbForm=Fin/root/0",
                "present (tense)",
            ),
            (
                "has~have/AUX|Tense=Pres|VerbForm=Fin/cop/2 old/ADJ/root/0",
                "present (tense)",
            ),
        ]);
    }

    #[test]
    fn the_finite_word_bears_the_tense() {
        for form in PAST {
            assert_eq!(
                of_tree(&format!("{form}/AUX/cop/2 old/ADJ/root/0")),
                "past (tense)"
            );
            assert_eq!(
                of_tree(&format!("{form}/AUX/aux/2 seen/VERB/root/0")),
                "past (auxiliary)"
            );
        }
        check(&[
            ("rained/VERB|Tense=Past|VerbForm=Fin/root/0", "past (tense)"),
            ("seen/VERB|Tense=Past|VerbForm=Part/root/0", "past (tense)"),
            (
                "rains/VERB|Tense=Pres|VerbForm=Fin/root/0",
                "present (tense)",
            ),
            ("raining/VERB|Tense=Pres|VerbForm=Part/root/0", "-"),
            ("raining/VERB|VerbForm=Fin/root/0", "-"),
            (
                "is/AUX|Tense=Pres|VerbForm=Fin/aux/2 raining/VERB/root/0",
                "present (auxiliary)",
            ),
            (
                "is/AUX|Tense=Pres|VerbForm=Fin/cop/2 old/ADJ/root/0",
                "present (tense)",
            ),
        ]);
        // The verb that the predicate completes: "began to rain".
        let analysis = tree(
            "began/VERB|Tense=Past|VerbForm=Fin/root/0 to/PART/mark/3 rain/VERB|VerbForm=Inf/xcomp/1",
        );
        let clause = Clause {
            predicate: 2,
            ..whole_clause(&analysis)
        };
        assert_eq!(of_clause(&analysis, &clause, None), "past (tense)");
    }

    #[test]
    fn a_plain_form_with_a_subject_is_present() {
        check(&[
            ("men/NOUN/nsubj/2 work/VERB/root/0", "present (tense)"),
            ("men/NOUN/nsubj/2 work/NOUN/root/0", "-"),
            ("men/NOUN/nsubj/2 worked~work/VERB/root/0", "-"),
            ("men/NOUN/obj/2 work/VERB/root/0", "-"),
            ("men/NOUN/nsubj/3 to/PART/mark/3 work/VERB/root/0", "-"),
            (
                "men/NOUN/nsubj/3 that/SCONJ/mark/3 work/VERB/root/0",
                "present (tense)",
            ),
        ]);
        let analysis = tree("men/NOUN/nsubj/2 work/VERB/root/0");
        let coordinated = Clause {
            kind: ClauseKind::Coordinated,
            ..whole_clause(&analysis)
        };
        assert_eq!(of_clause(&analysis, &coordinated, None), "-");
    }

    #[test]
    fn what_somebody_wants_lies_ahead() {
        let with = |words: &str, cue_type: CueType| {
            let analysis = tree(words);
            of_clause(&analysis, &whole_clause(&analysis), Some(cue_type))
        };
        let close = "to/PART/mark/2 shut~close/VERB|VerbForm=Inf/root/0";
        assert_eq!(with(close, CueType::Intention), "future (demanded)");
        assert_eq!(with(close, CueType::Assertion), "-");
        assert_eq!(of_tree(close), "-");
        let closing = "to/PART/mark/2 closing~close/VERB|VerbForm=Ger/root/0";
        assert_eq!(with(closing, CueType::Intention), "-");
        let council = "council/NOUN/nsubj/2 close/VERB/root/0";
        assert_eq!(with(council, CueType::Intention), "future (demanded)");
        assert_eq!(with(council, CueType::Assertion), "present (tense)");
    }

    #[test]
    fn duty_and_outlook_go_before_the_verb() {
        check(&[
            (
                "has~have/VERB|Tense=Pres|VerbForm=Fin/root/0 to/PART/mark/3 go/VERB/xcomp/1",
                "future (obligation)",
            ),
            (
                "was/AUX|Tense=Past|VerbForm=Fin/cop/2 due/ADJ/root/0 to/PART/mark/4 go/VERB/xcomp/2",
                "future (expectation)",
            ),
        ]);
    }
}
