/* tslint:disable */
/* eslint-disable */
/**
 * A block of the article: heading, paragraph, quotation, list item and so on.
 */
export interface BlockRecord {
    /**
     * What the block is.
     */
    kind: BlockKind;
    /**
     * Place in [`ArticleRecord::text`]; `null` for blocks that are not part of the plain text.
     */
    textSpan: Utf16Span | null;
    /**
     * Place in the source: one range for each stretch between markup.
     */
    spans: Utf16Span[];
}

/**
 * A claim as subject, relation and arguments.
 */
export interface Tuple {
    /**
     * Who or what it is about; empty where the clause has none.
     */
    subject: string;
    /**
     * The verb or copula phrase, modality and negation kept out.
     */
    relation: string;
    /**
     * The other arguments in the order of the text.
     */
    arguments: string[];
}

/**
 * A file of an export.
 */
export interface ExportFile {
    /**
     * A name made of the article's date and title, and the extension of the format.
     */
    name: string;
    /**
     * Its media type; all files are UTF-8.
     */
    mediaType: string;
    /**
     * What is in it.
     */
    text: string;
}

/**
 * A half-open range `[start, end)` of UTF-16 code units, the unit of JavaScript strings.
 */
export type Utf16Span = [number, number];

/**
 * A link between two claims.
 */
export interface RelationRecord {
    /**
     * Id of the claim that supports, attacks, restates or causes.
     */
    from: string;
    /**
     * Id of the claim that is supported, attacked, restated or caused.
     */
    to: string;
    /**
     * What the link is.
     */
    kind: RelationKind;
    /**
     * The rule that drew it.
     */
    rule: string;
    /**
     * The marker ("because", "however", "First"); `null` where there is none.
     */
    marker: CueWord | null;
    /**
     * Similarity of the two claims, 0 to 1; `null` where a marker or a rule decided.
     */
    similarity: number | null;
}

/**
 * A name, pronoun or noun phrase that refers to an entity.
 */
export interface MentionRecord {
    /**
     * Its words.
     */
    text: string;
    /**
     * Place in the source text.
     */
    spans: Utf16Span[];
    /**
     * Place in [`ArticleRecord::text`].
     */
    textSpans: Utf16Span[];
}

/**
 * A number with what it counts.
 */
export interface QuantityRecord {
    /**
     * The words.
     */
    text: string;
    /**
     * Place in the source text.
     */
    spans: Utf16Span[];
    /**
     * The number, or the lower end of a range.
     */
    number: number;
    /**
     * The upper end of a range.
     */
    upper: number | null;
    /**
     * What is counted or measured, such as `percent`, `USD`, `metre`, `people`.
     */
    unit: string | null;
    /**
     * "nearly", "at least", "fewer than", …
     */
    approximator: string | null;
}

/**
 * A question of the article.
 */
export interface QuestionRecord {
    /**
     * Its words.
     */
    text: string;
    /**
     * Place in the source text.
     */
    spans: Utf16Span[];
    /**
     * Place in [`ArticleRecord::text`].
     */
    textSpans: Utf16Span[];
}

/**
 * A reference that stays in a standalone sentence: "he", "its", the "this" of "this plan", "such".
 */
export interface Unresolved {
    /**
     * The word.
     */
    text: string;
    /**
     * Place in `standalone`.
     */
    standaloneSpan: Utf16Span;
    /**
     * Place in the source, from the first character to the last.
     */
    span: Utf16Span | null;
    /**
     * What it may refer to; `null` where nothing is likely enough to be named.
     */
    guess: string | null;
    /**
     * Probability of `guess`.
     */
    probability: number | null;
}

/**
 * A source at its mention.
 */
export interface SourceRecord {
    /**
     * The words of the mention.
     */
    text: string;
    /**
     * The resolved name.
     */
    name: string;
    /**
     * What it is; `null` where unknown.
     */
    type: SourceType | null;
    /**
     * Place in the source text.
     */
    spans: Utf16Span[];
}

