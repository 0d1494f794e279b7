import { element } from "./words.js";

/**
 * The export view: JSON and CSV, to copy or to download.
 * @param {HTMLElement} place
 * @param {import("../pkg/index.js").Report} report
 * @param {() => Promise<string>} csv
 */
export function exportView(place, report, csv) {
  const preview = element("textarea", { rows: 12, readonly: true, "aria-label": "Preview of the file" });
  const name = [report.article.published?.slice(0, 10), (report.article.title ?? "article").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")].filter(Boolean).join("-");
  const formats = {
    json: { label: "JSON: the whole report", type: "application/json", text: async () => JSON.stringify(report, null, 2) },
    csv: { label: "CSV: a row a claim, for spreadsheets", type: "text/csv", text: csv },
  };
  const select = element("select", { "aria-label": "Format" }, ...Object.entries(formats).map(([key, { label }]) => element("option", { value: key }, label)));
  const refresh = async () => {
    preview.value = await formats[select.value].text();
  };
  select.addEventListener("change", refresh);
  const copy = element("button", { type: "button" }, "Copy");
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(preview.value);
      copy.textContent = "Copied";
    } catch {
      preview.select();
    }
  });
  const download = element("button", { type: "button" }, "Download");
  download.addEventListener("click", () => {
    const link = element("a", { href: URL.createObjectURL(new Blob([preview.value], { type: formats[select.value].type })), download: `${name}.${select.value}` });
    link.click();
    URL.revokeObjectURL(link.href);
  });
  place.replaceChildren(element("div", { class: "row" }, select, copy, download), preview);
  return refresh();
}
