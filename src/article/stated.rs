//! What a page states in its head, and the rule for conflicts: JSON-LD beats Open Graph, that beats other `meta` elements
//! and microdata. Where a value is not of its field's form (an address for a name, a date of two readings), the next
//! place is asked.

use super::html::Facts;
use super::{Found, Metadata, Moment, Origin, byline, dates, lines};
use crate::span::ByteSpan;
use serde_json::Value;

const TITLES: [&str; 9] = [
    "og:title",
    "dc:title",
    "dcterms:title",
    "weibo:article:title",
    "twitter:title",
    "parsely-title",
    "citation_title",
    "sailthru:title",
    "title",
];
const SUMMARIES: [&str; 7] = [
    "og:description",
    "dc:description",
    "dcterms:description",
    "weibo:article:description",
    "description",
    "twitter:description",
    "sailthru:description",
];
const AUTHORS: [&str; 14] = [
    "dc:creator",
    "dcterm:creator",
    "dcterms:creator",
    "author",
    "parsely-author",
    "article:author",
    "byl",
    "sailthru:author",
    "citation_author",
    "article:author_name",
    "creator",
    "cxenseparse:author",
    "og:article:author",
    "twitter:creator",
];
const PUBLISHED: [&str; 26] = [
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru:date",
    "dc:date:issued",
    "dcterms:issued",
    "dcterms:created",
    "dc:date",
    "dcterms:date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "date",
    "article:published",
    "displaydate",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "article_date_original",
    "ptime",
    "pdate",
    "created",
];
const UPDATED: [&str; 9] = [
    "article:modified_time",
    "og:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms:modified",
    "dc:modified",
    "last-modified",
    "lastmod",
    "revised",
];
const SECTIONS: [&str; 5] = [
    "article:section",
    "og:section",
    "section",
    "parsely-section",
    "cg:section",
];
const SITES: [&str; 4] = [
    "og:site_name",
    "application-name",
    "dc:publisher",
    "copyright-holder",
];

/// Fills what a page's head states.
pub(super) fn read(facts: &mut Facts, metadata: &mut Metadata) {
    let documents: Vec<(Value, ByteSpan)> = facts
        .json_ld
        .iter()
        .filter_map(|(text, span)| Some((document(text)?, *span)))
        .collect();
    for (value, span) in &documents {
        for item in items(value) {
            let types = of_json_ld(item, *span, facts, metadata);
            facts.paid |=
                !types.is_empty() && item.get("isAccessibleForFree").is_some_and(is_false);
            facts
                .types
                .extend(types.into_iter().map(|kind| (kind, *span)));
        }
    }
    let facts = &*facts;
    let all = |names: &'static [&str]| names.iter().flat_map(|name| of_meta(facts, name));
    let fill = |field: &mut Option<Found>, names: &'static [&str]| {
        if field.is_none() {
            *field = all(names).next();
        }
    };
    fill(&mut metadata.publisher, &SITES);
    if metadata.publisher.is_none() {
        let stated = facts
            .properties
            .iter()
            .find(|(name, ..)| name == "publisher");
        metadata.publisher =
            stated.map(|(_, value, span)| stated_value(value, Origin::Microdata, *span));
    }
    fill(&mut metadata.title, &TITLES);
    fill(&mut metadata.standfirst, &SUMMARIES);
    fill(&mut metadata.section, &SECTIONS);
    // "/world/europe" is a place on the site.
    metadata.section = metadata
        .section
        .take()
        .filter(|found| !found.value.starts_with('/'));
    if metadata.url.is_none() {
        let stated = |(value, span): &(String, ByteSpan)| stated_value(value, Origin::Meta, *span);
        metadata.url = facts.canonical.as_ref().map(stated);
    }
    fill(&mut metadata.url, &["og:url"]);
    let dated = |names: &'static [&str], property: &str| {
        let of_property = facts
            .properties
            .iter()
            .filter(move |(name, ..)| name == property);
        let of_property =
            of_property.map(|(_, value, span)| stated_value(value, Origin::Microdata, *span));
        all(names)
            .chain(of_property)
            .find_map(|found| Some(found.with(dates::of_attribute(&found.value)?)))
    };
    metadata.published = metadata
        .published
        .take()
        .or_else(|| dated(&PUBLISHED, "datepublished"));
    if metadata.published.is_none() {
        // "Ferry late again - 14.05.2025 - Fen Post"
        let figures = |part: &&str| {
            part.chars()
                .all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '/'))
        };
        let of_title = facts.title.as_ref().and_then(|(title, span)| {
            let mut parts = title
                .split([' ', '|'])
                .filter(|part| part.len() == 10)
                .filter(figures);
            Some(Found {
                value: parts.find_map(dates::of_attribute)?,
                origin: Origin::Meta,
                source_span: Some(*span),
            })
        });
        metadata.published = of_title;
    }
    metadata.updated = metadata
        .updated
        .take()
        .or_else(|| dated(&UPDATED, "datemodified"));
    if metadata.byline.is_empty() {
        for name in AUTHORS {
            let mut names: Vec<Found> = Vec::new();
            for found in of_meta(facts, name) {
                for value in byline::of_stated(&found.value) {
                    if !names.iter().any(|known| known.value == value) {
                        names.push(Found {
                            value,
                            ..found.clone()
                        });
                    }
                }
            }
            if !names.is_empty() {
                metadata.byline = names;
                break;
            }
        }
    }
    let stated = |(value, span): &(String, ByteSpan)| stated_value(value, Origin::Meta, *span);
    metadata.language = facts
        .language
        .as_ref()
        .map(stated)
        .filter(|found| !found.value.is_empty());
    if metadata.language.is_none() {
        metadata.language =
            all(&["og:locale", "content-language", "language", "dc:language"]).next();
        if let Some(language) = &mut metadata.language {
            language.value = language.value.replace('_', "-");
        }
    }
    if metadata.title.is_none() {
        metadata.title = facts.title.as_ref().map(stated);
    }
    let publisher = metadata.publisher.as_ref().map(|found| found.value.clone());
    if let Some(title) = &mut metadata.title {
        title.value = without_site(&title.value, publisher.as_deref());
    }
}

