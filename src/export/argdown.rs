//! Argdown: a block a claim, and under it what speaks for (`+`) and against (`-`) it.
//!
//! A restatement by the same holder is a second statement of the same title; one by somebody else keeps a title of its
//! own, since data belongs to the title.

use super::chosen::Chosen;
use super::said::{folded, holder, is_attributed, sentence, word};
use crate::report::{ClaimRecord, RelationKind};

pub(super) fn argdown(chosen: &Chosen) -> String {
    let titles = titles(chosen);
    let mut out = front_matter(chosen);
    let to = chosen.relations_by(|relation| &relation.to);
    let from = chosen.relations_by(|relation| &relation.from);
    for (position, claim) in chosen.claims.iter().enumerate() {
        let title = title(chosen, titles[position]);
        let mut data = data(claim);
        for relation in &from[position] {
            let target = titles[chosen.position(&relation.to)];
            let named = match relation.kind {
                RelationKind::Restates if target != titles[position] => "restates",
                RelationKind::Causes => "causes",
                _ => continue,
            };
            data.push((named, quoted(&chosen.claims[target].id)));
        }
        let data: Vec<String> = data
            .iter()
            .map(|(key, value)| format!("{key}: {value}"))
            .collect();
        let tags = [word(&claim.kind), word(&claim.role)];
        let tags = tags.iter().filter(|tag| !tag.is_empty());
        let tags: String = tags.map(|tag| format!(" #{tag}")).collect();
        let words = escaped(&sentence(claim));
        out += &format!("\n{title}: {words}{tags} {{{}}}\n", data.join(", "));
        for relation in &to[position] {
            let sign = match relation.kind {
                RelationKind::Supports => '+',
                RelationKind::Attacks => '-',
                _ => continue,
            };
            let other = titles[chosen.position(&relation.from)];
            out += &format!("  {sign} {}\n", self::title(chosen, other));
        }
    }
    out
}

/// For each claim, which one gives it its title: itself, or the first of those that it restates.
fn titles(chosen: &Chosen) -> Vec<usize> {
    let mut titles: Vec<usize> = (0..chosen.claims.len()).collect();
    for relation in &chosen.relations {
        let (from, to) = (
            chosen.position(&relation.from),
            chosen.position(&relation.to),
        );
        let [one, other] = [from, to].map(|position| chosen.claims[position]);
        let is_same = holder(one) == holder(other)
            && one.holder.kind == other.holder.kind
            && one.polarity == other.polarity;
        // Only backwards, and only to what is no restatement itself: no circles.
        if relation.kind == RelationKind::Restates
            && is_same
            && to < from
            && titles[to] == to
            && titles[from] == from
        {
            titles[from] = to;
        }
    }
    // What was titled before its own title changed follows.
    for position in 0..titles.len() {
        titles[position] = titles[titles[position]];
    }
    titles
}

fn title(chosen: &Chosen, position: usize) -> String {
    format!("[{}]", escaped(&chosen.claims[position].id))
}

fn front_matter(chosen: &Chosen) -> String {
    let article = &chosen.report.article;
    let mut lines = Vec::new();
    lines.extend(
        article
            .title
            .as_ref()
            .map(|title| format!("title: {}", quoted(title))),
    );
    if !article.byline.is_empty() {
        lines.push(format!("author: {}", quoted(&article.byline.join(", "))));
    }
    lines.extend(
        article
            .published
            .as_ref()
            .map(|date| format!("date: {}", quoted(date))),
    );
    lines.extend(
        super::identity::web_address(chosen.report).map(|url| format!("source: {}", quoted(&url))),
    );
    if lines.is_empty() {
        return String::new();
    }
    format!("===\n{}\n===\n", lines.join("\n"))
}

/// What the place of a statement can't say.
fn data(claim: &ClaimRecord) -> Vec<(&'static str, String)> {
    let mut data = Vec::new();
    if is_attributed(claim) {
        data.push(("proponent", quoted(holder(claim))));
    }
    data.extend(
        claim
            .attribution
            .last()
            .map(|one| ("cue", quoted(&one.cue.text))),
    );
    data.push(("quote", quoted(&claim.text)));
    data.extend(
        claim
            .spans
            .first()
            .map(|span| ("start", span.0.to_string())),
    );
    data.extend(claim.spans.last().map(|span| ("end", span.1.to_string())));
    data.extend(
        claim
            .certainty
            .map(|certainty| ("certainty", word(&certainty))),
    );
    data.extend(claim.polarity.map(|polarity| ("polarity", word(&polarity))));
    data.extend(
        claim
            .condition
            .as_ref()
            .map(|condition| ("condition", quoted(&condition.text))),
    );
    if !claim.times.is_empty() {
        let times: Vec<String> = claim.times.iter().map(|time| quoted(&time.value)).collect();
        data.push(("time", format!("[{}]", times.join(", "))));
    }
    data.extend(
        claim
            .checkworthiness
            .map(|worth| ("checkworthiness", worth.to_string())),
    );
    if claim.unsure {
        data.push(("unsure", "true".into()));
    }
    data
}

/// A string of YAML and JSON in which nothing that Argdown would read stands bare.
fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for letter in folded(words).chars() {
        match letter {
            '"' | '\\' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '@' | '*' | '/' | '_' | '~'
            | '=' => {
                out += &format!("\\u{:04x}", u32::from(letter));
            }
            _ => out.push(letter),
        }
    }
    out + "\""
}

/// Words of a statement: a backslash before what Argdown would read; a full stop only where a sign (`.A.`) may begin.
fn escaped(words: &str) -> String {
    let words = folded(words);
    let mut out = String::new();
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        let special = match letter {
            '.' => letters.peek().is_some_and(|next| !next.is_whitespace()),
            '/' => true,
            _ => "\\[]<>#@{}*_:~|$`".contains(letter),
        };
        if special {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
