//! The references of a claim: what is put for them, and which stay unresolved.

use super::contraction::written_out;
use super::{Change, Wording};
use crate::analysis::coreference::{Reference, genitive, is_expletive, is_reflexive};
use crate::analysis::{Analysis, Word};
use crate::claim::Unresolved;
use crate::grammar::{Deprel, Feature, Upos};
use crate::span::ByteSpan;

/// Names for what refers, each once: the second "she" of a claim may stay.
pub(super) fn changes(wording: &Wording) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for (token, word) in wording.analysis.words.iter().enumerate() {
        let Some(piece) = wording.piece(word.span) else {
            continue;
        };
        let Some(reference) = wording.coreference.of(wording.sentence, token) else {
            continue;
        };
        let mention = reference.mention;
        let written = changes
            .last()
            .is_some_and(|change| mention.start < change.at.end);
        if !piece.contains(mention)
            || written
            || named.contains(&reference.name.as_str())
            || wording.says(reference, word.upos == Upos::Pron)
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
    let leans = next
        .is_some_and(|next| next.span.start == reference.mention.end && piece.contains(next.span));
    let auxiliary = if leans {
        written_out(wording.analysis, token + 1)
    } else {
        None
    };
    let at = if auxiliary.is_some() {
        reference.mention.cover(words[token + 1].span)
    } else {
        reference.mention
    };
    Change {
        at,
        to: format!(
            "{}{suffix}{}",
            reference.name,
            auxiliary.unwrap_or_default()
        ),
        reason: reference.reason,
        origin: Some(reference.antecedent),
        probability: reference.probability,
    }
}

/// Whether a pronoun stands before what it owns: not so in "cost her nothing", whatever the parser says.
fn owns(word: &Word, next: Option<&Word>) -> bool {
    let owned = next.is_some_and(|next| {
        !matches!(
            next.upos,
            Upos::Det | Upos::Pron | Upos::Adp | Upos::Punct | Upos::Cconj | Upos::Sconj
        )
    });
    word.has(Feature::PossYes) && (owned || word.lower != "her")
}

/// What refers to something that the claim doesn't name and nobody is sure of: pronouns of the third person, "this", "such"
/// and "the move". "I", "we" and "you" are who speaks and who listens.
pub(super) fn unresolved(wording: &Wording) -> Vec<Unresolved> {
    let words = &wording.analysis.words;
    let refers = |token: usize| {
        points(wording, token)
            || is_event(wording, token)
            || is_third_person(&words[token]) && !is_expletive(wording.analysis, token)
    };
    // "[T]he" is no "he".
    let free = |token: usize| !wording.article.text[..words[token].span.start].ends_with(']');
    let inside =
        (0..words.len()).filter(|&token| wording.piece(words[token].span).is_some() && free(token));
    let found = inside.filter(|&token| refers(token) && !wording.resolves(token));
    found
        .map(|token| {
            let guess = wording
                .coreference
                .likely(wording.sentence, pointed(wording.analysis, token));
            Unresolved {
                span: words[token].span,
                at: ByteSpan::default(),
                guess: guess.and_then(|guess| Some((guess.name.clone(), guess.probability?))),
            }
        })
        .collect()
}

/// Nouns for what the text has told in a clause of its own.
const EVENTS: [&str; 7] = [
    "decision",
    "development",
    "incident",
    "measure",
    "move",
    "proposal",
    "step",
];

/// "The move", where no noun before says which.
fn is_event(wording: &Wording, token: usize) -> bool {
    let analysis = wording.analysis;
    let words = &analysis.words;
    let word = &words[token];
    let bare = analysis.children(token).iter().all(|&child| {
        matches!(
            words[child].deprel.base(),
            Deprel::Det
                | Deprel::Case
                | Deprel::Punct
                | Deprel::Cop
                | Deprel::Nsubj
                | Deprel::Advmod
                | Deprel::Aux
        )
    });
    let the = token
        .checked_sub(1)
        .is_some_and(|before| words[before].lower == "the");
    let next = words.get(token + 1).map_or("", |next| next.lower.as_str());
    let described = matches!(next, "of" | "to" | "that" | "which" | "by")
        || word.deprel.base() == Deprel::Compound;
    let named = || {
        wording
            .coreference
            .antecedents(wording.sentence, token)
            .iter()
            .any(|head| head.start < word.span.start)
    };
    the && bare
        && !described
        && word.upos == Upos::Noun
        && EVENTS.contains(&word.lower.as_str())
        && !named()
}

fn is_third_person(word: &Word) -> bool {
    let personal = matches!(
        word.lower.as_str(),
        "he" | "him"
            | "his"
            | "she"
            | "her"
            | "hers"
            | "it"
            | "its"
            | "they"
            | "them"
            | "their"
            | "theirs"
    );
    personal && word.upos == Upos::Pron && !is_reflexive(&word.lower)
}

