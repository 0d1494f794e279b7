//! Whole sentences between quotation marks that no rule gives a speaker: somebody's, but nobody is named.
//!
//! Words that an article sets between marks are not its author's: told as such, they put a stranger's speech into the
//! author's mouth. Titles and words picked out stand inside a sentence and stay
//! its author's. Known to go wrong where one straight mark is missing in a paragraph.

use super::quotation::Quotation;
use super::{Attribution, AttributionRule, Finder, content, sort};
use crate::span::ByteSpan;

/// Fewest words of a quotation of which nobody doubts that it is somebody's speech.
const FEWEST_WORDS: usize = 5;

impl Finder<'_> {
    /// Adds quotations of whole sentences that nothing else credits, one attribution each.
    pub(super) fn add_unnamed(&self, attributions: &mut Vec<Attribution>) {
        let credited = content::union(attributions.iter().flat_map(|other| &other.content));
        let found: Vec<Attribution> = self
            .quotations
            .iter()
            .filter_map(|quotation| self.unnamed(&credited, quotation))
            .collect();
        attributions.extend(found);
        sort(attributions);
    }

    fn unnamed(&self, credited: &[ByteSpan], quotation: &Quotation) -> Option<Attribution> {
        if !quotation.closed || quotation.n_words < FEWEST_WORDS {
            return None;
        }
        let text = &self.reading.article.text;
        let is_credited = |part: ByteSpan| {
            let at = credited.partition_point(|span| span.end <= part.start);
            credited.get(at).is_some_and(|span| span.overlaps(part))
        };
        let whole = |sentence: ByteSpan| {
            let part = quotation.part_in(sentence, text);
            let only_marks = |start: usize, end: usize| {
                !text[start.min(end)..end].contains(char::is_alphanumeric)
            };
            let is_whole =
                only_marks(sentence.start, part.start) && only_marks(part.end, sentence.end);
            (is_whole && !part.is_empty() && !is_credited(part)).then_some(part)
        };
        let sentences = quotation.first_sentence..=quotation.last_sentence;
        let content: Vec<ByteSpan> = sentences
            .clone()
            .filter_map(|sentence| whole(self.reading.sentences[sentence].span))
            .collect();
        let start = content.first()?.start;
        let sentence = sentences
            .into_iter()
            .find(|&sentence| self.reading.sentences[sentence].span.end > start)?;
        let nothing = ByteSpan::new(start, start);
        let rule = AttributionRule::Unnamed;
        Some(Attribution::direct(sentence, None, nothing, content, rule))
    }
}

#[cfg(test)]
mod tests {
    use crate::attribution::AttributionRule;
    use crate::testing::attributions;

    fn unnamed(text: &str) -> Vec<String> {
        attributions(text)
            .iter()
            .filter(|attribution| attribution.rule == AttributionRule::Unnamed)
            .flat_map(|attribution| &attribution.content)
            .map(|span| span.of(text).to_string())
            .collect()
    }

    #[test]
    fn a_quoted_sentence_without_a_speaker_is_somebodys() {
        assert_eq!(
            unnamed(
                "The town is small.\n\nThe posters are red. “The toll hurts every shop in town. It must go.”"
            ),
            ["The toll hurts every shop in town.", "It must go."]
        );
    }

    #[test]
    fn what_has_a_speaker_a_title_and_words_picked_out_are_left() {
        for text in [
            "“The toll hurts every shop in town,” Petter Holm said.",
            "Petter Holm spoke on Monday. “The toll hurts every shop in town,” he said. “It must go.”",
            "The film “The Man Who Came to Town” is long.",
            "The town has “a toll that hurts every shop”.",
            "“The toll hurts.”",
            "It \"hurts every single shop in town\".",
        ] {
            assert!(unnamed(text).is_empty(), "{text}");
        }
    }
}
