//! The author's own stance: "I doubt that …", "It is clear that …". Its complement is the claim.
//!
//! [`RULES`] tell a stance by its subject and its lemma. Known to go wrong on verbs that tell what the author did: "I
//! agreed that we would meet".

use super::edge::marks;
use super::predicate::is_finite;
use crate::analysis::Analysis;
use crate::grammar::Deprel;
use crate::labels::labels;

labels! {
    /// Whose stance it is, in words.
    pub(super) enum StanceRule {
        Author = "author",
        Impersonal = "impersonal",
        Noun = "noun",
    }
}

/// A rule: subject and lemmas of a stance.
struct Rule {
    #[cfg_attr(not(test), expect(dead_code, reason = "told by the tests"))]
    name: StanceRule,
    subjects: &'static [&'static str],
    lemmas: &'static [&'static str],
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: StanceRule::Author, subjects: &["i", "we"], lemmas: &AUTHOR_HOLDS,
           example: "I [doubt] that the fund is empty." },
    Rule { name: StanceRule::Impersonal, subjects: &["it"], lemmas: &IT_IS_SO,
           example: "It is [clear] that the fund is empty." },
    Rule { name: StanceRule::Noun, subjects: &["there", "fact", "truth", "doubt", "chance"], lemmas: &THERE_IS,
           example: "There [is] no doubt that the fund is empty." },
];

#[rustfmt::skip]
const AUTHOR_HOLDS: [&str; 33] = [
    "think", "believe", "doubt", "suspect", "hope", "guess", "fear", "suppose", "expect", "feel", "know", "concede",
    "admit", "maintain", "argue", "bet", "imagine", "reckon", "sure", "certain", "confess", "grant", "acknowledge",
    "insist", "predict", "worry", "wish", "accept", "agree", "afraid", "confident", "convinced", "say",
];

#[rustfmt::skip]
const IT_IS_SO: [&str; 22] = [
    "clear", "unclear", "true", "likely", "unlikely", "possible", "impossible", "probable", "obvious", "certain",
    "uncertain", "doubtful", "evident", "plain", "plausible", "conceivable", "fact", "seem", "appear", "undeniable",
    "arguable", "turn",
];

const THERE_IS: [&str; 6] = ["be", "doubt", "question", "chance", "fact", "truth"];

/// What an author says of the clause around it: "The fund, I suppose, is empty".
#[rustfmt::skip]
const SAID_ASIDE: [&str; 15] = [
    "think", "suppose", "guess", "believe", "suspect", "fear", "hope", "admit", "confess", "know", "mean", "say",
    "tell", "repeat", "trust",
];

/// Most words of such an aside: longer ones say something themselves.
const LONGEST_ASIDE: usize = 6;

/// Words that lead in the complement of a stance.
const COMPLEMENTIZERS: [&str; 3] = ["that", "whether", "if"];

/// Whether a token heads a stance of the author.
pub(super) fn is_stance(analysis: &Analysis, token: usize) -> bool {
    rule(analysis, token).is_some()
}

fn rule(analysis: &Analysis, token: usize) -> Option<&'static Rule> {
    if !has_finite_complement(analysis, token) {
        return None;
    }
    let word = &analysis.words[token];
    let subject = &analysis.words[analysis.subject_of_clause(token)?];
    RULES
        .iter()
        .find(|rule| subject.is(rule.subjects) && word.has_lemma(rule.lemmas))
}

/// "that …", "whether …", "if …" or no such word, behind the stance.
fn has_finite_complement(analysis: &Analysis, token: usize) -> bool {
    analysis
        .children_with(token, &[Deprel::Ccomp, Deprel::Csubj])
        .any(|complement| {
            let marks = marks(analysis, complement);
            complement > token
                && is_finite(analysis, complement)
                && marks
                    .iter()
                    .all(|&mark| analysis.words[mark].is(&COMPLEMENTIZERS))
        })
}

