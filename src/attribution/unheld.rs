//! Cues that report what nobody holds: "Nobody has shown that", "No teacher would claim that", "You will find that".
//!
//! Decided by the words around the cue's verb and by its subject. Known to go wrong on "we" that quotes a body's own
//! statement, and on negated verbs that take back only a part ("did not just say").

use super::cue;
use super::rejecting::REJECTING;
use crate::analysis::{Analysis, Word};
use crate::grammar::{Deprel, Feature};
use crate::labels::labels;
use crate::terms::CueType;

labels! {
    /// Why nobody but the author, if anybody, holds what a cue reports.
    pub enum UnheldRule {
        Negated = "negated",
        Conditional = "conditional",
        FirstPerson = "first_person",
        NoneOfThem = "none_of_them",
        Anybody = "anybody",
        WholeSentence = "whole_sentence",
        Expletive = "expletive",
        NegatedSource = "negated_source",
        Withheld = "withheld",
        WithoutSaying = "without_saying",
        NoFinding = "no_finding",
        Rejected = "rejected",
        Urged = "urged",
        Unreal = "unreal",
    }
}

/// A rule: an example, and whether it holds of a cue.
struct Rule {
    name: UnheldRule,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
    test: fn(&SourcedCue) -> bool,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: UnheldRule::Negated, test: is_negated,
          example: "The survey does not show that the ferry is late." },
    Rule { name: UnheldRule::Conditional, test: is_conditional,
          example: "If the mayor says that the ferry is late, people laugh." },
    Rule { name: UnheldRule::FirstPerson, test: is_first_person,
          example: "I believe that the ferry is late." },
    Rule { name: UnheldRule::NoneOfThem, test: is_none_of_them,
          example: "Nobody has shown that the ferry is late." },
    Rule { name: UnheldRule::Anybody, test: is_anybody,
          example: "You will find that the ferry is late." },
    Rule { name: UnheldRule::WholeSentence, test: is_whole_sentence,
          example: "This shows that the ferry is late." },
    Rule { name: UnheldRule::Expletive, test: is_expletive,
          example: "It suggests that the ferry is late." },
    Rule { name: UnheldRule::NegatedSource, test: is_negated_source,
          example: "No teacher would claim that the ferry is late." },
    Rule { name: UnheldRule::Withheld, test: is_withheld,
          example: "The mayor refused to say that the ferry is late." },
    Rule { name: UnheldRule::WithoutSaying, test: is_without_saying,
          example: "It goes without saying that the ferry is late." },
    Rule { name: UnheldRule::NoFinding, test: is_no_finding,
          example: "The inquiry found no evidence that the ferry was late." },
    Rule { name: UnheldRule::Rejected, test: is_rejected,
          example: "The mayor rejected claims that the ferry is late." },
    Rule { name: UnheldRule::Urged, test: is_urged,
          example: "Drivers should understand that the ferry is late." },
    Rule { name: UnheldRule::Unreal, test: is_unreal,
          example: "Voters could have shown that the ferry is late." },
];

/// Lemmas of verbs before "to" by which somebody does not say something.
const WITHHOLDING: [&str; 6] = ["refuse", "decline", "fail", "neglect", "hesitate", "forget"];

/// Modal verbs of what somebody is to see, or readers are to hear: "It should be noted that".
const URGING: [&str; 4] = ["should", "must", "ought", "need"];

/// What leads in a time that comes again and again.
const WHENEVER: [&str; 2] = ["when", "whenever"];

/// Modal verbs that, before "have", speak of what was not so.
const UNREAL: [&str; 4] = ["could", "might", "would", "should"];

/// Why nobody holds what a cue reports; `None` where its source does.
pub(super) fn why_unheld(
    analysis: &Analysis,
    token: usize,
    source: Option<usize>,
) -> Option<UnheldRule> {
    let cue = SourcedCue {
        analysis,
        token,
        source,
    };
    let rule = RULES.iter().find(|rule| (rule.test)(&cue))?;
    Some(rule.name)
}

/// A cue with the head word of its source, where it has one.
struct SourcedCue<'a> {
    analysis: &'a Analysis,
    token: usize,
    source: Option<usize>,
}

impl SourcedCue<'_> {
    fn word(&self) -> &Word {
        &self.analysis.words[self.token]
    }

    fn source_is(&self, forms: &[&str]) -> bool {
        self.source
            .is_some_and(|source| self.analysis.words[source].is(forms))
    }
}

/// "The survey does not show that"; but who does not deny something is credited with not denying it.
fn is_negated(cue: &SourcedCue) -> bool {
    let denies = cue.word().has_lemma(&["doubt", "deny", "dispute"]);
    cue.analysis.is_negated(cue.token) && !denies
}

