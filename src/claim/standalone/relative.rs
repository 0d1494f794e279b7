//! How a relative clause is said without its pronoun: what the pronoun refers to is put in its place.
//!
//! Only behind a comma, where the clause tells something more of what it refers to. Which noun that is the parser says; it
//! is not trusted where number or animacy speak against it, or where another noun of the phrase is nearly as likely.

use super::Wording;
use super::edit::{Change, EditReason};
use crate::analysis::coreference::{agreement, genitive, lowered};
use crate::analysis::{Analysis, Word};
use crate::article::Article;
use crate::claim::ClauseKind;
use crate::claim::clause::Clause;
use crate::grammar::{Deprel, Feature, Upos};
use crate::span::ByteSpan;

/// What a relative pronoun is in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PronounRole {
    /// "Voss, who has run the service" → *Voss has run the service*.
    Subject,
    /// "Voss, whose ship sank" → *Voss's ship sank*.
    Owner,
    /// "Tarn, on which we rely", "Tarn, where we live" → *on Tarn we rely*, *in Tarn we live*.
    Inside,
    /// "the Polaris, which Voss owns" → *Voss owns the Polaris*.
    Object,
}

/// The pronoun of a relative clause and what it refers to.
#[derive(Debug, Clone)]
pub(super) struct Relative {
    /// Token of the pronoun.
    pronoun: usize,
    role: PronounRole,
    /// Token with which the clause goes on behind what it refers to: the pronoun, or a word that leads to it.
    first: usize,
    /// What it refers to.
    antecedent: ByteSpan,
    /// The words to put for it elsewhere than at the head of the sentence.
    name: String,
}

const PRONOUNS: [&str; 5] = ["who", "which", "whose", "where", "whom"];

/// How many tokens may stand between the comma and the pronoun, the comma included: ", most of which".
const FARTHEST_COMMA: usize = 4;

/// How likely the pronoun may be of another noun of the phrase that is put for it. Set by reading sentences.
const MOST_AMBIGUOUS: f32 = 0.2;

/// Words that have a capital only where they open a sentence.
const COMMON: [Upos; 5] = [Upos::Det, Upos::Pron, Upos::Adj, Upos::Num, Upos::Noun];

/// Parts of speech that begin an object behind a preposition; "which she plays with" has no object there.
const OF_OBJECT: [Upos; 6] = [
    Upos::Det,
    Upos::Noun,
    Upos::Propn,
    Upos::Num,
    Upos::Adj,
    Upos::Pron,
];

/// Finds the pronoun of a relative clause that can be said alone. `spans` are the pieces of its claim.
pub(super) fn find(
    article: &Article,
    analysis: &Analysis,
    clause: &Clause,
    spans: &[ByteSpan],
) -> Option<Relative> {
    if clause.kind != ClauseKind::Relative {
        return None;
    }
    let words = &analysis.words;
    let mut tokens = clause.tokens.iter().copied();
    let pronoun = tokens.find(|&token| words[token].is(&PRONOUNS))?;
    let comma = (pronoun.saturating_sub(FARTHEST_COMMA)..pronoun)
        .rev()
        .find(|&before| words[before].is_punctuation())?;
    let phrase = antecedent(words, clause, pronoun, comma);
    let (&from, &to) = (phrase.first()?, phrase.last()?);
    let antecedent = words[from].span.cover(words[to].span);
    let role = role(analysis, clause, pronoun, comma + 1)?;
    // What is said in another place must stand together.
    let together = spans
        .first()
        .is_some_and(|piece| piece.contains(antecedent.cover(words[pronoun].span)));
    if !together && role != PronounRole::Subject || !fits(analysis, clause, pronoun, &phrase) {
        return None;
    }
    let words_of_it = antecedent.of(&article.text);
    let name = if from == 0 && COMMON.contains(&words[0].upos) {
        lowered(words_of_it)
    } else {
        words_of_it.to_string()
    };
    Some(Relative {
        pronoun,
        role,
        first: comma + 1,
        antecedent,
        name: if words[pronoun].lower == "where" {
            format!("in {name}")
        } else {
            name
        },
    })
}

/// The tokens of what the pronoun refers to. "A quirk of the law in Delaware, where": the nearest place.
fn antecedent(words: &[Word], clause: &Clause, pronoun: usize, comma: usize) -> Vec<usize> {
    let tokens = clause.tokens.iter().copied();
    let mut phrase: Vec<usize> = tokens.take_while(|&token| token < comma).collect();
    if words[pronoun].lower == "where" {
        let preposition = phrase
            .iter()
            .rposition(|&token| words[token].upos == Upos::Adp)
            .filter(|&at| at + 1 < phrase.len());
        phrase.drain(..preposition.map_or(0, |at| at + 1));
    }
    phrase
}

