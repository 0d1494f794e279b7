//! Every test and check, one after the other; the first that fails ends it.

use crate::{build, patterns, python, root};
use anyhow::{bail, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Files that are generated and committed.
const GENERATED: [&str; 2] = ["pkg/generated/averral.d.ts", "pkg/report.schema.json"];

/// Patterns that are tried: some ten seconds. `cargo xtask patterns` tries more.
const PATTERNS: u64 = 80;

pub fn check() -> anyhow::Result<()> {
    let root = root();
    let mut done = Vec::new();
    let mut step =
        |name: &str, run: &mut dyn FnMut() -> anyhow::Result<()>| -> anyhow::Result<()> {
            println!("\n== {name}");
            let started = Instant::now();
            run().map_err(|error| error.context(format!("check failed: {name}")))?;
            done.push(format!(
                "{:>6.1} s  {name}",
                started.elapsed().as_secs_f32()
            ));
            Ok(())
        };
    let cargo = |arguments: &str| command(&root, "cargo", arguments);
    step("format", &mut || cargo("fmt --all --check"))?;
    step("lints", &mut || {
        cargo(
            "clippy --workspace --all-targets --features averral/schema,averral/cli -- -D warnings",
        )?;
        // The crate as it ships, without what the evaluation opens.
        cargo("clippy --package averral --features wasm -- -D warnings")
    })?;
    step("tests", &mut || {
        cargo("test --workspace --features averral/_internals,averral/cli --quiet")
    })?;
    step("patterns", &mut || {
        patterns::patterns(&patterns::Arguments {
            kind: "read".into(),
            first: 0,
            count: PATTERNS,
        })
    })?;
    step("documentation", &mut || {
        cargo("doc --package averral --no-deps --quiet")?;
        cargo("doc --package averral --no-deps --quiet --features english")
    })?;
    step("exports, read back", &mut || {
        let folder = root.join("tests/exports");
        npm(&folder)?;
        command(&folder, "node", "--test .")
    })?;
    step("python", &mut python::check)?;
    step("package", &mut || build::build().map(|_| ()))?;
    let chromium = chromium()?;
    step("package tests", &mut || {
        command(&root, "node", "--test tests/package/")
    })?;
    step("publint", &mut || {
        command(
            &root,
            "node",
            "node_modules/publint/src/cli.js pkg --strict",
        )
    })?;
    step("browser tests", &mut || {
        let status = Command::new("node")
            .current_dir(&root)
            .args(["--test", "tests/browser/"])
            .env("AVERRAL_CHROMIUM", &chromium)
            .status()?;
        ensure!(status.success(), "the browser tests failed");
        Ok(())
    })?;
    step("generated files are the committed ones", &mut || {
        let mut git = Command::new("git");
        let status = git
            .current_dir(&root)
            .args(["diff", "--exit-code", "--"])
            .args(GENERATED)
            .status()?;
        ensure!(status.success(), "commit the generated files");
        Ok(())
    })?;
    println!("\nall checks passed\n{}", done.join("\n"));
    Ok(())
}

/// The package as npm would publish it, in fresh projects of each bundler, which npm installs.
pub fn bundlers() -> anyhow::Result<()> {
    let root = root();
    build::build()?;
    npm(&root)?;
    let status = Command::new("node")
        .current_dir(&root)
        .args(["--test", "tests/bundlers/"])
        .env("AVERRAL_CHROMIUM", chromium()?)
        .status()?;
    ensure!(
        status.success(),
        "the package fails in a project of its users"
    );
    Ok(())
}

fn command(root: &Path, program: &str, arguments: &str) -> anyhow::Result<()> {
    let status = Command::new(program)
        .current_dir(root)
        .args(arguments.split(' '))
        .status();
    let status =
        status.map_err(|error| anyhow::anyhow!("{program} can't be run: {error}; install it"))?;
    ensure!(status.success(), "`{program} {arguments}` failed");
    Ok(())
}

/// Installs the npm packages where they are missing or older than the lock file.
pub fn npm(root: &Path) -> anyhow::Result<()> {
    let time = |path: &str| {
        root.join(path)
            .metadata()
            .and_then(|metadata| metadata.modified())
            .ok()
    };
    let fresh = time("node_modules/.package-lock.json")
        .zip(time("package-lock.json"))
        .is_some_and(|(there, wanted)| there >= wanted);
    if fresh {
        return Ok(());
    }
    command(root, "npm", "ci --no-progress")
        .map_err(|error| error.context("Node 20 with npm is needed"))
}

/// A browser for the tests: `AVERRAL_CHROMIUM`, one of the usual places, or Debian's package.
pub fn chromium() -> anyhow::Result<PathBuf> {
    if let Some(path) = std::env::var_os("AVERRAL_CHROMIUM").map(PathBuf::from) {
        ensure!(
            path.is_file(),
            "AVERRAL_CHROMIUM is {}, which is no file",
            path.display()
        );
        return Ok(path);
    }
    let places = [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    let found = || places.iter().map(PathBuf::from).find(|path| path.is_file());
    if let Some(path) = found() {
        return Ok(path);
    }
    println!("check: no browser, asking apt-get for chromium");
    if build::apt_install(&["chromium", "fonts-dejavu-core"])
        && let Some(path) = found()
    {
        return Ok(path);
    }
    bail!(
        "the browser tests need Chromium or Chrome: install it (Debian: apt-get install chromium) or say where it is in AVERRAL_CHROMIUM"
    )
}
