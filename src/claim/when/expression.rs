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
    let Way { way, noun, loose } = tokens
        .clone()
        .filter(leaves)
        .find_map(|token| way(analysis, clause, token))?;
    let prepositions = prepositions(analysis, &tokens, &way);
    // "as early as May"
    let as_far = tokens.start.checked_sub(2).is_some_and(|far| {
        matches!(
            words[far].lower.as_str(),
            "early" | "late" | "soon" | "recently"
        )
    });
    let forms: Vec<&str> = prepositions
        .iter()
        .map(|&token| words[token].lower.as_str())
        .collect();
    let before = prepositions.first().and_then(|first| first.checked_sub(1));
    let noun =
        noun.or(before.filter(|&before| matches!(words[before].upos, Upos::Noun | Upos::Propn)));
    let leading = match (leading(&forms)?, noun) {
        (Leading::At, Some(noun)) => noun_leading(analysis, &tokens, noun)?,
        (own, _) => own,
    };
    if forms.contains(&"as") && !forms.contains(&"of") && !as_far {
        return None;
    }
    // "the day after Easter" and "for the first time since 1990" tell no days of the claim's own.
    let counts_from = matches!(leading, Leading::Before | Leading::After)
        && before.is_some_and(|before| {
            words[before].upos == Upos::Noun && is_named(&words[before].lemma)
        });
    if counts_from || leading == Leading::Since && follows_extreme(words, tokens.start) {
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

/// "the first time since", "the largest fire in the valley since"
fn follows_extreme(words: &[Word], start: usize) -> bool {
    let before = words
        .get(start.saturating_sub(REACH)..start)
        .unwrap_or_default();
    before
        .iter()
        .any(|word| word.has(Feature::DegreeSup) || matches!(word.lower.as_str(), "first" | "only"))
}

fn tokens(words: &[Word], span: ByteSpan) -> Range<usize> {
    words.partition_point(|word| word.span.end <= span.start)
        ..words.partition_point(|word| word.span.start < span.end)
}

/// What a noun's preposition makes of the time beside the noun: "since independence in 1980", but nothing of "like the vote
/// in 1980".
fn noun_leading(analysis: &Analysis, tokens: &Range<usize>, noun: usize) -> Option<Leading> {
    let cases = prepositions_of(analysis, tokens, noun);
    let forms: Vec<&str> = cases
        .iter()
        .map(|&token| analysis.words[token].lower.as_str())
        .collect();
    match leading(&forms) {
        found @ Some(Leading::Since | Leading::Until) => found,
        _ if forms
            .iter()
            .any(|form| matches!(*form, "like" | "unlike" | "than" | "about")) =>
        {
            None
        }
        _ => Some(Leading::At),
    }
}

/// The way in the tree from an expression up to the predicate.
struct Way {
    /// The words of time on it.
    way: Vec<usize>,
    /// The noun that the time hangs on, where one stands between.
    noun: Option<usize>,
    /// Whether the way leads through another word.
    loose: bool,
}

/// The way from a token up to the predicate; `None` where it leads through a clause, or too deep into a noun phrase.
fn way(analysis: &Analysis, clause: &Clause, token: usize) -> Option<Way> {
    let words = &analysis.words;
    let predicate = clause.predicate;
    let mut way = vec![token];
    let mut loose = false;
    let mut noun = None;
    let mut of_time = true;
    let mut current = token;
    for _ in 0..REACH {
        if current == predicate {
            return Some(Way { way, noun, loose });
        }
        let head = words[current].head?;
        let relation = words[current].deprel.base();
        let verb = words[head].upos == Upos::Verb && words[head].deprel.base() == Deprel::Xcomp;
        match relation {
            _ if of_time && head != predicate && is_of_time(analysis, head) => way.push(head),
            Deprel::Obl | Deprel::Advmod | Deprel::Dep if of_time && head == predicate => {}
            // "2019 was a bad year", "is a law of 2012", "is expected to close in June"
            _ if words[current].deprel == Deprel::NmodPoss => return None,
            Deprel::Nsubj | Deprel::Nmod if of_time && head == predicate => loose = true,
            Deprel::Obl | Deprel::Advmod | Deprel::Nmod if of_time && verb => {
                (loose, of_time) = (true, false)
            }
            // "lost two ships last year", behind the verb
            Deprel::Nmod | Deprel::Obl | Deprel::Advmod
                if of_time
                    && current > predicate
                    && matches!(
                        words[head].deprel.base(),
                        Deprel::Obj | Deprel::Obl | Deprel::Conj
                    ) =>
            {
                (loose, of_time, noun) = (true, false, Some(head))
            }
            Deprel::Obj | Deprel::Obl | Deprel::Xcomp if !of_time => {}
            // "lost 610,000 crowns in 2021 and 410,000 in 2023"
            Deprel::Conj if !of_time && !is_predicate(analysis, current) => {}
            _ => return None,
        }
        current = head;
    }
    None
}

/// "the first week of May", "early in 2019": a word of time that another hangs on.
fn is_of_time(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    let inside = || {
        analysis.times.binary_search_by(|time| match () {
            _ if time.span.end <= word.span.start => std::cmp::Ordering::Less,
            _ if time.span.start >= word.span.end => std::cmp::Ordering::Greater,
            _ => std::cmp::Ordering::Equal,
        })
    };
    matches!(
        word.lower.as_str(),
        "early"
            | "late"
            | "later"
            | "earlier"
            | "end"
            | "beginning"
            | "start"
            | "middle"
            | "half"
            | "morning"
            | "afternoon"
            | "evening"
            | "night"
    ) || word.upos == Upos::Noun && is_named(&word.lemma)
        || inside().is_ok()
}

/// The prepositions of the first word on the way that has one; "of" between two words of time leads further.
fn prepositions(analysis: &Analysis, tokens: &Range<usize>, way: &[usize]) -> Vec<usize> {
    let words = &analysis.words;
    let of = |found: &[usize]| matches!(found, [only] if words[*only].lower == "of");
    let found = way
        .iter()
        .map(|&node| prepositions_of(analysis, tokens, node))
        .find(|found| !found.is_empty() && !of(found))
        .unwrap_or_default();
    if !found.is_empty() {
        return found;
    }
    // Some trees hang "since" elsewhere.
    let before = tokens.start.checked_sub(1).filter(|&before| {
        matches!(
            words[before].lower.as_str(),
            "since" | "until" | "till" | "by" | "before" | "from" | "between"
        )
    });
    before.into_iter().collect()
}

/// Prepositions in front of a word, each with what belongs to it.
fn prepositions_of(analysis: &Analysis, tokens: &Range<usize>, node: usize) -> Vec<usize> {
    let words = &analysis.words;
    let own = analysis
        .children(node)
        .iter()
        .copied()
        .filter(|&child| child < node && !tokens.contains(&child));
    let leads = own.filter(|&child| {
        matches!(words[child].deprel.base(), Deprel::Case | Deprel::Mark)
            || matches!(words[child].upos, Upos::Adp | Upos::Sconj)
    });
    let mut found: Vec<usize> = leads.flat_map(|child| analysis.subtree(child)).collect();
    found.sort_unstable();
    found
}

/// `None` for what only compares with a time: "than in 2012", "compared with last year".
fn leading(forms: &[&str]) -> Option<Leading> {
    let has = |form: &str| forms.contains(&form);
    let among = |known: &[&str]| forms.iter().all(|form| known.contains(form));
    Some(match () {
        _ if has("than") || has("with") => return None,
        _ if has("since") => Leading::Since,
        _ if has("until") || has("till") || has("through") || has("up") && has("to") => {
            Leading::Until
        }
        _ if has("before") || has("prior") || has("ahead") => Leading::Before,
        _ if has("after") || has("following") => Leading::After,
        _ if has("by") => Leading::By,
        _ if has("from") || has("starting") || has("beginning") => Leading::From,
        _ if has("between") => Leading::Between,
        _ if has("to") => Leading::To,
        _ if among(&[
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
        ]) =>
        {
            Leading::At
        }
        _ => return None,
    })
}
