//! What is said: the stretches of the text under or around a cue, and whether they stand between quotation marks.

use super::quotation::Quotation;
use super::subject::stranded_subject;
use crate::analysis::Analysis;
use crate::grammar::{Deprel, Upos};
use crate::span::ByteSpan;
use crate::terms::Mode;

/// How many bytes beyond a quotation are still its own: a mark and a comma.
const MARK_LENGTH: usize = 4;

/// The clause under a cue, from behind "that" on; further clauses coordinated with it are in its subtree.
pub(super) fn under_cue(analysis: &Analysis, cue: usize, clause: usize) -> Vec<ByteSpan> {
    let words = &analysis.words;
    let is_that = |token: usize| {
        let word = &words[token];
        token < clause
            && word.head == Some(clause)
            && word.deprel == Deprel::Mark
            && word.is(&["that"])
    };
    // “…,” Liv Orr told: a name that the parser gave to the clause before it is the source's.
    let source = stranded_subject(analysis, cue).filter(|_| clause < cue);
    let mut tokens = analysis.subtree(clause);
    tokens.retain(|&token| !is_that(token) && source.is_none_or(|source| token < source));
    stretches(analysis, &tokens, is_that)
}

/// Ends what is denied before "but": "denies he said that, *but he has admitted* a rude remark" admits the remark.
pub(super) fn end_before_contrast(analysis: &Analysis, clause: usize, content: &mut Vec<ByteSpan>) {
    let words = &analysis.words;
    let contrast = analysis
        .children_with(clause, &[Deprel::Conj])
        .flat_map(|conjunct| analysis.children_with(conjunct, &[Deprel::Cc]))
        .find(|&coordinator| words[coordinator].is(&["but"]));
    let Some(coordinator) = contrast else { return };
    let before = words[..coordinator]
        .iter()
        .rfind(|word| !word.is_punctuation());
    let Some(last) = before else { return };
    let end = last.span.end;
    content.retain(|span| span.start < end);
    if let Some(span) = content.last_mut().filter(|span| span.end > end) {
        span.end = end;
    }
}

/// All of the clause that a cue interrupts or ends.
pub(super) fn around(analysis: &Analysis, clause: usize, cue: usize) -> Vec<ByteSpan> {
    let parenthesis = analysis.subtree(cue);
    let mut tokens = analysis.subtree(clause);
    tokens.retain(|token| !parenthesis.contains(token));
    stretches(analysis, &tokens, |_| false)
}

/// The stretches that words make: neighbours are one, whatever punctuation or other word that is `skipped` lies between.
fn stretches(
    analysis: &Analysis,
    tokens: &[usize],
    skipped: impl Fn(usize) -> bool,
) -> Vec<ByteSpan> {
    let words = &analysis.words;
    let mut spans: Vec<ByteSpan> = Vec::new();
    let mut next = 0;
    let solid = tokens
        .iter()
        .copied()
        .filter(|&token| !words[token].is_punctuation());
    for token in solid {
        let joined =
            (next..token).all(|between| words[between].is_punctuation() || skipped(between));
        match spans.last_mut() {
            Some(last) if joined => *last = last.cover(words[token].span),
            _ => spans.push(words[token].span),
        }
        next = token + 1;
    }
    spans
}

/// Whether a word heads a clause: a verb, or what is said of a subject.
pub(super) fn is_clause_head(analysis: &Analysis, token: usize) -> bool {
    matches!(analysis.words[token].upos, Upos::Verb | Upos::Aux)
        || analysis.has_child_with(token, &[Deprel::Nsubj, Deprel::Cop, Deprel::Expl])
}

/// Whether a clause is opened by a conjunction of one of those forms.
pub(super) fn has_mark(analysis: &Analysis, clause: usize, forms: &[&str]) -> bool {
    analysis
        .children_with(clause, &[Deprel::Mark])
        .any(|mark| analysis.words[mark].is(forms))
}

/// Direct where quotation marks hold all of the content, mixed where they hold some.
pub(super) fn mode(quotations: &[Quotation], content: &[ByteSpan]) -> Mode {
    let quoted: Vec<ByteSpan> = content
        .first()
        .zip(content.last())
        .map_or(&[][..], |(first, last)| {
            near(quotations, first.cover(*last))
        })
        .iter()
        .map(|quotation| quotation.span)
        .filter(|quotation| content.iter().any(|span| span.overlaps(*quotation)))
        .collect();
    let covered = |span: &ByteSpan| {
        let beyond = |quotation: &ByteSpan| quotation.cover(*span).len() - quotation.len();
        quoted
            .iter()
            .any(|quotation| beyond(quotation) <= MARK_LENGTH)
    };
    if quoted.is_empty() {
        Mode::Indirect
    } else if content.iter().all(covered) {
        Mode::Direct
    } else {
        Mode::Mixed
    }
}

