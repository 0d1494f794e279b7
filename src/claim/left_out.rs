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
        QuotedQuestion = "quoted_question",
        StrayRelative = "stray_relative",
        NoFiniteVerb = "no_finite_verb",
        OnlySpoke = "only_spoke",
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
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
}

type OfSentence = fn(&Block, &Analysis) -> bool;
type OfClause = fn(&Analysis, &Clause) -> bool;
type OfRest = fn(&Analysis) -> bool;

#[rustfmt::skip]
static SENTENCES: &[Rule<OfSentence, Unsearched>] = &[
    Rule { name: NoClaim::Heading, verdict: Unsearched::LeftOut(LeftOutReason::Heading),
           test: |block, _| matches!(block.kind, BlockKind::Title | BlockKind::Heading),
           example: "The bridge is closed." },
    Rule { name: NoClaim::Code, verdict: Unsearched::LeftOut(LeftOutReason::Fragment), test: |_, analysis| is_code(analysis),
           example: "if (n_open==1) { print(x_1) }" },
    Rule { name: NoClaim::Foreign, verdict: Unsearched::LeftOut(LeftOutReason::NotEnglish), test: |block, _| block.foreign,
           example: "Die Brücke ist gesperrt." },
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
           example: "He [asked] who came." },
    Rule { name: NoClaim::QuotedQuestion, verdict: (), test: |analysis, clause| is_asked(analysis, &clause.tokens),
           example: "“Is the bridge closed?” the mayor [said]." },
    Rule { name: NoClaim::StrayRelative, verdict: (), test: is_stray_relative,
           example: "that were killed" },
    Rule { name: NoClaim::NoFiniteVerb, verdict: (), test: |analysis, clause| !goes_on(clause) && !is_finite(analysis, clause.predicate),
           example: "A bridge over the river." },
    Rule { name: NoClaim::OnlySpoke, verdict: (), test: only_spoke,
           example: "David Harl demanded." },
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

/// Lemmas of verbs that say nothing without what was said.
const SPEAKING: [&str; 12] = [
    "say", "ask", "demand", "add", "reply", "announce", "declare", "quip", "wonder", "explain",
    "insist", "note",
];

