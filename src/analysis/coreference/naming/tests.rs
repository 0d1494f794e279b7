use super::*;
use crate::analysis::coreference::{Document, Scorer};
use crate::analysis::testing::document;
use crate::article::Article;

/// What names the first mention that is said so.
fn named(trees: &[&str], of: &str) -> String {
    let (text, sentences, analyses) = document(trees, &[]);
    let document = Document::new(&text, &sentences, &analyses);
    let resolution = document.resolve(Scorer::learned());
    let article = Article {
        text: text.clone(),
        ..Article::default()
    };
    let names = Names::new(&article, &document, &resolution);
    let said = |mention: &&Mention| mention.span.of(&text) == of;
    let mention = document
        .mentions
        .iter()
        .find(said)
        .unwrap_or_else(|| panic!("{of} in {trees:?}"));
    names.naming(mention).map_or("-".into(), |(span, name)| {
        assert!(!span.is_empty());
        name
    })
}

#[test]
fn phrases_are_said_as_known() {
    let table = [
        (
            "about/ADV/advmod/2 200/NUM/nummod/4 red/ADJ/amod/4 buses~bus/NOUN/root/0",
            "about 200 red buses",
            "red buses",
        ),
        (
            "a/DET/det/3 red/ADJ/amod/3 bus/NOUN/root/0",
            "a red bus",
            "the red bus",
        ),
        ("the/DET/det/2 bus/NOUN/root/0", "the bus", "the bus"),
        (
            "red/ADJ/amod/2 buses~bus/NOUN/root/0",
            "red buses",
            "red buses",
        ),
        (
            "Red/ADJ/amod/2 buses~bus/NOUN/root/0",
            "Red buses",
            "red buses",
        ),
        (
            "Red/ADJ/amod/2 Buses~bus/NOUN/root/0",
            "Red Buses",
            "Red Buses",
        ),
        (
            "Orrin/PROPN/nmod/2 buses~bus/NOUN/root/0",
            "Orrin buses",
            "Orrin buses",
        ),
        (
            "the/DET/det/3 Red/ADJ/amod/3 bus/NOUN/root/0",
            "the Red bus",
            "the Red bus",
        ),
        (
            "burnt/VERB/amod/2 buses~bus/NOUN/root/0",
            "burnt buses",
            "burnt buses",
        ),
        (
            "a/DET/det/4 red/ADJ/amod/4 ,/PUNCT/amod/4 bus/NOUN/root/0",
            "a red , bus",
            "-",
        ),
        (
            "a/DET/det/4 red/ADJ/amod/4 and/CCONJ/amod/4 bus/NOUN/root/0",
            "a red and bus",
            "-",
        ),
        (
            "a/DET/det/4 red/ADJ/amod/4 of/ADP/amod/4 bus/NOUN/root/0",
            "a red of bus",
            "-",
        ),
        (
            "a/DET/det/4 red/ADJ/amod/4 two/NUM/amod/4 bus/NOUN/root/0",
            "a red two bus",
            "-",
        ),
        (
            "a/DET/det/4 red/ADJ/amod/4 the/DET/amod/4 bus/NOUN/root/0",
            "a red the bus",
            "-",
        ),
        (
            "a/DET/det/4 red/ADJ/amod/4 it/PRON/amod/4 bus/NOUN/root/0",
            "a red it bus",
            "-",
        ),
        (
            "all/DET/nsubj/5 of/ADP/case/4 the/DET/det/4 boats~boat/NOUN/nmod/1 left/VERB/root/0",
            "all of the boats",
            "-",
        ),
    ];
    for (sentence, of, expected) in table {
        assert_eq!(named(&[sentence], of), expected, "{sentence}");
    }
}

#[test]
fn words_that_count_name_nothing() {
    for word in COUNTING {
        let sentence = format!("{word}/DET/det/2 buses~bus/NOUN/root/0");
        assert_eq!(named(&[&sentence], &format!("{word} buses")), "-", "{word}");
    }
}

