//! The article and where its metadata was found.

use super::{Builder, all};
use crate::article::{Block, Found, Moment};
use crate::report::record::*;

impl Builder<'_> {
    pub(super) fn article(&self) -> ArticleRecord {
        let reading = self.stages.reading;
        let article = reading.article;
        let metadata = &article.metadata;
        let n_tokens = |sentence: &crate::sentence::Sentence| sentence.tokens.len() as u32;
        let url = self.stages.options.url.clone();
        ArticleRecord {
            format: article.format,
            encoding: None,
            language: value(metadata.language.as_ref()),
            title: value(metadata.title.as_ref()),
            standfirst: value(metadata.standfirst.as_ref()),
            byline: values(&metadata.byline),
            published: moment(metadata.published.as_ref()),
            updated: moment(metadata.updated.as_ref()),
            publisher: value(metadata.publisher.as_ref()),
            section: value(metadata.section.as_ref()),
            genre: metadata.genre.as_ref().map(|(genre, _)| *genre),
            url: url.or_else(|| value(metadata.url.as_ref())),
            captions: values(&metadata.captions),
            credits: values(&metadata.credits),
            related: values(&metadata.related),
            notices: values(&metadata.notices),
            provenance: self.provenance(),
            anchor: reading.anchor.map(|anchor| anchor.to_string()),
            text: article.text.clone(),
            blocks: all(&article.blocks, |block| self.block(block)),
            sentences: reading.sentences.len() as u32,
            tokens: reading.sentences.iter().map(n_tokens).sum(),
        }
    }

    fn block(&self, block: &Block) -> BlockRecord {
        BlockRecord {
            kind: block.kind,
            text_span: block.span.map(|span| self.text_units.span(span)),
            spans: all(&block.source_spans, |&span| self.source_units.span(span)),
        }
    }

    /// Where each field was found: those of one value, the genre, those of several.
    fn provenance(&self) -> Vec<Provenance> {
        let metadata = &self.stages.reading.article.metadata;
        let published = metadata.published.as_ref().map(Found::written);
        let updated = metadata.updated.as_ref().map(Found::written);
        let single = [
            ("title", &metadata.title),
            ("standfirst", &metadata.standfirst),
            ("published", &published),
            ("updated", &updated),
            ("publisher", &metadata.publisher),
            ("section", &metadata.section),
            ("url", &metadata.url),
            ("language", &metadata.language),
        ];
        let several = [
            ("byline", &metadata.byline),
            ("captions", &metadata.captions),
            ("credits", &metadata.credits),
            ("related", &metadata.related),
            ("notices", &metadata.notices),
        ];
        let single = single
            .into_iter()
            .filter_map(|(field, found)| Some((field, found.as_ref()?)));
        let genre = metadata.genre.iter().map(|(_, found)| ("genre", found));
        let several = several
            .into_iter()
            .flat_map(|(field, found)| found.iter().map(move |found| (field, found)));
        single
            .chain(genre)
            .chain(several)
            .map(|(field, found)| self.origin(field, found))
            .collect()
    }

    fn origin(&self, field: &str, found: &Found) -> Provenance {
        Provenance {
            field: field.to_string(),
            origin: found.origin.to_string(),
            span: found.source_span.map(|span| self.source_units.span(span)),
        }
    }
}

/// A date, or a date with its time, as ISO 8601 writes it.
fn moment(found: Option<&Found<Moment>>) -> Option<String> {
    found.map(|found| found.value.to_string())
}

fn value(found: Option<&Found>) -> Option<String> {
    found.map(|found| found.value.clone())
}

fn values(found: &[Found]) -> Vec<String> {
    all(found, |found| found.value.clone())
}
