//! schema.org 30.0: a `Claim` for each claim, and drafts of a `ClaimReview` for a fact-checker to fill in.
//!
//! Nothing is reviewed here: author, address, date and rating of a review are the fact-checker's, and absent. A `Claim` is
//! "factually-oriented" by definition, so other kinds are written only where the caller asks for them.

use super::chosen::Chosen;
use super::identity::{claim_id, source, web_address};
use super::said::{holder, is_attributed, sentence, sentence_with_holder, word};
use crate::report::{ClaimRecord, Genre, Kind, RelationKind, SourceType, TimeType};
use serde_json::{Map, Value, json};

pub(super) fn claims(chosen: &Chosen) -> Value {
    json!({ "@context": "https://schema.org", "@graph": written(chosen) })
}

pub(super) fn reviews(chosen: &Chosen) -> Value {
    let reviews: Vec<Value> = written(chosen)
        .into_iter()
        .map(|claim| json!({ "@type": "ClaimReview", "claimReviewed": claim["text"], "itemReviewed": claim }))
        .collect();
    json!({ "@context": "https://schema.org", "@graph": reviews })
}

fn written(chosen: &Chosen) -> Vec<Value> {
    let source = source(chosen.report);
    let article = article(chosen);
    let relations = chosen.relations_by(|relation| &relation.from);
    let wanted = |claim: &ClaimRecord| chosen.options.all_kinds || claim.kind == Some(Kind::Fact);
    let claims = chosen.claims.iter().zip(relations);
    let claims = claims.filter(|(claim, _)| wanted(claim));
    claims
        .map(|(claim, relations)| {
            let restated = relations
                .iter()
                .filter(|relation| relation.kind == RelationKind::Restates);
            let restated = restated.map(|relation| chosen.claims[chosen.position(&relation.to)]);
            // The same words of somebody else are another claim.
            let same = restated.filter(|other| wanted(other) && holder(other) == holder(claim));
            let same: Vec<String> = same.map(|other| claim_id(&source, other)).collect();
            let mut record = record(claim, &article);
            record.insert("@id".into(), claim_id(&source, claim).into());
            match same.as_slice() {
                [] => None,
                [one] => record.insert("sameAs".into(), one.as_str().into()),
                many => record.insert("sameAs".into(), many.into()),
            };
            Value::Object(record)
        })
        .collect()
}

fn record(claim: &ClaimRecord, article: &Map<String, Value>) -> Map<String, Value> {
    let mut appearance = article.clone();
    appearance.insert(
        "hasPart".into(),
        json!({ "@type": "CreativeWork", "text": claim.text }),
    );
    let keywords: Vec<String> = claim
        .kind
        .iter()
        .map(word)
        .chain(claim.traits.iter().map(word))
        .collect();
    let author = author(claim, article);
    let document = claim.holder.source_type == Some(SourceType::Document);
    let document = document.then(|| json!({ "@type": "CreativeWork", "name": holder(claim) }));
    // Who has no place of their own stands in the sentence.
    let text = match is_attributed(claim) && author.is_none() && document.is_none() {
        true => sentence_with_holder(claim),
        false => sentence(claim),
    };
    let fields = [
        ("@type", Some("Claim".into())),
        ("text", Some(text.into())),
        ("inLanguage", Some("en".into())),
        ("author", author),
        ("isBasedOn", document),
        ("temporalCoverage", coverage(claim).map(Value::from)),
        ("keywords", Some(keywords.into())),
        ("appearance", Some(appearance.into())),
    ];
    named(fields)
}

/// People and organisations with a name; groups and unnamed sources have no type of their own.
fn author(claim: &ClaimRecord, article: &Map<String, Value>) -> Option<Value> {
    if !is_attributed(claim) {
        return article.get("author").cloned();
    }
    let kind = match claim.holder.source_type? {
        SourceType::Person => "Person",
        SourceType::Organisation => "Organization",
        _ => return None,
    };
    Some(json!({ "@type": kind, "name": claim.holder.name.as_ref()? }))
}

/// The days of which a claim speaks, in ISO 8601: what one date names, else from when to when.
fn coverage(claim: &ClaimRecord) -> Option<String> {
    let is_iso = |value: &&String| {
        value.starts_with(|first: char| first.is_ascii_digit())
            && value
                .chars()
                .all(|letter| letter.is_ascii_digit() || letter == '-')
    };
    let dates = claim
        .times
        .iter()
        .filter(|time| time.time_type == TimeType::Date);
    let dates: Vec<&String> = dates.map(|time| &time.value).collect();
    if let [date] = dates[..] {
        return Some(date).filter(is_iso).cloned();
    }
    let when = claim.when.as_ref()?;
    let days = (when.from.as_deref()?, when.to.as_deref()?);
    Some(if days.0 == days.1 {
        days.0.to_string()
    } else {
        format!("{}/{}", days.0, days.1)
    })
}

/// What the article says of itself.
fn article(chosen: &Chosen) -> Map<String, Value> {
    let article = &chosen.report.article;
    let kind = match article.genre {
        Some(Genre::Opinion | Genre::Editorial) => "OpinionNewsArticle",
        Some(Genre::Analysis) => "AnalysisNewsArticle",
        Some(Genre::News) => "ReportageNewsArticle",
        Some(Genre::Review) => "ReviewNewsArticle",
        Some(Genre::PressRelease) | None => "Article",
    };
    let mut authors: Vec<Value> = article
        .byline
        .iter()
        .map(|name| json!({ "@type": "Person", "name": name }))
        .collect();
    let authors = match authors.len() {
        0 => None,
        1 => authors.pop(),
        _ => Some(authors.into()),
    };
    let publisher = article.publisher.as_ref();
    named([
        ("@type", Some(kind.into())),
        ("url", web_address(chosen.report).map(Value::from)),
        ("headline", article.title.clone().map(Value::from)),
        ("datePublished", article.published.clone().map(Value::from)),
        ("author", authors),
        (
            "publisher",
            publisher.map(|name| json!({ "@type": "Organization", "name": name })),
        ),
    ])
}

/// What is known, under its name.
fn named<const N: usize>(fields: [(&str, Option<Value>); N]) -> Map<String, Value> {
    let known = fields
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_string(), value?)));
    known.collect()
}
