//! `averral FILE…`

use super::*;
use averral::export::{ExportFormat, ExportOptions, export};

const BANK: &str = "The bank denies that it laundered money. The council says that the tax may rise if the vote fails.\n";

fn written(test: &str) -> (String, String) {
    let folder = folder(test);
    let path = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_string()
    };
    (
        path("bank.txt", BANK),
        path(
            "ferry.html",
            "<p>The <b>mayor</b> says that the ferry is late.</p>",
        ),
    )
}

#[test]
fn people_read_the_holder_first_and_what_is_denied_stays_denied() {
    let run = averral(&[], BANK.as_bytes());
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(
        lines,
        [
            "2 sentences, 2 claims",
            "",
            "The bank — fact · negative · c1",
            "    The bank denies that it laundered money.",
            "",
            "The council — prediction · possible · c2",
            "    The tax may rise if the vote fails.",
        ],
        "{}",
        run.out
    );
}

#[test]
fn the_width_is_kept_and_colours_are_asked_for() {
    let run = averral(&["--width", "24", "-"], BANK.as_bytes());
    assert!(
        run.out.lines().count() > 7 && run.out.lines().all(|line| line.chars().count() <= 24),
        "{}",
        run.out
    );
    assert!(!run.out.contains('\u{1b}'));
    let coloured = averral(&["--width", "24", "--color", "always"], BANK.as_bytes());
    assert!(
        coloured
            .out
            .contains("\u{1b}[1m\u{1b}[36mThe bank\u{1b}[0m"),
        "{:?}",
        coloured.out
    );
}

#[test]
fn an_article_tells_the_terminal_nothing() {
    let run = averral(
        &["--color", "always"],
        "The ferry\u{1b}]0;mine\u{7} is late. It \u{9b}2J sank.".as_bytes(),
    );
    assert!(
        run.out.contains("ferry")
            && !run.out.contains(['\u{7}', '\u{9b}'])
            && !run.out.contains("\u{1b}]"),
        "{:?}",
        run.out
    );
}

#[test]
fn one_file_is_printed_as_the_library_writes_it() {
    let (bank, _) = written("one_file");
    let made = EXTRACTOR
        .analyze_bytes(BANK.as_bytes(), &Options::default())
        .unwrap();
    let wanted = serde_json::to_value(&made).unwrap();
    let read = |format: &str| averral(&["--format", format, &bank], b"");
    assert_eq!(
        serde_json::from_str::<Value>(&read("json").out).unwrap(),
        wanted
    );
    let line = &read("jsonl").lines()[0];
    assert_eq!(
        (&line["id"], &line["report"]),
        (&Value::from(bank.as_str()), &wanted)
    );
    for format in ExportFormat::ALL {
        let files = export(&made, *format, &ExportOptions::default()).unwrap();
        if let [file] = &files[..] {
            assert_eq!(read(format.name()).out, file.text, "{}", format.name());
        }
    }
}

#[test]
fn a_folder_gets_the_files_of_each_article() {
    let (bank, _) = written("a_folder");
    let folder = std::path::Path::new(&bank).with_file_name("exports");
    let out = folder.to_str().unwrap();
    let run = averral(&["--format", "brat", "--out", out, &bank, &bank], b"");
    assert_eq!((run.status, run.out.as_str()), (Some(0), ""), "{}", run.err);
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let stem = std::path::Path::new(&bank).file_stem().unwrap();
    let stem = stem.to_str().unwrap();
    let wanted = [
        "annotation.conf".to_string(),
        format!("{stem}-2.ann"),
        format!("{stem}-2.txt"),
        format!("{stem}.ann"),
        format!("{stem}.txt"),
    ];
    assert_eq!(names, wanted);
    let made = EXTRACTOR
        .analyze_bytes(BANK.as_bytes(), &Options::default())
        .unwrap();
    let files = export(&made, ExportFormat::Brat, &ExportOptions::default()).unwrap();
    let written = std::fs::read_to_string(folder.join(format!("{stem}.ann"))).unwrap();
    assert_eq!(written, files[0].text);
}

#[test]
fn an_export_never_overwrites_an_article() {
    let (bank, _) = written("overwrites");
    let folder = std::path::Path::new(&bank).parent().unwrap();
    let out = folder.to_str().unwrap();
    let run = averral(&["--format", "brat", "--out", out, &bank], b"");
    assert_eq!(run.status, Some(2), "{}", run.err);
    assert!(run.err.contains("overwrite"), "{}", run.err);
    assert_eq!(std::fs::read_to_string(&bank).unwrap(), BANK);
}

#[test]
fn what_is_several_files_wants_a_folder() {
    let (bank, ferry) = written("wants_a_folder");
    for arguments in [
        &["--format", "brat", &bank][..],
        &["--format", "markdown", &bank, &ferry],
        &["--format", "text", "--out", "exports", &bank],
    ] {
        let run = averral(arguments, b"");
        assert_eq!(
            (run.status, run.out.as_str()),
            (Some(2), ""),
            "{arguments:?}"
        );
        assert!(run.err.contains("--out"), "{}", run.err);
    }
}

#[test]
fn options_reach_the_report() {
    let arguments = [
        "--format",
        "json",
        "--input-format",
        "html",
        "--date",
        "2026-11-02",
        "--url",
        "https://a.example/x",
        "-",
    ];
    let run = averral(&arguments, b"The <b>ferry</b> sank last year.");
    let options = Options::default()
        .with_format(averral::options::Format::Html)
        .with_date("2026-11-02")
        .with_url("https://a.example/x");
    let mut wanted = report("The <b>ferry</b> sank last year.", &options);
    wanted["article"]["encoding"] = "UTF-8".into();
    let found: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(found["article"], wanted["article"]);
    assert_eq!(found["claims"], wanted["claims"]);
}

#[test]
fn several_files_are_one_array_and_one_table() {
    let (bank, ferry) = written("several_files");
    let files = [bank.as_str(), ferry.as_str()];
    let read = |format: &str| averral(&[&["--format", format][..], &files].concat(), b"");
    let array: Value = serde_json::from_str(&read("json").out).unwrap();
    let names: Vec<&Value> = array
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["id"])
        .collect();
    assert_eq!(names, files);
    assert_eq!(read("jsonl").lines(), array.as_array().unwrap().as_slice());
    let table = read("csv").out;
    let starts: Vec<&str> = table
        .lines()
        .map(|line| line.split(',').next().unwrap())
        .collect();
    let quoted = files.map(|name| format!("\"{name}\""));
    assert_eq!(starts, ["file", &quoted[0], &quoted[0], &quoted[1]]);
    assert!(read("text").out.contains(&format!("\n\n== {ferry}\n")));
}
