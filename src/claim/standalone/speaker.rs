//! "I" in somebody's own words, said of the one who speaks: "I think that my …" → *Okafor thinks that her …*.

use super::contraction::written_out;
use super::{Change, Wording};
use crate::analysis::coreference::{Coreference, Gender, gender_of, genitive};
use crate::analysis::{Analysis, Word};
use crate::article::Article;
use crate::attribution::Attribution;
use crate::grammar::{Deprel, Feature, Upos};
use crate::span::ByteSpan;
use crate::terms::{Mode, SourceType};

/// Who speaks the words of a claim.
#[derive(Debug, Clone)]
pub(crate) struct Speaker {
    /// How they are named in the middle of a sentence.
    name: String,
    /// Where the words name them.
    span: ByteSpan,
    /// A body says "we" of itself, a person "I".
    person: bool,
    /// The forms of "he" or "she", where the article says which.
    pronoun: Option<Forms>,
    /// Whether all words of the claim are theirs, not those in quotation marks alone.
    whole: bool,
}

/// A pronoun as subject, object, possessive and reflexive.
type Forms = [&'static str; 4];

const HE: Forms = ["he", "him", "his", "himself"];
const SHE: Forms = ["she", "her", "her", "herself"];
const IT: Forms = ["it", "it", "its", "itself"];

/// How many words a name has at most that is put for "I".
const LONGEST_NAME: usize = 6;

impl Speaker {
    /// The source of an attribution whose content is in its own words. `None` where nobody is named, or several are.
    pub fn of(
        article: &Article,
        attribution: &Attribution,
        analysis: &Analysis,
        coreference: &Coreference,
    ) -> Option<Speaker> {
        let source = attribution
            .source
            .as_ref()
            .filter(|_| attribution.mode != Mode::Indirect)?;
        // Whom "he" and "she" are of is unsure in a long text.
        if article.is_long() && !source.span.of(&article.text).contains(&source.name) {
            return None;
        }
        let person = match source.source_type? {
            SourceType::Person => true,
            SourceType::Organisation => false,
            _ => return None,
        };
        let mut named = analysis
            .words
            .iter()
            .filter(|word| source.span.contains(word.span));
        let plural = named.any(|word| {
            word.has(Feature::NumberPlur) && matches!(word.upos, Upos::Noun | Upos::Propn)
        });
        let name = in_a_sentence(&source.name)?;
        let pronoun = match coreference.called(&source.name) {
            _ if !person => Some(IT),
            Some("he") => Some(HE),
            Some(_) => Some(SHE),
            None => gender_of(&source.name)
                .map(|gender| if gender == Gender::Masculine { HE } else { SHE }),
        };
        (!plural).then_some(Speaker {
            name,
            span: source.span,
            person,
            pronoun,
            whole: attribution.mode == Mode::Direct,
        })
    }
}

/// "A spokesman" is known by now: "the spokesman". Names keep their capital; what begins otherwise ("one of them", "he")
/// names nobody.
fn in_a_sentence(name: &str) -> Option<String> {
    let one = !name.contains([',', '(', '"', '“']) && !name.contains(" and ");
    let short = one && name.split_whitespace().count() <= LONGEST_NAME;
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    match first.to_lowercase().as_str() {
        _ if !short => None,
        "a" | "an" | "the" => Some(format!("the {rest}")),
        "i" | "he" | "she" | "we" | "they" | "it" | "you" | "this" | "that" | "one" | "another"
        | "some" | "many" | "several" | "both" | "all" | "no" => None,
        "his" | "her" | "its" | "their" | "my" | "our" | "your" | "who" => None,
        _ => name
            .starts_with(char::is_uppercase)
            .then(|| name.to_string()),
    }
}

/// The name for the first "I", the pronoun or the name again for the others, and verbs in the third person. Nothing where
/// not all of it can be said: "I" beside "we", "myself" of somebody who is not called "he" or "she".
pub(super) fn changes(wording: &Wording) -> Vec<Change> {
    let Some(speaker) = &wording.speaker else {
        return Vec::new();
    };
    let words = &wording.analysis.words;
    let tokens: Vec<usize> = (0..words.len())
        .filter(|&token| {
            wording.piece(words[token].span).is_some()
                && (speaker.whole || is_quoted(wording.analysis, token))
        })
        .collect();
    let of = |token: usize| Role::of(&words[token]).filter(|_| !is_numeral(words, token));
    let own: Vec<usize> = tokens
        .iter()
        .copied()
        .filter(|&token| of(token).is_some_and(|(person, _)| person == speaker.person))
        .collect();
    let others = tokens
        .iter()
        .any(|&token| of(token).is_some_and(|(person, _)| person != speaker.person));
    // "It was not I who brought you here, Bartleby": he is spoken to.
    let spoken_to = wording
        .pieces()
        .any(|piece| piece.of(&wording.article.text).contains(&speaker.name));
    if others || spoken_to {
        return Vec::new();
    }
    // "I told him that he …": another "he" makes the pronoun ambiguous.
    let alone = !tokens.iter().any(|&token| {
        matches!(
            words[token].lower.as_str(),
            "he" | "him" | "his" | "she" | "her" | "it" | "its"
        )
    });
    let again = speaker.pronoun.filter(|_| alone);
    // "gave Okafor Okafor's bag", "It is I who am late".
    let repeats = again.is_none()
        && own
            .iter()
            .skip(1)
            .any(|&token| of(token).is_some_and(|(_, role)| role != Role::Subject));
    let related = own.iter().any(|&token| {
        words
            .get(token + 1)
            .is_some_and(|next| matches!(next.lower.as_str(), "who" | "whom" | "that"))
    });
    if repeats || related {
        return Vec::new();
    }
    let mut changes = Vec::new();
    for (nth, &token) in own.iter().enumerate() {
        let Some((_, role)) = of(token) else { continue };
        let pronoun = again.filter(|_| nth > 0);
        let said = match (role, pronoun, speaker.pronoun) {
            (Role::Reflexive, _, Some(forms)) => forms[3].to_string(),
            (Role::Reflexive, _, None) => return Vec::new(),
            (_, Some(forms), _) if role != Role::Own => forms[role as usize].to_string(),
            (Role::Possessive | Role::Own, ..) => {
                format!("{}{}", speaker.name, genitive(&speaker.name))
            }
            _ => speaker.name.clone(),
        };
        let leaning = words
            .get(token + 1)
            .filter(|next| next.span.start == words[token].span.end && next.upos != Upos::Punct);
        let auxiliary = leaning.and_then(|_| {
            if words[token + 1].lower.ends_with('m') {
                Some(" is")
            } else {
                third(written_out(wording.analysis, token + 1))
            }
        });
        let at = if auxiliary.is_some() {
            words[token].span.cover(words[token + 1].span)
        } else {
            words[token].span
        };
        changes.push(change(
            at,
            format!("{said}{}", auxiliary.unwrap_or_default()),
            Some(speaker.span),
        ));
        if role == Role::Subject && auxiliary.is_none() {
            changes.extend(
                verbs(wording.analysis, token)
                    .into_iter()
                    .filter_map(|verb| agreeing(words, verb)),
            );
        }
    }
    changes.retain(|change| wording.piece(change.at).is_some());
    changes
}

fn change(at: ByteSpan, to: String, origin: Option<ByteSpan>) -> Change {
    Change {
        at,
        to,
        reason: "said of who speaks",
        origin,
        probability: None,
    }
}

/// What a pronoun of the first person is in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Subject = 0,
    Object = 1,
    Possessive = 2,
    Reflexive = 3,
    /// "mine"
    Own,
}

