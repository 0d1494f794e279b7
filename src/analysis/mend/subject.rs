//! Subjects that were taken for something else.

use super::attach;
use crate::analysis::Word;
use crate::grammar::{Deprel, Feature, Upos};

/// What stands between "and" and a verb without a subject is the verb's subject, not what is joined: "four people had died and
/// *12* were hurt". The verb is joined in its place.
pub(super) fn give_subjects_to_conjuncts(words: &mut [Word]) {
    for subject in 2..words.len() {
        let Some((joined, verb)) = subject_taken_for_conjunct(words, subject) else {
            continue;
        };
        let passive = words
            .iter()
            .any(|word| word.head == Some(verb) && word.deprel == Deprel::AuxPass);
        let deprel = if passive {
            Deprel::NsubjPass
        } else {
            Deprel::Nsubj
        };
        // A subject in front of both verbs is that of the first.
        for word in 0..joined {
            if words[word].head == Some(verb) && words[word].deprel.base() == Deprel::Nsubj {
                attach(words, word, joined, Deprel::Nsubj);
            }
        }
        attach(words, verb, joined, Deprel::Conj);
        attach(words, subject, verb, deprel);
        attach(words, subject - 1, verb, Deprel::Cc);
    }
}

/// The verb in front that a number or noun behind "and" is joined to, and the finite verb right behind it whose subject it is.
fn subject_taken_for_conjunct(words: &[Word], subject: usize) -> Option<(usize, usize)> {
    let is_nominal = words[subject].upos.is_nominal() || words[subject].upos == Upos::Num;
    let joined = words[subject].head.filter(|&head| head < subject)?;
    let behind_and = words[subject - 1].deprel == Deprel::Cc;
    if words[subject].deprel != Deprel::Conj || !is_nominal || !behind_and {
        return None;
    }
    let next = words.get(subject + 1)?;
    let verb = match next.deprel.base() {
        Deprel::Aux | Deprel::Cop => next.head?,
        _ => subject + 1,
    };
    let has_subject = (joined + 1..verb)
        .any(|word| words[word].head == Some(verb) && words[word].deprel.base() == Deprel::Nsubj);
    let is_joined = verb > subject && words[verb].deprel == Deprel::Conj;
    (words[joined].upos == Upos::Verb && is_joined && !has_subject).then_some((joined, verb))
}

/// Two subjects of one predicate with "and" between them are joined: "The king and *I* are friends".
pub(super) fn join_subjects(words: &mut [Word]) {
    for second in 2..words.len() {
        let is_subject = |at: usize| {
            words[at].deprel.base() == Deprel::Nsubj && words[at].head == words[second].head
        };
        let coordinated = (1..second)
            .rev()
            .find(|&at| words[at].deprel == Deprel::Cc)
            .filter(|&cc| (cc + 1..second).all(|at| words[at].head == Some(second)));
        let Some(cc) = coordinated.filter(|_| is_subject(second)) else {
            continue;
        };
        if let Some(first) = (0..cc).rev().find(|&at| is_subject(at)) {
            attach(words, second, first, Deprel::Conj);
            attach(words, cc, second, Deprel::Cc);
        }
    }
}

/// A noun in front of a finite verb is no part of a compound with it but its subject, and a subject behind that verb its object:
/// "The *fall* hurt exports".
pub(super) fn part_compounds_with_verbs(words: &mut [Word]) {
    for noun in 0..words.len() {
        let verb = words[noun].head.filter(|&verb| verb > noun);
        let Some(verb) = verb.filter(|&verb| {
            words[noun].deprel == Deprel::Compound
                && words[noun].upos.is_noun()
                && words[verb].upos == Upos::Verb
                && words[verb].features.has(Feature::VerbFormFin)
        }) else {
            continue;
        };
        let has_subject = words[..verb]
            .iter()
            .any(|word| word.head == Some(verb) && word.deprel.base() == Deprel::Nsubj);
        if has_subject {
            continue;
        }
        words[noun].deprel = Deprel::Nsubj;
        let (front, behind) = words.split_at_mut(verb);
        for word in behind.iter_mut().filter(|word| word.head == Some(verb)) {
            if word.deprel == Deprel::Nsubj {
                word.deprel = Deprel::Obj;
            }
        }
        // An article in front is the subject's.
        for word in &mut front[..noun] {
            if word.head == Some(verb) && word.deprel == Deprel::Det {
                word.head = Some(noun);
            }
        }
    }
}

/// A noun in front of an active verb without a subject is its subject, not its object: "the *plan*, if it passes, will hurt shops".
pub(super) fn turn_objects_in_front(words: &mut [Word]) {
    for object in 0..words.len() {
        if is_subject_taken_for_object(words, object) {
            words[object].deprel = Deprel::Nsubj;
        }
    }
}

fn is_subject_taken_for_object(words: &[Word], object: usize) -> bool {
    let Some(verb) = words[object].head.filter(|&verb| verb > object) else {
        return false;
    };
    let of_verb = |relation: Deprel| {
        let dependents = words.iter().filter(|word| word.head == Some(verb));
        dependents.filter(move |word| word.deprel.base() == relation.base())
    };
    let is_finite =
        words[verb].features.has(Feature::VerbFormFin) || of_verb(Deprel::Aux).next().is_some();
    let has_subject =
        of_verb(Deprel::Nsubj).next().is_some() || of_verb(Deprel::Expl).next().is_some();
    words[object].deprel == Deprel::Obj
        && words[object].upos.is_noun()
        && is_finite
        && !has_subject
        && words[verb].deprel != Deprel::AclRelcl
}

