use super::*;
use crate::analysis::testing::document;

/// Asks the first mention of a text.
fn first<T>(tree: &str, question: impl Fn(&Document, &Mention) -> T) -> T {
    let (text, sentences, analyses) = document(&[tree], &[]);
    let document = Document::new(&text, &sentences, &analyses);
    question(&document, &document.mentions[0])
}

#[test]
fn a_person_has_a_name_and_is_one() {
    let table = [
        ("Okafor/PROPN/root/0/B-Person", true),
        ("Okafor/PROPN|Number=Sing/root/0/B-Person", true),
        ("Okafors~Okafor/PROPN|Number=Plur/root/0/B-Person", false),
        ("Okafor/PROPN/root/0/B-Location", false),
        // A given name is no proof that the weights took it for a person.
        ("Maria/PROPN/root/0", false),
        ("mayor/NOUN|Number=Sing/root/0", false),
        ("she/PRON/root/0", false),
        // "The mayor, Okafor".
        (
            "mayor/NOUN|Number=Sing/root/0 ,/PUNCT/punct/3 Okafor/PROPN/appos/1",
            true,
        ),
        (
            "boat/NOUN|Number=Sing/root/0 ,/PUNCT/punct/3 Okafor/PROPN/appos/1",
            false,
        ),
    ];
    for (tree, expected) in table {
        assert_eq!(
            first(tree, |_, mention| is_person(mention)),
            expected,
            "{tree}"
        );
    }
}

#[test]
fn an_article_belongs_to_the_name_behind_it() {
    let table = [
        ("the/DET/det/2 Trust/PROPN/root/0", true),
        (
            "the/DET/det/3 Harbour/PROPN/compound/3 Trust/PROPN/root/0",
            true,
        ),
        (
            "the/DET/det/2 Harbour/PROPN/compound/3 Trust/PROPN/root/0",
            true,
        ),
        ("a/DET/det/2 Trust/PROPN/root/0", false),
        ("Trust/PROPN/root/0", false),
        ("the/DET/det/2 old/ADJ/amod/3 Trust/PROPN/root/0", false),
        ("the/DET/det/3 old/ADJ/amod/3 Trust/PROPN/root/0", true),
        ("the/DET/det/2 boat/NOUN/root/0", false),
    ];
    for (tree, expected) in table {
        assert_eq!(first(tree, has_article), expected, "{tree}");
    }
}

#[test]
fn balances_are_those_of_each_name() {
    let trees = [
        "the/DET/det/2 Trust/PROPN/root/0",
        "the/DET/det/2 Trust/PROPN/root/0",
        "Trust/PROPN/root/0",
        "Orrin/PROPN/root/0",
        "boat/NOUN/root/0",
    ];
    let (text, sentences, analyses) = document(&trees, &[]);
    let document = Document::new(&text, &sentences, &analyses);
    let balances: Vec<i32> = document
        .mentions
        .iter()
        .filter_map(|mention| {
            balance_of_articles(&document)
                .get(mention.name_words.as_slice())
                .copied()
        })
        .collect();
    assert_eq!(balances, [1, 1, 1, -1]);
}
