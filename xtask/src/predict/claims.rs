//! Task `claims`: sentences in their context in, claims that stand alone out.

use super::rows;
use super::staged::Staged;
use averral::claim::Claim;
use averral::claim::evaluation::tuple::{Tuple, tuples};
use averral::inference::Weights;
use averral::options::Format;
use averral::{ByteSpan, Options};
use serde_json::json;
use std::path::Path;

/// Tuples below say again what another says of the same predicate.
const LEAST_CONFIDENCE: f32 = 0.5;

/// `{"id", "claims": ["…", …]}`: of the sentence's place in its context, the claims as they stand alone, and its tuples
/// as sentences.
pub fn claims(input: &Path, output: &Path) -> anyhow::Result<()> {
    let weights = Weights::read(&crate::weights()?)?;
    let mut out = String::new();
    let mut context = Context::read(&weights, "");
    for row in rows(input)? {
        let text = row["context"].as_str().unwrap_or("");
        if context.source != text {
            context = Context::read(&weights, text);
        }
        let place = place(
            &context.stages.article.text,
            row["sentence"].as_str().unwrap_or(""),
        );
        let claims = place
            .map(|place| context.claims_in(place))
            .unwrap_or_default();
        out += &json!({"id": row["id"], "claims": claims}).to_string();
        out.push('\n');
    }
    Ok(std::fs::write(output, out)?)
}

/// A text that has passed the stages.
struct Context {
    source: String,
    stages: Staged,
}

impl Context {
    fn read(weights: &Weights, source: &str) -> Self {
        let options = Options::default().with_format(Format::Text);
        Context {
            source: source.to_string(),
            stages: Staged::read(weights, source, &options),
        }
    }

    /// The claims of a place. Where tuples say what a claim says, they stand for it, since they are cut finer.
    fn claims_in(&self, place: ByteSpan) -> Vec<String> {
        let mut claims: Vec<String> = Vec::new();
        for (index, sentence) in self.stages.sentences.iter().enumerate() {
            if !place.overlaps(sentence.span) {
                continue;
            }
            let mut tuples = tuples(&self.stages.analyses[index]);
            tuples
                .retain(|tuple| tuple.confidence >= LEAST_CONFIDENCE && !tuple.subject.is_empty());
            let says = |tuple: &Tuple, claim: &Claim| {
                tuple.predicate == claim.predicate || tuple.relation.contains(&claim.predicate)
            };
            let here = self
                .stages
                .claims
                .iter()
                .filter(|claim| claim.sentence == index);
            let untold = here.filter(|claim| !tuples.iter().any(|tuple| says(tuple, claim)));
            claims.extend(
                untold.filter_map(|claim| Some(claim.standalone.as_ref().ok()?.text.clone())),
            );
            claims.extend(tuples.iter().map(|tuple| self.say(index, tuple)));
        }
        claims.dedup();
        claims
    }

    /// A tuple as a sentence: subject, relation and arguments in this order, pronouns replaced by what they refer to.
    fn say(&self, sentence: usize, tuple: &Tuple) -> String {
        let words = &self.stages.analyses[sentence].words;
        let text = &self.stages.article.text;
        let mut said = String::new();
        let mut last: Option<usize> = None;
        let subject = tuple.subject.iter().map(|&token| Some(token));
        let implied = [None].into_iter().filter(|_| !tuple.implied.is_empty());
        let rest = tuple
            .relation
            .iter()
            .chain(tuple.arguments.iter().flatten())
            .map(|&token| Some(token));
        for token in subject.chain(implied).chain(rest) {
            let Some(token) = token else {
                said.push(' ');
                said.push_str(tuple.implied);
                last = None;
                continue;
            };
            let adjacent = last.is_some_and(|last| {
                last + 1 == token && words[last].span.end == words[token].span.start
            });
            if !said.is_empty() && !adjacent {
                said.push(' ');
            }
            let reference = self
                .stages
                .coreference
                .sure(sentence, token)
                .filter(|reference| reference.mention == words[token].span);
            match reference {
                Some(reference) if words[token].has(averral::grammar::Feature::PossYes) => {
                    said.push_str(&format!("{}'s", reference.name))
                }
                Some(reference) => said.push_str(&reference.name),
                None => said.push_str(words[token].span.of(text)),
            }
            last = Some(token);
        }
        let mut letters = said.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let said: String = first.chain(letters).collect();
        if said.ends_with(['.', '!', '?']) {
            said
        } else {
            said + "."
        }
    }
}

/// Where a text holds a sentence, white space left aside.
fn place(text: &str, sentence: &str) -> Option<ByteSpan> {
    let letters = |text: &str| {
        text.char_indices()
            .filter(|(_, letter)| !letter.is_whitespace())
            .collect::<Vec<_>>()
    };
    let (kept, wanted) = (letters(text), letters(sentence));
    let same = |at: &usize| {
        wanted
            .iter()
            .zip(&kept[*at..])
            .all(|(one, other)| one.1 == other.1)
    };
    let last = kept.len().checked_sub(wanted.len())?;
    let at = (0..=last).find(same).filter(|_| !wanted.is_empty())?;
    let (end, letter) = kept[at + wanted.len() - 1];
    Some(ByteSpan::new(kept[at].0, end + letter.len_utf8()))
}
