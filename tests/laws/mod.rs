//! What holds for any input; asked by the tests of generated text, and by the fuzz targets of whatever comes.
#![allow(dead_code, reason = "each user asks some of them")]

use averral::options::Format;
use averral::{Extractor, Options, Report, Utf16Span};
use std::sync::LazyLock;

pub static WEIGHTS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/weights/averral-en.weights");
    std::fs::read(path.replace("/fuzz/", "/")).unwrap()
});

pub static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::new(&WEIGHTS).unwrap());

/// A text gives a report in every format, and the report keeps its word.
pub fn text(source: &str) {
    for format in [Format::Auto, Format::Html, Format::Markdown, Format::Text] {
        let options = Options::default()
            .with_format(format)
            .with_date("2026-11-02");
        report(source, &EXTRACTOR.analyze(source, &options).unwrap());
    }
}

/// A file gives a report, whatever its encoding.
pub fn bytes(source: &[u8]) {
    let report = EXTRACTOR
        .analyze_bytes(source, &Options::default())
        .unwrap();
    assert!(report.article.encoding.is_some());
}

/// Any bytes are weights or are refused, and what is taken can be used.
pub fn weights(file: &[u8]) {
    if let Ok(extractor) = Extractor::new(file) {
        extractor
            .analyze("The ferry is late, said Maria Brant.", &Options::default())
            .unwrap();
    }
}

/// Our weights, cut and overwritten with `change` at a place that it names: refused, since the checksum fails.
pub fn damaged_weights(change: &[u8]) {
    let Some((place, change)) = change.split_first_chunk::<4>() else {
        return;
    };
    let place = u32::from_le_bytes(*place) as usize % WEIGHTS.len();
    assert!(Extractor::new(&WEIGHTS[..place]).is_err());
    let mut file = WEIGHTS.clone();
    for (byte, change) in file[place..].iter_mut().zip(change) {
        *byte ^= change;
    }
    assert_eq!(Extractor::new(&file).is_ok(), file == *WEIGHTS);
}

/// Spans lie inside the source, apart and in order, and cut the words of their claim, question or mention out of the plain text; edits cut out
/// of the standalone sentence what they put there, and taken back give the words of the claim; what is unresolved stands
/// there; times are TIMEX3, days in order; the report survives JSON.
pub fn report(source: &str, report: &Report) {
    let units: Vec<u16> = source.encode_utf16().collect();
    let text: Vec<u16> = report.article.text.encode_utf16().collect();
    let cut = |units: &[u16], start: u32, end: u32| {
        String::from_utf16(&units[start as usize..end as usize]).unwrap()
    };
    let placed = |words: &str, spans: &[Utf16Span], text_spans: &[Utf16Span]| {
        let pieces: Vec<String> = text_spans
            .iter()
            .map(|span| cut(&text, span.0, span.1))
            .collect();
        assert_eq!(pieces.join(" … "), words);
        for span in spans {
            assert!(span.0 < span.1);
            cut(&units, span.0, span.1);
        }
        pieces
    };
    for question in &report.questions {
        placed(&question.text, &question.spans, &question.text_spans);
    }
    for mention in report
        .entities
        .iter()
        .flatten()
        .flat_map(|entity| &entity.mentions)
    {
        placed(&mention.text, &mention.spans, &mention.text_spans);
    }
    for claim in &report.claims {
        let pieces = placed(&claim.text, &claim.spans, &claim.text_spans);
        let standalone: Vec<u16> = claim
            .standalone
            .as_deref()
            .unwrap_or("")
            .encode_utf16()
            .collect();
        for edit in &claim.edits {
            assert_eq!(
                cut(&standalone, edit.standalone_span.0, edit.standalone_span.1),
                edit.to
            );
        }
        for attribution in &claim.attribution {
            let content = &attribution.content;
            assert!(
                content.windows(2).all(|pair| pair[0].1 <= pair[1].0),
                "{content:?} overlap"
            );
        }
        assert!(
            claim.spans.windows(2).all(|pair| pair[0].1 <= pair[1].0),
            "{:?} overlap",
            claim.spans
        );
        for span in claim.edits.iter().filter_map(|edit| edit.span) {
            cut(&units, span.0, span.1);
        }
        for left in &claim.unresolved {
            assert_eq!(
                cut(&standalone, left.standalone_span.0, left.standalone_span.1).to_lowercase(),
                left.text.to_lowercase()
            );
            assert!(left.guess.is_some() == left.probability.is_some());
        }
        if claim.standalone.is_some() {
            let mut undone = standalone;
            for edit in claim.edits.iter().rev() {
                undone.splice(
                    edit.standalone_span.0 as usize..edit.standalone_span.1 as usize,
                    edit.from.encode_utf16(),
                );
            }
            // A sentence ends without the mark behind its last word.
            let bare = |text: &str| {
                text.trim_end_matches([',', ';', ':', ' ', '—', '–', '-'])
                    .to_string()
            };
            assert_eq!(
                bare(&String::from_utf16(&undone).unwrap()),
                bare(&pieces.join(" "))
            );
        }
        if let Some(when) = &claim.when {
            let days: Vec<&String> = when.from.iter().chain(&when.to).collect();
            assert!(
                days.is_sorted() && days.iter().all(|day| day.len() == 10),
                "{when:?}"
            );
        }
        for time in &claim.times {
            assert!(
                is_timex3(&time.value),
                "{:?} is no TIMEX3 value",
                time.value
            );
        }
    }
    documented(report);
    let json = serde_json::to_string(report).unwrap();
    assert_eq!(&serde_json::from_str::<Report>(&json).unwrap(), report);
}

