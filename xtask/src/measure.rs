//! Bytes of all that a browser loads, time to the first report, and speed beside other libraries.

use crate::{build, root};
use anyhow::ensure;
use std::fmt::Write;
use std::process::Command;

/// What a page loads of the package, in the order of loading, where the engine knows relaxed SIMD.
const LOADED: [&str; 11] = [
    "index.js",
    "files.js",
    "loading.js",
    "remote.js",
    "errors.js",
    "worker.js",
    "answer.js",
    "engine.js",
    "generated/averral.js",
    "generated/averral_relaxed.wasm",
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
    let without = std::fs::read(root.join("pkg/generated/averral_bg.wasm"))?;
    writeln!(
        page,
        "\nEngines without relaxed SIMD load averral_bg.wasm ({} bytes, {} after brotli) in place of averral_relaxed.wasm.",
        without.len(),
        build::brotli(&without)?
    )?;
    crate::check::npm(&root)?;
    let output = Command::new("node")
        .current_dir(&root)
        .arg("evaluation/measure.mjs")
        .env("AVERRAL_CHROMIUM", crate::check::chromium()?)
        .output()?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let result: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let (node, chromium) = (&result["node"], &result["chromium"]);
    writeln!(
        page,
        "\nThe samples twenty times over, {} words, one thread, best of five; each column is one process. The other libraries do less \
         on the same text: sentences and tags.\n\n\
         | words per second | Node | Chromium |\n| --- | --- | --- |\n\
         | averral, whole report | {} | {} |\n| compromise, sentences and tags | {} | {} |\n| wink-nlp, tags | {} | {} |\n\n\
         From load to first report: {} ms in Node, {} ms in Chromium, files from the same machine.",
        result["words"],
        node["averral"],
        chromium["averral"],
        node["compromise"],
        chromium["compromise"],
        node["wink"],
        chromium["wink"],
        node["firstReportMs"],
        chromium["firstReportMs"]
    )?;
    print!("{page}");
    Ok(std::fs::write(root.join("evaluation/results.md"), page)?)
}
