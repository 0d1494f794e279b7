//! Which stretches of a page are its article. The method is Readability's (Arc90 2009, later Mozilla), on our own tree:
//! paragraphs give their ancestors a score for length and commas, links take it away; the best element is joined by
//! siblings that look alike, and boxes inside it that look like furniture are dropped. Where little text is left, the
//! page is read again with fewer doubts.
//!
//! Every step is one pass over elements or stretches; looking upwards is bounded by the depth that the tree follows.
//! Known to go wrong on front pages and forums, where no element stands out.

use super::marks::{self, Marks};
use super::tree::{Page, is_block};
use std::borrow::Cow;
use std::collections::HashMap;

/// Fewer characters than this are not believed to be the article.
const ENOUGH: usize = 500;

/// With more than this shown, what is hidden stays hidden.
const LITTLE: usize = 250;

// The numbers are Readability's (mozilla/readability, Readability.js) but where they say otherwise. Lengths are in characters.

/// A caption is shorter than this; ours.
const LONGEST_CAPTION: usize = 400;

/// A table with as many rows, more columns or more cells than these holds data.
const ROWS_OF_DATA: usize = 10;
const COLUMNS_OF_LAYOUT: usize = 4;
const CELLS_OF_LAYOUT: usize = 10;

/// What class and id give to an element or take from it.
const WEIGHT_OF_MARKS: f64 = 25.0;

/// A shorter stretch gives no points; a longer one gives two for being a paragraph, one for each comma, and
/// one for each so many characters, up to a limit.
const SHORTEST_SCORED: usize = 25;
const POINTS_OF_PARAGRAPH: f64 = 2.0;
const LENGTH_OF_POINT: usize = 100;
const MOST_POINTS_OF_LENGTH: usize = 3;

/// How many elements around a stretch get points for it.
const MOST_ANCESTORS: usize = 5;

/// How many of the best elements are compared, which share of the best score makes a rival, and how many rivals in one
/// element make that the article.
const MOST_CANDIDATES: usize = 5;
const SHARE_OF_RIVAL: f64 = 0.75;
const LEAST_RIVALS: usize = 3;

/// Below the best score divided by this no element further up is asked.
const FALL_ABOVE: f64 = 3.0;

/// Of text with a greater share of links nobody reads on.
const LINKS_OF_TEXT: f64 = 0.25;

/// A sibling of the article belongs to it from this share of its score on, and never below this score; one of the same class is
/// given the share beforehand.
const SHARE_OF_SIBLING: f64 = 0.2;
const LEAST_OF_SIBLING: f64 = 10.0;

/// A longer paragraph beside the article may stand there without being a sentence.
const LONG_PARAGRAPH: usize = 80;

/// How many paragraphs of one class, more than half of all, tell that the article is set in that class; ours.
const LEAST_OF_CLASS: usize = 3;

/// How many stretches of an element are asked whether they are a sentence; ours.
const MOST_ASKED: usize = 3;

/// What a box of furniture has: a share of its text in lists that makes it one; with as many commas it is text; items beyond
/// its paragraphs; of its paragraphs one in so many inputs; paragraphs to an image; text to an embedded film; the share of
/// links in a box without and with marks of text; the share of headings that explains a short one.
const SHARE_OF_LISTS: f64 = 0.9;
const COMMAS_OF_TEXT: usize = 10;
const MOST_ITEMS: usize = 100;
const PARAGRAPHS_TO_AN_INPUT: usize = 3;
const PARAGRAPHS_TO_AN_IMAGE: f64 = 0.5;
const MOST_IMAGES: usize = 2;
const TEXT_TO_AN_EMBED: usize = 75;
const MOST_LINKS: f64 = 0.2;
const MOST_LINKS_OF_MARKED: f64 = 0.5;
const SHARE_OF_HEADINGS: f64 = 0.9;

/// A box of buttons that share the page is shorter than this.
const LONGEST_SHARE_BOX: usize = 500;

