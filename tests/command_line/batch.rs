//! `averral batch`

use super::*;
use serde_json::json;

#[test]
fn each_document_has_its_line_in_the_order_of_the_input() {
    let sources: Vec<String> = (0..40)
        .map(|n| "The mayor says that the ferry sank last year. ".repeat(1 + (n * 7) % 23))
        .collect();
    let input: String = sources
        .iter()
        .enumerate()
        .map(|(n, text)| json!({"id": n, "text": text, "date": "2026-11-02"}).to_string() + "\n")
        .collect();
    let run = averral(&["batch", "--threads", "3"], input.as_bytes());
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(
        run.err.starts_with("40 documents in ") && run.err.lines().count() == 1,
        "{}",
        run.err
    );
    let options = Options::default().with_date("2026-11-02");
    let wanted = sources.iter().enumerate();
    let wanted: Vec<Value> = wanted
        .map(|(n, text)| json!({"id": n, "report": report(text, &options)}))
        .collect();
    assert_eq!(run.lines(), wanted);
    let alone = averral(&["batch", "--threads", "1", "--quiet"], input.as_bytes());
    assert_eq!((alone.out, alone.err), (run.out, String::new()));
}

#[test]
fn documents_are_text_html_or_a_file_beside_the_list() {
    let folder = folder("sorts_of_documents");
    std::fs::write(folder.join("ferry.txt"), "The caf\u{e9} is closed.").unwrap();
    let list = folder.join("list.ndjson");
    let lines = [
        "\u{feff}{\"text\": \"The ferry is late.\", \"title\": \"kept by its owner\", \"url\": \"https://a.example/1\"}\r",
        "",
        r#"{"id": "b", "html": "The <b>ferry</b> is late."}"#,
        r#"{"id": "c", "path": "ferry.txt", "date": null}"#,
    ];
    std::fs::write(&list, lines.join("\n")).unwrap();
    let run = averral(&["batch", list.to_str().unwrap()], b"");
    assert_eq!(run.status, Some(0), "{}\n{}", run.err, run.out);
    let [text, html, path] = &run.lines()[..] else {
        panic!("three lines")
    };
    assert_eq!(
        (
            &text["id"],
            &text["line"],
            &text["report"]["article"]["url"]
        ),
        (&Value::Null, &json!(1), &json!("https://a.example/1"))
    );
    assert_eq!(
        (&html["id"], &html["report"]["article"]["format"]),
        (&json!("b"), &json!("html"))
    );
    assert_eq!(
        (&path["id"], &path["report"]["article"]["text"]),
        (&json!("c"), &json!("The caf\u{e9} is closed."))
    );
    assert_eq!(html.get("line"), None);
}

#[test]
fn a_folder_is_read_in_the_order_of_names() {
    let folder = folder("a_folder");
    std::fs::create_dir_all(folder.join("b")).unwrap();
    for (name, text) in [
        ("c.md", "The ferry is late."),
        ("a.HTML", "<p>The bus is late.</p>"),
        ("b/z.txt", "The tram is late."),
        ("b/a.jpg", "no"),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let run = averral(&["batch", folder.to_str().unwrap()], b"");
    let found: Vec<String> = run
        .lines()
        .iter()
        .map(|line| format!("{}: {}", line["id"], line["report"]["claims"][0]["text"]))
        .collect();
    assert_eq!(
        found,
        [
            "\"a.HTML\": \"The bus is late\"",
            "\"b/z.txt\": \"The tram is late\"",
            "\"c.md\": \"The ferry is late\""
        ]
    );
    assert_eq!(run.status, Some(0));
}

#[test]
fn on_request_a_row_is_a_claim() {
    let input = concat!(
        r#"{"id": "a", "text": "The council says that the ferry will not sail. The council sold the bus in May."}"#,
        "\n",
        r#"{"id": "b", "text": "Why?"}"#,
        "\n",
        r#"{"text": "The ferry sank."}"#,
        "\n",
        r#"{"id": "d"}"#,
        "\n",
    );
    let run = averral(&["batch", "--rows", "claims"], input.as_bytes());
    assert_eq!(run.status, Some(1));
    let found: Vec<Value> = run
        .lines()
        .iter()
        .map(|row| {
            json!([
                row["article"],
                row["claim"],
                row["holder"],
                row["kind"],
                row["polarity"],
                row["error"]["code"]
            ])
        })
        .collect();
    assert_eq!(
        found,
        [
            json!(["a", "c1", "The council", "prediction", "negative", null]),
            json!(["a", "c2", null, "fact", "positive", null]),
            json!([null, "c1", null, "fact", "positive", null]),
            json!([null, null, null, null, null, "bad_document"]),
        ]
    );
    assert_eq!(
        (&run.lines()[2]["line"], &run.lines()[3]["id"]),
        (&json!(3), &json!("d"))
    );
}
