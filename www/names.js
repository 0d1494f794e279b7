import { element } from "./words.js";

/**
 * A table of the names that the article mentions, each with its mentions to choose from.
 * @param {HTMLElement} place
 * @param {import("../pkg/index.js").Report} report
 * @param {(span: [number, number]) => void} find called with the place in the article's text of the mention chosen
 */
export function nameTable(place, report, find) {
  const head = element("tr", {}, ...["Name", "What it is", "Mentions"].map((name) => element("th", { scope: "col" }, name)));
  const sorted = [...(report.entities ?? [])].sort((a, b) => b.mentions.length - a.mentions.length);
  const body = sorted.map(({ name, type, mentions }) =>
    element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, type), element("td", {}, mentionList(mentions, find))));
  const table = () => element("table", {}, element("thead", {}, head), element("tbody", {}, ...body));
  place.replaceChildren(body.length ? table() : element("p", {}, "No names were found."));
}

/** How many mentions there are; opened, what they are. The list is made then, since a long article has thousands. */
function mentionList(mentions, find) {
  const details = element("details", { class: "mentions" }, element("summary", {}, String(mentions.length)));
  details.addEventListener("toggle", () => {
    if (details.open && !details.querySelector("ul")) details.append(element("ul", {}, ...wordings(mentions).map((same) => line(same, find))));
  });
  return details;
}

/** Mentions in the same words together, "She" with "she"; otherwise in the order of the text. */
const wordings = (mentions) => [...Map.groupBy(mentions, ({ text }) => text.toLowerCase()).values()];

/** A button for each place of the same words: the first has the words, the others their number. */
function line(same, find) {
  const words = same[0].text;
  const button = ({ textSpans: [span] }, index) =>
    element("button", { type: "button", "aria-label": index ? `${words} ${index + 1}` : null, onclick: () => find(span) }, index ? String(index + 1) : words);
  return element("li", {}, ...same.map(button));
}
