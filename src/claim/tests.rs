//! Which claims a text has, and who holds them, as `CLAIMS.md` has it in its sections 1 and 2.

use crate::terms::{HolderKind, LeftOutReason};
use crate::testing::{decided, report};

/// The claims of a text, those of somebody else than the author with a star in front.
fn claims(text: &str) -> Vec<String> {
    let report = report(text);
    let line = |claim: &crate::report::ClaimRecord| {
        let star = match claim.holder.kind {
            HolderKind::Author => "",
            HolderKind::Source => "*",
        };
        format!("{star}{}", claim.text)
    };
    report.claims.iter().map(line).collect()
}

#[test]
fn claims_are_the_authors_or_somebody_elses() {
    let table: [(&str, &[&str]); 15] = [
        (
            "The auditor said the fund is empty.",
            &["*the fund is empty"],
        ),
        (
            "Police said the man stole a car and fled.",
            &["*the man stole a car", "*the man … fled"],
        ),
        (
            "Lee said that auditors believe the fund is empty.",
            &["*the fund is empty"],
        ),
        (
            "The mayor declined to comment.",
            &["The mayor declined to comment"],
        ),
        // Content that is no clause.
        ("Critics called the plan a trap.", &["*the plan a trap"]),
        (
            "Critics have described the plan as a trap.",
            &["*the plan … a trap"],
        ),
        // The words that attribute are nobody's claim.
        (
            "The fund is empty, according to the auditor.",
            &["*The fund is empty"],
        ),
        (
            "The ferry is old, the mayor said, and the bridge is closed.",
            &["*The ferry is old", "*the bridge is closed"],
        ),
        (
            "The bank has cut its rates, while claiming that the fund is empty.",
            &["The bank has cut its rates", "*the fund is empty"],
        ),
        (
            "The council said the ferry is old. It said the bridge is closed.",
            &["*the ferry is old", "*the bridge is closed"],
        ),
        // What introduces a sentence goes.
        (
            "Well, the ferry is old. And the bridge is closed.",
            &["the ferry is old", "the bridge is closed"],
        ),
        ("The school closes if it rains.", &["The school closes"]),
        // No claims.
        ("A bridge over the river.", &[]),
        ("Who paid for it?", &[]),
        ("Keep the ferry.", &[]),
    ];
    for (text, expected) in table {
        assert_eq!(claims(text), expected, "{text}");
    }
}

#[test]
fn a_name_that_somebody_gives_judges() {
    assert_eq!(
        decided("Critics called the plan a trap.", "kind"),
        "value (naming)"
    );
    assert_ne!(
        decided("The auditor said the fund is empty.", "kind"),
        "value (naming)"
    );
}

#[test]
fn a_sentence_is_left_out_once_and_only_without_a_claim() {
    let left_out = |text: &str| -> Vec<LeftOutReason> {
        let report = report(text);
        report.left_out.iter().map(|left| left.reason).collect()
    };
    assert_eq!(
        left_out("A bridge over the river."),
        [LeftOutReason::Fragment]
    );
    assert_eq!(left_out("What a day!"), [LeftOutReason::Exclamation]);
    assert_eq!(left_out("The ferry is old."), []);
    assert_eq!(left_out("The auditor said the fund is empty."), []);
    assert_eq!(left_out("Who paid for it?"), []);
}

#[test]
fn a_condition_is_a_bare_clause_with_its_marker() {
    let report = report("The school closes if it rains.");
    let condition = report.claims[0].condition.as_ref().unwrap();
    assert_eq!(condition.text, "it rains");
    assert_eq!(
        condition.marker.as_ref().map(|marker| &marker.text[..]),
        Some("if")
    );
}
