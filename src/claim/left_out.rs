//! What is no claim: headings, lines of code, questions; fragments, commands; and why a sentence without a claim has none.
//!
//! Three tables, asked in their order: [`SENTENCES`] before a sentence is cut, [`CLAUSES`] of each of its clauses,
//! [`WITHOUT_CLAIM`] of a sentence of which nothing is left. Known to go wrong on a command whose verb the parser takes
//! for a noun, and on questions without a question mark.

use super::ClauseKind;
use super::clause::{Clause, is_finite};
use crate::analysis::{Analysis, Word};
use crate::article::Block;
use crate::grammar::{Deprel, Feature, Upos};
use crate::labels::labels;
use crate::terms::{BlockKind, LeftOutReason};

labels! {
    /// The rules that tell what is no claim.
    pub(super) enum NoClaim {
        Heading = "heading",
        Code = "code",
        Foreign = "foreign",
        Question = "question",
        OneWord = "one_word",
        SubordinateAlone = "subordinate_alone",
        AskedWithin = "asked_within",
        StrayRelative = "stray_relative",
        NoFiniteVerb = "no_finite_verb",
        Command = "command",
        SentenceCommands = "sentence_commands",
        SentenceExclaims = "sentence_exclaims",
        SentenceIsFragment = "sentence_is_fragment",
    }
}

/// What becomes of a sentence that is not searched for claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unsearched {
    /// It is left out.
    LeftOut(LeftOutReason),
    /// It is reported among the questions.
    Question,
}

/// A rule: when it holds, what follows then, and an example.
struct Rule<Test, Verdict> {
    #[cfg_attr(not(test), expect(dead_code, reason = "told by the tests"))]
    name: NoClaim,
    verdict: Verdict,
    test: Test,
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "read by people and by the tests")
    )]
    example: &'static str,
}

type OfSentence = fn(&Block, &Analysis) -> bool;
type OfClause = fn(&Analysis, &Clause) -> bool;
type OfRest = fn(&Analysis) -> bool;

#[rustfmt::skip]
static SENTENCES: &[Rule<OfSentence, Unsearched>] = &[
    Rule { name: NoClaim::Heading, verdict: Unsearched::LeftOut(LeftOutReason::Heading),
           test: |block, _| matches!(block.kind, BlockKind::Title | BlockKind::Heading),
           example: "# The bridge is closed" },
    Rule { name: NoClaim::Code, verdict: Unsearched::LeftOut(LeftOutReason::Fragment), test: |_, analysis| is_code(analysis),
           example: "for (i=0; i<n; i++) { t[i] = is_open; }" },
    Rule { name: NoClaim::Foreign, verdict: Unsearched::LeftOut(LeftOutReason::NotEnglish), test: |block, _| block.foreign,
           example: "Die Brücke ist seit dem Winter gesperrt, und niemand weiß, wann sie wieder geöffnet wird." },
    Rule { name: NoClaim::Question, verdict: Unsearched::Question, test: |_, analysis| is_question(analysis),
           example: "Is the bridge closed?" },
];

#[rustfmt::skip]
static CLAUSES: &[Rule<OfClause, ()>] = &[
    Rule { name: NoClaim::OneWord, verdict: (), test: |_, clause| clause.tokens.len() == 1,
           example: "Closed." },
    Rule { name: NoClaim::SubordinateAlone, verdict: (), test: is_subordinate_alone,
           example: "When you look at it." },
    Rule { name: NoClaim::AskedWithin, verdict: (), test: is_asked_within,
           example: "He knows who paid and who lost." },
    Rule { name: NoClaim::StrayRelative, verdict: (), test: is_stray_relative,
           example: "Boats that were old." },
    Rule { name: NoClaim::NoFiniteVerb, verdict: (), test: |analysis, clause| !goes_on(clause) && !is_finite(analysis, clause.predicate),
           example: "A bridge over the river." },
    Rule { name: NoClaim::Command, verdict: (), test: |analysis, clause| !goes_on(clause) && is_command(analysis, clause),
           example: "Keep the ferry." },
];

#[rustfmt::skip]
static WITHOUT_CLAIM: &[Rule<OfRest, LeftOutReason>] = &[
    Rule { name: NoClaim::SentenceCommands, verdict: LeftOutReason::Command, test: commands,
           example: "Keep the ferry!" },
    Rule { name: NoClaim::SentenceExclaims, verdict: LeftOutReason::Exclamation, test: exclaims,
           example: "What a day!" },
    Rule { name: NoClaim::SentenceIsFragment, verdict: LeftOutReason::Fragment, test: |_| true,
           example: "A bridge over the river." },
];

