//! What holds for all formats: whatever stands in a report, a reader of the format gets it back as words.

use super::*;
use crate::report::ClaimRecord;
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag};
use serde_json::{Value, json};

/// A claim of the words "the ferry was late", with some fields set.
pub(super) fn claim(changes: &Value) -> ClaimRecord {
    let mut claim = json!({
        "id": "c1", "text": "the ferry was late", "spans": [[10, 28]], "textSpans": [[10, 28]], "block": 0, "sentence": 0,
        "standalone": null, "edits": [], "unresolved": [], "attribution": [],
        "holder": { "kind": "author", "name": null, "type": null, "text": null, "spans": [] },
        "kind": "fact", "traits": [], "certainty": "certain", "polarity": "positive", "condition": null, "times": [],
        "when": null, "quantities": [], "tuple": null, "checkworthiness": 0.5, "checkworthinessFactors": [],
        "confidence": 0.9, "unsure": false, "doubts": [], "role": null,
        "ordinal": null, "evidence": [],
    });
    for (field, value) in changes.as_object().unwrap() {
        claim[field] = value.clone();
    }
    serde_json::from_value(claim).unwrap()
}

/// A report in which everything is called `words`: a claim of the author's, one of two sources' that restates it, and one
/// that attacks the second and is in two pieces.
fn report(words: &str) -> Report {
    let units = words.encode_utf16().count() as u32;
    let text = format!("{words} {words}\n\n{words}");
    let span = |index: u32| {
        json!([
            index * (units + 1) + index / 2,
            index * (units + 1) + index / 2 + units
        ])
    };
    let source = json!({ "text": words, "name": words, "type": "group", "spans": [span(0)] });
    let said = json!({ "source": source, "cue": { "text": words, "spans": [span(0)], "type": "assertion" }, "content": [],
                       "mode": "direct" });
    let denied = json!({ "source": null, "cue": { "text": words, "spans": [span(2)], "type": "denial" }, "content": [],
                         "mode": "mixed" });
    let holder = json!({ "kind": "source", "name": words, "type": "group", "text": words, "spans": [span(0)] });
    let claims = [
        claim(
            &json!({ "id": "c1", "text": words, "spans": [span(0)], "textSpans": [span(0)], "standalone": words,
                       "role": "thesis", "times": [{ "text": words, "spans": [], "type": "DATE", "value": words,
                       "anchor": null, "alternative": null }] }),
        ),
        claim(
            &json!({ "id": "c2", "text": words, "spans": [span(1)], "textSpans": [span(1)], "holder": holder,
                       "attribution": [said, said], "condition": { "text": words, "spans": [], "marker": null } }),
        ),
        claim(
            &json!({ "id": "c3", "text": format!("{words} … {words}"), "spans": [span(0), span(2)],
                       "textSpans": [span(0), span(2)], "holder": holder, "attribution": [said, denied],
                       "polarity": "negative" }),
        ),
    ];
    let relation = |from: &str, to: &str, kind: &str| json!({ "from": from, "to": to, "kind": kind, "rule": "x", "marker": null, "similarity": null });
    let report = json!({
        "version": { "averral": "0.1.0", "weights": "0.1.0",
                     "options": { "format": "auto", "date": null, "url": null, "maxBytes": 1 } },
        "article": { "format": "text", "encoding": null, "language": "en", "title": words, "standfirst": null,
                     "byline": [words], "published": words, "updated": null, "publisher": words, "section": null,
                     "genre": null, "url": format!("https://a.example/{words}"), "captions": [], "credits": [], "related": [],
                     "notices": [], "provenance": [], "anchor": null, "text": text, "blocks": [], "sentences": 3, "tokens": 9 },
        "claims": claims,
        "relations": [relation("c2", "c1", "restates"), relation("c3", "c2", "attacks"), relation("c1", "c3", "supports"),
                      relation("c2", "c3", "causes"), relation("c1", "c1", "supports"), relation("c1", "c9", "supports")],
        "questions": [], "entities": null, "leftOut": [], "notes": [],
    });
    Report::from_json(&report.to_string()).unwrap()
}

