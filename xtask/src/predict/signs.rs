//! Task `signs`: pages in, for each claim what the stages know of its sureness out.

use super::articles::page_of;
use super::staged::Staged;
use averral::Options;
use averral::claim::Sign;
use averral::inference::Weights;
use averral::options::Format;
use serde_json::{Map, json};
use std::path::Path;

/// `{"page", "text", "standalone", "holder", "polarity", "probability", "signs"}`, a line a claim: holder is the source's
/// name, `null` for the author; signs are the measures by label.
pub fn signs(input: &Path, output: &Path) -> anyhow::Result<()> {
    let weights = Weights::read(&crate::weights()?)?;
    let options = Options::default().with_format(Format::Html);
    let mut out = String::new();
    for path in super::articles::files(input)? {
        let Some((slug, bytes)) = page_of(&path)? else {
            continue;
        };
        let (source, _) = averral::article::decode(&bytes);
        let stages = Staged::with_doubtful_claims(&weights, &source, &options);
        for claim in &stages.claims {
            let words: Vec<&str> = claim
                .spans
                .iter()
                .map(|span| span.of(&stages.article.text))
                .collect();
            let held = claim.attribution.map(|index| &stages.attributions[index]);
            let source = held.map(|held| held.source.as_ref().map(|source| source.name.as_str()));
            let measures = Sign::ALL.iter().zip(&claim.confidence.measures);
            let signs: Map<String, _> = measures
                .map(|(sign, &measure)| (sign.to_string(), measure.into()))
                .collect();
            let row = json!({
                "page": slug,
                "text": words.join(" … "),
                "standalone": claim.standalone.as_ref().ok().map(|alone| alone.text.as_str()),
                "holder": source.map(|name| name.unwrap_or_default()),
                "polarity": claim.polarity.as_ref().map(|decision| decision.value),
                "obstacle": claim.standalone.as_ref().err().map(ToString::to_string),
                "probability": claim.confidence.probability,
                "signs": signs,
            });
            out += &row.to_string();
            out.push('\n');
        }
    }
    Ok(std::fs::write(output, out)?)
}
