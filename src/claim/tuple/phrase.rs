//! Which tokens of a subtree make a slot of a tuple.

use crate::analysis::Analysis;
use crate::grammar::{Deprel, Upos};

/// Whether a word states something: a verb, or anything with a copula or subject.
pub(in crate::claim) fn is_clausal(analysis: &Analysis, token: usize) -> bool {
    analysis.words[token].upos == Upos::Verb
        || analysis.has_child_with(token, &[Deprel::Cop, Deprel::Nsubj])
}

/// The phrase of a noun or pronoun without what leads to it and without what is set off from it. `but` is a part of it
/// that stays out, as the relative clause whose subject it is.
///
/// Preposition, conjunction and marker lead to it; a comma sets off relative clauses and appositives.
pub(in crate::claim) fn phrase(
    analysis: &Analysis,
    head: usize,
    with_conjuncts: bool,
    but: Option<usize>,
) -> Vec<usize> {
    gather(analysis, head, &|parent, child| {
        Some(child) != but
            && !is_apart(analysis, parent, child)
            && (parent != head || is_own_part(analysis, head, child, with_conjuncts))
    })
}

/// The whole phrase of a head, conjuncts included, as the only one that it stands for.
pub(in crate::claim) fn whole(analysis: &Analysis, head: usize) -> Vec<Vec<usize>> {
    vec![phrase(analysis, head, true, None)]
}

/// Whether a child of a phrase's head belongs to the phrase.
fn is_own_part(analysis: &Analysis, head: usize, child: usize, with_conjuncts: bool) -> bool {
    let words = &analysis.words;
    let copula = analysis.child(head, Deprel::Cop);
    match words[child].deprel.base() {
        // Of a noun with a copula, only what stands between the two: "is *long* past its best in summer".
        Deprel::Obl | Deprel::Advmod => {
            copula.is_none_or(|copula| copula <= child && child <= head)
        }
        Deprel::Xcomp | Deprel::Ccomp => copula.is_none(),
        // "both figures" has a determiner where "both the mayor and the council" has half a conjunction.
        Deprel::Cc if child < head => {
            let has_conjuncts = analysis.child(head, Deprel::Conj).is_some();
            words[child].is(&["both"]) && (with_conjuncts || !has_conjuncts)
        }
        Deprel::Cc => with_conjuncts,
        Deprel::Conj => with_conjuncts && !is_clausal(analysis, child),
        Deprel::Case
        | Deprel::Mark
        | Deprel::Nsubj
        | Deprel::Cop
        | Deprel::Aux
        | Deprel::Advcl
        | Deprel::Expl
        | Deprel::Csubj => false,
        _ => true,
    }
}

/// Whether what a word heads is no part of any phrase around it: set off by a comma, or beside the sentence. A name needs no
/// clause to tell which one is meant, so that a relative clause behind it is set off in any case.
fn is_apart(analysis: &Analysis, parent: usize, child: usize) -> bool {
    let words = &analysis.words;
    match words[child].deprel.base() {
        Deprel::Parataxis
        | Deprel::Discourse
        | Deprel::Vocative
        | Deprel::Dislocated
        | Deprel::Orphan
        | Deprel::Dep => true,
        Deprel::Acl if words[parent].upos == Upos::Propn => words[child].deprel == Deprel::AclRelcl,
        Deprel::Acl | Deprel::Appos => is_set_off(analysis, child),
        _ => false,
    }
}

/// Everything below a head but what leads to it: the content of saying, the complement of a verb.
pub(in crate::claim) fn clause(analysis: &Analysis, head: usize) -> Vec<usize> {
    let words = &analysis.words;
    gather(
        analysis,
        head,
        &|parent, child| match words[child].deprel.base() {
            Deprel::Cc | Deprel::Conj | Deprel::Parataxis | Deprel::Discourse if parent == head => {
                false
            }
            Deprel::Punct => words[child].lower != "." || parent != head,
            _ => true,
        },
    )
}

/// A head and what is kept below it, in order, with the marks between two kept words. What stands in brackets stays out,
/// unless the head does.
fn gather(analysis: &Analysis, head: usize, keep: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut tokens = Vec::new();
    let mut stack = vec![head];
    while let Some(token) = stack.pop() {
        if tokens.len() > analysis.words.len() {
            break;
        }
        tokens.push(token);
        let below = analysis.children(token).iter().copied();
        stack.extend(
            below.filter(|&child| !analysis.words[child].is_punctuation() && keep(token, child)),
        );
    }
    tokens.sort_unstable();
    for (open, close) in brackets(analysis) {
        if !(open < head && head < close) {
            tokens.retain(|&token| token < open || close < token);
        }
    }
    with_marks(analysis, &tokens)
}

/// Pairs of brackets, those inside others left aside.
pub(in crate::claim) fn brackets(analysis: &Analysis) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut open, mut depth) = (0, 0_usize);
    for (token, word) in analysis.words.iter().enumerate() {
        match word.form.as_str() {
            "(" | "[" => {
                if depth == 0 {
                    open = token;
                }
                depth += 1;
            }
            ")" | "]" if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    pairs.push((open, token));
                }
            }
            _ => {}
        }
    }
    pairs
}

