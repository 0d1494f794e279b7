//! [`Sentence`]s → [`Analysis`]: part of speech, features, lemma and dependency of each token, times and quantities.

pub mod coreference;
mod dependency;
mod lemma;
pub mod quantity;
pub mod time;

use crate::article::Article;
use crate::inference::{Decisions, Weights, decide};
use crate::sentence::Sentence;
use crate::span::ByteSpan;
use quantity::Quantity;
use time::Time;

/// What is known of one sentence. `words[i]` belongs to `sentence.tokens[i]`.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// The words with their place in the dependency tree.
    pub words: Vec<Word>,
    /// Temporal expressions in the order of the text.
    pub times: Vec<Time>,
    /// Quantities in the order of the text.
    pub quantities: Vec<Quantity>,
    /// Probability that the sentence is worth checking, where the weights tell.
    pub checkworthy: Option<f32>,
    /// For each word those that depend on it.
    children: Vec<Vec<usize>>,
}

/// One token as Universal Dependencies describe it.
#[derive(Debug, Clone, Default)]
pub struct Word {
    /// The form as written.
    pub form: String,
    /// The form in lower case, curly apostrophes straight.
    pub lower: String,
    /// Lemma, lower case but for names.
    pub lemma: String,
    /// Universal part of speech: `VERB`, `NOUN`, …
    pub upos: String,
    /// Features as in CoNLL-U: `Number=Sing|Tense=Past`.
    pub features: String,
    /// Index of the head; `None` for the root.
    pub head: Option<usize>,
    /// Relation to the head, with subtype: `nsubj`, `nsubj:pass`, `root`, …
    pub relation: String,
    /// Place in the article's text.
    pub span: ByteSpan,
}

impl Word {
    /// The relation without its subtype: `nsubj` for `nsubj:pass`.
    pub fn base_relation(&self) -> &str {
        self.relation.split(':').next().unwrap_or(&self.relation)
    }

    /// Whether the word has a feature, as `Tense=Past`.
    pub fn has(&self, feature: &str) -> bool {
        self.features.split('|').any(|found| found == feature)
    }

    /// Whether the word is a punctuation mark or symbol without a sound.
    pub fn is_punctuation(&self) -> bool {
        self.upos == "PUNCT"
    }
}

/// Longest stretch that is read as one; longer sentences are cut, preferably behind a punctuation mark, and what
/// follows hangs on the first part. Keeps the work linear in the length of the text.
const WINDOW: usize = 128;

/// Analyses all sentences. `anchor` (`YYYY-MM-DD`) is the date that relative times count from.
///
/// Linear in the number of tokens.
pub fn analyse(weights: &Weights, article: &Article, sentences: &[Sentence], anchor: Option<&str>) -> Vec<Analysis> {
    let words = parse(weights, &article.text, sentences);
    words
        .into_iter()
        .map(|words| {
            let mut analysis = Analysis { times: time::find(&words, anchor), words, ..Analysis::default() };
            analysis.link();
            analysis.quantities = quantity::find(&analysis, &analysis.times);
            analysis
        })
        .collect()
}

/// The words of each sentence with part of speech, lemma and head. `text` is what the tokens' spans refer to.
pub fn parse(weights: &Weights, text: &str, sentences: &[Sentence]) -> Vec<Vec<Word>> {
    let windows: Vec<(usize, Vec<&str>)> = sentences
        .iter()
        .enumerate()
        .flat_map(|(index, sentence)| {
            let forms: Vec<&str> = sentence.tokens.iter().map(|token| token.span.of(text)).collect();
            windows(&forms).into_iter().map(|window| (index, forms[window].to_vec())).collect::<Vec<_>>()
        })
        .collect();
    let forms: Vec<Vec<&str>> = windows.iter().map(|(_, forms)| forms.clone()).collect();
    let mut parsed: Vec<Vec<Word>> = vec![Vec::new(); sentences.len()];
    for ((index, forms), decisions) in windows.iter().zip(decide(weights, &forms)) {
        let sentence = &mut parsed[*index];
        let spans = &sentences[*index].tokens[sentence.len()..];
        let window = words(weights, forms, &decisions, sentence.len());
        sentence.extend(window.into_iter().zip(spans).map(|(word, token)| Word { span: token.span, ..word }));
    }
    for sentence in &mut parsed {
        join_windows(sentence);
    }
    parsed
}

/// Ranges of at most [`WINDOW`] words.
fn windows(forms: &[&str]) -> Vec<std::ops::Range<usize>> {
    let mut windows = Vec::new();
    let mut start = 0;
    while forms.len() - start > WINDOW {
        let end = start + WINDOW;
        let mark = (start + WINDOW / 2..end).rev().find(|&at| matches!(forms[at], "," | ";" | ":" | "." | "—" | "–"));
        let end = mark.map_or(end, |mark| mark + 1);
        windows.push(start..end);
        start = end;
    }
    windows.push(start..forms.len());
    windows
}

/// The words of one window; heads count from the start of the sentence.
fn words(weights: &Weights, forms: &[&str], decisions: &Decisions, offset: usize) -> Vec<Word> {
    let heads = dependency::tree(&decisions.arcs);
    forms
        .iter()
        .enumerate()
        .map(|(index, &form)| {
            let (upos, features) = decisions.tags[index].split_once('|').unwrap_or((decisions.tags[index], ""));
            let lower = form.to_lowercase().replace(['‘', '’'], "'");
            Word {
                form: form.to_string(),
                lemma: lemma::lemma(form, &lower, upos, decisions.lemmas[index]),
                lower,
                upos: upos.to_string(),
                features: features.to_string(),
                head: heads[index].map(|head| head + offset),
                relation: decisions.relation(weights, index, heads[index]).to_string(),
                span: ByteSpan::default(),
            }
        })
        .collect()
}

/// The roots of later windows hang on the first.
fn join_windows(words: &mut [Word]) {
    let Some(first) = words.iter().position(|word| word.head.is_none()) else { return };
    for word in words.iter_mut().skip(first + 1).filter(|word| word.head.is_none()) {
        word.head = Some(first);
        word.relation = "parataxis".to_string();
    }
}
