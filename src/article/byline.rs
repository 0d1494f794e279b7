//! Names of authors: in a line that a page shows, or in a value that it states.
//!
//! A shown line mixes names with offices, places and dates; what begins in lower case, holds a figure or names an office
//! ends the list. Known to go wrong on offices that look like names ("Sunday Review").

use super::dates;
use jiff::civil::Date;

/// Words before the names.
const LABELS: [&str; 24] = [
    "by",
    "written by",
    "words by",
    "text by",
    "story by",
    "posted by",
    "published by",
    "reporting by",
    "report by",
    "analysis by",
    "opinion by",
    "review by",
    "reviewed by",
    "interview by",
    "a column by",
    "author",
    "authors",
    "von",
    "par",
    "por",
    "di",
    "article by",
    "contributed by",
    "from",
];

/// Small words inside names.
const PARTICLES: [&str; 20] = [
    "de", "van", "von", "der", "den", "la", "le", "du", "al", "bin", "ap", "da", "di", "dos",
    "del", "della", "el", "ter", "ten", "y",
];

/// Words that are no part of a name, in lower case: offices, buttons, days.
const NO_NAMES: [&str; 62] = [
    "editor",
    "editors",
    "correspondent",
    "reporter",
    "reporters",
    "writer",
    "writers",
    "staff",
    "senior",
    "chief",
    "columnist",
    "contributor",
    "contributors",
    "professor",
    "director",
    "associate",
    "assistant",
    "deputy",
    "political",
    "analyst",
    "journalist",
    "producer",
    "photographer",
    "photographs",
    "photography",
    "updated",
    "published",
    "posted",
    "last",
    "follow",
    "share",
    "comments",
    "comment",
    "subscribe",
    "read",
    "view",
    "more",
    "about",
    "author",
    "email",
    "print",
    "news",
    "desk",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "minutes",
    "ago",
];

/// Names in a line like "By Ines Calloway" or "By Jo Lind and Max Orr, political editors"; `None` for other lines.
pub(super) fn of_line(line: &str) -> Option<Vec<String>> {
    let line = line.trim();
    let rest = without_label(line)?;
    let posted = ["posted by ", "written by "]
        .iter()
        .any(|label| line.to_lowercase().starts_with(label));
    let n_words = line.split_whitespace().count();
    if n_words > 16 || line.ends_with('.') && !(posted && n_words <= 8) {
        return None;
    }
    // "Posted by jo, lind22 on 2019-02-15": accounts may be small.
    let dated = rest
        .split_once(" on ")
        .filter(|(_, date)| posted && dates::within(date).is_some());
    let authors = dated.map_or_else(|| names(rest), |(names, _)| accounts(names));
    (!authors.is_empty()).then_some(authors)
}

/// Names in a line that ends with them: "2/26/2015 7:11 AM by Fen Staff", "On 14 May 2025 by @jolind".
pub(super) fn behind_date(line: &str) -> Option<Vec<String>> {
    let lower = line.to_ascii_lowercase();
    let at = lower.find(" by ").filter(|_| line.len() < 120)?;
    let before = line[..at]
        .trim_start_matches("Posted ")
        .trim_start_matches("On ")
        .trim_start_matches("on ");
    let dated = before.starts_with(|letter: char| letter.is_ascii_digit())
        || dates::within(before).is_some();
    let dated = dated && before.split([' ', ',']).all(dates::is_of_date);
    let rest = line[at + 4..].trim().trim_end_matches('.');
    let authors = if rest.starts_with('@') {
        accounts(rest)
    } else {
        names(rest)
    };
    (dated && !authors.is_empty()).then_some(authors)
}

/// Names of one to three words, small letters too.
fn accounts(list: &str) -> Vec<String> {
    let parts = parts(list).map(|part| part.trim_start_matches('@'));
    let parts = parts.filter(|part| (1..=3).contains(&part.split_whitespace().count()));
    parts.map(str::to_string).collect()
}

