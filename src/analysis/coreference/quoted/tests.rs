use super::*;
use crate::analysis::testing::document;

/// The quotation of each word as a digit, `.` for none, a blank between sentences; and the speakers as sentence and word.
fn check(trees: &[&str], blocks: &[usize], expected: &str, speakers: &[Option<(usize, usize)>]) {
    let (_, sentences, analyses) = document(trees, blocks);
    let quotations = find(&sentences, &analyses);
    let shown: Vec<String> = quotations
        .by_word
        .iter()
        .map(|words| {
            words
                .iter()
                .map(|word| word.map_or(".".into(), |word| word.to_string()))
                .collect()
        })
        .collect();
    assert_eq!(shown.join(" "), expected, "{trees:?}");
    assert_eq!(quotations.speakers, speakers, "{trees:?}");
}

#[test]
fn words_between_marks_stand_in_a_quotation() {
    for (open, close) in [("“", "”"), ("``", "''"), ("\"", "\""), ("“", "''")] {
        let sentence = format!(
            "so/ADV/root/0 {open}/PUNCT/punct/1 it/PRON/dep/1 rains/VERB/dep/1 {close}/PUNCT/punct/1 here/ADV/dep/1"
        );
        check(&[&sentence], &[], "..00..", &[None]);
    }
    // A mark that closes nothing, and one that opens another.
    check(&["”/PUNCT/punct/2 rain/NOUN/root/0"], &[], "..", &[]);
    check(
        &["“/PUNCT/punct/2 rain/NOUN/root/0 “/PUNCT/punct/2 snow/NOUN/dep/2"],
        &[],
        ".0.1",
        &[None, None],
    );
}

#[test]
fn a_quotation_ends_with_its_block() {
    let trees = ["\"/PUNCT/punct/2 rain/NOUN/root/0", "snow/NOUN/root/0"];
    check(&trees, &[0, 0], ".0 0", &[None]);
    check(&trees, &[0, 1], ".0 .", &[None]);
    // The first sentence of all opens nothing by its block.
    check(&["rain/NOUN/root/0"], &[3], ".", &[]);
}

#[test]
fn the_speaker_is_the_subject_of_a_verb_of_saying_outside() {
    check(
        &[
            "\"/PUNCT/punct/2 rain/NOUN/root/0 \"/PUNCT/punct/2 Okafor/PROPN/nsubj/5 said~say/VERB/parataxis/2",
        ],
        &[],
        ".0...",
        &[Some((0, 3))],
    );
    // Not of another verb, of no subject, or of one within the quotation.
    check(
        &[
            "\"/PUNCT/punct/2 rain/NOUN/root/0 \"/PUNCT/punct/2 Okafor/PROPN/nsubj/5 sang~sing/VERB/parataxis/2",
        ],
        &[],
        ".0...",
        &[None],
    );
    check(
        &[
            "\"/PUNCT/punct/2 rain/NOUN/root/0 \"/PUNCT/punct/2 Okafor/PROPN/obj/5 said~say/VERB/parataxis/2",
        ],
        &[],
        ".0...",
        &[None],
    );
    check(
        &["\"/PUNCT/punct/3 Okafor/PROPN/nsubj/3 said~say/VERB/root/0 \"/PUNCT/punct/3"],
        &[],
        ".00.",
        &[None],
    );
    check(
        &["\"/PUNCT/punct/4 Okafor/PROPN/nsubj/4 \"/PUNCT/punct/4 said~say/VERB/root/0"],
        &[],
        ".0..",
        &[None],
    );
    // Where nothing is quoted nobody speaks.
    check(
        &["Okafor/PROPN/nsubj/2 said~say/VERB/root/0"],
        &[],
        "..",
        &[],
    );
}

#[test]
fn the_first_speaker_of_a_quotation_stays() {
    check(
        &[
            "\"/PUNCT/punct/2 rain/NOUN/root/0",
            "snow/NOUN/root/0 \"/PUNCT/punct/1 Okafor/PROPN/nsubj/4 said~say/VERB/parataxis/1",
        ],
        &[],
        ".0 0...",
        &[Some((1, 2))],
    );
    check(
        &[
            "Okafor/PROPN/nsubj/2 said~say/VERB/root/0 :/PUNCT/punct/2 \"/PUNCT/punct/2 rain/NOUN/ccomp/2",
            "snow/NOUN/root/0 \"/PUNCT/punct/1 Lund/PROPN/nsubj/4 added~add/VERB/parataxis/1",
        ],
        &[],
        "....0 0...",
        &[Some((0, 0))],
    );
}

#[test]
fn each_verb_of_saying_has_a_speaker() {
    for verb in SAYING {
        let sentence = format!(
            "\"/PUNCT/punct/2 rain/NOUN/root/0 \"/PUNCT/punct/2 Okafor/PROPN/nsubj/5 x~{verb}/VERB/parataxis/2"
        );
        check(&[&sentence], &[], ".0...", &[Some((0, 3))]);
    }
}
