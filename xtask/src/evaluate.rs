//! Predictions and scores for every task that a data folder holds dev data for.

use crate::{predict, root};
use anyhow::ensure;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where a task's dev data lie in a data folder, and which scorer, with which flag, judges them.
const DEV: [(&str, &str, &str); 14] = [
    ("articles", "articles", "score_articles.py"),
    ("sentences", "sentences/sentencex-dev.jsonl", "score_sentences.py"),
    ("syntax", "syntax/ewt-dev.conllu", "score_syntax.py"),
    ("syntax", "syntax/gum-dev.conllu", "score_syntax.py"),
    ("attribution", "attribution/dev.jsonl", "score_attribution.py"),
    ("checkworthiness", "checkworthiness/dev.jsonl", "score_checkworthiness.py"),
    ("claim_kind", "claim_kind/dev.jsonl", "score_labels.py"),
    ("coref", "coref/gum-dev.jsonl", "score_coref.py --ontogum"),
    ("coref", "coref/gap-dev.jsonl", "score_coref.py --gap"),
    ("entities", "entities/newswire-dev.jsonl", "score_entities.py"),
    ("entities", "entities/uner-ewt-dev.jsonl", "score_entities.py"),
    ("entities", "entities/gum-dev.jsonl", "score_entities.py"),
    ("factuality", "factuality/dev.jsonl", "score_factuality.py"),
    ("verifiability", "verifiability/dev.jsonl", "score_labels.py"),
];

/// Prints the scores and writes them to evaluation/scores.md.
pub fn evaluate(data: &Path) -> anyhow::Result<()> {
    let root = root();
    let work = root.join("target/evaluation");
    std::fs::create_dir_all(&work)?;
    let mut page = String::from(
        "# Scores on development data\n\nPrinted by `cargo xtask evaluate DATA_DIR`; evaluation/README.md says where the data are found.\n",
    );
    let mut n_scored = 0;
    for (task, place, scorer) in DEV {
        let gold = data.join(place);
        if !gold.exists() {
            println!("{place}: not in {}", data.display());
            continue;
        }
        let predictions: PathBuf = work.join(place.replace('/', "-"));
        predict::predict(task, &gold, &predictions)?;
        let output = Command::new("python3")
            .arg(root.join("evaluation").join(scorer.split(' ').next().unwrap_or(scorer)))
            .args(scorer.split(' ').skip(1))
            .arg(&gold)
            .arg(&predictions)
            .output()?;
        ensure!(output.status.success(), "{scorer}: {}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8_lossy(&output.stdout);
        let last = text.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("{}");
        let scores: serde_json::Value = serde_json::from_str(last)?;
        writeln!(page, "\n## {place}\n\n| measure | score |\n| --- | --- |")?;
        rows(&mut page, "", &scores)?;
        n_scored += 1;
    }
    ensure!(
        n_scored > 0,
        "{} holds no dev data; evaluation/README.md says how it is laid out",
        data.display()
    );
    print!("{page}");
    Ok(std::fs::write(root.join("evaluation/scores.md"), page)?)
}

fn rows(page: &mut String, prefix: &str, value: &serde_json::Value) -> std::fmt::Result {
    for (name, score) in value.as_object().into_iter().flatten() {
        match score {
            serde_json::Value::Number(number) => writeln!(page, "| {prefix}{name} | {number} |")?,
            serde_json::Value::Array(scores) => {
                let scores: Vec<String> = scores.iter().map(|score| score.to_string()).collect();
                writeln!(page, "| {prefix}{name} (precision, recall, F1) | {} |", scores.join(", "))?;
            }
            serde_json::Value::Object(_) => rows(page, &format!("{prefix}{name}: "), score)?,
            _ => {}
        }
    }
    Ok(())
}
