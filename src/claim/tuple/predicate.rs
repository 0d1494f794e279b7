//! The predicates of a sentence with their subjects and arguments.

use super::Tuple;
use super::phrase;
use crate::analysis::Analysis;
use crate::grammar::{Deprel, Feature, Upos};

/// A predicate with what fills its slots.
#[derive(Debug, Clone)]
pub(in crate::claim) struct Frame {
    /// Its head.
    pub predicate: usize,
    /// Phrases of the subject, more than one where it is coordinated.
    pub subject: Vec<Vec<usize>>,
    /// Verb that the sentence leaves out.
    pub implied: &'static str,
    /// The verb group.
    pub relation: Vec<usize>,
    /// Objects first, then adjuncts, each in the order of the text.
    pub arguments: Vec<Argument>,
    /// How sure it is that all this belongs together.
    pub confidence: f32,
}

/// What fills a slot behind the relation.
#[derive(Debug, Clone)]
pub(in crate::claim) struct Argument {
    /// Words that lead to it: "according to".
    pub preposition: Vec<usize>,
    /// Phrases, more than one where it is coordinated.
    pub phrases: Vec<Vec<usize>>,
    /// Object or complement, not adjunct.
    pub core: bool,
}

impl Frame {
    /// The preposition that goes into the relation: that of the first argument, unless that one stands in front.
    pub fn leading_preposition(&self) -> Option<&[usize]> {
        let first = self.arguments.first()?;
        let leads = first
            .preposition
            .first()
            .is_some_and(|&word| first.core || word > self.predicate);
        leads.then_some(&first.preposition)
    }

    /// The arguments with their prepositions but for the leading one; true for the first.
    pub fn slots(&self) -> impl Iterator<Item = (Vec<usize>, bool)> {
        let leading = self.leading_preposition().map_or(0, |words| words.len());
        self.arguments
            .iter()
            .enumerate()
            .map(move |(index, argument)| {
                let preposition = argument
                    .preposition
                    .get(if index == 0 { leading } else { 0 }..)
                    .unwrap_or_default();
                (
                    [preposition, &argument.phrases.concat()].concat(),
                    index == 0,
                )
            })
    }

    /// A tuple of this predicate, its arguments to be filled in.
    pub fn tuple(&self, subject: &[usize], relation: Vec<usize>, confidence: f32) -> Tuple {
        Tuple {
            predicate: self.predicate,
            subject: subject.to_vec(),
            implied: self.implied,
            relation,
            arguments: Vec::new(),
            confidence,
        }
    }
}

/// Longest chain of heads that is followed: "wants to be able to start to build".
const MAX_CHAIN: usize = 8;

/// The frame of a token that heads a predicate with a subject and arguments; `None` for any other.
pub(in crate::claim) fn frame(analysis: &Analysis, predicate: usize, split: bool) -> Option<Frame> {
    let words = &analysis.words;
    if !heads_clause(analysis, predicate) || chained_complement(analysis, predicate).is_some() {
        return None;
    }
    let Subject {
        head: subject,
        modifier,
        distance,
    } = subject(analysis, predicate)?;
    if matches!(
        words[subject].lower.as_str(),
        "who" | "which" | "that" | "whom" | "what"
    ) && words[subject].upos == Upos::Pron
    {
        return None;
    }
    let (relation, arguments) = (
        relation(analysis, predicate),
        arguments(analysis, predicate, split),
    );
    let participle = words[predicate].deprel.base() == Deprel::Acl
        && words[predicate].has(Feature::VerbFormPart)
        && words[predicate].has(Feature::TensePast);
    let confidence =
        (0.9 - 0.12 * distance as f32 - 0.05 * arguments.len().saturating_sub(2) as f32).max(0.05);
    let implied = match participle && relation.len() == 1 {
        true if words[subject].has(Feature::NumberPlur) => "are",
        true => "is",
        false => "",
    };
    let arguments = without(arguments, &relation);
    Some(Frame {
        predicate,
        subject: if split {
            phrase::alternatives(analysis, subject, modifier)
        } else {
            vec![phrase::phrase(analysis, subject, true, modifier)]
        },
        implied,
        relation,
        arguments,
        confidence,
    })
}

