//! What the encoder sees of a word: pieces of a vocabulary and hashed affixes, shape and case.
//!
//! The trainer calls this code too, so training and use compute the same numbers.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Names what this file computes. Weights made for another schema are refused.
pub const SCHEMA: &str = "wordpiece12-affix6-shape-case-fnv4096-v2";

/// Number of hashed features of a word.
pub const N_HASHED: usize = 8;

/// Each hashed feature is an id below this.
pub const N_BUCKETS: usize = 4096;

/// Most pieces that a word is cut into; the rest of a longer word is left unseen.
const MAX_PIECES: usize = 12;

/// Most characters of a word that are looked at.
const MAX_CHARS: usize = 64;

/// A list of word pieces (Wu et al. 2016): pieces that continue a word start with `##`.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    ids: HashMap<String, u16>,
    unknown: u16,
}

impl Vocabulary {
    /// Reads one piece a line; its line is its id. `[UNK]` stands for what can't be cut.
    pub fn read(lines: &str) -> Self {
        let ids: HashMap<String, u16> = lines
            .lines()
            .take(u16::MAX as usize)
            .enumerate()
            .map(|(id, piece)| (piece.to_string(), id as u16))
            .collect();
        let unknown = ids.get("[UNK]").copied().unwrap_or(0);
        Vocabulary { ids, unknown }
    }

    /// Whether a word in lower case is a piece by itself.
    pub fn has(&self, word: &str) -> bool {
        self.ids.contains_key(word)
    }

    /// Ids of the pieces of a word, at least one and at most twelve: lower case, accents off, punctuation apart,
    /// then the longest piece that fits, from the left.
    pub fn pieces(&self, word: &str) -> Vec<u16> {
        let normal: Vec<char> = word
            .chars()
            .take(MAX_CHARS)
            .flat_map(char::to_lowercase)
            .nfd()
            .filter(|&letter| !is_combining_mark(letter))
            .collect();
        let mut pieces = Vec::new();
        let mut start = 0;
        while start < normal.len() && pieces.len() < MAX_PIECES {
            let end = if normal[start].is_alphanumeric() {
                start
                    + normal[start..]
                        .iter()
                        .take_while(|letter| letter.is_alphanumeric())
                        .count()
            } else {
                start + 1
            };
            self.cut(&normal[start..end], &mut pieces);
            start = end;
        }
        pieces.truncate(MAX_PIECES);
        if pieces.is_empty() {
            pieces.push(self.unknown);
        }
        pieces
    }

    fn cut(&self, letters: &[char], pieces: &mut Vec<u16>) {
        let mark = pieces.len();
        let mut start = 0;
        let mut candidate = String::new();
        while start < letters.len() {
            let found = (start + 1..=letters.len()).rev().find_map(|end| {
                candidate.clear();
                if start > 0 {
                    candidate.push_str("##");
                }
                candidate.extend(&letters[start..end]);
                self.ids.get(candidate.as_str()).map(|&id| (id, end))
            });
            match found {
                Some((id, end)) => {
                    pieces.push(id);
                    start = end;
                }
                None => {
                    pieces.truncate(mark);
                    pieces.push(self.unknown);
                    return;
                }
            }
        }
    }
}

/// The hashed features of each word of a line: its [`affixes`] and its [`case`]. Each is below [`N_BUCKETS`].
#[cfg(feature = "_internals")]
pub fn hashed(words: &[&str]) -> Vec<[u16; N_HASHED]> {
    let with_place = words.iter().zip(places(words));
    with_place
        .map(|(word, place)| {
            let [a, b, c, d, e, f, g] = affixes(word);
            [a, b, c, d, e, f, g, case(word, place)]
        })
        .collect()
}

