/**
 * The Worker of `index.js`.
 * @module
 */
import { answering } from "./answer.js";

const answer = answering((message) => postMessage(message));
addEventListener("message", ({ data }) => answer(data));
