//! Which stretches of a sentence its marks enclose: quotations and brackets.

use std::ops::Range;

/// Marks that open and close a stretch. Straight quotation marks do both.
const PAIRS: [(&[&str], &[&str]); 4] = [
    (&["“", "``"], &["”", "''"]),
    (&["\""], &["\""]),
    (&["("], &[")"]),
    (&["["], &["]"]),
];

/// The closed stretches of words with their marks, inner ones before those around them.
///
/// Stretches that overlap are none: of “(a” b) the one that closes first stays.
pub(super) fn enclosed(forms: &[&str]) -> Vec<Range<usize>> {
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut found = Vec::new();
    for (word, form) in forms.iter().enumerate() {
        let closes = open
            .iter()
            .rposition(|&(kind, _)| PAIRS[kind].1.contains(form));
        if let Some(place) = closes {
            found.push(open[place].1..word + 1);
            open.truncate(place);
        } else if let Some(kind) = PAIRS.iter().position(|(opening, _)| opening.contains(form)) {
            open.push((kind, word));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_enclose_what_stands_between_them() {
        let table: [(&str, &[(usize, usize)]); 9] = [
            ("“ It works , ” Holm said .", &[(0, 5)]),
            ("\" It works , \" Holm said .", &[(0, 5)]),
            ("Holm ( a nurse ) left .", &[(1, 5)]),
            // The inner stretch first.
            ("“ The plan ( of May ) works ”", &[(3, 7), (0, 9)]),
            ("“ a ” and “ b ”", &[(0, 3), (4, 7)]),
            // What is not closed, or not opened, encloses nothing.
            ("“ It works", &[]),
            ("It works ” , he said", &[]),
            ("a ) b (", &[]),
            // The bracket was opened within the quotation, and is not closed in it.
            ("“ a ( b ” c )", &[(0, 5)]),
        ];
        for (sentence, expected) in table {
            let forms: Vec<&str> = sentence.split(' ').collect();
            let found: Vec<_> = enclosed(&forms)
                .iter()
                .map(|part| (part.start, part.end))
                .collect();
            assert_eq!(found, expected, "{sentence}");
        }
    }
}
