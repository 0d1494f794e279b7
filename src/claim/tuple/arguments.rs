//! What fills the slots behind a predicate: objects and complements, then adjuncts.

use super::phrase;
use super::subject::is_relative;
use super::verb_group::{chain, chained_complement, is_nominal};
use crate::analysis::Analysis;
use crate::grammar::{Deprel, Upos};

/// What fills a slot behind the relation.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::claim) struct Argument {
    /// Words that lead to it: "according to".
    pub preposition: Vec<usize>,
    /// Phrases, more than one where it is coordinated.
    pub phrases: Vec<Vec<usize>>,
    /// Object or complement, not adjunct.
    pub core: bool,
}

impl Argument {
    /// The first token of the phrase, without what leads to it.
    fn first(&self) -> Option<usize> {
        self.phrases.first()?.first().copied()
    }

    /// A clause, or another phrase that nothing leads to.
    fn bare(tokens: Vec<usize>, core: bool) -> Self {
        Argument {
            preposition: Vec::new(),
            phrases: vec![tokens],
            core,
        }
    }
}

/// The phrases that a head stands for: one, or one for each that is coordinated with it.
pub(in crate::claim) type PhrasesOf<'a> = &'a dyn Fn(&Analysis, usize) -> Vec<Vec<usize>>;

/// Objects and complements first, then adjuncts, those in front of the predicate last; where there are none, an adverb.
pub(super) fn arguments(
    analysis: &Analysis,
    predicate: usize,
    phrases_of: PhrasesOf,
) -> Vec<Argument> {
    let nominal = |head, core| Argument {
        preposition: case(analysis, head),
        phrases: phrases_of(analysis, head),
        core,
    };
    let mut core = Vec::new();
    let mut adjuncts = Vec::new();
    if is_nominal(analysis, predicate) {
        core.push(nominal(predicate, true));
    }
    core.extend(antecedent(analysis, predicate));
    let is_existential = analysis
        .children_with(predicate, &[Deprel::Expl])
        .any(|child| analysis.words[child].is(&["there"]));
    for verb in chain(analysis, predicate) {
        for &child in analysis.children(verb) {
            let word = &analysis.words[child];
            match word.deprel.base() {
                Deprel::Obj | Deprel::Iobj if !is_relative(word) => core.push(nominal(child, true)),
                Deprel::Xcomp if chained_complement(analysis, verb) != Some(child) => {
                    core.push(Argument::bare(phrase::clause(analysis, child), true));
                }
                Deprel::Ccomp => core.push(Argument::bare(phrase::clause(analysis, child), true)),
                Deprel::Nsubj if is_existential => core.push(nominal(child, true)),
                Deprel::Obl if !is_relative(word) => adjuncts.push(nominal(child, false)),
                _ => {}
            }
        }
    }
    core.sort_by_key(Argument::first);
    adjuncts.sort_by_key(Argument::first);
    let n_in_front = adjuncts
        .iter()
        .position(|adjunct| adjunct.first().is_some_and(|first| first > predicate))
        .unwrap_or(0);
    adjuncts.rotate_left(n_in_front);
    core.extend(adjuncts);
    join_genitives(analysis, &mut core);
    if core.is_empty() {
        core.extend(adverb_behind(analysis, predicate));
    }
    core.retain(|argument| !argument.phrases.iter().all(Vec::is_empty));
    core
}

/// "The boat sank *quickly*".
fn adverb_behind(analysis: &Analysis, predicate: usize) -> Option<Argument> {
    let adverb = analysis
        .children_with(predicate, &[Deprel::Advmod])
        .find(|&adverb| adverb > predicate && !analysis.words[adverb].negates())?;
    Some(Argument::bare(analysis.subtree(adverb), false))
}

/// "on the night of the flood" is one phrase: what "of" leads to goes to the noun in front of it.
fn join_genitives(analysis: &Analysis, arguments: &mut Vec<Argument>) {
    let mut index = 1;
    while index < arguments.len() {
        let of = match arguments[index].preposition[..] {
            [preposition] if analysis.words[preposition].is(&["of"]) => Some(preposition),
            _ => None,
        };
        let before = arguments[index - 1].phrases.last();
        let end = before.and_then(|phrase| phrase.last()).copied();
        let joined = of.filter(|&of| end.is_some_and(|end| end + 1 == of));
        let Some(of) = joined else {
            index += 1;
            continue;
        };
        let genitive = arguments.remove(index).phrases.into_iter().next();
        if let Some(phrase) = arguments[index - 1].phrases.last_mut() {
            phrase.push(of);
            phrase.extend(genitive.unwrap_or_default());
        }
    }
}

