//! Mentions: the stretches of words that may refer to something, read off the dependency tree.
//!
//! A mention is a pronoun, a name, or a noun phrase with all that belongs to it: articles, adjectives, "of" phrases,
//! relative clauses and appositions, as OntoNotes marks them. Coordinated phrases are mentions one by one and together.
//! Goes wrong where the tree does, above all in where a phrase ends.

use super::agreement::{self, Agreement};
use super::text_hash;
use crate::analysis::Analysis;
use crate::grammar::{Chunk, Deprel, EntityType, Feature, Upos};
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
    /// The pronoun in its basic form, `he` for "his", or empty.
    pub pronoun: &'static str,
    /// Type of the named entity that the head is part of, or empty.
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

/// The mentions of a text in the order of their first words, longer ones first.
pub fn mentions(
    text: &str,
    sentences: &[Sentence],
    analyses: &[Analysis],
    quotations: &[Vec<Option<usize>>],
) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (index, (sentence, analysis)) in sentences.iter().zip(analyses).enumerate() {
        let from = mentions.len();
        for head in 0..analysis.words.len() {
            if let Some(pronoun) = pronoun(analysis, head) {
                let place = Place {
                    sentence: index,
                    block: sentence.block,
                    head,
                    first: head,
                    last: head,
                };
                mentions.push(mention(
                    text,
                    analysis,
                    place,
                    pronoun,
                    false,
                    &quotations[index],
                ));
            } else if is_phrase(analysis, head) {
                let coordinated = analysis
                    .children_with(head, &[Deprel::Conj])
                    .any(|child| is_noun(analysis, child));
                for together in [false, true] {
                    if together && !coordinated {
                        continue;
                    }
                    if let Some((first, last)) = extent(analysis, head, together) {
                        let place = Place {
                            sentence: index,
                            block: sentence.block,
                            head,
                            first,
                            last,
                        };
                        mentions.push(mention(
                            text,
                            analysis,
                            place,
                            "",
                            together,
                            &quotations[index],
                        ));
                    }
                }
            }
        }
        mentions[from..].sort_by_key(|mention| (mention.first, std::cmp::Reverse(mention.last)));
    }
    mentions
}

struct Place {
    sentence: usize,
    block: usize,
    head: usize,
    first: usize,
    last: usize,
}

fn mention(
    text: &str,
    analysis: &Analysis,
    place: Place,
    pronoun: &'static str,
    coordinated: bool,
    quotations: &[Option<usize>],
) -> Mention {
    let Place {
        sentence,
        block,
        head,
        first,
        last,
    } = place;
    let words = &analysis.words;
    let form = if pronoun.is_empty() {
        form(analysis, head)
    } else {
        Form::Pronoun
    };
    let name = if pronoun.is_empty() && !coordinated {
        name(analysis, head, first, last)
    } else {
        None
    };
    let named: &[crate::analysis::Word] = name.map_or(&[], |(first, last)| &words[first..=last]);
    let name_words: Vec<u32> = named
        .iter()
        .filter(|word| {
            !is_genitive(&word.lower)
                && !agreement::is_title(&word.lower)
                && word.lower != "the"
                && !word.is_punctuation()
        })
        .map(|word| text_hash(&word.lower))
        .collect();
    let initials: String = named
        .iter()
        .filter(|word| word.form.starts_with(char::is_uppercase) && word.lower != "the")
        .filter_map(|word| word.lower.chars().next())
        .collect();
    let content: Vec<&str> = words[first..=last]
        .iter()
        .map(|word| word.lower.as_str())
        .filter(|lower| {
            !is_genitive(lower)
                && !matches!(
                    *lower,
                    "the" | "a" | "an" | "this" | "that" | "these" | "those" | ","
                )
        })
        .collect();
    let modifiers = (first..head)
        .filter(|&word| {
            matches!(
                words[word].upos,
                Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num
            )
        })
        .map(|word| text_hash(&words[word].lower))
        .collect();
    let span = words[first].span.cover(words[last].span);
    debug_assert!(span.end <= text.len());
    Mention {
        sentence,
        block,
        head,
        first,
        last,
        span,
        form,
        coordinated,
        agreement: agreement::of(analysis, head, pronoun, coordinated, name),
        pronoun,
        entity: words[head].entity.map(Chunk::of),
        initials: if named.len() > 1 {
            text_hash(&initials)
        } else {
            0
        },
        name,
        name_words,
        lemma: text_hash(&words[head].lemma.to_lowercase()),
        roles: if pronoun.is_empty() && !coordinated {
            roles(analysis, head)
        } else {
            Vec::new()
        },
        content: text_hash(&content.join(" ")),
        modifiers,
        quotation: quotations.get(head).copied().flatten(),
    }
}

