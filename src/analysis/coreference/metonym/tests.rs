use super::*;
use crate::analysis::testing::document;

#[test]
fn adjectives_of_places() {
    for (adjective, place) in [
        ("norwegian", "norway"),
        ("orrinese", "orrin"),
        ("polish", "poland"),
        ("french", "france"),
        ("iraqi", "iraq"),
    ] {
        assert!(is_of(adjective, place), "{adjective} {place}");
    }
    for (adjective, place) in [
        ("norwegian", "sweden"),
        ("portland", "portugal"),
        ("mali", "malta"),
        ("german", "greece"),
        ("danish", "dan"),
        ("iranian", "ira"),
    ] {
        assert!(!is_of(adjective, place), "{adjective} {place}");
    }
}

#[test]
fn endings_and_shared_letters_make_an_adjective() {
    for (adjective, place, expected) in [
        ("kenyan", "kenya", true),
        ("japanese", "japan", true),
        ("swedish", "sweden", true),
        ("slavic", "slavonia", true),
        ("icelander", "iceland", true),
        ("muscovite", "muscovy", true),
        // Four letters are enough, three are not.
        ("irish", "iraq", false),
        ("maltan", "malt", true),
        ("malan", "mali", false),
        ("kenyas", "kenya", false),
        ("danish", "denmark", true),
        ("danish", "danes", false),
    ] {
        assert_eq!(is_of(adjective, place), expected, "{adjective} {place}");
    }
    for (adjective, place) in IRREGULAR {
        assert!(is_of(adjective, place), "{adjective} {place}");
    }
}

/// The mentions that stand for a government, each with the words of what names it: `place = government / its place`.
fn found(trees: &[&str]) -> String {
    let (text, sentences, analyses) = document(trees, &[]);
    let none: Vec<Vec<Option<usize>>> = analyses
        .iter()
        .map(|analysis| vec![None; analysis.words.len()])
        .collect();
    let mentions = super::super::mention::mentions(&text, &sentences, &analyses, &none);
    let shown = governments(&mentions, &analyses)
        .into_iter()
        .map(|(index, government)| {
            let named = &mentions[government.mention];
            let place = &analyses[named.sentence].words[government.place];
            format!(
                "{} in {} = {} / {}",
                mentions[index].span.of(&text),
                mentions[index].sentence,
                named.span.of(&text),
                place.form
            )
        });
    shown.collect::<Vec<_>>().join("; ")
}

const ORRINESE: &str =
    "the/DET/det/3 Orrinese/ADJ/amod/3 government/NOUN|Number=Sing/nsubj/4 met~meet/VERB/root/0";
const REFUSED: &str = "Orrin/PROPN/nsubj/2/B-Location refused~refuse/VERB/root/0";

#[test]
fn a_place_that_acts_stands_for_its_government() {
    assert_eq!(
        found(&[ORRINESE, REFUSED]),
        "Orrin in 1 = the Orrinese government / Orrinese"
    );
    // The government must be named before.
    assert_eq!(found(&[REFUSED, ORRINESE]), "");
    assert_eq!(found(&[REFUSED]), "");
    // Of several it is the one that was named last.
    let later = "the/DET/det/2 regime/NOUN|Number=Sing/nsubj/5 of/ADP/case/4 Orrin/PROPN/nmod/2/B-Location fell~fall/VERB/root/0";
    assert_eq!(
        found(&[ORRINESE, later, REFUSED]),
        "Orrin in 2 = the regime of Orrin / Orrin"
    );
    let other =
        "the/DET/det/3 Kenyan/ADJ/amod/3 government/NOUN|Number=Sing/nsubj/4 met~meet/VERB/root/0";
    assert_eq!(
        found(&[ORRINESE, other, REFUSED]),
        "Orrin in 2 = the Orrinese government / Orrinese"
    );
}

#[test]
fn each_word_for_a_government_and_each_act_counts() {
    for noun in GOVERNING {
        let named = format!(
            "the/DET/det/3 Orrinese/ADJ/amod/3 {noun}/NOUN|Number=Sing/nsubj/4 met~meet/VERB/root/0"
        );
        assert_ne!(found(&[&named, REFUSED]), "", "{noun}");
    }
    for act in ACTS {
        let acts = format!("Orrin/PROPN/nsubj/2/B-Location x~{act}/VERB/root/0");
        assert_ne!(found(&[ORRINESE, &acts]), "", "{act}");
    }
}

#[test]
fn what_is_no_act_of_a_place_stands_for_nothing() {
    for place in [
        "Orrin/PROPN/nsubj/2/B-Location lies~lie/VERB/root/0",
        "Orrin/PROPN/nsubj/2/B-Location refused~refuse/NOUN/root/0",
        "Orrin/PROPN/nsubj:pass/2/B-Location refused~refuse/VERB/root/0",
        "Orrin/PROPN/obj/2/B-Location refused~refuse/VERB/root/0",
        "New/PROPN/compound/2/B-Location Orrin/PROPN/nsubj/3/I-Location refused~refuse/VERB/root/0",
        "orrin/NOUN/nsubj/2/B-Location refused~refuse/VERB/root/0",
        "Orrin/PROPN/root/0/B-Location",
    ] {
        assert_eq!(found(&[ORRINESE, place]), "", "{place}");
    }
    // A person of that name.
    let person = "Orrin/PROPN/nsubj/2/B-Person refused~refuse/VERB/root/0";
    assert_eq!(found(&[ORRINESE, person]), "");
    // As often a place as a person.
    assert_eq!(found(&[ORRINESE, person, REFUSED]), "");
    assert_ne!(found(&[ORRINESE, person, REFUSED, REFUSED]), "");
}

