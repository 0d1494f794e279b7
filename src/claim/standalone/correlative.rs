//! "Not only" without its "but also", which is a claim of its own by now: "The plan not only cost too much" → *The plan cost
//! too much*.

use super::Wording;
use super::edit::{Change, EditReason};
use crate::grammar::Upos;
use crate::span::ByteSpan;

/// Takes "not only" away. "It did not only rain" would need its verb changed, "not only did it rain" its order: they stay.
pub(super) fn change(wording: &Wording) -> Option<Change> {
    let words = &wording.analysis.words;
    let inside: Vec<usize> = (0..words.len())
        .filter(|&token| wording.piece(words[token].span).is_some())
        .collect();
    if inside.iter().any(|&token| words[token].lower == "but") {
        return None;
    }
    let not = inside.into_iter().find(|&token| {
        words[token].lower == "not"
            && words
                .get(token + 1)
                .is_some_and(|next| next.lower == "only")
    })?;
    let behind = words.get(not + 2)?;
    let before = not.checked_sub(1).map(|before| &words[before]);
    let supports_not = before.is_some_and(|word| word.upos == Upos::Aux && word.lemma == "do");
    if supports_not || behind.upos == Upos::Aux {
        return None;
    }
    let at = ByteSpan::new(words[not].span.start, behind.span.start);
    wording.piece(at)?;
    Some(Change::new(at, "", EditReason::Marker))
}
