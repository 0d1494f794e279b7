//! [`Claim`]s → [`Argument`]: the part of each claim, and the links between them.
//!
//! [`connect`] asks whether the text argues at all (`argues.rs`), numbers its enumerations (`enumeration.rs`), looks for
//! the thesis (`thesis.rs`) and gives each claim a role (`role.rs`, with `concession.rs`); then it draws the relations
//! (`relation.rs`, with `restatement.rs`).

mod argues;
mod concession;
mod enumeration;
mod overlap;
mod relation;
mod restatement;
mod role;
#[cfg(test)]
mod tests;
mod text;
mod thesis;

use crate::attribution::Attribution;
use crate::claim::{Claim, Decision};
use crate::inference::Weights;
use crate::reading::Reading;
use crate::span::ByteSpan;
use crate::terms::{RelationKind, Role};
pub use relation::RelationRule;
pub use role::RoleRule;
use text::Text;

/// The argument of an article. `parts[i]` belongs to `claims[i]`.
#[derive(Debug, Clone, Default)]
pub struct Argument {
    /// Part of each claim.
    pub parts: Vec<Part>,
    /// Links between claims.
    pub relations: Vec<Relation>,
}

/// A claim's part in the argument.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// The role; `None` where the article argues for nothing.
    pub role: Option<Decision<Role, RoleRule>>,
    /// Place in an enumeration, from 1.
    pub ordinal: Option<u32>,
}

/// A link between two claims.
#[derive(Debug, Clone)]
pub struct Relation {
    /// Index of the claim that supports, attacks, restates or causes.
    pub from: usize,
    /// Index of the other claim.
    pub to: usize,
    /// What the link is.
    pub kind: RelationKind,
    /// The rule that drew it.
    pub rule: RelationRule,
    /// The marker.
    pub marker: Option<ByteSpan>,
    /// Similarity, 0 to 1, where it decided.
    pub similarity: Option<f64>,
}

/// Connects the claims: `parts[i]` of the answer belongs to `claims[i]`.
///
/// A text that argues for nothing, as news does, has no roles and only the links that words draw. Quadratic in the
/// number of the author's claims up to a limit, linear in all others.
pub fn connect(
    weights: &Weights,
    reading: &Reading,
    attributions: &[Attribution],
    claims: &[Claim],
) -> Argument {
    let text = Text {
        reading,
        attributions,
        claims,
    };
    let parts = role::parts(&text);
    let relations = relation::relations(weights, &text, &parts);
    Argument { parts, relations }
}
