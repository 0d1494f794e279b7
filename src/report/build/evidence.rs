//! What each decision rests on, and how often its rule is right.

use super::{Builder, rounded, word};
use crate::argument::Part;
use crate::attribution::Attribution;
use crate::claim::{self, Claim, Decision};
use crate::report::record::*;
use crate::report::reliability::{Field, probabilities};
use crate::span::ByteSpan;

impl Builder<'_> {
    pub(super) fn evidence(
        &self,
        claim: &Claim,
        innermost: Option<&Attribution>,
        part: &Part,
    ) -> Vec<Evidence> {
        let kind = claim.kind.as_ref();
        let certainty = claim.certainty.as_ref();
        let polarity = claim.polarity.as_ref();
        let role = part.role.as_ref();
        let decided = [
            Some(self.holder_evidence(innermost)),
            kind.map(|decision| self.decision(Field::Kind, decision)),
            certainty.map(|decision| self.decision(Field::Certainty, decision)),
            polarity.map(|decision| self.decision(Field::Polarity, decision)),
            role.map(|decision| self.decision(Field::Role, decision)),
        ];
        decided.into_iter().flatten().collect()
    }

    fn holder_evidence(&self, innermost: Option<&Attribution>) -> Evidence {
        let (author, source) = (word(&HolderKind::Author), word(&HolderKind::Source));
        match innermost {
            None => self.one(Field::Holder, author, Some(source), NO_ATTRIBUTION, &[]),
            Some(attribution) => {
                let rule = attribution.rule.to_string();
                self.one(
                    Field::Holder,
                    source,
                    Some(author),
                    &rule,
                    attribution.cue_words(),
                )
            }
        }
    }

    fn decision<T: serde::Serialize, R: std::fmt::Display>(
        &self,
        field: Field,
        decision: &Decision<T, R>,
    ) -> Evidence {
        let runner_up = decision.runner_up.as_ref().map(word);
        let rule = decision.rule.to_string();
        self.one(
            field,
            word(&decision.value),
            runner_up,
            &rule,
            &decision.cues,
        )
    }

    /// The evidence of one field.
    fn one(
        &self,
        field: Field,
        value: String,
        runner_up: Option<String>,
        rule: &str,
        cues: &[ByteSpan],
    ) -> Evidence {
        let counted = probabilities(field, rule);
        Evidence {
            field: field.to_string(),
            value,
            probability: counted.map(|counted| counted.value),
            runner_up: runner_up.map(|value| RunnerUp {
                value,
                probability: counted.map(|counted| counted.runner_up),
            }),
            rule: rule.to_string(),
            cues: self.cue_words(cues),
        }
    }

    pub(super) fn factor(&self, factor: &claim::Factor) -> Factor {
        Factor {
            reason: factor.kind.to_string(),
            effect: rounded(factor.effect.into()),
            text: self.words(&factor.spans),
            spans: self.places(&factor.spans),
        }
    }
}

/// The rule that makes the author the holder where no attribution stands around the claim.
pub(in crate::report) const NO_ATTRIBUTION: &str = "no_attribution";
