//! The section of the paper that a page shows.

use super::words_in;
use crate::article::html::marks;
use crate::article::html::tree::Page;
use crate::article::{Found, Origin};

/// The section as the page shows it: marked by microdata, else the first part of the way from the front page.
pub(super) fn section(page: &Page) -> Option<Found> {
    let of_role = |element: usize| {
        page.elements[element]
            .roles
            .split(' ')
            .any(|role| role == "articlesection")
    };
    let marked = |index: usize, origin: Origin| {
        let (value, source_span) = words_in(page, index)?;
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let fits = value.len() <= 40
            && !value.eq_ignore_ascii_case("home")
            && value.contains(char::is_alphabetic);
        fits.then_some(Found {
            value,
            origin,
            source_span,
        })
    };
    let elements = 0..page.elements.len();
    let stated = elements
        .clone()
        .filter(|&index| of_role(index))
        .take(4)
        .find_map(|index| marked(index, Origin::Microdata));
    let in_crumbs = |index: usize| {
        page.ancestors(index)
            .take(6)
            .any(|up| page.elements[up].marks.has(marks::CRUMBS))
    };
    let crumbs = || {
        elements
            .filter(|&index| page.elements[index].link && in_crumbs(index))
            .take(4)
    };
    stated.or_else(|| crumbs().find_map(|index| marked(index, Origin::VisibleText)))
}