/// The frame of a clause, coordinated phrases left whole; `shared` is its subject where the tree gives it none.
pub(super) fn whole(analysis: &Analysis, predicate: usize, shared: Option<usize>) -> Frame {
    let words = &analysis.words;
    let end = (0..MAX_CHAIN).try_fold(predicate, |verb, _| {
        chained_complement(analysis, verb).ok_or(verb)
    });
    let end = end.unwrap_or_else(|verb| verb);
    let own = subject(analysis, end).map(|found| (found.head, found.modifier));
    let subject = own.or(shared.map(|shared| (shared, None)));
    let subject = subject
        .map(|(head, modifier)| phrase::phrase(analysis, head, true, modifier))
        .unwrap_or_default();
    let mut relation = relation(analysis, end);
    // "called the plan a trap": *the plan is a trap*.
    let named = !matches!(words[end].upos, Upos::Verb | Upos::Aux) && relation == [end];
    let mut arguments = arguments(analysis, end, false);
    if named {
        relation.clear();
        arguments.insert(
            0,
            Argument {
                preposition: case(analysis, end),
                phrases: vec![phrase::phrase(analysis, end, true, None)],
                core: true,
            },
        );
    }
    let arguments = without(arguments, &[relation.as_slice(), &subject].concat());
    Frame {
        predicate: end,
        subject: vec![subject],
        implied: if named { "is" } else { "" },
        relation,
        arguments,
        confidence: 1.0,
    }
}

/// No word fills two slots.
fn without(mut arguments: Vec<Argument>, taken: &[usize]) -> Vec<Argument> {
    for argument in &mut arguments {
        for phrase in &mut argument.phrases {
            phrase.retain(|token| !taken.contains(token));
        }
        argument.phrases.retain(|phrase| !phrase.is_empty());
    }
    arguments.retain(|argument| !argument.phrases.is_empty());
    arguments
}

fn relation(analysis: &Analysis, predicate: usize) -> Vec<usize> {
    [
        verb_group(analysis, predicate),
        trailing_adverbs(analysis, predicate),
    ]
    .concat()
}

/// Whether a token is the predicate of a clause: a verb that modifies no noun, or a word with a copula.
fn heads_clause(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    let copular = analysis
        .children_with(token, &[Deprel::Cop])
        .next()
        .is_some();
    let verbal = matches!(word.upos, Upos::Verb | Upos::Aux)
        && matches!(
            word.deprel.base(),
            Deprel::Root
                | Deprel::Conj
                | Deprel::Ccomp
                | Deprel::Csubj
                | Deprel::Advcl
                | Deprel::Acl
                | Deprel::Parataxis
                | Deprel::Xcomp
                | Deprel::Appos
        );
    copular || verbal
}

/// The complement without a subject of its own that goes on with the verb group: "wants to build", "is able to go".
fn chained_complement(analysis: &Analysis, predicate: usize) -> Option<usize> {
    let has_object = analysis
        .children_with(predicate, &[Deprel::Obj])
        .next()
        .is_some();
    analysis
        .children_with(predicate, &[Deprel::Xcomp])
        .find(|&child| !has_object && child > predicate && heads_clause(analysis, child))
}

/// The verb that a chained complement goes on with.
fn chain_head(analysis: &Analysis, predicate: usize) -> Option<usize> {
    let head = analysis.words[predicate].head?;
    (chained_complement(analysis, head) == Some(predicate)).then_some(head)
}

/// Where the subject of a predicate was found.
struct Subject {
    /// Its head.
    head: usize,
    /// The clause inside the subject that has the predicate: "the boats *that left*".
    modifier: Option<usize>,
    /// How many steps it is away from the predicate.
    distance: usize,
}

