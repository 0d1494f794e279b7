//! Words signed by who said them: “She knows every bridge.” — Ruth Voss, chair of the union; the line below a block quotation.
//!
//! A signature is a dash and a name, up to the end of the paragraph, without a verb. Known to go wrong on names in small letters.

use super::quotation::Quotation;
use super::{Attribution, AttributionRule, Finder, sort, source};
use crate::analysis::Analysis;
use crate::grammar::Upos;
use crate::span::ByteSpan;
use crate::terms::BlockKind;
use std::collections::HashMap;

/// What stands in front of a closing name.
const DASHES: [&str; 5] = ["—", "–", "-", "--", "―"];

/// Most words and marks of a signature: name and office.
const LONGEST_SIGNATURE: usize = 20;

/// Most blocks of one block quotation.
const MOST_BLOCKS: usize = 10;

/// A dash with a name behind it.
struct Signature {
    sentence: usize,
    dash: ByteSpan,
    /// The head word of the name.
    name: usize,
}

impl Finder<'_> {
    /// Adds quotations that are signed.
    pub(super) fn add_signed(&self, attributions: &mut Vec<Attribution>) {
        let mut found: Vec<Attribution> = Vec::new();
        for quotation in self.quotations {
            found.extend(self.signed(quotation));
        }
        for sentence in 0..self.reading.sentences.len() {
            found.extend(self.signed_block(sentence));
        }
        // A signature is no part of what others say, nor are its words a cue.
        let signatures: HashMap<usize, ByteSpan> = found
            .iter()
            .map(|signed| (signed.sentence, signed.cue))
            .collect();
        attributions.retain(|attribution| {
            let signature = signatures.get(&attribution.sentence);
            signature.is_none_or(|dash| {
                let mut content = attribution.content.iter();
                attribution.cue.end <= dash.start && !content.any(|span| span.contains(*dash))
            })
        });
        attributions.extend(found);
        sort(attributions);
    }

    /// “She knows every bridge.” — Ruth Voss
    fn signed(&self, quotation: &Quotation) -> Option<Attribution> {
        let sentences = self.reading.sentences;
        let here = quotation.last_sentence;
        let words = &self.reading.analyses[here].words;
        let behind = words
            .iter()
            .position(|word| word.span.start >= quotation.span.end)?;
        let signature = if behind + 1 < words.len() {
            self.signature(here, behind + 1)
        } else {
            let next = here + 1;
            let same_block = sentences
                .get(next)
                .is_some_and(|next| next.block == sentences[here].block);
            same_block.then(|| self.signature(next, 0)).flatten()
        }?;
        let parts = (quotation.first_sentence..=here)
            .map(|sentence| quotation.part_in(sentences[sentence].span, &self.reading.article.text))
            .filter(|part| !part.is_empty());
        self.credit_signed(&signature, parts.collect())
    }

    /// A signature that is a block of its own, below a block quotation.
    fn signed_block(&self, sentence: usize) -> Option<Attribution> {
        let sentences = self.reading.sentences;
        let block = sentences[sentence].block;
        let opens_block = sentence > 0 && sentences[sentence - 1].block + 1 == block;
        if !opens_block {
            return None;
        }
        let signature = self.signature(sentence, 0)?;
        let kind = |block: usize| self.reading.article.blocks[block].kind;
        let said = (0..sentence).rev().take_while(|&before| {
            kind(sentences[before].block) == BlockKind::Quotation
                && sentences[before].block + MOST_BLOCKS > block
        });
        let mut content: Vec<ByteSpan> = said
            .map(|before| sentences[before].span.trimmed(&self.reading.article.text))
            .collect();
        content.reverse();
        self.credit_signed(&signature, content)
    }

    fn credit_signed(&self, signature: &Signature, content: Vec<ByteSpan>) -> Option<Attribution> {
        let &Signature {
            sentence,
            dash,
            name,
        } = signature;
        (!content.is_empty()).then(|| {
            let source = source::source_at(self.reading, sentence, name);
            let rule = AttributionRule::SignedQuotation;
            Attribution::direct(sentence, Some(source), dash, content, rule)
        })
    }

    /// The signature that begins at a word, where one does: it goes to the end of its block.
    fn signature(&self, sentence: usize, start: usize) -> Option<Signature> {
        let sentences = self.reading.sentences;
        let analysis = &self.reading.analyses[sentence];
        let words = &analysis.words;
        let ends_block = sentences
            .get(sentence + 1)
            .is_none_or(|next| next.block != sentences[sentence].block);
        let dash = words.get(start)?;
        let short = words.len() - start <= LONGEST_SIGNATURE;
        let states = words[start..]
            .iter()
            .any(|word| matches!(word.upos, Upos::Verb | Upos::Aux));
        if !ends_block || !DASHES.contains(&dash.form.as_str()) || !short || states {
            return None;
        }
        Some(Signature {
            sentence,
            dash: dash.span,
            name: head_of_name(analysis, start + 1)?,
        })
    }
}

/// The head of the name at the start of some words, before the first comma: a word of it that hangs on none of them.
fn head_of_name(analysis: &Analysis, start: usize) -> Option<usize> {
    let words = &analysis.words;
    let end = (start..words.len())
        .find(|&at| words[at].is_punctuation())
        .unwrap_or(words.len());
    let inside = start..end;
    let named = words[inside.clone()]
        .iter()
        .any(|word| word.upos == Upos::Propn);
    let begins = words
        .get(start)
        .is_some_and(|word| word.form.starts_with(char::is_uppercase));
    inside
        .clone()
        .find(|&at| {
            words[at].upos.is_nominal() && words[at].head.is_none_or(|head| !inside.contains(&head))
        })
        .filter(|_| named && begins)
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::{check, trees};

    #[rustfmt::skip]
    #[test]
    fn a_closing_name_has_said_the_quotation() {
        check(&[
            ("“The tunnel leaks.” — Liv Orr, engineer", "signed_quotation: Liv Orr > — > The tunnel leaks."),
            ("\"The tunnel leaks. It smells.\" — Liv Orr",
             "signed_quotation: Liv Orr > — > The tunnel leaks. / It smells."),
            // What goes on behind the dash is no name.
            ("“The tunnel leaks.” — Nobody is surprised.", ""),
        ]);
    }

    #[test]
    fn the_line_below_a_block_quotation_signs_it() {
        use crate::terms::BlockKind;
        let name = "—/PUNCT/punct/2 Liv/PROPN/root/0 Orr/PROPN/flat/2";
        let mut read = trees(&["It leaks .", "", name]);
        assert_eq!(read.attributions(), [""; 0]);
        read.article.blocks[0].kind = BlockKind::Quotation;
        assert_eq!(
            read.attributions(),
            ["signed_quotation: Liv Orr > — > It leaks ."]
        );
    }
}
