//! Places counted in code points, as annotation tools want them.

/// Turns bytes of a text into code points; built in linear time, each question then counts over at most 64 bytes.
pub(super) struct CodePoints<'t> {
    text: &'t str,
    marks: Vec<u32>,
}

const STRIDE: usize = 64;

impl<'t> CodePoints<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::new();
        let mut points = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            marks.push(points);
            points += begun(chunk);
        }
        CodePoints { text, marks }
    }

    /// Code points in front of a byte.
    pub fn offset(&self, byte: usize) -> u32 {
        let byte = byte.min(self.text.len());
        let mark = (byte / STRIDE).min(self.marks.len().saturating_sub(1));
        let counted = &self.text.as_bytes()[mark * STRIDE..byte];
        self.marks.get(mark).copied().unwrap_or_default() + begun(counted)
    }
}

/// How many characters begin in these bytes of UTF-8.
fn begun(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn offsets_are_those_of_the_letters(text in "[a-z é📚\u{301}]{0,200}") {
            let points = CodePoints::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.offset(byte) as usize, count);
            }
            prop_assert_eq!(points.offset(text.len() + 1) as usize, text.chars().count());
        }
    }
}
