//! [`Attribution`]s and trees → [`Claim`]s: the propositions to which somebody commits.

mod certainty;
mod checkworthiness;
mod clause;
mod confidence;
mod evaluative;
// Tuples and propositions of whole sentences, which only the evaluation asks for: no part of what ships.
#[cfg(feature = "_internals")]
pub mod evaluation;
mod factuality;
mod holder;
mod kind;
mod left_out;
mod marker;
mod modality;
mod named;
mod place;
mod polarity;
mod standalone;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod traits;
mod tuple;
mod when;
mod withheld;

use crate::analysis::Analysis;
use crate::attribution::{Attribution, AttributionRule};
use crate::inference::Weights;
use crate::reading::Reading;
use crate::span::ByteSpan;
use crate::terms::{Certainty, Kind, LeftOutReason, Polarity, Trait};
pub use certainty::CertaintyRule;
pub use checkworthiness::{Checkworthiness, Factor};
use clause::Clause;
#[cfg(feature = "_internals")]
pub use confidence::Sign;
pub use confidence::{Confidence, UNSURE_BELOW};
pub use kind::KindRule;
use left_out::Unsearched;
pub use polarity::PolarityRule;
#[cfg(test)]
pub use standalone::EditReason;
pub use standalone::{Edit, Obstacle, Standalone, Unresolved};
use standalone::{Speaker, Wording};
pub use when::When;
pub use withheld::withhold;

/// A claim. All spans are byte ranges of the article's text.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Index of the sentence.
    pub sentence: usize,
    /// Index (in the sentence's tokens) of the predicate's head.
    pub predicate: usize,
    /// The words, in order; more than one range where they do not stand together.
    pub spans: Vec<ByteSpan>,
    /// Index of the innermost attribution; `None` for the author's own.
    pub attribution: Option<usize>,
    /// How the clause stands to the sentence's main clause.
    pub clause: ClauseKind,
    /// The predicate (token index) of the clause that this one depends on or is coordinated with.
    pub governor: Option<usize>,
    /// The marker that introduces the clause or places it in the argument: "because", "but", "First".
    pub markers: Vec<ByteSpan>,
    /// Kind, where decided.
    pub kind: Option<Decision<Kind, KindRule>>,
    /// Certainty, where decided.
    pub certainty: Option<Decision<Certainty, CertaintyRule>>,
    /// Polarity, where decided.
    pub polarity: Option<Decision<Polarity, PolarityRule>>,
    /// Whether it is worth checking, where decided.
    pub checkworthiness: Option<Checkworthiness>,
    /// Further marks.
    pub traits: Vec<Trait>,
    /// The condition that it depends on.
    pub condition: Option<Condition>,
    /// When it holds or happens, where that can be told.
    pub when: Option<When>,
    /// The claim as a sentence of its own, or what keeps it from being one.
    pub standalone: Result<Standalone, Obstacle>,
    /// Subject, relation, arguments.
    pub tuple: Option<(String, String, Vec<String>)>,
    /// How likely its words, holder, polarity and sentence are all right.
    pub confidence: Confidence,
}

/// How a claim's clause stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseKind {
    /// The main clause.
    Main,
    /// Coordinated with another.
    Coordinated,
    /// A reason: "because", "since".
    Reason,
    /// A concession: "although", "while", "even though".
    Concession,
    /// A contrast: "whereas", "while".
    Contrast,
    /// A purpose or result: "so that".
    Result,
    /// A non-restrictive relative clause or apposition.
    Relative,
    /// The content of saying, thinking or of the author's stance.
    Complement,
    /// Set beside the main clause: after a colon, dash or semicolon, or in parentheses.
    Parataxis,
}

/// A decision with what it rests on.
#[derive(Debug, Clone)]
pub struct Decision<T, R> {
    /// The value.
    pub value: T,
    /// The second best, where there was one.
    pub runner_up: Option<T>,
    /// The rule that decided.
    pub rule: R,
    /// The words that decided.
    pub cues: Vec<ByteSpan>,
}

/// What a claim depends on.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The bare clause.
    pub span: ByteSpan,
    /// Its marker.
    pub marker: Option<ByteSpan>,
}

