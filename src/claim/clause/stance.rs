//! The author's own stance: "I doubt that …", "It is clear that …". Its complement is the claim.
//!
//! [`RULES`] tell a stance by its subject, its lemma and sometimes a noun under it. Known to go wrong on verbs that tell
//! what the author did: "I agreed that we would meet".

use super::edge::marks;
use super::predicate::is_finite;
use crate::analysis::Analysis;
use crate::grammar::{Deprel, Feature, Upos};
use crate::labels::labels;

labels! {
    /// Whose stance it is, in words.
    pub(super) enum StanceRule {
        Author = "author",
        Impersonal = "impersonal",
        RulingOut = "ruling_out",
        Reminder = "reminder",
        Noun = "noun",
        HeldNoun = "held_noun",
    }
}

/// A rule: subject and lemmas of a stance, and what else must hold.
struct Rule {
    #[cfg_attr(not(test), expect(dead_code, reason = "told by the tests"))]
    name: StanceRule,
    subjects: &'static [&'static str],
    lemmas: &'static [&'static str],
    when: fn(&Analysis, usize) -> bool,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: StanceRule::Author, subjects: &["i", "we"], lemmas: &AUTHOR_HOLDS, when: is_held_now,
           example: "I [doubt] that the fund is empty." },
    Rule { name: StanceRule::Impersonal, subjects: &["it"], lemmas: &IT_IS_SO, when: |_, _| true,
           example: "It is [clear] that the fund is empty." },
    Rule { name: StanceRule::RulingOut, subjects: &["it"], lemmas: &["rule"], when: is_ruled_out,
           example: "It cannot be [ruled] out that the fund is empty." },
    Rule { name: StanceRule::Reminder, subjects: &["it"], lemmas: &REMINDING, when: is_reminder,
           example: "It should be [noted] that the fund is empty." },
    Rule { name: StanceRule::Noun, subjects: &["there", "fact", "truth", "doubt", "chance"], lemmas: &THERE_IS, when: |_, _| true,
           example: "There [is] no doubt that the fund is empty." },
    Rule { name: StanceRule::HeldNoun, subjects: &["i", "we"], lemmas: &["have"],
           when: |analysis, token| held_noun(analysis, token).is_some(),
           example: "I [have] no doubt that the fund is empty." },
];

#[rustfmt::skip]
const AUTHOR_HOLDS: [&str; 33] = [
    "think", "believe", "doubt", "suspect", "hope", "guess", "fear", "suppose", "expect", "feel", "know", "concede",
    "admit", "maintain", "argue", "bet", "imagine", "reckon", "sure", "certain", "confess", "grant", "acknowledge",
    "insist", "predict", "worry", "wish", "accept", "agree", "afraid", "confident", "convinced", "say",
];

#[rustfmt::skip]
/// Those of which the past tense takes back what they say.
const OPINION: [&str; 17] = [
    "think", "believe", "suspect", "hope", "guess", "fear", "suppose", "expect", "feel", "imagine", "reckon", "sure",
    "certain", "worry", "afraid", "confident", "convinced",
];

#[rustfmt::skip]
const IT_IS_SO: [&str; 23] = [
    "clear", "unclear", "true", "likely", "unlikely", "possible", "impossible", "probable", "obvious", "certain",
    "uncertain", "doubtful", "evident", "plain", "plausible", "conceivable", "fact", "seem", "appear", "undeniable",
    "arguable", "turn", "false",
];

const THERE_IS: [&str; 6] = ["be", "doubt", "question", "chance", "fact", "truth"];

/// What is said of a claim in "It should be noted that …".
#[rustfmt::skip]
const REMINDING: [&str; 13] = [
    "note", "say", "remember", "stress", "emphasise", "emphasize", "add", "mention", "recall", "acknowledge", "admit",
    "recognise", "recognize",
];

/// Modal verbs of such a reminder.
const OUGHT: [&str; 3] = ["should", "must", "ought"];

/// Nouns that somebody has, or that there are, about a clause.
const HELD: [&str; 6] = [
    "doubt",
    "question",
    "chance",
    "possibility",
    "risk",
    "danger",
];

