//! The best dependency tree for the scores of all arcs.

use crate::inference::softmax;

/// Most words that are tried as the root where the best tree has several: keeps the work bounded.
const MOST_ROOTS: usize = 8;

/// Score of an arc that is ruled out: below all that the weights give.
const RULED_OUT: f32 = -1e6;

/// The heads of the best tree with a single root (Chu & Liu 1965, Edmonds 1967).
///
/// `scores[dependent][head]`, head 0 the root and head h + 1 the word h; the answer has `None` for the root. Cubic in
/// the number of words at worst, quadratic where the best heads form a tree already.
pub(super) fn tree(scores: &[Vec<f32>]) -> Vec<Option<usize>> {
    let n_words = scores.len();
    if n_words == 0 {
        return Vec::new();
    }
    if let Some(heads) = greedy(scores) {
        return heads;
    }
    // With the root as node 0.
    let full: Vec<Vec<f32>> = std::iter::once(vec![f32::MIN; n_words + 1])
        .chain(scores.iter().cloned())
        .collect();
    let free = arborescence(&full);
    let roots: Vec<usize> = (1..=n_words).filter(|&node| free[node] == 0).collect();
    let heads = match roots.len() {
        1 => free,
        // Only where scores are no numbers.
        0 => best_with_one_root(&full, (1..=n_words).collect()),
        _ => best_with_one_root(&full, roots),
    };
    words_of(&heads)
}

/// The heads of nodes 1 and up as heads of words.
fn words_of(heads: &[usize]) -> Vec<Option<usize>> {
    heads[1..].iter().map(|head| head.checked_sub(1)).collect()
}

