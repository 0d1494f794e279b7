//! Lines of an article that are not its body: byline, date, credit, related link, notice, address.
//!
//! Decided on how newspapers word them. A sentence of the body that happens to be worded so is lost; that is why most
//! patterns ask for a short line.

use super::{byline, dates};
use crate::terms::BlockKind;

const RELATED: [&str; 16] = [
    "related",
    "related article:",
    "related articles:",
    "related:",
    "related story:",
    "related stories:",
    "read more:",
    "read more",
    "read also:",
    "see also:",
    "more on this story",
    "more on this:",
    "also read:",
    "recommended:",
    "don't miss:",
    "read next:",
];

const NOTICES: [&str; 27] = [
    "the views expressed",
    "views expressed in",
    "the opinions expressed",
    "opinions expressed in",
    "the opinions in this",
    "editor's note",
    "editors' note",
    "correction:",
    "clarification:",
    "correction and clarification",
    "this article was amended",
    "this article was updated",
    "this article was corrected",
    "this article was first published",
    "this article was originally",
    "this story was updated",
    "this story has been",
    "this article has been",
    "this article is republished",
    "this article originally",
    "this piece was",
    "this commentary",
    "all rights reserved",
    "disclaimer",
    "an earlier version of this",
    "a version of this article",
    "first published",
];

const OWNERS: [&str; 3] = ["copyright", "©", "(c) 20"];

const CREDITS: [&str; 14] = [
    "photograph:",
    "photographs:",
    "photo:",
    "photos:",
    "picture:",
    "pictures:",
    "image:",
    "images:",
    "illustration:",
    "credit:",
    "credits:",
    "photo by",
    "photograph by",
    "illustration by",
];

const AGENCIES: [&str; 8] = [
    "getty images",
    "reuters",
    "afp",
    "ap photo",
    "associated press",
    "shutterstock",
    "alamy",
    "/ap",
];

const FURNITURE: [&str; 30] = [
    "share",
    "share this",
    "share this article",
    "advertisement",
    "sign up",
    "subscribe",
    "subscribe now",
    "listen",
    "save",
    "comments",
    "comment",
    "print",
    "email",
    "follow us",
    "newsletter",
    "skip to main content",
    "menu",
    "opinion",
    "news",
    "analysis",
    "editorial",
    "letters",
    "politics",
    "world",
    "business",
    "sport",
    "continue reading",
    "continue reading the main story",
    "read the full story",
    "back to top",
];

/// What a line is by its wording; `None` for the body.
pub(super) fn recognise(line: &str) -> Option<BlockKind> {
    let line = line.trim();
    let lower = line.to_lowercase().replace('’', "'");
    let n_words = line.split_whitespace().count();
    let starts = |list: &[&str]| list.iter().any(|start| lower.starts_with(start));
    match () {
        _ if n_words == 0 => Some(BlockKind::Furniture),
        _ if is_address(line) => Some(BlockKind::Address),
        _ if line.len() <= 160 && dates::of_dateline(line).is_some() => Some(BlockKind::Date),
        _ if byline::of_line(line).is_some() || byline::of_dated_line(line).is_some() => {
            Some(BlockKind::Byline)
        }
        // "A version of this appears in print | Order reprints | Subscribe": the site's, not the author's.
        _ if starts(&NOTICES) && lower.matches('|').count() >= 2 => Some(BlockKind::Furniture),
        // A paragraph may begin with the mark of its picture's owner.
        _ if starts(&OWNERS) => (n_words <= 40).then_some(BlockKind::Notice),
        _ if starts(&NOTICES) => Some(BlockKind::Notice),
        _ if n_words <= 25
            && RELATED.iter().any(|start| {
                lower.starts_with(start) && (start.ends_with(':') || lower == *start)
            }) =>
        {
            Some(BlockKind::Related)
        }
        _ if is_credit(line, &lower, n_words) => Some(BlockKind::Credit),
        _ if FURNITURE.contains(&lower.trim_end_matches(':')) => Some(BlockKind::Furniture),
        _ => None,
    }
}

