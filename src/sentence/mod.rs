//! [`Article`] → [`Sentence`]s and their [`Token`]s.
//!
//! Tokens are those of Universal Dependencies' English treebanks, on which the weights were trained. Both stages are
//! rules with word lists; boundaries rather join than split where a capital may be a name.

mod boundary;
mod long;
mod token;

pub(crate) use long::stretches;

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

/// Most tokens of a sentence. A text without a sentence's end is cut, so that later stages may look at whole sentences.
const MAX_TOKENS: usize = 512;

/// Splits the blocks that are part of the plain text. Spans are byte ranges of `article.text`; sentences come in its
/// order and never reach across blocks. Linear. An empty article has no sentences.
pub fn split(article: &Article) -> Vec<Sentence> {
    let with_span = article
        .blocks
        .iter()
        .enumerate()
        .filter_map(|(index, block)| Some((index, block.span?)));
    with_span
        .flat_map(|(block, span)| split_text(span.of(&article.text), span.start, block))
        .collect()
}

/// Splits one stretch of text that begins at byte `base` of the article's text.
pub fn split_text(text: &str, base: usize, block: usize) -> Vec<Sentence> {
    let tokens = token::tokens(text);
    boundary::sentences(text, &tokens)
        .into_iter()
        .flat_map(|range| {
            let forms: Vec<&str> = tokens[range.clone()]
                .iter()
                .map(|token| token.span.of(text))
                .collect();
            stretches(&forms, MAX_TOKENS)
                .into_iter()
                .map(move |stretch| range.start + stretch.start..range.start + stretch.end)
        })
        .filter(|range| !range.is_empty())
        .map(|range| {
            let tokens: Vec<Token> = tokens[range]
                .iter()
                .map(|token| Token {
                    span: ByteSpan::new(token.span.start + base, token.span.end + base),
                })
                .collect();
            let span = tokens[0].span.cover(tokens[tokens.len() - 1].span);
            Sentence {
                block,
                span,
                tokens,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Title, text and sentences of each case in a file of tests/cases/sentences/.
    fn cases(file: &str) -> Vec<(&str, String, Vec<&str>)> {
        let blocks = file.split("## ").skip(1);
        blocks
            .map(|block| {
                let mut lines = block.lines().filter(|line| !line.is_empty());
                let (title, text) = (lines.next().unwrap(), lines.next().unwrap());
                (
                    title,
                    text.replace("\\n", "\n"),
                    lines.map(|line| line.strip_prefix("> ").unwrap()).collect(),
                )
            })
            .collect()
    }

    #[test]
    fn cases_split_as_written() {
        let files = [
            include_str!("../../tests/cases/sentences/golden.txt"),
            include_str!("../../tests/cases/sentences/usage.txt"),
        ];
        let mut wrong = String::new();
        for (title, text, expected) in files.iter().flat_map(|file| cases(file)) {
            let found: Vec<String> = split_text(&text, 0, 0)
                .iter()
                .map(|sentence| {
                    sentence
                        .span
                        .of(&text)
                        .split_whitespace()
                        .collect::<Vec<_>>()
                        .join(" ")
                })
                .collect();
            if found != expected {
                wrong += &format!("{title}: {found:#?}\n");
            }
        }
        assert_eq!(wrong, "");
    }

    proptest! {
        #[test]
        fn sentences_and_tokens_rejoin(text in "[a-zA-Z0-9 .,!?'’“”\"()\\-—…$%\n📚é]{0,200}") {
            let sentences = split_text(&text, 0, 0);
            let solid = |text: &str| text.split_whitespace().collect::<String>();
            let rejoined: String = sentences.iter().map(|sentence| solid(sentence.span.of(&text))).collect();
            prop_assert_eq!(&rejoined, &solid(&text));
            let tokens: String = sentences.iter().flat_map(|sentence| &sentence.tokens).map(|token| token.span.of(&text)).collect();
            prop_assert_eq!(tokens, solid(&text));
        }
    }
}
