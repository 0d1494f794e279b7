//! Discourse markers in front of a clause or between its commas.
//!
//! Decided on the list in `markers.txt` and on the comma behind the marker. Known to go wrong on markers without a comma
//! that [`BARE`] does not have ("Then the ferry left" keeps its "Then").

use crate::analysis::{Analysis, Word};
use crate::grammar::Upos;
use std::sync::LazyLock;

/// The markers with their words, longest first: "first of all" goes before "first".
static MARKERS: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    let lines = include_str!("markers.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    let mut markers: Vec<Vec<&str>> = lines.map(|line| line.split(' ').collect()).collect();
    markers.sort_by_key(|marker| std::cmp::Reverse(marker.len()));
    markers
});

/// Those that need no comma behind them: "Yet nobody asked", "But …".
const BARE: [&str; 7] = [
    "yet",
    "so",
    "still",
    "thus",
    "hence",
    "nevertheless",
    "moreover",
];

/// Parts of speech with which a clause begins behind a bare marker: "Yet the ferry …", but not "So many …".
const OPENING: [Upos; 7] = [
    Upos::Det,
    Upos::Pron,
    Upos::Propn,
    Upos::Noun,
    Upos::Adp,
    Upos::Sconj,
    Upos::Num,
];

/// Markers between two commas: "the fall, however, was small".
const PARENTHETICAL: [&str; 8] = [
    "however",
    "therefore",
    "moreover",
    "though",
    "indeed",
    "nevertheless",
    "meanwhile",
    "instead",
];

/// Length in tokens of the marker that starts at `token`, 0 where none does. A marker is followed by a comma or is one
/// that needs none: "First, the ferry …" but not "First prize went to …".
pub(super) fn length_at(analysis: &Analysis, token: usize) -> usize {
    let words = &analysis.words;
    let stands_here = |marker: &&Vec<&str>| {
        let here = words.get(token..).unwrap_or_default();
        here.len() >= marker.len()
            && marker
                .iter()
                .zip(here)
                .all(|(form, word)| word.lower == *form)
    };
    let Some(marker) = MARKERS.iter().find(stands_here) else {
        return 0;
    };
    let behind = words.get(token + marker.len());
    let comma = behind.is_some_and(|word| word.is(&[",", ":"]));
    if comma || is_bare(words, token, marker) {
        marker.len()
    } else {
        0
    }
}

/// Whether a marker opens a clause without a comma behind it.
fn is_bare(words: &[Word], token: usize, marker: &[&str]) -> bool {
    let ends = |before: usize| matches!(words[before].upos, Upos::Punct | Upos::Cconj);
    let opens = |next: &Word| OPENING.contains(&next.upos);
    matches!(marker, [only] if BARE.contains(only))
        && token.checked_sub(1).is_none_or(ends)
        && words.get(token + 1).is_some_and(opens)
}

/// Whether a word is a marker where it stands between commas: "the fall, however, was small".
pub(super) fn is_parenthetical(lower: &str) -> bool {
    PARENTHETICAL.contains(&lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::tree_by_hand;

    /// Length of the marker that starts at a word, counted from 0. Words are determiners unless they have a tag.
    fn length(words: &str, at: usize) -> usize {
        let tagged = words.split(' ').map(|word| match word {
            "," | ":" | ";" => format!("{word}/PUNCT/punct/0"),
            word if word.contains('/') => format!("{word}/dep/0"),
            word => format!("{word}/DET/dep/0"),
        });
        length_at(&tree_by_hand(&tagged.collect::<Vec<_>>().join(" ")), at)
    }

    #[test]
    fn every_marker_is_one_before_a_comma() {
        for marker in MARKERS.iter() {
            let words = marker.join(" ");
            assert_eq!(length(&format!("{words} , it"), 0), marker.len(), "{words}");
            assert_eq!(length(&format!("{words} : it"), 0), marker.len(), "{words}");
            assert_eq!(length(&format!("{words} ; it"), 0), 0, "{words}");
        }
        assert!(MARKERS.len() > 70 && MARKERS.iter().all(|marker| marker[0] != "#"));
    }

    #[test]
    fn the_longest_marker_counts_and_needs_all_its_words() {
        assert_eq!(length("first of all , it", 0), 3);
        assert_eq!(length("it first , it", 1), 1);
        assert_eq!(length("after all", 0), 0);
        assert_eq!(length("after many , it", 0), 0);
        assert_eq!(length("after", 0), 0);
        assert_eq!(length("it , it", 0), 0);
    }

    #[test]
    fn bare_markers_need_no_comma_at_the_head_of_a_clause() {
        for marker in BARE {
            assert_eq!(length(&format!("{marker} it"), 0), 1, "{marker}");
            assert_eq!(length(&format!("; {marker} it"), 1), 1, "{marker}");
            assert_eq!(length(&format!("and/CCONJ {marker} it"), 1), 1, "{marker}");
            assert_eq!(length(&format!("it {marker} it"), 1), 0, "{marker}");
            assert_eq!(length(&format!("{marker} rained/VERB"), 0), 0, "{marker}");
            assert_eq!(length(marker, 0), 0, "{marker}");
        }
        for next in OPENING {
            assert_eq!(length(&format!("yet x/{next}"), 0), 1, "{next}");
        }
        assert_eq!(length("first it", 0), 0);
        assert_eq!(length("and yet it", 0), 0);
    }

    #[test]
    fn markers_between_commas_are_listed() {
        for marker in PARENTHETICAL {
            assert!(is_parenthetical(marker));
        }
        assert!(!is_parenthetical("first"));
    }
}