fn exported(report: &Report, format: ExportFormat) -> String {
    let options = ExportOptions::default().with_all_kinds(true);
    export(report, format, &options).unwrap().remove(0).text
}

/// Words with what one format or another would read as more than words.
fn hostile() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        "\"",
        "\\",
        "<b>",
        "</text>",
        "]]>",
        "<!--",
        "&amp;",
        "&",
        "{",
        "}",
        "[c1]",
        "](x)",
        "*",
        "_",
        "`",
        "#",
        "//",
        "|",
        "~",
        "=1+1",
        "- ",
        "+ ",
        "1. ",
        ";",
        ",",
        "\t",
        "\n",
        "\n\n",
        "\r",
        "\0",
        "\u{85}",
        "\u{2028}",
        "\u{FFFE}",
        "\\N",
        "📚",
        "👩‍🔬",
        "e\u{301}",
        " … ",
        "“",
        "”",
        ":",
        "@x",
        "$",
        "'",
        "%",
    ]);
    let word = prop_oneof![
        signs.prop_map(String::from),
        "[a-z]{1,6}",
        "\\PC{1,3}",
        Just(" ".to_string())
    ];
    prop::collection::vec(word, 1..12).prop_map(|words| words.concat())
}

proptest! {
    #[test]
    fn every_format_takes_every_word(words in hostile()) {
        let report = report(&words);
        for &format in ExportFormat::ALL {
            let text = exported(&report, format);
            prop_assert_eq!(&text, &exported(&report, format), "{:?} is the same twice", format);
            if format.media_type().contains("json") {
                prop_assert!(serde_json::from_str::<Value>(&text).is_ok());
            }
        }
    }

    #[test]
    fn cells_are_read_back(words in hostile()) {
        let options = ExportOptions::default().with_raw(true);
        let csv = export(&report(&words), ExportFormat::Csv, &options).unwrap().remove(0).text;
        let rows = rows(&csv);
        prop_assert_eq!(rows.len(), 4);
        prop_assert!(rows.iter().all(|row| row.len() == 23));
        let column = |name: &str| rows[0].iter().position(|cell| cell == name).unwrap();
        prop_assert_eq!(&rows[2][column("text")], &words);
        prop_assert_eq!(&rows[1][column("standalone")], &words);
        let guarded = exported(&report(&words), ExportFormat::Csv);
        let cells = self::rows(&guarded);
        let bad = cells.iter().flatten().find(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']));
        prop_assert_eq!(bad, None);
    }

    #[test]
    fn markdown_has_no_markup_but_ours(words in hostile()) {
        let markdown = exported(&report(&words), ExportFormat::Markdown);
        let mut n_headings = 0;
        for event in Parser::new_ext(&markdown, pulldown_cmark::Options::all()) {
            match event {
                Event::Start(Tag::Heading { .. }) => n_headings += 1,
                Event::Start(Tag::Link { dest_url, .. }) => prop_assert!(dest_url.starts_with("https://a.example/")),
                Event::Start(
                    Tag::Paragraph | Tag::Strong | Tag::BlockQuote(None),
                )
                | Event::End(_) | Event::Text(_) | Event::SoftBreak | Event::Rule => {}
                other => prop_assert!(false, "{:?} in {}", other, markdown),
            }
        }
        prop_assert_eq!(n_headings, 4);
    }

    #[test]
    fn pictures_have_no_elements_but_ours(words in hostile()) {
        let svg = exported(&report(&words), ExportFormat::Svg);
        for tag in svg.split('<').skip(1) {
            let name = tag.trim_start_matches('/').split(|letter: char| !letter.is_ascii_alphabetic()).next();
            let ours = ["svg", "title", "desc", "defs", "marker", "path", "rect", "text", "g"];
            prop_assert!(ours.contains(&name.unwrap_or_default()), "{}", tag);
            prop_assert_eq!(tag.matches('>').count(), 1);
            prop_assert_eq!(tag.matches('"').count() % 2, 0);
        }
        for reference in svg.split('&').skip(1) {
            let name = reference.split(';').next();
            prop_assert!(["amp", "lt", "gt", "quot", "#39"].contains(&name.unwrap_or_default()));
        }
        prop_assert!(svg.chars().all(|letter| letter == '\n' || letter == '\t' || !letter.is_control()));
    }

    #[test]
    fn strings_of_dot_end_where_they_should(words in hostile()) {
        let dot = exported(&report(&words), ExportFormat::Dot);
        for line in dot.lines().filter(|line| line.contains(" [")) {
            let mut outside = String::new();
            let (mut inside, mut letters) = (false, line.chars());
            while let Some(letter) = letters.next() {
                match letter {
                    '\\' if inside => {
                        let next = letters.next();
                        prop_assert!(matches!(next, Some('n' | '"' | '\\')), "{}", line);
                    }
                    '"' => inside = !inside,
                    _ if !inside => outside.push(letter),
                    _ => {}
                }
            }
            prop_assert!(!inside && outside.ends_with("];"), "{}", line);
        }
        prop_assert_eq!(dot.lines().count(), 4 + 3 + 4);
    }

    #[test]
    fn standoff_cuts_its_words_out_of_the_text(words in hostile()) {
        let report = report(&words);
        let text: Vec<char> = report.article.text.chars().collect();
        let lines = exported(&report, ExportFormat::Brat);
        for line in lines.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            if let ["T", ..] = [&cells[0][..1]] {
                prop_assert_eq!(cells.len(), 3);
                let (_, places) = cells[1].split_once(' ').unwrap();
                let pieces: Vec<String> = places
                    .split(';')
                    .map(|place| {
                        let (start, end) = place.split_once(' ').unwrap();
                        let place = start.parse::<usize>().unwrap()..end.parse().unwrap();
                        text[place].iter().collect()
                    })
                    .collect();
                prop_assert_eq!(pieces.join(" "), cells[2]);
            } else {
                prop_assert!(matches!(&cells[0][..1], "A" | "E" | "R" | "#"), "{}", line);
            }
        }
    }

    #[test]
    fn annotations_quote_the_text_around_them(words in hostile()) {
        let report = report(&words);
        let text: Vec<char> = report.article.text.chars().collect();
        let annotations: Value = serde_json::from_str(&exported(&report, ExportFormat::WebAnnotation)).unwrap();
        for item in annotations["first"]["items"].as_array().unwrap() {
            let targets = match &item["target"] {
                Value::Array(targets) => targets.clone(),
                one => vec![one.clone()],
            };
            for selectors in targets.iter().filter_map(|target| target["selector"].as_array()) {
                let [quote, place] = &selectors[..] else { panic!("two selectors") };
                let at = |end: &str| place[end].as_u64().unwrap() as usize;
                let cut = |start: usize, end: usize| text[start..end].iter().collect::<String>();
                let said = |part: &str| quote[part].as_str().unwrap().to_string();
                let (before, after) = (said("prefix"), said("suffix"));
                let (start, end) = (at("start") - before.chars().count(), at("end") + after.chars().count());
                prop_assert_eq!(cut(at("start"), at("end")), said("exact"));
                prop_assert_eq!(cut(start, end), before + &said("exact") + &after);
            }
        }
    }

    #[test]
    fn statements_of_argdown_stay_on_their_line(words in hostile()) {
        let argdown = exported(&report(&words), ExportFormat::Argdown);
        let begins = |line: &str| ["===", "title: ", "author: ", "date: ", "source: ", "[c", "  + [c", "  - [c"]
            .iter().any(|start| line.starts_with(start));
        prop_assert!(argdown.lines().all(|line| line.is_empty() || begins(line)), "{}", argdown);
        prop_assert!(!argdown.contains("//"));
    }
}

