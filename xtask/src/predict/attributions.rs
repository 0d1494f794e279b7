//! Task `reported`: the attributions of whole reports, which rules over the trees find before the weights' tags are asked, in
//! the shape of the task `attribution`, which the tags decide alone.

use super::rows;
use averral::options::Format;
use averral::{Options, Utf16Span};
use serde_json::json;
use std::path::Path;

/// `{"id", "attributions": [{"source", "cue", "content"}, …]}`, lists of `[start, end]` in code points; only those around
/// a claim are in a report.
pub fn reported(input: &Path, output: &Path) -> anyhow::Result<()> {
    let extractor = crate::extractor()?;
    let mut out = String::new();
    for row in rows(input)? {
        let text = row["text"].as_str().unwrap_or("");
        let options = Options::default().with_format(Format::Text);
        let report = extractor.analyze(text, &options)?;
        let points = code_points(text);
        let spans = |spans: &[Utf16Span]| -> Vec<[u32; 2]> {
            spans
                .iter()
                .map(|span| [points[span.0 as usize], points[span.1 as usize]])
                .collect()
        };
        let mut found: Vec<serde_json::Value> = Vec::new();
        for attribution in report.claims.iter().flat_map(|claim| &claim.attribution) {
            let source = attribution
                .source
                .as_ref()
                .map_or(Vec::new(), |source| spans(&source.spans));
            let one = json!({"source": source, "cue": spans(&attribution.cue.spans), "content": spans(&attribution.content)});
            if !found.contains(&one) {
                found.push(one);
            }
        }
        out += &json!({"id": row["id"], "attributions": found}).to_string();
        out.push('\n');
    }
    Ok(std::fs::write(output, out)?)
}

/// For each UTF-16 code unit of a text, and its end, how many code points stand before it.
fn code_points(text: &str) -> Vec<u32> {
    let mut points = Vec::new();
    let mut count = 0;
    for character in text.chars() {
        points.extend(std::iter::repeat_n(count, character.len_utf16()));
        count += 1;
    }
    points.push(count);
    points
}
