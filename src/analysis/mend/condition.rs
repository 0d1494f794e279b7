//! Conditions that open without "if": "Had the council acted, …", "Provided the bank agrees, …", "As long as it rains, …",
//! "But for the wall, …"; and what belongs to a condition in front: "Even if", "if it rains *and nobody clears the drains*".
//!
//! The weights often hang the first words of an inverted condition on the main clause, and take "provided" and "assuming" for
//! verbs of their own. What is in front of the comma is one clause then, which hangs on the one behind it.

use super::attach;
use crate::analysis::Word;
use crate::analysis::conditional::{INVERTED, UNREAL};
use crate::grammar::{Deprel, Upos};
use std::ops::Range;

/// Verbs that lead in a condition: "provided the bank agrees".
const CONJUNCTIONS: [&str; 5] = ["provided", "providing", "assuming", "supposing", "suppose"];

/// Those of them that tell of somebody's thought as well: "He left, assuming that the vote was over".
const OF_THOUGHT: [&str; 2] = ["assuming", "supposing"];

/// Auxiliaries of what depends on a condition.
const DEPENDING: [&str; 11] = [
    "will", "'ll", "wo", "would", "'d", "could", "might", "may", "can", "ca", "should",
];

/// Gives each condition a clause of its own that hangs on what depends on it.
pub(super) fn hang_conditions(words: &mut [Word]) {
    give_strengthening_to_if(words);
    join_to_condition_in_front(words);
    part_what_is_inserted(words);
    hang_as_long_as(words);
    make_conjunctions(words);
    hang_inverted(words);
    make_prepositions(words);
    head_in_case(words);
}

/// "*Even* if", "*Only* if": of the condition, not of what depends on it.
fn give_strengthening_to_if(words: &mut [Word]) {
    for at in 1..words.len() {
        let strengthens = ["even", "only"].contains(&words[at - 1].lower.as_str());
        if !strengthens || words[at].lower != "if" {
            continue;
        }
        let Some(above) = words[at].head.filter(|&above| above > at) else {
            continue;
        };
        // "Only if the vote passes will the toll rise"
        let unmarked = (at + 1..above).find(|&clause| {
            words[clause].head == Some(above) && words[clause].deprel == Deprel::Advcl
        });
        let clause = match unmarked {
            Some(clause) if words[above].deprel == Deprel::Root => {
                words[at].head = Some(clause);
                clause
            }
            _ => above,
        };
        attach(words, at - 1, clause, Deprel::Advmod);
    }
}

/// "If it rains *and nobody clears the drains*, the road will flood": in front of the comma, both are conditions.
fn join_to_condition_in_front(words: &mut [Word]) {
    for conjunct in 2..words.len() {
        if let Some(condition) = condition_gone_on_with(words, conjunct) {
            attach(words, conjunct, condition, Deprel::Conj);
        }
    }
}

fn condition_gone_on_with(words: &[Word], conjunct: usize) -> Option<usize> {
    let main = words[conjunct].head.filter(|&main| main > conjunct)?;
    let coordinator = (0..conjunct)
        .rev()
        .find(|&at| words[at].head == Some(conjunct) && words[at].deprel == Deprel::Cc)?;
    let condition = (0..coordinator)
        .rev()
        .find(|&at| words[at].head == Some(main) && words[at].deprel == Deprel::Advcl)?;
    let opened = (0..condition)
        .any(|at| words[at].head == Some(condition) && words[at].is(&["if", "unless"]));
    let subject = subject_behind(words, main, conjunct)?;
    let is_comma = |at: usize| words[at].form == ",";
    let together = !(condition..coordinator).any(is_comma);
    (opened && together && (conjunct..subject).any(is_comma)).then_some(condition)
}

