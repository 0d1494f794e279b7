//! Verbs and nouns that report: "said that …", "…, she said", "The study suggests …", "Her view that …".
//!
//! What is said is a clause that hangs on the cue (before or behind it), or one on which the cue hangs as a parenthesis.
//! Clauses with "whether" or a question word are not said but asked, and are nobody's claim.

use super::content::{self, has_mark};
use super::cue::{self, ListedCue};
use super::rule::{Candidate, Credit};
use super::subject::{shared_subject, stranded_subject};
use super::unheld;
use crate::analysis::Analysis;
use crate::grammar::{Deprel, Upos};
use crate::span::ByteSpan;
use crate::terms::CueType;

/// Most words and marks of a parenthesis with its cue: ", I was told by his daughter last week,".
const LONGEST_PARENTHESIS: usize = 25;

/// What opens a clause that is asked.
const QUESTION_WORDS: [&str; 7] = ["what", "how", "why", "when", "where", "who", "which"];

/// Lemmas of verbs whose object is who hears it.
const ADDRESSING: [&str; 10] = [
    "tell", "remind", "warn", "assure", "inform", "advise", "ask", "promise", "urge", "teach",
];

/// What parts a parenthesis from the clause around it.
const PARENTHESIS_MARKS: [&str; 6] = [",", "–", "—", "―", "-", "("];

/// A verb or noun from the list of cues that somebody is credited with.
pub(super) struct ReportingCue {
    listed: ListedCue,
    /// The head word of the source; `None` in "It is said that".
    pub source: Option<usize>,
    /// The head of the clause under the cue that says what is said.
    pub complement: Option<usize>,
}

impl ReportingCue {
    /// `None` where the word is no cue, nobody holds what it reports, or its source can't be told.
    pub fn new(analysis: &Analysis, token: usize) -> Option<Self> {
        let word = &analysis.words[token];
        let listed = cue::listed(word)?;
        let source = source_of(analysis, token);
        // "It is said that": nobody is named, but somebody says it.
        let impersonal =
            || word.upos == Upos::Verb && analysis.child(token, Deprel::AuxPass).is_some();
        if unheld::why_unheld(analysis, token, source).is_some()
            || source.is_none() && !impersonal()
        {
            return None;
        }
        Some(ReportingCue {
            listed,
            source,
            complement: complement_of(analysis, token)
                .filter(|&clause| !is_asked(analysis, clause)),
        })
    }
}

/// "“The tunnel is unsafe,” the engineer said."
pub(super) fn speech_before_cue(candidate: &Candidate) -> Option<Credit> {
    let reporting = candidate.reporting()?;
    let clause = reporting
        .complement
        .filter(|&clause| clause < candidate.token && reporting.source.is_some())?;
    credit(candidate, complements(candidate, clause))
}

/// "The engineer said that the tunnel is unsafe", "It is said that the tunnel is unsafe."
pub(super) fn complement_clause(candidate: &Candidate) -> Option<Credit> {
    let clause = candidate.reporting()?.complement;
    let clause = clause.filter(|&clause| clause > candidate.token)?;
    credit(candidate, complements(candidate, clause))
}

/// "Leaks, she adds, were found": the cue hangs on what it reports.
pub(super) fn parenthetical_cue(candidate: &Candidate) -> Option<Credit> {
    let reporting = candidate.reporting()?;
    if reporting.source.is_none() || reporting.complement.is_some() {
        return None;
    }
    let (analysis, token) = (candidate.analysis, candidate.token);
    let clause = interrupted_clause(analysis, token)?;
    let set_off = clause < token || stands_between_marks(analysis, token);
    if !set_off
        || !is_parenthesis(analysis, token)
        || goes_on(analysis, token)
        || says_its_object(analysis, token)
    {
        return None;
    }
    credit(candidate, content::around(analysis, clause, token))
}

/// Credits the source of a reporting cue with a content, where there is one.
pub(super) fn credit(candidate: &Candidate, content: Vec<ByteSpan>) -> Option<Credit> {
    let reporting = candidate.reporting()?;
    (!content.is_empty()).then(|| Credit {
        source: reporting.source,
        cue: candidate.word().span,
        cue_type: reporting.listed.cue_type,
        weak: reporting.listed.weak,
        mode: content::mode(candidate.finder.quotations, &content),
        content,
    })
}

