//! What only the evaluation asks for, behind the feature `_internals`: no report holds any of it.
//!
//! Sentences as other works cut them, so that the tree and the rules over it can be held against their corpora: tuples of
//! open information extraction, and propositions finer than claims.

mod conjunct;
mod noun;
mod predicate;
pub mod proposition;
#[cfg(test)]
mod tests;
pub mod tuple;
