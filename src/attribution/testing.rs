//! What the tests of this stage share: attributions on one line each, and trees built by hand.

use super::{Attribution, find};
use crate::Options;
use crate::analysis::coreference::{Coreference, resolve};
use crate::analysis::{Analysis, analyse};
use crate::article::{self, Article, Block};
use crate::reading::Reading;
use crate::sentence::{self, Sentence};
use crate::span::ByteSpan;
use crate::terms::BlockKind;
use crate::testing::{WEIGHTS, word_by_hand};

/// An article with what the stages before this one make of it.
pub(super) struct Read {
    pub article: Article,
    pub sentences: Vec<Sentence>,
    pub analyses: Vec<Analysis>,
    coreference: Coreference,
}

impl Read {
    pub fn reading(&self) -> Reading<'_> {
        Reading {
            article: &self.article,
            sentences: &self.sentences,
            analyses: &self.analyses,
            coreference: &self.coreference,
            anchor: None,
        }
    }

    /// The words of a stretch.
    pub fn words(&self, span: ByteSpan) -> &str {
        span.of(&self.article.text)
    }

    /// All attributions, one a line: `rule: source > cue > content / content`.
    pub fn attributions(&self) -> Vec<String> {
        let attributions = find(&self.reading());
        attributions
            .iter()
            .map(|attribution| self.line(attribution))
            .collect()
    }

    fn line(&self, attribution: &Attribution) -> String {
        let source = attribution.source.as_ref();
        let content: Vec<&str> = attribution
            .content
            .iter()
            .map(|span| self.words(*span))
            .collect();
        format!(
            "{}: {} > {} > {}",
            attribution.rule,
            source.map_or("?", |source| self.words(source.span)),
            self.words(attribution.cue),
            content.join(" / ")
        )
    }
}

/// Reads a text with the committed weights.
pub(super) fn read(text: &str) -> Read {
    let article = article::read(text, &Options::default());
    let drafts = sentence::split(&article);
    let (sentences, analyses) = analyse(&WEIGHTS, &article, &drafts, None);
    let coreference = resolve(&article, &sentences, &analyses);
    Read {
        article,
        sentences,
        analyses,
        coreference,
    }
}

/// Holds the attributions of each text of a table against those expected, parted by `; `, and tells all that differ.
pub(super) fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, read(text).attributions().join("; ")))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| {
            format!("{text}\n    expected {expected}\n    found    {found}")
        })
        .collect();
    assert!(
        !table.is_empty() && wrong.is_empty(),
        "{}",
        wrong.join("\n")
    );
}

/// The same for trees of one sentence.
pub(super) fn check_trees(table: &[(&str, &str)]) {
    for (line, expected) in table {
        let found = trees(&[line]).attributions().join("; ");
        assert_eq!(found, *expected, "{line}");
    }
}

/// Sentences as trees, a line each, words parted by blanks and written as [`word_by_hand`] reads them. A bare form hangs on the
/// first word as `dep`. An empty line begins a new paragraph, `-` a list item.
pub(super) fn trees(lines: &[&str]) -> Read {
    let mut article = article::read("Words.", &Options::default());
    let block = article.blocks.remove(0);
    article.text.clear();
    let (mut sentences, mut analyses) = (Vec::new(), Vec::new());
    let mut opens = true;
    for line in lines {
        let item = line.strip_prefix("- ");
        let kind = item.map_or(BlockKind::Paragraph, |_| BlockKind::ListItem);
        if line.is_empty() {
            opens = true;
            continue;
        }
        if opens || item.is_some() {
            article.blocks.push(Block {
                kind,
                ..block.clone()
            });
            opens = false;
        }
        let start = article.text.len();
        let mut analysis = Analysis::default();
        for columns in item.unwrap_or(line).split(' ') {
            let mut word = word_by_hand(columns, article.text.len());
            article.text += &word.form;
            article.text.push(' ');
            word.cue = word.cue.map(|(_, cue)| (analyses.len(), cue));
            let is_bare = !columns.contains('/');
            if is_bare && !analysis.words.is_empty() {
                word.head = Some(0);
            }
            analysis.words.push(word);
        }
        analysis.link();
        analyses.push(analysis);
        sentences.push(Sentence {
            block: article.blocks.len() - 1,
            span: ByteSpan::new(start, article.text.len() - 1),
            tokens: Vec::new(),
        });
    }
    let coreference = resolve(&article, &sentences, &analyses);
    Read {
        article,
        sentences,
        analyses,
        coreference,
    }
}
