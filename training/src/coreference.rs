//! Trains the scorer of coreference: mention ranking with a log-linear model (Durrett & Klein 2013), the correct
//! antecedents summed over, mistakes made dearer where they join what should be joined to nothing.

use averral::ByteSpan;
use averral::analysis::coreference::feature::{Features, SIZE};
use averral::analysis::coreference::{Document, Entity, Form, Scorer};
use averral::analysis::{self, Analysis};
use averral::inference::Weights;
use averral::sentence::{Sentence, split_text};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// Genres of GUM whose texts forbid commercial use.
const LEFT_OUT: [&str; 5] = ["fiction", "whow", "essay", "letter", "podcast"];
const N_EPOCHS: usize = 6;
const RATE: f32 = 0.1;
/// What it costs to begin an entity wrongly, to join wrongly, and to join the wrong one.
const FALSE_NEW: f32 = 3.0;
const FALSE_LINK: f32 = 0.1;
const WRONG_LINK: f32 = 1.0;
/// How much one pronoun of GAP weighs beside a mention of GUM.
const GAP_WEIGHT: f32 = 8.0;
/// Strength of the L1 penalty, which leaves weights of rare features at nothing.
const SPARSENESS: f32 = 0.005;

/// Trains on `coref/gum-train.jsonl` and `coref/gap-train.jsonl` of a data folder; gives the table of weights.
pub fn train(data: &Path, weights: &[u8]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let weights = Weights::read(weights)?;
    let mut texts = Vec::new();
    for name in ["gum-train.jsonl", "gap-train.jsonl"] {
        for line in std::fs::read_to_string(data.join("coref").join(name))?.lines() {
            let row: Value = serde_json::from_str(line)?;
            if row["genre"]
                .as_str()
                .is_none_or(|genre| !LEFT_OUT.contains(&genre))
            {
                texts.push(Text::read(&weights, row));
            }
        }
    }
    let documents: Vec<Document> = texts
        .iter()
        .map(|text| Document::new(&text.text, &text.sentences, &text.analyses))
        .collect();
    let mut learner = Learner::new();
    let mut order: Vec<usize> = (0..texts.len()).collect();
    let mut seed = 1u64;
    for epoch in 0..N_EPOCHS {
        for last in (1..order.len()).rev() {
            seed = seed
                .wrapping_mul(6364136223846793005)
                .wrapping_add(1442695040888963407);
            order.swap(last, (seed >> 33) as usize % (last + 1));
        }
        for &index in &order {
            let (text, document) = (&texts[index], &documents[index]);
            match text.row.get("pronoun") {
                None => learner.document(text, document, epoch > 1),
                Some(_) if epoch > 0 => learner.pronoun(text, document),
                Some(_) => {}
            }
        }
        eprintln!("epoch {}", epoch + 1);
    }
    Ok(Scorer::new(&learner.averaged()).table())
}

/// A row of the corpora with its trees.
struct Text {
    row: Value,
    text: String,
    /// The byte at which each code point begins, and the end.
    bytes: Vec<usize>,
    sentences: Vec<Sentence>,
    analyses: Vec<Analysis>,
}

impl Text {
    fn read(weights: &Weights, row: Value) -> Self {
        let text = row["text"].as_str().unwrap_or("").to_string();
        let mut drafts = Vec::new();
        for (block, paragraph) in text.split("\n\n").enumerate() {
            drafts.extend(split_text(
                paragraph,
                paragraph.as_ptr() as usize - text.as_ptr() as usize,
                block,
            ));
        }
        let (sentences, analyses) = analysis::parse(weights, &text, &drafts);
        let bytes = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        Text {
            row,
            text,
            bytes,
            sentences,
            analyses,
        }
    }

    fn span(&self, span: &Value) -> ByteSpan {
        let bound = |at: usize| self.bytes[span[at].as_u64().unwrap_or(0) as usize];
        ByteSpan::new(bound(0), bound(1))
    }

