/** Load time and words per second in Node, beside compromise and wink-nlp on the same text in the same process. */
import { readFileSync, readdirSync } from "node:fs";
import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { load } from "../pkg/direct.js";

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

const start = performance.now();
const extractor = await load();
extractor.analyze(article);
const first = Math.round(performance.now() - start);
const wink = winkNLP(model);
const result = {
  words: nWords,
  firstReportMs: first,
  averral: speed(() => extractor.analyze(text, { format: "text" })),
  compromise: speed(() => nlp(text).sentences().json()),
  wink: speed(() => wink.readDoc(text).tokens().out(wink.its.pos)),
};
console.log(JSON.stringify(result));
