//! Times that count from the date of publication, said by the calendar: "last year" → *in 2025*, "on Tuesday" → *on 24
//! November 2026*.
//!
//! Only where words or tense leave one reading, the article was not changed on a later day, and the expression says all of
//! it: "a year earlier" may count from another date, "9 a.m. Tuesday" keeps its words.

use super::Wording;
use super::calendar::{Spoken, spoken};
use super::edit::{Change, EditReason};
use crate::analysis::time::{Time, is_day_or_month};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Upos};

/// Words in front of the part of an expression that counts: "early next year", "the end of last year".
const OPENING: [&str; 10] = [
    "early",
    "late",
    "earlier",
    "later",
    "the",
    "end",
    "beginning",
    "start",
    "middle",
    "of",
];

/// Words that count from the date of writing.
const NEAR: [&str; 3] = ["last", "next", "this"];

/// Days named from the date of writing.
const DAYS: [&str; 3] = ["yesterday", "today", "tomorrow"];

/// Words that make a length of time vague: "about two years ago".
const VAGUE: [&str; 9] = [
    "about", "around", "roughly", "some", "over", "than", "least", "nearly", "almost",
];

/// The same inside the expression: "more than a year ago".
const VAGUE_INSIDE: [&str; 5] = ["nearly", "almost", "more", "at", "less"];

/// Words between two times of which neither is said without the other.
const JOINING: [&str; 8] = ["and", "or", "to", "through", ",", "-", "–", "on"];

/// The changes of all times of a claim. In a long text days are often those of a story.
pub(super) fn changes(wording: &Wording) -> Vec<Change> {
    if wording.article.is_long() {
        return Vec::new();
    }
    let times = wording.analysis.times.iter();
    times
        .filter(|time| is_certain(wording, time) && wording.piece(time.span).is_some())
        .filter_map(|time| change(wording, time))
        .collect()
}

/// Whether a time has one reading and counts from the day on which the words were written: an article that was updated may
/// have been written then.
fn is_certain(wording: &Wording, time: &Time) -> bool {
    let updated = wording.article.metadata.updated.as_ref();
    let updated = updated.map(|found| found.value.date.to_string());
    time.anchor.is_some()
        && time.alternative.is_none()
        && (updated.is_none() || time.anchor == updated)
}

fn change(wording: &Wording, time: &Time) -> Option<Change> {
    let words = &wording.analysis.words;
    let counted: Vec<usize> = (0..words.len())
        .filter(|&token| time.span.contains(words[token].span))
        .skip_while(|&token| words[token].is(&OPENING))
        .collect();
    let (&first, &last) = (counted.first()?, counted.last()?);
    if !counts_from_writing(words, first, last)
        || is_fancied(words, first)
        || is_narrowed(words, first)
        || goes_with_another(wording.analysis, time, last)
    {
        return None;
    }
    let Spoken {
        preposition,
        phrase,
    } = spoken(&time.value)?;
    let span = words[first].span.cover(words[last].span);
    let (at, to) = match place(wording.analysis, first, last) {
        // "the week of 2 November's vote" can't be said, and "yesterday's men" names no day.
        Place::Owner if phrase.starts_with("the ") || words[first].is(&DAYS) => return None,
        // With its "'s": "last year's budget" → *the 2025 budget*.
        Place::Owner => (span.cover(words[last + 1].span), format!("the {phrase}")),
        Place::Noun => (span, phrase),
        Place::Adverbial => (span, format!("{preposition} {phrase}")),
        Place::Modifier => return None,
    };
    Some(Change::new(at, to, EditReason::Date))
}

/// "I would go tomorrow" is no plan.
fn is_fancied(words: &[Word], first: usize) -> bool {
    let would = |word: &Word| word.upos == Upos::Aux && word.lower == "would";
    words[first].is(&["today", "tomorrow"]) && words.iter().any(would)
}

/// "Just last week" is not "just in the week of 2 November".
fn is_narrowed(words: &[Word], first: usize) -> bool {
    form(words, first.checked_sub(1)) == "just"
}

