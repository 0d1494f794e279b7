//! The propositions of a sentence as sets of its tokens (Chen et al. 2023, PropSegmEnt): finer than claims.
//!
//! Decided on the dependency tree by the frames of [`tuple`](crate::claim::tuple): each predicate with its subject and all
//! arguments, with its objects alone and with the first of several adjuncts; each of its coordinated phrases apart; and
//! nouns with what is set beside them, appositives and what stands in brackets. Known to go wrong where an annotator
//! would give the second adjunct, too, a proposition of its own, and where the parser coordinates the wrong words.

use super::conjunct;
use super::predicate::{Coordination, stated};
use crate::analysis::Analysis;
use crate::claim::tuple::arguments::Argument;
use crate::claim::tuple::frame::Frame;
use crate::claim::tuple::phrase;
use crate::grammar::{Chunk, Deprel, Feature, Upos};

/// Most propositions that the coordinated phrases of one predicate are split into.
const MAX_SPLITS: usize = 16;

/// All propositions of a sentence, each a list of token indices in order, by the place of their predicate.
///
/// Linear in tokens for sentences of bounded length.
pub fn propositions(analysis: &Analysis) -> Vec<Vec<usize>> {
    let mut propositions: Vec<Vec<usize>> = Vec::new();
    for token in 0..analysis.words.len() {
        // "people who swim" only says which people are meant.
        let restrictive = analysis.words[token].deprel == Deprel::AclRelcl
            && !phrase::is_set_off(analysis, token);
        if !restrictive && !is_introduced(analysis, token) {
            if let Some(stated) = stated(analysis, token, Coordination::Whole) {
                of_frame(analysis, &stated.frame, &mut propositions);
            }
        }
        for appositive in analysis
            .children_with(token, &[Deprel::Appos])
            .filter(|&child| !is_bracketed(analysis, child))
        {
            let noun = subject_of_copula(analysis, token)
                .unwrap_or_else(|| phrase::phrase(analysis, token, false, Some(appositive)));
            add(
                analysis,
                &mut propositions,
                [noun, phrase::phrase(analysis, appositive, true, None)].concat(),
            );
        }
    }
    of_brackets(analysis, &mut propositions);
    propositions
}

/// What a predicate says: all of it, its objects alone, and the first of several adjuncts without the others.
fn of_frame(analysis: &Analysis, frame: &Frame, propositions: &mut Vec<Vec<usize>>) {
    let words = &analysis.words;
    let subject = judged(analysis, frame.predicate).unwrap_or_else(|| frame.subject.concat());
    let with = |arguments: &[&Argument]| -> Vec<usize> {
        let filled = arguments.iter().flat_map(|argument| {
            argument
                .preposition
                .iter()
                .chain(argument.phrases.iter().flatten())
        });
        frame
            .relation
            .iter()
            .chain(&subject)
            .chain(filled)
            .copied()
            .collect()
    };
    let (core, adjuncts): (Vec<&Argument>, Vec<&Argument>) =
        frame.arguments.iter().partition(|argument| argument.core);
    let mut whole = with(&frame.arguments.iter().collect::<Vec<_>>());
    if analysis.has_child_with(frame.predicate, &[Deprel::Cop]) {
        // "is a Welsh painter": *is Welsh*, *is a painter*.
        let origin = analysis
            .children_with(frame.predicate, &[Deprel::Amod])
            .find(|&adjective| words[adjective].form.starts_with(char::is_uppercase));
        if let Some(origin) = origin {
            let copula = analysis.children_with(frame.predicate, &[Deprel::Cop, Deprel::Det]);
            add(
                analysis,
                propositions,
                subject
                    .iter()
                    .copied()
                    .chain(copula)
                    .chain([origin])
                    .collect(),
            );
            whole.retain(|&token| token != origin);
        }
        for clause in analysis
            .children_with(frame.predicate, &[Deprel::Acl])
            .filter(|&clause| judged(analysis, clause).is_some())
        {
            let said = analysis.subtree(clause);
            whole.retain(|token| !said.contains(token));
        }
    }
    add(analysis, propositions, whole);
    if !core.is_empty() && !adjuncts.is_empty() {
        add(analysis, propositions, with(&core));
    }
    if adjuncts.len() > 1 {
        add(
            analysis,
            propositions,
            with(&[core, vec![adjuncts[0]]].concat()),
        );
    }
}

