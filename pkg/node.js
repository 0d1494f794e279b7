/**
 * The extractor on a worker thread of Node, so that the event loop goes on.
 * @module
 */
import { Worker } from "node:worker_threads";
import { beside, files } from "./files.node.js";
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
 * Loads wasm and weights, starts a worker thread; gives an extractor whose calls are promises. It does not keep the process
 * alive between calls.
 * @param {import("./loading.js").Assets & import("./loading.js").Loading} [options]
 * @returns {Promise<RemoteExtractor>}
 */
export async function load(options = {}) {
  return new RemoteExtractor(await loaded(files, options), [thread]).begin();
}

/** A worker thread that behaves like a browser's Worker. */
function thread() {
  const worker = new Worker(beside("worker.node.js"));
  /** @type {import("./remote.js").Thread} */
  const like = {
    postMessage(message) {
      worker.ref();
      worker.postMessage(message);
    },
    terminate: () => void worker.terminate(),
    onmessage: null,
    onerror: null,
  };
  worker.on("message", (data) => {
    worker.unref();
    like.onmessage?.({ data });
  });
  worker.on("error", (error) => like.onerror?.({ message: error.message }));
  return like;
}
