//! The blocks of a page: what each stretch of text is, by where it stands and how it is worded.

use super::content::Content;
use super::marks::{self, Marks};
use super::tree::{Element, Page, Stretch, is_heading};
use crate::article::draft::{Draft, Run};
use crate::article::{Found, Metadata, byline, dates, lines};
use crate::span::ByteSpan;
use crate::terms::BlockKind;
use std::collections::BTreeMap;

/// The drafts of a page in the order of the source.
pub(super) fn drafts(page: &Page, content: &Content, metadata: &mut Metadata) -> Vec<Draft> {
    let title = title(page, content, metadata);
    let others = other_articles(page, title);
    // What holds a part of the article.
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
            kind(page, content, &holds, index, &text, inside, body_seen)
        };
        body_seen |= kind == BlockKind::Paragraph;
        if kind == BlockKind::Caption {
            drafts.extend(caption(page, stretch, draft));
        } else {
            drafts.push(Draft { kind, ..draft });
        }
    }
    visible_facts(page, content, &holds, title, metadata);
    pull_quotes(&mut drafts);
    drafts
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
    let marks = reference_marks(page, stretch);
    let in_text = |element: usize| {
        shown(element)
            && raised(page, stretch, element).is_none_or(|sup| marks.binary_search(&sup).is_err())
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

/// The raised element of a stretch that holds an element of it.
fn raised(page: &Page, stretch: &Stretch, element: usize) -> Option<usize> {
    page.ancestors(element)
        .take_while(|&up| up != stretch.element)
        .find(|&up| page.elements[up].name == "sup")
}

/// Raised elements that only point to a note, in order: "[13]", "[citation needed]", or a linked number.
fn reference_marks(page: &Page, stretch: &Stretch) -> Vec<usize> {
    let mut found: BTreeMap<usize, (String, bool)> = BTreeMap::new();
    for (element, run) in &stretch.runs {
        if let Some(sup) = raised(page, stretch, *element) {
            let (text, linked) = found.entry(sup).or_default();
            text.push_str(&run.text);
            *linked |= page
                .ancestors(*element)
                .take_while(|&up| up != sup)
                .any(|up| page.elements[up].name == "a");
        }
    }
    let points = |text: &str, linked: bool| {
        let bracketed = text.starts_with('[') && text.ends_with(']') && text.len() < 24;
        bracketed
            || linked
                && !text.is_empty()
                && text.len() < 4
                && text.bytes().all(|letter| letter.is_ascii_digit())
    };
    found
        .into_iter()
        .filter(|(_, (text, linked))| points(text.trim(), *linked))
        .map(|(sup, _)| sup)
        .collect()
}

/// Whether a heading shows just these words.
fn stated_alike(stated: &str, shown: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    !letters(stated).is_empty() && letters(stated) == letters(shown)
}

/// The stretch that shows the title: a heading with the words that the head of the page states, else the only `h1`
/// before the body.
fn title(page: &Page, content: &Content, metadata: &mut Metadata) -> Option<usize> {
    let heading_of = |stretch: &Stretch| {
        page.ancestors(stretch.element)
            .take(3)
            .map(|up| page.elements[up].name)
            .find(|name| is_heading(name))
    };
    let headings: Vec<(usize, &str)> = page
        .stretches
        .iter()
        .enumerate()
        .filter(|(_, stretch)| {
            stretch.length < 400 && !page.within(stretch.element, &["nav", "aside", "footer"])
        })
        .filter_map(|(index, stretch)| Some((index, heading_of(stretch)?)))
        .filter(|(_, name)| matches!(*name, "h1" | "h2"))
        .take(200)
        .collect();
    let shown = |index: usize| page.stretches[index].text();
    let document = page.facts.title.as_ref();
    // "Ferry late again — Fen Post": where the page shows both, the part before the dash.
    let opening = document.and_then(|(title, _)| {
        [" — ", " – ", " | ", " - "]
            .iter()
            .find_map(|dash| title.split_once(dash))
    });
    if let Some((opening, rest)) = opening {
        let shows = |wanted: &str| {
            headings
                .iter()
                .find(|(index, _)| stated_alike(wanted, &shown(*index)))
        };
        if let (Some((index, _)), Some(_)) = (shows(opening.trim()), shows(rest.trim())) {
            if let Some(title) = metadata
                .title
                .as_mut()
                .filter(|title| title.value.ends_with(rest.trim()))
            {
                title.value = opening.trim().to_string();
            }
            return Some(*index);
        }
    }
    let stated = metadata.title.as_ref().map(|title| title.value.clone());
    let stated = stated.as_deref();
    let same = |index: usize| stated.is_some_and(|stated| lines::is_alike(stated, &shown(index)));
    let first = |wanted: &str| {
        headings
            .iter()
            .find(|(index, name)| *name == wanted && same(*index))
    };
    if let Some((index, _)) = first("h1").or_else(|| first("h2")) {
        return Some(*index);
    }
    // "Ferry late again - Chapter 2 - Fen Tales": a heading that says the first part.
    let of_opening = opening.filter(|(opening, _)| opening.contains(' '));
    if let Some((index, _)) = of_opening.and_then(|(part, _)| {
        headings
            .iter()
            .find(|(index, _)| stated_alike(part, &shown(*index)))
    }) {
        return Some(*index);
    }
    // What is stated for sharing may be the site's; a heading with the words of the document's own title beats it.
    let shared = metadata
        .title
        .as_ref()
        .is_some_and(|title| matches!(title.origin, "open_graph" | "meta"));
    if let Some((title, span)) = document.filter(|_| shared) {
        if let Some((index, _)) = headings
            .iter()
            .find(|(index, name)| *name == "h1" && shown(*index) == *title)
        {
            metadata.title = Some(Found {
                value: title.clone(),
                origin: "meta",
                source_span: Some(*span),
            });
            return Some(*index);
        }
    }
    let mut main = headings.iter().filter(|(_, name)| *name == "h1");
    let Some((index, _)) = main.next() else {
        // Old pages set their title in bold.
        let stated = stated?;
        return page
            .stretches
            .iter()
            .take(200)
            .position(|stretch| stretch.length < 400 && stretch.text() == stated);
    };
    let body = content.inside.iter().enumerate().position(|(at, inside)| {
        *inside
            && page.stretches[at].length > 80
            && !is_heading(page.elements[page.stretches[at].element].name)
    });
    let before = body.is_none_or(|body| *index < body);
    (main.next().is_none() && before && !content.dropped[page.stretches[*index].element])
        .then_some(*index)
}

/// Which elements stand in another article than the title's: one with a main heading of its own, as pages have that go on
/// with the next article where one ends.
fn other_articles(page: &Page, title: Option<usize>) -> Vec<bool> {
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

/// Whether a stretch is the value of a named fact: a cell behind its head, a description behind its term.
fn is_fact(page: &Page, index: usize) -> bool {
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

/// What a stretch of text is.
fn kind(
    page: &Page,
    content: &Content,
    holds: &[bool],
    index: usize,
    text: &str,
    inside: bool,
    body_seen: bool,
) -> BlockKind {
    let stretch = &page.stretches[index];
    let element = stretch.element;
    let name = page.elements[element].name;
    let furniture = content.dropped[element];
    let within = |names: &[&str]| page.within(element, names);
    let inner = || {
        stretch
            .runs
            .iter()
            .map(|&(element, _)| element)
            .filter(|&inner| furniture || !content.dropped[inner])
    };
    let marked = |marks: Marks| {
        page.ancestors(element)
            .take(4)
            .chain(inner())
            .any(|up| page.elements[up].marks.has(marks))
    };
    let recognised = lines::recognise(text);
    let n_words = text.split_whitespace().count();
    // A cell of several paragraphs.
    let parted = [index.wrapping_sub(1), index + 1].iter().any(|&beside| {
        page.stretches
            .get(beside)
            .is_some_and(|beside| beside.element == element)
    });
    let link_list = stretch.linked * 10 > stretch.length * 8;
    let heading = is_heading(name);
    // In another article or behind a link, a picture's words are those of a teaser.
    let mut above = page.ancestors(element);
    let home = above.find(|&up| matches!(page.elements[up].name, "article" | "main"));
    let of_article = inside || !furniture && home.is_some_and(|home| holds[home]);
    if of_article
        && !link_list
        && (within(&["figcaption"]) || within(&["figure"]) && marked(marks::CAPTION))
    {
        return BlockKind::Caption;
    }
    if recognised == Some(BlockKind::Notice)
        && (furniture || inside || within(&["article", "main"]))
    {
        return BlockKind::Notice;
    }
    if marked(marks::PULL) {
        return BlockKind::PullQuote;
    }
    if link_list
        && within(&["article", "main", "section"])
        && !within(&["nav", "header", "footer"])
        && marked(marks::RELATED)
    {
        return if heading {
            BlockKind::Furniture
        } else {
            BlockKind::Related
        };
    }
    let in_header = within(&["header"]) && !within(&["article", "main"]);
    if furniture || in_header && !inside || within(&["figure"]) {
        return BlockKind::Furniture;
    }
    // An introduction inside the article is its first paragraph.
    let introduces = marked(marks::STANDFIRST) || !inside && marked(marks::INTRO);
    if !body_seen && introduces && (4..=80).contains(&n_words) {
        return BlockKind::Standfirst;
    }
    // A sentence may hold an element of such a class, a linked name.
    let sentence = n_words > 8 && text.ends_with('.') && recognised.is_none();
    let fact = is_fact(page, index);
    let byline =
        !sentence && !fact && (marked(marks::BYLINE) || marked(marks::META) || name == "address");
    if !body_seen && (byline || recognised == Some(BlockKind::Byline)) && n_words <= 25 {
        return if dates::of_line(text).is_some() {
            BlockKind::Date
        } else {
            BlockKind::Byline
        };
    }
    if !inside || n_words <= 40 && asks_for_money(text) {
        return BlockKind::Furniture;
    }
    let is_time = |element: usize| page.within(element, &["time"]);
    if page
        .ancestors(element)
        .take(2)
        .chain(inner())
        .any(|up| page.elements[up].roles.contains("datemodified"))
    {
        return BlockKind::Furniture;
    }
    if n_words <= 8
        && stretch
            .runs
            .iter()
            .all(|(element, run)| is_time(*element) || run.text.trim().is_empty())
    {
        return BlockKind::Date;
    }
    if marked(marks::PROFILE) && n_words <= 90 {
        return BlockKind::Furniture;
    }
    if marked(marks::NOTICE) && n_words <= 90 {
        return BlockKind::Notice;
    }
    use BlockKind::{Address, Credit, Date, Furniture, Related};
    if heading && recognised != Some(Related) {
        return BlockKind::Heading;
    }
    if let Some(kind @ (Credit | Date | Related | Address | Furniture)) =
        recognised.filter(|kind| !(fact && *kind == Date))
    {
        return kind;
    }
    if marked(marks::FOOTNOTE) && within(&["li", "ol", "ul"]) {
        return BlockKind::Footnote;
    }
    if link_list && marked(marks::RELATED) {
        return BlockKind::Related;
    }
    match name {
        "li" | "dd" | "dt" => BlockKind::ListItem,
        // Old pages are laid out in tables: long cells are paragraphs.
        "td" | "th" | "tr" | "table" if n_words <= 25 && !parted => BlockKind::Table,
        _ if within(&["blockquote"]) => BlockKind::Quotation,
        _ if within(&["li"]) && !is_post(page, index) => BlockKind::ListItem,
        _ => BlockKind::Paragraph,
    }
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
pub(super) fn asks_for_money(text: &str) -> bool {
    let lower = text.to_lowercase();
    PAYWALLS.iter().any(|words| lower.contains(words))
}

/// Caption and credit, which often share an element.
fn caption(page: &Page, stretch: &Stretch, draft: Draft) -> Vec<Draft> {
    const CREDIT: [&str; 9] = [
        "Photograph:",
        "Photo:",
        "Picture:",
        "Image:",
        "Illustration:",
        "Credit:",
        "(Photo",
        "Photo by",
        "Photograph by",
    ];
    let whole: String = draft.runs.iter().map(|run| run.text.as_str()).collect();
    let cut = CREDIT.iter().filter_map(|start| whole.find(start)).min();
    let credits = |element: usize| {
        page.ancestors(element)
            .take_while(|&up| up != stretch.element)
            .any(|up| page.elements[up].marks.has(marks::CREDIT))
    };
    let by_class = stretch
        .runs
        .iter()
        .find(|(up, run)| credits(*up) && !run.text.trim().is_empty());
    let by_class = by_class.and_then(|(_, marked)| {
        let before = draft
            .runs
            .iter()
            .take_while(|run| run.source.start < marked.source.start);
        let before: usize = before.map(|run| run.text.len()).sum();
        (before < whole.len()).then_some(before)
    });
    let from = match cut.into_iter().chain(by_class).min() {
        None => {
            return vec![Draft {
                kind: BlockKind::Caption,
                ..draft
            }];
        }
        Some(at) if whole[..at].trim().is_empty() => {
            return vec![Draft {
                kind: BlockKind::Credit,
                ..draft
            }];
        }
        Some(at) => at,
    };
    let (mut caption, mut credit) = (
        Draft::new(BlockKind::Caption),
        Draft::new(BlockKind::Credit),
    );
    let mut at = 0;
    for run in draft.runs {
        let length = run.text.len();
        if at + length <= from {
            caption.runs.push(run);
        } else if at >= from || length != run.source.len() {
            credit.runs.push(run);
        } else {
            let (left, right) = run.text.split_at(from - at);
            let middle = run.source.start + left.len();
            caption.runs.push(Run {
                text: left.to_string(),
                source: ByteSpan::new(run.source.start, middle),
            });
            credit.runs.push(Run {
                text: right.to_string(),
                source: ByteSpan::new(middle, run.source.end),
            });
        }
        at += length;
    }
    [caption, credit]
        .into_iter()
        .filter(|draft| !draft.runs.is_empty())
        .collect()
}

/// Byline and date as the page shows them, where no metadata gave them; those behind the title come first.
fn visible_facts(
    page: &Page,
    content: &Content,
    holds: &[bool],
    title: Option<usize>,
    metadata: &mut Metadata,
) {
    let place = |element: usize| page.elements[element].first;
    let apart = |element: usize| {
        let boxes = page.ancestors(element).skip(1).any(|up| {
            let above = &page.elements[up];
            (matches!(above.name, "nav" | "aside" | "footer") || above.marks.has(marks::FURNITURE))
                && !holds[up]
        });
        // What stands before the title belongs to something else, but for a line or two.
        (title.is_some_and(|title| place(element) + 4 < title), boxes)
    };
    visible_byline(page, holds, title, &apart, metadata);
    if metadata.section.is_none() {
        metadata.section = section(page);
    }
    if metadata.published.is_none() {
        let of_reader = |element: usize| {
            page.ancestors(element)
                .any(|up| page.elements[up].marks.has(marks::APART) && !holds[up])
        };
        let mut times: Vec<_> = page
            .facts
            .times
            .iter()
            .take(200)
            .filter(|(.., element)| !of_reader(*element))
            .collect();
        times.sort_by_key(|(_, _, element)| {
            let in_text = page.elements[*element].name == "p"
                && !page.elements[*element].marks.has(marks::META);
            (apart(*element), in_text)
        });
        let time = times
            .into_iter()
            .find_map(|(value, span, _)| Some((dates::of_attribute(value)?, *span)));
        metadata.published = time.map(|(value, span)| Found {
            value,
            origin: "time_element",
            source_span: Some(span),
        });
    }
    if metadata.published.is_none() {
        metadata.published = visible_date(page, content, holds, title);
    }
}

/// The authors that the page shows. They stand back behind those that its head states, unless the head names an account
/// or, in a general `meta` element, others than a link to the author behind the title.
fn visible_byline(
    page: &Page,
    holds: &[bool],
    title: Option<usize>,
    apart: &dyn Fn(usize) -> (bool, bool),
    metadata: &mut Metadata,
) {
    let stated = &metadata.byline;
    let accounts =
        !stated.is_empty() && stated.iter().all(|found| byline::is_account(&found.value));
    let general = stated.iter().all(|found| found.origin == "meta");
    if !(stated.is_empty() || accounts || general) {
        return;
    }
    let is_by_role = |element: &Element| element.roles.split(' ').any(|word| word == "author");
    // On a front page, each article is another one.
    let n_articles = page
        .elements
        .iter()
        .zip(holds)
        .filter(|(element, holds)| element.name == "article" && **holds)
        .count();
    let of_title = |up: usize| {
        title.is_some_and(|title| {
            page.ancestors(page.stretches[title].element)
                .any(|above| above == up)
        })
    };
    // Bylines of other articles, and links before the title, are not the article's.
    let foreign = |element: usize| {
        page.ancestors(element).any(|up| {
            let above = &page.elements[up];
            let other = !holds[up] || n_articles >= 4 && !of_title(up);
            above.hidden
                || above.name == "article" && other
                || above.marks.has(marks::APART) && !holds[up]
        })
    };
    let own = |element: usize| {
        !foreign(element) && (is_by_role(&page.elements[element]) || !apart(element).0)
    };
    let is_author = |element: &Element| is_by_role(element) || element.marks.has(marks::BYLINE);
    let marked = page
        .elements
        .iter()
        .enumerate()
        .filter(|(_, element)| is_author(element));
    let mut marked: Vec<usize> = marked
        .map(|(index, _)| index)
        .take(200)
        .filter(|&element| own(element))
        .collect();
    marked.sort_by_key(|&element| apart(element));
    let mut named = marked.iter().filter_map(|&element| {
        let (text, span) = words_in(page, element)?;
        let names = byline::of_marked(&text);
        (!names.is_empty()).then_some((element, names, span))
    });
    let near = |at: usize| title.is_some_and(|title| (title..=title + 8).contains(&at));
    let place = |element: usize| page.elements[element].first;
    let worded = |stretch: &Stretch| {
        let text = stretch.text();
        let names = byline::of_line(&text).or_else(|| byline::behind_date(&text))?;
        Some((names, stretch.source_span()))
    };
    let lines = || {
        page.stretches
            .iter()
            .enumerate()
            .filter(|(_, stretch)| stretch.length < 120 && own(stretch.element))
    };
    let chosen = if stated.is_empty() {
        let marked = named.next();
        // A signed line under the title beats a mark far from it, such as the account that posted.
        let far = marked
            .as_ref()
            .is_none_or(|(element, ..)| !near(place(*element)));
        let signed = || {
            lines()
                .filter(|(index, _)| near(*index))
                .find_map(|(_, stretch)| worded(stretch))
        };
        let close = if far { signed() } else { None };
        let short = || {
            page.stretches
                .iter()
                .filter(|stretch| stretch.length < 120 && !foreign(stretch.element))
        };
        close
            .or(marked.map(|(_, names, span)| (names, span)))
            .or_else(|| short().find_map(worded))
    } else {
        let full = |names: &[String]| names.iter().all(|name| name.contains(' '));
        let fits = |element: usize, names: &[String]| {
            apart(element) == (false, false)
                && names.len() >= stated.len()
                && if accounts {
                    full(names)
                } else {
                    near(place(element)) && is_by_role(&page.elements[element])
                }
        };
        named
            .find(|(element, names, _)| fits(*element, names))
            .map(|(_, names, span)| (names, span))
    };
    if let Some((names, span)) = chosen {
        let found = |value: String| Found {
            value,
            origin: "visible_text",
            source_span: span,
        };
        metadata.byline = names.into_iter().map(found).collect();
    }
}

/// The date that a page shows of its article: in an element so marked, in a line that says it ("Posted on 14 May 2025 by
/// Jo Lind"), alone beside the title, or before the first words of the text.
fn visible_date(
    page: &Page,
    content: &Content,
    holds: &[bool],
    title: Option<usize>,
) -> Option<Found> {
    const STARTS: [&str; 6] = ["posted ", "published ", "written ", "by ", "on ", "date:"];
    let dated = |found: (String, &Stretch)| {
        let (value, stretch) = found;
        Some(Found {
            value,
            origin: "visible_text",
            source_span: stretch.source_span(),
        })
    };
    // Lines of comments, of other articles and of what stands around the page tell nothing.
    let elsewhere = |element: usize| {
        page.ancestors(element).any(|up| {
            let above = &page.elements[up];
            let around = matches!(above.name, "nav" | "aside" | "footer" | "article")
                || above.marks.has(marks::FURNITURE);
            above.hidden || above.marks.has(marks::APART) || around && !holds[up]
        })
    };
    let first = title.map_or(0, |title| title.saturating_sub(4));
    let lines = || {
        let lines = page
            .stretches
            .iter()
            .enumerate()
            .skip(first)
            .filter(|(_, stretch)| stretch.length < 120);
        lines.filter(|(_, stretch)| !elsewhere(stretch.element))
    };
    let marked = |stretch: &Stretch| {
        let inner = stretch
            .runs
            .iter()
            .take(20)
            .map(|&(element, _)| element)
            .filter(|&inner| !content.dropped[inner]);
        page.ancestors(stretch.element)
            .take(3)
            .chain(inner)
            .any(|up| {
                let above = &page.elements[up];
                above.marks.has(marks::DATE)
                    || above.marks.has(marks::BYLINE)
                    || above.roles.contains("datepublished")
            })
    };
    let worded = |stretch: &Stretch| {
        let lower = stretch.text().to_lowercase();
        let dated = lower
            .split_once(" by ")
            .is_some_and(|(before, _)| dates::within(before).is_some() && before.len() < 40);
        dated
            || STARTS.iter().any(|start| lower.starts_with(start))
                && lower.split_whitespace().count() <= 16
    };
    let beside = |index: usize| {
        title.is_some_and(|title| index.abs_diff(title) <= 5) && !is_fact(page, index)
    };
    let within = |stretch: &Stretch| dates::within(&draft(page, content, stretch).text());
    lines()
        .filter(|(_, stretch)| marked(stretch))
        .chain(lines().filter(|(_, stretch)| worded(stretch)))
        .find_map(|(_, stretch)| dated((within(stretch)?, stretch)))
        .or_else(|| {
            let alone =
                |stretch: &Stretch| dates::of_line(&stretch.text()).and_then(|_| within(stretch));
            lines()
                .filter(|(index, _)| beside(*index))
                .find_map(|(_, stretch)| dated((alone(stretch)?, stretch)))
        })
        .or_else(|| {
            let text = content
                .inside
                .iter()
                .position(|inside| *inside)
                .unwrap_or(0);
            let opening = page
                .stretches
                .iter()
                .skip(text)
                .take(6)
                .filter(|stretch| stretch.is_prose());
            opening
                .take(2)
                .find_map(|stretch| dated((dates::of_opening(&stretch.text())?, stretch)))
        })
}

/// The section as the page shows it: marked by microdata, else the first part of the way from the front page.
fn section(page: &Page) -> Option<Found> {
    let of_role = |element: usize| {
        page.elements[element]
            .roles
            .split(' ')
            .any(|role| role == "articlesection")
    };
    let marked = |index: usize, origin: &'static str| {
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
        .find_map(|index| marked(index, "microdata"));
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
    stated.or_else(|| crumbs().find_map(|index| marked(index, "visible_text")))
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

/// A quotation set large that only repeats a sentence of the body.
fn pull_quotes(drafts: &mut [Draft]) {
    let letters = |text: &str| {
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect::<String>()
    };
    let body = drafts
        .iter()
        .filter(|draft| draft.kind == BlockKind::Paragraph);
    let body: Vec<String> = body.map(|draft| letters(&draft.text())).collect();
    for draft in drafts
        .iter_mut()
        .filter(|draft| draft.kind == BlockKind::Quotation)
        .take(20)
    {
        let words = letters(&draft.text());
        if words.len() > 10 && body.iter().any(|paragraph| paragraph.contains(&words)) {
            draft.kind = BlockKind::PullQuote;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::article;
    use crate::options::{Format, Options};

    /// What a page is read as: `kind: words`, a line a block, without furniture.
    fn read(source: &str) -> String {
        let article = article::read(
            source,
            &Options {
                format: Format::Html,
                ..Options::default()
            },
        );
        let blocks = article
            .blocks
            .iter()
            .map(|block| format!("{:?}: {}\n", block.kind, block.text));
        blocks
            .filter(|line| !line.starts_with("Furniture"))
            .collect()
    }

    fn metadata(source: &str) -> article::Metadata {
        article::read(
            source,
            &Options {
                format: Format::Html,
                ..Options::default()
            },
        )
        .metadata
    }

    /// `n` paragraphs of prose.
    fn prose(n: usize) -> String {
        let line = "the ferry was late again, said the mayor, and nobody on the quay could say why it had not left.";
        (0..n)
            .map(|number| format!("<p>On day {number} {line}</p>"))
            .collect()
    }

    #[test]
    fn a_credit_is_told_from_the_caption_around_it() {
        let figure = |inner: &str| {
            read(&format!(
                "<body><article><figure><img><figcaption>{inner}</figcaption></figure>{}</article>",
                prose(6)
            ))
        };
        let credit = "<span class=credit><span class=label>Credit</span> Ada Fenn</span>";
        assert!(
            figure(credit).starts_with("Credit: Credit Ada Fenn\n"),
            "{}",
            figure(credit)
        );
        let both = figure(&format!("The ferry in May. {credit}"));
        assert!(
            both.starts_with("Caption: The ferry in May.\nCredit: Credit Ada Fenn\n"),
            "{both}"
        );
    }

    #[test]
    fn captions_of_teasers_are_no_captions_of_the_article() {
        let teaser =
            "<a href=x><figure><img><figcaption>Mayor buys a boat</figcaption></figure></a>";
        let other = "<article><figure><img><figcaption>A quay elsewhere</figcaption></figure><a href=y>More</a></article>";
        let own = "<figure><img><figcaption>The ferry in May</figcaption></figure>";
        let text = read(&format!(
            "<body><article>{own}{}{teaser}</article>{other}",
            prose(6)
        ));
        assert!(text.contains("Caption: The ferry in May\n"), "{text}");
        assert!(
            !text.contains("Mayor buys") && !text.contains("A quay elsewhere"),
            "{text}"
        );
    }

    #[test]
    fn a_sentence_with_a_marked_name_is_no_byline() {
        let first = "<p><a class=meta-org href=x>Fen Lines</a> sold the ferry to the town for less than a bus.</p>";
        let text = read(&format!("<body><article>{first}{}</article>", prose(6)));
        assert!(text.starts_with("Paragraph: Fen Lines sold"), "{text}");
    }

    /// The byline and date of a page with these lines around its title.
    fn facts(before: &str, behind: &str, text: &str) -> (String, String) {
        let page = format!(
            "<body><article>{before}<h1>Ferry late again</h1>{behind}{text}{}</article>",
            prose(6)
        );
        let metadata = metadata(&page);
        let names: Vec<String> = metadata
            .byline
            .into_iter()
            .map(|found| found.value)
            .collect();
        (
            names.join("; "),
            metadata
                .published
                .map_or(String::new(), |found| found.value),
        )
    }

    #[test]
    fn dates_as_pages_show_them() {
        for (before, behind, text) in [
            (
                "",
                "<dl><dt>Published:</dt><dd class=published>2025-05-14</dd></dl>",
                "",
            ),
            (
                "<h2 class=date-header><span>Wednesday, May 14, 2025</span></h2>",
                "",
                "",
            ),
            (
                "",
                "<cite class=byline>By Jo Lind <abbr>May 14, 2025 3:46 PM</abbr></cite>",
                "",
            ),
            (
                "",
                "<abbr class=published title=2025-05-14T07:45:00Z>a while ago</abbr>",
                "",
            ),
            (
                "",
                "<div><i></i><span>Wednesday, May 14, 2025 @ 11:10 PM UTC</span></div>",
                "",
            ),
            ("", "<small>On 5/14/2025 by @jo</small>", ""),
            (
                "",
                "",
                "<p>May 14, 2025 -- The ferry was late again, said the mayor, and nobody on the quay could say why.</p>",
            ),
            (
                "",
                "<span data-publishtime=1747208700851>5/14/25</span>",
                "",
            ),
        ] {
            assert!(
                facts(before, behind, text).1.starts_with("2025-05-14"),
                "{before}{behind}{text}"
            );
        }
        for (before, behind, text) in [
            ("", "<p class=dateline>Last updated 14 May 2025</p>", ""),
            (
                "",
                "<div itemscope itemtype='https://schema.org/VideoObject'><meta itemprop=datePublished content=2025-05-14></div>",
                "",
            ),
            (
                "",
                "<time itemprop=dateModified datetime=2025-05-14>May 14</time>",
                "",
            ),
            (
                "",
                "",
                "<table><tr><th>Founded<td>May 14, 2025<span hidden><span class=published>2025-05-14</span></span></table>",
            ),
            (
                "",
                "",
                "<div class=comments><p class=posted>Posted on 14 May 2025</p></div>",
            ),
        ] {
            assert_eq!(facts(before, behind, text).1, "", "{before}{behind}{text}");
        }
    }

    #[test]
    fn a_path_is_no_section() {
        let section = |value: &str| {
            let page = format!(
                "<head><meta name=section content='{value}'></head><body><article>{}</article>",
                prose(6)
            );
            metadata(&page).section.map(|found| found.value)
        };
        assert_eq!(section("World"), Some("World".into()));
        assert_eq!(section("/world/fens"), None);
    }

    #[test]
    fn titles_among_the_names_of_sites() {
        let title = |head: &str, headings: &str| {
            let page = format!(
                "<head>{head}</head><body>{headings}<article>{}</article>",
                prose(6)
            );
            let metadata = metadata(&page);
            metadata.title.map_or(String::new(), |found| found.value)
        };
        let slogan = "<meta property=og:title content='Fen Post - news of the fens, every day'>";
        let head = format!("<title>Ferry late again</title>{slogan}");
        assert_eq!(
            title(&head, "<h1>Ferry late again</h1>"),
            "Ferry late again"
        );
        let both = "<h1>The ferry in three volumes</h1><h2>How it sank: a history</h2>";
        assert_eq!(
            title(
                "<title>How it sank: a history — The ferry in three volumes</title>",
                both
            ),
            "How it sank: a history"
        );
    }

    #[test]
    fn bylines_as_pages_show_them() {
        for (behind, text, names) in [
            (
                "",
                "<p><em>Posted by Jo Lind, Engineer at the Fens</em></p>",
                "Jo Lind",
            ),
            ("<h5>2/26/2015 7:11 AM BY FEN STAFF</h5>", "", "FEN STAFF"),
            (
                "<small>On <!-- -->6/13/2018<!-- --> by @jolind</small>",
                "",
                "jolind",
            ),
            (
                "<meta name=author content='Fen Boats'><h3><a rel=author href=x>Jo Lind</a></h3>",
                "",
                "Jo Lind",
            ),
            (
                "<meta name=author content='Jo Lind'>",
                "<p>End.</p><a rel=author href=x>Fen Boats</a>",
                "Jo Lind",
            ),
            (
                "<meta name=author content='lind22'><div class=author-name>Jo Lind</div>",
                "",
                "Jo Lind",
            ),
            (
                "<meta name=author content='Jo Lind (https://post.example/)'>",
                "",
                "Jo Lind",
            ),
            (
                "<meta name='twitter:creator' content='Jo Lind'>",
                "",
                "Jo Lind",
            ),
            ("<meta name='twitter:creator' content='@fenpost'>", "", ""),
        ] {
            let text = format!(
                "{}{text}",
                if behind.contains("Jo Lind'>") {
                    prose(9)
                } else {
                    String::new()
                }
            );
            assert_eq!(facts("", behind, &text).0, names, "{behind}{text}");
        }
        let teaser = "<article><span itemprop=author>Max Orr</span><p>Other news</p></article>";
        let page = format!("<main><h1>Ferry late again</h1>{}</main>{teaser}", prose(6));
        assert!(metadata(&page).byline.is_empty());
        let menu = "<ul><li id=navBylines><a href=x>Columns</a></li></ul>";
        let menu = format!("{menu}{}", "<p>News</p>".repeat(6));
        assert_eq!(facts(&menu, "", "").0, "");
    }
}
