//! The types of a report. Their order here is the order of the JSON.

use crate::options::Format;
use crate::span::Utf16Span;
use crate::terms::record;
pub use crate::terms::*;

record! {
    /// Everything averral says of one article.
    pub struct Report {
        /// What made the report, so that it can be made again.
        pub version: Version,
        /// The article: what it says of itself, and its text.
        pub article: ArticleRecord,
        /// The claims in the order of the text.
        pub claims: Vec<ClaimRecord>,
        /// Links between claims.
        pub relations: Vec<RelationRecord>,
        /// Questions, reported beside the claims because they often carry the point.
        pub questions: Vec<QuestionRecord>,
        /// What the claims speak of: people, organisations, places and other things with a name. `null` where this
        /// version can't tell.
        pub entities: Option<Vec<EntityRecord>>,
        /// What was read and is no claim, with the reason.
        pub left_out: Vec<LeftOut>,
        /// What could not be read, or was read with doubt.
        pub notes: Vec<Note>,
    }

    /// Which program, weights and options made a report.
    pub struct Version {
        /// Version of averral.
        pub averral: String,
        /// Version of the weights.
        pub weights: String,
        /// The options in force, defaults filled in.
        pub options: crate::Options,
    }

    /// The article as it was read.
    pub struct ArticleRecord {
        /// How the source was read: the option `format`, or what was found.
        pub format: Format,
        /// Character encoding of the bytes, as the Encoding Standard names it; `null` where a string was passed.
        pub encoding: Option<String>,
        /// Language tag (BCP 47), `en` for English; `null` where the text is too short to tell.
        pub language: Option<String>,
        /// The title, without the name of the site.
        pub title: Option<String>,
        /// The standfirst (deck, sub-heading): the lines under the title that sum the article up.
        pub standfirst: Option<String>,
        /// Names of the authors.
        pub byline: Vec<String>,
        /// Publication date, or date and time with zone, as ISO 8601.
        pub published: Option<String>,
        /// Date of the last change, as ISO 8601.
        pub updated: Option<String>,
        /// Name of the paper or site.
        pub publisher: Option<String>,
        /// Section of the paper, such as `Opinion`.
        pub section: Option<String>,
        /// What kind of piece it is; its evidence is in `provenance`. `null` where nothing names it.
        pub genre: Option<Genre>,
        /// Canonical address.
        pub url: Option<String>,
        /// Captions of pictures.
        pub captions: Vec<String>,
        /// Credits of pictures.
        pub credits: Vec<String>,
        /// Lines that point to other articles.
        pub related: Vec<String>,
        /// Disclaimers, corrections, copyright lines, lines about the author.
        pub notices: Vec<String>,
        /// Where each piece of metadata was found.
        pub provenance: Vec<Provenance>,
        /// The date (`YYYY-MM-DD`) that relative times count from; `null` where none is known.
        pub anchor: Option<String>,
        /// The plain text: title, standfirst and body, blocks parted by an empty line.
        pub text: String,
        /// The blocks in the order of the text.
        pub blocks: Vec<BlockRecord>,
        /// Number of sentences that were searched for claims.
        pub sentences: u32,
        /// Number of tokens in them.
        pub tokens: u32,
    }

    /// Where a field of the article was found.
    pub struct Provenance {
        /// The field, as it is called in [`ArticleRecord`].
        pub field: String,
        /// The place: `option`, `json_ld`, `open_graph`, `meta`, `microdata`, `time_element`, `front_matter`,
        /// `visible_text`, `address`.
        pub origin: String,
        /// Place in the source; `null` where the value has none of its own.
        pub span: Option<Utf16Span>,
    }

    /// A block of the article: heading, paragraph, quotation, list item and so on.
    pub struct BlockRecord {
        /// What the block is.
        pub kind: BlockKind,
        /// Place in [`ArticleRecord::text`]; `null` for blocks that are not part of the plain text.
        pub text_span: Option<Utf16Span>,
        /// Place in the source: one range for each stretch between markup.
        pub spans: Vec<Utf16Span>,
    }

