//! Whether a finite verb holds the claim together, in the form that its subject and its auxiliary ask for.

use super::obstacle::Candidate;
use crate::analysis::Word;
use crate::claim::ClauseKind;
use crate::grammar::{Deprel, Feature, Upos};

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

/// What a noun may have with it that makes several things of it, or says more of it than the tree can be trusted with.
const WITH_MORE: [Deprel; 5] = [
    Deprel::Conj,
    Deprel::Nmod,
    Deprel::Acl,
    Deprel::Nummod,
    Deprel::Appos,
];

/// Whether one of the words is a finite verb and stands in no clause below the predicate. Not so "the system … be built for
/// growth", which has lost its "had to".
pub(super) fn is_finite(candidate: &Candidate) -> bool {
    candidate.clause.tokens.iter().any(|&token| {
        let word = candidate.word(token);
        let finite = is_modal(word)
            || word.has(Feature::VerbFormFin)
            || token == candidate.clause.predicate
                && (is_plural_present(candidate) || is_past(candidate));
        finite && !candidate.is_below(token)
    })
}

fn is_modal(word: &Word) -> bool {
    word.upos == Upos::Aux && !word.has_lemma(&["be", "have", "do"])
}

/// "People stop and take them", "The mayor put it off": such forms are those of the infinitive, for which the parser takes
/// them.
fn is_plural_present(candidate: &Candidate) -> bool {
    let subject = candidate.clause.subject;
    let plural = subject.is_some_and(|subject| candidate.word(subject).has(Feature::NumberPlur));
    candidate.predicate().has(Feature::VerbFormInf)
        && (plural || candidate.predicate().is(&UNCHANGED))
}

/// A participle with a subject and no auxiliary: a past tense that was taken for one. Not so beside a clause that has its
/// verb: "All was arranged, the papers neatly placed".
fn is_past(candidate: &Candidate) -> bool {
    let verb = candidate.predicate();
    let mut auxiliaries = candidate
        .analysis
        .children_with(candidate.clause.predicate, &[Deprel::Aux]);
    verb.has(Feature::VerbFormPart)
        && verb.has(Feature::TensePast)
        && candidate.clause.subject.is_some()
        && candidate.clause.kind != ClauseKind::Parataxis
        && auxiliaries.next().is_none()
}

/// "would … heading for the door"; only adverbs may stand between, since "would be going to" is right.
pub(super) fn disagrees_with_auxiliary(candidate: &Candidate) -> bool {
    let predicate = candidate.clause.predicate;
    let verb = candidate.predicate();
    let near = |&auxiliary: &usize| {
        auxiliary < predicate
            && (auxiliary + 1..predicate).all(|between| candidate.word(between).upos == Upos::Adv)
    };
    let auxiliary = candidate
        .analysis
        .children_with(predicate, &[Deprel::Aux])
        .filter(|&auxiliary| candidate.has(auxiliary))
        .find(near);
    verb.upos == Upos::Verb
        && auxiliary.is_some_and(|auxiliary| !follows(candidate.word(auxiliary), verb))
}

/// "I … lets me load"
pub(super) fn disagrees_in_person(candidate: &Candidate) -> bool {
    let verb = candidate.predicate();
    let subject = candidate.clause.subject;
    let other_person =
        subject.is_some_and(|subject| candidate.word(subject).is(&["i", "you", "we", "they"]));
    verb.upos == Upos::Verb
        && other_person
        && verb.has(Feature::VerbFormFin)
        && verb.has(Feature::TensePres)
        && verb.lower != verb.lemma
        && verb.lower.ends_with('s')
}

/// "The interface are saved"; behind a modal verb "have" is no plural.
pub(super) fn disagrees_in_number(candidate: &Candidate) -> bool {
    let mut auxiliaries = candidate.auxiliaries().map(|token| candidate.word(token));
    let plural = candidate
        .auxiliaries()
        .any(|token| candidate.word(token).is(&["are", "have"]));
    let one = || {
        let subject = candidate.clause.subject;
        subject.is_some_and(|subject| is_one_thing(candidate, subject))
    };
    candidate.predicate().upos == Upos::Verb && plural && !auxiliaries.any(is_modal) && one()
}

/// A noun in the singular that is no group and names no number of things: "the interface".
fn is_one_thing(candidate: &Candidate, noun: usize) -> bool {
    let word = candidate.word(noun);
    let analysis = candidate.analysis;
    let definite = analysis.children_with(noun, &[Deprel::Det]).any(|article| {
        candidate
            .word(article)
            .is(&["the", "a", "an", "this", "that"])
    });
    word.upos == Upos::Noun
        && word.has(Feature::NumberSing)
        && definite
        && !analysis.has_child_with(noun, &WITH_MORE)
        && !word.has_lemma(&GROUPS)
}

