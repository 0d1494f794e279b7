//! Pages as small as they get: what their blocks are read as, and title, byline, date and section.

use crate::article;
use crate::options::{Format, Options};

/// What a page is read as: `kind: words`, a line a block, without furniture.
fn read(source: &str) -> String {
    let article = article::read(
        source,
        &Options {
            format: Format::Html,
            ..Options::default()
        },
    );
    let blocks = article
        .blocks
        .iter()
        .map(|block| format!("{:?}: {}\n", block.kind, block.text));
    blocks
        .filter(|line| !line.starts_with("Furniture"))
        .collect()
}

fn metadata(source: &str) -> article::Metadata {
    article::read(
        source,
        &Options {
            format: Format::Html,
            ..Options::default()
        },
    )
    .metadata
}

/// `n` paragraphs of prose.
fn prose(n: usize) -> String {
    let line = "the ferry was late again, said the mayor, and nobody on the quay could say why it had not left.";
    (0..n)
        .map(|number| format!("<p>On day {number} {line}</p>"))
        .collect()
}

#[test]
fn a_credit_is_told_from_the_caption_around_it() {
    let figure = |inner: &str| {
        read(&format!(
            "<body><article><figure><img><figcaption>{inner}</figcaption></figure>{}</article>",
            prose(6)
        ))
    };
    let credit = "<span class=credit><span class=label>Credit</span> Ada Fenn</span>";
    assert!(
        figure(credit).starts_with("Credit: Credit Ada Fenn\n"),
        "{}",
        figure(credit)
    );
    let both = figure(&format!("The ferry in May. {credit}"));
    assert!(
        both.starts_with("Caption: The ferry in May.\nCredit: Credit Ada Fenn\n"),
        "{both}"
    );
}

#[test]
fn captions_of_teasers_are_no_captions_of_the_article() {
    let teaser = "<a href=x><figure><img><figcaption>Mayor buys a boat</figcaption></figure></a>";
    let other = "<article><figure><img><figcaption>A quay elsewhere</figcaption></figure><a href=y>More</a></article>";
    let own = "<figure><img><figcaption>The ferry in May</figcaption></figure>";
    let text = read(&format!(
        "<body><article>{own}{}{teaser}</article>{other}",
        prose(6)
    ));
    assert!(text.contains("Caption: The ferry in May\n"), "{text}");
    assert!(
        !text.contains("Mayor buys") && !text.contains("A quay elsewhere"),
        "{text}"
    );
}

#[test]
fn a_sentence_with_a_marked_name_is_no_byline() {
    let first = "<p><a class=meta-org href=x>Fen Lines</a> sold the ferry to the town for less than a bus.</p>";
    let text = read(&format!("<body><article>{first}{}</article>", prose(6)));
    assert!(text.starts_with("Paragraph: Fen Lines sold"), "{text}");
}

/// The byline and date of a page with these lines around its title.
fn facts(before: &str, behind: &str, text: &str) -> (String, String) {
    let page = format!(
        "<body><article>{before}<h1>Ferry late again</h1>{behind}{text}{}</article>",
        prose(6)
    );
    let metadata = metadata(&page);
    let names: Vec<String> = metadata
        .byline
        .into_iter()
        .map(|found| found.value)
        .collect();
    (
        names.join("; "),
        metadata
            .published
            .map_or(String::new(), |found| found.value.to_string()),
    )
}

