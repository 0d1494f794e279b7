//! Where decoded text stands in the source: character references become runs of their own.

use crate::span::ByteSpan;

/// Names that are references without `;` too (HTML Standard, 13.5).
const BARE: [&str; 106] = [
    "AElig", "AMP", "Aacute", "Acirc", "Agrave", "Aring", "Atilde", "Auml", "COPY", "Ccedil",
    "ETH", "Eacute", "Ecirc", "Egrave", "Euml", "GT", "Iacute", "Icirc", "Igrave", "Iuml", "LT",
    "Ntilde", "Oacute", "Ocirc", "Ograve", "Oslash", "Otilde", "Ouml", "QUOT", "REG", "THORN",
    "Uacute", "Ucirc", "Ugrave", "Uuml", "Yacute", "aacute", "acirc", "acute", "aelig", "agrave",
    "amp", "aring", "atilde", "auml", "brvbar", "ccedil", "cedil", "cent", "copy", "curren", "deg",
    "divide", "eacute", "ecirc", "egrave", "eth", "euml", "frac12", "frac14", "frac34", "gt",
    "iacute", "icirc", "iexcl", "igrave", "iquest", "iuml", "laquo", "lt", "macr", "micro",
    "middot", "nbsp", "not", "ntilde", "oacute", "ocirc", "ograve", "ordf", "ordm", "oslash",
    "otilde", "ouml", "para", "plusmn", "pound", "quot", "raquo", "reg", "sect", "shy", "sup1",
    "sup2", "sup3", "szlig", "thorn", "times", "uacute", "ucirc", "ugrave", "uml", "uuml",
    "yacute", "yen", "yuml",
];

/// Names that stand for two letters, all with `;` (HTML Standard, 13.5).
const OF_TWO_LETTERS: [&str; 93] = [
    "NotEqualTilde",
    "NotGreaterFullEqual",
    "NotGreaterGreater",
    "NotGreaterSlantEqual",
    "NotHumpDownHump",
    "NotHumpEqual",
    "NotLeftTriangleBar",
    "NotLessLess",
    "NotLessSlantEqual",
    "NotNestedGreaterGreater",
    "NotNestedLessLess",
    "NotPrecedesEqual",
    "NotRightTriangleBar",
    "NotSquareSubset",
    "NotSquareSuperset",
    "NotSubset",
    "NotSucceedsEqual",
    "NotSucceedsTilde",
    "NotSuperset",
    "ThickSpace",
    "acE",
    "bne",
    "bnequiv",
    "caps",
    "cups",
    "fjlig",
    "gesl",
    "gvertneqq",
    "gvnE",
    "lates",
    "lesg",
    "lvertneqq",
    "lvnE",
    "nGg",
    "nGt",
    "nGtv",
    "nLl",
    "nLt",
    "nLtv",
    "nang",
    "napE",
    "napid",
    "nbump",
    "nbumpe",
    "ncongdot",
    "nedot",
    "nesim",
    "ngE",
    "ngeqq",
    "ngeqslant",
    "nges",
    "nlE",
    "nleqq",
    "nleqslant",
    "nles",
    "notinE",
    "notindot",
    "nparsl",
    "npart",
    "npre",
    "npreceq",
    "nrarrc",
    "nrarrw",
    "nsce",
    "nsubE",
    "nsubset",
    "nsubseteqq",
    "nsucceq",
    "nsupE",
    "nsupset",
    "nsupseteqq",
    "nvap",
    "nvge",
    "nvgt",
    "nvle",
    "nvlt",
    "nvltrie",
    "nvrtrie",
    "nvsim",
    "race",
    "smtes",
    "sqcaps",
    "sqcups",
    "varsubsetneq",
    "varsubsetneqq",
    "varsupsetneq",
    "varsupsetneqq",
    "vnsub",
    "vnsup",
    "vsubnE",
    "vsubne",
    "vsupnE",
    "vsupne",
];

/// Gives the pieces of `text`, which the tokenizer has read from `raw`, each with its place. Pieces that are no
/// reference or line end stand in the source as they are. Linear.
pub(super) fn align(text: &str, raw: &str, base: usize, mut push: impl FnMut(&str, ByteSpan)) {
    let mut decoded = text.chars();
    let (mut at, mut plain_from) = (0, 0);
    while let Some(letter) = raw[at..].chars().next() {
        let rest = &raw[at..];
        let length = match letter {
            '&' => reference(rest, decoded.clone()),
            '\r' => {
                if rest.starts_with("\r\n") {
                    2
                } else {
                    1
                }
            }
            // An end tag without a name is dropped.
            '<' if rest.starts_with("</>") && !decoded.as_str().starts_with("</>") => 3,
            _ => 0,
        };
        if length == 0 {
            decoded.next();
            at += letter.len_utf8();
            continue;
        }
        push(
            &raw[plain_from..at],
            ByteSpan::new(base + plain_from, base + at),
        );
        let value = decoded.as_str();
        if letter != '<' {
            decoded.next();
            if is_of_two_letters(&rest[..length]) {
                decoded.next();
            }
        }
        let value = &value[..value.len() - decoded.as_str().len()];
        push(value, ByteSpan::new(base + at, base + at + length));
        at += length;
        plain_from = at;
    }
    push(
        &raw[plain_from..],
        ByteSpan::new(base + plain_from, base + raw.len()),
    );
}

