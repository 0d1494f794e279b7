//! What the tests of this stage share: an op-ed around the sentences in question, and the links between two claims. And
//! which texts argue.

use crate::report::Report;
use crate::testing::report;

/// Title and first paragraph; its first claim is the thesis.
const OPENING: &str = "Keep the night ferry\n\n\
    The council should keep the night ferry. The boats are the pride of the town.";

/// Two reasons.
const CLOSE: &str = "The quay is a fine place. The old town is a lovely town.";

/// The op-ed that an example is part of: `…` at its start or end stands for the opening or the close, `¶` parts paragraphs.
pub(super) fn op_ed(example: &str) -> String {
    let mut text = example.to_string();
    if let Some(rest) = example.strip_prefix('…') {
        text = format!("{OPENING}{rest}");
    }
    if let Some(rest) = text.strip_suffix('…') {
        text = format!("{rest}{CLOSE}");
    }
    text.replace(" ¶ ", "\n\n")
}

/// What is decided for the role of the claim in brackets, as `role (rule)`.
pub(super) fn role(example: &str) -> String {
    crate::testing::decided(&op_ed(example), "role")
}

/// The links from the claim in brackets to the claim in braces, as `kind (rule, marker)` parted by semicolons.
pub(super) fn links(example: &str) -> String {
    let marked = op_ed(example);
    let between = |open: char, close: char| {
        let inside = marked.split_once(open)?.1.split_once(close)?.0;
        // Without the marks of the other claim and the full stop, which no claim has.
        let bare = inside.replace(['[', ']', '{', '}'], "");
        Some(bare.trim_end_matches('.').to_string())
    };
    let from = between('[', ']').expect("a claim in brackets");
    let to = between('{', '}').expect("a claim in braces");
    let report = report(&marked.replace(['[', ']', '{', '}'], ""));
    let ids = |words: &str| -> Vec<&str> {
        let claims = report.claims.iter().filter(|claim| claim.text == words);
        claims.map(|claim| claim.id.as_str()).collect()
    };
    let (from, to) = (ids(&from), ids(&to));
    let texts: Vec<&str> = report
        .claims
        .iter()
        .map(|claim| claim.text.as_str())
        .collect();
    assert!(
        !from.is_empty() && !to.is_empty(),
        "{example}: found {texts:?}"
    );
    let relations = report.relations.iter();
    let found: Vec<String> = relations
        .filter(|relation| {
            from.contains(&relation.from.as_str()) && to.contains(&relation.to.as_str())
        })
        .map(|relation| {
            let marker = relation.marker.as_ref();
            let marker = marker.map_or(String::new(), |marker| format!(", {}", marker.text));
            let kind = format!("{:?}", relation.kind).to_lowercase();
            format!("{kind} ({}{marker})", relation.rule)
        })
        .collect();
    if found.is_empty() {
        "-".into()
    } else {
        found.join("; ")
    }
}

/// Holds each text of a table against what is to be decided, and tells all that differ.
pub(super) fn check(decide: fn(&str) -> String, table: &[(&str, &str)]) {
    let decided = table
        .iter()
        .map(|(text, expected)| (text, expected, decide(text)));
    let wrong: Vec<String> = decided
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| format!("{text}\n    expected {expected}, found {found}"))
        .collect();
    assert!(
        !table.is_empty() && wrong.is_empty(),
        "{}",
        wrong.join("\n")
    );
}

fn has_roles(report: &Report) -> bool {
    report.claims.iter().any(|claim| claim.role.is_some())
}

#[test]
fn a_news_report_has_no_roles() {
    let news = "Council sells two boats\n\n\
        The council sold two boats in May. The mayor says that the sale was necessary. The boats carried 900 passengers.\n\n\
        Critics say that the sale was a mistake. The mayor opened a new bridge in June.";
    let report = report(news);
    assert!(report.claims.len() >= 5, "{}", report.claims.len());
    assert!(!has_roles(&report));
    assert!(report.relations.is_empty());
}

#[test]
fn who_judges_or_says_i_argues() {
    let facts = |n: usize| "The mayor opened the bridge in 1931. ".repeat(n);
    let said = |n: usize| "The mayor says that the boats are old. ".repeat(n);
    let table = [
        // One judgement in fifteen claims is enough, one in sixteen is not.
        (format!("{}The bridge is a disgrace.", facts(14)), true),
        (format!("{}The bridge is a disgrace.", facts(15)), false),
        (format!("{}The mayor must resign.", facts(14)), true),
        // A forecast is no judgement.
        (format!("{}The bridge will close in May.", facts(14)), false),
        // Two claims are too few.
        (format!("{}The bridge is a disgrace.", facts(2)), true),
        (format!("{}The bridge is a disgrace.", facts(1)), false),
        // "I" and "my" stand for a person who speaks, but not once only, and "we" does not.
        (format!("{}I sold my boat in May.", facts(15)), true),
        (format!("{}I sold the boat in May.", facts(15)), false),
        (format!("{}We sold our boat in May.", facts(15)), false),
        // Where others hold half of the claims, they argue.
        (
            format!(
                "{}The bridge is a disgrace. The bridge is a disgrace.",
                said(2)
            ),
            false,
        ),
        (
            format!(
                "{}The bridge is a disgrace. The bridge is a disgrace.",
                said(1)
            ),
            true,
        ),
        // One claim more is enough.
        (
            format!("{}{}", said(7), "The bridge is a disgrace. ".repeat(8)),
            true,
        ),
        (String::new(), false),
    ];
    for (text, expected) in table {
        assert_eq!(has_roles(&report(&text)), expected, "{text}");
    }
}