/// Whether a name is that of an account rather than of a person: "@jolind", "lind22".
pub(super) fn is_account(name: &str) -> bool {
    !name.contains(' ')
        && (name.starts_with('@') || name.chars().any(|letter| letter.is_ascii_digit()))
}

/// Names and date of a line that holds just these: "Leda Lind | 5 October 2023", "14 May 2025 · Jo Orr".
pub(super) fn of_dated_line(line: &str) -> Option<(Vec<String>, Date)> {
    let parts: Vec<&str> = line
        .split(['|', '•', '·', '—', '–'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let date = parts.iter().find_map(|part| dates::of_line(part))?;
    let rest: Vec<&str> = parts
        .into_iter()
        .filter(|part| dates::of_line(part).is_none())
        .collect();
    let authors: Vec<String> = rest.iter().flat_map(|part| of_marked(part)).collect();
    let full = authors
        .iter()
        .all(|name| (2..=4).contains(&name.split_whitespace().count()));
    (full && !authors.is_empty() && rest.len() <= 2).then_some((authors, date))
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
    let value = without_address(value);
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

/// "Jo Lind (https://post.example/lind)" and "Jo Lind <jo@post.example>" without the bracket.
fn without_address(value: &str) -> &str {
    let address = |inside: &str| inside.contains("://") || inside.contains('@');
    let cut = value
        .find(['(', '<'])
        .filter(|&at| at > 0 && address(&value[at..]) && value.ends_with([')', '>']));
    cut.map_or(value, |at| value[..at].trim())
}

/// What stands behind "By", "Written by", "Author:".
fn without_label(line: &str) -> Option<&str> {
    let labels = LABELS.iter().filter_map(|label| {
        let start = line.get(..label.len())?;
        let rest = &line[label.len()..];
        let ends = rest.starts_with([' ', ':', '\u{a0}', '\n', '\t']);
        // "Author" and "from" open sentences too: only a colon makes them labels.
        let fits = ends
            && (rest.starts_with(':') || !matches!(*label, "author" | "authors" | "from" | "di"));
        (start.eq_ignore_ascii_case(label) && fits).then(|| rest.trim_start_matches(':').trim())
    });
    labels.min_by_key(|rest| rest.len())
}

fn parts(list: &str) -> impl Iterator<Item = &str> {
    list.split([',', ';', '|', '•', '·', '\n'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" & "))
        .flat_map(|part| part.split(" with "))
        .flat_map(|part| part.split(" et "))
        .flat_map(|part| part.split(" und "))
        .map(|part| part.trim().trim_start_matches("and ").trim())
        .filter(|part| !part.is_empty())
}

/// The names of a list: parts of one to five words in capitals; offices, places and dates are left out.
pub(super) fn names(list: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    // "Jo Lind (with Max Orr)"
    let joint = ["(with ", "(avec ", "(mit "]
        .iter()
        .find_map(|open| list.split_once(open));
    let joint =
        joint.map(|(first, rest)| format!("{}, {}", first.trim(), rest.replacen(')', "", 1)));
    let list = joint.as_deref().unwrap_or(list);
    let list = dates::words_before(list).unwrap_or(list);
    for part in
        parts(list).flat_map(|part| [" - ", " – ", " — ", " / "].iter().fold(vec![part], dashed))
    {
        // "Jo (JJ) Lind": a short name inside the name.
        let inside = part.split_once(')').is_some_and(|(before, behind)| {
            before.contains(" (") && behind.trim().starts_with(char::is_uppercase)
        });
        let part = if inside {
            part
        } else {
            part.split('(').next().unwrap_or(part)
        };
        let part = part.trim().trim_end_matches(['.', ':', '-', '–', '—']);
        let words: Vec<&str> = part.split_whitespace().collect();
        let capital =
            |word: &&str| !word.starts_with(char::is_lowercase) || PARTICLES.contains(word);
        let letters = |word: &&str| {
            word.trim_start_matches('(')
                .starts_with(char::is_alphabetic)
        };
        // "Fen Post Staff" is all that some pages say.
        let named = words.len()
            - usize::from(
                words.len() > 1
                    && names.is_empty()
                    && words
                        .last()
                        .is_some_and(|word| word.eq_ignore_ascii_case("staff")),
            );
        let stranger =
            |word: &&str| NO_NAMES.contains(&word.to_lowercase().trim_matches([':', '.']));
        if words.is_empty()
            || words.len() > 5
            || !words.iter().all(capital)
            || !words.iter().all(letters)
            || part.contains(char::is_numeric)
            || words[..named].iter().any(stranger)
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
    parts
        .into_iter()
        .flat_map(|part| part.split(*dash))
        .filter(|part| !part.trim().is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_offices() {
        assert_eq!(
            of_line("By Jo Lind and Max Orr, political editor").unwrap(),
            ["Jo Lind", "Max Orr"]
        );
        assert_eq!(of_line("By Jo Lind, London").unwrap(), ["Jo Lind"]);
        assert_eq!(
            of_line("Written by Jo Lind - Apr 16, 2015").unwrap(),
            ["Jo Lind"]
        );
        for line in [
            "By Jo Lind July 10, 2015",
            "by Jo Lind on Friday, 10 July 2015",
            "By Jo Lind | Posted 2015-07-10",
            "By Jo Lind 10.7.2015",
        ] {
            assert_eq!(of_line(line).unwrap(), ["Jo Lind"], "{line}");
        }
        assert_eq!(of_line("By July 10, 2015"), None);
        assert_eq!(of_line("By April Lind").unwrap(), ["April Lind"]);
        assert_eq!(of_line("By Jo (JJ) Lind").unwrap(), ["Jo (JJ) Lind"]);
        assert_eq!(of_line("By closing it, the town lost a friend"), None);
        assert_eq!(of_line("From Low Ormsey the road climbs"), None);
    }

    #[test]
    fn names_and_accounts_as_pages_sign() {
        assert_eq!(of_line("Posted by Jo Lind.").unwrap(), ["Jo Lind"]);
        assert_eq!(
            of_line("Posted by Jo Lind, Software Engineer at the Fens").unwrap(),
            ["Jo Lind"]
        );
        assert_eq!(
            of_line("Posted by jolind, MaxO, orr22 on 2019-02-15, all posts").unwrap(),
            ["jolind", "MaxO", "orr22"]
        );
        assert_eq!(
            of_line("By Jo Lind (with Max Orr and Ada Fenn)").unwrap(),
            ["Jo Lind", "Max Orr", "Ada Fenn"]
        );
        assert_eq!(
            behind_date("2/26/2015 7:11 AM PST BY FEN STAFF").unwrap(),
            ["FEN STAFF"]
        );
        assert_eq!(behind_date("On 6/13/2018 by @jolind").unwrap(), ["jolind"]);
        assert_eq!(
            behind_date("Posted on Tuesday 15 October 2019 at 09:11 by Jo B. Lind.").unwrap(),
            ["Jo B. Lind"]
        );
        assert_eq!(
            behind_date("It was bought in May 2015 by the Council"),
            None
        );
        assert_eq!(
            behind_date("On 14 May 2025 the boat was bought by Jo Lind"),
            None
        );
        assert_eq!(behind_date("The ferry was bought by Jo Lind"), None);
        assert_eq!(
            of_stated("Jo Lind (https://post.example/lind)"),
            ["Jo Lind"]
        );
        assert!(is_account("lind22") && !is_account("Jo Lind") && !is_account("Voltaire"));
    }

    #[test]
    fn names_beside_a_date() {
        let found = |names: [&str; 1], date: &str| {
            Some((names.map(String::from).to_vec(), date.parse().unwrap()))
        };
        assert_eq!(
            of_dated_line("Leda Lind | 5 October 2023"),
            found(["Leda Lind"], "2023-10-05")
        );
        assert_eq!(
            of_dated_line("14 May 2025 · By Jo Orr"),
            found(["Jo Orr"], "2025-05-14")
        );
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
