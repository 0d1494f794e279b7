/**
 * averral's own files in a browser. Bundlers look for these very expressions.
 * @module
 */

/** The version that cached files are kept under: that of package.json. */
export const VERSION = "0.1.0";

/**
 * Vite's dev server up to 7 bundles packages into .vite/deps, away from their files; Next gives an address without its
 * origin.
 */
export const placed = (address) => new URL(address.href.replace("/.vite/deps/", "/averral/"), globalThis.location?.href);

/** @type {import("./loading.js").Files} */
export const files = {
  wasm: (relaxed) =>
    placed(
      relaxed
        ? new URL("./generated/averral_relaxed.wasm", import.meta.url)
        : new URL("./generated/averral_bg.wasm", import.meta.url),
    ),
  weights: () => placed(new URL("./generated/averral-en.weights", import.meta.url)),
  address: (text) => new URL(text, globalThis.document?.baseURI ?? globalThis.location?.href),
  async open(address, { cache = false, signal }) {
    if (!cache || !globalThis.caches) return fetch(address, { signal });
    const name = `averral-${VERSION}`;
    const kept = await caches.open(name);
    const known = await kept.match(address);
    if (known) return known;
    const response = await fetch(address, { signal });
    // A cache that is full keeps nothing.
    if (response.ok) await kept.put(address, response.clone()).catch(() => {});
    const old = (await caches.keys()).filter((other) => other.startsWith("averral-") && other !== name);
    await Promise.all(old.map((other) => caches.delete(other)));
    return response;
  },
};
