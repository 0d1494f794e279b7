//! Counts how the work on repeated patterns grows (patterns/ has what is asked).

use crate::root;
use anyhow::{Context, ensure};
use std::process::Command;

/// Calls a function at every branch: LLVM's own pass, which needs no nightly compiler.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 \
                     -Cllvm-args=-sanitizer-coverage-trace-pc";

#[derive(clap::Args)]
pub struct Arguments {
    /// `read` (an article in each format, and its sentences) or `analyse` (whole reports)
    #[arg(default_value = "read")]
    pub kind: String,
    /// Number of the first pattern
    #[arg(long, default_value_t = 0)]
    pub first: u64,
    /// How many patterns
    #[arg(long, default_value_t = 10_000)]
    pub count: u64,
}

pub fn patterns(Arguments { kind, first, count }: &Arguments) -> anyhow::Result<()> {
    let version = Command::new("rustc").arg("-vV").output()?.stdout;
    let version = String::from_utf8(version)?;
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .context("rustc names no host")?;
    let target = root().join("target/patterns");
    // With a target of their own the flags pass build scripts by, which have nothing to call.
    let status = Command::new("cargo")
        .current_dir(root())
        .args(["build", "--quiet", "--locked", "--package", "patterns"])
        .args(["--target", host, "--target-dir"])
        .arg(&target)
        .env("RUSTFLAGS", FLAGS)
        .status()?;
    ensure!(status.success(), "the patterns can't be built");
    let status = Command::new(target.join(host).join("debug/patterns"))
        .args([kind, &first.to_string(), &count.to_string()])
        .status()?;
    ensure!(
        status.success(),
        "some patterns grow; where the program was ended, the last pattern begun is in {}",
        std::env::temp_dir().join("averral-pattern").display()
    );
    Ok(())
}