/// The cells of CSV.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                letters.next();
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    rows
}

#[test]
fn chosen_claims_bring_the_relations_between_them() {
    let report = report("words");
    let of = |ids: &[&str]| {
        let options = ExportOptions::default().with_claims(ids.iter().copied());
        let json = export(&report, ExportFormat::Json, &options)
            .unwrap()
            .remove(0)
            .text;
        let chosen = Report::from_json(&json).unwrap();
        let ids: Vec<String> = chosen.claims.into_iter().map(|claim| claim.id).collect();
        (ids.join(" "), chosen.relations.len())
    };
    assert_eq!(of(&["c3", "c2"]), ("c2 c3".into(), 2));
    assert_eq!(of(&["c1"]), ("c1".into(), 0));
    assert_eq!(of(&[]), (String::new(), 0));
    for &format in ExportFormat::ALL {
        let none = ExportOptions::default().with_claims::<String>([]);
        assert!(!export(&report, format, &none).unwrap().is_empty());
    }
    let missing = ExportOptions::default().with_claims(["c1", "c7"]);
    let error = export(&report, ExportFormat::Dot, &missing).unwrap_err();
    assert_eq!(error.code(), "bad_option");
    assert!(
        error
            .to_string()
            .starts_with("the option `claims` is \"c7\"; ")
    );
}