impl Role {
    /// Whether a pronoun is of one who speaks, not of several, and what it is.
    fn of(word: &Word) -> Option<(bool, Role)> {
        Some(match word.lower.as_str() {
            _ if word.upos != Upos::Pron => return None,
            "i" => (true, Role::Subject),
            "me" => (true, Role::Object),
            "my" => (true, Role::Possessive),
            "mine" => (true, Role::Own),
            "myself" => (true, Role::Reflexive),
            "we" => (false, Role::Subject),
            "us" => (false, Role::Object),
            "our" => (false, Role::Possessive),
            "ours" => (false, Role::Own),
            "ourselves" => (false, Role::Reflexive),
            _ => return None,
        })
    }
}

/// "World War I", but "On Monday I left".
fn is_numeral(words: &[Word], token: usize) -> bool {
    let before = token
        .checked_sub(1)
        .is_some_and(|before| words[before].upos == Upos::Propn);
    let predicate = words
        .get(token + 1)
        .is_some_and(|next| matches!(next.upos, Upos::Verb | Upos::Aux | Upos::Adv | Upos::Part));
    words[token].form == "I" && before && !predicate
}

/// Whether a token stands between quotation marks of its sentence.
fn is_quoted(analysis: &Analysis, token: usize) -> bool {
    let before = &analysis.words[..token];
    let count = |marks: &[&str]| {
        before
            .iter()
            .filter(|word| marks.contains(&word.form.as_str()))
            .count()
    };
    count(&["“"]) > count(&["”"]) || count(&["\""]) % 2 == 1
}

