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

    /// Sentence and word of the cue that most of the words belong to; on a tie the first.
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
    let mut attributions: Vec<Tagged> = cues
        .iter()
        .map(|run| Tagged {
            cue: vec![run.span()],
            sentence: run.sentence,
            ..Tagged::default()
        })
        .collect();
    // The attribution whose content was seen last.
    let mut last: Option<usize> = None;
    for run in &runs {
        let linked = run.cue().and_then(|cue| {
            cues.binary_search_by_key(&cue, |cue| (cue.sentence, cue.start))
                .ok()
        });
        match run.role {
            AttributionPart::Cue => {}
            AttributionPart::Source => {
                // A source belongs to somebody: where the link fails, to the nearest cue of its sentence.
                if let Some(cue) = linked.or_else(|| nearest(&cues, run)) {
                    attributions[cue].source.push(run.span());
                }
            }
            AttributionPart::Content => {
                // What is said without a cue goes on with what was said just before; else it is too unsure.
                let goes_on = || last.filter(|&last| run.sentence <= cues[last].sentence + 1);
                if let Some(cue) = linked.or_else(goes_on) {
                    attributions[cue].content.push(run.span());
                    last = Some(cue);
                }
            }
        }
    }
    attributions.retain(|attribution| !attribution.content.is_empty());
    for attribution in &mut attributions {
        if attribution.source.is_empty() {
            let subject = subject(&analyses[attribution.sentence], &attribution.cue);
            attribution.source.extend(subject);
        }
    }
    attributions
}

/// The cue of the same sentence that begins nearest to a stretch.
fn nearest(cues: &[&Run], run: &Run) -> Option<usize> {
    let here = cues.partition_point(|cue| cue.sentence < run.sentence)
        ..cues.partition_point(|cue| cue.sentence <= run.sentence);
    here.min_by_key(|&cue| cues[cue].start.abs_diff(run.start))
}

/// How many verbs are asked for a subject that they share.
const MOST_VERBS: usize = 4;

/// The subject of a cue's verb, which may be that of a verb it is coordinated with: "rose and said".
fn subject(analysis: &Analysis, cue: &[ByteSpan]) -> Option<ByteSpan> {
    let words = &analysis.words;
    let is_inside = |token: usize| cue.iter().any(|span| span.contains(words[token].span));
    let is_topmost =
        |&token: &usize| is_inside(token) && words[token].head.is_none_or(|head| !is_inside(head));
    let mut verb = (0..words.len()).find(is_topmost)?;
    for _ in 0..MOST_VERBS {
        let subject = analysis
            .children_with(verb, &[Deprel::Nsubj])
            .next()
            .or_else(|| analysis.child(verb, Deprel::OblAgent));
        if subject.is_some() {
            return phrase(analysis, subject?);
        }
        if !matches!(words[verb].deprel.base(), Deprel::Conj | Deprel::Xcomp) {
            return None;
        }
        verb = words[verb].head?;
    }
    None
}

/// A noun phrase up to the first comma behind its head, without "by" in front.
fn phrase(analysis: &Analysis, head: usize) -> Option<ByteSpan> {
    let words = &analysis.words;
    let is_case =
        |&token: &usize| words[token].deprel == Deprel::Case && words[token].head == Some(head);
    let tokens: Vec<usize> = analysis
        .subtree(head)
        .into_iter()
        .take_while(|&token| token <= head || !words[token].is_punctuation())
        .skip_while(is_case)
        .collect();
    let (first, last) = (*tokens.first()?, *tokens.last()?);
    Some(words[first].span.cover(words[last].span))
}