/**
 * A temporal expression (TimeML's TIMEX3).
 */
export interface TimeRecord {
    /**
     * The words.
     */
    text: string;
    /**
     * Place in the source text.
     */
    spans: Utf16Span[];
    /**
     * DATE, TIME, DURATION or SET.
     */
    type: TimeType;
    /**
     * The normalised value, such as `2021-01-20` or `P6M`.
     */
    value: string;
    /**
     * The date that the value was counted from; `null` where it counts from none.
     */
    anchor: string | null;
    /**
     * The value under the other reading, where neither words nor tense decide: "on Tuesday" may be the last or the
     * next, "today" any day now (`PRESENT_REF`). `null` where the value is certain.
     */
    alternative: string | null;
}

/**
 * A word or phrase that a decision rests on.
 */
export interface CueWord {
    /**
     * The words.
     */
    text: string;
    /**
     * Place in the source text.
     */
    spans: Utf16Span[];
}

/**
 * Everything averral says of one article.
 */
export interface Report {
    /**
     * What made the report, so that it can be made again.
     */
    version: Version;
    /**
     * The article: what it says of itself, and its text.
     */
    article: ArticleRecord;
    /**
     * The claims in the order of the text.
     */
    claims: ClaimRecord[];
    /**
     * Links between claims.
     */
    relations: RelationRecord[];
    /**
     * Questions, reported beside the claims because they often carry the point.
     */
    questions: QuestionRecord[];
    /**
     * What the claims speak of: people, organisations, places and other things with a name. `null` where this
     * version can't tell.
     */
    entities: EntityRecord[] | null;
    /**
     * What was read and is no claim, with the reason.
     */
    leftOut: LeftOut[];
    /**
     * What could not be read, or was read with doubt.
     */
    notes: Note[];
}

/**
 * Further marks of a claim.
 */
export type Trait = "quantity" | "comparison" | "superlative" | "causal" | "conditional" | "generic" | "quotation" | "hypothetical";

/**
 * How a report is written for other programs.
 */
export type ExportFormat = "json" | "csv" | "markdown" | "web_annotation" | "aif" | "xaif" | "argdown" | "schema_org" | "claim_review" | "dot" | "brat" | "svg";

/**
 * How a source is written.
 */
export type Format = "auto" | "html" | "markdown" | "text";

/**
 * How one field of a claim was decided.
 */
export interface Evidence {
    /**
     * The field: `holder`, `kind`, `certainty`, `polarity`, `role`.
     */
    field: string;
    /**
     * The value chosen.
     */
    value: string;
    /**
     * Its probability: the share of the rule's decisions that were right on gold articles, drawn towards the share
     * of the field's decisions by four more of these; `null` where no article called for the rule.
     */
    probability: number | null;
    /**
     * The second best value; `null` where there was none.
     */
    runnerUp: RunnerUp | null;
    /**
     * The rule that decided.
     */
    rule: string;
    /**
     * The words that decided.
     */
    cues: CueWord[];
}

/**
 * How sure the holder is (FactBank).
 */
export type Certainty = "certain" | "probable" | "possible";

/**
 * How words of a source are given.
 */
export type Mode = "direct" | "indirect" | "mixed";

/**
 * One attribution: source, cue and content.
 */
export interface AttributionRecord {
    /**
     * Who says it; `null` where the text names nobody.
     */
    source: SourceRecord | null;
    /**
     * The words that attribute; none in a block quotation of which nothing else says whose it is.
     */
    cue: CueRecord;
    /**
     * What is said, in the source text: ranges in its order that do not overlap.
     */
    content: Utf16Span[];
    /**
     * Direct quotation, indirect, or mixed.
     */
    mode: Mode;
}

/**
 * One change between a claim's words and its standalone sentence.
 */