fn subject(analysis: &Analysis, predicate: usize) -> Option<Subject> {
    let words = &analysis.words;
    let mut current = predicate;
    for distance in 0..MAX_CHAIN {
        if let Some(head) = analysis
            .children_with(current, &[Deprel::Expl])
            .find(|&child| words[child].lower == "there")
        {
            return Some(Subject {
                head,
                modifier: None,
                distance,
            });
        }
        let own = analysis.children_with(current, &[Deprel::Nsubj]).next();
        let relative = words[current].deprel == Deprel::AclRelcl;
        match own {
            Some(own) if relative && is_relative(analysis, own) => {
                return Some(Subject {
                    head: words[current].head?,
                    modifier: Some(current),
                    distance,
                });
            }
            Some(head) => {
                return Some(Subject {
                    head,
                    modifier: None,
                    distance,
                });
            }
            None => {}
        }
        if let Some(head) = analysis
            .children_with(current, &[Deprel::Expl, Deprel::Csubj])
            .next()
        {
            return Some(Subject {
                head,
                modifier: None,
                distance,
            });
        }
        let head = words[current].head?;
        match words[current].deprel.base() {
            Deprel::Acl if words[current].has(Feature::VerbFormInf) => return None,
            // "They left in spring, taking the boat with them": the parser likes to hang it on the nearest noun.
            Deprel::Acl if distance == 0 && is_free_participle(analysis, current, head) => {
                current = clause_above(analysis, head)?
            }
            Deprel::Acl => {
                return Some(Subject {
                    head,
                    modifier: Some(current),
                    distance: distance + 1,
                });
            }
            Deprel::Conj | Deprel::Advcl | Deprel::Parataxis => current = head,
            Deprel::Xcomp => match analysis.children_with(head, &[Deprel::Obj]).next() {
                Some(head) => {
                    return Some(Subject {
                        head,
                        modifier: None,
                        distance: distance + 1,
                    });
                }
                None => current = head,
            },
            _ => return None,
        }
    }
    None
}

/// A present participle behind a comma that says something of the subject, though it hangs on a noun behind the verb.
fn is_free_participle(analysis: &Analysis, participle: usize, noun: usize) -> bool {
    let word = &analysis.words[participle];
    let present = word.lower.ends_with("ing") && word.deprel == Deprel::Acl;
    let behind_verb = clause_above(analysis, noun)
        .is_some_and(|verb| verb < noun && analysis.words[verb].upos == Upos::Verb);
    present && behind_verb && phrase::set_off(analysis, participle)
}

/// The predicate of the clause that a noun stands in.
fn clause_above(analysis: &Analysis, noun: usize) -> Option<usize> {
    let mut current = noun;
    for _ in 0..MAX_CHAIN {
        if heads_clause(analysis, current) {
            return Some(current);
        }
        current = analysis.words[current].head?;
    }
    None
}

fn is_relative(analysis: &Analysis, token: usize) -> bool {
    matches!(
        analysis.words[token].lower.as_str(),
        "who" | "which" | "that" | "whom"
    )
}

/// The adverbs right behind the verb where a prepositional phrase follows them: "ran south to the coast".
fn trailing_adverbs(analysis: &Analysis, verb: usize) -> Vec<usize> {
    let words = &analysis.words;
    let mut adverbs: Vec<usize> = Vec::new();
    for adverb in analysis
        .children_with(verb, &[Deprel::Advmod])
        .filter(|&adverb| adverb > verb)
    {
        let phrase = analysis.subtree(adverb);
        if phrase.first() == Some(&(verb + 1 + adverbs.len())) && phrase.len() <= 2 {
            adverbs.extend(phrase);
        }
    }
    let next = words.get(verb + 1 + adverbs.len());
    if next.is_some_and(|next| next.deprel == Deprel::Case)
        && analysis
            .children_with(verb, &[Deprel::Obj])
            .next()
            .is_none()
    {
        adverbs
    } else {
        Vec::new()
    }
}

