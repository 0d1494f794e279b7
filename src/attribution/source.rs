//! Who is credited: the mention, its name and what it is.

use super::Source;
use crate::analysis::Analysis;
use crate::analysis::coreference::{Coreference, FOR_GOVERNMENT, is_title};
use crate::grammar::{Deprel, Feature, Upos};
use crate::terms::SourceType;
use std::collections::HashMap;
use std::sync::LazyLock;

static TYPES: LazyLock<HashMap<&str, SourceType>> = LazyLock::new(|| {
    let lines = include_str!("people.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .map(|(noun, kind)| {
            let kind = match kind {
                "person" => SourceType::Person,
                "group" => SourceType::Group,
                "organisation" => SourceType::Organisation,
                "document" => SourceType::Document,
                _ => SourceType::Unnamed,
            };
            (noun, kind)
        })
        .collect()
});

/// The source whose mention is headed by `token`. Relative clauses and appositions are no part of the mention.
pub(super) fn of(
    text: &str,
    analysis: &Analysis,
    sentence: usize,
    token: usize,
    coreference: &Coreference,
) -> Source {
    let words = &analysis.words;
    let token = antecedent(analysis, token).unwrap_or(token);
    // "Mr Obama said …": some trees give the verb two subjects.
    let behind = words.get(token + 1).filter(|next| {
        is_title(&words[token].lower)
            && next.upos == Upos::Propn
            && next.head != Some(token)
            && words[token].head != Some(token + 1)
    });
    let token = if behind.is_some() { token + 1 } else { token };
    let mut tokens = vec![token];
    let mut next = 0;
    while next < tokens.len() && tokens.len() < 40 {
        let here = tokens[next];
        next += 1;
        tokens.extend(analysis.children(here).iter().copied().filter(|&child| {
            let word = &words[child];
            !word.is_punctuation()
                && !matches!(
                    word.deprel.base(),
                    Deprel::Acl
                        | Deprel::Appos
                        | Deprel::Case
                        | Deprel::Advcl
                        | Deprel::Parataxis
                        | Deprel::Cc
                        | Deprel::Mark
                        | Deprel::Dep
                )
                || (here != token && matches!(word.deprel.base(), Deprel::Case | Deprel::Cc))
                || word.deprel.base() == Deprel::Cc
                    && analysis
                        .children(token)
                        .iter()
                        .any(|&sibling| words[sibling].deprel.base() == Deprel::Conj)
        }));
    }
    tokens.sort_unstable();
    // One stretch around the head: "A spokesman for Corran & Lisle, the engineers …" ends at the comma.
    let at = tokens
        .iter()
        .position(|&inside| inside == token)
        .unwrap_or(0);
    let joined = |a: usize, b: usize| {
        (a + 1..b).all(|between| matches!(words[between].form.as_str(), "&" | "-" | "'s" | "’s"))
    };
    let mut first = at;
    while first > 0 && joined(tokens[first - 1], tokens[first]) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < tokens.len() && joined(tokens[last], tokens[last + 1]) {
        last += 1;
    }
    let span = words[tokens[first]].span.cover(words[tokens[last]].span);
    let reference = coreference.likely(sentence, token);
    let apposition = analysis.children(token).iter().copied().find(|&child| {
        words[child].deprel.base() == Deprel::Appos && words[child].upos == Upos::Propn
    });
    let name = match (reference, apposition) {
        (_, Some(name)) if words[token].upos == Upos::Noun => {
            let name_tokens: Vec<usize> = analysis
                .subtree(name)
                .into_iter()
                .take_while(|&inside| {
                    inside == name
                        || matches!(words[inside].deprel.base(), Deprel::Flat | Deprel::Compound)
                })
                .collect();
            let last = name_tokens.last().copied().unwrap_or(name);
            words[name]
                .span
                .cover(words[last].span)
                .of(text)
                .to_string()
        }
        (Some(reference), _) => reference.name.clone(),
        _ => span.of(text).to_string(),
    };
    let person = reference.is_some_and(|reference| reference.person)
        || apposition.is_some() && words[token].upos == Upos::Noun;
    // "Orrin said", of its government.
    let government = reference.filter(|reference| reference.reason == FOR_GOVERNMENT);
    let named = government.and_then(|reference| {
        reference
            .name
            .split(' ')
            .find_map(|word| TYPES.get(word).copied())
    });
    Source {
        span,
        name,
        source_type: source_type(analysis, token, person, named),
    }
}

/// What "who" stands for in "the people who suggest that …": the noun that the clause hangs on.
fn antecedent(analysis: &Analysis, token: usize) -> Option<usize> {
    let words = &analysis.words;
    if !matches!(words[token].lower.as_str(), "who" | "which" | "that")
        || words[token].upos != Upos::Pron
    {
        return None;
    }
    let clause = std::iter::successors(Some(token), |&at| words[at].head)
        .take(6)
        .find(|&at| words[at].deprel == Deprel::AclRelcl)?;
    words[clause].head.filter(|&noun| {
        noun < token && matches!(words[noun].upos, Upos::Noun | Upos::Propn | Upos::Pron)
    })
}

/// `named` is what the name of a source says that it is, where another word stands for it.
fn source_type(
    analysis: &Analysis,
    token: usize,
    person: bool,
    named: Option<SourceType>,
) -> Option<SourceType> {
    let word = &analysis.words[token];
    let listed = TYPES.get(word.lemma.to_lowercase().as_str()).copied();
    match listed {
        _ if person => Some(SourceType::Person),
        // One teacher is a person, several are a group.
        Some(SourceType::Group) if word.has(Feature::NumberSing) => Some(SourceType::Person),
        Some(found) => Some(found),
        None if word.upos == Upos::Propn && named.is_some() => named,
        None if word.upos == Upos::Propn => {
            let flat = analysis
                .children(token)
                .iter()
                .any(|&child| analysis.words[child].deprel.base() == Deprel::Flat);
            Some(if flat {
                SourceType::Person
            } else {
                SourceType::Organisation
            })
            .filter(|_| {
                flat || analysis
                    .children_with(token, &[Deprel::Det])
                    .next()
                    .is_some()
            })
        }
        None if word.has(Feature::NumberPlur) => Some(SourceType::Group),
        None => None,
    }
}
