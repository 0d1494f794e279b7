//! The encoder and its heads, one window of sentences at a time.
//!
//! Layers are minimal gated recurrences in both directions (after Lei et al. 2018, SRU): all matrix work lies outside
//! the recurrence. Arcs and relations follow Dozat & Manning 2017. Linear in the number of words but for the arcs,
//! whose scores are quadratic within a sentence; callers keep windows short.

use super::features::{N_BUCKETS, N_HASHED, affixes, case, places};
use super::kernel::{Linear, Quantised, arrays, dot_floats, normalise, sigmoid};
use super::lemma;
use super::weights::{Biaffine, Head, Layer, N_FACTUALITY, Weights};
use crate::grammar::{AttributionPart, Chunk, ChunkLabel, Deprel, EntityType, Feature, Tag, Upos};
use std::collections::HashMap;
use std::ops::Range;

/// Most distinct words whose vectors are kept.
const MAX_KEPT: usize = 20_000;

/// What the heads say of one sentence.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    /// Per word: part of speech and features.
    pub tags: Vec<Tag>,
    /// Per word: its basic form.
    pub lemmas: Vec<String>,
    /// Per word: what it would be as a finite verb, where that is not far from the best reading.
    pub as_verbs: Vec<Option<AsVerb>>,
    /// Per word: where it stands in a named entity.
    pub entities: Vec<Option<Chunk<EntityType>>>,
    /// Per word: where it stands in a part of an attribution.
    pub attributions: Vec<Option<Chunk<AttributionPart>>>,
    /// Per word of a source or content: sentence in the window and word of the first word of its cue, where it has one.
    pub links: Vec<Option<(usize, usize)>>,
    /// Per word, were it a predicate: how certain it is that it happened, -3 to 3, on the scale of each corpus.
    pub factuality: Vec<[f32; N_FACTUALITY]>,
    /// Vectors, one behind the other, that [`judge`](super::judge) pools.
    pub vectors: Vec<f32>,
    /// `arcs[dependent][head]`: score of each head; head 0 is the root, head h + 1 the word h.
    pub arcs: Vec<Vec<f32>>,
    /// Vectors from which [`Decisions::relations`] decides.
    dependents: Vec<f32>,
    heads: Vec<f32>,
}

/// A word read as a finite verb.
#[derive(Debug, Clone, PartialEq)]
pub struct AsVerb {
    /// Its part of speech and features.
    pub tag: Tag,
    /// Its basic form.
    pub lemma: String,
    /// By how much its score falls short of the best reading's, as a logarithm of odds.
    pub short: f32,
}

impl Decisions {
    /// The relation of each word to its head (`None` for the root), as Universal Dependencies name it.
    pub fn relations(&self, weights: &Weights, heads: &[Option<usize>]) -> Vec<Deprel> {
        let width = weights.relation_root.len();
        let mut input = Vec::with_capacity(heads.len() * 3 * width);
        for (dependent, head) in self.dependents.chunks_exact(width).zip(heads) {
            let head = head.map_or(&weights.relation_root[..], |head| {
                &self.heads[head * width..(head + 1) * width]
            });
            input.extend_from_slice(dependent);
            input.extend_from_slice(head);
            input.extend(dependent.iter().zip(head).map(|(p, q)| p * q));
        }
        let mut scores = Vec::new();
        weights
            .relation
            .linear
            .apply(Quantised::default().set(&input, 3 * width), &mut scores);
        let labels = &weights.relation.labels;
        let rows = scores.chunks_exact(labels.len()).zip(heads);
        // Only the root is the root.
        rows.map(|(scores, head)| {
            let allowed = |label: Deprel| (label == Deprel::Root) == head.is_none();
            best(&weights.relation, scores, allowed).map_or(Deprel::Dep, |(_, deprel)| deprel)
        })
        .collect()
    }
}

/// What the encoder has read: one window of words, not yet cut into sentences.
pub struct Encoded<'w> {
    weights: &'w Weights,
    /// Per word: logarithm of the odds that a sentence ends behind it.
    pub ends: Vec<f32>,
    tags: Vec<Tag>,
    as_verbs: Vec<Option<AsVerb>>,
    lemmas: Vec<String>,
    entities: Vec<Option<Chunk<EntityType>>>,
    attributions: Vec<Option<Chunk<AttributionPart>>>,
    /// Per word: the first word of its cue.
    links: Vec<Option<usize>>,
    factuality: Vec<f32>,
    pooled: Vec<f32>,
    arcs: Pairs<'w>,
    dependents: Vec<f32>,
    heads: Vec<f32>,
}

