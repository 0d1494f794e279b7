//! Who is committed to a claim, and who says so.

use super::Builder;
use crate::attribution::{Attribution, Source};
use crate::claim::Claim;
use crate::report::record::*;
use crate::span::ByteSpan;

impl Builder<'_> {
    /// The attributions around a claim, outermost first.
    pub(super) fn chain(&self, claim: &Claim) -> Vec<&Attribution> {
        let attributions = self.stages.attributions;
        let parent = |attribution: &&Attribution| attributions.get(attribution.parent?);
        let innermost = claim.attribution.and_then(|index| attributions.get(index));
        let mut chain: Vec<&Attribution> = std::iter::successors(innermost, parent)
            .take(attributions.len() + 1)
            .collect();
        chain.reverse();
        chain
    }

    pub(super) fn holder(&self, innermost: Option<&Attribution>) -> HolderRecord {
        match innermost {
            None => self.author(),
            Some(attribution) => self.named_holder(attribution.source.as_ref()),
        }
    }

    fn author(&self) -> HolderRecord {
        let byline = self.stages.reading.article.metadata.byline.first();
        HolderRecord {
            kind: HolderKind::Author,
            name: byline.map(|found| found.value.clone()),
            source_type: None,
            text: None,
            spans: Vec::new(),
        }
    }

    /// Somebody else, of whom the text may not say who.
    fn named_holder(&self, source: Option<&Source>) -> HolderRecord {
        let words = source.map(|source| source.span);
        HolderRecord {
            kind: HolderKind::Source,
            name: source.map(|source| source.name.clone()),
            source_type: source.map_or(Some(SourceType::Unnamed), |source| source.source_type),
            text: words.map(|span| self.words(&[span])),
            spans: words.map_or(Vec::new(), |span| self.places(&[span])),
        }
    }

    pub(super) fn attribution(&self, attribution: &Attribution) -> AttributionRecord {
        let source = attribution.source.as_ref();
        AttributionRecord {
            source: source.map(|source| self.source(source)),
            cue: self.cue(attribution),
            content: self.places(&apart(&attribution.content)),
            mode: attribution.mode,
        }
    }

    fn source(&self, source: &Source) -> SourceRecord {
        SourceRecord {
            text: self.words(&[source.span]),
            name: source.name.clone(),
            source_type: source.source_type,
            spans: self.places(&[source.span]),
        }
    }

    fn cue(&self, attribution: &Attribution) -> CueRecord {
        CueRecord {
            text: self.words(attribution.cue_words()),
            spans: self.places(attribution.cue_words()),
            cue_type: attribution.cue_type,
        }
    }
}

/// The spans in order, those that overlap as one: a clause, and the quotation that ends inside or behind it.
fn apart(spans: &[ByteSpan]) -> Vec<ByteSpan> {
    let mut sorted = spans.to_vec();
    sorted.sort_by_key(|span| (span.start, span.end));
    let mut apart: Vec<ByteSpan> = Vec::new();
    for span in sorted {
        match apart.last_mut().filter(|last| span.start < last.end) {
            Some(last) => *last = last.cover(span),
            None => apart.push(span),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_overlaps_is_one() {
        let span = |(start, end)| ByteSpan::new(start, end);
        let found = apart(&[(65, 98), (43, 81), (10, 20), (20, 25)].map(span));
        assert_eq!(found, [(10, 20), (20, 25), (43, 98)].map(span));
    }
}