/// "If the mayor says that", "at a point when the brain feels that"; but "when the mayor said that" tells what he said.
fn is_conditional(cue: &SourcedCue) -> bool {
    let mut leading = cue
        .analysis
        .children_with(cue.token, &[Deprel::Mark, Deprel::Advmod])
        .map(|child| &cue.analysis.words[child])
        .filter(|word| word.deprel == Deprel::Mark || word.is(&WHENEVER));
    let auxiliaries = cue.analysis.children_with(cue.token, &[Deprel::Aux]);
    let is_past = auxiliaries
        .chain([cue.token])
        .any(|verb| cue.analysis.words[verb].has(Feature::TensePast));
    leading.any(|word| word.is(&["if", "unless", "whether"]) || word.is(&WHENEVER) && !is_past)
}

/// The author's own words are no attribution.
fn is_first_person(cue: &SourcedCue) -> bool {
    cue.source_is(&["i", "we", "us", "me"])
}

fn is_none_of_them(cue: &SourcedCue) -> bool {
    let is_bare = |source: usize| !cue.analysis.has_child_with(source, &[Deprel::Det]);
    cue.source_is(&["nobody", "none", "nothing"])
        // "Few believe that", but "a few believe that".
        || cue.source_is(&["few"]) && cue.source.is_some_and(is_bare)
}

/// The reader, or whoever it may be; but "one of them said" speaks of somebody.
fn is_anybody(cue: &SourcedCue) -> bool {
    let has_group = |source: usize| cue.analysis.has_child_with(source, &[Deprel::Nmod]);
    cue.source_is(&["you", "anyone", "anybody"])
        || cue.source_is(&["one"]) && !cue.source.is_some_and(has_group)
}

/// A relative or demonstrative pronoun for what was said before, from which the author concludes.
fn is_whole_sentence(cue: &SourcedCue) -> bool {
    cue.source_is(&["that", "this", "which"])
}

/// "It" that stands for nothing or for what was said before; but "it says" speaks of somebody.
fn is_expletive(cue: &SourcedCue) -> bool {
    let impersonal = ["feel", "show", "suggest"];
    cue.source_is(&["it"]) && cue.word().has_lemma(&impersonal)
}

fn is_negated_source(cue: &SourcedCue) -> bool {
    let has_article = |token: usize| cue.analysis.has_child_with(token, &[Deprel::Det]);
    cue.source.is_some_and(|source| {
        let mut children = cue.analysis.children(source).iter();
        children.any(|&child| {
            let word = &cue.analysis.words[child];
            // "Few teachers", but "a few teachers".
            let is_few = word.is(&["few"]) && !has_article(source) && !has_article(child);
            word.is(&["no", "neither"]) || is_few
        })
    }) || would_be_said_by_few(cue)
}

/// "Only a fool would argue that": who says so would be wrong.
fn would_be_said_by_few(cue: &SourcedCue) -> bool {
    let words = &cue.analysis.words;
    // In front of the source: "The mayor would only say that" tells what the mayor says.
    let only = |token: usize| {
        words[token].is(&["only"]) && cue.source.is_some_and(|source| token < source)
    };
    let mut near = cue.source.into_iter().chain([cue.token]);
    cue.analysis
        .auxiliary(cue.token, &["would", "could", "can"])
        .is_some()
        && near.any(|above| {
            cue.analysis
                .children_with(above, &[Deprel::Advmod])
                .any(only)
        })
}

/// "refused to say that", "The report fails to show that", "They don't want to think that".
fn is_withheld(cue: &SourcedCue) -> bool {
    let words = &cue.analysis.words;
    let above = cue
        .word()
        .head
        .filter(|_| cue.word().deprel.base() == Deprel::Xcomp);
    // Who does not hesitate to say it says it.
    above
        .is_some_and(|above| words[above].has_lemma(&WITHHOLDING) != cue.analysis.is_negated(above))
}

/// "It goes without saying that", "stopped short of saying that".
fn is_without_saying(cue: &SourcedCue) -> bool {
    cue.analysis
        .children_with(cue.token, &[Deprel::Mark, Deprel::Case])
        .any(|child| {
            let words = &cue.analysis.words;
            let short_of = words[child].is(&["of"]) && child > 0 && words[child - 1].is(&["short"]);
            (short_of || words[child].is(&["without"])) && child + 1 == cue.token
        })
        && cue.analysis.child(cue.token, Deprel::Nsubj).is_none()
}

/// "found no evidence that", "offered no proof that".
fn is_no_finding(cue: &SourcedCue) -> bool {
    let found = cue.analysis.children_with(cue.token, &[Deprel::Obj]);
    found.into_iter().any(|object| {
        let mut children = cue.analysis.children(object).iter();
        children.any(|&child| cue.analysis.words[child].is(&["no", "little"]))
    })
}

/// "rejected claims that": nobody whose claims they are is named, and who rejects them holds the opposite.
fn is_rejected(cue: &SourcedCue) -> bool {
    let words = &cue.analysis.words;
    let above = cue.word().head.map(|above| &words[above]);
    cue.word().deprel.base() == Deprel::Obj
        && above.is_some_and(|above| above.has_lemma(&REJECTING))
        && cue.analysis.child(cue.token, Deprel::NmodPoss).is_none()
}

