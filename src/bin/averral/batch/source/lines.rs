//! Lines of a stream of any length, never more of one in memory than the limit.

use std::io::{self, BufRead, BufReader, Read};

/// A line without its end.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    Whole(Vec<u8>),
    /// It has more bytes than the limit; they were passed over.
    TooLong,
}

pub struct Lines<R> {
    reader: BufReader<R>,
    limit: usize,
    /// The number of the line that was read last, from 1.
    pub number: u64,
    /// Bytes read so far, up to the end of that line.
    pub n_bytes: u64,
    /// Whether that line had an end: what a writer was killed at has none.
    pub ended: bool,
}

impl<R: Read> Lines<R> {
    pub fn new(reader: R, limit: usize) -> Self {
        Lines {
            reader: BufReader::with_capacity(1 << 16, reader),
            limit,
            number: 0,
            n_bytes: 0,
            ended: true,
        }
    }

    /// The next line; `None` at the end. The last one may lack its end.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        let mut line = Vec::new();
        let (mut length, mut started, mut ended) = (0, false, false);
        while !ended {
            let buffer = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            if buffer.is_empty() {
                break;
            }
            started = true;
            let end = buffer.iter().position(|&byte| byte == b'\n');
            let piece = &buffer[..end.unwrap_or(buffer.len())];
            length += piece.len();
            if length <= self.limit {
                line.extend_from_slice(piece);
            } else {
                line = Vec::new();
            }
            ended = end.is_some();
            let used = piece.len() + usize::from(ended);
            self.reader.consume(used);
            self.n_bytes += used as u64;
        }
        if !started {
            return Ok(None);
        }
        self.number += 1;
        self.ended = ended;
        Ok(Some(if length > self.limit {
            Line::TooLong
        } else {
            Line::Whole(line)
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_passed_over_and_their_neighbours_read() {
        let stream = [b"one\n".as_slice(), &vec![b'x'; 1 << 18], b"\n\nlast"].concat();
        let mut lines = Lines::new(stream.as_slice(), 4);
        let whole = |text: &str| Some(Line::Whole(text.into()));
        assert_eq!(lines.next().unwrap(), whole("one"));
        assert_eq!(lines.next().unwrap(), Some(Line::TooLong));
        assert_eq!(lines.next().unwrap(), whole(""));
        assert!(lines.ended);
        assert_eq!(lines.next().unwrap(), whole("last"));
        assert!(!lines.ended);
        assert_eq!((lines.number, lines.n_bytes), (4, stream.len() as u64));
        assert_eq!(lines.next().unwrap(), None);
    }
}