/// The head word of a cue's source: the owner of a noun ("her view that"), else the nearest subject or agent of the verb.
pub(super) fn source_of(analysis: &Analysis, token: usize) -> Option<usize> {
    let word = &analysis.words[token];
    if word.upos == Upos::Noun {
        return analysis.child(token, Deprel::NmodPoss);
    }
    nearest_subject(analysis, token)
        .or_else(|| analysis.child(token, Deprel::OblAgent))
        .or_else(|| shared_subject(analysis, token))
        .or_else(|| stranded_subject(analysis, token).filter(|_| cue::is_saying(word)))
}

/// The parser often gives two subjects to the verb of "its president, Aldous Finn, warns" and of "“Mother,” he wrote".
fn nearest_subject(analysis: &Analysis, verb: usize) -> Option<usize> {
    analysis
        .children_with(verb, &[Deprel::Nsubj])
        .filter(|&child| analysis.words[child].deprel == Deprel::Nsubj)
        .min_by_key(|child| child.abs_diff(verb))
}

/// The clause that a cue has for its complement; of a noun also the clause with "that" ("her view that …").
fn complement_of(analysis: &Analysis, token: usize) -> Option<usize> {
    let clause_of_noun = || {
        analysis
            .children_with(token, &[Deprel::Acl])
            .find(|&child| has_mark(analysis, child, &["that"]))
            .filter(|_| analysis.words[token].upos == Upos::Noun)
    };
    analysis
        .child(token, Deprel::Ccomp)
        .filter(|&child| content::is_clause_head(analysis, child))
        .or_else(clause_of_noun)
}

/// "asked whether it was safe", "knows why it leaks"; not so a clause that has one in front of it: "said when the toll
/// rose, drivers left", "said what the town needs is a bridge".
fn is_asked(analysis: &Analysis, clause: usize) -> bool {
    let within = [Deprel::Advcl, Deprel::Csubj];
    let opens_inner = |first: usize| {
        let mut above = analysis
            .ancestors(first)
            .take_while(|&above| above != clause);
        above.any(|above| within.contains(&analysis.words[above].deprel.base()))
    };
    let opens_question = |&first: &usize| {
        let is_thing = analysis.has_child_with(first, &[Deprel::Acl]);
        analysis.words[first].is(&QUESTION_WORDS) && !is_thing && !opens_inner(first)
    };
    has_mark(analysis, clause, &["whether", "if"])
        || analysis.subtree(clause).first().is_some_and(opens_question)
}

/// All that a cue reports besides its first complement: further clauses with "that" ("told her that it was broken, that
/// it would cost nothing"), and what stood before a cue that goes on with "and" ("It had arrived on Thursday, he said, and
/// it was wrong").
fn complements(candidate: &Candidate, clause: usize) -> Vec<ByteSpan> {
    let (analysis, cue) = (candidate.analysis, candidate.token);
    let mut content = Vec::new();
    if let Some(before) = clause_gone_on_with(analysis, cue, clause) {
        content.extend(content::around(analysis, before, cue));
    }
    content.extend(content::under_cue(analysis, cue, clause));
    if candidate
        .reporting()
        .is_some_and(|reporting| reporting.listed.cue_type == CueType::Denial)
    {
        content::end_before_contrast(analysis, clause, &mut content);
    }
    let further = analysis
        .children_with(cue, &[Deprel::Ccomp])
        .filter(|&further| further > clause.max(cue) && has_mark(analysis, further, &["that"]));
    for clause in further {
        content.extend(content::under_cue(analysis, cue, clause));
    }
    content
}

/// The clause before a parenthetical cue whose complement goes on with it.
fn clause_gone_on_with(analysis: &Analysis, cue: usize, complement: usize) -> Option<usize> {
    let word = &analysis.words[cue];
    let goes_on =
        word.deprel == Deprel::Parataxis && analysis.has_child_with(complement, &[Deprel::Cc]);
    word.head.filter(|&head| goes_on && head < cue)
}