/// What of a page is the article.
pub(super) struct Content {
    /// For each stretch, whether it is part of the article.
    pub inside: Vec<bool>,
    /// For each element, whether it or what it stands in is furniture.
    pub dropped: Vec<bool>,
}

/// How much is doubted.
#[derive(Clone, Copy)]
struct Doubts {
    /// Elements with unlikely words are left out before anything is scored.
    strip: bool,
    /// Words of class and id change the score.
    weigh: bool,
    /// Boxes inside the article are dropped by their look.
    clean: bool,
    /// Hidden elements are left out.
    hide: bool,
}

/// Finds the article. Linear in elements and stretches.
pub(super) fn find(page: &Page) -> Content {
    let all = Doubts {
        strip: true,
        weigh: true,
        clean: true,
        hide: true,
    };
    let attempts = [
        all,
        Doubts {
            strip: false,
            ..all
        },
        Doubts {
            strip: false,
            weigh: false,
            ..all
        },
        Doubts {
            strip: false,
            weigh: false,
            clean: false,
            ..all
        },
        Doubts {
            strip: false,
            weigh: false,
            clean: false,
            hide: false,
        },
    ];
    let mut best: Option<(usize, Content)> = None;
    for doubts in attempts {
        // Hidden text is read only where the page shows almost nothing.
        if !doubts.hide && best.as_ref().is_some_and(|(longest, _)| *longest >= LITTLE) {
            break;
        }
        let content = Attempt::new(page, doubts).content();
        let chosen = page
            .stretches
            .iter()
            .zip(&content.inside)
            .filter(|(_, inside)| **inside);
        let length = chosen.map(|(stretch, _)| stretch.length).sum();
        if best.as_ref().is_none_or(|(longest, _)| length > *longest) {
            best = Some((length, content));
        }
        if length >= ENOUGH {
            break;
        }
    }
    best.map_or_else(
        || Content {
            inside: Vec::new(),
            dropped: Vec::new(),
        },
        |(_, content)| content,
    )
}

/// What an element holds, dropped parts apart.
#[derive(Clone, Copy, Default)]
struct Sums {
    length: usize,
    linked: usize,
    /// Characters of long stretches with few links.
    prose: usize,
    commas: usize,
    headings: usize,
    lists: usize,
    paragraphs: usize,
    items: usize,
    images: usize,
    inputs: usize,
    embeds: usize,
    rows: usize,
    cells: usize,
    header_cells: usize,
    tables: usize,
    captions: usize,
}

impl Sums {
    fn add(&mut self, other: Sums) {
        self.length += other.length;
        self.linked += other.linked;
        self.prose += other.prose;
        self.commas += other.commas;
        self.headings += other.headings;
        self.lists += other.lists;
        self.paragraphs += other.paragraphs;
        self.items += other.items;
        self.images += other.images;
        self.inputs += other.inputs;
        self.embeds += other.embeds;
        self.rows += other.rows;
        self.cells += other.cells;
        self.header_cells += other.header_cells;
        self.tables += other.tables;
        self.captions += other.captions;
    }

    fn link_density(&self) -> f64 {
        share(self.linked, self.length)
    }

    /// A picture or film with its caption.
    fn is_picture(&self) -> bool {
        self.images + self.embeds == 1
            && self.captions > 0
            && self.linked == 0
            && self.length < LONGEST_CAPTION
    }

