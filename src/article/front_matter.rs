//! What stands above the body of a Markdown file: lines between `---` (YAML) or `+++` (TOML). Of either only what blogs
//! write there is read: a value behind its key, or a list in brackets or of lines with a dash.

use super::{Found, Metadata, Origin, byline, dates};
use crate::span::ByteSpan;

/// Fills what the front matter states, and gives where the body starts. Linear.
pub(super) fn read(source: &str, metadata: &mut Metadata) -> usize {
    let mark = if source.starts_with("+++") {
        "+++"
    } else {
        "---"
    };
    let mut lines = source.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != mark || !first.ends_with('\n') {
        return 0;
    }
    let mut entries: Vec<(String, Vec<(&str, ByteSpan)>)> = Vec::new();
    let mut at = first.len();
    for line in lines {
        let span = ByteSpan::new(at, at + line.len()).trimmed(source);
        at += line.len();
        if line.trim_end() == mark || line.trim_end() == "..." {
            for (key, values) in entries {
                state(&key, &values, metadata);
            }
            return at;
        }
        let text = line.trim();
        let apart = if mark == "+++" { '=' } else { ':' };
        match (text.strip_prefix("- "), text.split_once(apart)) {
            (Some(item), _) => {
                if let Some((_, values)) = entries.last_mut() {
                    // "- name: Jo Lind".
                    let item = item.trim().strip_prefix("name:").unwrap_or(item);
                    values.push((bare(item), span));
                }
            }
            // What is set in belongs to the key above.
            (None, Some((key, value))) if !line.starts_with([' ', '\t']) => {
                let inner = value.trim().trim_start_matches('[').trim_end_matches(']');
                let list = inner.len() + 2 <= value.trim().len();
                let values: Vec<&str> = if list {
                    inner.split(',').collect()
                } else {
                    vec![value]
                };
                let values = values
                    .into_iter()
                    .map(|value| (bare(value), span))
                    .filter(|(value, _)| !value.is_empty());
                entries.push((key.trim().to_lowercase(), values.collect()));
            }
            _ => {}
        }
    }
    // Never ended: a rule and text.
    0
}

fn bare(value: &str) -> &str {
    value.trim().trim_matches(['"', '\'']).trim()
}

/// Fills a field that nothing has filled yet.
fn fill<T>(field: &mut Option<Found<T>>, value: Option<Found<T>>) {
    if field.is_none() {
        *field = value;
    }
}

fn state(key: &str, values: &[(&str, ByteSpan)], metadata: &mut Metadata) {
    let found = |value: &str, span: ByteSpan| Found {
        value: value.to_string(),
        origin: Origin::FrontMatter,
        source_span: Some(span),
    };
    let first = values.first().map(|&(value, span)| found(value, span));
    let date = || {
        let first = first.as_ref()?;
        Some(first.with(dates::of_attribute(&first.value)?))
    };
    match key {
        "title" => fill(&mut metadata.title, first),
        "subtitle" | "description" | "standfirst" | "deck" | "summary" | "excerpt" => {
            fill(&mut metadata.standfirst, first)
        }
        "author" | "authors" | "by" | "byline" if metadata.byline.is_empty() => {
            let names = values.iter().flat_map(|&(value, span)| {
                byline::of_stated(value)
                    .into_iter()
                    .map(move |name| (name, span))
            });
            metadata.byline = names.map(|(name, span)| found(&name, span)).collect();
        }
        "date" | "published" | "publishdate" | "pubdate" => fill(&mut metadata.published, date()),
        "updated" | "lastmod" | "modified" | "last_modified_at" => {
            fill(&mut metadata.updated, date())
        }
        "section" | "category" | "categories" => fill(&mut metadata.section, first),
        "publisher" | "publication" | "site" => fill(&mut metadata.publisher, first),
        "lang" | "language" => fill(&mut metadata.language, first),
        "url" | "canonical" | "canonical_url" | "source" | "link" => {
            fill(
                &mut metadata.url,
                first.filter(|first| first.value.starts_with("http")),
            );
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_front(source: &str) -> (Metadata, &str) {
        let mut metadata = Metadata::default();
        let body = read(source, &mut metadata);
        (metadata, &source[body..])
    }

    #[test]
    fn yaml_and_toml() {
        let yaml = "---\r\ntitle: \"Cracks: what now?\"\r\nauthors:\r\n  - Jo Lind\r\n  - name: Max Orr\r\n    title: Editor\r\n\
                    date: 2024-11-03T09:12:00+01:00\r\nlastmod: 2024-11-04\r\ncategories: [Analysis, Docks]\r\n---\r\nText.";
        let (metadata, body) = read_front(yaml);
        assert_eq!(body, "Text.");
        assert_eq!(metadata.title.unwrap().value, "Cracks: what now?");
        assert_eq!(
            metadata
                .byline
                .iter()
                .map(|found| found.value.as_str())
                .collect::<Vec<_>>(),
            ["Jo Lind", "Max Orr"]
        );
        assert_eq!(
            metadata.published.unwrap().value.to_string(),
            "2024-11-03T09:12:00+01:00"
        );
        assert_eq!(metadata.updated.unwrap().value.to_string(), "2024-11-04");
        assert_eq!(metadata.section.unwrap().value, "Analysis");
        let (metadata, body) = read_front(
            "+++\ntitle = 'Cracks'\nauthors = [\"Jo Lind\", \"Max Orr\"]\ndate = 2024-11-03\n+++\nText.",
        );
        assert_eq!((metadata.byline.len(), body), (2, "Text."));
        assert_eq!(metadata.published.unwrap().value.to_string(), "2024-11-03");
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        assert_eq!(read_front("---\n\nNote: the lock is shut.\n").1.len(), 29);
        assert_eq!(
            read_front("--- and so on\ntitle: a\n---\n")
                .0
                .title
                .map(|found| found.value),
            None
        );
    }
}
