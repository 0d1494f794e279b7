use super::*;
use crate::grammar::{Deprel, Feature, Upos};
use crate::testing::tree_by_hand;
use expect_test::{Expect, expect};

const PREPOSITIONS: [&str; 12] = [
    "in", "for", "of", "on", "at", "by", "since", "until", "from", "after", "within", "over",
];

/// Words of a sentence, parted by blanks. `^` marks a verb in the past, `>` one that another word may govern; all other words
/// hang on it. `_` and a letter give another part of speech than the form suggests: capitals make names, "will" an
/// auxiliary, all else a noun.
fn words(sentence: &str) -> Vec<Word> {
    let marked = |form: &str| form.starts_with(['^', '>']) && form.len() > 1;
    let verb = sentence.split(' ').position(marked);
    let mut start = 0;
    let word = |(at, form): (usize, &str)| {
        let past = form.starts_with('^');
        let form = if marked(form) { &form[1..] } else { form };
        let (form, upos) = form.split_once('_').unwrap_or((form, ""));
        let lower = form.to_lowercase();
        let upos = match upos {
            "V" => Upos::Verb,
            "A" => Upos::Adj,
            "R" => Upos::Adv,
            "N" => Upos::Noun,
            "X" => Upos::Adp,
            _ if Some(at) == verb => Upos::Verb,
            _ if matches!(form, "will" | "would" | "has") => Upos::Aux,
            _ if matches!(form, "," | "." | "-") => Upos::Punct,
            _ if PREPOSITIONS.contains(&form) => Upos::Adp,
            _ if number(&lower).is_some() => Upos::Num,
            _ if form.starts_with(char::is_uppercase) => Upos::Propn,
            _ => Upos::Noun,
        };
        let features: &[Feature] = match form {
            _ if past => &[Feature::TensePast, Feature::VerbFormFin],
            _ if form.ends_with('s') => &[Feature::NumberPlur],
            _ => &[Feature::NumberSing],
        };
        start += form.len() + 1;
        Word {
            form: form.into(),
            lemma: if form == "has" {
                "have".into()
            } else {
                lower.clone()
            },
            lower,
            upos,
            features: features.iter().copied().collect(),
            head: verb.filter(|&verb| verb != at),
            span: ByteSpan::new(start - form.len() - 1, start - 1),
            ..Word::default()
        }
    };
    sentence.split(' ').enumerate().map(word).collect()
}

/// What is found in a sentence: the words, the value, after `|` that of another reading, and what is no date or time.
fn times_in(sentence: &str, anchor: Option<&str>) -> String {
    let words = words(sentence);
    let text = sentence.split(' ').map(|form| {
        let bare = if form.len() > 1 {
            form.trim_start_matches(['^', '>'])
        } else {
            form
        };
        bare.split('_').next().unwrap()
    });
    let text = text.collect::<Vec<_>>().join(" ");
    let anchor = anchor.map(|anchor| anchor.parse().unwrap());
    let times = find(&words, anchor, &mut Named::default());
    let show = |time: Time| {
        let alternative = time
            .alternative
            .map_or(String::new(), |other| format!("|{other}"));
        let sort = match time.time_type {
            TimeType::Set => " set",
            TimeType::Duration => " long",
            TimeType::Date | TimeType::Time => "",
        };
        let counted = if time.anchor.is_some() { "*" } else { "" };
        format!(
            "[{}] {}{alternative}{counted}{sort}",
            time.span.of(&text),
            time.value
        )
    };
    let shown: Vec<String> = times.into_iter().map(show).collect();
    if shown.is_empty() {
        "-".into()
    } else {
        shown.join("; ")
    }
}

/// Tells under each sentence what is found in it, written on a Monday, 9 November 2020; `*` where that day was counted from.
fn check_all(sentences: &[&str], expected: Expect) {
    check_from(Some("2020-11-09"), sentences, expected);
}

fn check_from(anchor: Option<&str>, sentences: &[&str], expected: Expect) {
    assert!(!sentences.is_empty());
    let lines = sentences
        .iter()
        .map(|sentence| format!("{sentence}\n    {}\n", times_in(sentence, anchor)));
    expected.assert_eq(&lines.collect::<String>());
}

/// Values of a sentence written on that Monday.
fn check(sentence: &str, expected: &str) {
    let found: Vec<String> = find(
        &words(sentence),
        "2020-11-09".parse().ok(),
        &mut Named::default(),
    )
    .into_iter()
    .map(|time| time.value)
    .collect();
    assert_eq!(found.join(" "), expected, "{sentence}");
}

#[test]
fn dates() {
    check("it ^shut on March 18 , 2019", "2019-03-18");
    check("it ^shut on 30 June", "2020-06-30");
    check("a sale by 30 June", "2021-06-30");
    check("it ^began in January", "2020-01");
    check("since 2012 and in the 1990s", "2012 199");
    check("the price ^rose to £ 2012", "");
}

#[test]
fn counted_from_the_date_of_writing() {
    check("it ^lost money last year", "2019");
    check("the vote comes next month", "2020-12");
    check("work could begin next April", "2021-04");
    check("this may help", "");
    check("they ^met on Tuesday night", "2020-11-03TNI");
    check("it ^came last Thursday", "2020-11-05");
    check("four years from now", "2024");
    check("two days ago", "2020-11-07");
    check("in two years ' time", "2022");
    check("yesterday and tomorrow", "2020-11-08 2020-11-10");
    check("last winter and last summer", "2019-WI 2020-SU");
    check("he ^has known since Easter", "2020-04-12");
}

#[test]
fn counted_from_a_date_named_before() {
    check(
        "it ^opened on 3 May 2012 and ^closed two years later",
        "2012-05-03 2014",
    );
    check(
        "on 30 May 1832 he ^wrote and on 2 June he ^died",
        "1832-05-30 1832-06-02",
    );
    check(
        "sales ^rose in the third quarter from a year earlier",
        "2020-Q3 2019-Q3",
    );
}

#[test]
fn expressions_that_belong_together() {
    check("the vote is at 9 a.m. EST Tuesday", "2020-11-03T09:00");
    check("they ^met on Friday , Oct. 23", "2020-10-23");
    check("it ^began in July last year", "2019-07");
    check("the last twenty four hours", "PT24H");
    check("on Thanksgiving Day 2019", "2019-11-28");
}

#[test]
fn lengths_sets_and_clocks() {
    check("within eighteen months", "P18M");
    check("35 minutes instead of nine", "PT35M");
    check("three more years", "P3Y");
    check("it leaves every year", "P1Y");
    check("at 10:20 or 8 pm", "2020-11-09T10:20 2020-11-09T20:00");
}

