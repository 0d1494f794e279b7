//! How sure a whole claim is: the probability that its words, holder, polarity and standalone sentence are all right.
//!
//! A logistic regression over what the stages know of a claim, a [`Sign`] each. `confidence.tsv` is written by
//! `cargo xtask confidence`, which learns the weights from claims that readers judged one by one
//! (`evaluation/judged.jsonl`), and shows on articles held out whether the stated probabilities hold. Known to miss what
//! no stage doubts: a wrong holder that all rules agree on.

use super::clause::Clause;
use super::standalone::{Edit, EditReason, Obstacle, Standalone};
use super::{ClauseKind, Decision, PolarityRule};
use crate::analysis::{Analysis, Word};
use crate::attribution::{Attribution, AttributionRule};
use crate::grammar::{AttributionPart, Deprel, Feature, Upos};
use crate::labels::labels;
use crate::span::ByteSpan;
use crate::terms::{BlockKind, Polarity};
use std::sync::LazyLock;

/// Below this probability a claim is unsure: of those that are still told more mislead or are broken than are right.
pub const UNSURE_BELOW: f32 = 0.5;

/// Most doubts that are told.
const MOST_DOUBTS: usize = 3;

/// Smallest change of the log-odds that counts as a doubt.
const LEAST_DOUBT: f32 = 0.2;

labels! {
    /// What may make a claim doubtful. The label is the words that reports tell it in.
    pub enum Sign {
        Border = "words near its borders may belong elsewhere",
        BorderWord = "it is cut before a word that goes on",
        Pieces = "it is put together from pieces",
        Predicate = "its verb may hang on another word",
        Subject = "its subject may belong to another verb",
        Words = "its words may hang on others",
        Cue = "what is said may not belong to who says it",
        Sentence = "its sentence is long",
        Coordinated = "it is one of several joined clauses",
        Relative = "it stands in a relative clause",
        Complement = "it stands in a clause that completes another",
        Aside = "it stands beside the sentence",
        Subordinate = "it stands in a subordinate clause",
        NotSaidAlone = "it can't be said alone",
        BrokenBorder = "words of its sentence may be missing",
        NoSentence = "it has no subject or no verb of its own",
        NamePutIn = "a name is put in",
        NameDoubt = "a name that is put in may be wrong",
        SubjectPutBack = "words of another clause are put back",
        LeftOpen = "it says “it”, “they” or the like and leaves open who",
        Held = "somebody else says it",
        HeldByTags = "who says it was told by the words alone",
        HeldByPlace = "who says it was told by its place in the text",
        HeldByName = "it is what somebody calls or denies",
        SourceOpen = "who says it is not named",
        TagsDisagree = "two ways to tell who says it disagree",
        QuotedAuthor = "it is quoted, and nobody is named for it",
        Negative = "it is denied",
        Conditional = "it depends on a condition",
        NotInParagraph = "it stands outside the paragraphs",
        NoFullStop = "its sentence has no full stop",
    }
}

/// How likely a claim is to be right, and the doubts.
#[derive(Debug, Clone, Default)]
pub struct Confidence {
    /// The probability.
    pub probability: f32,
    /// What lowers it most, the strongest first; none where nothing does.
    pub doubts: Vec<Sign>,
    /// Measure of each sign, in the order of [`Sign::ALL`]: what the weights are learned from.
    #[cfg_attr(
        not(any(test, feature = "_internals")),
        expect(dead_code, reason = "asked by the evaluation")
    )]
    pub measures: Vec<f32>,
}

/// A claim as the signs are read off it.
pub(super) struct Known<'a> {
    pub analysis: &'a Analysis,
    pub sentence: usize,
    pub block: BlockKind,
    pub clause: &'a Clause,
    pub spans: &'a [ByteSpan],
    pub attribution: Option<&'a Attribution>,
    pub polarity: &'a Decision<Polarity, PolarityRule>,
    pub standalone: &'a Result<Standalone, Obstacle>,
}

