//! "It" that refers to nothing: "it is clear that …", "it was hard to say", "it rained".
//!
//! [`RULES`] are asked in their order, each for one place of "it" in its clause; the first that decides wins. A predicate that
//! shares its subject with the clause behind it ("it ought to fall") is asked first: there "it" is something. Known to go
//! wrong where the parser takes a clause of reason for what "it" is there for, and on "it looks like", which may be of a
//! thing.

use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Feature, Upos};
use crate::labels::labels;

labels! {
    /// The rules by which "it" refers to nothing.
    pub enum ExpletiveRule {
        MarkedByParser = "marked_by_parser",
        ClausalSubject = "clausal_subject",
        TimeOrWeather = "time_or_weather",
        Cleft = "cleft",
        Judged = "judged",
        BecomesJudged = "becomes_judged",
        Occasion = "occasion",
        Rain = "rain",
        Appearance = "appearance",
        Effort = "effort",
        Said = "said",
        PlaceOfObject = "place_of_object",
    }
}

/// A rule: the relations of "it" that it is asked for, an example, and what it asks.
struct Rule {
    name: ExpletiveRule,
    relations: &'static [Deprel],
    /// A sentence whose first "it" it decides.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
    test: fn(&It) -> bool,
}

const SUBJECT: &[Deprel] = &[Deprel::Nsubj, Deprel::NsubjOuter, Deprel::NsubjPass];

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: ExpletiveRule::MarkedByParser, relations: &[Deprel::Expl], test: marked_by_parser,
           example: "It is clear that the ferry will be late." },
    Rule { name: ExpletiveRule::ClausalSubject, relations: Deprel::ALL, test: clausal_subject,
           example: "It helps that the harbour is deep." },
    Rule { name: ExpletiveRule::TimeOrWeather, relations: SUBJECT, test: time_or_weather,
           example: "It was a cold morning." },
    Rule { name: ExpletiveRule::Cleft, relations: SUBJECT, test: cleft,
           example: "It was the captain who called." },
    Rule { name: ExpletiveRule::Judged, relations: SUBJECT, test: judged,
           example: "It was a mistake to sell the boat." },
    Rule { name: ExpletiveRule::BecomesJudged, relations: SUBJECT, test: becomes_judged,
           example: "It became harder to cross the bay." },
    Rule { name: ExpletiveRule::Occasion, relations: SUBJECT, test: occasion,
           example: "It was when the ferry sank that the town woke up." },
    Rule { name: ExpletiveRule::Rain, relations: SUBJECT, test: rain,
           example: "It rained all day." },
    Rule { name: ExpletiveRule::Appearance, relations: SUBJECT, test: appearance,
           example: "It looks like the rain is coming." },
    Rule { name: ExpletiveRule::Effort, relations: SUBJECT, test: effort,
           example: "It takes three years to build a lock." },
    Rule { name: ExpletiveRule::Said, relations: &[Deprel::NsubjPass], test: said,
           example: "It was announced in May that the ferry had sunk." },
    Rule { name: ExpletiveRule::PlaceOfObject, relations: &[Deprel::Obj], test: place_of_object,
           example: "The town found it hard to say why." },
];

/// An "it" in its sentence.
struct It<'a> {
    analysis: &'a Analysis,
    token: usize,
    /// The word that it depends on.
    predicate: usize,
}

/// "It is clear that …", "It was hard to say", "It rained": refers to nothing.
pub fn is_expletive(analysis: &Analysis, token: usize) -> bool {
    expletive_rule(analysis, token).is_some()
}

/// The rule by which a word is an "it" that refers to nothing.
pub(super) fn expletive_rule(analysis: &Analysis, token: usize) -> Option<ExpletiveRule> {
    let word = &analysis.words[token];
    let predicate = word.head.filter(|_| word.is(&["it"]))?;
    if shares_subject(analysis, predicate) {
        return None;
    }
    let it = It {
        analysis,
        token,
        predicate,
    };
    let decides = |rule: &&Rule| rule.relations.contains(&word.deprel) && (rule.test)(&it);
    RULES.iter().find(decides).map(|rule| rule.name)
}

/// Whether a predicate shares its subject with a "to" clause behind it, so that "it" refers where that one's subject does:
/// "it is likely to fall", "it ought to fall", but not "it is hard to fall".
pub fn shares_subject(analysis: &Analysis, predicate: usize) -> bool {
    analysis.words[predicate].has_lemma(&SHARING)
        && has_to_clause(analysis, predicate, &BEHIND_PREDICATE)
}

