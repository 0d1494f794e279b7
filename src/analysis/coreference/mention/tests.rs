use super::*;
use crate::analysis::testing::document;
use crate::grammar::Feature;
use crate::testing::tree_by_hand;
use expect_test::{Expect, expect};

#[test]
fn pronouns_are_read_by_their_forms() {
    let table = [
        ("i", "I me my mine myself"),
        ("you", "you your yours yourself yourselves"),
        ("he", "He him his himself"),
        ("she", "she her hers herself"),
        ("it", "it its itself"),
        ("we", "we us our ours ourselves"),
        ("they", "they them their theirs themselves 'em em"),
        ("this", "this"),
        ("that", "that"),
        ("these", "these"),
        ("those", "those"),
    ];
    for (basic, forms) in table {
        for form in forms.split(' ') {
            let analysis = tree_by_hand(&format!("{form}/PRON/nsubj/2 fell/VERB/root/0"));
            let pronoun = Pronoun::read(&analysis.words[0]).map(Pronoun::label);
            assert_eq!(pronoun, Some(basic), "{form}");
        }
    }
}

#[test]
fn what_does_not_refer_is_no_pronoun() {
    let table = [
        ("mine/NOUN/nsubj/2", None),
        ("mine/PRON/nsubj/2", Some("i")),
        ("US/PROPN/nsubj/2", None),
        ("us/PRON/nsubj/2", Some("we")),
        ("this/DET/det/2", None),
        ("this/DET/nsubj/2", Some("this")),
        ("these/DET/det/2", None),
        ("those/DET/det/2", None),
        ("that/DET/det/2", None),
        ("that/DET/nsubj/2", Some("that")),
        ("that/SCONJ/mark/2", None),
        ("this/ADV/advmod/2", Some("this")),
        ("here/ADV/advmod/2", Some("here")),
        ("here/NOUN/obl/2", None),
        ("there/ADV/advmod/2", Some("there")),
        ("there/PRON/expl/2", None),
        ("his/DET/det/2", Some("he")),
        ("that/PRON|PronType=Rel/nsubj/2", None),
        ("that/PRON|PronType=Int/nsubj/2", None),
        ("boat/NOUN/nsubj/2", None),
    ];
    for (word, expected) in table {
        let analysis = tree_by_hand(&format!("{word} fell/VERB/root/0"));
        let pronoun = Pronoun::read(&analysis.words[0]).map(Pronoun::label);
        assert_eq!(pronoun, expected, "{word}");
    }
}

#[test]
fn sorts_of_pronouns() {
    let third = Pronoun::ALL
        .iter()
        .filter(|pronoun| pronoun.is_third_person());
    let third: Vec<&str> = third.map(|pronoun| pronoun.label()).collect();
    assert_eq!(third, ["he", "she", "it", "they"]);
    let gendered = Pronoun::ALL
        .iter()
        .filter(|pronoun| pronoun.gender().is_some());
    assert_eq!(gendered.count(), 2);
    assert_eq!(Pronoun::He.gender(), Some(agreement::Gender::Masculine));
    assert_eq!(Pronoun::She.gender(), Some(agreement::Gender::Feminine));
    assert!(is_reflexive("herself") && is_reflexive("ourselves") && !is_reflexive("her"));
}

/// The mentions of a tree, each with its form and what is known of it.
fn check(sentences: &[&str], expected: Expect) {
    assert!(!sentences.is_empty());
    let mut lines = String::new();
    for sentence in sentences {
        let (text, sentences, analyses) = document(&[sentence], &[]);
        let none = [vec![None; analyses[0].words.len()]];
        let words = &analyses[0].words;
        lines += &format!("{text}\n");
        for mention in mentions(&text, &sentences, &analyses, &none) {
            let part =
                |first: usize, last: usize| words[first].span.cover(words[last].span).of(&text);
            let mut line = format!(
                "    [{}] {:?} of {}",
                mention.span.of(&text),
                mention.form,
                words[mention.head].form
            );
            if mention.coordinated {
                line += ", together";
            }
            if let Some((first, last)) = mention.name {
                line += &format!(
                    ", name {} ({})",
                    part(first, last),
                    mention.name_words.len()
                );
            }
            let lemma = |role: &u32| {
                let word = words
                    .iter()
                    .find(|word| text_hash(&word.lemma.to_lowercase()) == *role);
                word.map_or("?", |word| word.lemma.as_str())
            };
            let roles: Vec<&str> = mention.roles.iter().map(lemma).collect();
            if !roles.is_empty() {
                line += &format!(", role {}", roles.join(" "));
            }
            let form = |modifier: &u32| {
                let word = words
                    .iter()
                    .find(|word| text_hash(&word.lower) == *modifier);
                word.map_or("?", |word| word.form.as_str())
            };
            let modifiers: Vec<&str> = mention.modifiers.iter().map(form).collect();
            if !modifiers.is_empty() {
                line += &format!(", modified by {}", modifiers.join(" "));
            }
            lines += &format!("{line}\n");
        }
    }
    expected.assert_eq(&lines);
}

