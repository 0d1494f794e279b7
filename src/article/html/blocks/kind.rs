//! What a stretch of text is.
//!
//! [`RULES`] are asked in their order; the first that answers wins. They look at the element that the stretch stands in and
//! those around it, at the words of their class and id (`marks.txt`), and at how the text is worded. Known to go wrong on
//! pages that name their classes by chance.

use super::Outline;
use crate::article::html::marks::{self, Marks};
use crate::article::html::tree::{Page, Stretch, is_heading};
use crate::article::{dates, lines};
use crate::terms::BlockKind;

/// A byline has no more words.
const LONGEST_BYLINE: usize = 25;

/// A standfirst has so many words.
const WORDS_OF_STANDFIRST: std::ops::RangeInclusive<usize> = 4..=80;

/// A heading that is a lead has so many words or more, and is among so many stretches behind the title.
const WORDS_OF_LEAD: usize = 8;
const NEAR_TITLE: usize = 6;

/// A line that asks for money has no more words.
const LONGEST_PAYWALL: usize = 40;

/// A date that stands alone has no more words.
const LONGEST_DATE: usize = 8;

/// A marked notice, or marked words about the author, have no more words.
const LONGEST_NOTICE: usize = 90;

/// A cell of more words is a paragraph.
const LONGEST_CELL: usize = 25;

/// A stretch whose kind is asked for, with what several rules look at.
pub(super) struct Question<'a> {
    outline: &'a Outline<'a>,
    page: &'a Page,
    index: usize,
    stretch: &'a Stretch,
    text: &'a str,
    n_words: usize,
    /// Name of its element.
    name: &'static str,
    /// Whether the article was found to lie around it.
    inside: bool,
    /// Whether it was dropped from the search for the article.
    furniture: bool,
    /// Whether a paragraph stands before it.
    body_seen: bool,
    /// What its wording makes of it.
    worded: Option<BlockKind>,
}

/// The first that answers decides.
static RULES: &[fn(&Question) -> Option<BlockKind>] = &[
    caption,
    worded_notice,
    pull_quote,
    related_links,
    furniture,
    standfirst,
    byline,
    outside,
    change_date,
    date,
    profile,
    notice,
    heading,
    worded,
    footnote,
    related,
    list_item,
    cell,
    quotation,
    part_of_list_item,
];

impl<'a> Question<'a> {
    /// Asks for the kind of the stretch with that index and text.
    pub(super) fn new(
        outline: &'a Outline<'a>,
        index: usize,
        text: &'a str,
        inside: bool,
        body_seen: bool,
    ) -> Self {
        let page = outline.page;
        let stretch = &page.stretches[index];
        Question {
            outline,
            page,
            index,
            stretch,
            text,
            n_words: text.split_whitespace().count(),
            name: page.elements[stretch.element].name,
            inside,
            furniture: outline.content.dropped[stretch.element],
            body_seen,
            worded: lines::recognise(text),
        }
    }

    /// What the stretch is: a paragraph where no rule says otherwise.
    pub(super) fn kind(&self) -> BlockKind {
        RULES
            .iter()
            .find_map(|rule| rule(self))
            .unwrap_or(BlockKind::Paragraph)
    }

    fn within(&self, names: &[&str]) -> bool {
        self.page.within(self.stretch.element, names)
    }

    /// The elements inside it that hold its words.
    fn inner(&self) -> impl Iterator<Item = usize> {
        let runs = self.stretch.runs.iter().map(|&(element, _)| element);
        runs.filter(|&inner| self.furniture || !self.outline.content.dropped[inner])
    }

    /// Whether an element inside it or close around it is so marked.
    fn marked(&self, marks: Marks) -> bool {
        self.page
            .ancestors(self.stretch.element)
            .take(4)
            .chain(self.inner())
            .any(|up| self.page.elements[up].marks.has(marks))
    }

    /// Whether nearly all of it is links.
    fn is_links(&self) -> bool {
        self.stretch.linked * 10 > self.stretch.length * 8
    }

    fn is_heading(&self) -> bool {
        is_heading(self.name)
    }
}

