/** The life of an extractor: wrong input, abort, close, faults, and what loading is given. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as glue from "../../pkg/generated/averral.js";
import { AverralError, load as loadDirect } from "../../pkg/direct.node.js";
import { RemoteExtractor, load } from "../../pkg/node.js";

const generated = new URL("../../pkg/generated/", import.meta.url);
const FERRY = "The ferry is late.";
const LONG = "The ferry lost money and the council sold it. ".repeat(4000);

/** Makes the next call into wasm trap. */
function trapOnce() {
  const { analyze } = glue.Extractor.prototype;
  glue.Extractor.prototype.analyze = () => {
    glue.Extractor.prototype.analyze = analyze;
    throw new WebAssembly.RuntimeError("unreachable");
  };
}

/** How many threads are open, when those that were stopped have had time to end. */
async function ports() {
  const count = () => process.getActiveResourcesInfo().filter((kind) => kind === "MessagePort").length;
  for (let n = 0; n < 100 && count() > 0; n++) await new Promise((resolve) => setTimeout(resolve, 50));
  return count();
}

const codeOf = (run) => {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof AverralError, `${error}`);
    return error.code;
  }
};

test("what is no text and no bytes is said so", async () => {
  const direct = await loadDirect();
  for (const source of [7, {}, null, undefined, [], Promise.resolve(FERRY), new Blob([FERRY])])
    assert.equal(codeOf(() => direct.analyze(source)), "bad_source", `${source}`);
  for (const report of [FERRY, {}, null, undefined]) assert.equal(codeOf(() => direct.export(report, "csv")), "bad_report", `${report}`);
  direct.close();
  const away = await load();
  for (const source of [7, {}, null, Promise.resolve(FERRY), () => FERRY])
    await assert.rejects(away.analyze(source), { code: "bad_source" });
  assert.equal((await away.analyze(FERRY)).claims.length, 1);
  away.close();
});

test("bytes come in any view", async () => {
  const direct = await loadDirect();
  const bytes = new TextEncoder().encode(`..${FERRY}`);
  const views = [bytes.subarray(2), bytes.slice(2).buffer, new DataView(bytes.buffer, 2), Buffer.from(FERRY)];
  for (const view of views) assert.equal(direct.analyze(view).claims[0].text, "The ferry is late");
  direct.close();
});

test("options that can't be read are said so", async () => {
  const direct = await loadDirect();
  const circle = {};
  circle.self = circle;
  for (const options of ["html", 7, circle, { date: 7 }, { date: 7n }, { maxBytes: NaN }, { url: circle }, { date: () => "" }])
    assert.equal(codeOf(() => direct.analyze(FERRY, options)), "bad_option");
  assert.throws(() => direct.analyze(FERRY, { maxBytes: NaN }), /`maxBytes` is "NaN"/);
  assert.throws(() => direct.analyze(FERRY, { url: circle }), /`url` is "an object"/);
  assert.equal(direct.analyze(FERRY, { url: undefined, date: null }).claims.length, 1);
  direct.close();
});

test("what is too long is not copied", async () => {
  const direct = await loadDirect();
  direct.analyze(FERRY);
  // The running instance: a second start gives what the first one made.
  const { memory } = await glue.default();
  const held = memory.buffer.byteLength;
  const long = "\u{1f4f0}".repeat(5_000_000);
  assert.throws(() => direct.analyze(long, { maxBytes: 1000 }), { code: "too_long", message: /20000000 bytes/ });
  assert.throws(() => direct.analyze(new Uint8Array(50_000_000)), { code: "too_long", message: /50000000 bytes/ });
  assert.equal(memory.buffer.byteLength, held);
  direct.close();
});

test("after a trap every extractor of the thread works", async () => {
  const [one, other] = [await loadDirect(), await loadDirect()];
  const before = JSON.stringify(one.analyze(FERRY));
  trapOnce();
  assert.equal(codeOf(() => one.analyze(FERRY)), "crashed");
  assert.equal(JSON.stringify(one.analyze(FERRY)), before);
  assert.equal(JSON.stringify(other.analyze(FERRY)), before);
  one.close();
  other.close();
});

test("what a trap has taken is not freed again, in either order", async () => {
  for (const first of [0, 1]) {
    const two = [await loadDirect(), await loadDirect()];
    const before = JSON.stringify(two[0].analyze(FERRY));
    trapOnce();
    assert.equal(codeOf(() => two[0].analyze(FERRY)), "crashed");
    // One is renewed by a call, the other is closed without one.
    assert.equal(JSON.stringify(two[first].analyze(FERRY)), before);
    two[1 - first].close();
    assert.equal(JSON.stringify(two[first].analyze(FERRY)), before);
    two[first].close();
    assert.equal(codeOf(() => two[first].analyze(FERRY)), "closed");
  }
});

