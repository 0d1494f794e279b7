//! Which tokens of a subtree make a slot of a tuple.

use crate::analysis::Analysis;
use crate::grammar::{Chunk, Deprel, Upos};

/// The phrases that a head stands for: its own, and one for each that is coordinated with it. `but` is a part of it that
/// stays out, as the relative clause whose subject it is.
///
/// "the bridge and the ferry" are two; between what "between" leads to and inside one name nothing is split.
pub(super) fn alternatives(
    analysis: &Analysis,
    head: usize,
    but: Option<usize>,
) -> Vec<Vec<usize>> {
    let conjuncts = conjuncts(analysis, head);
    if conjuncts.is_empty() {
        let whole = analysis
            .children_with(head, &[Deprel::Conj])
            .any(|conjunct| !is_clausal(analysis, conjunct));
        return vec![phrase(analysis, head, whole, but)];
    }
    let split = [head]
        .into_iter()
        .chain(conjuncts)
        .map(|conjunct| phrase(analysis, conjunct, false, but));
    split.filter(|phrase| !phrase.is_empty()).collect()
}

/// The words that are coordinated with a head so that each can be taken alone: "the bridge, the ferry and the quay".
/// Chains are followed from the first, which some trees hang one on the other.
pub(in crate::claim) fn conjuncts(analysis: &Analysis, head: usize) -> Vec<usize> {
    let words = &analysis.words;
    let follows = |token: usize| {
        analysis
            .children_with(token, &[Deprel::Conj])
            .filter(|&conjunct| !is_clausal(analysis, conjunct))
    };
    let is_first = words[head].deprel.base() != Deprel::Conj || is_clausal(analysis, head);
    let mut conjuncts: Vec<usize> = if is_first {
        follows(head).collect()
    } else {
        Vec::new()
    };
    let mut next = 0;
    while next < conjuncts.len() && conjuncts.len() <= words.len() {
        conjuncts.extend(follows(conjuncts[next]).collect::<Vec<_>>());
        next += 1;
    }
    conjuncts.sort_unstable();
    let between = analysis
        .children_with(head, &[Deprel::Case])
        .any(|case| words[case].lower == "between");
    let one_name = conjuncts
        .iter()
        .any(|&conjunct| same_name(analysis, head, conjunct));
    // "two or more" is one number; coordinated verbs are predicates of their own.
    let whole = between || one_name || matches!(words[head].upos, Upos::Num | Upos::Verb);
    if whole { Vec::new() } else { conjuncts }
}

/// A subtree without what is coordinated with its head.
pub(in crate::claim) fn alone(analysis: &Analysis, head: usize) -> Vec<usize> {
    let apart = analysis
        .children(head)
        .iter()
        .filter(|&&child| analysis.words[child].deprel.base() != Deprel::Conj);
    apart
        .flat_map(|&child| analysis.subtree(child))
        .chain([head])
        .collect()
}

/// Whether a word states something: a verb, or anything with a copula or subject.
pub(in crate::claim) fn is_clausal(analysis: &Analysis, token: usize) -> bool {
    analysis.words[token].upos == Upos::Verb
        || analysis
            .children_with(token, &[Deprel::Cop, Deprel::Nsubj])
            .next()
            .is_some()
}

/// What the first of two coordinated words does not share with the second: itself, and what modifies it alone.
pub(in crate::claim) fn own(analysis: &Analysis, head: usize, conjunct: usize) -> Vec<usize> {
    let words = &analysis.words;
    let with = |relations: &[Deprel]| {
        analysis
            .children(conjunct)
            .iter()
            .any(|&child| relations.contains(&words[child].deprel.base()))
    };
    let mut own = vec![head];
    for &child in analysis.children(head) {
        let shared = match words[child].deprel.base() {
            Deprel::Conj | Deprel::Nsubj | Deprel::Cop | Deprel::Aux | Deprel::Obl => true,
            Deprel::Case | Deprel::Mark => !with(&[Deprel::Case]),
            Deprel::Det => {
                words[child].deprel == Deprel::Det
                    && !with(&[Deprel::Det, Deprel::Nmod, Deprel::Nummod])
                    && words[conjunct].upos == words[head].upos
                    && words[head].upos != Upos::Propn
            }
            _ => child > conjunct,
        };
        if !shared {
            own.extend(analysis.subtree(child));
        }
    }
    own
}

