//! Whether a text argues at all.
//!
//! Decided on how many claims the author judges or demands by, how many others hold, and how often the author says "I".
//! Known to take a report for an argument where its author judges much, and a column that only tells a story for a report.

use super::text::Text;

/// A text of fewer claims has too few to argue with.
const FEWEST_CLAIMS: usize = 3;

/// An author who argues judges or demands in one of so many claims at least.
const CLAIMS_FOR_AN_OPINION: usize = 15;

/// An author who says "I" or "my" so often speaks for himself, however seldom he judges.
const FEWEST_FIRST_PERSONS: usize = 2;

/// "I", "my": an author who speaks for himself. Papers say "we" in reports as well.
const FIRST_PERSON: [&str; 2] = ["i", "my"];

/// Whether the author judges or demands often enough, and holds more claims than others: reports leave that to their sources.
pub(super) fn argues(text: &Text) -> bool {
    let n_claims = text.claims.len();
    let authors = (0..n_claims).filter(|&claim| text.is_author(claim));
    let n_authors = authors.clone().count();
    let n_opinions = authors.filter(|&claim| text.is_opinion(claim)).count();
    let words = text
        .reading
        .analyses
        .iter()
        .flat_map(|analysis| &analysis.words);
    let n_first_persons = words.filter(|word| word.is(&FIRST_PERSON)).count();
    n_claims >= FEWEST_CLAIMS
        && n_authors * 2 > n_claims
        && (n_opinions * CLAIMS_FOR_AN_OPINION >= n_claims
            || n_first_persons >= FEWEST_FIRST_PERSONS)
}
