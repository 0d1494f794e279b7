//! Names and reproaches: "called the decision a farce", "described it as a trap", "accused her of lying". The content is
//! who or what is spoken of, and what it is called.

use super::rule::{Candidate, Credit};
use super::{content, subject, unheld};
use crate::analysis::Analysis;
use crate::grammar::{Deprel, Upos};
use crate::span::ByteSpan;
use crate::terms::CueType;

/// Verbs with two complements: "called the decision a farce".
const CALLING: [&str; 7] = ["call", "label", "dub", "brand", "deem", "consider", "term"];

/// Verbs that say with "as" what something is: "described it as a trap".
const DESCRIBING: [&str; 13] = [
    "describe",
    "regard",
    "denounce",
    "dismiss",
    "portray",
    "characterise",
    "characterize",
    "hail",
    "praise",
    "condemn",
    "see",
    "criticise",
    "criticize",
];

const ACCUSING: [&str; 1] = ["accuse"];

/// What opens a quotation, as the parser finds it under a quoted name.
const OPENING_MARKS: [&str; 2] = ["\"", "“"];

/// "Farmers called the tax a mistake", "The tax was described as a mistake by farmers".
pub(super) fn naming(candidate: &Candidate) -> Option<Credit> {
    let (analysis, verb) = (candidate.analysis, candidate.token);
    let word = candidate.word();
    if word.has_lemma(&CALLING) {
        credit(
            candidate,
            name_beside(analysis, verb, named(analysis, verb)?)?,
        )
    } else if word.has_lemma(&DESCRIBING) {
        credit(candidate, name_behind_as(analysis, verb)?)
    } else {
        None
    }
}

/// "The union accused the mayor of lying."
pub(super) fn accusing(candidate: &Candidate) -> Option<Credit> {
    let (analysis, verb) = (candidate.analysis, candidate.token);
    if !candidate.word().has_lemma(&ACCUSING) {
        return None;
    }
    credit(candidate, deed(analysis, verb, named(analysis, verb)?)?)
}

/// What is named or accused: the object, the subject of a passive verb, or the first of two complements, for which the
/// parser takes "the leak" in "called the leak a warning".
fn named(analysis: &Analysis, verb: usize) -> Option<usize> {
    let noun = |&child: &usize| child > verb && analysis.words[child].upos.is_nominal();
    analysis
        .child(verb, Deprel::Obj)
        .or_else(|| analysis.child(verb, Deprel::NsubjPass))
        .or_else(|| analysis.children_with(verb, &[Deprel::Xcomp]).find(noun))
}

/// The name in "called the decision a farce". The parser takes a quoted one for an apposition: called the bill “a tax on
/// lettuce”.
fn name_beside(analysis: &Analysis, verb: usize, named: usize) -> Option<usize> {
    let quoted = |&child: &usize| {
        let mut children = analysis.children(child).iter();
        children.any(|&mark| OPENING_MARKS.contains(&analysis.words[mark].form.as_str()))
    };
    analysis
        .children_with(verb, &[Deprel::Xcomp, Deprel::Obj, Deprel::Ccomp])
        .find(|&child| child > named)
        .or_else(|| analysis.children_with(named, &[Deprel::Appos]).find(quoted))
}

/// The name in "described it as a trap".
fn name_behind_as(analysis: &Analysis, verb: usize) -> Option<usize> {
    analysis
        .children_with(verb, &[Deprel::Obl, Deprel::Xcomp, Deprel::Advcl])
        .find(|&child| child > verb && has_child(analysis, child, "as"))
}

/// The deed in "accused her of lying", which the parser may take for a part of the accused.
fn deed(analysis: &Analysis, verb: usize, accused: usize) -> Option<usize> {
    analysis
        .children_with(verb, &[Deprel::Obl, Deprel::Advcl])
        .chain(analysis.children_with(accused, &[Deprel::Acl]))
        .find(|&child| child > verb && has_child(analysis, child, "of"))
}