/// "Drivers should understand that" presupposes it; "It must be said that" is the author's own.
fn is_urged(cue: &SourcedCue) -> bool {
    let is_passive = cue.analysis.child(cue.token, Deprel::AuxPass).is_some();
    let is_knowledge =
        || cue::listed(cue.word()).map(|cue| cue.cue_type) == Some(CueType::Knowledge);
    cue.analysis.auxiliary(cue.token, &URGING).is_some() && (is_passive || is_knowledge())
}

/// "Voters could have shown that", "The mayor should have said that": nobody has.
fn is_unreal(cue: &SourcedCue) -> bool {
    cue.analysis.auxiliary(cue.token, &UNREAL).is_some()
        && cue
            .analysis
            .auxiliary(cue.token, &["have", "'ve"])
            .is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::reporting;
    use crate::attribution::testing::read;
    use crate::testing::tree_by_hand;

    fn decided(sentence: &str) -> Option<UnheldRule> {
        let analysis = &read(sentence).analyses[0];
        let cue = analysis
            .words
            .iter()
            .position(|word| cue::listed(word).is_some());
        let cue = cue.unwrap_or_else(|| panic!("no cue in {sentence}"));
        why_unheld(analysis, cue, reporting::source_of(analysis, cue))
    }

    #[test]
    fn each_rule_holds_of_its_example() {
        for rule in RULES {
            assert_eq!(decided(rule.example), Some(rule.name), "{}", rule.example);
        }
    }

    #[test]
    fn what_somebody_holds_is_told_apart() {
        let table = [
            ("The survey shows that the ferry is late.", None),
            // Who doesn't deny leaves it open; the denial itself is held.
            ("The mayor does not deny that the ferry is late.", None),
            ("The mayor denies that the ferry is late.", None),
            // A condition of what is said, not of the saying.
            (
                "The mayor says that people laugh if the ferry is late.",
                None,
            ),
            ("One of the teachers said that the ferry is late.", None),
            ("It says that the ferry is late.", None),
            ("A few say that the ferry is late.", None),
            ("A few teachers said that the ferry is late.", None),
            (
                "Few teachers say that the ferry is late.",
                Some(UnheldRule::NegatedSource),
            ),
            ("The mayor would only say that the ferry is late.", None),
            (
                "The mayor did not hesitate to say that the ferry is late.",
                None,
            ),
            (
                "Few say that the ferry is late.",
                Some(UnheldRule::NoneOfThem),
            ),
            (
                "Only a fool would say that the ferry is late.",
                Some(UnheldRule::NegatedSource),
            ),
            ("Only a teacher said that the ferry is late.", None),
            (
                "They don't want to say that the ferry is late.",
                Some(UnheldRule::Withheld),
            ),
            (
                "We laugh when the mayor says that the ferry is late.",
                Some(UnheldRule::Conditional),
            ),
            (
                "We laughed when the mayor said that the ferry is late.",
                None,
            ),
            (
                "The teacher with no class said that the ferry is late.",
                None,
            ),
            ("Voters could show that the ferry is late.", None),
            ("The mayor wanted to say that the ferry is late.", None),
            ("The report found evidence that the ferry is late.", None),
            ("The mayor should say that the ferry is late.", None),
            ("It is said that the ferry is late.", None),
            (
                "It must be said that the ferry is late.",
                Some(UnheldRule::Urged),
            ),
            (
                "Neither teacher said that the ferry is late.",
                Some(UnheldRule::NegatedSource),
            ),
            (
                "Anybody knows that the ferry is late.",
                Some(UnheldRule::Anybody),
            ),
            (
                "Teachers never said that the ferry is late.",
                Some(UnheldRule::Negated),
            ),
        ];
        for (sentence, expected) in table {
            assert_eq!(decided(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn trees_are_read_by_relation_and_form() {
        let table = [
            (
                "one/PRON/nsubj/2 said/VERB/root/0",
                1,
                Some(0),
                Some(UnheldRule::Anybody),
            ),
            (
                "one/PRON/nsubj/3 them/PRON/nmod/1 said/VERB/root/0",
                2,
                Some(0),
                None,
            ),
            (
                "she/PRON/nsubj/3 unless/SCONJ/mark/3 said/VERB/root/0",
                2,
                Some(0),
                Some(UnheldRule::Conditional),
            ),
            (
                "she/PRON/nsubj/3 if/SCONJ/advmod/3 said/VERB/root/0",
                2,
                Some(0),
                None,
            ),
            ("that/SCONJ/mark/2 said/VERB/root/0", 1, None, None),
            (
                "not/PART/advmod/2 said/VERB/root/0",
                1,
                None,
                Some(UnheldRule::Negated),
            ),
            ("not/PART/advmod/2 doubted~doubt/VERB/root/0", 1, None, None),
            (
                "it/PRON/nsubj/2 shows~show/VERB/root/0",
                1,
                Some(0),
                Some(UnheldRule::Expletive),
            ),
            ("she/PRON/nsubj/2 shows~show/VERB/root/0", 1, Some(0), None),
        ];
        for (line, cue, source, expected) in table {
            assert_eq!(
                why_unheld(&tree_by_hand(line), cue, source),
                expected,
                "{line}"
            );
        }
    }
}
