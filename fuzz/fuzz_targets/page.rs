#![no_main]
//! An article is read without analysis: deep, long and broken markup in thousands of runs a second, in each format.

use averral::options::Format;
use averral::{Options, article};

libfuzzer_sys::fuzz_target!(|source: &[u8]| {
    let (source, _) = article::decode(source);
    for format in [Format::Html, Format::Markdown, Format::Text] {
        let options = Options::default().with_format(format);
        let article = article::read(&source, &options);
        for block in &article.blocks {
            if let Some(span) = block.span {
                assert_eq!(span.of(&article.text), block.text);
            }
            for span in &block.source_spans {
                assert!(source.get(span.start..span.end).is_some());
            }
        }
    }
});
