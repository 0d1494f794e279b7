//! What the tests of rules share: the committed weights, and a table of sentences with what a rule makes of them.

use crate::analysis::{Analysis, Word};
use crate::attribution::Attribution;
use crate::claim::Claim;
use crate::grammar::{AttributionPart, ChunkLabel, Deprel, EntityType, Features, Tag, Upos};
use crate::inference::{N_FACTUALITY, Weights};
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

pub(crate) static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
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

/// A tree written by hand, words parted by blanks, each as [`word_by_hand`] reads it. The text is the forms, parted by blanks.
pub(crate) fn tree_by_hand(words: &str) -> Analysis {
    let mut analysis = Analysis::default();
    let mut start = 0;
    for columns in words.split_whitespace() {
        let word = word_by_hand(columns, start);
        start = word.span.end + 1;
        analysis.words.push(word);
    }
    analysis.link();
    analysis
}

/// A word written by hand, which begins at that byte of its text: `form~lemma/UPOS|Feature=Value/deprel/head`. The lemma
/// may be left out where it is the form in lower case, and so may what stands last. Heads are counted from 1, 0 is the root.
/// Behind the head may stand other heads with their probability (`3@0.4`), the label of a named entity (`B-Person`) or of an
/// attribution (`I-content`), and the word at which its cue begins. The weights are sure of all that it says.
pub(crate) fn word_by_hand(columns: &str, start: usize) -> Word {
    let parts: Vec<&str> = columns.split('/').collect();
    let (form, lemma) = match parts[0].split_once('~') {
        Some((form, lemma)) => (form, lemma.to_string()),
        None => (parts[0], parts[0].to_lowercase()),
    };
    let is_mark = !form.chars().any(char::is_alphanumeric);
    let untagged = Tag {
        upos: if is_mark { Upos::Punct } else { Upos::X },
        features: Features::default(),
    };
    let tag = parts.get(1).map_or(untagged, |tag| tag.parse().unwrap());
    let head = parts.get(3).map(|head| head.parse::<usize>().unwrap());
    let mut word = Word {
        form: form.into(),
        lower: form.to_lowercase(),
        lemma,
        upos: tag.upos,
        features: tag.features,
        deprel: parts
            .get(2)
            .map_or(Deprel::Dep, |deprel| deprel.parse().unwrap()),
        head: head.and_then(|head| head.checked_sub(1)),
        span: ByteSpan::new(start, start + form.len()),
        factuality: [2.0; N_FACTUALITY],
        ..Word::default()
    };
    for mark in parts.iter().skip(4) {
        if let Some((head, probability)) = mark.split_once('@') {
            let head = head.parse::<usize>().unwrap() - 1;
            word.rivals.push((head, probability.parse().unwrap()));
        } else if let Ok(cue) = mark.parse::<usize>() {
            word.cue = Some((0, cue - 1));
        } else if let Ok(label) = mark.parse::<ChunkLabel<AttributionPart>>() {
            word.attribution = label.0;
        } else {
            word.entity = mark.parse::<ChunkLabel<EntityType>>().unwrap().0;
        }
    }
    word
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
pub(crate) fn with_reading<T>(
    text: &str,
    options: &Options,
    stage: impl FnOnce(&Reading) -> T,
) -> T {
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
