//! Numbers with what they count.
//!
//! Decided on numerals, the words that scale or limit them, and the noun that they count. Years and dates are times,
//! not quantities. Known to go wrong on house numbers and scores.

use super::time::{Time, number};
use super::{Analysis, Word};
use crate::grammar::Upos;
use crate::span::ByteSpan;

/// A quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Place in the article's text.
    pub span: ByteSpan,
    /// The number, or the lower end of a range.
    pub number: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// What is counted or measured.
    pub unit: Option<String>,
    /// "nearly", "at least", …
    pub approximator: Option<String>,
}

const APPROXIMATORS: [&[&str]; 20] = [
    &["at", "least"],
    &["at", "most"],
    &["up", "to"],
    &["more", "than"],
    &["fewer", "than"],
    &["less", "than"],
    &["as", "many", "as"],
    &["as", "much", "as"],
    &["closer", "to"],
    &["close", "to"],
    &["just", "over"],
    &["just", "under"],
    &["nearly"],
    &["about"],
    &["almost"],
    &["around"],
    &["roughly"],
    &["approximately"],
    &["some"],
    &["over"],
];

const SCALES: [(&str, f64); 8] = [
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("m", 1e6),
    ("bn", 1e9),
    ("k", 1e3),
];

/// Finds the quantities of a sentence, in order; `analysis` has its words and times. Linear.
pub(super) fn find(analysis: &Analysis, times: &[Time]) -> Vec<Quantity> {
    let words = &analysis.words;
    let mut found = Vec::new();
    let mut times = times.iter().peekable();
    let mut at = 0;
    while at < words.len() {
        while times
            .next_if(|time| time.span.end <= words[at].span.start)
            .is_some()
        {}
        let in_time = times
            .peek()
            .is_some_and(|time| time.span.overlaps(words[at].span));
        match value(words, at).filter(|_| {
            !in_time
                && (words[at].upos == Upos::Num
                    || words[at]
                        .form
                        .starts_with(|letter: char| letter.is_ascii_digit()))
        }) {
            Some((number, length)) => {
                let (quantity, next) = quantity(words, at, number, length);
                found.push(quantity);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// The number at a word with the scales behind it, and how many words it takes.
fn value(words: &[Word], at: usize) -> Option<(f64, usize)> {
    let lower = words.get(at)?.lower.as_str();
    let (digits, scale) = SCALES
        .iter()
        .skip(5)
        .find_map(|&(name, scale)| Some((lower.strip_suffix(name)?, scale)))
        .unwrap_or((lower, 1.0));
    let plain: Option<f64> = digits
        .replace(',', "")
        .parse()
        .ok()
        .filter(|value: &f64| value.is_finite());
    let mut value = plain
        .map(|value| value * scale)
        .or_else(|| number(lower).map(|number| number as f64))?;
    let mut length = 1;
    while let Some(&(_, scale)) = words
        .get(at + length)
        .and_then(|word| SCALES.iter().find(|(name, _)| *name == word.lower))
    {
        value *= scale;
        length += 1;
    }
    Some((value, length))
}

fn quantity(words: &[Word], at: usize, number: f64, length: usize) -> (Quantity, usize) {
    let mut first = at;
    let mut end = at + length;
    let mut upper = None;
    let lower = |at: usize| words.get(at).map_or("", |word| word.lower.as_str());
    if matches!(lower(end), "to" | "-" | "–" | "and")
        && (lower(end) != "and" || at > 0 && lower(at - 1) == "between")
    {
        if let Some((second, more)) = value(words, end + 1).filter(|(second, _)| *second > number) {
            upper = Some(second);
            end += 1 + more;
        }
    }
    let currency = at.checked_sub(1).and_then(|before| match lower(before) {
        "$" => Some("USD"),
        "£" => Some("GBP"),
        "€" => Some("EUR"),
        _ => None,
    });
    let unit = if let Some(currency) = currency {
        first -= 1;
        Some(currency.to_string())
    } else if matches!(lower(end), "percent" | "%" | "per") {
        end += if lower(end) == "per" && lower(end + 1) == "cent" {
            2
        } else {
            1
        };
        Some("percent".to_string())
    } else {
        let noun = (end..words.len())
            .take(4)
            .take_while(|&next| {
                matches!(
                    words[next].upos,
                    Upos::Adj | Upos::Noun | Upos::Propn | Upos::Adp
                )
            })
            .find(|&next| {
                words[next].upos == Upos::Noun
                    && words
                        .get(next + 1)
                        .is_none_or(|word| word.upos != Upos::Noun)
            });
        if let Some(noun) = noun {
            end = noun + 1;
        }
        noun.map(|noun| words[noun].lemma.clone())
    };
    let fits = |words_of: &&&[&str]| {
        first >= words_of.len()
            && words_of
                .iter()
                .enumerate()
                .all(|(offset, word)| lower(first - words_of.len() + offset) == *word)
    };
    let approximator = APPROXIMATORS.iter().find(fits);
    if let Some(approximator) = approximator {
        first -= approximator.len();
    }
    let last = end.min(words.len()) - 1;
    let span = words[first].span.cover(words[last].span);
    (
        Quantity {
            span,
            number,
            upper,
            unit,
            approximator: approximator.map(|words| words.join(" ")),
        },
        end,
    )
}
