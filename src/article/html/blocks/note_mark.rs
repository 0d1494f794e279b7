//! Raised marks that only point to a note and are no words of the text: "[13]", "[citation needed]", a linked number.

use crate::article::html::tree::{Page, Stretch};
use std::collections::BTreeMap;

/// A mark in brackets is shorter, in bytes.
const LONGEST_BRACKETED: usize = 24;

/// A linked number is shorter, in digits.
const LONGEST_NUMBER: usize = 4;

/// The raised element of a stretch that holds an element of it.
pub(super) fn raised(page: &Page, stretch: &Stretch, element: usize) -> Option<usize> {
    page.ancestors(element)
        .take_while(|&up| up != stretch.element)
        .find(|&up| page.elements[up].name == "sup")
}

/// Raised elements of a stretch that only point to a note, in order.
pub(super) fn note_marks(page: &Page, stretch: &Stretch) -> Vec<usize> {
    let mut raised_words: BTreeMap<usize, (String, bool)> = BTreeMap::new();
    for (element, run) in &stretch.runs {
        if let Some(sup) = raised(page, stretch, *element) {
            let (text, linked) = raised_words.entry(sup).or_default();
            text.push_str(&run.text);
            *linked |= page
                .ancestors(*element)
                .take_while(|&up| up != sup)
                .any(|up| page.elements[up].name == "a");
        }
    }
    raised_words
        .into_iter()
        .filter(|(_, (text, linked))| points_to_note(text.trim(), *linked))
        .map(|(sup, _)| sup)
        .collect()
}

fn points_to_note(text: &str, linked: bool) -> bool {
    let bracketed = text.starts_with('[') && text.ends_with(']') && text.len() < LONGEST_BRACKETED;
    let is_number = !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit());
    bracketed || linked && is_number && text.len() < LONGEST_NUMBER
}

#[cfg(test)]
mod tests {
    use super::points_to_note;

    #[test]
    fn marks_are_short_and_bracketed_or_linked_numbers() {
        for (text, linked) in [
            ("[13]", false),
            ("[citation needed]", false),
            ("7", true),
            ("123", true),
        ] {
            assert!(points_to_note(text, linked), "{text}");
        }
        for (text, linked) in [
            ("2", false),
            ("1234", true),
            ("", true),
            ("th", true),
            ("[as it was called in those days]", false),
        ] {
            assert!(!points_to_note(text, linked), "{text}");
        }
    }
}
