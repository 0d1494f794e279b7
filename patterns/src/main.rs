//! Asks of patterns how the work on them grows: `patterns KIND FIRST COUNT`, run by `cargo xtask patterns`.

use averral::options::Format;
use averral::{Extractor, Options, article, sentence};
use patterns::count::{Cost, cost};
use patterns::{Growth, Pattern, growth};
use std::process::ExitCode;

/// Bytes of the shortest text of each pattern. Sentences are cut at 512 words and windows at 128: growth below them is no
/// matter.
const READ: usize = 4_000;
const ANALYSED: usize = 3_000;

/// The stack of a browser's module; what calls itself for each repetition is found by it.
const STACK: usize = 1 << 20;

const FORMATS: [Format; 3] = [Format::Html, Format::Markdown, Format::Text];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [kind, first, count] = &arguments[..] else {
        eprintln!("patterns read|analyse FIRST COUNT");
        return ExitCode::FAILURE;
    };
    if !["read", "analyse"].contains(&kind.as_str()) {
        eprintln!("{kind} is neither `read` nor `analyse`");
        return ExitCode::FAILURE;
    }
    let (Ok(first), Ok(count)) = (first.parse::<u64>(), count.parse::<u64>()) else {
        eprintln!("{first} and {count} are to be numbers");
        return ExitCode::FAILURE;
    };
    let kind = kind.clone();
    let run = move || run(&kind, first, count);
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run);
    match thread.map(std::thread::JoinHandle::join) {
        Ok(Ok(0)) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Prints what grows; gives how many do.
fn run(kind: &str, first: u64, count: u64) -> u32 {
    let extractor = (kind == "analyse").then(|| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../weights/averral-en.weights");
        Extractor::new(&std::fs::read(path).expect("the weights are in the repository"))
            .expect("they are of this version")
    });
    let work = |text: &str, format: Format| -> Cost {
        let options = Options::default().with_format(format);
        cost(|| match &extractor {
            Some(extractor) => drop(extractor.analyze(text, &options)),
            None => drop(sentence::split(&article::read(text, &options))),
        })
    };
    // Tables that are made once are made now.
    for format in FORMATS {
        work(
            "<p>The ferry sank on 2 May, said “Maria” Brant [1].</p>",
            format,
        );
    }
    let length = if extractor.is_some() { ANALYSED } else { READ };
    let mut grown = 0;
    let mut most_held = (0, String::new());
    for number in first..first + count {
        let pattern = Pattern::numbered(number);
        // Written before the work, so that an overflow of the stack has a name.
        let _ = std::fs::write(
            std::env::temp_dir().join("averral-pattern"),
            number.to_string(),
        );
        let formats = match &extractor {
            Some(_) => &FORMATS[number as usize % 3..][..1],
            None => &FORMATS[..],
        };
        for &format in formats {
            let found = growth(length, |length| {
                let text = pattern.text(length);
                let cost = work(&text, format);
                let times = cost.peak / text.len() as u64;
                if length > 10_000 && times > most_held.0 {
                    most_held = (times, format!("{pattern} as {format:?}"));
                }
                cost
            });
            if let Some(Growth { what, counts }) = found {
                println!("{number} as {format:?}: {pattern}\n    {what} {counts:?}");
                grown += 1;
            }
        }
    }
    println!("{count} patterns from {first} on, {kind}: {grown} grow faster than their text");
    println!(
        "most memory: {} times the text, {}",
        most_held.0, most_held.1
    );
    grown
}
