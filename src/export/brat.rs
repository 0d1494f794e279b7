//! brat standoff: the plain text, its annotations (claims, sources, acts of saying, relations), and the types they use.
//!
//! Places count code points. Annotations stand on a line each, so stretches are parted where the text breaks a line.

use super::chosen::Chosen;
use super::code_points::CodePoints;
use super::place::near;
use super::said::{capital, folded, sentence_with_holder, word};
use crate::report::ClaimRecord;
use crate::span::ByteSpan;
use std::collections::HashMap;
use std::fmt::Write;

/// What brat has to know of the types.
pub(super) const CONFIGURATION: &str = "\
[entities]\nFact\nPrediction\nValue\nPolicy\nClaim\nSource\n\n\
[relations]\n\
supports\tArg1:<ENTITY>, Arg2:<ENTITY>\n\
attacks\tArg1:<ENTITY>, Arg2:<ENTITY>\n\
restates\tArg1:<ENTITY>, Arg2:<ENTITY>\n\
causes\tArg1:<ENTITY>, Arg2:<ENTITY>\n\
<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\n\
[events]\n\
Assertion\tSource?:Source, Content*:<ANY>\n\
Belief\tSource?:Source, Content*:<ANY>\n\
Intention\tSource?:Source, Content*:<ANY>\n\
Knowledge\tSource?:Source, Content*:<ANY>\n\
Denial\tSource?:Source, Content*:<ANY>\n\
Question\tSource?:Source, Content*:<ANY>\n\n\
[attributes]\n\
Certainty\tArg:<ENTITY>, Value:certain|probable|possible\n\
Polarity\tArg:<ENTITY>, Value:positive|negative\n\
Role\tArg:<ENTITY>, Value:thesis|reason|evidence|concession|context\n";

pub(super) fn brat(chosen: &Chosen) -> String {
    let mut brat = Brat {
        chosen,
        points: CodePoints::new(chosen.text()),
        lines: String::new(),
        n_spans: 0,
        n_attributes: 0,
        sources: HashMap::new(),
        events: Vec::new(),
        by_cue: HashMap::new(),
    };
    let ids: Vec<Option<String>> = chosen
        .claims
        .iter()
        .map(|claim| brat.claim(claim))
        .collect();
    for (claim, id) in chosen.claims.iter().zip(&ids) {
        if let Some(id) = id {
            brat.attributions(claim, id);
        }
    }
    brat.write_events();
    let mut n_relations = 0;
    for relation in &chosen.relations {
        let end = |id: &str| ids[chosen.position(id)].as_deref();
        if let (Some(from), Some(to)) = (end(&relation.from), end(&relation.to)) {
            n_relations += 1;
            let kind = word(&relation.kind);
            brat.line(&format!("R{n_relations}\t{kind} Arg1:{from} Arg2:{to}"));
        }
    }
    brat.lines
}

/// An act of saying.
struct Event {
    cue: String,
    kind: String,
    source: Option<String>,
    contents: Vec<String>,
}

struct Brat<'c, 'r> {
    chosen: &'c Chosen<'r>,
    points: CodePoints<'r>,
    lines: String,
    n_spans: usize,
    n_attributes: usize,
    sources: HashMap<ByteSpan, String>,
    events: Vec<Event>,
    by_cue: HashMap<ByteSpan, usize>,
}

impl Brat<'_, '_> {
    fn line(&mut self, line: &str) {
        // Writing to a string can't fail.
        let _ = writeln!(self.lines, "{line}");
    }

    /// A claim with its attributes, and a note that says it with its holder. `None` where no words of it are in the text.
    fn claim(&mut self, claim: &ClaimRecord) -> Option<String> {
        let kind = claim.kind.map_or("claim".into(), |kind| word(&kind));
        let pieces = self.chosen.pieces(claim);
        let id = self.span(&capital(&kind), &pieces)?;
        let attributes = [
            ("Certainty", word(&claim.certainty)),
            ("Polarity", word(&claim.polarity)),
            ("Role", word(&claim.role)),
        ];
        for (name, value) in attributes {
            if !value.is_empty() {
                self.n_attributes += 1;
                let number = self.n_attributes;
                self.line(&format!("A{number}\t{name} {id} {value}"));
            }
        }
        let note = folded(&sentence_with_holder(claim));
        self.line(&format!("#{}\tAnnotatorNotes {id}\t{note}", &id[1..]));
        Some(id)
    }

