//! What patterns are made of.

/// Patterns that grew, or overflowed the stack, in an earlier version: prefix, what is repeated, suffix.
pub(crate) const FOUND: &[(&str, &str, &str)] = &[
    ("", "@_", ""),
    ("", "$", ""),
    ("", "[", ""),
    ("", "![", ""),
    ("", "-a", ""),
    ("", "<p>", ""),
    ("", "\"Smith\"", ""),
    ("", "{\"", ""),
    ("", "“[^1]", ""),
    ("", ". ", "and so on"),
    ("a", "'s", ""),
    ("", "<x a='", ""),
];

/// Characters, tags, Markdown and pieces of words that are repeated. Each stands here because some reader looks ahead or
/// behind from it.
#[rustfmt::skip]
pub const PIECES: &[&str] = &[
    // Characters.
    "a", "A", "1", "é", "語", "\u{301}", "\u{200d}", "\u{ad}", "\u{a0}", "\u{fffd}", "\u{0}", "\u{202e}", "\u{feff}",
    "\u{1f469}\u{200d}", "\u{1f1f3}", "\u{1f3ff}", "\u{fb01}", "Ａ", "\u{1d400}",
    " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\u{c}", "\u{2028}",
    ".", ",", ";", ":", "!", "?", "…", "-", "--", "–", "—", "‐", "'", "’", "‘", "\"", "“", "”", "«", "»", "„", "(", ")",
    "[", "]", "{", "}", "<", ">", "/", "\\", "|", "_", "__", "*", "**", "#", "@", "$", "%", "&", "+", "=", "~", "~~", "^", "`",
    "```", "°", "•", "©", "†", "§", "£", "€",
    // Tags.
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "<a>", "<a href=x>", "</a>", "<a href=\"", "<span>", "</span>",
    "<li>", "<ul>", "</ul>", "<ol>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<br>", "<hr>", "<h1>", "</h1>", "<h2>",
    "<blockquote>", "</blockquote>", "<q>", "<em>", "<sup>", "</sup>", "<article>", "</article>", "<main>", "<section>",
    "<header>", "<footer>", "<nav>", "<aside>", "<figure>", "<figcaption>", "</figure>", "<img alt=\"a\">", "<svg>",
    "</svg>", "<math>", "<template>", "<select>", "<option>", "<button>", "<form>", "<input>", "<iframe>", "<noscript>",
    "<script>", "</script>", "<style>", "</style>", "<title>", "</title>", "<textarea>", "<pre>", "</pre>", "<code>",
    "<time datetime=\"2026-11-02\">", "<meta name=\"author\" content=\"A\">", "<meta property=\"og:title\" content=\"A\">",
    "<!--", "-->", "<!", "<?", "<![CDATA[", "]]>", "</", "<x ", "<x a=", "<x a='", " a=b", " a=\"b\"", " class=\"byline\"",
    " itemprop=\"author\"", " hidden", "<p class=\"caption\">", "<div class=\"comments\">", "<div id=\"content\">",
    "<body>", "<html>", "<head>", "</head>", "<script type=\"application/ld+json\">",
    "&", "&amp;", "&lt;", "&#39;", "&#x", "&nbsp;", "&shy;", "&eacute", "&am", "&;",
    // JSON.
    "{\"", "\":", "[{", "}]", "\\\"", "\\u00", "{\"@graph\":[", "{\"author\":{\"name\":\"", "\"@type\":\"NewsArticle\",", "\"a\":1,", "[[",
    // Markdown.
    "![", "](", "](x)", "[a](x)", "[a]", "[a]: x\n", "[^1]", "[^1]: a\n", "[^", "> ", ">> ", "- ", "* ", "+ ", "1. ", "1) ",
    "# ", "## ", "###### ", "---\n", "***\n", "===\n", "| a ", "|-", "|\n", "a|b\n-|-\n", "~~~\n", "```\n", "    ", "\t", "  \n",
    "<http://a.b>", "http://", "https://a.b/", "www.", "*a", "_a_", "**a**", "*a_", "`a`", "``", "\\*", "- [ ] ", "\n- ", "\n> ", "\n1. ",
    "title: a\n", ": a\n",
    // Pieces of words.
    "'s", "n't", "’s", "'", "-a", "co-", "a.", "a@", "@_", "_a", "#a", "1,", "1.", "1:", "1/", "1-", "1's", "35km", "$1", "2026",
    "U.S.", "Mr. ", "No. ", "e.g. ", "Ph.D. ", "a.m. ", "etc. ", ". ", ".) ", "! ", "?” ", ". . ", ":) ", "cannot ", "gonna ",
    "A ", "The ", "the ", "a ", "of ", "and ", ", and ", "or ", "but ", "that ", "who ", "which ", "if ", "because ", "not ", "to ",
    "will ", "may ", "is ", "was ", "it ", "he ", "she ", "they ", "we ", "I ", "you ", "his ", "this ", "there ", "as ", "than ",
    "Maria Brant ", "Brant ", "Oslo ", "Smith, ", "the mayor ", "Dr. Lind ", "Lind said ", "said ", "says ", "said that ", "he said, ",
    "according to ", "told ", "denied ", "asked ", "by ", "By Maria Brant\n", "\"Smith\"", "“We lost,” ", "“ ", "“", "” ", "”\n\n“", ": “",
    "Brant: ", "Q: ", "A: ", "— Maria Brant\n", "(Reuters) - ", "Photo: A\n", "© 2026 ", "Published ", "Updated ", "Correction: ",
    "ferry ", "ferry sank ", "The ferry sank. ", "the ferry is late, ", "must ", "should ", "three ", "half ", "a million ", "per cent ", "% ",
    "Monday ", "May ", "2 May 2026 ", "2026-11-02 ", "03/04/2018 ", "at 10:20 ", "10 a.m. ", "last ", "next ", "week ", "years ago ", "between ", "from ", "until ",
    "From: a@b.c\n", "Subject: a\n", "On Monday, Brant wrote:\n", "Read more: ", "RELATED: ", "Advertisement\n", "Share\n",
];

/// What stands in front of or behind them, and opens or closes what the repeated pieces then stand in.
#[rustfmt::skip]
pub const WRAPPERS: &[&str] = &[
    "<p>", "</p>", "<div>", "</div>", "<article>", "<article><h1>The ferry sank</h1><p>", "</article>", "<html><head>", "<body>",
    "<html><head><title>", "</title>", "<script type=\"application/ld+json\">", "</script>", "<script>", "<style>", "<!--", "-->", "<a href=\"", "\">",
    "<p class=\"", "<meta name=\"author\" content=\"", "<meta property=\"article:published_time\" content=\"", "<time datetime=\"",
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"", "\"}</script>", "{\"author\":[", "<table>", "<ul>",
    "<svg>", "<![CDATA[", "<textarea>", "<pre>", "<h1>", "<p>The ferry sank, said Maria Brant, who ", "</p><p>He left.</p>",
    "# ", "> ", "- ", "1. ", "```\n", "[", "](", "![", "*", "---\n", "---\ntitle: ", "\n---\n", "| a | b |\n|---|---|\n", "[^1]: ", "    ",
    "The ferry sank. ", "Maria Brant said: “", "“", "”", "” said Maria Brant.", "\"", "(", ")", "http://", "a", "A", "1", " ", "\n", "\n\n", ".", ". The end.",
    "From: a@b.c\nSubject: a\n\n", "By Maria Brant\n\n", "Q: ", "The mayor said that ", "If ", "She ", ", said the mayor.", " said.",
];
