//! The project's chores: `cargo xtask --help` lists them.

mod analyze;
mod build;
mod check;
mod evaluate;
mod measure;
mod mutants;
mod patterns;
mod predict;
mod python;
mod reports;
mod serve;

use averral::Extractor;
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Builds, shows, checks and measures averral"
)]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build the npm package in pkg/: wasm, glue, types, schema
    Build,
    /// Build, print the claims of a sample article, and serve the demo
    Serve {
        /// Port to listen on
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Run every test and check
    Check,
    /// Put the packed npm package into fresh projects of each bundler and run them in a browser
    Bundlers,
    /// Print the report of a file, `-` for standard input
    Analyze(analyze::Arguments),
    /// Write predictions in the format of a task's scorer
    Predict {
        /// One of the known tasks; an unknown one lists them
        task: String,
        /// File or folder in the format of the task
        input: PathBuf,
        /// File or folder to write
        output: PathBuf,
    },
    /// Break the rules one at a time and count what no test notices, into evaluation/mutants.md
    Mutants(mutants::Arguments),
    /// Look for repeated patterns on which the work grows faster than the text
    Patterns(patterns::Arguments),
    /// Write the reports of many articles into one file
    Reports(reports::WriteArguments),
    /// Print what differs between two files of reports; fail where anything does
    Compare(reports::CompareArguments),
    /// Predict and score every task that a data folder holds dev data for
    Evaluate {
        /// Folder laid out as evaluation/README.md says
        data: PathBuf,
    },
    /// Count how often each rule is right on gold articles, into src/report/reliability.tsv
    Calibrate {
        /// Folder laid out as evaluation/README.md says
        data: PathBuf,
    },
    /// Learn how sure a whole claim is from claims that readers judged, into src/claim/confidence.tsv
    Confidence {
        /// Folder laid out as evaluation/README.md says
        data: PathBuf,
    },
    /// Measure bytes, load time and speed beside other libraries, into evaluation/results.md
    Measure,
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().chore {
        Chore::Build => build::build().map(|_| ()),
        Chore::Serve { port } => serve::serve(port),
        Chore::Check => check::check(),
        Chore::Bundlers => check::bundlers(),
        Chore::Analyze(arguments) => analyze::analyze(&arguments),
        Chore::Predict {
            task,
            input,
            output,
        } => predict::predict(&task, &input, &output),
        Chore::Mutants(arguments) => mutants::mutants(&arguments),
        Chore::Patterns(arguments) => patterns::patterns(&arguments),
        Chore::Reports(arguments) => reports::write(&arguments),
        Chore::Compare(arguments) => reports::compare(&arguments),
        Chore::Evaluate { data } => evaluate::evaluate(&data),
        Chore::Calibrate { data } => evaluate::calibrate(&data),
        Chore::Confidence { data } => evaluate::confidence(&data),
        Chore::Measure => measure::measure(),
    }
}

/// The repository's root.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// The bytes of the committed weights.
fn weights() -> anyhow::Result<Vec<u8>> {
    let path = root().join("weights/averral-en.weights");
    std::fs::read(&path).map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))
}

/// An extractor with the committed weights.
fn extractor() -> anyhow::Result<Extractor> {
    Ok(Extractor::new(&weights()?)?)
}