/// Weighs the signs of a claim. Linear in the words of its sentence.
pub(super) fn decide(known: &Known) -> Confidence {
    let measures: Vec<f32> = Sign::ALL.iter().map(|&sign| known.measure(sign)).collect();
    let effects: Vec<f32> = WEIGHTS
        .signs
        .iter()
        .zip(&measures)
        .map(|(weight, measure)| weight.weight * (measure - weight.mean))
        .collect();
    let log_odds = effects
        .iter()
        .fold(WEIGHTS.bias, |sum, effect| sum + effect);
    let mut doubts: Vec<(Sign, f32)> = Sign::ALL.iter().copied().zip(effects).collect();
    doubts.retain(|&(_, effect)| effect <= -LEAST_DOUBT);
    doubts.sort_by(|a, b| a.1.total_cmp(&b.1));
    doubts.truncate(MOST_DOUBTS);
    Confidence {
        probability: 1.0 / (1.0 + libm::expf(-log_odds)),
        doubts: doubts.into_iter().map(|(sign, _)| sign).collect(),
        measures,
    }
}

/// Words that go on with what stands in front of them.
const GOING_ON: [Upos; 7] = [
    Upos::Noun,
    Upos::Propn,
    Upos::Num,
    Upos::Adj,
    Upos::Verb,
    Upos::Adp,
    Upos::Part,
];

/// Rules that credit words by where they stand, without a verb that says so.
const BY_PLACE: [AttributionRule; 9] = [
    AttributionRule::BesideQuotation,
    AttributionRule::FramedQuotation,
    AttributionRule::BehindColon,
    AttributionRule::SignedQuotation,
    AttributionRule::SpeakerLabel,
    AttributionRule::ContinuedQuotation,
    AttributionRule::QuotationBehindSpeaker,
    AttributionRule::QuotedBlock,
    AttributionRule::Unnamed,
];

/// Rules whose content is no clause of its own.
const BY_NAME: [AttributionRule; 3] = [
    AttributionRule::Naming,
    AttributionRule::Accusing,
    AttributionRule::Rejecting,
];

/// Edits that put a name for other words.
const NAMES: [EditReason; 10] = [
    EditReason::PersonalPronoun,
    EditReason::ThingPronoun,
    EditReason::PluralPronoun,
    EditReason::ShortName,
    EditReason::Role,
    EditReason::DefinitePhrase,
    EditReason::DemonstrativePhrase,
    EditReason::Government,
    EditReason::Speaker,
    EditReason::RelativePronoun,
];

/// Edits that put back what stands elsewhere in the sentence.
const PUT_BACK: [EditReason; 5] = [
    EditReason::Condition,
    EditReason::Circumstance,
    EditReason::Stance,
    EditReason::Denial,
    EditReason::Verb,
];

/// Obstacles that tell of words on the wrong side of a border.
const BORDERS: [Obstacle; 6] = [
    Obstacle::BordersUnsure,
    Obstacle::WordsMissingBetween,
    Obstacle::QualifiesNoun,
    Obstacle::GoesOn,
    Obstacle::EndHangs,
    Obstacle::HalfPair,
];

/// Obstacles that tell of a clause without what makes it one.
const NO_SENTENCE: [Obstacle; 4] = [
    Obstacle::NoFiniteVerb,
    Obstacle::NoSubject,
    Obstacle::ObjectMissing,
    Obstacle::EndsInAuxiliary,
];

/// Doubt of a name whose edit states no probability.
const UNWEIGHED_DOUBT: f32 = 0.1;

/// Most that is counted of pieces, names and open references: more of them say no more.
const MOST_COUNTED: f32 = 3.0;

