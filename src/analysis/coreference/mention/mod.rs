//! Mentions: the stretches of words that may refer to something, read off the dependency tree.
//!
//! A mention is a pronoun, a name, or a noun phrase with all that belongs to it: articles, adjectives, "of" phrases,
//! relative clauses and appositions, as OntoNotes marks them. Coordinated phrases are mentions one by one and together.
//! Goes wrong where the tree does, above all in where a phrase ends.

mod name;
mod phrase;
mod pronoun;
#[cfg(test)]
mod tests;

pub use pronoun::{Pronoun, is_reflexive};

use super::agreement::{self, Agreement};
use super::hash::text_hash;
use crate::analysis::{Analysis, Word};
use crate::grammar::{Chunk, Deprel, EntityType, Upos};
use crate::sentence::Sentence;
use crate::span::ByteSpan;

/// How a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "she", "its", "themselves", "this".
    Pronoun,
    /// "Maria Okafor", "the Harbour Trust".
    Name,
    /// "the treaty".
    Definite,
    /// "her plan", "Orrin's mayor".
    Possessive,
    /// "this plan".
    Demonstrative,
    /// "a plan", "some plans".
    Indefinite,
    /// "plans".
    Bare,
}

/// A stretch of words that may refer. Words are counted in their sentence.
#[derive(Debug, Clone)]
pub struct Mention {
    /// Index of the sentence.
    pub sentence: usize,
    /// Index of the block.
    pub block: usize,
    /// The word that the others depend on.
    pub head: usize,
    /// The first word.
    pub first: usize,
    /// The last word, a genitive `'s` included.
    pub last: usize,
    /// Place in the text.
    pub span: ByteSpan,
    /// How it refers.
    pub form: Form,
    /// Whether it joins several phrases: "the mayor and her deputy".
    pub coordinated: bool,
    /// Number, gender, animacy and person.
    pub agreement: Agreement,
    /// The pronoun in its basic form, `he` for "his".
    pub pronoun: Option<Pronoun>,
    /// Type of the named entity that the head is part of.
    pub entity: Option<EntityType>,
    /// Where the name inside stands: the name itself, or that of an apposition. Words `first..=last`.
    pub name: Option<(usize, usize)>,
    /// Words of the name in lower case, as numbers.
    pub name_words: Vec<u32>,
    /// First letters of the name's capitalised words in lower case, as a number.
    pub initials: u32,
    /// Lemma of the head, as a number.
    pub lemma: u32,
    /// The words without article and genitive, as a number.
    pub content: u32,
    /// The words that say more of the head and stand before it, as numbers.
    pub modifiers: Vec<u32>,
    /// What the named one is said to be, as numbers of lemmas: "mayor" in "Mayor Okafor", "Okafor, the mayor", "Okafor is the mayor".
    pub roles: Vec<u32>,
    /// The quotation that it stands in.
    pub quotation: Option<usize>,
}

impl Mention {
    /// Whether it is "he", "she" or a form of theirs.
    pub fn is_he_or_she(&self) -> bool {
        matches!(self.pronoun, Some(Pronoun::He | Pronoun::She))
    }

    /// Whether it is a personal pronoun of the third person.
    pub fn is_third_person(&self) -> bool {
        self.pronoun.is_some_and(Pronoun::is_third_person)
    }
}

/// The mentions of a text in the order of their first words, longer ones first.
pub(super) fn mentions(
    text: &str,
    sentences: &[Sentence],
    analyses: &[Analysis],
    quotations: &[Vec<Option<usize>>],
) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (index, (sentence, analysis)) in sentences.iter().zip(analyses).enumerate() {
        let from = mentions.len();
        let opens_block = index == 0 || sentences[index - 1].block != sentence.block;
        let dateline = if opens_block { dateline(analysis) } else { 0 };
        for head in dateline..analysis.words.len() {
            let place = Place {
                sentence: index,
                block: sentence.block,
                head,
                first: head,
                last: head,
                quotation: quotations[index].get(head).copied().flatten(),
            };
            if let Some(pronoun) = Pronoun::read(&analysis.words[head]) {
                mentions.push(pronoun_mention(analysis, place, pronoun));
                continue;
            }
            if !phrase::heads_phrase(analysis, head) {
                continue;
            }
            let joined = analysis
                .children_with(head, &[Deprel::Conj])
                .any(|child| analysis.words[child].upos.is_nominal());
            for coordinated in [false, true] {
                if !coordinated || joined {
                    let (first, last) = phrase::extent(analysis, head, coordinated);
                    let place = Place {
                        first,
                        last,
                        ..place
                    };
                    mentions.push(phrase_mention(analysis, place, coordinated));
                }
            }
        }
        debug_assert!(
            mentions[from..]
                .iter()
                .all(|mention| mention.span.end <= text.len())
        );
        mentions[from..].sort_by_key(|mention| (mention.first, std::cmp::Reverse(mention.last)));
    }
    mentions
}

