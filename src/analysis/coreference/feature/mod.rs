//! What speaks for and against two mentions being one thing, as places in a hashed table (Weinberger et al. 2009).
//!
//! The features are those of Durrett & Klein (2013), with agreement, the places of both in their sentences and what is
//! known of the entity so far. Each stands alone, with the form of the later mention, and with the forms of both.

mod compare;
mod first;
mod pair;
#[cfg(test)]
mod tests;
mod traits;

pub use first::first_features;
pub use pair::pair_features;
pub use traits::{Traits, pronoun_hash};

use super::agreement::Gender;
use super::hash::mix;

/// Number of weights: a power of two.
pub const SIZE: usize = 1 << 16;

/// Features of one choice, kept from one to the next for its room.
#[derive(Debug, Default)]
pub struct Features {
    /// Their places in the table.
    pub places: Vec<u32>,
    hashes: Vec<u32>,
}

impl Features {
    fn clear(&mut self) {
        self.places.clear();
        self.hashes.clear();
    }
}

/// Collects features that go with one pair of forms.
struct Collector<'a> {
    features: &'a mut Features,
    later: u32,
    both: u32,
}

impl Collector<'_> {
    fn add<const N: usize>(&mut self, template: u32, values: [u32; N]) {
        self.features
            .hashes
            .push(values.into_iter().fold(mix(0x9e37_79b9, template), mix));
    }

    /// Only with the form of the later mention: where words themselves are the value.
    fn add_words<const N: usize>(&mut self, template: u32, values: [u32; N]) {
        let hash = values.into_iter().fold(mix(0x9e37_79b9, template), mix);
        self.features
            .places
            .push(mix(hash, self.later) & (SIZE as u32 - 1));
    }

    /// Joins what was added with the forms, all at once: this is where most of the time goes.
    fn finish(self) {
        let Features { places, hashes } = self.features;
        for conjunct in [0, self.later, self.both] {
            places.extend(
                hashes
                    .iter()
                    .map(|&hash| mix(hash, conjunct) & (SIZE as u32 - 1)),
            );
        }
    }
}

/// 0 where there is nothing, else the number and one.
fn option<T: Copy>(value: Option<T>, number: impl Fn(T) -> u32) -> u32 {
    value.map_or(0, |value| number(value).wrapping_add(1))
}

fn gender(gender: Gender) -> u32 {
    gender as u32
}

/// 0, 1, 2, 3, 4 to 5, 6 to 10, 11 to 20, more.
fn bucket(n: usize) -> u32 {
    match n {
        0..=3 => n as u32,
        4..=5 => 4,
        6..=10 => 5,
        11..=20 => 6,
        _ => 7,
    }
}
