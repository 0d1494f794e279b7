//! Who is credited: the mention, its name and what it is (`people.tsv`).
//!
//! Known to go wrong where the parser cuts a long title in two, and on nouns that the list lacks.

use super::Source;
use crate::analysis::coreference::{Pronoun, Reference, ReferenceRule, is_title};
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Feature, Upos};
use crate::reading::Reading;
use crate::span::ByteSpan;
use crate::terms::SourceType;
use std::collections::HashMap;
use std::sync::LazyLock;

/// From so many words on nothing more is added to a mention.
const LONGEST_MENTION: usize = 40;

/// From which probability on a pronoun's name stands for who speaks.
const LIKELY_SPEAKER: f32 = 0.75;

/// How many words above "who" its relative clause is looked for.
const MOST_STEPS: usize = 5;

/// What may stand inside a name without being a word of it: "Corran & Lisle".
const JOINING: [&str; 4] = ["&", "-", "'s", "’s"];

static TYPES: LazyLock<HashMap<&str, SourceType>> = LazyLock::new(|| {
    let lines = include_str!("people.tsv").lines();
    lines.filter_map(read_line).collect()
});

/// Noun and type of a line; `None` of a comment.
fn read_line(line: &str) -> Option<(&str, SourceType)> {
    let (noun, source_type) = line.split_once('\t')?;
    let source_type = match source_type {
        "person" => SourceType::Person,
        "group" => SourceType::Group,
        "organisation" => SourceType::Organisation,
        "document" => SourceType::Document,
        "unnamed" => SourceType::Unnamed,
        _ => return None,
    };
    Some((noun, source_type))
}

/// The source whose mention is headed by `token`, or by what that relative pronoun stands for. Relative clauses and
/// appositions are no part of the mention.
pub(super) fn source_at(reading: &Reading, sentence: usize, token: usize) -> Source {
    let analysis = &reading.analyses[sentence];
    let text = &reading.article.text;
    let head = antecedent(analysis, token).unwrap_or(token);
    let head = name_behind_title(analysis, head).unwrap_or(head);
    let (first, last) = mention(analysis, head);
    let span = analysis.words[first].span.cover(analysis.words[last].span);
    let reference = reading.coreference.likely(sentence, head);
    let reference = reference.filter(|reference| names_speaker(reference));
    let name = match (apposed_name(analysis, head), reference) {
        (Some(apposed), _) => apposed.of(text).to_string(),
        (None, Some(reference)) => reference.name.clone(),
        (None, None) => span.of(text).to_string(),
    };
    Source {
        span,
        name,
        source_type: source_type(analysis, head, reference),
    }
}

/// Whether a reference names who speaks: a wrong name lies about somebody, so that a pronoun stays where it is doubtful.
fn names_speaker(reference: &Reference) -> bool {
    let is_likely = |probability| probability >= LIKELY_SPEAKER;
    if reference.pronoun.is_none() {
        return true;
    }
    // "Revenue will fall, it said": "it" speaks only for what can.
    let speaks = reference.pronoun != Some(Pronoun::It) || can_speak(&reference.name);
    speaks && (reference.sure || reference.probability.is_some_and(is_likely))
}

/// Whether a name is a proper one, or has a noun of the list.
fn can_speak(name: &str) -> bool {
    let mut words = name.split(' ');
    words.any(|word| {
        let is_article = matches!(word, "The" | "A" | "An" | "This" | "That");
        word.starts_with(char::is_uppercase) && !is_article || TYPES.contains_key(word)
    })
}

