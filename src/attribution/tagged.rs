//! Attributions as the weights see them: tags of source, cue and content, and the link of each to its cue.

use crate::analysis::chunk::chunks;
use crate::analysis::{Analysis, Word};
use crate::grammar::{AttributionPart, Deprel};
use crate::span::ByteSpan;

/// One attribution of the weights; each role may have several spans, the source none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tagged {
    /// Who is credited.
    pub source: Vec<ByteSpan>,
    /// The words that attribute.
    pub cue: Vec<ByteSpan>,
    /// What is said or thought.
    pub content: Vec<ByteSpan>,
    /// Index of the sentence of the cue.
    pub sentence: usize,
}

/// A stretch of words with one role.
struct Run<'a> {
    role: AttributionPart,
    sentence: usize,
    words: &'a [Word],
    start: usize,
}

impl Run<'_> {
    fn span(&self) -> ByteSpan {
        self.words[0]
            .span
            .cover(self.words[self.words.len() - 1].span)
    }

    /// The cue that most of the words belong to; the first of equals.
    fn cue(&self) -> Option<(usize, usize)> {
        let votes =
            |cue: Option<(usize, usize)>| self.words.iter().filter(|word| word.cue == cue).count();
        let best = self
            .words
            .iter()
            .map(|word| word.cue)
            .reduce(|best, other| {
                if votes(other) > votes(best) {
                    other
                } else {
                    best
                }
            });
        best.flatten()
    }
}

/// Finds the attributions of a text, in the order of their cues. Linear in the number of words for sentences of bounded
/// length.
pub fn find(analyses: &[Analysis]) -> Vec<Tagged> {
    let runs: Vec<Run> = analyses
        .iter()
        .enumerate()
        .flat_map(|(sentence, analysis)| runs(sentence, &analysis.words))
        .collect();
    let cues: Vec<&Run> = runs
        .iter()
        .filter(|run| run.role == AttributionPart::Cue)
        .collect();
    let mut found: Vec<Tagged> = cues
        .iter()
        .map(|run| Tagged {
            cue: vec![run.span()],
            sentence: run.sentence,
            ..Tagged::default()
        })
        .collect();
    // The attribution whose content was seen last.
    let mut last: Option<usize> = None;
    for run in runs.iter().filter(|run| run.role != AttributionPart::Cue) {
        let cue = run.cue().and_then(|cue| {
            cues.binary_search_by_key(&cue, |cue| (cue.sentence, cue.start))
                .ok()
        });
        if run.role == AttributionPart::Source {
            // A source belongs to somebody: where the link fails, to the nearest cue of its sentence.
            let nearest = || {
                let here = cues.partition_point(|cue| cue.sentence < run.sentence)
                    ..cues.partition_point(|cue| cue.sentence <= run.sentence);
                here.min_by_key(|&cue| cues[cue].start.abs_diff(run.start))
            };
            if let Some(cue) = cue.or_else(nearest) {
                found[cue].source.push(run.span());
            }
        } else {
            // What is said without a cue goes on with what was said just before; else it is too unsure.
            let just_before = || last.filter(|&last| run.sentence <= cues[last].sentence + 1);
            if let Some(cue) = cue.or_else(just_before) {
                found[cue].content.push(run.span());
                last = Some(cue);
            }
        }
    }
    found.retain(|attribution| !attribution.content.is_empty());
    for attribution in found
        .iter_mut()
        .filter(|attribution| attribution.source.is_empty())
    {
        attribution
            .source
            .extend(subject(&analyses[attribution.sentence], &attribution.cue));
    }
    found
}