export interface Edit {
    /**
     * What was done.
     */
    operation: EditOperation;
    /**
     * The words taken away, empty for an insertion.
     */
    from: string;
    /**
     * The words put in, empty for a deletion.
     */
    to: string;
    /**
     * Why, in a few words for people.
     */
    reason: string;
    /**
     * Place in `standalone` of the words put in.
     */
    standaloneSpan: Utf16Span;
    /**
     * Place in the source of the words taken away, from the first character to the last; `null` for an insertion. Cut
     * out, it is `from` as the source writes it: with the soft hyphens, markup and line breaks between its characters,
     * and with character references and ligatures unread.
     */
    span: Utf16Span | null;
    /**
     * Place in the source of what the words put in rest on; `null` where they rest on no words.
     */
    origin: Utf16Span | null;
    /**
     * Probability that the edit is right: as the ranker of references weighs it, or else by the share of edits for that
     * reason that were right where they were read one by one, drawn towards the share of all by four more such edits;
     * `null` for marks, capitals and reasons that were not read.
     */
    probability: number | null;
}

/**
 * One claim: a proposition to which somebody commits in the article.
 */
export interface ClaimRecord {
    /**
     * `c1`, `c2`, … in the order of the text.
     */
    id: string;
    /**
     * The words of the claim, as in [`ArticleRecord::text`]; ` … ` joins pieces that do not stand together.
     */
    text: string;
    /**
     * Place in the source, one range for each piece between gaps and markup. They are in the
     * order of `text` and do not overlap. Cutting them out gives `text` back as the source writes it: with line breaks and
     * rows of blanks where `text` has a blank, with character references, ligatures and letters of full width unread, and
     * with halves of surrogate pairs, which `text` has as U+FFFD.
     */
    spans: Utf16Span[];
    /**
     * Place in [`ArticleRecord::text`]: the slices joined by ` … ` are exactly `text`.
     */
    textSpans: Utf16Span[];
    /**
     * Index of the block in [`ArticleRecord::blocks`].
     */
    block: number;
    /**
     * Index of the sentence, counted over the whole article.
     */
    sentence: number;
    /**
     * The claim as a sentence that can be read away from its article.
     */
    standalone: string | null;
    /**
     * What was changed to make `standalone`, in the order of its text.
     */
    edits: Edit[];
    /**
     * References of `standalone` that stay as they were since nobody is sure of them, in the order of its text. Where
     * there are none, the sentence says of whom and of what it speaks.
     */
    unresolved: Unresolved[];
    /**
     * Who is committed to the claim.
     */
    holder: HolderRecord;
    /**
     * Who says that who says it: the attributions around the claim, outermost first. Empty for the author's own.
     */
    attribution: AttributionRecord[];
    /**
     * Fact, prediction, value or policy.
     */
    kind: Kind | null;
    /**
     * Further marks of the claim.
     */
    traits: Trait[];
    /**
     * How sure the holder is.
     */
    certainty: Certainty | null;
    /**
     * Whether the holder affirms or denies it.
     */
    polarity: Polarity | null;
    /**
     * Under which condition the claim is put; `null` where under none.
     */
    condition: ConditionRecord | null;
    /**
     * The times named in the claim.
     */
    times: TimeRecord[];
    /**
     * When what it says holds or happens; `null` where it can't be told.
     */
    when: When | null;
    /**
     * The quantities named in the claim.
     */
    quantities: QuantityRecord[];
    /**
     * Subject, relation and arguments (open information extraction).
     */
    tuple: Tuple | null;
    /**
     * Probability that a fact-checker would want to check the claim.
     */
    checkworthiness: number | null;
    /**
     * What raised and lowered `checkworthiness`, the largest effect first.
     */
    checkworthinessFactors: Factor[];
    /**
     * Probability that the words, holder, polarity and `standalone` are all right.
     */
    confidence: number;
    /**
     * Whether `confidence` is so low that the claim should be read in its article before anybody quotes it.
     */
    unsure: boolean;
    /**
     * What lowers `confidence` most, the strongest first.
     */
    doubts: string[];
    /**
     * Part in the argument.
     */
    role: Role | null;
    /**
     * Place in an enumeration ("First, …" is 1); `null` outside one.
     */
    ordinal: number | null;
    /**
     * How each decision was made.
     */
    evidence: Evidence[];
}

