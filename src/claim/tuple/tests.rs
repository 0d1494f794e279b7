//! The tuples of claims.

use super::of_clause;
use crate::claim::clause::{Clause, clauses};
use crate::testing::{Marked, say, tree_by_hand};

/// Subject, relation and arguments, parted by bars.
fn line(tuple: Option<(String, String, Vec<String>)>) -> String {
    tuple.map_or("-".into(), |(subject, relation, arguments)| {
        [vec![subject, relation], arguments].concat().join(" | ")
    })
}

/// The tuples of a sentence's clauses, a line each.
fn tuples(text: &str) -> Vec<String> {
    let sentence = Marked::new(text);
    clauses(&sentence.analysis, &|_| false)
        .iter()
        .map(|clause| line(of_clause(&sentence.text, &sentence.analysis, clause)))
        .collect()
}

#[test]
fn claims_have_subject_relation_and_arguments() {
    let table: [(&str, &[&str]); 20] = [
        (
            "The council cut the budget, closed two branches and sold the mobile library.",
            &[
                "The council | cut | the budget",
                "The council | closed | two branches",
                "The council | sold | the mobile library",
            ],
        ),
        (
            "The plan hurts pupils and teachers.",
            &["The plan | hurts | pupils and teachers"],
        ),
        (
            "The firm was late and empty.",
            &["The firm | was | late and empty"],
        ),
        (
            "The bridge is closed; the ferry runs.",
            &["The bridge | is closed", "the ferry | runs"],
        ),
        ("The ferry sank quickly.", &["The ferry | sank | quickly"]),
        (
            "She gave the boy a book.",
            &["She | gave | the boy | a book"],
        ),
        (
            "In 2019, the council sold the ferry to a firm from Tarn Hill.",
            &["the council | sold | the ferry | to a firm from Tarn Hill | In 2019"],
        ),
        (
            "Maria Brant was the mayor in 2019.",
            &["Maria Brant | was | the mayor | in 2019"],
        ),
        // Modality and negation stay out.
        (
            "The council may have sold the ferry.",
            &["The council | have sold | the ferry"],
        ),
        (
            "The mayor probably did not ask the council.",
            &["The mayor | ask | the council"],
        ),
        (
            "He never sent the letter to the mayor.",
            &["He | sent | the letter | to the mayor"],
        ),
        // The verbs that lead to the predicate belong to the relation.
        (
            "The council wants to be able to sell the ferry.",
            &["The council | wants to be able to sell | the ferry"],
        ),
        (
            "The council is not ready to sell the ferry.",
            &["The council | is ready to sell | the ferry"],
        ),
        (
            "The council persuaded the firm to close the bridge.",
            &["The council | persuaded | the firm | to close the bridge"],
        ),
        // A preposition in front of the first argument goes into the relation, with what stands between.
        (
            "He is familiar with the plan.",
            &["He | is familiar with | the plan"],
        ),
        (
            "The boat ran south to the coast.",
            &["The boat | ran south to | the coast"],
        ),
        (
            "The ferry stopped because of the storm.",
            &["The ferry | stopped because of | the storm"],
        ),
        (
            "There are three bridges in the town.",
            &["There | are | three bridges in the town"],
        ),
        ("Both figures are wrong.", &["Both figures | are | wrong"]),
        ("A bridge over the river.", &["-"]),
    ];
    for (text, expected) in table {
        assert_eq!(tuples(text), expected, "{text}");
    }
}

/// The tuple of a clause with those tokens, predicate and shared subject.
fn of_tree(
    tree: &str,
    tokens: std::ops::Range<usize>,
    predicate: usize,
    shared: Option<usize>,
) -> String {
    let analysis = tree_by_hand(tree);
    let text = say(&analysis, &(0..analysis.words.len()).collect::<Vec<_>>());
    let clause = Clause {
        predicate,
        tokens: tokens.collect(),
        subject: shared,
        kind: crate::claim::ClauseKind::Complement,
        governor: None,
        markers: Vec::new(),
        condition: None,
        setting: None,
        stance: Vec::new(),
    };
    line(of_clause(&text, &analysis, &clause))
}

#[test]
fn a_name_is_said_of_what_it_names() {
    let named = "called/VERB/root/0 the/DET/det/3 plan/NOUN/obj/1 a/DET/det/5 trap/NOUN/xcomp/1";
    assert_eq!(of_tree(named, 1..5, 4, Some(2)), "the plan | is | a trap");
    let nameless = "called/VERB/root/0 a/DET/det/3 trap/NOUN/obj/1";
    assert_eq!(of_tree(nameless, 1..3, 2, None), "-");
    // No word fills two slots.
    assert_eq!(of_tree(nameless, 0..3, 2, Some(0)), "called a trap | is");
}

#[test]
fn only_words_of_the_clause_fill_slots() {
    let tree = "the/DET/det/2 council/NOUN/nsubj/4 they/PRON/nmod/2 sold/VERB/root/0 boats/NOUN/obj/4 today/NOUN/obl/4";
    assert_eq!(
        of_tree(tree, 0..6, 3, None),
        "the council they | sold | boats | today"
    );
    assert_eq!(of_tree(tree, 1..5, 3, None), "council they | sold | boats");
    // A subject that the tree does not give.
    let shared = "council/NOUN/dep/2 sold/VERB/root/0";
    assert_eq!(of_tree(shared, 0..2, 1, Some(0)), "council | sold");
    assert_eq!(of_tree(shared, 1..2, 1, None), " | sold");
}

#[test]
fn words_of_certainty_and_polarity_stay_out_of_the_relation() {
    let table = [
        (
            "it/PRON/nsubj/3 will/AUX/aux/3 sink/VERB/root/0",
            "it | sink",
        ),
        (
            "it/PRON/nsubj/3 has/AUX/aux/3 sunk/VERB/root/0",
            "it | has sunk",
        ),
        (
            "it/PRON/nsubj/4 did~do/AUX/aux/4 never/ADV/advmod/4 sink/VERB/root/0",
            "it | sink",
        ),
        (
            "it/PRON/nsubj/3 probably/ADV/advmod/3 sinks/VERB/root/0",
            "it | sinks",
        ),
        (
            "it/PRON/nsubj/3 slowly/ADV/advmod/3 sinks/VERB/root/0",
            "it | slowly sinks",
        ),
        // As a full verb or a noun they carry the claim.
        (
            "it/PRON/nsubj/2 will/VERB/root/0 this/PRON/obj/2",
            "it | will | this",
        ),
        (
            "it/PRON/nsubj/2 does~do/VERB/root/0 this/PRON/obj/2",
            "it | does | this",
        ),
        (
            "it/PRON/nsubj/2 perhaps/VERB/root/0 this/PRON/obj/2",
            "it | perhaps | this",
        ),
    ];
    for (tree, expected) in table {
        let n_words = tree.split(' ').count();
        let root = tree.split(' ').position(|word| word.ends_with("/root/0"));
        assert_eq!(
            of_tree(tree, 0..n_words, root.unwrap(), None),
            expected,
            "{tree}"
        );
    }
}
