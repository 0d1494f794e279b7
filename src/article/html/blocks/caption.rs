//! Captions and credits of pictures, which often share an element.

use crate::article::draft::{Draft, Run};
use crate::article::html::marks;
use crate::article::html::tree::{Page, Stretch};
use crate::span::ByteSpan;
use crate::terms::BlockKind;

/// Words with which a credit begins.
const CREDIT: [&str; 9] = [
    "Photograph:",
    "Photo:",
    "Picture:",
    "Image:",
    "Illustration:",
    "Credit:",
    "(Photo",
    "Photo by",
    "Photograph by",
];

/// Caption and credit of a stretch, those of the two that it has: "The ferry in May. Photograph: Ada Fenn".
pub(super) fn parted(page: &Page, stretch: &Stretch, draft: Draft) -> Vec<Draft> {
    let whole: String = draft.runs.iter().map(|run| run.text.as_str()).collect();
    match credit_start(page, stretch, &draft, &whole) {
        None => vec![Draft {
            kind: BlockKind::Caption,
            ..draft
        }],
        Some(at) if whole[..at].trim().is_empty() => vec![Draft {
            kind: BlockKind::Credit,
            ..draft
        }],
        Some(at) => parted_at(at, draft),
    }
}

/// Where in the words of a stretch, in bytes, the credit begins: at words that say so, or in an element so marked.
fn credit_start(page: &Page, stretch: &Stretch, draft: &Draft, whole: &str) -> Option<usize> {
    let by_words = CREDIT.iter().filter_map(|start| whole.find(start)).min();
    let credits = |element: usize| {
        page.ancestors(element)
            .take_while(|&up| up != stretch.element)
            .any(|up| page.elements[up].marks.has(marks::CREDIT))
    };
    let marked = stretch
        .runs
        .iter()
        .find(|(up, run)| credits(*up) && !run.text.trim().is_empty());
    let by_class = marked.and_then(|(_, marked)| {
        let before = draft
            .runs
            .iter()
            .take_while(|run| run.source.start < marked.source.start);
        let before: usize = before.map(|run| run.text.len()).sum();
        (before < whole.len()).then_some(before)
    });
    by_words.into_iter().chain(by_class).min()
}

/// The words before a place and those behind it; a run that stands in the source otherwise than in the text is not cut.
fn parted_at(from: usize, draft: Draft) -> Vec<Draft> {
    let (mut caption, mut credit) = (
        Draft::new(BlockKind::Caption),
        Draft::new(BlockKind::Credit),
    );
    let mut at = 0;
    for run in draft.runs {
        let length = run.text.len();
        if at + length <= from {
            caption.runs.push(run);
        } else if at >= from || length != run.source.len() {
            credit.runs.push(run);
        } else {
            let (left, right) = run.text.split_at(from - at);
            let middle = run.source.start + left.len();
            caption.runs.push(Run {
                text: left.to_string(),
                source: ByteSpan::new(run.source.start, middle),
            });
            credit.runs.push(Run {
                text: right.to_string(),
                source: ByteSpan::new(middle, run.source.end),
            });
        }
        at += length;
    }
    [caption, credit]
        .into_iter()
        .filter(|draft| !draft.runs.is_empty())
        .collect()
}
