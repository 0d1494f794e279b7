//! Whether a claim was cut where a sentence can begin and end: not through what belongs together, nor where the parser is
//! unsure what belongs to it.

use super::Wording;
use super::obstacle::Candidate;
use crate::analysis::Word;
use crate::claim::ClauseKind;
use crate::grammar::{Deprel, Feature, Upos};

/// From how many words of the sentence on that are to be expected on the wrong side of its borders a claim is not said
/// alone. Set by reading sentences on either side of it.
pub(super) const MOST_MISPLACED: f32 = 1.0;

/// Words that go on with what stands before them, where no mark or conjunction parts the two.
const GOING_ON: [Upos; 8] = [
    Upos::Noun,
    Upos::Propn,
    Upos::Num,
    Upos::Det,
    Upos::Adj,
    Upos::Aux,
    Upos::Verb,
    Upos::Part,
];

/// Relations of words that can't be said without the noun behind them.
const LEADING: [Deprel; 5] = [
    Deprel::Case,
    Deprel::Det,
    Deprel::Amod,
    Deprel::Nummod,
    Deprel::Compound,
];

/// How many words are to be expected on the wrong side by the probabilities of the heads that were not chosen. Words that
/// hang across the border were cut on purpose.
pub(super) fn misplaced(wording: &Wording) -> f32 {
    let words = &wording.analysis.words;
    let inside: Vec<bool> = words
        .iter()
        .map(|word| wording.piece(word.span).is_some())
        .collect();
    let cut_on_purpose =
        |word: &Word, side: bool| word.head.is_none_or(|head| inside[head] != side);
    let counted = words
        .iter()
        .zip(&inside)
        .filter(|&(word, &side)| !word.is_punctuation() && !cut_on_purpose(word, side));
    let across = counted.map(|(word, &side)| {
        let rivals = word
            .rivals
            .iter()
            .filter(|&&(head, _)| inside[head] != side);
        rivals.map(|&(_, probability)| probability).sum::<f32>()
    });
    across.fold(0.0, |sum, probability| sum + probability)
}

/// "burgers | he was frying": a clause behind a bare noun says which one.
pub(super) fn qualifies_noun(candidate: &Candidate) -> bool {
    let first = candidate.first();
    let before = first.checked_sub(1).map(|before| candidate.word(before));
    matches!(
        candidate.clause.kind,
        ClauseKind::Coordinated | ClauseKind::Parataxis
    ) && before.is_some_and(|before| matches!(before.upos, Upos::Noun | Upos::Pron))
        && own_subject(candidate) == Some(first)
}

/// The first word of a subject that stands with its predicate.
fn own_subject(candidate: &Candidate) -> Option<usize> {
    let subject = candidate
        .analysis
        .children_with(candidate.clause.predicate, &[Deprel::Nsubj])
        .next()?;
    candidate.analysis.subtree(subject).first().copied()
}

/// "We could create and expose | tools", "This raises the chances | we will fall", "Adding it | is easy", "the thought | that he
/// lied": what follows a claim without a mark or conjunction belongs to it, if only in part.
pub(super) fn goes_on(candidate: &Candidate) -> bool {
    let next = candidate
        .next(candidate.last())
        .filter(|next| candidate.wording.piece(next.span).is_none());
    next.is_some_and(|next| match next.upos {
        Upos::Pron => !next.has(Feature::PronTypeRel),
        Upos::Adp => next.lower != "as",
        upos => GOING_ON.contains(&upos) || next.lower == "that",
    })
}

/// A preposition, article or conjunction at the end whose noun or clause was cut off.
pub(super) fn end_hangs(candidate: &Candidate) -> bool {
    let last = candidate.last();
    let word = candidate.word(last);
    let head_cut = word
        .head
        .is_some_and(|head| head > last && !candidate.has(head));
    // "to quickly | open": "to" waits for its verb.
    let waits = word.upos == Upos::Adv && last > 0 && candidate.word(last - 1).upos == Upos::Part;
    word.upos == Upos::Sconj
        || word.lower == "even"
        || waits && candidate.word(last - 1).lower == "to"
        || head_cut && LEADING.contains(&word.deprel.base())
}

