//! Whether a fact-checker would want to check a claim, and which of its words speak for it and against it.
//!
//! The weights judge the claim's words together (ClaimBuster, Arslan et al. 2020). A factor is the change of their
//! log-odds that some words make: the claim judged with them against the claim judged without. Factors do not add up to
//! the whole, since words share what they tell. Known to rate any number highly.

use super::clause::Clause;
use super::evaluative::judges;
use crate::analysis::{Analysis, Word, entity};
use crate::grammar::{Feature, Upos};
use crate::inference::{Stretch, Weights, odds};
use crate::span::ByteSpan;

/// A probability with what made it.
#[derive(Debug, Clone)]
pub struct Checkworthiness {
    /// Probability that the claim is worth checking.
    pub probability: f32,
    /// What raised and lowered it, the largest effect first.
    pub factors: Vec<Factor>,
}

/// Words that raise or lower a probability.
#[derive(Debug, Clone)]
pub struct Factor {
    /// What the words are.
    pub reason: &'static str,
    /// Change of the log-odds.
    pub effect: f32,
    /// The words.
    pub spans: Vec<ByteSpan>,
}

/// Smallest effect that is told, in log-odds.
const LEAST: f32 = 0.1;

/// Most factors that are told.
const MOST: usize = 6;

/// Judges a claim. Linear in its words, for each of its factors.
pub(super) fn judge(
    weights: &Weights,
    analysis: &Analysis,
    clause: &Clause,
) -> Option<Checkworthiness> {
    let probability = probability(weights, analysis, &clause.tokens)?;
    let mut factors: Vec<Factor> = groups(analysis, clause)
        .into_iter()
        .filter_map(|(reason, tokens)| {
            let rest: Vec<usize> = clause
                .tokens
                .iter()
                .copied()
                .filter(|token| !tokens.contains(token))
                .collect();
            let without = self::probability(weights, analysis, &rest)?;
            let spans = tokens
                .iter()
                .map(|&token| analysis.words[token].span)
                .collect();
            Some(Factor {
                reason,
                effect: odds(probability) - odds(without),
                spans: adjoining(spans),
            })
        })
        .filter(|factor| factor.effect.abs() >= LEAST)
        .collect();
    factors.sort_by(|a, b| b.effect.abs().total_cmp(&a.effect.abs()));
    factors.truncate(MOST);
    Some(Checkworthiness {
        probability,
        factors,
    })
}

fn probability(weights: &Weights, analysis: &Analysis, tokens: &[usize]) -> Option<f32> {
    let forms: Vec<&str> = tokens
        .iter()
        .map(|&token| analysis.words[token].form.as_str())
        .collect();
    Some(Stretch::new(weights, &analysis.vectors_of(tokens))?.checkworthy(&forms))
}

/// Words of the claim that may speak for or against it, by what they are.
fn groups(analysis: &Analysis, clause: &Clause) -> Vec<(&'static str, Vec<usize>)> {
    let words = &analysis.words;
    let within = |span: ByteSpan| -> Vec<usize> {
        clause
            .tokens
            .iter()
            .copied()
            .filter(|&token| span.contains(words[token].span))
            .collect()
    };
    let such = |test: &dyn Fn(&Word) -> bool| -> Vec<usize> {
        clause
            .tokens
            .iter()
            .copied()
            .filter(|&token| test(&words[token]))
            .collect()
    };
    let mut groups: Vec<(&'static str, Vec<usize>)> = Vec::new();
    groups.extend(
        analysis
            .quantities
            .iter()
            .map(|quantity| ("a number", within(quantity.span))),
    );
    groups.extend(
        analysis
            .times
            .iter()
            .map(|time| ("a time", within(time.span))),
    );
    groups.extend(entity::mentions(words).map(|mention| ("a name", within(mention.span))));
    groups.extend([
        (
            "a comparison",
            such(&|word| {
                word.has(Feature::DegreeCmp) || word.has(Feature::DegreeSup) || word.lower == "than"
            }),
        ),
        (
            "first person",
            such(&|word| matches!(word.lower.as_str(), "i" | "we" | "my" | "our" | "me" | "us")),
        ),
        (
            "a modal verb",
            such(&|word| {
                word.upos == Upos::Aux
                    && matches!(
                        word.lemma.as_str(),
                        "will" | "would" | "may" | "might" | "can" | "could" | "should" | "must"
                    )
            }),
        ),
        (
            "a word that judges",
            such(&|word| {
                matches!(word.upos, Upos::Adj | Upos::Noun | Upos::Adv | Upos::Verb) && judges(word)
            }),
        ),
        (
            "a negation",
            such(&|word| {
                matches!(
                    word.lower.as_str(),
                    "not" | "n't" | "no" | "never" | "nobody" | "nothing"
                )
            }),
        ),
        ("its predicate", vec![clause.predicate]),
    ]);
    groups.retain(|(_, tokens)| !tokens.is_empty() && tokens.len() < clause.tokens.len());
    groups
}

/// Spans that touch, but for a blank, as one.
fn adjoining(spans: Vec<ByteSpan>) -> Vec<ByteSpan> {
    let mut joined: Vec<ByteSpan> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if last.end + 1 >= span.start => *last = last.cover(span),
            _ => joined.push(span),
        }
    }
    joined
}
