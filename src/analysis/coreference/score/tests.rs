use super::*;

#[test]
fn a_score_is_the_sum_of_weights() {
    let mut weights = vec![0.0; SIZE];
    weights[3] = 12.7;
    weights[5] = -6.35;
    let scorer = Scorer::new(&weights);
    let close = |features: &[u32], expected: f32| (scorer.score(features) - expected).abs() < 1e-4;
    assert!(close(&[], 0.0) && close(&[3], 12.7) && close(&[3, 5, 3], 19.0));
    assert!(close(&[4], 0.0));
}

#[test]
fn weights_are_rounded_to_steps_of_the_largest() {
    let mut weights = vec![0.0; SIZE];
    weights[0] = -127.0;
    weights[1] = 1.4;
    weights[2] = 1.6;
    let scorer = Scorer::new(&weights);
    assert_eq!([0, 1, 2].map(|at| scorer.score(&[at])), [-127.0, 1.0, 2.0]);
    // Without any weight nothing is divided by 0.
    assert_eq!(Scorer::new(&vec![0.0; SIZE]).score(&[0]), 0.0);
}

#[test]
fn a_table_is_read_as_it_was_written() {
    let mut weights = vec![0.0; SIZE];
    weights[0] = 254.0;
    weights[SIZE - 1] = -4.0;
    let table = Scorer::new(&weights).table();
    let read = Scorer::read(table.as_slice().try_into().unwrap());
    assert_eq!(
        [0, SIZE as u32 - 1, 7].map(|at| read.score(&[at])),
        [254.0, -4.0, 0.0]
    );
    assert_eq!(Scorer::learned().table().len(), 4 + SIZE);
}
