//! Predictions and scores for every task that a data folder holds dev data for.

use crate::{predict, python, root};
use anyhow::ensure;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where a task's dev data lie in a data folder, and which scorer judges them, its options behind.
const DEV: &[(&str, &str, &str)] = &[
    ("articles", "articles", "score_articles.py"),
    ("pages", "pages", "score_pages.py"),
    (
        "sentences",
        "sentences/sentencex-dev.jsonl",
        "score_sentences.py",
    ),
    ("syntax", "syntax/ewt-dev.conllu", "score_syntax.py"),
    ("syntax", "syntax/gum-dev.conllu", "score_syntax.py"),
    (
        "attribution",
        "attribution/dev.jsonl",
        "score_attribution.py",
    ),
    ("reported", "attribution/dev.jsonl", "score_attribution.py"),
    (
        "checkworthiness",
        "checkworthiness/dev.jsonl",
        "score_checkworthiness.py",
    ),
    ("claim_kind", "claim_kind/dev.jsonl", "score_labels.py"),
    ("coref", "coref/gum-dev.jsonl", "score_coref.py --ontogum"),
    ("coref", "coref/gap-dev.jsonl", "score_coref.py --gap"),
    (
        "entities",
        "entities/newswire-dev.jsonl",
        "score_entities.py",
    ),
    (
        "entities",
        "entities/uner-ewt-dev.jsonl",
        "score_entities.py",
    ),
    ("entities", "entities/gum-dev.jsonl", "score_entities.py"),
    ("factuality", "factuality/dev.jsonl", "score_factuality.py"),
    (
        "openie",
        "openie/carb-dev.jsonl",
        "score_openie.py --metric carb",
    ),
    (
        "propositions",
        "propositions/dev.jsonl",
        "score_propositions.py",
    ),
    ("claims", "claims/dev.jsonl", "score_claims.py"),
    (
        "verifiability",
        "verifiability/dev.jsonl",
        "score_labels.py",
    ),
    ("time", "time/tbaq-dev.jsonl", "score_time.py"),
];

/// Gold articles of our own; those of the closed half are only scored, never read.
const GOLD: [&str; 2] = [OPEN, CLOSED];
const OPEN: &str = "evaluation/gold/open";
const CLOSED: &str = "evaluation/gold/closed";

/// Prints the scores and writes them to evaluation/scores.md.
pub fn evaluate(data: &Path) -> anyhow::Result<()> {
    let root = root();
    let work = root.join("target/evaluation");
    std::fs::create_dir_all(&work)?;
    let mut page = String::from(
        "# Scores on development data\n\nPrinted by `cargo xtask evaluate DATA_DIR`; evaluation/README.md says where the data are found.\n",
    );
    let own = GOLD.map(|folder| ("articles", folder, root.join(folder), "score_articles.py"));
    let given: Vec<_> = DEV
        .iter()
        .map(|&(task, place, scorer)| (task, place, data.join(place), scorer))
        .collect();
    ensure!(
        given.iter().any(|(_, _, gold, _)| gold.exists()),
        "{} holds no dev data; evaluation/README.md says how it is laid out",
        data.display()
    );
    for (task, place, gold, scorer) in own.into_iter().chain(given) {
        if !gold.exists() {
            println!("{place}: not in {}", data.display());
            continue;
        }
        // Two tasks have the same gold: what the weights tag, and what reports say.
        let title = if task == "reported" {
            format!("{place}, in reports")
        } else {
            place.to_string()
        };
        let predictions: PathBuf = work.join(title.replace('/', "-"));
        predict::predict(task, &gold, &predictions)?;
        let scores = printed_scores(scorer, &[&gold, &predictions])?;
        section(&mut page, &title, &scores)?;
        if place == CLOSED {
            let scores =
                printed_scores("calibrate.py", &[Path::new("--check"), &gold, &predictions])?;
            section(
                &mut page,
                "Stated probabilities on evaluation/gold/closed",
                &scores,
            )?;
        }
        if task == "syntax" {
            let scores = printed_scores("score_trees.py", &[&gold, &predictions])?;
            section(
                &mut page,
                &format!("{place}, where trees go wrong"),
                &scores,
            )?;
        }
        if task == "pages" {
            let other = work.join("pages-readability");
            readability(&root, &gold, &other)?;
            let scores = printed_scores(scorer, &[&gold, &other])?;
            section(
                &mut page,
                "pages, @mozilla/readability on linkedom",
                &scores,
            )?;
            let judged = root.join("evaluation/pages.tsv");
            for (who, predictions) in [
                ("", &predictions),
                (", @mozilla/readability on linkedom", &other),
            ] {
                let scores = printed_scores(
                    scorer,
                    &[&gold, predictions, Path::new("--judged"), &judged],
                )?;
                section(
                    &mut page,
                    &format!("pages, corrected by a reader{who}"),
                    &scores,
                )?;
            }
        }
    }
    print!("{page}");
    Ok(std::fs::write(root.join("evaluation/scores.md"), page)?)
}

