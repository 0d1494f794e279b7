//! "It" that refers to nothing.

use crate::analysis::Analysis;
use crate::grammar::{Deprel, Feature, Upos};

/// Predicates that share their subject with the clause behind them, so that it refers where that one's does: "it is likely
/// to fall", "it ought to fall", but not "it is hard to fall".
const SHARING: [&str; 64] = [
    "able",
    "afraid",
    "agree",
    "aim",
    "anxious",
    "apt",
    "attempt",
    "begin",
    "bound",
    "cease",
    "certain",
    "choose",
    "come",
    "continue",
    "decide",
    "deserve",
    "destined",
    "determined",
    "due",
    "eager",
    "eligible",
    "entitled",
    "expect",
    "fail",
    "fit",
    "free",
    "get",
    "have",
    "hesitate",
    "hope",
    "inclined",
    "intend",
    "keen",
    "learn",
    "likely",
    "manage",
    "need",
    "ought",
    "plan",
    "pledge",
    "poised",
    "prepare",
    "prepared",
    "promise",
    "quick",
    "ready",
    "refuse",
    "reluctant",
    "remain",
    "seek",
    "set",
    "slow",
    "stand",
    "start",
    "struggle",
    "sure",
    "tend",
    "threaten",
    "try",
    "unable",
    "unlikely",
    "unwilling",
    "want",
    "willing",
];

/// Whether a predicate shares its subject with a "to" clause behind it.
pub fn shares_subject(analysis: &Analysis, predicate: usize) -> bool {
    SHARING.contains(&analysis.words[predicate].lemma.as_str())
        && has_to_clause(
            analysis,
            predicate,
            &[Deprel::Xcomp, Deprel::Ccomp, Deprel::Advcl],
        )
}

/// Whether a "to" clause of one of these relations stands behind a word.
fn has_to_clause(analysis: &Analysis, above: usize, relations: &[Deprel]) -> bool {
    let to = |clause: usize| {
        analysis
            .children(clause)
            .iter()
            .any(|&mark| analysis.words[mark].lower == "to")
    };
    analysis
        .children_with(above, relations)
        .any(|clause| clause > above && to(clause))
}

/// "It is clear that …", "It was hard to say", "It rained": refers to nothing.
pub fn is_expletive(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    let Some(head) = word.head.filter(|_| word.lower == "it") else {
        return false;
    };
    if shares_subject(analysis, head) {
        return false;
    }
    // "It makes a case" has an object and no clause.
    let clauses = [Deprel::Ccomp, Deprel::Xcomp, Deprel::Advcl, Deprel::Acl];
    let whole = analysis.child(head, Deprel::Obj).is_some()
        && analysis.children_with(head, &clauses).next().is_none();
    let stands_for_clause = word.deprel.base() == Deprel::Expl && !whole
        || analysis
            .children_with(head, &[Deprel::Csubj])
            .next()
            .is_some();
    stands_for_clause
        || match word.deprel.base() {
            Deprel::Nsubj => {
                is_judged(analysis, head)
                    || becomes_judged(analysis, head)
                    || is_occasion(analysis, token, head)
                    || is_appearance(analysis, head)
                    || is_effort(analysis, head)
                    || word.deprel == Deprel::NsubjPass && is_said(analysis, head)
            }
            Deprel::Obj => holds_place_of_object(analysis, token, head),
            _ => false,
        }
}

/// Whether a clause behind a predicate says what "it" is there for: "to say", "that it fell".
fn is_said_behind(analysis: &Analysis, predicate: usize) -> bool {
    analysis
        .children(predicate)
        .iter()
        .any(|&child| is_said_of(analysis, predicate, child))
}

fn is_said_of(analysis: &Analysis, predicate: usize, child: usize) -> bool {
    let marks = |&mark: &usize| {
        matches!(
            analysis.words[mark].lower.as_str(),
            "to" | "that" | "not" | "whether"
        )
    };
    child > predicate
        && matches!(
            analysis.words[child].deprel.base(),
            Deprel::Ccomp | Deprel::Xcomp | Deprel::Advcl
        )
        && analysis.children(child).iter().any(marks)
}

/// "It is clear that", "It was the firm that called", "It is noon".
fn is_judged(analysis: &Analysis, predicate: usize) -> bool {
    let judged = analysis.words[predicate].upos == Upos::Adj
        || analysis
            .children_with(predicate, &[Deprel::Cop])
            .next()
            .is_some();
    let cleft = analysis
        .children_with(predicate, &[Deprel::Det])
        .any(|child| analysis.words[child].lower == "the")
        && analysis
            .children_with(predicate, &[Deprel::Acl])
            .any(|child| child > predicate && opens_relative(analysis, child));
    let lemma = analysis.words[predicate].lemma.as_str();
    judged && (cleft || TIMES_AND_WEATHER.contains(&lemma) || is_said_behind(analysis, predicate))
}

