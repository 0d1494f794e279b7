//! What an article says of itself, with the rule for conflicts: JSON-LD beats Open Graph, that beats other `meta`
//! elements, those beat the visible text, and the address comes last. A caller's option beats all.

use super::draft::Draft;
use super::html::Facts;
use super::{Found, Metadata, dates, lines};
use crate::report::BlockKind;
use crate::span::ByteSpan;
use serde_json::Value;

/// Fills what a page's head states.
pub(super) fn of_page(facts: &Facts, metadata: &mut Metadata) {
    for (text, span) in &facts.json_ld {
        if let Ok(value) = serde_json::from_str::<Value>(text.trim()) {
            for item in items(&value) {
                of_json_ld(item, *span, metadata);
            }
        }
    }
    let meta = |names: &[&str]| {
        names.iter().find_map(|name| {
            let (name, content, span) = facts.meta.iter().find(|(key, content, _)| key == name && !content.trim().is_empty())?;
            let origin = if name.starts_with("og:") || name.starts_with("article:") { "open_graph" } else { "meta" };
            Some(Found { value: collapsed(content), origin, source_span: Some(*span) })
        })
    };
    let fill = |field: &mut Option<Found>, names: &[&str]| {
        if field.is_none() {
            *field = meta(names);
        }
    };
    fill(&mut metadata.publisher, &["og:site_name", "application-name"]);
    fill(&mut metadata.title, &["og:title", "twitter:title", "dc.title", "title"]);
    fill(&mut metadata.standfirst, &["og:description", "description", "twitter:description", "dc.description"]);
    fill(&mut metadata.section, &["article:section", "section"]);
    if metadata.url.is_none() {
        metadata.url = facts.canonical.as_ref().map(|(value, span)| Found { value: value.clone(), origin: "meta", source_span: Some(*span) });
    }
    fill(&mut metadata.url, &["og:url"]);
    for (field, names) in [
        (&mut metadata.published, ["article:published_time", "date", "dc.date", "datepublished", "pubdate"].as_slice()),
        (&mut metadata.updated, &["article:modified_time", "og:updated_time", "datemodified", "last-modified"]),
    ] {
        if field.is_none() {
            *field = meta(names).and_then(|found| Some(Found { value: dates::of_attribute(&found.value)?, ..found }));
        }
    }
    if metadata.byline.is_empty()
        && let Some(found) = meta(&["author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"])
        && !found.value.contains("://")
    {
        let names = lines::names(found.value.trim_start_matches("By ").trim_start_matches("by "));
        metadata.byline = names.into_iter().map(|value| Found { value, ..found.clone() }).collect();
    }
    metadata.language = facts.language.as_ref().map(|(value, span)| Found { value: value.clone(), origin: "meta", source_span: Some(*span) });
    if metadata.title.is_none() {
        metadata.title = facts.title.as_ref().map(|(value, span)| Found { value: collapsed(value), origin: "meta", source_span: Some(*span) });
    }
    let publisher = metadata.publisher.as_ref().map(|found| found.value.clone());
    if let Some(title) = &mut metadata.title {
        title.value = without_site(&title.value, publisher.as_deref());
    }
}

/// The objects of a JSON-LD document: a single one, a list, or a `@graph`.
fn items(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().flat_map(items).collect(),
        Value::Object(object) => match object.get("@graph") {
            Some(graph) => items(graph),
            None => vec![value],
        },
        _ => Vec::new(),
    }
}

fn of_json_ld(item: &Value, span: ByteSpan, metadata: &mut Metadata) {
    let kinds = item.get("@type").map(texts).unwrap_or_default();
    let article = kinds.iter().any(|kind| kind.ends_with("Article") || matches!(kind.as_str(), "BlogPosting" | "Report" | "Review" | "LiveBlogPosting"));
    if !article {
        return;
    }
    let found = |value: String| Found { value: collapsed(&value), origin: "json_ld", source_span: Some(span) };
    let text = |key: &str| item.get(key).and_then(|value| texts(value).into_iter().next()).filter(|text| !text.trim().is_empty());
    let fill = |field: &mut Option<Found>, value: Option<String>| {
        if field.is_none() {
            *field = value.map(found);
        }
    };
    fill(&mut metadata.title, text("headline"));
    fill(&mut metadata.standfirst, text("description"));
    fill(&mut metadata.published, text("datePublished").and_then(|date| dates::of_attribute(&date)));
    fill(&mut metadata.updated, text("dateModified").and_then(|date| dates::of_attribute(&date)));
    fill(&mut metadata.publisher, text("publisher"));
    fill(&mut metadata.section, text("articleSection"));
    fill(&mut metadata.url, text("mainEntityOfPage").or_else(|| text("url")).filter(|url| url.starts_with("http")));
    if metadata.byline.is_empty() {
        let names = item.get("author").map(texts).unwrap_or_default();
        metadata.byline = names.into_iter().filter(|name| !name.contains("://") && !name.trim().is_empty()).map(found).collect();
    }
}

