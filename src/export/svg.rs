//! SVG of the argument map: the thesis at the left, what argues for it to the right, growing downwards like a page.
//!
//! The first relation of a claim makes the tree, further ones are drawn across it. Support is a line with an arrow, an
//! attack is dashed with a bar, a restatement dotted, a cause double: shape tells, not colour. Claims that no relation
//! touches are left out, but for the thesis and claims that were asked for.

use super::chosen::Chosen;
use super::said::{folded, heading, sentence};
use super::wrapped::wrapped;
use crate::report::{ClaimRecord, RelationKind, RelationRecord, Role};

/// Pixels.
const WIDTH: usize = 280;
const ACROSS: usize = 110;
const GAP: usize = 16;
const LINE: usize = 18;
const EDGE: usize = 20;
/// Letters in a line of a box.
const LETTERS: usize = 38;

pub(super) fn svg(chosen: &Chosen) -> String {
    let map = laid_out(chosen);
    let title = chosen.report.article.title.as_deref();
    let title = escaped(title.unwrap_or("The argument of an article"));
    let width = map.iter().map(|one| one.x + WIDTH).max();
    let height = map.iter().map(|one| one.y + one.height()).max();
    let (width, height) = (width.unwrap_or(WIDTH) + EDGE, height.unwrap_or(LINE) + EDGE);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" font-family=\"sans-serif\" font-size=\"13\">\n<title>{title}</title>\n\
         <desc>The argument as a map: who holds each claim stands on top of its box.</desc>\n\
         <defs>\n\
         <marker id=\"supports\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">\
         <path d=\"M0 0 8 4 0 8z\"/></marker>\n\
         <marker id=\"attacks\" viewBox=\"0 0 8 8\" refX=\"6\" refY=\"4\" markerWidth=\"10\" markerHeight=\"10\" orient=\"auto\">\
         <path d=\"M5 0v8\" stroke=\"black\" stroke-width=\"2\"/></marker>\n\
         </defs>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
    );
    if map.is_empty() {
        out += &format!("<text x=\"{EDGE}\" y=\"{EDGE}\">No claim is linked to another.</text>\n");
    }
    let mut place = vec![None; chosen.claims.len()];
    for (index, one) in map.iter().enumerate() {
        place[one.position] = Some(index);
    }
    for relation in &chosen.relations {
        let end = |id: &str| place[chosen.position(id)].map(|index: usize| &map[index]);
        if let (Some(from), Some(to)) = (end(&relation.from), end(&relation.to)) {
            out += &line(relation, from, to);
        }
    }
    for one in &map {
        out += &one.drawn(chosen.claims[one.position]);
    }
    out + "</svg>\n"
}

/// The box of a claim.
struct Placed {
    /// Which of the chosen claims.
    position: usize,
    heading: Vec<String>,
    words: Vec<String>,
    x: usize,
    y: usize,
}

impl Placed {
    fn height(&self) -> usize {
        (self.heading.len() + self.words.len()) * LINE + 12
    }

    fn drawn(&self, claim: &ClaimRecord) -> String {
        let (x, y, height) = (self.x, self.y, self.height());
        let mut out = format!(
            "<g>\n<rect x=\"{x}\" y=\"{y}\" width=\"{WIDTH}\" height=\"{height}\" rx=\"6\" fill=\"white\" stroke=\"black\"/>\n"
        );
        let lines = self
            .heading
            .iter()
            .map(|line| (line, " font-weight=\"bold\""));
        let lines = lines.chain(self.words.iter().map(|line| (line, "")));
        for (index, (line, weight)) in lines.enumerate() {
            let (x, y) = (x + 8, y + LINE * (index + 1));
            out += &format!(
                "<text x=\"{x}\" y=\"{y}\"{weight}>{}</text>\n",
                escaped(line)
            );
        }
        let words = escaped(&claim.text);
        out + &format!("<title>{words}</title>\n</g>\n")
    }
}