/// "It became harder to say", "It proved true that"
fn becomes_judged(analysis: &Analysis, predicate: usize) -> bool {
    let becomes = matches!(
        analysis.words[predicate].lemma.as_str(),
        "become" | "get" | "grow" | "prove" | "remain"
    );
    becomes
        && analysis
            .children_with(predicate, &[Deprel::Xcomp])
            .any(|judged| {
                let word = &analysis.words[judged];
                word.upos == Upos::Adj
                    && !SHARING.contains(&word.lemma.as_str())
                    && (is_said_behind(analysis, judged) || is_said_behind(analysis, predicate))
            })
}

/// "It was when I left that"
fn is_occasion(analysis: &Analysis, token: usize, predicate: usize) -> bool {
    let when = |&child: &usize| {
        child > token && child < predicate && analysis.words[child].lower == "when"
    };
    analysis
        .children_with(predicate, &[Deprel::Cop])
        .next()
        .is_some()
        && analysis.children(predicate).iter().any(when)
}

/// "It rained", "It seems", "It appears I was wrong", "It looks like rain is coming"
fn is_appearance(analysis: &Analysis, predicate: usize) -> bool {
    let clause = |child: usize| child > predicate && analysis.child(child, Deprel::Nsubj).is_some();
    match analysis.words[predicate].lemma.as_str() {
        "rain" | "snow" | "seem" | "matter" => true,
        "appear" | "look" | "sound" | "feel" => analysis
            .children_with(predicate, &[Deprel::Ccomp, Deprel::Advcl])
            .any(clause),
        _ => false,
    }
}

/// "It takes three years to build a lock", "It hurts to think of it", "It pays to wait"; not "It took steps to build one",
/// "It paid to repair one".
fn is_effort(analysis: &Analysis, predicate: usize) -> bool {
    let word = &analysis.words[predicate];
    let object = analysis.children_with(predicate, &[Deprel::Obj]).last();
    match word.lemma.as_str() {
        "take" => object.is_some_and(|object| {
            let spent = EFFORTS.contains(&analysis.words[object].lemma.as_str());
            spent
                && (has_to_clause(
                    analysis,
                    predicate,
                    &[Deprel::Xcomp, Deprel::Ccomp, Deprel::Advcl],
                ) || has_to_clause(analysis, object, &[Deprel::Acl]))
        }),
        "hurt" => {
            object.is_none()
                && has_to_clause(
                    analysis,
                    predicate,
                    &[Deprel::Xcomp, Deprel::Ccomp, Deprel::Advcl],
                )
        }
        "pay" => {
            object.is_none()
                && !word.has(Feature::TensePast)
                && has_to_clause(analysis, predicate, &[Deprel::Xcomp, Deprel::Ccomp])
        }
        _ => false,
    }
}

/// "It can't be denied, though, that"
fn is_said(analysis: &Analysis, predicate: usize) -> bool {
    let that = |&mark: &usize| {
        analysis.words[mark].lower == "that" && analysis.words[mark].deprel.base() == Deprel::Mark
    };
    analysis.children(predicate).iter().any(|&child| {
        analysis.words[child].deprel.base() != Deprel::Acl
            && analysis.children(child).iter().any(that)
    })
}

/// "find it hard to say", "make it clear that", "take it that", "worth it"
fn holds_place_of_object(analysis: &Analysis, token: usize, predicate: usize) -> bool {
    let said = |child: usize| {
        is_said_of(analysis, predicate, child)
            || analysis
                .children(child)
                .iter()
                .any(|&below| is_said_of(analysis, predicate, below))
    };
    analysis.words[predicate].lemma == "worth"
        || analysis
            .children_with(predicate, &[Deprel::Xcomp, Deprel::Ccomp])
            .any(|child| child > token && said(child))
}

/// Predicates of "it" that tell the time or the weather.
const TIMES_AND_WEATHER: [&str; 24] = [
    "time", "day", "night", "morning", "evening", "noon", "midnight", "spring", "summer", "autumn",
    "fall", "winter", "weekend", "year", "week", "month", "hour", "monday", "friday", "saturday",
    "sunday", "raining", "snowing", "weather",
];

/// What "it takes" to do something.
const EFFORTS: [&str; 16] = [
    "age", "century", "courage", "day", "decade", "effort", "hour", "minute", "moment", "money",
    "month", "patience", "second", "time", "week", "year",
];

fn opens_relative(analysis: &Analysis, clause: usize) -> bool {
    analysis.subtree(clause).first().is_some_and(|&first| {
        matches!(
            analysis.words[first].lower.as_str(),
            "who" | "that" | "which" | "where"
        )
    })
}
