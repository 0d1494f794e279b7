//! What the parser did not hang on its cue: a quotation in the same sentence ("…" SOURCE said), and the list or block
//! quotation behind a colon.

use super::rule::{Candidate, Credit};
use super::{Finder, cue, reporting};
use crate::span::ByteSpan;
use crate::terms::BlockKind;

/// Fewest words of a quotation that is a saying of its own rather than a word picked out.
const FEWEST_WORDS: usize = 3;

/// Most sentences behind a colon.
const MOST_SENTENCES: usize = 40;

/// A quotation of the cue's own sentence, where the parser saw no link: "“A complete and utter disgrace,” the engineer said."
pub(super) fn beside_quotation(candidate: &Candidate) -> Option<Credit> {
    if !is_open(candidate) {
        return None;
    }
    let content = candidate
        .finder
        .quoted_beside(candidate.sentence, candidate.word().span);
    reporting::credit(candidate, content)
}

/// "In an interview, the mayor also said:" before a list or a block quotation: all of it.
pub(super) fn behind_colon(candidate: &Candidate) -> Option<Credit> {
    let last = candidate.analysis.words.last()?;
    if last.form != ":" || !is_open(candidate) {
        return None;
    }
    let content = candidate.finder.block_behind(candidate.sentence);
    reporting::credit(candidate, content)
}

/// A verb of plain saying with a source, but without a clause that says what is said.
fn is_open(candidate: &Candidate) -> bool {
    cue::is_saying(candidate.word())
        && candidate
            .reporting()
            .is_some_and(|reporting| reporting.source.is_some() && reporting.complement.is_none())
}

