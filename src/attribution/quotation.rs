//! Stretches between quotation marks.

use crate::analysis::Analysis;
use crate::grammar::Upos;
use crate::sentence::Sentence;
use crate::span::ByteSpan;

/// A quotation: its words without the marks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Quotation {
    pub span: ByteSpan,
    /// Sentences from the first to the last that it touches.
    pub first_sentence: usize,
    pub last_sentence: usize,
    /// Number of words.
    pub n_words: usize,
}

/// The quotations of an article, in order. A quotation ends with its block; one that a block leaves open runs to the
/// block's end, as newspapers set speeches of several paragraphs.
pub(super) fn find(sentences: &[Sentence], analyses: &[Analysis]) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize, char, usize)> = None;
    let mut last_word = 0;
    for (index, (sentence, analysis)) in sentences.iter().zip(analyses).enumerate() {
        if index > 0 && sentences[index - 1].block != sentence.block {
            if let Some((start, first_sentence, mark, n_words)) = open.take() {
                if mark != '‘' {
                    found.push(Quotation {
                        span: ByteSpan::new(start, last_word),
                        first_sentence,
                        last_sentence: index - 1,
                        n_words,
                    });
                }
            }
        }
        for (token, word) in analysis.words.iter().enumerate() {
            let letter = word
                .form
                .chars()
                .next()
                .filter(|_| word.form.chars().count() == 1);
            let glued = analysis
                .words
                .get(token + 1)
                .is_some_and(|next| next.span.start == word.span.end);
            let closing = |mark: char| match mark {
                '“' => matches!(letter, Some('”')),
                '‘' => matches!(letter, Some('’')) && word.upos == Upos::Punct,
                '"' => matches!(letter, Some('"')),
                _ => false,
            };
            match open {
                Some((start, first_sentence, mark, n_words)) if closing(mark) => {
                    let span = ByteSpan::new(start, word.span.start);
                    found.push(Quotation {
                        span,
                        first_sentence,
                        last_sentence: index,
                        n_words,
                    });
                    open = None;
                }
                Some((_, _, _, ref mut n_words)) => *n_words += usize::from(!word.is_punctuation()),
                None => {
                    if let Some(mark @ ('“' | '‘' | '"')) = letter {
                        if mark != '‘' || glued {
                            open = Some((word.span.end, index, mark, 0));
                        }
                    }
                }
            }
            last_word = word.span.end;
        }
    }
    if let Some((start, first_sentence, mark, n_words)) = open {
        if mark != '‘' {
            found.push(Quotation {
                span: ByteSpan::new(start, last_word),
                first_sentence,
                last_sentence: sentences.len().saturating_sub(1),
                n_words,
            });
        }
    }
    found
}
