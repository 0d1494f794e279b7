//! Lemmas, by the edit script that the weights choose.

/// Applies a script such as `l2|y`: lower-case (`l`) or keep the case (`k`), take letters off the end, put letters on.
/// A script that does not fit the word gives the word itself, in lower case unless it is a name.
pub(super) fn lemma(form: &str, lower: &str, upos: &str, script: &str) -> String {
    let start = if script.starts_with('k') { form } else { lower };
    let parts = script.get(1..).and_then(|rest| rest.split_once('|'));
    let applied = parts.and_then(|(off, on)| {
        let keep = start.chars().count().checked_sub(off.parse().ok()?)?;
        let stem: String = start.chars().take(keep).collect();
        (!stem.is_empty() || !on.is_empty()).then(|| stem + on)
    });
    applied.unwrap_or_else(|| if upos == "PROPN" { form.to_string() } else { lower.to_string() })
}

#[cfg(test)]
mod tests {
    use super::lemma;

    #[test]
    fn scripts_are_applied_where_they_fit() {
        assert_eq!(lemma("Parties", "parties", "NOUN", "l3|y"), "party");
        assert_eq!(lemma("Kyiv", "kyiv", "PROPN", "k0|"), "Kyiv");
        assert_eq!(lemma("was", "was", "AUX", "l3|be"), "be");
        assert_eq!(lemma("a", "a", "DET", "l3|be"), "a");
        assert_eq!(lemma("a", "a", "DET", "l1|"), "a");
    }
}