impl<'w> Encoded<'w> {
    /// What the heads say of each of the window's sentences, given as ranges of its words, in order and without gaps.
    pub fn decide(&self, sentences: &[Range<usize>]) -> Vec<Decisions> {
        let place = |word: usize| {
            let sentence = sentences.partition_point(|range| range.end <= word);
            (sentence, word - sentences[sentence].start)
        };
        let slice = |all: &[f32], width: usize, range: &Range<usize>| {
            all[range.start * width..range.end * width].to_vec()
        };
        let decide = |range: &Range<usize>| Decisions {
            tags: self.tags[range.clone()].to_vec(),
            lemmas: self.lemmas[range.clone()].to_vec(),
            as_verbs: self.as_verbs[range.clone()].to_vec(),
            entities: self.entities[range.clone()].to_vec(),
            attributions: self.attributions[range.clone()].to_vec(),
            links: self.links[range.clone()]
                .iter()
                .map(|link| link.map(place))
                .collect(),
            factuality: arrays(&self.factuality)
                .skip(range.start)
                .take(range.len())
                .copied()
                .collect(),
            vectors: slice(&self.pooled, self.weights.pool.rows(), range),
            arcs: range
                .clone()
                .map(|word| self.arcs.scores(word, range.clone()))
                .collect(),
            dependents: slice(&self.dependents, self.weights.relation_root.len(), range),
            heads: slice(&self.heads, self.weights.relation_root.len(), range),
        };
        sentences.iter().map(decide).collect()
    }
}

/// Runs encoder and heads; word vectors are made once per distinct word.
pub struct Encoder<'w> {
    weights: &'w Weights,
    /// What each word seen gives to its vector wherever it stands.
    known: HashMap<String, Vec<f32>>,
    buffers: Buffers,
}

/// Room for a window's vectors, kept from one window to the next.
#[derive(Default)]
struct Buffers {
    embedded: Vec<f32>,
    x: Vec<f32>,
    y: Vec<f32>,
    c: Vec<f32>,
    u: Vec<f32>,
    h: Vec<f32>,
    o: Vec<f32>,
    state: Vec<f32>,
    forget: Vec<f32>,
    quantised: Quantised,
}

impl<'w> Encoder<'w> {
    /// An encoder with nothing kept yet.
    pub fn new(weights: &'w Weights) -> Self {
        Encoder {
            weights,
            known: HashMap::new(),
            buffers: Buffers::default(),
        }
    }

    /// Reads the lines of one window as one text. A line holds one sentence or several.
    pub fn read(&mut self, lines: &[&[&str]]) -> Encoded<'w> {
        let weights = self.weights;
        self.embed(lines);
        let width = weights.norm.gain.len();
        let b = &mut self.buffers;
        b.quantised.set(&b.embedded, weights.input.columns());
        weights.input.apply(&b.quantised, &mut b.x);
        for layer in &weights.layers {
            b.layer(layer);
        }
        normalise(&b.x, &weights.norm.gain, &weights.norm.bias, &mut b.y);
        b.quantised.set(&b.y, width);
        let input = &b.quantised;
        let vectors = |linear: &Linear| rectified(linear, input);
        let mut boundaries = Vec::new();
        weights.boundary.linear.apply(input, &mut boundaries);
        let mut tag_scores = Vec::new();
        weights.tag.linear.apply(input, &mut tag_scores);
        let tag_scores = || tag_scores.chunks_exact(weights.tag.labels.len());
        let tags: Vec<Tag> = tag_scores()
            .filter_map(|scores| best(&weights.tag, scores, |_| true))
            .map(|(_, tag)| tag)
            .collect();
        let mut scores = Vec::new();
        weights.lemma.linear.apply(input, &mut scores);
        let forms = || lines.iter().flat_map(|line| line.iter());
        let lemma_scores = || scores.chunks_exact(weights.lemma.labels.len());
        let lemmas = forms()
            .zip(&tags)
            .zip(lemma_scores())
            .map(|((form, &tag), scores)| lemma::choose(weights, scores, form, tag))
            .collect();
        let as_verbs = forms()
            .zip(tag_scores())
            .zip(lemma_scores())
            .map(|((form, tags), lemmas)| {
                let (short, tag) = as_finite_verb(weights, tags)?;
                let lemma = lemma::choose(weights, lemmas, form, tag);
                Some(AsVerb { tag, lemma, short })
            })
            .collect();
        let attributions = chunks(labels(&weights.attribution, input));
        let hidden = vectors(&weights.factuality_hidden);
        let mut factuality = Vec::new();
        let columns = weights.factuality_hidden.rows();
        weights
            .factuality
            .apply(Quantised::default().set(&hidden, columns), &mut factuality);
        Encoded {
            weights,
            ends: arrays(&boundaries)
                .map(|[inside, end]| end - inside)
                .collect(),
            tags,
            lemmas,
            as_verbs,
            entities: chunks(labels(&weights.entity, input)),
            links: links(&weights.link, input, &attributions),
            attributions,
            factuality,
            pooled: vectors(&weights.pool),
            arcs: Pairs::new(&weights.arc, input),
            dependents: vectors(&weights.relation_dependent),
            heads: vectors(&weights.relation_head),
        }
    }

    /// Word vectors: the mean of the pieces, and beside it the sum of the hashed features.
    fn embed(&mut self, lines: &[&[&str]]) {
        let weights = self.weights;
        let n_pieces = weights.pieces.columns();
        if self.known.len() > MAX_KEPT {
            self.known.clear();
        }
        let embedded = &mut self.buffers.embedded;
        embedded.clear();
        for line in lines {
            for (&word, place) in line.iter().zip(places(line)) {
                let start = embedded.len();
                match self.known.get(word) {
                    Some(vector) => embedded.extend_from_slice(vector),
                    None => {
                        let vector = word_vector(weights, word);
                        embedded.extend_from_slice(&vector);
                        self.known.insert(word.to_string(), vector);
                    }
                }
                let case = (N_HASHED - 1) * N_BUCKETS + usize::from(case(word, place));
                weights
                    .hashed
                    .add_row(case, 1.0, &mut embedded[start + n_pieces..]);
            }
        }
    }
}

