//! Which words stand in a quotation, and who is said to speak.

use crate::analysis::Analysis;
use crate::grammar::Deprel;
use crate::sentence::Sentence;

/// Verbs of saying that name a speaker.
const SAYING: [&str; 26] = [
    "say", "tell", "add", "ask", "reply", "write", "note", "argue", "explain", "warn", "claim",
    "insist", "declare", "announce", "admit", "recall", "state", "answer", "tweet", "respond",
    "continue", "complain", "shout", "conclude", "believe", "think",
];

/// Quotations of a text.
#[derive(Debug, Clone, Default)]
pub struct Quotations {
    /// For each sentence and word the quotation that it stands in.
    pub by_word: Vec<Vec<Option<usize>>>,
    /// For each quotation the sentence and word of its speaker, where one is named beside it.
    pub speakers: Vec<Option<(usize, usize)>>,
}

/// Finds what stands between quotation marks, at most to the end of its block. Linear.
pub fn find(sentences: &[Sentence], analyses: &[Analysis]) -> Quotations {
    let mut quotations = Quotations {
        by_word: analyses
            .iter()
            .map(|analysis| vec![None; analysis.words.len()])
            .collect(),
        speakers: Vec::new(),
    };
    let mut open: Option<usize> = None;
    for (index, analysis) in analyses.iter().enumerate() {
        if index > 0 && sentences[index].block != sentences[index - 1].block {
            open = None;
        }
        for (token, word) in analysis.words.iter().enumerate() {
            match word.form.as_str() {
                "“" | "``" => open = Some(begin(&mut quotations)),
                "”" | "''" => open = None,
                "\"" => {
                    open = if open.is_some() {
                        None
                    } else {
                        Some(begin(&mut quotations))
                    }
                }
                _ => quotations.by_word[index][token] = open,
            }
        }
        let here: Vec<usize> = (0..analysis.words.len())
            .filter_map(|token| quotations.by_word[index][token])
            .collect();
        if let Some(speaker) = here
            .first()
            .and_then(|_| speaker(analysis, &quotations.by_word[index]))
        {
            for quotation in here {
                quotations.speakers[quotation].get_or_insert((index, speaker));
            }
        }
    }
    quotations
}

fn begin(quotations: &mut Quotations) -> usize {
    quotations.speakers.push(None);
    quotations.speakers.len() - 1
}

/// The subject of a verb of saying outside the quotations of a sentence.
fn speaker(analysis: &Analysis, quoted: &[Option<usize>]) -> Option<usize> {
    (0..analysis.words.len())
        .filter(|&token| quoted[token].is_none() && analysis.words[token].has_lemma(&SAYING))
        .find_map(|verb| {
            analysis
                .children_with(verb, &[Deprel::Nsubj])
                .find(|&subject| quoted[subject].is_none())
        })
}

#[cfg(test)]
mod tests;
