//! The claim as a sentence of its own: references replaced, markers gone, a capital and a full stop, every edit listed.
//!
//! Only references that the coreference stage is sure of are replaced; anything else stays as it was. A claim that would
//! be no sentence even so, for want of a subject, of what "which" stands for or of half a bracket, is not said alone.

use super::clause::Clause;
use super::relative::{Way, relative};
use super::{ClauseKind, Edit, Standalone};
use crate::analysis::Analysis;
use crate::analysis::coreference::{Coreference, Reference};
use crate::article::Article;
use crate::report::EditOperation;
use crate::span::ByteSpan;

/// Says a claim so that it can be read alone. `spans` are its pieces in the order of the text.
pub(super) fn standalone(article: &Article, sentence: usize, analysis: &Analysis, spans: &[ByteSpan], clause: &Clause, coreference: &Coreference) -> Option<Standalone> {
    let mut writer = Writer { text: String::new(), edits: Vec::new() };
    let text = &article.text;
    let words = &analysis.words;
    let mut named: Vec<&str> = Vec::new();
    let relative = relative(article, analysis, clause, spans);
    let named_before = clause.tokens.iter().take_while(|&&token| token < clause.predicate).any(|&token| matches!(words[token].upos.as_str(), "NOUN" | "PROPN" | "PRON"));
    let headless = clause.subject.is_none_or(|subject| relative.is_none() && !clause.tokens.contains(&subject)) && !named_before;
    // What the attribution names, not any words without a verb.
    let naming = clause.kind == ClauseKind::Complement && clause.governor.is_none();
    let copula = if naming { copula(analysis, clause) } else { None };
    if headless || clause.kind == ClauseKind::Relative && relative.is_none() || copula.is_none() && !states(analysis, clause) || is_introduced(analysis, clause) || lacks_object(analysis, clause) {
        return None;
    }
    for (index, piece) in spans.iter().enumerate() {
        if index > 0 {
            writer.text.push(' ');
        }
        let mut at = piece.start;
        if let Some(relative) = relative.as_ref().filter(|relative| index == 0 && matches!(relative.way, Way::Inside | Way::Object)) {
            at = words[relative.first].span.start;
            writer.unrelate(text, EditOperation::Delete, ByteSpan::new(piece.start, at), "", None);
        }
        for (token, word) in words.iter().enumerate().filter(|(_, word)| piece.contains(word.span)) {
            if let Some(relative) = relative.as_ref().filter(|relative| relative.pronoun == token) {
                let behind = ByteSpan::new(word.span.end, piece.end).of(text);
                let blank = behind.len() - behind.trim_start().len();
                let (kept, operation, to) = match relative.way {
                    Way::Subject => (at.max(relative.antecedent.end), EditOperation::Delete, ""),
                    Way::Owner => (at.max(relative.antecedent.end), EditOperation::Replace, genitive(relative.antecedent.of(text))),
                    Way::Inside => (word.span.start, EditOperation::Replace, relative.name.as_str()),
                    Way::Object => (word.span.start, EditOperation::Delete, ""),
                };
                writer.text.push_str(ByteSpan::new(at, kept).of(text));
                // Nothing before it, or a blank: the one behind goes with it.
                let end = if to.is_empty() && (writer.text.is_empty() || writer.text.ends_with(' ')) { word.span.end + blank } else { word.span.end };
                writer.unrelate(text, operation, ByteSpan::new(kept, end), to, Some(relative.antecedent));
                at = end;
                continue;
            }
            if let Some(relative) = relative.as_ref().filter(|relative| relative.way == Way::Object && token == clause.predicate) {
                writer.text.push_str(ByteSpan::new(at, word.span.end).of(text));
                at = word.span.end;
                writer.unrelate(text, EditOperation::Insert, ByteSpan::new(at, at), &format!(" {}", relative.name), Some(relative.antecedent));
                continue;
            }
            if let Some(copula) = copula.as_ref().filter(|copula| copula.before == token) {
                let behind = copula.behind.max(at);
                writer.text.push_str(ByteSpan::new(at, behind).of(text));
                let verb = if writer.text.ends_with(' ') { format!("{} ", copula.verb) } else { format!(" {}", copula.verb) };
                writer.edit(EditOperation::Insert, "", &verb, "verb put in", (None, None), None);
                at = behind;
            }
            let Some(reference) = coreference.of(sentence, token) else { continue };
            let mention = reference.mention;
            if !piece.contains(mention) || mention.start < at || named.contains(&reference.name.as_str()) || overlaps_name(article, *piece, reference, word.upos == "PRON") {
                continue;
            }
            writer.text.push_str(ByteSpan::new(at, mention.start).of(text));
            let possessive = word.has("Poss=Yes") || words.get(token + 1).is_some_and(|next| next.lower == "'s" && next.span.start == word.span.end);
            let suffix = if word.has("Poss=Yes") && possessive { genitive(&reference.name) } else { "" };
            let leans = words.get(token + 1).is_some_and(|next| next.span.start == mention.end && piece.contains(next.span));
            let auxiliary = if leans { written_out(analysis, token + 1) } else { None };
            let replaced = if auxiliary.is_some() { mention.cover(words[token + 1].span) } else { mention };
            let name = format!("{}{suffix}{}", reference.name, auxiliary.unwrap_or_default());
            writer.edit(EditOperation::Replace, replaced.of(text), &name, reference.reason, (Some(replaced), Some(reference.antecedent)), Some(reference.probability));
            named.push(&reference.name);
            at = replaced.end;
        }
        writer.text.push_str(ByteSpan::new(at, piece.end).of(text));
    }
    Some(writer.finish()).filter(|standalone| is_balanced(&standalone.text))
}