    /// One claim: a proposition to which somebody commits in the article.
    pub struct ClaimRecord {
        /// `c1`, `c2`, … in the order of the text.
        pub id: String,
        /// The words of the claim, as in [`ArticleRecord::text`]; ` … ` joins pieces that do not stand together.
        pub text: String,
        /// Place in the source, one range for each piece between gaps and markup. Cutting them out gives `text` back,
        /// with a line break where `text` has a blank and character references as the source writes them.
        pub spans: Vec<Utf16Span>,
        /// Place in [`ArticleRecord::text`]: the slices joined by ` … ` are exactly `text`.
        pub text_spans: Vec<Utf16Span>,
        /// Index of the block in [`ArticleRecord::blocks`].
        pub block: u32,
        /// Index of the sentence, counted over the whole article.
        pub sentence: u32,
        /// The claim as a sentence that can be read away from its article.
        pub standalone: Option<String>,
        /// What was changed to make `standalone`, in the order of its text.
        pub edits: Vec<Edit>,
        /// References of `standalone` that stay as they were since nobody is sure of them, in the order of its text. Where
        /// there are none, the sentence says of whom and of what it speaks.
        pub unresolved: Vec<Unresolved>,
        /// Who is committed to the claim.
        pub holder: HolderRecord,
        /// Who says that who says it: the attributions around the claim, outermost first. Empty for the author's own.
        pub attribution: Vec<AttributionRecord>,
        /// Fact, prediction, value or policy.
        pub kind: Option<Kind>,
        /// Further marks of the claim.
        pub traits: Vec<Trait>,
        /// How sure the holder is.
        pub certainty: Option<Certainty>,
        /// Whether the holder affirms or denies it.
        pub polarity: Option<Polarity>,
        /// Under which condition the claim is put; `null` where under none.
        pub condition: Option<ConditionRecord>,
        /// The times named in the claim.
        pub times: Vec<TimeRecord>,
        /// When what it says holds or happens; `null` where it can't be told.
        pub when: Option<When>,
        /// The quantities named in the claim.
        pub quantities: Vec<QuantityRecord>,
        /// Subject, relation and arguments (open information extraction).
        pub tuple: Option<Tuple>,
        /// Probability that a fact-checker would want to check the claim.
        pub checkworthiness: Option<f64>,
        /// What raised and lowered `checkworthiness`, the largest effect first.
        pub checkworthiness_factors: Vec<Factor>,
        /// Part in the argument.
        pub role: Option<Role>,
        /// Place in an enumeration ("First, …" is 1); `null` outside one.
        pub ordinal: Option<u32>,
        /// How each decision was made.
        pub evidence: Vec<Evidence>,
    }

    /// One change between a claim's words and its standalone sentence.
    pub struct Edit {
        /// What was done.
        pub operation: EditOperation,
        /// The words taken away, empty for an insertion.
        pub from: String,
        /// The words put in, empty for a deletion.
        pub to: String,
        /// Why, in a few words for people.
        pub reason: String,
        /// Place in `standalone` of the words put in.
        pub standalone_span: Utf16Span,
        /// Place in the source of the words taken away; `null` for an insertion.
        pub span: Option<Utf16Span>,
        /// Place in the source of what the words put in rest on; `null` where they rest on no words.
        pub origin: Option<Utf16Span>,
        /// Probability that the edit is right: as the ranker of references weighs it, or else by the share of edits for that
        /// reason that were right where they were read one by one, drawn towards the share of all by four more such edits;
        /// `null` for marks, capitals and reasons that were not read.
        pub probability: Option<f64>,
    }

    /// A reference that stays in a standalone sentence: "he", "its", the "this" of "this plan", "such".
    pub struct Unresolved {
        /// The word.
        pub text: String,
        /// Place in `standalone`.
        pub standalone_span: Utf16Span,
        /// Place in the source.
        pub span: Option<Utf16Span>,
        /// What it may refer to; `null` where nothing is likely enough to be named.
        pub guess: Option<String>,
        /// Probability of `guess`.
        pub probability: Option<f64>,
    }

    /// Who is committed to a claim.
    pub struct HolderRecord {
        /// The author (an averral) or a source (an attribution).
        pub kind: HolderKind,
        /// The name: the author's where the byline gives one, else that of the source, a pronoun resolved.
        pub name: Option<String>,
        /// What the source is; `null` for the author and where unknown.
        #[serde(rename = "type")]
        pub source_type: Option<SourceType>,
        /// The words that name the source at the claim; empty for the author.
        pub text: Option<String>,
        /// Their place in the source text.
        pub spans: Vec<Utf16Span>,
    }

