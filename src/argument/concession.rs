//! What an author grants to the other side.
//!
//! Decided on contrast markers of what follows, on the words with which authors grant, and on who holds the claim. Known to
//! miss concessions that no marker answers.

use super::text::Text;
use crate::span::ByteSpan;

/// Markers that set a claim against what was said before.
const CONTRAST: [&str; 8] = [
    "but",
    "yet",
    "however",
    "nevertheless",
    "nonetheless",
    "still",
    "instead",
    "on the other hand",
];

/// Words at the head of a sentence with which an author grants a point, parted by blanks.
const GRANTING: [&str; 17] = [
    "it is true",
    "they have a point",
    "that is true",
    "i understand",
    "granted",
    "of course",
    "to be sure",
    "admittedly",
    "nor is",
    "none of this",
    "it may be",
    "he may be",
    "she may be",
    "they may be",
    "perhaps",
    "no doubt",
    "nobody should pretend",
];

/// What those are called against whom an author argues, in the singular.
const OTHER_SIDE: [&str; 10] = [
    "supporter",
    "opponent",
    "critic",
    "defender",
    "advocate",
    "some",
    "somebody",
    "someone",
    "many",
    "they",
];

/// A marker that begins in so many bytes from the start of its sentence opens it: a quotation mark or "And " may go before.
const OPENING_BYTES: usize = 8;

/// The marker that sets the claim against what was said before.
pub(super) fn contrast(text: &Text, claim: usize) -> Option<ByteSpan> {
    text.markers(claim)
        .find(|(marker, _)| CONTRAST.contains(&marker.trim_end_matches(',')))
        .map(|(_, span)| span)
}

/// Whether the claim's sentence grants: "Of course the ferry is old."
pub(super) fn grants(text: &Text, claim: usize) -> bool {
    text.opens_with(claim, &GRANTING)
}

/// Whether the other side holds the claim: "Critics say that the ferry is old."
pub(super) fn is_of_other_side(text: &Text, claim: usize) -> bool {
    text.source(claim)
        .is_some_and(|source| names_other_side(&source.name))
}

/// Whether a word of the name, in the singular or plural, is one of [`OTHER_SIDE`].
fn names_other_side(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| {
            let singular = word.strip_suffix('s').unwrap_or(word);
            OTHER_SIDE.contains(&word) || OTHER_SIDE.contains(&singular)
        })
}

/// The marker of the next claim where it turns against this one within the paragraph: "The mayor says that the ferry is
/// old. But it is safe."
pub(super) fn turned_against(text: &Text, claim: usize) -> Option<ByteSpan> {
    let next = claim + 1;
    if text.closes_block(claim) {
        return None;
    }
    let turn = contrast(text, next)?;
    let same_sentence = text.claims[next].sentence == text.claims[claim].sentence;
    (same_sentence || !text.is_author(claim) || grants(text, claim)).then_some(turn)
}

/// The marker that opens the next paragraph, where it turns against this one and somebody else speaks in this one or it
/// opens by granting: "My son says that … He may be right. ¶ But I have been to towns where …".
pub(super) fn paragraph_turned_against(text: &Text, claim: usize) -> Option<ByteSpan> {
    let mut here = text.claims_of_block(claim);
    let (first, next) = (here.start, here.end);
    if next == text.claims.len() || !text.is_author(next) {
        return None;
    }
    let turn = contrast(text, next)
        .filter(|turn| turn.start < text.sentence_start(next) + OPENING_BYTES)?;
    // A contrast within the paragraph has answered it already.
    let answered = here.clone().any(|other| {
        contrast(text, other).is_some_and(|turn| turn.start == text.sentence_start(other))
    });
    let others_speak = here.any(|other| !text.is_author(other));
    (!answered && (others_speak || grants(text, first))).then_some(turn)
}

#[cfg(test)]
mod tests {
    use super::names_other_side;

    #[test]
    fn the_other_side_is_named_by_whole_words() {
        for name in [
            "Critics",
            "some",
            "They",
            "Opponents of the ferry",
            "the plan's defenders",
            "an advocate",
            "Somebody",
        ] {
            assert!(names_other_side(name), "{name}");
        }
        for name in ["Germany", "Somerset council", "the mayor", "criticism", ""] {
            assert!(!names_other_side(name), "{name}");
        }
    }
}
