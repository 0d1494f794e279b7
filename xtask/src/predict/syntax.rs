//! Task `syntax`: plain text, or CoNLL-U whose raw text is taken, becomes CoNLL-U.

use averral::inference::Weights;
use averral::{analysis, sentence};
use std::fmt::Write;
use std::path::Path;

pub fn syntax(input: &Path, output: &Path) -> anyhow::Result<()> {
    let source = std::fs::read_to_string(input)?;
    let conllu = source.lines().any(|line| line.starts_with("# text = "));
    let paragraphs = if conllu {
        raw_paragraphs(&source)
    } else {
        source.split("\n\n").map(str::to_string).collect()
    };
    let weights = Weights::read(&crate::weights()?)?;
    let mut out = String::new();
    for paragraph in paragraphs {
        let drafts = sentence::split_text(&paragraph, 0, 0);
        let (sentences, analyses) = analysis::parse(&weights, &paragraph, &drafts);
        for (sentence, analysis) in sentences.iter().zip(&analyses) {
            let words = &analysis.words;
            writeln!(
                out,
                "# text = {}",
                sentence.span.of(&paragraph).replace('\n', " ")
            )?;
            for (index, word) in words.iter().enumerate() {
                let next = words
                    .get(index + 1)
                    .map_or(usize::MAX, |next| next.span.start);
                let misc = if next == word.span.end {
                    "SpaceAfter=No"
                } else {
                    "_"
                };
                let features = word.features.to_string();
                let features = if features.is_empty() { "_" } else { &features };
                let head = word.head.map_or(0, |head| head + 1);
                let lemma = if word.lemma.is_empty() {
                    "_"
                } else {
                    &word.lemma
                };
                writeln!(
                    out,
                    "{}\t{}\t{lemma}\t{}\t_\t{features}\t{head}\t{}\t_\t{misc}",
                    index + 1,
                    word.form,
                    word.upos,
                    word.deprel
                )?;
            }
            out.push('\n');
        }
    }
    Ok(std::fs::write(output, out)?)
}

/// The raw text: `# text` lines with a blank between, a paragraph ended by `# newpar` or `# newdoc`.
fn raw_paragraphs(conllu: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in conllu.lines() {
        let new = line.starts_with("# newpar") || line.starts_with("# newdoc");
        if new && paragraphs.last().is_some_and(|last| !last.is_empty()) {
            paragraphs.push(String::new());
        }
        if let (Some(text), Some(last)) = (line.strip_prefix("# text = "), paragraphs.last_mut()) {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(text);
        }
    }
    paragraphs
}
