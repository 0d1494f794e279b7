use super::*;
use crate::analysis::time::find_all;
use crate::claim::testing::whole_clause;
use crate::testing::tree_by_hand;

/// A tree whose times are known.
fn timed(words: &str) -> Analysis {
    let mut analysis = tree_by_hand(words);
    find_all(std::slice::from_mut(&mut analysis), None);
    analysis
}

/// How the first time of a tree hangs on the root: what its preposition makes of it, the preposition, "loose".
fn of_tree(words: &str) -> String {
    let analysis = timed(words);
    let clause = whole_clause(&analysis);
    let time = &analysis.times[0];
    expression(&analysis, &clause, time).map_or("-".into(), |expression| {
        let loose = if expression.loose { " loose" } else { "" };
        let length = expression.span.len() - time.span.len();
        format!(
            "{:?} {}{loose} +{length}",
            expression.leading, expression.preposition
        )
    })
}

/// The way from the first word to the root: how many words of time, whether through a noun, whether loose.
fn way_up(words: &str) -> Option<(usize, bool, bool)> {
    let analysis = timed(words);
    let clause = whole_clause(&analysis);
    let way = way(&analysis, &clause, 0)?;
    Some((way.of_time.len(), way.noun.is_some(), way.loose))
}

#[test]
fn prepositions_tell_what_becomes_of_a_time() {
    for (expected, prepositions) in PREPOSITIONS {
        for preposition in prepositions {
            let forms: Vec<&str> = preposition.split(' ').collect();
            assert_eq!(leading(&forms), expected, "{preposition}");
        }
    }
    for preposition in PLAIN_PREPOSITIONS {
        assert_eq!(leading(&[preposition]), Some(Leading::At), "{preposition}");
    }
    for (forms, expected) in [
        (&[][..], Some(Leading::At)),
        (&["despite"], None),
        (&["in", "despite"], None),
        (&["up"], None),
        (&["since", "than"], None),
        (&["from", "before"], Some(Leading::Before)),
    ] {
        assert_eq!(leading(forms), expected, "{forms:?}");
    }
}

#[test]
fn an_expression_comes_with_its_preposition() {
    for (words, expected) in [
        (
            "it/PRON/nsubj/2 fell/VERB/root/0 in/ADP/case/4 2012/NUM/obl/2",
            "At in +3",
        ),
        ("it/PRON/nsubj/2 fell/VERB/root/0 2012/NUM/obl/2", "At  +0"),
        (
            "it/PRON/nsubj/2 fell/VERB/root/0 despite/ADP/case/4 2012/NUM/obl/2",
            "-",
        ),
        ("it/PRON/nsubj/2 fell/VERB/root/0 yearly/ADV/advmod/2", "-"),
        // Not the clause's own.
        (
            "it/PRON/nsubj/2 fell/VERB/root/0 when/ADV/mark/4 came/VERB/advcl/2 2012/NUM/obl/4",
            "-",
        ),
        // Of a noun that has a preposition of its own.
        (
            "since/ADP/case/2 war/NOUN/obl/5 in/ADP/case/4 2012/NUM/nmod/2 fell/VERB/root/0",
            "-",
        ),
        (
            "it/PRON/nsubj/2 fell/VERB/root/0 since/ADP/case/4 war/NOUN/obl/2 in/ADP/case/6 2012/NUM/nmod/4",
            "Since in loose +3",
        ),
        (
            "it/PRON/nsubj/2 fell/VERB/root/0 like/ADP/case/4 war/NOUN/obl/2 in/ADP/case/6 2012/NUM/nmod/4",
            "-",
        ),
        (
            "it/PRON/nsubj/2 fell/VERB/root/0 with/ADP/case/4 war/NOUN/obl/2 in/ADP/case/6 2012/NUM/nmod/4",
            "At in loose +3",
        ),
        (
            "it/PRON/nsubj/2 fell/VERB/root/0 since/ADP/case/4 war/NOUN/obl/2 by/ADP/case/6 2012/NUM/nmod/4",
            "By by loose +3",
        ),
        // The noun stands in front of the preposition, and time hangs on the verb.
        (
            "it/PRON/nsubj/2 fell/VERB/root/0 until/ADP/case/4 war/NOUN/obl/2 in/ADP/case/6 2012/NUM/obl/2",
            "Until in +3",
        ),
        (
            "it/PRON/nsubj/2 fell/VERB/root/0 men/NOUN/obl/2 after/ADP/case/5 2012/NUM/obl/2",
            "After after +6",
        ),
        // It counts from the time, or likens to it.
        (
            "the/DET/det/2 day/NOUN/obl/5 after/ADP/case/4 2012/NUM/nmod/2 fell/VERB/root/0",
            "-",
        ),
        (
            "it/PRON/nsubj/2 fell/VERB/root/0 as/ADP/case/4 2012/NUM/obl/2",
            "-",
        ),
        (
            "it/PRON/nsubj/2 first/ADV/advmod/3 fell/VERB/root/0 since/ADP/case/5 2012/NUM/obl/3",
            "-",
        ),
        (
            "it/PRON/nsubj/2 first/ADV/advmod/3 fell/VERB/root/0 in/ADP/case/5 2012/NUM/obl/3",
            "At in +3",
        ),
    ] {
        assert_eq!(of_tree(words), expected, "{words}");
    }
}

