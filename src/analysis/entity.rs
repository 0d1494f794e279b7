//! Mentions of named entities, from the tags of the weights.

use super::Word;
use crate::span::ByteSpan;

/// A named entity where it is named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention<'a> {
    /// Place in the article's text.
    pub span: ByteSpan,
    /// `Person`, `Organization`, `Location`, `NORP`, `Facility`, `Product`, `Date`, `Money` or `Miscellaneous`
    /// (English Worldwide Newswire, Shan et al. 2023).
    pub kind: &'a str,
}

/// The mentions in one sentence, in the order of the text; an inner tag without its first begins a mention.
pub fn mentions(words: &[Word]) -> Vec<Mention<'_>> {
    let mut mentions = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let kind = words[start].entity.get(2..).unwrap_or("");
        let inside = |word: &&Word| word.entity.strip_prefix("I-") == Some(kind);
        let end = start + 1 + words[start + 1..].iter().take_while(inside).count();
        if !kind.is_empty() {
            mentions.push(Mention { span: words[start].span.cover(words[end - 1].span), kind });
        }
        start = end;
    }
    mentions
}
