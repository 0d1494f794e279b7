//! "According to the report, closing it will save money", "in the words of the mayor": the rest of the sentence is content.

use super::content;
use super::rule::{Candidate, Credit};
use crate::analysis::Analysis;
use crate::grammar::Deprel;
use crate::span::ByteSpan;
use crate::terms::CueType;
use std::ops::Range;

/// The cues that stand in front of their source like a preposition.
const CUES: [&[&str]; 2] = [&["according", "to"], &["in", "the", "words", "of"]];

/// How many bytes in front of the cue are too few for content: "Today, according to the report, …".
const LONGEST_OPENING: usize = 12;

/// Relations of words that stand in a noun phrase before its head.
const INSIDE_PHRASE: [Deprel; 6] = [
    Deprel::Compound,
    Deprel::Nmod,
    Deprel::Flat,
    Deprel::Amod,
    Deprel::Det,
    Deprel::Appos,
];

pub(super) fn according_to(candidate: &Candidate) -> Option<Credit> {
    let (analysis, token) = (candidate.analysis, candidate.token);
    let words = &analysis.words;
    let stands_here = |cue: &&&[&str]| {
        cue.iter()
            .enumerate()
            .all(|(at, form)| words.get(token + at).is_some_and(|word| word.is(&[form])))
    };
    let n_words = CUES.iter().find(stands_here)?.len();
    let source = noun_from(analysis, token + n_words)?;
    let source_end = analysis.subtree(source).into_iter().max()?;
    let sentence = &candidate.finder.reading.sentences[candidate.sentence];
    Some(Credit {
        source: Some(source),
        cue: words[token].span.cover(words[token + n_words - 1].span),
        cue_type: CueType::Assertion,
        weak: false,
        content: vec![clause_around(analysis, token, source_end)?],
        mode: content::mode_beside(
            candidate.finder.quotations,
            sentence.span,
            words[token].span,
        ),
    })
}

/// The head of the first noun phrase from `start` on.
fn noun_from(analysis: &Analysis, start: usize) -> Option<usize> {
    let words = &analysis.words;
    let in_phrase =
        |at: usize, head: usize| head >= start && INSIDE_PHRASE.contains(&words[at].deprel.base());
    (start..words.len()).find(|&at| {
        words[at].upos.is_nominal() && words[at].head.is_none_or(|head| !in_phrase(at, head))
    })
}

/// The sentence without the stretch from `from` to `to`: what stands before it, or behind it where it comes first.
fn clause_around(analysis: &Analysis, from: usize, to: usize) -> Option<ByteSpan> {
    let words = &analysis.words;
    // A semicolon ends the reach of the cue.
    let start = (0..from)
        .rfind(|&at| words[at].form == ";")
        .map_or(0, |at| at + 1);
    without_marks(analysis, start..from)
        .filter(|before| before.len() > LONGEST_OPENING)
        .or_else(|| without_marks(analysis, to + 1..words.len()))
}

/// The words of a range, without punctuation at its edges.
fn without_marks(analysis: &Analysis, range: Range<usize>) -> Option<ByteSpan> {
    let words = &analysis.words[range];
    let first = words.iter().find(|word| !word.is_punctuation())?;
    let last = words.iter().rfind(|word| !word.is_punctuation())?;
    Some(first.span.cover(last.span))
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check_trees;

    #[test]
    fn the_source_is_the_head_of_the_phrase_behind_the_cue() {
        check_trees(&[
            (
                "According/VERB/case/4 to/ADP/fixed/1 city/NOUN/compound/4 report/NOUN/obl/6 it/PRON/nsubj/6 leaks/VERB/root/0",
                "according_to: city report > According to > it leaks",
            ),
            // A noun of the clause before the cue may be its head.
            (
                "Everybody/PRON/nsubj/2 knows/VERB/root/0 costs/NOUN/obj/2 according/VERB/case/6 to/ADP/fixed/4 reports/NOUN/nmod/3",
                "according_to: reports > according to > Everybody knows costs",
            ),
            // No noun, no content, another word behind.
            ("According/VERB/root/0 to/ADP/fixed/1 soon/ADV/advmod/1", ""),
            (
                "According/VERB/case/3 to/ADP/fixed/1 reports/NOUN/root/0 ./PUNCT/punct/3",
                "",
            ),
            (
                "According/VERB/case/3 with/ADP/fixed/1 reports/NOUN/obl/4 leaks/VERB/root/0",
                "",
            ),
            ("leaks/VERB/root/0 according/VERB/advmod/1", ""),
        ]);
    }

    #[test]
    fn more_than_an_opening_in_front_is_the_content() {
        // Twelve letters and thirteen.
        check_trees(&[
            (
                "twelveletter/NOUN/root/0 according/VERB/case/3 to/ADP/fixed/2 it/PRON/nmod/1 leaks/VERB/conj/1",
                "according_to: it > according to > leaks",
            ),
            (
                "twelveletters/NOUN/root/0 according/VERB/case/3 to/ADP/fixed/2 it/PRON/nmod/1 leaks/VERB/conj/1",
                "according_to: it > according to > twelveletters",
            ),
        ]);
    }
}