#[test]
fn phrases_refer_by_their_determiner() {
    check(
        &[
            "the/DET/det/2 boat/NOUN/root/0",
            "a/DET/det/2 boat/NOUN/root/0",
            "this/DET/det/2 boat/NOUN/root/0",
            "that/DET/det/2 boat/NOUN/root/0",
            "these/DET/det/2 boats~boat/NOUN/root/0",
            "those/DET/det/2 boats~boat/NOUN/root/0",
            "such/DET/det/2 boats~boat/NOUN/root/0",
            "her/PRON/nmod:poss/2 boat/NOUN/root/0",
            "Orrin/PROPN/nmod:poss/3 's/PART/case/1 boat/NOUN/root/0",
            "boats~boat/NOUN/root/0",
            "boat/NOUN/root/0 the/DET/det/1",
            "the/DET/det/2 Trust/PROPN/root/0",
            "old/ADJ/amod/2 boats~boat/NOUN/root/0",
        ],
        expect![[r#"
            the boat 
                [the boat] Definite of boat
            a boat 
                [a boat] Indefinite of boat
            this boat 
                [this boat] Demonstrative of boat
            that boat 
                [that boat] Demonstrative of boat
            these boats 
                [these boats] Demonstrative of boats
            those boats 
                [those boats] Demonstrative of boats
            such boats 
                [such boats] Demonstrative of boats
            her boat 
                [her boat] Possessive of boat
                [her] Pronoun of her
            Orrin 's boat 
                [Orrin 's boat] Possessive of boat, modified by Orrin
                [Orrin 's] Name of Orrin, name Orrin (1)
            boats 
                [boats] Bare of boats
            boat the 
                [boat the] Bare of boat
            the Trust 
                [the Trust] Name of Trust, name Trust (1)
            old boats 
                [old boats] Bare of boats, modified by old
        "#]],
    );
}

#[test]
fn a_phrase_has_all_that_belongs_to_it() {
    check(
        &[
            "the/DET/det/3 old/ADJ/amod/3 boat/NOUN/root/0 of/ADP/case/5 Orrin/PROPN/nmod/3",
            "the/DET/det/3 fishing/NOUN/compound/3 boat/NOUN/root/0",
            "three/NUM/nummod/2 boats~boat/NOUN/root/0",
            "the/DET/det/2 boat/NOUN/root/0 that/PRON|PronType=Rel/nsubj/4 sank/VERB/acl:relcl/2",
            "the/DET/det/2 mayor/NOUN/root/0 ,/PUNCT/punct/4 Okafor/PROPN/appos/2 ,/PUNCT/punct/4",
            "the/DET/det/2 boat/NOUN/root/0 here/ADV/advmod/2",
            "only/ADV/advmod/3 the/DET/det/3 boat/NOUN/root/0",
            "about/ADV/advmod/2 40/NUM/nsubj/3 left/VERB/root/0",
            "it/PRON/nsubj/4 is/AUX/cop/4 a/DET/det/4 boat/NOUN/root/0 still/ADV/advmod/4",
            "in/ADP/case/3 the/DET/det/3 boat/NOUN/root/0",
            "boat/NOUN/root/0 's/PART/case/1",
            "as/ADP/fixed/2 boat/NOUN/root/0 well/ADV/fixed/2",
            "and/CCONJ/amod/2 boat/NOUN/root/0",
            ",/PUNCT/amod/2 boat/NOUN/root/0",
            "of/ADP/amod/2 boat/NOUN/root/0",
            "boat/NOUN/root/0 (/PUNCT/punct/3 old/ADJ/acl/1 )/PUNCT/punct/3",
            "(/PUNCT/punct/2 boat/NOUN/root/0 old/ADJ/acl/2 )/PUNCT/punct/3",
            "boat/NOUN/root/0 old/ADJ/acl/1 )/PUNCT/punct/2",
            "boat/NOUN/root/0 old/ADJ/acl/1 ./PUNCT/punct/2",
            "boat/NOUN/root/0 ./PUNCT/acl/1",
            ")/PUNCT/det/2 boat/NOUN/root/0 (/PUNCT/acl/2 )/PUNCT/acl/2",
        ],
        expect![[r#"
            the old boat of Orrin 
                [the old boat of Orrin] Definite of boat, modified by old
                [Orrin] Name of Orrin, name Orrin (1)
            the fishing boat 
                [the fishing boat] Definite of boat, modified by fishing
            three boats 
                [three boats] Bare of boats, modified by three
            the boat that sank 
                [the boat that sank] Definite of boat
            the mayor , Okafor , 
                [the mayor , Okafor] Definite of mayor, name Okafor (1), role mayor
                [Okafor] Name of Okafor, name Okafor (1)
            the boat here 
                [the boat here] Definite of boat
                [here] Pronoun of here
            only the boat 
                [the boat] Definite of boat
            about 40 left 
                [about 40] Bare of 40
            it is a boat still 
                [it] Pronoun of it
                [a boat] Indefinite of boat
            in the boat 
                [the boat] Definite of boat
            boat 's 
                [boat 's] Bare of boat
            as boat well 
                [boat well] Bare of boat
            and boat 
                [boat] Bare of boat
            , boat 
                [boat] Bare of boat
            of boat 
                [boat] Bare of boat
            boat ( old ) 
                [boat ( old )] Bare of boat
            ( boat old ) 
                [boat old] Bare of boat
            boat old ) 
                [boat old] Bare of boat
            boat old . 
                [boat old] Bare of boat
            boat . 
                [boat] Bare of boat
            ) boat ( ) 
                [boat ( )] Indefinite of boat
        "#]],
    );
}

#[test]
fn joined_phrases_are_mentions_one_by_one_and_together() {
    check(
        &[
            "the/DET/det/2 mayor/NOUN/nsubj/6 and/CCONJ/cc/5 her/PRON/nmod:poss/5 deputy/NOUN/conj/2 left/VERB/root/0",
            "Okafor/PROPN/nsubj/4 and/CCONJ/cc/3 he/PRON/conj/1 left/VERB/root/0",
            "boats~boat/NOUN/nsubj/4 and/CCONJ/cc/3 sank/VERB/conj/1 left/VERB/root/0",
            "boats~boat/NOUN/nsubj/4 and/CCONJ/cc/3 old/ADJ/conj/1 left/VERB/root/0",
        ],
        expect![[r#"
            the mayor and her deputy left 
                [the mayor and her deputy] Definite of mayor, together
                [the mayor] Definite of mayor
                [her deputy] Possessive of deputy
                [her] Pronoun of her
            Okafor and he left 
                [Okafor and he] Name of Okafor, together
                [Okafor] Name of Okafor, name Okafor (1)
                [he] Pronoun of he
            boats and sank left 
                [boats] Bare of boats
            boats and old left 
                [boats] Bare of boats
        "#]],
    );
}

#[test]
fn heads_of_phrases() {
    check(
        &[
            "New/PROPN/compound/2 Orrin/PROPN/root/0 York/PROPN/flat/2",
            "boat/NOUN/fixed/2 x/X/root/0",
            "boat/NOUN/goeswith/2 x/X/root/0",
            "boat/NOUN/compound/2 house/NOUN/root/0",
            "Orrin/PROPN/compound/2 council/NOUN/root/0",
            "Orrin/PROPN/compound/2/B-Location Council/PROPN/root/0/B-Organization",
            "Orrin/PROPN/compound/2/B-Organization Council/PROPN/root/0/I-Organization",
            "Orrin/PROPN/compound/2 Council/PROPN/root/0/B-Organization",
            "mayor/NOUN/compound/2 Okafor/PROPN/root/0",
            "Mr./PROPN/compound/2 Okafor/PROPN/root/0",
            "mayor/NOUN/nmod/2 Okafor/PROPN/root/0",
            "mayor/NOUN/appos/2 Okafor/PROPN/root/0",
            "mayor/NOUN/nsubj/2 Okafor/PROPN/root/0",
            "boat/NOUN/nmod/2 Okafor/PROPN/root/0",
            "of/ADP/case/2 mayor/NOUN/nmod/3 Okafor/PROPN/root/0",
            "the/DET/det/2 mayor/NOUN/nmod/3 Okafor/PROPN/root/0",
            "mayor/NOUN/nmod/3 old/ADJ/amod/3 Okafor/PROPN/root/0",
            "mayor/NOUN/nmod/2 boat/NOUN/root/0",
            "Okafor/PROPN/root/0 mayor/NOUN/nmod/1",
            "one/NUM/nsubj/5 of/ADP/case/4 the/DET/det/4 boats~boat/NOUN/nmod/1 left/VERB/root/0",
            "all/DET/det/3 of/ADP/case/3 x/X/root/0",
            "all/DET/nsubj/4 of/ADP/case/3 them/PRON/nmod/1 left/VERB/root/0",
            "all/DET/det/4 of/ADP/case/3 them/PRON/nmod/1 left/VERB/root/0",
            "the/DET/det/2 dead/ADJ/nsubj/3 rest/VERB/root/0",
            "dead/ADJ/nsubj/2 rest/VERB/root/0",
            "107/NUM/nsubj/2 died/VERB/root/0",
            "died/VERB/root/0 107/NUM/obj/1",
            "died/VERB/root/0 107/NUM/obl/1",
            "died/VERB/root/0 107/NUM/nmod/1",
            "died/VERB/root/0 107/NUM/conj/1",
            "107/NUM/nummod/2 x/X/root/0",
            "107/NUM/root/0",
            "fast/ADV/root/0",
        ],
        expect![[r#"
            New Orrin York 
                [New Orrin York] Name of Orrin, name New Orrin York (3), modified by New
            boat x 
            boat x 
            boat house 
                [boat house] Bare of house, modified by boat
            Orrin council 
                [Orrin council] Bare of council, modified by Orrin
                [Orrin] Name of Orrin, name Orrin (1)
            Orrin Council 
                [Orrin Council] Name of Council, name Orrin Council (2), modified by Orrin
                [Orrin] Name of Orrin, name Orrin (1)
            Orrin Council 
                [Orrin Council] Name of Council, name Orrin Council (2), modified by Orrin
            Orrin Council 
                [Orrin Council] Name of Council, name Orrin Council (2), modified by Orrin
            mayor Okafor 
                [mayor Okafor] Name of Okafor, name Okafor (1), role mayor, modified by mayor
            Mr. Okafor 
                [Mr. Okafor] Name of Okafor, name Mr. Okafor (1), modified by Mr.
            mayor Okafor 
                [mayor Okafor] Name of Okafor, name Okafor (1), role mayor, modified by mayor
            mayor Okafor 
                [mayor Okafor] Name of Okafor, name Okafor (1), role mayor, modified by mayor
            mayor Okafor 
                [mayor] Bare of mayor
                [Okafor] Name of Okafor, name Okafor (1), role mayor
            boat Okafor 
                [boat Okafor] Name of Okafor, name Okafor (1), modified by boat
                [boat] Bare of boat
            of mayor Okafor 
                [mayor Okafor] Name of Okafor, name Okafor (1), modified by mayor
                [mayor] Bare of mayor
            the mayor Okafor 
                [the mayor Okafor] Name of Okafor, name Okafor (1), modified by mayor
                [the mayor] Definite of mayor
            mayor old Okafor 
                [mayor old Okafor] Name of Okafor, name Okafor (1), modified by mayor old
                [mayor] Bare of mayor
            mayor boat 
                [mayor boat] Bare of boat, modified by mayor
                [mayor] Bare of mayor
            Okafor mayor 
                [Okafor mayor] Name of Okafor, name Okafor (1)
                [mayor] Bare of mayor
            one of the boats left 
                [one of the boats] Bare of one
                [the boats] Definite of boats
            all of x 
            all of them left 
                [all of them] Bare of all
                [them] Pronoun of them
            all of them left 
                [them] Pronoun of them
            the dead rest 
                [the dead] Definite of dead
            dead rest 
            107 died 
                [107] Bare of 107
            died 107 
                [107] Bare of 107
            died 107 
                [107] Bare of 107
            died 107 
                [107] Bare of 107
            died 107 
                [107] Bare of 107
            107 x 
            107 
            fast 
        "#]],
    );
}

#[test]
fn indefinite_pronouns_head_phrases() {
    let all = "everyone everybody someone somebody anyone anybody everything something one all both others";
    for form in all.split(' ') {
        let analysis = tree_by_hand(&format!("{form}/PRON/nsubj/2 left/VERB/root/0"));
        assert!(phrase::heads_phrase(&analysis, 0), "{form}");
    }
    let analysis = tree_by_hand("nobody/PRON/nsubj/2 left/VERB/root/0");
    assert!(!phrase::heads_phrase(&analysis, 0));
}

#[test]
fn names_stand_around_a_proper_noun_or_in_an_apposition() {
    check(
        &[
            "Maria/PROPN/flat/2 Okafor/PROPN/root/0",
            "Okafor/PROPN/root/0 Lund/PROPN/flat/1",
            "the/DET/det/3 Harbour/NOUN/compound/3 Trust/PROPN/root/0",
            "the/DET/det/3 harbour/NOUN/compound/3 Trust/PROPN/root/0",
            "the/DET/det/3 Old/ADJ/amod/3 Trust/PROPN/root/0",
            "the/DET/det/3 old/ADJ/amod/3 Trust/PROPN/root/0",
            "the/DET/det/3 Old/ADJ/nmod/3 Trust/PROPN/root/0",
            "ibn/PROPN/flat/2 Harl/PROPN/root/0",
            "the/DET/det/2 mayor/NOUN/root/0 ,/PUNCT/punct/5 Maria/PROPN/flat/5 Okafor/PROPN/appos/2",
            "the/DET/det/2 mayor/NOUN/root/0 ,/PUNCT/punct/5 a/DET/det/5 woman/NOUN/appos/2",
            "Okafor/PROPN/root/0 's/PART/flat/1",
            "Okafor/PROPN/root/0 Jr/PROPN/flat/1 ./PUNCT/punct/2",
            "Mr./PROPN/flat/2 Okafor/PROPN/root/0",
            "the/DET/compound/2 Trust/PROPN/root/0",
            "The/PROPN/compound/2 Trust/PROPN/root/0",
        ],
        expect![[r#"
            Maria Okafor 
                [Maria Okafor] Name of Okafor, name Maria Okafor (2), modified by Maria
            Okafor Lund 
                [Okafor Lund] Name of Okafor, name Okafor Lund (2)
            the Harbour Trust 
                [the Harbour Trust] Name of Trust, name Harbour Trust (2), modified by Harbour
            the harbour Trust 
                [the harbour Trust] Name of Trust, name Trust (1), modified by harbour
            the Old Trust 
                [the Old Trust] Name of Trust, name Old Trust (2), modified by Old
            the old Trust 
                [the old Trust] Name of Trust, name Trust (1), modified by old
            the Old Trust 
                [the Old Trust] Name of Trust, name Trust (1), modified by Old
            ibn Harl 
                [ibn Harl] Name of Harl, name Harl (1), modified by ibn
            the mayor , Maria Okafor 
                [the mayor , Maria Okafor] Definite of mayor, name Maria Okafor (2), role mayor
                [Maria Okafor] Name of Okafor, name Maria Okafor (2), modified by Maria
            the mayor , a woman 
                [the mayor , a woman] Definite of mayor
                [a woman] Indefinite of woman
            Okafor 's 
                [Okafor 's] Name of Okafor, name Okafor (1)
            Okafor Jr . 
                [Okafor Jr] Name of Okafor, name Okafor Jr (2)
            Mr. Okafor 
                [Mr. Okafor] Name of Okafor, name Mr. Okafor (1), modified by Mr.
            the Trust 
                [the Trust] Name of Trust, name Trust (1)
            The Trust 
                [The Trust] Name of Trust, name The Trust (1), modified by The
        "#]],
    );
}

#[test]
fn what_somebody_is_said_to_be() {
    check(
        &[
            "the/DET/det/2 mayor/NOUN/root/0 ,/PUNCT/punct/4 Okafor/PROPN/appos/2",
            "the/DET/det/2 boat/NOUN/root/0 ,/PUNCT/punct/4 Okafor/PROPN/appos/2",
            "the/DET/det/2 mayor/NOUN/root/0 ,/PUNCT/punct/4 sister/NOUN/appos/2",
            "Okafor/PROPN/root/0 ,/PUNCT/punct/4 the/DET/det/4 mayor/NOUN/appos/1",
            "Okafor/PROPN/root/0 ,/PUNCT/punct/4 the/DET/det/4 boat/NOUN/appos/1",
            "Okafor/PROPN/root/0 ,/PUNCT/punct/3 Mayor/PROPN/appos/1",
            "Mayor/PROPN/compound/2 Okafor/PROPN/root/0",
            "Okafor/PROPN/nsubj/4 is/AUX/cop/4 the/DET/det/4 mayor/NOUN/root/0",
            "Okafor/PROPN/nsubj/4 is/AUX/aux/4 the/DET/det/4 mayor/NOUN/root/0",
            "Okafor/PROPN/obl/4 is/AUX/cop/4 the/DET/det/4 mayor/NOUN/root/0",
            "Okafor/PROPN/nsubj/4 is/AUX/cop/4 the/DET/det/4 mayor/ADJ/root/0",
            "Okafor/PROPN/nsubj/4 is/AUX/cop/4 the/DET/det/4 boat/NOUN/root/0",
        ],
        expect![[r#"
            the mayor , Okafor 
                [the mayor , Okafor] Definite of mayor, name Okafor (1), role mayor
                [Okafor] Name of Okafor, name Okafor (1)
            the boat , Okafor 
                [the boat , Okafor] Definite of boat, name Okafor (1)
                [Okafor] Name of Okafor, name Okafor (1)
            the mayor , sister 
                [the mayor , sister] Definite of mayor
                [sister] Bare of sister
            Okafor , the mayor 
                [Okafor , the mayor] Name of Okafor, name Okafor (1), role mayor
                [the mayor] Definite of mayor
            Okafor , the boat 
                [Okafor , the boat] Name of Okafor, name Okafor (1)
                [the boat] Definite of boat
            Okafor , Mayor 
                [Okafor , Mayor] Name of Okafor, name Okafor (1)
                [Mayor] Name of Mayor, name Mayor (1)
            Mayor Okafor 
                [Mayor Okafor] Name of Okafor, name Mayor Okafor (2), role mayor, modified by Mayor
            Okafor is the mayor 
                [Okafor] Name of Okafor, name Okafor (1), role mayor
                [the mayor] Definite of mayor
            Okafor is the mayor 
                [Okafor] Name of Okafor, name Okafor (1)
                [the mayor] Definite of mayor
            Okafor is the mayor 
                [Okafor] Name of Okafor, name Okafor (1)
                [the mayor] Definite of mayor
            Okafor is the mayor 
                [Okafor] Name of Okafor, name Okafor (1)
                [the mayor] Definite of mayor
            Okafor is the boat 
                [Okafor] Name of Okafor, name Okafor (1)
                [the boat] Definite of boat
        "#]],
    );
}

#[test]
fn a_name_is_known_by_its_words_and_initials() {
    let words = tree_by_hand(
        "the/DET/det/4 Mr./PROPN/flat/4 World/PROPN/flat/4 Forum/PROPN/root/0 ,/PUNCT/punct/4 of/ADP/case/4 's/PART/case/4",
    )
    .words;
    let hashes = |words: &[&str]| words.iter().map(|word| text_hash(word)).collect::<Vec<_>>();
    assert_eq!(name::name_words(&words), hashes(&["world", "forum", "of"]));
    assert_eq!(name::initials(&words[2..]), text_hash("wf"));
    assert_eq!(name::initials(&words[1..]), text_hash("mwf"));
    assert_eq!(name::initials(&words[..4]), text_hash("mwf"));
    assert_eq!(name::initials(&words[2..3]), 0);
    let capital = tree_by_hand("The/DET/det/2 Forum/PROPN/root/0").words;
    assert_eq!(name::initials(&capital), text_hash("f"));
}

#[test]
fn mentions_know_their_words_and_place() {
    let (text, sentences, analyses) = document(
        &[
            "the/DET/det/3 Old/ADJ/amod/3 Boats~Boat/NOUN|Number=Plur/nsubj/4/B-Product left/VERB/root/0",
            "Orrin/PROPN/nmod:poss/3 's/PART/case/1 boat/NOUN/root/0",
        ],
        &[0, 4],
    );
    let quotations = [vec![None, None, Some(7), None], vec![None; 3]];
    let found = mentions(&text, &sentences, &analyses, &quotations);
    let boats = &found[0];
    assert_eq!(
        (boats.sentence, boats.block, boats.quotation),
        (0, 0, Some(7))
    );
    assert_eq!((boats.first, boats.head, boats.last), (0, 2, 2));
    assert_eq!(boats.entity, Some(EntityType::Product));
    assert_eq!(boats.lemma, text_hash("boat"));
    assert_eq!(boats.content, text_hash("old boats"));
    assert_eq!(boats.modifiers, [text_hash("old")]);
    assert!(analyses[0].words[2].has(Feature::NumberPlur));
    assert_eq!(boats.agreement.plural, Some(true));
    // Of two that begin with one word the longer comes first.
    let later: Vec<&str> = found[1..]
        .iter()
        .map(|mention| mention.span.of(&text))
        .collect();
    assert_eq!(later, ["Orrin 's boat", "Orrin 's"]);
    assert_eq!(
        (found[1].sentence, found[1].block, found[1].quotation),
        (1, 4, None)
    );
    assert_eq!(found[1].content, text_hash("orrin boat"));
    assert!(!found[1].is_he_or_she() && !found[1].is_third_person());
    let there = document(
        &["there/ADV/advmod/2 left/VERB/root/0 her/PRON/obj/2 it/PRON/obj/2"],
        &[],
    );
    let found = mentions(&there.0, &there.1, &there.2, &[vec![None; 4]]);
    assert_eq!(found[0].agreement.person, 3);
    assert!(found[1].is_he_or_she() && found[1].is_third_person());
    assert!(!found[2].is_he_or_she() && found[2].is_third_person());
}

#[test]
fn a_day_heads_no_phrase() {
    let text = "Maria Okafor left Orrin on Wednesday.";
    let heads = crate::testing::with_reading(text, &crate::Options::default(), |reading| {
        let analysis = &reading.analyses[0];
        let heads = (0..analysis.words.len()).filter(|&word| phrase::heads_phrase(analysis, word));
        heads
            .map(|word| analysis.words[word].form.clone())
            .collect::<Vec<_>>()
    });
    assert_eq!(heads, ["Maria", "Orrin"]);
}

#[test]
fn a_dateline_is_no_mention() {
    let names = |text: &str| -> Vec<String> {
        let (sentences, analyses) = crate::analysis::testing::parsed(text);
        let document = crate::analysis::coreference::Document::new(text, &sentences, &analyses);
        let mentions = document.mentions.iter();
        mentions
            .map(|mention| mention.span.of(text).to_string())
            .collect()
    };
    let program = ["A visa program"];
    for text in [
        "WASHINGTON - A visa program will expire.",
        "ORRIN, Tarnland — A visa program will expire.",
    ] {
        assert_eq!(names(text), program, "{text}");
    }
    assert_eq!(names("NATO met in Orrin."), ["NATO", "Orrin"]);
    assert!(names("NATO - an alliance - met in Orrin.").contains(&"NATO".to_string()));
    assert!(
        names("NATO-led troops met.")
            .iter()
            .any(|name| name.contains("NATO"))
    );
}
