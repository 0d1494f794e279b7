use super::*;
use crate::grammar::Upos;

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
fn roots_of_later_parts_hang_on_the_first() {
    let mut parts = words(&[
        ("boats", Upos::Noun, Deprel::Nsubj, 1),
        ("left", Upos::Verb, Deprel::Root, 0),
        ("and", Upos::Cconj, Deprel::Cc, 3),
        ("sank", Upos::Verb, Deprel::Root, 0),
        ("burnt", Upos::Verb, Deprel::Root, 0),
    ]);
    join_parts(&mut parts);
    let heads: Vec<Option<usize>> = parts.iter().map(|word| word.head).collect();
    assert_eq!(heads, [Some(1), None, Some(3), Some(1), Some(1)]);
    assert_eq!(
        (parts[1].deprel, parts[4].deprel),
        (Deprel::Root, Deprel::Parataxis)
    );
    join_parts(&mut []);
}

/// Drafts of words parted by blanks, a block for each text.
fn drafts(texts: &[String]) -> (String, Vec<Sentence>) {
    let text = texts.join(" ");
    let mut start = 0;
    let mut drafts = Vec::new();
    for (block, part) in texts.iter().enumerate() {
        let mut tokens = Vec::new();
        for form in part.split(' ') {
            let span = ByteSpan::new(start, start + form.len());
            tokens.push(Token { span });
            start = span.end + 1;
        }
        let span = tokens[0].span.cover(tokens[tokens.len() - 1].span);
        drafts.push(Sentence {
            block,
            span,
            tokens,
        });
    }
    (text, drafts)
}

#[test]
fn short_sentences_are_read_together_and_long_ones_in_parts() {
    let of_length = |n_words: usize| vec!["w"; n_words].join(" ");
    let lengths = |n_words: &[usize]| {
        let texts: Vec<String> = n_words.iter().map(|&n_words| of_length(n_words)).collect();
        let (text, drafts) = drafts(&texts);
        windows(&text, &drafts)
    };
    assert_eq!(lengths(&[60, 68]), [vec![(0, 0..60), (1, 0..68)]]);
    assert_eq!(lengths(&[60, 69]), [vec![(0, 0..60)], vec![(1, 0..69)]]);
    assert_eq!(
        lengths(&[100, 20, 8, 1]),
        [vec![(0, 0..100), (1, 0..20), (2, 0..8)], vec![(3, 0..1)]]
    );
    // Nothing is read together with a part.
    assert_eq!(
        lengths(&[130, 3]),
        [vec![(0, 0..128)], vec![(0, 128..130)], vec![(1, 0..3)]]
    );
}

#[test]
fn lines_are_the_tokens_of_one_block() {
    let (_, mut drafts) = drafts(&["a b".into(), "c d e".into(), "f".into()]);
    drafts[1].block = 0;
    let lines = lines(&[(0, 0..2), (1, 0..2), (2, 0..1)], &drafts);
    let shapes: Vec<(usize, usize, Vec<bool>)> = lines
        .iter()
        .map(|line| (line.block, line.tokens.len(), line.boundaries.clone()))
        .collect();
    assert_eq!(
        shapes,
        [(0, 4, vec![false, true, false, false]), (2, 1, vec![true])]
    );
}

/// Where sentences end in a line, by the odds of the weights; `|` marks a boundary of the rules, and the last sentence goes on
/// where it has none.
fn ends(line: &str, odds: &[f32]) -> Vec<(Range<usize>, bool)> {
    let forms: Vec<&str> = line
        .split(' ')
        .map(|form| form.trim_end_matches('|'))
        .collect();
    let line = Line {
        block: 0,
        tokens: vec![
            Token {
                span: ByteSpan::default()
            };
            forms.len()
        ],
        boundaries: line.split(' ').map(|form| form.ends_with('|')).collect(),
    };
    line.sentences(&forms, odds)
}

#[test]
fn sentences_end_where_rules_or_weights_say() {
    assert_eq!(ends("a b c|", &[0.0, 0.0, 0.0]), [(0..3, true)]);
    assert_eq!(ends("a b c", &[0.0, 0.0, 9.0]), [(0..3, false)]);
    assert_eq!(
        ends("a b| c|", &[0.0, 0.0, 0.0]),
        [(0..2, true), (2..3, true)]
    );
    assert_eq!(
        ends("a b c|", &[1.6, 0.0, 0.0]),
        [(0..1, true), (1..3, true)]
    );
    assert_eq!(ends("a b c|", &[1.5, 0.0, 0.0]), [(0..3, true)]);
    // Behind a mark, or where one follows, the weights must be surer.
    for mark in ["Mr.", "!", "?", "…", "\"", "”", ")", "'", "’"] {
        let line = format!("{mark} b c|");
        assert_eq!(ends(&line, &[4.0, 0.0, 0.0]), [(0..3, true)], "{mark}");
        assert_eq!(ends(&line, &[5.1, 0.0, 0.0]), [(0..1, true), (1..3, true)]);
        let before = format!("a {mark} c|");
        assert_eq!(ends(&before, &[4.0, 0.0, 0.0]), [(0..3, true)]);
    }
    assert_eq!(
        ends(", b c|", &[4.0, 0.0, 0.0]),
        [(0..1, true), (1..3, true)]
    );
}

