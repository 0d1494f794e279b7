//! The text as the rules of this stage ask it: claims by index, with their blocks, holders, kinds and markers.

use crate::analysis::Word;
use crate::attribution::{Attribution, Source};
use crate::claim::{Claim, ClauseKind};
use crate::reading::Reading;
use crate::span::ByteSpan;
use crate::terms::{BlockKind, Kind};
use std::ops::Range;

/// What the earlier stages found.
pub(super) struct Text<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) attributions: &'a [Attribution],
    pub(super) claims: &'a [Claim],
}

impl Text<'_> {
    /// Index of the block that a claim stands in.
    pub(super) fn block(&self, claim: usize) -> usize {
        self.reading.sentences[self.claims[claim].sentence].block
    }

    pub(super) fn block_kind(&self, claim: usize) -> BlockKind {
        self.reading.article.blocks[self.block(claim)].kind
    }

    pub(super) fn kind(&self, claim: usize) -> Option<Kind> {
        self.claims[claim].kind.as_ref().map(|kind| kind.value)
    }

    /// Whether the claim judges or demands.
    pub(super) fn is_opinion(&self, claim: usize) -> bool {
        matches!(self.kind(claim), Some(Kind::Value | Kind::Policy))
    }

    /// How the claim's clause stands in its sentence.
    pub(super) fn clause(&self, claim: usize) -> ClauseKind {
        self.claims[claim].clause
    }

    /// Whether the author holds the claim.
    pub(super) fn is_author(&self, claim: usize) -> bool {
        self.claims[claim].attribution.is_none()
    }

    /// Who else holds the claim, where somebody is named.
    pub(super) fn source(&self, claim: usize) -> Option<&Source> {
        let attribution = self.claims[claim].attribution?;
        self.attributions[attribution].source.as_ref()
    }

    /// The claims of the block that a claim stands in.
    pub(super) fn claims_of_block(&self, claim: usize) -> Range<usize> {
        let block = self.block(claim);
        let n_before = (0..claim)
            .rev()
            .take_while(|&earlier| self.block(earlier) == block)
            .count();
        let n_from = (claim..self.claims.len())
            .take_while(|&later| self.block(later) == block)
            .count();
        claim - n_before..claim + n_from
    }

    /// Whether the claim is the first of its block.
    pub(super) fn opens_block(&self, claim: usize) -> bool {
        claim == 0 || self.block(claim - 1) != self.block(claim)
    }

    /// Whether the claim is the last of its block.
    pub(super) fn closes_block(&self, claim: usize) -> bool {
        claim + 1 == self.claims.len() || self.block(claim + 1) != self.block(claim)
    }

    /// First byte of the sentence that the claim stands in.
    pub(super) fn sentence_start(&self, claim: usize) -> usize {
        self.reading.sentences[self.claims[claim].sentence]
            .span
            .start
    }

    /// Whether the claim's sentence opens with one of those phrases, whose words are parted by blanks.
    pub(super) fn opens_with(&self, claim: usize, phrases: &[&str]) -> bool {
        let words = &self.reading.analyses[self.claims[claim].sentence].words;
        let opens = |phrase: &&str| {
            let mut forms = phrase.split(' ').enumerate();
            forms.all(|(at, form)| words.get(at).is_some_and(|word| word.lower == form))
        };
        phrases.iter().any(opens)
    }

    /// The claim's words.
    pub(super) fn words(&self, claim: usize) -> impl Iterator<Item = &Word> {
        let claim = &self.claims[claim];
        let words = self.reading.analyses[claim.sentence].words.iter();
        words.filter(|word| claim.spans.iter().any(|span| span.contains(word.span)))
    }

    /// The words that introduce the claim, in lower case.
    pub(super) fn markers(&self, claim: usize) -> impl Iterator<Item = (String, ByteSpan)> {
        let text = &self.reading.article.text;
        self.claims[claim]
            .markers
            .iter()
            .map(|&span| (span.of(text).to_lowercase(), span))
    }
}
