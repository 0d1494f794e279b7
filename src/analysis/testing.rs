//! What the tests of the analysis share: documents made by hand, and trees that the committed weights give.

use super::{Analysis, parse};
use crate::sentence::{Sentence, split_text};
use crate::span::ByteSpan;
use crate::testing::{WEIGHTS, tree_by_hand};

/// The sentences of a text as the weights parse them.
pub(super) fn parsed(text: &str) -> (Vec<Sentence>, Vec<Analysis>) {
    parse(&WEIGHTS, text, &split_text(text, 0, 0))
}

/// Trees as the sentences of a text, parted by blanks; each is a block of its own where `blocks` says so.
pub(super) fn document(trees: &[&str], blocks: &[usize]) -> (String, Vec<Sentence>, Vec<Analysis>) {
    let mut text = String::new();
    let (mut sentences, mut analyses) = (Vec::new(), Vec::new());
    for (index, sentence) in trees.iter().enumerate() {
        let mut analysis = tree_by_hand(sentence);
        let start = text.len();
        for word in &mut analysis.words {
            word.span = ByteSpan::new(word.span.start + start, word.span.end + start);
            text += &word.form;
            text.push(' ');
        }
        sentences.push(Sentence {
            block: blocks.get(index).copied().unwrap_or(0),
            span: ByteSpan::new(start, text.len() - 1),
            tokens: Vec::new(),
        });
        analyses.push(analysis);
    }
    (text, sentences, analyses)
}
