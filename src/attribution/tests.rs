//! Sentences read with the committed weights: what each rule finds, and what looks like it.

use super::rule::RULES;
use super::testing::{check, read};
use super::{AttributionRule, find};
use crate::terms::{CueType, Mode};

#[test]
fn each_rule_decides_its_example() {
    for rule in RULES {
        let read = read(rule.example);
        let attributions = find(&read.reading());
        let rules: Vec<AttributionRule> = attributions
            .iter()
            .map(|attribution| attribution.rule)
            .collect();
        assert_eq!(rules, [rule.name], "{}", rule.example);
    }
}

#[test]
fn every_rule_but_those_of_whole_articles_stands_in_the_table() {
    let in_table = RULES.iter().map(|rule| rule.name);
    let of_articles = [
        AttributionRule::SignedQuotation,
        AttributionRule::SpeakerLabel,
        AttributionRule::Weights,
        AttributionRule::ContinuedQuotation,
        AttributionRule::QuotationBehindSpeaker,
        AttributionRule::QuotedBlock,
        AttributionRule::Unnamed,
    ];
    let all: Vec<AttributionRule> = in_table.chain(of_articles).collect();
    assert_eq!(all, AttributionRule::ALL);
}

#[rustfmt::skip]
#[test]
fn according_to_credits_the_rest_of_the_sentence() {
    check(&[
        ("According to the report, the tunnel is unsafe.",
         "according_to: the report > According to > the tunnel is unsafe"),
        ("The tunnel is unsafe, according to the report.",
         "according_to: the report > according to > The tunnel is unsafe"),
        ("In the words of the mayor, the tunnel is a disgrace.",
         "according_to: the mayor > In the words of > the tunnel is a disgrace"),
        // A long source, and a name of several words.
        ("According to a new city report, the tunnel is unsafe.",
         "according_to: a new city report > According to > the tunnel is unsafe"),
        ("According to a report by the ministry of transport, the tunnel is unsafe.",
         "according_to: a report by the ministry of transport > According to > the tunnel is unsafe"),
        // A word or two in front of the cue are no content.
        ("Today, according to the report, the tunnel is unsafe.",
         "according_to: the report > according to > the tunnel is unsafe"),
        ("Today though, according to the report, the tunnel is unsafe.",
         "according_to: the report > according to > the tunnel is unsafe"),
        // Nor is what stands before a semicolon.
        ("The mayor left; according to the report, the tunnel is unsafe.",
         "according_to: the report > according to > the tunnel is unsafe"),
        ("The mayor left; the tunnel is unsafe, according to the report.",
         "according_to: the report > according to > the tunnel is unsafe"),
        // Wrong: "the cost" is credited as well.
        ("The cost, according to the report, is high.",
         "according_to: the report > according to > is high"),
        // Wrong: a plan that is followed says nothing.
        ("The tunnel was built according to plan.",
         "according_to: plan > according to > The tunnel was built"),
        ("In the words we use, the tunnel is safe.", ""),
        // Wrong: these words are hers.
        ("In her words, the tunnel is safe.", ""),
    ]);
}

#[rustfmt::skip]
#[test]
fn names_are_credited_to_whoever_gives_them() {
    check(&[
        ("The farmers called the tax a mistake.",
         "naming: The farmers > called > the tax / a mistake"),
        ("She called the leak a warning.",
         "naming: She > called > the leak / a warning"),
        ("Farmers described the tax as a mistake.",
         "naming: Farmers > described > the tax / a mistake"),
        ("The tax was described by farmers as a mistake.",
         "naming: farmers > described > The tax / a mistake"),
        ("Farmers see the tax as a mistake.",
         "naming: Farmers > see > the tax / a mistake"),
        ("Critics called the plan “unworkable”.",
         "naming: Critics > called > the plan / unworkable"),
        // Nobody names, nobody is named, nothing is said of what is named.
        ("The tax, described by farmers as a mistake, was dropped.", ""),
        ("Farmers never called the tax a mistake.", ""),
        ("I consider the tax a mistake.", ""),
        ("The committee called the mayor.", ""),
        ("The mayor described the tunnel.", ""),
        ("The mayor accused nobody.", ""),
        ("The mayor is accused of fraud.", ""),
        // Wrong: "as" of time.
        ("Farmers saw the mayor as they left.",
         "naming: Farmers > saw > the mayor / they left"),
    ]);
}