    /// A table of data, not one that lays the page out.
    fn is_data(&self) -> bool {
        let (rows, columns) = (self.rows, self.cells / self.rows.max(1));
        match () {
            _ if self.header_cells > 0 => true,
            _ if self.tables > 0 || rows <= 1 || columns <= 1 => false,
            _ => {
                rows >= ROWS_OF_DATA
                    || columns > COLUMNS_OF_LAYOUT
                    || rows * columns > CELLS_OF_LAYOUT
            }
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

struct Attempt<'p> {
    page: &'p Page,
    doubts: Doubts,
    dropped: Vec<bool>,
    /// What each element holds, furniture apart.
    sums: Vec<Sums>,
    /// Elements with a block among their children.
    has_blocks: Vec<bool>,
    /// Stretches and elements directly inside.
    n_stretches: Vec<usize>,
    n_children: Vec<usize>,
    /// Points by paragraphs; `None` where no paragraph gave any.
    scores: Vec<Option<f64>>,
}

impl<'p> Attempt<'p> {
    fn new(page: &'p Page, doubts: Doubts) -> Self {
        let n = page.elements.len();
        let mut has_blocks = vec![false; n];
        let (mut n_stretches, mut n_children) = (vec![0; n], vec![0; n]);
        for element in page.elements.iter().skip(1) {
            has_blocks[element.parent] |= is_block(element.name);
            n_children[element.parent] += 1;
        }
        for stretch in &page.stretches {
            n_stretches[stretch.element] += 1;
        }
        let mut attempt = Attempt {
            page,
            doubts,
            dropped: vec![false; n],
            sums: Vec::new(),
            has_blocks,
            n_stretches,
            n_children,
            scores: vec![None; n],
        };
        let whole = attempt.sum(|_, _| false);
        for element in 1..n {
            let parent = page.elements[element].parent;
            attempt.dropped[element] =
                attempt.dropped[parent] || attempt.is_furniture(element, &whole);
        }
        attempt.sums = attempt.sum(|_, _| false);
        attempt
    }

    fn name(&self, element: usize) -> &'static str {
        self.page.elements[element].name
    }

    fn marks(&self, element: usize) -> Marks {
        self.page.elements[element].marks
    }

    /// What each element holds; `leave` says of a finished element whether it adds nothing to its parent.
    fn sum(&self, mut leave: impl FnMut(usize, &Sums) -> bool) -> Vec<Sums> {
        let mut sums = vec![Sums::default(); self.page.elements.len()];
        for stretch in &self.page.stretches {
            if self.dropped[stretch.element] {
                continue;
            }
            let own = &mut sums[stretch.element];
            own.length += stretch.length;
            own.linked += stretch.linked;
            own.prose += if stretch.is_prose() {
                stretch.length
            } else {
                0
            };
            own.commas += stretch.commas;
            let name = self.name(stretch.element);
            own.paragraphs += usize::from(!matches!(
                name,
                "li" | "td" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
            ));
        }
        for element in (1..sums.len()).rev() {
            if self.dropped[element] {
                continue;
            }
            let node = &self.page.elements[element];
            let own = &mut sums[element];
            own.images += node.n_images as usize;
            own.inputs += node.n_inputs as usize;
            own.embeds += node.n_embeds as usize;
            let finished = *own;
            if leave(element, &finished) {
                continue;
            }
            let mut given = finished;
            given.captions += usize::from(
                node.marks.has(marks::CAPTION) && (1..LONGEST_CAPTION).contains(&given.length),
            );
            match node.name {
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => given.headings = given.length,
                "ul" | "ol" => given.lists = given.length,
                "li" => given.items += 1,
                "tr" => given.rows += 1,
                "td" => given.cells += 1,
                "th" => {
                    given.cells += 1;
                    given.header_cells += 1;
                }
                "table" => {
                    (given.rows, given.cells, given.header_cells, given.tables) =
                        (0, 0, 0, given.tables + 1)
                }
                _ => {}
            }
            sums[node.parent].add(given);
        }
        sums
    }

    /// Whether an element is furniture by its name, role or marks. Not said of what holds much of the page's prose, unless
    /// it is apart from the text, as comments and galleries are.
    fn is_furniture(&self, element: usize, whole: &[Sums]) -> bool {
        let node = &self.page.elements[element];
        if node.hidden && self.doubts.hide {
            return true;
        }
        let plain = |sums: &Sums| sums.length - sums.linked;
        if matches!(node.name, "body" | "html" | "main" | "article" | "a") {
            return false;
        }
        let apart =
            self.doubts.strip && node.marks.has(marks::APART) && !node.marks.has(marks::LIKELY);
        let much = plain(&whole[element]) * 2 > plain(&whole[0])
            || whole[element].prose * 10 > whole[0].prose * 3;
        if apart {
            return true;
        }
        // A column of news beside a short piece may hold most of the prose.
        let beside = matches!(node.name, "nav" | "aside" | "footer");
        if much && !(beside && whole[0].prose - whole[element].prose >= ENOUGH) {
            return false;
        }
        let role = |role: &str| node.roles.split(' ').any(|word| word == role);
        if [
            "menu",
            "menubar",
            "complementary",
            "navigation",
            "alert",
            "alertdialog",
            "dialog",
        ]
        .into_iter()
        .any(role)
            || matches!(node.name, "nav" | "dialog" | "aside" | "footer")
            || node.marks.has(marks::FURNITURE) && !whole[element].is_picture()
        {
            return true;
        }
        self.doubts.strip
            && node.marks.has(marks::UNLIKELY)
            && !node.marks.has(marks::LIKELY)
            && !self.page.within(element, &["table", "code"])
    }

    fn weight(&self, element: usize) -> f64 {
        if !self.doubts.weigh {
            return 0.0;
        }
        let marks = self.marks(element);
        WEIGHT_OF_MARKS
            * (f64::from(u8::from(marks.has(marks::POSITIVE)))
                - f64::from(u8::from(marks.has(marks::NEGATIVE))))
    }

    fn base(&self, element: usize) -> f64 {
        let by_name = match self.name(element) {
            "div" => 5.0,
            "pre" | "td" | "blockquote" => 3.0,
            "address" | "ol" | "ul" | "dl" | "dd" | "dt" | "li" | "form" => -3.0,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "th" => -5.0,
            _ => 0.0,
        };
        by_name + self.weight(element)
    }

    /// Whether an element is a paragraph: a `p`, or a `div` that holds one line of words and no block.
    fn is_paragraph(&self, element: usize) -> bool {
        match self.name(element) {
            "p" => true,
            "div" => !self.has_blocks[element] && self.n_stretches[element] == 1,
            _ => false,
        }
    }

    fn score(&mut self) {
        for stretch in &self.page.stretches {
            let element = stretch.element;
            if self.dropped[element] || stretch.length < SHORTEST_SCORED {
                continue;
            }
            let name = self.name(element);
            let holder = match name {
                // Paragraphs parted by line breaks belong to what holds them.
                "td" | "blockquote" | "pre" | "li" | "dd" if self.n_stretches[element] > 1 => {
                    element
                }
                "p" | "td" | "pre" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" => {
                    self.page.elements[element].parent
                }
                "div" if self.is_paragraph(element) => self.page.elements[element].parent,
                "div" | "section" | "article" | "main" | "body" | "#root" | "center" => element,
                _ => continue,
            };
            let of_length = (stretch.length / LENGTH_OF_POINT).min(MOST_POINTS_OF_LENGTH);
            let points = POINTS_OF_PARAGRAPH + stretch.commas as f64 + of_length as f64;
            let above: Vec<usize> = self.page.ancestors(holder).take(MOST_ANCESTORS).collect();
            for (level, above) in above.into_iter().enumerate() {
                let divider = match level {
                    0 => 1.0,
                    1 => 2.0,
                    _ => level as f64 * 3.0,
                };
                let base = self.base(above);
                *self.scores[above].get_or_insert(base) += points / divider;
            }
        }
        for element in 0..self.scores.len() {
            if let Some(score) = &mut self.scores[element] {
                *score *= 1.0 - self.sums[element].link_density();
            }
        }
    }

