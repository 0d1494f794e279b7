//! Snapshots of the sample articles: every claim with all that was decided of it, as a linguist reads it.
//!
//! `UPDATE_EXPECT=1 cargo test --test articles` writes them anew; read what changed before you commit it.

mod laws;

use averral::report::{
    AttributionRecord, ClaimRecord, CueWord, Edit, Evidence, Factor, TimeRecord, When,
};
use averral::{Options, Report};
use expect_test::expect_file;
use laws::EXTRACTOR;
use std::path::{Path, PathBuf};

/// The sample articles by name, with their sources and reports.
fn samples() -> Vec<(String, String, Report)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(paths.len() >= 4);
    paths
        .into_iter()
        .map(|path| {
            let bytes = std::fs::read(&path).unwrap();
            let report = EXTRACTOR.analyze_bytes(&bytes, &Options::default());
            let name = path.file_stem().unwrap().to_str().unwrap();
            (
                name.to_string(),
                String::from_utf8(bytes).unwrap(),
                report.unwrap(),
            )
        })
        .collect()
}

#[test]
fn sample_articles_read_as_recorded() {
    for (name, source, report) in samples() {
        laws::report(&source, &report);
        let path = format!(
            "{}/tests/articles/{name}.expect",
            env!("CARGO_MANIFEST_DIR")
        );
        expect_file![path].assert_eq(&readable(&report));
    }
}

#[test]
fn reports_come_back_from_json_as_they_were() {
    for (name, _, report) in samples() {
        let json = serde_json::to_string(&report).unwrap();
        let back: Report = serde_json::from_str(&json).unwrap();
        assert!(back == report, "{name}");
        assert_eq!(serde_json::to_string(&back).unwrap(), json, "{name}");
    }
}

#[test]
fn claims_are_cut_out_of_the_source_in_bytes() {
    let source = "# Le café 📚\n\nThe **Cafe\u{301} Noir** closed in May. “👩‍🔬 We may sail,” said Zoë Brant. The ferry is late.";
    let report = EXTRACTOR.analyze(source, &Options::default()).unwrap();
    let mut slices_of_claims = Vec::new();
    for claim in &report.claims {
        let slices = claim.slices(source);
        let cut: Vec<&str> = claim
            .byte_ranges(source)
            .into_iter()
            .map(|range| &source[range])
            .collect();
        assert_eq!(slices, cut);
        slices_of_claims.push(slices);
    }
    assert_eq!(
        slices_of_claims[0],
        ["The ", "Cafe\u{301} Noir", " closed in May"]
    );
    assert_eq!(slices_of_claims.last().unwrap(), &["The ferry is late"]);
    // Of another source it gives other words, or none.
    assert_eq!(report.claims[0].slices("📚"), ["", "", ""]);
}

/// A report as a linguist reads it: the article, a paragraph for each claim, then what stands beside the claims.
fn readable(report: &Report) -> String {
    let article = &report.article;
    let mut lines = vec![format!(
        "{} | {} | {}",
        article.title.as_deref().unwrap_or("-"),
        article.byline.join(", "),
        article.published.as_deref().unwrap_or("-")
    )];
    for claim in &report.claims {
        lines.push(format!("\n{:<4} {}", claim.id, claim.text));
        let rows = rows(claim).into_iter();
        lines.extend(rows.map(|(name, what)| format!("     {name:<10} {what}")));
    }
    lines.push(String::new());
    lines.extend(beside(report));
    lines.join("\n") + "\n"
}

/// What was found of a claim, a name before each.
fn rows(claim: &ClaimRecord) -> Vec<(&'static str, String)> {
    let mut rows = vec![("alone", claim.standalone.clone().unwrap_or("-".into()))];
    // All sentences begin with a capital and end with a full stop.
    let tells = |edit: &&Edit| edit.from.to_lowercase() != edit.to.to_lowercase() && edit.to != ".";
    rows.extend(claim.edits.iter().filter(tells).map(|edit| {
        let Edit {
            from, to, reason, ..
        } = edit;
        (
            "  edit",
            format!("{} ‘{from}’ → ‘{to}’ ({reason})", word(&edit.operation)),
        )
    }));
    rows.extend(claim.unresolved.iter().map(|open| {
        let guess = open.guess.as_deref().unwrap_or("nobody knows");
        ("  open", format!("‘{}’: {guess}?", open.text))
    }));
    let evidence = |field: &str| {
        claim
            .evidence
            .iter()
            .find(|evidence| evidence.field == field)
    };
    let decided = |field: &str| evidence(field).map_or("-".into(), decision);
    let holder = claim.holder.name.as_deref().unwrap_or("nobody named");
    rows.push(("holder", format!("{holder}, {}", decided("holder"))));
    rows.extend(claim.attribution.iter().enumerate().map(attribution));
    rows.push(("kind", decided("kind")));
    rows.push(("certainty", decided("certainty")));
    rows.push(("polarity", decided("polarity")));
    if claim.role.is_some() {
        rows.push(("role", decided("role")));
    }
    rows.extend(
        claim
            .ordinal
            .map(|ordinal| ("ordinal", ordinal.to_string())),
    );
    if !claim.traits.is_empty() {
        let traits: Vec<String> = claim.traits.iter().map(word).collect();
        rows.push(("traits", traits.join(", ")));
    }
    rows.extend(claim.condition.iter().map(|condition| {
        let marker = condition.marker.as_ref().map_or("-", |marker| &marker.text);
        ("condition", format!("{marker}: {}", condition.text))
    }));
    rows.extend(claim.times.iter().map(|time| ("time", named_time(time))));
    rows.extend(claim.when.iter().map(|when| ("when", own_time(when))));
    rows.extend(claim.quantities.iter().map(|quantity| {
        let number = match quantity.upper {
            Some(upper) => format!("{} to {upper}", quantity.number),
            None => quantity.number.to_string(),
        };
        let words = [
            quantity.approximator.clone(),
            Some(number),
            quantity.unit.clone(),
        ];
        let words: Vec<String> = words.into_iter().flatten().collect();
        (
            "quantity",
            format!("‘{}’ = {}", quantity.text, words.join(" ")),
        )
    }));
    rows.extend(claim.tuple.iter().map(|tuple| {
        let mut parts = vec![tuple.subject.as_str(), &tuple.relation];
        parts.extend(tuple.arguments.iter().map(String::as_str));
        ("tuple", parts.join(" | "))
    }));
    rows.extend(claim.checkworthiness.map(|probability| {
        let factors: Vec<String> = claim.checkworthiness_factors.iter().map(factor).collect();
        let factors = if factors.is_empty() {
            String::new()
        } else {
            format!(": {}", factors.join(", "))
        };
        ("check", format!("{probability:.2}{factors}"))
    }));
    rows
}

