//! DOT (Graphviz): the argument map, a box a claim.

use super::chosen::Chosen;
use super::said::{folded, heading, sentence};
use super::wrapped::wrapped;
use crate::report::RelationKind;

pub(super) fn dot(chosen: &Chosen) -> String {
    let mut out =
        String::from("digraph averral {\n  rankdir=BT;\n  node [shape=box, style=rounded];\n");
    for claim in &chosen.claims {
        let mut lines = vec![heading(claim)];
        lines.extend(wrapped(&folded(&sentence(claim)), 34));
        let lines: Vec<String> = lines
            .iter()
            .filter(|line| !line.is_empty())
            .map(|line| escaped(line))
            .collect();
        let id = quoted(&claim.id);
        out += &format!("  {id} [id={id}, label=\"{}\"", lines.join("\\n"));
        if let Some(attribution) = claim.attribution.last() {
            out += &format!(", tooltip={}", quoted(&attribution.cue.text));
        }
        out += "];\n";
    }
    for relation in &chosen.relations {
        let style = match relation.kind {
            RelationKind::Supports => "label=\"supports\"",
            RelationKind::Attacks => "label=\"attacks\", arrowhead=tee, style=dashed",
            RelationKind::Restates => "label=\"restates\", arrowhead=none, style=dotted",
            RelationKind::Causes => "label=\"causes\", color=gray40, fontcolor=gray40",
        };
        let (from, to) = (quoted(&relation.from), quoted(&relation.to));
        out += &format!("  {from} -> {to} [{style}];\n");
    }
    out + "}\n"
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", escaped(words))
}

/// Between quotation marks: a backslash would begin an escape of a label (`\N`, `\G`).
fn escaped(words: &str) -> String {
    folded(words).replace('\\', "\\\\").replace('"', "\\\"")
}

#[cfg(test)]
mod tests {
    #[test]
    fn labels_hold_what_would_end_them() {
        for (words, written) in [
            ("say \"no\"", "\"say \\\"no\\\"\""),
            ("C:\\N", "\"C:\\\\N\""),
            ("ends in \\", "\"ends in \\\\\""),
            ("two\nlines\0", "\"two lines\""),
            ("<b>\u{1F4DA}</b>", "\"<b>\u{1F4DA}</b>\""),
        ] {
            assert_eq!(super::quoted(words), written);
        }
    }
}
