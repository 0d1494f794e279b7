/**
 * `bad_source`: no text and no bytes. `bad_report`: what was handed back is no report. `too_long`, `bad_option`, `bad_weights`: the input. `load_failed`: a file did not come.
 * `unsupported`: this browser or page can't run averral; the message says what to do. `crashed`: a fault of averral's; the
 * next call works again. `closed`: the extractor was closed. `aborted`: the caller's signal.
 * @typedef {"bad_source" | "bad_report" | "too_long" | "bad_option" | "bad_weights" | "load_failed" | "unsupported" | "crashed" | "closed" | "aborted"} ErrorCode
 */

/** Why averral gave no report or no files; `code` is the stable word to switch on. */
export class AverralError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "AverralError";
    /** @type {ErrorCode} */
    this.code = code;
  }
}
