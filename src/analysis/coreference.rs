//! What pronouns refer to, by rules: the nearest fitting name or noun phrase that was a subject.
//!
//! Cautious: a pronoun is resolved only to a candidate of fitting number and kind in its own or one of the three
//! sentences before, subjects first (centering, Grosz et al. 1995). Known to go wrong where two people of one sentence
//! compete.

use super::{Analysis, Word};
use crate::article::Article;
use crate::sentence::Sentence;
use crate::span::ByteSpan;
use std::collections::HashMap;

/// References that were resolved, by sentence and token.
#[derive(Debug, Clone, Default)]
pub struct Coreference {
    references: HashMap<(usize, usize), Reference>,
}

/// What a mention refers to.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The words that refer.
    pub mention: ByteSpan,
    /// The name to put for them.
    pub name: String,
    /// Where the name stands.
    pub antecedent: ByteSpan,
    /// Why, for people.
    pub reason: &'static str,
    /// Whether it is a person.
    pub person: bool,
}

impl Coreference {
    /// The reference whose mention is headed by a token.
    pub fn of(&self, sentence: usize, token: usize) -> Option<&Reference> {
        self.references.get(&(sentence, token))
    }
}

/// Something that may be referred to.
#[derive(Debug, Clone)]
struct Candidate {
    sentence: usize,
    block: usize,
    token: usize,
    name: String,
    span: ByteSpan,
    person: bool,
    plural: bool,
    subject: bool,
    /// `Some(true)` for a woman, by her title or by a pronoun that has referred to her.
    female: Option<bool>,
}

/// Nouns for people, so that "he" may be "the mayor".
const PEOPLE: [&str; 44] = [
    "mayor", "president", "minister", "director", "chief", "spokesman", "spokeswoman", "spokesperson", "teacher", "farmer", "lawyer",
    "judge", "officer", "leader", "author", "writer", "professor", "doctor", "nurse", "man", "woman", "captain", "senator", "governor",
    "chancellor", "secretary", "chair", "chairman", "chairwoman", "head", "manager", "engineer", "scientist", "expert", "critic",
    "economist", "analyst", "candidate", "resident", "father", "mother", "son", "daughter", "predecessor",
];

/// Resolves the pronouns and short names of an article. Linear for the bounded window that it looks back.
pub fn resolve(article: &Article, sentences: &[Sentence], analyses: &[Analysis]) -> Coreference {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut references = HashMap::new();
    let mut full_names: HashMap<String, (String, ByteSpan, bool)> = HashMap::new();
    for (index, (sentence, analysis)) in sentences.iter().zip(analyses).enumerate() {
        for token in 0..analysis.words.len() {
            let word = &analysis.words[token];
            if word.upos == "PRON" {
                let found = pronoun(index, sentence.block, token, analysis, &candidates);
                if let Some((position, reason)) = found {
                    let candidate = &mut candidates[position];
                    candidate.female = match word.lower.as_str() {
                        "he" | "his" | "him" => Some(false),
                        "she" | "her" => Some(true),
                        _ => candidate.female,
                    };
                    let candidate = candidate.clone();
                    let reference = Reference { mention: word.span, name: candidate.name.clone(), antecedent: candidate.span, reason, person: candidate.person };
                    references.insert((index, token), reference);
                    // Referring keeps it in focus.
                    let subject = word.base_relation() == "nsubj";
                    candidates.push(Candidate { sentence: index, block: sentence.block, token, subject, ..candidate });
                }
            } else if let Some(candidate) = candidate(article, index, sentence.block, token, analysis, &mut full_names) {
                if candidate.name != noun_phrase(analysis, token).of(&article.text) {
                    let mention = noun_phrase(analysis, token);
                    let reference = Reference { mention, name: candidate.name.clone(), antecedent: candidate.span, reason: "short name", person: candidate.person };
                    references.insert((index, token), reference);
                }
                candidates.push(candidate);
            }
        }
        let keep_from = candidates.partition_point(|candidate| candidate.sentence + 4 < index);
        candidates.drain(..keep_from);
    }
    Coreference { references }
}

/// The noun phrase up to its head, with what follows only where it belongs to a name or says whose: "the city of Orrin".
fn noun_phrase(analysis: &Analysis, token: usize) -> ByteSpan {
    let words = &analysis.words;
    let mut first = token;
    let mut last = token;
    for &child in analysis.children(token) {
        match words[child].base_relation() {
            "det" | "amod" | "compound" | "nummod" | "nmod" | "flat" if child < token => {
                first = first.min(analysis.subtree(child).first().copied().unwrap_or(child));
            }
            "flat" => last = last.max(analysis.subtree(child).last().copied().unwrap_or(child)),
            _ => {}
        }
    }
    words[first].span.cover(words[last].span)
}

