//! What speaks for and against a mention being of the entity of an earlier one.

use super::super::document::{Document, Entity};
use super::super::hash::mix;
use super::super::mention::{Form, Mention, is_reflexive};
use super::compare::{climb, names, path};
use super::traits::Traits;
use super::{Collector, Features, bucket, gender, option};
use crate::analysis::{Analysis, Word};
use crate::grammar::Deprel;

/// Features for a mention being of the entity of an earlier one. `rank` counts fitting candidates in between.
pub fn pair_features(
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
    let analysis = &document.analyses[mention.sentence];
    let mut pair = Pair {
        document,
        analysis,
        entity,
        index,
        candidate,
        rank,
        person_rank,
        mention,
        earlier,
        ours,
        theirs,
        word: &analysis.words[mention.head],
        earlier_word: &document.analyses[earlier.sentence].words[earlier.head],
        distance: mention.sentence - earlier.sentence,
        collector: Collector {
            features,
            later: ours.sort,
            both: mix(ours.sort, theirs.sort),
        },
    };
    // The order is that in which the weights were trained.
    pair.add_distance();
    pair.add_agreement();
    if mention.form != Form::Pronoun && earlier.form != Form::Pronoun {
        pair.add_words_of_both();
    } else {
        pair.add_words_beside_pronoun();
    }
    pair.add_places();
    pair.add_speakers();
    pair.add_entity();
    pair.collector.finish();
}

/// A mention and an earlier one.
struct Pair<'a> {
    document: &'a Document<'a>,
    /// The sentence of the later mention.
    analysis: &'a Analysis,
    /// What is known of the earlier one's entity.
    entity: &'a Entity,
    index: usize,
    candidate: usize,
    /// Fitting mentions in between: all, and those that compete most.
    rank: usize,
    person_rank: usize,
    mention: &'a Mention,
    earlier: &'a Mention,
    ours: &'a Traits,
    theirs: &'a Traits,
    word: &'a Word,
    earlier_word: &'a Word,
    /// Sentences between them.
    distance: usize,
    collector: Collector<'a>,
}

