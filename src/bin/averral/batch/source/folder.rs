//! The articles below a folder, in the order of their names.

use crate::fault::Fault;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What names of articles end in.
const ENDINGS: [&str; 7] = ["html", "htm", "xhtml", "md", "markdown", "txt", "text"];

pub struct Folder {
    root: PathBuf,
    /// What is left of each folder on the way down, the last name first.
    open: Vec<Vec<PathBuf>>,
}

impl Folder {
    pub fn open(root: &Path) -> io::Result<Folder> {
        Ok(Folder {
            root: root.to_path_buf(),
            open: vec![entries(root)?],
        })
    }

    fn id(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        let names: Vec<String> = below
            .iter()
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.join("/")
    }
}

impl Iterator for Folder {
    /// The path below the root, with `/` on every system, and the path to open.
    type Item = (String, Result<PathBuf, Fault>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some(path) = self.open.last_mut()?.pop() else {
                self.open.pop();
                continue;
            };
            // A link to a folder could lead in circles; one to a file is read.
            let is_folder = path
                .symlink_metadata()
                .is_ok_and(|metadata| metadata.is_dir());
            if is_folder {
                match entries(&path) {
                    Ok(entries) => self.open.push(entries),
                    Err(error) => return Some((self.id(&path), Err(Fault::from(&error)))),
                }
                continue;
            }
            let ending = path
                .extension()
                .and_then(|ending| ending.to_str())
                .unwrap_or_default();
            if ENDINGS
                .iter()
                .any(|known| known.eq_ignore_ascii_case(ending))
                && !path.is_dir()
            {
                return Some((self.id(&path), Ok(path)));
            }
        }
    }
}

/// The paths in a folder, the last name first.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut entries: Vec<PathBuf> = entries.collect::<io::Result<_>>()?;
    entries.sort_by(|one, other| other.cmp(one));
    Ok(entries)
}
