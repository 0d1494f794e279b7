//! Further marks of a claim.

use super::clause::Clause;
use crate::analysis::Analysis;
use crate::attribution::Attribution;
use crate::grammar::{Deprel, Feature, Upos};
use crate::terms::{Mode, Trait};

/// The marks of a claim, in the order of [`Trait`].
pub(super) fn traits(
    analysis: &Analysis,
    clause: &Clause,
    attribution: Option<&Attribution>,
) -> Vec<Trait> {
    let words = &analysis.words;
    let any = |test: &dyn Fn(usize) -> bool| clause.tokens.iter().any(|&token| test(token));
    let quoted = words.iter().enumerate().any(|(token, word)| {
        matches!(word.form.as_str(), "\"" | "“" | "”")
            && clause
                .tokens
                .first()
                .is_some_and(|&first| token + 1 >= first)
            && clause.tokens.last().is_some_and(|&last| token <= last + 1)
    });
    let direct = attribution.is_some_and(|attribution| attribution.mode != Mode::Indirect);
    let subject_plural = clause.subject.is_some_and(|subject| {
        words[subject].has(Feature::NumberPlur)
            && words[subject].upos == Upos::Noun
            && !analysis.children(subject).iter().any(|&child| {
                matches!(
                    words[child].deprel.base(),
                    Deprel::Det | Deprel::Nmod | Deprel::Nummod | Deprel::Acl | Deprel::Amod
                )
            })
    });
    let present = !any(&|token| {
        words[token].has(Feature::TensePast) && words[token].has(Feature::VerbFormFin)
    });
    let causal = |token: usize| {
        matches!(
            words[token].lemma.as_str(),
            "cause" | "lead" | "force" | "make" | "prompt" | "trigger" | "produce" | "bring"
        ) && words[token].upos == Upos::Verb
            && (token == clause.predicate)
            || matches!(words[token].lower.as_str(), "because" | "therefore" | "due")
    };
    let hypothetical = clause.condition.is_some()
        && any(&|token| matches!(words[token].lower.as_str(), "would" | "could" | "might"));
    [
        (
            any(&|token| words[token].upos == Upos::Num),
            Trait::Quantity,
        ),
        (
            any(&|token| words[token].has(Feature::DegreeCmp) || words[token].lower == "than"),
            Trait::Comparison,
        ),
        (
            any(&|token| words[token].has(Feature::DegreeSup)),
            Trait::Superlative,
        ),
        (any(&causal), Trait::Causal),
        (clause.condition.is_some(), Trait::Conditional),
        (subject_plural && present, Trait::Generic),
        (quoted || direct, Trait::Quotation),
        (hypothetical, Trait::Hypothetical),
    ]
    .into_iter()
    .filter_map(|(holds, name)| holds.then_some(name))
    .collect()
}
