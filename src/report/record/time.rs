//! The times that a claim names, and its own.

use super::*;
use crate::span::Utf16Span;
use crate::terms::record;

record! {
    /// A temporal expression (TimeML's TIMEX3).
    pub struct TimeRecord {
        /// The words.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// DATE, TIME, DURATION or SET.
        #[serde(rename = "type")]
        pub time_type: TimeType,
        /// The normalised value, such as `2021-01-20` or `P6M`.
        pub value: String,
        /// The date that the value was counted from; `null` where it counts from none.
        pub anchor: Option<String>,
        /// The value under the other reading, where neither words nor tense decide: "on Tuesday" may be the last or the
        /// next, "today" any day now (`PRESENT_REF`). `null` where the value is certain.
        pub alternative: Option<String>,
    }

    /// When what a claim says holds or happens. Timeless statements ("iron rusts") are present.
    pub struct When {
        /// Where it lies from the date of publication, or of writing where none is known.
        pub period: Period,
        /// First day (`YYYY-MM-DD`) of what the claim's words state; `null` where they leave it open or state none.
        pub from: Option<String>,
        /// Last day of it.
        pub to: Option<String>,
        /// What decided: `expression`, `auxiliary`, `tense`, `expectation`, `obligation`, `demanded`; `neighbour` where
        /// the days or the tense are those of the clause in front.
        pub rule: String,
        /// The words that decided.
        pub cues: Vec<CueWord>,
    }
}
