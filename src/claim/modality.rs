//! Modal verbs and other words that put a predicate off: what has to be, may be or lies ahead.
//!
//! Shared by the rules of kind, certainty, polarity and time.

use super::ClauseKind;
use super::clause::Clause;
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Feature, Upos};
use crate::terms::CueType;

/// Auxiliaries that put what a verb says ahead, whatever else is said.
pub(super) const FUTURE: [&str; 4] = ["will", "'ll", "wo", "shall"];

/// Auxiliaries that leave open whether it is so.
pub(super) const POSSIBLE: [&str; 3] = ["may", "might", "could"];

/// All modal auxiliaries, with the forms that stand before "n't".
const MODALS: [&str; 15] = [
    "will", "'ll", "wo", "shall", "would", "'d", "may", "might", "could", "can", "ca", "should",
    "must", "ought", "need",
];

/// Words before "to" and a verb that put what it says ahead: "is due to open".
const AHEAD: [&str; 9] = [
    "likely", "going", "expected", "due", "set", "bound", "poised", "unlikely", "certain",
];

/// Words that do so as the predicate, whatever follows.
const LIKELY: [&str; 2] = ["likely", "unlikely"];

/// Forms of "be" before "to" and a verb: "The frames are to be welded".
const BE: [&str; 4] = ["is", "are", "'s", "'re"];

/// Words behind "would" that make it a liking: "would rather".
const LIKINGS: [&str; 3] = ["rather", "like", "prefer"];

/// Lemmas of verbs that oblige before "to": "has to", "needs to".
const OBLIGING: [&str; 2] = ["have", "need"];

/// How many verbs may complete one another: keeps the work linear.
const MOST_HOLDERS: usize = 4;

/// Whether "would" says what somebody likes: "The opposition would rather build".
pub(super) fn is_liking(words: &[Word], would: usize) -> bool {
    words.get(would + 1).is_some_and(|next| next.is(&LIKINGS))
}

/// Whether the clause is what somebody wants done: "asked that the road be closed". `cue_type` is that of the cue in front.
pub(super) fn is_demanded(analysis: &Analysis, clause: &Clause, cue_type: CueType) -> bool {
    let word = &analysis.words[clause.predicate];
    let plain =
        word.has(Feature::VerbFormInf) || word.has(Feature::MoodSub) || word.lower == word.lemma;
    cue_type == CueType::Intention && plain && clause.subject.is_some()
}

/// "has to", "needs to": the verb that obliges, where it is the predicate or governs it.
pub(super) fn obligation(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let words = &analysis.words;
    let obliges = |token: &usize| {
        let word = &words[*token];
        let governs = *token == clause.predicate || words[clause.predicate].head == Some(*token);
        governs
            && word.upos == Upos::Verb
            && word.has_lemma(&OBLIGING)
            && !word.has(Feature::TensePast)
            && to_follows(words, *token)
    };
    clause.tokens.iter().copied().find(obliges)
}

/// Auxiliaries and copula of the predicate, or of the verb that it completes ("ought to raise"), in order.
pub(super) fn auxiliaries(analysis: &Analysis, clause: &Clause) -> Vec<usize> {
    let words = &analysis.words;
    let holders = holders(analysis, clause);
    // "The council should publish it and raise the fee": put back from the first of the coordinated verbs.
    let shared = |token: usize, head: usize| {
        clause.kind == ClauseKind::Coordinated
            && token < clause.predicate
            && (!clause.tokens.contains(&head) || words[clause.predicate].head == Some(head))
    };
    let governs = |token: usize| {
        let head = words[token].head;
        head.is_some_and(|head| holders.contains(&head) || shared(token, head))
    };
    let is_auxiliary = |token: &usize| {
        matches!(words[*token].deprel.base(), Deprel::Aux | Deprel::Cop) && governs(*token)
    };
    clause.tokens.iter().copied().filter(is_auxiliary).collect()
}

/// The predicate, and the verbs that it completes.
pub(super) fn holders(analysis: &Analysis, clause: &Clause) -> Vec<usize> {
    let words = &analysis.words;
    let completes = |token: &usize| {
        let word = &words[*token];
        word.head.filter(|_| word.deprel.base() == Deprel::Xcomp)
    };
    std::iter::successors(Some(clause.predicate), completes)
        .take(MOST_HOLDERS)
        .collect()
}

