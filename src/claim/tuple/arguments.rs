//! What fills the slots behind a predicate: objects and complements, then adjuncts.

use super::phrase;
use super::subject::is_relative;
use super::verb_group::{chain, chained_complement, is_nominal};
use crate::analysis::Analysis;
use crate::grammar::{Deprel, Upos};

/// What fills a slot behind the relation.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::claim) struct Argument {
    /// Words that lead to it: "according to".
    pub preposition: Vec<usize>,
    /// Phrases, more than one where it is coordinated.
    pub phrases: Vec<Vec<usize>>,
    /// Object or complement, not adjunct.
    pub core: bool,
}

impl Argument {
    /// The first token of the phrase, without what leads to it.
    fn first(&self) -> Option<usize> {
        self.phrases.first()?.first().copied()
    }

    /// A clause, or another phrase that nothing leads to.
    fn bare(tokens: Vec<usize>, core: bool) -> Self {
        Argument {
            preposition: Vec::new(),
            phrases: vec![tokens],
            core,
        }
    }
}

/// The phrases that a head stands for: one, or one for each that is coordinated with it.
pub(in crate::claim) type PhrasesOf<'a> = &'a dyn Fn(&Analysis, usize) -> Vec<Vec<usize>>;

/// Objects and complements first, then adjuncts, those in front of the predicate last; where there are none, an adverb.
pub(super) fn arguments(
    analysis: &Analysis,
    predicate: usize,
    phrases_of: PhrasesOf,
) -> Vec<Argument> {
    let nominal = |head, core| Argument {
        preposition: case(analysis, head),
        phrases: phrases_of(analysis, head),
        core,
    };
    let mut core = Vec::new();
    let mut adjuncts = Vec::new();
    if is_nominal(analysis, predicate) {
        core.push(nominal(predicate, true));
    }
    core.extend(antecedent(analysis, predicate));
    let is_existential = analysis
        .children_with(predicate, &[Deprel::Expl])
        .any(|child| analysis.words[child].is(&["there"]));
    for verb in chain(analysis, predicate) {
        for &child in analysis.children(verb) {
            let word = &analysis.words[child];
            match word.deprel.base() {
                Deprel::Obj | Deprel::Iobj if !is_relative(word) => core.push(nominal(child, true)),
                Deprel::Xcomp if chained_complement(analysis, verb) != Some(child) => {
                    core.push(Argument::bare(phrase::clause(analysis, child), true));
                }
                Deprel::Ccomp => core.push(Argument::bare(phrase::clause(analysis, child), true)),
                Deprel::Nsubj if is_existential => core.push(nominal(child, true)),
                Deprel::Obl if !is_relative(word) => adjuncts.push(nominal(child, false)),
                _ => {}
            }
        }
    }
    core.sort_by_key(Argument::first);
    adjuncts.sort_by_key(Argument::first);
    let n_in_front = adjuncts
        .iter()
        .position(|adjunct| adjunct.first().is_some_and(|first| first > predicate))
        .unwrap_or(0);
    adjuncts.rotate_left(n_in_front);
    core.extend(adjuncts);
    join_genitives(analysis, &mut core);
    if core.is_empty() {
        core.extend(adverb_behind(analysis, predicate));
    }
    core.retain(|argument| !argument.phrases.iter().all(Vec::is_empty));
    core
}

/// "The boat sank *quickly*".
fn adverb_behind(analysis: &Analysis, predicate: usize) -> Option<Argument> {
    let adverb = analysis
        .children_with(predicate, &[Deprel::Advmod])
        .find(|&adverb| adverb > predicate && !analysis.words[adverb].negates())?;
    Some(Argument::bare(analysis.subtree(adverb), false))
}

/// "on the night of the flood" is one phrase: what "of" leads to goes to the noun in front of it.
fn join_genitives(analysis: &Analysis, arguments: &mut Vec<Argument>) {
    let mut index = 1;
    while index < arguments.len() {
        let of = match arguments[index].preposition[..] {
            [preposition] if analysis.words[preposition].is(&["of"]) => Some(preposition),
            _ => None,
        };
        let before = arguments[index - 1].phrases.last();
        let end = before.and_then(|phrase| phrase.last()).copied();
        let joined = of.filter(|&of| end.is_some_and(|end| end + 1 == of));
        let Some(of) = joined else {
            index += 1;
            continue;
        };
        let genitive = arguments.remove(index).phrases.into_iter().next();
        if let Some(phrase) = arguments[index - 1].phrases.last_mut() {
            phrase.push(of);
            phrase.extend(genitive.unwrap_or_default());
        }
    }
}

/// Adverbs that stand for the noun of a relative clause, and "whose", which does not.
const NO_OBJECT: [&str; 4] = ["where", "when", "why", "whose"];

/// What a relative clause says its verb of: "a letter that he sent", "the town in which he was born".
fn antecedent(analysis: &Analysis, predicate: usize) -> Option<Argument> {
    let words = &analysis.words;
    if words[predicate].deprel != Deprel::AclRelcl {
        return None;
    }
    let noun = words[predicate].head?;
    let pronoun = analysis
        .children_with(predicate, &[Deprel::Obj, Deprel::Obl, Deprel::Nsubj])
        .find(|&child| is_relative(&words[child]));
    let (preposition, core) = match pronoun {
        Some(pronoun) if words[pronoun].deprel.base() == Deprel::Nsubj => return None,
        Some(pronoun) => (
            case(analysis, pronoun),
            words[pronoun].deprel.base() == Deprel::Obj,
        ),
        None if lacks_object(analysis, predicate) => (Vec::new(), true),
        None => return None,
    };
    Some(Argument {
        preposition,
        phrases: vec![phrase::phrase(analysis, noun, false, Some(predicate))],
        core,
    })
}

/// "a letter he sent": a verb without an object, and no adverb that stands for the noun.
fn lacks_object(analysis: &Analysis, predicate: usize) -> bool {
    let mut objects =
        analysis.children_with(predicate, &[Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp]);
    let mut children = analysis.children(predicate).iter();
    analysis.words[predicate].upos == Upos::Verb
        && objects.next().is_none()
        && !children.any(|&child| analysis.words[child].is(&NO_OBJECT))
}

/// The words that lead to a noun: "in", "because of".
pub(super) fn case(analysis: &Analysis, head: usize) -> Vec<usize> {
    let mut tokens: Vec<usize> = analysis
        .children_with(head, &[Deprel::Case])
        .filter(|&case| case < head)
        .flat_map(|case| analysis.subtree(case))
        .collect();
    tokens.sort_unstable();
    tokens
}
