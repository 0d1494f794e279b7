/**
 * A report for people, laid out as the Rust program does: who holds each claim, what was decided, the claim so that it can be
 * read alone.
 * @module
 */

const STYLES = { title: "1", holder: "1;36", denial: "31", faint: "2" };

/** What a terminal obeys instead of showing: control characters, and marks that turn the direction of what follows. */
const OBEYED = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * @param {import("./generated/averral.js").Report} report
 * @param {{ name?: string, width?: number, coloured: boolean }} layout `name` stands above; without a width no line is broken
 * @returns {string}
 */
export function page(report, { name, width = Infinity, coloured }) {
  const { article, claims, relations, questions, notes } = report;
  let out = "";
  const line = (indent, ...pieces) => (out += broken(pieces, width - indent, coloured).map((words) => `${" ".repeat(indent)}${words}\n`).join(""));
  if (name) line(0, ["faint", `== ${name}`]);
  if (article.title) line(0, ["title", article.title]);
  const count = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;
  const counts = `${count(article.sentences, "sentence")}, ${count(claims.length, "claim")}`;
  line(0, ["faint", [article.byline.join(", "), article.published, article.url, counts].filter(Boolean).join(" · ")]);
  for (const claim of claims) {
    out += "\n";
    const decided = [
      ["faint", claim.kind],
      // What is plain goes without saying.
      ["faint", claim.certainty === "certain" ? null : claim.certainty],
      ["denial", claim.polarity === "negative" ? "negative" : null],
      ["faint", claim.role],
      ["faint", claim.id],
    ].filter(([, word]) => word);
    line(0, ["holder", holder(claim)], ...decided.flatMap((piece, n) => [["faint", n ? "·" : "—"], piece]));
    if (claim.standalone) line(4, ["", claim.standalone]);
    else line(4, ["denial", denialOutside(claim)], ["", claim.text]);
    // A sentence that can be said alone has its condition.
    if (!claim.standalone && claim.condition) line(4, ["faint", `${claim.condition.marker?.text ?? "if"} ${claim.condition.text}`]);
    for (const { kind, to } of relations.filter(({ from }) => from === claim.id)) line(4, ["faint", `${kind} ${to}`]);
  }
  const asides = [...questions.map(({ text }) => ["?", text]), ...notes.map(({ message }) => ["!", message])];
  if (asides.length > 0) out += "\n";
  for (const [mark, text] of asides) line(2, ["faint", mark], ["", text]);
  return out;
}

/** Who holds the claim, and who says so, the nearest first. The last attribution is the holder's own. */
function holder({ holder: { kind, name }, attribution }) {
  const nearest = kind === "author" ? (name ? `${name} (author)` : "The author") : (name ?? "Somebody");
  const others = attribution.slice(0, -1).reverse();
  return [nearest, ...others.map(({ source }) => `as ${source?.name ?? "somebody"} says`)].join(", ");
}

/** The words that deny the claim, where none of them is among its own: `[denies]` in front of "it laundered money". */
function denialOutside({ polarity, evidence, spans }) {
  const cues = evidence.find(({ field }) => field === "polarity")?.cues ?? [];
  const inside = ([start, end]) => spans.some((own) => own[0] <= start && end <= own[1]);
  const outside = cues.length > 0 && !cues.some((cue) => cue.spans.some(inside));
  return polarity === "negative" && outside ? `[${cues.map(({ text }) => text).join(" ")}]` : "";
}

/** The pieces, parted by blanks, as lines of as many words as fit. A wider word stands alone and whole. */
function broken(pieces, width, coloured) {
  const words = pieces.flatMap(([style, text]) => {
    const split = text.split(/\s+/u).map((word) => word.replace(OBEYED, ""));
    return split.filter(Boolean).map((word) => ({ style, word }));
  });
  const lines = [];
  let filled = 0;
  for (const each of words) {
    const columns = [...each.word].length;
    if (lines.length > 0 && filled + 1 + columns <= width) {
      lines.at(-1).push(each);
      filled += 1 + columns;
    } else {
      lines.push([each]);
      filled = columns;
    }
  }
  return lines.map((line) => styled(line, coloured));
}

const styled = (line, coloured) => line.map(({ style, word }) => (coloured && style ? `\u001b[${STYLES[style]}m${word}\u001b[0m` : word)).join(" ");
