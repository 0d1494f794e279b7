//! What the tests of the analysis share: trees made by hand, and trees that the committed weights give.

use super::{Analysis, Word, parse};
use crate::grammar::{ChunkLabel, Feature};
use crate::inference::Weights;
use crate::sentence::{Sentence, split_text};
use crate::span::ByteSpan;
use std::sync::LazyLock;

pub(super) static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/weights/averral-en.weights");
    Weights::read(&std::fs::read(path).unwrap()).unwrap()
});

/// The sentences of a text as the weights parse them.
pub(super) fn parsed(text: &str) -> (Vec<Sentence>, Vec<Analysis>) {
    parse(&WEIGHTS, text, &split_text(text, 0, 0))
}

/// A tree of words parted by blanks, each `form/UPOS/relation/head` with the number of the head from 1 (0 is the root). A
/// lemma other than the form in lower case stands behind it, `fell=fall`; at the end may stand features and the label of a
/// named entity, `/Number=Plur/B-Location`. Spans are those of the forms joined by blanks.
pub(super) fn tree(sentence: &str) -> Analysis {
    let mut analysis = Analysis::default();
    let mut start = 0;
    for word in sentence.split_whitespace() {
        let parts: Vec<&str> = word.split('/').collect();
        let (form, lemma) = match parts[0].split_once('=') {
            Some((form, lemma)) if !form.is_empty() => (form, lemma.to_string()),
            _ => (parts[0], parts[0].to_lowercase()),
        };
        let mut made = Word {
            form: form.into(),
            lower: form.to_lowercase(),
            lemma,
            upos: parts[1].parse().unwrap(),
            deprel: parts[2].parse().unwrap(),
            head: parts[3].parse::<usize>().unwrap().checked_sub(1),
            span: ByteSpan::new(start, start + form.len()),
            ..Word::default()
        };
        for mark in &parts[4..] {
            match mark.parse::<Feature>() {
                Ok(feature) => made.features = made.features.with(feature),
                Err(_) => made.entity = mark.parse::<ChunkLabel<_>>().unwrap().0,
            }
        }
        start = made.span.end + 1;
        analysis.words.push(made);
    }
    analysis.link();
    analysis
}

/// Trees as the sentences of a text, parted by blanks; each is a block of its own where `blocks` says so.
pub(super) fn document(trees: &[&str], blocks: &[usize]) -> (String, Vec<Sentence>, Vec<Analysis>) {
    let mut text = String::new();
    let (mut sentences, mut analyses) = (Vec::new(), Vec::new());
    for (index, sentence) in trees.iter().enumerate() {
        let mut analysis = tree(sentence);
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