    /// Stretches of text under one name, as `T`; none where there are no words.
    fn span(&mut self, kind: &str, pieces: &[ByteSpan]) -> Option<String> {
        let text = self.chosen.text();
        let mut pieces = pieces.to_vec();
        pieces.sort();
        let mut stretches: Vec<ByteSpan> = Vec::new();
        for piece in pieces {
            // Stretches may not overlap.
            let start = stretches.last().map_or(0, |last| last.end);
            let piece = ByteSpan::new(piece.start.max(start), piece.end);
            let mut from = piece.start;
            for line in piece.of(text).split_inclusive(breaks) {
                let words = line.trim_end_matches(breaks);
                stretches
                    .extend((!words.is_empty()).then(|| ByteSpan::new(from, from + words.len())));
                from += line.len();
            }
        }
        if stretches.is_empty() {
            return None;
        }
        self.n_spans += 1;
        let id = format!("T{}", self.n_spans);
        let point = |byte| self.points.offset(byte);
        let places: Vec<String> = stretches
            .iter()
            .map(|one| format!("{} {}", point(one.start), point(one.end)))
            .collect();
        let words: Vec<&str> = stretches.iter().map(|one| one.of(text)).collect();
        self.line(&format!(
            "{id}\t{kind} {}\t{}",
            places.join(";"),
            words.join(" ")
        ));
        Some(id)
    }

    /// The acts of saying around a claim, innermost first: each has the next inner one, or the claim, as its content.
    fn attributions(&mut self, claim: &ClaimRecord, id: &str) {
        let mut content = id.to_string();
        for attribution in claim.attribution.iter().rev() {
            let cue = &attribution.cue;
            let Some(place) = near(self.chosen, claim, &cue.text, &cue.spans) else {
                continue;
            };
            let kind = capital(&word(&cue.cue_type));
            let event = match self.by_cue.get(&place) {
                Some(&event) => event,
                None => {
                    let Some(cue) = self.span(&kind, &[place]) else {
                        continue;
                    };
                    let source = attribution.source.as_ref();
                    let source = source
                        .and_then(|source| near(self.chosen, claim, &source.text, &source.spans));
                    let source = source.and_then(|place| self.source(place));
                    self.events.push(Event {
                        cue,
                        kind,
                        source,
                        contents: Vec::new(),
                    });
                    self.by_cue.insert(place, self.events.len() - 1);
                    self.events.len() - 1
                }
            };
            let contents = &mut self.events[event].contents;
            if !contents.contains(&content) {
                contents.push(content);
            }
            content = format!("E{}", event + 1);
        }
    }

    fn source(&mut self, place: ByteSpan) -> Option<String> {
        if let Some(known) = self.sources.get(&place) {
            return Some(known.clone());
        }
        let id = self.span("Source", &[place])?;
        self.sources.insert(place, id.clone());
        Some(id)
    }

    fn write_events(&mut self) {
        for (index, event) in std::mem::take(&mut self.events).into_iter().enumerate() {
            let mut line = format!("E{}\t{}:{}", index + 1, event.kind, event.cue);
            if let Some(source) = &event.source {
                line += &format!(" Source:{source}");
            }
            for (index, content) in event.contents.iter().enumerate() {
                let number = if index == 0 {
                    String::new()
                } else {
                    (index + 1).to_string()
                };
                line += &format!(" Content{number}:{content}");
            }
            self.line(&line);
        }
    }
}

/// What Python's `splitlines` splits at, tabs and other controls: none may stand in a line of annotations.
fn breaks(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')
}