/// Relations of clauses that may stand behind a predicate.
const BEHIND_PREDICATE: [Deprel; 4] = [Deprel::Xcomp, Deprel::Ccomp, Deprel::Advcl, Deprel::Csubj];

/// Verbs by which something comes to be hard, true or clear.
const BECOMING: [&str; 5] = ["become", "get", "grow", "prove", "remain"];

/// Verbs whose "it" is the weather or nothing at all.
const RAINING: [&str; 4] = ["rain", "snow", "seem", "matter"];

/// Verbs by which something seems so.
const SEEMING: [&str; 4] = ["appear", "look", "sound", "feel"];

/// What opens a relative clause behind a cleft: "it was the firm that called".
const OPENING_RELATIVE: [&str; 4] = ["who", "that", "which", "where"];

/// What marks a clause that says what "it" is there for.
const MARKING: [&str; 4] = ["to", "that", "not", "whether"];

impl It<'_> {
    fn word(&self) -> &Word {
        &self.analysis.words[self.predicate]
    }

    fn has_child(&self, relations: &[Deprel]) -> bool {
        self.analysis.has_child_with(self.predicate, relations)
    }

    /// Whether a judgement is made: by an adjective, or by a noun with a copula.
    fn is_judgement(&self) -> bool {
        self.word().upos == Upos::Adj || self.has_child(&[Deprel::Cop])
    }
}

/// "It is clear that", where the parser says so; but "It makes a case" has an object and no clause.
fn marked_by_parser(it: &It) -> bool {
    let clauses = [Deprel::Ccomp, Deprel::Xcomp, Deprel::Advcl, Deprel::Acl];
    let whole = it.analysis.child(it.predicate, Deprel::Obj).is_some() && !it.has_child(&clauses);
    !whole
}

/// "It helps that the harbour is deep": the clause is the subject.
fn clausal_subject(it: &It) -> bool {
    it.has_child(&[Deprel::Csubj])
}

/// "It was a cold morning", "It is noon".
fn time_or_weather(it: &It) -> bool {
    it.is_judgement() && it.word().has_lemma(&TIMES_AND_WEATHER)
}

/// "It was the firm that called"; not "It was a firm that built ships".
fn cleft(it: &It) -> bool {
    let words = &it.analysis.words;
    let mut articles = it.analysis.children_with(it.predicate, &[Deprel::Det]);
    let mut clauses = it.analysis.children_with(it.predicate, &[Deprel::Acl]);
    it.is_judgement()
        && articles.any(|article| words[article].is(&["the"]))
        && clauses.any(|clause| clause > it.predicate && opens_relative(it.analysis, clause))
}

/// "It was hard to say", "It is a shame that it fell", "It was a mistake to sell"; not "It was a firm that built ships".
fn judged(it: &It) -> bool {
    let of_noun = || {
        let mut clauses = it.analysis.children_with(it.predicate, &[Deprel::Acl]);
        clauses.any(|clause| {
            let mut marks = it.analysis.children_with(clause, &[Deprel::Mark]);
            marks.any(|mark| it.analysis.words[mark].is(&["to", "that"]))
        })
    };
    it.is_judgement() && (has_content_clause(it.analysis, it.predicate) || of_noun())
}

/// "It became harder to say", "It proved true that"; not "It became unable to pay".
fn becomes_judged(it: &It) -> bool {
    let analysis = it.analysis;
    let mut judgements = analysis.children_with(it.predicate, &[Deprel::Xcomp]);
    it.word().has_lemma(&BECOMING)
        && judgements.any(|judgement| {
            let word = &analysis.words[judgement];
            word.upos == Upos::Adj
                && !word.has_lemma(&SHARING)
                && (has_content_clause(analysis, judgement)
                    || has_content_clause(analysis, it.predicate))
        })
}

/// "It was when I left that".
fn occasion(it: &It) -> bool {
    let mut between = it.analysis.children(it.predicate).iter().copied();
    let says_when = it.word().is(&["when"])
        || between.any(|child| {
            child > it.token && child < it.predicate && it.analysis.words[child].is(&["when"])
        });
    it.has_child(&[Deprel::Cop]) && says_when
}

/// "It rained", "It seems", "It doesn't matter".
fn rain(it: &It) -> bool {
    it.word().has_lemma(&RAINING)
}