/// The boxes, each in front of what argues for it.
fn laid_out(chosen: &Chosen) -> Vec<Placed> {
    let n_claims = chosen.claims.len();
    let (parents, mut shown) = tree(chosen);
    for (shown, claim) in shown.iter_mut().zip(&chosen.claims) {
        *shown |= claim.role == Some(Role::Thesis) || chosen.options.claims.is_some();
    }
    let mut children = vec![Vec::new(); n_claims];
    let mut order: Vec<(usize, usize)> = Vec::new();
    for position in (0..n_claims).rev() {
        match parents[position] {
            Some(parent) => children[parent].push(position),
            None if shown[position] => order.push((position, 0)),
            None => {}
        }
    }
    // The boxes with their depth, parents first.
    let mut open = order;
    let mut order = Vec::new();
    while let Some((position, depth)) = open.pop() {
        order.push((position, depth));
        open.extend(children[position].iter().map(|&child| (child, depth + 1)));
    }
    let mut boxes: Vec<Placed> = order
        .iter()
        .map(|&(position, depth)| {
            let claim = chosen.claims[position];
            Placed {
                position,
                heading: wrapped(
                    &folded(&format!("{} · {}", claim.id, heading(claim))),
                    LETTERS - 4,
                ),
                words: wrapped(&folded(&sentence(claim)), LETTERS),
                x: EDGE + depth * (WIDTH + ACROSS),
                y: 0,
            }
        })
        .collect();
    // A claim needs room for its box, and for all that stands behind it.
    let mut room = vec![0; n_claims];
    let mut below = vec![0; n_claims];
    for one in boxes.iter().rev() {
        room[one.position] = below[one.position].max(one.height() + GAP);
        if let Some(parent) = parents[one.position] {
            below[parent] += room[one.position];
        }
    }
    let mut next = vec![EDGE; n_claims];
    let mut top = EDGE;
    for one in &mut boxes {
        let start = match parents[one.position] {
            Some(parent) => &mut next[parent],
            None => &mut top,
        };
        let (from, room) = (*start, room[one.position]);
        *start += room;
        one.y = from + (room - GAP - one.height()) / 2;
        next[one.position] = from + (room - below[one.position]) / 2;
    }
    boxes
}

/// The first relation of each claim that makes no circle gives its parent; also which claims a relation touches.
fn tree(chosen: &Chosen) -> (Vec<Option<usize>>, Vec<bool>) {
    let n_claims = chosen.claims.len();
    let (mut parents, mut linked) = (vec![None; n_claims], vec![false; n_claims]);
    // Of each claim one that stands above it; the topmost stands above itself.
    let mut above: Vec<usize> = (0..n_claims).collect();
    for relation in &chosen.relations {
        let (from, to) = (
            chosen.position(&relation.from),
            chosen.position(&relation.to),
        );
        linked[from] = true;
        linked[to] = true;
        let mut root = to;
        while above[root] != root {
            above[root] = above[above[root]];
            root = above[root];
        }
        if parents[from].is_none() && root != from {
            parents[from] = Some(to);
            above[from] = root;
        }
    }
    (parents, linked)
}

/// From the left edge of a claim to the right edge of what it is for; the other way round it bends over the right edge.
fn line(relation: &RelationRecord, from: &Placed, to: &Placed) -> String {
    let style = match relation.kind {
        RelationKind::Supports => "marker-end=\"url(#supports)\"",
        RelationKind::Attacks => "stroke-dasharray=\"6 4\" marker-end=\"url(#attacks)\"",
        RelationKind::Restates => "stroke-dasharray=\"2 3\"",
        RelationKind::Causes => {
            "stroke=\"dimgray\" stroke-width=\"3\" marker-end=\"url(#supports)\""
        }
    };
    let middle = |one: &Placed| one.y + one.height() / 2;
    let (y, to_y) = (middle(from), middle(to));
    let to_x = to.x + WIDTH;
    let (x, bend, to_bend) = if from.x > to.x {
        (from.x, from.x - ACROSS / 2, to_x + ACROSS / 2)
    } else {
        let bend = from.x.max(to.x) + WIDTH + ACROSS / 2;
        (from.x + WIDTH, bend, bend)
    };
    let (label_x, label_y) = ((x + 3 * bend) / 4, (3 * y + to_y) / 4 - 4);
    let word = super::said::word(&relation.kind);
    format!(
        "<path d=\"M{x} {y}C{bend} {y} {to_bend} {to_y} {to_x} {to_y}\" fill=\"none\" stroke=\"black\" {style}/>\n\
         <text x=\"{label_x}\" y=\"{label_y}\" font-size=\"11\" text-anchor=\"middle\">{word}</text>\n"
    )
    .replace("stroke=\"black\" stroke=\"dimgray\"", "stroke=\"dimgray\"")
}

/// For text and attributes of XML 1.0, which knows few control characters.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::new();
    for letter in words.chars() {
        match letter {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            '\t' | '\n' => out.push(letter),
            '\u{FFFE}' | '\u{FFFF}' => {}
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn xml_holds_what_would_end_it() {
        for (words, written) in [
            ("<script>&\"'", "&lt;script&gt;&amp;&quot;&#39;"),
            ("a\0b\u{1B}c\u{FFFE}", "abc"),
            ("]]>", "]]&gt;"),
        ] {
            assert_eq!(super::escaped(words), written);
        }
    }
}
