//! From entities to what may be put for a mention: the name of its entity, or the phrase that brought it in.
//!
//! Stricter than the resolution: a wrong name is worse than a pronoun, so a reference must be likely and agree in
//! number, gender and animacy with what is put for it. Headings neither refer nor name.

use super::expletive::{is_expletive, shares_subject};
use super::mention::{Form, Mention, is_reflexive};
use super::metonym::{self, FOR_GOVERNMENT, Government};
use super::{Document, Resolution, Scorer, agreement};
use crate::analysis::{Analysis, Word};
use crate::article::Article;
use crate::grammar::{Deprel, EntityType, Upos};
use crate::sentence::Sentence;
use crate::span::ByteSpan;
use crate::terms::BlockKind;
use std::collections::BTreeMap;

/// How likely a pronoun must refer to what is put for it.
const SURE: f32 = 0.5;

/// The same for "it", whose referent has more rivals, so that fewer are ever sure.
const SURE_OF_IT: f32 = 0.4;

/// The same for what has neither name nor article nor plural ("technology"), which seldom is what a pronoun refers to.
const SURE_OF_STUFF: f32 = 0.6;

/// The same for "it" and "they" where what they refer to was named longer ago than in the sentence before.
const SURE_FROM_AFAR: f32 = 0.7;

/// The same for a noun phrase.
const SURE_OF_PHRASE: f32 = 0.65;

/// How likely a pronoun must refer to what is put for it in a long text, which speaks of more than the ranker keeps apart.
fn sure_in_long(pronoun: &str) -> f32 {
    match pronoun {
        "they" => 0.97,
        "it" => 0.9,
        _ => 0.8,
    }
}

/// How likely a mention must refer to what is put for it; `since` are the sentences since that was named, `long` tells of a
/// long text.
fn sure(mention: &Mention, antecedent: &Mention, since: usize, long: bool) -> f32 {
    let stuff = antecedent.form == Form::Bare && antecedent.agreement.plural != Some(true);
    match mention.form {
        Form::Pronoun if long => sure_in_long(mention.pronoun),
        Form::Pronoun if since > 1 && matches!(mention.pronoun, "it" | "they") => SURE_FROM_AFAR,
        Form::Pronoun if stuff => SURE_OF_STUFF,
        Form::Pronoun if mention.pronoun == "it" => SURE_OF_IT,
        Form::Pronoun => SURE,
        _ => SURE_OF_PHRASE,
    }
}

/// What things are counted in; a pronoun is seldom of them.
const MEASURES: [&str; 25] = [
    "acre",
    "cent",
    "centimetre",
    "crown",
    "degree",
    "dollar",
    "euro",
    "foot",
    "franc",
    "gram",
    "hectare",
    "inch",
    "kilo",
    "kilogram",
    "kilometre",
    "litre",
    "metre",
    "mile",
    "penny",
    "percent",
    "pound",
    "rupee",
    "ton",
    "tonne",
    "yen",
];

/// Nouns of adverbials, which speak of nothing: "as a result", "in some ways", "for a moment".
const OF_ADVERBIALS: [&str; 24] = [
    "case", "course", "day", "end", "example", "fact", "hand", "instance", "kind", "lot", "manner",
    "means", "moment", "order", "part", "place", "point", "result", "sort", "thing", "time",
    "turn", "view", "way",
];

/// How much it speaks against a referent that a pronoun may have none, or one that can't be named.
const UNNAMED: f32 = 0.5;

/// How likely a reference must be to say who speaks: to name somebody is what the reader asks for there, and who said
/// something is seldom far.
const LIKELY: f32 = 0.3;

/// References that were resolved, by sentence and token.
#[derive(Debug, Clone, Default)]
pub struct Coreference {
    references: BTreeMap<(usize, usize), Reference>,
    /// "he" or "she" for each name that one of them refers to.
    called: BTreeMap<String, &'static str>,
    /// The entity of each mention that is likely of one.
    entities: BTreeMap<(usize, usize), usize>,
    /// For each entity the head words of the names and noun phrases for it, in order.
    heads: Vec<Vec<ByteSpan>>,
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
    /// The pronoun in its basic form, or empty.
    pub pronoun: &'static str,
    /// Whether it is a person.
    pub person: bool,
    /// How likely the mention refers to it, as the ranker weighs it; `None` where a rule decides.
    pub probability: Option<f32>,
    /// Whether that is enough to put the name for the mention.
    pub sure: bool,
}