/// Modal auxiliaries of the predicate, or of the verb that it completes ("ought to raise").
pub(super) fn modals(analysis: &Analysis, clause: &Clause) -> Vec<usize> {
    let words = &analysis.words;
    let holders = holders(analysis, clause);
    let auxiliaries = auxiliaries(analysis, clause);
    let is_modal = |token: &usize| {
        let word = &words[*token];
        let governs = word.deprel.base() == Deprel::Aux && auxiliaries.contains(token);
        let is_auxiliary = governs && (word.lower != "need" || word.upos == Upos::Aux);
        // Some trees have "ought" as a full verb.
        let is_full_verb = word.is(&["ought"]) && holders.contains(token);
        word.is(&MODALS) && (is_auxiliary || is_full_verb) && word.upos != Upos::Noun
    };
    clause.tokens.iter().copied().filter(is_modal).collect()
}

/// The word that puts a claim ahead without a modal verb: "is going to", "is expected to", "the frames are to be welded".
pub(super) fn ahead(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let tokens = || clause.tokens.iter().copied();
    tokens()
        .find(|&token| is_plan(analysis, clause, token))
        .or_else(|| tokens().find(|&token| is_outlook(analysis, clause, token)))
}

/// "are" in "The frames are to be welded".
fn is_plan(analysis: &Analysis, clause: &Clause, token: usize) -> bool {
    let words = &analysis.words;
    let word = &words[token];
    word.is(&BE)
        && word.upos == Upos::Aux
        && word.head == Some(clause.predicate)
        && words[clause.predicate].upos == Upos::Verb
        && to_follows(words, token)
        && follows_to(words, token, &[Upos::Verb, Upos::Aux])
}

/// "due" in "is due to open", and "likely" in "A delay is likely".
fn is_outlook(analysis: &Analysis, clause: &Clause, token: usize) -> bool {
    let words = &analysis.words;
    let word = &words[token];
    let is_predicate = token == clause.predicate;
    let is_near = is_predicate
        || words[clause.predicate].head == Some(token)
        || word.head == Some(clause.predicate);
    let before_verb =
        to_follows(words, token) && follows_to(words, token, &[Upos::Verb, Upos::Aux, Upos::Adv]);
    is_near && (before_verb && word.is(&AHEAD) || is_predicate && word.is(&LIKELY))
}

fn to_follows(words: &[Word], token: usize) -> bool {
    words.get(token + 1).is_some_and(|next| next.is(&["to"]))
}

