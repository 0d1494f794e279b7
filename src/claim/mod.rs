//! [`Attribution`]s and trees → [`Claim`]s: the propositions to which somebody commits.

mod certainty;
mod checkworthiness;
mod clause;
mod evaluative;
mod kind;
mod marker;
mod modality;
#[cfg(feature = "_internals")]
pub mod proposition;
mod standalone;
mod traits;
#[cfg_attr(
    not(feature = "_internals"),
    expect(dead_code, reason = "only the evaluation asks for all tuples")
)]
pub mod tuple;
mod when;

use crate::analysis::Analysis;
use crate::analysis::coreference::Coreference;
use crate::article::Article;
use crate::attribution::{Attribution, AttributionRule};
use crate::grammar::{Deprel, Feature, Upos};
use crate::inference::Weights;
use crate::reading::Reading;
use crate::sentence::Sentence;
use crate::span::ByteSpan;
use crate::terms::{BlockKind, Certainty, EditOperation, Kind, LeftOutReason, Polarity, Trait};
pub use checkworthiness::{Checkworthiness, Factor};
use clause::Clause;
use jiff::civil::Date;
pub use kind::KindRule;
use standalone::{Speaker, Wording};
pub use when::When;

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
    pub certainty: Option<Decision<Certainty, &'static str>>,
    /// Polarity, where decided.
    pub polarity: Option<Decision<Polarity, &'static str>>,
    /// Whether it is worth checking, where decided.
    pub checkworthiness: Option<Checkworthiness>,
    /// Further marks.
    pub traits: Vec<Trait>,
    /// The condition that it depends on.
    pub condition: Option<Condition>,
    /// When it holds or happens, where that can be told.
    pub when: Option<When>,
    /// The claim as a sentence of its own, with its edits in order.
    pub standalone: Option<Standalone>,
    /// Subject, relation, arguments.
    pub tuple: Option<(String, String, Vec<String>)>,
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

/// A claim said so that it can be read alone.
#[derive(Debug, Clone, Default)]
pub struct Standalone {
    /// The sentence.
    pub text: String,
    /// What was changed, in the order of `text`.
    pub edits: Vec<Edit>,
    /// The references that stay as they were, in the order of `text`.
    pub unresolved: Vec<Unresolved>,
}

/// A reference of which nobody is sure, so that its words stay.
#[derive(Debug, Clone)]
pub struct Unresolved {
    /// Place in the article's text.
    pub span: ByteSpan,
    /// Place in [`Standalone::text`].
    pub at: ByteSpan,
    /// What it may refer to, and how likely.
    pub guess: Option<(String, f32)>,
}

/// One change between the words of a claim and its standalone sentence.
#[derive(Debug, Clone)]
pub struct Edit {
    /// What was done.
    pub operation: EditOperation,
    /// Words taken away.
    pub from: String,
    /// Words put in.
    pub to: String,
    /// Why.
    pub reason: &'static str,
    /// Place of `to` in [`Standalone::text`].
    pub at: ByteSpan,
    /// Place of `from` in the article's text.
    pub span: Option<ByteSpan>,
    /// Place of what `to` rests on in the article's text.
    pub origin: Option<ByteSpan>,
    /// Probability that it is right, where it was weighed.
    pub probability: Option<f32>,
}

/// What the claim stage found.
#[derive(Debug, Clone, Default)]
pub struct Extraction {
    /// The claims in the order of the text.
    pub claims: Vec<Claim>,
    /// Sentences that ask.
    pub questions: Vec<ByteSpan>,
    /// What is no claim, and why.
    pub left_out: Vec<(ByteSpan, LeftOutReason)>,
}

