//! Sentences of a quotation that has its cue elsewhere in the paragraph belong to the same source: “X,” he said. “Y.”
//!
//! A cue in front of or behind a quotation of several sentences has all of them for its content. A quotation without a cue
//! of its own goes on with the speaker before it, in the same paragraph or the next; one that no mark closes goes on in the
//! next paragraph, however long the speech. Right behind a sentence about somebody ("Holm disagreed. “The toll is fair.”",
//! "Here is Petter Holm:") it is theirs. Known to go wrong where a second speaker answers without a cue.

use super::quotation::Quotation;
use super::{Attribution, AttributionRule, Finder, Source, content, sort, source};
use crate::grammar::{Deprel, Upos};
use crate::span::ByteSpan;
use crate::terms::{BlockKind, CueType, SourceType};

/// How many sentences before a quotation its cue is looked for.
const FARTHEST_CUE: usize = 40;

/// Most words of a quotation that is some words picked out, not a speech, unless it is a whole sentence.
pub(super) const PICKED_OUT: usize = 3;

/// Fewest words of a whole sentence that is said.
const FEWEST_WORDS: usize = 2;

/// How many bytes into its sentence a quotation begins at most that is a whole sentence: behind its mark.
const MARK_LENGTH: usize = 4;

/// How many sentences behind its cue a speech may go on in the next paragraph.
const FARTHEST_SENTENCE: usize = 4;

/// What somebody was credited with last between quotation marks.
struct Speech {
    block: usize,
    source: Source,
    /// Index of the sentence of the cue.
    sentence: usize,
    cue: ByteSpan,
    cue_type: CueType,
    /// Whether no mark has closed what was said, so that the next paragraph goes on with it.
    open: bool,
    rule: AttributionRule,
}

