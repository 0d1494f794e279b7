//! Further marks of a claim.
//!
//! [`TRAITS`] has a row for each. Known to go wrong on verbs that cause in one sense alone ("led the council") and on
//! plurals without an article that mean some things rather than all ("Trees fell on the road" is kept out by its tense,
//! "Protesters block the road" is not).

use super::clause::Clause;
use crate::analysis::conditional::UNREAL;
use crate::analysis::{Analysis, Word};
use crate::attribution::Attribution;
use crate::grammar::{Deprel, Feature, Upos};
use crate::terms::{Mode, Trait};

/// A mark, with a sentence whose claim has it.
struct Row {
    name: Trait,
    test: fn(&Question) -> bool,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
}

/// In the order of [`Trait`], in which reports have them.
#[rustfmt::skip]
static TRAITS: &[Row] = &[
    Row { name: Trait::Quantity, test: has_number,
          example: "The council closed three schools." },
    Row { name: Trait::Comparison, test: compares,
          example: "The new ferry is faster." },
    Row { name: Trait::Superlative, test: has_superlative,
          example: "The council closed the oldest school." },
    Row { name: Trait::Causal, test: causes,
          example: "The flood caused the delay." },
    Row { name: Trait::Conditional, test: has_condition,
          example: "If the vote fails, [the mill will close]." },
    Row { name: Trait::Generic, test: is_generic,
          example: "Schools need teachers." },
    Row { name: Trait::Quotation, test: quotes,
          example: "The mayor called it a \"good plan\"." },
    Row { name: Trait::Hypothetical, test: is_hypothetical,
          example: "If the vote failed, [the mill would close]." },
];

/// Lemmas of verbs that say of a predicate that it brings something about.
const CAUSING: [&str; 8] = [
    "cause", "lead", "force", "make", "prompt", "trigger", "produce", "bring",
];

/// Words that give a cause or draw a conclusion.
const CONNECTIVES: [&str; 3] = ["because", "therefore", "due"];

/// Relations of words that make a noun mean some things rather than a kind.
const NARROWING: [Deprel; 5] = [
    Deprel::Det,
    Deprel::Nmod,
    Deprel::Nummod,
    Deprel::Acl,
    Deprel::Amod,
];

const QUOTATION_MARKS: [&str; 3] = ["\"", "“", "”"];

/// The marks of a claim, in the order of [`Trait`].
pub(super) fn decide(
    analysis: &Analysis,
    clause: &Clause,
    attribution: Option<&Attribution>,
) -> Vec<Trait> {
    let question = Question {
        analysis,
        clause,
        attribution,
    };
    let rows = TRAITS.iter().filter(|row| (row.test)(&question));
    rows.map(|row| row.name).collect()
}

/// A claim whose marks are asked for.
struct Question<'a> {
    analysis: &'a Analysis,
    clause: &'a Clause,
    attribution: Option<&'a Attribution>,
}

impl Question<'_> {
    /// Whether the claim has such a word.
    fn any(&self, test: impl Fn(&Word) -> bool) -> bool {
        let mut tokens = self.clause.tokens.iter();
        tokens.any(|&token| test(&self.analysis.words[token]))
    }
}

fn has_number(question: &Question) -> bool {
    question.any(|word| word.upos == Upos::Num)
}

fn compares(question: &Question) -> bool {
    question.any(|word| word.has(Feature::DegreeCmp) || word.is(&["than"]))
}

fn has_superlative(question: &Question) -> bool {
    question.any(|word| word.has(Feature::DegreeSup))
}

fn causes(question: &Question) -> bool {
    let predicate = &question.analysis.words[question.clause.predicate];
    let causing = predicate.has_lemma(&CAUSING) && predicate.upos == Upos::Verb;
    causing || question.any(|word| word.is(&CONNECTIVES))
}

fn has_condition(question: &Question) -> bool {
    question.clause.condition.is_some()
}