/**
 * Options of one analysis. All have defaults.
 *
 * ```
 * let options = averral::Options::default().with_date("2026-11-02");
 * assert_eq!(options.date.as_deref(), Some("2026-11-02"));
 * ```
 */
export interface Options {
    /**
     * How the source is written; `auto` decides by its look.
     */
    format?: Format;
    /**
     * The date that relative times count from: `YYYY-MM-DD`, from the year 1000 on; a time of the day may follow
     * (`2026-11-02T10:20:00Z`) and changes nothing. It wins over the article's own date.
     */
    date?: string | undefined;
    /**
     * The article's address, which begins with `http://` or `https://`. It wins over the one that the article states.
     */
    url?: string | undefined;
    /**
     * Longest accepted source, in bytes of UTF-8 (20 MB unless set). Longer ones are the error `too_long`.
     */
    maxBytes?: number;
}

/**
 * Options of one export. All have defaults.
 *
 * ```
 * let options = averral::export::ExportOptions::default().with_claims(["c1", "c4"]).with_tabs(true);
 * assert_eq!(options.claims.unwrap(), ["c1", "c4"]);
 * ```
 */
export interface ExportOptions {
    /**
     * Ids of the claims to export, and of the relations between these; `null` for all. They keep the order of the report.
     */
    claims?: string[] | undefined;
    /**
     * CSV with tabs in place of commas: what a spreadsheet wants from the clipboard.
     */
    tabs?: boolean;
    /**
     * CSV: leaves cells as they are that a spreadsheet would take for a formula. Else they get a leading `'`.
     */
    raw?: boolean;
    /**
     * schema.org: writes claims of all kinds, not facts alone.
     */
    allKinds?: boolean;
}

/**
 * Part of a claim in the argument.
 */
export type Role = "thesis" | "reason" | "evidence" | "concession" | "context";

/**
 * Something that raised or lowered a probability.
 */
export interface Factor {
    /**
     * What it is, in words for people: "a number", "a comparison", "first person".
     */
    reason: string;
    /**
     * Change of the log-odds; positive raises.
     */
    effect: number;
    /**
     * The words it rests on; empty where it rests on the whole claim.
     */
    text: string;
    /**
     * Their place in the source text.
     */
    spans: Utf16Span[];
}

/**
 * Something the reader of a report should know.
 */
export interface Note {
    /**
     * A stable word, such as `not_english`, `no_claims`, `empty`, `binary`.
     */
    code: string;
    /**
     * A sentence for people.
     */
    message: string;
}

/**
 * Something with a name, and where it is mentioned.
 */
export interface EntityRecord {
    /**
     * The fullest name.
     */
    name: string;
    /**
     * What it is.
     */
    type: EntityType;
    /**
     * Its mentions in the order of the text.
     */
    mentions: MentionRecord[];
    /**
     * How often it is mentioned, from 0 to 1: 1 for the entity that is mentioned most.
     */
    salience: number;
}

/**
 * TIMEX3's types of temporal expression, in capitals as TimeML writes them.
 */
export type TimeType = "DATE" | "TIME" | "DURATION" | "SET";

/**
 * The act that a cue reports.
 */
export type CueType = "assertion" | "belief" | "intention" | "knowledge" | "denial" | "question";

/**
 * The article as it was read.
 */
