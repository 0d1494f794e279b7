//! `averral batch`: a stream or a folder of documents in, a line of JSON for each out, in the order of the input.
//!
//! One thread cuts the input into items (`source/`), several read documents (`read.rs`) with the same weights, and the main
//! thread writes (`pool.rs` keeps the order, and few documents in memory). A document that can't be read has a line with an
//! error; only input or output that fails ends the work, and `--skip-done` goes on from there (`done.rs`).

mod done;
mod pool;
mod progress;
mod read;
mod rows;
mod source;

use crate::arguments::ReadArguments;
use crate::output::Output;
use crate::stop::Stop;
use crate::{Faults, input};
use averral::Extractor;
use done::Done;
use progress::Progress;
use read::{Outcome, Reader};
use source::Source;
use std::fs::File;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

const INPUT: &str = "\
INPUT has an object a line: {\"id\", \"text\" | \"html\" | \"path\", \"date\"?, \"url\"?}. Paths count from the folder of INPUT, for standard \
input from the working directory. A document without id is known by its line. In a folder every .html, .htm, .md, .txt below it is read, \
in the order of names, with its path for id.";

#[derive(clap::Args)]
#[command(after_help = INPUT)]
pub struct BatchArguments {
    /// NDJSON file, `-` for standard input, or a folder of articles
    #[arg(default_value = "-")]
    input: PathBuf,
    /// What a line has
    #[arg(long, value_enum, default_value_t = Rows::Documents)]
    rows: Rows,
    /// File to write instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Output of an earlier run: its documents are skipped, and new lines are appended to it unless --out names another file
    #[arg(long, value_name = "OUT")]
    skip_done: Option<PathBuf>,
    /// Documents read at once [default: one for each core]
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// No progress and no summary on standard error
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    read: ReadArguments,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Rows {
    /// `{"id", "report"}`, or `{"id", "error": {"code", "message"}}`
    Documents,
    /// One claim: `{"article", "claim", "holder", "kind", …}`; errors as for documents
    Claims,
}

pub fn batch(arguments: &BatchArguments) -> Faults {
    let extractor = Extractor::english();
    let options = arguments.read.options(&extractor)?;
    let source = Source::open(&arguments.input, arguments.read.max_bytes)?;
    let (mut output, done) = open_output(arguments)?;
    let progress = Progress::new(arguments.quiet, source.length(), source.counter());
    let reader = Reader {
        extractor,
        options,
        rows: arguments.rows,
        folder: source.folder(),
        done,
    };
    let threads = arguments
        .threads
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get);
    let mut counts = progress::Counts::default();
    let worked = pool::in_order(
        source,
        threads,
        move |item| reader.read(item),
        |outcome| {
            match &outcome {
                Outcome::Skipped => counts.skipped += 1,
                Outcome::Read(text) => {
                    output.write(text)?;
                    counts.read += 1;
                }
                Outcome::Failed(text) => {
                    output.write(text)?;
                    counts.failed += 1;
                }
            }
            progress.tell(&counts);
            Ok(())
        },
    );
    progress.end(&counts);
    worked.map_err(|stop| {
        stop.and(&format!(
            "{} documents were written before",
            counts.read + counts.failed
        ))
    })?;
    Ok(counts.failed)
}

/// Where to write, and what stands there already.
fn open_output(arguments: &BatchArguments) -> Result<(Output, Done), Stop> {
    let mut done = Done::default();
    let out = arguments.out.as_ref().or(arguments.skip_done.as_ref());
    if let Some(out) = out {
        if same(out, &arguments.input) {
            let message = format!("{}: the output would overwrite the input", out.display());
            return Err(Stop::Usage(message));
        }
    }
    if let Some(path) = &arguments.skip_done {
        done = Done::read(path, arguments.rows)?;
    }
    let Some(path) = out else {
        return Ok((Output::plain(), done));
    };
    let failed = |error| Stop::io(&path.display().to_string(), &error);
    let goes_on = arguments
        .skip_done
        .as_ref()
        .is_some_and(|before| same(before, path));
    let file = if goes_on {
        done.cut(path).map_err(failed)?
    } else {
        File::create(path).map_err(failed)?
    };
    Ok((Output::file(path, file), done))
}

/// Whether two paths lead to one file.
fn same(one: &Path, other: &Path) -> bool {
    if input::is_standard(other) {
        return false;
    }
    one == other
        || match (one.canonicalize(), other.canonicalize()) {
            (Ok(one), Ok(other)) => one == other,
            _ => false,
        }
}
