/** Makes pkg/generated/inline.js: the package in one file, with wasm, weights and the Worker's code inside. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const pkg = fileURLToPath(new URL("../pkg/", import.meta.url));
const common = { absWorkingDir: pkg, bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "warning" };
const worker = await build({ ...common, entryPoints: ["worker.js"], write: false });
await build({
  ...common,
  entryPoints: ["inline.js"],
  outfile: "generated/inline.js",
  loader: { ".wasm": "binary", ".weights": "binary" },
  define: { WORKER_CODE: JSON.stringify(worker.outputFiles[0].text) },
});
