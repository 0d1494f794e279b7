//! The npm package: wasm for the web target, its glue, types, schema and weights.

use crate::root;
use anyhow::{Context, ensure};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// The modules of the package and the SIMD instructions that each may use. They give the same bits; one that knows
/// relaxed SIMD is the faster, and the loader takes it where the engine does.
const MODULES: [(&str, &str); 2] = [
    ("averral_bg.wasm", "+simd128"),
    ("averral_relaxed.wasm", "+simd128,+relaxed-simd"),
];

/// Builds everything in pkg/ that is generated. Steps whose inputs are unchanged are left out.
pub fn build() -> anyhow::Result<PathBuf> {
    let root = root();
    let generated = root.join("pkg/generated");
    fs::create_dir_all(&generated)?;
    schema(&root)?;
    fs::copy(
        root.join("weights/averral-en.weights"),
        generated.join("averral-en.weights"),
    )?;
    let std = wasm_std()?;
    let compiled: Vec<PathBuf> = MODULES
        .iter()
        .map(|(_, features)| compile(&root, &std, features))
        .collect::<anyhow::Result<_>>()?;
    let stamp = generated.join(".stamp");
    let mut hasher = DefaultHasher::new();
    for wasm in &compiled {
        fs::read(wasm)?.hash(&mut hasher);
    }
    include_str!("build.rs").hash(&mut hasher);
    let key = hasher.finish().to_string();
    if fs::read_to_string(&stamp).is_ok_and(|known| known == key)
        && MODULES
            .iter()
            .all(|(name, _)| generated.join(name).is_file())
    {
        println!("build: pkg/generated is up to date");
        return Ok(generated);
    }
    let mut glue = Vec::new();
    for (wasm, (name, _)) in compiled.iter().zip(MODULES) {
        let bound = wasm.with_file_name("bound");
        bind(wasm, &bound)?;
        optimise(&root, &bound.join("averral_bg.wasm"))?;
        fs::rename(bound.join("averral_bg.wasm"), generated.join(name))?;
        glue.push(fs::read(bound.join("averral.js"))?);
        for file in ["averral.js", "averral.d.ts", "averral_bg.wasm.d.ts"] {
            fs::copy(bound.join(file), generated.join(file))?;
        }
    }
    ensure!(
        glue.windows(2).all(|pair| pair[0] == pair[1]),
        "the modules need one glue"
    );
    inline(&root)?;
    types(&root)?;
    papers(&root)?;
    fs::write(stamp, key)?;
    Ok(generated)
}

/// The JSON Schema of the report, from its Rust types.
fn schema(root: &Path) -> anyhow::Result<()> {
    let mut schema = serde_json::to_value(schemars::schema_for!(averral::Report))?;
    schema["title"] = "averral report".into();
    let text = serde_json::to_string_pretty(&schema)? + "\n";
    let path = root.join("pkg/report.schema.json");
    if fs::read_to_string(&path).map_or(true, |known| known != text) {
        fs::write(path, text)?;
    }
    Ok(())
}

/// Where the wasm target's standard library comes from.
enum Std {
    /// With the toolchain.
    Toolchain,
    /// Built from Debian's sources by Debian's compiler.
    Debian,
}

/// Finds a standard library for wasm: the toolchain's, else through rustup, else Debian's sources.
/// `AVERRAL_WASM_STD=build` goes straight to the last.
fn wasm_std() -> anyhow::Result<Std> {
    if std::env::var("AVERRAL_WASM_STD").is_ok_and(|way| way == "build") {
        println!(
            "build: AVERRAL_WASM_STD=build, the wasm standard library is built from Debian's sources"
        );
        return debian();
    }
    if has_std()? {
        println!("build: the toolchain has the wasm target");
        return Ok(Std::Toolchain);
    }
    println!("build: asking rustup for the wasm target");
    let added = Command::new("rustup")
        .args(["target", "add", TARGET])
        .status();
    if added.is_ok_and(|status| status.success()) && has_std()? {
        return Ok(Std::Toolchain);
    }
    println!("build: rustup could not, trying Debian's rustc with its sources");
    debian()
}

fn has_std() -> anyhow::Result<bool> {
    let output = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()?;
    let folder = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    let entries = fs::read_dir(folder)
        .map(|entries| entries.flatten().collect::<Vec<_>>())
        .unwrap_or_default();
    Ok(entries
        .iter()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-")))
}

fn debian() -> anyhow::Result<Std> {
    if !Path::new("/usr/bin/rustc").is_file()
        || !Path::new("/usr/src/rustc-src").exists() && !has_debian_sources()
    {
        ensure!(
            apt_install(&["rustc-web", "rust-web-src"]),
            "there is no standard library for {TARGET}. Install it with `rustup target add {TARGET}`, \
             or on Debian with `apt-get install rustc-web rust-web-src`, and run this again"
        );
    }
    let found = Command::new("/usr/bin/rustc").arg("--version").output()?;
    let found = String::from_utf8_lossy(&found.stdout).trim().to_string();
    let needed = needed_rust();
    ensure!(
        minor(found.split(' ').nth(1).unwrap_or_default()) >= minor(needed),
        "Debian's compiler is {found}, averral needs {needed}. Install the standard library for {TARGET} with \
         `rustup target add {TARGET}`, or a newer `rustc-web` and `rust-web-src`, and run this again"
    );
    Ok(Std::Debian)
}

/// Whether Debian's packages could be installed, after a look for newer lists where that is needed.
pub fn apt_install(packages: &[&str]) -> bool {
    let apt = |arguments: &[&str]| {
        Command::new("apt-get")
            .args(arguments)
            .status()
            .is_ok_and(|status| status.success())
    };
    let install = [&["install", "-y", "--no-install-recommends"], packages].concat();
    apt(&install) || apt(&["update"]) && apt(&install)
}

/// The oldest compiler that the crate is written for.
fn needed_rust() -> &'static str {
    let line = include_str!("../../Cargo.toml")
        .lines()
        .find_map(|line| line.strip_prefix("rust-version = "));
    line.unwrap_or_default().trim_matches('"')
}

