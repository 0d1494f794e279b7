//! Stretches between quotation marks: “…”, "…" and ‘…’.
//!
//! The outermost marks count; those inside are words of the quotation. Known to go wrong where a straight mark means
//! inches or minutes, and on straight single marks, which are taken for apostrophes.

use crate::analysis::{Analysis, Word};
use crate::grammar::Upos;
use crate::sentence::Sentence;
use crate::span::ByteSpan;

/// A quotation: its words without the marks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Quotation {
    pub span: ByteSpan,
    /// Sentences from the first to the last that it touches.
    pub first_sentence: usize,
    pub last_sentence: usize,
    /// Number of words.
    pub n_words: usize,
    /// Whether a mark closes it; else it goes on in the next paragraph.
    pub closed: bool,
}

impl Quotation {
    /// What it has of a stretch of the text, without white space at the edges.
    pub fn part_in(&self, span: ByteSpan, text: &str) -> ByteSpan {
        let start = self.span.start.max(span.start);
        ByteSpan::new(start, self.span.end.min(span.end)).trimmed(text)
    }
}

/// The quotations of an article, in order. A quotation ends with its block; one that a block leaves open runs to the
/// block's end, as newspapers set speeches of several paragraphs. Linear.
pub(super) fn find(sentences: &[Sentence], analyses: &[Analysis]) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let mut open: Option<Open> = None;
    let mut end_of_words = 0;
    for (index, (sentence, analysis)) in sentences.iter().zip(analyses).enumerate() {
        for (token, word) in analysis.words.iter().enumerate() {
            match &mut open {
                Some(quotation) if closes(quotation.mark, word) => {
                    quotations.push(quotation.to(word.span.start, index, true));
                    open = None;
                }
                Some(quotation) => quotation.n_words += usize::from(!word.is_punctuation()),
                None => {
                    open = opening_mark(word, analysis.words.get(token + 1)).map(|mark| Open {
                        mark,
                        start: word.span.end,
                        first_sentence: index,
                        n_words: 0,
                    });
                }
            }
            end_of_words = word.span.end;
        }
        let is_last_of_block = sentences
            .get(index + 1)
            .is_none_or(|next| next.block != sentence.block);
        if is_last_of_block {
            // A single mark that nothing closes was an apostrophe.
            let left_open = open.take().filter(|quotation| quotation.mark != '‘');
            quotations.extend(left_open.map(|quotation| quotation.to(end_of_words, index, false)));
        }
    }
    quotations
}

/// A quotation whose end is still ahead.
struct Open {
    mark: char,
    start: usize,
    first_sentence: usize,
    n_words: usize,
}

impl Open {
    fn to(&self, end: usize, last_sentence: usize, closed: bool) -> Quotation {
        Quotation {
            span: ByteSpan::new(self.start, end),
            first_sentence: self.first_sentence,
            last_sentence,
            n_words: self.n_words,
            closed,
        }
    }
}

/// The mark that opens a quotation, if the word is one; a single one stands right before the word behind it.
fn opening_mark(word: &Word, next: Option<&Word>) -> Option<char> {
    let joined = || next.is_some_and(|next| next.span.start == word.span.end);
    match only_letter(word)? {
        mark @ ('“' | '"') => Some(mark),
        mark @ '‘' if joined() => Some(mark),
        _ => None,
    }
}

/// Whether the word closes what the mark has opened. A single mark that the parser takes for a word is an apostrophe.
fn closes(opening: char, word: &Word) -> bool {
    match (opening, only_letter(word)) {
        ('“', Some('”')) | ('"', Some('"')) => true,
        ('‘', Some('’')) => word.upos == Upos::Punct,
        _ => false,
    }
}

