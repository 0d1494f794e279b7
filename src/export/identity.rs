//! Names for what is exported, the same for the same report: the address of the text, and identifiers made of it.

use super::hash::{sha1, sha256};
use crate::report::{ClaimRecord, RelationRecord, Report};
use std::fmt::Write;

/// Of the RFC's namespace for addresses.
const ADDRESSES: [u8; 16] = [
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
];

/// The address of the article, if it is one of the web: characters that stand in no address are percent-encoded.
pub(super) fn web_address(report: &Report) -> Option<String> {
    let url = report.article.url.as_deref()?.trim();
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        url.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let mut out = String::new();
    for letter in url.chars() {
        if letter.is_ascii_graphic() && !"<>\"{}|\\^`".contains(letter) {
            out.push(letter);
        } else {
            percent_encoded(letter, &mut out);
        }
    }
    is_web.then_some(out)
}

/// What the text is called: its address, or its own sum (RFC 6920) where it has none.
pub(super) fn source(report: &Report) -> String {
    web_address(report).unwrap_or_else(|| {
        let sum = sha256(report.article.text.as_bytes());
        format!("ni:///sha-256;{}", base64(&sum))
    })
}

/// The identifier of a claim: of its source and its place in the plain text.
pub(super) fn claim_id(source: &str, claim: &ClaimRecord) -> String {
    let places = claim.text_spans.iter();
    let places: Vec<String> = places
        .map(|span| format!("{}-{}", span.0, span.1))
        .collect();
    urn(source, &format!("claim:{}", places.join(",")))
}

/// The identifier of a relation between two claims, given theirs.
pub(super) fn relation_id(
    source: &str,
    relation: &RelationRecord,
    [from, to]: [&str; 2],
) -> String {
    let kind = super::said::word(&relation.kind);
    urn(source, &format!("{kind}:{from},{to}"))
}

/// The identifier (UUID of version 5) of a unit of a source.
pub(super) fn urn(source: &str, unit: &str) -> String {
    let mut name = ADDRESSES.to_vec();
    name.extend(source.bytes());
    name.extend(b"#averral:");
    name.extend(unit.bytes());
    let mut id = sha1(&name);
    id[6] = id[6] & 0x0f | 0x50;
    id[8] = id[8] & 0x3f | 0x80;
    let mut out = String::from("urn:uuid:");
    for (i, byte) in id.iter().take(16).enumerate() {
        if [4, 6, 8, 10].contains(&i) {
            out.push('-');
        }
        // Writing to a string can't fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

pub(super) fn percent_encoded(letter: char, out: &mut String) {
    for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
        let _ = write!(out, "%{byte:02X}");
    }
}

/// Base 64 for addresses, without padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let at = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for i in 0..=group.len() {
            let six = bits >> (18 - 6 * i) & 63;
            out.push(char::from(LETTERS[six as usize]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_of_version_5_and_follow_source_and_unit() {
        let id = urn("https://a.example/", "claims");
        assert_eq!(id.len(), "urn:uuid:".len() + 36);
        assert_eq!(&id[23..24], "5");
        assert!("89ab".contains(&id[28..29]));
        assert_eq!(id, urn("https://a.example/", "claims"));
        assert_ne!(id, urn("https://b.example/", "claims"));
        assert_ne!(id, urn("https://a.example/", "claims:1"));
    }

    #[test]
    fn sums_are_written_as_the_rfc_does() {
        // The example of RFC 6920, section 8.1.
        assert_eq!(
            base64(&sha256(b"Hello World!")),
            "f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"
        );
    }
}
