use super::*;
use crate::analysis::testing::document;

/// What each mention that says what something is says it of.
fn said_of(trees: &[&str]) -> String {
    let (text, sentences, analyses) = document(trees, &[]);
    let document = Document::new(&text, &sentences, &analyses);
    let said = |index: usize| document.mentions[index].span.of(&text);
    let described = document.described.iter().enumerate();
    let shown =
        described.filter_map(|(index, of)| Some(format!("{} of {}", said(index), said((*of)?))));
    shown.collect::<Vec<_>>().join("; ")
}

#[test]
fn appositions_and_predicates_say_what_something_is() {
    let table: &[(&str, &str)] = &[
        (
            "Corvane/PROPN/nsubj/6 ,/PUNCT/punct/4 the/DET/det/4 maker/NOUN|Number=Sing/appos/1 ,/PUNCT/punct/4 left/VERB/root/0",
            "the maker of Corvane , the maker",
        ),
        (
            "Corvane/PROPN/nsubj/4 is/AUX/cop/4 the/DET/det/4 maker/NOUN|Number=Sing/root/0",
            "the maker of Corvane",
        ),
        (
            "Corvane/PROPN/nsubj/5 is/AUX/cop/5 not/PART/advmod/5 the/DET/det/5 maker/NOUN|Number=Sing/root/0",
            "",
        ),
        (
            "Corvane/PROPN/nsubj/4 is/AUX/aux/4 the/DET/det/4 maker/NOUN|Number=Sing/root/0",
            "",
        ),
        (
            "Corvane/PROPN/obj/4 is/AUX/cop/4 the/DET/det/4 maker/NOUN|Number=Sing/root/0",
            "",
        ),
        // Who the mayor is.
        (
            "the/DET/det/2 mayor/NOUN/nsubj/4 is/AUX/cop/4 Okafor/PROPN/root/0",
            "",
        ),
        (
            "he/PRON/nsubj/4 is/AUX/cop/4 the/DET/det/4 mayor/NOUN|Number=Sing/root/0",
            "the mayor of he",
        ),
        (
            "this/PRON/nsubj/4 is/AUX/cop/4 the/DET/det/4 mayor/NOUN|Number=Sing/root/0",
            "",
        ),
        ("Okafor/PROPN/nsubj/3 is/AUX/cop/3 she/PRON/root/0", ""),
        (
            "it/PRON/nsubj/4 is/AUX/cop/4 the/DET/det/4 time/NOUN|Number=Sing/root/0",
            "",
        ),
        // Number tells the one from both.
        (
            "Holm/PROPN|Number=Sing/nsubj/6 and/CCONJ/cc/3 Berg/PROPN/conj/1 are/AUX/cop/6 the/DET/det/6 mayors~mayor/NOUN|Number=Plur/root/0",
            "the mayors of Holm and Berg",
        ),
        (
            "Holm/PROPN|Number=Sing/nsubj/6 and/CCONJ/cc/3 Berg/PROPN/conj/1 are/AUX/cop/6 the/DET/det/6 mayor/NOUN|Number=Sing/root/0",
            "the mayor of Holm",
        ),
        // A council may be several.
        (
            "council/NOUN|Number=Sing/nsubj/4 are/AUX/cop/4 the/DET/det/4 mayors~mayor/NOUN|Number=Plur/root/0",
            "the mayors of council",
        ),
    ];
    for (sentence, expected) in table {
        assert_eq!(said_of(&[sentence]), *expected, "{sentence}");
    }
}

#[test]
fn what_was_said_before_is_counted() {
    let boat = "the/DET/det/2 boat/NOUN/nsubj/3 sank/VERB/root/0";
    let old = "the/DET/det/3 old/ADJ/amod/3 boat/NOUN/nsubj/4 sank/VERB/root/0";
    let trust = "Harbour/PROPN/compound/2 Trust/PROPN/nsubj/3 left/VERB/root/0";
    let harbour = "Harbour/PROPN/nsubj/3 it/PRON/obj/3 left/VERB/root/0";
    let (text, sentences, analyses) = document(&[boat, old, boat, trust, harbour], &[]);
    let document = Document::new(&text, &sentences, &analyses);
    let known: Vec<(usize, usize, usize, Option<usize>)> = document
        .earlier
        .iter()
        .map(|earlier| {
            (
                earlier.same_lemma,
                earlier.same_content,
                earlier.same_name,
                earlier.nearest_same_lemma,
            )
        })
        .collect();
    assert_eq!(
        known,
        [
            (0, 0, 0, None),
            (1, 0, 0, Some(0)),
            (2, 1, 0, Some(1)),
            (0, 0, 0, None),
            (1, 0, 0, Some(3)),
            (0, 0, 0, None)
        ]
    );
    assert_eq!(document.earlier[2].far, [0, 1]);
    assert_eq!(document.position, [0, 0, 0, 0, 0, 1]);
    assert_eq!(document.said, [3, 3, 3, 2, 2, 0]);
}

#[test]
fn a_name_shares_a_word_with_an_earlier_one() {
    let (text, sentences, analyses) = document(
        &[
            "Harbour/PROPN/root/0",
            "Harbour/PROPN/compound/2 Trust/PROPN/root/0",
        ],
        &[],
    );
    let document = Document::new(&text, &sentences, &analyses);
    assert_eq!(document.earlier[1].same_name, 1);
    assert_eq!(document.earlier[1].same_lemma, 0);
}

#[test]
fn only_the_last_and_the_first_of_many_are_looked_at_from_afar() {
    let boat = "the/DET/det/2 boat/NOUN/nsubj/3 sank/VERB/root/0";
    let (text, sentences, analyses) = document(&[boat; 8], &[]);
    let document = Document::new(&text, &sentences, &analyses);
    assert_eq!(document.earlier[7].far, [0, 3, 4, 5, 6]);
}

#[test]
fn an_entity_knows_its_mentions() {
    let (text, sentences, analyses) = document(
        &[
            "the/DET/det/2 boat/NOUN|Number=Sing/nsubj/3 sank/VERB/root/0",
            "Okafor/PROPN/obj/2/B-Person left/VERB/root/0",
            "she/PRON/nsubj/2 left/VERB/root/0",
        ],
        &[],
    );
    let document = Document::new(&text, &sentences, &analyses);
    let mut entity = document.begin(0);
    assert_eq!(
        (
            entity.first,
            entity.last,
            entity.n_mentions,
            entity.n_subjects
        ),
        (0, 0, 1, 1)
    );
    assert!(!entity.named && entity.pronouns == 0 && entity.lemmas.len() == 1);
    document.join(&mut entity, 1);
    assert_eq!(
        (
            entity.first,
            entity.last,
            entity.n_mentions,
            entity.n_subjects
        ),
        (0, 1, 2, 1)
    );
    assert!(entity.named && entity.lemmas.len() == 2 && entity.contents.len() == 2);
    document.join(&mut entity, 2);
    assert_eq!(entity.lemmas.len(), 2);
    let bit = 1 << (feature::pronoun_hash(Some(Pronoun::She)) % 31);
    assert_eq!((entity.pronouns, entity.n_subjects), (bit, 2));
    assert_eq!(entity.agreement.animate, Some(true));
    for _ in 0..2 * MOST_WORDS {
        document.join(&mut entity, 0);
    }
    assert_eq!((entity.lemmas.len(), entity.n_mentions), (MOST_WORDS, 43));
}
