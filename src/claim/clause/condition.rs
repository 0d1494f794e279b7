//! Conditions without a finite clause: "Without the grant", "But for the wall", "In case of rain", "If so", "If elected".
//!
//! [`RULES`] tell a phrase with a preposition by that, and by the auxiliary of what depends on it: "would close without the
//! grant", not "left without a word". Known to go wrong on phrases that are conditions by their sense alone ("with more
//! money it would pay").

use super::edge::{has_break_behind, marks};
use super::predicate::is_predicate;
use crate::analysis::Analysis;
use crate::analysis::conditional::UNREAL;
use crate::grammar::{Deprel, Upos};
use crate::labels::labels;

labels! {
    /// The rules that tell a condition without a finite clause.
    pub(super) enum PhraseRule {
        Without = "without",
        ButFor = "but_for",
        InCase = "in_case",
        OnCondition = "on_condition",
    }
}

/// A rule: whether a noun with its prepositions is a condition of the verb that it hangs on.
struct Rule {
    #[cfg_attr(not(test), expect(dead_code, reason = "told by the tests"))]
    name: PhraseRule,
    when: fn(&Phrase) -> bool,
    /// A sentence with the noun of such a phrase in brackets.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: PhraseRule::Without, when: is_without,
           example: "Without the [grant], the pool will close." },
    Rule { name: PhraseRule::ButFor, when: is_but_for,
           example: "But for the [wall], the town would have drowned." },
    Rule { name: PhraseRule::InCase, when: is_in_case,
           example: "In [case] of rain, the market will move." },
    Rule { name: PhraseRule::OnCondition, when: is_on_condition,
           example: "On [condition] that nobody is named, he will speak." },
];

/// Auxiliaries of what depends on a condition that stands in front.
const DEPENDING: [&str; 8] = ["will", "'ll", "wo", "can", "ca", "may", "shall", "would"];

/// Whether a noun phrase with a preposition is a condition of its verb, and the only one: a claim has one.
pub(super) fn is_phrase(analysis: &Analysis, token: usize) -> bool {
    let is_condition = |token: usize| {
        let phrase = Phrase::new(analysis, token);
        phrase.is_some_and(|phrase| RULES.iter().any(|rule| (rule.when)(&phrase)))
    };
    let Some(verb) = analysis.words[token].head.filter(|_| is_condition(token)) else {
        return false;
    };
    let beside = [Deprel::Advcl, Deprel::Obl];
    let mut others = analysis.children_with(verb, &beside);
    !others.any(|other| {
        let word = &analysis.words[other];
        word.deprel.base() == Deprel::Advcl || other < token && is_condition(other)
    })
}

/// "If *so*", "If *true*", in front of what depends on it; "if anything" is none.
pub(super) fn is_bare(analysis: &Analysis, head: usize, token: usize) -> bool {
    let word = &analysis.words[token];
    let opening = marks(analysis, token);
    let opened = matches!(opening[..], [mark] if analysis.words[mark].is(&["if", "unless"]));
    let says = word.upos == Upos::Adj || word.is(&["so", "not"]);
    word.deprel == Deprel::Advcl && token < head && opened && says && !is_predicate(analysis, token)
}

/// The words that lead in a condition, clause or phrase.
pub(super) fn leading_words(analysis: &Analysis, head: usize) -> Vec<usize> {
    let Some(phrase) = Phrase::new(analysis, head) else {
        return marks(analysis, head);
    };
    let mut leading = phrase.prepositions.clone();
    if is_in_case(&phrase) || is_on_condition(&phrase) {
        leading.extend(analysis.children_with(head, &[Deprel::Det]));
        leading.push(head);
        // "of rain", "that nobody is named"
        let next = head + 1;
        leading.extend(Some(next).filter(|&next| {
            analysis
                .words
                .get(next)
                .is_some_and(|word| word.is(&["of", "that"]))
        }));
    }
    leading
}

/// A noun with prepositions, and the verb that it hangs on.
struct Phrase<'a> {
    analysis: &'a Analysis,
    noun: usize,
    verb: usize,
    prepositions: Vec<usize>,
}

impl<'a> Phrase<'a> {
    fn new(analysis: &'a Analysis, noun: usize) -> Option<Self> {
        let word = &analysis.words[noun];
        let verb = word.head.filter(|_| word.deprel.base() == Deprel::Obl)?;
        let prepositions: Vec<usize> = analysis
            .children_with(noun, &[Deprel::Case])
            .filter(|&case| case < noun)
            .collect();
        Some(Phrase {
            analysis,
            noun,
            verb,
            prepositions,
        })
    }

    fn has_preposition(&self, form: &str) -> bool {
        let mut prepositions = self.prepositions.iter();
        prepositions.any(|&case| self.analysis.words[case].lower == form)
    }

    fn is(&self, form: &str) -> bool {
        self.analysis.words[self.noun].lower == form
    }

    fn is_followed_by(&self, forms: &[&str]) -> bool {
        let next = self.analysis.words.get(self.noun + 1);
        next.is_some_and(|next| next.is(forms))
    }

    /// Whether it stands for something known: "the wall", "Holm", not "pay".
    fn is_definite(&self) -> bool {
        let word = &self.analysis.words[self.noun];
        let determiners = [Deprel::Det, Deprel::Nmod];
        let known = self
            .analysis
            .children_with(self.noun, &determiners)
            .any(|child| child < self.noun && !self.analysis.words[child].is(&["a", "an", "any"]));
        known || matches!(word.upos, Upos::Propn | Upos::Pron)
    }

