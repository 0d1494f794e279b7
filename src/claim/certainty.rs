//! How sure the holder is (FactBank, Saurí & Pustejovsky 2009).
//!
//! A plain declarative is certain. Words lower that where they stand close to the predicate: modal verbs, adverbs, verbs
//! of seeming; so do the author's stance and the cue of an attribution. [`RULES`] has a row for each. Every such word is a
//! cue; the value is that of the lowest, and the first of the lowest names the rule. Words decide the value; where the
//! weights doubt a plain declarative, another rule says so. Known to go wrong on "could" of the past ("we could see
//! it") and on doubt that only the sense of a noun tells ("there is a chance that").

use super::Decision;
use super::clause::{Clause, asks_whether, is_denied};
use super::factuality::doubts_statement;
use super::modality::{POSSIBLE, modals};
use crate::analysis::{Analysis, Word};
use crate::attribution::Attribution;
use crate::grammar::{Deprel, Upos};
use crate::labels::labels;
use crate::span::ByteSpan;
use crate::terms::{Certainty, CueType, Kind, Polarity};

labels! {
    /// The rules that decide the certainty of a claim.
    pub enum CertaintyRule {
        PlainDeclarative = "plain_declarative",
        PlainDeclarativeDoubted = "plain_declarative_doubted",
        ModalPossibility = "modal_possibility",
        Adverb = "adverb",
        HearsayAdverb = "hearsay_adverb",
        Expectation = "expectation",
        ModalInference = "modal_inference",
        Hearsay = "hearsay",
        NoEvidence = "no_evidence",
        Seeming = "seeming",
        Tendency = "tendency",
        Stance = "stance",
        WeakCue = "weak_cue",
        DoubtedCue = "doubted_cue",
    }
}

/// A rule: a word in a place lowers the certainty.
struct Rule {
    name: CertaintyRule,
    /// What the word lowers it to.
    certainty: Certainty,
    place: Place,
    test: fn(&Candidate) -> bool,
    /// A sentence whose claim, in brackets where there are several, it decides.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests"))]
    example: &'static str,
}

/// What a word is to the claim. Places are read in this order, but for the author's stances: each comes with its auxiliaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A modal auxiliary of the predicate.
    Modal,
    /// The predicate, or a word close to it in the tree.
    Near,
    /// A predicate of the author's stance: "I hope that".
    Stance,
    /// An auxiliary of the stance: "It may be true that".
    StanceAuxiliary,
    /// The cue of the attribution: "suggests that".
    Cue,
    /// "may", "might" or "could" in front of the cue: "may believe that".
    CueModal,
}

#[rustfmt::skip]
static RULES: &[Rule] = &[
    Rule { name: CertaintyRule::ModalPossibility, certainty: Certainty::Possible, place: Place::Modal, test: may,
           example: "The bridge may close in May." },
    Rule { name: CertaintyRule::ModalInference, certainty: Certainty::Probable, place: Place::Modal, test: is_inference,
           example: "The mayor must have seen the letter." },
    Rule { name: CertaintyRule::Adverb, certainty: Certainty::Probable, place: Place::Near, test: is_probably,
           example: "The bridge is probably closed." },
    Rule { name: CertaintyRule::Adverb, certainty: Certainty::Possible, place: Place::Near, test: is_perhaps,
           example: "The mayor has perhaps sold the bridge." },
    Rule { name: CertaintyRule::HearsayAdverb, certainty: Certainty::Probable, place: Place::Near, test: is_reportedly,
           example: "The mayor reportedly sold the bridge." },
    Rule { name: CertaintyRule::Hearsay, certainty: Certainty::Probable, place: Place::Near, test: is_hearsay,
           example: "The minister is alleged to have lied." },
    Rule { name: CertaintyRule::NoEvidence, certainty: Certainty::Possible, place: Place::Near, test: lacks_evidence,
           example: "The inquiry found no evidence that the bank laundered money." },
    Rule { name: CertaintyRule::Expectation, certainty: Certainty::Probable, place: Place::Near, test: is_expected_to,
           example: "The bridge is expected to close." },
    Rule { name: CertaintyRule::Seeming, certainty: Certainty::Probable, place: Place::Near, test: seems,
           example: "The plan seems legal." },
    Rule { name: CertaintyRule::Seeming, certainty: Certainty::Probable, place: Place::Near, test: looks_like_it,
           example: "The road looks empty." },
    Rule { name: CertaintyRule::Tendency, certainty: Certainty::Probable, place: Place::Near, test: tends,
           example: "Prices tend to rise in winter." },
    Rule { name: CertaintyRule::Stance, certainty: Certainty::Probable, place: Place::Stance, test: half_believes,
           example: "I hope that the bridge will close." },
    Rule { name: CertaintyRule::Stance, certainty: Certainty::Possible, place: Place::Stance, test: leaves_open,
           example: "It is possible that the bridge will close." },
    Rule { name: CertaintyRule::Stance, certainty: Certainty::Probable, place: Place::Stance, test: doubts,
           example: "I doubt that the bridge will close." },
    Rule { name: CertaintyRule::Stance, certainty: Certainty::Possible, place: Place::StanceAuxiliary, test: is_possibility,
           example: "It may be true that the bridge was closed." },
    Rule { name: CertaintyRule::WeakCue, certainty: Certainty::Probable, place: Place::Cue, test: weakens,
           example: "The report suggests that the bridge is closed." },
    Rule { name: CertaintyRule::Hearsay, certainty: Certainty::Probable, place: Place::Cue, test: is_unsourced_hearsay,
           example: "It is feared that the bridge is lost." },
    Rule { name: CertaintyRule::DoubtedCue, certainty: Certainty::Possible, place: Place::CueModal, test: is_possibility,
           example: "Voters may believe that the bridge is closed." },
];

