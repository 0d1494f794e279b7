/**
 * averral's own files in Node: paths rather than addresses, so that a bundler of a server leaves them where they are.
 * @module
 */
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
export const beside = (name) => pathToFileURL(join(folder, name));

/** @type {import("./loading.js").Files} */
export const files = {
  wasm: (relaxed) => beside(relaxed ? "generated/averral_relaxed.wasm" : "generated/averral_bg.wasm"),
  weights: () => beside("generated/averral-en.weights"),
  address: (text) => (/^(https?|file|data|blob):/.test(text) ? new URL(text) : pathToFileURL(resolve(text))),
  open: async (address, { signal }) =>
    address.protocol === "file:" ? new Response(await readFile(address, { signal })) : fetch(address, { signal }),
};
