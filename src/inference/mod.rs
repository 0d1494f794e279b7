//! Weights and features in, decisions out. Knows no stage.
//!
//! One small encoder reads a sentence and several heads decide on its words; `training/README.md` says how the weights
//! are made. Matrices are int8; all sums of floats run in a fixed order and `exp` is libm's, so the same weights give
//! the same bits on every machine and in wasm.

mod encoder;
pub mod features;
mod kernel;
mod weights;

pub use encoder::{Decisions, decide};
pub use weights::Weights;