#[test]
fn days_with_their_month_and_year() {
    // Wrong: "March 18 , nineteen ninety - six" is one date; spelled years are read behind no comma.
    check_all(
        &[
            "it ^shut on March 18 , 2019",
            "it ^shut on 18 March 2019",
            "it ^shut on the 18th of March 2019",
            "it ^shut on 18 of the boats",
            "it ^shut on Oct. 3 , 2019",
            "it ^shut on 5 Jan 2013",
            "it ^shut on Sept. 1st",
            "it ^shut on May 32",
            "it ^shut on march 18",
            "it ^shut on February 30 , 2019",
            "it ^shut on 2019-03-18",
            "it ^shut on 2019-13-18",
            "it ^shut on 3/18/2019",
            "it ^shut on 18/3/2019",
            "it ^shut on 3/4/19",
            "it ^shut on 3/4/51",
            "it ^shut on 3/4/50",
            "it ^shut on 12/13/2019",
            "it ^shut on 13/13/2019",
            "it ^shut on 1/2",
            "it ^shut on March 18 , nineteen ninety - six",
        ],
        expect![[r#"
            it ^shut on March 18 , 2019
                [March 18 , 2019] 2019-03-18
            it ^shut on 18 March 2019
                [18 March 2019] 2019-03-18
            it ^shut on the 18th of March 2019
                [18th of March 2019] 2019-03-18
            it ^shut on 18 of the boats
                -
            it ^shut on Oct. 3 , 2019
                [Oct. 3 , 2019] 2019-10-03
            it ^shut on 5 Jan 2013
                [5 Jan 2013] 2013-01-05
            it ^shut on Sept. 1st
                [Sept. 1st] 2020-09-01*
            it ^shut on May 32
                -
            it ^shut on march 18
                -
            it ^shut on February 30 , 2019
                [February] 2020-02*; [2019] 2019
            it ^shut on 2019-03-18
                [2019-03-18] 2019-03-18
            it ^shut on 2019-13-18
                -
            it ^shut on 3/18/2019
                [3/18/2019] 2019-03-18
            it ^shut on 18/3/2019
                [18/3/2019] 2019-03-18
            it ^shut on 3/4/19
                [3/4/19] 2019-03-04|2019-04-03
            it ^shut on 3/4/51
                [3/4/51] 1951-03-04|1951-04-03
            it ^shut on 3/4/50
                [3/4/50] 2050-03-04|2050-04-03
            it ^shut on 12/13/2019
                [12/13/2019] 2019-12-13
            it ^shut on 13/13/2019
                -
            it ^shut on 1/2
                -
            it ^shut on March 18 , nineteen ninety - six
                [March 18] 2020-03-18*; [nineteen ninety - six] 1996
        "#]],
    );
}

#[test]
fn decades_years_and_centuries() {
    // Wrong: "the 19 century" is no length.
    check_all(
        &[
            "in the 1990s",
            "in the '90s",
            "in the 90s",
            "by 90s",
            "in the nineties",
            "in nineties",
            "the early eighties",
            "in the mid-1980s",
            "in the ten's",
            "in the 19 century",
            "in the 20th century",
            "in the 20th - century",
            "in the first century",
            "in the 40th century",
            "the 20th centuries",
            "since 2012",
            "in 1499",
            "in 1500",
            "in 2149",
            "in 2150",
            "in mid-2012",
            "in pre-2012",
            "in post-2012",
            "in 12",
            "nineteen ninety - six",
            "eighteen twelve",
            "twenty twelve",
            "twenty five",
            "nineteen nine",
            "twenty - five",
            "nineteen sixty - twelve",
            "£ 2012",
            "$ 1999",
            "€ 1999",
            "1999 and",
        ],
        expect![[r#"
            in the 1990s
                [the 1990s] 199
            in the '90s
                [the '90s] 199
            in the 90s
                [the 90s] 199
            by 90s
                -
            in the nineties
                [the nineties] 199
            in nineties
                -
            the early eighties
                [the early eighties] 198
            in the mid-1980s
                [the mid-1980s] 198
            in the ten's
                -
            in the 19 century
                [the 19 century] P1900Y long
            in the 20th century
                [the 20th century] 19
            in the 20th - century
                [the 20th - century] 19
            in the first century
                [the first century] 00
            in the 40th century
                -
            the 20th centuries
                [the 20th centuries] 19
            since 2012
                [2012] 2012
            in 1499
                -
            in 1500
                [1500] 1500
            in 2149
                [2149] 2149
            in 2150
                -
            in mid-2012
                [mid-2012] 2012
            in pre-2012
                [pre-2012] 2012
            in post-2012
                [post-2012] 2012
            in 12
                -
            nineteen ninety - six
                [nineteen ninety - six] 1996
            eighteen twelve
                [eighteen twelve] 1812
            twenty twelve
                [twenty twelve] 2012
            twenty five
                -
            nineteen nine
                -
            twenty - five
                -
            nineteen sixty - twelve
                -
            £ 2012
                -
            $ 1999
                -
            € 1999
                -
            1999 and
                [1999] 1999
        "#]],
    );
}

#[test]
fn months_alone() {
    check_all(
        &[
            "it ^began in January",
            "it ^began in December",
            "it will >begin in December",
            "it will >begin in January",
            "it ^began in November",
            "January was cold",
            "in January",
            "in May",
            "May was cold",
            "since May",
            "may come",
            "may help",
            "march on",
            "March will >come",
            "in August",
            "in april",
            "June and July",
            "mid-July",
            "in July of 2019",
            "in July , 2019",
            "July 2019",
            "Sept. 2019",
            "in Dec.",
            "in dec.",
            "in Dec",
            "until June",
            "each June",
            "April_A showers",
            "by late October",
            "from April through June",
        ],
        expect![[r#"
            it ^began in January
                [January] 2020-01*
            it ^began in December
                [December] 2019-12*
            it will >begin in December
                [December] 2020-12*
            it will >begin in January
                [January] 2021-01*
            it ^began in November
                [November] 2020-11*
            January was cold
                [January] 2021-01|2020-01*
            in January
                [January] 2021-01|2020-01*
            in May
                [May] 2020-05|2021-05*
            May was cold
                -
            since May
                [May] 2020-05*
            may come
                -
            may help
                -
            march on
                -
            March will >come
                -
            in August
                [August] 2020-08|2021-08*
            in april
                -
            June and July
                [July] 2020-07|2021-07*
            mid-July
                [mid-July] 2020-07|2021-07*
            in July of 2019
                [July of 2019] 2019-07
            in July , 2019
                [July , 2019] 2019-07
            July 2019
                [July 2019] 2019-07
            Sept. 2019
                [Sept. 2019] 2019-09
            in Dec.
                [Dec.] 2020-12|2019-12*
            in dec.
                -
            in Dec
                -
            until June
                [June] 2021-06*
            each June
                [each June] XXXX-06 set
            April_A showers
                -
            by late October
                [late October] 2021-10*
            from April through June
                [April] 2021-04|2020-04*; [June] 2020-06|2021-06*
        "#]],
    );
}

#[test]
fn a_month_or_day_without_year_is_the_nearest() {
    check_all(
        &[
            "30 June",
            "1 December",
            "1 January",
            "9 November",
            "it ^ended 1 December",
            "it ^ended 30 June",
            "it will >end 30 June",
            "it will >end 1 December",
            "it ^ended 9 May",
            "it will >end 10 May",
            "it will >end 10 November",
            "by 10 May",
            "since 10 May",
            "29 February",
            "July",
            "May 8",
            "in May",
            "in April",
            "in June",
            "in October",
        ],
        expect![[r#"
            30 June
                [30 June] 2020-06-30|2021-06-30*
            1 December
                [1 December] 2020-12-01|2019-12-01*
            1 January
                [1 January] 2021-01-01|2020-01-01*
            9 November
                [9 November] 2020-11-09*
            it ^ended 1 December
                [1 December] 2020-12-01*
            it ^ended 30 June
                [30 June] 2020-06-30*
            it will >end 30 June
                [30 June] 2021-06-30*
            it will >end 1 December
                [1 December] 2020-12-01*
            it ^ended 9 May
                [9 May] 2020-05-09*
            it will >end 10 May
                [10 May] 2021-05-10*
            it will >end 10 November
                [10 November] 2020-11-10*
            by 10 May
                [10 May] 2021-05-10*
            since 10 May
                [10 May] 2020-05-10*
            29 February
                [29 February] 2020-02-29*
            July
                [July] 2020-07|2021-07*
            May 8
                [May 8] 2021-05-08|2020-05-08*
            in May
                [May] 2020-05|2021-05*
            in April
                [April] 2021-04|2020-04*
            in June
                [June] 2020-06|2021-06*
            in October
                [October] 2020-10|2021-10*
        "#]],
    );
}

#[test]
fn quarters_halves_and_seasons() {
    check_all(
        &[
            "in the third quarter",
            "in the fourth quarter",
            "it will >rise in the fourth quarter",
            "in the first quarter",
            "in the second quarter of 1990",
            "in the third quarter 1990",
            "the third - quarter",
            "in the fifth quarter",
            "in the first half of 1990",
            "in the second half",
            "in the first half",
            "in the first half of the game",
            "in the third half",
            "fiscal 2019",
            "fiscal third quarter",
            "the fiscal first quarter of 2019",
            "in the winter of 1994",
            "in winter 1994",
            "in the summer",
            "in the spring",
            "in the winter",
            "in winter",
            "in winter_A",
            "it ^began in the winter",
            "it ^began in the fall",
            "it ^began in fall",
            "the fall",
            "of the fall",
            "since the fall",
            "it will >begin in the spring",
            "it will >begin in the summer",
            "it will >begin in the winter",
            "by autumn",
            "big summer",
            "this summer",
        ],
        expect![[r#"
            in the third quarter
                [the third quarter] 2020-Q3*
            in the fourth quarter
                [the fourth quarter] 2020-Q4*
            it will >rise in the fourth quarter
                [the fourth quarter] 2020-Q4*
            in the first quarter
                [the first quarter] 2020-Q1*
            in the second quarter of 1990
                [the second quarter of 1990] 1990-Q2
            in the third quarter 1990
                [the third quarter 1990] 1990-Q3
            the third - quarter
                [the third - quarter] 2020-Q3*
            in the fifth quarter
                -
            in the first half of 1990
                [the first half of 1990] 1990-H1
            in the second half
                [the second half] 2020-H2*
            in the first half
                [the first half] 2020-H1*
            in the first half of the game
                -
            in the third half
                -
            fiscal 2019
                [fiscal 2019] 2019
            fiscal third quarter
                [fiscal third quarter] 2020-Q3*
            the fiscal first quarter of 2019
                [the fiscal first quarter of 2019] 2019-Q1
            in the winter of 1994
                [the winter of 1994] 1994-WI
            in winter 1994
                [winter 1994] 1994-WI
            in the summer
                [the summer] 2020-SU*
            in the spring
                [the spring] 2020-SP*
            in the winter
                [the winter] 2020-WI*
            in winter
                [winter] 2020-WI*
            in winter_A
                -
            it ^began in the winter
                [the winter] 2019-WI*
            it ^began in the fall
                [the fall] 2020-FA*
            it ^began in fall
                [fall] 2020-FA*
            the fall
                -
            of the fall
                -
            since the fall
                [the fall] 2020-FA*
            it will >begin in the spring
                [the spring] 2021-SP*
            it will >begin in the summer
                [the summer] 2021-SU*
            it will >begin in the winter
                [the winter] 2020-WI*
            by autumn
                [autumn] 2020-FA*
            big summer
                -
            this summer
                [this summer] 2020-SU*
        "#]],
    );
}

#[test]
fn last_next_and_this() {
    // Wrong: "last decade" and "next decade" are decades, `201` and `203`.
    check_all(
        &[
            "last year",
            "this year",
            "next year",
            "the coming year",
            "the past year",
            "past year",
            "the current year",
            "last fiscal year",
            "next calendar year",
            "last month",
            "this month",
            "next month",
            "last week",
            "this week",
            "next week",
            "last quarter",
            "next quarter",
            "this quarter",
            "last decade",
            "this decade",
            "next decade",
            "last century",
            "this century",
            "next century",
            "last day",
            "this day",
            "last weekend",
            "this weekend",
            "next weekend",
            "last hour",
            "last years",
            "last summit",
            "last spring",
            "this spring",
            "next spring",
            "last fall",
            "next fall",
            "last winter",
            "next winter",
            "this winter",
            "last summer",
            "next summer",
            "last March",
            "last march",
            "last November",
            "this November",
            "next November",
            "last December",
            "next December",
            "this may",
            "next May",
            "last October",
            "next October",
            "last Monday",
            "next Monday",
            "this Monday",
            "last Thursday",
            "next Thursday",
            "this Thursday",
            "last Sunday",
            "last night",
            "this night",
            "next night",
            "this morning",
            "last morning",
            "this evening",
            "last Christmas",
            "next Christmas",
            "last Easter",
            "next Easter",
            "last Thanksgiving Day",
            "next Thanksgiving",
            "this Easter Monday",
        ],
        expect![[r#"
            last year
                [last year] 2019*
            this year
                [this year] 2020*
            next year
                [next year] 2021*
            the coming year
                [the coming year] 2021*
            the past year
                [the past year] 2019*
            past year
                -
            the current year
                [the current year] 2020*
            last fiscal year
                [last fiscal year] 2019*
            next calendar year
                [next calendar year] 2021*
            last month
                [last month] 2020-10*
            this month
                [this month] 2020-11*
            next month
                [next month] 2020-12*
            last week
                [last week] 2020-W45*
            this week
                [this week] 2020-W46*
            next week
                [next week] 2020-W47*
            last quarter
                [last quarter] 2020-Q3*
            next quarter
                [next quarter] 2021-Q1*
            this quarter
                [this quarter] 2020-Q4*
            last decade
                [last decade] 201*
            this decade
                [this decade] 202*
            next decade
                [next decade] 203*
            last century
                [last century] 19*
            this century
                [this century] 20*
            next century
                [next century] 21*
            last day
                -
            this day
                -
            last weekend
                [last weekend] 2020-W45-WE*
            this weekend
                [this weekend] 2020-W46-WE*
            next weekend
                [next weekend] 2020-W47-WE*
            last hour
                -
            last years
                -
            last summit
                -
            last spring
                [last spring] 2020-SP*
            this spring
                [this spring] 2020-SP*
            next spring
                [next spring] 2021-SP*
            last fall
                [last fall] 2019-FA*
            next fall
                [next fall] 2021-FA*
            last winter
                [last winter] 2019-WI*
            next winter
                [next winter] 2020-WI*
            this winter
                [this winter] 2020-WI*
            last summer
                [last summer] 2020-SU*
            next summer
                [next summer] 2021-SU*
            last March
                [last March] 2020-03*
            last march
                -
            last November
                [last November] 2019-11*
            this November
                [this November] 2020-11*
            next November
                [next November] 2021-11*
            last December
                [last December] 2019-12*
            next December
                [next December] 2020-12*
            this may
                -
            next May
                [next May] 2021-05*
            last October
                [last October] 2020-10*
            next October
                [next October] 2021-10*
            last Monday
                [last Monday] 2020-11-02*
            next Monday
                [next Monday] 2020-11-16*
            this Monday
                [this Monday] 2020-11-09*
            last Thursday
                [last Thursday] 2020-11-05*
            next Thursday
                [next Thursday] 2020-11-12*
            this Thursday
                [this Thursday] 2020-11-12*
            last Sunday
                [last Sunday] 2020-11-08*
            last night
                [last night] 2020-11-08TNI*
            this night
                [this night] 2020-11-09TNI*
            next night
                [next night] 2020-11-10TNI*
            this morning
                [this morning] 2020-11-09TMO*
            last morning
                -
            this evening
                [this evening] 2020-11-09TEV*
            last Christmas
                [last Christmas] 2019-12-25*
            next Christmas
                [next Christmas] 2020-12-25*
            last Easter
                [last Easter] 2020-04-12*
            next Easter
                [next Easter] 2021-04-04*
            last Thanksgiving Day
                [last Thanksgiving Day] 2019-11-28*
            next Thanksgiving
                [next Thanksgiving] 2020-11-26*
            this Easter Monday
                [this Easter Monday] 2021-04-05*
        "#]],
    );
}

#[test]
fn counted_from_the_date_named_last() {
    // Wrong: "the previous Thursday" and "the next Thursday" count from 3 May 2012, and "two hours later" is that day.
    check_all(
        &[
            "in May 2012 and the next year",
            "in May 2012 and the next month",
            "on 3 May 2012 and the next day",
            "on 3 May 2012 and the previous day",
            "on 3 May 2012 and the previous year",
            "on 3 May 2012 and previous year",
            "on 3 May 2012 and the next week",
            "on 3 May 2012 and the previous Thursday",
            "on 3 May 2012 and the coming year",
            "on 3 May 2012 and the next Thursday",
            "on 3 May 2012 and the past year",
            "on 3 May 2012 and the following week",
            "on 3 May 2012 and the following day",
            "on 3 May 2012 and that day",
            "on 3 May 2012 and that year",
            "on 3 May 2012 and that same month",
            "on 3 May 2012 and the same day",
            "on 3 May 2012 and the same hour",
            "on 3 May 2012 and same year",
            "on 3 May 2012 and two days later",
            "on 3 May 2012 and two days earlier",
            "on 3 May 2012 and two days before",
            "on 3 May 2012 and two days before the vote",
            "on 3 May 2012 and two days before .",
            "on 3 May 2012 and a year earlier",
            "on 3 May 2012 and a year before",
            "on 3 May 2012 and a year later",
            "on 3 May 2012 and a year ago",
            "on 3 May 2012 and two years ago",
            "on 3 May 2012 and two hours later",
            "in 2012 and a year earlier",
            "in 2012 and three months later",
            "in May 2012 and a year earlier",
            "in the third quarter of 2012 and a year earlier",
            "in the third quarter of 2012 and a year ago",
            "in the third quarter of 2012 and the year - earlier quarter",
            "in the third quarter of 2012 and the year - ago third quarter",
            "in the third quarter of 2012 and the year - earlier profit",
            "in the third quarter of 2012 and the quarter",
            "last week and a year earlier",
            "in the 1990s and a year earlier",
            "a year earlier",
            "a decade earlier",
        ],
        expect![[r#"
            in May 2012 and the next year
                [May 2012] 2012-05; [the next year] 2013*
            in May 2012 and the next month
                [May 2012] 2012-05; [the next month] 2012-06*
            on 3 May 2012 and the next day
                [3 May 2012] 2012-05-03; [the next day] 2012-05-04*
            on 3 May 2012 and the previous day
                [3 May 2012] 2012-05-03; [the previous day] 2012-05-02*
            on 3 May 2012 and the previous year
                [3 May 2012] 2012-05-03; [the previous year] 2011*
            on 3 May 2012 and previous year
                [3 May 2012] 2012-05-03; [previous year] 2011*
            on 3 May 2012 and the next week
                [3 May 2012] 2012-05-03; [the next week] 2012-W19*
            on 3 May 2012 and the previous Thursday
                [3 May 2012] 2012-05-03; [the previous Thursday] 2012-04-26*
            on 3 May 2012 and the coming year
                [3 May 2012] 2012-05-03; [the coming year] 2021*
            on 3 May 2012 and the next Thursday
                [3 May 2012] 2012-05-03; [the next Thursday] 2012-05-10*
            on 3 May 2012 and the past year
                [3 May 2012] 2012-05-03; [the past year] 2019*
            on 3 May 2012 and the following week
                [3 May 2012] 2012-05-03; [the following week] 2012-W19*
            on 3 May 2012 and the following day
                [3 May 2012] 2012-05-03; [the following day] 2012-05-04*
            on 3 May 2012 and that day
                [3 May 2012] 2012-05-03; [that day] 2012-05-03*
            on 3 May 2012 and that year
                [3 May 2012] 2012-05-03; [that year] 2012*
            on 3 May 2012 and that same month
                [3 May 2012] 2012-05-03; [that same month] 2012-05*
            on 3 May 2012 and the same day
                [3 May 2012] 2012-05-03; [the same day] 2012-05-03*
            on 3 May 2012 and the same hour
                [3 May 2012] 2012-05-03
            on 3 May 2012 and same year
                [3 May 2012] 2012-05-03; [same year] 2012*
            on 3 May 2012 and two days later
                [3 May 2012] 2012-05-03; [two days later] 2012-05-05*
            on 3 May 2012 and two days earlier
                [3 May 2012] 2012-05-03; [two days earlier] 2012-05-01*
            on 3 May 2012 and two days before
                [3 May 2012] 2012-05-03; [two days before] 2012-05-01*
            on 3 May 2012 and two days before the vote
                [3 May 2012] 2012-05-03; [two days] P2D long
            on 3 May 2012 and two days before .
                [3 May 2012] 2012-05-03; [two days before] 2012-05-01*
            on 3 May 2012 and a year earlier
                [3 May 2012] 2012-05-03; [a year earlier] 2011*
            on 3 May 2012 and a year before
                [3 May 2012] 2012-05-03; [a year before] 2011*
            on 3 May 2012 and a year later
                [3 May 2012] 2012-05-03; [a year later] 2013*
            on 3 May 2012 and a year ago
                [3 May 2012] 2012-05-03; [a year ago] 2019*
            on 3 May 2012 and two years ago
                [3 May 2012] 2012-05-03; [two years ago] 2018*
            on 3 May 2012 and two hours later
                [3 May 2012] 2012-05-03; [two hours later] 2020-11-09*
            in 2012 and a year earlier
                [2012] 2012; [a year earlier] 2011*
            in 2012 and three months later
                [2012] 2012; [three months later] 2012-04*
            in May 2012 and a year earlier
                [May 2012] 2012-05; [a year earlier] 2011-05*
            in the third quarter of 2012 and a year earlier
                [the third quarter of 2012] 2012-Q3; [a year earlier] 2011-Q3*
            in the third quarter of 2012 and a year ago
                [the third quarter of 2012] 2012-Q3; [a year ago] 2011-Q3*
            in the third quarter of 2012 and the year - earlier quarter
                [the third quarter of 2012] 2012-Q3; [the year - earlier quarter] 2011-Q3*
            in the third quarter of 2012 and the year - ago third quarter
                [the third quarter of 2012] 2012-Q3; [the year - ago third quarter] 2011-Q3*
            in the third quarter of 2012 and the year - earlier profit
                [the third quarter of 2012] 2012-Q3; [the year - earlier] 2011-Q3*
            in the third quarter of 2012 and the quarter
                [the third quarter of 2012] 2012-Q3; [the quarter] 2012-Q3*
            last week and a year earlier
                [last week] 2020-W45*; [a year earlier] 2019*
            in the 1990s and a year earlier
                [the 1990s] 199
            a year earlier
                [a year earlier] 2019*
            a decade earlier
                [a decade earlier] 2010*
        "#]],
    );
}

#[test]
fn so_long_ago() {
    check_all(
        &[
            "two days ago",
            "two weeks ago",
            "two fortnights ago",
            "two months ago",
            "two quarters ago",
            "a quarter ago",
            "two years ago",
            "two decades ago",
            "a decade ago",
            "two centuries ago",
            "two hours ago",
            "two years or so ago",
            "two years from now",
            "two years from here",
            "two days hence",
            "in two years ' time",
            "in two years 's time",
            "several years ago",
            "a few years ago",
            "few years hence",
            "a couple of years ago",
            "a couple years ago",
            "a dozen years ago",
            "a hundred years ago",
            "a thousand years ago",
            "some years ago",
            "many years later",
            "years ago",
            "year ago",
            "twenty - five years ago",
            "twenty five years ago",
            "twenty - ten years ago",
            "five hundred years ago",
            "two thousand years ago",
            "two million years ago",
            "9000 days ago",
            "9001 days ago",
            "99999 years later",
            "an hour ago",
            "one year ago",
            "ninety - nine years from now",
        ],
        expect![[r#"
            two days ago
                [two days ago] 2020-11-07*
            two weeks ago
                [two weeks ago] 2020-W44*
            two fortnights ago
                [two fortnights ago] 2020-W42*
            two months ago
                [two months ago] 2020-09*
            two quarters ago
                [two quarters ago] 2020-Q2*
            a quarter ago
                [a quarter ago] 2020-Q3*
            two years ago
                [two years ago] 2018*
            two decades ago
                [two decades ago] 2000*
            a decade ago
                [a decade ago] 2010*
            two centuries ago
                [two centuries ago] 18*
            two hours ago
                [two hours ago] 2020-11-09*
            two years or so ago
                [two years or so ago] 2018*
            two years from now
                [two years from now] 2022*
            two years from here
                [two years] P2Y long
            two days hence
                [two days hence] 2020-11-11*
            in two years ' time
                [two years ' time] 2022*
            in two years 's time
                [two years 's time] 2022*
            several years ago
                [several years ago] PAST_REF
            a few years ago
                [a few years ago] PAST_REF
            few years hence
                [few years hence] FUTURE_REF
            a couple of years ago
                [a couple of years ago] 2018*
            a couple years ago
                [a couple years ago] 2018*
            a dozen years ago
                [a dozen years ago] 2008*
            a hundred years ago
                [a hundred years ago] 1920*
            a thousand years ago
                [a thousand years ago] 1020*
            some years ago
                [some years ago] PAST_REF
            many years later
                [many years later] FUTURE_REF
            years ago
                [years ago] PAST_REF
            year ago
                -
            twenty - five years ago
                [twenty - five years ago] 1995*
            twenty five years ago
                [twenty five years ago] 1995*
            twenty - ten years ago
                [ten years ago] 2010*
            five hundred years ago
                [five hundred years ago] 1520*
            two thousand years ago
                [two thousand years ago] 0020*
            two million years ago
                [two million years ago] PAST_REF*
            9000 days ago
                [9000 days ago] 1996-03-20*
            9001 days ago
                [9001 days ago] 1996-03-20*
            99999 years later
                [99999 years later] FUTURE_REF*
            an hour ago
                [an hour ago] 2020-11-09*
            one year ago
                [one year ago] 2019*
            ninety - nine years from now
                [ninety - nine years from now] 2119*
        "#]],
    );
}

#[test]
fn vague_times() {
    check_all(
        &[
            "in recent years",
            "the recent years",
            "recent year",
            "coming months",
            "the coming months",
            "these days",
            "these weeks",
            "the future",
            "future_A plans",
            "future",
            "future plans",
            "the future plans",
            "the past",
            "past",
            "the past plans",
            "now",
            "currently",
            "nowadays",
            "presently",
            "recently",
            "lately",
            "soon",
            "as soon as",
            "too soon",
            "so soon",
            "soon after",
            "soon as",
            "current_A rules",
            "current rules",
        ],
        expect![[r#"
            in recent years
                [recent years] PAST_REF
            the recent years
                [the recent years] PAST_REF
            recent year
                -
            coming months
                [coming months] FUTURE_REF
            the coming months
                [the coming months] FUTURE_REF
            these days
                [these days] PRESENT_REF
            these weeks
                -
            the future
                [the future] FUTURE_REF
            future_A plans
                -
            future
                [future] FUTURE_REF
            future plans
                -
            the future plans
                -
            the past
                [the past] PAST_REF
            past
                -
            the past plans
                -
            now
                [now] PRESENT_REF
            currently
                [currently] PRESENT_REF
            nowadays
                [nowadays] PRESENT_REF
            presently
                [presently] PRESENT_REF
            recently
                [recently] PAST_REF
            lately
                [lately] PAST_REF
            soon
                [soon] FUTURE_REF
            as soon as
                -
            too soon
                -
            so soon
                -
            soon after
                -
            soon as
                -
            current_A rules
                [current] PRESENT_REF
            current rules
                -
        "#]],
    );
}

#[test]
fn the_one_that_is_spoken_of() {
    check_all(
        &[
            "the quarter",
            "the latest quarter",
            "the quarter of",
            "the quarter profit",
            "the weekend",
            "the weekend that",
            "it will >open the weekend",
            "it ^opened the weekend",
            "the weekend party",
            "the year",
            "for the year",
            "during the year",
            "throughout the year",
            "for the year when",
            "the latest year",
            "the full year",
            "for the year - end",
            "the day before yesterday",
            "the day after tomorrow",
            "the day before",
            "the day after yesterday",
        ],
        expect![[r#"
            the quarter
                [the quarter] 2020-Q3*
            the latest quarter
                [the latest quarter] 2020-Q3*
            the quarter of
                -
            the quarter profit
                -
            the weekend
                [the weekend] 2020-W45-WE*
            the weekend that
                -
            it will >open the weekend
                [the weekend] 2020-W46-WE*
            it ^opened the weekend
                [the weekend] 2020-W45-WE*
            the weekend party
                -
            the year
                -
            for the year
                [the year] 2020*
            during the year
                [the year] 2020*
            throughout the year
                [the year] 2020*
            for the year when
                -
            the latest year
                [the latest year] 2020*
            the full year
                [the full year] 2020*
            for the year - end
                -
            the day before yesterday
                [the day before yesterday] 2020-11-07*
            the day after tomorrow
                [the day after tomorrow] 2020-11-11*
            the day before
                -
            the day after yesterday
                [yesterday] 2020-11-08*
        "#]],
    );
}

#[test]
fn days_of_the_week() {
    check_all(
        &[
            "it ^came on Tuesday",
            "it will >come on Tuesday",
            "on Tuesday",
            "on Monday",
            "it ^came on Monday",
            "it will >come on Monday",
            "on Sundays",
            "it ^came on Tuesday night",
            "on Tuesday morning",
            "on Tuesday noon",
            "until Tuesday",
            "since Tuesday",
            "Sunday",
            "saturday",
            "on friday .",
        ],
        expect![[r#"
            it ^came on Tuesday
                [Tuesday] 2020-11-03*
            it will >come on Tuesday
                [Tuesday] 2020-11-10*
            on Tuesday
                [Tuesday] 2020-11-03|2020-11-10*
            on Monday
                [Monday] 2020-11-09*
            it ^came on Monday
                [Monday] 2020-11-09*
            it will >come on Monday
                [Monday] 2020-11-09*
            on Sundays
                [Sundays] XXXX-WXX-7 set
            it ^came on Tuesday night
                [Tuesday night] 2020-11-03TNI*
            on Tuesday morning
                [Tuesday morning] 2020-11-03TMO|2020-11-10TMO*
            on Tuesday noon
                [Tuesday noon] 2020-11-03T12:00|2020-11-10T12:00*
            until Tuesday
                [Tuesday] 2020-11-10*
            since Tuesday
                [Tuesday] 2020-11-03*
            Sunday
                [Sunday] 2020-11-08|2020-11-15*
            saturday
                [saturday] 2020-11-07|2020-11-14*
            on friday .
                [friday] 2020-11-06|2020-11-13*
        "#]],
    );
}

#[test]
fn deictic_days() {
    check_all(
        &[
            "today",
            "it ^came today",
            "today morning",
            "yesterday",
            "yesterday evening",
            "yesterday noon",
            "yesterday midnight",
            "tomorrow",
            "tomorrow night",
            "of tomorrow",
            "tonight",
            "overnight_R",
            "overnight stay",
        ],
        expect![[r#"
            today
                [today] 2020-11-09|PRESENT_REF*
            it ^came today
                [today] 2020-11-09*
            today morning
                [today morning] 2020-11-09TMO|PRESENT_REF*
            yesterday
                [yesterday] 2020-11-08*
            yesterday evening
                [yesterday evening] 2020-11-08TEV*
            yesterday noon
                [yesterday] 2020-11-08*; [noon] 2020-11-08T12:00*
            yesterday midnight
                [yesterday] 2020-11-08*; [midnight] 2020-11-08T24:00*
            tomorrow
                [tomorrow] 2020-11-10*
            tomorrow night
                [tomorrow night] 2020-11-10TNI*
            of tomorrow
                -
            tonight
                [tonight] 2020-11-09TNI*
            overnight_R
                [overnight] 2020-11-09TNI*
            overnight stay
                -
        "#]],
    );
}

#[test]
fn feasts() {
    check_all(
        &[
            "Christmas",
            "it ^came at Christmas",
            "it will >come at Christmas",
            "christmas",
            "easter",
            "halloween",
            "Halloween",
            "Christmas Eve",
            "Christmas Day",
            "Boxing Day",
            "New Year 's",
            "New Year 's Eve",
            "New Year 's Day",
            "Valentine 's Day",
            "Veterans Day",
            "Independence Day",
            "Good Friday",
            "Easter Monday",
            "Easter Sunday",
            "Easter",
            "Easter 2024",
            "Easter 2019",
            "Easter 2016",
            "Easter 1954",
            "Thanksgiving 2019",
            "Thanksgiving Day 2019",
            "Labor Day 2019",
            "Memorial Day 2019",
            "Columbus Day 2019",
            "Mother 's Day 2019",
            "Father 's Day 2019",
            "boxing day",
            "it ^came on Veterans Day",
            "it will >come on Halloween",
            "Christmas 2019",
        ],
        expect![[r#"
            Christmas
                [Christmas] 2020-12-25*
            it ^came at Christmas
                [Christmas] 2019-12-25*
            it will >come at Christmas
                [Christmas] 2020-12-25*
            christmas
                [christmas] 2020-12-25*
            easter
                [easter] 2021-04-04*
            halloween
                -
            Halloween
                [Halloween] 2020-10-31*
            Christmas Eve
                [Christmas Eve] 2020-12-24*
            Christmas Day
                [Christmas Day] 2020-12-25*
            Boxing Day
                [Boxing Day] 2020-12-26*
            New Year 's
                [New Year 's] 2021-01-01*
            New Year 's Eve
                [New Year 's Eve] 2020-12-31*
            New Year 's Day
                [New Year 's Day] 2021-01-01*
            Valentine 's Day
                [Valentine 's Day] 2021-02-14*
            Veterans Day
                [Veterans Day] 2020-11-11*
            Independence Day
                [Independence Day] 2020-07-04*
            Good Friday
                [Good Friday] 2021-04-02*
            Easter Monday
                [Easter Monday] 2021-04-05*
            Easter Sunday
                [Easter Sunday] 2021-04-04*
            Easter
                [Easter] 2021-04-04*
            Easter 2024
                [Easter 2024] 2024-03-31
            Easter 2019
                [Easter 2019] 2019-04-21
            Easter 2016
                [Easter 2016] 2016-03-27
            Easter 1954
                [Easter 1954] 1954-04-18
            Thanksgiving 2019
                [Thanksgiving 2019] 2019-11-28
            Thanksgiving Day 2019
                [Thanksgiving Day 2019] 2019-11-28
            Labor Day 2019
                [Labor Day 2019] 2019-09-02
            Memorial Day 2019
                [Memorial Day 2019] 2019-05-27
            Columbus Day 2019
                [Columbus Day 2019] 2019-10-14
            Mother 's Day 2019
                [Mother 's Day 2019] 2019-05-12
            Father 's Day 2019
                [Father 's Day 2019] 2019-06-16
            boxing day
                -
            it ^came on Veterans Day
                [Veterans Day] 2019-11-11*
            it will >come on Halloween
                [Halloween] 2021-10-31*
            Christmas 2019
                [Christmas 2019] 2019-12-25
        "#]],
    );
}

#[test]
fn clocks() {
    check_all(
        &[
            "at 10:20",
            "at 24:59",
            "at 25:00",
            "at 10:60",
            "at 10:2x",
            "at 8 pm",
            "at 8 p.m.",
            "at 8 am",
            "at 12 am",
            "at 12 pm",
            "at 8:15 pm",
            "at 13 pm",
            "at 6 o'clock",
            "at noon",
            "at midnight",
            "at midday",
            "ten past six",
            "half past six",
            "half past six pm",
            "sixty past six",
            "ten past thirty",
            "at six in the morning",
            "at six in the evening",
            "at six in the afternoon",
            "at twelve in the afternoon",
            "six in the evening",
            "at six in the boat",
            "at 8:15 in the evening",
            "the evening began at 8:15",
            "at 12:15 this evening",
            "at 0 am",
            "8 boats",
        ],
        expect![[r#"
            at 10:20
                [10:20] 2020-11-09T10:20*
            at 24:59
                [24:59] 2020-11-09T24:59*
            at 25:00
                -
            at 10:60
                -
            at 10:2x
                -
            at 8 pm
                [8 pm] 2020-11-09T20:00*
            at 8 p.m.
                [8 p.m.] 2020-11-09T20:00*
            at 8 am
                [8 am] 2020-11-09T08:00*
            at 12 am
                [12 am] 2020-11-09T00:00*
            at 12 pm
                [12 pm] 2020-11-09T12:00*
            at 8:15 pm
                [8:15 pm] 2020-11-09T20:15*
            at 13 pm
                [13 pm] 2020-11-09T13:00*
            at 6 o'clock
                [6 o'clock] 2020-11-09T06:00*
            at noon
                [noon] 2020-11-09T12:00*
            at midnight
                [midnight] 2020-11-09T24:00*
            at midday
                [midday] 2020-11-09T12:00*
            ten past six
                [ten past six] 2020-11-09T06:10*
            half past six
                [half past six] 2020-11-09T06:30*
            half past six pm
                [half past six] 2020-11-09T18:30*
            sixty past six
                -
            ten past thirty
                -
            at six in the morning
                [six in the morning] 2020-11-09T06:00*
            at six in the evening
                [six in the evening] 2020-11-09T18:00*
            at six in the afternoon
                [six in the afternoon] 2020-11-09T18:00*
            at twelve in the afternoon
                [twelve in the afternoon] 2020-11-09T12:00*
            six in the evening
                -
            at six in the boat
                -
            at 8:15 in the evening
                [8:15] 2020-11-09T20:15*
            the evening began at 8:15
                [8:15] 2020-11-09T20:15*
            at 12:15 this evening
                [12:15] 2020-11-09T12:15*; [this evening] 2020-11-09TEV*
            at 0 am
                [0 am] 2020-11-09T00:00*
            8 boats
                -
        "#]],
    );
}

#[test]
fn lengths() {
    check_all(
        &[
            "eighteen months",
            "two - year lease",
            "two more years",
            "three straight weeks",
            "four full days",
            "five consecutive quarters",
            "six additional hours",
            "seven further minutes",
            "eight whole seconds",
            "three decades",
            "two centuries",
            "a fortnight",
            "for a fortnight",
            "in a year",
            "a year",
            "a year of",
            "for a year of",
            "an hour and a half",
            "for an hour and a half",
            "two and a half years",
            "two 1/2 years",
            "two and a half months",
            "two and a half weeks",
            "two and a half decades",
            "two and a half hours",
            "two and a half days",
            "two and a half minutes",
            "for a year and a half",
            "for a decade and a half",
            "half a year",
            "half a decade",
            "half a century",
            "half a day",
            "half an hour",
            "half a month",
            "several days",
            "the 1988 quarter",
            "three - quarters of",
            "three quarters of",
            "three quarters",
            "40 years old",
            "40 - year - old",
            "40 years of age",
            "40 years of",
            "the two years",
            "the two - year",
            "the two boats",
            "2000000000 years",
            "1000000000 years",
            "twenty five days",
            "a couple of days",
            "a hundred years",
            "took_V a week",
            "takes_V a week",
            "half a week",
            "an hour",
        ],
        expect![[r#"
            eighteen months
                [eighteen months] P18M long
            two - year lease
                [two - year] P2Y long
            two more years
                [two more years] P2Y long
            three straight weeks
                [three straight weeks] P3W long
            four full days
                [four full days] P4D long
            five consecutive quarters
                [five consecutive quarters] P5Q long
            six additional hours
                [six additional hours] PT6H long
            seven further minutes
                [seven further minutes] PT7M long
            eight whole seconds
                [eight whole seconds] PT8S long
            three decades
                [three decades] P30Y long
            two centuries
                [two centuries] P200Y long
            a fortnight
                -
            for a fortnight
                [a fortnight] P2W long
            in a year
                [a year] P1Y long
            a year
                -
            a year of
                -
            for a year of
                -
            an hour and a half
                -
            for an hour and a half
                [an hour and a half] PT1H30M long
            two and a half years
                [two and a half years] P2Y6M long
            two 1/2 years
                [two 1/2 years] P2Y6M long
            two and a half months
                [two and a half months] P2.5M long
            two and a half weeks
                [two and a half weeks] P2.5W long
            two and a half decades
                [two and a half decades] P25Y long
            two and a half hours
                [two and a half hours] PT2H30M long
            two and a half days
                [two and a half days] P2.5D long
            two and a half minutes
                [two and a half minutes] P2.5M long
            for a year and a half
                [a year and a half] P1Y6M long
            for a decade and a half
                [a decade and a half] P15Y long
            half a year
                [half a year] P6M long
            half a decade
                [half a decade] P5Y long
            half a century
                [half a century] P50Y long
            half a day
                [half a day] PT12H long
            half an hour
                [half an hour] PT30M long
            half a month
                [a month] P1M set
            several days
                [several days] PXD long
            the 1988 quarter
                [1988] 1988
            three - quarters of
                -
            three quarters of
                -
            three quarters
                [three quarters] P3Q long
            40 years old
                -
            40 - year - old
                -
            40 years of age
                -
            40 years of
                [40 years] P40Y long
            the two years
                [the two years] P2Y long
            the two - year
                [two - year] P2Y long
            the two boats
                -
            2000000000 years
                -
            1000000000 years
                [1000000000 years] P1000000000Y long
            twenty five days
                [twenty five days] P25D long
            a couple of days
                [a couple of days] P2D long
            a hundred years
                [a hundred years] P100Y long
            took_V a week
                [a week] P1W long
            takes_V a week
                [a week] P1W long
            half a week
                [a week] P1W set
            an hour
                -
        "#]],
    );
}

#[test]
fn framed_lengths() {
    check_all(
        &[
            "the past_A six months",
            "past_A six months",
            "the last two weeks",
            "the next few days",
            "the first nine months",
            "the final ten days",
            "the coming two years",
            "the previous two years",
            "the following two years",
            "the past decade",
            "the past fortnight",
            "the past century",
            "the last decade",
            "the past_A a year",
            "the past_A one year",
            "the second two years",
            "the last twenty four hours",
            "the next several boats",
            "the past_A 12 months",
        ],
        expect![[r#"
            the past_A six months
                [the past six months] P6M long
            past_A six months
                [past six months] P6M long
            the last two weeks
                [the last two weeks] P2W long
            the next few days
                [the next few days] PXD long
            the first nine months
                [the first nine months] P9M long
            the final ten days
                [the final ten days] P10D long
            the coming two years
                [the coming two years] P2Y long
            the previous two years
                [the previous two years] P2Y long
            the following two years
                [the following two years] P2Y long
            the past decade
                [the past decade] P10Y long
            the past fortnight
                [the past fortnight] 2020-W44*
            the past century
                [the past century] P100Y long
            the last decade
                [the last decade] P10Y long
            the past_A a year
                -
            the past_A one year
                [the past one year] P1Y long
            the second two years
                [two years] P2Y long
            the last twenty four hours
                [the last twenty four hours] PT24H long
            the next several boats
                -
            the past_A 12 months
                [the past 12 months] P12M long
        "#]],
    );
}

#[test]
fn repeated_times() {
    check_all(
        &[
            "every year",
            "each month",
            "per week",
            "every boat",
            "every Thursday",
            "every Thursday night",
            "each June",
            "every summer",
            "every morning",
            "every two weeks",
            "every 5 boats",
            "daily",
            "weekly",
            "monthly",
            "annually",
            "yearly",
            "hourly",
            "Daily",
            "310,000 a year",
            "% a year",
            "boats_N a day",
            "go_V a day",
            "310,000 a year ago",
            "310,000 a year later",
            "310,000 a year earlier",
            "310,000 a year before",
            "310,000 an hour or",
            "310,000 a years",
            "310,000 an hour",
            "per night",
        ],
        expect![[r#"
            every year
                [every year] P1Y set
            each month
                [each month] P1M set
            per week
                [per week] P1W set
            every boat
                -
            every Thursday
                [every Thursday] XXXX-WXX-4 set
            every Thursday night
                [every Thursday night] XXXX-WXX-4TNI set
            each June
                [each June] XXXX-06 set
            every summer
                [every summer] XXXX-SU set
            every morning
                [every morning] XXXX-XX-XXTMO set
            every two weeks
                [every two weeks] P2W set
            every 5 boats
                -
            daily
                [daily] P1D set
            weekly
                [weekly] P1W set
            monthly
                [monthly] P1M set
            annually
                [annually] P1Y set
            yearly
                [yearly] P1Y set
            hourly
                [hourly] PT1H set
            Daily
                -
            310,000 a year
                [a year] P1Y set
            % a year
                [a year] P1Y set
            boats_N a day
                [a day] P1D set
            go_V a day
                -
            310,000 a year ago
                [a year ago] 2019*
            310,000 a year later
                [a year later] 2021*
            310,000 a year earlier
                [a year earlier] 2019*
            310,000 a year before
                [a year before] 2019*
            310,000 an hour or
                -
            310,000 a years
                -
            310,000 an hour
                [an hour] PT1H set
            per night
                [per night] XXXX-XX-XXTNI set
        "#]],
    );
}

#[test]
fn expressions_that_are_joined() {
    check_all(
        &[
            "at 10 p.m. Wednesday",
            "at 9 a.m. EST Tuesday",
            "at 9 a.m. local time on Tuesday",
            "at 9 a.m. in Orrin Tuesday",
            "at 9 a.m. of Tuesday",
            "on Friday , Oct. 23",
            "on Friday Oct. 23",
            "on Friday and Oct. 23",
            "on Friday Saturday",
            "in July last year",
            "in July of last year",
            "in July , last year",
            "in July and last year",
            "last year 's third quarter",
            "last year third quarter",
            "last year and third quarter",
            "last year July",
            "in the winter last year",
            "on Tuesday at 10:20",
            "two years at 10:20",
            "last week at 10:20",
            "it ^came at 10:20 on 3 May 2012",
            "on 3 May 2012 at 10:20",
        ],
        expect![[r#"
            at 10 p.m. Wednesday
                [10 p.m. Wednesday] 2020-11-04T22:00*
            at 9 a.m. EST Tuesday
                [9 a.m. EST Tuesday] 2020-11-03T09:00*
            at 9 a.m. local time on Tuesday
                [9 a.m. local time on Tuesday] 2020-11-03T09:00*
            at 9 a.m. in Orrin Tuesday
                [9 a.m.] 2020-11-03T09:00*; [Tuesday] 2020-11-03|2020-11-10*
            at 9 a.m. of Tuesday
                [9 a.m.] 2020-11-03T09:00*; [Tuesday] 2020-11-03|2020-11-10*
            on Friday , Oct. 23
                [Friday , Oct. 23] 2020-10-23*
            on Friday Oct. 23
                [Friday Oct. 23] 2020-10-23*
            on Friday and Oct. 23
                [Friday] 2020-11-06|2020-11-13*; [Oct. 23] 2020-10-23|2021-10-23*
            on Friday Saturday
                [Friday] 2020-11-06|2020-11-13*; [Saturday] 2020-11-07|2020-11-14*
            in July last year
                [July last year] 2019-07*
            in July of last year
                [July of last year] 2019-07*
            in July , last year
                [July , last year] 2019-07*
            in July and last year
                [July] 2020-07|2021-07*; [last year] 2019*
            last year 's third quarter
                [last year 's third quarter] 2019-Q3*
            last year third quarter
                [last year third quarter] 2019-Q3*
            last year and third quarter
                [last year] 2019*; [third quarter] 2020-Q3*
            last year July
                [last year] 2019*; [July] 2020-07|2021-07*
            in the winter last year
                [the winter last year] 2019-WI*
            on Tuesday at 10:20
                [Tuesday] 2020-11-03|2020-11-10*; [10:20] 2020-11-03T10:20*
            two years at 10:20
                [two years] P2Y long; [10:20] 2020-11-09T10:20*
            last week at 10:20
                [last week] 2020-W45*; [10:20] 2020-11-09T10:20*
            it ^came at 10:20 on 3 May 2012
                [10:20 on 3 May 2012] 2012-05-03T10:20
            on 3 May 2012 at 10:20
                [3 May 2012] 2012-05-03; [10:20] 2012-05-03T10:20*
        "#]],
    );
}

#[test]
fn modifiers_are_taken_in() {
    check_all(
        &[
            "early next year",
            "late last year",
            "mid next year",
            "the early 1990s",
            "the 1990s",
            "the third quarter",
            "the second half of 1990",
            "the winter of 1994",
            "the 20th century",
            "the year 1990",
            "the end of 1990",
            "the beginning of 1990",
            "the start of 1990",
            "the middle of 1990",
            "a end of 1990",
            "the end of recently",
            "more than two years",
            "less than two years",
            "fewer than two years",
            "at least two years",
            "at most two years",
            "at least two years ago",
            "more than 1990",
            "nearly two years",
            "almost two years",
            "nearly now",
            "earlier this year",
            "later this year",
            "later that year",
            "earlier today",
            "earlier in 1990",
            "later 1990",
            "mid - 1990",
            "early - 1990",
            "late - 1990",
            "x - 1990",
            "the late - 1990",
            "early on Tuesday",
            "early Tuesday",
            "early 10:20",
            "late two years",
            "the early now",
            "now the early 1990",
            "1989 early 1990",
            "1989 the end of 1990",
            "1989 of 1990",
        ],
        expect![[r#"
            early next year
                [early next year] 2021*
            late last year
                [late last year] 2019*
            mid next year
                [mid next year] 2021*
            the early 1990s
                [the early 1990s] 199
            the 1990s
                [the 1990s] 199
            the third quarter
                [the third quarter] 2020-Q3*
            the second half of 1990
                [the second half of 1990] 1990-H2
            the winter of 1994
                [the winter of 1994] 1994-WI
            the 20th century
                [the 20th century] 19
            the year 1990
                [1990] 1990
            the end of 1990
                [the end of 1990] 1990
            the beginning of 1990
                [the beginning of 1990] 1990
            the start of 1990
                [the start of 1990] 1990
            the middle of 1990
                [the middle of 1990] 1990
            a end of 1990
                [1990] 1990
            the end of recently
                [recently] PAST_REF
            more than two years
                [more than two years] P2Y long
            less than two years
                [less than two years] P2Y long
            fewer than two years
                [fewer than two years] P2Y long
            at least two years
                [at least two years] P2Y long
            at most two years
                [two years] P2Y long
            at least two years ago
                [at least two years ago] 2018*
            more than 1990
                [1990] 1990
            nearly two years
                [nearly two years] P2Y long
            almost two years
                [almost two years] P2Y long
            nearly now
                [now] PRESENT_REF
            earlier this year
                [earlier this year] 2020*
            later this year
                [later this year] 2020*
            later that year
                [later that year] 2020*
            earlier today
                [earlier today] 2020-11-09|PRESENT_REF*
            earlier in 1990
                [1990] 1990
            later 1990
                [1990] 1990
            mid - 1990
                [mid - 1990] 1990
            early - 1990
                [early - 1990] 1990
            late - 1990
                [late - 1990] 1990
            x - 1990
                [1990] 1990
            the late - 1990
                [late - 1990] 1990
            early on Tuesday
                [Tuesday] 2020-11-03|2020-11-10*
            early Tuesday
                [early Tuesday] 2020-11-03|2020-11-10*
            early 10:20
                [early 10:20] 2020-11-09T10:20*
            late two years
                [two years] P2Y long
            the early now
                [the early now] PRESENT_REF
            now the early 1990
                [now] PRESENT_REF; [early 1990] 1990
            1989 early 1990
                [1989] 1989; [early 1990] 1990
            1989 the end of 1990
                [1989] 1989; [the end of 1990] 1990
            1989 of 1990
                [1989] 1989; [1990] 1990
        "#]],
    );
}

#[test]
fn without_a_date_of_writing() {
    check_from(
        None,
        &[
            "30 June",
            "in June",
            "last year",
            "last month",
            "last week",
            "next June",
            "next spring",
            "in the spring",
            "the third quarter",
            "the second half",
            "last weekend",
            "on Tuesday",
            "on Tuesday night",
            "this morning",
            "yesterday",
            "tonight",
            "two days ago",
            "two weeks ago",
            "two months ago",
            "two years ago",
            "several years ago",
            "two hours ago",
            "a year earlier",
            "Easter",
            "Easter 2019",
            "last Easter",
            "at 10:20",
            "the weekend",
            "the quarter",
            "for the year",
            "on 3 May 2012 and two years later",
            "on 3 May 2012 and 4 June",
            "in May 2012 and in June",
        ],
        expect![[r#"
            30 June
                [30 June] XXXX-06-30
            in June
                [June] XXXX-06
            last year
                [last year] XXXX
            last month
                [last month] XXXX-XX
            last week
                [last week] XXXX-WXX
            next June
                [next June] XXXX-06
            next spring
                [next spring] XXXX-SP
            in the spring
                [the spring] XXXX-SP
            the third quarter
                [the third quarter] XXXX-Q3
            the second half
                [the second half] XXXX-H2
            last weekend
                [last weekend] XXXX-WXX-WE
            on Tuesday
                [Tuesday] XXXX-XX-XX
            on Tuesday night
                [Tuesday night] XXXX-XX-XXTNI
            this morning
                [this morning] XXXX-XX-XXTMO
            yesterday
                [yesterday] XXXX-XX-XX
            tonight
                [tonight] XXXX-XX-XXTNI
            two days ago
                [two days ago] XXXX-XX-XX
            two weeks ago
                [two weeks ago] XXXX-WXX
            two months ago
                [two months ago] XXXX-XX
            two years ago
                [two years ago] XXXX
            several years ago
                [several years ago] PAST_REF
            two hours ago
                [two hours ago] PAST_REF
            a year earlier
                -
            Easter
                [Easter] XXXX-XX-XX
            Easter 2019
                [Easter 2019] 2019-04-21
            last Easter
                [Easter] XXXX-XX-XX
            at 10:20
                [10:20] XXXX-XX-XXT10:20
            the weekend
                -
            the quarter
                -
            for the year
                -
            on 3 May 2012 and two years later
                [3 May 2012] 2012-05-03; [two years later] 2014
            on 3 May 2012 and 4 June
                [3 May 2012] 2012-05-03; [4 June] 2012-06-04
            in May 2012 and in June
                [May 2012] 2012-05; [June] 2012-06
        "#]],
    );
}

#[test]
fn of_a_story_long_ago() {
    check_all(
        &[
            "on 30 May 1832 he ^wrote and on 2 June he ^died",
            "in May 1832 he ^wrote and in June he ^died",
            "in 1832 he ^wrote and in June he ^died",
            "on 30 May 2019 he ^wrote and in June he ^died",
            "on 30 May 2018 he ^wrote and in June he ^died",
            "on 30 May 1832 it was and he will >come in June",
            "on 30 May 1832 it was and he will >come on 2 June",
        ],
        expect![[r#"
            on 30 May 1832 he ^wrote and on 2 June he ^died
                [30 May 1832] 1832-05-30; [2 June] 1832-06-02*
            in May 1832 he ^wrote and in June he ^died
                [May 1832] 1832-05; [June] 1832-06*
            in 1832 he ^wrote and in June he ^died
                [1832] 1832; [June] 2020-06*
            on 30 May 2019 he ^wrote and in June he ^died
                [30 May 2019] 2019-05-30; [June] 2020-06*
            on 30 May 2018 he ^wrote and in June he ^died
                [30 May 2018] 2018-05-30; [June] 2018-06*
            on 30 May 1832 it was and he will >come in June
                [30 May 1832] 1832-05-30; [June] 2021-06*
            on 30 May 1832 it was and he will >come on 2 June
                [30 May 1832] 1832-05-30; [2 June] 2021-06-02*
        "#]],
    );
}

#[test]
fn on_other_days_of_writing() {
    // Wrong: "the winter" in January is the one that began in 2020.
    check_from(
        Some("2021-01-15"),
        &[
            "in January",
            "last winter",
            "this winter",
            "next winter",
            "in the winter",
            "last fall",
            "it ^came in December",
            "in the fourth quarter",
            "last quarter",
            "the quarter",
            "in December",
            "in August",
            "in July",
            "last week",
        ],
        expect![[r#"
            in January
                [January] 2021-01*
            last winter
                [last winter] 2019-WI*
            this winter
                [this winter] 2020-WI*
            next winter
                [next winter] 2021-WI*
            in the winter
                [the winter] 2021-WI*
            last fall
                [last fall] 2020-FA*
            it ^came in December
                [December] 2020-12*
            in the fourth quarter
                [the fourth quarter] 2020-Q4*
            last quarter
                [last quarter] 2020-Q4*
            the quarter
                [the quarter] 2020-Q4*
            in December
                [December] 2020-12|2021-12*
            in August
                [August] 2020-08|2021-08*
            in July
                [July] 2021-07|2020-07*
            last week
                [last week] 2021-W01*
        "#]],
    );
}

/// Where a time lies that stands at a word of a tree, from 1.
fn direction(sentence: &str, at: usize) -> Option<&'static str> {
    let words = tree_by_hand(sentence).words;
    let tagger = Tagger {
        words: &words,
        anchor: None,
        named: &Named::default(),
    };
    tagger.direction(at - 1).map(|direction| match direction {
        tense::Direction::Past => "past",
        tense::Direction::Future => "future",
    })
}

#[test]
fn prepositions_and_verbs_say_where_a_time_lies() {
    let (past, future) = (Some("past"), Some("future"));
    let table: &[(&str, usize, Option<&str>)] = &[
        // Prepositions go before the verb.
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 until/ADP/case/3 May/PROPN/obl/1",
            3,
            future,
        ),
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 till/ADP/case/3 May/PROPN/obl/1",
            3,
            future,
        ),
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 by/ADP/case/3 May/PROPN/obl/1",
            3,
            future,
        ),
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 starting/ADP/case/3 May/PROPN/obl/1",
            3,
            future,
        ),
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 beginning/ADP/case/3 May/PROPN/obl/1",
            3,
            future,
        ),
        (
            "will/AUX/aux/2 leave/VERB|VerbForm=Inf/root/0 since/ADP/case/4 May/PROPN/obl/2",
            4,
            past,
        ),
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 by/ADP/case/5 the/DET/det/5 early/ADJ/amod/5 May/PROPN/obl/1",
            5,
            future,
        ),
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 by/ADP/case/5 mid/ADJ/amod/5 about/ADV/amod/5 May/PROPN/obl/1",
            5,
            future,
        ),
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 by/ADP/case/5 late/ADJ/amod/5 around/ADV/amod/5 May/PROPN/obl/1",
            5,
            future,
        ),
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 by/ADP/case/6 the/DET/det/6 early/ADJ/amod/6 late/ADJ/amod/6 May/PROPN/obl/1 x/X/dep/1",
            6,
            past,
        ),
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 by/ADP/case/4 boat/NOUN/obl/1 May/PROPN/obl/1",
            4,
            past,
        ),
        // A copula in the present.
        (
            "vote/NOUN/nsubj/3 is/AUX|Tense=Pres/cop/3 Tuesday/PROPN/root/0",
            3,
            future,
        ),
        (
            "vote/NOUN/nsubj/3 was/AUX|Tense=Past/cop/3 Tuesday/PROPN/root/0",
            3,
            None,
        ),
        (
            "vote/NOUN/nsubj/3 is/AUX|Tense=Pres/aux/3 Tuesday/PROPN/root/0",
            3,
            None,
        ),
        // Tenses.
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 Tuesday/PROPN/obl/1",
            2,
            past,
        ),
        (
            "leaves/VERB|Tense=Pres|VerbForm=Fin/root/0 Tuesday/PROPN/obl/1",
            2,
            None,
        ),
        (
            "left/NOUN|Tense=Past|VerbForm=Fin/root/0 Tuesday/PROPN/obl/1",
            2,
            None,
        ),
        (
            "has/AUX|Tense=Pres/aux/2 left/VERB|Tense=Past|VerbForm=Part/root/0 Tuesday/PROPN/obl/2",
            3,
            None,
        ),
        (
            "has~have/AUX|Tense=Pres/aux/2 left/VERB|Tense=Past|VerbForm=Part/root/0 Tuesday/PROPN/obl/2",
            3,
            past,
        ),
        (
            "was/AUX|Tense=Past/aux/2 leaving/VERB|VerbForm=Ger/root/0 Tuesday/PROPN/obl/2",
            3,
            past,
        ),
        (
            "is/AUX|Tense=Pres/aux/2 leaving/VERB|VerbForm=Ger/root/0 Tuesday/PROPN/obl/2",
            3,
            None,
        ),
        (
            "was/AUX|Tense=Past/cop/2 ill/ADJ/root/0 Tuesday/PROPN/obl/2",
            3,
            past,
        ),
        (
            "left/VERB|Tense=Past|VerbForm=Part/acl/2 Tuesday/PROPN/obl/1",
            2,
            past,
        ),
        (
            "leaving/VERB|VerbForm=Ger/root/0 Tuesday/PROPN/obl/1",
            2,
            None,
        ),
        // What a participle leaves open its governor says.
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 leaving/VERB|VerbForm=Ger/advcl/1 Tuesday/PROPN/obl/2",
            3,
            past,
        ),
        (
            "left/VERB|Tense=Past|VerbForm=Fin/root/0 ferry/NOUN/obj/1 Tuesday/PROPN/nmod/2",
            3,
            past,
        ),
        // Modal verbs.
        (
            "will/AUX/aux/2 leave/VERB/root/0 Tuesday/PROPN/obl/2",
            3,
            future,
        ),
        (
            "may/AUX/aux/2 leave/VERB/root/0 Tuesday/PROPN/obl/2",
            3,
            future,
        ),
        (
            "might/AUX/aux/2 leave/VERB/root/0 Tuesday/PROPN/obl/2",
            3,
            None,
        ),
        (
            "would/AUX/aux/2 leave/VERB/root/0 Tuesday/PROPN/obl/2",
            3,
            None,
        ),
        (
            "could/AUX/aux/2 leave/VERB/root/0 Tuesday/PROPN/obl/2",
            3,
            None,
        ),
        (
            "could/AUX/aux/3 have/AUX/aux/3 left/VERB|Tense=Past|VerbForm=Part/root/0 Tuesday/PROPN/obl/3",
            4,
            past,
        ),
        (
            "do/AUX/aux/2 leave/VERB/root/0 Tuesday/PROPN/obl/2",
            3,
            None,
        ),
        // What is booked or planned lies ahead.
        (
            "is/AUX|Tense=Pres/aux/2 scheduled~schedule/VERB|Tense=Past|VerbForm=Part/root/0 Tuesday/PROPN/obl/2",
            3,
            future,
        ),
        (
            "is/AUX|Tense=Pres/aux/2 promised~promise/VERB|Tense=Past|VerbForm=Part/root/0 Tuesday/PROPN/obl/2",
            3,
            None,
        ),
        (
            "was/AUX|Tense=Past/aux/2 scheduled~schedule/VERB|Tense=Past|VerbForm=Part/root/0 Tuesday/PROPN/obl/2",
            3,
            future,
        ),
        (
            "expected~expect/VERB|Tense=Past|VerbForm=Part/acl/2 Tuesday/PROPN/obl/1",
            2,
            future,
        ),
        (
            "plans~plan/VERB/root/0 close/VERB|VerbForm=Inf/xcomp/1 Tuesday/PROPN/obl/2",
            3,
            future,
        ),
        (
            "forgets~forget/VERB/root/0 close/VERB|VerbForm=Inf/xcomp/1 Tuesday/PROPN/obl/2",
            3,
            None,
        ),
        (
            "close/VERB|VerbForm=Inf/root/0 Tuesday/PROPN/obl/1",
            2,
            None,
        ),
    ];
    for (sentence, at, expected) in table {
        assert_eq!(direction(sentence, *at), *expected, "{sentence}");
    }
}

#[test]
fn each_modal_booking_and_plan_counts() {
    for modal in ["will", "'ll", "wo", "shall", "may", "should", "must", "can"] {
        let sentence = format!("{modal}/AUX/aux/2 leave/VERB/root/0 Tuesday/PROPN/obl/2");
        assert_eq!(direction(&sentence, 3), Some("future"), "{modal}");
    }
    for booking in ["expect", "schedule", "due", "set", "slate", "postpone"] {
        let sentence =
            format!("is/AUX|Tense=Pres/aux/2 x~{booking}/VERB/root/0 Tuesday/PROPN/obl/2");
        assert_eq!(direction(&sentence, 3), Some("future"), "{booking}");
    }
    for plan in [
        "intend", "hope", "aim", "promise", "likely", "unlikely", "want", "agree", "due",
    ] {
        let sentence =
            format!("x~{plan}/VERB/root/0 close/VERB|VerbForm=Inf/xcomp/1 Tuesday/PROPN/obl/2");
        assert_eq!(direction(&sentence, 3), Some("future"), "{plan}");
    }
}

#[test]
fn words_far_away_say_nothing() {
    let mut far = "left/VERB|Tense=Past|VerbForm=Fin/root/0".to_string();
    for head in 1..30 {
        far += &format!(" x/NOUN/nmod/{head}");
    }
    assert_eq!(direction(&far, 25), Some("past"));
    assert_eq!(direction(&far, 26), None);
}

#[test]
fn a_possessive_month_was() {
    let mut words = words("October");
    words[0].deprel = Deprel::NmodPoss;
    let times = find(&words, "2020-03-09".parse().ok(), &mut Named::default());
    assert_eq!(times[0].value, "2019-10");
}

#[test]
fn a_counted_number_is_no_year() {
    let mut words = words("1990 boats");
    assert_eq!(find(&words, None, &mut Named::default()).len(), 1);
    words[0].deprel = Deprel::Nummod;
    assert_eq!(find(&words, None, &mut Named::default()).len(), 0);
    words[1].features = [Feature::NumberSing].into_iter().collect();
    assert_eq!(find(&words, None, &mut Named::default()).len(), 1);
}

#[test]
fn a_compound_is_no_future() {
    let mut words = words("future");
    words[0].deprel = Deprel::Compound;
    assert_eq!(find(&words, None, &mut Named::default()).len(), 0);
}

#[test]
fn a_year_is_told_of_for_some_sentences() {
    let sentence = |text: &str| Analysis {
        words: words(text),
        ..Analysis::default()
    };
    let after = |between: usize| {
        let mut analyses = vec![sentence("on 30 May 1832")];
        analyses.extend((0..between).map(|_| sentence("it ^rained")));
        analyses.push(sentence("he ^died on 2 June"));
        find_all(&mut analyses, "2020-11-09".parse().ok());
        analyses.last().unwrap().times[0].value.clone()
    };
    let values = [0, 2, 3].map(after);
    assert_eq!(values, ["1832-06-02", "1832-06-02", "2020-06-02"]);
}

#[test]
fn names_of_times() {
    for lemma in ["year", "day", "june", "monday", "winter"] {
        assert!(is_named(lemma), "{lemma}");
    }
    assert!(!is_named("boat"));
    assert!(is_day_or_month("june") && is_day_or_month("monday"));
    assert!(!is_day_or_month("winter") && !is_day_or_month("year"));
}

#[test]
fn numbers_in_digits_and_words() {
    let table = [
        ("12", Some(12)),
        ("1,200", Some(1200)),
        ("zero", Some(0)),
        ("twelve", Some(12)),
        ("twenty", Some(20)),
        ("thirty", Some(30)),
        ("twenty-five", Some(25)),
        ("ninety-nine", Some(99)),
        ("five-twenty", None),
        ("twenty-", None),
        ("boat", None),
        ("1.5", None),
    ];
    for (word, expected) in table {
        assert_eq!(number(word), expected, "{word}");
    }
}

#[test]
fn each_word_of_time_is_known() {
    use lexicon::{month, month_beside_day, ordinal, part_of_day, season, tens, unit, weekday};
    let months =
        "january february march april may june july august september october november december";
    for (index, name) in months.split(' ').enumerate() {
        assert_eq!(month(name), Some(index as i8 + 1));
        assert_eq!(month(&format!("{}.", &name[..3])), Some(index as i8 + 1));
        assert_eq!(month_beside_day(&name[..3]), Some(index as i8 + 1));
    }
    assert_eq!(
        ["sept", "sept.", "jan", "janu.", "ja."].map(month),
        [Some(9), Some(9), None, None, None]
    );
    assert_eq!(
        ["ja", "janu", "xyz", "sept"].map(month_beside_day),
        [None, None, None, Some(9)]
    );
    let days = "monday tuesday wednesday thursday friday saturday sunday";
    for (index, name) in days.split(' ').enumerate() {
        let number = |name: &str| weekday(name).map(|day| day.to_monday_zero_offset() as usize);
        assert_eq!(number(name), Some(index));
        assert_eq!(number(&format!("{name}s")), Some(index));
        assert_eq!(number(&format!("{name}.")), Some(index));
    }
    assert_eq!(weekday("mon"), None);
    let parts = [
        "morning",
        "mid-morning",
        "afternoon",
        "evenings",
        "night",
        "noon",
        "midday",
        "midnight",
        "day",
    ];
    assert_eq!(
        parts.map(|part| part_of_day(part).unwrap_or("-")),
        [
            "TMO", "TMO", "TAF", "TEV", "TNI", "T12:00", "T12:00", "T24:00", "-"
        ]
    );
    let seasons = ["spring", "summer", "autumn", "fall", "winter", "season"];
    assert_eq!(
        seasons.map(|name| season(name).unwrap_or("-")),
        ["SP", "SU", "FA", "FA", "WI", "-"]
    );
    let tens_of = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "ten",
    ];
    assert_eq!(
        tens_of.map(|word| tens(word).unwrap_or(0)),
        [20, 30, 40, 50, 60, 70, 80, 90, 0]
    );
    let ordinals = [
        "first", "third", "twelfth", "1st", "22nd", "3rd", "20th", "", "th", "one",
    ];
    assert_eq!(
        ordinals.map(|word| ordinal(word).unwrap_or(-1)),
        [1, 3, 12, 1, 22, 3, 20, -1, -1, -1]
    );
    let durations = [
        ("second", "PT3S"),
        ("minutes", "PT3M"),
        ("hour", "PT3H"),
        ("day", "P3D"),
        ("week", "P3W"),
        ("fortnight", "P6W"),
        ("month", "P3M"),
        ("quarter", "P3Q"),
        ("year", "P3Y"),
        ("decade", "P30Y"),
        ("century", "P300Y"),
        ("centuries", "P300Y"),
    ];
    for (word, expected) in durations {
        assert_eq!(unit(word).unwrap().duration(Some(3)), expected);
    }
    assert_eq!(unit("years").unwrap().duration(None), "PXY");
    assert!(unit("boat").is_none());
}

#[test]
fn words_that_make_a_year_a_length() {
    let before = "for in within over about after than nearly almost least around of took takes take last lasted just only \
                  spent spend quite";
    for word in before.split_whitespace() {
        let found = times_in(&format!("x {word}_X a year"), None);
        assert!(found.ends_with("a year] P1Y long"), "{word}: {found}");
    }
    assert_eq!(times_in("x with_X a year", None), "-");
    assert_eq!(times_in("x in_X a year of", None), "-");
}

#[test]
fn words_in_front_of_a_month_or_season() {
    let before = "in since until by from to of last next this each every early late and through for before after between \
                  during till";
    for word in before.split_whitespace() {
        let found = times_in(&format!("x {word}_X May"), Some("2020-11-09"));
        assert!(found.contains("May] "), "{word}: {found}");
    }
    for word in ["the", "in", "this", "since", "by", "until", "late", "early"] {
        let found = times_in(&format!("x {word}_X summer"), Some("2020-11-09"));
        assert!(found.contains("summer] "), "{word}: {found}");
    }
    // "The fall" is one behind a preposition alone.
    for word in ["in", "by", "until", "since", "for"] {
        let found = times_in(&format!("{word} the fall"), Some("2020-11-09"));
        assert!(found.contains("fall] "), "{word}: {found}");
    }
    assert_eq!(times_in("with_X the fall", Some("2020-11-09")), "-");
}

#[test]
fn words_between_a_clock_time_and_its_day() {
    for zone in [
        "EST", "EDT", "GMT", "ET", "PT", "PST", "PDT", "CET", "BST", ",", "on", "local", "time",
    ] {
        let found = times_in(&format!("at 9 a.m. {zone} 3 May 2012"), None);
        assert_eq!(
            found,
            format!("[9 a.m. {zone} 3 May 2012] 2012-05-03T09:00")
        );
    }
    let far = times_in("at 9 a.m. local time EST , 3 May 2012", None);
    assert!(far.starts_with("[9 a.m.] "), "{far}");
    let near = times_in("at 9 a.m. local time , 3 May 2012", None);
    assert!(near.starts_with("[9 a.m. local"), "{near}");
}

#[test]
fn later_expressions_count_from_the_date_that_was_named() {
    // "Two days later" names no date of its own.
    check(
        "on 3 May 2012 and two days later and two days later",
        "2012-05-03 2012-05-05 2012-05-05",
    );
    check(
        "on 3 May 2012 and on 5 May 2014 and two days later",
        "2012-05-03 2014-05-05 2014-05-07",
    );
    // A quarter stays the one that is spoken of.
    check(
        "in the first quarter of 2012 and on 5 May 2014 and the quarter",
        "2012-Q1 2014-05-05 2012-Q1",
    );
    // A length, a set and what is open name none.
    check(
        "on 3 May 2012 and for six months and two days later",
        "2012-05-03 P6M 2012-05-05",
    );
    check(
        "on 3 May 2012 and every year and two days later",
        "2012-05-03 P1Y 2012-05-05",
    );
    check(
        "on 3 May 2012 and recently and two days later",
        "2012-05-03 PAST_REF 2012-05-05",
    );
    check("in 199 and the 1990s and two days later", "199 2020-11-11");
    // The last that was named tells the year of a story, not what was counted.
    check(
        "on 30 May 1832 and last year and on 2 June",
        "1832-05-30 2019 1832-06-02",
    );
    check(
        "on 30 May 1832 and on 3 May 1834 and on 2 June",
        "1832-05-30 1834-05-03 1834-06-02",
    );
}

#[test]
fn on_a_feast_itself() {
    check_from(
        Some("2020-12-25"),
        &[
            "last Christmas",
            "next Christmas",
            "this Christmas",
            "it ^came at Christmas",
            "it will >come at Christmas",
            "Christmas",
            "at Easter",
            "in the winter",
            "last winter",
            "next winter",
            "this Friday",
            "on Friday",
            "last Friday",
            "next Friday",
            "in December",
            "25 December",
        ],
        expect![[r#"
            last Christmas
                [last Christmas] 2019-12-25*
            next Christmas
                [next Christmas] 2020-12-25*
            this Christmas
                [this Christmas] 2020-12-25*
            it ^came at Christmas
                [Christmas] 2020-12-25*
            it will >come at Christmas
                [Christmas] 2020-12-25*
            Christmas
                [Christmas] 2020-12-25*
            at Easter
                [Easter] 2021-04-04*
            in the winter
                [the winter] 2020-WI*
            last winter
                [last winter] 2019-WI*
            next winter
                [next winter] 2021-WI*
            this Friday
                [this Friday] 2020-12-25*
            on Friday
                [Friday] 2020-12-25*
            last Friday
                [last Friday] 2020-12-18*
            next Friday
                [next Friday] 2021-01-01*
            in December
                [December] 2020-12*
            25 December
                [25 December] 2020-12-25*
        "#]],
    );
}

#[test]
fn on_a_wednesday() {
    check_from(
        Some("2020-11-11"),
        &[
            "this Monday",
            "this Wednesday",
            "this Sunday",
            "last Monday",
            "next Monday",
            "on Monday",
            "it will >come on Monday",
            "this weekend",
            "last week",
            "11 November",
            "12 November",
        ],
        expect![[r#"
            this Monday
                [this Monday] 2020-11-09*
            this Wednesday
                [this Wednesday] 2020-11-11*
            this Sunday
                [this Sunday] 2020-11-15*
            last Monday
                [last Monday] 2020-11-09*
            next Monday
                [next Monday] 2020-11-16*
            on Monday
                [Monday] 2020-11-09|2020-11-16*
            it will >come on Monday
                [Monday] 2020-11-16*
            this weekend
                [this weekend] 2020-W46-WE*
            last week
                [last week] 2020-W45*
            11 November
                [11 November] 2020-11-11*
            12 November
                [12 November] 2020-11-12|2019-11-12*
        "#]],
    );
}

#[test]
fn at_the_end_of_a_spring() {
    // Wrong: "next spring" is that of the year after.
    check_from(
        Some("2020-05-31"),
        &[
            "last spring",
            "this spring",
            "next spring",
            "last summer",
            "next summer",
            "last fall",
            "next fall",
            "last winter",
            "next winter",
            "it ^began in the summer",
            "it will >begin in the summer",
            "it ^began in the spring",
            "it will >begin in the spring",
            "in August",
            "in November",
            "in December",
        ],
        expect![[r#"
            last spring
                [last spring] 2019-SP*
            this spring
                [this spring] 2020-SP*
            next spring
                [next spring] 2021-SP*
            last summer
                [last summer] 2019-SU*
            next summer
                [next summer] 2020-SU*
            last fall
                [last fall] 2019-FA*
            next fall
                [next fall] 2020-FA*
            last winter
                [last winter] 2019-WI*
            next winter
                [next winter] 2020-WI*
            it ^began in the summer
                [the summer] 2019-SU*
            it will >begin in the summer
                [the summer] 2020-SU*
            it ^began in the spring
                [the spring] 2020-SP*
            it will >begin in the spring
                [the spring] 2020-SP*
            in August
                [August] 2020-08|2019-08*
            in November
                [November] 2020-11|2019-11*
            in December
                [December] 2019-12|2020-12*
        "#]],
    );
}

#[test]
fn at_the_beginning_of_a_summer() {
    check_from(
        Some("2020-06-01"),
        &[
            "last spring",
            "next spring",
            "last summer",
            "next summer",
            "it ^began in the summer",
            "it will >begin in the spring",
            "it ^began in the fall",
            "in December",
            "30 November",
            "1 December",
            "2 December",
            "the second quarter",
            "the third quarter",
        ],
        expect![[r#"
            last spring
                [last spring] 2020-SP*
            next spring
                [next spring] 2021-SP*
            last summer
                [last summer] 2019-SU*
            next summer
                [next summer] 2021-SU*
            it ^began in the summer
                [the summer] 2020-SU*
            it will >begin in the spring
                [the spring] 2021-SP*
            it ^began in the fall
                [the fall] 2019-FA*
            in December
                [December] 2020-12|2019-12*
            30 November
                [30 November] 2020-11-30|2019-11-30*
            1 December
                [1 December] 2019-12-01|2020-12-01*
            2 December
                [2 December] 2019-12-02|2020-12-02*
            the second quarter
                [the second quarter] 2020-Q2*
            the third quarter
                [the third quarter] 2019-Q3*
        "#]],
    );
}

#[test]
fn at_the_end_of_a_quarter() {
    check_from(
        Some("2020-09-30"),
        &[
            "the second quarter",
            "the third quarter",
            "the fourth quarter",
            "it will >rise in the fourth quarter",
            "last quarter",
            "next quarter",
            "the quarter",
            "the first half",
            "the second half",
            "last summer",
            "next summer",
            "last fall",
            "next fall",
            "it will >begin in the summer",
        ],
        expect![[r#"
            the second quarter
                [the second quarter] 2020-Q2*
            the third quarter
                [the third quarter] 2020-Q3*
            the fourth quarter
                [the fourth quarter] 2019-Q4*
            it will >rise in the fourth quarter
                [the fourth quarter] 2020-Q4*
            last quarter
                [last quarter] 2020-Q2*
            next quarter
                [next quarter] 2020-Q4*
            the quarter
                [the quarter] 2020-Q2*
            the first half
                [the first half] 2020-H1*
            the second half
                [the second half] 2020-H2*
            last summer
                [last summer] 2020-SU*
            next summer
                [next summer] 2021-SU*
            last fall
                [last fall] 2019-FA*
            next fall
                [next fall] 2021-FA*
            it will >begin in the summer
                [the summer] 2021-SU*
        "#]],
    );
}

#[test]
fn in_a_february() {
    check_from(
        Some("2021-02-28"),
        &[
            "last winter",
            "this winter",
            "next winter",
            "it ^began in the winter",
            "last fall",
            "last year",
            "last month",
            "next month",
            "a month ago",
            "29 February",
            "last week",
            "this week",
        ],
        expect![[r#"
            last winter
                [last winter] 2019-WI*
            this winter
                [this winter] 2020-WI*
            next winter
                [next winter] 2021-WI*
            it ^began in the winter
                [the winter] 2020-WI*
            last fall
                [last fall] 2020-FA*
            last year
                [last year] 2020*
            last month
                [last month] 2021-01*
            next month
                [next month] 2021-03*
            a month ago
                [a month ago] 2021-01*
            29 February
                [29 February] 2020-02-29*
            last week
                [last week] 2021-W07*
            this week
                [this week] 2021-W08*
        "#]],
    );
}

/// Values of sentences written on that Monday, `|` in front of that of another reading.
fn check_table(table: &[(&str, &str)]) {
    assert!(!table.is_empty());
    for (sentence, expected) in table {
        let found = find(
            &words(sentence),
            "2020-11-09".parse().ok(),
            &mut Named::default(),
        );
        let shown: Vec<String> = found
            .into_iter()
            .map(|time| match time.alternative {
                Some(other) => format!("{}|{other}", time.value),
                None => time.value,
            })
            .collect();
        assert_eq!(shown.join(" "), *expected, "{sentence}");
    }
}

#[test]
fn dates_and_years_in_figures() {
    check_table(&[
        ("the bill of 03/04/2018", "2018-03-04|2018-04-03"),
        ("the bill of 04/04/2018", "2018-04-04"),
        ("the bill of 13/04/2018", "2018-04-13"),
        ("the bill of 4.3.2018", "2018-03-04|2018-04-03"),
        ("version 4.3.18", ""),
        ("the bill of 2018/04/03", "2018-04-03"),
        ("the bill of 50/6/2018", ""),
        ("the bill of 19 - Nov - 12", "2012-11-19"),
        ("it ^ran to 06/2005", "2005-06"),
        ("a ratio of 16/2005", ""),
        ("since 9/11", "2001-09-11"),
        ("it ^grew in 2010-2012", "2010/2012"),
        ("it ^grew in 2017-18", "2017/2018"),
        ("the budget for 2013/14", "2013/2014"),
        ("the budget for 2013/15", ""),
        ("the season of 1999/00", "1999/2000"),
        ("code 2012-2010", ""),
    ]);
}

#[test]
fn days_told_within_their_month() {
    check_table(&[
        (
            "it will >open on the first Sunday of June 2021",
            "2021-06-06",
        ),
        ("it ^shut on the last Friday of April", "2020-04-24"),
        (
            "it ^shut on the first Monday in March last year",
            "2019-03-04",
        ),
        ("on the first Tuesday after the vote", ""),
        (
            "the talks of 3-7 June 2018 ^failed",
            "2018-06-03/2018-06-07",
        ),
        ("they ^met May 2-9", "2020-05-02/2020-05-09"),
        ("it ^lasted from 3 to 7 June 2018", "2018-06-03 2018-06-07"),
        (
            "it ^ran November 18 – December 3 , 2017",
            "2017-11-18 2017-12-03",
        ),
        (
            "it ^ran from Dec. 28 to Jan. 3 , 2018",
            "2017-12-28 2018-01-03",
        ),
        ("it ^came in the week of March 6", "2020-W10"),
        ("it ^shut on May eighth , 2010", "2010-05-08"),
        ("the Fourth of July ^was wet", "2020-07-04"),
        ("he ^left on July 42nd", ""),
    ]);
}

#[test]
fn the_end_of_what_goes_on() {
    check_table(&[
        ("it will >close by the end of the year", "2020"),
        ("it will >close by the end of the month", "2020-11"),
        ("it will >close by the end of the week", "2020-W46"),
        ("at the end of the decade", "202"),
        ("the end of the week of talks", ""),
        ("the end of the talks", ""),
        ("it will >close by year - end", "2020"),
        ("it will >close by month - end", "2020-11"),
        ("year - end figures", ""),
        ("the week after next", "2020-W48"),
        ("the week before last", "2020-W44"),
    ]);
}

#[test]
fn days_told_twice() {
    check_table(&[
        ("it ^shut a year ago Tuesday", "2019-11-05"),
        ("it ^shut two years ago this week", "2018-W45"),
        ("he ^died ten years ago today", "2010-11-09"),
        ("it ^broke three weeks ago on Monday", "2020-10-19"),
        ("a week from Friday", "2020-11-20"),
        ("a year ago", "2019"),
    ]);
}

#[test]
fn parts_of_years_in_short() {
    check_table(&[
        ("it ^rose in Q1", "2020-Q1"),
        ("it ^rose in Q3 2017", "2017-Q3"),
        ("it ^rose in Q4 of 2018", "2018-Q4"),
        ("it ^rose in 1H 2018", "2018-H1"),
        ("it ^rose in the first half of the year", "2020-H1"),
        ("in the first half of the game", ""),
        ("this past spring", "2020-SP"),
        ("next fall", "2021-FA"),
        ("last decade", "201"),
        ("over the last decade", "P10Y"),
        ("it ^lost money for years", "PXY"),
        ("it ^lost money for decades", "PXE"),
        ("within hours", "PTXH"),
        ("a fare for days of rain", ""),
        ("for year", ""),
        ("the years", ""),
        ("he drove in the 80s mph", ""),
        ("the temperature ^was in the 90s", ""),
    ]);
}

#[test]
fn a_weekday_counts_from_the_day_named_before() {
    let named = &mut Named::default();
    let sentence = "it ^fell on Oct. 27 , 1989 from the previous Thursday";
    let found = find(&words(sentence), "2020-11-09".parse().ok(), named);
    assert_eq!(found[1].value, "1989-10-26");
}

#[test]
fn a_plan_puts_a_weekday_ahead() {
    for (tree, expected) in [
        (
            "court/NOUN/nsubj/2 rules~rule/VERB|Tense=Pres|VerbForm=Fin/root/0 Friday/PROPN/obl/2",
            "2020-11-13|2020-11-06",
        ),
        (
            "court/NOUN/nsubj/4 is~be/AUX|Tense=Pres|VerbForm=Fin/cop/4 to/PART/mark/4 rule/VERB|VerbForm=Inf/root/0 Friday/PROPN/obl/4",
            "2020-11-13",
        ),
        (
            "court/NOUN/nsubj/2 ruled~rule/VERB|Tense=Past|VerbForm=Fin/root/0 as/ADV/advmod/4 soon/ADV/advmod/2 as/ADP/case/6 Friday/PROPN/obl/2",
            "2020-11-13",
        ),
        (
            "court/NOUN/nsubj/2 ruled~rule/VERB|Tense=Past|VerbForm=Fin/root/0 Friday/PROPN/obl/2",
            "2020-11-06",
        ),
    ] {
        let words = tree_by_hand(tree).words;
        let found = find(&words, "2020-11-09".parse().ok(), &mut Named::default());
        let value = match &found[0].alternative {
            Some(other) => format!("{}|{other}", found[0].value),
            None => found[0].value.clone(),
        };
        assert_eq!(value, expected, "{tree}");
    }
}
