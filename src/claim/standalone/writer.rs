//! From the pieces of a claim and the changes to them to a sentence, with the edits in the order of its text.

use super::edit::{Change, Edit, EditReason};
use super::restored::Restored;
use super::{Standalone, Unresolved, Wording};
use crate::span::ByteSpan;
use crate::terms::EditOperation;

/// Writes the pieces with their changes, which are sorted by place; of two that overlap the first is made. What is
/// `unresolved` is placed in the sentence, unless its words were changed.
pub(super) fn write(
    wording: &Wording,
    changes: &[Change],
    unresolved: &[Unresolved],
) -> Standalone {
    let text = &wording.article.text;
    let mut writer = Writer {
        source: text,
        unresolved,
        sentence: Standalone::default(),
    };
    let mut pieces: Vec<(ByteSpan, Option<&Restored>)> =
        wording.own.iter().map(|&piece| (piece, None)).collect();
    pieces.extend(
        wording
            .restored
            .iter()
            .map(|restored| (restored.span, Some(restored))),
    );
    pieces.sort_by_key(|(piece, _)| piece.start);
    let mut begun = false;
    for (piece, restored) in pieces {
        match restored {
            Some(restored) => {
                let goes_on = wording.own.iter().any(|own| own.start > piece.start);
                writer.restore(restored, changes, begun, goes_on);
            }
            None => {
                if begun {
                    writer.sentence.text.push(' ');
                }
                writer.piece(piece, changes);
                begun = true;
            }
        }
    }
    writer.finish()
}

struct Writer<'a> {
    source: &'a str,
    unresolved: &'a [Unresolved],
    sentence: Standalone,
}

impl Writer<'_> {
    /// A piece of the text with its changes.
    fn piece(&mut self, piece: ByteSpan, changes: &[Change]) {
        let mut at = piece.start;
        for change in changes.iter().filter(|change| piece.contains(change.at)) {
            if change.at.start < at {
                continue;
            }
            self.copy(ByteSpan::new(at, change.at.start));
            self.change(change);
            at = change.at.end;
        }
        self.copy(ByteSpan::new(at, piece.end));
    }

    /// What is put back, with its changes: one edit, since the claim has none of its words.
    /// It stands in front of the claim, or where `begun` behind its first words; `goes_on` where more of them follow.
    fn restore(&mut self, restored: &Restored, changes: &[Change], begun: bool, goes_on: bool) {
        let (from, n_edits) = (self.sentence.text.len(), self.sentence.edits.len());
        if begun {
            let before = ByteSpan::new(0, restored.span.start)
                .of(self.source)
                .trim_end();
            self.sentence
                .text
                .push_str(if before.ends_with(',') { ", " } else { " " });
        }
        self.piece(restored.span, changes);
        let behind = self
            .source
            .get(restored.span.end..)
            .unwrap_or("")
            .trim_start();
        if !begun {
            // "If it does not, it will": the parser may leave "not" to the claim.
            self.sentence
                .text
                .push_str(if behind.starts_with(char::is_alphanumeric) {
                    " "
                } else {
                    restored.mark
                });
        } else if goes_on && behind.starts_with(',') {
            self.sentence.text.push(',');
        }
        self.sentence.edits.truncate(n_edits);
        let at = ByteSpan::new(from, self.sentence.text.len());
        let to = at.of(&self.sentence.text).to_string();
        let edit = Edit {
            operation: EditOperation::Insert,
            from: String::new(),
            to,
            reason: restored.reason,
            at,
            span: None,
            origin: Some(restored.span),
            probability: None,
        };
        self.sentence.edits.push(edit);
    }

    /// Words of the text as they are.
    fn copy(&mut self, span: ByteSpan) {
        let to = self.sentence.text.len();
        let place = |reference: &Unresolved| Unresolved {
            at: ByteSpan::new(
                to + reference.span.start - span.start,
                to + reference.span.end - span.start,
            ),
            ..reference.clone()
        };
        self.sentence.unresolved.extend(
            self.unresolved
                .iter()
                .filter(|reference| span.contains(reference.span))
                .map(place),
        );
        self.sentence.text.push_str(span.of(self.source));
    }

    fn change(&mut self, change: &Change) {
        let operation = match () {
            _ if change.at.is_empty() => EditOperation::Insert,
            _ if change.to.is_empty() => EditOperation::Delete,
            _ => EditOperation::Replace,
        };
        let at = ByteSpan::new(
            self.sentence.text.len(),
            self.sentence.text.len() + change.to.len(),
        );
        self.sentence.text.push_str(&change.to);
        self.sentence.edits.push(Edit {
            operation,
            from: change.at.of(self.source).to_string(),
            to: change.to.clone(),
            reason: change.reason,
            at,
            span: (!change.at.is_empty()).then_some(change.at),
            origin: change.origin,
            probability: change.probability,
        });
    }

    /// Puts a mark at the end.
    fn close(&mut self, mark: &str, reason: EditReason) {
        self.change(&Change::new(ByteSpan::default(), mark, reason));
    }

    /// A capital first, one full stop at the end.
    fn finish(mut self) -> Standalone {
        self.capitalise();
        let text = &mut self.sentence.text;
        let end = text
            .trim_end_matches([',', ';', ':', ' ', '—', '–', '―', '-'])
            .len();
        text.truncate(end);
        // "has come to the table", from the middle of a quotation.
        let count = |mark: char| text.chars().filter(|&letter| letter == mark).count();
        let closing = if count('“') > count('”') {
            "”"
        } else if count('"') % 2 == 1 {
            "\""
        } else {
            ""
        };
        if !closing.is_empty() {
            self.close(closing, EditReason::ClosingQuote);
        }
        let text = &self.sentence.text;
        if !text.ends_with(['.', '!', '?']) && !text.ends_with(".”") && !text.ends_with(".\"") {
            self.close(".", EditReason::FullStop);
        }
        self.sentence
    }

    fn capitalise(&mut self) {
        let Standalone { text, edits, .. } = &mut self.sentence;
        let Some(first) = text.chars().next().filter(|letter| letter.is_lowercase()) else {
            return;
        };
        let capital: String = first.to_uppercase().collect();
        // "ß" has no capital of one letter, and lengths must not change.
        if capital.chars().count() != 1 || capital.len() != first.len_utf8() {
            return;
        }
        text.replace_range(..capital.len(), &capital);
        if let Some(edit) = edits
            .iter_mut()
            .find(|edit| edit.at.start == 0 && !edit.to.is_empty())
        {
            edit.to.replace_range(..capital.len(), &capital);
            return;
        }
        let at = ByteSpan::new(0, capital.len());
        let edit = Edit {
            operation: EditOperation::Replace,
            from: first.to_string(),
            to: capital,
            reason: EditReason::Capital,
            at,
            span: None,
            origin: None,
            probability: None,
        };
        // Behind what was taken off in front, so that the edits can be taken back from the last to the first.
        let off = edits.iter().take_while(|edit| edit.at.end == 0).count();
        edits.insert(off, edit);
    }
}
