//! Whether work grows faster than its input.

use crate::count::Cost;

/// Costs at one, two, eight and thirty-two times a length, as far as they were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// What grew: "steps", "bytes" or "peak".
    pub what: &'static str,
    /// What it was at each length.
    pub counts: Vec<u64>,
}

/// Times by which the cost of one more byte may grow while the length grows four times. It grows four times where work is
/// quadratic; below stand tables that fill, blocks that become long enough to matter, and the like.
const MOST: f64 = 1.6;

/// Costs below are no matter, whatever their growth.
const LEAST: u64 = 200_000;

/// What is counted of a cost, and how it is read off.
type Counted = (&'static str, fn(&Cost) -> u64);

const COUNTED: [Counted; 3] = [
    ("steps", |cost| cost.steps),
    ("bytes", |cost| cost.bytes),
    ("peak", |cost| cost.peak),
];

/// How the cost of `work`, given a length, grows from `length` on; `None` where it grows with the length or slower.
///
/// What looks like growth at eight times the length is asked again at thirty-two times: a mere step up is over by then.
pub fn growth(length: usize, mut work: impl FnMut(usize) -> Cost) -> Option<Growth> {
    let first = [1, 2, 8].map(|times| work(length * times));
    let suspect = |(_, pick): &Counted| {
        let counts = first.each_ref().map(pick);
        rise(&counts, &[1.0, 2.0, 8.0])
    };
    let suspects: Vec<Counted> = COUNTED.into_iter().filter(suspect).collect();
    if suspects.is_empty() {
        return None;
    }
    let last = work(length * 32);
    suspects.into_iter().find_map(|(what, pick)| {
        let counts: Vec<u64> = first.iter().chain([&last]).map(pick).collect();
        rise(&counts[1..], &[2.0, 8.0, 32.0]).then_some(Growth { what, counts })
    })
}

/// Whether a byte costs more between the second and third length than between the first and second.
fn rise(counts: &[u64], lengths: &[f64]) -> bool {
    let slope = |from: usize| {
        (counts[from + 1] as f64 - counts[from] as f64) / (lengths[from + 1] - lengths[from])
    };
    counts[2] > LEAST && slope(1) > MOST * slope(0).max(counts[0] as f64 / lengths[0] / MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(cost: impl Fn(u64) -> u64) -> Option<Vec<u64>> {
        let work = |length: usize| Cost {
            steps: cost(length as u64),
            ..Cost::default()
        };
        growth(1000, work).map(|growth| growth.counts)
    }

    #[test]
    fn growth_is_told_from_a_step_up() {
        assert_eq!(steps(|n| 300 * n + 5_000_000), None);
        assert_eq!(steps(|n| if n > 4000 { 900 * n } else { 300 * n }), None);
        assert_eq!(steps(|n| 300 * n * u64::from(n.ilog2())), None);
        let quadratic = [1_000_000, 4_000_000, 64_000_000, 1_024_000_000];
        assert_eq!(steps(|n| n * n), Some(quadratic.to_vec()));
        assert!(steps(|n| n * n / 4 + 300 * n).is_some());
    }
}