#[test]
fn formats_have_names_of_their_own() {
    for &format in ExportFormat::ALL {
        assert_eq!(format.name().parse(), Ok(format));
        assert_eq!(serde_json::to_value(format).unwrap(), format.name());
        let others = ExportFormat::ALL
            .iter()
            .filter(|other| other.extension() == format.extension());
        assert_eq!(others.count(), 1);
    }
    let error = "pdf".parse::<ExportFormat>().unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("the option `format` is \"pdf\"; give one of json, csv, ")
    );
}

#[test]
fn files_are_named_after_date_and_title() {
    let mut report = report("x");
    for (published, title, name) in [
        (
            Some("2026-11-02T10:00:00Z"),
            Some("Keep it open!"),
            "2026-11-02-keep-it-open.dot",
        ),
        (None, Some("../../étc"), "tc.dot"),
        (None, None, "article.dot"),
        (Some("é2026-11"), Some("日本"), "2026-11.dot"),
    ] {
        report.article.published = published.map(String::from);
        report.article.title = title.map(String::from);
        let files = export(&report, ExportFormat::Dot, &ExportOptions::default()).unwrap();
        assert_eq!(files[0].name, name);
    }
}

#[test]
fn holders_and_denials_are_in_every_format() {
    let mut report = report("late");
    for claim in &mut report.claims {
        claim.holder.name = claim
            .holder
            .name
            .as_ref()
            .map(|_| "Critics of Brant".to_string());
    }
    for &format in ExportFormat::ALL {
        let text = exported(&report, format);
        // AIF knows speakers by the chain.
        let holder = if matches!(format, ExportFormat::Aif | ExportFormat::Xaif) {
            "Late: "
        } else {
            "Critics of Brant"
        };
        assert!(text.contains(holder), "{format:?}\n{text}");
        let denial = ["late: “late", "late:\\n“late", "late\\: “late", "negative"];
        assert!(
            denial.iter().any(|denial| text.contains(denial)),
            "{format:?}\n{text}"
        );
    }
}

#[test]
fn long_chains_and_circles_end() {
    let mut report = report("late");
    let (claim, relation) = (report.claims[0].clone(), report.relations[0].clone());
    report.claims = (0..3000)
        .map(|number| ClaimRecord {
            id: format!("c{number}"),
            ..claim.clone()
        })
        .collect();
    report.relations = (0..3000)
        .map(|number| crate::report::RelationRecord {
            from: format!("c{number}"),
            to: format!("c{}", (number + 1) % 3000),
            kind: crate::report::RelationKind::Supports,
            ..relation.clone()
        })
        .collect();
    for &format in ExportFormat::ALL {
        assert!(!exported(&report, format).is_empty());
    }
}