/// The word at a token in lower case, empty where there is none.
fn form(words: &[Word], token: Option<usize>) -> &str {
    let word = token.and_then(|token| words.get(token));
    word.map_or("", |word| word.lower.as_str())
}

/// Whether words count from the date of writing and from no other: not "the last year", "about two years ago".
fn counts_from_writing(words: &[Word], first: usize, last: usize) -> bool {
    let before = form(words, first.checked_sub(1));
    let near = words[first].is(&NEAR) && before != "the"
        || words[first].is(&DAYS)
        || words[first].lower == "tonight";
    let named = (first..=last).any(|token| is_day_or_month(&words[token].lower))
        && !words[last].is(&["later", "earlier", "before"]);
    let from_now = words[last].is(&["ago", "now", "time"])
        && !VAGUE.contains(&before)
        && !words[first].is(&VAGUE_INSIDE);
    // "mid-June", "Tuesday-only"
    let hyphened = before == "-" || form(words, Some(last + 1)) == "-";
    (near || named || from_now) && !hyphened
}

/// "Monday and Tuesday", "Sunday last week", "Nov. 23 and 24": one is not said without the other.
fn goes_with_another(analysis: &Analysis, time: &Time, last: usize) -> bool {
    let words = &analysis.words;
    let joined = |from: usize, to: usize| {
        let between = |word: &&Word| word.span.start >= from && word.span.end <= to;
        words.iter().filter(between).all(|word| word.is(&JOINING))
    };
    let beside = |other: &Time| {
        if other.span.start >= time.span.end {
            joined(time.span.end, other.span.start)
        } else {
            joined(other.span.end, time.span.start)
        }
    };
    let before_number = JOINING.contains(&form(words, Some(last + 1)))
        && words
            .get(last + 2)
            .is_some_and(|next| next.upos == Upos::Num);
    before_number
        || analysis
            .times
            .iter()
            .any(|other| other != time && beside(other))
}

/// How a time stands in its clause.
#[derive(Debug, PartialEq)]
enum Place {
    /// "last year's vote"
    Owner,
    /// Behind a preposition, or as subject: "since Tuesday", "Tuesday was".
    Noun,
    /// "it closed last year", "The tax last year was high", "The vote is next Thursday"
    Adverbial,
    /// "the Tuesday meeting", "a wet Tuesday"
    Modifier,
}

fn place(analysis: &Analysis, first: usize, last: usize) -> Place {
    let words = &analysis.words;
    let outside = |&token: &usize| {
        words[token]
            .head
            .is_none_or(|head| head < first || head > last)
    };
    let top = (first..=last).find(outside).unwrap_or(last);
    let before = first.checked_sub(1).map(|before| &words[before]);
    if before.is_some_and(is_describing) {
        return Place::Modifier;
    }
    if is_owner(words, last) {
        return Place::Owner;
    }
    let far = before_parts(words, first).map(|far| &words[far]);
    if far.is_some_and(is_preposition) {
        return Place::Noun;
    }
    let behind_noun = before.is_some_and(|before| before.upos.is_noun());
    let is_predicate = analysis.has_child_with(top, &[Deprel::Cop]);
    match words[top].deprel.base() {
        Deprel::Obl | Deprel::Advmod => Place::Adverbial,
        _ if is_predicate => Place::Adverbial,
        Deprel::Nmod if behind_noun && words[top].deprel != Deprel::NmodPoss => Place::Adverbial,
        Deprel::Nsubj if behind_noun => Place::Adverbial,
        Deprel::Nsubj => Place::Noun,
        _ => Place::Modifier,
    }
}

/// The word in front of a time and of its "early" or "late": "in early September".
fn before_parts(words: &[Word], first: usize) -> Option<usize> {
    let before = first.checked_sub(1)?;
    if words[before].is(&["early", "late", "mid"]) {
        before.checked_sub(1)
    } else {
        Some(before)
    }
}

/// "a wet Tuesday", but "early next year".
fn is_describing(before: &Word) -> bool {
    matches!(before.upos, Upos::Det | Upos::Adj)
        && !before.is(&["early", "late", "earlier", "later"])
}

