use super::*;
use crate::claim::testing::whole_clause;
use crate::testing::tree_by_hand;
use crate::testing::{check, claim, decided};

/// What is decided of a factual clause without an attribution, as in [`check`].
fn of_clause(analysis: &Analysis, clause: &Clause) -> String {
    let decision = decide(analysis, clause, None, Kind::Fact, Polarity::Positive);
    format!("{:?} ({})", decision.value, decision.rule).to_lowercase()
}

/// What is decided of all words of a tree.
fn of_tree(words: &str) -> String {
    let analysis = tree_by_hand(words);
    of_clause(&analysis, &whole_clause(&analysis))
}

/// What is decided of "it helps" under a stance: "it is … that it helps".
fn under_stance(stance: &str, beside: &str) -> String {
    let stance = format!("{stance}/VERB/root/0 {beside} it/PRON/nsubj/4 helps/VERB/ccomp/1");
    let analysis = tree_by_hand(&stance);
    let clause = Clause {
        predicate: 3,
        tokens: vec![2, 3],
        stance: vec![0],
        ..whole_clause(&analysis)
    };
    of_clause(&analysis, &clause)
}

#[test]
fn each_rule_decides_its_example() {
    for rule in RULES {
        let certainty = format!("{:?} ({})", rule.certainty, rule.name).to_lowercase();
        assert_eq!(
            decided(rule.example, "certainty"),
            certainty,
            "{}",
            rule.example
        );
    }
}

#[test]
fn what_looks_alike_is_told_apart() {
    check(
        "certainty",
        &[
            ("The bridge closed in May.", "certain (plain_declarative)"),
            (
                "The old ferry could not carry bicycles.",
                "certain (plain_declarative)",
            ),
            (
                "The bridge might not close in May.",
                "possible (modal_possibility)",
            ),
            (
                "The council expected a fight.",
                "certain (plain_declarative)",
            ),
            (
                "The mayor looked at the road.",
                "certain (plain_declarative)",
            ),
            ("The mayor appears to know the plan.", "probable (seeming)"),
            // Of the firm, not of the sale.
            (
                "The mayor sold the bridge to a firm that may be empty.",
                "certain (plain_declarative)",
            ),
            (
                "I do not doubt that the bridge will close.",
                "certain (plain_declarative)",
            ),
            (
                "The report says that the bridge is closed.",
                "certain (plain_declarative)",
            ),
            (
                "Voters believe that the bridge is closed.",
                "certain (plain_declarative_doubted)",
            ),
            // Wrong: the author gives a chance to what the noun introduces; the parser takes it for a relative clause.
            (
                "There is a chance that the bridge will close.",
                "certain (plain_declarative)",
            ),
            (
                "There is no doubt that the bridge will close.",
                "certain (plain_declarative)",
            ),
            (
                "It cannot be ruled out that the bridge will close.",
                "possible (stance)",
            ),
            (
                "It is not clear whether the bridge is closed.",
                "possible (stance)",
            ),
            ("It must be raining.", "probable (modal_inference)"),
            (
                "The council must reopen the branch.",
                "certain (plain_declarative)",
            ),
            (
                "The result should be known on Friday.",
                "probable (modal_inference)",
            ),
            (
                "The old ferry could carry 40 cars in the 1990s.",
                "certain (plain_declarative_doubted)",
            ),
            (
                "The mayor appeared before the committee.",
                "certain (plain_declarative)",
            ),
            ("The dam is said to be safe.", "probable (hearsay)"),
            // Not what others say: thought of, not thought to be.
            (
                "The mayor was thought of often.",
                "certain (plain_declarative)",
            ),
            ("The mayor is suspected of murder.", "probable (hearsay)"),
            (
                "The mayor was asked to leave.",
                "certain (plain_declarative)",
            ),
            (
                "The report says that the bridge is lost.",
                "certain (plain_declarative)",
            ),
            // Nobody doubts it.
            (
                "The report found evidence that the bridge is lost.",
                "certain (plain_declarative)",
            ),
            (
                "The mayor doubts that the bridge is lost.",
                "probable (weak_cue)",
            ),
            (
                "The mayor does not doubt that the bridge is lost.",
                "certain (plain_declarative_doubted)",
            ),
        ],
    );
}

