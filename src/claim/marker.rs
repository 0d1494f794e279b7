//! Discourse markers in front of a clause or between its commas.

use crate::analysis::Analysis;
use crate::grammar::Upos;
use std::sync::LazyLock;

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

/// Length in tokens of the marker that starts at `token`, 0 where none does. A marker is followed by a comma or is one
/// that needs none: "First, the ferry …" but not "First prize went to …".
pub(super) fn length_at(analysis: &Analysis, token: usize) -> usize {
    let words = &analysis.words;
    let matches = |marker: &&Vec<&str>| {
        marker.iter().enumerate().all(|(offset, form)| {
            words
                .get(token + offset)
                .is_some_and(|word| word.lower == *form)
        })
    };
    let Some(marker) = MARKERS.iter().find(matches) else {
        return 0;
    };
    let comma = words
        .get(token + marker.len())
        .is_some_and(|word| matches!(word.lower.as_str(), "," | ":"));
    let bare = marker.len() == 1
        && BARE.contains(&marker[0])
        && (token == 0
            || words[token - 1].upos == Upos::Punct
            || words[token - 1].upos == Upos::Cconj)
        && words.get(token + 1).is_some_and(|next| {
            matches!(
                next.upos,
                Upos::Det
                    | Upos::Pron
                    | Upos::Propn
                    | Upos::Noun
                    | Upos::Adp
                    | Upos::Sconj
                    | Upos::Num
            )
        });
    if comma || bare { marker.len() } else { 0 }
}

/// Whether a word is a marker where it stands between commas: "the fall, however, was small".
pub(super) fn is_parenthetical(lower: &str) -> bool {
    matches!(
        lower,
        "however"
            | "therefore"
            | "moreover"
            | "though"
            | "indeed"
            | "nevertheless"
            | "meanwhile"
            | "instead"
    )
}