/// Cuts the sentences into claims and decides what each is.
///
/// Linear in tokens for sentences of bounded length.
pub fn extract(weights: &Weights, reading: &Reading, attributions: &[Attribution]) -> Extraction {
    let &Reading {
        article,
        sentences,
        analyses,
        coreference,
        anchor,
    } = reading;
    let stages = Stages {
        weights,
        article,
        sentences,
        analyses,
        attributions,
        coreference,
        anchor,
    };
    let mut extraction = Extraction::default();
    let by_sentence = attributions_by_sentence(sentences, attributions);
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

/// For each sentence the attributions whose cue or content lies in it.
fn attributions_by_sentence(
    sentences: &[Sentence],
    attributions: &[Attribution],
) -> Vec<Vec<usize>> {
    let mut by_sentence = vec![Vec::new(); sentences.len()];
    for (index, attribution) in attributions.iter().enumerate() {
        let first = attribution
            .content
            .iter()
            .chain([&attribution.cue])
            .map(|span| span.start)
            .min()
            .unwrap_or(0);
        let last = attribution
            .content
            .iter()
            .chain([&attribution.cue])
            .map(|span| span.end)
            .max()
            .unwrap_or(0);
        let from = sentences.partition_point(|sentence| sentence.span.end <= first);
        for (offset, sentence) in sentences[from..].iter().enumerate() {
            if sentence.span.start >= last {
                break;
            }
            let touches = attribution.sentence == from + offset
                || attribution
                    .content
                    .iter()
                    .any(|span| span.overlaps(sentence.span));
            if touches {
                by_sentence[from + offset].push(index);
            }
        }
    }
    by_sentence
}

/// What the earlier stages found.
struct Stages<'a> {
    weights: &'a Weights,
    article: &'a Article,
    sentences: &'a [Sentence],
    analyses: &'a [Analysis],
    attributions: &'a [Attribution],
    coreference: &'a Coreference,
    anchor: Option<Date>,
}

