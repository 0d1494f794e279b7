//! Inputs that repeat one pattern, and whether the work on them grows faster than they do. After pulldown-cmark's
//! dos-fuzzer; work is counted, not timed ([`count`]), so that the same pattern gives the same verdict on every run.

pub mod count;
mod growth;
mod pieces;

pub use growth::{Growth, growth};
pub use pieces::{PIECES, WRAPPERS};

use std::fmt::{self, Display};

/// `prefix + repeated × n + suffix`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    pub prefix: String,
    pub repeated: String,
    pub suffix: String,
}

impl Pattern {
    /// The pattern that a row of bytes names: up to two pieces in front, one to four to repeat, up to two behind. Any
    /// bytes name one, so a fuzzer may change them as it likes.
    pub fn of(bytes: &[u8]) -> Pattern {
        let mut bytes = bytes.iter().map(|&byte| usize::from(byte));
        let mut next = || bytes.next().unwrap_or(0) * 256 + bytes.next().unwrap_or(0);
        let pick = |list: &[&str], number: usize| list[number % list.len()].to_string();
        let shape = next();
        let mut wrap = |n: usize| -> String { (0..n).map(|_| pick(WRAPPERS, next())).collect() };
        let (prefix, suffix) = (wrap(shape % 3), wrap(shape / 3 % 3));
        let repeated = (0..=shape / 9 % 4).map(|_| pick(PIECES, next())).collect();
        Pattern {
            prefix,
            repeated,
            suffix,
        }
    }

    /// The pattern of a number: the same one on every machine. The first are those that once hurt.
    pub fn numbered(number: u64) -> Pattern {
        if let Some(&(prefix, repeated, suffix)) = pieces::FOUND.get(number as usize) {
            return Pattern {
                prefix: prefix.to_string(),
                repeated: repeated.to_string(),
                suffix: suffix.to_string(),
            };
        }
        let mut state = number;
        let bytes: Vec<u8> = (0..3)
            .flat_map(|_| split_mix(&mut state).to_le_bytes())
            .collect();
        Pattern::of(&bytes)
    }

    /// The text of about `length` bytes.
    pub fn text(&self, length: usize) -> String {
        let n = length / self.repeated.len().max(1) + 1;
        format!("{}{}{}", self.prefix, self.repeated.repeat(n), self.suffix)
    }
}

impl Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Pattern {
            prefix,
            repeated,
            suffix,
        } = self;
        write!(f, "{prefix:?} + {repeated:?} × n + {suffix:?}")
    }
}

/// Steele, Lea and Flood 2014.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The verdict is the same on any machine, since nothing is timed.
    #[test]
    fn what_is_asked_of_the_allocator_is_counted() {
        let held = count::cost(|| drop(vec![0u8; 1000]));
        assert!((1000..3000).contains(&held.bytes) && (1000..3000).contains(&held.peak));
        let copies = |length: usize| count::cost(|| (0..length).for_each(|n| drop("a".repeat(n))));
        assert_eq!(growth(500, copies).unwrap().what, "bytes");
        let once = |length: usize| count::cost(|| drop("a".repeat(length * 1000)));
        assert_eq!(growth(500, once), None);
    }

    #[test]
    fn a_number_names_one_pattern_and_bytes_some_pattern() {
        assert_eq!(Pattern::numbered(700), Pattern::numbered(700));
        assert_ne!(Pattern::numbered(700), Pattern::numbered(800));
        assert!(!Pattern::of(&[]).repeated.is_empty());
        assert_eq!(Pattern::of(b"\x00\x09\x00\x03").prefix, "");
    }

    #[test]
    fn every_piece_comes_up() {
        let all: String = (0..20_000)
            .map(|number| Pattern::numbered(number).repeated)
            .collect();
        for piece in PIECES {
            assert!(all.contains(piece), "{piece:?}");
        }
    }
}
