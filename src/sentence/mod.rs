//! [`Article`] → [`Sentence`]s and their [`Token`]s.

use crate::article::Article;
use crate::span::ByteSpan;

/// A sentence of a block of the plain text.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// Index into [`Article::blocks`].
    pub block: usize,
    /// Place in [`Article::text`], without white space at its edges.
    pub span: ByteSpan,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
}

/// A syntactic word of Universal Dependencies: "don't" is two, `do` and `n't`; a punctuation mark is one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Token {
    /// Place in [`Article::text`].
    pub span: ByteSpan,
}

/// Splits the blocks that are part of the plain text. Spans are byte ranges of `article.text`; sentences come in its
/// order and never reach across blocks. Linear. An empty article has no sentences.
pub fn split(article: &Article) -> Vec<Sentence> {
    let _ = article;
    Vec::new()
}
