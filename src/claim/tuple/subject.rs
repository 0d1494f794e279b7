//! The subject of a predicate: its own, the noun that it modifies, or one of a predicate above.

use super::phrase;
use super::verb_group::{MAX_CHAIN, heads_clause};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Feature, Upos};

/// Where the subject of a predicate was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::claim) struct Subject {
    /// Its head.
    pub head: usize,
    /// The clause inside the subject that has the predicate: "the boats *that left*".
    pub modifier: Option<usize>,
    /// How many steps it is away from the predicate, by which the evaluation tells how sure a tuple is.
    pub distance: usize,
}

/// Relative pronouns.
const RELATIVE_PRONOUNS: [&str; 4] = ["who", "which", "that", "whom"];

/// Whether a word may be a relative pronoun.
pub(super) fn is_relative(word: &Word) -> bool {
    word.is(&RELATIVE_PRONOUNS)
}

/// What stands above a predicate that has no subject of its own.
enum Above {
    /// The subject, and the clause inside it that has the predicate.
    Subject(usize, Option<usize>),
    /// A predicate whose subject it shares.
    Predicate(usize),
}

/// The subject of a predicate, looked for in its clause and in the predicates that it shares one with.
pub(in crate::claim) fn subject(analysis: &Analysis, predicate: usize) -> Option<Subject> {
    let mut current = predicate;
    for distance in 0..MAX_CHAIN {
        if let Some((head, modifier)) = subject_in_clause(analysis, current) {
            return Some(Subject {
                head,
                modifier,
                distance,
            });
        }
        match above(analysis, current, current == predicate)? {
            Above::Predicate(above) => current = above,
            Above::Subject(head, modifier) => {
                return Some(Subject {
                    head,
                    modifier,
                    distance: distance + 1,
                });
            }
        }
    }
    None
}

/// "there" before a nominal subject, since what is there fills another slot; the noun of a relative clause for its
/// pronoun ("the boats *that* left").
fn subject_in_clause(analysis: &Analysis, predicate: usize) -> Option<(usize, Option<usize>)> {
    let words = &analysis.words;
    let there = analysis
        .children_with(predicate, &[Deprel::Expl])
        .find(|&child| words[child].is(&["there"]));
    let subject = there.or_else(|| analysis.subject_of_clause(predicate))?;
    let stands_for_noun =
        words[subject].deprel.base() == Deprel::Nsubj && is_relative(&words[subject]);
    if words[predicate].deprel == Deprel::AclRelcl && stands_for_noun {
        return Some((words[predicate].head?, Some(predicate)));
    }
    Some((subject, None))
}

/// What stands above a predicate without a subject: "a letter *sent* in May", "and *left*", "told him to *leave*".
fn above(analysis: &Analysis, predicate: usize, is_lowest: bool) -> Option<Above> {
    let words = &analysis.words;
    let head = words[predicate].head?;
    match words[predicate].deprel.base() {
        // "a plan to close": nobody in the sentence closes.
        Deprel::Acl if words[predicate].has(Feature::VerbFormInf) => None,
        // "They left in spring, taking the boat with them": the parser likes to hang it on the nearest noun.
        Deprel::Acl if is_lowest && is_free_participle(analysis, predicate, head) => {
            predicate_above(analysis, head).map(Above::Predicate)
        }
        Deprel::Acl => Some(Above::Subject(head, Some(predicate))),
        Deprel::Conj | Deprel::Advcl | Deprel::Parataxis => Some(Above::Predicate(head)),
        Deprel::Xcomp => match analysis.child(head, Deprel::Obj) {
            Some(object) => Some(Above::Subject(object, None)),
            None => Some(Above::Predicate(head)),
        },
        _ => None,
    }
}

/// A present participle behind a comma that says something of the subject, though it hangs on a noun behind the verb.
fn is_free_participle(analysis: &Analysis, participle: usize, noun: usize) -> bool {
    let word = &analysis.words[participle];
    let is_present = word.lower.ends_with("ing") && word.deprel == Deprel::Acl;
    let is_behind_verb = predicate_above(analysis, noun)
        .is_some_and(|verb| verb < noun && analysis.words[verb].upos == Upos::Verb);
    is_present && is_behind_verb && phrase::is_set_off(analysis, participle)
}

/// The predicate of the clause that a noun stands in.
fn predicate_above(analysis: &Analysis, noun: usize) -> Option<usize> {
    std::iter::once(noun)
        .chain(analysis.ancestors(noun))
        .take(MAX_CHAIN)
        .find(|&above| heads_clause(analysis, above))
}
