//! Windows of sentences through the weights: boundaries, parts of speech, trees.
//!
//! Rules have cut the text into drafts of sentences; where a mark is missing, the weights cut further. Known to go wrong in
//! lists and signatures without punctuation.

use super::{Analysis, Word, decode, enclosed, mend, verbless};
use crate::grammar::Deprel;
use crate::inference::{Decisions, Encoder, Weights};
use crate::sentence::{Sentence, Token, stretches};
use crate::span::ByteSpan;
use std::ops::Range;

/// Most words that are read as one. Short sentences are read together, longer ones are cut, preferably behind a
/// punctuation mark, and what follows hangs on the first part. Keeps the work linear in the length of the text.
const WINDOW: usize = 128;

/// Least logarithm of the odds at which the weights end a sentence where the rules do not: behind a word, where they lack
/// a mark to go by, and behind a mark that they took for an abbreviation's or a pause. Measured on the dev part of EWT and
/// on the golden rules.
const LEAST_ODDS: f32 = 1.5;
const LEAST_ODDS_BEHIND_MARK: f32 = 5.0;

/// What a sentence may end with.
const MARKS: [char; 9] = ['.', '!', '?', '…', '"', '”', ')', '\'', '’'];

/// Cuts a text into sentences and parses them; `analyses[i]` belongs to `sentences[i]`.
///
/// `drafts` are the sentences that rules found, with spans in `text`; the weights split them further where a mark is
/// missing. Linear in the number of tokens.
pub fn parse(weights: &Weights, text: &str, drafts: &[Sentence]) -> (Vec<Sentence>, Vec<Analysis>) {
    let mut parsed = Parsed::default();
    let mut encoder = Encoder::new(weights);
    for window in windows(text, drafts) {
        let lines = lines(&window, drafts);
        let forms: Vec<Vec<&str>> = lines.iter().map(|line| line.forms(text)).collect();
        let slices: Vec<&[&str]> = forms.iter().map(Vec::as_slice).collect();
        let encoded = encoder.read(&slices);
        // Of the window's words those of each sentence, and the place of its first: sentence and word.
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut start = 0;
        for (line, forms) in lines.iter().zip(&forms) {
            let odds = &encoded.ends[start..start + forms.len()];
            for (range, ends) in line.sentences(forms, odds) {
                ranges.push(start + range.start..start + range.end);
                places.push(parsed.add_tokens(line, range, ends));
            }
            start += forms.len();
        }
        let forms = forms.concat();
        for ((range, decisions), &place) in ranges.iter().zip(encoded.decide(&ranges)).zip(&places)
        {
            let cue = |(near, word): (usize, usize)| (places[near].0, places[near].1 + word);
            let links: Vec<_> = decisions.links.iter().map(|link| link.map(cue)).collect();
            let vectors = decisions.vectors.clone();
            let words = words(weights, &forms[range.clone()], decisions, place.1);
            parsed.add_words(place, words, links.into_iter(), &vectors);
        }
    }
    for analysis in &mut parsed.analyses {
        join_parts(&mut analysis.words);
        mend::mend(&mut analysis.words);
        analysis.link();
    }
    (parsed.sentences, parsed.analyses)
}

/// What is parsed so far.
#[derive(Default)]
struct Parsed {
    sentences: Vec<Sentence>,
    analyses: Vec<Analysis>,
    /// Whether the last sentence goes on in the next window.
    open: bool,
}

impl Parsed {
    /// Begins a sentence with tokens of a line, or adds them to the one that is open; `ends` tells whether it ends with them.
    /// Gives the place of the first: sentence and word.
    fn add_tokens(&mut self, line: &Line, range: Range<usize>, ends: bool) -> (usize, usize) {
        let tokens = &line.tokens[range];
        let span = tokens[0].span.cover(tokens[tokens.len() - 1].span);
        if !self.open {
            self.sentences.push(Sentence {
                block: line.block,
                span,
                tokens: Vec::new(),
            });
            self.analyses.push(Analysis::default());
        }
        self.open = !ends;
        let last = self.sentences.len() - 1;
        let sentence = &mut self.sentences[last];
        let place = (last, sentence.tokens.len());
        sentence.tokens.extend_from_slice(tokens);
        sentence.span = sentence.span.cover(span);
        place
    }

    /// Adds the words of tokens that were added, with the places of their cues and the words' vectors.
    fn add_words(
        &mut self,
        (sentence, offset): (usize, usize),
        words: Vec<Word>,
        cues: impl Iterator<Item = Option<(usize, usize)>>,
        vectors: &[f32],
    ) {
        let tokens = &self.sentences[sentence].tokens[offset..];
        let placed = words.into_iter().zip(tokens).zip(cues);
        let analysis = &mut self.analyses[sentence];
        analysis
            .words
            .extend(placed.map(|((word, token), cue)| Word {
                span: token.span,
                cue,
                ..word
            }));
        analysis.vectors.extend_from_slice(vectors);
    }
}

