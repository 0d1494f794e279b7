//! Whether the holder affirms or denies a claim (FactBank, Saurí & Pustejovsky 2009).
//!
//! [`RULES`] are asked in their order, and each word that they find turns the polarity round: a negation of the predicate
//! ([`NEGATIONS`]), a predicate that denies what it is taken to ("failed to act", "deny that"), a stance that does not
//! believe, a cue that denies. The last that turned it names the rule. Where the weights doubt what the words say, another
//! rule says so. Known to go wrong on negations of what hangs on the predicate ("bought it for nothing").

use super::Decision;
use super::clause::{Clause, asks_whether, is_denied};
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
        ImplicitNegative = "implicit_negative",
        DeniedComplement = "denied_complement",
        Stance = "stance",
        Denial = "denial",
    }
}

/// A rule: each word that it finds turns the polarity round.
struct Rule {
    name: PolarityRule,
    find: fn(&Question) -> Vec<ByteSpan>,
    /// A sentence whose claim, in brackets where there are several, it makes negative.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: PolarityRule::Negation, find: negation,
           example: "The mayor did not sell the bridge." },
    Rule { name: PolarityRule::ImplicitNegative, find: implicit_negative,
           example: "The agency failed to act." },
    Rule { name: PolarityRule::DeniedComplement, find: denied_complement,
           example: "I deny that I took the money." },
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
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
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
const DISBELIEVING: [&str; 7] = [
    "doubt",
    "unlikely",
    "impossible",
    "doubtful",
    "false",
    "rule",
    "question",
];

/// Lemmas of verbs before "to" that say that something was not done.
const FAILING: [&str; 2] = ["fail", "neglect"];

/// Lemmas of verbs that deny the clause that completes them.
const DENYING: [&str; 4] = ["deny", "doubt", "dispute", "refute"];

/// Nouns of which "no" affirms the clause behind them: "no doubt that", "It is no secret that".
const UNCONTESTED: [&str; 7] = [
    "doubt",
    "secret",
    "question",
    "wonder",
    "surprise",
    "accident",
    "coincidence",
];

/// Decides the polarity of a claim of a kind. The attribution comes with the analysis of its cue's sentence.
pub(super) fn decide(
    analysis: &Analysis,
    clause: &Clause,
    attribution: Option<(&Attribution, &Analysis)>,
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
    attribution: Option<(&'a Attribution, &'a Analysis)>,
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
        self.depends_on_predicate(token)
            || self.word(token).head.is_some_and(on_auxiliary)
            || self.follows_auxiliary(token)
    }

    /// "It is|n't about resurgent “nativism,” the label", "were | no longer dangerous Islamists": right behind an auxiliary of
    /// the predicate it negates that, whatever adjective the parser hangs it on.
    fn follows_auxiliary(&self, token: usize) -> bool {
        let before = token
            .checked_sub(1)
            .map(|before| (before, self.word(before)));
        let is_suffix = self.word(token).is(&["n't"]);
        let is_no_longer = self.word(token).is(&["no"]) && self.next_is(token, &["longer"]);
        (is_suffix || is_no_longer)
            && before.is_some_and(|(before, word)| {
                matches!(word.deprel.base(), Deprel::Aux | Deprel::Cop)
                    && self.depends_on_predicate(before)
            })
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

/// "failed to act", "The dam is unlikely to fail", "A delay is unlikely".
fn implicit_negative(question: &Question) -> Vec<ByteSpan> {
    let denies = |token: &usize| {
        let word = question.word(*token);
        let completed = question.analysis.has_child_with(*token, &[Deprel::Xcomp]);
        // "by failing to act" tells how.
        let introduced = question
            .analysis
            .has_child_with(*token, &[Deprel::Mark, Deprel::Case]);
        word.upos == Upos::Verb && word.has_lemma(&FAILING) && completed && !introduced
            || word.is(&["unlikely"]) && word.upos != Upos::Adv
    };
    let denying = question.holders.iter().copied().filter(denies);
    denying.map(|token| question.word(token).span).collect()
}

/// "No one can deny that X", "There is no doubt that X" and "Few doubt that X" affirm X; "I deny that X" does not.
fn denied_complement(question: &Question) -> Vec<ByteSpan> {
    let predicate = question.clause.predicate;
    let verb = Some(predicate).filter(|_| denies_complement(question, predicate));
    let noun = question.clause.tokens.iter().copied().find(|&token| {
        let is_argument = token == predicate || question.word(token).head == Some(predicate);
        is_argument && question.word(token).has_lemma(&UNCONTESTED) && is_affirming(question, token)
    });
    let turn = verb.or(noun).into_iter();
    turn.map(|token| question.word(token).span).collect()
}

/// A verb that denies the clause that completes it, unless few do.
fn denies_complement(question: &Question, predicate: usize) -> bool {
    let (analysis, word) = (question.analysis, question.word(predicate));
    let by_few = question
        .clause
        .subject
        .is_some_and(|subject| question.word(subject).is(&["few"]));
    let rules_out = word.lemma == "rule"
        && question
            .analysis
            .children(predicate)
            .iter()
            .any(|&child| question.word(child).is(&["out"]));
    let completed = analysis.has_child_with(predicate, &[Deprel::Ccomp, Deprel::Csubj]);
    word.upos == Upos::Verb && (word.has_lemma(&DENYING) || rules_out) && completed && !by_few
}

/// "no secret that …", "no doubt that …": with "no" and a clause behind it.
fn is_affirming(question: &Question, noun: usize) -> bool {
    let clauses = [Deprel::Acl, Deprel::Ccomp, Deprel::Csubj];
    let analysis = question.analysis;
    let on_predicate = || analysis.has_child_with(question.clause.predicate, &clauses);
    is_denied(analysis, noun) && (analysis.has_child_with(noun, &clauses) || on_predicate())
}

/// "I do not think that X" denies X, and so does "I doubt that X"; "I do not doubt that X" affirms it. Who is not clear
/// whether X does neither.
fn disbelief(question: &Question) -> Vec<ByteSpan> {
    let asked = asks_whether(question.analysis, question.clause.predicate);
    let turns = |stance: &usize| {
        let negated = is_denied(question.analysis, *stance);
        let disbelieves = question.word(*stance).has_lemma(&DISBELIEVING);
        negated != disbelieves && !(negated && asked) && !is_doubt_of_negated(question, *stance)
    };
    let stances = question.clause.stance.iter().copied().filter(turns);
    stances.map(|stance| question.word(stance).span).collect()
}

/// "I doubt that X" with a negation in X.
fn is_doubt_of_negated(question: &Question, stance: usize) -> bool {
    let word = question.word(stance);
    word.has_lemma(&["doubt"]) && word.upos == Upos::Verb && question.negation().is_some()
}

/// "Holm denies that X"; "Holm does not deny that X" does not.
fn denial(question: &Question) -> Vec<ByteSpan> {
    let denies = |(attribution, analysis): &(&Attribution, &Analysis)| {
        let negated = |cue: usize| analysis.is_negated(cue);
        attribution.cue_type == CueType::Denial && !attribution.cue_token.is_some_and(negated)
    };
    let denial = question.attribution.filter(denies).into_iter();
    denial.map(|(attribution, _)| attribution.cue).collect()
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
mod tests;