    /// One attribution: source, cue and content.
    pub struct AttributionRecord {
        /// Who says it; `null` where the text names nobody.
        pub source: Option<SourceRecord>,
        /// The words that attribute.
        pub cue: CueRecord,
        /// What is said, in the source text.
        pub content: Vec<Utf16Span>,
        /// Direct quotation, indirect, or mixed.
        pub mode: Mode,
    }

    /// A source at its mention.
    pub struct SourceRecord {
        /// The words of the mention.
        pub text: String,
        /// The resolved name.
        pub name: String,
        /// What it is; `null` where unknown.
        #[serde(rename = "type")]
        pub source_type: Option<SourceType>,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
    }

    /// The words that attribute: "said", "according to".
    pub struct CueRecord {
        /// The words.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// What kind of act they report.
        #[serde(rename = "type")]
        pub cue_type: CueType,
    }

    /// The bare clause that a claim depends on.
    pub struct ConditionRecord {
        /// The condition without its marker.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// The marker ("if", "unless", "even if"), which carries the sense; `null` for an inverted clause.
        pub marker: Option<CueWord>,
    }

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

    /// A number with what it counts.
    pub struct QuantityRecord {
        /// The words.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// The number, or the lower end of a range.
        pub number: f64,
        /// The upper end of a range.
        pub upper: Option<f64>,
        /// What is counted or measured, such as `percent`, `USD`, `metre`, `people`.
        pub unit: Option<String>,
        /// "nearly", "at least", "fewer than", …
        pub approximator: Option<String>,
    }

    /// A claim as subject, relation and arguments.
    pub struct Tuple {
        /// Who or what it is about; empty where the clause has none.
        pub subject: String,
        /// The verb or copula phrase, modality and negation kept out.
        pub relation: String,
        /// The other arguments in the order of the text.
        pub arguments: Vec<String>,
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

    /// How one field of a claim was decided.
    pub struct Evidence {
        /// The field: `kind`, `holder`, `certainty`, `polarity`, `condition`, `role`, `clause`, `checkworthiness`.
        pub field: String,
        /// The value chosen.
        pub value: String,
        /// Its probability: the share of the rule's decisions that were right on gold articles; `null` where none called
        /// for the rule.
        pub probability: Option<f64>,
        /// The second best value; `null` where there was none.
        pub runner_up: Option<RunnerUp>,
        /// The rule that decided, or `weights`.
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

    /// A word or phrase that a decision rests on.
    pub struct CueWord {
        /// The words.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
    }

    /// A link between two claims.
    pub struct RelationRecord {
        /// Id of the claim that supports, attacks, restates or causes.
        pub from: String,
        /// Id of the claim that is supported, attacked, restated or caused.
        pub to: String,
        /// What the link is.
        pub kind: RelationKind,
        /// The rule that drew it.
        pub rule: String,
        /// The marker ("because", "however", "First"); `null` where there is none.
        pub marker: Option<CueWord>,
        /// Similarity of the two claims, 0 to 1; `null` where a marker or a rule decided.
        pub similarity: Option<f64>,
    }

    /// A question of the article.
    pub struct QuestionRecord {
        /// Its words.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// Place in [`ArticleRecord::text`].
        pub text_spans: Vec<Utf16Span>,
    }

    /// Something with a name, and where it is mentioned.
    pub struct EntityRecord {
        /// The fullest name.
        pub name: String,
        /// What it is.
        #[serde(rename = "type")]
        pub entity_type: EntityType,
        /// Its mentions in the order of the text.
        pub mentions: Vec<MentionRecord>,
        /// How often it is mentioned, from 0 to 1: 1 for the entity that is mentioned most.
        pub salience: f64,
    }

    /// A name, pronoun or noun phrase that refers to an entity.
    pub struct MentionRecord {
        /// Its words.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// Place in [`ArticleRecord::text`].
        pub text_spans: Vec<Utf16Span>,
    }

    /// Words that were read and are no claim.
    pub struct LeftOut {
        /// The words.
        pub text: String,
        /// Place in the source text.
        pub spans: Vec<Utf16Span>,
        /// Why they are no claim.
        pub reason: LeftOutReason,
    }
}