fn stated_value(value: &str, origin: Origin, span: ByteSpan) -> Found {
    Found {
        value: unescaped(value),
        origin,
        source_span: Some(span),
    }
}

/// The values of a `meta` element by its name; a dot in names means the same as a colon.
fn of_meta<'f>(facts: &'f Facts, name: &'static str) -> impl Iterator<Item = Found> + 'f {
    let origin = if name.starts_with("og:") || name.starts_with("article:") {
        Origin::OpenGraph
    } else {
        Origin::Meta
    };
    let named = facts
        .meta
        .iter()
        .filter(move |(key, ..)| key.len() == name.len() && key.replace('.', ":") == name);
    named.map(move |(_, content, span)| stated_value(content, origin, *span))
}

/// A JSON-LD document, with what pages put around it and the line breaks that they leave in strings.
fn document(text: &str) -> Option<Value> {
    let text = text
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//")
        .trim_start_matches("<![CDATA[");
    let text = text
        .trim()
        .trim_end_matches("-->")
        .trim_end_matches("]]>")
        .trim_end_matches("//")
        .trim();
    let text = text.trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| {
        let clean: String = text
            .chars()
            .map(|letter| if letter.is_control() { ' ' } else { letter })
            .collect();
        serde_json::from_str(&clean).ok()
    })
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

/// JSON writes it as a word, pages as a string too.
fn is_false(value: &Value) -> bool {
    value.as_bool() == Some(false)
        || value
            .as_str()
            .is_some_and(|value| value.eq_ignore_ascii_case("false"))
}

/// Fills what an item states that is an article, and gives its types; none of other items.
fn of_json_ld(item: &Value, span: ByteSpan, facts: &Facts, metadata: &mut Metadata) -> Vec<String> {
    let kinds = item.get("@type").map(texts).unwrap_or_default();
    let article = |kind: &String| {
        let kind = kind.rsplit(['/', '#']).next().unwrap_or(kind);
        kind.ends_with("Article")
            || matches!(
                kind,
                "BlogPosting" | "Report" | "Review" | "LiveBlogPosting" | "SocialMediaPosting"
            )
            || matches!(
                kind,
                "AnalysisNewsArticle" | "OpinionNewsArticle" | "ReviewNewsArticle"
            )
    };
    if !kinds.iter().any(article) {
        return Vec::new();
    }
    let stated = |value: String| stated_value(&value, Origin::JsonLd, span);
    let text = |key: &str| {
        let value = item
            .get(key)
            .and_then(|value| texts(value).into_iter().next());
        value.filter(|text| !text.trim().is_empty())
    };
    let fill = |field: &mut Option<Found>, value: Option<String>| {
        if field.is_none() {
            *field = value.map(stated);
        }
    };
    let fill_date = |field: &mut Option<Found<Moment>>, key: &str| {
        if field.is_none() {
            *field = text(key).and_then(|date| {
                Some(Found {
                    value: dates::of_attribute(&date)?,
                    origin: Origin::JsonLd,
                    source_span: Some(span),
                })
            });
        }
    };
    // An encyclopedia's headline is a description; its name is what the page's own title says.
    let is_title = |text: &String| {
        facts
            .title
            .as_ref()
            .is_some_and(|(title, _)| lines::is_alike(title, text))
    };
    let named = text("name")
        .filter(|name| is_title(name) && !text("headline").is_some_and(|line| is_title(&line)));
    fill(
        &mut metadata.title,
        named.or_else(|| text("headline")).or_else(|| text("name")),
    );
    fill(&mut metadata.standfirst, text("description"));
    fill_date(&mut metadata.published, "datePublished");
    fill_date(&mut metadata.updated, "dateModified");
    fill(
        &mut metadata.publisher,
        text("publisher").filter(|name| !name.contains("://")),
    );
    fill(&mut metadata.section, text("articleSection"));
    let address = text("mainEntityOfPage").or_else(|| text("url"));
    fill(
        &mut metadata.url,
        address.filter(|url| url.starts_with("http")),
    );
    if metadata.byline.is_empty() {
        let names = item
            .get("author")
            .or_else(|| item.get("creator"))
            .map(texts)
            .unwrap_or_default();
        let names = names.iter().flat_map(|name| byline::of_stated(name));
        metadata.byline = names.map(stated).collect();
    }
    kinds
}

