//! A line on standard error that says how far the work is.

use std::cell::Cell;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

const EVERY: Duration = Duration::from_millis(250);

/// Documents so far.
#[derive(Default)]
pub struct Counts {
    pub read: u64,
    pub failed: u64,
    pub skipped: u64,
}

pub struct Progress {
    quiet: bool,
    terminal: bool,
    started: Instant,
    told: Cell<Option<Instant>>,
    length: Option<u64>,
    counter: Arc<AtomicU64>,
}

impl Progress {
    /// Of an input of that length, if it is known, whose bytes are counted.
    pub fn new(quiet: bool, length: Option<u64>, counter: Arc<AtomicU64>) -> Progress {
        Progress {
            quiet,
            terminal: io::stderr().is_terminal(),
            started: Instant::now(),
            told: Cell::new(None),
            length,
            counter,
        }
    }

    /// Says it on a terminal, over the line before, a few times a second.
    pub fn tell(&self, counts: &Counts) {
        if self.quiet
            || !self.terminal
            || self.told.get().is_some_and(|told| told.elapsed() < EVERY)
        {
            return;
        }
        self.told.set(Some(Instant::now()));
        let part = match self.length {
            Some(length @ 1..) => {
                let share = self.counter.load(Ordering::Relaxed) * 100 / length;
                format!(" · {share} % of the input")
            }
            _ => String::new(),
        };
        // Nothing is lost where standard error is closed.
        let _ = write!(io::stderr(), "\r\u{1b}[K{}{part}", self.line(counts));
    }

    /// The last line, which stays.
    pub fn end(&self, counts: &Counts) {
        if !self.quiet {
            let again = if self.terminal { "\r\u{1b}[K" } else { "" };
            let _ = writeln!(io::stderr(), "{again}{}", self.line(counts));
        }
    }

    fn line(&self, counts: &Counts) -> String {
        let seconds = self.started.elapsed().as_secs_f64();
        let done = counts.read + counts.failed;
        let mut line = format!("{done} document{}", if done == 1 { "" } else { "s" });
        if counts.failed > 0 {
            line += &format!(", {} with an error", counts.failed);
        }
        if counts.skipped > 0 {
            line += &format!(", {} skipped", counts.skipped);
        }
        line + &format!(
            " in {seconds:.0} s, {:.1} a second",
            done as f64 / seconds.max(0.001)
        )
    }
}
