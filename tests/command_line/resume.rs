//! `--skip-done`: a run that was ended goes on where its output is whole.

use super::*;

const INPUT: &str = r#"{"id": "a", "text": "The ferry is late. The bus is late. The tram will never come."}
no document
{"id": "b", "text": "Why?"}
{"id": 3, "text": "The council says that the bridge may close."}
{"text": "The caf\u00e9 is closed. The park is open."}
"#;

#[test]
fn wherever_a_run_was_ended_the_next_one_completes_it() {
    let folder = folder("resume");
    let input = folder.join("input.ndjson");
    std::fs::write(&input, INPUT).unwrap();
    let out = folder.join("out.jsonl");
    let (input, path) = (input.to_str().unwrap(), out.to_str().unwrap());
    for rows in ["documents", "claims"] {
        let resume = || averral(&["batch", input, "--rows", rows, "--skip-done", path], b"");
        let _ = std::fs::remove_file(&out);
        assert_eq!(resume().status, Some(1));
        let whole = std::fs::read(&out).unwrap();
        assert!(!whole.is_empty());
        let lines: Vec<usize> = (0..whole.len()).filter(|&at| whole[at] == b'\n').collect();
        // At the beginning, inside each line, behind it, and at the end.
        let mut ends = vec![0];
        ends.extend(lines.iter().flat_map(|&at| [at - 30, at, at + 1]));
        for end in ends {
            std::fs::write(&out, &whole[..end]).unwrap();
            let run = resume();
            assert_eq!(run.out, "");
            let found = std::fs::read(&out).unwrap();
            assert_eq!(
                String::from_utf8_lossy(&found),
                String::from_utf8_lossy(&whole),
                "{rows} from {end}: {}",
                run.err
            );
        }
    }
}

#[test]
fn what_is_done_is_not_read_again() {
    let folder = folder("skip");
    let (before, after) = (folder.join("before.jsonl"), folder.join("after.jsonl"));
    let (before, after) = (before.to_str().unwrap(), after.to_str().unwrap());
    averral(&["batch", "--out", before], INPUT.as_bytes());
    let first = std::fs::read(before).unwrap();
    let more = format!("{INPUT}{{\"id\": \"new\", \"text\": \"The quay is wet.\"}}\n");
    let run = averral(
        &["batch", "--skip-done", before, "--out", after],
        more.as_bytes(),
    );
    assert_eq!(
        run.status,
        Some(0),
        "errors of the earlier run are told there"
    );
    assert!(
        run.err.starts_with("1 document, 5 skipped in "),
        "{}",
        run.err
    );
    assert_eq!(std::fs::read(before).unwrap(), first);
    let written = std::fs::read_to_string(after).unwrap();
    assert!(
        written.starts_with("{\"id\":\"new\",") && written.lines().count() == 1,
        "{written}"
    );
}
