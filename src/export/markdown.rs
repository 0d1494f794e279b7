//! A report to read, in Markdown (CommonMark): each claim with its holder, its words in the article and what was decided.

use super::chosen::Chosen;
use super::identity::web_address;
use super::place::border;
use super::quote_url::quote_url;
use super::said::{alone, capital, folded, holder, is_attributed, sentence, source, word};
use crate::report::{ClaimRecord, RelationRecord};
use crate::span::ByteSpan;

/// How much of the article stands around a claim, in bytes.
const AROUND: usize = 60;

pub(super) fn markdown(chosen: &Chosen) -> String {
    let article = &chosen.report.article;
    let title = article
        .title
        .as_deref()
        .unwrap_or("An article without a title");
    let url = web_address(chosen.report);
    let facts = [
        article.byline.join(", "),
        article.published.clone().unwrap_or_default(),
        article.publisher.clone().unwrap_or_default(),
    ];
    let mut facts: Vec<String> = facts
        .iter()
        .filter(|fact| !fact.is_empty())
        .map(|fact| escaped(fact))
        .collect();
    facts.extend(url.as_ref().map(|url| format!("<{url}>")));
    let n_others = chosen
        .claims
        .iter()
        .filter(|claim| is_attributed(claim))
        .count();
    let n_claims = chosen.claims.len();
    let mut out = format!("# {}\n\n", escaped(title));
    if !facts.is_empty() {
        out += &format!("{}\n\n", facts.join(" · "));
    }
    let noun = if n_claims == 1 { "claim" } else { "claims" };
    out += &format!(
        "{n_claims} {noun}, {} by the author and {n_others} by others. This says what is claimed, not what is true.\n",
        n_claims - n_others
    );
    let relations = chosen.relations_by(|relation| &relation.from);
    for (claim, relations) in chosen.claims.iter().zip(relations) {
        out += &format!("\n## {}\n\n{}\n", escaped(&claim.id), said(claim));
        out += &format!("\n> {}\n", in_context(chosen, claim));
        let mut decided = decisions(claim, &relations);
        decided.extend(
            url.as_ref()
                .map(|url| format!("[in the article](<{}>)", quote_url(url, &claim.text))),
        );
        if !decided.is_empty() {
            out += &format!("\n{}\n", decided.join(" · "));
        }
    }
    let version = &chosen.report.version;
    out + &format!(
        "\n---\n\nMade by averral {} with weights {}.\n",
        escaped(&version.averral),
        escaped(&version.weights)
    )
}

/// Holder and sentence, and by whom the holder is reported.
fn said(claim: &ClaimRecord) -> String {
    let outer = claim.attribution.len().saturating_sub(1);
    let reporters: Vec<String> = claim.attribution[..outer]
        .iter()
        .map(|attribution| format!(", says {}", escaped(source(attribution))))
        .collect();
    let reporters: String = reporters.into_iter().rev().collect();
    format!(
        "**{}**{reporters}: {}",
        escaped(&capital(holder(claim))),
        escaped(&sentence(claim))
    )
}

fn decisions(claim: &ClaimRecord, relations: &[&RelationRecord]) -> Vec<String> {
    let innermost = claim.attribution.last();
    let mut decided: Vec<String> = innermost
        .map(|one| format!("{}, by “{}”", word(&one.mode), escaped(&one.cue.text)))
        .into_iter()
        .collect();
    let words = [
        word(&claim.kind),
        word(&claim.certainty),
        word(&claim.polarity),
        word(&claim.role),
    ];
    decided.extend(
        words
            .into_iter()
            .filter(|word| !word.is_empty() && word != "positive"),
    );
    decided.extend(
        relations
            .iter()
            .map(|relation| format!("{} {}", word(&relation.kind), escaped(&relation.to))),
    );
    decided.extend(
        claim
            .checkworthiness
            .map(|worth| format!("worth checking {worth:.2}")),
    );
    if claim.unsure {
        decided.push("unsure: read it in the article before you quote it".into());
    }
    if alone(claim).is_some() {
        decided.extend(
            claim
                .unresolved
                .iter()
                .map(|open| format!("left open: “{}”", escaped(&open.text))),
        );
    }
    decided
}

/// The words of the claim in bold, with some of its paragraph on both sides.
fn in_context(chosen: &Chosen, claim: &ClaimRecord) -> String {
    let (text, pieces) = (chosen.text(), chosen.pieces(claim));
    let Some(whole) = pieces.iter().copied().reduce(ByteSpan::cover) else {
        return escaped(&claim.text);
    };
    let start = border(text, whole.start.saturating_sub(AROUND));
    let before = text[start..whole.start]
        .rsplit("\n\n")
        .next()
        .unwrap_or_default();
    let end = border(text, (whole.end + AROUND).min(text.len()));
    let after = text[whole.end..end]
        .split("\n\n")
        .next()
        .unwrap_or_default();
    // Whole words where the paragraph goes on.
    let is_cut = start > 0 && before.len() == whole.start - start;
    let before = match before.split_once(' ') {
        Some((_, rest)) if is_cut => format!("… {rest}"),
        _ => before.to_string(),
    };
    let is_cut = end < text.len() && after.len() == end - whole.end;
    let after = match after.rsplit_once(' ') {
        Some((rest, _)) if is_cut => format!("{rest} …"),
        _ => after.to_string(),
    };
    let mut out = spaced(&before);
    let mut at = whole.start;
    for piece in pieces {
        let between = ByteSpan::new(at, piece.start);
        let piece = ByteSpan::new(piece.start.max(at), piece.end);
        if !piece.is_empty() {
            out += &spaced(between.of(text));
            out += &format!("**{}**", escaped(piece.of(text)));
            at = piece.end;
        }
    }
    out += &spaced(after.as_str());
    out.trim().to_string()
}

/// Escaped, with a blank where the words begin or end with one.
fn spaced(words: &str) -> String {
    let blank = |is: bool| if is { " " } else { "" };
    let start = blank(words.starts_with(char::is_whitespace));
    let end = blank(words.ends_with(char::is_whitespace) && !words.trim().is_empty());
    format!("{start}{}{end}", escaped(words))
}

/// Words on one line, none of which is markup.
fn escaped(words: &str) -> String {
    let words = folded(words);
    let mut out = String::new();
    // What begins a list or underlines a heading, if it begins a line.
    let number = words.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let sign = words.len() - number.len();
    let is_item = sign > 0 && matches!(number.as_bytes(), [b'.' | b')'] | [b'.' | b')', b' ', ..]);
    for (at, letter) in words.char_indices() {
        let begins = at == 0 && "-+=".contains(letter) || at == sign && is_item;
        if begins || "\\`*_{}[]<>#|~&!$^".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn words_are_no_markup() {
        for (words, written) in [
            ("<img src=x>", "\\<img src=x\\>"),
            ("1. one", "1\\. one"),
            ("1.5 metres", "1.5 metres"),
            ("12 May", "12 May"),
            ("- a\n# b", "\\- a \\# b"),
            ("[a](b) *c* _d_ `e`", "\\[a\\](b) \\*c\\* \\_d\\_ \\`e\\`"),
            ("&amp;", "\\&amp;"),
            ("=", "\\="),
        ] {
            assert_eq!(escaped(words), written);
        }
    }
}
