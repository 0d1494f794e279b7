//! Words that judge, "farce", "fairest", "sillier", and the one that a claim turns on.
//!
//! Decided on the list in `evaluative.txt`, by form or lemma. Known to go wrong on words that judge in one sense alone
//! ("a fair at the weekend").

use super::clause::{Clause, is_predicate};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Upos};
use std::collections::HashSet;
use std::sync::LazyLock;

static EVALUATIVE: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("evaluative.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect()
});

/// Endings of the degrees of an adjective or adverb.
const DEGREES: [&str; 2] = ["est", "er"];

/// Least length of what stands before such an ending: "er" in "her" is none.
const LEAST_STEM: usize = 3;

/// Whether the word is evaluative, or a degree of one that is: "fairest", "sillier".
pub(super) fn judges(word: &Word) -> bool {
    is_listed(&word.lemma) || is_listed(&word.lower) || is_degree(word)
}

fn is_listed(form: &str) -> bool {
    EVALUATIVE.contains(form)
}

/// "fairest", "wiser", "sillier": the stem, or with the letter that the ending took, is listed.
fn is_degree(word: &Word) -> bool {
    let stem = DEGREES
        .iter()
        .find_map(|ending| word.lower.strip_suffix(ending));
    let Some(stem) = stem.filter(|stem| stem.len() >= LEAST_STEM) else {
        return false;
    };
    let silly = stem.strip_suffix('i').map(|stem| format!("{stem}y"));
    matches!(word.upos, Upos::Adj | Upos::Adv)
        && (is_listed(stem)
            || is_listed(&format!("{stem}e"))
            || silly.is_some_and(|form| is_listed(&form)))
}

/// Relations of words in which a claim judges: beside a noun with a copula what qualifies the noun, beside a verb what it
/// does and how.
const BESIDE_NOUN: [Deprel; 4] = [Deprel::Amod, Deprel::Advmod, Deprel::Nmod, Deprel::Compound];
const BESIDE_VERB: [Deprel; 3] = [Deprel::Obj, Deprel::Xcomp, Deprel::Advmod];

/// Relations of nouns that a claim judges by their adjectives: "They made a bad plan".
const QUALIFIED: [Deprel; 3] = [Deprel::Obj, Deprel::Xcomp, Deprel::Nmod];