fn has_child(analysis: &Analysis, token: usize, form: &str) -> bool {
    let mut children = analysis.children(token).iter();
    children.any(|&child| analysis.words[child].is(&[form]))
}

/// Credits the verb's subject with the name. A participle ("the man called a hero") names without anybody.
fn credit(candidate: &Candidate, name: usize) -> Option<Credit> {
    let (analysis, verb) = (candidate.analysis, candidate.token);
    let word = candidate.word();
    let named = named(analysis, verb)?;
    let source = analysis
        .child(verb, Deprel::Nsubj)
        .or_else(|| analysis.child(verb, Deprel::OblAgent))
        .or_else(|| subject::shared_subject(analysis, verb))?;
    let attributes = word.upos == Upos::Verb
        && word.deprel.base() != Deprel::Acl
        && unheld::why_unheld(analysis, verb, Some(source)).is_none();
    let content: Vec<ByteSpan> = [named, name]
        .into_iter()
        .filter_map(|head| phrase(analysis, head, name))
        .collect();
    (attributes && !content.is_empty()).then(|| Credit {
        source: Some(source),
        cue: word.span,
        cue_type: CueType::Assertion,
        weak: false,
        mode: content::mode(candidate.finder.quotations, &content),
        content,
    })
}

/// The words of a noun phrase, without what it shares with the name behind it, "as" in front and punctuation.
fn phrase(analysis: &Analysis, head: usize, name: usize) -> Option<ByteSpan> {
    let words = &analysis.words;
    let belongs = |&token: &usize| {
        let marks_name =
            token < head && words[token].head == Some(head) && words[token].is(&["as"]);
        (head == name || token < name) && !marks_name && !words[token].is_punctuation()
    };
    let tokens: Vec<usize> = analysis.subtree(head).into_iter().filter(belongs).collect();
    let (first, last) = (*tokens.first()?, *tokens.last()?);
    Some(words[first].span.cover(words[last].span))
}

#[cfg(test)]
mod tests {
    use crate::attribution::testing::check_trees;

    #[test]
    fn calling_has_two_complements() {
        check_trees(&[
            (
                "Farmers/NOUN/nsubj/2 called~call/VERB/root/0 the/DET/det/4 tax/NOUN/obj/2 a/DET/det/6 mistake/NOUN/xcomp/2 indeed/ADV/advmod/6 ./PUNCT/punct/6",
                "naming: Farmers > called > the tax / a mistake indeed",
            ),
            (
                "tax/NOUN/nsubj:pass/2 called~call/VERB/root/0 mistake/NOUN/xcomp/2 farmers/NOUN/obl:agent/2",
                "naming: farmers > called > tax / mistake",
            ),
            // The parser has two complements and no object, or takes a quoted name for an apposition.
            (
                "She/PRON/nsubj/2 called~call/VERB/root/0 leak/NOUN/xcomp/2 warning/NOUN/xcomp/2",
                "naming: She > called > leak / warning",
            ),
            (
                "Mayor/NOUN/xcomp/3 she/PRON/nsubj/3 called~call/VERB/root/0 true/ADJ/xcomp/3 leak/NOUN/xcomp/3 warning/NOUN/xcomp/3",
                "naming: she > called > leak / warning",
            ),
            (
                "She/PRON/nsubj/2 called~call/VERB/root/0 the/DET/det/4 bill/NOUN/obj/2 “/PUNCT/punct/6 tax/NOUN/appos/4 ”/PUNCT/punct/6",
                "naming: She > called > the bill / tax",
            ),
            (
                "She/PRON/nsubj/2 called~call/VERB/root/0 the/DET/det/4 bill/NOUN/obj/2 \"/PUNCT/punct/6 tax/NOUN/appos/4 \"/PUNCT/punct/6",
                "naming: She > called > the bill / tax",
            ),
            (
                "She/PRON/nsubj/2 called~call/VERB/root/0 the/DET/det/4 bill/NOUN/obj/2 tax/NOUN/appos/4",
                "",
            ),
            // The subject of the verb before.
            (
                "She/PRON/nsubj/2 rose/VERB/root/0 and/CCONJ/cc/4 called~call/VERB/conj/2 it/PRON/obj/4 farce/NOUN/xcomp/4",
                "naming: She > called > it / farce",
            ),
            // The name in front of the verb, no verb, another verb, a participle, nobody, the author.
            (
                "farce/NOUN/xcomp/3 she/PRON/nsubj/3 called~call/VERB/root/0 it/PRON/obj/3",
                "",
            ),
            (
                "Farmers/NOUN/nsubj/2 call/NOUN/root/0 tax/NOUN/obj/2 mistake/NOUN/xcomp/2",
                "",
            ),
            (
                "Farmers/NOUN/nsubj/2 made~make/VERB/root/0 tax/NOUN/obj/2 mistake/NOUN/xcomp/2",
                "",
            ),
            (
                "man/NOUN/root/0 called~call/VERB/acl/1 tax/NOUN/obj/2 mistake/NOUN/xcomp/2",
                "",
            ),
            (
                "called~call/VERB/root/0 tax/NOUN/obj/1 mistake/NOUN/xcomp/1",
                "",
            ),
            (
                "We/PRON/nsubj/2 called~call/VERB/root/0 tax/NOUN/obj/2 mistake/NOUN/xcomp/2",
                "",
            ),
        ]);
    }

