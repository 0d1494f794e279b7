//! Whether the pieces of a claim make one sentence where words between them were left out.

use super::obstacle::Candidate;
use super::verb::follows;
use crate::analysis::Word;
use crate::grammar::{Feature, Upos};
use crate::span::ByteSpan;

/// Parts of speech with which a coordinated predicate can't begin.
const NO_START: [Upos; 4] = [Upos::Sconj, Upos::Punct, Upos::Num, Upos::Det];

/// Words behind which a predicate may go on, whatever its form: the end of a subject or an adverb.
const ENDS_OF_SUBJECT: [Upos; 7] = [
    Upos::Adv,
    Upos::Noun,
    Upos::Propn,
    Upos::Pron,
    Upos::Num,
    Upos::Adj,
    Upos::Punct,
];

/// Whether each piece goes on where the one before it ends: behind what stands in brackets, commas or dashes; where a
/// predicate has its subject or auxiliary from another; where only marks were left out. Else the tree was wrong, or what
/// was left out is needed: "someone would have … heading for the door".
pub(super) fn all_explained(candidate: &Candidate) -> bool {
    let words = &candidate.analysis.words;
    let last =
        |piece: &ByteSpan| (0..words.len()).rfind(|&token| piece.contains(words[token].span));
    let first =
        |piece: &ByteSpan| (0..words.len()).find(|&token| piece.contains(words[token].span));
    candidate.wording.own.windows(2).all(|pieces| {
        let (Some(end), Some(start)) = (last(&pieces[0]), first(&pieces[1])) else {
            return false;
        };
        let gap = &words[(end + 1).min(start)..start];
        gap.iter().all(Word::is_punctuation) || is_aside(gap) || is_shared(candidate, end, start)
    })
}

/// ", however,", "(figure 2)", "— a human being —"
fn is_aside(gap: &[Word]) -> bool {
    let (Some(first), Some(last)) = (gap.first(), gap.last()) else {
        return true;
    };
    match first.form.as_str() {
        "(" | "[" => gap.iter().any(|word| word.is(&[")", "]"])),
        "," => last.form == ",",
        "—" | "–" | "―" | "-" | "--" => last.form == first.form,
        _ => false,
    }
}

/// A predicate behind the subject, auxiliary or "to" that it shares with one left out: "The council cut the budget and sold
/// the ship". The gap reaches from behind token `end` to `start`.
fn is_shared(candidate: &Candidate, end: usize, start: usize) -> bool {
    let predicate = candidate.clause.predicate;
    if start > predicate || !begins_predicate(candidate, start) {
        return false;
    }
    if start - 1 > end && is_other_subject(candidate.word(start - 1)) {
        return false;
    }
    let verb = (start..=predicate)
        .find(|&token| matches!(candidate.word(token).upos, Upos::Aux | Upos::Verb))
        .unwrap_or(predicate);
    let before = candidate.word(end);
    match before.upos {
        Upos::Aux | Upos::Part => follows(before, candidate.word(verb)),
        upos => ENDS_OF_SUBJECT.contains(&upos),
    }
}

/// The predicate, what hangs on it, or an adverb of that.
fn begins_predicate(candidate: &Candidate, start: usize) -> bool {
    let predicate = candidate.clause.predicate;
    let leads = |token: usize| token == predicate || candidate.word(token).head == Some(predicate);
    let word = candidate.word(start);
    let of_later = word.head.is_some_and(|head| head > start && leads(head));
    leads(start) && !NO_START.contains(&word.upos) || of_later && word.upos == Upos::Adv
}

/// "Mentorship in the newsrooms | will grow": what was left out right before is the subject.
fn is_other_subject(word: &Word) -> bool {
    word.upos.is_nominal() && !word.has(Feature::PronTypeRel)
}

#[cfg(test)]
mod tests {
    use super::super::hand::check_rule;
    use super::*;

