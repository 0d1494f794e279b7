//! Claims said as sentences of their own, with all stages before. Each text is written on Wednesday, 25 November 2026.

use super::edit::EditReason;
use super::{Edit, Standalone};
use crate::claim::Claim;
use crate::terms::EditOperation;
use crate::testing::{claims, report};

fn read(text: &str) -> Vec<Claim> {
    let claims = claims(text, Some("2026-11-25"));
    for claim in &claims {
        if let Ok(standalone) = &claim.standalone {
            let pieces: Vec<&str> = claim.spans.iter().map(|span| span.of(text)).collect();
            check_edits(text, &pieces.join(" "), standalone);
        }
    }
    claims
}

/// Edits cut out of the sentence what they put there and out of the text what they took away, and taken back they give the
/// words of the claim, but for the mark behind its last word.
fn check_edits(text: &str, words: &str, standalone: &Standalone) {
    let bare = |text: &str| {
        text.trim_end_matches([',', ';', ':', ' ', '—', '-'])
            .to_string()
    };
    let mut undone = standalone.text.clone();
    for edit in standalone.edits.iter().rev() {
        assert_eq!(edit.at.of(&standalone.text), edit.to);
        undone.replace_range(edit.at.start..edit.at.end, &edit.from);
        if let Some(span) = edit.span {
            assert_eq!(span.of(text), edit.from);
        }
        let operation = match (edit.from.is_empty(), edit.to.is_empty()) {
            (true, _) => EditOperation::Insert,
            (_, true) => EditOperation::Delete,
            _ => EditOperation::Replace,
        };
        assert_eq!(edit.operation, operation);
    }
    assert_eq!(bare(&undone), bare(words));
    for open in &standalone.unresolved {
        let (said, written) = (open.at.of(&standalone.text), open.span.of(text));
        assert_eq!(said.to_lowercase(), written.to_lowercase());
    }
}

/// The sentences of a text's claims; in brackets what kept one back.
fn said(text: &str) -> String {
    let outcome = |claim: Claim| match claim.standalone {
        Ok(standalone) => standalone.text,
        Err(obstacle) => format!("({obstacle})"),
    };
    let outcomes: Vec<String> = read(text).into_iter().map(outcome).collect();
    outcomes.join(" | ")
}

fn edits(text: &str) -> Vec<Edit> {
    let sentences = read(text)
        .into_iter()
        .filter_map(|claim| claim.standalone.ok());
    sentences.flat_map(|standalone| standalone.edits).collect()
}

/// What stays open in the claims of a text.
fn open(text: &str) -> String {
    let mut open = Vec::new();
    for claim in read(text) {
        let Ok(standalone) = claim.standalone else {
            continue;
        };
        let words = standalone
            .unresolved
            .iter()
            .map(|found| found.span.of(text).to_string());
        open.extend(words);
    }
    open.join(", ")
}