/// "If, *as seems likely*, the vote passes": "if" opens what stands behind the second comma.
fn part_what_is_inserted(words: &mut [Word]) {
    for at in 0..words.len() {
        let inserted = words.get(at + 1).is_some_and(|next| next.form == ",");
        let Some(first) = words[at].head.filter(|&first| first > at) else {
            continue;
        };
        if !inserted || !words[at].is(&["if", "unless"]) {
            continue;
        }
        let Some(end) = (at + 2..words.len()).find(|&end| words[end].form == ",") else {
            continue;
        };
        let main = words[first].head;
        let clause = (end + 1..words.len())
            .find(|&clause| words[clause].head == main && words[clause].deprel == Deprel::Advcl);
        let Some(clause) = clause.filter(|_| first < end) else {
            continue;
        };
        attach(words, at, clause, Deprel::Mark);
        attach(words, first, clause, Deprel::Advcl);
        attach(words, at + 1, first, Deprel::Punct);
    }
}

/// "As *long* as it rains": the clause under "long" hangs on what "long" hung on.
fn hang_as_long_as(words: &mut [Word]) {
    for long in 1..words.len() {
        let opens = words[long].lower == "long"
            && words[long - 1].is(&["as", "so"])
            && words.get(long + 1).is_some_and(|next| next.lower == "as");
        let Some(main) = words[long].head.filter(|_| opens) else {
            continue;
        };
        let clause = (long + 2..words.len()).find(|&at| {
            let marked = words[at].head == Some(main) && words[long + 1].head == Some(at);
            words[at].deprel.base() == Deprel::Advcl && (words[at].head == Some(long) || marked)
        });
        if let Some(clause) = clause {
            attach(words, clause, main, Deprel::Advcl);
            attach(words, long, clause, Deprel::Advmod);
            attach(words, long - 1, long, Deprel::Advmod);
        }
    }
}

/// "*Provided* (that) the bank agrees, work begins": no verb with a subject of its own, but what opens the clause behind it.
fn make_conjunctions(words: &mut [Word]) {
    for opener in 0..words.len() {
        if let Some((clause, main)) = clause_and_main(words, opener) {
            make_condition(words, opener..clause + 1, clause, main);
            attach(words, opener, clause, Deprel::Mark);
            words[opener].upos = Upos::Sconj;
            if words
                .get(opener + 1)
                .is_some_and(|next| next.lower == "that")
            {
                attach(words, opener + 1, opener, Deprel::Fixed);
            }
        }
    }
}

/// The clause that a verb such as "provided" leads in, and the one that depends on it.
fn clause_and_main(words: &[Word], opener: usize) -> Option<(usize, usize)> {
    let word = &words[opener];
    if word.upos != Upos::Verb || !word.is(&CONJUNCTIONS) {
        return None;
    }
    let of = |head: usize| move |&at: &usize| words[at].head == Some(head);
    let has_subject = (0..words.len())
        .filter(of(opener))
        .any(|at| matches!(words[at].deprel.base(), Deprel::Nsubj | Deprel::Aux));
    let clause = (opener + 1..words.len())
        .filter(of(opener))
        .find(|&at| words[at].upos != Upos::Pron && subject_behind(words, at, opener).is_some())?;
    let opens = opener == 0 || !words[opener - 1].upos.is_nominal();
    let main = match word.head {
        Some(main) if main != clause => main,
        _ => (clause + 1..words.len()).find(|&at| {
            let joined = words[at].head == Some(opener) || words[at].head == Some(clause);
            let beside = matches!(
                words[at].deprel,
                Deprel::Conj | Deprel::Parataxis | Deprel::Ccomp
            );
            joined && beside && subject_behind(words, at, clause).is_some()
        })?,
    };
    let depends = !word.is(&OF_THOUGHT) || opener == 0 && has_auxiliary(words, main, &DEPENDING);
    (!has_subject && opens && depends).then_some((clause, main))
}

/// "*Had* the council acted, the bridge would stand", "The town would have drowned *had* it not been for the wall".
fn hang_inverted(words: &mut [Word]) {
    if words.iter().any(|word| word.form == "?") {
        return;
    }
    if let Some((front, clause, main)) = inverted_in_front(words) {
        let opener = front.start;
        make_condition(words, front, clause, main);
        attach(words, opener, clause, Deprel::Aux);
        words[opener].upos = Upos::Aux;
    }
    for opener in 1..words.len().saturating_sub(4) {
        if let Some((end, main)) = but_for_behind(words, opener) {
            make_condition(words, opener..end + 1, end, main);
            attach(words, opener, end, Deprel::Aux);
        }
    }
}

