//! What names each entity: the fullest name among its mentions, else the noun phrases that brought it in.
//!
//! A person may be named by the last word of a full name alone or by what the article says they are ("the mayor"), as
//! long as only one person of the article bears it.

use super::agreement;
use super::document::Document;
use super::mention::{Form, Mention};
use super::metonym::{self, Government};
use super::resolution::Resolution;
use crate::analysis::Word;
use crate::article::Article;
use crate::grammar::{Deprel, EntityType, Upos};
use crate::terms::BlockKind;
use std::collections::{BTreeMap, BTreeSet};

/// The entities of an article with what names each.
pub(super) struct Names<'a> {
    pub article: &'a Article,
    pub document: &'a Document<'a>,
    pub resolution: &'a Resolution,
    /// For each entity the mention with its fullest name.
    pub fullest: Vec<Option<usize>>,
    /// For each entity the noun phrases that may stand for it, in order.
    pub phrases: Vec<Vec<usize>>,
    /// For each entity its mentions but pronouns, in order.
    pub named: Vec<Vec<usize>>,
    /// For each entity all its mentions, in order.
    pub members: Vec<Vec<usize>>,
    /// What entities are said to be: "Port Hale, the smallest town", by the lemma's number.
    pub descriptions: BTreeSet<(usize, u32)>,
    /// For a word that ends full names of people, the first of them; `None` where several people bear it.
    surnames: BTreeMap<u32, Option<usize>>,
    /// For the words of a name how many more of its mentions have "the" than have not.
    pub articles: BTreeMap<&'a [u32], i32>,
    /// The mentions by sentence and head.
    pub at: BTreeMap<(usize, usize), usize>,
    /// For places that stand for a government the mention that names it.
    pub governments: BTreeMap<usize, Government>,
    /// For a word that says what somebody is, their fullest name; `None` where it is said of several.
    roles: BTreeMap<u32, Option<usize>>,
}

/// What things are counted in; a pronoun is seldom of them.
#[rustfmt::skip]
const MEASURES: [&str; 25] = [
    "acre", "cent", "centimetre", "crown", "degree", "dollar", "euro", "foot", "franc", "gram",
    "hectare", "inch", "kilo", "kilogram", "kilometre", "litre", "metre", "mile", "penny",
    "percent", "pound", "rupee", "ton", "tonne", "yen",
];

/// Nouns of adverbials, which speak of nothing: "as a result", "in some ways", "for a moment".
const OF_ADVERBIALS: [&str; 24] = [
    "case", "course", "day", "end", "example", "fact", "hand", "instance", "kind", "lot", "manner",
    "means", "moment", "order", "part", "place", "point", "result", "sort", "thing", "time",
    "turn", "view", "way",
];

/// Roles in which anybody may be, whoever else is called one: "the user".
const ANYBODY: [&str; 7] = [
    "client", "customer", "player", "reader", "user", "viewer", "visitor",
];

/// What goes on behind a noun to say which one is meant: "the man who", "the mayor of".
const SAYING_WHICH: [&str; 6] = ["who", "whom", "whose", "which", "that", "of"];

impl<'a> Names<'a> {
    pub fn new(article: &'a Article, document: &'a Document, resolution: &'a Resolution) -> Self {
        let mentions = &document.mentions;
        let surnames = surnames(article, mentions);
        let clusters = resolution.clusters();
        let no_pronouns = |cluster: &Vec<usize>| {
            let named = |&index: &usize| mentions[index].form != Form::Pronoun;
            cluster.iter().copied().filter(named).collect()
        };
        let single = mentions.iter().enumerate();
        let mut names = Names {
            article,
            document,
            resolution,
            fullest: Vec::new(),
            phrases: Vec::new(),
            named: clusters.iter().map(no_pronouns).collect(),
            members: clusters.clone(),
            descriptions: descriptions(document, resolution),
            surnames,
            articles: balance_of_articles(document),
            at: single
                .filter(|(_, mention)| !mention.coordinated)
                .map(|(index, mention)| ((mention.sentence, mention.head), index))
                .collect(),
            governments: metonym::governments(mentions, document.analyses),
            roles: BTreeMap::new(),
        };
        names.roles = names.bearers_of_roles();
        names.fullest = clusters
            .iter()
            .map(|cluster| names.fullest_name(cluster))
            .collect();
        let phrases = |cluster: Vec<usize>| {
            let mut cluster = cluster;
            cluster.retain(|&index| names.is_phrase(index));
            cluster
        };
        names.phrases = clusters.into_iter().map(phrases).collect();
        names
    }

    /// For a word that says what somebody is, their fullest name; `None` where it is said of several.
    fn bearers_of_roles(&self) -> BTreeMap<u32, Option<usize>> {
        let mentions = &self.document.mentions;
        let mut roles: BTreeMap<u32, Option<usize>> = BTreeMap::new();
        for (index, mention) in mentions.iter().enumerate() {
            if !is_person(mention) || !is_running_text(self.article, mention) {
                continue;
            }
            let bearer = self.full_name(mention).unwrap_or(index);
            let same = |known: usize| mentions[known].name_words == mentions[bearer].name_words;
            for &role in &mention.roles {
                roles
                    .entry(role)
                    .and_modify(|known| *known = known.filter(|&known| same(known)))
                    .or_insert(Some(bearer));
            }
        }
        roles
    }