    /// The element that holds the article.
    fn best(&self) -> usize {
        let body = self
            .page
            .elements
            .iter()
            .position(|element| element.name == "body")
            .unwrap_or(0);
        let is_top = |element: usize| matches!(self.name(element), "body" | "html" | "#root");
        let mut ranked: Vec<(f64, usize)> = Vec::new();
        for (element, score) in self.scores.iter().enumerate() {
            if let Some(score) = score {
                if !self.dropped[element] {
                    let place = ranked
                        .iter()
                        .position(|(better, _)| score > better)
                        .unwrap_or(ranked.len());
                    if place < MOST_CANDIDATES {
                        ranked.insert(place, (*score, element));
                        ranked.truncate(MOST_CANDIDATES);
                    }
                }
            }
        }
        let Some(&(score, mut best)) = ranked.first() else {
            return body;
        };
        if is_top(best) {
            return body;
        }
        let rivals: Vec<usize> = ranked[1..]
            .iter()
            .filter(|(other, _)| *other >= SHARE_OF_RIVAL * score)
            .map(|&(_, element)| element)
            .collect();
        if rivals.len() >= LEAST_RIVALS {
            let common = self
                .page
                .ancestors(self.page.elements[best].parent)
                .find(|&above| {
                    rivals
                        .iter()
                        .filter(|&&rival| self.page.ancestors(rival).skip(1).any(|up| up == above))
                        .count()
                        >= LEAST_RIVALS
                });
            if let Some(common) = common.filter(|&common| !is_top(common)) {
                best = common;
            }
        }
        let mut last = self.scores[best].unwrap_or_else(|| self.base(best));
        let threshold = last / FALL_ABOVE;
        for above in self.page.ancestors(best).skip(1) {
            if is_top(above) {
                break;
            }
            let Some(score) = self.scores[above] else {
                continue;
            };
            if score < threshold {
                break;
            }
            if score > last {
                best = above;
                break;
            }
            last = score;
        }
        // Little text in a box of a page that has much more of it: the page is cut into boxes.
        for above in self
            .page
            .ancestors(best)
            .skip(1)
            .take_while(|&above| !is_top(above))
        {
            let (own, whole) = (&self.sums[best], &self.sums[above]);
            if own.prose < 3 * ENOUGH
                && whole.prose >= 2 * own.prose
                && whole.link_density() < LINKS_OF_TEXT
            {
                best = above;
            }
        }
        // What stands alone in its parent has that parent's siblings for its own.
        loop {
            let parent = self.page.elements[best].parent;
            if is_top(parent) || self.n_children[parent] > 1 || self.n_stretches[parent] > 0 {
                return best;
            }
            best = parent;
        }
    }

