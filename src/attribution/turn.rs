//! Turns of a conversation: "VOSS: The level fell." The name in front of the colon holds the turn.
//!
//! A label in capitals is a speaker's where the article repeats it or where other labels of it are speakers'; one in small
//! letters ("Mary:") where it names a person and the article has several. Known to go wrong on labels that are no names
//! and stand among speakers.

use super::{Attribution, AttributionRule, Finder, Source, sort};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Chunk, EntityType, Upos};
use crate::span::ByteSpan;
use crate::terms::{BlockKind, SourceType};
use std::collections::HashMap;

/// Most words and marks in front of the colon: "DR. VIN HARL, SURGEON, UNIVERSITY OF TARN:".
const LONGEST_LABEL: usize = 14;

/// Most words of a label in small letters.
const LONGEST_NAME: usize = 4;

/// Labels in capitals that name what is shown or done, not who speaks.
const NO_SPEAKERS: [&str; 14] = [
    "text",
    "video",
    "clip",
    "audio",
    "caption",
    "graphic",
    "photo",
    "music",
    "note",
    "update",
    "breaking",
    "correction",
    "source",
    "summary",
];

/// A name in front of a colon at the start of a block.
struct Label<'a> {
    sentence: usize,
    /// The last word of the name, by which later turns call the speaker.
    key: &'a str,
    name: ByteSpan,
    /// How many words the name has.
    n_words: usize,
    /// The word of the name that heads it.
    head: usize,
    colon: usize,
    in_capitals: bool,
}

impl Finder<'_> {
    /// Adds the turns of a conversation.
    pub(super) fn add_turns(&self, attributions: &mut Vec<Attribution>) {
        let labels = self.speakers();
        let mut full: HashMap<&str, &Label> = HashMap::new();
        for label in &labels {
            let known = full.entry(label.key).or_insert(label);
            if label.n_words > known.n_words {
                *known = label;
            }
        }
        let mut found: Vec<Attribution> = Vec::new();
        for (index, label) in labels.iter().enumerate() {
            let end = labels.get(index + 1).map(|next| next.sentence);
            found.extend(self.turn(label, full[label.key], end));
        }
        attributions.extend(found);
        sort(attributions);
    }

    /// The labels of an article that name speakers.
    fn speakers(&self) -> Vec<Label<'_>> {
        let sentences = self.reading.sentences;
        let opens_block = |&sentence: &usize| {
            sentence == 0 || sentences[sentence - 1].block != sentences[sentence].block
        };
        let mut labels: Vec<Label> = (0..sentences.len())
            .filter(opens_block)
            .filter_map(|sentence| self.label(sentence))
            .collect();
        let mut times: HashMap<&str, usize> = HashMap::new();
        for label in &labels {
            *times.entry(label.key).or_default() += 1;
        }
        let repeated = labels.iter().any(|label| times[label.key] > 1);
        let several = labels.len() > 1;
        labels.retain(|label| {
            let names = || is_person(&self.reading.analyses[label.sentence].words[label.head]);
            several && if label.in_capitals { repeated } else { names() }
        });
        if labels.len() < 2 { Vec::new() } else { labels }
    }

    fn label(&self, sentence: usize) -> Option<Label<'_>> {
        let block = &self.reading.article.blocks[self.reading.sentences[sentence].block];
        if block.kind != BlockKind::Paragraph {
            return None;
        }
        let analysis = &self.reading.analyses[sentence];
        let words = &analysis.words;
        let colon = (0..words.len().min(LONGEST_LABEL + 1)).find(|&at| words[at].form == ":")?;
        let end = (0..colon)
            .find(|&at| words[at].form == ",")
            .unwrap_or(colon);
        let last = words[..end].last()?;
        let in_capitals = is_in_capitals(&words[..colon]);
        let named = in_capitals || is_name(&words[..end]) && end == colon && end <= LONGEST_NAME;
        if !named || NO_SPEAKERS.contains(&last.lower.as_str()) {
            return None;
        }
        Some(Label {
            sentence,
            key: &last.lower,
            name: words[0].span.cover(last.span),
            n_words: end,
            head: head_in(analysis, end)?,
            colon,
            in_capitals,
        })
    }

    /// What stands behind the label, and the paragraphs up to the next one.
    fn turn(&self, label: &Label, full: &Label, end: Option<usize>) -> Option<Attribution> {
        let (article, sentences) = (self.reading.article, self.reading.sentences);
        let words = &self.reading.analyses[label.sentence].words;
        let block = sentences[label.sentence].block;
        let rest = ByteSpan::new(
            words[label.colon].span.end,
            sentences[label.sentence].span.end,
        );
        let goes_on = |&sentence: &usize| {
            let here = sentences[sentence].block;
            here == block
                || end.is_some_and(|end| sentence < end)
                    && article.blocks[here].kind == BlockKind::Paragraph
        };
        let last = end.unwrap_or(sentences.len());
        let behind = (label.sentence + 1..last)
            .take_while(goes_on)
            .map(|sentence| sentences[sentence].span);
        let content: Vec<ByteSpan> = std::iter::once(rest)
            .chain(behind)
            .map(|span| span.trimmed(&article.text))
            .filter(|span| !span.is_empty())
            .collect();
        let name = full.name.of(&article.text);
        let source = Source {
            span: label.name,
            name: if full.in_capitals {
                with_small_letters(name)
            } else {
                name.to_string()
            },
            source_type: Some(SourceType::Person),
        };
        let (cue, rule) = (words[label.colon].span, AttributionRule::SpeakerLabel);
        (!content.is_empty())
            .then(|| Attribution::direct(label.sentence, Some(source), cue, content, rule))
    }
}

