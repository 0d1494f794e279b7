//! How a relative clause is said without its pronoun: what the pronoun refers to is put in its place.

use super::{Change, Wording};
use crate::analysis::Analysis;
use crate::analysis::coreference::{agreement, genitive, lowered};
use crate::article::Article;
use crate::claim::ClauseKind;
use crate::claim::clause::Clause;
use crate::grammar::{Deprel, Feature, Upos};
use crate::span::ByteSpan;

/// What a pronoun is in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// "Voss, who has run the service" → *Voss has run the service*.
    Subject,
    /// "Voss, whose ship sank" → *Voss's ship sank*.
    Owner,
    /// "Tarn, on which we rely", "Tarn, where we live" → *on Tarn we rely*, *in Tarn we live*.
    Inside,
    /// "the Polaris, which Voss owns" → *Voss owns the Polaris*.
    Object,
}

/// The pronoun of a relative clause and what it refers to.
#[derive(Debug, Clone)]
pub(super) struct Relative {
    /// Token of the pronoun.
    pub pronoun: usize,
    /// What it is there.
    pub way: Way,
    /// Token with which the clause goes on behind what it refers to: the pronoun, or a word that leads to it.
    pub first: usize,
    /// What it refers to.
    pub antecedent: ByteSpan,
    /// The words to put for it elsewhere than at the head of the sentence.
    pub name: String,
}

/// How likely the pronoun may be of another noun of the phrase that is put for it.
const MOST_AMBIGUOUS: f32 = 0.2;

/// Finds the pronoun of a relative clause that can be said alone. `spans` are the pieces of its claim.
pub(super) fn relative(
    article: &Article,
    analysis: &Analysis,
    clause: &Clause,
    spans: &[ByteSpan],
) -> Option<Relative> {
    if clause.kind != ClauseKind::Relative {
        return None;
    }
    let words = &analysis.words;
    let pronoun = clause.tokens.iter().copied().find(|&token| {
        matches!(
            words[token].lower.as_str(),
            "who" | "which" | "whose" | "where" | "whom"
        )
    })?;
    // The comma, with at most a few words behind it: "on which", "most of which".
    let comma = (pronoun.saturating_sub(4)..pronoun)
        .rev()
        .find(|&before| words[before].is_punctuation())?;
    let mut named: Vec<usize> = clause
        .tokens
        .iter()
        .copied()
        .take_while(|&token| token < comma)
        .collect();
    // "a quirk of the law in Delaware, where": the nearest place.
    if words[pronoun].lower == "where" {
        let preposition = named
            .iter()
            .rposition(|&token| words[token].upos == Upos::Adp)
            .filter(|&at| at + 1 < named.len());
        named.drain(..preposition.map_or(0, |at| at + 1));
    }
    let antecedent = words[*named.first()?]
        .span
        .cover(words[*named.last()?].span);
    if !agrees(analysis, clause, pronoun, &named) {
        return None;
    }
    let first = comma + 1;
    let is_subject = |token: usize| words[token].deprel.base() == Deprel::Nsubj;
    let way = match words[pronoun].lower.as_str() {
        "whose" if words[pronoun].head.is_some_and(is_subject) && first == pronoun => Way::Owner,
        "whose" => return None,
        "where" => Way::Inside,
        _ if is_object(analysis, clause, pronoun) && first == pronoun => Way::Object,
        _ if is_subject(pronoun) && first == pronoun => Way::Subject,
        _ if is_subject(pronoun)
            || analysis
                .children_with(pronoun, &[Deprel::Case])
                .next()
                .is_some() =>
        {
            Way::Inside
        }
        _ => return None,
    };
    // What is said in another place must stand together.
    let together = spans
        .first()
        .is_some_and(|piece| piece.contains(antecedent.cover(words[pronoun].span)));
    if !together && way != Way::Subject {
        return None;
    }
    let name = antecedent.of(&article.text);
    let opens = named.first() == Some(&0)
        && matches!(
            words[0].upos,
            Upos::Det | Upos::Pron | Upos::Adj | Upos::Num | Upos::Noun
        );
    let name = if opens {
        lowered(name)
    } else {
        name.to_string()
    };
    let name = if words[pronoun].lower == "where" {
        format!("in {name}")
    } else {
        name
    };
    Some(Relative {
        pronoun,
        way,
        first,
        antecedent,
        name,
    })
}

