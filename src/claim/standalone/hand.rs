//! Claims built by hand, for tests of rules in which the parser would be in the way.

use super::Wording;
use super::obstacle::Candidate;
use crate::analysis::Analysis;
use crate::analysis::coreference::Coreference;
use crate::article::Article;
use crate::claim::ClauseKind;
use crate::claim::clause::Clause;
use crate::grammar::Deprel;
use crate::span::ByteSpan;
use crate::testing;

/// A claim with all that stands around it.
pub(super) struct Built {
    pub analysis: Analysis,
    pub clause: Clause,
    article: Article,
    own: Vec<ByteSpan>,
    coreference: Coreference,
}

impl Built {
    /// A sentence of words parted by blanks, each as [`testing::word_by_hand`] reads it. `*` marks the predicate of the claim, `^` a
    /// word that it does not have.
    pub fn new(kind: ClauseKind, sentence: &str) -> Built {
        let mut analysis = Analysis::default();
        let mut text = String::new();
        let (mut tokens, mut predicate) = (Vec::new(), 0);
        for (token, word) in sentence.split_whitespace().enumerate() {
            let outside = word.starts_with('^');
            if word.starts_with('*') {
                predicate = token;
            }
            if !outside {
                tokens.push(token);
            }
            let word = testing::word_by_hand(word.trim_start_matches(['^', '*']), text.len());
            text.push_str(&word.form);
            text.push(' ');
            analysis.words.push(word);
        }
        analysis.link();
        let mut own: Vec<ByteSpan> = Vec::new();
        for (nth, &token) in tokens.iter().enumerate() {
            let span = analysis.words[token].span;
            match own.last_mut() {
                Some(last) if tokens[nth - 1] + 1 == token => *last = last.cover(span),
                _ => own.push(span),
            }
        }
        let subject = analysis.children_with(predicate, &[Deprel::Nsubj]).next();
        Built {
            clause: Clause {
                predicate,
                tokens,
                subject,
                kind,
                governor: None,
                markers: Vec::new(),
                condition: None,
                setting: None,
                stance: Vec::new(),
            },
            article: Article {
                text,
                ..Article::default()
            },
            analysis,
            own,
            coreference: Coreference::default(),
        }
    }

    /// Asks something of the claim.
    pub fn ask<T>(&self, question: impl FnOnce(&Candidate) -> T) -> T {
        let wording = Wording {
            article: &self.article,
            sentence: 0,
            analysis: &self.analysis,
            own: &self.own,
            restored: Vec::new(),
            clause: &self.clause,
            coreference: &self.coreference,
            speaker: None,
        };
        question(&Candidate::new(&wording))
    }
}

/// Asks a rule of main clauses and holds each answer against what is expected.
pub(super) fn check_rule(rule: fn(&Candidate) -> bool, table: &[(&str, bool)]) {
    for (sentence, expected) in table {
        let built = Built::new(ClauseKind::Main, sentence);
        assert_eq!(built.ask(rule), *expected, "{sentence}");
    }
}
