use super::*;
use crate::analysis::testing::parsed;
use crate::article;
use crate::options::{Format, Options};
use crate::testing::WEIGHTS;

/// What is put for what in a text.
fn check(text: &str, expected: &[(&str, &str)]) {
    checked(text, expected, false);
}

/// The same with what is but likely: how sure it is is tested in `sureness`.
fn likely(text: &str, expected: &[(&str, &str)]) {
    checked(text, expected, true);
}

fn checked(text: &str, expected: &[(&str, &str)], likely: bool) {
    let article = article::read(
        text,
        &Options {
            format: Format::Text,
            ..Options::default()
        },
    );
    let drafts = crate::sentence::split(&article);
    let (sentences, analyses) = crate::analysis::analyse(&WEIGHTS, &article, &drafts, None);
    let coreference = resolve(&article, &sentences, &analyses);
    let found: Vec<(&str, &str)> = coreference
        .references
        .values()
        .filter(|reference| likely || reference.sure)
        .map(|reference| (reference.mention.of(&article.text), reference.name.as_str()))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_pronoun_takes_the_name_of_its_gender() {
    check(
        "Maria Okafor met David Lund in Orrin on Monday. She said that the harbour was safe.",
        &[("She", "Maria Okafor")],
    );
    likely(
        "Maria Okafor met David Lund in Orrin on Monday. He said that the harbour was safe.",
        &[("He", "David Lund")],
    );
}

#[test]
fn a_pronoun_is_not_what_its_own_subject_is() {
    check("The farmers stop in the street and take them.", &[]);
}

#[test]
fn what_ought_to_do_something_is_something() {
    likely(
        "The council spent too much last year. For one thing, it ought to sell the ferry.",
        &[("it", "the council")],
    );
}

#[test]
fn a_chain_of_pronouns_keeps_its_name() {
    check(
        "David Lund left the board in May. He had known of the debts. He told nobody. He said that he regretted it.",
        &[
            ("He", "David Lund"),
            ("He", "David Lund"),
            ("He", "David Lund"),
            ("he", "David Lund"),
        ],
    );
}

#[test]
fn a_chain_ends_where_a_paragraph_tells_of_somebody_else() {
    check(
        "David Lund left the board in May. He had known of the debts. He told nobody.\n\nPeter Marsh stayed. He signed the lease in June.",
        &[
            ("He", "David Lund"),
            ("He", "David Lund"),
            ("He", "Peter Marsh"),
        ],
    );
}

#[test]
fn what_is_said_of_something_stands_for_it() {
    likely(
        "Port Hale, the smallest town on the coast, lost its ferry in May. It has asked for help.",
        &[("its", "Port Hale"), ("It", "Port Hale")],
    );
    check(
        "The ferry is a relic of the last war. It has no radar.",
        &[("It", "the ferry")],
    );
}

#[test]
fn nobody_asks_himself_by_a_plain_pronoun() {
    check(
        "The directors met the shareholders in May. The directors did not rule out asking them for money.",
        &[("them", "the shareholders")],
    );
}

#[test]
fn this_treaty_has_a_name() {
    check(
        "The Marsh Treaty was signed in May. This treaty binds all towns.",
        &[("This treaty", "the Marsh Treaty")],
    );
    check(
        "The council signed a treaty in May. This treaty binds all towns.",
        &[],
    );
    check(
        "The Marsh Treaty was signed in May. Such treaties bind all towns.",
        &[],
    );
}

#[test]
fn they_may_be_two_people() {
    likely(
        "Maria Okafor and David Lund left the board in May. They had known of the debts.",
        &[("They", "Maria Okafor and David Lund")],
    );
    check(
        "Either Maria Okafor or David Lund left the board in May. They had known of the debts.",
        &[],
    );
}

#[test]
fn a_short_name_is_the_only_person_who_bears_it() {
    check(
        "Maria Okafor spoke first. Okafor said the ferry was late.",
        &[("Okafor", "Maria Okafor")],
    );
    check(
        "Maria Okafor met John Okafor. Okafor said the ferry was late.",
        &[],
    );
    check(
        "Peter Thomas met Thomas Lund. Thomas said the ferry was late.",
        &[],
    );
}

#[test]
fn a_role_is_the_person_of_whom_it_is_said() {
    check(
        "Mayor Maria Okafor opened the bridge. The mayor praised the engineers.",
        &[("The mayor", "Maria Okafor")],
    );
}

#[test]
fn what_refers_to_nothing_stays() {
    check(
        "It rained all day. It is clear that the ferry will be late.",
        &[],
    );
    check(
        "The firm sold the ferry. It takes three years to build one.",
        &[],
    );
    check(
        "The firm sold the ferry. It hurts to see the empty quay.",
        &[],
    );
    check(
        "The firm sold the ferry. It became harder to cross the bay.",
        &[],
    );
    likely(
        "The firm sold the ferry. It took steps to lower its debts.",
        &[("It", "the firm"), ("its", "the firm")],
    );
    likely(
        "The firm sold the ferry. It became unable to pay its debts.",
        &[("It", "the firm"), ("its", "the firm")],
    );
}

/// The mentions of a text, in order.
fn mentions(text: &str) -> Vec<&str> {
    let (sentences, analyses) = parsed(text);
    Document::new(text, &sentences, &analyses)
        .mentions
        .iter()
        .map(|mention| mention.span.of(text))
        .collect()
}

#[test]
fn mentions_are_whole_phrases() {
    assert_eq!(
        mentions("The mayor of Orrin sold the old boat that her father had built."),
        [
            "The mayor of Orrin",
            "Orrin",
            "the old boat that her father had built",
            "her father",
            "her"
        ]
    );
}

#[test]
fn the_table_is_read_as_it_was_written() {
    let weights: Vec<f32> = (0..feature::SIZE)
        .map(|at| (at % 255) as f32 - 127.0)
        .collect();
    let table = Scorer::new(&weights).table();
    assert_eq!(table.len(), 4 + feature::SIZE);
    assert_eq!(
        (table[4] as i8, table[4 + 127] as i8, table[4 + 254] as i8),
        (-127, 0, 127)
    );
}

#[test]
fn a_pronoun_is_no_date() {
    likely(
        "The harbour trust lost money in 2019. It will sell the ferry.",
        &[("It", "the harbour trust")],
    );
}

#[test]
fn a_title_is_part_of_the_name_behind_it() {
    assert_eq!(
        mentions("He told Mrs Harl that this would cost nothing."),
        ["He", "Mrs Harl", "this"]
    );
}

#[test]
fn what_is_named_may_be_owned() {
    likely(
        "My father sold the boat. He had built it.",
        &[("He", "my father"), ("it", "the boat")],
    );
    likely(
        "Maria Okafor lost her husband in May. He had built the harbour.",
        &[("her", "Maria Okafor"), ("He", "Maria Okafor's husband")],
    );
}

#[test]
fn nobody_says_he_of_himself() {
    check(
        "David Lund was angry. “He is wrong,” Lund said.",
        &[("Lund", "David Lund")],
    );
}

#[test]
fn a_woman_with_a_title_is_no_firm() {
    likely(
        "He told Mrs Harl that it would cost nothing. She agreed.",
        &[("She", "Harl")],
    );
}

#[test]
fn it_is_no_day_and_no_one_of_whom_the_sentence_tells() {
    check("The ferry sank. It was a clear day.", &[]);
    check("The ferry sank. It was the captain who called.", &[]);
    check("The ferry sank. The town found it hard to say why.", &[]);
}

/// What is known of a text's references.
fn known(text: &str) -> (Vec<Analysis>, Coreference) {
    let (sentences, analyses) = parsed(text);
    let article = Article {
        text: text.into(),
        ..Article::default()
    };
    let coreference = resolve(&article, &sentences, &analyses);
    (analyses, coreference)
}

#[test]
fn references_are_found_by_their_place() {
    let text =
        "Maria Okafor met David Lund in Orrin on Monday. She said that the harbour was safe.";
    let (analyses, coreference) = known(text);
    let reference = coreference.sure(1, 0).unwrap();
    assert_eq!(reference.name, "Maria Okafor");
    assert_eq!(reference.antecedent.of(text), "Maria Okafor");
    assert_eq!(reference.pronoun, Some(Pronoun::She));
    assert!(reference.person && reference.probability.is_some());
    assert_eq!(
        coreference.likely(1, 0).map(|reference| reference.sure),
        Some(true)
    );
    assert!(coreference.sure(1, 1).is_none() && coreference.sure(0, 0).is_none());
    assert_eq!(coreference.called("Maria Okafor"), Some(Gender::Feminine));
    assert_eq!(coreference.called("David Lund"), None);
    let heads = coreference.antecedents(1, 0);
    assert_eq!(heads.len(), 1);
    assert!(analyses[0].words.iter().any(|word| word.span == heads[0]));
    assert!(coreference.antecedents(7, 0).is_empty());
}

#[test]
fn things_are_no_people() {
    let (_, coreference) = known("The harbour trust lost money in 2019. It will sell the ferry.");
    let reference = coreference.likely(1, 0).unwrap();
    assert_eq!(
        (reference.person, reference.pronoun),
        (false, Some(Pronoun::It))
    );
    assert_eq!(coreference.called("the harbour trust"), None);
}

#[test]
fn a_place_may_stand_for_its_government() {
    let text = "The French government met in May. France refused the offer.";
    let (_, coreference) = known(text);
    let reference = coreference.sure(1, 0).unwrap();
    assert_eq!(reference.rule, ReferenceRule::Government);
    assert_eq!(reference.name, "the French government");
    assert_eq!(reference.antecedent.of(text), "French government");
    assert_eq!((reference.person, reference.probability), (false, None));
}

#[test]
fn what_points_at_a_thing_is_none_of_its_names() {
    let text = "The Marsh Treaty was signed in May. This treaty binds all towns.";
    let (analyses, coreference) = known(text);
    let heads = coreference.antecedents(1, 1);
    let forms: Vec<&str> = heads.iter().map(|head| head.of(text)).collect();
    assert_eq!(forms, ["Treaty"]);
    assert_eq!(analyses[1].words[1].lower, "treaty");
}

#[test]
fn nothing_is_known_of_a_pronoun_that_may_be_anybody() {
    let (_, coreference) = known("She left.");
    assert!(coreference.likely(0, 0).is_none());
    assert!(coreference.antecedents(0, 0).is_empty());
    assert_eq!(coreference.references().count(), 0);
}
