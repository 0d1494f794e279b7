//! "It" that refers to nothing.

use crate::analysis::Analysis;

/// Predicates that share their subject with the clause behind them, so that it refers where that one's does: "it is likely
/// to fall", "it ought to fall", but not "it is hard to fall".
const SHARING: [&str; 64] = [
    "able", "afraid", "agree", "aim", "anxious", "apt", "attempt", "begin", "bound", "cease", "certain", "choose", "come",
    "continue", "decide", "deserve", "destined", "determined", "due", "eager", "eligible", "entitled", "expect", "fail", "fit",
    "free", "get", "have", "hesitate", "hope", "inclined", "intend", "keen", "learn", "likely", "manage", "need", "ought",
    "plan", "pledge", "poised", "prepare", "prepared", "promise", "quick", "ready", "refuse", "reluctant", "remain", "seek", "set",
    "slow", "stand", "start", "struggle", "sure", "tend", "threaten", "try", "unable", "unlikely", "unwilling", "want", "willing",
];

/// Whether a predicate shares its subject with a "to" clause behind it.
pub fn shares_subject(analysis: &Analysis, predicate: usize) -> bool {
    SHARING.contains(&analysis.words[predicate].lemma.as_str())
        && analysis.children_with(predicate, &["xcomp", "ccomp", "advcl"]).any(|clause| {
            clause > predicate && analysis.children(clause).iter().any(|&mark| analysis.words[mark].lower == "to")
        })
}

/// "It is clear that …", "It was hard to say", "It rained": refers to nothing.
pub fn is_expletive(analysis: &Analysis, token: usize) -> bool {
    let word = &analysis.words[token];
    let Some(head) = word.head else { return false };
    let clause = |child: usize| {
        let marked =
            |&mark: &usize| matches!(analysis.words[mark].lower.as_str(), "to" | "that" | "not" | "whether");
        matches!(analysis.words[child].base_relation(), "ccomp" | "xcomp" | "advcl")
            && child > head
            && analysis.children(child).iter().any(marked)
    };
    if shares_subject(analysis, head) {
        return false;
    }
    let judged = analysis.words[head].upos == "ADJ" || analysis.children_with(head, &["cop"]).next().is_some();
    let adjective = judged && analysis.children(head).iter().any(|&child| clause(child));
    // "It can't be denied, though, that …".
    let said = word.relation == "nsubj:pass"
        && analysis.children(head).iter().any(|&child| {
            analysis.words[child].base_relation() != "acl" && analysis.children(child).iter().any(|&mark| analysis.words[mark].lower == "that" && analysis.words[mark].base_relation() == "mark")
        });
    let lemma = analysis.words[head].lemma.as_str();
    // "It was the firm that called"
    let cleft = judged
        && analysis.children_with(head, &["det"]).any(|child| analysis.words[child].lower == "the")
        && analysis.children_with(head, &["acl"]).any(|child| child > head && opens_relative(analysis, child));
    // "It was when I left that"
    let occasion = analysis.children_with(head, &["cop"]).next().is_some()
        && analysis.children(head).iter().any(|&child| child > token && child < head && analysis.words[child].lower == "when");
    // "It appears I was wrong", "It looks like rain is coming"
    let appearance = matches!(lemma, "appear" | "look" | "sound" | "feel")
        && analysis.children_with(head, &["ccomp", "advcl"]).any(|child| child > head && analysis.child(child, "nsubj").is_some());
    let subject = word.base_relation() == "nsubj" && (appearance || occasion || adjective || said || cleft || judged && TIMES_AND_WEATHER.contains(&lemma) || matches!(lemma, "rain" | "snow" | "seem" | "matter"));
    // "find it hard to say", "make it clear that", "take it that", "worth it"
    let object = word.base_relation() == "obj"
        && (analysis.words[head].lemma == "worth" || analysis.children_with(head, &["xcomp", "ccomp"]).any(|child| child > token && (clause(child) || analysis.children(child).iter().any(|&below| clause(below)))));
    word.base_relation() == "expl" || analysis.children_with(head, &["csubj"]).next().is_some() || subject || object
}

/// Predicates of "it" that tell the time or the weather.
const TIMES_AND_WEATHER: [&str; 24] = [
    "time", "day", "night", "morning", "evening", "noon", "midnight", "spring", "summer", "autumn", "fall", "winter", "weekend",
    "year", "week", "month", "hour", "monday", "friday", "saturday", "sunday", "raining", "snowing", "weather",
];

fn opens_relative(analysis: &Analysis, clause: usize) -> bool {
    analysis.subtree(clause).first().is_some_and(|&first| matches!(analysis.words[first].lower.as_str(), "who" | "that" | "which" | "where"))
}