    #[test]
    fn asides_may_be_left_out() {
        check_rule(
            all_explained,
            &[
                ("pool/NOUN/nsubj/2 *closed/VERB/root/0", true),
                (
                    "*closed/VERB/root/0 ^,/PUNCT/punct/1 ^now/ADV/advmod/1 ^,/PUNCT/punct/1 pools/NOUN/obj/1",
                    true,
                ),
                (
                    "*closed/VERB/root/0 ^,/PUNCT/punct/1 ^now/ADV/advmod/1 pools/NOUN/obj/1",
                    false,
                ),
                (
                    "*closed/VERB/root/0 ^(/PUNCT/punct/1 ^now/ADV/advmod/1 ^)/PUNCT/punct/1 ^./X/dep/1 pools/NOUN/obj/1",
                    true,
                ),
                (
                    "*closed/VERB/root/0 ^[/PUNCT/punct/1 ^now/ADV/advmod/1 ^]/PUNCT/punct/1 pools/NOUN/obj/1",
                    true,
                ),
                (
                    "*closed/VERB/root/0 ^(/PUNCT/punct/1 ^now/ADV/advmod/1 pools/NOUN/obj/1",
                    false,
                ),
                (
                    "*closed/VERB/root/0 ^—/PUNCT/punct/1 ^now/ADV/advmod/1 ^—/PUNCT/punct/1 pools/NOUN/obj/1",
                    true,
                ),
                (
                    "*closed/VERB/root/0 ^—/PUNCT/punct/1 ^now/ADV/advmod/1 ^,/PUNCT/punct/1 pools/NOUN/obj/1",
                    false,
                ),
                (
                    "*closed/VERB/root/0 ^now/ADV/advmod/1 pools/NOUN/obj/1",
                    false,
                ),
                (
                    "*closed/VERB/root/0 ^./PUNCT/punct/1 pools/NOUN/obj/1",
                    true,
                ),
            ],
        );
    }

    #[test]
    fn a_predicate_goes_on_behind_what_it_shares() {
        check_rule(
            all_explained,
            &[
                (
                    "council/NOUN/nsubj/2 ^cut/VERB/root/0 ^and/CCONJ/cc/4 *sold/VERB/conj/2",
                    true,
                ),
                (
                    "council/NOUN/nsubj/4 ^cut/VERB/root/0 ^it/PRON/nsubj/4 *sold/VERB/conj/2",
                    false,
                ),
                (
                    "council/NOUN/nsubj/4 ^cut/VERB/root/0 ^that/PRON|PronType=Rel/nsubj/4 *sold/VERB/conj/2",
                    true,
                ),
                (
                    "council/NOUN/nsubj/4 of/ADP/case/1 ^and/CCONJ/cc/4 *sold/VERB/conj/1",
                    false,
                ),
                // What hangs on the predicate in front of it.
                (
                    "council/NOUN/nsubj/5 ^cut/VERB/root/0 ^and/CCONJ/cc/5 will/AUX/aux/5 *sell/VERB/conj/2",
                    true,
                ),
                (
                    "council/NOUN/nsubj/5 ^cut/VERB/root/0 ^and/CCONJ/cc/5 two/NUM/obj/5 *sold/VERB/conj/2",
                    false,
                ),
                (
                    "council/NOUN/nsubj/5 ^cut/VERB/root/0 very/ADV/advmod/4 late/ADV/advmod/5 *sold/VERB/conj/2",
                    true,
                ),
                (
                    "council/NOUN/nsubj/5 ^cut/VERB/root/0 in/ADP/case/4 May/PROPN/obl/5 *sold/VERB/conj/2",
                    false,
                ),
                // Behind it nothing is shared.
                (
                    "council/NOUN/nsubj/2 *sold/VERB/root/0 ^and/CCONJ/cc/4 ships/NOUN/obj/2",
                    false,
                ),
                // The auxiliary asks for a form.
                (
                    "one/PRON/nsubj/4 would/AUX/aux/4 ^cut/VERB/dep/4 *heading~head/VERB|VerbForm=Ger/root/0",
                    false,
                ),
                (
                    "one/PRON/nsubj/4 would/AUX/aux/4 ^cut/VERB/dep/4 *head/VERB|VerbForm=Inf/root/0",
                    true,
                ),
                (
                    "one/PRON/nsubj/5 would/AUX/aux/5 ^cut/VERB/dep/5 be/AUX|VerbForm=Inf/aux/5 *heading~head/VERB|VerbForm=Ger/root/0",
                    true,
                ),
            ],
        );
    }
}
