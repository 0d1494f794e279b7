//! Coordinated phrases, one by one.

use crate::analysis::Analysis;
use crate::claim::tuple::phrase::{is_clausal, phrase};
use crate::grammar::{Chunk, Deprel, Upos};

/// The phrases that a head stands for: its own, and one for each that is coordinated with it. `but` is a part of it that
/// stays out, as the relative clause whose subject it is.
///
/// "the bridge and the ferry" are two; between what "between" leads to and inside one name nothing is split.
pub(super) fn alternatives(
    analysis: &Analysis,
    head: usize,
    but: Option<usize>,
) -> Vec<Vec<usize>> {
    let conjuncts = conjuncts(analysis, head);
    if conjuncts.is_empty() {
        let whole = analysis
            .children_with(head, &[Deprel::Conj])
            .any(|conjunct| !is_clausal(analysis, conjunct));
        return vec![phrase(analysis, head, whole, but)];
    }
    let split = [head]
        .into_iter()
        .chain(conjuncts)
        .map(|conjunct| phrase(analysis, conjunct, false, but));
    split.filter(|phrase| !phrase.is_empty()).collect()
}

/// The words that are coordinated with a head so that each can be taken alone: "the bridge, the ferry and the quay".
/// Chains are followed from the first, which some trees hang one on the other.
pub(super) fn conjuncts(analysis: &Analysis, head: usize) -> Vec<usize> {
    let words = &analysis.words;
    let follows = |token: usize| {
        analysis
            .children_with(token, &[Deprel::Conj])
            .filter(|&conjunct| !is_clausal(analysis, conjunct))
    };
    let is_first = words[head].deprel.base() != Deprel::Conj || is_clausal(analysis, head);
    let mut conjuncts: Vec<usize> = if is_first {
        follows(head).collect()
    } else {
        Vec::new()
    };
    let mut next = 0;
    while next < conjuncts.len() && conjuncts.len() <= words.len() {
        conjuncts.extend(follows(conjuncts[next]).collect::<Vec<_>>());
        next += 1;
    }
    conjuncts.sort_unstable();
    let between = analysis
        .children_with(head, &[Deprel::Case])
        .any(|case| words[case].lower == "between");
    let one_name = conjuncts
        .iter()
        .any(|&conjunct| same_name(analysis, head, conjunct));
    // "two or more" is one number; coordinated verbs are predicates of their own.
    let whole = between || one_name || matches!(words[head].upos, Upos::Num | Upos::Verb);
    if whole { Vec::new() } else { conjuncts }
}

/// A subtree without what is coordinated with its head.
pub(super) fn alone(analysis: &Analysis, head: usize) -> Vec<usize> {
    let apart = analysis
        .children(head)
        .iter()
        .filter(|&&child| analysis.words[child].deprel.base() != Deprel::Conj);
    apart
        .flat_map(|&child| analysis.subtree(child))
        .chain([head])
        .collect()
}

/// What the first of two coordinated words does not share with the second: itself, and what modifies it alone.
pub(super) fn own(analysis: &Analysis, head: usize, conjunct: usize) -> Vec<usize> {
    let words = &analysis.words;
    let with = |relations: &[Deprel]| {
        analysis
            .children(conjunct)
            .iter()
            .any(|&child| relations.contains(&words[child].deprel.base()))
    };
    let mut own = vec![head];
    for &child in analysis.children(head) {
        let shared = match words[child].deprel.base() {
            Deprel::Conj | Deprel::Nsubj | Deprel::Cop | Deprel::Aux | Deprel::Obl => true,
            Deprel::Case | Deprel::Mark => !with(&[Deprel::Case]),
            Deprel::Det => {
                words[child].deprel == Deprel::Det
                    && !with(&[Deprel::Det, Deprel::Nmod, Deprel::Nummod])
                    && words[conjunct].upos == words[head].upos
                    && words[head].upos != Upos::Propn
            }
            _ => child > conjunct,
        };
        if !shared {
            own.extend(analysis.subtree(child));
        }
    }
    own
}

/// Whether two words belong to one name: "the Ministry of Roads and Bridges".
fn same_name(analysis: &Analysis, first: usize, last: usize) -> bool {
    first < last
        && analysis.words[first + 1..=last]
            .iter()
            .all(|word| word.entity.is_some_and(Chunk::is_inside))
}
