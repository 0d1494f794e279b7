//! Trees and clauses made by hand, for rules whose words no parser should decide on.

use super::ClauseKind;
use super::clause::Clause;
use crate::analysis::{Analysis, Word};
use crate::grammar::Tag;
use crate::span::ByteSpan;

/// A tree of words parted by blanks: `form/TAG/relation/head`, where the head is a number from 1 and 0 is the root. Features
/// go behind the part of speech, as in `VERB|Tense=Past`, and a lemma other than the form behind a tilde, as in
/// `fell~fall`. The weights are sure of all that it says.
pub(super) fn tree(words: &str) -> Analysis {
    let mut analysis = Analysis::default();
    let mut start = 0;
    for word in words.split_whitespace() {
        let parts: Vec<&str> = word.split('/').collect();
        let [form, tag, deprel, head] = parts[..] else {
            panic!("{word}: not form/TAG/relation/head");
        };
        let (form, lemma) = form.split_once('~').unwrap_or((form, form));
        let tag: Tag = tag.parse().unwrap();
        analysis.words.push(Word {
            form: form.into(),
            lower: form.to_lowercase(),
            lemma: lemma.to_lowercase(),
            upos: tag.upos,
            features: tag.features,
            deprel: deprel.parse().unwrap(),
            head: head.parse::<usize>().unwrap().checked_sub(1),
            span: ByteSpan::new(start, start + form.len()),
            factuality: [2.0; 5],
            ..Word::default()
        });
        start += form.len() + 1;
    }
    analysis.link();
    analysis
}

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
