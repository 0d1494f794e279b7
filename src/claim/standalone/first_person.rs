//! "I" in somebody's own words, said of the one who speaks: "I think that my …" → *Okafor thinks that her …*.
//!
//! All of a claim or nothing is changed: not where "we" stands beside "I", nor "myself" of somebody of whom nobody knows
//! whether they are "he" or "she".

use super::Wording;
use super::contraction::written_out;
use super::edit::{Change, EditReason};
use super::speaker::{Forms, Speaker};
use super::third_person;
use crate::analysis::coreference::genitive;
use crate::analysis::{Analysis, Word};
use crate::grammar::Upos;

/// What a pronoun of the first person is in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Subject,
    Object,
    Possessive,
    Reflexive,
    /// "mine"
    Own,
}

/// A pronoun of the first person.
struct FirstPerson {
    form: &'static str,
    /// Of one who speaks; else of several.
    is_singular: bool,
    role: Role,
}

const fn one(form: &'static str, role: Role) -> FirstPerson {
    FirstPerson {
        form,
        is_singular: true,
        role,
    }
}

const fn several(form: &'static str, role: Role) -> FirstPerson {
    FirstPerson {
        form,
        is_singular: false,
        role,
    }
}

static FIRST_PERSON: [FirstPerson; 10] = [
    one("i", Role::Subject),
    one("me", Role::Object),
    one("my", Role::Possessive),
    one("mine", Role::Own),
    one("myself", Role::Reflexive),
    several("we", Role::Subject),
    several("us", Role::Object),
    several("our", Role::Possessive),
    several("ours", Role::Own),
    several("ourselves", Role::Reflexive),
];

/// Pronouns beside which "he" or "she" for the speaker could be somebody else: "I told him that I …".
const THIRD_PERSON: [&str; 7] = ["he", "him", "his", "she", "her", "it", "its"];

/// The name for the first "I", the pronoun or the name again for the others, and verbs in the third person.
pub(super) fn changes(wording: &Wording) -> Vec<Change> {
    let Some(speaker) = &wording.speaker else {
        return Vec::new();
    };
    let spoken = spoken_tokens(wording, speaker);
    let Some(pronouns) = pronouns(wording, speaker, &spoken) else {
        return Vec::new();
    };
    let words = &wording.analysis.words;
    let is_unmistakable = !spoken.iter().any(|&token| words[token].is(&THIRD_PERSON));
    let again = speaker.pronoun.filter(|_| is_unmistakable);
    // "gave Okafor Okafor's bag"
    let repeats_name = again.is_none()
        && pronouns
            .iter()
            .skip(1)
            .any(|&(_, role)| role != Role::Subject);
    if repeats_name {
        return Vec::new();
    }
    let mut changes = Vec::new();
    for (nth, &(token, role)) in pronouns.iter().enumerate() {
        let Some(words) = in_place(speaker, role, again.filter(|_| nth > 0)) else {
            return Vec::new();
        };
        changes.extend(replaced(wording, speaker, token, role, &words));
    }
    changes.retain(|change| wording.piece(change.at).is_some());
    changes
}

/// The tokens of the claim that are the speaker's own words.
fn spoken_tokens(wording: &Wording, speaker: &Speaker) -> Vec<usize> {
    let analysis = wording.analysis;
    (0..analysis.words.len())
        .filter(|&token| {
            wording.piece(analysis.words[token].span).is_some()
                && (speaker.is_whole || is_quoted(analysis, token))
        })
        .collect()
}

/// The pronouns that are of the speaker; `None` where they may not be: "we" beside "I", "It is I who am late", "It was not I
/// who brought you here, Bartleby".
fn pronouns(wording: &Wording, speaker: &Speaker, spoken: &[usize]) -> Option<Vec<(usize, Role)>> {
    let words = &wording.analysis.words;
    let mut pronouns = Vec::new();
    for &token in spoken {
        let Some(found) = first_person(&words[token]).filter(|_| !is_numeral(words, token)) else {
            continue;
        };
        let is_related = words
            .get(token + 1)
            .is_some_and(|next| next.is(&["who", "whom", "that"]));
        if found.is_singular != speaker.is_person || is_related {
            return None;
        }
        pronouns.push((token, found.role));
    }
    let is_spoken_to = wording
        .pieces()
        .any(|piece| piece.of(&wording.article.text).contains(&speaker.name));
    (!is_spoken_to).then_some(pronouns)
}

