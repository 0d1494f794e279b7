use super::*;
use crate::testing::tree_by_hand;
use expect_test::{Expect, expect};

/// Tells the quantities of sentences: words, number, upper end, unit and approximator. Words have a part of speech behind
/// `/`; without one they are determiners, those of digits numbers.
fn check(sentences: &[&str], expected: Expect) {
    assert!(!sentences.is_empty());
    let mut lines = String::new();
    for sentence in sentences {
        let tagged = |word: &str| {
            let (form, upos) = word.split_once('/').unwrap_or(match word {
                _ if word.starts_with(|letter: char| letter.is_ascii_digit()) => (word, "NUM"),
                _ if number(&word.to_lowercase()).is_some() => (word, "NUM"),
                _ => (word, "DET"),
            });
            let upos = match upos {
                "N" => "NOUN",
                "A" => "ADJ",
                "P" => "PROPN",
                "X" => "ADP",
                other => other,
            };
            format!("{form}/{upos}/dep/0")
        };
        let tagged: Vec<String> = sentence.split(' ').map(tagged).collect();
        let analysis = tree_by_hand(&tagged.join(" "));
        let forms: Vec<&str> = analysis
            .words
            .iter()
            .map(|word| word.form.as_str())
            .collect();
        let text = forms.join(" ");
        let show = |quantity: Quantity| {
            format!(
                "[{}] {}{} {}{}",
                quantity.span.of(&text),
                quantity.number,
                quantity
                    .upper
                    .map_or(String::new(), |upper| format!("..{upper}")),
                quantity.unit.unwrap_or("-".into()),
                quantity
                    .approximator
                    .map_or(String::new(), |words| format!(" ({words})")),
            )
        };
        let found: Vec<String> = find(&analysis, &[]).into_iter().map(show).collect();
        let found = if found.is_empty() {
            "-".into()
        } else {
            found.join("; ")
        };
        lines += &format!("{text}\n    {found}\n");
    }
    expected.assert_eq(&lines);
}

