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