/// Whether two words belong to one name: "the Ministry of Roads and Bridges".
fn same_name(analysis: &Analysis, first: usize, last: usize) -> bool {
    first < last
        && analysis.words[first + 1..=last]
            .iter()
            .all(|word| word.entity.is_some_and(Chunk::is_inside))
}

/// The phrase of a noun or pronoun without what leads to it and without what is set off from it.
///
/// Preposition, conjunction and marker lead to it; a comma sets off relative clauses and appositives.
pub(in crate::claim) fn phrase(
    analysis: &Analysis,
    head: usize,
    with_conjuncts: bool,
    but: Option<usize>,
) -> Vec<usize> {
    let words = &analysis.words;
    let copula = analysis.children_with(head, &[Deprel::Cop]).next();
    let has_conjuncts = analysis
        .children_with(head, &[Deprel::Conj])
        .next()
        .is_some();
    let (is_predicate, first_copula) = (copula.is_some(), copula.unwrap_or(0));
    gather(
        analysis,
        head,
        &|parent, child| match words[child].deprel.base() {
            _ if Some(child) == but => false,
            Deprel::Obl | Deprel::Advmod
                if parent == head && is_predicate && (child > head || child < first_copula) =>
            {
                false
            }
            Deprel::Xcomp | Deprel::Ccomp if parent == head && is_predicate => false,
            // "both figures" has a determiner where "both the mayor and the council" has half a conjunction.
            Deprel::Cc if parent == head && child < head => {
                words[child].lower == "both" && (with_conjuncts || !has_conjuncts)
            }
            Deprel::Case | Deprel::Cc | Deprel::Mark if parent == head => {
                words[child].deprel.base() == Deprel::Cc && with_conjuncts
            }
            Deprel::Conj if parent == head => with_conjuncts && !is_clausal(analysis, child),
            Deprel::Nsubj
            | Deprel::Cop
            | Deprel::Aux
            | Deprel::Advcl
            | Deprel::Expl
            | Deprel::Csubj
                if parent == head =>
            {
                false
            }
            Deprel::Parataxis
            | Deprel::Discourse
            | Deprel::Vocative
            | Deprel::Dislocated
            | Deprel::Orphan
            | Deprel::Dep => false,
            Deprel::Acl if words[parent].upos == Upos::Propn => {
                words[child].deprel != Deprel::AclRelcl
            }
            Deprel::Acl | Deprel::Appos => !set_off(analysis, child),
            _ => true,
        },
    )
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

fn opens(analysis: &Analysis, token: usize) -> bool {
    matches!(analysis.words[token].form.as_str(), "“" | "(" | "[")
}

fn closes(analysis: &Analysis, token: usize) -> bool {
    matches!(analysis.words[token].form.as_str(), "”" | ")" | "]")
}

/// Adds the punctuation marks that stand between two tokens and nothing else, and the other half of a pair.
pub(super) fn with_marks(analysis: &Analysis, tokens: &[usize]) -> Vec<usize> {
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
    let opened = filled
        .iter()
        .filter(|&&token| opens(analysis, token))
        .count();
    let closed = filled
        .iter()
        .filter(|&&token| closes(analysis, token))
        .count();
    if opened > closed && last + 1 < analysis.words.len() && closes(analysis, last + 1) {
        filled.push(last + 1);
    } else if closed > opened && first > 0 && opens(analysis, first - 1) {
        filled.insert(0, first - 1);
    }
    filled
}

/// Whether a mark stands in front of what a word heads.
pub(in crate::claim) fn set_off(analysis: &Analysis, head: usize) -> bool {
    let first = first(analysis, head);
    first > 0
        && analysis.words[first - 1].is_punctuation()
        && !matches!(
            analysis.words[first - 1].lower.as_str(),
            "\"" | "“" | "”" | "-"
        )
}

/// The first token of a subtree, marks left aside.
pub(super) fn first(analysis: &Analysis, head: usize) -> usize {
    analysis
        .subtree(head)
        .into_iter()
        .find(|&token| !analysis.words[token].is_punctuation())
        .unwrap_or(head)
}