/// A bare plural noun as the subject, and no past: "Schools need teachers".
fn is_generic(question: &Question) -> bool {
    let told = |word: &Word| word.has(Feature::TensePast) && word.has(Feature::VerbFormFin);
    let bare = |subject: usize| {
        let word = &question.analysis.words[subject];
        let mut narrowing = question.analysis.children_with(subject, &NARROWING);
        word.upos == Upos::Noun && word.has(Feature::NumberPlur) && narrowing.next().is_none()
    };
    question.clause.subject.is_some_and(bare) && !question.any(told)
}

/// Quotation marks in the claim or right beside it, or words of a source that are given as they were said.
fn quotes(question: &Question) -> bool {
    let said = question
        .attribution
        .is_some_and(|attribution| attribution.mode != Mode::Indirect);
    said || has_quotation_marks(question)
}

fn has_quotation_marks(question: &Question) -> bool {
    let tokens = &question.clause.tokens;
    let (Some(&first), Some(&last)) = (tokens.first(), tokens.last()) else {
        return false;
    };
    let words = question.analysis.words.iter().enumerate();
    let mut marks = words.filter(|(_, word)| QUOTATION_MARKS.contains(&word.form.as_str()));
    marks.any(|(token, _)| token + 1 >= first && token <= last + 1)
}

