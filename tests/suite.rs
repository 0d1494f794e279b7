//! Questions about the whole: laws for any text, the rules of the house. `articles.rs` has the snapshots.

mod laws;

use averral::Options;
use laws::EXTRACTOR;
use proptest::prelude::*;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_clause_gives_its_cue_up_with_the_content() {
    let text = "Society may choose to believe that every life has equal value. The firm cut its rates, while claiming that drivers earn more.";
    let report = EXTRACTOR.analyze(text, &Options::default()).unwrap();
    laws::report(text, &report);
    let found: Vec<&str> = report
        .claims
        .iter()
        .map(|claim| claim.text.as_str())
        .collect();
    assert_eq!(
        found,
        [
            "every life has equal value",
            "The firm cut its rates",
            "drivers earn more"
        ]
    );
}

#[test]
fn a_clause_beside_another_is_no_cue_of_it() {
    let holder = |text: &str| {
        let report = EXTRACTOR.analyze(text, &Options::default()).unwrap();
        laws::report(text, &report);
        report.claims[0].holder.name.clone()
    };
    assert_eq!(
        holder("The question sounds silly, and my son, who is an engineer, has told me so."),
        None
    );
    assert_eq!(
        holder("Renewal looks doubtful: the economy minister has said so more than once."),
        None
    );
    assert_eq!(
        holder("Renewal looks doubtful, the economy minister says.").as_deref(),
        Some("the economy minister")
    );
}

#[test]
fn what_is_called_something_is_one_stretch_with_the_quotation() {
    let text = "The council met on Monday. Senator Holm called the debt “the issue of our era.”";
    let report = EXTRACTOR.analyze(text, &Options::default()).unwrap();
    laws::report(text, &report);
    let attributions = report.claims.iter().flat_map(|claim| &claim.attribution);
    assert!(
        attributions
            .into_iter()
            .any(|found| !found.content.is_empty())
    );
}

#[test]
fn the_place_of_an_edit_has_the_whole_word() {
    let text = "Maria Brant runs the ferry. Bra\u{ad}nt will resign in May, her lawyer said.";
    let report = EXTRACTOR.analyze(text, &Options::default()).unwrap();
    laws::report(text, &report);
    let units: Vec<u16> = text.encode_utf16().collect();
    let edits = report.claims.iter().flat_map(|claim| &claim.edits);
    let places: Vec<String> = edits
        .filter(|edit| edit.from == "Brant")
        .filter_map(|edit| edit.span)
        .map(|span| String::from_utf16(&units[span.0 as usize..span.1 as usize]).unwrap())
        .collect();
    assert_eq!(places, ["Bra\u{ad}nt"]);
}

#[test]
fn code_claims_nothing_and_brackets_do() {
    let text = "The ferry (late) sank. Most (52%) live there. He and/or she left; it was old.\n\nif (a == b) { return c; }\n\nlet last_row = { first: x <= 3 };";
    let report = EXTRACTOR.analyze(text, &Options::default()).unwrap();
    laws::report(text, &report);
    let sentences: std::collections::BTreeSet<u32> =
        report.claims.iter().map(|claim| claim.sentence).collect();
    assert_eq!(sentences.into_iter().collect::<Vec<u32>>(), [0, 1, 2]);
}

#[test]
fn what_is_not_english_claims_nothing() {
    let text = "The ferry leaves the quay at noon, and the mayor has not said who will be on it.\n\n\
                Le bac quitte le quai à midi, et personne à la mairie n'a demandé qui sera à bord quand il reviendra le soir même.";
    let report = EXTRACTOR.analyze(text, &Options::default()).unwrap();
    laws::report(text, &report);
    assert!(!report.claims.is_empty() && report.claims.iter().all(|claim| claim.block == 0));
    assert_eq!(
        report
            .left_out
            .iter()
            .map(|left| left.reason)
            .collect::<Vec<_>>(),
        [averral::report::LeftOutReason::NotEnglish]
    );
}

#[test]
fn the_weights_tell_judgements_where_no_word_does() {
    let text = "The alternative is a fiction. The mayor did not keep that promise in 2019. The bridge opened on 3 May.";
    let report = EXTRACTOR.analyze(text, &Options::default()).unwrap();
    let found: Vec<(String, &str)> = report
        .claims
        .iter()
        .map(|claim| {
            let evidence = claim
                .evidence
                .iter()
                .find(|evidence| evidence.field == "kind")
                .unwrap();
            (evidence.value.clone(), evidence.rule.as_str())
        })
        .collect();
    let expected = [
        ("value", "weights_judge"),
        ("fact", "evaluative_word_in_report"),
        ("fact", "unmarked"),
    ];
    assert_eq!(
        found,
        expected.map(|(value, rule)| (value.to_string(), rule))
    );
}