/// `fact [unmarked: ‘closed’]`: the value, the rule and its cues.
fn decision(evidence: &Evidence) -> String {
    format!(
        "{} {}",
        evidence.value,
        rule(&evidence.rule, &evidence.cues)
    )
}

/// A rule with the words that it rests on.
fn rule(rule: &str, cues: &[CueWord]) -> String {
    let cues: Vec<String> = cues.iter().map(|cue| format!("‘{}’", cue.text)).collect();
    let colon = if cues.is_empty() { "" } else { ": " };
    format!("[{rule}{colon}{}]", cues.join(" "))
}

/// Who says it, an arrow before each that stands inside another.
fn attribution((depth, attribution): (usize, &AttributionRecord)) -> (&'static str, String) {
    let source = attribution.source.as_ref().map_or("-".into(), |source| {
        let source_type = source
            .source_type
            .map_or("-".into(), |source_type| word(&source_type));
        format!("{} ({source_type})", source.name)
    });
    let arrow = "→ ".repeat(depth);
    let cue = &attribution.cue;
    let act = format!("{}, {}", word(&cue.cue_type), word(&attribution.mode));
    ("said by", format!("{arrow}{source} ‘{}’ ({act})", cue.text))
}

/// A time that the claim names.
fn named_time(time: &TimeRecord) -> String {
    let mut row = format!("‘{}’ = {} {}", time.text, word(&time.time_type), time.value);
    for (word, value) in [(" from ", &time.anchor), (", or ", &time.alternative)] {
        if let Some(value) = value {
            row += word;
            row += value;
        }
    }
    row
}

/// The claim's own time.
fn own_time(when: &When) -> String {
    let day = |day: &Option<String>| day.clone().unwrap_or("…".into());
    let days = match (&when.from, &when.to) {
        (None, None) => String::new(),
        (from, to) => format!("{} to {} ", day(from), day(to)),
    };
    format!(
        "{} {days}{}",
        word(&when.period),
        rule(&when.rule, &when.cues)
    )
}

fn factor(factor: &Factor) -> String {
    let words = if factor.text.is_empty() {
        String::new()
    } else {
        format!(" ‘{}’", factor.text)
    };
    format!("{}{words} {:+.1}", factor.reason, factor.effect)
}

/// Relations, questions, what has a name, what is no claim, and what the reader should know.
fn beside(report: &Report) -> Vec<String> {
    let relations = report.relations.iter().map(|relation| {
        let marker = relation.marker.as_slice();
        let link = format!("{} {} {}", relation.from, word(&relation.kind), relation.to);
        format!("{link} {}", rule(&relation.rule, marker))
    });
    let questions = report
        .questions
        .iter()
        .map(|question| format!("? {}", question.text));
    let names = report.entities.iter().flatten().map(|entity| {
        let mentions: Vec<&str> = entity
            .mentions
            .iter()
            .map(|one| one.text.as_str())
            .collect();
        let head = format!("@ {} ({})", entity.name, word(&entity.entity_type));
        format!("{head}: {}", mentions.join(", "))
    });
    let left_out = report
        .left_out
        .iter()
        .map(|left| format!("- {} ({})", left.text, word(&left.reason)));
    let notes = report.notes.iter().map(|note| format!("! {}", note.code));
    relations
        .chain(questions)
        .chain(names)
        .chain(left_out)
        .chain(notes)
        .collect()
}

/// The word that a value is written as in JSON.
fn word<T: serde::Serialize>(value: &T) -> String {
    let value = serde_json::to_value(value).unwrap();
    value.as_str().unwrap_or("-").to_string()
}
