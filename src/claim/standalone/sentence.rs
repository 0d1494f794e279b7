//! Whether a claim can be a sentence at all.

use super::joint::follows;
use crate::analysis::Analysis;
use crate::claim::ClauseKind;
use crate::claim::clause::{Clause, is_temporal};
use crate::grammar::{Deprel, Feature, Upos};

/// Whether nothing that a sentence needs was cut off; `related` where a relative pronoun is replaced, `naming` where the
/// claim is what somebody calls something.
pub(super) fn is_whole(analysis: &Analysis, clause: &Clause, related: bool, naming: bool) -> bool {
    let has_subject =
        related || naming && named_before(analysis, clause) || is_subject_said(analysis, clause);
    let opened = !related && is_opened_by_question(analysis, clause)
        || is_introduced(analysis, clause)
        || is_inverted(analysis, clause);
    has_subject
        && !opened
        && !lacks_object(analysis, clause)
        && !lacks_list(analysis, clause)
        && fits_auxiliary(analysis, clause)
        && fits_subject(analysis, clause)
}

fn named_before(analysis: &Analysis, clause: &Clause) -> bool {
    // "expects mentorship | in the newsrooms will grow"
    let placed = |case: usize| {
        matches!(
            analysis.words[case].lower.as_str(),
            "at" | "for" | "in" | "of" | "on" | "to" | "with"
        )
    };
    nouns_before(analysis, clause)
        .any(|token| !analysis.children_with(token, &[Deprel::Case]).any(placed))
}

/// Nouns in front of the predicate and its auxiliaries.
fn nouns_before<'a>(
    analysis: &'a Analysis,
    clause: &'a Clause,
) -> impl Iterator<Item = usize> + 'a {
    let verb = analysis
        .children_with(clause.predicate, &[Deprel::Aux, Deprel::Cop])
        .next()
        .unwrap_or(clause.predicate)
        .min(clause.predicate);
    let before = clause
        .tokens
        .iter()
        .copied()
        .take_while(move |&token| token < verb);
    before.filter(|&token| {
        matches!(
            analysis.words[token].upos,
            Upos::Noun | Upos::Propn | Upos::Pron
        )
    })
}

/// Whether the subject is among the words of the claim, "there" and clauses too; where the tree has none, a noun without a
/// preposition may be it.
fn is_subject_said(analysis: &Analysis, clause: &Clause) -> bool {
    if let Some(subject) = clause.subject {
        return clause.tokens.contains(&subject);
    }
    let mut subjects = analysis.children_with(
        clause.predicate,
        &[Deprel::Nsubj, Deprel::Csubj, Deprel::Expl],
    );
    let bare = |token: usize| {
        analysis
            .children_with(token, &[Deprel::Case])
            .next()
            .is_none()
            && !is_below(analysis, clause, token)
    };
    subjects.any(|subject| clause.tokens.contains(&subject))
        || nouns_before(analysis, clause).any(bare)
}

/// "which of the two will be used", "in which all offices were held", "Exactly what is going on": part of a sentence that
/// asks or relates. "What matters is trust" is whole.
fn is_opened_by_question(analysis: &Analysis, clause: &Clause) -> bool {
    let words = &analysis.words;
    let first = clause.tokens.first().copied();
    let opens = |token: usize| match words[token].lower.as_str() {
        "what" => token.checked_sub(1).is_some_and(|before| {
            words[before].upos == Upos::Adv && clause.tokens.contains(&before)
        }),
        "which" | "whom" | "whose" | "how" => true,
        _ => first == Some(token),
    };
    let asks = |token: usize| {
        words[token].has(Feature::PronTypeInt) || words[token].has(Feature::PronTypeRel)
    };
    clause
        .tokens
        .iter()
        .take(3)
        .any(|&token| asks(token) && opens(token) && !is_below(analysis, clause, token))
}

/// "Possible values are" without the list behind it, "the scenes will" without what they will do.
fn lacks_list(analysis: &Analysis, clause: &Clause) -> bool {
    let words = &analysis.words;
    let Some(&last) = clause.tokens.last() else {
        return true;
    };
    let only = clause
        .tokens
        .iter()
        .filter(|&&token| matches!(words[token].upos, Upos::Aux | Upos::Verb))
        .count()
        == 1;
    let ends = only && (words[last].upos == Upos::Aux || words[last].lemma == "be");
    let introduces = words.get(last + 1).is_some_and(|next| next.form == ":")
        && matches!(
            words[last].upos,
            Upos::Aux | Upos::Verb | Upos::Adp | Upos::Sconj
        );
    let announces = words.last().is_some_and(|word| word.form == ":")
        && clause
            .tokens
            .iter()
            .any(|&token| words[token].lower == "following");
    ends || introduces || announces
}