#[test]
fn every_weakening_word_is_a_cue_and_the_first_of_the_lowest_names_the_rule() {
    for (text, expected, expected_cues) in [
        (
            "The bridge probably may close.",
            "possible (modal_possibility)",
            ["may", "probably"],
        ),
        (
            "The mayor says that the bridge may perhaps close.",
            "possible (modal_possibility)",
            ["may", "perhaps"],
        ),
        (
            "The report suggests that the bridge is probably closed.",
            "probable (adverb)",
            ["probably", "suggests"],
        ),
    ] {
        let cues = claim(text).evidence.into_iter();
        let cues = cues.filter(|evidence| evidence.field == "certainty");
        let cues: Vec<String> = cues
            .flat_map(|evidence| evidence.cues)
            .map(|cue| cue.text)
            .collect();
        assert_eq!(decided(text, "certainty"), expected);
        assert_eq!(cues, expected_cues, "{text}");
    }
}

#[test]
fn adverbs_lower_beside_the_predicate() {
    let beside = |adverb: &str| {
        of_tree(&format!(
            "it/PRON/nsubj/3 {adverb}/ADV/advmod/3 rained~rain/VERB/root/0"
        ))
    };
    for (adverbs, expected) in [
        (&PROBABLY[..], "probable (adverb)"),
        (&PERHAPS, "possible (adverb)"),
        (&REPORTEDLY, "probable (hearsay_adverb)"),
        (&["certainly", "often"], "certain (plain_declarative)"),
    ] {
        for adverb in adverbs {
            assert_eq!(beside(adverb), expected, "{adverb}");
        }
    }
}

#[test]
fn only_words_near_the_predicate_count() {
    for (words, expected) in [
        (
            "a/DET/det/3 possibly/ADV/advmod/3 empty/ADJ/nsubj/4 fell/VERB/root/0",
            "possible (adverb)",
        ),
        // In an oblique phrase, and one step deeper than a child's child.
        (
            "it/PRON/nsubj/2 fell/VERB/root/0 possibly/ADV/advmod/4 there/ADV/obl/2",
            "certain (plain_declarative)",
        ),
        (
            "possibly/ADV/advmod/2 very/ADV/advmod/3 empty/ADJ/amod/4 firms/NOUN/nsubj/5 fell/VERB/root/0",
            "certain (plain_declarative)",
        ),
        ("possibly/ADV/root/0", "possible (adverb)"),
    ] {
        assert_eq!(of_tree(words), expected, "{words}");
    }
    let analysis =
        tree_by_hand("likely/ADJ/root/0 to/PART/mark/3 fall/VERB/xcomp/1 far/ADV/advmod/3");
    let clause = Clause {
        predicate: 2,
        ..whole_clause(&analysis)
    };
    assert_eq!(of_clause(&analysis, &clause), "probable (adverb)");
}

#[test]
fn verbs_of_seeming_are_verbs_and_look_needs_a_complement() {
    for (words, expected) in [
        (
            "it/PRON/nsubj/2 appears~appear/VERB/root/0 old/ADJ/xcomp/2",
            "probable (seeming)",
        ),
        // "appeared before the committee"
        (
            "it/PRON/nsubj/2 appears~appear/VERB/root/0 court/NOUN/obl/2",
            "certain (plain_declarative)",
        ),
        (
            "it/PRON/nsubj/2 seems~seem/VERB/root/0",
            "probable (seeming)",
        ),
        (
            "it/PRON/nsubj/2 appears~appear/NOUN/root/0",
            "certain (plain_declarative)",
        ),
        (
            "it/PRON/nsubj/2 looks~look/VERB/root/0 old/ADJ/xcomp/2",
            "probable (seeming)",
        ),
        (
            "it/PRON/nsubj/2 looks~look/VERB/root/0 there/ADV/advmod/2",
            "certain (plain_declarative)",
        ),
        (
            "it/PRON/nsubj/2 sounds~sound/VERB/root/0 old/ADJ/xcomp/2",
            "certain (plain_declarative)",
        ),
        // The look of somebody else.
        (
            "it/PRON/nsubj/2 fell/VERB/root/0 looking~look/VERB/advcl/2 old/ADJ/xcomp/3",
            "certain (plain_declarative)",
        ),
        (
            "it/PRON/nsubj/2 expected/VERB/root/0 to/PART/mark/4 rain/VERB/xcomp/2",
            "probable (expectation)",
        ),
        (
            "it/PRON/nsubj/2 expected/VERB/root/0",
            "certain (plain_declarative)",
        ),
        (
            "it/PRON/nsubj/2 hoped/VERB/root/0 to/PART/mark/4 rain/VERB/xcomp/2",
            "certain (plain_declarative)",
        ),
    ] {
        assert_eq!(of_tree(words), expected, "{words}");
    }
}

