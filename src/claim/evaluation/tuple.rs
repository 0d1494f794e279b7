//! Open information extraction: all that a sentence states, as tuples of subject, relation and arguments.
//!
//! Decided a predicate at a time by the frames of [`tuple`](crate::claim::tuple). Nouns give tuples too: appositives and
//! titles ("is"), possessives ("has"). Coordinated phrases are split, what a comma sets off is left out. Known to go wrong
//! where the parser attaches a prepositional phrase to the verb instead of the noun in front of it, or a coordinated
//! phrase to the wrong one.

use super::noun;
use super::predicate::{Coordination, Stated, stated};
use crate::analysis::Analysis;
use std::collections::BTreeSet;

/// A relation that a sentence states. The numbers are indices of its tokens, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Tuple {
    /// The word that states it: head of the predicate, or the noun that an appositive or owner modifies.
    pub predicate: usize,
    /// Who or what it is about.
    pub subject: Vec<usize>,
    /// The verb or copula that the sentence leaves out in front of [`relation`](Self::relation): "is", "has" or nothing.
    pub implied: &'static str,
    /// The verb group, with the preposition that leads to the first argument.
    pub relation: Vec<usize>,
    /// Objects and adjuncts; a preposition opens all but the first.
    pub arguments: Vec<Vec<usize>>,
    /// How sure the program is that a reader would state exactly this, 0 to 1; lowest for what another tuple says as well.
    pub confidence: f32,
}

/// Most ways in which the coordinated phrases of one clause are combined.
const MAX_COMBINATIONS: usize = 12;

/// What a tuple loses in confidence that says again a part of what another says, for that and for each argument before
/// its own; and the least that is left.
const LOST_BY_PART: f32 = 0.5;
const LOST_PER_PLACE: f32 = 0.1;
const LEAST: f32 = 0.01;

/// All tuples of a sentence, by the place of their predicate, each once.
///
/// Linear in tokens for sentences of bounded length: each predicate walks the phrases that hang on it.
pub fn tuples(analysis: &Analysis) -> Vec<Tuple> {
    let mut tuples: Vec<Tuple> = Vec::new();
    for token in 0..analysis.words.len() {
        let predicate = stated(analysis, token, Coordination::Split)
            .filter(|stated| !stated.frame.arguments.is_empty());
        let of_predicate = predicate.map(|stated| [whole(&stated), parts(&stated)].concat());
        let of_noun = noun::tuples(analysis, token);
        for mut tuple in of_predicate.into_iter().flatten().chain(of_noun) {
            tuple.hold_words_once();
            if !tuples.iter().any(|other| other.says_the_same(&tuple)) {
                tuples.push(tuple);
            }
        }
    }
    tuples
}

impl Tuple {
    /// A preposition that leads two phrases would stand in a slot twice.
    fn hold_words_once(&mut self) {
        let slots = self.arguments.iter_mut();
        for slot in slots.chain([&mut self.subject, &mut self.relation]) {
            let mut seen = BTreeSet::new();
            slot.retain(|&token| seen.insert(token));
        }
    }

    fn says_the_same(&self, other: &Tuple) -> bool {
        other.subject == self.subject
            && other.relation == self.relation
            && other.implied == self.implied
            && other.arguments == self.arguments
    }
}

/// A tuple with all arguments of a predicate for each choice of coordinated phrases.
fn whole(stated: &Stated) -> Vec<Tuple> {
    let frame = &stated.frame;
    let leading = frame.leading_preposition();
    let relation = [&frame.relation, leading.unwrap_or_default()].concat();
    let arguments = frame.arguments.iter().map(|argument| &argument.phrases[..]);
    let slots: Vec<&[Vec<usize>]> = std::iter::once(&frame.subject[..])
        .chain(arguments)
        .collect();
    let tuple = |choice: Vec<&[usize]>| {
        let phrases = frame.arguments.iter().zip(&choice[1..]).enumerate();
        let arguments = phrases.map(|(index, (argument, phrase))| match index {
            0 if leading.is_some() => phrase.to_vec(),
            _ => [&argument.preposition, *phrase].concat(),
        });
        Tuple {
            predicate: frame.predicate,
            subject: choice[0].to_vec(),
            implied: frame.implied,
            relation: relation.clone(),
            arguments: arguments.collect(),
            confidence: stated.confidence,
        }
    };
    combinations(&slots).into_iter().map(tuple).collect()
}

