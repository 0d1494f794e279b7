//! The best dependency tree for the scores of all arcs.

use crate::inference::softmax;
use std::borrow::Cow;
use std::ops::Range;

/// Score of an arc that is ruled out: below all that the weights give.
pub(super) const RULED_OUT: f32 = -1e6;

/// The heads of the best tree with a single root in which no two arcs cross, and one word of each enclosed part is joined
/// to the words outside.
///
/// `scores[dependent][head]`, head 0 the root and head h + 1 the word h; the answer has `None` for the root. `enclosed`:
/// parts that marks enclose, inner ones first. In EWT and GUM one word of 985 in 1,000 quotations and brackets is joined
/// to the outside, and no more. Quadratic in the number of words where the best heads form such a tree already, else cubic for
/// each part that does not.
pub(super) fn tree(scores: &[Vec<f32>], enclosed: &[Range<usize>]) -> Vec<Option<usize>> {
    if scores.is_empty() {
        return Vec::new();
    }
    let mut heads: Vec<Option<usize>> = scores
        .iter()
        .enumerate()
        .map(|(word, scores)| best_head(scores, word))
        .collect();
    if !is_projective_tree(&heads) {
        heads = projective_tree(scores);
    }
    let mut scores = Cow::Borrowed(scores);
    for part in enclosed {
        if n_joined(&heads, part) > 1 {
            join_by_one_word(scores.to_mut(), part);
            heads = projective_tree(&scores);
        }
    }
    heads
}

/// How many words of a part have their head or a dependent outside of it.
fn n_joined(heads: &[Option<usize>], part: &Range<usize>) -> usize {
    let is_outside = |head: &Option<usize>| head.is_none_or(|head| !part.contains(&head));
    let has_outer = |word: usize| {
        let outer =
            |(other, head): (usize, &Option<usize>)| !part.contains(&other) && *head == Some(word);
        is_outside(&heads[word]) || heads.iter().enumerate().any(outer)
    };
    part.clone().filter(|&word| has_outer(word)).count()
}

/// Rules out the arcs between a part and the outside, but for those of the word that is the root of the part's own tree.
fn join_by_one_word(scores: &mut [Vec<f32>], part: &Range<usize>) {
    let is_inside = |head: usize| head > 0 && part.contains(&(head - 1));
    let outer = |word: usize| {
        let outside = (0..scores[word].len()).filter(|&head| !is_inside(head));
        outside
            .map(|head| scores[word][head])
            .fold(RULED_OUT, f32::max)
    };
    let inner = |word: usize| {
        let inside = &scores[word][part.start + 1..part.end + 1];
        [&[outer(word)], inside].concat()
    };
    let own: Vec<Vec<f32>> = part.clone().map(inner).collect();
    let root = projective_tree(&own).iter().position(Option::is_none);
    let root = root.map_or(part.start, |root| root + part.start);
    for (word, scores) in scores.iter_mut().enumerate() {
        for (head, score) in scores.iter_mut().enumerate() {
            let crosses = part.contains(&word) != is_inside(head);
            if crosses && word != root && head != root + 1 {
                *score = RULED_OUT;
            }
        }
    }
}

/// The best of all heads of a word but itself; on a tie the first.
fn best_head(scores: &[f32], word: usize) -> Option<usize> {
    let others = (0..scores.len()).filter(|&head| head != word + 1);
    best(others, |head| scores[head]).checked_sub(1)
}

/// The candidate with the highest score; on a tie the first.
fn best(mut candidates: impl Iterator<Item = usize>, score: impl Fn(usize) -> f32) -> usize {
    let first = candidates.next().unwrap_or(0);
    let better = |(best, most), other| {
        let score = score(other);
        if score > most {
            (other, score)
        } else {
            (best, most)
        }
    };
    candidates.fold((first, score(first)), better).0
}

/// Whether heads form a tree with one root, without circles and without crossing arcs. The root counts as hanging on a
/// place in front of all words, so that no arc passes over it.
fn is_projective_tree(heads: &[Option<usize>]) -> bool {
    let arcs = heads.iter().enumerate();
    let arcs = arcs.map(|(word, head)| {
        let head = head.map_or(0, |head| head + 1);
        (head.min(word + 1), head.max(word + 1))
    });
    // Where arcs do not cross, those that are open at a place end in the order opposite to that in which they began.
    let mut by_start: Vec<(usize, usize)> = arcs.collect();
    by_start.sort_unstable_by_key(|&(start, end)| (start, std::cmp::Reverse(end)));
    let mut open: Vec<usize> = Vec::new();
    for (start, end) in by_start {
        while open.last().is_some_and(|&end| end <= start) {
            open.pop();
        }
        if open.last().is_some_and(|&outer| end > outer) {
            return false;
        }
        open.push(end);
    }
    has_one_root_and_no_circle(heads)
}