/// Whether a clause without a subject of its own is led in by a word, and so is a part of what it hangs on: "before
/// settling in Tarn", "problems with paying rent", "to avoid the toll".
fn is_introduced(analysis: &Analysis, clause: usize) -> bool {
    let word = &analysis.words[clause];
    let led = analysis
        .children_with(clause, &[Deprel::Mark, Deprel::Case])
        .any(|lead| analysis.words[lead].lower != "to");
    match word.deprel {
        Deprel::Acl => led,
        Deprel::Advcl => {
            word.has(Feature::VerbFormInf)
                || led && !analysis.has_child_with(clause, &[Deprel::Nsubj, Deprel::Csubj])
        }
        _ => false,
    }
}

/// "Wren Castle is a fort built in 1420": what a clause says of a predicate noun, it says of the noun's subject.
fn judged(analysis: &Analysis, clause: usize) -> Option<Vec<usize>> {
    let word = &analysis.words[clause];
    let says = word.deprel == Deprel::Acl && !word.has(Feature::VerbFormInf);
    if says {
        subject_of_copula(analysis, word.head?)
    } else {
        None
    }
}

/// The subject of a noun with a copula.
fn subject_of_copula(analysis: &Analysis, noun: usize) -> Option<Vec<usize>> {
    analysis.children_with(noun, &[Deprel::Cop]).next()?;
    let stated = stated(analysis, noun, Coordination::Whole)?;
    Some(stated.frame.subject.concat())
}

fn is_bracketed(analysis: &Analysis, token: usize) -> bool {
    phrase::brackets(analysis)
        .iter()
        .any(|&(open, close)| open < token && token < close)
}

/// "Maria Wren (born 1962; Tarn Hill)": what stands in brackets is said of the noun in front, each part alone.
fn of_brackets(analysis: &Analysis, propositions: &mut Vec<Vec<usize>>) {
    let words = &analysis.words;
    for (open, close) in phrase::brackets(analysis) {
        let governor =
            || (open + 1..close).find_map(|token| words[token].head.filter(|&head| head < open));
        let Some(governor) = name_before(analysis, open).or_else(governor) else {
            continue;
        };
        let noun: Vec<usize> = phrase::phrase(analysis, governor, false, None)
            .into_iter()
            .filter(|&token| token < open)
            .collect();
        let inside: Vec<usize> = (open + 1..close).collect();
        for part in inside.split(|&token| words[token].form == ";") {
            if part.iter().any(|&token| !words[token].is_punctuation()) {
                add(analysis, propositions, [noun.as_slice(), part].concat());
            }
        }
    }
}

/// The head of the noun or name that ends in front of a token, without what is set behind it: "Wren" of "Maria Wren", "Tarn"
/// of "the mayor of Tarn".
fn name_before(analysis: &Analysis, token: usize) -> Option<usize> {
    let words = &analysis.words;
    let last = token.checked_sub(1)?;
    let within = |&at: &usize| {
        matches!(
            words[at].deprel.base(),
            Deprel::Flat | Deprel::Compound | Deprel::Amod | Deprel::Nummod
        ) || words[at].entity.is_some_and(Chunk::is_inside)
    };
    let up = std::iter::successors(Some(last), |at| {
        Some(at)
            .filter(|at| within(at))
            .and_then(|&at| words[at].head)
    })
    .take(8);
    up.take_while(|&at| at <= last)
        .filter(|&at| {
            matches!(
                words[at].upos,
                Upos::Noun | Upos::Propn | Upos::Num | Upos::X
            )
        })
        .last()
}

/// Adds a proposition, its coordinated phrases taken one by one.
fn add(analysis: &Analysis, propositions: &mut Vec<Vec<usize>>, mut tokens: Vec<usize>) {
    tokens.sort_unstable();
    tokens.dedup();
    let mut splits = vec![tokens.clone()];
    for &head in &tokens {
        let conjuncts = conjunct::conjuncts(analysis, head);
        if conjuncts.is_empty() {
            continue;
        }
        splits = splits
            .iter()
            .flat_map(|split| split_at(analysis, split, head, &conjuncts))
            .take(MAX_SPLITS)
            .collect();
    }
    for split in splits {
        if split.len() > 1 && !propositions.contains(&split) {
            propositions.push(split);
        }
    }
}