#[test]
fn numbers_are_read_with_their_scales() {
    check(
        &[
            "12 boats~boat/N",
            "1,200 boats~boat/N",
            "1.5 boats~boat/N",
            "twelve boats~boat/N",
            "twenty-five boats~boat/N",
            "three hundred boats~boat/N",
            "three hundred thousand boats~boat/N",
            "two million boats~boat/N",
            "two billion boats~boat/N",
            "two trillion boats~boat/N",
            "3m boats~boat/N",
            "3bn boats~boat/N",
            "3k boats~boat/N",
            "3 m boats~boat/N",
            "3 bn boats~boat/N",
            "3 k boats~boat/N",
            "3x boats~boat/N",
            "inf boats~boat/N",
            "nan/NUM boats~boat/N",
            "12/N boats~boat/N",
            "dozens/NUM boats~boat/N",
            "one/DET boat/N",
        ],
        expect![[r#"
            12 boats
                [12 boats] 12 boat
            1,200 boats
                [1,200 boats] 1200 boat
            1.5 boats
                [1.5 boats] 1.5 boat
            twelve boats
                [twelve boats] 12 boat
            twenty-five boats
                [twenty-five boats] 25 boat
            three hundred boats
                [three hundred boats] 300 boat
            three hundred thousand boats
                [three hundred thousand boats] 300000 boat
            two million boats
                [two million boats] 2000000 boat
            two billion boats
                [two billion boats] 2000000000 boat
            two trillion boats
                [two trillion boats] 2000000000000 boat
            3m boats
                [3m boats] 3000000 boat
            3bn boats
                [3bn boats] 3000000000 boat
            3k boats
                [3k boats] 3000 boat
            3 m boats
                [3 m boats] 3000000 boat
            3 bn boats
                [3 bn boats] 3000000000 boat
            3 k boats
                [3 k boats] 3000 boat
            3x boats
                -
            inf boats
                -
            nan boats
                -
            12 boats
                [12 boats] 12 boat
            dozens boats
                -
            one boat
                -
        "#]],
    );
}

#[test]
fn a_range_has_an_upper_end() {
    check(
        &[
            "10 to 12 boats~boat/N",
            "10 - 12 boats~boat/N",
            "10 – 12 boats~boat/N",
            "between 10 and 12 boats~boat/N",
            "10 and 12 boats~boat/N",
            "12 to 10 boats~boat/N",
            "12 to 12 boats~boat/N",
            "between 3 and 5 million boats~boat/N",
            "3 million to 5 million boats~boat/N",
            "10 to the/DET 12",
            "10 to",
            "10 or 12 boats~boat/N",
        ],
        expect![[r#"
            10 to 12 boats
                [10 to 12 boats] 10..12 boat
            10 - 12 boats
                [10 - 12 boats] 10..12 boat
            10 – 12 boats
                [10 – 12 boats] 10..12 boat
            between 10 and 12 boats
                [10 and 12 boats] 10..12 boat
            10 and 12 boats
                [10] 10 -; [12 boats] 12 boat
            12 to 10 boats
                [12] 12 -; [10 boats] 10 boat
            12 to 12 boats
                [12] 12 -; [12 boats] 12 boat
            between 3 and 5 million boats
                [3 and 5 million boats] 3000000..5000000 boat
            3 million to 5 million boats
                [3 million to 5 million boats] 3000000..5000000 boat
            10 to the 12
                [10] 10 -; [12] 12 -
            10 to
                [10] 10 -
            10 or 12 boats
                [10] 10 -; [12 boats] 12 boat
        "#]],
    );
}

#[test]
fn a_unit_is_a_currency_a_share_or_the_noun_that_is_counted() {
    check(
        &[
            "$ 5 million",
            "£ 5",
            "€ 5",
            "¥ 5",
            "$ 5 boats~boat/N",
            "$ 5 to 6",
            "5 percent",
            "5 %",
            "5 per cent",
            "5 per",
            "5 per boat/N",
            "5 percent cent",
            "5 old/A boats~boat/N",
            "5 fishing/N boats~boat/N",
            "5 Orrin/P boats~boat/N",
            "5 of/X boats~boat/N",
            "5 of/X the boats~boat/N",
            "5 old/A old/A old/A boats~boat/N",
            "5 old/A old/A old/A old/A boats~boat/N",
            "5 Orrin/P",
            "5",
            "5 boats~boat/N in/X May/P",
        ],
        expect![[r#"
            $ 5 million
                [$ 5 million] 5000000 USD
            £ 5
                [£ 5] 5 GBP
            € 5
                [€ 5] 5 EUR
            ¥ 5
                [5] 5 -
            $ 5 boats
                [$ 5] 5 USD
            $ 5 to 6
                [$ 5 to 6] 5..6 USD
            5 percent
                [5 percent] 5 percent
            5 %
                [5 %] 5 percent
            5 per cent
                [5 per cent] 5 percent
            5 per
                [5 per] 5 percent
            5 per boat
                [5 per] 5 percent
            5 percent cent
                [5 percent] 5 percent
            5 old boats
                [5 old boats] 5 boat
            5 fishing boats
                [5 fishing boats] 5 boat
            5 Orrin boats
                [5 Orrin boats] 5 boat
            5 of boats
                [5 of boats] 5 boat
            5 of the boats
                [5] 5 -
            5 old old old boats
                [5 old old old boats] 5 boat
            5 old old old old boats
                [5] 5 -
            5 Orrin
                [5] 5 -
            5
                [5] 5 -
            5 boats in May
                [5 boats] 5 boat
        "#]],
    );
}

#[test]
fn an_approximator_stands_in_front() {
    let approximators = [
        "at least",
        "at most",
        "up to",
        "more than",
        "fewer than",
        "less than",
        "as many as",
        "as much as",
        "closer to",
        "close to",
        "just over",
        "just under",
        "nearly",
        "about",
        "almost",
        "around",
        "roughly",
        "approximately",
        "some",
        "over",
    ];
    for expected in approximators {
        let forms: Vec<&str> = expected.split(' ').collect();
        let tagged: Vec<String> = forms
            .iter()
            .map(|form| format!("{form}/ADV/dep/0"))
            .collect();
        let sentence = format!("{} $/SYM/dep/0 5/NUM/dep/0", tagged.join(" "));
        let quantities = find(&tree_by_hand(&sentence), &[]);
        assert_eq!(quantities[0].approximator.as_deref(), Some(expected));
        assert_eq!(quantities[0].span.start, 0, "{expected}");
    }
    check(
        &[
            "at 5 boats~boat/N",
            "least 5 boats~boat/N",
            "so at least 5 boats~boat/N",
            "more 5 boats~boat/N",
            "than 5",
            "least at 5",
        ],
        expect![[r#"
            at 5 boats
                [5 boats] 5 boat
            least 5 boats
                [5 boats] 5 boat
            so at least 5 boats
                [at least 5 boats] 5 boat (at least)
            more 5 boats
                [5 boats] 5 boat
            than 5
                [5] 5 -
            least at 5
                [5] 5 -
        "#]],
    );
}

#[test]
fn several_quantities_are_found_in_order() {
    check(
        &[
            "5 boats~boat/N and about 6 ships~ship/N",
            "5 6",
            "between 5 and 6 boats~boat/N 7",
        ],
        expect![[r#"
            5 boats and about 6 ships
                [5 boats] 5 boat; [about 6 ships] 6 ship (about)
            5 6
                [5] 5 -; [6] 6 -
            between 5 and 6 boats 7
                [5 and 6 boats] 5..6 boat; [7] 7 -
        "#]],
    );
}

#[test]
fn a_time_is_no_quantity() {
    let analysis = tree_by_hand(
        "in/ADP/dep/0 2012/NUM/dep/0 40/NUM/dep/0 boats~boat/NOUN/dep/0 left/VERB/dep/0 3/NUM/dep/0",
    );
    let time = |first: usize, last: usize| Time {
        span: analysis.words[first].span.cover(analysis.words[last].span),
        time_type: crate::terms::TimeType::Date,
        value: String::new(),
        anchor: None,
        alternative: None,
    };
    let numbers = |times: &[Time]| -> Vec<f64> {
        find(&analysis, times)
            .iter()
            .map(|quantity| quantity.number)
            .collect()
    };
    assert_eq!(numbers(&[]), [2012.0, 40.0, 3.0]);
    assert_eq!(numbers(&[time(0, 1)]), [40.0, 3.0]);
    assert_eq!(numbers(&[time(0, 1), time(5, 5)]), [40.0]);
    assert_eq!(numbers(&[time(0, 0)]), [2012.0, 40.0, 3.0]);
    assert_eq!(numbers(&[time(1, 3)]), [3.0]);
}

#[test]
fn numbers_in_words_shares_and_rounded_ones() {
    check(
        &[
            "thirty - nine patients~patient/N",
            "half a million euros~euro/N",
            "a thousand boats~boat/N",
            "a boat/N",
            "half a boat/N",
            "one in five pupils~pupil/N",
            "one in five days~day/N",
            "five in one",
            "two - thirds of/X voters~voter/N",
            "one third of/X voters~voter/N",
            "two third",
            "$ 1.2 tn",
            "40-50 percent",
            "3-5 million boats~boat/N",
            "a 2-3 defeat/N",
            "500 to 5 million boats~boat/N",
            "between $ 3 and $ 5 million",
        ],
        expect![[r#"
            thirty - nine patients
                [thirty - nine patients] 39 patient
            half a million euros
                [half a million euros] 500000 euro
            a thousand boats
                [a thousand boats] 1000 boat
            a boat
                -
            half a boat
                -
            one in five pupils
                [one in five pupils] 0.2 pupil
            one in five days
                [one] 1 -; [five days] 5 day
            five in one
                [five] 5 -; [one] 1 -
            two - thirds of voters
                [two - thirds of voters] 0.6666666666666666 voter
            one third of voters
                [one third of voters] 0.3333333333333333 voter
            two third
                [two] 2 -
            $ 1.2 tn
                [$ 1.2 tn] 1200000000000 USD
            40-50 percent
                [40-50 percent] 40..50 percent
            3-5 million boats
                [3-5 million boats] 3000000..5000000 boat
            a 2-3 defeat
                -
            500 to 5 million boats
                [500 to 5 million boats] 500..5000000 boat
            between $ 3 and $ 5 million
                [$ 3 and $ 5 million] 3000000..5000000 USD
        "#]],
    );
}

#[test]
fn a_number_that_names_a_thing_is_no_quantity() {
    for (tree, expected) in [
        ("Boeing/PROPN/nsubj/3 737/NUM/flat/1 fell/VERB/root/0", 0),
        ("index/NOUN/nsubj/3 500/NUM/nsubj/3 fell/VERB/root/0", 0),
        ("Voss/PROPN/obl/3 500/NUM/nsubj/3 fell/VERB/root/0", 1),
        ("boats/NOUN/obj/3 500/NUM/nsubj/3 fell/VERB/root/0", 1),
    ] {
        let found = find(&tree_by_hand(tree), &[]);
        assert_eq!(found.len(), expected, "{tree}");
    }
}
