//! Whether a claim can be said alone: what keeps it from being a sentence.
//!
//! [`RULES`] are asked in their order; the first that applies is told. Some look for a part of the sentence that was left
//! in another claim (subject, complement, list), some for words at the edge of the claim which show that the parser cut
//! through a clause. They would rather keep a good sentence back than let half of one through.

use super::edit::Change;
use super::relative::{self, Relative};
use super::{Wording, border, complement, copula, gap, opening, subject, verb};
use crate::analysis::{Analysis, Word};
use crate::claim::ClauseKind;
use crate::claim::clause::Clause;
use crate::grammar::Deprel;
use crate::labels::labels;

labels! {
    /// What keeps a claim from being said alone.
    pub enum Obstacle {
        StanceApart = "stance_apart",
        DenialApart = "denial_apart",
        ConditionApart = "condition_apart",
        RelativeWithoutReferent = "relative_without_referent",
        NoFiniteVerb = "no_finite_verb",
        NoSubject = "no_subject",
        OpensAsQuestion = "opens_as_question",
        ConjunctionTakenOff = "conjunction_taken_off",
        OpensAsSubordinate = "opens_as_subordinate",
        VerbInFront = "verb_in_front",
        ComplementElsewhere = "complement_elsewhere",
        ObjectMissing = "object_missing",
        EndsInAuxiliary = "ends_in_auxiliary",
        EndsAtColon = "ends_at_colon",
        ListMissing = "list_missing",
        AuxiliaryDisagrees = "auxiliary_disagrees",
        PersonDisagrees = "person_disagrees",
        NumberDisagrees = "number_disagrees",
        BordersUnsure = "borders_unsure",
        QualifiesNoun = "qualifies_noun",
        GoesOn = "goes_on",
        EndHangs = "end_hangs",
        InsideWord = "inside_word",
        PairApart = "pair_apart",
        WordsMissingBetween = "words_missing_between",
        HalfPair = "half_pair",
        Unsure = "unsure",
    }
}

/// A test that a claim must not meet.
struct Rule {
    name: Obstacle,
    /// A text whose claim, the one around the brackets where there are several, it keeps back. Where `|` stands, that is where
    /// only a wrong tree would cut: the rule is tested on trees built by hand.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
    applies: fn(&Candidate) -> bool,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: Obstacle::RelativeWithoutReferent, applies: relative_without_referent,
           example: "Ferry operations at the harbour office, [which closes at noon], were stopped." },
    Rule { name: Obstacle::NoFiniteVerb, applies: no_finite_verb,
           example: "The system had to be fast and [be built for growth]." },
    Rule { name: Obstacle::NoSubject, applies: no_subject,
           example: "Was sold in May." },
    Rule { name: Obstacle::OpensAsQuestion, applies: opens_as_question,
           example: "In which all the offices were held by women." },
    Rule { name: Obstacle::ConjunctionTakenOff, applies: opening::lost_conjunction,
           example: "After the vote was lost." },
    Rule { name: Obstacle::OpensAsSubordinate, applies: opening::is_subordinate,
           example: "In case any small thing was to be done." },
    Rule { name: Obstacle::VerbInFront, applies: opening::has_verb_in_front,
           example: "Should these storms go on." },
    Rule { name: Obstacle::ComplementElsewhere, applies: complement::is_elsewhere,
           example: "The paper has learned | that the mayor lied." },
    Rule { name: Obstacle::ObjectMissing, applies: complement::lacks_object,
           example: "We still have." },
    Rule { name: Obstacle::EndsInAuxiliary, applies: complement::ends_in_auxiliary,
           example: "The scenes will." },
    Rule { name: Obstacle::EndsAtColon, applies: complement::ends_at_colon,
           example: "The rules say that:" },
    Rule { name: Obstacle::ListMissing, applies: complement::announces_list,
           example: "The town has the following problems:" },
    Rule { name: Obstacle::AuxiliaryDisagrees, applies: verb::disagrees_with_auxiliary,
           example: "The mayor would then heading for the door." },
    Rule { name: Obstacle::PersonDisagrees, applies: verb::disagrees_in_person,
           example: "They closes the road." },
    Rule { name: Obstacle::NumberDisagrees, applies: verb::disagrees_in_number,
           example: "The interface are saved." },
    Rule { name: Obstacle::BordersUnsure, applies: borders_unsure,
           example: "The ferry was late | when it left | and the crew knew." },
    Rule { name: Obstacle::QualifiesNoun, applies: border::qualifies_noun,
           example: "The burgers | he was frying | burned." },
    Rule { name: Obstacle::GoesOn, applies: border::goes_on,
           example: "I left the hall with the [thought] that for the first time in my life, I loved a film." },
    Rule { name: Obstacle::EndHangs, applies: border::end_hangs,
           example: "The price will rise even." },
    Rule { name: Obstacle::InsideWord, applies: border::inside_word,
           example: "The town has a way to mass | - | produce ferries." },
    Rule { name: Obstacle::PairApart, applies: border::parts_pair,
           example: "The members | either vote | or | leave." },
    Rule { name: Obstacle::WordsMissingBetween, applies: words_missing_between,
           example: "The fare | the board met | rose." },
];

/// The first obstacle that a claim meets.
pub(super) fn first(candidate: &Candidate) -> Option<Obstacle> {
    let rule = RULES.iter().find(|rule| (rule.applies)(candidate))?;
    Some(rule.name)
}