/// Counts how often the rules are right, on the articles that may be looked at, into src/report/reliability.tsv.
pub fn calibrate(data: &Path) -> anyhow::Result<()> {
    let root = root();
    let work = root.join("target/evaluation");
    std::fs::create_dir_all(&work)?;
    let given = data.join("articles");
    ensure!(
        given.exists(),
        "{} has no articles; evaluation/README.md says how it is laid out",
        data.display()
    );
    let (own, given_reports, own_reports) =
        (root.join(OPEN), work.join("articles"), work.join("open"));
    predict::predict("articles", &given, &given_reports)?;
    predict::predict("articles", &own, &own_reports)?;
    let table = script(
        "calibrate.py",
        &[&given, &given_reports, &own, &own_reports],
    )?;
    Ok(std::fs::write(
        root.join("src/report/reliability.tsv"),
        table,
    )?)
}

/// Learns how sure a whole claim is, into src/claim/confidence.tsv; evaluation/confidence.md says how often the stated
/// probabilities hold on pages held out.
pub fn confidence(data: &Path) -> anyhow::Result<()> {
    let root = root();
    let work = root.join("target/evaluation");
    std::fs::create_dir_all(&work)?;
    let (judged, signs) = (
        root.join("evaluation/judged.jsonl"),
        work.join("signs.jsonl"),
    );
    predict::predict("signs", &data.join("pages"), &signs)?;
    let table = script("confidence.py", &[&judged, &signs])?;
    let check = script("confidence.py", &[Path::new("--check"), &judged, &signs])?;
    let page = format!(
        "# How often a stated confidence holds\n\nPrinted by `cargo xtask confidence DATA_DIR`: claims of `judged.jsonl`, \
         each by a model that has seen none of its page.\n\n{check}"
    );
    println!("{page}");
    std::fs::write(root.join("evaluation/confidence.md"), page)?;
    Ok(std::fs::write(
        root.join("src/claim/confidence.tsv"),
        table,
    )?)
}

/// What a script of evaluation/, given with its options, prints.
fn script(name: &str, arguments: &[&Path]) -> anyhow::Result<String> {
    let mut parts = name.split(' ');
    let script = root().join("evaluation").join(parts.next().unwrap_or(""));
    let output = Command::new(python::interpreter()?)
        .arg("-B")
        .arg(script)
        .args(parts)
        .args(arguments)
        .output()?;
    ensure!(
        output.status.success(),
        "{name}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// The scores that a script prints as its last line.
fn printed_scores(name: &str, arguments: &[&Path]) -> anyhow::Result<serde_json::Value> {
    let text = script(name, arguments)?;
    Ok(serde_json::from_str(
        text.lines()
            .rfind(|line| !line.trim().is_empty())
            .unwrap_or("{}"),
    )?)
}

fn section(page: &mut String, title: &str, scores: &serde_json::Value) -> std::fmt::Result {
    writeln!(page, "\n## {title}\n\n| measure | score |\n| --- | --- |")?;
    rows(page, "", scores)
}

/// The same pages read by @mozilla/readability, whose own expectations the gold is.
fn readability(root: &Path, gold: &Path, predictions: &Path) -> anyhow::Result<()> {
    crate::check::npm(root)?;
    let mut node = Command::new("node");
    let status = node
        .current_dir(root)
        .arg("evaluation/pages.mjs")
        .arg(gold)
        .arg(predictions)
        .status()?;
    ensure!(status.success(), "evaluation/pages.mjs failed");
    Ok(())
}

fn rows(page: &mut String, prefix: &str, value: &serde_json::Value) -> std::fmt::Result {
    for (name, score) in value.as_object().into_iter().flatten() {
        match score {
            serde_json::Value::Number(number) => writeln!(page, "| {prefix}{name} | {number} |")?,
            serde_json::Value::Array(scores) => {
                let scores: Vec<String> = scores.iter().map(|score| score.to_string()).collect();
                writeln!(
                    page,
                    "| {prefix}{name} (precision, recall, F1) | {} |",
                    scores.join(", ")
                )?;
            }
            serde_json::Value::Object(_) => rows(page, &format!("{prefix}{name}: "), score)?,
            _ => {}
        }
    }
    Ok(())
}
