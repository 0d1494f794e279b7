//! Temporal expressions that hang on a claim's predicate.
//!
//! Decided on the way in the tree from the expression up to the predicate, and on the preposition in front of it.

use crate::analysis::time::{Time, is_named};
use crate::analysis::{Analysis, Word};
use crate::claim::clause::{Clause, is_predicate};
use crate::grammar::{Deprel, Feature, Upos};
use crate::span::ByteSpan;
use crate::terms::TimeType;
use std::ops::Range;

/// How many words up the tree the predicate is sought: keeps the work linear.
const REACH: usize = 8;

/// What the preposition in front of an expression makes of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Leading {
    At,
    Since,
    From,
    To,
    By,
    Until,
    Before,
    After,
    Between,
}

/// Prepositions and what they make of the time behind them: the first row that has one of them decides; "up to" needs both
/// words. `None` for what only compares with a time: "than in 2012", "compared with last year".
#[rustfmt::skip]
const PREPOSITIONS: [(Option<Leading>, &[&str]); 9] = [
    (None, &["than", "with"]),
    (Some(Leading::Since), &["since"]),
    (Some(Leading::Until), &["until", "till", "through", "up to"]),
    (Some(Leading::Before), &["before", "prior", "ahead"]),
    (Some(Leading::After), &["after", "following"]),
    (Some(Leading::By), &["by"]),
    (Some(Leading::From), &["from", "starting", "beginning"]),
    (Some(Leading::Between), &["between"]),
    (Some(Leading::To), &["to"]),
];

/// Prepositions that leave a time as it is.
const PLAIN_PREPOSITIONS: [&str; 17] = [
    "in",
    "on",
    "at",
    "during",
    "throughout",
    "over",
    "across",
    "within",
    "for",
    "around",
    "of",
    "as",
    "near",
    "toward",
    "towards",
    "inside",
    "ever",
];

/// Prepositions that some trees hang on another word than the time behind them.
const STRAY_PREPOSITIONS: [&str; 7] = ["since", "until", "till", "by", "before", "from", "between"];

/// Prepositions of a noun that set it apart from the claim, and the time beside the noun with it: "like the vote in 1980".
const COMPARING: [&str; 4] = ["like", "unlike", "than", "about"];

/// Words of time that no expression holds, but that another may hang on: "the middle of May".
const PARTS: [&str; 13] = [
    "early",
    "late",
    "later",
    "earlier",
    "end",
    "beginning",
    "start",
    "middle",
    "half",
    "morning",
    "afternoon",
    "evening",
    "night",
];

/// An expression that hangs on the predicate.
#[derive(Debug)]
pub(super) struct Expression<'a> {
    pub time: &'a Time,
    /// Its words.
    pub tokens: Range<usize>,
    pub leading: Leading,
    /// The last word of its preposition; empty where it has none.
    pub preposition: &'a str,
    /// With its preposition.
    pub span: ByteSpan,
    /// Whether a noun or another verb stands between it and the predicate.
    pub loose: bool,
}

