//! The claim as a sentence of its own: references replaced, markers gone, a capital and a full stop, every edit listed.
//!
//! Only references that the coreference stage is sure of are replaced; anything else stays as it was. A claim that would
//! be no sentence even so, for want of a subject or of what "which" stands for, is not said alone.

use super::clause::{Clause, is_finite};
use super::{ClauseKind, Edit, Standalone};
use crate::analysis::{Analysis, Word};
use crate::analysis::coreference::{Coreference, Reference};
use crate::article::Article;
use crate::report::EditOperation;
use crate::span::ByteSpan;

/// Says a claim so that it can be read alone. `spans` are its pieces in the order of the text.
pub(super) fn standalone(article: &Article, sentence: usize, analysis: &Analysis, spans: &[ByteSpan], clause: &Clause, coreference: &Coreference) -> Option<Standalone> {
    let mut writer = Writer { text: String::new(), edits: Vec::new() };
    let words = &analysis.words;
    let mut named: Vec<&str> = Vec::new();
    let mut object: Option<ByteSpan> = None;
    let relativizer = relativizer(analysis, clause);
    let named_before = clause.tokens.iter().take_while(|&&token| token < clause.predicate).any(|&token| matches!(words[token].upos.as_str(), "NOUN" | "PROPN" | "PRON"));
    let headless = clause.subject.is_none() && !named_before && is_finite(analysis, clause.predicate);
    if headless || clause.kind == ClauseKind::Relative && relativizer.is_none() {
        return None;
    }
    for (index, piece) in spans.iter().enumerate() {
        if index > 0 {
            writer.text.push(' ');
        }
        let mut at = piece.start;
        for (token, word) in words.iter().enumerate().filter(|(_, word)| piece.contains(word.span)) {
            if relativizer == Some(token) {
                let before = ByteSpan::new(at, word.span.start);
                if is_object(analysis, clause, token) {
                    object = writer.moved(&article.text, before, word);
                } else {
                    writer.relative(&article.text, before, word);
                }
                let behind = ByteSpan::new(word.span.end, piece.end).of(&article.text);
                let blank = if writer.text.is_empty() { behind.len() - behind.trim_start().len() } else { 0 };
                at = word.span.end + blank;
                continue;
            }
            if token == clause.predicate
                && let Some(object) = object.take()
            {
                writer.text.push_str(ByteSpan::new(at, word.span.end).of(&article.text));
                writer.edit(EditOperation::Insert, "", &format!(" {}", object.of(&article.text)), "relative pronoun replaced", (None, Some(object)), None);
                at = word.span.end;
                continue;
            }
            let Some(reference) = coreference.of(sentence, token) else { continue };
            let mention = reference.mention;
            if !piece.contains(mention) || mention.start < at || named.contains(&reference.name.as_str()) || overlaps_name(article, *piece, reference, word.upos == "PRON") {
                continue;
            }
            writer.text.push_str(ByteSpan::new(at, mention.start).of(&article.text));
            let possessive = word.has("Poss=Yes") || words.get(token + 1).is_some_and(|next| next.lower == "'s" && next.span.start == word.span.end);
            let suffix = if word.has("Poss=Yes") && possessive { genitive(&reference.name) } else { "" };
            let auxiliary = words.get(token + 1).filter(|next| next.span.start == mention.end && piece.contains(next.span)).and_then(written_out);
            let replaced = if auxiliary.is_some() { mention.cover(words[token + 1].span) } else { mention };
            let name = format!("{}{suffix}{}", reference.name, auxiliary.unwrap_or_default());
            writer.edit(EditOperation::Replace, replaced.of(&article.text), &name, reference.reason, (Some(replaced), Some(reference.antecedent)), Some(reference.probability));
            named.push(&reference.name);
            at = replaced.end;
        }
        writer.text.push_str(ByteSpan::new(at, piece.end).of(&article.text));
    }
    Some(writer.finish())
}

fn genitive(name: &str) -> &'static str {
    if name.ends_with('s') { "'" } else { "'s" }
}

