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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{say, tree_by_hand};

    /// A sentence without a tree: marks are punctuation, all else is not.
    fn sentence(text: &str) -> Analysis {
        let word = |form: &str| match form.chars().all(|mark| !mark.is_alphanumeric()) {
            true => format!("{form}/PUNCT/punct/0"),
            false => format!("{form}/X/dep/0"),
        };
        tree_by_hand(&text.split(' ').map(word).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn runs_take_the_marks_between_and_the_other_half_of_a_pair() {
        let table: [(&str, &[usize], &[&str]); 20] = [
            ("it , fell", &[0, 2], &["it , fell"]),
            ("it now fell", &[0, 2], &["it", "fell"]),
            ("it fell .", &[0, 1], &["it fell"]),
            // One half inside, the other at the edge.
            ("it “ fell fast ” today", &[0, 2, 3], &["it “ fell fast ”"]),
            ("“ fell fast ” today", &[1, 2, 4], &["“ fell fast ” today"]),
            ("it ( fell ) today", &[0, 2], &["it ( fell )"]),
            ("it [ fell ] today", &[0, 2], &["it [ fell ]"]),
            ("it \" fell \" today", &[0, 2], &["it \" fell \""]),
            ("\" fell \" today", &[1, 3], &["\" fell \" today"]),
            // The other half is missing.
            ("it “ fell today", &[0, 2], &["it “ fell"]),
            ("it fell ” today", &[0, 1, 3], &["it fell ” today"]),
            // No half inside.
            ("it fell ” today", &[0, 1], &["it fell"]),
            // The pair around a part of several words, but not around the whole, one word, or in brackets.
            (
                "it “ fell fast ” on Monday",
                &[2, 3, 6],
                &["“ fell fast ”", "Monday"],
            ),
            (
                "it ‘ fell fast ’ on Monday",
                &[2, 3, 6],
                &["‘ fell fast ’", "Monday"],
            ),
            ("it “ fell fast ” on Monday", &[2, 3], &["fell fast"]),
            ("it “ fell ” on Monday", &[2, 5], &["fell", "Monday"]),
            (
                "it ( fell fast ) on Monday",
                &[2, 3, 6],
                &["fell fast", "Monday"],
            ),
            (
                "it fell fast ” on Monday",
                &[1, 2, 5],
                &["fell fast", "Monday"],
            ),
            (
                "it “ fell fast on a Monday",
                &[2, 3, 6],
                &["fell fast", "Monday"],
            ),
            // A pair inside the pair.
            (
                "“ it ( fell ) fast ” on a dark cold Monday",
                &[1, 3, 5, 9, 10, 11],
                &["“ it ( fell ) fast ”", "dark cold Monday"],
            ),
        ];
        for (text, tokens, expected) in table {
            let analysis = sentence(text);
            let found: Vec<&str> = spans(&analysis, tokens)
                .iter()
                .map(|span| span.of(text))
                .collect();
            assert_eq!(found, expected, "{text}: {}", say(&analysis, tokens));
        }
    }

    #[test]
    fn one_span_covers_all() {
        let text = "it now fell";
        let analysis = sentence(text);
        assert_eq!(
            cover(&analysis, &[0, 1, 2]).map(|span| span.of(text)),
            Some(text)
        );
        assert_eq!(
            cover(&analysis, &[1]).map(|span| span.of(text)),
            Some("now")
        );
        assert_eq!(cover(&analysis, &[]), None);
    }
}
