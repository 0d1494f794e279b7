//! Tuples that nouns give: appositives and titles ("is"), possessives ("has").

use super::conjunct::alternatives;
use super::tuple::Tuple;
use crate::analysis::Analysis;
use crate::claim::tuple::phrase;
use crate::grammar::{Deprel, Upos};

/// The tuples between a noun and what modifies it.
pub(super) fn tuples(analysis: &Analysis, noun: usize) -> Vec<Tuple> {
    let words = &analysis.words;
    let mut found = Vec::new();
    for &child in analysis.children(noun) {
        match words[child].deprel {
            Deprel::Appos => {
                for phrase in alternatives(analysis, child, None) {
                    found.push(Tuple {
                        predicate: noun,
                        subject: phrase::phrase(analysis, noun, false, Some(child)),
                        implied: "is",
                        relation: Vec::new(),
                        arguments: vec![phrase],
                        confidence: 0.5,
                    });
                }
            }
            Deprel::NmodPoss if words[child].upos != Upos::Pron => {
                let owner: Vec<usize> = phrase::phrase(analysis, child, true, None)
                    .into_iter()
                    .filter(|&token| words[token].deprel != Deprel::Case)
                    .collect();
                let owned: Vec<usize> = phrase::phrase(analysis, noun, false, Some(child))
                    .into_iter()
                    .filter(|token| {
                        !owner.contains(token)
                            && words[*token].lower != "'s"
                            && words[*token].lower != "'"
                    })
                    .collect();
                found.push(Tuple {
                    predicate: noun,
                    subject: owner,
                    implied: "has",
                    relation: Vec::new(),
                    arguments: vec![owned],
                    confidence: 0.3,
                });
            }
            _ => {}
        }
    }
    found
}
