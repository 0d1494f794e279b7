//! What the trainer needs of the crate: tokens and word features, computed by the code that will use the weights.
//!
//! - `averral-training features VOCAB.txt < sentences.tsv > features.bin` reads a line of a text a line, words parted by
//!   tabs, and writes for each word: u8 number of pieces, the pieces as u16, eight hashed features as u16, little endian.
//! - `averral-training ngrams < sentences.tsv > ngrams.jsonl` reads the same and writes for each line the ids of its words
//!   and pairs of words.
//! - `averral-training tokens < texts.jsonl > tokens.jsonl` reads a text a line as a JSON string and writes its
//!   sentences as lists of `[start, end]` of their tokens, in Unicode code points.
//! - `averral-training coreference DATA_DIR` trains `src/analysis/coreference/weights.bin`.

mod coreference;

use averral::inference::features::{Vocabulary, hashed};
use averral::inference::ngram::ngrams;
use averral::sentence::split_text;
use std::io::{BufRead, BufWriter, Write};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["features", vocabulary] => features(&std::fs::read_to_string(vocabulary)?),
        ["ngrams"] => print_ngrams(),
        ["tokens"] => tokens(),
        ["coreference", data] => {
            let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
            let weights = std::fs::read(root.join("weights/averral-en.weights"))?;
            let table = coreference::train(std::path::Path::new(data), &weights)?;
            Ok(std::fs::write(
                root.join("src/analysis/coreference/weights.bin"),
                table,
            )?)
        }
        _ => Err(
            "usage: averral-training features VOCAB.txt | ngrams | tokens | coreference DATA_DIR"
                .into(),
        ),
    }
}

fn features(vocabulary: &str) -> Outcome {
    let vocabulary = Vocabulary::read(vocabulary);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let words: Vec<&str> = line.split('\t').collect();
        for (word, hashed) in words.iter().zip(hashed(&words)) {
            let pieces = vocabulary.pieces(word);
            out.write_all(&[pieces.len() as u8])?;
            for id in pieces.iter().chain(&hashed) {
                out.write_all(&id.to_le_bytes())?;
            }
        }
    }
    Ok(out.flush()?)
}

fn print_ngrams() -> Outcome {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        serde_json::to_writer(&mut out, &ngrams(&line.split('\t').collect::<Vec<_>>()))?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

fn tokens() -> Outcome {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let text: String = serde_json::from_str(&line?)?;
        let mut points = vec![0usize; text.len() + 1];
        let mut seen = 0;
        for (at, letter) in text.char_indices() {
            points[at] = seen;
            seen += 1;
            points[at + letter.len_utf8()] = seen;
        }
        let mut sentences = Vec::new();
        let mut base = 0;
        for paragraph in text.split_inclusive('\n') {
            for sentence in split_text(paragraph, base, 0) {
                let spans = sentence
                    .tokens
                    .iter()
                    .map(|token| [points[token.span.start], points[token.span.end]]);
                sentences.push(spans.collect::<Vec<_>>());
            }
            base += paragraph.len();
        }
        serde_json::to_writer(&mut out, &sentences)?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}
