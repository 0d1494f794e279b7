//! The thesis: the claim that the whole text argues for.
//!
//! Decided on kind, place and the words of the title: an op-ed states its thesis at its head, in a judgement or a demand,
//! and names it in its title. Known to go wrong on essays that tell a story first, on theses that are never said outright,
//! and on titles that only tease.

use super::overlap::content_words;
use super::text::Text;
use crate::claim::ClauseKind;
use crate::terms::{BlockKind, Kind};

/// What each content word shared with the title adds to a claim's score. Like the weights below it was set by hand.
const FOR_TITLE_WORD: f64 = 0.4;

/// A shorter word, in bytes, is no word to share with the title: "be".
const SHORTEST_TITLE_WORD: usize = 4;

/// The claim with the highest score; of several the first.
pub(super) fn thesis(text: &Text) -> Option<usize> {
    let title = text.reading.article.metadata.title.as_ref();
    let title = title.map_or_else(String::new, |title| title.value.to_lowercase());
    let paragraphs = paragraphs(text);
    let mut best: Option<(f64, usize)> = None;
    for claim in 0..text.claims.len() {
        if let Some(score) = score(text, &title, &paragraphs, claim) {
            if best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, claim));
            }
        }
    }
    best.map(|(_, claim)| claim)
}

/// Indices of the paragraphs that hold claims, in order.
pub(super) fn paragraphs(text: &Text) -> Vec<usize> {
    let mut blocks: Vec<usize> = (0..text.claims.len())
        .filter(|&claim| text.block_kind(claim) == BlockKind::Paragraph)
        .map(|claim| text.block(claim))
        .collect();
    blocks.dedup();
    blocks
}

/// How well a claim would do as the thesis; `None` where it can't be it.
fn score(text: &Text, title: &str, paragraphs: &[usize], claim: usize) -> Option<f64> {
    let kind = weight_of_kind(text.kind(claim)?)?;
    let place = place(text, paragraphs, claim)?.weight();
    if !text.is_author(claim) || text.clause(claim) == ClauseKind::Concession {
        return None;
    }
    let n_shared = content_words(text, claim)
        .iter()
        .filter(|word| word.len() >= SHORTEST_TITLE_WORD && title.contains(word.as_str()))
        .count();
    Some(kind + place + FOR_TITLE_WORD * n_shared as f64)
}

/// A thesis judges, demands or foresees; what is so is no thesis.
fn weight_of_kind(kind: Kind) -> Option<f64> {
    match kind {
        Kind::Value => Some(1.2),
        Kind::Policy => Some(1.0),
        Kind::Prediction => Some(0.7),
        Kind::Fact => None,
    }
}

/// Where a thesis may stand.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    Standfirst,
    /// The last claim of one of the first two paragraphs, where the author turns to the point.
    EndOfOpening,
    /// Elsewhere in the first two paragraphs.
    Opening,
    ThirdParagraph,
    /// The last block with claims.
    Close,
}

impl Place {
    fn weight(self) -> f64 {
        match self {
            Place::Standfirst | Place::EndOfOpening => 1.6,
            Place::Opening => 1.0,
            Place::Close => 0.7,
            Place::ThirdParagraph => 0.5,
        }
    }
}

/// Where a claim stands; `None` where no thesis does.
fn place(text: &Text, paragraphs: &[usize], claim: usize) -> Option<Place> {
    let block = text.block(claim);
    if text.block_kind(claim) == BlockKind::Standfirst {
        return Some(Place::Standfirst);
    }
    match paragraphs.iter().position(|&paragraph| paragraph == block) {
        Some(0 | 1) if text.closes_block(claim) => Some(Place::EndOfOpening),
        Some(0 | 1) => Some(Place::Opening),
        Some(2) => Some(Place::ThirdParagraph),
        _ if block == text.block(text.claims.len() - 1) => Some(Place::Close),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, role};

    #[test]
    fn the_thesis_is_found_by_kind_place_and_title() {
        const THESIS: &str = "thesis (thesis_by_place_and_title)";
        const REASON: &str = "reason (author_judges)";
        #[rustfmt::skip]
        check(role, &[
            // At the end of an opening paragraph the author turns to the point; of two such claims the first is it.
            ("On boats ¶ The bridge is a disgrace. [The quay is dangerous]. ¶ …", THESIS),
            ("On boats ¶ [The bridge is a disgrace]. The quay is dangerous. ¶ …", REASON),
            ("On boats ¶ [The bridge is a disgrace]. ¶ The quay is dangerous. ¶ …", THESIS),
            ("On boats ¶ The mayor opened the bridge in 1931. ¶ [The quay is dangerous]. ¶ …", THESIS),
            // Later paragraphs count less than the opening, and of them only the third and the last.
            ("On boats ¶ [The bridge is a disgrace]. The council opened a school. ¶ The mayor sold the boats in May. ¶ The quay is dangerous. ¶ The mayor bought a car.", THESIS),
            ("On boats ¶ The mayor opened the bridge in 1931. ¶ The mayor sold the boats in May. ¶ [The quay is dangerous]. ¶ The mayor bought a car.", THESIS),
            ("On boats ¶ The mayor opened the bridge in 1931. ¶ The mayor sold the boats in May. ¶ The council opened a school. ¶ [The quay is dangerous]. ¶ The mayor bought a car.", REASON),
            ("On boats ¶ The mayor opened the bridge in 1931. ¶ The mayor sold the boats in May. ¶ The council opened a school. ¶ [The quay is dangerous].", THESIS),
            ("On boats ¶ The mayor opened the bridge in 1931. ¶ The mayor sold the boats in May. ¶ The bridge is a disgrace. ¶ [The quay is dangerous].", THESIS),
            // The lines under the title count as much as the end of the opening.
            ("On boats ¶ [The mayor must resign] ¶ By Ana Lee ¶ The quay is dangerous. The council opened a school. ¶ The mayor sold the boats in May.", THESIS),
            // What is judged goes before what is demanded, that before what will come; place may outweigh it.
            ("On boats ¶ [The council should sell the car]. ¶ The quay is dangerous. ¶ …", REASON),
            ("On boats ¶ The bridge will cost millions. ¶ [The council should sell the car]. ¶ The mayor sold the boats in May. ¶ The mayor bought a car.", THESIS),
            ("On boats ¶ The quay is dangerous. [The bridge will cost millions]. ¶ The mayor sold the boats in May. ¶ The mayor bought a car.", THESIS),
            // Words of the title count, others and short ones don't.
            ("Keep the night ferry ¶ [The council should keep the night ferry]. The quay is dangerous. ¶ …", THESIS),
            ("The ferry question ¶ The council should keep the ferry. [The quay is dangerous]. ¶ …", THESIS),
            ("On boats ¶ The council should repair the harbour wall in the north before winter. [The quay is dangerous]. ¶ …", THESIS),
            // What others say, what is granted and what is so is no thesis.
            ("On boats ¶ The mayor says that [the bridge is a disgrace]. ¶ …", "evidence (fact_or_testimony)"),
            ("On boats ¶ The mayor must resign, although [the bridge is a disgrace]. ¶ …", "concession (concessive_clause)"),
            ("On boats ¶ The quay is dangerous. [The mayor opened the bridge in 1931]. ¶ …", "context (opening_fact)"),
        ]);
    }
}
