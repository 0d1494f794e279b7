//! Which heads make a clause: what each token of a sentence is to the clauses around it.

use super::adverbial::adverbial;
use super::condition;
use super::coordination::is_clause_of_its_own;
use super::predicate::{is_finite, is_predicate};
use super::relative::is_non_restrictive;
use super::stance::{completes_held_noun, is_aside, is_stance};
use crate::analysis::Analysis;
use crate::claim::ClauseKind;
use crate::grammar::{Deprel, Upos};

/// What the head of a subtree is to the clauses around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Part {
    /// A clause of its own.
    Clause(ClauseKind),
    /// The predicate of an attribution: no claim, but what hangs on it may be one.
    Cue,
    /// The author's stance towards its complement.
    Stance,
    /// A condition of the clause that it hangs on.
    Condition,
    /// A clause that is cut off and not reported: the temporal setting in front of a clause.
    Setting,
}

/// What each token heads, for those that head something.
pub(super) fn parts(analysis: &Analysis, is_cue: &dyn Fn(usize) -> bool) -> Vec<Option<Part>> {
    let n_words = analysis.words.len();
    let mut parts: Vec<Option<Part>> = vec![None; n_words];
    // Heads before dependents, whatever the order of the words; each token is visited once.
    let mut queue: Vec<usize> = (0..n_words)
        .filter(|&token| analysis.words[token].head.is_none())
        .collect();
    let mut next = 0;
    while next < queue.len() && next <= n_words {
        let token = queue[next];
        next += 1;
        parts[token] = part(analysis, &parts, token, is_cue);
        queue.extend_from_slice(analysis.children(token));
    }
    parts
}

/// What one token heads; the parts of those above it are known.
fn part(
    analysis: &Analysis,
    parts: &[Option<Part>],
    token: usize,
    is_cue: &dyn Fn(usize) -> bool,
) -> Option<Part> {
    let word = &analysis.words[token];
    let Some(head) = word.head else {
        return Some(unless_taken_off(analysis, token, is_cue, ClauseKind::Main));
    };
    let depends = matches!(parts[head], Some(Part::Clause(_)));
    if depends
        && (condition::is_phrase(analysis, token) || condition::is_bare(analysis, head, token))
    {
        return Some(Part::Condition);
    }
    if word.upos == Upos::Punct || !is_predicate(analysis, token) {
        return None;
    }
    let kind = match word.deprel {
        Deprel::Conj if is_clause_of_its_own(analysis, parts, head, token) => {
            ClauseKind::Coordinated
        }
        Deprel::AdvclRelcl | Deprel::AclRelcl if is_non_restrictive(analysis, token) => {
            ClauseKind::Relative
        }
        Deprel::Advcl => return adverbial(analysis, parts, head, token),
        Deprel::Parataxis if is_aside(analysis, token) => return Some(Part::Setting),
        Deprel::Parataxis => ClauseKind::Parataxis,
        // "The auditor said [the fund is empty]"; "the plan is [that nobody pays]" stays whole.
        Deprel::Ccomp | Deprel::Csubj | Deprel::CsubjPass
            if is_cue(head) || matches!(parts[head], Some(Part::Cue | Part::Stance)) =>
        {
            ClauseKind::Complement
        }
        Deprel::Acl | Deprel::Ccomp if is_said_by_noun(analysis, parts, head, token) => {
            ClauseKind::Complement
        }
        _ => return None,
    };
    let part = unless_taken_off(analysis, token, is_cue, kind);
    let needs_finite_verb =
        part == Part::Clause(ClauseKind::Parataxis) || part == Part::Clause(ClauseKind::Complement);
    (!needs_finite_verb || is_finite(analysis, token)).then_some(part)
}

/// "rejected claims that *it leaks*", "There is no doubt that *it leaks*": a clause of the noun under a cue or a stance.
fn is_said_by_noun(
    analysis: &Analysis,
    parts: &[Option<Part>],
    noun: usize,
    clause: usize,
) -> bool {
    let above = analysis.words[noun].head;
    match above.and_then(|above| parts[above]) {
        Some(Part::Stance) => completes_held_noun(analysis, noun, clause),
        Some(Part::Cue) => {
            let words = &analysis.words;
            words[noun].deprel == Deprel::Obj
                && analysis
                    .children_with(clause, &[Deprel::Mark])
                    .any(|mark| words[mark].is(&["that"]))
        }
        _ => false,
    }
}

