//! Plain text → drafts: paragraphs parted by empty lines, or one a line; hard wraps undone; the head of a newspaper
//! page told from the body.

use super::draft::Draft;
use super::mail::Mail;
use super::page_lines::PageLines;
use super::{dates, lines};
use crate::span::ByteSpan;
use crate::terms::BlockKind;

/// Reads plain text. Linear.
pub(super) fn read(source: &str) -> Vec<Draft> {
    let wrapped = is_wrapped(source);
    let page_lines = PageLines::find(source);
    let mut mail = Mail::default();
    let mut drafts: Vec<Draft> = Vec::new();
    let mut fresh = true;
    let mut at = 0;
    for line in source.split_inclusive(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']) {
        let span = ByteSpan::new(at, at + line.len());
        at += line.len();
        let inner = unquoted(span.trimmed(source), source);
        if inner.is_empty() {
            // CRLF is two ends of one line.
            fresh |= line.contains('\n')
                || line.len() > 1
                || line.starts_with(['\u{c}', '\u{2028}', '\u{2029}']);
            continue;
        }
        let text = inner.of(source);
        use BlockKind::{Byline, Date, Furniture, Title};
        let first = drafts.len() < 16
            && drafts
                .iter()
                .all(|draft| matches!(draft.kind, Byline | Date | Furniture | Title));
        let of_mail = mail.line(text, first);
        let of_page = || page_lines.has(text).then_some((Furniture, 0, text.len()));
        if let Some((kind, from, to)) = of_mail
            .map(|line| (line.kind, line.from, line.to))
            .or_else(of_page)
        {
            let mut draft = Draft::new(kind);
            draft.push_verbatim(source, ByteSpan::new(inner.start + from, inner.start + to));
            drafts.push(draft);
            fresh = true;
            continue;
        }
        let item = is_item(text);
        let alone = lines::recognise(text).is_some_and(|kind| kind != BlockKind::Notice)
            && text.split_whitespace().count() <= 14;
        let after_alone = drafts.last().is_some_and(|draft| {
            draft.kind != BlockKind::Paragraph && draft.kind != BlockKind::ListItem
        });
        if fresh || !wrapped || item || alone || after_alone || drafts.is_empty() {
            let kind = if alone {
                lines::recognise(text).unwrap_or(BlockKind::Paragraph)
            } else if item {
                BlockKind::ListItem
            } else {
                BlockKind::Paragraph
            };
            let mut draft = Draft::new(kind);
            draft.push_verbatim(source, ByteSpan::new(inner.start, span.end));
            drafts.push(draft);
        } else if let Some(draft) = drafts.last_mut() {
            draft.join_word(text);
            draft.push_verbatim(source, ByteSpan::new(inner.start, span.end));
        }
        fresh = false;
    }
    typed(drafts)
}

/// Whether lines were broken by width: several long lines end without a full stop and the next goes on.
fn is_wrapped(source: &str) -> bool {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let goes_on = |pair: &&[&str]| {
        pair[0].len() > 40
            && pair[0].len() < 120
            && !pair[0].ends_with(['.', '!', '?', '”', '"'])
            && !pair[1].is_empty()
    };
    let n_wrapped = lines.windows(2).filter(goes_on).count();
    // A column one or two words wide.
    let words: Vec<usize> = lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| line.split_whitespace().count())
        .collect();
    if words.len() >= 20 && words.iter().filter(|&&n| n <= 2).count() * 10 > words.len() * 8 {
        return true;
    }
    let n_long = lines.iter().filter(|line| line.len() > 120).count();
    n_wrapped >= 1 && n_wrapped > n_long
}

/// The line without the `>` of a quoted mail.
fn unquoted(span: ByteSpan, source: &str) -> ByteSpan {
    let bare = span.of(source).trim_start_matches(['>', ' ', '|']);
    ByteSpan::new(span.end - bare.len(), span.end)
}

fn is_item(line: &str) -> bool {
    let number = line.find(['.', ')']).is_some_and(|mark| {
        mark > 0
            && mark <= 2
            && line[..mark].bytes().all(|byte| byte.is_ascii_digit())
            && line[mark + 1..].starts_with(' ')
    });
    line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ") || number
}

