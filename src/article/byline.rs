//! Names of authors: in a line that a page shows, or in a value that it states.
//!
//! A shown line mixes names with offices, places and dates; what begins in lower case, holds a figure or names an office
//! ends the list. Known to go wrong on offices that look like names ("Sunday Review").

use super::dates;

/// Words before the names.
const LABELS: [&str; 24] = [
    "by", "written by", "words by", "text by", "story by", "posted by", "published by", "reporting by", "report by",
    "analysis by", "opinion by", "review by", "reviewed by", "interview by", "a column by", "author", "authors",
    "von", "par", "por", "di", "article by", "contributed by", "from",
];

/// Small words inside names.
const PARTICLES: [&str; 20] = [
    "de", "van", "von", "der", "den", "la", "le", "du", "al", "bin", "ap", "da", "di", "dos", "del", "della", "el", "ter",
    "ten", "y",
];

/// Words that are no part of a name, in lower case: offices, buttons, days.
const NO_NAMES: [&str; 62] = [
    "editor", "editors", "correspondent", "reporter", "reporters", "writer", "writers", "staff", "senior", "chief",
    "columnist", "contributor", "contributors", "professor", "director", "associate", "assistant", "deputy",
    "political", "analyst", "journalist", "producer", "photographer", "photographs", "photography", "updated",
    "published", "posted", "last", "follow", "share", "comments", "comment", "subscribe", "read", "view", "more",
    "about", "author", "email", "print", "news", "desk", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "january", "february", "march", "june", "july", "august", "september", "october",
    "november", "december", "minutes", "ago",
];

/// Names in a line like "By Ines Calloway" or "By Jo Lind and Max Orr, political editors"; `None` for other lines.
pub(super) fn of_line(line: &str) -> Option<Vec<String>> {
    let line = line.trim();
    let rest = without_label(line)?;
    let names = names(rest);
    let short = line.split_whitespace().count() <= 16 && !line.ends_with('.');
    (short && !names.is_empty()).then_some(names)
}

