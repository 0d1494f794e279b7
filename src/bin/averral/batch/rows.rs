//! A row for each claim, for tables: names as in the report and its CSV, nothing nested but lists of words and places.

use super::done::Key;
use crate::format::line;
use averral::Utf16Span;
use averral::report::{
    Certainty, ClaimRecord, HolderKind, Kind, Mode, Period, Polarity, Report, Role, SourceType,
    Trait,
};
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'a> {
    article: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    claim: &'a str,
    holder_kind: HolderKind,
    holder: Option<&'a str>,
    holder_type: Option<SourceType>,
    cue: Option<&'a str>,
    mode: Option<Mode>,
    kind: Option<Kind>,
    certainty: Option<Certainty>,
    polarity: Option<Polarity>,
    traits: &'a [Trait],
    standalone: Option<&'a str>,
    text: &'a str,
    condition: Option<&'a str>,
    period: Option<Period>,
    from: Option<&'a str>,
    to: Option<&'a str>,
    checkworthiness: Option<f64>,
    role: Option<Role>,
    sentence: u32,
    spans: &'a [Utf16Span],
    title: Option<&'a str>,
    published: Option<&'a str>,
    url: Option<&'a str>,
}

/// The rows of a document, a line each; none where it has no claim.
pub fn rows(key: &Key, report: &Report) -> String {
    report
        .claims
        .iter()
        .map(|claim| line(&row(key, report, claim)))
        .collect()
}

fn row<'a>(key: &Key, report: &'a Report, claim: &'a ClaimRecord) -> Row<'a> {
    let innermost = claim.attribution.last();
    let when = claim.when.as_ref();
    let article = &report.article;
    Row {
        article: key.id(),
        line: key.line(),
        claim: &claim.id,
        holder_kind: claim.holder.kind,
        holder: claim.holder.name.as_deref(),
        holder_type: claim.holder.source_type,
        cue: innermost.map(|attribution| attribution.cue.text.as_str()),
        mode: innermost.map(|attribution| attribution.mode),
        kind: claim.kind,
        certainty: claim.certainty,
        polarity: claim.polarity,
        traits: &claim.traits,
        standalone: claim.standalone.as_deref(),
        text: &claim.text,
        condition: claim
            .condition
            .as_ref()
            .map(|condition| condition.text.as_str()),
        period: when.map(|when| when.period),
        from: when.and_then(|when| when.from.as_deref()),
        to: when.and_then(|when| when.to.as_deref()),
        checkworthiness: claim.checkworthiness,
        role: claim.role,
        sentence: claim.sentence,
        spans: &claim.spans,
        title: article.title.as_deref(),
        published: article.published.as_deref(),
        url: article.url.as_deref(),
    }
}
