//! What the tests of rules share: the committed weights, and a table of sentences with what a rule makes of them.

use crate::report::{ClaimRecord, Report};
use crate::{Extractor, Options};
use std::sync::LazyLock;

pub(crate) static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/weights/averral-en.weights");
    Extractor::new(&std::fs::read(path).unwrap()).unwrap()
});

/// The report of a text, written on 2 November 2026.
pub(crate) fn report(text: &str) -> Report {
    let options = Options {
        date: Some("2026-11-02".into()),
        ..Options::default()
    };
    EXTRACTOR.analyze(text, &options).unwrap()
}

/// The claim of a text; where it has several, the one around the words in square brackets.
pub(crate) fn claim(text: &str) -> ClaimRecord {
    let marked = text
        .split_once('[')
        .and_then(|(_, rest)| rest.split_once(']'));
    let report = report(&text.replace(['[', ']'], ""));
    let texts: Vec<String> = report
        .claims
        .iter()
        .map(|claim| claim.text.clone())
        .collect();
    let mut claims = report.claims.into_iter();
    let found = match marked {
        Some((words, _)) => claims.find(|claim| claim.text.contains(words)),
        None => claims.next().filter(|_| texts.len() == 1),
    };
    found.unwrap_or_else(|| panic!("{text}: which claim? found {texts:?}"))
}

/// What was decided for a field of the claim, as `value (rule)`.
pub(crate) fn decided(text: &str, field: &str) -> String {
    let claim = claim(text);
    let found = claim
        .evidence
        .iter()
        .find(|evidence| evidence.field == field);
    found.map_or("-".into(), |evidence| {
        format!("{} ({})", evidence.value, evidence.rule)
    })
}

/// Holds each text of a table against what is to be decided for the field, and tells all that differ.
pub(crate) fn check(field: &str, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, decided(text, field)))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| format!("{text}\n    expected {expected}, found {found}"))
        .collect();
    assert!(
        !table.is_empty() && wrong.is_empty(),
        "{}",
        wrong.join("\n")
    );
}
