/**
 * From what `load` is given to what the engine starts with: a compiled module and the bytes of the weights.
 * @module
 */
import { AverralError } from "./errors.js";
import { relaxedSimdIsRight } from "./relaxed.js";

/**
 * Where to take wasm and weights from, if not from beside this file: an address (a string counts from the page, in Node
 * from the working directory), the bytes, a response, or a compiled module.
 * @typedef {object} Assets
 * @property {URL | string | BufferSource | Response | WebAssembly.Module} [wasm]
 * @property {URL | string | BufferSource | Response} [weights]
 *
 * @typedef {object} Progress
 * @property {"wasm" | "weights"} file
 * @property {number} loaded bytes
 * @property {number | undefined} total bytes, where the server says so
 *
 * @typedef {object} Loading
 * @property {(progress: Progress) => void} [onProgress] called as bytes come
 * @property {AbortSignal} [signal] stops loading, with the error `aborted`
 * @property {boolean} [cache] keeps the files in the browser's Cache API under averral's version
 *
 * @typedef {object} Files what the entry for a platform knows
 * @property {(relaxed: boolean) => URL | BufferSource} wasm
 * @property {() => URL | BufferSource} weights
 * @property {(address: string) => URL} address
 * @property {(address: URL, loading: Loading) => Promise<Response>} open
 */

const HINT = "Where the bundler copies no files, import averral/inline, or give load({ wasm, weights }) their addresses";

/** A module of one function that multiplies constants, which only validates where the engine knows the instruction. */
const knows = (instruction) => {
  const constant = [0x41, 1, 0xfd, 0x0f];
  const body = [0, ...constant, ...constant, ...instruction, 0x0b];
  const type = [1, 5, 1, 0x60, 0, 1, 0x7b];
  const code = [10, body.length + 2, 1, body.length, ...body];
  return WebAssembly.validate(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...type, 3, 2, 1, 0, ...code));
};
/** `i16x8.mul` */
const knowsSimd = () => knows([0xfd, 0x95, 0x01]);

/**
 * @param {Files} files
 * @param {Assets & Loading} options
 * @returns {Promise<{ module: WebAssembly.Module, weights: Uint8Array }>}
 */
export async function loaded(files, { wasm, weights, ...loading }) {
  if (typeof WebAssembly !== "object") throw new AverralError("unsupported", "this browser or page has no WebAssembly");
  if (!knowsSimd()) throw new AverralError("unsupported", "averral needs WebAssembly SIMD: Chrome 91, Firefox 89, Safari 16.4 or newer");
  if (loading.signal?.aborted) throw aborted();
  const [module, numbers] = await Promise.all([
    compiled(wasm ?? files.wasm(relaxedSimdIsRight()), files, loading),
    opened(weights ?? files.weights(), "weights", files, loading).then(bytesOf),
  ]);
  return { module, weights: numbers };
}

async function compiled(source, files, loading) {
  if (source instanceof WebAssembly.Module) return source;
  const bytes = await bytesOf(await opened(source, "wasm", files, loading));
  try {
    return await WebAssembly.compile(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));
  } catch (cause) {
    if (/content.security|unsafe-eval|disallowed/i.test(cause.message))
      throw new AverralError("unsupported", "the page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src");
    throw new AverralError("load_failed", `the wasm module can't be compiled: ${cause.message}`);
  }
}

/** The bytes, or the response that brings them. */
async function opened(source, file, files, loading) {
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return source;
  const response = typeof Response === "function" && source instanceof Response;
  if (!response && typeof source !== "string" && !(source instanceof URL))
    throw new AverralError("bad_option", `${file} is no address, no bytes and no response`);
  let address = response ? source.url || "the response" : source;
  try {
    if (typeof source === "string") address = files.address(source);
    return await counted(response ? source : await files.open(address, loading), file, loading);
  } catch (cause) {
    if (cause instanceof AverralError) throw cause;
    if (loading.signal?.aborted) throw aborted();
    throw new AverralError("load_failed", `${address} can't be loaded: ${cause.message}. ${HINT}`);
  }
}

/** The response's bytes, told to `onProgress` as they come. */
async function counted(response, file, { onProgress, signal }) {
  if (!response.ok) throw new Error(`status ${response.status}`);
  if (!onProgress || !response.body) return response.arrayBuffer();
  // The length of what is sent, which a compressed file's bytes exceed: then no total is known.
  const length = response.headers.get("content-encoding") ? undefined : Number(response.headers.get("content-length")) || undefined;
  const pieces = [];
  let n = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (signal?.aborted) throw aborted();
    if (done) break;
    pieces.push(value);
    n += value.length;
    onProgress({ file, loaded: n, total: length });
  }
  const bytes = new Uint8Array(n);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** @returns {Promise<Uint8Array>} */
const bytesOf = async (source) => {
  if (source instanceof Uint8Array) return source;
  return ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
};

export const aborted = () => new AverralError("aborted", "the call was aborted");