/// Adverbs of what is more likely than not.
const PROBABLY: [&str; 9] = [
    "probably",
    "presumably",
    "likely",
    "unlikely",
    "apparently",
    "seemingly",
    "supposedly",
    "arguably",
    "evidently",
];

/// Adverbs of what may be.
const PERHAPS: [&str; 5] = ["perhaps", "maybe", "possibly", "conceivably", "potentially"];

/// Adverbs of what others are said to say.
const REPORTEDLY: [&str; 4] = ["reportedly", "allegedly", "purportedly", "ostensibly"];

/// Lemmas of stances that hold something more likely than not, or at least reckon with it.
const HALF_BELIEVING: [&str; 15] = [
    "hope",
    "fear",
    "suspect",
    "guess",
    "suppose",
    "afraid",
    "imagine",
    "reckon",
    "likely",
    "probable",
    "seem",
    "appear",
    "expect",
    "unlikely",
    "plausible",
];

/// Lemmas of stances that leave it open.
const OPEN: [&str; 10] = [
    "unclear",
    "uncertain",
    "wonder",
    "possible",
    "conceivable",
    "doubtful",
    "chance",
    "possibility",
    "risk",
    "danger",
];

/// Lemmas of passive verbs by which a claim is what others say: "is alleged to have lied".
const HEARSAY: [&str; 14] = [
    "say",
    "allege",
    "believe",
    "think",
    "report",
    "claim",
    "fear",
    "understand",
    "rumour",
    "rumor",
    "suspect",
    "accuse",
    "presume",
    "assume",
];

/// Nouns for what would show that something is so.
const EVIDENCE: [&str; 4] = ["evidence", "proof", "indication", "sign"];

/// Decides the certainty of a claim of a kind and polarity. The attribution comes with the analysis of its cue's sentence.
pub(super) fn decide(
    analysis: &Analysis,
    clause: &Clause,
    attribution: Option<(&Attribution, &Analysis)>,
    kind: Kind,
    polarity: Polarity,
) -> Decision<Certainty, CertaintyRule> {
    let mut certainty = Certainty::Certain;
    let mut name = CertaintyRule::PlainDeclarative;
    let mut cues: Vec<ByteSpan> = Vec::new();
    for candidate in candidates(analysis, clause, attribution, kind) {
        let Some(rule) = RULES.iter().find(|rule| rule.lowers(&candidate)) else {
            continue;
        };
        if rule.certainty > certainty {
            certainty = rule.certainty;
            name = rule.name;
        }
        cues.push(candidate.span);
    }
    let plain = name == CertaintyRule::PlainDeclarative && polarity == Polarity::Positive;
    if plain && doubts_statement(&analysis.words[clause.predicate], kind) {
        name = CertaintyRule::PlainDeclarativeDoubted;
    }
    Decision {
        value: certainty,
        runner_up: Some(beside(certainty)),
        rule: name,
        cues,
    }
}

