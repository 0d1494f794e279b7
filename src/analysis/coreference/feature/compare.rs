//! Comparisons of names and of places in a tree that give features.

use super::super::hash::{mix, text_hash};
use super::super::mention::Mention;
use crate::analysis::Analysis;

/// How names agree: 0 no name, 1 nothing shared, 2 last word, 3 first word, 4 all of the shorter, 5 initials, 6 equal.
pub fn names(mention: &Mention, earlier: &Mention) -> u32 {
    let (ours, theirs) = (&mention.name_words, &earlier.name_words);
    if ours.is_empty() || theirs.is_empty() {
        return 0;
    }
    let all = ours.iter().all(|word| theirs.contains(word))
        || theirs.iter().all(|word| ours.contains(word));
    match () {
        () if ours == theirs => 6,
        () if ours.len() == 1 && ours[0] == earlier.initials
            || theirs.len() == 1 && theirs[0] == mention.initials =>
        {
            5
        }
        () if all && ours.last() == theirs.last() => 4,
        () if all && ours.first() == theirs.first() => 3,
        () if all => 7,
        () if ours.last() == theirs.last() => 2,
        () if ours.first() == theirs.first() => 8,
        () => 1,
    }
}

/// How many words up a common word is looked for, itself counted.
const LONGEST_WAY: usize = 16;

/// Most relations on each side of the way.
const MOST_RELATIONS: usize = 4;

/// How many steps up an ancestor is looked for.
const MOST_CLIMBED: usize = 12;

/// The relations on the way up from one word and down to another, at most four on each side.
pub fn path(analysis: &Analysis, from: usize, to: usize) -> u32 {
    let up = |token: usize| -> Vec<usize> {
        let chain = std::iter::once(token).chain(analysis.ancestors(token));
        chain.take(LONGEST_WAY).collect()
    };
    let (left, right) = (up(from), up(to));
    let Some(meet) = left.iter().position(|token| right.contains(token)) else {
        return 0;
    };
    let down = right
        .iter()
        .position(|token| *token == left[meet])
        .unwrap_or(0);
    let relations = |tokens: &[usize]| {
        tokens.iter().take(MOST_RELATIONS).fold(17, |hash, &token| {
            mix(hash, text_hash(analysis.words[token].deprel.base().label()))
        })
    };
    mix(relations(&left[..meet]), relations(&right[..down]))
}

/// How many steps up from a word its ancestor stands: 0 not above, 1 the head, … 4 for more.
pub fn climb(analysis: &Analysis, from: usize, to: Option<usize>) -> u32 {
    let Some(to) = to else { return 5 };
    let mut above = analysis.ancestors(from).take(MOST_CLIMBED);
    above
        .position(|at| at == to)
        .map_or(0, |steps| (steps as u32 + 1).min(4))
}
