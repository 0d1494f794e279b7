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
            "Maria/PROPN/flat/2/B-Person Okafor/PROPN|Number=Sing/nsubj/3/I-Person met~meet/VERB/root/0 David/PROPN/flat/5/B-Person Lund/PROPN|Number=Sing/obj/3/I-Person in/ADP/case/7 Orrin/PROPN/obl/3/B-Location",
            "she/PRON/nsubj/2 told~tell/VERB/root/0 him/PRON/iobj/2 of/ADP/case/6 her/PRON/nmod:poss/6 plan/NOUN|Number=Sing/obl/2",
            "he/PRON/nsubj/2 asked~ask/VERB/root/0 himself/PRON/obj/2 about/ADP/case/5 it/PRON/obl/2",
            "they/PRON/nsubj/2 left/VERB/root/0",
        ],
        &[0, 0, 1, 2],
        &[0, 2],
        expect![[r#"
            Maria Okafor: 43 1929c5dc
            David Lund: 43 a5f510a9
                Maria Okafor (0, 0): 132 5563e71f
            Orrin: 43 a3fbc2ea
                David Lund (0, 0): 132 ed19cac8
                Maria Okafor (0, 0): 132 1707348d
            she: 47 80dd41dd
                Orrin (0, 0): 100 893b4067
                David Lund (0, 0): 100 f4842790
                Maria Okafor (0, 0): 100 6f5e2419
            him: 47 960b3f80
                Orrin (0, 0): 100 529f39ad
                David Lund (0, 0): 100 f767a0a1
                Maria Okafor (1, 1): 100 b50635dd
            her plan: 43 661d8ac3
                him (0, 0): 110 2be58973
                she (1, 0): 110 b48b76b8
                Orrin (2, 0): 114 f85378ba
                David Lund (3, 0): 114 228d2e61
                Maria Okafor (4, 0): 114 9f950d1f
            her: 47 198fb84e
                her plan (0, 0): 117 b744b885
                him (1, 0): 123 db97a72c
                she (1, 0): 123 0480624f
                Orrin (2, 0): 100 2cac2c0e
                David Lund (2, 0): 100 5e4ace4c
                Maria Okafor (2, 0): 100 ea6e4f02
            he: 47 750246ed
                her (0, 0): 106 73690ab6
                her plan (0, 0): 100 24512c74
                him (1, 0): 106 7363eb28
                she (2, 0): 106 304389d9
                Orrin (2, 0): 100 00fc2f20
                David Lund (2, 0): 100 2372647f
                Maria Okafor (3, 1): 100 de2e068f
            himself: 47 78b1cc41
                he (0, 0): 123 1fa0d04c
                her (1, 0): 106 c72ba374
                her plan (1, 0): 100 1d8177ac
                him (2, 0): 106 f7a8a1fa
                she (3, 0): 106 478323d3
                Orrin (3, 0): 100 11c71039
                David Lund (3, 0): 100 022c4743
                Maria Okafor (4, 1): 100 7f23abc0
            it: 47 757b3ca7
                himself (0, 0): 123 e73af19c
                he (0, 0): 123 1ecd554b
                her (0, 0): 106 8e0736e3
                her plan (0, 0): 100 892c527b
                him (1, 0): 106 417e4592
                she (1, 0): 106 2c79e403
                Orrin (1, 0): 100 98c901ee
                David Lund (2, 0): 100 dde03058
                Maria Okafor (2, 0): 100 fe1daf08
            they: 47 fad9a272
                it (0, 0): 106 68942e42
                himself (0, 0): 106 5f2dde09
                he (0, 0): 106 35cc508b
                her (0, 0): 106 30c3da66
                her plan (0, 0): 100 cb26389d
                him (0, 0): 106 5f18b3ee
                she (0, 0): 106 b2c6bc0d
                Orrin (0, 0): 100 0dfeceb7
                David Lund (1, 0): 100 225e76b7
                Maria Okafor (1, 0): 100 4fbd2c86
        "#]],
    );
}

