use super::super::Document;
use crate::analysis::testing::document;

/// For the mention that is said `of` last, the candidates with their ranks, the nearest first.
fn candidates(trees: &[&str], blocks: &[usize], of: &str) -> String {
    let (text, sentences, analyses) = document(trees, blocks);
    let document = Document::new(&text, &sentences, &analyses);
    let said = |index: &usize| document.mentions[*index].span.of(&text) == of;
    let index = (0..document.mentions.len()).rev().find(said).unwrap();
    let shown = document.candidates(index).into_iter().map(|(at, rank)| {
        format!(
            "{} {} {}",
            document.mentions[at].span.of(&text),
            rank.0,
            rank.1
        )
    });
    shown.collect::<Vec<_>>().join(", ")
}

const OKAFOR_MET_LUND: &str = "Maria/PROPN/flat/2/B-Person Okafor/PROPN|Number=Sing/nsubj/3/I-Person met~meet/VERB/root/0 David/PROPN/flat/5/B-Person Lund/PROPN|Number=Sing/obj/3/I-Person";

#[test]
fn candidates_are_ranked_by_those_that_fit() {
    assert_eq!(
        candidates(
            &[OKAFOR_MET_LUND, "she/PRON/nsubj/2 left/VERB/root/0"],
            &[],
            "she"
        ),
        "David Lund 0 0, Maria Okafor 0 0"
    );
    let third = "Ann/PROPN/flat/2/B-Person Harl/PROPN|Number=Sing/nsubj/3/I-Person sang~sing/VERB/root/0 to/ADP/case/6 the/DET/det/6 boat/NOUN|Number=Sing/obl/3";
    assert_eq!(
        candidates(
            &[OKAFOR_MET_LUND, third, "she/PRON/nsubj/2 left/VERB/root/0"],
            &[],
            "she"
        ),
        "the boat 0 0, Ann Harl 1 0, David Lund 2 1, Maria Okafor 2 1"
    );
    // For "it" subjects compete that are no people.
    let ferry = "the/DET/det/2 ferry/NOUN|Number=Sing/nsubj/3 hit/VERB/root/0 the/DET/det/5 quay/NOUN|Number=Sing/obj/3";
    assert_eq!(
        candidates(
            &[ferry, ferry, "it/PRON/nsubj/2 sank/VERB/root/0"],
            &[],
            "it"
        ),
        "the quay 0 0, the ferry 1 0, the quay 2 1, the ferry 3 1"
    );
    let mayor =
        "the/DET/det/2 mayor/NOUN|Number=Sing/nsubj/3 hit/VERB/root/0 Lund/PROPN/obj/3/B-Person";
    assert_eq!(
        candidates(
            &[ferry, mayor, "they/PRON/nsubj/2 sank/VERB/root/0"],
            &[],
            "they"
        ),
        "Lund 0 0, the mayor 1 0, the quay 1 0, the ferry 1 0"
    );
}

#[test]
fn a_pronoun_is_no_number_or_time() {
    let trees = |pronoun: &'static str| {
        [
            "the/DET/det/2 firm/NOUN|Number=Sing/nsubj/3 lost/VERB/root/0 2019/NUM/obj/3 in/ADP/case/6 May~May/PROPN/obl/3",
            pronoun,
        ]
    };
    assert_eq!(
        candidates(&trees("it/PRON/nsubj/2 left/VERB/root/0"), &[], "it"),
        "the firm 0 0"
    );
    assert_eq!(
        candidates(&trees("that/PRON/nsubj/2 left/VERB/root/0"), &[], "that"),
        "May 0 0, 2019 1 0, the firm 2 0"
    );
    // A month may do something.
    let may = [
        "May~May/PROPN|Number=Sing/nsubj/2 left/VERB/root/0",
        "it/PRON/nsubj/2 sank/VERB/root/0",
    ];
    assert_eq!(candidates(&may, &[], "it"), "May 0 0");
}

#[test]
fn a_phrase_is_not_what_joins_it_with_others() {
    let both = "mayors~mayor/NOUN/nsubj/4 and/CCONJ/cc/3 boats~boat/NOUN/conj/1 left/VERB/root/0";
    assert_eq!(candidates(&[both], &[], "mayors"), "");
    assert_eq!(
        candidates(&[both], &[], "boats"),
        "mayors 0 0, mayors and boats 1 0"
    );
    // In another sentence the same head is another mention.
    let boats = "boats~boat/NOUN/nsubj/2 sank/VERB/root/0";
    assert_eq!(candidates(&[boats, boats], &[], "boats"), "boats 0 0");
}

