//! A folder of exports: the files of each article, named after it.

use crate::format::{self, Format};
use crate::stop::Stop;
use averral::Report;
use averral::export::ExportFormat;
use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

pub struct Folder {
    path: PathBuf,
    format: ExportFormat,
    /// Names that are taken, in small letters: of two `index.html` the second is `index-2`.
    taken: HashSet<OsString>,
    /// The articles: an export never takes the place of one.
    articles: HashSet<PathBuf>,
}

impl Folder {
    /// The folder, made where it is missing.
    pub fn new(path: &Path, format: Format, articles: &[PathBuf]) -> Result<Folder, Stop> {
        let Format::Export(format) = format else {
            let message = format!("--out is for exports; --format is {}", format.name());
            return Err(Stop::Usage(message));
        };
        fs::create_dir_all(path).map_err(|error| Stop::io(&path.display().to_string(), &error))?;
        Ok(Folder {
            path: path.to_path_buf(),
            format,
            taken: HashSet::new(),
            articles: articles
                .iter()
                .filter_map(|article| fs::canonicalize(article).ok())
                .collect(),
        })
    }

    /// Writes the files of an article.
    pub fn write(&mut self, article: &Path, report: &Report) -> Result<(), Stop> {
        let own = match article.file_stem() {
            Some(stem) if article != Path::new("-") => stem.to_os_string(),
            _ => "standard-input".into(),
        };
        let mut stem = own.clone();
        let mut n = 1;
        while !self.taken.insert(stem.to_ascii_lowercase()) {
            n += 1;
            stem = own.clone();
            stem.push(format!("-{n}"));
        }
        for file in format::files(report, self.format) {
            // The types of brat are the same for all articles.
            let name = match file.name.split_once('.') {
                Some((_, extension)) if file.name != "annotation.conf" => {
                    let mut name = stem.clone();
                    name.push(format!(".{extension}"));
                    name
                }
                _ => file.name.into(),
            };
            let path = self.path.join(name);
            if fs::canonicalize(&path).is_ok_and(|path| self.articles.contains(&path)) {
                let message = format!("{}: the export would overwrite an article", path.display());
                return Err(Stop::Usage(message));
            }
            fs::write(&path, file.text)
                .map_err(|error| Stop::io(&path.display().to_string(), &error))?;
        }
        Ok(())
    }
}
