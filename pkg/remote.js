/**
 * An extractor on another thread: calls wait in a queue, and the thread works on one at a time, so that one can be aborted
 * without the others.
 * @module
 */
import { AverralError } from "./errors.js";
import { Extractor, start } from "./engine.js";
import { aborted } from "./loading.js";

/** @typedef {import("./generated/averral.js").Report} Report */
/** @typedef {import("./generated/averral.js").Options} Options */

/**
 * A thread that answers: a Worker, or what behaves like one.
 * @typedef {object} Thread
 * @property {(message: any) => void} postMessage
 * @property {() => void} terminate
 * @property {((event: { data: any }) => void) | null} onmessage
 * @property {((event: any) => void) | null} onerror
 */

const closed = () => new AverralError("closed", "this extractor was closed; load another");

/** Reads articles away from the calling thread; made by `load`. */
export class RemoteExtractor {
  #files;
  #ways;
  #thread;
  #direct;
  #starting;
  #waiting = [];
  #running;
  #closed = false;
  #next = 0;

  /**
   * @param {{ module: WebAssembly.Module, weights: Uint8Array }} files kept for every thread that is started anew
   * @param {(() => Thread)[]} ways to make a thread, the best first; where none works the calling thread does it
   */
  constructor(files, ways) {
    this.#files = files;
    this.#ways = ways;
  }

  /** Where it works: on the `page` (the calling thread) if no Worker could be started. */
  get thread() {
    return this.#direct ? "page" : "worker";
  }

  /** Starts the first thread; `load` waits for it. */
  async begin() {
    try {
      await this.#ready();
    } catch (error) {
      this.close();
      throw error;
    }
    return this;
  }

  /**
   * The report of a source: a string, or a file's bytes. Spans are UTF-16 code units of the string.
   * An aborted call stops its thread; the next call starts another, from the files in memory.
   * @param {string | BufferSource} source
   * @param {Partial<Options>} [options]
   * @param {{ signal?: AbortSignal }} [control]
   * @returns {Promise<Report>}
   */
  analyze(source, options, { signal } = {}) {
    return this.#call("analyze", [source, options], signal);
  }

  /**
   * The files of a report in another format: one, or of `brat` three. The report may be one that was kept as JSON.
   * @param {Report} report
   * @param {import("./generated/averral.js").ExportFormat} format
   * @param {Partial<import("./generated/averral.js").ExportOptions>} [options] `claims` chooses some by their ids
   * @param {{ signal?: AbortSignal }} [control]
   * @returns {Promise<import("./generated/averral.js").ExportFile[]>}
   */
  export(report, format, options, { signal } = {}) {
    return this.#call("export", [report, format, options], signal);
  }

  /** Stops the thread; open and later calls are the error `closed`. */
  close() {
    this.#closed = true;
    this.#stop();
    this.#direct?.close();
    for (const call of this.#waiting.splice(0)) call.reject(closed());
  }

  [Symbol.dispose]() {
    this.close();
  }

  #call(method, values, signal) {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(closed());
      if (signal?.aborted) return reject(aborted());
      const done = (settle) => (value) => {
        signal?.removeEventListener("abort", abort);
        settle(value);
      };
      const call = { id: this.#next++, method, values, resolve: done(resolve), reject: done(reject) };
      const abort = () => this.#abort(call);
      signal?.addEventListener("abort", abort, { once: true });
      this.#waiting.push(call);
      this.#work();
    });
  }

  /** Gives the thread the next call, if it has none. */
  async #work() {
    if (this.#running || this.#waiting.length === 0) return;
    const call = this.#waiting.shift();
    this.#running = call;
    try {
      await this.#ready();
      if (this.#running !== call) return;
      if (this.#direct) this.#answer(call, { result: this.#direct[call.method](...call.values) });
      else this.#thread.postMessage({ id: call.id, method: call.method, values: call.values });
    } catch (error) {
      const cloned = error?.name === "DataCloneError";
      this.#answer(call, { error: cloned ? { code: "bad_source", message: `the call can't be sent to a Worker: ${error.message}` } : error });
    }
  }

  /**
   * @param {any} call
   * @param {{ result?: any, error?: any }} outcome
   */
  #answer(call, { result, error }) {
    if (this.#running !== call) return;
    this.#running = undefined;
    if (error) call.reject(error instanceof AverralError ? error : new AverralError(error.code ?? "crashed", error.message));
    else call.resolve(result);
    this.#work();
  }

  #abort(call) {
    this.#waiting = this.#waiting.filter((other) => other !== call);
    if (this.#running === call) {
      this.#stop();
      this.#running = undefined;
      this.#work();
    }
    call.reject(aborted());
  }

  #stop() {
    this.#thread?.terminate();
    this.#thread = undefined;
    if (this.#closed) {
      this.#running?.reject(closed());
      this.#running = undefined;
    }
  }

  /** Waits for a thread, or for the calling thread to have the engine. Calls that come while it starts wait for the same one. */
  async #ready() {
    while (!this.#thread && !this.#direct && !this.#closed) {
      this.#starting ??= this.#start().finally(() => (this.#starting = undefined));
      await this.#starting;
    }
    if (this.#closed) throw closed();
  }

  /** Starts a thread by the first way that works; in the end the calling thread has the engine. */
  async #start() {
    for (const way of this.#ways) {
      const { thread, fault } = await started(way, this.#files);
      if (fault) throw fault;
      if (thread && this.#closed) thread.terminate();
      else if (thread) this.#listen(thread);
      if (thread) return;
      this.#ways = this.#ways.slice(1);
    }
    this.#direct = await start(this.#files);
    if (this.#closed) this.#direct.close();
  }

  #listen(thread) {
    this.#thread = thread;
    thread.onmessage = ({ data }) => {
      if (this.#running?.id === data.id) this.#answer(this.#running, data);
    };
    thread.onerror = (event) => {
      event.preventDefault?.();
      const call = this.#running;
      if (this.#thread !== thread) return;
      this.#stop();
      if (call) this.#answer(call, { error: { code: "crashed", message: event.message || "the Worker stopped" } });
    };
  }
}

/** Makes a thread and waits for its engine: the thread, or a fault of the files, or nothing where it can't be made. */
function started(way, files) {
  return new Promise((settle) => {
    let thread;
    const give = (outcome) => {
      if (!outcome.thread) thread?.terminate();
      settle(outcome);
    };
    try {
      thread = way();
      thread.onmessage = ({ data: { error } }) =>
        give(error ? { fault: new AverralError(error.code, error.message) } : { thread });
      thread.onerror = (event) => {
        event.preventDefault?.();
        give({});
      };
      thread.postMessage({ id: -1, method: "start", values: [files] });
    } catch {
      give({});
    }
  });
}