#[test]
fn nobody_is_subject_and_object_of_one_verb() {
    let bound = |sentence: &str, of: &str| candidates(&[sentence], &[], of);
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 take/VERB/root/0 them/PRON/obj/2",
            "them"
        ),
        ""
    );
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 give/VERB/root/0 them/PRON/iobj/2",
            "them"
        ),
        ""
    );
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 take/VERB/root/0 themselves/PRON/obj/2",
            "themselves"
        ),
        "people 0 0"
    );
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 sing/VERB/root/0 of/ADP/case/4 them/PRON/obl/2",
            "them"
        ),
        "people 0 0"
    );
    assert_eq!(
        bound("people/NOUN/obl/2 take/VERB/root/0 them/PRON/obj/2", "them"),
        "people 0 0"
    );
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 take/VERB/root/0 this/PRON/obj/2",
            "this"
        ),
        "people 0 0"
    );
    // In another sentence.
    assert_eq!(
        candidates(
            &[
                "people/NOUN/nsubj/2 take/VERB/root/0",
                "take/VERB/root/0 them/PRON/obj/1"
            ],
            &[],
            "them"
        ),
        "people 0 0"
    );
    // Of verbs that share their subject.
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 stop/VERB/root/0 take/VERB/conj/2 them/PRON/obj/3",
            "them"
        ),
        ""
    );
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 stop/VERB/root/0 take/VERB/xcomp/2 them/PRON/obj/3",
            "them"
        ),
        ""
    );
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 stop/VERB/root/0 take/VERB/ccomp/2 them/PRON/obj/3",
            "them"
        ),
        ""
    );
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 stop/VERB/root/0 take/VERB/advcl/2 them/PRON/obj/3",
            "them"
        ),
        ""
    );
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 stop/VERB/root/0 take/VERB/parataxis/2 them/PRON/obj/3",
            "them"
        ),
        "people 0 0"
    );
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 stop/VERB/root/0 ,/PUNCT/punct/4 take/VERB/advcl/2 them/PRON/obj/4",
            "them"
        ),
        "people 0 0"
    );
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 ask/VERB/root/0 boys/NOUN/obj/2 take/VERB/xcomp/2 them/PRON/obj/4",
            "them"
        ),
        "boys 0 0, people 1 0"
    );
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 ask/VERB/root/0 boys/NOUN/iobj/2 take/VERB/xcomp/2 them/PRON/obj/4",
            "them"
        ),
        "boys 0 0, people 1 0"
    );
    assert_eq!(
        bound(
            "people/NOUN/nsubj/2 stop/VERB/root/0 boys/NOUN/nsubj/4 take/VERB/conj/2 them/PRON/obj/4",
            "them"
        ),
        "people 0 0"
    );
}

#[test]
fn a_pronoun_of_an_earlier_paragraph_is_none_where_somebody_is_named() {
    let named =
        "David/PROPN/flat/2/B-Person Lund/PROPN|Number=Sing/nsubj/3/I-Person left/VERB/root/0";
    let he = "he/PRON/nsubj/2 sang~sing/VERB/root/0";
    let blocks = [0, 1, 1];
    assert_eq!(
        candidates(&[he, named, he], &blocks, "he"),
        "David Lund 0 0"
    );
    assert_eq!(
        candidates(&[he, named, he], &[1, 1, 1], "he"),
        "David Lund 0 0, he 1 1"
    );
    // Named in an earlier paragraph, as an object, or of the other sex.
    assert_eq!(
        candidates(&[he, named, he], &[0, 0, 1], "he"),
        "David Lund 0 0, he 1 1"
    );
    let object = "boats~boat/NOUN/nsubj/2 hit/VERB/root/0 Lund/PROPN/obj/2/B-Person";
    assert_eq!(
        candidates(&[he, object, he], &blocks, "he"),
        "Lund 0 0, boats 1 1, he 2 1"
    );
    let she = "she/PRON/nsubj/2 sang~sing/VERB/root/0";
    assert_eq!(
        candidates(&[she, named, she], &blocks, "she"),
        "David Lund 0 0, she 0 0"
    );
    let it = "it/PRON/nsubj/2 sank~sink/VERB/root/0";
    assert_eq!(
        candidates(&[it, named, it], &blocks, "it"),
        "David Lund 0 0, it 0 0"
    );
    // Several people, a pronoun and a thing name nobody.
    for other in [
        "mayors~mayor/NOUN|Number=Plur/nsubj/2 sang/VERB/root/0",
        "the/DET/det/2 boat/NOUN|Number=Sing/nsubj/3 sank/VERB/root/0",
    ] {
        assert!(
            candidates(&[he, other, he], &blocks, "he").contains("he "),
            "{other}"
        );
    }
    // An object of the same sentence is free of its subject.
    let him = "Lund/PROPN/nsubj/2/B-Person saw~see/VERB/root/0 him/PRON/obj/2";
    assert_eq!(candidates(&[he, him], &[0, 1], "him"), "he 0 0");
    let his =
        "Lund/PROPN/nsubj/2/B-Person saw~see/VERB/root/0 his/PRON/nmod:poss/4 boat/NOUN/obj/2";
    assert_eq!(
        candidates(&[he, his], &[0, 1], "his"),
        "his boat 0 0, Lund 1 0"
    );
}