#[rustfmt::skip]
#[test]
fn what_somebody_says_is_told_from_what_nobody_says() {
    check(&[
        ("The engineer said that the tunnel is unsafe.",
         "complement_clause: The engineer > said > the tunnel is unsafe"),
        ("The engineer said the tunnel is unsafe.",
         "complement_clause: The engineer > said > the tunnel is unsafe"),
        ("The mayor knows that the tunnel leaks.",
         "complement_clause: The mayor > knows > the tunnel leaks"),
        ("The council rejected the mayor's claim that the tunnel leaks.",
         "complement_clause: the mayor > claim > the tunnel leaks"),
        ("The people who suggest that the tunnel is safe are wrong.",
         "complement_clause: The people > suggest > the tunnel is safe"),
        ("The mayor used the speech to warn that the tunnel is unsafe.",
         "complement_clause: The mayor > warn > the tunnel is unsafe"),
        // The later verbs of what is said stay said.
        ("Police said the man stole a car and fled.",
         "complement_clause: Police > said > the man stole a car and fled"),
        ("The mayor told her that it was broken, that it would cost nothing.",
         "complement_clause: The mayor > told > it was broken, that it would cost nothing"),
        // Somebody who is not named.
        ("It is said that the tunnel is unsafe.",
         "complement_clause: ? > said > the tunnel is unsafe"),
        ("It was reported that the bridge had closed.",
         "complement_clause: ? > reported > the bridge had closed"),
        // Denial and demand are held.
        ("The bank denies that it laundered money.",
         "complement_clause: The bank > denies > it laundered money"),
        ("Teachers demanded that the plan be dropped.",
         "complement_clause: Teachers > demanded > the plan be dropped"),
        ("Leaders may believe that the bridge is safe.",
         "complement_clause: Leaders > believe > the bridge is safe"),
        // Asked, not said.
        ("The engineer asked whether the tunnel is safe.", ""),
        ("The mayor does not know if the tunnel leaks.", ""),
        ("The mayor knows how the tunnel was built.", ""),
        ("The mayor said what the tunnel needs.", ""),
        // Nobody's view, the author's own, a condition.
        ("The view that the tunnel is unsafe is common.", ""),
        ("You will find that the tunnel is unsafe.", ""),
        ("No teacher would claim that the tunnel is safe.", ""),
        ("Nobody has shown that the tunnel is unsafe.", ""),
        ("The survey does not show that the ferry is late.", ""),
        ("I believe that the ferry is late.", ""),
        ("If the mayor says that the ferry is late, people laugh.", ""),
        ("There is no evidence that the bridge is safe.", ""),
        ("Voters could have shown that the plan was dead.", ""),
        ("Moscow should understand that the war is lost.", ""),
        ("It should be noted that the tunnel is unsafe.", ""),
        ("The mayor refused to say that the tunnel is unsafe.", ""),
        ("The inquiry found no evidence that the tunnel is unsafe.", ""),
        // Who rejects what is claimed denies it.
        ("The mayor rejected the claim that the tunnel is unsafe.",
         "rejecting: The mayor > rejected the claim > the tunnel is unsafe"),
        ("Bloom denies he said that, but he has admitted making rude remarks.",
         "complement_clause: Bloom > denies > he said that"),
        // Wrong: somebody alleges it.
        ("The company is alleged to have lied.", ""),
    ]);
}

