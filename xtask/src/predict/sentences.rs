//! Task `sentences`: rows of `{"id", "text"}` become `{"id", "sentences": [[start, end], …]}` in code points.

use super::{CodePoints, rows};
use averral::inference::Weights;
use averral::{analysis, sentence};
use std::path::Path;

pub fn sentences(input: &Path, output: &Path) -> anyhow::Result<()> {
    let weights = Weights::read(&crate::weights()?)?;
    let mut out = String::new();
    for row in rows(input)? {
        let text = row["text"].as_str().unwrap_or("");
        let points = CodePoints::new(text);
        let drafts = sentence::split_text(text, 0, 0);
        let (sentences, _) = analysis::parse(&weights, text, &drafts);
        let spans: Vec<[u32; 2]> = sentences
            .iter()
            .map(|sentence| points.span(sentence.span))
            .collect();
        out += &serde_json::json!({"id": row["id"], "sentences": spans}).to_string();
        out.push('\n');
    }
    Ok(std::fs::write(output, out)?)
}
