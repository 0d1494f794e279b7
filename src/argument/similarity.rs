//! How alike two claims are: by shared words, and by what their words mean.

use super::Text;
use crate::grammar::{Deprel, Feature, Upos};
use crate::inference::{Sense, Senses};
use crate::span::ByteSpan;
use crate::terms::{EditOperation, Kind, Polarity};
use std::collections::BTreeSet;

/// Lemmas of the words that carry sense.
pub(super) fn content_words(text: &Text, claim: usize) -> BTreeSet<String> {
    let claim = &text.claims[claim];
    let words = &text.analyses[claim.sentence].words;
    words
        .iter()
        .filter(|word| claim.spans.iter().any(|span| span.contains(word.span)))
        .filter(|word| {
            matches!(
                word.upos,
                Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num
            )
        })
        .map(|word| word.lemma.to_lowercase())
        .collect()
}

/// Shared words over the words of both (Dice), 0 to 1.
pub(super) fn dice(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let shared = a.intersection(b).count();
    if shared == 0 {
        0.0
    } else {
        2.0 * shared as f64 / (a.len() + b.len()) as f64
    }
}

/// What a claim says, for [`likeness`].
pub(super) struct Content {
    /// Words that carry sense, those put for pronouns among them, and how rare they are.
    words: Vec<(Sense, f32)>,
    names: BTreeSet<String>,
    figures: BTreeSet<String>,
    /// Lemma of the subject or of what it refers to; `None` where nobody is sure whom the claim is said of.
    subject: Option<String>,
    sentence: usize,
    kind: Option<Kind>,
    conditional: bool,
    polarity: Option<Polarity>,
}

impl Content {
    /// Whether what the claims speak of, or how, speaks against their saying the same.
    fn disagrees(&self, other: &Content) -> bool {
        let apart = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
            !one.is_subset(other) && !other.is_subset(one)
        };
        // Two claims of one sentence are two.
        self.sentence == other.sentence
            || self.subject.is_none()
            || self.subject != other.subject
            || (self.kind, self.conditional, self.polarity)
                != (other.kind, other.conditional, other.polarity)
            || apart(&self.figures, &other.figures)
            || apart(&self.names, &other.names)
    }
}

/// Verbs that say too little to be likened.
const LIGHT: [&str; 16] = [
    "be", "have", "do", "make", "take", "get", "go", "come", "give", "put", "say", "let", "keep",
    "become", "seem", "use",
];

/// Claims of fewer words are not likened: "it gets better".
const FEWEST_WORDS: usize = 3;

/// What a claim says.
pub(super) fn content(senses: &mut Senses, text: &Text, claim: usize) -> Content {
    let found = &text.claims[claim];
    let words = &text.analyses[found.sentence].words;
    let of_claim = |upos: Upos| {
        let inside = words
            .iter()
            .filter(|word| found.spans.iter().any(|span| span.contains(word.span)));
        inside
            .filter(move |word| word.upos == upos)
            .map(|word| word.lower.clone())
    };
    let edits = found
        .standalone
        .iter()
        .flat_map(|standalone| &standalone.edits);
    let replaced =
        edits.filter(|edit| edit.operation == EditOperation::Replace && edit.origin.is_some());
    let put: Vec<&str> = replaced
        .flat_map(|edit| edit.to.split(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| word.len() > 3)
        .collect();
    let names = put
        .iter()
        .filter(|word| word.starts_with(char::is_uppercase))
        .map(|word| word.to_lowercase());
    let names = names.chain(of_claim(Upos::Propn)).collect();
    let put = put.iter().map(|word| word.to_lowercase());
    let lemmas: BTreeSet<String> = content_words(text, claim)
        .into_iter()
        .filter(|lemma| !LIGHT.contains(&lemma.as_str()))
        .chain(put)
        .collect();
    let words = lemmas
        .iter()
        .filter_map(|lemma| Some((senses.of(lemma)?, senses.rarity(lemma))))
        .collect();
    let figures = of_claim(Upos::Num).collect();
    Content {
        words,
        names,
        figures,
        subject: subject(text, claim),
        sentence: found.sentence,
        kind: found.kind.as_ref().map(|kind| kind.value),
        conditional: found.condition.is_some(),
        polarity: found.polarity.as_ref().map(|polarity| polarity.value),
    }
}

/// Lemma of the subject, or of the head of what it refers to.
fn subject(text: &Text, claim: usize) -> Option<String> {
    let found = &text.claims[claim];
    let analysis = &text.analyses[found.sentence];
    let subject = analysis
        .children_with(found.predicate, &[Deprel::Nsubj])
        .next()?;
    let word = &analysis.words[subject];
    let mut edits = found
        .standalone
        .iter()
        .flat_map(|standalone| &standalone.edits);
    let origin = edits
        .find(|edit| edit.span.is_some_and(|span| span.contains(word.span)))
        .and_then(|edit| edit.origin);
    match origin {
        Some(origin) => head_lemma(text, origin),
        None if word.upos == Upos::Pron && word.has(Feature::Person3)
            || word.has(Feature::PronTypeDem)
            || word.has(Feature::PronTypeRel) =>
        {
            None
        }
        None => Some(word.lemma.to_lowercase()),
    }
}

/// Lemma of the word of a phrase that hangs on none of its words.
fn head_lemma(text: &Text, phrase: ByteSpan) -> Option<String> {
    let begun = text.analyses.partition_point(|analysis| {
        analysis
            .words
            .first()
            .is_none_or(|word| word.span.start <= phrase.start)
    });
    let words = &text.analyses[begun.checked_sub(1)?].words;
    let inside = |token: usize| phrase.contains(words[token].span);
    let head = (0..words.len())
        .find(|&token| inside(token) && words[token].head.is_none_or(|head| !inside(head)))?;
    Some(words[head].lemma.to_lowercase())
}

/// How alike what two claims say is, 0 to 1: each word counts by its rarity and by how near the nearest word of the other
/// claim stands in sense, as in word mover's distance (Kusner et al. 2015). Nothing where they share no word, or
/// where subject, kind, condition, names, figures or polarity differ.
pub(super) fn likeness(senses: &Senses, one: &Content, other: &Content) -> f64 {
    let short = one.words.len().min(other.words.len()) < FEWEST_WORDS;
    let shared = || {
        one.words
            .iter()
            .any(|(sense, _)| other.words.iter().any(|(other, _)| sense == other))
    };
    if one.disagrees(other) || short || !shared() {
        return 0.0;
    }
    let nearest = |sense: Sense, words: &[(Sense, f32)]| {
        words
            .iter()
            .map(|&(other, _)| senses.alike(sense, other))
            .fold(0.0f32, f32::max)
    };
    let (mut alike, mut all) = (0.0f32, 0.0f32);
    for (words, others) in [(&one.words, &other.words), (&other.words, &one.words)] {
        for &(sense, rarity) in words {
            let near = nearest(sense, others);
            alike += rarity * near * near;
            all += rarity;
        }
    }
    if all > 0.0 {
        f64::from(alike / all)
    } else {
        0.0
    }
}
