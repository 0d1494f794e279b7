use super::*;
use crate::grammar::Chunk;

/// Words parted by blanks; `/` and a letter tag a person (`p`), an organisation (`o`), a place (`l`), a date (`d`) or money (`m`), `+` what goes on.
fn tagged(text: &str) -> (String, Vec<Analysis>) {
    let mut analysis = Analysis::default();
    let mut plain = String::new();
    for word in text.split(' ') {
        let (form, tag) = word.split_once('/').unwrap_or((word, ""));
        let start = plain.len();
        plain += form;
        let entity = match tag {
            "p" => Some(Chunk::Begin(EntityType::Person)),
            "+p" => Some(Chunk::Inside(EntityType::Person)),
            "o" => Some(Chunk::Begin(EntityType::Organization)),
            "+o" => Some(Chunk::Inside(EntityType::Organization)),
            "l" => Some(Chunk::Begin(EntityType::Location)),
            "d" => Some(Chunk::Begin(EntityType::Date)),
            "m" => Some(Chunk::Begin(EntityType::Money)),
            _ => None,
        };
        let span = ByteSpan::new(start, plain.len());
        analysis.words.push(Word {
            form: form.into(),
            entity,
            span,
            ..Word::default()
        });
        plain.push(' ');
    }
    (plain, vec![analysis])
}

#[test]
fn short_names_join_the_full_one_whichever_comes_first() {
    for text in [
        "Maria/p Okafor/+p met Okafor/p of the/o Harbour/+o Trust/+o .",
        "Okafor/p met Maria/p Okafor/+p of Harbour/o Trust/+o .",
    ] {
        let (plain, analyses) = tagged(text);
        let found: Vec<(String, EntityType, usize)> =
            entities(&plain, &analyses, &Coreference::default())
                .into_iter()
                .map(|entity| (entity.name, entity.kind, entity.mentions.len()))
                .collect();
        assert_eq!(
            found,
            [
                ("Maria Okafor".into(), EntityType::Person, 2),
                ("Harbour Trust".into(), EntityType::Organization, 1)
            ]
        );
    }
}

#[test]
fn capitals_are_what_has_them_as_initials() {
    for text in [
        "World/o Trade/+o Forum/+o or WTF/o and WT/o .",
        "WTF/o is World/o Trade/+o Forum/+o not WT/o .",
    ] {
        let (plain, analyses) = tagged(text);
        let found: Vec<(String, usize)> = entities(&plain, &analyses, &Coreference::default())
            .into_iter()
            .map(|entity| (entity.name, entity.mentions.len()))
            .collect();
        assert_eq!(found, [("World Trade Forum".into(), 2), ("WT".into(), 1)]);
    }
}

#[test]
fn capitals_of_several_are_nobody_s() {
    let (plain, analyses) =
        tagged("World/o Trade/+o Forum/+o met Weekly/o Train/+o Fans/+o and WTF/o .");
    let found: Vec<String> = entities(&plain, &analyses, &Coreference::default())
        .into_iter()
        .map(|entity| entity.name)
        .collect();
    assert_eq!(found, ["World Trade Forum", "Weekly Train Fans", "WTF"]);
}

#[test]
fn a_place_is_not_the_person_who_bears_its_name() {
    let (plain, analyses) =
        tagged("Paris/p Brant/+p left Paris/l and Brant/p came back to Paris/l .");
    let found: Vec<(String, usize)> = entities(&plain, &analyses, &Coreference::default())
        .into_iter()
        .map(|entity| (entity.name, entity.mentions.len()))
        .collect();
    assert_eq!(found, [("Paris Brant".into(), 2), ("Paris".into(), 2)]);
}

/// Names with what they are and how often they are mentioned.
fn named(text: &str) -> Vec<(String, EntityType, usize)> {
    let (plain, analyses) = tagged(text);
    entities(&plain, &analyses, &Coreference::default())
        .into_iter()
        .map(|entity| (entity.name, entity.kind, entity.mentions.len()))
        .collect()
}

