//! HTML → drafts and metadata. The tokenizer is html5gum, which knows where each token stands; the tree is only as
//! deep as main content needs: elements with their parents, and the blocks of text between them.
//!
//! Main content is what a page marks as its article body, else the element whose paragraphs hold the most text for
//! the fewest links (after Readability). Class and id words that mark furniture are in `furniture.txt`. Known to go
//! wrong on pages whose text sits in scripts only.

use super::draft::{Draft, Run};
use super::{Found, Metadata, dates, lines, metadata};
use crate::report::BlockKind;
use crate::span::ByteSpan;
use html5gum::{DefaultEmitter, Token, Tokenizer};
use std::collections::HashSet;
use std::sync::LazyLock;

static FURNITURE: LazyLock<HashSet<&str>> = LazyLock::new(|| words(include_str!("furniture.txt")));

fn words(list: &'static str) -> HashSet<&'static str> {
    list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
}

const BLOCKS: [&str; 40] = [
    "address", "article", "aside", "blockquote", "body", "button", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul",
];

const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
];

/// Elements whose content is no text of the article.
const SKIPPED: [&str; 16] = [
    "script", "style", "noscript", "template", "svg", "iframe", "select", "textarea", "button", "object", "canvas", "math",
    "video", "audio", "title", "head",
];

/// Deepest nesting that is followed; deeper elements are read as if they were their parent.
const MAX_DEPTH: usize = 500;

/// Reads a page or a fragment. Linear.
pub(super) fn read(source: &str, metadata: &mut Metadata) -> Vec<Draft> {
    let page = Page::read(source);
    metadata::of_page(&page.facts, metadata);
    page.drafts(metadata)
}

/// What a page says of itself outside its text.
#[derive(Default)]
pub(super) struct Facts {
    /// `name` or `property` of each `meta`, in lower case, its content and place.
    pub meta: Vec<(String, String, ByteSpan)>,
    /// Content of each JSON-LD script.
    pub json_ld: Vec<(String, ByteSpan)>,
    pub canonical: Option<(String, ByteSpan)>,
    pub title: Option<(String, ByteSpan)>,
    pub language: Option<(String, ByteSpan)>,
    /// `datetime` of the first `time` elements.
    pub times: Vec<(String, ByteSpan)>,
}

struct Element {
    parent: usize,
    name: String,
    /// Words of class and id.
    classes: Vec<String>,
    body: bool,
    /// `itemprop`, `rel` and `role`.
    roles: String,
}

/// A stretch of text between two block boundaries.
struct Stretch {
    element: usize,
    runs: Vec<Run>,
    linked: usize,
    letters: usize,
    /// Inline elements with a telling class or `rel` inside: author, credit, date.
    inline: Vec<usize>,
}

struct Page {
    elements: Vec<Element>,
    stretches: Vec<Stretch>,
    facts: Facts,
}

impl Page {
    fn read(source: &str) -> Page {
        let mut reader = Reader {
            source,
            page: Page { elements: vec![Element { parent: 0, name: "#root".into(), classes: Vec::new(), body: false, roles: String::new() }], stretches: Vec::new(), facts: Facts::default() },
            stack: vec![0],
            links: 0,
            fresh: true,
            raw: None,
        };
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(source, emitter).flatten() {
            reader.token(token);
        }
        reader.page
    }

    fn ancestors(&self, element: usize) -> impl Iterator<Item = usize> + '_ {
        let mut next = Some(element);
        std::iter::from_fn(move || {
            let here = next?;
            next = (here != 0).then(|| self.elements[here].parent);
            Some(here)
        })
    }
}

struct Reader<'s> {
    source: &'s str,
    page: Page,
    /// Open elements, innermost last.
    stack: Vec<usize>,
    /// Open links.
    links: usize,
    /// Whether the next text begins a new stretch.
    fresh: bool,
    /// The skipped element that is open, with its place in the stack and what is gathered from it.
    raw: Option<(usize, String, ByteSpan)>,
}

