//! Block quotations: what a page sets apart as quoted is not its author's.
//!
//! The paragraph in front tells who speaks, where it does so plainly: its last sentence ends in a colon and somebody says
//! or does something in it, or the whole paragraph tells what one person says. Else nobody is named; the words stay
//! somebody else's. Known to go wrong on pages that indent their own text as quotations.

use super::{Attribution, AttributionRule, Finder, Source, sort, source};
use crate::grammar::{Chunk, Deprel, EntityType, Upos};
use crate::span::ByteSpan;
use crate::terms::{BlockKind, SourceType};
use std::ops::Range;

/// Largest share of an article's text that block quotations may take: a page with more of them sets its own text so.
const LARGEST_SHARE: f32 = 0.8;

/// Share of a block that others must be credited with, so that nothing is left to credit.
const CREDITED_SHARE: f32 = 0.5;

/// Who speaks in a block, and the words that tell it.
type Speaker = (Source, ByteSpan);

impl Finder<'_> {
    /// Adds block quotations that nothing else credits, one attribution each.
    pub(super) fn add_quoted_blocks(&self, attributions: &mut Vec<Attribution>) {
        if self.quoted_share() > LARGEST_SHARE {
            return;
        }
        let mut found: Vec<Attribution> = Vec::new();
        let mut speaker: Option<Speaker> = None;
        let mut last_block = None;
        for sentences in self.blocks() {
            let block = self.reading.sentences[sentences.start].block;
            if self.kind(block) != BlockKind::Quotation {
                continue;
            }
            if last_block.is_none_or(|last| last + 1 != block) {
                speaker = self.speaker_before(attributions, sentences.start);
            }
            last_block = Some(block);
            if !self.is_credited(attributions, &sentences) {
                found.push(self.quoted_block(&sentences, speaker.clone()));
            }
        }
        attributions.extend(found);
        sort(attributions);
    }

    fn kind(&self, block: usize) -> BlockKind {
        self.reading.article.blocks[block].kind
    }

    /// The sentences of each block, in order.
    fn blocks(&self) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        self.reading
            .sentences
            .chunk_by(|one, other| one.block == other.block)
            .map(move |block| {
                let sentences = start..start + block.len();
                start = sentences.end;
                sentences
            })
    }

    fn quoted_share(&self) -> f32 {
        let (mut quoted, mut all) = (0, 0);
        for sentence in self.reading.sentences {
            all += sentence.span.len();
            if self.kind(sentence.block) == BlockKind::Quotation {
                quoted += sentence.span.len();
            }
        }
        quoted as f32 / all.max(1) as f32
    }

    /// Whether most of a block is somebody's words already.
    fn is_credited(&self, attributions: &[Attribution], sentences: &Range<usize>) -> bool {
        let all = &self.reading.sentences[sentences.clone()];
        let length: usize = all.iter().map(|sentence| sentence.span.len()).sum();
        attributions.iter().any(|attribution| {
            let inside = attribution
                .content
                .iter()
                .filter(|span| all.iter().any(|sentence| sentence.span.contains(**span)));
            let credited: usize = inside.map(|span| span.len()).sum();
            credited as f32 >= CREDITED_SHARE * length as f32
        })
    }

    fn quoted_block(&self, sentences: &Range<usize>, speaker: Option<Speaker>) -> Attribution {
        let content: Vec<ByteSpan> = self.reading.sentences[sentences.clone()]
            .iter()
            .map(|sentence| sentence.span)
            .collect();
        let nothing = ByteSpan::new(content[0].start, content[0].start);
        let (source, cue) = speaker.unzip();
        let (first, cue) = (sentences.start, cue.unwrap_or(nothing));
        Attribution::direct(first, source, cue, content, AttributionRule::QuotedBlock)
    }

    /// Who speaks in a block quotation that begins at a sentence, as the paragraph in front of it tells.
    fn speaker_before(&self, attributions: &[Attribution], first: usize) -> Option<Speaker> {
        let last = first.checked_sub(1)?;
        let block = self.reading.sentences[last].block;
        if self.kind(block) != BlockKind::Paragraph {
            return None;
        }
        let start = self.reading.sentences[..first].partition_point(|one| one.block < block);
        let said_in = |sentences: Range<usize>| {
            let said = attributions
                .iter()
                .filter(move |said| sentences.contains(&said.sentence));
            said.filter_map(|said| Some((said.source.clone()?, said.cue)))
        };
        let words = &self.reading.analyses[last].words;
        if words.last().is_some_and(|word| word.form == ":") {
            return said_in(last..first)
                .next_back()
                .or_else(|| self.subject(last));
        }
        let persons =
            || said_in(start..first).filter(|said| said.0.source_type == Some(SourceType::Person));
        let speaker = persons().next_back()?;
        let alone = persons().all(|other| last_name(&other.0) == last_name(&speaker.0));
        alone.then_some(speaker)
    }

    /// "Askar explained the bug in a post:": the person who does what the sentence tells.
    fn subject(&self, sentence: usize) -> Option<Speaker> {
        let analysis = &self.reading.analyses[sentence];
        let verb = analysis.words.iter().position(|word| word.head.is_none())?;
        let subject = analysis.child(verb, Deprel::Nsubj)?;
        let word = &analysis.words[subject];
        let is_person = word.entity.map(Chunk::kind) == Some(EntityType::Person);
        let names = is_person || word.is(&["he", "she"]);
        (names && analysis.words[verb].upos == Upos::Verb).then(|| {
            let cue = analysis.words[verb].span;
            (source::source_at(self.reading, sentence, subject), cue)
        })
    }
}