/// The best tree with a single root, tried for each of some words; on a tie the first.
fn best_with_one_root(scores: &[Vec<f32>], roots: Vec<usize>) -> Vec<usize> {
    let with_root = |root: usize| {
        let mut bound = scores.to_vec();
        for (node, row) in bound.iter_mut().enumerate().skip(1) {
            if node != root {
                row[0] = RULED_OUT;
            }
        }
        let heads = arborescence(&bound);
        let total: f32 = (1..scores.len())
            .map(|node| scores[node][heads[node]])
            .sum();
        (total, heads)
    };
    roots
        .into_iter()
        .take(MOST_ROOTS)
        .map(with_root)
        .reduce(|best, other| if other.0 > best.0 { other } else { best })
        .map_or_else(Vec::new, |(_, heads)| heads)
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

/// The best head of each word, where these form a tree with one root.
fn greedy(scores: &[Vec<f32>]) -> Option<Vec<Option<usize>>> {
    let best = |(word, scores): (usize, &Vec<f32>)| best_head(scores, word + 1);
    let heads: Vec<usize> = std::iter::once(0)
        .chain(scores.iter().enumerate().map(best))
        .collect();
    let one_root = heads[1..].iter().filter(|&&head| head == 0).count() == 1;
    (one_root && circle(&heads).is_none()).then(|| words_of(&heads))
}

/// The best of all heads of a node but itself; on a tie the first.
fn best_head(scores: &[f32], node: usize) -> usize {
    let better = |best: usize, head: usize| {
        if scores[head] > scores[best] {
            head
        } else {
            best
        }
    };
    let others = (0..scores.len()).filter(|&head| head != node);
    others.reduce(better).unwrap_or(0)
}

/// The heaviest tree over nodes 0 (the root) to n. A circle of best heads is contracted to one node, round by round.
fn arborescence(scores: &[Vec<f32>]) -> Vec<usize> {
    let n_nodes = scores.len();
    let mut heads: Vec<usize> = (0..n_nodes)
        .map(|node| best_head(&scores[node], node))
        .collect();
    heads[0] = 0;
    let Some(circle) = circle(&heads) else {
        return heads;
    };
    let inside = |node: usize| circle.contains(&node);
    // The circle becomes the last node of a smaller graph.
    let outside: Vec<usize> = (0..n_nodes).filter(|&node| !inside(node)).collect();
    let contracted = outside.len();
    let circle_total: f32 = circle.iter().map(|&node| scores[node][heads[node]]).sum();
    let mut small = vec![vec![f32::MIN; contracted + 1]; contracted + 1];
    let mut entered = vec![0; contracted + 1];
    let mut left = vec![0; contracted + 1];
    for (i, &node) in outside.iter().enumerate() {
        for (j, &head) in outside.iter().enumerate() {
            small[i][j] = scores[node][head];
        }
        for &member in &circle {
            if scores[node][member] > small[i][contracted] {
                small[i][contracted] = scores[node][member];
                left[i] = member;
            }
            let entering = circle_total - scores[member][heads[member]] + scores[member][node];
            if entering > small[contracted][i] {
                small[contracted][i] = entering;
                entered[i] = member;
            }
        }
    }
    let chosen = arborescence(&small);
    for (i, &node) in outside.iter().enumerate().skip(1) {
        heads[node] = if chosen[i] == contracted {
            left[i]
        } else {
            outside[chosen[i]]
        };
    }
    let entry = chosen[contracted];
    heads[entered[entry]] = outside[entry];
    heads
}

/// Nodes that lead to each other, if any do.
fn circle(heads: &[usize]) -> Option<Vec<usize>> {
    let mut visited = vec![0; heads.len()];
    for start in 1..heads.len() {
        let mut node = start;
        while node != 0 && visited[node] == 0 {
            visited[node] = start;
            node = heads[node];
        }
        if node != 0 && visited[node] == start {
            let mut circle = vec![node];
            let mut next = heads[node];
            while next != node {
                circle.push(next);
                next = heads[next];
            }
            return Some(circle);
        }
    }
    None
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
        assert!(tree(&[]).is_empty());
        assert_eq!(tree(&[vec![0.0, 9.0]]), [None]);
    }

    #[test]
    fn the_best_heads_are_taken_where_they_form_a_tree() {
        // A chain behind the second word.
        let chain = scores([
            [1.0, 9.0, 5.0, 2.0],
            [4.0, 1.0, 9.0, 2.0],
            [1.0, 2.0, 3.0, 9.0],
        ]);
        assert_eq!(tree(&chain), [Some(1), None, Some(1)]);
        assert_eq!(greedy(&chain), Some(vec![Some(1), None, Some(1)]));
    }

    #[test]
    fn of_equal_heads_the_first_is_taken() {
        let equal = scores([[0.0; 4]; 3]);
        assert_eq!(best_head(&equal[0], 1), 0);
        assert_eq!(best_head(&[0.0, 3.0, 3.0], 1), 2);
        assert_eq!(best_head(&[0.0, 3.0, 3.0], 0), 1);
        // Of equal roots the first, on which all others hang.
        assert_eq!(tree(&equal), [None, Some(0), Some(0)]);
    }

    #[test]
    fn a_circle_is_opened_where_it_costs_least() {
        // Words 0 and 1 prefer each other; the root wants word 0.
        let scores = vec![vec![2.0, f32::MIN, 5.0], vec![1.0, 5.0, f32::MIN]];
        assert_eq!(greedy(&scores), None);
        assert_eq!(tree(&scores), [None, Some(0)]);
    }

    #[test]
    fn a_circle_may_hang_on_a_word_outside() {
        // Words 1 and 2 prefer each other; word 0 is the root and wants word 2 more than word 1.
        let inner = scores([
            [9.0, 0.0, 1.0, 1.0],
            [0.0, 2.0, 0.0, 8.0],
            [0.0, 4.0, 7.0, 0.0],
        ]);
        assert_eq!(tree(&inner), [None, Some(2), Some(0)]);
        // To enter by word 1 costs 8 - 5, by word 2 costs 7 - 3.
        let other = scores([
            [9.0, 0.0, 1.0, 1.0],
            [0.0, 5.0, 0.0, 8.0],
            [0.0, 3.0, 7.0, 0.0],
        ]);
        assert_eq!(tree(&other), [None, Some(0), Some(1)]);
    }

    #[test]
    fn a_word_hangs_on_the_best_of_a_circle() {
        // Words 0 and 1 prefer each other, the root wants word 1, and word 2 hangs on word 1 rather than on word 0.
        let circle = scores([
            [0.0, 0.0, 9.0, 1.0],
            [6.0, 9.0, 0.0, 1.0],
            [0.0, 3.0, 5.0, 0.0],
        ]);
        assert_eq!(tree(&circle), [Some(1), None, Some(1)]);
    }

    #[test]
    fn a_circle_within_a_circle_is_opened() {
        // Words 0 and 1 prefer each other, and both together word 2, which prefers word 0.
        let nested = scores([
            [0.0, 0.0, 9.0, 6.0],
            [1.0, 9.0, 0.0, 7.0],
            [3.0, 8.0, 2.0, 0.0],
        ]);
        assert_eq!(tree(&nested), [Some(1), Some(2), None]);
    }

    #[test]
    fn of_several_roots_the_best_stays() {
        // Each word wants the root; word 1 most, and the others would rather hang on it.
        let roots = scores([
            [5.0, 0.0, 4.0, 0.0],
            [5.0, 1.0, 0.0, 1.0],
            [5.0, 0.0, 4.0, 0.0],
        ]);
        assert_eq!(greedy(&roots), None);
        assert_eq!(tree(&roots), [Some(1), None, Some(1)]);
        // What it costs to give up the root counts as well.
        let last = scores([
            [5.0, 0.0, 4.0, 3.0],
            [5.0, 1.0, 0.0, 3.0],
            [9.0, 0.0, 4.0, 0.0],
        ]);
        assert_eq!(tree(&last), [Some(1), Some(2), None]);
    }

    #[test]
    fn circles_are_found_from_any_word() {
        assert_eq!(circle(&[0, 0, 1, 2]), None);
        assert_eq!(circle(&[0, 2, 1]), Some(vec![1, 2]));
        assert_eq!(circle(&[0, 0, 3, 4, 2]), Some(vec![2, 3, 4]));
        // A tail leads into the circle.
        assert_eq!(circle(&[0, 2, 3, 2]), Some(vec![2, 3]));
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

    proptest! {
        #[test]
        fn always_a_tree_with_one_root(values in prop::collection::vec(-5.0f32..5.0, 12 * 13), n_words in 1usize..12) {
            let scores: Vec<Vec<f32>> = (0..n_words).map(|word| values[word * 13..word * 13 + n_words + 1].to_vec()).collect();
            let heads = tree(&scores);
            prop_assert_eq!(heads.iter().filter(|head| head.is_none()).count(), 1);
            for start in 0..n_words {
                let (mut node, mut steps) = (start, 0);
                while let Some(head) = heads[node] {
                    node = head;
                    steps += 1;
                    prop_assert!(steps <= n_words, "a circle at {start}: {heads:?}");
                }
            }
        }

        /// No other tree of three words with one root is heavier.
        #[test]
        fn the_tree_is_the_heaviest(values in prop::collection::vec(-5.0f32..5.0, 12)) {
            let scores: Vec<Vec<f32>> = values.chunks(4).map(<[f32]>::to_vec).collect();
            let total = |heads: &[usize]| -> f32 { (0..3).map(|word| scores[word][heads[word]]).sum() };
            let mut best = f32::MIN;
            for code in 0..64usize {
                let heads = [code % 4, code / 4 % 4, code / 16];
                let one_root = heads.iter().filter(|&&head| head == 0).count() == 1;
                let own = (0..3).any(|word| heads[word] == word + 1);
                let nodes = [0, heads[0], heads[1], heads[2]];
                if one_root && !own && circle(&nodes).is_none() {
                    best = best.max(total(&heads));
                }
            }
            let found: Vec<usize> = tree(&scores).iter().map(|head| head.map_or(0, |head| head + 1)).collect();
            prop_assert!((total(&found) - best).abs() < 1e-4, "{found:?}");
        }
    }
}
