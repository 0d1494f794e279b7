//! What an article shows of itself, beside what its head states (`stated`): what is stated beats what is shown, the
//! address comes last, a caller's option beats all. Of titles the shown one is taken where it is the stated one in other
//! words, since heads are written for search engines; of authors the shown person, where a general element of the head names
//! another or an account.

use super::draft::Draft;
use super::{Found, Metadata, Origin, byline, dates, lines};
use crate::terms::BlockKind;

/// Fills what the blocks show and nothing else has stated.
pub(super) fn of_blocks(drafts: &[Draft], metadata: &mut Metadata) {
    for draft in drafts {
        let text = draft.text();
        match draft.kind {
            BlockKind::Title
                if metadata
                    .title
                    .as_ref()
                    .is_none_or(|title| is_better(title, &text)) =>
            {
                metadata.title = Some(visible(draft, text));
            }
            BlockKind::Standfirst => match &mut metadata.standfirst {
                // The page's own lines beat the summary written for search engines.
                Some(standfirst) if standfirst.origin == Origin::VisibleText => {
                    standfirst.value.push(' ');
                    standfirst.value.push_str(&text);
                }
                standfirst => *standfirst = Some(visible(draft, text)),
            },
            BlockKind::Byline => {
                let dated = byline::of_dated_line(&text);
                if let (None, Some((_, date))) = (&metadata.published, &dated) {
                    metadata.published = Some(visible(draft, (*date).into()));
                }
                if metadata.byline.is_empty() {
                    let names = dated
                        .map(|(names, _)| names)
                        .or_else(|| byline::of_line(&text))
                        .unwrap_or_default();
                    metadata.byline = names.into_iter().map(|name| visible(draft, name)).collect();
                }
            }
            BlockKind::Date => {
                let (published, updated) = dates::of_dateline(&text).unwrap_or_else(|| {
                    (
                        dates::of_attribute(&text).or_else(|| Some(dates::within(&text)?.into())),
                        None,
                    )
                });
                for (field, date) in [
                    (&mut metadata.published, published),
                    (&mut metadata.updated, updated),
                ] {
                    if field.is_none() {
                        *field = date.map(|date| visible(draft, date));
                    }
                }
            }
            BlockKind::Address if metadata.url.is_none() => {
                let address = text
                    .split_whitespace()
                    .map(|word| word.trim_matches(['<', '>']))
                    .find(|word| word.starts_with("http"));
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
    if metadata.published.is_none() {
        if let Some(url) = &metadata.url {
            if let Some(date) = dates::of_address(&url.value) {
                metadata.published = Some(Found {
                    value: date.into(),
                    origin: Origin::Address,
                    source_span: url.source_span,
                });
            }
        }
    }
}

/// What a block shows.
fn visible<T>(draft: &Draft, value: T) -> Found<T> {
    Found {
        value,
        origin: Origin::VisibleText,
        source_span: draft.source_span(),
    }
}

/// Whether a shown title says better what a stated one says: it has most of its words, or the stated one is but the
/// name of a site.
fn is_better(stated: &Found, shown: &str) -> bool {
    let n_words = |text: &str| text.split_whitespace().count();
    match stated.origin {
        Origin::FrontMatter | Origin::JsonLd => false,
        _ => {
            lines::is_alike(&stated.value, shown)
                || lines::is_alike(shown, &stated.value)
                || n_words(&stated.value) <= 3 && n_words(shown) > n_words(&stated.value)
        }
    }
}

/// The name behind "Photograph:".
fn credit(line: &str) -> String {
    let labels = [
        "Photograph:",
        "Photographs:",
        "Photo:",
        "Picture:",
        "Image:",
        "Illustration:",
        "Credit:",
        "Photograph by",
        "Photo by",
    ];
    let name = labels
        .iter()
        .find_map(|label| line.strip_prefix(label))
        .unwrap_or(line);
    name.trim().trim_end_matches('.').to_string()
}

/// The title behind "Related article:".
fn related(line: &str) -> String {
    match line.split_once(':') {
        Some((label, rest))
            if lines::recognise(&format!("{label}:")) == Some(BlockKind::Related) =>
        {
            rest.trim().to_string()
        }
        _ if lines::recognise(line) == Some(BlockKind::Related)
            && line.split_whitespace().count() <= 4 =>
        {
            String::new()
        }
        _ => line.to_string(),
    }
}
