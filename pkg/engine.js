/**
 * The engine on the calling thread: one wasm instance, which all extractors of the thread share.
 * @module
 */
import init, * as glue from "./generated/averral.js";
import { AverralError } from "./errors.js";

/** Which instance of the module is running: each trap, and the last `close`, begins another. */
let generation = 0;
/** Extractors of the running instance that hold memory. */
let open = 0;

/** Leaves the instance with all that it holds, and begins another. */
function renew() {
  glue.__wbg_reset_state();
  generation++;
  open = 0;
}

/**
 * An extractor on the calling thread. The first module that a thread starts is the one that it keeps.
 * @param {{ module: WebAssembly.Module, weights: Uint8Array }} files
 * @returns {Promise<Extractor>}
 */
export async function start({ module, weights }) {
  try {
    await init({ module_or_path: module });
  } catch (cause) {
    throw new AverralError("load_failed", `the wasm module can't be started: ${cause.message}`);
  }
  return new Extractor(weights);
}

/** Reads articles on the calling thread. */
export class Extractor {
  #weights;
  #inner;
  #generation;
  #closed = false;

  /** @param {Uint8Array} weights */
  constructor(weights) {
    this.#weights = weights;
    this.#inside();
  }

  /**
   * The report of a source: a string, or a file's bytes. Spans are UTF-16 code units of the string.
   * @param {string | BufferSource} source
   * @param {Partial<import("./generated/averral.js").Options>} [options]
   * @returns {import("./generated/averral.js").Report}
   */
  analyze(source, options) {
    const read = textOrBytes(source);
    return this.#call((inner) =>
      typeof read === "string" ? inner.analyze(read, options) : inner.analyzeBytes(read, options),
    );
  }

  /**
   * The files of a report in another format: one, or of `brat` three. The report may be one that was kept as JSON.
   * @param {import("./generated/averral.js").Report} report
   * @param {import("./generated/averral.js").ExportFormat} format
   * @param {Partial<import("./generated/averral.js").ExportOptions>} [options] `claims` chooses some by their ids
   * @returns {import("./generated/averral.js").ExportFile[]}
   */
  export(report, format, options) {
    return this.#call((inner) => inner.export(report, format, options));
  }

  /** Gives the memory back; later calls are the error `closed`. */
  close() {
    if (this.#closed) return;
    this.#closed = true;
    const inner = this.#inner;
    this.#inner = undefined;
    // What an instance held that is gone must not be freed in the next one.
    if (this.#generation !== generation) return;
    inner.free();
    open--;
    // Memory of wasm never shrinks: with the last extractor goes the instance.
    if (open === 0) renew();
  }

  [Symbol.dispose]() {
    this.close();
  }

  #call(run) {
    if (this.#closed) throw new AverralError("closed", "this extractor was closed; load another");
    return guarded(() => run(this.#inside()));
  }

  /** The extractor inside the running instance; made anew where that is another. */
  #inside() {
    if (!this.#inner || this.#generation !== generation) {
      this.#inner = guarded(() => new glue.Extractor(this.#weights));
      this.#generation = generation;
      open++;
    }
    return this.#inner;
  }
}

/** Runs a call into wasm. What it throws becomes an AverralError; after a trap the next call finds another instance. */
function guarded(run) {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof AverralError) throw thrown;
    // RangeError is the overflow of the stack.
    if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) {
      renew();
      throw new AverralError("crashed", `averral failed on this source: ${thrown.message}`);
    }
    if (thrown?.code && !(thrown instanceof Error)) throw new AverralError(thrown.code, thrown.message);
    throw new AverralError("bad_option", `the options can't be read: ${thrown?.message ?? thrown}`);
  }
}

/** @returns {string | Uint8Array} */
function textOrBytes(source) {
  if (typeof source === "string" || source instanceof Uint8Array) return source;
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  throw new AverralError("bad_source", `the source is ${kindOf(source)}: give a string, or a file's bytes as Uint8Array or ArrayBuffer`);
}

const kindOf = (value) => (value === null ? "null" : typeof value === "object" ? (value.constructor?.name ?? "an object") : typeof value);