/// What a name lacks to be a sentence: "called the policy a mistake" → "The policy is a mistake".
struct Copula {
    verb: &'static str,
    /// First word of the name, and where what is named ends.
    before: usize,
    behind: usize,
}

fn copula(analysis: &Analysis, clause: &Clause) -> Option<Copula> {
    let words = &analysis.words;
    // What is named hangs on the name or beside it, as the parser takes it.
    let subject = analysis.child(clause.predicate, "nsubj");
    let within = analysis.subtree(clause.predicate);
    let of_subject = subject.map_or(Vec::new(), |subject| analysis.subtree(subject));
    let before = clause.tokens.iter().copied().find(|token| within.contains(token) && !of_subject.contains(token))?;
    let named: Vec<usize> = clause.tokens.iter().copied().take_while(|&token| token < before).collect();
    let heads_out = |token: usize| words[token].head.is_none_or(|head| !named.contains(&head));
    let head = named.iter().copied().find(|&token| matches!(words[token].upos.as_str(), "NOUN" | "PROPN") && heads_out(token))?;
    let is_name = matches!(words[clause.predicate].upos.as_str(), "NOUN" | "PROPN" | "ADJ") && words[before].upos != "ADP";
    let is_clause = analysis.children_with(clause.predicate, &["cop", "aux", "mark"]).next().is_some();
    let verb = if words[head].has("Number=Plur") { "are" } else { "is" };
    (is_name && !is_clause).then_some(Copula { verb, before, behind: words[*named.last()?].span.end })
}

/// Verbs that have no passive.
const NO_PASSIVE: [&str; 12] =
    ["appear", "arrive", "be", "become", "begin", "come", "fall", "get", "go", "grow", "happen", "rise"];

/// Verbs whose past is their infinitive.
const UNCHANGED: [&str; 14] =
    ["beat", "bet", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "set", "shut", "spread"];

/// Whether a finite verb holds the claim together: one of its words that stands in no clause below its predicate. Not so
/// "the system … be built for growth", which has lost its "had to".
fn states(analysis: &Analysis, clause: &Clause) -> bool {
    let words = &analysis.words;
    let finite = |token: usize| {
        let word = &words[token];
        let modal = word.upos == "AUX" && !matches!(word.lemma.as_str(), "be" | "have" | "do");
        // A participle with a subject may be a past tense that was taken for one.
        let past = token == clause.predicate && word.has("VerbForm=Part") && word.has("Tense=Past") && clause.subject.is_some();
        let passive = past && analysis.children_with(token, &["aux"]).next().is_some();
        // "People stop and take them": the form of the plural is that of the infinitive.
        let plural = clause.subject.is_some_and(|subject| words[subject].has("Number=Plur"));
        let bare = token == clause.predicate && word.has("VerbForm=Inf") && (plural || UNCHANGED.contains(&word.lower.as_str()));
        modal || bare || word.has("VerbForm=Fin") || past && !passive
    };
    let below = |token: usize| {
        let path = std::iter::successors(Some(token), |&at| words[at].head).take(words.len());
        let mut deep = false;
        for at in path {
            if at == clause.predicate {
                return deep;
            }
            deep |= is_clausal(analysis, at);
        }
        false
    };
    clause.tokens.iter().any(|&token| finite(token) && !below(token))
}

/// Whether a word that makes a clause of another opens it: "because, until two days ago, I was on the board", "how full
/// your service is".
fn is_introduced(analysis: &Analysis, clause: &Clause) -> bool {
    clause.tokens.first().is_some_and(|&first| {
        let word = &analysis.words[first];
        let conjunction = word.base_relation() == "mark" && word.upos == "SCONJ" && word.head == Some(clause.predicate);
        let below = word.head.is_some_and(|head| head == clause.predicate || analysis.words[head].head == Some(clause.predicate) && !is_clausal(analysis, head));
        let question = word.has("PronType=Int") && word.lower != "what" && below;
        conjunction || question
    })
}

/// Whether what the verb asks for was cut off: "the paper has learned", of something said in another claim.
fn lacks_object(analysis: &Analysis, clause: &Clause) -> bool {
    let said = analysis.children_with(clause.predicate, &["ccomp"]).any(|child| !clause.tokens.contains(&child));
    said && analysis.child(clause.predicate, "obj").is_none() && clause.kind != ClauseKind::Relative
}

fn is_clausal(analysis: &Analysis, token: usize) -> bool {
    matches!(analysis.words[token].base_relation(), "advcl" | "acl" | "csubj" | "ccomp" | "xcomp" | "parataxis")
}

