//! Which format a source is written in, by its look.

use crate::options::Format;

/// HTML where tags of a page stand near the start, Markdown where several of its marks do, else text.
pub(super) fn detect(source: &str) -> Format {
    let end = (0..=source.len().min(20_000))
        .rev()
        .find(|&end| source.is_char_boundary(end))
        .unwrap_or(0);
    let head = &source[..end];
    let lower = head.to_ascii_lowercase();
    let start = lower.trim_start();
    let tags = [
        "<html",
        "<!doctype html",
        "<body",
        "<head",
        "<article",
        "<div",
        "<p>",
        "<p ",
        "</p>",
        "<br",
        "<span",
        "<h1",
        "<meta",
    ];
    let n_tags = tags.iter().filter(|tag| lower.contains(**tag)).count();
    if start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || n_tags >= 2
        || (start.starts_with('<') && n_tags >= 1)
    {
        return Format::Html;
    }
    let marks = head.lines().map(|line| {
        let line = line.trim();
        let heading = line.starts_with("# ") || line.starts_with("## ") || line.starts_with("### ");
        let strong = line.contains("**") || line.contains("__");
        let link = line.contains("](");
        let italic = line.len() > 2 && line.starts_with('*') && line.ends_with('*');
        usize::from(heading) * 2 + usize::from(strong) + usize::from(link) * 2 + usize::from(italic)
    });
    let front_matter = ["---\n", "---\r\n", "+++\n", "+++\r\n"]
        .iter()
        .any(|mark| head.starts_with(mark));
    if front_matter || marks.sum::<usize>() >= 2 {
        Format::Markdown
    } else {
        Format::Text
    }
}