#[test]
fn a_long_sentence_is_one_tree_with_all_its_words() {
    let clauses: Vec<String> = (0..30)
        .map(|_| "the ferry left the old harbour of the town".into())
        .collect();
    let text = format!("{} .", clauses.join(" and "));
    let (sentences, analyses) = crate::analysis::testing::parsed(&text);
    assert_eq!((sentences.len(), analyses.len()), (1, 1));
    let words = &analyses[0].words;
    assert_eq!(words.len(), sentences[0].tokens.len());
    assert!(words.len() > 2 * WINDOW);
    assert_eq!(words.iter().filter(|word| word.head.is_none()).count(), 1);
    for (word, token) in words.iter().zip(&sentences[0].tokens) {
        assert_eq!(
            (word.span, word.form.as_str()),
            (token.span, token.span.of(&text))
        );
        assert!(word.head.is_none_or(|head| head < words.len()));
        assert!(word.rivals.iter().all(|&(head, _)| head < words.len()));
    }
    // Each clause is parsed alike, whichever window it stands in.
    let late = words
        .iter()
        .rposition(|word| word.lower == "harbour")
        .unwrap();
    let ferry = words[late].head.map(|head| words[head].lower.as_str());
    assert!(matches!(ferry, Some("left")), "{ferry:?}");
    assert_eq!(analyses[0].vectors.len() % words.len(), 0);
    assert_eq!(sentences[0].span, ByteSpan::new(0, text.len()));
}

#[test]
fn words_have_what_the_weights_say_of_them() {
    let (sentences, analyses) =
        crate::analysis::testing::parsed("Maria Okafor’s old boats sank. It rained.");
    assert_eq!((sentences.len(), analyses.len()), (2, 2));
    let boats = &analyses[0].words[4];
    assert_eq!(
        (boats.form.as_str(), boats.lemma.as_str()),
        ("boats", "boat")
    );
    assert_eq!(
        (boats.upos, boats.deprel.base(), boats.head),
        (Upos::Noun, Deprel::Nsubj, Some(5))
    );
    assert_eq!(analyses[0].words[2].lower, "'s");
    assert_eq!(analyses[0].children(4), [0, 3]);
    assert!(analyses[0].words[0].entity.is_some() && boats.entity.is_none());
}

#[test]
fn blocks_that_are_read_together_stay_apart() {
    use crate::sentence::split_text;
    use crate::testing::WEIGHTS;
    let (first, second) = (
        "Okafor said that the ferry had sunk. It rained",
        "Lund said that the bridge was safe.",
    );
    let text = format!("{first}\n\n{second}");
    let mut drafts = split_text(first, 0, 0);
    drafts.extend(split_text(second, first.len() + 2, 3));
    let (sentences, analyses) = parse(&WEIGHTS, &text, &drafts);
    let blocks: Vec<usize> = sentences.iter().map(|sentence| sentence.block).collect();
    assert_eq!(blocks, [0, 0, 3]);
    assert_eq!(sentences[2].span.of(&text), second);
    for analysis in [&analyses[0], &analyses[2]] {
        let said = &analysis.words[1];
        assert_eq!((said.lemma.as_str(), said.head), ("say", None));
        assert_eq!(analysis.words[0].head, Some(1));
    }
    // Who speaks has the place of the cue, in its own sentence.
    assert_eq!(analyses[0].words[0].cue, Some((0, 1)));
    assert_eq!(analyses[2].words[0].cue, Some((2, 1)));
}

#[test]
fn a_cue_behind_the_first_part_of_a_sentence_keeps_its_place() {
    let clauses = vec!["the ferry left the old harbour of the town"; 20].join(" and ");
    let text = format!("{clauses} , Okafor said .");
    let (_, analyses) = crate::analysis::testing::parsed(&text);
    let words = &analyses[0].words;
    assert!(words.len() > WINDOW);
    let okafor = words.iter().find(|word| word.form == "Okafor").unwrap();
    let (sentence, cue) = okafor.cue.unwrap();
    assert_eq!((sentence, words[cue].lower.as_str()), (0, "said"));
}
