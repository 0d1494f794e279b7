//! Tasks `articles` and `pages`: folders in, a JSON file per article out.

use averral::Options;
use averral::article::{Article, Found};
use serde_json::{Value, json};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

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
        let gold =
            std::fs::read(input.join(format!("{id}.gold.json"))).unwrap_or_else(|_| b"{}".to_vec());
        let gold: Value = serde_json::from_slice(&gold)?;
        let format = gold["format"]
            .as_str()
            .map_or(Ok(Default::default()), crate::analyze::format)?;
        let mut options = Options::default().with_format(format);
        options.date = gold["anchor"].as_str().map(str::to_string);
        let report = extractor.analyze_bytes(&std::fs::read(&path)?, &options)?;
        std::fs::write(
            output.join(format!("{id}.report.json")),
            serde_json::to_string_pretty(&report)?,
        )?;
    }
    Ok(())
}

/// Each `<slug>/source.html` or `<slug>.html`, plain or gzip, becomes `<slug>.json` with the body and what the page says
/// of itself; `_speed.json` says how many pages were read a second: decoding and reading, files already in memory.
pub fn pages(input: &Path, output: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(output)?;
    let options = Options::default().with_format(averral::options::Format::Html);
    let mut n_pages = 0;
    let mut took = Duration::ZERO;
    for path in files(input)? {
        let Some((slug, bytes)) = page_of(&path)? else {
            continue;
        };
        let started = Instant::now();
        let (source, _) = averral::article::decode(&bytes);
        let article = averral::article::read(&source, &options);
        took += started.elapsed();
        n_pages += 1;
        std::fs::write(
            output.join(format!("{slug}.json")),
            serde_json::to_string_pretty(&record(&article))?,
        )?;
    }
    let speed = json!({"pages_per_second": (f64::from(n_pages) / took.as_secs_f64()).round()});
    Ok(std::fs::write(
        output.join("_speed.json"),
        speed.to_string(),
    )?)
}

fn record(article: &Article) -> Value {
    let metadata = &article.metadata;
    let body = body(article);
    let value = |found: &Option<Found>| found.as_ref().map(|found| found.value.clone());
    json!({
        "body": body.join("\n\n"),
        "title": value(&metadata.title),
        "byline": metadata.byline.iter().map(|found| found.value.as_str()).collect::<Vec<_>>(),
        "published": metadata.published.as_ref().map(|found| found.value.to_string()),
        "standfirst": value(&metadata.standfirst),
        "site": value(&metadata.publisher),
        "language": value(&metadata.language),
        "kind": metadata.genre.as_ref().map(|(genre, _)| genre),
    })
}

/// The body as `evaluation/README.md` has it: a credit counts with its caption alone, a notice where it stands in the text
/// or closes it and is no copyright line.
fn body(article: &Article) -> Vec<&str> {
    use averral::report::BlockKind::{
        Caption, Credit, Footnote, Heading, ListItem, Notice, Paragraph, PullQuote, Quotation,
        Standfirst, Table,
    };
    let mut body = Vec::new();
    let mut last = None;
    for block in &article.blocks {
        let counts = match block.kind {
            Heading | Paragraph | Quotation | PullQuote | ListItem | Caption | Table | Footnote
            | Standfirst => true,
            Credit => last == Some(Caption),
            Notice => last.is_some_and(|last| last != Caption) && !is_copyright(&block.text),
            _ => false,
        };
        if counts {
            body.push(block.text.as_str());
        }
        last = counts.then_some(block.kind);
    }
    body
}

/// "© 2025 Fen Post. All rights reserved."
fn is_copyright(line: &str) -> bool {
    let lower = line.to_lowercase();
    ["©", "(c)", "copyright"]
        .iter()
        .any(|start| lower.starts_with(start))
        || lower.contains("all rights reserved")
}

/// Name and bytes of a page: `<slug>/source.html` or `<slug>.html`, plain or gzip. `None` of what is no page.
pub fn page_of(path: &Path) -> anyhow::Result<Option<(String, Vec<u8>)>> {
    let page = if path.is_dir() {
        path.join("source.html")
    } else {
        path.to_path_buf()
    };
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let slug = name.trim_end_matches(".gz").trim_end_matches(".html");
    let is_page = page
        .to_str()
        .is_some_and(|page| page.ends_with(".html") || page.ends_with(".html.gz"));
    if !is_page || !page.is_file() {
        return Ok(None);
    }
    Ok(Some((slug.to_string(), unpacked(std::fs::read(&page)?)?)))
}

/// The bytes of a file, unpacked where they are gzip.
fn unpacked(bytes: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut plain = Vec::new();
    flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut plain)?;
    Ok(plain)
}

/// What a folder holds, by name.
pub fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| anyhow::anyhow!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}
