//! A predicate with what fills its slots.

use super::arguments::{Argument, PhrasesOf, arguments, case};
use super::phrase::{self, whole};
use super::subject::subject;
use super::verb_group::{chained_complements, relation};
use crate::analysis::Analysis;
use crate::grammar::Upos;

/// A predicate with what fills its slots.
#[derive(Debug, Clone)]
pub(in crate::claim) struct Frame {
    /// Its head.
    pub predicate: usize,
    /// Phrases of the subject, more than one where it is coordinated.
    pub subject: Vec<Vec<usize>>,
    /// Verb that the sentence leaves out: "is", "are" or nothing.
    pub implied: &'static str,
    /// The verb group.
    pub relation: Vec<usize>,
    /// Objects first, then adjuncts, each in the order of the text.
    pub arguments: Vec<Argument>,
}

impl Frame {
    /// A frame in which no word fills two slots.
    pub fn new(
        analysis: &Analysis,
        predicate: usize,
        subject: Vec<Vec<usize>>,
        phrases_of: PhrasesOf,
    ) -> Self {
        let relation = relation(analysis, predicate);
        let arguments = without(arguments(analysis, predicate, phrases_of), &relation);
        Frame {
            predicate,
            subject,
            implied: "",
            relation,
            arguments,
        }
    }

    /// The preposition that goes into the relation: that of the first argument, unless that one stands in front.
    pub fn leading_preposition(&self) -> Option<&[usize]> {
        let first = self.arguments.first()?;
        let leads = first
            .preposition
            .first()
            .is_some_and(|&word| first.core || word > self.predicate);
        leads.then_some(&first.preposition)
    }

    /// The arguments with their prepositions but for the leading one.
    pub fn slots(&self) -> impl Iterator<Item = Vec<usize>> {
        let n_leading = self.leading_preposition().map_or(0, <[usize]>::len);
        let slot = move |(index, argument): (usize, &Argument)| {
            let skipped = if index == 0 { n_leading } else { 0 };
            [&argument.preposition[skipped..], &argument.phrases.concat()].concat()
        };
        self.arguments.iter().enumerate().map(slot)
    }
}

/// The frame of a clause, coordinated phrases left whole; `shared` is its subject where the tree gives it none.
pub(super) fn frame_of_clause(
    analysis: &Analysis,
    predicate: usize,
    shared: Option<usize>,
) -> Frame {
    let predicate = chained_complements(analysis, predicate)
        .last()
        .unwrap_or(predicate);
    let own = subject(analysis, predicate).map(|found| (found.head, found.modifier));
    let subject = own
        .or(shared.map(|shared| (shared, None)))
        .map(|(head, modifier)| phrase::phrase(analysis, head, true, modifier))
        .unwrap_or_default();
    let mut frame = Frame::new(analysis, predicate, vec![subject.clone()], &whole);
    if is_name(analysis, &frame) {
        frame.implied = "is";
        frame.relation.clear();
        let name = Argument {
            preposition: case(analysis, predicate),
            phrases: whole(analysis, predicate),
            core: true,
        };
        let others = arguments(analysis, predicate, &whole);
        frame.arguments = std::iter::once(name).chain(others).collect();
    }
    frame.arguments = without(frame.arguments, &subject);
    frame
}

/// "called the plan a trap": *the plan is a trap*.
fn is_name(analysis: &Analysis, frame: &Frame) -> bool {
    let is_verb = matches!(analysis.words[frame.predicate].upos, Upos::Verb | Upos::Aux);
    !is_verb && frame.relation == [frame.predicate]
}

/// The arguments without words that fill another slot.
fn without(mut arguments: Vec<Argument>, taken: &[usize]) -> Vec<Argument> {
    for argument in &mut arguments {
        for phrase in &mut argument.phrases {
            phrase.retain(|token| !taken.contains(token));
        }
        argument.phrases.retain(|phrase| !phrase.is_empty());
    }
    arguments.retain(|argument| !argument.phrases.is_empty());
    arguments
}
