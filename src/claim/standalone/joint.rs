//! Whether the pieces of a claim make one sentence where words between them were left out.

use crate::analysis::{Analysis, Word};
use crate::claim::clause::Clause;
use crate::grammar::{Feature, Upos};
use crate::span::ByteSpan;

/// Whether each piece goes on where the one before it ends: behind what stands in brackets, commas or dashes; where a
/// predicate has its subject or auxiliary from another; where only "that" was left out. Else the tree was wrong, or what
/// was left out is needed: "someone would have … heading for the door".
pub(super) fn are_sound(analysis: &Analysis, clause: &Clause, spans: &[ByteSpan]) -> bool {
    let words = &analysis.words;
    let last =
        |piece: &ByteSpan| (0..words.len()).rfind(|&token| piece.contains(words[token].span));
    let first =
        |piece: &ByteSpan| (0..words.len()).find(|&token| piece.contains(words[token].span));
    spans.windows(2).all(|pieces| {
        let (Some(end), Some(start)) = (last(&pieces[0]), first(&pieces[1])) else {
            return false;
        };
        let gap = &words[(end + 1).min(start)..start];
        is_aside(gap) || is_mark(gap) || is_shared(analysis, clause, end, start)
    })
}

/// ", however,", "(figure 2)", "— a human being —".
fn is_aside(gap: &[Word]) -> bool {
    let (Some(first), Some(last)) = (gap.first(), gap.last()) else {
        return true;
    };
    match first.form.as_str() {
        "(" | "[" => gap
            .iter()
            .any(|word| matches!(word.form.as_str(), ")" | "]")),
        "," => last.form == ",",
        "—" | "–" | "-" | "--" => last.form == first.form,
        _ => false,
    }
}

fn is_mark(gap: &[Word]) -> bool {
    gap.iter().all(Word::is_punctuation)
}

/// A predicate behind the subject, auxiliary or "to" that it shares with one left out.
fn is_shared(analysis: &Analysis, clause: &Clause, end: usize, start: usize) -> bool {
    let words = &analysis.words;
    let leads =
        |token: usize| token == clause.predicate || words[token].head == Some(clause.predicate);
    let begins = leads(start)
        && !matches!(
            words[start].upos,
            Upos::Sconj | Upos::Punct | Upos::Num | Upos::Det
        )
        || words[start]
            .head
            .is_some_and(|head| head > start && leads(head) && words[start].upos == Upos::Adv);
    if start > clause.predicate || !begins {
        return false;
    }
    // "Mentorship in the newsrooms | will grow" has another subject.
    let between = &words[start - 1];
    if start - 1 > end
        && matches!(between.upos, Upos::Noun | Upos::Propn | Upos::Pron)
        && !between.has(Feature::PronTypeRel)
    {
        return false;
    }
    let verb = (start..=clause.predicate)
        .find(|&token| matches!(words[token].upos, Upos::Aux | Upos::Verb))
        .unwrap_or(clause.predicate);
    let before = &words[end];
    match before.upos {
        Upos::Aux | Upos::Part => follows(before, &words[verb]),
        Upos::Adv | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Adj | Upos::Punct => {
            true
        }
        _ => false,
    }
}

/// Whether a verb has the form that an auxiliary or "to" asks for.
pub(super) fn follows(auxiliary: &Word, verb: &Word) -> bool {
    let participle = verb.has(Feature::VerbFormPart) || verb.has(Feature::VerbFormGer);
    match auxiliary.lemma.as_str() {
        // "It's come up with": either verb.
        _ if matches!(auxiliary.lower.as_str(), "'s" | "’s") => true,
        "be" | "get" => participle || !matches!(verb.upos, Upos::Verb | Upos::Aux),
        "have" => {
            !verb.has(Feature::VerbFormGer) && !verb.lower.ends_with("ing") || verb.lower == "being"
        }
        "not" | "n't" => true,
        // A modal, "do", "to".
        _ => !participle || verb.lower == verb.lemma,
    }
}
