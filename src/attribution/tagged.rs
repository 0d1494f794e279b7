//! Attributions as the weights see them: tags of source, cue and content, and the link of each to its cue.

use crate::analysis::{Analysis, Word};
use crate::span::ByteSpan;

/// One attribution of the weights; each role may have several spans, source and cue none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tagged {
    /// Who is credited.
    pub source: Vec<ByteSpan>,
    /// The words that attribute.
    pub cue: Vec<ByteSpan>,
    /// What is said or thought.
    pub content: Vec<ByteSpan>,
    /// Index of the sentence of the cue, or where there is none of the content.
    pub sentence: usize,
}

/// A run of words with one role.
struct Run<'a> {
    role: &'a str,
    sentence: usize,
    words: &'a [Word],
    start: usize,
}

impl Run<'_> {
    fn span(&self) -> ByteSpan {
        self.words[0].span.cover(self.words[self.words.len() - 1].span)
    }

    /// The cue that most of the words belong to; the first of equals.
    fn cue(&self) -> Option<(usize, usize)> {
        let votes = |cue: Option<(usize, usize)>| self.words.iter().filter(|word| word.cue == cue).count();
        let best = self.words.iter().map(|word| word.cue).reduce(|best, other| if votes(other) > votes(best) { other } else { best });
        best.flatten()
    }
}

/// Finds the attributions of a text. Linear in the number of words.
pub fn find(analyses: &[Analysis]) -> Vec<Tagged> {
    let runs: Vec<Run> = analyses.iter().enumerate().flat_map(|(sentence, analysis)| runs(sentence, &analysis.words)).collect();
    let mut places: Vec<(usize, usize)> = Vec::new();
    let mut found: Vec<Tagged> = Vec::new();
    for run in runs.iter().filter(|run| run.role == "cue") {
        places.push((run.sentence, run.start));
        found.push(Tagged { cue: vec![run.span()], sentence: run.sentence, ..Tagged::default() });
    }
    let mut loose: Vec<&Run> = Vec::new();
    for run in runs.iter().filter(|run| run.role != "cue") {
        // A source belongs to somebody: where the link fails, to the nearest cue of its sentence.
        let nearest = || {
            let here = places.iter().filter(|(sentence, _)| run.role == "source" && *sentence == run.sentence);
            here.copied().min_by_key(|(_, word)| word.abs_diff(run.start))
        };
        match run.cue().or_else(nearest).and_then(|cue| places.binary_search(&cue).ok()) {
            Some(index) if run.role == "source" => found[index].source.push(run.span()),
            Some(index) => found[index].content.push(run.span()),
            None if run.role == "content" => loose.push(run),
            None => {}
        }
    }
    found.retain(|attribution| !attribution.content.is_empty());
    for attribution in found.iter_mut().filter(|attribution| attribution.source.is_empty()) {
        attribution.source.extend(subject(&analyses[attribution.sentence], &attribution.cue));
    }
    for run in loose {
        // What is said without a cue goes on with what was said just before; else it is too unsure.
        let before = found.iter_mut().filter(|attribution| attribution.content.iter().all(|span| span.start < run.span().start));
        let last = before.max_by_key(|attribution| attribution.content.iter().map(|span| span.end).max());
        if let Some(last) = last.filter(|last| run.sentence <= last.sentence + 1) {
            last.content.push(run.span());
        }
    }
    found.sort_by_key(|attribution| attribution.content.first().map(|span| span.start));
    found
}

/// The subject of a cue's verb, which may be that of a verb it is coordinated with: "rose and said".
fn subject(analysis: &Analysis, cue: &[ByteSpan]) -> Option<ByteSpan> {
    let words = &analysis.words;
    let inside = |token: usize| cue.iter().any(|span| span.contains(words[token].span));
    let mut verb = (0..words.len()).find(|&token| inside(token) && words[token].head.is_none_or(|head| !inside(head)))?;
    for _ in 0..4 {
        let subject = analysis.children_with(verb, &["nsubj"]).next().or_else(|| analysis.child(verb, "obl:agent"));
        if let Some(subject) = subject {
            let tokens = analysis.subtree(subject);
            let comma = tokens.iter().position(|&token| token > subject && words[token].is_punctuation()).unwrap_or(tokens.len());
            let by = |token: &&usize| words[**token].base_relation() == "case" && words[**token].head == Some(subject);
            let mut tokens = tokens[..comma].iter().skip_while(by);
            let first = tokens.next()?;
            return Some(words[*first].span.cover(words[*tokens.last().unwrap_or(first)].span));
        }
        if !matches!(words[verb].base_relation(), "conj" | "xcomp") {
            return None;
        }
        verb = words[verb].head?;
    }
    None
}

fn runs(sentence: usize, words: &[Word]) -> Vec<Run<'_>> {
    let mut runs: Vec<Run> = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let role = words[start].attribution.get(2..).unwrap_or("");
        let inside = |word: &&Word| word.attribution.strip_prefix("I-") == Some(role);
        let end = start + 1 + words[start + 1..].iter().take_while(inside).count();
        if !role.is_empty() {
            runs.push(Run { role, sentence, words: &words[start..end], start });
        }
        start = end;
    }
    runs
}
