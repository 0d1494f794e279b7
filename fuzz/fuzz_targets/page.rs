#![no_main]
//! A page is read without analysis: deep, long and broken markup in thousands of runs a second.

use averral::options::Format;
use averral::{Options, article};

libfuzzer_sys::fuzz_target!(|source: &str| {
    let options = Options { format: Format::Html, ..Options::default() };
    let article = article::read(source, &options);
    for block in &article.blocks {
        if let Some(span) = block.span {
            assert_eq!(span.of(&article.text), block.text);
        }
        for span in &block.source_spans {
            assert!(source.get(span.start..span.end).is_some());
        }
    }
});
