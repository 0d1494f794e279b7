//! Named entities and their mentions, from the tags of the weights.

use super::{Analysis, Word};
use crate::span::ByteSpan;
use std::collections::BTreeMap;

/// A named entity where it is named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention<'a> {
    /// Place in the article's text.
    pub span: ByteSpan,
    /// `Person`, `Organization`, `Location`, `NORP`, `Facility`, `Product`, `Date`, `Money` or `Miscellaneous`
    /// (English Worldwide Newswire, Shan et al. 2023).
    pub kind: &'a str,
}

/// The mentions in one sentence, in the order of the text; an inner tag without its first begins a mention.
pub fn mentions(words: &[Word]) -> Vec<Mention<'_>> {
    let mut mentions = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let kind = words[start].entity.get(2..).unwrap_or("");
        let inside = |word: &&Word| word.entity.strip_prefix("I-") == Some(kind);
        let end = start + 1 + words[start + 1..].iter().take_while(inside).count();
        if !kind.is_empty() {
            mentions.push(Mention { span: words[start].span.cover(words[end - 1].span), kind });
        }
        start = end;
    }
    mentions
}

/// A person, organisation, place or other thing with a name, and where it is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity<'a> {
    /// The fullest name.
    pub name: String,
    /// What most of its mentions are tagged as; the first of equals.
    pub kind: &'a str,
    /// Its mentions in the order of the text.
    pub mentions: Vec<ByteSpan>,
}

/// The entities of an article in the order in which they are named first. Equal names are one entity, and a single
/// name is the person last named in full whose name begins or ends with it: "Maria Okafor" … "Okafor". Dates and sums
/// of money are none. `n log n` in the number of mentions.
pub fn entities<'a>(text: &str, analyses: &'a [Analysis]) -> Vec<Entity<'a>> {
    let mut entities: Vec<(Entity, Vec<&str>)> = Vec::new();
    let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
    let mentions = analyses.iter().flat_map(|analysis| mentions(&analysis.words));
    for mention in mentions.filter(|mention| !matches!(mention.kind, "Date" | "Money")) {
        let words: Vec<&str> = mention.span.of(text).split_whitespace().skip_while(|word| word.eq_ignore_ascii_case("the")).collect();
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        let name = words.join(" ");
        let known = by_name.get(&name).copied();
        // "Okafor" was named before "Maria Okafor".
        let shorter = || (words.len() > 1 && mention.kind == "Person").then(|| by_name.get(*last).copied())?;
        let shorter = || shorter().filter(|&index| !entities[index].0.name.contains(' '));
        let index = known.or_else(shorter).unwrap_or(entities.len());
        if index == entities.len() {
            entities.push((Entity { name: name.clone(), kind: mention.kind, mentions: Vec::new() }, Vec::new()));
        }
        let (entity, kinds) = &mut entities[index];
        entity.mentions.push(mention.span);
        kinds.push(mention.kind);
        if words.len() > 1 && mention.kind == "Person" {
            for part in [first, last] {
                by_name.insert(part.to_string(), index);
            }
            if !entity.name.contains(' ') {
                entity.name.clone_from(&name);
            }
        }
        by_name.insert(name, index);
    }
    let most = |kinds: &[&'a str]| {
        let count = |kind: &str| kinds.iter().filter(|other| **other == kind).count();
        kinds.iter().copied().reduce(|best, other| if count(other) > count(best) { other } else { best }).unwrap_or("")
    };
    entities.into_iter().map(|(entity, kinds)| Entity { kind: most(&kinds), ..entity }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words parted by blanks; `/` and a letter tag a person (`p`) or an organisation (`o`), `+` what goes on.
    fn tagged(text: &str) -> (String, Vec<Analysis>) {
        let mut analysis = Analysis::default();
        let mut plain = String::new();
        for word in text.split(' ') {
            let (form, tag) = word.split_once('/').unwrap_or((word, ""));
            let start = plain.len();
            plain += form;
            let entity = match tag {
                "p" => "B-Person",
                "+p" => "I-Person",
                "o" => "B-Organization",
                "+o" => "I-Organization",
                _ => "",
            };
            let span = ByteSpan::new(start, plain.len());
            analysis.words.push(Word { form: form.into(), entity: entity.into(), span, ..Word::default() });
            plain.push(' ');
        }
        (plain, vec![analysis])
    }

    #[test]
    fn short_names_join_the_full_one_whichever_comes_first() {
        for text in ["Maria/p Okafor/+p met Okafor/p of the/o Harbour/+o Trust/+o .", "Okafor/p met Maria/p Okafor/+p of Harbour/o Trust/+o ."] {
            let (plain, analyses) = tagged(text);
            let found: Vec<(String, &str, usize)> =
                entities(&plain, &analyses).into_iter().map(|entity| (entity.name, entity.kind, entity.mentions.len())).collect();
            assert_eq!(found, [("Maria Okafor".into(), "Person", 2), ("Harbour Trust".into(), "Organization", 1)]);
        }
    }
}