#[test]
fn names_are_said_as_they_mostly_are() {
    let with = "the/DET/det/3 Harbour/PROPN/compound/3 Trust/PROPN/nsubj/4 left/VERB/root/0";
    let without = "Harbour/PROPN/compound/2 Trust/PROPN/nsubj/3 left/VERB/root/0";
    assert_eq!(named(&[with], "the Harbour Trust"), "the Harbour Trust");
    assert_eq!(named(&[without], "Harbour Trust"), "Harbour Trust");
    assert_eq!(named(&[with, without], "Harbour Trust"), "Harbour Trust");
    assert_eq!(
        named(&[without, with, with], "Harbour Trust"),
        "the Harbour Trust"
    );
    // "The" of another word is none of the name's.
    let other = "the/DET/det/2 boat/NOUN/nmod/3 Okafor/PROPN/root/0";
    assert_eq!(named(&[other], "the boat Okafor"), "Okafor");
}

#[test]
fn names_with_marks_are_none() {
    for mark in [
        ":", ";", ",", "(", ")", "\"", "$", "#", "|", "<", ">", "--x",
    ] {
        let sentence = format!("Harbour/PROPN/flat/3 {mark}/PROPN/flat/3 Trust/PROPN/root/0");
        assert_eq!(
            named(&[&sentence], &format!("Harbour {mark} Trust")),
            "-",
            "{mark}"
        );
    }
    let dash = "Harbour/PROPN/flat/3 -/PROPN/flat/3 Trust/PROPN/root/0";
    assert_eq!(named(&[dash], "Harbour - Trust"), "Harbour - Trust");
}

#[test]
fn joined_phrases_are_said_whole() {
    let both =
        "Okafor/PROPN/nsubj/4/B-Person and/CCONJ/cc/3 Lund/PROPN/conj/1/B-Person left/VERB/root/0";
    assert_eq!(named(&[both], "Okafor and Lund"), "Okafor and Lund");
}

#[test]
fn what_is_owned_is_said_with_its_owner() {
    let table = [
        (
            "Orrin/PROPN/nmod:poss/3 's/PART/case/1 mayor/NOUN/root/0",
            "Orrin 's mayor",
            "Orrin 's mayor",
        ),
        ("My/PRON/nmod:poss/2 son/NOUN/root/0", "My son", "my son"),
        ("Our/PRON/nmod:poss/2 son/NOUN/root/0", "Our son", "our son"),
        (
            "Your/PRON/nmod:poss/2 son/NOUN/root/0",
            "Your son",
            "your son",
        ),
        (
            "The/DET/det/2 council/NOUN/nmod:poss/4 's/PART/case/2 rule/NOUN/root/0",
            "The council 's rule",
            "the council 's rule",
        ),
        (
            "my/PRON/nmod:poss/3 two/NUM/nummod/3 sons~son/NOUN/root/0",
            "my two sons",
            "-",
        ),
        (
            "my/PRON/nmod:poss/3 and/CCONJ/amod/3 son/NOUN/root/0",
            "my and son",
            "-",
        ),
        (
            "my/PRON/nmod:poss/3 of/ADP/amod/3 son/NOUN/root/0",
            "my of son",
            "-",
        ),
        (
            "my/PRON/nmod:poss/3 ,/PUNCT/amod/3 son/NOUN/root/0",
            "my , son",
            "-",
        ),
    ];
    for (sentence, of, expected) in table {
        assert_eq!(named(&[sentence], of), expected, "{sentence}");
    }
    // "Her" with the name of whom it is; what belongs to her is no person, or nobody is named.
    let lost = |owned: &str| {
        format!(
            "Maria/PROPN/flat/2/B-Person Okafor/PROPN|Number=Sing/nsubj/3/I-Person lost~lose/VERB/root/0 her/PRON/nmod:poss/5 {owned}/NOUN|Number=Sing/obj/3"
        )
    };
    assert_eq!(
        named(&[&lost("husband")], "her husband"),
        "Maria Okafor's husband"
    );
    assert_eq!(named(&[&lost("boat")], "her boat"), "-");
    assert_eq!(
        named(&["her/PRON/nmod:poss/2 husband/NOUN/root/0"], "her husband"),
        "-"
    );
    assert_eq!(
        named(
            &[&lost("husband")
                .replace("her/", "his/")
                .replace("Maria", "Mary")],
            "his husband"
        ),
        "-"
    );
}

#[test]
fn genitives_and_small_letters() {
    assert_eq!((genitive("Okafor"), genitive("the Harls")), ("'s", "'"));
    assert_eq!(
        (lowered("Éclairs sell"), lowered("")),
        ("éclairs sell".into(), String::new())
    );
}
