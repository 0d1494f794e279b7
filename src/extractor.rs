//! The way through the stages.

use crate::inference::Weights;
use crate::reading::Reading;
use crate::terms::Note;
use crate::{
    Error, Options, Report, analysis, argument, article, attribution, claim, report, sentence,
};

/// Longest plain text, in bytes, that is searched for claims: a long novel, and far more than any article.
const MAX_TEXT: usize = 1_000_000;

/// The weights file for English, 4 MB of it: what [`Extractor::new`] takes.
///
/// Needs the feature `english`.
#[cfg(feature = "english")]
pub static ENGLISH: &[u8] = include_bytes!("../weights/averral-en.weights");

/// Reads articles with one set of weights. Keeps nothing of an article between two calls.
pub struct Extractor {
    weights: Weights,
}

impl Extractor {
    /// An extractor with the given weights file (`averral-en.weights`).
    ///
    /// # Errors
    /// [`Error::Weights`] where the file is damaged or made for another version.
    ///
    /// ```
    /// assert_eq!(averral::Extractor::new(b"not weights").err().unwrap().code(), "bad_weights");
    /// ```
    pub fn new(weights: &[u8]) -> Result<Self, Error> {
        Ok(Extractor {
            weights: Weights::read(weights)?,
        })
    }

    /// An extractor with the weights for English that the crate brings along, [`ENGLISH`].
    ///
    /// Needs the feature `english`.
    ///
    /// ```
    /// let extractor = averral::Extractor::english();
    /// let report = extractor.analyze("The ferry is late.", &Default::default())?;
    /// assert_eq!(report.claims.len(), 1);
    /// # Ok::<(), averral::Error>(())
    /// ```
    #[cfg(feature = "english")]
    pub fn english() -> Self {
        // The weights stand beside the code that reads them, and the example above is a test.
        Extractor::new(ENGLISH).expect("the weights are those of this version")
    }

    /// The report of one source.
    ///
    /// Spans in the report are UTF-16 code units of `source`. Linear in its length.
    ///
    /// # Errors
    /// [`Error::TooLong`] and [`Error::Option`]. Any text within the limits gives a report; what could not be read
    /// is in its [`notes`](Report::notes).
    ///
    /// ```
    /// # let weights = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/weights/averral-en.weights")).unwrap();
    /// let extractor = averral::Extractor::new(&weights)?;
    /// let report = extractor.analyze("The council says that the ferry is late.", &Default::default())?;
    /// let claim = &report.claims[0];
    /// assert_eq!(claim.text, "the ferry is late");
    /// assert_eq!(claim.holder.name.as_deref(), Some("The council"));
    /// # Ok::<(), averral::Error>(())
    /// ```
    pub fn analyze(&self, source: &str, options: &Options) -> Result<Report, Error> {
        options.check(source.len())?;
        let mut article = article::read(source, options);
        let anchor = article.anchor(options);
        let mut drafts = sentence::split(&article);
        if let Some(end) = drafts.iter().position(|draft| draft.span.end > MAX_TEXT) {
            drafts.truncate(end);
            let message =
                format!("Only the first {MAX_TEXT} bytes of the text were searched for claims.");
            article.notes.push(Note {
                code: "cut_short".into(),
                message,
            });
        }
        let (sentences, analyses) = analysis::analyse(&self.weights, &article, &drafts, anchor);
        let coreference = analysis::coreference::resolve(&article, &sentences, &analyses);
        let entities = analysis::entity::entities(&article.text, &analyses, &coreference);
        let reading = Reading {
            article: &article,
            sentences: &sentences,
            analyses: &analyses,
            coreference: &coreference,
            anchor,
        };
        let attributions = attribution::find(&reading);
        let extraction = claim::withhold(claim::extract(&self.weights, &reading, &attributions));
        let argument =
            argument::connect(&self.weights, &reading, &attributions, &extraction.claims);
        Ok(report::build(&report::Stages {
            source,
            options,
            weights_version: self.weights.version(),
            reading: &reading,
            entities: &entities,
            attributions: &attributions,
            extraction: &extraction,
            argument: &argument,
        }))
    }

    /// The report of a file's bytes: the encoding is told from byte order mark, `meta` element and the bytes
    /// themselves. Spans count UTF-16 code units of the decoded text.
    ///
    /// # Errors
    /// As [`Extractor::analyze`].
    ///
    /// ```
    /// # let weights = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/weights/averral-en.weights")).unwrap();
    /// let extractor = averral::Extractor::new(&weights)?;
    /// let report = extractor.analyze_bytes(b"The caf\xe9 is closed.", &Default::default())?;
    /// assert_eq!(report.article.text, "The café is closed.");
    /// # Ok::<(), averral::Error>(())
    /// ```
    pub fn analyze_bytes(&self, bytes: &[u8], options: &Options) -> Result<Report, Error> {
        options.check(bytes.len())?;
        let (source, encoding) = article::decode(bytes);
        let mut report = self.analyze(&source, options)?;
        report.article.encoding = Some(encoding.to_string());
        Ok(report)
    }
}
