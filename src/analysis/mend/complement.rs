//! A verb has one clause as its complement.

use super::{attach, is_subordinating};
use crate::analysis::Word;
use crate::grammar::{Deprel, Upos};

/// A verb has one clause as its complement. A second one is joined to the first: "Police said the man *stole* a car, *hit* a
/// wall"; or the first says when and on which condition: "Holm said when the toll *rose*, drivers *left*". Clauses on either
/// side of the verb are two quotations: “It works,” Holm said, “and it is cheap.”
pub(super) fn join_complements(words: &mut [Word]) {
    for second in 1..words.len() {
        let Some(first) = earlier_complement(words, second) else {
            continue;
        };
        if is_subordinate(words, first) && !is_subordinate(words, second) {
            attach(words, first, second, Deprel::Advcl);
        } else {
            attach(words, second, first, Deprel::Conj);
        }
    }
}

/// What "it" stands for is no second thing that is said: "it was not true *that he took it*", "it is unclear *whether it
/// works*".
pub(super) fn complete_impersonal(words: &mut [Word]) {
    for clause in 1..words.len() {
        if let Some(predicate) = impersonal_in_front(words, clause) {
            attach(words, clause, predicate, Deprel::Ccomp);
        }
    }
}

/// The adjective said of "it" on which a clause hangs that "that" or "whether" opens, side by side.
fn impersonal_in_front(words: &[Word], clause: usize) -> Option<usize> {
    let predicate = words[clause].head.filter(|&head| head < clause)?;
    let misread = matches!(words[clause].deprel, Deprel::Conj | Deprel::Advcl);
    let opener = words.get(predicate + 1)?;
    let opens = opener.is(&["that", "whether"]) && opener.head == Some(clause);
    let of_it = words[..predicate].iter().any(|word| {
        let subject = matches!(word.deprel.base(), Deprel::Nsubj | Deprel::Expl);
        word.head == Some(predicate) && word.lower == "it" && subject
    });
    (misread && opens && of_it && words[predicate].upos == Upos::Adj).then_some(predicate)
}

/// A condition in front of a speaker between commas is one of what is said, over whose arc that of the condition passes: "If it
/// *rains*, he said, the road will flood".
pub(super) fn give_conditions_to_what_is_said(words: &mut [Word]) {
    for condition in 0..words.len() {
        if let Some(content) = what_is_said_behind(words, condition) {
            attach(words, condition, content, Deprel::Advcl);
        }
    }
}

/// The clause behind a speaker between commas, where a condition in front hangs on the saying.
fn what_is_said_behind(words: &[Word], condition: usize) -> Option<usize> {
    let saying = words[condition].head.filter(|&saying| saying > condition)?;
    let is_aside = words.get(saying + 1)?.form == ","
        && words[condition..saying].iter().any(|word| word.form == ",");
    if words[condition].deprel != Deprel::Advcl || !is_aside || !is_subordinate(words, condition) {
        return None;
    }
    (saying + 2..words.len()).find(|&content| {
        words[content].head == Some(saying) && words[content].deprel == Deprel::Ccomp
    })
}

/// The first complement clause of the verb that has this one too, on the same side of it.
fn earlier_complement(words: &[Word], second: usize) -> Option<usize> {
    let is_complement = |word: &Word| word.deprel == Deprel::Ccomp;
    let verb = words[second]
        .head
        .filter(|_| is_complement(&words[second]))?;
    let same_side = if verb < second {
        verb + 1..second
    } else {
        0..second
    };
    let mut before = same_side;
    before.find(|&first| words[first].head == Some(verb) && is_complement(&words[first]))
}

/// Whether a subordinating word opens the clause of a predicate.
fn is_subordinate(words: &[Word], predicate: usize) -> bool {
    let opens = |word: &Word| word.head == Some(predicate) && is_subordinating(word);
    words[..predicate].iter().any(opens)
}

#[cfg(test)]
mod tests {
    use crate::analysis::mend::testing::mended;