/// What an author says of the clause around it: "The fund, I suppose, is empty".
#[rustfmt::skip]
const SAID_ASIDE: [&str; 15] = [
    "think", "suppose", "guess", "believe", "suspect", "fear", "hope", "admit", "confess", "know", "mean", "say",
    "tell", "repeat", "trust",
];

/// Most words of such an aside: longer ones say something themselves.
const LONGEST_ASIDE: usize = 6;

/// Words that lead in the complement of a stance.
const COMPLEMENTIZERS: [&str; 3] = ["that", "whether", "if"];

/// Whether a token heads a stance of the author.
pub(super) fn is_stance(analysis: &Analysis, token: usize) -> bool {
    rule(analysis, token).is_some()
}

fn rule(analysis: &Analysis, token: usize) -> Option<&'static Rule> {
    let noun = held_noun(analysis, token);
    let completes_noun = |noun: usize| {
        let mut clauses = analysis.children_with(noun, &[Deprel::Acl, Deprel::Ccomp]);
        clauses.any(|clause| completes_held_noun(analysis, noun, clause))
    };
    if !has_finite_complement(analysis, token) && !noun.is_some_and(completes_noun) {
        return None;
    }
    let word = &analysis.words[token];
    let has_subject = |subjects: &[&str]| {
        let mut of_clause = analysis.children_with(token, &[Deprel::Nsubj, Deprel::Expl]);
        of_clause.any(|subject| analysis.words[subject].is(subjects))
    };
    RULES.iter().find(|rule| {
        has_subject(rule.subjects) && word.has_lemma(rule.lemmas) && (rule.when)(analysis, token)
    })
}

/// "doubt" in "There is no doubt that", "I have no doubt that".
pub(super) fn held_noun(analysis: &Analysis, token: usize) -> Option<usize> {
    analysis
        .children_with(token, &[Deprel::Nsubj, Deprel::Obj])
        .find(|&noun| {
            let word = &analysis.words[noun];
            noun > token && word.upos == Upos::Noun && word.has_lemma(&HELD)
        })
}

/// Whether a clause says what a noun is about: "doubt that the fund is empty".
pub(super) fn completes_held_noun(analysis: &Analysis, noun: usize, clause: usize) -> bool {
    matches!(analysis.words[clause].deprel, Deprel::Acl | Deprel::Ccomp)
        && clause > noun
        && is_finite(analysis, clause)
        && marks(analysis, clause)
            .iter()
            .any(|&mark| analysis.words[mark].is(&COMPLEMENTIZERS))
}

/// "I thought that I was dead": what the author once took for true is no claim; that he knew or said it still is.
fn is_held_now(analysis: &Analysis, token: usize) -> bool {
    let is_past = |&verb: &usize| analysis.words[verb].has(Feature::TensePast);
    let auxiliaries = analysis.children_with(token, &[Deprel::Aux, Deprel::Cop]);
    let mut verbs = auxiliaries.chain([token]);
    // "have thought" has its participle in the past.
    let is_perfect = analysis.auxiliary(token, &["have", "'ve"]).is_some();
    !analysis.words[token].has_lemma(&OPINION) || is_perfect || !verbs.any(|verb| is_past(&verb))
}

/// "It cannot be ruled out that"
fn is_ruled_out(analysis: &Analysis, token: usize) -> bool {
    let mut children = analysis.children(token).iter();
    children.any(|&child| analysis.words[child].is(&["out"]))
}

/// "It should be noted that", "It must be said that"
fn is_reminder(analysis: &Analysis, token: usize) -> bool {
    analysis.child(token, Deprel::AuxPass).is_some() && analysis.auxiliary(token, &OUGHT).is_some()
}

/// Whether a word is denied: by "not" or "never", or by "no" in front of it.
pub(in crate::claim) fn is_denied(analysis: &Analysis, token: usize) -> bool {
    let mut children = analysis.children(token).iter();
    analysis.is_negated(token) || children.any(|&child| analysis.words[child].is(&["no"]))
}

/// Whether the complement of a stance is asked: "It is not clear *whether* the fund is empty".
pub(in crate::claim) fn asks_whether(analysis: &Analysis, predicate: usize) -> bool {
    analysis
        .children_with(predicate, &[Deprel::Mark])
        .any(|mark| analysis.words[mark].is(&["whether", "if"]))
}

