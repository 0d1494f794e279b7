//! How sure the holder is, and whether the holder affirms or denies (FactBank, Saurí & Pustejovsky 2009).
//!
//! Decided on modal verbs, adverbs, weakening cues and the author's stance; a plain declarative is certain. Polarity is
//! decided on negation of the predicate, negative subjects and objects, and cues that deny. Words decide the value; where
//! the weights' factuality of the predicate speaks against it, another rule, whose reliability is counted apart, says so.

use super::Decision;
use super::clause::Clause;
use super::modality::modals;
use crate::analysis::{Analysis, Word};
use crate::attribution::Attribution;
use crate::grammar::{Deprel, Upos};
use crate::span::ByteSpan;
use crate::terms::{Certainty, CueType, Kind, Polarity};

/// Factuality below which a predicate without negation or modality is in doubt, and above which a negated one is: the
/// negation may be of something else ("left us the water for nothing").
const DOUBTED: f32 = 1.0;
const DOUBTED_NEGATION: f32 = 2.5;

/// Whether and how surely the predicate happened, from -3 to 3, as the weights see it: the mean on the scales of UW, UDS-IH2
/// and CommitmentBank. What lies ahead is near 0, and "should" below, so only facts and judgements are asked for it.
fn factuality(word: &Word) -> f32 {
    let [uw, uds, _, commitment_bank, _] = word.factuality;
    (uw + uds + commitment_bank) / 3.0
}

/// Decides the certainty of a claim of a kind and polarity.
pub(super) fn certainty(
    analysis: &Analysis,
    clause: &Clause,
    attribution: Option<(&Attribution, &Analysis)>,
    kind: Kind,
    polarity: Polarity,
) -> Decision<Certainty, &'static str> {
    let words = &analysis.words;
    let mut cues: Vec<ByteSpan> = Vec::new();
    let mut level = Certainty::Certain;
    let mut rule = "plain_declarative";
    let mut lower = |to: Certainty, name: &'static str, cue: ByteSpan| {
        if to > level {
            level = to;
            rule = name;
        }
        cues.push(cue);
    };
    for token in modals(analysis, clause) {
        let word = &words[token];
        let holder = word.head.unwrap_or(token);
        let negated = analysis.is_negated(holder);
        match word.lower.as_str() {
            "may" | "might" => lower(Certainty::Possible, "modal_possibility", word.span),
            // "It could not carry bicycles" leaves no doubt.
            "could" if !negated => lower(Certainty::Possible, "modal_possibility", word.span),
            _ => {}
        }
    }
    for &token in &clause.tokens {
        let word = &words[token];
        let near = token == clause.predicate
            || word.head == Some(clause.predicate)
            || words[clause.predicate].head == Some(token)
            || word.head.is_some_and(|head| {
                words[head].head == Some(clause.predicate)
                    && words[head].deprel.base() != Deprel::Obl
            });
        if !near {
            continue;
        }
        match word.lower.as_str() {
            "probably" | "presumably" | "likely" | "unlikely" | "apparently" | "seemingly"
            | "supposedly" | "arguably" | "evidently" => {
                lower(Certainty::Probable, "adverb", word.span);
            }
            "perhaps" | "maybe" | "possibly" | "conceivably" | "potentially" => {
                lower(Certainty::Possible, "adverb", word.span)
            }
            "reportedly" | "allegedly" | "purportedly" | "ostensibly" => {
                lower(Certainty::Probable, "hearsay_adverb", word.span)
            }
            "expected" if words.get(token + 1).is_some_and(|next| next.lower == "to") => {
                lower(Certainty::Probable, "expectation", word.span)
            }
            _ => match word.lemma.as_str() {
                "seem" | "appear" if word.upos == Upos::Verb => {
                    lower(Certainty::Probable, "seeming", word.span)
                }
                "look"
                    if token == clause.predicate
                        && analysis
                            .children_with(token, &[Deprel::Xcomp])
                            .next()
                            .is_some() =>
                {
                    lower(Certainty::Probable, "seeming", word.span);
                }
                "tend" => lower(Certainty::Probable, "tendency", word.span),
                _ => {}
            },
        }
    }
    for &stance in &clause.stance {
        let word = &words[stance];
        let negated = analysis.is_negated(stance);
        match word.lemma.as_str() {
            "unclear" | "uncertain" | "wonder" | "possible" | "conceivable" => {
                lower(Certainty::Possible, "stance", word.span)
            }
            "hope" | "fear" | "suspect" | "guess" | "suppose" | "afraid" | "imagine" | "reckon" => {
                lower(Certainty::Probable, "stance", word.span)
            }
            "likely" | "probable" | "seem" | "appear" | "expect" | "unlikely" | "plausible" => {
                lower(Certainty::Probable, "stance", word.span)
            }
            "doubt" if !negated => lower(Certainty::Probable, "stance", word.span),
            "doubtful" | "chance" => lower(Certainty::Possible, "stance", word.span),
            _ => {}
        }
        for modal in analysis.children_with(stance, &[Deprel::Aux]) {
            if matches!(words[modal].lower.as_str(), "may" | "might" | "could") {
                lower(Certainty::Possible, "stance", words[modal].span);
            }
        }
    }
    if let Some((attribution, cue_analysis)) = attribution {
        if attribution.weak {
            lower(Certainty::Probable, "weak_cue", attribution.cue);
        }
        // "Leaders may believe": the author's doubt whether the source holds it.
        let modal = attribution
            .cue_token
            .and_then(|cue| cue_analysis.auxiliary(cue, &["may", "might", "could"]));
        if let Some(modal) = modal {
            lower(
                Certainty::Possible,
                "doubted_cue",
                cue_analysis.words[modal].span,
            );
        }
    }
    let stated = matches!(kind, Kind::Fact | Kind::Value) && polarity == Polarity::Positive;
    if level == Certainty::Certain && stated && factuality(&words[clause.predicate]) < DOUBTED {
        rule = "plain_declarative_doubted";
    }
    let runner_up = match level {
        Certainty::Certain => Some(Certainty::Probable),
        Certainty::Probable => Some(Certainty::Certain),
        Certainty::Possible => Some(Certainty::Probable),
    };
    Decision {
        value: level,
        runner_up,
        rule,
        cues,
    }
}