/// The tokens with each of the coordinated phrases alone; the tokens themselves where they hold none.
fn split_at(
    analysis: &Analysis,
    tokens: &[usize],
    head: usize,
    conjuncts: &[usize],
) -> Vec<Vec<usize>> {
    let inside = |conjunct: &&usize| tokens.contains(conjunct);
    if !tokens.contains(&head) || !conjuncts.iter().any(|conjunct| inside(&conjunct)) {
        return vec![tokens.to_vec()];
    }
    let without = |out: Vec<usize>| {
        tokens
            .iter()
            .copied()
            .filter(|token| !out.contains(token))
            .collect::<Vec<usize>>()
    };
    let others = |kept: usize| {
        conjuncts
            .iter()
            .copied()
            .filter(move |&conjunct| conjunct != kept)
            .flat_map(|conjunct| conjunct::alone(analysis, conjunct))
    };
    let first = without(others(head).collect());
    let rest = conjuncts.iter().filter(inside).map(|&conjunct| {
        let conjunctions = analysis
            .children_with(conjunct, &[Deprel::Cc])
            .flat_map(|word| analysis.subtree(word));
        without(
            others(conjunct)
                .chain(conjunct::own(analysis, head, conjunct))
                .chain(conjunctions)
                .collect(),
        )
    });
    [first].into_iter().chain(rest).take(MAX_SPLITS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{say, tree_by_hand};

    #[test]
    fn propositions_are_what_each_predicate_and_noun_says() {
        let table: [(&str, &[&str]); 26] = [
            ("he/PRON/nsubj/2 left/VERB/root/0", &["he left"]),
            (
                "he/PRON/nsubj/2 sold/VERB/root/0 boats/NOUN/obj/2 in/ADP/case/5 May/PROPN/obl/2",
                &["he sold boats in May", "he sold boats"],
            ),
            (
                "he/PRON/nsubj/2 sold/VERB/root/0 boats/NOUN/obj/2 in/ADP/case/5 May/PROPN/obl/2 to/ADP/case/7 us/PRON/obl/2",
                &[
                    "he sold boats in May to us",
                    "he sold boats",
                    "he sold boats in May",
                ],
            ),
            (
                "he/PRON/nsubj/2 came/VERB/root/0 in/ADP/case/4 May/PROPN/obl/2 to/ADP/case/6 us/PRON/obl/2",
                &["he came in May to us", "he came in May"],
            ),
            (
                "he/PRON/nsubj/2 came/VERB/root/0 in/ADP/case/4 May/PROPN/obl/2",
                &["he came in May"],
            ),
            (
                "he/PRON/nsubj/2 sold/VERB/root/0 boats/NOUN/obj/2 and/CCONJ/cc/5 cars/NOUN/conj/3",
                &["he sold boats", "he sold cars"],
            ),
            (
                "he/PRON/nsubj/2 sold/VERB/root/0 boats/NOUN/obj/2 ,/PUNCT/punct/5 cars/NOUN/conj/3 and/CCONJ/cc/7 vans/NOUN/conj/3",
                // Wrong: the comma belongs to neither.
                &["he sold boats", "he sold , cars", "he sold vans"],
            ),
            // Relative clauses: which ones are meant, or something more.
            (
                "people/NOUN/nsubj/4 who/PRON/nsubj/3 swim/VERB/acl:relcl/1 left/VERB/root/0",
                &["people who swim left"],
            ),
            (
                "people/NOUN/nsubj/6 ,/PUNCT/punct/4 who/PRON/nsubj/4 swim/VERB/acl:relcl/1 ,/PUNCT/punct/1 left/VERB/root/0",
                &["people swim", "people left"],
            ),
            // Clauses that a word leads in are parts, unless they have a subject.
            (
                "he/PRON/nsubj/2 left/VERB/root/0 before/SCONJ/mark/4 settling/VERB/advcl/2",
                &["he left"],
            ),
            (
                "he/PRON/nsubj/2 left/VERB/root/0 before/SCONJ/mark/5 they/PRON/nsubj/5 came/VERB/advcl/2",
                &["he left", "they came"],
            ),
            (
                "he/PRON/nsubj/2 left/VERB/root/0 settling/VERB/advcl/2",
                &["he left", "he settling"],
            ),
            (
                "he/PRON/nsubj/2 left/VERB/root/0 to/PART/mark/4 settle/VERB|VerbForm=Inf/advcl/2",
                &["he left"],
            ),
            (
                "he/PRON/nsubj/2 left/VERB/root/0 to/PART/mark/4 settle/VERB/advcl/2",
                &["he left", "he settle"],
            ),
            (
                "problems/NOUN/root/0 with/ADP/case/3 paying/VERB/acl/1 rent/NOUN/obj/3",
                &[],
            ),
            (
                "boats/NOUN/root/0 built/VERB/acl/1 here/NOUN/obl/2",
                &["boats built here"],
            ),
            (
                "problems/NOUN/root/0 with/ADP/case/3 paying/VERB/ccomp/1 rent/NOUN/obj/3",
                &[],
            ),
            // Appositives.
            (
                "Brant/PROPN/nsubj/6 ,/PUNCT/punct/4 the/DET/det/4 mayor/NOUN/appos/1 ,/PUNCT/punct/1 left/VERB/root/0",
                &["Brant the mayor", "Brant left"],
            ),
            (
                "he/PRON/nsubj/3 is/AUX/cop/3 Brant/PROPN/root/0 ,/PUNCT/punct/5 mayor/NOUN/appos/3",
                &["he is Brant", "he mayor"],
            ),
            // Brackets.
            (
                "Brant/PROPN/nsubj/8 (/PUNCT/punct/3 born/VERB/acl/1 1962/NUM/obl/3 ;/PUNCT/punct/6 Tarn/PROPN/dep/1 )/PUNCT/punct/3 left/VERB/root/0",
                &["Brant born 1962", "Brant left", "Brant Tarn"],
            ),
            (
                "he/PRON/nsubj/2 left/VERB/root/0 (/PUNCT/punct/2 !/PUNCT/punct/2 )/PUNCT/punct/2",
                &["he left"],
            ),
            (
                "old/ADV/advmod/3 (/PUNCT/punct/3 left/VERB/root/0 )/PUNCT/punct/3",
                &[],
            ),
            // A predicate noun and what is said of it.
            (
                "she/PRON/nsubj/5 is/AUX/cop/5 a/DET/det/5 Welsh/ADJ/amod/5 painter/NOUN/root/0",
                &["she is a Welsh", "she is a painter"],
            ),
            (
                "she/PRON/nsubj/5 is/AUX/cop/5 a/DET/det/5 good/ADJ/amod/5 painter/NOUN/root/0",
                &["she is a good painter"],
            ),
            (
                "it/PRON/nsubj/3 is/AUX/cop/3 fort/NOUN/root/0 built/VERB/acl/3 here/NOUN/obl/4",
                &["it is fort", "it built here"],
            ),
            (
                "it/PRON/nsubj/3 is/AUX/cop/3 plan/NOUN/root/0 to/PART/mark/5 sell/VERB|VerbForm=Inf/acl/3",
                &["it is plan to sell"],
            ),
        ];
        let mut wrong = Vec::new();
        for (tree, expected) in table {
            let analysis = tree_by_hand(tree);
            let found: Vec<String> = propositions(&analysis)
                .iter()
                .map(|tokens| say(&analysis, tokens))
                .collect();
            if found != expected {
                wrong.push(format!(
                    "{tree}\n  expected {expected:?}\n  found {found:?}"
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn the_name_in_front_ends_there() {
        let name = |tree: &str, token: usize| name_before(&tree_by_hand(tree), token);
        let brant = "Maria/PROPN/root/0 Brant/PROPN/flat/1 (/PUNCT/punct/1";
        assert_eq!((name(brant, 2), name(brant, 0)), (Some(0), None));
        let mayor = "mayor/NOUN/root/0 of/ADP/case/3 Tarn/PROPN/nmod/1 (/PUNCT/punct/1";
        assert_eq!(name(mayor, 3), Some(2));
        // Its head behind the bracket is another phrase's.
        let behind = "old/NOUN/compound/3 (/PUNCT/punct/3 boats/NOUN/root/0";
        assert_eq!(name(behind, 1), Some(0));
        assert_eq!(name("left/VERB/root/0 (/PUNCT/punct/1", 1), None);
    }
}