/// The number of a 1.x release.
fn minor(version: &str) -> u32 {
    version
        .split('.')
        .nth(1)
        .and_then(|minor| minor.parse().ok())
        .unwrap_or(0)
}

fn has_debian_sources() -> bool {
    fs::read_dir("/usr/src").is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with("rustc"))
    })
}

fn compile(root: &Path, std: &Std, features: &str) -> anyhow::Result<PathBuf> {
    // Each way its folder: the other's compiler or flags would build everything anew.
    let way = match std {
        Std::Toolchain => "target/wasm",
        Std::Debian => "target/wasm-debian",
    };
    let folder = root.join(format!("{way}{}", features.replace([',', '+'], "-")));
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(root)
        .args([
            "build",
            "--release",
            "--lib",
            "--features",
            "wasm",
            "--target",
            TARGET,
            "--target-dir",
        ])
        .arg(&folder);
    // Panic messages carry source paths: the builder's folders have no business in them.
    let home = std::env::var("CARGO_HOME")
        .or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"))
        .unwrap_or_default();
    let flags = [
        format!("-Ctarget-feature={features}"),
        format!("--remap-path-prefix={}=averral", root.display()),
        format!("--remap-path-prefix={home}=cargo"),
    ];
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    if let Std::Debian = std {
        let sysroot = Command::new("rustc")
            .args(["--print", "sysroot"])
            .output()?;
        let sysroot = String::from_utf8_lossy(&sysroot.stdout).trim().to_string();
        cargo
            .env("RUSTC", "/usr/bin/rustc")
            .env("RUSTC_BOOTSTRAP", "1")
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
                format!("{sysroot}/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld"),
            )
            .arg("-Zbuild-std=std,panic_abort");
    }
    ensure!(cargo.status()?.success(), "the wasm could not be compiled");
    Ok(folder.join(TARGET).join("release/averral.wasm"))
}

fn bind(wasm: &Path, generated: &Path) -> anyhow::Result<()> {
    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(wasm)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .reset_state_function(true)
        .remove_producers_section(true)
        .generate(generated)
        .context("wasm-bindgen")
}

/// The package in one file.
fn inline(root: &Path) -> anyhow::Result<()> {
    crate::check::npm(root)?;
    let status = Command::new("node")
        .current_dir(root)
        .arg("xtask/inline.mjs")
        .status()?;
    ensure!(status.success(), "esbuild can't bundle pkg/inline.js");
    Ok(())
}

/// Licences, changes and the card of the weights, which stand elsewhere in the repository.
fn papers(root: &Path) -> anyhow::Result<()> {
    for file in ["LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md"] {
        fs::copy(root.join(file), root.join("pkg").join(file))?;
    }
    fs::copy(
        root.join("weights/averral-en.md"),
        root.join("pkg/averral-en.md"),
    )?;
    Ok(())
}

/// The types of the hand-written modules, from their JSDoc; a wrong one fails the build.
fn types(root: &Path) -> anyhow::Result<()> {
    // The compiler would take the last run's types for sources.
    for entry in fs::read_dir(root.join("pkg"))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".d.ts") {
            fs::remove_file(path)?;
        }
    }
    let status = Command::new("node")
        .current_dir(root)
        .args(["node_modules/typescript/bin/tsc", "-p", "pkg/tsconfig.json"])
        .status()?;
    ensure!(status.success(), "the types of pkg/*.js are wrong");
    Ok(())
}

/// Runs binaryen's wasm-opt and keeps its result where it is smaller on the wire.
fn optimise(root: &Path, wasm: &Path) -> anyhow::Result<()> {
    crate::check::npm(root)?;
    let optimised = wasm.with_extension("opt.wasm");
    let status = Command::new("node")
        .current_dir(root)
        .arg("node_modules/binaryen/bin/wasm-opt")
        .args(["-O3", "-o"])
        .arg(&optimised)
        .arg(wasm)
        .status();
    if !status.is_ok_and(|status| status.success()) {
        println!("build: wasm-opt is not there, the module stays as compiled");
        return Ok(());
    }
    let (plain, smaller) = (fs::read(wasm)?, fs::read(&optimised)?);
    if brotli(&smaller)? < brotli(&plain)? {
        fs::rename(&optimised, wasm)?;
    } else {
        fs::remove_file(&optimised)?;
    }
    Ok(())
}

/// Size in bytes after brotli at its highest quality.
pub fn brotli(bytes: &[u8]) -> anyhow::Result<usize> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters)?;
    Ok(out.len())
}