/// Halves of pairs.
const OPENING: [&str; 3] = ["“", "(", "["];
const CLOSING: [&str; 3] = ["”", ")", "]"];

fn opens(analysis: &Analysis, token: usize) -> bool {
    OPENING.contains(&analysis.words[token].form.as_str())
}

fn closes(analysis: &Analysis, token: usize) -> bool {
    CLOSING.contains(&analysis.words[token].form.as_str())
}

/// Adds the punctuation marks that stand between two tokens and nothing else, and the other half of a pair.
fn with_marks(analysis: &Analysis, tokens: &[usize]) -> Vec<usize> {
    let mut filled: Vec<usize> = Vec::new();
    for &token in tokens {
        if let Some(&last) = filled.last() {
            if (last + 1..token).all(|between| analysis.words[between].is_punctuation()) {
                filled.extend(last + 1..token);
            }
        }
        filled.push(token);
    }
    let (Some(&first), Some(&last)) = (filled.first(), filled.last()) else {
        return filled;
    };
    let count = |is_half: fn(&Analysis, usize) -> bool| {
        let halves = filled.iter().filter(|&&token| is_half(analysis, token));
        halves.count()
    };
    let (n_opened, n_closed) = (count(opens), count(closes));
    if n_opened > n_closed && last + 1 < analysis.words.len() && closes(analysis, last + 1) {
        filled.push(last + 1);
    } else if n_closed > n_opened && first > 0 && opens(analysis, first - 1) {
        filled.insert(0, first - 1);
    }
    filled
}

/// Marks in front of a phrase that do not set it off.
const INNER_MARKS: [&str; 4] = ["\"", "“", "”", "-"];

/// Whether a mark stands in front of what a word heads.
pub(in crate::claim) fn is_set_off(analysis: &Analysis, head: usize) -> bool {
    let first = first_word(analysis, head);
    let before = first.checked_sub(1).map(|before| &analysis.words[before]);
    before.is_some_and(|before| before.is_punctuation() && !before.is(&INNER_MARKS))
}

