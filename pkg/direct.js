/**
 * The extractor on the calling thread: for workers of your own.
 * @module
 */
import { Extractor, start } from "./engine.js";
import { files } from "./files.js";
import { loaded } from "./loading.js";

export { AverralError } from "./errors.js";
export { Extractor };

/** @typedef {import("./generated/averral.js").Report} Report */
/** @typedef {import("./generated/averral.js").Options} Options */
/** @typedef {import("./generated/averral.js").ExportFormat} ExportFormat */
/** @typedef {import("./generated/averral.js").ExportOptions} ExportOptions */
/** @typedef {import("./generated/averral.js").ExportFile} ExportFile */

/**
 * Loads wasm and weights; gives an extractor that works on the calling thread.
 * @param {import("./loading.js").Assets & import("./loading.js").Loading} [options]
 * @returns {Promise<Extractor>}
 */
export async function load(options = {}) {
  return start(await loaded(files, options));
}
