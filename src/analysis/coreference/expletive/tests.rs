use super::*;
use crate::analysis::testing::parsed;
use crate::testing::tree_by_hand;

/// The rule for the first "it" of a tree.
fn rule(sentence: &str) -> Option<ExpletiveRule> {
    let analysis = tree_by_hand(sentence);
    let it = analysis
        .words
        .iter()
        .position(|word| word.is(&["it"]))
        .unwrap();
    assert_eq!(
        is_expletive(&analysis, it),
        expletive_rule(&analysis, it).is_some()
    );
    expletive_rule(&analysis, it)
}

/// Whichever rule it is by which the parser's tree is decided.
#[test]
fn each_example_refers_to_nothing() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let (_, analyses) = parsed(rule.example);
        let words = &analyses[0].words;
        let it = words.iter().position(|word| word.is(&["it"])).unwrap();
        if !is_expletive(&analyses[0], it) {
            wrong.push(format!("{}: {}", rule.name, rule.example));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn look_alikes_refer() {
    let mut wrong = Vec::new();
    for text in [
        "It sold the ferry in May.",
        "The council made it safe.",
        "It is likely to fall.",
        "It became unable to pay its debts.",
        "It took steps to lower its debts.",
        "It looks old.",
        "The town sold it in May.",
        "It was sold to the town.",
        "It is a boat.",
    ] {
        let (_, analyses) = parsed(text);
        let words = &analyses[0].words;
        let it = words.iter().position(|word| word.is(&["it"])).unwrap();
        if let Some(rule) = expletive_rule(&analyses[0], it) {
            wrong.push(format!("{text} {rule}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_while_is_a_time() {
    let it = "it/PRON/nsubj/4 is/AUX/cop/4 a/DET/det/4 while/NOUN/root/0";
    assert_eq!(rule(it), Some(ExpletiveRule::TimeOrWeather));
}

#[test]
fn only_it_is_asked() {
    let analysis = tree_by_hand("he/PRON/nsubj/2 rains~rain/VERB/root/0 it/PRON/root/0");
    assert!(!is_expletive(&analysis, 0) && !is_expletive(&analysis, 2));
}

#[test]
fn trees_are_decided_by_their_rule() {
    use ExpletiveRule::*;
    let table: &[(&str, Option<ExpletiveRule>)] = &[
        // The parser says so.
        (
            "it/PRON/expl/2 helps~help/VERB/root/0",
            Some(MarkedByParser),
        ),
        (
            "it/PRON/expl/2 makes~make/VERB/root/0 cases~case/NOUN/obj/2",
            None,
        ),
        (
            "it/PRON/expl/2 makes~make/VERB/root/0 cases~case/NOUN/obj/2 stood~stand/VERB/ccomp/2",
            Some(MarkedByParser),
        ),
        (
            "it/PRON/expl/2 makes~make/VERB/root/0 cases~case/NOUN/obj/2 stood~stand/VERB/xcomp/2",
            Some(MarkedByParser),
        ),
        (
            "it/PRON/expl/2 makes~make/VERB/root/0 cases~case/NOUN/obj/2 stood~stand/VERB/advcl/2",
            Some(MarkedByParser),
        ),
        (
            "it/PRON/expl/2 makes~make/VERB/root/0 cases~case/NOUN/obj/2 stood~stand/VERB/acl/2",
            Some(MarkedByParser),
        ),
        // A clause is the subject, wherever "it" stands.
        (
            "it/PRON/obj/2 helps~help/VERB/root/0 left/VERB/csubj/2",
            Some(ClausalSubject),
        ),
        // Shared subjects.
        (
            "it/PRON/expl/3 is/AUX/cop/3 likely/ADJ/root/0 to/PART/mark/5 fall/VERB/xcomp/3",
            None,
        ),
        (
            "it/PRON/expl/3 is/AUX/cop/3 likely/ADJ/root/0 to/PART/mark/5 fall/VERB/ccomp/3",
            None,
        ),
        (
            "it/PRON/expl/3 is/AUX/cop/3 likely/ADJ/root/0 to/PART/mark/5 fall/VERB/advcl/3",
            None,
        ),
        (
            "it/PRON/expl/3 is/AUX/cop/3 likely/ADJ/root/0 to/PART/mark/5 fall/VERB/obl/3",
            Some(MarkedByParser),
        ),
        (
            "it/PRON/expl/3 is/AUX/cop/3 likely/ADJ/root/0 that/SCONJ/mark/5 fell/VERB/ccomp/3",
            Some(MarkedByParser),
        ),
        (
            "to/PART/mark/2 fall/VERB/xcomp/5 it/PRON/expl/5 is/AUX/cop/5 likely/ADJ/root/0",
            Some(MarkedByParser),
        ),
        // Times and weather.
        (
            "it/PRON/nsubj/3 was/AUX/cop/3 noon/NOUN/root/0",
            Some(TimeOrWeather),
        ),
        ("it/PRON/nsubj/2 noon/NOUN/root/0", None),
        ("it/PRON/nsubj/3 was/AUX/cop/3 boat/NOUN/root/0", None),
        ("it/PRON/obl/3 was/AUX/cop/3 noon/NOUN/root/0", None),
        // Clefts.
        (
            "it/PRON/nsubj/4 was/AUX/cop/4 the/DET/det/4 firm/NOUN/root/0 that/PRON/nsubj/6 called/VERB/acl:relcl/4",
            Some(Cleft),
        ),
        (
            "it/PRON/nsubj/4 was/AUX/cop/4 the/DET/det/4 firm/NOUN/root/0 who/PRON/nsubj/6 called/VERB/acl:relcl/4",
            Some(Cleft),
        ),
        (
            "it/PRON/nsubj/4 was/AUX/cop/4 the/DET/det/4 firm/NOUN/root/0 which/PRON/nsubj/6 called/VERB/acl:relcl/4",
            Some(Cleft),
        ),
        (
            "it/PRON/nsubj/4 was/AUX/cop/4 the/DET/det/4 firm/NOUN/root/0 where/ADV/advmod/6 called/VERB/acl:relcl/4",
            Some(Cleft),
        ),
        (
            "it/PRON/nsubj/4 was/AUX/cop/4 a/DET/det/4 firm/NOUN/root/0 that/PRON/nsubj/6 called/VERB/acl:relcl/4",
            None,
        ),
        (
            "it/PRON/nsubj/4 was/AUX/cop/4 the/DET/det/4 firm/NOUN/root/0 called/VERB/acl/4",
            None,
        ),
        (
            "it/PRON/nsubj/4 was/AUX/aux/4 the/DET/det/4 firm/NOUN/root/0 that/PRON/nsubj/6 called/VERB/acl:relcl/4",
            None,
        ),
        (
            "that/PRON/nsubj/2 called/VERB/acl:relcl/6 it/PRON/nsubj/6 was/AUX/cop/6 the/DET/det/6 firm/NOUN/root/0",
            None,
        ),
        // Judgements.
        (
            "it/PRON/nsubj/3 was/AUX/cop/3 hard/ADJ/root/0 to/PART/mark/5 say/VERB/xcomp/3",
            Some(Judged),
        ),
        (
            "it/PRON/nsubj/2 hard/ADJ/root/0 to/PART/mark/4 say/VERB/xcomp/2",
            Some(Judged),
        ),
        (
            "it/PRON/nsubj/4 was/AUX/cop/4 a/DET/det/4 shame/NOUN/root/0 that/SCONJ/mark/6 fell/VERB/ccomp/4",
            Some(Judged),
        ),
        (
            "it/PRON/nsubj/4 was/AUX/aux/4 a/DET/det/4 shame/NOUN/root/0 that/SCONJ/mark/6 fell/VERB/ccomp/4",
            None,
        ),
        (
            "it/PRON/nsubj/3 was/AUX/cop/3 clear/ADJ/root/0 whether/SCONJ/mark/5 fell/VERB/ccomp/3",
            Some(Judged),
        ),
        (
            "it/PRON/nsubj/3 was/AUX/cop/3 hard/ADJ/root/0 not/PART/advmod/5 say/VERB/advcl/3",
            Some(Judged),
        ),
        (
            "it/PRON/nsubj/3 was/AUX/cop/3 hard/ADJ/root/0 because/SCONJ/mark/5 fell/VERB/advcl/3",
            None,
        ),
        (
            "it/PRON/nsubj/3 was/AUX/cop/3 hard/ADJ/root/0 to/PART/mark/5 say/VERB/conj/3",
            None,
        ),
        (
            "to/PART/mark/2 say/VERB/advcl/5 it/PRON/nsubj/5 was/AUX/cop/5 hard/ADJ/root/0",
            None,
        ),
        (
            "it/PRON/nsubj:pass/3 was/AUX/cop/3 hard/ADJ/root/0 to/PART/mark/5 say/VERB/xcomp/3",
            Some(Judged),
        ),
        (
            "it/PRON/nsubj:outer/3 was/AUX/cop/3 hard/ADJ/root/0 to/PART/mark/5 say/VERB/xcomp/3",
            Some(Judged),
        ),
        // What becomes hard.
        (
            "it/PRON/nsubj/2 became~become/VERB/root/0 harder/ADJ/xcomp/2 to/PART/mark/5 say/VERB/xcomp/3",
            Some(BecomesJudged),
        ),
        (
            "it/PRON/nsubj/2 became~become/VERB/root/0 harder/ADJ/xcomp/2 to/PART/mark/5 say/VERB/advcl/2",
            Some(BecomesJudged),
        ),
        (
            "it/PRON/nsubj/2 became~become/VERB/root/0 harder/ADJ/xcomp/2",
            None,
        ),
        (
            "it/PRON/nsubj/2 became~become/VERB/root/0 firm/NOUN/xcomp/2 to/PART/mark/5 say/VERB/xcomp/3",
            None,
        ),
        (
            "it/PRON/nsubj/2 became~become/VERB/root/0 unable/ADJ/xcomp/2 to/PART/mark/5 say/VERB/xcomp/3",
            None,
        ),
        (
            "it/PRON/nsubj/2 felt~feel/VERB/root/0 harder/ADJ/xcomp/2 to/PART/mark/5 say/VERB/xcomp/3",
            None,
        ),
        (
            "it/PRON/nsubj/2 became~become/VERB/root/0 harder/ADJ/obj/2 to/PART/mark/5 say/VERB/xcomp/3",
            None,
        ),
        // Occasions.
        (
            "it/PRON/nsubj/5 was/AUX/cop/5 when/ADV/advmod/5 I/PRON/nsubj/5 left/VERB/root/0",
            Some(Occasion),
        ),
        (
            "it/PRON/nsubj/5 was/AUX/aux/5 when/ADV/advmod/5 I/PRON/nsubj/5 left/VERB/root/0",
            None,
        ),
        (
            "when/ADV/advmod/5 it/PRON/nsubj/5 was/AUX/cop/5 I/PRON/nsubj/5 left/VERB/root/0",
            None,
        ),
        (
            "it/PRON/nsubj/4 was/AUX/cop/4 I/PRON/nsubj/4 left/VERB/root/0 when/ADV/advmod/4",
            None,
        ),
        (
            "it/PRON/nsubj/5 was/AUX/cop/5 where/ADV/advmod/5 I/PRON/nsubj/5 left/VERB/root/0",
            None,
        ),
        // The weather, and what seems.
        ("it/PRON/nsubj/2 snowed~snow/VERB/root/0", Some(Rain)),
        ("it/PRON/nsubj/2 burned~burn/VERB/root/0", None),
        (
            "it/PRON/nsubj/2 looks~look/VERB/root/0 rain/NOUN/nsubj/4 comes~come/VERB/advcl/2",
            Some(Appearance),
        ),
        (
            "it/PRON/nsubj/2 looks~look/VERB/root/0 rain/NOUN/nsubj/4 comes~come/VERB/ccomp/2",
            Some(Appearance),
        ),
        (
            "it/PRON/nsubj/2 looks~look/VERB/root/0 rain/NOUN/nsubj/4 comes~come/VERB/conj/2",
            None,
        ),
        (
            "it/PRON/nsubj/2 looks~look/VERB/root/0 coming~come/VERB/advcl/2",
            None,
        ),
        (
            "it/PRON/nsubj/2 burns~burn/VERB/root/0 rain/NOUN/nsubj/4 comes~come/VERB/advcl/2",
            None,
        ),
        (
            "rain/NOUN/nsubj/2 comes~come/VERB/advcl/4 it/PRON/nsubj/4 looks~look/VERB/root/0",
            None,
        ),
        // Efforts.
        (
            "it/PRON/nsubj/2 takes~take/VERB/root/0 years~year/NOUN/obj/2 to/PART/mark/5 build/VERB/xcomp/2",
            Some(Effort),
        ),
        (
            "it/PRON/nsubj/2 takes~take/VERB/root/0 years~year/NOUN/obj/2 to/PART/mark/5 build/VERB/acl/3",
            Some(Effort),
        ),
        (
            "it/PRON/nsubj/2 takes~take/VERB/root/0 years~year/NOUN/obj/2 to/PART/mark/5 build/VERB/obl/2",
            None,
        ),
        (
            "it/PRON/nsubj/2 takes~take/VERB/root/0 steps~step/NOUN/obj/2 to/PART/mark/5 build/VERB/xcomp/2",
            None,
        ),
        (
            "it/PRON/nsubj/2 takes~take/VERB/root/0 to/PART/mark/4 build/VERB/xcomp/2",
            None,
        ),
        (
            "it/PRON/nsubj/2 needs~burn/VERB/root/0 years~year/NOUN/obj/2 to/PART/mark/5 build/VERB/xcomp/2",
            None,
        ),
        (
            "it/PRON/nsubj/2 hurts~hurt/VERB/root/0 to/PART/mark/4 see/VERB/xcomp/2",
            Some(Effort),
        ),
        (
            "it/PRON/nsubj/2 hurts~hurt/VERB/root/0 them/PRON/obj/2 to/PART/mark/5 see/VERB/xcomp/2",
            None,
        ),
        (
            "it/PRON/nsubj/2 hurts~hurt/VERB/root/0 seeing~see/VERB/xcomp/2",
            None,
        ),
        (
            "it/PRON/nsubj/2 pays~pay/VERB/root/0 to/PART/mark/4 wait/VERB/xcomp/2",
            Some(Effort),
        ),
        (
            "it/PRON/nsubj/2 pays~pay/VERB/root/0 to/PART/mark/4 wait/VERB/advcl/2",
            None,
        ),
        (
            "it/PRON/nsubj/2 paid~pay/VERB|Tense=Past/root/0 to/PART/mark/4 wait/VERB/xcomp/2",
            None,
        ),
        (
            "it/PRON/nsubj/2 pays~pay/VERB/root/0 rent/NOUN/obj/2 to/PART/mark/5 wait/VERB/xcomp/2",
            None,
        ),
        // What is said.
        (
            "it/PRON/nsubj:pass/2 denied~deny/VERB/root/0 that/SCONJ/mark/4 sank/VERB/ccomp/2",
            Some(Said),
        ),
        (
            "it/PRON/nsubj:pass/2 denied~deny/VERB/root/0 that/SCONJ/mark/4 sank/VERB/parataxis/2",
            Some(Said),
        ),
        (
            "it/PRON/nsubj/2 denied~deny/VERB/root/0 that/SCONJ/mark/4 sank/VERB/ccomp/2",
            None,
        ),
        (
            "it/PRON/nsubj:pass/2 sold~sell/VERB/root/0 that/SCONJ/mark/4 sank/VERB/acl/2",
            None,
        ),
        (
            "it/PRON/nsubj:pass/2 sold~sell/VERB/root/0 that/PRON/nsubj/4 sank/VERB/ccomp/2",
            None,
        ),
        (
            "it/PRON/nsubj:pass/2 sold~sell/VERB/root/0 if/SCONJ/mark/4 sank/VERB/ccomp/2",
            None,
        ),
        // Objects.
        (
            "found~find/VERB/root/0 it/PRON/obj/1 hard/ADJ/xcomp/1 to/PART/mark/5 say/VERB/xcomp/3",
            Some(PlaceOfObject),
        ),
        (
            "take/VERB/root/0 it/PRON/obj/1 that/SCONJ/mark/4 sank/VERB/ccomp/1",
            Some(PlaceOfObject),
        ),
        (
            "found~find/VERB/root/0 it/PRON/obj/1 hard/ADJ/xcomp/1",
            None,
        ),
        (
            "found~find/VERB/root/0 it/PRON/obj/1 hard/ADJ/advcl/1 to/PART/mark/5 say/VERB/xcomp/3",
            None,
        ),
        ("worth/ADJ/root/0 it/PRON/obj/1", Some(PlaceOfObject)),
        (
            "made~make/VERB/root/0 it/PRON/obj/1 so/ADV/advmod/1",
            Some(MadeSo),
        ),
        ("made~make/VERB/root/0 it/PRON/obj/1 safe/ADJ/xcomp/1", None),
        ("sold~sell/VERB/root/0 it/PRON/obj/1 so/ADV/advmod/1", None),
        ("sold~sell/VERB/root/0 it/PRON/obj/1", None),
        (
            "hard/ADJ/xcomp/4 to/PART/mark/3 say/VERB/xcomp/1 found~find/VERB/root/0 it/PRON/obj/4",
            None,
        ),
    ];
    for rule in RULES {
        let decided = table
            .iter()
            .any(|(_, expected)| *expected == Some(rule.name));
        assert!(decided, "{} decides no tree", rule.name);
    }
    let wrong: Vec<String> = table
        .iter()
        .filter(|(sentence, expected)| rule(sentence) != *expected)
        .map(|(sentence, expected)| {
            format!(
                "{sentence}: expected {expected:?}, found {:?}",
                rule(sentence)
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_word_of_the_lists_counts() {
    for verb in BECOMING.iter().filter(|verb| !SHARING.contains(verb)) {
        let sentence = format!(
            "it/PRON/nsubj/2 x~{verb}/VERB/root/0 hard/ADJ/xcomp/2 to/PART/mark/5 say/VERB/xcomp/3"
        );
        assert_eq!(
            rule(&sentence),
            Some(ExpletiveRule::BecomesJudged),
            "{verb}"
        );
    }
    for verb in SEEMING {
        let sentence =
            format!("it/PRON/nsubj/2 x~{verb}/VERB/root/0 rain/NOUN/nsubj/4 comes/VERB/advcl/2");
        assert_eq!(rule(&sentence), Some(ExpletiveRule::Appearance), "{verb}");
    }
    for verb in RAINING {
        let sentence = format!("it/PRON/nsubj/2 x~{verb}/VERB/root/0");
        assert_eq!(rule(&sentence), Some(ExpletiveRule::Rain), "{verb}");
    }
}
