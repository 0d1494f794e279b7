//! Whether the holder affirms or denies a claim (FactBank, Saurí & Pustejovsky 2009).
//!
//! [`RULES`] are asked in their order, and each word that they find turns the polarity round: a negation of the predicate
//! ([`NEGATIONS`]), a stance that does not believe, a cue that denies. The last that turned it names the rule. Where the
//! weights doubt what the words say, another rule says so. Known to go wrong on negations of what hangs on the predicate
//! ("bought it for nothing") and on "no doubt" in front of a claim that is cut with it.

use super::Decision;
use super::clause::Clause;
use super::factuality::{doubts_negation, doubts_statement};
use super::modality::holders;
use crate::analysis::{Analysis, Word};
use crate::attribution::Attribution;
use crate::grammar::{Deprel, Upos};
use crate::labels::labels;
use crate::span::ByteSpan;
use crate::terms::{CueType, Kind, Polarity};

labels! {
    /// The rules that decide the polarity of a claim.
    pub enum PolarityRule {
        NoNegation = "no_negation",
        NoNegationDoubted = "no_negation_doubted",
        Negation = "negation",
        NegationDoubted = "negation_doubted",
        Stance = "stance",
        Denial = "denial",
    }
}

/// A rule: each word that it finds turns the polarity round.
struct Rule {
    name: PolarityRule,
    find: fn(&Question) -> Vec<ByteSpan>,
    /// A sentence whose claim, in brackets where there are several, it makes negative.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "read by people and by the tests")
    )]
    example: &'static str,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: PolarityRule::Negation, find: negation,
           example: "The mayor did not sell the bridge." },
    Rule { name: PolarityRule::Stance, find: disbelief,
           example: "I doubt that the bridge will close." },
    Rule { name: PolarityRule::Denial, find: denial,
           example: "The bank denies that it laundered money." },
];

/// Words that negate a claim where a condition holds.
struct Negation {
    forms: &'static [&'static str],
    test: fn(&Question, usize) -> bool,
    /// A sentence whose claim they negate.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "read by people and by the tests")
    )]
    example: &'static str,
}

#[rustfmt::skip]
static NEGATIONS: &[Negation] = &[
    Negation { forms: &["not"], test: stands_before_quantifier,
               example: "Not everyone is convinced." },
    Negation { forms: &ADVERBS, test: negates_predicate,
               example: "The mayor hardly knows the plan." },
    Negation { forms: &["neither"], test: always,
               example: "Neither of the councils approved the plan." },
    Negation { forms: &PRONOUNS, test: is_argument,
               example: "Nobody knows the plan." },
    Negation { forms: &["no"], test: determines_argument,
               example: "No council has approved the plan." },
    Negation { forms: &["no"], test: is_adverb,
               example: "The road is no longer empty." },
];

/// Adverbs that negate the predicate that they hang on.
const ADVERBS: [&str; 7] = ["not", "n't", "never", "nor", "hardly", "scarcely", "barely"];

/// Pronouns that negate what they are an argument of.
const PRONOUNS: [&str; 4] = ["nobody", "none", "nothing", "no-one"];

/// Words behind "not" that it negates, and with them the claim: "Not all schools closed".
const QUANTIFIERS: [&str; 8] = [
    "everyone",
    "everybody",
    "everything",
    "all",
    "every",
    "many",
    "much",
    "enough",
];

/// Words behind "not" that leave the claim as it is: "not only closed the bridge".
const CORRELATING: [&str; 4] = ["only", "just", "merely", "least"];

/// Lemmas of stances that do not believe.
const DISBELIEVING: [&str; 4] = ["doubt", "unlikely", "impossible", "doubtful"];

