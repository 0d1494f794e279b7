//! [`Analysis`] → [`Attribution`]s: who says, thinks or denies what (source, cue, content: Pareti 2016, PARC 3.0).

use crate::analysis::Analysis;
use crate::article::Article;
use crate::report::{CueType, Mode, SourceType};
use crate::sentence::Sentence;
use crate::span::ByteSpan;

/// One attribution. All spans are byte ranges of the article's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Index of the sentence in which the cue stands.
    pub sentence: usize,
    /// Who says it; `None` where nobody is named.
    pub source: Option<Source>,
    /// The words that attribute ("said", "according to").
    pub cue: ByteSpan,
    /// Index (in the sentence's tokens) of the cue's head word.
    pub cue_token: usize,
    /// What kind of act the cue reports.
    pub cue_type: CueType,
    /// Whether the cue weakens what it reports one step ("suggests", "reportedly").
    pub weak: bool,
    /// What is said: ranges in the order of the text, which may lie in several sentences.
    pub content: Vec<ByteSpan>,
    /// Direct, indirect or mixed.
    pub mode: Mode,
    /// Index of the attribution that this one lies inside, in the returned list.
    pub parent: Option<usize>,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// A source at its mention.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The mention.
    pub span: ByteSpan,
    /// The resolved name ("he" → `Maria Okafor`), or the words of the mention.
    pub name: String,
    /// What it is.
    pub source_type: Option<SourceType>,
}

/// Finds who is credited with what.
///
/// `analyses[i]` belongs to `sentences[i]`. Nested attributions come outermost first. Linear in tokens.
pub fn find(
    article: &Article,
    sentences: &[Sentence],
    analyses: &[Analysis],
    coreference: &crate::analysis::coreference::Coreference,
) -> Vec<Attribution> {
    let _ = (article, sentences, analyses, coreference);
    Vec::new()
}