/// "no way to mass|-produce", "a|-thon": a border inside a word with a hyphen.
pub(super) fn inside_word(candidate: &Candidate) -> bool {
    let words = &candidate.analysis.words;
    // The three words around a hyphen, where no blank parts them.
    let is_cut = |hyphen: usize| {
        let [before, mark, behind] = &words[hyphen - 1..=hyphen + 1] else {
            return false;
        };
        let joined = before.span.end == mark.span.start && mark.span.end == behind.span.start;
        joined && mark.form == "-" && candidate.has(hyphen - 1) != candidate.has(hyphen + 1)
    };
    (1..words.len().saturating_sub(1)).any(is_cut)
}

/// The first and second half of pairs of conjunctions.
const PAIRS: [(&str, &str); 2] = [("either", "or"), ("neither", "nor")];

/// "They either vote on the merger | or decide on the offer": of two alternatives one alone says another thing.
pub(super) fn parts_pair(candidate: &Candidate) -> bool {
    let words = &candidate.analysis.words;
    let own = &candidate.clause.tokens;
    let second_behind = |first: usize, second: &str| {
        own.iter()
            .any(|&token| token > first && words[token].lower == second)
    };
    own.iter().any(|&token| {
        let word = &words[token];
        let joins = word.deprel.base() == Deprel::Cc || word.upos == Upos::Cconj;
        let pair = PAIRS.iter().find(|&&(first, _)| word.lower == first);
        joins && pair.is_some_and(|&(_, second)| !second_behind(token, second))
    })
}

#[cfg(test)]
mod tests {
    use super::super::hand::{Built, check_rule};
    use super::super::obstacle::{Obstacle, first as first_obstacle};
    use super::*;

    fn expected_misplaced(sentence: &str) -> f32 {
        let built = Built::new(ClauseKind::Main, sentence);
        built.ask(|candidate| misplaced(candidate.wording))
    }

    #[test]
    fn words_that_may_belong_to_the_other_side_are_misplaced() {
        // "now" may hang on "it", "there" on the verb.
        let sentence = "*closed/VERB/root/0/2@0.9 ^it/PRON/obj/1 now/ADV/advmod/1/2@0.5/1@0.3 \
                        ^there/ADV/advmod/2/1@0.25/4@0.1 ,/PUNCT/punct/1/2@0.9";
        assert_eq!(expected_misplaced(sentence), 0.75);
        // What hangs across the border was cut on purpose.
        assert_eq!(
            expected_misplaced("*closed/VERB/root/0 ^it/PRON/obj/1/3@0.9 now/ADV/advmod/1"),
            0.0
        );
    }

    #[test]
    fn a_clause_inside_a_sentence_needs_sure_borders() {
        let obstacle = |kind, probability: &str| {
            let sentence = format!(
                "pools/NOUN/nsubj/2 *closed/VERB|VerbForm=Fin/root/0 now/ADV/advmod/2/5@{probability} \
                 then/ADV/advmod/2/5@0.5 ^,/PUNCT/punct/2"
            );
            Built::new(kind, &sentence).ask(first_obstacle)
        };
        assert_eq!(
            obstacle(ClauseKind::Coordinated, "0.5"),
            Some(Obstacle::BordersUnsure)
        );
        assert_eq!(obstacle(ClauseKind::Coordinated, "0.4"), None);
        assert_eq!(obstacle(ClauseKind::Main, "0.5"), None);
    }

    #[test]
    fn a_clause_behind_a_bare_noun_qualifies_it() {
        let asks = |kind, sentence: &str| Built::new(kind, sentence).ask(qualifies_noun);
        let burgers = "^burgers/NOUN/obj/4 he/PRON/nsubj/4 was/AUX/aux/4 *frying/VERB/root/0";
        assert!(asks(ClauseKind::Coordinated, burgers));
        assert!(asks(ClauseKind::Parataxis, burgers));
        assert!(!asks(ClauseKind::Main, burgers));
        for (sentence, expected) in [
            ("^those/PRON/obj/3 he/PRON/nsubj/3 *fried/VERB/root/0", true),
            (
                "^now/ADV/advmod/3 he/PRON/nsubj/3 *fried/VERB/root/0",
                false,
            ),
            (
                "^burgers/NOUN/obj/4 now/ADV/advmod/4 he/PRON/nsubj/4 *fried/VERB/root/0",
                false,
            ),
            ("he/PRON/nsubj/2 *fried/VERB/root/0", false),
            // The subject begins with its article.
            (
                "^burgers/NOUN/obj/4 the/DET/det/3 cook/NOUN/nsubj/4 *fried/VERB/root/0",
                true,
            ),
        ] {
            assert_eq!(
                asks(ClauseKind::Coordinated, sentence),
                expected,
                "{sentence}"
            );
        }
    }