    /// The cluster of each mention that was marked by hand.
    fn gold(&self) -> HashMap<ByteSpan, usize> {
        let clusters = self.row["ontogum"]
            .as_array()
            .into_iter()
            .flatten()
            .enumerate();
        let mentions = clusters.flat_map(|(cluster, mentions)| {
            mentions
                .as_array()
                .into_iter()
                .flatten()
                .map(move |span| (self.span(span), cluster))
        });
        // A mention is in its first cluster only.
        let mut gold = HashMap::new();
        for (span, cluster) in mentions {
            gold.entry(span).or_insert(cluster);
        }
        gold
    }
}

/// What a mention may do: its features, what choosing it wrongly costs, whether it is right.
struct Choice {
    features: Vec<u32>,
    cost: f32,
    right: bool,
}

/// AdaGrad (Duchi et al. 2011) with the average of all steps.
struct Learner {
    weights: Vec<f32>,
    squares: Vec<f32>,
    sums: Vec<f64>,
    n_steps: f64,
    gradient: Vec<f32>,
    touched: Vec<u32>,
}

impl Learner {
    fn new() -> Self {
        Learner {
            weights: vec![0.0; SIZE],
            squares: vec![0.0; SIZE],
            sums: vec![0.0; SIZE],
            n_steps: 0.0,
            gradient: vec![0.0; SIZE],
            touched: Vec::new(),
        }
    }

    fn averaged(&self) -> Vec<f32> {
        let average =
            |(&weight, &sum): (&f32, &f64)| (f64::from(weight) + sum / (self.n_steps + 1.0)) as f32;
        self.weights.iter().zip(&self.sums).map(average).collect()
    }

    fn score(&self, features: &[u32]) -> f32 {
        features
            .iter()
            .map(|&feature| self.weights[feature as usize])
            .sum()
    }

    /// One step for all mentions of a document. What is known of entities is the gold, later what the scorer finds.
    fn document(&mut self, text: &Text, document: &Document, found: bool) {
        let gold = text.gold();
        let keys: Vec<Option<usize>> = document
            .mentions
            .iter()
            .map(|mention| gold.get(&mention.span).copied())
            .collect();
        let mut entities: Vec<Entity> = Vec::new();
        let mut entity_of: Vec<usize> = Vec::new();
        let mut of_gold: HashMap<usize, usize> = HashMap::new();
        for (index, &key) in keys.iter().enumerate() {
            let candidates = document.candidates(index);
            let is_right = |candidate: usize| key.is_some() && keys[candidate] == key;
            let first = !candidates.iter().any(|&(candidate, _)| is_right(candidate));
            let mut features = Features::default();
            document.new_features(index, &mut features);
            let mut choices = vec![Choice {
                features: features.places,
                cost: if first { 0.0 } else { FALSE_NEW },
                right: first,
            }];
            for &(candidate, rank) in &candidates {
                let mut features = Features::default();
                document.pair_features(
                    index,
                    candidate,
                    rank,
                    &entities[entity_of[candidate]],
                    &mut features,
                );
                let right = is_right(candidate);
                let cost = if right {
                    0.0
                } else if first {
                    FALSE_LINK
                } else {
                    WRONG_LINK
                };
                choices.push(Choice {
                    features: features.places,
                    cost,
                    right,
                });
            }
            let joined = if found {
                let scores = choices.iter().map(|choice| self.score(&choice.features));
                let best = scores
                    .enumerate()
                    .reduce(|best, other| if other.1 > best.1 { other } else { best });
                best.and_then(|(at, _)| at.checked_sub(1))
                    .map(|at| entity_of[candidates[at].0])
            } else {
                key.and_then(|key| of_gold.get(&key).copied())
            };
            self.learn(&choices, 1.0);
            let entity = joined.unwrap_or(entities.len());
            match entities.get_mut(entity) {
                Some(entity) => document.join(entity, index),
                None => entities.push(document.begin(index)),
            }
            entity_of.push(entity);
            if let Some(key) = key {
                of_gold.insert(key, entity);
            }
        }
    }

