//! From the stages' results to a [`Report`]: bytes become UTF-16, indices become ids.

use super::record::*;
use super::reliability;
use crate::analysis::entity;
use crate::argument::Argument;
use crate::article::Found;
use crate::attribution::{Attribution, Source};
use crate::claim::{self, Claim, Extraction};
use crate::grammar::EntityType as Tagged;
use crate::reading::Reading;
use crate::span::{ByteSpan, Utf16Span, Utf16Table};
use crate::{Options, analysis};

/// What all stages found.
pub(crate) struct Stages<'a> {
    pub source: &'a str,
    pub options: &'a Options,
    pub weights_version: &'a str,
    pub reading: &'a Reading<'a>,
    pub attributions: &'a [Attribution],
    pub extraction: &'a Extraction,
    pub argument: &'a Argument,
}

/// The report. Linear in the number of findings.
pub(crate) fn build(stages: &Stages) -> Report {
    let builder = Builder {
        stages,
        source_units: Utf16Table::new(stages.source),
        text_units: Utf16Table::new(&stages.reading.article.text),
    };
    builder.report()
}

/// Stages with the two tables of units.
struct Builder<'a> {
    stages: &'a Stages<'a>,
    source_units: Utf16Table<'a>,
    text_units: Utf16Table<'a>,
}

