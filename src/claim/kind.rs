//! Fact, prediction, value or policy.
//!
//! Decided on modal verbs, tense and time, and the act that a cue reports. Where none of these tells, evaluative words
//! (`evaluative.txt`) and the weights, which have seen what people say in comments and speeches, tell a judgement from a
//! fact together. Known to go wrong on judgements put in neutral words and on "should" that expects
//! rather than demands.

use super::Decision;
use super::clause::{Clause, is_predicate};
use crate::analysis::{Analysis, Word};
use crate::attribution::Attribution;
use crate::grammar::{Deprel, Feature, Upos};
use crate::inference::{Stretch, Weights, odds};
use crate::report::{CueType, Kind};
use std::collections::HashSet;
use std::sync::LazyLock;

static EVALUATIVE: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("evaluative.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect()
});

/// Decides the kind of a claim.
pub(super) fn decide(
    weights: &Weights,
    analysis: &Analysis,
    clause: &Clause,
    attribution: Option<&Attribution>,
    anchor_year: Option<i32>,
) -> Decision<Kind> {
    let verdict =
        |value: Kind, runner_up: Option<Kind>, rule: &'static str, tokens: &[usize]| Decision {
            value,
            runner_up,
            rule,
            cues: tokens
                .iter()
                .map(|&token| analysis.words[token].span)
                .collect(),
        };
    let predicate = clause.predicate;
    let words = &analysis.words;
    let evaluative = evaluative(analysis, clause);
    let modals = modals(analysis, clause);
    let modal = |forms: &[&str]| {
        modals
            .iter()
            .copied()
            .find(|&token| forms.contains(&words[token].lower.as_str()))
    };
    let future = modal(&FUTURE);
    let conditional = modal(&["would", "'d"]).filter(|&token| !is_liking(words, token));
    let possible = modal(&["may", "might", "could"]);
    let perfect = analysis
        .children(predicate)
        .iter()
        .any(|&child| words[child].deprel.base() == Deprel::Aux && words[child].lower == "have");
    let adjective = matches!(words[predicate].upos, Upos::Adj | Upos::Noun | Upos::Pron);
    if let Some(attribution) = attribution {
        if future.is_none() && conditional.is_none() && is_demanded(analysis, clause, attribution) {
            return verdict(Kind::Policy, Some(Kind::Fact), "demanded", &[predicate]);
        }
    }
    if let Some(token) = modal(&["should", "must", "ought", "need"]) {
        // "The train should arrive at nine" expects; "should have known" judges.
        let expected = matches!(
            words[predicate].lemma.as_str(),
            "last" | "arrive" | "take" | "improve" | "recover"
        ) && words[token].lower == "should";
        return match () {
            _ if expected => verdict(
                Kind::Prediction,
                Some(Kind::Policy),
                "modal_expectation",
                &[token],
            ),
            _ if perfect => verdict(Kind::Value, Some(Kind::Policy), "modal_perfect", &[token]),
            _ => verdict(
                Kind::Policy,
                Some(Kind::Value),
                "modal_obligation",
                &[token],
            ),
        };
    }
    let needs = obligation(analysis, clause)
        .filter(|_| future.is_none() && conditional.is_none() && possible.is_none());
    if let Some(token) = needs {
        return verdict(Kind::Policy, Some(Kind::Fact), "obligation", &[token]);
    }
    if let Some(token) = future {
        return verdict(
            Kind::Prediction,
            evaluative.map(|_| Kind::Value).or(Some(Kind::Fact)),
            "future",
            &[token],
        );
    }
    if let Some(token) = conditional {
        if !perfect {
            let best = evaluative.filter(|_| adjective);
            return match best {
                Some(word) if clause.condition.is_none() => verdict(
                    Kind::Value,
                    Some(Kind::Prediction),
                    "evaluative_conditional",
                    &[token, word],
                ),
                _ => verdict(
                    Kind::Prediction,
                    Some(Kind::Value),
                    "conditional_mood",
                    &[token],
                ),
            };
        }
    }
    if let Some(token) = possible {
        if !perfect {
            let passive_past = words[token].lower == "could" && is_negated(analysis, predicate);
            return match () {
                _ if adjective => verdict(
                    Kind::Value,
                    Some(Kind::Prediction),
                    "modal_possibility_state",
                    &[token],
                ),
                _ if passive_past => {
                    verdict(Kind::Fact, Some(Kind::Prediction), "past_ability", &[token])
                }
                _ => verdict(
                    Kind::Prediction,
                    Some(Kind::Fact),
                    "modal_possibility",
                    &[token],
                ),
            };
        }
    }
    if let Some(token) = ahead(analysis, clause) {
        return verdict(Kind::Prediction, Some(Kind::Fact), "expectation", &[token]);
    }
    if let Some(time) = anchor_year.and_then(|year| later_time(analysis, clause, year)) {
        if !words[predicate].has(Feature::TensePast) {
            return Decision {
                value: Kind::Prediction,
                runner_up: Some(Kind::Fact),
                rule: "future_time",
                cues: vec![time],
            };
        }
    }
    let leaning = Leaning::of(weights, analysis, clause);
    match (evaluative, leaning) {
        (None, Some(Leaning { demand: 0.9.., .. })) => {
            verdict(Kind::Policy, Some(Kind::Value), "weights_demand", &[])
        }
        (
            Some(token),
            Some(Leaning {
                judgement: ..-0.4, ..
            }),
        ) => verdict(
            Kind::Fact,
            Some(Kind::Value),
            "evaluative_word_in_report",
            &[token],
        ),
        (Some(token), _) => verdict(Kind::Value, Some(Kind::Fact), "evaluative_word", &[token]),
        (
            None,
            Some(Leaning {
                judgement: 0.8.., ..
            }),
        ) => verdict(Kind::Value, Some(Kind::Fact), "weights_judge", &[]),
        (
            None,
            Some(Leaning {
                judgement: -1.0.., ..
            }),
        ) => verdict(Kind::Fact, Some(Kind::Value), "weights_waver", &[]),
        (None, _) => verdict(Kind::Fact, Some(Kind::Value), "unmarked", &[]),
    }
}

