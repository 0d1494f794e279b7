//! What a sentence is cut into, as `CLAIMS.md` has it.

use super::{clauses, runs};
use crate::analysis::Analysis;
use crate::testing::{Marked, say, tree_by_hand};

/// The clauses of a sentence, a line each: kind and words. Cues of attributions stand in brackets.
pub(super) fn cut(marked: &str) -> Vec<String> {
    let sentence = Marked::new(marked);
    lines(&sentence.analysis, &sentence.tokens)
}

/// The clauses of a tree written by hand.
pub(super) fn cut_tree(tree: &str) -> Vec<String> {
    lines(&tree_by_hand(tree), &[])
}

fn lines(analysis: &Analysis, cues: &[usize]) -> Vec<String> {
    let clauses = clauses(analysis, &|token| cues.contains(&token));
    clauses
        .iter()
        .map(|clause| format!("{:?}: {}", clause.kind, say(analysis, &clause.tokens)))
        .collect()
}

/// Holds each sentence of a table against its clauses, and tells all that differ.
fn check(table: &[(&str, &[&str])]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(marked, expected)| (marked, expected, cut(marked)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(marked, expected, found)| {
            format!("{marked}\n  expected {expected:?}\n  found {found:?}")
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn coordinated_predicates_are_claims_and_coordinated_arguments_are_not() {
    check(&[
        (
            "The council cut the budget, closed two branches and sold the mobile library.",
            &[
                "Main: The council cut the budget",
                "Coordinated: The council closed two branches",
                "Coordinated: The council sold the mobile library",
            ],
        ),
        (
            "The plan hurts pupils and teachers.",
            &["Main: The plan hurts pupils and teachers"],
        ),
        (
            "The march accelerated and magnified the protests.",
            &["Main: The march accelerated and magnified the protests"],
        ),
        (
            "The council should publish the report and sell the ferry.",
            &[
                "Main: The council should publish the report",
                "Coordinated: The council should sell the ferry",
            ],
        ),
        (
            "The bridge was old and the ferry is new.",
            &["Main: The bridge was old", "Coordinated: the ferry is new"],
        ),
        (
            "The firm was late and is empty.",
            &["Main: The firm was late", "Coordinated: The firm is empty"],
        ),
        (
            "The firm was late and empty.",
            &["Main: The firm was late and empty"],
        ),
        (
            "A gunman opened fire in a mall, injuring several.",
            &["Main: A gunman opened fire in a mall injuring several"],
        ),
        // Wrong: *We ought to cut the staff*, *We ought to sell the ferry*; the parser takes "cut" for a command.
        (
            "We ought to raise the fare, cut the staff and sell the ferry.",
            &[
                "Main: We ought to raise the fare",
                "Coordinated: We ought to cut the staff",
                "Coordinated: We ought to sell the ferry",
            ],
        ),
    ]);
}

#[test]
fn adverbial_clauses_are_claims_conditions_or_stay_inside() {
    check(&[
        (
            "The ferry stopped because nobody had paid.",
            &["Main: The ferry stopped", "Reason: nobody had paid"],
        ),
        (
            "Visits fell because opening hours shrank.",
            &["Main: Visits fell", "Reason: opening hours shrank"],
        ),
        (
            "While the mayor backs the plan, engaging the schools could still change it.",
            &[
                "Concession: the mayor backs the plan",
                "Main: engaging the schools could still change it",
            ],
        ),
        (
            "If the council shows restraint, it can expect help.",
            &["Main: it can expect help"],
        ),
        (
            "Everybody left when the vote came.",
            &["Main: Everybody left when the vote came"],
        ),
        (
            "After the merger failed, the bank closed two branches.",
            &["Main: the bank closed two branches"],
        ),
        (
            "The council waited while the water rose.",
            &["Main: The council waited while the water rose"],
        ),
    ]);
}

#[test]
fn relative_clauses_are_claims_behind_a_comma() {
    check(&[
        (
            "The mayor, who left in May, owns a boat.",
            &[
                "Relative: The mayor who left in May",
                "Main: The mayor owns a boat",
            ],
        ),
        (
            "The council sold the ferry that the town had bought.",
            &["Main: The council sold the ferry that the town had bought"],
        ),
        (
            "The city sued the firm, whose boss fled.",
            &[
                "Main: The city sued the firm",
                "Relative: the firm whose boss fled",
            ],
        ),
        (
            "The two are ministers Moyo and Kasu, who fled.",
            &[
                "Main: The two are ministers Moyo and Kasu",
                "Relative: ministers Moyo and Kasu who fled",
            ],
        ),
        (
            "The merger, which auditors have called a failure, cost two million.",
            &[
                "Relative: The merger which auditors have called a failure",
                "Main: The merger cost two million",
            ],
        ),
    ]);
}

#[test]
fn what_is_said_or_held_is_the_claim() {
    check(&[
        (
            "The auditor [said] the fund is empty.",
            &["Complement: the fund is empty"],
        ),
        (
            "Police [said] the man stole a car and fled.",
            &[
                "Complement: the man stole a car",
                "Coordinated: the man fled",
            ],
        ),
        ("The mayor [declined] to comment.", &[]),
        (
            "It is clear that the fund is empty.",
            &["Complement: the fund is empty"],
        ),
        (
            "I doubt that the fund is empty.",
            &["Complement: the fund is empty"],
        ),
        (
            "The fund, I suppose, is empty.",
            &["Main: The fund is empty"],
        ),
        (
            "The bridge is closed; the ferry runs.",
            &["Main: The bridge is closed", "Parataxis: the ferry runs"],
        ),
        ("First, the ferry is slow.", &["Main: the ferry is slow"]),
        (
            "The fall, however, was small.",
            &["Main: The fall was small"],
        ),
        (
            "But the council closed the bridge.",
            &["Main: the council closed the bridge"],
        ),
    ]);
}

#[test]
fn a_clause_knows_what_it_hangs_on() {
    let sentence = Marked::new(
        "The mayor wants to stay if the council agrees, but I doubt that the town pays.",
    );
    let clauses = clauses(&sentence.analysis, &|_| false);
    let words = |tokens: &[usize]| sentence.say(tokens);
    let last = clauses.last().unwrap();
    assert_eq!(words(&last.tokens), "the town pays");
    assert_eq!(words(&last.stance), "doubt");
    assert_eq!(
        last.subject.map(|subject| words(&[subject])),
        Some("town".into())
    );
    assert_eq!(
        last.markers
            .iter()
            .map(|marker| marker.of(&sentence.text))
            .collect::<Vec<_>>(),
        ["that"]
    );
    let condition = clauses[0].condition.clone().unwrap();
    assert_eq!(
        (words(&[condition.0]), words(&condition.1)),
        ("agrees".into(), "if".into())
    );
}

#[test]
fn runs_are_neighbours() {
    assert_eq!(runs(&[1, 2, 4, 7, 8, 9]), [(1, 2), (4, 4), (7, 9)]);
    assert_eq!(runs(&[]), []);
}
