//! Open information extraction: what a sentence states as tuples of subject, relation and arguments.
//!
//! Decided on the dependency tree (Universal Dependencies v2), a predicate at a time: its subject, its own or one that
//! it shares; its verb group, with the verbs that it governs without a subject of their own; its objects and adjuncts.
//! Nouns give tuples too: appositives and titles ("is"), possessives ("has"). The clause-based view is that of Del
//! Corro & Gemulla 2013 (ClausIE); slots are kept short as in Gashteovski et al. 2017 (MinIE): coordinated phrases are
//! split, what a comma sets off is left out. Known to go wrong where the parser attaches a prepositional phrase to the
//! verb instead of the noun in front of it, or a coordinated phrase to the wrong one.

mod noun;
pub(super) mod phrase;
pub(super) mod predicate;

use super::clause::{Clause, runs};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Upos};
use predicate::Frame;

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

/// All tuples of a sentence, by the place of their predicate.
///
/// Linear in tokens for sentences of bounded length: each predicate walks the phrases that hang on it.
pub fn tuples(analysis: &Analysis) -> Vec<Tuple> {
    let mut tuples: Vec<Tuple> = Vec::new();
    for token in 0..analysis.words.len() {
        if let Some(frame) = predicate::frame(analysis, token, true) {
            if !frame.arguments.is_empty() {
                tuples.extend(of_frame(&frame));
            }
        }
        tuples.extend(noun::tuples(analysis, token));
    }
    let mut kept: Vec<Tuple> = Vec::new();
    for tuple in tuples {
        let same = |other: &Tuple| {
            other.subject == tuple.subject
                && other.relation == tuple.relation
                && other.implied == tuple.implied
                && other.arguments == tuple.arguments
        };
        if !kept.iter().any(same) {
            kept.push(tuple);
        }
    }
    kept
}

/// The tuples of a predicate: one with all arguments for each choice of coordinated phrases.
fn of_frame(frame: &Frame) -> Vec<Tuple> {
    let slots: Vec<&[Vec<usize>]> = [frame.subject.as_slice()]
        .into_iter()
        .chain(
            frame
                .arguments
                .iter()
                .map(|argument| argument.phrases.as_slice()),
        )
        .collect();
    let mut found = Vec::new();
    for choice in combinations(&slots) {
        let relation = [
            frame.relation.as_slice(),
            frame.leading_preposition().unwrap_or_default(),
        ]
        .concat();
        let rest = frame.arguments.iter().enumerate().zip(&choice[1..]);
        let arguments = rest.map(|((index, argument), phrase)| match index {
            0 if frame.leading_preposition().is_some() => phrase.to_vec(),
            _ => [argument.preposition.as_slice(), phrase].concat(),
        });
        found.push(Tuple {
            arguments: arguments.collect(),
            ..frame.tuple(choice[0], relation, frame.confidence)
        });
    }
    if frame.arguments.len() > 1 {
        for (index, argument) in frame.arguments.iter().enumerate() {
            let object = frame
                .arguments
                .first()
                .filter(|object| object.core && !argument.core && index > 0);
            let object = object
                .map(|object| {
                    object
                        .preposition
                        .iter()
                        .chain(&object.phrases[0])
                        .copied()
                        .collect()
                })
                .unwrap_or_default();
            let relation: Vec<usize> = [&frame.relation, &object, &argument.preposition]
                .into_iter()
                .flatten()
                .copied()
                .collect();
            for choice in combinations(&[slots[0], slots[index + 1]]) {
                let confidence = (frame.confidence - 0.5 - 0.1 * index as f32).max(0.01);
                found.push(Tuple {
                    arguments: vec![choice[1].to_vec()],
                    ..frame.tuple(choice[0], relation.clone(), confidence)
                });
            }
        }
    }
    found
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

/// Subject, relation and arguments of a claim; modality and negation stay out of the relation, since the claim's
/// certainty and polarity say them. `None` for a clause without a verb.
pub(super) fn of_clause(
    text: &str,
    analysis: &Analysis,
    clause: &Clause,
) -> Option<(String, String, Vec<String>)> {
    let words = &analysis.words;
    let frame = predicate::whole(analysis, clause.predicate, clause.subject);
    let inside = |tokens: Vec<usize>| -> Vec<usize> {
        let first = tokens
            .iter()
            .position(|token| clause.tokens.binary_search(token).is_ok())
            .unwrap_or(tokens.len());
        let last = tokens
            .iter()
            .rposition(|token| clause.tokens.binary_search(token).is_ok())
            .map_or(first, |last| last + 1);
        tokens[first..last]
            .iter()
            .copied()
            .filter(|token| {
                words[*token].is_punctuation() || clause.tokens.binary_search(token).is_ok()
            })
            .collect()
    };
    let say = |tokens: &[usize]| {
        runs(tokens)
            .into_iter()
            .map(|(first, last)| words[first].span.cover(words[last].span).of(text))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut relation = frame.relation.clone();
    relation.retain(|&token| !bears_factuality(&words[token]));
    let mut arguments: Vec<String> = Vec::new();
    for (tokens, is_first) in frame.slots() {
        let tokens = inside(tokens);
        if is_first {
            if let Some(preposition) = frame.leading_preposition() {
                relation.extend(preposition);
            }
        }
        if !tokens.is_empty() {
            arguments.push(say(&tokens));
        }
    }
    let relation = if frame.implied.is_empty() {
        say(&relation)
    } else {
        frame.implied.to_string()
    };
    let subject = say(&inside(frame.subject.concat()));
    let nameless = subject.is_empty() && !frame.implied.is_empty();
    (!relation.is_empty() && !nameless).then_some((subject, relation, arguments))
}

/// Words that the claim's certainty and polarity stand for: "may", "not", "probably", and the "do" that carries "not".
fn bears_factuality(word: &Word) -> bool {
    let modal = matches!(
        word.lower.as_str(),
        "will"
            | "'ll"
            | "wo"
            | "would"
            | "'d"
            | "may"
            | "might"
            | "could"
            | "can"
            | "ca"
            | "must"
            | "should"
            | "shall"
    );
    let adverb = matches!(
        word.lower.as_str(),
        "not"
            | "n't"
            | "never"
            | "probably"
            | "presumably"
            | "likely"
            | "apparently"
            | "seemingly"
            | "supposedly"
            | "perhaps"
            | "maybe"
            | "possibly"
            | "potentially"
            | "reportedly"
            | "allegedly"
            | "purportedly"
            | "certainly"
            | "surely"
    );
    word.deprel.base() == Deprel::Aux && (modal || word.lemma == "do")
        || word.upos != Upos::Verb && adverb
}

#[cfg(test)]
mod tests;
