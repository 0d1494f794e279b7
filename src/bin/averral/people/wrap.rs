//! Breaks lines by the columns that a terminal gives each character.

use unicode_width::UnicodeWidthStr;

/// The words of a text, without what a terminal would obey instead of showing: control characters, and marks that turn the
/// direction of what follows.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let obeyed = |character: &char| {
        character.is_control()
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let words = text.split_whitespace();
    let words = words.map(move |word| {
        word.chars()
            .filter(|character| !obeyed(character))
            .collect::<String>()
    });
    words.filter(|word| !word.is_empty())
}

/// Lines of as many words as fit. A word that is too wide stands alone and whole: an address that is broken is none.
pub fn lines<S: Copy>(words: &[(S, String)], width: Option<usize>) -> Vec<Vec<(S, &str)>> {
    let width = width.unwrap_or(usize::MAX);
    let mut lines: Vec<Vec<(S, &str)>> = Vec::new();
    let mut filled = 0;
    for (style, word) in words {
        let columns = word.width();
        match lines.last_mut() {
            Some(line) if filled + 1 + columns <= width => {
                line.push((*style, word));
                filled += 1 + columns;
            }
            _ => {
                lines.push(vec![(*style, word)]);
                filled = columns;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, width: Option<usize>) -> Vec<String> {
        let words: Vec<((), String)> = words(text).map(|word| ((), word)).collect();
        let lines = lines(&words, width);
        let join = |line: &Vec<((), &str)>| {
            line.iter()
                .map(|(_, word)| *word)
                .collect::<Vec<_>>()
                .join(" ")
        };
        lines.iter().map(join).collect()
    }

    #[test]
    fn lines_stay_within_the_width() {
        assert_eq!(
            broken("the ferry  is\nlate", Some(9)),
            ["the ferry", "is late"]
        );
        assert_eq!(broken("the ferry is late", None), ["the ferry is late"]);
        assert_eq!(
            broken("see https://a.example/ferry now", Some(8)),
            ["see", "https://a.example/ferry", "now"]
        );
        // Each of these has two columns.
        assert_eq!(broken("渡し 船が", Some(8)), ["渡し", "船が"]);
        assert_eq!(broken("", Some(8)), [""; 0]);
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        assert_eq!(broken("a\u{1b}[2Jb \u{7} \u{202e}c", None), ["a[2Jb c"]);
    }
}
