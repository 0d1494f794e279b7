use super::*;
use crate::claim::testing::whole_clause;
use crate::testing::claim;
use crate::testing::tree_by_hand;

/// Period and rule of a text's claim.
fn of_text(text: &str) -> String {
    let when = claim(text).when.unwrap();
    format!("{:?} ({})", when.period, when.rule).to_lowercase()
}

/// Period and rule of a clause, and with "lasts" or "ends" whether a present perfect goes on.
fn of_clause(analysis: &Analysis, clause: &Clause, cue_type: Option<CueType>) -> String {
    let Some(tense) = tense(analysis, clause, cue_type) else {
        return "-".into();
    };
    let decided = format!("{:?} ({})", tense.period, tense.rule).to_lowercase();
    match (tense.perfect, tense.lasts) {
        (false, false) => decided,
        (false, true) => format!("{decided} lasts without a perfect"),
        (true, true) => format!("{decided} lasts"),
        (true, false) => format!("{decided} ends"),
    }
}

/// The same of all words of a tree.
fn of_tree(words: &str) -> String {
    let analysis = tree_by_hand(words);
    of_clause(&analysis, &whole_clause(&analysis), None)
}

fn check(table: &[(&str, &str)]) {
    for (words, expected) in table {
        assert_eq!(of_tree(words), *expected, "{words}");
    }
}

#[test]
fn each_rule_decides_its_example() {
    for rule in MODALS {
        let period = format!("{:?} (auxiliary)", rule.period).to_lowercase();
        assert_eq!(of_text(rule.example), period, "{}", rule.example);
    }
    for rule in RULES {
        let period = format!("{:?} ({})", rule.period, rule.name).to_lowercase();
        assert_eq!(of_text(rule.example), period, "{}", rule.example);
    }
}

#[test]
fn the_words_that_decided_are_cues() {
    for (text, expected) in [
        ("The mill may have closed.", &["may", "have"][..]),
        ("The mill will close.", &["will"]),
        ("The mill has closed.", &["has", "closed"]),
        ("The mill is old.", &["is"]),
        ("The mill closed.", &["closed"]),
        ("The council has to close the mill.", &["has"]),
        (
            "The mayor demands that the council close the mill.",
            &["close"],
        ),
        ("The mill has been losing money.", &["has", "losing"]),
        ("The council had closed the mill.", &["had", "closed"]),
        ("The council is closing the mill.", &["is", "closing"]),
        ("The mill is expected to close.", &["expected"]),
    ] {
        let cues = claim(text).when.unwrap().cues.into_iter();
        let cues: Vec<String> = cues.map(|cue| cue.text).collect();
        assert_eq!(cues, expected, "{text}");
    }
}

#[test]
fn a_modal_verb_tells_with_what_stands_around_it() {
    for modal in FUTURE {
        let words = format!("it/PRON/nsubj/3 {modal}/AUX/aux/3 rain/VERB/root/0");
        assert_eq!(of_tree(&words), "future (auxiliary)", "{modal}");
        let words = format!("it/PRON/nsubj/4 {modal}/AUX/aux/4 have/AUX/aux/4 rained/VERB/root/0");
        assert_eq!(of_tree(&words), "future (auxiliary)", "{modal}");
    }
    for modal in ["can", "ca"] {
        let words = format!("it/PRON/nsubj/3 {modal}/AUX/aux/3 rain/VERB/root/0");
        assert_eq!(of_tree(&words), "present (auxiliary)", "{modal}");
    }
    for modal in POSSIBLE {
        for state in STATES {
            let words = format!("it/PRON/nsubj/3 {modal}/AUX/aux/3 {state}/VERB/root/0");
            assert_eq!(of_tree(&words), "present (auxiliary)", "{modal} {state}");
        }
        for (words, expected) in [
            ("rain/VERB/root/0", "future (auxiliary)"),
            ("old/ADJ/root/0 be/AUX/cop/3", "present (auxiliary)"),
            ("seen/VERB/root/0 be/AUX/aux:pass/3", "future (auxiliary)"),
            ("rained/VERB/root/0 have/AUX/aux/3", "past (auxiliary)"),
            ("seem/VERB/root/0 have/AUX/aux/3", "past (auxiliary)"),
        ] {
            let words = format!("it/PRON/nsubj/3 {modal}/AUX/aux/3 {words}");
            assert_eq!(of_tree(&words), expected, "{words}");
        }
    }
    check(&[
        ("should/AUX/aux/2 seem/VERB/root/0", "future (auxiliary)"),
        ("would/AUX/aux/2 rain/VERB/root/0", "future (auxiliary)"),
        ("would/AUX/aux/2 like/VERB/root/0", "present (auxiliary)"),
        ("'d/AUX/aux/2 like/VERB/root/0", "present (auxiliary)"),
        ("should/AUX/aux/2 like/VERB/root/0", "future (auxiliary)"),
        // "have" in front of the modal verb is another one's.
        (
            "have/AUX/aux/3 must/AUX/aux/3 rain/VERB/root/0",
            "future (auxiliary)",
        ),
        (
            "must/AUX/aux/3 been/AUX/aux/3 rain/VERB/root/0",
            "future (auxiliary)",
        ),
        // The copula of another word.
        (
            "may/AUX/aux/2 come/VERB/root/0 be/AUX/cop/4 old/ADJ/xcomp/2",
            "future (auxiliary)",
        ),
    ]);
}

