//! Decisions on a stretch of words as a whole: a sentence, or the words of a claim.

use super::kernel::{Quantised, softmax};
use super::ngram::ngrams;
use super::weights::{Head, Weights};

/// Labels and their probabilities, in the order of the weights.
pub type Labels<'w> = Vec<(&'w str, f32)>;

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
        let check_worthy = self
            .claims()
            .into_iter()
            .find(|(label, _)| *label == "CFS")
            .map_or(0.0, |(_, probability)| probability);
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

    /// `CFS` (check-worthy factual claim), `UFS` (unimportant factual claim), `NFS` (no factual claim) as the encoder alone
    /// sees them: ClaimBuster.
    pub fn claims(&self) -> Labels<'w> {
        self.labels(&self.weights.checkworthy)
    }

    /// `fact`, `testimony`, `reference`, `value`, `policy`: CDCP (Park & Cardie 2018).
    pub fn kind(&self) -> Labels<'w> {
        self.labels(&self.weights.kind)
    }

    /// `1` verifiable, `0` not: PoliClaim, political speech.
    pub fn policlaim(&self) -> Labels<'w> {
        self.labels(&self.weights.policlaim)
    }

    fn labels(&self, head: &'w Head) -> Labels<'w> {
        let mut scores = Vec::new();
        head.linear.apply(&self.pooled, &mut scores);
        softmax(&mut scores);
        head.labels.iter().map(String::as_str).zip(scores).collect()
    }
}

/// Logarithm of the odds of a probability, which is kept off 0 and 1.
pub fn odds(probability: f32) -> f32 {
    let probability = probability.clamp(1e-6, 1.0 - 1e-6);
    libm::logf(probability / (1.0 - probability))
}

/// What only the evaluation asks for so far.
#[cfg_attr(
    not(feature = "_internals"),
    expect(dead_code, reason = "asked by the evaluation")
)]
impl<'w> Stretch<'w> {
    /// The same as [`Stretch::policlaim`] for comments of citizens: Regulation Room.
    pub fn regroom(&self) -> Labels<'w> {
        self.labels(&self.weights.regroom)
    }
}
