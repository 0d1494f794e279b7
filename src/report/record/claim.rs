//! A claim with all that is said of it.

use super::*;
use crate::span::{Utf16Span, Utf16Table};
use crate::terms::record;
use std::ops::Range;

record! {
    /// One claim: a proposition to which somebody commits in the article.
    pub struct ClaimRecord {
        /// `c1`, `c2`, … in the order of the text.
        pub id: String,
        /// The words of the claim, as in [`ArticleRecord::text`]; ` … ` joins pieces that do not stand together.
        pub text: String,
        /// Place in the source, one range for each piece between gaps and markup. They are in the
        /// order of `text` and do not overlap. Cutting them out gives `text` back as the source writes it: with line breaks and
        /// rows of blanks where `text` has a blank, with character references, ligatures and letters of full width unread, and
        /// with halves of surrogate pairs, which `text` has as U+FFFD.
        pub spans: Vec<Utf16Span>,
        /// Place in [`ArticleRecord::text`]: the slices joined by ` … ` are exactly `text`.
        pub text_spans: Vec<Utf16Span>,
        /// Index of the block in [`ArticleRecord::blocks`].
        pub block: u32,
        /// Index of the sentence, counted over the whole article.
        pub sentence: u32,
        /// The claim as a sentence that can be read away from its article.
        pub standalone: Option<String>,
        /// What was changed to make `standalone`, in the order of its text.
        pub edits: Vec<Edit>,
        /// References of `standalone` that stay as they were since nobody is sure of them, in the order of its text. Where
        /// there are none, the sentence says of whom and of what it speaks.
        pub unresolved: Vec<Unresolved>,
        /// Who is committed to the claim.
        pub holder: HolderRecord,
        /// Who says that who says it: the attributions around the claim, outermost first. Empty for the author's own.
        pub attribution: Vec<AttributionRecord>,
        /// Fact, prediction, value or policy.
        pub kind: Option<Kind>,
        /// Further marks of the claim.
        pub traits: Vec<Trait>,
        /// How sure the holder is.
        pub certainty: Option<Certainty>,
        /// Whether the holder affirms or denies it.
        pub polarity: Option<Polarity>,
        /// Under which condition the claim is put; `null` where under none.
        pub condition: Option<ConditionRecord>,
        /// The times named in the claim.
        pub times: Vec<TimeRecord>,
        /// When what it says holds or happens; `null` where it can't be told.
        pub when: Option<When>,
        /// The quantities named in the claim.
        pub quantities: Vec<QuantityRecord>,
        /// Subject, relation and arguments (open information extraction).
        pub tuple: Option<Tuple>,
        /// Probability that a fact-checker would want to check the claim.
        pub checkworthiness: Option<f64>,
        /// What raised and lowered `checkworthiness`, the largest effect first.
        pub checkworthiness_factors: Vec<Factor>,
        /// Probability that the words, holder, polarity and `standalone` are all right.
        pub confidence: f64,
        /// Whether `confidence` is so low that the claim should be read in its article before anybody quotes it.
        pub unsure: bool,
        /// What lowers `confidence` most, the strongest first.
        pub doubts: Vec<String>,
        /// Part in the argument.
        pub role: Option<Role>,
        /// Place in an enumeration ("First, …" is 1); `null` outside one.
        pub ordinal: Option<u32>,
        /// How each decision was made.
        pub evidence: Vec<Evidence>,
    }

    /// The bare clause that a claim depends on.
    pub struct ConditionRecord {
        /// The condition without its marker.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// The marker ("if", "unless", "even if"), which carries the sense; `null` for an inverted clause.
        pub marker: Option<CueWord>,
    }

    /// A number with what it counts.
    pub struct QuantityRecord {
        /// The words.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// The number, or the lower end of a range.
        pub number: f64,
        /// The upper end of a range.
        pub upper: Option<f64>,
        /// What is counted or measured, such as `percent`, `USD`, `metre`, `people`.
        pub unit: Option<String>,
        /// "nearly", "at least", "fewer than", …
        pub approximator: Option<String>,
    }

    /// A claim as subject, relation and arguments.
    pub struct Tuple {
        /// Who or what it is about; empty where the clause has none.
        pub subject: String,
        /// The verb or copula phrase, modality and negation kept out.
        pub relation: String,
        /// The other arguments in the order of the text.
        pub arguments: Vec<String>,
    }
}

impl ClaimRecord {
    /// [`ClaimRecord::spans`] as ranges of bytes of the source that the report was made of: `&source[range]` is a piece of
    /// the claim. A report of bytes counts in the text that they decode to.
    ///
    /// Linear in the length of the source; for many claims of long sources use one [`Utf16Table`].
    ///
    /// ```
    /// # let weights = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/weights/averral-en.weights")).unwrap();
    /// # let extractor = averral::Extractor::new(&weights)?;
    /// let source = "👩‍🔬 news: the naïve mayor left.";
    /// let report = extractor.analyze(source, &Default::default())?;
    /// for claim in &report.claims {
    ///     for range in claim.byte_ranges(source) {
    ///         assert!(claim.text.contains(&source[range]));
    ///     }
    /// }
    /// # Ok::<(), averral::Error>(())
    /// ```
    pub fn byte_ranges(&self, source: &str) -> Vec<Range<usize>> {
        let table = Utf16Table::new(source);
        let bytes = self.spans.iter().map(|&span| table.bytes(span));
        bytes.map(|span| span.start..span.end).collect()
    }

    /// The pieces of the source that the claim is made of, markup between them left out. Any other source gives other
    /// words, or none.
    ///
    /// ```
    /// # let weights = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/weights/averral-en.weights")).unwrap();
    /// # let extractor = averral::Extractor::new(&weights)?;
    /// let source = "<p>The <b>Café</b> is closed.</p>";
    /// let report = extractor.analyze(source, &Default::default())?;
    /// assert_eq!(report.claims[0].slices(source), ["The ", "Café", " is closed"]);
    /// # Ok::<(), averral::Error>(())
    /// ```
    pub fn slices<'s>(&self, source: &'s str) -> Vec<&'s str> {
        let table = Utf16Table::new(source);
        let bytes = self.spans.iter().map(|&span| table.bytes(span));
        bytes.map(|span| span.of(source)).collect()
    }
}
