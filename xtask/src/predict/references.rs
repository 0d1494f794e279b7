//! Task `references`: documents become `{"id", "pronouns": [{"span", "head", "antecedent", "named", "name", "pronoun", "probability",
//! "sure", "signals", "doubt"}, …]}`: what may be put for each pronoun, and what speaks for and against it. Offsets are Unicode code points.

use super::{CodePoints, rows};
use averral::analysis;
use averral::analysis::coreference::{self, Signal};
use averral::article::Article;
use averral::inference::Weights;
use serde_json::{Map, Value, json};
use std::path::Path;

pub fn references(input: &Path, output: &Path) -> anyhow::Result<()> {
    let weights = Weights::read(&crate::weights()?)?;
    let mut out = String::new();
    for row in rows(input)? {
        let text = row["text"].as_str().unwrap_or("");
        let points = CodePoints::new(text);
        let (sentences, analyses) = analysis::parse(&weights, text, &super::drafts(text));
        let article = Article {
            text: text.into(),
            ..Article::default()
        };
        let weighed = coreference::weigh(&article, &sentences, &analyses);
        let pronouns = weighed.iter().map(|weighed| {
            let reference = &weighed.reference;
            let signals: Map<String, Value> = Signal::ALL
                .iter()
                .zip(weighed.signals)
                .filter(|(_, value)| *value != 0.0)
                .map(|(signal, value)| (signal.label().into(), json!(value)))
                .collect();
            json!({
                "span": points.span(reference.mention),
                "head": points.span(weighed.head),
                "antecedent": points.span(weighed.antecedent),
                "named": points.span(reference.antecedent),
                "name": reference.name,
                "pronoun": reference.pronoun.map(|pronoun| pronoun.label()),
                "probability": reference.probability,
                "sure": reference.sure,
                "signals": signals,
                "doubt": weighed.doubt.map(|doubt| doubt.label()),
            })
        });
        let found = json!({"id": row["id"], "pronouns": pronouns.collect::<Vec<_>>()});
        out += &found.to_string();
        out.push('\n');
    }
    Ok(std::fs::write(output, out)?)
}
