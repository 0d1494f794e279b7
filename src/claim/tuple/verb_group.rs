//! The verb group of a predicate: auxiliaries, negation and particles, behind the verbs that govern it without a subject
//! of their own. "The council *does not want to be able to close* the bridge".

use crate::analysis::Analysis;
use crate::grammar::{Deprel, Feature, Upos};

/// Longest chain of heads that is followed: "wants to be able to start to build".
pub(super) const MAX_CHAIN: usize = 8;

/// Whether a token is the predicate of a clause: a verb that modifies no noun, or a word with a copula.
pub(in crate::claim) fn heads_clause(analysis: &Analysis, token: usize) -> bool {
    const OF_CLAUSES: [Deprel; 9] = [
        Deprel::Root,
        Deprel::Conj,
        Deprel::Ccomp,
        Deprel::Csubj,
        Deprel::Advcl,
        Deprel::Acl,
        Deprel::Parataxis,
        Deprel::Xcomp,
        Deprel::Appos,
    ];
    let word = &analysis.words[token];
    let is_verbal = matches!(word.upos, Upos::Verb | Upos::Aux);
    has_copula(analysis, token) || is_verbal && OF_CLAUSES.contains(&word.deprel.base())
}

fn has_copula(analysis: &Analysis, token: usize) -> bool {
    analysis.child(token, Deprel::Cop).is_some()
}

/// The complement without a subject of its own that goes on with the verb group: "wants to build", "is able to go".
pub(in crate::claim) fn chained_complement(analysis: &Analysis, predicate: usize) -> Option<usize> {
    if analysis.child(predicate, Deprel::Obj).is_some() {
        return None;
    }
    analysis
        .children_with(predicate, &[Deprel::Xcomp])
        .find(|&child| child > predicate && heads_clause(analysis, child))
}

/// All complements that go on with the verb group of `predicate`, one governed by the other.
pub(super) fn chained_complements(
    analysis: &Analysis,
    predicate: usize,
) -> impl Iterator<Item = usize> + '_ {
    let first = chained_complement(analysis, predicate);
    std::iter::successors(first, |&verb| chained_complement(analysis, verb)).take(MAX_CHAIN)
}

/// The verb that a chained complement goes on with.
fn chain_head(analysis: &Analysis, predicate: usize) -> Option<usize> {
    let head = analysis.words[predicate].head?;
    (chained_complement(analysis, head) == Some(predicate)).then_some(head)
}

/// The predicate and the verbs that it goes on with: "build", "wants" of "wants to build".
pub(super) fn chain(analysis: &Analysis, predicate: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(Some(predicate), |&verb| chain_head(analysis, verb)).take(MAX_CHAIN)
}

/// Whether the predicate is no verb and fills the slot behind the copula: "is *a trap*", "is *in the valley*".
pub(super) fn is_nominal(analysis: &Analysis, predicate: usize) -> bool {
    analysis.words[predicate].upos != Upos::Verb
        && !leads_on(analysis, predicate)
        && has_copula(analysis, predicate)
}

/// Whether an adjective goes into the relation: "is familiar with", "is able to".
fn leads_on(analysis: &Analysis, adjective: usize) -> bool {
    analysis.words[adjective].upos == Upos::Adj
        && analysis
            .children_with(adjective, &[Deprel::Obl, Deprel::Ccomp])
            .any(|child| child > adjective)
}

/// Verb group and the adverbs that belong to it.
pub(super) fn relation(analysis: &Analysis, predicate: usize) -> Vec<usize> {
    [
        verb_group(analysis, predicate),
        trailing_adverbs(analysis, predicate),
    ]
    .concat()
}

/// Auxiliaries, negation, particles and the verb itself, behind the verbs that govern it.
fn verb_group(analysis: &Analysis, predicate: usize) -> Vec<usize> {
    let mut group = Vec::new();
    let mut first = predicate;
    for verb in chain(analysis, predicate) {
        let is_nominal = verb == predicate && is_nominal(analysis, verb);
        if !is_nominal {
            group.push(verb);
        }
        let goes_on = chain_head(analysis, verb).is_some();
        let children = analysis.children(verb).iter().copied();
        group.extend(
            children.filter(|&child| match analysis.words[child].deprel {
                Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::CompoundPrt => true,
                Deprel::Mark => goes_on && analysis.words[child].is(&["to"]),
                Deprel::Advmod => {
                    analysis.words[child].negates()
                        || is_inner_adverb(analysis, child, verb, is_nominal)
                }
                _ => false,
            }),
        );
        first = verb;
    }
    group.extend(shared_auxiliaries(analysis, first));
    group.sort_unstable();
    group.dedup();
    group
}