/// The basic form of a pronoun that may refer. Relative, interrogative and indefinite ones don't.
fn pronoun(analysis: &Analysis, token: usize) -> Option<&'static str> {
    let word = &analysis.words[token];
    if word.has(Feature::PronTypeRel) || word.has(Feature::PronTypeInt) {
        return None;
    }
    let determiner = word.upos == Upos::Det && word.deprel.base() == Deprel::Det;
    Some(match word.lower.as_str() {
        "i" | "me" | "my" | "mine" | "myself" if word.upos != Upos::Noun => "i",
        "you" | "your" | "yours" | "yourself" | "yourselves" => "you",
        "he" | "him" | "his" | "himself" => "he",
        "she" | "her" | "hers" | "herself" => "she",
        "it" | "its" | "itself" => "it",
        "we" | "us" | "our" | "ours" | "ourselves" if word.form != "US" => "we",
        "they" | "them" | "their" | "theirs" | "themselves" | "'em" | "em" => "they",
        "this" if !determiner => "this",
        "that" if !determiner && matches!(word.upos, Upos::Pron | Upos::Det) => "that",
        "these" if !determiner => "these",
        "those" if !determiner => "those",
        "here" if word.upos == Upos::Adv => "here",
        "there" if word.upos == Upos::Adv => "there",
        _ => return None,
    })
}

/// "himself", "themselves".
pub fn is_reflexive(lower: &str) -> bool {
    lower.ends_with("self") || lower.ends_with("selves")
}

fn is_noun(analysis: &Analysis, token: usize) -> bool {
    matches!(
        analysis.words[token].upos,
        Upos::Noun | Upos::Propn | Upos::Pron
    )
}

/// Whether a word heads a noun phrase of its own.
fn is_phrase(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    match (word.upos, word.deprel.base()) {
        (Upos::Noun | Upos::Propn, Deprel::Flat | Deprel::Fixed | Deprel::Goeswith) => false,
        (Upos::Noun | Upos::Propn, Deprel::Nmod | Deprel::Compound | Deprel::Appos)
            if is_title(analysis, token) =>
        {
            false
        }
        // "the Port Ellery council": a name that says which.
        (Upos::Propn, Deprel::Compound) => word.head.is_none_or(|head| {
            let head = &analysis.words[head];
            head.upos != Upos::Propn
                || word.entity.is_some() && word.entity.map(Chunk::of) != head.entity.map(Chunk::of)
        }),
        (Upos::Noun, Deprel::Compound) => false,
        (Upos::Noun | Upos::Propn, _) => true,
        // "everyone", "one of the boats", "all of them".
        (Upos::Pron | Upos::Det | Upos::Adj | Upos::Num, relation)
            if relation != Deprel::Det
                && analysis
                    .children_with(token, &[Deprel::Nmod])
                    .next()
                    .is_some() =>
        {
            true
        }
        (Upos::Pron, _) => matches!(
            word.lower.as_str(),
            "everyone"
                | "everybody"
                | "someone"
                | "somebody"
                | "anyone"
                | "anybody"
                | "everything"
                | "something"
                | "one"
                | "all"
                | "both"
                | "others"
        ),
        // "the dead", "107 were killed".
        (Upos::Adj, _) => analysis
            .children_with(token, &[Deprel::Det])
            .next()
            .is_some(),
        (Upos::Num, Deprel::Nsubj | Deprel::Obj | Deprel::Obl | Deprel::Nmod | Deprel::Conj) => {
            true
        }
        _ => false,
    }
}

/// "Mayor" in "Mayor Maria Okafor": a word for people right before a person's name.
fn is_title(analysis: &Analysis, token: usize) -> bool {
    let words = &analysis.words;
    let before = words[token].head.is_some_and(|head| {
        token < head
            && words[head].upos == Upos::Propn
            && (token + 1..=head)
                .all(|between| matches!(words[between].upos, Upos::Propn | Upos::Noun))
    });
    before
        && (agreement::is_person(&words[token].lemma.to_lowercase())
            || agreement::is_title(&words[token].lower))
        && analysis
            .children_with(token, &[Deprel::Case, Deprel::Det])
            .next()
            .is_none()
}

