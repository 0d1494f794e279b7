//! Stretches of words that belong together, from their tags.

use std::ops::Range;

/// The stretches that BIO tags mark (Ramshaw & Marcus 1995), each with its type: `B-Person I-Person` is one `Person`.
/// An inner tag without its first begins a stretch; words with another tag are in none. Linear.
pub fn chunks<'a>(tags: impl IntoIterator<Item = &'a str>) -> Vec<(Range<usize>, &'a str)> {
    let mut chunks: Vec<(Range<usize>, &str)> = Vec::new();
    for (at, tag) in tags.into_iter().enumerate() {
        let Some((position, kind)) = tag.split_once('-') else {
            continue;
        };
        match chunks.last_mut() {
            Some((words, last)) if position == "I" && words.end == at && *last == kind => {
                words.end = at + 1
            }
            _ => chunks.push((at..at + 1, kind)),
        }
    }
    chunks
}

#[cfg(test)]
mod tests {
    use super::chunks;

    #[test]
    fn stretches_end_where_another_begins() {
        let tags = ["B-a", "I-a", "B-a", "", "I-b", "I-b", "I-a", "O", "I-a"];
        assert_eq!(
            chunks(tags),
            [
                (0..2, "a"),
                (2..3, "a"),
                (4..6, "b"),
                (6..7, "a"),
                (8..9, "a")
            ]
        );
        assert_eq!(chunks([]), []);
    }
}
