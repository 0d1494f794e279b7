use super::super::{Document, Scorer};
use super::*;
use crate::analysis::testing::parsed;
use crate::article::Article;

/// What a question says of the last pronoun of a text that something may be put for.
fn ask<T>(text: &str, question: impl Fn(&Names, usize, &Guess) -> T) -> Option<T> {
    let (sentences, analyses) = parsed(text);
    let document = Document::new(text, &sentences, &analyses);
    let resolution = document.resolve(Scorer::learned());
    let article = Article {
        text: text.into(),
        ..Article::default()
    };
    let names = Names::new(&article, &document, &resolution);
    let pronoun = |&index: &usize| document.mentions[index].is_third_person();
    let last = (0..document.mentions.len()).rev().filter(pronoun);
    let mut guesses = last.filter_map(|index| Some((index, names.guess(index)?)));
    guesses
        .next()
        .map(|(index, guess)| question(&names, index, &guess))
}

fn doubt(text: &str) -> Option<Doubt> {
    ask(text, |names, index, guess| names.doubt(index, guess)).flatten()
}

#[test]
fn each_doubt_keeps_its_example() {
    let mut wrong = Vec::new();
    for rule in DOUBTS {
        let found = doubt(rule.example);
        if found != Some(rule.name) {
            wrong.push(format!("{}: {} found {found:?}", rule.name, rule.example));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(Doubt::ALL.len(), DOUBTS.len());
}

#[test]
fn what_looks_alike_is_not_doubted() {
    for text in [
        "The harbour trust lost money. The trust said that it would sell the ferry.",
        "The Marsh Company closed, and it refused to say why.",
        "The company lost money, and it refused to say why.",
        "The ferry is late, and it costs too much.",
        "The directors met on Monday, and they refused to say why.",
        "The Vision Pro is heavy. The ferry is here, and it costs too much.",
        "The Vision Pro is heavy, and it costs too much.",
        "The Marsh Treaty was signed in May. The treaty is old, but it binds all towns.",
        "Maria Okafor is the mayor. She sang.",
    ] {
        let found = ask(text, |names, index, guess| names.doubt(index, guess));
        assert_eq!(found, Some(None), "{text}");
    }
}

#[test]
fn what_is_doubted_is_never_sure() {
    for rule in DOUBTS {
        let sure = ask(rule.example, |names, index, guess| {
            names.sureness(index, guess)
        });
        assert!(sure.is_some_and(|sure| sure <= DOUBTED), "{}", rule.example);
    }
}

#[test]
fn each_signal_has_a_weight() {
    for &signal in Signal::ALL {
        let weights = WEIGHTS.iter().map(|of_sort| of_sort[signal as usize]);
        assert!(weights.into_iter().any(|weight| weight != 0.0), "{signal}");
    }
    let rows = include_str!("../sureness.tsv").lines();
    let n_rows = rows.filter(|row| !row.starts_with('#')).count();
    assert_eq!(n_rows, Signal::ALL.len());
}

#[test]
fn signals_tell_where_both_stand() {
    let signal = |text: &str, signal: Signal| {
        ask(text, |names, index, guess| {
            names.signals(index, guess)[signal as usize]
        })
        .unwrap()
    };
    let near = "Maria Okafor left the board in May. She sang.";
    let far = "Maria Okafor left the board in May. The board met. In June she sang.";
    assert_eq!(signal(near, Signal::Always), 1.0);
    assert_eq!(signal(near, Signal::Opens), 1.0);
    assert_eq!(signal(far, Signal::Opens), 0.0);
    assert_eq!(signal(near, Signal::Distance), 1.0);
    assert_eq!(signal(far, Signal::Distance), 2.0);
    assert_eq!(signal(near, Signal::Animate), 1.0);
    assert_eq!(
        signal("The ferry was late, but it came.", Signal::Animate),
        0.0
    );
    assert_eq!(signal(near, Signal::Chain), 0.0);
    assert_eq!(
        signal(
            "Maria Okafor left the board in May. She sang. She danced.",
            Signal::Chain
        ),
        1.0
    );
    assert_eq!(signal(near, Signal::Mentions), libm::logf(2.0));
    assert_eq!(signal(near, Signal::Rivals), 0.0);
    assert_eq!(
        signal("Maria Okafor is the mayor. She sang.", Signal::Rivals),
        0.0
    );
    assert_eq!(
        signal(
            "Maria Okafor met Anna Holm in May. She sang.",
            Signal::Rivals
        ),
        libm::logf(2.0)
    );
    assert_eq!(signal(near, Signal::PassedSubject), 0.0);
    assert!(signal(near, Signal::Probability) > 0.0);
    assert!(signal(near, Signal::Margin) > 0.0);
}
