//! Numbers with what they count.
//!
//! Decided on numerals, the words that scale or limit them, and the noun that they count. Years and dates are times,
//! not quantities. Known to go wrong on house numbers and scores.

use super::time::{Time, is_named, number, tens};
use super::{Analysis, Word};
use crate::grammar::{Deprel, Upos};
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
const SHORT_SCALES: [(&str, f64); 4] = [("m", 1e6), ("bn", 1e9), ("tn", 1e12), ("k", 1e3)];

/// Parts of a whole, behind a number: "two-thirds".
const FRACTIONS: [(&str, i64); 6] = [
    ("third", 3),
    ("quarter", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("eighth", 8),
    ("tenth", 10),
];

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
        let counts = !in_time && !is_part_of_name(words, at);
        match read(words, at).filter(|_| counts) {
            Some(read) => {
                let (quantity, next) = quantity(words, at, &read);
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

/// Whether a number names a thing: "Boeing 737", "Article 50", and "S&P 500", both of which the tree makes subjects.
fn is_part_of_name(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let before = at.checked_sub(1).map(|before| &words[before]);
    let named = |before: &Word| {
        let both_subjects = word.deprel.base() == Deprel::Nsubj
            && before.deprel.base() == Deprel::Nsubj
            && before.head == word.head;
        before.upos.is_noun() && (word.deprel.base() == Deprel::Flat || both_subjects)
    };
    word.upos == Upos::Num && before.is_some_and(named)
}

/// A number in words or figures.
struct Read {
    number: f64,
    /// The upper end of a range.
    upper: Option<f64>,
    /// How many words it takes.
    length: usize,
}

/// The number at a word, whatever its form.
fn read(words: &[Word], at: usize) -> Option<Read> {
    let exact = |(number, length)| Read {
        number,
        upper: None,
        length,
    };
    if let Some(found) = round(words, at) {
        return Some(exact(found));
    }
    if !is_numeral(&words[at]) {
        return None;
    }
    range_in_word(words, at)
        .or_else(|| share(words, at).map(exact))
        .or_else(|| Some(ranged(words, at, value(words, at)?)))
}

/// "half a million", "a thousand"
fn round(words: &[Word], at: usize) -> Option<(f64, usize)> {
    let half = usize::from(words[at].is(&["half"]));
    let article = words.get(at + half).filter(|word| word.is(&["a"]));
    let scale = words.get(at + half + 1).filter(|_| article.is_some())?;
    let (_, value) = SCALES.iter().find(|(name, _)| *name == scale.lower)?;
    Some((if half == 1 { value / 2.0 } else { *value }, half + 2))
}

/// "two-thirds", "one in five" as parts of one.
fn share(words: &[Word], at: usize) -> Option<(f64, usize)> {
    let part = number(&words[at].lower).filter(|&part| part > 0)?;
    let link = words.get(at + 1)?;
    let (whole, length) = if link.is(&["in"]) {
        let timed = words.get(at + 3).is_some_and(|next| is_named(&next.lemma));
        let whole = number(&words.get(at + 2)?.lower).filter(|&whole| whole <= 100 && !timed)?;
        (whole, 3)
    } else {
        let hyphen = usize::from(link.is(&["-"]));
        let fraction = &words.get(at + 1 + hyphen)?.lower;
        let bare = fraction.strip_suffix('s');
        let singular = bare.unwrap_or(fraction);
        let (_, whole) = FRACTIONS.iter().find(|(name, _)| *name == singular)?;
        // "one-third", "two-thirds"; but no "two third"
        if (part == 1) == bare.is_some() {
            return None;
        }
        (*whole, 2 + hyphen)
    };
    (part < whole).then(|| (part as f64 / whole as f64, length))
}

/// "40-50 percent" in one word; "a 2-3 defeat" is a score.
fn range_in_word(words: &[Word], at: usize) -> Option<Read> {
    let (first, last) = words[at].lower.split_once(['-', '–'])?;
    let (first, last): (f64, f64) = (first.parse().ok()?, last.parse().ok()?);
    let scale = words.get(at + 1).and_then(scale_of);
    let measured = scale.is_some() || percent(words, at + 1).is_some();
    let finite = first.is_finite() && last.is_finite();
    (finite && first < last && measured).then(|| Read {
        number: first * scale.unwrap_or(1.0),
        upper: Some(last * scale.unwrap_or(1.0)),
        length: 1 + usize::from(scale.is_some()),
    })
}

/// A number that takes `length` words, and the upper end where it is the lower one of a range.
fn ranged(words: &[Word], at: usize, (number, length): (f64, usize)) -> Read {
    let Some((upper, behind)) = upper_end(words, at, at + length, number) else {
        return Read {
            number,
            upper: None,
            length,
        };
    };
    // "between 3 and 5 million": the lower end shares the scale; of "500 to 5 million" it does not.
    let scale = scale_of(&words[behind - 1]).filter(|_| length == 1);
    let shared = scale.filter(|scale| number * scale < upper);
    Read {
        number: number * shared.unwrap_or(1.0),
        upper: Some(upper),
        length: behind - at,
    }
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
    // "thirty-nine" in three words
    if let (Some(tens), Some([hyphen, ones])) = (tens(lower), words.get(at + 1..at + 3)) {
        let ones = number(&ones.lower).filter(|ones| (1..10).contains(ones));
        if let Some(ones) = ones.filter(|_| hyphen.is(&["-"])) {
            value = (tens + ones) as f64;
            length = 3;
        }
    }
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

/// The quantity whose number stands at a word, and the word behind it.
fn quantity(words: &[Word], at: usize, read: &Read) -> (Quantity, usize) {
    let mut end = at + read.length;
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
        number: read.number,
        upper: read.upper,
        unit,
        approximator: approximator.map(|words| words.join(" ")),
    };
    (quantity, end)
}

/// The upper end of a range whose lower one stands at `at` and ends at `end`, and the word behind it: "ten to twelve",
/// "between 3 and 5 million".
fn upper_end(words: &[Word], at: usize, end: usize, lower: f64) -> Option<(f64, usize)> {
    let link = words.get(end)?;
    let sign = usize::from(at > 0 && currency(&words[at - 1]).is_some());
    let before = at.checked_sub(1 + sign);
    let between = before.is_some_and(|before| words[before].is(&["between"]));
    let links = link.is(&BETWEEN_ENDS) || between && link.is(&["and"]);
    if !links {
        return None;
    }
    let start = end + 1;
    // "between $3 and $5 million"
    let start = start + usize::from(words.get(start).and_then(currency).is_some());
    let (upper, length) = value(words, start)?;
    (upper > lower).then_some((upper, start + length))
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
