//! The authors that a page shows: in an element so marked, or in a line that is worded like a byline.
//!
//! They stand back behind those that the head of the page states, unless the head names an account or, in a general `meta`
//! element, others than a link to the author behind the title.

use super::words_in;
use crate::article::html::blocks::Outline;
use crate::article::html::marks;
use crate::article::html::tree::{Element, Stretch};
use crate::article::{Found, Origin, byline};
use crate::span::ByteSpan;

/// How many marked elements are looked at.
const MOST_MARKED: usize = 200;

/// A line that is a byline is shorter, in characters.
const LONGEST_LINE: usize = 120;

/// A byline near the title is among so many stretches behind it.
const NEAR_TITLE: usize = 8;

/// A page with so many articles is a front page, on which each is another one.
const ARTICLES_OF_FRONT_PAGE: usize = 4;

/// Names of authors and their place.
type Names = (Vec<String>, Option<ByteSpan>);

/// The authors that the page shows, where they go before those that its head states.
pub(super) fn byline(outline: &Outline, stated: &[Found]) -> Option<Vec<Found>> {
    let accounts =
        !stated.is_empty() && stated.iter().all(|found| byline::is_account(&found.value));
    let general = stated.iter().all(|found| found.origin == Origin::Meta);
    if !(stated.is_empty() || accounts || general) {
        return None;
    }
    let signs = Signs::new(outline);
    let (names, source_span) = if stated.is_empty() {
        signs.nearest()
    } else {
        signs.fuller(stated, accounts)
    }?;
    let visible = |value: String| Found {
        value,
        origin: Origin::VisibleText,
        source_span,
    };
    Some(names.into_iter().map(visible).collect())
}

/// A page on which a byline is looked for.
struct Signs<'a> {
    outline: &'a Outline<'a>,
    /// Articles on the page that hold part of the one that is read.
    n_articles: usize,
}

impl<'a> Signs<'a> {
    fn new(outline: &'a Outline<'a>) -> Self {
        let n_articles = outline
            .page
            .elements
            .iter()
            .zip(&outline.holds)
            .filter(|(element, holds)| element.name == "article" && **holds)
            .count();
        Signs {
            outline,
            n_articles,
        }
    }

    fn element(&self, element: usize) -> &'a Element {
        &self.outline.page.elements[element]
    }

    /// Whether an element stands around the title.
    fn is_around_title(&self, element: usize) -> bool {
        let page = self.outline.page;
        self.outline.title.is_some_and(|title| {
            page.ancestors(page.stretches[title].element)
                .any(|above| above == element)
        })
    }

    /// Whether it stands in another article, in comments or in what is hidden.
    fn is_foreign(&self, element: usize) -> bool {
        let holds = &self.outline.holds;
        self.outline.page.ancestors(element).any(|up| {
            let above = self.element(up);
            let other = !holds[up]
                || self.n_articles >= ARTICLES_OF_FRONT_PAGE && !self.is_around_title(up);
            above.hidden
                || self.outline.teasers[up]
                || above.name == "article" && other
                || above.marks.has(marks::APART) && !holds[up]
        })
    }

    /// Whether it may say who wrote the article: marked links before the title may, others there don't.
    fn is_own(&self, element: usize) -> bool {
        !self.is_foreign(element)
            && (is_by_role(self.element(element)) || !self.outline.apart(element).0)
    }

    /// The names in marked elements, those nearest to the text first, each with its element.
    fn named(&self) -> impl Iterator<Item = (usize, Names)> {
        let elements = &self.outline.page.elements;
        let is_author = |element: &Element| is_by_role(element) || element.marks.has(marks::BYLINE);
        let mut marked: Vec<usize> = (0..elements.len())
            .filter(|&element| is_author(&elements[element]))
            .take(MOST_MARKED)
            .filter(|&element| self.is_own(element))
            .collect();
        marked.sort_by_key(|&element| self.outline.apart(element));
        marked.into_iter().filter_map(|element| {
            let (text, span) = words_in(self.outline.page, element)?;
            let names = byline::of_marked(&text);
            (!names.is_empty()).then_some((element, (names, span)))
        })
    }

    /// Whether a stretch stands close behind the title.
    fn is_near_title(&self, stretch: usize) -> bool {
        self.outline
            .title
            .is_some_and(|title| (title..=title + NEAR_TITLE).contains(&stretch))
    }

    /// Short lines with their indices.
    fn lines(&self) -> impl Iterator<Item = (usize, &'a Stretch)> {
        let stretches = self.outline.page.stretches.iter().enumerate();
        stretches.filter(|(_, stretch)| stretch.length < LONGEST_LINE)
    }

    /// Where nothing is stated: a signed line under the title, which beats a mark far from it, such as the account that
    /// posted; else the names in marked elements; else any line that is worded like a byline.
    fn nearest(&self) -> Option<Names> {
        let marked = self.named().next();
        let far = marked
            .as_ref()
            .is_none_or(|(element, _)| !self.is_near_title(self.element(*element).first));
        let signed = || {
            self.lines()
                .filter(|(_, stretch)| self.is_own(stretch.element))
                .filter(|(index, _)| self.is_near_title(*index))
                .find_map(|(_, stretch)| worded(stretch))
        };
        let close = if far { signed() } else { None };
        let anywhere = || {
            self.lines()
                .filter(|(_, stretch)| !self.is_foreign(stretch.element))
                .find_map(|(_, stretch)| worded(stretch))
        };
        close.or(marked.map(|(_, names)| names)).or_else(anywhere)
    }

    /// Names in a marked element close to the text that say more than the stated ones: full names where accounts are
    /// stated, else a link to the author under the title.
    fn fuller(&self, stated: &[Found], accounts: bool) -> Option<Names> {
        let full = |names: &[String]| names.iter().all(|name| name.contains(' '));
        let fits = |element: usize, names: &[String]| {
            let marked = self.element(element);
            self.outline.apart(element) == (false, false)
                && names.len() >= stated.len()
                && if accounts {
                    full(names)
                } else {
                    self.is_near_title(marked.first) && is_by_role(marked)
                }
        };
        self.named()
            .find(|(element, (names, _))| fits(*element, names))
            .map(|(_, names)| names)
    }
}

/// Whether microdata or a link relation names it an author.
fn is_by_role(element: &Element) -> bool {
    element.roles.split(' ').any(|word| word == "author")
}

/// The names of a line that is worded like a byline.
fn worded(stretch: &Stretch) -> Option<Names> {
    let text = stretch.text();
    let names = byline::of_line(&text).or_else(|| byline::behind_date(&text))?;
    Some((names, stretch.source_span()))
}
