//! Words that attribute, and what kind of act they report (`cues.tsv`).

use crate::analysis::Word;
use crate::grammar::Upos;
use crate::terms::CueType;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What the list says of a cue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ListedCue {
    pub cue_type: CueType,
    /// Whether the cue lowers certainty one step.
    pub weak: bool,
}

static CUES: LazyLock<HashMap<&str, ListedCue>> = LazyLock::new(|| {
    let lines = include_str!("cues.tsv").lines();
    lines.filter_map(read).collect()
});

/// Lemma and cue of a line; `None` of a comment.
fn read(line: &str) -> Option<(&str, ListedCue)> {
    let mut columns = line.split('\t');
    let lemma = columns.next()?;
    let cue_type = match columns.next()? {
        "assertion" => CueType::Assertion,
        "belief" => CueType::Belief,
        "intention" => CueType::Intention,
        "knowledge" => CueType::Knowledge,
        "denial" => CueType::Denial,
        _ => return None,
    };
    let weak = columns.next() == Some("weak");
    Some((lemma, ListedCue { cue_type, weak }))
}

/// What the list says of a verb or noun, if it is a cue.
pub(super) fn listed(word: &Word) -> Option<ListedCue> {
    let may_be = matches!(word.upos, Upos::Verb | Upos::Noun);
    may_be.then(|| CUES.get(word.lemma.as_str()).copied())?
}

/// Verbs of plain saying, which attribute even beside a broken parse.
const SAYING: [&str; 23] = [
    "say", "add", "tell", "write", "argue", "warn", "insist", "explain", "reply", "announce",
    "claim", "note", "admit", "state", "declare", "recall", "complain", "respond", "suggest",
    "show", "report", "believe", "think",
];

/// Whether a word is a verb of plain saying, or a noun of that form ("claim").
pub(super) fn is_saying(word: &Word) -> bool {
    word.has_lemma(&SAYING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_read() {
        let lines = include_str!("cues.tsv").lines();
        let mut n_cues = 0;
        for line in lines.filter(|line| !line.starts_with('#')) {
            let (lemma, cue) = read(line).unwrap_or_else(|| panic!("{line:?}"));
            // A lemma that is a verb and a noun says the same of both.
            assert_eq!(CUES.get(lemma), Some(&cue), "{line}");
            n_cues += 1;
        }
        assert!(n_cues > 100 && !CUES.contains_key("# Types"));
    }

    #[test]
    fn a_listed_verb_or_noun_has_its_type_and_weakness() {
        let word = |lemma: &str, upos| Word {
            lemma: lemma.into(),
            upos,
            ..Word::default()
        };
        let table = [
            ("say", Upos::Verb, Some((CueType::Assertion, false))),
            ("suggest", Upos::Verb, Some((CueType::Assertion, true))),
            ("believe", Upos::Verb, Some((CueType::Belief, false))),
            ("suspect", Upos::Verb, Some((CueType::Belief, true))),
            ("demand", Upos::Verb, Some((CueType::Intention, false))),
            ("conclude", Upos::Verb, Some((CueType::Knowledge, false))),
            ("deny", Upos::Verb, Some((CueType::Denial, false))),
            ("view", Upos::Noun, Some((CueType::Belief, false))),
            ("claim", Upos::Noun, Some((CueType::Assertion, false))),
            ("claim", Upos::Propn, None),
            ("say", Upos::Aux, None),
            ("paint", Upos::Verb, None),
            // Asking is listed nowhere: a question says nothing.
            ("ask", Upos::Verb, None),
            ("wonder", Upos::Verb, None),
        ];
        for (lemma, upos, expected) in table {
            let found = listed(&word(lemma, upos)).map(|cue| (cue.cue_type, cue.weak));
            assert_eq!(found, expected, "{lemma}");
        }
        assert!(is_saying(&word("say", Upos::Verb)) && !is_saying(&word("doubt", Upos::Verb)));
    }
}
