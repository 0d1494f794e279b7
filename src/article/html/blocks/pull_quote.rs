//! Quotations set large that only repeat a sentence of the body.

use crate::article::draft::Draft;
use crate::terms::BlockKind;

/// How many quotations are compared with the body.
const MOST_COMPARED: usize = 20;

/// A quotation of no more letters, in bytes, may stand in the body by chance.
const FEWEST_LETTERS: usize = 10;

/// Marks the quotations that repeat the body.
pub(super) fn mark(drafts: &mut [Draft]) {
    let letters = |text: &str| {
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect::<String>()
    };
    let body = drafts
        .iter()
        .filter(|draft| draft.kind == BlockKind::Paragraph);
    let body: Vec<String> = body.map(|draft| letters(&draft.text())).collect();
    for draft in drafts
        .iter_mut()
        .filter(|draft| draft.kind == BlockKind::Quotation)
        .take(MOST_COMPARED)
    {
        let words = letters(&draft.text());
        if words.len() > FEWEST_LETTERS && body.iter().any(|paragraph| paragraph.contains(&words)) {
            draft.kind = BlockKind::PullQuote;
        }
    }
}
