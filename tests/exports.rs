//! Snapshots of every export of two articles of our own: one as newspapers write them, one full of what formats stumble
//! over. `tests/exports/read-back.test.mjs` reads the recorded files with each format's own reader.
//!
//! `UPDATE_EXPECT=1 cargo test --test exports` writes them anew; read what changed before you commit it.

mod laws;

use averral::export::{ExportFormat, ExportOptions, export};
use averral::{Options, Report};
use laws::EXTRACTOR;
use std::path::Path;

#[test]
fn exports_are_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports");
    for name in ["library", "hostile"] {
        let source = std::fs::read_to_string(folder.join(format!("{name}.md"))).unwrap();
        let report = EXTRACTOR.analyze(&source, &Options::default()).unwrap();
        laws::report(&source, &report);
        assert!(report.claims.len() > 5);
        let back = Report::from_json(&serde_json::to_string(&report).unwrap()).unwrap();
        for &format in ExportFormat::ALL {
            let files = export(&report, format, &ExportOptions::default()).unwrap();
            assert_eq!(
                files,
                export(&back, format, &ExportOptions::default()).unwrap(),
                "{format:?} of a report read back"
            );
            for file in files {
                let (base, extension) = file.name.split_once('.').unwrap();
                let name = if base == "annotation" {
                    "annotation"
                } else {
                    name
                };
                let path = folder.join(format!("expected/{name}.{extension}"));
                if std::env::var_os("UPDATE_EXPECT").is_some() {
                    std::fs::write(&path, &file.text).unwrap();
                }
                // `expect_file!` would read the line ends of CSV as plain ones.
                let recorded = std::fs::read_to_string(&path).unwrap_or_default();
                assert_eq!(file.text, recorded, "{}", path.display());
            }
        }
    }
}
