import { counted, element } from "./words.js";

/** What each format is for. */
const FORMATS = {
  json: "JSON: the whole report",
  csv: "CSV: a row a claim, for spreadsheets",
  markdown: "Markdown: a report to read",
  web_annotation: "Web Annotation: for annotation tools",
  aif: "AIF: the argument, for AIFdb",
  xaif: "xAIF: the argument with its text, for OVA3",
  argdown: "Argdown: the argument as text",
  schema_org: "schema.org: facts as Claims",
  claim_review: "schema.org: drafts of fact-checks, without verdict",
  dot: "DOT: the argument map for Graphviz",
  brat: "brat: text and annotations",
  svg: "SVG: a picture of the argument map",
};
/** Letters that a preview shows; the files are whole. */
const PREVIEW = 1_000_000;

/**
 * The export view: every format, of all claims or those that the filters show, to copy or to download. Its files are made
 * when it is open, of the report on the screen.
 * @param {HTMLElement} place
 * @param {import("../pkg/index.js").RemoteExtractor["export"]} run
 */
export function exportView(place, run) {
  let report;
  let shown;
  let isOpen = false;
  let stale = true;
  let turn = 0;
  const format = element("select", { "aria-label": "Format" }, ...Object.entries(FORMATS).map(([key, label]) => element("option", { value: key }, label)));
  const which = ["all", "shown"].map((value) => element("input", { type: "radio", name: "exported", value, checked: value === "all" }));
  const counts = which.map(() => element("span"));
  const kinds = element("input", { type: "checkbox" });
  const kindsLabel = element("label", { hidden: true }, kinds, " predictions, judgements and demands too");
  const files = element("div", { class: "files", "aria-live": "polite" });
  const controls = element("div", { class: "row" }, format, ...which.map((input, index) => element("label", {}, input, " ", counts[index])), kindsLabel);

  const options = () => ({ claims: which[1].checked ? [...shown] : null, allKinds: kinds.checked });

  async function refresh() {
    stale = true;
    kindsLabel.hidden = !["schema_org", "claim_review"].includes(format.value);
    if (!report || !isOpen) return;
    stale = false;
    const mine = ++turn;
    const wanted = format.value;
    files.dataset.busy = "true";
    let made;
    try {
      made = (await run(report, wanted, options())).map((file) => figure(file, wanted));
    } catch ({ message }) {
      made = [element("p", { class: "problem" }, `This could not be written (${message}).`)];
    }
    if (mine !== turn) return;
    delete files.dataset.busy;
    files.dataset.format = wanted;
    files.replaceChildren(...made);
  }

  /** A file: its name, its buttons, and how it begins. */
  function figure({ name, mediaType, text }, wanted) {
    const size = new Blob([text]).size;
    const preview = element("textarea", { rows: 12, readonly: true, "aria-label": `Preview of ${name}` });
    preview.value = text.slice(0, PREVIEW);
    const copy = element("button", { type: "button" }, "Copy");
    copy.addEventListener("click", async () => {
      try {
        // Tabs fill the grid of a spreadsheet.
        const [tabbed] = wanted === "csv" ? await run(report, "csv", { ...options(), tabs: true }) : [];
        await navigator.clipboard.writeText(tabbed?.text ?? text);
        copy.textContent = "Copied";
        setTimeout(() => (copy.textContent = "Copy"), 3000);
      } catch {
        preview.select();
      }
    });
    const download = element("button", { type: "button", class: "download" }, "Download");
    download.addEventListener("click", () => {
      const link = element("a", { href: URL.createObjectURL(new Blob([text], { type: mediaType })), download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    });
    const picture = wanted === "svg" ? element("img", { src: `data:image/svg+xml,${encodeURIComponent(text)}`, alt: "The argument map; its words are in the text below." }) : null;
    const cut = text.length > PREVIEW ? " (the preview shows its beginning)" : "";
    return element("div", { class: "file" }, element("div", { class: "row" }, element("code", {}, name), element("span", {}, `${bytes(size)}${cut}`), copy, download), picture, preview);
  }

  function count() {
    counts[0].textContent = `all ${counted(report?.claims.length ?? 0, "claim", "claims")}`;
    counts[1].textContent = `the ${shown?.size ?? 0} shown`;
  }

  for (const input of [format, kinds, ...which]) input.addEventListener("change", refresh);
  return {
    /** Another report, or none. */
    show(next) {
      report = next;
      which[0].checked = true;
      files.replaceChildren();
      turn++;
      place.replaceChildren(...(report ? [controls, files] : []));
      count();
      refresh();
    },
    /** The filters show other claims. */
    filtered(ids) {
      shown = ids;
      count();
      if (which[1].checked) refresh();
    },
    /** The view is open, or no longer. */
    open(is) {
      isOpen = is;
      if (is && stale) refresh();
    },
  };
}

const bytes = (n) => (n < 1000 ? `${n} B` : n < 1e6 ? `${Math.round(n / 1000)} kB` : `${(n / 1e6).toFixed(1)} MB`);
