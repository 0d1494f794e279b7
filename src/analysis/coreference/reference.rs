//! What may be put for a mention: the name of its entity, or the phrase that brought it in.
//!
//! [`RULES`] are asked in their order; the first that decides wins. Stricter than the resolution: a wrong name is worse than
//! a pronoun, so a reference must be likely and agree in number, gender and animacy with what is put for it.

use super::Reference;
use super::agreement;
use super::candidates::{MOST_STEPS, WINDOW};
use super::expletive::{is_expletive, shares_subject};
use super::mention::{Form, Mention, Pronoun, is_reflexive};
use super::names::{Names, is_person, is_running_text};
use super::sureness::Guess;
use crate::grammar::{Deprel, EntityType};
use crate::labels::labels;

labels! {
    /// The rules that say what a mention refers to; their labels are the reasons of edits.
    pub enum ReferenceRule {
        PersonalPronoun = "pronoun for a person",
        ThingPronoun = "pronoun for a thing",
        PluralPronoun = "plural pronoun",
        ShortName = "short name",
        Role = "role of a person",
        DefinitePhrase = "definite noun phrase",
        DemonstrativePhrase = "demonstrative noun phrase",
        Government = "place for its government",
    }
}

/// The mention that names what another refers to, and how likely it does; nothing where the rule is certain.
type Antecedent = (usize, Option<Weighed>);

/// How likely a reference is.
#[derive(Debug, Clone, Copy)]
struct Weighed {
    /// As the ranker weighs it among what fits.
    share: f32,
    /// That it is right.
    probability: f32,
}

/// A rule for mentions of one form, an example, and what it makes of a mention.
struct Rule {
    name: ReferenceRule,
    /// A text whose last reference it finds.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
    test: fn(&Names, usize) -> Option<Antecedent>,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: ReferenceRule::PersonalPronoun, test: personal_pronoun,
           example: "Maria Okafor leads the trust. She opened the bridge." },
    Rule { name: ReferenceRule::ThingPronoun, test: thing_pronoun,
           example: "The harbour trust lost money in 2019. It will sell the ferry." },
    Rule { name: ReferenceRule::PluralPronoun, test: plural_pronoun,
           example: "Maria Okafor and David Lund left the board in May. They had known of the debts." },
    Rule { name: ReferenceRule::ShortName, test: short_name,
           example: "Maria Okafor spoke first. Okafor said the ferry was late." },
    Rule { name: ReferenceRule::Role, test: role,
           example: "Mayor Maria Okafor opened the bridge. The mayor praised the engineers." },
    Rule { name: ReferenceRule::DefinitePhrase, test: definite_phrase,
           example: "The Marsh Treaty was signed in May. The treaty binds all towns." },
    Rule { name: ReferenceRule::DemonstrativePhrase, test: demonstrative_phrase,
           example: "The Marsh Treaty was signed in May. This treaty binds all towns." },
];

fn personal_pronoun(names: &Names, index: usize) -> Option<Antecedent> {
    pronoun(names, index, &[Pronoun::He, Pronoun::She])
}

fn thing_pronoun(names: &Names, index: usize) -> Option<Antecedent> {
    let mention = &names.document.mentions[index];
    let analysis = &names.document.analyses[mention.sentence];
    pronoun(names, index, &[Pronoun::It]).filter(|_| !is_expletive(analysis, mention.head))
}

fn plural_pronoun(names: &Names, index: usize) -> Option<Antecedent> {
    pronoun(names, index, &[Pronoun::They])
}

/// A pronoun of one of these basic forms; no name can stand for "himself".
fn pronoun(names: &Names, index: usize, forms: &[Pronoun]) -> Option<Antecedent> {
    let mention = &names.document.mentions[index];
    let word = &names.document.analyses[mention.sentence].words[mention.head];
    if !mention
        .pronoun
        .is_some_and(|pronoun| forms.contains(&pronoun))
        || is_reflexive(&word.lower)
    {
        return None;
    }
    let guess = names.guess(index)?;
    let weighed = Weighed {
        share: guess.share,
        probability: names.sureness(index, &guess),
    };
    Some((guess.antecedent, Some(weighed)))
}

/// "Okafor", where one person of the article is called so in full.
fn short_name(names: &Names, index: usize) -> Option<Antecedent> {
    let mention = &names.document.mentions[index];
    let short = mention.form == Form::Name && is_person(mention);
    Some((names.full_name(mention).filter(|_| short)?, None))
}

/// "The mayor", where the article says of one person that they are.
fn role(names: &Names, index: usize) -> Option<Antecedent> {
    let mention = &names.document.mentions[index];
    let bare = mention.form == Form::Definite && names.is_bare(mention);
    Some((names.bearer(mention).filter(|_| bare)?, None))
}

/// "The treaty", where its entity has a name.
fn definite_phrase(names: &Names, index: usize) -> Option<Antecedent> {
    let mention = &names.document.mentions[index];
    let bare = mention.form == Form::Definite && names.is_bare(mention);
    names.name_of_own_entity(index).filter(|_| bare)
}