/// What the weights make of a claim's words.
struct Leaning {
    /// Log-odds of a judgement against what could be verified: the mean of two heads, one trained on comments of citizens
    /// (CDCP, Park & Cardie 2018), one on political speech (PoliClaim).
    judgement: f32,
    /// Probability of a demand.
    demand: f32,
}

impl Leaning {
    fn of(weights: &Weights, analysis: &Analysis, clause: &Clause) -> Option<Self> {
        let stretch = Stretch::new(weights, &analysis.vectors_of(&clause.tokens))?;
        let kinds = stretch.kind();
        let kind = |name: &str| {
            kinds
                .iter()
                .find(|(label, _)| *label == name)
                .map_or(0.0, |(_, probability)| *probability)
        };
        let verifiable = stretch
            .policlaim()
            .into_iter()
            .find(|(label, _)| *label == "1")
            .map_or(0.5, |(_, probability)| probability);
        let judged =
            kind("value") / (kind("value") + kind("fact") + kind("testimony")).max(f32::EPSILON);
        // However sure, no head outweighs the other.
        let leaning = |probability| odds(probability).clamp(-5.0, 5.0);
        Some(Leaning {
            judgement: (leaning(judged) - leaning(verifiable)) / 2.0,
            demand: kind("policy"),
        })
    }
}

/// Auxiliaries that put what a verb says ahead, whatever else is said.
pub(super) const FUTURE: [&str; 4] = ["will", "'ll", "wo", "shall"];

/// Whether "would" says what somebody likes: "The opposition would rather build".
pub(super) fn is_liking(words: &[Word], would: usize) -> bool {
    words
        .get(would + 1)
        .is_some_and(|next| matches!(next.lower.as_str(), "rather" | "like" | "prefer"))
}

/// Whether the clause is what somebody wants done: "asked that the road be closed".
pub(super) fn is_demanded(analysis: &Analysis, clause: &Clause, attribution: &Attribution) -> bool {
    let word = &analysis.words[clause.predicate];
    let plain =
        word.has(Feature::VerbFormInf) || word.has(Feature::MoodSub) || word.lower == word.lemma;
    attribution.cue_type == CueType::Intention && plain && clause.subject.is_some()
}