test("an extractor closed twice is closed", async () => {
  const [one, other] = [await loadDirect(), await loadDirect()];
  one.close();
  one.close();
  assert.equal(other.analyze(FERRY).claims.length, 1);
  other.close();
});

test("closing settles what waits", async () => {
  const away = await load();
  const waiting = [away.analyze(LONG), away.analyze(FERRY), away.export({}, "csv")];
  away.close();
  for (const one of waiting) await assert.rejects(one, { code: "closed" });
  await assert.rejects(away.analyze(FERRY), { code: "closed" });
});

test("aborting one call leaves the others", async () => {
  const away = await load();
  const controls = Array.from({ length: 5 }, () => new AbortController());
  const calls = controls.map(({ signal }, n) => away.analyze(n === 0 ? LONG : FERRY, {}, { signal }));
  controls[0].abort();
  controls[3].abort();
  const outcomes = await Promise.allSettled(calls);
  assert.deepEqual(outcomes.map(({ reason, value }) => reason?.code ?? value.claims.length), ["aborted", 1, 1, "aborted", 1]);
  const report = await away.analyze(FERRY);
  await assert.rejects(away.export(report, "csv", {}, { signal: AbortSignal.abort() }), { code: "aborted" });
  const late = new AbortController();
  const csv = away.export(report, "csv", {}, { signal: late.signal });
  late.abort();
  await assert.rejects(csv, { code: "aborted" });
  assert.equal((await away.analyze(FERRY)).claims.length, 1);
  away.close();
});

test("threads that start while calls are aborted are not left behind", async () => {
  let open = 0;
  /** Starts slowly, and never answers a long text. */
  const slow = () => {
    let ended = false;
    const thread = {
      onmessage: null,
      onerror: null,
      terminate: () => void (ended || open--, (ended = true)),
      postMessage: ({ id, values }) => void (values[0] !== LONG && setTimeout(() => thread.onmessage({ data: { id, result: "read" } }), 5)),
    };
    open++;
    return thread;
  };
  const extractor = await new RemoteExtractor({}, [slow]).begin();
  const codes = [];
  for (let n = 0; n < 5; n++) {
    const control = new AbortController();
    const call = extractor.analyze(LONG, {}, { signal: control.signal });
    codes.push(call.then(() => "read", ({ code }) => code));
    await new Promise((resolve) => setImmediate(resolve));
    control.abort();
  }
  assert.equal(await extractor.analyze(FERRY), "read");
  assert.deepEqual(await Promise.all(codes), Array(5).fill("aborted"));
  assert.equal(open, 1);
  extractor.close();
  assert.equal(open, 0);
});

test("the event loop goes on while a thread reads", async () => {
  const away = await load();
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  await away.analyze(LONG);
  clearInterval(timer);
  assert.ok(ticks > 3, `${ticks}`);
  away.close();
});

test("files are given as address, bytes, response or module, and told as they come", async () => {
  const wasm = readFileSync(new URL("averral_bg.wasm", generated));
  const weights = readFileSync(new URL("averral-en.weights", generated));
  const { buffer } = new Uint8Array(weights);
  const told = { wasm: [], weights: [] };
  const forms = [
    { wasm: "pkg/generated/averral_bg.wasm", weights: new URL("averral-en.weights", generated) },
    { wasm, weights: buffer },
    { wasm: new Response(wasm), weights: new Response(weights), onProgress: ({ file, loaded }) => told[file].push(loaded) },
    { wasm: await WebAssembly.compile(wasm), weights: new DataView(buffer) },
  ];
  process.chdir(new URL("../../", import.meta.url).pathname);
  for (const form of forms) {
    const direct = await loadDirect(form);
    assert.equal(direct.analyze(FERRY).claims.length, 1);
    direct.close();
  }
  assert.deepEqual([told.wasm.at(-1), told.weights.at(-1)], [wasm.length, weights.length]);
});

test("loading that fails says why, and leaves no thread", async () => {
  const missing = new URL("missing", import.meta.url);
  await assert.rejects(load({ weights: missing }), { code: "load_failed" });
  await assert.rejects(load({ wasm: new Uint8Array(8) }), { code: "load_failed" });
  await assert.rejects(load({ weights: new Uint8Array(8) }), { code: "bad_weights" });
  await assert.rejects(load({ weights: 7 }), { code: "bad_option" });
  await assert.rejects(load({ weights: new Response("", { status: 404 }) }), { code: "load_failed" });
  await assert.rejects(load({ signal: AbortSignal.abort() }), { code: "aborted" });
  assert.equal(await ports(), 0);
});