#[test]
fn d_is_had_before_a_participle() {
    check(&[
        ("'d~have/AUX/aux/2 come/VERB/root/0", "past (auxiliary)"),
        (
            "'d/AUX/aux/2 left/VERB|VerbForm=Part/root/0",
            "past (auxiliary)",
        ),
        (
            "'d/AUX/aux/2 leave/VERB|VerbForm=Inf/root/0",
            "future (auxiliary)",
        ),
        (
            "would/AUX/aux/2 left/VERB|VerbForm=Part/root/0",
            "future (auxiliary)",
        ),
        // "They'd be left alone."
        (
            "'d/AUX/aux/3 be/AUX/aux:pass/3 left/VERB|VerbForm=Part/root/0",
            "future (auxiliary)",
        ),
    ]);
}

#[test]
fn could_not_is_past_unless_it_denies_a_comparison() {
    check(&[
        (
            "could/AUX/aux/3 not/PART/advmod/3 rain/VERB/root/0",
            "past (auxiliary)",
        ),
        (
            "may/AUX/aux/3 not/PART/advmod/3 rain/VERB/root/0",
            "future (auxiliary)",
        ),
        (
            "could/AUX/aux/3 not/PART/advmod/3 differ/VERB/root/0 more/ADV|Degree=Cmp/advmod/3",
            "present (auxiliary)",
        ),
        (
            "could/AUX/aux/2 differ/VERB/root/0 more/ADV|Degree=Cmp/advmod/2",
            "future (auxiliary)",
        ),
        // What is compared stands in front: "The older ferry could not carry bicycles."
        (
            "older/ADJ|Degree=Cmp/nsubj/4 could/AUX/aux/4 not/PART/advmod/4 rain/VERB/root/0",
            "past (auxiliary)",
        ),
    ]);
}

#[test]
fn a_modal_verb_can_stand_alone() {
    for modal in ALONE {
        let words = format!("others/NOUN/nsubj/2 {modal}/AUX/root/0");
        let expected = if modal == "can" {
            "present (auxiliary)"
        } else {
            "future (auxiliary)"
        };
        assert_eq!(of_tree(&words), expected, "{modal}");
    }
    assert_eq!(of_tree("others/NOUN/nsubj/2 do/AUX/root/0"), "-");
}

#[test]
fn a_perfect_of_a_change_ends_and_others_last() {
    let perfect = |lemma: &str| {
        of_tree(&format!(
            "it/PRON/nsubj/3 has~have/AUX/aux/3 x~{lemma}/VERB/root/0"
        ))
    };
    for lemma in CHANGES {
        assert_eq!(perfect(lemma), "past (auxiliary) ends", "{lemma}");
    }
    for lemma in ["run", "own"] {
        assert_eq!(perfect(lemma), "past (auxiliary) lasts", "{lemma}");
    }
    for lemma in KEPT {
        let words = format!("has~have/AUX/aux/3 been~be/AUX/aux:pass/3 x~{lemma}/VERB/root/0");
        assert_eq!(of_tree(&words), "past (auxiliary) lasts", "{lemma}");
    }
    check(&[
        (
            "has~have/AUX/aux/3 been~be/AUX/aux:pass/3 sold~sell/VERB/root/0",
            "past (auxiliary) ends",
        ),
        (
            "has~have/AUX/aux/3 been~be/AUX/aux/3 falling~fall/VERB/root/0",
            "present (auxiliary) lasts",
        ),
        (
            "has~have/AUX/aux/2 x~fall/VERB|VerbForm=Ger/root/0",
            "present (auxiliary) lasts",
        ),
        (
            "has~have/AUX/aux/2 king/NOUN/root/0",
            "past (auxiliary) lasts",
        ),
        // No present perfect.
        ("had~have/AUX/aux/2 x~fall/VERB/root/0", "past (auxiliary)"),
        (
            "has~have/AUX|Tense=Past/aux/2 x~own/VERB/root/0",
            "past (auxiliary)",
        ),
        (
            "is~be/AUX|Tense=Pres|VerbForm=Fin/aux/2 falling~fall/VERB/root/0",
            "present (auxiliary)",
        ),
        (
            "has~have/VERB|Tense=Pres|VerbForm=Fin/root/0",
            "present (tense)",
        ),
        (
            "has~have/AUX|Tense=Pres|VerbForm=Fin/cop/2 old/ADJ/root/0",
            "present (tense)",
        ),
    ]);
}