/// What "who" stands for in "the people who suggest that …": the noun that the clause hangs on.
fn antecedent(analysis: &Analysis, token: usize) -> Option<usize> {
    let words = &analysis.words;
    if words[token].upos != Upos::Pron || !words[token].is(&["who", "which", "that"]) {
        return None;
    }
    let mut clause = std::iter::once(token).chain(analysis.ancestors(token).take(MOST_STEPS));
    let noun = clause
        .find(|&at| words[at].deprel == Deprel::AclRelcl)
        .and_then(|at| words[at].head)
        .filter(|&noun| noun < token && words[noun].upos.is_nominal());
    // Where the tree has no relative clause: the noun right in front of "who".
    // "He asked the mayor who said it": what is asked is no relative clause.
    let is_asked = || {
        let verb = words[token].head;
        verb.is_some_and(|verb| words[verb].deprel.base() == Deprel::Ccomp)
    };
    let beside = || {
        let before = token.checked_sub(1)?;
        let is_noun = matches!(words[before].upos, Upos::Noun | Upos::Propn);
        (words[token].is(&["who"]) && is_noun && !is_asked()).then_some(before)
    };
    noun.or_else(beside)
}

/// "Mr Obama said …": some trees give the verb two subjects, title and name.
fn name_behind_title(analysis: &Analysis, title: usize) -> Option<usize> {
    let words = &analysis.words;
    let name = words.get(title + 1)?;
    let apart = name.head != Some(title) && words[title].head != Some(title + 1);
    (is_title(&words[title].lower) && name.upos == Upos::Propn && apart).then_some(title + 1)
}

/// First and last word of the mention: one stretch around its head, so that "A spokesman for Corran & Lisle, the engineers …"
/// ends at the comma.
fn mention(analysis: &Analysis, head: usize) -> (usize, usize) {
    let tokens = mention_tokens(analysis, head);
    let joined = |earlier: usize, later: usize| {
        let mut between = analysis.words[earlier + 1..later].iter();
        between.all(|word| JOINING.contains(&word.form.as_str()))
    };
    let at = tokens.binary_search(&head).unwrap_or(0);
    let first = (0..at)
        .rev()
        .take_while(|&before| joined(tokens[before], tokens[before + 1]))
        .last();
    let last = (at + 1..tokens.len())
        .take_while(|&behind| joined(tokens[behind - 1], tokens[behind]))
        .last();
    (tokens[first.unwrap_or(at)], tokens[last.unwrap_or(at)])
}

/// The words of the mention, in order.
fn mention_tokens(analysis: &Analysis, head: usize) -> Vec<usize> {
    let words = &analysis.words;
    let is_coordinated = analysis
        .children(head)
        .iter()
        .any(|&child| words[child].deprel == Deprel::Conj);
    let belongs = |above: usize, child: usize| match words[child].deprel.base() {
        Deprel::Case => above != head,
        Deprel::Cc => above != head || is_coordinated,
        Deprel::Acl
        | Deprel::Appos
        | Deprel::Advcl
        | Deprel::Parataxis
        | Deprel::Mark
        | Deprel::Dep => false,
        _ => !words[child].is_punctuation(),
    };
    let mut tokens = vec![head];
    let mut next = 0;
    while next < tokens.len() && tokens.len() < LONGEST_MENTION {
        let above = tokens[next];
        let children = analysis.children(above).iter().copied();
        tokens.extend(children.filter(|&child| belongs(above, child)));
        next += 1;
    }
    tokens.sort_unstable();
    tokens
}

/// The name in "the mayor, Liv Orr,": an apposition of a noun, without what is said of it ("Liv Orr of Hebden").
fn apposed_name(analysis: &Analysis, head: usize) -> Option<ByteSpan> {
    let words = &analysis.words;
    let name = analysis
        .children_with(head, &[Deprel::Appos])
        .find(|&child| words[child].upos == Upos::Propn)
        .filter(|_| words[head].upos == Upos::Noun)?;
    let belongs = |token: usize| {
        let relation = words[token].deprel.base();
        token == name || matches!(relation, Deprel::Flat | Deprel::Compound)
    };
    let last = analysis
        .subtree(name)
        .into_iter()
        .skip_while(|&token| token < name)
        .take_while(|&token| belongs(token))
        .last()?;
    Some(words[name].span.cover(words[last].span))
}

