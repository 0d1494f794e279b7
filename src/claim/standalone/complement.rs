//! Whether the claim has what its verb asks for: object, clause or list.

use super::obstacle::Candidate;
use crate::claim::ClauseKind;
use crate::grammar::{Deprel, Upos};

/// Verbs that say nothing without what is thought, said or had.
const UNFINISHED: [&str; 36] = [
    "add", "admit", "appear", "argue", "believe", "bring", "claim", "contain", "develop", "expect",
    "find", "give", "guess", "have", "include", "keep", "know", "let", "like", "make", "mean",
    "need", "note", "prefer", "put", "raise", "reply", "require", "say", "seem", "suppose", "take",
    "think", "use", "want", "wish",
];

/// Most words of a claim in which no object can stand before subject and verb: "the best saving the town has made".
const SHORT: usize = 5;

/// "The paper has learned", of what another claim says.
pub(super) fn is_elsewhere(candidate: &Candidate) -> bool {
    let predicate = candidate.clause.predicate;
    let said_elsewhere = candidate
        .analysis
        .children_with(predicate, &[Deprel::Ccomp])
        .any(|child| !candidate.has(child));
    said_elsewhere
        && candidate.analysis.child(predicate, Deprel::Obj).is_none()
        && candidate.clause.kind != ClauseKind::Relative
}

/// "I suppose", "we still have"
pub(super) fn lacks_object(candidate: &Candidate) -> bool {
    let predicate = candidate.clause.predicate;
    let is_passive = candidate
        .analysis
        .child(predicate, Deprel::AuxPass)
        .is_some();
    candidate.last() == predicate
        && candidate.clause.tokens.len() <= SHORT
        && candidate.predicate().upos == Upos::Verb
        && candidate.predicate().has_lemma(&UNFINISHED)
        && !is_passive
}

/// It breaks off behind its verb: "Possible values are", "The scenes will".
pub(super) fn ends_in_auxiliary(candidate: &Candidate) -> bool {
    let own = &candidate.clause.tokens;
    // "It didn't": behind the negation nothing is said either.
    let mut spoken = own.iter().rev().map(|&token| candidate.word(token));
    let Some(last) = spoken.find(|word| word.upos != Upos::Part) else {
        return false;
    };
    let is_verb = |&&token: &&usize| matches!(candidate.word(token).upos, Upos::Aux | Upos::Verb);
    candidate.clause.tokens.iter().filter(is_verb).count() == 1
        && (last.upos == Upos::Aux || last.lemma == "be" || last.lemma == "do")
}

/// "The rules say that: …"
pub(super) fn ends_at_colon(candidate: &Candidate) -> bool {
    let last = candidate.last();
    candidate.next(last).is_some_and(|next| next.form == ":")
        && (candidate.word(last).lower == "that"
            || matches!(
                candidate.word(last).upos,
                Upos::Aux | Upos::Verb | Upos::Adp | Upos::Sconj
            ))
}

/// "The following rules hold:", with the rules in other sentences.
pub(super) fn announces_list(candidate: &Candidate) -> bool {
    let words = &candidate.analysis.words;
    let tokens = &candidate.clause.tokens;
    words.last().is_some_and(|word| word.form == ":")
        && tokens
            .iter()
            .any(|&token| words[token].lower == "following")
}

#[cfg(test)]
mod tests {
    use super::super::hand::{Built, check_rule};
    use super::*;

    #[test]
    fn what_is_learned_may_stand_in_another_claim() {
        let paper = "paper/NOUN/nsubj/2 *learned/VERB/root/0 ^lied/VERB/ccomp/2";
        check_rule(
            is_elsewhere,
            &[
                (paper, true),
                (
                    "paper/NOUN/nsubj/2 *learned/VERB/root/0 lied/VERB/ccomp/2",
                    false,
                ),
                (
                    "paper/NOUN/nsubj/2 *told/VERB/root/0 us/PRON/obj/2 ^lied/VERB/ccomp/2",
                    false,
                ),
                ("paper/NOUN/nsubj/2 *learned/VERB/root/0", false),
            ],
        );
        assert!(!Built::new(ClauseKind::Relative, paper).ask(is_elsewhere));
    }

    #[test]
    fn a_verb_may_need_an_object() {
        check_rule(
            lacks_object,
            &[
                ("we/PRON/nsubj/2 *have/VERB/root/0", true),
                ("we/PRON/nsubj/2 *have/VERB/root/0 it/PRON/obj/2", false),
                ("we/PRON/nsubj/2 *swim/VERB/root/0", false),
                ("we/PRON/nsubj/2 *have/AUX/root/0", false),
                (
                    "it/PRON/nsubj:pass/3 was/AUX/aux:pass/3 *claimed~claim/VERB/root/0",
                    false,
                ),
                (
                    "a/X/dep/5 b/X/dep/5 c/X/dep/5 d/X/dep/5 *have/VERB/root/0",
                    true,
                ),
                (
                    "a/X/dep/6 b/X/dep/6 c/X/dep/6 d/X/dep/6 e/X/dep/6 *have/VERB/root/0",
                    false,
                ),
            ],
        );
    }

    #[test]
    fn what_a_claim_announces_may_be_missing() {
        check_rule(
            ends_in_auxiliary,
            &[
                ("scenes/NOUN/nsubj/2 *will/AUX/root/0", true),
                ("values/NOUN/nsubj/2 *are~be/VERB/root/0", true),
                ("scenes/NOUN/nsubj/2 *last/VERB/root/0", false),
                ("*know/VERB/root/0 it/PRON/nsubj/3 will/AUX/ccomp/1", false),
            ],
        );
        check_rule(
            ends_at_colon,
            &[
                ("rules/NOUN/nsubj/2 *say/VERB/root/0 ^:/PUNCT/punct/2", true),
                (
                    "it/PRON/nsubj/2 *depends/VERB/root/0 on/ADP/case/2 ^:/PUNCT/punct/2",
                    true,
                ),
                (
                    "*closed/VERB/root/0 pools/NOUN/obj/1 ^:/PUNCT/punct/1",
                    false,
                ),
                (
                    "rules/NOUN/nsubj/2 *say/VERB/root/0 ^,/PUNCT/punct/2",
                    false,
                ),
            ],
        );
        check_rule(
            announces_list,
            &[
                (
                    "the/DET/det/2 following/NOUN/nsubj/3 *hold/VERB/root/0 now/ADV/advmod/3 ^:/PUNCT/punct/3",
                    true,
                ),
                (
                    "the/DET/det/2 following/NOUN/nsubj/3 *hold/VERB/root/0 ^./PUNCT/punct/3",
                    false,
                ),
                (
                    "the/DET/det/2 rules/NOUN/nsubj/3 *hold/VERB/root/0 ^:/PUNCT/punct/3",
                    false,
                ),
            ],
        );
    }
}