#[test]
fn nouns_that_compare_take_the_time_along() {
    for preposition in COMPARING {
        let analysis = tree_by_hand(&format!("{preposition}/ADP/case/2 war/NOUN/root/0"));
        assert_eq!(noun_leading(&analysis, &(2..2), 1), None, "{preposition}");
    }
    for (preposition, expected) in [
        ("since", Some(Leading::Since)),
        ("until", Some(Leading::Until)),
        ("before", Some(Leading::At)),
        ("despite", Some(Leading::At)),
    ] {
        let analysis = tree_by_hand(&format!("{preposition}/ADP/case/2 war/NOUN/root/0"));
        assert_eq!(
            noun_leading(&analysis, &(2..2), 1),
            expected,
            "{preposition}"
        );
    }
}

#[test]
fn the_way_up_leads_through_words_of_time_and_some_nouns() {
    for (words, expected) in [
        ("2012/NUM/obl/2 fell/VERB/root/0", Some((1, false, false))),
        (
            "2012/NUM/advmod/2 fell/VERB/root/0",
            Some((1, false, false)),
        ),
        ("2012/NUM/dep/2 fell/VERB/root/0", Some((1, false, false))),
        ("2012/NUM/obj/2 fell/VERB/root/0", None),
        ("2012/NUM/root/0", Some((1, false, false))),
        ("2012/NUM/nsubj/2 fell/VERB/root/0", Some((1, false, true))),
        ("2012/NUM/nmod/2 law/NOUN/root/0", Some((1, false, true))),
        ("2012/NUM/nmod:poss/2 law/NOUN/root/0", None),
        (
            "2012/NUM/nmod/2 middle/NOUN/obl/3 fell/VERB/root/0",
            Some((2, false, false)),
        ),
        (
            "May/PROPN/nmod/2 week/NOUN/obl/3 fell/VERB/root/0",
            Some((2, false, false)),
        ),
        ("May/PROPN/nmod/2 war/NOUN/obl/3 fell/VERB/root/0", None),
        // "is expected to close in June"
        (
            "June/PROPN/obl/2 close/VERB/xcomp/3 expected/VERB/root/0",
            Some((1, false, true)),
        ),
        (
            "June/PROPN/obj/2 close/VERB/xcomp/3 expected/VERB/root/0",
            None,
        ),
        (
            "June/PROPN/obl/2 close/VERB/advcl/3 expected/VERB/root/0",
            None,
        ),
        (
            "June/PROPN/obl/2 close/ADJ/xcomp/3 expected/VERB/root/0",
            None,
        ),
        // Deeper than any clause.
        (
            "2012/NUM/obl/2 a/VERB/xcomp/3 b/VERB/xcomp/4 c/VERB/xcomp/5 d/VERB/xcomp/6 e/VERB/xcomp/7 f/VERB/xcomp/8 g/VERB/root/0",
            Some((1, false, true)),
        ),
        (
            "2012/NUM/obl/2 a/VERB/xcomp/3 b/VERB/xcomp/4 c/VERB/xcomp/5 d/VERB/xcomp/6 e/VERB/xcomp/7 f/VERB/xcomp/8 g/VERB/xcomp/9 h/VERB/root/0",
            None,
        ),
    ] {
        assert_eq!(way_up(words), expected, "{words}");
    }
}

#[test]
fn behind_the_verb_a_time_may_hang_on_a_noun() {
    let up = |words: &str| {
        let analysis = timed(words);
        let clause = whole_clause(&analysis);
        let way = way(&analysis, &clause, analysis.words.len() - 1);
        way.map(|way| (way.noun, way.loose))
    };
    for (words, expected) in [
        (
            "lost/VERB/root/0 ships/NOUN/obj/1 Friday/PROPN/nmod/2",
            Some((Some(1), true)),
        ),
        (
            "lost/VERB/root/0 ships/NOUN/obl/1 Friday/PROPN/obl/2",
            Some((Some(1), true)),
        ),
        (
            "lost/VERB/root/0 ships/NOUN/obj/1 men/NOUN/conj/2 Friday/PROPN/advmod/3",
            Some((Some(2), true)),
        ),
        (
            "lost/VERB/root/0 ships/NOUN/iobj/1 Friday/PROPN/nmod/2",
            None,
        ),
        (
            "lost/VERB/root/0 ships/NOUN/obj/1 Friday/PROPN/appos/2",
            None,
        ),
        (
            "lost/VERB/root/0 ships/NOUN/obj/1 sank/VERB/conj/2 Friday/PROPN/obl/3",
            None,
        ),
        (
            "lost/VERB/root/0 ships/NOUN/obj/1 war/NOUN/nmod/2 Friday/PROPN/nmod/3",
            None,
        ),
    ] {
        assert_eq!(up(words), expected, "{words}");
    }
    // In front of it, it does not.
    assert_eq!(
        way_up("Friday/PROPN/nmod/2 ships/NOUN/obj/3 lost/VERB/root/0"),
        None
    );
}