#[test]
fn the_finite_word_bears_the_tense() {
    for form in PAST {
        assert_eq!(
            of_tree(&format!("{form}/AUX/cop/2 old/ADJ/root/0")),
            "past (tense)"
        );
        assert_eq!(
            of_tree(&format!("{form}/AUX/aux/2 seen/VERB/root/0")),
            "past (auxiliary)"
        );
    }
    check(&[
        ("rained/VERB|Tense=Past|VerbForm=Fin/root/0", "past (tense)"),
        ("seen/VERB|Tense=Past|VerbForm=Part/root/0", "past (tense)"),
        (
            "rains/VERB|Tense=Pres|VerbForm=Fin/root/0",
            "present (tense)",
        ),
        ("raining/VERB|Tense=Pres|VerbForm=Part/root/0", "-"),
        ("raining/VERB|VerbForm=Fin/root/0", "-"),
        (
            "is/AUX|Tense=Pres|VerbForm=Fin/aux/2 raining/VERB/root/0",
            "present (auxiliary)",
        ),
        (
            "is/AUX|Tense=Pres|VerbForm=Fin/cop/2 old/ADJ/root/0",
            "present (tense)",
        ),
    ]);
    // The verb that the predicate completes: "began to rain".
    let analysis = tree_by_hand(
        "began/VERB|Tense=Past|VerbForm=Fin/root/0 to/PART/mark/3 rain/VERB|VerbForm=Inf/xcomp/1",
    );
    let clause = Clause {
        predicate: 2,
        ..whole_clause(&analysis)
    };
    assert_eq!(of_clause(&analysis, &clause, None), "past (tense)");
}

#[test]
fn a_plain_form_with_a_subject_is_present() {
    check(&[
        ("men/NOUN/nsubj/2 work/VERB/root/0", "present (tense)"),
        ("men/NOUN/nsubj/2 work/NOUN/root/0", "-"),
        ("men/NOUN/nsubj/2 worked~work/VERB/root/0", "-"),
        ("men/NOUN/obj/2 work/VERB/root/0", "-"),
        ("men/NOUN/nsubj/3 to/PART/mark/3 work/VERB/root/0", "-"),
        (
            "men/NOUN/nsubj/3 that/SCONJ/mark/3 work/VERB/root/0",
            "present (tense)",
        ),
    ]);
    let analysis = tree_by_hand("men/NOUN/nsubj/2 work/VERB/root/0");
    let coordinated = Clause {
        kind: ClauseKind::Coordinated,
        ..whole_clause(&analysis)
    };
    assert_eq!(of_clause(&analysis, &coordinated, None), "-");
}

#[test]
fn what_somebody_wants_lies_ahead() {
    let with = |words: &str, cue_type: CueType| {
        let analysis = tree_by_hand(words);
        of_clause(&analysis, &whole_clause(&analysis), Some(cue_type))
    };
    let close = "to/PART/mark/2 shut~close/VERB|VerbForm=Inf/root/0";
    assert_eq!(with(close, CueType::Intention), "future (demanded)");
    let analysis = tree_by_hand(close);
    let intended = tense(
        &analysis,
        &whole_clause(&analysis),
        Some(CueType::Intention),
    );
    assert_eq!(intended.unwrap().spans(&analysis), [analysis.words[1].span]);
    assert_eq!(with(close, CueType::Assertion), "-");
    assert_eq!(of_tree(close), "-");
    let closing = "to/PART/mark/2 closing~close/VERB|VerbForm=Ger/root/0";
    assert_eq!(with(closing, CueType::Intention), "-");
    let council = "council/NOUN/nsubj/2 close/VERB/root/0";
    assert_eq!(with(council, CueType::Intention), "future (demanded)");
    assert_eq!(with(council, CueType::Assertion), "present (tense)");
}

#[test]
fn duty_and_outlook_go_before_the_verb() {
    check(&[
        (
            "has~have/VERB|Tense=Pres|VerbForm=Fin/root/0 to/PART/mark/3 go/VERB/xcomp/1",
            "future (obligation)",
        ),
        (
            "was/AUX|Tense=Past|VerbForm=Fin/cop/2 due/ADJ/root/0 to/PART/mark/4 go/VERB/xcomp/2",
            "future (expectation)",
        ),
    ]);
}

#[test]
fn verbs_whose_past_is_their_plain_form_are_past_beside_a_single_subject() {
    check(&[
        (
            "mayor/NOUN|Number=Sing/nsubj/2 cut/VERB|Tense=Pres|VerbForm=Fin/root/0",
            "past (tense)",
        ),
        (
            "mayors/NOUN|Number=Plur/nsubj/2 cut/VERB|Tense=Pres|VerbForm=Fin/root/0",
            "present (tense)",
        ),
        (
            "mayor/NOUN|Number=Sing/nsubj/2 cuts~cut/VERB|Tense=Pres|VerbForm=Fin/root/0",
            "present (tense)",
        ),
        (
            "Voss/PROPN|Number=Sing/nsubj/4 and/CCONJ/cc/3 Lund/PROPN/conj/1 cut/VERB|Tense=Pres|VerbForm=Fin/root/0",
            "present (tense)",
        ),
        (
            "I/PRON|Number=Sing/nsubj/2 cut/VERB|Tense=Pres|VerbForm=Fin/root/0",
            "present (tense)",
        ),
        (
            "mayor/NOUN|Number=Sing/nsubj/3 to/PART/mark/3 cut/VERB|VerbForm=Inf/root/0",
            "-",
        ),
    ]);
}