/// Whether the verb has the form that its auxiliary asks for: not "would … heading".
fn fits_auxiliary(analysis: &Analysis, clause: &Clause) -> bool {
    let words = &analysis.words;
    // Words between may be "going to".
    let near = |&auxiliary: &usize| {
        auxiliary < clause.predicate
            && (auxiliary + 1..clause.predicate).all(|between| words[between].upos == Upos::Adv)
    };
    let auxiliary = analysis
        .children_with(clause.predicate, &[Deprel::Aux])
        .filter(|auxiliary| clause.tokens.contains(auxiliary))
        .find(near);
    let verb = &words[clause.predicate];
    verb.upos != Upos::Verb || auxiliary.is_none_or(|auxiliary| follows(&words[auxiliary], verb))
}

/// Whether the verb has the form that its subject asks for: not "I … lets me load", "The interface are saved".
fn fits_subject(analysis: &Analysis, clause: &Clause) -> bool {
    let words = &analysis.words;
    let verb = &words[clause.predicate];
    let Some(subject) = clause.subject.filter(|_| verb.upos == Upos::Verb) else {
        return true;
    };
    if matches!(words[subject].lower.as_str(), "i" | "you" | "we" | "they") {
        let third = verb.has(Feature::VerbFormFin)
            && verb.has(Feature::TensePres)
            && verb.lower != verb.lemma
            && verb.lower.ends_with('s');
        return !third;
    }
    let auxiliaries = || {
        analysis
            .children_with(clause.predicate, &[Deprel::Aux, Deprel::Cop])
            .map(|auxiliary| &words[auxiliary])
    };
    let many = auxiliaries().any(|auxiliary| matches!(auxiliary.lower.as_str(), "are" | "have"));
    let modal = auxiliaries().any(|auxiliary| {
        auxiliary.upos == Upos::Aux && !matches!(auxiliary.lemma.as_str(), "be" | "have" | "do")
    });
    !many || modal || !is_one_thing(analysis, subject)
}

/// A noun in the singular that is no group and names no number of things: "the interface".
fn is_one_thing(analysis: &Analysis, subject: usize) -> bool {
    let word = &analysis.words[subject];
    let more = analysis
        .children_with(
            subject,
            &[
                Deprel::Conj,
                Deprel::Nmod,
                Deprel::Acl,
                Deprel::Nummod,
                Deprel::Appos,
            ],
        )
        .next()
        .is_some();
    let definite = analysis
        .children_with(subject, &[Deprel::Det])
        .any(|article| {
            matches!(
                analysis.words[article].lower.as_str(),
                "the" | "a" | "an" | "this" | "that"
            )
        });
    word.upos == Upos::Noun
        && word.has(Feature::NumberSing)
        && definite
        && !more
        && !GROUPS.contains(&word.lemma.as_str())
}

/// Words in the singular for several, of which some say "are".
const GROUPS: [&str; 33] = [
    "aircraft",
    "army",
    "audience",
    "band",
    "board",
    "class",
    "club",
    "committee",
    "company",
    "council",
    "couple",
    "crew",
    "crowd",
    "data",
    "faculty",
    "family",
    "firm",
    "government",
    "group",
    "jury",
    "majority",
    "media",
    "navy",
    "party",
    "police",
    "press",
    "public",
    "rest",
    "series",
    "species",
    "staff",
    "team",
    "youth",
];

/// Verbs whose past is their infinitive.
const UNCHANGED: [&str; 14] = [
    "beat", "bet", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "set",
    "shut", "spread",
];

/// Whether a finite verb holds the claim together: one of its words that stands in no clause below its predicate. Not so
/// "the system … be built for growth", which has lost its "had to".
pub(super) fn states(analysis: &Analysis, clause: &Clause) -> bool {
    let words = &analysis.words;
    let finite = |token: usize| {
        let word = &words[token];
        let modal = word.upos == Upos::Aux && !matches!(word.lemma.as_str(), "be" | "have" | "do");
        // A participle with a subject may be a past tense that was taken for one.
        // Not so behind a clause that has its verb: "All was arranged, the papers neatly placed".
        let past = token == clause.predicate
            && word.has(Feature::VerbFormPart)
            && word.has(Feature::TensePast)
            && clause.subject.is_some()
            && clause.kind != ClauseKind::Parataxis;
        let passive = past
            && analysis
                .children_with(token, &[Deprel::Aux])
                .next()
                .is_some();
        // "People stop and take them": the form of the plural is that of the infinitive.
        let plural = clause
            .subject
            .is_some_and(|subject| words[subject].has(Feature::NumberPlur));
        let bare = token == clause.predicate
            && word.has(Feature::VerbFormInf)
            && (plural || UNCHANGED.contains(&word.lower.as_str()));
        modal || bare || word.has(Feature::VerbFormFin) || past && !passive
    };
    clause
        .tokens
        .iter()
        .any(|&token| finite(token) && !is_below(analysis, clause, token))
}

