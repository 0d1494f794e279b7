//! Mends of trees that no sentence of English has, though each arc alone is likely.
//!
//! The weights score each arc by itself, so a predicate may get two subjects or two clauses as its complement. In EWT and GUM
//! none of 3,492 verbs with a complement clause has a second one.

mod apposition;
mod complement;
mod condition;
mod conjunct;
mod name;
mod opener;
mod subject;

use super::Word;
use crate::grammar::Deprel;

/// Mends the tree of a sentence. The order matters: what opens a clause tells whether a complement is a condition.
pub(super) fn mend(words: &mut [Word]) {
    name::name_what_is_no_modal(words);
    apposition::appose(words);
    opener::give_openers_to_first_clause(words);
    complement::join_complements(words);
    complement::complete_impersonal(words);
    complement::give_conditions_to_what_is_said(words);
    subject::join_subjects(words);
    subject::give_subjects_to_conjuncts(words);
    subject::part_compounds_with_verbs(words);
    subject::turn_objects_in_front(words);
    conjunct::join_to_what_is_said(words);
    condition::hang_conditions(words);
}

/// Words that make a clause a condition, a time or a reason of another.
const SUBORDINATING: [&str; 10] = [
    "when", "if", "after", "before", "while", "because", "although", "though", "unless", "once",
];

fn is_subordinating(word: &Word) -> bool {
    SUBORDINATING.contains(&word.lower.as_str())
}

/// Hangs a word elsewhere.
fn attach(words: &mut [Word], word: usize, head: usize, deprel: Deprel) {
    words[word].head = Some(head);
    words[word].deprel = deprel;
    words[word].rivals.retain(|&(rival, _)| rival != head);
}

#[cfg(test)]
mod testing {
    use super::mend;
    use crate::analysis::Word;
    use crate::testing::tree_by_hand;

    /// Heads (from 1, 0 the root) and relations of a mended tree, of the words whose places are given.
    pub fn mended(tree: &str, places: &[usize]) -> Vec<String> {
        let mut words = tree_by_hand(tree).words;
        mend(&mut words);
        let head = |word: &Word| word.head.map_or(0, |head| head + 1);
        let places = places.iter().map(|&place| &words[place]);
        places
            .map(|word| format!("{} {} {}", word.lower, word.deprel, head(word)))
            .collect()
    }
}
