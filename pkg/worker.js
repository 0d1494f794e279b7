/** The far side of `index.js`: one request in, one answer out, by id. */
import { load } from "./direct.js";

let extractor;

addEventListener("message", async ({ data: { id, method, values } }) => {
  try {
    if (method === "load") extractor = await load(values[0]);
    const result = method === "load" ? null : extractor[method](...values);
    postMessage({ id, result });
  } catch (error) {
    postMessage({ id, error: { code: error.code ?? "crashed", message: String(error.message ?? error) } });
  }
});