/// The quotations that overlap a stretch. Logarithmic in their number, as they stand in the order of the text.
fn near(quotations: &[Quotation], span: ByteSpan) -> &[Quotation] {
    let from = quotations.partition_point(|quotation| quotation.span.end <= span.start);
    let to = quotations.partition_point(|quotation| quotation.span.start < span.end);
    &quotations[from..to.max(from)]
}

/// The mode of what stands in a sentence beside a cue that is no verb: mixed where some of it is quoted.
pub(super) fn mode_beside(quotations: &[Quotation], sentence: ByteSpan, cue: ByteSpan) -> Mode {
    let quoted = quotations
        .iter()
        .any(|quotation| sentence.contains(quotation.span) && !quotation.span.contains(cue));
    if quoted { Mode::Mixed } else { Mode::Indirect }
}

/// Stretches that cover the same bytes, in order and apart.
pub(super) fn union<'a>(spans: impl Iterator<Item = &'a ByteSpan>) -> Vec<ByteSpan> {
    let mut spans: Vec<ByteSpan> = spans.copied().collect();
    spans.sort();
    let mut apart: Vec<ByteSpan> = Vec::new();
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start <= last.end => *last = last.cover(span),
            _ => apart.push(span),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::testing::trees;
    use crate::testing::tree_by_hand;

    fn span((start, end): (usize, usize)) -> ByteSpan {
        ByteSpan::new(start, end)
    }

    fn quotation(start: usize, end: usize) -> Quotation {
        Quotation {
            span: ByteSpan::new(start, end),
            first_sentence: 0,
            last_sentence: 0,
            n_words: 4,
            closed: true,
        }
    }

    #[test]
    fn content_is_direct_mixed_or_indirect() {
        let quotations = [quotation(10, 20), quotation(40, 60)];
        let table: [(&[(usize, usize)], Mode); 11] = [
            (&[], Mode::Indirect),
            (&[(0, 9)], Mode::Indirect),
            // Side by side, not one in the other.
            (&[(0, 10)], Mode::Indirect),
            (&[(20, 40)], Mode::Indirect),
            (&[(22, 30), (70, 80)], Mode::Indirect),
            (&[(10, 20)], Mode::Direct),
            (&[(12, 15), (42, 50)], Mode::Direct),
            // The quotation marks may be included, further words may not.
            (&[(8, 22)], Mode::Direct),
            (&[(10, 24)], Mode::Direct),
            (&[(10, 25)], Mode::Mixed),
            (&[(10, 20), (22, 30)], Mode::Mixed),
        ];
        for (content, expected) in table {
            let content: Vec<ByteSpan> = content.iter().copied().map(span).collect();
            assert_eq!(mode(&quotations, &content), expected, "{content:?}");
        }
    }

    #[test]
    fn a_quotation_in_the_sentence_mixes_what_stands_beside_a_cue() {
        let quotations = [quotation(10, 20)];
        let beside = |sentence, cue| mode_beside(&quotations, span(sentence), span(cue));
        assert_eq!(beside((0, 30), (0, 5)), Mode::Mixed);
        assert_eq!(beside((0, 30), (11, 15)), Mode::Indirect);
        assert_eq!(beside((30, 60), (30, 35)), Mode::Indirect);
        assert_eq!(beside((0, 15), (0, 5)), Mode::Indirect);
    }

    #[test]
    fn only_a_cue_or_another_word_parts_stretches() {
        let read = trees(&[
            "It/PRON/nsubj/6 , she/PRON/nsubj/4 said/VERB/parataxis/6 , leaks/VERB/root/0 , badly/ADV/advmod/6 now/ADV/discourse/4 often/ADV/advmod/6 .",
        ]);
        let stretches = around(&read.analyses[0], 5, 3);
        let words: Vec<&str> = stretches.iter().map(|span| read.words(*span)).collect();
        assert_eq!(words, ["It", "leaks , badly", "often"]);
    }

    #[test]
    fn the_conjunction_that_is_no_part_of_what_is_said() {
        let table = [
            (
                "She/PRON/nsubj/2 said/VERB/root/0 that/SCONJ/mark/5 it/PRON/nsubj/5 leaks/VERB/ccomp/2",
                1,
                4,
                "it leaks",
            ),
            // Words that only look like it: a demonstrative, a conjunction of a clause below, and one behind its clause.
            (
                "She/PRON/nsubj/2 said/VERB/root/0 that/PRON/nsubj/4 leaks/VERB/ccomp/2",
                1,
                3,
                "that leaks",
            ),
            (
                "She/PRON/nsubj/2 said/VERB/root/0 because/SCONJ/mark/5 it/PRON/nsubj/5 leaks/VERB/ccomp/2",
                1,
                4,
                "because it leaks",
            ),
            (
                "She/PRON/nsubj/2 said/VERB/root/0 it/PRON/nsubj/4 holds/VERB/ccomp/2 that/SCONJ/mark/6 leaks/VERB/ccomp/4",
                1,
                3,
                "it holds that leaks",
            ),
            (
                "She/PRON/nsubj/2 said/VERB/root/0 leaks/VERB/ccomp/2 that/SCONJ/mark/3",
                1,
                2,
                "leaks that",
            ),
            // A conjunction in the middle parts nothing.
            (
                "She/PRON/nsubj/2 said/VERB/root/0 now/ADV/advmod/5 that/SCONJ/mark/5 leaks/VERB/ccomp/2",
                1,
                4,
                "now that leaks",
            ),
            // A name in front of the cue takes nothing from what stands behind it.
            (
                "Go/VERB/dep/4 , she/PRON/nsubj/4 said/VERB/root/0 it/PRON/nsubj/6 leaks/VERB/ccomp/4",
                3,
                5,
                "it leaks",
            ),
            // The speaker's name that hangs on the speech.
            (
                "“ It/PRON/nsubj/3 leaks/VERB/ccomp/8 , ” Liv/PROPN/obj/3 Orr/PROPN/flat/6 told/VERB/root/0",
                7,
                2,
                "It leaks",
            ),
        ];
        for (line, cue, clause, expected) in table {
            let read = trees(&[line]);
            let spans = under_cue(&read.analyses[0], cue, clause);
            let words: Vec<&str> = spans.iter().map(|span| read.words(*span)).collect();
            assert_eq!(words, [expected], "{line}");
        }
    }

    #[test]
    fn what_is_denied_ends_before_but() {
        let said = "He/PRON/nsubj/2 denies/VERB/root/0 it/PRON/nsubj/4 leaks/VERB/ccomp/2";
        let table = [
            (
                ", but/CCONJ/cc/8 he/PRON/nsubj/8 drinks/VERB/conj/4",
                "it leaks",
            ),
            ("but/CCONJ/cc/6 drinks/VERB/conj/4", "it leaks"),
            ("and/CCONJ/cc/6 drinks/VERB/conj/4", "it leaks and drinks"),
            ("but/CCONJ/cc/6 badly/ADV/advmod/4", "it leaks but badly"),
        ];
        for (behind, expected) in table {
            let read = trees(&[&format!("{said} {behind}")]);
            let analysis = &read.analyses[0];
            let mut spans = under_cue(analysis, 1, 3);
            end_before_contrast(analysis, 3, &mut spans);
            let words: Vec<&str> = spans.iter().map(|span| read.words(*span)).collect();
            assert_eq!(words, [expected], "{behind}");
        }
    }

    #[test]
    fn a_clause_has_a_verb_or_something_said_of_a_subject() {
        let table = [
            ("leaks/VERB/root/0", true),
            ("is/AUX/root/0", true),
            ("leak/NOUN/root/0", false),
            ("leak/NOUN/root/0 a/DET/det/1", false),
            ("leak/NOUN/root/0 it/PRON/nsubj/1", true),
            ("leak/NOUN/root/0 is/AUX/cop/1", true),
            ("leak/NOUN/root/0 there/PRON/expl/1", true),
        ];
        for (line, expected) in table {
            assert_eq!(is_clause_head(&tree_by_hand(line), 0), expected, "{line}");
        }
        let analysis = tree_by_hand("leaks/VERB/root/0 that/SCONJ/mark/1 if/ADV/advmod/1");
        assert!(has_mark(&analysis, 0, &["whether", "that"]) && !has_mark(&analysis, 0, &["if"]));
    }

    #[test]
    fn a_union_covers_the_same_bytes_in_order() {
        let span = |start, end| ByteSpan::new(start, end);
        let spans = [
            span(10, 20),
            span(0, 5),
            span(20, 25),
            span(12, 14),
            span(30, 40),
        ];
        assert_eq!(
            union(spans.iter()),
            [span(0, 5), span(10, 25), span(30, 40)]
        );
        assert!(union([].iter()).is_empty());
    }
}