/// Of a predicate with several arguments, a tuple for each argument; the object goes into the relation of those behind it:
/// "Brant | opened the bridge in | May".
fn parts(stated: &Stated) -> Vec<Tuple> {
    let frame = &stated.frame;
    let mut tuples = Vec::new();
    if frame.arguments.len() < 2 {
        return tuples;
    }
    for (index, argument) in frame.arguments.iter().enumerate() {
        let object = frame
            .arguments
            .first()
            .filter(|object| object.core && !argument.core);
        let object = object.map_or_else(Vec::new, |object| {
            [&object.preposition[..], &object.phrases[0]].concat()
        });
        let relation = [&frame.relation, &object[..], &argument.preposition].concat();
        let lost = LOST_BY_PART + LOST_PER_PLACE * index as f32;
        for choice in combinations(&[&frame.subject, &argument.phrases]) {
            tuples.push(Tuple {
                predicate: frame.predicate,
                subject: choice[0].to_vec(),
                implied: frame.implied,
                relation: relation.clone(),
                arguments: vec![choice[1].to_vec()],
                confidence: (stated.confidence - lost).max(LEAST),
            });
        }
    }
    tuples
}

/// Each way to take one phrase of each slot, at most [`MAX_COMBINATIONS`].
fn combinations<'a>(slots: &[&'a [Vec<usize>]]) -> Vec<Vec<&'a [usize]>> {
    let mut ways: Vec<Vec<&[usize]>> = vec![Vec::new()];
    for phrases in slots {
        let longer = ways.iter().flat_map(|way| {
            phrases
                .iter()
                .map(move |phrase| [way.as_slice(), &[phrase.as_slice()]].concat())
        });
        ways = longer.take(MAX_COMBINATIONS).collect();
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{say, tree_by_hand};

    /// The tuples of a tree: slots parted by bars, and the confidence in hundredths.
    fn tuples_of(tree: &str) -> Vec<String> {
        let analysis = tree_by_hand(tree);
        let line = |tuple: &Tuple| {
            let say = |tokens: &[usize]| say(&analysis, tokens);
            let relation = format!("{} {}", tuple.implied, say(&tuple.relation));
            let arguments: Vec<String> = tuple
                .arguments
                .iter()
                .map(|argument| say(argument))
                .collect();
            let slots = [
                vec![say(&tuple.subject), relation.trim().to_string()],
                arguments,
            ]
            .concat();
            format!("{} {:.0}", slots.join(" | "), tuple.confidence * 100.0)
        };
        tuples(&analysis).iter().map(line).collect()
    }

    #[test]
    fn a_predicate_gives_all_its_arguments_and_each_alone() {
        let table: [(&str, &[&str]); 9] = [
            ("he/PRON/nsubj/2 left/VERB/root/0", &[]),
            (
                "he/PRON/nsubj/2 sold/VERB/root/0 boats/NOUN/obj/2",
                &["he | sold | boats 90"],
            ),
            (
                "he/PRON/nsubj/2 came/VERB/root/0 in/ADP/case/4 May/PROPN/obl/2",
                &["he | came in | May 90"],
            ),
            (
                "he/PRON/nsubj/2 sold/VERB/root/0 boats/NOUN/obj/2 in/ADP/case/5 May/PROPN/obl/2",
                &[
                    "he | sold | boats | in May 90",
                    "he | sold | boats 40",
                    "he | sold boats in | May 30",
                ],
            ),
            (
                "he/PRON/nsubj/2 gave/VERB/root/0 her/PRON/iobj/2 boats/NOUN/obj/2",
                &[
                    "he | gave | her | boats 90",
                    "he | gave | her 40",
                    "he | gave | boats 30",
                ],
            ),
            (
                "he/PRON/nsubj/2 sold/VERB/root/0 boats/NOUN/obj/2 and/CCONJ/cc/5 cars/NOUN/conj/3",
                &["he | sold | boats 90", "he | sold | cars 90"],
            ),
            // Each step to a subject further away makes it less sure.
            (
                "he/PRON/nsubj/2 sold/VERB/root/0 boats/NOUN/obj/2 and/CCONJ/cc/5 left/VERB/conj/2 town/NOUN/obj/5",
                &["he | sold | boats 90", "he | left | town 78"],
            ),
            // So does each argument behind the second.
            (
                "he/PRON/nsubj/2 came/VERB/root/0 in/ADP/case/4 May/PROPN/obl/2 to/ADP/case/6 us/PRON/obl/2 by/ADP/case/8 car/NOUN/obl/2",
                &[
                    "he | came in | May | to us | by car 85",
                    "he | came in | May 35",
                    "he | came to | us 25",
                    "he | came by | car 15",
                ],
            ),
            (
                "it/PRON/nsubj/2 is/VERB/root/0 it/PRON/nsubj/4 is/VERB/conj/2",
                &[],
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(tuples_of(tree), expected, "{tree}");
        }
    }

    #[test]
    fn nouns_give_tuples() {
        let table: [(&str, &[&str]); 5] = [
            (
                "Brant/PROPN/root/0 ,/PUNCT/punct/4 the/DET/det/4 mayor/NOUN/appos/1",
                &["Brant | is | the mayor 50"],
            ),
            (
                "Brant/PROPN/root/0 ,/PUNCT/punct/3 mayor/NOUN/appos/1 and/CCONJ/cc/5 judge/NOUN/conj/3",
                &["Brant | is | mayor 50", "Brant | is | judge 50"],
            ),
            (
                "Tarn/PROPN/nmod:poss/4 's/PART/case/1 old/ADJ/amod/4 boat/NOUN/root/0",
                &["Tarn | has | old boat 30"],
            ),
            ("its/PRON/nmod:poss/2 boat/NOUN/root/0", &[]),
            ("boats/NOUN/root/0 of/ADP/case/3 Tarn/PROPN/nmod/1", &[]),
        ];
        for (tree, expected) in table {
            assert_eq!(tuples_of(tree), expected, "{tree}");
        }
    }

    #[test]
    fn a_participle_implies_a_copula() {
        let table: [(&str, &[&str]); 4] = [
            (
                "boat/NOUN|Number=Sing/root/0 built/VERB|Tense=Past|VerbForm=Part/acl/1 by/ADP/case/4 us/PRON/obl/2",
                &["boat | is built by | us 78"],
            ),
            (
                "boats/NOUN|Number=Plur/root/0 built/VERB|Tense=Past|VerbForm=Part/acl/1 by/ADP/case/4 us/PRON/obl/2",
                &["boats | are built by | us 78"],
            ),
            (
                "boats/NOUN|Number=Plur/root/0 running/VERB|Tense=Pres|VerbForm=Part/acl/1 to/ADP/case/4 us/PRON/obl/2",
                &["boats | running to | us 78"],
            ),
            (
                "boats/NOUN|Number=Plur/root/0 being/AUX/aux/3 built/VERB|Tense=Past|VerbForm=Part/acl/1 by/ADP/case/5 us/PRON/obl/3",
                &["boats | being built by | us 78"],
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(tuples_of(tree), expected, "{tree}");
        }
    }

    #[test]
    fn a_pronoun_without_a_noun_states_nothing() {
        assert_eq!(
            tuples_of("who/PRON/nsubj/2 sold/VERB/root/0 boats/NOUN/obj/2"),
            Vec::<String>::new()
        );
        assert_eq!(
            tuples_of("Who/PROPN/nsubj/2 sold/VERB/root/0 boats/NOUN/obj/2").len(),
            1
        );
        // What goes on with a verb above is told there.
        let chained =
            "he/PRON/nsubj/2 wants/VERB/root/0 to/PART/mark/4 sell/VERB/xcomp/2 boats/NOUN/obj/4";
        assert_eq!(tuples_of(chained), ["he | wants to sell | boats 78"]);
    }

    #[test]
    fn the_same_is_said_once_and_choices_are_bounded() {
        let one = Tuple {
            predicate: 0,
            subject: vec![0],
            implied: "",
            relation: vec![1],
            arguments: vec![vec![2]],
            confidence: 0.5,
        };
        let other = |change: fn(&mut Tuple)| {
            let mut other = one.clone();
            change(&mut other);
            one.says_the_same(&other)
        };
        assert!(other(|tuple| tuple.confidence = 0.1) && other(|tuple| tuple.predicate = 3));
        assert!(!other(|tuple| tuple.subject = vec![3]) && !other(|tuple| tuple.implied = "is"));
        assert!(
            !other(|tuple| tuple.relation = vec![3]) && !other(|tuple| tuple.arguments = vec![])
        );
        let phrases: Vec<Vec<usize>> = (0..5).map(|token| vec![token]).collect();
        let ways = combinations(&[&phrases, &phrases]);
        assert_eq!(ways.len(), MAX_COMBINATIONS);
        assert_eq!(ways[..2], [[&[0][..], &[0]], [&[0], &[1]]]);
    }
}