    /// The one person of the article whose full name ends with the name of a mention.
    pub fn full_name(&self, mention: &Mention) -> Option<usize> {
        let surname = mention.name_words.last()?;
        let found = self.surnames.get(surname).copied().flatten()?;
        let full = &self.document.mentions[found];
        mention
            .name_words
            .iter()
            .all(|word| full.name_words.contains(word))
            .then_some(found)
    }

    /// The fullest name among the mentions of an entity.
    fn fullest_name(&self, cluster: &[usize]) -> Option<usize> {
        let mentions = &self.document.mentions;
        let is_named = |&other: &usize| {
            let mention = &mentions[other];
            mention.name.is_some()
                && !mention.name_words.is_empty()
                && !mention.coordinated
                && is_running_text(self.article, mention)
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
            return self.joins_names(mention) && is_running_text(self.article, mention);
        }
        let named = matches!(
            mention.form,
            Form::Definite | Form::Indefinite | Form::Possessive | Form::Bare
        );
        // "Yes, sir."
        let head = &words[mention.head];
        let addressed = matches!(head.deprel.base(), Deprel::Vocative | Deprel::Discourse)
            || agreement::is_title(&head.lower);
        let measures = head.has_lemma(&MEASURES);
        let adverbial = head.deprel.base() == Deprel::Obl && head.has_lemma(&OF_ADVERBIALS);
        named
            && !addressed
            && !measures
            && !adverbial
            && head.upos == Upos::Noun
            && is_running_text(self.article, mention)
    }

    /// "Okafor and Lund"; what is said of each is left out.
    fn joins_names(&self, mention: &Mention) -> bool {
        let words = &self.document.analyses[mention.sentence].words;
        let names = |word: &Word| word.upos == Upos::Propn || word.is(&["and", "&", ","]);
        let words = &words[mention.first..=mention.last];
        words.iter().all(names) && words.iter().any(|word| word.is(&["and", "&"]))
    }

    /// The mention that names the entity best: the fullest name, else the nearest noun phrase before.
    pub fn antecedent(&self, entity: usize, index: usize) -> Option<usize> {
        self.fullest[entity].or_else(|| {
            let phrases = &self.phrases[entity];
            let nearest = phrases[..phrases.partition_point(|&other| other < index)]
                .last()
                .copied()?;
            self.bearer(&self.document.mentions[nearest])
                .or(Some(nearest))
        })
    }

    /// The one of whom the article says that they are "the mayor".
    pub fn bearer(&self, mention: &Mention) -> Option<usize> {
        // "The user" may be anybody, whoever else is called one.
        let lemma = self.document.analyses[mention.sentence].words[mention.head]
            .lemma
            .as_str();
        let anybody = ANYBODY.contains(&lemma);
        let fits = self.is_bare(mention) && mention.agreement.plural == Some(false) && !anybody;
        self.roles
            .get(&mention.lemma)
            .copied()
            .flatten()
            .filter(|_| fits)
    }

    /// "the mayor", "this mayor", with nothing that says which: not "the man who", "the mayor of".
    pub fn is_bare(&self, mention: &Mention) -> bool {
        let words = &self.document.analyses[mention.sentence].words;
        let goes_on = words
            .get(mention.last + 1)
            .is_some_and(|next| next.is(&SAYING_WHICH));
        mention.modifiers.is_empty()
            && mention.last == mention.head
            && mention.first + 1 == mention.head
            && mention.name.is_none()
            && !goes_on
    }
}

/// What entities are said to be, in an apposition or as a predicate.
fn descriptions(document: &Document, resolution: &Resolution) -> BTreeSet<(usize, u32)> {
    let said = document.described.iter().zip(&document.mentions);
    said.filter_map(|(of, mention)| Some((resolution.entity_of[(*of)?], mention.lemma)))
        .collect()
}

/// Whether a mention stands in running text: headings neither refer nor name.
pub(super) fn is_running_text(article: &Article, mention: &Mention) -> bool {
    let block = article.blocks.get(mention.block);
    !block.is_some_and(|block| matches!(block.kind, BlockKind::Title | BlockKind::Heading))
}

/// For a word that ends full names of people, the first of them; `None` where several people bear it or it is a given name:
/// "Thomas" is "Thomas Lund" as well as "Peter Thomas".
fn surnames(article: &Article, mentions: &[Mention]) -> BTreeMap<u32, Option<usize>> {
    let mut surnames: BTreeMap<u32, Option<usize>> = BTreeMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        let words = &mention.name_words;
        if !is_person(mention) || words.len() < 2 || !is_running_text(article, mention) {
            continue;
        }
        let within = |known: usize| {
            let full = &mentions[known].name_words;
            full.iter().all(|word| words.contains(word))
        };
        surnames
            .entry(words[words.len() - 1])
            .and_modify(|known| *known = known.filter(|&known| within(known)))
            .or_insert(Some(index));
        surnames.insert(words[0], None);
    }
    surnames
}

/// For the words of a name how many more of its mentions have "the" than have not.
fn balance_of_articles<'a>(document: &'a Document) -> BTreeMap<&'a [u32], i32> {
    let mut balances: BTreeMap<&[u32], i32> = BTreeMap::new();
    for mention in document
        .mentions
        .iter()
        .filter(|mention| mention.name.is_some())
    {
        let balance = balances.entry(mention.name_words.as_slice()).or_default();
        *balance += if has_article(document, mention) {
            1
        } else {
            -1
        };
    }
    balances
}

/// Whether a mention names one person.
pub(super) fn is_person(mention: &Mention) -> bool {
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

#[cfg(test)]
mod tests;
