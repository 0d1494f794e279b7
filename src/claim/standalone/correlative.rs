//! "Not only" without its "but also": a claim of its own by now.

use super::{Change, Wording};
use crate::grammar::Upos;
use crate::span::ByteSpan;

pub(super) fn change(wording: &Wording) -> Option<Change> {
    let words = &wording.analysis.words;
    let inside = |token: &usize| wording.piece(words[*token].span).is_some();
    if (0..words.len())
        .filter(inside)
        .any(|token| words[token].lower == "but")
    {
        return None;
    }
    let not = (0..words.len()).filter(inside).find(|&token| {
        words[token].lower == "not"
            && words
                .get(token + 1)
                .is_some_and(|next| next.lower == "only")
    })?;
    let behind = words.get(not + 2)?.span.start;
    // "did not only": the auxiliary is there for the "not"; "not only did it": the word order too.
    let supported = |token: Option<usize>| {
        token
            .and_then(|token| words.get(token))
            .is_some_and(|word| word.upos == Upos::Aux)
    };
    if supported(not.checked_sub(1)) && words[not - 1].lemma == "do" || supported(Some(not + 2)) {
        return None;
    }
    let at = ByteSpan::new(words[not].span.start, behind);
    wording.piece(at)?;
    Some(Change {
        at,
        to: String::new(),
        reason: "marker dropped",
        origin: None,
        probability: None,
    })
}