    /// One step for the pronoun of a row of GAP: the right one of two names.
    fn pronoun(&mut self, text: &Text, document: &Document) {
        let pronoun = text.span(&text.row["pronoun"]);
        let is_pronoun = |mention: &averral::analysis::coreference::Mention| {
            mention.form == Form::Pronoun && mention.span == pronoun
        };
        let Some(index) = document.mentions.iter().position(is_pronoun) else {
            return;
        };
        let names = [("a", "a_coref"), ("b", "b_coref")]
            .map(|(name, right)| (text.span(&text.row[name]), text.row[right] == true));
        let resolution = document.resolve(&Scorer::new(&self.weights));
        let mut entities: HashMap<usize, Entity> = HashMap::new();
        for mention in 0..index {
            entities
                .entry(resolution.entity_of[mention])
                .and_modify(|entity| document.join(entity, mention))
                .or_insert_with(|| document.begin(mention));
        }
        let mut choices = Vec::new();
        for (candidate, rank) in document.candidates(index) {
            let mention = &document.mentions[candidate];
            let head = text.analyses[mention.sentence].words[mention.head].span;
            let name = names
                .iter()
                .find(|(name, _)| !mention.coordinated && name.overlaps(head));
            let Some(&(_, right)) = name else { continue };
            let mut features = Features::default();
            let entity = &entities[&resolution.entity_of[candidate]];
            document.pair_features(index, candidate, rank, entity, &mut features);
            choices.push(Choice {
                features: features.places,
                cost: if right { 0.0 } else { WRONG_LINK },
                right,
            });
        }
        if choices.iter().any(|choice| choice.right) && choices.iter().any(|choice| !choice.right) {
            self.learn(&choices, GAP_WEIGHT);
        }
    }

    fn learn(&mut self, choices: &[Choice], weight: f32) {
        let scores: Vec<f32> = choices
            .iter()
            .map(|choice| self.score(&choice.features))
            .collect();
        let costly = shares(
            choices
                .iter()
                .zip(&scores)
                .map(|(choice, score)| score + choice.cost),
        );
        let never = |(choice, &score): (&Choice, &f32)| if choice.right { score } else { f32::MIN };
        let right = shares(choices.iter().zip(&scores).map(never));
        for (choice, (costly, right)) in choices.iter().zip(costly.iter().zip(&right)) {
            for &feature in &choice.features {
                if self.gradient[feature as usize] == 0.0 {
                    self.touched.push(feature);
                }
                self.gradient[feature as usize] += (costly - right) * weight;
            }
        }
        self.n_steps += 1.0;
        for feature in std::mem::take(&mut self.touched) {
            let at = feature as usize;
            let gradient = std::mem::take(&mut self.gradient[at]);
            if gradient != 0.0 {
                self.squares[at] += gradient * gradient;
                let rate = RATE / (self.squares[at].sqrt() + 1e-6);
                let moved = self.weights[at] - rate * gradient;
                let shrunk = moved.signum() * (moved.abs() - rate * SPARSENESS).max(0.0);
                let step = self.weights[at] - shrunk;
                self.weights[at] = shrunk;
                self.sums[at] += self.n_steps * f64::from(step);
            }
        }
    }
}

/// The shares of a total in proportion to the exponentials.
fn shares(scores: impl Iterator<Item = f32>) -> Vec<f32> {
    let scores: Vec<f32> = scores.collect();
    let largest = scores.iter().copied().fold(f32::MIN, f32::max);
    let powers: Vec<f32> = scores.iter().map(|score| (score - largest).exp()).collect();
    let total: f32 = powers.iter().sum();
    powers.into_iter().map(|power| power / total).collect()
}