#[test]
fn the_same_words_are_remembered_from_afar() {
    let boat = "the/DET/det/2 boat/NOUN|Number=Sing/nsubj/3 sank/VERB/root/0";
    let rain = "rain/NOUN|Number=Sing/nsubj/2 fell~fall/VERB/root/0";
    let mut trees = vec![boat];
    trees.extend([rain; super::WINDOW]);
    trees.push(boat);
    let found = candidates(&trees, &[], "the boat");
    assert!(
        found.ends_with(&format!("the boat {} {}", super::WINDOW, super::WINDOW)),
        "{found}"
    );
    let it = "it/PRON/nsubj/2 sank/VERB/root/0";
    *trees.last_mut().unwrap() = it;
    assert!(!candidates(&trees, &[], "it").contains("the boat"));
}

/// The subject in front of which the pronoun stands that is said `of` first.
fn behind(sentence: &str, of: &str) -> String {
    let (text, sentences, analyses) = document(&[sentence], &[]);
    let document = Document::new(&text, &sentences, &analyses);
    let index = document
        .mentions
        .iter()
        .position(|mention| mention.span.of(&text) == of)
        .unwrap();
    let subject = document.subject_behind(index);
    subject.map_or(String::new(), |subject| {
        document.mentions[subject].span.of(&text).into()
    })
}

#[test]
fn a_pronoun_may_stand_in_front_of_its_subject() {
    let table = [
        (
            "in/ADP/case/3 her/PRON/nmod:poss/3 speech/NOUN/obl/5 Okafor/PROPN/nsubj/5/B-Person sang/VERB/root/0",
            "her",
            "Okafor",
        ),
        (
            "as/SCONJ/mark/3 she/PRON/nsubj/3 left/VERB/advcl/5 Okafor/PROPN/nsubj/5/B-Person sang/VERB/root/0",
            "she",
            "Okafor",
        ),
        (
            "as/SCONJ/mark/3 she/PRON/nsubj/3 left/VERB/ccomp/5 Okafor/PROPN/nsubj/5/B-Person sang/VERB/root/0",
            "she",
            "",
        ),
        (
            "as/SCONJ/mark/3 she/PRON/nsubj/3 left/VERB/advcl/5 Okafor/PROPN/obj/5/B-Person sang/VERB/root/0",
            "she",
            "",
        ),
        (
            "as/SCONJ/mark/3 this/PRON/nsubj/3 left/VERB/advcl/5 Okafor/PROPN/nsubj/5/B-Person sang/VERB/root/0",
            "this",
            "",
        ),
        (
            "Okafor/PROPN/nsubj/2/B-Person sang/VERB/root/0 as/SCONJ/mark/5 she/PRON/nsubj/5 left/VERB/advcl/2",
            "she",
            "",
        ),
        (
            "as/SCONJ/mark/3 she/PRON/nsubj/3 left/VERB/advcl/5 Orrin/PROPN/nsubj/5/B-Location sang/VERB/root/0",
            "she",
            "",
        ),
        (
            "as/SCONJ/mark/3 she/PRON/nsubj/3 left/VERB/advcl/5 David/PROPN/nsubj/5/B-Person sang/VERB/root/0",
            "she",
            "",
        ),
        (
            "as/SCONJ/mark/3 she/PRON/nsubj/3 left/VERB/advcl/6 the/DET/det/5 mayor/NOUN/nsubj/6 sang/VERB/root/0",
            "she",
            "",
        ),
        (
            "as/SCONJ/mark/3 it/PRON/nsubj/3 left/VERB/advcl/6 the/DET/det/5 boat/NOUN/nsubj/6 sank/VERB/root/0",
            "it",
            "the boat",
        ),
        (
            "as/SCONJ/mark/3 it/PRON/nsubj/3 left/VERB/advcl/6 her/PRON/nmod:poss/5 boat/NOUN/nsubj/6 sank/VERB/root/0",
            "it",
            "her boat",
        ),
        (
            "as/SCONJ/mark/3 it/PRON/nsubj/3 left/VERB/advcl/5 Orrin/PROPN/nsubj/5/B-Location sank/VERB/root/0",
            "it",
            "Orrin",
        ),
        (
            "as/SCONJ/mark/3 it/PRON/nsubj/3 left/VERB/advcl/6 a/DET/det/5 boat/NOUN/nsubj/6 sank/VERB/root/0",
            "it",
            "",
        ),
        (
            "as/SCONJ/mark/3 it/PRON/nsubj/3 left/VERB/advcl/6 the/DET/det/5 mayor/NOUN/nsubj/6 sank/VERB/root/0",
            "it",
            "",
        ),
        (
            "as/SCONJ/mark/3 they/PRON/nsubj/3 left/VERB/advcl/5 boats/NOUN|Number=Plur/nsubj/5 sank/VERB/root/0",
            "they",
            "boats",
        ),
        (
            "as/SCONJ/mark/3 they/PRON/nsubj/3 left/VERB/advcl/5 boat/NOUN|Number=Sing/nsubj/5 sank/VERB/root/0",
            "they",
            "",
        ),
        (
            "as/SCONJ/mark/3 they/PRON/nsubj/3 left/VERB/advcl/5 we/PRON/nsubj/5 sank/VERB/root/0",
            "they",
            "",
        ),
    ];
    for (sentence, of, expected) in table {
        assert_eq!(behind(sentence, of), expected, "{sentence}");
    }
}