/// The words under a picture of the article. In another article or behind a link they are those of a teaser.
fn caption(question: &Question) -> Option<BlockKind> {
    let &Question { page, stretch, .. } = question;
    let mut above = page.ancestors(stretch.element);
    let home = above.find(|&up| matches!(page.elements[up].name, "article" | "main"));
    let of_article = question.inside
        || !question.furniture && home.is_some_and(|home| question.outline.holds[home]);
    let of_picture = question.within(&["figcaption"])
        || question.within(&["figure"]) && question.marked(marks::CAPTION);
    (of_article && !question.is_links() && of_picture).then_some(BlockKind::Caption)
}

fn worded_notice(question: &Question) -> Option<BlockKind> {
    let near = question.furniture || question.inside || question.within(&["article", "main"]);
    (question.worded == Some(BlockKind::Notice) && near).then_some(BlockKind::Notice)
}

fn pull_quote(question: &Question) -> Option<BlockKind> {
    question.marked(marks::PULL).then_some(BlockKind::PullQuote)
}

/// Links to other articles, and the heading above them.
fn related_links(question: &Question) -> Option<BlockKind> {
    let marked = question.is_links()
        && question.within(&["article", "main", "section"])
        && !question.within(&["nav", "header", "footer"])
        && question.marked(marks::RELATED);
    marked.then_some(if question.is_heading() {
        BlockKind::Furniture
    } else {
        BlockKind::Related
    })
}

fn furniture(question: &Question) -> Option<BlockKind> {
    let in_header = question.within(&["header"]) && !question.within(&["article", "main"]);
    let is_furniture =
        question.furniture || in_header && !question.inside || question.within(&["figure"]);
    is_furniture.then_some(BlockKind::Furniture)
}

fn standfirst(question: &Question) -> Option<BlockKind> {
    // An introduction inside the article is its first paragraph.
    let introduces = question.marked(marks::STANDFIRST)
        || !question.inside && question.marked(marks::INTRO)
        || is_lead(question);
    (!question.body_seen && introduces && WORDS_OF_STANDFIRST.contains(&question.n_words))
        .then_some(BlockKind::Standfirst)
}

/// A heading behind the title that is a whole sentence sums the article up.
fn is_lead(question: &Question) -> bool {
    let behind_title = question
        .outline
        .title
        .is_some_and(|title| (title + 1..=title + NEAR_TITLE).contains(&question.index));
    question.inside
        && behind_title
        && question.is_heading()
        && question.worded.is_none()
        && question.text.ends_with('.')
        && question.n_words >= WORDS_OF_LEAD
}

/// A byline, or a date in its place.
fn byline(question: &Question) -> Option<BlockKind> {
    // A sentence may hold an element of such a class, a linked name.
    let sentence =
        question.n_words > 8 && question.text.ends_with('.') && question.worded.is_none();
    let marked = !sentence
        && !is_fact(question.page, question.index)
        && (question.marked(marks::BYLINE)
            || question.marked(marks::META)
            || question.name == "address");
    let is_byline = marked || question.worded == Some(BlockKind::Byline);
    if question.body_seen || !is_byline || question.n_words > LONGEST_BYLINE {
        return None;
    }
    Some(if dates::of_line(question.text).is_some() {
        BlockKind::Date
    } else {
        BlockKind::Byline
    })
}

/// What stands outside the article, and what asks its reader to subscribe.
fn outside(question: &Question) -> Option<BlockKind> {
    let asks = question.n_words <= LONGEST_PAYWALL && asks_for_money(question.text);
    (!question.inside || asks).then_some(BlockKind::Furniture)
}

/// The date of a change, which microdata tell from that of publication.
fn change_date(question: &Question) -> Option<BlockKind> {
    let &Question { page, stretch, .. } = question;
    page.ancestors(stretch.element)
        .take(2)
        .chain(question.inner())
        .any(|up| page.elements[up].roles.contains("datemodified"))
        .then_some(BlockKind::Furniture)
}

/// A date that stands alone in its element.
fn date(question: &Question) -> Option<BlockKind> {
    let is_time = |element: usize| question.page.within(element, &["time"]);
    let mut runs = question.stretch.runs.iter();
    (question.n_words <= LONGEST_DATE
        && runs.all(|(element, run)| is_time(*element) || run.text.trim().is_empty()))
    .then_some(BlockKind::Date)
}