/// "that …", "whether …", "if …" or no such word, behind the stance.
fn has_finite_complement(analysis: &Analysis, token: usize) -> bool {
    analysis
        .children_with(token, &[Deprel::Ccomp, Deprel::Csubj])
        .any(|complement| {
            let marks = marks(analysis, complement);
            complement > token
                && is_finite(analysis, complement)
                && marks
                    .iter()
                    .all(|&mark| analysis.words[mark].is(&COMPLEMENTIZERS))
        })
}

/// "The fund, *I suppose*, is empty": words of the author about the clause around them.
pub(super) fn is_aside(analysis: &Analysis, token: usize) -> bool {
    let author = analysis
        .subject_of_clause(token)
        .is_some_and(|subject| analysis.words[subject].is_author());
    author
        && analysis.words[token].has_lemma(&SAID_ASIDE)
        && is_held_now(analysis, token)
        && analysis.subtree(token).len() <= LONGEST_ASIDE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Marked, tree_by_hand};

    #[test]
    fn each_rule_decides_its_example() {
        for expected in RULES {
            let sentence = Marked::new(expected.example);
            let found = rule(&sentence.analysis, sentence.tokens[0]).map(|rule| rule.name);
            assert_eq!(found, Some(expected.name), "{}", expected.example);
        }
    }

    #[test]
    fn what_the_author_once_thought_is_no_stance() {
        for (verb, held) in [
            ("thought~think/VERB|Tense=Past|VerbForm=Fin", false),
            ("think/VERB|Tense=Pres|VerbForm=Fin", true),
            ("knew~know/VERB|Tense=Past|VerbForm=Fin", true),
            ("said~say/VERB|Tense=Past|VerbForm=Fin", true),
        ] {
            let tree = format!(
                "I/PRON/nsubj/2 {verb}/root/0 it/PRON/nsubj/4 rained~rain/VERB|VerbForm=Fin/ccomp/2"
            );
            assert_eq!(is_stance(&tree_by_hand(&tree), 1), held, "{tree}");
        }
        for (auxiliary, held) in [
            ("was~be/AUX|Tense=Past/cop/3", false),
            ("am~be/AUX|Tense=Pres/cop/3", true),
        ] {
            let tree = format!(
                "I/PRON/nsubj/3 {auxiliary} sure/ADJ/root/0 it/PRON/nsubj/5 rained~rain/VERB|VerbForm=Fin/ccomp/3"
            );
            assert_eq!(is_stance(&tree_by_hand(&tree), 2), held, "{tree}");
        }
        let perfect = "I/PRON/nsubj/3 have/AUX|Tense=Pres/aux/3 thought~think/VERB|Tense=Past/root/0 it/PRON/nsubj/5 \
                       rains~rain/VERB|VerbForm=Fin/ccomp/3";
        assert!(is_stance(&tree_by_hand(perfect), 2));
    }

    #[test]
    fn subject_lemma_and_complement_make_a_stance() {
        let table = [
            (
                "I/PRON/nsubj/2 doubt/VERB/root/0 it/PRON/nsubj/4 rains/VERB|VerbForm=Fin/ccomp/2",
                Some(StanceRule::Author),
            ),
            (
                "it/PRON/expl/2 seems~seem/VERB/root/0 that/SCONJ/mark/5 it/PRON/nsubj/5 rains/VERB|VerbForm=Fin/csubj/2",
                Some(StanceRule::Impersonal),
            ),
            (
                "there/PRON/expl/2 is~be/VERB/root/0 whether/SCONJ/mark/5 it/PRON/nsubj/5 rains/VERB|VerbForm=Fin/ccomp/2",
                Some(StanceRule::Noun),
            ),
            (
                "chance/NOUN/nsubj/2 is~be/VERB/root/0 if/SCONJ/mark/5 it/PRON/nsubj/5 rains/VERB|VerbForm=Fin/ccomp/2",
                Some(StanceRule::Noun),
            ),
            (
                "there/PRON/expl/2 is~be/VERB/root/0 doubt/NOUN/nsubj/2 that/SCONJ/mark/6 it/PRON/nsubj/6 rains/VERB|VerbForm=Fin/acl/3",
                Some(StanceRule::Noun),
            ),
            (
                "I/PRON/nsubj/2 have/VERB/root/0 doubts~doubt/NOUN/obj/2 it/PRON/nsubj/5 rains/VERB|VerbForm=Fin/ccomp/2",
                Some(StanceRule::HeldNoun),
            ),
            (
                "it/PRON/expl/4 must/AUX/aux/4 be/AUX/aux:pass/4 said~say/VERB/root/0 it/PRON/nsubj/6 rains/VERB|VerbForm=Fin/ccomp/4",
                Some(StanceRule::Reminder),
            ),
            // What somebody says, what is no doubt, what a relative clause says of it.
            (
                "it/PRON/expl/3 is/AUX/aux:pass/3 said~say/VERB/root/0 it/PRON/nsubj/5 rains/VERB|VerbForm=Fin/ccomp/3",
                None,
            ),
            (
                "there/PRON/expl/2 is~be/VERB/root/0 hope/NOUN/nsubj/2 that/SCONJ/mark/6 it/PRON/nsubj/6 rains/VERB|VerbForm=Fin/acl/3",
                None,
            ),
            (
                "there/PRON/expl/2 is~be/VERB/root/0 doubt/NOUN/nsubj/2 that/PRON/nsubj/5 rains/VERB|VerbForm=Fin/acl:relcl/3",
                None,
            ),
            // Somebody else's, another verb, no subject.
            (
                "he/PRON/nsubj/2 doubt/VERB/root/0 it/PRON/nsubj/4 rains/VERB|VerbForm=Fin/ccomp/2",
                None,
            ),
            (
                "I/PRON/nsubj/2 paint/VERB/root/0 it/PRON/nsubj/4 rains/VERB|VerbForm=Fin/ccomp/2",
                None,
            ),
            (
                "it/PRON/nsubj/2 doubt/VERB/root/0 it/PRON/nsubj/4 rains/VERB|VerbForm=Fin/ccomp/2",
                None,
            ),
            (
                "doubt/VERB/root/0 it/PRON/nsubj/3 rains/VERB|VerbForm=Fin/ccomp/1",
                None,
            ),
            // No complement, one that is not finite, one in front, one that another word leads in.
            (
                "I/PRON/nsubj/2 doubt/VERB/root/0 it/PRON/obj/2 rains/VERB|VerbForm=Fin/advcl/2",
                None,
            ),
            (
                "I/PRON/nsubj/2 doubt/VERB/root/0 raining/VERB|VerbForm=Ger/ccomp/2",
                None,
            ),
            (
                "rains/VERB|VerbForm=Fin/ccomp/3 I/PRON/nsubj/3 doubt/VERB/root/0",
                None,
            ),
            (
                "I/PRON/nsubj/2 doubt/VERB/root/0 because/SCONJ/mark/5 it/PRON/nsubj/5 rains/VERB|VerbForm=Fin/ccomp/2",
                None,
            ),
        ];
        for (tree, expected) in table {
            let analysis = tree_by_hand(tree);
            let root = analysis.words.iter().position(|word| word.head.is_none());
            let found = rule(&analysis, root.unwrap()).map(|rule| rule.name);
            assert_eq!(found, expected, "{tree}");
            assert_eq!(
                is_stance(&analysis, root.unwrap()),
                expected.is_some(),
                "{tree}"
            );
        }
    }

    #[test]
    fn an_aside_is_short_and_the_authors() {
        let table = [
            ("I/PRON/nsubj/2 suppose/VERB/root/0", true),
            (
                "I/PRON/nsubj/2 suppose/VERB/root/0 of/X/dep/2 this/X/dep/2 old/X/dep/2 bridge/X/dep/2",
                true,
            ),
            (
                "I/PRON/nsubj/2 suppose/VERB/root/0 of/X/dep/2 this/X/dep/2 old/X/dep/2 stone/X/dep/2 bridge/X/dep/2",
                false,
            ),
            ("he/PRON/nsubj/2 suppose/VERB/root/0", false),
            ("I/PRON/nsubj/2 paint/VERB/root/0", false),
            ("me/PRON/obj/2 suppose/VERB/root/0", false),
        ];
        for (tree, expected) in table {
            assert_eq!(is_aside(&tree_by_hand(tree), 1), expected, "{tree}");
        }
    }
}