/// "Joren Pike / Ellery Tribune", "Photograph: Lio Farrow", "Anna Lind/Reuters".
fn is_credit(line: &str, lower: &str, n_words: usize) -> bool {
    if n_words > 16 || line.ends_with(['.', '!', '?', '”', '"']) && !lower.contains("photo") {
        return false;
    }
    let slash = line.split_once('/').is_some_and(|(name, agency)| {
        let capital = |part: &str| {
            part.split_whitespace()
                .all(|word| word.starts_with(char::is_uppercase) || word.len() <= 3)
        };
        n_words <= 9
            && !name.trim().is_empty()
            && !agency.trim().is_empty()
            && capital(name)
            && capital(agency)
            && !line.contains(". ")
    });
    CREDITS.iter().any(|start| lower.starts_with(start))
        || AGENCIES.iter().any(|agency| lower.ends_with(agency))
        || slash
}

fn is_address(line: &str) -> bool {
    let bare = line.trim_matches(['<', '>']);
    (bare.starts_with("http://") || bare.starts_with("https://"))
        && !bare.contains(char::is_whitespace)
}

/// Whether most words of the one title stand in the other, and make up much of it.
pub(super) fn is_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty());
        words.take(60).map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    let n_chars =
        |words: &mut dyn Iterator<Item = &String>| words.map(|word| word.len() + 1).sum::<usize>();
    let all = n_chars(&mut other.iter());
    let new = n_chars(&mut other.iter().filter(|word| !one.contains(word)));
    all > 0 && new * 4 < all && all * 2 >= n_chars(&mut one.iter())
}

/// Whether a closing line tells of the author: "Bram Oldacre farms at Low Ormsey."
pub(super) fn is_about_author(line: &str, authors: &[String]) -> bool {
    line.split_whitespace().count() <= 60
        && authors.iter().any(|author| {
            let about = line
                .strip_prefix(author.as_str())
                .or_else(|| line.strip_prefix("The author"));
            about.is_some_and(|rest| rest.starts_with([' ', ',', '’', '\'']))
        })
}

/// A first letter that is set apart from its word: "T" of "The"; "A" and "I" are words.
pub(super) fn is_drop_cap(text: &str) -> bool {
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|letter| letter.is_uppercase() && !matches!(letter, 'A' | 'I'))
        && letters.next().is_none()
}

/// Whether the paragraph goes on in the next: the next starts in lower case, or this one has no end.
pub(super) fn goes_on(this: &str, next: &str) -> bool {
    let ended = this
        .trim_end()
        .ends_with(['.', '!', '?', '”', '"', '’', ':', ';', ')', '…', '*', '»']);
    let continues = next.trim_start().starts_with(char::is_lowercase);
    let begins = next.trim_start().starts_with(char::is_alphanumeric);
    continues && (!ended || this.trim_end().ends_with([',', ';']))
        || !ended && begins && this.split_whitespace().count() > 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_of_a_sentence_is_no_button() {
        assert_eq!(recognise("Comment"), Some(BlockKind::Furniture));
        assert_eq!(recognise("comment."), None);
    }

    #[test]
    fn lines_around_a_body() {
        for (line, kind) in [
            ("By Ines Calloway", Some(BlockKind::Byline)),
            ("March 18, 2024", Some(BlockKind::Date)),
            ("Anna Lind / Fen Post", Some(BlockKind::Credit)),
            ("Photograph: Lio Orr/Fen Post", Some(BlockKind::Credit)),
            (
                "Related article: Depot Chief Warns",
                Some(BlockKind::Related),
            ),
            (
                "The views expressed are those of the author.",
                Some(BlockKind::Notice),
            ),
            (
                "© 2025 Fen Post. No part of this page may be used.",
                Some(BlockKind::Notice),
            ),
            (
                "A version of this article appears on Page 3. | Order Reprints | Subscribe",
                Some(BlockKind::Furniture),
            ),
            ("https://post.example/a", Some(BlockKind::Address)),
            ("By the morning it stood at 80 centimetres.", None),
            ("By closing it, the town lost a friend", None),
            ("The council / parish split was bitter.", None),
        ] {
            assert_eq!(recognise(line), kind, "{line}");
        }
        let paragraph = "The ferry left at noon, and nobody was on it. ".repeat(6);
        assert_eq!(recognise(&format!("© Fen Post {paragraph}")), None);
    }

    #[test]
    fn paragraphs_cut_in_two() {
        assert!(goes_on(
            "But they leave out almost everything",
            "that matters."
        ));
        assert!(goes_on(
            "None of this means that it must sail. If the number of its passengers",
            "Falls"
        ));
        assert!(!goes_on("It ended.", "Then it began."));
        assert!(!goes_on("What would work", "There are better ways."));
    }
}