/// What the pronoun is in its clause, which goes on at `first`; `None` where it can't be replaced.
fn role(analysis: &Analysis, clause: &Clause, pronoun: usize, first: usize) -> Option<PronounRole> {
    let word = &analysis.words[pronoun];
    let leads = first == pronoun;
    let is_subject = |token: usize| analysis.words[token].deprel.base() == Deprel::Nsubj;
    match word.lower.as_str() {
        "whose" => (leads && word.head.is_some_and(is_subject)).then_some(PronounRole::Owner),
        "where" => Some(PronounRole::Inside),
        _ if leads && is_object(analysis, clause, pronoun) => Some(PronounRole::Object),
        _ if leads && is_subject(pronoun) => Some(PronounRole::Subject),
        _ => {
            let mut cases = analysis.children_with(pronoun, &[Deprel::Case]);
            (is_subject(pronoun) || cases.next().is_some()).then_some(PronounRole::Inside)
        }
    }
}

/// Whether the predicate acts on the pronoun; some trees call "which" in "which Voss repaired" a second subject.
fn is_object(analysis: &Analysis, clause: &Clause, pronoun: usize) -> bool {
    let word = &analysis.words[pronoun];
    let predicate = clause.predicate;
    let other_subject = || {
        analysis
            .children_with(predicate, &[Deprel::Nsubj])
            .any(|child| child > pronoun && child < predicate)
    };
    word.head == Some(predicate)
        && word.upos == Upos::Pron
        && word.lower != "who"
        && analysis.child(predicate, Deprel::AuxPass).is_none()
        && match word.deprel.base() {
            Deprel::Obj => true,
            Deprel::Nsubj => other_subject(),
            _ => false,
        }
}

/// Whether what the tree has the pronoun refer to can be it: a thing for "which", for "who" somebody where the tree could be
/// read so, and not several for a verb in the singular.
fn fits(analysis: &Analysis, clause: &Clause, pronoun: usize, phrase: &[usize]) -> bool {
    let words = &analysis.words;
    let governor = words[clause.predicate].head;
    let Some(head) = governor
        .filter(|head| phrase.contains(head))
        .or(phrase.last().copied())
    else {
        return false;
    };
    agrees_in_number(analysis, clause, pronoun, head)
        && !is_ambiguous(words, clause, phrase)
        && agrees_in_animacy(analysis, clause, pronoun, head)
}

fn agrees_in_number(analysis: &Analysis, clause: &Clause, pronoun: usize, head: usize) -> bool {
    let words = &analysis.words;
    let verb = analysis
        .children_with(clause.predicate, &[Deprel::Aux, Deprel::Cop])
        .next()
        .unwrap_or(clause.predicate);
    let mut conjuncts = analysis.children_with(head, &[Deprel::Conj]);
    let several = agreement(analysis, head).plural == Some(true) || conjuncts.next().is_some();
    words[pronoun].deprel.base() != Deprel::Nsubj
        || !several
        || !words[verb].has(Feature::NumberSing)
}

/// "The nature of the alliance, which": either of them?
fn is_ambiguous(words: &[Word], clause: &Clause, phrase: &[usize]) -> bool {
    let rivals = words[clause.predicate].rivals.iter();
    let others = rivals.filter(|&&(rival, _)| {
        phrase.contains(&rival)
            && !matches!(words[rival].deprel.base(), Deprel::Flat | Deprel::Appos)
    });
    others.map(|&(_, probability)| probability).sum::<f32>() > MOST_AMBIGUOUS
}

fn agrees_in_animacy(analysis: &Analysis, clause: &Clause, pronoun: usize, head: usize) -> bool {
    let words = &analysis.words;
    let is_person = |token: usize| agreement(analysis, token).animate == Some(true);
    let mut rivals = words[clause.predicate].rivals.iter();
    match words[pronoun].lower.as_str() {
        "which" => !is_person(head),
        "who" | "whom" => is_person(head) || !rivals.any(|&(rival, _)| is_person(rival)),
        _ => true,
    }
}

