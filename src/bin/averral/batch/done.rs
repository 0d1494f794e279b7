//! What an earlier run has written, so that it is not read again.

use super::Rows;
use super::source::lines::{Line, Lines};
use crate::stop::Stop;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Seek, SeekFrom};
use std::path::Path;

/// Longest line of an earlier output: far more than the report of the longest article.
const LIMIT: usize = 1 << 30;

/// By what a document is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Key {
    /// A string or an integer.
    Id(Value),
    /// The number of its line in the input, where it has no id that could be read.
    Line(u64),
}

impl Key {
    /// The id; `null` where there is none.
    pub fn id(&self) -> Value {
        match self {
            Key::Id(id) => id.clone(),
            Key::Line(_) => Value::Null,
        }
    }

    /// The number of the line, where there is no id.
    pub fn line(&self) -> Option<u64> {
        match self {
            Key::Id(_) => None,
            Key::Line(number) => Some(*number),
        }
    }

    /// 128 bits that no two of a billion documents share: ids of any length take the same room.
    fn digest(&self) -> u128 {
        let text = match self {
            Key::Id(id) => id.to_string(),
            Key::Line(number) => format!("line {number}"),
        };
        let half = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            (salt, &text).hash(&mut hasher);
            u128::from(hasher.finish())
        };
        half(0) << 64 | half(1)
    }
}

/// The documents that an output has, and where it is whole.
#[derive(Default)]
pub struct Done {
    keys: HashSet<u128>,
    whole: u64,
}

/// The beginning of a line of the output.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    article: Value,
    line: Option<u64>,
    report: Option<IgnoredAny>,
    error: Option<IgnoredAny>,
    claim: Option<IgnoredAny>,
}

impl Done {
    pub fn has(&self, key: &Key) -> bool {
        !self.keys.is_empty() && self.keys.contains(&key.digest())
    }

    /// Reads an output of the same kind of rows; a file that is not there has nothing done. A last line without its end
    /// does not count, nor do the rows of the last article, since more of them may have been to come.
    pub fn read(path: &Path, rows: Rows) -> Result<Done, Stop> {
        let mut done = Done::default();
        let name = path.display().to_string();
        let file = match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(done),
            file => file.map_err(|error| Stop::io(&name, &error))?,
        };
        let mut lines = Lines::new(file, LIMIT);
        let mut last: Option<Key> = None;
        loop {
            let before = lines.n_bytes;
            let Some(line) = lines.next().map_err(|error| Stop::io(&name, &error))? else {
                break;
            };
            if !lines.ended {
                break;
            }
            let key = key(&line, rows).ok_or_else(|| {
                let number = lines.number;
                Stop::Usage(format!("{name}: line {number} is none that `averral batch` has written with these --rows"))
            })?;
            match key {
                Written::Whole(key) => {
                    done.keys.extend(last.take().map(|key| key.digest()));
                    done.keys.insert(key.digest());
                    done.whole = lines.n_bytes;
                }
                Written::Row(key) if last.as_ref() == Some(&key) => {}
                Written::Row(key) => {
                    done.keys.extend(last.replace(key).map(|key| key.digest()));
                    done.whole = before;
                }
            }
        }
        Ok(done)
    }

    /// Opens the output to go on where it is whole; what stands behind is cut off.
    pub fn cut(&self, path: &Path) -> io::Result<File> {
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)?;
        if file.metadata()?.is_file() {
            file.set_len(self.whole)?;
            file.seek(SeekFrom::End(0))?;
        }
        Ok(file)
    }
}

/// What a line says is done.
enum Written {
    /// All of a document.
    Whole(Key),
    /// One of its claims.
    Row(Key),
}

fn key(line: &Line, rows: Rows) -> Option<Written> {
    let Line::Whole(bytes) = line else {
        return None;
    };
    let head: Head = serde_json::from_slice(bytes).ok()?;
    let known = |id: Value| match (id, head.line) {
        (Value::Null, Some(number)) => Some(Key::Line(number)),
        (Value::Null, None) => None,
        (id, _) => Some(Key::Id(id)),
    };
    match rows {
        Rows::Claims if head.claim.is_some() => known(head.article).map(Written::Row),
        Rows::Documents if head.report.is_some() => known(head.id).map(Written::Whole),
        _ if head.error.is_some() => known(head.id).map(Written::Whole),
        Rows::Claims | Rows::Documents => None,
    }
}
