//! Which claims say again what the author has said before, in the same or in other words.
//!
//! Decided on what their words mean: each word counts by its rarity and by how near the nearest word of the other claim
//! stands in sense, as in word mover's distance (Kusner et al. 2015). Claims that speak of other things, or otherwise, are
//! never likened. Known to miss what is said again with no word in common.

use super::overlap::content_words;
use super::text::Text;
use crate::grammar::{Deprel, Feature, Upos};
use crate::inference::{Sense, Senses, Weights};
use crate::span::ByteSpan;
use crate::terms::{Kind, Polarity};
use std::collections::BTreeSet;

/// From which likeness on two claims are taken to say the same. `evaluation/score_restatements.py` counts that few pairs below
/// it do; of those above, most are near 1, so that .9 would do as well.
const RESTATES: f64 = 0.8;

/// How many claims are compared with each other.
const MOST_COMPARED: usize = 200;

/// Claims of fewer words are not likened: "it gets better".
const FEWEST_WORDS: usize = 3;

/// A shorter word, in bytes, of what is put for a pronoun carries no sense: "the".
const SHORTEST_PUT_WORD: usize = 4;

/// Verbs that say too little to be likened.
const LIGHT_VERBS: [&str; 16] = [
    "be", "have", "do", "make", "take", "get", "go", "come", "give", "put", "say", "let", "keep",
    "become", "seem", "use",
];

/// For each claim the author's earlier claim that it is most like, where that is enough to say the same, and how like it is.
pub(super) fn restated(weights: &Weights, text: &Text) -> Vec<Option<(usize, f64)>> {
    let mut senses = Senses::new(weights);
    let of_author = (0..text.claims.len()).filter(|&claim| text.is_author(claim));
    let contents: Vec<(usize, Content)> = of_author
        .take(MOST_COMPARED)
        .map(|claim| (claim, content(&mut senses, text, claim)))
        .collect();
    let mut restated = vec![None; text.claims.len()];
    for (index, (later, content)) in contents.iter().enumerate() {
        restated[*later] = contents[..index]
            .iter()
            .map(|(earlier, other)| (*earlier, likeness(&senses, content, other)))
            .filter(|(_, likeness)| *likeness >= RESTATES)
            .max_by(|one, other| one.1.total_cmp(&other.1));
    }
    restated
}

/// What a claim says.
#[derive(Debug, Clone, Default)]
struct Content {
    /// Words that carry sense, those put for pronouns among them, and how rare they are.
    words: Vec<(Sense, f32)>,
    names: BTreeSet<String>,
    figures: BTreeSet<String>,
    /// Lemma of the subject or of what it refers to; `None` where nobody is sure whom the claim is said of.
    subject: Option<String>,
    sentence: usize,
    kind: Option<Kind>,
    conditional: bool,
    polarity: Option<Polarity>,
}

impl Content {
    /// Whether what the claims speak of, or how, speaks against their saying the same.
    fn disagrees(&self, other: &Content) -> bool {
        let apart = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
            !one.is_subset(other) && !other.is_subset(one)
        };
        // Two claims of one sentence are two.
        self.sentence == other.sentence
            || self.subject.is_none()
            || self.subject != other.subject
            || (self.kind, self.conditional, self.polarity)
                != (other.kind, other.conditional, other.polarity)
            || apart(&self.figures, &other.figures)
            || apart(&self.names, &other.names)
    }

    /// Whether a word of one is a word of the other.
    fn shares_word(&self, other: &Content) -> bool {
        let said = |sense: &Sense| other.words.iter().any(|(other, _)| sense == other);
        self.words.iter().any(|(sense, _)| said(sense))
    }
}

fn content(senses: &mut Senses, text: &Text, claim: usize) -> Content {
    let record = &text.claims[claim];
    let forms = |upos: Upos| {
        text.words(claim)
            .filter(move |word| word.upos == upos)
            .map(|word| word.lower.clone())
    };
    let put = put_words(text, claim);
    let put_names = put
        .iter()
        .filter(|word| word.starts_with(char::is_uppercase))
        .map(|word| word.to_lowercase());
    let lemmas: BTreeSet<String> = content_words(text, claim)
        .into_iter()
        .filter(|lemma| !LIGHT_VERBS.contains(&lemma.as_str()))
        .chain(put.iter().map(|word| word.to_lowercase()))
        .collect();
    let words = lemmas
        .iter()
        .filter_map(|lemma| Some((senses.sense(lemma)?, senses.rarity(lemma))))
        .collect();
    Content {
        words,
        names: put_names.chain(forms(Upos::Propn)).collect(),
        figures: forms(Upos::Num).collect(),
        subject: subject(text, claim),
        sentence: record.sentence,
        kind: text.kind(claim),
        conditional: record.condition.is_some(),
        polarity: record.polarity.as_ref().map(|polarity| polarity.value),
    }
}

