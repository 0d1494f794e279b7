//! Cutting what is too long to be read as one.

use std::ops::Range;

/// Ranges of at most `most` words that cover all words, each but the last cut behind a punctuation mark in its second
/// half where there is one. No words give one empty range. Linear.
pub(crate) fn stretches(forms: &[&str], most: usize) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let mut start = 0;
    while forms.len() - start > most {
        let end = start + most;
        let mark = (start + most / 2..end)
            .rev()
            .find(|&at| matches!(forms[at], "," | ";" | ":" | "." | "—" | "–" | "―"));
        let end = mark.map_or(end, |mark| mark + 1);
        stretches.push(start..end);
        start = end;
    }
    stretches.push(start..forms.len());
    stretches
}

#[cfg(test)]
mod tests {
    use super::stretches;

    #[test]
    fn cuts_behind_a_mark_where_there_is_one() {
        let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        assert_eq!(stretches(&words("a b c d , e f g"), 6), [0..5, 5..8]);
        assert_eq!(stretches(&words("a , b c d e f"), 4), [0..4, 4..7]);
        assert_eq!(stretches(&words("a b c"), 2), [0..2, 2..3]);
        assert_eq!(stretches(&[], 2), vec![0..0; 1]);
    }
}