/// What is put for the pronoun, and taken off where what it refers to is said in another place.
pub(super) fn changes(wording: &Wording, relative: &Relative) -> Vec<Change> {
    let text = &wording.article.text;
    let pronoun = wording.analysis.words[relative.pronoun].span;
    let Some(piece) = wording.own.iter().find(|piece| piece.contains(pronoun)) else {
        return Vec::new();
    };
    let behind = ByteSpan::new(pronoun.end, piece.end).of(text);
    let with_blank = pronoun.end + behind.len() - behind.trim_start().len();
    let change = |from: usize, to: usize, words: &str| {
        Change::new(ByteSpan::new(from, to), words, EditReason::RelativePronoun)
            .resting_on(relative.antecedent)
    };
    // Behind what it refers to, comma and all; at the head of a piece of its own, with the blank that follows.
    let beside = piece.contains(relative.antecedent);
    let from = if beside {
        relative.antecedent.end
    } else {
        piece.start
    };
    match relative.role {
        PronounRole::Subject => {
            let to = if beside { pronoun.end } else { with_blank };
            vec![change(from, to, "")]
        }
        PronounRole::Owner => {
            let owner = relative.antecedent.of(text);
            vec![change(from, pronoun.end, genitive(owner))]
        }
        PronounRole::Inside => {
            let first = wording.analysis.words[relative.first].span;
            vec![
                change(piece.start, first.start, ""),
                change(pronoun.start, pronoun.end, &relative.name),
            ]
        }
        PronounRole::Object => {
            let end = verb_end(wording, *piece);
            vec![
                change(piece.start, with_blank, ""),
                change(end, end, &format!(" {}", relative.name)),
            ]
        }
    }
}

/// Where an object goes: behind the verb, or behind a preposition that was left without one ("which she plays with").
fn verb_end(wording: &Wording, piece: ByteSpan) -> usize {
    let words = &wording.analysis.words;
    let predicate = wording.clause.predicate;
    let has_object = words
        .get(predicate + 2)
        .is_some_and(|word| OF_OBJECT.contains(&word.upos));
    let stranded = words
        .get(predicate + 1)
        .filter(|next| next.upos == Upos::Adp && piece.contains(next.span) && !has_object);
    stranded.unwrap_or(&words[predicate]).span.end
}

#[cfg(test)]
mod tests {
    use super::super::hand::Built;
    use super::PronounRole::{Inside, Object, Owner, Subject};
    use super::*;

    fn check_roles(table: &[(&str, Option<PronounRole>)]) {
        for (sentence, expected) in table {
            let built = Built::new(ClauseKind::Relative, sentence);
            let role = built.ask(|candidate| candidate.relative.as_ref().map(|found| found.role));
            assert_eq!(role, *expected, "{sentence}");
        }
    }