impl Known<'_> {
    fn measure(&self, sign: Sign) -> f32 {
        let kind = |kinds: &[ClauseKind]| flag(kinds.contains(&self.clause.kind));
        let rule = |rules: &[AttributionRule]| {
            flag(
                self.attribution
                    .is_some_and(|held| rules.contains(&held.rule)),
            )
        };
        match sign {
            Sign::Border => self.misplaced().min(MOST_COUNTED),
            Sign::BorderWord => flag(self.goes_on()),
            Sign::Pieces => (self.spans.len() as f32 - 1.0).min(MOST_COUNTED),
            Sign::Predicate => doubt(self.word(self.clause.predicate)),
            Sign::Subject => self
                .clause
                .subject
                .map_or(0.0, |subject| doubt(self.word(subject))),
            Sign::Words => self.mean_doubt(),
            Sign::Cue => self.doubt_of_cue(),
            Sign::Sentence => libm::logf(1.0 + self.analysis.words.len() as f32),
            Sign::Coordinated => kind(&[ClauseKind::Coordinated]),
            Sign::Relative => kind(&[ClauseKind::Relative]),
            Sign::Complement => kind(&[ClauseKind::Complement]),
            Sign::Aside => kind(&[ClauseKind::Parataxis]),
            Sign::Subordinate => kind(&[
                ClauseKind::Reason,
                ClauseKind::Concession,
                ClauseKind::Contrast,
                ClauseKind::Result,
            ]),
            Sign::NotSaidAlone => flag(self.standalone.is_err() && !self.needs_no_verb()),
            Sign::BrokenBorder => flag(self.fails(&BORDERS)),
            Sign::NoSentence => flag(self.fails(&NO_SENTENCE) && !self.needs_no_verb()),
            Sign::NamePutIn => counted(self.edits(&NAMES).count()),
            Sign::NameDoubt => self.doubt_of_names(),
            Sign::SubjectPutBack => counted(self.edits(&PUT_BACK).count()),
            Sign::LeftOpen => self
                .standalone
                .as_ref()
                .map_or(0.0, |standalone| counted(standalone.unresolved.len())),
            Sign::Held => flag(self.attribution.is_some()),
            Sign::HeldByTags => rule(&[AttributionRule::Weights]),
            Sign::HeldByPlace => rule(&BY_PLACE),
            Sign::HeldByName => rule(&BY_NAME),
            Sign::SourceOpen => flag(self.is_source_open()),
            Sign::TagsDisagree => self.disagreement(),
            Sign::QuotedAuthor => flag(self.attribution.is_none() && self.is_quoted()),
            Sign::Negative => flag(self.polarity.value == Polarity::Negative),
            Sign::Conditional => flag(self.clause.condition.is_some()),
            Sign::NotInParagraph => flag(self.block != BlockKind::Paragraph),
            Sign::NoFullStop => flag(!self.ends_with_stop()),
        }
    }

    fn word(&self, token: usize) -> &Word {
        &self.analysis.words[token]
    }

    fn has(&self, token: usize) -> bool {
        self.clause.tokens.binary_search(&token).is_ok()
    }

    /// How many words are to be expected on the wrong side of the claim's borders.
    fn misplaced(&self) -> f32 {
        let words = self.analysis.words.iter().enumerate();
        let across = words.filter(|(token, word)| {
            let is_inside = self.has(*token);
            !word.is_punctuation() && word.head.is_some_and(|head| self.has(head) == is_inside)
        });
        across.fold(0.0, |sum, (token, word)| {
            let rivals = word.rivals.iter();
            let other_side = rivals.filter(|&&(head, _)| self.has(head) != self.has(token));
            sum + other_side.map(|&(_, probability)| probability).sum::<f32>()
        })
    }

    /// "Voters chose | mayors": behind the last word stands one that goes on with it.
    fn goes_on(&self) -> bool {
        let last = self.clause.tokens.last();
        let next = last.and_then(|&last| self.analysis.words.get(last + 1));
        next.is_some_and(|next| GOING_ON.contains(&next.upos))
    }

    fn mean_doubt(&self) -> f32 {
        let tokens = &self.clause.tokens;
        let all = tokens
            .iter()
            .fold(0.0, |sum, &token| sum + doubt(self.word(token)));
        all / tokens.len().max(1) as f32
    }

    /// Of a claim that somebody says: the most doubtful word between its verb and the verb of saying.
    fn doubt_of_cue(&self) -> f32 {
        let cue = self
            .attribution
            .filter(|held| held.sentence == self.sentence);
        let Some(cue) = cue.and_then(|held| held.cue_token) else {
            return 0.0;
        };
        let above = self.analysis.ancestors(self.clause.predicate);
        std::iter::once(self.clause.predicate)
            .chain(above)
            .take_while(|&token| token != cue)
            .map(|token| doubt(self.word(token)))
            .fold(0.0, f32::max)
    }

    fn fails(&self, obstacles: &[Obstacle]) -> bool {
        let obstacle = self.standalone.as_ref().err();
        obstacle.is_some_and(|obstacle| obstacles.contains(obstacle))
    }

    fn edits(&self, reasons: &'static [EditReason]) -> impl Iterator<Item = &Edit> {
        let edits = self
            .standalone
            .as_ref()
            .map(|standalone| standalone.edits.iter());
        edits
            .into_iter()
            .flatten()
            .filter(|edit| reasons.contains(&edit.reason))
    }

    fn doubt_of_names(&self) -> f32 {
        self.edits(&NAMES).fold(0.0, |sum, edit| {
            sum + edit
                .probability
                .map_or(UNWEIGHED_DOUBT, |probability| 1.0 - probability)
        })
    }

    /// Share of the claim's words of which the weights' tags say that they are somebody's content where the rules say that
    /// they are the author's, or the other way round.
    fn disagreement(&self) -> f32 {
        let tokens = &self.clause.tokens;
        let is_content = |token: &&usize| {
            let tag = self.word(**token).attribution;
            tag.is_some_and(|tag| tag.kind() == AttributionPart::Content)
        };
        let share = tokens.iter().filter(is_content).count() as f32 / tokens.len().max(1) as f32;
        if self.attribution.is_some() {
            1.0 - share
        } else {
            share
        }
    }

    /// Whether what holds it asks for words without a finite verb: "called it [a trap]", "accused him [of lying]", "demands
    /// that [the plan be dropped]".
    fn needs_no_verb(&self) -> bool {
        let named = self
            .attribution
            .is_some_and(|held| BY_NAME.contains(&held.rule));
        let predicate = self.clause.predicate;
        let is_base = |token: usize| self.word(token).has(Feature::VerbFormInf);
        let be = self.analysis.children(predicate).iter().copied();
        let subjunctive = self.clause.kind == ClauseKind::Complement
            && self.clause.subject.is_some()
            && self.analysis.has_child_with(predicate, &[Deprel::Mark])
            && std::iter::once(predicate).chain(be).any(is_base);
        self.fails(&[Obstacle::NoFiniteVerb]) && (named || subjunctive)
    }

    /// Whether nobody is named for it, and its construction doesn't name anybody either: "it is said that".
    fn is_source_open(&self) -> bool {
        let open = self.attribution.filter(|held| held.source.is_none());
        open.is_some_and(|held| {
            let here = held.sentence == self.sentence;
            let cue = held.cue_token.filter(|_| here);
            let mut near = cue
                .into_iter()
                .flat_map(|cue| self.analysis.children(cue))
                .map(|&child| self.word(child));
            !near.any(|word| word.is(&["it"]) || word.deprel == Deprel::AuxPass)
        })
    }

    /// Whether an opening quotation mark stands at the claim or in front of it in its sentence, still open.
    fn is_quoted(&self) -> bool {
        let first = self.clause.tokens.first().copied().unwrap_or_default();
        let before = &self.analysis.words[..first];
        let count = |marks: &[&str]| before.iter().filter(|word| word.is(marks)).count();
        count(&["“", "‘‘", "``"]) > count(&["”", "’’", "''"]) || count(&["\""]) % 2 == 1
    }

    fn ends_with_stop(&self) -> bool {
        let words = self.analysis.words.iter().rev();
        words
            .take_while(|word| word.is_punctuation())
            .any(|word| word.form.contains(['.', '!', '?', '…']))
    }
}

