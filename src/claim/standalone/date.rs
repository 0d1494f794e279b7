//! Times that count from the date of publication, said by the calendar: "last year" → *in 2025*, "on Tuesday" → *on 24
//! November 2026*.
//!
//! Only where words or tense leave one reading, the article was not changed on a later day, and the expression says all of
//! it: "a year earlier" may count from another date, "9 a.m. Tuesday" keeps its words.

use super::{Change, Wording};
use crate::analysis::time::{Time, is_day_or_month, range};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Upos};
use jiff::civil::Date;

pub(super) fn changes(wording: &Wording) -> Vec<Change> {
    if wording.article.is_long() {
        return Vec::new();
    }
    // Written when it was updated, not when it was published?
    let updated = wording
        .article
        .metadata
        .updated
        .as_ref()
        .and_then(|found| found.value.get(..10));
    let times = wording
        .analysis
        .times
        .iter()
        .filter(|time| updated.is_none_or(|updated| time.anchor.as_deref() == Some(updated)));
    let certain = times.filter(|time| {
        time.anchor.is_some() && time.alternative.is_none() && wording.piece(time.span).is_some()
    });
    certain.filter_map(|time| change(wording, time)).collect()
}

fn change(wording: &Wording, time: &Time) -> Option<Change> {
    let words = &wording.analysis.words;
    let inside: Vec<usize> = (0..words.len())
        .filter(|&token| time.span.contains(words[token].span))
        .collect();
    // "early next year", "the end of last year": what counts stands behind.
    let modifies = |token: &usize| {
        matches!(
            words[*token].lower.as_str(),
            "early"
                | "late"
                | "earlier"
                | "later"
                | "the"
                | "end"
                | "beginning"
                | "start"
                | "middle"
                | "of"
        )
    };
    let core: Vec<usize> = inside.into_iter().skip_while(modifies).collect();
    let (&first, &last) = (core.first()?, core.last()?);
    // "I would go tomorrow" is no plan.
    let fancied = matches!(words[first].lower.as_str(), "today" | "tomorrow")
        && words
            .iter()
            .any(|word| word.upos == Upos::Aux && word.lower == "would");
    // "Just last week" is not "just in the week of 2 November".
    let narrowed = first
        .checked_sub(1)
        .is_some_and(|before| words[before].lower == "just");
    if !counts(words, first, last)
        || fancied
        || narrowed
        || goes_with_another(wording.analysis, time, last)
    {
        return None;
    }
    let said = said(&time.value)?;
    let span = words[first].span.cover(words[last].span);
    let (at, to) = match place(wording.analysis, first, last) {
        // "the 2025 budget"; a phrase with an article can't stand before what it owns, and "yesterday's men" are of no day.
        Place::Owner
            if said.phrase.starts_with("the ")
                || matches!(
                    words[first].lower.as_str(),
                    "yesterday" | "today" | "tomorrow"
                ) =>
        {
            return None;
        }
        Place::Owner => (
            span.cover(words[last + 1].span),
            format!("the {}", said.phrase),
        ),
        Place::Noun => (span, said.phrase),
        Place::Adverbial => (span, format!("{} {}", said.preposition, said.phrase)),
        Place::Modifier => return None,
    };
    Some(Change {
        at,
        to,
        reason: "time counted from the date of publication",
        origin: None,
        probability: None,
    })
}

/// Whether words count from the date of writing and from no other: not "the last year", "about two years ago".
fn counts(words: &[Word], first: usize, last: usize) -> bool {
    let lower = |token: usize| words[token].lower.as_str();
    let before = first.checked_sub(1).map_or("", lower);
    let vague = matches!(
        before,
        "about" | "around" | "roughly" | "some" | "over" | "than" | "least" | "nearly" | "almost"
    );
    let opens = matches!(lower(first), "last" | "next" | "this") && before != "the"
        || matches!(lower(first), "yesterday" | "today" | "tomorrow" | "tonight");
    let named = (first..=last).any(|token| is_day_or_month(lower(token)))
        && !matches!(lower(last), "later" | "earlier" | "before");
    let from_now = !vague
        && matches!(lower(last), "ago" | "now" | "time")
        && !matches!(lower(first), "nearly" | "almost" | "more" | "at" | "less");
    // "mid-June", "Tuesday-only"
    let hyphened = before == "-" || words.get(last + 1).is_some_and(|next| next.form == "-");
    (opens || named || from_now) && !hyphened
}

/// "Monday and Tuesday", "Sunday last week", "Nov. 23 and 24": one is not said without the other.
fn goes_with_another(analysis: &Analysis, time: &Time, last: usize) -> bool {
    let words = &analysis.words;
    let joins = |word: &Word| {
        matches!(
            word.lower.as_str(),
            "and" | "or" | "to" | "through" | "," | "-" | "–" | "on"
        )
    };
    let between = |from: usize, to: usize| {
        words
            .iter()
            .filter(|word| word.span.start >= from && word.span.end <= to)
            .all(joins)
    };
    let near = |other: &Time| match other.span.start >= time.span.end {
        true => between(time.span.end, other.span.start),
        false => between(other.span.end, time.span.start),
    };
    let numbers = words.get(last + 1).is_some_and(joins)
        && words
            .get(last + 2)
            .is_some_and(|next| next.upos == Upos::Num);
    numbers
        || analysis
            .times
            .iter()
            .any(|other| other != time && near(other))
}