/// The first token of a subtree, marks left aside.
fn first_word(analysis: &Analysis, head: usize) -> usize {
    analysis
        .subtree(head)
        .into_iter()
        .find(|&token| !analysis.words[token].is_punctuation())
        .unwrap_or(head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{say, tree_by_hand};

    /// The phrase of the word in capitals, with its conjuncts and without.
    fn phrases(tree: &str) -> (String, String) {
        let analysis = tree_by_hand(tree);
        let is_capital = |form: &str| form.chars().all(char::is_uppercase);
        let head = analysis
            .words
            .iter()
            .position(|word| is_capital(&word.form))
            .unwrap();
        let say = |with_conjuncts| {
            say(&analysis, &phrase(&analysis, head, with_conjuncts, None)).to_lowercase()
        };
        (say(true), say(false))
    }

    #[test]
    fn a_phrase_holds_what_modifies_its_head() {
        let table = [
            (
                "of/ADP/case/3 old/ADJ/amod/3 BOATS/NOUN/root/0 from/ADP/case/5 here/ADV/nmod/3",
                "old boats from here",
            ),
            ("and/CCONJ/cc/2 BOATS/NOUN/root/0", "boats"),
            ("both/DET/cc/2 BOATS/NOUN/root/0", "both boats"),
            // The parts of a clause are none of its predicate noun's phrase.
            (
                "they/PRON/nsubj/3 are/AUX/cop/3 BOATS/NOUN/root/0 today/NOUN/obl/3",
                "boats",
            ),
            (
                "today/NOUN/obl/4 they/PRON/nsubj/4 are/AUX/cop/4 BOATS/NOUN/root/0",
                "boats",
            ),
            (
                "they/PRON/nsubj/4 are/AUX/cop/4 still/ADV/advmod/4 BOATS/NOUN/root/0",
                "still boats",
            ),
            (
                "are/AUX/cop/2 BOATS/NOUN/root/0 to/PART/mark/4 buy/VERB/xcomp/2",
                "boats",
            ),
            (
                "BOATS/NOUN/root/0 to/PART/mark/3 buy/VERB/xcomp/1",
                "boats to buy",
            ),
            ("BOATS/NOUN/root/0 today/NOUN/obl/1", "boats today"),
            (
                "will/AUX/aux/2 BOATS/NOUN/root/0 if/SCONJ/mark/4 asked/VERB/advcl/2",
                "boats",
            ),
            (
                "there/PRON/expl/2 BOATS/NOUN/root/0 rowing/VERB/csubj/2",
                "boats",
            ),
            // Deeper down they are.
            (
                "BOATS/NOUN/root/0 that/PRON/nsubj/4 are/AUX/cop/4 old/ADJ/acl:relcl/1",
                "boats that are old",
            ),
            (
                "BOATS/NOUN/root/0 he/PRON/nsubj/3 said/VERB/parataxis/1",
                "boats",
            ),
            ("BOATS/NOUN/root/0 well/INTJ/discourse/1", "boats"),
            // A comma sets off.
            (
                "BOATS/NOUN/root/0 ,/PUNCT/punct/4 that/PRON/nsubj/4 sank/VERB/acl:relcl/1",
                "boats",
            ),
            (
                "BOATS/NOUN/root/0 ,/PUNCT/punct/3 wrecks/NOUN/appos/1",
                "boats",
            ),
            ("BOATS/NOUN/root/0 wrecks/NOUN/appos/1", "boats wrecks"),
            // A name needs no clause to be told by.
            (
                "TARN/PROPN/root/0 that/PRON/nsubj/3 sank/VERB/acl:relcl/1",
                "tarn",
            ),
            (
                "TARN/PROPN/root/0 ,/PUNCT/punct/3 built/VERB/acl/1",
                "tarn , built",
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(phrases(tree).0, expected, "{tree}");
        }
    }

    #[test]
    fn conjuncts_come_where_they_are_asked_for() {
        let table = [
            (
                "BOATS/NOUN/root/0 and/CCONJ/cc/1 ferries/NOUN/conj/1",
                "boats and ferries",
                "boats",
            ),
            ("BOATS/NOUN/root/0 sank/VERB/conj/1", "boats", "boats"),
            (
                "BOATS/NOUN/root/0 is/AUX/cop/3 old/ADJ/conj/1",
                "boats",
                "boats",
            ),
            (
                "both/CCONJ/cc/2 BOATS/NOUN/root/0 and/CCONJ/cc/4 ferries/NOUN/conj/2",
                "both boats and ferries",
                "boats",
            ),
        ];
        for (tree, with, without) in table {
            assert_eq!(
                phrases(tree),
                (with.to_string(), without.to_string()),
                "{tree}"
            );
        }
    }

    #[test]
    fn a_part_may_stay_out() {
        let analysis = tree_by_hand("old/ADJ/amod/2 boats/NOUN/root/0");
        assert_eq!(phrase(&analysis, 1, true, Some(0)), [1]);
        assert_eq!(whole(&analysis, 1), [[0, 1]]);
    }

    #[test]
    fn a_complement_is_all_but_what_leads_to_it_and_stands_beside_it() {
        let analysis = tree_by_hand(
            "and/CCONJ/cc/3 it/PRON/nsubj/3 sank/VERB/root/0 ,/PUNCT/punct/5 alas/INTJ/discourse/3 he/PRON/nsubj/7 said/VERB/parataxis/3 fled/VERB/conj/3 ./PUNCT/punct/3",
        );
        assert_eq!(say(&analysis, &clause(&analysis, 2)), "it sank");
        let inner =
            tree_by_hand("sank/VERB/root/0 boats/NOUN/obj/1 and/CCONJ/cc/4 ferries/NOUN/conj/2");
        assert_eq!(say(&inner, &clause(&inner, 0)), "sank boats and ferries");
    }

    #[test]
    fn brackets_are_paired_and_stay_out() {
        let analysis = tree_by_hand(
            "boats/NOUN/root/0 (/PUNCT/punct/3 old/ADJ/amod/1 [/PUNCT/punct/5 very/ADV/advmod/3 ]/PUNCT/punct/5 )/PUNCT/punct/3 )/PUNCT/punct/1 here/ADV/advmod/1",
        );
        assert_eq!(brackets(&analysis), [(1, 6)]);
        assert_eq!(
            say(&analysis, &phrase(&analysis, 0, true, None)),
            "boats here"
        );
        assert_eq!(
            say(&analysis, &phrase(&analysis, 2, true, None)),
            "old [ very ]"
        );
    }

    #[test]
    fn the_other_half_of_a_pair_is_added() {
        let analysis = tree_by_hand(
            "it/X/root/0 “/PUNCT/punct/1 fell/X/dep/1 fast/X/dep/1 ”/PUNCT/punct/1 today/X/dep/1",
        );
        let table: [(&[usize], &str); 6] = [
            (&[0, 2, 3], "it “ fell fast ”"),
            (&[2, 3, 5], "“ fell fast ” today"),
            (&[2, 3], "fell fast"),
            (&[0, 2], "it “ fell"),
            (&[3, 5], "fast ” today"),
            (&[], ""),
        ];
        for (tokens, expected) in table {
            assert_eq!(say(&analysis, &with_marks(&analysis, tokens)), expected);
        }
    }

    #[test]
    fn a_mark_in_front_sets_off() {
        let is_off = |mark: &str| {
            let tree = format!("boats/NOUN/root/0 {mark}/PUNCT/punct/3 wrecks/NOUN/appos/1");
            is_set_off(&tree_by_hand(&tree), 2)
        };
        assert!(is_off(",") && is_off("(") && !is_off("“") && !is_off("-"));
        let analysis = tree_by_hand("boats/NOUN/root/0 wrecks/NOUN/appos/1");
        assert!(!is_set_off(&analysis, 0) && !is_set_off(&analysis, 1));
    }
}
