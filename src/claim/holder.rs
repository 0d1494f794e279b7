//! Which attribution holds a clause.

use crate::attribution::Attribution;
use crate::sentence::Sentence;
use crate::span::ByteSpan;

/// For each sentence the attributions whose cue or content lies in it.
pub(super) fn attributions_by_sentence(
    sentences: &[Sentence],
    attributions: &[Attribution],
) -> Vec<Vec<usize>> {
    let mut by_sentence = vec![Vec::new(); sentences.len()];
    for (index, attribution) in attributions.iter().enumerate() {
        let extent = attribution
            .content
            .iter()
            .fold(attribution.cue, |extent, span| extent.cover(*span));
        let from = sentences.partition_point(|sentence| sentence.span.end <= extent.start);
        let near = (from..sentences.len())
            .take_while(|&sentence| sentences[sentence].span.start < extent.end);
        for sentence in near {
            let overlaps = |span: &ByteSpan| span.overlaps(sentences[sentence].span);
            if attribution.sentence == sentence || attribution.content.iter().any(overlaps) {
                by_sentence[sentence].push(index);
            }
        }
    }
    by_sentence
}

/// The innermost of the attributions near a word whose content holds it: the one with the shortest content.
pub(super) fn innermost(
    attributions: &[Attribution],
    near: &[usize],
    word: ByteSpan,
) -> Option<usize> {
    let length = |attribution: usize| {
        let content = attributions[attribution].content.iter();
        content.map(|span| span.len()).sum::<usize>()
    };
    near.iter()
        .copied()
        .filter(|&attribution| holds(&attributions[attribution], word))
        .min_by_key(|&attribution| length(attribution))
}

/// Whether a word lies in the content of an attribution.
pub(super) fn holds(attribution: &Attribution, word: ByteSpan) -> bool {
    attribution.content.iter().any(|span| span.contains(word))
}

/// Whether an attribution is still without a claim although its content lies in the sentence. One that only holds another
/// attribution with a claim needs none of its own.
pub(super) fn lacks_claim(
    attributions: &[Attribution],
    expressed: &[bool],
    attribution: usize,
    sentence: &Sentence,
) -> bool {
    let inside = |span: &ByteSpan| sentence.span.contains(*span);
    let within = |inner: usize| attributions[inner].parent == Some(attribution);
    !expressed[attribution]
        && attributions[attribution].content.iter().any(inside)
        && !(0..attributions.len()).any(|inner| expressed[inner] && within(inner))
}
