//! Articles that stand on the page beside the one with the title.

use crate::article::html::tree::Page;

/// Which elements stand in another article than the title's: one with a main heading of its own, as pages have that go on
/// with the next article where one ends.
pub(super) fn other_articles(page: &Page, title: Option<usize>) -> Vec<bool> {
    let mut others = vec![false; page.elements.len()];
    let name = |element: usize| page.elements[element].name;
    let article = |index: usize| {
        page.ancestors(page.stretches[index].element)
            .find(|&up| name(up) == "article")
    };
    let Some((title, own)) = title.and_then(|title| Some((title, article(title)?))) else {
        return others;
    };
    for index in title + 1..page.stretches.len() {
        if name(page.stretches[index].element) == "h1" {
            if let Some(other) = article(index)
                .filter(|&other| other != own && !page.ancestors(own).any(|up| up == other))
            {
                others[other] = !page.ancestors(other).any(|up| up == own);
            }
        }
    }
    for element in 1..others.len() {
        others[element] |= others[page.elements[element].parent];
    }
    others
}