/// Whether a verb has the form that an auxiliary or "to" in front of it asks for.
pub(super) fn follows(auxiliary: &Word, verb: &Word) -> bool {
    let participle = verb.has(Feature::VerbFormPart) || verb.has(Feature::VerbFormGer);
    match auxiliary.lemma.as_str() {
        // "It's come up with": of "be" or of "have".
        _ if auxiliary.lower == "'s" => true,
        "be" | "get" => participle || !matches!(verb.upos, Upos::Verb | Upos::Aux),
        "have" => {
            verb.lower == "being" || !verb.has(Feature::VerbFormGer) && !verb.lower.ends_with("ing")
        }
        "not" | "n't" => true,
        // A modal verb, "do", "to".
        _ => !participle || verb.lower == verb.lemma,
    }
}

#[cfg(test)]
mod tests {
    use super::super::hand::{Built, check_rule};
    use super::*;
    use crate::testing::word_by_hand;

    #[test]
    fn a_finite_verb_holds_a_claim_together() {
        check_rule(
            is_finite,
            &[
                ("it/PRON/nsubj/2 *sinks/VERB|VerbForm=Fin/root/0", true),
                (
                    "it/PRON/nsubj/3 may/AUX/aux/3 *sink/VERB|VerbForm=Inf/root/0",
                    true,
                ),
                (
                    "it/PRON/nsubj/3 be/AUX/aux/3 *sink/VERB|VerbForm=Inf/root/0",
                    false,
                ),
                (
                    "it/PRON/nsubj/3 may/VERB/dep/3 *sink/VERB|VerbForm=Inf/root/0",
                    false,
                ),
                // In a clause below.
                (
                    "*sink/VERB|VerbForm=Inf/root/0 he/PRON/nsubj/3 says/VERB|VerbForm=Fin/ccomp/1",
                    false,
                ),
                // A form of the plural, or a past, that is the infinitive.
                (
                    "people/NOUN|Number=Plur/nsubj/2 *stop/VERB|VerbForm=Inf/root/0",
                    true,
                ),
                (
                    "man/NOUN|Number=Sing/nsubj/2 *stop/VERB|VerbForm=Inf/root/0",
                    false,
                ),
                (
                    "man/NOUN|Number=Sing/nsubj/2 *put/VERB|VerbForm=Inf/root/0",
                    true,
                ),
                (
                    "people/NOUN|Number=Plur/nsubj/2 *stopping/VERB|VerbForm=Ger/root/0",
                    false,
                ),
                ("*stop/VERB|VerbForm=Inf/root/0", false),
                // A past that was taken for a participle.
                (
                    "man/NOUN/nsubj/2 *closed/VERB|Tense=Past|VerbForm=Part/root/0",
                    true,
                ),
                ("*closed/VERB|Tense=Past|VerbForm=Part/root/0", false),
                (
                    "man/NOUN/nsubj/2 *closing/VERB|Tense=Pres|VerbForm=Part/root/0",
                    false,
                ),
                (
                    "man/NOUN/nsubj/2 *closed/VERB|Tense=Past|VerbForm=Inf/root/0",
                    false,
                ),
                (
                    "man/NOUN/nsubj/3 been~be/AUX|VerbForm=Part/aux/3 *closed/VERB|Tense=Past|VerbForm=Part/root/0",
                    false,
                ),
                (
                    "man/NOUN/nsubj/3 closed/VERB|Tense=Past|VerbForm=Part/amod/1 *closing/VERB|VerbForm=Ger/root/0",
                    false,
                ),
            ],
        );
        // "All was arranged, the papers placed"
        let beside = "papers/NOUN/nsubj/2 *placed/VERB|Tense=Past|VerbForm=Part/root/0";
        assert!(!Built::new(ClauseKind::Parataxis, beside).ask(is_finite));
    }