/// The word in front of a place that hangs on none of the others there.
fn head_in(analysis: &Analysis, end: usize) -> Option<usize> {
    (0..end).find(|&at| analysis.words[at].head.is_none_or(|head| head >= end))
}

/// "DR. VIN HARL, SURGEON": letters, and none that is small.
fn is_in_capitals(words: &[Word]) -> bool {
    let letters = || {
        words
            .iter()
            .flat_map(|word| word.form.chars())
            .filter(|letter| letter.is_alphabetic())
    };
    letters().count() > 1 && !letters().any(char::is_lowercase)
}

/// "Mary", "Liv Orr"
fn is_name(words: &[Word]) -> bool {
    !words.is_empty()
        && words
            .iter()
            .all(|word| word.upos == Upos::Propn && word.form.starts_with(char::is_uppercase))
}

fn is_person(word: &Word) -> bool {
    word.entity.map(Chunk::kind) == Some(EntityType::Person)
}

/// "DR. VIN HARL" → "Dr. Vin Harl"
fn with_small_letters(name: &str) -> String {
    let mut opens = true;
    name.chars()
        .map(|letter| {
            let written = if opens {
                letter
            } else {
                letter.to_lowercase().next().unwrap_or(letter)
            };
            opens = !letter.is_alphanumeric();
            written
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::testing::{check, read};

    #[rustfmt::skip]
    #[test]
    fn turns_are_their_speakers() {
        check(&[
            ("LIV ORR, ENGINEER: It leaks.\n\nLUND: It does.\n\nORR: Nobody has inspected it.",
             "speaker_label: LIV ORR > : > It leaks.; speaker_label: LUND > : > It does.; \
              speaker_label: ORR > : > Nobody has inspected it."),
            // A label alone, one of things, a list.
            ("TEXT: The tunnel leaks.\n\nThe council met.", ""),
            ("Place: The tunnel leaks.\n\nTime: The council met.", ""),
        ]);
    }

    #[test]
    fn a_speaker_has_the_full_name_of_the_first_turn() {
        let read = read("LIV ORR, ENGINEER: It leaks.\n\nLUND: It does.\n\nORR: It smells.");
        let found = crate::attribution::find(&read.reading());
        let names: Vec<&str> = found
            .iter()
            .map(|turn| {
                turn.source
                    .as_ref()
                    .map_or("", |source| source.name.as_str())
            })
            .collect();
        assert_eq!(names, ["Liv Orr", "Lund", "Liv Orr"]);
        assert_eq!(with_small_letters("DR. VIN O'HARL"), "Dr. Vin O'Harl");
    }
}