/// "has *just* closed", "*newly* built": one adverb behind an auxiliary or right in front of the verb.
fn is_inner_adverb(analysis: &Analysis, adverb: usize, verb: usize, is_nominal: bool) -> bool {
    let auxiliary = analysis
        .children_with(verb, &[Deprel::Aux, Deprel::Cop])
        .next();
    let behind_auxiliary = auxiliary.is_some_and(|auxiliary| adverb > auxiliary);
    let before_verb = adverb + 1 == verb && !is_nominal;
    adverb < verb && (behind_auxiliary || before_verb) && analysis.children(adverb).is_empty()
}

/// "will be closed and sold": the second verb shares what stands in front of the first.
fn shared_auxiliaries(analysis: &Analysis, verb: usize) -> Vec<usize> {
    let word = &analysis.words[verb];
    let has_own = analysis.has_child_with(verb, &[Deprel::Aux, Deprel::Cop, Deprel::Nsubj]);
    let first = word
        .head
        .filter(|&head| word.deprel == Deprel::Conj && head < verb);
    let Some(first) = first.filter(|_| !has_own && !word.has(Feature::VerbFormFin)) else {
        return Vec::new();
    };
    let mut shared: Vec<usize> = analysis.children_with(first, &[Deprel::Aux]).collect();
    if let Some(above) = chain_head(analysis, first) {
        shared.extend(verb_group(analysis, above));
        shared.extend(analysis.children_with(first, &[Deprel::Mark]));
    }
    shared
}

/// Most words of a trailing adverb: "back up".
const LONGEST_ADVERB: usize = 2;

