//! Pages of each layout, in invented words: what is read of them, block by block.

use averral::{Extractor, Options, Report};
use expect_test::expect_file;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/pages")
}

fn extractor() -> Extractor {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/weights/averral-en.weights");
    Extractor::new(&std::fs::read(path).unwrap()).unwrap()
}

/// What an article says of itself, then its blocks: kind and words.
fn readable(source: &str, report: &Report) -> String {
    let article = &report.article;
    let units: Vec<u16> = source.encode_utf16().collect();
    let mut lines = Vec::new();
    let facts = [
        ("title", article.title.clone()),
        ("standfirst", article.standfirst.clone()),
        (
            "byline",
            Some(article.byline.join("; ")).filter(|byline| !byline.is_empty()),
        ),
        ("published", article.published.clone()),
        ("updated", article.updated.clone()),
        ("publisher", article.publisher.clone()),
        ("section", article.section.clone()),
        (
            "genre",
            serde_json::to_value(article.genre)
                .unwrap()
                .as_str()
                .map(str::to_string),
        ),
        ("url", article.url.clone()),
        ("language", article.language.clone()),
    ];
    for (field, value) in facts {
        let origin = article.provenance.iter().find(|found| found.field == field);
        let origin = origin.map_or("-", |found| found.origin.as_str());
        lines.extend(value.map(|value| format!("{field} ({origin}): {value}")));
    }
    lines.extend(
        report
            .notes
            .iter()
            .map(|note| format!("note: {}", note.code)),
    );
    lines.push(String::new());
    let text: Vec<u16> = article.text.encode_utf16().collect();
    for block in &article.blocks {
        let kind = serde_json::to_value(block.kind).unwrap();
        let words = match block.text_span {
            Some(span) => String::from_utf16(&text[span.0 as usize..span.1 as usize]).unwrap(),
            None => {
                let cut = |span: &averral::Utf16Span| {
                    String::from_utf16(&units[span.0 as usize..span.1 as usize]).unwrap()
                };
                let whole: String = block.spans.iter().map(cut).collect();
                format!(
                    "[{}]",
                    whole.split_whitespace().collect::<Vec<_>>().join(" ")
                )
            }
        };
        lines.push(format!("{} | {words}", kind.as_str().unwrap()));
    }
    lines.join("\n") + "\n"
}

#[test]
fn layouts_read_as_recorded() {
    let extractor = extractor();
    let mut n_read = 0;
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths.iter().filter(|path| {
        path.extension()
            .is_none_or(|extension| extension != "expect")
    }) {
        let source = std::fs::read_to_string(path).unwrap();
        let report = extractor.analyze(&source, &Options::default()).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap();
        expect_file![folder().join(format!("{name}.expect"))]
            .assert_eq(&readable(&source, &report));
        n_read += 1;
    }
    assert!(n_read >= 10);
}
