//! [`Reading`] → [`Attribution`]s: who says, thinks or denies what (source, cue, content: Pareti 2016, PARC 3.0).
//!
//! Every word is asked whether it attributes; the rules that answer stand in `rule.rs` in their order and look at the
//! dependency tree, lists of cues and quotation marks. Where none has credited the words, the weights' own attributions
//! are taken (`weights.rs`), and quotations without a cue go on with the speaker before them (`continued.rs`). Turns of a
//! conversation (`turn.rs`) and signed quotations (`signed.rs`) name their speaker without a verb; block quotations are
//! somebody's even where nobody is named (`quoted_block.rs`), and so are whole sentences between quotation marks (`unnamed.rs`).
//! Known to go wrong on cues that the list lacks where nothing is quoted, and where the parser hangs a quotation on the
//! wrong verb.

mod according_to;
mod content;
mod continued;
mod cue;
mod framed;
mod naming;
mod nesting;
mod quotation;
mod quoted_block;
mod rejecting;
mod reporting;
mod rule;
mod signed;
mod source;
mod subject;
pub mod tagged;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod turn;
mod unframed;
mod unheld;
mod unnamed;
mod weights;

pub use rule::AttributionRule;

use crate::reading::Reading;
use crate::span::ByteSpan;
use crate::terms::{CueType, Mode, SourceType};
use quotation::Quotation;
use rule::Candidate;

/// One attribution. All spans are byte ranges of the article's text.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Index of the sentence in which the cue stands; of a continued quotation, of the sentence in which that begins.
    pub sentence: usize,
    /// Who says it; `None` where nobody is named.
    pub source: Option<Source>,
    /// The words that attribute ("said", "according to"); empty where quotation marks or a block quotation alone do.
    pub cue: ByteSpan,
    /// Index (in the sentence's tokens) of the cue's head word; `None` where no word of that sentence is one: of quotations
    /// that are continued, signed, labelled or nobody's.
    pub cue_token: Option<usize>,
    /// What kind of act the cue reports.
    pub cue_type: CueType,
    /// Whether the cue weakens what it reports one step ("suggests", "reportedly").
    pub weak: bool,
    /// What is said: ranges in the order of the text, which may lie in several sentences.
    pub content: Vec<ByteSpan>,
    /// Direct, indirect or mixed.
    pub mode: Mode,
    /// Index of the attribution that this one lies inside, in the returned list.
    pub parent: Option<usize>,
    /// The rule that found it.
    pub rule: AttributionRule,
}

impl Attribution {
    /// The words that attribute; none where quotation marks or a block quotation alone do.
    pub fn cue_words(&self) -> &[ByteSpan] {
        let has_words = !self.cue.is_empty();
        if has_words {
            std::slice::from_ref(&self.cue)
        } else {
            &[]
        }
    }

    /// Words that somebody says in full, credited by what stands beside them: no verb of their sentence.
    fn direct(
        sentence: usize,
        source: Option<Source>,
        cue: ByteSpan,
        content: Vec<ByteSpan>,
        rule: AttributionRule,
    ) -> Self {
        Attribution {
            sentence,
            source,
            cue,
            cue_token: None,
            cue_type: CueType::Assertion,
            weak: false,
            content,
            mode: Mode::Direct,
            parent: None,
            rule,
        }
    }
}

/// A source at its mention.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The mention.
    pub span: ByteSpan,
    /// The resolved name ("he" → `Maria Okafor`), or the words of the mention.
    pub name: String,
    /// What it is.
    pub source_type: Option<SourceType>,
}

/// Finds who is credited with what, in the order of the cues.
///
/// Linear in tokens, but for nesting, which is looked for among the attributions of neighbouring sentences only.
pub fn find(reading: &Reading) -> Vec<Attribution> {
    let quotations = quotation::find(reading.sentences, reading.analyses);
    let finder = Finder {
        reading,
        quotations: &quotations,
    };
    let mut attributions: Vec<Attribution> = Vec::new();
    for (sentence, analysis) in reading.analyses.iter().enumerate() {
        for token in 0..analysis.words.len() {
            attributions.extend(Candidate::new(&finder, sentence, token).attribution());
        }
    }
    finder.add_turns(&mut attributions);
    finder.add_signed(&mut attributions);
    finder.add_tagged(&mut attributions);
    finder.continue_quotations(&mut attributions);
    finder.add_quoted_blocks(&mut attributions);
    finder.add_unnamed(&mut attributions);
    nesting::nest(&mut attributions);
    attributions
}

/// What all rules look at.
struct Finder<'a> {
    reading: &'a Reading<'a>,
    /// In the order of the text.
    quotations: &'a [Quotation],
}

/// Puts attributions in the order of their cues.
fn sort(attributions: &mut [Attribution]) {
    attributions.sort_by_key(|attribution| (attribution.sentence, attribution.cue.start));
}