/// The longer words of the names that stand behind the claim's pronouns and short names.
fn put_words<'a>(text: &Text<'a>, claim: usize) -> Vec<&'a str> {
    let record = &text.claims[claim];
    let words = &text.reading.analyses[record.sentence].words;
    let inside = |span: ByteSpan| record.spans.iter().any(|own| own.contains(span));
    let tokens = (0..words.len()).filter(|&token| inside(words[token].span));
    tokens
        .filter_map(|token| text.reading.coreference.sure(record.sentence, token))
        .filter(|reference| inside(reference.mention))
        .flat_map(|reference| {
            reference
                .name
                .split(|letter: char| !letter.is_alphanumeric())
        })
        .filter(|word| word.len() >= SHORTEST_PUT_WORD)
        .collect()
}

/// Lemma of the subject, or of the head of what it refers to.
fn subject(text: &Text, claim: usize) -> Option<String> {
    let record = &text.claims[claim];
    let analysis = &text.reading.analyses[record.sentence];
    let subject = analysis
        .children_with(record.predicate, &[Deprel::Nsubj])
        .next()?;
    let word = &analysis.words[subject];
    if word.has(Feature::PronTypeRel) {
        let antecedent = analysis.words[record.predicate].head?;
        return Some(analysis.words[antecedent].lemma.to_lowercase());
    }
    let reference = text.reading.coreference.sure(record.sentence, subject);
    let is_open =
        word.upos == Upos::Pron && word.has(Feature::Person3) || word.has(Feature::PronTypeDem);
    match reference {
        Some(reference) => head_lemma(text, reference.antecedent),
        None if is_open => None,
        None => Some(word.lemma.to_lowercase()),
    }
}

/// Lemma of the word of a phrase that hangs on none of its words.
fn head_lemma(text: &Text, phrase: ByteSpan) -> Option<String> {
    let n_begun = text.reading.analyses.partition_point(|analysis| {
        analysis
            .words
            .first()
            .is_none_or(|word| word.span.start <= phrase.start)
    });
    let words = &text.reading.analyses[n_begun.checked_sub(1)?].words;
    let inside = |token: usize| phrase.contains(words[token].span);
    let head = (0..words.len())
        .find(|&token| inside(token) && words[token].head.is_none_or(|head| !inside(head)))?;
    Some(words[head].lemma.to_lowercase())
}