/// "This", "that capability", "such platforms"; not "those who", "such as", "this year", "this article".
fn points(wording: &Wording, token: usize) -> bool {
    const OF_THE_TEXT: [&str; 10] = [
        "article", "column", "essay", "post", "piece", "page", "review", "book", "paper", "blog",
    ];
    let analysis = wording.analysis;
    let word = &analysis.words[token];
    let pointed = pointed(analysis, token);
    let next = analysis
        .words
        .get(token + 1)
        .map_or("", |next| next.lower.as_str());
    let timed = analysis
        .times
        .iter()
        .any(|time| time.span.contains(word.span));
    // "those who stayed", "that of the council", "those words of Okafor's": what follows says which.
    let of = |child: usize| {
        pointed == token
            || analysis.words[child].deprel.base() == Deprel::Acl
            || analysis
                .children_with(child, &[Deprel::Case])
                .any(|case| analysis.words[case].lower == "of")
    };
    let restricted = analysis
        .children_with(pointed, &[Deprel::Acl, Deprel::Nmod])
        .any(|child| child > pointed && of(child));
    let first = wording
        .own
        .first()
        .is_some_and(|piece| piece.start == word.span.start);
    match word.lower.as_str() {
        // "That day" is another day's, "this year" the article's.
        _ if timed && !matches!(word.lower.as_str(), "that" | "those")
            || word.has(Feature::PronTypeRel)
            || word.deprel.base() == Deprel::Mark =>
        {
            false
        }
        // "create a new one"
        "one" | "ones" if word.upos == Upos::Noun => !restricted && !nouns_before(wording, token),
        // "One was kept by a neighbour": of what, the sentence before says.
        "one" | "none" | "neither" | "each" | "both" | "others" => {
            matches!(word.upos, Upos::Num | Upos::Pron | Upos::Noun | Upos::Det)
                && counted_alone(analysis, token)
        }
        // "It is such a mess", but "Such a view is old".
        "such" => pointed != token && next != "as" && (first || !matches!(next, "a" | "an")),
        "this" | "these" => {
            matches!(word.upos, Upos::Pron | Upos::Det)
                && (restricted || !OF_THE_TEXT.contains(&analysis.words[pointed].lemma.as_str()))
        }
        "that" | "those" => word.has(Feature::PronTypeDem) && !restricted,
        _ => false,
    }
}

/// Whether the claim names a thing in front of a token.
fn nouns_before(wording: &Wording, token: usize) -> bool {
    let words = &wording.analysis.words;
    (0..token).any(|before| {
        matches!(words[before].upos, Upos::Noun | Upos::Propn)
            && wording.piece(words[before].span).is_some()
    })
}

/// A number or the like that stands for things which it doesn't name; "one could say" is anybody.
fn counted_alone(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    let anybody =
        word.lower == "one" && word.deprel.base() == Deprel::Nsubj && word.upos == Upos::Pron;
    // "All For One"
    let named = analysis
        .children_with(
            token,
            &[
                Deprel::Nmod,
                Deprel::Acl,
                Deprel::Amod,
                Deprel::Compound,
                Deprel::Flat,
                Deprel::Det,
            ],
        )
        .next()
        .is_some()
        || token > 0 && word.form.starts_with(char::is_uppercase);
    matches!(
        word.deprel.base(),
        Deprel::Nsubj | Deprel::Obj | Deprel::Obl
    ) && !named
        && !anybody
}

/// The noun of "this plan"; else the word itself.
fn pointed(analysis: &Analysis, token: usize) -> usize {
    let word = &analysis.words[token];
    word.head
        .filter(|_| matches!(word.deprel.base(), Deprel::Det | Deprel::Amod))
        .unwrap_or(token)
}

impl Wording<'_> {
    /// Whether the claim already says the name, for a pronoun a word of a person's: "the hull … its inspection", "Mr. Okafor
    /// … his office".
    fn says(&self, reference: &Reference, pronoun: bool) -> bool {
        let bare = reference
            .name
            .strip_prefix("the ")
            .unwrap_or(&reference.name)
            .to_lowercase();
        self.pieces().any(|piece| {
            let said = piece.of(&self.article.text).to_lowercase();
            let mut words = said.split(|letter: char| !letter.is_alphanumeric());
            let a_word = |name: &str| {
                pronoun
                    && reference.person
                    && bare.split(' ').any(|part| part == name && part.len() > 2)
            };
            said.contains(&bare) || words.any(a_word)
        })
    }

    /// Whether what a word refers to stands in the claim, or is put in for it or an earlier word.
    fn resolves(&self, token: usize) -> bool {
        let pointed = pointed(self.analysis, token);
        let sure = self.coreference.of(self.sentence, pointed).is_some();
        // Named before, or behind as the subject of the claim: "In its first year the trust …".
        let subject = self
            .clause
            .subject
            .map(|subject| self.analysis.words[subject].span);
        let at = self.analysis.words[pointed].span;
        let elsewhere = |span: ByteSpan| {
            self.piece(span).is_some()
                && (span.start < at.start || span != at && Some(span) == subject)
        };
        // In the order of the text: only those of this sentence can stand in the claim.
        let heads = self.coreference.antecedents(self.sentence, pointed);
        let first = self
            .analysis
            .words
            .first()
            .map_or(0, |word| word.span.start);
        let last = self.analysis.words.last().map_or(0, |word| word.span.end);
        let here = &heads[heads.partition_point(|head| head.start < first)..];
        let named = || {
            here.iter()
                .copied()
                .take_while(|head| head.end <= last)
                .any(elsewhere)
        };
        sure || named()
    }
}
