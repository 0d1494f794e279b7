//! One document: from its line or file to the line that is written of it.

use super::done::{Done, Key};
use super::rows;
use super::source::Item;
use super::{Rows, pool};
use crate::fault::Fault;
use crate::format::line;
use crate::input;
use averral::options::Format;
use averral::{Extractor, Options, Report};
use serde_json::{Map, Value, json};
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::Once;
use std::thread;

/// Reads documents; all threads have the same one, so that the weights are in memory once.
pub struct Reader {
    pub extractor: Extractor,
    /// For what a document leaves open.
    pub options: Options,
    pub rows: Rows,
    /// Where paths of documents count from.
    pub folder: PathBuf,
    pub done: Done,
}

/// What is written of a document.
pub enum Outcome {
    /// An earlier run has written it.
    Skipped,
    Read(String),
    /// It has an error instead of a report.
    Failed(String),
}

/// What a document is made of.
enum Source {
    Text(String),
    Bytes(PathBuf),
}

impl Reader {
    pub fn read(&self, item: Item) -> Outcome {
        let (key, document) = match item {
            Item::File(id, path) => (
                Key::Id(id.into()),
                path.map(|path| (Source::Bytes(path), self.options.clone())),
            ),
            Item::Line(number, Err(fault)) => (Key::Line(number), Err(fault)),
            Item::Line(number, Ok(bytes)) => self.document(number, &bytes),
        };
        if self.done.has(&key) {
            return Outcome::Skipped;
        }
        match document.and_then(|(source, options)| self.report(&source, &options)) {
            Ok(report) if self.rows == Rows::Claims => Outcome::Read(rows::rows(&key, &report)),
            Ok(report) => Outcome::Read(line(&Written {
                key: &key,
                report: Some(&report),
                error: None,
            })),
            Err(fault) => Outcome::Failed(line(&Written {
                key: &key,
                report: None,
                error: Some(&fault),
            })),
        }
    }

    /// Key, source and options of a line. Fields that it has besides are the sender's own.
    fn document(&self, number: u64, bytes: &[u8]) -> (Key, Result<(Source, Options), Fault>) {
        let fields = match object(bytes) {
            Ok(fields) => fields,
            Err(fault) => return (Key::Line(number), Err(fault)),
        };
        let key = match fields.get("id") {
            None | Some(Value::Null) => Key::Line(number),
            Some(id) if id.is_string() || id.is_u64() || id.is_i64() => Key::Id(id.clone()),
            Some(id) => {
                let message = format!("`id` is {id}; give a string or an integer");
                return (Key::Line(number), Err(Fault::new("bad_document", message)));
            }
        };
        (key, self.fields(fields))
    }

    fn fields(&self, mut fields: Map<String, Value>) -> Result<(Source, Options), Fault> {
        let mut text = |name: &str| match fields.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => {
                let kind = kind(&other);
                Err(Fault::new(
                    "bad_document",
                    format!("`{name}` is {kind}; give a string"),
                ))
            }
        };
        let mut options = self.options.clone();
        if let Some(date) = text("date")? {
            options.date = Some(date);
        }
        options.url = text("url")?;
        let source = match (text("text")?, text("html")?, text("path")?) {
            (Some(text), None, None) => Source::Text(text),
            (None, Some(html), None) => {
                options.format = Format::Html;
                Source::Text(html)
            }
            (None, None, Some(path)) => Source::Bytes(self.folder.join(path)),
            _ => {
                return Err(Fault::new(
                    "bad_document",
                    "give one of `text`, `html` and `path`",
                ));
            }
        };
        Ok((source, options))
    }

    fn report(&self, source: &Source, options: &Options) -> Result<Report, Fault> {
        caught(|| match source {
            Source::Text(text) => Ok(self.extractor.analyze(text, options)?),
            Source::Bytes(path) => {
                // The document says so, and `-` is no file of a folder: a path is never standard input here.
                let bytes = input::file(path, options.max_bytes).map_err(|fault| Fault {
                    message: format!("{}: {}", path.display(), fault.message),
                    ..fault
                })?;
                Ok(self.extractor.analyze_bytes(&bytes, options)?)
            }
        })
    }
}

/// A fault of the program's own is one document's error, and the others are read.
fn caught<T>(read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    // The message goes into the document's line; the one on standard error would stand among the progress.
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |about| {
            if thread::current().name() != Some(pool::WORKER) {
                usual(about);
            }
        }));
    });
    // The extractor keeps nothing between two documents that a fault could leave half done.
    panic::catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|cause| {
        let message = cause.downcast_ref::<String>().map(String::as_str);
        let message = message
            .or_else(|| cause.downcast_ref::<&str>().copied())
            .unwrap_or("no message");
        Err(Fault::new(
            "crashed",
            format!("a fault of averral's, please report it: {message}"),
        ))
    })
}

fn object(bytes: &[u8]) -> Result<Map<String, Value>, Fault> {
    // Some editors begin a file with a byte order mark.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let message = format!(
            "the line is no UTF-8 from its byte {} on",
            error.valid_up_to() + 1
        );
        Fault::new("bad_utf8", message)
    })?;
    match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(other) => Err(Fault::new(
            "bad_document",
            format!("the line is {}; give an object", kind(&other)),
        )),
        Err(error) => Err(Fault::new(
            "bad_json",
            format!("the line is no JSON: {error}"),
        )),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// A line of the output.
struct Written<'a> {
    key: &'a Key,
    report: Option<&'a Report>,
    error: Option<&'a Fault>,
}

impl serde::Serialize for Written<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        // First, so that who looks for a document need not read its report.
        map.serialize_entry("id", &self.key.id())?;
        if let Key::Line(number) = self.key {
            map.serialize_entry("line", number)?;
        }
        if let Some(report) = self.report {
            map.serialize_entry("report", report)?;
        }
        if let Some(fault) = self.error {
            map.serialize_entry("error", &json!(fault))?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_the_program_is_an_error_of_the_document() {
        let fault = caught::<()>(|| panic!("the index is {}", 3)).unwrap_err();
        assert_eq!(fault.code, "crashed");
        assert!(fault.message.ends_with("the index is 3"));
        assert_eq!(caught(|| Ok(3)), Ok(3));
    }
}
