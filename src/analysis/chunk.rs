//! Stretches of words that belong together, from their tags.

use crate::grammar::Chunk;
use std::ops::Range;

/// The stretches that BIO tags mark (Ramshaw & Marcus 1995), each with its type: `B-Person I-Person` is one `Person`.
/// An inner tag without its first begins a stretch; words with another tag are in none. Linear.
pub fn chunks<T: Copy + PartialEq>(
    tags: impl IntoIterator<Item = Option<Chunk<T>>>,
) -> Vec<(Range<usize>, T)> {
    let mut chunks: Vec<(Range<usize>, T)> = Vec::new();
    for (at, tag) in tags.into_iter().enumerate() {
        let Some(tag) = tag else { continue };
        match chunks.last_mut() {
            Some((words, last)) if tag.is_inside() && words.end == at && *last == tag.kind() => {
                words.end = at + 1;
            }
            _ => chunks.push((at..at + 1, tag.kind())),
        }
    }
    chunks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_end_where_another_begins() {
        let (begin, inside) = (|of| Some(Chunk::Begin(of)), |of| Some(Chunk::Inside(of)));
        let tags = [
            begin('a'),
            inside('a'),
            begin('a'),
            None,
            inside('b'),
            inside('b'),
            inside('a'),
            None,
            inside('a'),
        ];
        assert_eq!(
            chunks(tags),
            [
                (0..2, 'a'),
                (2..3, 'a'),
                (4..6, 'b'),
                (6..7, 'a'),
                (8..9, 'a')
            ]
        );
        assert_eq!(chunks::<char>([]), []);
    }
}
