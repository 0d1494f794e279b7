//! Where the words of an attribution stand in the plain text: reports give their place in the source alone.

use super::chosen::Chosen;
use super::said;
use crate::report::{AttributionRecord, ClaimRecord};
use crate::span::{ByteSpan, Utf16Span};

/// How far from its claim a source or cue is looked for, and how long the wording around both may be, in bytes.
const REACH: usize = 2000;
const WORDING: usize = 800;

/// The place in the plain text of words that stand near a claim: as far from it as they are in the source, else the
/// nearest such words on that side of it.
pub(super) fn near(
    chosen: &Chosen,
    claim: &ClaimRecord,
    words: &str,
    spans: &[Utf16Span],
) -> Option<ByteSpan> {
    let (own, plain) = (claim.spans.first()?, claim.text_spans.first()?);
    let wanted = spans.first()?;
    let (text, claim) = (chosen.text(), chosen.bytes(*plain));
    if words.is_empty() {
        return None;
    }
    if let Some(start) = (plain.0 + wanted.0).checked_sub(own.0) {
        let start = chosen.bytes(Utf16Span(start, start)).start;
        if text[start..].starts_with(words) {
            return Some(ByteSpan::new(start, start + words.len()));
        }
    }
    let start = if wanted.0 < own.0 {
        let from = border(text, claim.start.saturating_sub(REACH));
        from + text[from..claim.start].rfind(words)?
    } else {
        let to = border(text, (claim.end + REACH).min(text.len()));
        claim.start + text.get(claim.start..to)?.find(words)?
    };
    Some(ByteSpan::new(start, start + words.len()))
}

/// What is said at a step of the chain, as the article words it: from the attribution to the claim, all between them
/// included. Where the words stand too far apart, or can't be found, source, cue and claim are put together.
pub(super) fn wording(
    chosen: &Chosen,
    claim: &ClaimRecord,
    attributions: &[AttributionRecord],
) -> String {
    let mut cover = chosen.pieces(claim);
    let mut all_found = !cover.is_empty();
    for attribution in attributions {
        let cue = near(chosen, claim, &attribution.cue.text, &attribution.cue.spans);
        let source = attribution.source.as_ref();
        let source = source.map(|source| near(chosen, claim, &source.text, &source.spans));
        all_found &= cue.is_some() && source != Some(None);
        cover.extend(cue.into_iter().chain(source.flatten()));
    }
    let cover = cover
        .into_iter()
        .reduce(ByteSpan::cover)
        .unwrap_or_default();
    if all_found && cover.len() <= WORDING {
        return said::folded(cover.of(chosen.text()));
    }
    let mut words = String::new();
    for attribution in attributions {
        words += &format!("{} {}: ", said::source(attribution), attribution.cue.text);
    }
    said::folded(&format!("{words}“{}”", claim.text))
}

/// The nearest border of a character at or before a byte.
pub(super) fn border(text: &str, mut byte: usize) -> usize {
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}
