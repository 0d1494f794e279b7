use super::*;
use crate::grammar::{Feature, Upos};

/// Values of a sentence written on a Monday, 9 November 2020; capitals mark names, a leading `^` a past verb.
fn check(sentence: &str, expected: &str) {
    let verb = sentence.split(' ').position(|form| form.starts_with('^'));
    let words: Vec<Word> = sentence
        .split(' ')
        .map(|form| {
            let past = form.starts_with('^');
            let form = form.trim_start_matches('^');
            let upos = match form {
                _ if past => Upos::Verb,
                _ if number(&form.to_lowercase()).is_some() => Upos::Num,
                _ if form.starts_with(char::is_uppercase) => Upos::Propn,
                _ => Upos::Noun,
            };
            let features: &[Feature] = if past {
                &[Feature::TensePast, Feature::VerbFormFin]
            } else if form.ends_with('s') {
                &[Feature::NumberPlur]
            } else {
                &[Feature::NumberSing]
            };
            Word {
                form: form.into(),
                lower: form.to_lowercase(),
                upos,
                features: features.iter().copied().collect(),
                head: verb.filter(|_| !past),
                ..Word::default()
            }
        })
        .collect();
    let found: Vec<String> = find(&words, "2020-11-09".parse().ok(), &mut Named::default())
        .into_iter()
        .map(|time| time.value)
        .collect();
    assert_eq!(found.join(" "), expected, "{sentence}");
}

#[test]
fn dates() {
    check("it ^shut on March 18 , 2019", "2019-03-18");
    check("it ^shut on 30 June", "2020-06-30");
    check("a sale by 30 June", "2021-06-30");
    check("it ^began in January", "2020-01");
    check("since 2012 and in the 1990s", "2012 199");
    check("the price ^rose to £ 2012", "");
}

#[test]
fn counted_from_the_date_of_writing() {
    check("it ^lost money last year", "2019");
    check("the vote comes next month", "2020-12");
    check("work could begin next April", "2021-04");
    check("this may help", "");
    check("they ^met on Tuesday night", "2020-11-03TNI");
    check("it ^came last Thursday", "2020-11-05");
    check("four years from now", "2024");
    check("two days ago", "2020-11-07");
    check("in two years ' time", "2022");
    check("yesterday and tomorrow", "2020-11-08 2020-11-10");
    check("last winter and last summer", "2019-WI 2020-SU");
    check("he ^has known since Easter", "2020-04-12");
}

#[test]
fn counted_from_a_date_named_before() {
    check(
        "it ^opened on 3 May 2012 and ^closed two years later",
        "2012-05-03 2014",
    );
    check(
        "on 30 May 1832 he ^wrote and on 2 June he ^died",
        "1832-05-30 1832-06-02",
    );
    check(
        "sales ^rose in the third quarter from a year earlier",
        "2020-Q3 2019-Q3",
    );
}

#[test]
fn expressions_that_belong_together() {
    check("the vote is at 9 a.m. EST Tuesday", "2020-11-03T09:00");
    check("they ^met on Friday , Oct. 23", "2020-10-23");
    check("it ^began in July last year", "2019-07");
    check("the last twenty four hours", "PT24H");
    check("on Thanksgiving Day 2019", "2019-11-28");
}

#[test]
fn lengths_sets_and_clocks() {
    check("within eighteen months", "P18M");
    check("35 minutes instead of nine", "PT35M");
    check("three more years", "P3Y");
    check("it leaves every year", "P1Y");
    check("at 10:20 or 8 pm", "2020-11-09T10:20 2020-11-09T20:00");
}
