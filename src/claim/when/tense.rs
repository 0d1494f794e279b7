//! What the verb of a claim and its auxiliaries say of its time.

use crate::analysis::Analysis;
use crate::attribution::Attribution;
use crate::claim::ClauseKind;
use crate::claim::clause::Clause;
use crate::claim::modality::{
    FUTURE, ahead, auxiliaries, holders, is_demanded, is_liking, modals, obligation,
};
use crate::grammar::{Deprel, Feature, Upos};
use crate::span::ByteSpan;
use crate::terms::{CueType, Period};

/// The time that a verb speaks of.
#[derive(Debug, Clone)]
pub(super) struct Tense {
    /// Where it lies from the date of writing.
    pub period: Period,
    /// Name of the rule.
    pub rule: &'static str,
    /// Whether it is a present perfect, whose lengths of time end at the date of writing.
    pub perfect: bool,
    /// Whether that perfect with a length of time tells of what goes on: "has run the ferry since 2020".
    pub lasts: bool,
    cues: Vec<usize>,
}

impl Tense {
    fn of(period: Period, rule: &'static str, cues: Vec<usize>) -> Tense {
        Tense {
            period,
            rule,
            perfect: false,
            lasts: false,
            cues,
        }
    }

    /// The words that decided.
    pub fn spans(&self, analysis: &Analysis) -> Vec<ByteSpan> {
        self.cues
            .iter()
            .map(|&token| analysis.words[token].span)
            .collect()
    }
}

/// The tense of a claim: by modal verbs, then what is wanted, due or expected, then the finite verb.
pub(super) fn tense(
    analysis: &Analysis,
    clause: &Clause,
    attribution: Option<&Attribution>,
) -> Option<Tense> {
    let auxiliaries = auxiliaries(analysis, clause);
    // "The others will": its verb is left out.
    let alone = Some(clause.predicate).filter(|&token| {
        matches!(
            analysis.words[token].lower.as_str(),
            "will" | "would" | "should" | "must" | "may" | "might" | "could" | "can"
        )
    });
    if let Some(modal) = modals(analysis, clause).first().copied().or(alone) {
        return Some(of_modal(analysis, clause, &auxiliaries, modal));
    }
    if attribution.is_some_and(|attribution| is_demanded(analysis, clause, attribution)) {
        return Some(Tense::of(
            Period::Future,
            "demanded",
            vec![clause.predicate],
        ));
    }
    if let Some(token) = obligation(analysis, clause) {
        return Some(Tense::of(Period::Future, "obligation", vec![token]));
    }
    // "was expected to" too: papers write so of what still lies ahead.
    if let Some(token) = ahead(analysis, clause) {
        return Some(Tense::of(Period::Future, "expectation", vec![token]));
    }
    of_verb(analysis, clause, &auxiliaries).or_else(|| of_infinitive(analysis, clause, attribution))
}

fn of_modal(analysis: &Analysis, clause: &Clause, auxiliaries: &[usize], modal: usize) -> Tense {
    let words = &analysis.words;
    let lower = words[modal].lower.as_str();
    let predicate = clause.predicate;
    let perfect = auxiliaries
        .iter()
        .copied()
        .find(|&token| token > modal && words[token].lower == "have");
    // "The depot may be empty" speaks of now, "may close" does not.
    let copula = auxiliaries.iter().any(|&token| {
        words[token].deprel.base() == Deprel::Cop && words[token].head == Some(predicate)
    });
    let state = copula || is_state(&words[predicate].lemma);
    // "The two could not differ more."
    let compares = clause
        .tokens
        .iter()
        .any(|&token| token > modal && words[token].has(Feature::DegreeCmp));
    let period = match lower {
        _ if FUTURE.contains(&lower) => Period::Future,
        _ if perfect.is_some() => Period::Past,
        // "They'd left."
        "'d" if words[modal].lemma == "have"
            || words[predicate].has(Feature::VerbFormPart) && auxiliaries.len() == 1 =>
        {
            Period::Past
        }
        "would" | "'d" if is_liking(words, modal) => Period::Present,
        "could" if analysis.is_negated(predicate) && !compares => Period::Past,
        "can" | "ca" => Period::Present,
        "may" | "might" | "could" if state || compares && analysis.is_negated(predicate) => {
            Period::Present
        }
        _ => Period::Future,
    };
    Tense::of(
        period,
        "auxiliary",
        [Some(modal), perfect].into_iter().flatten().collect(),
    )
}