/// The words in front of the comma, their predicate, and the predicate behind.
fn inverted_in_front(words: &[Word]) -> Option<(Range<usize>, usize, usize)> {
    let opener = (0..words.len()).find(|&at| !words[at].is_punctuation())?;
    if !words[opener].is(&INVERTED) {
        return None;
    }
    let comma = (opener + 2..words.len()).find(|&at| words[at].form == ",")?;
    let main = (comma + 1..words.len()).find(|&at| {
        let beyond = words[at].head.is_none_or(|head| head < comma);
        beyond && subject_behind(words, at, comma).is_some()
    })?;
    if !has_auxiliary(words, main, &DEPENDING) {
        return None;
    }
    let front = opener + 1..comma;
    let is_verb = |&at: &usize| {
        let qualifies = matches!(words[at].deprel, Deprel::AclRelcl | Deprel::Amod);
        words[at].upos == Upos::Verb && !qualifies
    };
    let clause = front.clone().find(is_verb).or_else(|| {
        let said = |&at: &usize| matches!(words[at].upos, Upos::Noun | Upos::Adj | Upos::Propn);
        front.clone().rev().find(said)
    })?;
    Some((opener..comma, clause, main))
}

/// "had it not been for the wall", "were it not for the wall" behind what depends on it: its noun, and the verb it depended on.
fn but_for_behind(words: &[Word], opener: usize) -> Option<(usize, usize)> {
    let form = |at: usize| {
        words
            .get(opener + at)
            .map_or("", |word| word.lower.as_str())
    };
    let is_not = ["not", "n't"].contains(&form(2));
    let had = form(0) == "had" && form(3) == "been" && form(4) == "for";
    let were = form(0) == "were" && form(3) == "for";
    if form(1) != "it" || !is_not || !(had || were) {
        return None;
    }
    let preposition = opener + if had { 4 } else { 3 };
    let noun = words[preposition].head.filter(|&noun| noun > preposition)?;
    let main = (0..opener)
        .rev()
        .find(|&at| has_auxiliary(words, at, &UNREAL))?;
    Some((noun, main))
}

/// "*But for* the wall, the town would have drowned", "*Given* a new pier, the ferry would return": prepositions.
fn make_prepositions(words: &mut [Word]) {
    let Some(opener) = (0..words.len()).find(|&at| !words[at].is_punctuation()) else {
        return;
    };
    let but_for = words[opener].lower == "but"
        && words
            .get(opener + 1)
            .is_some_and(|next| next.lower == "for");
    let given = words[opener].lower == "given";
    let noun = if but_for {
        words[opener + 1].head
    } else if given {
        (opener + 1..words.len()).find(|&at| words[at].deprel.base() == Deprel::Obl)
    } else {
        None
    };
    let Some(noun) = noun.filter(|&noun| noun > opener) else {
        return;
    };
    let is_break = |at: usize| words[at].form == ",";
    let depends = words[noun]
        .head
        .is_some_and(|main| main > noun && has_auxiliary(words, main, &UNREAL));
    if depends && words[noun].deprel.base() == Deprel::Obl && !(opener..noun).any(is_break) {
        attach(words, opener, noun, Deprel::Case);
        words[opener].upos = Upos::Adp;
    }
}

/// "*In case of* rain, the market will move": the noun heads the phrase that the parser calls fixed.
fn head_in_case(words: &mut [Word]) {
    for case in 1..words.len().saturating_sub(1) {
        let is_fixed = words[case].lower == "case"
            && words[case].deprel == Deprel::Fixed
            && words[case - 1].lower == "in"
            && words[case + 1].lower == "of";
        let Some(noun) = words[case - 1].head.filter(|&noun| is_fixed && noun > case) else {
            continue;
        };
        if let Some(verb) = words[noun].head {
            attach(words, case, verb, Deprel::Obl);
            attach(words, case - 1, case, Deprel::Case);
            attach(words, case + 1, noun, Deprel::Case);
            attach(words, noun, case, Deprel::Nmod);
        }
    }
}

