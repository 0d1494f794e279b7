#![no_main]
//! The bytes name a pattern; reading it repeated takes memory in proportion. libFuzzer's own limit tells what takes time.

use averral::options::Format;
use averral::{Options, article, sentence};
use patterns::{Pattern, count, growth};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let pattern = Pattern::of(bytes);
    for format in [Format::Html, Format::Markdown, Format::Text] {
        let options = Options::default().with_format(format);
        let work = |length: usize| {
            let text = pattern.text(length);
            count::cost(|| drop(sentence::split(&article::read(&text, &options))))
        };
        assert_eq!(growth(4_000, work), None, "{pattern} as {format:?}");
    }
});