/// What the one named by a mention is said to be.
fn roles(analysis: &Analysis, head: usize) -> Vec<u32> {
    let words = &analysis.words;
    if words[head].upos != Upos::Propn {
        // "the mayor, Maria Okafor": the mention itself says it.
        let named = analysis
            .children_with(head, &[Deprel::Appos])
            .any(|child| words[child].upos == Upos::Propn);
        return if named && agreement::is_person(&words[head].lemma.to_lowercase()) {
            vec![text_hash(&words[head].lemma.to_lowercase())]
        } else {
            Vec::new()
        };
    }
    let beside = analysis.children(head).iter().copied().filter(|&child| {
        words[child].deprel.base() == Deprel::Appos && words[child].upos == Upos::Noun
            || child < head && is_title(analysis, child)
    });
    let predicate = words[head].head.filter(|&above| {
        words[head].deprel.base() == Deprel::Nsubj
            && words[above].upos == Upos::Noun
            && analysis
                .children_with(above, &[Deprel::Cop])
                .next()
                .is_some()
    });
    beside
        .chain(predicate)
        .filter(|&token| agreement::is_person(&words[token].lemma.to_lowercase()))
        .map(|token| text_hash(&words[token].lemma.to_lowercase()))
        .collect()
}

/// First and last word of the phrase; `together` with the phrases that are coordinated with it.
fn extent(analysis: &Analysis, head: usize, together: bool) -> Option<(usize, usize)> {
    let words = &analysis.words;
    let predicate = analysis
        .children_with(head, &[Deprel::Cop])
        .next()
        .is_some();
    let mut first = head;
    let mut last = head;
    for &child in analysis.children(head) {
        let word = &words[child];
        let kept = match word.deprel.base() {
            Deprel::Det
            | Deprel::Amod
            | Deprel::Compound
            | Deprel::Nummod
            | Deprel::Flat
            | Deprel::Fixed
            | Deprel::Goeswith
            | Deprel::Appos
            | Deprel::Nmod
            | Deprel::Acl => true,
            Deprel::Case => child > head && is_genitive(&word.lower),
            Deprel::Advmod => {
                child > head && !predicate || words[head].upos == Upos::Num && child < head
            }
            Deprel::Conj => together && is_noun(analysis, child),
            _ => false,
        };
        if kept {
            let subtree = analysis.subtree(child);
            first = first.min(*subtree.first()?);
            last = last.max(*subtree.last()?);
        }
    }
    while first < head
        && (words[first].is_punctuation() || matches!(words[first].upos, Upos::Cconj | Upos::Adp))
    {
        first += 1;
    }
    let open = |form: &str| words[first..=head].iter().any(|word| word.form == form);
    let bracketed = |last: usize| {
        words[last].form == ")"
            && words[first..last].iter().any(|word| word.form == "(")
            && !open(")")
    };
    while last > head && words[last].is_punctuation() && !bracketed(last) {
        last -= 1;
    }
    Some((first, last))
}

fn form(analysis: &Analysis, head: usize) -> Form {
    let words = &analysis.words;
    if words[head].upos == Upos::Propn {
        return Form::Name;
    }
    let determiner = analysis.children(head).iter().copied().find(|&child| {
        child < head
            && (words[child].deprel.base() == Deprel::Det
                || words[child].deprel == Deprel::NmodPoss)
    });
    match determiner.map(|determiner| (words[determiner].deprel, words[determiner].lower.as_str()))
    {
        Some((Deprel::NmodPoss, _)) => Form::Possessive,
        Some((_, "the")) => Form::Definite,
        Some((_, "this" | "that" | "these" | "those" | "such")) => Form::Demonstrative,
        Some(_) => Form::Indefinite,
        None => Form::Bare,
    }
}

/// Where the name of a mention stands: around a proper noun, or in an apposition: "the mayor, Maria Okafor".
fn name(analysis: &Analysis, head: usize, first: usize, last: usize) -> Option<(usize, usize)> {
    let words = &analysis.words;
    let around = |head: usize| {
        let (mut from, mut to) = (head, head);
        for &child in analysis.children(head) {
            let within = matches!(words[child].deprel.base(), Deprel::Flat | Deprel::Compound)
                || words[child].deprel.base() == Deprel::Amod
                    && words[child].form.starts_with(char::is_uppercase);
            if within
                && (words[child].form.starts_with(char::is_uppercase)
                    || words[child].upos == Upos::Propn)
            {
                let subtree = analysis.subtree(child);
                from = from.min(subtree.first().copied().unwrap_or(child));
                to = to.max(subtree.last().copied().unwrap_or(child));
            }
        }
        while from < head && !words[from].form.starts_with(char::is_uppercase) {
            from += 1;
        }
        while to > head && (is_genitive(&words[to].lower) || words[to].is_punctuation()) {
            to -= 1;
        }
        (from.max(first), to.min(last))
    };
    if words[head].upos == Upos::Propn {
        return Some(around(head));
    }
    let apposition = analysis
        .children_with(head, &[Deprel::Appos])
        .find(|&child| words[child].upos == Upos::Propn)?;
    (apposition <= last).then(|| around(apposition))
}

fn is_genitive(lower: &str) -> bool {
    matches!(lower, "'s" | "'" | "’s" | "’")
}
