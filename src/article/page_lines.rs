//! Lines of the paper and not of its text, as they come with text copied out of a PDF: page numbers and running heads.

use std::collections::{HashMap, HashSet};

/// The lines of a text that head or foot its pages.
pub(super) struct PageLines(HashSet<String>);

impl PageLines {
    /// Finds the running heads of a text: lines that are the same but for the number of their page ("Harbour Board 12" and
    /// "Harbour Board 13"), and lines that come back beside such lines, page numbers or form feeds. Linear.
    pub fn find(source: &str) -> PageLines {
        let mut numbered: HashMap<String, HashSet<&str>> = HashMap::new();
        for line in source.lines().map(str::trim).filter(|line| {
            line.len() <= 120 && line.contains(|letter: char| letter.is_ascii_digit())
        }) {
            let head = without_number(line);
            // A running head is words and a number, not a list's "1." or a sentence that opens with a year.
            let edges = head.len() < line.len()
                && head.len() > 3
                && !head.ends_with([',', '?', '!'])
                && !head.starts_with(['.', ')', ',']);
            if edges && head.split_whitespace().count() <= 8 {
                numbered.entry(head).or_default().insert(line);
            }
        }
        let heads = numbered
            .into_iter()
            .filter(|(_, lines)| lines.len() >= 2)
            .map(|(head, _)| head);
        let mut found = PageLines(heads.collect());
        let mut beside: HashMap<&str, usize> = HashMap::new();
        let lines = source
            .split_inclusive(['\n', '\u{c}'])
            .map(|line| (line.trim(), line.ends_with('\u{c}')));
        let lines: Vec<(&str, bool)> = lines
            .filter(|(line, feed)| !line.is_empty() || *feed)
            .collect();
        let is_edge = |&(line, feed): &(&str, bool)| feed || found.has(line);
        for (index, (line, _)) in lines.iter().enumerate() {
            let edge = index > 0 && is_edge(&lines[index - 1])
                || lines.get(index + 1).is_some_and(is_edge);
            if edge
                && line.len() <= 80
                && line.len() > 3
                && !line.ends_with(['.', ',', ';', '?', '!', '-'])
            {
                *beside.entry(line).or_default() += 1;
            }
        }
        let again: Vec<String> = beside
            .into_iter()
            .filter(|(_, n)| *n >= 2)
            .map(|(line, _)| without_number(line))
            .collect();
        found
            .0
            .extend(again.into_iter().filter(|head| !head.is_empty()));
        found
    }

    /// "Page 3 of 7", "- 12 -", a number alone, or a running head.
    pub fn has(&self, line: &str) -> bool {
        let bare = line.trim_matches(['-', '–', '—', '|', ' ', '[', ']']);
        let number = |text: &str| {
            !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let words: Vec<&str> = bare.split_whitespace().take(5).collect();
        let page = match words[..] {
            ["Page" | "page" | "PAGE" | "p.", first] => number(first),
            ["Page" | "page" | "PAGE", first, "of" | "/", last] => number(first) && number(last),
            [first, "of" | "/", last] => number(first) && number(last),
            [first] => number(first) && line.len() <= 8,
            _ => false,
        };
        page || line.len() <= 120 && self.0.contains(&without_number(line))
    }
}

fn without_number(line: &str) -> String {
    line.trim_matches(|letter: char| {
        letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, '-' | '–' | '|')
    })
    .to_string()
}