/// "It appears I was wrong", "It looks like rain is coming"; not "It looks old".
fn appearance(it: &It) -> bool {
    let mut clauses = it
        .analysis
        .children_with(it.predicate, &[Deprel::Ccomp, Deprel::Advcl]);
    it.word().has_lemma(&SEEMING)
        && clauses.any(|clause| {
            clause > it.predicate && it.analysis.child(clause, Deprel::Nsubj).is_some()
        })
}

/// "It takes three years to build a lock", "It hurts to think of it", "It pays to wait"; not "It took steps to build one",
/// "It paid to repair one".
fn effort(it: &It) -> bool {
    let (analysis, word) = (it.analysis, it.word());
    let object = analysis.children_with(it.predicate, &[Deprel::Obj]).last();
    match word.lemma.as_str() {
        "take" => object.is_some_and(|object| {
            analysis.words[object].has_lemma(&EFFORTS)
                && (has_to_clause(analysis, it.predicate, &BEHIND_PREDICATE)
                    || has_to_clause(analysis, object, &[Deprel::Acl]))
        }),
        "hurt" => object.is_none() && has_to_clause(analysis, it.predicate, &BEHIND_PREDICATE),
        "pay" => {
            object.is_none()
                && !word.has(Feature::TensePast)
                && has_to_clause(analysis, it.predicate, &[Deprel::Xcomp, Deprel::Ccomp])
        }
        _ => false,
    }
}

/// "It can't be denied, though, that"; not "It was sold to the firm that built it".
fn said(it: &It) -> bool {
    let words = &it.analysis.words;
    let that =
        |&mark: &usize| words[mark].is(&["that"]) && words[mark].deprel.base() == Deprel::Mark;
    let mut children = it.analysis.children(it.predicate).iter();
    children.any(|&child| {
        words[child].deprel.base() != Deprel::Acl && it.analysis.children(child).iter().any(that)
    })
}

/// "find it hard to say", "make it clear that", "take it that", "worth it".
fn place_of_object(it: &It) -> bool {
    let analysis = it.analysis;
    let says = |child: usize| {
        let below = |&below: &usize| is_content_clause(analysis, it.predicate, below);
        is_content_clause(analysis, it.predicate, child)
            || analysis.children(child).iter().any(below)
    };
    let mut clauses = analysis.children_with(it.predicate, &[Deprel::Xcomp, Deprel::Ccomp]);
    it.word().has_lemma(&["worth"]) || clauses.any(|child| child > it.token && says(child))
}

/// Whether a "to" clause of one of these relations stands behind a word.
fn has_to_clause(analysis: &Analysis, above: usize, relations: &[Deprel]) -> bool {
    let to = |clause: usize| {
        let mut children = analysis.children(clause).iter();
        children.any(|&mark| analysis.words[mark].is(&["to"]))
    };
    analysis
        .children_with(above, relations)
        .any(|clause| clause > above && to(clause))
}

/// Whether a clause behind a predicate says what "it" is there for: "to say", "that it fell".
fn has_content_clause(analysis: &Analysis, predicate: usize) -> bool {
    let mut children = analysis.children(predicate).iter();
    children.any(|&child| is_content_clause(analysis, predicate, child))
}

/// Whether a word heads a clause behind a predicate that says what "it" is there for.
fn is_content_clause(analysis: &Analysis, predicate: usize, clause: usize) -> bool {
    let marks = |&mark: &usize| analysis.words[mark].is(&MARKING);
    clause > predicate
        && BEHIND_PREDICATE.contains(&analysis.words[clause].deprel.base())
        && analysis.children(clause).iter().any(marks)
}

fn opens_relative(analysis: &Analysis, clause: usize) -> bool {
    let first = analysis.subtree(clause)[0];
    analysis.words[first].is(&OPENING_RELATIVE)
}

/// Predicates that share their subject with the clause behind them.
#[rustfmt::skip]
const SHARING: [&str; 64] = [
    "able", "afraid", "agree", "aim", "anxious", "apt", "attempt", "begin", "bound", "cease",
    "certain", "choose", "come", "continue", "decide", "deserve", "destined", "determined", "due",
    "eager", "eligible", "entitled", "expect", "fail", "fit", "free", "get", "have", "hesitate",
    "hope", "inclined", "intend", "keen", "learn", "likely", "manage", "need", "ought", "plan",
    "pledge", "poised", "prepare", "prepared", "promise", "quick", "ready", "refuse", "reluctant",
    "remain", "seek", "set", "slow", "stand", "start", "struggle", "sure", "tend", "threaten",
    "try", "unable", "unlikely", "unwilling", "want", "willing",
];

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

#[cfg(test)]
mod tests;