/// What the source is: a person where its name is one's, else what its noun or name says.
fn source_type(
    analysis: &Analysis,
    head: usize,
    reference: Option<&Reference>,
) -> Option<SourceType> {
    let word = &analysis.words[head];
    let refers_to_person = reference.is_some_and(|reference| reference.person);
    if refers_to_person || apposed_name(analysis, head).is_some() {
        return Some(SourceType::Person);
    }
    type_of_noun(word).or_else(|| match word.upos {
        Upos::Propn => reference
            .and_then(type_of_government)
            .or_else(|| type_of_name(analysis, head)),
        _ => word.has(Feature::NumberPlur).then_some(SourceType::Group),
    })
}

/// What the list says of a noun. One teacher is a person, several are a group.
fn type_of_noun(word: &Word) -> Option<SourceType> {
    match TYPES.get(word.lemma.to_lowercase().as_str()) {
        Some(SourceType::Group) if word.has(Feature::NumberSing) => Some(SourceType::Person),
        listed => listed.copied(),
    }
}

/// "Orrin said", of its government: what the government's name says that it is.
fn type_of_government(reference: &Reference) -> Option<SourceType> {
    let mut words = reference.name.split(' ');
    words
        .find_map(|word| TYPES.get(word).copied())
        .filter(|_| reference.rule == ReferenceRule::Government)
}

