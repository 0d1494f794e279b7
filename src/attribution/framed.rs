//! Quotations framed by their speaker: “We lost the pier,” grumbled Jo Marsh; “…,” mothers would whisper; Arden replied, “…”
//!
//! The shape of the sentence decides, not a list of verbs nor the tree, which is often wrong beside a quotation: a name and
//! a verb stand between a comma and a quotation mark.

use super::quotation::Quotation;
use super::rule::{Candidate, Credit};
use super::{content, cue, source, unheld};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Upos};
use crate::span::ByteSpan;
use crate::terms::CueType;
use std::ops::Range;

/// Fewest words of a quotation that somebody says.
const FEWEST_WORDS: usize = 2;

/// Most words of the name.
const LONGEST_NAME: usize = 8;

/// How many bytes lie at most between a quotation and what frames it: marks and a blank.
const MARK_LENGTH: usize = 4;

/// What ends a quotation in front of its speaker.
const ENDS: [char; 7] = [',', '?', '!', '—', '–', '―', '…'];

/// “We lost the pier,” grumbled Jo Marsh; Arden replied, “The toll is fair.”
pub(super) fn framed_quotation(candidate: &Candidate) -> Option<Credit> {
    let (analysis, verb) = (candidate.analysis, candidate.token);
    if candidate.word().upos != Upos::Verb
        || !candidate.word().has(crate::grammar::Feature::VerbFormFin)
            && !is_after_auxiliary(analysis, verb)
    {
        return None;
    }
    let (quotation, speaker) = spoken_before(candidate).or_else(|| spoken_behind(candidate))?;
    if unheld::why_unheld(analysis, verb, Some(speaker)).is_some() {
        return None;
    }
    let listed = cue::listed(candidate.word());
    // “I'm hurt,” came the amused reply: with a verb of any kind only people and bodies speak.
    let speaks = || {
        let reading = candidate.finder.reading;
        let of = source::source_at(reading, candidate.sentence, speaker);
        analysis.words[speaker].upos == Upos::Pron || of.source_type.is_some()
    };
    if listed.is_none() && !speaks() {
        return None;
    }
    let text = &candidate.finder.reading.article.text;
    let sentence = candidate.finder.reading.sentences[candidate.sentence].span;
    let part = quotation.part_in(sentence, text);
    let words = part.of(text).trim_end_matches([',', '.', ' ']);
    let content = vec![ByteSpan::new(part.start, part.start + words.len())];
    (!words.is_empty()).then(|| Credit {
        source: Some(speaker),
        cue: candidate.word().span,
        cue_type: listed.map_or(CueType::Assertion, |listed| listed.cue_type),
        weak: listed.is_some_and(|listed| listed.weak),
        mode: content::mode(candidate.finder.quotations, &content),
        content,
    })
}

fn is_after_auxiliary(analysis: &Analysis, verb: usize) -> bool {
    analysis.has_child_with(verb, &[Deprel::Aux])
}

/// “…,” grumbled Jo Marsh; “…,” mothers would whisper: the quotation in front and the head of the name.
fn spoken_before<'a>(candidate: &Candidate<'a>) -> Option<(&'a Quotation, usize)> {
    let words = &candidate.analysis.words;
    let verb = candidate.token;
    // From the mark to the verb.
    let name = (0..verb)
        .rev()
        .take_while(|&at| is_of_name(&words[at]) || words[at].upos == Upos::Aux)
        .last();
    let first = name.unwrap_or(verb);
    let quotation = quotation_ending_at(candidate, words[first].span.start)?;
    let name = if first < verb {
        first..verb
    } else {
        let end = (verb + 1..words.len())
            .take_while(|&at| is_of_name(&words[at]))
            .last()?
            + 1;
        verb + 1..end
    };
    Some((quotation, head_of(candidate.analysis, name)?))
}

