//! [`Claim`]s → [`Argument`]: the part of each claim, and the links between them.

mod relation;
mod role;
mod similarity;

use crate::analysis::Analysis;
use crate::article::Article;
use crate::attribution::Attribution;
use crate::claim::Claim;
use crate::inference::Weights;
use crate::reading::Reading;
use crate::sentence::Sentence;
use crate::span::ByteSpan;
use crate::terms::{Kind, RelationKind, Role};

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

/// Connects the claims: `parts[i]` of the answer belongs to `claims[i]`.
///
/// A text that argues for nothing, as news does, has no roles and only the links that words draw. Quadratic in the
/// number of author's claims that judge or demand, linear in all others.
pub fn connect(
    weights: &Weights,
    reading: &Reading,
    attributions: &[Attribution],
    claims: &[Claim],
) -> Argument {
    let text = Text {
        article: reading.article,
        sentences: reading.sentences,
        analyses: reading.analyses,
        attributions,
        claims,
    };
    let parts = role::parts(&text);
    let relations = relation::relations(weights, &text, &parts);
    Argument { parts, relations }
}

/// What the earlier stages found.
struct Text<'a> {
    article: &'a Article,
    sentences: &'a [Sentence],
    analyses: &'a [Analysis],
    attributions: &'a [Attribution],
    claims: &'a [Claim],
}

impl Text<'_> {
    /// Index of the block that a claim stands in.
    fn block(&self, claim: usize) -> usize {
        self.sentences[self.claims[claim].sentence].block
    }

    fn kind(&self, claim: usize) -> Option<Kind> {
        self.claims[claim].kind.as_ref().map(|kind| kind.value)
    }

    fn is_author(&self, claim: usize) -> bool {
        self.claims[claim].attribution.is_none()
    }

    /// The first words of the claim's sentence, in lower case.
    fn opening(&self, claim: usize) -> String {
        let words = &self.analyses[self.claims[claim].sentence].words;
        words
            .iter()
            .take(4)
            .map(|word| word.lower.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Whether the claim is the first of its sentence.
    fn opens_sentence(&self, claim: usize) -> bool {
        claim == 0 || self.claims[claim - 1].sentence != self.claims[claim].sentence
    }

    /// The words that introduce the claim, in lower case.
    fn markers(&self, claim: usize) -> Vec<(String, ByteSpan)> {
        self.claims[claim]
            .markers
            .iter()
            .map(|&span| (span.of(&self.article.text).to_lowercase(), span))
            .collect()
    }

    /// The marker that sets the claim against what was said before: "but", "yet", "however".
    fn contrast(&self, claim: usize) -> Option<ByteSpan> {
        let turns = |marker: &str| {
            matches!(
                marker,
                "but"
                    | "yet"
                    | "however"
                    | "nevertheless"
                    | "nonetheless"
                    | "still"
                    | "instead"
                    | "on the other hand"
            )
        };
        self.markers(claim)
            .into_iter()
            .find(|(marker, _)| turns(marker.trim_end_matches(',')))
            .map(|(_, span)| span)
    }
}
