use super::super::feature::SIZE;
use super::*;
use crate::analysis::testing::document;

#[test]
fn probabilities_of_one_entity_are_added() {
    let mut referents = Referents {
        none: 0.5,
        entities: vec![(3, 0.2), (1, 0.3)],
    };
    referents.add(3, 0.25);
    referents.add(7, 0.1);
    assert_eq!(referents.entities, [(3, 0.45), (1, 0.3), (7, 0.1)]);
    assert_eq!(referents.probability(1), Some(0.3));
    assert_eq!(referents.probability(2), None);
}

#[test]
fn a_share_is_taken_from_all_others() {
    let mut referents = Referents {
        none: 0.4,
        entities: vec![(3, 0.5), (1, 0.1)],
    };
    referents.share(1, 0.5);
    assert_eq!(referents.none, 0.2);
    assert_eq!(referents.entities, [(1, 0.55), (3, 0.25)]);
}

#[test]
fn what_is_least_likely_is_forgotten() {
    let mut referents = Referents {
        none: 0.0,
        entities: (0..12)
            .map(|entity| (entity, entity as f32 / 100.0))
            .collect(),
    };
    referents.keep();
    let kept: Vec<usize> = referents
        .entities
        .iter()
        .map(|&(entity, _)| entity)
        .collect();
    assert_eq!(kept, [11, 10, 9, 8, 7, 6, 5, 4]);
}

/// Mentions of a text with their entities, by a scorer that likes one feature of pairs or of beginnings as much as said.
fn entities(trees: &[&str], scorer: &Scorer) -> String {
    let (text, sentences, analyses) = document(trees, &[]);
    let document = Document::new(&text, &sentences, &analyses);
    let resolution = document.resolve(scorer);
    let said = |(mention, &entity): (&super::super::Mention, &usize)| {
        format!("{} {entity}", mention.span.of(&text))
    };
    let shown = document
        .mentions
        .iter()
        .zip(&resolution.entity_of)
        .map(said);
    shown.collect::<Vec<_>>().join(", ")
}

/// A scorer of the feature that all beginnings have (template 1), or that all pairs have (template 30).
fn liking(beginning: f32, pair: f32) -> Scorer {
    let mut weights = vec![0.0; SIZE];
    let first = |template: u32| {
        use super::super::hash::mix;
        mix(mix(0x9e37_79b9, template), 0) as usize & (SIZE - 1)
    };
    weights[first(1)] = beginning;
    weights[first(30)] = pair;
    Scorer::new(&weights)
}

const BOATS: [&str; 3] = [
    "the/DET/det/2 boat/NOUN/nsubj/3 sank~sink/VERB/root/0",
    "the/DET/det/2 ship/NOUN/nsubj/3 left~leave/VERB/root/0",
    "it/PRON/nsubj/2 burned~burn/VERB/root/0",
];

#[test]
fn a_mention_joins_the_nearest_of_equals_or_begins_its_own() {
    assert_eq!(
        entities(&BOATS, &liking(0.0, 1.0)),
        "the boat 0, the ship 0, it 0"
    );
    assert_eq!(
        entities(&BOATS, &liking(1.0, 0.0)),
        "the boat 0, the ship 1, it 2"
    );
    // As likely as an entity of its own is not likely enough.
    assert_eq!(
        entities(&BOATS[..2], &liking(0.0, 0.0)),
        "the boat 0, the ship 1"
    );
}

#[test]
fn an_object_is_not_its_subject_nor_what_that_is() {
    let trees = [
        "boys~boy/NOUN/nsubj/2 left~leave/VERB/root/0",
        "they/PRON/nsubj/2 took~take/VERB/root/0 them/PRON/obj/2",
    ];
    assert_eq!(
        entities(&trees, &liking(0.0, 1.0)),
        "boys 0, they 0, them 1"
    );
}

#[test]
fn a_pronoun_in_front_waits_for_its_subject() {
    let trees = [
        "as/SCONJ/mark/3 she/PRON/nsubj/3 left/VERB/advcl/5 Okafor/PROPN/nsubj/5/B-Person sang/VERB/root/0",
    ];
    assert_eq!(entities(&trees, &liking(1.0, 0.0)), "she 0, Okafor 0");
    let after = |named: &str, beginning: f32| entities(&[named, trees[0]], &liking(beginning, 0.0));
    // It waits where nobody before is likely, and does not where somebody is.
    let david = "David/PROPN/nsubj/2/B-Person sank/VERB/root/0";
    assert_eq!(after(david, 1.0), "David 0, she 1, Okafor 1");
    assert_eq!(after(david, 0.3), "David 0, she 1, Okafor 0");
    // A boat is no likely "she".
    let boat = "boat/NOUN/nsubj/2/B-Product sank/VERB/root/0";
    assert_eq!(after(boat, 0.3), "boat 0, she 0, Okafor 0");
}

#[test]
fn clusters_are_the_mentions_of_each_entity() {
    let (text, sentences, analyses) = document(&BOATS, &[]);
    let document = Document::new(&text, &sentences, &analyses);
    let mut resolution = document.resolve(&liking(1.0, 0.0));
    assert_eq!(resolution.clusters(), [vec![0], vec![1], vec![2]]);
    resolution.entity_of = vec![2, 0, 2];
    assert_eq!(resolution.clusters(), [vec![1], vec![], vec![0, 2]]);
}

#[test]
fn a_chain_leads_to_what_its_pronouns_may_refer_to() {
    let (text, sentences, analyses) = document(&BOATS, &[]);
    let document = Document::new(&text, &sentences, &analyses);
    let mut resolution = document.resolve(&liking(1.0, 0.0));
    resolution.referents[2] = Referents {
        none: 0.2,
        entities: vec![(0, 0.6), (1, 0.2)],
    };
    let option = |entity: Option<usize>, candidate: usize| Choice {
        entity,
        candidate,
        score: 0.0,
    };
    // Of four equal options one is an entity of its own, one a name and one the pronoun.
    let options = [
        option(None, 2),
        option(Some(1), 1),
        option(Some(2), 2),
        option(Some(0), 0),
    ];
    let referents = document.referents(&options, &resolution);
    let close = |entity: usize, expected: f32| {
        let found = referents.probability(entity).unwrap();
        assert!((found - expected).abs() < 1e-5, "{entity}: {found}");
    };
    assert!((referents.none - 0.25).abs() < 1e-5);
    close(0, 0.25 + 0.25 * 0.6);
    close(1, 0.25 + 0.25 * 0.2);
    close(2, 0.25 * 0.2);
    // Scores count by their exponentials.
    let sure = Choice {
        score: 2.0,
        ..option(Some(1), 1)
    };
    let referents = document.referents(&[option(None, 2), sure], &resolution);
    assert!((referents.probability(1).unwrap() - 0.880_797).abs() < 1e-4);
}

#[test]
fn of_two_names_the_likelier_is_chosen() {
    let (text, sentences, analyses) = document(&BOATS, &[]);
    let document = Document::new(&text, &sentences, &analyses);
    let scorer = liking(1.0, 0.0);
    let resolution = document.resolve(&scorer);
    let choose = |names: [&[usize]; 2]| document.choose(&scorer, 2, names, &resolution);
    // Of equals the nearest; whatever it would begin on its own.
    assert_eq!(choose([&[0], &[1]]), Some(1));
    assert_eq!(choose([&[0], &[]]), Some(0));
    assert_eq!(choose([&[], &[]]), None);
    let joined = document.resolve(&liking(0.0, 1.0));
    assert_eq!(document.choose(&scorer, 2, [&[0], &[]], &joined), Some(0));
}
