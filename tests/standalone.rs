//! Claims said as sentences of their own.

mod laws;

use averral::{Options, Report};
use laws::EXTRACTOR;

/// The report of a text written on Wednesday, 25 November 2026.
fn report(text: &str) -> Report {
    let options = Options::default().with_date("2026-11-25");
    let report = EXTRACTOR.analyze(text, &options).unwrap();
    laws::report(text, &report);
    report
}

fn assert_said(text: &str, expected: &[&str]) {
    let report = report(text);
    let alone: Vec<&str> = report
        .claims
        .iter()
        .filter_map(|claim| claim.standalone.as_deref())
        .collect();
    for expected in expected {
        assert!(alone.contains(expected), "{expected}: {alone:?}");
    }
}

#[test]
fn relative_clauses_are_said_with_what_they_refer_to() {
    let text = "Voss owns the Polaris, which carries 40 people. The council bought the Polaris, which Voss repaired in May 2020. \
                Two towns lie in Tarn, where 340 people work. The fund holds 12 million pounds, most of which will be spent in May 2027.";
    let expected = [
        "The Polaris carries 40 people.",
        "Voss repaired the Polaris in May 2020.",
        "In Tarn 340 people work.",
        "Most of 12 million pounds will be spent in May 2027.",
    ];
    assert_said(text, &expected);
}

#[test]
fn what_is_said_alone_is_a_sentence() {
    let text = "The system had to be fast and be built for growth. \
                The pool is old. It's come up with a few ways to help swimmers.";
    let report = report(text);
    let alone: Vec<&str> = report
        .claims
        .iter()
        .filter_map(|claim| claim.standalone.as_deref())
        .collect();
    let expected = [
        "The system had to be fast.",
        "The pool is old.",
        "The pool has come up with a few ways to help swimmers.",
    ];
    assert_eq!(alone, expected);
}

#[test]
fn i_is_who_speaks() {
    let text = "\"I think my neighbours are patient,\" Maria Okafor, the mayor, said. \"I'm certain that I don't want it.\" \
                She left. \"I carry my own bags,\" she said.\n\nThe firm said: \"We are sorry.\"\n\n\
                \"I have seen the ship,\" a spokesman said. \"I blame myself,\" Robin Tarn said.";
    let expected = [
        "Maria Okafor's neighbours are patient.",
        "Maria Okafor doesn't want it.",
        "Maria Okafor carries her own bags.",
        "The firm is sorry.",
        "The spokesman has seen the ship.",
        // Nobody says whether Tarn is "himself" or "herself".
        "I blame myself.",
    ];
    assert_said(text, &expected);
    let name = "\"In World War I my town burned,\" Peter Brandt said. \"The king and I are friends,\" he said.";
    assert_said(
        name,
        &[
            "In World War I Peter Brandt's town burned.",
            "The king and Peter Brandt are friends.",
        ],
    );
}

#[test]
fn times_are_told_by_the_calendar() {
    let text = "Last week, the council closed the bridge. The vote will be next Thursday. The harbour lost 40 jobs two years ago. \
                Last year's budget was too small. The ferry has been late since Tuesday. Mayor Okafor resigned yesterday. The baths closed on a wet Tuesday. \
                The pool will open early next year. Today most towns have a pool. The harbour froze about two years ago. \
                Over the past six months the school lost ten teachers. The courts met on Monday and Tuesday. \
                Yesterday's men are gone. The tax last year was high.";
    let expected = [
        "In the week of 16 November 2026, the council closed the bridge.",
        "The vote will be on 26 November 2026.",
        "The harbour lost 40 jobs in 2024.",
        "The 2025 budget was too small.",
        "The ferry has been late since 24 November 2026.",
        "Mayor Okafor resigned on 24 November 2026.",
        "The baths closed on a wet Tuesday.",
        "The pool will open early in 2027.",
        // No tense says that a day is meant, and "about" is no year.
        "Today most towns have a pool.",
        "The harbour froze about two years ago.",
        "Over the past six months the school lost ten teachers.",
        "The courts met on Monday and Tuesday.",
        "Yesterday's men are gone.",
        "The tax in 2025 was high.",
    ];
    assert_said(text, &expected);
}

#[test]
fn without_a_date_of_publication_times_keep_their_words() {
    let report = EXTRACTOR
        .analyze(
            "The council closed the bridge last week.",
            &Options::default(),
        )
        .unwrap();
    assert_eq!(
        report.claims[0].standalone.as_deref(),
        Some("The council closed the bridge last week.")
    );
}

#[test]
fn what_a_claim_rests_on_is_put_back() {
    let text = "If we wait, the price will rise. When it rains, the road floods. The ferry will sink if nobody repairs it. \
                I doubt that the plan works. I know that the mayor lied. I don't think the harbour is safe. The mayor, if he is honest, will resign.";
    let expected = [
        "If we wait, the price will rise.",
        "When it rains, the road floods.",
        "The ferry will sink if nobody repairs it.",
        "I doubt that the plan works.",
        "The mayor lied.",
        "I don't think the harbour is safe.",
        "The mayor, if he is honest, will resign.",
    ];
    assert_said(text, &expected);
}

#[test]
fn each_edit_of_words_says_how_sure_it_is() {
    let report = report(
        "If we wait, the price will rise. The council sold the ship last week. Voss owns the ship, which carries 40 people. \
         Maria Okafor is the mayor. She has a ship. Okafor sold the house in May.",
    );
    let edits = || report.claims.iter().flat_map(|claim| &claim.edits);
    for reason in [
        "pronoun for a person",
        "short name",
        "condition put back",
        "time counted from the date of publication",
        "relative pronoun replaced",
    ] {
        assert!(edits().any(|edit| edit.reason == reason), "{reason}");
    }
    for edit in edits() {
        let of_form = edit.reason.starts_with("full stop") || edit.reason.starts_with("capital");
        assert_eq!(edit.probability.is_none(), of_form, "{edit:?}");
    }
}

