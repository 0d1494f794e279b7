//! Claims built by hand, for tests of rules in which the parser would be in the way.

use super::Wording;
use super::obstacle::Candidate;
use crate::analysis::coreference::Coreference;
use crate::analysis::{Analysis, Word};
use crate::article::Article;
use crate::claim::ClauseKind;
use crate::claim::clause::Clause;
use crate::grammar::{Deprel, Tag};
use crate::span::ByteSpan;

/// A claim with all that stands around it.
pub(super) struct Built {
    pub analysis: Analysis,
    pub clause: Clause,
    article: Article,
    own: Vec<ByteSpan>,
    coreference: Coreference,
}

impl Built {
    /// A sentence of words parted by blanks, each with tag, relation and the number of its head from 1, 0 for the root:
    /// `ferries~ferry/NOUN|Number=Plur/nsubj/2`. Behind them may stand other heads with their probability: `/3@0.4`. `*`
    /// marks the predicate of the claim, `^` a word that it does not have.
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
            let word = hand_word(word.trim_start_matches(['^', '*']), text.len());
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

/// One word in the notation of [`Built::new`], at a place in the text.
pub(super) fn hand_word(word: &str, start: usize) -> Word {
    let parts: Vec<&str> = word.split('/').collect();
    let (form, lemma) = parts[0].split_once('~').unwrap_or((parts[0], parts[0]));
    let tag: Tag = parts[1].parse().unwrap();
    let rivals = parts.iter().skip(4).map(|rival| {
        let (head, probability) = rival.split_once('@').unwrap();
        (
            head.parse::<usize>().unwrap() - 1,
            probability.parse().unwrap(),
        )
    });
    Word {
        form: form.to_string(),
        lower: form.to_lowercase(),
        lemma: lemma.to_lowercase(),
        upos: tag.upos,
        features: tag.features,
        deprel: parts
            .get(2)
            .map_or(Deprel::Dep, |deprel| deprel.parse().unwrap()),
        head: parts
            .get(3)
            .and_then(|head| head.parse::<usize>().unwrap().checked_sub(1)),
        rivals: rivals.collect(),
        span: ByteSpan::new(start, start + form.len()),
        ..Word::default()
    }
}

/// Asks a rule of main clauses and holds each answer against what is expected.
pub(super) fn check_rule(rule: fn(&Candidate) -> bool, table: &[(&str, bool)]) {
    for (sentence, expected) in table {
        let built = Built::new(ClauseKind::Main, sentence);
        assert_eq!(built.ask(rule), *expected, "{sentence}");
    }
}
