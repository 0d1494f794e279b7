//! Whether the subject of the claim is among its words.

use super::obstacle::Candidate;
use crate::grammar::{Deprel, Upos};

/// Prepositions of phrases that stand in front of a subject and are not the subject: "expects mentorship | in the newsrooms will grow".
const OF_PLACE: [&str; 7] = ["at", "for", "in", "of", "on", "to", "with"];

/// Whether the subject is among the words of the claim, "there" and clauses too; where the tree has none, a noun without a
/// preposition may be it.
pub(super) fn is_said(candidate: &Candidate) -> bool {
    if let Some(subject) = candidate.clause.subject {
        return candidate.has(subject);
    }
    let relations = [Deprel::Nsubj, Deprel::Csubj, Deprel::Expl];
    let mut subjects = candidate
        .analysis
        .children_with(candidate.clause.predicate, &relations);
    let bare = |&token: &usize| {
        let mut cases = candidate.analysis.children_with(token, &[Deprel::Case]);
        cases.next().is_none() && !candidate.is_below(token)
    };
    subjects.any(|subject| candidate.has(subject)) || nouns_before(candidate).iter().any(bare)
}

/// Whether what is called something stands in front: "called | the policy a mistake".
pub(super) fn is_named_before(candidate: &Candidate) -> bool {
    let placed = |&token: &usize| {
        candidate
            .analysis
            .children_with(token, &[Deprel::Case])
            .any(|case| candidate.word(case).is(&OF_PLACE))
    };
    nouns_before(candidate).iter().any(|noun| !placed(noun))
}

/// Nouns and pronouns in front of the predicate and its auxiliaries.
fn nouns_before(candidate: &Candidate) -> Vec<usize> {
    let predicate = candidate.clause.predicate;
    let verb = candidate.auxiliaries().next().unwrap_or(predicate);
    let tokens = candidate.clause.tokens.iter().copied();
    tokens
        .take_while(|&token| token < verb.min(predicate))
        .filter(|&token| {
            matches!(
                candidate.word(token).upos,
                Upos::Noun | Upos::Propn | Upos::Pron
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::hand::check_rule;
    use super::*;

    #[test]
    fn a_subject_is_among_the_words_of_the_claim() {
        check_rule(
            is_said,
            &[
                ("pools/NOUN/nsubj/2 *closed/VERB/root/0", true),
                ("^pools/NOUN/nsubj/2 *closed/VERB/root/0", false),
                (
                    "^pools/NOUN/nsubj/3 towns/NOUN/obl/3 *closed/VERB/root/0",
                    false,
                ),
                ("there/PRON/expl/2 *is/VERB/root/0", true),
                ("^there/ADV/expl/2 *is/VERB/root/0", false),
                ("swimming/VERB/csubj/2 *helps/VERB/root/0", true),
                // A noun that the tree calls something else.
                ("pools/NOUN/obl/2 *closed/VERB/root/0", true),
                ("in/ADP/case/2 pools/NOUN/obl/3 *swim/VERB/root/0", false),
                ("he/PRON/nsubj/2 asks/VERB/advcl/3 *swim/VERB/root/0", false),
                ("*swim/VERB/root/0 pools/NOUN/obj/1", false),
                ("was/AUX/aux/3 pools/NOUN/obl/3 *closed/VERB/root/0", false),
                ("pools/NOUN/obl/2 *closed/VERB/root/0 was/AUX/aux/2", true),
                ("old/ADJ/amod/2 *closed/VERB/root/0", false),
            ],
        );
    }

    #[test]
    fn what_is_named_has_no_preposition_of_place() {
        check_rule(
            is_named_before,
            &[
                ("policy/NOUN/nsubj/2 *mistake/NOUN/root/0", true),
                (
                    "in/ADP/case/2 newsrooms/NOUN/obl/3 *grow/VERB/root/0",
                    false,
                ),
                ("as/ADP/case/2 newsrooms/NOUN/obl/3 *grow/VERB/root/0", true),
                ("*mistake/NOUN/root/0 policy/NOUN/nsubj/1", false),
            ],
        );
    }
}
