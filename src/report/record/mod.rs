//! The types of a report, a file for each subject. The order of their fields is the order of the JSON.

mod argument;
mod article;
mod attribution;

mod claim;
mod entity;
mod evidence;
mod left_out;
mod standalone;
mod time;

use crate::terms::record;
pub use crate::terms::*;
pub use argument::RelationRecord;
pub use article::{ArticleRecord, BlockRecord, Provenance};
pub use attribution::{AttributionRecord, CueRecord, HolderRecord, SourceRecord};
pub use claim::{ClaimRecord, ConditionRecord, QuantityRecord, Tuple};
pub use entity::{EntityRecord, MentionRecord};
pub use evidence::{CueWord, Evidence, Factor, RunnerUp};
pub use left_out::{LeftOut, QuestionRecord};
pub use standalone::{Edit, Unresolved};
pub use time::{TimeRecord, When};

record! {
    /// Everything averral says of one article.
    pub struct Report {
        /// What made the report, so that it can be made again.
        pub version: Version,
        /// The article: what it says of itself, and its text.
        pub article: ArticleRecord,
        /// The claims in the order of the text.
        pub claims: Vec<ClaimRecord>,
        /// Links between claims.
        pub relations: Vec<RelationRecord>,
        /// Questions, reported beside the claims because they often carry the point.
        pub questions: Vec<QuestionRecord>,
        /// What the claims speak of: people, organisations, places and other things with a name. `null` where this
        /// version can't tell.
        pub entities: Option<Vec<EntityRecord>>,
        /// What was read and is no claim, with the reason.
        pub left_out: Vec<LeftOut>,
        /// What could not be read, or was read with doubt.
        pub notes: Vec<Note>,
    }

    /// Which program, weights and options made a report.
    pub struct Version {
        /// Version of averral.
        pub averral: String,
        /// Version of the weights.
        pub weights: String,
        /// The options in force, defaults filled in.
        pub options: crate::Options,
    }
}
