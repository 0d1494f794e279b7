//! A second subject between commas is an apposition.

use crate::analysis::Word;
use crate::grammar::{Deprel, Upos};

/// Marks that part a sentence; those of an apposition are commas.
const PARTING: [&str; 8] = [",", ";", ":", "(", ")", "–", "—", "―"];

/// A predicate has one subject: the second of "Corvane, the largest maker of bicycles, lost" says what the first is; not so in
/// "Orrin, Hale, and Corvane lost".
pub(super) fn appose(words: &mut [Word]) {
    for second in 1..words.len() {
        if let Some(first) = described_subject(words, second) {
            words[second].head = Some(first);
            words[second].deprel = Deprel::Appos;
            words[second].rivals.retain(|&(head, _)| head != first);
        }
    }
}

/// The first subject of the predicate whose second subject stands between commas.
fn described_subject(words: &[Word], second: usize) -> Option<usize> {
    let is_subject = |word: &Word| word.deprel.base() == Deprel::Nsubj && word.upos.is_noun();
    let parts = |&at: &usize| PARTING.contains(&words[at].form.as_str());
    let predicate = words[second].head.filter(|&head| second < head)?;
    let before = (0..second).rev().find(parts)?;
    let behind = (second + 1..predicate).find(parts)?;
    let commas = words[before].form == "," && words[behind].form == ",";
    let listed = [before, behind]
        .iter()
        .any(|mark| words[mark + 1].upos == Upos::Cconj);
    if !is_subject(&words[second]) || !commas || listed {
        return None;
    }
    let mut subjects = (0..before).rev();
    subjects.find(|&at| words[at].head == Some(predicate) && is_subject(&words[at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words with part of speech, relation and head.
    fn words(sentence: &[(&str, Upos, Deprel, usize)]) -> Vec<Word> {
        let word = |&(form, upos, deprel, head): &(&str, Upos, Deprel, usize)| Word {
            form: form.to_string(),
            upos,
            deprel,
            head: (deprel != Deprel::Root).then_some(head),
            ..Word::default()
        };
        sentence.iter().map(word).collect()
    }

    #[test]
    fn a_second_subject_between_commas_is_an_apposition() {
        let (comma, verb) = (
            (",", Upos::Punct, Deprel::Punct, 0),
            ("lost", Upos::Verb, Deprel::Root, 0),
        );
        let name = ("Corvane", Upos::Propn, Deprel::Nsubj, 5);
        let mut described = words(&[
            name,
            comma,
            ("a", Upos::Det, Deprel::Det, 3),
            ("maker", Upos::Noun, Deprel::Nsubj, 5),
            comma,
            verb,
        ]);
        appose(&mut described);
        assert_eq!(
            (described[3].head, described[3].deprel),
            (Some(0), Deprel::Appos)
        );
        let mut listed = words(&[
            name,
            comma,
            ("Hale", Upos::Propn, Deprel::Nsubj, 6),
            comma,
            ("and", Upos::Cconj, Deprel::Cc, 5),
            ("Orrin", Upos::Propn, Deprel::Nsubj, 6),
            verb,
        ]);
        listed[0].head = Some(6);
        let before: Vec<Option<usize>> = listed.iter().map(|word| word.head).collect();
        appose(&mut listed);
        assert_eq!(
            listed.iter().map(|word| word.head).collect::<Vec<_>>(),
            before
        );
    }

    /// Heads after a second subject between two marks was looked at; the predicate comes last.
    fn apposed(
        marks: [&str; 2],
        deprel: Deprel,
        upos: Upos,
        behind: usize,
    ) -> (Option<usize>, Deprel) {
        let mut sentence = words(&[
            ("Corvane", Upos::Propn, Deprel::Nsubj, behind),
            (marks[0], Upos::Punct, Deprel::Punct, 0),
            ("a", Upos::Det, Deprel::Det, 3),
            ("maker", upos, deprel, behind),
            (marks[1], Upos::Punct, Deprel::Punct, 0),
            ("lost", Upos::Verb, Deprel::Root, 0),
            ("ground", Upos::Noun, Deprel::Obj, 5),
        ]);
        sentence[3].rivals = vec![(0, 0.4), (6, 0.1)];
        appose(&mut sentence);
        let rivals = if sentence[3].deprel == Deprel::Appos {
            vec![(6, 0.1)]
        } else {
            vec![(0, 0.4), (6, 0.1)]
        };
        assert_eq!(sentence[3].rivals, rivals);
        (sentence[3].head, sentence[3].deprel)
    }

    #[test]
    fn what_is_no_second_subject_between_commas_stays() {
        use Deprel::{Appos, Nsubj, NsubjPass, Obl};
        let (noun, propn, pronoun) = (Upos::Noun, Upos::Propn, Upos::Pron);
        assert_eq!(apposed([",", ","], Nsubj, noun, 5), (Some(0), Appos));
        assert_eq!(apposed([",", ","], NsubjPass, propn, 5), (Some(0), Appos));
        assert_eq!(apposed([",", ","], Nsubj, pronoun, 5), (Some(5), Nsubj));
        assert_eq!(apposed([",", ","], Obl, noun, 5), (Some(5), Obl));
        for marks in [
            [",", ")"],
            ["(", ","],
            [";", ";"],
            [":", ","],
            [",", "–"],
            ["—", ","],
        ] {
            assert_eq!(
                apposed(marks, Nsubj, noun, 5),
                (Some(5), Nsubj),
                "{marks:?}"
            );
        }
        // Marks of another sort part nothing.
        assert_eq!(apposed(["-", ","], Nsubj, noun, 5), (Some(5), Nsubj));
        // The predicate stands in front.
        assert_eq!(apposed([",", ","], Nsubj, noun, 2), (Some(2), Nsubj));
    }

    #[test]
    fn the_first_subject_is_that_of_the_same_predicate() {
        let mut sentence = words(&[
            ("it", Upos::Pron, Deprel::Nsubj, 6),
            ("boats", Upos::Noun, Deprel::Nsubj, 3),
            (",", Upos::Punct, Deprel::Punct, 0),
            ("makers", Upos::Noun, Deprel::Nsubj, 5),
            (",", Upos::Punct, Deprel::Punct, 0),
            ("lost", Upos::Verb, Deprel::Root, 0),
            ("said", Upos::Verb, Deprel::Root, 0),
        ]);
        appose(&mut sentence);
        assert_eq!(sentence[3].head, Some(5));
        sentence[1].head = Some(5);
        appose(&mut sentence);
        assert_eq!(sentence[3].head, Some(1));
    }
}
