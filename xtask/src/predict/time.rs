//! Task `time`: rows of `{"id", "dct", "text"}` become `{"id", "timexes": [{"start", "end", "type", "value"}, …]}`.

use super::{CodePoints, rows};
use averral::analysis;
use averral::inference::Weights;
use std::path::Path;

pub fn time(input: &Path, output: &Path) -> anyhow::Result<()> {
    let weights = Weights::read(&crate::weights()?)?;
    let mut out = String::new();
    for row in rows(input)? {
        let text = row["text"].as_str().unwrap_or("");
        let points = CodePoints::new(text);
        let drafts = super::drafts(text);
        let (_, mut analyses) = analysis::parse(&weights, text, &drafts);
        let dct = row["dct"]
            .as_str()
            .and_then(|date| date.get(..10)?.parse().ok());
        analysis::time::find_all(&mut analyses, dct);
        let times = analyses.iter().flat_map(|analysis| &analysis.times);
        let timexes: Vec<serde_json::Value> = times
            .map(|time| {
                let [start, end] = points.span(time.span);
                serde_json::json!({"start": start, "end": end, "type": time.time_type, "value": time.value})
            })
            .collect();
        out += &serde_json::json!({"id": row["id"], "timexes": timexes}).to_string();
        out.push('\n');
    }
    Ok(std::fs::write(output, out)?)
}
