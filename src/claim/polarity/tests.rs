use super::*;
use crate::claim::testing::whole_clause;
use crate::testing::tree_by_hand;
use crate::testing::{check, claim, decided};

/// What is decided of a factual clause without an attribution, as in [`check`].
fn of_clause(analysis: &Analysis, clause: &Clause) -> String {
    let decision = decide(analysis, clause, None, Kind::Fact);
    assert_ne!(decision.runner_up, Some(decision.value));
    format!("{:?} ({})", decision.value, decision.rule).to_lowercase()
}

/// What is decided of all words of a tree.
fn of_tree(words: &str) -> String {
    let analysis = tree_by_hand(words);
    of_clause(&analysis, &whole_clause(&analysis))
}

/// What is decided of "it helps" under a stance, whose tag is given, with a word that hangs on the stance.
fn under_stance(stance: &str, beside: &str, claim: &str) -> String {
    let analysis = tree_by_hand(&format!("{stance}/root/0 {beside}/advmod/1 {claim}"));
    let clause = Clause {
        predicate: 3,
        tokens: (2..analysis.words.len()).collect(),
        stance: vec![0],
        ..whole_clause(&analysis)
    };
    of_clause(&analysis, &clause)
}

const NEGATED: &str = "negative (negation)";
const AFFIRMED: &str = "positive (no_negation)";

#[test]
fn each_rule_and_each_negation_decides_its_example() {
    for rule in RULES {
        let polarity = format!("negative ({})", rule.name);
        assert_eq!(
            decided(rule.example, "polarity"),
            polarity,
            "{}",
            rule.example
        );
    }
    for negation in NEGATIONS {
        let found = decided(negation.example, "polarity");
        // The weights doubt some negations, which is another rule.
        assert!(
            found.starts_with("negative (negation"),
            "{}",
            negation.example
        );
    }
}

#[test]
fn what_looks_alike_is_told_apart() {
    check(
        "polarity",
        &[
            ("The bridge closed in May.", AFFIRMED),
            ("Not many drivers use the bridge.", NEGATED),
            ("The mayor not only closed the bridge.", AFFIRMED),
            ("The mayor sold the bridge that was not empty.", AFFIRMED),
            ("The mayor does not want to sell the bridge.", NEGATED),
            ("The mayor bought a house in no hurry.", AFFIRMED),
            ("He was no hero.", NEGATED),
            ("No one knows the plan.", NEGATED),
            ("I do not doubt that the bridge will close.", AFFIRMED),
            (
                "I do not think that the bridge will close.",
                "negative (stance)",
            ),
            (
                "It is impossible that the bridge will close.",
                "negative (stance)",
            ),
            // Wrong: whoever doubts what is denied half affirms it.
            ("I doubt that the bridge will not close.", NEGATED),
            // Whom nobody contradicts affirms.
            ("There is no doubt that the bridge will close.", AFFIRMED),
            ("I have no doubt that the bridge will close.", AFFIRMED),
            (
                "It cannot be ruled out that the bridge will close.",
                AFFIRMED,
            ),
            (
                "Nobody doubts that the bridge will close.",
                "positive (denied_complement)",
            ),
            (
                "No one can deny that rents rose.",
                "positive (denied_complement)",
            ),
            (
                "It is not clear whether the plan works.",
                "positive (no_negation_doubted)",
            ),
            ("It is not clear that the plan works.", "negative (stance)"),
            (
                "The dam is unlikely to fail.",
                "negative (implicit_negative)",
            ),
            ("The bank failed in 2008.", AFFIRMED),
            (
                "The agency never failed to act.",
                "positive (implicit_negative)",
            ),
            ("The mayor declined to comment.", AFFIRMED),
            ("The bank does not deny that it laundered money.", AFFIRMED),
            (
                "The bank rejected the claim that it laundered money.",
                "negative (denial)",
            ),
            ("The bank says that it laundered money.", AFFIRMED),
            // Two denials affirm.
            (
                "The bank denies that it did not pay the workers.",
                "positive (denial)",
            ),
        ],
    );
}

#[test]
fn every_turn_is_a_cue() {
    let claim = claim("The bank denies that it did not pay the workers.");
    let evidence = claim
        .evidence
        .into_iter()
        .find(|evidence| evidence.field == "polarity");
    let cues: Vec<String> = evidence
        .unwrap()
        .cues
        .into_iter()
        .map(|cue| cue.text)
        .collect();
    assert_eq!(cues, ["not", "denies"]);
}

