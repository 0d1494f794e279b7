//! The linear scorer and its table of weights.

use super::feature::SIZE;
use std::sync::LazyLock;

/// A step as `f32`, little endian, and for each feature how many steps it weighs, as `i8`.
/// `averral-training coreference` writes it.
const TABLE: &[u8; 4 + SIZE] = include_bytes!("weights.bin");

static LEARNED: LazyLock<Scorer> = LazyLock::new(|| Scorer::read(TABLE));

/// Weights of hashed features, in steps: sums of whole numbers are the same in any order.
pub struct Scorer {
    step: f32,
    steps: Vec<i8>,
}

impl Scorer {
    /// The scorer that the crate comes with.
    pub fn learned() -> &'static Scorer {
        &LEARNED
    }

    /// A scorer with [`SIZE`] weights, rounded to steps.
    #[cfg(any(test, feature = "_internals"))]
    pub fn new(weights: &[f32]) -> Self {
        assert_eq!(weights.len(), SIZE, "a weight for each feature");
        let largest = weights
            .iter()
            .fold(0.0f32, |largest, weight| largest.max(weight.abs()));
        let step = if largest > 0.0 { largest / 127.0 } else { 1.0 };
        Scorer {
            step,
            steps: weights
                .iter()
                .map(|weight| (weight / step).round() as i8)
                .collect(),
        }
    }

    fn read(table: &[u8; 4 + SIZE]) -> Self {
        let step = f32::from_le_bytes([table[0], table[1], table[2], table[3]]);
        Scorer {
            step,
            steps: table[4..].iter().map(|&steps| steps as i8).collect(),
        }
    }

    /// The table of these weights, as [`Scorer::learned`] reads it.
    #[cfg(any(test, feature = "_internals"))]
    pub fn table(&self) -> Vec<u8> {
        self.step
            .to_le_bytes()
            .into_iter()
            .chain(self.steps.iter().map(|&steps| steps as u8))
            .collect()
    }

    /// The sum of the weights of features.
    pub fn score(&self, features: &[u32]) -> f32 {
        let steps: i32 = features
            .iter()
            .map(|&feature| i32::from(self.steps[feature as usize]))
            .sum();
        steps as f32 * self.step
    }
}

#[cfg(test)]
mod tests;