fn candidate(
    article: &Article,
    sentence: usize,
    block: usize,
    token: usize,
    analysis: &Analysis,
    full_names: &mut HashMap<String, (String, ByteSpan, bool)>,
) -> Option<Candidate> {
    let word = &analysis.words[token];
    let inside_name = matches!(word.base_relation(), "flat" | "compound");
    if !matches!(word.upos.as_str(), "PROPN" | "NOUN") || inside_name && word.upos == "PROPN" {
        return None;
    }
    let span = noun_phrase(analysis, token);
    let text = span.of(&article.text);
    let relation = word.base_relation();
    let title = analysis.children(token).iter().chain([&token]).any(|&child| {
        matches!(analysis.words[child].lower.trim_end_matches('.'), "mr" | "mrs" | "ms" | "dr" | "sir" | "mayor" | "president" | "captain" | "professor" | "rep" | "sen" | "gov")
    });
    let female = analysis.children(token).iter().find_map(|&child| match analysis.words[child].lower.trim_end_matches('.') {
        "mr" | "sir" => Some(false),
        "ms" | "mrs" | "miss" => Some(true),
        _ => None,
    });
    let is_name = word.upos == "PROPN" && word.form.starts_with(char::is_uppercase);
    let names: Vec<&str> = text.split_whitespace().filter(|part| part.starts_with(char::is_uppercase)).collect();
    let mut person = PEOPLE.contains(&word.lemma.as_str()) || title || is_name && names.len() >= 2 && !text.starts_with("the ") && !text.starts_with("The ") && is_flat_name(analysis, token);
    let mut name = text.to_string();
    let mut antecedent = span;
    if is_name {
        let last = names.last().copied().unwrap_or(text).trim_end_matches(',').to_string();
        if names.len() == 1 {
            if let Some((full, place, known)) = full_names.get(&last) {
                person = *known;
                name = full.clone();
                antecedent = *place;
            }
        } else if person {
            let bare: Vec<&str> = names.iter().copied().filter(|part| !is_title(part)).collect();
            full_names.entry(last).or_insert((bare.join(" "), span, true));
        }
    }
    Some(Candidate {
        sentence,
        block,
        token,
        name,
        span: antecedent,
        person,
        plural: word.has("Number=Plur") || analysis.children(token).iter().any(|&child| word.upos == "PROPN" && analysis.words[child].base_relation() == "conj"),
        subject: relation == "nsubj",
        female,
    })
}

fn is_title(part: &str) -> bool {
    matches!(part.trim_end_matches('.').to_lowercase().as_str(), "mr" | "mrs" | "ms" | "dr" | "sir" | "the")
}

/// Two or more parts that are all names and nothing else: "Lena Torrance", but not "Brook Street School".
fn is_flat_name(analysis: &Analysis, token: usize) -> bool {
    let words = &analysis.words;
    let flat = analysis.children(token).iter().any(|&child| words[child].base_relation() == "flat");
    flat && !words.iter().any(|word| word.head == Some(token) && word.base_relation() == "det")
}

/// Which candidate a pronoun refers to, and why.
fn pronoun(sentence: usize, block: usize, token: usize, analysis: &Analysis, candidates: &[Candidate]) -> Option<(usize, &'static str)> {
    let word = &analysis.words[token];
    let (person, plural, reason) = match word.lower.as_str() {
        "he" | "him" | "his" | "she" | "her" => (Some(true), false, "pronoun for a person"),
        "it" | "its" if !is_expletive(analysis, token) => (Some(false), false, "pronoun for a thing"),
        "they" | "them" | "their" => (None, true, "plural pronoun"),
        _ => return None,
    };
    let female = match word.lower.as_str() {
        "he" | "him" | "his" => Some(false),
        "she" | "her" => Some(true),
        _ => None,
    };
    let possessive = word.has("Poss=Yes") || matches!(word.lower.as_str(), "his" | "its" | "their");
    let fits = |candidate: &Candidate| {
        let near = candidate.sentence + 3 >= sentence && candidate.block + 2 >= block;
        let kind = person.is_none_or(|person| candidate.person == person);
        let sex = female.is_none() || candidate.female.is_none() || candidate.female == female;
        // A subject and an object of one verb are two things.
        let same_clause = candidate.sentence == sentence && !possessive && analysis.words[candidate.token].head == word.head && candidate.token != token;
        near && kind && sex && candidate.plural == plural && !same_clause
    };
    let rank = |candidate: &Candidate| {
        let distance = sentence - candidate.sentence;
        // Possessives like the subject of their own clause; others that of the sentence before.
        (std::cmp::Reverse(distance), candidate.subject, std::cmp::Reverse(if distance == 0 && !possessive { candidate.token } else { usize::MAX - candidate.token }))
    };
    let best = candidates.iter().enumerate().filter(|(_, candidate)| fits(candidate)).max_by_key(|(_, candidate)| rank(candidate))?;
    (best.1.subject || female.is_some() || best.1.sentence == sentence).then_some((best.0, reason))
}

/// "It is clear that …", "It rained": refers to nothing.
fn is_expletive(analysis: &Analysis, token: usize) -> bool {
    let word: &Word = &analysis.words[token];
    let Some(head) = word.head else { return true };
    word.base_relation() == "expl" || analysis.children_with(head, &["csubj"]).next().is_some() || matches!(analysis.words[head].lemma.as_str(), "rain" | "snow" | "seem" | "time")
}
