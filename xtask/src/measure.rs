//! Bytes of all that a browser loads, time to the first report, and speed beside other libraries.

use crate::{build, root};
use anyhow::ensure;
use std::fmt::Write;
use std::process::Command;

/// What a page loads of the package, in the order of loading.
const LOADED: [&str; 7] = [
    "index.js",
    "direct.js",
    "errors.js",
    "worker.js",
    "generated/averral.js",
    "generated/averral_bg.wasm",
    "generated/averral-en.weights",
];

/// Builds, measures, and writes evaluation/results.md.
pub fn measure() -> anyhow::Result<()> {
    let root = root();
    build::build()?;
    let mut page = String::from(
        "# Size and speed\n\nPrinted by `cargo xtask measure`.\n\n| file | bytes | brotli |\n| --- | --- | --- |\n",
    );
    let (mut plain, mut packed) = (0, 0);
    for name in LOADED {
        let bytes = std::fs::read(root.join("pkg").join(name))?;
        let small = build::brotli(&bytes)?;
        writeln!(page, "| {name} | {} | {small} |", bytes.len())?;
        plain += bytes.len();
        packed += small;
    }
    writeln!(page, "| all | {plain} | {packed} |")?;
    let output = Command::new("node").current_dir(&root).arg("evaluation/measure.mjs").output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let result: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    writeln!(
        page,
        "\nNode, one process, {} words of the samples, best of five; other libraries do less (sentences and tags) on the same text.\n\n\
         | | words per second |\n| --- | --- |\n| averral, whole report | {} |\n| compromise, sentences and tags | {} |\n| wink-nlp, tags | {} |\n\n\
         From load to first report: {} ms.",
        result["words"], result["averral"], result["compromise"], result["wink"], result["firstReportMs"]
    )?;
    print!("{page}");
    Ok(std::fs::write(root.join("evaluation/results.md"), page)?)
}
