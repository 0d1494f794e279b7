//! HTML → drafts and metadata: a tree (`tree`), what its head states, the stretches that are the article (`content`),
//! and what each of them is (`blocks`); where the page shows
//! next to nothing, the text that its scripts hold (`script`). Class and id words are in `marks.txt`.

mod blocks;
mod content;
mod marks;
mod script;
mod tree;

use super::draft::Draft;
use super::{Metadata, stated};
use crate::report::{BlockKind, Note};
pub(super) use tree::Facts;

/// Fewer characters than this, and the text is looked for in the page's scripts.
const LITTLE: usize = 300;

/// Reads a page or a fragment. Linear.
pub(super) fn read(source: &str, facts: &mut Facts, metadata: &mut Metadata) -> Vec<Draft> {
    let mut page = tree::Page::read(source);
    stated::read(&mut page.facts, metadata);
    let content = content::find(&page);
    let chosen = page.stretches.iter().zip(&content.inside).filter(|(_, inside)| **inside);
    let shown: usize = chosen.map(|(stretch, _)| stretch.length).sum();
    let mut drafts = blocks::drafts(&page, &content, metadata);
    if shown < LITTLE
        && let Some(hidden) = script::drafts(source, &page)
    {
        for draft in drafts.iter_mut().filter(|draft| !matches!(draft.kind, BlockKind::Title | BlockKind::Standfirst)) {
            draft.kind = BlockKind::Furniture;
        }
        drafts.extend(hidden);
        page.facts.in_script = true;
    }
    page.facts.is_page = true;
    *facts = page.facts;
    drafts
}

impl Facts {
    /// Doubts about a page: its text stands in a script, or only its beginning is shown to who does not pay.
    pub fn notes(&self, drafts: &[Draft]) -> Vec<Note> {
        let note = |code: &str, message: &str| Note { code: code.into(), message: message.into() };
        let mut notes = Vec::new();
        if self.in_script {
            notes.push(note("text_in_script", "The page shows no text; it was taken from a script of the page."));
        }
        let body = drafts.iter().filter(|draft| draft.kind == BlockKind::Paragraph);
        let length: usize = body.map(|draft| draft.runs.iter().map(|run| run.text.len()).sum::<usize>()).sum();
        let asks = |draft: &Draft| {
            let length: usize = draft.runs.iter().map(|run| run.text.len()).sum();
            length < 300 && blocks::asks_for_money(&draft.text())
        };
        if self.is_page && length < 2_500 && (self.paid || drafts.iter().any(asks)) {
            let message = "The page shows only the beginning of its article to readers who have not subscribed.";
            notes.push(note("paywall", message));
        }
        notes
    }
}