/// Whether a token stands in a clause below the predicate.
fn is_below(analysis: &Analysis, clause: &Clause, token: usize) -> bool {
    let words = &analysis.words;
    let mut deep = false;
    for at in std::iter::successors(Some(token), |&at| words[at].head).take(words.len()) {
        if at == clause.predicate {
            return deep;
        }
        deep |= is_clausal(analysis, at);
    }
    false
}

/// "Should the vote fail", "Was the road closed": what has its verb in front asks, or is a condition. A form of "do"
/// may command.
fn is_inverted(analysis: &Analysis, clause: &Clause) -> bool {
    clause.tokens.first().is_some_and(|&first| {
        let word = &analysis.words[first];
        let leads = first == clause.predicate || word.head == Some(clause.predicate);
        leads
            && word.upos == Upos::Aux
            && !word.has(Feature::VerbFormGer)
            && word.lower != "be"
            && !matches!(word.lemma.as_str(), "do" | "let")
    })
}

/// Whether a word that makes a clause of another opens it: "because, until two days ago, I was on the board", "Given that"; or
/// was taken off where no other clause is left: "After the vote was lost".
fn is_introduced(analysis: &Analysis, clause: &Clause) -> bool {
    let subordinate =
        |&mark: &usize| is_temporal(&analysis.words[mark].lower) && !clause.tokens.contains(&mark);
    let cut = analysis
        .children_with(clause.predicate, &[Deprel::Mark])
        .any(|mark| subordinate(&mark) && mark < clause.predicate);
    cut || clause.tokens.first().is_some_and(|&first| {
        let word = &analysis.words[first];
        let conjunction = word.deprel.base() == Deprel::Mark
            && word.lower != "to"
            && word.head == Some(clause.predicate);
        let second = clause
            .tokens
            .get(1)
            .map_or("", |&second| analysis.words[second].lower.as_str());
        let complement = word.lower == "that"
            && analysis
                .words
                .get(first + 1)
                .is_some_and(|next| matches!(next.upos, Upos::Det | Upos::Pron | Upos::Propn));
        let given = word.lower == "given" || word.lower == "in" && second == "case";
        conjunction
            || complement
            || given && clause.kind == ClauseKind::Main && !is_below(analysis, clause, first)
    })
}

/// Verbs that say nothing without what is thought, said or had.
const UNFINISHED: [&str; 36] = [
    "add", "admit", "appear", "argue", "believe", "bring", "claim", "contain", "develop", "expect",
    "find", "give", "guess", "have", "include", "keep", "know", "let", "like", "make", "mean",
    "need", "note", "prefer", "put", "raise", "reply", "require", "say", "seem", "suppose", "take",
    "think", "use", "want", "wish",
];

/// Words of a claim in which nothing can stand before subject and verb.
const SHORT: usize = 5;

/// Whether what the verb asks for was cut off: "the paper has learned", of something said in another claim; "I suppose", "we
/// still have".
fn lacks_object(analysis: &Analysis, clause: &Clause) -> bool {
    let words = &analysis.words;
    let said = analysis
        .children_with(clause.predicate, &[Deprel::Ccomp])
        .any(|child| !clause.tokens.contains(&child));
    let cut = said
        && analysis.child(clause.predicate, Deprel::Obj).is_none()
        && clause.kind != ClauseKind::Relative;
    // In a longer one the object may stand before: "the best saving the town has made".
    let ends = clause.tokens.last() == Some(&clause.predicate) && clause.tokens.len() <= SHORT;
    let unfinished = UNFINISHED.contains(&words[clause.predicate].lemma.as_str())
        && words[clause.predicate].upos == Upos::Verb;
    let passive = analysis
        .children(clause.predicate)
        .iter()
        .any(|&child| words[child].deprel == Deprel::AuxPass);
    cut || ends && unfinished && !passive
}

fn is_clausal(analysis: &Analysis, token: usize) -> bool {
    matches!(
        analysis.words[token].deprel.base(),
        Deprel::Advcl
            | Deprel::Acl
            | Deprel::Csubj
            | Deprel::Ccomp
            | Deprel::Xcomp
            | Deprel::Parataxis
    )
}

/// Whether every bracket and curly quotation mark has its other half: a claim cut through one is no sentence.
pub(super) fn is_balanced(text: &str) -> bool {
    let count = |mark: char| text.chars().filter(|&letter| letter == mark).count();
    [('(', ')'), ('[', ']'), ('“', '”')]
        .iter()
        .all(|&(open, close)| count(open) == count(close))
}