/// What becomes of a sentence that is not searched for claims; `None` for one that is.
pub(super) fn unsearched(block: &Block, analysis: &Analysis) -> Option<Unsearched> {
    let rule = SENTENCES.iter().find(|rule| (rule.test)(block, analysis))?;
    Some(rule.verdict)
}

/// Whether a clause states nothing.
pub(super) fn states_nothing(analysis: &Analysis, clause: &Clause) -> bool {
    CLAUSES.iter().any(|rule| (rule.test)(analysis, clause))
}

/// Why a sentence without a claim has none.
pub(super) fn why_without_claim(analysis: &Analysis) -> LeftOutReason {
    let rule = WITHOUT_CLAIM.iter().find(|rule| (rule.test)(analysis));
    rule.map_or(LeftOutReason::Fragment, |rule| rule.verdict)
}

/// Marks that programs have and prose does not, and how many words must hold one: two, and one of six.
const CODE_MARKS: [char; 7] = ['{', '}', '=', '<', '>', '\\', '_'];
const LEAST_CODE_WORDS: usize = 2;
const WORDS_PER_CODE_WORD: usize = 6;

/// A line of a program.
fn is_code(analysis: &Analysis) -> bool {
    let words = &analysis.words;
    let marked = words.iter().filter(|word| word.form.contains(CODE_MARKS));
    let n_marked = marked.count();
    n_marked >= LEAST_CODE_WORDS && n_marked * WORDS_PER_CODE_WORD >= words.len()
}

/// A question mark is among the marks at its end.
fn is_question(analysis: &Analysis) -> bool {
    let marks = analysis.words.iter().rev();
    marks
        .take_while(|word| word.is_punctuation())
        .any(|word| word.form.contains('?'))
}

/// Words that open a clause which says nothing without another.
const SUBORDINATING: [&str; 5] = ["when", "whenever", "if", "as", "whether"];

/// "When you look at it.": the rest of the sentence is missing, and no comma parts one from the other.
fn is_subordinate_alone(analysis: &Analysis, clause: &Clause) -> bool {
    let words = &analysis.words;
    let (Some(&first), Some(&last)) = (clause.tokens.first(), clause.tokens.last()) else {
        return false;
    };
    clause.kind == ClauseKind::Main
        && words[first].is(&SUBORDINATING)
        && matches!(words[first].deprel, Deprel::Mark | Deprel::Advmod)
        && words[first].head == Some(clause.predicate)
        && !words[first..last].iter().any(Word::is_punctuation)
}

/// Most words of a clause that only asks: "who paid it".
const LONGEST_ASKED: usize = 3;

/// "who lost": what somebody knows or asks, cut off from the verb of knowing.
fn is_asked_within(analysis: &Analysis, clause: &Clause) -> bool {
    let asks = clause.subject.is_some_and(|subject| {
        analysis.words[subject].is(&["what", "who"]) && clause.tokens.first() == Some(&subject)
    });
    asks && clause.tokens.len() <= LONGEST_ASKED && clause.kind != ClauseKind::Main
}

/// "that were old": a relative clause whose noun the parser put elsewhere.
fn is_stray_relative(analysis: &Analysis, clause: &Clause) -> bool {
    let relative = clause.subject.is_some_and(|subject| {
        let word = &analysis.words[subject];
        word.is(&["that", "who", "which"]) && word.has(Feature::PronTypeRel)
    });
    relative && clause.kind != ClauseKind::Relative
}

/// A conjunct with a subject takes its finite verb from the one in front: "has closed the bridge and *sold the ferry*".
fn goes_on(clause: &Clause) -> bool {
    clause.kind == ClauseKind::Coordinated && clause.subject.is_some()
}

/// "Keep the ferry": a bare verb without a subject or an auxiliary but "do" ("do keep it").
fn is_command(analysis: &Analysis, clause: &Clause) -> bool {
    let word = &analysis.words[clause.predicate];
    let has_auxiliary = analysis
        .children_with(clause.predicate, &[Deprel::Aux, Deprel::Cop])
        .any(|child| !analysis.words[child].is(&["do"]));
    clause.subject.is_none() && !has_auxiliary && is_bare_verb(word)
}

fn commands(analysis: &Analysis) -> bool {
    let root = analysis.words.iter().position(|word| word.head.is_none());
    root.is_some_and(|root| {
        is_bare_verb(&analysis.words[root]) && analysis.subject_of_clause(root).is_none()
    })
}

/// An imperative, or a form that may be one.
fn is_bare_verb(word: &Word) -> bool {
    word.upos == Upos::Verb && (word.has(Feature::MoodImp) || word.lower == word.lemma)
}

fn exclaims(analysis: &Analysis) -> bool {
    let last = analysis.words.last();
    last.is_some_and(|word| word.form.starts_with('!'))
}
