//! How likely a rule is to be right: the share of its decisions that were right on gold articles, or of its edits of
//! standalone sentences that were right where somebody read them (`evaluation/edits.tsv`).
//!
//! `reliability.tsv` is written by `cargo xtask calibrate`; `cargo xtask evaluate` shows whether the stated probabilities
//! hold on articles that took no part in it. Many rules decided a handful of times only. Each share is therefore drawn
//! towards the mean of its field, as if four more decisions of that mean had been seen: a rule that was seen once states
//! little more than the mean. A rule that the gold articles never called for, or that nobody read, has none.

use crate::labels::labels;
use std::collections::HashMap;
use std::sync::LazyLock;

labels! {
    /// What a rule decides: the fields of a claim that state evidence, and the edits of its standalone sentence.
    pub enum Field {
        Holder = "holder",
        Kind = "kind",
        Certainty = "certainty",
        Polarity = "polarity",
        Role = "role",
        Standalone = "standalone",
    }
}

/// How often a rule is right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Probabilities {
    /// Probability that its value is right.
    pub value: f64,
    /// Probability that its runner-up is.
    pub runner_up: f64,
}

/// What was counted for a rule, or a reason of an edit, in a field.
pub(super) fn probabilities(field: Field, rule: &str) -> Option<Probabilities> {
    COUNTED.get(&(field, rule)).copied()
}

static COUNTED: LazyLock<HashMap<(Field, &str), Probabilities>> =
    LazyLock::new(|| lines().filter_map(row).collect());

/// The lines of the table, one a rule.
fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("reliability.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
}

/// Field and rule of a line with their probabilities.
fn row(line: &str) -> Option<((Field, &str), Probabilities)> {
    let mut columns = line.split('\t');
    let key = (columns.next()?.parse().ok()?, columns.next()?);
    let probabilities = Probabilities {
        value: columns.next()?.parse().ok()?,
        runner_up: columns.next()?.parse().ok()?,
    };
    Some((key, probabilities))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::argument::RoleRule;
    use crate::attribution::AttributionRule;
    use crate::claim::{CertaintyRule, EditReason, KindRule, PolarityRule};
    use crate::report::build::NO_ATTRIBUTION;

    #[test]
    fn every_line_gives_two_probabilities() {
        assert!(lines().count() > 10);
        assert_eq!(COUNTED.len(), lines().count());
        for (key, counted) in COUNTED.iter() {
            let sum = counted.value + counted.runner_up;
            assert!(
                counted.value > 0.0 && counted.runner_up >= 0.0 && sum <= 1.001,
                "{key:?}"
            );
        }
    }

    #[test]
    fn a_rule_is_looked_up_with_its_field() {
        let unmarked = probabilities(Field::Kind, "unmarked").unwrap();
        assert!(unmarked.value > unmarked.runner_up);
        assert_eq!(probabilities(Field::Role, "unmarked"), None);
        assert_eq!(probabilities(Field::Kind, "no such rule"), None);
    }

    #[test]
    fn a_line_without_two_numbers_is_none() {
        let read = row("kind\tfuture\t0.9\t0.05\t27").unwrap();
        let expected = Probabilities {
            value: 0.9,
            runner_up: 0.05,
        };
        assert_eq!(read, ((Field::Kind, "future"), expected));
        assert_eq!(row("kind\tfuture\t0.9"), None);
        assert_eq!(row("mood\tfuture\t0.9\t0.05\t27"), None);
    }

    /// A rule that was renamed or dropped would leave its row behind, and its reports without a probability.
    #[test]
    fn every_row_names_a_rule_of_its_field() {
        for (field, rule) in COUNTED.keys() {
            let is_known = match field {
                Field::Holder => rule.parse::<AttributionRule>().is_ok() || *rule == NO_ATTRIBUTION,
                Field::Kind => rule.parse::<KindRule>().is_ok(),
                Field::Certainty => rule.parse::<CertaintyRule>().is_ok(),
                Field::Polarity => rule.parse::<PolarityRule>().is_ok(),
                Field::Role => rule.parse::<RoleRule>().is_ok(),
                Field::Standalone => rule.parse::<EditReason>().is_ok(),
            };
            assert!(is_known, "{field} {rule}: no such rule; count again");
        }
    }
}
