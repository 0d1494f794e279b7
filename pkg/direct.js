/**
 * The extractor on the calling thread: for Node, for workers of your own, and inside the Worker of `index.js`.
 * @module
 */
import init, * as glue from "./generated/averral.js";
import { AverralError } from "./errors.js";

export { AverralError };

/**
 * `too_long`, `bad_option`, `bad_weights`: the input. `load_failed`: a file did not come. `crashed`: a fault of
 * averral's; the next call works again. `closed`: the extractor was closed. `aborted`: the caller's signal.
 * @typedef {"too_long" | "bad_option" | "bad_weights" | "load_failed" | "crashed" | "closed" | "aborted"} ErrorCode
 */

/**
 * Where to take wasm and weights from, if not from beside this file: an address or the bytes.
 * @typedef {{ wasm?: URL | string | BufferSource, weights?: URL | string | BufferSource }} Assets
 */

let started;

/**
 * Whether the engine knows relaxed SIMD, whose product of bytes makes reports faster: asked with a module of one function
 * that multiplies constants.
 */
const knowsRelaxedSimd = () => {
  const one = [0x41, 1, 0xfd, 0x0f];
  const dot = [0xfd, 0x93, 0x02];
  const body = [0, ...one, ...one, ...one, ...dot, 0x0b];
  const type = [1, 5, 1, 0x60, 0, 1, 0x7b];
  const code = [10, body.length + 2, 1, body.length, ...body];
  return WebAssembly.validate(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...type, 3, 2, 1, 0, ...code));
};

/**
 * Loads wasm and weights; gives an extractor that works on the calling thread.
 * @param {Assets} [assets]
 * @returns {Promise<Extractor>}
 */
export async function load({ wasm, weights } = {}) {
  const [module, numbers] = await Promise.all([
    bytes(wasm ?? ownModule()),
    bytes(weights ?? new URL("./generated/averral-en.weights", import.meta.url)),
  ]);
  started ??= init({ module_or_path: module });
  try {
    await started;
  } catch (cause) {
    started = undefined;
    throw new AverralError("load_failed", `the wasm module can't be started: ${cause.message}`);
  }
  return new Extractor(numbers instanceof Uint8Array ? numbers : new Uint8Array(/** @type {ArrayBuffer} */ (numbers)));
}

/** The faster module where the engine can run it; both give the same reports. Bundlers look for these very expressions. */
const ownModule = () =>
  knowsRelaxedSimd()
    ? new URL("./generated/averral_relaxed.wasm", import.meta.url)
    : new URL("./generated/averral_bg.wasm", import.meta.url);

/** Reads articles; made by {@link load}. */
export class Extractor {
  #weights;
  #inner;

  /** @param {Uint8Array} weights */
  constructor(weights) {
    this.#weights = weights;
    this.#inner = guarded(() => new glue.Extractor(weights));
  }

  /**
   * The report of a source: a string, or a file's bytes. Spans are UTF-16 code units of the string.
   * @param {string | Uint8Array} source
   * @param {Partial<import("./generated/averral.js").Options>} [options]
   * @returns {import("./generated/averral.js").Report}
   */
  analyze(source, options) {
    return this.#call((inner) =>
      typeof source === "string" ? inner.analyze(source, options) : inner.analyzeBytes(source, options),
    );
  }

  /**
   * The claims as CSV, a row a claim; with `tabs` for the clipboard.
   * @param {string} source
   * @param {Partial<import("./generated/averral.js").Options>} [options]
   * @param {{ tabs?: boolean }} [form]
   * @returns {string}
   */
  csv(source, options, { tabs = false } = {}) {
    return this.#call((inner) => inner.csv(source, options, tabs));
  }

  /** Gives the memory back; later calls are the error `closed`. */
  close() {
    this.#inner?.free();
    this.#inner = undefined;
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.close();
  }

  #call(run) {
    if (!this.#inner) throw new AverralError("closed", "this extractor was closed; load another");
    return guarded(() => run(this.#inner), () => {
      this.#inner = new glue.Extractor(this.#weights);
    });
  }
}

/** Runs a call into wasm; what it throws becomes an AverralError, and after a trap the instance is made anew. */
function guarded(run, renew) {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof WebAssembly.RuntimeError) {
      glue.__wbg_reset_state?.();
      renew?.();
      throw new AverralError("crashed", `averral failed on this source: ${thrown.message}`);
    }
    if (thrown?.code && !(thrown instanceof Error)) throw new AverralError(thrown.code, thrown.message);
    throw thrown;
  }
}

/** @returns {Promise<BufferSource>} */
async function bytes(source) {
  if (typeof source !== "string" && !(source instanceof URL)) return source;
  const address = new URL(source, import.meta.url);
  try {
    if (address.protocol === "file:") {
      const { readFile } = await import("node:fs/promises");
      return await readFile(address);
    }
    const response = await fetch(address);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.arrayBuffer();
  } catch (cause) {
    throw new AverralError("load_failed", `${address.href} can't be loaded: ${cause.message}`);
  }
}
