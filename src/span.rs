//! Places in a text: bytes inside the crate, UTF-16 code units in reports, and the table between the two.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes of a UTF-8 text. Both ends lie on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ByteSpan {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl ByteSpan {
    /// The span from `start` to before `end`; an `end` before `start` gives an empty span at `start`.
    ///
    /// ```
    /// assert!(averral::ByteSpan::new(4, 2).is_empty());
    /// ```
    pub fn new(start: usize, end: usize) -> Self {
        ByteSpan {
            start,
            end: end.max(start),
        }
    }

    /// The words of the span. Empty where the span lies outside `text` or cuts a character.
    ///
    /// ```
    /// assert_eq!(averral::ByteSpan::new(4, 9).of("The ferry leaves"), "ferry");
    /// ```
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Length in bytes.
    ///
    /// ```
    /// assert_eq!(averral::ByteSpan::new(4, 9).len(), 5);
    /// ```
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds nothing.
    ///
    /// ```
    /// assert!(averral::ByteSpan::default().is_empty());
    /// ```
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside.
    ///
    /// ```
    /// use averral::ByteSpan;
    /// assert!(ByteSpan::new(4, 9).contains(ByteSpan::new(4, 5)));
    /// ```
    pub fn contains(self, other: ByteSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    ///
    /// ```
    /// use averral::ByteSpan;
    /// assert!(!ByteSpan::new(4, 9).overlaps(ByteSpan::new(9, 12)));
    /// ```
    pub fn overlaps(self, other: ByteSpan) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span that holds both.
    ///
    /// ```
    /// use averral::ByteSpan;
    /// assert_eq!(ByteSpan::new(0, 3).cover(ByteSpan::new(4, 9)), ByteSpan::new(0, 9));
    /// ```
    #[must_use]
    pub fn cover(self, other: ByteSpan) -> ByteSpan {
        ByteSpan {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The span without white space at its edges.
    ///
    /// ```
    /// assert_eq!(averral::ByteSpan::new(3, 10).trimmed("The ferry leaves"), averral::ByteSpan::new(4, 9));
    /// ```
    #[must_use]
    pub fn trimmed(self, text: &str) -> ByteSpan {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        ByteSpan::new(start, start + words.trim().len())
    }
}

/// A half-open range `[start, end)` of UTF-16 code units, the unit of JavaScript strings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Utf16Span(pub u32, pub u32);

impl Utf16Span {
    /// The same place in bytes of `text`. An end past the text is its end; one inside a surrogate pair is put in front
    /// of the pair.
    ///
    /// Linear in the length of the text; for many spans of one text use [`Utf16Table::bytes`].
    ///
    /// ```
    /// use averral::{ByteSpan, Utf16Span};
    /// assert_eq!(Utf16Span(3, 7).bytes("📚 open"), ByteSpan::new(5, 9));
    /// ```
    pub fn bytes(self, text: &str) -> ByteSpan {
        Utf16Table::new(text).bytes(self)
    }

    /// The words of the span; as linear as [`Utf16Span::bytes`].
    ///
    /// ```
    /// assert_eq!(averral::Utf16Span(3, 7).slice("📚 open"), "open");
    /// ```
    pub fn slice(self, text: &str) -> &str {
        self.bytes(text).of(text)
    }
}

/// Converts byte offsets of one text to UTF-16 offsets and back.
///
/// Built once per text in linear time; each conversion then counts over at most 64 bytes.
pub struct Utf16Table<'t> {
    text: &'t str,
    /// UTF-16 offset at each 64th byte; empty when the text is ASCII, where both units agree.
    marks: Vec<u32>,
}

const STRIDE: usize = 64;

impl<'t> Utf16Table<'t> {
    /// The table of `text`.
    ///
    /// ```
    /// let table = averral::Utf16Table::new("naïve");
    /// assert_eq!(table.offset(4), 3);
    /// ```
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let mut units = 0u32;
            for (i, byte) in text.bytes().enumerate() {
                if i % STRIDE == 0 {
                    marks.push(units);
                }
                units += units_of(byte);
            }
        }
        Utf16Table { text, marks }
    }

    /// The UTF-16 offset of a byte offset; offsets past the end give the length of the text.
    ///
    /// ```
    /// let table = averral::Utf16Table::new("📚 open");
    /// assert_eq!(table.offset(5), 3);
    /// ```
    pub fn offset(&self, byte: usize) -> u32 {
        let byte = byte.min(self.text.len());
        if self.marks.is_empty() {
            return byte as u32;
        }
        let mark = (byte / STRIDE).min(self.marks.len() - 1);
        let counted = &self.text.as_bytes()[mark * STRIDE..byte];
        self.marks[mark] + counted.iter().map(|&b| units_of(b)).sum::<u32>()
    }

    /// Both ends of a span.
    ///
    /// ```
    /// let table = averral::Utf16Table::new("📚 open");
    /// assert_eq!(table.span(averral::ByteSpan::new(5, 9)), averral::Utf16Span(3, 7));
    /// ```
    pub fn span(&self, span: ByteSpan) -> Utf16Span {
        Utf16Span(self.offset(span.start), self.offset(span.end))
    }

    /// The byte offset of a UTF-16 offset; offsets past the end give the length of the text, and one inside a surrogate
    /// pair gives the start of the pair.
    ///
    /// ```
    /// let table = averral::Utf16Table::new("📚 open");
    /// assert_eq!([0, 1, 2, 3, 99].map(|units| table.byte(units)), [0, 0, 4, 5, 9]);
    /// ```
    pub fn byte(&self, offset: u32) -> usize {
        if self.marks.is_empty() {
            return (offset as usize).min(self.text.len());
        }
        let mark = self.marks.partition_point(|&units| units <= offset) - 1;
        let mut units = self.marks[mark];
        let mut byte = mark * STRIDE;
        for &next in &self.text.as_bytes()[byte..] {
            let n_units = units_of(next);
            if n_units > 0 && units + n_units > offset {
                break;
            }
            units += n_units;
            byte += 1;
        }
        byte
    }

    /// Both ends of a span.
    ///
    /// ```
    /// let table = averral::Utf16Table::new("📚 open");
    /// assert_eq!(table.bytes(averral::Utf16Span(3, 7)), averral::ByteSpan::new(5, 9));
    /// ```
    pub fn bytes(&self, span: Utf16Span) -> ByteSpan {
        ByteSpan::new(self.byte(span.0), self.byte(span.1))
    }
}