/// A draft, or a part of one that is too long to be read as one.
type Part = (usize, Range<usize>);

/// Windows of at most [`WINDOW`] words: several whole drafts, or a part of one.
fn windows(text: &str, drafts: &[Sentence]) -> Vec<Vec<Part>> {
    let mut windows: Vec<Vec<Part>> = Vec::new();
    let mut room = 0;
    for (index, draft) in drafts.iter().enumerate() {
        let n_words = draft.tokens.len();
        if n_words <= room {
            if let Some(window) = windows.last_mut() {
                window.push((index, 0..n_words));
                room -= n_words;
                continue;
            }
        }
        let forms: Vec<&str> = draft
            .tokens
            .iter()
            .map(|token| token.span.of(text))
            .collect();
        let parts = stretches(&forms, WINDOW);
        room = if parts.len() == 1 {
            WINDOW - n_words
        } else {
            0
        };
        windows.extend(parts.into_iter().map(|part| vec![(index, part)]));
    }
    windows
}

/// Consecutive tokens of one block in a window.
struct Line {
    block: usize,
    tokens: Vec<Token>,
    /// For each token whether the rules see a boundary behind it.
    boundaries: Vec<bool>,
}

fn lines(window: &[Part], drafts: &[Sentence]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (draft, part) in window {
        let draft = &drafts[*draft];
        if lines.last().is_none_or(|line| line.block != draft.block) {
            lines.push(Line {
                block: draft.block,
                tokens: Vec::new(),
                boundaries: Vec::new(),
            });
        }
        if let Some(line) = lines.last_mut() {
            line.tokens.extend_from_slice(&draft.tokens[part.clone()]);
            line.boundaries
                .extend(part.clone().map(|token| token + 1 == draft.tokens.len()));
        }
    }
    lines
}

impl Line {
    fn forms<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let forms = self.tokens.iter().map(|token| token.span.of(text));
        forms.collect()
    }

    /// Ranges of its tokens, one for each sentence, and whether the sentence ends there; only a last one may not.
    /// `odds` are the weights': per token the logarithm of the odds that a sentence ends behind it.
    fn sentences(&self, forms: &[&str], odds: &[f32]) -> Vec<(Range<usize>, bool)> {
        let last = self.tokens.len() - 1;
        let mut sentences = Vec::new();
        let mut start = 0;
        for (token, (&odds, &boundary)) in odds.iter().zip(&self.boundaries).enumerate() {
            let mark = |token: usize| forms[token].ends_with(MARKS);
            let least = if mark(token) || token < last && mark(token + 1) {
                LEAST_ODDS_BEHIND_MARK
            } else {
                LEAST_ODDS
            };
            if token == last || boundary || odds > least {
                sentences.push((start..token + 1, token < last || boundary));
                start = token + 1;
            }
        }
        sentences
    }
}

/// The words of a sentence, or of a part of one that has `offset` words before; heads count from its start.
fn words(weights: &Weights, forms: &[&str], mut decisions: Decisions, offset: usize) -> Vec<Word> {
    verbless::find_verb(forms, &mut decisions);
    let heads = decode::tree(&decisions.arcs, &enclosed::enclosed(forms));
    let relations = decisions.relations(weights, &heads);
    let shifted = |(head, probability): (usize, f32)| (head + offset, probability);
    forms
        .iter()
        .enumerate()
        .map(|(index, &form)| {
            let tag = decisions.tags[index];
            let lower = form.to_lowercase().replace(['‘', '’'], "'");
            Word {
                form: form.to_string(),
                lemma: decisions.lemmas[index].clone(),
                lower,
                upos: tag.upos,
                features: tag.features,
                head: heads[index].map(|head| head + offset),
                deprel: relations[index],
                rivals: decode::rivals(&decisions.arcs[index], heads[index])
                    .map(shifted)
                    .collect(),
                span: ByteSpan::default(),
                entity: decisions.entities[index],
                attribution: decisions.attributions[index],
                cue: None,
                factuality: decisions.factuality[index],
            }
        })
        .collect()
}

/// The roots of later parts hang on the first.
fn join_parts(words: &mut [Word]) {
    let Some(first) = words.iter().position(|word| word.head.is_none()) else {
        return;
    };
    for word in words
        .iter_mut()
        .skip(first + 1)
        .filter(|word| word.head.is_none())
    {
        word.head = Some(first);
        word.deprel = Deprel::Parataxis;
    }
}

#[cfg(test)]
mod tests;
