//! What the tests of rules share: the committed weights, and a table of sentences with what a rule makes of them.

use crate::analysis::{Analysis, Word};
use crate::attribution::Attribution;
use crate::claim::Claim;
use crate::grammar::Tag;
use crate::inference::Weights;
use crate::reading::Reading;
use crate::report::{ClaimRecord, Report};
use crate::span::ByteSpan;
use crate::{Extractor, Options};
use std::sync::LazyLock;

pub(crate) static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/weights/averral-en.weights");
    Extractor::new(&std::fs::read(path).unwrap()).unwrap()
});

/// The report of a text, written on 2 November 2026.
pub(crate) fn report(text: &str) -> Report {
    let options = Options {
        date: Some("2026-11-02".into()),
        ..Options::default()
    };
    EXTRACTOR.analyze(text, &options).unwrap()
}

/// The claim of a text; where it has several, the one around the words in square brackets.
pub(crate) fn claim(text: &str) -> ClaimRecord {
    let marked = text
        .split_once('[')
        .and_then(|(_, rest)| rest.split_once(']'));
    let report = report(&text.replace(['[', ']'], ""));
    let texts: Vec<String> = report
        .claims
        .iter()
        .map(|claim| claim.text.clone())
        .collect();
    let mut claims = report.claims.into_iter();
    let claim = match marked {
        Some((words, _)) => claims.find(|claim| claim.text.contains(words)),
        None => claims.next().filter(|_| texts.len() == 1),
    };
    claim.unwrap_or_else(|| panic!("{text}: which claim? found {texts:?}"))
}

/// What was decided for a field of the claim, as `value (rule)`.
pub(crate) fn decided(text: &str, field: &str) -> String {
    let claim = claim(text);
    let evidence = claim
        .evidence
        .iter()
        .find(|evidence| evidence.field == field);
    evidence.map_or("-".into(), |evidence| {
        format!("{} ({})", evidence.value, evidence.rule)
    })
}

/// Holds each text of a table against what is to be decided for the field, and tells all that differ.
pub(crate) fn check(field: &str, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, decided(text, field)))
        .filter(|(_, expected, decided)| *expected != decided)
        .map(|(text, expected, decided)| {
            format!("{text}\n    expected {expected}, found {decided}")
        })
        .collect();
    assert!(
        !table.is_empty() && wrong.is_empty(),
        "{}",
        wrong.join("\n")
    );
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/weights/averral-en.weights");
    Weights::read(&std::fs::read(path).unwrap()).unwrap()
});

/// A sentence as the weights analyse it, with square brackets around some of its words.
pub(crate) struct Marked {
    /// The text without the brackets.
    pub text: String,
    pub analysis: Analysis,
    /// The tokens in brackets, in order.
    pub tokens: Vec<usize>,
}

impl Marked {
    pub fn new(marked: &str) -> Self {
        let text = marked.replace(['[', ']'], "");
        let drafts = crate::sentence::split_text(&text, 0, 0);
        let (_, mut analyses) = crate::analysis::parse(&WEIGHTS, &text, &drafts);
        assert_eq!(analyses.len(), 1, "{marked}: not one sentence");
        let analysis = analyses.remove(0);
        let (mut depth, mut at) = (false, 0);
        let mut is_marked = vec![false; text.len()];
        for byte in marked.bytes() {
            match byte {
                b'[' | b']' => depth = byte == b'[',
                _ => {
                    is_marked[at] = depth;
                    at += 1;
                }
            }
        }
        let tokens = (0..analysis.words.len())
            .filter(|&token| is_marked[analysis.words[token].span.start])
            .collect();
        Marked {
            text,
            analysis,
            tokens,
        }
    }

    /// Tokens as words, parted by blanks.
    pub fn say(&self, tokens: &[usize]) -> String {
        say(&self.analysis, tokens)
    }
}

/// Tokens as words, parted by blanks.
pub(crate) fn say(analysis: &Analysis, tokens: &[usize]) -> String {
    let words = tokens.iter().map(|&token| &analysis.words[token].form[..]);
    words.collect::<Vec<_>>().join(" ")
}

/// A tree written by hand, words parted by blanks: `form~lemma/UPOS|Feature=Value/deprel/head`. The lemma may be left out
/// where it is the form; heads are counted from 1, 0 is the root. The text is the forms, parted by blanks.
pub(crate) fn tree_by_hand(words: &str) -> Analysis {
    let mut analysis = Analysis::default();
    let mut start = 0;
    for word in words.split_whitespace() {
        let [word, tag, deprel, head] = word.split('/').collect::<Vec<_>>()[..] else {
            panic!("{word} has not four parts");
        };
        let (form, lemma) = word.split_once('~').unwrap_or((word, word));
        let tag: Tag = tag.parse().unwrap();
        analysis.words.push(Word {
            form: form.into(),
            lower: form.to_lowercase(),
            lemma: lemma.to_lowercase(),
            upos: tag.upos,
            features: tag.features,
            deprel: deprel.parse().unwrap(),
            head: head.parse::<usize>().unwrap().checked_sub(1),
            span: ByteSpan::new(start, start + form.len()),
            ..Word::default()
        });
        start += form.len() + 1;
    }
    analysis.link();
    analysis
}

/// The attributions that rules and weights find in a text.
pub(crate) fn attributions(text: &str) -> Vec<Attribution> {
    with_reading(text, &Options::default(), crate::attribution::find)
}

/// The claims of a text that was published on a day, before they become a report.
pub(crate) fn claims(text: &str, date: Option<&str>) -> Vec<Claim> {
    let options = Options {
        date: date.map(str::to_string),
        ..Options::default()
    };
    with_reading(text, &options, |reading| {
        let attributions = crate::attribution::find(reading);
        crate::claim::extract(&WEIGHTS, reading, &attributions).claims
    })
}

/// What a later stage makes of a text that the first stages have read.
fn with_reading<T>(text: &str, options: &Options, stage: impl FnOnce(&Reading) -> T) -> T {
    let article = crate::article::read(text, options);
    let anchor = article.anchor(options);
    let drafts = crate::sentence::split(&article);
    let (sentences, analyses) = crate::analysis::analyse(&WEIGHTS, &article, &drafts, anchor);
    let coreference = crate::analysis::coreference::resolve(&article, &sentences, &analyses);
    stage(&Reading {
        article: &article,
        sentences: &sentences,
        analyses: &analyses,
        coreference: &coreference,
        anchor,
    })
}
