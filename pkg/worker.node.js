/**
 * The worker thread of `node.js`.
 * @module
 */
import { parentPort } from "node:worker_threads";
import { answering } from "./answer.js";

const answer = answering((message) => parentPort.postMessage(message));
parentPort.on("message", answer);
