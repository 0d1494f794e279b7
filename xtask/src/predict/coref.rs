//! Task `coref`: documents become `{"id", "clusters": [[[start, end], …], …]}`, and rows that ask for the referent of a
//! pronoun (GAP, Webster et al. 2018) `{"id", "a_coref", "b_coref"}`. Offsets are Unicode code points.

use super::{CodePoints, rows};
use averral::analysis::coreference::{Document, Form, Resolution, Scorer};
use averral::inference::Weights;
use averral::{ByteSpan, analysis};
use serde_json::{Value, json};
use std::path::Path;

pub fn coref(input: &Path, output: &Path) -> anyhow::Result<()> {
    let weights = Weights::read(&crate::weights()?)?;
    let mut out = String::new();
    for row in rows(input)? {
        let text = row["text"].as_str().unwrap_or("");
        let points = CodePoints::new(text);
        let drafts = super::drafts(text);
        let (sentences, analyses) = analysis::parse(&weights, text, &drafts);
        let document = Document::new(text, &sentences, &analyses);
        let resolution = document.resolve(Scorer::learned());
        let found = if row.get("pronoun").is_some() {
            let [a, b] = chosen(&document, &resolution, &points, &row);
            json!({"id": row["id"], "a_coref": a, "b_coref": b})
        } else {
            json!({"id": row["id"], "clusters": clusters(&document, &resolution, &points)})
        };
        out += &found.to_string();
        out.push('\n');
    }
    Ok(std::fs::write(output, out)?)
}

/// The mentions of each entity that is mentioned more than once.
fn clusters(
    document: &Document,
    resolution: &Resolution,
    points: &CodePoints,
) -> Vec<Vec<[u32; 2]>> {
    let clusters = resolution
        .clusters()
        .into_iter()
        .filter(|cluster| cluster.len() > 1);
    let spans = |cluster: Vec<usize>| {
        cluster
            .iter()
            .map(|&index| points.span(document.mentions[index].span))
            .collect()
    };
    clusters.map(spans).collect()
}

/// Which of the two names the pronoun of a row refers to.
fn chosen(
    document: &Document,
    resolution: &Resolution,
    points: &CodePoints,
    row: &Value,
) -> [bool; 2] {
    let same = |span: ByteSpan, field: &str| json!(points.span(span)) == row[field];
    let pronoun = document
        .mentions
        .iter()
        .position(|mention| mention.form == Form::Pronoun && same(mention.span, "pronoun"));
    let Some(pronoun) = pronoun else {
        return [false; 2];
    };
    let named = |field: &str| -> Vec<usize> {
        let inside = |span: ByteSpan| {
            let [start, end] = points.span(span);
            let bound = |at: usize| row[field][at].as_u64().unwrap_or(0) as u32;
            bound(0) <= start && end <= bound(1)
        };
        let heads = document.mentions.iter().enumerate().filter(|(_, mention)| {
            !mention.coordinated
                && inside(document.analyses[mention.sentence].words[mention.head].span)
        });
        heads.map(|(index, _)| index).collect()
    };
    let (a, b) = (named("a"), named("b"));
    let choice = document.choose(Scorer::learned(), pronoun, [&a, &b], resolution);
    [choice == Some(0), choice == Some(1)]
}
