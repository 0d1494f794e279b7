import { classOf, element, holderOf, kindOf } from "./words.js";

const TAGS = { title: "h2", heading: "h3", quotation: "blockquote", list_item: "p" };

/** The nodes that show `article.text`, each with the place where it begins there. The numbers of claims are none. */
let pieces = [];

/**
 * Shows a report's article with its claims marked.
 * @param {HTMLElement} place
 * @param {import("../pkg/index.js").Report} report
 * @param {(id: string, from: HTMLElement) => void} choose called when a claim is chosen
 */
export function showArticle(place, report, choose) {
  const { article, claims } = report;
  const numbered = new Set();
  pieces = [];
  const nodes = article.blocks
    .filter((block) => block.textSpan)
    .map((block) => {
      const made = element(TAGS[block.kind] ?? "p", { class: block.kind.replace("_", "-") });
      made.append(...marked(article.text, block.textSpan, claims, numbered, choose));
      return made;
    });
  const facts = [article.byline.length ? `By ${article.byline.join(", ")}` : null, article.published?.slice(0, 10), article.publisher, article.section];
  const line = element("p", { class: "facts" }, facts.filter(Boolean).join(" · "));
  const head = article.blocks.filter((block) => block.textSpan).findIndex((block) => block.kind !== "title" && block.kind !== "standfirst");
  if (line.textContent) nodes.splice(head < 0 ? nodes.length : head, 0, line);
  for (const notice of article.notices) nodes.push(element("p", { class: "aside" }, notice));
  place.lang = article.language ?? "en";
  place.replaceChildren(...nodes);
}

/** Shows a text that has no report: while the engine loads, or when it failed. */
export function showText(place, text) {
  pieces = [];
  const shown = text.length > 200_000 ? `${text.slice(0, 200_000)} …` : text;
  place.replaceChildren(...shown.split(/\n\s*\n/).map((part) => element("p", {}, part)));
}

/** The nodes of one block: text, and a mark for each stretch that belongs to the same claims. */
function marked(text, [start, end], claims, numbered, choose) {
  const here = claims.filter((claim) => claim.textSpans.some(([from, to]) => from < end && to > start));
  const edges = new Set([start, end]);
  for (const claim of here) for (const edge of claim.textSpans.flat()) if (edge > start && edge < end) edges.add(edge);
  const cuts = [...edges].sort((a, b) => a - b);
  const nodes = [];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const [from, to] = [cuts[at], cuts[at + 1]];
    const owners = here.filter((claim) => claim.textSpans.some(([a, b]) => a <= from && to <= b));
    if (owners.length === 0) {
      nodes.push(piece(text, from, to));
      continue;
    }
    const innermost = owners.at(-1);
    const mark = element("mark", {
      class: `${classOf(innermost)} ${innermost.holder.kind}`,
      "data-claims": owners.map((claim) => claim.id).join(" "),
      onclick: () => choose(innermost.id, mark),
    });
    for (const claim of owners.filter((claim) => !numbered.has(claim.id))) {
      numbered.add(claim.id);
      mark.append(number(claim, choose));
    }
    mark.append(piece(text, from, to));
    nodes.push(mark);
  }
  return nodes;
}

function piece(text, from, to) {
  const node = document.createTextNode(text.slice(from, to));
  pieces.push({ node, from });
  return node;
}

/** Selects the words at a place of `article.text` and brings them to the middle of the window. */
export function select([start, end]) {
  const [first, last] = [start, end - 1].map((at) => pieces.find(({ node, from }) => from <= at && at < from + node.length));
  // A text that is still being read has taken the article's place.
  if (!first || !last) return;
  const selection = getSelection();
  selection.setBaseAndExtent(first.node, start - first.from, last.node, end - last.from);
  // The words, not their element: the middle of a long paragraph may be far from them.
  scrollBy({ top: selection.getRangeAt(0).getBoundingClientRect().top - innerHeight / 2 });
}

function number(claim, choose) {
  const label = `${claim.id.slice(1)}${kindOf(claim).letter}: claim, ${kindOf(claim).name}, ${holderOf(claim)}`;
  const link = element("a", { class: `number ${classOf(claim)}`, href: `#${claim.id}`, "data-number": claim.id, "aria-label": label, tabindex: -1 });
  link.append(`${claim.id.slice(1)}${kindOf(claim).letter}`);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    event.stopPropagation();
    choose(claim.id, link);
  });
  return link;
}

/** Lights the chosen claim and dims those that a filter leaves out. */
export function light(place, chosen, shown) {
  for (const mark of place.querySelectorAll("mark[data-claims]")) {
    const ids = mark.dataset.claims.split(" ");
    mark.classList.toggle("chosen", ids.includes(chosen));
    mark.classList.toggle("dimmed", !ids.some((id) => shown.has(id)));
  }
}
