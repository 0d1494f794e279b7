//! What speaks for and against a mention being the first of its entity.

use super::super::document::Document;
use super::super::expletive::shares_subject;
use super::super::hash::{mix, text_hash};
use super::super::mention::Form;
use super::{Collector, Features, bucket, option};
use crate::grammar::Deprel;

/// Features for a mention being the first of its entity.
pub fn first_features(document: &Document, index: usize, features: &mut Features) {
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
                    analysis.has_child_with(
                        word.head.unwrap_or(mention.head),
                        &[Deprel::Csubj, Deprel::Ccomp, Deprel::Xcomp],
                    ) && !word.head.is_some_and(|head| shares_subject(analysis, head)),
                ),
                relation,
            ],
        );
        collector.add_words(21, [text_hash(&word.lower), relation]);
    }
    collector.finish();
}
