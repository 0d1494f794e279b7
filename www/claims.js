import { card, heading } from "./card.js";
import { KINDS, classOf, counted, element, holderOf } from "./words.js";

/**
 * The list of claims with its filters.
 * @param {{ filters: HTMLElement, sort: HTMLSelectElement, count: HTMLElement, list: HTMLElement }} places
 * @param {(id: string) => void} choose called when a claim is opened
 * @param {(shown: Set<string>) => void} filtered called with the ids that a filter lets through
 */
export function claimList({ filters, sort, count, list }, choose, filtered) {
  let report;
  const wanted = { kind: new Set(), who: new Set(), certainty: new Set() };
  const groups = {
    who: (claim) => claim.holder.kind,
    kind: (claim) => claim.kind,
    certainty: (claim) => claim.certainty,
  };

  const passes = (claim) => Object.entries(groups).every(([name, value]) => wanted[name].size === 0 || wanted[name].has(value(claim)));

  function apply() {
    const shown = new Set(report.claims.filter(passes).map((claim) => claim.id));
    for (const item of list.children) item.hidden = !shown.has(item.id);
    count.textContent = shown.size === report.claims.length ? counted(shown.size, "claim", "claims") : `${shown.size} of ${counted(report.claims.length, "claim", "claims")}`;
    filtered(shown);
  }

  const orders = {
    place: (a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)),
    worth: (a, b) => (b.checkworthiness ?? 0) - (a.checkworthiness ?? 0) || orders.place(a, b),
  };

  /** Moves the items, so that open cards stay open. */
  function arrange() {
    const sorted = [...report.claims].sort(orders[sort.value]);
    list.append(...sorted.map((claim) => document.getElementById(claim.id)));
  }
  sort.addEventListener("change", arrange);

  function filterButtons() {
    const names = { author: "the author", source: "others", ...Object.fromEntries(Object.entries(KINDS).map(([kind, { plural }]) => [kind, plural])) };
    const buttons = Object.entries(groups).flatMap(([name, value]) => {
      const counts = new Map();
      for (const claim of report.claims) counts.set(value(claim), (counts.get(value(claim)) ?? 0) + 1);
      return [...counts].filter(([key]) => key).map(([key, n]) => {
        const button = element("button", { type: "button", "aria-pressed": "false", class: key in KINDS ? key : null }, `${names[key] ?? key} ${n}`);
        button.addEventListener("click", () => {
          const pressed = !wanted[name].delete(key);
          if (pressed) wanted[name].add(key);
          button.setAttribute("aria-pressed", String(pressed));
          apply();
        });
        return button;
      });
    });
    filters.replaceChildren(...buttons);
  }

  return {
    show(next) {
      report = next;
      for (const set of Object.values(wanted)) set.clear();
      list.replaceChildren(
        ...report.claims.map((claim) => {
          const details = element("details", { name: "claim", class: classOf(claim) }, element("summary", {}, heading(claim), element("span", { class: "words" }, claim.text)));
          details.addEventListener("toggle", () => {
            if (!details.open) return;
            if (!details.querySelector(".card")) details.append(card(report, claim));
            choose(claim.id);
          });
          return element("li", { id: claim.id }, details);
        }),
      );
      if (sort.value !== "place") arrange();
      filterButtons();
      apply();
    },
    /** Opens a claim's card and, with `focus`, moves there. */
    open(id, focus) {
      for (const details of list.querySelectorAll("details.chosen")) details.classList.remove("chosen");
      const item = document.getElementById(id);
      if (!item) return;
      item.hidden = false;
      const details = item.firstElementChild;
      details.classList.add("chosen");
      details.open = true;
      if (focus) {
        details.querySelector("summary").focus();
        item.scrollIntoView({ block: "nearest" });
      }
    },
  };
}

/** A table of who says what: the author first, then the sources by the number of their claims. */
export function sourceTable(place, report) {
  const rows = new Map();
  for (const claim of report.claims) {
    const name = holderOf(claim);
    const row = rows.get(name) ?? { type: claim.holder.type, claims: [], cues: new Map() };
    row.claims.push(claim);
    const cue = claim.attribution.at(-1)?.cue.text;
    if (cue) row.cues.set(cue, (row.cues.get(cue) ?? 0) + 1);
    rows.set(name, row);
  }
  const sorted = [...rows].sort(([a, x], [b, y]) => (b === "the author") - (a === "the author") || y.claims.length - x.claims.length);
  const head = element("tr", {}, ...["Who", "Claims", "Kinds", "Cues"].map((name) => element("th", { scope: "col" }, name)));
  const body = sorted.map(([name, { type, claims, cues }]) => {
    const kinds = Object.entries(KINDS).map(([kind, { letter }]) => [claims.filter((claim) => claim.kind === kind).length, letter]).filter(([n]) => n);
    return element("tr", {},
      element("th", { scope: "row" }, name, type ? element("small", {}, ` ${type}`) : null),
      element("td", {}, String(claims.length)),
      element("td", {}, kinds.map(([n, letter]) => `${n} ${letter}`).join(", ")),
      element("td", {}, [...cues].map(([cue, n]) => (n > 1 ? `${cue} ${n}` : cue)).join(", ")));
  });
  place.replaceChildren(element("table", {}, element("thead", {}, head), element("tbody", {}, ...body)));
}

/** What was read and is no claim, with the reason. */
export function leftOut(place, report) {
  const line = (text, why) => element("li", {}, text, " ", element("span", { class: "why" }, `(${why.replaceAll("_", " ")})`));
  const items = [...report.questions.map(({ text }) => line(text, "question")), ...report.leftOut.map(({ text, reason }) => line(text, reason))];
  place.replaceChildren(items.length ? element("ul", {}, ...items) : element("p", {}, "Nothing was left out."));
}
