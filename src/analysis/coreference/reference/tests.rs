use super::super::feature::SIZE;
use super::super::resolution::Resolution;
use super::super::{Document, Scorer, resolve};
use super::*;
use crate::analysis::testing::{document, parsed};
use crate::article::{Article, Block};
use crate::terms::BlockKind;

#[test]
fn each_rule_decides_its_example() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let (sentences, analyses) = parsed(rule.example);
        let article = Article {
            text: rule.example.into(),
            ..Article::default()
        };
        let coreference = resolve(&article, &sentences, &analyses);
        let last = coreference
            .references
            .values()
            .last()
            .map(|reference| reference.rule);
        if last != Some(rule.name) {
            wrong.push(format!("{}: {} found {last:?}", rule.name, rule.example));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // That of governments stands apart.
    assert_eq!(ReferenceRule::ALL.len(), RULES.len() + 1);
}

/// Asks for the last mention of a text in which each mention is an entity of its own, but for what `change` does; block 5 is a
/// heading.
fn ask<T>(
    trees: &[&str],
    blocks: &[usize],
    change: impl Fn(&mut Resolution),
    question: impl Fn(&Names, usize) -> T,
) -> T {
    let (text, sentences, analyses) = document(trees, blocks);
    let document = Document::new(&text, &sentences, &analyses);
    let mut resolution = document.resolve(&Scorer::new(&vec![0.0; SIZE]));
    change(&mut resolution);
    let block = |number: usize| Block {
        kind: if number == 5 {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        },
        span: None,
        text: String::new(),
        source_spans: Vec::new(),
        foreign: false,
    };
    let article = Article {
        text: text.clone(),
        blocks: (0..10).map(block).collect(),
        ..Article::default()
    };
    let names = Names::new(&article, &document, &resolution);
    question(&names, document.mentions.len() - 1)
}

/// What the last mention refers to where it is of the entity of mention `of` with a probability, and of none with another:
/// the name, `?` where a noun phrase is but likely of it, and the rule. How sure a pronoun is its weights say.
fn referred(trees: &[&str], blocks: &[usize], of: usize, probability: f32, none: f32) -> String {
    let change = |resolution: &mut Resolution| {
        let last = resolution.entity_of.len() - 1;
        resolution.entity_of[last] = of;
        resolution.referents[last].none = none;
        resolution.referents[last].entities = vec![(of, probability)];
    };
    ask(trees, blocks, change, |names, last| {
        names.reference(last).map_or("-".into(), |reference| {
            let sure = reference.sure || reference.pronoun.is_some();
            let doubt = if sure { "" } else { "?" };
            format!("{}{doubt} ({})", reference.name, reference.rule)
        })
    })
}

const OKAFOR: &str =
    "Maria/PROPN/flat/2/B-Person Okafor/PROPN|Number=Sing/nsubj/3/I-Person left/VERB/root/0";
const SHE: &str = "she/PRON/nsubj/2 sang~sing/VERB/root/0";
const BOAT: &str = "the/DET/det/2 boat/NOUN|Number=Sing/nsubj/3 sank~sink/VERB/root/0";
const IT: &str = "it/PRON/nsubj/2 burned~burn/VERB/root/0";

#[test]
fn a_reference_must_be_likely() {
    let she = |none: f32| referred(&[OKAFOR, SHE], &[], 0, 0.3, none);
    assert_eq!(she(0.0), "Maria Okafor (pronoun for a person)");
    // 0.3 / (1.4 * UNNAMED + 0.3) is LIKELY.
    assert_eq!(she(1.39), "Maria Okafor (pronoun for a person)");
    assert_eq!(she(1.41), "-");
}

