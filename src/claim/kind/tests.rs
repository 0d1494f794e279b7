use super::*;
use crate::testing::{check, claim, decided};

#[test]
fn each_rule_decides_its_example() {
    for rule in RULES {
        let kind = format!("{:?} ({})", rule.kind, rule.name).to_lowercase();
        assert_eq!(decided(rule.example, "kind"), kind, "{}", rule.example);
    }
}

#[test]
fn what_looks_alike_is_told_apart() {
    check(
        "kind",
        &[
            // Wrong: the parser takes "the decision a farce" for one noun, the mayor only called it so.
            ("The mayor called the decision a farce.", "fact (unmarked)"),
            (
                "Teachers demand that the plan be dropped.",
                "policy (demanded)",
            ),
            // Said, not demanded.
            (
                "Teachers say that the plan was dropped in May.",
                "fact (unmarked)",
            ),
            (
                "Teachers demand that the plan [will be dropped].",
                "prediction (future)",
            ),
            // What should last is expected, what must last is demanded.
            (
                "The repair should last a year.",
                "prediction (modal_expectation)",
            ),
            ("The repair must last a year.", "policy (modal_obligation)"),
            // A state by a time is expected, without one demanded.
            (
                "The result should be known on Friday.",
                "prediction (modal_expectation)",
            ),
            ("The truth should be known.", "policy (modal_obligation)"),
            // What must have been is concluded.
            ("It must be raining.", "fact (modal_inference)"),
            (
                "The mayor must see the letter.",
                "policy (modal_obligation)",
            ),
            (
                "The council should have seen the letter.",
                "value (modal_perfect)",
            ),
            ("It is time to close the school.", "policy (high_time)"),
            ("It was time to close the school.", "fact (weights_waver)"),
            // What would have been is no fact under a condition.
            (
                "If the council had acted, [the bridge would have stood].",
                "prediction (conditional_mood)",
            ),
            // "would" and "could" of the past.
            (
                "They would meet on Mondays in those years.",
                "fact (past_habit)",
            ),
            (
                "They would meet on Mondays.",
                "prediction (conditional_mood)",
            ),
            (
                "Holm said that [they would meet] in those years.",
                "prediction (conditional_mood)",
            ),
            (
                "The old ferry could carry 40 cars in the 1990s.",
                "fact (past_ability)",
            ),
            ("The ferry is about to leave.", "prediction (expectation)"),
            ("The book is a history of the war.", "fact (weights_waver)"),
            ("Drivers can expect delays.", "prediction (expectation)"),
            ("Drivers expect delays.", "fact (weights_waver)"),
            (
                "The council should ask the schools.",
                "policy (modal_obligation)",
            ),
            (
                "The council ought to ask the schools.",
                "policy (modal_obligation)",
            ),
            // "needs to" obliges now; "had to" is past, "will have to" ahead.
            (
                "The council needs to repair the bridge.",
                "policy (obligation)",
            ),
            ("The council had to repair the bridge.", "fact (unmarked)"),
            (
                "The council will have to repair the bridge.",
                "prediction (future)",
            ),
            // "shall" puts ahead; "May" the month is no modal verb.
            ("The bridge shall close in May.", "prediction (future)"),
            ("The bridge closed in May.", "fact (unmarked)"),
            // "would" puts ahead, with a condition too.
            (
                "A merged service would save money.",
                "prediction (conditional_mood)",
            ),
            (
                "If it came every hour, [a second ferry would be useful].",
                "prediction (conditional_mood)",
            ),
            // "may" and "could" leave open what comes.
            (
                "The mayor may sell the bridge.",
                "prediction (modal_possibility)",
            ),
            (
                "The new ferry could carry bicycles.",
                "prediction (modal_possibility)",
            ),
            // A year before the date of writing is over.
            ("The lease ended in 2019.", "fact (unmarked)"),
            ("The bridge is going to close.", "prediction (expectation)"),
            (
                "The consultation was the fairest of all.",
                "value (evaluative_word)",
            ),
            // A judging noun that is counted, or that only takes part, is a report.
            (
                "In August her lead was seven points.",
                "fact (evaluative_word_in_report)",
            ),
            (
                "The mayor did not keep that promise in 2019.",
                "fact (evaluative_word_in_report)",
            ),
        ],
    );
}

