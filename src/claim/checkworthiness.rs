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
use crate::labels::labels;
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
    pub kind: FactorKind,
    /// Change of the log-odds.
    pub effect: f32,
    /// The words.
    pub spans: Vec<ByteSpan>,
}

labels! {
    /// What words are that raise or lower a probability, as reports tell it to people.
    pub enum FactorKind {
        Number = "a number",
        Time = "a time",
        Name = "a name",
        Comparison = "a comparison",
        FirstPerson = "first person",
        ModalVerb = "a modal verb",
        Judgement = "a word that judges",
        Negation = "a negation",
        Predicate = "its predicate",
        Unsure = "its words are unsure",
    }
}

/// Words that make up one factor, wherever they stand in the claim.
struct Group {
    kind: FactorKind,
    test: fn(&Word) -> bool,
}

#[rustfmt::skip]
static GROUPS: &[Group] = &[
    Group { kind: FactorKind::Comparison, test: compares },
    Group { kind: FactorKind::FirstPerson, test: is_first_person },
    Group { kind: FactorKind::ModalVerb, test: is_modal },
    Group { kind: FactorKind::Judgement, test: is_judging },
    Group { kind: FactorKind::Negation, test: negates },
];

const FIRST_PERSON: [&str; 6] = ["i", "we", "my", "our", "me", "us"];

/// Lemmas of auxiliaries.
const MODALS: [&str; 8] = [
    "will", "would", "may", "might", "can", "could", "should", "must",
];

const NEGATIONS: [&str; 6] = ["not", "n't", "no", "never", "nobody", "nothing"];

/// Smallest effect that is told, in log-odds: a smaller one changes no probability by more than 0.025.
const LEAST_EFFECT: f32 = 0.1;

/// Most factors that are told: more than a reader takes in.
const MOST_FACTORS: usize = 6;

/// Judges a claim; `None` where the weights can't. Linear in its words, for each of its factors.
pub(super) fn decide(
    weights: &Weights,
    analysis: &Analysis,
    clause: &Clause,
) -> Option<Checkworthiness> {
    let probability = probability(weights, analysis, &clause.tokens)?;
    let factors = candidates(analysis, clause)
        .into_iter()
        .filter_map(|(kind, tokens)| {
            let rest: Vec<usize> = clause
                .tokens
                .iter()
                .copied()
                .filter(|token| !tokens.contains(token))
                .collect();
            let without = self::probability(weights, analysis, &rest)?;
            let spans = tokens.iter().map(|&token| analysis.words[token].span);
            Some(Factor {
                kind,
                effect: odds(probability) - odds(without),
                spans: adjoining(spans),
            })
        })
        .collect();
    Some(Checkworthiness {
        probability,
        factors: largest(factors),
    })
}

fn probability(weights: &Weights, analysis: &Analysis, tokens: &[usize]) -> Option<f32> {
    let forms: Vec<&str> = tokens
        .iter()
        .map(|&token| analysis.words[token].form.as_str())
        .collect();
    Some(Stretch::new(weights, &analysis.vectors_of(tokens))?.checkworthy(&forms))
}

impl Checkworthiness {
    /// Nobody checks broken text: the less sure a claim is under `limit`, the less it is worth.
    pub(super) fn doubted(mut self, confidence: f32, limit: f32) -> Self {
        if confidence >= limit {
            return self;
        }
        let doubted = self.probability * confidence / limit;
        self.factors.push(Factor {
            kind: FactorKind::Unsure,
            effect: odds(doubted) - odds(self.probability),
            spans: Vec::new(),
        });
        Checkworthiness {
            probability: doubted,
            factors: largest(self.factors),
        }
    }
}

/// The factors that are told, the largest effect first.
fn largest(mut factors: Vec<Factor>) -> Vec<Factor> {
    factors.retain(|factor| factor.effect.abs() >= LEAST_EFFECT);
    factors.sort_by(|a, b| b.effect.abs().total_cmp(&a.effect.abs()));
    factors.truncate(MOST_FACTORS);
    factors
}

/// Words of the claim that may speak for or against it, by what they are. What is the whole claim has nothing to be weighed
/// against.
fn candidates(analysis: &Analysis, clause: &Clause) -> Vec<(FactorKind, Vec<usize>)> {
    let words = &analysis.words;
    let tokens = || clause.tokens.iter().copied();
    let within = |kind: FactorKind, span: ByteSpan| {
        let inside = tokens().filter(|&token| span.contains(words[token].span));
        (kind, inside.collect())
    };
    let mut candidates: Vec<(FactorKind, Vec<usize>)> = Vec::new();
    let numbers = analysis.quantities.iter();
    candidates.extend(numbers.map(|quantity| within(FactorKind::Number, quantity.span)));
    let times = analysis.times.iter();
    candidates.extend(times.map(|time| within(FactorKind::Time, time.span)));
    let names = entity::mentions(words);
    candidates.extend(names.map(|mention| within(FactorKind::Name, mention.span)));
    candidates.extend(GROUPS.iter().map(|group| {
        let such = tokens().filter(|&token| (group.test)(&words[token]));
        (group.kind, such.collect())
    }));
    candidates.push((FactorKind::Predicate, vec![clause.predicate]));
    candidates.retain(|(_, tokens)| !tokens.is_empty() && tokens.len() < clause.tokens.len());
    candidates
}

fn compares(word: &Word) -> bool {
    word.has(Feature::DegreeCmp) || word.has(Feature::DegreeSup) || word.is(&["than"])
}

fn is_first_person(word: &Word) -> bool {
    word.is(&FIRST_PERSON)
}

