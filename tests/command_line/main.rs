//! The command `averral`, run as its users run it.

mod bad_input;
mod batch;
mod files;
mod resume;

use averral::{Extractor, Options};
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;
use std::thread;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::english);

/// What a run has printed, and its exit status.
struct Run {
    status: Option<i32>,
    out: String,
    err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Run {
        Run {
            status: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    /// The lines of the output, each of them JSON.
    fn lines(&self) -> Vec<Value> {
        let lines = self.out.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_averral"));
    command
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the command with that standard input to its end.
fn averral(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = command(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A command that ends before its input does is no failure of the test.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let run = child.wait_with_output().unwrap().into();
    writer.join().unwrap();
    run
}

/// A folder of this test's own, empty.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("command_line")
        .join(test);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The report that the library gives, as JSON.
fn report(source: &str, options: &Options) -> Value {
    serde_json::to_value(EXTRACTOR.analyze(source, options).unwrap()).unwrap()
}
