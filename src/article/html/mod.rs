//! HTML → drafts and metadata: a tree (`tree`), what its head states, the stretches that are the article (`content`),
//! and what each of them is (`blocks`). Class and id words are in `marks.txt`.

mod blocks;
mod content;
mod marks;
mod tree;

use super::draft::Draft;
use super::{Metadata, stated};
pub(super) use tree::Facts;

/// Reads a page or a fragment. Linear.
pub(super) fn read(source: &str, metadata: &mut Metadata) -> Vec<Draft> {
    let page = tree::Page::read(source);
    stated::read(&page.facts, metadata);
    let content = content::find(&page);
    blocks::drafts(&page, &content, metadata)
}