impl Stages<'_> {
    fn sentence(&self, index: usize, near: &[usize], expressed: &mut [bool], out: &mut Extraction) {
        let sentence = &self.sentences[index];
        let analysis = &self.analyses[index];
        let span = sentence.span;
        if analysis.words.is_empty() {
            return;
        }
        let block = &self.article.blocks[sentence.block];
        match block.kind {
            BlockKind::Title | BlockKind::Heading => {
                return out.left_out.push((span, LeftOutReason::Heading));
            }
            _ if is_code(analysis) => return out.left_out.push((span, LeftOutReason::Fragment)),
            _ if block.foreign => return out.left_out.push((span, LeftOutReason::NotEnglish)),
            _ => {}
        }
        let own = near
            .iter()
            .copied()
            .filter(|&attribution| self.attributions[attribution].sentence == index);
        let cues: Vec<usize> = own
            .filter(|&attribution| !self.attributions[attribution].content.is_empty())
            .collect();
        let is_cue = |token: usize| {
            cues.iter()
                .any(|&attribution| self.attributions[attribution].cue_token == Some(token))
        };
        if is_question(analysis) {
            return out.questions.push(span);
        }
        let before = out.claims.len();
        for clause in clause::clauses(analysis, &is_cue) {
            if !is_declarative(analysis, &clause) {
                continue;
            }
            let Some(clause) = self.without_cue(analysis, &cues, clause) else {
                continue;
            };
            let attribution = self.innermost(near, analysis.words[clause.predicate].span);
            // A stray piece of the attributing clause is no claim: "as he told the paper".
            let inside_cue = cues.iter().any(|&attribution| {
                self.attributions[attribution]
                    .cue
                    .overlaps(analysis.words[clause.predicate].span)
            });
            if inside_cue {
                continue;
            }
            if let Some(attribution) = attribution {
                expressed[attribution] = true;
            }
            out.claims.extend(self.claim(index, clause, attribution));
        }
        for &attribution in &cues {
            if !expressed[attribution]
                && self.content_here(attribution, index)
                && !self.expressed_below(attribution, expressed)
            {
                expressed[attribution] = true;
                out.claims.extend(self.named(index, attribution));
            }
        }
        when::share(analysis, &mut out.claims[before..]);
        if out.claims.len() == before && cues.is_empty() {
            out.left_out.push((span, reason(analysis)));
        }
    }

    /// The clause without a cue at its end whose content is a claim of its own: "the firm cut its rates, while claiming that …".
    /// `None` where nothing is left to claim: "Society may choose to believe that …".
    fn without_cue(
        &self,
        analysis: &Analysis,
        cues: &[usize],
        mut clause: Clause,
    ) -> Option<Clause> {
        let last = clause
            .tokens
            .iter()
            .copied()
            .rfind(|&token| !analysis.words[token].is_punctuation())?;
        let ends = |attribution: &usize| {
            let attribution = &self.attributions[*attribution];
            let beyond = attribution
                .content
                .iter()
                .all(|span| span.start > analysis.words[last].span.start);
            attribution.cue_token == Some(last) && last != clause.predicate && beyond
        };
        if !cues.iter().any(ends) {
            return Some(clause);
        }
        let above = std::iter::successors(Some(last), |&token| analysis.words[token].head)
            .take_while(|&token| token != clause.predicate)
            .take(16);
        let aside = above
            .filter(|&token| analysis.words[token].deprel.base() == Deprel::Advcl)
            .last()?;
        let taken = analysis.subtree(aside);
        clause.tokens.retain(|token| !taken.contains(token));
        clause.tokens.contains(&clause.predicate).then_some(clause)
    }

    /// The innermost attribution whose content holds a token.
    fn innermost(&self, near: &[usize], token: ByteSpan) -> Option<usize> {
        let length = |attribution: usize| {
            self.attributions[attribution]
                .content
                .iter()
                .map(|span| span.len())
                .sum::<usize>()
        };
        let holds = |attribution: &usize| {
            self.attributions[*attribution]
                .content
                .iter()
                .any(|span| span.contains(token))
        };
        near.iter()
            .copied()
            .filter(holds)
            .min_by_key(|&attribution| length(attribution))
    }

    fn content_here(&self, attribution: usize, sentence: usize) -> bool {
        self.attributions[attribution]
            .content
            .iter()
            .any(|span| self.sentences[sentence].span.contains(*span))
    }

    /// Whether an attribution inside this one has a claim.
    fn expressed_below(&self, attribution: usize, expressed: &[bool]) -> bool {
        (0..self.attributions.len())
            .any(|inner| expressed[inner] && self.attributions[inner].parent == Some(attribution))
    }

    /// A claim whose content is no clause: "called the decision a trap", "was "deeply concerned"".
    fn named(&self, sentence: usize, attribution: usize) -> Option<Claim> {
        let analysis = &self.analyses[sentence];
        let content = &self.attributions[attribution].content;
        let inside = |token: &usize| {
            content
                .iter()
                .any(|span| span.contains(analysis.words[*token].span))
                && !analysis.words[*token].is_punctuation()
        };
        let tokens: Vec<usize> = (0..analysis.words.len()).filter(inside).collect();
        let heads_out = |token: &&usize| {
            analysis.words[**token]
                .head
                .is_none_or(|head| !tokens.contains(&head))
        };
        let predicate = *tokens.iter().rfind(heads_out)?;
        // Some words in quotation marks beside a cue that reports something else: users may leave "tailored adverts".
        if self.attributions[attribution].rule == AttributionRule::BesideQuotation
            && !tokens
                .iter()
                .any(|&token| clause::is_finite(analysis, token))
        {
            return None;
        }
        let clause = Clause {
            predicate,
            subject: tokens
                .iter()
                .copied()
                .find(|&token| token != predicate && analysis.words[token].upos != Upos::Det),
            tokens,
            kind: ClauseKind::Complement,
            governor: None,
            markers: Vec::new(),
            condition: None,
            setting: None,
            stance: Vec::new(),
        };
        let mut claim = self.claim(sentence, clause, Some(attribution))?;
        // A name that somebody gives is a judgement, unless it is the act of accusing.
        if self.attributions[attribution].rule == AttributionRule::Naming {
            claim.kind = Some(kind::of_name(self.attributions[attribution].cue));
        }
        Some(claim)
    }

    fn claim(
        &self,
        sentence: usize,
        mut clause: Clause,
        attribution: Option<usize>,
    ) -> Option<Claim> {
        let analysis = &self.analyses[sentence];
        let found = attribution.map(|attribution| &self.attributions[attribution]);
        if let Some(found) = found {
            // Words of the attributing clause that the parser put under the content.
            let content = |token: &usize| {
                found
                    .content
                    .iter()
                    .any(|span| span.contains(analysis.words[*token].span))
            };
            clause.tokens.retain(content);
        } else {
            // Cue and source that the parser put under the author's clause.
            let outside = |token: &usize| {
                let span = analysis.words[*token].span;
                !self.attributions.iter().any(|attribution| {
                    attribution.sentence == sentence
                        && !attribution.content.is_empty()
                        && attribution.cue.contains(span)
                        && attribution.rule == AttributionRule::AccordingTo
                })
            };
            clause.tokens.retain(outside);
        }
        if clause.tokens.is_empty() || !clause.tokens.contains(&clause.predicate) {
            return None;
        }
        let spans = spans(analysis, &clause.tokens);
        let condition = clause
            .condition
            .as_ref()
            .map(|(head, marks)| condition(analysis, *head, marks));
        let anchor_year = self.anchor.map(|anchor| anchor.year().into());
        let cue_analysis =
            found.and_then(|found| Some((found, self.analyses.get(found.sentence)?)));
        let speaker = found.and_then(|found| {
            Speaker::of(
                self.article,
                found,
                &self.analyses[found.sentence],
                self.coreference,
            )
        });
        let wording = Wording::new(
            self.article,
            (sentence, analysis),
            &spans,
            &clause,
            self.coreference,
            speaker,
        );
        let standalone = wording.and_then(|wording| standalone::standalone(&wording));
        let kind = kind::decide(self.weights, analysis, &clause, found, anchor_year);
        let polarity = certainty::polarity(analysis, &clause, found, kind.value);
        let certainty =
            certainty::certainty(analysis, &clause, cue_analysis, kind.value, polarity.value);
        Some(Claim {
            sentence,
            predicate: clause.predicate,
            attribution,
            clause: clause.kind,
            governor: clause.governor,
            markers: clause.markers.clone(),
            kind: Some(kind),
            certainty: Some(certainty),
            polarity: Some(polarity),
            checkworthiness: checkworthiness::judge(self.weights, analysis, &clause),
            traits: traits::traits(analysis, &clause, found),
            condition,
            when: when::decide(analysis, &clause, found, self.anchor),
            standalone,
            tuple: tuple::of_clause(&self.article.text, analysis, &clause),
            spans,
        })
    }
}

