//! A claim with all that was decided of it.

use super::{Builder, all, id, rounded};
use crate::analysis::quantity::Quantity;
use crate::claim::{Claim, Condition, UNSURE_BELOW};
use crate::report::record::*;
use crate::span::ByteSpan;

impl Builder<'_> {
    pub(super) fn claim(&self, index: usize) -> ClaimRecord {
        let claim = &self.stages.extraction.claims[index];
        let part = &self.stages.argument.parts[index];
        let chain = self.chain(claim);
        let innermost = chain.last().copied();
        let standalone = claim.standalone.as_ref().ok();
        let checkworthiness = claim.checkworthiness.as_ref();
        ClaimRecord {
            id: id(index),
            text: self.words(&claim.spans),
            spans: self.places(&claim.spans),
            text_spans: all(&claim.spans, |&span| self.text_units.span(span)),
            block: self.stages.reading.sentences[claim.sentence].block as u32,
            sentence: claim.sentence as u32,
            standalone: standalone.map(|standalone| standalone.text.clone()),
            edits: standalone.map_or(Vec::new(), |standalone| self.edits(standalone)),
            unresolved: standalone.map_or(Vec::new(), |standalone| self.unresolved(standalone)),
            holder: self.holder(innermost),
            attribution: all(&chain, |attribution| self.attribution(attribution)),
            kind: claim.kind.as_ref().map(|decision| decision.value),
            traits: claim.traits.clone(),
            certainty: claim.certainty.as_ref().map(|decision| decision.value),
            polarity: claim.polarity.as_ref().map(|decision| decision.value),
            condition: claim
                .condition
                .as_ref()
                .map(|condition| self.condition(condition)),
            times: self.times(claim),
            when: claim.when.as_ref().map(|when| self.when(when)),
            quantities: self.quantities(claim),
            tuple: claim.tuple.clone().map(tuple),
            checkworthiness: checkworthiness.map(|judged| rounded(judged.probability.into())),
            checkworthiness_factors: checkworthiness.map_or(Vec::new(), |judged| {
                all(&judged.factors, |one| self.factor(one))
            }),
            confidence: rounded(claim.confidence.probability.into()),
            unsure: claim.confidence.probability < UNSURE_BELOW,
            doubts: all(&claim.confidence.doubts, |doubt| doubt.to_string()),
            role: part.role.as_ref().map(|role| role.value),
            ordinal: part.ordinal,
            evidence: self.evidence(claim, innermost, part),
        }
    }

    fn condition(&self, condition: &Condition) -> ConditionRecord {
        ConditionRecord {
            text: self.words(&[condition.span]),
            spans: self.places(&[condition.span]),
            marker: condition.marker.map(|span| self.cue_word(span)),
        }
    }

    fn quantities(&self, claim: &Claim) -> Vec<QuantityRecord> {
        let quantities = &self.stages.reading.analyses[claim.sentence].quantities;
        let inside = quantities
            .iter()
            .filter(|quantity| has_words(claim, quantity.span));
        inside.map(|quantity| self.quantity(quantity)).collect()
    }

    fn quantity(&self, quantity: &Quantity) -> QuantityRecord {
        QuantityRecord {
            text: self.words(&[quantity.span]),
            spans: self.places(&[quantity.span]),
            number: quantity.number,
            upper: quantity.upper,
            unit: quantity.unit.clone(),
            approximator: quantity.approximator.clone(),
        }
    }
}

/// Whether words stand in one piece of the claim.
pub(super) fn has_words(claim: &Claim, words: ByteSpan) -> bool {
    claim.spans.iter().any(|piece| piece.contains(words))
}

fn tuple((subject, relation, arguments): (String, String, Vec<String>)) -> Tuple {
    Tuple {
        subject,
        relation,
        arguments,
    }
}
