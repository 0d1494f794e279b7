//! From places in the plain text to places in the source.

use crate::span::ByteSpan;

/// Maps bytes of [`Article::text`](super::Article::text) to bytes of the source.
///
/// A list of pieces in the order of the plain text. A verbatim piece has the same bytes on both sides; any other (a
/// character reference, a line break that became a blank) stands as a whole for its source range. Plain text that no
/// piece covers (the empty line between blocks) has no place in the source.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    plain: ByteSpan,
    source: ByteSpan,
}

impl Piece {
    fn verbatim(self) -> bool {
        self.plain.len() == self.source.len()
    }
}

impl SourceMap {
    /// Adds that `plain` stands for `source`. Calls come in the order of the plain text. Ranges of equal length are
    /// taken as verbatim, byte for byte.
    pub fn push(&mut self, plain: ByteSpan, source: ByteSpan) {
        if plain.is_empty() {
            return;
        }
        if let Some(last) = self.pieces.last_mut() {
            if last.verbatim()
                && plain.len() == source.len()
                && last.plain.end == plain.start
                && last.source.end == source.start
            {
                last.plain.end = plain.end;
                last.source.end = source.end;
                return;
            }
        }
        self.pieces.push(Piece { plain, source });
    }

    /// The source ranges of a stretch of plain text, in order; neighbours that touch are one.
    /// Logarithmic in the number of pieces plus linear in the answer.
    pub fn source_spans(&self, span: ByteSpan) -> Vec<ByteSpan> {
        let mut spans: Vec<ByteSpan> = Vec::new();
        let first = self
            .pieces
            .partition_point(|piece| piece.plain.end <= span.start);
        for piece in self.pieces[first..]
            .iter()
            .take_while(|piece| piece.plain.start < span.end)
        {
            let source = if piece.verbatim() {
                let start = span.start.max(piece.plain.start) - piece.plain.start;
                let end = span.end.min(piece.plain.end) - piece.plain.start;
                ByteSpan::new(piece.source.start + start, piece.source.start + end)
            } else {
                piece.source
            };
            match spans.last_mut() {
                Some(last) if last.end == source.start => last.end = source.end,
                _ => spans.push(source),
            }
        }
        spans
    }
}
