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

/// The best tree in which one of some words alone hangs on the root; of equals that of the first.
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

/// The best of all heads of a node but itself; of equals the first.
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

    #[test]
    fn a_circle_is_opened_where_it_costs_least() {
        // Words 0 and 1 prefer each other; the root wants word 0.
        let scores = vec![vec![2.0, f32::MIN, 5.0], vec![1.0, 5.0, f32::MIN]];
        assert_eq!(tree(&scores), [None, Some(0)]);
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
    }
}