/// The letter or mark of a word that has only one.
fn only_letter(word: &Word) -> Option<char> {
    let mut letters = word.form.chars();
    letters.next().filter(|_| letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::testing::{read, trees};

    #[test]
    fn the_outermost_marks_count() {
        let table: [(&str, &[(&str, usize)]); 13] = [
            ("“It leaks,” she said.", &[("It leaks,", 2)]),
            ("\"It leaks,\" she said.", &[("It leaks,", 2)]),
            ("‘It leaks,’ she said.", &[("It leaks,", 2)]),
            ("She said nothing.", &[]),
            // Two in a sentence.
            (
                "“It leaks,” she said, “and it smells.”",
                &[("It leaks,", 2), ("and it smells.", 3)],
            ),
            // One inside another, with other marks.
            (
                "“He said ‘no way’ to me,” she said.",
                &[("He said ‘no way’ to me,", 6)],
            ),
            (
                "‘He said “no way” to me,’ she said.",
                &[("He said “no way” to me,", 6)],
            ),
            (
                "“He said \"no way\" to me,” she said.",
                &[("He said \"no way\" to me,", 6)],
            ),
            // Marks that do not belong together.
            ("“It leaks,\" she said.", &[("It leaks,\" she said.", 4)]),
            // Apostrophes open and close nothing.
            ("The town’s mayor left.", &[]),
            (
                "‘The town’s mayor left,’ she said.",
                &[("The town’s mayor left,", 5)],
            ),
            // Left open: to the end of the paragraph, but a single mark was an apostrophe.
            (
                "“It leaks. It smells.\n\nThe mayor left.",
                &[("It leaks. It smells.", 4)],
            ),
            ("She said ‘it leaks.", &[]),
        ];
        for (text, expected) in table {
            let read = read(text);
            let quotations = find(&read.sentences, &read.analyses);
            let words: Vec<(&str, usize)> = quotations
                .iter()
                .map(|quotation| (read.words(quotation.span).trim(), quotation.n_words))
                .collect();
            assert_eq!(words, expected, "{text}");
        }
    }

    #[test]
    fn sentences_are_counted_from_the_first_to_the_last() {
        let read = trees(&[
            "It rains .",
            "“ It leaks .",
            "It smells ” .",
            "",
            "He left “ now",
            "She left",
            "",
            "“ Go",
        ]);
        let quotations = find(&read.sentences, &read.analyses);
        let found: Vec<(&str, usize, usize)> = quotations
            .iter()
            .map(|quotation| {
                (
                    read.words(quotation.span).trim(),
                    quotation.first_sentence,
                    quotation.last_sentence,
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                ("It leaks . It smells", 1, 2),
                ("now She left", 3, 4),
                ("Go", 5, 5)
            ]
        );
    }

    #[test]
    fn a_single_mark_opens_right_before_a_word_and_closes_as_a_mark() {
        let word = |form: &str, upos, start| Word {
            form: form.into(),
            upos,
            span: ByteSpan::new(start, start + form.len()),
            ..Word::default()
        };
        let mark = word("‘", Upos::Punct, 0);
        assert_eq!(
            opening_mark(&mark, Some(&word("Go", Upos::Verb, 3))),
            Some('‘')
        );
        assert_eq!(opening_mark(&mark, Some(&word("Go", Upos::Verb, 4))), None);
        assert_eq!(opening_mark(&mark, None), None);
        assert_eq!(opening_mark(&word("“", Upos::Punct, 0), None), Some('“'));
        assert_eq!(opening_mark(&word("”", Upos::Punct, 0), None), None);
        assert_eq!(opening_mark(&word("““", Upos::Punct, 0), None), None);
        assert!(closes('‘', &word("’", Upos::Punct, 0)) && !closes('‘', &word("’", Upos::Part, 0)));
        assert!(
            !closes('“', &word("’", Upos::Punct, 0)) && !closes('“', &word("\"", Upos::Punct, 0))
        );
    }

    #[test]
    fn a_part_of_a_quotation_has_no_white_space_at_its_edges() {
        let quotation = Quotation {
            span: ByteSpan::new(3, 20),
            first_sentence: 0,
            last_sentence: 1,
            n_words: 4,
            closed: true,
        };
        let text = "“ It leaks. It smells. She left.";
        assert_eq!(
            quotation.part_in(ByteSpan::new(0, 13), text).of(text),
            "It leaks."
        );
        assert_eq!(
            quotation.part_in(ByteSpan::new(13, 32), text).of(text),
            "It sme"
        );
        assert!(quotation.part_in(ByteSpan::new(25, 32), text).is_empty());
    }
}