/// Decides the polarity of a claim of a kind.
pub(super) fn polarity(
    analysis: &Analysis,
    clause: &Clause,
    attribution: Option<&Attribution>,
    kind: Kind,
) -> Decision<Polarity, &'static str> {
    let words = &analysis.words;
    let mut cues: Vec<ByteSpan> = Vec::new();
    let mut rule = "no_negation";
    let mut negative = false;
    let mut deny = |name: &'static str, cue: ByteSpan| {
        negative = !negative;
        rule = name;
        cues.push(cue);
    };
    let bears = |token: usize| {
        let mut above = clause.predicate;
        let mut is_above = token == above;
        for _ in 0..3 {
            if words[above].deprel.base() == Deprel::Xcomp {
                if let Some(head) = words[above].head {
                    above = head;
                    is_above |= token == above;
                }
            }
        }
        is_above
    };
    let negation = clause.tokens.iter().copied().find(|&token| {
        let word = &words[token];
        let of_predicate = word.head.is_some_and(|head| {
            bears(head)
                || words[head].deprel.base() == Deprel::Aux && words[head].head.is_some_and(bears)
        });
        match word.lower.as_str() {
            // "Not everyone is convinced."
            "not"
                if words.get(token + 1).is_some_and(|next| {
                    matches!(
                        next.lower.as_str(),
                        "everyone"
                            | "everybody"
                            | "everything"
                            | "all"
                            | "every"
                            | "many"
                            | "much"
                            | "enough"
                    )
                }) =>
            {
                true
            }
            "not" | "n't" | "never" | "nor" | "hardly" | "scarcely" | "barely" => {
                of_predicate && !correlates(analysis, token)
            }
            "neither" => true,
            "nobody" | "none" | "nothing" | "no-one" => {
                of_predicate
                    || word
                        .head
                        .is_some_and(|head| words[head].head.is_some_and(bears))
            }
            "no" => {
                let noun = word.head;
                let one = words.get(token + 1).is_some_and(|next| next.lower == "one");
                one || noun.is_some_and(|noun| {
                    let relation = words[noun].deprel.base();
                    noun == clause.predicate
                        || matches!(relation, Deprel::Nsubj | Deprel::Obj | Deprel::Advmod)
                            && words[noun].head.is_some_and(bears)
                }) || word.deprel.base() == Deprel::Advmod && of_predicate
            }
            _ => false,
        }
    });
    if let Some(token) = negation {
        deny("negation", words[token].span);
    }
    for &stance in &clause.stance {
        // "I do not think that X" denies X; "I do not doubt that X" affirms it.
        let negated = analysis.is_negated(stance);
        let doubts = matches!(
            words[stance].lemma.as_str(),
            "doubt" | "unlikely" | "impossible" | "doubtful"
        );
        let no_doubt = words[stance].lemma == "doubt" && words[stance].upos == Upos::Noun;
        if (negated ^ doubts)
            && !no_doubt
            && !(words[stance].lemma == "doubt"
                && !negated
                && words[stance].upos == Upos::Verb
                && negation.is_some())
        {
            deny("stance", words[stance].span);
        }
    }
    if let Some(attribution) =
        attribution.filter(|attribution| attribution.cue_type == CueType::Denial)
    {
        deny("denial", attribution.cue);
    }
    if matches!(kind, Kind::Fact | Kind::Value) {
        let factuality = factuality(&words[clause.predicate]);
        rule = match rule {
            "no_negation" if factuality < DOUBTED => "no_negation_doubted",
            "negation" if factuality > DOUBTED_NEGATION => "negation_doubted",
            rule => rule,
        };
    }
    let (value, other) = if negative {
        (Polarity::Negative, Polarity::Positive)
    } else {
        (Polarity::Positive, Polarity::Negative)
    };
    Decision {
        value,
        runner_up: Some(other),
        rule,
        cues,
    }
}

/// "not only …", "not because": the negation is not the predicate's.
fn correlates(analysis: &Analysis, token: usize) -> bool {
    analysis
        .words
        .get(token + 1)
        .is_some_and(|next| matches!(next.lower.as_str(), "only" | "just" | "merely" | "least"))
}
