//! Where documents come from: lines of NDJSON, or the files of a folder.

mod folder;
pub mod lines;

use crate::fault::Fault;
use crate::input;
use crate::stop::Stop;
use folder::Folder;
use lines::{Line, Lines};
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A document that nobody has looked at yet.
pub enum Item {
    /// A line of NDJSON with its number, from 1.
    Line(u64, Result<Vec<u8>, Fault>),
    /// A file of a folder with its path below it.
    File(String, Result<PathBuf, Fault>),
}

/// The items of an input, one after the other.
pub struct Source {
    items: Items,
    folder: PathBuf,
    length: Option<u64>,
    counter: Arc<AtomicU64>,
}

enum Items {
    Lines {
        name: String,
        lines: Lines<Box<dyn Read + Send>>,
        limit: usize,
    },
    Folder(Folder),
}

impl Source {
    /// The input of that path, with lines of at most `limit` bytes.
    pub fn open(path: &Path, limit: usize) -> Result<Source, Stop> {
        let counter = Arc::default();
        if input::is_standard(path) {
            if io::stdin().is_terminal() {
                let message = "name an NDJSON file or a folder, or send NDJSON to standard input";
                return Err(Stop::Usage(message.into()));
            }
            let lines = Lines::new(Box::new(io::stdin()) as Box<dyn Read + Send>, limit);
            return Ok(Source {
                items: Items::Lines {
                    name: "standard input".into(),
                    lines,
                    limit,
                },
                folder: PathBuf::new(),
                length: None,
                counter,
            });
        }
        let name = path.display().to_string();
        let failed = |error| Stop::io(&name, &error);
        if path.is_dir() {
            return Ok(Source {
                items: Items::Folder(Folder::open(path).map_err(failed)?),
                folder: path.to_path_buf(),
                length: None,
                counter,
            });
        }
        let file = File::open(path).map_err(failed)?;
        let metadata = file.metadata().map_err(failed)?;
        let lines = Lines::new(Box::new(file) as Box<dyn Read + Send>, limit);
        Ok(Source {
            items: Items::Lines { name, lines, limit },
            folder: path.parent().map(Path::to_path_buf).unwrap_or_default(),
            length: Some(metadata.len()).filter(|_| metadata.is_file()),
            counter,
        })
    }

    /// The folder that paths of documents count from.
    pub fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    /// Bytes of the input, where they are known.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// Counts the bytes that were read.
    pub fn counter(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.counter)
    }
}

impl Iterator for Source {
    type Item = Result<Item, Stop>;

    fn next(&mut self) -> Option<Self::Item> {
        let (name, lines, limit) = match &mut self.items {
            Items::Folder(folder) => {
                return folder.next().map(|(id, path)| Ok(Item::File(id, path)));
            }
            Items::Lines { name, lines, limit } => (name, lines, *limit),
        };
        loop {
            let line = match lines.next() {
                Ok(line) => line?,
                Err(error) => return Some(Err(Stop::io(name, &error))),
            };
            self.counter.store(lines.n_bytes, Ordering::Relaxed);
            let bytes = match line {
                Line::Whole(bytes) if bytes.trim_ascii().is_empty() => continue,
                Line::Whole(bytes) => Ok(bytes),
                Line::TooLong => Err(Fault::too_long(limit)),
            };
            return Some(Ok(Item::Line(lines.number, bytes)));
        }
    }
}
