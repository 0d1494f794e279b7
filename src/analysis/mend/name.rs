//! A modal verb stands before a bare infinitive: "Will Harl *won*", "May *has* resigned" begin with a name.

use super::attach;
use crate::analysis::Word;
use crate::grammar::{Deprel, Feature, Upos};

/// Modal verbs that are names as well.
const NAMES: [&str; 2] = ["will", "may"];

/// Lemmas of auxiliaries that may follow a modal verb.
const AUXILIARIES: [&str; 2] = ["be", "have"];

/// Makes names of capitalised modal verbs that can be none: the subject's first name, its last, or all of it.
pub(super) fn name_what_is_no_modal(words: &mut [Word]) {
    for token in 0..words.len() {
        if is_name(words, token) {
            name(words, token);
        }
    }
}

/// "Will" in front of a name or a verb in the past, "May" behind a name.
fn is_name(words: &[Word], token: usize) -> bool {
    let word = &words[token];
    let is_modal = word.deprel.base() == Deprel::Aux && NAMES.contains(&word.lower.as_str());
    is_modal
        && is_capitalised(word)
        && (opens_statement(words, token) || !precedes_infinitive(words, token))
}

fn is_capitalised(word: &Word) -> bool {
    word.form.starts_with(char::is_uppercase)
}

/// "Will Harl set the price": in front of its subject the modal verb would ask. ("May Harl win" wishes.)
fn opens_statement(words: &[Word], token: usize) -> bool {
    let asks = words.iter().any(|word| word.form == "?");
    token == 0
        && words[token].lower == "will"
        && words.get(1).is_some_and(is_capitalised)
        && words
            .iter()
            .any(|word| !is_capitalised(word) && !word.is_punctuation())
        && !asks
}

/// Whether the next verb of the group, or the predicate, is a bare form: "Will the mayor *win*?", "May *have* won".
fn precedes_infinitive(words: &[Word], modal: usize) -> bool {
    let Some(head) = words[modal].head.filter(|&head| head > modal) else {
        return false;
    };
    let auxiliary = (modal + 1..head).find(|&at| {
        let word = &words[at];
        word.head == Some(head)
            && word.upos == Upos::Aux
            && AUXILIARIES.contains(&word.lemma.as_str())
    });
    let verb = &words[auxiliary.unwrap_or(head)];
    let is_past = auxiliary.is_none() && verb.has(Feature::TensePast);
    matches!(verb.upos, Upos::Verb | Upos::Aux) && verb.lower == verb.lemma && !is_past
}

/// Joins a name to the words of the name beside it and hangs the whole as the subject.
fn name(words: &mut [Word], token: usize) {
    let Some(head) = words[token].head else {
        return;
    };
    let is_part = |at: usize| {
        let word = &words[at];
        is_capitalised(word)
            && matches!(word.upos, Upos::Propn | Upos::Aux)
            && word.head == Some(head)
    };
    let before = token.checked_sub(1).filter(|&before| is_part(before));
    let behind = Some(token + 1).filter(|&behind| behind < head && is_part(behind));
    words[token].upos = Upos::Propn;
    if let Some(first) = before {
        attach(words, token, first, Deprel::Flat);
        words[first].upos = Upos::Propn;
        return;
    }
    if words[head].upos == Upos::Propn && head == token + 1 {
        attach(words, token, head, Deprel::Compound);
        return;
    }
    attach(words, token, head, Deprel::Nsubj);
    if let Some(last) = behind {
        attach(words, last, token, Deprel::Flat);
        words[last].upos = Upos::Propn;
        // What hangs on the last name hangs on the first now.
        for word in words.iter_mut().filter(|word| word.head == Some(last)) {
            word.head = Some(token);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::mend::testing::mended;

    #[test]
    fn a_capitalised_modal_verb_without_an_infinitive_is_a_name() {
        let table: [(&str, &[usize], &[&str]); 11] = [
            (
                "Will/AUX/aux/3 Harl/PROPN/nsubj/3 won~win/VERB|Tense=Past/root/0",
                &[0, 1],
                &["will nsubj 3", "harl flat 1"],
            ),
            (
                "May/AUX/aux/3 Lind/AUX/aux/3 left~leave/VERB|Tense=Past/root/0",
                &[0, 1],
                &["may nsubj 3", "lind flat 1"],
            ),
            (
                "Will/AUX/aux/4 Smed/AUX/aux/4 has~have/AUX/aux/4 died~die/VERB|VerbForm=Part/root/0",
                &[0, 1],
                &["will nsubj 4", "smed flat 1"],
            ),
            (
                "Alma/PROPN/nsubj/3 May/PROPN/aux/3 said~say/VERB|Tense=Past/root/0",
                &[0, 1],
                &["alma nsubj 3", "may flat 1"],
            ),
            (
                "May/AUX/aux/3 has~have/AUX/aux/3 resigned~resign/VERB|VerbForm=Part/root/0",
                &[0],
                &["may nsubj 3"],
            ),
            (
                "Dr./PROPN/nmod/3 Will/AUX/aux/3 Harl/PROPN/root/0",
                &[1],
                &["will flat 1"],
            ),
            (
                "Will/AUX/aux/3 Harl/PROPN/nsubj/3 set/VERB/root/0 it/PRON/obj/3",
                &[0, 1],
                &["will nsubj 3", "harl flat 1"],
            ),
            // Modal verbs: of a question, a wish, a headline, and in small letters.
            (
                "Will/AUX/aux/3 Harl/PROPN/nsubj/3 win/VERB/root/0 ?/PUNCT/punct/3",
                &[0, 1],
                &["will aux 3", "harl nsubj 3"],
            ),
            (
                "May/AUX/aux/3 Harl/PROPN/nsubj/3 win/VERB/root/0",
                &[0, 1],
                &["may aux 3", "harl nsubj 3"],
            ),
            (
                "Harl/PROPN/nsubj/3 May/AUX/aux/3 Win~win/VERB|VerbForm=Inf/root/0",
                &[1],
                &["may aux 3"],
            ),
            (
                "Harl/PROPN/nsubj/4 may/AUX/aux/4 have/AUX/aux/4 won~win/VERB|VerbForm=Part/root/0",
                &[1],
                &["may aux 4"],
            ),
        ];
        for (tree, places, expected) in table {
            assert_eq!(mended(tree, places), expected, "{tree}");
        }
    }
}