/// The adverbs right behind the verb where a prepositional phrase follows them: "ran south to the coast".
fn trailing_adverbs(analysis: &Analysis, verb: usize) -> Vec<usize> {
    let mut adverbs: Vec<usize> = Vec::new();
    for adverb in analysis
        .children_with(verb, &[Deprel::Advmod])
        .filter(|&adverb| adverb > verb)
    {
        let phrase = analysis.subtree(adverb);
        if phrase.first() == Some(&(verb + 1 + adverbs.len())) && phrase.len() <= LONGEST_ADVERB {
            adverbs.extend(phrase);
        }
    }
    let next = analysis.words.get(verb + 1 + adverbs.len());
    let leads_to_phrase = next.is_some_and(|next| next.deprel == Deprel::Case);
    if leads_to_phrase && analysis.child(verb, Deprel::Obj).is_none() {
        adverbs
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{say, tree_by_hand};

    #[test]
    fn a_verb_of_a_clause_or_a_copula_heads_one() {
        let heads = |tree: &str| heads_clause(&tree_by_hand(tree), 0);
        assert!(heads("sank/VERB/root/0") && heads("is/AUX/conj/0"));
        assert!(heads("old/ADJ/amod/0 is/AUX/cop/1"));
        assert!(!heads("old/ADJ/root/0") && !heads("broken/VERB/amod/0") && !heads("is/AUX/cop/0"));
    }

    /// The relation of the word in capitals.
    fn relation_of(tree: &str) -> String {
        let analysis = tree_by_hand(tree);
        let is_capital = |form: &str| form.chars().all(char::is_uppercase);
        let predicate = analysis
            .words
            .iter()
            .position(|word| is_capital(&word.form));
        say(&analysis, &relation(&analysis, predicate.unwrap())).to_lowercase()
    }

    #[test]
    fn the_group_holds_auxiliaries_negation_particles_and_inner_adverbs() {
        let table = [
            (
                "it/PRON/nsubj/4 has/AUX/aux/4 just/ADV/advmod/4 GONE/VERB/root/0",
                "has just gone",
            ),
            (
                "it/PRON/nsubj/4 was/AUX/aux:pass/4 not/PART/advmod/4 SEEN/VERB/root/0",
                "was not seen",
            ),
            (
                "he/PRON/nsubj/2 GAVE/VERB/root/0 up/ADP/compound:prt/2",
                "gave up",
            ),
            ("ice/NOUN/compound/2 SKATES/VERB/root/0", "skates"),
            ("newly/ADV/advmod/2 BUILT/VERB/root/0", "newly built"),
            (
                "very/ADV/advmod/2 newly/ADV/advmod/3 BUILT/VERB/root/0",
                "built",
            ),
            // In front of the subject, or behind the verb, an adverb is no part of the group.
            (
                "now/ADV/advmod/4 it/PRON/nsubj/4 has/AUX/aux/4 GONE/VERB/root/0",
                "has gone",
            ),
            ("now/ADV/advmod/3 it/PRON/nsubj/3 GOES/VERB/root/0", "goes"),
            (
                "it/PRON/nsubj/3 has/AUX/aux/3 GONE/VERB/root/0 now/ADV/advmod/3",
                "has gone",
            ),
            (
                "it/PRON/nsubj/2 CAME/VERB/root/0 not/PART/advmod/2 back/ADV/advmod/2",
                "came not",
            ),
            // The predicate noun fills a slot; an adjective that leads on does not.
            ("it/PRON/nsubj/3 is/AUX/cop/3 OLD/ADJ/root/0", "is"),
            (
                "it/PRON/nsubj/4 is/AUX/cop/4 quite/ADV/advmod/4 OLD/ADJ/root/0",
                "is quite",
            ),
            ("quite/ADV/advmod/2 OLD/ADJ/root/0 is/AUX/cop/2", "is"),
            (
                "is/AUX/cop/2 SURE/ADJ/root/0 of/ADP/case/4 it/PRON/obl/2",
                "is sure",
            ),
            ("it/PRON/obl/3 is/AUX/cop/3 SURE/ADJ/root/0", "is"),
            (
                "is/AUX/cop/2 FOOD/NOUN/root/0 for/ADP/case/4 it/PRON/obl/2",
                "is",
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(relation_of(tree), expected, "{tree}");
        }
    }

    #[test]
    fn verbs_above_lead_to_the_predicate() {
        let table = [
            (
                "it/PRON/nsubj/3 will/AUX/aux/3 want/VERB/root/0 to/PART/mark/5 GO/VERB/xcomp/3",
                "will want to go",
            ),
            (
                "it/PRON/nsubj/3 is/AUX/cop/3 able/ADJ/root/0 to/PART/mark/5 GO/VERB/xcomp/3",
                "is able to go",
            ),
            // An object stands between; a mark that is not "to"; a complement that is no verb.
            (
                "told/VERB/root/0 him/PRON/obj/1 to/PART/mark/4 GO/VERB/xcomp/1",
                "go",
            ),
            (
                "want/VERB/root/0 for/SCONJ/mark/3 GO/VERB/xcomp/1",
                "want go",
            ),
            ("GO/VERB/xcomp/2 want/VERB/root/0", "go"),
            ("made/VERB/root/0 OLD/ADJ/xcomp/1", "old"),
            ("to/PART/mark/2 GO/VERB/root/0", "go"),
        ];
        for (tree, expected) in table {
            assert_eq!(relation_of(tree), expected, "{tree}");
        }
    }

    #[test]
    fn a_conjunct_shares_the_first_ones_auxiliaries() {
        let table = [
            (
                "it/PRON/nsubj/3 will/AUX/aux/3 go/VERB/root/0 and/CCONJ/cc/5 SINK/VERB/conj/3",
                "will sink",
            ),
            (
                "will/AUX/aux/2 go/VERB/root/0 SINKS/VERB|VerbForm=Fin/conj/2",
                "sinks",
            ),
            (
                "will/AUX/aux/2 go/VERB/root/0 can/AUX/aux/4 SINK/VERB/conj/2",
                "can sink",
            ),
            (
                "will/AUX/aux/2 go/VERB/root/0 it/PRON/nsubj/4 SINK/VERB/conj/2",
                "sink",
            ),
            ("will/AUX/aux/2 go/VERB/root/0 SINK/VERB/advcl/2", "sink"),
            ("SINK/VERB/conj/3 will/AUX/aux/3 go/VERB/root/0", "sink"),
            (
                "it/PRON/nsubj/2 wants/VERB/root/0 to/PART/mark/4 go/VERB/xcomp/2 and/CCONJ/cc/6 SINK/VERB/conj/4",
                "wants to sink",
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(relation_of(tree), expected, "{tree}");
        }
    }

    #[test]
    fn adverbs_trail_the_verb_up_to_a_preposition() {
        let table = [
            (
                "RAN/VERB/root/0 south/ADV/advmod/1 to/ADP/case/4 coast/NOUN/obl/1",
                "ran south",
            ),
            (
                "RAN/VERB/root/0 back/ADV/advmod/1 south/ADV/advmod/1 to/ADP/case/5 coast/NOUN/obl/1",
                "ran back south",
            ),
            (
                "RAN/VERB/root/0 far/ADV/advmod/3 south/ADV/advmod/1 to/ADP/case/5 coast/NOUN/obl/1",
                "ran far south",
            ),
            (
                "RAN/VERB/root/0 so/ADV/advmod/3 far/ADV/advmod/4 south/ADV/advmod/1 to/ADP/case/6 coast/NOUN/obl/1",
                "ran",
            ),
            (
                "RAN/VERB/root/0 south/ADV/advmod/1 that/DET/det/4 day/NOUN/obl/1",
                "ran",
            ),
            (
                "RAN/VERB/root/0 it/PRON/obj/1 south/ADV/advmod/1 to/ADP/case/5 coast/NOUN/obl/1",
                "ran",
            ),
            (
                "RAN/VERB/root/0 south/ADV/advmod/1 to/ADP/case/4 coast/NOUN/obj/1",
                "ran",
            ),
            ("RAN/VERB/root/0 south/ADV/advmod/1", "ran"),
        ];
        for (tree, expected) in table {
            assert_eq!(relation_of(tree), expected, "{tree}");
        }
    }
}