/// "has to", "needs to"
pub(super) fn obligation(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let words = &analysis.words;
    clause.tokens.iter().copied().find(|&token| {
        let to_follows = words.get(token + 1).is_some_and(|next| next.lower == "to");
        let verb = words[token].upos == Upos::Verb
            && (token == clause.predicate || words[clause.predicate].head == Some(token));
        verb && to_follows
            && matches!(words[token].lemma.as_str(), "have" | "need")
            && !words[token].has(Feature::TensePast)
    })
}

/// Auxiliaries and copula of the predicate, or of the verb that it completes ("ought to raise"), in order.
pub(super) fn auxiliaries(analysis: &Analysis, clause: &Clause) -> Vec<usize> {
    let words = &analysis.words;
    let holders = holders(analysis, clause);
    // "The council should publish it and raise the fee": put back from the first of the coordinated verbs.
    let shared = |token: usize, head: usize| {
        clause.kind == super::ClauseKind::Coordinated
            && token < clause.predicate
            && (!clause.tokens.contains(&head) || words[clause.predicate].head == Some(head))
    };
    let governs = |token: &usize| {
        words[*token]
            .head
            .is_some_and(|head| holders.contains(&head) || shared(*token, head))
    };
    let auxiliary = |token: &usize| {
        matches!(words[*token].deprel.base(), Deprel::Aux | Deprel::Cop) && governs(token)
    };
    clause.tokens.iter().copied().filter(auxiliary).collect()
}

/// The predicate, and the verbs that it completes.
pub(super) fn holders(analysis: &Analysis, clause: &Clause) -> Vec<usize> {
    let words = &analysis.words;
    let mut holders = vec![clause.predicate];
    let mut above = clause.predicate;
    while let Some(head) = words[above]
        .head
        .filter(|_| words[above].deprel.base() == Deprel::Xcomp && holders.len() < 4)
    {
        holders.push(head);
        above = head;
    }
    holders
}

/// Modal auxiliaries of the predicate, or of the verb that it completes ("ought to raise").
pub(super) fn modals(analysis: &Analysis, clause: &Clause) -> Vec<usize> {
    let words = &analysis.words;
    let holders = holders(analysis, clause);
    let auxiliaries = auxiliaries(analysis, clause);
    let modal = |token: &usize| {
        let word = &words[*token];
        let modal = matches!(
            word.lower.as_str(),
            "will"
                | "'ll"
                | "wo"
                | "shall"
                | "would"
                | "'d"
                | "may"
                | "might"
                | "could"
                | "can"
                | "ca"
                | "should"
                | "must"
                | "ought"
                | "need"
        );
        let governs = word.deprel.base() == Deprel::Aux && auxiliaries.contains(token);
        let full = holders.contains(token) && matches!(word.lower.as_str(), "ought");
        let auxiliary = governs && (word.lower != "need" || word.upos == Upos::Aux);
        modal && (auxiliary || full) && word.upos != Upos::Noun
    };
    clause.tokens.iter().copied().filter(modal).collect()
}

/// Whether the predicate has "not", "never" or the like.
pub(super) fn is_negated(analysis: &Analysis, predicate: usize) -> bool {
    analysis.children(predicate).iter().any(|&child| {
        matches!(
            analysis.words[child].lower.as_str(),
            "not" | "n't" | "never"
        )
    })
}