#[test]
fn names_and_noun_phrases() {
    check(
        &[
            "the/DET/det/4 World/PROPN/compound/4/B-Organization Trade/PROPN/compound/4/I-Organization Forum/PROPN|Number=Sing/nsubj/5/I-Organization opened~open/VERB/root/0 the/DET/det/8 old/ADJ/amod/8 bridge/NOUN|Number=Sing/obj/5",
            "WTF/PROPN/nsubj/2/B-Organization praised~praise/VERB/root/0 the/DET/det/4 bridge/NOUN|Number=Sing/obj/2 of/ADP/case/6 Orrin/PROPN/nmod/4/B-Location",
            "the/DET/det/2 Forum/PROPN/nsubj/3/B-Organization likes~like/VERB/root/0 old/ADJ/amod/5 bridges~bridge/NOUN|Number=Plur/obj/3",
            "the/DET/det/2 mayor/NOUN|Number=Sing/nsubj/6 ,/PUNCT/punct/5 Maria/PROPN/flat/5/B-Person Okafor/PROPN/appos/2/I-Person left/VERB/root/0",
            "the/DET/det/2 mayor/NOUN|Number=Sing/nsubj/4 had/AUX/aux/4 met~meet/VERB/root/0 the/DET/det/6 Forum/PROPN/obj/4/B-Organization",
            "Orrin/PROPN/nsubj/4 's/PART/case/1 World/PROPN/flat/1 left/VERB/root/0",
        ],
        &[0, 0, 1, 1, 1, 7],
        &[0, 1, 4],
        expect![[r#"
            the World Trade Forum: 43 fc455071
            the old bridge: 43 d943bb7b
                the World Trade Forum (0, 0): 132 1d823790
            WTF: 43 d4556920
                the old bridge (0, 0): 114 c552d50e
                the World Trade Forum (1, 0): 114 b11e5363
            the bridge of Orrin: 43 47b0bb85
                WTF (0, 0): 132 fbfcafa1
                the old bridge (1, 1): 112 5a343238
                the World Trade Forum (2, 1): 114 c3762b54
            Orrin: 43 f33b2866
                the bridge of Orrin (0, 0): 132 26e040ac
                WTF (1, 0): 132 ab303534
                the old bridge (2, 1): 114 e431538a
                the World Trade Forum (3, 1): 114 97cad973
            the Forum: 43 57c670af
                Orrin (0, 0): 114 a8c49c6b
                the bridge of Orrin (1, 0): 114 2e090f94
                WTF (2, 0): 114 9c503aa3
                the old bridge (3, 1): 114 cea7ddac
                the World Trade Forum (4, 1): 112 81f09a64
            old bridges: 43 8a63aef8
                the Forum (0, 0): 132 5291e8c4
                Orrin (1, 1): 114 922e7a61
                the bridge of Orrin (2, 1): 112 8cb3aec9
                WTF (2, 1): 114 b441d63e
                the old bridge (3, 2): 112 1eaa93e1
                the World Trade Forum (3, 2): 114 9039738b
            the mayor , Maria Okafor: 43 c3db0ead
                old bridges (0, 0): 114 50a7e83b
                the Forum (0, 0): 114 caa569f4
                Orrin (0, 0): 114 2db9bfa7
                the bridge of Orrin (0, 0): 114 33063165
                WTF (1, 0): 114 8154e053
                the old bridge (1, 0): 114 ae1af8e4
                the World Trade Forum (2, 0): 114 3136135c
            Maria Okafor: 43 ebc27389
                the mayor , Maria Okafor (0, 0): 132 4376f8f2
                old bridges (1, 0): 114 c80dd645
                the Forum (2, 0): 114 8caf6b26
                Orrin (2, 0): 114 9d0d1f7d
                the bridge of Orrin (2, 0): 114 4b339c0a
                WTF (3, 0): 114 3cdd7af0
                the old bridge (3, 0): 114 642686a8
                the World Trade Forum (4, 0): 114 e7a1bf72
            the mayor: 43 f4041c9d
                Maria Okafor (0, 0): 114 2e8cc4e9
                the mayor , Maria Okafor (1, 0): 112 56dfbe63
                old bridges (2, 0): 114 a22a3880
                the Forum (2, 0): 114 17d76a8c
                Orrin (2, 0): 114 0f92e8ff
                the bridge of Orrin (2, 0): 114 354cb2aa
                WTF (3, 0): 114 4f16c589
                the old bridge (3, 0): 114 e3bd5acb
                the World Trade Forum (4, 0): 114 a0c29150
            the Forum: 43 1c070676
                the mayor (0, 0): 132 4bc13d1e
                Maria Okafor (0, 0): 114 3c150461
                the mayor , Maria Okafor (0, 0): 114 41ce778c
                old bridges (0, 0): 114 547fb671
                the Forum (1, 0): 112 24c9c38e
                Orrin (2, 1): 114 e34c2cca
                the bridge of Orrin (3, 1): 114 1f97cb3b
                WTF (4, 1): 114 d427df8b
                the old bridge (5, 2): 114 3cc94368
                the World Trade Forum (6, 2): 112 dbd79d02
            Orrin 's World: 43 ebdce989
                the Forum (0, 0): 114 678d2780
                the mayor (1, 0): 114 1e9d96e0
                Maria Okafor (2, 0): 114 bf54b962
                the mayor , Maria Okafor (3, 0): 114 0ae6cd8b
                old bridges (4, 0): 114 0f2d59f8
                the Forum (5, 0): 114 3063b235
                Orrin (6, 1): 112 a7c5c4f7
                the bridge of Orrin (7, 1): 114 4a8a69bc
                WTF (8, 1): 114 1fcf87b6
                the old bridge (9, 2): 114 16d98768
                the World Trade Forum (10, 2): 114 09e05228
        "#]],
    );
}

#[test]
fn speakers_and_their_words() {
    check(
        &[
            "“/PUNCT/punct/3 I/PRON/nsubj/3 left/VERB/root/0 her/PRON/obj/3 ”/PUNCT/punct/3 Maria/PROPN/flat/7/B-Person Okafor/PROPN/nsubj/8/I-Person said~say/VERB/parataxis/3",
            "“/PUNCT/punct/3 she/PRON/nsubj/3 knew~know/VERB/root/0 me/PRON/obj/3 ”/PUNCT/punct/3",
            "Okafor/PROPN/nsubj/2/B-Person left/VERB/root/0 the/DET/det/4 boat/NOUN/obj/2",
        ],
        &[],
        &[1],
        expect![[r#"
            I: 47 cde67624
            her: 47 4096aff5
            Maria Okafor: 43 75d968cb
                her (0, 0): 110 09e16537
                I (1, 0): 110 5eb90e06
            she: 47 5ec1119b
                Maria Okafor (0, 0): 100 6555bdb1
                her (1, 1): 106 f10564f7
                I (2, 1): 106 821e897e
            me: 47 41ccd412
                she (0, 0): 111 42031646
                Maria Okafor (1, 0): 88 f935d661
                her (2, 0): 94 3c23db63
                I (3, 0): 94 4f0a77f9
            Okafor: 43 f86e31a9
                me (0, 0): 92 a8ae51ab
                she (1, 0): 92 083deacc
                Maria Okafor (2, 0): 112 5b189fbd
                her (3, 0): 92 d3c9052d
                I (4, 0): 92 3224d127
            the boat: 43 750022b9
                Okafor (0, 0): 132 d0fa9b13
                me (1, 0): 92 e00159a2
                she (2, 0): 92 aec35473
                Maria Okafor (3, 0): 114 fee20ac2
                her (4, 0): 92 717df20b
                I (5, 0): 92 1e841065
        "#]],
    );
}

#[test]
fn places_in_one_sentence() {
    check(
        &[
            "the/DET/det/2 mayor/NOUN/nsubj/6 of/ADP/case/4 Orrin/PROPN/nmod/2/B-Location had/AUX/aux/6 sold~sell/VERB/root/0 the/DET/det/8 boat/NOUN/obj/6 that/PRON|PronType=Rel/obj/12 her/PRON/nmod:poss/11 father/NOUN/nsubj/12 built~build/VERB/acl:relcl/8 and/CCONJ/cc/14 painted~paint/VERB/conj/6 it/PRON/obj/14 herself/PRON/obl/14",
            "two/NUM/nummod/2 boats~boat/NOUN|Number=Plur/nsubj/3 and/CCONJ/cc/4 ships~ship/NOUN|Number=Plur/conj/2 sank~sink/VERB/root/0 in/ADP/case/7 May~May/PROPN/obl/5 2019/NUM/nmod/7",
        ],
        &[],
        &[0, 2],
        expect![[r#"
            the mayor of Orrin: 43 f075bfcb
            Orrin: 43 fdd0e9d2
                the mayor of Orrin (0, 0): 132 7e1c90c0
            the boat that her father built: 43 f988dd64
                Orrin (0, 0): 132 c9365df4
                the mayor of Orrin (1, 0): 132 f1919036
            her father: 43 02a2c0a1
                the boat that her father built (0, 0): 132 b48a8f2e
                Orrin (1, 0): 132 b308f8a5
                the mayor of Orrin (1, 0): 132 d64c4c10
            her: 47 ac7249ef
                her father (0, 0): 117 a9a0cfff
                the boat that her father built (0, 0): 117 13157732
                Orrin (1, 0): 117 6786d63c
                the mayor of Orrin (1, 0): 117 8814d021
            it: 47 c5505bc3
                her (0, 0): 123 c1439583
                her father (0, 0): 117 38d7aa82
                the boat that her father built (0, 0): 117 98cbebbd
                Orrin (1, 0): 117 59df2d70
            herself: 47 7453add6
                it (0, 0): 123 910c582c
                her (0, 0): 123 be696231
                her father (1, 0): 117 7bea4d7c
                the boat that her father built (1, 0): 117 4a6912ba
                Orrin (2, 0): 117 43ff6ec6
                the mayor of Orrin (2, 0): 117 9b322df0
            two boats and ships: 43 6e7179c7
                herself (0, 0): 92 34adc041
                it (0, 0): 92 6367de9d
                her (0, 0): 92 f7a03218
                her father (0, 0): 114 954bdcf8
                the boat that her father built (1, 0): 112 8b009587
                Orrin (2, 0): 114 c5cf5896
                the mayor of Orrin (3, 0): 114 cba5d71e
            two boats: 43 58da852f
                herself (0, 0): 92 4469d06e
                it (0, 0): 92 5a86457e
                her (0, 0): 92 44850a91
                her father (0, 0): 114 753a0a4c
                the boat that her father built (1, 0): 112 b017342f
                Orrin (2, 0): 114 a7093115
                the mayor of Orrin (3, 0): 114 123ae650
            ships: 43 03be5048
                two boats (0, 0): 132 c5bf53a9
                two boats and ships (1, 1): 132 038b35dd
                herself (2, 2): 92 43329ccf
                it (2, 2): 92 aee4b892
                her (2, 2): 92 f45ea8ad
                her father (2, 2): 114 62585415
                the boat that her father built (3, 2): 114 acd13a09
                Orrin (4, 2): 114 4fcfa36f
                the mayor of Orrin (5, 2): 114 a4477196
            May 2019: 43 6c6b2e28
                ships (0, 0): 132 04db9cfb
                two boats (1, 0): 132 35da7523
                two boats and ships (2, 1): 132 8b8535c4
                herself (3, 2): 92 35e7b169
                it (4, 2): 92 c2debafb
                her (5, 2): 92 3ff0dfeb
                her father (6, 2): 114 6429e3e7
                the boat that her father built (7, 2): 114 8749e5c7
                Orrin (8, 2): 114 f76d37b7
                the mayor of Orrin (9, 2): 114 793baf8b
            2019: 43 29336074
                May 2019 (0, 0): 132 cf33e57b
                ships (1, 0): 132 b813a06e
                two boats (2, 0): 132 bd347868
                two boats and ships (3, 1): 132 f09ed5f2
                herself (4, 2): 92 ec4aef59
                it (5, 2): 92 88cf59f1
                her (6, 2): 92 a63f10ab
                her father (7, 2): 114 b1aa5dba
                the boat that her father built (8, 2): 114 46083bcb
                Orrin (9, 2): 114 eae9fa64
                the mayor of Orrin (10, 2): 114 a992fc62
        "#]],
    );
}

#[test]
fn it_before_a_clause_is_less_likely_something() {
    check(
        &[
            "it/PRON/nsubj/3 is/AUX/cop/3 hard/ADJ/root/0 to/PART/mark/5 say/VERB/xcomp/3",
            "it/PRON/nsubj/3 is/AUX/cop/3 likely/ADJ/root/0 to/PART/mark/5 fall/VERB/xcomp/3",
            "it/PRON/nsubj/2 helps~help/VERB/root/0 that/SCONJ/mark/4 fell~fall/VERB/csubj/2",
            "it/PRON/nsubj/2 seems~seem/VERB/root/0 fell~fall/VERB/ccomp/2",
            "it/PRON/root/0",
            "those/PRON/nsubj/2 are~be/VERB/root/0 here/ADV/advmod/2",
        ],
        &[],
        &[],
        expect![[r#"
            it: 47 2fcb224c
            it: 47 f3267c41
                it (0, 0): 106 ba36ee97
            it: 47 cdb87c7a
                it (0, 0): 106 6882e87c
                it (1, 1): 106 91257ecd
            it: 47 105c2966
                it (0, 0): 106 3e8f4bc2
                it (1, 1): 106 00489814
                it (2, 2): 106 3f42c864
            it: 47 80c38853
                it (0, 0): 106 0a1fe730
                it (1, 1): 106 47bec4e7
                it (2, 2): 106 4d511ce4
                it (3, 3): 106 45721962
            those: 47 ac24198b
                it (0, 0): 94 58ba7f00
                it (0, 0): 94 81df9d07
                it (0, 0): 94 05f2b6f6
                it (0, 0): 94 27d18064
                it (0, 0): 94 bbf8e078
            here: 47 f1c13faa
                those (0, 0): 111 c58d3bdb
                it (1, 1): 94 60120eb2
                it (2, 1): 94 1cc4941b
                it (3, 2): 94 7772b7b2
                it (4, 3): 94 204bb895
                it (5, 4): 94 4fb1bbde
        "#]],
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
    expect!["87cadd67 1fe09255 21a13de6"].assert_eq(&format!(
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
        compare::names(&document.mentions[1], &document.mentions[0])
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
    let analysis = crate::testing::tree_by_hand(&chain.join(" "));
    let climbs = [Some(3), Some(2), Some(1), Some(0), None, Some(9)];
    assert_eq!(
        climbs.map(|to| compare::climb(&analysis, 4, to)),
        [1, 2, 3, 4, 5, 0]
    );
    // Twelve steps are the most.
    assert_eq!(compare::climb(&analysis, 14, Some(2)), 4);
    assert_eq!(compare::climb(&analysis, 14, Some(1)), 0);
}
