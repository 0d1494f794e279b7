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
    let has_own = analysis
        .children_with(verb, &[Deprel::Aux, Deprel::Cop, Deprel::Nsubj])
        .next()
        .is_some();
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
