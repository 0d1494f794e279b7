//! Enumerations: "First … Second … Finally", "For one thing … For another".
//!
//! Decided on the markers alone, over the whole text. Known to go wrong where a text has two enumerations of which the
//! second begins with "then".

use super::text::Text;
use crate::span::ByteSpan;

/// Markers that say their number.
const NUMBERED: [(u32, &[&str]); 4] = [
    (
        1,
        &[
            "first",
            "firstly",
            "first of all",
            "to begin with",
            "for one",
            "for one thing",
            "in the first place",
            "for a start",
        ],
    ),
    (2, &["second", "secondly", "in the second place"]),
    (3, &["third", "thirdly"]),
    (4, &["fourth"]),
];

/// Markers that go on with an enumeration; where none has begun, they only tell what comes next or last.
const NEXT: [&str; 7] = [
    "for another",
    "for another thing",
    "next",
    "then",
    "finally",
    "last",
    "lastly",
];

/// A claim's place in an enumeration.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ordinal {
    /// From 1.
    pub(super) number: u32,
    /// The markers.
    pub(super) cues: Vec<ByteSpan>,
}

/// For each claim its place in an enumeration, where it has one.
pub(super) fn ordinals(text: &Text) -> Vec<Option<Ordinal>> {
    let mut last = 0;
    let of_claim = |claim: usize| {
        let mut cues = Vec::new();
        for (marker, cue) in text.markers(claim) {
            if let Some(number) = number(&marker, last) {
                last = number;
                cues.push(cue);
            }
        }
        (!cues.is_empty()).then_some(Ordinal { number: last, cues })
    };
    (0..text.claims.len()).map(of_claim).collect()
}

/// The number that a marker gives its claim; `last` is that of the claim counted before, 0 where none was.
fn number(marker: &str, last: u32) -> Option<u32> {
    let numbered = NUMBERED.iter().find(|(_, forms)| forms.contains(&marker));
    match numbered {
        Some(&(number, _)) => Some(number),
        None if last > 0 && NEXT.contains(&marker) => Some(last + 1),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_marker_says_its_number_or_goes_on_counting() {
        let table = [
            ("first", 0, Some(1)),
            ("for one thing", 0, Some(1)),
            // A second enumeration begins anew.
            ("first", 3, Some(1)),
            ("secondly", 0, Some(2)),
            ("third", 2, Some(3)),
            ("fourth", 3, Some(4)),
            ("for another", 1, Some(2)),
            ("finally", 4, Some(5)),
            // What is told in order is no enumeration.
            ("finally", 0, None),
            ("then", 0, None),
            ("however", 2, None),
        ];
        for (marker, last, expected) in table {
            assert_eq!(number(marker, last), expected, "{marker} after {last}");
        }
    }
}