/// Arden replied, “The toll is fair”; she went on: “…”: the quotation behind and the head of the name.
fn spoken_behind<'a>(candidate: &Candidate<'a>) -> Option<(&'a Quotation, usize)> {
    let words = &candidate.analysis.words;
    let verb = candidate.token;
    let comma =
        (verb + 1..words.len().min(verb + LONGEST_NAME)).find(|&at| words[at].is_punctuation())?;
    let by_comma = words[comma].form == "," && comma == verb + 1;
    if words[comma].form != ":" && !by_comma {
        return None;
    }
    let from = words[comma].span.end;
    let first = candidate
        .finder
        .quotations
        .partition_point(|quotation| quotation.span.start < from);
    let quotation = candidate.finder.quotations.get(first).filter(|quotation| {
        let text = &candidate.finder.reading.article.text;
        let said = quotation.span.of(text).trim_start();
        quotation.span.start <= from + MARK_LENGTH + 1
            && quotation.n_words >= FEWEST_WORDS
            && said.starts_with(char::is_uppercase)
    })?;
    let first = (0..verb)
        .rev()
        .take_while(|&at| is_of_name(&words[at]) || words[at].upos == Upos::Aux)
        .last()?;
    Some((quotation, head_of(candidate.analysis, first..verb)?))
}

/// The quotation of at least some words that ends with a comma or another mark right before a place, and begins its
/// sentence; not “Jaws,” in the middle of one.
fn quotation_ending_at<'a>(candidate: &Candidate<'a>, place: usize) -> Option<&'a Quotation> {
    let reading = candidate.finder.reading;
    let text = &reading.article.text;
    let before = candidate
        .finder
        .quotations
        .partition_point(|quotation| quotation.span.end < place);
    let quotation = &candidate.finder.quotations[before.checked_sub(1)?];
    let starts = reading.sentences[quotation.first_sentence].span.start;
    let ends = quotation.span.of(text).trim_end().ends_with(ENDS);
    let near = place <= quotation.span.end + MARK_LENGTH + 1;
    let whole = quotation.span.start <= starts + MARK_LENGTH && quotation.n_words >= FEWEST_WORDS;
    (near && ends && whole).then_some(quotation)
}

fn is_of_name(word: &Word) -> bool {
    word.upos.is_nominal() || matches!(word.upos, Upos::Det | Upos::Adj)
}

/// The head of a noun phrase: a noun, name or pronoun that hangs on none of its other words.
fn head_of(analysis: &Analysis, name: Range<usize>) -> Option<usize> {
    let words = &analysis.words;
    let short = name.len() <= LONGEST_NAME;
    let head = |&at: &usize| {
        words[at].upos.is_nominal() && words[at].head.is_none_or(|head| !name.contains(&head))
    };
    name.clone().find(head).filter(|_| short)
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::{check, check_trees};

    #[rustfmt::skip]
    #[test]
    fn whoever_stands_beside_a_quotation_with_a_verb_says_it() {
        check(&[
            ("“We lost the pier,” grumbled Jo Marsh, coiling a rope.",
             "framed_quotation: Jo Marsh > grumbled > We lost the pier"),
            ("“We lost the pier,” mothers would mutter.",
             "framed_quotation: mothers > mutter > We lost the pier"),
            ("“We lost the pier,” came the reply.", ""),
        ]);
    }

    #[test]
    fn a_title_is_said_by_nobody() {
        check_trees(&[
            (
                "Films/NOUN/nsubj/8 like/ADP/case/5 “/PUNCT/punct/5 Two/NUM/nummod/5 Jaws/PROPN/nmod/1 ,/PUNCT/punct/5 ”/PUNCT/punct/5 made~make/VERB|VerbForm=Fin/root/0 Liv/PROPN/obj/8",
                "",
            ),
            (
                "She/PRON/nsubj/2 grinned~grin/VERB|VerbForm=Fin/root/0 :/PUNCT/punct/2 “/PUNCT/punct/6 It/PRON/nsubj/6 leaks/VERB/parataxis/2 very/ADV/advmod/8 badly/ADV/advmod/6 ./PUNCT/punct/6 ”/PUNCT/punct/6",
                "framed_quotation: She > grinned > It leaks very badly",
            ),
        ]);
    }
}