#[test]
fn words_of_time_are_listed_named_or_in_an_expression() {
    for part in PARTS {
        assert!(
            is_of_time(&tree_by_hand(&format!("{part}/X/root/0")), 0),
            "{part}"
        );
    }
    assert!(is_of_time(&tree_by_hand("weeks~week/NOUN/root/0"), 0));
    assert!(!is_of_time(&tree_by_hand("weeks~week/VERB/root/0"), 0));
    assert!(!is_of_time(&tree_by_hand("war/NOUN/root/0"), 0));
    let analysis =
        timed("it/PRON/dep/2 fell/VERB/root/0 in/ADP/case/4 2012/NUM/obl/2 too/ADV/dep/2");
    let inside =
        [0, 1, 2, 3, 4].map(|token| is_in_expression(&analysis, analysis.words[token].span));
    assert_eq!(inside, [false, false, false, true, false]);
}

#[test]
fn prepositions_stand_in_front_of_a_word_with_all_that_belongs_to_them() {
    for (words, token, expected) in [
        ("in/ADP/case/2 2012/NUM/root/0", 1, &[0][..]),
        ("since/SCONJ/mark/2 2012/NUM/root/0", 1, &[0]),
        ("in/X/case/2 2012/NUM/root/0", 1, &[0]),
        ("in/X/mark/2 2012/NUM/root/0", 1, &[0]),
        ("in/ADP/dep/2 2012/NUM/root/0", 1, &[0]),
        ("in/SCONJ/dep/2 2012/NUM/root/0", 1, &[0]),
        ("the/DET/det/2 2012/NUM/root/0", 1, &[]),
        ("as/ADP/case/3 of/ADP/fixed/1 2012/NUM/root/0", 2, &[0, 1]),
        ("2012/NUM/root/0 on/ADP/case/1", 0, &[]),
    ] {
        let analysis = tree_by_hand(words);
        let outside = analysis.words.len()..analysis.words.len();
        assert_eq!(
            prepositions_of(&analysis, &outside, token),
            expected,
            "{words}"
        );
    }
    // Words of the expression itself are none.
    assert!(prepositions_of(&tree_by_hand("in/ADP/case/2 2012/NUM/root/0"), &(0..2), 1).is_empty());
}

#[test]
fn of_leads_on_to_the_next_word_of_time() {
    let words = "in/ADP/case/2 middle/NOUN/root/0 of/ADP/case/4 2012/NUM/nmod/2";
    assert_eq!(prepositions(&tree_by_hand(words), &(3..4), &[3, 1]), [0]);
    assert!(prepositions(&tree_by_hand(words), &(3..4), &[3]).is_empty());
    let words = words.replace("of/", "in/");
    assert_eq!(prepositions(&tree_by_hand(&words), &(3..4), &[3, 1]), [2]);
    for preposition in STRAY_PREPOSITIONS {
        let words = format!("fell/VERB/root/0 {preposition}/ADV/advmod/1 2012/NUM/obl/1");
        assert_eq!(
            prepositions(&tree_by_hand(&words), &(2..3), &[2]),
            [1],
            "{preposition}"
        );
    }
    let words = "fell/VERB/root/0 after/ADV/advmod/1 2012/NUM/obl/1";
    assert!(prepositions(&tree_by_hand(words), &(2..3), &[2]).is_empty());
    assert!(prepositions(&tree_by_hand("2012/NUM/root/0"), &(0..1), &[0]).is_empty());
}

#[test]
fn as_likens_unless_it_says_how_far() {
    let likens = |words: &str, prepositions: &[&str]| {
        let words: Vec<String> = words
            .split(' ')
            .map(|word| format!("{word}/X/dep/0"))
            .collect();
        let analysis = tree_by_hand(&words.join(" "));
        let last = analysis.words.len() - 1;
        likens(&analysis.words, &(last..last + 1), prepositions)
    };
    assert!(likens("it fell as 2012", &["as"]));
    assert!(!likens("it fell as of 2012", &["as", "of"]));
    assert!(!likens("it fell in 2012", &["in"]));
    for far in ["early", "late", "soon", "recently"] {
        assert!(!likens(&format!("as {far} as 2012"), &["as"]), "{far}");
    }
    assert!(likens("as 2012", &["as"]));
}

#[test]
fn extremes_reach_back_some_words() {
    let follows = |words: &str| {
        let analysis = tree_by_hand(words);
        follows_extreme(&analysis.words, analysis.words.len())
    };
    assert!(follows("first/ADJ/dep/0 time/NOUN/dep/0"));
    assert!(follows("only/ADJ/dep/0"));
    assert!(follows("oldest/ADJ|Degree=Sup/dep/0"));
    assert!(!follows("old/ADJ/dep/0 time/NOUN/dep/0"));
    let far = "x/X/dep/0 ".repeat(REACH);
    assert!(!follows(&format!("first/ADJ/dep/0 {far}")));
}
