use super::super::Document;
use super::super::hash::text_hash;
use super::*;
use crate::analysis::testing::document;
use expect_test::{Expect, expect};

/// Places of features as one number, so that any change shows.
fn checksum(features: &Features) -> u32 {
    let places: Vec<String> = features.places.iter().map(u32::to_string).collect();
    text_hash(&places.join(" "))
}

/// For each mention of a text the features for being the first of its entity, and those for each candidate, of whose entity
/// the mentions in `entity` are: how many, and the checksum. The weights were trained with these; none may change.
fn check(trees: &[&str], blocks: &[usize], entity: &[usize], expected: Expect) {
    let (text, sentences, analyses) = document(trees, blocks);
    let document = Document::new(&text, &sentences, &analyses);
    let mut lines = String::new();
    let mut features = Features::default();
    for (index, mention) in document.mentions.iter().enumerate() {
        document.new_features(index, &mut features);
        let (said, sum) = (mention.span.of(&text), checksum(&features));
        lines += &format!("{said}: {} {sum:08x}\n", features.places.len());
        for (candidate, rank) in document.candidates(index) {
            let mut known = document.begin(candidate);
            for &other in entity
                .iter()
                .filter(|&&other| other < index && other != candidate)
            {
                document.join(&mut known, other);
            }
            document.pair_features(index, candidate, rank, &known, &mut features);
            let said = document.mentions[candidate].span.of(&text);
            let (n_places, sum) = (features.places.len(), checksum(&features));
            lines += &format!("    {said} {rank:?}: {n_places} {sum:08x}\n");
        }
    }
    expected.assert_eq(&lines);
}

#[test]
fn pronouns_and_names() {
    check(
        &[
            "Maria/PROPN/flat/2/B-Person Okafor/PROPN/nsubj/3/Number=Sing/I-Person met=meet/VERB/root/0 David/PROPN/flat/5/B-Person Lund/PROPN/obj/3/Number=Sing/I-Person in/ADP/case/7 Orrin/PROPN/obl/3/B-Location",
            "she/PRON/nsubj/2 told=tell/VERB/root/0 him/PRON/iobj/2 of/ADP/case/6 her/PRON/nmod:poss/6 plan/NOUN/obl/2/Number=Sing",
            "he/PRON/nsubj/2 asked=ask/VERB/root/0 himself/PRON/obj/2 about/ADP/case/5 it/PRON/obl/2",
            "they/PRON/nsubj/2 left/VERB/root/0",
        ],
        &[0, 0, 1, 2],
        &[0, 2],
        expect![[""]],
    );
}

#[test]
fn names_and_noun_phrases() {
    check(
        &[
            "the/DET/det/4 World/PROPN/compound/4/B-Organization Trade/PROPN/compound/4/I-Organization Forum/PROPN/nsubj/5/Number=Sing/I-Organization opened=open/VERB/root/0 the/DET/det/8 old/ADJ/amod/8 bridge/NOUN/obj/5/Number=Sing",
            "WTF/PROPN/nsubj/2/B-Organization praised=praise/VERB/root/0 the/DET/det/4 bridge/NOUN/obj/2/Number=Sing of/ADP/case/6 Orrin/PROPN/nmod/4/B-Location",
            "the/DET/det/2 Forum/PROPN/nsubj/3/B-Organization likes=like/VERB/root/0 old/ADJ/amod/5 bridges=bridge/NOUN/obj/3/Number=Plur",
            "the/DET/det/2 mayor/NOUN/nsubj/6/Number=Sing ,/PUNCT/punct/5 Maria/PROPN/flat/5/B-Person Okafor/PROPN/appos/2/I-Person left/VERB/root/0",
            "the/DET/det/2 mayor/NOUN/nsubj/4/Number=Sing had/AUX/aux/4 met=meet/VERB/root/0 the/DET/det/6 Forum/PROPN/obj/4/B-Organization",
            "Orrin/PROPN/nsubj/4 's/PART/case/1 World/PROPN/flat/1 left/VERB/root/0",
        ],
        &[0, 0, 1, 1, 1, 7],
        &[0, 1, 4],
        expect![[""]],
    );
}

#[test]
fn speakers_and_their_words() {
    check(
        &[
            "“/PUNCT/punct/3 I/PRON/nsubj/3 left/VERB/root/0 her/PRON/obj/3 ”/PUNCT/punct/3 Maria/PROPN/flat/7/B-Person Okafor/PROPN/nsubj/8/I-Person said=say/VERB/parataxis/3",
            "“/PUNCT/punct/3 she/PRON/nsubj/3 knew=know/VERB/root/0 me/PRON/obj/3 ”/PUNCT/punct/3",
            "Okafor/PROPN/nsubj/2/B-Person left/VERB/root/0 the/DET/det/4 boat/NOUN/obj/2",
        ],
        &[],
        &[1],
        expect![[""]],
    );
}

