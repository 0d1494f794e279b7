//! What speaks for and against two mentions being one thing, as places in a hashed table (Weinberger et al. 2009).
//!
//! The features are those of Durrett & Klein (2013), with agreement, the places of both in their sentences and what is
//! known of the entity so far. Each stands alone, with the form of the later mention, and with the forms of both.

use super::agreement::Gender;
use super::expletive::shares_subject;
use super::mention::{Form, Mention, is_reflexive};
use super::text_hash;
use super::{Document, Entity};
use crate::analysis::{Analysis, time};
use crate::grammar::{Deprel, EntityType, Upos};

/// Number of weights: a power of two.
pub const SIZE: usize = 1 << 16;

/// Features of one choice, kept from one to the next for its room.
#[derive(Debug, Default)]
pub struct Features {
    /// Their places in the table.
    pub places: Vec<u32>,
    hashes: Vec<u32>,
}

impl Features {
    fn clear(&mut self) {
        self.places.clear();
        self.hashes.clear();
    }
}

/// Collects features that go with one pair of forms.
struct Collector<'a> {
    features: &'a mut Features,
    later: u32,
    both: u32,
}

impl Collector<'_> {
    fn add<const N: usize>(&mut self, template: u32, values: [u32; N]) {
        self.features
            .hashes
            .push(values.into_iter().fold(mix(0x9e37_79b9, template), mix));
    }

    /// Only with the form of the later mention: where words themselves are the value.
    fn add_words<const N: usize>(&mut self, template: u32, values: [u32; N]) {
        let hash = values.into_iter().fold(mix(0x9e37_79b9, template), mix);
        self.features
            .places
            .push(mix(hash, self.later) & (SIZE as u32 - 1));
    }

    /// Joins what was added with the forms, all at once: this is where most of the time goes.
    fn finish(self) {
        let Features { places, hashes } = self.features;
        for conjunct in [0, self.later, self.both] {
            places.extend(
                hashes
                    .iter()
                    .map(|&hash| mix(hash, conjunct) & (SIZE as u32 - 1)),
            );
        }
    }
}

/// Murmur's mixing of 32 bits.
fn mix(hash: u32, value: u32) -> u32 {
    let mut value = value
        .wrapping_mul(0xcc9e_2d51)
        .rotate_left(15)
        .wrapping_mul(0x1b87_3593);
    value = (hash ^ value)
        .rotate_left(13)
        .wrapping_mul(5)
        .wrapping_add(0xe654_6b64);
    value ^= value >> 16;
    value = value.wrapping_mul(0x85eb_ca6b);
    value ^ value >> 13
}

/// What is asked of a mention for each pair that it is in, as numbers; 0 where there is nothing.
#[derive(Debug, Clone, Copy)]
pub struct Traits {
    /// The pronoun itself, or the form with its entity type.
    sort: u32,
    pronoun: u32,
    entity: u32,
    relation: u32,
    base_relation: u32,
    governor_relation: u32,
    governor_base_relation: u32,
    governor_lemma: u32,
    /// Whether it is the subject of a clause.
    pub subject: bool,
    /// Whether it is a number, a date or a length of time.
    pub counts: bool,
}

impl Traits {
    /// Those of a mention in its sentence.
    pub fn new(mention: &Mention, analysis: &Analysis) -> Self {
        let word = &analysis.words[mention.head];
        let governor = word.head.map(|head| &analysis.words[head]);
        let entity = if mention.form == Form::Name {
            entity_hash(mention.entity)
        } else {
            0
        };
        let sort = match mention.form {
            Form::Pronoun => text_hash(mention.pronoun),
            form => mix(
                100 + form as u32 + 10 * u32::from(mention.coordinated),
                entity,
            ),
        };
        Traits {
            sort,
            pronoun: text_hash(mention.pronoun),
            entity: entity_hash(mention.entity),
            relation: text_hash(word.deprel.label()),
            base_relation: option(Some(word.deprel.base().label()), text_hash),
            governor_relation: option(governor, |governor| text_hash(governor.deprel.label())),
            governor_base_relation: option(governor, |governor| {
                text_hash(governor.deprel.base().label())
            }),
            governor_lemma: governor.map_or(0, |governor| text_hash(&governor.lemma)),
            subject: word.deprel.base() == Deprel::Nsubj,
            counts: word.upos == Upos::Num
                || word.deprel.base() != Deprel::Nsubj
                    && time::is_named(&word.lemma.to_lowercase()),
        }
    }
}