/// The clause that a parenthetical cue hangs on: directly, or by a subject in front of it ("Leaks, she adds, were found").
fn interrupted_clause(analysis: &Analysis, cue: usize) -> Option<usize> {
    let words = &analysis.words;
    let hangs = words[cue].deprel == Deprel::Parataxis || is_set_off(analysis, cue);
    let head = words[cue].head.filter(|_| hangs)?;
    let beyond = words[head]
        .head
        .filter(|&above| words[head].deprel.base() == Deprel::Nsubj && head < cue && cue < above);
    beyond.or(Some(head))
}

/// "Leaks, she adds, were found because …": between commas a subject with its verb is said aside, whatever the parser makes of it.
fn is_set_off(analysis: &Analysis, cue: usize) -> bool {
    let relations = [Deprel::Advcl, Deprel::Dep];
    relations.contains(&analysis.words[cue].deprel)
        && !analysis.has_child_with(cue, &[Deprel::Mark])
        && stands_between_marks(analysis, cue)
}

/// A clause of only subject, cue and what it is said to: ", she told the court", ", I was told by his daughter,".
fn is_parenthesis(analysis: &Analysis, cue: usize) -> bool {
    let has_subject = analysis.has_child_with(cue, &[Deprel::Nsubj]);
    has_subject && analysis.subtree(cue).len() <= LONGEST_PARENTHESIS
}

/// "Leaks, she adds, were found."
fn stands_between_marks(analysis: &Analysis, cue: usize) -> bool {
    let words = &analysis.words;
    let mut inside = analysis.subtree(cue);
    inside.retain(|&token| !words[token].is_punctuation());
    let is_mark = |token: usize| {
        words
            .get(token)
            .is_some_and(|word| PARENTHESIS_MARKS.contains(&word.form.as_str()))
    };
    let before = inside.first().and_then(|first| first.checked_sub(1));
    let behind = inside.last().map(|last| last + 1);
    before.is_some_and(is_mark) && behind.is_some_and(is_mark)
}

/// "We have been here before: bin Laden declared war": what it says is its object; but ", she told the court".
fn says_its_object(analysis: &Analysis, cue: usize) -> bool {
    analysis.child(cue, Deprel::Obj).is_some() && !analysis.words[cue].has_lemma(&ADDRESSING)
}

