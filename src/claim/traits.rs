//! Further marks of a claim, and the claim as a tuple of subject, relation and arguments.

use super::clause::Clause;
use crate::analysis::Analysis;
use crate::attribution::Attribution;
use crate::report::{Mode, Trait};

/// The marks of a claim, in the order of [`Trait`].
pub(super) fn traits(analysis: &Analysis, clause: &Clause, attribution: Option<&Attribution>) -> Vec<Trait> {
    let words = &analysis.words;
    let any = |test: &dyn Fn(usize) -> bool| clause.tokens.iter().any(|&token| test(token));
    let quoted = words.iter().enumerate().any(|(token, word)| {
        matches!(word.form.as_str(), "\"" | "“" | "”") && clause.tokens.first().is_some_and(|&first| token + 1 >= first) && clause.tokens.last().is_some_and(|&last| token <= last + 1)
    });
    let direct = attribution.is_some_and(|attribution| attribution.mode != Mode::Indirect);
    let subject_plural = clause.subject.is_some_and(|subject| {
        words[subject].has("Number=Plur") && words[subject].upos == "NOUN" && !analysis.children(subject).iter().any(|&child| matches!(words[child].base_relation(), "det" | "nmod" | "nummod" | "acl" | "amod"))
    });
    let present = !any(&|token| words[token].has("Tense=Past") && words[token].has("VerbForm=Fin"));
    let causal = |token: usize| {
        matches!(words[token].lemma.as_str(), "cause" | "lead" | "force" | "make" | "prompt" | "trigger" | "produce" | "bring")
            && words[token].upos == "VERB"
            && (token == clause.predicate)
            || matches!(words[token].lower.as_str(), "because" | "therefore" | "due")
    };
    let hypothetical = clause.condition.is_some() && any(&|token| matches!(words[token].lower.as_str(), "would" | "could" | "might"));
    [
        (any(&|token| words[token].upos == "NUM"), Trait::Quantity),
        (any(&|token| words[token].has("Degree=Cmp") || words[token].lower == "than"), Trait::Comparison),
        (any(&|token| words[token].has("Degree=Sup")), Trait::Superlative),
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

/// Subject, relation and arguments; modality and negation stay out of the relation.
pub(super) fn tuple(text: &str, analysis: &Analysis, clause: &Clause) -> Option<(String, String, Vec<String>)> {
    let words = &analysis.words;
    let joined = |tokens: &[usize]| tokens.iter().map(|&token| words[token].span.of(text)).collect::<Vec<_>>().join(" ");
    let inside = |head: usize| analysis.subtree(head).into_iter().filter(|token| clause.tokens.contains(token)).collect::<Vec<_>>();
    let subject = clause.subject.map(|subject| joined(&inside(subject))).unwrap_or_default();
    let mut relation = vec![clause.predicate];
    let mut arguments = Vec::new();
    let nominal = words[clause.predicate].upos != "VERB";
    for &child in analysis.children(clause.predicate) {
        match words[child].relation.as_str() {
            "cop" | "compound:prt" | "aux:pass" => relation.push(child),
            "aux" if !matches!(words[child].lower.as_str(), "will" | "would" | "may" | "might" | "could" | "can" | "must" | "should" | "shall" | "do" | "does" | "did") => relation.push(child),
            "obj" | "iobj" | "obl" | "xcomp" | "ccomp" | "obl:agent" | "obl:tmod" | "obl:unmarked" | "advcl" if clause.tokens.contains(&child) => {
                arguments.push(joined(&inside(child)));
            }
            _ => {}
        }
    }
    if nominal && words[clause.predicate].upos != "AUX" {
        let left_out: Vec<usize> = analysis.children(clause.predicate).iter().filter(|&&child| matches!(words[child].base_relation(), "nsubj" | "cop" | "aux" | "expl" | "mark" | "cc" | "advcl" | "obl")).flat_map(|&child| inside(child)).collect();
        let complement: Vec<usize> = inside(clause.predicate).into_iter().filter(|token| !left_out.contains(token) && words[*token].lower != "not").collect();
        arguments.insert(0, joined(&complement));
        relation.retain(|&token| token != clause.predicate);
    }
    relation.sort_unstable();
    let relation = joined(&relation);
    (!relation.is_empty()).then_some((subject, relation, arguments))
}
