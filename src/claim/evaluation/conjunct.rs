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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::EntityType;
    use crate::testing::{say, tree_by_hand};

    #[test]
    fn each_conjunct_is_a_phrase() {
        let table: [(&str, usize, &[&str]); 8] = [
            (
                "boats/NOUN/root/0 and/CCONJ/cc/3 cars/NOUN/conj/1",
                0,
                &["boats", "cars"],
            ),
            // A chain, one hung on the other.
            (
                "boats/NOUN/root/0 cars/NOUN/conj/1 vans/NOUN/conj/2",
                0,
                &["boats", "cars", "vans"],
            ),
            (
                "boats/NOUN/root/0 cars/NOUN/conj/1 vans/NOUN/conj/2",
                1,
                &["cars vans"],
            ),
            (
                "between/ADP/case/2 boats/NOUN/root/0 and/CCONJ/cc/4 cars/NOUN/conj/2",
                1,
                &["boats and cars"],
            ),
            (
                "of/ADP/case/2 boats/NOUN/root/0 and/CCONJ/cc/4 cars/NOUN/conj/2",
                1,
                &["boats", "cars"],
            ),
            (
                "two/NUM/root/0 or/CCONJ/cc/3 more/ADJ/conj/1",
                0,
                &["two or more"],
            ),
            ("boats/NOUN/root/0 sank/VERB/conj/1", 0, &["boats"]),
            ("boats/NOUN/root/0", 0, &["boats"]),
        ];
        for (tree, head, expected) in table {
            let analysis = tree_by_hand(tree);
            let found: Vec<String> = alternatives(&analysis, head, None)
                .iter()
                .map(|phrase| say(&analysis, phrase))
                .collect();
            assert_eq!(found, expected, "{tree}");
        }
    }

    #[test]
    fn verbs_are_no_phrases_and_names_are_one() {
        let verbs = tree_by_hand("cut/VERB/root/0 costs/NOUN/conj/1");
        assert!(conjuncts(&verbs, 0).is_empty());
        let mut name = tree_by_hand("Roads/PROPN/root/0 and/CCONJ/cc/3 Bridges/PROPN/conj/1");
        assert_eq!(conjuncts(&name, 0), [2]);
        name.words[0].entity = Some(Chunk::Begin(EntityType::Organization));
        name.words[1].entity = Some(Chunk::Inside(EntityType::Organization));
        assert_eq!(conjuncts(&name, 0), [2]);
        name.words[2].entity = Some(Chunk::Inside(EntityType::Organization));
        assert!(conjuncts(&name, 0).is_empty());
        assert!(!same_name(&name, 2, 0));
    }

    #[test]
    fn a_phrase_alone_goes_without_its_conjuncts() {
        let analysis = tree_by_hand("old/ADJ/amod/2 boats/NOUN/root/0 cars/NOUN/conj/2");
        let mut tokens = alone(&analysis, 1);
        tokens.sort_unstable();
        assert_eq!(tokens, [0, 1]);
    }

    #[test]
    fn the_first_keeps_what_modifies_it_alone() {
        // (tree, the words that the first of the two keeps to itself)
        let table = [
            (
                "old/ADJ/amod/2 boats/NOUN/root/0 cars/NOUN/conj/2",
                "boats old",
            ),
            (
                "boats/NOUN/root/0 cars/NOUN/conj/1 here/ADV/nmod/1",
                "boats",
            ),
            (
                "he/PRON/nsubj/3 is/AUX/cop/3 mayor/NOUN/root/0 judge/NOUN/conj/3 now/NOUN/obl/3",
                "mayor",
            ),
            ("in/ADP/case/2 May/PROPN/root/0 June/PROPN/conj/2", "May"),
            (
                "in/ADP/case/2 May/PROPN/root/0 by/ADP/case/4 June/PROPN/conj/2",
                "May in",
            ),
            ("the/DET/det/2 boats/NOUN/root/0 cars/NOUN/conj/2", "boats"),
            (
                "the/DET/det/2 boats/NOUN/root/0 a/DET/det/4 car/NOUN/conj/2",
                "boats the",
            ),
            (
                "the/DET/det/2 Tarn/PROPN/root/0 Esk/PROPN/conj/2",
                "Tarn the",
            ),
            (
                "the/DET/det/2 boats/NOUN/root/0 Esk/PROPN/conj/2",
                "boats the",
            ),
            (
                "all/DET/det:predet/2 boats/NOUN/root/0 cars/NOUN/conj/2",
                "boats all",
            ),
        ];
        for (tree, expected) in table {
            let analysis = tree_by_hand(tree);
            let conjunct = analysis
                .words
                .iter()
                .position(|word| word.deprel == Deprel::Conj)
                .unwrap();
            let head = analysis.words[conjunct].head.unwrap();
            assert_eq!(
                say(&analysis, &own(&analysis, head, conjunct)),
                expected,
                "{tree}"
            );
        }
    }
}
