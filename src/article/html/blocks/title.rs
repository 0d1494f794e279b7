//! Which stretch shows the title.
//!
//! [`title`] tries several ways in turn: headings with the words that the head of the page states, then the only main
//! heading before the body, then bold words. Known to go wrong on pages whose head and headings say different things.

use crate::article::html::content::Content;
use crate::article::html::tree::{Page, Stretch, is_heading};
use crate::article::{Found, Metadata, Origin, lines};
use crate::span::ByteSpan;

/// A title is shorter, in characters.
const LONGEST: usize = 400;

/// How many headings are looked at, and how many stretches for bold words.
const MOST_HEADINGS: usize = 200;

/// A first stretch of the body is longer, in characters.
const SHORTEST_BODY: usize = 80;

/// What parts the title from the name of the site in a document's title.
const DASHES: [&str; 4] = [" — ", " – ", " | ", " - "];

/// The stretch that shows the title. Where it shows what the head states better than the head, `metadata` takes its words.
pub(super) fn title(page: &Page, content: &Content, metadata: &mut Metadata) -> Option<usize> {
    let headings = Headings::new(page);
    let stated = metadata.title.as_ref().map(|title| title.value.clone());
    let stated = stated.as_deref();
    headings
        .beside_site(metadata)
        .or_else(|| headings.alike(stated))
        .or_else(|| headings.opening_of_document())
        .or_else(|| headings.of_document(metadata))
        .or_else(|| match headings.main().next() {
            Some(main) => headings.only_main(main, content),
            None => bold(page, stated),
        })
}

/// The headings of a page that may be its title.
struct Headings<'a> {
    page: &'a Page,
    /// Index of the stretch and the name of the heading, `h1` or `h2`.
    headings: Vec<(usize, &'static str)>,
    /// The title of the document and its place.
    document: Option<&'a (String, ByteSpan)>,
}

impl<'a> Headings<'a> {
    fn new(page: &'a Page) -> Self {
        let heading_of = |stretch: &Stretch| {
            page.ancestors(stretch.element)
                .take(3)
                .map(|up| page.elements[up].name)
                .find(|name| is_heading(name))
        };
        let headings = page
            .stretches
            .iter()
            .enumerate()
            .filter(|(_, stretch)| {
                stretch.length < LONGEST
                    && !page.within(stretch.element, &["nav", "aside", "footer"])
            })
            .filter_map(|(index, stretch)| Some((index, heading_of(stretch)?)))
            .filter(|(_, name)| matches!(*name, "h1" | "h2"))
            .take(MOST_HEADINGS);
        Headings {
            page,
            headings: headings.collect(),
            document: page.facts.title.as_ref(),
        }
    }

    fn shown(&self, index: usize) -> String {
        self.page.stretches[index].text()
    }

    /// The main headings, in order.
    fn main(&self) -> impl Iterator<Item = usize> {
        let main = self.headings.iter().filter(|(_, name)| *name == "h1");
        main.map(|&(index, _)| index)
    }

    /// The first heading with just those words.
    fn saying(&self, wanted: &str) -> Option<usize> {
        let mut indices = self.headings.iter().map(|&(index, _)| index);
        indices.find(|&index| says(&self.shown(index), wanted))
    }

    /// The document's title before and behind the first dash: "Ferry late again — Fen Post".
    fn parts_of_document(&self) -> Option<(&'a str, &'a str)> {
        let (title, _) = self.document?;
        DASHES.iter().find_map(|dash| title.split_once(dash))
    }

    /// Where the page shows both parts of the document's title, the part before the dash.
    fn beside_site(&self, metadata: &mut Metadata) -> Option<usize> {
        let (opening, rest) = self.parts_of_document()?;
        let index = self.saying(opening.trim())?;
        self.saying(rest.trim())?;
        if let Some(title) = &mut metadata.title {
            if title.value.ends_with(rest.trim()) {
                title.value = opening.trim().to_string();
            }
        }
        Some(index)
    }

    /// A heading with much the same words as the title that the head of the page states, a main one first.
    fn alike(&self, stated: Option<&str>) -> Option<usize> {
        let stated = stated?;
        let first = |wanted: &str| {
            let mut wanted = self.headings.iter().filter(|(_, name)| *name == wanted);
            wanted.find(|(index, _)| lines::is_alike(stated, &self.shown(*index)))
        };
        let (index, _) = first("h1").or_else(|| first("h2"))?;
        Some(*index)
    }

    /// A heading that says the first part: "Ferry late again - Chapter 2 - Fen Tales".
    fn opening_of_document(&self) -> Option<usize> {
        let (opening, _) = self.parts_of_document()?;
        self.saying(Some(opening).filter(|opening| opening.contains(' '))?)
    }

    /// What is stated for sharing may be the site's; a heading with the words of the document's own title beats it.
    fn of_document(&self, metadata: &mut Metadata) -> Option<usize> {
        let stated = metadata.title.as_ref()?;
        let (title, span) = self
            .document
            .filter(|_| matches!(stated.origin, Origin::OpenGraph | Origin::Meta))?;
        let index = self.main().find(|&index| self.shown(index) == *title)?;
        metadata.title = Some(Found {
            value: title.clone(),
            origin: Origin::Meta,
            source_span: Some(*span),
        });
        Some(index)
    }

    /// The main heading, where it is the only one and stands before the body.
    fn only_main(&self, main: usize, content: &Content) -> Option<usize> {
        let Headings { page, .. } = self;
        let body = content.inside.iter().enumerate().position(|(at, inside)| {
            *inside
                && page.stretches[at].length > SHORTEST_BODY
                && !is_heading(page.elements[page.stretches[at].element].name)
        });
        let before = body.is_none_or(|body| main < body);
        let dropped = content.dropped[page.stretches[main].element];
        (self.main().nth(1).is_none() && before && !dropped).then_some(main)
    }
}

/// Old pages set their title in bold.
fn bold(page: &Page, stated: Option<&str>) -> Option<usize> {
    let stated = stated?;
    page.stretches
        .iter()
        .take(MOST_HEADINGS)
        .position(|stretch| stretch.length < LONGEST && stretch.text() == stated)
}

/// Whether a heading shows just these words, marks and case aside.
fn says(shown: &str, wanted: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    !letters(wanted).is_empty() && letters(wanted) == letters(shown)
}
