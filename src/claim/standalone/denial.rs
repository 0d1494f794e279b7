//! What keeps a denied claim a denial, put back in front of it: "Holm denies that" the tax will rise.
//!
//! Without it the sentence would say the opposite of what its holder says; where it can't be put back, there is no sentence.

use super::edit::EditReason;
use super::obstacle::Obstacle;
use super::restored::Restored;
use crate::analysis::Analysis;
use crate::attribution::Attribution;
use crate::grammar::{Feature, Upos};
use crate::span::ByteSpan;
use crate::terms::CueType;

/// Who denies the claim, and the words of denying. `attributions` are those that hold the claim, the innermost first.
///
/// # Errors
/// Where the denial does not stand in front, in the sentence of the claim, or somebody else's words stand between.
pub(super) fn restored(
    (sentence, analysis): (usize, &Analysis),
    own: &[ByteSpan],
    attributions: &[&Attribution],
) -> Result<Vec<Restored>, Obstacle> {
    let is_denial = |attribution: &&&Attribution| attribution.cue_type == CueType::Denial;
    if !attributions
        .iter()
        .any(|attribution| is_denial(&attribution))
    {
        return Ok(Vec::new());
    }
    let denial = attributions
        .first()
        .filter(is_denial)
        .filter(|denial| denial.sentence == sentence)
        .filter(|_| attributions.iter().filter(is_denial).count() == 1);
    let spans = denial
        .and_then(|denial| in_front(analysis, denial))
        .filter(|spans| {
            !spans
                .iter()
                .any(|span| own.iter().any(|own| own.overlaps(*span)))
        })
        .ok_or(Obstacle::DenialApart)?;
    let restored = spans.into_iter().map(|span| Restored {
        span,
        reason: EditReason::Denial,
        mark: " ",
    });
    Ok(restored.collect())
}

/// The source and, from its auxiliaries to the content, the cue: "Holm" and "has denied that", also of "Holm, who left at
/// noon and has denied that …".
fn in_front(analysis: &Analysis, denial: &Attribution) -> Option<[ByteSpan; 2]> {
    let source = denial.source.as_ref()?.span;
    let (cue, content) = (denial.cue_token?, denial.content.first()?.start);
    let words = &analysis.words;
    let below = analysis.subtree(cue);
    let is_cues = |&token: &usize| {
        let word = &words[token];
        below.contains(&token)
            && !word.is_punctuation()
            && word.upos != Upos::Cconj
            && !word.has(Feature::PronTypeRel)
            && word.span.start >= source.end
    };
    let end = words.iter().rposition(|word| word.span.end <= content)?;
    let start = (0..=end).rev().take_while(is_cues).last()?;
    (start <= cue && cue <= end).then(|| [source, words[start].span.cover(words[end].span)])
}

#[cfg(test)]
mod tests {
    use crate::testing::report;

    /// The standalone sentences of all claims, or what keeps them from being one.
    fn said(text: &str) -> String {
        let claims = report(text).claims;
        let said = claims
            .iter()
            .map(|claim| claim.standalone.as_deref().unwrap_or("-"));
        said.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn a_denied_claim_keeps_its_denial() {
        for (text, expected) in [
            (
                "Holm denies that the tax will rise if the bank agrees.",
                "Holm denies that the tax will rise if the bank agrees.",
            ),
            (
                "The bank denies that it laundered money.",
                "The bank denies that it laundered money.",
            ),
            (
                "The bank denies it laundered money.",
                "The bank denies it laundered money.",
            ),
            (
                "The firm has denied that its pumps killed 12 workers.",
                "The firm has denied that its pumps killed 12 workers.",
            ),
            (
                "Holm disputed that the bridge was safe.",
                "Holm disputed that the bridge was safe.",
            ),
            (
                "Holm, who denies that he took the money, has left.",
                "Holm has left. | Holm denies that he took the money.",
            ),
            // Each clause of a list that is denied.
            (
                "Holm denies that the tax will rise and that the bank will fail.",
                "Holm denies that the tax will rise. | Holm denies that the bank will fail.",
            ),
            // Nothing to put in front. Wrong: the whole sentence is taken for the author's.
            (
                "The tax will rise, Holm denied.",
                "The tax will rise, Holm denied.",
            ),
            // What is asserted needs no holder to be read rightly.
            ("Holm says that the tax will rise.", "The tax will rise."),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
