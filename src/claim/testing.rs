//! Clauses made by hand, for rules whose words no parser should decide on.

use super::ClauseKind;
use super::clause::Clause;
use crate::analysis::Analysis;

/// A main clause of all words of a tree but its punctuation, with the root as its predicate.
pub(super) fn whole_clause(analysis: &Analysis) -> Clause {
    let words = &analysis.words;
    let predicate = words.iter().position(|word| word.head.is_none()).unwrap();
    Clause {
        predicate,
        tokens: (0..words.len())
            .filter(|&token| !words[token].is_punctuation())
            .collect(),
        subject: analysis.subject_of_clause(predicate),
        kind: ClauseKind::Main,
        governor: None,
        markers: Vec::new(),
        condition: None,
        setting: None,
        stance: Vec::new(),
    }
}