#[test]
fn what_is_put_for_a_pronoun_agrees_with_it() {
    let sure =
        |named: &str, pronoun: &str, of: usize| referred(&[named, pronoun], &[], of, 1.0, 0.0);
    let he = "he/PRON/nsubj/2 sang~sing/VERB/root/0";
    let they = "they/PRON/nsubj/2 sang~sing/VERB/root/0";
    assert_eq!(sure(OKAFOR, he, 0), "-");
    assert_eq!(sure(BOAT, IT, 0), "the boat (pronoun for a thing)");
    assert_eq!(sure(BOAT, he, 0), "-");
    assert_eq!(
        sure(
            "the/DET/det/2 mayor/NOUN|Number=Sing/nsubj/3 left/VERB/root/0",
            he,
            0
        ),
        "the mayor (pronoun for a person)"
    );
    assert_eq!(
        sure("Orrin/PROPN/nsubj/2 left/VERB/root/0", he, 0),
        "Orrin (pronoun for a person)"
    );
    // "The board … they" would not agree with its verb.
    assert_eq!(
        sure(
            "the/DET/det/2 board/NOUN|Number=Sing/nsubj/3 left/VERB/root/0",
            they,
            0
        ),
        "-"
    );
    assert_eq!(
        sure(
            "the/DET/det/2 boats~boat/NOUN|Number=Plur/nsubj/3 left/VERB/root/0",
            they,
            0
        ),
        "the boats (plural pronoun)"
    );
    // A name that joins several is nobody's.
    assert_eq!(
        sure(
            "Holm/PROPN/flat/3 and/PROPN/flat/3 Berg/PROPN/nsubj/4 left/VERB/root/0",
            he,
            0
        ),
        "-"
    );
    // What is owned by the one who writes, outside of a quotation as well.
    let my = "my/PRON/nmod:poss/2 father/NOUN|Number=Sing/nsubj/3 left/VERB/root/0";
    assert_eq!(sure(my, he, 0), "my father (pronoun for a person)");
    for own in ["my", "our", "your"] {
        let quoted = format!(
            "“/PUNCT/punct/4 {own}/PRON/nmod:poss/3 father/NOUN|Number=Sing/nsubj/4 left/VERB/root/0 ”/PUNCT/punct/4"
        );
        assert_eq!(sure(&quoted, he, 0), "-", "{own}");
    }
    let quoted = "“/PUNCT/punct/4 the/DET/det/3 father/NOUN|Number=Sing/nsubj/4 left/VERB/root/0 ”/PUNCT/punct/4";
    assert_eq!(sure(quoted, he, 0), "the father (pronoun for a person)");
}

#[test]
fn other_pronouns_have_no_name() {
    for other in [
        "herself/PRON/nsubj/2 sang~sing/VERB/root/0",
        "i/PRON/nsubj/2 sang~sing/VERB/root/0",
        "this/PRON/nsubj/2 sang~sing/VERB/root/0",
    ] {
        assert_eq!(referred(&[OKAFOR, other], &[], 0, 1.0, 0.0), "-", "{other}");
    }
    let rained = "it/PRON/nsubj/2 rained~rain/VERB/root/0";
    assert_eq!(referred(&[BOAT, rained], &[], 0, 1.0, 0.0), "-");
    // What ought to do something is something, however little is likely.
    let ought = "it/PRON/nsubj/2 ought/VERB/root/0 to/PART/mark/4 fall/VERB/xcomp/2";
    assert_eq!(
        referred(&[BOAT, ought], &[], 0, 0.1, 0.9),
        "the boat (pronoun for a thing)"
    );
    assert_eq!(referred(&[BOAT, IT], &[], 0, 0.1, 0.9), "-");
}

#[test]
fn headings_and_parts_of_words_refer_to_nothing() {
    assert_eq!(referred(&[OKAFOR, SHE], &[0, 5], 0, 1.0, 0.0), "-");
    assert_eq!(referred(&[OKAFOR, SHE], &[5, 6], 0, 1.0, 0.0), "-");
    let free = |last: &str| referred(&[OKAFOR, last], &[], 0, 1.0, 0.0);
    assert_eq!(
        free("(/PUNCT/punct/3 she/PRON/nsubj/3 sang~sing/VERB/root/0"),
        "Maria Okafor (pronoun for a person)"
    );
    // Behind a title, or "née", the name is part of a longer one.
    let okafor = |before: &str| {
        format!("{before}/ADJ/dep/3 Okafor/PROPN/nsubj/3/B-Person sang~sing/VERB/root/0")
    };
    assert_eq!(free(&okafor("old")), "Maria Okafor (short name)");
    assert_eq!(free(&okafor("Mrs")), "-");
    assert_eq!(free(&okafor("née")), "-");
}

