use super::proposition::propositions;
use super::tuple::tuples;
use crate::analysis::{self, Analysis, Word};
use crate::grammar::{Deprel, Upos};
use crate::sentence;
use crate::testing::WEIGHTS;
use expect_test::{Expect, expect};
use proptest::prelude::*;

fn parsed(text: &str) -> Analysis {
    analysis::parse(&WEIGHTS, text, &sentence::split_text(text, 0, 0))
        .1
        .remove(0)
}

fn words(text: &str, analysis: &Analysis, tokens: &[usize]) -> String {
    tokens
        .iter()
        .map(|&token| analysis.words[token].span.of(text))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The surest tuples of a sentence, a line each.
fn check(text: &str, expected: Expect) {
    let analysis = parsed(text);
    let mut found = String::new();
    for tuple in tuples(&analysis)
        .iter()
        .filter(|tuple| tuple.confidence >= 0.5)
    {
        let say = |tokens: &[usize]| words(text, &analysis, tokens);
        let relation = [tuple.implied, &say(&tuple.relation)].join(" ");
        let arguments: Vec<String> = tuple
            .arguments
            .iter()
            .map(|argument| say(argument))
            .collect();
        found += &format!(
            "{} | {} | {}\n",
            say(&tuple.subject),
            relation.trim(),
            arguments.join(" | ")
        );
    }
    expected.assert_eq(&found);
}

#[test]
fn coordinated_phrases_are_taken_one_by_one() {
    check(
        "The council closed the ferry and the bridge.",
        expect![[r#"
        The council | closed | the ferry
        The council | closed | the bridge
    "#]],
    );
}

#[test]
fn a_verb_without_a_subject_takes_the_one_in_front() {
    check(
        "The council cut the budget and wants to sell the library.",
        expect![[r#"
        The council | cut | the budget
        The council | wants to sell | the library
    "#]],
    );
}

#[test]
fn an_appositive_is_said_of_its_noun() {
    check(
        "Maria Brant, the mayor of Tarn Hill, opened the bridge.",
        expect![[r#"
        Maria Brant | is | the mayor of Tarn Hill
        Maria Brant | opened | the bridge
    "#]],
    );
}

#[test]
fn a_relative_clause_has_its_antecedent() {
    check(
        "The council sold the ferry, which the town had bought in 2010.",
        expect![[r#"
        The council | sold | the ferry
        the town | had bought | the ferry | in 2010
    "#]],
    );
}

#[test]
fn what_stands_in_brackets_is_said_of_its_noun() {
    check(
        "Maria Brant (born 1962) is a painter.",
        expect![[r#"
            Maria Brant | is born | 1962
            Maria Brant | is | a painter
        "#]],
    );
}

#[test]
fn propositions_are_finer() {
    let text = "Maria Brant (born 1962) is a painter and the mayor of Tarn Hill.";
    let analysis = parsed(text);
    let found: Vec<String> = propositions(&analysis)
        .iter()
        .map(|tokens| words(text, &analysis, tokens))
        .collect();
    expect![[r#"
        Maria Brant born 1962
        Maria Brant is a painter
        Maria Brant is the mayor of Tarn Hill"#]]
    .assert_eq(&found.join("\n"));
}

/// Relations that lead the rules down most of their ways.
const DEPRELS: [Deprel; 22] = [
    Deprel::Nsubj,
    Deprel::Obj,
    Deprel::Obl,
    Deprel::Conj,
    Deprel::Cc,
    Deprel::AclRelcl,
    Deprel::Acl,
    Deprel::Advcl,
    Deprel::Xcomp,
    Deprel::Ccomp,
    Deprel::Cop,
    Deprel::Aux,
    Deprel::Case,
    Deprel::Mark,
    Deprel::NmodPoss,
    Deprel::Appos,
    Deprel::Amod,
    Deprel::Advmod,
    Deprel::Punct,
    Deprel::Expl,
    Deprel::Det,
    Deprel::Parataxis,
];

/// Forms that the rules look at.
const FORMS: [&str; 10] = [
    "that", "and", "(", ")", "to", "of", ",", "there", "Brant", "closing",
];

const TAGS: [Upos; 8] = [
    Upos::Verb,
    Upos::Noun,
    Upos::Propn,
    Upos::Pron,
    Upos::Adj,
    Upos::Aux,
    Upos::Num,
    Upos::Punct,
];

prop_compose! {
    /// A tree: each word hangs on one of those before it in a random order.
    fn tree()(n_words in 1usize..24)
        (order in Just((0..n_words).collect::<Vec<_>>()).prop_shuffle(), draws in prop::collection::vec((any::<u16>(), 0..DEPRELS.len(), 0..FORMS.len(), 0..TAGS.len()), n_words))
        -> Analysis {
        let mut analysis = Analysis::default();
        let mut words = vec![Word::default(); order.len()];
        for (place, (&token, &(draw, deprel, form, tag))) in order.iter().zip(&draws).enumerate() {
            words[token] = Word {
                form: FORMS[form].into(),
                lower: FORMS[form].to_lowercase(),
                upos: TAGS[tag],
                head: (place > 0).then(|| order[draw as usize % place.max(1)]),
                deprel: if place > 0 { DEPRELS[deprel] } else { Deprel::Root },
                ..Word::default()
            };
        }
        analysis.words = words;
        analysis.link();
        analysis
    }
}

proptest! {
    #[test]
    fn slots_of_any_tree_hold_its_words_once(analysis in tree()) {
        let n_words = analysis.words.len();
        for tuple in tuples(&analysis) {
            prop_assert!((0.0..=1.0).contains(&tuple.confidence));
            prop_assert!(!tuple.arguments.is_empty());
            for slot in tuple.arguments.iter().chain([&tuple.subject, &tuple.relation]) {
                prop_assert!(slot.iter().all(|&token| token < n_words));
                let mut once = slot.clone();
                once.sort_unstable();
                once.dedup();
                prop_assert_eq!(once.len(), slot.len());
            }
        }
        for proposition in propositions(&analysis) {
            prop_assert!(proposition.is_sorted() && proposition.iter().all(|&token| token < n_words));
        }
    }
}