impl Reader<'_> {
    fn token(&mut self, token: Token<usize>) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let attribute = |wanted: &str| {
                    let found = tag.attributes.iter().find(|(name, _)| name.as_slice() == wanted.as_bytes())?;
                    let value = String::from_utf8_lossy(found.1).into_owned();
                    Some((value, ByteSpan::new(tag.span.start, tag.span.end.min(self.source.len()))))
                };
                self.facts(&name, &attribute);
                let json = attribute("type").is_some_and(|(kind, _)| kind.contains("ld+json"));
                let text = |wanted: &str| attribute(wanted).map_or_else(String::new, |(value, _)| value.to_lowercase());
                let classes = format!("{} {} {}", text("class"), text("id"), text("data-component"));
                let roles = format!("{} {} {} {}", text("itemprop"), text("rel"), text("role"), text("aria-label"));
                let hidden = attribute("hidden").is_some() || text("style").replace(' ', "").contains("display:none") || text("aria-hidden") == "true";
                self.start(&name, &classes, roles, tag.self_closing, json, hidden);
            }
            Token::EndTag(tag) => self.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(string) => {
                let text = String::from_utf8_lossy(&string.value).into_owned();
                self.text(&text, ByteSpan::new(string.span.start.min(self.source.len()), string.span.end.min(self.source.len())));
            }
            _ => {}
        }
    }

    fn facts(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<(String, ByteSpan)>) {
        let facts = &mut self.page.facts;
        match name {
            "meta" => {
                let key = attribute("property").or_else(|| attribute("name")).or_else(|| attribute("itemprop"));
                if let (Some((key, span)), Some((content, _))) = (key, attribute("content")) {
                    facts.meta.push((key.to_lowercase(), content, span));
                }
            }
            "link" if attribute("rel").is_some_and(|(rel, _)| rel == "canonical") => facts.canonical = attribute("href"),
            "html" => facts.language = attribute("lang"),
            "time" => facts.times.extend(attribute("datetime")),
            _ => {}
        }
    }

    fn start(&mut self, name: &str, classes: &str, roles: String, self_closing: bool, json: bool, hidden: bool) {
        if self.raw.is_some() && name != "meta" {
            // Nothing inside a skipped element is read, but nested ones of its kind are counted.
            if !VOID.contains(&name) && !self_closing {
                self.push(name, classes, roles);
            }
            return;
        }
        let block = BLOCKS.contains(&name);
        if name == "br" || name == "wbr" {
            if name == "br" {
                let at = self.here();
                self.run(" ", at);
            }
            return;
        }
        if block {
            self.fresh = true;
        }
        if VOID.contains(&name) {
            return;
        }
        // What these end by starting.
        match name {
            "li" => self.close_implied(&["li"], &["ul", "ol"]),
            "td" | "th" => self.close_implied(&["td", "th"], &["tr", "table"]),
            "tr" => self.close_implied(&["tr"], &["table"]),
            "dd" | "dt" => self.close_implied(&["dd", "dt"], &["dl"]),
            _ if block => self.close_implied(&["p"], &["td", "th", "li", "div", "section", "article", "blockquote", "button"]),
            _ => {}
        }
        let svg = matches!(name, "svg" | "math");
        if self_closing && !block && !svg {
            return;
        }
        self.push(name, classes, roles);
        if name == "a" {
            self.links += 1;
        }
        if name != "head" && (SKIPPED.contains(&name) || hidden) && !self_closing {
            let kind = if json { "json" } else { name };
            self.raw = Some((self.stack.len(), kind.to_string(), ByteSpan::default()));
            self.page.facts.json_ld.extend(json.then(|| (String::new(), ByteSpan::default())));
        }
        if self_closing {
            self.end(name);
        }
    }

    fn push(&mut self, name: &str, classes: &str, roles: String) {
        let parent = self.stack.last().copied().unwrap_or(0);
        if self.stack.len() >= MAX_DEPTH {
            // As deep as is followed: the element is counted as its parent again.
            self.stack.push(parent);
            return;
        }
        let words = classes.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let element = Element {
            parent,
            name: name.to_string(),
            classes: words.map(str::to_string).collect(),
            body: roles.contains("articlebody") || classes.contains("articlebody") || classes.contains("article-body") || classes.contains("story-body") || classes.contains("entry-content") || classes.contains("post-content") || classes.contains("article__body"),
            roles,
        };
        self.page.elements.push(element);
        self.stack.push(self.page.elements.len() - 1);
    }

    fn close_implied(&mut self, names: &[&str], limits: &[&str]) {
        let found = self.stack.iter().rposition(|&element| names.contains(&self.page.elements[element].name.as_str()));
        let limit = self.stack.iter().rposition(|&element| limits.contains(&self.page.elements[element].name.as_str())).unwrap_or(0);
        if let Some(found) = found.filter(|&found| found > limit && self.stack.len() - found < 32) {
            self.close_to(found);
        }
    }

    fn end(&mut self, name: &str) {
        // Only what is near is looked for, so that stray end tags stay cheap.
        let window = self.stack.len().saturating_sub(64).max(1);
        let found = (window..self.stack.len()).rev().find(|&at| self.page.elements[self.stack[at]].name == name);
        if let Some(found) = found {
            self.close_to(found);
        } else if name == "p" {
            self.fresh = true;
        }
    }

    fn close_to(&mut self, length: usize) {
        while self.stack.len() > length.max(1) {
            if let Some(element) = self.stack.pop() {
                let name = self.page.elements[element].name.as_str();
                self.fresh |= BLOCKS.contains(&name);
                if name == "a" {
                    self.links = self.links.saturating_sub(1);
                }
            }
        }
        if self.raw.as_ref().is_some_and(|(depth, _, _)| self.stack.len() < *depth) {
            self.raw = None;
        }
    }

    fn here(&self) -> ByteSpan {
        let at = self.page.stretches.last().and_then(|stretch| stretch.runs.last()).map_or(0, |run| run.source.end);
        ByteSpan::new(at, at)
    }

    fn text(&mut self, text: &str, span: ByteSpan) {
        if let Some((_, kind, _)) = &self.raw {
            match kind.as_str() {
                "json" => {
                    if let Some(last) = self.page.facts.json_ld.last_mut() {
                        last.0.push_str(text);
                        last.1 = span;
                    }
                }
                "title" if self.page.facts.title.is_none() => self.page.facts.title = Some((text.trim().to_string(), span)),
                _ => {}
            }
            return;
        }
        let raw = span.of(self.source);
        if raw == text {
            self.run(text, span);
        } else {
            self.aligned(text, raw, span.start);
        }
    }

    /// Text with character references: each reference is a run of its own.
    fn aligned(&mut self, text: &str, raw: &str, base: usize) {
        let (mut decoded, mut at) = (text.chars().peekable(), 0);
        let mut plain_from = 0;
        while let Some(letter) = raw[at..].chars().next() {
            let reference = if letter == '&' { reference_length(&raw[at..]) } else { 0 };
            let line_end = raw[at..].starts_with("\r\n");
            let same = decoded.peek() == Some(&letter);
            if line_end || letter == '\r' || reference > 0 && (!same || raw[at..].starts_with("&amp")) {
                self.run(&raw[plain_from..at], ByteSpan::new(base + plain_from, base + at));
                let length = if line_end { 2 } else { reference.max(1) };
                let Some(first) = decoded.next() else { break };
                let mut value = first.to_string();
                // A few references stand for two characters.
                let follows = raw[at + length..].chars().next();
                if reference > 0 && decoded.peek().is_some() && decoded.peek() != follows.as_ref() && follows != Some('&') && follows != Some('\r') {
                    value.extend(decoded.next());
                }
                self.run(&value, ByteSpan::new(base + at, base + at + length));
                at += length;
                plain_from = at;
            } else {
                decoded.next();
                at += letter.len_utf8();
            }
        }
        self.run(&raw[plain_from..], ByteSpan::new(base + plain_from, base + raw.len()));
    }

    fn run(&mut self, text: &str, span: ByteSpan) {
        if text.is_empty() || (self.fresh && text.trim().is_empty()) {
            return;
        }
        let element = self.stack.last().copied().unwrap_or(0);
        if self.fresh {
            self.page.stretches.push(Stretch { element: self.block_of(element), runs: Vec::new(), linked: 0, letters: 0, inline: Vec::new() });
            self.fresh = false;
        }
        let letters = text.chars().filter(|letter| !letter.is_whitespace()).count();
        let linked = if self.links > 0 { letters } else { 0 };
        if let Some(stretch) = self.page.stretches.last_mut() {
            stretch.runs.push(Run { text: text.to_string(), source: span });
            stretch.letters += letters;
            stretch.linked += linked;
            if stretch.inline.last() != Some(&element) && element != stretch.element {
                stretch.inline.push(element);
            }
        }
    }

    fn block_of(&self, element: usize) -> usize {
        self.page.ancestors(element).find(|&above| BLOCKS.contains(&self.page.elements[above].name.as_str())).unwrap_or(0)
    }
}

