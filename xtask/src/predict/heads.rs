//! Tasks that a head of the weights decides: rows of text in, a JSON object per row out.

use super::{CodePoints, rows};
use averral::analysis::{self, Analysis, Word};
use averral::attribution::tagged;
use averral::grammar::{CheckWorthiness, Proposition, Verifiability};
use averral::inference::{Stretch, Weights};
use averral::{ByteSpan, sentence};
use serde_json::{Value, json};
use std::path::Path;

/// Writes what `decide` says of each row; rows that it has nothing to say of are left out.
fn each(
    input: &Path,
    output: &Path,
    decide: impl Fn(&Weights, &Value, &str, &[Analysis]) -> Option<Value>,
) -> anyhow::Result<()> {
    let weights = Weights::read(&crate::weights()?)?;
    let mut out = String::new();
    for row in rows(input)? {
        let text = row["text"].as_str().unwrap_or("");
        if let Some(mut prediction) = decide(&weights, &row, text, &read(&weights, text)) {
            prediction["id"] = row["id"].clone();
            out += &prediction.to_string();
            out.push('\n');
        }
    }
    Ok(std::fs::write(output, out)?)
}

/// Reads a text line by line, as the trainer does.
fn read(weights: &Weights, text: &str) -> Vec<Analysis> {
    let mut base = 0;
    let mut drafts = Vec::new();
    for (block, line) in text.split_inclusive('\n').enumerate() {
        drafts.extend(sentence::split_text(line, base, block));
        base += line.len();
    }
    analysis::parse(weights, text, &drafts).1
}

fn vectors(analyses: &[Analysis]) -> Vec<f32> {
    analyses
        .iter()
        .flat_map(|analysis| analysis.vectors.iter().copied())
        .collect()
}

/// `{"id", "score", "label"}`: NFS, UFS or CFS.
pub fn checkworthiness(input: &Path, output: &Path) -> anyhow::Result<()> {
    each(input, output, |weights, _, _, analyses| {
        let stretch = Stretch::new(weights, &vectors(analyses))?;
        let words: Vec<&str> = analyses
            .iter()
            .flat_map(|analysis| &analysis.words)
            .map(|word| word.form.as_str())
            .collect();
        let (labels, score) = (stretch.claims(), stretch.checkworthy(&words));
        let label = if score >= 0.5 {
            CheckWorthiness::CheckWorthy
        } else {
            labels.likeliest(|label| label != CheckWorthiness::CheckWorthy)?
        };
        Some(json!({"score": score, "label": label.label()}))
    })
}

/// `{"id", "label", "kind"}` for rows of CDCP; averral has no classes of Change My View.
pub fn claim_kind(input: &Path, output: &Path) -> anyhow::Result<()> {
    each(input, output, |weights, row, _, analyses| {
        if row["set"].as_str() == Some("cmv") {
            return None;
        }
        let stretch = Stretch::new(weights, &vectors(analyses))?;
        let label = stretch.kind().likeliest(|_| true)?;
        let kind = match label {
            Proposition::Testimony => Proposition::Fact,
            label => label,
        };
        Some(json!({"label": label.label(), "kind": kind.label()}))
    })
}

/// `{"id", "label"}`: 1 or 0, by the head of the row's set.
pub fn verifiability(input: &Path, output: &Path) -> anyhow::Result<()> {
    each(input, output, |weights, row, _, analyses| {
        let stretch = Stretch::new(weights, &vectors(analyses))?;
        let labels = if row["set"].as_str() == Some("regroom") {
            stretch.regroom()
        } else {
            stretch.policlaim()
        };
        let is_verifiable = labels.likeliest(|_| true) == Some(Verifiability::Verifiable);
        Some(json!({"label": u8::from(is_verifiable)}))
    })
}

/// `{"id", "values"}`: for each target its factuality on the scale of the row's set.
pub fn factuality(input: &Path, output: &Path) -> anyhow::Result<()> {
    const SETS: [&str; 5] = ["uw", "uds", "meantime", "cb", "mv"];
    each(input, output, |_, row, text, analyses| {
        let set = SETS
            .iter()
            .position(|set| row["set"].as_str() == Some(set))
            .unwrap_or(0);
        let points = CodePoints::new(text);
        let words: Vec<&Word> = analyses
            .iter()
            .flat_map(|analysis| &analysis.words)
            .collect();
        let value = |target: &Value| {
            let start = target["start"].as_u64()? as u32;
            let word = words
                .iter()
                .find(|word| points.span(word.span)[1] > start)?;
            Some(word.factuality[set].clamp(-3.0, 3.0))
        };
        let values: Vec<Option<f32>> = row["targets"].as_array()?.iter().map(value).collect();
        Some(json!({"values": values}))
    })
}

/// `{"id", "entities": [[start, end, type], …]}` in code points. Types are named as the corpus of the row names them:
/// rows with a genre are GUM's, rows with the id of a sentence of EWT (`…-0001`) Universal NER's, all else newswire.
pub fn entities(input: &Path, output: &Path) -> anyhow::Result<()> {
    each(input, output, |_, row, text, analyses| {
        let id = row["id"].as_str().unwrap_or("");
        let one_sentence = id
            .rsplit_once('-')
            .is_some_and(|(_, n)| n.len() == 4 && n.bytes().all(|byte| byte.is_ascii_digit()));
        let name = |kind: &str| match (row.get("genre").is_some(), one_sentence, kind) {
            (true, _, "Person") => Some("person".to_string()),
            (true, _, "Location" | "Facility" | "NORP") => Some("place".to_string()),
            (true, _, "Organization") => Some("organization".to_string()),
            (true, _, _) => None,
            (_, true, "Person") => Some("PER".to_string()),
            (_, true, "Location" | "Facility") => Some("LOC".to_string()),
            (_, true, "Organization") => Some("ORG".to_string()),
            (_, true, _) => None,
            _ => Some(kind.to_string()),
        };
        let points = CodePoints::new(text);
        let mut entities: Vec<Value> = Vec::new();
        for analysis in analyses {
            for mention in averral::analysis::entity::mentions(&analysis.words) {
                if let Some(name) = name(mention.kind.label()) {
                    let [start, end] = points.span(mention.span);
                    entities.push(json!([start, end, name]));
                }
            }
        }
        Some(json!({"entities": entities}))
    })
}

/// `{"id", "attributions": [{"source", "cue", "content"}, …]}`, lists of `[start, end]` in code points.
pub fn attribution(input: &Path, output: &Path) -> anyhow::Result<()> {
    each(input, output, |_, _, text, analyses| {
        let points = CodePoints::new(text);
        let spans = |spans: &[ByteSpan]| {
            spans
                .iter()
                .map(|&span| points.span(span))
                .collect::<Vec<_>>()
        };
        let attributions = tagged::find(analyses);
        let attributions = attributions
            .iter()
            .map(|a| json!({"source": spans(&a.source), "cue": spans(&a.cue), "content": spans(&a.content)}));
        Some(json!({"attributions": attributions.collect::<Vec<_>>()}))
    })
}