#[rustfmt::skip]
#[test]
fn speech_stands_before_around_or_beside_its_cue() {
    check(&[
        ("“The tunnel is unsafe,” the engineer said.",
         "speech_before_cue: the engineer > said > The tunnel is unsafe"),
        ("“The tunnel is wet,” Liv Orr told the court.",
         "speech_before_cue: Liv Orr > told > The tunnel is wet"),
        ("The tunnel is wet, the engineer told the court on Monday.",
         "speech_before_cue: the engineer > told > The tunnel is wet"),
        // Wrong: "leaks" is taken for a noun.
        ("The tunnel leaks, the engineer told the court on Monday.", ""),
        ("Leaks, she adds, were found.",
         "parenthetical_cue: she > adds > Leaks / were found"),
        // A clause beside what stands before it is no cue.
        ("The tunnel leaks, and the mayor has told me so.", ""),
        // Without a verb.
        ("“A complete and utter disgrace,” the engineer said.",
         "beside_quotation: the engineer > said > A complete and utter disgrace"),
        ("Asked about the tunnel, the engineer said: “A complete and utter disgrace.”",
         "beside_quotation: the engineer > said > A complete and utter disgrace"),
        // Lists and block quotations behind a colon.
        ("The engineer also said:\n\n- The tunnel is unsafe.\n- Nobody has inspected it.",
         "behind_colon: The engineer > said > - The tunnel is unsafe. / - Nobody has inspected it."),
        ("The mayor announced:\n\nThe tunnel leaks.", ""),
        ("The mayor announced.\n\n- The tunnel leaks.\n- Nobody has inspected it.", ""),
        ("The mayor did not announce:\n\n- The tunnel leaks.", ""),
        ("The mayor painted:\n\n- The tunnel leaks.", ""),
        // The turns of a conversation are the speakers'.
        ("Mary: The tunnel leaks.\n\nJohn: Nobody has inspected it.",
         "speaker_label: Mary > : > The tunnel leaks.; speaker_label: John > : > Nobody has inspected it."),
        // Wrong: a closing name has said it.
        ("The tunnel must close.\n— Liv Orr", ""),
    ]);
}

#[rustfmt::skip]
#[test]
fn a_quotation_without_a_cue_goes_on_with_the_speaker_before_it() {
    check(&[
        ("“The tunnel is wet,” the mayor said. “Nobody has inspected it.”",
         "speech_before_cue: the mayor > said > The tunnel is wet; \
          continued_quotation: the mayor > said > Nobody has inspected it."),
        ("\"The tunnel is wet,\" the mayor said. \"Nobody has inspected it.\"",
         "speech_before_cue: the mayor > said > The tunnel is wet; \
          continued_quotation: the mayor > said > Nobody has inspected it."),
        ("‘The tunnel is wet,’ the mayor said. ‘Nobody has inspected it.’",
         "speech_before_cue: the mayor > said > The tunnel is wet; \
          continued_quotation: the mayor > said > Nobody has inspected it."),
        ("“The tunnel is wet,” the mayor said.\n\n“Nobody has inspected it since May.”",
         "speech_before_cue: the mayor > said > The tunnel is wet; \
          continued_quotation: the mayor > said > Nobody has inspected it since May."),
        ("“The tunnel is wet. Nobody has inspected it,” the mayor said.",
         "speech_before_cue: the mayor > said > The tunnel is wet. / Nobody has inspected it"),
        // The speaker that was named last.
        ("“The tunnel is wet,” the mayor said. “It smells,” the engineer added. “Nobody has inspected it.”",
         "speech_before_cue: the mayor > said > The tunnel is wet; \
          speech_before_cue: the engineer > added > It smells; \
          continued_quotation: the engineer > added > Nobody has inspected it."),
        // A short sentence; a speech of several paragraphs.
        ("“The tunnel is wet,” the mayor said. “It is old.”",
         "speech_before_cue: the mayor > said > The tunnel is wet; \
          continued_quotation: the mayor > said > It is old."),
        ("“The tunnel is wet,” the mayor said. “We need pumps.\n\n“The road has to close.\n\n“We have no choice.”",
         "speech_before_cue: the mayor > said > The tunnel is wet; \
          continued_quotation: the mayor > said > We need pumps.; \
          continued_quotation: the mayor > said > The road has to close.; \
          continued_quotation: the mayor > said > We have no choice."),
        // Behind a sentence about somebody.
        ("Liv Orr said the tunnel was old. “Nobody has inspected it.”",
         "complement_clause: Liv Orr > said > the tunnel was old; \
          quotation_behind_speaker: Liv Orr > said > Nobody has inspected it."),
        ("Liv Orr disagreed. “The tunnel is safe. Nobody has complained.”",
         "quotation_behind_speaker: Liv Orr > disagreed > The tunnel is safe. Nobody has complained."),
        ("Here is Liv Orr, the engineer:\n\n“The tunnel is safe, and it will last.”",
         "quotation_behind_speaker: Liv Orr > Here > The tunnel is safe, and it will last."),
        ("The tunnel closed. “Nobody has inspected it.”", ""),
        // Too short, no whole sentence, a paragraph between.
        ("“The tunnel is wet,” the mayor said. “Never.”",
         "speech_before_cue: the mayor > said > The tunnel is wet"),
        ("“The tunnel is wet,” the mayor said. The “old tunnel in the north” is closed.",
         "speech_before_cue: the mayor > said > The tunnel is wet"),
        ("“The tunnel is wet,” the mayor said.\n\nThe council met.\n\n“Nobody has inspected it since May.”",
         "speech_before_cue: the mayor > said > The tunnel is wet; unnamed: ? >  > Nobody has inspected it since May."),
    ]);
}

