//! The rules that find attributions, and the order in which a word is asked by them.
//!
//! [`RULES`] are asked in their order whether a word heads a cue; the first that credits somebody wins. The others of
//! [`AttributionRule`] look at the whole article instead, after all words have been asked.

use super::continued::PICKED_OUT;
use super::reporting::{self, ReportingCue};
use super::{
    Attribution, Finder, Source, according_to, framed, naming, rejecting, source, unframed,
};
use crate::analysis::{Analysis, Word};
use crate::labels::labels;
use crate::span::ByteSpan;
use crate::terms::{CueType, Mode};
use std::cell::OnceCell;

labels! {
    /// The rules that find attributions.
    pub enum AttributionRule {
        AccordingTo = "according_to",
        Accusing = "accusing",
        Naming = "naming",
        Rejecting = "rejecting",
        SpeechBeforeCue = "speech_before_cue",
        ComplementClause = "complement_clause",
        ParentheticalCue = "parenthetical_cue",
        BesideQuotation = "beside_quotation",
        FramedQuotation = "framed_quotation",
        BehindColon = "behind_colon",
        SignedQuotation = "signed_quotation",
        SpeakerLabel = "speaker_label",
        Weights = "weights",
        ContinuedQuotation = "continued_quotation",
        QuotationBehindSpeaker = "quotation_behind_speaker",
        QuotedBlock = "quoted_block",
        Unnamed = "unnamed",
    }
}

/// A rule: an example, and what it makes of a word, if the word heads a cue of its sort.
pub(super) struct Rule {
    pub name: AttributionRule,
    /// A text whose attribution it finds.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    pub example: &'static str,
    test: fn(&Candidate) -> Option<Credit>,
}

#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    Rule { name: AttributionRule::AccordingTo, test: according_to::according_to,
           example: "According to the report, the tunnel is unsafe." },
    Rule { name: AttributionRule::Accusing, test: naming::accusing,
           example: "The union accused the mayor of lying." },
    Rule { name: AttributionRule::Naming, test: naming::naming,
           example: "Farmers described the tax as a mistake." },
    Rule { name: AttributionRule::Rejecting, test: rejecting::rejecting,
           example: "The mayor rejected claims that the tunnel is unsafe." },
    Rule { name: AttributionRule::SpeechBeforeCue, test: reporting::speech_before_cue,
           example: "“The tunnel is unsafe,” the engineer said." },
    Rule { name: AttributionRule::ComplementClause, test: reporting::complement_clause,
           example: "The engineer said that the tunnel is unsafe." },
    Rule { name: AttributionRule::ParentheticalCue, test: reporting::parenthetical_cue,
           example: "Leaks, she adds, were found." },
    Rule { name: AttributionRule::BesideQuotation, test: unframed::beside_quotation,
           example: "“A complete and utter disgrace,” the engineer said." },
    Rule { name: AttributionRule::FramedQuotation, test: framed::framed_quotation,
           example: "“The tunnel is unsafe,” grumbled the engineer." },
    Rule { name: AttributionRule::BehindColon, test: unframed::behind_colon,
           example: "The engineer also said:\n\n- The tunnel is unsafe.\n- Nobody has inspected it." },
];

/// What a rule finds at the head word of a cue.
pub(super) struct Credit {
    /// The head word of the source's mention; `None` where nobody is named.
    pub source: Option<usize>,
    pub cue: ByteSpan,
    pub cue_type: CueType,
    pub weak: bool,
    /// At least one stretch.
    pub content: Vec<ByteSpan>,
    pub mode: Mode,
}

/// A word that may head a cue.
pub(super) struct Candidate<'a> {
    pub finder: &'a Finder<'a>,
    pub sentence: usize,
    pub token: usize,
    pub analysis: &'a Analysis,
    /// What several rules look at; made where the first of them asks.
    reporting: OnceCell<Option<ReportingCue>>,
}

impl<'a> Candidate<'a> {
    pub fn new(finder: &'a Finder<'a>, sentence: usize, token: usize) -> Self {
        Candidate {
            finder,
            sentence,
            token,
            analysis: &finder.reading.analyses[sentence],
            reporting: OnceCell::new(),
        }
    }

    pub fn word(&self) -> &'a Word {
        &self.analysis.words[self.token]
    }

    pub fn reporting(&self) -> Option<&ReportingCue> {
        let make = || ReportingCue::new(self.analysis, self.token);
        self.reporting.get_or_init(make).as_ref()
    }

    /// “Eloise never knew,” she said: whom the words themselves name does not say them, and the pronoun stays open.
    fn source(&self, credit: &Credit, token: usize) -> Source {
        let reading = self.finder.reading;
        let mut source = source::source_at(reading, self.sentence, token);
        let reference = reading.coreference.likely(self.sentence, token);
        let is_pronoun = reference.is_some_and(|reference| reference.pronoun.is_some());
        let mut named = reading.coreference.antecedents(self.sentence, token).iter();
        if is_pronoun && named.any(|name| credit.content.iter().any(|said| said.contains(*name))) {
            source.name = source.span.of(&reading.article.text).to_string();
        }
        source
    }

    /// Whether the source stands where its cue does: who says a quotation is not named inside its marks. “Experts” can be.
    fn speaks_from_outside(&self, credit: &Credit) -> bool {
        let Some(source) = credit.source else {
            return true;
        };
        let named = self.analysis.words[source].span;
        let quotations = self.finder.quotations;
        let at = quotations.partition_point(|quotation| quotation.span.end <= named.start);
        quotations.get(at).is_none_or(|quotation| {
            !quotation.span.contains(named)
                || quotation.span.contains(credit.cue)
                || quotation.n_words <= PICKED_OUT
        })
    }

    /// The attribution whose cue the word heads, if it heads one.
    pub fn attribution(&self) -> Option<Attribution> {
        let (rule, credit) = RULES.iter().find_map(|rule| {
            let credit = (rule.test)(self).filter(|credit| self.speaks_from_outside(credit))?;
            Some((rule.name, credit))
        })?;
        let source = credit.source.map(|token| self.source(&credit, token));
        Some(Attribution {
            sentence: self.sentence,
            source,
            cue: credit.cue,
            cue_token: Some(self.token),
            cue_type: credit.cue_type,
            weak: credit.weak,
            content: credit.content,
            mode: credit.mode,
            parent: None,
            rule,
        })
    }
}
