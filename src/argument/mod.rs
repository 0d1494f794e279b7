//! [`Claim`]s → [`Argument`]: the part of each claim, and the links between them.

use crate::analysis::Analysis;
use crate::article::Article;
use crate::attribution::Attribution;
use crate::claim::Claim;
use crate::report::{RelationKind, Role};
use crate::sentence::Sentence;
use crate::span::ByteSpan;

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
    pub role: Option<Role>,
    /// Name of the rule that gave the role.
    pub rule: &'static str,
    /// The words that the role rests on.
    pub cues: Vec<ByteSpan>,
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
    /// Name of the rule.
    pub rule: &'static str,
    /// The marker.
    pub marker: Option<ByteSpan>,
    /// Similarity, 0 to 1, where it decided.
    pub similarity: Option<f64>,
}

/// Connects the claims.
pub fn connect(
    article: &Article,
    sentences: &[Sentence],
    analyses: &[Analysis],
    attributions: &[Attribution],
    claims: &[Claim],
) -> Argument {
    let _ = (article, sentences, analyses, attributions);
    Argument { parts: vec![Part::default(); claims.len()], relations: Vec::new() }
}