    /// The class of an element; where it tells of a text, without the numbers of the text's parts: `story-body-2`.
    fn class(&self, element: usize) -> Cow<'p, str> {
        let class = self.page.elements[element].class.as_str();
        if !self.marks(element).has(marks::POSITIVE)
            || !class.contains(|letter: char| letter.is_ascii_digit())
        {
            return Cow::Borrowed(class);
        }
        let number = |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '_');
        let mut words: Vec<&str> = class
            .split_whitespace()
            .map(|word| word.trim_end_matches(number))
            .collect();
        words.sort_unstable();
        words.dedup();
        Cow::Owned(words.join(" "))
    }

    /// For each stretch, whether it stands in `best` or in a sibling that belongs to it.
    fn joined(&self, best: usize) -> Vec<bool> {
        let page = self.page;
        let parent = page.elements[best].parent;
        let score = self.scores[best].unwrap_or(0.0);
        let threshold = (score * SHARE_OF_SIBLING).max(LEAST_OF_SIBLING);
        let mut inside = vec![false; page.elements.len()];
        for element in 0..inside.len() {
            let node = &page.elements[element];
            let sibling =
                best != 0 && element != 0 && node.parent == parent && !self.dropped[element];
            inside[element] = element == best
                || element != 0 && inside[node.parent]
                || sibling && {
                    let alike = !node.class.is_empty() && self.class(element) == self.class(best);
                    let bonus = if alike { score * SHARE_OF_SIBLING } else { 0.0 };
                    self.scores[element].is_some_and(|own| own + bonus >= threshold)
                        || self.is_paragraph(element) && {
                            let sums = &self.sums[element];
                            self.stands_alone(sums.length, sums.linked, || {
                                self.sentence_in(element)
                            })
                        }
                };
        }
        let stray = |index: usize| {
            let stretch = &page.stretches[index];
            best != 0
                && stretch.element == parent
                && self.stands_alone(stretch.length, stretch.linked, || {
                    has_sentence(&stretch.text())
                })
        };
        let stretches = page.stretches.iter().enumerate();
        stretches
            .map(|(index, stretch)| inside[stretch.element] || stray(index))
            .collect()
    }

    /// Adds prose that stands between the parts of the article, and prose in boxes of the same class as those that hold
    /// the article: columns and pages of one text.
    fn reach(&self, inside: &mut [bool]) {
        let page = self.page;
        let is_prose = |index: usize| {
            page.stretches[index].is_prose() && !self.dropped[page.stretches[index].element]
        };
        let chosen: Vec<usize> = (0..inside.len())
            .filter(|&index| inside[index] && is_prose(index))
            .collect();
        let Some((&first, &last)) = chosen.first().zip(chosen.last()) else {
            return;
        };
        let holder = |index: usize| {
            let element = &page.elements[page.stretches[index].element];
            let holder = &page.elements[element.parent];
            (element.name, holder.name, self.class(element.parent))
        };
        let mut holders: HashMap<_, usize> = HashMap::new();
        for &index in chosen.iter().filter(|&&index| !holder(index).2.is_empty()) {
            *holders.entry(holder(index)).or_default() += 1;
        }
        let usual = |index: usize| {
            holders
                .get(&holder(index))
                .is_some_and(|&n| n >= LEAST_OF_CLASS && n * 2 > chosen.len())
        };
        for (index, inside) in inside.iter_mut().enumerate() {
            *inside |= is_prose(index) && ((first..last).contains(&index) || usual(index));
        }
    }

    /// Whether a paragraph beside the article belongs to it.
    fn stands_alone(&self, length: usize, linked: usize, is_sentence: impl Fn() -> bool) -> bool {
        let density = share(linked, length);
        if length > LONG_PARAGRAPH {
            density < LINKS_OF_TEXT
        } else {
            length > 0 && linked == 0 && is_sentence()
        }
    }

    fn sentence_in(&self, element: usize) -> bool {
        let first = self.page.elements[element].first;
        let own = self.page.stretches[first..]
            .iter()
            .take_while(|stretch| stretch.element == element);
        own.take(MOST_ASKED)
            .any(|stretch| has_sentence(&stretch.text()))
    }

    /// Drops boxes inside the article that look like furniture. The order is from the innermost outwards, so that what
    /// is gone counts for nothing in what held it.
    fn clean(&mut self, inside: &[bool]) {
        let page = self.page;
        let mut here = vec![false; page.elements.len()];
        for (stretch, inside) in page.stretches.iter().zip(inside) {
            here[stretch.element] |= inside;
        }
        for element in (1..here.len()).rev() {
            let parent = page.elements[element].parent;
            here[parent] |= here[element];
        }
        let chosen = page
            .stretches
            .iter()
            .zip(inside)
            .filter(|(_, inside)| **inside);
        let all: usize = chosen
            .filter(|(stretch, _)| stretch.is_prose())
            .map(|(stretch, _)| stretch.length)
            .sum();
        let sums = self.sum(|_, _| false);
        let mut in_data = vec![false; page.elements.len()];
        for element in 1..in_data.len() {
            in_data[element] = in_data[page.elements[element].parent]
                || self.name(element) == "table" && sums[element].is_data()
                || self.name(element) == "code";
        }
        let mut holds_data = vec![false; page.elements.len()];
        let mut gone = vec![false; page.elements.len()];
        self.sum(|element, sums| {
            let parent = page.elements[element].parent;
            holds_data[element] |= self.name(element) == "table" && in_data[element];
            let much = sums.prose * 4 > all;
            let spared = in_data[element] || holds_data[element] || much;
            gone[element] = here[element] && !spared && self.is_box(element, sums);
            holds_data[parent] |= holds_data[element] && !gone[element];
            gone[element]
        });
        for (element, gone) in gone.iter().enumerate().skip(1) {
            self.dropped[element] |= *gone || self.dropped[page.elements[element].parent];
        }
    }

    /// Whether an element inside the article looks like a box of furniture.
    fn is_box(&self, element: usize, sums: &Sums) -> bool {
        let name = self.name(element);
        let weight = self.weight(element);
        if self.marks(element).has(marks::SHARE) && sums.length < LONGEST_SHARE_BOX {
            return true;
        }
        if matches!(name, "h1" | "h2") && weight < 0.0 {
            return true;
        }
        if !matches!(name, "form" | "fieldset" | "table" | "ul" | "div")
            || self.is_paragraph(element)
        {
            return false;
        }
        let list = name == "ul" || share(sums.lists, sums.length) > SHARE_OF_LISTS;
        if weight < 0.0 {
            return !sums.is_picture();
        }
        if sums.commas >= COMMAS_OF_TEXT {
            return false;
        }
        let in_figure = self.page.within(element, &["figure"]);
        let headings = share(sums.headings, sums.length);
        let density = sums.link_density();
        let many_images = !in_figure
            && sums.images > 1
            && share(sums.paragraphs, sums.images) < PARAGRAPHS_TO_AN_IMAGE;
        let short = !list
            && !in_figure
            && headings < SHARE_OF_HEADINGS
            && sums.length < SHORTEST_SCORED
            && (sums.images == 0 || sums.images > MOST_IMAGES)
            && density > 0.0;
        many_images
            || !list && sums.items > sums.paragraphs + MOST_ITEMS
            || sums.inputs > sums.paragraphs / PARAGRAPHS_TO_AN_INPUT
            || short
            || !list && weight < WEIGHT_OF_MARKS && density > MOST_LINKS
            || weight >= WEIGHT_OF_MARKS && density > MOST_LINKS_OF_MARKED
            || sums.embeds == 1 && sums.length < TEXT_TO_AN_EMBED
            || sums.embeds > 1 && sums.length < TEXT_TO_AN_EMBED * sums.embeds
    }

    fn content(mut self) -> Content {
        self.score();
        let best = self.best();
        let mut inside = self.joined(best);
        self.reach(&mut inside);
        if self.doubts.clean {
            self.clean(&inside);
        }
        for (stretch, inside) in self.page.stretches.iter().zip(&mut inside) {
            *inside &= !self.dropped[stretch.element];
        }
        Content {
            inside,
            dropped: self.dropped,
        }
    }
}