/// "is likely to", "is going to", "plans to", "is expected to", "is due to"; "the frames are to be welded".
pub(super) fn ahead(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let words = &analysis.words;
    let plan = clause.tokens.iter().copied().find(|&token| {
        let to_follows = words.get(token + 1).is_some_and(|next| next.lower == "to");
        let verb_follows = words
            .get(token + 2)
            .is_some_and(|next| matches!(next.upos, Upos::Verb | Upos::Aux));
        let present = matches!(words[token].lower.as_str(), "is" | "are" | "'s" | "'re");
        present
            && words[token].upos == Upos::Aux
            && to_follows
            && verb_follows
            && words[token].head == Some(clause.predicate)
            && words[clause.predicate].upos == Upos::Verb
    });
    plan.or_else(|| {
        clause.tokens.iter().copied().find(|&token| {
            let verb_follows = words
                .get(token + 2)
                .is_some_and(|next| matches!(next.upos, Upos::Verb | Upos::Aux | Upos::Adv));
            let to_follows =
                words.get(token + 1).is_some_and(|next| next.lower == "to") && verb_follows;
            let near = token == clause.predicate
                || words[clause.predicate].head == Some(token)
                || analysis.children(clause.predicate).contains(&token);
            near && (to_follows
                && matches!(
                    words[token].lower.as_str(),
                    "likely"
                        | "going"
                        | "expected"
                        | "due"
                        | "set"
                        | "bound"
                        | "poised"
                        | "unlikely"
                        | "certain"
                )
                || matches!(words[token].lower.as_str(), "unlikely" | "likely")
                    && token == clause.predicate)
        })
    })
}

/// A date after the year of writing, or one that the expression itself puts ahead.
fn later_time(
    analysis: &Analysis,
    clause: &Clause,
    anchor_year: i32,
) -> Option<crate::span::ByteSpan> {
    let first = analysis.words[*clause.tokens.first()?].span;
    let last = analysis.words[*clause.tokens.last()?].span;
    let inside = first.cover(last);
    let later = |value: &str| {
        value
            .get(..4)
            .and_then(|year| year.parse::<i32>().ok())
            .is_some_and(|year| year > anchor_year)
            || value == "FUTURE_REF"
    };
    analysis
        .times
        .iter()
        .find(|time| inside.contains(time.span) && later(&time.value))
        .map(|time| time.span)
}

/// Whether the word is evaluative, or a degree of one that is: "fairest", "sillier".
pub(super) fn judges(word: &Word) -> bool {
    let known = |form: &str| EVALUATIVE.contains(form);
    let graded = || {
        let stem = word
            .lower
            .strip_suffix("est")
            .or_else(|| word.lower.strip_suffix("er"))
            .filter(|stem| stem.len() > 2)?;
        let graded = matches!(word.upos, Upos::Adj | Upos::Adv);
        Some(
            graded
                && (known(stem)
                    || known(&format!("{stem}e"))
                    || stem
                        .strip_suffix('i')
                        .is_some_and(|stem| known(&format!("{stem}y")))),
        )
    };
    known(&word.lemma) || known(&word.lower) || graded().unwrap_or(false)
}

/// The evaluative word that the claim turns on: its predicate, what qualifies it, or an object that judges.
fn evaluative(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let words = &analysis.words;
    let is_evaluative = |token: usize| judges(&words[token]);
    let predicate = clause.predicate;
    let copular = words[predicate].upos != Upos::Verb && is_predicate(analysis, predicate);
    if is_evaluative(predicate) {
        return Some(predicate);
    }
    let children = analysis.children(predicate);
    let close = |child: &&usize| {
        let relation = words[**child].deprel.base();
        if copular {
            matches!(
                relation,
                Deprel::Amod | Deprel::Advmod | Deprel::Nmod | Deprel::Compound
            )
        } else {
            matches!(relation, Deprel::Obj | Deprel::Xcomp | Deprel::Advmod)
        }
    };
    for &child in children.iter().filter(close) {
        if is_evaluative(child) && clause.tokens.contains(&child) {
            return Some(child);
        }
        let qualified = analysis.children(child).iter().copied().find(|&deep| {
            words[deep].deprel.base() == Deprel::Amod
                && is_evaluative(deep)
                && clause.tokens.contains(&deep)
        });
        if qualified.is_some()
            && matches!(
                words[child].deprel.base(),
                Deprel::Obj | Deprel::Xcomp | Deprel::Nmod
            )
        {
            return qualified;
        }
    }
    // "There are better ways": what is there is judged.
    let subject = clause
        .subject
        .filter(|_| matches!(words[predicate].lemma.as_str(), "be"))?;
    analysis
        .children(subject)
        .iter()
        .copied()
        .find(|&child| is_evaluative(child))
}