impl Coreference {
    /// The reference whose mention is headed by a token, where it is sure.
    pub fn of(&self, sentence: usize, token: usize) -> Option<&Reference> {
        self.likely(sentence, token)
            .filter(|reference| reference.sure)
    }

    /// The same, where it is but likely.
    pub fn likely(&self, sentence: usize, token: usize) -> Option<&Reference> {
        self.references.get(&(sentence, token))
    }

    /// The head words of the names and noun phrases that share their referent with the mention headed by a token, in order.
    pub fn antecedents(&self, sentence: usize, token: usize) -> &[ByteSpan] {
        let entity = self.entities.get(&(sentence, token));
        entity
            .and_then(|&entity| self.heads.get(entity))
            .map_or(&[], Vec::as_slice)
    }

    /// "he" or "she", where one of them surely refers to a name.
    pub fn called(&self, name: &str) -> Option<&'static str> {
        self.called.get(name).copied()
    }

    /// All sure references in the order of the text.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.references.values().filter(|reference| reference.sure)
    }
}

/// Resolves pronouns, short names and bare noun phrases ("the treaty", "this treaty") of an article. Linear.
pub fn resolve(article: &Article, sentences: &[Sentence], analyses: &[Analysis]) -> Coreference {
    let document = Document::new(&article.text, sentences, analyses);
    let resolution = document.resolve(Scorer::learned());
    let finder = Finder::new(article, &document, &resolution);
    let references: BTreeMap<(usize, usize), Reference> = (0..document.mentions.len())
        .filter_map(|index| {
            let mention = &document.mentions[index];
            let reference = finder.reference(index)?;
            Some(((mention.sentence, mention.head), reference))
        })
        .collect();
    let place = |mention: &Mention| (mention.sentence, mention.head);
    let likely = |&index: &usize| {
        let entity = resolution.entity_of[index];
        let found = resolution.referents[index]
            .of
            .iter()
            .find(|of| of.0 == entity);
        document.mentions[index].form != Form::Pronoun || found.is_some_and(|of| of.1 >= SURE)
    };
    let entities = (0..document.mentions.len())
        .filter(likely)
        .map(|index| {
            (
                place(&document.mentions[index]),
                resolution.entity_of[index],
            )
        })
        .collect();
    let names = |&&mention: &&usize| document.mentions[mention].form != Form::Demonstrative;
    let head = |&mention: &usize| {
        let (sentence, head) = place(&document.mentions[mention]);
        analyses[sentence].words[head].span
    };
    let heads = finder
        .named
        .iter()
        .map(|named| named.iter().filter(names).map(head).collect())
        .collect();
    let personal = references
        .values()
        .filter(|reference| reference.sure && matches!(reference.pronoun, "he" | "she"));
    // Of several the first.
    let called = personal
        .rev()
        .map(|reference| (reference.name.clone(), reference.pronoun))
        .collect();
    Coreference {
        references,
        called,
        entities,
        heads,
    }
}

/// What makes a name own something: "Okafor's", "the Harls'".
pub fn genitive(name: &str) -> &'static str {
    if name.ends_with('s') { "'" } else { "'s" }
}

/// Words that stood at the head of a sentence, for the middle of another.
pub fn lowered(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

/// Whether a mention names one person.
fn is_person(mention: &Mention) -> bool {
    mention.name.is_some()
        && (mention.entity == Some(EntityType::Person) || mention.form != Form::Name)
        && mention.agreement.animate == Some(true)
        && mention.agreement.plural != Some(true)
}

/// "the Harbour Trust"
fn has_article(document: &Document, mention: &Mention) -> bool {
    let words = &document.analyses[mention.sentence].words;
    mention.name.is_some_and(|(first, last)| {
        let named = |before: usize| {
            words[before]
                .head
                .is_some_and(|head| (first..=last).contains(&head))
        };
        (mention.first..first).any(|before| words[before].lower == "the" && named(before))
    })
}

struct Finder<'a> {
    article: &'a Article,
    document: &'a Document<'a>,
    resolution: &'a Resolution,
    /// For each entity its fullest name, and the noun phrases that may stand for it, in order.
    names: Vec<Option<usize>>,
    phrases: Vec<Vec<usize>>,
    /// For each entity its mentions but pronouns, in order.
    named: Vec<Vec<usize>>,
    /// For a word that ends full names of people, the first of them; `None` where several people bear it.
    surnames: BTreeMap<u32, Option<usize>>,
    /// For the words of a name how many more of its mentions have "the" than have not.
    articles: BTreeMap<&'a [u32], i32>,
    /// The mentions by sentence and head.
    at: BTreeMap<(usize, usize), usize>,
    /// For places that stand for a government the mention that names it.
    governments: BTreeMap<usize, Government>,
    /// For a word that says what somebody is, their fullest name; `None` where it is said of several.
    roles: BTreeMap<u32, Option<usize>>,
}

