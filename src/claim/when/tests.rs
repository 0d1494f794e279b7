//! When whole claims hold, days included.

use super::WhenRule;
use crate::Options;
use crate::testing::{EXTRACTOR, claim};

/// The times of a text's claims, written on a Monday, 9 November 2020.
fn found(text: &str, date: Option<&str>) -> String {
    let options = Options {
        date: date.map(str::to_string),
        ..Options::default()
    };
    let report = EXTRACTOR.analyze(text, &options).unwrap();
    let said = |when: &crate::report::When| {
        let period = format!("{:?}", when.period).to_lowercase();
        match (&when.from, &when.to) {
            (None, None) => period,
            (from, to) => format!(
                "{period} {}/{}",
                from.as_deref().unwrap_or(""),
                to.as_deref().unwrap_or("")
            ),
        }
    };
    let times: Vec<String> = report
        .claims
        .iter()
        .map(|claim| claim.when.as_ref().map_or("-".into(), said))
        .collect();
    times.join("; ")
}

/// Asks all of a table and tells of every row that is wrong.
fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, found(text, Some("2020-11-09"))))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the report says of the rule and the cues for the time of a text's claim.
fn decided(text: &str) -> (String, Vec<String>) {
    let when = claim(text).when.unwrap();
    let cues = when.cues.into_iter().map(|cue| cue.text).collect();
    (when.rule, cues)
}

#[test]
fn the_rule_and_its_cues_are_told() {
    for (text, rule, expected) in [
        // The date alone decides, or the verb beside it.
        (
            "The mill closed in 2012.",
            WhenRule::Expression,
            &["in 2012"][..],
        ),
        (
            "The mill will close now.",
            WhenRule::Expression,
            &["now", "will"],
        ),
        ("The mill will close soon.", WhenRule::Expression, &["soon"]),
        ("The mill closed.", WhenRule::Tense, &["closed"]),
        ("The mill will close.", WhenRule::Auxiliary, &["will"]),
        (
            "In 2012 the mill closed and [the town lost its shop].",
            WhenRule::Neighbour,
            &["In 2012"],
        ),
        (
            "The mill closed in 2012 and [the town lost its shop].",
            WhenRule::Tense,
            &["lost"],
        ),
    ] {
        let (found, cues) = decided(text);
        assert_eq!(found, rule.label(), "{text}");
        assert_eq!(cues, expected, "{text}");
    }
}

#[test]
fn the_verb_tells_where_no_date_does() {
    check(&[
        ("The mill closed.", "past"),
        ("The mill has closed.", "past"),
        ("The mill has been losing money.", "present"),
        ("The mill is old.", "present"),
        ("Old mills lose money.", "present"),
        ("The mill will close.", "future"),
        ("The mill is going to close.", "future"),
        ("The mill is expected to close.", "future"),
        ("The mill would close without the grant.", "future"),
        ("The mill would have closed without the grant.", "past"),
        ("The mill may close.", "future"),
        ("The mill may be empty.", "present"),
        ("The mill may have closed.", "past"),
        ("The mill might seem empty.", "present"),
        ("The two mills could not differ more.", "present"),
        ("The owner could not sell the mill.", "past"),
        ("The council should close the mill.", "future"),
        ("The council has to close the mill.", "future"),
        ("The council had closed the mill.", "past"),
        ("The mayor said the mill would close.", "future"),
        ("The mayor said the mill was unprofitable.", "past"),
        (
            "The mayor demands that the council close the mill.",
            "future",
        ),
        (
            "It should cut the fare and let dogs on the boat.",
            "future; future",
        ),
    ]);
}

#[test]
fn a_date_of_the_predicate_tells_days() {
    check(&[
        ("The mill closed in 2012.", "past 2012-01-01/2012-12-31"),
        (
            "The mill lost two million crowns last year.",
            "past 2019-01-01/2019-12-31",
        ),
        (
            "The mill will close next month.",
            "future 2020-12-01/2020-12-31",
        ),
        ("The mill closes tomorrow.", "future 2020-11-10/2020-11-10"),
        ("The mill closed today.", "past 2020-11-09/2020-11-09"),
        (
            "The mill will close this year.",
            "future 2020-01-01/2020-12-31",
        ),
        (
            "The vote could come as early as this month.",
            "future 2020-11-01/2020-11-30",
        ),
        ("The deadline is Friday.", "future 2020-11-13/2020-11-13"),
        (
            "The mill is expected to close in June.",
            "future 2021-06-01/2021-06-30",
        ),
        ("Soon the mill will close.", "future"),
        ("In recent years the mill lost money.", "past"),
        ("Now the mill is empty.", "present"),
        ("The mill soon became a museum.", "past"),
        (
            "2019 was a bad year for the mill.",
            "past 2019-01-01/2019-12-31",
        ),
    ]);
}