#[test]
fn places_in_one_sentence() {
    check(
        &[
            "the/DET/det/2 mayor/NOUN/nsubj/6 of/ADP/case/4 Orrin/PROPN/nmod/2/B-Location had/AUX/aux/6 sold=sell/VERB/root/0 the/DET/det/8 boat/NOUN/obj/6 that/PRON/obj/12/PronType=Rel her/PRON/nmod:poss/11 father/NOUN/nsubj/12 built=build/VERB/acl:relcl/8 and/CCONJ/cc/14 painted=paint/VERB/conj/6 it/PRON/obj/14 herself/PRON/obl/14",
            "two/NUM/nummod/2 boats=boat/NOUN/nsubj/3/Number=Plur and/CCONJ/cc/4 ships=ship/NOUN/conj/2/Number=Plur sank=sink/VERB/root/0 in/ADP/case/7 May=May/PROPN/obl/5 2019/NUM/nmod/7",
        ],
        &[],
        &[0, 2],
        expect![[""]],
    );
}

#[test]
fn it_before_a_clause_is_less_likely_something() {
    check(
        &[
            "it/PRON/nsubj/3 is/AUX/cop/3 hard/ADJ/root/0 to/PART/mark/5 say/VERB/xcomp/3",
            "it/PRON/nsubj/3 is/AUX/cop/3 likely/ADJ/root/0 to/PART/mark/5 fall/VERB/xcomp/3",
            "it/PRON/nsubj/2 helps=help/VERB/root/0 that/SCONJ/mark/4 fell=fall/VERB/csubj/2",
            "it/PRON/nsubj/2 seems=seem/VERB/root/0 fell=fall/VERB/ccomp/2",
            "it/PRON/root/0",
            "those/PRON/nsubj/2 are=be/VERB/root/0 here/ADV/advmod/2",
        ],
        &[],
        &[],
        expect![[""]],
    );
}

#[test]
fn numbers_are_sorted_into_buckets() {
    let buckets = [0, 1, 2, 3, 4, 5, 6, 10, 11, 20, 21, 900].map(bucket);
    assert_eq!(buckets, [0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 7]);
    assert_eq!(option(None, |value: u32| value), 0);
    assert_eq!(option(Some(4), |value: u32| value), 5);
    assert_eq!([Gender::Masculine, Gender::Feminine].map(gender), [0, 1]);
}

#[test]
fn hashes_are_those_of_the_training() {
    assert_eq!(text_hash(""), 0x811c_9dc5);
    assert_eq!(text_hash("a"), 0xe40c_292c);
    expect![[""]].assert_eq(&format!(
        "{:08x} {:08x} {:08x}",
        mix(0, 0),
        mix(1, 2),
        mix(0xffff_ffff, 7)
    ));
}

#[test]
fn names_agree_in_all_or_some_of_their_words() {
    let words = |trees: &[&str]| {
        let (text, sentences, analyses) = document(trees, &[]);
        let document = Document::new(&text, &sentences, &analyses);
        pair::names(&document.mentions[1], &document.mentions[0])
    };
    let okafor = "Maria/PROPN/flat/2 Okafor/PROPN/root/0";
    let three = "Maria/PROPN/flat/3 Ann/PROPN/flat/3 Okafor/PROPN/root/0";
    let table = [
        ("boat/NOUN/root/0", okafor, 0),
        (okafor, "boat/NOUN/root/0", 0),
        (okafor, "Peter/PROPN/flat/2 Lund/PROPN/root/0", 1),
        (okafor, "Peter/PROPN/flat/2 Okafor/PROPN/root/0", 2),
        (okafor, "Maria/PROPN/root/0", 3),
        (okafor, "Okafor/PROPN/root/0", 4),
        ("Okafor/PROPN/root/0", okafor, 4),
        (okafor, "mo/PROPN/root/0", 5),
        ("mo/PROPN/root/0", okafor, 5),
        (okafor, okafor, 6),
        (three, "Ann/PROPN/root/0", 7),
        (okafor, "Maria/PROPN/flat/2 Lund/PROPN/root/0", 8),
        (three, okafor, 4),
    ];
    for (earlier, later, expected) in table {
        assert_eq!(words(&[earlier, later]), expected, "{earlier} {later}");
    }
}

#[test]
fn steps_up_the_tree_are_counted() {
    let chain: Vec<String> = (0..15).map(|head| format!("x/NOUN/nmod/{head}")).collect();
    let analysis = crate::analysis::testing::tree(&chain.join(" "));
    let climbs = [Some(3), Some(2), Some(1), Some(0), None, Some(9)];
    assert_eq!(
        climbs.map(|to| pair::climb(&analysis, 4, to)),
        [1, 2, 3, 4, 5, 0]
    );
    // Twelve steps are the most.
    assert_eq!(pair::climb(&analysis, 14, Some(2)), 4);
    assert_eq!(pair::climb(&analysis, 14, Some(1)), 0);
}
