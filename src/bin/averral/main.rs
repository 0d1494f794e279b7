//! The command `averral`: the claims of files, and of streams of documents.
//!
//! `averral FILE…` shows them (`show.rs`), `averral batch` reads many documents (`batch/`). Weights are inside the program;
//! nothing is fetched. Claims are found by the library alone: what stands here reads, writes and counts.

mod arguments;
mod batch;
mod fault;
mod folder;
mod format;
mod input;
mod output;
mod people;
mod show;
mod stop;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;
use stop::Stop;

/// Everything was read.
const READ: u8 = 0;
/// Some documents have an error instead of a report; all others have theirs.
const SOME_FAILED: u8 = 1;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let faults = match &arguments.command {
        Some(Command::Batch(arguments)) => batch::batch(arguments),
        None => show::show(&arguments.show),
    };
    let status = match faults {
        Ok(0) => READ,
        Ok(_) => SOME_FAILED,
        Err(stop) => {
            // Who leaves a pager has read enough, and need not be told.
            let left = arguments.command.is_none() && matches!(stop, Stop::Closed(_));
            if !left {
                stop::say(&stop);
            }
            stop.status()
        }
    };
    ExitCode::from(status)
}

/// How many documents could not be read, where the work was done to its end.
type Faults = Result<u64, Stop>;