/// A sentence that asks: its last mark is a question mark.
fn is_question(analysis: &Analysis) -> bool {
    let marks = analysis
        .words
        .iter()
        .rev()
        .take_while(|word| word.is_punctuation());
    marks.into_iter().any(|word| word.form.contains('?'))
}

/// Whether a clause states something: it has a finite verb and is no command.
fn is_declarative(analysis: &Analysis, clause: &Clause) -> bool {
    let finite = clause::is_finite(analysis, clause.predicate);
    if is_fragment(analysis, clause) {
        return false;
    }
    match clause.kind {
        ClauseKind::Coordinated if clause.subject.is_some() => true,
        _ => finite && !is_command(analysis, clause),
    }
}

/// A line of a program: two and more of its words, and a sixth of them, hold marks that prose has no use for.
fn is_code(analysis: &Analysis) -> bool {
    let marks = analysis
        .words
        .iter()
        .filter(|word| word.form.contains(['{', '}', '=', '<', '>', '\\', '_']))
        .count();
    marks >= 2 && marks * 6 >= analysis.words.len()
}

/// "When you look at it.", "that were killed": part of a sentence whose rest the parser or the author left out.
fn is_fragment(analysis: &Analysis, clause: &Clause) -> bool {
    let words = &analysis.words;
    let opens = |token: usize| {
        matches!(
            words[token].lower.as_str(),
            "when" | "whenever" | "if" | "as" | "whether"
        ) && matches!(words[token].deprel.base(), Deprel::Mark | Deprel::Advmod)
    };
    let whole = |first: usize| {
        words[first].head == Some(clause.predicate) && {
            let last = clause.tokens.last().copied().unwrap_or(first);
            (first..last).all(|token| !words[token].is_punctuation())
        }
    };
    let subordinate = clause.kind == ClauseKind::Main
        && clause
            .tokens
            .first()
            .is_some_and(|&first| opens(first) && whole(first));
    let relative = clause.subject.is_some_and(|subject| {
        matches!(words[subject].lower.as_str(), "that" | "who" | "which")
            && words[subject].has(Feature::PronTypeRel)
    });
    let asks = clause.subject.is_some_and(|subject| {
        matches!(words[subject].lower.as_str(), "what" | "who")
            && clause.tokens.first() == Some(&subject)
    }) && clause.tokens.len() <= 3;
    clause.tokens.len() == 1
        || subordinate
        || asks && clause.kind != ClauseKind::Main
        || relative && clause.kind != ClauseKind::Relative
}

