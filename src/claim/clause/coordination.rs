//! Coordination: which of several predicates that "and" or a comma joins are clauses of their own.
//!
//! "The council cut the budget, closed two branches and sold the library" has three; "accelerated and magnified the
//! protests" is one, since both verbs wait for the same object; so is "opened fire, injuring several", whose second verb
//! can't be read with the first one's subject; so is "either the board resigns or the members leave", of which neither half is
//! claimed. Known to go wrong where the parser gives the object to the first verb.

use super::part::Part;
use super::predicate::is_predicate;
use crate::analysis::Analysis;
use crate::grammar::{Deprel, Feature, Upos};

/// Whether a conjunct of `head` is a clause of its own.
pub(super) fn is_clause_of_its_own(
    analysis: &Analysis,
    parts: &[Option<Part>],
    head: usize,
    token: usize,
) -> bool {
    let goes_on_from_clause = is_predicate(analysis, head)
        && match parts[head] {
            Some(Part::Condition | Part::Setting) => false,
            Some(_) => true,
            None => completes_clause(analysis, parts, head),
        };
    let has_subject = analysis.subject_of_clause(token).is_some();
    goes_on_from_clause
        && !is_alternative(analysis, head)
        && (has_subject
            || has_verb(analysis, token)
                && agrees_with(analysis, head, token)
                && !shares_object(analysis, head, token))
}

/// "The board resigns or the members leave", "they wait, pay or leave": whether one of several conjuncts is claimed, and no
/// one knows which.
fn is_alternative(analysis: &Analysis, first: usize) -> bool {
    let mut coordinators = analysis
        .children_with(first, &[Deprel::Conj])
        // "A fish or fowl, and the town likes it": words are not claimed.
        .filter(|&conjunct| {
            has_verb(analysis, conjunct) || analysis.subject_of_clause(conjunct).is_some()
        })
        .flat_map(|conjunct| analysis.children_with(conjunct, &[Deprel::Cc]));
    coordinators.any(|coordinator| analysis.words[coordinator].is(&["or"]))
}

/// "We ought to *raise* the fare": whether a token is the complement of a clause's verb, or of its complement.
pub(super) fn completes_clause(analysis: &Analysis, parts: &[Option<Part>], token: usize) -> bool {
    std::iter::once(token)
        .chain(analysis.ancestors(token))
        .take_while(|&verb| analysis.words[verb].deprel == Deprel::Xcomp)
        .filter_map(|verb| analysis.words[verb].head)
        .any(|above| matches!(parts[above], Some(Part::Clause(_))))
}

/// A verb, or a noun or adjective with a copula: "was late and is empty", but not "was late and empty".
fn has_verb(analysis: &Analysis, token: usize) -> bool {
    analysis.words[token].upos == Upos::Verb || analysis.child(token, Deprel::Cop).is_some()
}

/// Whether a coordinated verb can be read with the first one's subject and auxiliaries.
fn agrees_with(analysis: &Analysis, first: usize, verb: usize) -> bool {
    let words = &analysis.words;
    let has_auxiliary =
        |verb: usize, relations: &[Deprel]| analysis.has_child_with(verb, relations);
    if has_auxiliary(verb, &[Deprel::Aux, Deprel::Cop]) || words[verb].upos != Upos::Verb {
        return true;
    }
    // "seeks to combine …, leverage …": a plain form does not agree with a subject in the singular.
    let plain =
        words[verb].lower == words[verb].lemma && non_finite_form(analysis, first).is_none();
    let singular = analysis.subject_of_clause(first).is_some_and(|subject| {
        words[subject].has(Feature::NumberSing) && !words[subject].has(Feature::Person1)
    });
    let disagrees = plain && singular && !has_auxiliary(first, &[Deprel::Aux]);
    is_present_participle(analysis, verb) == is_present_participle(analysis, first) && !disagrees
}

/// The feature that makes a verb non-finite.
fn non_finite_form(analysis: &Analysis, verb: usize) -> Option<Feature> {
    [
        Feature::VerbFormGer,
        Feature::VerbFormPart,
        Feature::VerbFormInf,
    ]
    .into_iter()
    .find(|&form| analysis.words[verb].has(form))
}

/// "injuring" of "A gunman opened fire, …, injuring several".
fn is_present_participle(analysis: &Analysis, verb: usize) -> bool {
    let participle = matches!(
        non_finite_form(analysis, verb),
        Some(Feature::VerbFormGer | Feature::VerbFormPart)
    );
    participle && analysis.words[verb].lower.ends_with("ing")
}