/// “Did you lie?” *David Harl demanded*: what is left beside a question or a command that was said.
fn only_spoke(analysis: &Analysis, clause: &Clause) -> bool {
    let words = &analysis.words;
    let of_subject = |token: usize| {
        clause.subject.is_some_and(|subject| {
            token == subject || analysis.ancestors(token).any(|above| above == subject)
        })
    };
    words[clause.predicate].has_lemma(&SPEAKING)
        && clause.tokens.iter().all(|&token| {
            token == clause.predicate || words[token].is_punctuation() || of_subject(token)
        })
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

/// “Is the bridge closed?” she said: a question mark follows on the words, in the middle of the sentence.
pub(super) fn is_asked(analysis: &Analysis, tokens: &[usize]) -> bool {
    let words = &analysis.words;
    let mut from_end = tokens.iter().rev();
    let last = from_end.find(|&&token| !words[token].is_punctuation());
    let behind = last.map_or(&[][..], |last| &words[last + 1..]);
    let mut marks = behind.iter().take_while(|word| word.is_punctuation());
    marks.any(|word| word.form.contains('?'))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::clause::clauses;
    use crate::testing::{Marked, report, tree_by_hand};

    fn block(kind: BlockKind, foreign: bool) -> Block {
        Block {
            kind,
            span: None,
            text: String::new(),
            source_spans: Vec::new(),
            foreign,
        }
    }

    #[test]
    fn each_rule_decides_its_example() {
        for rule in SENTENCES {
            let kind = match rule.name {
                NoClaim::Heading => BlockKind::Heading,
                _ => BlockKind::Paragraph,
            };
            let block = block(kind, rule.name == NoClaim::Foreign);
            let analysis = Marked::new(rule.example).analysis;
            assert_eq!(
                unsearched(&block, &analysis),
                Some(rule.verdict),
                "{}",
                rule.example
            );
        }
        for rule in CLAUSES {
            // No sentence of its own: `a_stray_relative_is_no_clause` has its tree.
            if rule.name == NoClaim::StrayRelative {
                continue;
            }
            let sentence = Marked::new(rule.example);
            let clauses = clauses(&sentence.analysis, &|token| {
                sentence.tokens.contains(&token)
            });
            let found = clauses
                .last()
                .and_then(|clause| name(&sentence.analysis, clause));
            assert_eq!(found, Some(rule.name), "{}", rule.example);
        }
        for rule in WITHOUT_CLAIM {
            let analysis = Marked::new(rule.example).analysis;
            assert_eq!(
                why_without_claim(&analysis),
                rule.verdict,
                "{}",
                rule.example
            );
        }
    }

    /// The rule by which a clause states nothing.
    fn name(analysis: &Analysis, clause: &Clause) -> Option<NoClaim> {
        let rule = CLAUSES.iter().find(|rule| (rule.test)(analysis, clause));
        assert_eq!(rule.is_some(), states_nothing(analysis, clause));
        rule.map(|rule| rule.name)
    }

    /// The rule for the clause of a tree's root, set in its sentence in that way.
    fn name_of_root(kind: ClauseKind, tree: &str) -> Option<NoClaim> {
        let analysis = tree_by_hand(tree);
        let root = analysis.words.iter().position(|word| word.head.is_none());
        let clauses = clauses(&analysis, &|_| false);
        let mut clause = clauses
            .into_iter()
            .find(|clause| Some(clause.predicate) == root)
            .unwrap();
        clause.kind = kind;
        name(&analysis, &clause)
    }

    #[test]
    fn sentences_of_the_body_are_searched() {
        let analysis = Marked::new("The bridge is closed.").analysis;
        assert_eq!(
            unsearched(&block(BlockKind::Paragraph, false), &analysis),
            None
        );
        let title = unsearched(&block(BlockKind::Title, false), &analysis);
        assert_eq!(title, Some(Unsearched::LeftOut(LeftOutReason::Heading)));
    }

    #[test]
    fn a_question_mark_stands_among_the_last_marks() {
        let asks = |tree: &str| is_question(&tree_by_hand(tree));
        assert!(asks("who/PRON/root/0 ?/PUNCT/punct/1 ”/PUNCT/punct/1"));
        assert!(!asks(
            "who/PRON/root/0 ?/PUNCT/punct/1 he/PRON/dep/1 ./PUNCT/punct/1"
        ));
        assert!(!asks("who/PRON/root/0 ./PUNCT/punct/1"));
    }

    #[test]
    fn code_has_two_marks_and_one_in_six_words() {
        let words = |n_marked: usize, n_words: usize| {
            let word = |at: usize| {
                let form = if at < n_marked { "a=b" } else { "a" };
                format!(
                    "{form}/X/{}/{}",
                    if at == 0 { "root" } else { "dep" },
                    usize::from(at > 0)
                )
            };
            tree_by_hand(&(0..n_words).map(word).collect::<Vec<_>>().join(" "))
        };
        assert!(is_code(&words(2, 12)) && is_code(&words(3, 4)));
        assert!(!is_code(&words(2, 13)) && !is_code(&words(1, 2)) && !is_code(&words(0, 6)));
    }

    #[test]
    fn a_subordinate_clause_alone_states_nothing() {
        const ALONE: Option<NoClaim> = Some(NoClaim::SubordinateAlone);
        let main = |tree: &str| name_of_root(ClauseKind::Main, tree);
        let when = "when/ADV/advmod/3 you/PRON/nsubj/3 look/VERB|VerbForm=Fin/root/0";
        assert_eq!(main(when), ALONE);
        assert_eq!(name_of_root(ClauseKind::Parataxis, when), None);
        assert_eq!(
            main("if/SCONJ/mark/3 you/PRON/nsubj/3 look/VERB|VerbForm=Fin/root/0"),
            ALONE
        );
        for tree in [
            // Another word, another relation, another head, a comma.
            "now/ADV/advmod/3 you/PRON/nsubj/3 look/VERB|VerbForm=Fin/root/0",
            "as/ADP/dep/3 you/PRON/nsubj/3 look/VERB|VerbForm=Fin/root/0",
            "as/ADV/advmod/2 such/PRON/nsubj/3 works/VERB|VerbForm=Fin/root/0",
            "when/ADV/advmod/4 asked/ADJ/dep/4 you/PRON/nsubj/4 look/VERB|VerbForm=Fin/root/0 ,/PUNCT/punct/4 now/ADV/advmod/4",
        ] {
            assert_eq!(main(tree), None, "{tree}");
        }
    }

    #[test]
    fn a_short_question_within_states_nothing() {
        let who = "who/PRON/nsubj/2 paid/VERB|VerbForm=Fin/root/0 it/PRON/obj/2";
        assert_eq!(
            name_of_root(ClauseKind::Complement, who),
            Some(NoClaim::AskedWithin)
        );
        assert_eq!(name_of_root(ClauseKind::Main, who), None);
        let long = "who/PRON/nsubj/2 paid/VERB|VerbForm=Fin/root/0 it/PRON/obj/2 today/NOUN/obl/2";
        assert_eq!(name_of_root(ClauseKind::Complement, long), None);
        let behind = "today/NOUN/obl/3 who/PRON/nsubj/3 paid/VERB|VerbForm=Fin/root/0";
        assert_eq!(name_of_root(ClauseKind::Complement, behind), None);
        let he = "he/PRON/nsubj/2 paid/VERB|VerbForm=Fin/root/0 it/PRON/obj/2";
        assert_eq!(name_of_root(ClauseKind::Complement, he), None);
    }

    #[test]
    fn a_quoted_question_states_nothing() {
        let report = report(
            "“Is the bridge closed?” the mayor said. “It is closed,” she said. “Who cares?”",
        );
        let claims: Vec<&str> = report.claims.iter().map(|claim| &claim.text[..]).collect();
        assert_eq!(claims, ["It is closed"]);
    }

    #[test]
    fn a_stray_relative_is_no_clause() {
        let that = "that/PRON|PronType=Rel/nsubj/3 were/AUX/cop/3 old/ADJ/root/0";
        assert_eq!(
            name_of_root(ClauseKind::Main, that),
            Some(NoClaim::StrayRelative)
        );
        assert_eq!(name_of_root(ClauseKind::Relative, that), None);
        let demonstrative = "that/PRON|PronType=Dem/nsubj/3 was/AUX/cop/3 old/ADJ/root/0";
        assert_eq!(name_of_root(ClauseKind::Main, demonstrative), None);
        let other = "whatever/PRON|PronType=Rel/nsubj/3 was/AUX/cop/3 old/ADJ/root/0";
        assert_eq!(name_of_root(ClauseKind::Main, other), None);
    }

    #[test]
    fn a_conjunct_with_a_subject_needs_no_finite_verb() {
        let bare = "he/PRON/nsubj/2 cut/NOUN/root/0 it/PRON/obj/2";
        assert_eq!(
            name_of_root(ClauseKind::Main, bare),
            Some(NoClaim::NoFiniteVerb)
        );
        assert_eq!(name_of_root(ClauseKind::Coordinated, bare), None);
        let nobody = "cut/NOUN/root/0 it/PRON/obj/1";
        assert_eq!(
            name_of_root(ClauseKind::Coordinated, nobody),
            Some(NoClaim::NoFiniteVerb)
        );
    }

    #[test]
    fn a_command_is_a_bare_verb_without_a_subject() {
        let main = |tree: &str| name_of_root(ClauseKind::Main, tree);
        const COMMAND: Option<NoClaim> = Some(NoClaim::Command);
        assert_eq!(main("keep/VERB|VerbForm=Fin/root/0 it/PRON/obj/1"), COMMAND);
        assert_eq!(
            main("kept~keep/VERB|Mood=Imp|VerbForm=Fin/root/0 it/PRON/obj/1"),
            COMMAND
        );
        assert_eq!(
            main("do/AUX/aux/2 keep/VERB|VerbForm=Fin/root/0 it/PRON/obj/2"),
            COMMAND
        );
        for tree in [
            "we/PRON/nsubj/2 keep/VERB|VerbForm=Fin/root/0 it/PRON/obj/2",
            "kept~keep/VERB|VerbForm=Fin/root/0 it/PRON/obj/1",
            "will/AUX/aux/2 keep/VERB|VerbForm=Fin/root/0 it/PRON/obj/2",
            "is/AUX/cop/2 keep/ADJ/root/0 it/PRON/obj/2",
        ] {
            assert_eq!(main(tree), None, "{tree}");
        }
    }

    #[test]
    fn a_sentence_without_a_claim_has_a_reason() {
        let table = [
            (
                "keep/VERB/root/0 it/PRON/obj/1 ./PUNCT/punct/1",
                LeftOutReason::Command,
            ),
            (
                "we/PRON/nsubj/2 keep/VERB/root/0 !/PUNCT/punct/2",
                LeftOutReason::Exclamation,
            ),
            (
                "what/PRON/root/0 !!!/PUNCT/punct/1",
                LeftOutReason::Exclamation,
            ),
            (
                "great/ADJ/root/0 !/PUNCT/punct/1 ”/PUNCT/punct/1",
                LeftOutReason::Fragment,
            ),
            (
                "kept~keep/VERB/root/0 ./PUNCT/punct/1",
                LeftOutReason::Fragment,
            ),
            (
                "bridge/NOUN/root/0 ./PUNCT/punct/1",
                LeftOutReason::Fragment,
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(why_without_claim(&tree_by_hand(tree)), expected, "{tree}");
        }
    }

    #[test]
    fn that_somebody_spoke_says_nothing_without_what_was_said() {
        for (tree, expected) in [
            (
                "David/PROPN/nsubj/3 Harl/PROPN/flat/1 demanded~demand/VERB|VerbForm=Fin/root/0 ./PUNCT/punct/3",
                Some(NoClaim::OnlySpoke),
            ),
            (
                "Harl/PROPN/nsubj/2 demanded~demand/VERB|VerbForm=Fin/root/0 answers/NOUN/obj/2",
                None,
            ),
            (
                "Harl/PROPN/nsubj/2 lied~lie/VERB|VerbForm=Fin/root/0 ./PUNCT/punct/2",
                None,
            ),
        ] {
            assert_eq!(name_of_root(ClauseKind::Main, tree), expected, "{tree}");
        }
    }

    #[test]
    fn title_question_and_command_are_no_claims() {
        let report = report(
            "# The bridge is closed\n\nWho paid for it? Keep the ferry. The ferry is old.\n",
        );
        let claims: Vec<&str> = report.claims.iter().map(|claim| &claim.text[..]).collect();
        assert_eq!(claims, ["The ferry is old"]);
        assert_eq!(report.questions.len(), 1);
        let reasons: Vec<LeftOutReason> = report.left_out.iter().map(|left| left.reason).collect();
        assert_eq!(reasons, [LeftOutReason::Heading, LeftOutReason::Command]);
    }
}
