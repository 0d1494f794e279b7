//! Finds what an English article claims, who claims it, how surely and why.
//!
//! An [`Extractor`] makes a [`Report`] of an article, given as HTML, Markdown or plain text. The report has the claims,
//! each with its words and their place, who holds it, whether it is a fact, a prediction, a judgement or a demand, how
//! sure its holder is, and what part it plays in the argument; beside each decision stand the rule, the words that decided
//! and how often that rule is right. `CLAIMS.md` in the repository says what a claim is.
//!
#![cfg_attr(feature = "english", doc = "```")]
#![cfg_attr(not(feature = "english"), doc = "```ignore")]
//! use averral::{Extractor, Options};
//! use averral::report::{Certainty, HolderKind, Kind};
//!
//! let extractor = Extractor::english(); // with the feature `english`; else `Extractor::new(&bytes)`
//! let article = "The old bridge closed in May. “A new bridge may cost 40 million crowns,” said Liv Aasgard.";
//! let report = extractor.analyze(article, &Options::default().with_date("2026-11-02"))?;
//!
//! let [closed, cost] = &report.claims[..] else { panic!("two claims") };
//! assert_eq!(closed.text, "The old bridge closed in May");
//! assert_eq!(closed.kind, Some(Kind::Fact));
//! assert_eq!(closed.holder.kind, HolderKind::Author);
//! assert_eq!(closed.standalone.as_deref(), Some("The old bridge closed in May 2026."));
//!
//! assert_eq!(cost.holder.name.as_deref(), Some("Liv Aasgard"));
//! assert_eq!(cost.certainty, Some(Certainty::Possible));
//! assert_eq!(cost.slices(article), ["A new bridge may cost 40 million crowns"]);
//! # Ok::<(), averral::Error>(())
//! ```
//!
//! # Places
//!
//! Spans in a report are [`Utf16Span`]s, for the sake of JavaScript. [`ClaimRecord::byte_ranges`] and
//! [`ClaimRecord::slices`] give those of a claim in the bytes of a Rust string; [`Utf16Span::bytes`] and [`Utf16Table`]
//! those of anything else.
//!
//! # Weights
//!
//! Every decision that rules can't make comes from a file of weights. With the feature `english` the crate brings it along
//! (4 MB, [`Extractor::english`]); without it, read `weights/averral-en.weights` and pass its bytes to [`Extractor::new`].
//!
//! # What can fail
//!
//! Any text gives a report; what could not be read stands in its [`notes`](Report::notes). Options, weights and limits
//! can fail, with an [`Error`].
//!
//! # Reports outside
//!
//! A report is written and read as JSON by serde; [`export`] writes other formats. Fields and words may be added within a major version,
//! so most types are `non_exhaustive`.
//!
//! The crate does no IO, reads no clock and knows no JavaScript outside `wasm.rs`; the same source and options give the
//! same report on every machine. Data flows one way, stage by stage, and each stage is a folder with one function:
//!
//! ```text
//! bytes → article → sentence → analysis → attribution → claim → argument → report → export
//! ```
//!
//! [`ClaimRecord::byte_ranges`]: report::ClaimRecord::byte_ranges
//! [`ClaimRecord::slices`]: report::ClaimRecord::slices
#![cfg_attr(
    not(feature = "english"),
    doc = "[`Extractor::english`]: https://docs.rs/averral/latest/averral/struct.Extractor.html#method.english"
)]

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

/// The examples of the README run as tests.
#[cfg(all(doctest, feature = "english"))]
#[doc = include_str!("../README.md")]
struct Readme;

pub use error::{Error, OptionError, WeightsError};
#[cfg(feature = "english")]
pub use extractor::ENGLISH;
pub use extractor::Extractor;
pub use options::Options;
pub use report::Report;
pub use span::{ByteSpan, Utf16Span, Utf16Table};
