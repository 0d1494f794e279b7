use super::*;
use crate::testing::tree_by_hand;

/// As `plural gender animate`, a letter for each: `+` and `-` for yes and no, `m` and `f`, and `?` where nothing tells.
fn shown(agreement: Agreement) -> String {
    let sure = |value: Option<bool>| value.map_or('?', |value| if value { '+' } else { '-' });
    let gender = match agreement.gender {
        Some(Gender::Masculine) => 'm',
        Some(Gender::Feminine) => 'f',
        None => '?',
    };
    format!(
        "{}{gender}{}",
        sure(agreement.plural),
        sure(agreement.animate)
    )
}

#[test]
fn what_is_unknown_fits_all() {
    let unknown = Agreement::default();
    let woman = Agreement {
        plural: Some(false),
        gender: Some(Gender::Feminine),
        animate: Some(true),
        person: 3,
    };
    assert!(unknown.fits(woman) && woman.fits(unknown) && woman.fits(woman));
    let other = [
        Agreement {
            plural: Some(true),
            ..woman
        },
        Agreement {
            gender: Some(Gender::Masculine),
            ..woman
        },
        Agreement {
            animate: Some(false),
            ..woman
        },
    ];
    for agreement in other {
        assert!(
            !woman.fits(agreement) && !agreement.fits(woman),
            "{agreement:?}"
        );
    }
}

#[test]
fn both_together_know_what_either_knows() {
    let first = Agreement {
        plural: Some(false),
        gender: None,
        animate: Some(true),
        person: 1,
    };
    let second = Agreement {
        plural: Some(true),
        gender: Some(Gender::Feminine),
        animate: None,
        person: 3,
    };
    assert_eq!(shown(first.and(second)), "-f+");
    assert_eq!(shown(second.and(first)), "+f+");
    assert_eq!(first.and(second).person, 1);
}

#[test]
fn titles_and_given_names_tell_the_gender() {
    let table = [
        ("Mrs Harl", Some(Gender::Feminine)),
        ("Ms. Harl", Some(Gender::Feminine)),
        ("Miss Harl", Some(Gender::Feminine)),
        ("Queen Anne", Some(Gender::Feminine)),
        ("Princess Anne", Some(Gender::Feminine)),
        ("Lady Harl", Some(Gender::Feminine)),
        ("Mr. Harl", Some(Gender::Masculine)),
        ("Sir Harl", Some(Gender::Masculine)),
        ("King Harl", Some(Gender::Masculine)),
        ("Prince Harl", Some(Gender::Masculine)),
        ("Lord Harl", Some(Gender::Masculine)),
        ("Maria Okafor", Some(Gender::Feminine)),
        ("David Lund", Some(Gender::Masculine)),
        // A title that tells none hides the name behind it.
        ("Dr Maria Okafor", None),
        ("Robin Harl", None),
        ("Okafor", None),
        ("", None),
    ];
    for (name, expected) in table {
        assert_eq!(gender_of(name), expected, "{name}");
    }
}

#[test]
fn each_title_is_one() {
    let titles = "mr mrs ms miss dr sir lord lady prof rep sen gov capt gen rev st";
    for title in titles.split(' ') {
        assert!(is_title(title) && is_title(&format!("{title}.")), "{title}");
    }
    for other in ["mayor", "king", "maria", ""] {
        assert!(!is_title(other), "{other}");
    }
}

#[test]
fn words_for_people_are_known() {
    for lemma in ["mayor", "actress", "man", "person"] {
        assert!(is_person(lemma), "{lemma}");
    }
    assert!(!is_person("boat") && !is_person("m") && !is_person(""));
}

#[test]
fn pronouns_agree_in_all_that_they_tell() {
    let table = [
        (Pronoun::I, "-?+", 1),
        (Pronoun::We, "+?+", 1),
        (Pronoun::You, "??+", 2),
        (Pronoun::He, "-m+", 3),
        (Pronoun::She, "-f+", 3),
        (Pronoun::It, "-?-", 3),
        (Pronoun::This, "-?-", 3),
        (Pronoun::That, "-?-", 3),
        (Pronoun::They, "+??", 3),
        (Pronoun::These, "+?-", 3),
        (Pronoun::Those, "+?-", 3),
    ];
    for (pronoun, expected, person) in table {
        let agreement = agreement_of_pronoun(pronoun).unwrap();
        assert_eq!(
            (shown(agreement).as_str(), agreement.person),
            (expected, person)
        );
    }
    assert_eq!(agreement_of_pronoun(Pronoun::Here), None);
    assert_eq!(agreement_of_pronoun(Pronoun::There), None);
}