/// A time by the calendar, and the preposition that it takes.
struct Said {
    preposition: &'static str,
    phrase: String,
}

/// A TIMEX3 value in words: "2026-11-24" → on 24 November 2026.
fn said(value: &str) -> Option<Said> {
    let (date, part) = value
        .split_once('T')
        .map_or((value, None), |(date, part)| (date, Some(part)));
    let mut fields = date.split('-');
    let year = fields
        .next()
        .filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let (second, third) = (fields.next(), fields.next());
    let spoken = |preposition, phrase: String| {
        Some(Said {
            preposition,
            phrase,
        })
    };
    match (second, third, part) {
        (None, None, None) => spoken("in", year.to_string()),
        (Some(week), weekend, None) if week.starts_with('W') && week.len() == 3 => {
            let first = day(range::days(value)?.0);
            match weekend {
                None => spoken("in", format!("the week of {first}")),
                Some(_) => spoken("on", format!("the weekend of {first}")),
            }
        }
        (Some(quarter), None, None) if quarter.starts_with('Q') => {
            let nth = match quarter {
                "Q1" => "first",
                "Q2" => "second",
                "Q3" => "third",
                "Q4" => "fourth",
                _ => return None,
            };
            spoken("in", format!("the {nth} quarter of {year}"))
        }
        (Some(month), None, None) => {
            let name = match month {
                "SP" => "spring",
                "SU" => "summer",
                "FA" => "autumn",
                "WI" => "winter",
                _ => "",
            };
            if name.is_empty() {
                spoken("in", format!("{} {year}", month_name(month.parse().ok()?)?))
            } else {
                spoken("in", format!("the {name} of {year}"))
            }
        }
        (Some(_), Some(_), part) => {
            let date = day(date.parse().ok()?);
            match part {
                None => spoken("on", date),
                Some("MO") => spoken("on", format!("the morning of {date}")),
                Some("AF") => spoken("on", format!("the afternoon of {date}")),
                Some("EV") => spoken("on", format!("the evening of {date}")),
                Some("NI") => spoken("on", format!("the night of {date}")),
                Some(_) => None,
            }
        }
        _ => None,
    }
}

fn day(date: Date) -> String {
    format!(
        "{} {} {}",
        date.day(),
        month_name(date.month()).unwrap_or_default(),
        date.year()
    )
}

fn month_name(month: i8) -> Option<&'static str> {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES
        .get(usize::try_from(month).ok()?.checked_sub(1)?)
        .copied()
}

/// How a time stands in its clause.
enum Place {
    /// "last year's vote"
    Owner,
    /// Behind a preposition, or as subject: "since Tuesday", "Tuesday was".
    Noun,
    /// "it closed last year"
    Adverbial,
    /// "the Tuesday meeting"
    Modifier,
}

fn place(analysis: &Analysis, first: usize, last: usize) -> Place {
    let words = &analysis.words;
    let outside = |token: &usize| {
        words[*token]
            .head
            .is_none_or(|head| head < first || head > last)
    };
    let top = (first..=last).find(outside).unwrap_or(last);
    let head = &words[top];
    let is_predicate = analysis.children_with(top, &[Deprel::Cop]).next().is_some();
    let behind = words
        .get(last + 1)
        .filter(|next| next.span.start == words[last].span.end);
    let before = first.checked_sub(1).map(|before| &words[before]);
    let preposition = before.is_some_and(|before| {
        matches!(before.upos, Upos::Adp | Upos::Sconj)
            && !matches!(before.lower.as_str(), "than" | "as")
    });
    // "a wet Tuesday", but "early next year".
    let described = before.is_some_and(|before| {
        matches!(before.upos, Upos::Det | Upos::Adj)
            && !matches!(
                before.lower.as_str(),
                "early" | "late" | "earlier" | "later"
            )
    });
    match head.deprel.base() {
        _ if described => Place::Modifier,
        _ if behind.is_some_and(|next| next.upos == Upos::Part) => Place::Owner,
        _ if preposition => Place::Noun,
        Deprel::Obl | Deprel::Advmod => Place::Adverbial,
        // "The vote is next Thursday."
        _ if is_predicate => Place::Adverbial,
        Deprel::Nmod
            if head.deprel != Deprel::NmodPoss
                && before.is_some_and(|before| matches!(before.upos, Upos::Noun | Upos::Propn)) =>
        {
            Place::Adverbial
        }
        // "The tax last year was high"
        Deprel::Nsubj
            if before.is_some_and(|before| matches!(before.upos, Upos::Noun | Upos::Propn)) =>
        {
            Place::Adverbial
        }
        Deprel::Nsubj => Place::Noun,
        _ => Place::Modifier,
    }
}
