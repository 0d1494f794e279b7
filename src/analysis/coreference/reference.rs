//! From entities to what may be put for a mention: the name of its entity, or the phrase that brought it in.
//!
//! Stricter than the resolution: a wrong name is worse than a pronoun, so a reference must be likely and agree in
//! number, gender and animacy with what is put for it.

use super::mention::{Form, Mention};
use super::{Document, Scorer};
use crate::analysis::Analysis;
use crate::article::Article;
use crate::sentence::Sentence;
use crate::span::ByteSpan;
use std::collections::HashMap;

/// How likely a reference must be.
const SURE: f32 = 0.5;

/// References that were resolved, by sentence and token.
#[derive(Debug, Clone, Default)]
pub struct Coreference {
    references: HashMap<(usize, usize), Reference>,
}

/// What a mention refers to.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The words that refer.
    pub mention: ByteSpan,
    /// The name to put for them.
    pub name: String,
    /// Where the name stands.
    pub antecedent: ByteSpan,
    /// Why, for people.
    pub reason: &'static str,
    /// Whether it is a person.
    pub person: bool,
}

impl Coreference {
    /// The reference whose mention is headed by a token.
    pub fn of(&self, sentence: usize, token: usize) -> Option<&Reference> {
        self.references.get(&(sentence, token))
    }
}

/// Resolves pronouns, short names and bare definite noun phrases of an article. Linear.
pub fn resolve(article: &Article, sentences: &[Sentence], analyses: &[Analysis]) -> Coreference {
    let document = Document::new(&article.text, sentences, analyses);
    let resolution = document.resolve(Scorer::learned());
    let mut references = HashMap::new();
    for cluster in resolution.clusters() {
        let mentions: Vec<&Mention> = cluster.iter().map(|&mention| &document.mentions[mention]).collect();
        let person = mentions.iter().any(|mention| {
            matches!(mention.pronoun, "he" | "she") || mention.agreement.animate == Some(true)
        });
        for (at, &index) in cluster.iter().enumerate() {
            let mention = mentions[at];
            if resolution.probabilities[index] < SURE {
                continue;
            }
            let Some(antecedent) = antecedent(&document, &mentions, at) else { continue };
            let Some(reason) = reason(&document, mention, antecedent, person) else { continue };
            let (span, name) = naming(&article.text, &document, antecedent);
            let reference =
                Reference { mention: replaced(&document, mention), name, antecedent: span, reason, person };
            if reference.mention.of(&article.text) != reference.name {
                references.insert((mention.sentence, mention.head), reference);
            }
        }
    }
    Coreference { references }
}

/// The mention that names the entity best: the fullest name, else the nearest noun phrase before.
fn antecedent<'a>(document: &Document, mentions: &[&'a Mention], at: usize) -> Option<&'a Mention> {
    let fullness = |mention: &Mention| mention.name_words.len().min(3);
    let named = mentions.iter().copied().filter(|mention| mention.name.is_some() && !mention.coordinated);
    let fullest = named.reduce(|best, other| if fullness(other) > fullness(best) { other } else { best });
    fullest.or_else(|| {
        let phrase = |mention: &&Mention| {
            matches!(mention.form, Form::Definite | Form::Indefinite | Form::Bare | Form::Demonstrative)
                && !mention.coordinated
                && document.analyses[mention.sentence].words[mention.head].upos == "NOUN"
        };
        mentions[..at].iter().copied().rev().find(phrase)
    })
}

/// Why a mention may be replaced by what another says, or `None`.
fn reason(
    document: &Document,
    mention: &Mention,
    antecedent: &Mention,
    person: bool,
) -> Option<&'static str> {
    let words = &document.analyses[mention.sentence].words;
    let (ours, theirs) = (mention.agreement, antecedent.agreement);
    let plural = theirs.plural == Some(true);
    match (mention.form, mention.pronoun) {
        (Form::Pronoun, _)
            if words[mention.head].lower.ends_with("self")
                || words[mention.head].lower.ends_with("selves") =>
        {
            None
        }
        (Form::Pronoun, "he" | "she") if person && ours.fits(theirs) => Some("pronoun for a person"),
        (Form::Pronoun, "it") if !person && theirs.plural != Some(true) => Some("pronoun for a thing"),
        (Form::Pronoun, "they") if plural => Some("plural pronoun"),
        (Form::Name, _)
            if person
                && !mention.coordinated
                && !mention.name_words.is_empty()
                && antecedent.name_words.len() > mention.name_words.len()
                && mention.name_words.iter().all(|word| antecedent.name_words.contains(word)) =>
        {
            Some("short name")
        }
        (Form::Definite, _)
            if antecedent.name.is_some()
                && mention.modifiers.is_empty()
                && mention.last == mention.head
                && !mention.coordinated
                && ours.fits(theirs) =>
        {
            Some("definite noun phrase")
        }
        _ => None,
    }
}

/// The words of a mention that are replaced: up to the head, or the whole name.
fn replaced(document: &Document, mention: &Mention) -> ByteSpan {
    let words = &document.analyses[mention.sentence].words;
    let (first, last) =
        mention.name.map_or((mention.first, mention.head), |(first, last)| (first.min(mention.head), last));
    words[first].span.cover(words[last].span)
}

/// The name of a mention, or its noun phrase up to the head as what is known already: "a bus" → "the bus".
fn naming(text: &str, document: &Document, mention: &Mention) -> (ByteSpan, String) {
    let words = &document.analyses[mention.sentence].words;
    if let Some((first, last)) = mention.name {
        let article = first.checked_sub(1).filter(|&before| {
            words[before].lower == "the"
                && words[before].head.is_some_and(|head| (first..=last).contains(&head))
        });
        let name = words[first].span.cover(words[last].span);
        return (
            name,
            if article.is_some() { format!("the {}", name.of(text)) } else { name.of(text).to_string() },
        );
    }
    let span = words[mention.first].span.cover(words[mention.head].span);
    let known = match words[mention.first].lower.as_str() {
        "a" | "an" | "the" | "this" | "that" | "these" | "those" if mention.first < mention.head => {
            ByteSpan::new(words[mention.first + 1].span.start, span.end)
        }
        _ => span,
    };
    (span, format!("the {}", known.of(text)))
}
