//! The encoder and its heads, one sentence at a time.
//!
//! Layers are minimal gated recurrences in both directions (after Lei et al. 2018, SRU): all matrix work lies outside
//! the recurrence. Arcs and relations follow Dozat & Manning 2017. Linear in the number of words but for the arcs,
//! whose scores are quadratic; callers keep sentences short.

use super::features::{N_BUCKETS, has_lower_case, hashed};
use super::kernel::{dot_floats, normalise, sigmoid};
use super::weights::{Head, Layer, Linear, Weights};
use std::collections::HashMap;

/// What the heads say of one sentence.
#[derive(Debug, Clone, Default)]
pub struct Decisions<'w> {
    /// Per word: part of speech and features, `UPOS|Name=Value|…`.
    pub tags: Vec<&'w str>,
    /// Per word: how to make the lemma, `l2|y`: lower-case (`l`) or keep (`k`), take letters off, put letters on.
    pub lemmas: Vec<&'w str>,
    /// `arcs[dependent][head]`: score of each head; head 0 is the root, head h + 1 the word h.
    pub arcs: Vec<Vec<f32>>,
    /// Vectors from which [`Decisions::relation`] decides.
    dependents: Vec<f32>,
    heads: Vec<f32>,
}

/// Runs encoder and heads over sentences; word vectors are made once per distinct word.
pub fn decide<'w>(weights: &'w Weights, sentences: &[Vec<&str>]) -> Vec<Decisions<'w>> {
    let mut runner = Runner { weights, pieces: HashMap::new(), buffers: Buffers::default() };
    sentences.iter().map(|words| runner.sentence(words)).collect()
}