/// How alike what two claims say is, 0 to 1. Nothing where they share no word, where one has too few, or where subject, kind,
/// condition, names, figures or polarity differ.
fn likeness(senses: &Senses, one: &Content, other: &Content) -> f64 {
    let n_words = one.words.len().min(other.words.len());
    if n_words < FEWEST_WORDS || one.disagrees(other) || !one.shares_word(other) {
        return 0.0;
    }
    let nearest = |sense: Sense, words: &[(Sense, f32)]| {
        words
            .iter()
            .map(|&(other, _)| senses.alike(sense, other))
            .fold(0.0f32, f32::max)
    };
    let (mut alike, mut all) = (0.0f32, 0.0f32);
    for (words, others) in [(&one.words, &other.words), (&other.words, &one.words)] {
        for &(sense, rarity) in words {
            let near = nearest(sense, others);
            alike += rarity * near * near;
            all += rarity;
        }
    }
    if all > 0.0 {
        f64::from(alike / all)
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, links};
    use super::*;
    use crate::testing::{WEIGHTS, report};

    #[test]
    fn what_says_the_same_restates() {
        const SAME: &str = "restates (similar_sense)";
        #[rustfmt::skip]
        check(links, &[
            ("{The council should keep the night ferry}. ¶ [The council must keep the night ferry].", SAME),
            ("{The council sold the boats}. ¶ [The council has sold the boats].", SAME),
            // A figure or name more is no other one.
            ("{The council sold the old boats}. ¶ [The council sold three old boats].", SAME),
            ("{The council sold the old boats to Norway}. ¶ [The council sold the old boats].", SAME),
            ("{The council sold the old harbour boats and the broken wooden quay to Norway}. ¶ [The council sold the old harbour boats and the broken wooden quay yesterday].", SAME),
            ("{The council sold two old boats}. ¶ [The council sold three old boats].", "-"),
            ("{The council sold the old boats to Norway}. ¶ [The council sold the old boats to Denmark].", "-"),
            // Another subject, polarity, kind or condition.
            ("{The council sold the old boats}. ¶ [The mayor sold the old boats].", "-"),
            ("{The council sold the old boats}. ¶ [The council did not sell the old boats].", "-"),
            ("{The council sold the old boats}. ¶ [The council will sell the old boats].", "-"),
            ("{The boats should run at night}. ¶ If the town pays, [the boats should run at night].", "-"),
            // Too few words that say something.
            ("{The council failed}. ¶ [The council failed].", "-"),
            ("{The council keeps the boats}. ¶ [The council keeps the boats].", "-"),
            // What somebody else says, and what the same sentence says.
            ("The mayor says that {the council sold the old boats}. ¶ [The council sold the old boats].", "-"),
            ("{The council sold the old boats}, and [the council sold the old boats].", "-"),
            ("{The council sold the old boats}. ¶ [The council opened a new school].", "-"),
            // A pronoun counts for what it refers to, and for nothing where nobody is sure.
            ("{The council sold the old boats}. ¶ [It sold the old boats].", SAME),
            ("{The council sold the old boats}. ¶ [They sold the old boats].", "-"),
            ("{They sold the old boats}. ¶ [They sold the old boats].", "-"),
            ("{This surprised the old council members}. ¶ [This surprised the old council members].", "-"),
            ("{I sold the old boats}. ¶ [I sold the old boats].", SAME),
        ]);
    }

    #[test]
    fn of_several_that_are_alike_the_last_is_restated_once() {
        let report = report(&["The council sold the old boats."; 3].join("\n\n"));
        let ends: Vec<(&str, &str, Option<f64>)> = report
            .relations
            .iter()
            .map(|relation| {
                (
                    relation.from.as_str(),
                    relation.to.as_str(),
                    relation.similarity,
                )
            })
            .collect();
        assert_eq!(ends, [("c2", "c1", Some(1.0)), ("c3", "c2", Some(1.0))]);
    }

    #[test]
    fn what_is_put_for_a_pronoun_counts_among_the_words() {
        let report = report("The council sold the old boats.\n\nIt sold the old boats.");
        let similarities: Vec<Option<f64>> = report
            .relations
            .iter()
            .map(|relation| relation.similarity)
            .collect();
        assert_eq!(similarities, [Some(1.0)]);
    }

    fn says(senses: &mut Senses, words: &str, sentence: usize) -> Content {
        let weighed = words
            .split(' ')
            .map(|word| (senses.sense(word).unwrap(), senses.rarity(word)));
        Content {
            words: weighed.collect(),
            subject: Some("council".into()),
            sentence,
            ..Content::default()
        }
    }

    #[test]
    fn likeness_is_one_for_the_same_words_and_falls_with_each_other_word() {
        let mut senses = Senses::new(&WEIGHTS);
        let whole = says(&mut senses, "council sell boat", 0);
        let again = says(&mut senses, "boat council sell", 1);
        let same = likeness(&senses, &whole, &again);
        assert!((same - 1.0).abs() < 1e-6, "{same}");
        let mut of = |words: &str| {
            let other = says(&mut senses, words, 1);
            let likeness_of = likeness(&senses, &whole, &other);
            // It does not matter which comes first.
            assert!((likeness_of - likeness(&senses, &other, &whole)).abs() < 1e-6);
            likeness_of
        };
        let near = of("council sell ship");
        let far = of("council sell Tuesday");
        let longer = of("council sell boat yesterday afternoon");
        assert!(0.0 < far && far < near && near < 1.0, "{far} {near}");
        assert!(0.0 < longer && longer < 1.0, "{longer}");
        // No word in common; too few words.
        assert_eq!(of("mayor purchase vessel"), 0.0);
        assert_eq!(of("council sell"), 0.0);
    }

    #[test]
    fn claims_that_speak_of_other_things_are_not_alike() {
        let senses = &mut Senses::new(&WEIGHTS);
        let one = says(senses, "council sell boat", 0);
        let set = |words: &[&str]| words.iter().map(|word| word.to_string()).collect();
        let same = Content {
            sentence: 1,
            ..one.clone()
        };
        let others = [
            one.clone(),
            Content {
                subject: Some("mayor".into()),
                ..same.clone()
            },
            Content {
                kind: Some(Kind::Fact),
                ..same.clone()
            },
            Content {
                conditional: true,
                ..same.clone()
            },
            Content {
                polarity: Some(Polarity::Negative),
                ..same.clone()
            },
        ];
        assert!(!one.disagrees(&same));
        for other in others {
            assert!(one.disagrees(&other) && other.disagrees(&one), "{other:?}");
        }
        let unnamed = Content {
            subject: None,
            ..same.clone()
        };
        assert!(unnamed.disagrees(&Content {
            subject: None,
            ..one.clone()
        }));
        let figures = |figures: &[&str], sentence| Content {
            figures: set(figures),
            sentence,
            ..one.clone()
        };
        let names = |names: &[&str], sentence| Content {
            names: set(names),
            sentence,
            ..one.clone()
        };
        assert!(figures(&["two"], 0).disagrees(&figures(&["three"], 1)));
        assert!(!figures(&["two"], 0).disagrees(&figures(&["two", "three"], 1)));
        assert!(!figures(&["two", "three"], 0).disagrees(&figures(&["two"], 1)));
        assert!(names(&["lee"], 0).disagrees(&names(&["ray"], 1)));
        assert!(!names(&["lee"], 0).disagrees(&names(&[], 1)));
    }
}