/// Decides the polarity of a claim of a kind.
pub(super) fn decide(
    analysis: &Analysis,
    clause: &Clause,
    attribution: Option<&Attribution>,
    kind: Kind,
) -> Decision<Polarity, PolarityRule> {
    let question = Question {
        analysis,
        clause,
        attribution,
        holders: holders(analysis, clause),
    };
    let mut name = PolarityRule::NoNegation;
    let mut cues: Vec<ByteSpan> = Vec::new();
    for rule in RULES {
        let turns = (rule.find)(&question);
        if !turns.is_empty() {
            name = rule.name;
        }
        cues.extend(turns);
    }
    let predicate = &analysis.words[clause.predicate];
    let rule = match name {
        PolarityRule::NoNegation if doubts_statement(predicate, kind) => {
            PolarityRule::NoNegationDoubted
        }
        PolarityRule::Negation if doubts_negation(predicate, kind) => PolarityRule::NegationDoubted,
        name => name,
    };
    let (value, other) = match cues.len() % 2 {
        0 => (Polarity::Positive, Polarity::Negative),
        _ => (Polarity::Negative, Polarity::Positive),
    };
    Decision {
        value,
        runner_up: Some(other),
        rule,
        cues,
    }
}

/// A claim whose polarity is asked for.
struct Question<'a> {
    analysis: &'a Analysis,
    clause: &'a Clause,
    attribution: Option<&'a Attribution>,
    /// The predicate and the verbs that it completes.
    holders: Vec<usize>,
}

impl Question<'_> {
    fn word(&self, token: usize) -> &Word {
        &self.analysis.words[token]
    }

    /// Whether a token depends on the predicate, or on a verb that the predicate completes.
    fn depends_on_predicate(&self, token: usize) -> bool {
        let head = self.word(token).head;
        head.is_some_and(|head| self.holders.contains(&head))
    }

    /// The same, or on an auxiliary of it, where some trees hang "not".
    fn negates(&self, token: usize) -> bool {
        let on_auxiliary = |head: usize| {
            self.word(head).deprel.base() == Deprel::Aux && self.depends_on_predicate(head)
        };
        self.depends_on_predicate(token) || self.word(token).head.is_some_and(on_auxiliary)
    }

    fn next_is(&self, token: usize, forms: &[&str]) -> bool {
        let next = self.analysis.words.get(token + 1);
        next.is_some_and(|next| next.is(forms))
    }

    /// The first word that negates the claim.
    fn negation(&self) -> Option<usize> {
        let negates = |token: &usize| {
            let mut negations = NEGATIONS.iter();
            negations.any(|negation| {
                self.word(*token).is(negation.forms) && (negation.test)(self, *token)
            })
        };
        self.clause.tokens.iter().copied().find(negates)
    }
}

fn negation(question: &Question) -> Vec<ByteSpan> {
    let negation = question.negation().into_iter();
    negation.map(|token| question.word(token).span).collect()
}

/// "I do not think that X" denies X, and so does "I doubt that X"; "I do not doubt that X" affirms it.
fn disbelief(question: &Question) -> Vec<ByteSpan> {
    let turns = |stance: &usize| {
        let negated = question.analysis.is_negated(*stance);
        let disbelieves = question.word(*stance).has_lemma(&DISBELIEVING);
        negated != disbelieves && !is_no_doubt(question, *stance)
    };
    let stances = question.clause.stance.iter().copied().filter(turns);
    stances.map(|stance| question.word(stance).span).collect()
}

/// "There is no doubt that X", where the noun brings its own negation; and "I doubt that X" with a negation in X.
fn is_no_doubt(question: &Question, stance: usize) -> bool {
    let word = question.word(stance);
    let of_negated = || word.upos == Upos::Verb && question.negation().is_some();
    word.has_lemma(&["doubt"]) && (word.upos == Upos::Noun || of_negated())
}

fn denial(question: &Question) -> Vec<ByteSpan> {
    let denies = |attribution: &&Attribution| attribution.cue_type == CueType::Denial;
    let denial = question.attribution.filter(denies).into_iter();
    denial.map(|attribution| attribution.cue).collect()
}

/// "Not everyone is convinced."
fn stands_before_quantifier(question: &Question, token: usize) -> bool {
    question.next_is(token, &QUANTIFIERS)
}

/// "did not close", not "not only closed".
fn negates_predicate(question: &Question, token: usize) -> bool {
    question.negates(token) && !question.next_is(token, &CORRELATING)
}

fn always(_: &Question, _: usize) -> bool {
    true
}

/// "Nobody knows", "said nothing", and one step deeper: "came with nothing new".
fn is_argument(question: &Question, token: usize) -> bool {
    let of_child = |head: usize| question.depends_on_predicate(head);
    question.negates(token) || question.word(token).head.is_some_and(of_child)
}

