//! Tasks `articles` and `pages`: folders in, a JSON file per article out.

use averral::Options;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Each `<id>.md`, `.txt` or `.html` becomes `<id>.report.json`. Of `<id>.gold.json` only `anchor` and `format` are read.
pub fn articles(input: &Path, output: &Path) -> anyhow::Result<()> {
    let extractor = crate::extractor()?;
    std::fs::create_dir_all(output)?;
    for path in files(input)? {
        let known = path.extension().and_then(|extension| extension.to_str());
        let (Some("md" | "txt" | "html" | "htm"), Some(id)) =
            (known, path.file_stem().and_then(|stem| stem.to_str()))
        else {
            continue;
        };
        if id.eq_ignore_ascii_case("readme") {
            continue;
        }
        let gold = std::fs::read(input.join(format!("{id}.gold.json"))).unwrap_or_else(|_| b"{}".to_vec());
        let gold: Value = serde_json::from_slice(&gold)?;
        let format = gold["format"].as_str().map_or(Ok(Default::default()), crate::analyze::format)?;
        let options =
            Options { format, date: gold["anchor"].as_str().map(str::to_string), ..Options::default() };
        let report = extractor.analyze_bytes(&std::fs::read(&path)?, &options)?;
        std::fs::write(output.join(format!("{id}.report.json")), serde_json::to_string_pretty(&report)?)?;
    }
    Ok(())
}

/// Each `<slug>/source.html` or `<slug>.html` becomes `<slug>.json` with the body and what the page says of itself.
pub fn pages(input: &Path, output: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(output)?;
    for path in files(input)? {
        let Some(slug) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let page = if path.is_dir() { path.join("source.html") } else { path.clone() };
        if page.extension().is_none_or(|extension| extension != "html") || !page.is_file() {
            continue;
        }
        let (source, _) = averral::article::decode(&std::fs::read(&page)?);
        let article = averral::article::read(
            &source,
            &Options { format: averral::options::Format::Html, ..Options::default() },
        );
        let metadata = &article.metadata;
        let body = article.blocks.iter().filter(|block| {
            use averral::report::BlockKind::{Heading, ListItem, Paragraph, Quotation};
            matches!(block.kind, Heading | Paragraph | Quotation | ListItem)
        });
        let value = |found: &Option<averral::article::Found>| found.as_ref().map(|found| found.value.clone());
        let record = json!({
            "body": body.map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n\n"),
            "title": value(&metadata.title),
            "byline": metadata.byline.iter().map(|found| found.value.as_str()).collect::<Vec<_>>(),
            "published": value(&metadata.published),
            "standfirst": value(&metadata.standfirst),
            "site": value(&metadata.publisher),
            "language": value(&metadata.language),
            "kind": null,
        });
        std::fs::write(output.join(format!("{slug}.json")), serde_json::to_string_pretty(&record)?)?;
    }
    Ok(())
}

/// What a folder holds, by name.
fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| anyhow::anyhow!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}