/// Whether every bracket and curly quotation mark has its other half: a claim cut through one is no sentence.
fn is_balanced(text: &str) -> bool {
    let count = |mark: char| text.chars().filter(|&letter| letter == mark).count();
    [('(', ')'), ('[', ']'), ('“', '”')].iter().all(|&(open, close)| count(open) == count(close))
}

fn genitive(name: &str) -> &'static str {
    if name.ends_with('s') { "'" } else { "'s" }
}

/// What a name asks for in place of an auxiliary that leans on a pronoun: "they're" → "the Harls are".
fn written_out(analysis: &Analysis, token: usize) -> Option<&'static str> {
    let word = analysis.words.get(token)?;
    // "It's come up with": neither lemma nor relation tell, but a verb without an object has no passive.
    let perfect = word.head.is_some_and(|head| {
        let verb = &analysis.words[head];
        let active = NO_PASSIVE.contains(&verb.lemma.as_str()) && !verb.lower.ends_with("ing");
        head > token && (active || word.relation == "aux" && verb.has("VerbForm=Part") && verb.has("Tense=Past"))
    });
    let form = word.lower.strip_prefix(['\'', '’'])?;
    Some(match (word.upos.as_str(), form, word.lemma.as_str()) {
        ("AUX" | "VERB", "s", "have") => " has",
        ("AUX", "s", _) if perfect => " has",
        ("AUX" | "VERB", "s", _) => " is",
        ("AUX" | "VERB", "d", "have") => " had",
        ("AUX" | "VERB", "d", _) => " would",
        (_, "re", _) => " are",
        (_, "ve", _) => " have",
        (_, "ll", _) => " will",
        _ => return None,
    })
}

/// Whether the claim already says the name, for a pronoun the last of a person: "the hull … its inspection", "Mr. Okafor
/// … his office".
fn overlaps_name(article: &Article, piece: ByteSpan, reference: &Reference, pronoun: bool) -> bool {
    let bare = reference.name.strip_prefix("the ").unwrap_or(&reference.name).to_lowercase();
    let said = piece.of(&article.text).to_lowercase();
    let last = bare.rsplit(' ').next().filter(|_| pronoun && reference.person);
    said.contains(&bare) || last.is_some_and(|last| said.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == last))
}

struct Writer {
    text: String,
    edits: Vec<Edit>,
}

impl Writer {
    fn edit(&mut self, operation: EditOperation, from: &str, to: &str, reason: &'static str, (span, origin): (Option<ByteSpan>, Option<ByteSpan>), probability: Option<f32>) {
        let at = ByteSpan::new(self.text.len(), self.text.len() + to.len());
        self.text.push_str(to);
        self.edits.push(Edit { operation, from: from.to_string(), to: to.to_string(), reason, at, span, origin, probability });
    }

    /// An edit that takes a relative pronoun's work from it; `span` is what it takes off.
    fn unrelate(&mut self, text: &str, operation: EditOperation, span: ByteSpan, to: &str, origin: Option<ByteSpan>) {
        let taken = (!span.is_empty()).then_some(span);
        self.edit(operation, span.of(text), to, "relative pronoun replaced", (taken, origin), None);
    }

    /// A capital first, one full stop at the end.
    fn finish(mut self) -> Standalone {
        let first = self.text.chars().next().filter(|letter| letter.is_lowercase());
        if let Some(first) = first {
            let capital: String = first.to_uppercase().collect();
            if capital.len() == first.len_utf8() {
                self.text.replace_range(..capital.len(), &capital);
                let starting = self.edits.iter_mut().find(|edit| edit.at.start == 0 && !edit.to.is_empty());
                if let Some(edit) = starting {
                    edit.to.replace_range(..capital.len(), &capital);
                } else {
                    let at = ByteSpan::new(0, capital.len());
                    let edit = Edit { operation: EditOperation::Replace, from: first.to_string(), to: capital, reason: "capital at the start", at, span: None, origin: None, probability: None };
                    // Behind what was taken off in front, so that the edits can be taken back from the last to the first.
                    let off = self.edits.iter().take_while(|edit| edit.at.end == 0).count();
                    self.edits.insert(off, edit);
                }
            }
        }
        let end = self.text.trim_end_matches([',', ';', ':', ' ', '—', '–', '-']).len();
        self.text.truncate(end);
        // "has come to the table", from the middle of a quotation.
        let count = |mark: char| self.text.chars().filter(|&letter| letter == mark).count();
        let closing = if count('“') > count('”') { "”" } else if count('"') % 2 == 1 { "\"" } else { "" };
        if !closing.is_empty() {
            self.edit(EditOperation::Insert, "", closing, "quotation closed", (None, None), None);
        }
        if !self.text.ends_with(['.', '!', '?']) && !self.text.ends_with(".”") && !self.text.ends_with(".\"") {
            self.edit(EditOperation::Insert, "", ".", "full stop at the end", (None, None), None);
        }
        Standalone { text: self.text, edits: self.edits }
    }
}