#[test]
fn dates_as_pages_show_them() {
    for (before, behind, text) in [
        (
            "",
            "<dl><dt>Published:</dt><dd class=published>2025-05-14</dd></dl>",
            "",
        ),
        (
            "<h2 class=date-header><span>Wednesday, May 14, 2025</span></h2>",
            "",
            "",
        ),
        (
            "",
            "<cite class=byline>By Jo Lind <abbr>May 14, 2025 3:46 PM</abbr></cite>",
            "",
        ),
        (
            "",
            "<abbr class=published title=2025-05-14T07:45:00Z>a while ago</abbr>",
            "",
        ),
        (
            "",
            "<div><i></i><span>Wednesday, May 14, 2025 @ 11:10 PM UTC</span></div>",
            "",
        ),
        ("", "<small>On 5/14/2025 by @jo</small>", ""),
        (
            "",
            "",
            "<p>May 14, 2025 -- The ferry was late again, said the mayor, and nobody on the quay could say why.</p>",
        ),
        (
            "",
            "<span data-publishtime=1747208700851>5/14/25</span>",
            "",
        ),
    ] {
        assert!(
            facts(before, behind, text).1.starts_with("2025-05-14"),
            "{before}{behind}{text}"
        );
    }
    for (before, behind, text) in [
        ("", "<p class=dateline>Last updated 14 May 2025</p>", ""),
        (
            "",
            "<div itemscope itemtype='https://schema.org/VideoObject'><meta itemprop=datePublished content=2025-05-14></div>",
            "",
        ),
        (
            "",
            "<time itemprop=dateModified datetime=2025-05-14>May 14</time>",
            "",
        ),
        (
            "",
            "",
            "<table><tr><th>Founded<td>May 14, 2025<span hidden><span class=published>2025-05-14</span></span></table>",
        ),
        (
            "",
            "",
            "<div class=comments><p class=posted>Posted on 14 May 2025</p></div>",
        ),
    ] {
        assert_eq!(facts(before, behind, text).1, "", "{before}{behind}{text}");
    }
}

#[test]
fn a_path_is_no_section() {
    let section = |value: &str| {
        let page = format!(
            "<head><meta name=section content='{value}'></head><body><article>{}</article>",
            prose(6)
        );
        metadata(&page).section.map(|found| found.value)
    };
    assert_eq!(section("World"), Some("World".into()));
    assert_eq!(section("/world/fens"), None);
}

#[test]
fn titles_among_the_names_of_sites() {
    let title = |head: &str, headings: &str| {
        let page = format!(
            "<head>{head}</head><body>{headings}<article>{}</article>",
            prose(6)
        );
        let metadata = metadata(&page);
        metadata.title.map_or(String::new(), |found| found.value)
    };
    let slogan = "<meta property=og:title content='Fen Post - news of the fens, every day'>";
    let head = format!("<title>Ferry late again</title>{slogan}");
    assert_eq!(
        title(&head, "<h1>Ferry late again</h1>"),
        "Ferry late again"
    );
    let both = "<h1>The ferry in three volumes</h1><h2>How it sank: a history</h2>";
    assert_eq!(
        title(
            "<title>How it sank: a history — The ferry in three volumes</title>",
            both
        ),
        "How it sank: a history"
    );
}

#[test]
fn bylines_as_pages_show_them() {
    for (behind, text, names) in [
        (
            "",
            "<p><em>Posted by Jo Lind, Engineer at the Fens</em></p>",
            "Jo Lind",
        ),
        ("<h5>2/26/2015 7:11 AM BY FEN STAFF</h5>", "", "FEN STAFF"),
        (
            "<small>On <!-- -->6/13/2018<!-- --> by @jolind</small>",
            "",
            "jolind",
        ),
        (
            "<meta name=author content='Fen Boats'><h3><a rel=author href=x>Jo Lind</a></h3>",
            "",
            "Jo Lind",
        ),
        (
            "<meta name=author content='Jo Lind'>",
            "<p>End.</p><a rel=author href=x>Fen Boats</a>",
            "Jo Lind",
        ),
        (
            "<meta name=author content='lind22'><div class=author-name>Jo Lind</div>",
            "",
            "Jo Lind",
        ),
        (
            "<meta name=author content='Jo Lind (https://post.example/)'>",
            "",
            "Jo Lind",
        ),
        (
            "<meta name='twitter:creator' content='Jo Lind'>",
            "",
            "Jo Lind",
        ),
        ("<meta name='twitter:creator' content='@fenpost'>", "", ""),
    ] {
        let text = format!(
            "{}{text}",
            if behind.contains("Jo Lind'>") {
                prose(9)
            } else {
                String::new()
            }
        );
        assert_eq!(facts("", behind, &text).0, names, "{behind}{text}");
    }
    let teaser = "<article><span itemprop=author>Max Orr</span><p>Other news</p></article>";
    let page = format!("<main><h1>Ferry late again</h1>{}</main>{teaser}", prose(6));
    assert!(metadata(&page).byline.is_empty());
    let menu = "<ul><li id=navBylines><a href=x>Columns</a></li></ul>";
    let menu = format!("{menu}{}", "<p>News</p>".repeat(6));
    assert_eq!(facts(&menu, "", "").0, "");
}