/// What a word itself tells: suffixes of one to four letters, prefixes of two and three, shape.
pub fn affixes(word: &str) -> [u16; N_HASHED - 1] {
    let letters: Vec<char> = word
        .chars()
        .take(MAX_CHARS)
        .map(|letter| straight(letter).to_ascii_lowercase())
        .collect();
    let suffix = |length: usize| {
        letters[letters.len().saturating_sub(length)..]
            .iter()
            .collect::<String>()
    };
    let prefix = |length: usize| {
        letters[..length.min(letters.len())]
            .iter()
            .collect::<String>()
    };
    let texts = [
        suffix(1),
        suffix(2),
        suffix(3),
        suffix(4),
        prefix(2),
        prefix(3),
        shape_of(word),
    ];
    let mut ids = [0; N_HASHED - 1];
    for (template, (id, text)) in ids.iter_mut().zip(&texts).enumerate() {
        *id = bucket(template as u8, text.as_bytes());
    }
    ids
}

/// What the words around a word tell of its capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// It stands first in its line, or behind a mark after which a sentence may begin.
    opens: bool,
    /// A word near it has a letter in lower case: not so in headlines in capitals.
    among_lower_case: bool,
}

/// Words on either side among which lower case is looked for.
const NEAR: usize = 8;

/// The place of each word of a line. Asks for no sentences, since these are decided later. Linear.
pub fn places(words: &[&str]) -> Vec<Place> {
    let mut n_lower = vec![0; words.len() + 1];
    for (index, word) in words.iter().enumerate() {
        n_lower[index + 1] =
            n_lower[index] + usize::from(word.chars().skip(1).any(char::is_lowercase));
    }
    let place = |index: usize| Place {
        opens: index == 0 || may_open_behind(words[index - 1]),
        among_lower_case: n_lower[(index + NEAR + 1).min(words.len())]
            > n_lower[index.saturating_sub(NEAR)],
    };
    (0..words.len()).map(place).collect()
}

/// Whether a sentence may begin behind a word: a stop, an opening mark or a bullet.
fn may_open_behind(word: &str) -> bool {
    word.chars().all(|letter| {
        matches!(
            straight(letter),
            '.' | '!' | '?' | ':' | '…' | '"' | '\'' | '(' | '[' | '-' | '*' | '•'
        )
    })
}

/// The case of a word together with its place.
pub fn case(word: &str, place: Place) -> u16 {
    let digit = |yes: bool| b'0' + u8::from(yes);
    bucket(
        N_HASHED as u8 - 1,
        &[
            case_of(word) as u8,
            digit(place.opens),
            digit(place.among_lower_case),
        ],
    )
}

/// Curly quotation marks are the straight ones.
fn straight(letter: char) -> char {
    match letter {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '–' | '—' | '―' => '-',
        other => other,
    }
}

/// Letter classes with runs cut to two: `Xxx` → `Xxx`, `2019` → `dd`.
fn shape_of(word: &str) -> String {
    let mut shape = String::new();
    let (mut last, mut run) = ('\0', 0);
    for letter in word.chars().take(MAX_CHARS) {
        let class = match letter {
            _ if letter.is_uppercase() => 'X',
            _ if letter.is_alphabetic() => 'x',
            _ if letter.is_numeric() => 'd',
            _ => straight(letter),
        };
        run = if class == last { run + 1 } else { 1 };
        last = class;
        if run <= 2 {
            shape.push(class);
        }
    }
    shape
}

fn case_of(word: &str) -> char {
    let n_upper = word.chars().filter(|letter| letter.is_uppercase()).count();
    let n_lower = word.chars().filter(|letter| letter.is_lowercase()).count();
    match (n_upper, n_lower) {
        (0, 0) => 'n',
        (0, _) => 'l',
        (1, 0) => 'i',
        (_, 0) => 'u',
        (1, _) if word.chars().next().is_some_and(char::is_uppercase) => 'c',
        _ => 'm',
    }
}

/// FNV-1a, 32 bits, of the template's number and the text.
fn bucket(template: u8, text: &[u8]) -> u16 {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in std::iter::once(template).chain(text.iter().copied()) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    (hash % N_BUCKETS as u32) as u16
}
