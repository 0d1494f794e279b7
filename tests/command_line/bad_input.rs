//! What goes wrong outside is told in one line, ends no more than it must, and loses nothing that was read.

use super::*;
use serde_json::json;
use std::io::{BufRead, BufReader};

#[test]
fn documents_that_cant_be_read_have_an_error_line_and_their_neighbours_a_report() {
    let folder = folder("bad_documents");
    let list = folder.join("list.ndjson");
    let long = format!("{{\"id\": 9, \"text\": \"{}\"}}", "x".repeat(3000));
    let cases: [(&[u8], &str, Value); 14] = [
        (b"The ferry is late.", "bad_json", json!(null)),
        (
            b"{\"id\": 1, \"text\": \"The ferry",
            "bad_json",
            json!(null),
        ),
        (
            b"{\"id\": 1, \"text\": \"\\ud800\"}",
            "bad_json",
            json!(null),
        ),
        (b"[1, 2]", "bad_document", json!(null)),
        (
            b"{\"id\": [1], \"text\": \"\"}",
            "bad_document",
            json!(null),
        ),
        (b"{\"id\": 2}", "bad_document", json!(2)),
        (
            b"{\"id\": 3, \"text\": \"a\", \"html\": \"b\"}",
            "bad_document",
            json!(3),
        ),
        (b"{\"id\": 4, \"text\": 7}", "bad_document", json!(4)),
        (
            b"{\"id\": 5, \"text\": \"a\", \"date\": \"yesterday\"}",
            "bad_option",
            json!(5),
        ),
        (
            b"{\"id\": 6, \"text\": \"caf\xe9\"}",
            "bad_utf8",
            json!(null),
        ),
        (
            b"{\"id\": 7, \"path\": \"nowhere.txt\"}",
            "missing_file",
            json!(7),
        ),
        (b"{\"id\": 8, \"path\": \".\"}", "unreadable", json!(8)),
        (long.as_bytes(), "too_long", json!(null)),
        (
            b"{\"id\": 10, \"path\": \"list.ndjson\"}",
            "too_long",
            json!(10),
        ),
    ];
    let good = b"{\"id\": \"good\", \"text\": \"The ferry is late.\"}\n";
    let mut input = Vec::new();
    for (line, _, _) in &cases {
        input.extend([line, b"\n".as_slice(), good].concat());
    }
    std::fs::write(&list, &input).unwrap();
    let run = averral(
        &["batch", "--max-bytes", "2000", list.to_str().unwrap()],
        b"",
    );
    assert_eq!(run.status, Some(1));
    assert!(
        run.err.starts_with("28 documents, 14 with an error in ") && run.err.lines().count() == 1,
        "{}",
        run.err
    );
    let lines = run.lines();
    assert_eq!(lines.len(), 28);
    for (index, (case, pair)) in cases.iter().zip(lines.chunks(2)).enumerate() {
        let (line, code, id) = case;
        let shown = String::from_utf8_lossy(&line[..line.len().min(60)]);
        assert_eq!(
            (&pair[0]["error"]["code"], &pair[0]["id"]),
            (&json!(code), id),
            "{shown}: {}",
            pair[0]
        );
        if id.is_null() {
            assert_eq!(pair[0]["line"], json!(2 * index + 1), "{shown}");
        }
        assert!(
            pair[0]["error"]["message"]
                .as_str()
                .is_some_and(|message| !message.contains('\n'))
        );
        assert_eq!(
            (
                &pair[1]["id"],
                pair[1]["report"]["claims"].as_array().map(Vec::len)
            ),
            (&json!("good"), Some(1))
        );
    }
}

