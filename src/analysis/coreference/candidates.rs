//! Which earlier mentions a mention may share its referent with.

use super::document::Document;
use super::mention::{self, Form, Mention, Pronoun};
use crate::grammar::Deprel;

/// How many words above a pronoun, or the head of its clause, are looked at.
pub(super) const MOST_STEPS: usize = 8;

/// How many mentions back a referent is looked for, unless it has the same head or name.
pub(super) const WINDOW: usize = 50;

impl Document<'_> {
    /// The mentions that a mention may share its referent with, the nearest first, each with the number of fitting ones
    /// that stand nearer: all, and those that compete most, people with a name for "she", subjects for "it".
    pub fn candidates(&self, index: usize) -> Vec<(usize, (usize, usize))> {
        let mention = &self.mentions[index];
        let from = index.saturating_sub(WINDOW);
        // "It" is no year.
        let personal = mention.is_third_person();
        let mut rank = (0, 0);
        let near = (from..index).rev();
        let far = self.earlier[index]
            .far
            .iter()
            .rev()
            .copied()
            .filter(|&at| at < from);
        let mut candidates = Vec::new();
        let person = self.follows_person(index);
        for at in near.chain(far) {
            let other = &self.mentions[at];
            if other.form == Form::Pronoun && other.block != mention.block && person {
                continue;
            }
            if other.head == mention.head && other.sentence == mention.sentence
                || personal && self.traits[at].counts
                || self.binds(at, index)
            {
                continue;
            }
            candidates.push((at, rank));
            let fits = mention.agreement.fits(other.agreement);
            rank.0 += usize::from(fits);
            let competes = match mention.pronoun {
                Some(Pronoun::He | Pronoun::She) => {
                    other.agreement.animate == Some(true) && other.form == Form::Name
                }
                _ => self.traits[at].subject && other.agreement.animate != Some(true),
            };
            rank.1 += usize::from(fits && competes);
        }
        candidates
    }

    /// Whether somebody that "he" or "she" may be is named as a subject in front of it, in its paragraph and the window: a
    /// pronoun of an earlier paragraph, of somebody whom this one doesn't name, is then none to go by.
    fn follows_person(&self, index: usize) -> bool {
        let mention = &self.mentions[index];
        if !mention.is_he_or_she() {
            return false;
        }
        // "Okafor looked at him": who does it is not whom it is done to.
        let free = matches!(
            self.analyses[mention.sentence].words[mention.head]
                .deprel
                .base(),
            Deprel::Nsubj | Deprel::Nmod
        );
        let fits = |other: &Mention| {
            let one = other.agreement.animate == Some(true)
                && other.agreement.plural != Some(true)
                && other.form != Form::Pronoun;
            one && other.quotation == mention.quotation
                && mention.agreement.fits(other.agreement)
                && (free || other.sentence < mention.sentence)
        };
        let mut near = (index.saturating_sub(WINDOW)..index)
            .rev()
            .take_while(|&at| self.mentions[at].block == mention.block);
        near.any(|at| self.traits[at].subject && fits(&self.mentions[at]))
    }

    /// The subject, a name or noun phrase, of the clause that a pronoun stands in front of: "In her speech, Okafor said".
    pub(super) fn subject_behind(&self, index: usize) -> Option<usize> {
        let mention = &self.mentions[index];
        if !mention.is_third_person() {
            return None;
        }
        let analysis = &self.analyses[mention.sentence];
        let above = std::iter::once(mention.head)
            .chain(analysis.ancestors(mention.head))
            .take(MOST_STEPS);
        let fronted = above.filter(|&at| {
            matches!(
                analysis.words[at].deprel.base(),
                Deprel::Advcl | Deprel::Obl
            )
        });
        let subject = fronted.filter_map(|at| {
            let verb = analysis.words[at].head?;
            analysis
                .children_with(verb, &[Deprel::Nsubj])
                .find(|&subject| subject > at && subject > mention.head)
        });
        let subject = subject.last()?;
        let mut behind = (index + 1..self.mentions.len())
            .take_while(|&at| self.mentions[at].sentence == mention.sentence);
        let fits = |other: &Mention| {
            let sort = match mention.pronoun {
                Some(Pronoun::He | Pronoun::She) => {
                    other.form == Form::Name && other.agreement.animate == Some(true)
                }
                Some(Pronoun::It) => {
                    matches!(other.form, Form::Name | Form::Definite | Form::Possessive)
                        && other.agreement.animate != Some(true)
                }
                _ => other.form != Form::Pronoun && other.agreement.plural == Some(true),
            };
            other.head == subject && sort && other.agreement.fits(mention.agreement)
        };
        behind.find(|&at| fits(&self.mentions[at]))
    }

    /// Whether two mentions are subject and object of one verb and so no one thing (principle B of Chomsky 1981): "people
    /// take them", "people stop and take them".
    pub(super) fn binds(&self, subject: usize, object: usize) -> bool {
        let (one, other) = (&self.mentions[subject], &self.mentions[object]);
        let words = &self.analyses[other.sentence].words;
        let object = &words[other.head];
        let is_object = one.sentence == other.sentence
            && other.is_third_person()
            && matches!(object.deprel.base(), Deprel::Obj | Deprel::Iobj)
            && !mention::is_reflexive(&object.lower);
        is_object
            && words[one.head].deprel.base() == Deprel::Nsubj
            && words[one.head].head.is_some()
            && words[one.head].head == self.with_subject(other.sentence, object.head)
    }

    /// The verb whose subject is that of a verb: the one that it is coordinated with or that controls it, where it has no
    /// subject of its own, "rule out asking them", "closed it to save it".
    fn with_subject(&self, sentence: usize, verb: Option<usize>) -> Option<usize> {
        let analysis = &self.analyses[sentence];
        let shared = |&verb: &usize| {
            let above = analysis.words[verb].head?;
            let has = |verb: usize, relations: &[Deprel]| analysis.has_child_with(verb, relations);
            // "lost the vote, forcing it to reopen talks": there the loss does it.
            let apart = verb
                .checked_sub(1)
                .is_some_and(|before| analysis.words[before].is_punctuation());
            let shares = match analysis.words[verb].deprel.base() {
                Deprel::Conj => true,
                Deprel::Xcomp | Deprel::Ccomp => !has(above, &[Deprel::Obj, Deprel::Iobj]),
                Deprel::Advcl => !apart,
                _ => false,
            };
            (shares && !has(verb, &[Deprel::Nsubj, Deprel::Csubj, Deprel::Expl])).then_some(above)
        };
        std::iter::successors(verb, shared)
            .take(analysis.words.len())
            .last()
    }
}

#[cfg(test)]
mod tests;
