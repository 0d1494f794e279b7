//! Relative clauses: which of them state something of their own, and of what noun.
//!
//! "The merger, which auditors have called a failure, …" says something more; "the plan that the council made" only says
//! which plan is meant. A comma tells them apart. Known to go wrong where the parser hangs the clause on the wrong noun.

use super::edge::{has_break_before, is_break};
use super::own_tokens;
use super::part::Part;
use super::predicate::{is_finite, is_predicate};
use crate::analysis::Analysis;
use crate::grammar::{Deprel, Upos};

const RELATIVE_WORDS: [&str; 5] = ["who", "which", "whose", "where", "whom"];

/// Words of a relative clause among which its relative word stands: "some of whom".
const OPENING_WORDS: usize = 4;

/// Whether a relative clause stands behind a comma and so says something of its own.
pub(super) fn is_non_restrictive(analysis: &Analysis, token: usize) -> bool {
    let opening = analysis.subtree(token).into_iter().take(OPENING_WORDS);
    let has_relative_word = opening
        .into_iter()
        .any(|token| analysis.words[token].is(&RELATIVE_WORDS));
    has_relative_word && has_break_before(analysis, token) && is_finite(analysis, token)
}

/// Puts the noun that a relative clause says something of among its tokens. Gives the noun's head.
pub(super) fn put_back_antecedent(
    analysis: &Analysis,
    parts: &[Option<Part>],
    predicate: usize,
    tokens: &mut Vec<usize>,
) -> Option<usize> {
    let first = tokens.first().copied().unwrap_or(predicate);
    let antecedent = antecedent(analysis, predicate, first)?;
    tokens.extend(noun_phrase(analysis, parts, antecedent, first));
    tokens.sort_unstable();
    tokens.dedup();
    Some(antecedent)
}

/// The noun that a relative clause says something of: its head, or where the parser hung it on a verb the noun in front
/// of its comma. `first` is its first token.
fn antecedent(analysis: &Analysis, predicate: usize, first: usize) -> Option<usize> {
    let words = &analysis.words;
    let is_noun = |token: usize| words[token].upos.is_noun();
    let head = words[predicate]
        .head
        .filter(|&head| !is_predicate(analysis, head) || is_noun(head));
    let before = first
        .checked_sub(2)
        .filter(|&noun| is_noun(noun) && is_break(&words[first - 1]));
    head.or(before)
}

/// The words of a noun up to a relative clause that begins at `first`, without what leads to the noun and without what
/// it is said of: "ministers Moyo and Kasu" of "The two are ministers Moyo and Kasu, who fled".
fn noun_phrase(
    analysis: &Analysis,
    parts: &[Option<Part>],
    noun: usize,
    first: usize,
) -> Vec<usize> {
    let copula = analysis.child(noun, Deprel::Cop);
    let mut phrase = own_tokens(analysis, parts, noun);
    phrase.retain(|&token| {
        token < first
            && !leads_to(analysis, token, noun)
            && copula.is_none_or(|copula| token > copula)
    });
    let last = phrase.last().copied().unwrap_or(noun);
    phrase.extend(rest_of_name(analysis, last + 1, first));
    phrase
}

/// The words of a name behind its title, up to the comma in front of `first`, which some trees hang elsewhere.
fn rest_of_name(analysis: &Analysis, from: usize, first: usize) -> Vec<usize> {
    let words = &analysis.words;
    let is_name = (from..first).all(|token| {
        let last = token + 1 == first;
        matches!(words[token].upos, Upos::Propn | Upos::Cconj)
            || last && words[token].is_punctuation()
    });
    if !is_name {
        return Vec::new();
    }
    (from..first)
        .filter(|&token| !words[token].is_punctuation())
        .collect()
}

