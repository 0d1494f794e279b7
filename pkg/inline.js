/**
 * averral in one file, with wasm, weights and the Worker's code inside: for content scripts, notebooks, single-file pages
 * and bundlers that copy no files. xtask/inline.mjs makes generated/inline.js of it.
 * @module
 */
// @ts-expect-error esbuild gives the bytes
import wasm from "./generated/averral_bg.wasm";
// @ts-expect-error esbuild gives the bytes
import weights from "./generated/averral-en.weights";
import { loaded } from "./loading.js";
import { RemoteExtractor } from "./remote.js";

export { AverralError } from "./errors.js";
export { RemoteExtractor };

/** @typedef {import("./generated/averral.js").Report} Report */
/** @typedef {import("./generated/averral.js").Options} Options */
/** @typedef {import("./generated/averral.js").ExportFormat} ExportFormat */
/** @typedef {import("./generated/averral.js").ExportOptions} ExportOptions */
/** @typedef {import("./generated/averral.js").ExportFile} ExportFile */

/**
 * Starts a Worker from memory; gives an extractor whose calls are promises. Where no Worker can be started (`extractor.thread`
 * says `page`), it works on the calling thread.
 * @param {import("./loading.js").Assets & import("./loading.js").Loading} [options]
 * @returns {Promise<RemoteExtractor>}
 */
export async function load(options = {}) {
  return new RemoteExtractor(await loaded(inside, options), [textWorker]).begin();
}

/** @type {import("./loading.js").Files} */
const inside = {
  wasm: () => wasm,
  weights: () => weights,
  address: (text) => new URL(text, globalThis.document?.baseURI ?? globalThis.location?.href),
  open: (address, { signal }) => fetch(address, { signal }),
};

function textWorker() {
  // @ts-expect-error xtask/inline.mjs puts it here
  const code = WORKER_CODE;
  return new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })), { type: "module" });
}