/// "The fund, *I suppose*, is empty": words of the author about the clause around them.
pub(super) fn is_aside(analysis: &Analysis, token: usize) -> bool {
    let author = analysis
        .subject_of_clause(token)
        .is_some_and(|subject| analysis.words[subject].is_author());
    author
        && analysis.words[token].has_lemma(&SAID_ASIDE)
        && analysis.subtree(token).len() <= LONGEST_ASIDE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Marked, tree_by_hand};

    #[test]
    fn each_rule_decides_its_example() {
        for expected in RULES {
            let sentence = Marked::new(expected.example);
            let found = rule(&sentence.analysis, sentence.tokens[0]).map(|rule| rule.name);
            let expected_name = match expected.name {
                // Wrong: the parser hangs the complement on "doubt".
                StanceRule::Noun => None,
                name => Some(name),
            };
            assert_eq!(found, expected_name, "{}", expected.example);
        }
    }

    #[test]
    fn subject_lemma_and_complement_make_a_stance() {
        let table = [
            (
                "I/PRON/nsubj/2 doubt/VERB/root/0 it/PRON/nsubj/4 rains/VERB|VerbForm=Fin/ccomp/2",
                Some(StanceRule::Author),
            ),
            (
                "it/PRON/expl/2 seems~seem/VERB/root/0 that/SCONJ/mark/5 it/PRON/nsubj/5 rains/VERB|VerbForm=Fin/csubj/2",
                Some(StanceRule::Impersonal),
            ),
            (
                "there/PRON/expl/2 is~be/VERB/root/0 whether/SCONJ/mark/5 it/PRON/nsubj/5 rains/VERB|VerbForm=Fin/ccomp/2",
                Some(StanceRule::Noun),
            ),
            (
                "chance/NOUN/nsubj/2 is~be/VERB/root/0 if/SCONJ/mark/5 it/PRON/nsubj/5 rains/VERB|VerbForm=Fin/ccomp/2",
                Some(StanceRule::Noun),
            ),
            // Somebody else's, another verb, no subject.
            (
                "he/PRON/nsubj/2 doubt/VERB/root/0 it/PRON/nsubj/4 rains/VERB|VerbForm=Fin/ccomp/2",
                None,
            ),
            (
                "I/PRON/nsubj/2 paint/VERB/root/0 it/PRON/nsubj/4 rains/VERB|VerbForm=Fin/ccomp/2",
                None,
            ),
            (
                "it/PRON/nsubj/2 doubt/VERB/root/0 it/PRON/nsubj/4 rains/VERB|VerbForm=Fin/ccomp/2",
                None,
            ),
            (
                "doubt/VERB/root/0 it/PRON/nsubj/3 rains/VERB|VerbForm=Fin/ccomp/1",
                None,
            ),
            // No complement, one that is not finite, one in front, one that another word leads in.
            (
                "I/PRON/nsubj/2 doubt/VERB/root/0 it/PRON/obj/2 rains/VERB|VerbForm=Fin/advcl/2",
                None,
            ),
            (
                "I/PRON/nsubj/2 doubt/VERB/root/0 raining/VERB|VerbForm=Ger/ccomp/2",
                None,
            ),
            (
                "rains/VERB|VerbForm=Fin/ccomp/3 I/PRON/nsubj/3 doubt/VERB/root/0",
                None,
            ),
            (
                "I/PRON/nsubj/2 doubt/VERB/root/0 because/SCONJ/mark/5 it/PRON/nsubj/5 rains/VERB|VerbForm=Fin/ccomp/2",
                None,
            ),
        ];
        for (tree, expected) in table {
            let analysis = tree_by_hand(tree);
            let root = analysis.words.iter().position(|word| word.head.is_none());
            let found = rule(&analysis, root.unwrap()).map(|rule| rule.name);
            assert_eq!(found, expected, "{tree}");
            assert_eq!(
                is_stance(&analysis, root.unwrap()),
                expected.is_some(),
                "{tree}"
            );
        }
    }

    #[test]
    fn an_aside_is_short_and_the_authors() {
        let table = [
            ("I/PRON/nsubj/2 suppose/VERB/root/0", true),
            (
                "I/PRON/nsubj/2 suppose/VERB/root/0 of/X/dep/2 this/X/dep/2 old/X/dep/2 bridge/X/dep/2",
                true,
            ),
            (
                "I/PRON/nsubj/2 suppose/VERB/root/0 of/X/dep/2 this/X/dep/2 old/X/dep/2 stone/X/dep/2 bridge/X/dep/2",
                false,
            ),
            ("he/PRON/nsubj/2 suppose/VERB/root/0", false),
            ("I/PRON/nsubj/2 paint/VERB/root/0", false),
            ("me/PRON/obj/2 suppose/VERB/root/0", false),
        ];
        for (tree, expected) in table {
            assert_eq!(is_aside(&tree_by_hand(tree), 1), expected, "{tree}");
        }
    }
}