/// The strings of a value: itself, those of a list, or an object's name, `@id` or address.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(object) => ["name", "@id", "url"].iter().find_map(|key| object.get(*key)).map(texts).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// "Banning Phones | Opinion | The Herald" → "Banning Phones"; a dash only parts the site's name.
fn without_site(title: &str, publisher: Option<&str>) -> String {
    let mut title = title.trim();
    if let Some(publisher) = publisher
        && let Some(rest) = title.strip_suffix(publisher)
    {
        title = rest.trim_end_matches([' ', '|', '-', '–', '—', ':', '·', '»']);
    }
    for separator in [" | ", " · ", " » "] {
        if let Some((first, _)) = title.split_once(separator)
            && first.split_whitespace().count() >= 2
        {
            title = first;
        }
    }
    for separator in [" - ", " – ", " — "] {
        if let Some((first, last)) = title.rsplit_once(separator)
            && first.split_whitespace().count() >= 4
            && last.split_whitespace().count() <= 4
            && last.starts_with(char::is_uppercase)
        {
            title = first;
        }
    }
    title.trim().to_string()
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fills what the blocks show and nothing else has stated.
pub(super) fn of_blocks(drafts: &[Draft], metadata: &mut Metadata) {
    let visible = |draft: &Draft, value: String| Found { value, origin: "visible_text", source_span: draft.source_span() };
    for draft in drafts {
        let text = draft.text();
        match draft.kind {
            BlockKind::Title if metadata.title.as_ref().is_none_or(|title| title.origin != "front_matter" && title.origin != "json_ld") => metadata.title = Some(visible(draft, text)),
            BlockKind::Standfirst => match &mut metadata.standfirst {
                // The page's own lines beat the summary written for search engines.
                Some(standfirst) if standfirst.origin == "visible_text" => {
                    standfirst.value = format!("{} {text}", standfirst.value);
                }
                standfirst => *standfirst = Some(visible(draft, text)),
            },
            BlockKind::Byline if metadata.byline.is_empty() => {
                let names = lines::byline(&text).unwrap_or_default();
                metadata.byline = names.into_iter().map(|name| visible(draft, name)).collect();
            }
            BlockKind::Date if metadata.published.is_none() => {
                metadata.published = dates::of_line(&text).map(|date| visible(draft, date));
            }
            BlockKind::Address if metadata.url.is_none() => {
                let address = text.split_whitespace().map(|word| word.trim_matches(['<', '>'])).find(|word| word.starts_with("http"));
                metadata.url = address.map(|address| visible(draft, address.to_string()));
            }
            BlockKind::Caption => metadata.captions.push(visible(draft, text)),
            BlockKind::Credit => metadata.credits.push(visible(draft, credit(&text))),
            BlockKind::Related => metadata.related.push(visible(draft, related(&text))),
            BlockKind::Notice => metadata.notices.push(visible(draft, text)),
            _ => {}
        }
    }
    metadata.related.retain(|found| !found.value.is_empty());
    if metadata.published.is_none()
        && let Some(url) = &metadata.url
        && let Some(date) = dates::of_address(&url.value)
    {
        metadata.published = Some(Found { value: date, origin: "address", source_span: url.source_span });
    }
}

/// The name behind "Photograph:".
fn credit(line: &str) -> String {
    let labels = ["Photograph:", "Photographs:", "Photo:", "Picture:", "Image:", "Illustration:", "Credit:", "Photograph by", "Photo by"];
    let name = labels.iter().find_map(|label| line.strip_prefix(label)).unwrap_or(line);
    name.trim().trim_end_matches('.').to_string()
}

/// The title behind "Related article:".
fn related(line: &str) -> String {
    match line.split_once(':') {
        Some((label, rest)) if lines::recognise(&format!("{label}:")) == Some(BlockKind::Related) => rest.trim().to_string(),
        _ if lines::recognise(line) == Some(BlockKind::Related) && line.split_whitespace().count() <= 4 => String::new(),
        _ => line.to_string(),
    }
}