impl Finder<'_> {
    /// The words that quotations have in a sentence, without marks at their ends; not those around the cue.
    fn quoted_beside(&self, sentence: usize, cue: ByteSpan) -> Vec<ByteSpan> {
        let text = &self.reading.article.text;
        let span = self.reading.sentences[sentence].span;
        let first = self
            .quotations
            .partition_point(|quotation| quotation.last_sentence < sentence);
        self.quotations[first..]
            .iter()
            .take_while(|quotation| quotation.first_sentence <= sentence)
            .filter(|quotation| quotation.n_words >= FEWEST_WORDS && !quotation.span.contains(cue))
            .map(|quotation| quotation.part_in(span, text))
            .map(|quoted| {
                let words = quoted.of(text).trim_end_matches([',', '.', ' ']);
                ByteSpan::new(quoted.start, quoted.start + words.len())
            })
            .filter(|quoted| !quoted.is_empty())
            .collect()
    }

    /// The sentences of the list or block quotation that follows the block of a sentence at once.
    fn block_behind(&self, sentence: usize) -> Vec<ByteSpan> {
        let (article, sentences) = (self.reading.article, self.reading.sentences);
        let kind = |sentence: usize| article.blocks[sentences[sentence].block].kind;
        let next = sentence + 1;
        let follows = sentences
            .get(next)
            .is_some_and(|behind| behind.block == sentences[sentence].block + 1);
        if !follows || !matches!(kind(next), BlockKind::ListItem | BlockKind::Quotation) {
            return Vec::new();
        }
        (next..sentences.len())
            .take_while(|&behind| kind(behind) == kind(next))
            .take(MOST_SENTENCES)
            .map(|behind| sentences[behind].span.trimmed(&article.text))
            .filter(|span| !span.is_empty())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::testing::{check_trees, trees};

    #[test]
    fn a_quotation_beside_a_verb_of_saying_is_said() {
        check_trees(&[
            (
                "“/PUNCT/punct/3 utter/ADJ/amod/3 mess/NOUN/obj/8 now/ADV/advmod/3 ,/PUNCT/punct/3 ”/PUNCT/punct/3 she/PRON/nsubj/8 said~say/VERB/root/0",
                "beside_quotation: she > said > utter mess now",
            ),
            // No attribution: too few words; no verb of plain saying; no source; words around the cue; nothing quoted.
            (
                "“/PUNCT/punct/3 utter/ADJ/amod/3 mess/NOUN/obj/6 ”/PUNCT/punct/3 she/PRON/nsubj/6 said~say/VERB/root/0",
                "",
            ),
            (
                "“/PUNCT/punct/3 utter/ADJ/amod/3 mess/NOUN/obj/7 now/ADV/advmod/3 ”/PUNCT/punct/3 she/PRON/nsubj/7 fears~fear/VERB/root/0",
                "",
            ),
            (
                "“/PUNCT/punct/3 utter/ADJ/amod/3 mess/NOUN/obj/7 now/ADV/advmod/3 ”/PUNCT/punct/3 was/AUX/aux:pass/7 said~say/VERB/root/0",
                "",
            ),
            (
                "“/PUNCT/punct/3 she/PRON/nsubj/3 said~say/VERB/root/0 utter/ADJ/amod/5 mess/NOUN/obj/3 ”/PUNCT/punct/3",
                "",
            ),
            ("she/PRON/nsubj/2 said~say/VERB/root/0 so/ADV/advmod/2", ""),
            // What hangs on the cue goes before.
            (
                "she/PRON/nsubj/2 said~say/VERB/root/0 it/PRON/nsubj/4 leaks/VERB/ccomp/2 “/PUNCT/punct/6 mess/NOUN/obj/4 now/ADV/advmod/6 then/ADV/advmod/6 ”/PUNCT/punct/6",
                "complement_clause: she > said > it leaks “ mess now then",
            ),
        ]);
    }

    #[test]
    fn only_quotations_of_the_sentence_stand_beside_its_cue() {
        let saying = "She/PRON/nsubj/2 said~say/VERB/root/0 so/ADV/advmod/2";
        let quoted = "“ one two three ” four";
        for lines in [[saying, quoted], [quoted, saying]] {
            assert_eq!(trees(&lines).attributions(), [""; 0]);
        }
        let open = "She/PRON/nsubj/2 said~say/VERB/root/0 :/PUNCT/punct/2 “ one two three";
        let read = trees(&[open, "four five six ” .", "Over ."]);
        let expected = "beside_quotation: She > said > one two three / four five six";
        assert_eq!(read.attributions(), [expected]);
    }

    #[test]
    fn a_list_behind_a_colon_is_said() {
        let saying = "She/PRON/nsubj/2 said~say/VERB/root/0 :/PUNCT/punct/2";
        let read = trees(&[saying, "- It leaks", "- It smells", "", "More words"]);
        let expected = "behind_colon: She > said > It leaks / It smells";
        assert_eq!(read.attributions(), [expected]);
        // Another block between, no list, no other block, the end, no colon, no verb of plain saying.
        let mut apart = trees(&[saying, "- It leaks"]);
        apart.article.blocks.push(apart.article.blocks[1].clone());
        apart.sentences[1].block = 2;
        assert_eq!(apart.attributions(), [""; 0]);
        let plain = "She/PRON/nsubj/2 said~say/VERB/root/0 so/ADV/advmod/2";
        let fearing = "She/PRON/nsubj/2 feared~fear/VERB/root/0 :/PUNCT/punct/2";
        for lines in [
            &[saying, "", "It leaks"][..],
            &[saying, "It leaks"],
            &[saying],
            &[plain, "- It leaks"],
            &[fearing, "- It leaks"],
        ] {
            assert_eq!(trees(lines).attributions(), [""; 0], "{lines:?}");
        }
    }

    #[test]
    fn a_list_is_said_up_to_its_fortieth_sentence() {
        let mut lines = vec!["She/PRON/nsubj/2 said~say/VERB/root/0 :/PUNCT/punct/2"];
        lines.extend(["- It leaks"; MOST_SENTENCES + 5]);
        let read = trees(&lines);
        let attributions = crate::attribution::find(&read.reading());
        assert_eq!(attributions[0].content.len(), MOST_SENTENCES);
    }
}