/// Tells the head of the page from its body. The title is the last short line without a full stop before byline, date
/// or body; what stands above it names the paper and its section.
fn typed(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let first = drafts
        .iter()
        .position(|draft| draft.kind == BlockKind::Paragraph && !is_masthead(&draft.text()));
    let is_body = |(index, draft): (usize, &Draft)| {
        let text = draft.text();
        let n_words = text.split_whitespace().count();
        // "What is a quiet night worth?" at the top is a title.
        let asks = Some(index) == first
            && n_words <= 14
            && text.ends_with(['?', '!', '”', '"', '’'])
            && !is_quoted_sentence(&text)
            && !text.starts_with(['“', '"']);
        draft.kind == BlockKind::Paragraph
            && !asks
            && (n_words > 18 || text.ends_with(['.', '!', '?', '”', '"', '…']))
    };
    let head = drafts
        .iter()
        .enumerate()
        .position(is_body)
        .unwrap_or(drafts.len());
    let credits = drafts[..head]
        .iter()
        .position(|draft| matches!(draft.kind, BlockKind::Byline | BlockKind::Date));
    let is_title = |index: usize| {
        drafts[index].kind == BlockKind::Paragraph && !is_masthead(&drafts[index].text())
    };
    // A date may stand above the title.
    let above = credits.unwrap_or(head);
    let limit = if (0..above).any(is_title) {
        above
    } else {
        head
    };
    // The subject of a mail is a title already.
    let subject = drafts.iter().any(|draft| draft.kind == BlockKind::Title);
    if let Some(first) = (0..limit)
        .find(|&index| is_title(index))
        .filter(|_| !subject && (head < drafts.len() || drafts.len() > 1))
    {
        for (index, draft) in drafts.iter_mut().enumerate().take(limit) {
            draft.kind = match index {
                _ if index == first => BlockKind::Title,
                _ if draft.kind == BlockKind::Paragraph
                    && (index < first || is_masthead(&draft.text())) =>
                {
                    BlockKind::Furniture
                }
                // A poem or a list is no standfirst.
                _ if draft.kind == BlockKind::Paragraph && index <= first + 4 => {
                    BlockKind::Standfirst
                }
                _ => draft.kind,
            };
        }
        // "Standfirst." between title and byline ends with a full stop.
        let above_byline = drafts
            .iter()
            .position(|draft| draft.kind == BlockKind::Byline)
            .unwrap_or(0);
        for draft in drafts.iter_mut().take(above_byline).skip(first + 1) {
            if draft.kind == BlockKind::Paragraph && draft.text().split_whitespace().count() <= 50 {
                draft.kind = BlockKind::Standfirst;
            }
        }
    }
    for draft in &mut drafts {
        if draft.kind == BlockKind::Paragraph {
            let text = draft.text();
            if let Some(kind) = lines::recognise(&text) {
                draft.kind = kind;
            } else if text.split_whitespace().count() <= 8
                && !text.ends_with(['.', '!', '?', ':', '”', '"', ',', ';', '…', '’', ')'])
                && is_capital(&text)
            {
                draft.kind = BlockKind::Heading;
            }
        }
    }
    drafts
}

/// 'Holm said: "We lost."' is a sentence, "The man who was “lost”" may be a title.
fn is_quoted_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(['”', '"', '’']);
    bare.len() < line.len() && bare.ends_with('.')
}

/// "Background", "2 Background", "2.1. Background".
fn is_capital(line: &str) -> bool {
    let words = line.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let numbered =
        words.len() < line.len() && words.starts_with(' ') && line.len() - words.len() <= 5;
    if numbered { words.trim_start() } else { line }.starts_with(char::is_uppercase)
}