/// A claim that may be said alone, with what several tests look at.
pub(super) struct Candidate<'a> {
    pub wording: &'a Wording<'a>,
    pub analysis: &'a Analysis,
    pub clause: &'a Clause,
    /// The pronoun of a relative clause, where it can be replaced.
    pub relative: Option<Relative>,
    /// Whether it is what somebody calls something: "called the policy a mistake".
    pub is_naming: bool,
    /// The verb that is put in where somebody calls something a name: *is*.
    pub copula: Option<Change>,
}

impl<'a> Candidate<'a> {
    pub fn new(wording: &'a Wording<'a>) -> Self {
        let Wording {
            article,
            analysis,
            own,
            clause,
            ..
        } = *wording;
        let is_naming = clause.kind == ClauseKind::Complement && clause.governor.is_none();
        Candidate {
            wording,
            analysis,
            clause,
            relative: relative::find(article, analysis, clause, own),
            is_naming,
            copula: Some(wording).filter(|_| is_naming).and_then(copula::change),
        }
    }

    pub fn word(&self, token: usize) -> &'a Word {
        &self.analysis.words[token]
    }

    /// The word behind a token, whether the claim has it or not.
    pub fn next(&self, token: usize) -> Option<&'a Word> {
        self.analysis.words.get(token + 1)
    }

    pub fn predicate(&self) -> &'a Word {
        self.word(self.clause.predicate)
    }

    pub fn has(&self, token: usize) -> bool {
        self.clause.tokens.contains(&token)
    }

    /// The first token of the claim; each has its predicate at least.
    pub fn first(&self) -> usize {
        *self.clause.tokens.first().unwrap_or(&self.clause.predicate)
    }

    /// The last token of the claim.
    pub fn last(&self) -> usize {
        *self.clause.tokens.last().unwrap_or(&self.clause.predicate)
    }

    /// The auxiliaries and the copula of the predicate.
    pub fn auxiliaries(&self) -> impl Iterator<Item = usize> + 'a {
        self.analysis
            .children_with(self.clause.predicate, &[Deprel::Aux, Deprel::Cop])
    }

    /// Whether a token stands in a clause below the predicate: "nobody" in "The plan is that nobody pays".
    pub fn is_below(&self, token: usize) -> bool {
        let mut in_clause = false;
        for at in std::iter::once(token).chain(self.analysis.ancestors(token)) {
            if at == self.clause.predicate {
                return in_clause;
            }
            in_clause |= CLAUSAL.contains(&self.word(at).deprel.base());
        }
        false
    }
}

/// Relations of a clause to a word above it.
const CLAUSAL: [Deprel; 6] = [
    Deprel::Advcl,
    Deprel::Acl,
    Deprel::Csubj,
    Deprel::Ccomp,
    Deprel::Xcomp,
    Deprel::Parataxis,
];

/// A relative clause whose pronoun can't be replaced.
fn relative_without_referent(candidate: &Candidate) -> bool {
    candidate.clause.kind == ClauseKind::Relative && candidate.relative.is_none()
}

fn no_finite_verb(candidate: &Candidate) -> bool {
    candidate.copula.is_none() && !verb::is_finite(candidate)
}

/// "Which" has its referent for a subject, and a name what is named.
fn no_subject(candidate: &Candidate) -> bool {
    candidate.relative.is_none()
        && !(candidate.is_naming && subject::is_named_before(candidate))
        && !subject::is_said(candidate)
}

fn opens_as_question(candidate: &Candidate) -> bool {
    candidate.relative.is_none() && opening::is_question(candidate)
}

/// What is left of a main clause is a sentence more often than not, however unsure the parser is.
fn borders_unsure(candidate: &Candidate) -> bool {
    candidate.clause.kind != ClauseKind::Main
        && border::misplaced(candidate.wording) >= border::MOST_MISPLACED
}

fn words_missing_between(candidate: &Candidate) -> bool {
    candidate.relative.is_none() && !candidate.is_naming && !gap::all_explained(candidate)
}

/// Whether every bracket and curly quotation mark has its other half: a claim cut through one is no sentence.
pub(super) fn is_balanced(text: &str) -> bool {
    let count = |mark: char| text.chars().filter(|&letter| letter == mark).count();
    [('(', ')'), ('[', ']'), ('“', '”')]
        .iter()
        .all(|&(open, close)| count(open) == count(close))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::claims;

    /// What became of the claim around the brackets.
    fn outcome(marked: &str) -> Option<Obstacle> {
        let text = marked.replace(['[', ']'], "");
        let words = marked
            .split_once('[')
            .and_then(|(_, rest)| rest.split_once(']'))
            .map_or(&*text, |(words, _)| words);
        let claims = claims(&text, None);
        let holds = |span: &&crate::span::ByteSpan| {
            let piece = span.of(&text);
            words.contains(piece) || piece.contains(words)
        };
        let found = claims
            .iter()
            .find(|claim| claim.spans.iter().rfind(holds).is_some());
        found
            .unwrap_or_else(|| panic!("{marked}: no such claim"))
            .standalone
            .as_ref()
            .err()
            .copied()
    }

    #[test]
    fn each_rule_keeps_its_example_back() {
        let examples = RULES.iter().filter(|rule| !rule.example.contains('|'));
        let mut n_examples = 0;
        for rule in examples {
            assert_eq!(outcome(rule.example), Some(rule.name), "{}", rule.example);
            n_examples += 1;
        }
        assert!(n_examples > RULES.len() / 2);
    }

    #[test]
    fn brackets_and_quotation_marks_come_in_pairs() {
        for text in ["a (b) c", "[a] “b”", "no marks", "“a” (b"] {
            assert_eq!(is_balanced(text), text != "“a” (b", "{text}");
        }
        assert!(!is_balanced("“a") && !is_balanced("a]"));
    }
}
