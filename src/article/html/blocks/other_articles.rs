//! Articles that stand on the page beside the one with the title.

use crate::article::html::marks;
use crate::article::html::tree::{Page, is_heading};

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

/// Which elements stand in a box beside the article or behind it that points to other articles: it holds a heading or a
/// link, but neither the title nor a part of the article. Linear.
pub(super) fn teasers(page: &Page, title: Option<usize>, holds: &[bool]) -> Vec<bool> {
    let elements = &page.elements;
    let name = |element: usize| elements[element].name;
    let is_author = |element: usize| {
        let element = &elements[element];
        element.roles.split(' ').any(|role| role == "author") || element.marks.has(marks::BYLINE)
    };
    let mut headed = vec![false; elements.len()];
    let mut linked = vec![false; elements.len()];
    let mut own = holds.to_vec();
    for (index, stretch) in page.stretches.iter().enumerate() {
        let here = stretch.element;
        own[here] |= title == Some(index);
        headed[here] |= is_heading(name(here));
        linked[here] |= stretch.linked > 0 && !page.ancestors(here).take(3).any(is_author);
    }
    for element in (1..elements.len()).rev() {
        let parent = elements[element].parent;
        own[parent] |= own[element];
        headed[parent] |= headed[element];
        linked[parent] |= linked[element];
    }
    let last = page
        .stretches
        .iter()
        .rposition(|stretch| holds[stretch.element] && stretch.is_prose());
    let mut teasers = vec![false; elements.len()];
    for element in 1..elements.len() {
        let behind = last.is_some_and(|last| elements[element].first > last);
        let points = headed[element] || linked[element];
        let of_article = || {
            let mut above = page.ancestors(element);
            above.any(|up| name(up) == "article" && own[up])
        };
        let is_teaser = match name(element) {
            "nav" => points,
            // Inside the article an aside without a heading, and its foot, may have its author and date beside links.
            "aside" => headed[element] || linked[element] && !of_article(),
            "footer" => points && !of_article(),
            "article" => behind && points,
            "section" => behind && headed[element],
            _ => behind && points && elements[element].marks.has(marks::RELATED),
        };
        teasers[element] = teasers[elements[element].parent] || is_teaser && !own[element];
    }
    teasers
}