/// A name of several words is a person's, one with an article a body's.
fn type_of_name(analysis: &Analysis, name: usize) -> Option<SourceType> {
    let has = |deprel: Deprel| analysis.has_child_with(name, &[deprel]);
    if has(Deprel::Flat) {
        Some(SourceType::Person)
    } else {
        has(Deprel::Det).then_some(SourceType::Organisation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::testing::{read, trees};
    use crate::testing::tree_by_hand;

    #[test]
    fn every_line_of_the_list_is_read() {
        let lines = include_str!("people.tsv").lines();
        let mut n_nouns = 0;
        for line in lines.filter(|line| !line.starts_with('#')) {
            let (noun, source_type) = read_line(line).unwrap_or_else(|| panic!("{line:?}"));
            assert_eq!(TYPES.get(noun), Some(&source_type), "{line}");
            n_nouns += 1;
        }
        assert_eq!(n_nouns, TYPES.len());
        assert_eq!(TYPES.get("poll"), Some(&SourceType::Document));
    }

    /// Mention, name and type of the source headed by a word of a tree.
    fn source(line: &str, token: usize) -> (String, String, Option<SourceType>) {
        let read = trees(&[line]);
        let source = source_at(&read.reading(), 0, token);
        (
            read.words(source.span).to_string(),
            source.name,
            source.source_type,
        )
    }

    #[test]
    fn a_mention_is_one_stretch_around_its_head() {
        let table = [
            (
                "The/DET/det/2 mayor/NOUN/nsubj/3 spoke/VERB/root/0",
                1,
                "The mayor",
            ),
            // Without relative clauses, appositions, conjunctions and prepositions of its own.
            (
                "by/ADP/case/3 the/DET/det/3 mayor/NOUN/obl/0 who/PRON/nsubj/5 left/VERB/acl:relcl/3",
                2,
                "the mayor",
            ),
            (
                "and/CCONJ/cc/2 mayors/NOUN/nsubj/3 spoke/VERB/root/0",
                1,
                "mayors",
            ),
            (
                "mayors/NOUN/nsubj/3 now/ADV/parataxis/1 spoke/VERB/root/0",
                0,
                "mayors",
            ),
            (
                "mayors/NOUN/nsubj/3 now/ADV/dep/1 spoke/VERB/root/0",
                0,
                "mayors",
            ),
            (
                "mayors/NOUN/nsubj/3 if/SCONJ/mark/1 spoke/VERB/root/0",
                0,
                "mayors",
            ),
            (
                "mayors/NOUN/nsubj/3 leaving/VERB/advcl/1 spoke/VERB/root/0",
                0,
                "mayors",
            ),
            (
                "mayors/NOUN/nsubj/3 Orr/PROPN/appos/1 spoke/VERB/root/0",
                0,
                "mayors",
            ),
            // With what is joined to it, and prepositions and conjunctions further down.
            (
                "mayors/NOUN/nsubj/4 and/CCONJ/cc/1 teachers/NOUN/conj/1 spoke/VERB/root/0",
                0,
                "mayors and teachers",
            ),
            (
                "critics/NOUN/nsubj/5 of/ADP/case/4 the/DET/det/4 plan/NOUN/nmod/1 spoke/VERB/root/0",
                0,
                "critics of the plan",
            ),
            (
                "head/NOUN/nsubj/6 of/ADP/case/3 Corran/PROPN/nmod/1 and/CCONJ/cc/5 Lisle/PROPN/conj/3 spoke/VERB/root/0",
                0,
                "head of Corran and Lisle",
            ),
            // Up to a comma, but over a mark inside a name.
            (
                "staff/NOUN/nsubj/5 ,/PUNCT/punct/1 of/ADP/case/4 mayors/NOUN/nmod/1 spoke/VERB/root/0",
                0,
                "staff",
            ),
            (
                "Old/ADJ/amod/3 ,/PUNCT/punct/3 staff/NOUN/nsubj/4 spoke/VERB/root/0",
                2,
                "staff",
            ),
            (
                "Old/ADJ/amod/3 -/PUNCT/punct/3 Corran/PROPN/nsubj/6 &/SYM/punct/5 Lisle/PROPN/flat/3 spoke/VERB/root/0",
                2,
                "Old - Corran & Lisle",
            ),
        ];
        for (line, token, expected) in table {
            assert_eq!(source(line, token).0, expected, "{line}");
        }
        let mut long = "staff/NOUN/nsubj/0".to_string();
        for word in 1..60 {
            long += &format!(" more/NOUN/nmod/{word}");
        }
        let tokens = mention_tokens(&tree_by_hand(&long), 0);
        assert_eq!(tokens.len(), LONGEST_MENTION);
    }

    #[test]
    fn a_relative_pronoun_stands_for_its_noun() {
        let table = [
            (
                "people/NOUN/nsubj/4 who/PRON/nsubj/3 say/VERB/acl:relcl/1 err/VERB/root/0",
                1,
                "people",
            ),
            (
                "people/NOUN/nsubj/5 who/PRON/nsubj/3 want/VERB/acl:relcl/1 say/VERB/xcomp/3 err/VERB/root/0",
                1,
                "people",
            ),
            // No relative clause, a demonstrative's noun behind it, a question.
            ("who/PRON/nsubj/2 said/VERB/root/0", 0, "who"),
            (
                "who/PRON/nsubj/2 says/VERB/acl:relcl/3 people/NOUN/root/0",
                0,
                "who",
            ),
            (
                "people/NOUN/root/0 they/PRON/nsubj/3 say/VERB/acl:relcl/1",
                1,
                "they",
            ),
            (
                "people/NOUN/root/0 that/DET/nsubj/3 say/VERB/acl:relcl/1",
                1,
                "that",
            ),
            (
                "left/VERB/root/0 who/PRON/nsubj/3 say/VERB/acl:relcl/1",
                1,
                "who",
            ),
        ];
        for (line, token, expected) in table {
            assert_eq!(source(line, token).0, expected, "{line}");
        }
    }

    #[test]
    fn a_name_behind_a_title_is_the_head() {
        let apart = tree_by_hand("Mr/PROPN/nsubj/3 Obama/PROPN/nsubj/3 said/VERB/root/0");
        assert_eq!(name_behind_title(&apart, 0), Some(1));
        for line in [
            "Mr/PROPN/nsubj/3 Obama/PROPN/flat/1 said/VERB/root/0",
            "Mr/PROPN/compound/2 Obama/PROPN/nsubj/3 said/VERB/root/0",
            "Liv/PROPN/nsubj/3 Obama/PROPN/nsubj/3 said/VERB/root/0",
            "Mr/PROPN/nsubj/3 mayor/NOUN/nsubj/3 said/VERB/root/0",
            "said/VERB/root/0 Mr/PROPN/nsubj/1",
        ] {
            assert_eq!(
                name_behind_title(
                    &tree_by_hand(line),
                    if line.starts_with("said") { 1 } else { 0 }
                ),
                None,
                "{line}"
            );
        }
    }

    #[test]
    fn an_apposed_name_names_a_noun() {
        let of = |line: &str, token: usize| {
            let (_, name, source_type) = source(line, token);
            (name, source_type)
        };
        let person = Some(SourceType::Person);
        assert_eq!(
            of(
                "baker/NOUN/nsubj/6 ,/PUNCT/punct/3 Liv/PROPN/appos/1 Orr/PROPN/flat/3 ,/PUNCT/punct/3 spoke/VERB/root/0",
                0
            ),
            ("Liv Orr".into(), person)
        );
        assert_eq!(
            of(
                "baker/NOUN/nsubj/6 Liv/PROPN/appos/1 Orr/PROPN/flat/2 of/ADP/case/5 Hebden/PROPN/nmod/2 spoke/VERB/root/0",
                0
            ),
            ("Liv Orr".into(), person)
        );
        // A noun in apposition gives a noun no name, nor a name another name.
        assert_eq!(
            of(
                "baker/NOUN/nsubj/3 neighbour/NOUN/appos/1 spoke/VERB/root/0",
                0
            ),
            ("baker".into(), None)
        );
        assert_eq!(
            of("Liv/PROPN/nsubj/3 Orr/PROPN/appos/1 spoke/VERB/root/0", 0),
            ("Liv".into(), None)
        );
    }

    #[test]
    fn a_source_has_the_type_of_its_noun_or_name() {
        let table = [
            (
                "The council said that the bridge is safe.",
                Some(SourceType::Organisation),
            ),
            (
                "Teachers said that the bridge is safe.",
                Some(SourceType::Group),
            ),
            (
                "A teacher said that the bridge is safe.",
                Some(SourceType::Person),
            ),
            (
                "The mayor said that the bridge is safe.",
                Some(SourceType::Person),
            ),
            (
                "The report said that the bridge is safe.",
                Some(SourceType::Document),
            ),
            (
                "Many say that the bridge is safe.",
                Some(SourceType::Unnamed),
            ),
            (
                "Bakers said that the bridge is safe.",
                Some(SourceType::Group),
            ),
            ("A baker said that the bridge is safe.", None),
            (
                "She said that the bridge is safe.",
                Some(SourceType::Person),
            ),
            (
                "Maria Okafor lives in Leeds. Okafor said that the bridge is safe.",
                Some(SourceType::Person),
            ),
        ];
        for (text, expected) in table {
            let read = read(text);
            let attributions = crate::attribution::find(&read.reading());
            let source = attributions[0].source.as_ref().unwrap();
            assert_eq!(source.source_type, expected, "{text}");
        }
        let read = read("The Norwegian government paid. Norway said that the road was closed.");
        let attributions = crate::attribution::find(&read.reading());
        let source = attributions[0].source.as_ref().unwrap();
        assert_eq!(source.name, "the Norwegian government");
        assert_eq!(source.source_type, Some(SourceType::Organisation));
        let name = |line: &str| type_of_name(&tree_by_hand(line), 0);
        assert_eq!(
            name("Liv/PROPN/nsubj/0 Orr/PROPN/flat/1"),
            Some(SourceType::Person)
        );
        assert_eq!(
            name("Guardian/PROPN/nsubj/0 the/DET/det/1"),
            Some(SourceType::Organisation)
        );
        assert_eq!(name("Liv/PROPN/nsubj/0 young/ADJ/amod/1"), None);
    }

    #[test]
    fn a_pronoun_has_the_name_that_it_refers_to() {
        let read = read("Maria Okafor lives in Leeds. She said that the bridge is safe.");
        let attributions = crate::attribution::find(&read.reading());
        let source = attributions[0].source.as_ref().unwrap();
        assert_eq!(
            (read.words(source.span), source.name.as_str()),
            ("She", "Maria Okafor")
        );
        assert_eq!(source.source_type, Some(SourceType::Person));
    }
}