impl<'a> Finder<'a> {
    fn new(article: &'a Article, document: &'a Document, resolution: &'a Resolution) -> Self {
        let mut finder = Finder {
            article,
            document,
            resolution,
            names: Vec::new(),
            phrases: Vec::new(),
            named: Vec::new(),
            surnames: BTreeMap::new(),
            articles: BTreeMap::new(),
            at: BTreeMap::new(),
            governments: metonym::governments(&document.mentions, document.analyses),
            roles: BTreeMap::new(),
        };
        for (index, mention) in document.mentions.iter().enumerate() {
            if is_person(mention) && mention.name_words.len() > 1 && finder.counts(mention) {
                let surname = mention.name_words[mention.name_words.len() - 1];
                let one = |known: &mut Option<usize>| {
                    if known.is_some_and(|known| {
                        !finder.document.mentions[known]
                            .name_words
                            .iter()
                            .all(|word| mention.name_words.contains(word))
                    }) {
                        *known = None;
                    }
                };
                finder
                    .surnames
                    .entry(surname)
                    .and_modify(one)
                    .or_insert(Some(index));
                // "Thomas" is "Thomas Lund" as well as "Peter Thomas".
                finder.surnames.insert(mention.name_words[0], None);
            }
        }
        for (index, mention) in document.mentions.iter().enumerate() {
            if !is_person(mention) || !finder.counts(mention) {
                continue;
            }
            let bearer = finder.full_name(mention).unwrap_or(index);
            let one = |known: &mut Option<usize>| {
                let same = |known: usize| {
                    document.mentions[known].name_words == document.mentions[bearer].name_words
                };
                if !known.is_some_and(same) {
                    *known = None;
                }
            };
            for &role in &mention.roles {
                finder
                    .roles
                    .entry(role)
                    .and_modify(one)
                    .or_insert(Some(bearer));
            }
        }
        for mention in document
            .mentions
            .iter()
            .filter(|mention| mention.name.is_some())
        {
            let balance = finder
                .articles
                .entry(mention.name_words.as_slice())
                .or_default();
            *balance += if has_article(document, mention) {
                1
            } else {
                -1
            };
        }
        let places = document
            .mentions
            .iter()
            .enumerate()
            .filter(|(_, mention)| !mention.coordinated);
        finder.at = places
            .map(|(index, mention)| ((mention.sentence, mention.head), index))
            .collect();
        let clusters = resolution.clusters();
        finder.names = clusters
            .iter()
            .map(|cluster| finder.name_of(cluster))
            .collect();
        let named = |cluster: &Vec<usize>| {
            cluster
                .iter()
                .copied()
                .filter(|&index| document.mentions[index].form != Form::Pronoun)
                .collect()
        };
        finder.named = clusters.iter().map(named).collect();
        let phrases = |cluster: Vec<usize>| {
            cluster
                .into_iter()
                .filter(|&index| finder.is_phrase(index))
                .collect()
        };
        finder.phrases = clusters.into_iter().map(phrases).collect();
        finder
    }

    /// The one person of the article whose full name ends with the name of a mention.
    fn full_name(&self, mention: &Mention) -> Option<usize> {
        let surname = mention.name_words.last()?;
        let found = self.surnames.get(surname).copied().flatten()?;
        let full = &self.document.mentions[found];
        mention
            .name_words
            .iter()
            .all(|word| full.name_words.contains(word))
            .then_some(found)
    }