/// "If the vote failed, the mill would close."
fn is_hypothetical(question: &Question) -> bool {
    has_condition(question) && question.any(|word| word.is(&UNREAL))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::testing::whole_clause;
    use crate::testing::claim;
    use crate::testing::tree_by_hand;

    /// The marks of all words of a tree.
    fn of_tree(words: &str) -> Vec<Trait> {
        let analysis = tree_by_hand(words);
        decide(&analysis, &whole_clause(&analysis), None)
    }

    #[test]
    fn each_example_has_its_mark() {
        for row in TRAITS {
            let traits = claim(row.example).traits;
            assert!(traits.contains(&row.name), "{}: {traits:?}", row.example);
        }
    }

    #[test]
    fn what_looks_alike_is_told_apart() {
        for (text, expected) in [
            ("The council closed a school.", &[][..]),
            ("The new ferry is fast.", &[]),
            (
                "The new ferry costs more than the old one.",
                &[Trait::Comparison],
            ),
            ("The flood delayed the train.", &[]),
            ("The mill would close.", &[]),
            ("Schools needed teachers.", &[]),
            ("The schools need teachers.", &[]),
            ("They need teachers.", &[]),
            ("The mayor said that the plan is good.", &[]),
            ("\"The plan is good,\" the mayor said.", &[Trait::Quotation]),
            (
                "If the vote failed, [the mill would close].",
                &[Trait::Conditional, Trait::Hypothetical],
            ),
            // The road is said outside the marks, but by words that are quoted in part.
            (
                "The mayor said that the plan is a \"good idea\" and that [the road is old].",
                &[Trait::Quotation],
            ),
        ] {
            assert_eq!(claim(text).traits, expected, "{text}");
        }
    }

    #[test]
    fn marks_are_told_in_the_order_of_their_type() {
        assert!(TRAITS.is_sorted_by_key(|row| row.name));
        let traits = claim("If the vote failed, [three older mills would close].").traits;
        assert!(traits.is_sorted() && traits.len() == 4, "{traits:?}");
    }

    #[test]
    fn numbers_degrees_and_connectives_mark_wherever_they_stand() {
        for (word, expected) in [
            ("three/NUM", &[Trait::Quantity][..]),
            ("older/ADJ|Degree=Cmp", &[Trait::Comparison]),
            ("than/ADP", &[Trait::Comparison]),
            ("oldest/ADJ|Degree=Sup", &[Trait::Superlative]),
            ("old/ADJ|Degree=Pos", &[]),
            ("because/SCONJ", &[Trait::Causal]),
            ("therefore/ADV", &[Trait::Causal]),
            ("due/ADJ", &[Trait::Causal]),
            ("cause/VERB", &[]),
        ] {
            let words = format!("{word}/dep/2 rained/VERB/root/0");
            assert_eq!(of_tree(&words), expected, "{word}");
        }
    }

    #[test]
    fn verbs_that_cause_mark_as_the_predicate() {
        for verb in CAUSING {
            assert_eq!(
                of_tree(&format!("{verb}/VERB/root/0")),
                [Trait::Causal],
                "{verb}"
            );
            assert_eq!(of_tree(&format!("{verb}/NOUN/root/0")), [], "{verb}");
        }
    }

    #[test]
    fn a_bare_plural_in_the_present_is_generic() {
        let plural = "men/NOUN|Number=Plur/nsubj/2";
        let with = |relation: &str| {
            format!("{plural} work/VERB|Tense=Pres|VerbForm=Fin/root/0 x/X/{relation}/1")
        };
        for (words, expected) in [
            (with("advmod"), &[Trait::Generic][..]),
            (with("det"), &[]),
            (with("nmod"), &[]),
            (with("nummod"), &[]),
            (with("acl"), &[]),
            (with("amod"), &[]),
            (
                format!("{plural} worked/VERB|Tense=Past|VerbForm=Fin/root/0"),
                &[],
            ),
            // A participle and a present tell no past.
            (
                format!("{plural} seen/VERB|Tense=Past|VerbForm=Part/root/0"),
                &[Trait::Generic],
            ),
            ("men/NOUN|Number=Sing/nsubj/2 work/VERB/root/0".into(), &[]),
            ("men/PRON|Number=Plur/nsubj/2 work/VERB/root/0".into(), &[]),
            ("work/VERB/root/0".into(), &[]),
        ] {
            assert_eq!(of_tree(&words), expected, "{words}");
        }
    }

    #[test]
    fn quotation_marks_count_inside_the_claim_and_right_beside_it() {
        for mark in QUOTATION_MARKS {
            for (before, tokens, expected) in [
                ("x/X/dep/5", 2..4, false),
                (mark, 1..4, true),
                (mark, 2..4, false),
            ] {
                let first = if before == mark {
                    format!("{mark}/PUNCT/punct/5")
                } else {
                    before.to_string()
                };
                let analysis = tree_by_hand(&format!(
                    "{first} x/X/dep/5 x/X/dep/5 x/X/dep/5 fell/VERB/root/0 {mark}/PUNCT/punct/5"
                ));
                let clause = Clause {
                    tokens: tokens.collect(),
                    ..whole_clause(&analysis)
                };
                let quoted = decide(&analysis, &clause, None) == [Trait::Quotation];
                assert_eq!(quoted, expected, "{mark} {clause:?}");
                let whole = Clause {
                    tokens: (2..5).collect(),
                    ..clause
                };
                assert_eq!(decide(&analysis, &whole, None), [Trait::Quotation]);
            }
        }
        let no_mark = tree_by_hand("'/PUNCT/punct/2 fell/VERB/root/0");
        assert_eq!(decide(&no_mark, &whole_clause(&no_mark), None), []);
        let no_words = Clause {
            tokens: Vec::new(),
            ..whole_clause(&no_mark)
        };
        assert_eq!(decide(&no_mark, &no_words, None), []);
    }

    #[test]
    fn modal_verbs_of_what_is_not_so_need_a_condition() {
        for modal in UNREAL {
            let analysis = tree_by_hand(&format!(
                "it/PRON/nsubj/3 {modal}/AUX/aux/3 rain/VERB/root/0"
            ));
            let plain = whole_clause(&analysis);
            assert_eq!(decide(&analysis, &plain, None), []);
            let conditional = Clause {
                condition: Some((0, Vec::new())),
                ..plain
            };
            assert_eq!(
                decide(&analysis, &conditional, None),
                [Trait::Conditional, Trait::Hypothetical]
            );
        }
    }
}