#[test]
fn claims_restate_what_is_said_of_the_same_thing() {
    let restated = |second: &str| {
        let text = format!(
            "The ferry loses many passengers, crews and captains every winter. The ferry is old. {second}"
        );
        let report = EXTRACTOR.analyze(&text, &Options::default()).unwrap();
        laws::report(&text, &report);
        report
            .relations
            .iter()
            .any(|relation| relation.rule == "similar_sense")
    };
    assert!(restated(
        "It loses many passengers, crews and captains every winter."
    ));
    assert!(!restated(
        "The railway loses many passengers, crews and captains every winter."
    ));
    assert!(!restated(
        "If nobody helps, the ferry loses many passengers, crews and captains every winter."
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_characters(source in "\\PC{0,300}") {
        laws::text(&source);
    }

    #[test]
    fn anything_like_prose(source in "([A-Z][a-z]{1,6} (says|said|thinks|will|is|was|may) (that )?[a-z]{2,8}( “?[a-z]{2,6}”?,?){0,5}[.!?] ?){0,8}") {
        laws::text(&source);
    }

    #[test]
    fn anything_like_markup(source in "(<(p|div|h1|li|b|a href=x|/p|/div|script|!--)>|&(amp|lt|eacute|#39|x);|[a-zA-Z 📚é.\r\n*#]{1,20}){0,40}") {
        laws::text(&source);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_bytes(source in proptest::collection::vec(any::<u8>(), 0..400)) {
        laws::bytes(&source);
    }

    #[test]
    fn any_weights(change in proptest::collection::vec(any::<u8>(), 0..400)) {
        laws::weights(&change);
        laws::damaged_weights(&change);
    }
}

/// What a fuzzer found once.
#[test]
fn finds_stay_found() {
    for entry in std::fs::read_dir(root().join("tests/laws/finds")).unwrap() {
        let source = std::fs::read(entry.unwrap().path()).unwrap();
        laws::bytes(&source);
        laws::text(&String::from_utf8_lossy(&source));
    }
}

/// Texts that are no prose: each gives a report, in a time that grows with its length alone.
#[test]
fn odd_texts_give_a_report() {
    let prose = "The mayor of Paris said that the old bridge is late, and Maria Brant thinks it will never open. ";
    let texts = [
        "the council says it rains and ".repeat(900),
        "he said on Monday it is 3 tons, ".repeat(2_000),
        "x".repeat(1_000_000),
        prose.repeat(200).to_uppercase(),
        prose.repeat(200).to_lowercase(),
        "fn main() { let x = vec![1, 2, 3]; } // done\n".repeat(300),
        "| year | tons |\n| --- | --- |\n| 2019 | 4,200 |\n".repeat(200),
        "قال رئيس البلدية إن الجسر القديم متأخر. ".repeat(200),
        "Paris ".repeat(10_000),
    ];
    for text in texts {
        laws::report(
            &text,
            &EXTRACTOR.analyze(&text, &Options::default()).unwrap(),
        );
    }
}

#[test]
fn stages_import_only_what_stands_above_them() {
    let order = [
        "article",
        "sentence",
        "analysis",
        "attribution",
        "claim",
        "argument",
        "report",
        "export",
    ];
    let mut n_read = 0;
    for (position, stage) in order.iter().enumerate() {
        for path in files(&root().join("src").join(stage)) {
            let code = std::fs::read_to_string(&path).unwrap();
            // Tests may look at whole reports.
            let code = match code.split_once("#[cfg(test)]\nmod tests {") {
                _ if path.ends_with("tests.rs") => "",
                Some((code, _)) => code,
                None => &code,
            };
            for later in &order[position + 1..] {
                // Imported or written out.
                assert!(
                    !code.contains(&format!("crate::{later}")),
                    "{} uses {later}",
                    path.display()
                );
            }
            assert!(
                !code.contains("crate::{"),
                "{}: one `use` a stage",
                path.display()
            );
            assert!(
                !code.contains("wasm_bindgen"),
                "{} knows JavaScript",
                path.display()
            );
            n_read += 1;
        }
    }
    assert!(n_read > 150);
    // What all stages share knows no stage.
    for shared in ["grammar", "labels", "terms", "span", "options", "error"] {
        let code = std::fs::read_to_string(root().join(format!("src/{shared}.rs"))).unwrap();
        for stage in order {
            assert!(
                !code.contains(&format!("crate::{stage}")),
                "{shared} uses {stage}"
            );
        }
    }
}

#[test]
fn unsafe_code_stands_in_the_kernels_alone() {
    for path in files(&root().join("src")) {
        let allows = std::fs::read_to_string(&path)
            .unwrap()
            .contains("allow(unsafe_code)");
        assert_eq!(
            allows,
            path.ends_with("inference/kernel.rs"),
            "{}",
            path.display()
        );
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}