#[test]
fn what_is_no_sentence_is_not_said() {
    let alone = |text: &str| {
        report(text)
            .claims
            .into_iter()
            .filter_map(|claim| claim.standalone)
            .collect::<Vec<String>>()
    };
    for text in [
        "The possible values of the field are:\n\n- 4 for the first one, and\n- 5 for the second one.",
        "The interface are saved.",
        "We still have.",
        "In which all the offices were held by women.",
        "Should these storms go on.",
    ] {
        assert_eq!(alone(text), [""; 0], "{text}");
    }
    assert_eq!(
        alone("The plan not only cost too much."),
        ["The plan cost too much."]
    );
}

#[test]
fn what_was_cut_through_is_not_said() {
    let text = "I left the hall with the thought that for the first time in my life, I loved a film. \
                The firm expects mentorship in the newsrooms will only grow. \
                In case any small thing was to be done. The ferries of the town, which carries 40 people, are old.";
    let expected = [
        "For the first time in my life, I loved a film.",
        "The ferries of the town are old.",
    ];
    let alone: Vec<String> = report(text)
        .claims
        .into_iter()
        .filter_map(|claim| claim.standalone)
        .collect();
    assert_eq!(alone, expected);
}

#[test]
fn verbs_that_share_what_stands_behind_them_are_one_claim() {
    let text = "The council could build and repair ferries that carry children. The plan is that nobody pays.";
    assert_said(
        text,
        &[
            "The council could build and repair ferries that carry children.",
            "The plan is that nobody pays.",
        ],
    );
}

#[test]
fn who_and_which_go_with_what_agrees() {
    let text = "Ferry operations at the harbour office, which closes at noon, were stopped. Petter Holm, who leads the union, came.";
    let alone: Vec<String> = report(text)
        .claims
        .into_iter()
        .filter_map(|claim| claim.standalone)
        .collect();
    assert!(
        alone.contains(&"Petter Holm leads the union.".to_string()),
        "{alone:?}"
    );
    assert!(
        alone.iter().all(|said| !said.contains("closes")),
        "{alone:?}"
    );
}

#[test]
fn the_verb_behind_i_agrees() {
    assert_said(
        "\"One of my strengths is I have a plan,\" Robin Tarn said.",
        &["One of Robin Tarn's strengths is Robin Tarn has a plan."],
    );
}

#[test]
fn pronouns_may_stand_in_front_of_their_name() {
    let report =
        report("The council met on Monday. In her speech, Maria Okafor promised a bridge.");
    let okafor = &report.entities.as_ref().unwrap()[0];
    let mentions: Vec<&str> = okafor
        .mentions
        .iter()
        .map(|mention| mention.text.as_str())
        .collect();
    assert_eq!(
        (okafor.name.as_str(), mentions),
        ("Maria Okafor", vec!["her", "Maria Okafor"])
    );
    assert!(
        report
            .claims
            .iter()
            .all(|claim| claim.unresolved.is_empty())
    );
}

#[test]
fn places_stand_for_their_governments() {
    let text = "The government of Tarnland closed the border. Tarnland wants the toll back. Tarnland is a small place.\n\n\
                Paris, the French capital, is full. The French government closed a road. Paris wants a new one.\n\n\
                Brandt's government fell. Brandt wants a boat. The Scottish government paid. Scott refused to pay.";
    let expected = [
        "The government of Tarnland wants the toll back.",
        "Tarnland is a small place.",
        "The French government wants a new one.",
        "Brandt wants a boat.",
        "Scott refused to pay.",
    ];
    assert_said(text, &expected);
    let report = report("The Norwegian government paid. Norway said that the road was closed.");
    assert_eq!(
        report.claims[1].holder.name.as_deref(),
        Some("the Norwegian government")
    );
}

#[test]
fn in_a_long_text_fewer_pronouns_are_sure() {
    let short = "The council sold a ship to the trust. It needs money.";
    let filler =
        "The harbour of the town has seen a good many ships and storms in its time. ".repeat(400);
    let second = |text: &str| report(text).claims[1].standalone.clone();
    assert_eq!(second(short).as_deref(), Some("The council needs money."));
    assert_eq!(
        second(&format!("{short} {filler}")).as_deref(),
        Some("It needs money.")
    );
}

#[test]
fn what_nobody_is_sure_of_is_listed() {
    let unresolved = |text: &str| -> Vec<String> {
        let claims = report(text).claims;
        claims
            .into_iter()
            .flat_map(|claim| claim.unresolved)
            .map(|found| found.text)
            .collect()
    };
    assert_eq!(unresolved("This is a mistake."), ["This"]);
    assert_eq!(unresolved("Such plans fail."), ["Such"]);
    assert_eq!(unresolved("That plan was theirs."), ["That", "theirs"]);
    assert_eq!(unresolved("You need to create a new one."), ["one"]);
    assert_eq!(
        unresolved("The council closed the ferry in May. The move will cost 3 million crowns."),
        ["move"]
    );
    assert_eq!(
        unresolved(
            "The decision to close the ferry was wrong. A proposal was made. The proposal failed."
        ),
        [""; 0]
    );
    assert_eq!(
        unresolved("That day the road was closed. Such a view is old."),
        ["That", "Such"]
    );
    // Named in the claim, or referring to nothing.
    assert!(
        unresolved(
            "The council sold its ship. It rained. It is clear that towns need ships such as ferries."
        )
        .is_empty()
    );
    assert!(
        unresolved(
            "Those who stayed were brave. The cost this year is higher than that of a ship."
        )
        .is_empty()
    );
}
