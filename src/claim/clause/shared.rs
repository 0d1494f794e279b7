//! What a conjunct shares with the first one and what is put back before it: the subject, and with a bare verb form also
//! what stands between subject and first verb. "It ought to raise the fare, let …": *it ought to* … *let*.

use super::own_tokens;
use super::part::Part;
use crate::analysis::Analysis;
use crate::grammar::{Deprel, Feature, Upos};

/// Auxiliaries that are no modal verbs.
const BE_AND_HAVE: [&str; 2] = ["be", "have"];

/// Puts back before a conjunct what it shares with the first one. Gives the subject's head.
pub(super) fn put_back(
    analysis: &Analysis,
    parts: &[Option<Part>],
    predicate: usize,
    tokens: &mut Vec<usize>,
) -> Option<usize> {
    let first = analysis.first_conjunct(predicate);
    let bearer = bearer_of_subject(analysis, first)?;
    let subject = analysis
        .subject_of_clause(bearer)
        .filter(|&subject| subject < predicate)?;
    let mut shared = own_tokens(analysis, parts, subject);
    if waits_for_auxiliaries(analysis, predicate, first, bearer) {
        let from = shared.last().copied().unwrap_or(subject) + 1;
        shared.extend(verb_group(analysis, from, first, bearer));
    }
    shared.retain(|token| !tokens.contains(token));
    tokens.extend(shared);
    tokens.sort_unstable();
    Some(subject)
}

/// The nearest verb that has a subject: the verb itself, or one above it. "It *ought* to raise the fare".
fn bearer_of_subject(analysis: &Analysis, verb: usize) -> Option<usize> {
    std::iter::once(verb)
        .chain(analysis.ancestors(verb))
        .find(|&above| analysis.subject_of_clause(above).is_some())
}

/// Whether a conjunct needs the first one's auxiliaries: it has none of its own, is no finite verb, and no "but" ends
/// what the first one denies ("He didn't ask, but cut the deal").
fn waits_for_auxiliaries(
    analysis: &Analysis,
    predicate: usize,
    first: usize,
    bearer: usize,
) -> bool {
    let words = &analysis.words;
    let has_auxiliary = analysis
        .children_with(predicate, &[Deprel::Aux, Deprel::Cop])
        .any(|child| child < predicate);
    let is_contrasted = analysis.is_negated(first)
        && analysis
            .children_with(predicate, &[Deprel::Cc])
            .any(|child| words[child].is(&["but"]));
    let is_finite = words[predicate].has(Feature::VerbFormFin)
        && !waits_for_modal(analysis, predicate, first, bearer);
    !has_auxiliary && !is_contrasted && !is_finite
}

/// A plain form behind "should publish" or "ought to publish" waits for "should", whatever the parser calls it.
fn waits_for_modal(analysis: &Analysis, predicate: usize, first: usize, bearer: usize) -> bool {
    let words = &analysis.words;
    let has_modal = |verb: usize| {
        words[verb].is(&["ought"])
            || analysis
                .children_with(verb, &[Deprel::Aux])
                .any(|aux| words[aux].upos == Upos::Aux && !words[aux].has_lemma(&BE_AND_HAVE))
    };
    let is_plain =
        words[predicate].upos == Upos::Verb && words[predicate].lower == words[predicate].lemma;
    is_plain && (has_modal(first) || has_modal(bearer))
}