impl Finder<'_> {
    /// Gives quotations the rest of their sentences, and those without a cue the speaker before them.
    pub(super) fn continue_quotations(&self, attributions: &mut Vec<Attribution>) {
        let mut continued: Vec<Attribution> = Vec::new();
        let mut last: Option<Speech> = None;
        for quotation in self.quotations {
            if let Some(credited) = self.credited(attributions, quotation) {
                let attribution = &mut attributions[credited];
                self.extend(attribution, quotation);
                last = self.speech(attribution, quotation).or(last);
                continue;
            }
            let said_before = last
                .as_ref()
                .is_some_and(|speech| speech.sentence + 1 >= quotation.first_sentence);
            if !said_before
                && let Some(speech) = self.speech_of_sentence_before(attributions, quotation)
            {
                last = Some(speech);
            }
            let Some(speech) = last
                .as_mut()
                .filter(|speech| self.goes_on(speech, quotation))
            else {
                continue;
            };
            continued.push(self.continued(speech, quotation));
            if !quotation.closed {
                speech.block = self.block(quotation.first_sentence);
                speech.open = true;
            }
        }
        attributions.extend(continued);
        sort(attributions);
    }

    /// The first attribution of the same paragraph that credits somebody with words of the quotation and whose cue stands
    /// outside it.
    fn credited(&self, attributions: &[Attribution], quotation: &Quotation) -> Option<usize> {
        let block = self.block(quotation.first_sentence);
        let from = attributions.partition_point(|attribution| {
            attribution.sentence + FARTHEST_CUE < quotation.first_sentence
        });
        let to = attributions
            .partition_point(|attribution| attribution.sentence <= quotation.last_sentence + 1);
        (from..to).find(|&index| {
            let attribution = &attributions[index];
            let mut content = attribution.content.iter();
            content.any(|span| span.overlaps(quotation.span))
                && self.block(attribution.sentence) == block
                && !quotation.span.contains(attribution.cue)
        })
    }

    /// Adds the sentences of the quotation that lie before or behind the one with the cue.
    fn extend(&self, attribution: &mut Attribution, quotation: &Quotation) {
        let text = &self.reading.article.text;
        let parts = (quotation.first_sentence..=quotation.last_sentence)
            .map(|sentence| quotation.part_in(self.reading.sentences[sentence].span, text))
            .filter(|part| !part.is_empty());
        let is_new = |part: &ByteSpan| !attribution.content.iter().any(|span| span.overlaps(*part));
        let further: Vec<ByteSpan> = parts.filter(is_new).collect();
        attribution.content.extend(further);
        attribution.content.sort();
        attribution.mode = content::mode(self.quotations, &attribution.content);
    }

    /// What a quotation without a cue may go on with; nothing where nobody is named.
    fn speech(&self, attribution: &Attribution, quotation: &Quotation) -> Option<Speech> {
        Some(Speech {
            block: self.block(quotation.first_sentence),
            source: attribution.source.clone()?,
            sentence: attribution.sentence,
            cue: attribution.cue,
            cue_type: attribution.cue_type,
            open: !quotation.closed,
            rule: AttributionRule::ContinuedQuotation,
        })
    }

    /// What a quotation of whole sentences goes on with that follows at once on a sentence about somebody: "Holm said he
    /// was alarmed. “She must go.”", "Holm disagreed. “The toll is fair.”", "Here is Petter Holm:".
    fn speech_of_sentence_before(
        &self,
        attributions: &[Attribution],
        quotation: &Quotation,
    ) -> Option<Speech> {
        let sentence = quotation.first_sentence.checked_sub(1)?;
        let analysis = &self.reading.analyses[sentence];
        let words = &analysis.words;
        let (block, next) = (self.block(sentence), self.block(quotation.first_sentence));
        let introduces = words.last().is_some_and(|word| word.form == ":");
        let from = attributions.partition_point(|other| other.sentence < sentence);
        let to = attributions.partition_point(|other| other.sentence <= sentence);
        let root = words.iter().position(|word| word.head.is_none())?;
        let said = attributions[from..to]
            .iter()
            .find(|attribution| attribution.cue_token == Some(root));
        // "Holm disagreed." says less in another paragraph, unless its colon promises words.
        let near = block == next || block + 1 == next && (introduces || said.is_some());
        if !near || !self.is_whole(quotation) || self.is_heading(block) && !introduces {
            return None;
        }
        let subject = analysis
            .children_with(root, &[Deprel::Nsubj])
            .find(|&child| words[child].deprel == Deprel::Nsubj);
        let named =
            || subject.or(Some(root).filter(|_| introduces && words[root].upos == Upos::Propn));
        let is_inside = |token: usize| {
            let word = words[token].span;
            let at = self
                .quotations
                .partition_point(|quotation| quotation.span.end <= word.start);
            let here = self.quotations.get(at);
            here.is_some_and(|quotation| quotation.span.contains(word))
        };
        let source = match said {
            Some(attribution) => attribution.source.clone()?,
            None => source::source_at(
                self.reading,
                sentence,
                named().filter(|&token| !is_inside(token))?,
            ),
        };
        let speaks = match source.source_type {
            Some(SourceType::Person) => true,
            Some(SourceType::Group | SourceType::Organisation) => said.is_some(),
            _ => false,
        };
        let is_author = subject.is_some_and(|subject| words[subject].is_author());
        (speaks && !is_author).then(|| Speech {
            block: next,
            source,
            sentence,
            cue: said.map_or(words[root].span, |said| said.cue),
            cue_type: CueType::Assertion,
            open: false,
            rule: AttributionRule::QuotationBehindSpeaker,
        })
    }

    /// Whether a quotation is made of whole sentences of the same paragraph, or of the next where nobody else is credited.
    fn goes_on(&self, speech: &Speech, quotation: &Quotation) -> bool {
        let first = quotation.first_sentence;
        let block = self.block(first);
        let opens_next_block = block == speech.block + 1
            && self.block(first - 1) != block
            && !self.is_heading(speech.block)
            && (speech.open || first <= speech.sentence + FARTHEST_SENTENCE);
        let speech_like = quotation.n_words > PICKED_OUT || self.is_whole(quotation);
        speech_like
            && self.starts_sentence(quotation)
            && (block == speech.block || opens_next_block)
    }

    fn starts_sentence(&self, quotation: &Quotation) -> bool {
        let sentence = &self.reading.sentences[quotation.first_sentence];
        quotation.span.start <= sentence.span.start + MARK_LENGTH
    }

    /// Whether a quotation is some sentences from the first word to the last.
    fn is_whole(&self, quotation: &Quotation) -> bool {
        let last = &self.reading.sentences[quotation.last_sentence];
        self.starts_sentence(quotation)
            && last.span.end <= quotation.span.end + MARK_LENGTH
            && quotation.n_words >= FEWEST_WORDS
    }

    /// A title or heading says nothing for the body.
    fn is_heading(&self, block: usize) -> bool {
        let kind = self.reading.article.blocks[block].kind;
        matches!(kind, BlockKind::Title | BlockKind::Heading)
    }

    fn continued(&self, speech: &Speech, quotation: &Quotation) -> Attribution {
        // What goes on is said, not denied once more.
        let cue_type = match speech.cue_type {
            CueType::Denial => CueType::Assertion,
            cue_type => cue_type,
        };
        let content = vec![quotation.span.trimmed(&self.reading.article.text)];
        let (first, source) = (quotation.first_sentence, speech.source.clone());
        Attribution {
            cue_type,
            ..Attribution::direct(first, Some(source), speech.cue, content, speech.rule)
        }
    }

    fn block(&self, sentence: usize) -> usize {
        self.reading.sentences[sentence].block
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::testing::trees;
    use crate::terms::Mode;

    const SPEECH: &str = "“/PUNCT/punct/3 It/PRON/nsubj/3 leaks/VERB/ccomp/6 ”/PUNCT/punct/3 he/PRON/nsubj/6 said~say/VERB/root/0";

    /// What goes on with the speech before it.
    fn continued(lines: &[&str]) -> Vec<String> {
        let attributions = trees(lines).attributions().into_iter();
        let prefix = "continued_quotation: he > said > ";
        attributions
            .filter_map(|line| line.strip_prefix(prefix).map(str::to_string))
            .collect()
    }

    #[test]
    fn whole_sentences_go_on() {
        assert_eq!(
            continued(&[SPEECH, "“ one two three four ” ."]),
            ["one two three four"]
        );
        // A short one where it is a whole sentence.
        assert_eq!(continued(&[SPEECH, "“ one two . ”"]), ["one two ."]);
        assert_eq!(continued(&[SPEECH, "“ one . ”"]), [""; 0]);
        assert_eq!(continued(&[SPEECH, "“ one two three ” four ."]), [""; 0]);
        // Up to four bytes into the sentence.
        assert_eq!(
            continued(&[SPEECH, "Oh \" one two three four \" ."]),
            ["one two three four"]
        );
        assert_eq!(
            continued(&[SPEECH, "Ooh \" one two three four \" ."]),
            [""; 0]
        );
        assert_eq!(
            continued(&["“ one two three four ” .", "It rains ."]),
            [""; 0]
        );
    }

    #[test]
    fn the_next_paragraph_goes_on_where_it_opens_with_a_quotation() {
        let quoted = "“ one two three four ” .";
        let goes_on = ["one two three four"];
        assert_eq!(continued(&[SPEECH, "", quoted]), goes_on);
        assert_eq!(continued(&[SPEECH, "", "It rains .", quoted]), [""; 0]);
        assert_eq!(continued(&[SPEECH, "", "It rains .", "", quoted]), [""; 0]);
        // So near to the cue; in its own paragraph anywhere.
        let far = [SPEECH, "One .", "Two .", "Three .", "Four .", quoted];
        assert_eq!(continued(&far), goes_on);
        assert_eq!(
            continued(&[SPEECH, "One .", "Two .", "Three .", "", quoted]),
            goes_on
        );
        assert_eq!(
            continued(&[SPEECH, "One .", "Two .", "Three .", "Four .", "", quoted]),
            [""; 0]
        );
        // A speech that no mark closes goes on as long as it is open.
        let open = "“ one two three four .";
        assert_eq!(
            continued(&[SPEECH, open, "", open, "", quoted, "", quoted]),
            [
                "one two three four .",
                "one two three four .",
                "one two three four"
            ]
        );
        // What went on does not lead further.
        assert_eq!(continued(&[SPEECH, "", quoted, "", quoted]), goes_on);
    }

    #[test]
    fn a_denial_is_not_denied_again_and_nobody_goes_on_with_nobody() {
        let denial = SPEECH.replace("said~say", "denied~deny");
        let read = trees(&[&denial, "“ one two three four ” ."]);
        let attributions = crate::attribution::find(&read.reading());
        let acts: Vec<(AttributionRule, CueType, Option<usize>)> = attributions
            .iter()
            .map(|attribution| {
                (
                    attribution.rule,
                    attribution.cue_type,
                    attribution.cue_token,
                )
            })
            .collect();
        assert_eq!(
            acts,
            [
                (AttributionRule::SpeechBeforeCue, CueType::Denial, Some(5)),
                (
                    AttributionRule::ContinuedQuotation,
                    CueType::Assertion,
                    None
                ),
            ]
        );
        let belief = SPEECH.replace("said~say", "feared~fear");
        let read = trees(&[&belief, "“ one two three four ” ."]);
        assert_eq!(
            crate::attribution::find(&read.reading())[1].cue_type,
            CueType::Belief
        );
        let unnamed = "was/AUX/aux:pass/2 said~say/VERB/root/0 that/SCONJ/mark/6 “/PUNCT/punct/6 it/PRON/nsubj/6 leaks/VERB/ccomp/2 ”/PUNCT/punct/6";
        let read = trees(&[unnamed, "“ one two three four ” ."]);
        assert_eq!(
            read.attributions(),
            ["complement_clause: ? > said > it leaks"]
        );
    }

    #[test]
    fn a_quotation_has_all_its_sentences() {
        let opening = SPEECH
            .replace(" ”/PUNCT/punct/3", "")
            .replace("/ccomp/6", "/ccomp/5")
            .replace("nsubj/6", "nsubj/5");
        // The cue inside the marks credits nothing around it.
        let read = trees(&[&opening, "It smells ” ."]);
        assert_eq!(
            read.attributions(),
            [
                "speech_before_cue: he > said > It leaks",
                "unnamed: ? >  > It smells"
            ]
        );
        let last = "It/PRON/nsubj/2 smells/VERB/ccomp/5 ”/PUNCT/punct/2 he/PRON/nsubj/5 said~say/VERB/root/0";
        let read = trees(&["“ It leaks .", last]);
        assert_eq!(
            read.attributions(),
            ["speech_before_cue: he > said > It leaks . / It smells"]
        );
        assert_eq!(
            crate::attribution::find(&read.reading())[0].mode,
            Mode::Direct
        );
    }

    #[test]
    fn a_quotation_is_credited_by_a_cue_near_it_in_its_paragraph() {
        let mut lines = vec!["One ."; 50];
        lines.extend(["", "Two ."]);
        let read = trees(&lines);
        let reading = read.reading();
        let finder = Finder {
            reading: &reading,
            quotations: &[],
        };
        let span = |sentence: usize| read.sentences[sentence].span;
        let speech = trees(&[SPEECH]);
        let model = crate::attribution::find(&speech.reading()).remove(0);
        let credited = |cue: usize, content: usize, quoted: usize| {
            let attribution = Attribution {
                sentence: cue,
                cue: span(cue),
                content: vec![span(content)],
                ..model.clone()
            };
            let quotation = Quotation {
                span: span(quoted),
                first_sentence: quoted,
                last_sentence: quoted,
                n_words: 1,
                closed: true,
            };
            finder.credited(&[attribution], &quotation).is_some()
        };
        assert!(credited(4, 5, 5) && !credited(4, 6, 5));
        // Not by a cue inside.
        assert!(!credited(5, 5, 5));
        // From the sentence behind it to forty before it.
        assert!(credited(6, 5, 5) && !credited(7, 5, 5));
        assert!(credited(5, 45, 45) && !credited(4, 45, 45));
        // In one paragraph.
        assert!(!credited(49, 50, 50));
    }
}