/// The line comes through a pipe, so that nobody has to have a gigabyte; the command has not either.
#[test]
#[cfg(target_os = "linux")]
fn a_line_of_a_gigabyte_is_an_error_and_takes_no_memory() {
    let mut child = command(&["batch", "--threads", "1"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..1024 {
        stdin.write_all(&piece).unwrap();
    }
    stdin
        .write_all(b"\n{\"id\": 1, \"text\": \"The ferry is late.\"}\n")
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map(|line| line.unwrap());
    let mut next = || serde_json::from_str::<Value>(&lines.next().unwrap()).unwrap();
    assert_eq!(next()["error"]["code"], "too_long");
    assert_eq!(next()["report"]["claims"][0]["text"], "The ferry is late");
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    let peak: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    assert!(peak < 200_000, "{peak} kB at most");
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn files_that_cant_be_read_are_told_and_the_others_printed() {
    let folder = folder("bad_files");
    let good = folder.join("good.txt");
    std::fs::write(&good, b"The caf\xe9 is closed.").unwrap();
    let (missing, good) = (folder.join("missing.txt"), good.to_str().unwrap());
    let run = averral(
        &[missing.to_str().unwrap(), folder.to_str().unwrap(), good],
        b"",
    );
    assert_eq!(run.status, Some(1));
    let told: Vec<&str> = run.err.lines().collect();
    assert_eq!(
        told,
        [
            format!(
                "averral: {}: No such file or directory (missing_file)",
                missing.display()
            ),
            format!("averral: {}: Is a directory (unreadable)", folder.display()),
        ]
    );
    // Bytes that are no UTF-8 have another encoding, which is found.
    assert!(run.out.contains("The café is closed."), "{}", run.out);
    let long = averral(&["--max-bytes", "5", good], b"");
    assert_eq!((long.status, long.out.as_str()), (Some(1), ""));
    assert!(
        long.err
            .ends_with("longer than the limit of 5 bytes; --max-bytes raises it (too_long)\n"),
        "{}",
        long.err
    );
}

#[test]
fn an_input_that_is_not_there_is_told() {
    let run = averral(&["batch", "nowhere.ndjson"], b"");
    assert_eq!(
        (run.status, run.err.as_str()),
        (
            Some(3),
            "averral: nowhere.ndjson: No such file or directory\n"
        )
    );
}

#[test]
fn wrong_command_lines_are_told() {
    let folder = folder("wrong_command_lines");
    let list = folder.join("list.ndjson");
    std::fs::write(&list, "{\"id\": 1, \"text\": \"The ferry is late.\"}\n").unwrap();
    let list = list.to_str().unwrap();
    for (arguments, message) in [
        (
            &["--date", "yesterday"][..],
            "averral: the option `date` is \"yesterday\"; give a date as YYYY-MM-DD\n",
        ),
        (
            &["--format", "pdf"],
            "error: invalid value 'pdf' for '--format <FORMAT>'",
        ),
        (
            &["--url", "https://a.example", "a", "b"],
            "averral: --url is the address of one file\n",
        ),
        (
            &["batch", "--threads", "0"],
            "error: invalid value '0' for '--threads <N>'",
        ),
        (
            &["batch", list, "--out", list],
            &format!("averral: {list}: the output would overwrite the input\n"),
        ),
        (
            &["batch", "--skip-done", list],
            &format!(
                "averral: {list}: line 1 is none that `averral batch` has written with these --rows\n"
            ),
        ),
    ] {
        let run = averral(arguments, b"");
        assert_eq!(
            (run.status, run.out.as_str()),
            (Some(2), ""),
            "{arguments:?}: {}",
            run.err
        );
        assert!(run.err.starts_with(message), "{arguments:?}: {}", run.err);
    }
    // Nothing of it is lost.
    assert_eq!(std::fs::read_to_string(list).unwrap().lines().count(), 1);
}

/// `/dev/full` is a disk without room.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_with_what_was_written() {
    let input = b"{\"id\": 1, \"text\": \"The ferry is late.\"}\n";
    let run = averral(&["batch", "--quiet", "--out", "/dev/full"], input);
    let message = "averral: /dev/full: No space left on device; 0 documents were written before\n";
    assert_eq!((run.status, run.err.as_str()), (Some(3), message));
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let folder = folder("a_full_disk");
    let article = folder.join("article.txt");
    std::fs::write(&article, "The ferry is late.").unwrap();
    let run: Run = command(&[article.to_str().unwrap()])
        .stdout(full)
        .output()
        .unwrap()
        .into();
    assert_eq!(
        (run.status, run.err.as_str()),
        (
            Some(3),
            "averral: standard output: No space left on device\n"
        )
    );
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_ends_the_work() {
    let mut child = command(&["batch", "--quiet", "--threads", "2"])
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // Kept open, as by a sender who has more: the command does not wait for it.
    let writer = thread::spawn(move || {
        for id in 0..200 {
            let text = "The ferry is late. ".repeat(20);
            if writeln!(stdin, "{}", json!({"id": id, "text": text})).is_err() {
                break;
            }
        }
        stdin
    });
    let mut line = String::new();
    BufReader::with_capacity(100, child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    assert!(line.starts_with("{\"id\":0,\"report\":"), "{line}");
    let run: Run = child.wait_with_output().unwrap().into();
    drop(writer.join().unwrap());
    assert_eq!(run.status, Some(141));
    assert!(
        run.err
            .starts_with("averral: standard output: Broken pipe; ")
            && run.err.lines().count() == 1,
        "{}",
        run.err
    );
}

#[test]
#[cfg(unix)]
fn who_has_read_enough_hears_nothing() {
    let mut child = command(&["--format", "json", "-"]).spawn().unwrap();
    drop(child.stdout.take());
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"The ferry is late.")
        .unwrap();
    let run: Run = child.wait_with_output().unwrap().into();
    assert_eq!((run.status, run.err.as_str()), (Some(141), ""));
}