#[test]
fn dates_and_money_are_no_entities() {
    let found = named("in May/d Maria/p paid ten/m to Orrin/l .");
    assert_eq!(
        found,
        [
            ("Maria".into(), EntityType::Person, 1),
            ("Orrin".into(), EntityType::Location, 1)
        ]
    );
}

#[test]
fn an_article_is_no_part_of_a_name() {
    let found = named("The/o Harbour/+o Trust/+o met Harbour/o Trust/+o and the/o .");
    assert_eq!(
        found,
        [("Harbour Trust".into(), EntityType::Organization, 2)]
    );
}

#[test]
fn an_entity_is_what_it_is_taken_for_most() {
    use EntityType::{Location, Organization};
    assert_eq!(
        named("Orrin/l and Orrin/o"),
        [("Orrin".into(), Location, 2)]
    );
    assert_eq!(
        named("Orrin/l and Orrin/o and Orrin/o"),
        [("Orrin".into(), Organization, 3)]
    );
    assert_eq!(
        named("Orrin/l Orrin/o Orrin/l Orrin/o"),
        [("Orrin".into(), Location, 4)]
    );
}

#[test]
fn a_part_of_a_name_is_the_person_s_last_named_in_full() {
    let person = EntityType::Person;
    assert_eq!(
        named("Maria/p Okafor/+p met John/p Okafor/+p and Okafor/p left and Maria/p sang"),
        [
            ("Maria Okafor".into(), person, 2),
            ("John Okafor".into(), person, 2)
        ]
    );
    // Neither the middle name nor a part of a firm's.
    assert_eq!(
        named("Maria/p Ann/+p Okafor/+p met Ann/p"),
        [
            ("Maria Ann Okafor".into(), person, 1),
            ("Ann".into(), person, 1)
        ]
    );
    assert_eq!(named("Harbour/o Trust/+o met Trust/p").len(), 2);
    // A full name after two short ones takes the one that is its last word.
    assert_eq!(
        named("Maria/p saw Okafor/p and Maria/p Okafor/+p and Okafor/p"),
        [
            ("Maria".into(), person, 1),
            ("Maria Okafor".into(), person, 3)
        ]
    );
    // A place of that name stays apart.
    assert_eq!(named("Okafor/l and Maria/p Okafor/+p").len(), 2);
}

#[test]
fn one_capital_is_no_name() {
    assert_eq!(named("Harbour/o trust/+o met H/o").len(), 2);
    assert_eq!(named("H/o met Harbour/o trust/+o").len(), 1);
}

#[test]
fn salience_is_counted_against_the_most_mentioned() {
    let (plain, analyses) = tagged("Orrin/l and Orrin/l and Orrin/l and Orrin/l met Hale/l");
    let found: Vec<f64> = entities(&plain, &analyses, &Coreference::default())
        .into_iter()
        .map(|entity| entity.salience)
        .collect();
    assert_eq!(found, [1.0, 0.25]);
    assert!(entities("", &[], &Coreference::default()).is_empty());
}

/// Names in a text as the weights tag it, with their mentions.
fn mentioned(text: &str) -> Vec<(String, Vec<String>)> {
    let (sentences, analyses) = crate::analysis::testing::parsed(text);
    let article = crate::article::Article {
        text: text.into(),
        ..Default::default()
    };
    let coreference = crate::analysis::coreference::resolve(&article, &sentences, &analyses);
    entities(text, &analyses, &coreference)
        .into_iter()
        .map(|entity| {
            let words = entity
                .mentions
                .iter()
                .map(|mention| mention.of(text).to_string());
            (entity.name, words.collect())
        })
        .collect()
}

#[test]
fn what_refers_to_a_name_is_a_mention_of_its_entity() {
    let found =
        mentioned("Maria Okafor left the board in May. She sold the boat. Okafor was glad.");
    assert_eq!(found[0].0, "Maria Okafor");
    assert_eq!(found[0].1, ["Maria Okafor", "She", "Okafor"]);
    // "The French government" is not "French".
    let found = mentioned("The French government met in May. France refused the offer.");
    let french = found.iter().find(|entity| entity.0 == "French");
    assert_eq!(french.map(|entity| entity.1.len()), Some(1), "{found:?}");
}
