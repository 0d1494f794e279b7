//! What class and id tell of an element: bits, from the words in `marks.txt`.

use std::sync::LazyLock;

/// A set of the lists of `marks.txt` in which an element's words stand.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Marks(u32);

pub(super) const FURNITURE: Marks = Marks(1);
pub(super) const UNLIKELY: Marks = Marks(1 << 1);
pub(super) const LIKELY: Marks = Marks(1 << 2);
pub(super) const POSITIVE: Marks = Marks(1 << 3);
pub(super) const NEGATIVE: Marks = Marks(1 << 4);
pub(super) const SHARE: Marks = Marks(1 << 5);
pub(super) const BODY: Marks = Marks(1 << 6);
pub(super) const BYLINE: Marks = Marks(1 << 7);
pub(super) const META: Marks = Marks(1 << 8);
pub(super) const CAPTION: Marks = Marks(1 << 9);
pub(super) const CREDIT: Marks = Marks(1 << 10);
pub(super) const STANDFIRST: Marks = Marks(1 << 11);
pub(super) const PULL: Marks = Marks(1 << 12);
pub(super) const RELATED: Marks = Marks(1 << 13);
pub(super) const NOTICE: Marks = Marks(1 << 14);
pub(super) const FOOTNOTE: Marks = Marks(1 << 15);
pub(super) const INTRO: Marks = Marks(1 << 16);
pub(super) const APART: Marks = Marks(1 << 17);
pub(super) const PROFILE: Marks = Marks(1 << 18);
pub(super) const DATE: Marks = Marks(1 << 19);
pub(super) const CRUMBS: Marks = Marks(1 << 20);

const NAMES: [(&str, Marks); 21] = [
    ("furniture", FURNITURE),
    ("unlikely", UNLIKELY),
    ("likely", LIKELY),
    ("positive", POSITIVE),
    ("negative", NEGATIVE),
    ("share", SHARE),
    ("body", BODY),
    ("byline", BYLINE),
    ("meta", META),
    ("caption", CAPTION),
    ("credit", CREDIT),
    ("standfirst", STANDFIRST),
    ("pull", PULL),
    ("related", RELATED),
    ("notice", NOTICE),
    ("footnote", FOOTNOTE),
    ("intro", INTRO),
    ("apart", APART),
    ("crumbs", CRUMBS),
    ("profile", PROFILE),
    ("date", DATE),
];

impl Marks {
    /// Whether one of the lists of `other` is among them.
    pub fn has(self, other: Marks) -> bool {
        self.0 & other.0 != 0
    }
}

/// Words and the list in which they stand.
type Entry = (&'static [u8], Marks);

/// Entries by their first two letters: each word of each element is looked up here.
static ENTRIES: LazyLock<Vec<Vec<Entry>>> = LazyLock::new(|| {
    let mut entries = vec![Vec::new(); 37 * 37];
    let mut list = Marks::default();
    for line in include_str!("marks.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        match line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            Some(name) => {
                let known = NAMES.iter().find(|(known, _)| *known == name);
                list = known.map(|&(_, marks)| marks).unwrap_or_default();
            }
            None => {
                let line = line.as_bytes();
                entries[place(line[0], line[1])].push((line, list));
            }
        }
    }
    entries
});

/// Where the entries stand that begin with two letters, which are small ones, digits or underscores.
fn place(first: u8, second: u8) -> usize {
    let number = |byte: u8| match byte {
        b'a'..=b'z' => usize::from(byte - b'a') + 1,
        b'0'..=b'9' => usize::from(byte - b'0') + 27,
        _ => 0,
    };
    number(first) * 37 + number(second)
}

/// The words of class, id and the like: one underscore between the words of a name, two around a name, so that
/// `post-body mainText` is `__post_body__main_text__`. Only the first 300 bytes are told apart.
pub(super) fn words<'a>(attributes: impl Iterator<Item = &'a str>) -> String {
    let mut words = String::from("__");
    for name in attributes.flat_map(str::split_ascii_whitespace) {
        let mut lower = false;
        for letter in name.chars() {
            let known = letter.is_ascii_alphanumeric();
            if (!known || lower && letter.is_ascii_uppercase()) && !words.ends_with('_') {
                words.push('_');
            }
            lower = letter.is_ascii_lowercase();
            if known {
                words.push(letter.to_ascii_lowercase());
            }
        }
        while !words.ends_with("__") {
            words.push('_');
        }
        if words.len() > 300 {
            break;
        }
    }
    words
}

/// The lists in which an element's [`words`] stand.
pub(super) fn lists_of(words: &str) -> Marks {
    let mut marks = Marks::default();
    let words = words.as_bytes();
    for at in 0..words.len().saturating_sub(2) {
        let rest = &words[at..];
        for (entry, list) in &ENTRIES[place(rest[0], rest[1])] {
            if entry.get(2).is_none_or(|third| *third == rest[2]) && rest.starts_with(entry) {
                marks.0 |= list.0;
            }
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart() {
        assert_eq!(
            words(["post-body mainText", "x1"].into_iter()),
            "__post_body__main_text__x1__"
        );
        assert!(lists_of("__ad_slot__").has(FURNITURE));
        assert!(lists_of("__pull__").has(PULL) && !lists_of("__pull_left__").has(PULL));
        assert!(!lists_of("__shadow_road__").has(FURNITURE));
        assert!(lists_of("__sharebar__").has(FURNITURE) && lists_of("__entry_content__").has(BODY));
    }

    #[test]
    fn every_list_is_known() {
        let lists = include_str!("marks.txt")
            .lines()
            .filter(|line| line.starts_with('['));
        for list in lists {
            assert!(
                NAMES.iter().any(|(name, _)| format!("[{name}]") == list),
                "{list}"
            );
        }
    }
}
