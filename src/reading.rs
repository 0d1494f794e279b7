//! What the first stages have read of an article, for all that come after them.

use crate::analysis::Analysis;
use crate::analysis::coreference::Coreference;
use crate::article::Article;
use crate::sentence::Sentence;
use jiff::civil::Date;

/// An article, its sentences with their analyses, and what refers to what. `analyses[i]` belongs to `sentences[i]`.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its sentences in the order of the text.
    pub sentences: &'a [Sentence],
    /// What is known of each.
    pub analyses: &'a [Analysis],
    /// What refers to what.
    pub coreference: &'a Coreference,
    /// The date of writing, from which relative times count.
    pub anchor: Option<Date>,
}