#[test]
fn the_words_that_decide_are_cues() {
    for (text, expected) in [
        (
            "Teachers demand that the council drop the plan.",
            &["drop"][..],
        ),
        ("The train should arrive at nine.", &["should"]),
        ("The council should have asked the schools.", &["should"]),
        ("The council must reopen the branch.", &["must"]),
        ("The council has to repair the bridge.", &["has"]),
        ("The bridge will close in May.", &["will"]),
        ("A second ferry would be useful.", &["would", "useful"]),
        ("A merged service would cost more.", &["would"]),
        ("The plan may be legal.", &["may"]),
        ("The old ferry could not carry bicycles.", &["could"]),
        ("The bridge might close in May.", &["might"]),
        ("The bridge is expected to close.", &["expected"]),
        ("The lease ends in 2031.", &["2031"]),
        ("What the council should do is build a bridge.", &[]),
        ("The mayor did not keep that promise in 2019.", &["promise"]),
        ("The plan is unfair.", &["unfair"]),
        ("The alternative is a fiction.", &[]),
        ("Farmers depend on the river.", &[]),
        ("The bridge opened on 3 May.", &[]),
    ] {
        let evidence = claim(text).evidence.into_iter();
        let mut evidence = evidence.filter(|evidence| evidence.field == "kind");
        let cues = evidence.next().unwrap().cues.into_iter();
        let cues: Vec<String> = cues.map(|cue| cue.text).collect();
        assert_eq!(cues, expected, "{text}");
    }
}

#[test]
fn each_condition_of_a_rule_is_needed() {
    check(
        "kind",
        &[
            // What is put ahead is no demand, although it has a plain form.
            (
                "Teachers demand that the council will drop the plan.",
                "prediction (future)",
            ),
            (
                "Teachers demanded that the council would drop the plan.",
                "prediction (conditional_mood)",
            ),
            // What would be, would have been, and would do.
            (
                "A second ferry would have been useful.",
                "value (evaluative_word)",
            ),
            (
                "A second ferry would ruin the town.",
                "prediction (conditional_mood)",
            ),
            ("The plan would be legal.", "prediction (conditional_mood)"),
            (
                "The council would have to repair the bridge.",
                "prediction (conditional_mood)",
            ),
            (
                "The council might have to repair the bridge.",
                "prediction (modal_possibility)",
            ),
            (
                "The bridge might not close in May.",
                "prediction (modal_possibility)",
            ),
            // This year is not ahead; nor is a date in a past clause, or in another one.
            ("The lease ends in 2026.", "fact (unmarked)"),
            ("The lease ends soon.", "prediction (future_time)"),
            ("The council approved the plan for 2031.", "fact (unmarked)"),
            (
                "[The house is old] and the lease ends in 2031.",
                "fact (weights_waver)",
            ),
            ("The plan will be unfair.", "prediction (future)"),
        ],
    );
}

#[test]
fn verbs_of_what_happens_make_should_an_expectation() {
    for verb in HAPPENING {
        let expected = "prediction (modal_expectation)";
        let text = format!("The repairs should {verb} a year.");
        assert_eq!(decided(&text, "kind"), expected, "{text}");
    }
}

#[test]
fn what_is_put_ahead_in_a_judging_word_may_be_a_judgement() {
    let second = |text: &str| {
        let evidence = claim(text).evidence.into_iter();
        let mut evidence = evidence.filter(|evidence| evidence.field == "kind");
        evidence.next().unwrap().runner_up.unwrap().value
    };
    assert_eq!(second("The plan will be unfair."), "value");
    assert_eq!(second("The bridge will close in May."), "fact");
    assert_eq!(second("The council must be fair."), "value");
    assert_eq!(second("The bridge is unfair."), "fact");
}
