//! What stands around the text of a mail: its head, the line before a quotation, the signature.

use super::byline;
use crate::terms::BlockKind;

const HEADS: [&str; 14] = [
    "from",
    "to",
    "cc",
    "bcc",
    "date",
    "sent",
    "reply-to",
    "subject",
    "mime-version",
    "message-id",
    "content-type",
    "content-transfer-encoding",
    "organization",
    "importance",
];

/// Where a reader of a mail stands.
#[derive(Default)]
pub(super) struct Mail {
    /// Whether a head has been seen.
    seen: bool,
    /// Whether the lines are those of a head.
    in_head: bool,
    signed: bool,
}

/// A line of a mail that is no text of it: what it is, and from where and up to where it says so.
pub(super) struct MailLine {
    pub kind: BlockKind,
    pub from: usize,
    pub to: usize,
}

impl Mail {
    /// What a line is in a mail; `None` for its text. `first` says that no text has come before.
    pub fn line(&mut self, line: &str, first: bool) -> Option<MailLine> {
        let whole = |kind| {
            Some(MailLine {
                kind,
                from: 0,
                to: line.len(),
            })
        };
        if first || self.in_head {
            if let Some((label, value)) = line.split_once(':') {
                let label = label.to_ascii_lowercase();
                let known = HEADS.contains(&label.as_str()) || label.starts_with("x-");
                if known
                    && (self.in_head
                        || matches!(label.as_str(), "from" | "to" | "date" | "sent" | "subject"))
                {
                    (self.seen, self.in_head) = (true, true);
                    let from = line.len() - value.trim_start().len();
                    return match label.as_str() {
                        "subject" if first => {
                            let bare = value.trim_start();
                            let title = ["Re:", "RE:", "Fwd:", "FW:", "Fw:"]
                                .iter()
                                .find_map(|mark| bare.strip_prefix(mark));
                            let title = title.unwrap_or(bare).trim_start();
                            Some(MailLine {
                                kind: BlockKind::Title,
                                from: line.len() - title.len(),
                                to: line.len(),
                            })
                        }
                        "date" | "sent" if first => Some(MailLine {
                            kind: BlockKind::Date,
                            from,
                            to: line.len(),
                        }),
                        "from" if first => {
                            let name = line.split(['<', '[']).next().unwrap_or(line).trim_end();
                            match byline::of_line(name) {
                                Some(_) => Some(MailLine {
                                    kind: BlockKind::Byline,
                                    from: 0,
                                    to: name.len(),
                                }),
                                None => whole(BlockKind::Furniture),
                            }
                        }
                        _ => whole(BlockKind::Furniture),
                    };
                }
            }
        }
        self.in_head = false;
        let lower = line.to_ascii_lowercase();
        let forwards = lower.starts_with("--")
            && (lower.contains("original message") || lower.contains("forwarded message"));
        if forwards {
            self.in_head = true;
            return whole(BlockKind::Furniture);
        }
        // "On Sat, 2 Nov 2024 at 18:00, Jo Lind <jo@post.example> wrote:"
        if lower.ends_with("wrote:") && (lower.starts_with("on ") || lower.contains('@')) {
            self.seen = true;
            return whole(BlockKind::Furniture);
        }
        self.signed |= self.seen && line == "--";
        if self.signed {
            whole(BlockKind::Furniture)
        } else {
            None
        }
    }
}
