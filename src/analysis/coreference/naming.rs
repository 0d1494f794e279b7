//! The words that are put for a mention.

use super::mention::{Form, Mention};
use super::metonym::Government;
use super::names::Names;
use super::reference::SURE;
use super::{Reference, ReferenceRule};
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

    /// "Orrin's mayor", "the council's new rule"; "my son" as it stands; "her husband" with the name of whom it is.
    fn owned(&self, mention: &Mention) -> Option<(ByteSpan, String)> {
        let text = &self.article.text;
        let words = &self.document.analyses[mention.sentence].words;
        let plain = words[mention.first..=mention.head]
            .iter()
            .all(|word| !matches!(word.upos, Upos::Num | Upos::Cconj | Upos::Adp | Upos::Punct));
        let phrase = words[mention.first].span.cover(words[mention.head].span);
        let (owner, owned) = (
            &words[mention.first],
            ByteSpan::new(words[mention.first].span.end, phrase.end).of(text),
        );
        let name = match owner.lower.as_str() {
            _ if !plain => return None,
            "the" | "my" | "our" | "your" => format!("{}{owned}", owner.lower),
            _ if owner.upos != Upos::Pron => phrase.of(text).to_string(),
            _ => {
                let owner = *self.at.get(&(mention.sentence, mention.first))?;
                let &(entity, probability) = self.resolution.referents[owner].entities.first()?;
                let named = &self.document.mentions
                    [self.fullest[entity].filter(|_| probability >= SURE)?];
                let fits = self.document.mentions[owner]
                    .agreement
                    .fits(named.agreement);
                let name = self
                    .naming(named)
                    .filter(|_| fits && mention.agreement.animate == Some(true))?
                    .1;
                format!("{name}{}{owned}", genitive(&name))
            }
        };
        Some((phrase, name))
    }

    /// Where a mention is named, and its name; or its noun phrase up to the head as what is known already: "about 200
    /// red buses" → "the red buses", "The council's new rule" → "the council's new rule". `None` where the phrase says only how many or which of several.
    pub fn naming(&self, mention: &Mention) -> Option<(ByteSpan, String)> {
        let text = &self.article.text;
        let words = &self.document.analyses[mention.sentence].words;
        if mention.coordinated {
            return Some((mention.span, mention.span.of(text).to_string()));
        }
        if let Some((first, last)) = mention.name {
            let name = words[first].span.cover(words[last].span);
            let odd = |form: &str| {
                matches!(
                    form,
                    ":" | ";" | "," | "(" | ")" | "\"" | "/" | "$" | "=" | "#" | "|" | "<" | ">"
                ) || form.starts_with("--")
            };
            if words[first..=last].iter().any(|word| odd(&word.form)) {
                return None;
            }
            let article = self
                .articles
                .get(mention.name_words.as_slice())
                .is_some_and(|&balance| balance > 0);
            return Some((
                name,
                if article {
                    format!("the {}", name.of(text))
                } else {
                    name.of(text).to_string()
                },
            ));
        }
        if mention.form == Form::Possessive {
            return self.owned(mention);
        }
        let first = (mention.first..=mention.head).find(|&token| {
            matches!(
                words[token].upos,
                Upos::Adj | Upos::Noun | Upos::Propn | Upos::Verb
            )
        })?;
        let known = (first..=mention.head).all(|token| {
            !matches!(
                words[token].upos,
                Upos::Det | Upos::Pron | Upos::Num | Upos::Punct | Upos::Cconj | Upos::Adp
            )
        });
        let counting = (mention.first..=mention.head).any(|token| {
            matches!(
                words[token].lemma.as_str(),
                "more"
                    | "few"
                    | "many"
                    | "much"
                    | "several"
                    | "other"
                    | "another"
                    | "some"
                    | "such"
                    | "no"
                    | "any"
                    | "each"
                    | "every"
                    | "most"
                    | "same"
                    | "next"
                    | "last"
            )
        });
        let span = words[first].span.cover(words[mention.head].span);
        let phrase = span.of(text);
        let others_lower = words[first + 1..=mention.head]
            .iter()
            .all(|word| !word.form.starts_with(char::is_uppercase));
        let opens = first == 0 && others_lower && words[first].upos != Upos::Propn;
        let lowered = if opens {
            lowered(phrase)
        } else {
            phrase.to_string()
        };
        let name = if mention.form == Form::Bare {
            lowered
        } else {
            format!("the {lowered}")
        };
        (known && !counting).then(|| {
            (
                words[mention.first].span.cover(words[mention.head].span),
                name,
            )
        })
    }
}
