//! The places of tokens in the article's text.

use crate::analysis::Analysis;
use crate::span::ByteSpan;

/// Quotation marks and brackets whose form tells which half of a pair they are, and the straight one that does not tell.
const OPENING: [&str; 3] = ["“", "(", "["];
const CLOSING: [&str; 3] = ["”", ")", "]"];
const STRAIGHT: &str = "\"";

/// Single quotation marks: whole runs may stand in them, but the closing one is an apostrophe as well, so they are not
/// counted.
const OPENING_SINGLE: &str = "‘";
const CLOSING_SINGLE: &str = "’";

/// The places of tokens: one span a run, punctuation between two of them included, and the quotation marks or brackets
/// around a run that holds both of a pair.
pub(super) fn spans(analysis: &Analysis, tokens: &[usize]) -> Vec<ByteSpan> {
    let words = &analysis.words;
    runs_over_marks(analysis, tokens)
        .into_iter()
        .map(|run| with_pair(analysis, run, tokens.len()))
        .map(|(first, last)| words[first].span.cover(words[last].span))
        .collect()
}

/// One span from the first token to the last; `None` where there are none.
pub(super) fn cover(analysis: &Analysis, tokens: &[usize]) -> Option<ByteSpan> {
    let (first, last) = (*tokens.first()?, *tokens.last()?);
    Some(analysis.words[first].span.cover(analysis.words[last].span))
}

/// Runs of tokens with nothing but punctuation between them, as (first, last).
fn runs_over_marks(analysis: &Analysis, tokens: &[usize]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &token in tokens {
        let run = runs.last_mut().filter(|(_, last)| {
            (*last + 1..token).all(|between| analysis.words[between].is_punctuation())
        });
        match run {
            Some((_, last)) => *last = token,
            None => runs.push((token, token)),
        }
    }
    runs
}

/// A run with the other half of a pair that it holds one half of ("guaranteed “for a generation”"), or with the pair that
/// stands around it. `n_tokens` are the tokens of all runs.
fn with_pair(
    analysis: &Analysis,
    (first, last): (usize, usize),
    n_tokens: usize,
) -> (usize, usize) {
    let words = &analysis.words;
    let count = |forms: &[&str]| {
        let inside = words[first..=last].iter();
        inside
            .filter(|word| forms.contains(&word.form.as_str()))
            .count()
    };
    let (n_open, n_close) = (count(&OPENING), count(&CLOSING));
    let half_straight = count(&[STRAIGHT]) % 2 == 1;
    let before = first.checked_sub(1).map(|at| words[at].form.as_str());
    let behind = words.get(last + 1).map(|word| word.form.as_str());
    let opens_before = before
        .is_some_and(|form| OPENING.contains(&form) || form == STRAIGHT || form == OPENING_SINGLE);
    let closes_behind = behind
        .is_some_and(|form| CLOSING.contains(&form) || form == STRAIGHT || form == CLOSING_SINGLE);
    if closes_behind && (n_open > n_close || half_straight) {
        return (first, last + 1);
    }
    if opens_before && (n_close > n_open || half_straight) {
        return (first - 1, last);
    }
    // A part of a claim whose other words stand elsewhere: the marks belong to it alone.
    let is_part = n_tokens > last - first + 1;
    let balanced = n_open == n_close && !half_straight;
    if opens_before && closes_behind && balanced && last > first && before != Some("(") && is_part {
        return (first - 1, last + 1);
    }
    (first, last)
}
