//! Reports of many articles in one file, and what differs between two such files: shows that a change of the code left
//! every report as it was, or which claims it changed.

use averral::{Extractor, Options};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct WriteArguments {
    /// Articles (HTML, Markdown, text), folders of them, and JSON lines with a `text` and perhaps a `date`
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// File to write: a line of JSON for each article
    #[arg(long)]
    out: PathBuf,
}

#[derive(clap::Args)]
pub struct CompareArguments {
    /// Reports written before the change
    before: PathBuf,
    /// Reports written after it
    after: PathBuf,
    /// Most differences to print
    #[arg(long, default_value_t = 40)]
    limit: usize,
}

/// Writes `{"id", "report"}` for each article, in the order of their paths.
pub fn write(arguments: &WriteArguments) -> anyhow::Result<()> {
    let extractor = crate::extractor()?;
    let mut out = BufWriter::new(File::create(&arguments.out)?);
    for input in &arguments.inputs {
        for path in files(input)? {
            write_file(&extractor, &path, &mut out)?;
        }
    }
    Ok(out.flush()?)
}

fn write_file(extractor: &Extractor, path: &Path, out: &mut impl Write) -> anyhow::Result<()> {
    let id = path.display().to_string();
    let mut write = |id: String, bytes: &[u8], date: Option<&str>| -> anyhow::Result<()> {
        let mut options = Options::default();
        options.date = date.map(str::to_string);
        let mut report = serde_json::to_value(extractor.analyze_bytes(bytes, &options)?)?;
        // The version of the program changes without a change of the report.
        report["version"]["averral"].take();
        writeln!(out, "{}", json!({"id": id, "report": report}))?;
        Ok(())
    };
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html" | "htm" | "md" | "txt") => {
            let anchor = gold_anchor(path)?;
            write(id, &std::fs::read(path)?, anchor.as_deref())
        }
        Some("gz") => {
            let mut bytes = Vec::new();
            flate2::read::MultiGzDecoder::new(File::open(path)?).read_to_end(&mut bytes)?;
            write(id, &bytes, None)
        }
        Some("jsonl") => {
            for (number, line) in BufReader::new(File::open(path)?).lines().enumerate() {
                let article: Value = serde_json::from_str(&line?)?;
                let text = article["text"].as_str().unwrap_or_default();
                write(
                    format!("{id}:{}", number + 1),
                    text.as_bytes(),
                    article["date"].as_str(),
                )?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The date that the gold beside an article states.
fn gold_anchor(path: &Path) -> anyhow::Result<Option<String>> {
    let Ok(gold) = std::fs::read(path.with_extension("gold.json")) else {
        return Ok(None);
    };
    let gold: Value = serde_json::from_slice(&gold)?;
    Ok(gold["anchor"].as_str().map(str::to_string))
}

/// The file, or all files below the folder, by name; of a saved page only its source.
fn files(path: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        anyhow::ensure!(path.exists(), "{} does not exist", path.display());
        return Ok(vec![path.to_path_buf()]);
    }
    let mut paths: Vec<PathBuf> = std::fs::read_dir(path)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    paths.retain(|path| !path.ends_with("expected.html") && !path.ends_with("README.md"));
    let mut all = Vec::new();
    for path in paths {
        all.extend(files(&path)?);
    }
    Ok(all)
}

/// Prints what differs; fails where anything does.
pub fn compare(arguments: &CompareArguments) -> anyhow::Result<()> {
    let (before, after) = (read(&arguments.before)?, read(&arguments.after)?);
    let mut fields: BTreeMap<String, usize> = BTreeMap::new();
    let mut differences = Vec::new();
    for (id, report) in &before {
        let Some(other) = after.get(id) else {
            differences.push(format!("{id}: no report after"));
            continue;
        };
        let mut changes = Vec::new();
        differ("", report, other, &mut changes);
        for (place, was, is) in changes {
            *fields.entry(field(&place)).or_default() += 1;
            differences.push(format!("{id} {place}\n    before {was}\n    after  {is}"));
        }
    }
    let new = after.keys().filter(|id| !before.contains_key(*id));
    differences.extend(new.map(|id| format!("{id}: no report before")));
    for difference in differences.iter().take(arguments.limit) {
        println!("{difference}");
    }
    for (field, count) in &fields {
        println!("{count:>6}  {field}");
    }
    anyhow::ensure!(differences.is_empty(), "{} differences", differences.len());
    println!("{} reports, all equal", before.len());
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<BTreeMap<String, Value>> {
    let lines = BufReader::new(File::open(path)?).lines();
    lines
        .map(|line| {
            let mut line: Value = serde_json::from_str(&line?)?;
            Ok((
                line["id"].as_str().unwrap_or_default().to_string(),
                line["report"].take(),
            ))
        })
        .collect()
}

/// The places at which two values differ, with both. Of lists of unequal length only the lengths are compared.
fn differ(
    place: &str,
    before: &Value,
    after: &Value,
    differences: &mut Vec<(String, String, String)>,
) {
    match (before, after) {
        (Value::Object(one), Value::Object(other)) => {
            for (key, value) in one {
                let other = other.get(key).unwrap_or(&Value::Null);
                differ(&format!("{place}/{key}"), value, other, differences);
            }
            for (key, value) in other.iter().filter(|(key, _)| !one.contains_key(*key)) {
                differences.push((
                    format!("{place}/{key}"),
                    "(absent)".into(),
                    value.to_string(),
                ));
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (index, (value, other)) in one.iter().zip(other).enumerate() {
                differ(&format!("{place}/{index}"), value, other, differences);
            }
        }
        (Value::Array(one), Value::Array(other)) => {
            differences.push((
                place.into(),
                format!("{} items", one.len()),
                format!("{} items", other.len()),
            ));
        }
        _ if before == after => {}
        _ => differences.push((place.into(), before.to_string(), after.to_string())),
    }
}

/// The place without the numbers in it.
fn field(place: &str) -> String {
    let parts = place
        .split('/')
        .filter(|part| part.parse::<usize>().is_err() && !part.is_empty());
    parts.collect::<Vec<_>>().join(".")
}
