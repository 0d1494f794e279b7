//! The examples of CLAIMS.md, each run: what this version makes of it, and where that is wrong what the contract asks for.

use crate::report::{ClaimRecord, HolderKind};
use crate::testing::report;

struct Example {
    text: &'static str,
    /// Holder (the innermost first), kind, certainty, polarity, words, `[marker: condition]`, `= ` the standalone sentence.
    claims: &'static [&'static str],
    /// What is wrong with them; nothing where they are right.
    wrong: Option<&'static str>,
}

#[rustfmt::skip]
static EXAMPLES: &[Example] = &[
    Example { text: "The council cut the budget, closed two branches and sold the mobile library.", wrong: None, claims: &[
        "author: fact certain positive: The council cut the budget = The council cut the budget.",
        "author: fact certain positive: The council … closed two branches = The council closed two branches.",
        "author: fact certain positive: The council … sold the mobile library = The council sold the mobile library.",
    ] },
    Example { text: "The plan hurts pupils and teachers.", wrong: None, claims: &[
        "author: value certain positive: The plan hurts pupils and teachers = The plan hurts pupils and teachers.",
    ] },
    Example { text: "The court accelerated and magnified the protests.", wrong: None, claims: &[
        "author: fact certain positive: The court accelerated and magnified the protests = The court accelerated and magnified the protests.",
    ] },
    Example { text: "Visits fell because opening hours shrank.", wrong: None, claims: &[
        "author: fact certain positive: Visits fell = Visits fell.",
        "author: fact certain positive: opening hours shrank = Opening hours shrank.",
    ] },
    Example { text: "While the mayor backs the plan, engaging the schools could still change it.", wrong: None, claims: &[
        "author: fact certain positive: the mayor backs the plan = The mayor backs the plan.",
        "author: prediction possible positive: engaging the schools could still change it = Engaging the schools could still change it.",
    ] },
    Example { text: "If the council shows restraint, it can expect help.", wrong: None, claims: &[
        "author: prediction certain positive: it can expect help [If: the council shows restraint] = If the council shows restraint, it can expect help.",
    ] },
    Example { text: "The merger, which auditors have called a failure, cost 2 million euros.", wrong: Some("the auditors hold \"The merger is a failure\""), claims: &[
        "author: fact certain positive: The merger, which auditors have called a failure = Auditors have called the merger a failure.",
        "author: fact certain positive: The merger … cost 2 million euros = -",
    ] },
    Example { text: "The auditor said the fund is empty.", wrong: None, claims: &[
        "The auditor: fact certain positive: the fund is empty = The fund is empty.",
    ] },
    Example { text: "It is clear that the fund is empty.", wrong: None, claims: &[
        "author: fact certain positive: the fund is empty = The fund is empty.",
    ] },
    Example { text: "I doubt that the fund is empty.", wrong: None, claims: &[
        "author: fact probable negative: the fund is empty = I doubt that the fund is empty.",
    ] },
    Example { text: "When the vote came, the hall was empty.", wrong: None, claims: &[
        "author: fact certain positive: the hall was empty = When the vote came, the hall was empty.",
    ] },
    Example { text: "The mayor declined to comment.", wrong: None, claims: &[
        "author: fact certain positive: The mayor declined to comment = The mayor declined to comment.",
    ] },
    Example { text: "Lee said that auditors believe the fund is empty.", wrong: None, claims: &[
        "auditors < Lee: fact certain positive: the fund is empty = The fund is empty.",
    ] },
    Example { text: "The mayor called the plan a trap.", wrong: None, claims: &[
        "The mayor: value certain positive: the plan a trap = The plan is a trap.",
    ] },
    Example { text: "Teachers demand that the plan be dropped.", wrong: None, claims: &[
        "Teachers: policy certain positive: the plan be dropped = -",
    ] },
    Example { text: "Leaders may believe that the plan works.", wrong: None, claims: &[
        "Leaders: fact possible positive: the plan works = The plan works.",
    ] },
    Example { text: "Moscow should understand that the border is closed.", wrong: None, claims: &[
        "author: policy certain positive: Moscow should understand that the border is closed = Moscow should understand that the border is closed.",
    ] },
    Example { text: "Voters could have shown that they were tired.", wrong: None, claims: &[
        "author: fact possible positive: Voters could have shown that they were tired = Voters could have shown that they were tired.",
    ] },
    Example { text: "If he says that the plan works, nobody listens.", wrong: Some("a fact"), claims: &[
        "author: value certain negative: nobody listens [If: he says that the plan works] = If he says that the plan works, nobody listens.",
    ] },
    Example { text: "Police said the man stole a car and fled.", wrong: None, claims: &[
        "Police: fact certain positive: the man stole a car = The man stole a car.",
        "Police: fact certain positive: the man … fled = The man fled.",
    ] },
    Example { text: "The library lost 40 percent of its visitors last year.", wrong: None, claims: &[
        "author: fact certain positive: The library lost 40 percent of its visitors last year = The library lost 40 percent of its visitors in 2025.",
    ] },
    Example { text: "A merged service will cost more.", wrong: None, claims: &[
        "author: prediction certain positive: A merged service will cost more = A merged service will cost more.",
    ] },
    Example { text: "The consultation was a farce.", wrong: None, claims: &[
        "author: value certain positive: The consultation was a farce = The consultation was a farce.",
    ] },
    Example { text: "The council must reopen the branch.", wrong: None, claims: &[
        "author: policy certain positive: The council must reopen the branch = The council must reopen the branch.",
    ] },
    Example { text: "It is unclear whether the plan works.", wrong: None, claims: &[
        "author: fact possible positive: the plan works = It is unclear whether the plan works.",
    ] },
    Example { text: "I don't think the plan works.", wrong: None, claims: &[
        "author: value certain negative: the plan works = I don't think the plan works.",
    ] },
    Example { text: "The agency failed to act.", wrong: None, claims: &[
        "author: fact certain negative: The agency failed to act = The agency failed to act.",
    ] },
    Example { text: "The bank denies that it laundered money.", wrong: None, claims: &[
        "The bank: fact certain negative: it laundered money = The bank denies that it laundered money.",
    ] },
    Example { text: "The inquiry found no evidence that the bank laundered money.", wrong: None, claims: &[
        "author: fact possible negative: The inquiry found no evidence that the bank laundered money = The inquiry found no evidence that the bank laundered money.",
    ] },
    Example { text: "There is no doubt that the plan works.", wrong: None, claims: &[
        "author: fact certain positive: the plan works = There is no doubt that the plan works.",
    ] },
    Example { text: "It is unlikely that the plan works.", wrong: None, claims: &[
        "author: fact probable negative: the plan works = It is unlikely that the plan works.",
    ] },
    Example { text: "The minister is alleged to have lied.", wrong: Some("held by an unnamed source"), claims: &[
        "author: fact probable positive: The minister is alleged to have lied = The minister is alleged to have lied.",
    ] },
    Example { text: "Should the vote fail, the branch closes.", wrong: None, claims: &[
        "author: fact certain positive: the branch closes [-: Should the vote fail] = Should the vote fail, the branch closes.",
    ] },
];

