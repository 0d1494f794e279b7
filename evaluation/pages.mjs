/**
 * The peer of task `pages`: @mozilla/readability on linkedom, over the same pages.
 *
 *     node evaluation/pages.mjs IN OUT
 *
 * Writes `<slug>.json` as `cargo xtask predict pages` does, and `_speed.json`: how many pages it read a second, decoding,
 * parsing and reading, files already in memory.
 */
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const [input, output] = process.argv.slice(2);
const pages = [];
for (const name of readdirSync(input).sort()) {
  const path = join(input, name);
  const file = statSync(path).isDirectory() ? join(path, "source.html") : path;
  if (!/\.html(\.gz)?$/.test(file)) continue;
  try {
    const bytes = readFileSync(file);
    pages.push([name.replace(/\.html(\.gz)?$/, ""), bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes]);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

/** The text of an article, blocks on lines of their own. */
function text(html) {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const blocks = "p,div,li,h1,h2,h3,h4,h5,h6,td,th,tr,blockquote,pre,figcaption,figure,section,article,dt,dd,table,ul,ol,br";
  for (const block of document.querySelectorAll(blocks)) {
    block.before("\n");
    block.after("\n");
  }
  return document.body.textContent.split("\n").map((line) => line.trim()).filter(Boolean).join("\n\n");
}

mkdirSync(output, { recursive: true });
let took = 0;
let nFailed = 0;
for (const [slug, bytes] of pages) {
  let article = null;
  const start = performance.now();
  try {
    const { document } = parseHTML(new TextDecoder().decode(bytes));
    article = new Readability(document).parse();
  } catch {
    nFailed += 1;
  }
  took += performance.now() - start;
  const record = {
    body: article?.content ? text(article.content) : "",
    title: article?.title ?? null,
    byline: article?.byline ? [article.byline] : [],
    published: article?.publishedTime ?? null,
    standfirst: article?.excerpt ?? null,
    site: article?.siteName ?? null,
    language: article?.lang ?? null,
    kind: null,
  };
  writeFileSync(join(output, `${slug}.json`), JSON.stringify(record, null, 2));
}
const speed = { pages_per_second: Math.round(pages.length / (took / 1000)), failed: nFailed };
writeFileSync(join(output, "_speed.json"), JSON.stringify(speed));
