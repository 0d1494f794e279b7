#![no_main]
#[path = "../../tests/laws/mod.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|change: &[u8]| {
    laws::weights(change);
    laws::damaged_weights(change);
});
