//! The words that are put for a mention.

use super::mention::{Form, Mention};
use super::metonym::Government;
use super::names::Names;
use super::resolution::LIKELY_ONE;
use super::{Reference, ReferenceRule};
use crate::analysis::Word;
use crate::grammar::Upos;
use crate::span::ByteSpan;

/// What makes a name own something: "Okafor's", "the Harls'".
pub fn genitive(name: &str) -> &'static str {
    if name.ends_with('s') { "'" } else { "'s" }
}

/// Words that stood at the head of a sentence, for the middle of another.
pub fn lowered(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}

impl Names<'_> {
    /// What is put for a place that stands for its government: "the Orrinese government", "the government of Orrin", "Orrin's
    /// government".
    pub fn government(&self, place: &Mention, of: Government) -> Reference {
        let government = &self.document.mentions[of.mention];
        let words = &self.document.analyses[government.sentence].words;
        let first = if words[government.first].upos == Upos::Det {
            government.first + 1
        } else {
            government.first
        };
        let span = words[first]
            .span
            .cover(words[of.place.max(government.head)].span);
        let article = if government.form == Form::Possessive {
            ""
        } else {
            "the "
        };
        Reference {
            mention: self
                .replaced(place)
                .cover(self.document.analyses[place.sentence].words[place.first].span),
            name: format!("{article}{}", span.of(&self.article.text)),
            antecedent: span,
            rule: ReferenceRule::Government,
            pronoun: None,
            person: false,
            probability: None,
            sure: true,
        }
    }

    /// The words of a mention that are replaced: up to the head, or the whole name.
    pub fn replaced(&self, mention: &Mention) -> ByteSpan {
        let words = &self.document.analyses[mention.sentence].words;
        let (first, last) = mention.name.unwrap_or((mention.first, mention.head));
        words[first].span.cover(words[last].span)
    }

    /// Where a mention is named, and the words to put for another mention; `None` where it says too little.
    pub fn naming(&self, mention: &Mention) -> Option<(ByteSpan, String)> {
        if mention.coordinated {
            return Some((
                mention.span,
                mention.span.of(&self.article.text).to_string(),
            ));
        }
        match mention.name {
            Some(name) => self.proper_name(mention, name),
            None if mention.form == Form::Possessive => self.owned(mention),
            None => self.known_phrase(mention),
        }
    }

    /// The name with "the", where the article mostly writes it so; `None` where marks stand in it.
    fn proper_name(
        &self,
        mention: &Mention,
        (first, last): (usize, usize),
    ) -> Option<(ByteSpan, String)> {
        let words = &self.document.analyses[mention.sentence].words[first..=last];
        let odd =
            |word: &Word| ODD_IN_NAMES.contains(&word.form.as_str()) || word.form.starts_with("--");
        if words.iter().any(odd) {
            return None;
        }
        let span = words[0].span.cover(words[words.len() - 1].span);
        let name = span.of(&self.article.text);
        let balance = self.articles.get(mention.name_words.as_slice());
        let article = if balance.is_some_and(|&balance| balance > 0) {
            "the "
        } else {
            ""
        };
        Some((span, format!("{article}{name}")))
    }

    /// "Orrin's mayor", "the council's new rule"; "my son" as it stands; "her husband" with the name of whom it is.
    fn owned(&self, mention: &Mention) -> Option<(ByteSpan, String)> {
        let text = &self.article.text;
        let words = &self.document.analyses[mention.sentence].words[mention.first..=mention.head];
        let joined =
            |word: &Word| matches!(word.upos, Upos::Num | Upos::Cconj | Upos::Adp | Upos::Punct);
        if words.iter().any(joined) {
            return None;
        }
        let owner = &words[0];
        let phrase = owner.span.cover(words[words.len() - 1].span);
        let owned = ByteSpan::new(owner.span.end, phrase.end).of(text);
        let name = if owner.is(&KEPT_OWNERS) {
            format!("{}{owned}", owner.lower)
        } else if owner.upos != Upos::Pron {
            phrase.of(text).to_string()
        } else {
            let owner = self.owner(mention)?;
            format!("{owner}{}{owned}", genitive(&owner))
        };
        Some((phrase, name))
    }

    /// The name of whom "her" is in "her husband", where that is sure; what things belong to is seldom needed.
    fn owner(&self, mention: &Mention) -> Option<String> {
        let mentions = &self.document.mentions;
        let &pronoun = self.at.get(&(mention.sentence, mention.first))?;
        let &(entity, probability) = self.resolution.referents[pronoun].entities.first()?;
        let named = &mentions[self.fullest[entity]?];
        let fits = probability >= LIKELY_ONE
            && mentions[pronoun].agreement.fits(named.agreement)
            && mention.agreement.animate == Some(true);
        Some(self.naming(named).filter(|_| fits)?.1)
    }

    /// A noun phrase up to its head as what is known already: "about 200 red buses" → "the red buses". `None` where the
    /// phrase says only how many or which of several.
    fn known_phrase(&self, mention: &Mention) -> Option<(ByteSpan, String)> {
        let words = &self.document.analyses[mention.sentence].words;
        let first = (mention.first..=mention.head).find(|&token| {
            let upos = words[token].upos;
            matches!(upos, Upos::Adj | Upos::Noun | Upos::Propn | Upos::Verb)
        })?;
        let interrupts = |word: &Word| {
            matches!(
                word.upos,
                Upos::Det | Upos::Pron | Upos::Num | Upos::Punct | Upos::Cconj | Upos::Adp
            )
        };
        let counts = |word: &Word| word.has_lemma(&COUNTING);
        let whole = &words[mention.first..=mention.head];
        let phrase = &words[first..=mention.head];
        if phrase.iter().any(interrupts) || whole.iter().any(counts) {
            return None;
        }
        let end = words[mention.head].span;
        let said = phrase[0].span.cover(end).of(&self.article.text);
        let capital = |word: &Word| word.form.starts_with(char::is_uppercase);
        // The capital of a sentence's first word is no part of it.
        let opens = first == 0 && phrase[0].upos != Upos::Propn && !phrase[1..].iter().any(capital);
        let said = if opens { lowered(said) } else { said.into() };
        let name = if mention.form == Form::Bare {
            said
        } else {
            format!("the {said}")
        };
        Some((whole[0].span.cover(end), name))
    }
}

/// Marks by which a name is known to have been read wrongly.
const ODD_IN_NAMES: [&str; 13] = [
    ":", ";", ",", "(", ")", "\"", "/", "$", "=", "#", "|", "<", ">",
];

/// Words in front of what is owned that stay as they are.
const KEPT_OWNERS: [&str; 4] = ["the", "my", "our", "your"];

/// Words that say how many or which of several.
const COUNTING: [&str; 17] = [
    "more", "few", "many", "much", "several", "other", "another", "some", "such", "no", "any",
    "each", "every", "most", "same", "next", "last",
];

#[cfg(test)]
mod tests;
