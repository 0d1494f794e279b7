//! HTML → a tree whose text knows its place in the source. The tokenizer is html5gum; the tree keeps what telling
//! body from furniture needs: elements with their parents, and the stretches of text between block boundaries.
//!
//! Ends are implied as the HTML Standard has it for paragraphs, list items, table parts and stray end tags. Formatting
//! elements that overlap blocks are not reopened: they carry no meaning here.

use super::attributes::bounded;
use super::marks::{self, Marks};
use super::references::align;
use crate::article::draft::Run;
use crate::span::ByteSpan;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::collections::HashMap;

/// Every element name that matters; any other is `""`, an inline element without a meaning, told from its like by a hash.
const NAMES: [&str; 93] = [
    "a",
    "abbr",
    "address",
    "annotation",
    "annotation-xml",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "label",
    "li",
    "link",
    "main",
    "math",
    "menu",
    "meta",
    "nav",
    "noscript",
    "object",
    "ol",
    "option",
    "p",
    "param",
    "picture",
    "pre",
    "q",
    "s",
    "script",
    "section",
    "select",
    "small",
    "source",
    "span",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "u",
    "ul",
    "video",
];

/// Elements that begin and end a line.
const BLOCKS: [&str; 46] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "#root",
];

const VOID: [&str; 13] = [
    "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Elements whose content is no text of the article.
const SKIPPED: [&str; 17] = [
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "select",
    "textarea",
    "button",
    "object",
    "canvas",
    "annotation",
    "annotation-xml",
    "video",
    "audio",
    "title",
    "option",
];

/// Ends of the types of items that a page has beside its article.
const OTHER_ITEMS: [&str; 9] = [
    "VideoObject",
    "ImageObject",
    "AudioObject",
    "Comment",
    "UserComments",
    "Person",
    "Organization",
    "Offer",
    "Event",
];

/// Deepest nesting that is followed; deeper elements are read as if they were their parent, so that looking upwards
/// has a fixed cost.
pub(super) const MAX_DEPTH: usize = 200;

/// Most elements that are kept, a hundred bytes and more each: those behind them are read as those that are too deep.
pub(super) const MAX_ELEMENTS: usize = 1_000_000;

/// An `id` of more words than this was made of a heading and tells nothing of what the element is.
const SLUG: usize = 4;

/// What a page says of itself outside its text.
#[derive(Default)]
pub(in crate::article) struct Facts {
    /// `name`, `property` or `itemprop` of each `meta` in lower case (each word of it), its content and place.
    pub meta: Vec<(String, String, ByteSpan)>,
    /// Content of each JSON-LD script.
    pub json_ld: Vec<(String, ByteSpan)>,
    /// Places of other scripts that hold JSON: the state of an application.
    pub states: Vec<ByteSpan>,
    /// Types of the JSON-LD items that are articles.
    pub types: Vec<(String, ByteSpan)>,
    /// Whether there was a page to state anything.
    pub is_page: bool,
    /// Whether JSON-LD says that one has to pay to read on.
    pub paid: bool,
    /// Whether the text was found in a script.
    pub in_script: bool,
    /// Places of the lines that lead around the site.
    pub navigation: Vec<ByteSpan>,
    pub canonical: Option<(String, ByteSpan)>,
    pub title: Option<(String, ByteSpan)>,
    pub language: Option<(String, ByteSpan)>,
    /// `datetime` of `time` elements, with the element.
    pub times: Vec<(String, ByteSpan, usize)>,
    /// Values of microdata that stand in attributes: `itemprop`, value, place.
    pub properties: Vec<(String, String, ByteSpan)>,
}

pub(super) struct Element {
    pub parent: usize,
    pub name: &'static str,
    /// Hash of a name that is unknown, else 0.
    other: u64,
    /// What class and id tell.
    pub marks: Marks,
    /// Class as written, to tell siblings of a kind.
    pub class: String,
    /// `itemprop`, `rel` and `role` in lower case.
    pub roles: String,
    /// A link with an address.
    pub link: bool,
    /// For an item of microdata, whether it is a film, a picture, a comment, a person or the like.
    other_item: Option<bool>,
    /// Not shown: `hidden`, `display: none`, `aria-hidden`.
    pub hidden: bool,
    /// Index of the first stretch that begins behind its start tag.
    pub first: usize,
    /// Pictures, inputs and embedded players that stand directly inside.
    pub n_images: u32,
    pub n_inputs: u32,
    pub n_embeds: u32,
}

/// A stretch of text between two block boundaries.
pub(super) struct Stretch {
    /// The block that holds it.
    pub element: usize,
    /// Runs, each with the innermost element around it.
    pub runs: Vec<(usize, Run)>,
    /// Characters, white space collapsed.
    pub length: usize,
    /// Those of them inside links.
    pub linked: usize,
    pub commas: usize,
}

impl Stretch {
    /// Long, with few links.
    pub fn is_prose(&self) -> bool {
        self.length >= 80 && self.linked * 5 < self.length
    }

    /// From its first to its last byte in the source.
    pub fn source_span(&self) -> Option<ByteSpan> {
        let ((_, first), (_, last)) = self.runs.first().zip(self.runs.last())?;
        Some(first.source.cover(last.source))
    }

    pub fn text(&self) -> String {
        let whole: String = self.runs.iter().map(|(_, run)| run.text.as_str()).collect();
        whole.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

pub(super) struct Page {
    pub elements: Vec<Element>,
    pub stretches: Vec<Stretch>,
    pub facts: Facts,
}

impl Page {
    /// Reads a page or a fragment. Linear.
    pub fn read(source: &str) -> Page {
        let root = Element {
            parent: 0,
            name: "#root",
            other: 0,
            marks: Marks::default(),
            class: String::new(),
            roles: String::new(),
            link: false,
            other_item: None,
            hidden: false,
            first: 0,
            n_images: 0,
            n_inputs: 0,
            n_embeds: 0,
        };
        let page = Page {
            elements: vec![root],
            stretches: Vec::new(),
            facts: Facts::default(),
        };
        let mut builder = Builder {
            source,
            page,
            stack: vec![0],
            too_deep: 0,
            links: 0,
            fresh: true,
            blank: false,
            breaks: 0,
            raw: None,
            known: HashMap::new(),
        };
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(bounded(source).as_ref(), emitter).flatten() {
            builder.token(token);
        }
        builder.page
    }

    /// The element and what it stands in, innermost first. At most [`MAX_DEPTH`] steps.
    pub fn ancestors(&self, element: usize) -> impl Iterator<Item = usize> + '_ {
        let mut next = Some(element);
        std::iter::from_fn(move || {
            let here = next?;
            next = (here != 0).then(|| self.elements[here].parent);
            Some(here)
        })
    }

    pub fn within(&self, element: usize, names: &[&str]) -> bool {
        self.ancestors(element)
            .any(|above| names.contains(&self.elements[above].name))
    }
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

pub(super) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Builds a page from its tokens.
struct Builder<'s> {
    source: &'s str,
    page: Page,
    /// Open elements, innermost last.
    stack: Vec<usize>,
    /// Open elements beyond the deepest that is followed.
    too_deep: usize,
    /// Open links.
    links: usize,
    /// Whether the next text begins a new stretch.
    fresh: bool,
    /// Whether the stretch so far ends with white space.
    blank: bool,
    /// Line breaks since the last word.
    breaks: usize,
    /// The skipped element that is open.
    raw: Option<Raw>,
    /// What class and id tell, by their words: pages repeat them.
    known: HashMap<String, Marks>,
}

/// A skipped element that is open.
struct Raw {
    name: &'static str,
    /// Open elements of the same name inside.
    nested: usize,
    holds: Holds,
}

#[derive(Clone, Copy, PartialEq)]
enum Holds {
    JsonLd,
    State,
    Title,
    Other,
}

impl Builder<'_> {
    fn token(&mut self, token: Token<usize>) {
        match token {
            Token::StartTag(tag) => self.start(&tag),
            Token::EndTag(tag) => self.end(name_of(&tag.name)),
            Token::String(string) => {
                let length = self.source.len();
                let span =
                    ByteSpan::new(string.span.start.min(length), string.span.end.min(length));
                self.text(&String::from_utf8_lossy(&string.value), span);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let (name, other) = name_of(&tag.name);
        let span = ByteSpan::new(tag.span.start, tag.span.end.min(self.source.len()));
        let attribute = |wanted: &str| {
            let (_, value) = tag
                .attributes
                .iter()
                .find(|(name, _)| name.as_slice() == wanted.as_bytes())?;
            Some(String::from_utf8_lossy(value).into_owned())
        };
        self.facts(name, &attribute, span);
        if let Some(raw) = &mut self.raw {
            // Nothing inside a skipped element is read, but nested ones of its kind are counted. A block ends a drawing
            // or the note of a formula that was never ended.
            if !(matches!(raw.name, "svg" | "annotation" | "annotation-xml") && is_block(name)) {
                raw.nested += usize::from(raw.name == name && !tag.self_closing);
                return;
            }
            self.raw = None;
        }
        if name == "br" {
            self.line_break(span);
            return;
        }
        let block = is_block(name);
        self.fresh |= block;
        if VOID.contains(&name) {
            let above = self.top();
            match name {
                "img" => self.page.elements[above].n_images += 1,
                "input" if attribute("type").is_none_or(|kind| kind != "hidden") => {
                    self.page.elements[above].n_inputs += 1;
                }
                "embed" => self.page.elements[above].n_embeds += 1,
                _ => {}
            }
            return;
        }
        self.imply_ends(name);
        if tag.self_closing && matches!(name, "svg" | "math") {
            return;
        }
        if matches!(name, "iframe" | "object" | "video") {
            let above = self.top();
            self.page.elements[above].n_embeds += 1;
        }
        if !SKIPPED.contains(&name) {
            self.push(name, other, &attribute);
        } else {
            let kind = attribute("type").unwrap_or_default().to_ascii_lowercase();
            let raw = match name {
                "script" if kind.contains("ld+json") => Holds::JsonLd,
                "script"
                    if kind.contains("json") || kind.is_empty() || kind.contains("javascript") =>
                {
                    Holds::State
                }
                "title" => Holds::Title,
                _ => Holds::Other,
            };
            self.raw = Some(Raw {
                name,
                nested: 0,
                holds: raw,
            });
            if raw == Holds::JsonLd {
                self.page.facts.json_ld.push((String::new(), span));
            }
        }
    }

    fn facts(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>, span: ByteSpan) {
        let element = self.top();
        // What is said of a film, picture or comment on the page is not said of the page.
        let of_other = attribute("itemprop").is_some()
            && self
                .page
                .ancestors(element)
                .find_map(|up| self.page.elements[up].other_item)
                .unwrap_or(false);
        let facts = &mut self.page.facts;
        let is_change = attribute("itemprop")
            .is_some_and(|property| property.eq_ignore_ascii_case("datemodified"));
        let dated = |value: &String| value.bytes().any(|byte| byte.is_ascii_digit());
        match name {
            "meta" => {
                let named = ["property", "name"].into_iter();
                let keys = named
                    .chain((!of_other).then_some("itemprop"))
                    .filter_map(attribute);
                if let Some(content) =
                    attribute("content").filter(|content| !content.trim().is_empty())
                {
                    let keys: String = keys.collect::<Vec<_>>().join(" ");
                    // The name of what the element around it is: the publisher of microdata.
                    if attribute("itemprop").as_deref() == Some("name")
                        && self.page.elements[element]
                            .roles
                            .split(' ')
                            .any(|role| role == "publisher")
                    {
                        facts
                            .properties
                            .push(("publisher".into(), content.clone(), span));
                    }
                    for key in
                        keys.split_whitespace()
                            .take(if facts.meta.len() < 2_000 { 8 } else { 0 })
                    {
                        facts.meta.push((key.to_lowercase(), content.clone(), span));
                    }
                }
            }
            "link" if attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                // An address without its site is none.
                facts.canonical = attribute("href")
                    .filter(|href| href.trim().starts_with("http"))
                    .map(|href| (href, span));
            }
            "html" => facts.language = attribute("lang").map(|language| (language, span)),
            "time" if !is_change => facts
                .times
                .extend(attribute("datetime").map(|date| (date, span, element))),
            "abbr" if !is_change => facts.times.extend(
                attribute("title")
                    .filter(dated)
                    .map(|date| (date, span, element)),
            ),
            _ => {
                let published = [
                    "data-publishtime",
                    "data-publish-time",
                    "data-published",
                    "data-pubdate",
                ];
                let value = published.into_iter().find_map(attribute).filter(dated);
                facts.times.extend(value.map(|date| (date, span, element)));
            }
        }
        if name != "meta" && !of_other {
            if let Some(property) = attribute("itemprop") {
                if let Some(value) = attribute("content").or_else(|| attribute("datetime")) {
                    facts
                        .properties
                        .push((property.to_lowercase(), value, span));
                }
            }
        }
    }

    fn top(&self) -> usize {
        self.stack.last().copied().unwrap_or(0)
    }

    /// What an element ends by starting.
    fn imply_ends(&mut self, name: &str) {
        match name {
            "li" => self.close_implied(&["li"], &["ul", "ol", "menu"]),
            "td" | "th" => self.close_implied(&["td", "th"], &["tr", "table"]),
            "tr" => self.close_implied(&["tr"], &["table", "tbody", "thead", "tfoot"]),
            "tbody" | "thead" | "tfoot" => {
                self.close_implied(&["tbody", "thead", "tfoot"], &["table"])
            }
            "dd" | "dt" => self.close_implied(&["dd", "dt"], &["dl"]),
            "option" => self.close_implied(&["option"], &["select"]),
            "body" => self.close_implied(&["head"], &[]),
            // A link can't stand in a link: an earlier one was never ended.
            "a" => {
                let open = self
                    .stack
                    .iter()
                    .rposition(|&element| self.name(element) == "a");
                if let Some(open) = open {
                    if !self.stack[open..]
                        .iter()
                        .any(|&element| is_block(self.name(element)))
                    {
                        self.close_to(open);
                    }
                }
            }
            _ => {}
        }
        if is_block(name) {
            self.close_implied(
                &["p"],
                &[
                    "td",
                    "th",
                    "li",
                    "div",
                    "section",
                    "article",
                    "blockquote",
                    "button",
                ],
            );
        }
    }

    fn name(&self, element: usize) -> &'static str {
        self.page.elements[element].name
    }

    fn push(&mut self, name: &'static str, other: u64, attribute: &dyn Fn(&str) -> Option<String>) {
        if self.stack.len() >= MAX_DEPTH || self.page.elements.len() >= MAX_ELEMENTS {
            self.too_deep += 1;
            return;
        }
        let class = attribute("class").unwrap_or_default();
        // An address inside the page that a heading gave: "sharing-with-a-single-developer".
        let is_slug = |id: &String| id.split('-').filter(|word| !word.is_empty()).count() > SLUG;
        let id = attribute("id")
            .filter(|id| !(matches!(name, "div" | "section") || is_heading(name)) || !is_slug(id));
        let words = [
            Some(class.clone()),
            id,
            attribute("data-component"),
            attribute("data-testid"),
        ];
        let words = marks::words(words.iter().flatten().map(String::as_str));
        let marks = match self.known.get(&words) {
            Some(&marks) => marks,
            None => {
                let marks = marks::lists_of(&words);
                self.known.insert(words, marks);
                marks
            }
        };
        let roles = ["itemprop", "rel", "role", "aria-modal"]
            .into_iter()
            .filter_map(attribute);
        let style = attribute("style")
            .unwrap_or_default()
            .replace(' ', "")
            .to_ascii_lowercase();
        let hidden = attribute("hidden").is_some()
            || style.contains("display:none")
            || style.contains("visibility:hidden")
            || attribute("aria-hidden").is_some_and(|value| value == "true");
        let item = attribute("itemscope").map(|_| attribute("itemtype").unwrap_or_default());
        let element = Element {
            parent: self.top(),
            name,
            other,
            marks,
            class,
            roles: roles.collect::<Vec<_>>().join(" ").to_lowercase(),
            link: name == "a" && attribute("href").is_some(),
            other_item: item.map(|item| {
                OTHER_ITEMS
                    .iter()
                    .any(|other| item.trim_end_matches('/').ends_with(other))
            }),
            hidden,
            first: self.page.stretches.len(),
            n_images: 0,
            n_inputs: 0,
            n_embeds: 0,
        };
        self.links += usize::from(element.link);
        self.page.elements.push(element);
        self.stack.push(self.page.elements.len() - 1);
    }

    fn close_implied(&mut self, names: &[&str], limits: &[&str]) {
        for at in (1..self.stack.len()).rev() {
            let name = self.name(self.stack[at]);
            if names.contains(&name) {
                self.close_to(at);
                return;
            }
            if limits.contains(&name) {
                return;
            }
        }
    }

    fn end(&mut self, (name, other): (&'static str, u64)) {
        if let Some(raw) = &mut self.raw {
            match raw.nested {
                0 if raw.name == name => self.raw = None,
                _ => raw.nested -= usize::from(raw.name == name),
            }
            return;
        }
        if self.too_deep > 0 && !VOID.contains(&name) {
            self.too_deep -= 1;
            self.fresh |= is_block(name);
            return;
        }
        if matches!(name, "body" | "html") {
            return;
        }
        let block = is_block(name);
        self.fresh |= block;
        for at in (1..self.stack.len()).rev() {
            let open = self.name(self.stack[at]);
            if open == name && self.page.elements[self.stack[at]].other == other {
                self.close_to(at);
                return;
            }
            let stops = match name {
                "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" => open == "table",
                "li" => matches!(open, "ul" | "ol" | "menu" | "table" | "td" | "th"),
                _ if block => matches!(open, "table" | "td" | "th" | "caption") && name != "table",
                _ => is_block(open),
            };
            if stops {
                return;
            }
        }
    }

    fn close_to(&mut self, length: usize) {
        while self.stack.len() > length.max(1) {
            if let Some(element) = self.stack.pop() {
                self.fresh |= is_block(self.name(element));
                self.links -= usize::from(self.page.elements[element].link);
            }
        }
    }

    /// One break is a blank, two part paragraphs.
    fn line_break(&mut self, span: ByteSpan) {
        self.breaks += 1;
        if self.breaks > 1 {
            self.fresh = true;
        } else {
            self.run(" ", span);
        }
    }

    fn text(&mut self, text: &str, span: ByteSpan) {
        if let Some(raw) = &self.raw {
            let facts = &mut self.page.facts;
            match raw.holds {
                Holds::JsonLd => {
                    facts.states.push(span);
                    if let Some(last) = facts.json_ld.last_mut() {
                        last.0.push_str(text);
                        last.1 = span;
                    }
                }
                Holds::State => facts.states.push(span),
                Holds::Title if facts.title.is_none() && !text.trim().is_empty() => {
                    facts.title = Some((text.trim().to_string(), span));
                }
                _ => {}
            }
            return;
        }
        if !text.trim().is_empty() {
            self.breaks = 0;
        }
        let raw = span.of(self.source);
        if raw == text {
            self.run(text, span);
        } else {
            align(text, raw, span.start, |text, span| self.run(text, span));
        }
    }

    fn run(&mut self, text: &str, span: ByteSpan) {
        if text.is_empty() || (self.fresh && text.trim().is_empty()) {
            return;
        }
        let element = self.top();
        if self.fresh {
            let block = self
                .page
                .ancestors(element)
                .find(|&above| is_block(self.name(above)))
                .unwrap_or(0);
            let stretch = Stretch {
                element: block,
                runs: Vec::new(),
                length: 0,
                linked: 0,
                commas: 0,
            };
            self.page.stretches.push(stretch);
            (self.fresh, self.blank) = (false, true);
        }
        let Some(stretch) = self.page.stretches.last_mut() else {
            return;
        };
        let before = stretch.length;
        for letter in text.chars() {
            let blank = letter.is_whitespace();
            stretch.length += usize::from(!blank || !self.blank);
            stretch.commas += usize::from(is_comma(letter));
            self.blank = blank;
        }
        if self.links > 0 {
            stretch.linked += stretch.length - before;
        }
        stretch.runs.push((
            element,
            Run {
                text: text.to_string(),
                source: span,
            },
        ));
    }
}

/// The commas of the world's scripts.
fn is_comma(letter: char) -> bool {
    matches!(
        letter,
        ',' | '،' | '﹐' | '︐' | '︑' | '⹁' | '⸴' | '⸲' | '，' | '、'
    )
}

/// A known name and 0, or `""` and the hash of another (FNV-1a).
fn name_of(name: &[u8]) -> (&'static str, u64) {
    let known = std::str::from_utf8(name)
        .ok()
        .and_then(|name| NAMES.binary_search(&name).ok());
    match known {
        Some(at) => (NAMES[at], 0),
        None => {
            let step =
                |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
            ("", name.iter().fold(0xcbf2_9ce4_8422_2325, step))
        }
    }
}