fn has_one_root_and_no_circle(heads: &[Option<usize>]) -> bool {
    let leads_to_root = |word: usize| {
        std::iter::successors(Some(word), |&word| heads[word])
            .take(heads.len() + 1)
            .count()
            <= heads.len()
    };
    heads.iter().filter(|head| head.is_none()).count() == 1 && (0..heads.len()).all(leads_to_root)
}

/// Which end of a stretch of words is the head of all others in it.
#[derive(Clone, Copy)]
enum Headed {
    Left,
    Right,
}

/// The best trees over all stretches of words, from `i` to `j` with both ends.
///
/// A *whole* stretch is a subtree of its head; in a *linked* one the other end hangs on the head and may yet get
/// dependents beyond.
struct Chart {
    n_words: usize,
    whole: [Vec<f32>; 2],
    linked: [Vec<f32>; 2],
    whole_cuts: [Vec<usize>; 2],
    linked_cuts: Vec<usize>,
}

/// The best tree without crossing arcs, by dynamic programming over stretches (Eisner 1996). Cubic in the number of words.
fn projective_tree(scores: &[Vec<f32>]) -> Vec<Option<usize>> {
    let chart = Chart::fill(scores);
    let last = chart.n_words - 1;
    let root = best(0..=last, |root| {
        scores[root][0]
            + chart.whole[Headed::Right as usize][chart.at(0, root)]
            + chart.whole[Headed::Left as usize][chart.at(root, last)]
    });
    chart.heads(root)
}

impl Chart {
    fn fill(scores: &[Vec<f32>]) -> Self {
        let n_words = scores.len();
        let empty = || [vec![0.0; n_words * n_words], vec![0.0; n_words * n_words]];
        let mut chart = Self {
            n_words,
            whole: empty(),
            linked: empty(),
            whole_cuts: [vec![0; n_words * n_words], vec![0; n_words * n_words]],
            linked_cuts: vec![0; n_words * n_words],
        };
        let (left, right) = (Headed::Left as usize, Headed::Right as usize);
        for length in 1..n_words {
            for i in 0..n_words - length {
                let j = i + length;
                let here = chart.at(i, j);
                // Two subtrees meet, and one's head hangs on the other's.
                let meeting = |chart: &Self, cut: usize| {
                    chart.whole[left][chart.at(i, cut)] + chart.whole[right][chart.at(cut + 1, j)]
                };
                let cut = best(i..j, |cut| meeting(&chart, cut));
                let both = meeting(&chart, cut);
                chart.linked_cuts[here] = cut;
                chart.linked[left][here] = both + scores[j][i + 1];
                chart.linked[right][here] = both + scores[i][j + 1];
                // The head's outermost dependent is at the cut.
                let from_left = |chart: &Self, cut: usize| {
                    chart.linked[left][chart.at(i, cut)] + chart.whole[left][chart.at(cut, j)]
                };
                let cut = best(i + 1..j + 1, |cut| from_left(&chart, cut));
                chart.whole[left][here] = from_left(&chart, cut);
                chart.whole_cuts[left][here] = cut;
                let from_right = |chart: &Self, cut: usize| {
                    chart.whole[right][chart.at(i, cut)] + chart.linked[right][chart.at(cut, j)]
                };
                let cut = best(i..j, |cut| from_right(&chart, cut));
                chart.whole[right][here] = from_right(&chart, cut);
                chart.whole_cuts[right][here] = cut;
            }
        }
        chart
    }

    fn at(&self, i: usize, j: usize) -> usize {
        i * self.n_words + j
    }

    /// The heads of the tree under a root, read back from the cuts.
    fn heads(&self, root: usize) -> Vec<Option<usize>> {
        let mut heads = vec![None; self.n_words];
        let mut stretches = vec![
            (0, root, Headed::Right),
            (root, self.n_words - 1, Headed::Left),
        ];
        while let Some((i, j, headed)) = stretches.pop() {
            if i == j {
                continue;
            }
            let cut = self.whole_cuts[headed as usize][self.at(i, j)];
            let (from, to) = match headed {
                Headed::Left => {
                    stretches.push((cut, j, Headed::Left));
                    heads[cut] = Some(i);
                    (i, cut)
                }
                Headed::Right => {
                    stretches.push((i, cut, Headed::Right));
                    heads[cut] = Some(j);
                    (cut, j)
                }
            };
            let meeting = self.linked_cuts[self.at(from, to)];
            stretches.push((from, meeting, Headed::Left));
            stretches.push((meeting + 1, to, Headed::Right));
        }
        heads
    }
}

