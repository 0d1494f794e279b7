/**
 * The extractor in a Worker, so that no page waits for it.
 * @module
 */
import { files, placed } from "./files.js";
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
 * Loads wasm and weights, starts a Worker; gives an extractor whose calls are promises. Where no Worker can be started
 * (`extractor.thread` says `page`), it works on the calling thread.
 * @param {import("./loading.js").Assets & import("./loading.js").Loading & { worker?: () => Worker }} [options] `worker`
 *   makes the Worker, for pages with trusted types.
 * @returns {Promise<RemoteExtractor>}
 */
export async function load({ worker, ...options } = {}) {
  const ways = worker ? [worker] : [ownWorker, blobWorker];
  return new RemoteExtractor(await loaded(files, options), ways).begin();
}

const isVite = () => import.meta.url.includes("/.vite/deps/");

/** Bundlers look for the second expression. */
const ownWorker = () =>
  isVite()
    ? new Worker(placed(new URL("worker.js", import.meta.url)), { type: "module" })
    : new Worker(new URL("./worker.js", import.meta.url), { type: "module" });

/** A page may not start a Worker of another origin, but one of its own that imports it. */
function blobWorker() {
  const address = new URL("./worker.js", import.meta.url).href;
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" }));
  return new Worker(blob, { type: "module" });
}