/// Whether the word after "to" is one of those parts of speech.
fn follows_to(words: &[Word], token: usize, parts: &[Upos]) -> bool {
    words
        .get(token + 2)
        .is_some_and(|next| parts.contains(&next.upos))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::testing::{tree, whole_clause};

    /// The forms of what a rule finds among all words of a tree, with the predicate at a number from 1.
    fn found(
        words: &str,
        predicate: usize,
        rule: impl Fn(&Analysis, &Clause) -> Vec<usize>,
    ) -> String {
        let analysis = tree(words);
        let clause = Clause {
            predicate: predicate - 1,
            ..whole_clause(&analysis)
        };
        let tokens = rule(&analysis, &clause).into_iter();
        let forms: Vec<&str> = tokens
            .map(|token| analysis.words[token].form.as_str())
            .collect();
        forms.join(" ")
    }

    fn ahead_in(words: &str, predicate: usize) -> String {
        found(words, predicate, |analysis, clause| {
            ahead(analysis, clause).into_iter().collect()
        })
    }

    fn obligation_in(words: &str, predicate: usize) -> String {
        found(words, predicate, |analysis, clause| {
            obligation(analysis, clause).into_iter().collect()
        })
    }

    #[test]
    fn each_modal_auxiliary_is_found() {
        for modal in MODALS {
            let words = format!("it/PRON/nsubj/3 {modal}/AUX/aux/3 rain/VERB/root/0");
            assert_eq!(found(&words, 3, modals), modal);
        }
        for (words, expected) in [
            // Not modal; a full verb and a noun; of another verb; no auxiliary.
            ("it/PRON/nsubj/3 has/AUX/aux/3 rained/VERB/root/0", ""),
            ("we/PRON/nsubj/3 need/VERB/aux/3 rain/VERB/root/0", ""),
            ("the/DET/det/2 will/NOUN/aux/3 says/VERB/root/0", ""),
            ("may/AUX/aux/2 come/VERB/ccomp/3 said/VERB/root/0", ""),
            ("may/AUX/obj/2 come/VERB/root/0", ""),
            (
                "ought/VERB/root/0 to/PART/mark/3 rain/VERB/xcomp/1",
                "ought",
            ),
            ("must/VERB/root/0 to/PART/mark/3 rain/VERB/xcomp/1", ""),
        ] {
            let predicate = words.split(' ').count();
            assert_eq!(found(words, predicate, modals), expected, "{words}");
        }
    }

    #[test]
    fn auxiliaries_are_those_of_the_predicate_and_of_the_verbs_that_it_completes() {
        for (words, predicate, expected) in [
            (
                "it/PRON/nsubj/4 has/AUX/aux/4 been/AUX/cop/4 old/ADJ/root/0",
                4,
                "has been",
            ),
            (
                "it/PRON/nsubj/3 has/AUX/aux/3 tried/VERB/root/0 to/PART/mark/5 rain/VERB/xcomp/3",
                5,
                "has",
            ),
            (
                "what/PRON/obj/2 is/AUX/aux/3 said/VERB/csubj/4 rained/VERB/root/0",
                4,
                "",
            ),
            // Of the first of two verbs, but only where they are coordinated.
            ("can/AUX/aux/2 come/VERB/root/0 go/VERB/conj/2", 3, ""),
        ] {
            assert_eq!(found(words, predicate, auxiliaries), expected, "{words}");
        }
    }

    #[test]
    fn a_coordinated_clause_shares_the_auxiliary_in_front() {
        let analysis = tree(
            "can/AUX/aux/2 come/VERB/root/0 go/VERB/conj/2 was/AUX/cop/5 old/ADJ/advcl/3 may/AUX/aux/7 say/VERB/ccomp/3",
        );
        let with = |kind: ClauseKind, tokens: &[usize]| {
            let clause = Clause {
                predicate: 2,
                tokens: tokens.to_vec(),
                kind,
                ..whole_clause(&analysis)
            };
            auxiliaries(&analysis, &clause)
        };
        // "can" is put back with or without the first verb; "was" and "may" belong to what stands behind.
        assert_eq!(with(ClauseKind::Coordinated, &[0, 2]), [0]);
        assert_eq!(with(ClauseKind::Coordinated, &[0, 1, 2, 3, 5]), [0]);
        assert!(with(ClauseKind::Main, &[0, 2]).is_empty());
        // Of another clause in front.
        let analysis =
            tree("is/AUX/aux/2 told/VERB/acl/3 man/NOUN/nsubj/4 came/VERB/root/0 go/VERB/conj/4");
        let clause = Clause {
            predicate: 4,
            kind: ClauseKind::Coordinated,
            ..whole_clause(&analysis)
        };
        assert!(auxiliaries(&analysis, &clause).is_empty());
    }

    #[test]
    fn holders_are_the_verbs_that_one_completes() {
        let words = "a/VERB/root/0 b/VERB/xcomp/1 c/VERB/xcomp/2 d/VERB/xcomp/3 e/VERB/xcomp/4";
        assert_eq!(found(words, 3, holders), "c b a");
        assert_eq!(found(words, 5, holders), "e d c b");
        assert_eq!(found("a/VERB/root/0 b/VERB/ccomp/1", 2, holders), "b");
    }

    #[test]
    fn words_before_to_and_a_verb_put_it_ahead() {
        for word in AHEAD {
            let words = format!("is/AUX/cop/2 {word}/ADJ/root/0 to/PART/mark/4 rain/VERB/xcomp/2");
            assert_eq!(ahead_in(&words, 2), word);
            assert_eq!(ahead_in(&words, 4), word);
            let plain = format!("is/AUX/cop/2 {word}/ADJ/root/0 today/NOUN/obl/2");
            let expected = if LIKELY.contains(&word) { word } else { "" };
            assert_eq!(ahead_in(&plain, 2), expected);
        }
        for (words, predicate, expected) in [
            ("due/ADJ/advmod/3 to/PART/mark/3 open/VERB/root/0", 3, "due"),
            (
                "due/ADJ/advmod/4 to/PART/mark/4 soon/ADV/advmod/4 open/VERB/root/0",
                4,
                "due",
            ),
            ("due/ADJ/root/0 to/PART/mark/3 be/AUX/xcomp/1", 1, "due"),
            ("due/ADJ/advmod/3 to/ADP/case/3 rain/NOUN/root/0", 3, ""),
            ("keen/ADJ/root/0 to/PART/mark/3 open/VERB/xcomp/1", 3, ""),
            // Of another word, and not the predicate.
            (
                "due/ADJ/amod/3 to/PART/mark/3 open/VERB/acl/4 came/VERB/root/0",
                4,
                "",
            ),
            ("a/DET/det/3 likely/ADJ/amod/3 man/NOUN/root/0", 3, ""),
        ] {
            assert_eq!(ahead_in(words, predicate), expected, "{words}");
        }
    }

    #[test]
    fn be_before_to_and_a_verb_plans() {
        for be in BE {
            let words = format!("{be}/AUX/aux/3 to/PART/mark/3 open/VERB/root/0");
            assert_eq!(ahead_in(&words, 3), be);
        }
        for (words, predicate, expected) in [
            (
                "are/AUX/aux/4 to/PART/mark/4 be/AUX/aux/4 opened/VERB/root/0",
                4,
                "are",
            ),
            ("were/AUX/aux/3 to/PART/mark/3 open/VERB/root/0", 3, ""),
            ("are/VERB/aux/3 to/PART/mark/3 open/VERB/root/0", 3, ""),
            ("are/AUX/cop/3 to/ADP/case/3 town/NOUN/root/0", 3, ""),
            ("are/AUX/cop/3 not/PART/advmod/3 open/VERB/root/0", 3, ""),
            (
                "are/AUX/cop/4 to/PART/mark/3 open/VERB/acl/4 old/ADJ/root/0",
                4,
                "",
            ),
            (
                "are/AUX/cop/4 to/PART/mark/3 open/VERB/acl/4 old/VERB/root/0",
                3,
                "",
            ),
            (
                "are/AUX/cop/4 to/ADP/case/3 there/ADV/advmod/4 gone/VERB/root/0",
                4,
                "",
            ),
        ] {
            assert_eq!(ahead_in(words, predicate), expected, "{words}");
        }
        // A plan goes before an outlook, wherever it stands.
        let both = "due/ADJ/advmod/5 to/PART/mark/5 open/VERB/dep/5 are/AUX/aux/5 to/PART/root/0 open/VERB/dep/5";
        assert_eq!(ahead_in(both, 5), "due");
        assert_eq!(
            ahead_in(&both.replace("to/PART/root", "to/VERB/root"), 5),
            "are"
        );
    }

    #[test]
    fn have_and_need_before_to_oblige() {
        for verb in OBLIGING {
            let words =
                format!("we/PRON/nsubj/2 {verb}/VERB/root/0 to/PART/mark/4 go/VERB/xcomp/2");
            assert_eq!(obligation_in(&words, 2), verb);
            assert_eq!(obligation_in(&words, 4), verb);
        }
        for (words, predicate, expected) in [
            (
                "had~have/VERB|Tense=Past/root/0 to/PART/mark/3 go/VERB/xcomp/1",
                1,
                "",
            ),
            ("need/NOUN/root/0 to/PART/mark/3 go/VERB/acl/1", 1, ""),
            ("have/VERB/root/0 rain/NOUN/obj/1", 1, ""),
            ("want/VERB/root/0 to/PART/mark/3 go/VERB/xcomp/1", 1, ""),
            (
                "men/NOUN/nsubj/5 have/VERB/acl/1 to/PART/mark/4 go/VERB/xcomp/2 came/VERB/root/0",
                5,
                "",
            ),
        ] {
            assert_eq!(obligation_in(words, predicate), expected, "{words}");
        }
    }

    #[test]
    fn would_with_a_liking_is_one() {
        for liking in LIKINGS {
            let analysis = tree(&format!("would/AUX/aux/2 {liking}/VERB/root/0"));
            assert!(is_liking(&analysis.words, 0), "{liking}");
            assert!(!is_liking(&analysis.words, 1));
        }
        assert!(!is_liking(
            &tree("would/AUX/aux/2 rain/VERB/root/0").words,
            0
        ));
    }

    #[test]
    fn what_is_wanted_stands_in_a_plain_form_with_a_subject() {
        for (verb, cue_type, expected) in [
            ("go/VERB", CueType::Intention, true),
            ("went~go/VERB|VerbForm=Inf", CueType::Intention, true),
            ("went~go/VERB|Mood=Sub", CueType::Intention, true),
            ("went~go/VERB", CueType::Intention, false),
            ("go/VERB", CueType::Assertion, false),
        ] {
            let analysis = tree(&format!("we/PRON/nsubj/2 {verb}/root/0"));
            let clause = whole_clause(&analysis);
            assert_eq!(
                is_demanded(&analysis, &clause, cue_type),
                expected,
                "{verb}"
            );
            let bare = Clause {
                subject: None,
                ..clause
            };
            assert!(!is_demanded(&analysis, &bare, cue_type));
        }
    }
}
