//! AIF as AIFdb writes it, and xAIF around it: who says what, and how claims argue for each other.
//!
//! Reported speech as the guidelines of Inference Anchoring Theory (October 2023, section 3) draw it: the locution of who
//! reports, an illocution, the locution of who is reported, an illocution, the proposition. Numbers of schemes are OVA3's.
//! That one claim causes another has no place in AIF.

use super::chosen::Chosen;
use super::place::wording;
use super::said::{capital, folded, is_denial, is_denied_outside, sentence, source};
use super::svg::escaped;
use crate::report::{ClaimRecord, Kind, RelationKind};
use crate::span::ByteSpan;
use serde_json::{Value, json};
use std::collections::HashMap;

pub(super) fn aif(chosen: &Chosen) -> Value {
    graph(chosen).aif()
}

pub(super) fn xaif(chosen: &Chosen) -> Value {
    let graph = graph(chosen);
    let kinds = chosen.claims.iter().zip(&graph.claims);
    let kinds: Vec<Value> = kinds
        .filter_map(|(claim, nodes)| {
            let kind = match claim.kind? {
                Kind::Fact => "Fact",
                Kind::Value => "Value",
                Kind::Policy => "Policy",
                // Outside the three kinds of the classifier.
                Kind::Prediction => return None,
            };
            Some(json!({ "nodeID": nodes.proposition.to_string(), "propType": kind }))
        })
        .collect();
    json!({
        "AIF": graph.aif(),
        "text": marked_text(chosen, &graph),
        "dialog": true,
        "OVA": graph.ova(),
        "propositionClassifier": { "nodes": kinds },
    })
}

/// The nodes of a claim: what the author writes, and what is claimed.
struct Nodes {
    locution: usize,
    proposition: usize,
}

struct Node {
    text: String,
    kind: &'static str,
    scheme: Option<u32>,
    /// Where it is drawn.
    place: (usize, usize),
}

#[derive(Default)]
struct Graph {
    /// Numbered from 1.
    nodes: Vec<Node>,
    edges: Vec<[usize; 2]>,
    participants: Vec<String>,
    by_name: HashMap<String, usize>,
    locutions: Vec<[usize; 2]>,
    claims: Vec<Nodes>,
}

fn graph(chosen: &Chosen) -> Graph {
    let mut graph = Graph::default();
    for (row, claim) in chosen.claims.iter().enumerate() {
        let nodes = graph.claim(chosen, claim, row);
        graph.claims.push(nodes);
    }
    for relation in &chosen.relations {
        let (from, to) = (
            chosen.position(&relation.from),
            chosen.position(&relation.to),
        );
        graph.relation(relation.kind, from, to);
    }
    graph
}

const ASSERTING: (&str, u32) = ("Asserting", 74);
/// Between rows and columns of a drawing, in pixels.
const ROW: usize = 140;
const COLUMN: usize = 250;

impl Graph {
    /// The chain of locutions down to the proposition.
    fn claim(&mut self, chosen: &Chosen, claim: &ClaimRecord, row: usize) -> Nodes {
        let author = chosen.report.article.byline.first();
        let author = name(author.map_or("The author", String::as_str));
        let n_said = claim.attribution.len();
        let mut column = n_said * 2 + 2;
        let mut place = || {
            let place = (column * COLUMN, row * ROW);
            column = column.saturating_sub(1);
            place
        };
        let mut words = wording(chosen, claim, &claim.attribution);
        let is_denied = is_denied_outside(claim) && !claim.attribution.iter().any(is_denial);
        if is_denied && n_said == 0 {
            words = format!("denies “{words}”");
        }
        let first = self.locution(&author, &words, place());
        let mut last = first;
        for (index, attribution) in claim.attribution.iter().enumerate() {
            let inner = &claim.attribution[index + 1..];
            let mut words = match inner.is_empty() {
                true => folded(&claim.text),
                false => wording(chosen, claim, inner),
            };
            if is_denial(attribution) {
                // Who denies doesn't assert the words.
                words = format!("{} “{words}”", folded(&attribution.cue.text));
            } else if is_denied && inner.is_empty() {
                words = format!("denies “{words}”");
            }
            let says = self.act(ASSERTING, place());
            let speaker = match attribution.source {
                Some(_) => name(source(attribution)),
                None => "Unknown Speaker".into(),
            };
            let locution = self.locution(&speaker, &words, place());
            self.edges.extend([[last, says], [says, locution]]);
            last = locution;
        }
        let says = self.act(ASSERTING, place());
        let proposition = self.node(folded(&sentence(claim)), "I", None, place());
        self.edges.extend([[last, says], [says, proposition]]);
        Nodes {
            locution: first,
            proposition,
        }
    }

    /// A relation between propositions, anchored in the transition from the earlier locution to the later.
    fn relation(&mut self, kind: RelationKind, from: usize, to: usize) {
        let (act, node, text, scheme) = match kind {
            RelationKind::Supports => (("Arguing", 80), "RA", "Default Inference", 72),
            RelationKind::Attacks => (("Disagreeing", 78), "CA", "Default Conflict", 71),
            RelationKind::Restates => (("Restating", 101), "MA", "Default Rephrase", 144),
            RelationKind::Causes => return,
        };
        let (premise, conclusion) = (self.claims[from].proposition, self.claims[to].proposition);
        let [earlier, later] =
            [from.min(to), from.max(to)].map(|position| self.claims[position].locution);
        let row = (from + to) * ROW / 2 + ROW / 2;
        let transition = self.node(
            "Default Transition".into(),
            "TA",
            Some(82),
            (3 * COLUMN, row),
        );
        let act = self.act(act, (2 * COLUMN, row));
        let scheme = self.node(text.into(), node, Some(scheme), (COLUMN / 2, row));
        self.edges.extend([
            [earlier, transition],
            [transition, later],
            [transition, act],
            [act, scheme],
            [premise, scheme],
            [scheme, conclusion],
        ]);
    }

