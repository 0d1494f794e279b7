//! The claim as a sentence of its own: references replaced, markers gone, a capital and a full stop, every edit listed.
//!
//! Only references that the coreference stage is sure of are replaced; anything else stays as it was.

use super::clause::Clause;
use super::{ClauseKind, Edit, Standalone};
use crate::analysis::Analysis;
use crate::analysis::coreference::{Coreference, Reference};
use crate::article::Article;
use crate::report::EditOperation;
use crate::span::ByteSpan;

/// Says a claim so that it can be read alone. `spans` are its pieces in the order of the text.
pub(super) fn standalone(article: &Article, sentence: usize, analysis: &Analysis, spans: &[ByteSpan], clause: &Clause, coreference: &Coreference) -> Standalone {
    let mut writer = Writer { text: String::new(), edits: Vec::new() };
    let words = &analysis.words;
    let mut named: Vec<&str> = Vec::new();
    let relativizer = relativizer(analysis, clause);
    for (index, piece) in spans.iter().enumerate() {
        if index > 0 {
            writer.text.push(' ');
        }
        let mut at = piece.start;
        for (token, word) in words.iter().enumerate().filter(|(_, word)| piece.contains(word.span)) {
            if Some(token) == relativizer {
                // "Voss, who has run the service" → "Voss has run the service".
                let kept = ByteSpan::new(at, word.span.start).of(&article.text).trim_end_matches([',', ' ']);
                writer.text.push_str(kept);
                let removed = ByteSpan::new(at + kept.len(), word.span.end);
                writer.edit(EditOperation::Delete, removed.of(&article.text), "", "relative pronoun dropped", (Some(removed), None), None);
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
            let suffix = if word.has("Poss=Yes") && possessive { if reference.name.ends_with('s') { "'" } else { "'s" } } else { "" };
            let name = format!("{}{suffix}", reference.name);
            writer.edit(EditOperation::Replace, mention.of(&article.text), &name, reference.reason, (Some(mention), Some(reference.antecedent)), Some(reference.probability));
            named.push(&reference.name);
            at = mention.end;
        }
        writer.text.push_str(ByteSpan::new(at, piece.end).of(&article.text));
    }
    writer.finish()
}

/// Whether the claim already says the name, for a pronoun the last of a person: "the hull … its inspection", "Mr. Okafor
/// … his office".
fn overlaps_name(article: &Article, piece: ByteSpan, reference: &Reference, pronoun: bool) -> bool {
    let bare = reference.name.strip_prefix("the ").unwrap_or(&reference.name).to_lowercase();
    let said = piece.of(&article.text).to_lowercase();
    let last = bare.rsplit(' ').next().filter(|_| pronoun && reference.person);
    said.contains(&bare) || last.is_some_and(|last| said.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == last))
}

/// The subject of a relative clause that stands right behind what it refers to.
fn relativizer(analysis: &Analysis, clause: &Clause) -> Option<usize> {
    let is_relative = clause.kind == ClauseKind::Relative;
    let token = clause.tokens.iter().copied().find(|&token| matches!(analysis.words[token].lower.as_str(), "who" | "which"))?;
    let subject = analysis.words[token].base_relation() == "nsubj";
    let first = clause.tokens.first().is_some_and(|&first| first < token);
    (is_relative && subject && first).then_some(token)
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
