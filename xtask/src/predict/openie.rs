//! Task `openie`: sentences split at blanks in, tuples in the same words out.

use super::rows;
use averral::ByteSpan;
use averral::analysis;
use averral::claim::evaluation::tuple::tuples;
use averral::inference::Weights;
use averral::sentence;
use serde_json::{Value, json};
use std::path::Path;

/// `{"id", "extractions": [{"rel", "args", "confidence"}, …]}`.
pub fn openie(input: &Path, output: &Path) -> anyhow::Result<()> {
    let weights = Weights::read(&crate::weights()?)?;
    let mut out = String::new();
    for row in rows(input)? {
        let words: Vec<&str> = row["sentence"]
            .as_str()
            .unwrap_or("")
            .split_whitespace()
            .collect();
        let (text, spans) = join(&words);
        let drafts = sentence::split_text(&text, 0, 0);
        let mut extractions: Vec<Value> = Vec::new();
        for analysis in analysis::parse(&weights, &text, &drafts).1 {
            let place = |token: &usize| {
                let span = analysis.words[*token].span;
                spans.partition_point(|word| word.end <= span.start)
            };
            let slot = |tokens: &[usize]| {
                let mut places: Vec<usize> = tokens.iter().map(place).collect();
                places.dedup();
                places
                    .into_iter()
                    .filter_map(|place| words.get(place).copied())
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            for tuple in tuples(&analysis) {
                let relation = [tuple.implied.to_string(), slot(&tuple.relation)].join(" ");
                let arguments = tuple.arguments.iter().map(|argument| slot(argument));
                let args: Vec<String> = [slot(&tuple.subject)]
                    .into_iter()
                    .chain(arguments)
                    .collect();
                extractions.push(
                    json!({"rel": relation.trim(), "args": args, "confidence": tuple.confidence}),
                );
            }
        }
        out += &json!({"id": row["id"], "extractions": extractions}).to_string();
        out.push('\n');
    }
    Ok(std::fs::write(output, out)?)
}

/// Joins the words of a sentence of the Penn Treebank to a text, with the place of each: brackets and quotation marks
/// become themselves again, and no blank stands around a hyphen.
fn join(words: &[&str]) -> (String, Vec<ByteSpan>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    let mut glued = true;
    for word in words {
        let plain = match *word {
            "-LRB-" => "(",
            "-RRB-" => ")",
            "-LSB-" => "[",
            "-RSB-" => "]",
            "-LCB-" => "{",
            "-RCB-" => "}",
            "``" => "“",
            "''" => "”",
            word => word,
        };
        let hyphen = plain == "-";
        if !glued && !hyphen {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(plain);
        spans.push(ByteSpan::new(start, text.len()));
        glued = hyphen;
    }
    (text, spans)
}
