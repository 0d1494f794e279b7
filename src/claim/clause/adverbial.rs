//! Adverbial clauses: what one is to the clause that it hangs on, told by the word that leads it in.
//!
//! [`RULES`] are asked in their order; the first that fits tells what the clause is. Where none fits, the clause stays
//! inside the one that it hangs on: "He left before the vote was counted". Known to go wrong on "as" and "while", which
//! speak of time as well.

use super::coordination::completes_clause;
use super::edge::{has_break_before, has_break_behind, marks};
use super::part::Part;
use super::predicate::is_finite;
use crate::analysis::Analysis;
use crate::analysis::conditional::{INVERTED, LEADING, UNREAL};
use crate::claim::ClauseKind;
use crate::grammar::Deprel;
use crate::labels::labels;

labels! {
    /// The rules that tell what an adverbial clause is.
    pub(super) enum AdverbialRule {
        Condition = "condition",
        ProvidedThat = "provided_that",
        Because = "because",
        AsLongAs = "as_long_as",
        Since = "since",
        AsBehindComma = "as_behind_comma",
        AsInFront = "as_in_front",
        Although = "although",
        WhileInFront = "while_in_front",
        WhileBehindComma = "while_behind_comma",
        Whereas = "whereas",
        So = "so",
        SoThat = "so_that",
        TimeInFront = "time_in_front",
        Inversion = "inversion",
        WhenInFront = "when_in_front",
    }
}

/// What leads a clause in: the last of its subordinating words.
enum LedBy {
    /// One of these words.
    Word(&'static [&'static str]),
    /// No word at all.
    Nothing,
    /// Whatever it is.
    Anything,
}

/// A rule: what leads the clause in, what else must hold, and what the clause is then; `None`: a part of the clause that
/// it hangs on.
struct Rule {
    #[cfg_attr(not(test), expect(dead_code, reason = "told by the tests"))]
    name: AdverbialRule,
    led_by: LedBy,
    when: fn(&Adverbial) -> bool,
    part: Option<Part>,
    /// A sentence with the head of such a clause in brackets.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
}