/// Makes a clause of some words, which hangs on what depends on it; what hung on them from outside hangs there too.
fn make_condition(words: &mut [Word], inside: Range<usize>, clause: usize, main: usize) {
    let is_root = inside.clone().any(|at| words[at].head.is_none());
    let hangs_inside = words[main].head.is_some_and(|head| inside.contains(&head));
    if hangs_inside && !is_root {
        return;
    }
    for (at, word) in words.iter_mut().enumerate() {
        let Some(head) = word.head else { continue };
        if inside.contains(&at) && !inside.contains(&head) {
            word.head = Some(clause);
        } else if !inside.contains(&at) && inside.contains(&head) && at != main {
            let of_main = is_root && (at > main || word.is_punctuation());
            word.head = Some(if of_main { main } else { clause });
        }
    }
    for at in inside {
        if words[at].head.is_none() {
            attach(words, at, clause, Deprel::Dep);
        }
    }
    if is_root {
        words[main].head = None;
        words[main].deprel = Deprel::Root;
    }
    attach(words, clause, main, Deprel::Advcl);
}

/// The first subject of a predicate behind a word and in front of the predicate or of what is said of it.
fn subject_behind(words: &[Word], predicate: usize, behind: usize) -> Option<usize> {
    (behind + 1..words.len()).find(|&at| {
        let relation = words[at].deprel.base();
        words[at].head == Some(predicate) && matches!(relation, Deprel::Nsubj | Deprel::Expl)
    })
}

fn has_auxiliary(words: &[Word], verb: usize, forms: &[&str]) -> bool {
    let mut of_verb = words.iter().filter(|word| word.head == Some(verb));
    of_verb.any(|word| word.deprel.base() == Deprel::Aux && word.is(forms))
}

#[cfg(test)]
mod tests {
    use crate::analysis::mend::testing::mended;

    #[test]
    fn a_condition_is_a_clause_on_what_depends_on_it() {
        let table: [(&str, &[usize], &[&str]); 12] = [
            (
                "Had~have/AUX/aux/7 they/PRON/nsubj/3 acted~act/VERB/xcomp/1 ,/PUNCT/punct/3 it/PRON/nsubj/7 would/AUX/aux/7 stand/VERB/root/0",
                &[0, 2, 6],
                &["had aux 3", "acted advcl 7", "stand root 0"],
            ),
            (
                "Were~be/AUX/cop/8 taxes/NOUN/nsubj/8 to/PART/mark/4 rise/VERB/acl/2 ,/PUNCT/punct/2 shops/NOUN/nsubj/8 would/AUX/aux/8 close/VERB/root/0",
                &[0, 1, 3],
                &["were aux 4", "taxes nsubj 4", "rise advcl 8"],
            ),
            (
                "Should/AUX/aux/3 rain/NOUN/nsubj/3 last/VERB/root/0 ,/PUNCT/punct/3 dams/NOUN/nsubj/7 will/AUX/aux/7 burst/VERB/parataxis/3 ./PUNCT/punct/3",
                &[0, 2, 6, 7],
                &["should aux 3", "last advcl 7", "burst root 0", ". punct 7"],
            ),
            // A question; no clause behind that depends on it.
            (
                "Should/AUX/aux/3 rain/NOUN/nsubj/3 last/VERB/root/0 ,/PUNCT/punct/3 dams/NOUN/nsubj/7 will/AUX/aux/7 burst/VERB/parataxis/3 ?/PUNCT/punct/3",
                &[2],
                &["last root 0"],
            ),
            (
                "Had~have/AUX/aux/3 they/PRON/nsubj/3 acted~act/VERB/root/0 ,/PUNCT/punct/3 dams/NOUN/nsubj/6 burst/VERB/parataxis/3",
                &[2],
                &["acted root 0"],
            ),
            (
                "it/PRON/nsubj/3 would/AUX/aux/3 drown/VERB/root/0 had/AUX/aux/3 it/PRON/nsubj/9 not/PART/advmod/9 been/AUX/cop/9 for/ADP/case/9 walls/NOUN/obl/3",
                &[3, 8],
                &["had aux 9", "walls advcl 3"],
            ),
            (
                "Provided~provide/VERB/root/0 that/SCONJ/obj/4 they/PRON/nsubj/4 agree/VERB/ccomp/1 ,/PUNCT/punct/4 work/NOUN/nsubj/7 begins/VERB/conj/4 ./PUNCT/punct/1",
                &[0, 1, 3, 6, 7],
                &[
                    "provided mark 4",
                    "that fixed 1",
                    "agree advcl 7",
                    "begins root 0",
                    ". punct 7",
                ],
            ),
            (
                "it/PRON/nsubj/3 will/AUX/aux/3 begin/VERB/root/0 provided~provide/VERB/xcomp/3 they/PRON/nsubj/6 agree/VERB/ccomp/4",
                &[3, 5],
                &["provided mark 6", "agree advcl 3"],
            ),
            // Who assumes something thinks it; who provided something did it.
            (
                "he/PRON/nsubj/2 left/VERB/root/0 ,/PUNCT/punct/4 assuming~assume/VERB/advcl/2 it/PRON/nsubj/6 failed/VERB/ccomp/4",
                &[3],
                &["assuming advcl 2"],
            ),
            (
                "it/PRON/nsubj/2 provided~provide/VERB/root/0 that/SCONJ/mark/5 they/PRON/nsubj/5 agree/VERB/ccomp/2",
                &[1, 4],
                &["provided root 0", "agree ccomp 2"],
            ),
            (
                "As/ADV/advmod/2 long/ADV/advmod/8 as/SCONJ/mark/5 it/PRON/nsubj/5 rains/VERB/advcl/2 ,/PUNCT/punct/5 roads/NOUN/nsubj/8 close/VERB/root/0",
                &[1, 4],
                &["long advmod 5", "rains advcl 8"],
            ),
            (
                "But/CCONJ/cc/8 for/ADP/case/4 the/DET/det/4 wall/NOUN/obl/8 ,/PUNCT/punct/4 it/PRON/nsubj/8 would/AUX/aux/8 drown/VERB/root/0",
                &[0, 3],
                &["but case 4", "wall obl 8"],
            ),
        ];
        for (tree, places, expected) in table {
            assert_eq!(mended(tree, places), expected, "{tree}");
        }
    }

