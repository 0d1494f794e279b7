//! The command line.

use crate::batch::BatchArguments;
use crate::show::ShowArguments;
use crate::stop::Stop;
use averral::options::Format;
use averral::{Extractor, Options};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};

const STATUS: &str = "\
Exit status: 0 all was read; 1 some files or documents have an error; 2 wrong command line; 3 input or output failed before \
the end; 141 the reader of the output has closed it.";

#[derive(Parser)]
#[command(
    name = "averral",
    version,
    about = "Finds what English articles claim, who claims it, how surely and why",
    args_conflicts_with_subcommands = true,
    after_help = STATUS
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub show: ShowArguments,
}

#[derive(Subcommand)]
pub enum Command {
    /// Read many documents: NDJSON or a folder in, a line of JSON a document out
    Batch(BatchArguments),
}

/// How sources are read.
#[derive(clap::Args)]
pub struct ReadArguments {
    /// How the articles are written
    #[arg(long, value_name = "FORMAT", default_value = "auto",
          value_parser = PossibleValuesParser::new(["auto", "html", "markdown", "text"]).map(|name| input_format(&name)))]
    pub input_format: Format,
    /// Date that relative times count from, before the article's own
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Longest article that is read
    #[arg(long, value_name = "BYTES", default_value_t = Options::default().max_bytes)]
    pub max_bytes: usize,
}

impl ReadArguments {
    /// The options of an article, when they make sense.
    pub fn options(&self, extractor: &Extractor) -> Result<Options, Stop> {
        let mut options = Options::default()
            .with_format(self.input_format)
            .with_max_bytes(self.max_bytes);
        options.date.clone_from(&self.date);
        // Said once here instead of for each document.
        match extractor.analyze("", &options) {
            Ok(_) => Ok(options),
            Err(error) => Err(Stop::Usage(error.to_string())),
        }
    }
}

fn input_format(name: &str) -> Format {
    match name {
        "html" => Format::Html,
        "markdown" => Format::Markdown,
        "text" => Format::Text,
        _ => Format::Auto,
    }
}