    #[test]
    fn a_pronoun_has_a_role_in_its_clause() {
        check_roles(&[
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/4 which/PRON/nsubj/4 *sank/VERB/acl:relcl/1",
                Some(Subject),
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/5 which/PRON/obj/5 Voss/PROPN/nsubj/5 *owns/VERB/acl:relcl/1",
                Some(Object),
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/5 which/PRON/nsubj/5 Voss/PROPN/nsubj/5 *owns/VERB/acl:relcl/1",
                Some(Object),
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/5 which/PRON/nsubj:pass/5 was/AUX/aux:pass/5 *sold/VERB/acl:relcl/1 it/PRON/nsubj/5",
                Some(Subject),
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/5 which/PRON/obj/5 was/AUX/aux:pass/5 *sold/VERB/acl:relcl/1",
                None,
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/5 who/PRON/obj/5 Voss/PROPN/nsubj/5 *owns/VERB/acl:relcl/1",
                None,
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/5 which/DET/obj/5 Voss/PROPN/nsubj/5 *owns/VERB/acl:relcl/1",
                None,
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/5 which/PRON/obj/4 paying/VERB/csubj/5 *helps/VERB/acl:relcl/1",
                None,
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/5 whose/PRON/nmod:poss/4 ship/NOUN/nsubj/5 *sank/VERB/acl:relcl/1",
                Some(Owner),
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/5 whose/PRON/nmod:poss/4 ship/NOUN/obj/5 *sold/VERB/acl:relcl/1",
                None,
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/4 where/ADV/advmod/4 *swim/VERB/acl:relcl/1",
                Some(Inside),
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/5 on/ADP/case/4 which/PRON/obl/5 *relies/VERB/acl:relcl/1",
                Some(Inside),
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/5 now/ADV/advmod/5 which/PRON/obl/5 *relies/VERB/acl:relcl/1",
                None,
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/5 now/ADV/advmod/5 which/PRON/nsubj/5 *relies/VERB/acl:relcl/1",
                Some(Inside),
            ),
        ]);
    }

    #[test]
    fn a_comma_stands_near_the_pronoun() {
        check_roles(&[
            (
                "Tarn/PROPN/root/0 which/PRON/nsubj/3 *sank/VERB/acl:relcl/1",
                None,
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/7 a/X/dep/7 b/X/dep/7 c/X/dep/7 which/PRON/nsubj/7 *sank/VERB/acl:relcl/1",
                Some(Inside),
            ),
            (
                "Tarn/PROPN/root/0 ,/PUNCT/punct/8 a/X/dep/8 b/X/dep/8 c/X/dep/8 d/X/dep/8 which/PRON/nsubj/8 *sank/VERB/acl:relcl/1",
                None,
            ),
            // The clause stands apart from what it refers to: its subject alone can be put in.
            (
                "Tarn/PROPN/root/0 ^old/ADJ/amod/1 ,/PUNCT/punct/5 which/PRON/nsubj/5 *sank/VERB/acl:relcl/1",
                Some(Subject),
            ),
            (
                "Tarn/PROPN/root/0 ^old/ADJ/amod/1 ,/PUNCT/punct/6 which/PRON/obj/6 Voss/PROPN/nsubj/6 *owns/VERB/acl:relcl/1",
                None,
            ),
        ]);
        let main = "Tarn/PROPN/root/0 ,/PUNCT/punct/4 which/PRON/nsubj/4 *sank/VERB/acl:relcl/1";
        assert!(Built::new(ClauseKind::Main, main).ask(|candidate| candidate.relative.is_none()));
    }

    #[test]
    fn a_pronoun_fits_what_it_refers_to() {
        check_roles(&[
            // Number.
            (
                "ships/NOUN|Number=Plur/root/0 ,/PUNCT/punct/4 which/PRON/nsubj/4 *sinks/VERB|Number=Sing/acl:relcl/1",
                None,
            ),
            (
                "ships/NOUN|Number=Plur/root/0 ,/PUNCT/punct/4 which/PRON/nsubj/4 *sink/VERB|Number=Plur/acl:relcl/1",
                Some(Subject),
            ),
            (
                "ships/NOUN|Number=Plur/root/0 ,/PUNCT/punct/5 which/PRON/nsubj/5 was/AUX|Number=Sing/cop/5 *old/ADJ/acl:relcl/1",
                None,
            ),
            (
                "ships/NOUN|Number=Plur/root/0 ,/PUNCT/punct/5 which/PRON/obj/5 Voss/PROPN/nsubj/5 *owns/VERB|Number=Sing/acl:relcl/1",
                Some(Object),
            ),
            (
                "ship/NOUN|Number=Sing/root/0 boat/NOUN|Number=Sing/conj/1 ,/PUNCT/punct/5 which/PRON/nsubj/5 *sinks/VERB|Number=Sing/acl:relcl/1",
                None,
            ),
            // Another noun of the phrase.
            (
                "nature/NOUN/root/0 pact/NOUN/nmod/1 ,/PUNCT/punct/5 which/PRON/nsubj/5 *fell/VERB/acl:relcl/2/1@0.25",
                None,
            ),
            (
                "nature/NOUN/root/0 pact/NOUN/nmod/1 ,/PUNCT/punct/5 which/PRON/nsubj/5 *fell/VERB/acl:relcl/2/1@0.2",
                Some(Subject),
            ),
            (
                "nature/NOUN/root/0 pact/NOUN/nmod/1 ,/PUNCT/punct/5 which/PRON/nsubj/5 *fell/VERB/acl:relcl/2/4@0.25",
                Some(Subject),
            ),
            (
                "Old/PROPN/root/0 Tarn/PROPN/flat/1 ,/PUNCT/punct/5 which/PRON/nsubj/5 *fell/VERB/acl:relcl/1/2@0.25",
                Some(Subject),
            ),
            // Animacy.
            (
                "mayor/NOUN/root/0 ,/PUNCT/punct/4 which/PRON/nsubj/4 *left/VERB/acl:relcl/1",
                None,
            ),
            (
                "mayor/NOUN/root/0 ,/PUNCT/punct/4 who/PRON/nsubj/4 *left/VERB/acl:relcl/1",
                Some(Subject),
            ),
            (
                "ship/NOUN/root/0 ,/PUNCT/punct/4 who/PRON/nsubj/4 *left/VERB/acl:relcl/1",
                Some(Subject),
            ),
            (
                "ship/NOUN/root/0 mayor/NOUN/nmod/1 ,/PUNCT/punct/5 who/PRON/nsubj/5 *left/VERB/acl:relcl/1/2@0.1",
                None,
            ),
        ]);
    }
}
