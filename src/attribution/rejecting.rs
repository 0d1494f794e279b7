//! Denials of what a noun says: "rejected claims that the tunnel is unsafe", "denied a report that it leaks". Who rejects
//! it holds the opposite.

use super::content::{self, has_mark};
use super::rule::{Candidate, Credit};
use super::{reporting, unheld};
use crate::grammar::{Deprel, Upos};
use crate::terms::CueType;

/// Verbs of which what a noun under them says is denied.
pub(super) const REJECTING: [&str; 8] = [
    "reject",
    "dismiss",
    "deny",
    "dispute",
    "refute",
    "rebut",
    "contest",
    "repudiate",
];

/// The verb with the noun under it; the content is the clause with "that" behind the noun. A claim that has an owner is the
/// owner's: "rejected the mayor's claim that".
pub(super) fn rejecting(candidate: &Candidate) -> Option<Credit> {
    let (analysis, verb) = (candidate.analysis, candidate.token);
    let word = candidate.word();
    if word.upos != Upos::Verb || !word.has_lemma(&REJECTING) {
        return None;
    }
    let noun = analysis
        .child(verb, Deprel::Obj)
        .filter(|&noun| noun > verb && analysis.child(noun, Deprel::NmodPoss).is_none())?;
    let clause = analysis
        .children_with(noun, &[Deprel::Acl, Deprel::Ccomp])
        .find(|&clause| has_mark(analysis, clause, &["that"]))?;
    let source = reporting::source_of(analysis, verb)?;
    if unheld::why_unheld(analysis, verb, Some(source)).is_some() {
        return None;
    }
    let content = content::under_cue(analysis, verb, clause);
    Some(Credit {
        source: Some(source),
        cue: word.span.cover(analysis.words[noun].span),
        cue_type: CueType::Denial,
        weak: false,
        mode: content::mode(candidate.finder.quotations, &content),
        content,
    })
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check_trees;

    #[test]
    fn who_rejects_what_a_noun_says_denies_it() {
        let leaks = "that/SCONJ/mark/6 it/PRON/nsubj/6 leaks/VERB/acl/3";
        let trees = |verb: &str, object: &str| {
            format!("Holm/PROPN/nsubj/2 {verb}/VERB/root/0 {object} {leaks}")
        };
        let denied = "rejecting: Holm > rejected claims > it leaks";
        for (tree, expected) in [
            (trees("rejected~reject", "claims~claim/NOUN/obj/2"), denied),
            // Another verb; no object; who did not reject it.
            (trees("liked~like", "claims~claim/NOUN/obj/2"), ""),
            (trees("rejected~reject", "claims~claim/NOUN/obl/2"), ""),
            (
                trees("rejected~reject", "claims~claim/NOUN/obj/2").replace("acl", "ccomp"),
                denied,
            ),
        ] {
            check_trees(&[(&tree, expected)]);
        }
        check_trees(&[(
            "Nobody/PRON/nsubj/2 rejected~reject/VERB/root/0 claims~claim/NOUN/obj/2 that/SCONJ/mark/6 it/PRON/nsubj/6 leaks/VERB/acl/3",
            "",
        )]);
    }
}