    fn node(
        &mut self,
        text: String,
        kind: &'static str,
        scheme: Option<u32>,
        place: (usize, usize),
    ) -> usize {
        self.nodes.push(Node {
            text,
            kind,
            scheme,
            place,
        });
        self.nodes.len()
    }

    fn act(&mut self, (text, scheme): (&str, u32), place: (usize, usize)) -> usize {
        self.node(text.into(), "YA", Some(scheme), place)
    }

    fn locution(&mut self, speaker: &str, words: &str, place: (usize, usize)) -> usize {
        let node = self.node(format!("{speaker}: {words}"), "L", None, place);
        let person = match self.by_name.get(speaker) {
            Some(&person) => person,
            None => {
                self.participants.push(speaker.to_string());
                self.by_name
                    .insert(speaker.to_string(), self.participants.len());
                self.participants.len()
            }
        };
        self.locutions.push([node, person]);
        node
    }

    fn aif(&self) -> Value {
        let id = |number: usize| number.to_string();
        let nodes = self.nodes.iter().enumerate();
        let nodes: Vec<Value> = nodes
            .map(|(index, node)| json!({ "nodeID": id(index + 1), "text": node.text, "type": node.kind }))
            .collect();
        let edges = self.edges.iter().enumerate();
        let edges: Vec<Value> = edges
            .map(|(index, [from, to])| json!({ "edgeID": id(index + 1), "fromID": id(*from), "toID": id(*to) }))
            .collect();
        let schemes = self.nodes.iter().enumerate();
        let schemes: Vec<Value> = schemes
            .filter_map(|(index, node)| {
                Some(json!({ "nodeID": id(index + 1), "schemeID": node.scheme?.to_string() }))
            })
            .collect();
        let participants = self.participants.iter().enumerate();
        let participants: Vec<Value> = participants
            .map(|(index, name)| {
                let (first, last) = name.rsplit_once(' ').unwrap_or((name, ""));
                json!({ "participantID": id(index + 1), "firstname": first, "surname": last })
            })
            .collect();
        let locutions = self.locutions.iter();
        let locutions: Vec<Value> = locutions
            .map(|[node, person]| json!({ "nodeID": id(*node), "personID": id(*person) }))
            .collect();
        json!({
            "nodes": nodes,
            "edges": edges,
            "schemefulfillments": schemes,
            "descriptorfulfillments": [],
            "participants": participants,
            "locutions": locutions,
        })
    }

    /// Where OVA3 draws the nodes: it wants places where there is such a part at all.
    fn ova(&self) -> Value {
        let nodes = self.nodes.iter().enumerate();
        let nodes: Vec<Value> = nodes
            .map(|(index, node)| {
                let (x, y) = node.place;
                json!({ "nodeID": (index + 1).to_string(), "visible": true, "x": x, "y": y, "timestamp": "" })
            })
            .collect();
        let edges = self.edges.iter();
        let edges: Vec<Value> = edges
            .map(|[from, to]| json!({ "fromID": from.to_string(), "toID": to.to_string(), "visible": true }))
            .collect();
        json!({ "firstname": "", "surname": "", "url": "", "nodes": nodes, "edges": edges })
    }
}

/// A name as OVA3 can cut it off: it ends at the first colon.
fn name(words: &str) -> String {
    let words = folded(&words.replace(':', " "));
    match words.is_empty() {
        true => "Unknown Speaker".into(),
        false => capital(&words),
    }
}

/// The text as OVA3 shows it, the words of each claim marked as its first locution. Of claims that overlap the first is.
fn marked_text(chosen: &Chosen, graph: &Graph) -> String {
    let text = chosen.text();
    let mut marks: Vec<(ByteSpan, usize)> = Vec::new();
    for (claim, nodes) in chosen.claims.iter().zip(&graph.claims) {
        let pieces = chosen.pieces(claim);
        marks.extend(
            pieces
                .into_iter()
                .reduce(ByteSpan::cover)
                .map(|cover| (cover, nodes.locution)),
        );
    }
    marks.sort();
    let html = |words: &str| escaped(words).replace('\n', "<br>");
    let (mut out, mut at) = (String::new(), 0);
    for (span, node) in marks {
        if span.start < at {
            continue;
        }
        out += &html(&text[at..span.start]);
        out += &format!(
            "<span class=\"highlighted\" id=\"node{node}\">{}</span>",
            html(span.of(text))
        );
        at = span.end;
    }
    out + &html(&text[at..])
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_end_at_no_colon() {
        assert_eq!(super::name("the council"), "The council");
        assert_eq!(super::name("Re: Zoë\nBrant"), "Re Zoë Brant");
        assert_eq!(super::name(" : "), "Unknown Speaker");
    }
}