/// What a name asks for in place of an auxiliary that leans on a pronoun: "they're" → "the Harls are".
fn written_out(word: &Word) -> Option<&'static str> {
    let form = word.lower.strip_prefix(['\'', '’'])?;
    Some(match (word.upos.as_str(), form, word.lemma.as_str()) {
        ("AUX" | "VERB", "s", "have") => " has",
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

/// The pronoun of a relative clause that stands right behind what it refers to, or behind a few words that lead to it
/// ("on which", "most of which"): its subject, its subject's owner, its object, or where it holds.
fn relativizer(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let words = &analysis.words;
    let token = clause.tokens.iter().copied().find(|&token| matches!(words[token].lower.as_str(), "who" | "which" | "whose" | "where" | "whom"))?;
    let subject = |token: usize| words[token].base_relation() == "nsubj";
    let placed = match words[token].lower.as_str() {
        "whose" => words[token].head.is_some_and(subject),
        "where" => true,
        _ => subject(token) || analysis.children_with(token, &["case"]).next().is_some() || is_object(analysis, clause, token),
    };
    let comma = (token.saturating_sub(4)..token).rev().find(|&before| words[before].is_punctuation())?;
    let behind = clause.tokens.first().is_some_and(|&first| first < comma);
    (clause.kind == ClauseKind::Relative && placed && behind).then_some(token)
}

/// Whether a relative pronoun is what the predicate acts on; some trees call "which" in "which Voss repaired" a second subject.
fn is_object(analysis: &Analysis, clause: &Clause, pronoun: usize) -> bool {
    let word = &analysis.words[pronoun];
    let acted = word.head == Some(clause.predicate) && word.upos == "PRON" && word.lower != "who";
    let other = || analysis.children_with(clause.predicate, &["nsubj"]).any(|child| child > pronoun && child < clause.predicate);
    acted && (word.base_relation() == "obj" || word.base_relation() == "nsubj" && other())
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

    /// Puts what a relative pronoun refers to in its place: "Voss, who has run the service" → "Voss has run the service",
    /// "Voss, whose ship" → "Voss's ship", "Tarn, on which we rely" → "on Tarn we rely". `before` holds what it refers to
    /// and the words that lead to the pronoun.
    fn relative(&mut self, text: &str, before: ByteSpan, pronoun: &Word) {
        // Where words in between are left out, what it refers to has been said already.
        if before.is_empty() {
            let named = self.text.trim_end_matches([',', ' ', '—', '–', '-', '(']).len();
            self.text.truncate(named);
        }
        let break_at = before.of(text).rfind([',', '—', '–', '(', ';']).unwrap_or(before.len());
        let named = before.of(text)[..break_at].trim_end_matches([',', ' ', '—', '–', '-', '(']);
        let origin = ByteSpan::new(before.start, before.start + named.len());
        let mark = text[before.start + break_at..].chars().next().map_or(0, char::len_utf8);
        let leading = ByteSpan::new((before.start + break_at + mark).min(before.end), before.end).of(text).trim();
        let reason = "relative pronoun replaced";
        if leading.is_empty() && pronoun.lower != "where" {
            self.text.push_str(named);
            let removed = ByteSpan::new(origin.end, pronoun.span.end);
            let (operation, to) = if pronoun.lower == "whose" { (EditOperation::Replace, genitive(named)) } else { (EditOperation::Delete, "") };
            self.edit(operation, removed.of(text), to, reason, (Some(removed), Some(origin)), None);
        } else {
            let moved = ByteSpan::new(before.start, before.end - leading.len() - usize::from(!leading.is_empty()));
            self.edit(EditOperation::Delete, moved.of(text), "", reason, (Some(moved), None), None);
            if !leading.is_empty() {
                self.text.push_str(leading);
                self.text.push(' ');
            }
            let put = if pronoun.lower == "where" { format!("in {named}") } else { named.to_string() };
            self.edit(EditOperation::Replace, pronoun.span.of(text), &put, reason, (Some(pronoun.span), Some(origin)), None);
        }
    }

    /// Takes off an object that stands in front: "the Polaris, which Voss owns" → "Voss owns". Gives the object.
    fn moved(&mut self, text: &str, before: ByteSpan, pronoun: &Word) -> Option<ByteSpan> {
        let named = before.of(text).trim_end_matches([',', ' ', '—', '–', '-', '(']);
        let removed = before.cover(pronoun.span);
        self.edit(EditOperation::Delete, removed.of(text), "", "relative pronoun replaced", (Some(removed), None), None);
        (!named.is_empty()).then(|| ByteSpan::new(before.start, before.start + named.len()))
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
                    self.edits.insert(0, edit);
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