/// A temporal expression, where it hangs on the claim's predicate and a time of it can be read.
pub(super) fn expression<'a>(
    analysis: &'a Analysis,
    clause: &Clause,
    time: &'a Time,
) -> Option<Expression<'a>> {
    if time.time_type == TimeType::Set {
        return None;
    }
    let words = &analysis.words;
    let tokens = tokens(words, time.span);
    let leaves = |token: &usize| {
        clause.tokens.contains(token)
            && words[*token]
                .head
                .is_none_or(|head| !tokens.contains(&head))
    };
    let Way {
        of_time,
        noun,
        loose,
    } = tokens
        .clone()
        .filter(leaves)
        .find_map(|token| way(analysis, clause, token))?;
    let prepositions = prepositions(analysis, &tokens, &of_time);
    let forms: Vec<&str> = prepositions
        .iter()
        .map(|&token| words[token].lower.as_str())
        .collect();
    let before = prepositions.first().and_then(|first| first.checked_sub(1));
    let noun = noun.or(before.filter(|&before| words[before].upos.is_noun()));
    let leading = match (leading(&forms)?, noun) {
        (Leading::At, Some(noun)) => noun_leading(analysis, &tokens, noun)?,
        (own, _) => own,
    };
    let counts_from = matches!(leading, Leading::Before | Leading::After)
        && before.is_some_and(|before| is_noun_of_time(&words[before]));
    let only_compares = likens(words, &tokens, &forms)
        || counts_from
        || leading == Leading::Since && follows_extreme(words, tokens.start);
    if only_compares {
        return None;
    }
    let span = prepositions
        .iter()
        .fold(time.span, |span, &token| span.cover(words[token].span));
    let preposition = forms.last().copied().unwrap_or_default();
    Some(Expression {
        time,
        tokens,
        leading,
        preposition,
        span,
        loose,
    })
}

/// "as in 2012"; but not "as early as May", "as of May".
fn likens(words: &[Word], tokens: &Range<usize>, prepositions: &[&str]) -> bool {
    let far = tokens.start.checked_sub(2).map(|far| &words[far]);
    let as_far = far.is_some_and(|far| far.is(&["early", "late", "soon", "recently"]));
    prepositions.contains(&"as") && !prepositions.contains(&"of") && !as_far
}

/// "the first time since", "the largest fire in the valley since": tells no days of the claim's own.
fn follows_extreme(words: &[Word], start: usize) -> bool {
    let before = &words[start.saturating_sub(REACH)..start];
    before
        .iter()
        .any(|word| word.has(Feature::DegreeSup) || word.is(&["first", "only"]))
}

/// "day", "May", as in "the day after Easter", which tells no days of the claim's own.
fn is_noun_of_time(word: &Word) -> bool {
    word.upos == Upos::Noun && is_named(&word.lemma)
}

fn tokens(words: &[Word], span: ByteSpan) -> Range<usize> {
    words.partition_point(|word| word.span.end <= span.start)
        ..words.partition_point(|word| word.span.start < span.end)
}

/// What a noun's preposition makes of the time beside the noun: "since independence in 1980", but nothing of "like the vote
/// in 1980".
fn noun_leading(analysis: &Analysis, tokens: &Range<usize>, noun: usize) -> Option<Leading> {
    let prepositions = prepositions_of(analysis, tokens, noun);
    let forms: Vec<&str> = prepositions
        .iter()
        .map(|&token| analysis.words[token].lower.as_str())
        .collect();
    match leading(&forms) {
        lasting @ Some(Leading::Since | Leading::Until) => lasting,
        _ if forms.iter().any(|form| COMPARING.contains(form)) => None,
        _ => Some(Leading::At),
    }
}

/// The way in the tree from an expression up to the predicate.
struct Way {
    /// The words of time on it.
    of_time: Vec<usize>,
    /// The noun that the time hangs on, where one stands between.
    noun: Option<usize>,
    /// Whether the way leads through another word.
    loose: bool,
}