/// Most words and marks of a dateline: "WASHINGTON, D.C. (AP) —".
const LONGEST_DATELINE: usize = 8;

/// How many words make up the dateline that opens a sentence, its dash with them: "WASHINGTON — A visa program will expire."
fn dateline(analysis: &Analysis) -> usize {
    let words = &analysis.words;
    let is_capital = |word: &Word| {
        word.form.chars().count() > 2
            && !word.form.contains(char::is_lowercase)
            && word.form.starts_with(char::is_alphabetic)
    };
    let is_dash = |word: &Word| matches!(word.form.as_str(), "-" | "--" | "–" | "—" | "―");
    let dash = words.iter().take(LONGEST_DATELINE).position(is_dash);
    // "NATO — an alliance of 32 states — met": two of them enclose an aside.
    let encloses = |dash: usize| words[dash + 1..].iter().any(is_dash);
    match dash.filter(|&dash| !encloses(dash)) {
        Some(dash) if dash > 0 && words.first().is_some_and(is_capital) => {
            let blank = words[dash - 1].span.end < words[dash].span.start;
            let names = words[..dash]
                .iter()
                .all(|word| word.upos.is_nominal() || word.is_punctuation());
            if blank && names { dash + 1 } else { 0 }
        }
        _ => 0,
    }
}

/// Where a mention stands.
#[derive(Clone, Copy)]
struct Place {
    sentence: usize,
    block: usize,
    head: usize,
    first: usize,
    last: usize,
    quotation: Option<usize>,
}

fn pronoun_mention(analysis: &Analysis, place: Place, pronoun: Pronoun) -> Mention {
    let agreement = agreement::agreement_of_pronoun(pronoun)
        .unwrap_or_else(|| agreement::agreement_of_phrase(analysis, place.head, false, None));
    Mention {
        pronoun: Some(pronoun),
        ..plain_mention(analysis, place, Form::Pronoun, agreement)
    }
}

fn phrase_mention(analysis: &Analysis, place: Place, coordinated: bool) -> Mention {
    let Place {
        head, first, last, ..
    } = place;
    let name = if coordinated {
        None
    } else {
        name::name(analysis, head, first, last)
    };
    let named: &[Word] = name.map_or(&[], |(first, last)| &analysis.words[first..=last]);
    let form = name::form(analysis, head);
    let agreement = agreement::agreement_of_phrase(analysis, head, coordinated, name);
    Mention {
        coordinated,
        name,
        name_words: name::name_words(named),
        initials: name::initials(named),
        roles: if coordinated {
            Vec::new()
        } else {
            name::roles(analysis, head)
        },
        ..plain_mention(analysis, place, form, agreement)
    }
}

/// A mention without a name.
fn plain_mention(analysis: &Analysis, place: Place, form: Form, agreement: Agreement) -> Mention {
    let Place {
        head, first, last, ..
    } = place;
    let words = &analysis.words;
    let content: Vec<&str> = words[first..=last]
        .iter()
        .filter(|word| !is_genitive(word) && !word.is(&WITHOUT_CONTENT))
        .map(|word| word.lower.as_str())
        .collect();
    let describes =
        |word: &&Word| matches!(word.upos, Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num);
    Mention {
        sentence: place.sentence,
        block: place.block,
        head,
        first,
        last,
        span: words[first].span.cover(words[last].span),
        form,
        coordinated: false,
        agreement,
        pronoun: None,
        entity: words[head].entity.map(Chunk::kind),
        name: None,
        name_words: Vec::new(),
        initials: 0,
        lemma: text_hash(&words[head].lemma.to_lowercase()),
        content: text_hash(&content.join(" ")),
        modifiers: words[first..head]
            .iter()
            .filter(describes)
            .map(|word| text_hash(&word.lower))
            .collect(),
        roles: Vec::new(),
        quotation: place.quotation,
    }
}

/// Words of a phrase that don't tell it from another.
const WITHOUT_CONTENT: [&str; 8] = ["the", "a", "an", "this", "that", "these", "those", ","];

/// "Orrin's", "the Harls'".
fn is_genitive(word: &Word) -> bool {
    word.is(&["'s", "'"])
}