    #[test]
    fn describing_has_a_name_behind_as() {
        check_trees(&[
            (
                "She/PRON/nsubj/2 described~describe/VERB/root/0 it/PRON/obj/2 as/ADP/case/5 trap/NOUN/obl/2",
                "naming: She > described > it / trap",
            ),
            // "as" inside the name and behind it.
            (
                "She/PRON/nsubj/2 described~describe/VERB/root/0 it/PRON/obj/2 as/ADP/case/7 as/ADV/advmod/6 big/ADJ/amod/7 trap/NOUN/obl/2 as/ADP/case/7",
                "naming: She > described > it / as big trap as",
            ),
            (
                "She/PRON/nsubj/2 described~describe/VERB/root/0 it/PRON/obj/2 with/ADP/case/5 care/NOUN/obl/2",
                "",
            ),
            (
                "as/ADP/case/2 trap/NOUN/obl/4 she/PRON/nsubj/4 described~describe/VERB/root/0 it/PRON/obj/4",
                "",
            ),
            (
                "She/PRON/nsubj/2 described~describe/VERB/root/0 as/ADP/case/4 trap/NOUN/obl/2",
                "",
            ),
        ]);
    }

    #[test]
    fn accusing_has_a_deed_behind_of() {
        check_trees(&[
            (
                "union/NOUN/nsubj/2 accused~accuse/VERB/root/0 her/PRON/obj/2 of/SCONJ/mark/5 lying/VERB/advcl/2",
                "accusing: union > accused > her / of lying",
            ),
            (
                "union/NOUN/nsubj/2 accused~accuse/VERB/root/0 her/PRON/obj/2 of/ADP/case/5 fraud/NOUN/obl/2",
                "accusing: union > accused > her / of fraud",
            ),
            // Wrong: "of" belongs to the deed, which the parser hung on the accused.
            (
                "union/NOUN/nsubj/2 accused~accuse/VERB/root/0 mayor/NOUN/obj/2 of/SCONJ/mark/5 lying/VERB/acl/3",
                "accusing: union > accused > mayor of / of lying",
            ),
            (
                "union/NOUN/nsubj/2 accused~accuse/VERB/root/0 her/PRON/obj/2 at/ADP/case/5 noon/NOUN/obl/2",
                "",
            ),
            (
                "of/ADP/case/2 fraud/NOUN/obl/4 union/NOUN/nsubj/4 accused~accuse/VERB/root/0 her/PRON/obj/4",
                "",
            ),
            (
                "union/NOUN/nsubj/2 warned~alert/VERB/root/0 her/PRON/obj/2 of/ADP/case/5 fraud/NOUN/obl/2",
                "",
            ),
        ]);
    }
}
