//! Which attribution holds a clause: of those whose content has its predicate, the innermost.

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

/// An attribution and those that it lies in, the innermost first.
pub(super) fn chain(attributions: &[Attribution], innermost: Option<usize>) -> Vec<&Attribution> {
    let parent = |&attribution: &usize| attributions[attribution].parent;
    std::iter::successors(innermost, parent)
        .take(attributions.len())
        .map(|attribution| &attributions[attribution])
        .collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::attributions;

    fn span((start, end): (usize, usize)) -> ByteSpan {
        ByteSpan::new(start, end)
    }

    fn attribution(
        sentence: usize,
        cue: (usize, usize),
        content: &[(usize, usize)],
    ) -> Attribution {
        let found = attributions("The auditor said the fund is empty.");
        Attribution {
            sentence,
            cue: span(cue),
            content: content.iter().copied().map(span).collect(),
            parent: None,
            ..found.into_iter().next().unwrap()
        }
    }

    fn sentences(spans: &[(usize, usize)]) -> Vec<Sentence> {
        let sentence = |&at: &(usize, usize)| Sentence {
            block: 0,
            span: span(at),
            tokens: Vec::new(),
        };
        spans.iter().map(sentence).collect()
    }

    #[test]
    fn an_attribution_touches_the_sentences_of_its_cue_and_content() {
        let sentences = sentences(&[(0, 10), (11, 20), (21, 30), (31, 40)]);
        let found = attributions_by_sentence(
            &sentences,
            &[
                attribution(1, (12, 15), &[(22, 25)]),
                attribution(1, (12, 15), &[(5, 8), (22, 25)]),
                attribution(3, (32, 35), &[]),
                // The second sentence lies between and is touched by neither.
                attribution(2, (22, 24), &[(2, 4)]),
            ],
        );
        assert_eq!(found, [vec![1, 3], vec![0, 1], vec![0, 1, 3], vec![2]]);
    }

    #[test]
    fn the_innermost_has_the_shortest_content() {
        let all = [
            attribution(0, (0, 2), &[(5, 40)]),
            attribution(0, (5, 7), &[(10, 20), (25, 30)]),
            attribution(0, (5, 7), &[(10, 26)]),
        ];
        let word = span((12, 14));
        assert_eq!(innermost(&all, &[0, 1, 2], word), Some(1));
        assert_eq!(innermost(&all, &[0, 2], word), Some(2));
        assert_eq!(innermost(&all, &[0, 1, 2], span((35, 38))), Some(0));
        assert_eq!(innermost(&all, &[0, 1, 2], span((50, 52))), None);
        assert!(holds(&all[1], word) && !holds(&all[1], span((22, 24))));
    }

    #[test]
    fn an_attribution_lacks_a_claim_until_it_or_one_inside_has_one() {
        let outer = attribution(0, (0, 2), &[(5, 40)]);
        let inner = Attribution {
            parent: Some(0),
            ..attribution(0, (5, 7), &[(10, 20)])
        };
        let all = [outer, inner];
        let here = &sentences(&[(0, 50)])[0];
        assert!(lacks_claim(&all, &[false, false], 0, here));
        assert!(!lacks_claim(&all, &[true, false], 0, here));
        assert!(!lacks_claim(&all, &[false, true], 0, here));
        assert!(lacks_claim(&all, &[true, false], 1, here));
        let elsewhere = &sentences(&[(0, 30)])[0];
        assert!(!lacks_claim(&all, &[false, false], 0, elsewhere));
    }
}
