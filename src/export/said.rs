//! How a claim is written away from its report: always with its holder, and never without its denial.

use crate::report::{AttributionRecord, ClaimRecord, CueType, HolderKind, Polarity, SourceType};
use serde::Serialize;

/// The word that a value is written as in JSON; empty for none.
pub(super) fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Who holds a claim: a name, else the words of the article, else what is known of them.
pub(super) fn holder(claim: &ClaimRecord) -> &str {
    let holder = &claim.holder;
    let named = holder.name.as_deref().or(holder.text.as_deref());
    let named = named.filter(|name| !name.trim().is_empty());
    match holder.kind {
        HolderKind::Author => named.unwrap_or("the author"),
        HolderKind::Source => named.unwrap_or("an unnamed source"),
    }
}

/// Whether somebody else than the author holds it.
pub(super) fn is_attributed(claim: &ClaimRecord) -> bool {
    claim.holder.kind == HolderKind::Source
}

/// What the holder is, in one word.
pub(super) fn holder_type(claim: &ClaimRecord) -> String {
    match (claim.holder.kind, &claim.holder.source_type) {
        (HolderKind::Author, _) => "author".into(),
        (HolderKind::Source, None) => "source".into(),
        (HolderKind::Source, Some(SourceType::Unnamed)) => "unnamed".into(),
        (HolderKind::Source, Some(known)) => word(known),
    }
}

/// The source of an attribution, as the article names it.
pub(super) fn source(attribution: &AttributionRecord) -> &str {
    let source = attribution.source.as_ref();
    source.map_or("an unnamed source", |source| &source.name)
}

/// The claim as a sentence. One that the report can't say alone, or is unsure of, is given by its own words between
/// quotation marks; if these words don't hold the denial, with who denies it.
pub(super) fn sentence(claim: &ClaimRecord) -> String {
    let alone = alone(claim).map(String::from);
    let said = alone.or_else(|| denied_words(claim));
    said.unwrap_or_else(|| format!("“{}”", claim.text))
}

/// The claim as a sentence with its holder in front, for places that have none of their own for the holder.
pub(super) fn sentence_with_holder(claim: &ClaimRecord) -> String {
    let has_holder = alone(claim).is_none() && denied_words(claim).is_some();
    let sentence = sentence(claim);
    match is_attributed(claim) && !has_holder {
        true => capital(&format!("{}: {sentence}", holder(claim))),
        false => sentence,
    }
}

/// The claim as a sentence of its own, where the report is sure of it.
pub(super) fn alone(claim: &ClaimRecord) -> Option<&str> {
    claim.standalone.as_deref().filter(|_| !claim.unsure)
}

/// The words of the article with who denies them, where the denial stands outside of them.
fn denied_words(claim: &ClaimRecord) -> Option<String> {
    let denial = claim.attribution.iter().rev().find(|one| is_denial(one));
    let denier = match denial {
        Some(denial) => format!("{} {}", source(denial), denial.cue.text),
        None if is_denied_outside(claim) => format!("{} denies", holder(claim)),
        None => return None,
    };
    Some(capital(&format!("{denier}: “{}”", claim.text)))
}

/// Thesis, kind and holder in one line, as boxes of a map have it on top.
pub(super) fn heading(claim: &ClaimRecord) -> String {
    let role = claim.role.as_ref().map(|role| word(role).to_uppercase());
    let kind = claim.kind.as_ref().map(word);
    let holder = is_attributed(claim).then(|| holder(claim).to_string());
    let parts: Vec<String> = [role, kind, holder].into_iter().flatten().collect();
    parts.join(" · ")
}

/// With a capital.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// On one line, every run of white space and control characters one blank.
pub(super) fn folded(words: &str) -> String {
    let is_gap = |letter: char| letter.is_whitespace() || letter.is_control();
    let words: Vec<&str> = words
        .split(is_gap)
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

pub(super) fn is_denial(attribution: &AttributionRecord) -> bool {
    attribution.cue.cue_type == CueType::Denial
}

/// Whether the holder denies the claim by words that are not its own: "I don't think" that the plan works.
pub(super) fn is_denied_outside(claim: &ClaimRecord) -> bool {
    let evidence = claim.evidence.iter();
    let mut deciding = evidence
        .filter(|evidence| evidence.field == "polarity")
        .flat_map(|evidence| &evidence.cues)
        .flat_map(|cue| &cue.spans);
    let is_inside = |span: &crate::Utf16Span| {
        let mut own = claim.spans.iter();
        own.any(|own| own.0 <= span.0 && span.1 <= own.1)
    };
    claim.polarity == Some(Polarity::Negative) && !deciding.any(is_inside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::claim;
    use serde_json::json;

    #[test]
    fn claims_are_said_with_holder_and_denial() {
        let brant = json!({ "kind": "source", "name": "Maria Brant", "type": "person", "text": "Maria Brant", "spans": [] });
        let attribution = |cue: &str, act: &str| {
            json!([{ "source": { "text": "Maria Brant", "name": "Maria Brant", "type": "person", "spans": [] },
                     "cue": { "text": cue, "spans": [], "type": act }, "content": [], "mode": "indirect" }])
        };
        let negation = |place: [u32; 2]| {
            json!([{ "field": "polarity", "value": "negative", "probability": null, "runnerUp": null, "rule": "negation",
                     "cues": [{ "text": "not", "spans": [place] }] }])
        };
        for (changes, said) in [
            (json!({}), "“the ferry was late”"),
            (
                json!({ "standalone": "The ferry was late." }),
                "The ferry was late.",
            ),
            (
                json!({ "holder": brant, "attribution": attribution("said", "assertion"), "standalone": "The ferry was late." }),
                "Maria Brant: The ferry was late.",
            ),
            (
                json!({ "holder": brant, "attribution": attribution("said", "assertion") }),
                "Maria Brant: “the ferry was late”",
            ),
            (
                json!({ "holder": brant, "attribution": attribution("denied", "denial"), "polarity": "negative" }),
                "Maria Brant denied: “the ferry was late”",
            ),
            // The denial stands outside of the words: "I don't think".
            (
                json!({ "polarity": "negative", "evidence": negation([0, 3]) }),
                "The author denies: “the ferry was late”",
            ),
            (
                json!({ "standalone": "The ferry was late.", "unsure": true }),
                "“the ferry was late”",
            ),
            // It stands in them.
            (
                json!({ "polarity": "negative", "evidence": negation([12, 15]) }),
                "“the ferry was late”",
            ),
            (
                json!({ "holder": { "kind": "source", "name": null, "type": "unnamed", "text": null, "spans": [] } }),
                "An unnamed source: “the ferry was late”",
            ),
        ] {
            let claim = claim(&changes);
            assert_eq!(sentence_with_holder(&claim), said, "{changes}");
        }
    }
}