/// Words that the types of a report write out in their docs alone are those.
fn documented(report: &Report) {
    for evidence in report.claims.iter().flat_map(|claim| &claim.evidence) {
        let fields = ["holder", "kind", "certainty", "polarity", "role"];
        assert!(fields.contains(&evidence.field.as_str()), "{evidence:?}");
    }
    for found in &report.article.provenance {
        let origins = [
            "json_ld",
            "open_graph",
            "meta",
            "microdata",
            "time_element",
            "front_matter",
            "visible_text",
            "address",
        ];
        assert!(origins.contains(&found.origin.as_str()), "{found:?}");
    }
    for when in report.claims.iter().filter_map(|claim| claim.when.as_ref()) {
        let rules = [
            "expression",
            "auxiliary",
            "tense",
            "expectation",
            "obligation",
            "demanded",
            "neighbour",
        ];
        assert!(rules.contains(&when.rule.as_str()), "{when:?}");
    }
}

/// The values of TimeML 1.2.1: dates and times with unknown parts as X, durations, references.
fn is_timex3(value: &str) -> bool {
    if matches!(value, "PAST_REF" | "PRESENT_REF" | "FUTURE_REF") {
        return true;
    }
    if let Some(duration) = value.strip_prefix('P') {
        let amount = |text: &str| {
            !text.is_empty()
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || matches!(byte, b'X' | b'.'))
        };
        let duration = duration.strip_prefix('T').unwrap_or(duration);
        return duration.len() > 1
            && duration
                .split_inclusive(|letter: char| letter.is_ascii_alphabetic() && letter != 'X')
                .all(|part| {
                    let end = part
                        .find(|letter: char| letter.is_ascii_alphabetic() && letter != 'X')
                        .unwrap_or(0);
                    amount(part[..end].trim_start_matches('T')) || part == "T"
                });
    }
    let (date, time) = value
        .split_once('T')
        .map_or((value, None), |(date, time)| (date, Some(time)));
    let part = |part: &str| {
        matches!(
            part,
            "SP" | "SU" | "FA" | "WI" | "WE" | "WXX" | "BC" | "H1" | "H2"
        ) || part
            .strip_prefix(['W', 'Q'])
            .unwrap_or(part)
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'X')
    };
    let clock = |time: &str| {
        matches!(time, "MO" | "MI" | "AF" | "EV" | "NI" | "DT" | "PM")
            || time
                .trim_end_matches('Z')
                .bytes()
                .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'X' | b'+' | b'-'))
    };
    !date.is_empty() && date.trim_start_matches("BC").split('-').all(part) && time.is_none_or(clock)
}
