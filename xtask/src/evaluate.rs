//! Predictions and scores for every task that a data folder holds dev data for.

use crate::{predict, root};
use anyhow::ensure;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where a task's dev data lie in a data folder, and which scorer judges them.
const DEV: [(&str, &str, &str); 13] = [
    ("articles", "articles", "score_articles.py"),
    ("pages", "pages", "score_pages.py"),
    ("sentences", "sentences/sentencex-dev.jsonl", "score_sentences.py"),
    ("syntax", "syntax/ewt-dev.conllu", "score_syntax.py"),
    ("syntax", "syntax/gum-dev.conllu", "score_syntax.py"),
    ("attribution", "attribution/dev.jsonl", "score_attribution.py"),
    ("checkworthiness", "checkworthiness/dev.jsonl", "score_checkworthiness.py"),
    ("claim_kind", "claim_kind/dev.jsonl", "score_labels.py"),
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
        writeln!(page, "\n## {place}\n\n| measure | score |\n| --- | --- |")?;
        rows(&mut page, "", &score(&root, scorer, &gold, &predictions)?)?;
        if task == "pages" {
            let predictions = work.join("pages-readability");
            readability(&root, &gold, &predictions)?;
            writeln!(page, "\n### @mozilla/readability on linkedom\n\n| measure | score |\n| --- | --- |")?;
            rows(&mut page, "", &score(&root, scorer, &gold, &predictions)?)?;
        }
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

/// What a scorer says of predictions.
fn score(root: &Path, scorer: &str, gold: &Path, predictions: &Path) -> anyhow::Result<serde_json::Value> {
    let output = Command::new("python3")
        .arg(root.join("evaluation").join(scorer))
        .arg(gold)
        .arg(predictions)
        .output()?;
    ensure!(output.status.success(), "{scorer}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout);
    let last = text.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("{}");
    Ok(serde_json::from_str(last)?)
}

/// The same pages read by @mozilla/readability, whose own expectations the gold is.
fn readability(root: &Path, gold: &Path, predictions: &Path) -> anyhow::Result<()> {
    crate::check::npm(root)?;
    let mut node = Command::new("node");
    let status = node.current_dir(root).arg("evaluation/pages.mjs").arg(gold).arg(predictions).status()?;
    ensure!(status.success(), "evaluation/pages.mjs failed");
    Ok(())
}

fn rows(page: &mut String, prefix: &str, value: &serde_json::Value) -> std::fmt::Result {
    for (name, score) in value.as_object().into_iter().flatten() {
        match score {
            serde_json::Value::Number(number) => writeln!(page, "| {prefix}{name} | {number} |")?,
            serde_json::Value::Object(_) => rows(page, &format!("{prefix}{name}: "), score)?,
            _ => {}
        }
    }
    Ok(())
}
