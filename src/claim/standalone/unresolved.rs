//! The references of a claim that stay as they are: nobody is sure what they refer to, so that the reader is told.
//!
//! [`OPEN_WORDS`] says which words refer to something outside the claim. "I", "we" and "you" are who speaks and who listens
//! and are not among them.

use super::{Unresolved, Wording};
use crate::analysis::coreference::is_expletive;
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Feature, Upos};
use crate::labels::labels;
use crate::span::ByteSpan;

labels! {
    /// The sorts of words that refer.
    pub(super) enum OpenWord {
        PersonalPronoun = "personal_pronoun",
        Event = "event",
        NounOne = "noun_one",
        CountAlone = "count_alone",
        Such = "such",
        NearDemonstrative = "near_demonstrative",
        FarDemonstrative = "far_demonstrative",
    }
}

/// A sort of words, and whether one of them refers where it stands.
pub(super) struct OpenWords {
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    pub name: OpenWord,
    pub forms: &'static [&'static str],
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    pub example: &'static str,
    refers: fn(&Place) -> bool,
}

#[rustfmt::skip]
pub(super) static OPEN_WORDS: &[OpenWords] = &[
    OpenWords { name: OpenWord::PersonalPronoun, refers: is_personal, example: "They closed the road.",
                forms: &["he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "theirs"] },
    OpenWords { name: OpenWord::Event, refers: is_event, example: "The move will cost 3 million crowns.",
                forms: &["decision", "development", "incident", "measure", "move", "proposal", "step"] },
    OpenWords { name: OpenWord::NounOne, refers: is_noun_one, example: "You need to create a new one.",
                forms: &["one", "ones"] },
    OpenWords { name: OpenWord::CountAlone, refers: is_counted_alone, example: "One was kept by a neighbour.",
                forms: &["one", "none", "neither", "each", "both", "others"] },
    OpenWords { name: OpenWord::Such, refers: is_such, example: "Such plans fail.",
                forms: &["such"] },
    OpenWords { name: OpenWord::NearDemonstrative, refers: is_near, example: "This is a mistake.",
                forms: &["this", "these"] },
    OpenWords { name: OpenWord::FarDemonstrative, refers: is_far, example: "That plan was cheap.",
                forms: &["that", "those"] },
];

/// The text itself, which "this" before them names.
const OF_THE_TEXT: [&str; 10] = [
    "article", "column", "essay", "post", "piece", "page", "review", "book", "paper", "blog",
];

/// Words behind "the move" that say which.
const SAYING_WHICH: [&str; 5] = ["of", "to", "that", "which", "by"];

/// What may hang on "the move" without saying which.
const SAYING_NOTHING: [Deprel; 7] = [
    Deprel::Det,
    Deprel::Case,
    Deprel::Punct,
    Deprel::Cop,
    Deprel::Nsubj,
    Deprel::Advmod,
    Deprel::Aux,
];

/// What names the things that a number counts.
const SAYING_OF_WHAT: [Deprel; 6] = [
    Deprel::Nmod,
    Deprel::Acl,
    Deprel::Amod,
    Deprel::Compound,
    Deprel::Flat,
    Deprel::Det,
];

/// What refers to something that the claim doesn't name and nobody is sure of.
pub(super) fn unresolved(wording: &Wording) -> Vec<Unresolved> {
    let places = (0..wording.analysis.words.len()).map(|token| Place { wording, token });
    let open = places.filter(|place| place.is_inside() && place.refers() && !place.is_resolved());
    open.map(|place| {
        let guess = wording
            .coreference
            .likely(wording.sentence, place.pointed());
        Unresolved {
            span: place.word().span,
            at: ByteSpan::default(),
            guess: guess.and_then(|guess| Some((guess.name.clone(), guess.probability?))),
        }
    })
    .collect()
}

/// A word in its sentence.
pub(super) struct Place<'a> {
    wording: &'a Wording<'a>,
    token: usize,
}

impl<'a> Place<'a> {
    fn analysis(&self) -> &'a Analysis {
        self.wording.analysis
    }

    fn word(&self) -> &'a Word {
        &self.analysis().words[self.token]
    }

    /// The word behind in lower case, or nothing.
    fn next(&self) -> &'a str {
        let next = self.analysis().words.get(self.token + 1);
        next.map_or("", |next| next.lower.as_str())
    }

    /// Whether the claim holds it. "[T]he" is no "he".
    fn is_inside(&self) -> bool {
        let span = self.word().span;
        self.wording.piece(span).is_some()
            && !self.wording.article.text[..span.start].ends_with(']')
    }

    fn refers(&self) -> bool {
        let mut of_form = OPEN_WORDS.iter().filter(|open| self.word().is(open.forms));
        of_form.any(|open| (open.refers)(self))
    }

    /// The noun of "this plan"; else the word itself.
    fn pointed(&self) -> usize {
        let word = self.word();
        word.head
            .filter(|_| matches!(word.deprel.base(), Deprel::Det | Deprel::Amod))
            .unwrap_or(self.token)
    }

    /// Whether it is part of a time: "this year".
    fn is_time(&self) -> bool {
        let times = &self.analysis().times;
        times
            .iter()
            .any(|time| time.span.contains(self.word().span))
    }

    /// "the plan that failed", "said that it failed"
    fn is_connective(&self) -> bool {
        self.word().has(Feature::PronTypeRel) || self.word().deprel.base() == Deprel::Mark
    }

    /// "those who stayed", "that of the council", "those words of Okafor's": what follows says which.
    fn is_restricted(&self) -> bool {
        let analysis = self.analysis();
        let pointed = self.pointed();
        let says_which = |child: usize| {
            pointed == self.token
                || analysis.words[child].deprel.base() == Deprel::Acl
                || analysis
                    .children_with(child, &[Deprel::Case])
                    .any(|case| analysis.words[case].lower == "of")
        };
        analysis
            .children_with(pointed, &[Deprel::Acl, Deprel::Nmod])
            .any(|child| child > pointed && says_which(child))
    }

    /// Whether what the word refers to is surely known, or named elsewhere in the claim: before it, or behind it as its
    /// subject ("In its first year the trust …").
    fn is_resolved(&self) -> bool {
        let wording = self.wording;
        let words = &wording.analysis.words;
        let pointed = self.pointed();
        if wording
            .coreference
            .sure(wording.sentence, pointed)
            .is_some()
        {
            return true;
        }
        let subject = wording.clause.subject.map(|subject| words[subject].span);
        let at = words[pointed].span;
        let is_elsewhere = |span: ByteSpan| {
            wording.piece(span).is_some()
                && (span.start < at.start || span != at && Some(span) == subject)
        };
        // In the order of the text: only those of this sentence can stand in the claim.
        let names = wording.coreference.antecedents(wording.sentence, pointed);
        let first = words.first().map_or(0, |word| word.span.start);
        let last = words.last().map_or(0, |word| word.span.end);
        names[names.partition_point(|name| name.start < first)..]
            .iter()
            .copied()
            .take_while(|name| name.end <= last)
            .any(is_elsewhere)
    }
}

