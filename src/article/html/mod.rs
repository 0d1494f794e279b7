//! HTML → drafts and metadata: a tree (`tree`), what its head states, the stretches that are the article (`content`),
//! and what each of them is (`blocks`); where the page shows
//! next to nothing, the text that its scripts hold (`script`). Class and id words are in `marks.txt`.

mod attributes;
mod blocks;
mod content;
mod marks;
mod references;
mod script;
mod tree;

use super::draft::Draft;
use super::{Metadata, stated};
use crate::terms::{BlockKind, Note};
pub(super) use tree::Facts;

/// Fewer characters than this, and the text is looked for in the page's scripts.
const LITTLE: usize = 300;

/// Reads a page or a fragment. Linear.
pub(super) fn read(source: &str, facts: &mut Facts, metadata: &mut Metadata) -> Vec<Draft> {
    let mut page = tree::Page::read(source);
    stated::read(&mut page.facts, metadata);
    let content = content::find(&page);
    let chosen = page
        .stretches
        .iter()
        .zip(&content.inside)
        .filter(|(_, inside)| **inside);
    let shown: usize = chosen.map(|(stretch, _)| stretch.length).sum();
    let mut drafts = blocks::drafts(&page, &content, metadata);
    if shown < LITTLE {
        if let Some(hidden) = script::drafts(source, &page) {
            for draft in drafts
                .iter_mut()
                .filter(|draft| !matches!(draft.kind, BlockKind::Title | BlockKind::Standfirst))
            {
                draft.kind = BlockKind::Furniture;
            }
            drafts.extend(hidden);
            page.facts.in_script = true;
        }
    }
    page.facts.is_page = true;
    page.facts.navigation = page
        .stretches
        .iter()
        .filter(|stretch| page.within(stretch.element, &["nav", "menu", "footer"]))
        .filter_map(tree::Stretch::source_span)
        .collect();
    *facts = page.facts;
    drafts
}

impl Facts {
    /// Doubts about a page: its text stands in a script, or only its beginning is shown to who does not pay.
    pub fn notes(&self, drafts: &[Draft]) -> Vec<Note> {
        let note = |code: &str, message: &str| Note {
            code: code.into(),
            message: message.into(),
        };
        let mut notes = Vec::new();
        if self.in_script {
            notes.push(note(
                "text_in_script",
                "The page shows no text; it was taken from a script of the page.",
            ));
        }
        let body = drafts
            .iter()
            .filter(|draft| draft.kind == BlockKind::Paragraph);
        let length: usize = body
            .map(|draft| draft.runs.iter().map(|run| run.text.len()).sum::<usize>())
            .sum();
        let asks = |draft: &Draft| {
            let length: usize = draft.runs.iter().map(|run| run.text.len()).sum();
            length < 300 && blocks::asks_for_money(&draft.text())
        };
        if self.is_page && length < 2_500 && (self.paid || drafts.iter().any(asks)) {
            let message = "The page shows only the beginning of its article to readers who have not subscribed.";
            notes.push(note("paywall", message));
        }
        notes
    }
}

#[cfg(test)]
mod tests {
    use super::tree;
    use crate::article::tests::read_lawfully;
    use crate::options::Format;

    /// Depth, size and markup beyond use. Each page is read at once, or this test would not end: nothing here may cost
    /// more than its length.
    /// Twenty megabytes of "<p>" took four gigabytes.
    #[test]
    fn elements_without_end_are_read_and_not_all_kept() {
        let source = "<p>".repeat(tree::MAX_ELEMENTS + 100) + "<p>The ferry <b>sank</b>.</p>";
        let page = tree::Page::read(&source);
        assert_eq!(page.elements.len(), tree::MAX_ELEMENTS);
        let runs = page.stretches.iter().flat_map(|stretch| &stretch.runs);
        let text: String = runs.map(|(_, run)| run.text.as_str()).collect();
        assert_eq!(text, "The ferry sank.");
    }

    #[test]
    fn bad_pages_are_read() {
        let line =
            "<p>The ferry to Low Ormsey was late again, said the mayor, and nobody knew why.</p>";
        let pages = [
            "<div>".repeat(10_000) + line + &"</div>".repeat(10_000),
            "<div>".repeat(10_000) + line,
            format!("<body>{}{line}", "<b><i><p>".repeat(5_000)),
            format!("<body>{}{line}", "</p></div></table>".repeat(20_000)),
            format!("<table>{}{line}", "<tr><td><table>".repeat(3_000)),
            format!("<ul>{}{line}", "<li><a href=x>".repeat(20_000)),
            format!(
                "<body>{line}<script>var a = '<p>never shown</p>';</script><p onclick='alert(1)'>{line}"
            ),
            format!("<base href=\"https://post.example/\"><body>\0{line}\0<p\0>x"),
            format!("<svg><path d='M0'><g>{line}{line}{line}"),
            format!("<x-card><x-row>{}{line}", "<x-cell>".repeat(30_000)),
            format!("<body><!-- {line}"),
            format!("<body><!--{}-->{line}", "- <!--".repeat(30_000)),
            format!("<p {}>{line}", "class=\"a b c\" ".repeat(50_000)),
            format!("<p {}>{line}", "/ =é".repeat(50_000)),
            format!(
                "<script>a<b =\"</script><p {}>{line}",
                "a=\"b\" ".repeat(50_000)
            ),
            format!("<!-- <a b=\"c --><p {}>{line}", "a=\">c=\" ".repeat(50_000)),
            format!("<p a=b\" {}>{line}", "a\"=\"b\"\n".repeat(50_000)),
            "<p>&amp;&#x110000;&#0;&notanentity;&lt".repeat(20_000),
            format!(
                "<script type=\"application/ld+json\">{{\"articleBody\": \"{}\\\"",
                "\\u00e9\\ud800 ".repeat(9_000)
            ),
            "<div class=byline>".repeat(190)
                + &("<p>".to_string() + &"<i rel=author>Jo</i>".repeat(60)).repeat(8),
            "<".repeat(100_000),
            "<br>".repeat(50_000) + line,
            "<p>word<br>".repeat(50_000),
            line.repeat(20_000),
        ];
        for page in pages {
            let article = read_lawfully(&page, Format::Html);
            assert!(article.text.len() <= page.len() && article.blocks.len() <= page.len());
            assert!(
                !article.text.contains("never shown") && !article.text.contains("alert"),
                "{}",
                article.text
            );
        }
    }
}