/// Act, weakness and mode of the first attribution of a text.
fn first(text: &str) -> (CueType, bool, Mode) {
    let read = read(text);
    let attributions = find(&read.reading());
    let found = attributions.first().unwrap_or_else(|| panic!("{text}"));
    (found.cue_type, found.weak, found.mode)
}

#[rustfmt::skip]
#[test]
fn acts_weakness_and_mode_are_told() {
    let table = [
        ("The engineer said that the tunnel leaks.", (CueType::Assertion, false, Mode::Indirect)),
        ("The study suggests that the tunnel leaks.", (CueType::Assertion, true, Mode::Indirect)),
        ("The mayor suspects that the tunnel leaks.", (CueType::Belief, true, Mode::Indirect)),
        ("The council fears that the tunnel leaks.", (CueType::Belief, false, Mode::Indirect)),
        ("The study shows that the tunnel leaks.", (CueType::Knowledge, false, Mode::Indirect)),
        ("The bank denies that it laundered money.", (CueType::Denial, false, Mode::Indirect)),
        ("The mayor promised that the tunnel would open.", (CueType::Intention, false, Mode::Indirect)),
        ("“The tunnel is wet,” the mayor said.", (CueType::Assertion, false, Mode::Direct)),
        ("The mayor said that the tunnel is “a complete disgrace”.", (CueType::Assertion, false, Mode::Mixed)),
        ("Critics called the plan “unworkable”.", (CueType::Assertion, false, Mode::Mixed)),
        ("According to the mayor, the tunnel is “a complete disgrace”.", (CueType::Assertion, false, Mode::Mixed)),
        ("According to the mayor, the tunnel leaks.", (CueType::Assertion, false, Mode::Indirect)),
        ("The union accused the mayor of lying.", (CueType::Assertion, false, Mode::Indirect)),
    ];
    for (text, expected) in table {
        assert_eq!(first(text), expected, "{text}");
    }
}

#[test]
fn attributions_lie_inside_others() {
    for (text, expected) in [
        (
            "Lee said that auditors believe that the fund is empty.",
            [None, Some(0)],
        ),
        (
            "“Auditors believe that the fund is empty,” Lee said.",
            [Some(1), None],
        ),
        (
            "According to Lee, auditors believe that the fund is empty.",
            [None, Some(0)],
        ),
    ] {
        let read = read(text);
        let attributions = find(&read.reading());
        let parents: Vec<Option<usize>> = attributions
            .iter()
            .map(|attribution| attribution.parent)
            .collect();
        assert_eq!(parents, expected, "{text}");
    }
}

#[test]
fn whom_the_words_name_does_not_say_them() {
    let holders = |text: &str| {
        let claims = crate::testing::report(text).claims;
        let named = claims.into_iter().filter_map(|claim| claim.holder.name);
        named.collect::<Vec<String>>().join(", ")
    };
    for (text, expected) in [
        (
            "Eloise Lind died in May. “Eloise never knew how dangerous it was,” she said.",
            "she",
        ),
        (
            "Eloise Lind runs the port. “Nobody knew how dangerous it was,” she said.",
            "Eloise Lind",
        ),
    ] {
        assert_eq!(holders(text), expected, "{text}");
    }
}