#[test]
fn prepositions_make_ranges() {
    check(&[
        (
            "The mill has been shut since March.",
            "present 2020-03-01/2020-11-09",
        ),
        (
            "Prices have risen since March.",
            "past 2020-03-01/2020-11-09",
        ),
        (
            "Brant has run the mill for three years.",
            "present 2017-11-09/2020-11-09",
        ),
        ("Brant ran the mill for three years.", "past"),
        (
            "The mill lost money over the past six months.",
            "past 2020-05-09/2020-11-09",
        ),
        (
            "The mill will lose money over the next ten years.",
            "future 2020-11-09/2030-11-09",
        ),
        (
            "The mill will close within two years.",
            "future 2020-11-09/2022-11-09",
        ),
        ("The mill will close by 2030.", "future /2030-12-31"),
        ("The mill stayed open until 2015.", "past /2015-12-31"),
        (
            "Brant ran the mill from 2012 to 2015.",
            "past 2012-01-01/2015-12-31",
        ),
        (
            "The mill lost money between 2012 and 2015.",
            "past 2012-01-01/2015-12-31",
        ),
        (
            "Brant has led the town since independence in 1980.",
            "present 1980-01-01/2020-11-09",
        ),
        (
            "Prices fell over the last decade.",
            "past 2010-11-09/2020-11-09",
        ),
        ("The mill opened before 1990.", "past /1989-12-31"),
        (
            "The mill lost money in 2012 and 2015.",
            "past 2012-01-01/2015-12-31",
        ),
        (
            "The mill closed this year on Tuesday.",
            "past 2020-11-03/2020-11-03",
        ),
        ("The mill will lose money from 2022.", "future 2022-01-01/"),
        ("The mill will lose money from now.", "future"),
        ("Sales fell from 2012.", "past"),
        ("The mill will open after 2022.", "future 2023-01-01/"),
        ("The mill opened after 1990.", "past 1991-01-01/"),
        ("The mill will close until 2025.", "future /2025-12-31"),
        ("The mill closed by 2012.", "past /2012-12-31"),
        ("The mill closes by 2030.", "future /2030-12-31"),
        // Nothing has happened since a day to come.
        ("The mill has lost money since 2022.", "past"),
        ("The mill has been closed since recently.", "past"),
        (
            "The mill lost money from 2012 through 2015.",
            "past 2012-01-01/2015-12-31",
        ),
        (
            "The mill lost money from 2012, until 2015.",
            "past 2012-01-01/2015-12-31",
        ),
        (
            "The mill lost money between 2015 and 2012.",
            "past 2012-01-01/2015-12-31",
        ),
    ]);
}

#[test]
fn seasons_in_the_present_are_all_seasons() {
    check(&[
        ("The mill closes in winter.", "present"),
        ("The mill closes in spring.", "present"),
        ("The mill closes in summer.", "present"),
        ("The mill closes in autumn.", "present"),
        (
            "The mill closes in the winter.",
            "future 2020-12-01/2021-02-28",
        ),
        (
            "The mill closes next winter.",
            "future 2020-12-01/2021-02-28",
        ),
        ("The mill closed in winter.", "past 2019-12-01/2020-02-29"),
        (
            "The mill closes in December.",
            "future 2020-12-01/2020-12-31",
        ),
    ]);
}

#[test]
fn lengths_of_time_end_or_begin_at_the_date_of_writing() {
    check(&[
        (
            "The mill lost money over the past year.",
            "past 2019-11-09/2020-11-09",
        ),
        (
            "The mill lost money over the last year.",
            "past 2019-11-09/2020-11-09",
        ),
        (
            "The mill lost money over the last quarter.",
            "past 2020-08-09/2020-11-09",
        ),
        (
            "The mill lost money over the past month.",
            "past 2020-10-09/2020-11-09",
        ),
        (
            "The mill lost money over the past week.",
            "past 2020-11-02/2020-11-09",
        ),
        (
            "The mill lost money last year.",
            "past 2019-01-01/2019-12-31",
        ),
        (
            "The mill lost money in the last year of the war.",
            "past 2019-01-01/2019-12-31",
        ),
        (
            "The mill has lost money over three years.",
            "past 2017-11-09/2020-11-09",
        ),
        (
            "The mill has lost money in three years.",
            "past 2017-11-09/2020-11-09",
        ),
        ("The mill lost money in three years.", "past"),
        (
            "The mill will close in three years.",
            "future 2020-11-09/2023-11-09",
        ),
        ("The mill lost money in the first two years.", "past"),
        (
            "The mill will lose money in the coming two years.",
            "future 2020-11-09/2022-11-09",
        ),
    ]);
}