/// Words about the author.
fn profile(question: &Question) -> Option<BlockKind> {
    (question.marked(marks::PROFILE) && question.n_words <= LONGEST_NOTICE)
        .then_some(BlockKind::Furniture)
}

fn notice(question: &Question) -> Option<BlockKind> {
    (question.marked(marks::NOTICE) && question.n_words <= LONGEST_NOTICE)
        .then_some(BlockKind::Notice)
}

fn heading(question: &Question) -> Option<BlockKind> {
    (question.is_heading() && question.worded != Some(BlockKind::Related))
        .then_some(BlockKind::Heading)
}

/// What its wording alone tells; the date of a named fact is none of the article.
fn worded(question: &Question) -> Option<BlockKind> {
    use BlockKind::{Address, Credit, Date, Furniture, Related};
    let kind = question.worded?;
    let dates_fact = || kind == Date && is_fact(question.page, question.index);
    (matches!(kind, Credit | Date | Related | Address | Furniture) && !dates_fact()).then_some(kind)
}

fn footnote(question: &Question) -> Option<BlockKind> {
    (question.marked(marks::FOOTNOTE) && question.within(&["li", "ol", "ul"]))
        .then_some(BlockKind::Footnote)
}

fn related(question: &Question) -> Option<BlockKind> {
    (question.is_links() && question.marked(marks::RELATED)).then_some(BlockKind::Related)
}

fn list_item(question: &Question) -> Option<BlockKind> {
    matches!(question.name, "li" | "dd" | "dt").then_some(BlockKind::ListItem)
}

/// Old pages are laid out in tables: long cells, and cells of several paragraphs, are paragraphs.
fn cell(question: &Question) -> Option<BlockKind> {
    let &Question {
        page,
        index,
        stretch,
        ..
    } = question;
    let parted = || {
        [index.wrapping_sub(1), index + 1].iter().any(|&beside| {
            page.stretches
                .get(beside)
                .is_some_and(|beside| beside.element == stretch.element)
        })
    };
    (matches!(question.name, "td" | "th" | "tr" | "table")
        && question.n_words <= LONGEST_CELL
        && !parted())
    .then_some(BlockKind::Table)
}

fn quotation(question: &Question) -> Option<BlockKind> {
    question
        .within(&["blockquote"])
        .then_some(BlockKind::Quotation)
}

fn part_of_list_item(question: &Question) -> Option<BlockKind> {
    (question.within(&["li"]) && !is_post(question.page, question.index))
        .then_some(BlockKind::ListItem)
}

/// Whether a stretch is the value of a named fact: a cell behind its head, a description behind its term.
pub(super) fn is_fact(page: &Page, index: usize) -> bool {
    let name = |index: usize| {
        page.stretches
            .get(index)
            .map_or("", |stretch| page.elements[stretch.element].name)
    };
    matches!(
        (name(index.wrapping_sub(1)), name(index)),
        ("th", "td") | ("dt", "dd")
    )
}

/// Whether a paragraph stands in a list item with other paragraphs or a heading, as the posts of live blogs do.
fn is_post(page: &Page, index: usize) -> bool {
    let item = |index: usize| {
        page.ancestors(page.stretches[index].element)
            .find(|&up| page.elements[up].name == "li")
    };
    let name = |index: usize| page.elements[page.stretches[index].element].name;
    let beside = [index.wrapping_sub(1), index + 1]
        .into_iter()
        .filter(|&beside| beside < page.stretches.len());
    name(index) == "p"
        && beside
            .filter(|&beside| name(beside) == "p" || is_heading(name(beside)))
            .any(|beside| item(beside) == item(index))
}

/// What pages say to readers who have not paid, in lower case.
const PAYWALLS: [&str; 12] = [
    "subscribe to continue",
    "subscribe to read",
    "to continue reading",
    "to keep reading",
    "to read the full",
    "already a subscriber",
    "already a member",
    "for subscribers only",
    "subscribers only",
    "exclusive to subscribers",
    "register to continue",
    "log in to read",
];

/// Whether a line asks its reader to subscribe before going on.
pub(in crate::article::html) fn asks_for_money(text: &str) -> bool {
    let lower = text.to_lowercase();
    PAYWALLS.iter().any(|words| lower.contains(words))
}