/// "This treaty"; not "such treaties", "this week".
fn demonstrative_phrase(names: &Names, index: usize) -> Option<Antecedent> {
    let mention = &names.document.mentions[index];
    let bare = mention.form == Form::Demonstrative && names.is_bare(mention);
    let refers = bare && !names.is_kind_or_time(mention);
    names.name_of_own_entity(index).filter(|_| refers)
}

/// How likely a name must be right to be put for a pronoun. Of those of GUM's dev set that are as likely or more 114 of 116 are
/// right (`training/README.md`).
const SURE: f32 = 0.9;

/// The same in a long text, which speaks of more than the ranker keeps apart.
const SURE_IN_LONG: f32 = 0.94;

/// The same for a noun phrase, as the ranker weighs it.
const SURE_OF_PHRASE: f32 = 0.65;

/// How much it speaks against a referent that a pronoun may have none, or one that can't be named.
const UNNAMED: f32 = 0.5;

/// How likely a reference must be to say who speaks: to name somebody is what the reader asks for there, and who said
/// something is seldom far.
const LIKELY: f32 = 0.3;

impl Names<'_> {
    /// What a mention refers to, where a rule tells.
    pub fn reference(&self, index: usize) -> Option<Reference> {
        let mention = &self.document.mentions[index];
        let refers = !mention.coordinated
            && is_running_text(self.article, mention)
            && self.stands_free(mention);
        if !refers {
            return None;
        }
        if let Some(&government) = self.governments.get(&index) {
            return Some(self.government(mention, government));
        }
        let found = RULES
            .iter()
            .find_map(|rule| Some((rule.name, (rule.test)(self, index)?)));
        let (rule, (antecedent, weighed)) = found?;
        let named = &self.document.mentions[antecedent];
        let (origin, name) = self.naming(named)?;
        let replaced = self.replaced(mention);
        let likely = weighed.is_none_or(|weighed| weighed.share >= LIKELY);
        let fits = mention.agreement.fits(named.agreement) && likely;
        let same = replaced.of(&self.article.text).eq_ignore_ascii_case(&name);
        if !fits || same {
            return None;
        }
        let least = match mention.form {
            Form::Pronoun if self.article.is_long() => SURE_IN_LONG,
            Form::Pronoun => SURE,
            _ => SURE_OF_PHRASE,
        };
        let sure = weighed.is_none_or(|weighed| {
            weighed.probability >= least
                && (mention.form == Form::Pronoun || self.is_called(antecedent, mention))
        });
        Some(Reference {
            mention: replaced,
            name,
            antecedent: origin,
            rule,
            pronoun: mention.pronoun,
            person: !named.coordinated && named.agreement.animate == Some(true)
                || mention.is_he_or_she(),
            probability: weighed.map(|weighed| weighed.probability),
            sure: sure && !self.is_of_subject(index, antecedent),
        })
    }

    /// Whether a possessive pronoun goes with the subject of its own clause rather than with an antecedent that its sentence
    /// has not named: "The Harls had lost their ship".
    fn is_of_subject(&self, index: usize, antecedent: usize) -> bool {
        let mention = &self.document.mentions[index];
        let analysis = &self.document.analyses[mention.sentence];
        let deprel = analysis.words[mention.head].deprel;
        if mention.form != Form::Pronoun || deprel != Deprel::NmodPoss {
            return false;
        }
        let entity = self.resolution.entity_of[antecedent];
        let subject = analysis
            .ancestors(mention.head)
            .take(MOST_STEPS)
            .filter_map(|verb| analysis.children_with(verb, &[Deprel::Nsubj]).next())
            .find(|&subject| subject < mention.head);
        let subject = subject
            .and_then(|subject| self.at.get(&(mention.sentence, subject)))
            .copied();
        let mentioned = (0..index)
            .rev()
            .take_while(|&other| self.document.mentions[other].sentence == mention.sentence)
            .any(|other| self.resolution.entity_of[other] == entity);
        let fits = |subject: usize| {
            let named = &self.document.mentions[subject];
            named.form != Form::Pronoun
                && mention.agreement.fits(named.agreement)
                && (mention.pronoun != Some(Pronoun::They) || named.agreement.plural != Some(false))
        };
        !mentioned && subject.is_some_and(fits)
    }

    /// Whether the words are no part of a word or name: not "he" in "[T]he", nor "Okafor" in "Mr. Okafor".
    fn stands_free(&self, mention: &Mention) -> bool {
        let before = self
            .article
            .text
            .get(..mention.span.start)
            .and_then(|before| before.chars().next_back());
        let words = &self.document.analyses[mention.sentence].words;
        let first = mention.name.map_or(mention.first, |(first, _)| first);
        let behind_title = first.checked_sub(1).is_some_and(|title| {
            agreement::is_title(&words[title].lower) || words[title].is(&["née"])
        });
        !behind_title && before.is_none_or(|before| !before.is_alphanumeric() && before != ']')
    }

    /// The fullest name of the entity that a mention was found to be of, and how likely it is.
    fn name_of_own_entity(&self, index: usize) -> Option<Antecedent> {
        let entity = self.resolution.entity_of[index];
        let probability = self.resolution.referents[index].probability(entity)?;
        let weighed = Weighed {
            share: probability,
            probability,
        };
        let name = self.fullest[entity]?;
        (!self.passes_body(index, name)).then_some((name, Some(weighed)))
    }

    /// Whether another body was named since the one that a noun phrase is taken for: "Marsh Company raised the price. Corvane
    /// lowered it. The company".
    pub fn passes_body(&self, index: usize, name: usize) -> bool {
        let mentions = &self.document.mentions;
        let entity = self.resolution.entity_of[name];
        let is_body = |at: usize| mentions[at].entity == Some(EntityType::Organization);
        let is_other = |at: usize| {
            !matches!(
                mentions[at].entity,
                Some(EntityType::Person | EntityType::Location | EntityType::Norp)
            )
        };
        let named = |&at: &usize| mentions[at].form == Form::Name;
        let members = &self.named[entity];
        let before = &members[..members.partition_point(|&other| other < index)];
        let last = before.iter().copied().rev().find(named);
        let since = last
            .map_or(index, |last| last + 1)
            .max(index.saturating_sub(WINDOW));
        let other =
            |at: usize| named(&at) && is_other(at) && self.resolution.entity_of[at] != entity;
        let head = &self.document.analyses[mentions[name].sentence].words[mentions[name].head];
        (is_body(name) || agreement::is_group(&head.lemma.to_lowercase()))
            && (since..index).any(other)
    }

    /// Whether the article calls what has a name so: "the treaty" for the Marsh Treaty, "the town" for Port Hale, the smallest
    /// town; not "the research" for a centre.
    pub fn is_called(&self, name: usize, phrase: &Mention) -> bool {
        let entity = self.resolution.entity_of[name];
        let named = &self.document.mentions[name];
        named.name_words.contains(&phrase.lemma)
            || self.descriptions.contains(&(entity, phrase.lemma))
    }

    /// "such treaties", "this week"
    fn is_kind_or_time(&self, mention: &Mention) -> bool {
        let analysis = &self.document.analyses[mention.sentence];
        let head = analysis.words[mention.head].span;
        analysis.words[mention.first].lower == "such"
            || analysis.times.iter().any(|time| time.span.contains(head))
    }

    /// What names the likeliest of the entities that a pronoun may stand for.
    pub fn guess(&self, index: usize) -> Option<Guess> {
        let mention = &self.document.mentions[index];
        let referents = &self.resolution.referents[index];
        let fits = |antecedent: usize| {
            let named = &self.document.mentions[antecedent];
            // "The board … they say": a name in the singular would not agree with the verb.
            let plural =
                mention.pronoun != Some(Pronoun::They) || named.agreement.plural == Some(true);
            let words = &self.document.analyses[named.sentence].words;
            // "He" is not "Holm and Berg".
            let one = named.name.is_none_or(|(first, last)| {
                words[first..=last].iter().all(|word| word.lower != "and")
            });
            let animate = !mention.is_he_or_she()
                || one && (named.name.is_some() || named.agreement.animate == Some(true));
            // "My" is of another speaker outside of a quotation.
            let own = words[named.first].is(&["my", "our", "your"]);
            let heard = !own || named.quotation == mention.quotation;
            heard
                && plural
                && animate
                && mention.agreement.fits(named.agreement)
                && self.naming(named).is_some()
        };
        let analysis = &self.document.analyses[mention.sentence];
        // "He" in somebody's own words is another.
        let speaker = mention
            .quotation
            .and_then(|quotation| self.document.quotations.speakers[quotation]);
        let speaker = speaker
            .filter(|_| mention.is_he_or_she())
            .and_then(|place| self.at.get(&place))
            .map(|&speaker| self.resolution.entity_of[speaker]);
        // "It ought to fall" is of something, whatever the parser makes of it.
        let refers = analysis.words[mention.head]
            .head
            .is_some_and(|head| shares_subject(analysis, head));
        let mut total = if refers {
            0.0
        } else {
            referents.none * UNNAMED
        };
        let mut best = None;
        for &(entity, probability) in referents.entities.iter().filter(|of| Some(of.0) != speaker) {
            match self.antecedent(entity, index) {
                Some(antecedent) if fits(antecedent) => {
                    total += probability;
                    best = best.or(Some((antecedent, entity, probability)));
                }
                Some(_) => {}
                None => total += probability * UNNAMED,
            }
        }
        let (antecedent, entity, probability) = best?;
        let others = referents.entities.iter().filter(|other| other.0 != entity);
        Some(Guess {
            antecedent,
            entity,
            share: probability / total,
            probability,
            second: others.fold(0.0, |most, other| other.1.max(most)),
        })
    }
}

#[cfg(test)]
mod tests;