export interface ArticleRecord {
    /**
     * How the source was read: the option `format`, or what was found.
     */
    format: Format;
    /**
     * Character encoding of the bytes, as the Encoding Standard names it; `null` where a string was passed.
     */
    encoding: string | null;
    /**
     * Language tag (BCP 47), `en` for English; `null` where the text is too short to tell.
     */
    language: string | null;
    /**
     * The title, without the name of the site.
     */
    title: string | null;
    /**
     * The standfirst (deck, sub-heading): the lines under the title that sum the article up.
     */
    standfirst: string | null;
    /**
     * Names of the authors.
     */
    byline: string[];
    /**
     * Publication date, or date and time with zone, as ISO 8601.
     */
    published: string | null;
    /**
     * Date of the last change, as ISO 8601.
     */
    updated: string | null;
    /**
     * Name of the paper or site.
     */
    publisher: string | null;
    /**
     * Section of the paper, such as `Opinion`.
     */
    section: string | null;
    /**
     * What kind of piece it is; its evidence is in `provenance`. `null` where nothing names it.
     */
    genre: Genre | null;
    /**
     * Canonical address.
     */
    url: string | null;
    /**
     * Captions of pictures.
     */
    captions: string[];
    /**
     * Credits of pictures.
     */
    credits: string[];
    /**
     * Lines that point to other articles.
     */
    related: string[];
    /**
     * Disclaimers, corrections, copyright lines, lines about the author.
     */
    notices: string[];
    /**
     * Where each piece of metadata was found.
     */
    provenance: Provenance[];
    /**
     * The date (`YYYY-MM-DD`) that relative times count from; `null` where none is known.
     */
    anchor: string | null;
    /**
     * The plain text: title, standfirst and body, blocks parted by an empty line.
     */
    text: string;
    /**
     * The blocks in the order of the text.
     */
    blocks: BlockRecord[];
    /**
     * Number of sentences that were searched for claims.
     */
    sentences: number;
    /**
     * Number of tokens in them.
     */
    tokens: number;
}

/**
 * The bare clause that a claim depends on.
 */
export interface ConditionRecord {
    /**
     * The condition without its marker.
     */
    text: string;
    /**
     * Place in the source text.
     */
    spans: Utf16Span[];
    /**
     * The marker ("if", "unless", "even if"), which carries the sense; `null` for an inverted clause.
     */
    marker: CueWord | null;
}

/**
 * The value that came second.
 */
export interface RunnerUp {
    /**
     * The value.
     */
    value: string;
    /**
     * Its probability, in the same way.
     */
    probability: number | null;
}

/**
 * The words that attribute: "said", "according to".
 */
export interface CueRecord {
    /**
     * The words; empty where there are none.
     */
    text: string;
    /**
     * Place in the source text.
     */
    spans: Utf16Span[];
    /**
     * What kind of act they report.
     */
    type: CueType;
}

/**
 * What a block is.
 */
export type BlockKind = "title" | "standfirst" | "byline" | "date" | "heading" | "paragraph" | "quotation" | "list_item" | "caption" | "credit" | "pull_quote" | "table" | "footnote" | "related" | "notice" | "address" | "furniture";

/**
 * What a source is.
 */
export type SourceType = "person" | "group" | "organisation" | "document" | "unnamed";

/**
 * What an edit does.
 */
export type EditOperation = "replace" | "insert" | "delete";

/**
 * What an entity is (the types of English Worldwide Newswire, Shan et al. 2023).
 */
export type EntityType = "person" | "organisation" | "place" | "facility" | "nationality" | "product" | "other";

/**
 * What kind of piece an article is.
 */
export type Genre = "news" | "opinion" | "analysis" | "editorial" | "review" | "press_release";

/**
 * What links two claims.
 */
export type RelationKind = "supports" | "attacks" | "restates" | "causes";

/**
 * What sort of claim it is.
 */
export type Kind = "fact" | "prediction" | "value" | "policy";

/**
 * When what a claim says holds or happens. Timeless statements ("iron rusts") are present.
 */