#[test]
fn governments_are_known_by_their_phrase() {
    for (government, known) in [
        (
            "Orrin/PROPN/nmod:poss/3/B-Location 's/PART/case/1 government/NOUN|Number=Sing/nsubj/4 met/VERB/root/0",
            true,
        ),
        (
            "the/DET/det/3 Orrin/PROPN/compound/3/B-Location government/NOUN|Number=Sing/nsubj/4 met/VERB/root/0",
            true,
        ),
        (
            "the/DET/det/3 orrinese/ADJ/amod/3 government/NOUN|Number=Sing/nsubj/4 met/VERB/root/0",
            false,
        ),
        (
            "an/DET/det/3 Orrinese/ADJ/amod/3 government/NOUN|Number=Sing/nsubj/4 met/VERB/root/0",
            false,
        ),
        (
            "the/DET/det/3 Orrinese/ADJ/amod/3 governments~government/NOUN|Number=Plur/nsubj/4 met/VERB/root/0",
            false,
        ),
        (
            "the/DET/det/3 Orrinese/ADJ/amod/3 authorities~authority/NOUN|Number=Plur/nsubj/4 met/VERB/root/0",
            true,
        ),
        (
            "the/DET/det/3 Orrinese/ADJ/amod/3 farmers~farmer/NOUN|Number=Sing/nsubj/4 met/VERB/root/0",
            false,
        ),
        (
            "its/PRON/nmod:poss/3 Orrinese/ADJ/amod/3 government/NOUN|Number=Sing/nsubj/4 met/VERB/root/0",
            false,
        ),
        (
            "the/DET/det/2 government/NOUN|Number=Sing/nsubj/3 met/VERB/root/0",
            false,
        ),
        (
            "the/DET/det/3 Orrinese/NOUN/compound/3 government/NOUN|Number=Sing/nsubj/4 met/VERB/root/0",
            false,
        ),
    ] {
        assert_eq!(
            !found(&[government, REFUSED]).is_empty(),
            known,
            "{government}"
        );
    }
}

#[test]
fn a_name_behind_its_government_is_a_place_without_a_tag() {
    let untagged = "Orrin/PROPN/nsubj/2 refused~refuse/VERB/root/0";
    let behind = "the/DET/det/2 government/NOUN|Number=Sing/nsubj/5 of/ADP/case/4 Orrin/PROPN/nmod/2 met/VERB/root/0";
    assert_ne!(found(&[behind, untagged]), "");
    // "Brandt's government" may be a person's.
    let before = "Orrin/PROPN/nmod:poss/3 's/PART/case/1 government/NOUN|Number=Sing/nsubj/4 met/VERB/root/0";
    assert_eq!(found(&[before, untagged]), "");
    assert_eq!(found(&[ORRINESE, untagged]), "");
}

#[test]
fn a_capital_stands_for_the_government_of_its_country() {
    let kenyan =
        "the/DET/det/3 Kenyan/ADJ/amod/3 government/NOUN|Number=Sing/nsubj/4 met/VERB/root/0";
    let of_kenya = "the/DET/det/2 government/NOUN|Number=Sing/nsubj/5 of/ADP/case/4 Kenya/PROPN/nmod/2 met/VERB/root/0";
    let capitals = [
        "Nairobi/PROPN/root/0 ,/PUNCT/punct/5 the/DET/det/5 Kenyan/ADJ/amod/5 capital/NOUN/appos/1",
        "the/DET/det/3 Kenyan/ADJ/amod/3 capital/NOUN/root/0 ,/PUNCT/punct/5 Nairobi/PROPN/appos/3",
        "Nairobi/PROPN/root/0 ,/PUNCT/punct/3 capital/NOUN/appos/1 of/ADP/case/5 Kenya/PROPN/nmod/3",
    ];
    let refused = "Nairobi/PROPN/nsubj/2 refused~refuse/VERB/root/0";
    for capital in capitals {
        for government in [kenyan, of_kenya] {
            assert_ne!(
                found(&[government, capital, refused]),
                "",
                "{government} {capital}"
            );
        }
    }
    for other in [
        "Nairobi/PROPN/root/0 ,/PUNCT/punct/5 the/DET/det/5 Kenyan/ADJ/amod/5 port/NOUN/appos/1",
        "Nairobi/PROPN/root/0 ,/PUNCT/punct/5 the/DET/det/5 old/ADJ/amod/5 capital/NOUN/appos/1",
        "nairobi/NOUN/root/0 ,/PUNCT/punct/5 the/DET/det/5 Kenyan/ADJ/amod/5 capital/NOUN/appos/1",
    ] {
        assert_eq!(found(&[kenyan, other, refused]), "", "{other}");
    }
}

#[test]
fn only_so_many_governments_are_remembered() {
    let named: Vec<String> = (0..MOST_GOVERNMENTS)
        .map(|number| format!("the/DET/det/3 Land{number}/PROPN/compound/3 government/NOUN|Number=Sing/nsubj/4 met/VERB/root/0"))
        .collect();
    let mut trees: Vec<&str> = named.iter().map(String::as_str).collect();
    let last = "the/DET/det/2 government/NOUN|Number=Sing/nsubj/5 of/ADP/case/4 Orrin/PROPN/nmod/2/B-Location met/VERB/root/0";
    trees.extend([last, REFUSED]);
    assert_eq!(found(&trees), "");
    trees.remove(0);
    assert_ne!(found(&trees), "");
    // One that is known already is named again.
    trees.remove(0);
    trees.insert(0, last);
    trees.insert(0, named[0].as_str());
    assert!(
        found(&trees).starts_with("Orrin in 33"),
        "{}",
        found(&trees)
    );
}
