//! What decisions rest on.

use crate::span::Utf16Span;
use crate::terms::record;

record! {
    /// How one field of a claim was decided.
    pub struct Evidence {
        /// The field: `holder`, `kind`, `certainty`, `polarity`, `role`.
        pub field: String,
        /// The value chosen.
        pub value: String,
        /// Its probability: the share of the rule's decisions that were right on gold articles, drawn towards the share
        /// of the field's decisions by four more of these; `null` where no article called for the rule.
        pub probability: Option<f64>,
        /// The second best value; `null` where there was none.
        pub runner_up: Option<RunnerUp>,
        /// The rule that decided.
        pub rule: String,
        /// The words that decided.
        pub cues: Vec<CueWord>,
    }

    /// The value that came second.
    pub struct RunnerUp {
        /// The value.
        pub value: String,
        /// Its probability, in the same way.
        pub probability: Option<f64>,
    }

    /// Something that raised or lowered a probability.
    pub struct Factor {
        /// What it is, in words for people: "a number", "a comparison", "first person".
        pub reason: String,
        /// Change of the log-odds; positive raises.
        pub effect: f64,
        /// The words it rests on; empty where it rests on the whole claim.
        pub text: String,
        /// Their place in the source text.
        pub spans: Vec<Utf16Span>,
    }

    /// A word or phrase that a decision rests on.
    pub struct CueWord {
        /// The words.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
    }
}