fn option<T: Copy>(value: Option<T>, number: impl Fn(T) -> u32) -> u32 {
    value.map_or(0, |value| number(value).wrapping_add(1))
}

fn gender(gender: Gender) -> u32 {
    gender as u32
}

/// 0, 1, 2, 3, 4 to 5, 6 to 10, 11 to 20, more.
fn bucket(n: usize) -> u32 {
    match n {
        0..=3 => n as u32,
        4..=5 => 4,
        6..=10 => 5,
        11..=20 => 6,
        _ => 7,
    }
}

/// Features for a mention being the first of its entity.
pub fn of_new(document: &Document, index: usize, features: &mut Features) {
    features.clear();
    let mention = &document.mentions[index];
    let traits = &document.traits[index];
    let analysis = &document.analyses[mention.sentence];
    let word = &analysis.words[mention.head];
    let mut collector = Collector {
        features,
        later: mix(7, mention.form as u32),
        both: traits.sort,
    };
    let relation = traits.relation;
    let governor = word.head.map(|head| &analysis.words[head]);
    let earlier = &document.earlier[index];
    collector.add(1, []);
    collector.add_words(2, [mention.lemma]);
    collector.add(3, [relation]);
    collector.add_words(4, [text_hash(&analysis.words[mention.first].lower)]);
    collector.add_words(5, [text_hash(&analysis.words[mention.last].lower)]);
    collector.add(
        6,
        [
            traits.entity,
            option(mention.agreement.plural, u32::from),
            option(mention.agreement.animate, u32::from),
        ],
    );
    collector.add(7, [bucket(mention.last - mention.first)]);
    collector.add(
        8,
        [
            bucket(mention.modifiers.len()),
            u32::from(mention.last > mention.head),
        ],
    );
    collector.add(
        9,
        [bucket(earlier.same_lemma), bucket(earlier.same_content)],
    );
    collector.add(
        10,
        [u32::from(earlier.same_name > 0), bucket(earlier.same_lemma)],
    );
    collector.add(11, [bucket(mention.sentence)]);
    collector.add_words(
        12,
        [mention
            .first
            .checked_sub(1)
            .map_or(0, |before| text_hash(&analysis.words[before].lower))],
    );
    collector.add_words(
        13,
        [analysis
            .words
            .get(mention.last + 1)
            .map_or(0, |after| text_hash(&after.lower))],
    );
    collector.add_words(14, [traits.governor_lemma, relation]);
    collector.add(15, [u32::from(mention.quotation.is_some())]);
    collector.add(16, [bucket(mention.first)]);
    collector.add(
        17,
        [
            governor.map_or(0, |governor| text_hash(governor.upos.label())),
            relation,
        ],
    );
    collector.add_words(18, [mention.content]);
    collector.add(
        19,
        [option(earlier.nearest_same_lemma, |at| {
            bucket(mention.sentence - document.mentions[at].sentence)
        })],
    );
    if mention.form == Form::Pronoun {
        collector.add(
            20,
            [
                u32::from(
                    analysis
                        .children_with(
                            word.head.unwrap_or(mention.head),
                            &[Deprel::Csubj, Deprel::Ccomp, Deprel::Xcomp],
                        )
                        .next()
                        .is_some()
                        && !word.head.is_some_and(|head| shares_subject(analysis, head)),
                ),
                relation,
            ],
        );
        collector.add_words(21, [text_hash(&word.lower), relation]);
    }
    collector.finish();
}