/// A clause of that kind, unless it is the cue of an attribution or a stance of the author.
fn unless_taken_off(
    analysis: &Analysis,
    token: usize,
    is_cue: &dyn Fn(usize) -> bool,
    kind: ClauseKind,
) -> Part {
    match () {
        _ if is_cue(token) => Part::Cue,
        _ if is_stance(analysis, token) => Part::Stance,
        _ => Part::Clause(kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::tree_by_hand;

    /// What each word of a tree heads, for those that head something. Words in capitals are cues.
    fn heads(tree: &str) -> Vec<(String, Part)> {
        let analysis = tree_by_hand(tree);
        let is_cue = |token: usize| analysis.words[token].form == "SAID";
        let parts = parts(&analysis, &is_cue);
        let words = analysis.words.iter().map(|word| word.form.clone());
        words
            .zip(parts)
            .filter_map(|(word, part)| Some((word, part?)))
            .collect()
    }

    #[test]
    fn relations_make_clauses() {
        use ClauseKind::{Complement, Coordinated, Main, Parataxis, Relative};
        let fin = "VERB|VerbForm=Fin";
        let table = [
            (
                format!("sank/{fin}/root/0"),
                vec![("sank", Part::Clause(Main))],
            ),
            (
                "bridge/NOUN/root/0".into(),
                vec![("bridge", Part::Clause(Main))],
            ),
            (
                format!("SAID/{fin}/root/0 it/PRON/nsubj/3 sank/{fin}/ccomp/1"),
                vec![("SAID", Part::Cue), ("sank", Part::Clause(Complement))],
            ),
            (
                format!("SAID/{fin}/root/0 sinking/VERB|VerbForm=Ger/ccomp/1"),
                vec![("SAID", Part::Cue)],
            ),
            (
                format!("seen/{fin}/root/0 it/PRON/nsubj/3 sank/{fin}/ccomp/1"),
                vec![("seen", Part::Clause(Main))],
            ),
            (
                format!("I/PRON/nsubj/2 think/{fin}/root/0 it/PRON/nsubj/4 sank/{fin}/ccomp/2"),
                vec![("think", Part::Stance), ("sank", Part::Clause(Complement))],
            ),
            (
                format!("it/PRON/expl/2 SAID/{fin}/root/0 it/PRON/nsubj/4 sank/{fin}/csubj/2"),
                vec![("SAID", Part::Cue), ("sank", Part::Clause(Complement))],
            ),
            // A cue that heads no clause has complements all the same: "the SAID that it sank".
            (
                format!("left/{fin}/root/0 SAID/NOUN/obj/1 it/PRON/nsubj/4 sank/{fin}/ccomp/2"),
                vec![
                    ("left", Part::Clause(Main)),
                    ("sank", Part::Clause(Complement)),
                ],
            ),
            (
                format!("sank/{fin}/root/0 ;/PUNCT/punct/4 he/PRON/nsubj/4 fled/{fin}/parataxis/1"),
                vec![
                    ("sank", Part::Clause(Main)),
                    ("fled", Part::Clause(Parataxis)),
                ],
            ),
            (
                format!("sank/{fin}/root/0 ;/PUNCT/punct/3 fleeing/VERB|VerbForm=Ger/parataxis/1"),
                vec![("sank", Part::Clause(Main))],
            ),
            (
                format!("sank/{fin}/root/0 he/PRON/nsubj/3 SAID/{fin}/parataxis/1"),
                vec![("sank", Part::Clause(Main)), ("SAID", Part::Cue)],
            ),
            (
                format!("sank/{fin}/root/0 I/PRON/nsubj/3 guess/{fin}/parataxis/1"),
                vec![("sank", Part::Clause(Main)), ("guess", Part::Setting)],
            ),
            (
                format!("sank/{fin}/root/0 bridge/NOUN/parataxis/1"),
                vec![("sank", Part::Clause(Main))],
            ),
            (
                format!("sank/{fin}/root/0 is/PUNCT/parataxis/1 it/PRON/nsubj/2"),
                vec![("sank", Part::Clause(Main))],
            ),
            (
                format!("cut/{fin}/root/0 it/PRON/obj/1 and/CCONJ/cc/4 fled/{fin}/conj/1"),
                vec![
                    ("cut", Part::Clause(Main)),
                    ("fled", Part::Clause(Coordinated)),
                ],
            ),
            (
                format!("cut/{fin}/root/0 and/CCONJ/cc/3 fled/{fin}/conj/1"),
                vec![("cut", Part::Clause(Main))],
            ),
            (
                format!("cut/{fin}/root/0 it/PRON/obj/1 and/CCONJ/cc/4 SAID/{fin}/conj/1"),
                vec![("cut", Part::Clause(Main)), ("SAID", Part::Cue)],
            ),
            (
                format!("firm/NOUN/root/0 ,/PUNCT/punct/4 who/PRON/nsubj/4 fled/{fin}/acl:relcl/1"),
                vec![
                    ("firm", Part::Clause(Main)),
                    ("fled", Part::Clause(Relative)),
                ],
            ),
            (
                format!(
                    "ran/{fin}/root/0 ,/PUNCT/punct/4 which/PRON/nsubj/4 hurt/{fin}/advcl:relcl/1"
                ),
                vec![
                    ("ran", Part::Clause(Main)),
                    ("hurt", Part::Clause(Relative)),
                ],
            ),
            (
                format!("firm/NOUN/root/0 who/PRON/nsubj/3 fled/{fin}/acl:relcl/1"),
                vec![("firm", Part::Clause(Main))],
            ),
            (
                format!("ran/{fin}/root/0 if/SCONJ/mark/4 it/PRON/nsubj/4 rains/{fin}/advcl/1"),
                vec![("ran", Part::Clause(Main)), ("rains", Part::Condition)],
            ),
            (
                format!("ran/{fin}/root/0 hurt/{fin}/xcomp/1"),
                vec![("ran", Part::Clause(Main))],
            ),
        ];
        for (tree, expected) in table {
            let expected: Vec<(String, Part)> = expected
                .into_iter()
                .map(|(word, part)| (word.to_string(), part))
                .collect();
            assert_eq!(heads(&tree), expected, "{tree}");
        }
    }

    #[test]
    fn heads_come_before_what_hangs_on_them_whatever_their_order() {
        let tree = "it/PRON/nsubj/2 sank/VERB|VerbForm=Fin/ccomp/4 he/PRON/nsubj/4 SAID/VERB|VerbForm=Fin/root/0";
        let expected = [
            ("sank".to_string(), Part::Clause(ClauseKind::Complement)),
            ("SAID".to_string(), Part::Cue),
        ];
        assert_eq!(heads(tree), expected);
    }
}
