//! What kind of piece an article is, and on what evidence: the type in JSON-LD, the section, a label before the title
//! ("Analysis: …"), the address, the label that the page shows above the title, a notice that the views are the
//! author's own. The first of these that names a kind decides; `genre.txt` has the names. Known to go wrong on papers
//! that file everything under one section.

use super::draft::Draft;
use super::html::Facts;
use super::{Found, Metadata, Origin};
use crate::terms::{BlockKind, Genre};

fn by_word(word: &str) -> Genre {
    match word {
        "opinion" => Genre::Opinion,
        "editorial" => Genre::Editorial,
        "analysis" => Genre::Analysis,
        "review" => Genre::Review,
        "press_release" => Genre::PressRelease,
        _ => Genre::News,
    }
}

/// The kind that a section, label or part of an address names.
fn named(name: &str) -> Option<Genre> {
    let name = name.trim().trim_end_matches(':').to_lowercase();
    let entries = include_str!("genre.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    entries
        .filter_map(|line| line.split_once(' '))
        .find(|(_, words)| *words == name)
        .map(|(word, _)| by_word(word))
}

/// What JSON-LD's type says; `NewsArticle` is what papers call all they print.
fn of_type(kind: &str) -> Option<Genre> {
    match kind.rsplit(['/', '#']).next()? {
        "OpinionNewsArticle" => Some(Genre::Opinion),
        "AnalysisNewsArticle" | "BackgroundNewsArticle" => Some(Genre::Analysis),
        "ReviewNewsArticle" | "Review" | "CriticReview" => Some(Genre::Review),
        "ReportageNewsArticle" => Some(Genre::News),
        _ => None,
    }
}

/// Decides the kind from types that the head states, then from the rest of what is known.
pub(super) fn decide(
    facts: &Facts,
    drafts: &[Draft],
    metadata: &Metadata,
) -> Option<(Genre, Found)> {
    let types = facts.types.iter().filter_map(|(kind, span)| {
        let found = Found {
            value: kind.clone(),
            origin: Origin::JsonLd,
            source_span: Some(*span),
        };
        Some((of_type(kind)?, found))
    });
    let section = metadata.section.iter().filter_map(|section| {
        let first = section.value.split([',', '/', '|', '>']).next()?;
        Some((named(first)?, section.clone()))
    });
    let title = metadata.title.iter().filter_map(|title| {
        let label = title
            .value
            .split([':', '|'])
            .next()
            .filter(|label| label.len() < title.value.len())?;
        Some((
            named(label)?,
            Found {
                value: label.trim().to_string(),
                ..title.clone()
            },
        ))
    });
    let address = metadata.url.iter().filter_map(|url| {
        let path = url.value.split("://").last()?.split(['?', '#']).next()?;
        let part = path.split('/').skip(1).find(|part| named(part).is_some())?;
        Some((
            named(part)?,
            Found {
                value: part.to_string(),
                origin: Origin::Address,
                source_span: url.source_span,
            },
        ))
    });
    let of_draft = |draft: &Draft, text: &str| Found {
        value: text.to_string(),
        origin: Origin::VisibleText,
        source_span: draft.source_span(),
    };
    let head = drafts
        .iter()
        .position(|draft| draft.kind == BlockKind::Title)
        .unwrap_or(0);
    let near = head.saturating_sub(4)..(head + 4).min(drafts.len());
    // A menu names all the sections that there are.
    let leads_around = |draft: &Draft| {
        draft.source_span().is_some_and(|span| {
            facts
                .navigation
                .binary_search_by_key(&span.start, |line| line.start)
                .is_ok()
        })
    };
    let shown = drafts[near].iter().filter(|draft| !leads_around(draft));
    let label = shown.filter_map(|draft| {
        let text = draft.text();
        let shown = matches!(
            draft.kind,
            BlockKind::Furniture | BlockKind::Standfirst | BlockKind::Paragraph
        );
        let genre = named(&text).filter(|_| shown)?;
        Some((genre, of_draft(draft, &text)))
    });
    let notice = drafts
        .iter()
        .filter(|draft| draft.kind == BlockKind::Notice)
        .filter_map(|draft| {
            let text = draft.text();
            let lower = text.to_lowercase();
            let own = ["views expressed", "opinions expressed"]
                .iter()
                .any(|words| lower.contains(words));
            own.then(|| (Genre::Opinion, of_draft(draft, &text)))
        });
    // A section called news holds opinion too: a finer name wins.
    let all: Vec<(Genre, Found)> = types
        .chain(section)
        .chain(title)
        .chain(address)
        .chain(label)
        .chain(notice)
        .collect();
    let finer = all
        .iter()
        .position(|(genre, _)| *genre != Genre::News)
        .unwrap_or(0);
    all.into_iter().nth(finer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_kinds() {
        assert_eq!(named("Opinion"), Some(Genre::Opinion));
        assert_eq!(named("Analysis:"), Some(Genre::Analysis));
        assert_eq!(named("Why the ferry sank"), None);
        assert_eq!(
            of_type("https://schema.org/ReviewNewsArticle"),
            Some(Genre::Review)
        );
    }

    #[test]
    fn a_finer_name_wins() {
        let found = |value: &str| {
            Some(Found {
                value: value.into(),
                origin: Origin::Meta,
                source_span: None,
            })
        };
        let metadata = Metadata {
            section: found("News"),
            url: found("https://post.example/opinion/2025/ferry"),
            ..Metadata::default()
        };
        let (genre, evidence) = decide(&Facts::default(), &[], &metadata).unwrap();
        assert_eq!((genre, evidence.origin), (Genre::Opinion, Origin::Address));
    }
}
