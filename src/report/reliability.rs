//! How likely a rule is to be right: the share of its decisions that were right on gold articles, or of its edits of
//! standalone sentences that were right where somebody read them (`evaluation/edits.tsv`).
//!
//! `reliability.tsv` is written by `cargo xtask calibrate`; `cargo xtask evaluate` shows whether the stated probabilities
//! hold on articles that took no part in it. A rule that the gold articles never called for, or that nobody read, has none.

use std::collections::HashMap;
use std::sync::LazyLock;

/// By field and rule: probability of the rule's value, and of its runner-up.
type Shares = HashMap<(&'static str, &'static str), (f64, f64)>;

static SHARES: LazyLock<Shares> = LazyLock::new(|| {
    let lines = include_str!("reliability.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let rule = (columns.next()?, columns.next()?);
            Some((
                rule,
                (columns.next()?.parse().ok()?, columns.next()?.parse().ok()?),
            ))
        })
        .collect()
});

/// Probability that the value a rule gave a field is right, and that the rule's runner-up is.
pub(super) fn of(field: &str, rule: &str) -> Option<(f64, f64)> {
    SHARES.get(&(field, rule)).copied()
}

#[cfg(test)]
mod tests {
    use super::SHARES;

    #[test]
    fn every_line_gives_two_probabilities() {
        let n_lines = include_str!("reliability.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .count();
        assert!(n_lines > 10);
        assert_eq!(SHARES.len(), n_lines);
        assert!(
            SHARES
                .values()
                .all(|&(best, second)| best > 0.0 && second >= 0.0 && best + second <= 1.001)
        );
    }
}