    #[test]
    fn an_auxiliary_asks_for_a_form() {
        check_rule(
            disagrees_with_auxiliary,
            &[
                (
                    "would/AUX/aux/2 *heading~head/VERB|VerbForm=Ger/root/0",
                    true,
                ),
                (
                    "would/AUX/aux/3 now/ADV/advmod/3 *heading~head/VERB|VerbForm=Ger/root/0",
                    true,
                ),
                (
                    "would/AUX/aux/3 be/AUX/aux/3 *heading~head/VERB|VerbForm=Ger/root/0",
                    false,
                ),
                ("would/AUX/aux/2 *head/VERB|VerbForm=Inf/root/0", false),
                (
                    "^would/AUX/aux/2 *heading~head/VERB|VerbForm=Ger/root/0",
                    false,
                ),
                (
                    "*heading~head/VERB|VerbForm=Ger/root/0 would/AUX/aux/1",
                    false,
                ),
                (
                    "would/AUX/aux/2 *heading~head/NOUN|VerbForm=Ger/root/0",
                    false,
                ),
                ("*heading~head/VERB|VerbForm=Ger/root/0", false),
            ],
        );
        let participle = "VERB|Tense=Past|VerbForm=Part";
        for (auxiliary, verb, expected) in [
            ("'s~be/AUX", "come/VERB|VerbForm=Inf", true),
            ("is~be/AUX", &*format!("sold~sell/{participle}"), true),
            ("is~be/AUX", "selling~sell/VERB|VerbForm=Ger", true),
            ("is~be/AUX", "sell/VERB|VerbForm=Inf", false),
            ("is~be/AUX", "be/AUX|VerbForm=Inf", false),
            ("is~be/AUX", "late/ADJ", true),
            ("got~get/AUX", "sell/VERB|VerbForm=Inf", false),
            ("has~have/AUX", &format!("sold~sell/{participle}"), true),
            ("has~have/AUX", "selling~sell/VERB|VerbForm=Ger", false),
            ("has~have/AUX", "selling~sell/VERB", false),
            ("has~have/AUX", "sold~sell/VERB|VerbForm=Ger", false),
            ("has~have/AUX", "being~be/AUX|VerbForm=Ger", true),
            ("not/PART", "selling~sell/VERB|VerbForm=Ger", true),
            ("n't/PART", "selling~sell/VERB|VerbForm=Ger", true),
            ("to/PART", "selling~sell/VERB|VerbForm=Ger", false),
            ("to/PART", &format!("sold~sell/{participle}"), false),
            ("to/PART", &format!("cut/{participle}"), true),
            ("will/AUX", "sell/VERB|VerbForm=Inf", true),
        ] {
            let follows = follows(&word_by_hand(auxiliary, 0), &word_by_hand(verb, 0));
            assert_eq!(follows, expected, "{auxiliary} {verb}");
        }
    }

    #[test]
    fn a_subject_asks_for_a_person_and_a_number() {
        check_rule(
            disagrees_in_person,
            &[
                (
                    "i/PRON/nsubj/2 *lets~let/VERB|Tense=Pres|VerbForm=Fin/root/0",
                    true,
                ),
                (
                    "he/PRON/nsubj/2 *lets~let/VERB|Tense=Pres|VerbForm=Fin/root/0",
                    false,
                ),
                (
                    "i/PRON/nsubj/2 *lets~let/AUX|Tense=Pres|VerbForm=Fin/root/0",
                    false,
                ),
                ("i/PRON/nsubj/2 *lets~let/VERB|Tense=Pres/root/0", false),
                ("i/PRON/nsubj/2 *lets~let/VERB|VerbForm=Fin/root/0", false),
                (
                    "i/PRON/nsubj/2 *focus/VERB|Tense=Pres|VerbForm=Fin/root/0",
                    false,
                ),
                (
                    "i/PRON/nsubj/2 *am~be/VERB|Tense=Pres|VerbForm=Fin/root/0",
                    false,
                ),
                ("*lets~let/VERB|Tense=Pres|VerbForm=Fin/root/0", false),
            ],
        );
        let saved = "*saved/VERB/root/0";
        let interface = "interface/NOUN|Number=Sing/nsubj/4";
        let number = |sentence: &str, expected: bool| {
            check_rule(disagrees_in_number, &[(sentence, expected)]);
        };
        number(
            &format!("the/DET/det/2 {interface} are~be/AUX/aux/4 {saved}"),
            true,
        );
        number(
            &format!("the/DET/det/2 {interface} have~have/AUX/aux/4 {saved}"),
            true,
        );
        number(
            &format!("the/DET/det/2 {interface} is~be/AUX/aux/4 {saved}"),
            false,
        );
        number(
            &format!("the/DET/det/2 {interface} are~be/AUX/aux/4 *safe/ADJ/root/0"),
            false,
        );
        number(
            &format!("no/DET/det/2 {interface} are~be/AUX/aux/4 {saved}"),
            false,
        );
        number(
            &format!("the/DET/det/2 council/NOUN|Number=Sing/nsubj/4 are~be/AUX/aux/4 {saved}"),
            false,
        );
        number(
            &format!("the/DET/det/2 ships/NOUN|Number=Plur/nsubj/4 are~be/AUX/aux/4 {saved}"),
            false,
        );
        number(
            &format!("the/DET/det/2 Polaris/PROPN|Number=Sing/nsubj/4 are~be/AUX/aux/4 {saved}"),
            false,
        );
        number(
            &format!("the/DET/det/2 {interface} are~be/AUX/aux/4 {saved} ships/NOUN/nmod/2"),
            false,
        );
        number(
            &format!("the/DET/det/2 {interface} have~have/AUX/aux/4 {saved} could/AUX/aux/4"),
            false,
        );
        number(&format!("are~be/AUX/aux/2 {saved}"), false);
    }
}