#[test]
fn teasers_say_neither_when_nor_who() {
    let page = |before: &str, above: &str, behind: &str| {
        let found = metadata(&format!(
            "<body>{before}<main>{above}<article><h1>The pier is shut</h1>{}</article>{behind}</main>",
            prose(5)
        ));
        let date = found.published.map(|date| date.value.to_string());
        let byline = found.byline.first().map(|name| name.value.clone());
        format!(
            "{} {}",
            date.unwrap_or_default(),
            byline.unwrap_or_default()
        )
    };
    let card = "<h2>Keep reading</h2><a href=o><h3>Old news</h3><time datetime=2026-03-05>Mar 5</time></a>";
    for behind in [
        format!("<section class=more>{card}</section>"),
        format!("<aside>{card}</aside>"),
        format!("<article class=card>{card}</article>"),
        "<aside class=related><h3>Firm buys firm</h3><div class=byline>By <a rel=author href=a>Jon Rustle</a></div></aside>".into(),
    ] {
        assert_eq!(page("", "", &behind), " ", "{behind}");
        assert_eq!(
            page("", "<div class=meta><p>May 22, 2026</p></div>", &behind),
            "2026-05-22 ",
            "{behind}"
        );
    }
    let latest = "<aside class=latest><ul><li><time datetime=2026-06-30>June 30</time> <a href=z>Fair opens</a></li></ul></aside>";
    assert_eq!(page(latest, "", ""), " ");
    // A box that points nowhere tells of the article.
    assert_eq!(
        page(
            "",
            "",
            "<aside><time datetime=2026-03-05>Mar 5</time></aside>"
        ),
        "2026-03-05 "
    );
}

#[test]
fn an_aside_inside_the_article_may_sign_it() {
    let found = |heading: &str| {
        let aside = format!(
            "<aside>{heading}<span itemprop=author>Jo Lind</span> <time datetime=2013-09-29>29 Sep</time> <a href=l>Licence</a></aside>"
        );
        let found = metadata(&format!(
            "<main><article><h1>The pier is shut</h1>{}{aside}</article></main>",
            prose(5)
        ));
        let date = found.published.map(|date| date.value.to_string());
        (date, found.byline.len())
    };
    assert_eq!(found(""), (Some("2013-09-29".to_string()), 1));
    assert_eq!(found("<h3>Firm buys firm</h3>"), (None, 0));
}

#[test]
fn a_heading_that_is_a_sentence_sums_the_article_up() {
    let kind = |heading: &str| {
        let page = format!(
            "<body><div><h1>The pier is shut</h1><h2>{heading}</h2>{}</div>",
            prose(5)
        );
        let read = read(&page);
        read.lines()
            .find(|line| line.ends_with(heading))
            .and_then(|line| line.split_once(':'))
            .map(|(kind, _)| kind.to_string())
    };
    let lead = "One in four towns on the coast has lost its pier since 1990.";
    assert_eq!(kind(lead).as_deref(), Some("Standfirst"));
    assert_eq!(
        kind("What the towns on the coast have lost since 1990").as_deref(),
        Some("Heading")
    );
    assert_eq!(kind("It is gone.").as_deref(), Some("Heading"));
}

#[test]
fn a_menu_does_not_say_what_kind_of_piece_it_is() {
    let genre = |above: &str| {
        metadata(&format!(
            "<body>{above}<article><h1>The pier is shut</h1>{}</article>",
            prose(5)
        ))
        .genre
        .map(|(genre, _)| genre)
    };
    let menu = "<nav><ul><li><a href=n>News</a></li><li><a href=o>Opinion</a></li></ul></nav>";
    assert_eq!(genre(menu), None);
    assert_eq!(genre("<p>Opinion</p>"), Some(crate::terms::Genre::Opinion));
}