/// "It sounds silly, and my son has told me so", "It looks doubtful: the minister has said …": a clause beside what stands
/// before it, not a cue of it. But "and, she said, …" is one.
fn goes_on(analysis: &Analysis, cue: usize) -> bool {
    let words = &analysis.words;
    let inside = analysis.subtree(cue);
    let first = inside
        .into_iter()
        .find(|&token| !words[token].is_punctuation());
    first.is_some_and(|first| {
        let joins = words[first].upos == Upos::Cconj
            && words.get(first + 1).is_some_and(|next| next.form != ",");
        joins || first > 0 && words[first - 1].form == ":"
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::testing::check_trees;
    use crate::testing::tree_by_hand;

    #[test]
    fn the_source_is_subject_agent_or_owner() {
        check_trees(&[
            (
                "president/NOUN/nsubj/5 ,/PUNCT/punct/3 Finn/PROPN/nsubj/5 ,/PUNCT/punct/3 warns~warn/VERB/root/0 it/PRON/nsubj/7 leaks/VERB/ccomp/5",
                "complement_clause: Finn > warns > it leaks",
            ),
            (
                "mayor/NOUN/nsubj:pass/3 was/AUX/aux:pass/3 told~tell/VERB/root/0 it/PRON/nsubj/5 leaks/VERB/ccomp/3",
                "complement_clause: ? > told > it leaks",
            ),
            (
                "mayor/NOUN/nsubj:pass/3 was/AUX/aux:pass/3 told~tell/VERB/root/0 aides/NOUN/obl:agent/3 it/PRON/nsubj/6 leaks/VERB/ccomp/3",
                "complement_clause: aides > told > it leaks",
            ),
            (
                "Her/PRON/nmod:poss/2 view/NOUN/root/0 that/SCONJ/mark/5 it/PRON/nsubj/5 leaks/VERB/acl/2",
                "complement_clause: Her > view > it leaks",
            ),
            // Between a speech and its cue; only verbs of plain saying.
            (
                "“/PUNCT/punct/3 It/PRON/nsubj/3 leaks/VERB/ccomp/7 ,/PUNCT/punct/3 ”/PUNCT/punct/3 Liv/PROPN/obj/3 said~say/VERB/root/0",
                "speech_before_cue: Liv > said > It leaks",
            ),
            (
                "“/PUNCT/punct/3 It/PRON/nsubj/3 leaks/VERB/ccomp/7 ,/PUNCT/punct/3 ”/PUNCT/punct/3 Liv/PROPN/obj/3 joked~joke/VERB/root/0",
                "",
            ),
            // The subject or voice of a noun ("view") credits nobody; a verb without a subject does so only in the passive.
            (
                "He/PRON/nsubj/3 is/AUX/cop/3 view/NOUN/root/0 that/SCONJ/mark/6 it/PRON/nsubj/6 leaks/VERB/acl/3",
                "",
            ),
            (
                "was/AUX/aux:pass/2 view/NOUN/root/0 that/SCONJ/mark/5 it/PRON/nsubj/5 leaks/VERB/acl/2",
                "",
            ),
            (
                "said~say/VERB/root/0 it/PRON/nsubj/3 leaks/VERB/ccomp/1",
                "",
            ),
            (
                "it/PRON/nsubj/2 leaks/VERB/ccomp/4 was/AUX/aux:pass/4 said~say/VERB/root/0",
                "",
            ),
            (
                "She/PRON/nsubj/2 painted~paint/VERB/root/0 it/PRON/nsubj/4 leaks/VERB/ccomp/2",
                "",
            ),
        ]);
    }

    #[test]
    fn a_parenthesis_between_commas_may_hang_as_a_subordinate_clause() {
        let tree = |deprel: &str, mark: &str| {
            format!(
                "Leaks/NOUN/nsubj/6 ,/PUNCT/punct/1 {mark} adds~add/VERB/{deprel}/6 ,/PUNCT/punct/4 were~be/AUX/root/0 found/VERB/dep/6"
            )
        };
        let asides = ["parataxis", "advcl", "dep"];
        for deprel in asides {
            check_trees(&[(
                &tree(deprel, "she/PRON/nsubj/4"),
                "parenthetical_cue: she > adds > Leaks / were found",
            )]);
        }
        check_trees(&[(&tree("advcl", "as/SCONJ/mark/4"), "")]);
    }

    #[test]
    fn a_parenthesis_has_no_object_but_who_hears_it() {
        let tree = |verb: &str| {
            format!(
                "it/PRON/nsubj/2 leaks/VERB/root/0 ,/PUNCT/punct/5 she/PRON/nsubj/5 {verb}/VERB/parataxis/2 court/NOUN/obj/5"
            )
        };
        check_trees(&[
            (
                &tree("told~tell"),
                "parenthetical_cue: she > told > it leaks",
            ),
            (&tree("declared~declare"), ""),
        ]);
    }

    #[test]
    fn what_is_said_is_a_clause_that_is_not_asked() {
        check_trees(&[
            (
                "She/PRON/nsubj/2 said~say/VERB/root/0 it/PRON/nsubj/4 leaks/VERB/ccomp/2 if/SCONJ/mark/6 rains/VERB/advcl/4",
                "complement_clause: She > said > it leaks if rains",
            ),
            (
                "She/PRON/nsubj/2 said~say/VERB/root/0 whether/SCONJ/mark/5 it/PRON/nsubj/5 leaks/VERB/ccomp/2",
                "",
            ),
            (
                "She/PRON/nsubj/2 said~say/VERB/root/0 if/SCONJ/mark/5 it/PRON/nsubj/5 leaks/VERB/ccomp/2",
                "",
            ),
            (
                "She/PRON/nsubj/2 said~say/VERB/root/0 why/ADV/advmod/5 it/PRON/nsubj/5 leaks/VERB/ccomp/2",
                "",
            ),
            ("She/PRON/nsubj/2 said~say/VERB/root/0 no/NOUN/ccomp/2", ""),
            // What opens with a question word is a clause in front of what is said.
            (
                "She/PRON/nsubj/2 said~say/VERB/root/0 when/ADV/advmod/5 it/PRON/nsubj/5 rose/VERB/advcl/7 they/PRON/nsubj/7 left/VERB/ccomp/2",
                "complement_clause: She > said > when it rose they left",
            ),
            (
                "She/PRON/nsubj/2 said~say/VERB/root/0 what/PRON/obj/5 we/PRON/nsubj/5 need/VERB/csubj/7 is/AUX/cop/7 rain/NOUN/ccomp/2",
                "complement_clause: She > said > what we need is rain",
            ),
            (
                "She/PRON/nsubj/2 said~say/VERB/root/0 what/PRON/nsubj/7 we/PRON/nsubj/5 need/VERB/acl:relcl/3 is/AUX/cop/7 rain/NOUN/ccomp/2",
                "complement_clause: She > said > what we need is rain",
            ),
            // Only nouns have a clause with "that" beside them, and only with "that".
            (
                "She/PRON/nsubj/2 said~say/VERB/root/0 that/SCONJ/mark/5 it/PRON/nsubj/5 leaks/VERB/acl/2",
                "",
            ),
            (
                "Her/PRON/nmod:poss/2 view/NOUN/root/0 leaking/VERB/acl/2",
                "",
            ),
        ]);
    }

    #[test]
    fn further_clauses_are_said_as_well() {
        check_trees(&[
            (
                "She/PRON/nsubj/2 told~tell/VERB/root/0 it/PRON/nsubj/4 leaks/VERB/ccomp/2 ,/PUNCT/punct/8 that/SCONJ/mark/8 it/PRON/nsubj/8 smells/VERB/ccomp/2",
                "complement_clause: She > told > it leaks / it smells",
            ),
            (
                "She/PRON/nsubj/2 told~tell/VERB/root/0 it/PRON/nsubj/4 leaks/VERB/ccomp/2 it/PRON/nsubj/6 smells/VERB/ccomp/2",
                "complement_clause: She > told > it leaks",
            ),
            (
                "it/PRON/nsubj/2 leaks/VERB/ccomp/7 that/SCONJ/mark/5 it/PRON/nsubj/5 smells/VERB/ccomp/7 she/PRON/nsubj/7 told~tell/VERB/root/0",
                "speech_before_cue: she > told > it leaks",
            ),
            (
                "It/PRON/nsubj/2 came/VERB/root/0 ,/PUNCT/punct/5 he/PRON/nsubj/5 said~say/VERB/parataxis/2 and/CCONJ/cc/8 it/PRON/nsubj/8 broke/VERB/ccomp/5",
                "complement_clause: he > said > It came / and it broke",
            ),
            // Without "and", beside another clause, or with the rest behind it.
            (
                "It/PRON/nsubj/2 came/VERB/root/0 ,/PUNCT/punct/5 he/PRON/nsubj/5 said~say/VERB/parataxis/2 it/PRON/nsubj/7 broke/VERB/ccomp/5",
                "complement_clause: he > said > it broke",
            ),
            (
                "It/PRON/nsubj/2 came/VERB/root/0 ,/PUNCT/punct/5 he/PRON/nsubj/5 said~say/VERB/conj/2 and/CCONJ/cc/8 it/PRON/nsubj/8 broke/VERB/ccomp/5",
                "complement_clause: he > said > and it broke",
            ),
            (
                "he/PRON/nsubj/2 said~say/VERB/parataxis/7 and/CCONJ/cc/5 it/PRON/nsubj/5 broke/VERB/ccomp/2 it/PRON/nsubj/7 came/VERB/root/0",
                "complement_clause: he > said > and it broke",
            ),
        ]);
    }

    #[test]
    fn a_parenthesis_reports_the_clause_around_it() {
        check_trees(&[
            (
                "It/PRON/nsubj/2 leaks/VERB/root/0 ,/PUNCT/punct/5 she/PRON/nsubj/5 said~say/VERB/parataxis/2",
                "parenthetical_cue: she > said > It leaks",
            ),
            (
                "Leaks/NOUN/nsubj/6 ,/PUNCT/punct/4 she/PRON/nsubj/4 adds~add/VERB/parataxis/1 ,/PUNCT/punct/4 stink/VERB/root/0",
                "parenthetical_cue: she > adds > Leaks / stink",
            ),
            (
                "Leaks/NOUN/nsubj/6 –/PUNCT/punct/4 she/PRON/nsubj/4 adds~add/VERB/parataxis/6 –/PUNCT/punct/4 stink/VERB/root/0",
                "parenthetical_cue: she > adds > Leaks / stink",
            ),
            // In front of its clause it must stand between two marks.
            (
                "Leaks/NOUN/nsubj/5 she/PRON/nsubj/3 adds~add/VERB/parataxis/1 ,/PUNCT/punct/3 stink/VERB/root/0",
                "",
            ),
            (
                "Leaks/NOUN/nsubj/5 ,/PUNCT/punct/4 she/PRON/nsubj/4 adds~add/VERB/parataxis/1 stink/VERB/root/0",
                "",
            ),
            (
                "she/PRON/nsubj/2 adds~add/VERB/parataxis/4 ,/PUNCT/punct/2 stink/VERB/root/0",
                "",
            ),
            // Hung on a word that is no subject, or on one behind its verb: that word alone.
            (
                "Rain/NOUN/obj/6 ,/PUNCT/punct/4 she/PRON/nsubj/4 adds~add/VERB/parataxis/1 ,/PUNCT/punct/4 see/VERB/root/0",
                "parenthetical_cue: she > adds > Rain",
            ),
            (
                "stink/VERB/root/0 leaks/NOUN/nsubj/1 ,/PUNCT/punct/5 she/PRON/nsubj/5 adds~add/VERB/parataxis/2",
                "parenthetical_cue: she > adds > leaks",
            ),
            (
                "Now/ADV/advmod/7 ,/PUNCT/punct/4 she/PRON/nsubj/4 adds~add/VERB/parataxis/6 ,/PUNCT/punct/4 leaks/NOUN/nsubj/7 stink/VERB/root/0",
                "parenthetical_cue: she > adds > leaks",
            ),
            (
                "she/PRON/nsubj/3 leaks/VERB/root/0 said~say/VERB/parataxis/2",
                "parenthetical_cue: she > said > leaks",
            ),
            // Nobody is named.
            (
                "It/PRON/nsubj/2 leaks/VERB/root/0 ,/PUNCT/punct/6 he/PRON/nsubj:pass/6 was/AUX/aux:pass/6 told~tell/VERB/parataxis/2",
                "",
            ),
            // Another relation, no subject of its own, a clause that goes on.
            (
                "It/PRON/nsubj/2 leaks/VERB/root/0 ,/PUNCT/punct/5 she/PRON/nsubj/5 said~say/VERB/advcl/2",
                "",
            ),
            (
                "It/PRON/nsubj/2 leaks/VERB/root/0 ,/PUNCT/punct/4 told~tell/VERB/parataxis/2 aides/NOUN/obl:agent/4",
                "",
            ),
            (
                "It/PRON/nsubj/2 leaks/VERB/root/0 ,/PUNCT/punct/6 and/CCONJ/cc/6 she/PRON/nsubj/6 said~say/VERB/parataxis/2",
                "",
            ),
            (
                "It/PRON/nsubj/2 leaks/VERB/root/0 :/PUNCT/punct/5 she/PRON/nsubj/5 said~say/VERB/parataxis/2",
                "",
            ),
            (
                "It/PRON/nsubj/2 leaks/VERB/root/0 ,/PUNCT/punct/7 and/CCONJ/cc/7 ,/PUNCT/punct/7 she/PRON/nsubj/7 said~say/VERB/parataxis/2",
                "parenthetical_cue: she > said > It leaks",
            ),
        ]);
    }

    #[test]
    fn a_parenthesis_is_short() {
        let with = |n_words: usize| {
            let mut line = "she/PRON/nsubj/2 said~say/VERB/root/0".to_string();
            for _ in 2..n_words {
                line += " now/ADV/advmod/2";
            }
            is_parenthesis(&tree_by_hand(&line), 1)
        };
        assert!(with(LONGEST_PARENTHESIS) && !with(LONGEST_PARENTHESIS + 1));
    }
}
