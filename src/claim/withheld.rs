//! What is too doubtful to be told: claims that are left out, and of claims that stay the sentence that is ready to copy.
//!
//! A missing claim is a gap, a wrong one is a lie in somebody's mouth. `evaluation/confidence.md` has how many claims of
//! each confidence readers found right, and how many would mislead.

use super::standalone::Obstacle;
use super::{Extraction, UNSURE_BELOW};
use crate::terms::LeftOutReason;

/// Below this probability a claim is left out: of such claims three times as many mislead as are right.
const LEFT_OUT_BELOW: f32 = 0.4;

/// The extraction without what is too doubtful. Linear in claims, but for the order of what is left out.
pub fn withhold(extraction: Extraction) -> Extraction {
    let Extraction {
        claims,
        questions,
        mut left_out,
    } = extraction;
    let (mut told, doubtful): (Vec<_>, Vec<_>) = claims
        .into_iter()
        .partition(|claim| claim.confidence.probability >= LEFT_OUT_BELOW);
    for claim in &mut told {
        if claim.confidence.probability < UNSURE_BELOW && claim.standalone.is_ok() {
            claim.standalone = Err(Obstacle::Unsure);
        }
    }
    left_out.extend(
        doubtful
            .into_iter()
            .map(|claim| (claim.spans, LeftOutReason::Unsure)),
    );
    left_out.sort_by_key(|(spans, _)| spans.first().map(|span| span.start));
    Extraction {
        claims: told,
        questions,
        left_out,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::claims;

    #[test]
    fn what_is_doubtful_is_left_out_and_what_is_unsure_is_not_said_alone() {
        let with = |probability: f32| {
            let mut claims = claims("The ferry is late.", None);
            claims[0].confidence.probability = probability;
            let told = withhold(Extraction {
                claims,
                ..Extraction::default()
            });
            let alone: Vec<bool> = told
                .claims
                .iter()
                .map(|claim| claim.standalone.is_ok())
                .collect();
            let reasons: Vec<LeftOutReason> =
                told.left_out.iter().map(|&(_, reason)| reason).collect();
            (alone, reasons)
        };
        assert_eq!(with(0.39), (vec![], vec![LeftOutReason::Unsure]));
        assert_eq!(with(0.4), (vec![false], vec![]));
        assert_eq!(with(0.49), (vec![false], vec![]));
        assert_eq!(with(0.5), (vec![true], vec![]));
    }

    #[test]
    fn what_is_left_out_keeps_the_order_of_the_text() {
        let mut claims = claims("The ferry is late. The bridge is old.", None);
        claims[0].confidence.probability = 0.1;
        let late = claims.remove(0);
        let heading = crate::span::ByteSpan::new(30, 36);
        let told = withhold(Extraction {
            claims: vec![late],
            left_out: vec![(vec![heading], LeftOutReason::Heading)],
            ..Extraction::default()
        });
        let reasons: Vec<LeftOutReason> = told.left_out.iter().map(|&(_, reason)| reason).collect();
        assert_eq!(reasons, [LeftOutReason::Unsure, LeftOutReason::Heading]);
    }
}
