//! `averral FILE…`: the claims of each file, for people or in another format.

use crate::arguments::ReadArguments;
use crate::fault::Fault;
use crate::folder::Folder;
use crate::format::{Format, Named};
use crate::output::Output;
use crate::people::Page;
use crate::stop::{self, Stop};
use crate::{Faults, input};
use anstream::ColorChoice;
use averral::{Extractor, Options, Report};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct ShowArguments {
    /// Articles in HTML, Markdown or plain text; `-` is standard input, which is also read where no file is named
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What to print: for people, a line of JSON a file, or an export; its other names are those of the library's formats
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Folder for the files of an export, each named after its article; it is made where it is missing
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// The article's address
    #[arg(long)]
    url: Option<String>,
    #[command(flatten)]
    read: ReadArguments,
    /// Columns of the text for people; unset it is as wide as the terminal, and unbroken elsewhere
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..))]
    width: Option<u16>,
    /// When to colour the text for people; `auto` is on terminals where NO_COLOR is unset
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

pub fn show(arguments: &ShowArguments) -> Faults {
    let mut files = arguments.files.clone();
    if files.is_empty() {
        if io::stdin().is_terminal() {
            let message = "name a file, or `-` for standard input; `averral --help` says more";
            return Err(Stop::Usage(message.into()));
        }
        files.push("-".into());
    }
    let many = files.len() > 1;
    if many && arguments.url.is_some() {
        return Err(Stop::Usage("--url is the address of one file".into()));
    }
    let format = arguments.format;
    let mut folder = match &arguments.out {
        Some(path) => Some(Folder::new(path, format, &files)?),
        None => None,
    };
    if folder.is_none() && (format.needs_folder() || many && !format.takes_many()) {
        let message = format!(
            "--format {} writes a file an article: give --out FOLDER",
            format.name()
        );
        return Err(Stop::Usage(message));
    }
    let extractor = Extractor::english();
    let mut options = arguments.read.options(&extractor)?;
    options.url.clone_from(&arguments.url);
    let page = Page {
        named: many,
        width: arguments.width.map(usize::from).or_else(terminal),
    };
    let mut output = if format.is_styled() {
        Output::standard(arguments.color.choice())
    } else {
        Output::plain()
    };
    let (mut read, mut faults) = (0_u64, 0);
    if folder.is_none() {
        output.write(format.before(many))?;
    }
    for path in &files {
        let outcome = report(&extractor, path, &options);
        match (outcome, &mut folder) {
            (Ok(report), Some(folder)) => folder.write(path, &report)?,
            (Ok(report), None) => {
                let named = Named {
                    name: &path.display().to_string(),
                    report: &report,
                    many,
                    first: read == 0,
                };
                output.write(&format.write(&named, &page))?;
                read += 1;
            }
            (Err(fault), _) => {
                stop::say(&format!("{}: {fault}", path.display()));
                faults += 1;
            }
        }
    }
    if folder.is_none() {
        output.write(format.after(many))?;
    }
    Ok(faults)
}

fn report(extractor: &Extractor, path: &Path, options: &Options) -> Result<Report, Fault> {
    let bytes = input::bytes(path, options.max_bytes)?;
    Ok(extractor.analyze_bytes(&bytes, options)?)
}

impl Color {
    fn choice(self) -> ColorChoice {
        match self {
            // Looks at NO_COLOR, CLICOLOR, TERM and whether it is a terminal.
            Color::Auto => anstream::AutoStream::choice(&io::stdout()),
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        }
    }
}

/// How wide the terminal is, when standard output is one.
fn terminal() -> Option<usize> {
    terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0).max(20))
}
