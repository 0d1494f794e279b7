//! What a clause hangs on, and what hangs on it: governor, stances of the author, condition, setting.

use super::condition::leading_words;
use super::part::Part;
use super::stance::held_noun;
use crate::analysis::Analysis;
use crate::grammar::Deprel;

/// The nearest clause above, attributions and stances skipped.
pub(super) fn governor(
    analysis: &Analysis,
    parts: &[Option<Part>],
    predicate: usize,
) -> Option<usize> {
    analysis
        .ancestors(predicate)
        .find(|&above| matches!(parts[above], Some(Part::Clause(_))))
}

/// The stances right above the clause, nearest first, and before each the noun that it holds: "There *is* no *doubt* that".
pub(super) fn stances(analysis: &Analysis, parts: &[Option<Part>], predicate: usize) -> Vec<usize> {
    let is_stance = |token: usize| parts[token] == Some(Part::Stance);
    let is_held = |noun: usize| {
        let head = analysis.words[noun].head;
        head.is_some_and(|head| is_stance(head) && held_noun(analysis, head) == Some(noun))
    };
    analysis
        .ancestors(analysis.first_conjunct(predicate))
        .take_while(|&above| is_stance(above) || is_held(above))
        .filter(|&above| is_stance(above))
        .flat_map(|stance| held_noun(analysis, stance).into_iter().chain([stance]))
        .collect()
}

/// The condition of a clause with its marks: one that hangs on its verb or on that verb's complement ("wants to stay if …"),
/// or one in front of the first conjunct, which holds for those behind it too ("If it rains, the road floods and closes"), with
/// "and" also for those with a subject of their own.
pub(super) fn condition(
    analysis: &Analysis,
    parts: &[Option<Part>],
    predicate: usize,
) -> Option<(usize, Vec<usize>)> {
    let on = |token: usize| {
        let mut children = analysis.children(token).iter().copied();
        children.find(|&child| parts[child] == Some(Part::Condition))
    };
    let on_complement = || {
        analysis
            .children_with(predicate, &[Deprel::Xcomp])
            .find_map(on)
    };
    let shared = || {
        let first = analysis.first_conjunct(predicate);
        let own_subject = analysis.subject_of_clause(predicate).is_some();
        let with_and = analysis
            .children_with(predicate, &[Deprel::Cc])
            .any(|coordinator| analysis.words[coordinator].is(&["and", "or"]));
        let goes_on = first != predicate && (!own_subject || with_and);
        on(first).filter(|&condition| goes_on && condition < first)
    };
    let head = on(predicate).or_else(on_complement).or_else(shared)?;
    Some((head, leading_words(analysis, head)))
}

/// The temporal clause in front of the clause that it hangs on.
pub(super) fn setting(
    analysis: &Analysis,
    parts: &[Option<Part>],
    predicate: usize,
) -> Option<usize> {
    analysis
        .children_with(predicate, &[Deprel::Advcl])
        .find(|&child| parts[child] == Some(Part::Setting) && child < predicate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::ClauseKind;
    use crate::testing::tree_by_hand;

    const CLAUSE: Option<Part> = Some(Part::Clause(ClauseKind::Main));

    #[test]
    fn the_governor_is_the_nearest_clause_above() {
        let analysis = tree_by_hand("a/VERB/root/0 b/VERB/ccomp/1 c/VERB/ccomp/2 d/VERB/conj/3");
        assert_eq!(
            governor(&analysis, &[CLAUSE, None, Some(Part::Cue), CLAUSE], 3),
            Some(0)
        );
        assert_eq!(
            governor(&analysis, &[CLAUSE, CLAUSE, None, CLAUSE], 3),
            Some(1)
        );
        assert_eq!(governor(&analysis, &[CLAUSE, None, None, None], 0), None);
    }

    #[test]
    fn stances_stand_right_above_the_first_conjunct() {
        const STANCE: Option<Part> = Some(Part::Stance);
        let analysis = tree_by_hand("a/VERB/root/0 b/VERB/ccomp/1 c/VERB/ccomp/2 d/VERB/conj/3");
        assert_eq!(
            stances(&analysis, &[STANCE, STANCE, CLAUSE, CLAUSE], 3),
            [1, 0]
        );
        assert_eq!(
            stances(&analysis, &[STANCE, Some(Part::Cue), CLAUSE, CLAUSE], 3),
            Vec::<usize>::new()
        );
        assert_eq!(
            stances(&analysis, &[STANCE, CLAUSE, CLAUSE, CLAUSE], 1),
            [0]
        );
    }

    /// The condition of the last word, where the word "rains" is one.
    fn condition_of_last(tree: &str) -> Option<(usize, Vec<usize>)> {
        let analysis = tree_by_hand(tree);
        let parts: Vec<Option<Part>> = analysis
            .words
            .iter()
            .map(|word| (word.lower == "rains").then_some(Part::Condition))
            .collect();
        condition(&analysis, &parts, analysis.words.len() - 1)
    }

    #[test]
    fn a_condition_hangs_on_the_clause_its_complement_or_the_first_conjunct() {
        let table = [
            (
                "if/SCONJ/mark/2 rains/VERB/advcl/3 floods/VERB/root/0",
                Some((1, vec![0])),
            ),
            (
                "rains/VERB/advcl/2 stay/VERB/xcomp/3 wants/VERB/root/0",
                Some((0, vec![])),
            ),
            (
                "rains/VERB/advcl/2 stay/VERB/ccomp/3 wants/VERB/root/0",
                None,
            ),
            (
                "rains/VERB/advcl/2 floods/VERB/root/0 closes/VERB/conj/2",
                Some((0, vec![])),
            ),
            // Behind the first conjunct it is the first one's alone; a subject opens a new clause.
            (
                "floods/VERB/root/0 rains/VERB/advcl/1 closes/VERB/conj/1",
                None,
            ),
            (
                "it/PRON/nsubj/4 rains/VERB/advcl/3 floods/VERB/root/0 closes/VERB/conj/3",
                None,
            ),
            (
                "rains/VERB/advcl/2 floods/VERB/root/0 and/CCONJ/cc/5 it/PRON/nsubj/5 closes/VERB/conj/2",
                Some((0, vec![])),
            ),
            (
                "rains/VERB/advcl/2 floods/VERB/root/0 but/CCONJ/cc/5 it/PRON/nsubj/5 closes/VERB/conj/2",
                None,
            ),
            ("snows/VERB/advcl/2 floods/VERB/root/0", None),
        ];
        for (tree, expected) in table {
            assert_eq!(condition_of_last(tree), expected, "{tree}");
        }
    }

    #[test]
    fn a_setting_stands_in_front_of_its_clause() {
        let analysis = tree_by_hand("came/VERB/advcl/2 left/VERB/root/0 fell/VERB/advcl/2");
        const SETTING: Option<Part> = Some(Part::Setting);
        assert_eq!(setting(&analysis, &[SETTING, CLAUSE, None], 1), Some(0));
        assert_eq!(setting(&analysis, &[None, CLAUSE, SETTING], 1), None);
        assert_eq!(
            setting(&analysis, &[Some(Part::Condition), CLAUSE, None], 1),
            None
        );
        let aside = tree_by_hand("guess/VERB/parataxis/2 left/VERB/root/0");
        assert_eq!(setting(&aside, &[SETTING, CLAUSE], 1), None);
    }
}