/// Names and date of a line that holds just these: "Leda Lind | 5 October 2023", "14 May 2025 · Jo Orr".
pub(super) fn of_dated_line(line: &str) -> Option<(Vec<String>, String)> {
    let parts: Vec<&str> = line.split(['|', '•', '·', '—', '–']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let date = parts.iter().find_map(|part| dates::of_line(part))?;
    let rest: Vec<&str> = parts.into_iter().filter(|part| dates::of_line(part).is_none()).collect();
    let found: Vec<String> = rest.iter().flat_map(|part| of_marked(part)).collect();
    let full = found.iter().all(|name| (2..=4).contains(&name.split_whitespace().count()));
    (full && !found.is_empty() && rest.len() <= 2).then_some((found, date))
}

/// Names in a line that the page marks as its byline; a label before them may be missing.
pub(super) fn of_marked(line: &str) -> Vec<String> {
    let line = line.trim();
    names(without_label(line).unwrap_or(line))
}

/// Names in a value that a page states in its head: taken as it is, unless it is a list of full names. None for
/// addresses.
pub(super) fn of_stated(value: &str) -> Vec<String> {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let value = without_label(&value).unwrap_or(&value);
    if value.is_empty() || value.contains("://") || value.contains('@') || value.starts_with('/') {
        return Vec::new();
    }
    let parts: Vec<&str> = parts(value).collect();
    let full = |part: &&str| (2..=5).contains(&part.split_whitespace().count());
    if parts.len() > 1 && parts.iter().all(full) {
        return parts.into_iter().map(str::to_string).collect();
    }
    vec![value.to_string()]
}

/// What stands behind "By", "Written by", "Author:".
fn without_label(line: &str) -> Option<&str> {
    let labels = LABELS.iter().filter_map(|label| {
        let start = line.get(..label.len())?;
        let rest = &line[label.len()..];
        let ends = rest.starts_with([' ', ':', '\u{a0}', '\n', '\t']);
        // "Author" and "from" open sentences too: only a colon makes them labels.
        let fits = ends && (rest.starts_with(':') || !matches!(*label, "author" | "authors" | "from" | "di"));
        (start.eq_ignore_ascii_case(label) && fits).then(|| rest.trim_start_matches(':').trim())
    });
    labels.min_by_key(|rest| rest.len())
}

fn parts(list: &str) -> impl Iterator<Item = &str> {
    list.split([',', ';', '|', '•', '·', '\n'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" & "))
        .flat_map(|part| part.split(" with "))
        .map(|part| part.trim().trim_start_matches("and ").trim())
        .filter(|part| !part.is_empty())
}

/// The names of a list: parts of one to five words in capitals; offices, places and dates are left out.
pub(super) fn names(list: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in parts(list).flat_map(|part| [" - ", " – ", " — ", " / "].iter().fold(vec![part], dashed)) {
        // "Jo (JJ) Lind": a short name inside the name.
        let inside = part.split_once(')').is_some_and(|(before, behind)| before.contains(" (") && behind.trim().starts_with(char::is_uppercase));
        let part = if inside { part } else { part.split('(').next().unwrap_or(part) };
        let part = part.trim().trim_end_matches(['.', ':', '-', '–', '—']);
        let words: Vec<&str> = part.split_whitespace().collect();
        let capital = |word: &&str| !word.starts_with(char::is_lowercase) || PARTICLES.contains(word);
        let letters = |word: &&str| word.trim_start_matches('(').starts_with(char::is_alphabetic);
        let stranger = |word: &&str| NO_NAMES.contains(&word.to_lowercase().trim_matches([':', '.']));
        if words.is_empty()
            || words.len() > 5
            || !words.iter().all(capital)
            || !words.iter().all(letters)
            || part.contains(char::is_numeric)
            || words.iter().any(stranger)
        {
            break;
        }
        // "Jo Lind, London": one word behind a name is its place.
        if (names.is_empty() || words.len() > 1) && !names.iter().any(|name| name == part) {
            names.push(words.join(" "));
        }
    }
    names
}

fn dashed<'a>(parts: Vec<&'a str>, dash: &&str) -> Vec<&'a str> {
    parts.into_iter().flat_map(|part| part.split(*dash)).filter(|part| !part.trim().is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_offices() {
        assert_eq!(of_line("By Jo Lind and Max Orr, political editor").unwrap(), ["Jo Lind", "Max Orr"]);
        assert_eq!(of_line("By Jo Lind, London").unwrap(), ["Jo Lind"]);
        assert_eq!(of_line("Written by Jo Lind - Apr 16, 2015").unwrap(), ["Jo Lind"]);
        assert_eq!(of_line("By Jo (JJ) Lind").unwrap(), ["Jo (JJ) Lind"]);
        assert_eq!(of_line("By closing it, the town lost a friend"), None);
        assert_eq!(of_line("From Low Ormsey the road climbs"), None);
    }

    #[test]
    fn names_beside_a_date() {
        let found = |names: [&str; 1], date: &str| Some((names.map(String::from).to_vec(), date.to_string()));
        assert_eq!(of_dated_line("Leda Lind | 5 October 2023"), found(["Leda Lind"], "2023-10-05"));
        assert_eq!(of_dated_line("14 May 2025 · By Jo Orr"), found(["Jo Orr"], "2025-05-14"));
        assert_eq!(of_dated_line("The vote is on 14 May 2025"), None);
        assert_eq!(of_dated_line("Harbour — 14 May 2025"), None);
    }

    #[test]
    fn stated_values_stay_whole() {
        assert_eq!(of_stated("Lind & Sons"), ["Lind & Sons"]);
        assert_eq!(of_stated("By Jo Lind, Max Orr"), ["Jo Lind", "Max Orr"]);
        assert_eq!(of_stated("https://post.example/lind"), [""; 0]);
    }
}
