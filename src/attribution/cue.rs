//! Words that attribute, and what kind of act they report.

use crate::analysis::Analysis;
use crate::grammar::{Deprel, Upos};
use crate::terms::CueType;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What the list says of a cue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    pub cue_type: CueType,
    pub weak: bool,
}

static CUES: LazyLock<HashMap<&str, Cue>> = LazyLock::new(|| {
    let lines = include_str!("cues.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let (lemma, cue_type) = (columns.next()?, columns.next()?);
            let cue_type = match cue_type {
                "belief" => CueType::Belief,
                "intention" => CueType::Intention,
                "knowledge" => CueType::Knowledge,
                "denial" => CueType::Denial,
                _ => CueType::Assertion,
            };
            Some((
                lemma,
                Cue {
                    cue_type,
                    weak: columns.next() == Some("weak"),
                },
            ))
        })
        .collect()
});

/// The cue that a verb or noun is, if it is one.
pub(super) fn of(analysis: &Analysis, token: usize) -> Option<Cue> {
    let word = &analysis.words[token];
    matches!(word.upos, Upos::Verb | Upos::Noun).then(|| CUES.get(word.lemma.as_str()).copied())?
}

/// Verbs of plain saying, which attribute even beside a broken parse.
pub(super) fn is_saying(lemma: &str) -> bool {
    matches!(
        lemma,
        "say"
            | "add"
            | "tell"
            | "write"
            | "argue"
            | "warn"
            | "insist"
            | "explain"
            | "reply"
            | "announce"
            | "claim"
            | "note"
            | "admit"
            | "state"
            | "declare"
            | "ask"
            | "recall"
            | "complain"
            | "respond"
            | "suggest"
            | "show"
            | "report"
            | "believe"
            | "think"
    )
}

/// Whether nobody holds what the cue reports: "nobody has shown that", "no teacher would claim", "you will find that".
pub(super) fn is_idle(analysis: &Analysis, cue: usize, source: Option<usize>) -> bool {
    let words = &analysis.words;
    let negated = analysis
        .children(cue)
        .iter()
        .any(|&child| matches!(words[child].lower.as_str(), "not" | "n't" | "never"));
    let doubts = matches!(words[cue].lemma.as_str(), "doubt" | "deny" | "dispute");
    let modal = analysis.children(cue).iter().any(|&child| {
        matches!(
            words[child].lower.as_str(),
            "would" | "could" | "should" | "must" | "can" | "will"
        )
    });
    let conditional = analysis.children(cue).iter().any(|&child| {
        words[child].deprel.base() == Deprel::Mark
            && matches!(words[child].lower.as_str(), "if" | "unless" | "whether")
    });
    let Some(source) = source else {
        return negated && !doubts || conditional;
    };
    let generic = match words[source].lower.as_str() {
        "nobody" | "none" | "nothing" | "you" | "anyone" | "anybody" | "that" | "this"
        | "which" => true,
        // "One of them said".
        "one" => analysis
            .children_with(source, &[Deprel::Nmod])
            .next()
            .is_none(),
        "it" => matches!(
            words[cue].lemma.as_str(),
            "seem" | "appear" | "follow" | "mean" | "matter" | "feel" | "hurt" | "show" | "suggest"
        ),
        _ => false,
    };
    let no = analysis
        .children(source)
        .iter()
        .any(|&child| matches!(words[child].lower.as_str(), "no" | "neither"));
    let first_person = matches!(words[source].lower.as_str(), "i" | "we" | "us" | "me");
    let by_modal =
        modal && !matches!(words[cue].lemma.as_str(), "say" | "argue" | "claim") && first_person;
    negated && !doubts || generic || no || conditional || first_person || by_modal
}