/// Length in bytes of a character reference that ends with `;`, 0 where none stands.
fn reference_length(raw: &str) -> usize {
    let body = raw[1..].bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    if body > 0 && raw.as_bytes().get(1 + body) == Some(&b';') { body + 2 } else { 0 }
}

impl Page {
    fn is_furniture(&self, element: usize) -> bool {
        let found = &self.elements[element];
        let marked = || {
            let classes = &found.classes;
            let pairs = classes.windows(2).any(|pair| FURNITURE.contains(format!("{}-{}", pair[0], pair[1]).as_str()));
            pairs || classes.iter().any(|class| FURNITURE.contains(class.as_str()))
        };
        match found.name.as_str() {
            "nav" | "form" | "dialog" | "footer" | "aside" => true,
            "body" | "html" | "main" | "article" | "#root" => false,
            "header" => !self.ancestors(element).any(|above| matches!(self.elements[above].name.as_str(), "article" | "main")),
            _ => found.roles.contains("navigation") || found.roles.contains("dialog") || found.roles.contains("complementary") || (marked() && !found.body),
        }
    }

    fn has_class(&self, element: usize, words: &[&str]) -> bool {
        self.elements[element].classes.iter().any(|class| words.contains(&class.as_str()))
    }

    /// The element that holds the article's body.
    fn main(&self, furniture: &[bool]) -> usize {
        let mut scores = vec![0.0f64; self.elements.len()];
        let mut totals = vec![0usize; self.elements.len()];
        for stretch in &self.stretches {
            if furniture[stretch.element] || stretch.letters < 25 {
                continue;
            }
            let plain = stretch.letters.saturating_sub(stretch.linked) as f64;
            if (stretch.linked as f64) > 0.5 * stretch.letters as f64 {
                continue;
            }
            let paragraph = matches!(self.elements[stretch.element].name.as_str(), "p" | "li" | "blockquote" | "pre" | "td");
            let holder = if paragraph { self.elements[stretch.element].parent } else { stretch.element };
            for (distance, above) in self.ancestors(holder).take(6).enumerate() {
                scores[above] += plain / (1 << distance) as f64;
            }
            for above in self.ancestors(stretch.element) {
                totals[above] += stretch.letters;
            }
        }
        let whole = totals[0].max(1);
        let marked = |test: &dyn Fn(usize) -> bool, share: f64| {
            let fitting = (1..self.elements.len()).filter(|&element| !furniture[element] && test(element) && totals[element] as f64 >= share * whole as f64);
            fitting.max_by_key(|&element| (totals[element], std::cmp::Reverse(element)))
        };
        let body = marked(&|element| self.elements[element].body, 0.35);
        let article = marked(&|element| self.elements[element].name == "article", 0.5);
        body.or(article).unwrap_or_else(|| {
            let mut best = 0;
            for element in 1..self.elements.len() {
                if scores[element] > scores[best] || best == 0 && scores[element] > 0.0 {
                    best = element;
                }
            }
            // A sibling with as much text belongs to it: take what holds most of the page's text.
            let enough = totals[best] as f64 >= 0.6 * whole as f64;
            if enough { best } else {
                self.ancestors(best).find(|&above| totals[above] as f64 >= 0.6 * whole as f64).unwrap_or(0)
            }
        })
    }

