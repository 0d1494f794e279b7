/**
 * The far side of {@link RemoteExtractor}: answers requests one by one, by id.
 * @module
 */
import { start } from "./engine.js";

/**
 * @param {(answer: object) => void} post
 * @returns {(request: { id: number, method: "start" | "analyze" | "export", values: any[] }) => Promise<void>}
 */
export function answering(post) {
  let extractor;
  return async ({ id, method, values }) => {
    try {
      if (method === "start") extractor = await start(values[0]);
      post({ id, result: method === "start" ? null : extractor[method](...values) });
    } catch (error) {
      post({ id, error: { code: error.code ?? "crashed", message: String(error.message ?? error) } });
    }
  };
}
