//! Decisions on a stretch of words as a whole: a sentence, or the words of a claim.

use super::kernel::{Quantised, softmax};
use super::ngram::ngrams;
use super::weights::{Head, Weights};
use crate::grammar::{CheckWorthiness, Proposition, Verifiability};

/// The probability of each label of a head, in the order of the weights.
pub struct Probabilities<L>(Vec<(L, f32)>);

impl<L: Copy + PartialEq> Probabilities<L> {
    /// The probability of a label; 0 of one that the weights do not have.
    pub fn of_label(&self, label: L) -> f32 {
        let stated = self.0.iter().find(|(known, _)| *known == label);
        stated.map_or(0.0, |(_, probability)| *probability)
    }

    /// The likeliest label among those allowed; on a tie the first. For the evaluation.
    #[cfg(feature = "_internals")]
    pub fn likeliest(&self, allowed: impl Fn(L) -> bool) -> Option<L> {
        let labels = self.0.iter().filter(|(label, _)| allowed(*label));
        let best = labels.reduce(|best, other| if other.1 > best.1 { other } else { best });
        best.map(|(label, _)| *label)
    }
}

/// A stretch of words, ready to be judged by any of the heads.
pub struct Stretch<'w> {
    weights: &'w Weights,
    pooled: Quantised,
}

impl<'w> Stretch<'w> {
    /// Pools the vectors of words ([`Decisions::vectors`](super::Decisions::vectors)) that lie one behind the other:
    /// their mean and their maximum. `None` where there are none. Linear in the number of words.
    pub fn new(weights: &'w Weights, vectors: &[f32]) -> Option<Self> {
        let width = weights.pool.rows();
        let n_words = vectors.len() / width;
        if n_words == 0 {
            return None;
        }
        let mut both = vec![0.0; 2 * width];
        let (mean, most) = both.split_at_mut(width);
        for vector in vectors.chunks_exact(width) {
            for ((mean, most), &value) in mean.iter_mut().zip(most.iter_mut()).zip(vector) {
                *mean += value / n_words as f32;
                *most = if value > *most { value } else { *most };
            }
        }
        let mut pooled = Quantised::default();
        pooled.set(&both, 2 * width);
        Some(Stretch { weights, pooled })
    }

    /// Probability that the words, whose vectors these are, are worth checking: the encoder's and the wording's log-odds,
    /// added.
    pub fn checkworthy(&self, words: &[&str]) -> f32 {
        let check_worthy = self.claims().of_label(CheckWorthiness::CheckWorthy);
        let (mut sum, mut square) = (0.0, 0.0);
        for id in ngrams(words).into_iter().map(usize::from) {
            let rarity = self.weights.wording.at(1, id);
            sum += self.weights.wording.at(0, id);
            square += rarity * rarity;
        }
        let wording = self.weights.wording_bias
            + if square > 0.0 {
                sum / libm::sqrtf(square)
            } else {
                0.0
            };
        1.0 / (1.0 + libm::expf(-(odds(check_worthy) + wording)))
    }

    /// Whether a fact-checker would want to check it, as the encoder alone sees it.
    pub fn claims(&self) -> Probabilities<CheckWorthiness> {
        self.probabilities(&self.weights.checkworthy)
    }

    /// What it puts forward.
    pub fn kind(&self) -> Probabilities<Proposition> {
        self.probabilities(&self.weights.kind)
    }

    /// Whether it can be verified, in political speech: PoliClaim.
    pub fn policlaim(&self) -> Probabilities<Verifiability> {
        self.probabilities(&self.weights.policlaim)
    }

    fn probabilities<L: Copy>(&self, head: &Head<L>) -> Probabilities<L> {
        let mut scores = Vec::new();
        head.linear.apply(&self.pooled, &mut scores);
        softmax(&mut scores);
        Probabilities(head.labels.iter().copied().zip(scores).collect())
    }
}

/// Logarithm of the odds of a probability, which is kept off 0 and 1.
pub fn odds(probability: f32) -> f32 {
    let probability = probability.clamp(1e-6, 1.0 - 1e-6);
    libm::logf(probability / (1.0 - probability))
}

/// What only the evaluation asks for so far.
#[cfg(feature = "_internals")]
impl Stretch<'_> {
    /// The same as [`Stretch::policlaim`] for comments of citizens: Regulation Room.
    pub fn regroom(&self) -> Probabilities<Verifiability> {
        self.probabilities(&self.weights.regroom)
    }
}
