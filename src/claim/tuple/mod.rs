//! Subject, relation and arguments of a claim, as open information extraction gives them.
//!
//! Decided on the dependency tree (Universal Dependencies v2): the subject of the predicate, its own or one that it
//! shares; its verb group, with the verbs that it governs without a subject of their own; its objects and adjuncts. The
//! clause-based view is that of Del Corro & Gemulla 2013 (ClausIE); slots are kept short as in Gashteovski et al. 2017
//! (MinIE): what a comma sets off is left out. Known to go wrong where the parser attaches a prepositional phrase to the
//! verb instead of the noun in front of it.

pub(super) mod arguments;
pub(super) mod frame;
pub(super) mod phrase;
pub(super) mod subject;
#[cfg(test)]
mod tests;
pub(super) mod verb_group;

use super::clause::{Clause, runs};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Upos};
use frame::{Frame, frame_of_clause};

/// Subject, relation and arguments of a claim; modality and negation stay out of the relation, since the claim's
/// certainty and polarity say them. `None` for a clause without a verb.
pub(super) fn of_clause(
    text: &str,
    analysis: &Analysis,
    clause: &Clause,
) -> Option<(String, String, Vec<String>)> {
    let frame = frame_of_clause(analysis, clause.predicate, clause.subject);
    let say = |tokens: &[usize]| say(text, analysis, tokens);
    let subject = say(&within_clause(analysis, clause, &frame.subject.concat()));
    let relation = if frame.implied.is_empty() {
        say(&relation_without_factuality(analysis, &frame))
    } else {
        frame.implied.to_string()
    };
    let slots = frame.slots();
    let arguments = slots
        .map(|slot| within_clause(analysis, clause, &slot))
        .filter(|slot| !slot.is_empty())
        .map(|slot| say(&slot))
        .collect();
    let nameless = subject.is_empty() && !frame.implied.is_empty();
    (!relation.is_empty() && !nameless).then_some((subject, relation, arguments))
}

/// The verb group with the preposition that leads to the first argument.
fn relation_without_factuality(analysis: &Analysis, frame: &Frame) -> Vec<usize> {
    let mut relation = frame.relation.clone();
    relation.retain(|&token| !bears_factuality(&analysis.words[token]));
    relation.extend(frame.leading_preposition().unwrap_or_default());
    relation
}

/// The tokens of a slot that the clause holds, with the marks between them.
fn within_clause(analysis: &Analysis, clause: &Clause, slot: &[usize]) -> Vec<usize> {
    let holds = |token: &usize| clause.tokens.binary_search(token).is_ok();
    let Some(first) = slot.iter().position(holds) else {
        return Vec::new();
    };
    let last = slot.iter().rposition(holds).unwrap_or(first);
    let mut within = slot[first..=last].to_vec();
    within.retain(|token| analysis.words[*token].is_punctuation() || holds(token));
    within
}

/// Tokens as they stand in the text, gaps closed by a blank.
fn say(text: &str, analysis: &Analysis, tokens: &[usize]) -> String {
    let words = &analysis.words;
    let runs = runs(tokens).into_iter();
    runs.map(|(first, last)| words[first].span.cover(words[last].span).of(text))
        .collect::<Vec<_>>()
        .join(" ")
}

const MODALS: [&str; 13] = [
    "will", "'ll", "wo", "would", "'d", "may", "might", "could", "can", "ca", "must", "should",
    "shall",
];

/// Adverbs that certainty and polarity stand for.
#[rustfmt::skip]
const ADVERBS_OF_FACTUALITY: [&str; 18] = [
    "not", "n't", "never", "probably", "presumably", "likely", "apparently", "seemingly", "supposedly", "perhaps",
    "maybe", "possibly", "potentially", "reportedly", "allegedly", "purportedly", "certainly", "surely",
];

/// Words that the claim's certainty and polarity stand for: "may", "not", "probably", and the "do" that carries "not".
fn bears_factuality(word: &Word) -> bool {
    let is_auxiliary = word.deprel.base() == Deprel::Aux;
    is_auxiliary && (word.is(&MODALS) || word.has_lemma(&["do"]))
        || word.upos != Upos::Verb && word.is(&ADVERBS_OF_FACTUALITY)
}