/// Auxiliaries, negation, particles and the verb itself, behind the verbs that govern it.
fn verb_group(analysis: &Analysis, predicate: usize) -> Vec<usize> {
    let words = &analysis.words;
    let mut group = Vec::new();
    let mut current = predicate;
    for _ in 0..MAX_CHAIN {
        let chained = chain_head(analysis, current);
        let nominal = current == predicate && is_nominal(analysis, current);
        if !nominal {
            group.push(current);
        }
        let first_auxiliary = analysis
            .children_with(current, &[Deprel::Aux, Deprel::Cop])
            .next();
        for &child in analysis.children(current) {
            let word = &words[child];
            let keep = match word.deprel.base() {
                Deprel::Aux | Deprel::Cop => true,
                Deprel::Compound => word.deprel == Deprel::CompoundPrt,
                Deprel::Mark => chained.is_some() && word.lower == "to",
                Deprel::Advmod => {
                    is_negation(&word.lower)
                        || child < current
                            && (first_auxiliary.is_some_and(|auxiliary| child > auxiliary)
                                || child + 1 == current && !nominal)
                            && analysis.children(child).is_empty()
                }
                _ => false,
            };
            if keep {
                group.push(child);
            }
        }
        match chained {
            Some(head) => current = head,
            None => break,
        }
    }
    group.extend(shared_auxiliaries(analysis, current));
    group.sort_unstable();
    group.dedup();
    group
}

/// "will be closed and sold": the second verb shares what stands in front of the first.
fn shared_auxiliaries(analysis: &Analysis, verb: usize) -> Vec<usize> {
    let words = &analysis.words;
    let own = analysis
        .children_with(verb, &[Deprel::Aux, Deprel::Cop, Deprel::Nsubj])
        .next()
        .is_some();
    let (Some(head), Deprel::Conj) = (words[verb].head, words[verb].deprel.base()) else {
        return Vec::new();
    };
    if own || words[verb].has(Feature::VerbFormFin) || head > verb {
        return Vec::new();
    }
    let mut shared: Vec<usize> = analysis.children_with(head, &[Deprel::Aux]).collect();
    if let Some(above) = chain_head(analysis, head) {
        shared.extend(verb_group(analysis, above));
        shared.extend(analysis.children_with(head, &[Deprel::Mark]));
    }
    shared
}

fn is_negation(lower: &str) -> bool {
    matches!(lower, "not" | "n't" | "never")
}

/// Whether an adjective goes into the relation: "is familiar with", "is able to".
fn leads_on(analysis: &Analysis, adjective: usize) -> bool {
    analysis.words[adjective].upos == Upos::Adj
        && analysis
            .children_with(adjective, &[Deprel::Obl, Deprel::Ccomp])
            .any(|child| child > adjective)
}

/// Whether the predicate is a noun, pronoun, number or prepositional phrase with a copula.
fn is_nominal(analysis: &Analysis, predicate: usize) -> bool {
    analysis.words[predicate].upos != Upos::Verb
        && !leads_on(analysis, predicate)
        && analysis
            .children_with(predicate, &[Deprel::Cop])
            .next()
            .is_some()
}

/// Objects and complements first, then adjuncts.
fn arguments(analysis: &Analysis, predicate: usize, split: bool) -> Vec<Argument> {
    let phrases = |head| {
        if split {
            phrase::alternatives(analysis, head, None)
        } else {
            vec![phrase::phrase(analysis, head, true, None)]
        }
    };
    let words = &analysis.words;
    let mut core = Vec::new();
    let mut adjuncts = Vec::new();
    if is_nominal(analysis, predicate) {
        let preposition: Vec<usize> = case(analysis, predicate);
        core.push(Argument {
            preposition,
            phrases: phrases(predicate),
            core: true,
        });
    }
    core.extend(antecedent(analysis, predicate));
    let existential = analysis
        .children_with(predicate, &[Deprel::Expl])
        .any(|child| words[child].lower == "there");
    let mut current = Some(predicate);
    for _ in 0..MAX_CHAIN {
        let Some(verb) = current else { break };
        for &child in analysis.children(verb) {
            let nominal = |core| Argument {
                preposition: case(analysis, child),
                phrases: phrases(child),
                core,
            };
            match words[child].deprel.base() {
                Deprel::Obj | Deprel::Iobj if !is_relative(analysis, child) => {
                    core.push(nominal(true))
                }
                Deprel::Xcomp if chained_complement(analysis, verb) != Some(child) => {
                    core.push(Argument {
                        preposition: Vec::new(),
                        phrases: vec![phrase::clause(analysis, child)],
                        core: true,
                    });
                }
                Deprel::Ccomp => core.push(Argument {
                    preposition: Vec::new(),
                    phrases: vec![phrase::clause(analysis, child)],
                    core: true,
                }),
                Deprel::Nsubj if existential => core.push(nominal(true)),
                Deprel::Obl if !is_relative(analysis, child) => adjuncts.push(nominal(false)),
                _ => {}
            }
        }
        current = chain_head(analysis, verb);
    }
    let order = |arguments: &mut Vec<Argument>| {
        arguments.sort_by_key(|argument| {
            argument
                .phrases
                .first()
                .and_then(|phrase| phrase.first().copied())
        })
    };
    order(&mut core);
    order(&mut adjuncts);
    // What stands in front of the subject goes last.
    let split = adjuncts
        .iter()
        .position(|argument| {
            argument
                .phrases
                .first()
                .and_then(|phrase| phrase.first())
                .is_some_and(|&first| first > predicate)
        })
        .unwrap_or(0);
    adjuncts.rotate_left(split);
    core.extend(adjuncts);
    join_genitives(analysis, &mut core);
    if core.is_empty() {
        let adverb = analysis
            .children_with(predicate, &[Deprel::Advmod])
            .find(|&adverb| adverb > predicate && !is_negation(&words[adverb].lower));
        core.extend(adverb.map(|adverb| Argument {
            preposition: Vec::new(),
            phrases: vec![analysis.subtree(adverb)],
            core: false,
        }));
    }
    core.retain(|argument| !argument.phrases.iter().all(Vec::is_empty));
    core
}