#[test]
fn a_date_behind_the_verb_goes_with_its_tense() {
    check(&[
        (
            "Brant lost two mills last year.",
            "past 2019-01-01/2019-12-31",
        ),
        ("Brant remembers the fire last year.", "present"),
        (
            "Brant will see the fire of 2030.",
            "future 2030-01-01/2030-12-31",
        ),
        ("Like the vote in 1980, the vote closed the mill.", "past"),
        // In front of the verb a date goes before the tense.
        ("The mill opens in 2012.", "present"),
        ("In 2012 the mill opens.", "past 2012-01-01/2012-12-31"),
        // What a source foresees does not lie behind.
        ("The mayor says that in 2012 the mill will close.", "future"),
        // Wrong: the plan is for 2030, he saw it before.
        (
            "Brant saw the plan for 2030.",
            "future 2030-01-01/2030-12-31",
        ),
    ]);
}

#[test]
fn what_is_said_of_something_else_tells_no_days() {
    check(&[
        ("The 2012 report praises the mill.", "present"),
        ("The mill closed when Brant bought the 1990 barge.", "past"),
        ("The mill will close if the vote fails on Friday.", "future"),
        ("Brant remembers the war of 1940.", "present"),
        ("Sales rose from last year.", "past"),
        ("Sales are higher than in 2012.", "present"),
        ("The mill closed for the first time since 1990.", "past"),
        ("The mill runs every year.", "present"),
        ("The mill loses money in winter.", "present"),
        ("The day after Easter the mill closed.", "past"),
        ("The mill paints the glow of the near future.", "present"),
    ]);
}

#[test]
fn a_clause_shares_the_date_in_front() {
    check(&[
        (
            "In 2012 the mill closed and the town lost its shop.",
            "past 2012-01-01/2012-12-31; past 2012-01-01/2012-12-31",
        ),
        (
            "The mill closed in 2012 and the town lost its shop.",
            "past 2012-01-01/2012-12-31; past",
        ),
        (
            "In 2012 the mill closed and the town will close too.",
            "past 2012-01-01/2012-12-31; future",
        ),
        (
            "In 2012 the mill closed and the shop closed in 2013.",
            "past 2012-01-01/2012-12-31; past 2013-01-01/2013-12-31",
        ),
    ]);
}

#[test]
fn without_a_date_of_writing_the_verb_tells_the_period() {
    for (text, expected) in [
        ("The mill closed in 2012.", "past 2012-01-01/2012-12-31"),
        ("The mill has been shut since 2012.", "present 2012-01-01/"),
        ("The mill closed last year.", "past"),
    ] {
        assert_eq!(found(text, None), expected, "{text}");
    }
}

#[test]
fn a_clause_shares_what_stands_in_front_and_the_modal_verb() {
    check(&[
        (
            "In 2021 it should cut the fare and let dogs on the boat.",
            "future 2021-01-01/2021-12-31; future 2021-01-01/2021-12-31",
        ),
        (
            "It should cut the fare in 2021 and let dogs on the boat.",
            "future 2021-01-01/2021-12-31; future",
        ),
        // A reason has its own time.
        (
            "In 2012 the mill closed because the town lost its shop.",
            "past 2012-01-01/2012-12-31; past",
        ),
    ]);
}

#[test]
fn two_expressions_are_read_together() {
    check(&[
        (
            "The mill will soon lose the ferry in 2021.",
            "future 2021-01-01/2021-12-31",
        ),
        (
            "The mill lost money in 2012 to 2015.",
            "past 2012-01-01/2015-12-31",
        ),
        (
            "The mill lost money from May to July.",
            "past 2020-05-01/2020-07-31",
        ),
        // Sales rise from the one, and are told for the other.
        (
            "The mill lost money from 2012 and in 2015.",
            "past 2015-01-01/2015-12-31",
        ),
    ]);
}