#[cfg(test)]
mod tests {
    use crate::analysis::mend::testing::mended;

    #[test]
    fn what_stands_between_and_and_a_verb_is_its_subject() {
        let table: [(&str, &[usize], &[&str]); 5] = [
            (
                "he/PRON/nsubj/2 said/VERB/root/0 four/NUM/nsubj/4 died/VERB/ccomp/2 and/CCONJ/cc/6 12/NUM/conj/4 were/AUX/cop/8 hurt/ADJ/conj/2",
                &[4, 5, 7],
                &["and cc 8", "12 nsubj 8", "hurt conj 4"],
            ),
            // The subject of the first verb was given to the second.
            (
                "homes/NOUN/nsubj:pass/6 burned/VERB/root/0 and/CCONJ/cc/4 300/NUM/conj/2 were/AUX/aux:pass/6 damaged/VERB/conj/2",
                &[0, 3, 5],
                &["homes nsubj 2", "300 nsubj:pass 6", "damaged conj 2"],
            ),
            // A verb that has its subject, one that is not joined, and nouns that are.
            (
                "four/NUM/nsubj/2 died/VERB/root/0 and/CCONJ/cc/4 12/NUM/conj/2 they/PRON/nsubj/6 left/VERB/conj/2",
                &[3],
                &["12 conj 2"],
            ),
            (
                "he/PRON/nsubj/2 sold/VERB/root/0 and/CCONJ/cc/4 12/NUM/conj/2 left/VERB/advcl/2",
                &[3],
                &["12 conj 2"],
            ),
            (
                "boats/NOUN/nsubj/4 and/CCONJ/cc/3 cars/NOUN/conj/1 left/VERB/root/0",
                &[2],
                &["cars conj 1"],
            ),
        ];
        for (tree, places, expected) in table {
            assert_eq!(mended(tree, places), expected, "{tree}");
        }
    }

    #[test]
    fn two_subjects_with_and_between_them_are_joined() {
        let table: [(&str, &[usize], &[&str]); 3] = [
            (
                "king/NOUN/nsubj/5 and/CCONJ/cc/5 I/PRON/nsubj/5 are/AUX/cop/5 friends/NOUN/root/0",
                &[0, 1, 2],
                &["king nsubj 5", "and cc 3", "i conj 1"],
            ),
            // Each has a predicate of its own; nothing joins them.
            (
                "king/NOUN/nsubj/2 left/VERB/root/0 and/CCONJ/cc/5 I/PRON/nsubj/5 stayed/VERB/conj/2",
                &[2, 3],
                &["and cc 5", "i nsubj 5"],
            ),
            (
                "king/NOUN/nsubj/3 I/PRON/nsubj/3 left/VERB/root/0",
                &[1],
                &["i nsubj 3"],
            ),
        ];
        for (tree, places, expected) in table {
            assert_eq!(mended(tree, places), expected, "{tree}");
        }
    }

    #[test]
    fn a_noun_in_front_of_a_finite_verb_is_no_part_of_a_compound() {
        let verb = "hurt/VERB|VerbForm=Fin/root/0";
        let table: [(String, &[usize], &[&str]); 3] = [
            (
                format!("the/DET/det/3 fall/NOUN/compound/3 {verb} exports/NOUN/nsubj/3"),
                &[0, 1, 3],
                &["the det 2", "fall nsubj 3", "exports obj 3"],
            ),
            // The verb has a subject; the head is a noun.
            (
                format!("men/NOUN/nsubj/3 fall/NOUN/compound/3 {verb}"),
                &[1],
                &["fall compound 3"],
            ),
            (
                format!("fall/NOUN/compound/2 exports/NOUN/nsubj/3 {verb}"),
                &[0],
                &["fall compound 2"],
            ),
        ];
        for (tree, places, expected) in table {
            assert_eq!(mended(&tree, places), expected, "{tree}");
        }
    }

    #[test]
    fn a_noun_in_front_of_a_verb_without_subject_is_its_subject() {
        let table: [(&str, &[usize], &[&str]); 5] = [
            (
                "plan/NOUN/obj/3 will/AUX/aux/3 hurt/VERB/root/0 shops/NOUN/obj/3",
                &[0, 3],
                &["plan nsubj 3", "shops obj 3"],
            ),
            // The verb has a subject; it is no finite one; its clause is said of the noun; what is asked for is a pronoun.
            (
                "fish/NOUN/obj/4 they/PRON/nsubj/4 will/AUX/aux/4 sell/VERB/root/0",
                &[0],
                &["fish obj 4"],
            ),
            (
                "fish/NOUN/obj/2 selling/VERB|VerbForm=Ger/root/0",
                &[0],
                &["fish obj 2"],
            ),
            (
                "men/NOUN/root/0 fish/NOUN/obj/3 sold/VERB|VerbForm=Fin/acl:relcl/1",
                &[1],
                &["fish obj 3"],
            ),
            (
                "what/PRON/obj/3 will/AUX/aux/3 hurt/VERB/root/0",
                &[0],
                &["what obj 3"],
            ),
        ];
        for (tree, places, expected) in table {
            assert_eq!(mended(tree, places), expected, "{tree}");
        }
    }
}
