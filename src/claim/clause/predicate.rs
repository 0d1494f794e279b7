//! Whether a word heads a clause, and whether that clause has a finite verb.

use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Feature, Upos};

/// Modal verbs, which are finite whatever features they are given.
const MODALS: [&str; 10] = [
    "can", "could", "will", "would", "shall", "should", "may", "might", "must", "ought",
];

/// Whether a token heads a clause: a verb, or anything with a copula, an auxiliary or a subject.
pub(in crate::claim) fn is_predicate(analysis: &Analysis, token: usize) -> bool {
    let clausal = [
        Deprel::Nsubj,
        Deprel::Cop,
        Deprel::Aux,
        Deprel::Expl,
        Deprel::Csubj,
    ];
    matches!(analysis.words[token].upos, Upos::Verb | Upos::Aux)
        || analysis.has_child_with(token, &clausal)
}

/// Whether the clause has a finite verb: in its head, an auxiliary or the copula.
pub(in crate::claim) fn is_finite(analysis: &Analysis, predicate: usize) -> bool {
    let words = &analysis.words;
    let auxiliary = analysis
        .children_with(predicate, &[Deprel::Aux, Deprel::Cop])
        .any(|child| is_finite_form(&words[child]));
    is_finite_form(&words[predicate]) || auxiliary || is_finite_in_headline(analysis, predicate)
}

fn is_finite_form(word: &Word) -> bool {
    let auxiliary = word.upos == Upos::Aux
        && !word.has(Feature::VerbFormInf)
        && !word.has(Feature::VerbFormGer);
    word.has(Feature::VerbFormFin) || auxiliary || word.is(&MODALS)
}

/// "Two bridges closed after the flood", "Bridge closed": headlines drop the auxiliary, so a verb with a subject counts
/// unless it is an infinitive or a gerund.
fn is_finite_in_headline(analysis: &Analysis, predicate: usize) -> bool {
    let word = &analysis.words[predicate];
    word.upos == Upos::Verb
        && analysis.subject_of_clause(predicate).is_some()
        && !is_infinitive(analysis, predicate)
        && !word.has(Feature::VerbFormGer)
}

/// "to close".
fn is_infinitive(analysis: &Analysis, token: usize) -> bool {
    analysis.words[token].has(Feature::VerbFormInf)
        && analysis
            .children_with(token, &[Deprel::Mark])
            .any(|child| analysis.words[child].is(&["to"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::tree_by_hand;

    /// The root of a tree, which is its last word.
    fn of_last(tree: &str, test: fn(&Analysis, usize) -> bool) -> bool {
        let analysis = tree_by_hand(tree);
        test(&analysis, analysis.words.len() - 1)
    }

    #[test]
    fn a_predicate_is_a_verb_or_has_what_only_clauses_have() {
        for tree in [
            "runs/VERB/root/0",
            "is/AUX/root/0",
            "ferry/NOUN/nsubj/2 old/ADJ/root/0",
            "ferry/NOUN/nsubj:pass/2 old/ADJ/root/0",
            "is/AUX/cop/2 old/ADJ/root/0",
            "will/AUX/aux/2 old/ADJ/root/0",
            "there/PRON/expl/2 hope/NOUN/root/0",
            "run/VERB/csubj/2 fun/NOUN/root/0",
        ] {
            assert!(of_last(tree, is_predicate), "{tree}");
        }
        for tree in ["old/ADJ/amod/2 ferry/NOUN/root/0", "ferry/NOUN/root/0"] {
            assert!(!of_last(tree, is_predicate), "{tree}");
        }
    }

    #[test]
    fn a_finite_verb_is_a_form_an_auxiliary_or_dropped_in_a_headline() {
        for tree in [
            "runs/VERB|VerbForm=Fin/root/0",
            "is/AUX/root/0",
            "could/VERB/root/0",
            "was/AUX/aux:pass/2 closed/VERB|VerbForm=Part/root/0",
            "is/AUX/cop/2 old/ADJ/root/0",
            "ferry/NOUN/nsubj/2 closed/VERB|VerbForm=Part/root/0",
            "mayor/NOUN/nsubj/2 leave/VERB|VerbForm=Inf/root/0",
            "for/SCONJ/mark/3 mayor/NOUN/nsubj/3 leave/VERB|VerbForm=Inf/root/0",
            "mayor/NOUN/nsubj/3 to/PART/mark/3 closed/VERB|VerbForm=Part/root/0",
        ] {
            assert!(of_last(tree, is_finite), "{tree}");
        }
        for tree in [
            "closed/VERB|VerbForm=Part/root/0",
            "be/AUX|VerbForm=Inf/root/0",
            "being/AUX|VerbForm=Ger/root/0",
            "be/AUX|VerbForm=Inf/cop/2 old/ADJ/root/0",
            "had/AUX/obj/2 closed/VERB|VerbForm=Part/root/0",
            "ferry/NOUN/nsubj/2 ruin/NOUN/root/0",
            "mayor/NOUN/nsubj/2 leaving/VERB|VerbForm=Ger/root/0",
            "mayor/NOUN/nsubj/3 to/PART/mark/3 leave/VERB|VerbForm=Inf/root/0",
        ] {
            assert!(!of_last(tree, is_finite), "{tree}");
        }
    }
}
