/**
 * The extractor in a Worker, so that no page waits for it; where there are no Workers (Node), on the calling thread.
 * @module
 */
import { AverralError, load as loadDirect } from "./direct.js";

export { AverralError };

/** @typedef {import("./direct.js").Assets} Assets */
/** @typedef {import("./generated/averral.js").Report} Report */
/** @typedef {import("./generated/averral.js").Options} Options */

/**
 * Loads wasm and weights in a Worker; gives an extractor whose calls are promises.
 * @param {Assets & { worker?: () => Worker }} [assets] `worker` makes the Worker, for pages with trusted types.
 * @returns {Promise<WorkerExtractor>}
 */
export async function load({ worker, ...assets } = {}) {
  const make = worker ?? (typeof Worker === "function" && !isNode() ? makeWorker : undefined);
  const extractor = new WorkerExtractor(make, assets);
  await extractor.ready;
  return extractor;
}

const isNode = () => typeof process === "object" && Boolean(process.versions?.node);
const makeWorker = () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" });

/** Reads articles away from the calling thread; made by {@link load}. */
export class WorkerExtractor {
  #make;
  #assets;
  #worker;
  #direct;
  #waiting = new Map();
  #next = 0;
  #closed = false;

  /**
   * @param {(() => Worker) | undefined} make
   * @param {Assets} assets
   */
  constructor(make, assets) {
    this.#make = make;
    this.#assets = assets;
    /** Settles when the extractor can work. */
    this.ready = this.#start();
  }

  /**
   * The report of a source: a string, or a file's bytes. Spans are UTF-16 code units of the string.
   * An aborted call stops the Worker; the next call starts another.
   * @param {string | Uint8Array} source
   * @param {Partial<Options>} [options]
   * @param {{ signal?: AbortSignal }} [control]
   * @returns {Promise<Report>}
   */
  analyze(source, options, { signal } = {}) {
    return this.#call("analyze", [source, options], signal);
  }

  /**
   * The claims as CSV, a row a claim; with `tabs` for the clipboard.
   * @param {string} source
   * @param {Partial<Options>} [options]
   * @param {{ tabs?: boolean }} [form]
   * @returns {Promise<string>}
   */
  csv(source, options, form) {
    return this.#call("csv", [source, options, form]);
  }

  /** Stops the Worker; open and later calls are the error `closed`. */
  close() {
    this.#closed = true;
    this.#direct?.close();
    this.#worker?.terminate();
    this.#fail(new AverralError("closed", "this extractor was closed; load another"));
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.close();
  }

  async #start() {
    if (!this.#make) {
      this.#direct = await loadDirect(this.#assets);
      return;
    }
    const worker = this.#make();
    this.#worker = worker;
    worker.onmessage = ({ data: { id, result, error } }) => {
      const { resolve, reject } = this.#waiting.get(id) ?? {};
      this.#waiting.delete(id);
      if (error) reject?.(new AverralError(error.code, error.message));
      else resolve?.(result);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#restart(new AverralError("crashed", event.message || "the Worker can't be started"));
    };
    await this.#post("load", [this.#assets]);
  }

  #restart(error) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#fail(error);
  }

  #fail(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #post(method, values) {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, method, values });
    });
  }

  async #call(method, values, signal) {
    const aborted = () => new AverralError("aborted", "the call was aborted");
    if (this.#closed) throw new AverralError("closed", "this extractor was closed; load another");
    if (signal?.aborted) throw aborted();
    if (this.#make && !this.#worker) this.ready = this.#start();
    await this.ready;
    if (this.#direct) return this.#direct[method](...values);
    const stop = () => this.#restart(aborted());
    signal?.addEventListener("abort", stop, { once: true });
    try {
      return await this.#post(method, values);
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }
}