/// Features for a mention being of the entity of an earlier one. `rank` counts fitting candidates in between.
pub fn of_pair(
    document: &Document,
    index: usize,
    candidate: usize,
    (rank, person_rank): (usize, usize),
    entity: &Entity,
    features: &mut Features,
) {
    features.clear();
    let (mention, earlier) = (&document.mentions[index], &document.mentions[candidate]);
    let (ours, theirs) = (&document.traits[index], &document.traits[candidate]);
    let later_analysis = &document.analyses[mention.sentence];
    let earlier_analysis = &document.analyses[earlier.sentence];
    let (word, earlier_word) = (
        &later_analysis.words[mention.head],
        &earlier_analysis.words[earlier.head],
    );
    let (relation, earlier_relation) = (ours.relation, theirs.relation);
    let mut collector = Collector {
        features,
        later: ours.sort,
        both: mix(ours.sort, theirs.sort),
    };
    let distance = mention.sentence - earlier.sentence;
    let same_sentence = distance == 0;
    let pronoun = mention.form == Form::Pronoun;

    collector.add(30, []);
    collector.add(31, [bucket(distance)]);
    collector.add(32, [bucket(index - candidate)]);
    collector.add(
        33,
        [bucket(mention.block - earlier.block), bucket(distance)],
    );
    // Agreement, of the mentions and of the entity so far.
    let (own, other, known) = (mention.agreement, earlier.agreement, entity.agreement);
    let agreement = [
        option(own.plural, u32::from) * 3 + option(other.plural, u32::from),
        option(own.gender, gender) * 3 + option(known.gender, gender),
        option(own.animate, u32::from) * 3 + option(known.animate, u32::from),
    ];
    collector.add(34, [agreement[0]]);
    collector.add(35, [agreement[1]]);
    collector.add(36, [agreement[2]]);
    collector.add(37, [u32::from(own.fits(other)), u32::from(own.fits(known))]);
    collector.add(38, [bucket(rank)]);
    collector.add(39, [bucket(rank), bucket(distance)]);
    // Words.
    if !pronoun && earlier.form != Form::Pronoun {
        let same_lemma = mention.lemma == earlier.lemma;
        let same_content = mention.content == earlier.content;
        let shared = mention
            .modifiers
            .iter()
            .filter(|modifier| earlier.modifiers.contains(modifier))
            .count();
        let extra = mention.modifiers.len() - shared;
        let lacking = earlier.modifiers.len().saturating_sub(shared);
        collector.add(40, [u32::from(same_content), u32::from(same_lemma)]);
        collector.add(
            41,
            [
                u32::from(same_lemma),
                bucket(extra.min(2)),
                bucket(lacking.min(2)),
            ],
        );
        collector.add(
            42,
            [
                u32::from(same_lemma),
                u32::from(mention.last > mention.head),
                u32::from(earlier.last > earlier.head),
                u32::from(same_content),
            ],
        );
        collector.add(43, [u32::from(same_content), bucket(distance)]);
        collector.add(
            44,
            [
                u32::from(same_lemma),
                bucket(distance),
                u32::from(extra > 0),
            ],
        );
        collector.add(45, [ours.entity, theirs.entity, u32::from(same_lemma)]);
        if !same_lemma {
            collector.add_words(46, [mention.lemma, earlier.lemma]);
            collector.add_words(47, [mention.lemma, theirs.entity]);
            collector.add_words(48, [ours.entity, earlier.lemma]);
        } else {
            collector.add_words(49, [mention.lemma]);
        }
        collector.add(50, [names(mention, earlier), ours.entity]);
        collector.add(
            51,
            [
                u32::from(entity.lemmas.contains(&mention.lemma)),
                u32::from(entity.contents.contains(&mention.content)),
            ],
        );
        let contained = mention
            .name_words
            .iter()
            .chain([&mention.lemma])
            .any(|word| earlier.modifiers.contains(word) || earlier.name_words.contains(word));
        collector.add(52, [u32::from(contained), u32::from(same_lemma)]);
        let role = entity.roles.contains(&mention.lemma)
            || mention
                .roles
                .iter()
                .any(|role| entity.lemmas.contains(role));
        collector.add(
            58,
            [u32::from(role), u32::from(mention.modifiers.is_empty())],
        );
    } else {
        collector.add_words(53, [earlier.lemma]);
        collector.add_words(54, [mention.lemma]);
        collector.add(55, [theirs.entity, bucket(distance)]);
        if earlier.form == Form::Pronoun {
            collector.add(56, [ours.pronoun, theirs.pronoun, bucket(distance)]);
            collector.add(
                57,
                [
                    ours.pronoun,
                    theirs.pronoun,
                    bucket(mention.block - earlier.block),
                ],
            );
        }
    }
    // Places in the sentences.
    collector.add(60, [relation, earlier_relation]);
    collector.add(61, [earlier_relation, bucket(distance)]);
    collector.add(62, [relation, earlier_relation, bucket(distance.min(2))]);
    collector.add(63, [bucket(distance), bucket(document.position[candidate])]);
    collector.add(
        64,
        [
            bucket(distance),
            u32::from(earlier_word.deprel == Deprel::Nsubj),
            bucket(document.position[candidate].min(1)),
        ],
    );
    collector.add(65, [bucket(distance), theirs.governor_relation]);
    if same_sentence {
        let contains = earlier.first <= mention.first && mention.last <= earlier.last;
        let inside = mention.first <= earlier.first && earlier.last <= mention.last;
        collector.add(66, [u32::from(contains), u32::from(inside)]);
        let sisters = word.head == earlier_word.head;
        let governed = climb(later_analysis, mention.head, earlier_word.head);
        let word_form =
            u32::from(is_reflexive(&word.lower)) + 2 * u32::from(word.deprel == Deprel::NmodPoss);
        collector.add(67, [u32::from(sisters), word_form]);
        collector.add(68, [governed, earlier_relation, word_form]);
        collector.add(69, [governed, relation]);
        collector.add(
            70,
            [
                u32::from(word.head == Some(earlier.head)),
                u32::from(earlier_word.head == Some(mention.head)),
                relation,
                earlier_relation,
            ],
        );
        collector.add(71, [bucket(mention.first.saturating_sub(earlier.last))]);
        if pronoun {
            collector.add_words(76, [path(later_analysis, mention.head, earlier.head)]);
        }
    } else if pronoun {
        collector.add_words(
            77,
            [
                ours.base_relation,
                ours.governor_base_relation,
                theirs.base_relation,
                theirs.governor_base_relation,
                bucket(distance.min(2)),
            ],
        );
        collector.add_words(
            78,
            [
                theirs.base_relation,
                theirs.governor_base_relation,
                bucket(distance.min(2)),
            ],
        );
    }
    collector.add(
        72,
        [
            u32::from(ours.governor_lemma != 0 && ours.governor_lemma == theirs.governor_lemma),
            u32::from(relation == earlier_relation),
        ],
    );
    // Quotations and who speaks.
    let quoted = [
        mention.quotation.is_some(),
        earlier.quotation.is_some(),
        mention.quotation == earlier.quotation,
    ];
    let speaks = |mention: &Mention, other: &Mention| {
        mention
            .quotation
            .and_then(|quotation| document.quotations.speakers[quotation])
            == Some((other.sentence, other.head))
    };
    let spoken = |mention: &Mention| {
        mention
            .quotation
            .and_then(|quotation| document.quotations.speakers[quotation])
            .is_some()
    };
    collector.add(73, quoted.map(u32::from));
    collector.add(
        74,
        [
            u32::from(speaks(mention, earlier)),
            u32::from(spoken(mention)),
            u32::from(quoted[1]),
        ],
    );
    collector.add(
        75,
        [
            u32::from(speaks(earlier, mention)),
            u32::from(spoken(earlier)),
            u32::from(quoted[0]),
        ],
    );
    // The entity so far.
    let last = &document.mentions[entity.last];
    collector.add(80, [bucket(entity.n_mentions)]);
    if matches!(mention.pronoun, "he" | "she" | "it" | "they") {
        collector.add(87, [bucket(document.said[candidate])]);
        collector.add(88, [bucket(person_rank)]);
        collector.add(
            89,
            [
                bucket(person_rank),
                bucket(distance),
                u32::from(theirs.subject),
            ],
        );
        collector.add(
            90,
            [
                bucket(document.said[candidate]),
                bucket(person_rank),
                bucket(distance),
            ],
        );
    }
    collector.add(
        81,
        [
            u32::from(entity.last == candidate),
            bucket(entity.n_mentions.min(4)),
        ],
    );
    collector.add(82, [entity.pronouns]);
    collector.add(
        83,
        [
            u32::from(entity.named),
            bucket(distance),
            bucket(mention.sentence.saturating_sub(last.sentence)),
        ],
    );
    collector.add(84, [bucket(entity.n_mentions), bucket(distance)]);
    collector.add(
        85,
        [
            bucket(document.mentions[entity.first].sentence.min(5)),
            bucket(entity.n_mentions),
        ],
    );
    collector.add(
        86,
        [u32::from(entity.n_subjects > 0), bucket(entity.n_subjects)],
    );
    collector.finish();
}

