/** The packed tarball in fresh projects, each with its tool's own defaults, in Chromium. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browse, outcome, pack, project, run, serve, start } from "./project.mjs";

const SAYS = "The ferry is late. The mayor says it may sink.";
/** Says in the title where the engine works and how many claims it found. */
const main = (entry = "averral") => `import { load } from ${JSON.stringify(entry)};
async function read() {
  const extractor = await load();
  const { claims } = await extractor.analyze(${JSON.stringify(SAYS)});
  return \`\${extractor.thread} \${claims.length}\`;
}
read().catch((error) => \`error \${error.code} \${error.message}\`).then((title) => (document.title = title));
`;
const page = (script) => `<!doctype html><title>…</title><script type="module" src="${script}"></script>`;

let browser, tarball;
before(async () => {
  tarball = pack();
  browser = await browse();
});
after(() => browser?.close());

async function opened(server, expected = "worker 2") {
  const { address, stop } = await server;
  try {
    assert.equal(await outcome(browser, address), expected);
  } finally {
    stop();
  }
}

test("the package's README lists every project", () => {
  const source = readFileSync(new URL(import.meta.url), "utf8");
  const names = [...source.matchAll(/^test\("([^"]+)"/gm)].map(([, name]) => name).slice(1);
  const readme = readFileSync(new URL("../../pkg/README.md", import.meta.url), "utf8");
  for (const name of [...names, ...Object.keys(VITES).map((major) => `Vite ${major}`)]) assert.ok(readme.includes(`| ${name} |`), name);
});

const VITES = { 5: "5.4.21", 6: "6.4.6", 7: "7.3.8" };
for (const [major, version] of Object.entries(VITES)) {
  test(`Vite ${major}`, async () => {
    const files = { "index.html": page("/main.js"), "main.js": main() };
    const folder = project(`vite${major}`, tarball, { vite: version }, files);
    run(folder, "npx", ["vite", "build"]);
    await opened(serve(join(folder, "dist")));
    const port = 5200 + Number(major);
    await opened(start(folder, ["vite", "--host", "127.0.0.1", "--port", `${port}`, "--strictPort"], port));
  });
}

test("webpack 5", async () => {
  const packages = { webpack: "5.113.0", "webpack-cli": "6.0.1" };
  const folder = project("webpack5", tarball, packages, { "src/index.js": main(), "dist/index.html": page("main.js") });
  run(folder, "npx", ["webpack", "--mode", "production"]);
  await opened(serve(join(folder, "dist")));
});

// Rollup and esbuild copy no files: they need the entry that has them inside.
test("Rollup", async () => {
  const packages = { rollup: "4.68.8", "@rollup/plugin-node-resolve": "16.0.3" };
  const folder = project("rollup", tarball, packages, { "main.js": main("averral/inline"), "dist/index.html": page("main.js") });
  run(folder, "npx", ["rollup", "main.js", "--file", "dist/main.js", "--format", "es", "--plugin", "node-resolve"]);
  await opened(serve(join(folder, "dist")));
});

test("esbuild", async () => {
  const files = { "main.js": main("averral/inline"), "other.js": main(), "dist/index.html": page("main.js"), "other/index.html": page("other.js") };
  const folder = project("esbuild", tarball, { esbuild: "0.28.2" }, files);
  run(folder, "npx", ["esbuild", "main.js", "--bundle", "--outfile=dist/main.js"]);
  await opened(serve(join(folder, "dist")));
  run(folder, "npx", ["esbuild", "other.js", "--bundle", "--format=esm", "--outfile=other/other.js"]);
  const { address, stop } = await serve(join(folder, "other"));
  assert.match(await outcome(browser, address), /^error load_failed .*averral\/inline/);
  stop();
});

test("Parcel 2", async () => {
  const files = { "index.html": page("main.js"), "main.js": main() };
  const folder = project("parcel", tarball, { parcel: "2.16.4" }, files);
  run(folder, "npx", ["parcel", "build", "index.html", "--no-cache"]);
  await opened(serve(join(folder, "dist")));
});

test("plain modules, of this origin and of another", async () => {
  const folder = project("plain", tarball, {}, {});
  const cdn = await serve(join(folder, "node_modules/averral"), { "access-control-allow-origin": "*" });
  const here = (path, script) => project(path, tarball, {}, { "index.html": page("main.js"), "main.js": script });
  const own = here("plain-own", main("./node_modules/averral/index.js"));
  await opened(serve(own));
  await opened(serve(here("plain-other", main(`${cdn.address}index.js`))));
  await opened(serve(here("plain-inline", main(`${cdn.address}generated/inline.js`))));
  cdn.stop();
});

test("a strict Content-Security-Policy, and one that forbids WebAssembly or Workers", async () => {
  const folder = project("csp", tarball, {}, { "index.html": page("main.js"), "main.js": main("./node_modules/averral/index.js") });
  const under = (policy) => serve(folder, { "content-security-policy": policy });
  await opened(under("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"));
  await opened(under("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'"), "page 2");
  await opened(under("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'"), "page 2");
  const { address, stop } = await under("default-src 'self'");
  assert.match(await outcome(browser, address), /^error unsupported .*wasm-unsafe-eval/);
  stop();
});

test("Next, both builders, in a client and a server component", async () => {
  const files = {
    "app/layout.js": `export default ({ children }) => <html><body>{children}</body></html>;`,
    "app/page.js": `import { load } from "averral";
import Client from "./client";
export const dynamic = "force-dynamic";
export default async function Page() {
  const extractor = await load();
  const { claims } = await extractor.analyze(${JSON.stringify(SAYS)});
  extractor.close();
  return <Client server={claims.length} />;
}
`,
    "app/client.js": `"use client";
import { useEffect } from "react";
import { load } from "averral";
export default function Client({ server }) {
  useEffect(() => {
    load()
      .then((extractor) => extractor.analyze(${JSON.stringify(SAYS)}).then(({ claims }) => \`\${extractor.thread} \${claims.length} \${server}\`))
      .catch((error) => \`error \${error.code} \${error.message}\`)
      .then((title) => (document.title = title));
  }, [server]);
  return <p>{server}</p>;
}
`,
  };
  for (const [n, flags] of [["webpack", ["--webpack"]], ["turbopack", ["--turbopack"]]].entries()) {
    const [builder, build] = flags;
    const packages = { next: "16.4.6", react: "19.3.1", "react-dom": "19.3.1" };
    const folder = project(`next-${builder}`, tarball, packages, files);
    run(folder, "npx", ["next", "build", ...build]);
    const port = 5300 + n;
    await opened(start(folder, ["next", "start", "--hostname", "127.0.0.1", "--port", `${port}`], port), "worker 2 2");
  }
});

test("CommonJS in Node", () => {
  const script = `const { load } = require("averral");
load().then((extractor) => extractor.analyze(${JSON.stringify(SAYS)})).then(({ claims }) => console.log(claims.length));`;
  const folder = project("commonjs", tarball, {}, { "main.cjs": script });
  assert.equal(run(folder, "node", ["main.cjs"]).trim(), "2");
});

test("TypeScript finds the types under every resolution", () => {
  const script = `import { load, AverralError, type Report } from "averral";
import { load as direct } from "averral/direct";
import { load as inline } from "averral/inline";
async function read(): Promise<Report> {
  using extractor = await load({ onProgress: ({ file, loaded }) => console.log(file, loaded), signal: AbortSignal.timeout(1000) });
  using other = await direct();
  using third = await inline();
  const claim = other.analyze("x").claims[0];
  console.log(claim?.holder.kind, (await third.export(other.analyze("x"), "csv"))[0].text, new AverralError("closed", "x").code);
  return extractor.analyze("The ferry is late.", { format: "text" });
}
read();
`;
  const folder = project("types", tarball, { typescript: "5.9.3" }, { "main.ts": script });
  for (const [module, resolution] of [["esnext", "bundler"], ["node16", "node16"], ["nodenext", "nodenext"]]) {
    const options = ["--strict", "--noEmit", "--target", "es2022", "--lib", "es2022,dom,esnext.disposable", "--module", module, "--moduleResolution", resolution];
    run(folder, "npx", ["tsc", ...options, "main.ts"]);
  }
});