/// The name of a paper or of a section, or both: "THE VALE COURIER", "The Vale Courier | Leading article", "Opinion".
fn is_masthead(line: &str) -> bool {
    const SECTIONS: [&str; 34] = [
        "comment",
        "opinion",
        "news",
        "analysis",
        "editorial",
        "letters",
        "politics",
        "world",
        "business",
        "culture",
        "op-ed",
        "leader",
        "leading article",
        "column",
        "commentary",
        "local",
        "local news",
        "national",
        "sport",
        "science",
        "health",
        "science and health",
        "health and science",
        "our view",
        "the view",
        "essay",
        "feature",
        "features",
        "economy",
        "money",
        "environment",
        "education",
        "technology",
        "explainer",
    ];
    const PAPERS: [&str; 34] = [
        "courier",
        "herald",
        "times",
        "post",
        "gazette",
        "tribune",
        "reader",
        "observer",
        "chronicle",
        "journal",
        "mail",
        "standard",
        "star",
        "echo",
        "argus",
        "mercury",
        "sentinel",
        "record",
        "review",
        "press",
        "globe",
        "telegraph",
        "examiner",
        "register",
        "dispatch",
        "bulletin",
        "monitor",
        "ledger",
        "news",
        "mirror",
        "guardian",
        "advertiser",
        "independent",
        "messenger",
    ];
    let capitals = line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase);
    let is_section = |part: &str| {
        SECTIONS.contains(&part)
            || part.ends_with(" column") && part.split_whitespace().count() <= 2
    };
    let is_paper = |part: &str| {
        let words: Vec<&str> = part.split_whitespace().collect();
        (2..=5).contains(&words.len()) && words.last().is_some_and(|last| PAPERS.contains(last))
    };
    let lower = line.to_lowercase();
    let parts: Vec<&str> = lower
        .split(['|', '·', '•', '—', '–', ':', '/', ','])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    // "The late post" alone may be a title: a paper is known by its capitals or by what stands beside it.
    let named = line.split_whitespace().all(|word| {
        word.starts_with(|letter: char| !letter.is_lowercase())
            || matches!(word, "of" | "and" | "the")
    });
    let is_date =
        |part: &str| dates::of_line(part).is_some() || part.ends_with("day") && !part.contains(' ');
    let all_known = !parts.is_empty()
        && !parts.iter().all(|part| is_date(part))
        && parts.iter().all(|part| {
            is_section(part) || is_date(part) || is_paper(part) && (named || parts.len() > 1)
        });
    capitals && line.split_whitespace().count() <= 5 || all_known
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(source: &str) -> Vec<(BlockKind, String)> {
        read(source)
            .iter()
            .map(|draft| (draft.kind, draft.text()))
            .collect()
    }

    #[test]
    fn heads_of_pages() {
        let body = "Nobody has asked the sailors, who would pay for it, whether they want a lamp without a keeper at all.";
        for (head, title) in [
            (
                "The Vale Courier | Leading article\n\n12 March 2024\n\nKeep the keeper",
                "Keep the keeper",
            ),
            (
                "THE VALE COURIER\nComment\n\nKeep the keeper\n\nBy Jo Lind",
                "Keep the keeper",
            ),
            (
                "Science | Analysis\n\nWhat is a quiet night worth?\n\nA study counts the hours.\n\nBy Jo Lind",
                "What is a quiet night worth?",
            ),
            (
                "The Vale Courier, Tuesday 12 March 2024\n\nKeep the keeper",
                "Keep the keeper",
            ),
        ] {
            let found = kinds(&format!("{head}\n\n{body}"));
            let titles: Vec<&str> = found
                .iter()
                .filter(|(kind, _)| *kind == BlockKind::Title)
                .map(|(_, text)| text.as_str())
                .collect();
            assert_eq!(titles, [title], "{found:?}");
            assert_eq!(
                found.last().unwrap(),
                &(BlockKind::Paragraph, body.to_string())
            );
        }
    }

    #[test]
    fn a_first_paragraph_is_no_title() {
        for line in ["Holm said: “We lost.”", "Holm said, \"We lost.\""] {
            let found = kinds(&format!("{line}\n\nThe vote was on Monday."));
            assert_eq!(found[0], (BlockKind::Paragraph, line.to_string()));
        }
    }

    /// Short lines without a body: were each added to the standfirst, that would grow with the list.
    #[test]
    fn a_list_is_no_standfirst() {
        let list =
            "The ferry to Ormsey\n\n".to_string() + &"So said the mayor here\n\n".repeat(2_000);
        let article = crate::article::read(&list, &crate::Options::default());
        assert!(
            article
                .metadata
                .standfirst
                .is_some_and(|found| found.value.len() < 200)
        );
    }
}