/// Whether a text has the end of a sentence.
fn has_sentence(text: &str) -> bool {
    text.ends_with('.') || text.contains(". ")
}

#[cfg(test)]
mod tests {
    use super::super::tree::Page;
    use super::find;

    /// The text that is found on a page, a line a stretch.
    fn chosen_text(source: &str) -> String {
        let page = Page::read(source);
        let content = find(&page);
        let chosen = page
            .stretches
            .iter()
            .zip(&content.inside)
            .filter(|(_, inside)| **inside);
        chosen
            .map(|(stretch, _)| stretch.text())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// `n` paragraphs of prose that begin with `start`.
    fn prose(start: &str, n: usize) -> String {
        let line = "the ferry was late again, said the mayor, and nobody on the quay could say why it had not left.";
        (0..n)
            .map(|number| format!("<p>{start} {number}: {line}</p>"))
            .collect()
    }

    #[test]
    fn a_long_column_beside_a_short_piece_is_no_part_of_it() {
        let page = format!(
            "<body><div class=piece>{}</div><aside>{}</aside>",
            prose("Piece", 7),
            prose("Ticker", 20)
        );
        let text = chosen_text(&page);
        assert!(
            text.contains("Piece 6") && !text.contains("Ticker"),
            "{text}"
        );
        // A page that has nothing else is read.
        assert!(
            chosen_text(&format!("<body><aside>{}</aside>", prose("Note", 7))).contains("Note 6")
        );
    }

    #[test]
    fn what_is_hidden_stays_hidden_beside_a_short_piece() {
        let hidden = format!("<div style='display: none'>{}</div>", prose("Hidden", 5));
        let text = chosen_text(&format!("<body><div>{}</div>{hidden}", prose("Piece", 3)));
        assert!(
            text.contains("Piece 2") && !text.contains("Hidden"),
            "{text}"
        );
        assert!(chosen_text(&format!("<body><p>Loading</p>{hidden}")).contains("Hidden 4"));
    }

    #[test]
    fn an_address_made_of_a_heading_tells_nothing() {
        let section = |id: &str| {
            format!(
                "<div id={id}><h3>A heading</h3>{}</div>",
                prose("Section", 3)
            )
        };
        let text = |id: &str| {
            chosen_text(&format!(
                "<body><div>{}{}</div>",
                prose("Piece", 9),
                section(id)
            ))
        };
        assert!(text("sharing-a-boat-with-neighbours").contains("Section 2"));
        assert!(!text("related-posts").contains("Section 2"));
    }

    #[test]
    fn pointers_and_the_lettering_of_charts_are_left_out() {
        let inner = "<div class=hatnote>Main article: <a href=x>Ferries of the Fens</a></div>\
                     <div class=ai2html><p>Boats lost in a year</p><p>2001</p></div>\
                     <p class=keywords>ferry, quay, mayor</p><div class=nav-prev-post>Earlier: <a href=y>The quay</a></div>";
        let text = chosen_text(&format!(
            "<body><div>{}{inner}{}</div>",
            prose("Piece", 5),
            prose("Piece", 5)
        ));
        assert!(
            !["Main article", "Boats lost", "ferry, quay", "Earlier"]
                .iter()
                .any(|line| text.contains(line)),
            "{text}"
        );
    }

    #[test]
    fn formulas_are_words_of_their_sentence() {
        let formula = "<span class='MathJax CtxtMenu_1'><math><semantics><mrow><mi>a</mi> <mo>≠</mo> <mn>0</mn></mrow>\
                       <annotation encoding='application/x-tex'>a \\neq 0</annotation></semantics></math></span>";
        let text = chosen_text(&format!(
            "<body><div>{}<p>Where {formula}, there are two quays.</p></div>",
            prose("Piece", 6)
        ));
        assert!(text.contains("Where a ≠ 0, there are two quays."), "{text}");
    }

    #[test]
    fn the_parts_of_a_text_have_the_same_class() {
        let part = |number: usize, n: usize| {
            format!(
                "<div><div class='story-body story-body-{number}'>{}</div><div>{}</div></div>",
                prose(&format!("Part {number}"), n),
                "<img>"
            )
        };
        let text = chosen_text(&format!(
            "<body><main>{}<div class=ad>Buy</div>{}</main>",
            part(1, 3),
            part(2, 9)
        ));
        assert!(
            text.contains("Part 1 0") && text.contains("Part 2 8"),
            "{text}"
        );
    }

    #[test]
    fn a_picture_with_its_caption_is_no_widget() {
        let widget = |inner: &str| {
            let page = format!(
                "<body><div>{}<div class=photo-widget>{inner}</div>{}</div>",
                prose("Piece", 4),
                prose("End", 4)
            );
            chosen_text(&page)
        };
        assert!(
            widget("<div><img></div><div class=photo-caption>The ferry in May</div>")
                .contains("The ferry in May")
        );
        assert!(!widget("<div><img></div><div>Follow the ferry</div>").contains("Follow"));
    }
}
