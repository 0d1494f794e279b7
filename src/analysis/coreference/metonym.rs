//! Places that stand for their governments: "Orrin refused" for the Orrinese government, where the article has named that
//! one before.

use super::mention::{Form, Mention};
use crate::analysis::{Analysis, Word};
use std::collections::BTreeMap;

/// Words for those who govern a place.
const GOVERNING: [&str; 5] = ["administration", "authority", "cabinet", "government", "regime"];

/// What governments do and places do not.
const ACTS: [&str; 46] = [
    "accept", "accuse", "agree", "announce", "appeal", "argue", "ask", "ban", "believe", "blame", "call", "claim", "complain",
    "condemn", "decide", "declare", "demand", "deny", "expect", "expel", "fear", "hope", "insist", "intend", "negotiate", "offer",
    "oppose", "order", "plan", "pledge", "promise", "propose", "protest", "ratify", "refuse", "reject", "respond", "say", "sign",
    "tell", "threaten", "urge", "veto", "vow", "want", "warn",
];

/// Names of peoples that don't begin as their country's does.
const IRREGULAR: [(&str, &str); 14] = [
    ("american", "united states"), ("british", "united kingdom"), ("danish", "denmark"), ("dutch", "netherlands"),
    ("english", "england"), ("finnish", "finland"), ("french", "france"), ("greek", "greece"), ("irish", "ireland"), ("peruvian", "peru"), ("polish", "poland"),
    ("spanish", "spain"), ("swiss", "switzerland"), ("welsh", "wales"),
];

/// For mentions of places that stand for a government the mention that named it last. Linear but for the few governments.
pub(super) fn governments(mentions: &[Mention], analyses: &[Analysis]) -> BTreeMap<usize, usize> {
    let mut governed: Vec<(Place, usize)> = Vec::new();
    // "Orrin, the Tarnish capital", "the Tarnish capital, Orrin".
    let mut capitals: Vec<(String, String)> = Vec::new();
    let located = located(analyses);
    let mut found = BTreeMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        let analysis = &analyses[mention.sentence];
        let head = &analysis.words[mention.head];
        if mention.coordinated {
            continue;
        }
        if head.upos == "NOUN" && GOVERNING.contains(&head.lemma.as_str()) {
            governed.extend(places(analysis, mention.head).map(|place| (place, index)));
        }
        if let Some((capital, country)) = capital(analysis, mention.head) {
            capitals.push((capital, country));
        }
        if mention.form == Form::Name && mention.name_words.len() == 1 && acts(analysis, mention.head) {
            let place = head.lower.as_str();
            let country = capitals.iter().rev().find(|(capital, _)| capital == place).map(|(_, country)| country.as_str());
            // "Brandt said" is not of "Brandt's government".
            let is_located = located.get(place).is_some_and(|&balance| balance > 0);
            let of = |name: &str| name == place || is_of(name, place) || country.is_some_and(|country| name == country || is_of(name, country) || is_of(country, name));
            let government = governed.iter().rev().find(|(governed, _)| (governed.behind || is_located || governed.name != place) && of(&governed.name)).map(|&(_, government)| government);
            found.extend(government.map(|government| (index, government)));
        }
    }
    found
}

/// For each word of names how much more often it is taken for a place's than for another's.
fn located(analyses: &[Analysis]) -> BTreeMap<&str, i32> {
    let mut balances = BTreeMap::new();
    for word in analyses.iter().flat_map(|analysis| &analysis.words).filter(|word| !word.entity.is_empty()) {
        *balances.entry(word.lower.as_str()).or_default() += if word.entity.ends_with("-Location") { 1 } else { -1 };
    }
    balances
}

/// What says of what place something is.
struct Place {
    /// In lower case: "orrin", "orrinese".
    name: String,
    /// "the government of Orrin": not of somebody, as "Brandt's government" may be.
    behind: bool,
}

fn places(analysis: &Analysis, head: usize) -> impl Iterator<Item = Place> + '_ {
    let said = analysis.children_with(head, &["nmod", "compound", "amod"]).filter(|&child| names(&analysis.words[child]));
    said.map(move |child| Place { name: analysis.words[child].lower.clone(), behind: child > head })
}

fn capital(analysis: &Analysis, head: usize) -> Option<(String, String)> {
    let words = &analysis.words;
    let beside = analysis.children_with(head, &["appos"]).next()?;
    let (name, noun) = if words[head].lemma == "capital" { (beside, head) } else { (head, beside) };
    let country = (words[noun].lemma == "capital" && words[name].upos == "PROPN").then(|| places(analysis, noun).next())??;
    Some((words[name].lower.clone(), country.name))
}

/// A name, or an adjective of one.
fn names(word: &Word) -> bool {
    matches!(word.upos.as_str(), "PROPN" | "ADJ") && word.form.starts_with(char::is_uppercase)
}

/// Whether a mention is the subject of what only somebody can do.
fn acts(analysis: &Analysis, head: usize) -> bool {
    let word = &analysis.words[head];
    let verb = word.head.map(|verb| &analysis.words[verb]);
    word.relation == "nsubj" && verb.is_some_and(|verb| verb.upos == "VERB" && ACTS.contains(&verb.lemma.as_str()))
}

/// Whether an adjective is of a place: "Norwegian" of "Norway", "French" of "France".
fn is_of(adjective: &str, place: &str) -> bool {
    let shared = adjective.chars().zip(place.chars()).take_while(|(one, other)| one == other).count();
    let ends = ["an", "ese", "ish", "i", "ic", "er", "ite"].iter().any(|ending| adjective.ends_with(ending));
    ends && shared >= 4.min(place.chars().count()) || IRREGULAR.contains(&(adjective, place))
}

#[cfg(test)]
mod tests {
    use super::is_of;

    #[test]
    fn adjectives_of_places() {
        for (adjective, place) in [("norwegian", "norway"), ("orrinese", "orrin"), ("polish", "poland"), ("french", "france"), ("iraqi", "iraq")] {
            assert!(is_of(adjective, place), "{adjective} {place}");
        }
        for (adjective, place) in [("norwegian", "sweden"), ("portland", "portugal"), ("mali", "malta"), ("german", "greece")] {
            assert!(!is_of(adjective, place), "{adjective} {place}");
        }
    }
}
