//! Text that a page keeps in its scripts alone: `articleBody` of JSON-LD, or the state of an application. Strings are
//! read where they stand, so that their text keeps its place; what is markup inside a string is read as a page again.

use super::tree::Page;
use crate::article::draft::{Draft, Run};
use crate::span::ByteSpan;
use crate::terms::BlockKind;

/// Characters of prose below which a key holds no article.
const ENOUGH: usize = 500;

/// A string of a script, its escapes resolved: stretches of its text with their places in the source.
struct Text {
    value: String,
    pieces: Vec<(ByteSpan, ByteSpan)>,
}

/// The paragraphs of the key that holds most prose; `None` where none holds enough. Linear in the scripts.
pub(super) fn drafts(source: &str, page: &Page) -> Option<Vec<Draft>> {
    let mut keys = Keys::default();
    for &span in &page.facts.states {
        for (key, text) in Strings::new(source, span) {
            // A state is often written as a string of a script: JSON inside a string.
            let inner: Vec<(String, Text)> = text.inner();
            if inner.is_empty() {
                keys.add(key, text);
            }
            inner
                .into_iter()
                .for_each(|(key, text)| keys.add(&key, text));
        }
    }
    let (_, sum, texts) = keys.0.into_iter().max_by_key(|(_, sum, _)| *sum)?;
    (sum >= ENOUGH).then(|| texts.iter().flat_map(Text::drafts).collect())
}

/// Texts by their key, with the characters of prose of each key.
#[derive(Default)]
struct Keys(Vec<(String, usize, Vec<Text>)>);

impl Keys {
    fn add(&mut self, key: &str, text: Text) {
        let prose = prose(&text.value);
        if prose == 0 {
            return;
        }
        // JSON-LD's own name for it beats all.
        let weight = if key == "articleBody" {
            10 * prose
        } else {
            prose
        };
        let known = self.0.iter_mut().take(200).find(|(known, ..)| known == key);
        match known {
            Some((_, sum, texts))
                if !texts
                    .iter()
                    .take(500)
                    .any(|known| known.value == text.value) =>
            {
                *sum += weight;
                texts.push(text);
            }
            Some(_) => {}
            None => self.0.push((key.to_string(), weight, vec![text])),
        }
    }
}

/// Characters of a string that reads like sentences, else 0.
fn prose(text: &str) -> usize {
    let n_words = text.split_whitespace().count();
    let sentences =
        text.contains(". ") || text.trim_end().ends_with(['.', '!', '?', '”', '"', '>']);
    if n_words >= 8
        && n_words * 12 > text.len()
        && sentences
        && !text.contains("function(")
        && !text.contains("};")
    {
        text.len()
    } else {
        0
    }
}

/// The strings between two places of a script that are values, each with its key.
struct Strings<'s> {
    source: &'s str,
    at: usize,
    end: usize,
    key: Option<ByteSpan>,
}

impl<'s> Strings<'s> {
    fn new(source: &'s str, span: ByteSpan) -> Self {
        Strings {
            source,
            at: span.start,
            end: span.end,
            key: None,
        }
    }
}

impl<'s> Iterator for Strings<'s> {
    type Item = (&'s str, Text);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.source.as_bytes();
        while self.at < self.end {
            if bytes[self.at] != b'"' {
                self.at += 1;
                continue;
            }
            let start = self.at + 1;
            let mut close = start;
            while close < self.end && bytes[close] != b'"' {
                close += if bytes[close] == b'\\' { 2 } else { 1 };
            }
            if close >= self.end {
                self.at = self.end;
                return None;
            }
            self.at = close + 1;
            let blanks = bytes[self.at..self.end]
                .iter()
                .take_while(|byte| byte.is_ascii_whitespace())
                .count();
            let span = ByteSpan::new(start, close);
            if bytes.get(self.at + blanks) == Some(&b':') {
                self.key = Some(span);
                continue;
            }
            let key = self.key.map_or("", |key| key.of(self.source));
            return Some((key, Text::new(self.source, span)));
        }
        None
    }
}

impl Text {
    fn new(source: &str, span: ByteSpan) -> Text {
        let mut text = Text {
            value: String::new(),
            pieces: Vec::new(),
        };
        let raw = span.of(source);
        let mut at = 0;
        while at < raw.len() {
            let plain = raw[at..].find('\\').unwrap_or(raw.len() - at);
            text.push(
                &raw[at..at + plain],
                ByteSpan::new(span.start + at, span.start + at + plain),
            );
            at += plain;
            if at < raw.len() {
                let (letter, length) = escape(&raw[at..]);
                text.push(
                    letter.encode_utf8(&mut [0; 4]),
                    ByteSpan::new(span.start + at, span.start + at + length),
                );
                at += length;
            }
        }
        text
    }

    fn push(&mut self, value: &str, source: ByteSpan) {
        let start = self.value.len();
        self.value.push_str(value);
        if !source.is_empty() {
            self.pieces
                .push((ByteSpan::new(start, self.value.len()), source));
        }
    }

    /// The strings of prose inside a string that is JSON itself, with their keys.
    fn inner(&self) -> Vec<(String, Text)> {
        if !self.value.contains("\":") || !self.value.contains(['{', '[']) {
            return Vec::new();
        }
        let strings = Strings::new(&self.value, ByteSpan::new(0, self.value.len()));
        let strings = strings.filter(|(_, text)| prose(&text.value) > 0);
        strings
            .map(|(key, text)| (key.to_string(), text.within(self)))
            .collect()
    }

