//! The linear scorer and its table of weights.

use super::feature::SIZE;
use std::sync::LazyLock;

/// A step as `f32`, little endian, and for each feature how many steps it weighs, as `i8`.
/// `averral-training coreference` writes it.
const TABLE: &[u8; 4 + SIZE] = include_bytes!("weights.bin");

static LEARNED: LazyLock<Scorer> = LazyLock::new(|| Scorer::read(TABLE));

/// Weights of hashed features.
pub struct Scorer {
    weights: Vec<f32>,
}

impl Scorer {
    /// The scorer that the crate comes with.
    pub fn learned() -> &'static Scorer {
        &LEARNED
    }

    /// A scorer with [`SIZE`] weights.
    #[cfg_attr(not(feature = "_internals"), expect(dead_code, reason = "called by the trainer alone"))]
    pub fn new(weights: Vec<f32>) -> Self {
        assert_eq!(weights.len(), SIZE, "a weight for each feature");
        Scorer { weights }
    }

    fn read(table: &[u8; 4 + SIZE]) -> Self {
        let step = f32::from_le_bytes([table[0], table[1], table[2], table[3]]);
        Scorer { weights: table[4..].iter().map(|&steps| f32::from(steps as i8) * step).collect() }
    }

    /// The table of these weights, as [`Scorer::learned`] reads it.
    #[cfg_attr(not(feature = "_internals"), expect(dead_code, reason = "called by the trainer alone"))]
    pub fn table(&self) -> Vec<u8> {
        let largest = self.weights.iter().fold(0.0f32, |largest, weight| largest.max(weight.abs()));
        let step = largest / 127.0;
        let steps = self.weights.iter().map(|weight| (weight / step).round() as i8 as u8);
        step.to_le_bytes().into_iter().chain(steps).collect()
    }

    /// The sum of the weights of features, in their order.
    pub fn score(&self, features: &[u32]) -> f32 {
        features.iter().map(|&feature| self.weights[feature as usize]).sum()
    }
}