/// "accelerated and magnified the protests": two verbs side by side.
fn shares_object(analysis: &Analysis, head: usize, token: usize) -> bool {
    let words = &analysis.words;
    words[head].upos == Upos::Verb
        && (head + 1..token).all(|between| matches!(words[between].upos, Upos::Cconj | Upos::Punct))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::ClauseKind;
    use crate::testing::tree_by_hand;

    const CLAUSE: Option<Part> = Some(Part::Clause(ClauseKind::Main));

    /// Whether the second conjunct of a tree is a clause, where the first is that part.
    fn is_clause(part: Option<Part>, tree: &str) -> bool {
        let analysis = tree_by_hand(tree);
        let conjunct = analysis
            .words
            .iter()
            .position(|word| word.deprel == Deprel::Conj)
            .unwrap();
        let head = analysis.words[conjunct].head.unwrap();
        let mut parts = vec![None; analysis.words.len()];
        parts[head] = part;
        is_clause_of_its_own(&analysis, &parts, head, conjunct)
    }

    #[test]
    fn a_conjunct_is_a_clause_where_it_has_a_subject_or_shares_one() {
        for tree in [
            // With a subject of its own, even between two verbs side by side.
            "sank/VERB/root/0 and/CCONJ/cc/4 they/PRON/nsubj/4 left/VERB/conj/1",
            "cut/VERB|VerbForm=Fin/root/0 it/PRON/obj/1 and/CCONJ/cc/4 left/VERB|VerbForm=Fin/conj/1",
            "late/ADJ/root/0 is/AUX/cop/1 and/CCONJ/cc/5 is/AUX/cop/5 empty/ADJ/conj/1",
            // The first is no verb, so that nothing waits for an object.
            "was/AUX/cop/2 late/ADJ/root/0 and/CCONJ/cc/4 left/VERB|VerbForm=Fin/conj/2",
            // A word between that is no conjunction.
            "cut/VERB|VerbForm=Fin/root/0 and/CCONJ/cc/4 then/ADV/advmod/4 left/VERB|VerbForm=Fin/conj/1",
        ] {
            assert!(is_clause(CLAUSE, tree), "{tree}");
        }
        for tree in [
            "hit/VERB|VerbForm=Fin/root/0 and/CCONJ/cc/3 sank/VERB|VerbForm=Fin/conj/1 it/PRON/obj/3",
            "was/AUX/cop/2 late/ADJ/root/0 and/CCONJ/cc/4 empty/ADJ/conj/2",
            "hit/VERB|VerbForm=Fin/root/0 ,/PUNCT/punct/3 sank/VERB|VerbForm=Fin/conj/1 it/PRON/obj/3",
            "ferry/NOUN/root/0 old/ADJ/amod/1 and/CCONJ/cc/4 left/VERB|VerbForm=Fin/conj/1",
        ] {
            assert!(!is_clause(CLAUSE, tree), "{tree}");
        }
    }

    #[test]
    fn alternatives_are_one_clause() {
        for (conjunction, apart) in [("or", false), ("and", true), ("but", true)] {
            let tree = format!(
                "boards/NOUN/nsubj/2 resign/VERB|VerbForm=Fin/root/0 {conjunction}/CCONJ/cc/5 members/NOUN/nsubj/5 \
                 leave/VERB|VerbForm=Fin/conj/2"
            );
            assert_eq!(is_clause(CLAUSE, &tree), apart, "{tree}");
        }
        // "They wait, pay or leave."
        let list = "they/PRON/nsubj/2 wait/VERB|VerbForm=Fin/root/0 ,/PUNCT/punct/4 pay/VERB|VerbForm=Fin/conj/2 or/CCONJ/cc/6 \
                    leave/VERB|VerbForm=Fin/conj/2";
        assert!(!is_clause(CLAUSE, list));
        let words = "it/PRON/nsubj/3 is~be/AUX/cop/3 fish/NOUN/root/0 or/CCONJ/cc/5 fowl/NOUN/conj/3 and/CCONJ/cc/8 towns/NOUN/nsubj/8 \
                     eat/VERB|VerbForm=Fin/conj/3";
        let analysis = tree_by_hand(words);
        assert!(!is_alternative(&analysis, 2));
    }

    #[test]
    fn what_the_first_conjunct_is_decides_too() {
        let tree = "cut/VERB|VerbForm=Fin/root/0 it/PRON/obj/1 and/CCONJ/cc/4 left/VERB|VerbForm=Fin/conj/1";
        assert!(is_clause(Some(Part::Cue), tree) && is_clause(Some(Part::Stance), tree));
        assert!(!is_clause(Some(Part::Condition), tree) && !is_clause(Some(Part::Setting), tree));
        assert!(!is_clause(None, tree));
    }

    #[test]
    fn the_complement_of_a_clause_goes_on() {
        let analysis = tree_by_hand(
            "ought/VERB/root/0 be/VERB/xcomp/1 able/ADJ/xcomp/2 sell/VERB/xcomp/3 it/PRON/obj/4 and/CCONJ/cc/7 leave/VERB/conj/4",
        );
        let mut parts = vec![None; 7];
        parts[0] = CLAUSE;
        assert!(completes_clause(&analysis, &parts, 1) && completes_clause(&analysis, &parts, 3));
        assert!(!completes_clause(&analysis, &parts, 4) && !completes_clause(&analysis, &parts, 0));
        assert!(is_clause_of_its_own(&analysis, &parts, 3, 6));
        parts[0] = Some(Part::Cue);
        assert!(!completes_clause(&analysis, &parts, 1));
    }

    #[test]
    fn forms_agree_or_not() {
        // (first verb with what hangs on it, second verb, whether they agree)
        let table = [
            (
                "opened/VERB|VerbForm=Fin/root/0",
                "injuring/VERB|VerbForm=Part/conj/1",
                false,
            ),
            (
                "opening/VERB|VerbForm=Part/root/0",
                "injuring/VERB|VerbForm=Ger/conj/1",
                true,
            ),
            (
                "opening/VERB|VerbForm=Part/root/0",
                "injured/VERB|VerbForm=Fin/conj/1",
                false,
            ),
            (
                "opened/VERB|VerbForm=Fin/root/0",
                "injured/VERB|VerbForm=Part/conj/1",
                true,
            ),
            // "bring" ends like a participle and is none.
            (
                "opened/VERB|VerbForm=Fin/root/0",
                "bring~bring/VERB|VerbForm=Fin/conj/1",
                true,
            ),
            (
                "opened/VERB|VerbForm=Fin/root/0",
                "injuring/NOUN/conj/1",
                true,
            ),
        ];
        for (first, second, expected) in table {
            let analysis = tree_by_hand(&format!("{first} {second}"));
            assert_eq!(agrees_with(&analysis, 0, 1), expected, "{first} {second}");
        }
        let auxiliary = tree_by_hand(
            "opened/VERB|VerbForm=Fin/root/0 was/AUX/aux/3 injuring/VERB|VerbForm=Part/conj/1",
        );
        assert!(agrees_with(&auxiliary, 0, 2));
    }

    #[test]
    fn a_plain_form_does_not_agree_with_a_singular() {
        let table = [
            (
                "it/PRON|Number=Sing/nsubj/2 seeks~seek/VERB|VerbForm=Fin/root/0 sell~sell/VERB/conj/2",
                false,
            ),
            (
                "it/PRON|Number=Sing/nsubj/2 seeks~seek/VERB|VerbForm=Fin/root/0 sells~sell/VERB/conj/2",
                true,
            ),
            (
                "they/PRON|Number=Plur/nsubj/2 seek/VERB|VerbForm=Fin/root/0 sell~sell/VERB/conj/2",
                true,
            ),
            (
                "I/PRON|Number=Sing|Person=1/nsubj/2 seek/VERB|VerbForm=Fin/root/0 sell~sell/VERB/conj/2",
                true,
            ),
            (
                "seeks~seek/VERB|VerbForm=Fin/root/0 will/ADV/advmod/1 sell~sell/VERB/conj/1",
                true,
            ),
            // Another plain form behind "will", and an infinitive.
            (
                "it/PRON|Number=Sing/nsubj/3 will/AUX/aux/3 seek/VERB|VerbForm=Fin/root/0 sell~sell/VERB/conj/3",
                true,
            ),
            (
                "it/PRON|Number=Sing/nsubj/2 seek/VERB|VerbForm=Inf/root/0 sell~sell/VERB/conj/2",
                true,
            ),
        ];
        for (tree, expected) in table {
            let analysis = tree_by_hand(tree);
            let last = analysis.words.len() - 1;
            let first = analysis.words[last].head.unwrap();
            assert_eq!(agrees_with(&analysis, first, last), expected, "{tree}");
        }
    }
}
