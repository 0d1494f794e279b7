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

/// What says in front of a number that it is no exact one; longer ones first.
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

/// Words that multiply the number in front of them.
const SCALES: [(&str, f64); 5] = [
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
];

/// The same in short, also written to the digits: "3m", "2bn", "40k".
const SHORT_SCALES: [(&str, f64); 3] = [("m", 1e6), ("bn", 1e9), ("k", 1e3)];

/// What stands between the ends of a range; "and" does behind "between" alone.
const BETWEEN_ENDS: [&str; 3] = ["to", "-", "–"];

/// Signs of currencies with their codes (ISO 4217).
const CURRENCIES: [(&str, &str); 3] = [("$", "USD"), ("£", "GBP"), ("€", "EUR")];

/// How many words behind a number the noun that it counts is sought.
const REACH_OF_UNIT: usize = 4;

/// Finds the quantities of a sentence, in order; `analysis` has its words and times. Linear.
pub(super) fn find(analysis: &Analysis, times: &[Time]) -> Vec<Quantity> {
    let words = &analysis.words;
    let mut quantities = Vec::new();
    let mut times = times.iter().peekable();
    let mut at = 0;
    while at < words.len() {
        let span = words[at].span;
        while times.next_if(|time| time.span.end <= span.start).is_some() {}
        let in_time = times.peek().is_some_and(|time| time.span.overlaps(span));
        let counts = !in_time && is_numeral(&words[at]);
        match value(words, at).filter(|_| counts) {
            Some((number, length)) => {
                let (quantity, next) = quantity(words, at, number, length);
                quantities.push(quantity);
                at = next;
            }
            None => at += 1,
        }
    }
    quantities
}

/// Whether a word is a numeral, whatever the weights make of digits.
fn is_numeral(word: &Word) -> bool {
    word.upos == Upos::Num
        || word
            .form
            .starts_with(|letter: char| letter.is_ascii_digit())
}

/// The number at a word with the scales behind it, and how many words it takes: "1.2 million", "3bn", "twenty-five".
fn value(words: &[Word], at: usize) -> Option<(f64, usize)> {
    let lower = words.get(at)?.lower.as_str();
    let (digits, scale) = SHORT_SCALES
        .iter()
        .find_map(|&(name, scale)| Some((lower.strip_suffix(name)?, scale)))
        .unwrap_or((lower, 1.0));
    let plain: Option<f64> = digits.replace(',', "").parse().ok();
    let mut value = plain
        .filter(|value| value.is_finite())
        .map(|value| value * scale)
        .or_else(|| number(lower).map(|number| number as f64))?;
    let mut length = 1;
    while let Some(scale) = words.get(at + length).and_then(scale_of) {
        value *= scale;
        length += 1;
    }
    Some((value, length))
}

/// By how much a word multiplies the number in front of it.
fn scale_of(word: &Word) -> Option<f64> {
    let mut scales = SCALES.iter().chain(&SHORT_SCALES);
    let scale = scales.find(|(name, _)| *name == word.lower);
    scale.map(|&(_, scale)| scale)
}

/// The quantity whose number stands at a word and takes `length` words, and the word behind it.
fn quantity(words: &[Word], at: usize, number: f64, length: usize) -> (Quantity, usize) {
    let mut end = at + length;
    let upper = upper_end(words, at, end, number);
    if let Some((_, behind)) = upper {
        end = behind;
    }
    let currency = at
        .checked_sub(1)
        .and_then(|before| Some((before, currency(&words[before])?)));
    let (mut first, unit) = match currency {
        Some((sign, code)) => (sign, Some(code.to_string())),
        None => {
            let unit = percent(words, end).or_else(|| counted_noun(words, end));
            end = unit.as_ref().map_or(end, |&(_, behind)| behind);
            (at, unit.map(|(unit, _)| unit))
        }
    };
    let approximator = approximator(words, first);
    first -= approximator.map_or(0, <[&str]>::len);
    let quantity = Quantity {
        span: words[first].span.cover(words[end - 1].span),
        number,
        upper: upper.map(|(upper, _)| upper),
        unit,
        approximator: approximator.map(|words| words.join(" ")),
    };
    (quantity, end)
}

/// The upper end of a range whose lower one stands at `at` and ends at `end`, and the word behind it: "ten to twelve",
/// "between 3 and 5 million".
fn upper_end(words: &[Word], at: usize, end: usize, lower: f64) -> Option<(f64, usize)> {
    let link = words.get(end)?;
    let between = at > 0 && words[at - 1].is(&["between"]);
    let links = link.is(&BETWEEN_ENDS) || between && link.is(&["and"]);
    if !links {
        return None;
    }
    let (upper, length) = value(words, end + 1)?;
    (upper > lower).then_some((upper, end + 1 + length))
}

/// The code of the currency of which a word is the sign.
fn currency(word: &Word) -> Option<&'static str> {
    let known = CURRENCIES.iter().find(|(sign, _)| *sign == word.lower);
    known.map(|&(_, code)| code)
}

/// "percent", "%", "per cent", and the word behind it.
fn percent(words: &[Word], at: usize) -> Option<(String, usize)> {
    let sign = words.get(at)?;
    let length = match words.get(at + 1) {
        Some(cent) if sign.is(&["per"]) && cent.is(&["cent"]) => 2,
        _ if sign.is(&["percent", "%", "per"]) => 1,
        _ => return None,
    };
    Some(("percent".into(), at + length))
}

/// The lemma of the noun that a number counts, behind what describes it, and the word behind it: "40 old fishing boats".
fn counted_noun(words: &[Word], from: usize) -> Option<(String, usize)> {
    let inside = |&at: &usize| {
        matches!(
            words[at].upos,
            Upos::Adj | Upos::Noun | Upos::Propn | Upos::Adp
        )
    };
    let ends = |&at: &usize| {
        let next = words.get(at + 1);
        words[at].upos == Upos::Noun && next.is_none_or(|next| next.upos != Upos::Noun)
    };
    let noun = (from..words.len())
        .take(REACH_OF_UNIT)
        .take_while(inside)
        .find(ends)?;
    Some((words[noun].lemma.clone(), noun + 1))
}

/// What stands in front of a quantity to say that its number is no exact one.
fn approximator(words: &[Word], first: usize) -> Option<&'static [&'static str]> {
    let stands_before = |approximator: &&&[&str]| {
        first >= approximator.len()
            && words[first - approximator.len()..first]
                .iter()
                .zip(**approximator)
                .all(|(word, form)| word.is(&[form]))
    };
    APPROXIMATORS.iter().find(stands_before).copied()
}

#[cfg(test)]
mod tests;
