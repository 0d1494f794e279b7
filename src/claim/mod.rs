//! [`Attribution`]s and trees → [`Claim`]s: the propositions to which somebody commits.

use crate::analysis::Analysis;
use crate::article::Article;
use crate::attribution::Attribution;
use crate::report::{Certainty, EditOperation, Kind, LeftOutReason, Polarity, Trait};
use crate::sentence::Sentence;
use crate::span::ByteSpan;

/// A claim. All spans are byte ranges of the article's text.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Index of the sentence.
    pub sentence: usize,
    /// Index (in the sentence's tokens) of the predicate's head.
    pub predicate: usize,
    /// The words, in order; more than one range where they do not stand together.
    pub spans: Vec<ByteSpan>,
    /// Index of the innermost attribution; `None` for the author's own.
    pub attribution: Option<usize>,
    /// How the clause stands to the sentence's main clause.
    pub clause: ClauseKind,
    /// The predicate (token index) of the clause that this one depends on or is coordinated with.
    pub governor: Option<usize>,
    /// The marker that introduces the clause or places it in the argument: "because", "but", "First".
    pub markers: Vec<ByteSpan>,
    /// Kind, where decided.
    pub kind: Option<Decision<Kind>>,
    /// Certainty, where decided.
    pub certainty: Option<Decision<Certainty>>,
    /// Polarity, where decided.
    pub polarity: Option<Decision<Polarity>>,
    /// Further marks.
    pub traits: Vec<Trait>,
    /// The condition that it depends on.
    pub condition: Option<Condition>,
    /// The claim as a sentence of its own, with its edits in order.
    pub standalone: Option<Standalone>,
    /// Subject, relation, arguments.
    pub tuple: Option<(String, String, Vec<String>)>,
}

/// How a claim's clause stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseKind {
    /// The main clause.
    Main,
    /// Coordinated with another.
    Coordinated,
    /// A reason: "because", "since".
    Reason,
    /// A concession: "although", "while", "even though".
    Concession,
    /// A contrast: "whereas", "while".
    Contrast,
    /// A purpose or result: "so that".
    Result,
    /// A non-restrictive relative clause or apposition.
    Relative,
    /// The content of saying, thinking or of the author's stance.
    Complement,
    /// Set beside the main clause: after a colon, dash or semicolon, or in parentheses.
    Parataxis,
}

/// A decision with what it rests on.
#[derive(Debug, Clone)]
pub struct Decision<T> {
    /// The value.
    pub value: T,
    /// The second best, where there was one.
    pub runner_up: Option<T>,
    /// Name of the rule.
    pub rule: &'static str,
    /// The words that decided.
    pub cues: Vec<ByteSpan>,
}

/// What a claim depends on.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The bare clause.
    pub span: ByteSpan,
    /// Its marker.
    pub marker: Option<ByteSpan>,
}

/// A claim said so that it can be read alone.
#[derive(Debug, Clone)]
pub struct Standalone {
    /// The sentence.
    pub text: String,
    /// What was changed, in the order of `text`.
    pub edits: Vec<Edit>,
}

/// One change between the words of a claim and its standalone sentence.
#[derive(Debug, Clone)]
pub struct Edit {
    /// What was done.
    pub operation: EditOperation,
    /// Words taken away.
    pub from: String,
    /// Words put in.
    pub to: String,
    /// Why.
    pub reason: &'static str,
    /// Place of `to` in [`Standalone::text`].
    pub at: ByteSpan,
    /// Place of `from` in the article's text.
    pub span: Option<ByteSpan>,
    /// Place of what `to` rests on in the article's text.
    pub origin: Option<ByteSpan>,
}

/// What the claim stage found.
#[derive(Debug, Clone, Default)]
pub struct Extraction {
    /// The claims in the order of the text.
    pub claims: Vec<Claim>,
    /// Sentences that ask.
    pub questions: Vec<ByteSpan>,
    /// What is no claim, and why.
    pub left_out: Vec<(ByteSpan, LeftOutReason)>,
}

/// Cuts the sentences into claims and decides what each is.
pub fn extract(article: &Article, sentences: &[Sentence], analyses: &[Analysis], attributions: &[Attribution]) -> Extraction {
    let _ = (article, sentences, analyses, attributions);
    Extraction::default()
}
