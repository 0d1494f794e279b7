//! Numbers of units: "two", "twenty-five", "a dozen", "several".

use super::Tagger;
use super::lexicon::{number, tens};

impl Tagger<'_> {
    /// A number of units: "two", "twenty-five", "a", "several" (no number), and the words it takes.
    pub fn count(&self, at: usize) -> Option<(Option<i64>, usize)> {
        let form = self.lower(at);
        let next = self.lower(at + 1);
        match (form, next) {
            ("a", "few") => return Some((None, 2)),
            ("a", "couple") => return Some((Some(2), 2 + usize::from(self.lower(at + 2) == "of"))),
            ("a", "dozen") => return Some((Some(12), 2)),
            ("a", "hundred") => return Some((Some(100), 2)),
            ("a", "thousand") => return Some((Some(1000), 2)),
            ("a" | "an" | "one", _) => return Some((Some(1), 1)),
            ("several" | "few" | "many" | "some", _) => return Some((None, 1)),
            _ => {}
        }
        let first = number(form)?;
        let (mut value, mut words) = (first, 1);
        let hyphen = usize::from(next == "-");
        if tens(form).is_some() {
            if let Some(ones) =
                number(self.lower(at + 1 + hyphen)).filter(|ones| (1..10).contains(ones))
            {
                value += ones;
                words += 1 + hyphen;
            }
        }
        match self.lower(at + words) {
            "hundred" => (value, words) = (value.saturating_mul(100), words + 1),
            "thousand" => (value, words) = (value.saturating_mul(1000), words + 1),
            "million" => (value, words) = (value.saturating_mul(1_000_000), words + 1),
            _ => {}
        }
        Some((Some(value), words))
    }
}
