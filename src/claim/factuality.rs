//! What the weights make of a predicate: whether and how surely it happened.
//!
//! Words decide certainty and polarity. Where the weights speak against them, another rule, whose reliability is counted
//! apart, says so.

use crate::analysis::Word;
use crate::terms::Kind;

/// Factuality below which a predicate without negation or modality is in doubt, and above which a negated one is: the
/// negation may be of something else ("left us the water for nothing"). Chosen on the open gold articles.
const LEAST_STATED: f32 = 1.0;
const MOST_NEGATED: f32 = 2.5;

/// Whether the weights doubt that a predicate happened which its words state.
pub(super) fn doubts_statement(predicate: &Word, kind: Kind) -> bool {
    is_asked(kind) && factuality(predicate) < LEAST_STATED
}

/// Whether the weights doubt that a negation is the predicate's.
pub(super) fn doubts_negation(predicate: &Word, kind: Kind) -> bool {
    is_asked(kind) && factuality(predicate) > MOST_NEGATED
}

/// What lies ahead is near 0, and "should" below, so only facts and judgements are asked for their factuality.
fn is_asked(kind: Kind) -> bool {
    matches!(kind, Kind::Fact | Kind::Value)
}

/// Whether and how surely the predicate happened, from -3 to 3: the mean on the scales of UW, UDS-IH2 and CommitmentBank.
fn factuality(word: &Word) -> f32 {
    let [uw, uds, _, commitment_bank, _] = word.factuality;
    (uw + uds + commitment_bank) / 3.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A word that three scales put at `factuality`; the two others say the opposite.
    fn word(uw: f32, uds: f32, commitment_bank: f32) -> Word {
        Word {
            factuality: [uw, uds, -3.0, commitment_bank, -3.0],
            ..Word::default()
        }
    }

    #[test]
    fn factuality_is_the_mean_of_three_scales() {
        for (scales, expected) in [
            ([3.0, 0.0, 0.0], 1.0),
            ([0.0, 3.0, 0.0], 1.0),
            ([0.0, 0.0, 3.0], 1.0),
            ([3.0, 3.0, -3.0], 1.0),
        ] {
            let [uw, uds, commitment_bank] = scales;
            assert_eq!(factuality(&word(uw, uds, commitment_bank)), expected);
        }
    }

    #[test]
    fn what_is_stated_is_doubted_below_a_limit_and_what_is_negated_above_another() {
        let at = |factuality: f32| word(factuality, factuality, factuality);
        for kind in [Kind::Fact, Kind::Value] {
            assert!(doubts_statement(&at(0.5), kind));
            assert!(!doubts_statement(&at(LEAST_STATED), kind));
            assert!(doubts_negation(&at(2.75), kind));
            assert!(!doubts_negation(&at(MOST_NEGATED), kind));
        }
        for kind in [Kind::Prediction, Kind::Policy] {
            assert!(!doubts_statement(&at(0.5), kind) && !doubts_negation(&at(2.75), kind));
        }
    }
}