/// What a word gives to its vector wherever it stands.
fn word_vector(weights: &Weights, word: &str) -> Vec<f32> {
    let n_pieces = weights.pieces.columns();
    let mut vector = vec![0.0; n_pieces + weights.hashed.columns()];
    let (mean, sum) = vector.split_at_mut(n_pieces);
    let ids = weights.vocabulary.pieces(word);
    for &id in &ids {
        weights
            .pieces
            .add_row(usize::from(id), 1.0 / ids.len() as f32, mean);
    }
    for (template, id) in affixes(word).into_iter().enumerate() {
        weights
            .hashed
            .add_row(template * N_BUCKETS + usize::from(id), 1.0, sum);
    }
    vector
}

/// Words as dependents and as heads of a [`Biaffine`].
struct Pairs<'w> {
    form: &'w Biaffine,
    /// Each word as a dependent, the bilinear form applied to it.
    turned: Vec<f32>,
    heads: Vec<f32>,
    /// What each word, and what the root scores as a head of any word.
    alone: Vec<f32>,
    root_alone: f32,
}

impl<'w> Pairs<'w> {
    fn new(form: &'w Biaffine, input: &Quantised) -> Self {
        let dependents = rectified(&form.dependent, input);
        let mut turned = Vec::new();
        form.bilinear.apply(
            Quantised::default().set(&dependents, form.dependent.rows()),
            &mut turned,
        );
        let heads = rectified(&form.head, input);
        let alone = |head: &[f32]| dot_floats(head, &form.weight);
        let root_alone = alone(&form.root);
        let alone = heads.chunks_exact(form.root.len()).map(alone).collect();
        Pairs {
            form,
            turned,
            heads,
            alone,
            root_alone,
        }
    }

    /// Scores of the root and of each word in a range as head of a word.
    fn scores(&self, word: usize, heads: impl Iterator<Item = usize>) -> Vec<f32> {
        let width = self.form.root.len();
        let dependent = &self.turned[word * width..(word + 1) * width];
        let words = heads.map(|head| {
            dot_floats(dependent, &self.heads[head * width..(head + 1) * width]) + self.alone[head]
        });
        std::iter::once(dot_floats(dependent, &self.form.root) + self.root_alone)
            .chain(words)
            .collect()
    }
}

/// For each word of a source or content the cue that it belongs to: the first word of the cue.
fn links(
    form: &Biaffine,
    input: &Quantised,
    tags: &[Option<Chunk<AttributionPart>>],
) -> Vec<Option<usize>> {
    let cues: Vec<usize> = (0..tags.len())
        .filter(|&word| tags[word] == Some(Chunk::Begin(AttributionPart::Cue)))
        .collect();
    if cues.is_empty() {
        return vec![None; tags.len()];
    }
    let pairs = Pairs::new(form, input);
    let linked = |tag: Option<Chunk<AttributionPart>>| {
        tag.is_some_and(|tag| tag.kind() != AttributionPart::Cue)
    };
    let link = |word: usize| {
        let scores = pairs.scores(word, cues.iter().copied());
        let best = (0..scores.len()).reduce(|best, other| {
            if scores[other] > scores[best] {
                other
            } else {
                best
            }
        })?;
        best.checked_sub(1).map(|cue| cues[cue])
    };
    (0..tags.len())
        .map(|word| linked(tags[word]).then(|| link(word))?)
        .collect()
}