/// Holds what is made of each text against what is expected, and tells all that differ.
fn check(make: fn(&str) -> String, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, make(text)))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| {
            format!("{text}\n    expected {expected}\n    found    {found}")
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_relative_clause_is_said_with_what_it_refers_to() {
    check(
        said,
        &[
            (
                "Voss owns the Polaris, which carries 40 people.",
                "Voss owns the Polaris. | The Polaris carries 40 people.",
            ),
            (
                "The council bought the Polaris, which Voss repaired in May 2020.",
                "The council bought the Polaris. | Voss repaired the Polaris in May 2020.",
            ),
            (
                "Two towns lie in Tarn, where 340 people work.",
                "Two towns lie in Tarn. | In Tarn 340 people work.",
            ),
            (
                "The fund holds 12 million pounds, most of which will be spent in May 2027.",
                "The fund holds 12 million pounds. | Most of 12 million pounds will be spent in May 2027.",
            ),
            (
                "Petter Holm, who leads the union, came.",
                "Petter Holm leads the union. | Petter Holm came.",
            ),
            (
                "Voss, whose ship sank in May, wants money.",
                "Voss' ship sank in May 2026. | Voss wants money.",
            ),
            (
                "The trust, on which the town relies, is poor.",
                "On the trust the town relies. | The trust is poor.",
            ),
            // A preposition without an object of its own takes it.
            (
                "Voss bought the Polaris, which Lund plays with.",
                "Voss bought the Polaris. | Lund plays with the Polaris.",
            ),
            (
                "The Polaris, which Voss plays with children, sank.",
                "Voss plays the Polaris with children. | The Polaris sank.",
            ),
            (
                "The old ship, which Voss repaired in May 2020, sank.",
                "Voss repaired the old ship in May 2020. | The old ship sank.",
            ),
            (
                "The old ship, which was built in May 2020, sank.",
                "The old ship was built in May 2020. | The old ship sank.",
            ),
            // "Whom" is acted on, "who" acts.
            (
                "Voss, whom the council pays, came.",
                "The council pays Voss. | Voss came.",
            ),
            (
                "Voss, who was paid by the council, came.",
                "Voss was paid by the council. | Voss came.",
            ),
            // The nearest place.
            (
                "The mayor left for Tarn, where it rains.",
                "The mayor left for Tarn. | In Tarn it rains.",
            ),
        ],
    );
}

#[test]
fn who_and_which_go_with_what_agrees() {
    check(
        said,
        &[
            (
                "The ferries of the town, which carries 40 people, are old.",
                "(relative_without_referent) | The ferries of the town are old.",
            ),
            (
                "The ferries, which carries 40 people, are old.",
                "(relative_without_referent) | The ferries are old.",
            ),
            (
                "The mayor and Voss, who own the ship, came.",
                "The mayor and Voss own the ship. | The mayor and Voss came.",
            ),
            (
                "The mayor and Voss, who owns the ship, came.",
                "(relative_without_referent) | The mayor and Voss came.",
            ),
            (
                "Ferry operations at the harbour office, which closes at noon, were stopped.",
                "(relative_without_referent) | Ferry operations at the harbour office were stopped.",
            ),
            (
                "Voss, of whose ships two sank, came.",
                "(relative_without_referent) | Voss came.",
            ),
        ],
    );
}

#[test]
fn a_name_takes_a_verb() {
    check(
        said,
        &[
            (
                "The mayor called the plan a mistake.",
                "The plan is a mistake.",
            ),
            (
                "The mayor called the plans a mistake.",
                "The plans are a mistake.",
            ),
            (
                "The mayor described the ferries as a danger.",
                "The ferries are a danger.",
            ),
            (
                "Okafor called the mayor \"a fool\".",
                "The mayor is \"a fool\".",
            ),
        ],
    );
}

#[test]
fn not_only_is_said_without_but_also() {
    check(
        said,
        &[
            (
                "The plan not only cost too much.",
                "The plan cost too much.",
            ),
            (
                "He not only lost the vote but also left the party.",
                "He lost the vote. | He also left the party.",
            ),
            (
                "The plan did not only cost too much.",
                "The plan did not only cost too much.",
            ),
        ],
    );
}

#[test]
fn i_is_who_speaks() {
    check(
        said,
        &[
            (
                "\"The council gave us a ship,\" the firm said.",
                "The council gave the firm a ship.",
            ),
            ("\"Our ship sank,\" the firm said.", "The firm's ship sank."),
            (
                "\"We have a plan, and it is ours,\" the firm said.",
                "The firm has a plan. | It is ours.",
            ),
            (
                "\"I'd better go,\" Maria Okafor said.",
                "Maria Okafor had better go.",
            ),
            (
                "Maria Okafor said she was late and “I want the ship”.",
                "Maria Okafor was late. | Maria Okafor wants the ship.",
            ),
            // She is named in her own words.
            (
                "\"I was told that Maria Okafor sold my ship,\" Maria Okafor said.",
                "Maria Okafor sold my ship.",
            ),
            // Behind the quotation.
            (
                "Maria Okafor said that “the ship” is late and that I want the ship.",
                "“the ship” is late. | I want the ship.",
            ),
            (
                "\"I think my neighbours are patient,\" Maria Okafor, the mayor, said. \"I'm certain that I don't want it.\" \
             She left. \"I carry my own bags,\" she said.",
                "Maria Okafor's neighbours are patient. | Maria Okafor doesn't want it. | She left. | Maria Okafor carries her own bags.",
            ),
            ("\"We are sorry,\" the firm said.", "The firm is sorry."),
            ("\"We're sorry,\" the firm said.", "The firm is sorry."),
            (
                "\"If we were rich, we would pay,\" the firm said.",
                "If the firm were rich, it would pay.",
            ),
            (
                "\"I have seen the ship,\" a spokesman said.",
                "The spokesman has seen the ship.",
            ),
            (
                "\"I've sold the ship,\" Maria Okafor said.",
                "Maria Okafor has sold the ship.",
            ),
            (
                "\"I'll sell the ship,\" Maria Okafor said.",
                "Maria Okafor will sell the ship.",
            ),
            ("\"I'm late,\" Maria Okafor said.", "Maria Okafor is late."),
            (
                "\"I do not want the ship,\" Maria Okafor said.",
                "Maria Okafor does not want the ship.",
            ),
            (
                "\"I blame myself,\" Maria Okafor said.",
                "Maria Okafor blames herself.",
            ),
            (
                "\"The bag is mine,\" Maria Okafor said.",
                "The bag is Maria Okafor's.",
            ),
            (
                "\"The council gave me a ship,\" Maria Okafor said.",
                "The council gave Maria Okafor a ship.",
            ),
            (
                "\"My sister gave me a ship,\" Maria Okafor said.",
                "Maria Okafor's sister gave her a ship.",
            ),
            (
                "\"On Monday I left,\" Maria Okafor said.",
                "On 23 November 2026 Maria Okafor left.",
            ),
            (
                "\"In World War I my town burned,\" Peter Brandt said.",
                "In World War I Peter Brandt's town burned.",
            ),
            (
                "\"The king and I are friends,\" Peter Brandt said.",
                "The king and Peter Brandt are friends.",
            ),
            (
                "\"I go to the harbour and I carry my bags,\" Maria Okafor said.",
                "Maria Okafor goes to the harbour. | Maria Okafor carries her bags.",
            ),
            (
                "\"One of my strengths is I have a plan,\" Robin Tarn said.",
                "One of Robin Tarn's strengths is Robin Tarn has a plan.",
            ),
            // Another "he" could be the one who speaks.
            (
                "\"I told him that I was late,\" Maria Okafor said.",
                "Maria Okafor told him that Maria Okafor was late.",
            ),
            // In quotation marks alone.
            (
                "Maria Okafor said she was late and \"I want the ship\".",
                "Maria Okafor was late. | Maria Okafor wants the ship.",
            ),
            // Wrong: two want.
            (
                "\"I and my brother want the ship,\" Maria Okafor said.",
                "Maria Okafor and her brother want the ship.",
            ),
        ],
    );
}

#[test]
fn i_stays_where_not_all_can_be_said() {
    check(
        said,
        &[
            // Nobody says whether Tarn is "himself" or "herself".
            ("\"I blame myself,\" Robin Tarn said.", "I blame myself."),
            (
                "\"My sister gave me a ship,\" Robin Tarn said.",
                "My sister gave me a ship.",
            ),
            (
                "\"I told him that my ship was late,\" Maria Okafor said.",
                "I told him that my ship was late.",
            ),
            ("\"We were late,\" Maria Okafor said.", "We were late."),
            (
                "\"It is I who am late,\" Maria Okafor said.",
                "It is I who am late.",
            ),
            ("\"I want the ship,\" officials said.", "I want the ship."),
            (
                "\"We want the ship,\" two mayors said.",
                "We want the ship.",
            ),
            ("\"I want the ship,\" he said.", "I want the ship."),
        ],
    );
}

#[test]
fn times_are_told_by_the_calendar() {
    check(
        said,
        &[
            (
                "Last week, the council closed the bridge.",
                "In the week of 16 November 2026, the council closed the bridge.",
            ),
            (
                "The vote will be next Thursday.",
                "The vote will be on 26 November 2026.",
            ),
            (
                "The harbour lost 40 jobs two years ago.",
                "The harbour lost 40 jobs in 2024.",
            ),
            (
                "Last year's budget was too small.",
                "The 2025 budget was too small.",
            ),
            (
                "The ferry has been late since Tuesday.",
                "The ferry has been late since 24 November 2026.",
            ),
            (
                "Mayor Okafor resigned yesterday.",
                "Mayor Okafor resigned on 24 November 2026.",
            ),
            (
                "The mayor will go tomorrow.",
                "The mayor will go on 26 November 2026.",
            ),
            (
                "The pool will open early next year.",
                "The pool will open early in 2027.",
            ),
            (
                "The pool closed at the end of last year.",
                "The pool closed at the end of 2025.",
            ),
            ("The tax last year was high.", "The tax in 2025 was high."),
            ("Last year was wet.", "2025 was wet."),
            (
                "The budget for next year is small.",
                "The budget for 2027 is small.",
            ),
            (
                "The mayor would sell the ship next year.",
                "The mayor would sell the ship in 2027.",
            ),
            (
                "The pool will open tonight.",
                "The pool will open on the night of 25 November 2026.",
            ),
            (
                "The pool closed last weekend.",
                "The pool closed on the weekend of 21 November 2026.",
            ),
            (
                "The pool closed on 3 May.",
                "The pool closed on 3 May 2026.",
            ),
            // Wrong: "better than that of last year".
            (
                "The pool was better than last year.",
                "The pool was better than in 2025.",
            ),
        ],
    );
}

#[test]
fn times_that_may_count_otherwise_keep_their_words() {
    let kept = [
        "Last week's budget was too small.",
        "Yesterday's men are gone.",
        "The baths closed on a wet Tuesday.",
        "The Tuesday meeting was long.",
        // No tense says that a day is meant, and "about" is no year.
        "Today most towns have a pool.",
        "The harbour froze about two years ago.",
        "The harbour froze nearly two years ago.",
        "The harbour froze more than two years ago.",
        "Over the past six months the school lost ten teachers.",
        "The last year was good.",
        "Just last week the pool closed.",
        "I would go tomorrow.",
        "The courts met on Monday and Tuesday.",
        "The pool closed on Nov. 23 and 24.",
        "The pool will open on Monday or Tuesday.",
        "The pool closed in mid-June.",
        "The pool has a Tuesday-only ticket.",
        "The pool closed a year earlier.",
    ];
    for text in kept {
        assert_eq!(said(text), text);
    }
    let sentence = |text: &str, date| claims(text, date).remove(0).standalone.unwrap().text;
    let text = "The council closed the bridge last week.";
    assert_eq!(sentence(text, None), text);
    let filler = "The harbour of the town has seen many ships and storms. ".repeat(500);
    let long = format!("{text} {filler}");
    assert_eq!(sentence(&long, Some("2026-11-25")), text);
    let updated = |day: &str| {
        format!(
            "<html><head><meta property=\"article:published_time\" content=\"2026-11-20\">\
             <meta property=\"article:modified_time\" content=\"{day}\"></head><body><article><p>{text}</p>\
             <p>The ferry is old, and the mayor of the town wants a new one.</p></article></body></html>"
        )
    };
    assert_eq!(sentence(&updated("2026-11-25"), None), text);
    let same_day = "The council closed the bridge in the week of 9 November 2026.";
    assert_eq!(sentence(&updated("2026-11-20"), None), same_day);
}

#[test]
fn what_a_claim_rests_on_is_put_back() {
    check(
        said,
        &[
            // The parser leaves "not" to the claim.
            (
                "If the council does not, the mayor will sell the ship.",
                "If the council does not, the mayor will sell the ship.",
            ),
            (
                "If we wait, the price will rise.",
                "If we wait, the price will rise.",
            ),
            (
                "The ferry will sink if nobody repairs it.",
                "The ferry will sink if nobody repairs it.",
            ),
            (
                "The mayor, if he is honest, will resign.",
                "The mayor, if he is honest, will resign.",
            ),
            (
                "The price will rise, and if nobody pays, the ferry will stop.",
                "The price will rise. | If nobody pays, the ferry will stop.",
            ),
            (
                "If nobody pays, the ferry will stop and the pool will close.",
                "If nobody pays, the ferry will stop. | If nobody pays, the pool will close.",
            ),
            (
                "Unless the council acts, the pool will close and the ferry will stop.",
                "Unless the council acts, the pool will close. | Unless the council acts, the ferry will stop.",
            ),
            (
                "After the ship sank, the crew swam.",
                "After the ship sank, the crew swam.",
            ),
            (
                "The price, when it rains, rises.",
                "The price, when it rains, rises.",
            ),
            ("As described above, the ship sank.", "The ship sank."),
            (
                "I doubt that the plan works.",
                "I doubt that the plan works.",
            ),
            (
                "I don't think the harbour is safe.",
                "I don't think the harbour is safe.",
            ),
            (
                "It is unlikely that the plan works.",
                "It is unlikely that the plan works.",
            ),
            ("I know that the mayor lied.", "The mayor lied."),
            ("It is clear that the plan works.", "The plan works."),
            (
                "It is not clear that the plan works.",
                "It is not clear that the plan works.",
            ),
            (
                "As culture changes, I hope that the plan works.",
                "I hope that the plan works.",
            ),
        ],
    );
}

#[test]
fn a_name_is_put_for_what_refers() {
    check(
        said,
        &[
            // Each name once.
            (
                "The Harls own a ship. Their ship and their house are old.",
                "The Harls own a ship. | Their ship and their house are old.",
            ),
            (
                "Maria Okafor is the mayor. She has a ship. Her ship sank. Okafor sold the house in May 2020.",
                "Maria Okafor is the mayor. | Maria Okafor has a ship. | Maria Okafor's ship sank. | Maria Okafor sold the house in May 2020.",
            ),
            (
                "Maria Okafor is the mayor. The fire cost her nothing.",
                "Maria Okafor is the mayor. | The fire cost Maria Okafor nothing.",
            ),
            (
                "Maria Okafor is the mayor. Mr. Okafor lost his office.",
                "Maria Okafor is the mayor. | Mr. Okafor lost his office.",
            ),
            (
                "The Harls own a ship. They're late.",
                "The Harls own a ship. | The Harls are late.",
            ),
            (
                "The Harls own a ship. Their ship sank.",
                "The Harls own a ship. | Their ship sank.",
            ),
            (
                "Peter Brandt runs the port. He'd better go. He's late. He'll go.",
                "Peter Brandt runs the port. | Peter Brandt had better go. | Peter Brandt is late. | Peter Brandt will go.",
            ),
            (
                "The pool is old. It's come up with a few ways to help swimmers.",
                "The pool is old. | The pool has come up with a few ways to help swimmers.",
            ),
            (
                "The government of Tarnland closed the border. Tarnland wants the toll back. Tarnland is a small place.",
                "The government of Tarnland closed the border. | The government of Tarnland wants the toll back. | Tarnland is a small place.",
            ),
            (
                "Petter Holm, the leader of the union, came. The leader left.",
                "Petter Holm, the leader of the union, came. | Petter Holm left.",
            ),
            (
                "The hull is old. The inspectors saw the hull before its inspection.",
                "The hull is old. | The inspectors saw the hull before its inspection.",
            ),
        ],
    );
}

#[test]
fn what_is_put_between_quotation_marks_stands_in_square_brackets() {
    check(
        said,
        &[
            (
                "Petter Holm runs the port. The council called the port \"a place where he sleeps\".",
                "Petter Holm runs the port. | The port is \"a place where he sleeps\".",
            ),
            (
                "Petter Holm runs the port. The plan was “dead when he left last week”.",
                "Petter Holm runs the port. | The plan was “dead when he left [in the week of 16 November 2026]”.",
            ),
            // Outside of the marks, and where they are closed, nothing is in brackets.
            (
                "Petter Holm runs the port. “He must go,” Arden said.",
                "Petter Holm runs the port. | Petter Holm must go.",
            ),
            (
                "Petter Holm runs the port. The “old man” said that he would go.",
                "Petter Holm runs the port. | He would go.",
            ),
        ],
    );
}

#[test]
fn in_a_long_text_fewer_pronouns_are_sure() {
    let short = "The Harls own a ship. They are late.";
    let filler =
        "The harbour of the town has seen a good many ships and storms in its time. ".repeat(400);
    let second = |text: &str| claims(text, None).remove(1).standalone.unwrap().text;
    assert_eq!(second(short), "The Harls are late.");
    assert_eq!(second(&format!("{short} {filler}")), "They are late.");
}

#[test]
fn what_nobody_is_sure_of_is_listed() {
    check(
        open,
        &[
            ("This is a mistake.", "This"),
            ("This plan is a mistake.", "This"),
            ("This article is long.", ""),
            ("Such plans fail.", "Such"),
            ("Such a view is old.", "Such"),
            ("It is such a mess.", "It"),
            ("Towns need ships such as ferries.", ""),
            ("That plan was theirs.", "That"),
            ("That day the road was closed.", "That"),
            ("Those words of Okafor's were wrong.", ""),
            ("The plan that failed was old.", ""),
            ("The cost in May is higher than that of a ship.", ""),
            ("You need to create a new one.", "one"),
            ("The council has a ship and needs a new one.", ""),
            ("One was kept by a neighbour.", "One"),
            ("One could say so.", ""),
            ("Both were sold.", "Both"),
            ("Both ships were sold.", ""),
            ("None of the ships was sold.", ""),
            ("Others were sold.", "Others"),
            ("All For One was a good film.", ""),
            (
                "The council closed the ferry in May. The move will cost 3 million crowns.",
                "move",
            ),
            (
                "The decision to close the ferry was wrong. A proposal was made. The proposal failed.",
                "",
            ),
            ("The proposal failed.", "proposal"),
            ("The old proposal failed.", ""),
            ("The proposal of the mayor failed.", ""),
            ("A proposal failed.", ""),
            ("He left.", "He"),
            ("Her ship sank.", "Her"),
            ("The council sold its ship.", ""),
            ("It rained.", ""),
            ("It is clear that towns need ships.", ""),
            ("“[H]e left,” said Maria Okafor.", ""),
        ],
    );
}

#[test]
fn each_open_word_has_an_example() {
    for open_word in super::unresolved::OPEN_WORDS {
        let found = open(open_word.example).to_lowercase();
        assert!(
            open_word.forms.contains(&&*found),
            "{}: {found}",
            open_word.name
        );
    }
}

#[test]
fn each_edit_of_words_says_why_and_on_what_it_rests() {
    let text = "Maria Okafor is the mayor. She has a ship. If we wait, the price will rise. The council sold the ship last week. \
                Voss owns the ship, which carries 40 people. Okafor sold the house in May. \"I am late,\" Okafor said. \
                I doubt that the plan works. Holm denies that the ship sank. After the ship sank, the crew swam. The plan not only cost too much. \
                The mayor called the plan a mistake.";
    let found = edits(text);
    let of = |reason: EditReason| {
        let edit = found.iter().find(|edit| edit.reason == reason);
        edit.unwrap_or_else(|| panic!("no edit for {reason}"))
    };
    for (reason, origin) in [
        (EditReason::Condition, Some("If we wait")),
        (EditReason::Circumstance, Some("After the ship sank")),
        (EditReason::Stance, Some("I doubt that")),
        (EditReason::Denial, Some("Holm")),
        (EditReason::RelativePronoun, Some("the ship")),
        (EditReason::PersonalPronoun, Some("Maria Okafor")),
        (EditReason::ShortName, Some("Maria Okafor")),
        (EditReason::Speaker, Some("Okafor")),
        (EditReason::Date, None),
        (EditReason::Marker, None),
        (EditReason::Verb, None),
        (EditReason::Capital, None),
        (EditReason::FullStop, None),
    ] {
        assert_eq!(
            of(reason).origin.map(|span| span.of(text)),
            origin,
            "{reason}"
        );
    }
    assert!(of(EditReason::PersonalPronoun).probability.is_some());
}

#[test]
fn what_is_no_sentence_is_not_said() {
    check(
        said,
        &[
            (
                "The possible values of the field are:",
                "(ends_in_auxiliary)",
            ),
            (
                "The firm expects mentorship in the newsrooms will only grow.",
                "Mentorship in the newsrooms will only grow.",
            ),
            (
                "I left the hall with the thought that for the first time in my life, I loved a film.",
                "(goes_on) | For the first time in my life, I loved a film.",
            ),
            ("The mayor sold the (old ferry in May.", "(half_pair)"),
            (
                "The mayor can and will sell the ship.",
                "(ends_in_auxiliary) | The mayor will sell the ship.",
            ),
            // What looks alike and is whole.
            ("What matters is trust.", "What matters is trust."),
            ("That plan failed.", "That plan failed."),
            (
                "The plan is that nobody pays.",
                "The plan is that nobody pays.",
            ),
            ("The council have voted.", "The council have voted."),
            (
                "People stop and take trains.",
                "People stop and take trains.",
            ),
            (
                "Exactly which ship sank is unknown.",
                "Exactly which ship sank is unknown.",
            ),
            ("Who will pay is unclear.", "Who will pay is unclear."),
            // One claim, since both verbs wait for the same object.
            (
                "The council could build and repair ferries that carry children.",
                "The council could build and repair ferries that carry children.",
            ),
        ],
    );
}

#[test]
fn a_sentence_has_a_capital_a_full_stop_and_whole_quotations() {
    check(
        said,
        &[
            ("école is a French word.", "École is a French word."),
            // Wrong: "“The ship” is late."
            (
                "Maria Okafor said that “the ship” is late.",
                "“the ship” is late.",
            ),
            (
                "The mayor said “the plan is dead.” The ferry is late.",
                "The plan is dead. | The ferry is late.",
            ),
            (
                "The mayor said the \"plan is dead and the ship is sold.",
                "The \"plan is dead\". | The ship is sold.",
            ),
            (
                "The council built a “bridge”: the ferry is late.",
                "The council built a “bridge”. | The ferry is late.",
            ),
            ("the pool is old", "The pool is old."),
            (
                "The pool is old, and the ferry is late;",
                "The pool is old. | The ferry is late.",
            ),
            (
                "The pool (built in 1990) is old.",
                "The pool (built in 1990) is old.",
            ),
            ("The pool, however, is old.", "The pool is old."),
            ("The pool — a ruin — is old.", "The pool — a ruin — is old."),
            (
                "The mayor said the “plan is dead and the ship is sold.",
                "The “plan is dead”. | The ship is sold.",
            ),
            (
                "The mayor said the plan is \"dead\".",
                "The plan is \"dead\".",
            ),
            (
                "The council cut the budget and quickly sold the ship.",
                "The council cut the budget. | The council quickly sold the ship.",
            ),
        ],
    );
    // A changed first word takes the capital, in its edit too.
    let edit = edits("Maria Okafor is the mayor. The ferry is late. It needs paint.")
        .into_iter()
        .find(|edit| edit.reason == EditReason::ThingPronoun);
    assert_eq!(edit.map(|edit| edit.to).as_deref(), Some("The ferry"));
}

#[test]
fn reports_say_how_sure_each_edit_of_words_is() {
    let report = report(
        "If we wait, the price will rise. The council sold the ship last week. Maria Okafor is the mayor. She has a ship.",
    );
    let edits: Vec<_> = report
        .claims
        .iter()
        .flat_map(|claim| &claim.edits)
        .collect();
    assert!(edits.iter().any(|edit| edit.reason == "condition put back"));
    for edit in edits {
        let of_form = edit.reason.starts_with("full stop") || edit.reason.starts_with("capital");
        assert_eq!(edit.probability.is_none(), of_form, "{edit:?}");
    }
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
    assert_eq!(mentions, ["her", "Maria Okafor"]);
    assert!(
        report
            .claims
            .iter()
            .all(|claim| claim.unresolved.is_empty())
    );
}

#[test]
fn a_holder_may_be_a_government_named_by_its_place() {
    let report = report("The Norwegian government paid. Norway said that the road was closed.");
    assert_eq!(
        report.claims[1].holder.name.as_deref(),
        Some("the Norwegian government")
    );
}
