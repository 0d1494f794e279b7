//! W3C Web Annotation Data Model (Recommendation of 23 February 2017), as JSON-LD: an annotation a claim, and one a relation.
//!
//! Places count code points (section 4.2.4). A claim in pieces has a target for each. A quotation carries as much of the
//! text around it as makes it the only one.

use super::chosen::Chosen;
use super::code_points::CodePoints;
use super::identity::{claim_id, relation_id, source, urn};
use super::place::border;
use super::said::{holder, sentence, word};
use crate::report::ClaimRecord;
use crate::span::ByteSpan;
use serde_json::{Value, json};
use std::collections::HashMap;

pub(super) fn web_annotation(chosen: &Chosen) -> Value {
    let source = source(chosen.report);
    let ids: Vec<String> = chosen
        .claims
        .iter()
        .map(|claim| claim_id(&source, claim))
        .collect();
    let quotations = Quotations::new(chosen);
    let mut items: Vec<Value> = chosen
        .claims
        .iter()
        .zip(&ids)
        .map(|(claim, id)| annotation(chosen, &quotations, claim, id, &source))
        .collect();
    for relation in &chosen.relations {
        let [from, to] = [&relation.from, &relation.to].map(|id| ids[chosen.position(id)].as_str());
        items.push(json!({
            "id": relation_id(&source, relation, [from, to]),
            "type": "Annotation",
            "motivation": "linking",
            "body": [tag(word(&relation.kind)), { "source": to, "purpose": "linking" }],
            "target": from,
        }));
    }
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": urn(&source, &format!("claims:{}", ids.join(","))),
        "type": "AnnotationCollection",
        "total": items.len(),
        "first": {
            "id": urn(&source, &format!("page:{}", ids.join(","))),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    })
}

fn annotation(
    chosen: &Chosen,
    quotations: &Quotations,
    claim: &ClaimRecord,
    id: &str,
    source: &str,
) -> Value {
    let mut body = vec![json!({
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "language": "en",
        "value": sentence(claim),
    })];
    body.extend(claim.kind.map(
        |kind| json!({ "type": "TextualBody", "purpose": "classifying", "value": word(&kind) }),
    ));
    body.push(tag(format!("holder:{}", holder(claim))));
    body.extend(
        claim
            .attribution
            .last()
            .map(|one| tag(format!("cue:{}", one.cue.text))),
    );
    body.extend(
        claim
            .certainty
            .map(|certainty| tag(format!("certainty:{}", word(&certainty)))),
    );
    body.extend(
        claim
            .polarity
            .map(|polarity| tag(format!("polarity:{}", word(&polarity)))),
    );
    body.extend(
        claim
            .condition
            .as_ref()
            .map(|condition| tag(format!("condition:{}", condition.text))),
    );
    body.extend(
        claim
            .times
            .iter()
            .map(|time| tag(format!("time:{}", time.value))),
    );
    body.extend(
        claim
            .checkworthiness
            .map(|worth| tag(format!("checkworthiness:{worth}"))),
    );
    body.extend(claim.role.map(|role| tag(format!("role:{}", word(&role)))));
    body.extend(claim.unsure.then(|| tag("unsure".into())));
    let mut targets: Vec<Value> = chosen
        .pieces(claim)
        .into_iter()
        .map(|piece| json!({ "source": source, "selector": quotations.selectors(piece) }))
        .collect();
    let target = match targets.len() {
        0 => json!(source),
        1 => targets.remove(0),
        _ => Value::Array(targets),
    };
    let version = &chosen.report.version.averral;
    json!({
        "id": id,
        "type": "Annotation",
        "motivation": "classifying",
        "generator": { "id": format!("pkg:npm/averral@{version}"), "type": "Software", "name": format!("averral {version}") },
        "body": body,
        "target": target,
    })
}

fn tag(value: String) -> Value {
    json!({ "type": "TextualBody", "purpose": "tagging", "value": value })
}

/// Bytes that two places must share before they are compared, and how many such places are looked at.
const KEY: usize = 16;
const LOOKED_AT: usize = 8;
/// How much context there is on each side at first, and at most, in code points.
const CONTEXT: usize = 32;
const MOST: usize = 256;

/// The text, and where what it says more than once stands.
struct Quotations<'t> {
    text: &'t str,
    points: CodePoints<'t>,
    /// For the bytes that each claim begins with, where else they stand.
    places: HashMap<&'t [u8], Vec<usize>>,
}

impl<'t> Quotations<'t> {
    fn new(chosen: &Chosen<'t>) -> Self {
        let text = chosen.text();
        let pieces = chosen.claims.iter().flat_map(|claim| chosen.pieces(claim));
        let mut places: HashMap<&[u8], Vec<usize>> = pieces
            .map(|piece| (key(text, piece.start), Vec::new()))
            .collect();
        for (byte, _) in text.char_indices() {
            if let Some(found) = places.get_mut(key(text, byte)) {
                if found.len() <= LOOKED_AT {
                    found.push(byte);
                }
            }
        }
        Quotations {
            text,
            points: CodePoints::new(text),
            places,
        }
    }

    fn selectors(&self, piece: ByteSpan) -> Value {
        let mut context = CONTEXT;
        let (mut before, mut after) = self.around(piece, context);
        while context < MOST && !self.is_unique(piece, before, after) {
            context *= 2;
            (before, after) = self.around(piece, context);
        }
        json!([
            { "type": "TextQuoteSelector", "exact": piece.of(self.text), "prefix": before, "suffix": after },
            { "type": "TextPositionSelector", "start": self.points.offset(piece.start), "end": self.points.offset(piece.end) },
        ])
    }

    fn around(&self, piece: ByteSpan, n_points: usize) -> (&'t str, &'t str) {
        let (before, after) = (&self.text[..piece.start], &self.text[piece.end..]);
        let start = before.char_indices().rev().nth(n_points - 1);
        let end = after.char_indices().nth(n_points);
        (
            &before[start.map_or(0, |(byte, _)| byte)..],
            &after[..end.map_or(after.len(), |(byte, _)| byte)],
        )
    }

    /// Whether the words with what stands around them are found once. Where too many places begin alike to look at all, no.
    fn is_unique(&self, piece: ByteSpan, before: &str, after: &str) -> bool {
        let places = self.places.get(key(self.text, piece.start));
        let places = places.map_or(&[][..], Vec::as_slice);
        let is_alike = |&place: &usize| {
            let rest = &self.text[place..];
            place != piece.start
                && self.text[..place].ends_with(before)
                && rest.starts_with(piece.of(self.text))
                && rest[piece.len()..].starts_with(after)
        };
        places.len() <= LOOKED_AT && !places.iter().any(is_alike)
    }
}

/// The bytes that a place begins with.
fn key(text: &str, byte: usize) -> &[u8] {
    &text.as_bytes()[byte..border(text, (byte + KEY).min(text.len()))]
}
