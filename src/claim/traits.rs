//! Further marks of a claim.

use super::clause::Clause;
use crate::analysis::Analysis;
use crate::attribution::Attribution;
use crate::report::{Mode, Trait};

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
        words[subject].has("Number=Plur")
            && words[subject].upos == "NOUN"
            && !analysis.children(subject).iter().any(|&child| {
                matches!(
                    words[child].base_relation(),
                    "det" | "nmod" | "nummod" | "acl" | "amod"
                )
            })
    });
    let present = !any(&|token| words[token].has("Tense=Past") && words[token].has("VerbForm=Fin"));
    let causal = |token: usize| {
        matches!(
            words[token].lemma.as_str(),
            "cause" | "lead" | "force" | "make" | "prompt" | "trigger" | "produce" | "bring"
        ) && words[token].upos == "VERB"
            && (token == clause.predicate)
            || matches!(words[token].lower.as_str(), "because" | "therefore" | "due")
    };
    let hypothetical = clause.condition.is_some()
        && any(&|token| matches!(words[token].lower.as_str(), "would" | "could" | "might"));
    [
        (any(&|token| words[token].upos == "NUM"), Trait::Quantity),
        (
            any(&|token| words[token].has("Degree=Cmp") || words[token].lower == "than"),
            Trait::Comparison,
        ),
        (
            any(&|token| words[token].has("Degree=Sup")),
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