/// The words that agree with a subject: the first auxiliary of its verb and of those coordinated with it, else the verb.
fn verbs(analysis: &Analysis, subject: usize) -> Vec<usize> {
    let words = &analysis.words;
    // "I and my brother run"
    let several = analysis
        .children_with(subject, &[Deprel::Conj])
        .next()
        .is_some();
    let Some(predicate) = words[subject]
        .head
        .filter(|_| words[subject].deprel.base() == Deprel::Nsubj && !several)
    else {
        return Vec::new();
    };
    let shares = |&verb: &usize| analysis.child(verb, Deprel::Nsubj).is_none();
    let coordinated = analysis
        .children_with(predicate, &[Deprel::Conj])
        .filter(shares);
    let auxiliary = |verb: usize| {
        analysis
            .children_with(verb, &[Deprel::Aux, Deprel::Cop])
            .find(|&auxiliary| words[auxiliary].upos == Upos::Aux)
    };
    // "One of my strengths is I have": not the "is" in front.
    let behind = |verb: usize| {
        auxiliary(verb)
            .filter(|&auxiliary| auxiliary > subject || !words[verb].has(Feature::VerbFormFin))
    };
    let agrees = |verb: usize| behind(verb).unwrap_or(verb);
    std::iter::once(predicate)
        .chain(coordinated)
        .map(agrees)
        .collect()
}

/// A verb in the present put in the third person.
fn agreeing(words: &[Word], verb: usize) -> Option<Change> {
    let word = &words[verb];
    let present = word.has(Feature::TensePres) && word.has(Feature::VerbFormFin);
    let to = match word.lower.as_str() {
        "am" | "are" => "is".to_string(),
        // "If we were rich": of no one time.
        "were"
            if !words
                .iter()
                .any(|word| matches!(word.lower.as_str(), "if" | "wish" | "though" | "unless")) =>
        {
            "was".to_string()
        }
        "have" => "has".to_string(),
        "do" => "does".to_string(),
        "'ve" | "’ve" => " has".to_string(),
        "'re" | "’re" | "'m" | "’m" => " is".to_string(),
        _ if !present || word.upos != Upos::Verb || word.lower != word.lemma => return None,
        lower => inflected(lower),
    };
    Some(change(word.span, to, None))
}

/// "go" → "goes", "carry" → "carries".
fn inflected(lower: &str) -> String {
    let consonant_y = lower
        .strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    match consonant_y {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh", "o"]
            .iter()
            .any(|ending| lower.ends_with(ending)) =>
        {
            format!("{lower}es")
        }
        None => format!("{lower}s"),
    }
}

fn third(auxiliary: Option<&'static str>) -> Option<&'static str> {
    match auxiliary {
        Some(" have") => Some(" has"),
        Some(" are") => Some(" is"),
        other => other,
    }
}