/// The way from a token up to the predicate; `None` where it leads through a clause, or too deep into a noun phrase.
fn way(analysis: &Analysis, clause: &Clause, token: usize) -> Option<Way> {
    let words = &analysis.words;
    let predicate = clause.predicate;
    let mut of_time = vec![token];
    let mut loose = false;
    let mut noun = None;
    // Whether all words up to here are words of time.
    let mut in_time = true;
    let mut current = token;
    for _ in 0..REACH {
        if current == predicate {
            return Some(Way {
                of_time,
                noun,
                loose,
            });
        }
        let head = words[current].head?;
        let relation = words[current].deprel.base();
        let verb = words[head].upos == Upos::Verb && words[head].deprel.base() == Deprel::Xcomp;
        match relation {
            _ if in_time && head != predicate && is_of_time(analysis, head) => of_time.push(head),
            Deprel::Obl | Deprel::Advmod | Deprel::Dep if in_time && head == predicate => {}
            _ if words[current].deprel == Deprel::NmodPoss => return None,
            // "2019 was a bad year", "is a law of 2012"
            Deprel::Nsubj | Deprel::Nmod if in_time && head == predicate => loose = true,
            // "is expected to close in June"
            Deprel::Obl | Deprel::Advmod | Deprel::Nmod if in_time && verb => {
                (loose, in_time) = (true, false)
            }
            // "lost two ships last year", behind the verb
            Deprel::Nmod | Deprel::Obl | Deprel::Advmod
                if in_time
                    && current > predicate
                    && matches!(
                        words[head].deprel.base(),
                        Deprel::Obj | Deprel::Obl | Deprel::Conj
                    ) =>
            {
                (loose, in_time, noun) = (true, false, Some(head))
            }
            Deprel::Obj | Deprel::Obl | Deprel::Xcomp if !in_time => {}
            // "lost 610,000 crowns in 2021 and 410,000 in 2023"
            Deprel::Conj if !in_time && !is_predicate(analysis, current) => {}
            _ => return None,
        }
        current = head;
    }
    None
}

/// "the first week of May", "early in 2019": a word of time that another hangs on.
fn is_of_time(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    word.is(&PARTS) || is_noun_of_time(word) || is_in_expression(analysis, word.span)
}

/// Expressions stand in the order of the text and do not overlap.
fn is_in_expression(analysis: &Analysis, span: ByteSpan) -> bool {
    let times = &analysis.times;
    let next = times.partition_point(|time| time.span.end <= span.start);
    times
        .get(next)
        .is_some_and(|time| time.span.start < span.end)
}

/// The prepositions of the first word on the way that has one; "of" between two words of time leads further.
fn prepositions(analysis: &Analysis, tokens: &Range<usize>, of_time: &[usize]) -> Vec<usize> {
    let words = &analysis.words;
    let is_of = |prepositions: &[usize]| matches!(prepositions, [only] if words[*only].is(&["of"]));
    let own = of_time
        .iter()
        .map(|&token| prepositions_of(analysis, tokens, token))
        .find(|prepositions| !prepositions.is_empty() && !is_of(prepositions));
    let stray = || {
        let before = tokens.start.checked_sub(1);
        let stray = before.filter(|&before| words[before].is(&STRAY_PREPOSITIONS));
        stray.into_iter().collect()
    };
    own.unwrap_or_else(stray)
}

/// Prepositions in front of a word, each with what belongs to it.
fn prepositions_of(analysis: &Analysis, tokens: &Range<usize>, token: usize) -> Vec<usize> {
    let words = &analysis.words;
    let leads = |child: &usize| {
        let word = &words[*child];
        *child < token
            && !tokens.contains(child)
            && (matches!(word.deprel.base(), Deprel::Case | Deprel::Mark)
                || matches!(word.upos, Upos::Adp | Upos::Sconj))
    };
    let children = analysis.children(token).iter().copied().filter(leads);
    let mut prepositions: Vec<usize> = children.flat_map(|child| analysis.subtree(child)).collect();
    prepositions.sort_unstable();
    prepositions
}

/// What prepositions make of the time behind them; `None` where they only compare with it, or are unknown.
fn leading(forms: &[&str]) -> Option<Leading> {
    let has = |known: &str| known.split(' ').all(|word| forms.contains(&word));
    let mut rows = PREPOSITIONS.iter();
    match rows.find(|(_, known)| known.iter().any(|known| has(known))) {
        Some((leading, _)) => *leading,
        None => {
            let plain = forms.iter().all(|form| PLAIN_PREPOSITIONS.contains(form));
            plain.then_some(Leading::At)
        }
    }
}

#[cfg(test)]
mod tests;