/// The strings of a value: itself, those of a list, or an object's name, `@id` or address.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(object) => ["name", "@id", "url"]
            .iter()
            .find_map(|key| object.get(*key))
            .map(texts)
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// A value with white space collapsed and the character references resolved that pages write twice over:
/// `&amp;quot;` in an attribute.
fn unescaped(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest
            .as_bytes()
            .iter()
            .take(12)
            .position(|&byte| byte == b';');
        let letter = end.and_then(|end| reference(&rest[1..end]));
        match (letter, end) {
            (Some(letter), Some(end)) => {
                out.push(letter);
                rest = &rest[end + 1..];
            }
            _ => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

/// The character of a reference, `quot` or `#8217`; `None` for unknown names.
fn reference(name: &str) -> Option<char> {
    let number = |digits: &str, radix| {
        let letter = u32::from_str_radix(digits, radix).ok()?;
        let letter = char::from_u32(letter).filter(|&letter| letter != '\0');
        Some(letter.unwrap_or(char::REPLACEMENT_CHARACTER))
    };
    match name {
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "nbsp" => Some(' '),
        "hellip" => Some('…'),
        "mdash" => Some('—'),
        "ndash" => Some('–'),
        "lsquo" => Some('‘'),
        "rsquo" => Some('’'),
        "ldquo" => Some('“'),
        "rdquo" => Some('”'),
        _ => match name.strip_prefix("#x").or_else(|| name.strip_prefix("#X")) {
            Some(digits) => number(digits, 16),
            None => number(name.strip_prefix('#')?, 10),
        },
    }
}

/// "Banning Phones | Opinion | The Herald" → "Banning Phones"; a dash only parts the site's name.
fn without_site(title: &str, publisher: Option<&str>) -> String {
    let mut title = title.trim();
    const MARKS: [char; 12] = [' ', '|', '-', '–', '—', ':', '·', '»', '•', '«', '/', '~'];
    if let Some(publisher) = publisher.filter(|publisher| publisher.chars().count() > 2) {
        if let Some(rest) = title.strip_suffix(publisher) {
            if rest.ends_with(MARKS) {
                title = rest.trim_end_matches(MARKS);
            }
        }
        if let Some(rest) = title.strip_prefix(publisher) {
            if [" | ", " - ", " – ", " — ", ": ", " » "]
                .iter()
                .any(|mark| rest.starts_with(mark))
            {
                title = rest.trim_start_matches(MARKS);
            }
        }
    }
    for separator in [" | ", " · ", " » ", " :: "] {
        if let Some((first, _)) = title.split_once(separator) {
            if first.split_whitespace().count() >= 2 {
                title = first;
            }
        }
    }
    for separator in [" - ", " – ", " — "] {
        if let Some((first, last)) = title.rsplit_once(separator) {
            if first.split_whitespace().count() >= 4
                && last.split_whitespace().count() <= 4
                && last.starts_with(char::is_uppercase)
            {
                title = first;
            }
        }
    }
    title.trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_site_is_no_part_of_a_title() {
        assert_eq!(
            without_site("Banning Phones | Opinion | The Herald", None),
            "Banning Phones"
        );
        assert_eq!(
            without_site("Fen Post: Ferry late again", Some("Fen Post")),
            "Ferry late again"
        );
        assert_eq!(
            without_site("Why the ferry sank - and who knew", None),
            "Why the ferry sank - and who knew"
        );
        assert_eq!(without_site("Press", Some("Press")), "Press");
    }

    #[test]
    fn references_written_twice() {
        assert_eq!(
            unescaped("the &quot;Blue&quot; quay &amp; &#8217;s &x; &"),
            "the \"Blue\" quay & ’s &x; &"
        );
    }

    #[test]
    fn json_ld_as_pages_write_it() {
        assert!(document("<!-- {\"a\": \"x\ny\"} -->").is_some());
        assert!(document("{\"a\": 1};").is_some());
        assert!(document("nothing").is_none());
    }
}