/// A claim as the table writes it.
fn line(claim: &ClaimRecord) -> String {
    let word = |value: &dyn std::fmt::Debug| format!("{value:?}").to_lowercase();
    let holder = match claim.holder.kind {
        HolderKind::Author => "author".to_string(),
        HolderKind::Source => {
            let sources = claim.attribution.iter().rev();
            let names = sources.map(|attribution| match &attribution.source {
                Some(source) => source.name.as_str(),
                None => "?",
            });
            names.collect::<Vec<_>>().join(" < ")
        }
    };
    let decided = [
        claim.kind.map(|kind| word(&kind)),
        claim.certainty.map(|certainty| word(&certainty)),
        claim.polarity.map(|polarity| word(&polarity)),
    ];
    let decided: Vec<String> = decided.into_iter().flatten().collect();
    let condition = claim.condition.as_ref().map(|condition| {
        let marker = condition.marker.as_ref().map_or("-", |marker| &marker.text);
        format!(" [{marker}: {}]", condition.text)
    });
    format!(
        "{holder}: {}: {}{} = {}",
        decided.join(" "),
        claim.text,
        condition.unwrap_or_default(),
        claim.standalone.as_deref().unwrap_or("-")
    )
}

#[test]
fn examples_have_the_claims_that_the_table_says() {
    let mut wrong = Vec::new();
    for example in EXAMPLES {
        let claims: Vec<String> = report(example.text).claims.iter().map(line).collect();
        if claims != example.claims {
            let mended = if example.wrong.is_some() {
                " (was wrong: is it right now?)"
            } else {
                ""
            };
            wrong.push(format!(
                "{}{mended}\n    {}",
                example.text,
                claims.join("\n    ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A sentence between quotation marks in CLAIMS.md begins with a capital and ends with its mark.
#[test]
fn every_example_of_the_contract_is_in_the_table() {
    let contract = include_str!("../CLAIMS.md").replace('\n', " ");
    let quoted = contract.split('"').skip(1).step_by(2);
    let sentences: Vec<&str> = quoted
        .filter(|words| words.starts_with(char::is_uppercase) && words.ends_with(['.', '?']))
        .collect();
    assert!(sentences.len() > 30);
    for sentence in sentences {
        let known = EXAMPLES.iter().any(|example| example.text == sentence);
        assert!(known, "{sentence:?} is in no row");
    }
}
