//! [`Sentence`]s → [`Analysis`]: where sentences end after all, part of speech, features, lemma and dependency of each token, times and quantities.

pub mod chunk;
pub mod conditional;
pub mod coreference;
mod decode;
mod enclosed;
pub mod entity;
mod mend;
mod parse;
pub mod quantity;
#[cfg(test)]
mod testing;
pub mod time;
mod tree;
mod verbless;

use crate::article::Article;
use crate::grammar::{AttributionPart, Chunk, Deprel, EntityType, Features, Upos};
use crate::inference::{N_FACTUALITY, Weights};
use crate::sentence::Sentence;
use crate::span::ByteSpan;
use jiff::civil::Date;
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
    /// Universal part of speech.
    pub upos: Upos,
    /// Morphological features.
    pub features: Features,
    /// Index of the head; `None` for the root.
    pub head: Option<usize>,
    /// Relation to the head, with its subtype.
    pub deprel: Deprel,
    /// Other words that may be the head, each with its probability.
    pub rivals: Vec<(usize, f32)>,
    /// Place in the article's text.
    pub span: ByteSpan,
    /// Where it stands in a named entity.
    pub entity: Option<Chunk<EntityType>>,
    /// Where it stands in a part of an attribution, as the weights see it.
    pub attribution: Option<Chunk<AttributionPart>>,
    /// Of a word of a source or content: sentence and word at which its cue begins, where it has one.
    pub cue: Option<(usize, usize)>,
    /// Were it a predicate: how certain it is that it happened, from -3 to 3, on the scale of each corpus of training.
    pub factuality: [f32; N_FACTUALITY],
}

/// Cuts the article's text into sentences and analyses them; `analyses[i]` belongs to `sentences[i]`. `drafts` are the
/// sentences as rules cut them. `anchor` is the date that relative times count from.
///
/// Linear in the number of tokens.
pub fn analyse(
    weights: &Weights,
    article: &Article,
    drafts: &[Sentence],
    anchor: Option<Date>,
) -> (Vec<Sentence>, Vec<Analysis>) {
    let (sentences, mut analyses) = parse(weights, &article.text, drafts);
    time::find_all(&mut analyses, anchor);
    for analysis in &mut analyses {
        analysis.quantities = quantity::find(analysis, &analysis.times);
    }
    (sentences, analyses)
}