fn of_verb(analysis: &Analysis, clause: &Clause, auxiliaries: &[usize]) -> Option<Tense> {
    let words = &analysis.words;
    let predicate = clause.predicate;
    let finite = |token: &usize| words[*token].has(Feature::VerbFormFin);
    let bearer = auxiliaries
        .first()
        .copied()
        .or_else(|| holders(analysis, clause).into_iter().find(finite))
        .unwrap_or(predicate);
    let word = &words[bearer];
    let rule = if auxiliaries.contains(&bearer) && word.deprel.base() == Deprel::Aux {
        "auxiliary"
    } else {
        "tense"
    };
    let cues = || {
        if rule == "auxiliary" && bearer != predicate {
            vec![bearer, predicate]
        } else {
            vec![bearer]
        }
    };
    let perfect = rule == "auxiliary" && word.lemma == "have";
    let past = word.has(Feature::TensePast)
        || matches!(word.lower.as_str(), "was" | "were" | "had" | "did");
    if perfect && !past {
        let goes_on = words[predicate].has(Feature::VerbFormGer)
            || words[predicate].lower.ends_with("ing") && words[predicate].upos == Upos::Verb;
        let period = if goes_on {
            Period::Present
        } else {
            Period::Past
        };
        let lemma = words[predicate].lemma.as_str();
        let kept = matches!(lemma, "open" | "close" | "shut")
            && auxiliaries
                .iter()
                .any(|&token| words[token].lower == "been");
        return Some(Tense {
            perfect: true,
            lasts: goes_on || kept || !changes(lemma),
            ..Tense::of(period, rule, cues())
        });
    }
    // A participle without an auxiliary, in a headline or where the parser took a past tense for one, is past too.
    if past {
        return Some(Tense::of(Period::Past, rule, cues()));
    }
    // "Attitudes depend on it": the plain form, which the parser may take for an infinitive.
    let plain = word.lower == word.lemma
        && word.upos == Upos::Verb
        && clause.kind != ClauseKind::Coordinated
        && analysis.subject_of_clause(bearer).is_some();
    let infinitive = analysis
        .children_with(bearer, &[Deprel::Mark])
        .any(|mark| words[mark].lower == "to");
    (word.has(Feature::TensePres) && word.has(Feature::VerbFormFin) || plain && !infinitive)
        .then(|| Tense::of(Period::Present, rule, cues()))
}

/// Verbs of what is so, rather than of what happens.
fn is_state(lemma: &str) -> bool {
    matches!(
        lemma,
        "seem"
            | "sound"
            | "look"
            | "appear"
            | "feel"
            | "know"
            | "want"
            | "like"
            | "think"
            | "believe"
            | "mean"
            | "need"
            | "exist"
            | "belong"
            | "contain"
            | "include"
    )
}

/// Verbs of what comes to an end in itself: "has halved since 2021" is done, "has run it since 2020" goes on.
fn changes(lemma: &str) -> bool {
    matches!(
        lemma,
        "rise"
            | "fall"
            | "grow"
            | "drop"
            | "shrink"
            | "climb"
            | "increase"
            | "decrease"
            | "decline"
            | "double"
            | "triple"
            | "halve"
            | "improve"
            | "worsen"
            | "become"
            | "change"
            | "begin"
            | "start"
            | "end"
            | "stop"
            | "finish"
            | "open"
            | "close"
            | "shut"
            | "die"
            | "kill"
            | "lose"
            | "win"
            | "gain"
            | "leave"
            | "arrive"
            | "return"
            | "come"
            | "go"
            | "move"
            | "buy"
            | "sell"
            | "build"
            | "cut"
            | "raise"
            | "add"
            | "reach"
            | "make"
            | "turn"
            | "sour"
            | "see"
            | "reduce"
            | "expand"
            | "emerge"
            | "collapse"
            | "recover"
            | "happen"
            | "publish"
            | "release"
            | "announce"
    )
}

/// "plans to close the road": what somebody means to do lies ahead.
fn of_infinitive(
    analysis: &Analysis,
    clause: &Clause,
    attribution: Option<&Attribution>,
) -> Option<Tense> {
    let intended =
        attribution.is_some_and(|attribution| attribution.cue_type == CueType::Intention);
    let infinitive = analysis.words[clause.predicate].has(Feature::VerbFormInf);
    (intended && infinitive).then(|| Tense::of(Period::Future, "demanded", vec![clause.predicate]))
}
