//! The date that a page shows of its article.
//!
//! [`published`] tries several ways in turn: a `time` element, an element marked as a date, a line that says when ("Posted on
//! 14 May 2025 by Jo Lind"), a date alone beside the title, a date before the first words of the text. Lines of comments, of
//! other articles and of what stands around the page tell nothing.

use crate::article::html::blocks::kind::is_fact;
use crate::article::html::blocks::{Outline, draft};
use crate::article::html::marks;
use crate::article::html::tree::Stretch;
use crate::article::{Found, Moment, Origin, dates};
use jiff::civil::Date;

/// How many `time` elements are looked at.
const MOST_TIMES: usize = 200;

/// A line with the date is shorter, in characters.
const LONGEST_LINE: usize = 120;

/// How many stretches before the title are looked at, and how far from it a date may stand alone.
const BEFORE_TITLE: usize = 4;
const BESIDE_TITLE: usize = 5;

/// A line that begins with one of [`STARTS`] has no more words.
const LONGEST_WORDED: usize = 16;

/// What stands before "by" in a line with a date is shorter, in bytes.
const LONGEST_BEFORE_BY: usize = 40;

/// Words with which a line begins that says when, in lower case.
const STARTS: [&str; 6] = ["posted ", "published ", "written ", "by ", "on ", "date:"];

/// The date of publication.
pub(super) fn published(outline: &Outline) -> Option<Found<Moment>> {
    time_element(outline)
        .or_else(|| marked_line(outline))
        .or_else(|| worded_line(outline))
        .or_else(|| beside_title(outline))
        .or_else(|| before_text(outline))
}

/// The first `time` element of the article: what stands behind the title and beside no box comes first, and what stands in a
/// paragraph last.
fn time_element(outline: &Outline) -> Option<Found<Moment>> {
    let page = outline.page;
    let of_readers = |element: usize| {
        page.ancestors(element)
            .any(|up| page.elements[up].marks.has(marks::APART) && !outline.holds[up])
    };
    let times = page.facts.times.iter().take(MOST_TIMES);
    let mut times: Vec<_> = times
        .filter(|(.., element)| !of_readers(*element) && !outline.teasers[*element])
        .collect();
    times.sort_by_key(|(_, _, element)| {
        let in_text =
            page.elements[*element].name == "p" && !page.elements[*element].marks.has(marks::META);
        (outline.apart(*element), in_text)
    });
    times.into_iter().find_map(|(value, span, _)| {
        Some(Found {
            value: dates::of_attribute(value)?,
            origin: Origin::TimeElement,
            source_span: Some(*span),
        })
    })
}

fn marked_line(outline: &Outline) -> Option<Found<Moment>> {
    let mut lines = lines(outline).filter(|(_, stretch)| is_marked(outline, stretch));
    lines.find_map(|(_, stretch)| dated(stretch, within(outline, stretch)?))
}

fn worded_line(outline: &Outline) -> Option<Found<Moment>> {
    let mut lines = lines(outline).filter(|(_, stretch)| is_worded(&stretch.text()));
    lines.find_map(|(_, stretch)| dated(stretch, within(outline, stretch)?))
}

fn beside_title(outline: &Outline) -> Option<Found<Moment>> {
    let beside = |index: usize| {
        outline
            .title
            .is_some_and(|title| index.abs_diff(title) <= BESIDE_TITLE)
            && !is_fact(outline.page, index)
    };
    lines(outline)
        .filter(|(index, _)| beside(*index))
        .filter(|(_, stretch)| dates::of_line(&stretch.text()).is_some())
        .find_map(|(_, stretch)| dated(stretch, within(outline, stretch)?))
}

/// "May 14, 2025 -- The ferry was late".
fn before_text(outline: &Outline) -> Option<Found<Moment>> {
    let body = outline.content.inside.iter().position(|inside| *inside);
    let opening = outline
        .page
        .stretches
        .iter()
        .skip(body.unwrap_or(0))
        .take(6)
        .filter(|stretch| stretch.is_prose())
        .take(2);
    opening
        .into_iter()
        .find_map(|stretch| dated(stretch, dates::of_opening(&stretch.text())?))
}

/// The short lines of the article, from a little before the title, with their indices.
fn lines<'a>(outline: &'a Outline) -> impl Iterator<Item = (usize, &'a Stretch)> {
    let first = outline
        .title
        .map_or(0, |title| title.saturating_sub(BEFORE_TITLE));
    let stretches = outline.page.stretches.iter().enumerate().skip(first);
    stretches.filter(|(_, stretch)| {
        stretch.length < LONGEST_LINE && !is_elsewhere(outline, stretch.element)
    })
}

/// Whether an element stands in comments, in another article, around the page, or is hidden.
fn is_elsewhere(outline: &Outline, element: usize) -> bool {
    outline.page.ancestors(element).any(|up| {
        let above = &outline.page.elements[up];
        let around = matches!(above.name, "nav" | "aside" | "footer" | "article")
            || above.marks.has(marks::FURNITURE);
        above.hidden || above.marks.has(marks::APART) || around && !outline.holds[up]
    })
}

/// Whether the stretch or an element inside or close around it is marked as a date or byline.
fn is_marked(outline: &Outline, stretch: &Stretch) -> bool {
    let inner = stretch
        .runs
        .iter()
        .take(20)
        .map(|&(element, _)| element)
        .filter(|&inner| !outline.content.dropped[inner]);
    outline
        .page
        .ancestors(stretch.element)
        .take(3)
        .chain(inner)
        .any(|up| {
            let above = &outline.page.elements[up];
            above.marks.has(marks::DATE)
                || above.marks.has(marks::BYLINE)
                || above.roles.contains("datepublished")
        })
}

/// Whether a line says when the article was published: "Posted on …", "14 May 2025 by Jo Lind".
fn is_worded(line: &str) -> bool {
    let lower = line.to_lowercase();
    let dated = lower.split_once(" by ").is_some_and(|(before, _)| {
        dates::within(before).is_some() && before.len() < LONGEST_BEFORE_BY
    });
    dated
        || STARTS.iter().any(|start| lower.starts_with(start))
            && lower.split_whitespace().count() <= LONGEST_WORDED
}

/// The date in a line, without the words of furniture in it.
fn within(outline: &Outline, stretch: &Stretch) -> Option<Date> {
    dates::within(&draft(outline.page, outline.content, stretch).text())
}

fn dated(stretch: &Stretch, date: Date) -> Option<Found<Moment>> {
    Some(Found {
        value: date.into(),
        origin: Origin::VisibleText,
        source_span: stretch.source_span(),
    })
}
