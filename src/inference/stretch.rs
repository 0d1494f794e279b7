//! Decisions on a stretch of words as a whole: a sentence, or the words of a claim.

use super::kernel::{Quantised, softmax};
use super::weights::{Head, Weights};

/// Probabilities of the labels of a stretch, in the order of the weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Stretch<'w> {
    /// `CFS` (check-worthy factual claim), `UFS` (unimportant factual claim), `NFS` (no factual claim): ClaimBuster.
    pub checkworthy: Vec<(&'w str, f32)>,
    /// `fact`, `testimony`, `reference`, `value`, `policy`: CDCP (Park & Cardie 2018).
    pub kind: Vec<(&'w str, f32)>,
    /// `1` verifiable, `0` not: PoliClaim, political speech.
    pub policlaim: Vec<(&'w str, f32)>,
    /// The same for comments of citizens: Regulation Room.
    pub regroom: Vec<(&'w str, f32)>,
}

/// Judges the words whose vectors ([`Decisions::vectors`](super::Decisions::vectors)) lie one behind the other:
/// mean and maximum of them go to each head. `None` where there are none. Linear in the number of words.
pub fn judge<'w>(weights: &'w Weights, vectors: &[f32]) -> Option<Stretch<'w>> {
    let width = weights.pool.matrix.rows();
    let n_words = vectors.len() / width;
    if n_words == 0 {
        return None;
    }
    let mut pooled = vec![0.0; 2 * width];
    let (mean, most) = pooled.split_at_mut(width);
    for vector in vectors.chunks_exact(width) {
        for ((mean, most), &value) in mean.iter_mut().zip(most.iter_mut()).zip(vector) {
            *mean += value / n_words as f32;
            *most = if value > *most { value } else { *most };
        }
    }
    let mut quantised = Quantised::default();
    quantised.set(&pooled, 2 * width);
    let probabilities = |head: &'w Head| {
        let mut scores = Vec::new();
        head.linear.matrix.apply(&quantised, Some(&head.linear.bias), &mut scores);
        softmax(&mut scores);
        head.labels.iter().map(String::as_str).zip(scores).collect()
    };
    Some(Stretch {
        checkworthy: probabilities(&weights.checkworthy),
        kind: probabilities(&weights.kind),
        policlaim: probabilities(&weights.policlaim),
        regroom: probabilities(&weights.regroom),
    })
}
