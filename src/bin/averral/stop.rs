//! What ends the command before its work is done.

use std::fmt;
use std::io::{self, Write};

/// Why the command stopped.
#[derive(Debug)]
pub enum Stop {
    /// The command line asks for what can't be done.
    Usage(String),
    /// What is to be read can't be, or what was read can't be written.
    Failed(String),
    /// Whoever read the output has closed it, as `head` does; what it wanted it has.
    Closed(String),
}

impl Stop {
    /// The input or output of that name failed.
    pub fn io(name: &str, error: &io::Error) -> Stop {
        let message = format!("{name}: {}", reason(error));
        if error.kind() == io::ErrorKind::BrokenPipe {
            Stop::Closed(message)
        } else {
            Stop::Failed(message)
        }
    }

    /// The same with more to say.
    pub fn and(self, more: &str) -> Stop {
        let with = |message: String| format!("{message}; {more}");
        match self {
            Stop::Usage(message) => Stop::Usage(with(message)),
            Stop::Failed(message) => Stop::Failed(with(message)),
            Stop::Closed(message) => Stop::Closed(with(message)),
        }
    }

    /// The exit status: 2 as for other wrong command lines, 141 as a shell shows for a program that a closed pipe ended.
    pub fn status(&self) -> u8 {
        match self {
            Stop::Usage(_) => 2,
            Stop::Failed(_) => 3,
            Stop::Closed(_) => 141,
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Stop::Usage(message) | Stop::Failed(message) | Stop::Closed(message)) = self;
        f.write_str(message)
    }
}

/// What went wrong, without the number that the system has for it.
pub fn reason(error: &io::Error) -> String {
    let message = error.to_string();
    match message.split_once(" (os error ") {
        Some((words, _)) => words.to_string(),
        None => message,
    }
}

/// One line on standard error. Where nobody reads that either, nothing can be said: `eprintln!` would panic.
pub fn say(message: &dyn fmt::Display) {
    let _ = writeln!(io::stderr(), "averral: {message}");
}
