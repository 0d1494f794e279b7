//! What the trainer needs of the crate: word features, computed by the code that will use the weights.
//!
//! `averral-training features VOCAB.txt < sentences.tsv > features.bin` reads a sentence a line, words parted by tabs,
//! and writes for each word: u8 number of pieces, the pieces as u16, eight hashed features as u16, little endian.

use averral::inference::features::{Vocabulary, has_lower_case, hashed};
use std::io::{BufRead, BufWriter, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["features", vocabulary] => features(&std::fs::read_to_string(vocabulary)?),
        _ => Err("usage: averral-training features VOCAB.txt < sentences.tsv > features.bin".into()),
    }
}

fn features(vocabulary: &str) -> Result<(), Box<dyn std::error::Error>> {
    let vocabulary = Vocabulary::read(vocabulary);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let words: Vec<&str> = line.split('\t').collect();
        let lower = has_lower_case(&words);
        for (index, word) in words.iter().enumerate() {
            let pieces = vocabulary.pieces(word);
            out.write_all(&[pieces.len() as u8])?;
            for id in pieces.iter().chain(&hashed(word, index == 0, lower)) {
                out.write_all(&id.to_le_bytes())?;
            }
        }
    }
    Ok(out.flush()?)
}
