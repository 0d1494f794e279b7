//! A source that has passed the stages, with what each of them found.

use averral::Options;
use averral::analysis::coreference::{self, Coreference};
use averral::analysis::{self, Analysis};
use averral::article::{self, Article};
use averral::attribution::{self, Attribution};
use averral::claim::{self, Claim};
use averral::inference::Weights;
use averral::reading::Reading;
use averral::sentence::{self, Sentence};

pub struct Staged {
    pub article: Article,
    pub sentences: Vec<Sentence>,
    pub analyses: Vec<Analysis>,
    pub coreference: Coreference,
    pub attributions: Vec<Attribution>,
    pub claims: Vec<Claim>,
}

impl Staged {
    /// As the report has it, without claims that are too doubtful.
    pub fn read(weights: &Weights, source: &str, options: &Options) -> Self {
        let mut stages = Staged::with_doubtful_claims(weights, source, options);
        let claims = std::mem::take(&mut stages.claims);
        let extraction = claim::Extraction {
            claims,
            ..claim::Extraction::default()
        };
        stages.claims = claim::withhold(extraction).claims;
        stages
    }

    /// With all claims, however doubtful: what confidence is learned from.
    pub fn with_doubtful_claims(weights: &Weights, source: &str, options: &Options) -> Self {
        let article = article::read(source, options);
        let anchor = article.anchor(options);
        let drafts = sentence::split(&article);
        let (sentences, analyses) = analysis::analyse(weights, &article, &drafts, anchor);
        let coreference = coreference::resolve(&article, &sentences, &analyses);
        let reading = Reading {
            article: &article,
            sentences: &sentences,
            analyses: &analyses,
            coreference: &coreference,
            anchor,
        };
        let attributions = attribution::find(&reading);
        let claims = claim::extract(weights, &reading, &attributions).claims;
        Staged {
            article,
            sentences,
            analyses,
            coreference,
            attributions,
            claims,
        }
    }
}