impl<'w> Decisions<'w> {
    /// The relation of a word to its head (`None` for the root), as Universal Dependencies name it.
    pub fn relation(&self, weights: &'w Weights, dependent: usize, head: Option<usize>) -> &'w str {
        let width = weights.relation_root.len();
        let vector = |vectors: &'_ [f32], word: usize| vectors[word * width..(word + 1) * width].to_vec();
        let p = vector(&self.dependents, dependent);
        let q = head.map_or_else(|| weights.relation_root.clone(), |head| vector(&self.heads, head));
        let mut input = p.clone();
        input.extend(&q);
        input.extend(p.iter().zip(&q).map(|(p, q)| p * q));
        let mut scores = Vec::new();
        apply(&weights.relation.linear, &input, &mut scores, &mut Vec::new());
        // Only the root is the root.
        best(&weights.relation, &scores, |label| (label == "root") == head.is_none())
    }
}

struct Runner<'w, 's> {
    weights: &'w Weights,
    /// Mean of the piece vectors of each word seen.
    pieces: HashMap<&'s str, Vec<f32>>,
    buffers: Buffers,
}

/// Room for a sentence's vectors, kept from one sentence to the next.
#[derive(Default)]
struct Buffers {
    embedded: Vec<f32>,
    x: Vec<f32>,
    y: Vec<f32>,
    c: Vec<f32>,
    u: Vec<f32>,
    h: Vec<f32>,
    o: Vec<f32>,
    quantised: Vec<i16>,
}

impl<'w, 's> Runner<'w, 's> {
    fn sentence(&mut self, words: &[&'s str]) -> Decisions<'w> {
        let weights = self.weights;
        self.embed(words);
        let b = &mut self.buffers;
        apply(&weights.input, &b.embedded, &mut b.x, &mut b.quantised);
        for layer in &weights.layers {
            b.layer(layer);
        }
        normalise(&b.x, &weights.norm.gain, &weights.norm.bias, &mut b.y);
        let mut scores = Vec::new();
        let mut labels = |head: &'w Head| -> Vec<&'w str> {
            apply(&head.linear, &b.y, &mut scores, &mut b.quantised);
            scores.chunks_exact(head.labels.len()).map(|scores| best(head, scores, |_| true)).collect()
        };
        let tags = labels(&weights.tag);
        let lemmas = labels(&weights.lemma);
        let mut vectors = |linear: &Linear| {
            let mut out = Vec::new();
            apply(linear, &b.y, &mut out, &mut b.quantised);
            out.iter_mut().for_each(|value| *value = value.max(0.0));
            out
        };
        let (dependents, heads) = (vectors(&weights.relation_dependent), vectors(&weights.relation_head));
        let (arc_dependents, arc_heads) = (vectors(&weights.arc_dependent), vectors(&weights.arc_head));
        let mut turned = Vec::new();
        weights.arc_bilinear.apply(&arc_dependents, None, &mut turned, &mut b.quantised);
        let width = weights.arc_root.len();
        let heads_with_root: Vec<&[f32]> =
            std::iter::once(&weights.arc_root[..]).chain(arc_heads.chunks_exact(width)).collect();
        let prior: Vec<f32> = heads_with_root.iter().map(|head| dot_floats(head, &weights.arc_weight)).collect();
        let arcs = turned
            .chunks_exact(width)
            .map(|dependent| heads_with_root.iter().zip(&prior).map(|(head, prior)| dot_floats(dependent, head) + prior).collect())
            .collect();
        Decisions { tags, lemmas, arcs, dependents, heads }
    }

    /// Word vectors: the mean of the pieces, and beside it the sum of the hashed features.
    fn embed(&mut self, words: &[&'s str]) {
        let weights = self.weights;
        let (n_pieces, n_hashed) = (weights.pieces.columns(), weights.hashed.columns());
        let lower = has_lower_case(words);
        let embedded = &mut self.buffers.embedded;
        embedded.clear();
        for (index, &word) in words.iter().enumerate() {
            let pieces = self.pieces.entry(word).or_insert_with(|| {
                let ids = weights.vocabulary.pieces(word);
                let mut mean = vec![0.0; n_pieces];
                for &id in &ids {
                    weights.pieces.add_row(usize::from(id), 1.0 / ids.len() as f32, &mut mean);
                }
                mean
            });
            embedded.extend_from_slice(pieces);
            let start = embedded.len();
            embedded.resize(start + n_hashed, 0.0);
            for (template, id) in hashed(word, index == 0, lower).into_iter().enumerate() {
                weights.hashed.add_row(template * N_BUCKETS + usize::from(id), 1.0, &mut embedded[start..]);
            }
        }
    }
}

impl Buffers {
    /// One layer: normalise, look at both neighbours, run over the sentence in both directions, add to `x`.
    fn layer(&mut self, layer: &Layer) {
        let width = layer.norm.gain.len();
        let half = width / 2;
        normalise(&self.x, &layer.norm.gain, &layer.norm.bias, &mut self.y);
        self.convolve(&layer.conv, width);
        apply(&layer.u, &self.c, &mut self.u, &mut self.quantised);
        let n_words = self.x.len() / width;
        self.h.clear();
        self.h.resize(n_words * width, 0.0);
        for lane in 0..half {
            let mut state = 0.0;
            for word in 0..n_words {
                let u = &self.u[word * 2 * width..(word + 1) * 2 * width];
                let forget = sigmoid(u[half + lane]);
                state = (1.0 - forget) * u[lane] + forget * state;
                self.h[word * width + lane] = state.max(0.0);
            }
            state = 0.0;
            for word in (0..n_words).rev() {
                let u = &self.u[word * 2 * width + width..(word + 1) * 2 * width];
                let forget = sigmoid(u[half + lane]);
                state = (1.0 - forget) * u[lane] + forget * state;
                self.h[word * width + half + lane] = state.max(0.0);
            }
        }
        apply(&layer.o, &self.h, &mut self.o, &mut self.quantised);
        self.x.iter_mut().zip(&self.o).for_each(|(x, o)| *x += o);
    }

    /// Each word's vector with those of its neighbours, weighed element by element.
    fn convolve(&mut self, kernels: &[f32], width: usize) {
        let (before, rest) = kernels.split_at(width);
        let (own, behind) = rest.split_at(width);
        let n_words = self.y.len() / width;
        self.c.clear();
        for word in 0..n_words {
            for lane in 0..width {
                let at = word * width + lane;
                let mut sum = self.y[at] * own[lane];
                if word > 0 {
                    sum += self.y[at - width] * before[lane];
                }
                if word + 1 < n_words {
                    sum += self.y[at + width] * behind[lane];
                }
                self.c.push(sum);
            }
        }
    }
}

fn apply(linear: &Linear, inputs: &[f32], out: &mut Vec<f32>, quantised: &mut Vec<i16>) {
    linear.matrix.apply(inputs, Some(&linear.bias), out, quantised);
}

/// The label of the best score among those allowed; the first of equals.
fn best<'w>(head: &'w Head, scores: &[f32], allowed: impl Fn(&str) -> bool) -> &'w str {
    let mut best: Option<(f32, &str)> = None;
    for (&score, label) in scores.iter().zip(&head.labels) {
        if allowed(label) && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, label));
        }
    }
    best.map_or("", |(_, label)| label)
}