/// What the claim stage found.
#[derive(Debug, Clone, Default)]
pub struct Extraction {
    /// The claims in the order of the text.
    pub claims: Vec<Claim>,
    /// Sentences that ask.
    pub questions: Vec<ByteSpan>,
    /// What is no claim, and why.
    pub left_out: Vec<(Vec<ByteSpan>, LeftOutReason)>,
}

/// Cuts the sentences into claims, however doubtful, and decides what each is.
///
/// Linear in tokens for sentences of bounded length.
pub fn extract(weights: &Weights, reading: &Reading, attributions: &[Attribution]) -> Extraction {
    let stages = Stages {
        weights,
        reading,
        attributions,
    };
    let mut extraction = Extraction::default();
    let by_sentence = holder::attributions_by_sentence(reading.sentences, attributions);
    let mut expressed = vec![false; attributions.len()];
    for (index, near) in by_sentence.iter().enumerate() {
        stages.sentence(index, near, &mut expressed, &mut extraction);
    }
    extraction.claims.sort_by_key(|claim| {
        (
            claim.sentence,
            claim.spans.first().map(|span| span.start),
            claim.predicate,
        )
    });
    extraction
}

/// What the earlier stages found.
struct Stages<'a> {
    weights: &'a Weights,
    reading: &'a Reading<'a>,
    attributions: &'a [Attribution],
}

