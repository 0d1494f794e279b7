//! [`Sentence`]s → [`Analysis`]: part of speech, features, lemma and dependency of each token, times and quantities.

pub mod chunk;
pub mod coreference;
mod dependency;
pub mod entity;
mod lemma;
pub mod quantity;
pub mod time;

use crate::article::Article;
use crate::inference::{Decisions, Heads, N_FACTUALITY, Reader, Weights};
use crate::sentence::{Sentence, stretches};
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
    /// Vectors of the words, one behind the other, from which stretches of words are judged.
    pub vectors: Vec<f32>,
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
    /// `B-` or `I-` and the type of the named entity that the word is part of; else empty.
    pub entity: String,
    /// `B-` or `I-` and `source`, `cue` or `content`, where the weights see an attribution; else empty.
    #[cfg_attr(not(feature = "_internals"), expect(dead_code, reason = "read by the evaluation alone"))]
    pub attribution: String,
    /// Of a word of a source or content: sentence and word at which its cue begins, where it has one.
    #[cfg_attr(not(feature = "_internals"), expect(dead_code, reason = "read by the evaluation alone"))]
    pub cue: Option<(usize, usize)>,
    /// Were it a predicate: how certain it is that it happened, from -3 to 3, on the scale of each corpus of training.
    #[cfg_attr(not(feature = "_internals"), expect(dead_code, reason = "read by the evaluation alone"))]
    pub factuality: [f32; N_FACTUALITY],
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

/// Most words that are read as one. Short sentences are read together, longer ones are cut, preferably behind a
/// punctuation mark, and what follows hangs on the first part. Keeps the work linear in the length of the text.
const WINDOW: usize = 128;

/// Analyses all sentences. `anchor` (`YYYY-MM-DD`) is the date that relative times count from.
///
/// Linear in the number of tokens.
pub fn analyse(weights: &Weights, article: &Article, sentences: &[Sentence], anchor: Option<&str>) -> Vec<Analysis> {
    let mut analyses = parse(weights, &article.text, sentences, Heads::Report);
    time::find_all(&mut analyses, anchor);
    for analysis in &mut analyses {
        analysis.quantities = quantity::find(analysis, &analysis.times);
    }
    analyses
}

/// A stretch of a sentence's words that is read as one.
type Part = (usize, std::ops::Range<usize>);

/// The words of each sentence with part of speech, lemma and head. `text` is what the tokens' spans refer to.
pub fn parse(weights: &Weights, text: &str, sentences: &[Sentence], heads: Heads) -> Vec<Analysis> {
    let mut analyses: Vec<Analysis> = vec![Analysis::default(); sentences.len()];
    let mut reader = Reader::new(weights, heads);
    for window in windows(text, sentences) {
        let forms: Vec<Vec<&str>> = window
            .iter()
            .map(|(sentence, part)| sentences[*sentence].tokens[part.clone()].iter().map(|token| token.span.of(text)).collect())
            .collect();
        let slices: Vec<&[&str]> = forms.iter().map(Vec::as_slice).collect();
        let decisions = reader.read(&slices);
        for (((sentence, part), forms), decisions) in window.iter().zip(&forms).zip(&decisions) {
            let place = |(near, word): (usize, usize)| {
                let (sentence, part): &Part = &window[near];
                (*sentence, part.start + word)
            };
            let spans = sentences[*sentence].tokens[part.clone()].iter().map(|token| token.span);
            let analysis = &mut analyses[*sentence];
            analysis.words.extend(words(weights, forms, decisions, part.start).into_iter().zip(spans).enumerate().map(
                |(index, (word, span))| Word { span, cue: decisions.links[index].map(place), ..word },
            ));
            analysis.vectors.extend_from_slice(&decisions.vectors);
        }
    }
    for analysis in &mut analyses {
        join_parts(&mut analysis.words);
        analysis.link();
    }
    analyses
}

/// Windows of at most [`WINDOW`] words: several whole sentences, or a part of one.
fn windows(text: &str, sentences: &[Sentence]) -> Vec<Vec<Part>> {
    let mut windows: Vec<Vec<Part>> = Vec::new();
    let mut room = 0;
    for (index, sentence) in sentences.iter().enumerate() {
        let n_words = sentence.tokens.len();
        if n_words <= room
            && let Some(window) = windows.last_mut()
        {
            window.push((index, 0..n_words));
            room -= n_words;
            continue;
        }
        let forms: Vec<&str> = sentence.tokens.iter().map(|token| token.span.of(text)).collect();
        let parts = stretches(&forms, WINDOW);
        room = if parts.len() == 1 { WINDOW - n_words } else { 0 };
        windows.extend(parts.into_iter().map(|part| vec![(index, part)]));
    }
    windows
}

/// The words of one part; heads count from the start of the sentence.
fn words(weights: &Weights, forms: &[&str], decisions: &Decisions, offset: usize) -> Vec<Word> {
    let heads = dependency::tree(&decisions.arcs);
    let relations = decisions.relations(weights, &heads);
    let marked = |label: &str| if label == "O" { String::new() } else { label.to_string() };
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
                relation: relations[index].to_string(),
                span: ByteSpan::default(),
                entity: marked(decisions.entities[index]),
                attribution: marked(decisions.attributions[index]),
                cue: None,
                factuality: decisions.factuality[index],
            }
        })
        .collect()
}

/// The roots of later parts hang on the first.
fn join_parts(words: &mut [Word]) {
    let Some(first) = words.iter().position(|word| word.head.is_none()) else { return };
    for word in words.iter_mut().skip(first + 1).filter(|word| word.head.is_none()) {
        word.head = Some(first);
        word.relation = "parataxis".to_string();
    }
}
