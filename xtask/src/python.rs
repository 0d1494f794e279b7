//! Python, which scores and trains: an interpreter with what evaluation/requirements.txt lists, and checks of its code.

use crate::root;
use anyhow::{Context, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Folders whose modules import one another by their bare names, with tests in `tests/`.
const FOLDERS: [&str; 2] = ["evaluation", "training"];

/// An interpreter that has the packages of evaluation/requirements.txt. It stands in target/python, and is made anew when
/// the list changes.
pub fn interpreter() -> anyhow::Result<PathBuf> {
    let root = root();
    let environment = root.join("target/python");
    let interpreter = if cfg!(windows) {
        environment.join("Scripts/python.exe")
    } else {
        environment.join("bin/python")
    };
    let wanted = std::fs::read_to_string(root.join("evaluation/requirements.txt"))?;
    let installed = environment.join("installed.txt");
    if interpreter.is_file() && std::fs::read_to_string(&installed).is_ok_and(|list| list == wanted)
    {
        return Ok(interpreter);
    }
    println!("python: making target/python with the packages of evaluation/requirements.txt");
    let mut venv = Command::new("python3");
    run(
        venv.args(["-m", "venv", "--clear"]).arg(&environment),
        &root,
    )
    .context("Python 3.11 or newer with its module venv is needed: install it (Debian: apt-get install python3-venv)")?;
    let mut pip = Command::new(&interpreter);
    run(
        pip.args(["-m", "pip", "install", "--quiet"])
            .args(["--disable-pip-version-check", "--requirement"])
            .arg("evaluation/requirements.txt"),
        &root,
    )
    .context("the packages of evaluation/requirements.txt can't be installed by pip")?;
    std::fs::write(installed, wanted)?;
    Ok(interpreter)
}

/// Lints, format and tests of all Python code. Tests that need torch are skipped, as it is not installed for this.
pub fn check() -> anyhow::Result<()> {
    let (root, interpreter) = (root(), interpreter()?);
    // Without caches, nothing is written outside of target/.
    let python = |arguments: &[&str]| {
        let mut command = Command::new(&interpreter);
        run(command.args(["-B", "-m"]).args(arguments), &root)
    };
    python(&["ruff", "check", "--no-cache", "--quiet"])?;
    python(&["ruff", "format", "--check", "--no-cache", "--quiet"])
        .context("`ruff format` puts this right; target/python has it")?;
    for folder in FOLDERS {
        let tests = format!("{folder}/tests");
        python(&["unittest", "discover", "-b", "-s", &tests, "-t", folder])?;
    }
    Ok(())
}

fn run(command: &mut Command, root: &Path) -> anyhow::Result<()> {
    let status = command
        .current_dir(root)
        .status()
        .with_context(|| format!("{} can't be run", command.get_program().to_string_lossy()))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}