    #[test]
    fn a_claim_goes_on_in_words_without_a_mark() {
        check_rule(
            goes_on,
            &[
                ("*expose/VERB/root/0 ^tools/NOUN/obj/1", true),
                ("*make/VERB/root/0 ^it/PRON/obj/1", true),
                ("*sold/VERB/root/0 ^who/PRON|PronType=Rel/obj/1", false),
                ("*sold/VERB/root/0 ^of/ADP/case/1", true),
                ("*sold/VERB/root/0 ^as/ADP/case/1", false),
                ("*thought/NOUN/root/0 ^that/SCONJ/mark/1", true),
                ("*closed/VERB/root/0 ^because/SCONJ/mark/1", false),
                ("*closed/VERB/root/0 ^,/PUNCT/punct/1", false),
                ("*closed/VERB/root/0", false),
            ],
        );
    }

    #[test]
    fn what_leads_to_a_word_that_was_cut_off_hangs() {
        check_rule(
            end_hangs,
            &[
                ("*closed/VERB/root/0 because/SCONJ/mark/1", true),
                ("*closed/VERB/root/0 even/ADV/advmod/1", true),
                ("*sold/VERB/root/0 to/ADP/case/3 ^town/NOUN/obl/1", true),
                ("*sold/VERB/root/0 the/DET/det/3 ^town/NOUN/obj/1", true),
                ("*sold/VERB/root/0 now/ADV/advmod/3 ^town/NOUN/obj/1", false),
                (
                    "*sold/VERB/root/0 to/PART/mark/4 quickly/ADV/advmod/4 ^open/VERB/advcl/1",
                    true,
                ),
                (
                    "*sold/VERB/root/0 to/PART/mark/4 open/VERB/advcl/1 quickly/ADV/advmod/3",
                    false,
                ),
                // Of a word in front or in the claim.
                ("^town/NOUN/nsubj/2 *sold/VERB/root/0 the/DET/det/1", false),
                ("new/ADJ/amod/2 *town/NOUN/root/0 old/ADJ/amod/2", false),
            ],
        );
    }

    #[test]
    fn two_conjunctions_of_a_pair_stay_together() {
        check_rule(
            parts_pair,
            &[
                (
                    "either/CCONJ/cc:preconj/2 *vote/VERB/root/0 ^or/CCONJ/cc/4 ^leave/VERB/conj/2",
                    true,
                ),
                (
                    "either/CCONJ/cc:preconj/2 *vote/VERB/root/0 or/CCONJ/cc/4 leave/VERB/conj/2",
                    false,
                ),
                (
                    "neither/CCONJ/cc:preconj/2 *vote/VERB/root/0 ^nor/CCONJ/cc/4 ^leave/VERB/conj/2",
                    true,
                ),
                ("*vote/VERB/root/0 either/ADV/advmod/1", false),
            ],
        );
    }

    #[test]
    fn a_border_is_not_inside_a_word() {
        let cut = |sentence: &str, text: &str| {
            let mut built = Built::new(ClauseKind::Main, sentence);
            let mut from = 0;
            for word in &mut built.analysis.words {
                let start = from + text[from..].find(&word.form).unwrap();
                from = start + word.form.len();
                word.span = crate::span::ByteSpan::new(start, from);
            }
            built.ask(inside_word)
        };
        let inside = "ways/NOUN/nsubj/4 to/PART/mark/3 mass/NOUN/acl/1 *exist/VERB/root/0 ^-/PUNCT/punct/6 ^made/VERB/dep/4";
        assert!(cut(inside, "ways to mass exist-made"));
        assert!(!cut(inside, "ways to mass exist - made"));
        assert!(!cut(&inside.replace('^', ""), "ways to mass exist-made"));
    }
}
