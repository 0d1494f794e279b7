//! The way through the stages.

use crate::inference::Weights;
use crate::{Error, Options, Report, analysis, argument, article, attribution, claim, report, sentence};

/// Reads articles with one set of weights. Keeps nothing of an article between two calls.
pub struct Extractor {
    weights: Weights,
}

impl Extractor {
    /// An extractor with the given weights file (`averral-en.weights`).
    ///
    /// # Errors
    /// [`Error::Weights`] where the file is damaged or made for another version.
    pub fn new(weights: &[u8]) -> Result<Self, Error> {
        Ok(Extractor { weights: Weights::read(weights).map_err(|error| Error::Weights(error.to_string()))? })
    }

    /// The report of one source.
    ///
    /// Spans in the report are UTF-16 code units of `source`. Linear in its length.
    ///
    /// # Errors
    /// [`Error::TooLong`] and [`Error::Option`]. Any text within the limits gives a report; what could not be read
    /// is in its [`notes`](Report::notes).
    pub fn analyze(&self, source: &str, options: &Options) -> Result<Report, Error> {
        options.check(source.len())?;
        let article = article::read(source, options);
        let anchor = article.anchor(options);
        let sentences = sentence::split(&article);
        let analyses = analysis::analyse(&self.weights, &article, &sentences, anchor.as_deref());
        let coreference = analysis::coreference::resolve(&article, &sentences, &analyses);
        let attributions = attribution::find(&article, &sentences, &analyses, &coreference);
        let extraction =
            claim::extract(&article, &sentences, &analyses, &attributions, &coreference, anchor.as_deref());
        let argument = argument::connect(&article, &sentences, &analyses, &attributions, &extraction.claims);
        Ok(report::build(&report::Stages {
            source,
            options,
            weights_version: self.weights.version(),
            anchor,
            article: &article,
            sentences: &sentences,
            analyses: &analyses,
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
    pub fn analyze_bytes(&self, bytes: &[u8], options: &Options) -> Result<Report, Error> {
        options.check(bytes.len())?;
        let (source, encoding) = article::decode(bytes);
        let mut report = self.analyze(&source, options)?;
        report.article.encoding = Some(encoding.to_string());
        Ok(report)
    }
}
