//! What the weights alone see (`tagged.rs`): clauses that no rule has credited yet, whose source is somebody else.
//!
//! The weights tag more than anybody claims: phrases, questions, wishes, the author's own words. Only clauses under a
//! listed cue with another source are taken.

use super::cue::ListedCue;
use super::tagged::{self, Tagged};
use super::{Attribution, AttributionRule, Finder, content, cue, sort, source, unheld};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Feature, Upos};
use crate::span::ByteSpan;
use crate::terms::{BlockKind, CueType, Mode};

/// Words of a source that make it the author's own: "my brother".
const AUTHOR: [&str; 5] = ["i", "my", "we", "our", "us"];

/// What opens content that says nothing: a question, or what somebody is to do.
const UNSAID: [&str; 3] = ["whether", "if", "to"];

impl Finder<'_> {
    /// Adds the attributions of the weights that no rule has found.
    pub(super) fn add_tagged(&self, attributions: &mut Vec<Attribution>) {
        let taken = content::union(
            attributions
                .iter()
                .flat_map(|attribution| attribution.content.iter().chain([&attribution.cue])),
        );
        let is_free = |span: &ByteSpan| {
            let near = taken.partition_point(|other| other.end <= span.start);
            taken.get(near).is_none_or(|other| !other.overlaps(*span))
        };
        for tagged in tagged::find(self.reading.analyses) {
            if tagged.cue.iter().chain(&tagged.content).all(is_free) {
                attributions.extend(self.attribution_of(tagged));
            }
        }
        sort(attributions);
    }

    fn attribution_of(&self, tagged: Tagged) -> Option<Attribution> {
        let analysis = &self.reading.analyses[tagged.sentence];
        let (cue, source) = (*tagged.cue.first()?, *tagged.source.first()?);
        let mode = content::mode(self.quotations, &tagged.content);
        let (cue_token, listed) = tokens_in(analysis, cue)
            .find_map(|token| Some((token, cue::listed(&analysis.words[token])?)))
            .or_else(|| said_with(analysis, cue).filter(|_| mode == Mode::Direct))?;
        let source_token =
            topmost(analysis, source).find(|&token| analysis.words[token].upos.is_nominal())?;
        let is_author = tokens_in(analysis, source).any(|token| analysis.words[token].is(&AUTHOR));
        let is_unsaid = tagged.content.iter().any(|&content| {
            let mut tokens = tokens_in(analysis, content);
            tokens
                .next()
                .is_some_and(|first| opens_unsaid(&analysis.words[first]))
        });
        if is_author
            || is_unsaid
            || self.is_title_for_body(&tagged)
            || !tagged.content.iter().any(|&span| self.is_clause(span))
            || unheld::why_unheld(analysis, cue_token, Some(source_token)).is_some()
        {
            return None;
        }
        Some(Attribution {
            sentence: tagged.sentence,
            source: Some(source::source_at(
                self.reading,
                tagged.sentence,
                source_token,
            )),
            cue,
            cue_token: Some(cue_token),
            cue_type: listed.cue_type,
            weak: listed.weak,
            mode,
            content: tagged.content,
            parent: None,
            rule: AttributionRule::Weights,
        })
    }

    /// Whether the cue stands in a title and the content elsewhere: a title says nothing for the body, unless its colon leads it in.
    fn is_title_for_body(&self, tagged: &Tagged) -> bool {
        let sentences = self.reading.sentences;
        let block = sentences[tagged.sentence].block;
        let elsewhere = |span: &ByteSpan| {
            let at = sentences.partition_point(|sentence| sentence.span.end <= span.start);
            sentences
                .get(at)
                .is_some_and(|sentence| sentence.block != block)
        };
        let kind = self.reading.article.blocks[block].kind;
        let analysis = &self.reading.analyses[tagged.sentence];
        let leads_in = analysis.words.last().is_some_and(|word| word.form == ":");
        matches!(kind, BlockKind::Title | BlockKind::Heading)
            && !leads_in
            && tagged.content.iter().any(elsewhere)
    }

    /// Whether a stretch of the text is one clause or several, not a phrase with a clause inside.
    fn is_clause(&self, span: ByteSpan) -> bool {
        let sentences = self.reading.sentences;
        let first = sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let end = sentences.partition_point(|sentence| sentence.span.start < span.end);
        self.reading.analyses[first..end.max(first)]
            .iter()
            .any(|analysis| {
                topmost(analysis, span).any(|token| content::is_clause_head(analysis, token))
            })
    }
}

/// A verb that no list has says words between quotation marks all the same: "quipped", "sighed".
fn said_with(analysis: &Analysis, cue: ByteSpan) -> Option<(usize, ListedCue)> {
    let verb = tokens_in(analysis, cue).find(|&token| analysis.words[token].upos == Upos::Verb)?;
    let says = ListedCue {
        cue_type: CueType::Assertion,
        weak: false,
    };
    Some((verb, says))
}

/// A question word, or one that opens no statement.
fn opens_unsaid(word: &Word) -> bool {
    word.has(Feature::PronTypeInt) || word.is(&UNSAID)
}

/// The words of a stretch, in order.
fn tokens_in(analysis: &Analysis, span: ByteSpan) -> impl Iterator<Item = usize> + '_ {
    (0..analysis.words.len()).filter(move |&token| span.contains(analysis.words[token].span))
}

