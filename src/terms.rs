//! The terms that the stages and the report share: closed lists of words, and what is told the reader.
//!
//! `CLAIMS.md` says what each means. They stand above all stages, so that none imports the report.

/// Derives what every report type has, so that Rust, JSON, JSON Schema and TypeScript can't drift apart. Later versions may
/// add fields.
macro_rules! record {
    ($($item:item)*) => {$(
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        #[cfg_attr(feature = "wasm", tsify(missing_as_null))]
        #[serde(rename_all = "camelCase")]
        #[non_exhaustive]
        $item
    )*};
}

/// The same for closed lists of words, which are written in lower case with underscores. Those to which later versions may
/// add a word are `non_exhaustive`; the others divide their subject.
macro_rules! words {
    ($($item:item)*) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        #[serde(rename_all = "snake_case")]
        $item
    )*};
}

pub(crate) use record;

record! {
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
    #[non_exhaustive]
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
    #[non_exhaustive]
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
    #[non_exhaustive]
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
    #[non_exhaustive]
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
    #[non_exhaustive]
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
        /// Asks, wonders. Not given yet.
        Question,
    }

    /// What sort of claim it is.
    #[non_exhaustive]
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
    #[non_exhaustive]
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
    #[non_exhaustive]
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
    #[non_exhaustive]
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
    #[non_exhaustive]
    pub enum LeftOutReason {
        /// It asks. Not given yet.
        Question,
        /// It commands or invites the reader.
        Command,
        /// It greets or exclaims.
        Exclamation,
        /// It has no predicate.
        Fragment,
        /// It is a heading.
        Heading,
        /// It repeats what the body says. Not given yet.
        Repetition,
        /// It is a caption or credit. Not given yet.
        Caption,
        /// It belongs to the page, not to the article: byline, date, related line, notice, address. Not given yet.
        PageFurniture,
        /// It is not English.
        NotEnglish,
        /// It claims something, but who or what is too unsure to be told.
        Unsure,
        /// It only introduces somebody's words. Not given yet.
        Attribution,
    }
}

/// TIMEX3's types of temporal expression, in capitals as TimeML writes them.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
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