/// What stands between subject and first verb and makes up the verb with it: auxiliaries, "to", negation, and the verbs
/// that lead to it.
fn verb_group(analysis: &Analysis, from: usize, first: usize, bearer: usize) -> Vec<usize> {
    let words = &analysis.words;
    let belongs = |&token: &usize| {
        let word = &words[token];
        let carries = word.upos == Upos::Part
            || matches!(word.deprel.base(), Deprel::Aux | Deprel::Cop | Deprel::Mark);
        let of_verb = word.head.is_none_or(|head| head == first || head == bearer);
        let above = token == bearer || analysis.ancestors(first).any(|above| above == token);
        above || carries && of_verb
    };
    (from..first)
        .filter(|&token| !words[token].is_punctuation())
        .filter(belongs)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{say, tree_by_hand};

    /// The second conjunct, which is the last word, with what it shares with the first; "-" where that has no subject.
    fn restored(tree: &str) -> String {
        let analysis = tree_by_hand(tree);
        let last = analysis.words.len() - 1;
        let mut parts = vec![None; analysis.words.len()];
        parts[last] = Some(Part::Clause(crate::claim::ClauseKind::Coordinated));
        let mut tokens = vec![last];
        match put_back(&analysis, &parts, last, &mut tokens) {
            Some(subject) => format!(
                "{}: {}",
                analysis.words[subject].lower,
                say(&analysis, &tokens)
            ),
            None => "-".into(),
        }
    }

    #[test]
    fn a_finite_verb_takes_the_subject_alone() {
        let table = [
            (
                "the/DET/det/2 council/NOUN/nsubj/4 has/AUX/aux/4 cut/VERB/root/0 and/CCONJ/cc/6 sold~sell/VERB|VerbForm=Fin/conj/4",
                "council: the council sold",
            ),
            // "And the council": a subject behind the conjunct is no subject of it.
            ("cut/VERB/root/0 sold~sell/VERB|VerbForm=Fin/conj/1", "-"),
            (
                "council/NOUN/nsubj/4 did/AUX/aux/4 not/PART/advmod/4 ask/VERB/root/0 but/CCONJ/cc/6 sold~sell/VERB/conj/4",
                "council: council sold",
            ),
            // "and", or a first conjunct that is not denied, ends nothing.
            (
                "council/NOUN/nsubj/4 did/AUX/aux/4 not/PART/advmod/4 ask/VERB/root/0 and/CCONJ/cc/6 sold~sell/VERB/conj/4",
                "council: council did not sold",
            ),
            (
                "council/NOUN/nsubj/3 did/AUX/aux/3 ask/VERB/root/0 but/CCONJ/cc/5 sold~sell/VERB/conj/3",
                "council: council did sold",
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(restored(tree), expected, "{tree}");
        }
    }

    #[test]
    fn a_verb_without_an_auxiliary_takes_the_first_ones() {
        let table = [
            (
                "council/NOUN/nsubj/4 has/AUX/aux/4 ,/PUNCT/punct/4 cut/VERB/root/0 and/CCONJ/cc/6 sold~sell/VERB|VerbForm=Part/conj/4",
                "council: council has sold",
            ),
            // A plain form behind a modal verb waits for it, whatever its features.
            (
                "council/NOUN/nsubj/3 should/AUX/aux/3 cut/VERB/root/0 and/CCONJ/cc/5 sell/VERB|VerbForm=Fin/conj/3",
                "council: council should sell",
            ),
            (
                "council/NOUN/nsubj/3 has~have/AUX/aux/3 cut/VERB/root/0 and/CCONJ/cc/5 sell/VERB|VerbForm=Fin/conj/3",
                "council: council sell",
            ),
            (
                "council/NOUN/nsubj/3 should/AUX/aux/3 cut/VERB/root/0 and/CCONJ/cc/5 sells~sell/VERB|VerbForm=Fin/conj/3",
                "council: council sells",
            ),
            (
                "council/NOUN/nsubj/3 should/ADV/aux/3 cut/VERB/root/0 and/CCONJ/cc/5 sell/VERB|VerbForm=Fin/conj/3",
                "council: council sell",
            ),
            (
                "council/NOUN/nsubj/3 should/AUX/aux/3 cut/VERB/root/0 and/CCONJ/cc/5 sale/NOUN|VerbForm=Fin/conj/3",
                "council: council sale",
            ),
            // The verbs that lead to the first one, with "to", but not another word.
            (
                "council/NOUN/nsubj/2 ought/AUX/root/0 soon/ADV/advmod/5 to/PART/mark/5 cut/VERB/xcomp/2 and/CCONJ/cc/7 sell/VERB|VerbForm=Fin/conj/5",
                "council: council ought to sell",
            ),
            (
                "council/NOUN/nsubj/3 is/AUX/cop/3 able/ADJ/root/0 to/SCONJ/mark/5 cut/VERB/xcomp/3 and/CCONJ/cc/7 sell/VERB/conj/5",
                "council: council is able to sell",
            ),
            // Auxiliaries inside another word's phrase stay there.
            (
                "council/NOUN/nsubj/5 has/AUX/aux/5 was/AUX/aux/4 hurt/ADJ/dep/5 cut/VERB/root/0 sold~sell/VERB/conj/5",
                "council: council has sold",
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(restored(tree), expected, "{tree}");
        }
    }

    #[test]
    fn an_auxiliary_of_its_own_needs_no_other() {
        let analysis = tree_by_hand(
            "it/PRON/nsubj/3 has/AUX/aux/3 cut/VERB/root/0 and/CCONJ/cc/6 was/AUX/aux/6 sold~sell/VERB|VerbForm=Part/conj/3 be/AUX/aux/8 left/VERB|VerbForm=Part/conj/3",
        );
        assert!(!waits_for_auxiliaries(&analysis, 5, 2, 2));
        assert!(!waits_for_auxiliaries(&analysis, 7, 2, 2));
        let behind = tree_by_hand(
            "it/PRON/nsubj/3 has/AUX/aux/3 cut/VERB/root/0 sold~sell/VERB|VerbForm=Part/conj/3 be/AUX/aux/4",
        );
        assert!(waits_for_auxiliaries(&behind, 3, 2, 2));
    }

    #[test]
    fn a_subject_behind_the_conjunct_is_not_its_own() {
        let analysis = tree_by_hand("cut/VERB/root/0 sold/VERB/conj/1 council/NOUN/nsubj/1");
        let mut tokens = vec![1];
        assert_eq!(put_back(&analysis, &[None; 3], 1, &mut tokens), None);
        assert_eq!(tokens, [1]);
    }
}