impl Stages<'_> {
    /// Adds the claims of a sentence, or why it has none. `near` are the attributions that touch it; `expressed` tells of
    /// each attribution whether a claim has said its content.
    fn sentence(&self, index: usize, near: &[usize], expressed: &mut [bool], out: &mut Extraction) {
        let sentence = &self.reading.sentences[index];
        let analysis = &self.reading.analyses[index];
        if analysis.words.is_empty() {
            return;
        }
        let block = &self.reading.article.blocks[sentence.block];
        match left_out::unsearched(block, analysis) {
            Some(Unsearched::LeftOut(reason)) => {
                return out.left_out.push((vec![sentence.span], reason));
            }
            Some(Unsearched::Question) => return out.questions.push(sentence.span),
            None => {}
        }
        let cues: Vec<usize> = near
            .iter()
            .copied()
            .filter(|&near| {
                let attribution = &self.attributions[near];
                attribution.sentence == index && !attribution.content.is_empty()
            })
            .collect();
        let before = out.claims.len();
        for clause in self.clauses(analysis, &cues) {
            let predicate = analysis.words[clause.predicate].span;
            let attribution = holder::innermost(self.attributions, near, predicate);
            if let Some(attribution) = attribution {
                expressed[attribution] = true;
            }
            out.claims.extend(self.claim(index, clause, attribution));
        }
        for &cue in &cues {
            if holder::lacks_claim(self.attributions, expressed, cue, sentence) {
                expressed[cue] = true;
                out.claims.extend(self.named(index, cue));
            }
        }
        when::share(analysis, &mut out.claims[before..]);
        if out.claims.len() == before && cues.is_empty() {
            let reason = left_out::why_without_claim(analysis);
            out.left_out.push((vec![sentence.span], reason));
        }
    }

    /// The clauses of a sentence that state something; `cues` are the attributions whose cue stands in it.
    fn clauses(&self, analysis: &Analysis, cues: &[usize]) -> Vec<Clause> {
        let cues: Vec<&Attribution> = cues.iter().map(|&cue| &self.attributions[cue]).collect();
        let is_cue = |token: usize| cues.iter().any(|cue| cue.cue_token == Some(token));
        // A stray piece of the attributing clause is no claim: "as he told the paper".
        let is_inside_cue = |clause: &Clause| {
            let predicate = analysis.words[clause.predicate].span;
            cues.iter().any(|cue| cue.cue.overlaps(predicate))
        };
        clause::clauses(analysis, &is_cue)
            .into_iter()
            .filter(|clause| !left_out::states_nothing(analysis, clause))
            .filter_map(|clause| named::without_cue_at_end(analysis, &cues, clause))
            .filter(|clause| !is_inside_cue(clause))
            .collect()
    }

    /// A claim whose content is no clause: "called the decision a trap", "was “deeply concerned”".
    fn named(&self, sentence: usize, index: usize) -> Option<Claim> {
        let attribution = &self.attributions[index];
        let clause = named::named(&self.reading.analyses[sentence], attribution)?;
        let mut claim = self.claim(sentence, clause, Some(index))?;
        // A name that somebody gives is a judgement, unless it is the act of accusing.
        if attribution.rule == AttributionRule::Naming {
            claim.kind = Some(kind::of_name(attribution.cue));
        }
        Some(claim)
    }

    /// The claim of a clause; `None` where its predicate belongs to the attribution, not to the content.
    fn claim(&self, sentence: usize, mut clause: Clause, holder: Option<usize>) -> Option<Claim> {
        let &Reading {
            article,
            analyses,
            coreference,
            anchor,
            ..
        } = self.reading;
        let analysis = &analyses[sentence];
        let attribution = holder.map(|index| &self.attributions[index]);
        clause
            .tokens
            .retain(|&token| self.belongs(sentence, analysis.words[token].span, attribution));
        if !clause.tokens.contains(&clause.predicate) {
            return None;
        }
        let spans = place::spans(analysis, &clause.tokens);
        let condition = clause
            .condition
            .as_ref()
            .map(|(head, marks)| condition(analysis, *head, marks));
        let anchor_year = anchor.map(|anchor| anchor.year().into());
        let cue_analysis = attribution
            .and_then(|attribution| Some((attribution, analyses.get(attribution.sentence)?)));
        let speaker = attribution.and_then(|attribution| {
            Speaker::of_attribution(
                article,
                attribution,
                &analyses[attribution.sentence],
                coreference,
            )
        });
        let wording = Wording::new(
            article,
            (sentence, analysis),
            &spans,
            &clause,
            coreference,
            &holder::chain(self.attributions, holder),
            speaker,
        );
        let standalone = wording.and_then(|wording| standalone::standalone(&wording));
        let kind = kind::decide(self.weights, analysis, &clause, attribution, anchor_year);
        let polarity = polarity::decide(analysis, &clause, cue_analysis, kind.value);
        let certainty =
            certainty::decide(analysis, &clause, cue_analysis, kind.value, polarity.value);
        let confidence = confidence::decide(&confidence::Known {
            analysis,
            sentence,
            block: article.blocks[self.reading.sentences[sentence].block].kind,
            clause: &clause,
            spans: &spans,
            attribution,
            polarity: &polarity,
            standalone: &standalone,
        });
        Some(Claim {
            sentence,
            predicate: clause.predicate,
            attribution: holder,
            clause: clause.kind,
            governor: clause.governor,
            markers: clause.markers.clone(),
            kind: Some(kind),
            certainty: Some(certainty),
            polarity: Some(polarity),
            checkworthiness: checkworthiness::decide(self.weights, analysis, &clause)
                .map(|judged| judged.doubted(confidence.probability, UNSURE_BELOW)),
            traits: traits::decide(analysis, &clause, attribution),
            condition,
            when: when::decide(
                analysis,
                &clause,
                attribution.map(|attribution| attribution.cue_type),
                anchor,
            ),
            standalone,
            tuple: tuple::of_clause(&article.text, analysis, &clause),
            confidence,
            spans,
        })
    }

    /// Whether a word of a clause is its holder's. Words of the attributing clause that the parser put under the content
    /// are not, nor are cue and source ("according to the auditor") that it put under the author's clause.
    fn belongs(&self, sentence: usize, word: ByteSpan, holder: Option<&Attribution>) -> bool {
        match holder {
            Some(attribution) => holder::holds(attribution, word),
            None => !self.attributions.iter().any(|attribution| {
                attribution.sentence == sentence
                    && !attribution.content.is_empty()
                    && attribution.cue.contains(word)
                    && attribution.rule == AttributionRule::AccordingTo
            }),
        }
    }
}

/// The bare clause of a condition, its marker apart.
fn condition(analysis: &Analysis, head: usize, marks: &[usize]) -> Condition {
    let mut tokens = analysis.subtree(head);
    tokens.retain(|token| !marks.contains(token) && !analysis.words[*token].is_punctuation());
    Condition {
        span: place::cover(analysis, &tokens).unwrap_or(analysis.words[head].span),
        marker: place::cover(analysis, marks),
    }
}