    fn drafts(self, metadata: &mut Metadata) -> Vec<Draft> {
        let mut furniture = vec![false; self.elements.len()];
        for element in 1..self.elements.len() {
            furniture[element] = furniture[self.elements[element].parent] || self.is_furniture(element);
        }
        let main = self.main(&furniture);
        let mut inside = vec![false; self.elements.len()];
        inside[main] = true;
        for element in 1..self.elements.len() {
            inside[element] = element == main || inside[self.elements[element].parent];
        }
        let title_words = metadata.title.as_ref().map(|title| title.value.to_lowercase());
        let mut title_seen = false;
        let mut body_seen = false;
        let mut drafts = Vec::new();
        for stretch in &self.stretches {
            let draft = Draft { kind: BlockKind::Paragraph, runs: stretch.runs.clone() };
            let text = draft.text();
            if text.is_empty() {
                continue;
            }
            let kind = self.kind(stretch, &text, &furniture, &inside, body_seen, title_words.as_deref(), title_seen);
            title_seen |= kind == BlockKind::Title;
            body_seen |= kind == BlockKind::Paragraph;
            if kind == BlockKind::Caption {
                drafts.extend(self.caption(stretch, draft));
            } else {
                drafts.push(Draft { kind, ..draft });
            }
        }
        self.visible_facts(metadata);
        pull_quotes(&mut drafts);
        drafts
    }