    fn verb_has(&self, auxiliaries: &[&str]) -> bool {
        self.analysis.auxiliary(self.verb, auxiliaries).is_some()
    }

    fn is_in_front(&self) -> bool {
        self.noun < self.verb && has_break_behind(self.analysis, self.noun)
    }
}

/// "Without the grant, the pool will close", "It would have flooded without the wall"; not "He left without a word".
fn is_without(phrase: &Phrase) -> bool {
    phrase.has_preposition("without")
        && !phrase.is("doubt")
        && (phrase.verb_has(&UNREAL) && phrase.is_definite()
            || phrase.is_in_front() && (phrase.verb_has(&DEPENDING) || phrase.verb_has(&UNREAL)))
}

/// "But for the wall", "Given a new pier": with what is not so.
fn is_but_for(phrase: &Phrase) -> bool {
    let leads = phrase.has_preposition("but") && phrase.has_preposition("for")
        || phrase.has_preposition("given");
    leads && phrase.verb_has(&UNREAL)
}

/// "In case of rain", "In the event of rain"; not "in the case of Holm", "in my case".
fn is_in_case(phrase: &Phrase) -> bool {
    let analysis = phrase.analysis;
    let determined = analysis.has_child_with(phrase.noun, &[Deprel::Det, Deprel::Nmod])
        && phrase.noun > 0
        && analysis.words[phrase.noun - 1].lower != "in";
    phrase.has_preposition("in")
        && (phrase.is("case") && !determined || phrase.is("event") && determined)
        && phrase.is_followed_by(&["of", "that"])
}

/// "On condition that nobody is named"; not "on condition of anonymity".
fn is_on_condition(phrase: &Phrase) -> bool {
    phrase.has_preposition("on") && phrase.is("condition") && phrase.is_followed_by(&["that"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Marked, say, tree_by_hand};

    #[test]
    fn each_rule_decides_its_example() {
        for expected in RULES {
            let sentence = Marked::new(expected.example);
            let phrase = Phrase::new(&sentence.analysis, sentence.tokens[0]);
            let found = phrase.and_then(|phrase| {
                let rule = RULES.iter().find(|rule| (rule.when)(&phrase));
                rule.map(|rule| rule.name)
            });
            assert_eq!(found, Some(expected.name), "{}", expected.example);
        }
    }

    #[test]
    fn what_looks_alike_is_no_condition() {
        for (sentence, expected) in [
            ("The town would have flooded without the [wall].", true),
            ("Without the [wall] the town would have drowned.", true),
            ("He left without a [word].", false),
            ("Without [doubt], the plan will work.", false),
            ("He would do the work without [pay].", false),
            ("In my [case], the council will pay.", false),
            ("In the [case] of the old pier, the council paid.", false),
            ("In the [event] of rain, the market will move.", true),
            ("The officials spoke on [condition] of anonymity.", false),
            ("The ferry would leave at [noon].", false),
        ] {
            let sentence_read = Marked::new(sentence);
            let found = is_phrase(&sentence_read.analysis, sentence_read.tokens[0]);
            assert_eq!(found, expected, "{sentence}");
        }
    }

    #[test]
    fn a_condition_may_have_no_verb() {
        for (tree, expected) in [
            (
                "if/SCONJ/mark/2 so/ADV/advcl/4 it/PRON/nsubj/4 falls/VERB/root/0",
                true,
            ),
            (
                "if/SCONJ/mark/2 true/ADJ/advcl/4 it/PRON/nsubj/4 falls/VERB/root/0",
                true,
            ),
            (
                "if/SCONJ/mark/2 anything/PRON/advcl/4 it/PRON/nsubj/4 falls/VERB/root/0",
                false,
            ),
            (
                "though/SCONJ/mark/2 true/ADJ/advcl/4 it/PRON/nsubj/4 falls/VERB/root/0",
                false,
            ),
        ] {
            assert_eq!(is_bare(&tree_by_hand(tree), 3, 1), expected, "{tree}");
        }
        // "If it is true" has a verb, "as if" compares.
        for tree in [
            "if/SCONJ/mark/3 is/AUX/cop/3 true/ADJ/advcl/5 it/PRON/nsubj/5 falls/VERB/root/0",
            "as/SCONJ/mark/3 if/SCONJ/mark/3 true/ADJ/advcl/5 it/PRON/nsubj/5 falls/VERB/root/0",
        ] {
            assert!(!is_bare(&tree_by_hand(tree), 4, 2), "{tree}");
        }
        let behind = tree_by_hand("falls/VERB/root/0 if/SCONJ/mark/3 slow/ADJ/advcl/1");
        assert!(!is_bare(&behind, 0, 2));
    }

    #[test]
    fn the_words_that_lead_in_are_no_part_of_the_condition() {
        for (tree, head, expected) in [
            (
                "Without/ADP/case/2 grants/NOUN/obl/3 falls/VERB/root/0",
                1,
                "Without",
            ),
            (
                "But/ADP/case/3 for/ADP/case/3 walls/NOUN/obl/4 falls/VERB/root/0",
                2,
                "But for",
            ),
            (
                "In/ADP/case/2 case/NOUN/obl/5 of/ADP/case/4 rain/NOUN/nmod/2 falls/VERB/root/0",
                1,
                "In case of",
            ),
            (
                "if/SCONJ/mark/2 rains/VERB/advcl/3 falls/VERB/root/0",
                1,
                "if",
            ),
        ] {
            let analysis = tree_by_hand(tree);
            let leading = leading_words(&analysis, head);
            assert_eq!(say(&analysis, &leading), expected, "{tree}");
        }
    }
}
