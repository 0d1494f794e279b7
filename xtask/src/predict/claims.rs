//! Task `claims`: sentences in their context in, claims that stand alone out.

use super::rows;
use averral::Options;
use averral::options::Format;
use serde_json::json;
use std::path::Path;

/// `{"id", "claims": ["…", …]}`: of the report on the context, the standalone claims that lie in the sentence.
pub fn claims(input: &Path, output: &Path) -> anyhow::Result<()> {
    let extractor = crate::extractor()?;
    let options = Options { format: Format::Text, ..Options::default() };
    let mut out = String::new();
    for row in rows(input)? {
        let sentence = words(row["sentence"].as_str().unwrap_or(""));
        let report = extractor.analyze(row["context"].as_str().unwrap_or(""), &options)?;
        let text: Vec<u16> = report.article.text.encode_utf16().collect();
        let place = find(&text, &sentence);
        let inside = |claim: &&averral::report::ClaimRecord| {
            place.as_ref().is_some_and(|place| {
                claim.text_spans.iter().all(|span| place.contains(&(span.0 as usize)))
            })
        };
        let found: Vec<&str> =
            report.claims.iter().filter(inside).filter_map(|claim| claim.standalone.as_deref()).collect();
        out += &json!({"id": row["id"], "claims": found}).to_string();
        out.push('\n');
    }
    Ok(std::fs::write(output, out)?)
}

fn words(text: &str) -> Vec<u16> {
    text.encode_utf16().filter(|unit| !is_space(*unit)).collect()
}

fn is_space(unit: u16) -> bool {
    char::from_u32(u32::from(unit)).is_some_and(char::is_whitespace)
}

/// Where a text holds a sentence, white space left aside.
fn find(text: &[u16], sentence: &[u16]) -> Option<std::ops::Range<usize>> {
    let kept: Vec<usize> = (0..text.len()).filter(|&at| !is_space(text[at])).collect();
    let starts = 0..(kept.len() + 1).saturating_sub(sentence.len());
    let at = starts.into_iter().find(|&at| sentence.iter().enumerate().all(|(i, unit)| text[kept[at + i]] == *unit))?;
    (!sentence.is_empty()).then(|| kept[at]..kept[at + sentence.len() - 1] + 1)
}