    /// What a stretch of text is, by where it stands and how it is worded.
    #[allow(clippy::too_many_arguments)]
    fn kind(&self, stretch: &Stretch, text: &str, furniture: &[bool], inside: &[bool], body_seen: bool, title: Option<&str>, title_seen: bool) -> BlockKind {
        let element = stretch.element;
        let name = self.elements[element].name.as_str();
        let above = || self.ancestors(element);
        let within = |names: &[&str]| above().any(|up| names.contains(&self.elements[up].name.as_str()));
        let classed = |words: &[&str]| above().take(4).chain(stretch.inline.iter().copied()).any(|up| self.has_class(up, words));
        let recognised = lines::recognise(text);
        let link_list = stretch.linked * 10 > stretch.letters * 8;
        let heading = matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
        let same_as_title = title.is_some_and(|title| text.to_lowercase() == title || name == "h1" && title.starts_with(&text.to_lowercase()));
        if !title_seen && heading && (same_as_title || name == "h1" && !furniture[element]) {
            return BlockKind::Title;
        }
        if within(&["figcaption"]) || within(&["figure"]) && classed(&["caption"]) {
            return BlockKind::Caption;
        }
        if recognised == Some(BlockKind::Notice) && (furniture[element] || inside[element] || within(&["article", "main"])) {
            return BlockKind::Notice;
        }
        if classed(&["pull", "pullquote", "pull-quote"]) {
            return BlockKind::PullQuote;
        }
        if link_list && within(&["article", "main", "section"]) && !within(&["nav", "header", "footer"]) && classed(&["related", "more", "readmore", "recommended"]) {
            return if heading { BlockKind::Furniture } else { BlockKind::Related };
        }
        if furniture[element] || within(&["figure"]) {
            return BlockKind::Furniture;
        }
        if !body_seen && classed(&["standfirst", "subtitle", "sub", "dek", "deck", "subheadline", "subhead", "strapline", "lede", "summary", "description"]) && text.split_whitespace().count() >= 4 {
            return BlockKind::Standfirst;
        }
        if !body_seen && (classed(&["byline", "author", "meta", "dateline", "contributor"]) || name == "address" || recognised == Some(BlockKind::Byline)) && text.split_whitespace().count() <= 25 {
            return if dates::of_line(text).is_some() { BlockKind::Date } else { BlockKind::Byline };
        }
        if !inside[element] {
            return BlockKind::Furniture;
        }
        if classed(&["bio", "correction", "disclaimer", "footnote", "amended", "notice", "about-author"]) && text.split_whitespace().count() <= 90 {
            return BlockKind::Notice;
        }
        if let Some(kind @ (BlockKind::Credit | BlockKind::Date | BlockKind::Related | BlockKind::Address | BlockKind::Furniture)) = recognised { return kind }
        if heading {
            return BlockKind::Heading;
        }
        if link_list && (name != "p" || text.split_whitespace().count() < 4) {
            return if name == "li" { BlockKind::Related } else { BlockKind::Furniture };
        }
        match name {
            "li" | "dd" | "dt" => BlockKind::ListItem,
            "td" | "th" | "tr" | "table" => {
                // Old pages are laid out in tables: long cells are paragraphs.
                if text.split_whitespace().count() > 25 { BlockKind::Paragraph } else { BlockKind::Table }
            }
            _ if within(&["blockquote"]) => BlockKind::Quotation,
            _ if within(&["li"]) => BlockKind::ListItem,
            _ => BlockKind::Paragraph,
        }
    }