/// Whether a character reference stands for two letters.
fn is_of_two_letters(reference: &str) -> bool {
    let name = reference
        .strip_prefix('&')
        .and_then(|reference| reference.strip_suffix(';'));
    name.is_some_and(|name| OF_TWO_LETTERS.binary_search(&name).is_ok())
}

/// The length of the character reference at the beginning of `raw`, 0 where the tokenizer took it for none; `decoded` is
/// what it has read from there on.
fn reference(raw: &str, mut decoded: std::str::Chars) -> usize {
    let bytes = raw.as_bytes();
    let run = |from: usize, fits: fn(&u8) -> bool| {
        bytes[from.min(bytes.len())..]
            .iter()
            .take_while(|byte| fits(byte))
            .count()
    };
    let closed = |length: usize| length + usize::from(bytes.get(length) == Some(&b';'));
    if bytes.get(1) == Some(&b'#') {
        let (from, n_digits) = match bytes.get(2) {
            Some(b'x' | b'X') => (3, run(3, u8::is_ascii_hexdigit)),
            _ => (2, run(2, u8::is_ascii_digit)),
        };
        return if n_digits > 0 {
            closed(from + n_digits)
        } else {
            0
        };
    }
    let name = bytes[1..]
        .iter()
        .take(40)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let first = decoded.next();
    let bare = (2..=name.min(6))
        .rev()
        .find(|&length| BARE.binary_search(&&raw[1..1 + length]).is_ok());
    let whole = closed(1 + name);
    if whole == 1 + name || bare == Some(name) {
        return bare.map_or(0, |length| closed(1 + length));
    }
    // "&notit;": a bare name before letters, or a name of its own?
    if let Some(length) = bare {
        if raw[1 + length..whole]
            .chars()
            .eq(decoded.clone().take(whole - length - 1))
        {
            return 1 + length;
        }
    }
    if first == Some('&') { 0 } else { whole }
}

#[cfg(test)]
mod tests {
    use super::align;
    use crate::span::ByteSpan;
    use html5gum::{DefaultEmitter, Token, Tokenizer};
    use proptest::prelude::*;

    fn aligned(raw: &str) -> Vec<(String, ByteSpan)> {
        let mut pieces = Vec::new();
        for token in
            Tokenizer::new_with_emitter(raw, DefaultEmitter::<usize>::new_with_span()).flatten()
        {
            if let Token::String(string) = token {
                let text = std::str::from_utf8(&string.value).unwrap();
                let from = pieces.len();
                let span = string.span.start..string.span.end;
                align(text, &raw[span.clone()], span.start, |text, span| {
                    pieces.push((text.to_string(), span))
                });
                let whole: String = pieces[from..]
                    .iter()
                    .map(|(text, _)| text.as_str())
                    .collect();
                assert_eq!(whole, text, "{raw:?}");
            }
        }
        pieces
    }

    #[test]
    fn references_of_each_form() {
        for (raw, at, value) in [
            ("a &amp; b", 2..7, "&"),
            ("a &amp b &lt c", 9..12, "<"),
            ("a &copy2025", 2..7, "©"),
            ("a &notit; b", 2..6, "¬"),
            ("a &notin; b", 2..9, "∉"),
            ("a &#8217s", 2..8, "’"),
            ("a &#x2019;", 2..10, "’"),
            ("&nbsp&nbsp;a", 5..11, "\u{a0}"),
            ("a &nope; &fjlig;", 9..16, "fj"),
            ("a\r\nb", 1..3, "\n"),
            ("a</>b", 1..4, ""),
            ("&copy</>j", 0..5, "©"),
            ("&fjlig;j", 0..7, "fj"),
            // Two letters of one reference, or of two, before what follows on them.
            ("&nGt;&amp;", 0..5, "\u{226b}\u{20d2}"),
            ("&nGt;&", 0..5, "\u{226b}\u{20d2}"),
            ("&nGt;\u{20d2}", 0..5, "\u{226b}\u{20d2}"),
            ("&Gt;&#x20d2;a", 0..4, "\u{226b}"),
            ("&Gt;\u{20d2}a", 0..4, "\u{226b}"),
            ("R&D &ampersand", 4..8, "&"),
        ] {
            let pieces = aligned(raw);
            assert!(
                pieces.contains(&(value.to_string(), ByteSpan::new(at.start, at.end))),
                "{raw:?} {pieces:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn pieces_make_up_the_text(raw in "(&|#|x|[0-9]|;|amp|lt|not|in|it|copy|nbsp|nGt|NotEqualTilde|j|fjlig|\\r|\\n| |</>|é){0,12}") {
            for (text, span) in aligned(&raw) {
                prop_assert!(text.len() != span.len() || !text.contains('&') || text == span.of(&raw));
            }
        }
    }
}
