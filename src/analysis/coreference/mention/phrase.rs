//! Which words head noun phrases, and how far these reach.

use super::super::agreement;
use super::is_genitive;
use crate::analysis::Analysis;
use crate::grammar::{Chunk, Deprel, Upos};

/// Pronouns and numerals that head a phrase without a word that says of what.
#[rustfmt::skip]
const INDEFINITE: [&str; 12] = [
    "everyone", "everybody", "someone", "somebody", "anyone", "anybody", "everything", "something",
    "one", "all", "both", "others",
];

/// Whether a word heads a noun phrase of its own.
pub(super) fn heads_phrase(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    match (word.upos, word.deprel.base()) {
        // "the attack Wednesday": a day is nobody's name.
        (Upos::Propn, _)
            if analysis
                .times
                .iter()
                .any(|time| time.span.contains(word.span)) =>
        {
            false
        }
        (Upos::Noun | Upos::Propn, Deprel::Flat | Deprel::Fixed | Deprel::Goeswith) => false,
        (Upos::Noun | Upos::Propn, Deprel::Nmod | Deprel::Compound | Deprel::Appos)
            if is_title(analysis, token) =>
        {
            false
        }
        // "the Port Ellery council": a name that says which.
        (Upos::Propn, Deprel::Compound) => word.head.is_none_or(|head| {
            let head = &analysis.words[head];
            head.upos != Upos::Propn
                || word.entity.is_some()
                    && word.entity.map(Chunk::kind) != head.entity.map(Chunk::kind)
        }),
        (Upos::Noun, Deprel::Compound) => false,
        (Upos::Noun | Upos::Propn, _) => true,
        // "everyone", "one of the boats", "all of them".
        (Upos::Pron | Upos::Det | Upos::Adj | Upos::Num, relation)
            if relation != Deprel::Det && analysis.has_child_with(token, &[Deprel::Nmod]) =>
        {
            true
        }
        (Upos::Pron, _) => word.is(&INDEFINITE),
        // "the dead", "107 were killed".
        (Upos::Adj, _) => analysis.has_child_with(token, &[Deprel::Det]),
        (Upos::Num, Deprel::Nsubj | Deprel::Obj | Deprel::Obl | Deprel::Nmod | Deprel::Conj) => {
            true
        }
        _ => false,
    }
}

/// "Mayor" in "Mayor Maria Okafor": a word for people right before a person's name.
pub(super) fn is_title(analysis: &Analysis, token: usize) -> bool {
    let words = &analysis.words;
    let before = words[token].head.is_some_and(|head| {
        token < head
            && words[head].upos == Upos::Propn
            && (token + 1..=head).all(|between| words[between].upos.is_noun())
    });
    before
        && (agreement::is_person(&words[token].lemma.to_lowercase())
            || agreement::is_title(&words[token].lower))
        && !analysis.has_child_with(token, &[Deprel::Case, Deprel::Det])
}

/// First and last word of the phrase; `together` with the phrases that are coordinated with it.
pub(super) fn extent(analysis: &Analysis, head: usize, together: bool) -> (usize, usize) {
    let words = &analysis.words;
    let predicate = analysis.has_child_with(head, &[Deprel::Cop]);
    let mut first = head;
    let mut last = head;
    for &child in analysis.children(head) {
        let word = &words[child];
        let kept = match word.deprel.base() {
            Deprel::Det
            | Deprel::Amod
            | Deprel::Compound
            | Deprel::Nummod
            | Deprel::Flat
            | Deprel::Fixed
            | Deprel::Goeswith
            | Deprel::Appos
            | Deprel::Nmod
            | Deprel::Acl => true,
            Deprel::Case => child > head && is_genitive(word),
            Deprel::Advmod => {
                child > head && !predicate || words[head].upos == Upos::Num && child < head
            }
            Deprel::Conj => together && words[child].upos.is_nominal(),
            _ => false,
        };
        if kept {
            let subtree = analysis.subtree(child);
            // A subtree has its own top at least.
            first = first.min(subtree[0]);
            last = last.max(subtree[subtree.len() - 1]);
        }
    }
    while first < head
        && (words[first].is_punctuation() || matches!(words[first].upos, Upos::Cconj | Upos::Adp))
    {
        first += 1;
    }
    let open = |form: &str| words[first..=head].iter().any(|word| word.form == form);
    let bracketed = |last: usize| {
        words[last].form == ")"
            && words[first..last].iter().any(|word| word.form == "(")
            && !open(")")
    };
    while last > head && words[last].is_punctuation() && !bracketed(last) {
        last -= 1;
    }
    (first, last)
}