fn is_personal(place: &Place) -> bool {
    place.word().upos == Upos::Pron && !is_expletive(place.analysis(), place.token)
}

/// "The move", where no noun before says which.
fn is_event(place: &Place) -> bool {
    let analysis = place.analysis();
    let word = place.word();
    let is_bare = analysis
        .children(place.token)
        .iter()
        .all(|&child| SAYING_NOTHING.contains(&analysis.words[child].deprel.base()));
    let is_definite = place
        .token
        .checked_sub(1)
        .is_some_and(|before| analysis.words[before].lower == "the");
    let is_named = || {
        let coreference = place.wording.coreference;
        let names = coreference.antecedents(place.wording.sentence, place.token);
        names.iter().any(|name| name.start < word.span.start)
    };
    word.upos == Upos::Noun
        && is_definite
        && is_bare
        && word.deprel.base() != Deprel::Compound
        && !SAYING_WHICH.contains(&place.next())
        && !is_named()
}

/// "create a new one", where the claim names nothing before it.
fn is_noun_one(place: &Place) -> bool {
    let words = &place.analysis().words;
    let named_before = || {
        (0..place.token).any(|before| {
            words[before].upos.is_noun() && place.wording.piece(words[before].span).is_some()
        })
    };
    place.word().upos == Upos::Noun && !place.is_time() && !place.is_restricted() && !named_before()
}

/// "One was kept by a neighbour": of what, the sentence before says. "One could say" is anybody, "All For One" a name.
fn is_counted_alone(place: &Place) -> bool {
    let word = place.word();
    let relation = word.deprel.base();
    let counts = match word.upos {
        Upos::Num | Upos::Det => true,
        Upos::Pron => word.lower != "one" || relation != Deprel::Nsubj,
        Upos::Noun => word.lower != "one",
        _ => false,
    };
    let mut said = place.analysis().children_with(place.token, &SAYING_OF_WHAT);
    let is_name = place.token > 0 && word.form.starts_with(char::is_uppercase);
    counts
        && matches!(relation, Deprel::Nsubj | Deprel::Obj | Deprel::Obl)
        && said.next().is_none()
        && !is_name
        && !place.is_time()
        && !place.is_connective()
}

/// "Such a view is old"; not "It is such a mess", "ships such as ferries".
fn is_such(place: &Place) -> bool {
    let opens = place
        .wording
        .own
        .first()
        .is_some_and(|piece| piece.start == place.word().span.start);
    place.pointed() != place.token
        && place.next() != "as"
        && (opens || !["a", "an"].contains(&place.next()))
        && !place.is_time()
}

/// "This", "these plans"; not "this year", "this article".
fn is_near(place: &Place) -> bool {
    let noun = &place.analysis().words[place.pointed()];
    matches!(place.word().upos, Upos::Pron | Upos::Det)
        && (place.is_restricted() || !noun.has_lemma(&OF_THE_TEXT))
        && !place.is_time()
        && !place.is_connective()
}

/// "That", "those plans", and "that day", which is another day's.
fn is_far(place: &Place) -> bool {
    place.word().has(Feature::PronTypeDem) && !place.is_restricted() && !place.is_connective()
}

#[cfg(test)]
mod tests {
    use super::super::hand::Built;
    use super::*;
    use crate::claim::ClauseKind;

    #[test]
    fn connectives_refer_to_nothing_outside() {
        for (sentence, expected) in [
            ("this/PRON/nsubj/2 *sank/VERB/root/0", 1),
            ("this/PRON|PronType=Rel/nsubj/2 *sank/VERB/root/0", 0),
            ("this/ADV/advmod/2 *sank/VERB/root/0", 0),
            ("that/PRON|PronType=Dem/nsubj/2 *sank/VERB/root/0", 1),
            ("that/SCONJ|PronType=Dem/mark/2 *sank/VERB/root/0", 0),
            ("both/PRON/nsubj/2 *sank/VERB/root/0", 1),
            ("both/PRON|PronType=Rel/nsubj/2 *sank/VERB/root/0", 0),
            ("both/CCONJ/nsubj/2 *sank/VERB/root/0", 0),
            ("both/DET/det/2 *sank/VERB/root/0", 0),
        ] {
            let built = Built::new(ClauseKind::Main, sentence);
            let open = built.ask(|candidate| unresolved(candidate.wording).len());
            assert_eq!(open, expected, "{sentence}");
        }
    }
}
