//! Predictions for the scorers in evaluation/: the door through which averral is judged on data kept elsewhere.

mod articles;
mod attributions;
mod claims;
mod coref;
mod heads;
mod openie;
mod propositions;
mod sentences;
mod signs;
mod staged;
mod syntax;
mod time;

use averral::sentence::{self, Sentence};
use std::path::Path;

/// A task's writer of predictions: from input path to output path.
type Predict = fn(&Path, &Path) -> anyhow::Result<()>;

/// The known tasks.
pub const TASKS: &[(&str, Predict)] = &[
    ("articles", articles::articles),
    ("pages", articles::pages),
    ("sentences", sentences::sentences),
    ("signs", signs::signs),
    ("syntax", syntax::syntax),
    ("attribution", heads::attribution),
    ("reported", attributions::reported),
    ("checkworthiness", heads::checkworthiness),
    ("claims", claims::claims),
    ("claim_kind", heads::claim_kind),
    ("coref", coref::coref),
    ("entities", heads::entities),
    ("factuality", heads::factuality),
    ("openie", openie::openie),
    ("propositions", propositions::propositions),
    ("time", time::time),
    ("verifiability", heads::verifiability),
];

pub fn predict(task: &str, input: &Path, output: &Path) -> anyhow::Result<()> {
    let known = TASKS.iter().find(|(name, _)| *name == task);
    let names: Vec<&str> = TASKS.iter().map(|(name, _)| *name).collect();
    let (_, write) = known.ok_or_else(|| {
        anyhow::anyhow!(
            "the task {task:?} is unknown; known are {}",
            names.join(", ")
        )
    })?;
    write(input, output)
}

/// The objects of a JSONL file.
fn rows(path: &Path) -> anyhow::Result<Vec<serde_json::Value>> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?;
    Ok(text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?)
}

/// The sentences of a text of paragraphs, as rules cut them; a paragraph is a block.
fn drafts(text: &str) -> Vec<Sentence> {
    let paragraphs = paragraphs(text).enumerate();
    paragraphs
        .flat_map(|(block, (start, paragraph))| sentence::split_text(paragraph, start, block))
        .collect()
}

/// The paragraphs of a text, parted by blank lines, each with the byte at which it begins.
fn paragraphs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split("\n\n").map(move |paragraph| {
        (
            paragraph.as_ptr() as usize - text.as_ptr() as usize,
            paragraph,
        )
    })
}

/// Converts byte offsets of a text to offsets in Unicode code points.
struct CodePoints(Vec<u32>);

impl CodePoints {
    fn new(text: &str) -> Self {
        let mut points = vec![0; text.len() + 1];
        let mut count = 0;
        for (at, point) in points.iter_mut().enumerate() {
            *point = count;
            count += u32::from(at < text.len() && text.is_char_boundary(at + 1));
        }
        CodePoints(points)
    }

    fn span(&self, span: averral::ByteSpan) -> [u32; 2] {
        [self.0[span.start], self.0[span.end]]
    }
}
