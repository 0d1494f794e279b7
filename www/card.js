import { quotable } from "./quotable.js";
import { element, holderOf, kindOf } from "./words.js";

/**
 * The card of a claim: what it says alone, who holds it, when, under which condition, and why it was read so. What the
 * report leaves `null` is not shown.
 * @param {import("../pkg/index.js").Report} report
 * @param {import("../pkg/index.js").Report["claims"][number]} claim
 */
export function card(report, claim) {
  const parts = [];
  const section = (title, ...content) => {
    if (content.some(Boolean)) parts.push(element("h3", {}, title), ...content);
  };
  if (claim.unsure) parts.push(unsure(claim));
  if (claim.standalone) parts.push(element("p", { class: "alone" }, ...standalone(claim)));
  const edits = claim.edits.filter((edit) => edit.reason !== "capital at the start" && edit.reason !== "full stop at the end");
  section("Changed so that it stands alone", edits.length ? list(edits.map((edit) => `${edit.from || "—"} → ${edit.to || "—"} (${edit.reason})`)) : null);
  section("Left open", claim.unresolved.length ? list(claim.unresolved.map(left)) : null);
  section("Holder", element("p", {}, chain(claim)));
  section("Condition", claim.condition && element("p", {}, `${claim.condition.marker?.text ?? ""} ${claim.condition.text}`.trim()));
  section("Time", claim.when && element("p", {}, period(claim.when)), claim.times.length ? list(claim.times.map((time) => `${time.text}: ${time.value}${time.anchor ? `, counted from ${time.anchor}` : ""}`)) : null);
  section("Quantities", claim.quantities.length ? list(claim.quantities.map((found) => [found.approximator, found.number, found.upper && `to ${found.upper}`, found.unit].filter((part) => part != null).join(" "))) : null);
  if (claim.checkworthiness != null) section("Worth checking", ...worth(claim));
  section("Argument", links(report, claim));
  section("Marks", claim.traits.length ? element("p", {}, claim.traits.join(", ")) : null);
  section("Why", list(claim.evidence.map(reason)));
  parts.push(tools(report, claim));
  return element("div", { class: "card" }, ...parts);
}

const left = ({ text, guess, probability }) => `“${text}”${guess ? `: perhaps ${guess}, ${percent(probability)}` : ""}`;
const list = (lines) => element("ul", {}, ...lines.map((line) => element("li", {}, line)));
/** "past: 2019-01-01 to 2019-12-31", "future: to 2030-12-31", "present". */
function period({ period, from, to }) {
  const days = from === to ? [from] : [!to && "from", from, to && "to", to];
  return [from || to ? `${period}:` : period, ...days].filter(Boolean).join(" ");
}
const percent = (probability) => `${Math.round(probability * 100)} %`;

/** Says that nobody should quote the claim unread, and why. */
function unsure({ confidence, doubts }) {
  const why = doubts.length ? `: ${doubts.join("; ")}` : "";
  return element("p", { class: "unsure" }, element("b", {}, "Unsure"), ` (right with ${percent(confidence)})${why}. Read it in the article before you quote it.`);
}

/** A bar with its number, and what raised and lowered it. */
function worth({ checkworthiness, checkworthinessFactors }) {
  const said = checkworthiness >= 0.5 ? "likely" : checkworthiness >= 0.2 ? "perhaps" : "hardly";
  const bar = element("meter", { min: 0, max: 1, value: checkworthiness, "aria-label": "Worth checking" });
  const line = ({ reason, effect, text }) => `${effect > 0 ? "raised" : "lowered"} by ${reason}${text ? `: “${text}”` : ""}`;
  return [element("p", { class: "worth" }, bar, ` ${said}, ${percent(checkworthiness)}`), checkworthinessFactors.length ? list(checkworthinessFactors.map(line)) : null].filter(Boolean);
}

/** The standalone sentence with the words put in underlined. */
function standalone({ standalone: text, edits }) {
  const nodes = [];
  let at = 0;
  for (const edit of edits.filter((edit) => edit.to.length > 1)) {
    const [from, to] = edit.standaloneSpan;
    if (from < at) continue;
    nodes.push(text.slice(at, from), element("ins", { title: `for “${edit.from}”: ${edit.reason}` }, text.slice(from, to)));
    at = to;
  }
  nodes.push(text.slice(at));
  return nodes;
}

function chain(claim) {
  if (claim.attribution.length === 0) return claim.holder.name ? `${claim.holder.name}, the author` : "the author";
  const steps = claim.attribution.map(({ source, cue, mode }) => `${source?.name ?? "somebody"}${cue.text ? ` “${cue.text}”` : ""} (${cue.type}, ${mode})`);
  return ["as told by the author", ...steps].join(" → ");
}

function links(report, claim) {
  const lines = report.relations.flatMap(({ from, to, kind, marker, similarity }) => {
    const how = marker ? ` (“${marker.text}”)` : similarity != null ? ` (similarity ${similarity})` : "";
    if (from === claim.id) return [`${kind} claim ${to.slice(1)}${how}`];
    if (to === claim.id) return [`claim ${from.slice(1)} ${kind} this${how}`];
    return [];
  });
  if (claim.role) lines.unshift(claim.role);
  return lines.length ? list(lines) : null;
}

/** Below this distance from its runner-up a decision is called unsure. */
const MARGIN = 0.3;

function reason({ field, value, rule, cues, runnerUp, probability }) {
  const sure = probability == null ? "" : `, ${percent(probability)}`;
  const second = runnerUp ? `; else ${runnerUp.value}${runnerUp.probability == null ? "" : `, ${percent(runnerUp.probability)}`}` : "";
  const unsure = probability != null && probability - (runnerUp?.probability ?? 0) < MARGIN ? element("em", {}, " unsure") : null;
  const words = cues.length ? `, by ${cues.map((cue) => `“${cue.text}”`).join(", ")}` : "";
  return element("span", {}, element("b", {}, `${field}: ${value}`), `${sure}${second}`, unsure, element("small", {}, ` ${rule.replaceAll("_", " ")}${words}`));
}

function tools(report, claim) {
  const copy = element("button", { type: "button" }, "Copy");
  copy.addEventListener("click", async () => {
    const text = quotable(report, claim);
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = "Copied";
    } catch {
      copy.replaceWith(element("textarea", { readonly: true, "aria-label": "Text to copy" }, text));
    }
  });
  const json = element("pre", { hidden: true, tabindex: 0, "aria-label": "JSON of the claim" });
  const toggle = element("button", { type: "button", "aria-expanded": "false" }, "{ } JSON");
  toggle.addEventListener("click", () => {
    json.hidden = !json.hidden;
    json.textContent ||= JSON.stringify(claim, null, 2);
    toggle.setAttribute("aria-expanded", String(!json.hidden));
  });
  return element("div", {}, element("div", { class: "tools" }, copy, toggle), json);
}

/** One line about a claim: number, kind, certainty, holder. */
export function heading(claim) {
  const decided = [kindOf(claim).name, claim.certainty, claim.polarity === "negative" ? "negative" : null, claim.unsure ? "unsure" : null, claim.role].filter(Boolean);
  return element("span", { class: "line" }, element("b", {}, `${claim.id.slice(1)}${kindOf(claim).letter}`), decided.join(" · "), element("b", {}, holderOf(claim)));
}