impl Builder<'_> {
    fn report(&self) -> Report {
        let Stages {
            extraction,
            argument,
            ..
        } = self.stages;
        let relations = argument.relations.iter().map(|relation| RelationRecord {
            from: id(relation.from),
            to: id(relation.to),
            kind: relation.kind,
            rule: relation.rule.to_string(),
            marker: relation.marker.map(|span| self.cue_word(span)),
            similarity: relation.similarity.map(rounded),
        });
        Report {
            version: Version {
                averral: env!("CARGO_PKG_VERSION").to_string(),
                weights: self.stages.weights_version.to_string(),
                options: self.stages.options.clone(),
            },
            article: self.article(),
            claims: (0..extraction.claims.len())
                .map(|index| self.claim(index))
                .collect(),
            relations: relations.collect(),
            questions: extraction
                .questions
                .iter()
                .map(|&span| self.question(span))
                .collect(),
            entities: Some(self.entities()),
            left_out: extraction
                .left_out
                .iter()
                .map(|&(span, reason)| self.left_out(span, reason))
                .collect(),
            notes: self.notes(),
        }
    }

    fn notes(&self) -> Vec<Note> {
        let mut notes = self.stages.reading.article.notes.clone();
        if self.stages.extraction.claims.is_empty() && notes.is_empty() {
            let message = format!(
                "Nothing in these {} sentences claims anything.",
                self.stages.reading.sentences.len()
            );
            notes.push(Note {
                code: "no_claims".into(),
                message,
            });
        }
        notes
    }

    fn article(&self) -> ArticleRecord {
        let Reading {
            article,
            sentences,
            anchor,
            ..
        } = self.stages.reading;
        let options = self.stages.options;
        let metadata = &article.metadata;
        let value = |found: &Option<Found>| found.as_ref().map(|found| found.value.clone());
        let values = |found: &[Found]| found.iter().map(|found| found.value.clone()).collect();
        let blocks = article.blocks.iter().map(|block| BlockRecord {
            kind: block.kind,
            text_span: block.span.map(|span| self.text_units.span(span)),
            spans: block
                .source_spans
                .iter()
                .map(|&span| self.source_units.span(span))
                .collect(),
        });
        ArticleRecord {
            format: article.format,
            encoding: None,
            language: value(&metadata.language),
            title: value(&metadata.title),
            standfirst: value(&metadata.standfirst),
            byline: values(&metadata.byline),
            published: value(&metadata.published),
            updated: value(&metadata.updated),
            publisher: value(&metadata.publisher),
            section: value(&metadata.section),
            genre: metadata.genre.as_ref().map(|(genre, _)| *genre),
            url: options.url.clone().or_else(|| value(&metadata.url)),
            captions: values(&metadata.captions),
            credits: values(&metadata.credits),
            related: values(&metadata.related),
            notices: values(&metadata.notices),
            provenance: self.provenance(),
            anchor: anchor.map(|anchor| anchor.to_string()),
            text: article.text.clone(),
            blocks: blocks.collect(),
            sentences: sentences.len() as u32,
            tokens: sentences
                .iter()
                .map(|sentence| sentence.tokens.len() as u32)
                .sum(),
        }
    }

    fn provenance(&self) -> Vec<Provenance> {
        let metadata = &self.stages.reading.article.metadata;
        let single = [
            ("title", &metadata.title),
            ("standfirst", &metadata.standfirst),
            ("published", &metadata.published),
            ("updated", &metadata.updated),
            ("publisher", &metadata.publisher),
            ("section", &metadata.section),
            ("url", &metadata.url),
            ("language", &metadata.language),
        ];
        let single = single
            .into_iter()
            .filter_map(|(field, found)| Some((field, found.as_ref()?)));
        let several = [
            ("byline", &metadata.byline),
            ("captions", &metadata.captions),
            ("credits", &metadata.credits),
            ("related", &metadata.related),
            ("notices", &metadata.notices),
        ];
        let several = several
            .into_iter()
            .flat_map(|(field, found)| found.iter().map(move |found| (field, found)));
        let genre = metadata.genre.iter().map(|(_, found)| ("genre", found));
        single
            .chain(genre)
            .chain(several)
            .map(|(field, found)| Provenance {
                field: field.to_string(),
                origin: found.origin.to_string(),
                span: found.source_span.map(|span| self.source_units.span(span)),
            })
            .collect()
    }

    fn claim(&self, index: usize) -> ClaimRecord {
        let Reading {
            sentences,
            analyses,
            ..
        } = self.stages.reading;
        let Stages {
            extraction,
            argument,
            ..
        } = self.stages;
        let claim = &extraction.claims[index];
        let part = &argument.parts[index];
        let chain = self.chain(claim);
        let analysis = &analyses[claim.sentence];
        let inside = |span: ByteSpan| claim.spans.iter().any(|piece| piece.contains(span));
        ClaimRecord {
            id: id(index),
            text: self.words(&claim.spans),
            spans: self.places(&claim.spans),
            text_spans: claim
                .spans
                .iter()
                .map(|&span| self.text_units.span(span))
                .collect(),
            block: sentences[claim.sentence].block as u32,
            sentence: claim.sentence as u32,
            standalone: claim
                .standalone
                .as_ref()
                .map(|standalone| standalone.text.clone()),
            edits: self.edits(claim),
            unresolved: self.unresolved(claim),
            holder: self.holder(chain.last().copied()),
            attribution: chain
                .iter()
                .map(|attribution| self.attribution(attribution))
                .collect(),
            kind: claim.kind.as_ref().map(|decision| decision.value),
            traits: claim.traits.clone(),
            certainty: claim.certainty.as_ref().map(|decision| decision.value),
            polarity: claim.polarity.as_ref().map(|decision| decision.value),
            condition: claim.condition.as_ref().map(|condition| ConditionRecord {
                text: self.words(&[condition.span]),
                spans: self.places(&[condition.span]),
                marker: condition.marker.map(|span| self.cue_word(span)),
            }),
            times: analysis
                .times
                .iter()
                .filter(|time| inside(time.span))
                .map(|time| self.time(time))
                .collect(),
            when: claim.when.as_ref().map(|when| self.when(when)),
            quantities: analysis
                .quantities
                .iter()
                .filter(|quantity| inside(quantity.span))
                .map(|quantity| self.quantity(quantity))
                .collect(),
            tuple: claim
                .tuple
                .clone()
                .map(|(subject, relation, arguments)| Tuple {
                    subject,
                    relation,
                    arguments,
                }),
            checkworthiness: claim
                .checkworthiness
                .as_ref()
                .map(|found| rounded(found.probability.into())),
            checkworthiness_factors: self.factors(claim),
            role: part.role,
            ordinal: part.ordinal,
            evidence: self.evidence(claim, chain.last().copied(), part),
        }
    }

    /// The attributions around a claim, outermost first.
    fn chain(&self, claim: &Claim) -> Vec<&Attribution> {
        let attributions = self.stages.attributions;
        let mut chain: Vec<&Attribution> = Vec::new();
        let mut next = claim.attribution;
        while let Some(attribution) = next.and_then(|index| attributions.get(index)) {
            if chain.len() > attributions.len() {
                break;
            }
            chain.push(attribution);
            next = attribution.parent;
        }
        chain.reverse();
        chain
    }

    fn edits(&self, claim: &Claim) -> Vec<Edit> {
        let Some(standalone) = &claim.standalone else {
            return Vec::new();
        };
        let units = Utf16Table::new(&standalone.text);
        let place = |span: Option<ByteSpan>| span.and_then(|span| self.place(span));
        let counted = |reason: &str| reliability::of("standalone", reason).map(|(right, _)| right);
        standalone
            .edits
            .iter()
            .map(|edit| Edit {
                operation: edit.operation,
                from: edit.from.clone(),
                to: edit.to.clone(),
                reason: edit.reason.to_string(),
                standalone_span: units.span(edit.at),
                span: place(edit.span),
                origin: place(edit.origin),
                probability: edit
                    .probability
                    .map(|probability| rounded(probability.into()))
                    .or_else(|| counted(edit.reason)),
            })
            .collect()
    }

    fn unresolved(&self, claim: &Claim) -> Vec<Unresolved> {
        let Some(standalone) = &claim.standalone else {
            return Vec::new();
        };
        let units = Utf16Table::new(&standalone.text);
        let record = |found: &claim::Unresolved| Unresolved {
            text: found.at.of(&standalone.text).to_string(),
            standalone_span: units.span(found.at),
            span: self.place(found.span),
            guess: found.guess.as_ref().map(|(name, _)| name.clone()),
            probability: found
                .guess
                .as_ref()
                .map(|&(_, probability)| rounded(probability.into())),
        };
        standalone.unresolved.iter().map(record).collect()
    }

    /// The first place in the source of words in the article's text.
    fn place(&self, span: ByteSpan) -> Option<Utf16Span> {
        self.places(&[span]).first().copied()
    }

    fn factors(&self, claim: &Claim) -> Vec<Factor> {
        let factors = claim
            .checkworthiness
            .iter()
            .flat_map(|found| &found.factors);
        let record = |factor: &claim::Factor| Factor {
            reason: factor.reason.to_string(),
            effect: rounded(factor.effect.into()),
            text: self.words(&factor.spans),
            spans: self.places(&factor.spans),
        };
        factors.map(record).collect()
    }

    fn holder(&self, innermost: Option<&Attribution>) -> HolderRecord {
        let Some(attribution) = innermost else {
            let name = self
                .stages
                .reading
                .article
                .metadata
                .byline
                .first()
                .map(|found| found.value.clone());
            return HolderRecord {
                kind: HolderKind::Author,
                name,
                source_type: None,
                text: None,
                spans: Vec::new(),
            };
        };
        match &attribution.source {
            Some(source) => HolderRecord {
                kind: HolderKind::Source,
                name: Some(source.name.clone()),
                source_type: source.source_type,
                text: Some(self.words(&[source.span])),
                spans: self.places(&[source.span]),
            },
            None => HolderRecord {
                kind: HolderKind::Source,
                name: None,
                source_type: Some(SourceType::Unnamed),
                text: None,
                spans: Vec::new(),
            },
        }
    }

    fn attribution(&self, attribution: &Attribution) -> AttributionRecord {
        AttributionRecord {
            source: attribution
                .source
                .as_ref()
                .map(|source| self.source(source)),
            cue: CueRecord {
                text: self.words(&[attribution.cue]),
                spans: self.places(&[attribution.cue]),
                cue_type: attribution.cue_type,
            },
            content: self.places(&attribution.content),
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

    fn time(&self, time: &analysis::time::Time) -> TimeRecord {
        TimeRecord {
            text: self.words(&[time.span]),
            spans: self.places(&[time.span]),
            time_type: time.time_type,
            value: time.value.clone(),
            anchor: time.anchor.clone(),
            alternative: time.alternative.clone(),
        }
    }

    fn when(&self, when: &claim::When) -> When {
        When {
            period: when.period,
            from: when.from.map(|day| day.to_string()),
            to: when.to.map(|day| day.to_string()),
            rule: when.rule.to_string(),
            cues: when.cues.iter().map(|&span| self.cue_word(span)).collect(),
        }
    }

    fn quantity(&self, quantity: &analysis::quantity::Quantity) -> QuantityRecord {
        QuantityRecord {
            text: self.words(&[quantity.span]),
            spans: self.places(&[quantity.span]),
            number: quantity.number,
            upper: quantity.upper,
            unit: quantity.unit.clone(),
            approximator: quantity.approximator.clone(),
        }
    }

    fn evidence(
        &self,
        claim: &Claim,
        innermost: Option<&Attribution>,
        part: &crate::argument::Part,
    ) -> Vec<Evidence> {
        let mut evidence = Vec::new();
        let holder = match innermost {
            None => ("author", "no_attribution", Vec::new()),
            Some(attribution) => ("source", attribution.rule, vec![attribution.cue]),
        };
        let other = if innermost.is_none() {
            "source"
        } else {
            "author"
        };
        evidence.push(self.reason(
            "holder",
            holder.0.to_string(),
            holder.1,
            Some(other.to_string()),
            &holder.2,
        ));
        evidence.extend(
            claim
                .kind
                .as_ref()
                .map(|decision| self.decision("kind", decision)),
        );
        evidence.extend(
            claim
                .certainty
                .as_ref()
                .map(|decision| self.decision("certainty", decision)),
        );
        evidence.extend(
            claim
                .polarity
                .as_ref()
                .map(|decision| self.decision("polarity", decision)),
        );
        if let Some(role) = part.role {
            evidence.push(self.reason("role", word(&role), part.rule, None, &part.cues));
        }
        evidence
    }

    fn decision<T: serde::Serialize, R: std::fmt::Display>(
        &self,
        field: &str,
        decision: &claim::Decision<T, R>,
    ) -> Evidence {
        let runner_up = decision.runner_up.as_ref().map(word);
        self.reason(
            field,
            word(&decision.value),
            &decision.rule.to_string(),
            runner_up,
            &decision.cues,
        )
    }

    fn reason(
        &self,
        field: &str,
        value: String,
        rule: &str,
        runner_up: Option<String>,
        cues: &[ByteSpan],
    ) -> Evidence {
        let shares = reliability::of(field, rule);
        Evidence {
            field: field.to_string(),
            value,
            probability: shares.map(|(best, _)| best),
            runner_up: runner_up.map(|value| RunnerUp {
                value,
                probability: shares.map(|(_, second)| second),
            }),
            rule: rule.to_string(),
            cues: cues.iter().map(|&span| self.cue_word(span)).collect(),
        }
    }

    fn entities(&self) -> Vec<EntityRecord> {
        let found = entity::entities(
            &self.stages.reading.article.text,
            self.stages.reading.analyses,
            self.stages.reading.coreference,
        );
        let record = |entity: entity::Entity| EntityRecord {
            entity_type: match entity.kind {
                Tagged::Person => EntityType::Person,
                Tagged::Organization => EntityType::Organisation,
                Tagged::Location => EntityType::Place,
                Tagged::Facility => EntityType::Facility,
                Tagged::Norp => EntityType::Nationality,
                Tagged::Product => EntityType::Product,
                _ => EntityType::Other,
            },
            mentions: entity
                .mentions
                .iter()
                .map(|&span| self.mention(span))
                .collect(),
            salience: rounded(entity.salience),
            name: entity.name,
        };
        found.into_iter().map(record).collect()
    }

    fn mention(&self, span: ByteSpan) -> MentionRecord {
        MentionRecord {
            text: self.words(&[span]),
            spans: self.places(&[span]),
            text_spans: vec![self.text_units.span(span)],
        }
    }

    fn question(&self, span: ByteSpan) -> QuestionRecord {
        QuestionRecord {
            text: self.words(&[span]),
            spans: self.places(&[span]),
            text_spans: vec![self.text_units.span(span)],
        }
    }

    fn left_out(&self, span: ByteSpan, reason: LeftOutReason) -> LeftOut {
        LeftOut {
            text: self.words(&[span]),
            spans: self.places(&[span]),
            reason,
        }
    }

    fn cue_word(&self, span: ByteSpan) -> CueWord {
        CueWord {
            text: self.words(&[span]),
            spans: self.places(&[span]),
        }
    }

    /// The words of some stretches of plain text.
    fn words(&self, spans: &[ByteSpan]) -> String {
        let text = &self.stages.reading.article.text;
        spans
            .iter()
            .map(|span| span.of(text))
            .collect::<Vec<_>>()
            .join(" … ")
    }

    /// Their places in the source.
    fn places(&self, spans: &[ByteSpan]) -> Vec<Utf16Span> {
        let map = &self.stages.reading.article.source_map;
        let source = spans.iter().flat_map(|&span| map.source_spans(span));
        source.map(|span| self.source_units.span(span)).collect()
    }
}

fn id(index: usize) -> String {
    format!("c{}", index + 1)
}

/// Four decimals: what a probability is good for, and the same on every machine.
fn rounded(probability: f64) -> f64 {
    (probability * 10_000.0).round() / 10_000.0
}

/// The word that a value is written as in JSON.
fn word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