/// Probability that a word hangs on another head than the tree says.
fn doubt(word: &Word) -> f32 {
    if word.deprel.base() == Deprel::Punct {
        return 0.0;
    }
    word.rivals
        .iter()
        .fold(0.0, |sum, &(_, probability)| sum + probability)
}

fn flag(holds: bool) -> f32 {
    if holds { 1.0 } else { 0.0 }
}

fn counted(n: usize) -> f32 {
    (n as f32).min(MOST_COUNTED)
}

/// What is learned of a sign.
struct SignWeight {
    /// Change of the log-odds for each unit of its measure.
    weight: f32,
    /// Its mean over the judged claims.
    mean: f32,
}

struct Learned {
    /// Log-odds of a claim all of whose signs are at their mean.
    bias: f32,
    /// One of each sign, in their order.
    signs: Vec<SignWeight>,
}

static WEIGHTS: LazyLock<Learned> = LazyLock::new(|| learned(include_str!("confidence.tsv")));

/// Reads the table: a line a sign, label, weight and mean between tabs; `bias` stands for the log-odds at the mean. A sign
/// without a line weighs nothing.
fn learned(table: &str) -> Learned {
    let rows: Vec<(&str, f32, f32)> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let label = columns.next()?;
            let mut number = || columns.next()?.parse().ok();
            Some((label, number()?, number()?))
        })
        .collect();
    let find = |label: &str| rows.iter().find(|(known, ..)| *known == label);
    Learned {
        bias: find("bias").map_or(0.0, |&(_, bias, _)| bias),
        signs: Sign::ALL
            .iter()
            .map(|sign| match find(sign.label()) {
                Some(&(_, weight, mean)) => SignWeight { weight, mean },
                None => SignWeight {
                    weight: 0.0,
                    mean: 0.0,
                },
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::claims;

    /// The measure of a sign of the claim of a text that has the words in brackets.
    fn measure(sign: Sign, marked: &str) -> f32 {
        let text = marked.replace(['[', ']'], "");
        let words = marked.split(['[', ']']).nth(1).unwrap_or(&text);
        let claims = claims(&text, None);
        let holds = |span: &ByteSpan| span.of(&text).contains(words.trim_end_matches('.'));
        let claim = claims
            .iter()
            .find(|claim| claim.spans.iter().any(holds))
            .unwrap_or_else(|| panic!("{marked}: no such claim"));
        let at = Sign::ALL.iter().position(|&known| known == sign);
        claim.confidence.measures[at.unwrap()]
    }

    #[test]
    fn a_block_quotation_of_nobody_has_an_open_source_and_what_is_said_has_none() {
        let at = Sign::ALL.iter().position(|&sign| sign == Sign::SourceOpen);
        let open = |text: &str| -> Vec<f32> {
            let claims = claims(text, None);
            let measures = claims
                .iter()
                .map(|claim| claim.confidence.measures[at.unwrap()]);
            measures.collect()
        };
        let block =
            "# Tunnels\n\nThe council met on Monday.\n\n> The tunnel is unsafe.\n\nThe mayor left.";
        assert_eq!(open(block), [0.0, 1.0, 0.0]);
        assert_eq!(open("It is said that the tunnel is unsafe."), [0.0]);
        assert_eq!(open("The tunnel is unsafe."), [0.0]);
    }

    #[rustfmt::skip]
    #[test]
    fn each_sign_is_read_off_its_example_and_off_no_look_alike() {
        let table: &[(Sign, &str, &str)] = &[
            (Sign::Pieces, "The mayor opened the bridge and [left the town].", "[The mayor] left."),
            (Sign::Coordinated, "The mayor left, and [the council met on Monday].", "[The mayor left]."),
            (Sign::Complement, "The mayor said that [the tunnel leaks].", "[The mayor left]."),
            (Sign::Aside, "The tunnel is closed; [nobody has inspected it].", "[The tunnel is closed]."),
            (Sign::Subordinate, "The tunnel is closed because [it leaks badly].", "[The tunnel is closed]."),
            (Sign::NamePutIn, "Maria Okafor leads the trust. [She opened the bridge].", "[Maria Okafor opened the bridge]."),
            (Sign::NameDoubt, "Maria Okafor leads the trust. [She opened the bridge].", "[Maria Okafor opened the bridge]."),
            (Sign::SubjectPutBack, "[The ferry will run] if the council pays.", "[The ferry will run]."),
            (Sign::LeftOpen, "[They left the town].", "[The mayor left the town]."),
            (Sign::Held, "The mayor said that [the tunnel leaks].", "[The tunnel leaks]."),
            (Sign::HeldByName, "Critics called [the plan] a trap.", "Critics said [the plan is a trap]."),
            (Sign::NoSentence, "[Was sold in May].", "Teachers demand that [the plan be dropped]."),
            (Sign::NotSaidAlone, "[Was sold in May].", "The board accused Lund of [hiding the bill]."),
            (Sign::Negative, "[The ferry does not run].", "[The ferry runs every day]."),
            (Sign::Conditional, "[The ferry will run] if the council pays.", "[The ferry will run]."),
            (Sign::NoFullStop, "The council met. [The ferry will run to the north]", "[The ferry will run]."),
        ];
        for &(sign, example, look_alike) in table {
            assert!(measure(sign, example) > 0.0, "{sign}: {example}");
            assert_eq!(measure(sign, look_alike), 0.0, "{sign}: {look_alike}");
        }
    }

    #[test]
    fn longer_sentences_are_more_doubtful() {
        let long = "[The ferry runs] every day from the harbour in the north to the island and back again.";
        assert!(measure(Sign::Sentence, long) > measure(Sign::Sentence, "[The ferry runs]."));
    }

    #[test]
    fn a_doubt_lowers_the_probability_and_is_told() {
        let sure = &claims("The council closed the school in May.", None)[0].confidence;
        assert!(sure.probability > UNSURE_BELOW, "{sure:?}");
        let broken = claims("Which the council, closed school then and.", None);
        for claim in &broken {
            assert!(claim.confidence.probability < sure.probability, "{claim:?}");
            assert!(!claim.confidence.doubts.is_empty());
        }
    }

    #[test]
    fn every_row_of_the_table_names_a_sign() {
        let known = |label: &str| label == "bias" || label.parse::<Sign>().is_ok();
        let rows = include_str!("confidence.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'));
        let labels: Vec<&str> = rows.filter_map(|row| row.split('\t').next()).collect();
        assert_eq!(labels.len(), Sign::ALL.len() + 1);
        assert!(labels.iter().all(|label| known(label)), "{labels:?}");
    }

    #[test]
    fn a_table_is_read_by_label() {
        let learned = learned("# heading\nbias\t0.5\t0\nit is denied\t-2\t0.25\nit is denied\tx\n");
        let at = Sign::ALL
            .iter()
            .position(|&sign| sign == Sign::Negative)
            .unwrap();
        assert_eq!(
            (
                learned.bias,
                learned.signs[at].weight,
                learned.signs[at].mean
            ),
            (0.5, -2.0, 0.25)
        );
        assert_eq!((learned.signs[0].weight, learned.signs[0].mean), (0.0, 0.0));
    }
}
