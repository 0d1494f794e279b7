//! Tuples that nouns give: appositives and titles ("is"), possessives ("has").

use super::conjunct::alternatives;
use super::tuple::Tuple;
use crate::analysis::Analysis;
use crate::claim::tuple::phrase::phrase;
use crate::grammar::{Deprel, Upos};

/// How sure it is that a reader would state what an appositive says, or what a possessive does.
const APPOSITIVE: f32 = 0.5;
const POSSESSIVE: f32 = 0.3;

/// Forms of the genitive.
const GENITIVE: [&str; 2] = ["'s", "'"];

/// The tuples between a noun and what modifies it.
pub(super) fn tuples(analysis: &Analysis, noun: usize) -> Vec<Tuple> {
    let mut tuples = Vec::new();
    for &child in analysis.children(noun) {
        match analysis.words[child].deprel {
            Deprel::Appos => tuples.extend(appositive(analysis, noun, child)),
            Deprel::NmodPoss if analysis.words[child].upos != Upos::Pron => {
                tuples.push(possessive(analysis, noun, child));
            }
            _ => {}
        }
    }
    tuples
}

/// "Maria Brant, the mayor": one is the other.
fn appositive(analysis: &Analysis, noun: usize, appositive: usize) -> Vec<Tuple> {
    let tuple = |phrase| Tuple {
        predicate: noun,
        subject: self::phrase(analysis, noun, false, Some(appositive)),
        implied: "is",
        relation: Vec::new(),
        arguments: vec![phrase],
        confidence: APPOSITIVE,
    };
    let phrases = alternatives(analysis, appositive, None);
    phrases.into_iter().map(tuple).collect()
}

/// "the council's ferry": one has the other.
fn possessive(analysis: &Analysis, noun: usize, owner: usize) -> Tuple {
    let words = &analysis.words;
    let mut subject = phrase(analysis, owner, true, None);
    subject.retain(|&token| words[token].deprel != Deprel::Case);
    let mut owned = phrase(analysis, noun, false, Some(owner));
    owned.retain(|token| !subject.contains(token) && !words[*token].is(&GENITIVE));
    Tuple {
        predicate: noun,
        subject,
        implied: "has",
        relation: Vec::new(),
        arguments: vec![owned],
        confidence: POSSESSIVE,
    }
}