const REASON: Option<Part> = Some(Part::Clause(ClauseKind::Reason));
const CONCESSION: Option<Part> = Some(Part::Clause(ClauseKind::Concession));
const CONTRAST: Option<Part> = Some(Part::Clause(ClauseKind::Contrast));
const RESULT: Option<Part> = Some(Part::Clause(ClauseKind::Result));

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: AdverbialRule::Condition, part: Some(Part::Condition),
           led_by: LedBy::Word(&LEADING), when: |clause| !clause.has_mark("as") && !clause.is_asked(),
           example: "The school closes if it [rains]." },
    Rule { name: AdverbialRule::ProvidedThat, part: Some(Part::Condition),
           led_by: LedBy::Word(&["that"]), when: |clause| LEADING.iter().any(|form| clause.has_mark(form)),
           example: "Provided that the bank [agrees], work begins in June." },
    Rule { name: AdverbialRule::Because, part: REASON,
           led_by: LedBy::Word(&["because", "cause"]), when: |clause| clause.is_finite,
           example: "The ferry stopped because nobody had [paid]." },
    Rule { name: AdverbialRule::AsLongAs, part: Some(Part::Condition),
           led_by: LedBy::Word(&["as", "long"]), when: |clause| clause.has_mark("as") && clause.has_mark("long"),
           example: "The ferry will run as long as the council [pays]." },
    // "since" and "as" of time point to a moment; with a comma in front they give a reason.
    Rule { name: AdverbialRule::Since, part: REASON,
           led_by: LedBy::Word(&["since"]),
           when: |clause| clause.states_alone() && (clause.is_in_front || clause.has_break_before()),
           example: "The ferry stopped, since nobody [paid]." },
    Rule { name: AdverbialRule::AsInFront, part: None,
           led_by: LedBy::Word(&["as"]), when: |clause| clause.states_alone() && clause.is_in_front,
           example: "As the water [rose], the council closed the bridge." },
    Rule { name: AdverbialRule::AsBehindComma, part: REASON,
           led_by: LedBy::Word(&["as"]), when: |clause| clause.states_alone() && clause.has_break_before(),
           example: "The council closed the bridge, as the water [rose]." },
    Rule { name: AdverbialRule::Although, part: CONCESSION,
           led_by: LedBy::Word(&["although", "though"]), when: |clause| clause.is_finite && !clause.has_mark("as"),
           example: "The ferry runs although nobody [pays]." },
    Rule { name: AdverbialRule::WhileInFront, part: CONCESSION,
           led_by: LedBy::Word(&["while"]), when: |clause| clause.is_finite && clause.is_in_front,
           example: "While the mayor [backs] the plan, engaging the schools could still change it." },
    Rule { name: AdverbialRule::WhileBehindComma, part: CONTRAST,
           led_by: LedBy::Word(&["while"]), when: |clause| clause.is_finite && clause.has_break_before(),
           example: "The bridge is old, while the ferry is [new]." },
    Rule { name: AdverbialRule::Whereas, part: CONTRAST,
           led_by: LedBy::Word(&["whereas"]), when: |clause| clause.is_finite,
           example: "The bridge closed whereas the ferry [stayed]." },
    Rule { name: AdverbialRule::So, part: RESULT,
           led_by: LedBy::Word(&["so"]), when: |clause| clause.is_finite && clause.has_break_before(),
           example: "He was ill, so the vote [failed]." },
    Rule { name: AdverbialRule::SoThat, part: RESULT,
           led_by: LedBy::Word(&["that"]), when: |clause| clause.is_finite && clause.has_mark("so"),
           example: "The council paid so that the ferry [runs]." },
    Rule { name: AdverbialRule::TimeInFront, part: Some(Part::Setting),
           led_by: LedBy::Word(&["when", "after", "before", "until", "once", "as"]),
           when: |clause| clause.is_in_front && clause.has_break_behind(),
           example: "After the merger [failed], the bank closed two branches." },
    Rule { name: AdverbialRule::Inversion, part: Some(Part::Condition),
           led_by: LedBy::Nothing,
           when: |clause| clause.is_finite && clause.is_inverted() && (clause.is_in_front || clause.hangs_on_unreal()),
           example: "Had they [asked], the mayor would have paid." },
    Rule { name: AdverbialRule::WhenInFront, part: Some(Part::Setting),
           led_by: LedBy::Anything,
           when: |clause| clause.has_when() && clause.is_in_front && clause.has_break_behind(),
           example: "When the vote [came], the mayor left." },
];

/// Lemmas of what is asked, not known or not sure, behind which "if" is "whether".
const ASKING: [&str; 9] = [
    "doubtful",
    "unclear",
    "uncertain",
    "questionable",
    "wonder",
    "ask",
    "know",
    "see",
    "doubt",
];

/// What an adverbial clause is to the clause that it hangs on.
pub(super) fn adverbial(
    analysis: &Analysis,
    parts: &[Option<Part>],
    head: usize,
    token: usize,
) -> Option<Part> {
    let hangs_on_clause = matches!(
        parts[head],
        Some(Part::Clause(_) | Part::Cue | Part::Stance)
    ) || completes_clause(analysis, parts, head);
    if !hangs_on_clause {
        return None;
    }
    Adverbial::new(analysis, head, token).rule()?.part
}

/// An adverbial clause, with what several rules look at.
struct Adverbial<'a> {
    analysis: &'a Analysis,
    predicate: usize,
    /// Its subordinating words.
    marks: Vec<usize>,
    is_finite: bool,
    /// Whether it stands in front of the verb that it hangs on.
    is_in_front: bool,
}

impl<'a> Adverbial<'a> {
    fn new(analysis: &'a Analysis, head: usize, predicate: usize) -> Self {
        Adverbial {
            analysis,
            predicate,
            marks: marks(analysis, predicate),
            is_finite: is_finite(analysis, predicate),
            is_in_front: predicate < head,
        }
    }