/// "on the night of the flood" is one phrase: what "of" leads to goes to the noun in front of it.
fn join_genitives(analysis: &Analysis, arguments: &mut Vec<Argument>) {
    let mut index = 1;
    while index < arguments.len() {
        let [preposition] = arguments[index].preposition[..] else {
            index += 1;
            continue;
        };
        let of = analysis.words[preposition].lower == "of";
        let behind = arguments[index - 1]
            .phrases
            .last()
            .and_then(|phrase| phrase.last())
            == Some(&preposition.wrapping_sub(1));
        if of && behind {
            let joined = arguments.remove(index);
            if let Some(phrase) = arguments[index - 1].phrases.last_mut() {
                phrase.push(preposition);
                phrase.extend(joined.phrases.into_iter().next().unwrap_or_default());
            }
        } else {
            index += 1;
        }
    }
}

/// What a relative clause says its verb of: "a letter that he sent", "the town in which he was born".
fn antecedent(analysis: &Analysis, predicate: usize) -> Option<Argument> {
    let words = &analysis.words;
    if words[predicate].deprel != Deprel::AclRelcl {
        return None;
    }
    let head = words[predicate].head?;
    let children = analysis.children(predicate);
    let relative = children.iter().copied().find(|&child| {
        is_relative(analysis, child)
            && matches!(
                words[child].deprel.base(),
                Deprel::Obj | Deprel::Obl | Deprel::Nsubj
            )
    });
    let (preposition, core) = match relative {
        Some(relative) if words[relative].deprel.base() == Deprel::Nsubj => return None,
        Some(relative) => (
            case(analysis, relative),
            words[relative].deprel.base() == Deprel::Obj,
        ),
        None if analysis
            .children_with(predicate, &[Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp])
            .next()
            .is_some()
            || words[predicate].upos != Upos::Verb =>
        {
            return None;
        }
        None if children.iter().any(|&child| {
            matches!(
                words[child].lower.as_str(),
                "where" | "when" | "why" | "whose"
            )
        }) =>
        {
            return None;
        }
        None => (Vec::new(), true),
    };
    Some(Argument {
        preposition,
        phrases: vec![phrase::phrase(analysis, head, false, Some(predicate))],
        core,
    })
}

/// The words that lead to a noun: "in", "because of".
fn case(analysis: &Analysis, head: usize) -> Vec<usize> {
    let mut tokens: Vec<usize> = analysis
        .children_with(head, &[Deprel::Case])
        .filter(|&case| case < head)
        .flat_map(|case| analysis.subtree(case))
        .collect();
    tokens.sort_unstable();
    tokens
}
