//! The blocks of a page: what each stretch of text is, by where it stands and how it is worded.
//!
//! [`drafts`] finds the title (`title.rs`), asks of each stretch what it is (`kind.rs`), parts captions from credits
//! (`caption.rs`), and reads byline, date and section off the page where its head states none (`visible/`).

mod caption;
mod kind;
mod note_mark;
mod other_articles;
mod pull_quote;
#[cfg(test)]
mod tests;
mod title;
mod visible;

use super::content::Content;
use super::tree::{Page, Stretch};
use crate::article::Metadata;
use crate::article::draft::Draft;
use crate::terms::BlockKind;
use kind::Question;
pub(super) use kind::asks_for_money;

/// A page, where its article stands, and where its title.
struct Outline<'a> {
    page: &'a Page,
    content: &'a Content,
    /// The stretch that shows the title.
    title: Option<usize>,
    /// For each element whether it holds a part of the article.
    holds: Vec<bool>,
    /// For each element whether it stands in a box that points to other articles.
    teasers: Vec<bool>,
}

/// The drafts of a page in the order of the source.
pub(super) fn drafts(page: &Page, content: &Content, metadata: &mut Metadata) -> Vec<Draft> {
    let title = title::title(page, content, metadata);
    let others = other_articles::other_articles(page, title);
    let holds = holding(page, content);
    let outline = Outline {
        page,
        content,
        title,
        teasers: other_articles::teasers(page, title, &holds),
        holds,
    };
    let mut body_seen = false;
    let mut drafts = Vec::new();
    for (index, stretch) in page.stretches.iter().enumerate() {
        let draft = draft(page, content, stretch);
        let text = draft.text();
        if text.is_empty() {
            continue;
        }
        let inside = content.inside[index] && !others[stretch.element];
        let kind = if title == Some(index) {
            BlockKind::Title
        } else {
            Question::new(&outline, index, &text, inside, body_seen).kind()
        };
        body_seen |= kind == BlockKind::Paragraph;
        if kind == BlockKind::Caption {
            drafts.extend(caption::parted(page, stretch, draft));
        } else {
            drafts.push(Draft { kind, ..draft });
        }
    }
    visible::facts(&outline, metadata);
    pull_quote::mark(&mut drafts);
    drafts
}

/// For each element whether it holds a part of the article.
fn holding(page: &Page, content: &Content) -> Vec<bool> {
    let mut holds = vec![false; page.elements.len()];
    for (stretch, _) in page
        .stretches
        .iter()
        .zip(&content.inside)
        .filter(|(_, inside)| **inside)
    {
        holds[stretch.element] = true;
    }
    for element in (1..holds.len()).rev() {
        let parent = page.elements[element].parent;
        holds[parent] |= holds[element];
    }
    holds
}

/// The words of a stretch without those of furniture inside it.
fn draft(page: &Page, content: &Content, stretch: &Stretch) -> Draft {
    let shown = |element: usize| {
        content.dropped[stretch.element]
            || !page
                .ancestors(element)
                .take_while(|&up| up != stretch.element)
                .any(|up| content.dropped[up])
    };
    let marks = note_mark::note_marks(page, stretch);
    let in_text = |element: usize| {
        shown(element)
            && note_mark::raised(page, stretch, element)
                .is_none_or(|sup| marks.binary_search(&sup).is_err())
    };
    let runs = stretch
        .runs
        .iter()
        .filter(|(element, _)| in_text(*element))
        .map(|(_, run)| run.clone());
    Draft {
        kind: BlockKind::Paragraph,
        runs: runs.collect(),
    }
}
