use super::*;
use crate::claim::testing::whole_clause;
use crate::testing::tree_by_hand;

/// The forms of what a rule finds among all words of a tree, with the predicate at a number from 1.
fn found(words: &str, predicate: usize, rule: impl Fn(&Analysis, &Clause) -> Vec<usize>) -> String {
    let analysis = tree_by_hand(words);
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
    let analysis = tree_by_hand(
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
    let analysis = tree_by_hand(
        "is/AUX/aux/2 told/VERB/acl/3 man/NOUN/nsubj/4 came/VERB/root/0 go/VERB/conj/4",
    );
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
        let words = format!("we/PRON/nsubj/2 {verb}/VERB/root/0 to/PART/mark/4 go/VERB/xcomp/2");
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
        let analysis = tree_by_hand(&format!("would/AUX/aux/2 {liking}/VERB/root/0"));
        assert!(is_liking(&analysis.words, 0), "{liking}");
        assert!(!is_liking(&analysis.words, 1));
    }
    assert!(!is_liking(
        &tree_by_hand("would/AUX/aux/2 rain/VERB/root/0").words,
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
        let analysis = tree_by_hand(&format!("we/PRON/nsubj/2 {verb}/root/0"));
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
