//! Where the output goes: standard output or a file. What could not be written is told, and nothing after it is tried.

use crate::stop::Stop;
use anstream::{AutoStream, ColorChoice};
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

pub struct Output {
    name: String,
    to: Box<dyn Write>,
}

impl Output {
    /// Standard output, without the escape sequences that it does not want.
    pub fn standard(colors: ColorChoice) -> Output {
        Output {
            name: "standard output".into(),
            to: Box::new(AutoStream::new(io::stdout(), colors)),
        }
    }

    /// Standard output, byte by byte as it is given.
    pub fn plain() -> Output {
        Output {
            name: "standard output".into(),
            to: Box::new(io::stdout()),
        }
    }

    /// A file, at the place where it stands.
    pub fn file(path: &Path, file: File) -> Output {
        Output {
            name: path.display().to_string(),
            to: Box::new(file),
        }
    }

    /// Writes all of it, so that after a kill only this piece can be incomplete.
    pub fn write(&mut self, text: &str) -> Result<(), Stop> {
        let written = self
            .to
            .write_all(text.as_bytes())
            .and_then(|()| self.to.flush());
        written.map_err(|error| Stop::io(&self.name, &error))
    }
}