#[test]
fn a_short_name_is_the_one_person_s_who_bears_it() {
    let short = |named: &[&str], name: &str| {
        let last = format!("{name}/PROPN/nsubj/2/B-Person sang~sing/VERB/root/0");
        let mut trees = named.to_vec();
        trees.push(&last);
        referred(&trees, &[], 0, 0.0, 1.0)
    };
    let full = |given: &str, surname: &str| {
        format!(
            "{given}/PROPN/flat/2/B-Person {surname}/PROPN|Number=Sing/nsubj/3/I-Person left/VERB/root/0"
        )
    };
    assert_eq!(short(&[OKAFOR], "Okafor"), "Maria Okafor (short name)");
    assert_eq!(short(&[OKAFOR], "Lund"), "-");
    assert_eq!(short(&[OKAFOR], "Maria"), "-");
    assert_eq!(
        short(&[OKAFOR, OKAFOR], "Okafor"),
        "Maria Okafor (short name)"
    );
    assert_eq!(short(&[OKAFOR, &full("John", "Okafor")], "Okafor"), "-");
    assert_eq!(short(&[OKAFOR, &full("Okafor", "Lund")], "Okafor"), "-");
    // A place is no person.
    assert_eq!(
        short(&[&OKAFOR.replace("Person", "Location")], "Okafor"),
        "-"
    );
    let place = "Okafor/PROPN/nsubj/2/B-Location left/VERB/root/0";
    assert_eq!(referred(&[OKAFOR, place], &[], 0, 0.0, 1.0), "-");
    // The full name itself is put for nothing.
    assert_eq!(referred(&[OKAFOR, OKAFOR], &[], 0, 0.0, 1.0), "-");
    // Nor is one in a heading.
    let last = "Okafor/PROPN/nsubj/2/B-Person sang~sing/VERB/root/0";
    assert_eq!(referred(&[OKAFOR, last], &[5, 6], 0, 0.0, 1.0), "-");
}

#[test]
fn a_role_is_the_one_person_s_of_whom_it_is_said() {
    let mayor = "mayor/NOUN/compound/3 Maria/PROPN/flat/3/B-Person Okafor/PROPN|Number=Sing/nsubj/4/I-Person left/VERB/root/0";
    let lund = mayor.replace("Maria", "David").replace("Okafor", "Lund");
    let the =
        |noun: &str| format!("the/DET/det/2 {noun}/NOUN|Number=Sing/nsubj/3 sang~sing/VERB/root/0");
    let of = |trees: &[&str]| referred(trees, &[], trees.len() - 1, 0.0, 1.0);
    assert_eq!(
        of(&[mayor, &the("mayor")]),
        "Maria Okafor (role of a person)"
    );
    assert_eq!(
        of(&[mayor, mayor, &the("mayor")]),
        "Maria Okafor (role of a person)"
    );
    assert_eq!(of(&[mayor, &lund, &the("mayor")]), "-");
    assert_eq!(of(&[mayor, &the("teacher")]), "-");
    assert_eq!(
        of(&[
            mayor,
            "the/DET/det/2 mayor/NOUN|Number=Plur/nsubj/3 sang/VERB/root/0"
        ]),
        "-"
    );
    // Not with words that say which.
    for other in [
        "the/DET/det/3 old/ADJ/amod/3 mayor/NOUN|Number=Sing/nsubj/4 sang/VERB/root/0",
        "the/DET/det/2 mayor/NOUN|Number=Sing/nsubj/5 of/ADP/case/4 Orrin/PROPN/nmod/2 sang/VERB/root/0",
        "a/DET/det/2 mayor/NOUN|Number=Sing/nsubj/3 sang/VERB/root/0",
        "mayor/NOUN|Number=Sing/nsubj/2 sang/VERB/root/0",
        "the/DET/det/2 mayor/NOUN|Number=Sing/nsubj/3 who/PRON/dep/3 sang/VERB/root/0",
        "the/DET/det/2 mayor/NOUN|Number=Sing/nsubj/3 of/ADP/dep/3 sang/VERB/root/0",
    ] {
        assert_eq!(of(&[mayor, other]), "-", "{other}");
    }
    // Roles that anybody has.
    for anybody in [
        "client", "customer", "player", "reader", "user", "viewer", "visitor",
    ] {
        let named = mayor.replace("mayor", anybody);
        assert_eq!(of(&[&named, &the(anybody)]), "-", "{anybody}");
    }
}

