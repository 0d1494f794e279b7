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

/// "Possible values are" without them, "the scenes will" without what they will do.
pub(super) fn ends_in_auxiliary(candidate: &Candidate) -> bool {
    let last = candidate.word(candidate.last());
    let is_verb = |&&token: &&usize| matches!(candidate.word(token).upos, Upos::Aux | Upos::Verb);
    candidate.clause.tokens.iter().filter(is_verb).count() == 1
        && (last.upos == Upos::Aux || last.lemma == "be")
}

/// "The rules say that: …"
pub(super) fn ends_at_colon(candidate: &Candidate) -> bool {
    let last = candidate.last();
    candidate.next(last).is_some_and(|next| next.form == ":")
        && matches!(
            candidate.word(last).upos,
            Upos::Aux | Upos::Verb | Upos::Adp | Upos::Sconj
        )
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