/// The words of a stretch whose head stands outside it.
fn topmost(analysis: &Analysis, span: ByteSpan) -> impl Iterator<Item = usize> + '_ {
    let is_inside = move |token: usize| span.contains(analysis.words[token].span);
    tokens_in(analysis, span).filter(move |&token| {
        analysis.words[token]
            .head
            .is_none_or(|head| !is_inside(head))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::testing::{check_trees, trees};
    use crate::grammar::Feature;

    #[test]
    fn a_clause_that_no_rule_has_credited_is_taken() {
        check_trees(&[
            (
                "Adair/PROPN/nsubj/2/B-source/2 believed~believe/VERB/root/0/B-cue it/PRON/nsubj/4/B-content/2 leaks/VERB/advcl/2/I-content/2",
                "weights: Adair > believed > it leaks",
            ),
            // A cue or source of several words is known by the word that is listed or is the noun.
            (
                "mayors/NOUN/nsubj/5/B-source/4 of/ADP/case/3/I-source/4 Hebden/PROPN/nmod/1/I-source/4 came/VERB/root/0/B-cue believing~believe/VERB/advcl/4/I-cue it/PRON/nsubj/7/B-content/4 leaks/VERB/advcl/5/I-content/4",
                "weights: mayors of Hebden > came believing > it leaks",
            ),
            // No listed cue, no noun, the author, nobody, a phrase.
            (
                "Adair/PROPN/nsubj/2/B-source/2 painted~paint/VERB/root/0/B-cue it/PRON/nsubj/4/B-content/2 leaks/VERB/advcl/2/I-content/2",
                "",
            ),
            (
                "red/ADJ/nsubj/2/B-source/2 believed~believe/VERB/root/0/B-cue it/PRON/nsubj/4/B-content/2 leaks/VERB/advcl/2/I-content/2",
                "",
            ),
            (
                "My/PRON/nmod:poss/2/B-source/3 son/NOUN/nsubj/3/I-source/3 believed~believe/VERB/root/0/B-cue it/PRON/nsubj/5/B-content/3 leaks/VERB/advcl/3/I-content/3",
                "",
            ),
            (
                "Nobody/PRON/nsubj/2/B-source/2 believed~believe/VERB/root/0/B-cue it/PRON/nsubj/4/B-content/2 leaks/VERB/advcl/2/I-content/2",
                "",
            ),
            (
                "Adair/PROPN/nsubj/2/B-source/2 believed~believe/VERB/root/0/B-cue the/DET/det/4/B-content/2 leak/NOUN/obj/2/I-content/2",
                "",
            ),
            // A phrase with a clause inside is a phrase.
            (
                "Adair/PROPN/nsubj/2/B-source/2 believed~believe/VERB/root/0/B-cue leaks/NOUN/obj/2/B-content/2 growing/VERB/acl/3/I-content/2",
                "",
            ),
            // Asked, or to be done.
            (
                "Adair/PROPN/nsubj/2/B-source/2 believed~believe/VERB/root/0/B-cue whether/SCONJ/mark/4/B-content/2 leaks/VERB/advcl/2/I-content/2",
                "",
            ),
            (
                "Adair/PROPN/nsubj/2/B-source/2 believed~believe/VERB/root/0/B-cue to/PART/mark/4/B-content/2 leave/VERB/advcl/2/I-content/2",
                "",
            ),
        ]);
    }

    #[test]
    fn what_a_rule_has_credited_is_taken() {
        check_trees(&[(
            "Adair/PROPN/nsubj/2/B-source/2 believed~believe/VERB/root/0/B-cue it/PRON/nsubj/4/B-content/2 leaks/VERB/ccomp/2/I-content/2",
            "complement_clause: Adair > believed > it leaks",
        )]);
    }

    #[test]
    fn attributions_come_in_the_order_of_their_cues() {
        let by_rule = "Liv/PROPN/nsubj/2 said~say/VERB/root/0 it/PRON/nsubj/4 leaks/VERB/ccomp/2";
        let tagged = "Adair/PROPN/nsubj/2/B-source/2 believed~believe/VERB/root/0/B-cue it/PRON/nsubj/4/B-content/2 leaks/VERB/advcl/2/I-content/2";
        let read = trees(&[by_rule, tagged, by_rule]);
        let expected = [
            "complement_clause: Liv > said > it leaks",
            "weights: Adair > believed > it leaks",
            "complement_clause: Liv > said > it leaks",
        ];
        assert_eq!(read.attributions(), expected);
    }

    #[test]
    fn a_question_word_says_nothing() {
        let line = "Adair/PROPN/nsubj/2/B-source/2 believed~believe/VERB/root/0/B-cue whose/PRON/nsubj/4/B-content/2 leaks/VERB/advcl/2/I-content/2";
        let mut read = trees(&[line]);
        assert_eq!(read.attributions().len(), 1);
        let word = &mut read.analyses[0].words[2];
        word.features = word.features.with(Feature::PronTypeInt);
        assert_eq!(read.attributions().len(), 0);
    }

    #[test]
    fn content_may_lie_in_the_next_sentence() {
        let read = trees(&[
            "One .",
            "Adair/PROPN/nsubj/2/B-source/2 believed~believe/VERB/root/0/B-cue so/ADV/advmod/2",
            "it/PRON/nsubj/2/B-content leaks/VERB/root/0/I-content",
            "Two .",
        ]);
        let clause = |sentence: usize| {
            let reading = read.reading();
            let finder = Finder {
                reading: &reading,
                quotations: &[],
            };
            finder.is_clause(read.sentences[sentence].span)
        };
        assert!(!clause(0) && clause(1) && clause(2) && !clause(3));
    }
}