#[test]
fn adverbs_negate_the_predicate_that_they_hang_on() {
    for adverb in ADVERBS {
        let on_predicate = format!("it/PRON/nsubj/3 {adverb}/PART/advmod/3 rained/VERB/root/0");
        assert_eq!(of_tree(&on_predicate), NEGATED, "{adverb}");
        let on_subject = format!("{adverb}/PART/advmod/2 rain/NOUN/nsubj/3 fell/VERB/root/0");
        assert_eq!(of_tree(&on_subject), AFFIRMED, "{adverb}");
    }
    for (words, expected) in [
        // On the auxiliary, and on another word.
        (
            "did/AUX/aux/4 not/PART/advmod/1 it/PRON/nsubj/4 rain/VERB/root/0",
            NEGATED,
        ),
        (
            "did/VERB/nsubj/4 not/PART/advmod/1 it/PRON/obj/4 rain/VERB/root/0",
            AFFIRMED,
        ),
        (
            "did/AUX/aux/3 not/PART/advmod/1 known/ADJ/amod/4 rain/NOUN/nsubj/5 fell/VERB/root/0",
            AFFIRMED,
        ),
        ("always/ADV/advmod/2 rained/VERB/root/0", AFFIRMED),
    ] {
        assert_eq!(of_tree(words), expected, "{words}");
    }
    let analysis =
        tree_by_hand("seem/VERB/root/0 not/PART/advmod/1 to/PART/mark/4 rain/VERB/xcomp/1");
    let completed = Clause {
        predicate: 3,
        ..whole_clause(&analysis)
    };
    assert_eq!(of_clause(&analysis, &completed), NEGATED);
}

#[test]
fn what_stands_behind_not_can_leave_or_make_the_negation() {
    for word in CORRELATING {
        let words =
            format!("it/PRON/nsubj/4 not/PART/advmod/4 {word}/ADV/advmod/4 rained/VERB/root/0");
        assert_eq!(of_tree(&words), AFFIRMED, "{word}");
    }
    for word in QUANTIFIERS {
        let words = format!("not/PART/advmod/2 {word}/PRON/nsubj/3 came/VERB/root/0");
        assert_eq!(of_tree(&words), NEGATED, "{word}");
    }
}

#[test]
fn pronouns_negate_what_they_are_an_argument_of() {
    for pronoun in PRONOUNS {
        for (words, expected) in [
            (format!("{pronoun}/PRON/nsubj/2 came/VERB/root/0"), NEGATED),
            (
                format!("{pronoun}/PRON/nmod/2 party/NOUN/nsubj/3 came/VERB/root/0"),
                NEGATED,
            ),
            (
                format!("{pronoun}/PRON/nmod/2 far/ADV/nmod/3 party/NOUN/nsubj/4 came/VERB/root/0"),
                AFFIRMED,
            ),
        ] {
            assert_eq!(of_tree(&words), expected, "{words}");
        }
    }
    assert_eq!(
        of_tree("neither/DET/det/2 king/NOUN/nmod/3 party/NOUN/nsubj/4 came/VERB/root/0"),
        NEGATED
    );
}