#[test]
fn modal_verbs_lower_unless_could_is_negated() {
    let of_kind = |words: &str, kind: Kind| {
        let analysis = tree_by_hand(words);
        let clause = whole_clause(&analysis);
        let decision = decide(&analysis, &clause, None, kind, Polarity::Positive);
        format!("{:?}", decision.value).to_lowercase()
    };
    for modal in POSSIBLE {
        let plain = format!("it/PRON/nsubj/3 {modal}/AUX/aux/3 rain/VERB/root/0");
        assert_eq!(of_kind(&plain, Kind::Prediction), "possible", "{modal}");
        // "could" of the past is a fact, but for "could have".
        let of_fact = if modal == "could" {
            "certain"
        } else {
            "possible"
        };
        assert_eq!(of_kind(&plain, Kind::Fact), of_fact, "{modal}");
        let perfect =
            format!("it/PRON/nsubj/4 {modal}/AUX/aux/4 have/AUX/aux/4 rained/VERB/root/0");
        assert_eq!(of_kind(&perfect, Kind::Fact), "possible", "{modal}");
    }
    let negated = |modal: &str| {
        of_tree(&format!(
            "it/PRON/nsubj/4 {modal}/AUX/aux/4 not/PART/advmod/4 rain/VERB/root/0"
        ))
    };
    assert_eq!(negated("may"), "possible (modal_possibility)");
    assert_eq!(negated("could"), "certain (plain_declarative)");
    assert_eq!(negated("should"), "certain (plain_declarative)");
}

#[test]
fn stances_lower_what_they_introduce() {
    for (stances, expected) in [
        (&HALF_BELIEVING[..], "probable (stance)"),
        (&OPEN, "possible (stance)"),
        (&["doubt"], "probable (stance)"),
        (&["know", "clear"], "certain (plain_declarative)"),
    ] {
        for stance in stances {
            let found = under_stance(stance, "that/SCONJ/mark/4");
            assert_eq!(found, expected, "{stance}");
        }
    }
    assert_eq!(
        under_stance("doubt", "never/ADV/advmod/1"),
        "certain (plain_declarative)"
    );
    for modal in POSSIBLE {
        let found = under_stance("true", &format!("{modal}/AUX/aux/1"));
        assert_eq!(found, "possible (stance)", "{modal}");
    }
    assert_eq!(
        under_stance("true", "must/AUX/aux/1"),
        "certain (plain_declarative)"
    );
}

#[test]
fn a_plain_declarative_that_the_weights_doubt_has_a_rule_of_its_own() {
    let mut analysis = tree_by_hand("it/PRON/nsubj/2 rained/VERB/root/0");
    analysis.words[1].factuality = [0.0; 5];
    let clause = whole_clause(&analysis);
    let rule = |kind, polarity| decide(&analysis, &clause, None, kind, polarity).rule;
    assert_eq!(
        rule(Kind::Fact, Polarity::Positive),
        CertaintyRule::PlainDeclarativeDoubted
    );
    // Of what is denied or lies ahead, the weights say little.
    assert_eq!(
        rule(Kind::Fact, Polarity::Negative),
        CertaintyRule::PlainDeclarative
    );
    assert_eq!(
        rule(Kind::Prediction, Polarity::Positive),
        CertaintyRule::PlainDeclarative
    );
    let mut analysis = tree_by_hand("it/PRON/nsubj/3 probably/ADV/advmod/3 rained/VERB/root/0");
    analysis.words[2].factuality = [0.0; 5];
    assert_eq!(
        of_clause(&analysis, &whole_clause(&analysis)),
        "probable (adverb)"
    );
}

#[test]
fn the_second_best_lies_one_step_away() {
    for (certainty, expected) in [
        (Certainty::Certain, Certainty::Probable),
        (Certainty::Probable, Certainty::Certain),
        (Certainty::Possible, Certainty::Probable),
    ] {
        assert_eq!(beside(certainty), expected);
    }
}