/// Adverbs that stand for the noun of a relative clause, and "whose", which does not.
const NO_OBJECT: [&str; 4] = ["where", "when", "why", "whose"];

/// What a relative clause says its verb of: "a letter that he sent", "the town in which he was born".
fn antecedent(analysis: &Analysis, predicate: usize) -> Option<Argument> {
    let words = &analysis.words;
    if words[predicate].deprel != Deprel::AclRelcl {
        return None;
    }
    let noun = words[predicate].head?;
    let pronoun = analysis
        .children_with(predicate, &[Deprel::Obj, Deprel::Obl, Deprel::Nsubj])
        .find(|&child| is_relative(&words[child]));
    let (preposition, core) = match pronoun {
        Some(pronoun) if words[pronoun].deprel.base() == Deprel::Nsubj => return None,
        Some(pronoun) => (
            case(analysis, pronoun),
            words[pronoun].deprel.base() == Deprel::Obj,
        ),
        None if lacks_object(analysis, predicate) => (Vec::new(), true),
        None => return None,
    };
    Some(Argument {
        preposition,
        phrases: vec![phrase::phrase(analysis, noun, false, Some(predicate))],
        core,
    })
}

/// "a letter he sent": a verb without an object, and no adverb that stands for the noun.
fn lacks_object(analysis: &Analysis, predicate: usize) -> bool {
    let mut objects =
        analysis.children_with(predicate, &[Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp]);
    let mut children = analysis.children(predicate).iter();
    analysis.words[predicate].upos == Upos::Verb
        && objects.next().is_none()
        && !children.any(|&child| analysis.words[child].is(&NO_OBJECT))
}