fn first_person(word: &Word) -> Option<&'static FirstPerson> {
    FIRST_PERSON
        .iter()
        .find(|known| known.form == word.lower && word.upos == Upos::Pron)
}

/// What is put for a pronoun: `again` where the speaker was named before. `None` where nobody knows.
fn in_place(speaker: &Speaker, role: Role, again: Option<&Forms>) -> Option<String> {
    let owner = || format!("{}{}", speaker.name, genitive(&speaker.name));
    Some(match role {
        Role::Reflexive => speaker.pronoun?.reflexive.to_string(),
        Role::Own => owner(),
        Role::Possessive => again.map_or_else(owner, |forms| forms.possessive.to_string()),
        Role::Subject => again
            .map_or(&*speaker.name, |forms| forms.subject)
            .to_string(),
        Role::Object => again
            .map_or(&*speaker.name, |forms| forms.object)
            .to_string(),
    })
}

/// The change of a pronoun with the auxiliary that leans on it, and of the verbs that agree with it.
fn replaced(
    wording: &Wording,
    speaker: &Speaker,
    token: usize,
    role: Role,
    words_for_it: &str,
) -> Vec<Change> {
    let words = &wording.analysis.words;
    let auxiliary = leaning_auxiliary(wording.analysis, token);
    let at = match auxiliary {
        Some(_) => words[token].span.cover(words[token + 1].span),
        None => words[token].span,
    };
    let to = format!("{words_for_it}{}", auxiliary.unwrap_or_default());
    let mut changes = vec![Change::new(at, to, EditReason::Speaker).resting_on(speaker.span)];
    if role == Role::Subject && auxiliary.is_none() {
        changes.extend(third_person::changes(wording.analysis, token));
    }
    changes
}

/// "I'm", "we've": the auxiliary of the third person, blank included.
fn leaning_auxiliary(analysis: &Analysis, token: usize) -> Option<&'static str> {
    let words = &analysis.words;
    let next = words
        .get(token + 1)
        .filter(|next| next.span.start == words[token].span.end && next.upos != Upos::Punct)?;
    if next.lower.ends_with('m') {
        return Some(" is");
    }
    match written_out(analysis, token + 1)? {
        " have" => Some(" has"),
        " are" => Some(" is"),
        unchanged => Some(unchanged),
    }
}

/// "World War I", but "On Monday I left".
fn is_numeral(words: &[Word], token: usize) -> bool {
    let behind_name = token
        .checked_sub(1)
        .is_some_and(|before| words[before].upos == Upos::Propn);
    let has_verb = words
        .get(token + 1)
        .is_some_and(|next| matches!(next.upos, Upos::Verb | Upos::Aux | Upos::Adv | Upos::Part));
    words[token].form == "I" && behind_name && !has_verb
}

/// Whether a token stands between quotation marks of its sentence.
fn is_quoted(analysis: &Analysis, token: usize) -> bool {
    let count = |mark: &str| {
        let before = analysis.words[..token].iter();
        before.filter(|word| word.form == mark).count()
    };
    count("“") > count("”") || count("\"") % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::super::hand::Built;
    use super::*;
    use crate::claim::ClauseKind;

    #[test]
    fn quotation_marks_open_and_close() {
        let sentence = "a/X “/PUNCT b/X ”/PUNCT c/X \"/PUNCT d/X \"/PUNCT e/X";
        let analysis = Built::new(ClauseKind::Main, sentence).analysis;
        let quoted: Vec<&str> = (0..analysis.words.len())
            .filter(|&token| analysis.words[token].upos == Upos::X && is_quoted(&analysis, token))
            .map(|token| analysis.words[token].form.as_str())
            .collect();
        assert_eq!(quoted, ["b", "d"]);
    }

    #[test]
    fn a_numeral_stands_behind_a_name() {
        for (sentence, expected) in [
            ("War/PROPN I/PRON my/PRON", true),
            ("War/PROPN I/PRON", true),
            ("Monday/PROPN I/PRON left/VERB", false),
            ("war/NOUN I/PRON my/PRON", false),
            ("War/PROPN i/PRON my/PRON", false),
        ] {
            let analysis = Built::new(ClauseKind::Main, sentence).analysis;
            assert_eq!(is_numeral(&analysis.words, 1), expected, "{sentence}");
        }
        let analysis = Built::new(ClauseKind::Main, "I/PRON my/PRON").analysis;
        assert!(!is_numeral(&analysis.words, 0));
    }
}
