//! Open information extraction: all that a sentence states, as tuples of subject, relation and arguments.
//!
//! Decided a predicate at a time by the frames of [`tuple`](crate::claim::tuple). Nouns give tuples too: appositives and
//! titles ("is"), possessives ("has"). Coordinated phrases are split, what a comma sets off is left out. Known to go wrong
//! where the parser attaches a prepositional phrase to the verb instead of the noun in front of it, or a coordinated
//! phrase to the wrong one.

use super::noun;
use super::predicate::{Coordination, Stated, stated};
use crate::analysis::Analysis;

/// A relation that a sentence states. The numbers are indices of its tokens, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Tuple {
    /// The word that states it: head of the predicate, or the noun that an appositive or owner modifies.
    pub predicate: usize,
    /// Who or what it is about.
    pub subject: Vec<usize>,
    /// The verb or copula that the sentence leaves out in front of [`relation`](Self::relation): "is", "has" or nothing.
    pub implied: &'static str,
    /// The verb group, with the preposition that leads to the first argument.
    pub relation: Vec<usize>,
    /// Objects and adjuncts; a preposition opens all but the first.
    pub arguments: Vec<Vec<usize>>,
    /// How sure the program is that a reader would state exactly this, 0 to 1; lowest for what another tuple says as well.
    pub confidence: f32,
}

/// Most ways in which the coordinated phrases of one clause are combined.
const MAX_COMBINATIONS: usize = 12;

/// What a tuple loses in confidence that says again a part of what another says, for that and for each argument before
/// its own; and the least that is left.
const LOST_BY_PART: f32 = 0.5;
const LOST_PER_PLACE: f32 = 0.1;
const LEAST: f32 = 0.01;

/// All tuples of a sentence, by the place of their predicate, each once.
///
/// Linear in tokens for sentences of bounded length: each predicate walks the phrases that hang on it.
pub fn tuples(analysis: &Analysis) -> Vec<Tuple> {
    let mut tuples: Vec<Tuple> = Vec::new();
    for token in 0..analysis.words.len() {
        let predicate = stated(analysis, token, Coordination::Split)
            .filter(|stated| !stated.frame.arguments.is_empty());
        let of_predicate = predicate.map(|stated| [whole(&stated), parts(&stated)].concat());
        let of_noun = noun::tuples(analysis, token);
        for tuple in of_predicate.into_iter().flatten().chain(of_noun) {
            if !tuples.iter().any(|other| other.says_the_same(&tuple)) {
                tuples.push(tuple);
            }
        }
    }
    tuples
}

impl Tuple {
    fn says_the_same(&self, other: &Tuple) -> bool {
        other.subject == self.subject
            && other.relation == self.relation
            && other.implied == self.implied
            && other.arguments == self.arguments
    }
}

/// A tuple with all arguments of a predicate for each choice of coordinated phrases.
fn whole(stated: &Stated) -> Vec<Tuple> {
    let frame = &stated.frame;
    let leading = frame.leading_preposition();
    let relation = [&frame.relation, leading.unwrap_or_default()].concat();
    let arguments = frame.arguments.iter().map(|argument| &argument.phrases[..]);
    let slots: Vec<&[Vec<usize>]> = std::iter::once(&frame.subject[..])
        .chain(arguments)
        .collect();
    let tuple = |choice: Vec<&[usize]>| {
        let phrases = frame.arguments.iter().zip(&choice[1..]).enumerate();
        let arguments = phrases.map(|(index, (argument, phrase))| match index {
            0 if leading.is_some() => phrase.to_vec(),
            _ => [&argument.preposition, *phrase].concat(),
        });
        Tuple {
            predicate: frame.predicate,
            subject: choice[0].to_vec(),
            implied: frame.implied,
            relation: relation.clone(),
            arguments: arguments.collect(),
            confidence: stated.confidence,
        }
    };
    combinations(&slots).into_iter().map(tuple).collect()
}

/// Of a predicate with several arguments, a tuple for each argument; the object goes into the relation of those behind it:
/// "Brant | opened the bridge in | May".
fn parts(stated: &Stated) -> Vec<Tuple> {
    let frame = &stated.frame;
    let mut tuples = Vec::new();
    if frame.arguments.len() < 2 {
        return tuples;
    }
    for (index, argument) in frame.arguments.iter().enumerate() {
        let object = frame
            .arguments
            .first()
            .filter(|object| object.core && !argument.core);
        let object = object.map_or_else(Vec::new, |object| {
            [&object.preposition[..], &object.phrases[0]].concat()
        });
        let relation = [&frame.relation, &object[..], &argument.preposition].concat();
        let lost = LOST_BY_PART + LOST_PER_PLACE * index as f32;
        for choice in combinations(&[&frame.subject, &argument.phrases]) {
            tuples.push(Tuple {
                predicate: frame.predicate,
                subject: choice[0].to_vec(),
                implied: frame.implied,
                relation: relation.clone(),
                arguments: vec![choice[1].to_vec()],
                confidence: (stated.confidence - lost).max(LEAST),
            });
        }
    }
    tuples
}

/// Each way to take one phrase of each slot, at most [`MAX_COMBINATIONS`].
fn combinations<'a>(slots: &[&'a [Vec<usize>]]) -> Vec<Vec<&'a [usize]>> {
    let mut ways: Vec<Vec<&[usize]>> = vec![Vec::new()];
    for phrases in slots {
        let longer = ways.iter().flat_map(|way| {
            phrases
                .iter()
                .map(move |phrase| [way.as_slice(), &[phrase.as_slice()]].concat())
        });
        ways = longer.take(MAX_COMBINATIONS).collect();
    }
    ways
}
