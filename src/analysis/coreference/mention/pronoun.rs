//! Pronouns that may refer.

use super::super::agreement::Gender;
use crate::analysis::Word;
use crate::grammar::{Deprel, Feature, Upos};
use crate::labels::labels;

labels! {
    /// A pronoun, or an adverb of place that refers like one, by its basic form.
    pub enum Pronoun {
        I = "i",
        You = "you",
        He = "he",
        She = "she",
        It = "it",
        We = "we",
        They = "they",
        This = "this",
        That = "that",
        These = "these",
        Those = "those",
        Here = "here",
        There = "there",
    }
}

impl Pronoun {
    /// All its forms, in lower case.
    fn forms(self) -> &'static [&'static str] {
        match self {
            Pronoun::I => &["i", "me", "my", "mine", "myself"],
            Pronoun::You => &["you", "your", "yours", "yourself", "yourselves"],
            Pronoun::He => &["he", "him", "his", "himself"],
            Pronoun::She => &["she", "her", "hers", "herself"],
            Pronoun::It => &["it", "its", "itself"],
            Pronoun::We => &["we", "us", "our", "ours", "ourselves"],
            Pronoun::They => &["they", "them", "their", "theirs", "themselves", "'em", "em"],
            Pronoun::This => &["this"],
            Pronoun::That => &["that"],
            Pronoun::These => &["these"],
            Pronoun::Those => &["those"],
            Pronoun::Here => &["here"],
            Pronoun::There => &["there"],
        }
    }

    /// The pronoun that a word is, if it may refer: relative, interrogative and indefinite ones don't, nor does "this" in
    /// "this plan", "mine" where coal is dug, "US" or "there" in "there is".
    pub(super) fn read(word: &Word) -> Option<Pronoun> {
        if word.has(Feature::PronTypeRel) || word.has(Feature::PronTypeInt) {
            return None;
        }
        let pronoun = Pronoun::ALL
            .iter()
            .copied()
            .find(|pronoun| word.is(pronoun.forms()))?;
        let determiner = word.upos == Upos::Det && word.deprel.base() == Deprel::Det;
        let refers = match pronoun {
            Pronoun::I => word.upos != Upos::Noun,
            Pronoun::We => word.form != "US",
            Pronoun::That => !determiner && matches!(word.upos, Upos::Pron | Upos::Det),
            Pronoun::This | Pronoun::These | Pronoun::Those => !determiner,
            Pronoun::Here | Pronoun::There => word.upos == Upos::Adv,
            Pronoun::You | Pronoun::He | Pronoun::She | Pronoun::It | Pronoun::They => true,
        };
        refers.then_some(pronoun)
    }

    /// The gender of "he" and "she".
    pub fn gender(self) -> Option<Gender> {
        match self {
            Pronoun::He => Some(Gender::Masculine),
            Pronoun::She => Some(Gender::Feminine),
            _ => None,
        }
    }

    /// Whether it is a personal pronoun of the third person: "he", "she", "it", "they".
    pub fn is_third_person(self) -> bool {
        matches!(
            self,
            Pronoun::He | Pronoun::She | Pronoun::It | Pronoun::They
        )
    }
}

/// "himself", "themselves".
pub fn is_reflexive(lower: &str) -> bool {
    lower.ends_with("self") || lower.ends_with("selves")
}