/// "No council approved it", "It has no plan", "He was no hero", "No one knows".
fn determines_argument(question: &Question, token: usize) -> bool {
    let is_argument = |noun: usize| {
        let relation = question.word(noun).deprel.base();
        noun == question.clause.predicate
            || matches!(relation, Deprel::Nsubj | Deprel::Obj | Deprel::Advmod)
                && question.depends_on_predicate(noun)
    };
    question.next_is(token, &["one"]) || question.word(token).head.is_some_and(is_argument)
}

/// "The road is no longer empty", where "no" hangs on the predicate itself.
fn is_adverb(question: &Question, token: usize) -> bool {
    question.word(token).deprel.base() == Deprel::Advmod && question.negates(token)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::testing::{tree, whole_clause};
    use crate::testing::{check, claim, decided};

    /// What is decided of a factual clause without an attribution, as in [`check`].
    fn of_clause(analysis: &Analysis, clause: &Clause) -> String {
        let decision = decide(analysis, clause, None, Kind::Fact);
        assert_ne!(decision.runner_up, Some(decision.value));
        format!("{:?} ({})", decision.value, decision.rule).to_lowercase()
    }

    /// What is decided of all words of a tree.
    fn of_tree(words: &str) -> String {
        let analysis = tree(words);
        of_clause(&analysis, &whole_clause(&analysis))
    }

    /// What is decided of "it helps" under a stance, whose tag is given, with a word that hangs on the stance.
    fn under_stance(stance: &str, beside: &str, claim: &str) -> String {
        let analysis = tree(&format!("{stance}/root/0 {beside}/advmod/1 {claim}"));
        let clause = Clause {
            predicate: 3,
            tokens: (2..analysis.words.len()).collect(),
            stance: vec![0],
            ..whole_clause(&analysis)
        };
        of_clause(&analysis, &clause)
    }

    const NEGATED: &str = "negative (negation)";
    const AFFIRMED: &str = "positive (no_negation)";

    #[test]
    fn each_rule_and_each_negation_decides_its_example() {
        for rule in RULES {
            let polarity = format!("negative ({})", rule.name);
            assert_eq!(
                decided(rule.example, "polarity"),
                polarity,
                "{}",
                rule.example
            );
        }
        for negation in NEGATIONS {
            let found = decided(negation.example, "polarity");
            // The weights doubt some negations, which is another rule.
            assert!(
                found.starts_with("negative (negation"),
                "{}",
                negation.example
            );
        }
    }

    #[test]
    fn what_looks_alike_is_told_apart() {
        check(
            "polarity",
            &[
                ("The bridge closed in May.", AFFIRMED),
                ("Not many drivers use the bridge.", NEGATED),
                ("The mayor not only closed the bridge.", AFFIRMED),
                ("The mayor sold the bridge that was not empty.", AFFIRMED),
                ("The mayor does not want to sell the bridge.", NEGATED),
                ("The mayor bought a house in no hurry.", AFFIRMED),
                ("He was no hero.", NEGATED),
                ("No one knows the plan.", NEGATED),
                ("I do not doubt that the bridge will close.", AFFIRMED),
                (
                    "I do not think that the bridge will close.",
                    "negative (stance)",
                ),
                (
                    "It is impossible that the bridge will close.",
                    "negative (stance)",
                ),
                // Wrong: whoever doubts what is denied half affirms it.
                ("I doubt that the bridge will not close.", NEGATED),
                // Wrong: it is certain that it closes, which is positive.
                ("There is no doubt that the bridge will close.", NEGATED),
                ("The bank says that it laundered money.", AFFIRMED),
                // Two denials affirm.
                (
                    "The bank denies that it did not pay the workers.",
                    "positive (denial)",
                ),
            ],
        );
    }

    #[test]
    fn every_turn_is_a_cue() {
        let claim = claim("The bank denies that it did not pay the workers.");
        let evidence = claim
            .evidence
            .into_iter()
            .find(|evidence| evidence.field == "polarity");
        let cues: Vec<String> = evidence
            .unwrap()
            .cues
            .into_iter()
            .map(|cue| cue.text)
            .collect();
        assert_eq!(cues, ["not", "denies"]);
    }

    #[test]
    fn adverbs_negate_the_predicate_that_they_hang_on() {
        for adverb in ADVERBS {
            let on_predicate = format!("it/PRON/nsubj/3 {adverb}/PART/advmod/3 rained/VERB/root/0");
            assert_eq!(of_tree(&on_predicate), NEGATED, "{adverb}");
            let on_subject = format!("{adverb}/PART/advmod/2 rain/NOUN/nsubj/3 fell/VERB/root/0");
            assert_eq!(of_tree(&on_subject), AFFIRMED, "{adverb}");
        }
        for (words, expected) in [
            // On the auxiliary, and on another word.
            (
                "did/AUX/aux/4 not/PART/advmod/1 it/PRON/nsubj/4 rain/VERB/root/0",
                NEGATED,
            ),
            (
                "did/VERB/nsubj/4 not/PART/advmod/1 it/PRON/obj/4 rain/VERB/root/0",
                AFFIRMED,
            ),
            (
                "did/AUX/aux/3 not/PART/advmod/1 known/ADJ/amod/4 rain/NOUN/nsubj/5 fell/VERB/root/0",
                AFFIRMED,
            ),
            ("always/ADV/advmod/2 rained/VERB/root/0", AFFIRMED),
        ] {
            assert_eq!(of_tree(words), expected, "{words}");
        }
        let analysis = tree("seem/VERB/root/0 not/PART/advmod/1 to/PART/mark/4 rain/VERB/xcomp/1");
        let completed = Clause {
            predicate: 3,
            ..whole_clause(&analysis)
        };
        assert_eq!(of_clause(&analysis, &completed), NEGATED);
    }

    #[test]
    fn what_stands_behind_not_can_leave_or_make_the_negation() {
        for word in CORRELATING {
            let words =
                format!("it/PRON/nsubj/4 not/PART/advmod/4 {word}/ADV/advmod/4 rained/VERB/root/0");
            assert_eq!(of_tree(&words), AFFIRMED, "{word}");
        }
        for word in QUANTIFIERS {
            let words = format!("not/PART/advmod/2 {word}/PRON/nsubj/3 came/VERB/root/0");
            assert_eq!(of_tree(&words), NEGATED, "{word}");
        }
    }

    #[test]
    fn pronouns_negate_what_they_are_an_argument_of() {
        for pronoun in PRONOUNS {
            for (words, expected) in [
                (format!("{pronoun}/PRON/nsubj/2 came/VERB/root/0"), NEGATED),
                (
                    format!("{pronoun}/PRON/nmod/2 party/NOUN/nsubj/3 came/VERB/root/0"),
                    NEGATED,
                ),
                (
                    format!(
                        "{pronoun}/PRON/nmod/2 far/ADV/nmod/3 party/NOUN/nsubj/4 came/VERB/root/0"
                    ),
                    AFFIRMED,
                ),
            ] {
                assert_eq!(of_tree(&words), expected, "{words}");
            }
        }
        assert_eq!(
            of_tree("neither/DET/det/2 king/NOUN/nmod/3 party/NOUN/nsubj/4 came/VERB/root/0"),
            NEGATED
        );
    }

    #[test]
    fn no_negates_with_a_subject_an_object_or_an_adverb() {
        for (words, expected) in [
            ("no/DET/det/2 rain/NOUN/nsubj/3 fell/VERB/root/0", NEGATED),
            (
                "it/PRON/nsubj/2 has/VERB/root/0 no/DET/det/4 plan/NOUN/obj/2",
                NEGATED,
            ),
            (
                "it/PRON/nsubj/2 rains/VERB/root/0 no/DET/det/4 longer/ADV/advmod/2",
                NEGATED,
            ),
            ("no/DET/det/2 hero/NOUN/root/0", NEGATED),
            (
                "it/PRON/nsubj/2 came/VERB/root/0 in/ADP/case/5 no/DET/det/5 hurry/NOUN/obl/2",
                AFFIRMED,
            ),
            // The object of another word.
            (
                "a/DET/det/2 man/NOUN/nsubj/3 fell/VERB/root/0 selling/VERB/advcl/3 no/DET/det/6 wood/NOUN/obj/4",
                AFFIRMED,
            ),
            // "no" as an adverb of the predicate and of another word.
            ("it/PRON/nsubj/3 no/ADV/advmod/3 empty/ADJ/root/0", NEGATED),
            (
                "no/ADV/advmod/2 empty/ADJ/amod/3 road/NOUN/nsubj/4 fell/VERB/root/0",
                AFFIRMED,
            ),
            (
                "no/INTJ/discourse/3 it/PRON/nsubj/3 helps/VERB/ccomp/4 said/VERB/root/0",
                AFFIRMED,
            ),
            // "no one" however the parser takes it.
            (
                "it/PRON/nsubj/2 asks/VERB/root/0 of/ADP/case/5 no/DET/det/5 one/PRON/nmod/6 here/ADV/advmod/2",
                NEGATED,
            ),
        ] {
            assert_eq!(of_tree(words), expected, "{words}");
        }
        // Under the auxiliary of the predicate, where "no" is no adverb.
        assert_eq!(
            of_tree("has/AUX/aux/3 no/DET/det/1 rained/VERB/root/0"),
            AFFIRMED
        );
    }

    #[test]
    fn stances_turn_where_they_do_not_believe() {
        const HELPS: &str = "it/PRON/nsubj/4 helps/VERB/ccomp/1";
        const DOES_NOT_HELP: &str = "it/PRON/nsubj/4 helps/VERB/ccomp/1 not/PART/advmod/4";
        for stance in DISBELIEVING {
            let stance = format!("{stance}/ADJ");
            assert_eq!(
                under_stance(&stance, "that/SCONJ", HELPS),
                "negative (stance)",
                "{stance}"
            );
            assert_eq!(
                under_stance(&stance, "never/ADV", HELPS),
                AFFIRMED,
                "{stance}"
            );
        }
        for (stance, beside, claim, expected) in [
            ("think/VERB", "that/SCONJ", HELPS, AFFIRMED),
            ("think/VERB", "not/PART", HELPS, "negative (stance)"),
            ("think/VERB", "not/PART", DOES_NOT_HELP, "positive (stance)"),
            ("doubt/NOUN", "no/DET", HELPS, AFFIRMED),
            ("doubt/NOUN", "not/PART", DOES_NOT_HELP, NEGATED),
            ("doubt/VERB", "that/SCONJ", HELPS, "negative (stance)"),
            (
                "impossible/VERB",
                "that/SCONJ",
                DOES_NOT_HELP,
                "positive (stance)",
            ),
            // Wrong: whoever doubts what is denied half affirms it.
            ("doubt/VERB", "that/SCONJ", DOES_NOT_HELP, NEGATED),
            ("doubt/VERB", "not/PART", DOES_NOT_HELP, NEGATED),
            (
                "unlikely/ADJ",
                "that/SCONJ",
                DOES_NOT_HELP,
                "positive (stance)",
            ),
        ] {
            assert_eq!(
                under_stance(stance, beside, claim),
                expected,
                "{stance} {beside} {claim}"
            );
        }
    }

    #[test]
    fn what_the_weights_doubt_has_rules_of_its_own() {
        let rule = |words: &str, factuality: f32, kind: Kind| {
            let mut analysis = tree(words);
            let clause = whole_clause(&analysis);
            analysis.words[clause.predicate].factuality = [factuality; 5];
            decide(&analysis, &clause, None, kind).rule
        };
        let (plain, negated) = ("rained/VERB/root/0", "not/PART/advmod/2 rained/VERB/root/0");
        for (words, factuality, kind, expected) in [
            (plain, 0.0, Kind::Fact, PolarityRule::NoNegationDoubted),
            (plain, 3.0, Kind::Fact, PolarityRule::NoNegation),
            (plain, 0.0, Kind::Prediction, PolarityRule::NoNegation),
            (negated, 3.0, Kind::Fact, PolarityRule::NegationDoubted),
            (negated, 0.0, Kind::Fact, PolarityRule::Negation),
            (negated, 3.0, Kind::Policy, PolarityRule::Negation),
        ] {
            assert_eq!(
                rule(words, factuality, kind),
                expected,
                "{words} {factuality} {kind:?}"
            );
        }
    }
}