#[test]
fn no_negates_with_a_subject_an_object_or_an_adverb() {
    for (words, expected) in [
        ("no/DET/det/2 rain/NOUN/nsubj/3 fell/VERB/root/0", NEGATED),
        (
            "it/PRON/nsubj/2 has/VERB/root/0 no/DET/det/4 plan/NOUN/obj/2",
            NEGATED,
        ),
        (
            "it/PRON/nsubj/2 rains/VERB/root/0 no/DET/det/4 longer/ADV/advmod/2",
            NEGATED,
        ),
        ("no/DET/det/2 hero/NOUN/root/0", NEGATED),
        // Right behind the copula, though the tree hangs it on an adjective.
        (
            "men/NOUN/nsubj/6 were/AUX/cop/6 no/ADV/advmod/4 longer/ADV/advmod/5 dangerous/ADJ/amod/6 rebels/NOUN/root/0",
            NEGATED,
        ),
        (
            "it/PRON/nsubj/5 is/AUX/cop/5 n't/PART/advmod/4 new/ADJ/amod/5 fear/NOUN/root/0",
            NEGATED,
        ),
        (
            "rebels/NOUN/nsubj/6 no/ADV/advmod/3 longer/ADV/advmod/4 dangerous/ADJ/amod/1 have/AUX/aux/6 left/VERB/root/0",
            AFFIRMED,
        ),
        (
            "it/PRON/nsubj/2 came/VERB/root/0 in/ADP/case/5 no/DET/det/5 hurry/NOUN/obl/2",
            AFFIRMED,
        ),
        // The object of another word.
        (
            "a/DET/det/2 man/NOUN/nsubj/3 fell/VERB/root/0 selling/VERB/advcl/3 no/DET/det/6 wood/NOUN/obj/4",
            AFFIRMED,
        ),
        // "no" as an adverb of the predicate and of another word.
        ("it/PRON/nsubj/3 no/ADV/advmod/3 empty/ADJ/root/0", NEGATED),
        (
            "no/ADV/advmod/2 empty/ADJ/amod/3 road/NOUN/nsubj/4 fell/VERB/root/0",
            AFFIRMED,
        ),
        (
            "no/INTJ/discourse/3 it/PRON/nsubj/3 helps/VERB/ccomp/4 said/VERB/root/0",
            AFFIRMED,
        ),
        // "no one" however the parser takes it.
        (
            "it/PRON/nsubj/2 asks/VERB/root/0 of/ADP/case/5 no/DET/det/5 one/PRON/nmod/6 here/ADV/advmod/2",
            NEGATED,
        ),
    ] {
        assert_eq!(of_tree(words), expected, "{words}");
    }
    // Under the auxiliary of the predicate, where "no" is no adverb.
    assert_eq!(
        of_tree("has/AUX/aux/3 no/DET/det/1 rained/VERB/root/0"),
        AFFIRMED
    );
}

#[test]
fn stances_turn_where_they_do_not_believe() {
    const HELPS: &str = "it/PRON/nsubj/4 helps/VERB/ccomp/1";
    const DOES_NOT_HELP: &str = "it/PRON/nsubj/4 helps/VERB/ccomp/1 not/PART/advmod/4";
    for stance in DISBELIEVING {
        let stance = format!("{stance}/ADJ");
        assert_eq!(
            under_stance(&stance, "that/SCONJ", HELPS),
            "negative (stance)",
            "{stance}"
        );
        assert_eq!(
            under_stance(&stance, "never/ADV", HELPS),
            AFFIRMED,
            "{stance}"
        );
    }
    for (stance, beside, claim, expected) in [
        ("think/VERB", "that/SCONJ", HELPS, AFFIRMED),
        ("think/VERB", "not/PART", HELPS, "negative (stance)"),
        ("think/VERB", "not/PART", DOES_NOT_HELP, "positive (stance)"),
        ("doubt/NOUN", "no/DET", HELPS, AFFIRMED),
        ("doubt/NOUN", "not/PART", DOES_NOT_HELP, NEGATED),
        ("doubt/VERB", "that/SCONJ", HELPS, "negative (stance)"),
        (
            "impossible/VERB",
            "that/SCONJ",
            DOES_NOT_HELP,
            "positive (stance)",
        ),
        // Wrong: whoever doubts what is denied half affirms it.
        ("doubt/VERB", "that/SCONJ", DOES_NOT_HELP, NEGATED),
        ("doubt/VERB", "not/PART", DOES_NOT_HELP, NEGATED),
        (
            "unlikely/ADJ",
            "that/SCONJ",
            DOES_NOT_HELP,
            "positive (stance)",
        ),
    ] {
        assert_eq!(
            under_stance(stance, beside, claim),
            expected,
            "{stance} {beside} {claim}"
        );
    }
}

#[test]
fn what_the_weights_doubt_has_rules_of_its_own() {
    let rule = |words: &str, factuality: f32, kind: Kind| {
        let mut analysis = tree_by_hand(words);
        let clause = whole_clause(&analysis);
        analysis.words[clause.predicate].factuality = [factuality; 5];
        decide(&analysis, &clause, None, kind).rule
    };
    let (plain, negated) = ("rained/VERB/root/0", "not/PART/advmod/2 rained/VERB/root/0");
    for (words, factuality, kind, expected) in [
        (plain, 0.0, Kind::Fact, PolarityRule::NoNegationDoubted),
        (plain, 3.0, Kind::Fact, PolarityRule::NoNegation),
        (plain, 0.0, Kind::Prediction, PolarityRule::NoNegation),
        (negated, 3.0, Kind::Fact, PolarityRule::NegationDoubted),
        (negated, 0.0, Kind::Fact, PolarityRule::Negation),
        (negated, 3.0, Kind::Policy, PolarityRule::Negation),
    ] {
        assert_eq!(
            rule(words, factuality, kind),
            expected,
            "{words} {factuality} {kind:?}"
        );
    }
}