/// How names agree: 0 no name, 1 nothing shared, 2 last word, 3 first word, 4 all of the shorter, 5 initials, 6 equal.
fn names(mention: &Mention, earlier: &Mention) -> u32 {
    let (ours, theirs) = (&mention.name_words, &earlier.name_words);
    if ours.is_empty() || theirs.is_empty() {
        return 0;
    }
    let all = ours.iter().all(|word| theirs.contains(word))
        || theirs.iter().all(|word| ours.contains(word));
    match () {
        () if ours == theirs => 6,
        () if ours.len() == 1 && ours[0] == earlier.initials
            || theirs.len() == 1 && theirs[0] == mention.initials =>
        {
            5
        }
        () if all && ours.last() == theirs.last() => 4,
        () if all && ours.first() == theirs.first() => 3,
        () if all => 7,
        () if ours.last() == theirs.last() => 2,
        () if ours.first() == theirs.first() => 8,
        () => 1,
    }
}

/// The relations on the way up from one word and down to another, at most four on each side.
fn path(analysis: &Analysis, from: usize, to: usize) -> u32 {
    let up = |token: usize| {
        std::iter::successors(Some(token), |&at| analysis.words[at].head)
            .take(16)
            .collect::<Vec<usize>>()
    };
    let (left, right) = (up(from), up(to));
    let Some(meet) = left.iter().position(|token| right.contains(token)) else {
        return 0;
    };
    let down = right
        .iter()
        .position(|token| *token == left[meet])
        .unwrap_or(0);
    let relations = |tokens: &[usize]| {
        tokens.iter().take(4).fold(17, |hash, &token| {
            mix(hash, text_hash(analysis.words[token].deprel.base().label()))
        })
    };
    mix(relations(&left[..meet]), relations(&right[..down]))
}

/// How many steps up from a word its ancestor stands: 0 not above, 1 the head, … 4 for more.
fn climb(analysis: &Analysis, from: usize, to: Option<usize>) -> u32 {
    let Some(to) = to else { return 5 };
    let mut at = from;
    for step in 1..=12 {
        match analysis.words[at].head {
            Some(head) if head == to => return step.min(4),
            Some(head) => at = head,
            None => return 0,
        }
    }
    0
}

/// As [`text_hash`] of the type's name; of no entity as of no text.
fn entity_hash(entity: Option<EntityType>) -> u32 {
    text_hash(entity.map_or("", EntityType::label))
}
