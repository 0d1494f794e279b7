//! Mentions: the stretches of words that may refer to something, read off the dependency tree.
//!
//! A mention is a pronoun, a name, or a noun phrase with all that belongs to it: articles, adjectives, "of" phrases,
//! relative clauses and appositions, as OntoNotes marks them. Coordinated phrases are mentions one by one and together.
//! Goes wrong where the tree does, above all in where a phrase ends.

use super::agreement::{self, Agreement};
use super::text_hash;
use crate::analysis::Analysis;
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
    pub entity: String,
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
                    .children_with(head, &["conj"])
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
        .filter(|&word| matches!(words[word].upos.as_str(), "ADJ" | "NOUN" | "PROPN" | "NUM"))
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
        entity: words[head].entity.get(2..).unwrap_or("").to_string(),
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
    if word.has("PronType=Rel") || word.has("PronType=Int") {
        return None;
    }
    let determiner = word.upos == "DET" && word.base_relation() == "det";
    Some(match word.lower.as_str() {
        "i" | "me" | "my" | "mine" | "myself" if word.upos != "NOUN" => "i",
        "you" | "your" | "yours" | "yourself" | "yourselves" => "you",
        "he" | "him" | "his" | "himself" => "he",
        "she" | "her" | "hers" | "herself" => "she",
        "it" | "its" | "itself" => "it",
        "we" | "us" | "our" | "ours" | "ourselves" if word.form != "US" => "we",
        "they" | "them" | "their" | "theirs" | "themselves" | "'em" | "em" => "they",
        "this" if !determiner => "this",
        "that" if !determiner && matches!(word.upos.as_str(), "PRON" | "DET") => "that",
        "these" if !determiner => "these",
        "those" if !determiner => "those",
        "here" if word.upos == "ADV" => "here",
        "there" if word.upos == "ADV" => "there",
        _ => return None,
    })
}

/// "himself", "themselves".
pub fn is_reflexive(lower: &str) -> bool {
    lower.ends_with("self") || lower.ends_with("selves")
}

fn is_noun(analysis: &Analysis, token: usize) -> bool {
    matches!(
        analysis.words[token].upos.as_str(),
        "NOUN" | "PROPN" | "PRON"
    )
}

/// Whether a word heads a noun phrase of its own.
fn is_phrase(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    match (word.upos.as_str(), word.base_relation()) {
        ("NOUN" | "PROPN", "flat" | "fixed" | "goeswith") => false,
        ("NOUN" | "PROPN", "nmod" | "compound" | "appos") if is_title(analysis, token) => false,
        // "the Port Ellery council": a name that says which.
        ("PROPN", "compound") => word.head.is_none_or(|head| {
            let head = &analysis.words[head];
            head.upos != "PROPN"
                || !word.entity.is_empty() && word.entity.get(2..) != head.entity.get(2..)
        }),
        ("NOUN", "compound") => false,
        ("NOUN" | "PROPN", _) => true,
        // "everyone", "one of the boats", "all of them".
        ("PRON" | "DET" | "ADJ" | "NUM", relation)
            if relation != "det" && analysis.children_with(token, &["nmod"]).next().is_some() =>
        {
            true
        }
        ("PRON", _) => matches!(
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
        ("ADJ", _) => analysis.children_with(token, &["det"]).next().is_some(),
        ("NUM", "nsubj" | "obj" | "obl" | "nmod" | "conj") => true,
        _ => false,
    }
}

/// "Mayor" in "Mayor Maria Okafor": a word for people right before a person's name.
fn is_title(analysis: &Analysis, token: usize) -> bool {
    let words = &analysis.words;
    let before = words[token].head.is_some_and(|head| {
        token < head
            && words[head].upos == "PROPN"
            && (token + 1..=head)
                .all(|between| matches!(words[between].upos.as_str(), "PROPN" | "NOUN"))
    });
    before
        && (agreement::is_person(&words[token].lemma.to_lowercase())
            || agreement::is_title(&words[token].lower))
        && analysis
            .children_with(token, &["case", "det"])
            .next()
            .is_none()
}

/// What the one named by a mention is said to be.
fn roles(analysis: &Analysis, head: usize) -> Vec<u32> {
    let words = &analysis.words;
    if words[head].upos != "PROPN" {
        // "the mayor, Maria Okafor": the mention itself says it.
        let named = analysis
            .children_with(head, &["appos"])
            .any(|child| words[child].upos == "PROPN");
        return if named && agreement::is_person(&words[head].lemma.to_lowercase()) {
            vec![text_hash(&words[head].lemma.to_lowercase())]
        } else {
            Vec::new()
        };
    }
    let beside = analysis.children(head).iter().copied().filter(|&child| {
        words[child].base_relation() == "appos" && words[child].upos == "NOUN"
            || child < head && is_title(analysis, child)
    });
    let predicate = words[head].head.filter(|&above| {
        words[head].base_relation() == "nsubj"
            && words[above].upos == "NOUN"
            && analysis.children_with(above, &["cop"]).next().is_some()
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
    let predicate = analysis.children_with(head, &["cop"]).next().is_some();
    let mut first = head;
    let mut last = head;
    for &child in analysis.children(head) {
        let word = &words[child];
        let kept = match word.base_relation() {
            "det" | "amod" | "compound" | "nummod" | "flat" | "fixed" | "goeswith" | "appos"
            | "nmod" | "acl" => true,
            "case" => child > head && is_genitive(&word.lower),
            "advmod" => child > head && !predicate || words[head].upos == "NUM" && child < head,
            "conj" => together && is_noun(analysis, child),
            _ => false,
        };
        if kept {
            let subtree = analysis.subtree(child);
            first = first.min(*subtree.first()?);
            last = last.max(*subtree.last()?);
        }
    }
    while first < head
        && (words[first].is_punctuation() || matches!(words[first].upos.as_str(), "CCONJ" | "ADP"))
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
    if words[head].upos == "PROPN" {
        return Form::Name;
    }
    let determiner = analysis.children(head).iter().copied().find(|&child| {
        child < head
            && (words[child].base_relation() == "det" || words[child].relation == "nmod:poss")
    });
    match determiner.map(|determiner| {
        (
            words[determiner].relation.as_str(),
            words[determiner].lower.as_str(),
        )
    }) {
        Some(("nmod:poss", _)) => Form::Possessive,
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
            let within = matches!(words[child].base_relation(), "flat" | "compound")
                || words[child].base_relation() == "amod"
                    && words[child].form.starts_with(char::is_uppercase);
            if within
                && (words[child].form.starts_with(char::is_uppercase)
                    || words[child].upos == "PROPN")
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
    if words[head].upos == "PROPN" {
        return Some(around(head));
    }
    let apposition = analysis
        .children_with(head, &["appos"])
        .find(|&child| words[child].upos == "PROPN")?;
    (apposition <= last).then(|| around(apposition))
}

fn is_genitive(lower: &str) -> bool {
    matches!(lower, "'s" | "'" | "’s" | "’")
}