#[test]
fn a_bare_phrase_has_the_name_of_its_entity() {
    let treaty =
        "the/DET/det/3 Marsh/PROPN/compound/3 Treaty/PROPN|Number=Sing/nsubj/4 fell/VERB/root/0";
    let of = |last: &str, probability: f32| {
        referred(&[treaty, last], &[], 0, probability, 1.0 - probability)
    };
    let the = "the/DET/det/2 treaty/NOUN|Number=Sing/nsubj/3 binds/VERB/root/0";
    let this = "this/DET/det/2 treaty/NOUN|Number=Sing/nsubj/3 binds/VERB/root/0";
    assert_eq!(of(the, 0.7), "the Marsh Treaty (definite noun phrase)");
    assert_eq!(of(the, 0.64), "the Marsh Treaty? (definite noun phrase)");
    assert_eq!(of(the, 0.29), "-");
    assert_eq!(
        of(this, 0.7),
        "the Marsh Treaty (demonstrative noun phrase)"
    );
    assert_eq!(
        of(
            "such/DET/det/2 treaty/NOUN|Number=Sing/nsubj/3 binds/VERB/root/0",
            0.7
        ),
        "-"
    );
    assert_eq!(
        of(
            "a/DET/det/2 treaty/NOUN|Number=Sing/nsubj/3 binds/VERB/root/0",
            0.7
        ),
        "-"
    );
    assert_eq!(
        of(
            "this/DET/det/3 old/ADJ/amod/3 treaty/NOUN|Number=Sing/nsubj/4 binds/VERB/root/0",
            0.7
        ),
        "-"
    );
    assert_eq!(
        of(
            "the/DET/det/2 treaties~treaty/NOUN|Number=Plur/nsubj/3 bind/VERB/root/0",
            0.7
        ),
        "-"
    );
    // An entity without a name names nothing.
    assert_eq!(
        referred(
            &[BOAT, "the/DET/det/2 ship/NOUN/nsubj/3 sank/VERB/root/0"],
            &[],
            0,
            0.9,
            0.1
        ),
        "-"
    );
}

#[test]
fn nouns_of_measures_and_adverbials_name_no_entity() {
    let of = |named: &str, pronoun: &str| referred(&[named, pronoun], &[], 0, 1.0, 0.0);
    for measure in [
        "acre",
        "cent",
        "dollar",
        "foot",
        "kilometre",
        "mile",
        "percent",
        "pound",
        "ton",
        "yen",
    ] {
        let named = BOAT.replace("boat", measure);
        assert_eq!(of(&named, IT), "-", "{measure}");
    }
    for noun in [
        "case", "day", "end", "fact", "lot", "moment", "part", "point", "result", "thing", "time",
        "way",
    ] {
        let adverbial = format!("left/VERB/root/0 the/DET/det/3 {noun}/NOUN|Number=Sing/obl/1");
        assert_eq!(of(&adverbial, IT), "-", "{noun}");
        assert_ne!(of(&adverbial.replace("obl", "obj"), IT), "-", "{noun}");
    }
    assert_ne!(
        of(
            "left/VERB/root/0 the/DET/det/3 boat/NOUN|Number=Sing/obl/1",
            IT
        ),
        "-"
    );
    for relation in ["vocative", "discourse"] {
        assert_eq!(of(&BOAT.replace("nsubj", relation), IT), "-", "{relation}");
    }
    assert_eq!(
        of(
            "the/DET/det/2 sir/NOUN|Number=Sing/nsubj/3 sang/VERB/root/0",
            "he/PRON/nsubj/2 sang/VERB/root/0"
        ),
        "-"
    );
    assert_eq!(
        of(
            "this/DET/det/2 boat/NOUN|Number=Sing/nsubj/3 sank/VERB/root/0",
            IT
        ),
        "-"
    );
    assert_eq!(
        of("three/NUM|Number=Sing/nsubj/2 sank/VERB/root/0", IT),
        "-"
    );
    // A phrase that joins names may be "they", another may not.
    let they = "they/PRON/nsubj/2 sang~sing/VERB/root/0";
    let joined = |second: &str, mark: &str| {
        format!(
            "Holm/PROPN/nsubj/4/B-Person {mark}/CCONJ/cc/3 {second}/conj/1/B-Person left/VERB/root/0"
        )
    };
    assert_eq!(
        of(&joined("Berg/PROPN", "and"), they),
        "Holm and Berg (plural pronoun)"
    );
    assert_eq!(
        of(&joined("Berg/PROPN", "&"), they),
        "Holm & Berg (plural pronoun)"
    );
    assert_eq!(of(&joined("Berg/PROPN", "or"), they), "-");
    assert_eq!(of(&joined("Berg/PROPN", ","), they), "-");
    assert_eq!(of(&joined("sister/NOUN", "and"), they), "-");
}