/// "of" and "and" in front of a noun.
fn leads_to(analysis: &Analysis, token: usize, noun: usize) -> bool {
    let word = &analysis.words[token];
    word.head == Some(noun) && matches!(word.deprel, Deprel::Case | Deprel::Cc | Deprel::Mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::clause::tests::cut_tree;
    use crate::testing::tree_by_hand;

    #[test]
    fn a_comma_a_relative_word_and_a_finite_verb_make_a_claim() {
        let table = [
            (
                "firm/NOUN/root/0 ,/PUNCT/punct/4 which/PRON/nsubj/4 fled/VERB|VerbForm=Fin/acl:relcl/1",
                true,
            ),
            (
                "firm/NOUN/root/0 ,/PUNCT/punct/5 most/PRON/nsubj/5 of~of/ADP/case/5 whom/PRON/acl:relcl/1 can/AUX/aux/5",
                true,
            ),
            (
                "firm/NOUN/root/0 which/PRON/nsubj/3 fled/VERB|VerbForm=Fin/acl:relcl/1",
                false,
            ),
            (
                "firm/NOUN/root/0 ,/PUNCT/punct/4 that/PRON/nsubj/4 fled/VERB|VerbForm=Fin/acl:relcl/1",
                false,
            ),
            (
                "firm/NOUN/root/0 ,/PUNCT/punct/4 which/PRON/obj/4 fleeing/VERB|VerbForm=Ger/acl:relcl/1",
                false,
            ),
            // The relative word belongs to a clause inside.
            (
                "firm/NOUN/root/0 ,/PUNCT/punct/7 we/PRON/nsubj/7 so/X/dep/7 very/X/dep/7 much/X/dep/7 like/VERB|VerbForm=Fin/acl:relcl/1 which/PRON/obj/7",
                false,
            ),
        ];
        for (tree, expected) in table {
            let analysis = tree_by_hand(tree);
            let clause = analysis
                .words
                .iter()
                .position(|word| word.deprel == Deprel::AclRelcl);
            assert_eq!(
                is_non_restrictive(&analysis, clause.unwrap()),
                expected,
                "{tree}"
            );
        }
    }

    #[test]
    fn a_relative_clause_is_said_of_its_noun() {
        let table = [
            // Without what leads to the noun.
            (
                "sued/VERB|VerbForm=Fin/root/0 for/ADP/case/4 the/DET/det/4 firm/NOUN/obl/1 ,/PUNCT/punct/7 who/PRON/nsubj/7 fled/VERB|VerbForm=Fin/acl:relcl/4",
                "Relative: the firm who fled",
            ),
            // Without what the noun is said of.
            (
                "they/PRON/nsubj/3 are/AUX/cop/3 thieves/NOUN/root/0 ,/PUNCT/punct/6 who/PRON/nsubj/6 fled/VERB|VerbForm=Fin/acl:relcl/3",
                "Relative: thieves who fled",
            ),
            // With the name behind its title.
            (
                "sued/VERB|VerbForm=Fin/root/0 mayor/NOUN/obj/1 Moyo/PROPN/dep/1 and/CCONJ/dep/1 Kasu/PROPN/dep/1 ,/PUNCT/punct/8 who/PRON/nsubj/8 fled/VERB|VerbForm=Fin/acl:relcl/2",
                "Relative: mayor Moyo and Kasu who fled",
            ),
            // Not with other words between.
            (
                "sued/VERB|VerbForm=Fin/root/0 mayor/NOUN/obj/1 in/ADP/case/4 Moyo/PROPN/obl/1 ,/PUNCT/punct/7 who/PRON/nsubj/7 fled/VERB|VerbForm=Fin/acl:relcl/2",
                "Relative: mayor who fled",
            ),
            (
                "sued/VERB|VerbForm=Fin/root/0 mayor/NOUN/obj/1 ,/PUNCT/punct/1 Moyo/PROPN/dep/1 ,/PUNCT/punct/7 who/PRON/nsubj/7 fled/VERB|VerbForm=Fin/acl:relcl/2",
                "Relative: mayor who fled",
            ),
        ];
        for (tree, expected) in table {
            let lines = cut_tree(tree);
            assert!(lines.contains(&expected.to_string()), "{tree}: {lines:?}");
        }
    }

    #[test]
    fn the_noun_is_the_head_or_stands_before_the_comma() {
        let noun = |tree: &str| {
            let analysis = tree_by_hand(tree);
            let last = analysis.words.len() - 1;
            antecedent(&analysis, last, last)
        };
        let head = "firm/NOUN/root/0 ,/PUNCT/punct/3 fled/VERB/acl:relcl/1";
        assert_eq!(noun(head), Some(0));
        // A noun with a copula is a predicate and a noun.
        assert_eq!(
            noun("is/AUX/cop/2 firm/NOUN/root/0 ,/PUNCT/punct/4 fled/VERB/acl:relcl/2"),
            Some(1)
        );
        let hung_on_verb = "sued/VERB/root/0 firm/NOUN/obj/1 ,/PUNCT/punct/4 fled/VERB/acl:relcl/1";
        assert_eq!(noun(hung_on_verb), Some(1));
        assert_eq!(
            noun("sued/VERB/root/0 firm/NOUN/obj/1 now/ADV/advmod/4 fled/VERB/acl:relcl/1"),
            None
        );
        assert_eq!(
            noun("sued/VERB/root/0 them/PRON/obj/1 ,/PUNCT/punct/4 fled/VERB/acl:relcl/1"),
            None
        );
    }
}
