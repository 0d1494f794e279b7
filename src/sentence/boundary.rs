//! Where sentences end.
//!
//! Decided on the marks `. ! ? …`, abbreviations, the case of the next word and quotation marks. Known to go wrong
//! where an abbreviation ends a sentence and the next one begins with a name, and in verse.

use super::token::{ABBREVIATIONS, RawToken};
use std::ops::Range;

/// Words that begin sentences rather than continue an abbreviation: "I live in the U.S. How about you?"
const STARTERS: [&str; 56] = [
    "A", "After", "All", "An", "And", "Are", "As", "At", "But", "Did", "Do", "Does", "For", "He",
    "Her", "Here", "His", "How", "However", "I", "If", "In", "Is", "It", "Its", "My", "No", "Not",
    "On", "One", "Or", "Our", "She", "So", "That", "The", "Their", "Then", "There", "These",
    "They", "This", "Those", "Was", "We", "What", "When", "Where", "While", "Who", "Why", "Since",
    "Some", "Many", "Yet", "You",
];

/// What may follow a time of the day: "9 a.m. EST", "10 p.m. Wednesday".
const DAYS: [&str; 16] = [
    "EST",
    "EDT",
    "PST",
    "PDT",
    "CST",
    "CDT",
    "GMT",
    "BST",
    "ET",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// What bears a letter for its name: the stop behind "plan B." ends the sentence, where that of an initial goes on to the
/// name.
const LETTERED: [&str; 38] = [
    "appendix",
    "block",
    "box",
    "category",
    "chapter",
    "class",
    "column",
    "exhibit",
    "gate",
    "grade",
    "group",
    "hepatitis",
    "influenza",
    "item",
    "level",
    "lot",
    "option",
    "part",
    "phase",
    "plan",
    "platform",
    "point",
    "question",
    "room",
    "route",
    "schedule",
    "section",
    "series",
    "stand",
    "step",
    "table",
    "team",
    "terminal",
    "test",
    "type",
    "unit",
    "version",
    "vitamin",
];

/// Words that introduce a quotation are no more.
const MOST_BEFORE_SPEECH: usize = 40;

/// An item has no more bullets before its number.
const MOST_BULLETS: usize = 4;

/// No more marks that close a sentence are looked at.
const MOST_CLOSING: usize = 40;

const SAID: [&str; 18] = [
    "said",
    "says",
    "asked",
    "asks",
    "wrote",
    "writes",
    "added",
    "adds",
    "told",
    "replied",
    "insisted",
    "argued",
    "warned",
    "explained",
    "cried",
    "shouted",
    "called",
    "wondered",
];

/// Ranges of tokens, one for each sentence. Linear.
pub(super) fn sentences(text: &str, tokens: &[RawToken]) -> Vec<Range<usize>> {
    let walker = Walker {
        text,
        tokens,
        list_of_lines: is_list_of_lines(text),
    };
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let end = walker.boundary_behind(start, at);
        match end {
            Some(end) => {
                sentences.push(start..end);
                start = end;
                at = end;
            }
            None => at += 1,
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

/// Several short lines without full stops are items, not one wrapped sentence.
fn is_list_of_lines(text: &str) -> bool {
    let (mut n_lines, mut n_letters, mut stops) = (0, 0, false);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        n_lines += 1;
        n_letters += line.len();
        stops |= line.ends_with(['.', '!', '?', ',']);
    }
    n_lines >= 2 && n_letters / n_lines < 30 && !stops
}

struct Walker<'a> {
    text: &'a str,
    tokens: &'a [RawToken],
    list_of_lines: bool,
}

impl Walker<'_> {
    fn form(&self, token: usize) -> &str {
        self.tokens
            .get(token)
            .map_or("", |token| token.span.of(self.text))
    }

    fn spaced(&self, token: usize) -> bool {
        self.tokens.get(token).is_none_or(|token| token.spaced)
    }

    /// The end of the sentence from `start`, if it is right behind token `at` and the marks that close it.
    fn boundary_behind(&self, start: usize, at: usize) -> Option<usize> {
        if self.line_ends(at) {
            return Some(at + 1);
        }
        if at > start
            && self.is_list_number(at + 1)
            && self.is_list_number(start)
            && !self.is_list_number(at)
        {
            return Some(at + 1);
        }
        let form = self.form(at);
        let mark = form
            .chars()
            .all(|letter| matches!(letter, '.' | '!' | '?' | '…'))
            || is_face(form);
        let abbreviation = !mark && form.ends_with('.');
        if !mark && !abbreviation || form.is_empty() {
            return None;
        }
        let mut end = at + 1;
        let farthest = at + MOST_CLOSING;
        // Spaced-out marks: ". . . .", "! ! !".
        while mark
            && end < farthest
            && (matches!(self.form(end), "." | "…")
                || matches!(form, "!" | "?") && matches!(self.form(end), "!" | "?"))
        {
            end += 1;
        }
        while end < farthest && self.closes(end) {
            end += 1;
        }
        if end >= self.tokens.len() {
            return None;
        }
        let next = self.form(end);
        let first = self.first_letter(end);
        if first.is_some_and(char::is_lowercase) && !matches!(next, "iPhone" | "iPad" | "eBay") {
            // Lower case goes on, unless it is the second text of one that was typed without capitals.
            return None;
        }
        if matches!(next, "," | ";" | ":" | "-" | "–" | "—" | "―") || self.is_year_in_brackets(end)
        {
            return None;
        }
        // "Com. & Adm.": an abbreviation that no list has.
        if next == "&"
            && self
                .form(at.wrapping_sub(1))
                .starts_with(char::is_uppercase)
        {
            return None;
        }
        let word = form.trim_end_matches('.');
        if abbreviation
            && next.starts_with(|letter: char| letter.is_ascii_digit())
            && !word.contains('.')
        {
            return None;
        }
        if abbreviation && !self.abbreviation_ends(start, at, word, next) {
            return None;
        }
        if mark && at == start && !self.spaced(end) {
            return None;
        }
        if self.is_item_marker(start, at) || form == "." && self.form(at.wrapping_sub(1)) == "°" {
            return None;
        }
        let ellipsis =
            form.starts_with("..") || form == "…" || end > at + 1 && self.form(at + 1) == ".";
        if ellipsis && (next == "(" || first.is_none_or(|letter| !letter.is_uppercase())) {
            return None;
        }
        // "what I said, the point is . . . I was tired", but four stops end a sentence.
        let n_stops = (end.saturating_sub(MOST_CLOSING)..end)
            .rev()
            .take_while(|&token| self.form(token) == ".")
            .count();
        if next == "I" && n_stops == 3 {
            return None;
        }
        if ellipsis
            && end == at + 1
            && next == "I"
            && form.len() <= 5
            && self.form(at.wrapping_sub(1)) != "."
            && self.spaced(at)
        {
            return None;
        }
        let quoted = (at + 1..end).any(|closer| is_quotation_mark(self.form(closer)));
        if quoted && self.speech_goes_on(start, at, end) {
            return None;
        }
        Some(end)
    }

    /// Whether a closing mark that belongs to the sentence stands at `token`: no blank before it, or a footnote mark.
    fn closes(&self, token: usize) -> bool {
        let form = self.form(token);
        let reference = form == "["
            && self
                .form(token + 1)
                .bytes()
                .all(|byte| byte.is_ascii_digit())
            && self.form(token + 2) == "]";
        if self.spaced(token) {
            return reference || is_face(form);
        }
        match form {
            "”" | "’" | "\"" | "'" | "»" | ")" | "]" | "*" => true,
            "[" => reference,
            _ => {
                let inside_reference =
                    self.form(token.wrapping_sub(1)) == "[" && self.form(token + 1) == "]";
                inside_reference || form.chars().all(|letter| matches!(letter, '.' | '!' | '?'))
            }
        }
    }

    /// A stop that an abbreviation brings along may end the sentence as well.
    fn abbreviation_ends(&self, start: usize, at: usize, word: &str, next: &str) -> bool {
        let lower = word.to_lowercase();
        if ABBREVIATIONS.get(lower.as_str()) == Some(&true) {
            return false;
        }
        let starter = STARTERS.contains(&next);
        let single = word.chars().count() == 1;
        let capital = self.first_letter(at + 1).is_some_and(char::is_uppercase);
        let numbered = self
            .form(at.wrapping_sub(1))
            .starts_with(|letter: char| letter.is_ascii_digit());
        match lower.as_str() {
            // "At 5 a.m. Mr. Smith" has said nothing yet.
            "a.m" | "p.m" => {
                let opening =
                    matches!(self.form(start), "At" | "On" | "In" | "By") && is_title(next);
                at >= start + 4 && capital && !opening && !DAYS.contains(&next)
            }
            // "in 753 B.C. Augustus", "is 3 ft. Tom", "her Ph.D. Tom", but "Smith, Ph.D. graduated".
            "b.c" | "a.d" | "c.e" | "b.c.e" | "ft" | "lb" | "oz" => starter || numbered && capital,
            "ph.d" | "m.d" | "ll.m" | "ll.b" | "ll.d" | "j.d" | "m.b.a" => {
                starter || capital && self.form(at.wrapping_sub(1)) != ","
            }
            // "you and I. Did you", "plan B. Critics" but "Albert I. Jones".
            _ if single && word != "a" => {
                let before = self.form(at.wrapping_sub(1));
                at > start
                    && (starter && matches!(before, "and" | "or" | "than" | "but")
                        || capital && LETTERED.contains(&before.to_lowercase().as_str()))
            }
            _ => starter || is_quotation_mark(next) && next != "'",
        }
    }

    /// Whether a speaker follows the quotation that ends with the mark at `at`: "Why?" Mara Lind asked.
    fn speech_goes_on(&self, start: usize, at: usize, token: usize) -> bool {
        for (names, ahead) in (token..token + 5).enumerate() {
            let form = self.form(ahead);
            if SAID.contains(&form) {
                // "Why?" Mara Lind asked. But: "Why?" She said that …
                return names > 0
                    && match self.form(ahead + 1) {
                        "." | ";" | "" => true,
                        // "We lost." Orr said, "We won.": the next speaker's own words follow.
                        "," | ":" => self.form(at) != "." && !self.is_introduced(start, at),
                        _ => false,
                    };
            }
            if !form.starts_with(char::is_alphabetic) {
                return false;
            }
        }
        false
    }

    /// Whether the first quotation of the sentence stands behind words that introduce it: Holm said: "We lost."
    fn is_introduced(&self, start: usize, at: usize) -> bool {
        (start..at.min(start + MOST_BEFORE_SPEECH))
            .find(|&token| self.opens_quotation(token))
            .is_some_and(|open| open > start && matches!(self.form(open - 1), "," | ":"))
    }

    fn opens_quotation(&self, token: usize) -> bool {
        matches!(self.form(token), "\"" | "“" | "'" | "‘" | "«")
    }

    /// "edited by S. Lind, ed. (2009)": a year in brackets goes on.
    fn is_year_in_brackets(&self, token: usize) -> bool {
        let year = self.form(token + 1);
        self.form(token) == "("
            && year.len() == 4
            && year.bytes().all(|byte| byte.is_ascii_digit())
            && self.form(token + 2) == ")"
    }

    fn first_letter(&self, token: usize) -> Option<char> {
        let skip = is_quotation_mark(self.form(token)) || matches!(self.form(token), "(" | "[");
        self.form(if skip { token + 1 } else { token })
            .chars()
            .next()
    }

    fn line_ends(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else {
            return false;
        };
        let between = self
            .text
            .get(self.tokens[at].span.end..next.span.start)
            .unwrap_or("");
        between.matches('\n').count() >= if self.list_of_lines { 1 } else { 2 }
    }

    /// "1.", "2)", "b." or a bullet before an item.
    fn is_list_number(&self, token: usize) -> bool {
        let form = self.form(token);
        if form.len() > 4 {
            return false;
        }
        let behind = self.form(token + 1);
        let bullet = matches!(form, "•" | "⁃" | "◦");
        let bare = form.trim_end_matches('.');
        let counts = !bare.is_empty()
            && (bare.len() <= 3 && bare.chars().all(|letter| letter.is_ascii_digit())
                || bare.len() == 1 && bare.chars().all(|letter| letter.is_ascii_lowercase()));
        let marked = (form.ends_with('.') || matches!(behind, "." | ")" | ".)"))
            && !self.spaced(token + 1)
            || form.ends_with('.');
        self.spaced(token)
            && (bullet
                || counts
                    && marked
                    && !self.is_bullet(token.wrapping_sub(1))
                    && self.item_starts(token))
    }

    /// "1." or "a." at the start of an item, behind bullets or not.
    fn is_item_marker(&self, start: usize, at: usize) -> bool {
        let Some(marker) = at.checked_sub(1).filter(|&marker| {
            (start..start + MOST_BULLETS).contains(&marker)
                && (start..marker).all(|token| self.is_bullet(token))
        }) else {
            return false;
        };
        let form = self.form(marker);
        let number = form.bytes().all(|byte| byte.is_ascii_digit());
        let letter = form.len() == 1 && form.bytes().all(|byte| byte.is_ascii_lowercase());
        (number || letter) && self.form(at) == "."
    }

    fn is_bullet(&self, token: usize) -> bool {
        matches!(self.form(token), "•" | "⁃" | "◦")
    }

    fn item_starts(&self, token: usize) -> bool {
        let word =
            (token + 1..token + 4).find(|&ahead| self.form(ahead).starts_with(char::is_alphabetic));
        word.is_some_and(|word| {
            self.spaced(word) && self.form(word).starts_with(char::is_uppercase)
        })
    }
}

fn is_title(form: &str) -> bool {
    form.ends_with('.')
        && ABBREVIATIONS.get(form.trim_end_matches('.').to_lowercase().as_str()) == Some(&true)
}

/// ":)" after a sentence stands for its full stop.
fn is_face(form: &str) -> bool {
    form.len() > 1 && form.starts_with([':', ';', '=']) && form.ends_with([')', '(', 'D', 'P'])
}

fn is_quotation_mark(form: &str) -> bool {
    matches!(form, "\"" | "“" | "”" | "'" | "‘" | "’" | "«" | "»")
}

#[cfg(test)]
mod tests {
    use crate::sentence::split_text;

    /// Marks that are looked at again from each of them would not end here.
    #[test]
    fn long_rows_of_marks_are_cut() {
        for unit in [". ", ".)", "! ", "• ", "1. ", "[1", "?\" "] {
            let text = unit.repeat(150_000 / unit.len()) + "and so on";
            let n_tokens: usize = split_text(&text, 0, 0)
                .iter()
                .map(|sentence| sentence.tokens.len())
                .sum();
            assert!((3..=text.len()).contains(&n_tokens), "{unit:?}");
        }
    }
}