impl Pair<'_> {
    fn add<const N: usize>(&mut self, template: u32, values: [u32; N]) {
        self.collector.add(template, values);
    }

    fn add_words<const N: usize>(&mut self, template: u32, values: [u32; N]) {
        self.collector.add_words(template, values);
    }

    fn add_distance(&mut self) {
        self.add(30, []);
        self.add(31, [bucket(self.distance)]);
        self.add(32, [bucket(self.index - self.candidate)]);
        let blocks = self.mention.block - self.earlier.block;
        self.add(33, [bucket(blocks), bucket(self.distance)]);
    }

    /// Agreement, of the mentions and of the entity so far.
    fn add_agreement(&mut self) {
        let (own, other, known) = (
            self.mention.agreement,
            self.earlier.agreement,
            self.entity.agreement,
        );
        let agreement = [
            option(own.plural, u32::from) * 3 + option(other.plural, u32::from),
            option(own.gender, gender) * 3 + option(known.gender, gender),
            option(own.animate, u32::from) * 3 + option(known.animate, u32::from),
        ];
        self.add(34, [agreement[0]]);
        self.add(35, [agreement[1]]);
        self.add(36, [agreement[2]]);
        self.add(37, [u32::from(own.fits(other)), u32::from(own.fits(known))]);
        self.add(38, [bucket(self.rank)]);
        self.add(39, [bucket(self.rank), bucket(self.distance)]);
    }

    /// The words of two names or noun phrases.
    fn add_words_of_both(&mut self) {
        let same_lemma = self.mention.lemma == self.earlier.lemma;
        let same_content = self.mention.content == self.earlier.content;
        let shared = self
            .mention
            .modifiers
            .iter()
            .filter(|modifier| self.earlier.modifiers.contains(modifier))
            .count();
        let extra = self.mention.modifiers.len() - shared;
        let lacking = self.earlier.modifiers.len().saturating_sub(shared);
        self.add(40, [u32::from(same_content), u32::from(same_lemma)]);
        self.add(
            41,
            [
                u32::from(same_lemma),
                bucket(extra.min(2)),
                bucket(lacking.min(2)),
            ],
        );
        self.add(
            42,
            [
                u32::from(same_lemma),
                u32::from(self.mention.last > self.mention.head),
                u32::from(self.earlier.last > self.earlier.head),
                u32::from(same_content),
            ],
        );
        self.add(43, [u32::from(same_content), bucket(self.distance)]);
        self.add(
            44,
            [
                u32::from(same_lemma),
                bucket(self.distance),
                u32::from(extra > 0),
            ],
        );
        self.add(
            45,
            [self.ours.entity, self.theirs.entity, u32::from(same_lemma)],
        );
        if !same_lemma {
            self.add_words(46, [self.mention.lemma, self.earlier.lemma]);
            self.add_words(47, [self.mention.lemma, self.theirs.entity]);
            self.add_words(48, [self.ours.entity, self.earlier.lemma]);
        } else {
            self.add_words(49, [self.mention.lemma]);
        }
        self.add(50, [names(self.mention, self.earlier), self.ours.entity]);
        self.add(
            51,
            [
                u32::from(self.entity.lemmas.contains(&self.mention.lemma)),
                u32::from(self.entity.contents.contains(&self.mention.content)),
            ],
        );
        let contained = self
            .mention
            .name_words
            .iter()
            .chain([&self.mention.lemma])
            .any(|word| {
                self.earlier.modifiers.contains(word) || self.earlier.name_words.contains(word)
            });
        self.add(52, [u32::from(contained), u32::from(same_lemma)]);
        let role = self.entity.roles.contains(&self.mention.lemma)
            || self
                .mention
                .roles
                .iter()
                .any(|role| self.entity.lemmas.contains(role));
        self.add(
            58,
            [
                u32::from(role),
                u32::from(self.mention.modifiers.is_empty()),
            ],
        );
    }

    /// Words where one of both is a pronoun.
    fn add_words_beside_pronoun(&mut self) {
        self.add_words(53, [self.earlier.lemma]);
        self.add_words(54, [self.mention.lemma]);
        self.add(55, [self.theirs.entity, bucket(self.distance)]);
        if self.earlier.form == Form::Pronoun {
            self.add(
                56,
                [
                    self.ours.pronoun,
                    self.theirs.pronoun,
                    bucket(self.distance),
                ],
            );
            self.add(
                57,
                [
                    self.ours.pronoun,
                    self.theirs.pronoun,
                    bucket(self.mention.block - self.earlier.block),
                ],
            );
        }
    }

    /// Where both stand in their sentences.
    fn add_places(&mut self) {
        let same_sentence = self.distance == 0;
        let pronoun = self.mention.form == Form::Pronoun;
        self.add(60, [self.ours.relation, self.theirs.relation]);
        self.add(61, [self.theirs.relation, bucket(self.distance)]);
        self.add(
            62,
            [
                self.ours.relation,
                self.theirs.relation,
                bucket(self.distance.min(2)),
            ],
        );
        self.add(
            63,
            [
                bucket(self.distance),
                bucket(self.document.position[self.candidate]),
            ],
        );
        self.add(
            64,
            [
                bucket(self.distance),
                u32::from(self.earlier_word.deprel == Deprel::Nsubj),
                bucket(self.document.position[self.candidate].min(1)),
            ],
        );
        self.add(65, [bucket(self.distance), self.theirs.governor_relation]);
        if same_sentence {
            let contains =
                self.earlier.first <= self.mention.first && self.mention.last <= self.earlier.last;
            let inside =
                self.mention.first <= self.earlier.first && self.earlier.last <= self.mention.last;
            self.add(66, [u32::from(contains), u32::from(inside)]);
            let sisters = self.word.head == self.earlier_word.head;
            let governed = climb(self.analysis, self.mention.head, self.earlier_word.head);
            let word_form = u32::from(is_reflexive(&self.word.lower))
                + 2 * u32::from(self.word.deprel == Deprel::NmodPoss);
            self.add(67, [u32::from(sisters), word_form]);
            self.add(68, [governed, self.theirs.relation, word_form]);
            self.add(69, [governed, self.ours.relation]);
            self.add(
                70,
                [
                    u32::from(self.word.head == Some(self.earlier.head)),
                    u32::from(self.earlier_word.head == Some(self.mention.head)),
                    self.ours.relation,
                    self.theirs.relation,
                ],
            );
            self.add(
                71,
                [bucket(self.mention.first.saturating_sub(self.earlier.last))],
            );
            if pronoun {
                self.add_words(
                    76,
                    [path(self.analysis, self.mention.head, self.earlier.head)],
                );
            }
        } else if pronoun {
            self.add_words(
                77,
                [
                    self.ours.base_relation,
                    self.ours.governor_base_relation,
                    self.theirs.base_relation,
                    self.theirs.governor_base_relation,
                    bucket(self.distance.min(2)),
                ],
            );
            self.add_words(
                78,
                [
                    self.theirs.base_relation,
                    self.theirs.governor_base_relation,
                    bucket(self.distance.min(2)),
                ],
            );
        }
        self.add(
            72,
            [
                u32::from(
                    self.ours.governor_lemma != 0
                        && self.ours.governor_lemma == self.theirs.governor_lemma,
                ),
                u32::from(self.ours.relation == self.theirs.relation),
            ],
        );
    }

    /// Quotations and who speaks in them.
    fn add_speakers(&mut self) {
        let quoted = [
            self.mention.quotation.is_some(),
            self.earlier.quotation.is_some(),
            self.mention.quotation == self.earlier.quotation,
        ];
        let speaker = |mention: &Mention| {
            let quotation = mention.quotation?;
            self.document.quotations.speakers[quotation]
        };
        let (ours, theirs) = (speaker(self.mention), speaker(self.earlier));
        let is = |speaker: Option<(usize, usize)>, mention: &Mention| {
            speaker == Some((mention.sentence, mention.head))
        };
        let (they_speak, we_speak) = (is(ours, self.earlier), is(theirs, self.mention));
        self.add(73, quoted.map(u32::from));
        self.add(
            74,
            [
                u32::from(they_speak),
                u32::from(ours.is_some()),
                u32::from(quoted[1]),
            ],
        );
        self.add(
            75,
            [
                u32::from(we_speak),
                u32::from(theirs.is_some()),
                u32::from(quoted[0]),
            ],
        );
    }

    /// The entity so far.
    fn add_entity(&mut self) {
        let last = &self.document.mentions[self.entity.last];
        self.add(80, [bucket(self.entity.n_mentions)]);
        if self.mention.is_third_person() {
            self.add(87, [bucket(self.document.said[self.candidate])]);
            self.add(88, [bucket(self.person_rank)]);
            self.add(
                89,
                [
                    bucket(self.person_rank),
                    bucket(self.distance),
                    u32::from(self.theirs.subject),
                ],
            );
            self.add(
                90,
                [
                    bucket(self.document.said[self.candidate]),
                    bucket(self.person_rank),
                    bucket(self.distance),
                ],
            );
        }
        self.add(
            81,
            [
                u32::from(self.entity.last == self.candidate),
                bucket(self.entity.n_mentions.min(4)),
            ],
        );
        self.add(82, [self.entity.pronouns]);
        self.add(
            83,
            [
                u32::from(self.entity.named),
                bucket(self.distance),
                bucket(self.mention.sentence.saturating_sub(last.sentence)),
            ],
        );
        self.add(84, [bucket(self.entity.n_mentions), bucket(self.distance)]);
        self.add(
            85,
            [
                bucket(self.document.mentions[self.entity.first].sentence.min(5)),
                bucket(self.entity.n_mentions),
            ],
        );
        self.add(
            86,
            [
                u32::from(self.entity.n_subjects > 0),
                bucket(self.entity.n_subjects),
            ],
        );
    }
}
