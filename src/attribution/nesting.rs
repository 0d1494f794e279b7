//! Attributions inside others: "Lee said that auditors believe …".

use super::Attribution;
use std::ops::Range;

/// How many sentences before a cue the attribution around it may have its own cue.
const FARTHEST_SENTENCE: usize = 8;

/// How many attributions further on one around it is looked for: "…," she said at the end of a long speech.
const FARTHEST_BEHIND: usize = 40;

/// Gives each attribution the one that it lies inside: whose content holds its cue, the shortest first.
pub(super) fn nest(attributions: &mut [Attribution]) {
    for index in 0..attributions.len() {
        let inside = &attributions[index];
        let parents = neighbours(attributions, index).filter(|&other| {
            let around = &attributions[other];
            let mut content = around.content.iter();
            content.any(|span| span.contains(inside.cue)) && length(around) > length(inside)
        });
        let parent = parents.min_by_key(|&other| length(&attributions[other]));
        attributions[index].parent = parent;
    }
}

/// The attributions near one, in order: its sentences are sorted.
fn neighbours(attributions: &[Attribution], index: usize) -> Range<usize> {
    let sentence = attributions[index].sentence;
    let from = attributions.partition_point(|other| other.sentence + FARTHEST_SENTENCE < sentence);
    from..(index + FARTHEST_BEHIND).min(attributions.len())
}

/// How many bytes are said.
fn length(attribution: &Attribution) -> usize {
    attribution.content.iter().map(|span| span.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::AttributionRule;
    use crate::span::ByteSpan;
    use crate::terms::{CueType, Mode};

    /// An attribution: its sentence, the start of its cue of two bytes, and its content.
    type Row<'a> = (usize, usize, &'a [(usize, usize)]);

    /// The parent of each attribution.
    fn parents(table: &[Row]) -> Vec<Option<usize>> {
        let attribution = |&(sentence, cue, content): &Row| Attribution {
            sentence,
            source: None,
            cue: ByteSpan::new(cue, cue + 2),
            cue_token: None,
            cue_type: CueType::Assertion,
            weak: false,
            content: content
                .iter()
                .map(|&(start, end)| ByteSpan::new(start, end))
                .collect(),
            mode: Mode::Indirect,
            parent: None,
            rule: AttributionRule::ComplementClause,
        };
        let mut attributions: Vec<Attribution> = table.iter().map(attribution).collect();
        nest(&mut attributions);
        attributions
            .iter()
            .map(|attribution| attribution.parent)
            .collect()
    }

    #[test]
    fn the_shortest_content_around_a_cue_is_its_parent() {
        // "Lee said that auditors believe that banks say …"
        let chain: [Row; 3] = [
            (0, 4, &[(10, 60)]),
            (0, 20, &[(30, 60)]),
            (0, 40, &[(50, 60)]),
        ];
        assert_eq!(parents(&chain), [None, Some(0), Some(1)]);
    }

    #[test]
    fn a_cue_behind_its_content_is_a_parent_as_well() {
        assert_eq!(
            parents(&[(0, 10, &[(20, 30)]), (0, 50, &[(0, 40)])]),
            [Some(1), None]
        );
    }

    #[test]
    fn a_cue_beside_the_content_lies_in_nothing() {
        assert_eq!(
            parents(&[(0, 4, &[(10, 30)]), (0, 40, &[(50, 60)])]),
            [None, None]
        );
        // Of two that hold each other's cue, only the shorter lies inside; on a tie, neither.
        assert_eq!(
            parents(&[(0, 4, &[(0, 30)]), (0, 10, &[(0, 40)])]),
            [Some(1), None]
        );
        assert_eq!(
            parents(&[(0, 4, &[(0, 30)]), (0, 10, &[(1, 31)])]),
            [None, None]
        );
        // The length of all stretches counts.
        let split: [Row; 2] = [(0, 4, &[(10, 30)]), (0, 20, &[(22, 30), (50, 70)])];
        assert_eq!(parents(&split), [None, None]);
    }

    #[test]
    fn a_parent_is_near() {
        let far = FARTHEST_SENTENCE;
        assert_eq!(
            parents(&[(0, 4, &[(10, 60)]), (far, 20, &[(30, 40)])]),
            [None, Some(0)]
        );
        assert_eq!(
            parents(&[(0, 4, &[(10, 60)]), (far + 1, 20, &[(30, 40)])]),
            [None, None]
        );
        let mut table: Vec<Row> = vec![(0, 4, &[(10, 20)])];
        table.extend(vec![(0, 1000, &[(2000, 2001)][..]); FARTHEST_BEHIND - 2]);
        table.push((0, 500, &[(0, 100)]));
        assert_eq!(parents(&table)[0], Some(FARTHEST_BEHIND - 1));
        table.insert(1, (0, 1000, &[(2000, 2001)]));
        assert_eq!(parents(&table)[0], None);
    }
}
