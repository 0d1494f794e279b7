//! Task `propositions`: sentences with their tokens in, sets of those tokens out.

use super::{CodePoints, rows};
use averral::analysis;
use averral::claim::evaluation::proposition::propositions as of_sentence;
use averral::inference::Weights;
use averral::sentence;
use serde_json::json;
use std::path::Path;

/// `{"id", "propositions": [[token index, …], …]}`.
pub fn propositions(input: &Path, output: &Path) -> anyhow::Result<()> {
    let weights = Weights::read(&crate::weights()?)?;
    let mut out = String::new();
    for row in rows(input)? {
        let text = row["text"].as_str().unwrap_or("");
        let points = CodePoints::new(text);
        let tokens: Vec<[u32; 2]> = serde_json::from_value(row["tokens"].clone())?;
        let mut found: Vec<Vec<usize>> = Vec::new();
        for analysis in analysis::parse(&weights, text, &sentence::split_text(text, 0, 0)).1 {
            for proposition in of_sentence(&analysis) {
                let spans: Vec<[u32; 2]> = proposition
                    .iter()
                    .map(|&token| points.span(analysis.words[token].span))
                    .collect();
                let inside = |token: &[u32; 2]| {
                    spans
                        .iter()
                        .any(|span| span[0] < token[1] && token[0] < span[1])
                };
                found.push(
                    (0..tokens.len())
                        .filter(|&index| inside(&tokens[index]))
                        .collect(),
                );
            }
        }
        out += &json!({"id": row["id"], "propositions": found}).to_string();
        out.push('\n');
    }
    Ok(std::fs::write(output, out)?)
}