    /// Whether a mention stands in running text.
    fn counts(&self, mention: &Mention) -> bool {
        !self
            .article
            .blocks
            .get(mention.block)
            .is_some_and(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading))
    }

    fn reference(&self, index: usize) -> Option<Reference> {
        let mention = &self.document.mentions[index];
        if mention.coordinated || !self.counts(mention) || !self.stands_free(mention) {
            return None;
        }
        if let Some(&government) = self.governments.get(&index) {
            return Some(self.government(mention, government));
        }
        let of_entity = |reason| {
            let entity = self.resolution.entity_of[index];
            let probability = self.resolution.referents[index]
                .of
                .iter()
                .find(|of| of.0 == entity)?
                .1;
            Some((self.names[entity]?, reason, Some(probability)))
        };
        let (antecedent, reason, probability) = match mention.form {
            Form::Pronoun => {
                let reason = self.pronoun(index)?;
                let (antecedent, probability) = self.referent(index)?;
                (antecedent, reason, Some(probability))
            }
            Form::Name if is_person(mention) => (self.full_name(mention)?, "short name", None),
            Form::Definite if self.is_bare(mention) => match self.bearer(mention) {
                Some(bearer) => (bearer, "role of a person", None),
                None => of_entity("definite noun phrase")?,
            },
            Form::Demonstrative if self.is_bare(mention) && !self.is_kind_or_time(mention) => {
                of_entity("demonstrative noun phrase")?
            }
            _ => return None,
        };
        let named = &self.document.mentions[antecedent];
        let person = !named.coordinated && named.agreement.animate == Some(true)
            || matches!(mention.pronoun, "he" | "she");
        let (origin, name) = self.naming(named)?;
        let replaced = self.replaced(mention);
        let weighed = |least: f32| probability.is_none_or(|probability| probability >= least);
        let fits = mention.agreement.fits(named.agreement) && weighed(LIKELY);
        let same = replaced.of(&self.article.text).eq_ignore_ascii_case(&name);
        (fits && !same).then_some(Reference {
            mention: replaced,
            name,
            antecedent: origin,
            reason,
            pronoun: mention.pronoun,
            person,
            probability,
            sure: !self.is_of_subject(index, antecedent)
                && weighed(sure(
                    mention,
                    named,
                    self.since_named(index, antecedent),
                    self.article.is_long(),
                )),
        })
    }

    /// What is put for a place that stands for its government: "the Orrinese government", "the government of Orrin", "Orrin's
    /// government".
    fn government(&self, place: &Mention, of: Government) -> Reference {
        let government = &self.document.mentions[of.mention];
        let words = &self.document.analyses[government.sentence].words;
        let first = if words[government.first].upos == Upos::Det {
            government.first + 1
        } else {
            government.first
        };
        let span = words[first]
            .span
            .cover(words[of.place.max(government.head)].span);
        let article = if government.form == Form::Possessive {
            ""
        } else {
            "the "
        };
        Reference {
            mention: self
                .replaced(place)
                .cover(self.document.analyses[place.sentence].words[place.first].span),
            name: format!("{article}{}", span.of(&self.article.text)),
            antecedent: span,
            reason: FOR_GOVERNMENT,
            pronoun: "",
            person: false,
            probability: None,
            sure: true,
        }
    }

    /// Whether a possessive pronoun goes with the subject of its own clause rather than with an antecedent that its sentence
    /// has not named: "The Harls had lost their ship".
    fn is_of_subject(&self, index: usize, antecedent: usize) -> bool {
        let mention = &self.document.mentions[index];
        let words = &self.document.analyses[mention.sentence].words;
        if mention.form != Form::Pronoun || words[mention.head].deprel != Deprel::NmodPoss {
            return false;
        }
        let entity = self.resolution.entity_of[antecedent];
        let above = std::iter::successors(words[mention.head].head, |&at| words[at].head).take(8);
        let analysis = &self.document.analyses[mention.sentence];
        let subject = above
            .filter_map(|verb| analysis.children_with(verb, &[Deprel::Nsubj]).next())
            .find(|&subject| subject < mention.head);
        let subject = subject
            .and_then(|subject| self.at.get(&(mention.sentence, subject)))
            .copied();
        let mentioned = (0..index)
            .rev()
            .take_while(|&other| self.document.mentions[other].sentence == mention.sentence)
            .any(|other| self.resolution.entity_of[other] == entity);
        let fits = |subject: usize| {
            let named = &self.document.mentions[subject];
            named.form != Form::Pronoun
                && mention.agreement.fits(named.agreement)
                && (mention.pronoun != "they" || named.agreement.plural != Some(false))
        };
        !mentioned && subject.is_some_and(fits)
    }

    /// How many sentences before a mention its antecedent's entity was named last, by a name or noun phrase.
    fn since_named(&self, index: usize, antecedent: usize) -> usize {
        let named = &self.named[self.resolution.entity_of[antecedent]];
        let nearest = named[..named.partition_point(|&other| other < index)].last();
        let sentence = |mention: usize| self.document.mentions[mention].sentence;
        nearest.map_or(0, |&nearest| {
            sentence(index).saturating_sub(sentence(nearest))
        })
    }

    /// The one of whom the article says that they are "the mayor".
    fn bearer(&self, mention: &Mention) -> Option<usize> {
        // "The user" may be anybody, whoever else is called one.
        let lemma = self.document.analyses[mention.sentence].words[mention.head]
            .lemma
            .as_str();
        let anybody = matches!(
            lemma,
            "client" | "customer" | "player" | "reader" | "user" | "viewer" | "visitor"
        );
        let fits = self.is_bare(mention) && mention.agreement.plural == Some(false) && !anybody;
        self.roles
            .get(&mention.lemma)
            .copied()
            .flatten()
            .filter(|_| fits)
    }

    /// Whether the words are no part of a word or name: not "he" in "[T]he", nor "Okafor" in "Mr. Okafor".
    fn stands_free(&self, mention: &Mention) -> bool {
        let before = self
            .article
            .text
            .get(..mention.span.start)
            .and_then(|before| before.chars().next_back());
        let words = &self.document.analyses[mention.sentence].words;
        let first = mention.name.map_or(mention.first, |(first, _)| first);
        let behind_title = first.checked_sub(1).is_some_and(|title| {
            agreement::is_title(&words[title].lower) || words[title].lower == "née"
        });
        !behind_title && before.is_none_or(|before| !before.is_alphanumeric() && before != ']')
    }

    /// "the mayor", "this mayor", with nothing that says which: not "the man who", "the mayor of".
    fn is_bare(&self, mention: &Mention) -> bool {
        let words = &self.document.analyses[mention.sentence].words;
        let goes_on = words.get(mention.last + 1).is_some_and(|next| {
            matches!(
                next.lower.as_str(),
                "who" | "whom" | "whose" | "which" | "that" | "of"
            )
        });
        mention.modifiers.is_empty()
            && mention.last == mention.head
            && mention.first + 1 == mention.head
            && mention.name.is_none()
            && !goes_on
    }

    /// "such treaties", "this week"
    fn is_kind_or_time(&self, mention: &Mention) -> bool {
        let analysis = &self.document.analyses[mention.sentence];
        let head = analysis.words[mention.head].span;
        analysis.words[mention.first].lower == "such"
            || analysis.times.iter().any(|time| time.span.contains(head))
    }

    /// What names the likeliest of the entities that a pronoun may stand for, and how likely it is among them.
    fn referent(&self, index: usize) -> Option<(usize, f32)> {
        let mention = &self.document.mentions[index];
        let referents = &self.resolution.referents[index];
        let fits = |antecedent: usize| {
            let named = &self.document.mentions[antecedent];
            // "The board … they say": a name in the singular would not agree with the verb.
            let plural = mention.pronoun != "they" || named.agreement.plural == Some(true);
            let words = &self.document.analyses[named.sentence].words;
            // "He" is not "Holm and Berg".
            let one = named.name.is_none_or(|(first, last)| {
                words[first..=last].iter().all(|word| word.lower != "and")
            });
            let animate = !matches!(mention.pronoun, "he" | "she")
                || one && (named.name.is_some() || named.agreement.animate == Some(true));
            // "My" is of another speaker outside of a quotation.
            let own = matches!(words[named.first].lower.as_str(), "my" | "our" | "your");
            let heard = !own || named.quotation == mention.quotation;
            heard
                && plural
                && animate
                && mention.agreement.fits(named.agreement)
                && self.naming(named).is_some()
        };
        let analysis = &self.document.analyses[mention.sentence];
        // "He" in somebody's own words is another.
        let speaker = mention
            .quotation
            .and_then(|quotation| self.document.quotations.speakers[quotation]);
        let speaker = speaker
            .filter(|_| matches!(mention.pronoun, "he" | "she"))
            .and_then(|place| self.at.get(&place))
            .map(|&speaker| self.resolution.entity_of[speaker]);
        // "It ought to fall" is of something, whatever the parser makes of it.
        let refers = analysis.words[mention.head]
            .head
            .is_some_and(|head| shares_subject(analysis, head));
        let mut total = if refers {
            0.0
        } else {
            referents.none * UNNAMED
        };
        let mut best = None;
        for &(entity, probability) in referents.of.iter().filter(|of| Some(of.0) != speaker) {
            match self.antecedent(entity, index) {
                Some(antecedent) if fits(antecedent) => {
                    total += probability;
                    best = best.or(Some((antecedent, probability)));
                }
                Some(_) => {}
                None => total += probability * UNNAMED,
            }
        }
        best.map(|(antecedent, probability)| (antecedent, probability / total))
    }

    /// Why a pronoun may be replaced, or `None` for what no name can stand for.
    fn pronoun(&self, index: usize) -> Option<&'static str> {
        let mention = &self.document.mentions[index];
        let lower = self.document.analyses[mention.sentence].words[mention.head]
            .lower
            .as_str();
        match mention.pronoun {
            _ if is_reflexive(lower) => None,
            "it" if is_expletive(&self.document.analyses[mention.sentence], mention.head) => None,
            "he" | "she" => Some("pronoun for a person"),
            "it" => Some("pronoun for a thing"),
            "they" => Some("plural pronoun"),
            _ => None,
        }
    }

    /// The fullest name among the mentions of an entity.
    fn name_of(&self, cluster: &[usize]) -> Option<usize> {
        let mentions = &self.document.mentions;
        let is_named = |&other: &usize| {
            let mention = &mentions[other];
            mention.name.is_some()
                && !mention.name_words.is_empty()
                && !mention.coordinated
                && self.counts(mention)
        };
        let named: Vec<usize> = cluster.iter().copied().filter(is_named).collect();
        let people = named
            .iter()
            .copied()
            .filter(|&other| is_person(&mentions[other]));
        if let Some(full) = people
            .clone()
            .find_map(|other| self.full_name(&mentions[other]))
        {
            return Some(full);
        }
        let mut times: BTreeMap<&[u32], usize> = BTreeMap::new();
        for &other in &named {
            *times.entry(&mentions[other].name_words).or_default() += 1;
        }
        let times = |other: usize| times.get(mentions[other].name_words.as_slice()).copied();
        // Of equals the first.
        named.iter().copied().reduce(|best, other| {
            if times(other) > times(best) {
                other
            } else {
                best
            }
        })
    }

    /// Whether a mention may stand for its entity where that has no name.
    fn is_phrase(&self, index: usize) -> bool {
        let mention = &self.document.mentions[index];
        let words = &self.document.analyses[mention.sentence].words;
        if mention.coordinated {
            return self.joins_names(mention) && self.counts(mention);
        }
        let named = matches!(
            mention.form,
            Form::Definite | Form::Indefinite | Form::Possessive | Form::Bare
        );
        // "Yes, sir."
        let head = &words[mention.head];
        let addressed = matches!(head.deprel.base(), Deprel::Vocative | Deprel::Discourse)
            || agreement::is_title(&head.lower);
        let measures = MEASURES.contains(&head.lemma.as_str());
        let adverbial =
            head.deprel.base() == Deprel::Obl && OF_ADVERBIALS.contains(&head.lemma.as_str());
        named
            && !addressed
            && !measures
            && !adverbial
            && head.upos == Upos::Noun
            && self.counts(mention)
    }

    /// "Okafor and Lund"; what is said of each is left out.
    fn joins_names(&self, mention: &Mention) -> bool {
        let words = &self.document.analyses[mention.sentence].words;
        let names = |word: &Word| {
            word.upos == Upos::Propn || matches!(word.lower.as_str(), "and" | "&" | ",")
        };
        let words = &words[mention.first..=mention.last];
        words.iter().all(names)
            && words
                .iter()
                .any(|word| matches!(word.lower.as_str(), "and" | "&"))
    }

    /// The mention that names the entity best: the fullest name, else the nearest noun phrase before.
    fn antecedent(&self, entity: usize, index: usize) -> Option<usize> {
        self.names[entity].or_else(|| {
            let phrases = &self.phrases[entity];
            let nearest = phrases[..phrases.partition_point(|&other| other < index)]
                .last()
                .copied()?;
            self.bearer(&self.document.mentions[nearest])
                .or(Some(nearest))
        })
    }

    /// The words of a mention that are replaced: up to the head, or the whole name.
    fn replaced(&self, mention: &Mention) -> ByteSpan {
        let words = &self.document.analyses[mention.sentence].words;
        let (first, last) = mention.name.unwrap_or((mention.first, mention.head));
        words[first].span.cover(words[last].span)
    }

    /// "Orrin's mayor", "the council's new rule"; "my son" as it stands; "her husband" with the name of whom it is.
    fn owned(&self, mention: &Mention) -> Option<(ByteSpan, String)> {
        let text = &self.article.text;
        let words = &self.document.analyses[mention.sentence].words;
        let plain = words[mention.first..=mention.head]
            .iter()
            .all(|word| !matches!(word.upos, Upos::Num | Upos::Cconj | Upos::Adp | Upos::Punct));
        let phrase = words[mention.first].span.cover(words[mention.head].span);
        let (owner, owned) = (
            &words[mention.first],
            ByteSpan::new(words[mention.first].span.end, phrase.end).of(text),
        );
        let name = match owner.lower.as_str() {
            _ if !plain => return None,
            "the" | "my" | "our" | "your" => format!("{}{owned}", owner.lower),
            _ if owner.upos != Upos::Pron => phrase.of(text).to_string(),
            _ => {
                let owner = *self.at.get(&(mention.sentence, mention.first))?;
                let &(entity, probability) = self.resolution.referents[owner].of.first()?;
                let named =
                    &self.document.mentions[self.names[entity].filter(|_| probability >= SURE)?];
                let fits = self.document.mentions[owner]
                    .agreement
                    .fits(named.agreement);
                let name = self
                    .naming(named)
                    .filter(|_| fits && mention.agreement.animate == Some(true))?
                    .1;
                format!("{name}{}{owned}", genitive(&name))
            }
        };
        Some((phrase, name))
    }

    /// Where a mention is named, and its name; or its noun phrase up to the head as what is known already: "about 200
    /// red buses" → "the red buses", "The council's new rule" → "the council's new rule". `None` where the phrase says only how many or which of several.
    fn naming(&self, mention: &Mention) -> Option<(ByteSpan, String)> {
        let text = &self.article.text;
        let words = &self.document.analyses[mention.sentence].words;
        if mention.coordinated {
            return Some((mention.span, mention.span.of(text).to_string()));
        }
        if let Some((first, last)) = mention.name {
            let name = words[first].span.cover(words[last].span);
            let odd = |form: &str| {
                matches!(
                    form,
                    ":" | ";" | "," | "(" | ")" | "\"" | "/" | "$" | "=" | "#" | "|" | "<" | ">"
                ) || form.starts_with("--")
            };
            if words[first..=last].iter().any(|word| odd(&word.form)) {
                return None;
            }
            let article = self
                .articles
                .get(mention.name_words.as_slice())
                .is_some_and(|&balance| balance > 0);
            return Some((
                name,
                if article {
                    format!("the {}", name.of(text))
                } else {
                    name.of(text).to_string()
                },
            ));
        }
        if mention.form == Form::Possessive {
            return self.owned(mention);
        }
        let first = (mention.first..=mention.head).find(|&token| {
            matches!(
                words[token].upos,
                Upos::Adj | Upos::Noun | Upos::Propn | Upos::Verb
            )
        })?;
        let known = (first..=mention.head).all(|token| {
            !matches!(
                words[token].upos,
                Upos::Det | Upos::Pron | Upos::Num | Upos::Punct | Upos::Cconj | Upos::Adp
            )
        });
        let counting = (mention.first..=mention.head).any(|token| {
            matches!(
                words[token].lemma.as_str(),
                "more"
                    | "few"
                    | "many"
                    | "much"
                    | "several"
                    | "other"
                    | "another"
                    | "some"
                    | "such"
                    | "no"
                    | "any"
                    | "each"
                    | "every"
                    | "most"
                    | "same"
                    | "next"
                    | "last"
            )
        });
        let span = words[first].span.cover(words[mention.head].span);
        let phrase = span.of(text);
        let others_lower = words[first + 1..=mention.head]
            .iter()
            .all(|word| !word.form.starts_with(char::is_uppercase));
        let opens = first == 0 && others_lower && words[first].upos != Upos::Propn;
        let lowered = if opens {
            lowered(phrase)
        } else {
            phrase.to_string()
        };
        let name = if mention.form == Form::Bare {
            lowered
        } else {
            format!("the {lowered}")
        };
        (known && !counting).then(|| {
            (
                words[mention.first].span.cover(words[mention.head].span),
                name,
            )
        })
    }
}