#[test]
fn the_fullest_name_is_the_one_said_most() {
    let change = |same: &'static [usize]| {
        move |resolution: &mut Resolution| {
            for &mention in same {
                resolution.entity_of[mention] = 0;
            }
            let last = resolution.entity_of.len() - 1;
            resolution.referents[last].none = 0.0;
            resolution.referents[last].entities = vec![(0, 1.0)];
        }
    };
    let name = |names: &Names, last: usize| names.reference(last).map(|reference| reference.name);
    let trust = "Trust/PROPN/nsubj/2/B-Organization left/VERB/root/0";
    let harbour = "Harbour/PROPN/nsubj/2/B-Organization left/VERB/root/0";
    let asked = |trees: &[&str], same: &'static [usize]| ask(trees, &[], change(same), name);
    assert_eq!(asked(&[trust, harbour, IT], &[1, 2]), Some("Trust".into()));
    assert_eq!(
        asked(&[trust, harbour, harbour, IT], &[1, 2, 3]),
        Some("Harbour".into())
    );
    // A full name goes before a short one that is said more.
    let okafor = "Okafor/PROPN/nsubj/2/B-Person left/VERB/root/0";
    assert_eq!(
        asked(&[okafor, okafor, OKAFOR, SHE], &[1, 2, 3]),
        Some("Maria Okafor".into())
    );
    // Without a name the nearest phrase before counts.
    let ship = "the/DET/det/2 ship/NOUN|Number=Sing/nsubj/3 sank/VERB/root/0";
    assert_eq!(asked(&[BOAT, ship, IT], &[1, 2]), Some("the ship".into()));
}

#[test]
fn a_possessive_goes_with_its_own_subject() {
    let of = |last: &str| {
        let change = |resolution: &mut Resolution| {
            let pronoun = resolution.entity_of.len() - 1;
            resolution.entity_of[pronoun] = 0;
        };
        ask(&[OKAFOR, last], &[], change, |names, _| {
            let mentions = &names.document.mentions;
            let pronoun = mentions
                .iter()
                .position(|mention| mention.pronoun.is_some() && mention.sentence == 1);
            names.is_of_subject(pronoun.unwrap(), 0)
        })
    };
    let harl = "Ann/PROPN/nsubj/2/B-Person lost/VERB/root/0";
    assert!(of(&format!("{harl} her/PRON/nmod:poss/4 ship/NOUN/obj/2")));
    assert!(!of(&format!("{harl} her/PRON/obj/2")));
    assert!(!of(
        "her/PRON/nmod:poss/2 ship/NOUN/obj/4 Ann/PROPN/nsubj/4/B-Person lost/VERB/root/0"
    ));
    assert!(!of(
        "Ann/PROPN/obj/2/B-Person lost/VERB/root/0 her/PRON/nmod:poss/4 ship/NOUN/obj/2"
    ));
    assert!(!of(
        "David/PROPN/nsubj/2/B-Person lost/VERB/root/0 her/PRON/nmod:poss/4 ship/NOUN/obj/2"
    ));
    assert!(!of(
        "he/PRON/nsubj/2 lost/VERB/root/0 her/PRON/nmod:poss/4 ship/NOUN/obj/2"
    ));
    let board =
        "board/NOUN|Number=Sing/nsubj/2 lost/VERB/root/0 their/PRON/nmod:poss/4 ship/NOUN/obj/2";
    assert!(of(board));
    assert!(!of(&board
        .replace("board", "boat")
        .replace("/Number=Sing", "/Number=Sing/B-Product")));
}

#[test]
fn a_phrase_is_of_what_the_article_calls_so() {
    let of = |named: &[&str], last: &str| {
        let mut trees = named.to_vec();
        trees.push(last);
        referred(&trees, &[], 0, 0.9, 0.1)
    };
    let center = "the/DET/det/3 Marsh/PROPN/compound/3 Center/PROPN|Number=Sing/nsubj/4/B-Organization left/VERB/root/0";
    let the =
        |noun: &str| format!("the/DET/det/2 {noun}/NOUN|Number=Sing/nsubj/3 binds/VERB/root/0");
    assert_eq!(
        of(&[center], &the("center")),
        "the Marsh Center (definite noun phrase)"
    );
    assert_eq!(
        of(&[center], &the("research")),
        "the Marsh Center? (definite noun phrase)"
    );
    // An apposition calls it so.
    let town = "Orrin/PROPN|Number=Sing/nsubj/6 ,/PUNCT/punct/5 the/DET/det/5 old/ADJ/amod/5 town/NOUN|Number=Sing/appos/1 left/VERB/root/0";
    assert_eq!(of(&[town], &the("town")), "Orrin (definite noun phrase)");
    // Another body was named since.
    let corvane = "Corvane/PROPN|Number=Sing/nsubj/2/B-Organization left/VERB/root/0";
    assert_eq!(of(&[center, corvane], &the("center")), "-");
    let person = corvane.replace("Organization", "Person");
    assert_eq!(
        of(&[center, &person], &the("center")),
        "the Marsh Center (definite noun phrase)"
    );
}