    #[test]
    fn what_belongs_to_a_condition_in_front_is_given_to_it() {
        let table: [(&str, &[usize], &[&str]); 5] = [
            (
                "Even/ADV/advmod/7 if/SCONJ/mark/4 it/PRON/nsubj/4 rains/VERB/advcl/7 ,/PUNCT/punct/4 roads/NOUN/nsubj/7 close/VERB/root/0",
                &[0],
                &["even advmod 4"],
            ),
            (
                "Only/ADV/advmod/7 if/SCONJ/mark/7 it/PRON/nsubj/4 rains/VERB/advcl/7 will/AUX/aux/7 roads/NOUN/nsubj/7 close/VERB/root/0",
                &[0, 1],
                &["only advmod 4", "if mark 4"],
            ),
            (
                "if/SCONJ/mark/3 it/PRON/nsubj/3 rains/VERB/advcl/9 and/CCONJ/cc/6 nobody/PRON/nsubj/6 pays/VERB/advcl/9 ,/PUNCT/punct/6 it/PRON/nsubj/9 floods/VERB/root/0",
                &[5],
                &["pays conj 3"],
            ),
            // Behind the comma it is no condition.
            (
                "if/SCONJ/mark/3 it/PRON/nsubj/3 rains/VERB/advcl/9 ,/PUNCT/punct/3 and/CCONJ/cc/7 nobody/PRON/nsubj/7 pays/VERB/advcl/9 it/PRON/nsubj/9 floods/VERB/root/0",
                &[6],
                &["pays advcl 9"],
            ),
            (
                "If/SCONJ/mark/4 ,/PUNCT/punct/1 as/SCONJ/mark/4 seems/VERB/advcl/10 ,/PUNCT/punct/4 it/PRON/nsubj/7 rains/VERB/advcl/10 ,/PUNCT/punct/7 it/PRON/nsubj/10 floods/VERB/root/0",
                &[0, 3, 6],
                &["if mark 7", "seems advcl 7", "rains advcl 10"],
            ),
        ];
        for (tree, places, expected) in table {
            assert_eq!(mended(tree, places), expected, "{tree}");
        }
    }
}