export interface When {
    /**
     * Where it lies from the date of publication, or of writing where none is known.
     */
    period: Period;
    /**
     * First day (`YYYY-MM-DD`) of what the claim's words state; `null` where they leave it open or state none.
     */
    from: string | null;
    /**
     * Last day of it.
     */
    to: string | null;
    /**
     * What decided: `expression`, `auxiliary`, `tense`, `expectation`, `obligation`, `demanded`; `neighbour` where
     * the days or the tense are those of the clause in front.
     */
    rule: string;
    /**
     * The words that decided.
     */
    cues: CueWord[];
}

/**
 * Where a field of the article was found.
 */
export interface Provenance {
    /**
     * The field, as it is called in [`ArticleRecord`].
     */
    field: string;
    /**
     * The place: `json_ld`, `open_graph`, `meta`, `microdata`, `time_element`, `front_matter`, `visible_text`,
     * `address`.
     */
    origin: string;
    /**
     * Place in the source; `null` where the value has none of its own.
     */
    span: Utf16Span | null;
}

/**
 * Where a time lies from the date of publication.
 */
export type Period = "past" | "present" | "future";

/**
 * Whether the holder affirms or denies.
 */
export type Polarity = "positive" | "negative";

/**
 * Which program, weights and options made a report.
 */
export interface Version {
    /**
     * Version of averral.
     */
    averral: string;
    /**
     * Version of the weights.
     */
    weights: string;
    /**
     * The options in force, defaults filled in.
     */
    options: Options;
}

/**
 * Who is committed to a claim.
 */
export interface HolderRecord {
    /**
     * The author (an averral) or a source (an attribution).
     */
    kind: HolderKind;
    /**
     * The name: the author's where the byline gives one, else that of the source, a pronoun resolved.
     */
    name: string | null;
    /**
     * What the source is; `null` for the author and where unknown.
     */
    type: SourceType | null;
    /**
     * The words that name the source at the claim; empty for the author.
     */
    text: string | null;
    /**
     * Their place in the source text.
     */
    spans: Utf16Span[];
}

/**
 * Who is committed to a claim.
 */
export type HolderKind = "author" | "source";

/**
 * Why words are no claim.
 */
export type LeftOutReason = "question" | "command" | "exclamation" | "fragment" | "heading" | "repetition" | "caption" | "page_furniture" | "not_english" | "unsure" | "attribution";

/**
 * Words that were read and are no claim.
 */
export interface LeftOut {
    /**
     * The words.
     */
    text: string;
    /**
     * Place in the source text.
     */
    spans: Utf16Span[];
    /**
     * Why they are no claim.
     */
    reason: LeftOutReason;
}


/**
 * Reads articles with one set of weights.
 */
export class Extractor {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The report of a file's bytes; spans count in the decoded text. Throws `{ code, message }`.
     */
    analyzeBytes(bytes: Uint8Array, options: Partial<Options> | undefined): Report;
    /**
     * The report of a source. Spans are UTF-16 code units of `source`. Throws `{ code, message }`.
     */
    analyze(source: string, options: Partial<Options> | undefined): Report;
    /**
     * The files of a report in a format. Throws `{ code, message }`.
     */
    export(report: Report, format: ExportFormat, options: Partial<ExportOptions> | undefined): ExportFile[];
    /**
     * An extractor with the bytes of a weights file. Throws `{ code, message }`.
     */
    constructor(weights: Uint8Array | number[]);
}

export function __wbg_reset_state(): void;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_extractor_free: (a: number, b: number) => void;
    readonly extractor_analyze: (a: number, b: any, c: any) => [number, number, number];
    readonly extractor_analyzeBytes: (a: number, b: any, c: any) => [number, number, number];
    readonly extractor_export: (a: number, b: any, c: number, d: number, e: any) => [number, number, number];
    readonly extractor_new: (a: number, b: number) => [number, number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
