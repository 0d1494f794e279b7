//! How alike the senses of two words are, by the vectors of their pieces.
//!
//! The vectors start from those of a sentence encoder (`training/README.md`), so that words of like use stand near each
//! other; the mean of all pieces, which every one of them shares, is taken off (Mu & Viswanath 2018).

use super::kernel::dot_floats;
use super::ngram::ngrams;
use super::weights::Weights;
use std::collections::HashMap;

/// Most words whose vectors are kept.
const MAX_KEPT: usize = 1 << 16;

/// A word whose vector is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sense(u32);

/// The vectors of the words asked for.
pub struct Senses<'w> {
    weights: &'w Weights,
    known: HashMap<String, Sense>,
    /// Vectors of length one, one behind the other.
    vectors: Vec<f32>,
}

impl<'w> Senses<'w> {
    /// With nothing kept yet.
    pub fn new(weights: &'w Weights) -> Self {
        Senses {
            weights,
            known: HashMap::new(),
            vectors: Vec::new(),
        }
    }

    /// The sense of a word; `None` once too many are kept.
    pub fn sense(&mut self, word: &str) -> Option<Sense> {
        if let Some(&sense) = self.known.get(word) {
            return Some(sense);
        }
        if self.known.len() == MAX_KEPT {
            return None;
        }
        let sense = Sense(self.known.len() as u32);
        let mut vector: Vec<f32> = self.weights.pieces_mean.iter().map(|mean| -mean).collect();
        let ids = self.weights.vocabulary.pieces(word);
        for &id in &ids {
            self.weights
                .pieces
                .add_row(usize::from(id), 1.0 / ids.len() as f32, &mut vector);
        }
        let length = dot_floats(&vector, &vector).sqrt();
        let unit = if length > 0.0 { 1.0 / length } else { 0.0 };
        self.vectors.extend(vector.iter().map(|entry| entry * unit));
        self.known.insert(word.to_string(), sense);
        Some(sense)
    }

    /// How rare a word is, as check-worthiness weighs it; larger for rarer words.
    pub fn rarity(&self, word: &str) -> f32 {
        ngrams(&[word])
            .first()
            .map_or(0.0, |&id| self.weights.wording.at(1, usize::from(id)))
    }

    /// Cosine of two words' vectors, -1 to 1.
    pub fn alike(&self, one: Sense, other: Sense) -> f32 {
        dot_floats(self.vector(one), self.vector(other))
    }

    fn vector(&self, sense: Sense) -> &[f32] {
        let width = self.weights.pieces_mean.len();
        &self.vectors[sense.0 as usize * width..][..width]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_like_sense_stand_nearer() {
        let bytes = std::fs::read(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/weights/averral-en.weights"
        ))
        .unwrap();
        let weights = Weights::read(&bytes).unwrap();
        let mut senses = Senses::new(&weights);
        let [boat, ferry, tax] = ["boat", "ferry", "tax"].map(|word| senses.sense(word).unwrap());
        assert!(senses.alike(boat, ferry) > senses.alike(boat, tax));
        assert!((senses.alike(boat, boat) - 1.0).abs() < 1e-5);
    }
}
