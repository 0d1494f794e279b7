//! Mutation testing: breaks the rules one at a time and counts how often no test notices, into evaluation/mutants.md.

use crate::root;
use anyhow::{Context, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::Command;

/// The folders whose rules are broken.
const ROOMS: [&str; 4] = ["analysis", "attribution", "claim", "argument"];

#[derive(clap::Args)]
pub struct Arguments {
    /// Which part of all mutants to try, `k/n`: every n-th, from the k-th on. All take many hours
    #[arg(long, default_value = "0/100")]
    shard: String,
}

/// Mutants of one folder by what became of them.
#[derive(Default)]
struct Counts {
    caught: usize,
    survived: usize,
    unviable: usize,
}

impl Counts {
    fn viable(&self) -> usize {
        self.caught + self.survived
    }

    /// How many of a hundred viable mutants no test noticed.
    fn share(&self) -> f64 {
        100.0 * self.survived as f64 / self.viable().max(1) as f64
    }
}

/// Tries the mutants in a copy of the repository, against the tests that stand beside the rules.
pub fn mutants(arguments: &Arguments) -> anyhow::Result<()> {
    let root = root();
    let work = root.join("target/mutants");
    let mut command = Command::new("cargo");
    command.current_dir(&root).arg("mutants");
    command.args(["--shard", &arguments.shard, "--sharding", "round-robin"]);
    command.args(["--package", "averral", "--timeout", "120", "--no-shuffle"]);
    for room in ROOMS {
        command.arg("--file").arg(format!("src/{room}/**"));
    }
    // Only the tests that stand beside the rules are built.
    command.args(["--features", "_internals", "--cargo-arg=--lib", "--output"]);
    command.arg(&work);
    let status = command.status().context("cargo can't be run")?;
    let outcomes = work.join("mutants.out/outcomes.json");
    // Exit status 2 tells of survivors, 3 of tests that ran too long.
    ensure!(
        matches!(status.code(), Some(0 | 2 | 3)) && outcomes.exists(),
        "cargo mutants failed; `cargo install cargo-mutants` gets it"
    );
    let outcomes: Value = serde_json::from_slice(&std::fs::read(outcomes)?)?;
    let page = page(&arguments.shard, &outcomes)?;
    print!("{page}");
    Ok(std::fs::write(root.join("evaluation/mutants.md"), page)?)
}

fn page(shard: &str, outcomes: &Value) -> anyhow::Result<String> {
    let mut rooms: BTreeMap<String, Counts> = BTreeMap::new();
    let mut survivors = Vec::new();
    for outcome in outcomes["outcomes"].as_array().into_iter().flatten() {
        let mutant = &outcome["scenario"]["Mutant"];
        let Some(file) = mutant["file"].as_str() else {
            continue;
        };
        let room = file
            .split('/')
            .nth(1)
            .unwrap_or(file)
            .trim_end_matches(".rs");
        for name in [room, "all"] {
            let counts = rooms.entry(name.to_string()).or_default();
            match outcome["summary"].as_str() {
                Some("CaughtMutant" | "Timeout") => counts.caught += 1,
                Some("MissedMutant") => counts.survived += 1,
                _ => counts.unviable += 1,
            }
        }
        if outcome["summary"] == "MissedMutant" {
            survivors.push(mutant["name"].as_str().unwrap_or(file));
        }
    }
    let mut page = format!(
        "# Rules broken on purpose\n\nPrinted by `cargo xtask mutants --shard {shard}` (cargo-mutants, every n-th mutant \
         of these folders, against `cargo test --lib`). Viable mutants compile; a test that runs too long has noticed.\n\n\
         | folder | viable | noticed | survived | of 100 |\n| --- | --- | --- | --- | --- |\n"
    );
    for (room, counts) in &rooms {
        writeln!(
            page,
            "| {room} | {} | {} | {} | {:.1} |",
            counts.viable(),
            counts.caught,
            counts.survived,
            counts.share()
        )?;
    }
    survivors.sort_unstable();
    writeln!(page, "\nSurvivors:\n")?;
    for survivor in survivors {
        writeln!(page, "- `{survivor}`")?;
    }
    Ok(page)
}
