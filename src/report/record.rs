//! The types of a report. Their order here is the order of the JSON.

use crate::options::Format;
use crate::span::Utf16Span;
use serde::Serialize;

/// Derives what every report type has, so that Rust, JSON, JSON Schema and TypeScript can't drift apart.
macro_rules! record {
    ($($item:item)*) => {$(
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        #[cfg_attr(feature = "wasm", tsify(missing_as_null))]
        #[serde(rename_all = "camelCase")]
        $item
    )*};
}

/// The same for closed lists of words, which are written in lower case with underscores.
macro_rules! words {
    ($($item:item)*) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        #[serde(rename_all = "snake_case")]
        $item
    )*};
}

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

    /// Something the reader of a report should know.
    pub struct Note {
        /// A stable word, such as `not_english`, `no_claims`, `empty`, `binary`.
        pub code: String,
        /// A sentence for people.
        pub message: String,
    }
}

words! {
    /// What a block is.
    pub enum BlockKind {
        /// The title of the article.
        Title,
        /// The lines under the title that sum the article up.
        Standfirst,
        /// Who wrote it.
        Byline,
        /// When it was published or updated.
        Date,
        /// A heading inside the body.
        Heading,
        /// A paragraph of the body.
        Paragraph,
        /// A block quotation.
        Quotation,
        /// An item of a list.
        ListItem,
        /// A line under a picture.
        Caption,
        /// Who made a picture.
        Credit,
        /// A sentence of the body, set large beside it.
        PullQuote,
        /// A table.
        Table,
        /// A footnote.
        Footnote,
        /// A line that points to another article.
        Related,
        /// A disclaimer, correction, copyright line or line about the author.
        Notice,
        /// The article's address.
        Address,
        /// The name of the paper, its section, or another line of the page around the article.
        Furniture,
    }

    /// What kind of piece an article is.
    pub enum Genre {
        /// A report of what happened.
        News,
        /// What its author thinks.
        Opinion,
        /// What a report means, by a reporter.
        Analysis,
        /// What the paper thinks.
        Editorial,
        /// A judgement of a book, play, meal or product.
        Review,
        /// What an organisation says of itself.
        PressRelease,
    }

    /// Who is committed to a claim.
    pub enum HolderKind {
        /// The author: an averral.
        Author,
        /// Somebody else: an attribution.
        Source,
    }

    /// What an entity is (the types of English Worldwide Newswire, Shan et al. 2023).
    pub enum EntityType {
        /// A person.
        Person,
        /// A company, party, agency, club.
        Organisation,
        /// A country, town, river, region.
        Place,
        /// A building, road, bridge, airport.
        Facility,
        /// A nationality, or a religious or political group: "Kenyan", "Democrats".
        Nationality,
        /// A thing that is made and sold.
        Product,
        /// An event, law, work, award or other thing with a name.
        Other,
    }

    /// What a source is.
    pub enum SourceType {
        /// One person.
        Person,
        /// People without an organisation's name: "officials", "critics of the plan".
        Group,
        /// A body with a name or an office.
        Organisation,
        /// A study, report, law, poll, notice.
        Document,
        /// Nobody in particular: "some", "many", "it is said".
        Unnamed,
    }

    /// How words of a source are given.
    pub enum Mode {
        /// Between quotation marks.
        Direct,
        /// In the author's words.
        Indirect,
        /// Both.
        Mixed,
    }

    /// The act that a cue reports.
    pub enum CueType {
        /// Says, writes, announces.
        Assertion,
        /// Thinks, believes, expects.
        Belief,
        /// Wants, plans, demands, promises.
        Intention,
        /// Sees, finds, knows.
        Knowledge,
        /// Denies, disputes, rejects.
        Denial,
        /// Asks, wonders.
        Question,
    }

    /// What sort of claim it is.
    pub enum Kind {
        /// Past or present; evidence could settle it.
        Fact,
        /// What will, may or would happen after the time of writing.
        Prediction,
        /// A judgement that no evidence alone settles.
        Value,
        /// What should, must or ought to be done.
        Policy,
    }

    /// Further marks of a claim.
    pub enum Trait {
        /// Names a quantity.
        Quantity,
        /// Compares.
        Comparison,
        /// Names an extreme.
        Superlative,
        /// Says that one thing causes another.
        Causal,
        /// Stands under a condition.
        Conditional,
        /// Speaks of a kind of thing rather than of one.
        Generic,
        /// Has words in quotation marks.
        Quotation,
        /// Speaks of a case that is not so.
        Hypothetical,
    }

    /// Where a time lies from the date of publication.
    pub enum Period {
        /// Over. A perfect ("has closed") is past although its outcome lasts.
        Past,
        /// At that date, or at all times.
        Present,
        /// After it, and what should, may or would be.
        Future,
    }

    /// How sure the holder is (FactBank).
    pub enum Certainty {
        /// No doubt is shown.
        Certain,
        /// More likely than not.
        Probable,
        /// May be.
        Possible,
    }

    /// Whether the holder affirms or denies.
    pub enum Polarity {
        /// Affirms.
        Positive,
        /// Denies.
        Negative,
    }

    /// Part of a claim in the argument.
    pub enum Role {
        /// The article's major claim.
        Thesis,
        /// Argues for the thesis or another claim.
        Reason,
        /// Data, event, example or testimony behind a reason.
        Evidence,
        /// Granted to the other side.
        Concession,
        /// Background that argues nothing.
        Context,
    }

    /// What links two claims.
    pub enum RelationKind {
        /// The first is a reason for the second.
        Supports,
        /// The first speaks against the second.
        Attacks,
        /// The first says the second in other words.
        Restates,
        /// What the first says brings about what the second says.
        Causes,
    }

    /// What an edit does.
    pub enum EditOperation {
        /// Words were put for others.
        Replace,
        /// Words were put in.
        Insert,
        /// Words were taken away.
        Delete,
    }

    /// Why words are no claim.
    pub enum LeftOutReason {
        /// It asks.
        Question,
        /// It commands or invites the reader.
        Command,
        /// It greets or exclaims.
        Exclamation,
        /// It has no predicate.
        Fragment,
        /// It is a heading.
        Heading,
        /// It repeats what the body says.
        Repetition,
        /// It is a caption or credit.
        Caption,
        /// It belongs to the page, not to the article: byline, date, related line, notice, address.
        PageFurniture,
        /// It is not English.
        NotEnglish,
        /// It only introduces somebody's words.
        Attribution,
    }
}

/// TIMEX3's types of temporal expression, in capitals as TimeML writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeType {
    /// A calendar date or part of it.
    Date,
    /// A time of the day.
    Time,
    /// A length of time.
    Duration,
    /// A repeated time.
    Set,
}