/// The subject of a cue's verb, which may be that of a verb it is coordinated with: "rose and said".
fn subject(analysis: &Analysis, cue: &[ByteSpan]) -> Option<ByteSpan> {
    let words = &analysis.words;
    let inside = |token: usize| cue.iter().any(|span| span.contains(words[token].span));
    let mut verb = (0..words.len())
        .find(|&token| inside(token) && words[token].head.is_none_or(|head| !inside(head)))?;
    for _ in 0..4 {
        let subject = analysis
            .children_with(verb, &[Deprel::Nsubj])
            .next()
            .or_else(|| analysis.child(verb, Deprel::OblAgent));
        if let Some(subject) = subject {
            let tokens = analysis.subtree(subject);
            let comma = tokens
                .iter()
                .position(|&token| token > subject && words[token].is_punctuation())
                .unwrap_or(tokens.len());
            let by = |token: &&usize| {
                words[**token].deprel.base() == Deprel::Case && words[**token].head == Some(subject)
            };
            let mut tokens = tokens[..comma].iter().skip_while(by);
            let first = tokens.next()?;
            return Some(
                words[*first]
                    .span
                    .cover(words[*tokens.last().unwrap_or(first)].span),
            );
        }
        if !matches!(words[verb].deprel.base(), Deprel::Conj | Deprel::Xcomp) {
            return None;
        }
        verb = words[verb].head?;
    }
    None
}

fn runs(sentence: usize, words: &[Word]) -> impl Iterator<Item = Run<'_>> {
    chunks(words.iter().map(|word| word.attribution))
        .into_iter()
        .map(move |(found, role)| Run {
            role,
            sentence,
            start: found.start,
            words: &words[found],
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::ChunkLabel;

    /// A sentence of words parted by blanks: form, and behind `/` its role and the word of this sentence that is its cue.
    fn sentence(text: &mut String, index: usize, line: &str) -> Analysis {
        let mut analysis = Analysis::default();
        for word in line.split(' ') {
            let mut parts = word.split('/');
            let form = parts.next().unwrap_or("");
            let attribution = parts
                .next()
                .map(|label| label.parse::<ChunkLabel<_>>().unwrap().0);
            let cue = parts
                .next()
                .and_then(|cue| cue.parse().ok())
                .map(|cue| (index, cue));
            let start = text.len();
            *text += form;
            let span = ByteSpan::new(start, text.len());
            analysis.words.push(Word {
                form: form.into(),
                attribution: attribution.flatten(),
                cue,
                span,
                head: Some(0),
                ..Word::default()
            });
            text.push(' ');
        }
        analysis
    }

    #[test]
    fn content_without_a_cue_goes_on_with_what_was_said_just_before() {
        let mut text = String::new();
        let lines = [
            "Adair/B-source said/B-cue rain/B-content/1 comes/I-content/1 .",
            "Much/B-content rain/I-content .",
            "Nobody asked .",
            "Snow/B-content too/I-content .",
        ];
        let analyses: Vec<Analysis> = lines
            .iter()
            .enumerate()
            .map(|(index, line)| sentence(&mut text, index, line))
            .collect();
        let found = find(&analyses);
        let of = |spans: &[ByteSpan]| {
            spans
                .iter()
                .map(|span| span.of(&text).to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(found.len(), 1);
        assert_eq!(
            (of(&found[0].source), of(&found[0].cue)),
            (vec!["Adair".into()], vec!["said".into()])
        );
        assert_eq!(of(&found[0].content), ["rain comes", "Much rain"]);
    }

    #[test]
    fn a_missing_source_is_the_subject_of_the_cue() {
        let mut text = String::new();
        let mut analysis = sentence(&mut text, 0, "The mayor rose and said/B-cue no/B-content/4");
        for (word, (head, deprel)) in [
            (Some(1), Deprel::Det),
            (Some(2), Deprel::Nsubj),
            (None, Deprel::Root),
            (Some(4), Deprel::Cc),
            (Some(2), Deprel::Conj),
            (Some(4), Deprel::Obj),
        ]
        .into_iter()
        .enumerate()
        {
            analysis.words[word].head = head;
            analysis.words[word].deprel = deprel;
        }
        analysis.link();
        let found = find(&[analysis]);
        assert_eq!(
            found[0]
                .source
                .iter()
                .map(|span| span.of(&text))
                .collect::<Vec<_>>(),
            ["The mayor"]
        );
    }
}