    #[test]
    fn a_condition_in_front_of_a_speaker_is_one_of_what_is_said() {
        let table: [(&str, &[usize], &[&str]); 3] = [
            (
                "if/SCONJ/mark/3 it/PRON/nsubj/3 rains/VERB/advcl/6 ,/PUNCT/punct/3 he/PRON/nsubj/6 said/VERB/root/0 ,/PUNCT/punct/6 it/PRON/nsubj/9 floods/VERB/ccomp/6",
                &[2],
                &["rains advcl 9"],
            ),
            // Without a comma behind the saying it says when somebody speaks; so does what no such word opens.
            (
                "when/ADV/advmod/3 it/PRON/nsubj/3 rained/VERB/advcl/6 ,/PUNCT/punct/3 he/PRON/nsubj/6 said/VERB/root/0 it/PRON/nsubj/8 floods/VERB/ccomp/6",
                &[2],
                &["rained advcl 6"],
            ),
            (
                "asked/VERB/advcl/4 ,/PUNCT/punct/1 he/PRON/nsubj/4 said/VERB/root/0 ,/PUNCT/punct/4 it/PRON/nsubj/7 floods/VERB/ccomp/4",
                &[0],
                &["asked advcl 4"],
            ),
        ];
        for (tree, places, expected) in table {
            assert_eq!(mended(tree, places), expected, "{tree}");
        }
    }

    #[test]
    fn what_it_stands_for_completes_the_adjective() {
        let said = |relation: &str| {
            format!(
                "it/PRON/nsubj/3 is/AUX/cop/3 true/ADJ/root/0 that/SCONJ/mark/6 it/PRON/nsubj/6 leaks/VERB/{relation}/3"
            )
        };
        let of_plan = said("conj").replacen("it/", "plan/", 1);
        let behind = said("conj").replace("that/", "because/");
        for (tree, expected) in [
            (said("conj"), "leaks ccomp 3"),
            (said("advcl"), "leaks ccomp 3"),
            (said("parataxis"), "leaks parataxis 3"),
            (of_plan, "leaks conj 3"),
            (behind, "leaks conj 3"),
        ] {
            assert_eq!(mended(&tree, &[5]), [expected], "{tree}");
        }
    }

    #[test]
    fn a_verb_has_one_clause_as_its_complement() {
        let table: [(&str, &[usize], &[&str]); 5] = [
            // A list, of which the third is joined to the first as well.
            (
                "police/NOUN/nsubj/2 said/VERB/root/0 he/PRON/nsubj/4 stole/VERB/ccomp/2 hit/VERB/ccomp/2 and/CCONJ/cc/7 fled/VERB/ccomp/2",
                &[3, 4, 6],
                &["stole ccomp 2", "hit conj 4", "fled conj 4"],
            ),
            // In front of the verb.
            (
                "it/PRON/nsubj/2 works/VERB/ccomp/6 we/PRON/nsubj/4 know/VERB/ccomp/6 he/PRON/nsubj/6 said/VERB/root/0",
                &[1, 3],
                &["works ccomp 6", "know conj 2"],
            ),
            (
                "he/PRON/nsubj/2 said/VERB/root/0 when/ADV/advmod/5 it/PRON/nsubj/5 rose/VERB/ccomp/2 they/PRON/nsubj/7 left/VERB/ccomp/2",
                &[4, 6],
                &["rose advcl 7", "left ccomp 2"],
            ),
            // On either side of the verb, and of two verbs.
            (
                "it/PRON/nsubj/2 works/VERB/ccomp/4 he/PRON/nsubj/4 said/VERB/root/0 it/PRON/nsubj/6 pays/VERB/ccomp/4",
                &[1, 5],
                &["works ccomp 4", "pays ccomp 4"],
            ),
            (
                "he/PRON/nsubj/2 said/VERB/root/0 she/PRON/nsubj/4 knows/VERB/ccomp/2 it/PRON/nsubj/6 pays/VERB/ccomp/4",
                &[3, 5],
                &["knows ccomp 2", "pays ccomp 4"],
            ),
        ];
        for (tree, places, expected) in table {
            assert_eq!(mended(tree, places), expected, "{tree}");
        }
    }
}
