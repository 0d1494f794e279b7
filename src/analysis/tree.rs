//! Ways to ask a word and to walk the dependency tree, each of them once for all rules.

use super::{Analysis, Word};
use crate::grammar::{Deprel, Feature, Upos};

impl Word {
    /// Whether the word has a feature.
    pub fn has(&self, feature: Feature) -> bool {
        self.features.has(feature)
    }

    /// Whether the word is a punctuation mark or symbol without a sound.
    pub fn is_punctuation(&self) -> bool {
        self.upos == Upos::Punct
    }

    /// Whether its form, in lower case, is one of those.
    pub fn is(&self, forms: &[&str]) -> bool {
        forms.contains(&self.lower.as_str())
    }

    /// Whether its lemma is one of those.
    pub fn has_lemma(&self, lemmas: &[&str]) -> bool {
        lemmas.contains(&self.lemma.as_str())
    }

    /// "I" or "we": the author as a subject.
    pub fn is_author(&self) -> bool {
        self.is(&["i", "we"])
    }

    /// "not", "n't", "never".
    pub fn negates(&self) -> bool {
        self.is(&["not", "n't", "never"])
    }
}

impl Analysis {
    /// The words that depend on `token`, in the order of the text.
    pub fn children(&self, token: usize) -> &[usize] {
        self.children.get(token).map_or(&[], |children| children)
    }

    /// The first child with that relation, subtype included.
    pub fn child(&self, token: usize, deprel: Deprel) -> Option<usize> {
        self.children(token)
            .iter()
            .copied()
            .find(|&child| self.words[child].deprel == deprel)
    }

