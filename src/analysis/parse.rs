//! Windows of sentences through the weights: boundaries, parts of speech, trees.
//!
//! Rules have cut the text into drafts of sentences; where a mark is missing, the weights cut further. Known to go wrong in
//! lists and signatures without punctuation.

use super::{Analysis, Word, decode};
use crate::grammar::{Deprel, Upos};
use crate::inference::{Decisions, Reader, Weights};
use crate::sentence::{Sentence, Token, stretches};
use crate::span::ByteSpan;
use std::ops::Range;

/// Most words that are read as one. Short sentences are read together, longer ones are cut, preferably behind a
/// punctuation mark, and what follows hangs on the first part. Keeps the work linear in the length of the text.
const WINDOW: usize = 128;

/// Least logarithm of the odds at which the weights end a sentence where the rules do not: behind a word, where they lack
/// a mark to go by, and behind a mark that they took for an abbreviation's or a pause. Measured on the dev part of EWT and
/// on the golden rules.
const LEAST: f32 = 1.5;
const LEAST_BEHIND_MARK: f32 = 5.0;

/// Cuts a text into sentences and parses them; `analyses[i]` belongs to `sentences[i]`.
///
/// `drafts` are the sentences that rules found, with spans in `text`; the weights split them further where a mark is
/// missing. Linear in the number of tokens.
pub fn parse(weights: &Weights, text: &str, drafts: &[Sentence]) -> (Vec<Sentence>, Vec<Analysis>) {
    let (mut sentences, mut analyses): (Vec<Sentence>, Vec<Analysis>) = Default::default();
    let mut reader = Reader::new(weights);
    // Whether the last sentence goes on in the next window.
    let mut open = false;
    for window in windows(text, drafts) {
        let lines = lines(&window, drafts);
        let forms: Vec<Vec<&str>> = lines
            .iter()
            .map(|line| {
                line.tokens
                    .iter()
                    .map(|token| token.span.of(text))
                    .collect()
            })
            .collect();
        let slices: Vec<&[&str]> = forms.iter().map(Vec::as_slice).collect();
        let reading = reader.read(&slices);
        let mut ranges = Vec::new();
        let mut places = Vec::new();
        let mut start = 0;
        for (number, line) in lines.iter().enumerate() {
            for (range, ends) in line.sentences(
                &forms[number],
                &reading.ends[start..start + line.tokens.len()],
            ) {
                if !open {
                    sentences.push(Sentence {
                        block: line.block,
                        span: line.tokens[range.start].span,
                        tokens: Vec::new(),
                    });
                    analyses.push(Analysis::default());
                }
                open = !ends;
                let last = sentences.len() - 1;
                places.push((last, sentences[last].tokens.len()));
                sentences[last]
                    .tokens
                    .extend_from_slice(&line.tokens[range.clone()]);
                sentences[last].span = sentences[last].span.cover(line.tokens[range.end - 1].span);
                ranges.push(start + range.start..start + range.end);
            }
            start += line.tokens.len();
        }
        let forms = forms.concat();
        for ((range, decisions), &(sentence, offset)) in
            ranges.iter().zip(reading.decide(&ranges)).zip(&places)
        {
            let place = |(near, word): (usize, usize)| (places[near].0, places[near].1 + word);
            let spans = sentences[sentence].tokens[offset..]
                .iter()
                .map(|token| token.span);
            let words = words(weights, &forms[range.clone()], &decisions, offset);
            let placed = words.into_iter().zip(spans).zip(&decisions.links);
            let analysis = &mut analyses[sentence];
            analysis
                .words
                .extend(placed.map(|((word, span), link)| Word {
                    span,
                    cue: link.map(place),
                    ..word
                }));
            analysis.vectors.extend_from_slice(&decisions.vectors);
        }
    }
    for analysis in &mut analyses {
        join_parts(&mut analysis.words);
        appose(&mut analysis.words);
        analysis.link();
    }
    (sentences, analyses)
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
    /// Ranges of its tokens, one for each sentence, and whether the sentence ends there; only a last one may not.
    /// `odds` are the weights': per token the logarithm of the odds that a sentence ends behind it.
    fn sentences(&self, forms: &[&str], odds: &[f32]) -> Vec<(Range<usize>, bool)> {
        let last = self.tokens.len() - 1;
        let mut sentences = Vec::new();
        let mut start = 0;
        for (token, (&odds, &boundary)) in odds.iter().zip(&self.boundaries).enumerate() {
            let mark = |token: usize| {
                forms[token].ends_with(['.', '!', '?', '…', '"', '”', ')', '\'', '’'])
            };
            let least = if mark(token) || token < last && mark(token + 1) {
                LEAST_BEHIND_MARK
            } else {
                LEAST
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
fn words(weights: &Weights, forms: &[&str], decisions: &Decisions, offset: usize) -> Vec<Word> {
    let heads = decode::tree(&decisions.arcs);
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

/// A predicate has one subject: the second of "Corvane, the largest maker of bicycles, lost" says what the first is; not so in
/// "Orrin, Hale, and Corvane lost".
fn appose(words: &mut [Word]) {
    let is_subject = |word: &Word| {
        word.deprel.base() == Deprel::Nsubj && matches!(word.upos, Upos::Noun | Upos::Propn)
    };
    let parts = |word: &Word| matches!(word.form.as_str(), "," | ";" | ":" | "(" | ")" | "–" | "—");
    for second in 1..words.len() {
        let Some(predicate) = words[second]
            .head
            .filter(|&head| is_subject(&words[second]) && second < head)
        else {
            continue;
        };
        let Some(before) = (0..second).rev().find(|&at| parts(&words[at])) else {
            continue;
        };
        let Some(behind) = (second + 1..predicate).find(|&at| parts(&words[at])) else {
            continue;
        };
        let listed = words[behind + 1].upos == Upos::Cconj || words[before + 1].upos == Upos::Cconj;
        if words[before].form != "," || words[behind].form != "," || listed {
            continue;
        }
        if let Some(first) = (0..before)
            .rev()
            .find(|&at| words[at].head == Some(predicate) && is_subject(&words[at]))
        {
            words[second].head = Some(first);
            words[second].deprel = Deprel::Appos;
            words[second].rivals.retain(|&(head, _)| head != first);
        }
    }
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
mod tests {
    use super::*;

    /// Words with part of speech, relation and head.
    fn words(sentence: &[(&str, Upos, Deprel, usize)]) -> Vec<Word> {
        let word = |&(form, upos, deprel, head): &(&str, Upos, Deprel, usize)| Word {
            form: form.to_string(),
            upos,
            deprel,
            head: (deprel != Deprel::Root).then_some(head),
            ..Word::default()
        };
        sentence.iter().map(word).collect()
    }

    #[test]
    fn a_second_subject_between_commas_is_an_apposition() {
        let (comma, verb) = (
            (",", Upos::Punct, Deprel::Punct, 0),
            ("lost", Upos::Verb, Deprel::Root, 0),
        );
        let name = ("Corvane", Upos::Propn, Deprel::Nsubj, 5);
        let mut described = words(&[
            name,
            comma,
            ("a", Upos::Det, Deprel::Det, 3),
            ("maker", Upos::Noun, Deprel::Nsubj, 5),
            comma,
            verb,
        ]);
        appose(&mut described);
        assert_eq!(
            (described[3].head, described[3].deprel),
            (Some(0), Deprel::Appos)
        );
        let mut listed = words(&[
            name,
            comma,
            ("Hale", Upos::Propn, Deprel::Nsubj, 6),
            comma,
            ("and", Upos::Cconj, Deprel::Cc, 5),
            ("Orrin", Upos::Propn, Deprel::Nsubj, 6),
            verb,
        ]);
        listed[0].head = Some(6);
        let before: Vec<Option<usize>> = listed.iter().map(|word| word.head).collect();
        appose(&mut listed);
        assert_eq!(
            listed.iter().map(|word| word.head).collect::<Vec<_>>(),
            before
        );
    }
}
