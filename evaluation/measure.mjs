/** Load time and words per second in Node and Chromium, beside other libraries on the same text in the same process. */
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { load } from "../pkg/direct.node.js";
import { start as open } from "../tests/browser/page.mjs";

const folder = new URL("../www/samples/", import.meta.url);
const article = readdirSync(folder).filter((name) => !name.startsWith("recipe")).map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n\n");
const text = Array(20).fill(article).join("\n\n");
const nWords = text.split(/\s+/).length;

/** Best of five runs, in words per second. */
function speed(run) {
  let best = Infinity;
  for (let turn = 0; turn < 5; turn++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return Math.round(nWords / (best / 1000));
}

/**
 * A CommonJS package as one script that leaves its exports in `globalThis[name]`: module paths from the file itself,
 * which is all that wink-nlp asks for.
 */
function script(name, entry) {
  const modules = new Map();
  const add = (path) => {
    if (modules.has(path)) return modules.get(path).number;
    const made = { number: modules.size, code: "", needs: {} };
    modules.set(path, made);
    const code = readFileSync(path, "utf8");
    made.code = path.endsWith(".json") ? `module.exports = ${code}` : code;
    const require = createRequire(path);
    for (const [, need] of code.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)) made.needs[need] = add(require.resolve(need));
    return made.number;
  };
  add(createRequire(import.meta.url).resolve(entry));
  const all = [...modules.values()].map(({ code, needs }) => `[(module, exports, require) => {${code}\n}, ${JSON.stringify(needs)}]`);
  return `globalThis.${name} = (() => {
    const all = [${all.join(",\n")}], made = [];
    const load = (at) => {
      if (made[at]) return made[at].exports;
      const [run, needs] = all[at], module = (made[at] = { exports: {} });
      run(module, module.exports, (need) => load(needs[need]));
      return module.exports;
    };
    return load(0);
  })();`;
}

const start = performance.now();
const extractor = await load();
extractor.analyze(article);
const first = Math.round(performance.now() - start);
const wink = winkNLP(model);
const node = {
  firstReportMs: first,
  averral: speed(() => extractor.analyze(text, { format: "text" })),
  compromise: speed(() => nlp(text).sentences().json()),
  wink: speed(() => wink.readDoc(text).tokens().out(wink.its.pos)),
};

const session = await open();
const page = await session.browser.newPage();
// The page's policy allows no script from elsewhere, such as the peer.
await page.setBypassCSP(true);
await page.goto(session.address);
await page.waitForFunction(() => document.documentElement.dataset.ready === "true");
await page.addScriptTag({ path: fileURLToPath(new URL("../node_modules/compromise/builds/compromise.js", import.meta.url)) });
await page.addScriptTag({ content: script("winkNLP", "wink-nlp") });
await page.addScriptTag({ content: script("winkModel", "wink-eng-lite-web-model") });
const chromium = await page.evaluate(
  async (text, article, nWords, speedSource) => {
    const speed = new Function("nWords", `return ${speedSource}`)(nWords);
    const start = performance.now();
    const { load } = await import("/pkg/direct.js");
    const extractor = await load();
    extractor.analyze(article);
    const firstReportMs = Math.round(performance.now() - start);
    const wink = globalThis.winkNLP(globalThis.winkModel);
    return {
      firstReportMs,
      averral: speed(() => extractor.analyze(text, { format: "text" })),
      compromise: speed(() => globalThis.nlp(text).sentences().json()),
      wink: speed(() => wink.readDoc(text).tokens().out(wink.its.pos)),
    };
  },
  text,
  article,
  nWords,
  speed.toString(),
);
await session.stop();
console.log(JSON.stringify({ words: nWords, node, chromium }));
