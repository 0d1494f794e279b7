//! What a page shows of its byline, date and section, where its head states none.

mod byline;
mod date;
mod section;

use super::Outline;
use crate::article::Metadata;
use crate::article::draft::Run;
use crate::article::html::marks;
use crate::article::html::tree::Page;
use crate::span::ByteSpan;

/// Byline, section and date as the page shows them, where no metadata gave them.
pub(super) fn facts(outline: &Outline, metadata: &mut Metadata) {
    if let Some(byline) = byline::byline(outline, &metadata.byline) {
        metadata.byline = byline;
    }
    if metadata.section.is_none() {
        metadata.section = section::section(outline.page);
    }
    if metadata.published.is_none() {
        metadata.published = date::published(outline);
    }
}

impl Outline<'_> {
    /// How far an element stands from what is said of the article: whether it stands before the title, and whether in a box
    /// beside the text. What is nearest is the smallest.
    fn apart(&self, element: usize) -> (bool, bool) {
        let place = self.page.elements[element].first;
        let boxed = self.page.ancestors(element).skip(1).any(|up| {
            let above = &self.page.elements[up];
            (matches!(above.name, "nav" | "aside" | "footer") || above.marks.has(marks::FURNITURE))
                && !self.holds[up]
        });
        // What stands before the title belongs to something else, but for a line or two.
        (self.title.is_some_and(|title| place + 4 < title), boxed)
    }
}

/// The words inside an element that names an author: of its `name` where it has one. `None` for long ones.
fn words_in(page: &Page, element: usize) -> Option<(String, Option<ByteSpan>)> {
    let first = page.elements[element].first.saturating_sub(1);
    let inside = |up: usize, wanted: usize| page.ancestors(up).any(|above| above == wanted);
    let mut runs: Vec<&(usize, Run)> = Vec::new();
    for stretch in page.stretches[first.min(page.stretches.len())..]
        .iter()
        .take(6)
    {
        runs.extend(
            stretch
                .runs
                .iter()
                .take(60)
                .filter(|(up, _)| inside(*up, element)),
        );
    }
    let role = |up: usize, role: &str| page.elements[up].roles.split(' ').any(|word| word == role);
    // Several authors stand in elements of their own inside one byline.
    let name = |up: usize| {
        let inner = page.ancestors(up).take_while(|&above| above != element);
        inner
            .filter(|&above| role(above, "name") || role(above, "author"))
            .last()
    };
    let mut runs: Vec<(Option<usize>, &Run)> =
        runs.into_iter().map(|(up, run)| (name(*up), run)).collect();
    if runs.iter().any(|(name, _)| name.is_some()) {
        runs.retain(|(name, _)| name.is_some());
    }
    let mut text = String::new();
    let mut last = None;
    for (name, run) in &runs {
        if last.is_some_and(|last| last != name) {
            text.push_str(", ");
        }
        text.push_str(&run.text);
        last = Some(name);
    }
    let span = runs
        .first()
        .zip(runs.last())
        .map(|((_, first), (_, last))| first.source.cover(last.source));
    (text.len() < 200 && !text.trim().is_empty()).then_some((text, span))
}
