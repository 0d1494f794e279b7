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

/// The relations on the way up from one word and down to another, at most four on each side.
pub fn path(analysis: &Analysis, from: usize, to: usize) -> u32 {
    let up = |token: usize| {
        std::iter::successors(Some(token), |&at| analysis.words[at].head)
            .take(16)
            .collect::<Vec<usize>>()
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
        tokens.iter().take(4).fold(17, |hash, &token| {
            mix(hash, text_hash(analysis.words[token].deprel.base().label()))
        })
    };
    mix(relations(&left[..meet]), relations(&right[..down]))
}

/// How many steps up from a word its ancestor stands: 0 not above, 1 the head, … 4 for more.
pub fn climb(analysis: &Analysis, from: usize, to: Option<usize>) -> u32 {
    let Some(to) = to else { return 5 };
    let mut at = from;
    for step in 1..=12 {
        match analysis.words[at].head {
            Some(head) if head == to => return step.min(4),
            Some(head) => at = head,
            None => return 0,
        }
    }
    0
}