    /// All children whose relation, subtype left aside, is one of those.
    pub fn children_with<'a>(
        &'a self,
        token: usize,
        deprels: &'a [Deprel],
    ) -> impl Iterator<Item = usize> + 'a {
        self.children(token)
            .iter()
            .copied()
            .filter(|&child| deprels.contains(&self.words[child].deprel.base()))
    }

    /// Whether it has a child whose relation, subtype left aside, is one of those.
    pub fn has_child_with(&self, token: usize, deprels: &[Deprel]) -> bool {
        let mut children = self.children(token).iter();
        children.any(|&child| deprels.contains(&self.words[child].deprel.base()))
    }

    /// The vectors of some tokens, one behind the other, for [`Stretch`](crate::inference::Stretch).
    pub fn vectors_of(&self, tokens: &[usize]) -> Vec<f32> {
        let width = self
            .vectors
            .len()
            .checked_div(self.words.len())
            .unwrap_or(0);
        tokens
            .iter()
            .flat_map(|&token| &self.vectors[token * width..(token + 1) * width])
            .copied()
            .collect()
    }

    /// `token` and all below it, in the order of the text.
    pub fn subtree(&self, token: usize) -> Vec<usize> {
        let mut tokens = vec![token];
        let mut next = 0;
        while next < tokens.len() && tokens.len() <= self.words.len() {
            tokens.extend_from_slice(self.children(tokens[next]));
            next += 1;
        }
        tokens.sort_unstable();
        tokens
    }

    /// Fills the lists of children from the heads.
    pub(crate) fn link(&mut self) {
        self.children = vec![Vec::new(); self.words.len()];
        for (token, word) in self.words.iter().enumerate() {
            if let Some(head) = word.head {
                if head != token && head < self.words.len() {
                    self.children[head].push(token);
                }
            }
        }
    }

    /// The words above `token`, its head first, up to the root.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        let head = |&token: &usize| self.words.get(token)?.head;
        std::iter::successors(head(&token), head).take(self.words.len())
    }

    /// The first of the conjuncts that `token` is one of; itself where it is none.
    pub fn first_conjunct(&self, token: usize) -> usize {
        let chain = std::iter::once(token).chain(self.ancestors(token));
        chain
            .into_iter()
            .find(|&at| self.words[at].deprel != Deprel::Conj)
            .unwrap_or(token)
    }

    /// The clause's own subject: nominal, else expletive, else clausal.
    pub fn subject_of_clause(&self, predicate: usize) -> Option<usize> {
        let with = |deprel: Deprel| self.children_with(predicate, &[deprel]).next();
        with(Deprel::Nsubj)
            .or_else(|| with(Deprel::Expl))
            .or_else(|| with(Deprel::Csubj))
    }

    /// Whether "not" or "never" hangs on a token.
    pub fn is_negated(&self, token: usize) -> bool {
        self.children(token)
            .iter()
            .any(|&child| self.words[child].negates())
    }

    /// The first auxiliary of a verb that is one of those forms.
    pub fn auxiliary(&self, verb: usize, forms: &[&str]) -> Option<usize> {
        self.children_with(verb, &[Deprel::Aux])
            .find(|&child| self.words[child].is(forms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::tree_by_hand;

    #[test]
    fn ancestors_lead_to_the_root_and_end_in_a_circle() {
        let analysis = tree_by_hand("the/X/det/2 mayor/X/nsubj/3 left/X/root/0");
        assert_eq!(analysis.ancestors(0).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(analysis.ancestors(2).count(), 0);
        let mut circle = analysis;
        circle.words[2].head = Some(0);
        assert_eq!(circle.ancestors(0).count(), 3);
    }

    #[test]
    fn the_first_conjunct_is_found_through_chains() {
        let analysis = tree_by_hand("came/X/root/0 saw/X/conj/1 won/X/conj/2 badly/X/advmod/3");
        assert_eq!(
            [0, 1, 2, 3].map(|token| analysis.first_conjunct(token)),
            [0, 0, 0, 3]
        );
    }

    #[test]
    fn a_nominal_subject_goes_before_an_expletive() {
        let analysis = tree_by_hand("there/X/expl/2 is/X/root/0 hope/X/nsubj/2");
        assert_eq!(analysis.subject_of_clause(1), Some(2));
        assert_eq!(
            tree_by_hand("it/X/expl/2 seems/X/root/0").subject_of_clause(1),
            Some(0)
        );
        assert_eq!(
            tree_by_hand("told/X/nsubj:pass/2 was/X/root/0").subject_of_clause(1),
            Some(0)
        );
        assert_eq!(
            tree_by_hand("them/X/obj/2 left/X/root/0").subject_of_clause(1),
            None
        );
    }

    #[test]
    fn only_words_that_hang_on_a_token_negate_it() {
        let analysis = tree_by_hand(
            "it/X/nsubj/3 never/X/advmod/3 rains/X/root/0 not/X/advmod/5 hard/X/advmod/3",
        );
        assert!(analysis.is_negated(2) && analysis.is_negated(4) && !analysis.is_negated(0));
        assert!(!tree_by_hand("no/X/det/2 rain/X/nsubj/3 fell/X/root/0").is_negated(2));
    }

    #[test]
    fn an_auxiliary_is_found_by_its_form() {
        let analysis = tree_by_hand("it/X/nsubj/3 may/X/aux/3 rain/X/root/0 could/X/obj/3");
        assert_eq!(analysis.auxiliary(2, &["may", "could"]), Some(1));
        assert_eq!(analysis.auxiliary(2, &["could"]), None);
    }

    #[test]
    fn forms_and_lemmas_are_asked_in_lower_case() {
        let word = Word {
            form: "Boats".into(),
            lower: "boats".into(),
            lemma: "boat".into(),
            ..Word::default()
        };
        assert!(word.is(&["ships", "boats"]) && !word.is(&["boat", "Boats"]) && !word.is(&[]));
        assert!(word.has_lemma(&["boat"]) && !word.has_lemma(&["boats"]));
    }

    #[test]
    fn words_that_negate_and_words_for_the_author() {
        let word = |form: &str| Word {
            lower: form.into(),
            ..Word::default()
        };
        let negating = ["not", "n't", "never", "no", "it"].map(|form| word(form).negates());
        assert_eq!(negating, [true, true, true, false, false]);
        let author = ["i", "we", "you", "me"].map(|form| word(form).is_author());
        assert_eq!(author, [true, true, false, false]);
        let mut mark = word(",");
        assert!(!mark.is_punctuation());
        mark.upos = Upos::Punct;
        assert!(mark.is_punctuation());
        mark.features = mark.features.with(Feature::PossYes);
        assert!(mark.has(Feature::PossYes) && !mark.has(Feature::TensePast));
    }

    #[test]
    fn children_are_found_by_their_relation() {
        let analysis = tree_by_hand(
            "the/X/det/2 mayor/X/nsubj:pass/4 was/X/aux:pass/4 seen/X/root/0 twice/X/advmod/4",
        );
        assert_eq!(analysis.children(3), [1, 2, 4]);
        assert!(analysis.children(9).is_empty());
        assert_eq!(analysis.child(3, Deprel::NsubjPass), Some(1));
        assert_eq!(analysis.child(3, Deprel::Nsubj), None);
        let with = |deprels: &[Deprel]| analysis.children_with(3, deprels).collect::<Vec<_>>();
        assert_eq!(with(&[Deprel::Nsubj, Deprel::Advmod]), [1, 4]);
        assert!(with(&[Deprel::Obj]).is_empty());
        assert!(analysis.has_child_with(3, &[Deprel::Obj, Deprel::Aux]));
        assert!(!analysis.has_child_with(3, &[Deprel::Obj]));
    }

    #[test]
    fn a_subtree_is_in_the_order_of_the_text() {
        let mut analysis =
            tree_by_hand("of/X/case/2 stone/X/nmod/4 old/X/amod/4 bridge/X/root/0 here/X/advmod/4");
        assert_eq!(analysis.subtree(3), [0, 1, 2, 3, 4]);
        assert_eq!(analysis.subtree(1), [0, 1]);
        assert_eq!(analysis.subtree(4), [4]);
        // A circle ends.
        analysis.words[3].head = Some(1);
        analysis.link();
        assert!(analysis.subtree(3).len() >= 5);
    }

    #[test]
    fn a_word_is_not_its_own_child() {
        let mut analysis = tree_by_hand("it/X/nsubj/2 rains/X/root/0");
        analysis.words[0].head = Some(0);
        analysis.words[1].head = Some(7);
        analysis.link();
        assert!(analysis.children(0).is_empty() && analysis.children(1).is_empty());
    }

    #[test]
    fn vectors_are_those_of_the_tokens() {
        let mut analysis = tree_by_hand("it/X/nsubj/2 rains/X/root/0 hard/X/advmod/2");
        assert!(analysis.vectors_of(&[0, 2]).is_empty());
        analysis.vectors = vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        assert_eq!(analysis.vectors_of(&[2, 0]), [5.0, 6.0, 1.0, 2.0]);
        assert!(Analysis::default().vectors_of(&[]).is_empty());
    }
}