/// The second best value.
fn beside(certainty: Certainty) -> Certainty {
    match certainty {
        Certainty::Certain | Certainty::Possible => Certainty::Probable,
        Certainty::Probable => Certainty::Certain,
    }
}

/// A word that may lower the certainty of a claim.
struct Candidate<'a> {
    place: Place,
    /// Of the word's sentence.
    analysis: &'a Analysis,
    token: usize,
    /// What is told as the cue: the word, or the whole cue of the attribution.
    span: ByteSpan,
    clause: &'a Clause,
    kind: Kind,
    attribution: Option<&'a Attribution>,
}

impl<'a> Candidate<'a> {
    fn word(&self) -> &'a Word {
        &self.analysis.words[self.token]
    }
}

impl Rule {
    fn lowers(&self, candidate: &Candidate) -> bool {
        self.place == candidate.place && (self.test)(candidate)
    }
}

/// The words that may lower the certainty, in the order in which their cues are told.
fn candidates<'a>(
    analysis: &'a Analysis,
    clause: &'a Clause,
    attribution: Option<(&'a Attribution, &'a Analysis)>,
    kind: Kind,
) -> Vec<Candidate<'a>> {
    let within = |place: Place, token: usize| Candidate {
        place,
        analysis,
        token,
        span: analysis.words[token].span,
        clause,
        kind,
        attribution: None,
    };
    let mut candidates: Vec<Candidate> = Vec::new();
    let modals = modals(analysis, clause).into_iter();
    candidates.extend(modals.map(|token| within(Place::Modal, token)));
    let near = clause.tokens.iter().copied();
    candidates.extend(
        near.filter(|&token| is_near(analysis, clause.predicate, token))
            .map(|token| within(Place::Near, token)),
    );
    for &stance in &clause.stance {
        candidates.push(within(Place::Stance, stance));
        let auxiliaries = analysis.children_with(stance, &[Deprel::Aux]);
        candidates.extend(auxiliaries.map(|token| within(Place::StanceAuxiliary, token)));
    }
    let cue = attribution.and_then(|(attribution, cue_analysis)| {
        Some((attribution, cue_analysis, attribution.cue_token?))
    });
    if let Some((attribution, cue_analysis, cue_token)) = cue {
        let beside_cue = |place: Place, token: usize, span: ByteSpan| Candidate {
            place,
            analysis: cue_analysis,
            token,
            span,
            clause,
            kind,
            attribution: Some(attribution),
        };
        candidates.push(beside_cue(Place::Cue, cue_token, attribution.cue));
        // The author's doubt whether the source holds it.
        let modal = cue_analysis.auxiliary(cue_token, &POSSIBLE);
        candidates.extend(
            modal.map(|token| beside_cue(Place::CueModal, token, cue_analysis.words[token].span)),
        );
    }
    candidates
}

/// Whether a word is the predicate, its head or its child, or hangs on a child; but not in an oblique phrase, where it speaks
/// of something else: "sold it to a possibly empty firm".
fn is_near(analysis: &Analysis, predicate: usize, token: usize) -> bool {
    let words = &analysis.words;
    let below_child = |head: usize| {
        words[head].head == Some(predicate) && words[head].deprel.base() != Deprel::Obl
    };
    let head = words[token].head;
    token == predicate
        || head == Some(predicate)
        || words[predicate].head == Some(token)
        || head.is_some_and(below_child)
}

/// "may", "might", and "could" but for "It could not carry bicycles" and "It could carry bicycles in 1990", which leave no
/// doubt.
fn may(candidate: &Candidate) -> bool {
    let word = candidate.word();
    let verb = word.head.unwrap_or(candidate.token);
    let (analysis, could) = (candidate.analysis, word.is(&["could"]));
    let was_able = candidate.kind == Kind::Fact && analysis.auxiliary(verb, &["have"]).is_none();
    is_possibility(candidate) && !(could && (analysis.is_negated(verb) || was_able))
}

fn is_possibility(candidate: &Candidate) -> bool {
    candidate.word().is(&POSSIBLE)
}

fn is_probably(candidate: &Candidate) -> bool {
    candidate.word().is(&PROBABLY)
}

fn is_perhaps(candidate: &Candidate) -> bool {
    candidate.word().is(&PERHAPS)
}

fn is_reportedly(candidate: &Candidate) -> bool {
    candidate.word().is(&REPORTEDLY)
}