/// "Keep the ferry": a bare verb without a subject, at the head of its clause.
fn is_command(analysis: &Analysis, clause: &Clause) -> bool {
    let word = &analysis.words[clause.predicate];
    let auxiliary = analysis
        .children_with(clause.predicate, &[Deprel::Aux, Deprel::Cop])
        .any(|child| analysis.words[child].lower != "do");
    clause.subject.is_none()
        && word.upos == Upos::Verb
        && !auxiliary
        && (word.has(Feature::MoodImp) || word.lower == word.lemma)
}

/// Why a sentence holds no claim.
fn reason(analysis: &Analysis) -> LeftOutReason {
    let root = analysis.words.iter().position(|word| word.head.is_none());
    let exclaims = analysis
        .words
        .last()
        .is_some_and(|word| word.form.starts_with('!'));
    let commands = root.is_some_and(|root| {
        let word = &analysis.words[root];
        word.upos == Upos::Verb
            && analysis.subject_of_clause(root).is_none()
            && (word.has(Feature::MoodImp) || word.lower == word.lemma)
    });
    match () {
        _ if commands => LeftOutReason::Command,
        _ if exclaims => LeftOutReason::Exclamation,
        _ => LeftOutReason::Fragment,
    }
}

/// The bare clause of a condition, its marker apart.
fn condition(analysis: &Analysis, head: usize, marks: &[usize]) -> Condition {
    let tokens: Vec<usize> = analysis
        .subtree(head)
        .into_iter()
        .filter(|token| !marks.contains(token) && !analysis.words[*token].is_punctuation())
        .collect();
    let covered = |tokens: &[usize]| {
        let (first, last) = (tokens.first()?, tokens.last()?);
        Some(
            analysis.words[*first]
                .span
                .cover(analysis.words[*last].span),
        )
    };
    Condition {
        span: covered(&tokens).unwrap_or(analysis.words[head].span),
        marker: covered(marks),
    }
}

/// The places of tokens: one span a run, punctuation between two of them included, and the quotation marks or brackets
/// around a run that holds both of a pair.
fn spans(analysis: &Analysis, tokens: &[usize]) -> Vec<ByteSpan> {
    let words = &analysis.words;
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &token in tokens {
        match runs.last_mut() {
            Some((_, last))
                if (*last + 1..token).all(|between| words[between].is_punctuation()) =>
            {
                *last = token
            }
            _ => runs.push((token, token)),
        }
    }
    for (first, last) in &mut runs {
        // "guaranteed for a generation": the marks that only one edge lacks.
        let opens = |form: &str| matches!(form, "“" | "‘" | "\"" | "(" | "[");
        let closes = |form: &str| matches!(form, "”" | "’" | "\"" | ")" | "]");
        let inner = *first..=*last;
        let n_open = inner
            .clone()
            .filter(|&token| matches!(words[token].form.as_str(), "“" | "(" | "["))
            .count();
        let n_close = inner
            .clone()
            .filter(|&token| matches!(words[token].form.as_str(), "”" | ")" | "]"))
            .count();
        let n_straight = inner.filter(|&token| words[token].form == "\"").count();
        let behind = words.get(*last + 1).map_or("", |word| word.form.as_str());
        let before = first
            .checked_sub(1)
            .map_or("", |before| words[before].form.as_str());
        if closes(behind) && (n_open > n_close || n_straight % 2 == 1) {
            *last += 1;
        } else if opens(before) && (n_close > n_open || n_straight % 2 == 1) {
            *first -= 1;
        } else if opens(before)
            && closes(behind)
            && n_open == n_close
            && n_straight % 2 == 0
            && *last > *first
            && before != "("
            && tokens.len() > *last - *first + 1
        {
            *first -= 1;
            *last += 1;
        }
    }
    runs.into_iter()
        .map(|(first, last)| words[first].span.cover(words[last].span))
        .collect()
}
