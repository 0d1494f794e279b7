//! Links between claims.

use super::*;
use crate::terms::record;

record! {
    /// A link between two claims.
    pub struct RelationRecord {
        /// Id of the claim that supports, attacks, restates or causes.
        pub from: String,
        /// Id of the claim that is supported, attacked, restated or caused.
        pub to: String,
        /// What the link is.
        pub kind: RelationKind,
        /// The rule that drew it.
        pub rule: String,
        /// The marker ("because", "however", "First"); `null` where there is none.
        pub marker: Option<CueWord>,
        /// Similarity of the two claims, 0 to 1; `null` where a marker or a rule decided.
        pub similarity: Option<f64>,
    }
}
