//! The name in a mention, how the mention refers, and what the one named is said to be.

use super::super::agreement;
use super::super::hash::text_hash;
use super::phrase::is_title;
use super::{Form, is_genitive};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Upos};

pub(super) fn form(analysis: &Analysis, head: usize) -> Form {
    let words = &analysis.words;
    if words[head].upos == Upos::Propn {
        return Form::Name;
    }
    let determiner = analysis.children(head).iter().copied().find(|&child| {
        child < head
            && (words[child].deprel.base() == Deprel::Det
                || words[child].deprel == Deprel::NmodPoss)
    });
    match determiner.map(|determiner| (words[determiner].deprel, words[determiner].lower.as_str()))
    {
        Some((Deprel::NmodPoss, _)) => Form::Possessive,
        Some((_, "the")) => Form::Definite,
        Some((_, "this" | "that" | "these" | "those" | "such")) => Form::Demonstrative,
        Some(_) => Form::Indefinite,
        None => Form::Bare,
    }
}

/// Where the name of a mention stands: around a proper noun, or in an apposition: "the mayor, Maria Okafor".
pub(super) fn name(
    analysis: &Analysis,
    head: usize,
    first: usize,
    last: usize,
) -> Option<(usize, usize)> {
    let words = &analysis.words;
    let around = |head: usize| {
        let (mut from, mut to) = (head, head);
        for &child in analysis.children(head) {
            let within = matches!(words[child].deprel.base(), Deprel::Flat | Deprel::Compound)
                || words[child].deprel.base() == Deprel::Amod
                    && words[child].form.starts_with(char::is_uppercase);
            if within
                && (words[child].form.starts_with(char::is_uppercase)
                    || words[child].upos == Upos::Propn)
            {
                let subtree = analysis.subtree(child);
                from = from.min(subtree.first().copied().unwrap_or(child));
                to = to.max(subtree.last().copied().unwrap_or(child));
            }
        }
        while from < head && !words[from].form.starts_with(char::is_uppercase) {
            from += 1;
        }
        while to > head && (is_genitive(&words[to]) || words[to].is_punctuation()) {
            to -= 1;
        }
        (from.max(first), to.min(last))
    };
    if words[head].upos == Upos::Propn {
        return Some(around(head));
    }
    let apposition = analysis
        .children_with(head, &[Deprel::Appos])
        .find(|&child| words[child].upos == Upos::Propn)?;
    (apposition <= last).then(|| around(apposition))
}

/// What the one named by a mention is said to be.
pub(super) fn roles(analysis: &Analysis, head: usize) -> Vec<u32> {
    let words = &analysis.words;
    if words[head].upos != Upos::Propn {
        // "the mayor, Maria Okafor": the mention itself says it.
        let named = analysis
            .children_with(head, &[Deprel::Appos])
            .any(|child| words[child].upos == Upos::Propn);
        return if named && agreement::is_person(&words[head].lemma.to_lowercase()) {
            vec![text_hash(&words[head].lemma.to_lowercase())]
        } else {
            Vec::new()
        };
    }
    let beside = analysis.children(head).iter().copied().filter(|&child| {
        words[child].deprel.base() == Deprel::Appos && words[child].upos == Upos::Noun
            || child < head && is_title(analysis, child)
    });
    let predicate = words[head].head.filter(|&above| {
        words[head].deprel.base() == Deprel::Nsubj
            && words[above].upos == Upos::Noun
            && analysis.has_child_with(above, &[Deprel::Cop])
    });
    beside
        .chain(predicate)
        .filter(|&token| agreement::is_person(&words[token].lemma.to_lowercase()))
        .map(|token| text_hash(&words[token].lemma.to_lowercase()))
        .collect()
}

/// The words of a name in lower case, as numbers; without titles, "the", genitives and punctuation.
pub(super) fn name_words(named: &[Word]) -> Vec<u32> {
    let outside = |word: &Word| {
        is_genitive(word)
            || agreement::is_title(&word.lower)
            || word.is(&["the"])
            || word.is_punctuation()
    };
    let inside = named.iter().filter(|word| !outside(word));
    inside.map(|word| text_hash(&word.lower)).collect()
}

/// The initials of a name of several words, as a number: "wtf" for "the World Trade Forum".
pub(super) fn initials(named: &[Word]) -> u32 {
    if named.len() < 2 {
        return 0;
    }
    let capitals = named
        .iter()
        .filter(|word| word.form.starts_with(char::is_uppercase) && !word.is(&["the"]));
    let initials: String = capitals
        .filter_map(|word| word.lower.chars().next())
        .collect();
    text_hash(&initials)
}
