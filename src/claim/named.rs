//! Content that is no clause, and clauses that end in a cue.
//!
//! "Critics called the decision a trap" names, "he was “deeply concerned”" quotes: both hold a claim although the content
//! has no verb of its own. Known to go wrong where the parser takes name and named for one noun.

use super::ClauseKind;
use super::clause::{Clause, is_finite};
use super::holder::holds;
use super::left_out::is_asked;
use crate::analysis::Analysis;
use crate::attribution::{Attribution, AttributionRule};
use crate::grammar::{Deprel, Upos};

/// The content of an attribution as a clause: its predicate is the last word that hangs outside. `None` for some words in
/// quotation marks beside a cue that reports something else: users may leave “tailored adverts”.
pub(super) fn named(analysis: &Analysis, attribution: &Attribution) -> Option<Clause> {
    let words = &analysis.words;
    let tokens: Vec<usize> = (0..words.len())
        .filter(|&token| holds(attribution, words[token].span) && !words[token].is_punctuation())
        .collect();
    let hangs_outside = |token: &&usize| {
        let head = words[**token].head;
        head.is_none_or(|head| !tokens.contains(&head))
    };
    let predicate = *tokens.iter().rfind(hangs_outside)?;
    let is_statement = || tokens.iter().any(|&token| is_finite(analysis, token));
    let picked_out = attribution.rule == AttributionRule::BesideQuotation && !is_statement();
    if picked_out || is_asked(analysis, &tokens) {
        return None;
    }
    let subject = tokens
        .iter()
        .copied()
        .find(|&token| token != predicate && words[token].upos != Upos::Det);
    Some(Clause {
        predicate,
        subject,
        tokens,
        kind: ClauseKind::Complement,
        governor: None,
        markers: Vec::new(),
        condition: None,
        setting: None,
        stance: Vec::new(),
    })
}

/// The clause without a cue at its end whose content is a claim of its own: "the firm cut its rates, *while claiming* that
/// …". `None` where nothing is left to claim: "Society may choose to believe that …".
pub(super) fn without_cue_at_end(
    analysis: &Analysis,
    attributions: &[&Attribution],
    mut clause: Clause,
) -> Option<Clause> {
    let words = &analysis.words;
    let last = clause
        .tokens
        .iter()
        .copied()
        .rfind(|&token| !words[token].is_punctuation())?;
    let is_cue = attributions.iter().any(|attribution| {
        let mut content = attribution.content.iter();
        attribution.cue_token == Some(last)
            && content.all(|span| span.start > words[last].span.start)
    });
    if !is_cue || last == clause.predicate {
        return Some(clause);
    }
    let aside = std::iter::once(last)
        .chain(analysis.ancestors(last))
        .take_while(|&above| above != clause.predicate)
        .filter(|&above| words[above].deprel.base() == Deprel::Advcl)
        .last()?;
    let taken = analysis.subtree(aside);
    clause.tokens.retain(|token| !taken.contains(token));
    clause.tokens.contains(&clause.predicate).then_some(clause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::ByteSpan;
    use crate::testing::{attributions, say, tree_by_hand};

    /// An attribution whose content goes from one word to another.
    fn attribution(analysis: &Analysis, cue: usize, (first, last): (usize, usize)) -> Attribution {
        let found = attributions("The auditor said the fund is empty.");
        let content = analysis.words[first].span.cover(analysis.words[last].span);
        Attribution {
            cue_token: Some(cue),
            content: vec![content],
            ..found.into_iter().next().unwrap()
        }
    }

    #[test]
    fn content_without_a_verb_is_a_clause() {
        let analysis = tree_by_hand(
            "called/VERB/root/0 the/DET/det/3 plan/NOUN/obj/1 “/PUNCT/punct/6 a/DET/det/6 trap/NOUN/xcomp/1 today/NOUN/obl/1",
        );
        let clause = named(&analysis, &attribution(&analysis, 0, (1, 5))).unwrap();
        assert_eq!(say(&analysis, &clause.tokens), "the plan a trap");
        assert_eq!((clause.predicate, clause.subject), (5, Some(2)));
        assert_eq!(clause.kind, ClauseKind::Complement);
        // One word: a predicate without a subject.
        let clause = named(&analysis, &attribution(&analysis, 0, (4, 5))).unwrap();
        assert_eq!((clause.predicate, clause.subject), (5, None));
        let nowhere = Attribution {
            content: vec![ByteSpan::new(0, 1)],
            ..attribution(&analysis, 0, (1, 5))
        };
        assert!(named(&analysis, &nowhere).is_none());
    }

    /// What stays of a clause that ends in a cue.
    fn rest(tree: &str, cue: usize, content: (usize, usize), predicate: usize) -> Option<String> {
        let analysis = tree_by_hand(tree);
        let attribution = attribution(&analysis, cue, content);
        let mut clause = named(&analysis, &attribution).unwrap();
        clause.tokens = (0..=cue).collect();
        clause.predicate = predicate;
        let clause = without_cue_at_end(&analysis, &[&attribution], clause)?;
        Some(say(&analysis, &clause.tokens))
    }

    #[test]
    fn a_cue_at_the_end_is_taken_off_with_its_clause() {
        let tree = "firms/NOUN/nsubj/2 cut/VERB/root/0 rates/NOUN/obj/2 while/SCONJ/mark/5 claiming/VERB/advcl/2 it/PRON/nsubj/7 pays/VERB/ccomp/5";
        assert_eq!(rest(tree, 4, (5, 6), 1).as_deref(), Some("firms cut rates"));
        // The content stands in front, the predicate itself is the cue, or the clause goes on.
        assert_eq!(
            rest(tree, 4, (2, 3), 1).as_deref(),
            Some("firms cut rates while claiming")
        );
        assert_eq!(
            rest(tree, 4, (5, 6), 4).as_deref(),
            Some("firms cut rates while claiming")
        );
        // "may choose to believe that …": nothing is left to claim.
        let chosen = "firms/NOUN/nsubj/2 choose/VERB/root/0 to/PART/mark/4 believe/VERB/xcomp/2 it/PRON/nsubj/6 pays/VERB/ccomp/4";
        assert_eq!(rest(chosen, 3, (4, 5), 1), None);
        // The outermost adverbial clause goes.
        let nested = "cut/VERB/root/0 hoping/VERB/advcl/1 while/SCONJ/mark/4 claiming/VERB/advcl/2 pays/VERB/ccomp/4";
        assert_eq!(rest(nested, 3, (4, 4), 0).as_deref(), Some("cut"));
    }
}
