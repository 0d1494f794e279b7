//! Names put for what refers to them: "it" → *the trust*, "Okafor" → *Maria Okafor*.

use super::Wording;
use super::contraction::written_out;
use super::edit::{Change, EditReason};
use crate::analysis::Word;
use crate::analysis::coreference::{Reference, ReferenceRule, genitive};
use crate::grammar::{Feature, Upos};
use crate::span::ByteSpan;

/// Words behind a possessive that it does not own: "cost her nothing", whatever the parser says of "her".
const UNOWNED: [Upos; 6] = [
    Upos::Det,
    Upos::Pron,
    Upos::Adp,
    Upos::Punct,
    Upos::Cconj,
    Upos::Sconj,
];

/// Shortest part of a name that says whose name it is: not "of", "al".
const SHORTEST_NAME: usize = 3;

/// Names for what surely refers, each once: the second "she" of a claim may stay.
pub(super) fn changes(wording: &Wording) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for (token, word) in wording.analysis.words.iter().enumerate() {
        let Some(piece) = wording.piece(word.span) else {
            continue;
        };
        let Some(reference) = wording.coreference.sure(wording.sentence, token) else {
            continue;
        };
        let mention = reference.mention;
        let is_changed = changes
            .last()
            .is_some_and(|change| mention.start < change.at.end);
        if !piece.contains(mention)
            || is_changed
            || named.contains(&reference.name.as_str())
            || says(wording, reference, word.upos == Upos::Pron)
        {
            continue;
        }
        changes.push(change(wording, piece, token, reference));
        named.push(&reference.name);
    }
    changes
}

fn change(wording: &Wording, piece: ByteSpan, token: usize, reference: &Reference) -> Change {
    let words = &wording.analysis.words;
    let (word, next) = (&words[token], words.get(token + 1));
    let suffix = if owns(word, next) {
        genitive(&reference.name)
    } else {
        ""
    };
    let leaning =
        next.filter(|next| next.span.start == reference.mention.end && piece.contains(next.span));
    let auxiliary = leaning.and_then(|_| written_out(wording.analysis, token + 1));
    let at = match leaning.filter(|_| auxiliary.is_some()) {
        Some(next) => reference.mention.cover(next.span),
        None => reference.mention,
    };
    let auxiliary = auxiliary.unwrap_or_default();
    Change {
        at,
        to: format!("{}{suffix}{auxiliary}", reference.name),
        reason: edit_reason(reference.rule),
        origin: Some(reference.antecedent),
        probability: reference.probability,
    }
}

/// Why a name is put for what refers to it: the rule that told what that is.
fn edit_reason(rule: ReferenceRule) -> EditReason {
    match rule {
        ReferenceRule::PersonalPronoun => EditReason::PersonalPronoun,
        ReferenceRule::ThingPronoun => EditReason::ThingPronoun,
        ReferenceRule::PluralPronoun => EditReason::PluralPronoun,
        ReferenceRule::ShortName => EditReason::ShortName,
        ReferenceRule::Role => EditReason::Role,
        ReferenceRule::DefinitePhrase => EditReason::DefinitePhrase,
        ReferenceRule::DemonstrativePhrase => EditReason::DemonstrativePhrase,
        ReferenceRule::Government => EditReason::Government,
    }
}

/// Whether a pronoun stands before what it owns.
fn owns(word: &Word, next: Option<&Word>) -> bool {
    let before_owned = next.is_some_and(|next| !UNOWNED.contains(&next.upos));
    word.has(Feature::PossYes) && (before_owned || word.lower != "her")
}

/// Whether the claim already says the name, for a pronoun a word of a person's: "the hull … its inspection", "Mr. Okafor
/// … his office".
fn says(wording: &Wording, reference: &Reference, is_pronoun: bool) -> bool {
    let name = &reference.name;
    let bare = name.strip_prefix("the ").unwrap_or(name).to_lowercase();
    let is_part =
        |word: &str| word.len() >= SHORTEST_NAME && bare.split(' ').any(|part| part == word);
    wording.pieces().any(|piece| {
        let said = piece.of(&wording.article.text).to_lowercase();
        let mut words = said.split(|letter: char| !letter.is_alphanumeric());
        said.contains(&bare) || is_pronoun && reference.person && words.any(is_part)
    })
}