/// UTF-16 code units that begin with this byte of UTF-8: a lead byte of four starts a surrogate pair.
fn units_of(byte: u8) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0.. => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn table_agrees_with_encode_utf16(text in "\\PC{0,200}") {
            let table = Utf16Table::new(&text);
            for (byte, _) in text.char_indices() {
                prop_assert_eq!(table.offset(byte) as usize, text[..byte].encode_utf16().count());
            }
            prop_assert_eq!(table.offset(text.len()) as usize, text.encode_utf16().count());
        }

        #[test]
        fn the_table_leads_back_to_the_byte(text in "[a-z é📚\u{301}]{0,200}", past in 0u32..9) {
            let table = Utf16Table::new(&text);
            for (byte, letter) in text.char_indices() {
                let offset = table.offset(byte);
                prop_assert_eq!(table.byte(offset), byte);
                // The second half of a surrogate pair.
                prop_assert_eq!(table.byte(offset + letter.len_utf16() as u32 - 1), byte);
            }
            prop_assert_eq!(table.byte(table.offset(text.len()) + past), text.len());
        }
    }

    #[test]
    fn spans_cut_letters_with_combining_marks_and_emoji() {
        let text = "Cafe\u{301} 👩‍🔬 öffnet";
        for (span, words) in [
            (Utf16Span(0, 5), "Cafe\u{301}"),
            (Utf16Span(6, 11), "👩‍🔬"),
            (Utf16Span(12, 18), "öffnet"),
            (Utf16Span(12, 99), "öffnet"),
            (Utf16Span(99, 100), ""),
            // Ends inside surrogate pairs.
            (Utf16Span(6, 7), ""),
            (Utf16Span(7, 8), "👩"),
        ] {
            assert_eq!(span.slice(text), words, "{span:?}");
        }
    }
}