/// "Liv Orr" → "Orr"
fn last_name(source: &Source) -> &str {
    source.name.rsplit(' ').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check;

    #[rustfmt::skip]
    #[test]
    fn block_quotations_are_somebody_elses() {
        check(&[
            // Nobody is named.
            ("# The tunnel\n\nThe page was changed in May.\n\n> The tunnel leaks.\n\nThat is all.",
             "quoted_block: ? >  > The tunnel leaks."),
            // A colon, with somebody who says or does something.
            ("# The tunnel\n\nLiv Orr said on Monday:\n\n> The tunnel leaks.\n>\n> It smells.\n\nThat is all.",
             "behind_colon: Liv Orr > said > The tunnel leaks. / It smells."),
            ("# The tunnel\n\nLiv Orr went on in her letter:\n\n> The tunnel leaks.\n\nThat is all.",
             "quoted_block: Liv Orr > went > The tunnel leaks."),
            // A paragraph that tells what one person says.
            ("# The tunnel\n\nLiv Orr said the tunnel is old.\n\n> The tunnel leaks.\n\nThat is all.",
             "complement_clause: Liv Orr > said > the tunnel is old; quoted_block: Liv Orr > said > The tunnel leaks."),
        ]);
    }

    #[rustfmt::skip]
    #[test]
    fn what_is_credited_or_set_apart_alone_is_left() {
        check(&[
            // Signed already.
            ("# The tunnel\n\nThe page was changed in May.\n\n> The tunnel leaks.\n\n— Liv Orr\n\nThat is all.",
             "signed_quotation: Liv Orr > — > The tunnel leaks."),
            // Two speakers in front: nobody is named.
            ("# The tunnel\n\nLiv Orr said it is old. Petter Holm said it is new.\n\n> The tunnel leaks.\n\nThat is all.",
             "complement_clause: Liv Orr > said > it is old; complement_clause: Petter Holm > said > it is new; \
              quoted_block: ? >  > The tunnel leaks."),
            // All of the page is set so.
            ("# The tunnel\n\n> The tunnel leaks. Nobody has inspected it for a year.\n>\n> The council met on Monday.", ""),
        ]);
    }
}