/// The words that lead to a noun: "in", "because of".
pub(super) fn case(analysis: &Analysis, head: usize) -> Vec<usize> {
    let mut tokens: Vec<usize> = analysis
        .children_with(head, &[Deprel::Case])
        .filter(|&case| case < head)
        .flat_map(|case| analysis.subtree(case))
        .collect();
    tokens.sort_unstable();
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{say, tree_by_hand};

    /// The arguments of the word in capitals, each with its preposition in front of a colon; adjuncts begin with "+".
    fn found(tree: &str) -> String {
        let analysis = tree_by_hand(tree);
        let is_capital = |form: &str| form.chars().all(char::is_uppercase);
        let predicate = analysis
            .words
            .iter()
            .position(|word| is_capital(&word.form));
        let arguments = arguments(&analysis, predicate.unwrap(), &phrase::whole);
        let one = |argument: &Argument| {
            let sort = if argument.core { "" } else { "+" };
            let preposition = say(&analysis, &argument.preposition);
            let colon = if preposition.is_empty() { "" } else { ": " };
            format!(
                "{sort}{preposition}{colon}{}",
                say(&analysis, &argument.phrases.concat())
            )
        };
        arguments.iter().map(one).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn objects_stand_before_adjuncts() {
        let table = [
            (
                "in/ADP/case/2 May/PROPN/obl/4 he/PRON/nsubj/4 SOLD/VERB/root/0 boats/NOUN/obj/4 to/ADP/case/7 us/PRON/obl/4",
                "boats | +to: us | +in: May",
            ),
            (
                "GAVE/VERB/root/0 him/PRON/iobj/1 boats/NOUN/obj/1",
                "him | boats",
            ),
            (
                "SAID/VERB/root/0 it/PRON/nsubj/3 sank/VERB/ccomp/1",
                "it sank",
            ),
            (
                "TOLD/VERB/root/0 him/PRON/obj/1 to/PART/mark/4 go/VERB/xcomp/1",
                "him | to go",
            ),
            ("there/PRON/expl/2 IS/VERB/root/0 hope/NOUN/nsubj/2", "hope"),
            ("it/PRON/expl/2 IS/VERB/root/0 hope/NOUN/nsubj/2", ""),
            ("it/PRON/nsubj/3 is/AUX/cop/3 HOPE/NOUN/root/0", "HOPE"),
            (
                "it/PRON/nsubj/4 is/AUX/cop/4 in/ADP/case/4 TOWN/NOUN/root/0",
                "in: TOWN",
            ),
            // A relative pronoun stands for another word.
            (
                "which/PRON/obj/2 SOLD/VERB/root/0 boats/NOUN/iobj/2",
                "boats",
            ),
            (
                "in/ADP/case/2 which/PRON/obl/3 SOLD/VERB/root/0 boats/NOUN/obj/3",
                "boats",
            ),
            // Of the verbs that lead to the predicate, too.
            (
                "it/PRON/nsubj/2 wants/VERB/root/0 to/PART/mark/4 GO/VERB/xcomp/2 in/ADP/case/6 May/PROPN/obl/2",
                "+in: May",
            ),
            // An adverb where there is nothing else.
            (
                "it/PRON/nsubj/2 SANK/VERB/root/0 fast/ADV/advmod/2",
                "+fast",
            ),
            ("fast/ADV/advmod/2 SANK/VERB/root/0", ""),
            ("SANK/VERB/root/0 never/ADV/advmod/1", ""),
            ("SANK/VERB/root/0 it/PRON/obj/1 fast/ADV/advmod/1", "it"),
        ];
        for (tree, expected) in table {
            assert_eq!(found(tree), expected, "{tree}");
        }
    }

    #[test]
    fn a_genitive_goes_to_the_noun_in_front() {
        let table = [
            (
                "SANK/VERB/root/0 on/ADP/case/3 night/NOUN/obl/1 of/ADP/case/5 storms/NOUN/obl/1",
                "+on: night of storms",
            ),
            (
                "SANK/VERB/root/0 on/ADP/case/3 night/NOUN/obl/1 in/ADP/case/5 storms/NOUN/obl/1",
                "+on: night | +in: storms",
            ),
            (
                "SANK/VERB/root/0 on/ADP/case/3 night/NOUN/obl/1 now/ADV/dep/1 of/ADP/case/6 storms/NOUN/obl/1",
                "+on: night | +of: storms",
            ),
            (
                "SANK/VERB/root/0 on/ADP/case/3 night/NOUN/obl/1 because/ADP/case/6 of/ADP/fixed/4 storms/NOUN/obl/1",
                "+on: night | +because of: storms",
            ),
            (
                "SANK/VERB/root/0 on/ADP/case/3 night/NOUN/obl/1 of/ADP/case/5 storms/NOUN/obl/1 in/ADP/case/7 May/PROPN/obl/1",
                "+on: night of storms | +in: May",
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(found(tree), expected, "{tree}");
        }
    }

    #[test]
    fn a_relative_clause_says_its_verb_of_the_noun() {
        let table = [
            (
                "letter/NOUN/root/0 he/PRON/nsubj/3 SENT/VERB/acl:relcl/1",
                "letter",
            ),
            (
                "letter/NOUN/root/0 which/PRON/obj/4 he/PRON/nsubj/4 SENT/VERB/acl:relcl/1",
                "letter",
            ),
            (
                "town/NOUN/root/0 in/ADP/case/3 which/PRON/obl/5 he/PRON/nsubj/5 LIVED/VERB/acl:relcl/1",
                "+in: town",
            ),
            // The noun is the subject, the verb has an object, the clause is none, an adverb stands for the noun.
            (
                "letter/NOUN/root/0 which/PRON/nsubj/3 CAME/VERB/acl:relcl/1",
                "",
            ),
            (
                "letter/NOUN/root/0 he/PRON/nsubj/3 SENT/VERB/acl:relcl/1 us/PRON/obj/3",
                "us",
            ),
            ("letter/NOUN/root/0 he/PRON/nsubj/3 SENT/VERB/acl/1", ""),
            (
                "town/NOUN/root/0 where/ADV/advmod/4 he/PRON/nsubj/4 LIVED/VERB/acl:relcl/1",
                "",
            ),
            ("letter/NOUN/root/0 he/PRON/nsubj/3 OLD/ADJ/acl:relcl/1", ""),
        ];
        for (tree, expected) in table {
            assert_eq!(found(tree), expected, "{tree}");
        }
    }

    #[test]
    fn case_is_all_that_leads_to_a_noun_in_front() {
        let analysis =
            tree_by_hand("because/ADP/case/3 of/ADP/fixed/1 storms/NOUN/root/0 's/PART/case/3");
        assert_eq!(case(&analysis, 2), [0, 1]);
    }
}