/// "is expected to", not "expected a fight".
fn is_expected_to(candidate: &Candidate) -> bool {
    let next = candidate.analysis.words.get(candidate.token + 1);
    candidate.word().is(&["expected"]) && next.is_some_and(|next| next.is(&["to"]))
}

/// "seems legal", "appears to know"; not "appeared before the committee".
fn seems(candidate: &Candidate) -> bool {
    let completing = [Deprel::Xcomp, Deprel::Ccomp, Deprel::Csubj];
    let word = candidate.word();
    let completed = || {
        candidate
            .analysis
            .has_child_with(candidate.token, &completing)
    };
    word.upos == Upos::Verb && (word.lemma == "seem" || word.lemma == "appear" && completed())
}

/// "The road looks empty", not "The mayor looked at the road".
fn looks_like_it(candidate: &Candidate) -> bool {
    let token = candidate.token;
    let completed = candidate
        .analysis
        .children_with(token, &[Deprel::Xcomp])
        .next();
    candidate.word().has_lemma(&["look"])
        && token == candidate.clause.predicate
        && completed.is_some()
}

fn tends(candidate: &Candidate) -> bool {
    candidate.word().has_lemma(&["tend"])
}

fn half_believes(candidate: &Candidate) -> bool {
    candidate.word().has_lemma(&HALF_BELIEVING)
}

/// "It is possible that", "It cannot be ruled out that", "It is not clear whether".
fn leaves_open(candidate: &Candidate) -> bool {
    let word = candidate.word();
    let (analysis, token) = (candidate.analysis, candidate.token);
    word.has_lemma(&OPEN)
        || word.lemma == "rule" && analysis.is_negated(token)
        || asks_whether(analysis, candidate.clause.predicate) && !word.has_lemma(&["doubt"])
}

/// "I doubt that", not "I do not doubt that", not "There is no doubt that".
fn doubts(candidate: &Candidate) -> bool {
    candidate.word().has_lemma(&["doubt"]) && !is_denied(candidate.analysis, candidate.token)
}

/// "no evidence that", with what it is said to lack: nobody says that it is so, nor that it is not.
fn lacks_evidence(candidate: &Candidate) -> bool {
    let clauses = [Deprel::Acl, Deprel::Ccomp];
    let (analysis, token) = (candidate.analysis, candidate.token);
    let child_is = |forms: &[&str]| {
        let mut children = analysis.children(token).iter();
        children.any(|&child| analysis.words[child].is(forms))
    };
    candidate.word().has_lemma(&EVIDENCE)
        && child_is(&["no", "little", "any"])
        && analysis.has_child_with(token, &clauses)
}

/// "is said to be safe", "is suspected of murder": others say it; not "is thought of".
fn is_hearsay(candidate: &Candidate) -> bool {
    let (analysis, token) = (candidate.analysis, candidate.token);
    let of_deed = candidate.word().has_lemma(&["suspect", "accuse"])
        && analysis
            .words
            .get(token + 1)
            .is_some_and(|next| next.is(&["of"]));
    let behind = analysis.has_child_with(token, &[Deprel::Xcomp]) || of_deed;
    let is_hearsay = candidate.word().has_lemma(&HEARSAY) || candidate.word().is(&["alleged"]);
    is_hearsay
        && candidate.word().upos == Upos::Verb
        && analysis.child(token, Deprel::AuxPass).is_some()
        && behind
}

/// "It is believed that": said by somebody who is not named.
fn is_unsourced_hearsay(candidate: &Candidate) -> bool {
    let unnamed = candidate
        .attribution
        .is_some_and(|attribution| attribution.source.is_none());
    unnamed && candidate.word().has_lemma(&HEARSAY)
}

/// "must have seen", "must be raining": concluded, not demanded. "should be known on Friday": expected.
fn is_inference(candidate: &Candidate) -> bool {
    let concluded = candidate.word().is(&["must"]) && candidate.kind == Kind::Fact;
    let expected = candidate.word().is(&["should"]) && candidate.kind == Kind::Prediction;
    concluded || expected
}

/// "suggests", "doubts"; not "does not doubt".
fn weakens(candidate: &Candidate) -> bool {
    let is_weak = |attribution: &Attribution| {
        let denied = attribution.cue_type == CueType::Denial
            && candidate.analysis.is_negated(candidate.token);
        attribution.weak && !denied
    };
    candidate.attribution.is_some_and(is_weak)
}

#[cfg(test)]
mod tests;
