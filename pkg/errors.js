/** Why averral gave no report; `code` is the stable word to switch on. */
export class AverralError extends Error {
  /**
   * @param {import("./direct.js").ErrorCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "AverralError";
    this.code = code;
  }
}
