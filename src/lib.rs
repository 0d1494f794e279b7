//! Finds what an English article claims, who claims it, how surely and why.
//!
//! The main entry is [`Extractor`]: source text in, [`report::Report`] out. `CLAIMS.md` says what a claim is.
//! Data flows one way, stage by stage, and each stage is a folder with one function:
//!
//! ```text
//! bytes → article → sentence → analysis → attribution → claim → argument → report → export
//! ```
//!
//! The crate does no IO, reads no clock and knows no JavaScript outside `wasm.rs`; the same source and options give
//! the same report on every machine.

#[cfg(test)]
mod contract;
mod error;
mod extractor;
mod labels;
pub mod options;
pub mod report;
mod span;
mod terms;
#[cfg(test)]
mod testing;
#[cfg(feature = "wasm")]
mod wasm;

// The stages and what they share: private to the crate, opened to trainer and evaluation by the feature `_internals`.
#[cfg(not(feature = "_internals"))]
mod analysis;
#[cfg(not(feature = "_internals"))]
mod argument;
#[cfg(not(feature = "_internals"))]
mod article;
#[cfg(not(feature = "_internals"))]
mod attribution;
#[cfg(not(feature = "_internals"))]
mod claim;
#[cfg(not(feature = "_internals"))]
mod grammar;
#[cfg(not(feature = "_internals"))]
mod inference;
#[cfg(not(feature = "_internals"))]
mod reading;
#[cfg(not(feature = "_internals"))]
mod sentence;

#[cfg(feature = "_internals")]
pub mod analysis;
#[cfg(feature = "_internals")]
pub mod argument;
#[cfg(feature = "_internals")]
pub mod article;
#[cfg(feature = "_internals")]
pub mod attribution;
#[cfg(feature = "_internals")]
pub mod claim;
#[cfg(feature = "_internals")]
pub mod grammar;
#[cfg(feature = "_internals")]
pub mod inference;
#[cfg(feature = "_internals")]
pub mod reading;
#[cfg(feature = "_internals")]
pub mod sentence;

pub mod export;

pub use error::Error;
pub use extractor::Extractor;
pub use options::Options;
pub use report::Report;
pub use span::{ByteSpan, Utf16Span, Utf16Table};