    /// A text whose places are places of another's value, with the places of that.
    fn within(self, outer: &Text) -> Text {
        let mut placed = Text {
            value: String::new(),
            pieces: Vec::new(),
        };
        for (plain, source) in self.pieces {
            let run = Run {
                text: plain.of(&self.value).to_string(),
                source,
            };
            for run in outer.placed(&run) {
                placed.push(&run.text, run.source);
            }
        }
        placed
    }

    /// The text as blocks: of markup those of the page that it is, else one a line.
    fn drafts(&self) -> Vec<Draft> {
        let markup = ["</p>", "<br", "</div>", "<p>"]
            .iter()
            .any(|tag| self.value.contains(tag));
        if markup {
            let page = Page::read(&self.value);
            let of_stretch = |stretch: &super::tree::Stretch| Draft {
                kind: BlockKind::Paragraph,
                runs: stretch
                    .runs
                    .iter()
                    .flat_map(|(_, run)| self.placed(run))
                    .collect(),
            };
            return page.stretches.iter().map(of_stretch).collect();
        }
        let mut at = 0;
        let mut drafts = Vec::new();
        for line in self.value.split_inclusive('\n') {
            let span = ByteSpan::new(at, at + line.len());
            at += line.len();
            if !line.trim().is_empty() {
                let run = Run {
                    text: line.to_string(),
                    source: span,
                };
                drafts.push(Draft {
                    kind: BlockKind::Paragraph,
                    runs: self.placed(&run),
                });
            }
        }
        drafts
    }

    /// A run of this text as runs of the source.
    fn placed(&self, run: &Run) -> Vec<Run> {
        let first = self
            .pieces
            .partition_point(|(plain, _)| plain.end <= run.source.start);
        let pieces = self.pieces[first..]
            .iter()
            .take_while(|(plain, _)| plain.start < run.source.end);
        let cut = pieces.map(|&(plain, source)| {
            let part = ByteSpan::new(
                plain.start.max(run.source.start),
                plain.end.min(run.source.end),
            );
            let verbatim = plain.len() == source.len();
            let place = match verbatim {
                true => {
                    let start = source.start + part.start - plain.start;
                    ByteSpan::new(start, start + part.len())
                }
                false => source,
            };
            (part, place)
        });
        if run.text.len() != run.source.len() {
            // A character reference: it stands as a whole.
            let place = cut.map(|(_, place)| place).reduce(ByteSpan::cover);
            return place
                .map(|source| Run {
                    text: run.text.clone(),
                    source,
                })
                .into_iter()
                .collect();
        }
        let text = |part: ByteSpan| {
            run.text[part.start - run.source.start..part.end - run.source.start].to_string()
        };
        cut.map(|(part, source)| Run {
            text: text(part),
            source,
        })
        .collect()
    }
}

/// The character of an escape and its length in bytes; a lone surrogate or an unknown escape is U+FFFD.
fn escape(raw: &str) -> (char, usize) {
    let unit = |at: usize| {
        let digits = raw.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    match raw.as_bytes().get(1) {
        Some(b'n' | b'r') => ('\n', 2),
        Some(b't' | b'b' | b'f') => (' ', 2),
        Some(b'u') => match (unit(0), unit(6)) {
            (Some(high @ 0xd800..=0xdbff), Some(low @ 0xdc00..=0xdfff)) => {
                let both = char::decode_utf16([high, low]).next().and_then(Result::ok);
                (both.unwrap_or(char::REPLACEMENT_CHARACTER), 12)
            }
            (Some(unit), _) => (
                char::from_u32(unit.into()).unwrap_or(char::REPLACEMENT_CHARACTER),
                6,
            ),
            _ => (char::REPLACEMENT_CHARACTER, 2),
        },
        Some(byte) if byte.is_ascii() => (char::from(*byte), 2),
        Some(_) => (char::REPLACEMENT_CHARACTER, 1),
        None => (char::REPLACEMENT_CHARACTER, raw.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_keeps_its_place_across_escapes() {
        let source =
            r#"{"a": "He said \"no\" \u2014 twice.\nThen \ud83d\udcda <p>&amp; left</p>", "b": 1}"#;
        let (key, text) = Strings::new(source, ByteSpan::new(0, source.len()))
            .next()
            .unwrap();
        assert_eq!(
            (key, text.value.as_str()),
            (
                "a",
                "He said \"no\" — twice.\nThen 📚 <p>& left</p>"
                    .replace('&', "&amp;")
                    .as_str()
            )
        );
        for draft in text.drafts() {
            for run in draft
                .runs
                .iter()
                .filter(|run| run.text.len() == run.source.len())
            {
                assert_eq!(run.source.of(source), run.text);
            }
        }
    }

    #[test]
    fn json_inside_a_string() {
        let inner = r#"{"p": "He said \"no\", and nobody asked him why he had said it."}"#;
        let source = format!("JSON.parse({})", serde_json::to_string(inner).unwrap());
        let (_, text) = Strings::new(&source, ByteSpan::new(0, source.len()))
            .next()
            .unwrap();
        let (key, text) = text.inner().pop().unwrap();
        assert_eq!(
            (key.as_str(), text.value.as_str()),
            (
                "p",
                "He said \"no\", and nobody asked him why he had said it."
            )
        );
        let drafts = text.drafts();
        assert!(
            drafts[0]
                .runs
                .iter()
                .any(|run| run.source.of(&source) == run.text
                    && run.text.starts_with(", and nobody"))
        );
        assert!(
            drafts[0]
                .runs
                .iter()
                .any(|run| run.source.of(&source) == r#"\\\""#)
        );
    }
}