fn is_modal(word: &Word) -> bool {
    word.upos == Upos::Aux && word.has_lemma(&MODALS)
}

fn is_judging(word: &Word) -> bool {
    matches!(word.upos, Upos::Adj | Upos::Noun | Upos::Adv | Upos::Verb) && judges(word)
}

fn negates(word: &Word) -> bool {
    word.is(&NEGATIONS)
}

/// Spans that touch, but for a blank, as one.
fn adjoining(spans: impl Iterator<Item = ByteSpan>) -> Vec<ByteSpan> {
    let mut joined: Vec<ByteSpan> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if last.end + 1 >= span.start => *last = last.cover(span),
            _ => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Utf16Span;
    use crate::claim::testing::whole_clause;
    use crate::testing::claim;
    use crate::testing::tree_by_hand;

    /// The factors of a text's claim, each with whether it raises, in their order.
    fn factors(text: &str) -> Vec<(String, bool)> {
        let factors = claim(text).checkworthiness_factors.into_iter();
        factors
            .map(|factor| (factor.reason, factor.effect > 0.0))
            .collect()
    }

    #[test]
    fn figures_are_worth_checking_and_feelings_are_not() {
        let probability = |text: &str| claim(text).checkworthiness.unwrap();
        let spent = probability("The council spent 40 million euros in 2019.");
        let loved = probability("I love this lovely little town.");
        assert!(spent > 0.8 && loved < 0.2, "{spent} {loved}");
    }

    #[test]
    fn factors_tell_which_words_raise_and_lower_it() {
        let spent = factors("The council spent 40 million euros in 2019.");
        assert_eq!(spent[0], ("a number".to_string(), true));
        let more = factors("The council spent more on the bridge than the mayor expected.");
        assert_eq!(more[0], ("a comparison".to_string(), true));
        let should = factors("We should not close our school.");
        assert!(
            should.contains(&("a modal verb".to_string(), false)),
            "{should:?}"
        );
    }

    #[test]
    fn a_factor_has_the_place_of_its_words() {
        let claim = claim("The council spent 40 million euros in 2019.");
        assert_eq!(claim.checkworthiness_factors[0].spans, [Utf16Span(18, 34)]);
    }

    #[test]
    fn the_largest_factors_are_told_first_and_small_ones_not_at_all() {
        let factor = |effect: f32| Factor {
            kind: FactorKind::Number,
            effect,
            spans: Vec::new(),
        };
        let effects = |effects: &[f32]| -> Vec<f32> {
            let factors = effects.iter().copied().map(factor).collect();
            largest(factors)
                .iter()
                .map(|factor| factor.effect)
                .collect()
        };
        assert_eq!(effects(&[0.5, -2.0, 1.0]), [-2.0, 1.0, 0.5]);
        assert_eq!(
            effects(&[0.05, LEAST_EFFECT, -0.05, -0.2]),
            [-0.2, LEAST_EFFECT]
        );
        assert_eq!(effects(&[1.0; 9]).len(), MOST_FACTORS);
    }

    /// The kinds of a tree's candidates, with their words.
    fn candidates_of(words: &str) -> Vec<(FactorKind, Vec<usize>)> {
        let analysis = tree_by_hand(words);
        candidates(&analysis, &whole_clause(&analysis))
    }

    #[test]
    fn words_are_grouped_by_what_they_are() {
        let forms = [
            (FactorKind::FirstPerson, "PRON", &FIRST_PERSON[..]),
            (FactorKind::ModalVerb, "AUX", &MODALS),
            (FactorKind::Negation, "PART", &NEGATIONS),
            (FactorKind::Comparison, "ADP", &["than"]),
            (FactorKind::Comparison, "ADJ|Degree=Cmp", &["older"]),
            (FactorKind::Comparison, "ADJ|Degree=Sup", &["oldest"]),
            (FactorKind::Judgement, "NOUN", &["farce"]),
            (FactorKind::Judgement, "ADJ", &["unfair"]),
            (FactorKind::Judgement, "ADV", &["fair"]),
            (FactorKind::Judgement, "VERB", &["fair"]),
        ];
        for (kind, tag, forms) in forms {
            for form in forms {
                let found = candidates_of(&format!("{form}/{tag}/dep/2 rained/VERB/root/0"));
                let expected = [(kind, vec![0]), (FactorKind::Predicate, vec![1])];
                assert_eq!(found, expected, "{form}");
            }
        }
        // A name that reads like an adjective, a month, and the noun "will".
        for word in ["Fair/PROPN", "May/PROPN", "will/NOUN"] {
            let found = candidates_of(&format!("{word}/dep/2 rained/VERB/root/0"));
            assert_eq!(found, [(FactorKind::Predicate, vec![1])], "{word}");
        }
    }

    #[test]
    fn what_is_the_whole_claim_is_no_factor() {
        assert_eq!(candidates_of("rained/VERB/root/0"), []);
        let two = candidates_of("never/ADV/advmod/2 nothing/PRON/root/0");
        assert_eq!(two, [(FactorKind::Predicate, vec![1])]);
    }

    #[test]
    fn spans_that_touch_are_one() {
        let joined = |spans: &[(usize, usize)]| -> Vec<(usize, usize)> {
            let spans = spans.iter().map(|&(start, end)| ByteSpan::new(start, end));
            let joined = adjoining(spans).into_iter();
            joined.map(|span| (span.start, span.end)).collect()
        };
        assert_eq!(joined(&[(0, 2), (3, 5), (5, 6)]), [(0, 6)]);
        assert_eq!(joined(&[(0, 2), (4, 5)]), [(0, 2), (4, 5)]);
    }
}