/// What is put for the pronoun, and taken off where what it refers to is said in another place.
pub(super) fn changes(wording: &Wording, relative: &Relative) -> Vec<Change> {
    let Wording {
        article,
        analysis,
        own,
        clause,
        ..
    } = wording;
    let pronoun = analysis.words[relative.pronoun].span;
    let Some(piece) = own.iter().find(|piece| piece.contains(pronoun)) else {
        return Vec::new();
    };
    let behind = ByteSpan::new(pronoun.end, piece.end).of(&article.text);
    let with_blank = pronoun.end + behind.len() - behind.trim_start().len();
    let change = |from: usize, to: usize, words: &str| Change {
        at: ByteSpan::new(from, to),
        to: words.to_string(),
        reason: "relative pronoun replaced",
        origin: Some(relative.antecedent),
        probability: None,
    };
    // Behind what it refers to, comma and all; at the head of a piece of its own, with the blank that follows.
    let beside = piece.contains(relative.antecedent);
    let from = if beside {
        relative.antecedent.end
    } else {
        piece.start
    };
    match relative.way {
        Way::Subject => vec![change(
            from,
            if beside { pronoun.end } else { with_blank },
            "",
        )],
        Way::Owner => vec![change(
            from,
            pronoun.end,
            genitive(relative.antecedent.of(&article.text)),
        )],
        Way::Inside => {
            vec![
                change(piece.start, analysis.words[relative.first].span.start, ""),
                change(pronoun.start, pronoun.end, &relative.name),
            ]
        }
        Way::Object => {
            // "which she plays with"
            let ends = |token: usize| {
                analysis.words.get(token).is_none_or(|word| {
                    !matches!(
                        word.upos,
                        Upos::Det | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Pron
                    )
                })
            };
            let next = analysis.words.get(clause.predicate + 1).filter(|next| {
                next.upos == Upos::Adp && piece.contains(next.span) && ends(clause.predicate + 2)
            });
            let verb = next.unwrap_or(&analysis.words[clause.predicate]).span.end;
            vec![
                change(piece.start, with_blank, ""),
                change(verb, verb, &format!(" {}", relative.name)),
            ]
        }
    }
}

/// Whether what the tree has the pronoun refer to can be it: a thing for "which", for "who" somebody where the tree could be
/// read so, and not several for a verb in the singular.
fn agrees(analysis: &Analysis, clause: &Clause, pronoun: usize, named: &[usize]) -> bool {
    let words = &analysis.words;
    let Some(head) = words[clause.predicate]
        .head
        .filter(|head| named.contains(head))
        .or(named.last().copied())
    else {
        return false;
    };
    let antecedent = agreement(analysis, head);
    let verb = analysis
        .children_with(clause.predicate, &[Deprel::Aux, Deprel::Cop])
        .next()
        .unwrap_or(clause.predicate);
    let several = antecedent.plural == Some(true)
        || analysis
            .children_with(head, &[Deprel::Conj])
            .next()
            .is_some();
    let counts = words[pronoun].deprel.base() != Deprel::Nsubj
        || !several
        || !words[verb].has(Feature::NumberSing);
    let person = |token: usize| agreement(analysis, token).animate == Some(true);
    // "The nature of the alliance, which": either of them?
    let within = words[clause.predicate]
        .rivals
        .iter()
        .filter(|&&(rival, _)| {
            named.contains(&rival)
                && !matches!(words[rival].deprel.base(), Deprel::Flat | Deprel::Appos)
        });
    let ambiguous = within.map(|&(_, probability)| probability).sum::<f32>() > MOST_AMBIGUOUS;
    counts
        && !ambiguous
        && match words[pronoun].lower.as_str() {
            "which" => !person(head),
            "who" | "whom" => {
                person(head)
                    || !words[clause.predicate]
                        .rivals
                        .iter()
                        .any(|&(rival, _)| person(rival))
            }
            _ => true,
        }
}

/// Whether the predicate acts on the pronoun; some trees call "which" in "which Voss repaired" a second subject.
fn is_object(analysis: &Analysis, clause: &Clause, pronoun: usize) -> bool {
    let word = &analysis.words[pronoun];
    let acted =
        word.head == Some(clause.predicate) && word.upos == Upos::Pron && word.lower != "who";
    let other = || {
        analysis
            .children_with(clause.predicate, &[Deprel::Nsubj])
            .any(|child| child > pronoun && child < clause.predicate)
    };
    let passive = analysis
        .children(clause.predicate)
        .iter()
        .any(|&child| analysis.words[child].deprel == Deprel::AuxPass);
    acted
        && !passive
        && (word.deprel.base() == Deprel::Obj || word.deprel.base() == Deprel::Nsubj && other())
}