    fn rule(&self) -> Option<&'static Rule> {
        RULES.iter().find(|rule| {
            let led = match rule.led_by {
                LedBy::Word(words) => {
                    let last = self.marks.last();
                    last.is_some_and(|&mark| self.analysis.words[mark].is(words))
                }
                LedBy::Nothing => self.marks.is_empty(),
                LedBy::Anything => true,
            };
            led && (rule.when)(self)
        })
    }

    fn has_mark(&self, form: &str) -> bool {
        let mut marks = self.marks.iter();
        marks.any(|&mark| self.analysis.words[mark].is(&[form]))
    }

    /// Finite, and led in by one word: not "even as", "ever since".
    fn states_alone(&self) -> bool {
        self.is_finite && self.marks.len() == 1
    }

    fn has_break_before(&self) -> bool {
        has_break_before(self.analysis, self.predicate)
    }

    fn has_break_behind(&self) -> bool {
        has_break_behind(self.analysis, self.predicate)
    }

    /// "It remains doubtful if Cameron will win": what is not known is asked, not a condition.
    fn is_asked(&self) -> bool {
        let words = &self.analysis.words;
        let asks = |head: usize| words[head].has_lemma(&ASKING);
        !self.is_in_front && self.has_mark("if") && words[self.predicate].head.is_some_and(asks)
    }

    /// "Should the vote fail, …", "Had they asked, …".
    fn is_inverted(&self) -> bool {
        let first = self.analysis.subtree(self.predicate).into_iter().next();
        first.is_some_and(|first| self.analysis.words[first].is(&INVERTED))
    }

    /// "The town would have drowned had it not been for the wall."
    fn hangs_on_unreal(&self) -> bool {
        let head = self.analysis.words[self.predicate].head;
        head.is_some_and(|head| self.analysis.auxiliary(head, &UNREAL).is_some())
    }

    /// "when" as an adverb of the clause, as most trees have it.
    fn has_when(&self) -> bool {
        self.analysis
            .children_with(self.predicate, &[Deprel::Advmod])
            .any(|child| child < self.predicate && self.analysis.words[child].is(&["when"]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Marked, tree_by_hand};

    #[test]
    fn each_rule_decides_its_example() {
        for rule in RULES {
            let sentence = Marked::new(rule.example);
            let token = sentence.tokens[0];
            let word = &sentence.analysis.words[token];
            let head = word.head.filter(|_| word.deprel == Deprel::Advcl);
            let found = head
                .and_then(|head| Adverbial::new(&sentence.analysis, head, token).rule())
                .map(|found| found.name);
            let expected = match rule.name {
                // Wrong: the parser sets a clause with "so" beside the other.
                AdverbialRule::So => None,
                name => Some(name),
            };
            assert_eq!(found, expected, "{}", rule.example);
        }
    }

    #[test]
    fn if_behind_what_is_asked_leads_in_no_condition() {
        let rule = |head: &str| {
            let tree = format!(
                "it/PRON/nsubj/2 {head}/root/0 if/SCONJ/mark/5 they/PRON/nsubj/5 paid/VERB|VerbForm=Fin/advcl/2"
            );
            let analysis = tree_by_hand(&tree);
            let found = Adverbial::new(&analysis, 1, 4).rule();
            found.map(|rule| rule.name)
        };
        assert_eq!(rule("doubtful/ADJ"), None);
        assert_eq!(rule("wonders~wonder/VERB"), None);
        assert_eq!(rule("closes~close/VERB"), Some(AdverbialRule::Condition));
    }

    /// The rule for the clause whose head is "paid" and that hangs on the root.
    fn rule_for(tree: &str) -> Option<AdverbialRule> {
        let analysis = tree_by_hand(tree);
        let is = |form: &str| analysis.words.iter().position(|word| word.lower == form);
        let (head, token) = (is("stopped").unwrap(), is("paid").unwrap());
        assert_eq!(analysis.words[token].head, Some(head), "{tree}");
        Adverbial::new(&analysis, head, token)
            .rule()
            .map(|rule| rule.name)
    }

    #[test]
    fn a_clause_is_told_by_its_marker_its_place_and_its_verb() {
        const BEHIND: &str = "stopped/VERB|VerbForm=Fin/root/0";
        let behind = |comma: &str, clause: &str| {
            // Heads of the clause are counted from its first word.
            let shift = if comma.is_empty() { 1 } else { 2 };
            format!("{BEHIND} {comma} {}", shifted(clause, shift))
        };
        let front = |clause: &str, comma: &str| {
            let n_words = clause.split(' ').count();
            let root = n_words + usize::from(!comma.is_empty()) + 1;
            let hung = clause.replace("/advcl/0", &format!("/advcl/{root}"));
            // The comma hangs on the clause, behind its last word.
            let comma = comma.replace("/1", &format!("/{n_words}"));
            format!("{hung} {comma} {BEHIND}")
        };
        const COMMA: &str = ",/PUNCT/punct/1";
        let mark = |form: &str| {
            format!("{form}/SCONJ/mark/3 they/PRON/nsubj/3 paid/VERB|VerbForm=Fin/advcl/0")
        };
        let gerund = |form: &str| format!("{form}/SCONJ/mark/2 paid/VERB|VerbForm=Part/advcl/0");
        let table = [
            (behind("", &mark("unless")), Some(AdverbialRule::Condition)),
            (behind("", &gerund("if")), Some(AdverbialRule::Condition)),
            (behind("", &mark("because")), Some(AdverbialRule::Because)),
            (behind("", &gerund("because")), None),
            // Without a comma, "since" and "as" are of time.
            (behind("", &mark("since")), None),
            (behind(COMMA, &mark("since")), Some(AdverbialRule::Since)),
            (front(&mark("since"), ""), Some(AdverbialRule::Since)),
            (behind(COMMA, &gerund("since")), None),
            (behind("", &mark("as")), None),
            (
                behind(COMMA, &mark("as")),
                Some(AdverbialRule::AsBehindComma),
            ),
            (front(&mark("as"), COMMA), Some(AdverbialRule::AsInFront)),
            (
                front(&gerund("as"), COMMA),
                Some(AdverbialRule::TimeInFront),
            ),
            (behind("", &mark("though")), Some(AdverbialRule::Although)),
            (behind("", &gerund("though")), None),
            (behind("", &mark("while")), None),
            (
                behind(COMMA, &mark("while")),
                Some(AdverbialRule::WhileBehindComma),
            ),
            (front(&mark("while"), ""), Some(AdverbialRule::WhileInFront)),
            (behind(COMMA, &gerund("while")), None),
            (front(&gerund("while"), COMMA), None),
            (behind("", &mark("whereas")), Some(AdverbialRule::Whereas)),
            (behind("", &gerund("whereas")), None),
            (behind("", &mark("so")), None),
            (behind(COMMA, &mark("so")), Some(AdverbialRule::So)),
            (behind(COMMA, &gerund("so")), None),
            (
                front(&mark("after"), COMMA),
                Some(AdverbialRule::TimeInFront),
            ),
            (front(&mark("after"), ""), None),
            (behind(COMMA, &mark("after")), None),
            (behind("", &mark("that")), None),
        ];
        for (tree, expected) in table {
            assert_eq!(rule_for(&tree), expected, "{tree}");
        }
    }

    /// The clause with its heads counted on by the words in front; the head of the clause hangs on the first word.
    fn shifted(clause: &str, by: usize) -> String {
        let words = clause.split(' ').map(|word| {
            let (word, head) = word.rsplit_once('/').unwrap();
            match head.parse::<usize>().unwrap() {
                0 => format!("{word}/1"),
                head => format!("{word}/{}", head + by),
            }
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn several_words_lead_in() {
        let table = [
            (
                "stopped/VERB/root/0 so/SCONJ/mark/5 that/SCONJ/fixed/2 they/PRON/nsubj/5 paid/VERB|VerbForm=Fin/advcl/1",
                Some(AdverbialRule::SoThat),
            ),
            (
                "stopped/VERB/root/0 so/SCONJ/mark/4 that/SCONJ/fixed/2 paid/VERB|VerbForm=Part/advcl/1",
                None,
            ),
            (
                "stopped/VERB/root/0 as/ADV/advmod/3 long/ADV/advmod/6 as/SCONJ/mark/6 they/PRON/nsubj/6 paid/VERB|VerbForm=Fin/advcl/1",
                Some(AdverbialRule::AsLongAs),
            ),
            // "Even as" is of time, whatever stands in front.
            (
                "stopped/VERB/root/0 ,/PUNCT/punct/6 even/ADV/advmod/4 as/SCONJ/mark/6 they/PRON/nsubj/6 paid/VERB|VerbForm=Fin/advcl/1",
                None,
            ),
            (
                "stopped/VERB/root/0 even/ADV/advmod/5 if/SCONJ/mark/5 they/PRON/nsubj/5 paid/VERB|VerbForm=Fin/advcl/1",
                Some(AdverbialRule::Condition),
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(rule_for(tree), expected, "{tree}");
        }
    }

    #[test]
    fn no_word_leads_in() {
        let table = [
            (
                "Had/AUX|VerbForm=Fin/aux/3 they/PRON/nsubj/3 paid/VERB/advcl/4 stopped/VERB/root/0",
                Some(AdverbialRule::Inversion),
            ),
            (
                "they/PRON/nsubj/3 had/AUX|VerbForm=Fin/aux/3 paid/VERB/advcl/4 stopped/VERB/root/0",
                None,
            ),
            (
                "stopped/VERB/root/0 had/AUX|VerbForm=Fin/aux/4 they/PRON/nsubj/4 paid/VERB/advcl/1",
                None,
            ),
            (
                "had/NOUN/obj/2 paid/VERB|VerbForm=Part/advcl/3 stopped/VERB/root/0",
                None,
            ),
            (
                "when/ADV/advmod/3 they/PRON/nsubj/3 paid/VERB/advcl/5 ,/PUNCT/punct/3 stopped/VERB/root/0",
                Some(AdverbialRule::WhenInFront),
            ),
            (
                "when/ADV/advmod/3 they/PRON/nsubj/3 paid/VERB/advcl/4 stopped/VERB/root/0",
                None,
            ),
            (
                "stopped/VERB/root/0 when/ADV/advmod/4 they/PRON/nsubj/4 paid/VERB/advcl/1 ,/PUNCT/punct/4",
                None,
            ),
            // Asked behind the verb, "when" tells no time: "They paid when?"
            (
                "they/PRON/nsubj/2 paid/VERB/advcl/5 when/ADV/advmod/2 ,/PUNCT/punct/2 stopped/VERB/root/0",
                None,
            ),
            (
                "then/ADV/advmod/3 they/PRON/nsubj/3 paid/VERB/advcl/5 ,/PUNCT/punct/3 stopped/VERB/root/0",
                None,
            ),
        ];
        for (tree, expected) in table {
            assert_eq!(rule_for(tree), expected, "{tree}");
        }
    }

    #[test]
    fn a_clause_on_a_noun_or_a_condition_stays_inside() {
        let analysis = tree_by_hand(
            "stopped/VERB|VerbForm=Fin/root/0 because/SCONJ/mark/4 they/PRON/nsubj/4 paid/VERB|VerbForm=Fin/advcl/1",
        );
        let on = |part| adverbial(&analysis, &[part, None, None, None], 0, 3);
        assert_eq!(on(Some(Part::Clause(ClauseKind::Main))), REASON);
        assert_eq!(on(Some(Part::Cue)), REASON);
        assert_eq!(on(Some(Part::Stance)), REASON);
        assert_eq!(on(Some(Part::Condition)), None);
        assert_eq!(on(Some(Part::Setting)), None);
        assert_eq!(on(None), None);
        // "wants to stop because …"
        let analysis = tree_by_hand(
            "wants/VERB|VerbForm=Fin/root/0 to/PART/mark/3 stop/VERB/xcomp/1 because/SCONJ/mark/6 they/PRON/nsubj/6 paid/VERB|VerbForm=Fin/advcl/3",
        );
        let main = Some(Part::Clause(ClauseKind::Main));
        assert_eq!(
            adverbial(&analysis, &[main, None, None, None, None, None], 2, 5),
            REASON
        );
        assert_eq!(adverbial(&analysis, &[None; 6], 2, 5), None);
    }
}
