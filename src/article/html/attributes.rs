//! Bounds what a single tag may cost: the tokenizer calls itself for each attribute whose value stands in double
//! quotes, and would run out of stack.

use std::borrow::Cow;

/// Quoted values in a row that are left as they are.
const MOST: u32 = 300;

/// The source, with a letter in the place of the blank behind every 300th of the quoted values in a row: the tokenizer
/// comes back to its loop there, and the next attribute has that letter before its name. Lengths stay, so places do.
///
/// Where a tag begins is not asked, since a quote in a comment, script or text would hide the tags behind it: each quote
/// is taken both for one that opens a value and for one that closes it. Linear.
pub(super) fn bounded(source: &str) -> Cow<'_, str> {
    let bytes = source.as_bytes();
    let mut mended: Option<Vec<u8>> = None;
    // Values in a row before this place, were it inside a value or between two.
    let (mut inside, mut between) = (0, 0);
    let mut from = 0;
    while let Some(found) = source[from..].find('"') {
        let at = from + found;
        let gap = &source[from..at];
        if between > 0 && gap.contains('>') {
            between = 0;
        }
        // White space may stand between the sign and the quote.
        let opens = gap.trim_ascii_end().ends_with('=');
        let goes_on = bytes.get(at + 1).is_some_and(u8::is_ascii_whitespace);
        let mut closed = if goes_on { inside } else { 0 };
        if closed > MOST {
            mended.get_or_insert_with(|| bytes.to_vec())[at + 1] = b'x';
            closed = 0;
        }
        (inside, between) = if opens {
            (between + 1, closed)
        } else {
            (0, closed.max(between))
        };
        from = at + 1;
    }
    mended.map_or(Cow::Borrowed(source), |bytes| {
        match String::from_utf8(bytes) {
            Ok(text) => Cow::Owned(text),
            Err(_) => Cow::Borrowed(source),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::bounded;

    /// The longest row of quoted values from `at`, read as the tokenizer does.
    fn row(source: &str, at: usize) -> usize {
        let mut rest = &source[at..];
        let mut n = 0;
        while let Some((name, behind)) = rest.split_once("=\"") {
            let Some((_, after)) = behind.split_once('"').filter(|_| !name.contains('>')) else {
                break;
            };
            n += 1;
            rest = after;
            if !rest.starts_with([' ', '\n', '\t']) {
                break;
            }
        }
        n
    }

    #[test]
    fn no_row_is_long_wherever_it_begins() {
        for unit in [
            "a=\"b\" ",
            "a=\">c=\" ",
            "a\"=\"b\"\n",
            "a= \"b\"\t",
            "a=\"\" ",
        ] {
            for before in ["", "<b a=\"", "<!-- \" -->", "\"=\""] {
                let source = format!("{before}<p {}", unit.repeat(2_000));
                let bounded = bounded(&source);
                assert_eq!(bounded.len(), source.len());
                let longest = (0..600)
                    .filter(|&at| bounded.is_char_boundary(at))
                    .map(|at| row(&bounded, at))
                    .max();
                assert!(
                    longest < Some(310),
                    "{longest:?} of {unit:?} behind {before:?}"
                );
            }
        }
        let usual = "<p a=\"b\" c='d'>He said \"no\" </p>".repeat(900);
        assert!(matches!(bounded(&usual), std::borrow::Cow::Borrowed(_)));
    }
}