#[test]
fn nouns_tell_number_gender_and_animacy() {
    let table = [
        ("boat/NOUN|Number=Sing/root/0", "-??"),
        ("boats~boat/NOUN|Number=Plur/root/0", "+??"),
        ("mayor/NOUN|Number=Sing/root/0", "-?+"),
        ("actress/NOUN|Number=Sing/root/0", "-f+"),
        ("Actress/NOUN|Number=Sing/root/0", "-f+"),
        ("brothers~brother/NOUN|Number=Plur/root/0", "+m+"),
        // Known by their ending alone.
        ("craneman/NOUN|Number=Sing/root/0", "-m+"),
        ("cranewoman/NOUN|Number=Sing/root/0", "-f+"),
        ("craneperson/NOUN|Number=Sing/root/0", "-?+"),
        ("craneman/VERB/root/0", "???"),
        ("craneman/NOUN|Number=Sing/root/0/B-Product", "-?-"),
        // What the entity is.
        ("Okafor/PROPN|Number=Sing/root/0/B-Person", "-?+"),
        ("Orrin/PROPN|Number=Sing/root/0/B-Location", "-?-"),
        ("Democrat/PROPN|Number=Sing/root/0/B-NORP", "-??"),
        ("mayor/NOUN|Number=Sing/root/0/B-Facility", "-?-"),
        // Groups are one or several.
        ("council/NOUN|Number=Sing/root/0", "???"),
        ("Council~Council/NOUN|Number=Sing/root/0", "???"),
        ("councils~council/NOUN|Number=Plur/root/0", "+??"),
        ("Corvane/PROPN|Number=Sing/root/0/B-Organization", "??-"),
        ("Corvanes/PROPN|Number=Plur/root/0/B-Organization", "??-"),
    ];
    for (word, expected) in table {
        assert_eq!(shown(agreement(&tree_by_hand(word), 0)), expected, "{word}");
    }
}

#[test]
fn each_group_is_one_or_several() {
    let groups = "team group family government company council committee police staff party band couple crowd public crew \
                  board jury army majority class firm";
    for group in groups.split_whitespace() {
        let analysis = tree_by_hand(&format!("{group}/NOUN|Number=Sing/root/0"));
        assert_eq!(agreement(&analysis, 0).plural, None, "{group}");
    }
}

#[test]
fn joined_phrases_are_several() {
    let analysis = tree_by_hand("council/NOUN|Number=Sing/root/0");
    assert_eq!(
        agreement_of_phrase(&analysis, 0, true, None).plural,
        Some(true)
    );
}

#[test]
fn names_tell_gender_and_animacy() {
    // The name is the last word with all before it from `first` on.
    let table = [
        ("Maria/PROPN/flat/2 Okafor/PROPN/root/0/B-Person", 0, "?f+"),
        ("David/PROPN/flat/2 Okafor/PROPN/root/0", 0, "?m+"),
        ("Robin/PROPN/flat/2 Okafor/PROPN/root/0", 0, "???"),
        // "Maria" is no given name in the name of a ship or a firm.
        ("Maria/PROPN/flat/2 Okafor/PROPN/root/0/B-Product", 0, "??-"),
        ("Harl/PROPN/flat/2 Maria/PROPN/root/0/B-Person", 0, "??+"),
        (
            "Dr./PROPN/flat/3 Maria/PROPN/flat/3 Okafor/PROPN/root/0/B-Person",
            0,
            "?f+",
        ),
        // A title stands up to two words before the name.
        (
            "Mrs/NOUN/compound/2 Harl/PROPN/root/0/B-Organization",
            1,
            "?f+",
        ),
        (
            "Mrs/NOUN/compound/3 old/ADJ/amod/3 Harl/PROPN/root/0",
            2,
            "?f+",
        ),
        (
            "Mrs/NOUN/compound/4 old/ADJ/amod/4 old/ADJ/amod/4 Harl/PROPN/root/0",
            3,
            "???",
        ),
        (
            "Queen/NOUN/compound/2 Harl/PROPN/root/0/B-Organization",
            1,
            "?f-",
        ),
        ("Queen/NOUN/compound/2 Harl/PROPN/root/0", 1, "?f+"),
        (
            "Dr./NOUN/compound/2 Harl/PROPN/root/0/B-Organization",
            1,
            "??-",
        ),
        ("Mrs/PROPN/flat/2 David/PROPN/root/0", 0, "?f+"),
    ];
    for (sentence, first, expected) in table {
        let analysis = tree_by_hand(sentence);
        let last = analysis.words.len() - 1;
        let agreement = agreement_of_phrase(&analysis, last, false, Some((first, last)));
        assert_eq!(shown(agreement), expected, "{sentence}");
        assert_eq!(agreement.person, 3);
    }
    // The gender of the noun gives way to that of the name.
    let analysis = tree_by_hand("king/NOUN/root/0 Maria/PROPN/appos/1");
    assert_eq!(
        shown(agreement_of_phrase(&analysis, 0, false, Some((1, 1)))),
        "?m+"
    );
    let analysis = tree_by_hand("actor/NOUN/root/0 Maria/PROPN/appos/1");
    assert_eq!(
        shown(agreement_of_phrase(&analysis, 0, false, Some((1, 1)))),
        "?f+"
    );
}