    /// Caption and credit, which often share an element.
    fn caption(&self, stretch: &Stretch, draft: Draft) -> Vec<Draft> {
        let text = draft.text();
        let credit = ["Photograph:", "Photo:", "Picture:", "Image:", "Illustration:", "Credit:", "(Photo", "Photo by", "Photograph by"];
        let cut = credit.iter().filter_map(|start| text.find(start)).min();
        let by_class = stretch.inline.iter().any(|&up| self.has_class(up, &["credit", "copyright", "attribution"]));
        match cut {
            Some(0) => vec![Draft { kind: BlockKind::Credit, ..draft }],
            Some(_) | None if cut.is_some() || by_class => {
                let mut caption = Draft::new(BlockKind::Caption);
                let mut credit_draft = Draft::new(BlockKind::Credit);
                let whole: String = draft.runs.iter().map(|run| run.text.as_str()).collect();
                let from = credit.iter().filter_map(|start| whole.find(start)).min().unwrap_or(whole.len());
                let mut at = 0;
                for run in draft.runs {
                    let length = run.text.len();
                    let verbatim = length == run.source.len();
                    if at + length <= from {
                        caption.runs.push(run);
                    } else if at >= from || !verbatim {
                        credit_draft.runs.push(run);
                    } else {
                        let (left, right) = run.text.split_at(from - at);
                        let middle = run.source.start + left.len();
                        caption.runs.push(Run { text: left.to_string(), source: ByteSpan::new(run.source.start, middle) });
                        credit_draft.runs.push(Run { text: right.to_string(), source: ByteSpan::new(middle, run.source.end) });
                    }
                    at += length;
                }
                [caption, credit_draft].into_iter().filter(|draft| !draft.runs.is_empty()).collect()
            }
            _ => vec![Draft { kind: BlockKind::Caption, ..draft }],
        }
    }

    /// Byline and date as the page shows them, where no metadata gave them.
    fn visible_facts(&self, metadata: &mut Metadata) {
        if metadata.byline.is_empty() {
            for stretch in &self.stretches {
                let draft = Draft { kind: BlockKind::Byline, runs: stretch.runs.clone() };
                let author = |up: usize| self.elements[up].roles.contains("author") || self.has_class(up, &["byline", "author"]);
                let marked = author(stretch.element) || stretch.inline.iter().any(|&up| author(up)) || self.ancestors(stretch.element).take(3).any(author);
                let text = draft.text();
                let names = if marked { lines::names(text.trim_start_matches("By ").trim_start_matches("by ")) } else { lines::byline(&text).unwrap_or_default() };
                if !names.is_empty() && text.split_whitespace().count() <= 16 {
                    let found = |value: String| Found { value, origin: "visible_text", source_span: draft.source_span() };
                    metadata.byline = names.into_iter().map(found).collect();
                    break;
                }
            }
        }
        if metadata.published.is_none() {
            let time = self.facts.times.iter().find_map(|(value, span)| Some((dates::of_attribute(value)?, *span)));
            metadata.published = time.map(|(value, span)| Found { value, origin: "time_element", source_span: Some(span) });
        }
    }
}

/// A quotation set large that only repeats a sentence of the body.
fn pull_quotes(drafts: &mut [Draft]) {
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let body: Vec<String> = drafts.iter().filter(|draft| draft.kind == BlockKind::Paragraph).map(|draft| letters(&draft.text())).collect();
    for draft in drafts.iter_mut().filter(|draft| draft.kind == BlockKind::Quotation).take(20) {
        let words = letters(&draft.text());
        if words.len() > 10 && body.iter().any(|paragraph| paragraph.contains(&words)) {
            draft.kind = BlockKind::PullQuote;
        }
    }
}