/// The evaluative word that the claim turns on: its predicate, what qualifies it, or an object that judges.
pub(super) fn evaluative_word(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let words = &analysis.words;
    let predicate = clause.predicate;
    if judges(&words[predicate]) {
        return Some(predicate);
    }
    let inside = |token: usize| judges(&words[token]) && clause.tokens.contains(&token);
    let adjective = |noun: usize| {
        analysis
            .children_with(noun, &[Deprel::Amod])
            .find(|&token| inside(token))
    };
    let copular = words[predicate].upos != Upos::Verb && is_predicate(analysis, predicate);
    let close: &[Deprel] = if copular { &BESIDE_NOUN } else { &BESIDE_VERB };
    for child in analysis.children_with(predicate, close) {
        if inside(child) {
            return Some(child);
        }
        let qualified = QUALIFIED.contains(&words[child].deprel.base());
        if let Some(adjective) = adjective(child).filter(|_| qualified) {
            return Some(adjective);
        }
    }
    // "There are better ways": what is there is judged.
    let subject = clause
        .subject
        .filter(|_| words[predicate].has_lemma(&["be"]))?;
    let mut children = analysis.children(subject).iter().copied();
    children.find(|&child| judges(&words[child]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::testing::whole_clause;
    use crate::testing::tree_by_hand;

    #[test]
    fn degrees_of_a_judging_word_judge() {
        let word = |lower: &str, lemma: &str, upos: Upos| Word {
            lower: lower.into(),
            lemma: lemma.into(),
            upos,
            ..Word::default()
        };
        for (lower, lemma, upos, expected) in [
            ("fair", "fair", Upos::Adj, true),
            ("fair", "x", Upos::Noun, true),
            ("x", "fair", Upos::Noun, true),
            ("fairest", "fairest", Upos::Adj, true),
            ("fairer", "fairer", Upos::Adv, true),
            ("sillier", "sillier", Upos::Adj, true),
            ("wiser", "wiser", Upos::Adj, true),
            // A fair is no judgement, and "-er" of a noun no degree.
            ("fairer", "fairer", Upos::Noun, false),
            ("water", "water", Upos::Noun, false),
            ("older", "older", Upos::Adj, false),
            ("odder", "odder", Upos::Adj, true),
            ("lier", "lier", Upos::Adj, false),
            ("ferries", "ferry", Upos::Noun, false),
        ] {
            assert_eq!(judges(&word(lower, lemma, upos)), expected, "{lower}");
        }
    }

    #[test]
    fn a_claim_turns_on_an_evaluative_word_close_to_its_predicate() {
        for (words, expected) in [
            ("it/PRON/nsubj/3 is~be/AUX/cop/3 unfair/ADJ/root/0", Some(2)),
            ("it/PRON/nsubj/3 is~be/AUX/cop/3 old/ADJ/root/0", None),
            // Beside a verb: what it does, and how.
            ("we/PRON/nsubj/2 saw/VERB/root/0 farce/NOUN/obj/2", Some(2)),
            (
                "we/PRON/nsubj/2 saw/VERB/root/0 unfair/ADJ/xcomp/2",
                Some(2),
            ),
            (
                "we/PRON/nsubj/2 saw/VERB/root/0 unfair/ADJ/advmod/2",
                Some(2),
            ),
            ("we/PRON/nsubj/2 saw/VERB/root/0 unfair/ADJ/obl/2", None),
            ("farce/NOUN/nsubj/2 fell/VERB/root/0", None),
            // Beside a noun with a copula: what qualifies it.
            (
                "is~be/AUX/cop/3 unfair/ADJ/amod/3 plan/NOUN/root/0",
                Some(1),
            ),
            (
                "is~be/AUX/cop/3 unfair/ADV/advmod/3 plan/NOUN/root/0",
                Some(1),
            ),
            (
                "is~be/AUX/cop/3 farce/NOUN/nmod/3 plan/NOUN/root/0",
                Some(1),
            ),
            (
                "is~be/AUX/cop/3 farce/NOUN/compound/3 plan/NOUN/root/0",
                Some(1),
            ),
            ("is~be/AUX/cop/3 farce/NOUN/obj/3 plan/NOUN/root/0", None),
            // A noun without a copula is asked as a verb is.
            ("unfair/ADJ/amod/2 plan/NOUN/root/0", None),
            // A verb with an auxiliary is no noun.
            (
                "is~be/AUX/aux/2 seeing/VERB/root/0 farce/NOUN/obj/2",
                Some(2),
            ),
            // What qualifies an object or a complement, but no adverb.
            ("saw/VERB/root/0 unfair/ADJ/amod/3 plan/NOUN/obj/1", Some(1)),
            (
                "saw/VERB/root/0 unfair/ADJ/amod/3 plan/NOUN/xcomp/1",
                Some(1),
            ),
            ("saw/VERB/root/0 unfair/ADJ/amod/3 plan/NOUN/advmod/1", None),
            ("saw/VERB/root/0 unfair/ADJ/nmod/3 plan/NOUN/obj/1", None),
            ("saw/VERB/root/0 old/ADJ/amod/3 plan/NOUN/obj/1", None),
            (
                "is~be/AUX/cop/2 plan/NOUN/root/0 of/ADP/case/5 unfair/ADJ/amod/5 men/NOUN/nmod/2",
                Some(3),
            ),
            // "There are better ways."
            (
                "there/PRON/expl/2 are~be/VERB/root/0 better/ADJ/amod/4 ways/NOUN/nsubj/2",
                Some(2),
            ),
            (
                "there/PRON/expl/2 came~come/VERB/root/0 better/ADJ/amod/4 ways/NOUN/nsubj/2",
                None,
            ),
        ] {
            let analysis = tree_by_hand(words);
            let found = evaluative_word(&analysis, &whole_clause(&analysis));
            assert_eq!(found, expected, "{words}");
        }
        // Words that another clause has taken.
        for words in [
            "saw/VERB/root/0 farce/NOUN/obj/1",
            "saw/VERB/root/0 unfair/ADJ/amod/3 plan/NOUN/obj/1",
        ] {
            let analysis = tree_by_hand(words);
            let clause = Clause {
                tokens: vec![0],
                ..whole_clause(&analysis)
            };
            assert_eq!(evaluative_word(&analysis, &clause), None, "{words}");
        }
    }
}