/// A particle that leans on the time: "last year's".
fn is_owner(words: &[Word], last: usize) -> bool {
    words
        .get(last + 1)
        .is_some_and(|next| next.upos == Upos::Part && next.span.start == words[last].span.end)
}

/// "since Tuesday"; "than last year" compares with what happened then.
fn is_preposition(before: &Word) -> bool {
    matches!(before.upos, Upos::Adp | Upos::Sconj) && !before.is(&["than", "as"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::ByteSpan;
    use crate::testing::tree_by_hand;

    #[test]
    fn a_time_stands_in_its_clause_as_what_is_around_it_says() {
        for (tree, first, last, expected) in [
            (
                "it/PRON/nsubj/2 closed/VERB/root/0 last/ADJ/amod/4 year/NOUN/obl/2",
                2,
                3,
                Place::Adverbial,
            ),
            (
                "the/DET/det/3 Tuesday/PROPN/compound/3 meeting/NOUN/root/0",
                1,
                1,
                Place::Modifier,
            ),
            (
                "early/ADJ/amod/3 next/ADJ/amod/3 year/NOUN/obl/5 it/PRON/nsubj/5 closes/VERB/root/0",
                1,
                2,
                Place::Adverbial,
            ),
            (
                "in/ADP/case/3 early/ADJ/amod/3 September/PROPN/obl/4 closed/VERB/root/0",
                2,
                2,
                Place::Noun,
            ),
            (
                "since/ADP/case/2 Tuesday/PROPN/obl/3 closed/VERB/root/0",
                1,
                1,
                Place::Noun,
            ),
            (
                "than/ADP/case/3 last/ADJ/amod/3 year/NOUN/obl/4 more/ADJ/root/0",
                1,
                2,
                Place::Adverbial,
            ),
            (
                "Tuesday/PROPN/nsubj/3 was/AUX/cop/3 wet/ADJ/root/0",
                0,
                0,
                Place::Noun,
            ),
            (
                "vote/NOUN/nsubj/4 Tuesday/PROPN/nsubj/4 was/AUX/cop/4 close/ADJ/root/0",
                1,
                1,
                Place::Adverbial,
            ),
            (
                "vote/NOUN/nsubj/4 is/AUX/cop/4 next/ADJ/amod/4 Thursday/PROPN/root/0",
                2,
                3,
                Place::Adverbial,
            ),
            (
                "tax/NOUN/nsubj/5 last/ADJ/amod/3 year/NOUN/nmod/1 was/AUX/cop/5 high/ADJ/root/0",
                1,
                2,
                Place::Adverbial,
            ),
            (
                "tax/NOUN/root/0 year/NOUN/nmod:poss/1",
                1,
                1,
                Place::Modifier,
            ),
            (
                "Tuesday/PROPN/compound/2 meeting/NOUN/root/0",
                0,
                0,
                Place::Modifier,
            ),
            // The word of the time that hangs on another decides, not its last one.
            (
                "closed/VERB/root/0 week/NOUN/obl/1 of/ADP/case/4 Monday/PROPN/nmod/2",
                1,
                3,
                Place::Adverbial,
            ),
            (
                "week/NOUN/obl/4 of/ADP/case/3 Monday/PROPN/nmod/1 closed/VERB/root/0",
                0,
                2,
                Place::Adverbial,
            ),
        ] {
            let analysis = tree_by_hand(tree);
            assert_eq!(place(&analysis, first, last), expected, "{tree}");
        }
    }

    #[test]
    fn a_particle_owns_only_where_it_leans_on_the_time() {
        let mut analysis =
            tree_by_hand("last/ADJ/amod/2 year/NOUN/nmod:poss/4 's/PART/case/2 vote/NOUN/root/0");
        assert_eq!(place(&analysis, 0, 1), Place::Modifier);
        let end = analysis.words[1].span.end;
        analysis.words[2].span = ByteSpan::new(end, end + 2);
        assert_eq!(place(&analysis, 0, 1), Place::Owner);
    }
}
