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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::tree_by_hand;

    /// Subject, modifier and distance of the word "sank".
    fn found(tree: &str) -> Option<(String, Option<usize>, usize)> {
        let analysis = tree_by_hand(tree);
        let predicate = analysis.words.iter().position(|word| word.lower == "sank");
        let subject = subject(&analysis, predicate.unwrap())?;
        let word = analysis.words[subject.head].lower.clone();
        Some((word, subject.modifier, subject.distance))
    }

    #[test]
    fn a_subject_is_the_clauses_own_or_stands_above() {
        let table = [
            ("it/PRON/nsubj/2 sank/VERB/root/0", Some(("it", None, 0))),
            (
                "there/PRON/expl/2 sank/VERB/root/0 it/PRON/nsubj/2",
                Some(("there", None, 0)),
            ),
            (
                "it/PRON/expl/2 sank/VERB/root/0 boat/NOUN/nsubj/2",
                Some(("boat", None, 0)),
            ),
            (
                "rowing/VERB/csubj/2 sank/VERB/root/0",
                Some(("rowing", None, 0)),
            ),
            // Of a relative clause the noun, where its pronoun is the subject.
            (
                "boat/NOUN/root/0 that/PRON/nsubj/3 sank/VERB/acl:relcl/1",
                Some(("boat", Some(2), 0)),
            ),
            (
                "boat/NOUN/root/0 he/PRON/nsubj/3 sank/VERB/acl:relcl/1",
                Some(("he", None, 0)),
            ),
            (
                "that/PRON/nsubj/2 sank/VERB/root/0",
                Some(("that", None, 0)),
            ),
            (
                "boat/NOUN/root/0 that/PRON/expl/3 sank/VERB/acl:relcl/1",
                Some(("that", None, 0)),
            ),
            // Of a participle the noun, of an infinitive nobody.
            (
                "boat/NOUN/root/0 sank/VERB/acl/1",
                Some(("boat", Some(1), 1)),
            ),
            ("boat/NOUN/root/0 sank/VERB|VerbForm=Inf/acl/1", None),
            // A predicate above.
            (
                "it/PRON/nsubj/2 hit/VERB/root/0 sank/VERB/conj/2",
                Some(("it", None, 1)),
            ),
            (
                "it/PRON/nsubj/2 hit/VERB/root/0 sank/VERB/advcl/2",
                Some(("it", None, 1)),
            ),
            (
                "it/PRON/nsubj/2 hit/VERB/root/0 sank/VERB/parataxis/2",
                Some(("it", None, 1)),
            ),
            (
                "it/PRON/nsubj/2 hit/VERB/root/0 sank/VERB/xcomp/2",
                Some(("it", None, 1)),
            ),
            (
                "it/PRON/nsubj/2 hit/VERB/root/0 rock/NOUN/obj/2 sank/VERB/xcomp/2",
                Some(("rock", None, 1)),
            ),
            (
                "it/PRON/nsubj/2 hit/VERB/root/0 leapt/VERB/conj/2 sank/VERB/conj/3",
                Some(("it", None, 2)),
            ),
            ("it/PRON/nsubj/2 hit/VERB/root/0 sank/VERB/ccomp/2", None),
            ("sank/VERB/root/0", None),
            ("hit/VERB/root/0 sank/VERB/conj/1", None),
        ];
        for (tree, expected) in table {
            let expected =
                expected.map(|(word, modifier, distance)| (word.to_string(), modifier, distance));
            assert_eq!(found(tree), expected, "{tree}");
        }
    }

    #[test]
    fn a_participle_behind_a_comma_is_said_of_the_subject() {
        let of_taking = |tree: &str| {
            let analysis = tree_by_hand(tree);
            let taking = analysis
                .words
                .iter()
                .position(|word| word.lower.starts_with("tak"));
            let subject = subject(&analysis, taking.unwrap()).unwrap();
            analysis.words[subject.head].lower.clone()
        };
        assert_eq!(
            of_taking(
                "they/PRON/nsubj/2 left/VERB/root/0 spring/NOUN/obl/2 ,/PUNCT/punct/5 taking/VERB/acl/3"
            ),
            "they"
        );
        // No comma, no present participle, a relative clause, no verb in front.
        assert_eq!(
            of_taking("they/PRON/nsubj/2 left/VERB/root/0 spring/NOUN/obl/2 taking/VERB/acl/3"),
            "spring"
        );
        assert_eq!(
            of_taking(
                "they/PRON/nsubj/2 left/VERB/root/0 spring/NOUN/obl/2 ,/PUNCT/punct/5 taken/VERB/acl/3"
            ),
            "spring"
        );
        assert_eq!(
            of_taking("spring/NOUN/nsubj/4 ,/PUNCT/punct/3 taking/VERB/acl/1 left/VERB/root/0"),
            "spring"
        );
        assert_eq!(
            of_taking("is/AUX/cop/2 spring/NOUN/root/0 ,/PUNCT/punct/4 taking/VERB/acl/2"),
            "spring"
        );
        assert_eq!(
            of_taking(
                "it/PRON/nsubj/3 is/AUX/cop/3 old/ADJ/root/0 boat/NOUN/dep/3 ,/PUNCT/punct/6 taking/VERB/acl/4"
            ),
            "boat"
        );
        // Of the second participle in a chain the noun is the subject.
        assert_eq!(
            of_taking(
                "they/PRON/nsubj/2 left/VERB/root/0 spring/NOUN/obl/2 ,/PUNCT/punct/5 singing/VERB/acl/3 taking/VERB/conj/5"
            ),
            "spring"
        );
    }
}
