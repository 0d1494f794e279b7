//! Weights and features in, decisions out. Knows no stage.
//!
//! One small encoder reads a window of sentences and several heads decide on its words and where sentences end; `training/README.md` says how
//! the weights are made. Matrices are int8; all sums of floats run in a fixed order and nothing depends on a machine's
//! own `exp`, so the same weights give the same bits on every machine and in wasm.

mod encoder;
pub mod features;
mod kernel;
mod lemma;
pub mod ngram;
mod sense;
mod stretch;
mod weights;

pub use encoder::{Decisions, Encoder};
pub(crate) use kernel::softmax;
pub use sense::{Sense, Senses};
pub use stretch::{Stretch, odds};
pub use weights::{N_FACTUALITY, Weights, WeightsError};
