//! [`Sentence`]s → [`Analysis`]: where sentences end after all, part of speech, features, lemma and dependency of each token, times and quantities.

pub mod chunk;
pub mod coreference;
mod dependency;
pub mod entity;
mod parse;
pub mod quantity;
pub mod time;

use crate::article::Article;
use crate::inference::{N_FACTUALITY, Weights};
use crate::sentence::Sentence;
use crate::span::ByteSpan;
pub use parse::parse;
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
    /// Vectors of the words, one behind the other, from which stretches of words are judged.
    pub vectors: Vec<f32>,
    /// For each word those that depend on it.
    children: Vec<Vec<usize>>,
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
    /// Other words that may be the head, each with its probability.
    pub rivals: Vec<(usize, f32)>,
    /// Place in the article's text.
    pub span: ByteSpan,
    /// `B-` or `I-` and the type of the named entity that the word is part of; else empty.
    pub entity: String,
    /// `B-` or `I-` and `source`, `cue` or `content`, where the weights see an attribution; else empty.
    pub attribution: String,
    /// Of a word of a source or content: sentence and word at which its cue begins, where it has one.
    pub cue: Option<(usize, usize)>,
    /// Were it a predicate: how certain it is that it happened, from -3 to 3, on the scale of each corpus of training.
    pub factuality: [f32; N_FACTUALITY],
}

impl Word {
    /// The relation without its subtype: `nsubj` for `nsubj:pass`.
    pub fn base_relation(&self) -> &str {
        self.relation.split(':').next().unwrap_or(&self.relation)
    }

    /// Whether the word has a feature, as `Tense=Past`.
    pub fn has(&self, feature: &str) -> bool {
        self.features.split('|').any(|found| found == feature)
    }

    /// Whether the word is a punctuation mark or symbol without a sound.
    pub fn is_punctuation(&self) -> bool {
        self.upos == "PUNCT"
    }
}

/// Cuts the article's text into sentences and analyses them; `analyses[i]` belongs to `sentences[i]`. `drafts` are the
/// sentences as rules cut them. `anchor` (`YYYY-MM-DD`) is the date that relative times count from.
///
/// Linear in the number of tokens.
pub fn analyse(
    weights: &Weights,
    article: &Article,
    drafts: &[Sentence],
    anchor: Option<&str>,
) -> (Vec<Sentence>, Vec<Analysis>) {
    let (sentences, mut analyses) = parse(weights, &article.text, drafts);
    time::find_all(&mut analyses, anchor);
    for analysis in &mut analyses {
        analysis.quantities = quantity::find(analysis, &analysis.times);
    }
    (sentences, analyses)
}