fn runs(sentence: usize, words: &[Word]) -> impl Iterator<Item = Run<'_>> {
    chunks(words.iter().map(|word| word.attribution))
        .into_iter()
        .map(move |(range, role)| Run {
            role,
            sentence,
            start: range.start,
            words: &words[range],
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::testing::trees;

    /// Source, cue and content of each attribution.
    fn tagged(lines: &[&str]) -> Vec<[String; 3]> {
        let read = trees(lines);
        let words = |spans: &[ByteSpan]| {
            let words: Vec<&str> = spans.iter().map(|span| read.words(*span)).collect();
            words.join(" / ")
        };
        find(&read.analyses)
            .iter()
            .map(|attribution| {
                [
                    words(&attribution.source),
                    words(&attribution.cue),
                    words(&attribution.content),
                ]
            })
            .collect()
    }

    fn expected(parts: [&str; 3]) -> [String; 3] {
        parts.map(str::to_string)
    }

    #[test]
    fn content_without_a_cue_goes_on_with_what_was_said_just_before() {
        let lines = [
            "Adair/PROPN/nsubj/2/B-source said/VERB/root/0/B-cue rain/NOUN/nsubj/4/B-content/2 comes/VERB/ccomp/2/I-content/2 .",
            "Much/ADJ/amod/2/B-content rain/NOUN/root/0/I-content .",
            "Nobody asked .",
            "Snow/NOUN/root/0/B-content too/ADV/advmod/1/I-content .",
        ];
        assert_eq!(
            tagged(&lines),
            [expected(["Adair", "said", "rain comes / Much rain"])]
        );
        // Nothing was said before, or nothing is said at all.
        assert!(tagged(&lines[1..]).is_empty());
        assert!(tagged(&["Adair/PROPN/nsubj/2/B-source said/VERB/root/0/B-cue"]).is_empty());
    }

    #[test]
    fn a_source_belongs_to_its_cue_else_to_the_nearest() {
        let line = |link: &str| {
            format!(
                "said/VERB/root/0/B-cue it/PRON/obj/1/B-content/1 but/CCONJ/cc/6 Adair/PROPN/nsubj/6/B-source{link} soon/ADV/advmod/6 wrote/VERB/conj/1/B-cue this/PRON/obj/6/B-content/6"
            )
        };
        let nearest = [
            expected(["", "said", "it"]),
            expected(["Adair", "wrote", "this"]),
        ];
        assert_eq!(tagged(&[&line("")]), nearest);
        let linked = [
            expected(["Adair", "said", "it"]),
            expected(["Adair", "wrote", "this"]),
        ];
        assert_eq!(tagged(&[&line("/1")]), linked);
        // The cues of other sentences are farther than any of its own.
        let saying = "said/VERB/root/0/B-cue it/PRON/obj/1/B-content/1";
        let mut around = nearest.to_vec();
        around.insert(0, expected(["", "said", "it"]));
        around.push(expected(["", "said", "it"]));
        assert_eq!(tagged(&[saying, &line(""), saying]), around);
        assert_eq!(
            tagged(&["Adair/PROPN/root/0/B-source", saying]),
            [expected(["", "said", "it"])]
        );
    }

    #[test]
    fn most_words_of_a_stretch_tell_its_cue() {
        let votes = |cues: [&str; 3]| {
            let line = format!(
                "said/VERB/root/0/B-cue wrote/VERB/conj/1/B-cue a/X/dep/1/B-content{} b/X/dep/1/I-content{} c/X/dep/1/I-content{}",
                cues[0], cues[1], cues[2]
            );
            tagged(&[&line])
                .first()
                .map_or(String::new(), |parts| parts[1].clone())
        };
        assert_eq!(votes(["/1", "/2", "/2"]), "wrote");
        assert_eq!(votes(["/1", "/1", "/2"]), "said");
        assert_eq!(votes(["/2", "/1", ""]), "wrote");
        assert_eq!(votes(["", "", "/1"]), "");
    }

    #[test]
    fn a_missing_source_is_the_subject_of_the_cue() {
        let table = [
            (
                "The/DET/det/2 mayor/NOUN/nsubj/3 rose/VERB/root/0 and/CCONJ/cc/5 said/VERB/conj/3/B-cue no/NOUN/obj/5/B-content/5",
                "The mayor",
            ),
            // An agent without "by", a phrase up to its comma.
            (
                "It/PRON/obj/3 was/AUX/aux:pass/3 said/VERB/root/0/B-cue by/ADP/case/6 the/DET/det/6 mayor/NOUN/obl:agent/3 ,/PUNCT/punct/6 Orr/PROPN/appos/6 no/NOUN/obj/3/B-content/3",
                "the mayor",
            ),
            (
                "The/DET/det/4 ,/PUNCT/punct/4 old/ADJ/amod/4 mayor/NOUN/nsubj/5 said/VERB/root/0/B-cue no/NOUN/obj/5/B-content/5",
                "The , old mayor",
            ),
            // The verb at the top of a cue of several words.
            (
                "mayors/NOUN/nsubj/3 to/PART/mark/3/B-cue say/VERB/root/0/I-cue no/NOUN/obj/3/B-content/2",
                "mayors",
            ),
            // A verb that shares nothing, and one too far below.
            (
                "mayors/NOUN/nsubj/2 rose/VERB/root/0 saying/VERB/advcl/2/B-cue no/NOUN/obj/3/B-content/3",
                "",
            ),
            (
                "mayors/NOUN/nsubj/2 a/VERB/root/0 b/VERB/conj/2 c/VERB/xcomp/3 say/VERB/conj/4/B-cue no/NOUN/obj/5/B-content/5",
                "mayors",
            ),
            (
                "mayors/NOUN/nsubj/2 a/VERB/root/0 b/VERB/conj/2 c/VERB/conj/3 d/VERB/conj/4 say/VERB/conj/5/B-cue no/NOUN/obj/6/B-content/6",
                "",
            ),
            ("say/VERB/root/0/B-cue no/NOUN/obj/1/B-content/1", ""),
        ];
        for (line, source) in table {
            assert_eq!(tagged(&[line])[0][0], source, "{line}");
        }
    }
}