/// Least probability of a head that is kept beside the one in the tree.
const LEAST_OF_RIVALS: f32 = 0.05;

/// The words that may be the head of a word instead of `head`, each with its probability. `scores[head]` as for [`tree`].
pub(super) fn rivals(scores: &[f32], head: Option<usize>) -> impl Iterator<Item = (usize, f32)> {
    let mut probabilities = scores.to_vec();
    softmax(&mut probabilities);
    let words = probabilities.into_iter().skip(1).enumerate();
    words.filter(move |&(word, probability)| Some(word) != head && probability >= LEAST_OF_RIVALS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Scores of arcs by rows of words: first the root, then the heads in order. A word is no head of its own.
    fn scores<const N: usize>(rows: [[f32; N]; 3]) -> Vec<Vec<f32>> {
        rows.iter().map(|row| row.to_vec()).collect()
    }

    #[test]
    fn no_words_have_no_tree() {
        assert!(tree(&[], &[]).is_empty());
        assert_eq!(tree(&[vec![0.0, 9.0]], &[]), [None]);
    }

    #[test]
    fn the_best_heads_are_taken_where_they_form_a_tree() {
        // A chain behind the second word.
        let chain = scores([
            [1.0, 9.0, 5.0, 2.0],
            [4.0, 1.0, 9.0, 2.0],
            [1.0, 2.0, 3.0, 9.0],
        ]);
        assert_eq!(tree(&chain, &[]), [Some(1), None, Some(1)]);
    }

    #[test]
    fn of_equal_heads_the_first_is_taken() {
        assert_eq!(best_head(&[0.0; 4], 0), None);
        assert_eq!(best_head(&[0.0, 3.0, 3.0], 1), Some(0));
        assert_eq!(best_head(&[0.0, 3.0, 3.0], 0), Some(1));
        // Of equal trees the chain from the first word on.
        let equal = scores([[0.0; 4]; 3]);
        assert_eq!(tree(&equal, &[]), [None, Some(0), Some(1)]);
    }

    #[test]
    fn a_circle_is_opened_where_it_costs_least() {
        // Words 0 and 1 prefer each other; the root wants word 0.
        let scores = vec![vec![2.0, f32::MIN, 5.0], vec![1.0, 5.0, f32::MIN]];
        assert_eq!(tree(&scores, &[]), [None, Some(0)]);
    }

    #[test]
    fn of_several_roots_the_best_stays() {
        // Each word wants the root; word 1 most, and the others would rather hang on it.
        let roots = scores([
            [5.0, 0.0, 4.0, 0.0],
            [5.0, 1.0, 0.0, 1.0],
            [5.0, 0.0, 4.0, 0.0],
        ]);
        assert_eq!(tree(&roots, &[]), [Some(1), None, Some(1)]);
        // What it costs to give up the root counts as well.
        let last = scores([
            [5.0, 0.0, 4.0, 3.0],
            [5.0, 1.0, 0.0, 3.0],
            [9.0, 0.0, 4.0, 0.0],
        ]);
        assert_eq!(tree(&last, &[]), [Some(1), Some(2), None]);
    }

    #[test]
    fn crossing_arcs_are_uncrossed_where_it_costs_least() {
        // Word 2 is the root; word 0 wants word 2 and word 1 word 3, over each other. Word 1 gives in for 2.
        let crossing = vec![
            vec![0.0, 0.0, 1.0, 9.0, 0.0],
            vec![0.0, 1.0, 0.0, 7.0, 9.0],
            vec![9.0, 0.0, 0.0, 0.0, 0.0],
            vec![0.0, 0.0, 0.0, 9.0, 0.0],
        ];
        assert!(!is_projective_tree(&[Some(2), Some(3), None, Some(2)]));
        assert_eq!(tree(&crossing, &[]), [Some(2), Some(2), None, Some(2)]);
        // No arc passes over the root.
        assert!(!is_projective_tree(&[Some(2), None, Some(1)]));
        assert!(is_projective_tree(&[Some(1), None, Some(1)]));
        // A circle beside a tree.
        assert!(!is_projective_tree(&[None, Some(2), Some(1)]));
    }

    #[test]
    fn one_word_of_an_enclosed_part_is_joined_to_the_outside() {
        // “ It works ” he said: both words of the quotation want "said", the first a little more.
        let quotation = vec![
            vec![0.0, 0.0, 5.0, 4.0, 0.0, 0.0, 0.0],
            vec![0.0, 0.0, 0.0, 4.0, 0.0, 0.0, 5.0],
            vec![0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5.0],
            vec![0.0, 0.0, 0.0, 5.0, 0.0, 0.0, 0.0],
            vec![0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5.0],
            vec![5.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        ];
        let free = tree(&quotation, &[]);
        assert_eq!(free, [Some(1), Some(5), Some(5), Some(2), Some(5), None]);
        assert_eq!(n_joined(&free, &(0..4)), 2);
        let joined = tree(&quotation, std::slice::from_ref(&(0..4)));
        assert_eq!(joined, [Some(1), Some(2), Some(5), Some(2), Some(5), None]);
        // A part that is joined by one word stays as it is.
        assert_eq!(tree(&quotation, std::slice::from_ref(&(4..6))), free);
    }

    #[test]
    fn scores_that_are_no_numbers_still_give_a_tree() {
        assert!(is_one_tree(&tree(&vec![vec![f32::NAN; 6]; 5], &[])));
    }

    /// One root, no circle, no two arcs that cross, the root's among them.
    fn is_one_tree(heads: &[Option<usize>]) -> bool {
        let arcs = heads.iter().enumerate();
        let arcs = arcs.map(|(word, head)| (word + 1, head.map_or(0, |head| head + 1)));
        let arcs: Vec<(usize, usize)> = arcs.map(|(a, b)| (a.min(b), a.max(b))).collect();
        let crosses = |&(a, b): &(usize, usize)| arcs.iter().any(|&(c, d)| a < c && c < b && b < d);
        has_one_root_and_no_circle(heads) && !arcs.iter().any(crosses)
    }

    #[test]
    fn rivals_are_likely_heads_beside_the_one_in_the_tree() {
        // The root, the head itself, an equal and one that is hardly likely.
        let scores = [0.0, 2.0, 2.0, -3.0];
        let found: Vec<(usize, f32)> = rivals(&scores, Some(0)).collect();
        assert_eq!(found.len(), 1);
        assert!(found[0].0 == 1 && (found[0].1 - 0.468).abs() < 0.01);
        let words = rivals(&scores, None).map(|(word, _)| word);
        assert_eq!(words.collect::<Vec<_>>(), [0, 1]);
    }

    /// All ways to give each of `n_words` a head or the root.
    fn all_heads(n_words: u32) -> impl Iterator<Item = Vec<Option<usize>>> {
        let base = n_words as usize + 1;
        (0..base.pow(n_words)).map(move |code| {
            let head = |word: u32| (code / base.pow(word) % base).checked_sub(1);
            (0..n_words).map(head).collect()
        })
    }

    #[test]
    fn trees_are_told_from_what_is_none() {
        for heads in all_heads(4) {
            assert_eq!(is_projective_tree(&heads), is_one_tree(&heads), "{heads:?}");
        }
    }

    proptest! {
        #[test]
        fn always_a_tree_with_one_root(values in prop::collection::vec(-5.0f32..5.0, 12 * 13), n_words in 1usize..12) {
            let scores: Vec<Vec<f32>> = (0..n_words).map(|word| values[word * 13..word * 13 + n_words + 1].to_vec()).collect();
            let heads = tree(&scores, &[]);
            prop_assert!(is_one_tree(&heads), "{heads:?}");
        }

        #[test]
        fn an_enclosed_part_is_joined_by_one_word(values in prop::collection::vec(-5.0f32..5.0, 72), start in 0usize..7, length in 1usize..7) {
            let scores: Vec<Vec<f32>> = values.chunks(9).map(<[f32]>::to_vec).collect();
            let part = start..(start + length).min(8);
            let heads = tree(&scores, std::slice::from_ref(&part));
            prop_assert!(is_one_tree(&heads) && n_joined(&heads, &part) == 1, "{part:?} {heads:?}");
        }

        /// No other tree of four words is better.
        #[test]
        fn the_tree_is_the_best(values in prop::collection::vec(-5.0f32..5.0, 20)) {
            let scores: Vec<Vec<f32>> = values.chunks(5).map(<[f32]>::to_vec).collect();
            let total = |heads: &[Option<usize>]| -> f32 {
                let score = |(word, head): (usize, &Option<usize>)| scores[word][head.map_or(0, |head| head + 1)];
                heads.iter().enumerate().map(score).sum()
            };
            let most = all_heads(4).filter(|heads| is_one_tree(heads)).map(|heads| total(&heads)).reduce(f32::max).unwrap();
            let found = tree(&scores, &[]);
            prop_assert!((total(&found) - most).abs() < 1e-4, "{found:?}");
        }
    }
}