impl Buffers {
    /// One layer: normalise, look at both neighbours, run over the window in both directions, add to `x`.
    fn layer(&mut self, layer: &Layer) {
        let width = layer.norm.gain.len();
        let half = width / 2;
        normalise(&self.x, &layer.norm.gain, &layer.norm.bias, &mut self.y);
        self.convolve(&layer.conv, width);
        layer
            .u
            .apply(self.quantised.set(&self.c, width), &mut self.u);
        let n_words = self.x.len() / width;
        self.h.clear();
        self.h.resize(n_words * width, 0.0);
        self.scan(width, 0, 0, 0..n_words);
        self.scan(width, width, half, (0..n_words).rev());
        layer
            .o
            .apply(self.quantised.set(&self.h, width), &mut self.o);
        self.x.iter_mut().zip(&self.o).for_each(|(x, o)| *x += o);
    }

    /// The recurrence in one direction: reads `u` from column `from` on, writes half of `h` from column `to` on.
    fn scan(&mut self, width: usize, from: usize, to: usize, words: impl Iterator<Item = usize>) {
        let half = width / 2;
        self.state.clear();
        self.state.resize(half, 0.0);
        self.forget.resize(half, 0.0);
        for word in words {
            let u = &self.u[word * 2 * width + from..][..width];
            let (inputs, gates) = u.split_at(half);
            sigmoid(gates, &mut self.forget);
            let out = &mut self.h[word * width + to..][..half];
            for (((state, out), &forget), &input) in
                self.state.iter_mut().zip(out).zip(&self.forget).zip(inputs)
            {
                *state = (1.0 - forget) * input + forget * *state;
                *out = if *state > 0.0 { *state } else { 0.0 };
            }
        }
    }

    /// Each word's vector with those of its neighbours, weighed element by element.
    fn convolve(&mut self, kernels: &[f32], width: usize) {
        let (before, rest) = kernels.split_at(width);
        let (own, behind) = rest.split_at(width);
        let n_words = self.y.len() / width;
        self.c.clear();
        self.c.resize(self.y.len(), 0.0);
        for (c, y) in self
            .c
            .chunks_exact_mut(width)
            .zip(self.y.chunks_exact(width))
        {
            c.iter_mut()
                .zip(y.iter().zip(own))
                .for_each(|(c, (y, own))| *c = y * own);
        }
        let add = |out: &mut [f32], y: &[f32], kernel: &[f32]| {
            out.iter_mut()
                .zip(y.iter().zip(kernel))
                .for_each(|(out, (y, kernel))| *out += y * kernel);
        };
        for word in 1..n_words {
            let (left, right) = (
                (word - 1) * width..word * width,
                word * width..(word + 1) * width,
            );
            add(&mut self.c[right.clone()], &self.y[left.clone()], before);
            add(&mut self.c[left], &self.y[right], behind);
        }
    }
}

/// The outputs of a linear layer, negative ones set to 0.
fn rectified(linear: &Linear, inputs: &Quantised) -> Vec<f32> {
    let mut out = Vec::new();
    linear.apply(inputs, &mut out);
    out.iter_mut()
        .for_each(|value| *value = if *value > 0.0 { *value } else { 0.0 });
    out
}

/// How far a word may be from being a finite verb to be remembered as one, as a logarithm of odds.
const FARTHEST_VERB: f32 = 4.0;

/// The best reading of a word as a finite verb, with what its score falls short of the best reading's.
fn as_finite_verb(weights: &Weights, scores: &[f32]) -> Option<(f32, Tag)> {
    let is_finite_verb =
        |tag: Tag| tag.upos == Upos::Verb && tag.features.has(Feature::VerbFormFin);
    let (most, _) = best(&weights.tag, scores, |_| true)?;
    let (score, tag) = best(&weights.tag, scores, is_finite_verb)?;
    (most - score <= FARTHEST_VERB).then_some((most - score, tag))
}

/// The best score among the labels allowed, and its label; the first of equals.
fn best<L: Copy>(head: &Head<L>, scores: &[f32], allowed: impl Fn(L) -> bool) -> Option<(f32, L)> {
    let mut best: Option<(f32, L)> = None;
    for (&score, &label) in scores.iter().zip(&head.labels) {
        if best.is_none_or(|(highest, _)| score > highest) && allowed(label) {
            best = Some((score, label));
        }
    }
    best
}

/// The best label of each word.
fn labels<L: Copy>(head: &Head<L>, input: &Quantised) -> Vec<L> {
    let mut scores = Vec::new();
    head.linear.apply(input, &mut scores);
    let rows = scores.chunks_exact(head.labels.len());
    rows.filter_map(|scores| best(head, scores, |_| true))
        .map(|(_, label)| label)
        .collect()
}

fn chunks<T>(labels: Vec<ChunkLabel<T>>) -> Vec<Option<Chunk<T>>> {
    labels.into_iter().map(|ChunkLabel(chunk)| chunk).collect()
}
